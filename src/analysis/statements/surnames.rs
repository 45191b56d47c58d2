//! A surname alone of a person whom the article nowhere names in full: `فيما نفى طعمة أن`, in a report on the delegation that he heads.
//!
//! It is he where one person of the glossary has that surname, nobody else of the article has it, and the article names the side that he speaks for.

use super::{Resolved, Speaker, Statement, Who};
use crate::analysis::parse::Parsed;
use crate::arabic::fold::fold;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};

/// Puts persons of the glossary in the place of their surnames.
pub(super) fn resolve(text: &str, parsed: &Parsed, statements: &mut [Statement], lexicon: &Lexicon) {
    for i in 0..statements.len() {
        let Speaker { who: Who::Words, span, role, .. } = statements[i].speaker else { continue };
        let word = text[span.0 as usize..span.1 as usize].trim();
        if role.0 != role.1 || word.is_empty() || word.contains(char::is_whitespace) {
            continue;
        }
        let Some(person) = only(word, lexicon).filter(|&person| sides(person, parsed, lexicon) && alone(word, text)) else {
            continue;
        };
        for s in statements.iter_mut().filter(|s| s.speaker.who == Who::Words && s.speaker.span == span) {
            let by = if s.speaker.by == Resolved::CarriedOver { Resolved::CarriedOver } else { Resolved::Title };
            s.speaker = Speaker { who: Who::Entry(person), by, ..s.speaker };
        }
    }
}

/// The one person who is called so.
fn only(word: &str, lexicon: &Lexicon) -> Option<EntryId> {
    let mut called = lexicon.written_as(word).filter(|form| form.short && form.kind == Kind::Person).map(|form| form.entry);
    let person = called.next()?;
    called.all(|other| other == person).then_some(person)
}

/// True where the article names the side, or a delegation of the side, that a person speaks for.
fn sides(person: EntryId, parsed: &Parsed, lexicon: &Lexicon) -> bool {
    let [Some(own), _] = lexicon.belongs_to(person) else { return false };
    let side = |id: EntryId| {
        matches!(lexicon.kind(id), Kind::Party | Kind::Organization) && (id == own || lexicon.belongs_to(id)[0] == Some(own))
    };
    parsed.sentences.iter().flat_map(|s| &s.matches).any(|m| side(lexicon.forms[m.form as usize].entry))
}

/// True where no name of two words in the article ends with the surname.
fn alone(word: &str, text: &str) -> bool {
    let folded = fold(word);
    let words: Vec<&str> = text.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphabetic())).collect();
    let name = |w: &[&str]| fold(w[1]) == folded && (crate::glossary::names::known(w[0]).is_some() || w[0] == "عبد");
    !words.windows(2).any(name)
}
