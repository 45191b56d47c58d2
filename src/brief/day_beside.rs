//! What has its day right beside it and no verb of talks: an attack on a town, the opening session, the final signing of what was initialled.

use super::assemble::Given;
use super::happened::{CLOSE, Deed, NEAR, Word, gap, near, nearest, open, span};
use crate::analysis::Sentence;
use crate::analysis::dates::DateMention;
use crate::article::Article;
use crate::glossary::entry::Kind;

/// `التفجيرات التي ضربت مدينة حمص السبت الماضي`: an attack with its place and its day behind it.
pub(super) fn attack(s: &Sentence, words: &[Word], date: &DateMention, given: &Given) -> Option<Deed> {
    const STRUCK: [&str; 6] = ["ضرب", "ضربت", "هز", "هزت", "استهدف", "استهدفت"];
    const ATTACKS: [(&str, &str); 8] = [
        ("تفجير", "Bombing"),
        ("تفجيرات", "Bombings"),
        ("تفجيران", "Bombings"),
        ("تفجيرين", "Bombings"),
        ("هجوم", "Attack"),
        ("هجمات", "Attacks"),
        ("انفجار", "Explosion"),
        ("انفجارات", "Explosions"),
    ];
    let close = |w: &Word| w.end <= date.start as usize && gap(date, w.start, w.end) <= NEAR && nearest(s, date, w.start, w.end);
    let at = words.iter().position(|w| w.is(&STRUCK) && close(w)).filter(|&at| !open(words, at))?;
    let verb = words[at];
    let beside = words[at.saturating_sub(CLOSE)..].iter().take(CLOSE + 3);
    let (noun, name) = beside
        .filter_map(|w| {
            let bare = w.text.trim_start_matches('و').trim_start_matches("ال");
            ATTACKS.iter().find(|(ar, _)| *ar == bare).map(|(_, en)| (*w, *en))
        })
        .next()?;
    let place = s
        .mentions
        .iter()
        .find(|m| given.lexicon.kind(m.entry) == Kind::Place && m.start as usize >= verb.end && m.end <= date.start)?;
    let place = given.lexicon.entries[place.entry as usize].en.preferred.as_str();
    Some(Deed { label: format!("{name} in {place}"), span: span(date, noun.start.min(verb.start), verb.end), future: false })
}

/// `تأخر الجلسة الافتتاحية في 23 فبراير`: the day right behind the opening session.
pub(super) fn opening(article: &Article, words: &[Word], date: &DateMention) -> Option<Deed> {
    let at = words.windows(2).position(|w| {
        let session = ["الجلسة", "جلسة", "جلستها", "جلسته"].contains(&w[0].text.trim_start_matches(['و', 'ل', 'ب']));
        let between = |to: u32| article.text.get(w[1].end..to as usize).unwrap_or("،").trim();
        session
            && matches!(w[1].text, "الافتتاحية" | "الإفتتاحية" | "افتتاحية")
            && matches!(between(date.start), "" | "في" | "يوم" | "صباح" | "مساء")
    })?;
    let planned = |w: &Word| {
        let bare = w.text.trim_start_matches('و');
        ["ست", "سي"].iter().any(|p| bare.starts_with(p)) || matches!(bare, "المقررة" | "مقررا" | "لن" | "لم" | "كان" | "يفترض")
    };
    let before = &words[at.saturating_sub(CLOSE)..at];
    (!before.iter().any(planned)).then(|| Deed {
        label: "Opening session".to_owned(),
        span: span(date, words[at].start, words[at + 1].end),
        future: false,
    })
}

/// `التوقيع النهائي سيتم في الثاني من أكتوبر`: what was initialled is to be signed.
pub(super) fn final_signing(words: &[Word], date: &DateMention) -> Option<Deed> {
    const WILL: [&str; 9] = ["سيتم", "سيجري", "سيكون", "سيقام", "يتم", "المقرر", "مقرر", "المرتقب", "المزمع"];
    let at = words.windows(2).position(|w| w[0].is(&["التوقيع"]) && w[1].text == "النهائي")?;
    let (start, end) = (words[at].start, words[at + 1].end);
    let behind = words[at + 2..].iter().take(CLOSE).take_while(|w| w.end <= date.start as usize);
    let set = behind.clone().any(|w| w.is(&WILL)) && !behind.clone().any(|w| matches!(w.text, "لم" | "لا" | "لن" | "قبل" | "بعد"));
    (set && end <= date.start as usize && near(date, start, end)).then(|| Deed {
        label: "Final signing of the agreement".to_owned(),
        span: span(date, start, end),
        future: true,
    })
}
