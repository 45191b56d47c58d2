//! Dated events: what began, ended, was put off, signed or is to be held, and on which day. A date with the nearest verb of an event and what it is told of; all three from
//! data: a verb of meeting has the role `event`, a verb whose English admits a noun (`start of`, `postponement of`) names an event by it.

use super::assemble::Given;
use super::context::DateRange;
use super::happened::deed;
use super::not_its_own::not_its_own;
use super::speakers::with_article;
use super::subject::{Subject, subject};
use crate::analysis::dates::{DateMention, Precision, Said, Tense, Way};
use crate::analysis::{Analysis, Mention, Sentence};
use crate::article::Article;
use crate::glossary::entry::{Entry, Kind};
use crate::round::assign::Round;
use std::ops::Range;

/// Bytes between a date and its verb, and between the verb and what it is told of.
const NEAR: u32 = 100;
/// Bytes between a verb and its date where the date stands behind it: the talks have a long name.
const BEHIND: u32 = 140;

/// Words of a sentence that is told in full where it rumours.
const LONG: u32 = 20;

/// Bytes between a round and its ordinal, and between the two and their day.
const BESIDE: u32 = 6;
const CALLED: u32 = 50;

/// Bytes from the start of a sentence in which `وفي فبراير الماضي،` dates what follows.
const OPENING: u32 = 30;

/// Words for the end of a month or year: `قبل نهاية العام` is before it ends, `قبل مطلع العام` before it begins.
const ENDS: [&str; 5] = ["نهاية", "نهايه", "أواخر", "آخر", "ختام"];

/// Words that set a day, whatever is hoped of it: `أمله في نجاح الجولة المقررة في`.
const SET: [&str; 3] = ["التي", "الذي", "المقرر"];

/// The noun of a verb of meeting: who meets whom is not told.
const MEETING: &str = "meeting of";

/// An event of one sentence.
pub(super) struct Event {
    pub(super) sentence: usize,
    /// `start of Astana 2`, `Geneva talks`.
    pub(super) label: String,
    pub(super) days: DateRange,
    pub(super) precision: Precision,
    /// True for the round of the brief.
    pub(super) own: bool,
    /// True if it is only hoped for: no day is set.
    pub(super) hoped: bool,
    /// True if it is expected: a day of what is to come, and none on which it came.
    pub(super) expected: bool,
    /// True if it was set beforehand: `من المقرر أن تعقد`. That it came about is not said.
    pub(super) planned: bool,
    /// True if it may be: `قد تعقد`.
    pub(super) may: bool,
    /// True for a verb of the future.
    pub(super) future: bool,
    /// The words of its date.
    date: (u32, u32),
    pub(super) span: (u32, u32),
}

/// The name of a precision in a brief.
pub(super) fn precision(p: Precision) -> &'static str {
    match p {
        Precision::Day => "day",
        Precision::Week => "week",
        Precision::PartOfMonth => "part of month",
        Precision::Month => "month",
        Precision::PartOfYear => "part of year",
        Precision::HalfOfYear => "half of year",
        Precision::QuarterOfYear => "quarter of year",
        Precision::Year => "year",
        Precision::About => "about",
        Precision::NotAfter => "before",
    }
}

/// The events of one sentence, in the order of their dates.
pub(super) fn of_sentence(article: &Article, analysis: &Analysis, n: usize, round: &Round, given: &Given) -> Vec<Event> {
    let sentence = &analysis.sentences[n];
    let text = |range: Range<u32>| &article.text[range.start as usize..range.end as usize];
    let mut out: Vec<Event> = Vec::new();
    for date in &sentence.dates {
        let Some(days) = date.date else { continue };
        if is_age(date)
            || said_then(analysis, n, date)
            || names_a_text(article, sentence, date, given)
            || was_within(article, date)
        {
            continue;
        }
        let Some(verb) = verb(article, sentence, date, given) else { continue };
        // `من يناير إلى مارس: انطلقت الجولة في يناير`: a verb has its day behind it, not in a heading that ran into its sentence.
        let behind = |d: &DateMention| d.start >= verb.end && d.start - verb.end <= NEAR;
        if date.precision != Precision::Day && date.end <= verb.start && sentence.dates.iter().any(behind) {
            continue;
        }
        if is_over(article, sentence, verb, date) {
            continue;
        }
        let entry = &given.lexicon.entries[verb.entry as usize];
        // `كان مقررا أن تستأنف في 26 أكتوبر`, `علق الوفد مشاركته`: no day of the talks.
        let (front, behind) = (text(sentence.start..verb.start), text(verb.end..sentence.end));
        let planned = planned(front);
        let part = behind.split_whitespace().take(4).any(|w| w.starts_with("مشاركت"));
        // `منتظرا وصولهما منذ الأحد للتوقيع`: what for, no signing.
        let word = word_before(front);
        let signing = noun(entry).is_some_and(|n| n.starts_with("signing"));
        let purpose = signing && article.text[verb.start as usize - word..].starts_with('ل');
        // `سيلتقي الوفد قبل أن يدعو إلى الجولة في أيار`: the day is of another verb.
        let until = if verb.end <= date.start { text(verb.end..date.start) } else { "" };
        if [" قبل أن ", " بعد أن ", " قبل ان "].iter().any(|w| until.contains(w)) {
            continue;
        }
        // `بالتوازي مع انعقاد الجولة، قتلت الثلاثاء`: behind the comma begins what the day is of.
        let meanwhile = matches!(
            front[..front.len() - word].split_whitespace().next_back(),
            Some("مع" | "أثناء" | "خلال" | "قبيل" | "عشية" | "قبل" | "هامش" | "رغم")
        );
        if meanwhile && until.contains(['،', ',']) {
            continue;
        }
        // `دمشق لا تمانع انعقاد الجولة في يناير`: who has nothing against it sets no day.
        let last = front[..front.len() - word].split_whitespace().next_back().unwrap_or_default();
        if ["تمانع", "يمانع", "تعارض", "يعارض", "مانع", "ممانعة"].iter().any(|w| last.trim_start_matches('و') == *w)
        {
            continue;
        }
        // `كادت أن تنتهي دونها ليل الأربعاء`: it did not.
        if nearly(front) {
            continue;
        }
        // `متأخرا يوما عن موعد انطلاق الجولة`: the day is of something else.
        let due = front.trim_end().ends_with("موعد");
        if planned && front.contains("كان")
            || part
            || due
            || purpose
            || of_the_press(article, verb)
            || conditional(article, verb, date)
        {
            continue;
        }
        // `رجح ألا تنعقد الجولة قبل نوفمبر`
        let unlikely = ["ألا", "وألا", "ألّا"].iter().any(|w| front.split_whitespace().next_back() == Some(*w));
        let negated = unlikely
            || sentence.mentions.iter().any(|m| {
                given.lexicon.entries[m.entry as usize].kind == Kind::Negator && m.end <= verb.start && verb.start - m.end <= 3
            });
        if negated {
            continue;
        }
        let meets = noun(entry) == Some(MEETING);
        let subject = if meets {
            Subject { name: "meeting".to_owned(), own: false, place: (verb.start, verb.end) }
        } else {
            let found = subject(article, sentence, verb, days, round, given);
            // `ستعقد اجتماعا تحضيريا في سوتشي يومي 19 و20`: a meeting to come that is not the round.
            let Some(subject) = found.or_else(|| holds_a_meeting(article, sentence, verb, date, given)) else { continue };
            subject
        };
        let subject = if noun(entry).is_some_and(|n| n.starts_with("postponement")) {
            let Some(subject) = put_off(article, sentence, verb, date, subject, given) else { continue };
            subject
        } else {
            subject
        };
        if subject.own && noun(entry).is_some() && not_its_own(article, sentence, verb, &subject, days, round, given) {
            continue;
        }
        let meets = meets || subject.name == "meeting";
        if days.start != days.end && date.precision == Precision::Day && noun(entry).is_some() && !meets {
            // A start or an end is one day; the days belong to what is told of.
            continue;
        }
        // `أرجئت إلى الخميس`: not the day of putting off.
        let to = [" إلى", " الى", " إلى يوم", " الى يوم", " حتى"];
        let moves = date.start >= verb.end;
        let target = moves && to.iter().any(|p| text(sentence.start..date.start).trim_end().ends_with(p));
        let the = if subject.name.ends_with(|c: char| c.is_ascii_digit()) { "" } else { "the " };
        let mut label = match noun(entry).filter(|_| !meets) {
            Some(noun) => format!("{noun} {the}{}", subject.name),
            None => subject.name.clone(),
        };
        if target && (noun(entry).is_none() || given.lexicon.outcome_of(verb.entry).is_none()) {
            continue;
        }
        if target {
            label.push_str(" to this day");
        }
        if let Some(first) = label.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        // `قبل نهاية العام`: the last day of it.
        let by = matches!(date.precision, Precision::PartOfMonth | Precision::PartOfYear)
            && text(sentence.start..date.start).trim_end().ends_with("قبل")
            && ENDS.iter().any(|w| text(date.start..date.end).starts_with(w));
        let (days, precision) =
            if by { (DateRange { start: days.end, end: days.end }, Precision::NotAfter) } else { (days, date.precision) };
        let span = (verb.start.min(date.start).min(subject.place.0), verb.end.max(date.end).max(subject.place.1));
        let hoped = hoped(article, sentence, verb, date, given);
        let expects = |m: &Mention| given.lexicon.entries[m.entry as usize].stance.as_deref() == Some("expect");
        // `متوقعا نجاح الجولة التي ستعقد في`: the day is set.
        let word = &article.text[verb.start as usize - word..verb.end as usize];
        let sure = |m: &Mention| {
            let between = &article.text[m.end as usize..verb.start as usize];
            word.starts_with('س') || between.ends_with('س') || SET.iter().any(|w| between.contains(w))
        };
        let expected =
            sentence.mentions.iter().any(|m| expects(m) && m.end <= verb.start && verb.start - m.end <= NEAR && !sure(m));
        // `قد تعقد`: an imperfect.
        let words = front[..front.len() - word_before(front)].split_whitespace().next_back().unwrap_or_default();
        let may = matches!(words, "قد" | "وقد" | "فقد" | "ربما" | "وربما") && word.starts_with(['ي', 'ت', 'ن']);
        let expected = expected || may;
        let future = ["سي", "ست", "سن"].iter().any(|p| word.starts_with(p));
        let date = (date.start, date.end);
        let event =
            Event { sentence: n, label, days, precision, own: subject.own, hoped, expected, planned, may, future, date, span };
        out.push(event);
    }
    // What else happened on a day that no verb of talks has.
    let mut deeds = Vec::new();
    for date in &sentence.dates {
        let told = out.iter().any(|e| e.date == (date.start, date.end));
        let text = said_then(analysis, n, date) || names_a_text(article, sentence, date, given);
        let Some((found, days)) = deed(article, analysis, n, date, given).zip(date.date).filter(|_| !told && !text) else {
            continue;
        };
        deeds.push(Event {
            sentence: n,
            label: found.label,
            days,
            precision: date.precision,
            own: false,
            hoped: false,
            expected: false,
            planned: false,
            may: false,
            future: found.future,
            date: (date.start, date.end),
            span: found.span,
        });
    }
    out.extend(deeds);
    out
}

/// What is put off: what stands right before the verb, or between it and the day (`أرجأت روسيا مؤتمر سوتشي إلى فبراير`), and nothing further off; none where the talks are what something is put off to
/// (`أرجئت إلى الجولة المقبلة وثيقتان`).
fn put_off(
    article: &Article,
    s: &Sentence,
    verb: &Mention,
    date: &DateMention,
    subject: Subject,
    given: &Given,
) -> Option<Subject> {
    const BESIDE: usize = 3;
    let text = |from: u32, to: u32| article.text.get(from as usize..to as usize);
    let behind = text(verb.end, s.end)?;
    // `أُرجئت إلى`: to when, and what stands behind it.
    let to = behind.split_whitespace().find(|w| w.chars().count() > 1).is_some_and(|w| w == "إلى");
    let front = text(subject.place.1, verb.start);
    let beside = front.is_some_and(|gap| gap.split_whitespace().count() <= BESIDE && !gap.contains('،'));
    let between = subject.place.0 >= verb.end && subject.place.1 <= date.start;
    // A congress has a name of its own, though its town is that of other talks.
    let congress = |m: &&Mention| {
        let named = article.text[m.start as usize..m.end as usize].contains("مؤتمر ");
        named && verb.end <= m.start && m.end <= date.start
    };
    if let Some(found) = s.mentions.iter().find(congress).filter(|_| !to) {
        let name = given.lexicon.entries[found.entry as usize].en.preferred.clone();
        return Some(Subject { name, own: false, place: (found.start, found.end) });
    }
    (beside || between && !to).then_some(subject)
}

/// Bytes of the word that a text breaks off in: the letters in front of a verb.
fn word_before(front: &str) -> usize {
    front.len() - front.rfind(char::is_whitespace).map_or(0, |at| at + 1)
}

/// `كان مقررا لها أن`, `كان من المفترض أن`: what was meant, right before its verb.
fn planned(front: &str) -> bool {
    const MEANT: [&str; 6] = ["مقرر", "المقرر", "المفترض", "يفترض", "مفترضا", "مقدرا"];
    let mut words = front.split_whitespace().rev();
    let bare = |w: &str| w.chars().filter(|c| !('\u{64b}'..='\u{652}').contains(c)).collect::<String>();
    let meant = |w: &str| MEANT.contains(&bare(w).trim_end_matches('ا')) || MEANT.contains(&bare(w).as_str());
    // Between the two stand `لها`, `له`, `للجولة`, and nothing else.
    matches!(words.next(), Some("أن" | "ان")) && words.take(2).find(|w| !w.starts_with('ل')).is_some_and(meant)
}

/// `كادت تنتهي`, `أوشكت أن تنهار`: right before its verb.
fn nearly(front: &str) -> bool {
    let mut words = front
        .split_whitespace()
        .rev()
        .map(|w| w.trim_start_matches(['و', 'ف']))
        .filter(|w| !matches!(*w, "أن" | "ان" | "على" | "ت" | "ي"));
    words.next().is_some_and(|w| ["كاد", "كادت", "كادا", "كادتا", "يكاد", "تكاد", "أوشك", "أوشكت", "شك", "شكت"].contains(&w))
}

/// `مؤتمر صحفي عقده اليوم`: somebody met the press.
fn of_the_press(article: &Article, verb: &Mention) -> bool {
    let mut before = article.text[..verb.start as usize].split_whitespace().rev();
    before.next().is_some_and(|w| ["صحفي", "صحافي", "صحفيا", "صحافيا", "صحفياً", "صحافياً", "إعلامي", "متلفز"].contains(&w))
}

/// `أبدت استعدادها لاستضافة جولة ثانية إذا لم يحسم الملف قبل السبت`: the day of a condition.
fn conditional(article: &Article, verb: &Mention, date: &DateMention) -> bool {
    const IF: [&str; 6] = ["إذا", "لو", "ما لم", "في حال", "إن لم", "شرط أن"];
    let between = if verb.end <= date.start { &article.text[verb.end as usize..date.start as usize] } else { "" };
    IF.iter().any(|w| between.split_once(w).is_some_and(|(a, b)| a.ends_with([' ', '،', 'و']) && b.starts_with(' ')))
}

/// `منذ ستة أسابيع` dates no event to a day.
fn is_age(date: &DateMention) -> bool {
    matches!(date.said, Said::Length { way: Way::Ago, .. })
}

/// `مذكرة 17 سبتمبر`, `بيان قمة 7 مارس`: the day that a text or an event of before is called by.
fn names_a_text(article: &Article, s: &Sentence, date: &DateMention, given: &Given) -> bool {
    let before = &article.text[s.start as usize..date.start as usize];
    let Some(word) = before.strip_suffix(' ').and_then(|b| b.rsplit(' ').next()) else { return false };
    let at = date.start - 1;
    let entry = |m: &Mention| &given.lexicon.entries[m.entry as usize];
    let known = s.mentions.iter().find(|m| m.end == at).map(entry);
    let text = known.is_some_and(|e| e.kind == Kind::Agreement || matches!(e.role.as_deref(), Some("document" | "statement")));
    text || TEXTS.contains(&word)
}

/// Nouns that a day right behind them names.
const TEXTS: [&str; 14] =
    ["مذكرة", "اتفاق", "اتفاقية", "بيان", "قمة", "قرار", "إعلان", "تفاهم", "تفاهمات", "وثيقة", "خطاب", "رسالة", "هجوم", "زلزال"];

/// `عقد خلال اليومين لقاءات`: those days, and not the coming ones.
fn was_within(article: &Article, date: &DateMention) -> bool {
    let words = &article.text[date.start as usize..date.end as usize];
    let known = words.split_whitespace().any(|w| w.starts_with("ال"));
    let coming = ["مقبل", "قادم", "آتي", "تالي"].iter().any(|w| words.contains(w));
    matches!(date.said, Said::Length { .. }) && known && !coming
}

/// `بدأت الجولة بعد أقل من أسبوعين على المذكرة`: a length of time behind what was, and not behind the day of the article.
fn is_over(article: &Article, s: &Sentence, verb: &Mention, date: &DateMention) -> bool {
    let word = article.text[verb.start as usize..verb.end as usize].trim_start_matches(['و', 'ف']);
    let first = verb.start <= s.start + 'و'.len_utf8() as u32;
    let perfect = !word.starts_with(['ي', 'ت', 'س', 'ن']) && (word.ends_with('ت') || first);
    matches!(date.said, Said::Length { .. }) && date.tense == Tense::Past && perfect
}

/// True for the date of saying: `قال، الخميس، إن`.
fn said_then(analysis: &Analysis, n: usize, date: &DateMention) -> bool {
    let said = |s: &crate::analysis::statements::Statement| s.time.is_some_and(|t| t.0 < date.end && date.start < t.1);
    analysis.statements.iter().any(|s| s.sentence as usize == n && said(s))
}

/// What is only rumoured or possible: `الجولة الخامسة التي تردد أنها ستبدأ في`.
const RUMOURED: &[&str] =
    &["تردد أن", "يتردد أن", "يشاع أن", "أشيع أن", "يمكن أن", "الممكن أن", "المحتمل أن", "المرجح أن", "يُحتمل أن", "يحتمل أن"];

/// `أعرب عن أمله في عقد الجولة`, `انتهت وسط آمال بعقدها في`: nothing between the hope and the event, or its day, says it anew.
fn hoped(article: &Article, sentence: &Sentence, event: &Mention, date: &DateMention, given: &Given) -> bool {
    let before = &article.text[sentence.start as usize..date.start as usize];
    let near = |at: usize| !before[at..].contains(['،', '.', '؛', ':']);
    if RUMOURED.iter().any(|words| before.rfind(words).is_some_and(near)) {
        return true;
    }
    let hopes = |m: &&Mention| given.lexicon.entries[m.entry as usize].stance.as_deref() == Some("hope");
    let last = |at: u32| {
        let near = move |m: &&Mention| m.end <= at && at - m.end <= NEAR;
        sentence.mentions.iter().filter(hopes).rfind(near).map(|hope| (hope.end, at))
    };
    let Some((from, to)) = last(event.start).or_else(|| last(date.start).filter(|&(from, _)| from > event.end)) else {
        return false;
    };
    let between = &article.text[from as usize..to as usize];
    let inside = |m: &&Mention| from <= m.start && m.end <= to;
    let said = sentence.mentions.iter().filter(inside).any(|m| given.lexicon.frames[m.entry as usize].reports && !hopes(&m));
    let set = between.ends_with('س') || SET.iter().any(|word| between.contains(word));
    !(said || set || between.contains(['.', '؛', ':']))
}

/// The noun that a verb's event is called by: `start of`.
pub(super) fn noun(entry: &Entry) -> Option<&str> {
    entry.en.admitted.iter().map(String::as_str).find(|a| a.ends_with(" of"))
}

/// The verb of an event nearest to a date, with no full stop between them.
fn verb<'s>(article: &Article, sentence: &'s Sentence, date: &DateMention, given: &Given) -> Option<&'s Mention> {
    let gap = |m: &Mention| if m.end <= date.start { date.start - m.end } else { m.start.saturating_sub(date.end) };
    let is = |m: &&Mention| {
        let entry = &given.lexicon.entries[m.entry as usize];
        let outside = m.end <= date.start || m.start >= date.end;
        // `يومي 19 و20 قبل انعقاد المؤتمر`: when, and not what.
        let word = article.text[..m.start as usize].trim_end().rsplit(' ').next().unwrap_or_default();
        let when = m.start >= date.end && matches!(word, "قبل" | "بعد" | "عقب" | "منذ" | "قبيل" | "عشية");
        entry.kind == Kind::Verb && (entry.role.as_deref() == Some("event") || noun(entry).is_some()) && outside && !when
    };
    let clear = |m: &&Mention| {
        let (a, b) = if m.end <= date.start { (m.end, date.start) } else { (date.end, m.start) };
        let between = &article.text[a as usize..b as usize];
        let opens = date.start < sentence.start + OPENING;
        !between.contains(['.', '؛', ':']) && (m.end <= date.start || opens || !between.contains(['،', ',']))
    };
    // What stands before the date is meant before what stands behind it.
    let near = |m: &&Mention| gap(m) <= if m.end <= date.start { BEHIND } else { NEAR };
    let found = sentence.mentions.iter().filter(is).filter(near).filter(clear);
    let found = found.min_by_key(|m| gap(m) + if m.end <= date.start { 0 } else { 40 })?;
    // The verb may belong to another date.
    let of = |d: &DateMention| if found.end <= d.start { d.start - found.end } else { found.start.saturating_sub(d.end) };
    // `أعلن اليوم، أن الدول اتفقت على عقد المؤتمر يومي 29 و30`: the day of saying.
    let parted =
        |d: &DateMention| d.end <= found.start && article.text[d.end as usize..found.start as usize].contains(['،', ',', ':']);
    sentence.dates.iter().all(|d| of(d) >= of(date) || found.end <= date.start && parted(d)).then_some(found)
}

/// What a sentence says is to come.
pub(super) enum Ahead {
    /// An event with its days, and the words that tell it.
    Event(String, DateRange, &'static str, (u32, u32)),
    /// The round of the brief itself: nothing that comes after it.
    Own,
    /// An event that somebody hopes for.
    Hoped,
    /// An event that is only rumoured, with its day.
    Rumoured(String),
    /// Nothing that is dated.
    Nothing,
}

/// What is told of the day of its article as what happened on it.
const DONE: [&str; 6] = ["Signing", "Initialling", "Opening session", "Bombing", "Attack", "Explosion"];

/// What a sentence says is to come: the first event that lies ahead of its article.
pub(super) fn ahead(article: &Article, analysis: &Analysis, n: usize, round: &Round, given: &Given) -> Ahead {
    let written = analysis.meta.date.as_ref().map(|d| d.value);
    let events = of_sentence(article, analysis, n, round, given);
    let only_own = !events.is_empty() && events.iter().all(|e| e.own);
    // `وقعت الدول اليوم مذكرة`: it is done.
    let done = |e: &Event| DONE.iter().any(|w| e.label.starts_with(w)) && written == Some(e.days.end);
    let Some(event) = events.into_iter().find(|e| !e.own && written.is_none_or(|w| e.days.end >= w) && !done(e)) else {
        let called = called(article, analysis, n, round, given).filter(|_| !only_own);
        return called.unwrap_or(if only_own { Ahead::Own } else { Ahead::Nothing });
    };
    // `تردد أنها ستبدأ في العشرين`: a day, and not a sure one.
    let front = &article.text[analysis.sentences[n].start as usize..event.span.1 as usize];
    let rumoured = RUMOURED.iter().any(|w| front.contains(w));
    if event.hoped {
        // A long sentence that rumours among other things is told by its event alone, and still no day is set.
        return if rumoured && event.label != "Meeting" && analysis.sentences[n].words > LONG {
            Ahead::Rumoured(format!("{}, {} (not certain)", event.label, event.days.en()))
        } else {
            Ahead::Hoped
        };
    }
    let sentence = &analysis.sentences[n];
    let places: Vec<&str> = sentence
        .mentions
        .iter()
        .filter(|m| m.start >= event.span.0)
        .map(|m| &given.lexicon.entries[m.entry as usize])
        .filter(|e| e.kind == Kind::Place)
        .map(|e| e.en.preferred.as_str())
        .collect();
    let notes = notes(article, &event, &analysis.sentences[n]);
    let mut label = event.label;
    if label == "Meeting" {
        match meeting(article, sentence, event.span, given) {
            Some(told) => label = told,
            // Of whom and where is not read: the sentence tells it.
            None => return Ahead::Nothing,
        }
    } else if let Some(place) = places.first().filter(|_| label.starts_with("First meeting")) {
        label = format!("{label} in {place}");
    }
    if !notes.is_empty() {
        label = format!("{label} ({})", notes.join("; "));
    }
    if event.precision == Precision::NotAfter && places.len() > 1 {
        // Each place once.
        if let Some(bare) = label.strip_suffix(&format!(" in {}", places[0])) {
            label = bare.to_owned();
        }
        label = format!("{label} in {} or {}", places[..places.len() - 1].join(", "), places[places.len() - 1]);
    }
    Ahead::Event(label, event.days, precision(event.precision), event.span)
}

/// `ستعقد اجتماعا تحضيريا يومي`: a verb of the future with a meeting between it and its day.
fn holds_a_meeting(article: &Article, s: &Sentence, verb: &Mention, date: &DateMention, given: &Given) -> Option<Subject> {
    let word = word_before(&article.text[s.start as usize..verb.start as usize]);
    let future = ["سي", "ست", "سن", "وسي", "وست"].iter().any(|p| article.text[verb.start as usize - word..].starts_with(p));
    let entry = |m: &Mention| &given.lexicon.entries[m.entry as usize];
    let plain = noun(entry(verb)).is_none() && entry(verb).role.as_deref() == Some("event");
    let is = |m: &&Mention| {
        let word = article.text[m.start as usize..].split_whitespace().next().unwrap_or_default();
        m.start >= verb.end && m.end <= date.start && ["اجتماعا", "اجتماعاً", "لقاء", "لقاءً", "اجتماعات", "لقاءات"].contains(&word)
    };
    let meeting = s.mentions.iter().find(is).filter(|_| future && plain)?;
    Some(Subject { name: "meeting".to_owned(), own: false, place: (meeting.start, meeting.end) })
}

/// Who meets, without a name.
const PEOPLE: [(&str, &str); 19] = [
    ("الأطراف", "parties"),
    ("الوفود", "delegations"),
    ("المجتمعون", "participants"),
    ("المجتمعين", "participants"),
    ("الجانبان", "two sides"),
    ("الجانبين", "two sides"),
    ("المسؤولون", "officials"),
    ("الطرفان", "two sides"),
    ("الطرفين", "two sides"),
    ("الوفدان", "two delegations"),
    ("الوفدين", "two delegations"),
    ("المندوبون", "delegates"),
    ("المندوبين", "delegates"),
    ("المشاركون", "participants"),
    ("المشاركين", "participants"),
    ("الوسطاء", "mediators"),
    ("لجنة الأسرى", "prisoners' committee"),
    ("اللجنة العسكرية", "military committee"),
    ("مجموعة العمل", "working group"),
];

/// `Preparatory meeting of experts of the guarantor states in Tehran`: who meets and where; `None` where neither is told.
fn meeting(article: &Article, s: &Sentence, span: (u32, u32), given: &Given) -> Option<String> {
    let entry = |m: &Mention| &given.lexicon.entries[m.entry as usize];
    let words = &article.text[span.0 as usize..span.1 as usize];
    let clause =
        article.text[s.start as usize..span.0 as usize].rfind(['،', '؛', ':', '"']).map_or(s.start, |at| s.start + at as u32);
    let end = article.text[span.1 as usize..s.end as usize].find(['،', '؛', '.']).map_or(s.end, |at| span.1 + at as u32);
    let side = |m: &&Mention| matches!(entry(m).kind, Kind::Party | Kind::Organization | Kind::Person);
    let before = s.mentions.iter().rev().filter(side).find(|m| {
        let between = article.text.get(m.end as usize..span.0 as usize).unwrap_or_default();
        m.start >= clause
            && m.end <= span.0 + 2
            && between.split_whitespace().count() <= usize::from(entry(m).kind != Kind::Person)
    });
    let verb_end = span.0 + words.find(' ').unwrap_or(words.len()) as u32;
    let behind = s.mentions.iter().filter(side).find(|m| m.start >= span.0 && m.start <= verb_end + 2);
    // `الطرفان سيجتمعان`, `تجتمع لجنة الأسرى`: who meets, without a name.
    let near = article.text[clause as usize..span.0 as usize].split_whitespace().rev().take(2);
    let near: Vec<&str> = near.chain(article.text[verb_end as usize..end as usize].split_whitespace().take(2)).collect();
    let people = || PEOPLE.iter().find(|(words, _)| near.join(" ").contains(words)).map(|(_, en)| format!(" of the {en}"));
    let who = before.or(behind).map(|m| {
        let experts = article.text[..m.start as usize].trim_end().ends_with("خبراء");
        format!(" of {}{}", if experts { "experts of " } else { "" }, with_article(entry(m)))
    });
    let who = people().or(who);
    let place = s.mentions.iter().find(|m| {
        let front = article.text[..m.start as usize].trim_end();
        matches!(entry(m).kind, Kind::Place | Kind::Country)
            && m.start >= span.0
            && m.end <= end
            && (front.ends_with(" في") || front.ends_with(" ب"))
    });
    let place = place.map(|m| format!(" in {}", entry(m).en.preferred));
    if who.is_none() && place.is_none() {
        return None;
    }
    let kind = if words.contains("تحضيري") { "Preparatory meeting" } else { "Meeting" };
    Some(format!("{kind}{}{}", who.unwrap_or_default(), place.unwrap_or_default()))
}

/// What makes the day of an event to come less than sure: `قد تعقد`, `مرجحا أن تعقد`, `في نوفمبر أو ديسمبر`, `إذا سمحت الظروف`.
fn notes(article: &Article, event: &Event, s: &Sentence) -> Vec<String> {
    let mut out = Vec::new();
    if event.may {
        out.push("possible".to_owned());
    } else if event.expected {
        out.push("expected".to_owned());
    }
    if let Some(part) = part(article, s, event) {
        out.push(part.to_owned());
    }
    let mut end = event.date.1;
    let or = s.dates.iter().find(|d| d.start >= end && article.text[end as usize..d.start as usize].trim() == "أو");
    if let Some((d, days)) = or.and_then(|d| Some((d, d.date?))) {
        let name = if matches!(d.precision, Precision::Month) { days.start.format("%B %Y").to_string() } else { days.en() };
        out.push(format!("or {name}"));
        end = d.end;
    }
    // Up to the end of the clause.
    let behind = &article.text[end as usize..s.end as usize];
    let clause = behind.find(['،', '.', '؛', ':']).map_or(behind, |at| &behind[..at]);
    if [" إذا ", " شرط ", " شريطة ", " في حال "].iter().any(|w| clause.contains(w)) {
        out.push("on a condition".to_owned());
    }
    out
}

/// Words that give talks of another name their day.
const SCHEDULED: [&str; 8] = ["المقرر", "المقررة", "المزمع", "المزمعة", "المرتقب", "المرتقبة", "المقبل", "المقررين"];

/// `مؤتمر الحوار المقرر في سوتشي يومي 29 و30`: other talks with their day behind them, and no verb between.
fn scheduled(article: &Article, s: &Sentence, written: chrono::NaiveDate, round: &Round, given: &Given) -> Option<Ahead> {
    let entry = |m: &Mention| &given.lexicon.entries[m.entry as usize];
    // `مؤتمر الحوار المقرر في سوتشي`: a name of its own it has not.
    let conference = |m: &Mention| {
        let word = article.text[m.start as usize..].split_whitespace().next().unwrap_or_default();
        matches!(word, "مؤتمر" | "المؤتمر" | "قمة" | "القمة")
            && matches!(entry(m).kind, Kind::Term | Kind::Slot)
            && !entry(m).id.contains("press")
    };
    let other =
        |m: &&Mention| given.tracks.marked_by(m.entry) != Some(round.track) && (entry(m).kind == Kind::Process || conference(m));
    s.mentions.iter().filter(other).find_map(|m| {
        let date = s.dates.iter().find(|d| d.start >= m.end && d.start - m.end <= NEAR)?;
        let days = date.date.filter(|days| days.start > written && !is_age(date))?;
        let between = &article.text[m.end as usize..date.start as usize];
        // `اجتماع أستانا يومي 21 و22`: right behind the name.
        let days_of = |w: &str| matches!(w, "يومي" | "يوم" | "في");
        let due = between.split_whitespace().any(|w| SCHEDULED.contains(&w))
            || entry(m).kind == Kind::Process
                && date.precision == Precision::Day
                && between.split_whitespace().count() <= 2
                && between.split_whitespace().all(days_of);
        let due_word = |o: &Mention| SCHEDULED.contains(&&article.text[o.start as usize..o.end as usize]);
        let verb = |o: &Mention| entry(o).kind == Kind::Verb && o.start >= m.end && o.end <= date.start && !due_word(o);
        let clear = due && !between.contains(['،', '.', '؛', ':']) && !s.mentions.iter().any(verb);
        let mut name = entry(m).en.preferred.clone();
        if conference(m) {
            let city = s.mentions.iter().find(|o| entry(o).kind == Kind::Place && o.start >= m.end && o.end <= date.start)?;
            name = format!("{name} in {}", entry(city).en.preferred);
            if let Some(first) = name.get_mut(..1) {
                first.make_ascii_uppercase();
            }
        }
        clear.then(|| Ahead::Event(name, days, precision(date.precision), (m.start, date.end)))
    })
}

/// `في النصف الثاني من فبراير`, `في الأسبوع الثاني من أبريل`: which part of the month.
fn part(article: &Article, s: &Sentence, event: &Event) -> Option<&'static str> {
    const PARTS: [(&str, &str); 6] = [
        ("النصف الأول من", "first half of the month"),
        ("النصف الثاني من", "second half of the month"),
        ("الأسبوع الأول من", "first week of the month"),
        ("الأسبوع الثاني من", "second week of the month"),
        ("الأسبوع الثالث من", "third week of the month"),
        ("الأسبوع الأخير من", "last week of the month"),
    ];
    let front = article.text[s.start as usize..event.date.0 as usize].trim_end();
    let front = front.strip_suffix("شهر").map_or(front, str::trim_end);
    let month = event.precision == Precision::Month;
    PARTS.iter().find(|(words, _)| month && front.ends_with(words)).map(|(_, en)| *en)
}

/// `يعتزم الدعوة إلى جولة خامسة في وقت لاحق من مارس`: the next round with the day behind it, and no verb of meeting between.
fn called(article: &Article, analysis: &Analysis, n: usize, round: &Round, given: &Given) -> Option<Ahead> {
    let written = analysis.meta.date.as_ref().map(|d| d.value)?;
    let s = &analysis.sentences[n];
    let entry = |m: &Mention| &given.lexicon.entries[m.entry as usize];
    let next = |m: &&Mention| given.lexicon.frames[m.entry as usize].next || entry(m).role.as_deref() == Some("round");
    if let Some(found) = scheduled(article, s, written, round, given) {
        return Some(found);
    }
    for m in s.mentions.iter().filter(next) {
        let ordinal =
            s.mentions.iter().find(|o| entry(o).kind == Kind::Ordinal && o.start >= m.start && o.start <= m.end + BESIDE);
        let number = ordinal.and_then(|o| entry(o).value).and_then(|n| u32::try_from(n).ok());
        let follows = round.number.is_some_and(|own| number == Some(own + 1));
        let new = number.is_none() && (given.lexicon.frames[m.entry as usize].next || entry(m).id == "new_round");
        let from = ordinal.map_or(m.end, |o| o.end.max(m.end));
        let date = s.dates.iter().find(|d| d.start >= from && d.start - from <= CALLED && !is_age(d));
        let Some((date, days)) = date.and_then(|d| Some((d, d.date?))).filter(|_| follows || new) else { continue };
        let between = &article.text[from as usize..date.start as usize];
        let clause =
            article.text[s.start as usize..m.start as usize].rfind(['،', '؛', ':']).map_or(s.start, |at| s.start + at as u32);
        let open = s.mentions.iter().filter(|x| clause <= x.start && x.end <= date.start).any(|x| {
            let e = entry(x);
            let stance =
                matches!(e.stance.as_deref(), Some("hope" | "expect" | "propose" | "demand" | "deny" | "reject" | "ask"));
            e.kind == Kind::Negator || e.kind == Kind::Verb && stance
        });
        let others = super::sections::others(s, round, given) && !follows;
        if between.contains(['،', '.', '؛', ':']) || open || others || days.end < written {
            continue;
        }
        let name = if follows {
            given.tracks.list[round.track].numbered_name(number.unwrap_or_default()).en
        } else {
            "Next round".to_owned()
        };
        return Some(Ahead::Event(name, days, precision(date.precision), (m.start, date.end)));
    }
    None
}
