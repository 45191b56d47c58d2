//! What a document provides for tells more than the document: `اتفاقاً يقضي بإعادة فتح المطار`, `اتفاق يشمل تبادل الأسرى وفتح الطرق`. The verbs are data (role `provides`).

use super::OTHER;
use super::about::{LIST, released};
use super::matter::words;
use crate::analysis::statements::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens between a document and what it provides for.
const FAR: usize = 16;

/// A slot with the token that ends it, and the words where they tell the matter.
type Provided = (EntryId, usize, Option<(u32, u32)>);

/// What the document of `slot` provides for, which ends at token `last`; nothing where the sentence does not say.
pub(super) fn provided(v: &View, slots: &[&Match], slot: EntryId, last: usize) -> Vec<Provided> {
    let entry = &v.lexicon.entries[slot as usize];
    let document = entry.role.as_deref() == Some("document")
        || matches!(entry.id.as_str(), "any_agreement" | "agreement_signing" | "memorandum_signing");
    let Some(at) = document.then(|| begins(v, last + 1)).flatten() else { return Vec::new() };
    let counts = |m: &Match| !matches!(v.role(m), Some("document" | "attendance"));
    let mut out: Vec<Provided> = Vec::new();
    let mut end = at;
    for m in slots.iter().filter(|m| m.first as usize >= at && counts(m)) {
        let first = m.first as usize;
        let joined = !out.is_empty() && first - end <= LIST && m.proclitics.has(Proclitics::WAW);
        if !(joined || out.is_empty() && first <= at + 1) {
            break;
        }
        // `بالإفراج عن القيادي فلان`: the words tell of whom.
        let whom = released(v, v.id(m), m.last as usize + 1);
        if v.name(m) == "release_general" && whom.is_none() {
            break;
        }
        out.push((whom.unwrap_or_else(|| v.id(m)), m.last as usize, None));
        end = m.last as usize;
    }
    if out.is_empty()
        && !extent(v, at)
        && let (Some(to), Some(other)) = (words(v, at), v.lexicon.number(OTHER))
        && to > at
    {
        out.push((other, to, Some((v.start(at), v.end(to)))));
    }
    out
}

/// `يشمل كل أنحاء البلاد`, `يسري في جميع المناطق`: where it holds, and nothing that it provides for.
fn extent(v: &View, at: usize) -> bool {
    const ALL: [&str; 6] = ["كل", "كامل", "جميع", "كافة", "عموم", "مختلف"];
    const LAND: [&str; 13] = [
        "أنحاء",
        "أرجاء",
        "الأراضي",
        "أراضي",
        "البلاد",
        "المناطق",
        "مناطق",
        "التراب",
        "الجبهات",
        "جبهات",
        "المدن",
        "المحافظات",
        "محافظات",
    ];
    let noun = at + usize::from(ALL.contains(&v.raw(at)));
    LAND.contains(&v.raw(noun)) && (noun > at || matches!(v.raw(noun), "أنحاء" | "أرجاء"))
}

/// The first token of what a document provides for, where the document ends before token `from`.
pub(super) fn begins(v: &View, from: usize) -> Option<usize> {
    let verb = |t: usize| v.s.cues.iter().any(|c| c.first as usize == t && v.role(c) == Some("provides"));
    let ends = |t: &usize| matches!(v.mark(*t), Some('.' | '؛' | ':')) || v.particle(*t) == Particle::That;
    let other = |t: usize| !verb(t) && v.at(t).is_some_and(|m| v.finite(m).is_some() && m.first as usize == t);
    let at = (from..v.len().min(from + FAR)).take_while(|t| !ends(t) && !other(*t)).find(|&t| verb(t))?;
    if v.negates(at.wrapping_sub(1)) || v.particle(at.wrapping_sub(1)) == Particle::Relative && at == from {
        return None;
    }
    let next = at + 1;
    let by = v.raw(next).starts_with('ب') && v.raw(next).chars().count() > 3;
    let what = if v.raw(next) == "على" { next + 1 } else { next };
    let noun = v.mark(what).is_none() && v.particle(what) == Particle::None && v.at(what).is_none_or(|m| v.finite(m).is_none());
    let wants_by = v.raw(at).trim_start_matches(['و', 'ف']).ends_with("ضي");
    (what < v.len() && noun && (by || !wants_by)).then_some(what)
}
