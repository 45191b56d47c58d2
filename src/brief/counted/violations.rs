//! Violations of a truce by who counts them: `ارتكبت الميليشيات أكثر من 500 خرق`, `شن الطيران منذ إعلان وقف إطلاق النار 170 غارة`, `خرقوها 150 مرة`. Each side counts those of
//! the other, so that no number contradicts another: they stand side by side.

use std::collections::BTreeSet;

use super::super::assemble::Given;
use super::super::cite::Cites;
use super::super::disputes::VALUES;
use super::super::figures::plural;
use super::super::parts::{Dispute, DisputeValue};
use super::At;
use super::compare::given_as;
use crate::arabic::sentences::Kind as SentenceKind;
use crate::round::assign::Round;

/// Words before a number of times.
const TIMES: usize = 3;

/// What each counts, where two do.
pub(super) fn violations<'a>(round: &Round<'a>, given: &'a Given<'a>, cites: &mut Cites) -> Vec<Dispute> {
    let mut found: Vec<(At, String)> = Vec::new();
    let mut speakers: BTreeSet<String> = BTreeSet::new();
    for &(article, analysis) in &round.articles {
        for (number, s) in analysis.sentences.iter().enumerate() {
            if s.kind != SentenceKind::Sentence || s.background {
                continue;
            }
            for figure in &s.figures {
                let at = At { article, analysis, number, figure, given };
                let Some((unit, said)) = counts(at).zip(at.said()) else { continue };
                let who = said.speaker(given).en;
                if who == "unresolved" {
                    continue;
                }
                speakers.insert(who);
                found.push((at, unit));
            }
        }
    }
    if speakers.len() < 2 {
        return Vec::new();
    }
    let values: Vec<DisputeValue> = found.iter().map(|(at, unit)| given_as(*at, unit, cites)).take(VALUES).collect();
    let slot_en = "violations of the truce, by who counts them".to_owned();
    vec![Dispute { slot: "violations".to_owned(), slot_en, values }]
}

/// What a figure counts, in English, if those are violations of a truce.
fn counts(at: At) -> Option<String> {
    let lexicon = at.given.lexicon;
    let s = at.sentence();
    let unit = &lexicon.entries[at.figure.unit? as usize];
    let truce = || s.mentions.iter().any(|m| lexicon.frames[m.entry as usize].truce);
    let before = at.text(s.start, at.figure.start);
    match unit.id.as_str() {
        "unit_violation" => Some(plural(unit)),
        // Since the truce began.
        "unit_air_strike" | "unit_attack" | "unit_shelling" => {
            let since = before.contains("منذ") || before.contains("رغم") || before.contains("خلال الهدنة");
            (since && truce()).then(|| plural(unit))
        }
        "unit_time_count" => {
            let broke = |w: &str| ["خرق", "انتهك"].iter().any(|v| w.trim_start_matches('و').starts_with(v));
            before.split_whitespace().rev().take(TIMES).any(broke).then(|| "violations".to_owned())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn counts(text: &str) -> Vec<String> {
        let all = fourth(text).disputes.into_iter().filter(|d| d.slot == "violations");
        all.flat_map(|d| d.values).map(|v| v.value.text).collect()
    }

    #[test]
    fn violations_by_who_counts_them() {
        let one = "وقال محمد علوش إن النظام ارتكب 40 خرقا للهدنة.";
        let other = "وقال بشار الجعفري إن الإرهابيين ارتكبوا 60 خرقا.";
        assert_eq!(counts(&format!("{one}\n\n{other}")), ["40 violations", "60 violations"]);
        assert_eq!(counts(&format!("{one}\n\nوقال بشار الجعفري إنهم خرقوها 60 مرة.")), ["40 violations", "60 violations"]);
        let since = "وقال بشار الجعفري إن الطيران شن منذ بدء الهدنة 60 غارة.";
        assert_eq!(counts(&format!("{one}\n\n{since}")), ["40 violations", "60 air strikes"]);
        // One alone counts, or counts something else.
        assert_eq!(counts(&format!("{one}\n\nوقال محمد علوش إن النظام ارتكب 60 خرقا في درعا.")), [""; 0]);
        assert_eq!(counts(&format!("{one}\n\nوقال بشار الجعفري إنه زار البلدة 60 مرة.")), [""; 0]);
        assert_eq!(counts(&format!("{one}\n\nوقال بشار الجعفري إن 60 غارة دمرت معسكرا.")), [""; 0]);
    }
}
