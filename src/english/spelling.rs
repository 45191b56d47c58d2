//! What the spelling of a word tells of its reading: hamza, ة, tanwin and shadda are folded for the look-up, and say more where they are written.

use super::expand::{feature, kind};
use super::lexicon::Reading;
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::fold::fold;
use crate::arabic::inflect::Tense;

/// Takes out the readings that are spelt otherwise, if any are left then.
pub(super) fn keep(raw: &str, readings: &mut Vec<Reading>) {
    // إعلاناً is no word with نا.
    if raw.ends_with("ًا") || raw.ends_with("اً") {
        readings.retain(|r| !matches!(r.ending, Ending::Pronoun(_)));
        return;
    }
    if readings.iter().any(|r| fits(r, raw)) {
        readings.retain(|r| fits(r, raw));
    }
    // تُمثَّل: a verb that begins with ُ is no noun
    let first = raw.trim_start_matches(['و', 'ف', 'س', '\u{64e}']);
    let imperfect = |r: &Reading| r.kind() == kind::VERB && r.tense() != Tense::Perfect;
    if (first.starts_with("ت\u{64f}") || first.starts_with("ي\u{64f}")) && readings.iter().any(imperfect) {
        // تُلي البيان: nor is it another verb whose own letter it is
        let own = |r: &Reading| r.kind() == kind::VERB && r.lemma.ar == "تلا";
        readings.retain(|r| imperfect(r) || own(r));
    }
    // يقيّم: the doubled letter of the second form.
    if raw.contains('\u{651}') && readings.iter().any(doubled) {
        readings.retain(|r| !matches!(r.kind(), kind::VERB | kind::WORD) || doubled(r));
    }
}

fn fits(r: &Reading, raw: &str) -> bool {
    let letters: Vec<char> = raw.chars().filter(|c| !matches!(*c as u32, 0x64b..=0x652 | 0x640)).collect();
    let last = letters.last().copied().unwrap_or_default();
    let bare = r.ending == Ending::None;
    // الذي تولى الرئاسة: took it over; what gives ends in ي
    if last == 'ى' && bare && r.kind() == kind::VERB && r.tense() == Tense::Imperfect && r.lemma.ar.starts_with('أ') {
        return false;
    }
    // ارتكب خطأ: no two lines
    if matches!(last, 'أ' | 'ئ') && bare && r.kind() == kind::NOUN && r.has(feature::DUAL) {
        return false;
    }
    // أجرى: no two wages
    if last == 'ى' && bare && r.has(feature::DUAL) && r.has(feature::CONSTRUCT) && r.kind() == kind::NOUN {
        return false;
    }
    // قوي is no قوى, the plural of قوة.
    if last == 'ي'
        && bare
        && r.kind() == kind::NOUN
        && r.has(feature::PLURAL)
        && r.lemma.ar == "قوة"
        && !r.proclitics.has(Proclitics::ARTICLE)
    {
        return false;
    }
    if last == 'ة' && bare && (r.kind() == kind::VERB || r.kind() == kind::WORD && r.lemma.ar.ends_with('ه')) {
        return false;
    }
    // مطالبها: their demands; ة takes no ا.
    if r.ending == Ending::Accusative && r.stem.last() == fold("ه").last() {
        return false;
    }
    // إليه is no آلية.
    let tied = match r.kind() {
        kind::NOUN => r.lemma.ar.ends_with('ة') && !r.has(feature::PLURAL | feature::DUAL),
        kind::ADJECTIVE | kind::ACTIVE | kind::PASSIVE => r.has(feature::FEMININE) && !r.has(feature::PLURAL | feature::DUAL),
        kind::MASDAR => r.lemma.masdar(&fold(raw)).ends_with('ة'),
        _ => false,
    };
    if last == 'ه' && bare && tied {
        return false;
    }
    // إعلان is no أعلى.
    let wanted = match r.kind() {
        // إحدى is another form of أحد.
        kind::WORD if r.stem == fold(r.lemma.ar) => r.lemma.ar,
        kind::NOUN if !r.has(feature::PLURAL) => r.lemma.ar,
        // إعداد is no أعداد.
        kind::NOUN if !r.lemma.ar.starts_with('إ') => "أ",
        // الأولى is no أولي.
        kind::ADJECTIVE if bare && last == 'ى' && r.lemma.ar.ends_with('ي') => return false,
        kind::VERB if r.tense() == Tense::Perfect && !r.has(feature::IS_PASSIVE) => r.lemma.ar,
        // أعتقد is "I", no passive of اعتقد.
        kind::VERB if r.tense() == Tense::Perfect && r.lemma.ar.starts_with('ا') => "إ",
        kind::MASDAR => r.lemma.masdar(&fold(raw)),
        _ => return true,
    };
    if r.proclitics.has(Proclitics::ARTICLE) && r.proclitics.has(Proclitics::LAM) {
        return true;
    }
    let front = r.proclitics.show().chars().filter(|c| !matches!(c, ' ' | '+')).count();
    !matches!(
        (letters.get(front), wanted.chars().next()),
        (Some('إ'), Some('أ' | 'آ')) | (Some('أ'), Some('إ' | 'آ')) | (Some('آ'), Some('أ' | 'إ'))
    )
}

/// سيعقّد: true where a doubled letter is written, and the verb with this English has none.
pub(super) fn another(raw: &str, en: &str, readings: &[Reading]) -> bool {
    let single = |r: &Reading| r.kind() == kind::VERB && !doubled(r) && r.lemma.en(0) == Some(en);
    raw.contains('\u{651}') && readings.iter().any(doubled) && readings.iter().any(single)
}

/// True for a verb with a doubled letter: the verbal noun of the second form is تفعيل, of the fifth تفعل.
fn doubled(r: &Reading) -> bool {
    let letters: Vec<char> = r.lemma.ar.chars().collect();
    let own = r.lemma.masdars().is_empty() || r.lemma.masdars().split(' ').any(|m| m == r.lemma.ar);
    let fifth = own && matches!(letters[..], ['ت', _, third, _] if third != 'ا');
    let second = |m: &str| {
        let w: Vec<char> = m.chars().collect();
        w.len() >= 4 && w[0] == 'ت' && (w[w.len() - 2] == 'ي' || w[w.len() - 1] == 'ة')
    };
    r.kind() == kind::VERB && (fifth || r.lemma.masdars().split(' ').any(second))
}
