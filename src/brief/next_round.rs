//! What is said of the next round: days that cannot both be, or a day and a side that will not come or with which none was discussed. All stand side by side, each in the words of who says it.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::against::{readable, said};
use super::assemble::{Given, rule};
use super::cite::Cites;
use super::context::DateRange;
use super::disputes::{VALUES, same};
use super::english::line;
use super::parts::{Dispute, DisputeValue, English, Next};
use super::words::{Phrases, Words};
use crate::analysis::dates::{DateMention, Precision};
use crate::analysis::statements::{Span, Statement};
use crate::analysis::{Analysis, Mention, Sentence};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::round::assign::Round;

/// Words for the next round that no slot has.
static NAMES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "تلتقي مجددا",
        "ستلتقي مجددا",
        "سيلتقيان مجددا",
        "يعود الضامنون",
        "جولة ثانية",
        "جولة جديدة",
        "جولة أخرى",
        "أي جولة",
        "أي مشاورات",
        "أي محادثات",
        "أي مفاوضات",
        "المشاورات المقبلة",
        "المحادثات المقبلة",
        "المفاوضات المقبلة",
        "العودة إلى المشاورات",
        "العودة إلى المحادثات",
        "العودة إلى المفاوضات",
        "أستانا القادم",
    ])
});
/// Words that go on with it in the next clause: `فيما رجح دبلوماسي تأجيلها إلى مطلع مارس`.
static GOES_ON: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "تعقد",
        "يعقد",
        "عقدها",
        "عقده",
        "انعقادها",
        "انعقاده",
        "تأجيلها",
        "تأجيله",
        "تأخرها",
        "تأخيرها",
        "وهو موعد",
        "موعدها",
    ])
});
/// Words of a side that will not come.
static NO: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "لن يذهب",
        "لن تذهب",
        "لن نذهب",
        "لن يشارك",
        "لن تشارك",
        "لن نشارك",
        "لن يعود",
        "لن تعود",
        "لن نعود",
        "لن يحضر",
        "لن تحضر",
        "لن نحضر",
        "لا جولة",
        "لا موعد",
        "نافيا تحديد",
        "موعد شكك",
    ])
});
/// The round of the sentence before.
static THAT: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(&["تلك الجولة"]));
/// Words of a day that was not discussed.
static UNDISCUSSED: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(&["لم يناقش", "لم يبحث", "لم نناقش", "لم نبحث"]));
/// Words that a clause begins with.
const OPENS: [&str; 9] = ["فيما", "بينما", "في حين", "إلا أن", "غير أن", "لكن", "ولكن", "على أن", "بعد أن"];
/// What a meeting that is no round is of.
const OTHER: [&str; 10] = ["للجنة", "لجنة", "لمجموعة", "مجموعة", "للخبراء", "الخبراء", "خبراء", "لمجلس", "مجلس", "الدستورية"];
/// Words of a statement that is told whole.
const LONG: usize = 30;
/// Words of what is only likely.
const LIKELY: [&str; 14] =
    ["اقترح", "مقترح", "عرض", "يفضل", "تفضل", "طلب", "دعا", "دعوة", "رجح", "توقع", "يأمل", "أمل", "ربما", "احتمال"];
/// Words of a round.
const ROUND: [&str; 4] = ["جولة", "لجولة", "اجتماع", "لاجتماع"];
/// Bytes behind the next round in which the talks are named that it is of.
const OF: usize = 60;

/// What one says of the next round.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum When {
    Days(DateRange),
    /// A half or a quarter of a year.
    Part(DateRange),
    NotBefore(NaiveDate),
    NotAfter(NaiveDate),
    /// Nobody will come, or no day was discussed.
    No,
}

impl When {
    pub(super) fn differs(self, other: Self) -> bool {
        let apart = |a: DateRange, b: DateRange| a.end < b.start || b.end < a.start;
        match (self, other) {
            (Self::Days(a) | Self::Part(a), Self::Days(b)) | (Self::Days(a), Self::Part(b)) => apart(a, b),
            // `الربع الأول` and `النصف الأول` are told of one text.
            (Self::Part(a), Self::Part(b)) => a != b,
            (Self::NotBefore(day), Self::Days(days) | Self::Part(days))
            | (Self::Days(days) | Self::Part(days), Self::NotBefore(day)) => days.end < day,
            (Self::NotAfter(day), Self::Days(days) | Self::Part(days))
            | (Self::Days(days) | Self::Part(days), Self::NotAfter(day)) => days.start > day,
            (Self::NotAfter(last), Self::NotBefore(first)) | (Self::NotBefore(first), Self::NotAfter(last)) => last < first,
            (Self::No, Self::No) | (Self::NotBefore(_), Self::NotBefore(_)) | (Self::NotAfter(_), Self::NotAfter(_)) => false,
            (Self::No, _) | (_, Self::No) => true,
        }
    }
}

/// The difference over the next round, if there is one.
pub(super) fn differences(round: &Round, given: &Given, cites: &mut Cites) -> Option<Dispute> {
    let mut found: Vec<(When, DisputeValue)> = Vec::new();
    for &(article, analysis) in &round.articles {
        for (n, s) in analysis.sentences.iter().enumerate() {
            if s.kind != SentenceKind::Sentence || s.background {
                continue;
            }
            for told in told(article, analysis, n, round, given) {
                let value = value((article, analysis), n, told, NEXT, given, cites);
                value.into_iter().for_each(|value| add(&mut found, (told.0, value)));
            }
        }
    }
    apart(&found).map(|values| Dispute { slot: SLOT.to_owned(), slot_en: "the next round".to_owned(), values })
}

/// The name of the difference.
pub(super) const SLOT: &str = "next_round";
/// What the next round is called beside its day.
const NEXT: &str = "Next round";

/// One more that tells the day; the same on the same word is one.
pub(super) fn add(found: &mut Vec<(When, DisputeValue)>, (when, value): (When, DisputeValue)) {
    match found.iter_mut().find(|(w, v)| *w == when && same(v, &value)) {
        Some((_, twin)) => twin.citations.extend(value.citations),
        None => found.push((when, value)),
    }
}

/// Those that another voice tells otherwise.
pub(super) fn apart(found: &[(When, DisputeValue)]) -> Option<Vec<DisputeValue>> {
    let who = |v: &DisputeValue| v.by.as_ref().map(|s| s.en.clone());
    // What nobody says is each article's own.
    let own = |x: &DisputeValue, y: &DisputeValue| {
        who(x) == who(y) && (x.by.is_some() || x.citations.iter().any(|a| y.citations.iter().any(|b| a.source == b.source)))
    };
    let differs = |(a, x): &(When, DisputeValue)| found.iter().any(|(b, y)| a.differs(*b) && !own(x, y));
    let values: Vec<DisputeValue> = found.iter().filter(|f| differs(f)).map(|(_, v)| v.clone()).take(VALUES).collect();
    (values.len() > 1).then_some(values)
}

/// Where the articles name a day or month of the next round: the article, its sentence, the days and how exact they are.
pub(super) fn days<'a>(round: &Round<'a>, given: &Given) -> Vec<(&'a Article, usize, DateRange, Precision)> {
    let mut out = Vec::new();
    for &(article, analysis) in &round.articles {
        for (n, s) in analysis.sentences.iter().enumerate() {
            if s.kind != SentenceKind::Sentence || s.background {
                continue;
            }
            for (when, span) in told(article, analysis, n, round, given) {
                let When::Days(days) = when else { continue };
                // What is only likely is no agreement.
                let text = &article.text[span.0 as usize..span.1 as usize];
                let d = s.dates.iter().find(|d| d.date == Some(days) && span.0 <= d.start && d.end <= span.1);
                out.extend(d.filter(|_| !is_likely(text)).map(|d| (article, n, days, d.precision)));
            }
        }
    }
    out
}

fn is_likely(text: &str) -> bool {
    let plain = text.replace('\u{651}', "");
    LIKELY.iter().any(|w| plain.contains(w)) || text.split_whitespace().any(|w| w == "قد")
}

/// What a sentence says of the next round, by its clauses.
fn told(article: &Article, analysis: &Analysis, n: usize, round: &Round, given: &Given) -> Vec<(When, Span)> {
    let s = &analysis.sentences[n];
    let mut out = Vec::new();
    let mut named = false;
    // `ورجح السفير أن تعقد تلك الجولة في فبراير`: that of the sentence before.
    let before = n.checked_sub(1).map(|b| &analysis.sentences[b]).filter(|b| b.paragraph == s.paragraph);
    let that = before.is_some_and(|b| clauses(article, b).into_iter().any(|span| name(article, b, span, round, given).is_some()));
    for span in clauses(article, s) {
        let text = &article.text[span.0 as usize..span.1 as usize];
        // `عن لجنة مناقشة الدستور …، نافيا أي موعد لجولة جديدة منها`
        if article.text[s.start as usize..span.0 as usize].split_whitespace().any(|w| w.contains("الدستور")) {
            continue;
        }
        let words = Words::of(text);
        let back = || words.first(&THAT).filter(|_| that).map(|(_, end)| span.0 + end as u32);
        let at = name(article, s, span, round, given).or_else(back);
        let goes_on = named && words.any(&GOES_ON);
        if at.is_none() && !goes_on {
            // `وبشأن الجولة المقبلة، قال: "لا موعد لدينا"`
            continue;
        }
        named = true;
        if words.any(&NO) || words.any(&UNDISCUSSED) {
            out.push((When::No, span));
            continue;
        }
        let from = at.unwrap_or(span.0);
        let days = s.dates.iter().find(|d| from <= d.start && d.end <= span.1);
        out.extend(days.and_then(|d| when(article, analysis, d, span)).map(|when| (when, span)));
    }
    out
}

/// The parts of a sentence that commas and words of contrast part.
pub(super) fn clauses(article: &Article, s: &Sentence) -> Vec<Span> {
    let text = &article.text[s.start as usize..s.end as usize];
    let mut cuts: Vec<usize> = text.match_indices(['،', '؛']).map(|(at, c)| at + c.len()).collect();
    cuts.extend(OPENS.iter().flat_map(|w| text.match_indices(w)).filter(|(at, _)| text[..*at].ends_with(' ')).map(|(at, _)| at));
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let part = |cut: &[usize]| {
        let part = text[cut[0]..cut[1]].trim_matches([' ', '\n', '،', '؛']);
        let at = s.start + (part.as_ptr() as usize - text.as_ptr() as usize) as u32;
        (at, at + part.len() as u32)
    };
    cuts.windows(2).map(part).collect()
}

/// Where a clause names the next round of these talks.
fn name(article: &Article, s: &Sentence, span: Span, round: &Round, given: &Given) -> Option<u32> {
    let lexicon = given.lexicon;
    let within = || s.mentions.iter().filter(move |m| span.0 <= m.start && m.end <= span.1);
    let due = round.number.map(|n| i64::from(n) + 1);
    let ordinal = |m: &&Mention| lexicon.entries[m.entry as usize].kind == Kind::Ordinal;
    let nth = |m: &&Mention| ordinal(m) && lexicon.entries[m.entry as usize].value == due && due.is_some();
    let slot = |m: &&Mention| lexicon.frames[m.entry as usize].next;
    let text = &article.text[span.0 as usize..span.1 as usize];
    let words = || Words::of(text).first(&NAMES).map(|(a, b)| (span.0 + a as u32, span.0 + b as u32));
    let (start, at) = within().find(|m| slot(m) || nth(m)).map(|m| (m.start, m.end)).or_else(words)?;
    // `الجولة السادسة من اجتماعات اللجنة الدستورية`, `الاجتماع المقبل لمجموعة العمل`: of something else.
    let behind = &article.text[at as usize..span.1 as usize];
    let other = behind.split_whitespace().take(3).any(|w| OTHER.contains(&w)) || text.contains("الدستورية");
    // The second round of talks that have numbers is no next one, but where it is due.
    let before = |at: u32| {
        article.text[span.0 as usize..at as usize].trim_end_matches("ال").trim_end().rsplit(' ').next().unwrap_or_default()
    };
    let round_of =
        |m: &Mention| ROUND.iter().any(|w| before(m.start).trim_start_matches(['و', 'ل', 'ب']).trim_start_matches("ال") == *w);
    let numbered = within().any(|m| ordinal(&m) && !nth(&m) && round_of(m));
    // `قبل الجولة المقبلة`: something else before it.
    let beside = matches!(before(start).trim_start_matches('و'), "قبل" | "قبيل" | "بعد" | "عقب");
    let marks = |m: &&Mention| given.tracks.marked_by(m.entry).is_some() || others_place(m, round, given);
    let near = within().filter(marks).find(|m| m.start >= at && (m.start - at) as usize <= OF);
    let of = near.or_else(|| within().filter(marks).rfind(|m| m.end <= at));
    let theirs = of.is_some_and(|m| given.tracks.marked_by(m.entry) != Some(round.track));
    let of_another = other || theirs || numbered && due.is_some();
    (!of_another && !beside).then_some(at)
}

/// The place of other talks.
fn others_place(m: &Mention, round: &Round, given: &Given) -> bool {
    use crate::round::tracks::Says;
    let id = &given.lexicon.entries[m.entry as usize].id;
    let place = |&(t, says): &(u16, Says)| says == Says::Place && given.tracks.list[usize::from(t)].places.contains(id);
    let mut all = given.tracks.said_by(m.entry).iter().filter(|x| place(x)).peekable();
    all.peek().is_some() && all.all(|&(t, _)| usize::from(t) != round.track)
}

/// The days that a clause gives; none where they are a limit or lie behind.
pub(super) fn when(article: &Article, analysis: &Analysis, d: &DateMention, span: Span) -> Option<When> {
    let days = d.date?;
    let part = matches!(d.precision, Precision::HalfOfYear | Precision::QuarterOfYear);
    let known = part || matches!(d.precision, Precision::Day | Precision::PartOfMonth | Precision::Month);
    let written = analysis.meta.date.as_ref().map(|d| d.value)?;
    let text = &article.text[span.0 as usize..d.start as usize];
    let last = text.trim_end().rsplit(' ').next().unwrap_or_default();
    // `لا تمانع انعقادها`: agrees to it.
    let words: Vec<&str> = text.split_whitespace().collect();
    let minds = |at: usize| words.get(at + 1).is_some_and(|w| matches!(*w, "تمانع" | "يمانع" | "تعارض" | "يعارض"));
    let not = (0..words.len()).any(|at| matches!(words[at], "ألا" | "لا" | "لن" | "عدم") && !minds(at));
    match last {
        _ if !known || days.end <= written => None,
        "قبل" if not => Some(When::NotBefore(days.start)),
        // `قبل نهاية الشهر` is up to its last day, `قبل 20 يناير` up to the day before it.
        "قبل" => Some(When::NotAfter(if d.precision == Precision::PartOfMonth { days.end } else { days.start })),
        "بعد" | "منذ" => None,
        _ if part => (!not).then_some(When::Part(days)),
        _ => (!not).then_some(When::Days(days)),
    }
}

/// A clause as a value, in the words of who says it; a day that nobody says is told by rule, of what `name` says.
pub(super) fn value(
    (article, analysis): (&Article, &Analysis),
    n: usize,
    (when, span): (When, Span),
    name: &str,
    given: &Given,
    cites: &mut Cites,
) -> Option<DisputeValue> {
    let here = |x: &Statement| x.sentence as usize == n;
    let inside = |x: &Statement| here(x) && x.content.0 < span.1 && span.0 < x.content.1;
    let speaks = |x: &Statement| here(x) && span.0 <= x.speaker.span.0 && x.speaker.span.1 <= span.1;
    let all = &analysis.statements;
    let text = &article.text[span.0 as usize..span.1 as usize];
    let likely = is_likely(text);
    // `أعلن الضامنون أن …، إلا أن دبلوماسيا رجح تأجيلها`: what another says behind a word of contrast is none of theirs.
    let another = |x: &Statement| likely && x.content.0 < span.0 && OPENS.iter().any(|w| text.starts_with(w));
    let many = all.iter().enumerate().filter(|(_, x)| inside(x) && !another(x));
    let number = many.min_by_key(|(_, x)| x.content.1 - x.content.0).map(|(i, _)| i).or_else(|| all.iter().position(speaks));
    let by = number.map(|i| said(article, analysis, i, given, cites));
    let own = || line((article, analysis), &analysis.sentences[n], span.0..span.1, given);
    let long = |v: &DisputeValue| v.ar.split_whitespace().count() > LONG;
    let value = match (when, &by) {
        (When::Days(days) | When::Part(days), _) if !likely => {
            let dates = &analysis.sentences[n].dates;
            let d = dates.iter().find(|d| d.date == Some(days) && span.0 <= d.start && d.end <= span.1)?;
            by_rule(name, days, d.precision, text)
        }
        (_, Some(v)) if readable(&v.value) && !long(v) => return by,
        _ => Some(own()).filter(readable)?,
    };
    let (by, ar) = (by.and_then(|v| v.by), text.to_owned());
    Some(DisputeValue { value, by, ar, citations: vec![cites.cite(article, n, span.0, span.1)] })
}

/// The word of a line for how exact a day is.
pub(super) fn word(precision: Precision) -> &'static str {
    match precision {
        Precision::PartOfMonth => "part of month",
        Precision::Month => "month",
        Precision::HalfOfYear => "half of year",
        Precision::QuarterOfYear => "quarter of year",
        _ => "day",
    }
}

fn by_rule(name: &str, days: DateRange, precision: Precision, text: &str) -> English {
    let half = [("النصف الأول", " (first half of the month)"), ("النصف الثاني", " (second half of the month)")];
    let half = half.iter().filter(|_| precision == Precision::Month);
    let note = half.into_iter().find(|(w, _)| text.contains(w)).map_or("", |(_, note)| note);
    let precision = word(precision);
    let next = Next {
        date: Some(days.start),
        until: (precision == "day" && days.end != days.start).then_some(days.end),
        precision: precision.to_owned(),
        ar: String::new(),
        en: rule(format!("{name}{note}"), ""),
        citations: Vec::new(),
    };
    rule(next.with_date(), "the day beside the next round")
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn told(text: &str) -> Vec<String> {
        let brief = fourth(text);
        let all = brief.disputes.into_iter().filter(|d| d.slot == "next_round").flat_map(|d| d.values);
        all.map(|v| format!("{}: {}", v.by.map_or("article".to_owned(), |s| s.en), v.value.text)).collect()
    }

    #[test]
    fn days_that_cannot_both_be() {
        let says = "وقال سيرغي لافروف إن الجولة المقبلة ستعقد في منتصف يوليو.";
        let both = ["Sergey Lavrov: Next round, mid-July 2017", "Mohammed Alloush: Next round, September 2017"];
        assert_eq!(told(&format!("{says}\n\nوأعلن محمد علوش أن الجولة الخامسة ستعقد في سبتمبر.")), both);
        // The month alone, a limit, another meeting, another round.
        assert_eq!(told(&format!("{says}\n\nوأعلن محمد علوش أن الجولة المقبلة ستعقد في يوليو.")), [""; 0]);
        assert_eq!(told(&format!("{says}\n\nوأعلن محمد علوش أن الجولة المقبلة ستعقد قبل سبتمبر.")), [""; 0]);
        assert_eq!(told(&format!("{says}\n\nوأعلن محمد علوش أن الاجتماع المقبل للخبراء سيعقد في يونيو.")), [""; 0]);
        assert_eq!(told(&format!("{says}\n\nوأعلن محمد علوش أن جولة جديدة من محادثات جنيف ستعقد في يونيو.")), [""; 0]);
        assert_eq!(told(&format!("{says}\n\nوأعلن محمد علوش أن لقاء للفصائل سيعقد في يونيو قبل الجولة المقبلة.")), [""; 0]);
        // One who names two days.
        assert_eq!(told(&format!("{says} وأضاف أن الجولة المقبلة قد تعقد في سبتمبر.")), [""; 0]);
    }

    #[test]
    fn a_day_and_a_side_that_will_not_come() {
        let says = "وقال سيرغي لافروف إن الجولة المقبلة ستعقد في منتصف يوليو.";
        let no = "وقال محمد علوش إن الفصائل لن تشارك في أي جولة جديدة قبل وقف القصف.";
        assert_eq!(told(&format!("{says}\n\n{no}")).len(), 2);
        assert_eq!(told(&format!("{says}\n\nوقال محمد علوش إن موعد الجولة المقبلة لم يناقش مع الوفد.")).len(), 2);
        // Nobody gives a day.
        assert_eq!(told(no), [""; 0]);
        assert_eq!(told(&format!("{says}\n\nوقال محمد علوش إن الفصائل لن تشارك في مؤتمر آخر.")), [""; 0]);
    }
}
