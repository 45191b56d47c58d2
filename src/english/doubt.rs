//! How far a part of a line is to be trusted: counted from what was guessed. A part that is not trusted is a clause up to where the doubt begins, and shows phrases from there on.

use super::check;
use super::generate;
use super::node::{Node, Pos};
use super::np;
use crate::arabic::inflect::Tense;

/// From this sum on a part is not printed as a clause.
pub(super) const TOO_MUCH: usize = 2;

/// Readings that were a toss-up; a clause hangs on whether a word is its verb.
pub(super) fn words(nodes: &[Node]) -> usize {
    nodes.iter().map(|n| usize::from(n.tied) + usize::from(n.torn)).sum()
}

/// Prepositions that never stand beside each other.
const PREPOSITIONS: &[&str] = &["in", "on", "of", "for", "with", "by", "at", "from", "between", "about", "among"];
/// Words behind which a noun phrase must follow.
const OPEN: &[&str] = &["the", "a", "an", "of", "in", "on", "for", "with", "by", "at", "from", "its", "their"];
/// Words that open no noun phrase.
const CLOSED: &[&str] = &[
    "is", "are", "was", "were", "did", "does", "will", "has", "have", "had", "the", "a", "an", "and", "that", "who", "of", "to",
];

/// What the English shows: words that cannot stand beside each other where the sentence was read rightly.
pub(super) fn wording(text: &str) -> usize {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let mut sum = 0;
    let behind = |at: usize, list: &[&str]| words.get(at + 1).is_some_and(|w| list.contains(w));
    for (at, pair) in words.windows(2).enumerate() {
        let (a, b) = (pair[0], pair[1].trim_end_matches([',', '.', ':', ';', '”']));
        let bare = !pair[0].ends_with(|c: char| !c.is_alphanumeric());
        let article = matches!(a, "the" | "a" | "an" | "its" | "their");
        // the will of the people, the in force truce
        let own = b == "will" && (matches!(a, "its" | "their") || behind(at + 1, &["of", "to"]))
            || b == "in" && behind(at + 1, &["force"]);
        let wrong = PREPOSITIONS.contains(&a)
            && PREPOSITIONS.contains(&b)
            && !matches!(
                (a, b),
                ("of", "about" | "between")
                    | ("on", "in" | "at" | "by" | "with")
                    | ("from", "among" | "between")
                    | ("by", "about")
                    | ("for", "about")
                    | ("in", "about")
                    | ("with" | "at", "about")
                    | ("about", "among" | "between")
            )
            && !(b == "at" && behind(at + 1, &["least", "most", "all"]))
            // which the kingdom called for in Yemen: the verb keeps its preposition
            && !(words[..at].iter().any(|w| matches!(*w, "which" | "whom")) && at > 0 && words[at - 1].ends_with("ed"))
            || article && (CLOSED.contains(&b) || PREPOSITIONS.contains(&b)) && !own
            || OPEN.contains(&a)
                && !article
                && matches!(b, "is" | "are" | "was" | "were" | "did" | "does" | "will" | "has" | "have" | "had")
            || matches!((a, b), ("to", "to") | ("of", "to") | ("which", "which") | ("that", "which"));
        // the being in force one
        let stilted = matches!((a, b), ("the" | "a" | "of" | "an", "being"));
        sum += usize::from(bare && wrong) * TOO_MUCH + usize::from(stilted);
    }
    // the drugged one, the western ones: an adjective that found no noun
    const COUNTED: &[&str] = &[
        "first", "second", "third", "fourth", "fifth", "last", "other", "new", "only", "previous", "next", "same", "big",
        "small", "right", "wrong",
    ];
    for three in words.windows(3) {
        let one = matches!(three[2].trim_end_matches([',', '.', ';', '”']), "one" | "ones");
        sum += usize::from(one && matches!(three[0], "the" | "“the") && !COUNTED.contains(&three[1]));
    }
    let colon = words.iter().skip(1).filter(|w| **w == ":").count() * TOO_MUCH;
    // A word that nothing knows, a subject that was made up.
    sum + colon
        + lower.matches('…').count()
        + words.iter().filter(|w| w.starts_with("[he/it]") || w.starts_with("[it]") || w.starts_with("[they]")).count()
}

/// Words that no clause ends with.
const DANGLING: &[&str] =
    &["to", "that", "and", "which", "who", "whom", "not", "or", "but", "as", "is", "are", "was", "were", "be", "into"];

/// True for the English of a clause that says something though the rest of it is left out: a verb with what does it, no preposition without its noun.
pub(super) fn complete(text: &str, nodes: &[Node]) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let last = last.trim_end_matches(['”', ',']);
    let says = nodes.iter().filter(|n| n.content).count() >= 3;
    says && nodes.iter().any(|n| n.pos == Pos::Verb)
        // قوات تدعمها الإمارات: which is about a noun before it
        && !nodes.iter().any(|n| n.pos == Pos::Verb && n.pron.is_some())
        && !OPEN.contains(&last)
        && !DANGLING.contains(&last)
        && wording(text) == 0
}

/// True for what takes back or narrows what stands before it: except, unless, only.
pub(super) fn narrows(nodes: &[Node]) -> bool {
    nodes.iter().any(|n| {
        let en = n.en.to_lowercase();
        ["except", "unless", "only", "but", "other than", "instead"].iter().any(|w| en == *w || en.starts_with(&format!("{w} ")))
            || matches!(n.ar.as_str(), "الا" | "إلا" | "سوي" | "سوى" | "عدا")
    })
}

/// The phrases of a part in the order of the text, with nothing said of how they belong together.
pub(super) fn phrases(nodes: &[Node], part: std::ops::Range<usize>) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut i = part.start;
    while i < part.end {
        let n = &nodes[i];
        let about = n.pos == Pos::Quant && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Number);
        let whole = (about || n.nominal() || matches!(n.pos, Pos::Number | Pos::Unknown))
            .then(|| np::np(nodes, i))
            .flatten()
            .filter(|p| p.next <= part.end && !nodes[i..p.next].iter().any(|x| x.tied))
            .filter(|p| wording(&p.text()) == 0);
        // خارج اليمن: where it is not
        const WHERE: &[&str] = &["outside", "against", "until", "because of", "before", "after", "without"];
        let beyond = (n.pos == Pos::Prep && n.pron.is_none() && WHERE.contains(&n.en.as_str()))
            .then(|| np::np(nodes, i + 1))
            .flatten()
            .filter(|p| p.next <= part.end && nodes[i + 1].prep.is_none() && wording(&p.text()) == 0);
        if let Some(p) = beyond {
            out.push(format!("{} {}", n.en, p.text()));
            i = p.next;
            continue;
        }
        let (text, next) = match whole {
            Some(p) => (p.text(), p.next),
            None => (word(n), i + 1),
        };
        if !text.is_empty() && (text.starts_with('[') || out.last() != Some(&text)) {
            out.push(text);
        }
        i = next;
    }
    out.join(" … ")
}

/// True for what is left of `لم … إلا`: the negation is in it.
pub(super) fn but(n: &Node) -> bool {
    matches!(n.en.as_str(), "only" | "nothing but") && matches!(n.pos, Pos::Adverb | Pos::Quant)
}

/// A word on its own; empty for what says nothing alone, and where two readings were as likely.
fn word(n: &Node) -> String {
    match n.pos {
        Pos::Neg | Pos::NonMasdar | Pos::IsNot => "[not]".to_owned(),
        Pos::Non => "[non-]".to_owned(),
        Pos::Without => "[without]".to_owned(),
        _ if but(n) => n.en.clone(),
        _ if check::denials(&n.en) + check::negations(&n.en) > 0 => n.en.clone(),
        _ if n.tied || !n.content => String::new(),
        Pos::Verb => match n.tense {
            _ if n.passive => n.participle(),
            Tense::Perfect => n.past(),
            _ if n.will => format!("will {}", n.en),
            _ => n.en.clone(),
        },
        Pos::Noun | Pos::Title => n.noun(),
        Pos::Masdar if !n.own => generate::gerund(&n.en),
        Pos::Active => generate::gerund(&n.en),
        Pos::Passive => n.participle(),
        Pos::Unknown | Pos::Mark(_) => String::new(),
        _ => n.en.clone(),
    }
}
