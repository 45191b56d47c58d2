//! Days of something beside the round: a truce that begins or runs out, one session of several, talks on the internet, days by which something is prolonged. A verb of beginning or
//! ending that names no talks of its own is else read as that of the round.

use super::context::DateRange;
use super::subject::Subject;
use crate::analysis::{Mention, Sentence};
use crate::article::Article;
use crate::round::assign::Round;
use crate::round::tracks;

use super::assemble::Given;

/// Words of a length of time.
const UNITS: [&str; 14] =
    ["يوم", "يوما", "يوماً", "يومين", "أيام", "أسبوع", "أسبوعا", "أسبوعين", "أسابيع", "ساعة", "ساعات", "شهر", "شهرين", "أشهر"];
/// Words for more of it.
const MORE: [&str; 6] = ["أخرى", "إضافية", "إضافيا", "إضافياً", "إضافيين", "جديدة"];
/// What a truce ends with where it stands right before its verb.
const TRUCE: [&str; 5] = ["هدنة", "الهدنة", "النار", "التهدئة", "القتال"];
/// What runs out behind its verb: `ينتهي العمل بها`, `ينتهي سريانها`.
const FORCE: [&str; 6] = ["العمل", "سريان", "مفعول", "صلاحية", "أجل", "مهلة"];
/// Talks at a distance.
const FAR_OFF: [&str; 7] = ["عبر الإنترنت", "عبر الانترنت", "عبر الفيديو", "عبر تقنية", "عن بعد", "عن بُعد", "افتراضية"];

/// True where the day that a verb gives to the round of the brief is that of something else.
pub(super) fn not_its_own(
    article: &Article,
    s: &Sentence,
    verb: &Mention,
    subject: &Subject,
    days: DateRange,
    round: &Round,
    given: &Given,
) -> bool {
    let front = &article.text[s.start as usize..verb.start as usize];
    let front = &front[..front.rfind(char::is_whitespace).map_or(0, |at| at + 1)];
    let behind: Vec<&str> = article.text[verb.end as usize..s.end as usize].split_whitespace().take(2).collect();
    let named = subject.place != (verb.start, verb.end);
    // `ينتهي العمل بها`
    if let [first, next] = behind[..]
        && FORCE.iter().any(|w| first.starts_with(w))
        && (first != "العمل" || next.starts_with('ب'))
    {
        return true;
    }
    let mut words = front.split_whitespace().rev();
    // `تمديده سبعة أيام أخرى تبدأ من`
    let mut last = words.clone().take(4);
    if last.next().is_some_and(|w| MORE.contains(&w)) && last.any(|w| UNITS.contains(&w)) {
        return true;
    }
    // `وكان وقف إطلاق النار قد بدأ`
    let noun = words.find(|w| !matches!(*w, "قد" | "وقد" | "كان" | "كانت" | "أن"));
    if !named && noun.is_some_and(|w| TRUCE.contains(&w)) {
        return true;
    }
    if !named {
        return false;
    }
    let talks = &article.text[subject.place.0 as usize..];
    let known = talks.starts_with("ال") || article.text[..subject.place.0 as usize].ends_with("ال");
    // `من المقرر أن تبدأ محادثات سياسية عبر الإنترنت`: others, where nothing says that they are these.
    let clause: String = talks.split_whitespace().take(5).collect::<Vec<_>>().join(" ");
    let clause = clause.split(['،', '.', '؛']).next().unwrap_or_default();
    if !known && front.contains("مقرر") && FAR_OFF.iter().any(|w| clause.contains(w)) {
        return true;
    }
    // `الجلسة المشتركة الخميس انتهت`: one of several, but on the first day and the last.
    let session = talks.trim_start_matches("ال").split_whitespace().next() == Some("جلسة");
    let held = round.data(given.tracks).map(tracks::Round::held);
    session && held.is_some_and(|h| h.start != h.end && days.start != h.start && days.start != h.end)
}
