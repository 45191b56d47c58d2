//! How those who speak judge the round: `وصف الجولة بأنها مفيدة` beside `اعتبر أن الاجتماع كان فرصة ضائعة`. Both kinds must be there, of different speakers; no verdict.

use super::against::readably_said;
use super::assemble::Given;
use super::cite::Cites;
use super::denied::stance;
use super::disputes::VALUES;
use super::parts::{Dispute, DisputeValue};
use super::speakers::of;
use crate::analysis::Analysis;
use crate::analysis::statements::Statement;
use crate::arabic::fold::same;
use crate::arabic::sentences::Kind;
use crate::article::Article;
use crate::round::assign::Round;

/// What is judged.
const ROUND: [&str; 11] =
    ["الجولة", "المحادثات", "المشاورات", "المفاوضات", "الاجتماع", "الاجتماعات", "جولة", "مسار", "المسار", "النتائج", "نتائج"];
/// How words of praise and of blame begin.
const GOOD: [&str; 7] = ["مفيد", "بناء", "ناجح", "إيجابي", "مثمر", "نجحت", "واعد"];
const BAD: [&str; 12] = ["فاشل", "فشلت", "فشل", "مخيب", "مسدود", "ضائع", "عقيم", "مهزلة", "مسرحية", "كارثي", "سلبي", "مضيعة"];
/// Words of what is not told as it is.
const OPEN: [&str; 12] = ["قد", "إذا", "لو", "ستكون", "سيكون", "تكون", "يكون", "نأمل", "يأمل", "السابقة", "الماضية", "كيلا"];
const NOT: [&str; 6] = ["لم", "ليس", "ليست", "لن", "غير", "لا"];
/// Words between the beginning of a statement and what it judges, and from there to the judgement.
const HEAD: usize = 5;
const FAR: usize = 14;

/// The judgements of a round, where they differ.
pub(super) fn judged(round: &Round, given: &Given, cites: &mut Cites) -> Option<Dispute> {
    let lexicon = given.lexicon;
    let mut found: Vec<(bool, DisputeValue)> = Vec::new();
    for &(article, analysis) in &round.articles {
        for (n, s) in analysis.statements.iter().enumerate() {
            let sentence = &analysis.sentences[s.sentence as usize];
            let told = sentence.kind == Kind::Sentence && !sentence.background && !others(analysis, s, round, given);
            let tells = !s.negated
                && !stance(s, lexicon).is_some_and(|x| matches!(x, "deny" | "demand" | "accuse" | "reject" | "ask" | "warn"));
            let known = of(article, analysis, Some(n as u32)).is_some_and(|x| x.speaker(given).en != "unresolved");
            let Some(good) = judgement(article, s).filter(|_| told && tells && known) else { continue };
            if let Some(value) = readably_said(article, analysis, n, given, cites) {
                found.push((good, value));
            }
        }
    }
    let who = |v: &DisputeValue| v.by.as_ref().map(|s| s.en.clone());
    let differs = |(a, x): &(bool, DisputeValue)| found.iter().any(|(b, y)| a != b && who(x) != who(y));
    let values: Vec<DisputeValue> = found.iter().filter(|f| differs(f)).map(|(_, v)| v.clone()).take(VALUES).collect();
    let dispute = || Dispute { slot: "judgement".to_owned(), slot_en: "how the round is judged".to_owned(), values };
    found.iter().any(differs).then(dispute)
}

/// True for praise, false for blame; none where a statement does not judge the round first of all.
fn judgement(article: &Article, s: &Statement) -> Option<bool> {
    let content = &article.text[s.content.0 as usize..s.content.1 as usize];
    let quotes = ['"', '«', '»', '“', '”', '،', '.', '(', ')'];
    let words: Vec<&str> = content.split_whitespace().map(|w| w.trim_matches(quotes)).collect();
    let at = words.iter().take(HEAD).position(|w| ROUND.iter().any(|r| same(w, r)))?;
    let begins = |w: &str, list: &[&str]| {
        let bare = w.strip_prefix("ال").or_else(|| w.strip_prefix("بال")).unwrap_or(w);
        list.iter().any(|l| same(w, l) || bare.replace(['\u{64b}', '\u{651}'], "").starts_with(l))
    };
    let end = words.len().min(at + FAR);
    let found = (at + 1..end).find(|&i| begins(words[i], &GOOD) || begins(words[i], &BAD))?;
    let before = &words[at + 1..found];
    let good = begins(words[found], &GOOD);
    // `بناء الثقة`, `بناء على`: no praise.
    let noun = same(words[found], "بناء") && !words.get(found + 1).is_none_or(|w| w.starts_with('و'));
    let open = before.iter().chain(&words[..at]).any(|w| OPEN.iter().any(|o| same(w, o)));
    let not = before.iter().rev().take(3).any(|w| NOT.iter().any(|n| same(w, n)));
    // `لم تكن فاشلة`: neither.
    (!noun && !open && (good || !not)).then_some(good && !not)
}

/// Talks of another track in its words.
fn others(analysis: &Analysis, s: &Statement, round: &Round, given: &Given) -> bool {
    let mentions = &analysis.sentences[s.sentence as usize].mentions;
    let inside = |start: u32, end: u32| s.content.0 <= start && end <= s.content.1;
    mentions.iter().any(|m| inside(m.start, m.end) && given.tracks.marked_by(m.entry).is_some_and(|t| t != round.track))
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn judged(text: &str) -> usize {
        let all = fourth(text).disputes.into_iter();
        all.filter(|d| d.slot == "judgement").map(|d| d.values.len()).sum()
    }

    #[test]
    fn praise_and_blame_of_one_round() {
        let good = "ووصف سيرغي لافروف الجولة بأنها مفيدة.";
        assert_eq!(judged(&format!("{good}\n\nواعتبر محمد علوش أن الجولة كانت فرصة ضائعة.")), 2);
        assert_eq!(judged(&format!("{good}\n\nوقال محمد علوش إن المحادثات لم تكن مفيدة.")), 2);
        // Praise alone, neither, another meeting, what may come.
        assert_eq!(judged(&format!("{good}\n\nوقال محمد علوش إن المحادثات كانت بناءة.")), 0);
        assert_eq!(judged(&format!("{good}\n\nوقال محمد علوش إن الجولة لم تكن فاشلة.")), 0);
        assert_eq!(judged(&format!("{good}\n\nوقال محمد علوش إن محادثات جنيف كانت فاشلة.")), 0);
        assert_eq!(judged(&format!("{good}\n\nوقال محمد علوش إن الجولة ستكون فاشلة إذا استمر القصف.")), 0);
        assert_eq!(judged(&format!("{good} وأضاف أن المحادثات لم تكن مفيدة للجميع.")), 0);
    }
}
