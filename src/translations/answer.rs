//! Whether the English of a program of the user's own may be printed for a line.
//!
//! Strict on purpose: whatever is refused keeps its gloss, and a wrong line is worse than a clumsy one.

use serde::Serialize;

use crate::arabic::token::{Kind as TokenKind, tokens};
use crate::english::negating;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::matcher::{Found, Matcher};

/// A term of a line, as the program is told it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// As it stands in the line.
    pub ar: String,
    /// The English that the answer must have.
    pub en: String,
    /// Other English that is right.
    #[serde(skip)]
    other: Vec<String>,
}

/// The names and terms of the glossary in a text, each once, in the order of the text.
#[must_use]
pub fn terms(ar: &str, matcher: &mut Matcher) -> Vec<Term> {
    let (mut words, mut found) = (tokens(ar), Found::default());
    matcher.begin();
    matcher.find(ar, &mut words, &mut found);
    let lexicon = matcher.lexicon();
    let mut out: Vec<Term> = Vec::new();
    for m in &found.matches {
        let entry = lexicon.entry_of(m.form);
        let named = entry.kind.is_name() || entry.kind == Kind::Term;
        if named && out.iter().all(|t| t.en != entry.en.preferred) {
            let ar = ar[m.start as usize..m.end as usize].to_owned();
            out.push(Term { ar, en: entry.en.preferred.clone(), other: other(entry) });
        }
    }
    out
}

/// Other right forms of an entry; of a person, the last name.
fn other(entry: &Entry) -> Vec<String> {
    let last = (entry.kind == Kind::Person).then(|| entry.en.preferred.rsplit(' ').next()).flatten();
    entry.en.admitted.iter().cloned().chain(last.map(str::to_owned)).collect()
}

/// What speaks against an answer for the Arabic `ar` with this gloss; `None` if it may be printed.
#[must_use]
pub fn fault(answer: &str, ar: &str, gloss: &str, terms: &[Term]) -> Option<String> {
    if answer.trim().is_empty() {
        return Some("it is empty".to_owned());
    }
    if answer.chars().any(char::is_control) {
        return Some("it has more than one line, or control characters".to_owned());
    }
    if answer.chars().count() > 4 * ar.chars().count() + 200 {
        return Some("it is far longer than the Arabic".to_owned());
    }
    let lower = answer.to_lowercase();
    let has = |en: &str| lower.contains(en.to_lowercase().trim_start_matches("the "));
    if let Some(term) = terms.iter().find(|t| !has(&t.en) && !t.other.iter().any(|o| has(o))) {
        return Some(format!("it lacks `{}` (`{}`)", term.en, term.ar));
    }
    let (wanted, there) = (negating(gloss), negating(answer));
    if wanted != there {
        return Some(format!("it has {there} negations or denials, and the gloss {wanted}"));
    }
    let (numbers, own, glossed) = (numbers(ar), numbers(answer), self::numbers(gloss));
    // `310 آلاف` may be 310 thousand or, as the gloss has it, 310,000.
    let as_glossed = !glossed.is_empty() && glossed.iter().all(|n| own.contains(n));
    if let Some(lost) = numbers.iter().find(|n| !as_glossed && !own.contains(n)) {
        return Some(format!("it lacks the number {lost}"));
    }
    let new = own.iter().find(|n| !numbers.contains(n) && !glossed.contains(n));
    new.map(|n| format!("it has a number that the Arabic has not: {n}"))
}

/// The numbers in digits, without the marks of thousands.
fn numbers(text: &str) -> Vec<String> {
    let digits = |number: &str| {
        let decimal = number.chars().filter(|c| !matches!(c, ',' | '٬'));
        let plain: String = decimal
            .map(|c| match c as u32 {
                d @ 0x660..=0x669 => char::from(b'0' + (d - 0x660) as u8),
                d @ 0x6f0..=0x6f9 => char::from(b'0' + (d - 0x6f0) as u8),
                _ if c == '٫' => '.',
                _ => c,
            })
            .collect();
        plain.trim_start_matches('0').to_owned()
    };
    let all = tokens(text).into_iter().filter(|t| t.kind == TokenKind::Number);
    all.map(|t| digits(t.text(text))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(en: &str) -> Term {
        Term { ar: "اسم".into(), en: en.into(), other: vec!["Lavrov".into()] }
    }

    #[test]
    fn what_may_be_printed() {
        let ar = "لم يصل 310 آلاف";
        let gloss = "310,000 did not arrive";
        for (answer, expected) in [
            ("Lavrov: 310,000 people have not arrived.", None),
            ("Lavrov: many people have not arrived.", Some("it lacks the number 310".to_owned())),
            ("Lavrov: 310 thousand have not arrived.", None),
            ("Sergey Lavrov: 310 thousand, or 310,000, have not arrived.", None),
            ("Lavrov: 310 thousand have arrived.", Some("it has 0 negations or denials, and the gloss 1".to_owned())),
            ("Nobody: 310 thousand.", Some("it lacks `Sergey Lavrov` (`اسم`)".to_owned())),
            ("Lavrov: 310 thousand did not arrive in 2017.", Some("it has a number that the Arabic has not: 2017".to_owned())),
            (" ", Some("it is empty".to_owned())),
            ("Lavrov\nnot 310", Some("it has more than one line, or control characters".to_owned())),
        ] {
            assert_eq!(fault(answer, ar, gloss, &[term("Sergey Lavrov")]), expected, "{answer}");
        }
    }
}
