//! Lines that belong together: what one speaker says in one sentence is printed in one breath.

use super::context::Brief;
use super::parts::{Badge, GoesOn, Statement};

/// Says of each key statement whether it goes on with the one before it: the same sentence, a speaker taken from there, and both in English that the gloss made. To be
/// called when nothing more is put into the English of the brief.
pub fn join(brief: &mut Brief) {
    for position in &mut brief.positions {
        let mut head: Option<usize> = None;
        for at in 0..position.statements.len() {
            let goes_on = head
                .and_then(|h| Some(GoesOn { with: h as u32 + 1, en: act(&position.statements[h], &position.statements[at])? }));
            if goes_on.is_none() && position.statements[at].key {
                head = Some(at);
            }
            position.statements[at].goes_on = goes_on;
        }
    }
}

/// What `next` says without its speaker, where it goes on with `head`.
fn act(head: &Statement, next: &Statement) -> Option<String> {
    let glossed = [head, next].iter().all(|s| s.en.badge == Badge::G);
    let (speaker, act) = next.en.text.split_once("] ").filter(|_| next.key && glossed && together(head, next))?;
    (speaker.starts_with('[') || speaker.contains(": [")).then(|| act.to_owned())
}

/// True if the two are of one sentence and one mouth, and the second leaves its speaker out.
pub(super) fn together(head: &Statement, next: &Statement) -> bool {
    next.speaker.resolved_by == "carried over"
        && (&head.speaker.id, &head.speaker.en) == (&next.speaker.id, &next.speaker.en)
        && place(head) == place(next)
        && head.via == next.via
}

/// The sentence that a statement is told from first.
pub(super) fn place(s: &Statement) -> Option<(&str, u32)> {
    s.citations.first().map(|c| (c.source.as_str(), c.sentence))
}
