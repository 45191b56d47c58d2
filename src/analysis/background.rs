//! Background by its day: `أما الاجتماع الأول، في 23 كانون الثاني، فأعلنت الدول الثلاث فيه`. What names an earlier meeting and dates it long before the article is not of this round.

use super::Facts;
use super::parse::ParsedSentence;
use crate::analysis::outcomes::is_long_before;
use crate::arabic::sentences::Kind as SentenceKind;
use crate::glossary::cue::Is;
use crate::glossary::lexicon::Lexicon;
use chrono::NaiveDate;

/// Tokens before which the meeting must be named.
const OPENS: usize = 10;

/// True for a sentence that is about an earlier meeting, by its words and its days.
pub(super) fn is_earlier(s: &ParsedSentence, facts: &Facts, lexicon: &Lexicon, day: NaiveDate) -> bool {
    let meeting = s.classes.windows(2).take(OPENS).position(|pair| {
        matches!(pair[0].is, Is::Meeting | Is::Round) && matches!(pair[1].is, Is::Previous | Is::Last | Is::Ordinal)
    });
    let Some(meeting) = meeting.filter(|_| s.span.kind == SentenceKind::Sentence) else { return false };
    let says = s.matches.iter().take_while(|m| (m.first as usize) < meeting).any(|m| {
        let entry = lexicon.forms[m.form as usize].entry;
        lexicon.frames[entry as usize].reports
    });
    let days: Vec<_> = facts.dates.iter().filter_map(|d| d.date).collect();
    !says && !days.is_empty() && days.iter().all(|d| is_long_before(d.end, day))
}
