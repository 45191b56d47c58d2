//! A term, an office or a unit: what kind of word it is, its number and gender, and whom it may mean.

use super::letters::{article, feminine, plural_word};
use super::many;
use crate::arabic::clitics::Pronoun;
use crate::arabic::fold::fold;
use crate::english::lexicon::{Lexicon, Reading};
use crate::english::node::{Node, Pos};
use crate::english::reading::{node, plain};
use crate::glossary::entry::{Entry, Kind};

/// How a mention is written.
pub(super) struct Spelt<'a> {
    /// Its words without what is written onto them.
    pub(super) own: &'a str,
    /// The first word as it stands.
    pub(super) first: &'a str,
    /// The letters written onto the front.
    pub(super) front: &'a str,
    /// One word.
    pub(super) single: bool,
    /// A word with the article stands behind it.
    pub(super) behind: bool,
}

/// The node of a term.
pub(super) fn term(entry: &Entry, spelt: &Spelt, readings: &[Reading], english: &Lexicon, make: &dyn Fn(Pos) -> Node) -> Node {
    let &Spelt { own, front, single, behind, .. } = spelt;
    // كامل, حاسم: an adjective, where the lexicon knows no noun.
    let woman = |r: &crate::english::lexicon::Reading| r.lemma.is('h') && r.has(crate::english::expand::feature::FEMININE);
    let kinds = |k: u16| readings.iter().any(|r| r.kind() == k && r.stem == fold(own) && !woman(r));
    let adjective = entry.kind == Kind::Term
        && single
        && kinds(crate::english::expand::kind::ADJECTIVE)
        && !kinds(crate::english::expand::kind::NOUN)
        && !kinds(crate::english::expand::kind::MASDAR);
    let pos = match entry.kind {
        Kind::Title => Pos::Title,
        _ if adjective => Pos::Adjective,
        _ => Pos::Noun,
    };
    let mut n = make(pos);
    // فك الحصار عن: the preposition is part of the form.
    if own.ends_with(" عن") && !n.en.ends_with(" of") {
        n.en.push_str(" of");
    }
    // كبير المفاوضين في وفد المعارضة
    if entry.kind == Kind::Title && plain(own).ends_with(" في وفد") && !n.en.contains("delegation") {
        n.en.push_str(" in the delegation of");
    }
    // المتحدث باسمها: its spokesman
    if let Some(front) = n.en.strip_suffix(" for").map(str::to_owned)
        && let Some((_, pron)) = [("باسمها", Pronoun::Her), ("باسمه", Pronoun::His), ("باسمهم", Pronoun::Their)]
            .into_iter()
            .find(|(w, _)| plain(own).ends_with(w))
    {
        (n.en, n.pron) = (front, Some(pron));
    }
    // عضو في وفده: a member of his delegation
    if entry.kind == Kind::Title
        && let Some((front, back)) = n.en.split_once(" of the ")
        && let Some(pron) = n.pron
    {
        n.en = format!("{front} of {} {back}", crate::english::node::possessive(pron, false));
        (n.pron, n.definite) = (None, false);
    }
    // نائبه: his deputy, where the entry lists the form with its pronoun.
    let without = |end: &str| own.strip_suffix(end).is_some_and(|stem| entry.ar.iter().any(|form| form == stem));
    if entry.kind == Kind::Title && n.pron.is_none() && single {
        n.pron = [("ها", Pronoun::Her), ("هم", Pronoun::Their), ("ه", Pronoun::His)]
            .into_iter()
            .find(|(end, _)| without(end))
            .map(|(_, pron)| pron);
    }
    // معالي وزير الخارجية: the courtesy is left out.
    if n.en == "His Excellency" || n.en == "Prince" {
        let rank = own.split_once(' ').and_then(|(_, rank)| {
            const RANKS: &[(&str, &str)] = &[
                ("وزير الخارجية", "Foreign Minister"),
                ("الوزير", "Minister"),
                ("السفير", "ambassador"),
                ("الرئيس", "President"),
                ("الملك", "King"),
                ("السلطان", "Sultan"),
                ("ولي العهد", "Crown Prince"),
            ];
            RANKS.iter().find(|r| r.0 == rank).map(|r| r.1)
        });
        n.en = rank.map_or(n.en, str::to_owned);
    }
    if n.en == "Mr" && feminine(own) {
        "Ms".clone_into(&mut n.en);
    }
    const PEOPLE: &[&str] = &[
        "abductee",
        "civilian",
        "delegate",
        "detainee",
        "displaced person",
        "expert",
        "fighter",
        "hostage",
        "journalist",
        "member",
        "missing person",
        "officer",
        "official",
        "prisoner",
        "refugee",
        "representative",
        "victim",
        "wounded person",
        "soldier",
        "person",
        "child",
        "gunman",
        "militant",
        "woman",
    ];
    n.human = entry.kind == Kind::Title || entry.kind == Kind::Unit && PEOPLE.contains(&n.en.as_str());
    n.agent = n.human || entry.id == "opposition" || crate::english::reading::acts(&n.en);
    // لجنته: the ت is a ة before the pronoun
    let before_pronoun = |stem: &str| entry.ar.iter().any(|form| form.strip_suffix('ة').is_some_and(|f| f == stem));
    let feminine = |own: &str| feminine(own) || own.strip_suffix('ت').is_some_and(before_pronoun);
    n.feminine = feminine(own);
    // عضو في الوفد: a member of it.
    // وقف لإطلاق النار: one of several
    let joined = |w: &str| matches!(w, "في" | "من") || w.starts_with("لإ");
    let inner = own.split(' ').position(joined).unwrap_or(usize::MAX);
    n.definite |= own.split(' ').take(inner).any(|w| article(w, english));
    // 60 في المئة: no article, no plural.
    if entry.kind == Kind::Unit && n.en == "per cent" {
        (n.definite, n.mass) = (false, true);
    }
    let nouns = || readings.iter().filter(|r| r.kind() == crate::english::expand::kind::NOUN);
    let dual = |r: &crate::english::lexicon::Reading| r.has(crate::english::expand::feature::DUAL);
    // وفدا المجلسين: a second noun follows, and the ا is no ending.
    let pair = single && spelt.first.ends_with('ا') && behind;
    if let Some(r) = nouns()
        .find(|r| pair && dual(r))
        // معتقلين: many, where a word that is written like it has a dual only
        .or_else(|| nouns().find(|r| !dual(r)).filter(|_| spelt.first.ends_with("ين")))
        .or_else(|| nouns().find(|r| !dual(r) || !(r.lemma.is('h') || spelt.first.trim_end_matches('\u{64b}').ends_with('ا'))))
        .or_else(|| nouns().next())
        .and_then(|r| node(r, spelt.first))
    {
        n.plural = r.plural;
        n.dual = r.dual;
        n.pron = n.pron.or(r.pron);
        n.feminine |= r.feminine;
        let women = r.feminine && r.plural;
        n.human |= r.human && !women;
        n.agent |= r.agent && !women;
        n.lemma = r.lemma.filter(|l| l.is('m')).or(n.lemma);
        n.mass = r.lemma.is_some_and(|l| l.is('m'));
        n.accusative |= r.accusative;
        if n.pron.is_some() {
            // The reading of مستشارها took its ه for a ة.
            (n.accusative, n.feminine) = (false, n.feminine && feminine(own));
        }
    } else if if single {
        own.ends_with("ات")
    } else {
        plural_word(own, english) && !entry.ar.first().is_some_and(|a| plural_word(a, english))
    } {
        n.plural = true;
    }
    // ممثليها: her representatives; حقوقيين, which is no noun of the lexicon
    let several = |end: &str| own.strip_suffix(end).is_some_and(|stem| entry.ar.iter().any(|form| form == stem));
    let owned = n.pron.is_some() && (several("ي") || several("و"));
    let whole = n.pron.is_none() && nouns().next().is_none() && (several("ون") || several("ين"));
    n.plural |= entry.kind == Kind::Title && single && !n.dual && (owned || whole);
    // للقاء is no form of إلقاء.
    if let Some(r) = readings.iter().find(|r| r.kind() == crate::english::expand::kind::MASDAR && r.stem == fold(own)) {
        n.lemma = Some(r.lemma);
    }
    // صاروخا: one rocket, where the entry's English is a plural.
    const PLURAL_ONLY: &[&str] =
        &["weapons", "arms", "talks", "funds", "goods", "means", "remarks", "details", "affairs", "news"];
    let mut one = nouns();
    if single
        && entry.kind == Kind::Term
        && many(&n.en)
        && !n.en.contains(' ')
        && !PLURAL_ONLY.contains(&n.en.as_str())
        && !front.starts_with('و')
        && one.any(|r| !r.has(crate::english::expand::feature::DUAL))
        && nouns().all(|r| !r.has(crate::english::expand::feature::PLURAL) && !r.lemma.is('m') && !r.lemma.is('p'))
        && !n.dual
    {
        n.en = match n.en.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None if ["shes", "ches", "xes", "sses"].iter().any(|e| n.en.ends_with(e)) => n.en.trim_end_matches("es").to_owned(),
            None => n.en.trim_end_matches('s').to_owned(),
        };
    }
    // معاليه: the pronoun is in the English.
    if n.en == "he" {
        n.en = match plain(own).as_str() {
            w if w.contains("جلالت") => "His Majesty",
            w if w.contains("سمو") => "His Highness",
            _ => "His Excellency",
        }
        .to_owned();
        (n.pron, n.bare) = (None, true);
    }
    // موعد الجولة السادسة: the date of the round
    if plain(own) == "موعد الجوله" {
        (n.en, n.mass, n.plural) = ("date of the round".to_owned(), false, false);
    }
    // كبار المسؤولين
    n.plural |= !single && own.starts_with("كبار ");
    if entry.plural.is_some() && n.plural {
        n.en = entry.plural.clone().unwrap_or_default();
        n.mass = true;
    }
    // One English for both numbers: the entry lists the plural first.
    n.mass |= many(&n.en) || n.en.ends_with("aid") || n.en.starts_with("progress");
    n
}
