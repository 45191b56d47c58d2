//! Whose word an outcome is.

use crate::analysis::statements::Statement;
use crate::analysis::statements::view::View;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;

/// The statement that an outcome at byte `at` stands in: of who passes a deed on (`وافقت الحكومة، بحسب X`), before that of the deed; the first of those who say it with one verb.
pub(super) fn voice(v: &View, statements: &[Statement], number: u32, at: u32) -> Option<u32> {
    let over = |s: &&Statement| s.sentence == number && covers(v, s, at);
    let passes = |s: &&Statement| s.verb.is_some_and(|verb| v.lexicon.entries[verb.entry as usize].kind == Kind::Connective);
    let found = statements.iter().filter(over).rfind(passes).or_else(|| statements.iter().rfind(over))?;
    statements.iter().position(|s| s.sentence == number && s.verb == found.verb).map(|n| n as u32)
}

pub(super) fn covers(v: &View, s: &Statement, at: u32) -> bool {
    // `جاء في البيان الختامي`: that there is one is nobody's word.
    let verb = |entry: EntryId| v.lexicon.entries[entry as usize].kind == Kind::Verb;
    s.content.0 <= at && at < s.content.1 || s.verb.is_some_and(|x| verb(x.entry) && x.span.0 <= at && at < x.span.1)
}
