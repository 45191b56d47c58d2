//! The readings of a word that no mention covers.

use super::lexicon::Lexicon as English;
use super::node::{Node, Pos};
use super::read::short_prep;
use super::reading::node;
use super::spelling;
use super::subject::intransitive;
use crate::arabic::clitics::Pronoun;
use crate::arabic::fold::{fold, same};
use crate::arabic::inflect::{Person, Tense};
use crate::arabic::token::Kind as TokenKind;

/// Words of one letter with a pronoun: (form, preposition, pronoun).
const SHORT: &[(&str, &str, Pronoun)] = &[
    ("له", "ل", Pronoun::His),
    ("لها", "ل", Pronoun::Her),
    ("لهم", "ل", Pronoun::Their),
    ("لهما", "ل", Pronoun::Both),
    ("لنا", "ل", Pronoun::Our),
    ("لهن", "ل", Pronoun::TheirFeminine),
    ("به", "ب", Pronoun::His),
    ("بها", "ب", Pronoun::Her),
    ("بهم", "ب", Pronoun::Their),
    ("بهما", "ب", Pronoun::Both),
    ("بنا", "ب", Pronoun::Our),
    ("منه", "من", Pronoun::His),
    ("عنه", "عن", Pronoun::His),
    ("فيه", "في", Pronoun::His),
    ("معه", "مع", Pronoun::His),
];

pub(super) fn alone(raw: &str, kind: TokenKind, english: &English) -> Vec<Node> {
    let place = (0, raw.len() as u32);
    match kind {
        TokenKind::Mark(c) => vec![Node { raw: place, ..Node::new(Pos::Mark(c), c.to_string()) }],
        TokenKind::Number => {
            let digits: String = raw
                .chars()
                .map(|c| match c {
                    '٫' => '.',
                    '٬' => ',',
                    c => char::from(crate::arabic::fold::class(c).1.clamp(b'0', b'9'))
                        .to_digit(10)
                        .filter(|_| !matches!(c, '.' | ','))
                        .map_or(c, |d| char::from(b'0' + d as u8)),
                })
                .collect();
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
            if same(raw, "ال") {
                return vec![Node { raw: place, ..Node::new(Pos::Mark(' '), "") }];
            }
            // والـ24
            if raw == "والـ" {
                return vec![Node { raw: place, and: true, ..Node::new(Pos::Mark(' '), "") }];
            }
            let mut readings = Vec::new();
            english.readings(raw, &mut readings);
            spelling::keep(raw, &mut readings);
            let mut out: Vec<Node> = readings.iter().filter_map(|r| node(r, raw)).map(|n| Node { raw: place, ..n }).collect();
            if out.is_empty() {
                out.push(unknown(raw, place));
            }
            vowelled(raw, &mut out);
            out
        }
    }
}

/// What the writer put a vowel on: عُقد was held, بيّن explained.
fn vowelled(raw: &str, readings: &mut Vec<Node>) {
    let passive = |n: &Node| n.pos == Pos::Verb && n.passive && n.tense == Tense::Perfect;
    let letters: Vec<char> = raw.trim_start_matches(['و', 'ف']).chars().collect();
    let told = |n: &Node| n.pos == Pos::Verb && n.tense == Tense::Perfect && n.pron.is_none();
    // قَبِل: a kasra on the second letter is a verb's.
    if kasra(&letters) && readings.iter().any(told) {
        readings.retain(told);
    } else if raw.contains('\u{64f}') && readings.iter().any(passive) {
        readings.retain(passive);
        // وُقع الاتفاق: it was signed; what happens is done by nobody
        if readings.iter().any(|n| !intransitive(n)) {
            readings.retain(|n| !intransitive(n));
        }
    } else if doubled(raw) && readings.iter().any(told) {
        readings.retain(told);
    } else if doubled_to_it(raw) {
        // قدّمها: so are they with an object
        let to_it = |n: &Node| n.pos == Pos::Verb && n.tense == Tense::Perfect && n.pron.is_some();
        if readings.iter().any(to_it) {
            readings.retain(to_it);
        }
    }
}

/// قَبِل, قبِل: true for three letters with a kasra on the second.
fn kasra(letters: &[char]) -> bool {
    letters.len() == 5 && letters[3] == '\u{650}' || letters.len() == 4 && letters[2] == '\u{650}'
}

/// قبِل: true for a word whose vowel says that it is a verb.
pub(super) fn verb_by_its_vowel(raw: &str) -> bool {
    kasra(&raw.trim_start_matches(['و', 'ف']).chars().collect::<Vec<_>>())
}

/// قدّم, ومثّل, وقّع: three letters, the second doubled, are a verb.
pub(super) fn doubled(raw: &str) -> bool {
    let three = |word: &str| word.chars().count() == 4 && word.chars().nth(2) == Some('\u{651}');
    three(raw) || three(raw.trim_start_matches(['و', 'ف']))
}

/// قدّمها: the same with an object.
pub(super) fn doubled_to_it(raw: &str) -> bool {
    ["ها", "ه", "هم", "هما"].iter().any(|p| raw.strip_suffix(p).is_some_and(doubled))
}

fn short(raw: &str) -> Option<Node> {
    // لسنا: we are not
    if matches!(raw, "لسنا" | "ولسنا") {
        return Some(Node {
            person: Person::We,
            and: raw.starts_with('و'),
            ar: "ليس".to_owned(),
            ..Node::new(Pos::IsNot, "is not")
        });
    }
    // عما كانت عليه: from what it was
    if matches!(raw, "عما" | "عمّا") {
        return Some(Node { prep: Some("عن"), ar: "ما".to_owned(), ..Node::new(Pos::What, "what") });
    }
    let and = raw.starts_with(['و', 'ف']) && raw != "فيه";
    let rest = if and { &raw[2..] } else { raw };
    let (_, prep, pron) = SHORT.iter().find(|s| s.0 == rest || s.0 == raw)?;
    Some(Node {
        and: and && rest != raw,
        prep: None,
        pron: Some(*pron),
        ar: (*prep).to_owned(),
        ..Node::new(Pos::Prep, short_prep(prep))
    })
}

/// A word that nothing knows: its clitics are told from its letters, so that a name keeps its preposition.
pub(super) fn unknown(raw: &str, place: (u32, u32)) -> Node {
    let definite = raw.starts_with("ال") || raw.starts_with("وال") || raw.starts_with("بال") || raw.starts_with("لل");
    let prep = if raw.starts_with("لل") {
        Some("ل")
    } else if raw.starts_with("بال") {
        Some("ب")
    } else {
        None
    };
    // وعصام, لعصام: a name of the table
    let known = |word: &str| super::romanise::known(word).is_some();
    if !known(raw)
        && let Some((letter, rest)) = ['و', 'ل', 'ب'].into_iter().find_map(|c| Some((c, raw.strip_prefix(c)?)))
        && rest.chars().count() > 2
        && known(rest)
    {
        let prep = [("ل", 'ل'), ("ب", 'ب')].into_iter().find(|p| p.1 == letter).map(|p| p.0);
        return Node {
            raw: place, ar: rest.to_owned(), prep, and: letter == 'و', content: true, ..Node::new(Pos::Unknown, "…")
        };
    }
    Node {
        raw: place,
        ar: raw.to_owned(),
        definite,
        prep,
        and: raw.starts_with("وال"),
        content: true,
        ..Node::new(Pos::Unknown, "…")
    }
}
