//! A finite reporting verb with its speaker: `قال X إن`, `X قال إن`, `وأضاف أن`.

use super::according::relayed;
use super::body;
use super::circumstance::how;
use super::frame::{Open, statement, verb_of};
use super::holder::holder;
use super::joint::{Joint, adverbial, before, behind_turn, first_of, joint, turned_to};
use super::memory::Memory;
use super::object::{chained, ends, masdar, object, quoted_before, trailing, with_object};
use super::office::verbal;
use super::opening::{self as begins, Opening, opening};
use super::participle::{aside_on, carried};
use super::speaker::{Phrase, phrase};
use super::subject::{
    agrees, as_confirmed, aside, is_object, joined, leading, main_subject, masdar_too, noun_too, second_office, skip_time, titled,
};
use super::unknown::{in_quotes, unknown};
use super::view::{Particle, View};
use super::{Resolved, Speaker, Statement, Who};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;

/// Tokens between an agency and the particle before whom it quotes.
const RELAY: usize = 4;

/// A finite reporting verb.
pub(super) fn verb(v: &View, m: &Match, number: u32, memory: &mut Memory, open: &[Open]) -> Option<Open> {
    let (tense, person) = v.finite(m)?;
    // `مبدياً خشيته`, `أبدى تخوفه`: a noun, whatever it looks like.
    let shows = |o: &Match| v.kind(o) == Kind::Verb && v.frame(o).object;
    if matches!(m.ending, Ending::Pronoun(_)) && m.first > 0 && v.over(m.first as usize - 1).is_some_and(shows) {
        return None;
    }
    let (t, frame) = (m.first as usize, v.frame(m));
    // `إدارة نادي المدينة`: with its dots it is the noun.
    let last_letter = |word: &str, c: char| word.ends_with(c);
    if tense == Tense::Perfect
        && m.ending == Ending::None
        && last_letter(v.raw(m.last as usize), 'ي')
        && v.entry(m).ar.first().is_some_and(|ar| last_letter(ar, 'ى'))
    {
        return None;
    }
    // `الملك -أيده الله-`: a wish.
    if matches!(m.ending, Ending::Pronoun(_)) && v.raw(m.last as usize + 1) == "الله" {
        return None;
    }
    // `أُعلن خلال اللقاء أن`: by whom is not said.
    if tense == Tense::Perfect && v.raw(t).trim_start_matches(['و', 'ف']).chars().nth(1) == Some('\u{64f}') {
        return None;
    }
    // `لم يكشف عن الموعد` tells nothing.
    let hides = v.entry(m).stance.as_deref() == Some("reveal") && v.entry(m).id != "verb_hide_not";
    // `لم تعلن عن هويته`
    let silent = || v.raw(m.last as usize + 1) == "عن" && v.raw(m.last as usize + 2).ends_with(['ه', 'ا']);
    let hides = hides || v.entry(m).stance.as_deref() == Some("announce") && silent();
    if hides && t > 0 && v.negates(t - 1) {
        return None;
    }
    // `وصل عبر الحدود`: a preposition, where no clause begins.
    let preposition = v.particle(t) == Particle::Adjunct;
    // `في الوقت الذي توقع محللون`: a connective.
    let relative = t > 1 && matches!(v.raw(t - 1), "الذي" | "التي") && v.connective(t - 1).is_none();
    if relative && tense == Tense::Perfect {
        return aside_on(v, m, person, number, memory);
    }
    if let Some(found) = of_which(v, m, person, number, memory, open) {
        return Some(found);
    }
    let mut joint = joint(v, t)?;
    // `قلّل من شأنه`: the pronoun does not tell what is played down.
    if played_down(v, m) {
        return None;
    }
    // `في بيان بثه الموقع`: a clause on the paper.
    if frame.relays && matches!(m.ending, Ending::Pronoun(_)) && !joint.fresh {
        return None;
    }
    // `كان يعتبر على نطاق واسع`: by others.
    if joint.was && tense == Tense::Imperfect && v.entry(m).stance.as_deref() == Some("consider") {
        return None;
    }
    // `وكان لافروف يشير إلى القرار`: what he meant.
    let was = (0..t).rev().take_while(|&k| v.mark(k).is_none()).any(|k| v.particle(k) == Particle::Was);
    let next = m.last as usize + 1;
    let to = v.particle(next) == Particle::Takes(Takes::TO) && v.particle(next + 1) != Particle::That;
    if was && to && tense == Tense::Imperfect && v.entry(m).stance.as_deref() == Some("note") {
        return None;
    }
    // `لقاء بين رئيس الوفد ونظيره`: the preposition.
    if v.raw(t) == "بين" && !joint.fresh {
        return None;
    }
    let waw = m.proclitics.has(Proclitics::WAW);
    // Inside what another says, only a clause of its own is a new statement.
    let inside = open.last().filter(|o| o.to.is_none_or(|to| to > t));
    // `ويأتي رفض الحكومة بعد يوم`: a noun behind its verb.
    let governed = t > 0 && !joint.fresh && v.over(t - 1).is_some_and(|o| v.kind(o) == Kind::Verb && v.finite(o).is_some());
    // `وخلال اللقاء عبّر المبعوث عن أمله`: a speaker, and what the verb takes.
    let about = |p: &Phrase| v.particle(holder(v, *p).next) == Particle::Takes(Takes::ABOUT);
    let expresses = || phrase(v, m.last as usize + 1).filter(|p| agrees(v, person, p) && about(p)).is_some();
    if (preposition && !joint.fresh && !expresses())
        || !with_object(v, m)
        || (governed && tense == Tense::Perfect && noun_too(v, m))
    {
        return None;
    }
    // `أكد في تصريح نقلته الوكالة تضامنه`: a clause on a word before the content.
    if inside.is_some_and(|o| o.first < t && t < o.from) {
        return None;
    }
    // `أكدت من جهتها تمسكها`: the noun that is what is said.
    if inside.is_some_and(|o| o.from == t && !o.clause) {
        return None;
    }
    // `جددت تمسكها بالسيادة وشددت على`: no comma.
    joint.fresh |= waw && joint.group == t && tense == Tense::Perfect && inside.is_some_and(|o| !o.clause) && !noun_too(v, m);
    // `وجّه المتحدث رسالة إلى أنقرة وصرح للصحافيين «…»`: what is said stands right behind.
    let plainly = || {
        let at = skip_time(v, m.last as usize + 1);
        opening(v, at, frame, false).is_some_and(|o| o.direct && o.clause) && phrase(v, at).is_none()
    };
    let says = matches!(v.entry(m).stance.as_deref(), Some("say" | "affirm" | "add" | "note" | "announce"));
    joint.fresh |= waw && joint.group == t && tense == Tense::Perfect && inside.is_none() && says && !noun_too(v, m) && plainly();
    // `وفي كلمة ألقاها خلال الافتتاح قال فلان: «…»`: no comma behind what opens the sentence.
    let begins = || {
        let at = m.last as usize + 1;
        let p = phrase(v, at).filter(|p| agrees(v, person, p)).or_else(|| memory.known(v, at));
        let told =
            |t: usize| v.particle(t) == Particle::That || v.mark(t) == Some(':') || v.opens(t).is_some_and(|(a, b)| b - a > 3);
        p.is_some_and(|p| told(p.next))
    };
    joint.fresh |= inside.is_none()
        && joint.group == t
        && m.proclitics.is_none()
        && tense == Tense::Perfect
        && says
        && !v.quoted(t)
        && matches!(v.particle(0), Particle::Takes(_) | Particle::Adjunct)
        && !noun_too(v, m)
        && begins();
    // `سئل رئيس الوفد عن الموعد فقال إن`: who was asked.
    let answers = m.proclitics.has(Proclitics::FEH) && joint.group == t && tense == Tense::Perfect && inside.is_none();
    let asked = answers && says && plainly() && (0..t).any(|k| matches!(v.raw(k).trim_start_matches('و'), "سئل" | "سئلت"));
    joint.fresh |= asked;
    // `هدوء حذر وأضاف المتحدث أن`: no comma, and who spoke goes on.
    let adds = || {
        let at = phrase(v, m.last as usize + 1).map_or(m.last as usize + 1, |p| p.next.max(m.last as usize + 1));
        v.particle(at) == Particle::That && v.entry(m).stance.as_deref() == Some("add")
    };
    joint.fresh |= waw && joint.group == t && tense == Tense::Perfect && inside.is_some() && !v.quoted(t) && adds();
    // `وقع الوزير الوثيقة وقال لافروف إن`: no comma, and a speaker of its own with what is said right behind.
    let own = || {
        let at = m.last as usize + 1;
        let p = phrase(v, at).filter(|p| agrees(v, person, p)).or_else(|| memory.known(v, at));
        let surname = v.raw(at).starts_with("ال") && v.raw(at).ends_with('ي') && v.over(at).is_none();
        v.particle(p.map_or(at + usize::from(surname), |p| p.next)) == Particle::That && (p.is_some() || surname)
    };
    joint.fresh |= waw && joint.group == t && tense == Tense::Perfect && says && !v.quoted(t) && !noun_too(v, m) && own();
    // `…، لكن مسؤولين حضروا الجلسة قالوا إن`: another speaks behind the turn.
    let turn = inside.and_then(|_| turned_to(v, joint.group));
    let subject = match (inside, turn) {
        (None, _) => before(v, t, &joint, memory),
        (Some(_), Some(from)) => behind_turn(v, from, &joint),
        _ => None,
    };
    let adjacent = subject.filter(|s| s.adjacent);
    // `وناشدوا المنظمة البحث عن أبنائهم`: in the plural the verb has its subject in it, and what stands behind is no speaker.
    let many = person == Person::They && tense == Tense::Perfect && v.raw(m.last as usize).ends_with("وا");
    let behind = || {
        let at = skip_time(v, m.last as usize + 1);
        phrase(v, at)
            .filter(|p| agrees(v, person, p) || agrees(v, person, &holder(v, *p)))
            .filter(|p| !is_object(v, m, p) && !many)
    };
    // `واتهم الرئيس فلاناً، بأنه`: whom a phrase accuses is nobody who speaks, whatever his name.
    let charged = v.entry(m).stance.as_deref() == Some("accuse")
        && phrase(v, skip_time(v, m.last as usize + 1)).is_some_and(|p| is_object(v, m, &holder(v, p)));
    // `كما دعت القوى الكبرى إلى`: whom she calls upon who spoke in the sentence before.
    let called_upon = inside.is_none() && calls_upon(v, m, person, &joint, number, memory);
    let words = |memory: &Memory| if joint.fresh && !charged && !many { unknown(v, m, person, memory) } else { None };
    let found = adjacent
        .map(|s| (s.phrase, true))
        .or_else(|| behind().map(|p| (p, false)))
        .or_else(|| memory.pair(v, skip_time(v, m.last as usize + 1)).filter(|_| !many).map(|p| (p, false)))
        .or_else(|| in_quotes(v, m.last as usize + 1, memory).filter(|_| says).map(|p| (p, false)))
        .or_else(|| subject.map(|s| (s.phrase, true)))
        .or_else(|| words(memory).map(|p| (p, false)))
        .filter(|(_, before)| *before || !called_upon);
    let mut with = Vec::new();
    let (speaker, person, opening) = match found {
        Some((p, before)) => {
            if inside.is_some_and(|o| o.clause) && !joint.fresh && !(before && turn.is_some()) {
                return None;
            }
            // `جدد الوزير تمسك وفده`: the noun that is what is said.
            if inside.is_some_and(|o| !o.clause && o.from == t) && !joint.fresh {
                return None;
            }
            let p = if before { p } else { again(v, &holder(v, p), memory) };
            let p = second_office(v, &p, p.next).unwrap_or(p);
            let p = if before { p } else { titled(v, &p).unwrap_or(p) };
            let others = if before { Vec::new() } else { joined(v, &p) };
            // `دعت باريس موسكو إلى`: a city before another name speaks.
            let named = |k| matches!(k, Kind::Place | Kind::Country | Kind::Party);
            let weak = matches!(p.who, Who::Entry(id) if v.lexicon.entries[id as usize].kind == Kind::Place)
                && !v.at(p.next).is_some_and(|m| named(v.kind(m)) && m.proclitics.is_none());
            let from = if before { m.last as usize + 1 } else { aside(v, others.last().map_or(p.next, |q| q.next)) };
            with = others;
            if frame.relays
                && let Some(found) = relayed(v, m, &p, from, number, memory)
            {
                return Some(found);
            }
            // `نقلت الوكالة عن فلان`: another speaks, who cannot be read.
            let media = matches!(p.who, Who::Entry(id) if v.lexicon.entries[id as usize].kind == Kind::Media);
            let about = |t: usize| v.particle(t) == Particle::Takes(Takes::ABOUT);
            let media = media || p.body && body::passes(v, p.first);
            if frame.relays && media && (from..from + RELAY).any(about) {
                return None;
            }
            // `وبحسب X، رفضت الحكومة مقترحاً`: a deed that is passed on.
            let passed_on = inside.is_some_and(|o| {
                let verb = o.statement.verb.map(|verb| v.lexicon.entries[verb.entry as usize].kind);
                o.from == joint.group && verb == Some(Kind::Connective)
            });
            // `أعلنت الرياض رسمياً تأييدها`: her own.
            let own = |t: usize| {
                let t = t + usize::from(how(v, t));
                person == Person::She
                    && v.raw(t).ends_with("ها")
                    && v.raw(t).chars().count() > 4
                    && v.particle(t) == Particle::None
            };
            let weak = weak && (before || !own(from));
            // `…، كما أعلنت الحكومة تحويل السفن`: another, who speaks too.
            let too = tense == Tense::Perfect
                && joint.group > 1
                && v.raw(joint.group - 1) == "كما"
                && matches!(v.mark(joint.group - 2), Some('،' | ','));
            // `يقول منتقدون إن …، وتنفي الحكومة وجود`: in the present, as before, and another.
            let still = tense == Tense::Imperfect
                && waw
                && t > 0
                && matches!(v.mark(t - 1), Some('،' | ','))
                && inside.is_some_and(|o| in_present(v, o));
            let object = !weak && (passed_on || turn.is_some() || too || still || inside.is_none_or(|o| !o.clause));
            let found = opening(v, from, frame, object);
            // `«…»، قال X، مضيفاً أن`: what opens further on is another's.
            let later =
                found.is_some_and(|o| o.clause && !o.direct || v.at(o.at).is_some_and(|m| v.shape(m) == Shape::Participle));
            let Some(opening) = found.filter(|_| !(later && quoted_before(v, t) && ends(v, from))) else {
                return trailing(v, m, from, number).filter(|_| open.is_empty() && !before).map(|s| {
                    let statement = Statement { speaker: memory.resolve(v, &p), ..s.statement };
                    Open { statement, person: Some(person), ..s }
                });
            };
            // `وركزت القوات جهودها على المدينة`: what she does.
            if frame.agenda && !opening.direct && !opening.clause {
                return None;
            }
            // `وأعلنت واشنطن هذا الأسبوع عزمها، إذ أصبح ممكناً أن`: another clause.
            if weak && !before && !opening.direct {
                return None;
            }
            // `بآلية أعلنتها الدول الثلاث`: the object stands before the verb.
            if matches!(m.ending, Ending::Pronoun(_)) && !opening.clause {
                return None;
            }
            if inside.is_some() && !opening.clause && !opening.direct {
                return None;
            }
            // `أكد الجانبان على …. وشددا على`: several, of whom the verb before them says one.
            let two = v.raw(p.first).starts_with("ال")
                && v.raw(p.first).ends_with("ان")
                && v.at(p.first)
                    .is_some_and(|m| v.kind(m) == Kind::Title || matches!(v.entry(m).id.as_str(), "two_sides" | "parties"));
            (memory.resolve(v, &p), Some(person).filter(|_| !two), opening)
        }
        None => {
            if frame.relays
                && joint.fresh
                && let Some(found) = relayed(v, m, &Phrase::none(m), m.last as usize + 1, number, memory)
            {
                return Some(found);
            }
            // The speaker is left out. Only at the start of the sentence, or behind another statement, can it be said who it is.
            // `لم يعلن عن موعد` is an outcome, and nobody's word.
            let outcome = |c: &&Match| v.kind(c) == Kind::Outcome && (c.first..=c.last).contains(&m.first);
            let stance = v.entry(m).stance.as_deref();
            // `ومضى يقول إن`: who spoke before goes on.
            let lead = leading(v, joint.group)
                .filter(|m| (0..m.first as usize).all(|k| v.mark(k).is_some() || v.connective(k).is_some()));
            let led = inside.is_none() && !joint.negated && lead.is_some_and(|m| v.finite(m).is_some());
            // `ويقول: «…»`, `ويضيف أن`: in features who spoke goes on in the present.
            let present = led
                || tense != Tense::Perfect
                    && (inside.is_none() && (0..joint.group).all(|k| v.is_quote(k))
                        || inside.is_some_and(|o| waw && in_present(v, o)))
                    && matches!(stance, Some("say" | "add" | "affirm" | "note"));
            if (tense != Tense::Perfect && !joint.negated && !present)
                || (joint.negated && v.s.cues.iter().any(|c| outcome(&c) && c.first < m.first))
            {
                return None;
            }
            let opens = |to: usize| (0..to).all(|k| v.mark(k).is_some() || v.connective(k).is_some());
            let first = opens(joint.group) || led;
            let at = begins::behind_aside(v, chained(v, skip_time(v, m.last as usize + 1)));
            // `أصدرت الدول الضامنة بياناً، أكدت فيه عزمها`: who does what the sentence tells.
            let in_it = matches!(v.raw(m.last as usize + 1), "فيه" | "فيها" | "خلاله" | "خلالها");
            // `أجرى المراسل مقابلة مع فلان، قال فيها`: who is asked, and not who asks.
            let with_whom = || {
                (1..t)
                    .rev()
                    .find(|&k| v.raw(k) == "مع" && talk_with(v, k - 1))
                    .and_then(|k| phrase(v, k + 1).map(|p| holder(v, p)))
            };
            let interview = in_it && (1..t).any(|k| v.raw(k) == "مع" && talk_with(v, k - 1));
            let main = if interview {
                with_whom()
            } else if asked {
                (0..t)
                    .find(|&k| matches!(v.raw(k).trim_start_matches('و'), "سئل" | "سئلت"))
                    .and_then(|k| phrase(v, skip_time(v, k + 1)))
                    .map(|p| holder(v, p))
                    .filter(|p| agrees(v, person, p))
            } else if inside.is_none() && !first && (joint.fresh || in_it) && tense == Tense::Perfect {
                main_subject(v, memory, t).filter(|p| agrees(v, person, p))
            } else {
                None
            };
            // `يهدف المبعوث إلى التأثير على الفصائل، وحثها على`: a noun, as what stands before it.
            let noun = |k: usize| verbal(v.raw(k)) && matches!(v.particle(k - 1), Particle::Takes(_));
            if main.is_some() && waw && matches!(m.ending, Ending::Pronoun(_)) && masdar_too(v, m) && (1..t).any(noun) {
                return None;
            }
            let aside = inside.is_none() && (joint.fresh || topic(v, m)) && adverbial(v, joint.group);
            // `وعلى الرغم من ثقته به إلا أنه أقر بوجود نقص`: who spoke in the sentence before.
            let yet = inside.is_none()
                && tense == Tense::Perfect
                && joint.group.checked_sub(1).is_some_and(|k| {
                    v.raw(k).ends_with(['ه', 'ا', 'م']) && v.connective(k).is_some_and(|(_, role)| role == "contrast")
                })
                && v.connective(0).is_some_and(|(_, role)| role == "contrast")
                && !(0..joint.group).any(|k| v.at(k).is_some_and(|m| v.finite(m).is_some()));
            if inside.is_none() && !first && main.is_none() && !aside && !yet {
                return None;
            }
            // `تقارير أفادت بأن`, `جدد تمسك وفده`: a clause or a noun inside what is said.
            if inside.is_some() && !joint.fresh {
                return None;
            }
            let comma = joint.group > 0 && matches!(v.mark(joint.group - 1), Some('،' | ','));
            // `، وأدانت الاعتداءات`, `، وحث الجانبين على`, `، وشددت على ضرورة`: who spoke goes on.
            let but_he = joint.group.checked_sub(1).is_some_and(|k| {
                v.raw(k).ends_with(['ه', 'ا', 'م']) && v.connective(k).is_some_and(|(_, role)| role == "contrast")
            });
            // `، كما استنكرت`: and also.
            let also = joint.group > 1 && v.raw(joint.group - 1) == "كما" && matches!(v.mark(joint.group - 2), Some('،' | ','));
            // `، ولم يخف تشاؤمه`, `وإذ شكر القاهرة، لم يستبعد`
            let not = joint.negated
                && comma
                && (waw
                    || inside.is_some_and(|o| o.first == 0 && v.connective(0).is_some())
                    || v.raw(joint.group).starts_with('و'));
            // `قال دبلوماسيون إن …، وطالبوا بـ`: several.
            let several = |o: &Open| {
                let who = &v.text[o.statement.speaker.span.0 as usize..o.statement.speaker.span.1 as usize];
                person == Person::They
                    && o.person == Some(Person::He)
                    && who.split_whitespace().next().is_some_and(|w| w.ends_with("ون"))
            };
            // `يرى X أن …، ويضيف أن`: in the present, as before.
            let still = tense == Tense::Imperfect
                && inside.is_some_and(|o| in_present(v, o))
                && matches!(stance, Some("say" | "add" | "affirm" | "note"));
            let goes_on = inside.is_some_and(|o| o.person == Some(person) || several(o))
                && joint.fresh
                && (not
                    || (((comma && (waw || v.raw(joint.group) == "فقد"))
                        || but_he
                        || also
                        || (waw && inside.is_some_and(|o| !o.clause)))
                        && (tense == Tense::Perfect || still)));
            // `واتهم من وصفهم بالمعرقلين`
            let what = (matches!(v.raw(at), "ما" | "من")
                && frame.object
                && (v.raw(at) == "ما" || v.connective(at).is_some() || v.at(at + 1).is_some_and(|m| v.finite(m).is_some())))
            .then_some(Opening { at, clause: false, direct: true, time: None, place: None });
            // `عبر عن شكوكه`: the preposition is the verb's.
            let about = (m.last > m.first && matches!(v.particle(m.last as usize), Particle::Takes(_)) && goes_on)
                .then_some(Opening { at: m.last as usize, clause: false, direct: true, time: None, place: None });
            let what = about.or(what);
            let opening = what.or_else(|| opening(v, at, frame, false)).filter(|o| o.direct);
            // `وقال عقب اللقاء إن`: when, and no subject.
            let behind = m.last as usize + 1;
            let when = || begins::opening(v, behind, frame, false).filter(|o| o.direct && o.clause && at > behind);
            let opening = opening.or_else(when);
            let opening = opening.or_else(|| masdar(v, at).filter(|_| frame.object && (inside.is_none() || goes_on)));
            // `وحمّل الطرف الآخر المسؤولية`: whom it names is blamed, and does not speak.
            let accuses = v.entry(m).stance.as_deref() == Some("accuse");
            let asks = matches!(stance, Some("demand" | "ask" | "warn")) && first && inside.is_none() && tense == Tense::Perfect;
            // `وناشد الأمم المتحدة التدخل`: so does whom the verb does not agree with.
            let object_first =
                phrase(v, at).is_some_and(|p| is_object(v, m, &p) || asks && p.title.is_none() && !agrees(v, person, &p));
            let blamed = first && inside.is_none() && accuses && object_first;
            let asked_first = asks && (object_first || called_upon);
            // `وأبدى استعداد فريقه للعودة`: nobody else's.
            let theirs = v.raw(at + 1);
            let shows = first
                && inside.is_none()
                && tense == Tense::Perfect
                && v.at(at).is_some_and(|m| !v.frame(m).speaker)
                && theirs.chars().count() > 3
                && if person == Person::She { theirs.ends_with("ها") } else { theirs.ends_with('ه') };
            // `ووصف العلاقات بين البلدين بالاستراتيجية`
            let describes = first
                && inside.is_none()
                && stance == Some("describe")
                && tense == Tense::Perfect
                && v.raw(at).starts_with("ال")
                && phrase(v, at).is_none()
                && (at + 1..v.len().min(at + RELAY + 3))
                    .take_while(|&k| v.mark(k).is_none())
                    .any(|k| v.raw(k).starts_with("بال") || v.raw(k) == "بأنها" || v.raw(k) == "بأنه");
            let opening =
                opening.or_else(|| describes.then_some(Opening { at, clause: false, direct: true, time: None, place: None }));
            let whom = Opening { at, clause: false, direct: true, time: None, place: None };
            let opening = if called_upon { Some(whom) } else { opening };
            let opening = opening.or_else(|| {
                object(v, m, person, at).filter(|_| frame.object && (goes_on || main.is_some() || blamed || asked_first || shows))
            })?;
            if let Some(o) = inside {
                // `لكنه أقر بأن`: the pronoun goes on.
                let but = v.raw(joint.group.wrapping_sub(1)).ends_with(['ه', 'ا', 'م'])
                    && joint.group.checked_sub(1).and_then(|k| v.connective(k)).is_some_and(|(_, role)| role == "contrast");
                if o.clause && !(joint.fresh && (waw || but) && opening.clause) && !goes_on {
                    return None;
                }
                (Speaker { role: (0, 0), by: carried(o.statement.speaker), ..o.statement.speaker }, o.person, opening)
            } else if let Some(p) = main {
                (Speaker { by: Resolved::CarriedOver, ..memory.resolve(v, &p) }, Some(person), opening)
            } else {
                if present && !opening.clause {
                    return None;
                }
                let (speaker, person) = memory.carry(number, Some(person), stance == Some("add") || led);
                // `أُعلن رسمياً عن موعد`: by whom is not said.
                let adverb = how(v, behind);
                if speaker.who == Who::Unresolved
                    && (adverb
                        || aside
                        || describes
                        || asked_first
                        || tense != Tense::Perfect
                        || shows
                        || matches!(stance, Some("consider" | "hope" | "expect" | "agree")))
                {
                    return None;
                }
                (speaker, person, opening)
            }
        }
    };
    let mut verb = verb_of(v, m);
    // `عبر عن شكوكه`: the preposition begins what is said.
    if opening.at == m.last as usize && m.last > m.first {
        verb.span.1 = v.end(m.last as usize - 1);
    }
    let mut s = statement(number, speaker, Some(verb));
    s.negated = joint.negated;
    s.time = opening.time;
    s.place = opening.place;
    let with = with.iter().map(|q| memory.resolve(v, q)).collect();
    let first = turn.filter(|_| subject.is_some()).unwrap_or_else(|| first_of(v, joint.group));
    Some(Open { statement: s, with, first, from: opening.at, to: None, clause: opening.clause, person })
}

/// `…، وهو ما نفاه X`: what stands before is denied, confirmed or refused.
fn of_which(v: &View, m: &Match, person: Person, number: u32, memory: &mut Memory, open: &[Open]) -> Option<Open> {
    let t = m.first as usize;
    let comma = t.checked_sub(3).filter(|&k| matches!(v.mark(k), Some('،' | ',')))?;
    let which = as_confirmed(v, m) && matches!(m.ending, Ending::Pronoun(_)) && !v.quoted(t);
    let takes_sides = matches!(v.entry(m).stance.as_deref(), Some("deny" | "confirm" | "affirm" | "reject"));
    let p = phrase(v, m.last as usize + 1)
        .filter(|p| which && takes_sides && agrees(v, person, p))
        .map(|p| holder(v, p))
        .filter(|p| ends(v, p.next))?;
    let from = open.last().map_or(0, |o| o.from);
    let speaker = memory.resolve(v, &p);
    let s = statement(number, speaker, Some(verb_of(v, m)));
    let first = t - 2;
    Some(Open { statement: s, first, from, to: Some(comma), clause: true, person: Some(person), with: Vec::new() })
}

/// `قلّل من شأنه`, `قلّل رئيس الوفد من أهميتها`: nothing but a pronoun tells of what.
fn played_down(v: &View, m: &Match) -> bool {
    let own = |t: usize| matches!(v.raw(t), "شأنه" | "شأنها" | "شأنهم" | "شأنهما" | "أهميته" | "أهميتها" | "قيمته" | "قيمتها");
    let from = m.last as usize + 1;
    let of =
        (from..v.len().min(from + RELAY + 3)).find(|&t| v.mark(t).is_some() || v.particle(t) == Particle::Takes(Takes::FROM));
    v.frame(m).takes.has(Takes::FROM) && of.is_some_and(|t| v.mark(t).is_none() && own(t + 1))
}

/// `وقال المحلل الفلاني إن`: an office with the surname of one whom the article introduced.
fn again(v: &View, p: &Phrase, memory: &Memory) -> Phrase {
    let office = matches!(p.who, Who::Office(_) | Who::Source(Some(_))) && v.raw(p.first).contains("ال") && p.next == p.first + 1;
    let name = v.over(p.next).is_none() && memory.knows(v.raw(p.next));
    let ends = v.particle(p.next + 1) == Particle::That || v.mark(p.next + 1).is_some();
    if office && name && ends {
        return Phrase { first: p.next, next: p.next + 1, head: p.next, who: Who::Words, title: None, ..Phrase::nobody() };
    }
    *p
}

/// `كما دعت القوى الكبرى إلى`, `ودعت طهران إلى` behind the words of a woman: what stands behind the verb is called upon by who spoke in the sentence before.
fn calls_upon(v: &View, m: &Match, person: Person, joint: &Joint, number: u32, memory: &Memory) -> bool {
    let asks = matches!(v.entry(m).stance.as_deref(), Some("demand" | "ask")) && v.frame(m).takes.has(Takes::TO);
    let t = m.first as usize;
    let also = joint.group == t && t == 1 && v.raw(0) == "كما";
    let opens = t == 0 && m.proclitics.has(Proclitics::WAW);
    let behind = m.last as usize + 1;
    let to = (behind..v.len().min(behind + RELAY)).find(|&k| v.particle(k) != Particle::None || v.mark(k).is_some());
    let whom = to.is_some_and(|k| k > behind && v.particle(k) == Particle::Takes(Takes::TO));
    // A country, or powers of whom no entry knows; a person would be the speaker.
    let country = v.at(behind).is_some_and(|m| matches!(v.kind(m), Kind::Country | Kind::Place | Kind::Organization));
    let powers = v.at(behind).is_none() && v.raw(behind).starts_with("ال") && v.raw(behind + 1).starts_with("ال");
    let whom = whom && (country || also && powers);
    asks && whom
        && (also && memory.spoke_before(v, number, person, false) || opens && memory.spoke_before(v, number, person, true))
}

/// True for a word that ends with `مقابلة`, `حوار` before مع.
fn talk_with(v: &View, t: usize) -> bool {
    (t.saturating_sub(3)..=t).any(|k| {
        matches!(
            v.raw(k).trim_start_matches('و'),
            "مقابلة" | "حوارا" | "حوار" | "حواراً" | "حديثا" | "حديث" | "لقاء" | "اتصال" | "اتصالا"
        )
    })
}

/// `وعن مستقبل الهدنة قال: «…»`: behind what it is about, with what is said right behind the verb.
fn topic(v: &View, m: &Match) -> bool {
    let says = matches!(v.entry(m).stance.as_deref(), Some("say" | "affirm" | "note" | "add"));
    says && opening(v, m.last as usize + 1, v.frame(m), false).is_some_and(|o| o.direct && o.clause)
}

/// True for a statement whose verb stands in the present: `ويرى X أن`.
fn in_present(v: &View, o: &Open) -> bool {
    let verb = o.statement.verb.and_then(|verb| v.s.matches.iter().find(|m| m.start == verb.span.0));
    verb.and_then(|m| v.finite(m)).is_some_and(|(tense, _)| tense == Tense::Imperfect)
}
