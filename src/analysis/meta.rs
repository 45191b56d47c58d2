//! Title, outlet and date of an article: as the file states them, else inferred from the text, and marked so.

use super::dates::{Said, Tense, Turn};
use super::parse::{Parsed, ParsedSentence};
use super::{Facts, Known, Meta};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::arabic::token::Kind as TokenKind;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use chrono::{Datelike, Days, NaiveDate};
use std::path::Path;

/// Metadata of an article; what its file states wins. The date needs the round's window and is inferred later.
pub fn infer(article: &Article, parsed: &Parsed, lexicon: &Lexicon) -> Meta {
    let text = article.text.as_str();
    let stated = &article.meta;
    Meta {
        title: stated.title.clone().map(Known::stated).or_else(|| title(text, parsed)),
        outlet: stated
            .source
            .as_deref()
            .map(|source| Known::stated(named(source, lexicon)))
            .or_else(|| outlet(text, parsed, lexicon)),
        date: stated.date.map(Known::stated),
    }
}

/// A stated outlet in the glossary's English, where it has it: `وكالة رويترز` is Reuters, `الشرق الأوسط` what stands behind `صحيفة`, `وكالة سبأ (عدن)` the
/// agency in a town, `المسيرة نت` its site.
fn named(source: &str, lexicon: &Lexicon) -> String {
    known_outlet(source, lexicon).unwrap_or_else(|| source.to_owned())
}

/// An outlet that the glossary knows, in its English.
fn known_outlet(source: &str, lexicon: &Lexicon) -> Option<String> {
    let media = |name: &str| {
        let entry = lexicon.written_as(name).map(|form| form.entry).find(|&entry| lexicon.kind(entry) == Kind::Media)?;
        Some(lexicon.entries[entry as usize].en.preferred.clone())
    };
    let (plain, town) = source.trim_end_matches(')').split_once(" (").unwrap_or((source, ""));
    let place = |form: u32| matches!(lexicon.kind(form), Kind::Place);
    let town = lexicon.written_as(town).map(|form| form.entry).find(|&entry| place(entry));
    let town = town.map(|entry| format!(" ({})", lexicon.entries[entry as usize].en.preferred)).unwrap_or_default();
    let site = ["نت", "أونلاين", "عربي"].iter().find_map(|end| plain.strip_suffix(end)).map(str::trim);
    let kinds = |name: &str| ["صحيفة", "قناة", "وكالة", "موقع"].iter().find_map(|kind| media(&format!("{kind} {name}")));
    let known = |name: &str| media(name).or_else(|| kinds(name));
    media(source).or_else(|| known(plain).or_else(|| site.and_then(known)).map(|name| name + &town))
}

/// Lines at the head of an article within which its outlet may stand.
const HEAD: usize = 4;

/// The outlet that a line below the headline names in one of its parts: `الشرق الأوسط - الأحد 7 أغسطس 2016`, `سكاي نيوز عربية - أبوظبي`, `عين ليبيا`.
fn head_line<'t>(text: &'t str, parsed: &Parsed, lexicon: &Lexicon) -> Option<(String, &'t str)> {
    let lines = parsed.sentences.iter().take(HEAD).skip(1).take_while(|s| s.words() <= 14);
    let lines = lines.map(|s| &text[s.span.start as usize..s.span.end as usize]);
    lines.filter(|line| !line.ends_with('.')).find_map(|line| {
        let parts = line
            .split(['|', '-', '–', '—', '/', ':', '،', '(', ')'])
            .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()));
        parts.filter(|part| !part.is_empty()).find_map(|part| Some((known_outlet(part, lexicon)?, line)))
    })
}

fn title(text: &str, parsed: &Parsed) -> Option<Known<String>> {
    let first = parsed.sentences.iter().find(|s| s.span.kind == SentenceKind::Title)?;
    let words = text[first.span.start as usize..first.span.end as usize].to_owned();
    Some(Known::inferred(words.clone(), "first-line", words))
}

fn media(sentence: &ParsedSentence, lexicon: &Lexicon) -> Option<(EntryId, usize)> {
    let entry = |m: &crate::glossary::matcher::Match| lexicon.forms[m.form as usize].entry;
    sentence.matches.iter().enumerate().find(|(_, m)| lexicon.kind(entry(m)) == Kind::Media).map(|(i, m)| (entry(m), i))
}

/// The outlet: a source line, a by-line, else the medium whose own correspondent reports.
fn outlet(text: &str, parsed: &Parsed, lexicon: &Lexicon) -> Option<Known<String>> {
    let known = |s: &ParsedSentence, entry: EntryId, rule| {
        let name = lexicon.entries[entry as usize].en.preferred.clone();
        Known::inferred(name, rule, &text[s.span.start as usize..s.span.end as usize])
    };
    for (kind, rule) in [(SentenceKind::SourceLine, "source-line"), (SentenceKind::Byline, "by-line")] {
        for sentence in parsed.sentences.iter().filter(|s| s.span.kind == kind) {
            // `المصدر: RT + نوفوستي`: the first, whatever else the line names.
            let several = text[sentence.span.start as usize..sentence.span.end as usize].contains('+');
            if let Some((entry, _)) = media(sentence, lexicon).filter(|_| !several) {
                return Some(known(sentence, entry, rule));
            }
            if kind == SentenceKind::SourceLine {
                let words = &text[sentence.span.start as usize..sentence.span.end as usize];
                if let Some((_, name)) = words.split_once(':') {
                    let name = name.split('+').next().unwrap_or(name).trim();
                    let name = known_outlet(name, lexicon).unwrap_or_else(|| name.to_owned());
                    return Some(Known::inferred(name, rule, words));
                }
            }
        }
    }
    if let Some((name, line)) = head_line(text, parsed, lexicon) {
        return Some(Known::inferred(name, "by-line", line));
    }
    let own = parsed.sentences.iter().find_map(|s| {
        let (entry, at) = media(s, lexicon)?;
        let before = s.matches[..at].last().filter(|b| {
            // Only quotation marks may stand between «مراسل» and the name.
            let gap = &text[b.end as usize..s.matches[at].start as usize];
            gap.chars().all(|c| c.is_whitespace() || matches!(c, '"' | '«' | '“'))
        })?;
        let title = &lexicon.entries[lexicon.forms[before.form as usize].entry as usize];
        let own = matches!(title.id.as_str(), "correspondent" | "special_correspondent" | "envoy_media");
        own.then(|| {
            Known::inferred(
                lexicon.entries[entry as usize].en.preferred.clone(),
                "own-correspondent",
                &text[before.start as usize..s.matches[at].end as usize],
            )
        })
    });
    own.or_else(|| agency(text, parsed, lexicon)).or_else(|| learned(text, parsed, lexicon))
}

/// What an outlet does itself in its own report: `علمت «الصحيفة» أن`, `نسخة اطلعت عليها «الصحيفة»`.
fn learned(text: &str, parsed: &Parsed, lexicon: &Lexicon) -> Option<Known<String>> {
    const DOES: [&str; 6] = ["علمت", "وعلمت", "اطلعت عليها", "اطلعت عليه", "حصلت عليها", "حصلت عليه"];
    let mut found: Option<(EntryId, &str)> = None;
    for s in parsed.sentences.iter().filter(|s| s.span.kind == SentenceKind::Sentence) {
        for m in &s.matches {
            let id = lexicon.forms[m.form as usize].entry;
            if lexicon.kind(id) != Kind::Media {
                continue;
            }
            let before = text[s.span.start as usize..m.start as usize].trim_end_matches(['"', '«', '“', '(', ' ']);
            let Some(verb) = DOES.iter().find(|w| before.ends_with(**w)) else { continue };
            if found.is_some_and(|(other, _)| other != id) {
                return None;
            }
            found = Some((id, &text[s.span.start as usize + before.len() - verb.len()..m.end as usize]));
        }
    }
    let (id, words) = found?;
    Some(Known::inferred(lexicon.entries[id as usize].en.preferred.clone(), "own-report", words))
}

/// Bytes of a town and an agency before the first words of a report.
const SIGNED: usize = 90;

/// The agency that signs the first sentence, in brackets behind the town: `نور سلطان (رويترز) - قال …`.
fn agency(text: &str, parsed: &Parsed, lexicon: &Lexicon) -> Option<Known<String>> {
    let first = parsed.sentences.iter().find(|s| s.span.kind == SentenceKind::Sentence)?;
    let (entry, at) = media(first, lexicon)?;
    let m = &first.matches[at];
    let (start, before, behind) = (first.span.start as usize, &text[..m.start as usize], &text[m.end as usize..]);
    // `الخرطوم 1 سبتمبر 2020 (شينخوا) رأى محللون`: a town and a day, and no dash.
    let town = first
        .matches
        .first()
        .is_some_and(|m| lexicon.kind(lexicon.forms[m.form as usize].entry) == Kind::Place && m.start as usize <= start + 4);
    let dated = town && before[start..].chars().any(|c| c.is_numeric());
    let signed = m.start as usize - start < SIGNED
        && before[start..].trim_end().ends_with('(')
        && behind.trim_start().strip_prefix(')').is_some_and(|rest| rest.trim_start().starts_with(['-', '–', '—', ':']) || dated);
    let name = || lexicon.entries[entry as usize].en.preferred.clone();
    signed.then(|| Known::inferred(name(), "agency-in-dateline", format!("({})", &text[m.start as usize..m.end as usize])))
}

/// The day that a line of its own, a by-line, a source line or the dateline of the first sentence gives in full; nothing where two lines differ.
pub fn dateline(text: &str, parsed: &Parsed, facts: &[Facts]) -> Option<Known<NaiveDate>> {
    let mut found: Option<Known<NaiveDate>> = None;
    let mut body = 0;
    for (s, facts) in parsed.sentences.iter().zip(facts) {
        body += u32::from(s.span.kind == SentenceKind::Sentence);
        let line = &text[s.span.start as usize..s.span.end as usize];
        let own = match s.span.kind {
            SentenceKind::Byline | SentenceKind::SourceLine => true,
            // The day of the last change is not that of the article.
            // `تاريخ النشر: 11.12.2019 | 15:47 GMT`
            SentenceKind::Furniture => {
                let published = line.contains("النشر") || line.starts_with("نشر");
                s.words() <= if published { 12 } else { 7 } && !line.contains("تحديث") && !line.contains("تعديل")
            }
            _ => false,
        };
        let opens = s.span.kind == SentenceKind::Sentence && body == 1;
        if !own && !opens {
            continue;
        }
        for date in &facts.dates {
            let Said::Days { first, last, month: Some(month), year: Some(year), .. } = date.said else { continue };
            // `ريمبو – الأربعاء 12 كانون الأول 2018: …`
            let words = &text[date.start as usize..date.end as usize];
            // `اليوم الأربعاء 23 يونيو 2021`
            let today = opens && words.starts_with("اليوم");
            let closes = s.tokens[date.last as usize + 1..]
                .iter()
                .take(2)
                .any(|t| matches!(t.kind, TokenKind::Mark(':' | '-' | '–' | '—')));
            if first != last || opens && !today && !(date.first <= 8 && closes) {
                continue;
            }
            let Some(day) = NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(first)) else { continue };
            match &found {
                Some(known) if known.value != day => return None,
                Some(_) => {}
                None => found = Some(Known::inferred(day, "dateline", words)),
            }
        }
    }
    found
}

/// The day in the name of the article's own file, where there is one: `articles/2017-02-16-astana.txt`. A file of many articles is named for the day it was made.
pub fn file_name(article: &Article) -> Option<Known<NaiveDate>> {
    let path = Path::new(&article.path);
    let name = path.file_stem().filter(|_| path.extension().is_none_or(|e| e != "jsonl"))?.to_str()?;
    let part = |from: usize, to: usize| name.get(from..to).filter(|p| p.bytes().all(|b| b.is_ascii_digit()));
    let digit = |at: Option<usize>| at.and_then(|at| name.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    let day = |at: usize| {
        let parted = [4, 7].iter().all(|i| matches!(name.as_bytes().get(at + i), Some(b'-' | b'_')));
        let whole = parted && !digit(at.checked_sub(1)) && !digit(Some(at + 10));
        let (year, month, day) = (part(at, at + 4)?, part(at + 5, at + 7)?, part(at + 8, at + 10)?);
        whole.then(|| NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)).flatten()
    };
    let mut days = (0..name.len()).filter_map(day);
    let found = days.next()?;
    days.next().is_none().then(|| Known::inferred(found, "file-name", ""))
}

/// Days before and behind a round within which a day of the week is looked for.
const AROUND: u64 = 5;
/// A round that is longer has too many Thursdays.
const LONGEST: i64 = 9;

/// The article's day, from the days of the week that it names and the days of its round. `ahead`: it speaks of the round as one to come. Page furniture is never asked.
pub fn date(
    text: &str,
    parsed: &Parsed,
    facts: &[Facts],
    window: Option<(NaiveDate, NaiveDate)>,
    ahead: bool,
) -> Option<Known<NaiveDate>> {
    let window = window?;
    let telling =
        |s: &ParsedSentence| matches!(s.span.kind, SentenceKind::Title | SentenceKind::Heading | SentenceKind::Sentence);
    let all = || {
        parsed
            .sentences
            .iter()
            .zip(facts)
            .enumerate()
            .filter(|(_, (s, _))| telling(s))
            .flat_map(|(i, (_, f))| f.dates.iter().map(move |d| (i, d)))
    };
    let words = |start: u32, end: u32| &text[start as usize..end as usize];
    // اليوم الأربعاء, أمس الثلاثاء
    for (_, d) in all() {
        if let Said::Weekdays { first, offset: Some(offset), .. } = d.said {
            let day = (i64::from(first) - i64::from(offset) - 1).rem_euclid(7) as u32;
            if let Some(date) = near(window, day, ahead) {
                return Some(Known::inferred(date, "weekday-and-day-word", words(d.start, d.end)));
            }
        }
    }
    // The lead's day: news of the day it names. Else the last day that something is reported of.
    let bare = |said: &Said| match *said {
        Said::Weekdays { first, last, turn: Turn::Plain, offset: None } if first == last => Some(u32::from(first) - 1),
        _ => None,
    };
    let mut body = 0;
    let mut lead_to = parsed.sentences.len();
    for (i, s) in parsed.sentences.iter().enumerate() {
        if s.span.kind == SentenceKind::Sentence {
            body += 1;
            if body == 2 {
                lead_to = i;
                break;
            }
        }
    }
    let past = |(_, d): &(usize, &super::dates::DateMention)| d.tense != Tense::Future;
    let lead =
        all().filter(|(i, _)| *i < lead_to).filter(past).find_map(|(_, d)| Some((near(window, bare(&d.said)?, ahead)?, d)));
    if let Some((date, d)) = lead {
        return Some(Known::inferred(date, "weekday-in-lead", words(d.start, d.end)));
    }
    let last = all()
        .filter(past)
        .filter_map(|(_, d)| Some((near(window, bare(&d.said)?, true)?, d)))
        .max_by_key(|(date, d)| (*date, std::cmp::Reverse(d.start)));
    last.map(|(date, d)| Known::inferred(date, "last-weekday-reported", words(d.start, d.end)))
}

/// The day of the week nearest to the round: in it, else just before (if the round is to come) or behind it.
fn near((start, end): (NaiveDate, NaiveDate), weekday: u32, ahead: bool) -> Option<NaiveDate> {
    if (end - start).num_days() > LONGEST {
        return None;
    }
    let (from, to) = (start.checked_sub_days(Days::new(AROUND))?, end.checked_add_days(Days::new(AROUND))?);
    let far = |d: NaiveDate| {
        if d < start {
            2 * (start - d).num_days() - i64::from(ahead) * 2
        } else if d > end {
            (2 + 3 * i64::from(ahead)) * (d - end).num_days()
        } else {
            i64::from(ahead)
        }
    };
    from.iter_days().take_while(|d| *d <= to).filter(|d| d.weekday().num_days_from_monday() == weekday).min_by_key(|d| far(*d))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_the_name_of_a_file() {
        let day = |path: &str| {
            let article = Article::read(path, "a", "قال الوزير إن اللقاء قريب.".as_bytes().to_vec()).unwrap();
            file_name(&article).map(|known| known.value.to_string())
        };
        assert_eq!(day("articles/2017-02-16-astana.txt"), Some("2017-02-16".to_owned()));
        assert_eq!(day("articles/sana_2017_02_16.md"), Some("2017-02-16".to_owned()));
        // No day, two days, a number.
        assert_eq!(day("articles/2017-13-16.txt"), None);
        assert_eq!(day("articles/2017-02-15-2017-02-16.txt"), None);
        assert_eq!(day("articles/12017-02-160.txt"), None);
        assert_eq!(day("articles/astana.txt"), None);
    }

    #[test]
    fn a_stated_outlet_in_english() {
        let lexicon = Lexicon::new(crate::glossary::load::builtin());
        let english = |source: &str| named(source, &lexicon);
        assert_eq!(english("وكالة رويترز"), "Reuters");
        assert_eq!(english("الشرق الأوسط"), "Asharq Al-Awsat");
        assert_eq!(english("المسيرة نت"), "Al-Masirah");
        assert_eq!(english("وكالة سبأ (عدن)"), "Saba News Agency (Aden)");
        assert_eq!(english("سبوتنيك عربي"), "Sputnik");
        assert_eq!(english("نشرة الحي"), "نشرة الحي");
    }

    #[test]
    fn a_day_that_the_page_prints() {
        let day = |line: &str| {
            let text = format!("بيان الوزارة\n\n{line}\n\nقال الوزير إن اللقاء قريب.");
            let (_, analysis, _) = crate::analysis::testing::built_in(&text);
            analysis.meta.date.map(|known| known.value.to_string())
        };
        for line in ["نشر في: 13/09/2015", "نشرت في: 13/09/2015", "نشرت بتاريخ 13/09/2015", "تاريخ النشر: 13.09.2015"]
        {
            assert_eq!(day(line), Some("2015-09-13".to_owned()), "{line}");
        }
    }

    #[test]
    fn the_agency_that_signs() {
        let outlet = |text: &str| {
            let (_, analysis, _) = crate::analysis::testing::built_in(text);
            analysis.meta.outlet.map(|known| (known.value, known.rule))
        };
        let line = |words: &str, name: &str, rule: &'static str| {
            let text = format!("بيان الوزارة\n\n{words}\n\nقال الوزير إن اللقاء قريب.");
            assert_eq!(outlet(&text), Some((name.to_owned(), Some(rule))), "{words}");
        };
        line("الشرق الأوسط - الأحد 4 ذو القعدة 1437 هـ - 7 أغسطس 2016 م", "Asharq Al-Awsat", "by-line");
        line("المسيرة نت | صنعاء | 6 أغسطس 2016م", "Al-Masirah", "by-line");
        line("سكاي نيوز عربية - أبوظبي", "Sky News Arabia", "by-line");
        line("المصدر: RT + وكالات", "RT", "source-line");
        line("المصدر: سانا + نوفوستي", "SANA", "source-line");
        let reuters = Some(("Reuters".to_owned(), Some("agency-in-dateline")));
        assert_eq!(outlet("نور سلطان/بيروت (رويترز) - قال الوزير إن اللقاء قريب."), reuters);
        assert_eq!(outlet("قال الوزير لصحافيين (رويترز) إن اللقاء قريب."), None);
    }
}
