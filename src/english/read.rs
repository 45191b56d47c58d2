//! From text to nodes: the glossary's mentions are the skeleton, the general lexicon fills the rest; where a word has several readings, its neighbours choose.

use std::ops::Range;

use super::expand::{feature, kind};
use super::lexicon::{Lexicon as English, Reading};
use super::node::{Node, Pos};
use super::skeleton;
use crate::analysis::Mention;
use crate::arabic::clitics::{Ending, Proclitics, Pronoun};
use crate::arabic::fold::{fold, show};
use crate::arabic::inflect::{Person, Tense};
use crate::arabic::token::{self, Kind as TokenKind, Token};
use crate::glossary::lexicon::Lexicon;

/// Words of one letter with a pronoun: (form, preposition, pronoun).
const SHORT: &[(&str, &str, Pronoun)] = &[
    ("له", "ل", Pronoun::His), ("لها", "ل", Pronoun::Her), ("لهم", "ل", Pronoun::Their), ("لهما", "ل", Pronoun::Both), ("لنا", "ل", Pronoun::Our), ("لهن", "ل", Pronoun::TheirFeminine),
    ("به", "ب", Pronoun::His), ("بها", "ب", Pronoun::Her), ("بهم", "ب", Pronoun::Their), ("بهما", "ب", Pronoun::Both), ("بنا", "ب", Pronoun::Our),
    ("منه", "من", Pronoun::His), ("عنه", "عن", Pronoun::His), ("فيه", "في", Pronoun::His), ("معه", "مع", Pronoun::His),
];

/// English of the prepositions that are written onto a word, where nothing governs them.
pub(super) fn short_prep(ar: &str) -> &'static str {
    match ar {
        "ب" => "with",
        "ل" => "for",
        "ك" => "as",
        "من" => "from",
        "عن" => "about",
        "مع" => "with",
        "تحت" => "under",
        _ => "in",
    }
}

/// The nodes of `text[range]`.
pub(super) fn nodes(text: &str, range: &Range<u32>, mentions: &[Mention], glossary: &Lexicon, english: &English) -> Vec<Node> {
    let mut tokens = Vec::new();
    token::tokens_into(text, range.start as usize, range.end as usize, &mut tokens);
    split_glued(&mut tokens, mentions);
    let mut all: Vec<Vec<Node>> = Vec::with_capacity(tokens.len());
    let (mut at, mut next) = (0, 0);
    while at < tokens.len() {
        let token = tokens[at];
        while next < mentions.len() && (mentions[next].start < token.start || mentions[next].end > range.end) {
            next += 1;
        }
        let here = mentions.get(next).filter(|m| m.start < token.end);
        let (candidates, used) = match here {
            Some(mention) => {
                let last = (at..tokens.len()).take_while(|&t| tokens[t].start < mention.end).last().unwrap_or(at);
                let found = skeleton::mention(text, &tokens[at..=last], *mention, glossary, english);
                if found.is_empty() { (word(text, &token, english), 1) } else { (found, last + 1 - at) }
            }
            None => (word(text, &token, english), 1),
        };
        all.push(candidates);
        at += used;
    }
    let mut out: Vec<Node> = Vec::with_capacity(all.len());
    for i in 0..all.len() {
        let chosen = choose(&all[i], &out, &all[i + 1..(i + 4).min(all.len())]);
        out.push(chosen);
    }
    skeleton::dates(skeleton::quoted(out))
}

/// A token in which several mentions begin was several words, run together.
fn split_glued(tokens: &mut Vec<Token>, mentions: &[Mention]) {
    let mut at = 0;
    while at < tokens.len() {
        let t = tokens[at];
        let inside: Vec<&Mention> = mentions.iter().filter(|m| m.start >= t.start && m.start < t.end).collect();
        if let [first, second, ..] = inside.as_slice()
            && first.end < second.start + 1
        {
            let cut = first.end;
            tokens.splice(at..=at, [Token { end: cut, ..t }, Token { start: cut, ..t }]);
        }
        at += 1;
    }
}

/// The candidates of a token that no mention covers.
fn word(text: &str, token: &Token, english: &English) -> Vec<Node> {
    let raw = token.text(text);
    let place = (token.start, token.end);
    match token.kind {
        TokenKind::Mark(c) => vec![Node { raw: place, ..Node::new(Pos::Mark(c), c.to_string()) }],
        TokenKind::Number => {
            let digits: String = raw.chars().map(|c| match c {
                '٫' => '.',
                '٬' => ',',
                c => char::from(crate::arabic::fold::class(c).1.clamp(b'0', b'9')).to_digit(10).filter(|_| !matches!(c, '.' | ',')).map_or(c, |d| char::from(b'0' + d as u8)),
            }).collect();
            vec![Node { raw: place, ar: digits.clone(), ..Node::new(Pos::Number, digits) }]
        }
        TokenKind::Word => {
            let folded = fold(raw);
            let bare = folded.first().is_some_and(|b| *b < 0x80);
            if bare {
                return vec![Node { raw: place, bare: true, content: true, ..Node::new(Pos::Name, raw) }];
            }
            if let Some(short) = short(raw) {
                return vec![Node { raw: place, ..short }];
            }
            // الـ 23
            if fold(raw) == fold("ال") {
                return vec![Node { raw: place, ..Node::new(Pos::Mark(' '), "") }];
            }
            let mut readings = Vec::new();
            english.readings(raw, &mut readings);
            let mut out: Vec<Node> = readings.iter().filter_map(|r| node(r, raw)).map(|n| Node { raw: place, ..n }).collect();
            if out.is_empty() {
                out.push(unknown(raw, place));
            }
            out
        }
    }
}

fn short(raw: &str) -> Option<Node> {
    let and = raw.starts_with(['و', 'ف']) && raw != "فيه";
    let rest = if and { &raw[2..] } else { raw };
    let (_, prep, pron) = SHORT.iter().find(|s| s.0 == rest || s.0 == raw)?;
    Some(Node { and: and && rest != raw, prep: None, pron: Some(*pron), ar: (*prep).to_owned(), ..Node::new(Pos::Prep, short_prep(prep)) })
}

/// A word that nothing knows: its clitics are told from its letters, so that a name keeps its preposition.
fn unknown(raw: &str, place: (u32, u32)) -> Node {
    let definite = raw.starts_with("ال") || raw.starts_with("وال") || raw.starts_with("بال") || raw.starts_with("لل");
    let prep = if raw.starts_with("لل") { Some("ل") } else if raw.starts_with("بال") { Some("ب") } else { None };
    Node { raw: place, ar: raw.to_owned(), definite, prep, and: raw.starts_with("وال"), content: true, ..Node::new(Pos::Unknown, "…") }
}

/// The node that a reading makes.
pub(super) fn node(r: &Reading, raw: &str) -> Option<Node> {
    let en = r.lemma.en(0).unwrap_or_default();
    let mut n = Node::new(Pos::Adverb, en);
    n.lemma = Some(r.lemma);
    n.ar = if r.kind() == kind::WORD || r.kind() == kind::VERB { r.lemma.ar.to_owned() } else { show(&r.stem) };
    clitics(&mut n, r.proclitics, r.ending);
    n.plural = r.has(feature::PLURAL);
    n.dual = r.has(feature::DUAL);
    n.feminine = r.has(feature::FEMININE);
    n.human = r.lemma.is('h');
    n.agent = n.human;
    n.mass = r.lemma.is('m') || r.lemma.is('p');
    n.content = true;
    n.below = raw.contains('إ');
    n.so = r.proclitics.has(Proclitics::FEH);
    // يتم is تم far more often than أتم.
    if r.lemma.ar == "أتم" && r.kind() == kind::VERB && r.tense() != Tense::Perfect {
        return None;
    }
    if raw.ends_with("ًا") || raw.ends_with("اً") {
        n.accusative = true;
    }
    let verb = |n: &mut Node| {
        if let (Some(past), Some(part)) = (r.lemma.en(1), r.lemma.en(2)) {
            n.forms = Some((past.to_owned(), part.to_owned()));
        }
    };
    match r.kind() {
        kind::VERB => {
            n.pos = Pos::Verb;
            (n.tense, n.person, n.passive) = (r.tense(), r.person(), r.has(feature::IS_PASSIVE));
            n.plural = matches!(n.person, Person::They | Person::Both);
            n.feminine = n.person == Person::She;
            n.dual = n.person == Person::Both;
            verb(&mut n);
            // قُتل: the vowel tells the passive of a perfect.
            let letters = r.proclitics.show().chars().filter(|c| !matches!(c, ' ' | '+')).count();
            n.passive |= n.tense == Tense::Perfect && raw.chars().nth(letters + 1) == Some('\u{64f}');
        }
        kind::NOUN => {
            n.pos = Pos::Noun;
            if r.lemma.ar == "أحد" && n.en == "one" {
                "anyone".clone_into(&mut n.en);
                (n.human, n.agent, n.definite, n.mass) = (true, true, true, true);
                n.bare = true;
            }
        }
        kind::ADJECTIVE => n.pos = Pos::Adjective,
        kind::MASDAR => {
            n.pos = Pos::Masdar;
            match r.lemma.masdar_en(&fold(raw)) {
                Some(own) => {
                    own.clone_into(&mut n.en);
                    n.own = true;
                    n.mass = true;
                }
                None => verb(&mut n),
            }
        }
        kind::ACTIVE | kind::PASSIVE => {
            n.pos = if r.kind() == kind::ACTIVE { Pos::Active } else { Pos::Passive };
            verb(&mut n);
        }
        _ => particle(&mut n, r),
    }
    Some(n)
}

fn particle(n: &mut Node, r: &Reading) {
    n.content = false;
    n.pos = match r.lemma.pos {
        "prep" => Pos::Prep,
        "conj" => Pos::Conj,
        "clause" => Pos::Clause,
        "if" => Pos::If,
        "inorder" => Pos::InOrder,
        "that" => Pos::That,
        "neg" => Pos::Neg,
        "isnot" => Pos::IsNot,
        "without" => Pos::Without,
        "non" if n.pron.is_some() => {
            "others".clone_into(&mut n.en);
            n.pron = None;
            Pos::Adverb
        }
        "non" => Pos::Non,
        "nonmasdar" => Pos::NonMasdar,
        "qad" => Pos::Qad,
        "will" => Pos::Will,
        "pron" => Pos::Pron,
        "dem" => Pos::Dem,
        "rel" => {
            n.ar = show(&r.stem);
            Pos::Rel
        }
        "quant" => Pos::Quant,
        "there" => Pos::There,
        "what" => Pos::What,
        _ => {
            n.content = true;
            Pos::Adverb
        }
    };
    if n.pos == Pos::Prep && n.prep.is_some() {
        n.prep = None;
    }
}

/// Sets what was taken off a word.
pub(super) fn clitics(n: &mut Node, p: Proclitics, ending: Ending) {
    n.and = p.has(Proclitics::WAW) || p.has(Proclitics::FEH);
    n.definite = p.has(Proclitics::ARTICLE);
    n.will = p.has(Proclitics::SEEN);
    n.prep = [(Proclitics::BEH, "ب"), (Proclitics::LAM, "ل"), (Proclitics::KAF, "ك")].into_iter().find(|(c, _)| p.has(*c)).map(|(_, s)| s);
    match ending {
        Ending::Pronoun(pron) => n.pron = Some(pron),
        Ending::Accusative => n.accusative = true,
        Ending::None => {}
    }
}

/// Chooses a reading by its neighbours.
fn choose(candidates: &[Node], before: &[Node], behind: &[Vec<Node>]) -> Node {
    let best = candidates.iter().enumerate().max_by_key(|(i, c)| (score(c, before, behind), std::cmp::Reverse(*i)));
    best.map_or_else(|| Node::new(Pos::Unknown, "…"), |(_, n)| n.clone())
}

fn score(c: &Node, before: &[Node], behind: &[Vec<Node>]) -> i32 {
    // A quotation mark is no neighbour.
    let opens = before.last().is_some_and(Node::quote) && before.iter().rev().find(|n| !n.quote()).is_some_and(|p| matches!(p.pos, Verb | That) || p.agent);
    let prev = before.iter().rev().find(|n| !n.quote()).filter(|_| !opens);
    let next = behind.first().map(Vec::as_slice);
    use Pos::{Active, Adjective, Clause, Conj, Dem, If, Mark, Masdar, Modal, Name, Neg, Non, NonMasdar, Noun, Number, Passive, Prep, Pron, Qad, Quant, Rel, That, Title, Verb, What, Will, Without};
    let mut s = 0;
    s -= i32::from(c.and) * 6 + i32::from(c.prep.is_some()) * 9 + i32::from(c.pron.is_some()) * 6 + i32::from(c.accusative) * 10 + i32::from(c.will) * 4;
    if let Some((words, wanted, preps)) = c.lemma.and_then(|l| l.guards()) {
        let is = |list: &str, n: &Node| !list.is_empty() && list.split(' ').any(|w| fold(w) == fold(&n.ar) || fold(w.trim_start_matches("ال")) == fold(n.ar.trim_start_matches("ال")));
        let prep = |n: &Node| !preps.is_empty() && preps.split(' ').any(|p| n.prep == Some(p) || (n.pos == Prep && fold(&n.ar) == fold(p)));
        let found = next.is_some_and(|list| list.iter().any(|n| is(words, n))) || behind.iter().take(3).flatten().any(prep);
        if found || prev.is_some_and(|p| is(wanted, p)) {
            s += 25;
        } else {
            s -= 60;
        }
    }
    let own_prep = c.prep.is_some();
    let verb = c.pos == Verb;
    let nominal = c.nominal();
    if !matches!(c.pos, Verb | Noun | Masdar | Adjective | Active | Passive | Name | Title) {
        // Particles are few and frequent: the verb that is written like على or بين is not meant.
        s += if c.content { 7 } else { 40 };
    }
    match c.pos {
        Active => s -= 5,
        Passive => s -= if c.accusative { 8 } else { 4 },
        Noun => s += 1,
        Verb if own_prep => s -= 8,
        _ => {}
    }
    if verb && c.tense == Tense::Short && !prev.is_some_and(|p| matches!(p.pos, Neg | That | Clause | If)) {
        s -= 25;
    }
    // مندوبين is many, not two; بيانا is one with an ending.
    if c.dual && c.pos != Verb {
        let construct = next.is_some_and(|l| l.iter().any(|n| n.nominal() && n.prep.is_none() && !n.and));
        s -= if c.human { 5 } else if c.ar.ends_with('ا') && !construct { 14 } else { 0 };
    }
    let nominal_behind = next.is_some_and(|l| l.iter().any(|n| n.nominal() && n.prep.is_none() && !n.and));
    // A dual keeps no ن before its second noun.
    if c.dual && c.pos == Noun && c.ar.ends_with('ن') && nominal_behind && !c.definite {
        s -= 10;
    }
    if verb && c.lemma.is_some_and(|l| matches!(l.ar, "تكون" | "كون")) {
        s -= 20;
    }
    // The verb follows the gender of a subject directly behind it.
    if verb && let Some(n) = next.and_then(|l| l.first()).filter(|n| n.nominal() && n.definite && !n.bare && n.prep.is_none() && !n.and) {
        let feminine = n.feminine || (n.plural && !n.human);
        s -= if c.person == Person::She && !feminine && !n.plural || c.person == Person::He && feminine { 5 } else { 0 };
    }
    if c.and && nominal && !own_prep && prev.is_some_and(|p| p.nominal() && !p.definite && p.pron.is_none()) && nominal_behind {
        s += 8;
    }
    if matches!(c.pos, Adjective | Active | Passive) && !c.mention {
        let other = prev.is_some_and(|p| p.nominal() && !p.plural && !p.dual && !p.bare && p.feminine != c.feminine && !c.plural);
        s -= if other { 12 } else { 0 };
    }
    if c.pos == Active && c.pron.is_some() {
        s -= 8;
    }
    if c.pos == Active && c.accusative && prev.is_some_and(|p| matches!(p.pos, Mark('،' | ','))) {
        s += 16;
    }
    if verb && prev.is_some_and(|p| p.definite && (p.nominal() || p.pos == Adjective) && !p.agent) && !c.and {
        let feminine = prev.is_some_and(|p| p.feminine || p.plural);
        s -= if (c.person == Person::She) != feminine && matches!(c.person, Person::She | Person::He) { 5 } else { 0 };
    }
    if verb && c.person == Person::Both && !prev.is_some_and(|p| p.dual || p.pos == Neg) {
        s -= 10;
    }
    if verb && matches!(c.person, Person::I) {
        s -= 6;
    }
    let start = prev.is_none_or(|p| matches!(p.pos, Conj | Clause | If | What) || (matches!(p.pos, Mark(_)) && !matches!(p.pos, Mark('-'))));
    if start {
        s += if verb { 12 } else { 0 };
        s += if matches!(c.pos, Adjective | Passive) && !c.definite { -3 } else { 0 };
    }
    if let Some(p) = prev {
        match p.pos {
            Prep if p.pron.is_none() && matches!(c.pos, Active | Passive) && !c.definite => s -= 8,
            Prep if p.pron.is_none() => s += if verb { -40 } else if nominal { 6 } else { 0 },
            Dem | Quant | Number | NonMasdar | Without | Non => s += if verb { -25 } else { 6 },
            Neg if p.ar == "لا" && verb && c.tense == Tense::Perfect => s -= 30,
            Neg if p.ar == "لا" => s += if verb { 25 } else { 8 },
            Neg | Qad | Will | Modal => s += if verb { 45 } else { 0 },
            That if p.pron.is_none() => s += if verb && fold(&p.ar) == fold("أن") && c.tense != Tense::Perfect { 18 } else if nominal { 12 } else { -4 },
            Rel => s += if verb { 25 } else { 0 },
            Pron => s += if matches!(c.pos, Adjective | Active | Passive | Noun) { 6 } else { 0 },
            Verb if super::verb::is_verb(p, "كان") && matches!(c.pos, Adjective | Active | Passive) && !c.definite => s += 8,
            Verb => s += if verb { if p.lemma.is_some_and(|l| l.is('a')) { 8 } else { -16 } } else { 4 },
            Name => s += if verb { 8 } else { 0 },
            Noun | Masdar | Title | Active | Passive | Adjective => {
                let same = p.definite == c.definite && !c.and && !own_prep;
                if c.pos == Adjective || (matches!(c.pos, Active | Passive) && c.definite) {
                    s += if same { 12 } else { -2 };
                }
                if !p.definite && p.pron.is_none() && nominal && !c.and && !own_prep {
                    s += 6;
                }
                if p.definite && verb && !c.and {
                    s += 8;
                }
                if p.definite && nominal && !c.definite && !c.and && !own_prep && !c.accusative {
                    s -= 6;
                }
            }
            _ => {}
        }
    }
    if let Some(n) = next.and_then(|l| l.first()) {
        let opens = n.pos == That || n.pos == Mark(':');
        if verb && (opens || n.definite && n.prep.is_none() && !n.and || n.pos == Name) {
            s += 6;
        }
        if c.pos == Adjective && n.definite && n.prep.is_none() && !n.and && !c.definite {
            s -= 6;
        }
    }
    // يبلغ عدد, يبلغ 44: amounts to, not informs.
    if c.lemma.is_some_and(|l| l.ar == "أبلغ") && next.is_some_and(|l| l.iter().any(|n| n.pos == Number || n.ar == "عدد" || n.ar == "من")) {
        s -= 16;
    }
    // Of two readings the one that denies is the safe one.
    if super::check::denials(&c.en) > 0 {
        s += 20;
    }
    if c.mention {
        s += 5;
    }
    s
}

/// The folded Arabic of a range, shown as letters.
pub(super) fn plain(raw: &str) -> String {
    show(&fold(raw))
}
