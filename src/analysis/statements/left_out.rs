//! A reporting verb whose speaker is left out: `وأضاف أن`, `، وشددت على`, `في مقابلة مع X، قال فيها`.

use super::addressed::{called_upon as called_upon_at, is_object};
use super::body;
use super::circumstance::how;
use super::frame::Open;
use super::holder::holder;
use super::joint::{Joint, adverbial};
use super::memory::Memory;
use super::modifier::{refused, verbal};
use super::object::{chained, cognate, masdar, object};
use super::opening::{self as begins, Opening, opening};
use super::participle::carried;
use super::speaker::phrase;
use super::subject::{agrees, leading, main_subject, masdar_too, noun_too, skip_time};
use super::view::{Particle, View};
use super::{Resolved, Speaker, Who};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;

/// Tokens of whom a verb calls upon.
const RELAY: usize = 4;

/// What the parties agree on in writing, as a subject.
const PAPERS: [&str; 5] = ["الإعلان", "الوثيقة", "القرار", "الميثاق", "النداء"];

/// A verb of which nobody is named as the speaker.
pub(super) struct Clause<'a, 'v> {
    pub(super) v: &'a View<'v>,
    pub(super) m: &'a Match,
    pub(super) number: u32,
    pub(super) tense: Tense,
    pub(super) person: Person,
    pub(super) joint: &'a Joint,
    /// The statement that it stands in.
    pub(super) inside: Option<&'a Open>,
    /// Somebody was asked before it: `سئل عن الموعد فقال`.
    pub(super) asked: bool,
    /// What stands behind it is called upon.
    pub(super) called_upon: bool,
}

/// Who speaks, the person of the verb, and where what is said begins. Only at the start of the sentence, or behind another statement, can it be said who it is.
pub(super) fn left_out(clause: &Clause, memory: &mut Memory) -> Option<(Speaker, Option<Person>, Opening)> {
    let &Clause { v, m, number, tense, person, joint, inside, asked, called_upon } = clause;
    let (t, frame, waw) = (m.first as usize, v.frame(m), m.proclitics.has(Proclitics::WAW));
    // `شدد على وحدة البلاد، ورفض الانفصال، وإدانة القصف`: nouns of one list.
    if waw && inside.is_some_and(|o| !o.clause) && noun_too(v, m) && list_goes_on(v, m) {
        return None;
    }
    // `خلافاً لما أعلنته المليشيا من أن`: whose word it is stands behind it.
    if t > 0 && matches!(v.raw(t - 1), "لما" | "ما" | "مما" | "كما") && matches!(m.ending, Ending::Pronoun(_)) {
        return None;
    }
    // `ورحب الإعلان بالنتائج`, `وندد القرار بالقصف`: a paper is what the verb with its preposition has as its subject.
    let behind = m.last as usize + 1;
    let paper = PAPERS.contains(&v.raw(behind)) && v.mark(behind + 1).is_none();
    let taken = |t: usize| matches!(v.particle(t), Particle::Takes(p) if frame.takes.has(p)) || v.raw(t).starts_with("بال");
    let behind = if body::adjective(v, behind + 1, None) { behind + 2 } else { behind + 1 };
    let on = PAPERS.contains(&v.raw(1)) && t > 1 && inside.is_none();
    if on
        || paper
            && joint.fresh
            && frame.takes != Takes::default()
            && (!frame.object || taken(behind) || v.stance(m) == Some("welcome"))
    {
        return None;
    }
    // `ولم يُعلن حتى المساء عن اتفاق`: by anybody.
    if joint.negated && tense == Tense::Imperfect && matches!(v.stance(m), Some("announce" | "reveal")) {
        return None;
    }
    // `لم يعلن عن موعد` is an outcome, and nobody's word.
    let outcome = |c: &&Match| v.kind(c) == Kind::Outcome && (c.first..=c.last).contains(&m.first);
    let stance = v.stance(m);
    // `ومضى يقول إن`: who spoke before goes on.
    let lead =
        leading(v, joint.group).filter(|m| (0..m.first as usize).all(|k| v.mark(k).is_some() || v.connective(k).is_some()));
    let led = inside.is_none() && !joint.negated && lead.is_some_and(|m| v.finite(m).is_some());
    // `ويقول: «…»`, `ويضيف أن`: in features who spoke goes on in the present.
    let present = led
        || tense != Tense::Perfect
            && (inside.is_none() && (0..joint.group).all(|k| v.is_quote(k)) || inside.is_some_and(|o| waw && in_present(v, o)))
            && matches!(stance, Some("say" | "add" | "affirm" | "note"));
    if (tense != Tense::Perfect && !joint.negated && !present)
        || (joint.negated && v.s.cues.iter().any(|c| outcome(&c) && c.first < m.first))
    {
        return None;
    }
    let opens = |to: usize| (0..to).all(|k| v.mark(k).is_some() || v.connective(k).is_some());
    let first = opens(joint.group) || led;
    let at = begins::behind_aside(v, chained(v, cognate(v, m, skip_time(v, m.last as usize + 1))));
    // `أصدرت الدول الضامنة بياناً، أكدت فيه عزمها`: who does what the sentence tells.
    let in_it = matches!(v.raw(m.last as usize + 1), "فيه" | "فيها" | "خلاله" | "خلالها");
    // `أجرى المراسل مقابلة مع فلان، قال فيها`: who is asked, and not who asks.
    let with_whom =
        || (1..t).rev().find(|&k| v.raw(k) == "مع" && talk_with(v, k - 1)).and_then(|k| phrase(v, k + 1).map(|p| holder(v, p)));
    let interview = in_it && (1..t).any(|k| v.raw(k) == "مع" && talk_with(v, k - 1));
    // `تلقى الرئيس اتصالاً من نظيره التركي، أعرب خلاله عن تعازيه`: who called.
    let received = in_it && (0..t).any(|k| matches!(v.raw(k).trim_start_matches('و'), "تلقى" | "تلقت" | "تسلم" | "تسلمت"));
    let from_whom = || {
        let call = |k: &usize| v.particle(*k) == Particle::Takes(Takes::FROM) && (1..=3).any(|d| *k > d && called(v, *k - d));
        (1..t).rev().find(call).and_then(|k| phrase(v, k + 1).map(|p| holder(v, p)))
    };
    // `جاء ذلك في بيان أصدره الأمين العام فلان، وقال فيه`: who issued it.
    let issued =
        |k: &usize| matches!(v.raw(*k), "أصدره" | "أصدرته" | "أصدرها" | "أصدرتها" | "ألقاها" | "ألقتها" | "وجهها" | "وجهتها");
    let issuer = (0..t).rev().find(issued).filter(|_| in_it).and_then(|k| phrase(v, k + 1)).map(|p| holder(v, p));
    let main = if let Some(p) = issuer.filter(|p| agrees(v, person, p)) {
        Some(p)
    } else if received {
        Some(from_whom()?)
    } else if interview {
        with_whom()
    } else if asked {
        (0..t)
            .find(|&k| matches!(v.raw(k).trim_start_matches('و'), "سئل" | "سئلت" | "سُئل" | "سُئلت"))
            .and_then(|k| phrase(v, skip_time(v, k + 1)))
            .map(|p| holder(v, p))
            .filter(|p| agrees(v, person, p))
    } else if inside.is_none() && !first && (joint.fresh || in_it) && tense == Tense::Perfect {
        // `وكان المزارعون تظاهروا، ووصف المشهد بأنه`: by others.
        let many = |p: &super::speaker::Phrase| v.raw(p.first).ends_with("ون") && person == Person::He && waw;
        main_subject(v, memory, t).filter(|p| agrees(v, person, p) && !many(p) && !(person == Person::She && man(v, p)))
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
        && joint
            .group
            .checked_sub(1)
            .is_some_and(|k| v.raw(k).ends_with(['ه', 'ا', 'م']) && v.connective(k).is_some_and(|(_, role)| role == "contrast"))
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
    let but_he = joint
        .group
        .checked_sub(1)
        .is_some_and(|k| v.raw(k).ends_with(['ه', 'ا', 'م']) && v.connective(k).is_some_and(|(_, role)| role == "contrast"));
    // `، كما استنكرت`: and also.
    let also = joint.group > 1 && v.raw(joint.group - 1) == "كما" && matches!(v.mark(joint.group - 2), Some('،' | ','));
    // `، ولم يخف تشاؤمه`, `وإذ شكر القاهرة، لم يستبعد`
    let not = joint.negated
        && comma
        && (waw || inside.is_some_and(|o| o.first == 0 && v.connective(0).is_some()) || v.raw(joint.group).starts_with('و'));
    // `قال دبلوماسيون إن …، وطالبوا بـ`: several.
    let several = |o: &Open| {
        let who = &v.text[o.statement.speaker.span.0 as usize..o.statement.speaker.span.1 as usize];
        person == Person::They && o.person == Some(Person::He) && who.split_whitespace().next().is_some_and(|w| w.ends_with("ون"))
    };
    // `يرى X أن …، ويضيف أن`: in the present, as before.
    let still = tense == Tense::Imperfect
        && inside.is_some_and(|o| in_present(v, o))
        && matches!(stance, Some("say" | "add" | "affirm" | "note"));
    // `مثل (الاعتذار عن التعيين، وعرض الرغبات)`: a list in brackets.
    let bracket = inside.is_some_and(|o| {
        let open = (o.from..t).filter(|&k| v.mark(k) == Some('(')).count();
        open > (o.from..t).filter(|&k| v.mark(k) == Some(')')).count()
    });
    let goes_on = inside.is_some_and(|o| o.person == Some(person) || several(o))
        && !bracket
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
    // `ولفتت إلى ضرورة الحوار`
    let alone = first && inside.is_none() && tense == Tense::Perfect && v.particle(m.last as usize + 1) != Particle::That;
    let about = (m.last > m.first && matches!(v.particle(m.last as usize), Particle::Takes(_)) && (goes_on || alone))
        .then_some(Opening { at: m.last as usize, clause: false, direct: true, time: None, place: None });
    let what = about.or(what);
    let opening = what.or_else(|| opening(v, at, frame, false)).filter(|o| o.direct);
    // `وقال عقب اللقاء إن`: when, and no subject.
    let behind = m.last as usize + 1;
    let when = || {
        begins::opening(v, behind, frame, false).filter(|o| {
            // `وأعرب في بيان شديد اللهجة عن رفضه`
            let takes = goes_on && v.particle(o.at) == Particle::Takes(Takes::ABOUT);
            o.direct && (o.clause || takes) && at > behind
        })
    };
    let opening = opening.or_else(when);
    let opening = opening.or_else(|| masdar(v, at).filter(|_| frame.object && (inside.is_none() || goes_on)));
    // `وحمّل الطرف الآخر المسؤولية`: whom it names is blamed, and does not speak.
    let accuses = v.stance(m) == Some("accuse");
    let asks = matches!(stance, Some("demand" | "ask" | "warn")) && first && inside.is_none() && tense == Tense::Perfect;
    // `وناشد الأمم المتحدة التدخل`: so does whom the verb does not agree with.
    let object_first = phrase(v, at).is_some_and(|p| is_object(v, m, &p) || asks && p.title.is_none() && !agrees(v, person, &p));
    let upon = first && inside.is_none() && tense == Tense::Perfect && called_upon_at(v, m, person, at);
    let object_first = object_first || upon;
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
    // `وأبدى أسفه لعدم إحراز تقدم`: the speaker's own.
    let own = if person == Person::She { v.raw(at).ends_with("ها") } else { v.raw(at).ends_with('ه') };
    let shows = shows
        || first
            && inside.is_none()
            && tense == Tense::Perfect
            && own
            && at == m.last as usize + 1
            && matches!(v.name(m), "verb_show_express" | "verb_announce" | "verb_renew" | "verb_affirm")
            && v.raw(at).chars().count() > 3
            && phrase(v, at).is_none()
            && memory.carry(number, Some(person), false).0.who != Who::Unresolved;
    // `كما أكدا رفضهما الحصار`
    let both = person == Person::Both && v.raw(at).ends_with("هما") && v.raw(at).chars().count() > 5;
    let own = v.at(at).is_none_or(|m| v.finite(m).is_none() || masdar_too(v, m));
    let both = both && own && first && inside.is_none() && tense == Tense::Perfect;
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
    // `كما أدانت القصف على المدينة`: a matter, which condemns and welcomes nothing.
    let matter = first
        && inside.is_none()
        && tense == Tense::Perfect
        && frame.object
        && matches!(stance, Some("condemn" | "reject" | "deny"))
        && !noun_too(v, m)
        && v.at(at).map_or_else(
            || v.raw(at).starts_with("ال") && v.raw(at).ends_with("ات") && body::noun(v, at).is_none(),
            |m| {
                !v.frame(m).speaker && matches!(v.kind(m), Kind::Term | Kind::Slot | Kind::Agreement | Kind::Process | Kind::Unit)
            },
        )
        && matches!(memory.carry(number, Some(person), false).0.who, Who::Entry(_) | Who::Words | Who::Office(_));
    // `وأكد حرص المملكة على السلام`, `وجدد التزام بلاده بالاتفاق`: a noun that can be no speaker, of who spoke in the sentence before.
    let noun = first
        && inside.is_none()
        && tense == Tense::Perfect
        && !noun_too(v, m)
        && matches!(stance, Some("affirm" | "stress" | "deny" | "note" | "renew" | "add" | "say" | "reveal"))
        && !v.raw(at).starts_with("ال")
        && at == m.last as usize + 1
        && (body::listed(v, at, "matter") || v.at(at).is_some_and(|m| v.name(m) == "commitment" && m.proclitics.is_none()))
        && memory.carry(number, Some(person), false).0.who != Who::Unresolved;
    // `وجدد الاعتراض على وجود مراقبين`, `، كما رفض الاستيلاء غير القانوني على`
    let deed = (first && inside.is_none() && memory.carry(number, Some(person), false).0.who != Who::Unresolved
        || goes_on && also)
        && tense == Tense::Perfect
        && frame.object
        && at == m.last as usize + 1
        && v.over(at).is_none()
        && (verbal(v.raw(at)) && matches!(v.particle(at + 1), Particle::Takes(_)) || refused(v, m, at));
    let both = both && memory.carry(number, Some(person), false).0.who != Who::Unresolved;
    // `وعزا تعثر الجولة إلى انسحاب الوفد`: who spoke in the sentence before.
    let attributes = first
        && inside.is_none()
        && tense == Tense::Perfect
        && v.name(m) == "verb_attribute"
        && phrase(v, at).is_none_or(|p| !agrees(v, person, &p))
        && (at + 1..v.len()).any(|k| v.particle(k) == Particle::Takes(Takes::TO))
        && memory.carry(number, Some(person), false).0.who != Who::Unresolved;
    let matter = matter || noun || deed || both || attributes;
    let opening = opening.or_else(|| matter.then_some(Opening { at, clause: false, direct: true, time: None, place: None }));
    let opening = opening.or_else(|| describes.then_some(Opening { at, clause: false, direct: true, time: None, place: None }));
    let whom = Opening { at, clause: false, direct: true, time: None, place: None };
    let opening = if called_upon || upon { Some(whom) } else { opening };
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
        // `وانتقد الوزير خطة المعارضة، إذ أكدت أنها`: not he.
        if one(v, o.statement.speaker.who) && o.person == Some(Person::He) && person == Person::She {
            return None;
        }
        // `تتحدث واشنطن عن مكاسب، وهو رقم استهان به الوالي، وقال إن`: he whose clause stands right before.
        if let Some(p) = of_clause(v, o.from, joint.group).filter(|p| comma && waw && agrees(v, person, p)) {
            return Some((Speaker { by: Resolved::CarriedOver, ..memory.resolve(v, &p) }, Some(person), opening));
        }
        // `وأفاد مراسلنا بأن المبعوث التقى الوفود، وقال بعدها إن`: of whom the outlet tells.
        if let Some(p) = told_of(v, o).filter(|p| o.clause && comma && waw && agrees(v, person, p)) {
            return Some((Speaker { by: Resolved::CarriedOver, ..memory.resolve(v, &p) }, Some(person), opening));
        }
        Some((Speaker { role: (0, 0), by: carried(o.statement.speaker), ..o.statement.speaker }, o.person, opening))
    } else if let Some(p) = main {
        Some((Speaker { by: Resolved::CarriedOver, ..memory.resolve(v, &p) }, Some(person), opening))
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
        Some((speaker, person, opening))
    }
}

/// True for somebody behind a verb of a man: `تطرق المبعوث إلى`.
fn man(v: &View, p: &super::speaker::Phrase) -> bool {
    let Some(before) = p.first.checked_sub(1) else { return false };
    let he = v.over(before).map_or(before == 0 && !v.raw(0).ends_with('ت'), |m| matches!(v.finite(m), Some((_, Person::He))));
    one(v, p.who) && he
}

/// True for one person, by name or by office.
fn one(v: &View, who: Who) -> bool {
    match who {
        Who::Entry(id) => v.lexicon.kind(id) == Kind::Person,
        Who::Office(_) => true,
        _ => false,
    }
}

/// Who stands at the head of what an outlet or a correspondent tells: `أفاد مراسلنا بأن المبعوث التقى`.
fn told_of(v: &View, o: &Open) -> Option<super::speaker::Phrase> {
    let outlet = match o.statement.speaker.who {
        Who::Entry(id) => v.lexicon.kind(id) == Kind::Media,
        Who::Source(Some(id)) => v.lexicon.entries[id as usize].id == "correspondent",
        _ => false,
    };
    let person = |p: &super::speaker::Phrase| match p.who {
        Who::Entry(id) => v.lexicon.kind(id) == Kind::Person,
        Who::Words => !p.body,
        Who::Office(_) => true,
        _ => false,
    };
    phrase(v, o.from).map(|p| holder(v, p)).filter(|p| outlet && person(p))
}

/// `كما دعت القوى الكبرى إلى`, `ودعت طهران إلى` behind the words of a woman: what stands behind the verb is called upon by who spoke in the sentence before.
pub(super) fn calls_upon(v: &View, m: &Match, person: Person, joint: &Joint, number: u32, memory: &Memory) -> bool {
    let asks = matches!(v.stance(m), Some("demand" | "ask")) && v.frame(m).takes.has(Takes::TO);
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

/// `أضافت الوزارة أن على المجلس أن يحقق وقالت إن`: a verb with و and no comma, with its clause right behind, inside what `o` says. It is the speaker's own where nobody is named in
/// what is said who could say it, and no verb stands there that it could be joined to.
pub(super) fn resumes(v: &View, m: &Match, person: Person, o: &Open) -> bool {
    let (t, behind) = (m.first as usize, m.last as usize + 1);
    let clause = || opening(v, behind, v.frame(m), false).is_some_and(|o| o.direct && o.clause && o.at <= behind + 2);
    let who = |k: usize| v.mark(k).is_none() && phrase(v, k).is_some_and(|p| agrees(v, person, &p));
    let joined = |x: &Match| {
        let inside = x.first as usize >= o.from && (x.last as usize) < t;
        inside && matches!(v.finite(x), Some((Tense::Perfect, p)) if p == person) && !noun_too(v, x)
    };
    let own = o.clause && o.to.is_none() && o.from < t && o.person == Some(person) && !noun_too(v, m);
    own && clause() && !v.s.matches.iter().any(joined) && !(o.from..t).any(who)
}

/// True for a call, a letter or a telegram.
fn called(v: &View, t: usize) -> bool {
    let word = v.raw(t).trim_end_matches('ً').trim_end_matches('ا');
    matches!(word, "اتصال" | "مكالمة" | "رسالة" | "برقية" | "رسالةً" | "برقيةً")
}

/// True for a word that ends with `مقابلة`, `حوار` before مع.
pub(super) fn talk_with(v: &View, t: usize) -> bool {
    (t.saturating_sub(3)..=t).any(|k| {
        matches!(
            v.raw(k).trim_start_matches('و'),
            "مقابلة" | "حوارا" | "حوار" | "حواراً" | "حديثا" | "حديث" | "لقاء" | "اتصال" | "اتصالا"
        )
    })
}

/// `وعن مستقبل الهدنة قال: «…»`: behind what it is about, with what is said right behind the verb.
pub(super) fn topic(v: &View, m: &Match) -> bool {
    let says = matches!(v.stance(m), Some("say" | "affirm" | "note" | "add"));
    says && opening(v, m.last as usize + 1, v.frame(m), false).is_some_and(|o| o.direct && o.clause)
}

/// True for a statement whose verb stands in the present: `ويرى X أن`.
pub(super) fn in_present(v: &View, o: &Open) -> bool {
    let verb = o.statement.verb.and_then(|verb| v.s.matches.iter().find(|m| m.start == verb.span.0));
    verb.and_then(|m| v.finite(m)).is_some_and(|(tense, _)| tense == Tense::Imperfect)
}

/// True where a verbal noun that can be no verb stands behind `، و` further on, with no verb between: what may be a verb before it is a noun of the same list.
fn list_goes_on(v: &View, m: &Match) -> bool {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let noun = |o: &Match| {
        let written = v.shape(o) == Shape::Masdar && o.proclitics.has(Proclitics::WAW) && !o.proclitics.has(Proclitics::ARTICLE);
        written && v.mark(o.last as usize + 1).is_none()
    };
    let behind = m.last as usize + 1;
    let verb = |t: &usize| v.at(*t).is_some_and(|o| v.finite(o).is_some() && o.proclitics.has(Proclitics::WAW));
    (behind..v.len()).take_while(|t| !verb(t)).any(|t| comma(t) && v.at(t + 1).is_some_and(noun))
}

/// `، وهو رقم استهان به الوالي فلان،` before token `group`: who does what the clause tells, behind its verb and right before its comma.
fn of_clause(v: &View, from: usize, group: usize) -> Option<super::speaker::Phrase> {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let end = group.checked_sub(1).filter(|&t| comma(t))?;
    let open = (from..end).rev().find(|&t| comma(t))?;
    if !matches!(v.raw(open + 1), "وهو" | "وهي") {
        return None;
    }
    let verb = (open + 2..end)
        .find(|&t| v.at(t).is_some_and(|m| v.finite(m).is_some()) || v.at(t).is_none() && v.raw(t).starts_with("است"))?;
    let ends = |p: &super::speaker::Phrase| p.next == end && (p.title.is_some() || one(v, p.who));
    (verb + 1..end.min(verb + RELAY)).find_map(|t| phrase(v, t).map(|p| holder(v, p)).filter(ends))
}
