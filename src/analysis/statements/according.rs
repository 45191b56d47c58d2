//! Speech that another passes on: `نقلت وكالة X عن Y قوله إن`, `بحسب X، فإن`, `وعلى حد قوله`, `وأفادت مصادر أن`.

use super::body;
use super::frame::{Open, statement, verb_of};
use super::holder::holder;
use super::memory::Memory;
use super::opening::opening;
use super::participle::carried;
use super::reports::{as_put, as_put_inside, told_too};
use super::speaker::{Phrase, phrase, phrase_with, same};
use super::subject::{agrees, joined, main_subject, skip_time};
use super::unknown::{passed_on, told_to};
use super::view::{Particle, View};
use super::{Resolved, Speaker, Statement, Verb, Who};
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::frames::{Takes, Tells};
use crate::glossary::matcher::Match;

/// Tokens of a clause beside the name of a source.
const ASIDE: usize = 12;
/// Tokens of a subject before the words that say who tells of it.
const SUBJECT: usize = 6;
/// Tokens between a paper and what it says.
const LONG: usize = 24;
/// Words between a paper and whose it is: `بيان مشترك صادر عن`.
const ADJECTIVES: usize = 3;

/// `بحسب X، فإن …`, `…، وفق ما نقلت وكالة X`.
pub(super) fn according(v: &View, m: &Match, number: u32, memory: &mut Memory, open: &mut [Open]) -> Option<Open> {
    let t = m.first as usize;
    let mut at = m.last as usize + 1;
    // `ل"بي بي سي"`, `لما كتبه على "تويتر"`, `ما نقلت وكالة`
    while at < v.len()
        && (matches!(v.raw(at), "ل" | "لما" | "ما" | "على" | "عن" | "عنه" | "عنها" | "عنهم" | "له" | "لها" | "به" | "بها")
            || v.is_quote(at)
            || v.at(at).is_some_and(|m| v.kind(m) == Kind::Verb && v.shape(m) != Shape::Masdar))
    {
        at += 1;
    }
    if v.raw(t) == "كما" && m.last > m.first && v.particle(at) == Particle::That {
        return told_too(v, m, number, memory, open);
    }
    // `وتحدث مقربون عن خلاف. وبحسب هؤلاء، رفض الوفد`: who spoke before.
    let leads = (0..t).all(|k| v.mark(k).is_some() || v.connective(k).is_some());
    if v.raw(at) == "هؤلاء" && leads && matches!(v.mark(at + 1), Some('،' | ',')) {
        let (speaker, person) = memory.carry(number, None, true);
        let s = statement(number, speaker, Some(verb_of(v, m)));
        let from = at + 2 + usize::from(v.particle(at + 2) == Particle::That);
        let known = speaker.who != Who::Unresolved && open.is_empty();
        return known.then_some(Open { statement: s, first: t, from, to: None, clause: true, person, with: Vec::new() });
    }
    // `كما ذكرت الجمعة الماضي مصادر رسمية`
    if v.raw(t) == "كما" {
        at = skip_time(v, at);
    }
    // `وفق ما أوضح للصحافيين`: who was told; who does what the sentence tells said it.
    let said = v.at(at.wrapping_sub(1)).filter(|_| told_to(v, at) && at > t + 1);
    if let Some((Tense::Perfect, person)) = said.and_then(|m| v.finite(m)) {
        let speaker = main_subject(v, memory, t).filter(|p| agrees(v, person, p)).map(|p| memory.resolve(v, &p));
        let (speaker, person) = speaker.map_or_else(|| memory.carry(number, Some(person), true), |s| (s, Some(person)));
        let s = statement(number, Speaker { by: carried(speaker), ..speaker }, Some(verb_of(v, m)));
        let alone = open.is_empty() && speaker.who != Who::Unresolved && t > 1;
        return alone.then_some(Open { statement: s, first: t, from: 0, to: Some(t), clause: true, person, with: Vec::new() });
    }
    // `وفق ما صرح به هيج`: the surname of one whom the article introduced.
    let Some(p) = phrase_with(v, at, Proclitics(Proclitics::LAM.0 | Proclitics::BEH.0))
        .or_else(|| memory.known(v, at))
        .or_else(|| named(v, at))
        .or_else(|| as_said(v, t, at))
    else {
        // `…، وفق قوله`: what is said ends here; not at `وفق خطة أمنية`.
        let source = !body::listed(v, at, "measure");
        // Not at `إنه، حسب الاتفاق، تأسست`: he has said nothing yet.
        let said = |o: &&mut Open| source && t > o.from + 1 && v.mark(t - 1).is_some();
        // `الخروق التي بلغت، على حد قوله، 30 خرقاً`: it goes on behind the two commas.
        if open.last().is_some_and(|o| o.from < t) && between(v, t, m.last as usize) {
            return None;
        }
        if let Some(last) = open.last_mut().filter(said) {
            last.to = last.to.or(Some(t));
        }
        return as_put(v, m, number, memory).or_else(|| as_put_inside(v, m, number, memory, open));
    };
    // `كما أعلن المبعوث عن تأجيل الجولة`: he tells that, too.
    let opens = (0..t).all(|k| v.mark(k).is_some() || v.connective(k).is_some());
    let takes = |k: usize| matches!(v.particle(k), Particle::Takes(p) if p == Takes::ABOUT || p == Takes::ON || p == Takes::TO);
    if v.raw(t) == "كما" && opens && v.mark(p.next).is_none() && takes(p.next) {
        let last = m.last as usize;
        let verb = Verb { entry: v.id(m), span: (v.start(last), v.end(last)) };
        let person = if v.raw(last).ends_with('ت') { Person::She } else { Person::He };
        let s = statement(number, memory.resolve(v, &p), Some(verb));
        return Some(Open {
            statement: s,
            first: t,
            from: p.next,
            to: None,
            clause: false,
            person: Some(person),
            with: Vec::new(),
        });
    }
    // `كما قال المتحدث في مؤتمر صحفي إن`: where he said it.
    let who = holder(v, p);
    let leads = v.raw(t) == "كما" && opens;
    let said = opening(v, who.next, v.frame(m), false).filter(|o| leads && o.clause && o.at > who.next + 2);
    // `كما أعلنت الحكومة في وقت سابق، تحويل السفن`: what she announced.
    let announces = leads && matches!(v.raw(m.last as usize), "أعلن" | "أعلنت");
    let object = || {
        let frame = v.lexicon.number("verb_announce").map(|id| v.lexicon.frames[id as usize])?;
        opening(v, who.next, frame, true).filter(|o| o.direct && v.at(o.at).is_some_and(|m| v.shape(m) == Shape::Masdar))
    };
    let said = said.or_else(|| announces.then(object).flatten());
    if let Some(o) = said {
        let p = who;
        let last = m.last as usize;
        let verb = Verb { entry: v.id(m), span: (v.start(last), v.end(last)) };
        let s = Statement { time: o.time, place: o.place, ..statement(number, memory.resolve(v, &p), Some(verb)) };
        return Some(Open { statement: s, first: t, from: o.at, to: None, clause: o.clause, person: None, with: Vec::new() });
    }
    // `وثمّن الوزير، وفقاً للوكالة، موقف الوفد`: before what is said.
    // `وذكرت الوكالة نقلاً عن مصادر أن`: the words are the source's.
    let theirs = matches!(v.raw(t), "نقلا" | "نقلاً") || v.raw(m.last as usize) == "لسان";
    // `أفادت الوزارة على لسان متحدثها بأن`: she says it through him.
    let own = v.raw(m.last as usize) == "لسان" && v.raw(p.head).ends_with(['ه', 'ا']);
    if let Some(last) = open.last_mut().filter(|o| (!theirs || own) && o.from > t && o.to.is_none()) {
        last.statement.via = last.statement.via.or(match p.who {
            Who::Entry(id) if v.lexicon.kind(id) == Kind::Media => Some(id),
            _ => None,
        });
        return None;
    }
    // `وذكرت الوكالة نقلاً عن مصادر أن`: she tells it on their word.
    let agency = open.last_mut().filter(|o| theirs && o.from > t && o.to.is_none()).and_then(|o| match o.statement.speaker.who {
        Who::Entry(id) if v.lexicon.kind(id) == Kind::Media => {
            o.to = Some(o.from);
            Some(id)
        }
        _ => None,
    });
    // `ولم يكن بينهم، بحسب فلان، أي اسم`: who speaks already, inside what he says.
    let inside = open.last().filter(|o| o.clause && o.from < t && o.to.is_none());
    if inside.is_some_and(|o| memory.resolve(v, &p).who == o.statement.speaker.who) && between(v, t, p.next - 1) {
        return None;
    }
    // `وفقاً لقائد لفلان`: no name begins so.
    let p = Some(holder(v, p)).filter(|q| q.who != Who::Words || !v.raw(q.first).starts_with('ل')).unwrap_or(p);
    // `وفق ما نقلت الصحيفة عن مصدر أمني`: whose words they are.
    let outlet = match p.who {
        Who::Entry(id) if v.lexicon.kind(id) == Kind::Media => Some(id),
        _ => None,
    };
    let about = p.next + usize::from(v.is_quote(p.next));
    let relays = outlet.is_some() && v.particle(about) == Particle::Takes(Takes::ABOUT);
    let quoted = phrase(v, about + 1).filter(|_| relays).map(|q| holder(v, q));
    let (p, outlet) = quoted.map_or((p, None), |q| (q, outlet));
    // `وبحسب الدبلوماسي نفسه`
    let p = Phrase { next: p.next + usize::from(same(v, p.next)), ..p };
    // `وفق بيان للمبعوث`: whose it is, and not the paper.
    let report = p.body && body::noun(v, p.first).is_some_and(|m| v.name(m) == "body_report") && p.next == p.first + 1;
    let paper = report || v.at(p.first).is_some_and(|m| v.kind(m) == Kind::Term);
    // `بيان الوفد`
    let p = if paper && v.at(p.first + 1).is_some_and(|m| p.of == Some(v.id(m))) { Phrase { next: p.first + 1, ..p } } else { p };
    // `بيان مشترك للرياض وواشنطن`, `بيان صادر عن المبعوث`
    let plain = |t: &usize| {
        (v.over(*t).is_none() || matches!(v.raw(*t), "صادر" | "الصادر" | "الصادرة" | "صدر"))
            && v.particle(*t) == Particle::None
            && v.mark(*t).is_none()
            && !v.raw(*t).starts_with('ل')
    };
    let behind = p.next + (p.next..v.len().min(p.next + ADJECTIVES)).take_while(plain).count();
    let owner = behind + usize::from(v.raw(behind) == "عن");
    let owned = phrase_with(v, owner, Proclitics(Proclitics::LAM.0))
        .filter(|_| paper && v.stance(m) == Some("relay"))
        .filter(|q| v.name(m) != "conn_it_says_in" || owner == p.next && (own_paper(v, q) || his_paper(v, owner, q)));
    let with = owned.map_or_else(Vec::new, |q| joined(v, &q));
    let p = owned.map_or(p, |q| Phrase { next: with.last().map_or(q.next, |w| w.next), ..q });
    // `مصادر دبلوماسية تحدثت لـ«الصحيفة»،`: whom they spoke to is no part of what they say.
    let spoke = v.at(p.next).filter(|m| v.kind(m) == Kind::Verb && v.finite(m).is_some());
    let comma = spoke.and_then(|_| (p.next..v.len().min(p.next + ASIDE)).find(|&k| matches!(v.mark(k), Some('،' | ','))));
    let p = Phrase { next: comma.unwrap_or(p.next), ..p };
    // `بحسب البيان المشترك الذي تلاه المبعوث، على مواصلة`: a clause on the paper.
    let on = behind + usize::from(matches!(v.mark(behind), Some('،' | ',')));
    let read = (on + 1..v.len().min(on + ASIDE)).find(|&k| matches!(v.mark(k), Some('،' | ',')));
    let read = read.filter(|_| {
        paper
            && v.particle(on) == Particle::Relative
            && (on..v.len()).take_while(|&k| Some(k) != read).all(|k| v.particle(k) != Particle::That)
    });
    let named = p;
    let p = Phrase { next: read.unwrap_or(p.next), ..p };
    let media = match p.who {
        Who::Entry(id) if v.lexicon.kind(id) == Kind::Media => Some(id),
        _ => None,
    };
    let clause = (p.next..v.len().min(p.next + 3)).find(|&k| v.particle(k) == Particle::That);
    // `وبحسب الوكالة قال X إن`: whose words they are is told behind it.
    let outlet_first = media.is_some() || p.body && body::passes(v, p.first);
    let speaks = |k: usize| v.at(k).is_some_and(|m| v.frame(m).reports && v.finite(m).is_some());
    if outlet_first && clause.is_some_and(|c| (p.next..c).any(speaks)) {
        return None;
    }
    // `ووفق إحصائيات الوزارة فقد بلغ`
    let clause = clause.or_else(|| (v.raw(p.next) == "فقد").then(|| p.next - 1));
    // `وبحسب القناة قرر الوفد العودة`: a verb right behind, and no comma.
    let leads_in = (0..t).all(|k| v.mark(k).is_some() || v.connective(k).is_some());
    let deed = |m: &Match| v.finite(m).is_some() && !v.frame(m).reports && m.proclitics.is_none() && v.kind(m) == Kind::Verb;
    let clause = clause.or_else(|| (leads_in && v.at(p.next).is_some_and(deed)).then(|| p.next - 1));
    // `على لسان المتحدث باسمها: «…»`
    let clause = clause.or_else(|| (v.mark(p.next) == Some(':') && v.opens(p.next + 1).is_some()).then_some(p.next));
    // `جاء في بيان مشترك للولايات المتحدة والسعودية أن`
    let says_in = || {
        let verb = |k: usize| v.at(k).is_some_and(|m| v.finite(m).is_some()) || v.mark(k).is_some();
        (p.next..v.len().min(p.next + LONG)).take_while(|&k| !verb(k)).find(|&k| v.particle(k) == Particle::That)
    };
    let clause = clause.or_else(|| (v.name(m) == "conn_it_says_in").then(says_in).flatten());
    // `وجاء في بيان رئيس الإقليم «…»`, `وجاء في البيان الختامي للدول الثلاث تأكيد الالتزام`
    let quoted = || (v.name(m) == "conn_it_says_in" && v.opens(p.next).is_some()).then_some(p.next - 1);
    let noun = |k: &usize| v.at(*k).is_some_and(|m| v.frame(m).reports && v.shape(m) == Shape::Masdar && m.proclitics.is_none());
    let named_in = || {
        let found = (p.next..v.len().min(p.next + ADJECTIVES + 2)).take_while(|&k| v.mark(k).is_none()).find(noun);
        found.filter(|_| v.name(m) == "conn_it_says_in").map(|k| k - 1)
    };
    let clause = clause.or_else(quoted).or_else(named_in);
    // `وفق بيان، إلا أن`: another clause.
    let clause = clause.filter(|&k| v.connective(k).is_none_or(|(_, role)| role != "contrast"));
    // `بحسب مصادر مطلعة على سير المحادثات، فإن`: what hangs on the source.
    let hangs = (p.next..v.len().min(p.next + ASIDE))
        .find(|&k| matches!(v.mark(k), Some('،' | ',')) && (v.particle(k + 1) == Particle::That || v.raw(k + 1) == "فقد"));
    let leads_in = leads_in || theirs && v.raw(m.last as usize) != "لسان";
    // `مصادر أمنية، رفضت الكشف عن هويتها، أن`: why they are not named is no part of who they are.
    let named = if theirs { p } else { named };
    let p = Phrase { next: hangs.filter(|_| leads_in && clause.is_none()).unwrap_or(p.next), ..p };
    let that = |k: usize| k - usize::from(v.raw(k) == "فقد");
    let clause = clause.or_else(|| hangs.filter(|_| leads_in).map(|k| that(k + 1)));
    let comma = matches!(v.mark(p.next), Some('،' | ','));
    let leads = (0..t).all(|k| v.mark(k).is_some() || v.connective(k).is_some()) && (comma || clause.is_some());
    let from = match clause {
        Some(k) => k + 1,
        None if leads => p.next + 1,
        None => {
            // What stands before another source is its own.
            let ends = |o: &&mut Open| o.to.is_none_or(|to| to > o.first);
            if let Some(last) = open.last_mut().filter(ends) {
                last.statement.via = last.statement.via.or(media);
                last.to = last.to.or(Some(t));
                // `ووافقت الحكومة على المقترح، بحسب X`: what somebody did, on the word of X.
                match acts(v, last).filter(|_| media.is_none()) {
                    // To agree is to say nothing.
                    Some("agree") => last.to = Some(last.from),
                    Some(_) => {}
                    None => return None,
                }
            }
            // `حضر فلان، بينما غاب علان، بحسب X`: the last clause is passed on.
            let turns = |k: &usize| {
                v.connective(*k).is_some_and(|(m, _)| v.frame(m).turns)
                    && !v.quoted(*k)
                    && matches!(v.mark(k.wrapping_sub(1)), Some('،' | ','))
            };
            let turned = (1..t).rev().find(turns).and_then(|k| v.over(k)).map_or(0, |m| m.last as usize + 1);
            // `خُرقت الهدنة، وفق مراصد، بقصف قتل امرأة، بحسب X`: what another said is not said again.
            let own = v.connective(t).map(|(_, role)| role);
            let other = (turned.max(1)..t).rev().find(|&k| own.is_some() && v.connective(k).map(|(_, role)| role) == own);
            let behind = other.and_then(|k| (k..t).find(|&k| matches!(v.mark(k), Some('،' | ','))));
            behind.map_or(turned, |k| k + 1)
        }
    };
    // `لكن بحسب تقرير لوكالة`: nothing stands before it, and what stands behind does not open.
    if clause.is_none() && !leads && leads_in && t > 0 {
        return None;
    }
    // `كما أعلن مصدر، أمس، عن مقتل قائد`: when, and not what.
    let when = v.at(from).filter(|m| leads && matches!(v.kind(m), Kind::Weekday | Kind::Time) && m.proclitics.is_none());
    let behind = when.map(|m| m.last as usize + 1).filter(|&k| matches!(v.mark(k), Some('،' | ',')));
    let from = behind.map_or(from, |k| k + 1);
    // `وجاء ذلك في تقرير، وفق إحصاءات الوزارة`
    if from == 0 && v.connective(0).is_some_and(|(m, _)| v.name(m) == "conn_this_comes") {
        return None;
    }
    // `…، على ما أعلنت الوكالة نقلاً عن شهود`: the same words.
    if let Some(last) = open.last().filter(|o| clause.is_none() && !leads && from < o.first && v.mark(t - 1).is_none()) {
        let verb = last.statement.verb.map(|verb| v.lexicon.kind(verb.entry));
        if verb == Some(Kind::Connective) && last.to == Some(last.first) {
            return None;
        }
    }
    // `تواجهه، وفق الصحيفة، عقبات`
    let passes = media.is_some() || (p.body && body::passes(v, p.first));
    if passes && !leads && clause.is_none() {
        return None;
    }
    // `وحسب القناة، قال X إن`: whose words they are is told behind the comma.
    if passes && leads && v.at(from).is_some_and(|m| v.frame(m).reports && v.finite(m).is_some()) {
        return None;
    }
    let who = if read.is_some() || theirs { named } else { p };
    let s = Statement { via: outlet.or(agency), ..statement(number, memory.resolve(v, &who), Some(verb_of(v, m))) };
    // `وتوافق الجانبان، وفق مصدر، على الإبقاء`: the clause goes on behind the source.
    let aside = t > 0 && matches!(v.mark(t - 1), Some('،' | ',')) && comma;
    // `وتشكل الهدنة، بحسب الخبراء، خطوة إلى الأمام`: so it does with a noun.
    let behind = p.next + 1;
    let other = v.s.matches.iter().any(|o| o.first as usize > behind && v.frame(o).tells == Tells::According);
    let noun = behind + 2 < v.len()
        && !other
        && v.mark(behind).is_none()
        && !v.at(behind).is_some_and(|m| matches!(v.kind(m), Kind::Weekday | Kind::Time))
        && !v.raw(behind).starts_with(['و', 'ف'])
        && v.particle(behind) == Particle::None
        && v.connective(behind).is_none()
        && !v.negates(behind)
        && v.at(behind).is_none_or(|m| v.finite(m).is_none() && v.shape(m) != Shape::Participle);
    // `غير أن النص، وفق خبير، لا يذكر تسليمهم`: what stands before is the subject alone.
    let says = |k: usize| v.at(k).is_some_and(|m| v.finite(m).is_some());
    let subject = from < t && t - from <= SUBJECT && !(from..t).any(says) && (v.negates(behind) || says(behind)) && !other;
    // `فعقدا بحسب مصدر في المنظمة أحد عشر اجتماعا`: no comma, and the object behind it.
    let object = |k: usize| v.kind_at(k) == Some(Kind::Number) || v.is_digits(k);
    let inline = from < t && v.mark(t - 1).is_none() && !passes && object(p.next) && !other;
    let clause = (from..t).rev().find(|&k| matches!(v.mark(k), Some('،' | ','))).filter(|_| inline);
    let from = clause.map_or(from, |k| k + 1);
    let inline = inline && t - from <= SUBJECT;
    let goes_on = inline || aside && (matches!(v.particle(behind), Particle::Takes(_)) || noun || subject);
    let to = (from <= t && !goes_on).then_some(t);
    let with = with.iter().map(|q| memory.resolve(v, q)).collect();
    // `بحسب السلطات المحلية. وأوضح أن`: a man goes on, and not they.
    let hers =
        owned.is_none() && who.who != Who::Unresolved && who.title.is_none() && (who.feminine == Some(true) || bodies(v, &who));
    Some(Open { statement: s, first: t, from, to, clause: true, person: hers.then_some(Person::She), with })
}

/// True for the tokens `first..=last` between two commas where the clause goes on behind the second: neither a new clause nor how it was said.
fn between(v: &View, first: usize, last: usize) -> bool {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let behind = last + 2;
    let new = v.at(behind).is_some_and(|m| {
        v.frame(m).turns
            || v.shape(m) == Shape::Participle && v.frame(m).reports
            || m.proclitics.has(Proclitics::WAW) && v.finite(m).is_some()
    });
    let turn = v.connective(behind).is_some_and(|(_, role)| matches!(role, "contrast" | "turn" | "background" | "attribution"));
    first > 0 && comma(first - 1) && comma(last + 1) && behind < v.len() && !new && !turn
}

/// True for bodies in the plural, which take a feminine verb: `السلطات الصحية`.
fn bodies(v: &View, p: &Phrase) -> bool {
    p.body && (v.raw(p.first).ends_with("ات") || v.raw(p.first).ends_with('ة'))
}

/// `جاء في بيان للجامعة العربية أن`: a body's own paper, and not one that several issue or somebody reads.
fn own_paper(v: &View, owner: &Phrase) -> bool {
    let body = |id| matches!(v.lexicon.kind(id), Kind::Organization | Kind::Party | Kind::Country);
    joined(v, owner).is_empty() && (owner.body || matches!(owner.who, Who::Entry(id) if body(id)))
}

/// `جاء في بيان رئيس الإقليم فلان الفلاني`: of one who is named, with nothing between.
fn his_paper(v: &View, at: usize, owner: &Phrase) -> bool {
    let person = |id| v.lexicon.kind(id) == Kind::Person;
    let construct = at > 0 && !v.raw(at - 1).contains("ال") && v.at(at).is_none_or(|m| m.proclitics.is_none());
    construct && matches!(owner.who, Who::Entry(id) if person(id))
}

/// `كما قال سامي الفلاني المتحدث باسم الوفد في مؤتمر صحفي "…"`: a name that no entry knows, with its office, where the sentence opens.
fn as_said(v: &View, t: usize, at: usize) -> Option<Phrase> {
    passed_on(v, at).filter(|p| t == 0 && v.raw(0) == "كما" && p.title.is_some())
}

/// `وبحسب سلوى الخطيب، زوجة المعتقل، فقد`: a name that no entry knows, by its first part.
fn named(v: &View, at: usize) -> Option<Phrase> {
    passed_on(v, at).filter(|p| v.is_name(at) && matches!(v.mark(p.next), Some('،' | ',')))
}

/// The stance of a statement whose verb is a deed, and opens the sentence: agreeing, refusing.
fn acts<'v>(v: &View<'v>, open: &Open) -> Option<&'v str> {
    let stance = open.statement.verb.and_then(|verb| v.lexicon.stance(verb.entry));
    let opens = open.first == 0 && open.statement.speaker.by != Resolved::CarriedOver;
    stance.filter(|s| opens && matches!(*s, "agree" | "reject"))
}
