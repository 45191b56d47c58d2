//! A finite reporting verb with its speaker: `قال X إن`, `X قال إن`, `وأضاف أن`.

use super::addressed::is_object;
use super::body;
use super::circumstance::how;
use super::frame::{Open, statement, verb_of};
use super::holder::holder;
use super::joint::{before, behind_turn, first_of, joint, turned_to};
use super::left_out::{Clause, calls_upon, in_present, left_out, resumes};
use super::memory::Memory;
use super::nothing::{played_down, tells_nothing};
use super::object::{cognate, ends, quoted_before, trailing, with_object};
use super::opening::opening;
use super::participle::aside_on;
use super::relayed::relayed;
use super::speaker::{Phrase, phrase};
use super::subject::{agrees, as_confirmed, aside, joined, noun_too, second_office, skip_time, titled};
use super::unknown::{in_quotes, unknown};
use super::view::{Particle, View};
use super::{Statement, Verb, Who};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;

/// Tokens of a clause on a speaker between two commas.
const ASIDE: usize = 12;
/// Tokens between an agency and the particle before whom it quotes.
const RELAY: usize = 4;

/// A finite reporting verb.
pub(super) fn verb(v: &View, m: &Match, number: u32, memory: &mut Memory, open: &[Open]) -> Option<Open> {
    let (tense, person) = v.finite(m)?;
    if tells_nothing(v, m, tense) || open.is_empty() && super::addressed::crowd(v, m, person) {
        return None;
    }
    let (t, frame) = (m.first as usize, v.frame(m));
    // `وصل عبر الحدود`: a preposition, where no clause begins.
    let preposition = v.particle(t) == Particle::Adjunct;
    // `ولماذا رفضت دمشق العرض؟`: asked, and not told.
    if t > 0 && matches!(v.raw(t - 1), "لماذا" | "ولماذا" | "هل" | "وهل" | "كيف" | "وكيف" | "متى" | "ومتى")
    {
        return None;
    }
    // `في الوقت الذي توقع محللون`: a connective.
    let relative = t > 1 && matches!(v.raw(t - 1), "الذي" | "التي") && v.connective(t - 1).is_none();
    if relative && tense == Tense::Perfect {
        return aside_on(v, m, person, number, memory);
    }
    if let Some(found) = of_which(v, m, person, number, memory, open) {
        return Some(found);
    }
    let mut joint = joint(v, t)?;
    // `انفض الاجتماع كما توقعت الحكومة منذ البداية`: of what stands before.
    if t > 1 && v.raw(t - 1) == "كما" && v.mark(t - 2).is_none() && open.is_empty() && v.stance(m) == Some("expect") {
        return None;
    }
    // `قلّل من شأنه`: the pronoun does not tell what is played down.
    if played_down(v, m) {
        return None;
    }
    // `في بيان بثه الموقع`: a clause on the paper.
    if frame.relays && matches!(m.ending, Ending::Pronoun(_)) && !joint.fresh {
        return None;
    }
    // `كان يعتبر على نطاق واسع`: by others.
    if joint.was && tense == Tense::Imperfect && v.stance(m) == Some("consider") {
        return None;
    }
    // `وكان لافروف يشير إلى القرار`: what he meant.
    let was = (0..t).rev().take_while(|&k| v.mark(k).is_none()).any(|k| v.particle(k) == Particle::Was);
    let next = m.last as usize + 1;
    let to = v.particle(next) == Particle::Takes(Takes::TO) && v.particle(next + 1) != Particle::That;
    if was && to && tense == Tense::Imperfect && v.stance(m) == Some("note") {
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
    let comes = |t: usize| matches!(v.raw(t).trim_start_matches('و'), "يأتي" | "تأتي" | "جاء" | "وجاء");
    let governed = t > 0
        && !joint.fresh
        && (comes(t - 1) || v.over(t - 1).is_some_and(|o| v.kind(o) == Kind::Verb && v.finite(o).is_some()));
    // `وخلال اللقاء عبّر المبعوث عن أمله`: a speaker, and what the verb takes.
    let about = |p: &Phrase| {
        let next = holder(v, *p).next;
        // `، الذي يرأس الوفد،`
        let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
        let aside = comma(next) && v.particle(next + 1) == Particle::Relative;
        let close = (next + 2..v.len().min(next + ASIDE)).find(|&t| comma(t)).filter(|_| aside);
        v.particle(close.map_or(next, |t| t + 1)) == Particle::Takes(Takes::ABOUT)
    };
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
    let says = matches!(v.stance(m), Some("say" | "affirm" | "add" | "note" | "announce"));
    joint.fresh |= waw && joint.group == t && tense == Tense::Perfect && inside.is_none() && says && !noun_too(v, m) && plainly();
    // `وفي كلمة ألقاها خلال الافتتاح قال فلان: «…»`: no comma behind what opens the sentence.
    let begins = || {
        let at = m.last as usize + 1;
        let p = phrase(v, at).filter(|p| agrees(v, person, p)).or_else(|| memory.known(v, at));
        let told =
            |t: usize| v.particle(t) == Particle::That || v.mark(t) == Some(':') || v.opens(t).is_some_and(|(a, b)| b - a > 3);
        p.is_some_and(|p| told(p.next)) || bare(v, at).is_some_and(told)
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
    let asked = answers
        && says
        && plainly()
        && (0..t).any(|k| matches!(v.raw(k).trim_start_matches('و'), "سئل" | "سئلت" | "سُئل" | "سُئلت"));
    joint.fresh |= asked;
    // `هدوء حذر وأضاف المتحدث أن`: no comma, and who spoke goes on.
    let adds = || {
        let at = phrase(v, m.last as usize + 1).map_or(m.last as usize + 1, |p| p.next.max(m.last as usize + 1));
        v.particle(at) == Particle::That && v.stance(m) == Some("add")
    };
    joint.fresh |= waw && joint.group == t && tense == Tense::Perfect && inside.is_some() && !v.quoted(t) && adds();
    // `أضافت الوزارة أن على المجلس أن يحقق وقالت إن`: no comma, and nobody in what is said whose word it could be.
    let on = |o: &Open| !v.quoted(t) && resumes(v, m, person, o);
    joint.fresh |= waw && joint.group == t && tense == Tense::Perfect && inside.is_some_and(on);
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
    let charged = v.stance(m) == Some("accuse")
        && phrase(v, skip_time(v, m.last as usize + 1)).is_some_and(|p| is_object(v, m, &holder(v, p)));
    let charged = charged || super::addressed::called_upon(v, m, person, skip_time(v, m.last as usize + 1));
    // `كما دعت القوى الكبرى إلى`: whom she calls upon who spoke in the sentence before.
    let called_upon = inside.is_none() && calls_upon(v, m, person, &joint, number, memory);
    let words = |memory: &Memory| if joint.fresh && !charged && !many { unknown(v, m, person, memory) } else { None };
    // `وكان مدير الدائرة قد أفاد، الخميس، بأن 18 ممثلاً`: nobody stands behind the comma.
    let was = joint.was || v.particle(0) == Particle::Was;
    let cut = matches!(v.mark(m.last as usize + 1), Some('،' | ',')) && was && subject.is_some();
    let found = adjacent
        .map(|s| (s.phrase, true))
        .or_else(|| behind().filter(|_| !cut).map(|p| (p, false)))
        .or_else(|| memory.pair(v, skip_time(v, m.last as usize + 1)).filter(|_| !many).map(|p| (p, false)))
        .or_else(|| in_quotes(v, m.last as usize + 1, memory).filter(|_| says).map(|p| (p, false)))
        .or_else(|| subject.map(|s| (s.phrase, true)))
        .or_else(|| words(memory).map(|p| (p, false)))
        .filter(|(_, before)| *before || !called_upon);
    // `وأفاد هؤلاء بأن`: who spoke before.
    let at = skip_time(v, m.last as usize + 1);
    if v.raw(at) == "هؤلاء" && v.particle(at + 1) == Particle::That && joint.fresh && inside.is_none() && open.is_empty() {
        let (speaker, person) = memory.carry(number, None, true);
        let opening = opening(v, at + 1, frame, false).filter(|o| o.clause && speaker.who != Who::Unresolved)?;
        let s = statement(number, speaker, Some(verb_of(v, m)));
        let first = first_of(v, joint.group);
        return Some(Open { statement: s, first, from: opening.at, to: None, clause: true, person, with: Vec::new() });
    }
    let mut with = Vec::new();
    let (speaker, person, opening) = match found {
        Some((p, before)) => {
            if inside.is_some_and(|o| o.clause) && !joint.fresh && !(before && turn.is_some()) {
                return None;
            }
            // `كشف عضو اللجنة أن الوفد عرض شهراً، فيما طلب الطرف الآخر ستة`: other than the speaker's own, and so his word.
            let other = matches!(p.who, Who::Entry(id) if v.lexicon.entries.id(id) == "other_party");
            if other && open.iter().any(|o| o.clause && o.to.is_none_or(|to| to > t)) {
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
            // `تعزو تقارير أخرى التأخير إلى`: what is explained was read with those who explain it.
            let (first, last) = (v.raw(p.first), v.raw(p.next - 1));
            if v.name(m) == "verb_attribute"
                && p.who == Who::Words
                && !first.starts_with("ال")
                && last.starts_with("ال")
                && p.body
            {
                return None;
            }
            // `دعت باريس موسكو إلى`: a city before another name speaks.
            let named = |k| matches!(k, Kind::Place | Kind::Country | Kind::Party);
            let weak = matches!(p.who, Who::Entry(id) if v.lexicon.kind(id) == Kind::Place)
                && !v.at(p.next).is_some_and(|m| named(v.kind(m)) && m.proclitics.is_none());
            let from = if before { m.last as usize + 1 } else { aside(v, others.last().map_or(p.next, |q| q.next)) };
            let from = cognate(v, m, from);
            with = others;
            if frame.relays
                && let Some(found) = relayed(v, m, &p, from, number, memory)
            {
                return Some(found);
            }
            // `نقلت الوكالة عن فلان`: another speaks, who cannot be read.
            let media = matches!(p.who, Who::Entry(id) if v.lexicon.kind(id) == Kind::Media);
            let about = |t: usize| v.particle(t) == Particle::Takes(Takes::ABOUT);
            let media = media || p.body && body::passes(v, p.first);
            if frame.relays && media && (from..from + RELAY).any(about) {
                return None;
            }
            // `وبحسب X، رفضت الحكومة مقترحاً`: a deed that is passed on.
            let passed_on = inside.is_some_and(|o| {
                let verb = o.statement.verb.map(|verb| v.lexicon.kind(verb.entry));
                o.from == joint.group && verb == Some(Kind::Connective)
            });
            // `وبحسب المصدر، اقترحت البعثة هدنة`: the source's word alone.
            if passed_on && v.stance(m) == Some("propose") {
                return None;
            }
            // `أعلنت الرياض رسمياً تأييدها`: her own.
            let own = |t: usize| {
                let t = t + usize::from(how(v, t));
                person == Person::She
                    && v.raw(t).ends_with("ها")
                    && v.raw(t).chars().count() > 4
                    && v.particle(t) == Particle::None
            };
            // `لكن موسكو تنفي أي ضلوع`: a capital, which stands for its state.
            let state = matches!(p.who, Who::Entry(id) if v.lexicon.kind(id) == Kind::Place && v.lexicon.entries[id as usize].country.is_some());
            let says_no = state && matches!(v.stance(m), Some("deny" | "accuse" | "condemn" | "welcome" | "reject"));
            let weak = weak && !says_no && (before || !own(skip_time(v, from)));
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
            // `نفته البعثة التي ذكّرت بأن`: what the relative clause says.
            let own_clause = matches!(v.raw(from), "الذي" | "التي" | "الذين")
                && v.over(from + 1).is_some_and(|m| v.frame(m).reports && v.particle(m.last as usize + 1) == Particle::That);
            if own_clause {
                return None;
            }
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
            // `اتهم مشاركون القيادة، وهو ما رفضه زملاؤهم`: what others do about it.
            if matches!(v.raw(opening.at), "وهو" | "وهي") && v.raw(opening.at + 1) == "ما" {
                return None;
            }
            // `جدد المقاتلون هجومهم`: a deed.
            let battle = ["هجوم", "هجمات", "قصف", "غارات", "توغل", "اقتحام"];
            let word = v.raw(opening.at).trim_start_matches("ال");
            if v.name(m).starts_with("verb_reiterate") && battle.iter().any(|w| word.starts_with(w)) {
                return None;
            }
            // `وتعتبر المحكمة جزءا من العملية`: by others.
            let thing = p.who == Who::Words && p.body;
            if tense == Tense::Imperfect && !opening.clause && thing && v.stance(m) == Some("consider") {
                return None;
            }
            // `ودانت باريس في بيان نشرته الوكالة الهجوم`: a clause on the paper.
            if weak_state(v, &p) && !opening.clause && v.at(opening.at).is_some_and(|m| v.finite(m).is_some() && !noun_too(v, m))
            {
                return None;
            }
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
                    .is_some_and(|m| v.kind(m) == Kind::Title || matches!(v.name(m), "two_sides" | "two_countries" | "parties"));
            // `وقال مراقبون إن …. وأضافوا`
            let word = v.raw(p.first);
            // `براون` is one.
            let plural = p.body
                || p.who != Who::Words
                || word.starts_with('م')
                || word.starts_with("الم")
                || word.ends_with("يون") && word.chars().count() > 6;
            let many = !before && person == Person::He && word.ends_with("ون") && plural && !matches!(p.who, Who::Entry(_));
            let person = if many { Person::They } else { person };
            (memory.resolve(v, &p), Some(person).filter(|_| !two), opening)
        }
        None => {
            if frame.relays
                && joint.fresh
                && let Some(found) = relayed(v, m, &Phrase::none(m), m.last as usize + 1, number, memory)
            {
                return Some(found);
            }
            let clause = Clause { v, m, number, tense, person, joint: &joint, inside, asked, called_upon };
            left_out(&clause, memory)?
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

/// `…، وهو ما وصفه X بـ«المماطلة»`: what something is called, and by whom, in the words of a connective.
pub(super) fn calls(v: &View, m: &Match, number: u32, memory: &mut Memory) -> Option<Open> {
    let t = m.first as usize;
    let which = t > 1 && matches!(v.raw(t - 1), "وهو" | "وهذا") && matches!(v.mark(t - 2), Some('،' | ','));
    if which { called(v, m, Person::He, number, memory) } else { None }
}

/// Who calls it so stands behind `m`, and what it is called behind him.
fn called(v: &View, m: &Match, person: Person, number: u32, memory: &mut Memory) -> Option<Open> {
    let p = phrase(v, m.last as usize + 1).filter(|p| agrees(v, person, p)).map(|p| holder(v, p))?;
    let from = aside(v, p.next);
    let speaker = Some(()).filter(|()| by(v, from)).map(|()| memory.resolve(v, &p))?;
    // The verb without `ما`.
    let last = m.last as usize;
    let verb = Verb { entry: v.id(m), span: (v.start(last), v.end(last)) };
    let s = statement(number, speaker, Some(verb));
    let first = (m.first as usize).saturating_sub(if v.kind(m) == Kind::Verb { 2 } else { 1 });
    Some(Open { statement: s, first, from, to: None, clause: true, person: Some(person), with: Vec::new() })
}

/// True for what something is called: `بـ«المماطلة»`, `بأنه خرق`, `خرقاً للهدنة`.
fn by(v: &View, t: usize) -> bool {
    let word = v.raw(t);
    let tied = v.at(t).map_or_else(|| word.starts_with('ب'), |m| m.proclitics.has(Proclitics::BEH));
    v.mark(t).is_none() && (tied || matches!(word, "ب" | "بـ" | "بأنه" | "بأنها") || word.ends_with("اً") || word.ends_with("ًا"))
}

/// True for a city, which stands for its state.
fn weak_state(v: &View, p: &Phrase) -> bool {
    matches!(p.who, Who::Entry(id) if v.lexicon.kind(id) == Kind::Place)
}

/// The token behind a name of up to three words that no entry knows.
fn bare(v: &View, at: usize) -> Option<usize> {
    let part = |t: &usize| {
        v.mark(*t).is_none()
            && v.over(*t).is_none()
            && v.particle(*t) == Particle::None
            && !body::listed(v, *t, "matter")
            && !v.raw(*t).ends_with(['ة', 'ه', 'ا', 'ً'])
            && v.raw(*t).chars().count() > 2
    };
    let next = at + (at..v.len().min(at + 3)).take_while(part).count();
    (next > at).then_some(next)
}

/// `…، وهو ما نفاه X`: what stands before is denied, confirmed or refused.
fn of_which(v: &View, m: &Match, person: Person, number: u32, memory: &mut Memory, open: &[Open]) -> Option<Open> {
    let t = m.first as usize;
    let comma = t.checked_sub(3).filter(|&k| matches!(v.mark(k), Some('،' | ',')))?;
    let which = as_confirmed(v, m) && matches!(m.ending, Ending::Pronoun(_)) && !v.quoted(t);
    let takes_sides = matches!(v.stance(m), Some("deny" | "confirm" | "affirm" | "reject"));
    if which && matches!(v.stance(m), Some("describe" | "consider")) {
        return called(v, m, person, number, memory);
    }
    let p = phrase(v, m.last as usize + 1)
        .filter(|p| which && takes_sides && agrees(v, person, p))
        .map(|p| holder(v, p))
        .filter(|p| ends(v, p.next))?;
    let said = open.last().map_or(0, |o| o.from);
    // `بعد اعتراضها على إشراك أبوظبي التي تتهمها بتسليح القوة، وهو ما تنفيه`: what it is accused of, and not the whole sentence.
    let accuses = |k: &usize| v.at(*k).is_some_and(|m| v.finite(m).is_some() && v.stance(m) == Some("accuse") && m.first > 0);
    let charge = (said.max(1)..comma).rev().find(accuses).filter(|_| v.stance(m) == Some("deny"));
    let by = |k: &usize| v.raw(*k).starts_with('ب') && v.at(*k).is_none_or(|m| m.proclitics.has(Proclitics::BEH));
    let charged = charge.and_then(|k| (k + 1..comma).find(by));
    // Where nobody said it, a long sentence holds more than what is denied.
    let commas = (0..comma).filter(|&k| matches!(v.mark(k), Some('،' | ','))).count();
    if charged.is_none() && open.is_empty() && commas > 1 {
        return None;
    }
    let from = charged.unwrap_or(said);
    let speaker = memory.resolve(v, &p);
    let s = statement(number, speaker, Some(verb_of(v, m)));
    let first = t - 2;
    Some(Open { statement: s, first, from, to: Some(comma), clause: true, person: Some(person), with: Vec::new() })
}

/// `وقال المحلل الفلاني إن`: an office with the surname of one whom the article introduced.
fn again(v: &View, p: &Phrase, memory: &Memory) -> Phrase {
    let office = matches!(p.who, Who::Office(_) | Who::Source(Some(_))) && v.raw(p.first).contains("ال") && p.next == p.first + 1;
    let name = v.over(p.next).is_none() && memory.knows(v.raw(p.next));
    let ends = v.particle(p.next + 1) == Particle::That || v.mark(p.next + 1).is_some();
    // `وأكد الدكتور الفلاني أن`: the surname was read with the title.
    let title = matches!(p.who, Who::Office(_) | Who::Source(Some(_))) && v.raw(p.first).contains("ال") && p.next == p.first + 2;
    let surname = p.first + 1;
    if title && v.over(surname).is_none() && memory.surname(v.raw(surname)) && v.raw(surname).starts_with("ال") {
        return Phrase { first: surname, next: p.next, head: surname, who: Who::Words, title: None, ..Phrase::nobody() };
    }
    if office && name && ends {
        return Phrase { first: p.next, next: p.next + 1, head: p.next, who: Who::Words, title: None, ..Phrase::nobody() };
    }
    *p
}
