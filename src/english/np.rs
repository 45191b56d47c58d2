//! The noun phrase: where most of the gain is. (quantifier) (number) noun, idafa, adjectives, title and name become English order; the phrase is then moved as a whole.

use super::adjectives::{apposed, collect};
use super::generate::{self, indefinite};
use super::names;
use super::node::{Node, Pos, possessive};
use super::numbers;

/// The determiner of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Det {
    /// the
    The,
    /// a, an, or none where there are many
    A,
    /// none
    None,
    /// his, all the …
    Words(String),
}

/// A noun phrase in English order.
#[derive(Clone, Debug)]
pub(super) struct Np {
    pub(super) det: Det,
    pub(super) pre: Vec<String>,
    pub(super) head: String,
    pub(super) post: String,
    pub(super) plural: bool,
    /// Plural in English.
    pub(super) many: bool,
    pub(super) dual: bool,
    pub(super) feminine: bool,
    pub(super) human: bool,
    pub(super) agent: bool,
    pub(super) definite: bool,
    pub(super) name: bool,
    pub(super) title: bool,
    pub(super) accusative: bool,
    pub(super) mass: bool,
    /// Index of the head's node: what governs the preposition behind it.
    pub(super) at: usize,
    /// Index behind the phrase.
    pub(super) next: usize,
}

impl Np {
    fn new(n: &Node, at: usize) -> Self {
        Self {
            det: if n.bare {
                Det::None
            } else if n.definite {
                Det::The
            } else {
                Det::A
            },
            pre: if n.dual && !n.bare && !n.mass { vec!["two".to_owned()] } else { Vec::new() },
            head: n.noun(),
            post: String::new(),
            plural: n.plural || n.dual || super::skeleton::many(&n.en) && n.mention && n.pos != Pos::Adjective,
            many: (n.plural || n.dual) && (!n.mass || n.mention) || super::skeleton::many(&n.en) && n.nominal(),
            dual: n.dual,
            feminine: n.feminine,
            human: n.human,
            agent: n.agent,
            definite: n.definite || n.bare,
            name: n.bare,
            title: n.pos == Pos::Title,
            accusative: n.accusative,
            mass: n.mass,
            at,
            next: at + 1,
        }
    }

    /// The phrase as text.
    pub(super) fn text(&self) -> String {
        let mut words = String::new();
        for p in self.pre.iter().filter(|p| !p.is_empty()) {
            words.push_str(p);
            words.push(' ');
        }
        words.push_str(&self.head);
        if !self.post.is_empty() {
            if !self.post.starts_with(',') {
                words.push(' ');
            }
            words.push_str(&self.post);
        }
        match &self.det {
            Det::The => format!("the {words}"),
            Det::A if self.many || self.mass || self.head.starts_with('…') => words,
            Det::A => format!("{} {words}", indefinite(&words)),
            Det::None => words,
            Det::Words(w) => format!("{w} {words}"),
        }
    }

    /// True if an adjective can belong to this head.
    pub(super) fn agrees(&self, a: &Node) -> bool {
        if a.definite != self.definite && !(self.name && a.definite) {
            return false;
        }
        if a.dual != self.dual && (a.dual || !a.plural) {
            return !a.dual && self.dual && a.feminine == self.feminine && a.mention;
        }
        if self.plural && !self.human {
            return a.feminine || a.plural;
        }
        if self.plural {
            return a.plural || a.feminine;
        }
        a.feminine == self.feminine && !a.plural
    }
}

/// True for the words of a name before which "the" stands.
fn wants_the(en: &str) -> bool {
    const COMMON: &[&str] = &[
        "Nations",
        "Council",
        "Union",
        "Army",
        "Forces",
        "Front",
        "Committee",
        "Ministry",
        "Party",
        "Movement",
        "Coalition",
        "Commission",
        "Organization",
        "Organisation",
        "Assembly",
        "Government",
        "League",
        "States",
        "Kingdom",
        "Emirates",
        "Conference",
        "Agreement",
        "Secretariat",
        "Group",
        "Bank",
        "Court",
        "Office",
        "Federation",
        "Republic",
        "Agency",
        "Centre",
        "Center",
        "Network",
        "Delegation",
        "Opposition",
        "Regime",
        "Alliance",
        "Parliament",
        "Cross",
        "Crescent",
        "Observatory",
        "Guard",
        "Corps",
        "Command",
        "Commissioner",
        "General",
        "Kremlin",
        "House",
    ];
    let last = en.split([' ', '-']).next_back().unwrap_or(en);
    let lower = last.chars().next().is_some_and(char::is_lowercase);
    if en.starts_with("al-") || en.starts_with("Al ") || en.starts_with("Al-") || en.starts_with("the ") || en.starts_with("The ")
    {
        return false;
    }
    let words = en.split(' ').count();
    (words > 1 && (lower || en.split([' ', '-']).any(|w| COMMON.contains(&w)))) || (words == 1 && (lower || COMMON.contains(&en)))
}

/// The noun phrase that begins at `i`, if one does.
pub(super) fn np(nodes: &[Node], i: usize) -> Option<Np> {
    parse(nodes, i, None, 0)
}

fn parse(nodes: &[Node], i: usize, outer: Option<&Np>, depth: usize) -> Option<Np> {
    let n = nodes.get(i)?;
    if depth > 6 {
        return None;
    }
    let follows = |j: usize| nodes.get(j).is_some_and(|x| !x.and && x.prep.is_none());
    match n.pos {
        Pos::Quant if n.pron.is_some() => {
            let mut p = Np::new(n, i);
            p.head = format!("{} of {}", n.en.replace("every", "all").trim_end_matches(" of"), super::node::object(n.pron?));
            (p.det, p.definite, p.plural, p.many) = (Det::None, true, true, true);
            Some(p)
        }
        Pos::Quant if follows(i + 1) => {
            let mut p = parse(nodes, i + 1, outer, depth + 1)?;
            let text = match n.en.as_str() {
                "every" if p.plural || p.definite => "all",
                en => en,
            };
            p.det = match (text, &p.det) {
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
                ("both", _) => {
                    p.pre.retain(|w| w != "two");
                    (p.name, p.many) = (true, true);
                    Det::Words("both".to_owned())
                }
                ("mere", _) => Det::Words("a mere".to_owned()),
                ("all", Det::The) => Det::Words("all the".to_owned()),
                (q, Det::The) => Det::Words(format!("{q} of the")),
                (q, Det::Words(w)) => Det::Words(format!("{q} of {w}")),
                (q, _) => Det::Words(q.to_owned()),
            };
            p.accusative = n.accusative;
            Some(p)
        }
        Pos::Dem
            if follows(i + 1)
                && nodes.get(i + 1).is_some_and(|x| {
                    x.definite && (x.nominal() || matches!(x.pos, Pos::Active | Pos::Passive | Pos::Adjective | Pos::Unknown))
                }) =>
        {
            let mut p = parse(nodes, i + 1, outer, depth + 1)?;
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
        Pos::Number => number(nodes, i, outer, depth),
        Pos::Noun | Pos::Title | Pos::Masdar | Pos::Name => Some(headed(nodes, i, outer, depth)),
        Pos::NonMasdar if follows(i + 1) => {
            let mut p = parse(nodes, i + 1, outer, depth + 1)?;
            let masdar = nodes.get(p.at).is_some_and(|m| m.pos == Pos::Masdar && !m.own);
            p.det = if masdar && p.det != Det::None { Det::None } else { p.det };
            let named = nodes.get(p.at).is_some_and(|m| m.pos == Pos::Masdar);
            p.accusative = n.accusative;
            p.mass = true;
            if masdar {
                p.head = format!("not {}", p.text());
                p.det = Det::None;
                p.pre.clear();
                p.post.clear();
            } else if named && p.pre.is_empty() && p.post.starts_with("of ") {
                p.head = format!("non-{}", p.head);
            } else {
                p.head = format!("the lack of {}", p.text());
                p.det = Det::None;
                p.pre.clear();
                p.post.clear();
            }
            Some(p)
        }
        Pos::Adjective if n.lemma.is_some_and(|l| l.is('e')) && !n.definite => elative(nodes, i, outer, depth),
        Pos::Adjective | Pos::Active | Pos::Passive if n.definite || n.plural || n.prep.is_some() => {
            let mut p = Np::new(n, i);
            let word = match n.pos {
                Pos::Active => generate::gerund(&n.en),
                Pos::Passive => n.participle(),
                _ => n.en.clone(),
            };
            let demonym = n.mention && n.pos == Pos::Adjective && n.human;
            p.head = if demonym && n.plural && !word.ends_with("sh") && !word.ends_with("ch") && !word.ends_with("ese") {
                format!("{word}s")
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

/// أكبر دور: the largest role; أكثر من 300: more than 300.
fn elative(nodes: &[Node], i: usize, outer: Option<&Np>, depth: usize) -> Option<Np> {
    let n = &nodes[i];
    if nodes.get(i + 1).is_some_and(|x| x.ar == "من" && x.pos == Pos::Prep && x.pron.is_none())
        && let Some(mut p) = nodes.get(i + 2).filter(|x| x.pos == Pos::Number).and_then(|_| parse(nodes, i + 2, outer, depth + 1))
    {
        p.pre.insert(0, format!("{} than", n.en));
        p.det = Det::None;
        return Some(p);
    }
    let mut p = nodes
        .get(i + 1)
        .filter(|x| x.nominal() && !x.and && x.prep.is_none())
        .and_then(|_| parse(nodes, i + 1, outer, depth + 1))?;
    let best = n.lemma.and_then(|l| l.en(1)).unwrap_or(n.en.as_str()).to_owned();
    if p.definite {
        p.head = format!("{best} of {}", p.text());
        p.pre.clear();
        p.post.clear();
    } else {
        p.pre.insert(0, best);
    }
    p.det = Det::The;
    p.definite = true;
    Some(p)
}

fn number(nodes: &[Node], i: usize, outer: Option<&Np>, depth: usize) -> Option<Np> {
    let n = &nodes[i];
    let (mut text, mut next) = (n.en.clone(), i + 1);
    while let Some(more) = nodes.get(next).filter(|x| x.pos == Pos::Number && (x.and || x.prep.is_none()) && x.mention) {
        text = if more.and { format!("{text} and {}", more.en) } else { numbers::joined(&text, &more.en) };
        next += 1;
    }
    if text == "both" || text == "dozens" || text == "hundreds" || text == "thousands" {
        let word = if text == "both" { "both".to_owned() } else { format!("{text} of") };
        if let Some(mut p) = nodes
            .get(next)
            .filter(|x| x.nominal() && !x.and && x.prep.is_none())
            .and_then(|_| parse(nodes, next, outer, depth + 1))
        {
            p.det = match p.det {
                Det::The => Det::Words(format!("{word} the")),
                _ => Det::Words(word),
            };
            (p.plural, p.many) = (true, true);
            return Some(p);
        }
    }
    let counted =
        nodes.get(next).filter(|x| (x.nominal() && x.pos != Pos::Name || x.pos == Pos::Unknown) && !x.and && x.prep.is_none());
    if let Some(mut p) = counted.and_then(|_| parse(nodes, next, outer, depth + 1)) {
        if numbers::many(&text) && !p.plural {
            let of = nodes.get(p.at).is_some_and(|x| !x.mass && x.pos != Pos::Unknown);
            p.head = if of { generate::plural(&p.head) } else { p.head };
            p.plural = true;
        }
        p.many = numbers::many(&text);
        p.pre.insert(0, text);
        p.det = if n.definite || p.det == Det::The { Det::The } else { Det::None };
        return Some(p);
    }
    let mut p = Np::new(n, i);
    p.plural = numbers::many(&text);
    p.many = p.plural;
    p.head = text;
    p.det = Det::None;
    p.next = next;
    Some(p)
}

/// True for a masdar whose gerund takes its object directly: of the patterns تفعيل and إفعال, whose verbs act on something, before a thing.
fn acts_on(n: &Node, inner: &Np) -> bool {
    if n.own || inner.agent || inner.human {
        return false;
    }
    let w: Vec<char> = n.lemma.map_or("", |l| l.masdar(&crate::arabic::fold::fold(&n.ar))).chars().collect();
    let taf_il = w.len() == 5 && w[0] == 'ت' && w[3] == 'ي';
    let if_al = w.len() >= 4 && w[0] == 'إ';
    let istif_al = w.len() >= 6 && w[0] == 'ا' && w[1] == 'س' && w[2] == 'ت';
    taf_il || if_al || istif_al
}

fn headed(nodes: &[Node], i: usize, outer: Option<&Np>, depth: usize) -> Np {
    let n = &nodes[i];
    let mut p = Np::new(n, i);
    if ["all ", "both ", "the "].iter().any(|w| n.en.starts_with(w)) {
        p.det = Det::None;
    }
    if n.bare && n.pos == Pos::Name && wants_the(&n.en) && !n.en.starts_with("both ") && !n.en.starts_with("all ") {
        p.det = Det::The;
    }
    // المتحدث باسم: the spokesman for …
    let open = n.mention && [" for", " of", " to"].iter().any(|w| n.en.ends_with(w));
    let gerund = n.pos == Pos::Masdar && !n.own;
    if gerund {
        p.head = generate::gerund(&n.en);
        p.mass = true;
    }
    if n.pos == Pos::Masdar && n.own && !n.definite {
        p.mass = true;
    }
    if let Some(pron) = n.pron {
        p.det = Det::Words(possessive(pron, false).to_owned());
        if n.ar == "بلاد" {
            (p.head, p.plural, p.many) = ("country".to_owned(), false, false);
            p.det = Det::Words(possessive(pron, true).to_owned());
        }
        p.definite = true;
    } else if (!n.definite || open)
        && !n.bare
        && !n.accusative
        && nodes.get(i + 1).is_some_and(|x| {
            !x.and
                && x.prep.is_none()
                && (x.nominal()
                    || matches!(x.pos, Pos::Number | Pos::Unknown | Pos::NonMasdar)
                    || (x.pos == Pos::Dem)
                    || (x.pos == Pos::Quant)
                    || (matches!(x.pos, Pos::Adjective | Pos::Passive | Pos::Active) && x.definite))
        })
        && !nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Name && x.person_name && n.pos == Pos::Title)
        && let Some(inner) = parse(nodes, i + 1, Some(&p), depth + 1)
    {
        if open {
            p.post = inner.text();
            p.next = inner.next;
            p.definite |= inner.definite;
        } else {
            idafa(n, &mut p, inner);
        }
    }
    collect(nodes, &mut p, outer);
    apposed(nodes, &mut p);
    p
}

/// N of N₂.
fn idafa(n: &Node, p: &mut Np, inner: Np) {
    p.next = inner.next;
    p.definite = inner.definite;
    p.det = if inner.definite { Det::The } else { Det::A };
    if n.pos == Pos::Masdar && !n.own {
        if acts_on(n, &inner) {
            p.det = Det::None;
            p.post = inner.text();
        } else {
            p.det = Det::The;
            p.post = format!("of {}", inner.text());
        }
    } else {
        p.post = format!("of {}", inner.text());
        if n.mass && !inner.definite {
            p.det = Det::None;
        }
    }
}
