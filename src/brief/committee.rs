//! What is said of the next round of the Constitutional Committee, told beside other talks: days that cannot both be, or a day and one that says there is none. All stand side by side.

use std::sync::LazyLock;

use super::assemble::Given;
use super::cite::Cites;
use super::next_round::{When, add, apart, clauses, value, when};
use super::parts::{Dispute, DisputeValue};
use super::words::{Phrases, Words};
use crate::analysis::Analysis;
use crate::analysis::statements::Span;
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::round::assign::Round;

/// The name of the difference, and of the committee.
pub(super) const SLOT: &str = "next_round_of_committee";
pub(super) const NAME: &str = "Constitutional Committee";

/// What the committee is called.
static COMMITTEE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "اللجنة الدستورية",
        "للجنة الدستورية",
        "لجنة مناقشة الدستور",
        "للجنة مناقشة الدستور",
        "لجنة الدستور",
        "باللجنة الدستورية",
    ])
});
/// Words of a round of it, or of its meeting.
static MEETS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "جولة",
        "الجولة",
        "للجولة",
        "لجولة",
        "جولتها",
        "تلتئم",
        "ستلتئم",
        "تجتمع",
        "ستجتمع",
        "اجتماع",
        "اجتماعها",
        "انعقادها",
    ])
});
/// Words of a day that is not fixed, or was not discussed.
static NO: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&["لا موعد", "لم يحدد موعد", "أي موعد", "نافيا تحديد", "لم يتحدد موعد", "دون تحديد موعد", "لم يحدد أي موعد"])
});

/// The difference over its next round, if there is one. A round that has it for its own talks tells it elsewhere.
pub(super) fn differences(round: &Round, given: &Given, cites: &mut Cites) -> Option<Dispute> {
    let mut found: Vec<(When, DisputeValue)> = Vec::new();
    for &(article, analysis) in &round.articles {
        for (n, s) in analysis.sentences.iter().enumerate() {
            if s.kind == SentenceKind::Sentence && !s.background {
                for told in told(article, analysis, n) {
                    let value = value((article, analysis), n, told, NAME, given, cites);
                    value.into_iter().for_each(|value| add(&mut found, (told.0, value)));
                }
            }
        }
    }
    let slot_en = "the next round of the Constitutional Committee".to_owned();
    apart(&found).map(|values| Dispute { slot: SLOT.to_owned(), slot_en, values })
}

/// What a sentence says of it, by its clauses: the committee is named in the clause, or before it.
fn told(article: &Article, analysis: &Analysis, n: usize) -> Vec<(When, Span)> {
    let s = &analysis.sentences[n];
    let mut out = Vec::new();
    let mut named = false;
    for span in clauses(article, s) {
        let text = &article.text[span.0 as usize..span.1 as usize];
        let words = Words::of(text);
        named |= words.any(&COMMITTEE);
        let Some((at, _)) = words.first(&MEETS).filter(|_| named) else { continue };
        if words.any(&NO) {
            out.push((When::No, span));
            continue;
        }
        let from = span.0 + at as u32;
        let day = s.dates.iter().find(|d| from <= d.start && d.end <= span.1);
        out.extend(day.and_then(|d| when(article, analysis, d, span)).map(|when| (when, span)));
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn told(text: &str) -> Vec<String> {
        let all = fourth(text).disputes.into_iter().filter(|d| d.slot == "next_round_of_committee").flat_map(|d| d.values);
        all.map(|v| v.by.map_or("article".to_owned(), |s| s.en)).collect()
    }

    #[test]
    fn a_day_of_the_committee_and_one_who_knows_of_none() {
        let says = "وقال سيرغي لافروف إن اللجنة الدستورية ستجتمع قبل نهاية يونيو المقبل في جنيف.";
        let both = ["Sergey Lavrov", "Mohammed Alloush"];
        assert_eq!(told(&format!("{says}\n\nوعن اللجنة الدستورية، قال محمد علوش إن لا موعد للجولة المقبلة.")), both);
        assert_eq!(told(&format!("{says}\n\nوقال محمد علوش إن اجتماع اللجنة الدستورية سيعقد في سبتمبر.")), both);
        // A day that fits, one of other talks, and one who names two.
        assert_eq!(told(&format!("{says}\n\nوقال محمد علوش إن اجتماع اللجنة الدستورية سيعقد في 12 يونيو.")), [""; 0]);
        assert_eq!(told(&format!("{says}\n\nوقال محمد علوش إن اجتماع الفصائل سيعقد في سبتمبر.")), [""; 0]);
        assert_eq!(told(&format!("{says} وأضاف أن اجتماع اللجنة الدستورية قد يعقد في سبتمبر.")), [""; 0]);
    }
}
