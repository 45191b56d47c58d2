//! Articles whose own text tells no round, beside the others of a workspace.
//!
//! In: the articles of a workspace and their analyses. Out: the analyses, where an article of the days of a round that others are about speaks of the same people, or of what those talk over, is of that
//! round. It is weak evidence and is shown as such. Refused: an article that opens with another meeting, one without a date, one that fits two rounds. What is placed here helps to place no other article, so the order
//! of the files does not count.

mod said;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::evidence::{Evidence, RoundGuess};
use super::tracks::Tracks;
use crate::analysis::Analysis;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use said::Said;

/// The rule for the day of such an article.
pub const DAY: &str = "day-beside-others";
/// The rule for who it names.
const PEOPLE: &str = "people-beside-others";
/// The rule for what it speaks of.
const SUBJECT: &str = "subject-beside-others";
/// So many articles must be about a round by what they say themselves.
const OTHERS: usize = 2;
/// So many people who came must be named, and so often the conflict; one is enough if he is named by his office in the talks.
const SHARED: usize = 2;
/// So much must be shared of what the others open with, if it has no figure of theirs.
const SUBJECTS: usize = 2;
/// Days before and behind a round, and between the report and another one.
pub const NEAR: std::ops::RangeInclusive<i64> = -2..=4;

/// What the articles of one round say of it.
#[derive(Default)]
struct Known {
    articles: usize,
    number: Option<u32>,
    dates: BTreeSet<NaiveDate>,
    came: BTreeSet<EntryId>,
    /// What they open with, and how many do.
    subjects: BTreeMap<EntryId, usize>,
    /// Their figures, and how many articles have each.
    figures: BTreeMap<i64, usize>,
}

/// True if an article was placed by those beside it: its own text says less.
#[must_use]
pub fn is_placed(analysis: &Analysis) -> bool {
    analysis.round.iter().flat_map(|guess| &guess.evidence).any(|e| e.rule == DAY)
}

/// Places the articles that found no round.
pub fn place(articles: &[Article], analyses: &mut [Analysis], tracks: &Tracks, lexicon: &Lexicon) {
    let mut rounds: BTreeMap<(usize, &str), Known> = BTreeMap::new();
    for (article, analysis) in articles.iter().zip(analyses.iter()) {
        let Some(guess) = &analysis.round else { continue };
        let (Some(track), Some(id)) = (tracks.track(&guess.track), guess.id.as_deref()) else { continue };
        let known = rounds.entry((track, id)).or_default();
        known.articles += 1;
        known.number = guess.number;
        known.dates.extend(analysis.meta.date.as_ref().map(|date| date.value));
        let person = |who: &EntryId| lexicon.kind(*who) == Kind::Person;
        known.came.extend(analysis.presence.iter().map(|p| p.who).filter(person));
        let said = Said { text: &article.text, analysis, lexicon, tracks, track };
        known.came.extend(said.delegates());
        said.subjects().into_iter().for_each(|entry| *known.subjects.entry(entry).or_default() += 1);
        said.figures().into_iter().for_each(|figure| *known.figures.entry(figure).or_default() += 1);
    }
    rounds.retain(|_, known| known.articles >= OTHERS);
    if rounds.is_empty() {
        return;
    }
    let of_others: Vec<Option<RoundGuess>> =
        articles.iter().zip(&*analyses).map(|(a, analysis)| guess_beside(&a.text, analysis, &rounds, tracks, lexicon)).collect();
    for (analysis, guess) in analyses.iter_mut().zip(of_others) {
        if guess.is_some() {
            analysis.round = guess;
        }
    }
}

/// The one round that an article without a round is beside.
fn guess_beside(
    text: &str,
    analysis: &Analysis,
    rounds: &BTreeMap<(usize, &str), Known>,
    tracks: &Tracks,
    lexicon: &Lexicon,
) -> Option<RoundGuess> {
    let own = analysis.round.as_ref();
    let elsewhere = |guess: &RoundGuess| guess.evidence.iter().any(|e| e.rule == "other-meeting");
    if own.is_some_and(|guess| guess.id.is_some() || guess.day.is_some() || elsewhere(guess)) {
        return None;
    }
    let date = analysis.meta.date.as_ref()?.value;
    let mut near = rounds.iter().filter_map(|(&(track, id), known)| {
        let evidence = beside(&Said { text, analysis, lexicon, tracks, track }, id, known, date)?;
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
fn beside(said: &Said, id: &str, known: &Known, date: NaiveDate) -> Option<Vec<Evidence>> {
    let round = said.tracks.list[said.track].by_id(id)?;
    // Of a round of months, the days of its other reports.
    let beside = known.dates.iter().any(|other| NEAR.contains(&(date - *other).num_days()));
    if !beside || !NEAR.contains(&round.distance(date)) || said.about() < SHARED {
        return None;
    }
    let piece = |rule, (start, end)| Evidence { rule, round: id.to_owned(), weight: 1, start, end };
    let mut shared: Vec<(EntryId, u32, u32)> = Vec::new();
    let mut seen = BTreeSet::new();
    for m in said.analysis.sentences.iter().flat_map(|s| &s.mentions).filter(|m| known.came.contains(&m.entry)) {
        if seen.insert(m.entry) {
            shared.push((m.entry, m.start, m.end));
        }
    }
    let talks = said.talks();
    let people = shared.len() >= SHARED && (said.is_named() || talks.is_some());
    let office = || {
        let delegates = said.delegates();
        shared.iter().any(|(person, ..)| delegates.contains(person))
    };
    let subject = || {
        let word = if said.has_figure_of(known) { talks } else { said.these_talks().filter(|_| said.shares(known) >= SUBJECTS) };
        let word = word.or_else(|| said.office());
        word.filter(|_| said.sides() > 1)
    };
    if !people && !office() && subject().is_none() || said.opens_elsewhere(round) {
        return None;
    }
    let mut out = vec![piece(DAY, (0, 0))];
    out.extend(shared.iter().map(|&(_, start, end)| piece(PEOPLE, (start, end))));
    out.extend(subject().map(|m| piece(SUBJECT, (m.start, m.end))));
    Some(out)
}

impl Said<'_> {
    /// How much it speaks of what several others open with.
    fn shares(&self, known: &Known) -> usize {
        let often = |entry: &&EntryId| known.subjects.get(*entry).is_some_and(|count| *count >= OTHERS);
        self.subjects().iter().filter(often).count()
    }

    /// True if it has a figure of theirs: `887`; 200 may be that of anything.
    fn has_figure_of(&self, known: &Known) -> bool {
        let round = |figure: &i64| figure % 50_000 == 0;
        self.figures().iter().any(|f| known.figures.get(f).is_some_and(|count| !round(f) || *count >= OTHERS))
    }
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
        let dated = |(text, date): &(&str, &str)| {
            let mut article = article(text);
            article.meta.date = Some(date.parse().unwrap());
            article
        };
        let articles: Vec<Article> = texts.iter().map(dated).collect();
        let mut analyses: Vec<Analysis> =
            articles.iter().map(|article| analyze(article, &mut Matcher::new(lexicon), &tracks)).collect();
        place(&articles, &mut analyses, &tracks, lexicon);
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

    const SIGNED: &str = "اختتمت في سويسرا اليوم الاثنين 20 آذار/مارس 2023 مفاوضات الأسرى بين الحكومة اليمنية والحوثيين باتفاق على إطلاق 887 شخصا.\nورأس وفد الحكومة يحيى كزمان، ورأس وفد الحوثيين عبد القادر المرتضى.";
    const LISTS: &str = "وقع ممثلو الحكومة اليمنية والحوثيين في برن السويسرية أمس الاثنين كشوف 887 محتجزا من الأسرى.\nوقال رئيس وفد الحكومة يحيى كزمان إن التنفيذ بعد ثلاثة أسابيع.";

    fn beside_the_deal(text: &str, date: &str) -> Option<String> {
        placed(&[(SIGNED, "2023-03-20"), (LISTS, "2023-03-21"), (text, date)]).pop().unwrap()
    }

    #[test]
    fn one_delegate_with_his_office_is_enough() {
        let said = "قال رئيس الفريق الحكومي المفاوض يحيى كزمان إن الحوثيين طلبوا أسماء لا تعرفها الحكومة اليمنية، وإن ذلك رُفض.";
        let round = Some("yemen-switzerland-2023".to_owned());
        assert_eq!(beside_the_deal(said, "2023-03-22"), round);
        // Weeks later, without the office, or of another meeting
        assert_eq!(beside_the_deal(said, "2023-04-22"), None);
        let home = "قال يحيى كزمان إن الحوثيين قصفوا حيا في تعز، وإن الحكومة اليمنية سترد.";
        assert_eq!(beside_the_deal(home, "2023-03-22"), None);
        let other = "شارك رئيس الوفد الحكومي يحيى كزمان في محادثات في القاهرة بشأن موانئ الحكومة اليمنية التي يهددها الحوثيون.";
        assert_eq!(beside_the_deal(other, "2023-03-22"), None);
    }

    #[test]
    fn the_figure_of_the_deal_is_enough() {
        let round = Some("yemen-switzerland-2023".to_owned());
        let lists = "نفى ناطق باسم الحوثيين أن يكون الاتفاق الموقع قد أغفل أحدا.\nوقالت الحكومة اليمنية إن القوائم تضم 887 اسما.";
        assert_eq!(beside_the_deal(lists, "2023-03-22"), round);
        // Another deal, and no figure
        let smugglers = "قال شهود إن اتفاقا عقد بين الحوثيين ومهربين في صعدة.\nوتنفي الحكومة اليمنية أنها علمت به.";
        assert_eq!(beside_the_deal(smugglers, "2023-03-22"), None);
        let war = "قصف الحوثيون مواقع الحكومة اليمنية في مأرب، وأسروا 14 جنديا.";
        assert_eq!(beside_the_deal(war, "2023-03-22"), None);
    }
}
