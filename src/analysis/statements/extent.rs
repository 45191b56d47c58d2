//! How far what is said goes: to the next frame, to the clause in which another speaks, to the end of the quotation or of the sentence.

use super::Statement;
use super::body;
use super::content;
use super::frame::Open;
use super::object::quoted_before;
use super::subject::noun_too;
use super::view::{Particle, View};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::Tense;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;

/// `«لن نعود»، يقول X، «وسنبقى»`: the part of what is said before the verb; `found` is the part behind it.
pub(super) fn leading_quote(v: &View, m: &Match, found: &Open) -> Option<Open> {
    let t = m.first as usize;
    let close = t.checked_sub(1 + usize::from(t > 0 && matches!(v.mark(t - 1), Some('،' | ','))))?;
    let whole = v.quotes.iter().any(|q| q.0 == 0 && q.1 == close && close > 3) || v.closes() && v.is_quote(close);
    let said = found.from > t && m.proclitics.is_none() && found.statement.verb.is_some();
    (whole && said && quoted_before(v, t)).then(|| Open {
        statement: found.statement.clone(),
        first: t,
        from: 0,
        to: Some(close + 1),
        clause: true,
        person: found.person,
        with: found.with.clone(),
    })
}

/// Gives every statement its content: up to the next frame, or the end of the sentence.
pub(super) fn close(v: &View, mut open: Vec<Open>, out: &mut Vec<Statement>) {
    let topic = if open.is_empty() { None } else { super::topic::span(v) };
    // Another who speaks in the sentence speaks of something else.
    let first = open.first().map(|o| o.statement.speaker);
    for i in 0..open.len() {
        let next = open.get(i + 1).map(|o| o.first).filter(|&n| n > open[i].from);
        let end = open[i].to.or(next).unwrap_or(v.len());
        // `رفض المبعوث الخوض في تصريح الوزير، الذي قال إن`: the clause on a word is the next one's.
        let relative = end > open[i].from + 2
            && Some(end) == next
            && v.particle(end - 1) == Particle::Relative
            && matches!(v.mark(end - 2), Some('،' | ','));
        let end = end - 2 * usize::from(relative);
        let end = turned(v, open[i].from, end, open[i].clause && open[i].from > 0);
        // `وبينما رحبت الحكومة بالخطوة، تحفظ المجلس`: the comma ends the minor clause, where the main one begins behind it.
        let minor = i == 0 && open[i].first == 0 && v.connective(0).is_some_and(|(m, _)| v.frame(m).turns);
        let comma = (open[i].from..end).find(|&t| matches!(v.mark(t), Some('،' | ',')) && !v.quoted(t));
        let comma = comma.filter(|&t| v.at(t + 1).is_some_and(|m| m.proclitics.is_none() && v.finite(m).is_some()));
        let end = comma.filter(|_| minor).unwrap_or(end);
        // `قال إن «العجلة من الشيطان»، في رد على مطالب`: what stands behind the quotation is the article's.
        let quote = v.opens(open[i].from).map(|q| q.1 + 1).filter(|&q| q < end && open[i].to.is_none());
        let own = |q: &usize| {
            matches!(v.mark(*q), Some('،' | ','))
                && (v.particle(q + 1) == Particle::Takes(Takes::IN)
                    || matches!(v.raw(q + 1), "وهو" | "وهي" | "وهم")
                    || v.at(q + 1).is_some_and(|m| v.frame(m).turns && v.stance(m) == Some("turn")))
        };
        let end = quote.filter(own).unwrap_or(end);
        let o = &mut open[i];
        let from = if o.from == 0 && o.first > 0 { content::dateline(v) } else { o.from };
        // `أما المطلب فلم يحصل بشأنه توافق، على حد تعبير X`
        let from = from + usize::from(o.from == 0 && o.first > 0 && v.raw(from) == "أما");
        // `بالمقابل يواصل الحزب هجماته، حسب مصادر`: how the sentence is joined to the one before.
        let led = v.connective(from).filter(|(m, role)| {
            o.from == 0
                && o.first > from + 2
                && m.first as usize == from
                && (matches!(*role, "turn") || matches!(v.raw(from), "كما" | "بالمقابل"))
        });
        let from = led.map_or(from, |(m, _)| m.last as usize + 1);
        let Some((span, quoted)) = content::trimmed(v, from, end) else { continue };
        // `وستعقد الجولة، بحسب X`: the conjunction joins the sentence, and is not what is said.
        let joined = o.from == 0 && o.first > 0 && joins(v);
        o.statement.content = (if joined { span.0.max(v.start(0) + 'و'.len_utf8() as u32) } else { span.0 }, span.1);
        o.statement.quoted = quoted;
        o.statement.topics = content::topics(v, span);
        let same = first.is_some_and(|s| s.who == o.statement.speaker.who && s.of == o.statement.speaker.of);
        o.statement.topic =
            topic.filter(|t| same && t.1 <= o.statement.content.0 && o.statement.verb.is_some_and(|x| t.1 <= x.span.0));
        let verb = o.statement.verb.map(|x| x.span.0);
        o.statement.topic = o.statement.topic.or_else(|| super::topic::before(v, verb?, o.statement.content.0));
        if o.statement.verb.is_some_and(|verb| {
            v.lexicon.stance(verb.entry).is_some_and(|s| matches!(s, "accuse" | "ask" | "demand" | "thank" | "welcome"))
        }) {
            o.statement.addressee = content::addressee(v, &o.statement);
        }
        // `وأفادت الوكالة نقلاً عن مصدر بأن`: one word, told twice.
        let told = |s: &Statement| {
            s.sentence == o.statement.sentence && s.speaker == o.statement.speaker && s.content == o.statement.content
        };
        if out.last().is_some_and(told) {
            continue;
        }
        out.push(o.statement.clone());
        for &speaker in &o.with {
            out.push(Statement { speaker, ..o.statement.clone() });
        }
    }
}

/// True where و joins the sentence to the one before: `ولم يتفق الطرفان، بحسب X`.
pub(super) fn joins(v: &View) -> bool {
    // No word of its own begins so: `وأسفر`.
    (v.at(0).is_none() && v.raw(0).starts_with('و') && v.raw(0).chars().count() > 3 && !body::listed(v, 0, "waw"))
        || v.at(0).is_some_and(|m| m.proclitics.has(Proclitics::WAW))
        || (v.negates(0) && v.raw(0).starts_with('و'))
        || matches!(v.raw(0), "ولا" | "ولم" | "ولن" | "ومن" | "وفي" | "وعن" | "وعلى" | "وإلى")
        || (matches!(v.particle(0), Particle::Was | Particle::Already) && v.raw(0).starts_with('و'))
}

/// `قال X إن الوفد باق، ونفى مكتبه الأنباء`: a clause in which another speaks who cannot be read. It is no part of what X says.
pub(super) fn another(v: &View, m: &Match, clause: bool) -> bool {
    let comma = m.first > 0 && matches!(v.mark(m.first as usize - 1), Some('،'));
    comma
        && m.ending == Ending::None
        && m.proclitics.has(Proclitics::WAW)
        && v.frame(m).reports
        // `دعا إلى وقف القتال، ودعم الحلول السياسية`: a noun, as what stands before it.
        && (clause || !noun_too(v, m))
        && matches!(v.finite(m), Some((Tense::Perfect, _)))
}

/// The end of what is said before `، بينما رفض …`: the sentence turns to another.
pub(super) fn turned(v: &View, from: usize, end: usize, clause: bool) -> usize {
    let turns = |t: usize| {
        (v.raw(t) == "أما" && v.connective(t).is_some() && !v.quoted(t))
            || v.at(t).filter(|m| v.frame(m).turns).is_some_and(|m| {
                let behind = m.last as usize + 1;
                let perfect = v
                    .at(behind)
                    .is_some_and(|m| matches!(v.finite(m), Some((Tense::Perfect, _))) && (!clause || v.frame(m).reports));
                // `بينما لم يتفقا`
                let not = v.negates(behind) && v.at(behind + 1).is_some_and(|m| v.finite(m).is_some());
                // `فيما يقول آخر: «…»`
                let speech =
                    |m: &Match| matches!(v.stance(m), Some("say" | "affirm" | "add" | "note" | "announce" | "deny" | "warn"));
                let says = v.at(behind).is_some_and(|m| speech(m) && v.finite(m).is_some());
                (perfect || says || (!clause && not)) && !v.quoted(t)
            })
    };
    // `…، الأمر الذي نفاه X`, `وهو ما نفاه X`: another's word on it.
    let reports =
        |t: usize| v.at(t).is_some_and(|m| v.frame(m).reports && v.finite(m).is_some() && matches!(m.ending, Ending::Pronoun(_)));
    let which = |t: usize| v.raw(t) == "وهو" && v.raw(t + 1) == "ما" && reports(t + 2) && !v.quoted(t);
    // From here on all stand behind a comma.
    let matter = |t: usize| v.raw(t) == "الأمر" && v.raw(t + 1) == "الذي";
    // `، من دون أن يستبعد`
    let without = |t: usize| {
        let at = t + usize::from(v.raw(t) == "من");
        let says = |m: &Match| v.frame(m).reports && v.finite(m).is_some();
        matches!(v.raw(at), "دون" | "بدون") && matches!(v.raw(at + 1), "أن" | "ان") && v.at(at + 2).is_some_and(says)
    };
    // `رحبت بالقرار، ولم تتوصل إلى صيغة`: what is no clause ends where one begins.
    let begins = |t: usize| {
        let perfect = |m: &Match| m.ending == Ending::None && matches!(v.finite(m), Some((Tense::Perfect, _)));
        let imperfect = |t: usize| v.at(t).map_or_else(|| v.raw(t).starts_with(['ي', 'ت']), |m| v.finite(m).is_some());
        let not = |m: &Match| v.kind(m) == Kind::Negator && imperfect(m.last as usize + 1);
        let joins = |m: &&Match| m.proclitics.0 & (Proclitics::WAW.0 | Proclitics::FEH.0) != 0;
        // `عن قتل العشرات، وكثفت القوات هجومها`: a verb that no entry knows.
        let word = v.raw(t);
        let she = v.at(t).is_none()
            && word.starts_with('و')
            && word.ends_with('ت')
            && !word.ends_with("ات")
            && word.chars().count() > 4;
        if !clause && she && v.raw(t + 1).starts_with("ال") && !v.quoted(t) {
            return true;
        }
        let waw = v.at(t).filter(joins).filter(|_| !v.quoted(t));
        // `أن الاتفاق «موجه ضد الإرهاب»، وهاجم أنقرة`: so does what ends with a quotation.
        let quoted = t > 1 && v.is_quote(t - 2) && v.quotes.iter().any(|q| q.1 == t - 2);
        (!clause || quoted) && waw.is_some_and(|m| (perfect(m) && (quoted || !may_be_noun(v, m))) || not(m))
    };
    // `على مواصلة التعاون، كما قررت عقد`: what is no clause ends there.
    let also = |t: usize| {
        let perfect = |m: &Match| matches!(v.finite(m), Some((Tense::Perfect, _)));
        let done = matches!(v.raw(t + 1), "تم" | "تمت" | "جرى" | "جرت");
        v.raw(t) == "كما" && (done || v.at(t + 1).is_some_and(perfect)) && !clause
    };
    // `…، وفي السياق ذاته، تواصل القوات`: the report goes on to another matter.
    let passage = |t: usize| {
        v.raw(t).starts_with('و')
            && v.connective(t).is_some_and(|(m, role)| {
                role == "turn"
                    && m.first as usize == t
                    && m.last > m.first
                    && matches!(v.mark(m.last as usize + 1), Some('،' | ','))
            })
            && !v.quoted(t)
    };
    // `نفى الضغوط، وإن كان عضو في الوفد قد أقر بها`: what the report sets against it.
    let though = |t: usize| {
        let was = v.raw(t) == "وإن" && v.particle(t + 1) == Particle::Was && !v.quoted(t);
        was && (t + 2..end)
            .take_while(|&k| v.mark(k).is_none_or(|c| c == '«' || c == '»' || c == '"'))
            .any(|k| v.particle(k) == Particle::Already)
    };
    let behind_comma = |t: usize| {
        also(t)
            || though(t)
            || passage(t)
            || matter(t)
            || (without(t) && !v.quoted(t))
            || begins(t)
            || content::circumstances(v, t)
    };
    let comma = |t: usize| matches!(v.mark(t - 1), Some('،' | ','));
    (from + 1..end).find(|&t| turns(t) || which(t) || (comma(t) && behind_comma(t))).unwrap_or(end)
}

/// True for a perfect that is written as its noun: `وفك الحصار`, `وتبادل الأسرى`.
pub(super) fn may_be_noun(v: &View, m: &Match) -> bool {
    let word = v.raw(m.first as usize).trim_start_matches(['و', 'ف']);
    let inflected = word.ends_with("وا") || (word.ends_with('ت') && !word.ends_with("ات"));
    let derived = word.starts_with(['أ', 'ا']) && word.chars().count() > 3;
    !(inflected || derived)
}
