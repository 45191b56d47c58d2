//! What a phrase says in its place: what stands before it turns it, or makes it no outcome.

use super::Status;
use super::phrase::{Form, Phrase};
use super::slot::{APART, own_slot, takes};
use super::voice::side_announces;
use crate::analysis::statements::Statement;
use crate::analysis::statements::view::{Particle, View};
use crate::arabic::clitics::{Ending, Proclitics, Pronoun};
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::glossary::cue::Is;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens between كان and the verb of what had happened, and between a failure and what failed.
const HAD: usize = 16;

/// Tokens between `أي` and what is denied of it.
const ANY: usize = 5;

/// Tokens between a pledge and who makes it.
const OWN: usize = 3;

/// Tokens over which a verb governs a verbal noun.
const GOVERNS: usize = 30;

/// What stands before a phrase and decides on it.
#[derive(Clone, Copy)]
pub(super) enum Governor {
    Negator,
    Denial,
    Refusal,
    /// Said to be so: announced, confirmed.
    Report,
    /// Hoped, demanded, planned, tried, tied to a condition.
    Wish,
    Phrase(usize),
}

/// What a phrase says in its place; `None` where it says nothing that happened.
pub(super) fn status(v: &View, phrases: &[Phrase], i: usize, statements: &[Statement], number: u32) -> Option<Status> {
    let p = &phrases[i];
    let inside =
        statements.iter().find(|s| s.sentence == number && s.content.0 <= v.start(p.first) && v.start(p.first) < s.content.1);
    // `أعلن الوسطاء التزام الطرفين`
    let announced = statements.iter().find(|s| {
        s.sentence == number && s.speaker.span.1 <= v.start(p.first) && p.form == Form::Noun && s.content.0 <= v.end(p.first)
    });
    let stance = inside.and_then(|s| s.verb).and_then(|verb| v.lexicon.stance(verb.entry));
    if matches!(stance, Some("hope" | "demand" | "ask" | "propose" | "warn" | "expect" | "threaten"))
        || inside.is_some_and(|s| s.negated)
    {
        return None;
    }
    // `وكان الطرفان قد اتفقا، بحسب X`: the sentence as a whole is passed on.
    let whole = inside.is_none_or(|s| s.content.0 <= v.start(0) + 'و'.len_utf8() as u32);
    if conditional(v, p.first) || (whole && had(v, p.first)) {
        return None;
    }
    if comes_after(v, p.first) || since(v, p.first) || topic(v, p) || put_off_before(v, p) {
        return None;
    }
    // `وكان من المفترض إطلاق سراح 40`, `الأسرى الذين سيتم الإفراج عنهم`: what was meant, and which ones.
    let meant = v.lexicon.frames[p.entry as usize].due || v.raw(p.first).trim_start_matches(['و', 'ف']).starts_with("سيتم");
    let was = v.particle(p.first) == Particle::Was;
    let before = p.first.checked_sub(1).map(|t| v.particle(t));
    if p.status == Status::Pending && meant && (was || matches!(before, Some(Particle::Was | Particle::Relative))) {
        return None;
    }
    // `وكان مقرراً أن تستأنف، إلا أن تأخر الوفد أرجأ الافتتاح`: what was put off, and has been held since.
    let planned =
        matches!(v.particle(0), Particle::Was) && v.raw(1).trim_end_matches('ً').starts_with("مقرر") || v.raw(2) == "المقرر";
    if planned && p.status == Status::Pending && p.first > APART && matches!(v.particle(0), Particle::Was) {
        return None;
    }
    if p.first > 0 && modal(v, p.first - 1) || before_now(v, p.first) {
        return None;
    }
    // `إلا أن دبلوماسيا رجح تأجيلها إلى مطلع مارس`: what somebody thinks likely.
    let moved = || own_slot(v, p.entry).is_some_and(|slot| v.lexicon.role(slot) == Some("postponement"));
    if p.status == Status::Pending && p.form == Form::Asserted && moved() && thought(v, p.first) {
        return None;
    }
    // `لأن الجانب الآخر رفض وقفا لإطلاق النار`: a reason that one side gives.
    if p.status == Status::NotAgreed && inside.is_some() && reason(v, p.first) && refuses(v, p.first) {
        return None;
    }
    // `الحديث عن فشل الجولة مبالغ فيه`: whoever denies a failure does not say what came about.
    if p.status == Status::NotAgreed && talked_of(v, p) {
        return None;
    }
    if spoken_of(v, p) {
        return Some(Status::Denied);
    }
    let own = direct_negator(v, p.first);
    // `لم يوافق على البند إلا بعد ضمانات`: he did.
    let but = |t: usize| v.raw(t) == "إلا" && v.particle(t + 1) != Particle::That;
    if own && (p.last..v.len()).take_while(|&t| !matches!(v.mark(t), Some('.' | '؛'))).any(but) {
        return None;
    }
    let turned = match p.form {
        Form::Asserted => {
            // لم before it makes it past and not; a relative clause tells of something else.
            let what = p.first > 0 && matches!(v.raw(p.first - 1), "بما" | "عما");
            let which = p.first > 0 && v.particle(p.first - 1) == Particle::Relative && v.raw(p.first - 1) != "مما";
            // `لن توقع`: a word of what is to come.
            let will_not = p.first > 0 && v.raw(p.first - 1).trim_start_matches(['و', 'ف']) == "لن";
            if what || will_not || which && p.status != Status::Pending {
                return None;
            }
            turn(p.status, own)?
        }
        Form::Imperfect => {
            let seen =
                v.over(p.first).is_some_and(|m| m.proclitics.has(Proclitics::SEEN)) || v.raw(p.first.wrapping_sub(1)) == "سوف";
            if own && v.raw(p.first.wrapping_sub(1)).trim_start_matches(['و', 'ف']) == "لن" {
                // `لن نوقع`: a word of what is to come.
                return None;
            } else if own {
                turn(p.status, true)?
            } else if seen {
                if p.status == Status::Agreed { Status::Pending } else { return None }
            } else {
                // A headline tells in the present what has happened.
                let found = governor(v, phrases, i);
                let open = |g: &Governor| matches!(g, Governor::Wish | Governor::Negator | Governor::Denial | Governor::Refusal);
                let due = |g: &Governor| matches!(g, Governor::Phrase(g) if phrases[*g].status == Status::Pending);
                let other = takes(v, p.entry).any(|t| t == "other");
                if headline(v) && !other && found.as_ref().is_none_or(|(g, _)| !open(g) && !due(g)) {
                    return Some(p.status);
                }
                // `تدخل الهدنة حيز التنفيذ الاثنين`
                if takes(v, p.entry).any(|t| t == "due") && !matches!(found, Some((Governor::Wish | Governor::Negator, _))) {
                    return Some(Status::Pending);
                }
                match found?.0 {
                    // `الجولة التي كان مقررا أن يتم فيها الاتفاق`: what was meant.
                    Governor::Phrase(g) if lapsed(v, &phrases[g]) => return None,
                    Governor::Phrase(g) if phrases[g].status == Status::Pending && !unlikely(v, phrases[g].entry) => {
                        Status::Pending
                    }
                    Governor::Negator => turn(p.status, true)?,
                    _ => return None,
                }
            }
        }
        Form::Noun => {
            let denied_only = takes(v, p.entry).any(|t| t == "denied");
            if own {
                turn(p.status, true)?
            } else {
                match governor(v, phrases, i) {
                    // `فشل في إقناع`: the phrase before it alone says whether it came about.
                    found
                        if takes(v, p.entry).any(|t| t == "governed")
                            && !matches!(found, Some((Governor::Wish | Governor::Phrase(_), _))) =>
                    {
                        let before = i.checked_sub(1)?;
                        let parted = (phrases[before].last..p.first).any(|t| matches!(v.mark(t), Some('؛' | ':' | '.')));
                        let near = p.first - phrases[before].last <= HAD;
                        match status(v, phrases, before, statements, number).filter(|_| near && !parted)? {
                            Status::Agreed => p.status,
                            Status::NotAgreed => turn(p.status, true)?,
                            _ => return None,
                        }
                    }
                    Some((Governor::Negator, t)) if denied_only && t + 1 != p.first => return None,
                    Some((Governor::Negator, _)) => turn(p.status, true)?,
                    Some((Governor::Denial, _)) => Status::Denied,
                    // `نفى وجود أي صفقة`: it says something only where it is denied.
                    _ if denied_only => return None,
                    Some((Governor::Refusal, _)) => Status::NotAgreed,
                    // `بعد فشل المفاوضات`: a failure that nobody announces is told as known.
                    found if takes(v, p.entry).any(|t| t == "announced") => match found {
                        None | Some((Governor::Report, _)) if headline(v) => p.status,
                        Some((Governor::Report, t)) if v.over(t).is_some_and(|m| v.kind(m) == Kind::Verb) => p.status,
                        _ => return None,
                    },
                    Some((Governor::Report, t)) if inside.or(announced).is_none() && (side_announces(v, t) || informs(v, t)) => {
                        return None;
                    }
                    Some((Governor::Report, _)) => p.status,
                    // `إن الحديث عن اتفاق على التبادل غير دقيق، وما جرى تفاهم على الآلية`
                    Some((Governor::Phrase(g), _)) if spoken_of(v, &phrases[g]) => return None,
                    Some((Governor::Phrase(g), _)) => {
                        let above = status(v, phrases, g, statements, number)?;
                        match (above, p.status) {
                            (Status::Agreed, s) => s,
                            (Status::NotAgreed, Status::Agreed) => Status::NotAgreed,
                            (s, Status::Agreed) => s,
                            _ => return None,
                        }
                    }
                    Some((Governor::Wish, _)) => return None,
                    // `الفشل في التوصل إلى بيان`: a failure is told as a fact.
                    None if p.status == Status::NotAgreed || (headline(v) && opens(v, p.first)) => p.status,
                    None => return None,
                }
            }
        }
    };
    // `ذكر الوسيط أن الوفد تعهد`: what one side promises is an outcome on the word of another.
    if turned != Status::Denied && stance != Some("deny") && takes(v, p.entry).any(|t| t == "other") {
        // `أكد التزام بلاده بالحل` is a position, `أعلن الوسطاء التزام الطرفين` is news.
        // `مجددا التزام الجيش بالهدنة`: nor is what is said again.
        let position = p.form == Form::Noun && (matches!(stance, Some("affirm" | "stress" | "add")) || said_again(v, p.first));
        let other = turned == Status::Agreed && !position && of_another(v, p) && inside.or(announced).is_some();
        return other.then_some(Status::Agreed);
    }
    // `وافقت على تمديد الهدنة شرط فتح الطرق`: open, as long as the condition is.
    let turned =
        if turned == Status::Agreed && stance != Some("deny") && on_condition(v, p.last) { Status::Pending } else { turned };
    if stance == Some("deny") {
        return (turned == Status::Agreed || turned == Status::Denied).then_some(Status::Denied);
    }
    Some(turned)
}

pub(super) fn headline(v: &View) -> bool {
    matches!(v.s.span.kind, SentenceKind::Title | SentenceKind::Heading)
}

/// `توقيع اتفاق سياسي`, `جدة: توقيع إعلان`, `توافق على موعد وإخفاق في`: the first word of a headline, behind its colon or its dots, or joined to such a one by و.
pub(super) fn opens(v: &View, t: usize) -> bool {
    let joined = || v.over(t).is_some_and(|m| m.proclitics.has(Proclitics::WAW)) || v.raw(t).starts_with('و');
    t == 0
        || matches!(v.mark(t - 1), Some(':' | '.' | '…' | '-' | '–' | '،' | '؛' | '«' | '"'))
        || (joined() && v.raw(t).chars().count() > 4)
}

/// True where a pledge is not that of who speaks: `تعهدت حكومته`, `قال إنه تعهد`, `التزامها` are their own.
fn of_another(v: &View, p: &Phrase) -> bool {
    let own = |t: usize| {
        matches!(v.over(t).map(|m| m.ending), Some(Ending::Pronoun(Pronoun::His | Pronoun::Her | Pronoun::Their | Pronoun::Our)))
    };
    let bare = |t: usize| v.at(t).is_none_or(|m| m.proclitics.0 & !Proclitics::WAW.0 == 0);
    let own_side = |t: usize| v.mark(t).is_none() && bare(t) && own(t) && v.kind_at(t).is_some_and(|k| k != Kind::Verb);
    // `التزام بلاده`
    let next = v.raw(p.last + 1);
    let hers = |word: &str| ["ه", "ها", "هم"].iter().any(|e| word.ends_with(e)) && word.chars().count() > 3;
    let side = p.first.checked_sub(1).is_some_and(|b| v.mark(b).is_none() && hers(v.raw(b)));
    let its = side || (v.over(p.last + 1).is_none() && hers(next));
    let pronoun = p.first.checked_sub(1).is_some_and(|b| {
        v.particle(b) == Particle::That
            && v.raw(b).trim_start_matches(['ب', 'و', 'ف']).chars().count() > 2
            && !v.raw(b).ends_with("هما")
    });
    let we = v.over(p.first).is_some_and(|m| {
        matches!(v.shape(m), Shape::Verb { person: Person::I | Person::We, .. }) || (p.form == Form::Noun && own(p.first))
    });
    // `وعدت بأن تقدم`: what is to come.
    let clause = v.particle(p.last + 1) == Particle::That;
    !clause
        && !pronoun
        && !we
        && !its
        && !(p.first.saturating_sub(OWN)..p.first).chain(p.last + 1..v.len().min(p.last + 1 + OWN)).any(own_side)
}

/// `الجولة التي تأجلت مرتين`, `بعدما أرجئت الجولة`: talks that were put off before, and are held.
fn put_off_before(v: &View, p: &Phrase) -> bool {
    let moved = || own_slot(v, p.entry).is_some_and(|slot| v.lexicon.role(slot) == Some("postponement"));
    let Some(before) = p.first.checked_sub(1).filter(|_| p.form == Form::Asserted && moved()) else { return false };
    let after = matches!(v.raw(before).trim_start_matches(['و', 'ف']), "بعدما" | "عقبما")
        || v.particle(before) == Particle::That
            && matches!(before.checked_sub(1).map(|t| v.raw(t).trim_start_matches('و')), Some("بعد" | "عقب" | "منذ"));
    after || v.particle(before) == Particle::Relative && counted(v, p.last + 1)
}

/// `مرتين`, `ثلاث مرات`, `أكثر من مرة` at token `t`: how often, and not what.
pub(super) fn counted(v: &View, t: usize) -> bool {
    let times = |k: usize| matches!(v.raw(k), "مرة" | "مرتين" | "مرات" | "مرارا" | "مراراً" | "مرارًا");
    (t..t + OWN).any(times)
}

/// True where a verb of expecting or thinking likely governs the word at token `t`: `رجح للجزيرة تأجيلها`.
fn thought(v: &View, t: usize) -> bool {
    let expects = |k: usize| v.at(k).is_some_and(|m| v.stance(m) == Some("expect"));
    (t.saturating_sub(OWN + 1)..t).rev().take_while(|&k| v.mark(k).is_none()).any(expects)
}

/// True where the clause of token `t` gives a reason: `لأن الجانب الآخر رفض`.
fn reason(v: &View, t: usize) -> bool {
    let because = |k: usize| v.raw(k).trim_start_matches('و').starts_with("لأن") || v.raw(k) == "بحجة";
    (t.saturating_sub(ANY)..t).rev().take_while(|&k| v.mark(k).is_none()).any(because)
}

fn refuses(v: &View, t: usize) -> bool {
    v.at(t).is_some_and(|m| v.stance(m) == Some("reject"))
}

/// `مجددا التزام الجيش`, `جدد التزام بلاده`: right before the noun, the verb of saying again.
fn said_again(v: &View, t: usize) -> bool {
    let again = |k: usize| {
        matches!(
            v.raw(k).trim_start_matches('و'),
            "مجددا" | "مجدداً" | "جدد" | "جددت" | "يجدد" | "تجدد" | "مجددة" | "مكررا" | "مكرراً"
        )
    };
    (t.saturating_sub(2)..t).any(again)
}

/// True for a noun behind words of speaking of it: `الحديث عن فشل الجولة`.
fn talked_of(v: &View, p: &Phrase) -> bool {
    let speaks = |m: &Match| v.role(m) == Some("spoken_of") && (m.last as usize) < p.first && p.first - m.last as usize <= OWN;
    p.form == Form::Noun && v.s.cues.iter().any(speaks)
}

/// `قال إن الحديث عن اتفاق على تبادل الأسرى غير دقيق`: what is spoken of, and called untrue.
fn spoken_of(v: &View, p: &Phrase) -> bool {
    let role = |m: &&Match, is: &str| v.role(m) == Some(is);
    let ends = |t: usize| matches!(v.mark(t), Some('؛' | '.')) || v.connective(t).is_some_and(|(_, role)| role == "contrast");
    let untrue = |m: &&Match| role(m, "untrue") && m.first as usize > p.last && !(p.last..m.first as usize).any(ends);
    talked_of(v, p) && v.s.cues.iter().any(|m| untrue(&m))
}

fn turn(status: Status, negated: bool) -> Option<Status> {
    match (status, negated) {
        (s, false) => Some(s),
        (Status::Agreed, true) => Some(Status::NotAgreed),
        _ => None,
    }
}

/// `أبلغت الحكومة الوسطاء موافقتها على`
fn informs(v: &View, t: usize) -> bool {
    v.over(t).is_some_and(|m| v.name(m) == "verb_inform")
}

/// True for a plan of before: `كان من المقرر أن`, `كان مقررا أن`.
fn lapsed(v: &View, p: &Phrase) -> bool {
    let was = |t: usize| v.particle(t) == Particle::Was;
    v.lexicon.frames[p.entry as usize].due && (was(p.first) || p.first > 0 && was(p.first - 1))
}

fn unlikely(v: &View, phrase: EntryId) -> bool {
    v.lexicon.frames[phrase as usize].unlikely
}

/// True for a negator by which somebody denies a report: `لا صحة لما تردد عن`.
fn denies(v: &View, t: usize) -> bool {
    v.over(t).is_some_and(|m| v.stance(m) == Some("deny"))
}

/// True for a negator that says what cannot or must not be: nothing has happened.
fn modal(v: &View, t: usize) -> bool {
    v.over(t).is_some_and(|m| v.kind(m) == Kind::Negator && v.role(m) == Some("modal"))
}

/// True for a noun that says of a verbal noun behind it that it has not come about: `ضرورة الاتفاق`, `احتمال التوصل إلى`.
fn wished(v: &View, t: usize) -> bool {
    let wish = |entry: EntryId| v.lexicon.role(entry) == Some("wish");
    // `للمبادرة`: as it is written without its article.
    let bare = v.raw(t).trim_start_matches('و').trim_start_matches("لل");
    v.s.cues.iter().any(|c| c.first as usize == t && wish(v.id(c)))
        || [v.raw(t), bare].iter().any(|word| v.lexicon.written_as(word).any(|f| wish(f.entry)))
}

/// `أن أي حل لا يبدأ بالتوافق على`: what is said of anything of the kind has not happened.
fn any_such(v: &View, t: usize) -> bool {
    let any = |k: usize| matches!(v.raw(k), "أي" | "أية" | "كل") && k > 0 && v.particle(k - 1) == Particle::That;
    (t.saturating_sub(ANY)..t).rev().take_while(|&k| v.mark(k).is_none_or(|_| v.is_quote(k))).any(any)
}

/// A negator that touches the token, but for أن, أي and كان.
fn direct_negator(v: &View, t: usize) -> bool {
    let mut at = t;
    while at > 0 && t - at < 3 {
        at -= 1;
        if v.negates(at) {
            return !denies(v, at);
        }
        if !(v.particle(at) == Particle::That || matches!(v.raw(at), "أي" | "أية" | "بعد") || v.particle(at) == Particle::Was)
        {
            return false;
        }
    }
    false
}

/// True where كان makes the phrase tell of what had happened before: `وكان الطرفان قد اتفقا`. An unfinished `كان من المقرر` is no such thing.
fn had(v: &View, t: usize) -> bool {
    let ends = |k: &usize| matches!(v.mark(*k), Some('؛' | ':' | '.')) || matches!(v.particle(*k), Particle::That);
    let was = (0..t).rev().take_while(|k| !ends(k)).find(|&k| v.particle(k) == Particle::Was);
    was.is_some_and(|k| {
        let near = t - k <= HAD;
        let opens = (0..k).all(|b| v.mark(b).is_some() || v.connective(b).is_some());
        let already = (k + 1..t).any(|b| v.particle(b) == Particle::Already);
        let first = v.s.matches.iter().find(|m| m.first as usize > k && v.finite(m).is_some());
        let perfect = already || first.is_some_and(|m| matches!(v.finite(m), Some((Tense::Perfect, _))) && m.first as usize <= t);
        !v.negates(k.wrapping_sub(1)) && ((already && (near || opens)) || (opens && near)) && perfect
    })
}

/// `سبق أن اتفق الطرفان على`, `سبق للوفدين أن اتفقا على`: what was before.
fn before_now(v: &View, t: usize) -> bool {
    let before = |k: usize| {
        v.connective(k).is_some_and(|(m, _)| v.name(m) == "conn_had_previously") || v.raw(k).trim_start_matches('و') == "سبق"
    };
    let near = (t.saturating_sub(OWN + 2)..t).rev().take_while(|&k| v.mark(k).is_none()).find(|&k| before(k));
    near.is_some_and(|k| !v.negates(k.wrapping_sub(1)))
}

/// A condition behind what was agreed, in its clause: `شرط فتح الطرق`, `شريطة أن`.
fn on_condition(v: &View, last: usize) -> bool {
    let ends = |k: usize| {
        matches!(v.mark(k), Some('.' | '؛' | ':'))
            || v.at(k).is_some_and(|m| m.proclitics.has(Proclitics::WAW) && v.finite(m).is_some())
    };
    (last + 1..v.len()).take_while(|&k| !ends(k)).any(|k| {
        matches!(v.raw(k), "شرط" | "بشرط" | "شريطة")
            && !v.negates(k.wrapping_sub(1))
            && !matches!(v.raw(k.wrapping_sub(1)), "دون" | "بلا" | "أي")
    })
}

/// `منذ أن وقع الطرفان الهدنة`: what is known already.
fn since(v: &View, t: usize) -> bool {
    let of = |t: usize| matches!(v.s.classes.get(t).map(|c| c.is), Some(Is::Since));
    t > 1 && v.particle(t - 1) == Particle::That && of(t - 2)
}

/// `قال إن الاتفاق على الهدنة ما زال ممكنا`: a verbal noun right behind the particle is what something is said of. Only a verb that completes it tells that it came about.
fn topic(v: &View, p: &Phrase) -> bool {
    let noun = p.first == p.last || takes(v, p.entry).any(|t| t == "masdar");
    if p.form != Form::Noun || !noun || p.first == 0 || v.particle(p.first - 1) != Particle::That {
        return false;
    }
    let done = |t: usize| matches!(v.raw(t), "تم" | "تمّ" | "جرى" | "حصل" | "أنجز");
    !(p.last + 1..v.len().min(p.last + GOVERNS)).take_while(|&t| !matches!(v.mark(t), Some('،' | '.' | '؛'))).any(done)
}

/// `وتأتي الجولة بعد لقاء في جنيف لم يحقق أي تقدم`: what was before.
fn comes_after(v: &View, t: usize) -> bool {
    let comes = |c: &Match| c.first == 0 && v.role(c) == Some("comes");
    v.s.cues.iter().any(comes) && (1..t).any(|k| matches!(v.raw(k), "بعد" | "عقب" | "غداة" | "إثر") && v.mark(k).is_none())
}

/// True where a condition stands before the token in its clause.
fn conditional(v: &View, t: usize) -> bool {
    (0..t)
        .rev()
        .take_while(|&k| !matches!(v.mark(k), Some('،' | '؛' | '.' | ':')))
        .any(|k| v.connective(k).is_some_and(|(_, role)| role == "condition"))
}

/// The nearest word before a verbal noun or an imperfect that decides on it, and its token.
pub(super) fn governor(v: &View, phrases: &[Phrase], i: usize) -> Option<(Governor, usize)> {
    let first = phrases[i].first;
    let own = v.over(first).map(|m| m.proclitics).unwrap_or_default();
    // `للتوصل إلى هدنة`: what for.
    if (own.has(Proclitics::LAM) || v.raw(first).trim_start_matches('و').starts_with("لل")) && phrases[i].form == Form::Noun {
        return Some((Governor::Wish, first));
    }
    for t in (first.saturating_sub(GOVERNS)..first).rev() {
        if matches!(v.mark(t), Some('؛' | ':' | '.')) {
            return None;
        }
        // `قبل الاتفاق على`: it has not happened. `دون تقدم أو حتى الاتفاق على موعد` is "even".
        let even = t > 0 && v.raw(t) == "حتى" && matches!(v.raw(t - 1), "أو" | "ولا" | "بل");
        if t + 1 == first && matches!(v.raw(t), "قبل" | "لحين" | "حتى") && !even {
            return Some((Governor::Wish, t));
        }
        if let Some(g) = phrases[..i].iter().rposition(|p| p.first <= t && t <= p.last) {
            // `نفذوا تعهدا بالاتفاق على`: a pledge governs nothing, nor does a phrase in a relative clause.
            if takes(v, phrases[g].entry).any(|t| t == "other") {
                continue;
            }
            if phrases[g].first > 0 && v.particle(phrases[g].first - 1) == Particle::Relative {
                continue;
            }
            // `يختلف عن هدن انهارت كلها في أنه ممهور بتوقيع الطرفين`: what became of another matter.
            let done = takes(v, phrases[g].entry).any(|t| t == "subject") && phrases[g].form == Form::Asserted;
            if done && (t + 1..first).any(|k| v.particle(k) == Particle::That) {
                return None;
            }
            return Some((Governor::Phrase(g), t));
        }
        if first - t <= OWN && wished(v, t) {
            return Some((Governor::Wish, t));
        }
        let Some(m) = v.over(t) else { continue };
        let (kind, frame) = (v.kind(m), v.frame(m));
        match kind {
            // `مشاركة غير مسبوقة`: its adjective alone.
            Kind::Negator if v.raw(t) == "غير" && t + 1 < first => {}
            Kind::Negator if modal(v, t) => return Some((Governor::Wish, t)),
            Kind::Negator if any_such(v, t) => return Some((Governor::Wish, t)),
            Kind::Negator if denies(v, t) => return Some((Governor::Denial, m.first as usize)),
            Kind::Negator => return Some((Governor::Negator, t)),
            Kind::Connective => match v.role(m) {
                Some("contrast") => return None,
                Some("condition") => return Some((Governor::Wish, t)),
                Some("purpose") => return Some((Governor::Wish, t)),
                _ => {}
            },
            // تعهدا is a noun far more often than a dual.
            Kind::Verb if matches!(v.shape(m), Shape::Verb { person: Person::Both, .. }) && v.stance(m).is_some() => {}
            Kind::Verb => {
                if t > 0 && v.particle(t - 1) == Particle::Relative {
                    continue;
                }
                // `أبلغت الوسطاء موافقتها على`
                let informs =
                    informs(v, t) && takes(v, phrases[i].entry).any(|t| t == "masdar") && !v.raw(first).starts_with('ب');
                let governor = match v.stance(m) {
                    _ if informs => Some(Governor::Report),
                    Some("deny") => Some(Governor::Denial),
                    Some("reject") => Some(Governor::Refusal),
                    Some("announce" | "affirm" | "confirm" | "reveal" | "welcome") => Some(Governor::Report),
                    Some("hope" | "demand" | "ask" | "propose" | "warn" | "expect" | "threaten" | "promise") => {
                        Some(Governor::Wish)
                    }
                    _ if frame.purpose => Some(Governor::Wish),
                    _ => None,
                };
                // `لم تعلن الوساطة تعليق المحادثات`: nobody says so.
                let unsaid = m.first > 0 && v.negates(m.first as usize - 1);
                let governor = governor.map(|g| if unsaid && matches!(g, Governor::Report) { Governor::Wish } else { g });
                if let Some(governor) = governor {
                    return Some((governor, m.first as usize));
                }
                if v.finite(m).is_some() && first - t > 4 {
                    return None;
                }
            }
            // `نجاح جهود الوسطاء في`: what succeeded are the efforts, and what they were for.
            Kind::Term if frame.purpose && t > 0 && phrases[..i].iter().any(|p| p.last + 1 == t) => {}
            Kind::Term if frame.purpose => return Some((Governor::Wish, t)),
            _ => {}
        }
        if m.ending == Ending::None && kind == Kind::Time && matches!(v.raw(t), "بعد" | "عقب") && first - t == 1 {
            return Some((Governor::Report, t));
        }
    }
    None
}
