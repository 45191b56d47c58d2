//! The outcomes of one sentence: every phrase with the slots it is about, and the slots that are events by themselves.

use super::about::{LIST, WHOM, in_battle, its_holding, proposed, qualified, released, truce_before, with_whom};
use super::apart::{parted, parted_from};
use super::events::{announced, events};
use super::governor::{Governor, governor};
use super::hearsay::is_no_news;
use super::list::{self, List};
use super::matter::{carried, files, matter, others, pointed_at, subject};
use super::phrase::{Form, Phrase, phrases};
use super::provides::provided;
use super::slot::{self, APART, goes_with, of_talks, own_slot, reaches, takes, vessel, whole};
use super::status::status;
use super::voice::voice;
use super::{OTHER, Outcome, Status};
use crate::analysis::statements::view::{Particle, View};
use crate::analysis::statements::{Span, Statement};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::Tense;
use crate::glossary::cue::Is;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Finds the outcomes of a sentence, and the list that it announces last.
pub(super) fn sentence(v: &View, number: u32, statements: &[Statement], out: &mut Vec<Outcome>) -> Option<List> {
    let mut list = None;
    let phrases = phrases(v);
    // `تبادل الزيارات`: nobody is exchanged.
    let nobody = |m: &Match| v.role(m) == Some("counted") && released(v, v.id(m), m.last as usize + 1).is_none();
    // `فشل في إنجاز تبادل الأسرى`: the exchange is what failed.
    let of_another = |m: &Match| {
        let next = |o: &Match| o.first == m.last + 1 && v.kind(o) == Kind::Slot;
        v.name(m) == "practical_achievement_slot" && m.first == m.last && v.s.cues.iter().any(next)
    };
    // `من المنتظر أن تقدم المبعوثة إحاطة`: a verb, and no progress.
    let verb = |m: &Match| {
        let progress = v.role(m) == Some("progress") && m.first == m.last && m.first > 0;
        progress
            && (v.particle(m.first as usize - 1) == Particle::That
                || v.negates(m.first as usize - 1) && v.raw(m.first as usize - 1) == "لم")
    };
    // `الأمطار تعيق تقدمها`: the progress of what was named before, which is no talks.
    let its = |m: &Match| {
        let talks = |o: &Match| o.last < m.first && (v.frame(o).round || v.frame(o).talks);
        let pronoun = matches!(m.ending, Ending::Pronoun(_));
        pronoun && v.role(m) == Some("progress") && !v.s.matches.iter().any(talks)
    };
    let slot = |m: &Match| {
        v.kind(m) == Kind::Slot && !nobody(m) && !of_another(m) && !verb(m) && !its(m) && !in_a_name(v, m.first as usize)
    };
    let slots: Vec<&Match> = v.s.cues.iter().filter(|m| slot(m)).collect();
    let before = out.len();
    for (i, p) in phrases.iter().enumerate() {
        let own = own_slot(v, p.entry);
        if own.is_some_and(|slot| v.lexicon.role(slot) == Some("attendance")) {
            continue;
        }
        // `عقدت خمس جولات لم تسفر عن نتائج`: rounds of before.
        let rounds = |t: usize| matches!(v.raw(t), "جولات" | "الجولات" | "اجتماعات" | "لقاءات") && v.mark(t).is_none();
        let before = |t: usize| matches!(v.s.classes.get(t).map(|c| c.is), Some(Is::Previous));
        let behind = p.last + 1..v.len().min(p.last + 1 + WHOM);
        if (p.first.saturating_sub(2)..p.first).any(rounds)
            || of_two_before(v, p)
            || (behind.clone().any(rounds) && behind.clone().any(before))
        {
            continue;
        }
        let status = status(v, &phrases, i, statements, number);
        // `اقترحوا عقد الجولة المقبلة`: what is proposed is open.
        let offered = status.is_none() && proposed(v, p);
        let Some(mut status) = status.or_else(|| offered.then_some(Status::Pending)) else { continue };
        // `جعلت الإدارة تقرر التجديد`: she decides; `إذ تقرر نقل اللجنة`: it was decided.
        if takes(v, p.entry).any(|t| t == "clause") && !opens_clause(v, p.first) {
            continue;
        }
        // `ألغياه بعد أن خرق الوفد البروتوكول`: its object is told before.
        let object = |m: &Match| v.finite(m).is_some() && matches!(m.ending, Ending::Pronoun(_));
        if p.first == p.last && p.status == Status::NotAgreed && v.at(p.first).is_some_and(object) {
            continue;
        }
        // `أخفق في دفع اللجنة إلى بدء الصياغة`: who was to do something is not the matter.
        let into = (p.last..v.len().min(p.last + APART)).find(|&t| v.particle(t) == Particle::Takes(Takes::IN));
        let pushed = into.is_some_and(|t| matches!(v.raw(t + 1), "دفع" | "حمل" | "حث" | "إجبار" | "إرغام" | "إلزام"));
        if pushed && p.status == Status::NotAgreed {
            continue;
        }
        if is_no_news(v, p, status, statements, number) {
            continue;
        }
        // `أقروا وثيقتين، أولاهما تتعلق بتشكيل لجنة، والثانية بإزالة الألغام`: what each is about.
        let parts = list::documents(v, p);
        if parts.len() > 1 {
            let statement = voice(v, statements, number, v.end(p.first) - 1);
            let told = List { status, phrase: p.entry, statement };
            out.extend(parts.into_iter().filter_map(|(first, end)| told.outcome(v, number, first, end)));
            continue;
        }
        if let Some(colon) = list::announced(v, p) {
            let statement = voice(v, statements, number, v.end(p.first) - 1);
            let told = List { status, phrase: p.entry, statement };
            told.points(v, number, colon + 1, out);
            list = Some(told);
            continue;
        }
        // `اتفقوا على إجراء عملية تبادل`: a verbal noun right behind is part of the matter.
        let part = |n: &&Phrase| n.form == Form::Noun && n.first <= p.last + APART && v.raw(n.first - 1) == "على";
        // `خلال مشاورات أجريت في عمان`: a clause of its noun.
        let aside = |n: &&Phrase| {
            let noun = n.first.checked_sub(1).filter(|&t| !v.raw(t).starts_with("ال") && v.mark(t).is_none());
            noun.and_then(|t| v.at(t)).is_some_and(|m| v.kind(m) == Kind::Term && v.frame(m).round)
                && n.form == Form::Asserted
                && takes(v, n.entry).any(|t| t == "noun" || t == "adjacent")
        };
        let behind = phrases[i + 1..].iter().find(|n| !part(n) && !aside(n)).map_or(v.len(), |n| n.first);
        let mut found: Vec<(EntryId, usize, usize)> = Vec::new();
        let mut from = p.last;
        // `أي تفاهم بشأن مطار المدينة`: an agreement of any kind, and what it is on.
        let mut of_any: Option<(usize, usize)> = None;
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
        // `وثيقتين تتعلقان بالأسرى وفتح الطرق`: what all of them are about.
        let documents = list::together(v, p).is_some();
        for m in slots.iter().filter(|m| m.first as usize > p.last && (m.first as usize) < behind) {
            let first = m.first as usize;
            // `اتفاقاً لفتح الطرق`, `مذكرة بشأن المياه`: what the document is about tells more than the document.
            if let Some((of, ..)) = found.last()
                && v.lexicon.role(*of) == Some("document")
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
                // `وافقت على دمج القوات قبل إجراء الانتخابات`
                let time = |t: usize| matches!(v.s.classes.get(t).map(|c| c.is), Some(Is::Before | Is::After | Is::Since));
                // `بقي الملف معلقاً إلى الجولة المقبلة`
                // `أحيل ملف المطارات إلى الجولة المقبلة`
                let aside = p.status == Status::Pending && first > p.last + 2 && takes(v, p.entry).any(|t| t == "behind");
                let until = (aside || open && first == p.last + 2) && matches!(v.raw(first - 1), "إلى" | "الى" | "حتى");
                let when = until
                    || first > p.last + 1 && time(first - 1)
                    || first > p.last + 3 && takes(v, p.entry).any(|t| t == "words") && (p.last + 3..first).any(time);
                // `دون تقدم في أي من بنود جدول الأعمال`: what the phrase says by itself.
                let deep =
                    own.is_some() && (p.last + 1..first).filter(|&t| matches!(v.particle(t), Particle::Takes(_))).count() > 1;
                // `رفضت أي اتفاق لا يضمن العودة`: what one side wants of an agreement.
                let any = v.role(m) == Some("overall") && refuses(v, p);
                // `من المتوقع أن تنضم الفصائل إلى المذكرة`: they join it.
                let joined = v.lexicon.frames[p.entry as usize].due
                    && first > p.last + 2
                    && matches!(v.raw(first - 1), "إلى" | "الى" | "من" | "عن");
                // `انهيار جسر يعيق تقدمها`: what collapsed stands right behind the noun.
                let far = p.form == Form::Noun
                    && first > p.last + 3
                    && takes(v, p.entry).any(|t| t == "subject")
                    && !takes(v, p.entry).any(|t| t == "masdar");
                goes_with(v, p.entry, v.id(m))
                    && !documents
                    && !joined
                    && !far
                    && !carried(v, p)
                    && reaches(v, p, m)
                    && !any
                    && !aim
                    && !deep
                    && !when
                    && !parted_from(v, p, m)
                    && !of_a_clause(v, p, m)
            } else {
                // `بشأن فتح المطار ولا بشأن رفع الحصار`
                let neither = (from + 1..first).any(|t| v.raw(t) == "ولا");
                let also = (from + 1..first).any(|t| matches!(v.raw(t), "وعلى" | "وبشأن" | "وحول"));
                // `وتقدم تقريرا`: a verb.
                let progress = v.role(m) == Some("progress");
                !progress && first - from <= LIST && (m.proclitics.has(Proclitics::WAW) || neither || also)
            };
            let on = m.last as usize + 1;
            if near && v.role(m) == Some("overall") && matches!(v.raw(on), "على" | "بشأن" | "حول" | "بخصوص") {
                of_any = Some((first, on + 1));
                continue;
            }
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
                    // `مبادرة لحل الأزمة ستطرح`: no subject.
                    && m.proclitics.0 & (Proclitics::LAM.0 | Proclitics::BEH.0) == 0
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
        let own = own.filter(|&s| v.lexicon.entries.id(s) != "truce_extension" || truce_before(v, p.first));
        let mut words = None;
        let talks = own.is_some() && takes(v, p.entry).any(|t| t == "talks");
        let on_any = || {
            let (any, at) = of_any?;
            // `مطار المدينة المغلق منذ عامين`: a name is enough.
            let name = v.at(at).filter(|m| m.first < m.last || v.kind(m) == Kind::Place).map(|m| m.last as usize);
            Some((any, name.or_else(|| super::matter::words(v, at))?))
        };
        if found.is_empty()
            && !talks
            && let Some((from, to)) = on_any().or_else(|| matter(v, p, behind))
            // `وافق على رئاسة اللجنة`: an office that one man takes.
            && !(status == Status::Agreed && matches!(v.raw(from), "رئاسة" | "ترؤس" | "تولي" | "قيادة" | "منصب"))
            && let Some(slot) = v.lexicon.number(OTHER)
        {
            // `لم يحسم الطرفان بعد ملف المطارات`: not yet.
            let yet = v.raw(to + 1) == "بعد" || (p.last + 1..from).any(|t| v.raw(t) == "بعد");
            status = if yet && status == Status::NotAgreed { Status::Pending } else { status };
            if let Some(next) = its_holding(v, from) {
                found.push((next, p.first, to));
            } else {
                words = Some((v.start(from), v.end(to)));
                found.push((slot, p.first, super::matter::clause_end(v, from, to)));
            }
        }
        // `وعن الهدنة قال إن الوفود لم تتفق عليها`
        if found.is_empty()
            && own.is_none()
            && let Some((from, to)) = pointed_at(v, p)
        {
            let named =
                slots.iter().find(|m| m.first as usize >= from && m.last as usize <= to && goes_with(v, p.entry, v.id(m)));
            match (named, v.lexicon.number(OTHER)) {
                (Some(m), _) => found.push((v.id(m), p.first, p.last + 1)),
                (None, Some(slot)) => {
                    words = Some((v.start(from), v.end(to)));
                    found.push((slot, p.first, p.last + 1));
                }
                _ => {}
            }
        }
        // `أما إعادة فتح المطار فقد رحلت إلى جولة أخرى`
        if found.is_empty()
            && own.is_none()
            && let Some((from, to)) = subject(v, p)
            && let Some(slot) = v.lexicon.number(OTHER)
        {
            // `القائمة لم تُعتمد بعد`: not yet.
            status = if v.raw(p.last + 1) == "بعد" && status == Status::NotAgreed { Status::Pending } else { status };
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
        // `دون تقدم في ملفي الأسرى والطرق`, `لم يحرز الوفدان تقدما في ملف الأسرى`
        let progress = match found.as_slice() {
            [] => own.filter(|_| p.form != Form::Noun || !takes(v, p.entry).any(|t| t == "announced")).map(|slot| (slot, p.last)),
            [(slot, _, last)] if words.is_none() => Some((*slot, *last)),
            _ => None,
        };
        if status == Status::NotAgreed
            && let Some((slot, last)) = progress
            && v.lexicon.role(slot) == Some("progress")
            && let Some((from, to)) = files(v, last)
            && let Some(slot) = v.lexicon.number(OTHER)
        {
            words = Some((v.start(from), v.end(to)));
            found = vec![(slot, p.first, to)];
        }
        if found.is_empty()
            && let Some(slot) = own
        {
            // `أفرجت الجماعة عن 70 أسيراً`: of whom, or nothing is said.
            let general = v.lexicon.entries.id(slot) == "release_general";
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
            let role = v.lexicon.role(slot);
            let progress = matches!(role, Some("progress" | "overall"));
            let forecast = progress && status == Status::Pending && p.status == Status::Agreed;
            // `استبعد عقد محادثات مباشرة`: a noun does not tell how they were held.
            let manner = role == Some("manner") && p.form == Form::Noun;
            !(forecast
                || manner
                || progress && in_battle(v, p)
                || v.lexicon.entries.id(slot) == "release_general" && status == Status::Pending)
        };
        found.retain(|f| {
            told(f.0) && !put_off_to(v, p, f) && !taken_up(v, p, f) && !closed_by_one(v, p, f.0) && !stumbles(v, p, f)
        });
        let provided = match found.as_slice() {
            [(slot, _, last)] => provided(v, &slots, *slot, *last),
            _ => Vec::new(),
        };
        let found: Vec<(EntryId, usize, usize, Option<Span>)> = if provided.is_empty() {
            found.into_iter().map(|(slot, first, last)| (slot, first, last, words)).collect()
        } else {
            provided.into_iter().map(|(slot, last, words)| (slot, p.first, last, words)).collect()
        };
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
        // `تعهد الطرفان بفتح المعبر`: their own pledge is told by the article.
        let joint = statements.iter().any(|s| {
            let pledges = |e: EntryId| v.lexicon.stance(e) == Some("promise");
            s.sentence == number
                && s.verb.is_some_and(|x| pledges(x.entry) && x.span.0 >= v.start(p.first) && x.span.1 <= v.end(p.last))
        }) && takes(v, p.entry).any(|t| t == "ب")
            && !takes(v, p.entry).any(|t| t == "other");
        for (slot, first, last, words) in found.into_iter().chain(more) {
            let first = clause_start(v, first.min(p.first), &phrases, i);
            let span = (v.start(first), v.end(whole(v, last)));
            // The last letter: a conjunction before the verb is not in the statement.
            // `أنهما تعهدا`: nor is the particle.
            let at = v.end(p.first + usize::from(v.particle(p.first) == Particle::That)) - 1;
            let statement = voice(v, statements, number, at).filter(|_| !joint);
            let status = if status == Status::Agreed { announced(v, slot).unwrap_or(status) } else { status };
            let outcome =
                Outcome { sentence: number, slot, phrase: initialled(v, p), status, span, statement, words, topic: None };
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
        events(v, (m, &slots), &phrases, number, statements, out);
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

/// `وسبقتها جولتان في المدينة انتهتا كذلك دون نتيجة`: what two rounds came to that went before.
fn of_two_before(v: &View, p: &Phrase) -> bool {
    let bare = |t: usize| v.raw(t).trim_start_matches(['و', 'ف']);
    let two = |t: usize| matches!(bare(t), "جولتان" | "جولتين" | "الجولتان" | "الجولتين");
    let went =
        |t: usize| ["سبق", "سبقت"].iter().any(|w| bare(t).strip_prefix(w).is_some_and(|r| matches!(r, "ها" | "ه" | "هما")));
    let ended = |t: usize| matches!(bare(t), "انتهتا" | "اختتمتا" | "فشلتا" | "انفضتا");
    let ends = |t: &usize| matches!(v.mark(*t), Some('.' | '؛'));
    let from = (0..p.first).rev().find(|t| ends(t)).map_or(0, |t| t + 1);
    let clause = || from..p.first;
    clause().any(went) || clause().any(two) && clause().any(ended)
}

/// `لجنة تنسيق إعادة الانتشار`: behind the noun of a body in the construct state, with one noun more at most, a slot is a part of its name.
fn in_a_name(v: &View, first: usize) -> bool {
    let plain = |t: usize| v.mark(t).is_none() && v.particle(t) == Particle::None && !v.raw(t).starts_with("ال");
    let tied = |t: usize| v.at(t).is_some_and(|m| !m.proclitics.is_none());
    let body = |t: usize| plain(t) && BODIES.contains(&v.raw(t).trim_start_matches(['و', 'ب', 'ل']));
    if tied(first) && !v.raw(first).starts_with("ال") || first == 0 {
        return false;
    }
    body(first - 1)
        || first > 1
            && body(first - 2)
            && plain(first - 1)
            && !tied(first - 1)
            && v.at(first - 1).is_none_or(|m| v.finite(m).is_none())
}

/// Bodies that are called by what they are for.
const BODIES: [&str; 12] = ["لجنة", "لجان", "هيئة", "فريق", "فرق", "مركز", "بعثة", "مجلس", "مكتب", "وزارة", "وزير", "رئاسة"];

/// True for a token with no noun before it in its clause.
fn opens_clause(v: &View, t: usize) -> bool {
    let Some(before) = t.checked_sub(1) else { return true };
    v.mark(before).is_some()
        || v.raw(t).starts_with(['و', 'ف'])
        || v.connective(before).is_some()
        || v.particle(before) != Particle::None
        || matches!(v.raw(before), "إذ" | "حيث" | "قد" | "وقد" | "فقد" | "لقد" | "كما" | "بينما")
}

/// True for a phrase that is written as a verb of refusing.
fn refuses(v: &View, p: &Phrase) -> bool {
    let verbs = &v.lexicon.entries[p.entry as usize].homograph_of;
    verbs.iter().filter_map(|id| v.lexicon.entry(id)).any(|e| e.stance.as_deref() == Some("reject"))
}

/// `تشكيل مجلس لإدارة البلاد "خطوة تخالف الدستور"`: behind a verbal noun, what the verb of another clause is about.
fn of_a_clause(v: &View, p: &Phrase, m: &Match) -> bool {
    let verb = |t: usize| {
        v.at(t).is_some_and(|m| m.first as usize == t && matches!(v.finite(m), Some((tense, _)) if tense != Tense::Perfect))
    };
    let named = takes(v, p.entry).any(|t| t == "words" || t == v.name(m));
    let first = m.first as usize;
    let quoted = |to: usize| (p.last + 1..to).filter(|&t| v.is_quote(t)).count() % 2 == 1;
    let inside = p.form == Form::Noun && first > 0 && quoted(first) && quoted(first - 1);
    !named && (inside || (p.last + 2..first).any(verb))
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

/// `تبادل القوائم وتعثر في المطار`: what stumbles stands behind it, and what is joined before it did not.
fn stumbles(v: &View, p: &Phrase, &(_, _, last): &(EntryId, usize, usize)) -> bool {
    let joined = v.raw(p.first).starts_with('و') && p.first > 0 && v.mark(p.first - 1).is_none();
    joined && p.status == Status::NotAgreed && last <= p.last && matches!(v.raw(p.last + 1), "في" | "حول" | "بشأن")
}

/// `موافقتها على إدراج الملف في جدول الأعمال`: the agenda is what something is put on, and not what is agreed.
fn taken_up(v: &View, p: &Phrase, &(slot, _, last): &(EntryId, usize, usize)) -> bool {
    let put = |t: &usize| matches!(v.raw(*t), "إدراج" | "إدخال" | "إضافة" | "تضمين" | "ضم");
    let into = |t: usize| matches!(v.raw(t), "في" | "ضمن" | "إلى" | "على");
    let from = (p.last + 1..last.min(p.last + 1 + APART)).find(put);
    v.lexicon.entries.id(slot) != OTHER && from.is_some_and(|t| (t + 2..last).any(into))
}

/// `المبعوث يختتم الجولة بجدول أعمال`: what he says that they have.
fn closed_by_one(v: &View, p: &Phrase, slot: EntryId) -> bool {
    let person = p.first.checked_sub(1).and_then(|t| v.over(t)).is_some_and(|m| v.kind(m) == Kind::Person);
    person && v.lexicon.entries.id(p.entry) == "ended_with" && v.lexicon.entries.id(slot) == "talks_agenda"
}

/// `وقعت الحكومة والحركات بالأحرف الأولى على اتفاق`: initialled, and not signed.
fn initialled(v: &View, p: &Phrase) -> EntryId {
    let letters = (p.last + 1..v.len().min(p.last + 1 + WHOM * 2)).take_while(|&t| !matches!(v.mark(t), Some('.' | '؛')));
    let signs = v.lexicon.entries.id(p.entry) == "signed_outcome";
    let by_letters = signs && letters.clone().any(|t| v.raw(t) == "بالأحرف" && v.raw(t + 1) == "الأولى");
    v.lexicon.number("initialled").filter(|_| by_letters).unwrap_or(p.entry)
}

/// `أُرجئت إلى الجولة المقبلة وثيقتا المعتقلين`: the round to which something is put off is not what is put off.
fn put_off_to(v: &View, p: &Phrase, &(slot, _, last): &(EntryId, usize, usize)) -> bool {
    let moved = own_slot(v, p.entry).is_some_and(|own| v.lexicon.role(own) == Some("postponement"));
    let to = |m: &Match| {
        let before = (m.first as usize).checked_sub(1);
        v.id(m) == slot
            && m.last as usize == last
            && before.is_some_and(|t| t >= p.last && v.particle(t) == Particle::Takes(Takes::TO))
    };
    moved && v.lexicon.frames[slot as usize].next && v.s.cues.iter().any(to)
}
