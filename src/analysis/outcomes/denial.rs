//! A denial that points back: `ونفى مصدر عسكري صحة ذلك`, `ونفى أن يكون قد صدر عنه أي وعد بهذا المعنى`. It denies what another was said to have agreed to. The words that point
//! back are data (role `points_back`).

use super::{Outcome, Status};
use crate::analysis::statements::view::View;
use crate::analysis::statements::{Statement, Who};
use crate::glossary::matcher::Match;

/// Words of a denial that points back.
const LONG: usize = 16;
/// Words of one that only calls a report untrue.
const SHORT: usize = 5;

/// Adds the denials of sentence `number` that point back to an outcome of the sentence before or of its own.
pub(super) fn denials(v: &View, number: u32, statements: &[Statement], out: &mut Vec<Outcome>) {
    let role = |m: &Match| v.role(m);
    if !v.s.cues.iter().any(|m| matches!(role(m), Some("points_back" | "untrue"))) {
        return;
    }
    for (n, s) in statements.iter().enumerate().filter(|(_, s)| s.sentence == number && !s.negated) {
        let stance = s.verb.and_then(|verb| v.lexicon.stance(verb.entry));
        let denies = stance == Some("deny");
        let n = n as u32;
        if out.iter().any(|o| o.statement == Some(n)) {
            continue;
        }
        let inside = |t: &usize| v.start(*t) >= s.content.0 && v.end(*t) <= s.content.1;
        let words = (0..v.len()).filter(inside).count();
        let points = |m: &&Match| role(m) == Some("points_back") && inside(&(m.last as usize));
        let untrue = |m: &&Match| role(m) == Some("untrue") && inside(&(m.last as usize));
        let back = v.s.cues.iter().any(|m| points(&m));
        // `قال إن ذلك "غير صحيح"`, `ورد عليه: "محض اختلاق"`
        let opens = |m: &Match| (0..m.first as usize).filter(inside).all(|t| v.is_quote(t));
        let called = v.s.cues.iter().filter(untrue).any(|m| back || words <= SHORT && opens(m));
        // `قال إن بلاده لم تقدم أي تعهد من هذا النوع`
        let given = |m: &&Match| role(m) == Some("not_given") && inside(&(m.first as usize));
        let never = back && v.s.cues.iter().any(|m| given(&m));
        if words > LONG || !((denies && back) || called || never) {
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
            // `نفى ذلك، قائلاً إن وفده لم يقدم أي تعهد`: once is enough.
            let told = |d: &Outcome| {
                let by = d.statement.and_then(|k| statements.get(k as usize));
                d.sentence == number
                    && d.status == Status::Denied
                    && (d.slot, d.words) == (o.slot, o.words)
                    && by.is_some_and(|k| k.speaker.who == s.speaker.who)
            };
            if out.iter().any(told) {
                continue;
            }
            let denied = Outcome { sentence: number, status: Status::Denied, statement: Some(n), span: s.content, ..o.clone() };
            out.push(denied);
        }
    }
}
