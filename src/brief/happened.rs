//! Dated deeds beside the talks: a truce begins, runs out or enters into force, an agreement is signed, a delegation arrives or leaves, lists are exchanged. Each is told by its own name, and is
//! never a day of the round.
//!
//! In: a sentence and a day in it that no verb of talks claims. Out: what happened on it. Where what it is told of is not read, or something denies it, there is none.

use super::assemble::Given;
use super::day_beside as beside;
use super::speakers::with_article;
use crate::analysis::dates::{DateMention, Precision};
use crate::analysis::{Analysis, Mention, Sentence};
use crate::article::Article;
use crate::glossary::entry::{Entry, Kind};

/// Bytes between a day and its verb.
pub(super) const NEAR: usize = 100;
/// Bytes between a verb of signing and its day: who signs, and where.
const LONG: usize = 220;
/// Bytes between a verb of signing and what is signed.
const SIGNED: usize = 200;
/// Words between what something is told of and its verb.
pub(super) const CLOSE: usize = 4;
/// What the label of a delegation's return begins with.
pub(super) const RETURN: &str = "Return of";
/// Documents that are signed.
const PAPERS: [(&str, &str); 6] = [
    ("المذكرة", "memorandum"),
    ("مذكرة", "memorandum"),
    ("الإعلان", "declaration"),
    ("إعلان", "declaration"),
    ("الوثيقة", "document"),
    ("الوثائق", "documents"),
];
/// Words behind a document that say what it is for.
const FOR: usize = 5;

/// Bytes before and behind a day in which its deed is told.
const AROUND: usize = 600;

/// A deed of one day.
pub(super) struct Deed {
    pub(super) label: String,
    /// The words that tell it.
    pub(super) span: (u32, u32),
    /// True for a verb of the future.
    pub(super) future: bool,
}

/// A word of a clause with the bytes it stands in.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Word<'_> {
    /// Without a conjunction before it, or a vowel.
    pub(super) fn is(&self, list: &[&str]) -> bool {
        let bare: String = self.text.chars().filter(|c| !('\u{64b}'..='\u{652}').contains(c)).collect();
        list.iter().any(|w| bare == *w || ["و", "ف"].iter().any(|p| bare.strip_prefix(p) == Some(w)))
    }
}

/// What happened on the day of `date`.
pub(super) fn deed(article: &Article, analysis: &Analysis, n: usize, date: &DateMention, given: &Given) -> Option<Deed> {
    if date.precision != Precision::Day || date.date.is_none_or(|d| d.start != d.end) {
        return None;
    }
    let s = &analysis.sentences[n];
    let words = clause(article, s, date);
    truce(article, analysis, n, &words, date)
        .or_else(|| signing(article, s, &words, date, given))
        .or_else(|| journey(article, s, &words, date, given))
        .or_else(|| lists(&words, date))
        .or_else(|| beside::attack(s, &words, date, given))
        .or_else(|| beside::opening(article, &words, date))
        .or_else(|| beside::final_signing(&words, date))
}

/// The words of a sentence around a day, up to a full stop.
fn clause<'a>(article: &'a Article, s: &Sentence, date: &DateMention) -> Vec<Word<'a>> {
    let text = &article.text;
    // No word further off tells of the day; a sentence may have thousands of days.
    let blank = |at: usize| (at..text.len()).find(|&at| text.as_bytes()[at].is_ascii_whitespace()).unwrap_or(text.len());
    let from = (date.start as usize).checked_sub(AROUND).filter(|&at| at > s.start as usize);
    let from = from.map_or(s.start as usize, |at| blank(at).min(date.start as usize));
    let to = blank((date.end as usize + AROUND).min(text.len())).min(s.end as usize);
    let stop = ['.', '؛', ':'];
    let open = text[from..date.start as usize].rfind(stop).map_or(from, |at| from + at + 1);
    let close = text[date.end as usize..to].find(stop).map_or(to, |at| date.end as usize + at);
    let open = text.get(open..close).map_or(from, |_| open);
    text[open..close]
        .split_whitespace()
        .map(|w| {
            let start = w.as_ptr() as usize - text.as_ptr() as usize;
            let bare = w.trim_matches(|c: char| !c.is_alphanumeric() && !('\u{64b}'..='\u{652}').contains(&c));
            let lead = bare.as_ptr() as usize - w.as_ptr() as usize;
            Word { text: bare, start: start + lead, end: start + lead + bare.len() }
        })
        .filter(|w| !w.text.is_empty())
        .collect()
}

/// The day with the words that tell the deed.
pub(super) fn span(date: &DateMention, from: usize, to: usize) -> (u32, u32) {
    ((from as u32).min(date.start), (to as u32).max(date.end))
}

/// True for a verb with a day near it, and no other word of time between.
pub(super) fn near(date: &DateMention, start: usize, end: usize) -> bool {
    gap(date, start, end) <= NEAR
}

pub(super) fn gap(date: &DateMention, start: usize, end: usize) -> usize {
    if end <= date.start as usize { date.start as usize - end } else { start.saturating_sub(date.end as usize) }
}

/// True where no other day of the sentence stands nearer to a verb.
pub(super) fn nearest(s: &Sentence, date: &DateMention, start: usize, end: usize) -> bool {
    s.dates.iter().all(|d| d.precision != Precision::Day || gap(d, start, end) >= gap(date, start, end))
}

/// True where a word right before denies or hopes.
pub(super) fn open(words: &[Word], at: usize) -> bool {
    const OPEN: [&str; 16] =
        ["لم", "لن", "لا", "دون", "عدم", "ألا", "إذا", "لو", "قد", "ربما", "كادت", "كاد", "يأمل", "بعد", "قبل", "منذ"];
    let before = at.checked_sub(1).map(|k| words[k]);
    // `وقد بدأ`: it did; `قد تبدأ`: it may.
    let done =
        before.is_some_and(|w| w.is(&["قد"])) && !words[at].text.trim_start_matches(['و', 'ف']).starts_with(['ي', 'ت', 'س']);
    before.is_some_and(|w| w.is(&OPEN)) && !done
}

/// `وكان وقف إطلاق النار قد بدأ`, `تدخل الهدنة حيز التنفيذ`, `وينتهي العمل بها`.
fn truce(article: &Article, analysis: &Analysis, n: usize, words: &[Word], date: &DateMention) -> Option<Deed> {
    const STARTS: [&str; 10] = ["بدأ", "بدأت", "يبدأ", "تبدأ", "سيبدأ", "ستبدأ", "يسري", "تسري", "سيسري", "ستسري"];
    const ENDS: [&str; 10] = ["انتهى", "انتهت", "ينتهي", "تنتهي", "سينتهي", "ستنتهي", "تنقضي", "ستنقضي", "انقضت", "انقضى"];
    const FORCE: [&str; 6] = ["دخل", "دخلت", "يدخل", "تدخل", "سيدخل", "ستدخل"];
    let force = |at: usize| words[at + 1..].iter().take(CLOSE * 3).find(|w| w.is(&["حيز"]));
    let found = words.iter().enumerate().find_map(|(at, w)| {
        let what = if w.is(&STARTS) {
            "Start of"
        } else if w.is(&ENDS) {
            "Expiry of"
        } else if w.is(&FORCE) && force(at).is_some() {
            "Entry into force of"
        } else {
            return None;
        };
        let near = near(date, w.start, w.end) || force(at).is_some_and(|w| near(date, w.start, w.end));
        (near && !open(words, at)).then_some((at, what))
    });
    let (at, what) = found?;
    let verb_end = force(at).map_or(words[at].end, |w| w.end);
    if !nearest(&analysis.sentences[n], date, words[at].start, verb_end) {
        return None;
    }
    let last = force(at).map_or(words[at].end, |w| w.end);
    // `ينتهي العمل بها`: of the truce that was named before.
    let back = words.get(at + 1).is_some_and(|w| w.is(&["العمل", "سريانها", "سريانه", "مفعولها", "مفعوله"]));
    let of = if back {
        let before = &article.text[analysis.sentences[n.saturating_sub(1)].start as usize..words[at].start];
        let same = n > 0 && analysis.sentences[n - 1].paragraph == analysis.sentences[n].paragraph;
        let before = if same { before } else { &article.text[analysis.sentences[n].start as usize..words[at].start] };
        let of: Vec<&str> = before.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphabetic())).collect();
        of.iter().enumerate().rev().find_map(|(k, _)| what_truce(&of[k..])).map(|(en, _)| en)
    } else {
        // The subject stands right behind the verb, or right before it.
        let texts: Vec<&str> = words.iter().map(|w| w.text).collect();
        let behind = what_truce(&texts[(at + 1).min(texts.len())..]).map(|(en, _)| en);
        let before = || {
            let small = |w: &&str| matches!(*w, "قد" | "وقد" | "التي" | "الذي" | "أن" | "كان" | "كانت" | "فعليا");
            let end = (0..at).rev().find(|&k| !small(&texts[k]))? + 1;
            // `وقف إطلاق النار في المدينة يبدأ`
            let place = (end.saturating_sub(2)..end).find(|&k| texts[k] == "في");
            let end = place.unwrap_or(end);
            (end.saturating_sub(CLOSE)..end)
                .find_map(|k| what_truce(&texts[k..end]).filter(|(_, len)| k + len == end))
                .map(|(en, _)| en)
        };
        behind.or_else(before)
    }?;
    let unless = what == "Expiry of" && words[at..].iter().any(|w| w.is(&["ما"])) && words[at..].iter().any(|w| w.is(&["لم"]));
    let label = format!("{what} the {of}{}", if unless { " (unless extended)" } else { "" });
    // `ينتهي العمل بها`: what is in the present has its day ahead.
    let verb = words[at].text.trim_start_matches(['و', 'ف']);
    let future = verb.starts_with(['ي', 'ت', 'س']) && !matches!(verb, "تم");
    Some(Deed { label, span: span(date, words[at].start, last), future })
}

/// The English of a truce that words begin with, and of how many words it is.
fn what_truce(words: &[&str]) -> Option<(&'static str, usize)> {
    const NAMES: [(&[&str], &str); 18] = [
        (&["آلية", "إدخال", "المساعدات"], "aid mechanism"),
        (&["آلية", "المساعدات"], "aid mechanism"),
        (&["التفويض"], "mandate"),
        (&["تفويضها"], "mandate"),
        (&["اتفاق", "وقف", "إطلاق", "النار"], "ceasefire agreement"),
        (&["وقف", "إطلاق", "النار"], "ceasefire"),
        (&["وقف", "لإطلاق", "النار"], "ceasefire"),
        (&["وقف", "النار"], "ceasefire"),
        (&["الهدنة"], "truce"),
        (&["هدنة"], "truce"),
        (&["للهدنة"], "truce"),
        (&["التهدئة"], "calm"),
        (&["المذكرة"], "memorandum"),
        (&["الاتفاق"], "agreement"),
        (&["الاتفاقية"], "agreement"),
        (&["العمل", "بالمذكرة"], "memorandum"),
        (&["العمل", "بالاتفاق"], "agreement"),
        (&["العمل", "بالهدنة"], "truce"),
    ];
    let bare = |w: &str| w.strip_prefix('و').filter(|_| !w.starts_with("وقف")).unwrap_or(w).to_owned();
    let first = bare(words.first()?);
    NAMES.iter().find_map(|(name, en)| {
        let same = name[0] == first && name[1..].iter().enumerate().all(|(i, w)| words.get(i + 1) == Some(w));
        same.then_some((*en, name.len()))
    })
}

/// `وقع الطرفان الجمعة اتفاقا لوقف إطلاق النار`, `الاتفاق الذي وُقع الجمعة`.
fn signing(article: &Article, s: &Sentence, words: &[Word], date: &DateMention, given: &Given) -> Option<Deed> {
    let entry = |m: &Mention| &given.lexicon.entries[m.entry as usize];
    const SIGNED_IT: [&str; 12] =
        ["وقع", "وقعت", "وقعا", "وقعوا", "وقعه", "وقعها", "وقعته", "وقعتها", "وقعاه", "وقعاها", "أبرم", "أبرمت"];
    let at =
        words.iter().position(|w| w.is(&SIGNED_IT) && gap(date, w.start, w.end) <= LONG && nearest(s, date, w.start, w.end))?;
    let (verb, before) = (words[at], at.checked_sub(1).map_or("", |k| words[k].text));
    if matches!(before, "لم" | "لن" | "لا" | "أن" | "دون" | "قبل" | "ما") {
        return None;
    }
    let document = |m: &Mention| {
        let e = entry(m);
        matches!(e.kind, Kind::Slot | Kind::Term | Kind::Agreement)
            && (e.role.as_deref() == Some("document")
                || matches!(e.id.as_str(), "agreement" | "peace_agreement" | "peace_agreement_term")
                || e.id.starts_with("ceasefire_deal"))
    };
    let clear = |a: usize, b: usize| article.text.get(a..b).is_some_and(|t| !t.contains(['.', '؛', ':']));
    let relative = matches!(before, "الذي" | "التي");
    let known = if relative {
        s.mentions.iter().rev().find(|m| m.end as usize <= verb.start && document(m) && clear(m.end as usize, verb.start))
    } else {
        let far = |m: &&Mention| {
            let start = m.start as usize;
            start >= verb.end && start - verb.end <= SIGNED && clear(verb.end, start)
        };
        s.mentions.iter().filter(far).find(|m| document(m))
    };
    // `المذكرة التي وقعها الرئيسان`: by its word.
    let called = |w: &Word| PAPERS.iter().find(|(ar, _)| w.is(&[ar])).map(|(_, en)| (w.start, w.end, *en));
    let by_word = || {
        if relative {
            words[..at.saturating_sub(1)].iter().rev().take(CLOSE).find_map(called)
        } else {
            words[at + 1..].iter().take(CLOSE * 3).find_map(called)
        }
    };
    let known = known.map(|m| (m.start as usize, m.end as usize, entry(m).en.preferred.as_str()));
    let (start, end, name) = known.or_else(by_word)?;
    // `الاتفاق الذي أبرم الثلاثاء`: which one is not told, where the parties do not sign it.
    let parties = words[at + 1..].iter().take(2).any(|w| w.is(&["الوفدان", "الطرفان", "الجانبان", "الأطراف", "الوفود", "الدول"]));
    let behind: Vec<&str> = article.text[end..s.end as usize].split_whitespace().take(FOR).collect();
    let until = behind.iter().position(|w| w.contains(['،', '.'])).map_or(behind.len(), |at| at + 1);
    let of = behind[..until].join(" ");
    let inside = &article.text[start..end];
    let label = if of.contains("النار") && !of.contains("الذي") || inside.contains("النار") {
        "ceasefire agreement"
    } else if of.contains("هدنة") {
        "truce agreement"
    } else {
        name
    };
    if label == "agreement" && relative && !parties {
        return None;
    }
    let (from, to) = (verb.start.min(start), verb.end.max(end));
    // `وقعا بالأحرف الأولى`
    let letters = article.text[verb.end..s.end as usize].split_whitespace().take(CLOSE * 3).any(|w| w == "بالأحرف");
    let signing = if letters { "Initialling" } else { "Signing" };
    Some(Deed { label: format!("{signing} of the {label}"), span: span(date, from, to), future: false })
}

/// `وصل وفد المعارضة إلى أستانا مساء الإثنين`, `المبعوث الذي وصل مساء الأربعاء`: who came, and who left.
fn journey(article: &Article, s: &Sentence, words: &[Word], date: &DateMention, given: &Given) -> Option<Deed> {
    const CAME: [&str; 4] = ["وصل", "وصلت", "ووصل", "ووصلت"];
    const LEFT: [&str; 4] = ["غادر", "غادرت", "وغادر", "وغادرت"];
    const LANDED: [&str; 2] = ["حط", "حطت"];
    const BACK: [&str; 4] = ["عاد", "عادت", "ليعود", "يعود"];
    let entry = |m: &Mention| -> &Entry { &given.lexicon.entries[m.entry as usize] };
    let after_absence = words.windows(2).any(|w| w[0].is(&["بعد"]) && w[1].is(&["غياب"]));
    let all = words.iter().enumerate().filter_map(|(at, w)| {
        // `ولا يعود حتى الاثنين`: on that day it did.
        let until = at > 0 && words[at - 1].is(&["لا", "لم"]) && words.get(at + 1).is_some_and(|n| n.is(&["حتى", "إلا"]));
        let returns = w.is(&BACK) && (until || !w.is(&["يعود"]));
        let what = if returns || after_absence && (w.is(&CAME) || w.is(&LANDED)) {
            RETURN
        } else if w.is(&CAME) || w.is(&LANDED) {
            "Arrival of"
        } else if w.is(&LEFT) {
            "Departure of"
        } else {
            return None;
        };
        (near(date, w.start, w.end) && nearest(s, date, w.start, w.end) && (until || !open(words, at))).then_some((at, what))
    });
    // The verb that stands nearest to the day.
    let (at, what) = all.min_by_key(|(at, _)| gap(date, words[*at].start, words[*at].end))?;
    let team = |m: &&Mention| entry(m).kind == Kind::Party && entry(m).id.contains("delegation");
    let verb = words[at];
    let between = |a: usize, b: usize| article.text.get(a..b).map_or(CLOSE + 1, |t| t.split_whitespace().count());
    let behind =
        s.mentions.iter().filter(team).find(|m| m.start as usize >= verb.end && between(verb.end, m.start as usize) <= 1);
    let before = || {
        s.mentions.iter().rev().filter(team).find(|m| m.end as usize <= verb.start && between(m.end as usize, verb.start) <= 1)
    };
    // `غادرها وفد الحكومة في الثاني من الشهر، ثم عاد إليها`: the one told before, and nobody else since.
    let same = || {
        let body = |m: &&Mention| {
            matches!(entry(m).kind, Kind::Party | Kind::Person | Kind::Organization) && m.end as usize <= verb.start
        };
        s.mentions.iter().rev().find(body).filter(|m| what == RETURN && team(m))
    };
    let who = behind.or_else(before).or_else(same)?;
    // A day of another verb between the two.
    let (a, b) = if verb.end <= date.start as usize { (verb.end, date.start as usize) } else { (date.end as usize, verb.start) };
    let verbs = s
        .mentions
        .iter()
        .any(|m| entry(m).kind == Kind::Verb && m.start as usize >= a && (m.end as usize) <= b && m.start as usize != verb.start);
    if verbs || article.text[a..b].contains(['،', ',']) {
        return None;
    }
    let whose = entry(who).neutral.as_ref().map_or_else(|| with_article(entry(who)), |neutral| format!("the {neutral}"));
    let label = format!("{what} {whose}");
    Some(Deed { label, span: span(date, verb.start.min(who.start as usize), verb.end.max(who.end as usize)), future: false })
}

/// `وكان الطرفان قد تبادلا يوم الثلاثاء قوائم بأسماء الأسرى`.
fn lists(words: &[Word], date: &DateMention) -> Option<Deed> {
    let at = words.iter().position(|w| w.is(&["تبادلا", "تبادلوا", "تبادل", "تبادلت"]) && near(date, w.start, w.end))?;
    let list = words[at..].iter().take(CLOSE * 2).find(|w| w.is(&["قوائم", "كشوف", "كشوفات", "لوائح"]))?;
    let of =
        words[at..].iter().any(|w| ["أسير", "أسرى", "الأسرى", "معتقل", "محتجز", "المعتقلين"].iter().any(|o| w.text.contains(o)));
    let verb = words[at];
    if at > 0 && words[at - 1].is(&["لم", "لن", "لا", "أن"])
        || verb.end > date.start as usize
        || list.start < date.end as usize
        || !of
    {
        return None;
    }
    let label = "Exchange of lists of prisoners".to_owned();
    Some(Deed { label, span: span(date, verb.start, list.end), future: false })
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::days;

    #[test]
    fn a_truce_has_days_of_its_own() {
        assert_eq!(days("وكان وقف إطلاق النار قد بدأ ظهر 14 يونيو."), ["2022-06-14 Start of the ceasefire"]);
        assert_eq!(days("ودخلت الهدنة حيز التنفيذ منتصف ليل 14 يونيو."), ["2022-06-14 Entry into force of the truce"]);
        assert_eq!(days("وانتهت الهدنة يوم 14 يونيو."), ["2022-06-14 Expiry of the truce"]);
        assert_eq!(days("ولم تبدأ الهدنة في 14 يونيو."), [""; 0]);
        assert_eq!(days("وقد تبدأ الهدنة في 14 يونيو."), [""; 0]);
    }

    #[test]
    fn what_is_signed_and_who_comes() {
        assert_eq!(
            days("ووقع الطرفان يوم 14 يونيو في المدينة اتفاقا لوقف إطلاق النار."),
            ["2022-06-14 Signing of the ceasefire agreement"]
        );
        assert_eq!(days("وقال إن الاتفاق الذي وقعه الوفدان يوم 14 يونيو ملزم."), ["2022-06-14 Signing of the agreement"]);
        assert_eq!(
            days("وقال إن المذكرة التي وقعها الرئيسان في سوتشي يوم 14 يونيو ملزمة."),
            ["2022-06-14 Signing of the memorandum"]
        );
        assert_eq!(days("ورحب بالاتفاق الذي أبرم يوم 14 يونيو."), [""; 0]);
        assert_eq!(days("ولم يوقع الطرفان يوم 14 يونيو أي اتفاق."), [""; 0]);
        assert_eq!(days("ووصل وفد المعارضة إلى المدينة مساء 13 يونيو."), ["2022-06-13 Arrival of the opposition delegation"]);
        assert_eq!(days("ولم يصل وفد المعارضة إلى المدينة مساء 13 يونيو."), [""; 0]);
        assert_eq!(days("وكان الطرفان قد تبادلا يوم 13 يونيو قوائم بأسماء الأسرى."), ["2022-06-13 Exchange of lists of prisoners"]);
    }
}
