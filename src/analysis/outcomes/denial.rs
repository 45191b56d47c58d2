//! A denial that points back: `ونفى مصدر عسكري صحة ذلك`, `ونفى أن يكون قد صدر عنه أي وعد بهذا المعنى`. It denies what another was said to have agreed to. The words that point
//! back are data (role `points_back`).

use super::{Outcome, Status};
use crate::analysis::statements::view::View;
use crate::analysis::statements::{Statement, Who};
use crate::glossary::matcher::Match;

/// Words of a denial that points back.
const LONG: usize = 16;

/// Adds the denials of sentence `number` that point back to an outcome of the sentence before or of its own.
pub(super) fn denials(v: &View, number: u32, statements: &[Statement], out: &mut Vec<Outcome>) {
    for (n, s) in statements.iter().enumerate().filter(|(_, s)| s.sentence == number && !s.negated) {
        let Some(verb) = s.verb else { continue };
        let denies = v.lexicon.entries[verb.entry as usize].stance.as_deref() == Some("deny");
        let n = n as u32;
        if !denies || out.iter().any(|o| o.statement == Some(n)) {
            continue;
        }
        let inside = |t: &usize| v.start(*t) >= s.content.0 && v.end(*t) <= s.content.1;
        let words = (0..v.len()).filter(inside).count();
        let points = |m: &&Match| v.entry(m).role.as_deref() == Some("points_back") && inside(&(m.last as usize));
        if words > LONG || !v.s.cues.iter().any(|m| points(&m)) {
            continue;
        }
        // Somebody else's word, in the sentence before or in this one.
        let other = |o: &&Outcome| {
            let said = o.statement.and_then(|k| statements.get(k as usize));
            let near = o.sentence + 1 == number || (o.sentence == number && o.statement < Some(n));
            let words = |k: &Statement| (k.speaker.who == Who::Words).then_some(k.speaker.span);
            let another = |k: &Statement| k.speaker.who != s.speaker.who || words(k) != words(s);
            near && o.status == Status::Agreed && said.is_some_and(another)
        };
        if let Some(o) = out.iter().rfind(other) {
            let denied = Outcome { sentence: number, status: Status::Denied, statement: Some(n), span: s.content, ..o.clone() };
            out.push(denied);
        }
    }
}
