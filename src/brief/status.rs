//! The status word and the bottom line, by rule from the ledger. What a slot tells (how the whole round ended, how the talks were held) is data: the role of its entry.

use super::assemble::rule;
use super::context::Status;
use super::disputes::status_en;
use super::ledger::{BREAKTHROUGH, NOT_IN_TEXT, Row};
use super::parts::{Badge, Citation, Line, Next, OutcomeStatus, Speaker};
use crate::glossary::lexicon::Lexicon;

/// Matters, speakers and meetings that a line names.
const MATTERS: usize = 4;
const SPEAKERS: usize = 2;
/// How many who say one thing together are named.
const TOGETHER: usize = 3;
const NEXT: usize = 2;

/// What the slot of a row tells.
fn role<'l>(row: &Row, lexicon: &'l Lexicon) -> Option<&'l str> {
    lexicon.entries[row.family as usize].role.as_deref()
}

/// True for what tells how the talks were held, and not what came of them.
fn manner(row: &Row, lexicon: &Lexicon) -> bool {
    matches!(role(row, lexicon), Some("manner" | "attendance"))
}

/// True for what tells when the talks are held: somebody announced it, and nobody agreed on a matter.
fn moved(row: &Row, lexicon: &Lexicon) -> bool {
    matches!(role(row, lexicon), Some("postponement" | "extension"))
}

/// The status word: what the articles, the host and the mediator say decides; what a side claims does not.
pub(super) fn status(rows: &[Row], lexicon: &Lexicon) -> Status {
    let of = |status: OutcomeStatus| rows.iter().filter(move |r| r.outcome.status == status && !manner(r, lexicon));
    let agreed = of(OutcomeStatus::Agreed).filter(|r| !moved(r, lexicon)).count();
    // What a text does not hold is no failure to agree.
    let failed = || of(OutcomeStatus::NotAgreed).filter(|r| r.outcome.word != NOT_IN_TEXT);
    let told = failed().filter(|r| r.outcome.by.is_none()).count();
    // Where the articles say that an agreement was signed, what one side or a source misses in it does not make it a part.
    let whole_deal = told == 0 && of(OutcomeStatus::Agreed).any(|r| r.outcome.by.is_none() && is_a_deal(r, lexicon));
    let not = failed().filter(|r| !whole_deal || neutral(r, lexicon)).count();
    let whole = |is: &'static str| {
        of(OutcomeStatus::NotAgreed)
            .any(|r| r.outcome.by.is_none() && role(r, lexicon) == Some(is) && r.outcome.slot_en != BREAKTHROUGH)
    };
    // `اختتمت الجولة دون التوصل إلى اتفاق`
    let any = lexicon.entry("any_agreement").map_or("", |e| e.en.preferred.as_str());
    let none = of(OutcomeStatus::NotAgreed).any(|r| r.outcome.by.is_none() && r.outcome.slot_en == any);
    let (overall, stalled) = (whole("overall") || none, whole("progress"));
    let put_off = of(OutcomeStatus::Pending).chain(of(OutcomeStatus::Agreed)).any(|r| role(r, lexicon) == Some("postponement"));
    let (word, why) = match (agreed, told, not) {
        (0, 0, 0) if put_off => ("did not meet", "the articles tell of a postponement and of no outcome"),
        (0, 0, 0) => ("unclear", "no entry in the outcome ledger that is agreed or not agreed"),
        (0, 0, _) => ("unclear", "only speakers say what was not agreed; no article says it itself"),
        (0, _, _) if overall => {
            ("no agreement", "the articles say that no agreement or no result was reached, and nothing that was agreed")
        }
        (0, _, _) if stalled => ("no progress", "the articles say that no progress was made, and nothing that was agreed"),
        (0, _, _) => ("unclear", "the articles say that single matters were not agreed; none says how the round ended"),
        (_, 0, 0) if failed().next().is_some() => {
            ("agreed", "the articles say that an agreement was reached; only single speakers say what was not agreed")
        }
        (_, 0, 0) => ("agreed", "the articles say what was agreed, and nothing that was not"),
        _ => ("partial", "something was agreed and something was not"),
    };
    Status { word: word.to_owned(), rule: why.to_owned(), en: rule(sentence(word), why) }
}

/// True for a row of an agreement that ends a conflict or a round: a ceasefire, a memorandum, a document that was signed.
fn is_a_deal(row: &Row, lexicon: &Lexicon) -> bool {
    let id = lexicon.entries[row.family as usize].id.as_str();
    matches!(id, "ceasefire_slot" | "agreement_signing" | "memorandum_signing")
}

/// True for what one who mediates says, or a body: no side's reading.
fn neutral(row: &Row, lexicon: &Lexicon) -> bool {
    let mediator = |id: &str| lexicon.number(id).is_some_and(|n| lexicon.role(n) == Some("mediator"));
    row.outcome.by.as_ref().is_some_and(|by| {
        let entry = by.id.as_deref().and_then(|id| lexicon.entry(id));
        let of = entry.and_then(|e| e.affiliation.as_deref()).is_some_and(mediator) || by.id.as_deref().is_some_and(mediator);
        of || ["envoy", "mediator", "head of mission", "statement"].iter().any(|w| by.role.contains(w) || by.en.contains(w))
    })
}

fn sentence(word: &str) -> String {
    match word {
        "agreed" => "An outcome was agreed.",
        "partial" => "Some matters were agreed, others were not.",
        "no agreement" => "No agreement was reached.",
        "no progress" => "The articles report no progress.",
        "did not meet" => "The talks are reported to be put off.",
        _ => "The sources do not settle how the round ended.",
    }
    .to_owned()
}

/// At most three lines: what was agreed and who claims more, what was not and who denies what, what comes next and is open.
pub(super) fn bottom_line(rows: &[Row], next: &[Next], lexicon: &Lexicon) -> Vec<Line> {
    let rows: Vec<&Row> = rows.iter().filter(|r| !manner(r, lexicon)).collect();
    let of = |status: OutcomeStatus| rows.iter().copied().filter(move |r| r.outcome.status == status);
    let mut yes = Told::default();
    // A statement is issued, and nobody agrees to it: whoever says so did not issue it.
    let (issued, agreed): (Vec<&Row>, Vec<&Row>) = of(OutcomeStatus::Agreed).partition(|r| r.outcome.word == "issued");
    let (moved, agreed): (Vec<&Row>, Vec<&Row>) = agreed.into_iter().partition(|r| moved(r, lexicon));
    let (announced, told): (Vec<&Row>, Vec<&Row>) = moved.into_iter().partition(|r| r.outcome.by.is_some());
    yes.matters("Agreed", agreed.into_iter());
    yes.matters("Issued", issued.into_iter());
    yes.speakers("Claimed", of(OutcomeStatus::Claimed).filter(|r| !of_a_source(r)));
    yes.matters("Announced", told.into_iter());
    yes.speakers("Announced", announced.into_iter());
    let mut no = Told::default();
    let (text, failed): (Vec<&Row>, Vec<&Row>) = of(OutcomeStatus::NotAgreed).partition(|r| r.outcome.word == NOT_IN_TEXT);
    no.matters("Not agreed", failed.into_iter());
    no.matters("Not in the text", text.into_iter());
    no.speakers("Denied", of(OutcomeStatus::Denied));
    let mut ahead = Told::default();
    ahead.next(next);
    ahead.matters(
        "Open",
        of(OutcomeStatus::Pending).filter(|r| role(r, lexicon) != Some("next") && r.outcome.word != "scheduled"),
    );
    [yes, no, ahead].into_iter().filter_map(Told::line).collect()
}

/// `Russia, Turkey and Iran`.
fn together(by: &Speaker, also: &[Speaker]) -> String {
    let all: Vec<&str> = std::iter::once(by).chain(also).map(|s| s.en.as_str()).collect();
    match all.as_slice() {
        [first @ .., last] if (1..TOGETHER).contains(&first.len()) => format!("{} and {last}", first.join(", ")),
        _ => by.en.clone(),
    }
}

/// True for a day of a truce or an agreement, and not of talks.
fn is_of_a_truce(label: &str) -> bool {
    let of = ["truce", "ceasefire", "memorandum", "agreement", "calm", "mechanism", "mandate"].iter().any(|w| label.contains(w))
        && !label.contains("talks");
    of && ["Start of", "Expiry of", "Entry into force of"].iter().any(|w| label.starts_with(w))
}

/// True if a source that is not named says so alone.
fn of_a_source(row: &Row) -> bool {
    let o = &row.outcome;
    o.also.is_empty() && o.by.as_ref().is_some_and(|by| by.id.is_none() && by.en.ends_with("(not named)"))
}

/// A line in the making.
#[derive(Default)]
struct Told {
    texts: Vec<String>,
    citations: Vec<Citation>,
}

impl Told {
    /// `Agreed: joint monitoring group; prisoner exchange (Kairat Abdrakhmanov).` What an article says itself needs no speaker.
    fn matters<'r>(&mut self, name: &str, rows: impl Iterator<Item = &'r Row>) {
        let mut names: Vec<String> = Vec::new();
        for row in rows {
            if names.len() == MATTERS {
                names.push("more below".to_owned());
                break;
            }
            let o = &row.outcome;
            let word = Some(o.word.as_str()).filter(|word| *word != status_en(o.status) && !name.eq_ignore_ascii_case(word));
            let by = o.by.as_ref().map(|by| together(by, &o.also));
            let by = by.map(|by| if name == "Issued" { format!("according to {by}") } else { by });
            let notes: Vec<&str> = word.into_iter().chain(by.as_deref()).collect();
            let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
            names.push(format!("{}{notes}", o.slot_en));
            self.citations.extend(row.outcome.citations.first().cloned());
        }
        if !names.is_empty() {
            self.texts.push(format!("{name}: {}.", names.join("; ")));
        }
    }

    /// `Claimed by Mohammed Alloush: halt to bombing; lifting of the siege.`
    fn speakers<'r>(&mut self, verb: &str, rows: impl Iterator<Item = &'r Row>) {
        let mut said: Vec<(String, Vec<&str>)> = Vec::new();
        for row in rows {
            let Some(by) = &row.outcome.by else { continue };
            let who = together(by, &row.outcome.also);
            match said.iter().position(|(w, _)| *w == who) {
                Some(i) if said[i].1.len() < MATTERS => said[i].1.push(&row.outcome.slot_en),
                None if said.len() < SPEAKERS => said.push((who, vec![&row.outcome.slot_en])),
                _ => continue,
            }
            self.citations.extend(row.outcome.citations.first().cloned());
        }
        for (who, matters) in said {
            let who = if who == "unresolved" { "a speaker who is not named".to_owned() } else { who };
            self.texts.push(format!("{verb} by {who}: {}.", matters.join("; ")));
        }
    }

    /// `Next: Geneva talks, 23 February 2017.`
    fn next(&mut self, next: &[Next]) {
        // A gloss is not for here.
        let (told, truces): (Vec<&Next>, Vec<&Next>) =
            next.iter().filter(|n| n.en.badge == Badge::R).partition(|n| !is_of_a_truce(&n.en.text));
        // Talks first.
        let told: Vec<&Next> = told.into_iter().chain(truces).take(NEXT).collect();
        if told.is_empty() {
            return;
        }
        let names: Vec<String> = told.iter().map(|n| n.with_date()).collect();
        self.texts.push(format!("Next: {}.", names.join("; ")));
        self.citations.extend(told.iter().filter_map(|n| n.citations.first().cloned()));
    }

    fn line(self) -> Option<Line> {
        (!self.texts.is_empty()).then(|| Line {
            ar: String::new(),
            en: rule(self.texts.join(" "), "the outcome ledger and what comes next, by state"),
            citations: self.citations,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::brief;

    /// The rows of an article on Astana 18: state, matter.
    fn rows(text: &str) -> Vec<String> {
        let brief =
            brief("2022-06-15", &format!("انطلقت في العاصمة الكازاخية اليوم الجولة الثامنة عشرة من محادثات أستانا. {text}"));
        brief.outcomes.into_iter().map(|o| format!("{}: {}", o.word, o.slot_en)).collect()
    }

    #[test]
    fn who_welcomes_claims_nothing() {
        assert_eq!(rows("ورحب جون كيري بالاتفاق على تبادل الأسرى."), ["agreed: prisoner exchange"]);
        assert_eq!(rows("وقال محمد علوش إن الطرفين اتفقا على تبادل الأسرى."), ["claimed: prisoner exchange"]);
    }

    #[test]
    fn what_one_misses_in_an_agreement_makes_it_no_part() {
        let status = |text: &str| {
            let opens = "انطلقت في العاصمة الكازاخية اليوم الجولة الثامنة عشرة من محادثات أستانا.";
            brief("2022-06-15", &format!("{opens} {text}")).status.word
        };
        let signed = "ووقع الطرفان اليوم اتفاقا لوقف إطلاق النار.";
        assert_eq!(status(&format!("{signed} وقال مصدر دبلوماسي إن الوفدين لم يتفقا على تبادل الأسرى.")), "agreed");
        assert_eq!(status(&format!("{signed} وقال ستافان دي ميستورا إن الوفدين لم يتفقا على تبادل الأسرى.")), "partial");
        assert_eq!(status(&format!("{signed} ولم يتفق الوفدان على تبادل الأسرى.")), "partial");
    }

    #[test]
    fn no_breakthrough_is_not_no_progress() {
        let text = "وانتهت الجولة ولم تسفر عن اختراق.";
        assert_eq!(rows(text), ["not reached: breakthrough in the talks"]);
        let opens = "انطلقت في العاصمة الكازاخية اليوم الجولة الثامنة عشرة من محادثات أستانا.";
        assert_eq!(brief("2022-06-15", &format!("{opens} {text}")).status.word, "unclear");
    }

    #[test]
    fn the_consent_that_is_denied() {
        assert_eq!(rows("ونفى محمد علوش أن يكون الوفد قد وافق على تمديد الهدنة."), ["denied: consent to extension of the truce"]);
    }

    #[test]
    fn a_meeting_with_its_day_is_scheduled() {
        assert_eq!(rows("وأوضح المبعوث أن الاجتماع المقبل سيعقد في مدينة سوتشي في الثاني من يوليو."), ["scheduled: next meeting"]);
    }
}
