//! The outcomes of one sentence: every phrase with the slots it is about, and the slots that are events by themselves.

use super::list::{self, List};
use super::phrase::{Form, Phrase, phrases, status_of};
use super::slot::{
    self, APART, goes_with, matter, of_talks, others, own_slot, parted, parted_from, reaches, subject, takes, vessel, whole,
};
use super::status::{Governor, governor, headline, opens, status};
use super::{OTHER, Outcome, Status};
use crate::analysis::statements::view::{Particle, View};
use crate::analysis::statements::{Span, Statement};
use crate::arabic::clitics::Proclitics;
use crate::glossary::cue::Is;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::frames::Takes;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens between two slots of one list.
const LIST: usize = 8;
/// Tokens between a release and those who are released.
const WHOM: usize = 5;
/// Tokens between a proposal and what is proposed.
const PROPOSED: usize = 4;

/// Finds the outcomes of a sentence, and the list that it announces last.
pub(super) fn sentence(v: &View, number: u32, statements: &[Statement], out: &mut Vec<Outcome>) -> Option<List> {
    let mut list = None;
    let phrases = phrases(v);
    // `تبادل الزيارات`: nobody is exchanged.
    let nobody = |m: &Match| v.entry(m).role.as_deref() == Some("counted") && released(v, v.id(m), m.last as usize + 1).is_none();
    let slots: Vec<&Match> = v.s.cues.iter().filter(|m| v.kind(m) == Kind::Slot && !nobody(m)).collect();
    let before = out.len();
    for (i, p) in phrases.iter().enumerate() {
        let own = own_slot(v, p.entry);
        if own.is_some_and(|slot| v.lexicon.entries[slot as usize].role.as_deref() == Some("attendance")) {
            continue;
        }
        // `عقدت خمس جولات لم تسفر عن نتائج`: rounds of before.
        let rounds = |t: usize| matches!(v.raw(t), "جولات" | "الجولات" | "اجتماعات" | "لقاءات") && v.mark(t).is_none();
        let before = |t: usize| matches!(v.s.classes.get(t).map(|c| c.is), Some(Is::Previous));
        let behind = p.last + 1..v.len().min(p.last + 1 + WHOM);
        if (p.first.saturating_sub(2)..p.first).any(rounds) || (behind.clone().any(rounds) && behind.clone().any(before)) {
            continue;
        }
        let status = status(v, &phrases, i, statements, number);
        // `اقترحوا عقد الجولة المقبلة`: what is proposed is open.
        let offered = status.is_none() && proposed(v, p);
        let Some(mut status) = status.or_else(|| offered.then_some(Status::Pending)) else { continue };
        if let Some(colon) = list::announced(v, p) {
            let statement = voice(v, statements, number, v.end(p.first) - 1);
            let told = List { status, phrase: p.entry, statement };
            told.points(v, number, colon + 1, out);
            list = Some(told);
            continue;
        }
        // `اتفقوا على إجراء عملية تبادل`: a verbal noun right behind is part of the matter.
        let part = |n: &&Phrase| n.form == Form::Noun && n.first <= p.last + APART && v.raw(n.first - 1) == "على";
        let behind = phrases[i + 1..].iter().find(|n| !part(n)).map_or(v.len(), |n| n.first);
        let mut found: Vec<(EntryId, usize, usize)> = Vec::new();
        let mut from = p.last;
        if p.gap.1 > p.gap.0 {
            // `دخلت الهدنة حيز التنفيذ`: the subject stands inside the phrase.
            let inside = slots.iter().find(|m| {
                let first = m.first as usize;
                (p.gap.0..p.gap.1).contains(&first)
                    && goes_with(v, p.entry, v.id(m))
                    && !m.proclitics.has(Proclitics::LAM)
                    && first - p.gap.0 <= APART
            });
            found.extend(inside.map(|m| (v.id(m), p.first, p.last)));
        }
        let open = p.gap.1 > p.gap.0 && found.is_empty() && p.status == Status::Pending;
        for m in slots.iter().filter(|m| m.first as usize > p.last && (m.first as usize) < behind) {
            let first = m.first as usize;
            // `اتفاقاً لفتح الطرق`, `مذكرة بشأن المياه`: what the document is about tells more than the document.
            if let Some((of, ..)) = found.last()
                && v.lexicon.entries[*of as usize].role.as_deref() == Some("document")
                && ((m.proclitics.has(Proclitics::LAM) && (first == from + 1 || with_whom(v, from + 1, first)))
                    || (first == from + 2 && matches!(v.raw(first - 1), "بشأن" | "حول" | "على")))
            {
                found.pop();
                let whom = released(v, v.id(m), m.last as usize + 1);
                found.push((whom.unwrap_or_else(|| v.id(m)), p.first, m.last as usize));
                from = m.last as usize;
                continue;
            }
            let near = if found.is_empty() {
                // `اتفقوا على لقاء لتثبيت الهدنة`: an agreement to meet.
                let aim = m.proclitics.has(Proclitics::LAM)
                    && first > p.last + 1
                    && !(p.last + 1..first).any(|t| vessel(v, t))
                    && !qualified(v, p, first);
                // `أرجئ البحث إلى ما بعد تشكيل الحكومة`: when, and not what.
                let when = first > p.last + 1
                    && matches!(v.s.classes.get(first - 1).map(|c| c.is), Some(Is::Before | Is::After | Is::Since));
                // `دون تقدم في أي من بنود جدول الأعمال`: what the phrase says by itself.
                let deep =
                    own.is_some() && (p.last + 1..first).filter(|&t| matches!(v.particle(t), Particle::Takes(_))).count() > 1;
                goes_with(v, p.entry, v.id(m)) && reaches(v, p, m) && !aim && !deep && !when && !parted_from(v, p, m)
            } else {
                // `بشأن فتح المطار ولا بشأن رفع الحصار`
                let neither = (from + 1..first).any(|t| v.raw(t) == "ولا");
                let also = (from + 1..first).any(|t| matches!(v.raw(t), "وعلى" | "وبشأن" | "وحول"));
                first - from <= LIST && (m.proclitics.has(Proclitics::WAW) || neither || also)
            };
            if near {
                let whom = released(v, v.id(m), m.last as usize + 1);
                found.push((whom.unwrap_or_else(|| v.id(m)), p.first, m.last as usize));
                from = m.last as usize;
            } else if !found.is_empty() {
                break;
            }
        }
        if found.is_empty() && p.form != Form::Noun && takes(v, p.entry).any(|t| t == "subject") {
            // `البيان الختامي لم يصدر`
            let ahead = i.checked_sub(1).map_or(0, |b| phrases[b].last + 1);
            let before = slots.iter().rev().find(|m| {
                (m.last as usize) < p.first
                    && goes_with(v, p.entry, v.id(m))
                    && m.first as usize >= ahead
                    && p.first - m.last as usize <= APART
                    && !parted(v, m.last as usize + 1, p.first)
                    && !(m.last as usize + 1..p.first).any(|t| v.particle(t) == Particle::That)
            });
            if let Some(m) = before {
                found.push((v.id(m), m.first as usize, p.last));
            }
        }
        // `دخلت مفاوضات تبادل الأسرى في طريق مسدود`: the talks, and not what they are about.
        let of_them = takes(v, p.entry).any(|t| t == "talks") && of_talks(v, p);
        if of_them && own.is_some() && p.gap.1 > p.gap.0 {
            found.clear();
        }
        let own = own.filter(|_| !takes(v, p.entry).any(|t| t == "talks") || of_them);
        let mut words = None;
        let talks = own.is_some() && takes(v, p.entry).any(|t| t == "talks");
        if found.is_empty()
            && !talks
            && let Some((from, to)) = matter(v, p, behind)
            && let Some(slot) = v.lexicon.number(OTHER)
        {
            // `لم يحسم الطرفان بعد ملف المطارات`: not yet.
            let yet = v.raw(to + 1) == "بعد" || (p.last + 1..from).any(|t| v.raw(t) == "بعد");
            status = if yet && status == Status::NotAgreed { Status::Pending } else { status };
            if let Some(next) = its_holding(v, from) {
                found.push((next, p.first, to));
            } else {
                words = Some((v.start(from), v.end(to)));
                found.push((slot, p.first, to));
            }
        }
        // `أما إعادة فتح المطار فقد رحلت إلى جولة أخرى`
        if found.is_empty()
            && own.is_none()
            && let Some((from, to)) = subject(v, p)
            && let Some(slot) = v.lexicon.number(OTHER)
        {
            words = Some((v.start(from), v.end(to)));
            found.push((slot, from, p.last));
        }
        // `بقي تحديد الجهة التي ستتولى الإدارة معلقاً`: what stands inside the phrase.
        let bare = p.gap.1 == p.gap.0 && p.status == Status::Pending && takes(v, p.entry).any(|t| t == "verb");
        if found.is_empty()
            && bare
            && let Some((from, to)) = subject(v, p)
            && let Some(slot) = v.lexicon.number(OTHER)
        {
            words = Some((v.start(from), v.end(to)));
            found.push((slot, p.first, p.last));
        }
        if open
            && found.is_empty()
            && v.particle(p.gap.0) == Particle::None
            && let Some(slot) = v.lexicon.number(OTHER)
        {
            let to = (p.gap.0..p.gap.1).take_while(|&t| v.mark(t).is_none() && v.particle(t) != Particle::Relative).last();
            words = to.map(|to| (v.start(p.gap.0), v.end(to)));
            found.extend(to.map(|_| (slot, p.first, p.last)));
        }
        if offered {
            found.retain(|f| v.lexicon.frames[f.0 as usize].next);
            if found.is_empty() {
                continue;
            }
        }
        let mut more: Vec<(usize, usize)> = Vec::new();
        if !found.is_empty() && p.gap.1 == 0 {
            more = others(v, p, found.iter().map(|f| f.2));
        }
        if found.is_empty()
            && let Some(slot) = own
        {
            // `أفرجت الجماعة عن 70 أسيراً`: of whom, or nothing is said.
            let general = v.lexicon.entries[slot as usize].id == "release_general";
            let of = |t: usize| v.particle(t) == Particle::Takes(Takes::ABOUT) || v.raw(t) == "سراح";
            let about = (p.last..v.len().min(p.last + 1 + APART)).find(|&t| of(t));
            let whom = about.and_then(|t| Some((released(v, slot, t + 1)?, t)));
            match whom {
                Some((slot, t)) => found.push((slot, p.first, t)),
                None if general => {}
                None => found.push((slot, p.first, slot::talks(v, p).filter(|_| talks).unwrap_or(p.last))),
            }
        }
        // `ستحقق الجولة تقدما` is a forecast; `أحرزت القوات تقدما على الجبهة` is no progress of talks; `سيتم إطلاق سراحهم` says of nobody.
        let told = |slot: EntryId| {
            let entry = &v.lexicon.entries[slot as usize];
            let progress = matches!(entry.role.as_deref(), Some("progress" | "overall"));
            let forecast = progress && status == Status::Pending && p.status == Status::Agreed;
            // `استبعد عقد محادثات مباشرة`: a noun does not tell how they were held.
            let manner = entry.role.as_deref() == Some("manner") && p.form == Form::Noun;
            !(forecast || manner || progress && in_battle(v, p) || entry.id == "release_general" && status == Status::Pending)
        };
        found.retain(|f| told(f.0));
        let found = found.into_iter().map(|(slot, first, last)| (slot, first, last, words));
        let other = v.lexicon.number(OTHER);
        let more = more.into_iter().filter_map(|(from, to)| {
            // `وعلى تبادل زيارات السجون`
            let begins = |m: &Match| (from..=from + 2).contains(&(m.first as usize));
            let slot = slots.iter().find(|m| begins(m) && goes_with(v, p.entry, v.id(m)));
            match slot {
                Some(m) => Some((v.id(m), p.first, m.last as usize, None)),
                None => Some((other?, p.first, to, Some((v.start(from), v.end(to))))),
            }
        });
        for (slot, first, last, words) in found.chain(more) {
            let first = clause_start(v, first.min(p.first), &phrases, i);
            let span = (v.start(first), v.end(whole(v, last)));
            // The last letter: a conjunction before the verb is not in the statement.
            // `أنهما تعهدا`: nor is the particle.
            let at = v.end(p.first + usize::from(v.particle(p.first) == Particle::That)) - 1;
            let statement = voice(v, statements, number, at);
            let status = if status == Status::Agreed { announced(v, slot).unwrap_or(status) } else { status };
            let outcome = Outcome { sentence: number, slot, phrase: p.entry, status, span, statement, words };
            let same = |o: &Outcome| {
                o.sentence == number && o.slot == slot && o.status == status && o.statement == statement && o.words == words
            };
            // A denial is somebody's.
            let nobody = status == Status::Denied && statement.is_none();
            if !nobody && !out.iter().any(same) {
                out.push(outcome);
            }
        }
    }
    // `لم يتوصلا إلى توافق حول المقر`: one matter, in the words of the nearer phrase.
    let told: Vec<Outcome> = out[before..].to_vec();
    let within = |a: &Outcome, b: &Outcome| {
        let (Some(x), Some(y)) = (a.words, b.words) else { return false };
        a.status == b.status && a.phrase != b.phrase && x.0 < y.0 && y.0 < x.1
    };
    out.retain(|a| a.sentence != number || !told.iter().any(|b| within(a, b)));
    for m in &slots {
        events(v, m, &phrases, number, statements, out);
    }
    // `اتفقوا على عقد الجولة المقبلة`: the words tell what a slot tells.
    let told: Vec<(Span, Status)> = out[before..].iter().filter(|o| o.words.is_none()).map(|o| (o.span, o.status)).collect();
    let twice = |o: &Outcome| {
        let open = o.status == Status::Pending;
        let tells = |(s, w): (Span, Span)| (w.0 < s.1 && s.1 <= w.1) || (open && s.0 < w.1 && w.0 < s.1);
        o.words.is_some_and(|w| told.iter().any(|(s, status)| *status == o.status && tells((*s, w))))
    };
    let mut at = 0;
    out.retain(|o| {
        at += 1;
        at <= before || !twice(o)
    });
    list
}

/// True where a front or a battle stands near the phrase (role `battle`).
fn in_battle(v: &View, p: &Phrase) -> bool {
    let near = p.first.saturating_sub(APART)..p.last + LIST + APART;
    v.s.cues.iter().any(|c| near.contains(&(c.first as usize)) && v.entry(c).role.as_deref() == Some("battle"))
}

/// `اتفاقاً مع الحركة لتبادل الأسرى`: with whom, between a document and its matter.
fn with_whom(v: &View, from: usize, to: usize) -> bool {
    let small =
        |t: usize| v.mark(t).is_none() && v.at(t).is_none_or(|m| v.finite(m).is_none()) && v.particle(t) == Particle::None;
    matches!(v.raw(from), "مع" | "بين" | "برعاية" | "بوساطة") && to - from <= LIST && (from + 1..to).all(small)
}

/// `التوصل إلى اتفاق شامل لوقف إطلاق النار`: an adjective between an agreement and what it is about.
fn qualified(v: &View, p: &Phrase, slot: usize) -> bool {
    let adjective = v.raw(p.last + 1);
    slot == p.last + 2
        && v.raw(p.last).trim_start_matches('ل').starts_with("اتفاق")
        && v.mark(p.last + 1).is_none()
        && v.particle(p.last + 1) == Particle::None
        && v.at(p.last + 1).is_none_or(|m| m.proclitics.is_none() && v.finite(m).is_none())
        && !adjective.starts_with('و')
}

/// The state of a slot that is an event by itself (`تأجيل المحادثات`), once someone announces it.
fn announced(v: &View, slot: EntryId) -> Option<Status> {
    status_of(v.lexicon.entries[slot as usize].status.as_deref())
}

/// A slot that is an event by itself, where a verb announces it and no phrase says more: `أعلنت الأمم المتحدة تأجيل المحادثات`.
fn events(v: &View, m: &Match, phrases: &[Phrase], number: u32, statements: &[Statement], out: &mut Vec<Outcome>) {
    let (first, last) = (m.first as usize, m.last as usize);
    let Some(state) = announced(v, v.id(m)) else { return };
    let at = v.end(first) - 1;
    let told = |o: &Outcome| o.sentence == number && o.span.0 <= m.start && m.start < o.span.1;
    if out.iter().any(told) || phrases.iter().any(|p| p.first <= last && first <= p.last) {
        return;
    }
    let mut all: Vec<Phrase> = phrases.iter().copied().filter(|p| p.last < first).collect();
    all.push(Phrase { first, last, gap: (0, 0), entry: v.id(m), status: Status::Agreed, form: Form::Noun });
    let i = all.len() - 1;
    // `تمديد الهدنة شهرين`: a headline tells it.
    if state == Status::Agreed && headline(v) && opens(v, first) && governor(v, &all, i).is_none() {
        let span = (v.start(first), v.end(last));
        out.push(Outcome { sentence: number, slot: v.id(m), phrase: v.id(m), status: state, span, statement: None, words: None });
        return;
    }
    let Some((found, t)) = governor(v, &all, i) else { return };
    // `بعد توقيع الاتفاق`: what is known already.
    let since = matches!(v.over(t).map(|m| v.kind(m)), Some(Kind::Time)) && (first..=last).any(|k| v.raw(k).starts_with("ال"));
    let relative = (t..first).any(|k| matches!(v.particle(k), Particle::That | Particle::Relative));
    // `حال الخلاف دون توقيع الاتفاق`; `دعا إلى عدم تعليق المحادثات` is a wish.
    let told = || status(v, &all, i, statements, number) == Some(Status::NotAgreed);
    let never = matches!(found, Governor::Negator) && t + 1 == first && state == Status::Agreed && told();
    let state = if never { Status::NotAgreed } else { state };
    let told =
        matches!(found, Governor::Report | Governor::Phrase(_)) && status(v, &all, i, statements, number) == Some(Status::Agreed);
    if relative || since || !(told || never) {
        return;
    }
    let statement = statements.iter().position(|s| s.sentence == number && covers(v, s, at)).map(|n| n as u32);
    // `توقيع اتفاق لوقف إطلاق النار`: what was signed is about.
    let about = |c: &&Match| v.entry(c).kind == Kind::Slot && c.first as usize == last + 1 && c.proclitics.has(Proclitics::LAM);
    if let Some(c) = v.s.cues.iter().find(about) {
        let span = (v.start(first), v.end(c.last as usize));
        out.push(Outcome { sentence: number, slot: v.id(c), phrase: v.id(m), status: state, span, statement, words: None });
        return;
    }
    let span = (v.start(first), v.end(last));
    out.push(Outcome { sentence: number, slot: v.id(m), phrase: v.id(m), status: state, span, statement, words: None });
}

/// The span begins at the negator or the governor that turned the phrase.
fn clause_start(v: &View, first: usize, phrases: &[Phrase], i: usize) -> usize {
    let mut at = first;
    while at > 0 && (v.negates(at - 1) || v.particle(at - 1) == Particle::That) {
        at -= 1;
    }
    if at == first && phrases[i].form == Form::Noun {
        at = match governor(v, phrases, i) {
            Some((Governor::Phrase(g), _)) => phrases[g].first,
            Some((Governor::Report | Governor::Wish, _)) | None => at,
            Some((_, t)) => t,
        };
    }
    at
}

/// `الإفراج عن نصف المحتجزين`, `الإفراج عن 191 أسيراً`: the slot that names whom, where the words behind do.
fn released(v: &View, slot: EntryId, from: usize) -> Option<EntryId> {
    let general = &v.lexicon.entries[slot as usize];
    let counted = general.role.as_deref() == Some("counted");
    if general.id != "release_general" && !counted {
        return None;
    }
    // `تبادل نحو ألف أسير`: a number stands before whom.
    if counted
        && !(from..v.len().min(from + 2)).any(|t| {
            matches!(
                v.s.classes.get(t).map(|c| c.is),
                Some(Is::About | Is::More | Is::One | Is::Ten | Is::Tens | Is::Hundred | Is::Scale | Is::ScalePlural | Is::Half)
            ) || v.raw(t).starts_with(|c: char| c.is_ascii_digit())
        })
    {
        return None;
    }
    let whom = (from..v.len().min(from + WHOM)).take_while(|&t| v.mark(t).is_none()).find_map(|t| {
        let entry = v
            .at(t)
            .map(|m| v.entry(m))
            .filter(|e| matches!(e.kind, Kind::Unit | Kind::Term) && !e.id.starts_with("quantity_"))?;
        Some(entry.plural.as_deref().unwrap_or(&entry.en.preferred))
    })?;
    let whom = format!("{} of {whom}", general.en.preferred);
    let named = |e: &Entry| e.en.preferred == whom || e.en.admitted.contains(&whom);
    let slots = v.lexicon.entries.iter().position(|e| e.kind == Kind::Slot && named(e));
    slots.map(|n| n as EntryId)
}

/// `أما الجولة المقبلة فوافقت الحكومة على عقدها`: the next round, named before.
fn its_holding(v: &View, from: usize) -> Option<EntryId> {
    let its = matches!(v.raw(from), "عقدها" | "عقده" | "استضافتها" | "استضافته" | "انعقادها" | "انعقاده");
    let next = v.s.cues.iter().rev().find(|c| v.frame(c).next && v.frame(c).slot && (c.last as usize) < from);
    next.filter(|_| its).map(|c| v.id(c))
}

/// True for the holding of something that a verb of proposing governs.
fn proposed(v: &View, p: &Phrase) -> bool {
    (p.first.saturating_sub(PROPOSED)..p.first).rev().take_while(|&t| v.mark(t).is_none()).any(|t| {
        v.at(t).is_some_and(|m| v.finite(m).is_some() && v.entry(m).stance.as_deref() == Some("propose"))
            && !v.negates(t.wrapping_sub(1))
    })
}

/// The statement that an outcome at byte `at` stands in: of who passes a deed on (`وافقت الحكومة، بحسب X`), before that of the deed; the first of those who say it with one verb.
fn voice(v: &View, statements: &[Statement], number: u32, at: u32) -> Option<u32> {
    let over = |s: &&Statement| s.sentence == number && covers(v, s, at);
    let passes = |s: &&Statement| s.verb.is_some_and(|verb| v.lexicon.entries[verb.entry as usize].kind == Kind::Connective);
    let found = statements.iter().filter(over).rfind(passes).or_else(|| statements.iter().rfind(over))?;
    statements.iter().position(|s| s.sentence == number && s.verb == found.verb).map(|n| n as u32)
}

fn covers(v: &View, s: &Statement, at: u32) -> bool {
    // `جاء في البيان الختامي`: that there is one is nobody's word.
    let verb = |entry: EntryId| v.lexicon.entries[entry as usize].kind == Kind::Verb;
    s.content.0 <= at && at < s.content.1 || s.verb.is_some_and(|x| verb(x.entry) && x.span.0 <= at && at < x.span.1)
}
