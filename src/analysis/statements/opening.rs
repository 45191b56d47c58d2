//! Where the content of a statement begins: at a particle, a colon, a quotation mark, or behind the speaker.

use super::Span;
use super::body;
use super::circumstance::{CIRCUMSTANCE, NAMED, circumstance, clause_later, how, page, says_later, taken, talk, that, whose};
use super::subject::noun_too;
use super::view::{Particle, View};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::frames::{Frame, Takes, Tells};
use crate::glossary::matcher::Match;

/// Tokens between two commas that tell when.
const WHEN: usize = 8;
/// How far behind the speaker the content may begin.
const REACH: usize = 40;
/// Tokens of a circumstance between two commas.
const ASIDE: usize = 32;

/// `وأضاف، رداً على سؤال حول ما إذا كانت الهدنة صامدة، أن`: the token behind a circumstance between two commas, where what is said opens.
fn aside(v: &View, comma: usize) -> Option<usize> {
    let opens = matches!(v.particle(comma + 1), Particle::Takes(p) if p == Takes::IN || p == Takes::FROM)
        || v.particle(comma + 1) == Particle::Adjunct
        || matches!(v.raw(comma + 1), "تزامنا" | "تزامناً" | "بالتزامن")
        // `أكدا للوكالة، طالبين عدم كشف اسميهما، أن`: why they are not named.
        || matches!(v.raw(comma + 1).trim_end_matches('ً'), "طالبا" | "طالبة" | "طالبين") && v.raw(comma + 2) == "عدم"
        || v.connective(comma + 1).is_some_and(|(_, role)| matches!(role, "turn" | "attribution" | "time" | "background"));
    let close = (comma + 2..v.len().min(comma + ASIDE)).find(|&t| v.mark(t).is_some())?;
    // `زعيم الحزب، وهو أبرز أحزاب المعارضة، استعداده`
    let is = matches!(v.raw(comma + 1), "وهو" | "وهي" | "وهم") && close < comma + CIRCUMSTANCE;
    (matches!(v.mark(close), Some('،' | ',')) && (is || opens && that(v, close + 1).is_some())).then_some(close + 1)
}

/// `وأكدت، في بيان، التزامها`: the token behind a circumstance between two commas, before a noun that is the speaker's own or a verbal noun.
pub(super) fn behind_aside(v: &View, t: usize) -> usize {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let opens = comma(t) && matches!(v.particle(t + 1), Particle::Takes(_) | Particle::Adjunct);
    let close = (t + 2..v.len().min(t + CIRCUMSTANCE)).find(|&k| v.mark(k).is_some()).filter(|&k| opens && comma(k));
    let noun = |k: usize| {
        let word = v.raw(k);
        let own = word.ends_with(['ه', 'ا']) && word.chars().count() > 4 && v.at(k).is_none_or(|m| v.finite(m).is_none());
        own || v.at(k).is_some_and(|m| v.shape(m) == Shape::Masdar && m.proclitics.is_none())
    };
    close.filter(|&k| noun(k + 1) && v.particle(k + 1) == Particle::None).map_or(t, |k| k + 1)
}

/// Where the content of a statement begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening {
    /// First token of the content.
    pub(super) at: usize,
    /// True behind a particle that opens a clause, a colon or a quotation mark: what follows is speech, not an object.
    pub(super) clause: bool,
    /// True if it begins where the search began, but for circumstances.
    pub(super) direct: bool,
    /// Words that date the statement, and place it.
    pub(super) time: Option<Span>,
    pub(super) place: Option<Span>,
}

/// `شدد، قبيل انطلاق المحادثات، على أن`: between two commas when, and behind them the preposition that the verb takes; its token.
fn when_aside(v: &View, t: usize, frame: Frame) -> Option<usize> {
    let time = v.particle(t + 1) == Particle::Adjunct
        || v.at(t + 1).is_some_and(|m| matches!(v.kind(m), Kind::Weekday | Kind::Time | Kind::Month));
    let close = (t + 2..v.len().min(t + 2 + WHEN)).find(|&k| v.mark(k).is_some()).filter(|&k| v.mark(k) == Some('،'))?;
    let own = matches!(v.particle(close + 1), Particle::Takes(p) if frame.takes.has(p) && p != Takes::IN && p != Takes::FROM);
    (time && own).then_some(close + 1)
}

/// The opening of the content behind token `from`; `frame` is that of the verb. `object` allows an object without a particle.
pub(super) fn opening(v: &View, from: usize, frame: Frame, mut object: bool) -> Option<Opening> {
    let (mut t, mut direct, mut hung) = (from, true, false);
    let mut out = Opening { at: from, clause: true, direct: true, time: None, place: None };
    while t < v.len() && t < from + REACH {
        if let Some(c) = v.mark(t) {
            match c {
                // `قال: إن الوفد باق`
                ':' => return Some(Opening { at: that(v, t + 1).unwrap_or(t + 1), direct, ..out }),
                '"' if v.quotes.iter().any(|q| q.1 == t) => t += 1,
                '«' | '“' | '"' => {
                    let Some((a, b)) = v.opens(t) else {
                        // It opens and never closes.
                        return Some(Opening { at: t, direct, ..out });
                    };
                    // `نشرت قوات من طراز «إف 16»`: a name further on.
                    // `وأضاف «سنعود»`
                    let all = t == from && !frame.object && (v.mark(b + 1).is_some() || b + 1 >= v.len());
                    if all || b - a > if direct { 3 } else { NAMED } || (direct && v.over(a + 1).is_none()) {
                        return Some(Opening { at: t, direct, ..out });
                    }
                    // `ثمّنت السفارة «مرونة الطرفين»`: what is welcomed.
                    if frame.object && object && direct && t > from {
                        return Some(Opening { at: t, clause: false, direct, ..out });
                    }
                    t = b + 1;
                }
                '.' | '؟' | '!' | '؛' => return None,
                // `كما أكد الرئيس»، مشدداً على أن`: the quotation in which he is named ends.
                '»' | '”'
                    if direct
                        && matches!(v.mark(t + 1), Some('،' | ','))
                        && v.start(t) == v.end(t - 1)
                        && !v.quotes.iter().any(|q| q.1 == t && q.0 >= from.saturating_sub(NAMED)) =>
                {
                    return None;
                }
                '،' | ',' if direct => t = when_aside(v, t, frame).or_else(|| aside(v, t)).unwrap_or(t + 1),
                _ => t += 1,
            }
            continue;
        }
        if let Some(after) = that(v, t) {
            return Some(Opening { at: after, direct, ..out });
        }
        // `أعلنت الرياض رسمياً تأييدها`, `هدد المجلس بالفعل بعقوبات`: how, and what is said behind it.
        if direct && how(v, t) {
            t += 1;
            continue;
        }
        // `وأضاف متحدثاً عن الهدنة: «…»`: of what, and what is said further on.
        if t == from && body::listed(v, t, "speaking") {
            let opens = |k: &usize| matches!(v.mark(*k), Some(':' | '«' | '“' | '"')) || that(v, *k).is_some();
            t = (t + 1..v.len().min(t + CIRCUMSTANCE)).find(opens).unwrap_or(t + 1);
            continue;
        }
        // `قائلاً بشكل صريح: «…»`: how.
        if matches!(v.raw(t), "بشكل" | "بصورة" | "بطريقة")
            && v.over(t + 1).is_none_or(|m| v.finite(m).is_none())
            && v.mark(t + 1).is_none()
        {
            t += 2;
            continue;
        }
        // `نفت ما تردد عن تسليم أسرى`, `انتقد ما سماه «...»`, `رحب بما تحقق`
        if (v.raw(t) == "ما" && frame.object && object && direct) || (v.raw(t) == "بما" && frame.takes.has(Takes::BY) && direct)
        {
            return Some(Opening { at: t, clause: false, direct, ..out });
        }
        if let Some((m, role)) = v.connective(t) {
            // `أشاد بما وصفه بروح المسؤولية`
            if frame.takes.has(Takes::BY) && v.raw(t) == "بما" {
                return Some(Opening { clause: false, at: t, direct, ..out });
            }
            if v.raw(t).starts_with("قائل") || v.raw(t) == "بالقول" {
                t = m.last as usize + 1;
                continue;
            }
            // `فنّد أنباء عن موافقة`: what is denied.
            let matter = v.stance(m) == Some("matter");
            if matter && frame.object && object && direct {
                return Some(Opening { clause: false, at: t, ..out });
            }
            if matches!(role, "time" | "attribution" | "turn" | "background")
                || (role == "cause" && !v.frame(m).subordinates)
                || v.raw(t) == "عبر"
            {
                // `أعربت في بيان عن أملها`
                let next = m.last as usize + 1;
                let own =
                    matches!(v.particle(next), Particle::Takes(p) if frame.takes.has(p) && p != Takes::IN && p != Takes::FROM);
                // `أكدت من جهتها تمسكها`: nothing of it follows.
                let whole = role == "turn" && m.last > m.first && v.raw(m.last as usize).ends_with(['ه', 'ا', 'م']);
                // `منوهاً في هذا الصدد بالمبادرة`
                let whole = whole || matches!(v.raw(m.last as usize), "الصدد" | "السياق" | "الإطار" | "الشأن" | "الخصوص");
                // `أعلن في وقت سابق بدء المرحلة`
                let whole = whole || matches!(v.raw(m.last as usize), "سابق" | "لاحق");
                // `وحمل المبعوث حينها الوفد المسؤولية`: a word that is a time by itself.
                let whole = whole || v.name(m) == "conn_at_that_time";
                t = if own || whole { next } else { circumstance(v, next, frame.takes, frame.object && object) };
                continue;
            }
            if frame.object && object && direct && role == "addition" {
                return Some(Opening { clause: false, at: t, ..out });
            }
            if matches!(role, "contrast" | "cause" | "condition" | "purpose") {
                return None;
            }
            t = m.last as usize + 1;
            continue;
        }
        let m = v.at(t);
        // `ويتهم الحلفاء منذ أشهر أنقرة`
        if v.raw(t) == "منذ" && body::listed(v, t + 1, "span") {
            t += 2;
            continue;
        }
        // `أبلغ الناشط الصحيفة بالأمر قبل أن يختفي`: when.
        if v.particle(t) == Particle::Adjunct && matches!(v.raw(t + 1), "أن" | "ان") {
            t += 2;
            direct = false;
            continue;
        }
        if v.particle(t) == Particle::Adjunct {
            t = circumstance(v, t + 1, frame.takes, frame.object && object);
            continue;
        }
        if let Some(m) = m
            && matches!(v.kind(m), Kind::Weekday | Kind::Time | Kind::Month)
        {
            let span = out.time.map_or(m.start, |s| s.0);
            out.time = Some((span, m.end));
            let next = m.last as usize + 1;
            // `أعلن، قبيل ختام الاجتماع، تشكيل قوة`, `منذ البداية، من دون نتائج`: what a word of time governs is not what is said.
            let comma = |k: usize| matches!(v.mark(k), Some('،' | ','));
            let governs = m.first == m.last && matches!(v.raw(t), "قبيل" | "قبل" | "بعيد" | "بعد" | "عقب" | "منذ" | "حتى");
            let close = (next + 1..v.len().min(next + WHEN)).find(|&k| v.mark(k).is_some()).filter(|&k| governs && comma(k));
            t = close.filter(|&k| direct && (next..k).all(|k| that(v, k).is_none())).unwrap_or(next);
            continue;
        }
        // `الجمعة 15 أيلول`
        if v.is_digits(t) && (v.kind_at(t + 1) == Some(Kind::Month) || v.kind_at(t.wrapping_sub(1)) == Some(Kind::Month)) {
            t += 1;
            continue;
        }
        if let Some(place) = m.filter(|m| m.proclitics.has(Proclitics::BEH) && v.kind(m) == Kind::Place) {
            // `في مؤتمر صحافي بالدوحة`
            out.place = out.place.or(Some((place.start, place.end)));
            t = place.last as usize + 1;
            continue;
        }
        // `أفاد مراسل القناة بتجدد القصف`: right behind the speaker.
        let by = direct
            && (t == from
                || matches!(v.mark(t - 1), Some('،' | ','))
                || v.over(t - 1).is_some_and(|m| matches!(v.kind(m), Kind::Weekday | Kind::Time)))
            && frame.takes.has(Takes::BY)
            && m.is_none()
            && v.raw(t).starts_with('ب')
            && (v.raw(t).chars().count() > 3 || matches!(v.raw(t), "بأي" | "بكل"));
        // `لوّح بعض من حضروا الجلسة بعدم العودة`: wherever it stands, what is said opens with its negation.
        let by = by || frame.takes.has(Takes::BY) && v.raw(t) == "بعدم";
        // `ورأى فلان في حوار مع الصحيفة أن`: where, though the verb takes في.
        let page = page(v, t + 1) && matches!(v.particle(t), Particle::Takes(p) if p == Takes::ON || p == Takes::IN);
        let place = (v.particle(t) == Particle::Takes(Takes::IN) && talk(v, t + 1) || page) && clause_later(v, t + 1);
        // `أكد المبعوث بالعاصمة مدريد أن`: where.
        let town = matches!(v.raw(t), "بالعاصمة" | "بمدينة" | "ببلدة" | "بمقر" | "بقصر" | "بفندق") && clause_later(v, t);
        if town {
            t = (t + 1..v.len()).find(|&k| that(v, k).is_some()).unwrap_or(t + 1);
            continue;
        }
        if by || !place && taken(v, t, frame.takes) {
            // `قال عضو المجلس عن دائرة الشمال، في تصريح للصحيفة: «…»`: for whom he sits.
            let comma = (t + 1..v.len().min(t + CIRCUMSTANCE)).find(|&k| v.mark(k).is_some());
            let sits = comma.filter(|&k| {
                t == from
                    && v.particle(t) == Particle::Takes(Takes::ABOUT)
                    && matches!(v.mark(k), Some('،' | ','))
                    && v.particle(k + 1) == Particle::Takes(Takes::IN)
                    && talk(v, k + 2)
                    && says_later(v, k + 2)
            });
            if let Some(k) = sits {
                t = k;
                continue;
            }
            // `أشار إلى أن`: the clause begins behind both.
            let own = matches!(v.particle(t), Particle::Takes(_));
            if own && let Some(after) = that(v, t + 1) {
                return Some(Opening { at: after, direct, ..out });
            }
            return Some(Opening { at: t, clause: false, direct, ..out });
        }
        match v.particle(t) {
            Particle::Takes(p) if p == Takes::IN || p == Takes::FROM || p == Takes::ON || p == Takes::TO => {
                if let Some(place) = v.at(t + 1).filter(|m| matches!(v.kind(m), Kind::Place | Kind::Country)) {
                    out.place = out.place.or(Some((place.start, place.end)));
                }
                t = circumstance(v, t + 1, frame.takes, frame.object && object);
                continue;
            }
            Particle::Relative => {
                // `الوزير الذي يرأس الوفد، أن`
                // Not at `دون أن`.
                let clause = |k: usize| that(v, k).is_some() && !matches!(v.raw(k - 1), "دون" | "قبل" | "بعد" | "منذ" | "بدون");
                let close =
                    (t + 1..v.len().min(t + CIRCUMSTANCE)).find(|&k| matches!(v.mark(k), Some('،' | ',' | ':')) || clause(k));
                // `أعلنت القوات التي تقودها باريس أمس تنفيذ غارات`: no comma before the noun.
                let name = |k: usize| v.over(k).is_some_and(|m| matches!(v.kind(m), Kind::Country | Kind::Weekday | Kind::Time));
                let said = |m: &Match| v.shape(m) == Shape::Masdar || v.kind(m) == Kind::Term && !v.frame(m).speaker;
                let noun = |k: &usize| name(k - 1) && v.at(*k).is_some_and(|m| said(m) && m.proclitics.is_none());
                let noun = (t + 2..v.len().min(t + CIRCUMSTANCE)).find(noun).filter(|_| frame.object && object);
                // What else may follow is no object.
                object &= close.or(noun).is_some();
                t = close.or(noun).unwrap_or(t + 1);
                continue;
            }
            Particle::After | Particle::Was => return None,
            _ => {}
        }
        // `أكد الوزير لنظيره التركي، أن`: who was told.
        let peer = ["لنظيره", "لنظيرته", "لنظيرها", "لنظرائه", "لنظرائها"].contains(&v.raw(t));
        if peer && clause_later(v, t) {
            t = (t + 1..v.len()).find(|&k| that(v, k).is_some()).unwrap_or(t + 1);
            continue;
        }
        // `وأكد للقناة أن`: who was told, whom no entry knows.
        if m.is_none() && v.raw(t).starts_with('ل') && that(v, t + 1).is_some() {
            t += 1;
            continue;
        }
        // `وأضاف لقناة الجزيرة «…»`: who was told.
        if body::outlet(v, t) {
            let ends = |k: &usize| v.mark(*k).is_some() || that(v, *k).is_some();
            let outlet = |k: &usize| {
                v.over(*k).is_some_and(|m| matches!(v.kind(m), Kind::Media | Kind::Demonym))
                    || matches!(v.raw(*k), "للأنباء" | "للانباء")
            };
            let named = |k: usize| (k..v.len()).find(|k| !outlet(k)).unwrap_or(k);
            // `نفى مصدر لوكالة X هذه الأنباء`: behind its name.
            let behind = named(t + 1);
            t = (t + 1..v.len().min(t + NAMED)).find(ends).unwrap_or(behind);
            // `لتلفزيون «فوكس» (اليميني)، إن`
            if let Some((_, close)) = v.opens(t).filter(|&(a, b)| b - a <= 3 && says_later(v, b + 1)) {
                t = close + 1;
            }
            if v.mark(t) == Some('(') {
                t = (t..v.len().min(t + REACH / 4)).find(|&k| v.mark(k) == Some(')')).map_or(t, |k| k + 1);
            }
            continue;
        }
        // `لـ«بوابة الوسط»`: who was told.
        if matches!(v.raw(t), "ل" | "لـ") {
            let name = v.opens(t + 1).map(|q| q.1).or_else(|| v.at(t + 1).map(|m| m.last as usize));
            t = name.unwrap_or(t) + 1;
            continue;
        }
        if m.is_some_and(|m| m.proclitics.has(Proclitics::LAM) && matches!(v.kind(m), Kind::Media | Kind::Title))
            || v.raw(t).starts_with("لوكال")
        {
            // `لوكالة رويترز`, `لمراسل "العربية" في أستانا`: who was told.
            t = m.map_or(t + 1, |m| m.last as usize + 1);
            // Marks belong to the name of an outlet: `لصحافيين "…"` opens what is said.
            let named = |t: usize| v.is_quote(t) && [t.wrapping_sub(1), t + 1].iter().any(|&k| v.kind_at(k) == Some(Kind::Media));
            while v.kind_at(t) == Some(Kind::Media)
                || matches!(v.raw(t), "للأنباء" | "للانباء")
                || named(t)
                || matches!(v.kind_at(t), Some(Kind::Demonym))
            {
                t = v.at(t).map_or(t + 1, |m| m.last as usize + 1);
            }
            continue;
        }
        // `أبدت في بيان للخارجية هواجسها`, `جددت الدول الضامنة لصيغة أستانا تمسكها`: whose it is.
        let whose = whose(v, t, frame).filter(|_| object && direct && frame.object);
        if let Some(behind) = whose {
            (t, hung) = (behind, true);
            continue;
        }
        // `نفى نفياً قاطعاً التزام حكومته`
        let stressed = |m: &Match| {
            v.shape(m) == Shape::Masdar && m.ending == Ending::Accusative && v.raw(t + 1).trim_end_matches('ً').ends_with('ا')
        };
        if frame.object && object && direct && m.is_some_and(stressed) {
            t += 2;
            continue;
        }
        // `طلب الملك فيصل أن`: a name, and no object.
        if frame.object
            && object
            && m.is_none()
            && !body::listed(v, t, "matter")
            && v.raw(t + 1).starts_with(['أ', 'ا'])
            && let Some(after) = that(v, t + 1)
        {
            return Some(Opening { at: after, direct, ..out });
        }
        // `كشف تقرير أصدرته الرابطة أن`: a clause on one who is not named.
        let clause = m.is_some_and(|m| matches!(m.ending, Ending::Pronoun(_)) && v.finite(m).is_some() && t == from);
        let named = t > 0 && body::noun(v, t - 1).is_some();
        if frame.object && object && clause && named {
            direct = false;
            t += 1;
            continue;
        }
        // `دعت الحكومة المحلية للمحافظة الأهالي إلى`: what hangs on the speaker.
        let hangs = direct
            && m.is_some_and(|m| m.proclitics.0 & (Proclitics::LAM.0 | Proclitics::BEH.0) != 0 && v.shape(m) != Shape::Masdar);
        if frame.object && object && hangs && (t == from || hung) {
            t = circumstance(v, t, frame.takes, frame.object && object);
            continue;
        }
        // `أكدت الهيئات والشخصيات الثقافية تضامنها`: who speaks with the first.
        if object && t == from && v.raw(t).starts_with("وال") && v.mark(t - 1).is_none() {
            t = (t + 1..v.len().min(t + CIRCUMSTANCE)).find(|&k| taken(v, k, frame.takes) || that(v, k).is_some())?;
            continue;
        }
        // `أعلن في ختام مشاورات استمرت أسبوعا توصل الطرفين إلى`: a clause on a noun before what is announced.
        if frame.object && object && t > from && on_noun(v, t) {
            let noun = (t + 1..v.len().min(t + CIRCUMSTANCE))
                .take_while(|&k| v.mark(k).is_none() || bracket(v, k))
                .find(|&k| deed(v, k));
            return noun.map(|at| Opening { at, clause: false, direct, ..out });
        }
        if frame.object && object {
            return Some(Opening { at: t, clause: false, direct, ..out });
        }
        // `تتابع القوات الضغط، قالت مصادر إن`: another's.
        if m.is_some_and(|m| m.last > m.first && v.frame(m).tells == Tells::Saying) {
            return None;
        }
        if let Some(m) = m
            && v.frame(m).reports
            && v.finite(m).is_some()
        {
            // `قال دبلوماسي تابع الجلسات إن`: a clause on one who is not named.
            let bare = m.proclitics.is_none() && t == from && v.mark(t - 1).is_none() && !v.raw(t - 1).starts_with("ال");
            if !bare || frame.object {
                return None;
            }
        }
        // `فيما يدعم آخرون فلاناً، لافتة إلى أن`: what another says.
        let comma = t > 0 && matches!(v.mark(t - 1), Some('،' | ','));
        let goes_on = |m: &Match| v.frame(m).reports && v.shape(m) == Shape::Participle && m.proclitics.is_none();
        if comma && m.is_some_and(goes_on) {
            return None;
        }
        direct = false;
        t = m.map_or(t + 1, |m| m.last as usize + 1);
    }
    None
}

/// `مشاورات استمرت أسبوعا`: a verb right behind a noun that nothing makes definite.
fn on_noun(v: &View, t: usize) -> bool {
    let verb =
        v.at(t).is_some_and(|m| matches!(v.finite(m), Some((Tense::Perfect, _))) && m.proclitics.is_none() && !noun_too(v, m));
    let noun = v.mark(t - 1).is_none() && !v.raw(t - 1).starts_with("ال") && v.particle(t - 1) == Particle::None;
    verb && noun && !v.negates(t - 1) && v.connective(t - 1).is_none()
}

/// A verbal noun with what it is of, behind no preposition.
fn deed(v: &View, t: usize) -> bool {
    let noun = v.at(t).is_some_and(|m| m.proclitics.is_none() && (v.shape(m) == Shape::Masdar || noun_too(v, m)));
    // `توصل الطرفين إلى`: a noun with the letters of another verb.
    let outcome =
        |c: &Match| c.first as usize == t && v.kind(c) == Kind::Outcome && v.lexicon.takes(v.id(c)).any(|k| k == "noun");
    let noun = noun || v.s.cues.iter().any(outcome);
    noun && v.particle(t - 1) == Particle::None && v.mark(t - 1).is_none() && v.mark(t + 1).is_none()
}

fn bracket(v: &View, t: usize) -> bool {
    matches!(v.mark(t), Some('(' | ')'))
}
