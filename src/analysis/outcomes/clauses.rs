//! What the text of an agreement holds, point by point: `وينص الاتفاق على عودة الوحدات إلى معسكراتها وإخلاء الخطوط، وعلى مغادرة المقاتلين البلاد`. Each point is an outcome. So are those of the
//! sentence that goes on (`كما يقضي بتجميد التدريب`).
//!
//! A point opens behind على, ب, `وعلى`, `وعن`, and with a verbal noun that و joins to one. Nothing is parted behind a noun that may be of both (`وقف القصف وإطلاق النار`).

use super::OTHER;
use super::about::released;
use super::matter::words;
use super::slot::goes_with;
use super::voice::voice;
use super::{Outcome, Status};
use crate::analysis::statements::Statement;
use crate::analysis::statements::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::{Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens between the agreement and what it says.
const NEAR: usize = 6;
/// Tokens of a point.
const WORDS: usize = 14;
/// Verbal nouns that have the letters of a verb.
const SHORT: [&str; 18] =
    ["سحب", "نشر", "نزع", "دمج", "حل", "رفع", "فك", "دفع", "نقل", "ضم", "جمع", "فتح", "وقف", "عقد", "صرف", "منح", "حصر", "خفض"];
/// Objects of a departure.
const LANDS: [&str; 4] = ["الأراضي", "البلاد", "أراضي", "المدينة"];
/// Tokens between the beginning of a point and its slot.
const SLOT: usize = 2;

/// Adds the points of what an agreement provides for, in place of what stands in `out` from `before` on for the same phrase; `goes_on` where the sentence before told
/// of it. True where there are any.
pub(super) fn clauses(
    v: &View,
    number: u32,
    goes_on: Option<EntryId>,
    statements: &[Statement],
    before: usize,
    out: &mut Vec<Outcome>,
) -> Option<EntryId> {
    let (phrase, first, at) = stands(v).or_else(|| opens(v, goes_on))?;
    let points = points(v, at);
    let told = |o: &Outcome| o.sentence == number && o.phrase == phrase && o.status == Status::Agreed;
    let old = out[before..].iter().filter(|o| told(o)).count();
    // What says that it is not so is no point.
    let turned = out[before..].iter().any(|o| o.sentence == number && o.phrase == phrase && o.status != Status::Agreed);
    // `بإطلاق القيادي`: the words of the sentence tell of whom.
    let general = |&(from, _): &(usize, usize)| {
        v.s.cues.iter().any(|c| {
            c.first as usize == from && v.name(c) == "release_general" && released(v, v.id(c), c.last as usize + 1).is_none()
        })
    };
    if turned || points.is_empty() || points.len() < old || points.iter().any(general) {
        return (old > 0 && !turned).then_some(phrase);
    }
    let statement = voice(v, statements, number, v.end(first) - 1);
    let mut at = 0;
    out.retain(|o| {
        at += 1;
        at <= before || !told(o)
    });
    for (from, to) in points {
        let begins =
            |m: &&Match| v.kind(m) == Kind::Slot && (from..=from + SLOT).contains(&(m.first as usize)) && m.last as usize <= to;
        let slot = v.s.cues.iter().filter(begins).find(|m| goes_with(v, phrase, v.id(m)) || m.first as usize == from);
        let counted = |m: &Match| v.role(m) == Some("counted") && released(v, v.id(m), m.last as usize + 1).is_none();
        let slot = slot.filter(|m| !matches!(v.role(m), Some("attendance" | "document" | "aspect")) && !counted(m));
        let by = if tied(v, from) { 'ب'.len_utf8() as u32 } else { 0 };
        let waw = if joined(v, from) { 'و'.len_utf8() as u32 } else { 0 };
        let words = slot.is_none().then(|| (v.start(from) + by + waw, v.end(to)));
        let slot = slot.map(|m| released(v, v.id(m), m.last as usize + 1).unwrap_or_else(|| v.id(m)));
        let slot = slot.or_else(|| v.lexicon.number(OTHER))?;
        let span = (v.start(first), v.end(to));
        let outcome = Outcome { sentence: number, slot, phrase, status: Status::Agreed, span, statement, words, topic: None };
        let same = |o: &Outcome| o.sentence == number && o.slot == slot && o.words == words && o.status == Status::Agreed;
        if !out.iter().any(same) {
            out.push(outcome);
        }
    }
    Some(phrase)
}

/// A phrase that tells what an agreement says (`takes: [stands]`), with its first token and the one on which the first point begins.
fn stands(v: &View) -> Option<(EntryId, usize, usize)> {
    let holds = |m: &&Match| {
        let e = v.entry(m);
        let has = |k: &str| e.takes.iter().any(|t| t == k);
        v.kind(m) == Kind::Outcome
            && has("stands")
            && (has("words") && !has("any") || has("ب") || has("object"))
            && !has("behind")
    };
    let m = v.s.cues.iter().find(holds)?;
    let (first, last) = (m.first as usize, m.last as usize);
    if first > 0 && v.negates(first - 1) || v.mark(last + 1).is_some_and(|c| c != '،') {
        return None;
    }
    let takes = |k: &str| v.entry(m).takes.iter().any(|t| t == k);
    // `يلزم الاتفاق الطرفين بالامتناع`, `يقضي الاتفاق، وفق الوسيط، بفتح الطريق`
    let by = |t: &usize| tied(v, *t) && v.raw(*t).chars().count() > 4;
    let near = last + 1..v.len().min(last + 1 + NEAR);
    let at = if takes("ب") { near.clone().find(by)? } else { last + 1 };
    let plain = v.mark(at).is_none() && v.particle(at) == Particle::None;
    // `يشمل الاتفاق فتح الطريق`, and not `يشمل الاتفاق 12 بندا`
    let object = !takes("object") || masdar(v, at) || slot_at(v, at);
    (plain && object).then_some((v.id(m), first, at))
}

/// `كما يقضي بتجميد التدريب`, `ونص أيضا على فتح المعابر`: a verb of providing opens a sentence behind one that told what the agreement holds.
fn opens(v: &View, goes_on: Option<EntryId>) -> Option<(EntryId, usize, usize)> {
    let phrase = goes_on?;
    let verb = usize::from(v.raw(0) == "كما");
    let provides = v.s.cues.iter().any(|c| c.first as usize == verb && v.role(c) == Some("provides"));
    let and = verb == 1 || v.raw(0).starts_with('و');
    if !provides || !and {
        return None;
    }
    let also = verb + 1 + usize::from(matches!(v.raw(verb + 1), "أيضا" | "أيضاً" | "كذلك"));
    let on = v.raw(also) == "على";
    let at = also + usize::from(on);
    let noun = if on { v.mark(at).is_none() && v.particle(at) == Particle::None } else { tied(v, at) };
    (noun && v.raw(at).chars().count() > 3).then_some((phrase, verb, at))
}

/// The points from token `from` on: the first and the last token of each.
fn points(v: &View, from: usize) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut first = from;
    let mut t = from + 1;
    let end = v.len();
    loop {
        let over = t >= end || ends(v, t);
        if over || splits(v, first, t) {
            let last = (first..t).rev().find(|&k| v.mark(k).is_none()).unwrap_or(first);
            out.extend(trimmed(v, first, last).map(|last| (first, last)));
            if over {
                return out;
            }
            let on = matches!(v.raw(t), "وعلى" | "وعن");
            first = t + usize::from(on);
            t = first;
        }
        t += 1;
    }
}

/// True where the text of the agreement is left at token `t`: a full stop, a new clause, a condition.
fn ends(v: &View, t: usize) -> bool {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    if matches!(v.mark(t), Some('.' | '؛' | ':' | '!' | '؟')) || v.particle(t) == Particle::That && v.raw(t - 1) != "على" {
        return true;
    }
    // `، على أن تبدأ`, `، بينما`, `، قبل أن`; a comma goes on only with another point.
    if comma(t) {
        return !(matches!(v.raw(t + 1), "وعلى" | "وعن") || point(v, t + 1) && joined(v, t + 1));
    }
    let turn = v
        .connective(t)
        .is_some_and(|(_, role)| matches!(role, "contrast" | "time" | "condition" | "background" | "turn" | "attribution"));
    turn || v
        .at(t)
        .is_some_and(|m| m.proclitics.has(Proclitics::WAW) && matches!(v.finite(m), Some((tense, _)) if tense != Tense::Perfect))
}

/// True where token `t` opens a point behind the one that opens at `first`.
fn splits(v: &View, first: usize, t: usize) -> bool {
    if v.mark(t).is_some() {
        return false;
    }
    if matches!(v.raw(t), "وعلى" | "وعن") {
        // `في الصحف وعلى المواقع`: where, and no further point.
        return masdar(v, t + 1) || slot_at(v, t + 1);
    }
    let comma = matches!(v.mark(t - 1), Some('،' | ','));
    let purpose = |k: usize| k > first && v.at(k).is_some_and(|m| v.shape(m) == Shape::Masdar && !m.proclitics.is_none());
    let inside = (first + 1..t).any(|k| purpose(k) || aims(v, k));
    let head = masdar(v, first) || slot_at(v, first);
    joined(v, t) && t > first + 1 && point(v, t) && (comma || !inside && head && !governs(v, first))
}

/// `لإزالة الألغام`: what the noun before it is for.
fn aims(v: &View, t: usize) -> bool {
    v.at(t).is_some_and(|m| m.proclitics.has(Proclitics::LAM) && !m.proclitics.has(Proclitics::ARTICLE))
        || v.raw(t).strip_prefix('ل').is_some_and(|w| !w.starts_with('ل') && v.over(t).is_none() && w.chars().count() > 4)
}

/// True for a verbal noun, or a matter that the glossary knows, with و or ب and what it is of behind it.
fn point(v: &View, t: usize) -> bool {
    let of = v.mark(t + 1).is_none() && t + 1 < v.len() && !v.raw(t + 1).starts_with('و');
    (masdar(v, t) && of) || slot_at(v, t)
}

fn slot_at(v: &View, t: usize) -> bool {
    v.s.cues.iter().any(|c| {
        c.first as usize == t
            && v.kind(c) == Kind::Slot
            && !matches!(v.role(c), Some("attendance" | "document" | "aspect" | "overall" | "progress"))
    })
}

/// A verbal noun that nothing makes definite: of the glossary, or by its form.
pub(super) fn masdar(v: &View, t: usize) -> bool {
    let bare = bare(v, t);
    if v.mark(t).is_some() || bare.starts_with("ال") || v.negates(t) || !matches!(v.particle(t), Particle::None) {
        return false;
    }
    if let Some(m) = v.at(t)
        && v.shape(m) == Shape::Masdar
    {
        return true;
    }
    // `سحب المدربين`: short, with the letters of a verb.
    if SHORT.contains(&bare) {
        return true;
    }
    let letters: Vec<char> = bare.chars().filter(|c| !('\u{64b}'..='\u{652}').contains(c)).collect();
    let n = letters.len();
    let last = |k: usize| letters.get(n.wrapping_sub(k)).copied();
    let long = (5..=7).contains(&n);
    // `إخلاء`, `انسحاب`, `تشكيل`, `إعادة`, `مغادرة`
    let form = matches!(letters.first(), Some('إ' | 'ا')) && last(2) == Some('ا')
        || n == 5 && letters.first() == Some(&'ت') && (last(2) == Some('ي') || last(3) == Some('ا'))
        || letters.first() == Some(&'إ') && last(3) == Some('ا') && last(1) == Some('ة')
        || n == 6 && letters.first() == Some(&'م') && letters.get(2) == Some(&'ا') && last(1) == Some('ة');
    let unknown = v.over(t).is_none_or(|m| matches!(v.kind(m), Kind::Term | Kind::Verb));
    long && form && unknown
}

/// True for a noun that may be of both that و joins: `وقف القصف وإطلاق النار`, `منع التجنيد وتهريب السلاح`.
fn governs(v: &View, t: usize) -> bool {
    const OVER: [&str; 20] = [
        "وقف",
        "منع",
        "عدم",
        "حظر",
        "إنهاء",
        "رفض",
        "إلغاء",
        "تجريم",
        "إدانة",
        "الامتناع",
        "ضمان",
        "دعم",
        "متابعة",
        "مراقبة",
        "رصد",
        "تسهيل",
        "بدء",
        "استمرار",
        "مواصلة",
        "تجنب",
    ];
    OVER.contains(&bare(v, t))
}

/// True for a word with ب on it.
fn tied(v: &View, t: usize) -> bool {
    let slot = || v.s.cues.iter().find(|c| c.first as usize == t && v.kind(c) == Kind::Slot);
    let one = v.at(t).or_else(slot);
    one.map_or_else(|| v.raw(t).starts_with('ب') && masdar(v, t), |m| m.proclitics.has(Proclitics::BEH))
}

/// True for a word with و on it.
fn joined(v: &View, t: usize) -> bool {
    let slot = || v.s.cues.iter().find(|c| c.first as usize == t && v.kind(c) == Kind::Slot);
    v.raw(t).starts_with('و') && v.at(t).or_else(slot).is_none_or(|m| m.proclitics.has(Proclitics::WAW))
}

/// A word without its و and ب.
fn bare<'v>(v: &View<'v>, t: usize) -> &'v str {
    let raw = v.raw(t);
    let raw = if joined(v, t) { raw.trim_start_matches('و') } else { raw };
    let by = v.at(t).map_or_else(|| raw.starts_with('ب'), |m| m.proclitics.has(Proclitics::BEH));
    if by { raw.trim_start_matches('ب') } else { raw }
}

/// The last token of a point that begins at `first`: without a relative clause, and no longer than a label may be.
fn trimmed(v: &View, first: usize, last: usize) -> Option<usize> {
    let relative = (first + 1..=last).find(|&t| v.particle(t) == Particle::Relative).map_or(last, |t| t - 1);
    // `بحق من يحرض عليه`: whom is not told.
    let whom = (first + 1..=relative).find(|&t| v.raw(t) == "من" && v.at(t + 1).is_some_and(|m| v.finite(m).is_some()));
    let last = whom.map_or(relative, |t| t - 2);
    // `مغادرة المقاتلين الأراضي السورية`: the place is no part of whose departure it is.
    let left = matches!(bare(v, first), "مغادرة").then(|| (first + 2..=last).find(|&t| LANDS.contains(&v.raw(t)))).flatten();
    let last = left.map_or(last, |t| t - 1);
    // What is too long is cut where it is whole.
    let last = if last >= first + WORDS { words(v, first).map_or(first, |to| to.min(last)) } else { last };
    let opens =
        |t: usize| matches!(v.particle(t), Particle::Takes(Takes::TO | Takes::ON | Takes::FROM | Takes::IN | Takes::ABOUT));
    let last = (first..=last).rev().find(|&t| v.mark(t).is_none() && !opens(t))?;
    (last > first || slot_at(v, first)).then_some(last)
}

#[cfg(test)]
mod tests {
    use crate::analysis::outcomes::tests::says;
    use crate::analysis::testing::built_in;

    #[track_caller]
    fn points(text: &str, expected: &[&str]) {
        let (article, analysis, lexicon) = built_in(text);
        let words = |o: &crate::analysis::outcomes::Outcome| {
            let slot = lexicon.entries[o.slot as usize].id.clone();
            o.words.map_or(slot, |(from, to)| article.text[from as usize..to as usize].to_owned())
        };
        let found: Vec<String> = analysis.outcomes.iter().map(words).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn each_point_is_one() {
        points(
            "وينص الاتفاق على عودة الكتائب إلى ثكناتها وإخلاء خطوط المواجهة، وعلى مغادرة المدربين الأجانب خلال شهر.",
            &["عودة الكتائب إلى ثكناتها", "إخلاء خطوط المواجهة", "مغادرة المدربين الأجانب خلال شهر"],
        );
        points(
            "ويشمل الاتفاق فتح الطرق وتبادل الأسرى وسحب المدربين من المدينة.",
            &["roads_opening", "prisoner_exchange", "سحب المدربين من المدينة"],
        );
        points("ويقضي الاتفاق بتبادل الأسرى وإعادة جثامين القتلى.", &["prisoner_exchange", "إعادة جثامين القتلى"]);
    }

    #[test]
    fn a_sentence_that_goes_on() {
        points(
            "وينص الاتفاق على تبادل الأسرى. كما يقضي بتجميد اتفاقات التدريب وسحب المدربين الأجانب.",
            &["prisoner_exchange", "تجميد اتفاقات التدريب", "سحب المدربين الأجانب"],
        );
        says("واجتمع الوفدان صباحا. كما يقضي القانون بتجميد الأرصدة.", &[]);
    }

    #[test]
    fn what_may_be_of_both_is_one() {
        points("وينص الاتفاق على وقف الهجمات وتجنيد الأطفال.", &["attacks_halt"]);
        points("وينص الاتفاق على تشكيل فريق لإزالة الألغام وتوثيق الخروق.", &["تشكيل فريق لإزالة الألغام وتوثيق الخروق"]);
        points("وينص الاتفاق على إنشاء مركز في الصحراء وعلى الحدود.", &["إنشاء مركز في الصحراء وعلى الحدود"]);
    }

    #[test]
    fn what_was_decided() {
        points("وعلى صعيد المياه، تقرر إعادة هيكلة حرس السدود.", &["إعادة هيكلة حرس السدود"]);
        points("وقال إن القائد الذي تقرر إبعاده غادر.", &[]);
    }

    #[test]
    fn what_is_only_proposed_or_denied_is_none() {
        says("ولا ينص الاتفاق على عودة الكتائب إلى ثكناتها وإخلاء خطوط المواجهة.", &[("other_matter", "not agreed")]);
        says("وينص الاقتراح على عودة الكتائب إلى ثكناتها.", &[]);
    }
}
