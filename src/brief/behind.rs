//! What stands right before a denial, where the article sets one against the other: `قال دبلوماسي إن دمشق سحبت موافقتها. غير أن مصدرا في الوفد نفى`. They share a sentence break alone; a word of
//! contrast, a word that points back or a rare word that both have joins them.

use super::against::{readable, readably_said};
use super::assemble::Given;
use super::blame::blamed;
use super::cite::Cites;
use super::denied::{at, stance};
use super::english::line;
use super::parts::{DisputeValue, Speaker};
use super::speakers::{Said, at_the_table, of};
use super::stems::Weights;
use crate::analysis::statements::Statement;
use crate::analysis::{Analysis, Sentence};
use crate::arabic::sentences::Kind;
use crate::article::Article;
use crate::glossary::entry::Kind as Entry;
use crate::glossary::lexicon::EntryId;

/// Words of contrast at the head of a sentence.
const CONTRAST: [&str; 8] = ["غير أن", "إلا أن", "بيد أن", "لكن", "ولكن", "في المقابل", "وفي المقابل", "بينما"];
/// Words that point back to what was told.
const BACK: [&str; 8] = ["ذلك", "تلك", "هؤلاء", "بذلك", "بتلك", "الرواية", "الاتهام", "الاتهامات"];
/// Those that say of what: `تلك الغارات`, `الرواية`; a bare `ذلك` may be of what stands further off.
const NAMED: [&str; 5] = ["تلك", "بتلك", "الرواية", "الاتهام", "الاتهامات"];
/// Sentences before it in which one may have begun to speak.
const GOES_ON: usize = 2;
/// Sentences that have a term that says what is meant.
const FEW: usize = 3;
/// Words of what stands before.
const LONG: usize = 60;

/// What stands against denial `n` in the sentence before it.
pub(super) fn before(
    (article, analysis): (&Article, &Analysis),
    n: usize,
    denies: &Said,
    weights: &Weights,
    given: &Given,
    cites: &mut Cites,
) -> Option<DisputeValue> {
    let lexicon = given.lexicon;
    let d = &analysis.statements[n];
    let number = (d.sentence as usize).checked_sub(1)?;
    let (there, here) = (&analysis.sentences[number], &analysis.sentences[number + 1]);
    let text = |from: u32, to: u32| &article.text[from as usize..to as usize];
    let contrast = CONTRAST.iter().any(|w| text(here.start, here.end).strip_prefix(w).is_some_and(|r| r.starts_with([' ', '،'])));
    let near = contrast || there.paragraph == here.paragraph;
    // The denial is the first that its sentence tells.
    let first = !analysis.statements[..n].iter().any(|s| s.sentence == d.sentence);
    let told = there.kind == Kind::Sentence && !there.background;
    let long = text(there.start, there.end).split_whitespace().count() > LONG;
    if !near || !first || !told || long {
        return None;
    }
    let denied = text(d.content.0, d.content.1);
    let back = denied.split_whitespace().take(8).any(|w| BACK.contains(&w.trim_end_matches(['،', '.'])));
    let whole = |by: Option<Speaker>| DisputeValue {
        value: line((article, analysis), there, there.start..there.end, given),
        by,
        ar: text(there.start, there.end).to_owned(),
        citations: vec![],
    };
    let cited = |mut v: DisputeValue, cites: &mut Cites| {
        v.citations = vec![cites.cite(article, number, there.start, there.end)];
        Some(v).filter(|v| readable(&v.value))
    };
    let said_by = |m: usize| of(article, analysis, Some(m as u32));
    let in_sentence = |at: usize| {
        let all = analysis.statements.iter().enumerate();
        all.filter(move |(_, s)| s.sentence as usize == at)
    };
    let (who, own) = (denies.speaker(given), denies.side(lexicon));
    // `الوفد` that no side has may be the denier's own.
    let anyones =
        |m: usize| said_by(m).is_some_and(|s| s.side(lexicon).is_none() && s.speaker(given).id.as_deref() == Some("delegation"));
    let said_there: Vec<(usize, &Statement)> = in_sentence(number).collect();
    if said_there.iter().all(|(m, _)| anyones(*m)) {
        // What the article tells itself is nobody's claim, but where the denial says that it is of that.
        let named = denied.split_whitespace().take(8).any(|w| NAMED.contains(&w));
        return if named { cited(whole(None), cites) } else { None };
    }
    let another = |m: usize| {
        let Some(says) = said_by(m) else { return false };
        let (speaker, side) = (says.speaker(given), says.side(lexicon));
        let same = speaker.en == who.en || speaker.id.is_some() && speaker.id == who.id || side.is_some() && side == own;
        !same && !anyones(m) && speaker.en != "unresolved"
    };
    if said_there.iter().any(|(m, s)| !another(*m) || stance(s, lexicon) == Some("deny") || s.negated) {
        return None;
    }
    let shares = |s: &Statement| weights.shared(text(at(s).min(s.content.0), s.content.1), denied);
    let side = own.map(|id| at_the_table(lexicon, id));
    let accuses = |s: &Statement| {
        stance(s, lexicon) == Some("accuse") && side.is_some_and(|side| blamed(article, there, s, lexicon).contains(&side))
    };
    let name = |m: usize| said_by(m).map(|s| s.speaker(given).en);
    let last = name(said_there.last()?.0);
    let one = said_there.iter().all(|(m, _)| name(*m) == last);
    // `وزاد أن`: the one who goes on may have said it before.
    let earlier = (number.saturating_sub(GOES_ON)..number).rev().flat_map(in_sentence).filter(|(m, _)| name(*m) == last);
    let named = |s: &Statement| {
        let place = &analysis.sentences[s.sentence as usize];
        place.start <= s.speaker.span.0 && s.speaker.span.1 <= place.end
    };
    let all = said_there.iter().copied().chain(earlier).filter(|(_, s)| shares(s) > 0 || accuses(s));
    if let Some((m, _)) = all.max_by_key(|(m, s)| (accuses(s), shares(s), named(s), std::cmp::Reverse(*m)))
        && let Some(value) = readably_said(article, analysis, m, given, cites)
    {
        return Some(value);
    }
    let told = weights.shared(text(there.start, there.end), denied) > 0 || of_one(analysis, (number, d), given);
    if !one || !told && !((contrast || back) && said_there.iter().all(|(_, s)| named(s))) {
        return None;
    }
    let one = |cites: &mut Cites| match said_there[..] {
        [(m, _)] => readably_said(article, analysis, m, given, cites),
        _ => None,
    };
    if !told && said_there.len() == 1 {
        return one(cites);
    }
    cited(whole(said_by(said_there[0].0).map(|s| s.speaker(given))), cites).or_else(|| one(cites))
}

/// A person, or a term that few sentences have, that the sentence before names and the denial, too: `ترتيب السلال … ونفى أن تكون لأي سلة أولوية`.
fn of_one(analysis: &Analysis, (number, d): (usize, &Statement), given: &Given) -> bool {
    let there = &analysis.sentences[number];
    let here = &analysis.sentences[d.sentence as usize];
    let few = |id: EntryId| {
        let has = |s: &&Sentence| s.mentions.iter().any(|m| m.entry == id);
        analysis.sentences.iter().filter(has).count() <= FEW
    };
    let names = |id: EntryId| match given.lexicon.entries[id as usize].kind {
        Entry::Person => true,
        Entry::Term | Entry::Unit => few(id),
        _ => false,
    };
    let denied = here.mentions.iter().filter(|m| d.content.0 <= m.start && m.end <= d.content.1);
    denied.into_iter().any(|m| names(m.entry) && there.mentions.iter().any(|o| o.entry == m.entry))
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn denials(text: &str) -> Vec<String> {
        let all = fourth(text).disputes.into_iter().filter(|d| d.slot == "denial");
        all.map(|d| d.values.iter().map(|v| v.by.as_ref().map_or("article", |s| &s.en)).collect::<Vec<_>>().join(" / ")).collect()
    }

    #[test]
    fn a_denial_that_a_word_of_contrast_sets_against_what_stands_before() {
        let says = "وقال محمد علوش إن المحادثات تعثرت، مضيفا أن الوفود قد تعود إلى بلدانها.";
        let denies = "سيرغي لافروف نفى أن يكون أحد قد غادر الفندق.";
        assert_eq!(denials(&format!("{says} غير أن {denies}")), ["Mohammed Alloush / Sergey Lavrov"]);
        // Right behind it, too, in the paragraph that follows.
        assert_eq!(denials(&format!("{says}\n\nغير أن {denies}")), ["Mohammed Alloush / Sergey Lavrov"]);
        assert_eq!(denials(&format!("{says}\n\nمن جهة أخرى، نفى سيرغي لافروف أن يكون أحد قد غادر الفندق.")), [""; 0]);
        // His own words, and what the article tells where the denial is not of that.
        assert_eq!(denials(&format!("وقال سيرغي لافروف إن المحادثات تعثرت. لكن {denies}")), [""; 0]);
        assert_eq!(denials(&format!("وتعثرت المحادثات مساء أمس. غير أن {denies}")), [""; 0]);
        assert_eq!(
            denials("وشنت طائرات غارات على بلدة قريبة. ونفى سيرغي لافروف أن تكون بلاده شنت تلك الغارات."),
            ["article / Sergey Lavrov"]
        );
    }
}
