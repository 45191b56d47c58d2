//! Every frame on sentences of our own, with its denials and with what looks like it and is not.

mod asides;
mod content;
mod dailies;
mod full_names;
mod going_on;
mod joined;
mod meant;
mod meant_and_said;
mod names;
mod nations;
mod newswire;
mod nobody;
mod passed_on;
mod topics;
mod turning;
mod verbs;
mod who;

use crate::analysis::testing::built_in;

use super::{Resolved, Who};

/// The statements of a text: `speaker | verb | content`, with `?` for unresolved, `=` before a speaker who was carried over, `!` before a negated verb.
fn found(text: &str) -> Vec<String> {
    let (article, analysis, lexicon) = built_in(text);
    let text = &article.text;
    let part = |(a, b): (u32, u32)| &text[a as usize..b as usize];
    let show = |s: &super::Statement| {
        let who = match s.speaker.who {
            Who::Entry(n) | Who::Office(n) | Who::Source(Some(n)) => lexicon.entries[n as usize].id.clone(),
            Who::Source(None) => "reports".to_owned(),
            Who::Words => part(s.speaker.span).to_owned(),
            Who::Unresolved => "?".to_owned(),
        };
        let carried = if s.speaker.by == Resolved::CarriedOver { "=" } else { "" };
        let negated = if s.negated { "!" } else { "" };
        let via = s.via.map(|v| format!(" | via {}", lexicon.entries[v as usize].id)).unwrap_or_default();
        format!("{carried}{who} | {negated}{} | {}{via}", s.verb.map_or(":", |v| part(v.span)), part(s.content))
    };
    analysis.statements.iter().map(show).collect()
}

#[track_caller]
fn says(text: &str, expected: &[&str]) {
    assert_eq!(found(text), expected, "{text}");
}
