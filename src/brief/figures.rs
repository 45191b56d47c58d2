//! Figures: what the sources count, with who counts it and when. What is counted is a unit of the glossary; lengths of time count only where they are those of a truce.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::assemble::{Given, rule};
use super::cite::Cites;
use super::english::line;
use super::parts::{Badge, English, Figure, Participant};
use super::person::UNKNOWN;
use super::seats::surname;
use super::speakers::{of, with_article};
use super::whose::{beside, whose};
use crate::analysis::dates::{DateMention, Precision, Said};
use crate::analysis::figures::{Figure as Found, Modifier};
use crate::analysis::{Analysis, Sentence};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::lexicon::Lexicon;
use crate::round::assign::Round;

/// Bytes between a figure and what it is told of.
const BESIDE: u32 = 12;
/// Bytes between a length of time and its truce.
const TRUCE: u32 = 60;
/// A value, in thousandths, that two sources do not give of two things.
const LARGE: i64 = 1_000_000;
/// Figures of a brief.
const MOST: usize = 12;
/// Words behind a figure that tell what it is of.
const WORDS: usize = 8;

/// The figures of a round.
pub(super) fn figures(round: &Round, given: &Given, cites: &mut Cites) -> Vec<Figure> {
    let mut out: Vec<Counted> = Vec::new();
    // By value and modifier, their numbers in `out`.
    let mut values: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for &(article, analysis) in &round.articles {
        for (n, sentence) in analysis.sentences.iter().enumerate().filter(|(_, s)| s.kind == SentenceKind::Sentence) {
            for found in &sentence.figures {
                let Some(figure) = figure(article, analysis, n, found, given, cites) else { continue };
                let key = key(article, sentence, found, given.lexicon);
                // A large number of one unit is the same figure, whatever word stands before it.
                let unit = |k: &str| k.split_once(' ').map_or(k.len(), |(unit, _)| unit.len());
                let large = found.value >= LARGE;
                let same = |k: &str| *k == key || (large && k[..unit(k)] == key[..unit(&key)]);
                let alike = values.entry((figure.value.clone(), figure.modifier.clone())).or_default();
                match alike.iter().copied().find(|&at| same(&out[at].key)) {
                    Some(at) => out[at].figure.citations.extend(figure.citations),
                    None => {
                        alike.push(out.len());
                        out.push(Counted {
                            key,
                            figure,
                            report: (article, analysis),
                            sentence: n,
                            place: (found.start, found.end),
                        });
                    }
                }
            }
        }
    }
    // What several sources give comes first.
    out.sort_by_key(|c| std::cmp::Reverse(c.figure.citations.len()));
    out.truncate(MOST);
    let with_phrase = |c: Counted| Figure { phrase: phrase(&c, given), ..c.figure };
    out.into_iter().map(with_phrase).collect()
}

/// `وذكر الشندقي أن`: a speaker whom the articles introduce in full elsewhere is told as the participants are.
pub(super) fn introduced(figures: &mut [Figure], participants: &[Participant]) {
    for by in figures.iter_mut().filter_map(|f| f.by.as_mut()).filter(|by| by.id.is_none() && by.en == UNKNOWN) {
        let called = |p: &&Participant| !p.ar.is_empty() && surname(&p.ar).is_some() && surname(&p.ar) == surname(&by.ar);
        let mut all = participants.iter().filter(called);
        if let (Some(p), None) = (all.next(), all.next())
            && by.ar.split_whitespace().count() <= 3
        {
            by.en.clone_from(&p.en);
            by.role.clone_from(&p.role);
        }
    }
}

/// A figure of which no clause can be told has the name of what it counts: `members in the delegation of the opposition`.
pub(super) fn named(figures: &mut [Figure], counted: &[super::counted::Counted]) {
    for f in figures.iter_mut().filter(|f| f.phrase.is_none()) {
        let here = |c: &&super::counted::Counted| f.citations.first().is_some_and(|at| c.stands_at(at));
        f.phrase = counted.iter().find(here).map(|c| rule(c.label(), "figures of one thing"));
    }
}

/// A figure of a report.
struct Counted<'a> {
    key: String,
    figure: Figure,
    report: (&'a Article, &'a Analysis),
    sentence: usize,
    place: (u32, u32),
}

/// The words around a figure in English: the clause that holds it, with the word before it (`مقتل 3 مدنيين`), or from the figure on; `None` where a part of them is not known.
fn phrase(c: &Counted, given: &Given) -> Option<English> {
    let (article, analysis) = c.report;
    let sentence = &analysis.sentences[c.sentence];
    let text = |from: u32, to: u32| &article.text[from as usize..to as usize];
    let mut end = c.place.1;
    for word in text(c.place.1, sentence.end).split_inclusive(' ').take(WORDS) {
        let bare = word.trim_end();
        end += bare.len() as u32;
        if bare.ends_with(['،', '؛', '.', ':', ')', '»', '"']) {
            break;
        }
        end += (word.len() - bare.len()) as u32;
    }
    let before = text(sentence.start, c.place.0).trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    let from = sentence.start + (before.len() - last.len()) as u32;
    let word = last.chars().count() > 3 && !last.ends_with(['،', '؛', '.', ':']);
    let short = word.then_some((from, end)).into_iter().chain([(c.place.0, end)]);
    let whole = |en: &English| {
        let known = en.coverage == Some(100) && !en.text.contains(['…', '[', '*']);
        known && en.badge == Badge::G && en.text.split_whitespace().count() > 2 && stands(&en.text)
    };
    // What it counts, and of whom, the clause says.
    let fits = |(start, end): &(u32, u32)| {
        let quotes =
            |open: char, close: char| text(*start, *end).matches(open).count() + text(*start, *end).matches(close).count();
        let paired = text(*start, *end).matches('"').count() % 2 == 0 && quotes('«', '»') % 2 == 0 && quotes('(', ')') % 2 == 0;
        paired && text(*start, *end).split_whitespace().count() <= CLAUSE
    };
    // `نفى أن يكون ألفا مقاتل قد دخلوا`: what somebody denies is not told as if it were so.
    if denied(c, sentence, given.lexicon) {
        return None;
    }
    let clause = clause(c, sentence).filter(fits);
    let told = |(start, end)| without_link(line(c.report, sentence, start..end, given));
    clause.into_iter().chain(short).map(told).find(whole)
}

/// `As the government presented 70 names`: without the word that linked it.
fn without_link(en: English) -> English {
    let rest = ["As ", "Where ", "While ", "So "].iter().find_map(|w| en.text.strip_prefix(w));
    let mut letters = rest.unwrap_or(&en.text).chars();
    let text = letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect());
    English { text, ..en }
}

/// True for words that have their subject, or need none.
fn stands(en: &str) -> bool {
    const HANGS: [&str; 18] = [
        "which",
        "who",
        "whom",
        "that",
        "it",
        "they",
        "he",
        "she",
        "represents",
        "includes",
        "included",
        "consisting",
        "composed",
        "include",
        "among",
        "of",
        "[it]",
        "led",
    ];
    const ENDS: [&str; 8] = ["that", "which", "who", "and", "of", "to", "the", "in"];
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphabetic() && c != '[' && c != ']').to_lowercase();
    let words: Vec<String> = en.split_whitespace().map(bare).collect();
    // `That is, 500 of`; `met on the sidelines of the talks that`
    words.first().is_none_or(|w| !HANGS.contains(&w.as_str())) && words.last().is_none_or(|w| !ENDS.contains(&w.as_str()))
}

/// Words before أن that turn what follows: `دون أن`, `قبل أن`, `شرط أن`.
const TURNS: [&str; 8] = ["دون", "بدون", "قبل", "عدم", "شرط", "شريطة", "لولا", "غير"];

/// True where a denial, a refusal or a hope holds the clause of a figure.
fn denied(c: &Counted, sentence: &Sentence, lexicon: &Lexicon) -> bool {
    let Some((from, _)) = clause(c, sentence) else { return false };
    let before = c.report.0.text[sentence.start as usize..from as usize].trim_end();
    let opens = before.rsplit(' ').next().is_some_and(|w| OPENS.contains(&w));
    let stance = |m: &crate::analysis::Mention| lexicon.entries[m.entry as usize].stance.as_deref();
    let verb = sentence.mentions.iter().rfind(|m| m.end <= from && stance(m).is_some());
    opens && verb.is_some_and(|m| matches!(stance(m), Some("deny" | "reject" | "hope")))
}

/// Marks that end a clause.
const STOPS: [char; 5] = ['،', '؛', '.', ':', ','];
/// Words of a clause that a table can hold.
const CLAUSE: usize = 16;
/// Words behind which a clause begins.
const OPENS: [&str; 10] = ["أن", "إن", "بأن", "وأن", "وإن", "أنه", "بينما", "فيما", "لكن", "حين"];

/// The clause that holds a figure: from the last mark or particle before it to the next mark behind it.
fn clause(c: &Counted, sentence: &Sentence) -> Option<(u32, u32)> {
    let text = &c.report.0.text;
    let before = &text[sentence.start as usize..c.place.0 as usize];
    // `2.4`: no end.
    let ends = |text: &str, at: usize| {
        !text[..at].ends_with(|c: char| c.is_numeric()) || !text[at + 1..].starts_with(|c: char| c.is_numeric())
    };
    let mut marks = before.match_indices(STOPS).filter(|(at, mark)| mark.len() > 1 || ends(before, *at));
    let mark = marks.next_back().map_or(0, |(at, mark)| at + mark.len());
    let mut opens = before
        .match_indices(' ')
        .map(|(at, _)| at)
        .filter(|&at| OPENS.contains(&before[..at].rsplit(' ').next().unwrap_or_default()));
    // `دون أن يحصل الوفد على جواب عن قائمة`: with the word that turns it.
    let turned = |at: usize| {
        let front = &before[..before[..at].rfind(' ')?];
        let from = front.rfind(' ').map_or(0, |at| at + 1);
        TURNS.contains(&front[from..].trim_start_matches('و')).then_some(from)
    };
    let from = opens.next_back().map(|at| turned(at).unwrap_or(at)).unwrap_or(0).max(mark);
    let start = sentence.start as usize + from + (before[from..].len() - before[from..].trim_start().len());
    let behind = &text[c.place.1 as usize..sentence.end as usize];
    let stop = behind.match_indices(STOPS).find(|(at, mark)| mark.len() > 1 || ends(behind, *at)).map(|(at, _)| at);
    let end = c.place.1 as usize + stop.unwrap_or(behind.len());
    (start < c.place.0 as usize).then_some((start as u32, end as u32))
}

fn figure(article: &Article, analysis: &Analysis, n: usize, f: &Found, given: &Given, cites: &mut Cites) -> Option<Figure> {
    let lexicon = given.lexicon;
    let sentence = &analysis.sentences[n];
    let entry = f.unit.map(|u| &lexicon.entries[u as usize]);
    if !counts(entry, f, sentence, article, lexicon) {
        return None;
    }
    let about = about(article, sentence, f, lexicon).map(|e| e.en.preferred.as_str());
    // `مستعدة للقتال "مئة عام"`: a length of time whose unit stands behind it.
    if entry.is_none() && of_time(article, f) {
        return None;
    }
    let counted = entry.map(|e| if f.value == 1000 { e.en.preferred.clone() } else { plural(e) });
    let unit = match (counted, about) {
        (Some(unit), Some(about)) if unit != about => format!("{unit} ({about})"),
        (Some(unit), _) => unit,
        (None, Some(about)) => about.to_owned(),
        (None, None) => return None,
    };
    let by = analysis
        .statements
        .iter()
        .position(|s| s.sentence as usize == n && s.content.0 <= f.start && f.start < s.content.1)
        .map(|number| number as u32)
        .or_else(|| beside(article, analysis, n, (f.start, f.end)))
        .and_then(|number| of(article, analysis, Some(number)))
        .map(|s| s.speaker(given))
        .or_else(|| whose(article, analysis, n, (f.start, f.end), lexicon));
    Some(Figure {
        value: value(f),
        unit,
        phrase: None,
        modifier: modifier(f.modifier).to_owned(),
        as_of: as_of(article, analysis, n, f),
        by,
        ar: article.text[f.start as usize..f.end as usize].to_owned(),
        told: false,
        citations: vec![cites.cite(article, n, f.start, f.end)],
    })
}

/// The day of a figure: that of its clause, else that of its article; none where the clause has a month, or several days.
fn as_of(article: &Article, analysis: &Analysis, n: usize, f: &Found) -> Option<NaiveDate> {
    let s = &analysis.sentences[n];
    let text = |from: u32, to: u32| article.text.get(from as usize..to as usize).unwrap_or("،");
    let written = analysis.meta.date.as_ref().map(|d| d.value);
    let near = |d: &&DateMention| {
        let gap = if d.end <= f.start { text(d.end, f.start) } else { text(f.end, d.start) };
        // `منذ بداية الشهر`, `خلال شهر من التوقيع`: no day of its own.
        let before = text(s.start, d.start).trim_end();
        let since = before.ends_with("منذ") || text(d.start, d.end).starts_with("منذ");
        let length = matches!(d.said, Said::Length { .. }) || matches!(d.precision, Precision::About | Precision::NotAfter);
        let ahead = d.date.is_some_and(|days| written.is_some_and(|w| days.start > w));
        d.date.is_some() && !since && !length && !ahead && !gap.contains(['،', '؛', '.', ':'])
    };
    let mut days = s.dates.iter().filter(near);
    let (first, more) = (days.next(), days.next());
    match (first, more) {
        (None, _) => written,
        (Some(d), None) if d.precision == Precision::Day => {
            let range = d.date?;
            (range.start == range.end).then_some(range.end).filter(|day| written.is_none_or(|w| *day <= w)).or(written)
        }
        _ => None,
    }
}

/// Whether a figure says something of the talks: no small number of sides or points, no minutes of a meeting.
fn counts(unit: Option<&Entry>, f: &Found, s: &Sentence, article: &Article, lexicon: &Lexicon) -> bool {
    match unit {
        // `الهدنة المستمرة منذ ستة أسابيع`
        Some(unit) if unit.role.as_deref() == Some("time") => {
            let before = article.text[s.start as usize..f.start as usize].trim_end();
            (before.ends_with("منذ") || before.ends_with("منذ نحو")) && truce(s, f, lexicon).is_some()
        }
        Some(unit) if unit.kind == Kind::Unit => unit.role.as_deref() != Some("form") && f.value >= 2000,
        // `الدول الثلاث`: a name, no count.
        _ => f.value >= 5000,
    }
}

/// `مئة عام`: years, and no count of what stands before them.
fn of_time(article: &Article, f: &Found) -> bool {
    let behind = article.text[f.end as usize..].split_whitespace().next().unwrap_or_default();
    let word = behind.trim_matches(|c: char| !c.is_alphabetic());
    ["عام", "عاما", "عاماً", "سنة", "سنوات", "أعوام", "يوم", "يوما", "يوماً", "شهر", "شهرا", "شهراً", "ساعة"].contains(&word)
}

/// The truce that a length of time is told of.
fn truce<'l>(s: &Sentence, f: &Found, lexicon: &'l Lexicon) -> Option<&'l Entry> {
    let near = |start: u32, end: u32| end <= f.start && f.start - end <= TRUCE || start >= f.end && start - f.end <= TRUCE;
    let mut all = s.mentions.iter().filter(|m| near(m.start, m.end) && lexicon.frames[m.entry as usize].truce);
    all.next().map(|m| &lexicon.entries[m.entry as usize])
}

/// What a figure is told of, where the unit does not say it: the term or matter right before it; the truce.
fn about<'l>(article: &Article, s: &Sentence, f: &Found, lexicon: &'l Lexicon) -> Option<&'l Entry> {
    // `آلية من خمس مراحل`: what it is made of, and not how many of it.
    let of = |end: u32| f.unit.is_none() && article.text[end as usize..f.start as usize].trim() == "من";
    match f.unit.map(|u| lexicon.entries[u as usize].role.as_deref()) {
        Some(Some("time")) => truce(s, f, lexicon),
        Some(Some("any")) | None => {
            let near = s.mentions.iter().rev().find(|m| {
                let it = &lexicon.entries[m.entry as usize];
                let told = it.kind == Kind::Slot || (it.kind == Kind::Term && matches!(it.role.as_deref(), None | Some("truce")));
                // `مرتزقته عن نحو مليون مواطن`, `أي 500`: of something else.
                let gap = article.text.get(m.end as usize..f.start as usize).unwrap_or_default();
                let apart = gap.split_whitespace().any(|w| matches!(w, "عن" | "في" | "على" | "من" | "إلى" | "مع"));
                let word = it.id.starts_with("quantity_") || it.en.preferred == "any";
                told && !apart && !word && m.end <= f.start && f.start - m.end <= BESIDE && !of(m.end)
            });
            near.map(|m| &lexicon.entries[m.entry as usize])
        }
        Some(_) => None,
    }
}

fn key(article: &Article, s: &Sentence, f: &Found, lexicon: &Lexicon) -> String {
    let id = |e: &Entry| e.id.clone();
    let unit = f.unit.map(|u| id(&lexicon.entries[u as usize])).unwrap_or_default();
    format!("{unit} {}", about(article, s, f, lexicon).map(id).unwrap_or_default())
}

/// The plural of a unit.
pub(super) fn plural(entry: &Entry) -> String {
    let en = &entry.en.preferred;
    // `265 من المقاومة الشعبية`
    if entry.kind == Kind::Party && entry.plural.is_none() && !en.ends_with('s') {
        return format!("of {}", with_article(entry));
    }
    match &entry.plural {
        Some(plural) => plural.clone(),
        None if en.ends_with('s') || en.ends_with("children") || en.ends_with("women") => en.clone(),
        None if en.ends_with('y') && !en[..en.len() - 1].ends_with(['a', 'e', 'o']) => format!("{}ies", &en[..en.len() - 1]),
        None => format!("{en}s"),
    }
}

/// The value of a figure as a decimal number, or two.
pub(super) fn value(f: &Found) -> String {
    let decimal = |thousandths: i64| match (thousandths / 1000, thousandths % 1000) {
        (whole, 0) => whole.to_string(),
        (whole, rest) => format!("{whole}.{rest:03}").trim_end_matches('0').to_owned(),
    };
    match f.upper.filter(|u| *u != f.value) {
        Some(upper) => format!("{}–{}", decimal(f.value), decimal(upper)),
        None => decimal(f.value),
    }
}

/// How exact a figure is, in English.
pub(super) fn modifier(m: Modifier) -> &'static str {
    match m {
        Modifier::Exactly => "",
        Modifier::MoreThan => "more than",
        Modifier::LessThan => "less than",
        Modifier::About => "about",
        Modifier::AtLeast => "at least",
        Modifier::AtMost => "at most",
    }
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::brief;

    /// The figures of an article on Astana 4, with the words that they stand in.
    fn read(text: &str) -> Vec<String> {
        let brief = brief("2017-05-03", &format!("انطلقت اليوم الجولة الرابعة من محادثات أستانا. {text}"));
        let phrase = |f: &crate::brief::parts::Figure| f.phrase.as_ref().map_or(String::new(), |p| p.text.clone());
        brief.figures.iter().map(|f| format!("{} {} | {}", f.value, f.unit, phrase(f))).collect()
    }

    #[test]
    fn the_word_that_turns_a_clause_is_told() {
        let rows = read("وانتهى اللقاء دون أن يحصل الوفد على قائمة تضم 900 معتقل.");
        assert!(rows.iter().all(|r| r.contains("| Without") || r.ends_with("| ")), "{rows:?}");
        // What is denied is not told as if it were so.
        let rows = read("ونفى الوفد أن يكون 900 مقاتل قد وصلوا إلى المدينة.");
        assert!(rows.iter().all(|r| r.ends_with("| ")), "{rows:?}");
    }

    #[test]
    fn years_are_no_count() {
        assert_eq!(read("وقال إن القوات مستعدة للقتال «مئة عام»."), [""; 0]);
    }
}
