//! Nodes that are one: names in quotation marks, towns, phrases, ما زال.

use super::node::{Node, Pos};
use crate::arabic::clitics::Pronoun;
use crate::arabic::fold::same;

/// What a town is called before its name.
const TOWNS: [&str; 6] = ["capital", "city", "town", "village", "resort", "suburb"];

/// `العاصمة العمانية مسقط`: the name belongs to the noun, "the Omani capital Muscat"; it is no subject of the verb before.
pub(super) fn towns(nodes: Vec<Node>) -> Vec<Node> {
    let town = |n: &Node| TOWNS.contains(&n.en.rsplit(' ').next().unwrap_or_default());
    if !nodes.iter().any(town) {
        return nodes;
    }
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    for n in nodes {
        let name = n.pos == Pos::Name && !n.person_name && n.prep.is_none() && !n.and && n.pron.is_none();
        let behind = |x: &Node| x.pos == Pos::Adjective && x.definite && !x.and && x.prep.is_none();
        let head = out.iter().rposition(|x| !behind(x)).filter(|_| name);
        if let Some(head) = head.map(|i| &mut out[i])
            && (head.definite || head.bare)
            && head.pron.is_none()
            && town(head)
        {
            head.en = format!("{} {}", head.en, n.en);
            continue;
        }
        out.push(n);
    }
    out
}

/// جماعة أنصار الله (الحوثيون): one English name for both.
pub(super) fn again(nodes: Vec<Node>) -> Vec<Node> {
    if !nodes.iter().any(|n| n.pos == Pos::Mark(')')) {
        return nodes;
    }
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    for n in nodes {
        if n.pos == Pos::Mark(')')
            && let [.., before, open, inner] = out.as_slice()
            && open.pos == Pos::Mark('(')
            && inner.pos == Pos::Name
            && inner.en == before.en
        {
            out.truncate(out.len() - 2);
            continue;
        }
        out.push(n);
    }
    out
}

/// لـ«الحياة», بـ 20 صوتا: a preposition of one letter that stands alone.
pub(super) fn letters(mut nodes: Vec<Node>) -> Vec<Node> {
    let mut i = 0;
    while i < nodes.len() {
        let n = &nodes[i];
        if n.mention || !matches!(n.pos, Pos::Unknown | Pos::Name) || i + 1 == nodes.len() {
            i += 1;
            continue;
        }
        let bare: String = n.ar.chars().filter(|c| *c != '\u{640}').collect();
        let (and, letter) = match bare.strip_prefix('و') {
            Some(rest) if rest.chars().count() == 1 => (true, rest),
            _ => (n.and, bare.as_str()),
        };
        let prep = [("ل", "to"), ("ب", "with"), ("ك", "as")].into_iter().find(|(l, _)| *l == letter);
        match prep {
            // Of a name between quotation marks, too.
            Some((ar, _))
                if !nodes[i + 1].quote() && nodes[i + 1].prep.is_none() && !matches!(nodes[i + 1].pos, Pos::Mark(_)) =>
            {
                nodes[i + 1].prep = Some(ar);
                nodes[i + 1].and |= and;
                nodes[i + 1].raw.0 = nodes[i].raw.0;
                nodes.remove(i);
            }
            Some((ar, en)) => {
                nodes[i] = Node { ar: ar.to_owned(), and, raw: nodes[i].raw, ..Node::new(Pos::Prep, en) };
                i += 1;
            }
            None => i += 1,
        }
    }
    nodes
}

/// Drops the quotation marks around a single name, and puts ما زال together.
pub(super) fn quoted(nodes: Vec<Node>) -> Vec<Node> {
    if !nodes.iter().any(|n| n.quote() || matches!(n.pos, Pos::Neg | Pos::What)) {
        return nodes;
    }
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    for n in nodes {
        if n.quote() && out.len() >= 2 && out[out.len() - 1].pos == Pos::Name && out[out.len() - 2].quote() {
            let name = out.pop();
            out.pop();
            // «الشرق الأوسط»: the newspaper
            out.extend(name.map(|x| {
                if x.en.ends_with("Middle East") { Node { en: "Asharq Al-Awsat".to_owned(), agent: true, ..x } } else { x }
            }));
            continue;
        }
        let still = n.pos == Pos::Verb && super::verb::is_any(&n, &["زال", "برح", "انفك"])
            || (n.pos == Pos::Verb && n.passive && super::verb::is_verb(&n, "أزال"));
        if still
            && out.last().is_some_and(|p| matches!(p.pos, Pos::Neg | Pos::What))
            && let Some(before) = out.pop()
        {
            let be = super::lexicon::Lexicon::builtin().verb("كان");
            out.push(Node {
                en: "be".to_owned(),
                own: true,
                passive: false,
                tied: false,
                torn: false,
                lemma: be,
                tense: crate::arabic::inflect::Tense::Imperfect,
                and: before.and,
                raw: (before.raw.0, n.raw.1),
                ..n
            });
            continue;
        }
        out.push(n);
    }
    out
}

/// A preposition and a noun that are a preposition together.
const PHRASES: [(&str, &str, &str); 5] = [
    ("إلى", "حين", "until"),
    ("في", "شأن", "regarding"),
    ("على", "طول", "along"),
    ("على", "امتداد", "along"),
    ("على", "مدى", "over"),
];

/// Prepositions whose pronoun a participle takes along.
const TAKEN: [&str; 6] = ["عن", "على", "ب", "في", "إلى", "ل"];

/// المفرج عنهم, المتفق عليها: the preposition and its pronoun say nothing in English; إلى ما بعد is "until after".
pub(super) fn taken_along(nodes: Vec<Node>) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut it = nodes.into_iter().peekable();
    while let Some(n) = it.next() {
        let pronoun = n.pos == Pos::Prep && !n.and && TAKEN.contains(&n.ar.as_str());
        if let Some(p) = n.pron.filter(|_| pronoun)
            && let Some(b) = out.last_mut().filter(|b| b.pos == Pos::Passive && b.definite)
        {
            let human = matches!(p, Pronoun::Their | Pronoun::TheirFeminine);
            (b.plural, b.human) = (b.plural || human, b.human || human);
            // The pronoun says of whom: المنطقة المتنازع عليها.
            b.feminine |= p == Pronoun::Her;
            b.raw.1 = n.raw.1;
            continue;
        }
        if n.pos == Pos::Prep
            && n.pron.is_none()
            && n.ar == "بعد"
            && let [.., to, what] = out.as_slice()
            && to.pos == Pos::Prep
            && to.ar == "إلى"
            && what.pos == Pos::What
        {
            let raw = (to.raw.0, n.raw.1);
            out.truncate(out.len() - 2);
            out.push(Node { en: "until after".to_owned(), lemma: None, raw, ..n });
            continue;
        }
        // الحكومة ممثلة بوزير الدفاع: represented by
        if n.prep == Some("ب")
            && n.human
            && let [.., body, b] = out.as_mut_slice()
            && b.en == "representative"
            && !b.definite
            && !b.plural
            && b.prep.is_none()
            && b.pron.is_none()
            && body.agent
        {
            *b = Node {
                raw: b.raw, and: b.and, mention: true, ar: "ممثلا".to_owned(), ..Node::new(Pos::Prep, "represented by")
            };
            out.push(Node { prep: None, ..n });
            continue;
        }
        // وقف فوري وغير مشروط لإطلاق النار: an immediate ceasefire
        if n.en == "open fire"
            && n.prep == Some("ل")
            && let Some(at) = out.iter().rposition(|b| !matches!(b.pos, Pos::Adjective | Pos::Non | Pos::Passive | Pos::Active))
            && at + 1 < out.len()
            && out[at].ar == "وقف"
        {
            let b = &mut out[at];
            *b = Node {
                en: "ceasefire".to_owned(),
                pos: Pos::Noun,
                lemma: None,
                own: false,
                mass: false,
                forms: None,
                ..b.clone()
            };
            continue;
        }
        // ارتفع بنسبة 15 في المائة: by 15 per cent
        if n.prep == Some("ب")
            && n.ar == "نسبه"
            && !n.definite
            && n.pron.is_none()
            && it.peek().is_some_and(|x| matches!(x.pos, Pos::Number | Pos::Quant) && !x.and && x.prep.is_none())
        {
            out.push(Node { raw: n.raw, and: n.and, mention: true, ar: "بنسبة".to_owned(), ..Node::new(Pos::Prep, "by") });
            continue;
        }
        // بشكل سلمي, على نحو عاجل: in a peaceful way
        let manner =
            |b: &Node| matches!(b.ar.as_str(), "شكل" | "صوره" | "طريقه" | "نحو") && !b.definite && b.pron.is_none() && !b.plural;
        let kind = matches!(n.pos, Pos::Adjective | Pos::Active | Pos::Passive);
        if kind && !n.definite && !n.and && n.prep.is_none() && out.last().is_some_and(manner) {
            let on = out.len() > 1
                && out[out.len() - 2].pos == Pos::Prep
                && out[out.len() - 2].ar == "على"
                && out[out.len() - 2].pron.is_none();
            let own = out.last().is_some_and(|b| b.prep == Some("ب"));
            if on || own {
                let noun = out.pop();
                let first = if on { out.pop() } else { noun };
                let (and, from) = first.map_or((false, n.raw.0), |f| (f.and, f.raw.0));
                let word = match n.pos {
                    Pos::Active => match n.en.split_once(' ') {
                        Some(("be" | "become", rest)) => rest.to_owned(),
                        _ => super::generate::gerund(&n.en),
                    },
                    Pos::Passive => n.participle(),
                    _ => n.en.clone(),
                };
                // بشكل رسمي وواضح: in an official and clear way
                let more =
                    |x: &Node| x.pos == Pos::Adjective && x.and && !x.definite && x.prep.is_none() && x.feminine == n.feminine;
                let (word, end) = match it.next_if(|x| more(x)) {
                    Some(x) => (format!("{word} and {}", x.en), x.raw.1),
                    None => (word, n.raw.1),
                };
                let en = format!("in {} {word} way", super::generate::indefinite(&word));
                out.push(Node { and, raw: (from, end), content: true, mention: true, ..Node::new(Pos::Adverb, en) });
                continue;
            }
        }
        // كلف نائبه برئاسة الوفد: with heading it
        if n.pos == Pos::Prep
            && n.en == "headed by"
            && out.iter().rev().take(8).any(|b| b.pos == Pos::Verb && super::verb::is_verb(b, "كلف"))
        {
            out.push(Node { en: "with heading".to_owned(), ..n });
            continue;
        }
        // بحلول الخميس: by Thursday
        if n.en == "solution"
            && n.plural
            && n.prep == Some("ب")
            && !n.definite
            && it.peek().is_some_and(|x| {
                x.weekday
                    || x.pos == Pos::Number
                    || x.pos == Pos::Prep && x.en.starts_with("the ")
                    || x.pos == Pos::Adverb && x.mention
            })
        {
            out.push(Node { raw: n.raw, and: n.and, mention: true, ar: "بحلول".to_owned(), ..Node::new(Pos::Prep, "by") });
            continue;
        }
        // كما في الجولات السابقة: as in
        if n.pos == Pos::Prep
            && n.pron.is_none()
            && !n.and
            && let Some(b) = out.last_mut().filter(|b| b.en == "also" && b.ar.ends_with("كما"))
        {
            "as".clone_into(&mut b.en);
        }
        let phrase = n.nominal() && !n.definite && n.pron.is_none() && !n.and && !n.plural;
        if let Some((_, _, en)) = phrase.then(|| PHRASES.iter().find(|p| same(p.1, &n.ar))).flatten().filter(|p| {
            out.last().is_some_and(|b| b.pos == Pos::Prep && b.pron.is_none() && b.ar == p.0)
                && it.peek().is_some_and(Node::ungoverned)
        }) && let Some(prep) = out.pop()
        {
            let raw = (prep.raw.0, n.raw.1);
            out.push(Node {
                en: (*en).to_owned(),
                ar: if *en == "regarding" { "بشأن" } else { *en }.to_owned(),
                lemma: None,
                mention: true,
                raw,
                ..prep
            });
            continue;
        }
        // من حيث المبدأ
        if n.en == "principle"
            && n.definite
            && let [.., from, as_] = out.as_slice()
            && from.pos == Pos::Prep
            && as_.ar == "حيث"
        {
            let raw = (from.raw.0, n.raw.1);
            out.truncate(out.len() - 2);
            out.push(Node { raw, mention: true, content: true, ..Node::new(Pos::Adverb, "in principle") });
            continue;
        }
        // رئيس الوفد الروسي: the delegation is Russian, and so is he.
        if n.pos == Pos::Adjective
            && n.definite
            && !n.feminine
            && !n.and
            && n.prep.is_none()
            && let Some(b) = out.last_mut().filter(|b| b.pos == Pos::Title && b.en.ends_with("head of delegation") && b.definite)
        {
            b.en = b
                .en
                .replace("head of delegation", &format!("head of the {} delegation", n.en.replace("governmental", "government")));
            b.raw.1 = n.raw.1;
            continue;
        }
        // شهر رمضان
        if n.en == "month"
            && n.pos == Pos::Noun
            && !n.definite
            && !n.plural
            && n.pron.is_none()
            && let Some(name) =
                it.next_if(|x| x.pos == Pos::Adverb && x.mention && x.en.starts_with(char::is_uppercase) && !x.and)
        {
            out.push(Node { raw: (n.raw.0, name.raw.1), and: n.and, prep: n.prep, ..name });
            continue;
        }
        out.push(n);
    }
    out
}

/// Words before من that say how many: المزيد من الجهود is more efforts.
const PARTITIVES: &[(&str, &str)] =
    &[("مزيد", "more"), ("عديد", "many"), ("كثير", "many"), ("قليل", "few"), ("كل", "each of"), ("كلا", "each of")];

/// Puts a word of quantity and its من together.
pub(super) fn partitives(nodes: Vec<Node>) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut it = nodes.into_iter().peekable();
    while let Some(n) = it.next() {
        // كثير منهم, كل منهما: many of them, each of them
        if n.mention && n.pron.is_some() && matches!(n.en.as_str(), "each of" | "many" | "few" | "some" | "most") {
            let en = n.en.trim_end_matches(" of").to_owned();
            out.push(Node { pos: Pos::Quant, en, lemma: None, content: false, ..n });
            continue;
        }
        // كل من يخرق الهدنة: all those who
        if n.en == "each of" && n.mention && it.peek().is_some_and(|x| x.pos == Pos::Verb && !x.and) {
            out.push(Node { pos: Pos::Prep, ar: "من".to_owned(), en: "all those who".to_owned(), ..n });
            continue;
        }
        let noun =
            it.peek().is_some_and(|x| x.nominal() || matches!(x.pos, Pos::Adjective | Pos::Unknown | Pos::Number | Pos::Dem));
        // المسؤولين عن الهجوم: those responsible for it.
        if n.pos == Pos::Prep
            && n.ar == "عن"
            && let Some(b) = out.last_mut().filter(|b| b.nominal() && b.en.starts_with("official") && b.pron.is_none())
        {
            let many = b.plural || b.en.ends_with('s');
            *b = Node {
                pos: Pos::Noun,
                en: if many { "those responsible" } else { "person responsible" }.to_owned(),
                bare: many,
                mass: many,
                lemma: None,
                mention: true,
                definite: b.definite,
                ..b.clone()
            };
        }
        // أي من الأطراف: any of the parties
        if n.pos == Pos::Prep
            && n.ar == "من"
            && n.pron.is_none()
            && noun
            && let Some(b) = out.last_mut().filter(|b| b.pos == Pos::Quant && b.en == "any" && b.pron.is_none())
        {
            b.raw.1 = n.raw.1;
            continue;
        }
        // ، أي ما يعادل النصف: that is
        if n.pos == Pos::Quant
            && n.en == "any"
            && out.last().is_some_and(|b| matches!(b.pos, Pos::Mark('،' | ',' | '(')))
            && it.peek().is_some_and(|x| matches!(x.pos, Pos::What | Pos::Number | Pos::Quant | Pos::That | Pos::Prep))
        {
            out.push(Node { pos: Pos::Adverb, en: "that is,".to_owned(), lemma: None, content: false, ..n });
            continue;
        }
        let of = n.pos == Pos::Prep && n.ar == "من" && n.pron.is_none() && !n.and && noun;
        let quantity = out.last().filter(|b| of && b.pron.is_none() && !(b.pos == Pos::Prep)).and_then(|b| {
            let bare = b.ar.trim_start_matches("ال").trim_end_matches('ا');
            PARTITIVES.iter().find(|p| p.0 == bare || p.0 == b.ar)
        });
        match (quantity, out.last_mut()) {
            (Some((_, en)), Some(before)) => {
                *before = Node {
                    pos: Pos::Quant,
                    en: (*en).to_owned(),
                    lemma: None,
                    definite: false,
                    content: false,
                    mention: false,
                    raw: (before.raw.0, n.raw.1),
                    ..before.clone()
                };
            }
            _ => out.push(n),
        }
    }
    out
}
