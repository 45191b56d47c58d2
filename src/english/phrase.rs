//! Where a noun phrase begins and what kind it is: quantifier, number, demonstrative, elative, or a noun.

use super::adjectives::collect;
use super::apposition::apposed;
use super::complement;
use super::counted::number;
use super::elative::{elative, share};
use super::generate;
use super::idafa::headed;
use super::lexicon::Lemma;
use super::names;
use super::node::{Node, Pos};
use super::np::{Det, Np};

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
            let many = !n.en.starts_with("one") && n.en != "each";
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
            if matches!(n.en.as_str(), "some" | "several" | "many" | "most" | "any" | "few" | "each")
                && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" && !x.and && x.pron.is_some()) =>
        {
            let mut p = Np::new(n, i);
            let whom = match super::node::object(nodes[i + 1].pron?) {
                "her/it" => "them",
                one => one,
            };
            p.head = format!("{} of {whom}", n.en);
            let many = n.en != "each";
            (p.det, p.definite, p.plural, p.many, p.next) = (Det::None, true, many, many, i + 2);
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
            // 700 من كل جانب
            let side = one
                && matches!(nodes[i + 1].en.as_str(), "party" | "side")
                && nodes.get(i + 2).is_none_or(|x| matches!(x.pos, Pos::Mark(_) | Pos::Prep));
            if each || other || gives || counts || side {
                return Some(Np { det: Det::Words("each".to_owned()), ..Np::new(&nodes[i + 1], i + 1) });
            }
            // لم تتبن أي جهة الهجوم: no party claimed it
            let one_such = nodes[i + 1].nominal() && !nodes[i + 1].definite && !nodes[i + 1].bare && nodes[i + 1].pron.is_none();
            let acts = nodes[i + 1].agent || nodes[i + 1].human || matches!(nodes[i + 1].en.as_str(), "body" | "side" | "party");
            if n.en == "any" && outer.subject && one_such && acts && behind(&|x| x.definite && x.ungoverned()) {
                return Some(Np { det: Det::Words("any".to_owned()), ..Np::new(&nodes[i + 1], i + 1) });
            }
            let mut p = parse(nodes, i + 1, &outer.deeper(None))?;
            let whole = n.en == "every" && p.definite && !p.plural && !p.many && !p.mass && !p.human && p.det == Det::The;
            let text = match n.en.as_str() {
                // كل المدينة
                "every" if whole && nodes[i + 1].pos == Pos::Noun => {
                    return Some(Np { det: Det::Words("the whole".to_owned()), ..p });
                }
                "every" if (p.plural || p.definite) && nodes[i + 1].pos != Pos::Number => "all",
                en => en,
            };
            p.det = match (text, &p.det) {
                ("the same", Det::Words(w)) => Det::Words(format!("the same {w}")),
                ("the same", _) => Det::Words("the same".to_owned()),
                // كل من الطرفين الآخر: each of the two, and the other
                (q @ "one of", _) | (q @ "each of", _)
                    if q == "one of" || nodes.get(p.next).is_some_and(|x| x.en == "the other") =>
                {
                    (p.plural, p.many) = (false, false);
                    let inner = p.text();
                    return Some(Np {
                        det: Det::Words(format!("{q} {inner}")),
                        pre: Vec::new(),
                        head: String::new(),
                        post: String::new(),
                        ..p
                    });
                }
                // موجة العنف هذه
                (q @ ("this" | "these" | "that" | "those"), _) => Det::Words(q.to_owned()),
                // آخر هذه الاجتماعات
                (q @ ("the last of these" | "the last of those"), _) => {
                    (p.many, p.feminine) = (false, false);
                    Det::Words(q.to_owned())
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
                // نحو عام كامل: about a full year
                (q @ ("about" | "nearly" | "around" | "approximately" | "only"), Det::A)
                    if !p.many && !p.mass && p.post.is_empty() =>
                {
                    let first = p.pre.first().unwrap_or(&p.head);
                    let a = generate::indefinite(first);
                    Det::Words(format!("{q} {a}"))
                }
                ("only", Det::The) => Det::Words("only the".to_owned()),
                // ما يسمى مجلس الإنقاذ: the so-called council
                ("so-called", Det::A) if !p.definite && !p.many && !p.mass => Det::Words("a so-called".to_owned()),
                ("so-called", Det::Words(w)) => Det::Words(format!("{w} so-called")),
                ("so-called", _) => Det::Words("the so-called".to_owned()),
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
        // ثالث أكبر مدن اليمن: the third largest
        Pos::Adjective
            if n.mention
                && (matches!(n.en.as_str(), "second" | "third") || n.en.ends_with("th"))
                && !n.definite
                && follows(i + 1)
                && nodes[i + 1].pos == Pos::Adjective
                && !nodes[i + 1].definite
                && nodes[i + 1].lemma.is_some_and(|l| l.is('e')) =>
        {
            let mut p = elative(nodes, i + 1, outer)?;
            if p.pre.is_empty() {
                p.head = format!("{} {}", n.en, p.head);
            } else {
                p.pre.insert(0, n.en.clone());
            }
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
            } else if word == "last" && n.definite && !n.plural && i > 0 && nodes[i - 1].pos == Pos::Pron {
                // أن هذه الجولة هي الأخيرة: the last
                word
            } else if word == "last" && n.definite && !n.plural {
                // وهو ما تنفيه الأخيرة: the latter; هذه الجولة هي الأخيرة: the last
                let told = i > 0 && (nodes[i - 1].pos == Pos::Pron || nodes[i - 1].en == "as");
                if told { "last" } else { "latter" }.to_owned()
            } else if n.plural && !n.definite && matches!(n.pos, Pos::Active | Pos::Passive) && of_some(nodes, i) {
                p.det = Det::None;
                format!("are {word}")
            } else if n.plural && !n.definite && matches!(n.pos, Pos::Active | Pos::Passive) && predicate(nodes, i) {
                // بات الجنود محاصرين: became besieged
                p.det = Det::None;
                word
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
pub(super) fn people(demonym: &str) -> Option<String> {
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

/// ثلاثين من الأعضاء محسوبون على الحزب: what a number of them are.
fn of_some(nodes: &[Node], i: usize) -> bool {
    i > 2
        && nodes[i].ar.ends_with("ون")
        && !nodes[i].and
        && nodes[i - 1].definite
        && nodes[i - 1].plural
        && nodes[i - 1].human
        && nodes[i - 2].pos == Pos::Prep
        && nodes[i - 2].ar == "من"
        && nodes[i - 3].pos == Pos::Number
}

/// بات الجنود محاصرين, لأننا عازمون: true for a participle at `i` that says what the subject became or is.
fn predicate(nodes: &[Node], i: usize) -> bool {
    let ends = |x: &&Node| !x.ends_clause() && !matches!(x.pos, Pos::Mark(_) | Pos::Rel | Pos::What);
    let pronoun = i > 0
        && (nodes[i - 1].pos == Pos::Pron || nodes[i - 1].pron.is_some() && matches!(nodes[i - 1].pos, Pos::That | Pos::Clause));
    let verb = nodes[..i].iter().rev().take(7).take_while(ends).find(|x| matches!(x.pos, Pos::Verb | Pos::IsNot | Pos::That));
    pronoun
        || verb.is_some_and(|v| v.pos == Pos::IsNot || v.pos == Pos::Verb && v.lemma.is_some_and(|l| l.ar == "كان" || l.is('a')))
}
