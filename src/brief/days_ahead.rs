//! What comes next on one day or in one month in two texts that are no copies. The next round counts wherever a sentence names it beside that month, though its line under *What comes next* is another's.

use chrono::{Datelike, NaiveDate};

use super::assemble::{Given, rule};
use super::cite::Cites;
use super::committee;
use super::next_round;
use super::parts::{Badge, Citation, Dispute, Line, Next};
use super::sections::with_note;
use crate::analysis::Sentence;
use crate::analysis::dates::Precision;
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::brief::context::DateRange;
use crate::glossary::entry::Kind;
use crate::round::assign::Round;
use crate::summary::similar;

/// Bytes between the next round and its month.
const NEAR: u32 = 150;
/// Notes of what is not sure.
const UNSURE: [&str; 6] = ["possible", "expected", "on a condition", "(or ", "on the word of", DIFFER];
/// The note of a day that others name otherwise.
const DIFFER: &str = "reports differ";

/// The lines of what comes next that independent texts agree on.
pub(super) fn agreed(next: &[Next], round: &Round, given: &Given, cites: &mut Cites) -> Vec<Line> {
    // A meeting of which nobody says whose it is, and what is only possible, is no agreement.
    let named = |n: &&Next| {
        let text = n.en.text.as_str();
        n.en.badge == Badge::R
            && n.date.is_some()
            && text != "Meeting"
            && !text.starts_with("Start of")
            && !UNSURE.iter().any(|u| text.contains(u))
    };
    let name = name(round, given);
    let is_next = |n: &Next| n.en.text.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let mut out: Vec<Line> = next.iter().filter(named).filter_map(|n| one(n, round, given, cites)).collect();
    let differ = |n: &Next| n.en.text.contains(DIFFER);
    if !next.iter().filter(named).any(is_next) && !next.iter().any(differ) {
        // No line of what comes next is of it, but sentences name it beside its day.
        let said = next_round::days(round, given).into_iter().map(|(_, _, days, precision)| Next {
            date: Some(days.start),
            until: (precision == Precision::Day && days.end != days.start).then_some(days.end),
            precision: next_round::word(precision).to_owned(),
            ar: String::new(),
            en: rule(name.clone(), ""),
            citations: Vec::new(),
        });
        let mut said: Vec<Next> = said.collect();
        said.sort_by_key(|n| (n.precision == "month", n.date));
        let found = said.iter().find_map(|n| one(n, round, given, cites));
        out.extend(found.map(|line| Line { ar: first(&line, round), ..line }));
    }
    out
}

/// Says beside the day of the next round, and that of the Constitutional Committee, that others name another, or none.
pub(super) fn differing(next: &mut [Next], disputes: &[Dispute], round: &Round, given: &Given) {
    let has = |slot: &str| disputes.iter().any(|d| d.slot == slot);
    let name = Some(name(round, given)).filter(|_| has(next_round::SLOT));
    let committee = Some(committee::NAME).filter(|_| has(committee::SLOT));
    let begins =
        |text: &str, name: &str| text.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']));
    let is_next = |text: &str| name.as_deref().into_iter().chain(committee).any(|name| begins(text, name));
    for n in next.iter_mut().filter(|n| n.en.badge == Badge::R && n.date.is_some() && is_next(&n.en.text)) {
        n.en.text = with_note(&n.en.text, DIFFER);
    }
}

/// What the next round is called.
fn name(round: &Round, given: &Given) -> String {
    round.number.map_or("Next round".to_owned(), |n| given.tracks.list[round.track].numbered_name(n + 1).en)
}

/// The words of the first citation.
fn first(line: &Line, round: &Round) -> String {
    let words = |c: &Citation| {
        let (article, _) = round.articles.iter().find(|(a, _)| a.id == c.source)?;
        article.text.get(c.start as usize..c.end as usize).map(str::to_owned)
    };
    line.citations.first().and_then(words).unwrap_or_default()
}

/// As exactly as two independent texts say it; else the month, which all of them say.
fn one(n: &Next, round: &Round, given: &Given, cites: &mut Cites) -> Option<Line> {
    let exact = n.date.filter(|_| matches!(n.precision.as_str(), "day" | "part of month"));
    let month = || Next { precision: "month".to_owned(), until: None, ..n.clone() };
    let Some(_) = exact else { return told(n, false, round, given, cites) };
    let whole = told(&month(), false, round, given, cites);
    let Some(mut day) = told(n, true, round, given, cites) else { return whole };
    // `مطلع شباط` in two, `في شباط` in two more.
    if let Some(whole) = whole.filter(|w| w.citations.len() > day.citations.len()) {
        let more = whole.en.text.rsplit(", ").nth(1).zip(whole.en.text.rsplit(", ").next());
        if let Some((month, texts)) = more {
            day.en.text = format!("{}; {month} in {texts}", day.en.text.trim_end_matches('.'));
            day.citations = whole.citations;
        }
    }
    Some(day)
}

fn told(n: &Next, exact: bool, round: &Round, given: &Given, cites: &mut Cites) -> Option<Line> {
    let mut places: Vec<Citation> = Vec::new();
    let mut add = |c: Citation| {
        if !places.iter().any(|o| o.source == c.source) {
            places.push(c);
        }
    };
    n.citations.iter().for_each(|c| add(c.clone()));
    let name = name(round, given);
    let is_next = n.en.text.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    // `قبل نهاية العام` and `في ديسمبر` are two things.
    let month = matches!(n.precision.as_str(), "day" | "month" | "part of month");
    if let Some(day) = n.date.filter(|_| is_next && month) {
        let same = |days: DateRange, p: Precision| match exact {
            true => days.start == day && p != Precision::Month,
            false => (days.start.year(), days.start.month()) == (day.year(), day.month()),
        };
        for (article, at, ..) in next_round::days(round, given).into_iter().filter(|d| same(d.2, d.3)) {
            let (_, analysis) = round.articles.iter().find(|(a, _)| a.id == article.id)?;
            let s = &analysis.sentences[at];
            add(cites.cite(article, at, s.start, s.end));
        }
        for &(article, analysis) in round.number.iter().flat_map(|_| &round.articles) {
            let told = |s: &Sentence| names_next(article, s, (day, exact), round.number.unwrap_or_default() + 1, given);
            if let Some((at, s)) = analysis.sentences.iter().enumerate().find(|(_, s)| told(s)) {
                add(cites.cite(article, at, s.start, s.end));
            }
        }
    }
    let text = |c: &Citation| {
        let (article, _) = round.articles.iter().find(|(a, _)| a.id == c.source)?;
        article.text.get(c.start as usize..c.end as usize)
    };
    let texts: Vec<&str> = places.iter().filter_map(text).collect();
    let mut groups = similar::groups(&texts);
    groups.sort_unstable();
    groups.dedup();
    (groups.len() > 1).then(|| Line {
        ar: n.ar.clone(),
        en: rule(format!("{}, {} independent texts.", n.with_date(), groups.len()), "same event to come, same day or month"),
        citations: places,
    })
}

/// `يعقد اجتماع أستانة التاسع في النصف الثاني من فبراير`, told of the eighth: the next round with a date of this month right behind it.
fn names_next(article: &Article, s: &Sentence, (day, exact): (NaiveDate, bool), number: u32, given: &Given) -> bool {
    let lexicon = given.lexicon;
    let month = |d: NaiveDate| (d.year(), d.month()) == (day.year(), day.month());
    let whole = |p: Precision| p == Precision::Month;
    let same = |r: DateRange, p: Precision| if exact { r.start == day && !whole(p) } else { month(r.start) };
    let dates = || s.dates.iter().filter(|d| d.date.is_some_and(|r| same(r, d.precision)));
    let beside = |end: u32| {
        dates().any(|d| {
            let gap = (end <= d.start && d.start - end <= NEAR).then(|| &article.text[end as usize..d.start as usize]);
            gap.is_some_and(|gap| !gap.contains(['،', '؛', ':']))
        })
    };
    let next = s.mentions.iter().any(|m| {
        let entry = &lexicon.entries[m.entry as usize];
        let nth = entry.kind == Kind::Ordinal && entry.value == Some(i64::from(number));
        (nth || lexicon.frames[m.entry as usize].next) && beside(m.end)
    });
    let coming = || {
        let words = [
            "أستانا القادم",
            "أستانا المقبل",
            "أستانة القادم",
            "أستانة المقبل",
            "الجولة القادمة",
            "الجولة المقبلة",
            "الاجتماع القادم",
            "الاجتماع المقبل",
        ];
        let text = &article.text[s.start as usize..s.end as usize];
        words.iter().any(|w| text.find(w).is_some_and(|at| beside(s.start + (at + w.len()) as u32)))
    };
    s.kind == SentenceKind::Sentence && !s.background && (next || coming())
}

#[cfg(test)]
mod tests {
    use crate::analysis::{analyze, testing};
    use crate::brief::assemble::{Given, assemble};
    use crate::brief::parts::Notes;
    use crate::glossary::{load, matcher::Matcher};
    use crate::round::assign::assign;
    use crate::round::tracks::Tracks;

    /// What articles on Astana 4 agree on.
    fn agreements(texts: [&str; 2]) -> Vec<String> {
        let lexicon = load::lexicon();
        let tracks = Tracks::new(load::builtin_tracks(), lexicon);
        let article = |(i, text): (usize, &str)| {
            let mut article = testing::article(&format!("انطلقت اليوم الجولة الرابعة من محادثات أستانا.\n\n{text}"));
            article.id = format!("{i}");
            article.meta.date = chrono::NaiveDate::from_ymd_opt(2017, 5, 3);
            article
        };
        let articles: Vec<_> = texts.into_iter().enumerate().map(article).collect();
        let analyses: Vec<_> = articles.iter().map(|a| analyze(a, &mut Matcher::new(lexicon), &tracks)).collect();
        let config = crate::workspace::Config::default();
        let english = crate::english::Reader::new(lexicon);
        let given =
            Given { lexicon, english: &english, tracks: &tracks, config: &config, as_of: None, sentences: Default::default() };
        let (rounds, _) = assign(&articles, &analyses, &tracks, lexicon);
        let brief = assemble(&rounds[0], Notes::default(), &given);
        brief.agreements.into_iter().map(|l| l.en.text).collect()
    }

    #[test]
    fn the_next_round_in_one_month() {
        let one = "وأعلن المجتمعون أن الجولة المقبلة ستعقد في منتصف يوليو.";
        let other = "وبحسب مسؤول كازاخي، سيكون اجتماع أستانا القادم في شهر تموز من هذا العام.";
        // One says the month alone.
        assert_eq!(agreements([one, other]), ["Astana 5, July 2017, 2 independent texts."]);
        // Two say its part, one the month.
        let more = "وبحسب سيرغي لافروف، تبدأ الجولة المقبلة منتصف يوليو.";
        assert_eq!(agreements([one, more]), ["Astana 5, mid-July 2017, 2 independent texts."]);
        // Another month, or another event in that month.
        assert_eq!(agreements([one, "وبحسب مسؤول كازاخي، سيكون اجتماع أستانا القادم في شهر آب."]).len(), 0);
        assert_eq!(agreements([one, "وقال مسؤول إن الجولة المقبلة مهمة، وإن معرضا سيفتح في تموز."]).len(), 0);
    }
}
