//! Articles whose own text tells no round, beside the others of a workspace.
//!
//! In: the articles of a workspace and their analyses. Out: the analyses, where an article of the days of a round that others are about names the same people who came as those do, and speaks of these talks, is of that
//! round. It is weak evidence and is shown as such. Refused: an article that opens with another meeting, one without a date, one that fits two rounds. What is placed here helps to place no other article, so the order
//! of the files does not count.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::evidence::{Evidence, RoundGuess};
use super::tracks::{Says, Tracks};
use crate::analysis::Analysis;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};

/// The rule for the day of such an article.
pub const DAY: &str = "day-beside-others";
/// The rule for who it names.
const PEOPLE: &str = "people-beside-others";
/// So many articles must be about a round by what they say themselves.
const OTHERS: usize = 2;
/// So many people who came must be named, and so often the conflict.
const SHARED: usize = 2;
/// Days before and behind a round, and between the report and another one.
const NEAR: std::ops::RangeInclusive<i64> = -2..=4;

/// What the articles of one round say of it.
#[derive(Default)]
struct Known {
    articles: usize,
    number: Option<u32>,
    dates: BTreeSet<NaiveDate>,
    came: BTreeSet<EntryId>,
}

/// True if an article was placed by those beside it: its own text says less.
#[must_use]
pub fn is_placed(analysis: &Analysis) -> bool {
    analysis.round.iter().flat_map(|guess| &guess.evidence).any(|e| e.rule == DAY)
}

/// Places the articles that found no round.
pub fn place(analyses: &mut [Analysis], tracks: &Tracks, lexicon: &Lexicon) {
    let mut rounds: BTreeMap<(usize, &str), Known> = BTreeMap::new();
    for analysis in analyses.iter() {
        let Some(guess) = &analysis.round else { continue };
        let (Some(track), Some(id)) = (tracks.track(&guess.track), guess.id.as_deref()) else { continue };
        let known = rounds.entry((track, id)).or_default();
        known.articles += 1;
        known.number = guess.number;
        known.dates.extend(analysis.meta.date.as_ref().map(|date| date.value));
        let person = |who: &EntryId| lexicon.kind(*who) == Kind::Person;
        known.came.extend(analysis.presence.iter().map(|p| p.who).filter(person));
    }
    rounds.retain(|_, known| known.articles >= OTHERS);
    let of_others: Vec<Option<RoundGuess>> = analyses.iter().map(|analysis| guess_beside(analysis, &rounds, tracks)).collect();
    for (analysis, guess) in analyses.iter_mut().zip(of_others) {
        if guess.is_some() {
            analysis.round = guess;
        }
    }
}

/// The one round that an article without a round is beside.
fn guess_beside(analysis: &Analysis, rounds: &BTreeMap<(usize, &str), Known>, tracks: &Tracks) -> Option<RoundGuess> {
    let own = analysis.round.as_ref();
    let elsewhere = |guess: &RoundGuess| guess.evidence.iter().any(|e| e.rule == "other-meeting");
    if own.is_some_and(|guess| guess.id.is_some() || guess.day.is_some() || elsewhere(guess)) {
        return None;
    }
    let date = analysis.meta.date.as_ref()?.value;
    let mut near = rounds.iter().filter_map(|(&(track, id), known)| {
        let evidence = beside(analysis, (track, id), known, date, tracks)?;
        Some(RoundGuess {
            track: tracks.list[track].id.clone(),
            number: known.number,
            id: Some(id.to_owned()),
            place: None,
            day: None,
            rival: None,
            evidence,
        })
    });
    let first = near.next();
    first.filter(|_| near.next().is_none())
}

/// What speaks for a round that others are about.
fn beside(
    analysis: &Analysis,
    (track, id): (usize, &str),
    known: &Known,
    date: NaiveDate,
    tracks: &Tracks,
) -> Option<Vec<Evidence>> {
    let round = tracks.list[track].by_id(id)?;
    // Of a round of months, the days of its other reports.
    let beside = known.dates.iter().any(|other| NEAR.contains(&(date - *other).num_days()));
    if !beside || !NEAR.contains(&round.distance(date)) {
        return None;
    }
    let mentions = || analysis.sentences.iter().flat_map(|s| &s.mentions);
    let says = |entry: EntryId, of_it: fn(&Says) -> bool| {
        tracks.said_by(entry).iter().any(|(t, s)| usize::from(*t) == track && of_it(s))
    };
    let about = mentions().filter(|m| says(m.entry, |s| *s == Says::About)).count();
    let talks = mentions().any(|m| says(m.entry, |s| matches!(s, Says::Names | Says::NamesRound(_) | Says::Sign)));
    let mut shared: Vec<(EntryId, u32, u32)> = Vec::new();
    for m in mentions().filter(|m| known.came.contains(&m.entry)) {
        if shared.iter().all(|(entry, ..)| *entry != m.entry) {
            shared.push((m.entry, m.start, m.end));
        }
    }
    if about < SHARED || !talks || shared.len() < SHARED {
        return None;
    }
    let piece = |rule, weight, (start, end)| Evidence { rule, round: id.to_owned(), weight, start, end };
    let people = shared.iter().map(|&(_, start, end)| piece(PEOPLE, 1, (start, end)));
    Some(std::iter::once(piece(DAY, 1, (0, 0))).chain(people).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::analysis::testing::article;
    use crate::glossary::load;
    use crate::glossary::matcher::Matcher;

    const OPENED: &str = "انطلقت الجولة السادسة من محادثات أستانا الخميس بحضور رئيس الوفد الروسي ألكسندر لافرنتييف ورئيس وفد المعارضة العميد أحمد بري.\nوترأس بشار الجعفري وفد دمشق.";
    const ENDED: &str =
        "اختتمت الجولة السادسة من محادثات أستانا الجمعة، وشارك فيها بشار الجعفري عن الحكومة السورية وأحمد بري عن الفصائل.";
    const BACK: &str = "هاجم بشار الجعفري أنقرة وقال إن جنودها غزاة، وإن سوريا ستخرجهم.\nورد أحمد بري بأن الحكومة السورية تهرب من ملف المعتقلين.\nوكان الاثنان في أستانا.";

    fn placed(texts: &[(&str, &str)]) -> Vec<Option<String>> {
        let lexicon = load::lexicon();
        let tracks = Tracks::new(load::builtin_tracks(), lexicon);
        let mut analyses: Vec<Analysis> = texts
            .iter()
            .map(|(text, date)| {
                let mut article = article(text);
                article.meta.date = Some(date.parse().unwrap());
                analyze(&article, &mut Matcher::new(lexicon), &tracks)
            })
            .collect();
        place(&mut analyses, &tracks, lexicon);
        analyses.iter().map(|a| a.round.as_ref().filter(|_| is_placed(a)).and_then(|guess| guess.id.clone())).collect()
    }

    #[test]
    fn an_article_without_a_round_is_of_that_of_the_others() {
        let six = Some("astana-6".to_owned());
        let all = [(OPENED, "2017-09-14"), (ENDED, "2017-09-15"), (BACK, "2017-09-16")];
        assert_eq!(placed(&all), [None, None, six.clone()]);
        assert_eq!(placed(&[all[2], all[1], all[0]]), [six, None, None]);
        // Of another day, beside one article alone, about something else
        assert_eq!(placed(&[all[0], all[1], (BACK, "2017-10-02")])[2], None);
        assert_eq!(placed(&all[1..])[1], None);
        assert_eq!(
            placed(&[all[0], all[1], ("قصفت طائرات مواقع في ريف حماة، وقال بشار الجعفري إن الجيش يرد.", "2017-09-16")])[2],
            None
        );
    }
}
