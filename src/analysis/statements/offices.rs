//! Who holds an office that an article calls by nothing else: `المبعوث`, `الوزير الفرنسي`, `معالي وزير الخارجية`.

use super::body;
use super::memory::{BACK, Memory, REACH, Turn};
use super::speaker::Phrase;
use super::view::{Particle, View};
use super::{Resolved, Speaker, Who};
use crate::arabic::clitics::Proclitics;
use crate::arabic::fold::fold;
use crate::arabic::inflect::Person;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};

/// An office that was named, and who holds it.
#[derive(Clone, Debug)]
pub(super) struct Office {
    /// The first word of its name.
    pub(super) head: Vec<u8>,
    /// The title, where its second word tells it from others (`وزير الخارجية`, `وزير الدفاع`).
    pub(super) title: Option<EntryId>,
    pub(super) of: Option<EntryId>,
    pub(super) holder: Holder,
    /// The words behind the first, where the article gives them: `المدير الطبي للعيادات`.
    pub(super) words: Vec<Vec<u8>>,
}

/// Who holds an office.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holder {
    Entry(EntryId),
    /// A person whom the article introduced.
    Introduced(usize),
}

/// The first word that a speaker was called by, without its article.
pub(super) fn called(v: &View, speaker: &Speaker) -> Vec<u8> {
    let words = &v.text[speaker.span.0 as usize..speaker.span.1 as usize];
    let first = words.split_whitespace().next().unwrap_or_default();
    fold(first.strip_prefix("ال").unwrap_or(first))
}

/// The first word of the office, without its article.
pub(super) fn head(v: &View, p: &Phrase) -> Vec<u8> {
    let raw = v.raw(p.head);
    // `والوزير`, and not `وزير`
    let joined = v.at(p.head).is_none_or(|m| m.proclitics.0 & (Proclitics::WAW.0 | Proclitics::FEH.0) != 0);
    let raw = if joined { raw.trim_start_matches(['و', 'ف']) } else { raw };
    // `للمبعوث`
    let raw = raw.strip_prefix("لل").unwrap_or(raw);
    let bare = |raw: &str| fold(raw.strip_prefix("ال").filter(|rest| rest.len() > "ال".len()).unwrap_or(raw));
    let mut out = bare(raw);
    // `رئيس الجالية` is not `الرئيس`; `وزير الأوقاف` is `الوزير`.
    let construct = v.raw(p.head).trim_start_matches(['و', 'ف', 'ل']).starts_with("رئيس");
    let second = p.head + 1;
    let bare_title = v.at(p.head).is_none_or(|m| m.first == m.last);
    if construct && bare_title && second < p.next && v.mark(second).is_none() && v.particle(second) == Particle::None {
        out.push(b' ');
        out.extend(bare(v.raw(second)));
    }
    out
}

/// The title of an office whose second word says which it is: `وزير الخارجية`, and not `المبعوث الدولي`.
pub(super) fn long(v: &View, p: &Phrase) -> Option<EntryId> {
    let construct = !v.raw(p.head).trim_start_matches(['و', 'ف']).starts_with("ال");
    p.title.filter(|_| construct && v.at(p.head).is_some_and(|m| m.first != m.last))
}

/// The country or side that a body belongs to, itself if it belongs to none.
pub(super) fn side(lexicon: &Lexicon, id: EntryId) -> EntryId {
    affiliation(lexicon, id).unwrap_or(id)
}

pub(super) fn affiliation(lexicon: &Lexicon, id: EntryId) -> Option<EntryId> {
    let entry = &lexicon.entries[id as usize];
    entry.affiliation.as_deref().or(entry.country.as_deref()).and_then(|id| lexicon.number(id))
}

/// The words of an office behind its first one, as they are compared.
pub(super) fn words(v: &View, from: usize, to: usize) -> Vec<Vec<u8>> {
    let bare = |t: usize| {
        let raw = v.raw(t);
        let raw = raw.strip_prefix("لل").or_else(|| raw.strip_prefix("بال")).unwrap_or(raw);
        fold(raw.strip_prefix("ال").unwrap_or(raw))
    };
    (from..to)
        .filter(|&t| v.mark(t).is_none() && v.particle(t) == Particle::None && v.raw(t).chars().count() > 2)
        .map(bare)
        .collect()
}

/// Heads of many bodies: `المدير الإقليمي للحملة` is not `المدير الطبي للعيادات`.
const OF_MANY: [&str; 9] = ["مدير", "رئيس", "مسؤول", "أمين", "نائب", "وكيل", "عميد", "رئيسة", "مديرة"];

/// True where the words of an office that the text tells are none of those of the one that was named before.
fn another(v: &View, p: &Phrase, office: &Office) -> bool {
    let many = OF_MANY.contains(&v.raw(p.head).trim_start_matches('و').trim_start_matches("ال"));
    let of =
        |t: usize| v.at(t).is_some_and(|m| matches!(v.kind(m), Kind::Demonym | Kind::Country | Kind::Party | Kind::Organization));
    let own: Vec<_> = (p.head + 1..p.next).filter(|&t| !of(t)).flat_map(|t| words(v, t, t + 1)).collect();
    many && own.len() > 1 && !office.words.is_empty() && !own.iter().any(|w| office.words.contains(w))
}

impl Memory {
    /// The speaker of an office alone: whom the article named with it, else who spoke last and may be called so.
    pub(super) fn by_office(&self, v: &View, p: &Phrase, title: EntryId, mut out: Speaker) -> Speaker {
        out.by = Resolved::Title;
        // `الرئيس السابق` is not the one who holds the office.
        let former = (p.head..p.next).any(|t| body::listed(v, t, "former"));
        // `ويقول المسؤولون`, `لكن المسؤولين الروس رفضوا`: several, and no one who was named.
        let head_word = v.raw(p.head).trim_start_matches('و');
        let many = ["ون", "ين"].iter().any(|e| head_word.ends_with(e)) && !head_word.ends_with("أمين");
        if p.definite && !former && !many {
            let head = head(v, p);
            let of = p.of.map(|id| side(v.lexicon, id));
            let generic = v.lexicon.frames[title as usize].generic;
            let own = long(v, p);
            let fits = |o: &&Office| {
                let same = o.head == head && (own.is_none() || o.title.is_none() || o.title == own) && !another(v, p, o);
                // `الرئيس الأميركي` is no president of whom nothing else is known.
                let theirs = o.of == of || o.of.is_none() && (o.title.is_some() || !matches!(o.holder, Holder::Introduced(_)));
                (same || (generic && of.is_some())) && (of.is_none() || theirs)
            };
            let person = |id: EntryId| v.lexicon.kind(id) == Kind::Person;
            let last = self.turns.iter().rev().take(BACK).filter(|t| self.at.saturating_sub(t.sentence) <= REACH + 1);
            // `وأكد معاليه`: a man, and no body.
            let he = generic && v.raw(p.head).ends_with('ه');
            let last = last.filter(|t| !he || t.person != Some(Person::She));
            // `الوزير الفرنسي`: the Frenchman who spoke.
            let theirs = |t: &&Turn| match (of, t.speaker.who) {
                (None, _) => generic,
                (Some(of), Who::Entry(id)) => {
                    let theirs = affiliation(v.lexicon, id).is_some_and(|own| own == of || side(v.lexicon, own) == of);
                    // `الدبلوماسي الإسباني`: an envoy of the United Nations, by where he is from.
                    let from = v.lexicon.entries[id as usize].country.as_deref().is_some_and(|c| v.lexicon.number(c) == Some(of));
                    generic && person(id) && (theirs || from)
                }
                _ => false,
            };
            // `مسؤول الاتصالات في الرئاسة` is no one who spoke.
            let alone = v.raw(p.head).trim_start_matches(['و', 'ف']).starts_with("ال")
                || he
                || v.lexicon.entries.id(title) == "excellency";
            let last = last.filter(|t| alone && theirs(t));
            // `وتابع الدبلوماسي`: the diplomat who spoke, and none who was named.
            let same = |t: &&Turn| matches!(t.speaker.who, Who::Source(_)) && called(v, &t.speaker) == head;
            // `قال مسؤول تركي إن …. وأضاف الدبلوماسي`: nobody who spoke before the one who is not named.
            let unnamed = !he && last.clone().next().is_some_and(|t| matches!(t.speaker.who, Who::Source(_)));
            let last = last.clone().find(same).or_else(|| {
                last.clone().filter(|_| !unnamed).find(|t| match t.speaker.who {
                    Who::Entry(id) => person(id),
                    who => who == Who::Words && !self.people.body(&t.speaker),
                })
            });
            // `معالي وزير الخارجية`: of two, the one who spoke.
            let spoke = |o: &&Office| {
                let said = self.turns.iter().rev().take(BACK).any(|t| match o.holder {
                    Holder::Entry(person) => t.speaker.who == Who::Entry(person),
                    Holder::Introduced(n) => self.people.speaker(n, Resolved::Title).is_some_and(|s| s.span == t.speaker.span),
                });
                of.is_none() && said && fits(o)
            };
            // `لكن المسؤول التركي رد`: of whom the article told without a name, unless another spoke right before who may be called so.
            let plain = p.next <= p.head + 1 + usize::from(of.is_some()) && !matches!(v.particle(p.next), Particle::Takes(_));
            let unnamed =
                self.unnamed.iter().rev().find(|s| {
                    called(v, s) == head && s.of.map(|id| side(v.lexicon, id)) == of && generic && alone && plain && !he
                });
            let just = self.turns.last().is_some_and(|t| theirs(&t) && !matches!(t.speaker.who, Who::Source(_)));
            if let Some(s) = unnamed.filter(|_| !just) {
                return Speaker { by: Resolved::Title, ..*s };
            }
            let known = self.offices.iter().rev().find(spoke).or_else(|| self.offices.iter().rev().find(fits));
            // `أكد فلان …. وأشار وزير الخارجية إلى`: who spoke, and has this very office in the glossary.
            let office = (p.head..p.next).map(|t| v.raw(t)).collect::<Vec<_>>().join(" ") + " ";
            let holds =
                |id: EntryId| person(id) && v.lexicon.entries[id as usize].roles.iter().any(|r| r.ar.starts_with(&office));
            let near = || {
                let one = |t: &Turn| match t.speaker.who {
                    Who::Entry(id) if t.spoke && of.is_none() && own.is_some() && holds(id) => Some(Holder::Entry(id)),
                    _ => None,
                };
                self.turns.iter().rev().take(BACK).find_map(one)
            };
            match known.map(|known| known.holder).or_else(near) {
                Some(Holder::Entry(person)) => out.who = Who::Entry(person),
                Some(Holder::Introduced(n)) => out = self.people.speaker(n, Resolved::Title).unwrap_or(out),
                // `وتابع الدبلوماسي`: who spoke last.
                None => match last.map(|t| t.speaker) {
                    Some(s) if matches!(s.who, Who::Words | Who::Source(_)) => out = Speaker { by: Resolved::Title, ..s },
                    Some(s) => out.who = s.who,
                    None if he => return Speaker::nobody(),
                    None => {}
                },
            }
        }
        out
    }
}
