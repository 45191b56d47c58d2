//! Where a noun phrase begins and what kind it is: quantifier, number, demonstrative, elative, or a noun.

use super::adjectives::collect;
use super::apposition::apposed;
use super::complement;
use super::generate;
use super::idafa::headed;
use super::lexicon::Lemma;
use super::names;
use super::node::{Node, Pos};
use super::np::{Det, Np};
use super::numbers;

/// The noun phrase that begins at `i`, if one does, with the prepositional phrases that its nouns govern.
pub(super) fn np(nodes: &[Node], i: usize) -> Option<Np> {
    parse(nodes, i, &Outer::default())
}

/// The noun phrase at `i` behind a verb: a preposition that the verb governs is not the noun's.
pub(super) fn object(nodes: &[Node], i: usize, verb: Option<Lemma>) -> Option<Np> {
    parse(nodes, i, &Outer { verb, ..Outer::default() })
}

/// The noun phrase at `i` as the subject of a verb: a preposition that the verb governs is the verb's.
pub(super) fn subject(nodes: &[Node], i: usize, verb: Option<Lemma>) -> Option<Np> {
    parse(nodes, i, &Outer { verb, subject: true, ..Outer::default() })
}

/// What stands around a phrase.
#[derive(Clone, Copy, Default)]
pub(super) struct Outer<'p> {
    /// The phrase whose second noun this is.
    pub(super) np: Option<&'p Np>,
    /// The verb of the clause.
    pub(super) verb: Option<Lemma>,
    /// True for the subject of that verb.
    pub(super) subject: bool,
    pub(super) depth: usize,
}

impl<'p> Outer<'p> {
    pub(super) fn deeper<'q>(self, np: Option<&'q Np>) -> Outer<'q>
    where
        'p: 'q,
    {
        Outer { np: np.or(self.np), depth: self.depth + 1, ..self }
    }
}

pub(super) fn parse(nodes: &[Node], i: usize, outer: &Outer) -> Option<Np> {
    let mut p = core(nodes, i, outer)?;
    let before = p.next;
    complement::take(nodes, &mut p, outer);
    if p.next > before {
        // المبعوث إلى سوريا، ستافان دي ميستورا
        apposed(nodes, &mut p);
    }
    Some(p)
}

fn core(nodes: &[Node], i: usize, outer: &Outer) -> Option<Np> {
    let n = nodes.get(i)?;
    if outer.depth > 6 {
        return None;
    }
    let follows = |j: usize| nodes.get(j).is_some_and(|x| !x.and && x.prep.is_none());
    match n.pos {
        Pos::Quant if n.pron.is_some() => {
            let mut p = Np::new(n, i);
            // معظمها: most of them; the feminine is what Arabic says of many things.
            let whom = match super::node::object(n.pron?) {
                "her/it" if n.en != "every" => "them",
                one => one,
            };
            p.head = format!("{} of {whom}", n.en.replace("every", "all").trim_end_matches(" of"));
            // أحدهما عبر الحدود: one of them is
            let many = !n.en.starts_with("one");
            (p.det, p.definite, p.plural, p.many) = (Det::None, true, many, many);
            Some(p)
        }
        // أحد من المشاركين: any of them
        Pos::Noun
            if n.en == "anyone"
                && n.pron.is_none()
                && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" && !x.and && x.pron.is_none()) =>
        {
            let of = parse(nodes, i + 2, &outer.deeper(None)).filter(|of| of.definite && of.plural);
            let mut p = Np::new(n, i);
            if let Some(of) = of {
                (p.head, p.next) = (of.text(), of.next);
                (p.det, p.definite, p.human, p.agent) = (Det::Words("any of".to_owned()), true, true, true);
            }
            Some(p)
        }
        // بعض منهم: some of them
        Pos::Quant
            if matches!(n.en.as_str(), "some" | "several" | "many" | "most" | "any" | "few")
                && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" && !x.and && x.pron.is_some()) =>
        {
            let mut p = Np::new(n, i);
            let whom = match super::node::object(nodes[i + 1].pron?) {
                "her/it" => "them",
                one => one,
            };
            p.head = format!("{} of {whom}", n.en);
            (p.det, p.definite, p.plural, p.many, p.next) = (Det::None, true, true, true, i + 2);
            (p.human, p.agent) = (whom == "them", whom == "them");
            Some(p)
        }
        Pos::Quant if follows(i + 1) => {
            let one = n.en == "every" && nodes[i + 1].nominal() && !nodes[i + 1].definite && !nodes[i + 1].plural;
            let who = one
                && !nodes[i + 1].bare
                && nodes[i + 1].pron.is_none()
                && (nodes[i + 1].agent || nodes[i + 1].human || nodes[i + 1].en == "party");
            let behind = |is: &dyn Fn(&Node) -> bool| nodes.get(i + 2).is_some_and(is);
            // من كل جانب الإشراف: each side; what is definite behind it is another phrase.
            let each = one && !nodes[i + 1].bare && behind(&|x| x.definite && x.ungoverned());
            // اتهم كل طرف الآخر: each party accused the other
            let other = one && behind(&|x| x.pos == Pos::Adjective && x.definite && x.ar.ends_with("اخر"));
            // يقدم كل وفد نصوصا: what each of them gives
            let gives = who && outer.subject && behind(&|x| x.nominal() && !x.definite && !x.and && x.prep.is_none());
            // يضم كل وفد 12 عضوا
            let counts = who && behind(&|x| x.pos == Pos::Number && !x.and && x.prep.is_none());
            if each || other || gives || counts {
                return Some(Np { det: Det::Words("each".to_owned()), ..Np::new(&nodes[i + 1], i + 1) });
            }
            let mut p = parse(nodes, i + 1, &outer.deeper(None))?;
            let text = match n.en.as_str() {
                "every" if (p.plural || p.definite) && nodes[i + 1].pos != Pos::Number => "all",
                en => en,
            };
            p.det = match (text, &p.det) {
                ("the same", Det::Words(w)) => Det::Words(format!("the same {w}")),
                ("the same", _) => Det::Words("the same".to_owned()),
                ("one of", _) => {
                    (p.plural, p.many) = (false, false);
                    let inner = p.text();
                    return Some(Np {
                        det: Det::Words(format!("one of {inner}")),
                        pre: Vec::new(),
                        head: String::new(),
                        post: String::new(),
                        ..p
                    });
                }
                // واحد من كل ثلاثة أطفال يعاني: one in three of them
                ("one in", _) => {
                    (p.plural, p.many) = (false, false);
                    Det::Words("one in".to_owned())
                }
                ("each of", _) => {
                    // كل من الوفدين: what follows is enough.
                    (p.plural, p.many) = (true, true);
                    return Some(p);
                }
                ("both", _) => {
                    p.pre.retain(|w| w != "two");
                    (p.name, p.many) = (true, true);
                    Det::Words("both".to_owned())
                }
                ("mere", _) => Det::Words(if p.many || p.mass { "mere" } else { "a mere" }.to_owned()),
                ("nothing but", _) => Det::Words(match &p.det {
                    Det::The => "nothing but the".to_owned(),
                    Det::Words(w) => format!("nothing but {w}"),
                    Det::A if !p.many && !p.mass && p.pre.is_empty() => format!("nothing but {}", generate::indefinite(&p.head)),
                    Det::A if !p.many && !p.mass => format!("nothing but {}", generate::indefinite(&p.pre[0])),
                    _ => "nothing but".to_owned(),
                }),
                ("all", Det::The) => Det::Words("all the".to_owned()),
                (q @ ("a third" | "two thirds" | "a quarter" | "a fifth" | "half"), det) => {
                    p.many = q == "two thirds" || p.many || p.human;
                    match det {
                        Det::Words(w) => Det::Words(format!("{q} of {w}")),
                        Det::None => Det::Words(format!("{q} of")),
                        _ => Det::Words(format!("{q} of the")),
                    }
                }
                ("various", Det::The) => Det::Words("the various".to_owned()),
                (q @ ("more" | "many" | "few"), Det::The) => Det::Words(q.to_owned()),
                // أقل من نصف العدد: less than half of it
                (q, Det::Words(w)) if q.ends_with(" than") || share(w.split(" of").next().unwrap_or(w)) => {
                    Det::Words(format!("{q} {w}"))
                }
                (q, Det::The) if q.ends_with(" than") => Det::Words(format!("{q} the")),
                (q, det) if q.ends_with(" than") && p.pre.is_empty() && *det == Det::A && !p.many && !p.mass => {
                    Det::Words(format!("{q} {}", generate::indefinite(&p.head)))
                }
                (q, Det::The) => Det::Words(format!("{q} of the")),
                (q, Det::Words(w)) => Det::Words(format!("{q} of {w}")),
                // أي من هؤلاء: any of these
                (q, Det::None) if nodes[p.at].pos == Pos::Dem => Det::Words(format!("{q} of")),
                (q, _) => Det::Words(q.to_owned()),
            };
            p.accusative = n.accusative;
            Some(p)
        }
        Pos::Quant if n.en == "most" => {
            let mut p = Np::new(n, i);
            (p.head, p.det, p.agent, p.feminine) = ("a majority".to_owned(), Det::None, true, true);
            Some(p)
        }
        // المناطق التي يسيطر عليها التنظيم وتلك الخاضعة للمعارضة: those subject to it
        Pos::Dem if n.ar == "تلك" && i > 0 && stands_for_many(nodes, i) => {
            let mut p = Np::new(n, i);
            (p.head, p.det, p.definite, p.plural, p.feminine) = ("those".to_owned(), Det::None, true, true, true);
            if nodes[i + 1].pos != Pos::Rel {
                let a = &nodes[i + 1];
                p.post = match a.pos {
                    Pos::Active => generate::gerund(&a.en),
                    Pos::Passive => a.participle(),
                    _ => a.en.clone(),
                };
                p.next = i + 2;
            }
            Some(p)
        }
        Pos::Dem
            if follows(i + 1)
                && nodes.get(i + 1).is_some_and(|x| {
                    x.definite && (x.nominal() || matches!(x.pos, Pos::Active | Pos::Passive | Pos::Adjective | Pos::Unknown))
                }) =>
        {
            // تعد هذه الجولة الأولى من نوعها: the ordinal is what it is considered.
            let said = outer.subject && outer.verb.is_some_and(|v| matches!(v.ar, "عد" | "اعتبر" | "كان" | "أصبح"));
            let ordinal =
                nodes.get(i + 2).is_some_and(|x| x.pos == Pos::Adjective && x.mention && x.definite && !x.human && !x.and);
            let mut p = if said && ordinal { Np::new(&nodes[i + 1], i + 1) } else { parse(nodes, i + 1, &outer.deeper(None))? };
            let word = match (n.en.as_str(), p.plural) {
                ("this", true) => "these",
                ("that", true) => "those",
                (w, _) => w,
            };
            p.det = Det::Words(word.to_owned());
            Some(p)
        }
        Pos::Dem => {
            let mut p = Np::new(n, i);
            p.head = if n.en == "this" { "this".to_owned() } else { n.en.clone() };
            (p.det, p.definite) = (Det::None, true);
            Some(p)
        }
        Pos::Number => number(nodes, i, outer),
        Pos::Noun | Pos::Title | Pos::Masdar | Pos::Name => Some(headed(nodes, i, outer)),
        Pos::NonMasdar if follows(i + 1) => super::idafa::non(nodes, i, outer),
        Pos::Adjective if n.lemma.is_some_and(|l| l.is('e')) && !n.definite => elative(nodes, i, outer),
        // كبار المسؤولين: senior, not big
        Pos::Adjective
            if n.en == "big"
                && n.plural
                && !n.definite
                && !n.mention
                && follows(i + 1)
                && nodes[i + 1].nominal()
                && nodes[i + 1].pos != Pos::Name =>
        {
            let mut p = parse(nodes, i + 1, &outer.deeper(None))?;
            p.pre.insert(0, "senior".to_owned());
            Some(p)
        }
        // أول زيارة: the first visit
        Pos::Adjective
            if n.mention
                && (matches!(n.en.as_str(), "first" | "last" | "second" | "third") || n.en.ends_with("th"))
                && !n.human
                && !n.definite
                && follows(i + 1)
                && nodes[i + 1].nominal() =>
        {
            elative(nodes, i, outer)
        }
        // كانون الثاني المقبل: said of the month, nobody
        Pos::Adjective if n.mention && n.definite && matches!(n.en.as_str(), "next" | "current") && i > 0 => None,
        Pos::Adjective | Pos::Active | Pos::Passive if n.definite || n.plural || n.prep.is_some() || n.pron.is_some() => {
            let mut p = Np::new(n, i);
            if n.pron.is_some() && !n.plural {
                (p.det, p.definite) = (Det::The, true);
            }
            let word = match n.pos {
                Pos::Active => generate::gerund(&n.en),
                Pos::Passive => n.participle(),
                _ => n.en.clone(),
            };
            let demonym = n.mention && n.pos == Pos::Adjective && n.human;
            // الوفد، المؤلف من 11 عضوا: composed of
            let told = i > 1
                && n.definite
                && (n.pos != Pos::Adjective || n.en == "composed")
                && (matches!(nodes[i - 1].pos, Pos::Mark('،' | ',' | ')')) || nodes[i - 1].quote())
                && nodes[..i - 1].iter().rev().take(8).any(|b| b.definite && b.nominal())
                && complement::preposition(nodes, i + 1).is_some();
            p.head = if told {
                p.det = Det::None;
                word
            } else if let Some(people) = people(&word).filter(|_| demonym && n.plural) {
                people
            } else if word == "last" && n.definite && !n.plural {
                // وهو ما تنفيه الأخيرة: the latter
                "latter".to_owned()
            } else if n.plural && matches!(n.pos, Pos::Active | Pos::Passive) {
                p.det = Det::None;
                format!("those {word}")
            } else if demonym || n.mention {
                word
            } else if n.plural {
                format!("{word} ones")
            } else {
                format!("{word} one")
            };
            p.human = n.plural;
            p.agent |= n.plural;
            collect(nodes, &mut p, outer);
            Some(p)
        }
        Pos::Unknown => {
            let mut p = Np::new(n, i);
            let (text, next) = names::name(nodes, i);
            p.next = next;
            p.name = !text.starts_with('…');
            p.head = text;
            p.det = Det::None;
            p.definite = p.name || n.definite;
            (p.human, p.agent) = (p.name, p.name);
            Some(p)
        }
        _ => None,
    }
}

/// True for تلك before an adjective or a relative clause of its own, with a plural to stand for.
fn stands_for_many(nodes: &[Node], i: usize) -> bool {
    let own = nodes.get(i + 1).is_some_and(|x| {
        !x.and
            && x.prep.is_none()
            && (x.pos == Pos::Rel && x.ar.starts_with("الت")
                || x.definite && x.feminine && matches!(x.pos, Pos::Active | Pos::Passive | Pos::Adjective))
    });
    let noun = || nodes.get(i + 2).is_some_and(|x| x.ungoverned() && x.pos != Pos::Adjective);
    own && (nodes[i + 1].pos == Pos::Rel || !noun())
        && nodes[..i].iter().rev().take(12).any(|b| b.nominal() && b.plural && !b.human)
}

/// The people of a demonym: Turks, Palestinians.
fn people(demonym: &str) -> Option<String> {
    const PEOPLES: &[(&str, &str)] = &[
        ("Turkish", "Turks"),
        ("Kurdish", "Kurds"),
        ("Jewish", "Jews"),
        ("Druze", "Druze"),
        ("Polish", "Poles"),
        ("Danish", "Danes"),
        ("Swedish", "Swedes"),
        ("Spanish", "Spaniards"),
    ];
    if let Some((_, people)) = PEOPLES.iter().find(|x| x.0 == demonym) {
        return Some((*people).to_owned());
    }
    let closed = ["sh", "ch", "ese"].iter().any(|end| demonym.ends_with(end));
    (!closed).then(|| format!("{demonym}s"))
}

fn share(en: &str) -> bool {
    matches!(en, "half" | "a third" | "two thirds" | "a quarter" | "a fifth")
}

/// أكبر دور: the largest role; أكثر من 300: more than 300.
fn elative(nodes: &[Node], i: usize, outer: &Outer) -> Option<Np> {
    let n = &nodes[i];
    if nodes.get(i + 1).is_some_and(|x| x.ar == "من" && x.pos == Pos::Prep && x.pron.is_none())
        && let Some(mut p) = nodes
            .get(i + 2)
            .filter(|x| x.pos == Pos::Number || x.pos == Pos::Quant && share(&x.en))
            .and_then(|_| parse(nodes, i + 2, &outer.deeper(None)))
    {
        // أقل من نصف العدد
        p.det = match p.det {
            Det::Words(w) => Det::Words(format!("{} than {w}", n.en)),
            _ => {
                p.pre.insert(0, format!("{} than", n.en));
                Det::None
            }
        };
        return Some(p);
    }
    // أسوأ من سابقه: worse than
    if nodes.get(i + 1).is_some_and(|x| x.ar == "من" && x.pos == Pos::Prep && x.pron.is_none() && !x.and)
        && let Some(than) = parse(nodes, i + 2, &outer.deeper(None))
    {
        let mut p = Np::new(n, i);
        (p.head, p.post, p.det, p.next) = (n.en.clone(), format!("than {}", than.text()), Det::None, than.next);
        return Some(p);
    }
    // أكثر قيمة من الجدل: greater in value than
    let thing =
        |x: &Node| matches!(x.pos, Pos::Noun | Pos::Masdar) && x.ungoverned() && !x.definite && !x.plural && x.pron.is_none();
    if n.en == "more"
        && let [what, from, ..] = &nodes[i + 1..]
        && thing(what)
        && what.feminine
        && !what.human
        && from.pos == Pos::Prep
        && from.ar == "من"
        && from.pron.is_none()
        && !from.and
        && let Some(than) = parse(nodes, i + 3, &outer.deeper(None)).filter(|t| t.definite)
    {
        let mut p = Np::new(n, i);
        p.head = format!("greater in {}", what.noun());
        (p.post, p.det, p.next) = (format!("than {}", than.text()), Det::None, than.next);
        return Some(p);
    }
    // أهم ما اجتمعوا من أجله: the most important of what they met for
    if nodes.get(i + 1).is_some_and(|x| x.pos == Pos::What && x.ar == "ما" && !x.and && x.prep.is_none()) {
        let mut p = Np::new(n, i);
        p.head = format!("{} of", n.lemma.and_then(|l| l.en(1)).unwrap_or(n.en.as_str()));
        (p.det, p.definite) = (Det::The, true);
        return Some(p);
    }
    let mut p = nodes.get(i + 1).filter(|x| x.ungoverned()).and_then(|_| parse(nodes, i + 1, &outer.deeper(None)))?;
    // أكثر أمانا: in what it is more
    if nodes[i + 1].accusative && !p.definite && n.lemma.is_some_and(|l| l.is('e')) {
        let more = if n.en == "more" { "greater" } else { n.en.as_str() };
        p.head = format!("{more} in {}", Np { det: Det::None, ..p.clone() }.text());
        (p.pre, p.post, p.det) = (Vec::new(), String::new(), Det::None);
        return Some(p);
    }
    let best = n.lemma.and_then(|l| l.en(1)).unwrap_or(n.en.as_str()).to_owned();
    if p.definite {
        p.head = format!("{best} of {}", p.text());
        p.pre.clear();
        p.post.clear();
        // ثالث الملفات: one of them
        if n.mention && !n.plural {
            (p.plural, p.many) = (false, false);
        }
    } else {
        p.pre.insert(0, best);
    }
    p.det = Det::The;
    p.definite = true;
    Some(p)
}

/// A number and what is counted; على الأقل may stand behind.
fn number(nodes: &[Node], i: usize, outer: &Outer) -> Option<Np> {
    let mut p = counted(nodes, i, outer)?;
    let least = nodes.get(p.next).is_some_and(|x| x.pos == Pos::Quant && x.en == "at least" && !x.and);
    let more = nodes.get(p.next + 1).is_some_and(|x| !x.and && (x.nominal() || matches!(x.pos, Pos::Number | Pos::Quant)));
    if least && !more && p.det == Det::None {
        p.pre.insert(0, "at least".to_owned());
        p.next += 1;
    }
    Some(p)
}

fn counted(nodes: &[Node], i: usize, outer: &Outer) -> Option<Np> {
    let n = &nodes[i];
    let (mut text, mut next) = (n.en.clone(), i + 1);
    let mut words = vec![(false, n.en.as_str())];
    loop {
        // مليونين و800 ألف
        let apart = nodes.get(next).is_some_and(|x| x.pos == Pos::Conj && x.en == "and")
            && nodes.get(next + 1).is_some_and(|x| numbers::behind_scale(&text, x));
        let at = next + usize::from(apart);
        let Some(more) = nodes
            .get(at)
            .filter(|x| x.pos == Pos::Number && (x.and || x.prep.is_none()))
            .filter(|x| x.mention || apart || x.and && numbers::behind_scale(&text, x))
        else {
            break;
        };
        let and = more.and || apart;
        text = if and { format!("{text} and {}", more.en) } else { numbers::joined(&text, &more.en) };
        words.push((and, more.en.as_str()));
        next = at + 1;
    }
    // 50 ألفا و570
    let apart = usize::from(nodes.get(next).is_some_and(|x| x.pos == Pos::Conj && x.en == "and"));
    if let Some(rest) = nodes
        .get(next + apart)
        .filter(|x| x.pos == Pos::Number && (x.and || apart == 1) && x.en.len() <= 3 && x.en.bytes().all(|b| b.is_ascii_digit()))
        && let Some(front) = text.strip_suffix(",000").map(str::to_owned)
    {
        text = format!("{front},{:0>3}", rest.en);
        next += apart + 1;
    }
    if let Some(figure) = numbers::figure(&words).filter(|_| words.iter().any(|w| w.0)) {
        text = figure;
    }
    // عشرات الآلاف
    if matches!(text.as_str(), "dozens thousands" | "dozens thousand" | "dozens one thousand") {
        "tens of thousands".clone_into(&mut text);
    } else if matches!(text.as_str(), "hundreds thousands" | "hundreds thousand" | "hundreds one thousand") {
        "hundreds of thousands".clone_into(&mut text);
    } else if let Some(many) = [("مليارات", "billions"), ("ملايين", "millions"), ("آلاف", "thousands"), ("الاف", "thousands")]
        .iter()
        .find(|m| (n.definite || words.len() == 1) && n.ar.ends_with(m.0))
    {
        many.1.clone_into(&mut text);
    }
    // نفذ العشرات وقفة: dozens of people
    let apart = |x: &Node| n.definite && n.mention && !x.definite && !x.bare;
    let many_of = |text: &str| {
        matches!(
            text,
            "dozens" | "hundreds" | "thousands" | "millions" | "billions" | "tens of thousands" | "hundreds of thousands"
        )
    };
    if text == "both" || many_of(&text) {
        let word = if text == "both" { "both".to_owned() } else { format!("{text} of") };
        // عشرات التونسيين
        let nation =
            |x: &Node| x.pos == Pos::Adjective && x.mention && x.human && x.plural && x.definite && !x.and && x.prep.is_none();
        if let Some(mut p) = nodes
            .get(next)
            .filter(|x| (x.ungoverned() || nation(x)) && !apart(x))
            .and_then(|_| parse(nodes, next, &outer.deeper(None)))
        {
            p.det = match p.det {
                Det::The => Det::Words(format!("{word} the")),
                _ => Det::Words(word),
            };
            // عشرات المعتقلين: many, not two
            p.pre.retain(|w| w != "two");
            (p.plural, p.many) = (true, true);
            return Some(p);
        }
    }
    let people_alone = many_of(&text) && nodes.get(next).is_some_and(|x| x.ungoverned() && apart(x));
    let counted = nodes
        .get(next)
        .filter(|x| !people_alone && (x.nominal() && x.pos != Pos::Name || x.pos == Pos::Unknown) && !x.and && x.prep.is_none());
    if let Some(mut p) = counted.and_then(|_| parse(nodes, next, &outer.deeper(None))) {
        if numbers::many(&text) && !p.plural {
            let of = nodes.get(p.at).is_some_and(|x| !x.mass && x.pos != Pos::Unknown);
            p.head = if of { generate::plural(&p.head) } else { p.head };
            p.plural = true;
        }
        p.many = numbers::many(&text);
        // عشرون مدنيا: the ending is the number's doing.
        p.accusative = n.accusative;
        p.pre.insert(0, text);
        p.det = if n.definite || p.det == Det::The { Det::The } else { Det::None };
        return Some(p);
    }
    // 28 فلسطينيا: 28 Palestinians
    let demonym = |x: &&Node| {
        x.pos == Pos::Adjective && x.mention && x.human && !x.definite && !x.and && x.prep.is_none() && x.pron.is_none()
    };
    if let Some(head) = nodes.get(next).filter(demonym).filter(|_| numbers::many(&text)).and_then(|x| people(&x.en)) {
        let mut p = Np::new(n, i);
        (p.head, p.det, p.next) = (format!("{text} {head}"), Det::None, next + 1);
        (p.plural, p.many, p.human, p.agent) = (true, true, true, true);
        return Some(p);
    }
    // 900 ألف آخرين: 900,000 others
    if nodes.get(next).is_some_and(|x| x.pos == Pos::Adjective && x.en == "other" && x.plural && !x.definite && !x.and) {
        text.push_str(if many_of(&text) { " of others" } else { " others" });
        next += 1;
    }
    let mut p = Np::new(n, i);
    p.plural = numbers::many(&text);
    p.many = p.plural;
    p.head = text;
    p.det = Det::None;
    p.next = next;
    p.human |= people_alone;
    p.agent |= people_alone;
    Some(p)
}
