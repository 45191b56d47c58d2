//! What a phrase says in its place: what stands before it turns it, or makes it no outcome.

use super::Status;
use super::governor::{ANY, Governor, OWN, denies, governor, informs, modal};
use super::known::{HAD, before_now, comes_after, conditional, had, put_off_before, since, topic};
use super::phrase::{Form, Phrase};
use super::slot::{APART, own_slot, takes};
use super::voice::side_announces;
use crate::analysis::statements::Statement;
use crate::analysis::statements::view::{Particle, View};
use crate::arabic::clitics::{Ending, Proclitics, Pronoun};
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens between a denial and what is denied: to whom somebody denied it.
const WHOM: usize = 8;

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
    // `رحّب البيان بعملية التبادل التي جرت في 16 ديسمبر`: what is welcomed had come about before.
    // `، وأُفرج خلالها عن 10`: nor did what was done in it.
    let in_it = matches!(v.raw(p.last + 1), "خلالها" | "خلاله" | "فيها" | "فيه" | "بموجبها" | "بموجبه");
    let welcomes = |s: &&Statement| {
        s.sentence == number
            && s.verb.is_some_and(|x| v.lexicon.stance(x.entry) == Some("welcome"))
            && s.content.0 <= v.start(p.first)
    };
    let welcomed = statements.iter().rfind(welcomes).filter(|s| in_it || v.start(p.first) < s.content.1);
    if welcomed.is_some_and(|s| of_before(v, s, p.first)) {
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
    if stance == Some("deny") || inside.is_none() && p.form == Form::Asserted && denied_that(v, p.first) {
        return (turned == Status::Agreed || turned == Status::Denied).then_some(Status::Denied);
    }
    Some(turned)
}

/// `نفى لصحيفة أن تكون الحكومة قد وافقت`: a denial before أن, whoever it is that denies.
fn denied_that(v: &View, first: usize) -> bool {
    let parts = |t: usize| {
        matches!(v.mark(t), Some('؛' | ':' | '.' | '،' | ',')) || v.over(t).is_some_and(|m| v.role(m) == Some("contrast"))
    };
    let clause = |t: &usize| !parts(*t);
    let Some(that) = (0..first).rev().take_while(clause).find(|&t| v.particle(t) == Particle::That) else { return false };
    (0..that)
        .rev()
        .take(WHOM)
        .take_while(clause)
        .any(|t| v.over(t).is_some_and(|m| v.finite(m).is_some() && v.stance(m) == Some("deny")))
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

/// True for a plan of before: `كان من المقرر أن`, `كان مقررا أن`.
fn lapsed(v: &View, p: &Phrase) -> bool {
    let was = |t: usize| v.particle(t) == Particle::Was;
    v.lexicon.frames[p.entry as usize].due && (was(p.first) || p.first > 0 && was(p.first - 1))
}

fn unlikely(v: &View, phrase: EntryId) -> bool {
    v.lexicon.frames[phrase as usize].unlikely
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

/// True where a clause with a verb of the past (`التي جرت`, `الذي تم`) stands between the beginning of what is welcomed and token `t`.
fn of_before(v: &View, s: &Statement, t: usize) -> bool {
    let past = |k: usize| {
        matches!(v.raw(k), "جرت" | "جرى" | "تمت" | "تم" | "حصلت" | "حصل" | "نفذت" | "نفذ" | "شملت")
            || v.at(k).is_some_and(|m| matches!(v.finite(m), Some((Tense::Perfect, _))))
    };
    (0..t).any(|k| v.start(k) >= s.content.0 && v.particle(k) == Particle::Relative && past(k + 1))
}
