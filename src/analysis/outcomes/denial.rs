//! A denial that points back: `ونفى مصدر عسكري صحة ذلك`, `ونفى أن يكون قد صدر عنه أي وعد بهذا المعنى`. It denies what another was said to have agreed to.

use super::{Outcome, Status};
use crate::analysis::statements::Statement;
use crate::analysis::statements::view::View;

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
        let words: Vec<&str> = (0..v.len()).filter(inside).map(|t| v.raw(t)).collect();
        let back = |w: &&str| matches!(w.trim_start_matches('ب'), "ذلك" | "هذا" | "هذه" | "الأمر" | "كهذا" | "كهذه");
        let matter = |w: &&str| {
            matches!(
                *w,
                "ذلك"
                    | "كهذا"
                    | "كهذه"
                    | "الأمر"
                    | "المعنى"
                    | "القبيل"
                    | "الأنباء"
                    | "المعلومات"
                    | "الادعاءات"
                    | "المزاعم"
                    | "التصريحات"
            )
        };
        if words.len() > LONG || !words.iter().any(|w| back(w)) || !words.iter().any(|w| matter(w)) {
            continue;
        }
        // Somebody else's word, in the sentence before or in this one.
        let other = |o: &&Outcome| {
            let said = o.statement.and_then(|k| statements.get(k as usize));
            let near = o.sentence + 1 == number || (o.sentence == number && o.statement < Some(n));
            near && o.status == Status::Agreed && said.is_some_and(|k| k.speaker.who != s.speaker.who)
        };
        if let Some(o) = out.iter().rfind(other) {
            let denied = Outcome { sentence: number, status: Status::Denied, statement: Some(n), span: s.content, ..o.clone() };
            out.push(denied);
        }
    }
}
