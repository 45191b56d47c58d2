//! What comes next: lines that the sentences themselves give.

use chrono::{Datelike, NaiveDate};

use super::assemble::{Given, rule};
use super::cite::Cites;
use super::english::{line, line_of};
use super::events::{self, Ahead};
use super::parts::{Badge, Next, part_of_month};
use super::points;
use super::speakers::of;
use crate::analysis::dates::{DateMention, Precision};
use crate::analysis::statements::{Statement, Who};
use crate::analysis::{Analysis, Mention, Sentence};
use crate::arabic::fold::fold;
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::english;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::Lexicon;
use crate::round::assign::Round;
use crate::round::tracks::Says;
use crate::summary::similar;

/// The note of a day that is tied to something.
const CONDITION: &str = "on a condition";
/// Words between a briefing and its day.
const BRIEF: usize = 12;
/// Words between talks and their ordinal.
const BEFORE: usize = 3;

/// True for a sentence that names the talks of another track.
pub(super) fn names_others(s: &Sentence, round: &Round, given: &Given) -> bool {
    s.mentions.iter().any(|m| given.tracks.marked_by(m.entry).is_some_and(|t| t != round.track))
}

/// True for a sentence that names the talks, or the place, of another track; a place of both is no other.
pub(super) fn others(s: &Sentence, round: &Round, given: &Given) -> bool {
    let own = &given.tracks.list[round.track].places;
    s.mentions.iter().any(|m| {
        let id = &given.lexicon.entries[m.entry as usize].id;
        given.tracks.marked_by(m.entry).is_some_and(|t| t != round.track)
            || given.tracks.said_by(m.entry).iter().any(|&(t, says)| {
                let t = usize::from(t);
                says == Says::Place && t != round.track && !own.contains(id) && given.tracks.list[t].places.contains(id)
            })
    })
}

pub(super) fn slice(article: &Article, (start, end): (u32, u32)) -> &str {
    &article.text[start as usize..end as usize]
}

/// What is to come: the next round, other talks with their date. The round itself is not.
pub(super) fn next(round: &Round, given: &Given, cites: &mut Cites) -> Vec<Next> {
    let lexicon = given.lexicon;
    let mut found: Vec<(&Article, &Analysis, usize, (u32, u32))> = Vec::new();
    for &(article, analysis) in &round.articles {
        let numbered = |s: &Sentence| names_the_next(article, s, round, lexicon);
        for (n, s) in analysis.sentences.iter().enumerate() {
            let n = n as u32;
            let told = analysis.next.contains(&n) || numbered(s);
            // `اتفقت الدول على عقد المؤتمر يومي 29 و30 يناير`: a day ahead of the article.
            let later = |d: &DateMention| {
                d.date.is_some_and(|days| analysis.meta.date.as_ref().is_some_and(|written| days.start > written.value))
            };
            let dated = !told && s.kind == SentenceKind::Sentence && !s.background && s.dates.iter().any(later);
            if !(told || dated && matches!(events::ahead(article, analysis, n as usize, round, given), Ahead::Event(..))) {
                continue;
            }
            let said = || analysis.statements.iter().filter(|x| x.sentence == n).map(|x| x.content);
            // The statement that names the round to come, or a day; else the last.
            let has = |(a, b): (u32, u32), at: u32| a <= at && at < b;
            let names = |&c: &(u32, u32)| {
                let next = |e: u32| lexicon.frames[e as usize].next;
                s.mentions.iter().any(|m| next(m.entry) && has(c, m.start)) || s.dates.iter().any(|d| has(c, d.start))
            };
            // Where no statement holds the day, the sentence tells it.
            let dated_outside = !s.dates.is_empty() && !said().any(|c| names(&c));
            let inside = said().find(names).or_else(|| said().next_back().filter(|_| !dated_outside));
            let range = inside.unwrap_or((s.start, s.end));
            let within = || s.mentions.iter().filter(move |m| m.start >= range.0 && m.end <= range.1);
            let ours = |kind: Kind| {
                within().any(|m| {
                    given.tracks.marked_by(m.entry) == Some(round.track) && lexicon.entries[m.entry as usize].kind == kind
                })
            };
            let named = within().any(|m| lexicon.entries[m.entry as usize].role.as_deref() == Some("round"));
            // The talks of this round that lie ahead of an article are no next ones.
            let own = ours(Kind::Process) || (ours(Kind::Place) && named);
            let ahead = events::ahead(article, analysis, n as usize, round, given);
            // `ستعقد اجتماعا تحضيريا في سوتشي يومي 19 و20، وإن الاجتماع القادم سيكون`: beside the talks.
            let beside = matches!(&ahead, Ahead::Event(label, ..) if label.contains("eeting ") || label.contains("onference "));
            if own && !beside && !others(s, round, given) && !s.next_round && !numbered(s) {
                continue;
            }
            // A number alone is told only with its day, or as what somebody said.
            let told = inside.is_some() || analysis.next.contains(&n);
            if !told && !matches!(ahead, Ahead::Event(..)) {
                continue;
            }
            // A hope is told with who has it.
            let range = if matches!(ahead, Ahead::Hoped) { (s.start, s.end) } else { range };
            let range = if matches!(ahead, Ahead::Nothing) { from_its_clause(article, s, range, lexicon) } else { range };
            // `مشترطا ضمانات أمنية لفرقه`, `لن تنسحب`: nothing that is held.
            let day = s.dates.iter().any(|d| range.0 <= d.start && d.end <= range.1);
            if matches!(ahead, Ahead::Nothing) && !day && !names_a_meeting(slice(article, range)) {
                continue;
            }
            found.push((article, analysis, n as usize, range));
        }
    }
    let texts: Vec<&str> = found.iter().map(|(a, _, _, (x, y))| &a.text[*x as usize..*y as usize]).collect();
    let groups = similar::groups(&texts);
    let mut out: Vec<(usize, Next)> = Vec::new();
    for (i, &(article, analysis, n, (mut start, mut end))) in found.iter().enumerate() {
        let sentence = &analysis.sentences[n];
        let proposed = sentence.mentions.iter().any(|m| {
            let entry = &lexicon.entries[m.entry as usize];
            m.start >= start
                && m.end <= end
                && entry.kind == Kind::Verb
                && matches!(entry.stance.as_deref(), Some("propose" | "agree"))
                && !fold(slice(article, (m.start, m.end))).starts_with(&fold("اتف"))
        });
        // What one side proposes is told in full, and is no date.
        let ahead = if proposed { Ahead::Nothing } else { events::ahead(article, analysis, n, round, given) };
        let (en, date) = match ahead {
            Ahead::Event(label, days, precision, told) => {
                // `سيتحدد الموعد لاحقا، مرجحا أن تعقد في يناير`: the words that have the day.
                if told.0 < start || told.1 > end {
                    (start, end) = told;
                }
                let unnamed = on_the_word_of(article, analysis, n, told, given);
                // The next round has a number where this one has.
                let label = match round.number.zip(label.strip_prefix("Next round")) {
                    Some((n, note)) => format!("{}{note}", given.tracks.list[round.track].numbered_name(n + 1).en),
                    None => label,
                };
                let tied = tied(article, analysis, n) && !label.contains(CONDITION);
                let label = if tied { with_note(&label, CONDITION) } else { label };
                let label = unnamed.iter().fold(label, |label, who| with_note(&label, who));
                (rule(label, "an event that lies ahead of its article"), Some((days, precision)))
            }
            Ahead::Rumoured(label) => (rule(label, "an event that is only rumoured"), None),
            Ahead::Own => continue,
            Ahead::Hoped => {
                let who = points::who(article, analysis, n);
                (line_of((article, analysis), sentence, start..end, who.as_ref(), given), None)
            }
            Ahead::Nothing => (line((article, analysis), &analysis.sentences[n], start..end, given), None),
        };
        let citation = cites.cite(article, n, start, end);
        let exact = date.map_or("", |d| d.1);
        // `الربع الأول من العام` and `النصف الأول` begin on one day.
        let part = |x: &Next| (x.precision.ends_with("of year") || exact.ends_with("of year")) && x.precision != exact;
        let twin = out.iter_mut().find(|(g, x)| {
            let same = en.badge == Badge::R && x.en.text == en.text && x.date == date.map(|d| d.0.start);
            (*g == groups[i] || same) && !(part(x) && x.date.is_some())
        });
        // A line that tells its day in its own words.
        let told = || sentence.dates.iter().any(|d| start <= d.start && d.end <= end && d.date.is_some());
        let precision = date.map_or_else(|| if told() { "told" } else { "unknown" }, |d| d.1);
        let until = date.filter(|d| precision == "day" && d.0.end != d.0.start).map(|d| d.0.end);
        if let Some((_, twin)) = twin {
            // `في فبراير` does not say the beginning of February.
            if precision == "month" && twin.precision != "month" && twin.date.is_some() {
                continue;
            }
            twin.citations.push(citation);
            twin.until = twin.until.or(until.filter(|_| twin.date == date.map(|d| d.0.start)));
            continue;
        }
        let (date, ar) = (date.map(|d| d.0.start), slice(article, (start, end)).to_owned());
        out.push((groups[i], Next { date, until, precision: precision.to_owned(), ar, en, citations: vec![citation] }));
    }
    let days = days(&found, &groups);
    let alone = days.len();
    out.extend(briefings(round, cites).into_iter().map(|n| (alone, n)));
    // What is dated comes first, the nearest first; a sentence that names its day tells it again.
    out.sort_by_key(|(_, n)| (n.date.is_none(), n.date));
    let days: Vec<Vec<NaiveDate>> = days.into_iter().chain([Vec::new()]).collect();
    let mut next: Vec<Next> = Vec::new();
    for (days, n) in out.into_iter().map(|(group, n)| (&days[group], n)) {
        // One that names two days is told but where both are.
        let all = days.iter().all(|day| next.iter().any(|told| told.date == Some(*day)));
        match next.iter_mut().find(|told| n.date.is_none() && all && told.date.is_some_and(|day| days.contains(&day))) {
            Some(told) => told.citations.extend(n.citations),
            None => next.push(n),
        }
    }
    told_once(&mut next);
    next
}

/// True for words of something that is held, or of when.
fn names_a_meeting(text: &str) -> bool {
    const HELD: [&str; 20] = [
        "جولة",
        "جولات",
        "اجتماع",
        "موعد",
        "مؤتمر",
        "لقاء",
        "محادثات",
        "مفاوضات",
        "مشاورات",
        "مباحثات",
        "استئناف",
        "قمة",
        "توقيع",
        "انتخاب",
        "جلسة",
        "حوار",
        "تاريخ",
        "تلتقي",
        "يلتقي",
        "يعود",
    ];
    HELD.iter().any(|w| text.contains(w)) || text.contains("تعود") || text.contains("العودة")
}

/// `أن اجتماعات الأيام الأولى جرت، وأن الكويت عرضت استضافة الجولة المقبلة`: from the clause on that names what is to come.
fn from_its_clause(article: &Article, s: &Sentence, (start, end): (u32, u32), lexicon: &Lexicon) -> (u32, u32) {
    let next = |m: &&Mention| lexicon.frames[m.entry as usize].next && start <= m.start && m.end <= end;
    let Some(m) = s.mentions.iter().find(next) else { return (start, end) };
    let before = slice(article, (start, m.start));
    let opens = ["، وأن ", "، وإن ", "، وبأن "].iter().filter_map(|w| before.rfind(w).map(|at| at + w.len())).max();
    (opens.map_or(start, |at| start + at as u32), end)
}

/// `في مايو` is not told again beside `في 3 و4 مايو`, nor the day on which something starts beside the thing itself.
fn told_once(next: &mut Vec<Next>) {
    let ruled = |n: &Next| n.en.badge == Badge::R && n.date.is_some();
    let mut at = 0;
    while at < next.len() {
        let n = &next[at];
        let started = n.en.text.strip_prefix("Start of ").map(|rest| rest.trim_start_matches("the "));
        let again = |x: &Next| {
            let finer = x.en.text == n.en.text && is_within(x, n) && x.precision != n.precision;
            finer || started == Some(x.en.text.as_str()) && x.date == n.date && x.precision == n.precision
        };
        match (0..next.len()).find(|&o| o != at && ruled(n) && ruled(&next[o]) && again(&next[o])) {
            Some(other) => {
                let coarse = next.remove(at);
                next[other - usize::from(other > at)].citations.extend(coarse.citations);
            }
            None => at += 1,
        }
    }
}

/// True for a day in the month that another names alone, or in its part, half or year.
fn is_within(fine: &Next, coarse: &Next) -> bool {
    let (Some(a), Some(b)) = (fine.date, coarse.date) else { return false };
    let year = a.year() == b.year();
    let month = year && a.month() == b.month();
    match coarse.precision.as_str() {
        "year" => year,
        "half of year" => year && fine.precision != "quarter of year" && (a.month() > 6) == (b.month() > 6),
        "quarter of year" => year && a.month0() / 3 == b.month0() / 3 && fine.precision != "half of year",
        "month" => month && matches!(fine.precision.as_str(), "day" | "part of month"),
        "part of month" => month && fine.precision == "day" && part_of_month(a) == part_of_month(b),
        _ => false,
    }
}

/// `سيطلع مجلس الأمن على النتائج يوم الأربعاء`: who tells the Security Council of the talks, and when.
fn briefings(round: &Round, cites: &mut Cites) -> Vec<Next> {
    const BRIEFS: [&str; 8] = [
        "سيطلع مجلس الأمن",
        "ستطلع مجلس الأمن",
        "سيحيط مجلس الأمن",
        "ستحيط مجلس الأمن",
        "سيبلغ مجلس الأمن",
        "سيقدم إحاطة",
        "ستقدم إحاطة",
        "تقديم إحاطة",
    ];
    let mut out: Vec<Next> = Vec::new();
    for &(article, analysis) in &round.articles {
        let Some(written) = analysis.meta.date.as_ref().map(|d| d.value) else { continue };
        for (n, s) in analysis.sentences.iter().enumerate().filter(|(_, s)| s.kind == SentenceKind::Sentence && !s.background) {
            let text = slice(article, (s.start, s.end));
            let found = BRIEFS.iter().find_map(|w| text.find(w).map(|at| s.start + at as u32));
            let Some(start) = found.filter(|_| text.contains("مجلس الأمن")) else { continue };
            let near = |d: &&DateMention| {
                let gap = article.text.get(start as usize..d.start as usize).unwrap_or(".");
                d.precision == Precision::Day && gap.split_whitespace().count() <= BRIEF && !gap.contains(['.', '؛', '،'])
            };
            let date = s.dates.iter().filter(|d| d.start > start).find(near);
            let Some((d, days)) = date.and_then(|d| Some((d, d.date?))).filter(|(_, days)| days.start > written) else {
                continue;
            };
            let citation = cites.cite(article, n, start, d.end);
            match out.iter_mut().find(|x| x.date == Some(days.start)) {
                Some(twin) => twin.citations.push(citation),
                None => out.push(Next {
                    date: Some(days.start),
                    until: None,
                    precision: "day".to_owned(),
                    ar: slice(article, (start, d.end)).to_owned(),
                    en: rule("Briefing of the Security Council".to_owned(), "an event that lies ahead of its article"),
                    citations: vec![citation],
                }),
            }
        }
    }
    out
}

/// `بحسب مصادر مطلعة، ستعقد الجولة المقبلة في 23 مارس`: a day on the word of nobody who is named.
fn on_the_word_of(article: &Article, analysis: &Analysis, n: usize, told: (u32, u32), given: &Given) -> Option<String> {
    let holds = |x: &Statement| x.sentence as usize == n && x.content.0 < told.1 && told.0 < x.content.1;
    let number = analysis.statements.iter().position(holds)?;
    let source = matches!(analysis.statements[number].speaker.who, Who::Source(_));
    let said = of(article, analysis, Some(number as u32)).filter(|_| source)?;
    let name = said.speaker(given).en;
    let name = name.strip_suffix(" (not named)")?;
    let one = !name.split(" of ").next()?.split(" in ").next()?.ends_with('s');
    let name = if one { format!("{} {name}", english::generate::indefinite(name)) } else { name.to_owned() };
    Some(format!("on the word of {name}, not named"))
}

/// `غير أن المصادر ذاتها ربطت الموعد بشرطين`: the sentence behind ties the day to a condition.
fn tied(article: &Article, analysis: &Analysis, n: usize) -> bool {
    const TIES: [&str; 8] = ["ربط", "ربطت", "ربطوا", "رهن", "رهنت", "مرهون", "مشروط", "مشروطا"];
    const DAY: [&str; 8] = ["الموعد", "موعدها", "عقدها", "عقده", "انعقادها", "انعقاده", "الجولة", "الاجتماع"];
    let [here, next] = analysis.sentences.get(n..n + 2).unwrap_or_default() else { return false };
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphabetic()).trim_start_matches(['و', 'ف']).to_owned();
    let words: Vec<String> = slice(article, (next.start, next.end)).split_whitespace().map(bare).collect();
    let at = words.iter().position(|w| TIES.contains(&w.as_str()));
    let near = |at: usize| words[at..].iter().take(5).any(|w| DAY.contains(&w.as_str()));
    here.paragraph == next.paragraph && next.kind == SentenceKind::Sentence && at.is_some_and(near)
}

/// `Astana 19 (possible)` with one note more.
pub(super) fn with_note(label: &str, note: &str) -> String {
    match label.strip_suffix(')') {
        Some(noted) if label.contains(" (") => format!("{noted}; {note})"),
        _ => format!("{label} ({note})"),
    }
}

/// `الاجتماع السادس عشر سيعقد في`, told of the fifteenth: the round that comes next, by its number.
fn names_the_next(article: &Article, s: &Sentence, round: &Round, lexicon: &Lexicon) -> bool {
    let Some(number) = round.number.filter(|_| s.kind == SentenceKind::Sentence && !s.background) else { return false };
    s.mentions.iter().any(|m| {
        let entry = &lexicon.entries[m.entry as usize];
        let meets = |o: &Mention| {
            let gap = o.end <= m.start && article.text[o.end as usize..m.start as usize].split_whitespace().count() < BEFORE;
            gap && matches!(lexicon.entries[o.entry as usize].role.as_deref(), Some("round" | "talks"))
        };
        entry.kind == Kind::Ordinal && entry.value == Some(i64::from(number) + 1) && s.mentions.iter().any(meets)
    })
}

/// For each group the days that its sentences name.
fn days(found: &[(&Article, &Analysis, usize, (u32, u32))], groups: &[usize]) -> Vec<Vec<NaiveDate>> {
    let mut out = vec![Vec::new(); found.len()];
    for ((_, analysis, n, (start, end)), &group) in found.iter().zip(groups) {
        let inside = |d: &&DateMention| d.precision == Precision::Day && *start <= d.start && d.end <= *end;
        out[group].extend(analysis.sentences[*n].dates.iter().filter(inside).filter_map(|d| Some(d.date?.start)));
    }
    out
}
