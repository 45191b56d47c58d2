//! An office, the side it belongs to and who holds it: `وزير خارجية كازاخستان، خيرت عبد الرحمنوف`, `أسامة أبو زيد، المتحدث باسم الفصائل`.

use super::Who;
use super::body;
use super::modifier::{accusative, deed, modifies, noun, of_office, pair, stands_for, takes_office};
use super::speaker::{Phrase, country, longer};
use super::subject::noun_too;
use super::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::Shape;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::lexicon::EntryId;

/// How many tokens an office may have before its holder.
const OFFICE: usize = 16;
/// Tokens of a body in quotation marks behind an office.
const NAMED: usize = 7;

/// `المتحدث`, `وزير الخارجية`, `وزير خارجية كازاخستان`: an office that one person holds. `متحدث باسم الوزارة` and `مسؤول` are anyone.
pub(super) fn definite(v: &View, first: usize, last: usize) -> bool {
    let article =
        |t: usize| v.raw(t).trim_start_matches(['و', 'ف']).starts_with("ال") || (t == first && v.raw(t).starts_with("لل"));
    let holder_of = |k: Kind| matches!(k, Kind::Country | Kind::Organization | Kind::Party);
    // `قائد عملية تحرير عدن`: what no entry has, and a name at its end.
    let plain = |t: usize| v.over(t).is_none() && v.mark(t).is_none() && v.particle(t) == Particle::None && !article(t);
    let chain = plain(last + 1) && {
        let end = last + 2 + usize::from(plain(last + 2));
        v.at(end)
            .is_some_and(|m| (holder_of(v.kind(m)) || v.kind(m) == Kind::Place) && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0)
    };
    // `منسق شؤون الطاقة`
    let pair = plain(last + 1) && article(last + 2) && !v.raw(first).trim_start_matches(['و', 'ف']).starts_with("عضو");
    article(first)
        || ((chain || pair) && v.raw(last + 1) != "باسم")
        || (last > first && article(last))
        || (v.raw(first + 1) != "باسم"
            && (article(first + 1)
                || (v.over(last + 1).is_none() && article(last + 1))
                || (v.at(last + 1).is_some_and(|m| v.kind(m) == Kind::Term) && article(last + 1))
                || v.at(last + 1).is_some_and(|m| holder_of(v.kind(m)) && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0)))
}

/// Walks over an office to its holder: `رئيس الوفد الإيراني حسين جابري أنصاري`.
pub(super) fn office(v: &View, out: &mut Phrase, source: bool) {
    let mut t = out.next;
    // `مبعوث الرئيس`: a name behind it is the president's.
    let many = ["اء", "ين", "نواب"].iter().any(|ending| v.raw(t - 1).ends_with(ending));
    let within = t > out.first + 1 && v.lexicon.is_title(v.raw(t - 1)) && !many;
    let span = t - out.first;
    // `موال للرئيس فلان`, `المتحدث باسم رئيسة المفوضية، فلانة`: the name is that of the one it is for.
    let mut boss = false;
    let mut bound = false;
    let mut preposition = false;
    while t < v.len() && t < out.first + OFFICE {
        if let Some(c) = v.mark(t) {
            match c {
                '،' | ',' if v.kind_at(t + 1) == Some(Kind::Person) && v.at(t + 1).is_some_and(|m| m.proclitics.is_none()) => {
                    t += 1
                }
                // `مديرة «المركز» فلانة`: a body in quotation marks.
                '"' | '«' | '“'
                    if t == out.first + span
                        && !v.raw(t - 1).contains("ال")
                        && v.opens(t).is_some_and(|(a, b)| b - a <= NAMED && !v.is_quote(b + 1)) =>
                {
                    // `عضو وفد «الدعم السريع»`: a side that has an entry.
                    let side = v.at(t + 1).filter(|m| matches!(v.kind(m), Kind::Party | Kind::Organization));
                    out.of = out.of.or(side.map(|m| v.id(m)));
                    t = v.opens(t).map_or(t, |q| q.1) + 1;
                    (out.next, out.definite) = (t, true);
                    continue;
                }
                '"' | '«' | '»' | '“' | '”' => {
                    t = v.opens(t).filter(|_| preposition && v.at(t + 1).is_none()).map_or(t, |q| q.1) + 1
                }
                _ => break,
            }
            if preposition && v.is_quote(t - 1) {
                (out.next, preposition) = (t, v.at(t).is_some());
            }
            continue;
        }
        // `رئيس وفد الجيش التابع لحكومة الوفاق فلان`: to whom a body answers is the side of who speaks for it.
        let answers = v.mark(t).is_none() && t > out.first + 1 && matches!(v.raw(t), "التابع" | "التابعة");
        let whose = v.at(t + 1).filter(|m| {
            answers && m.proclitics.has(Proclitics::LAM) && matches!(v.kind(m), Kind::Party | Kind::Organization | Kind::Country)
        });
        if let Some(m) = whose {
            out.of = Some(v.id(m));
            (t, bound, preposition) = (m.last as usize + 1, true, false);
            out.next = t;
            continue;
        }
        let Some(m) = v.at(t) else {
            // `القيادي في حزب المؤتمر`, `رئيس وفد مجلس النواب`
            let within = v.particle(t) == Particle::Takes(Takes::IN);
            let construct = !v.raw(t - 1).starts_with("ال") && v.mark(t - 1).is_none();
            let body = (within || construct).then(|| body::called(v, t + usize::from(within), Proclitics::default()));
            if let Some(body) = body.flatten() {
                (t, out.next, preposition) = (body.next, body.next, false);
                continue;
            }
            // `رئيس الوفد إلى اجتماع أستانا 8`
            let round = |k: Kind| matches!(k, Kind::Process | Kind::Place | Kind::Ordinal | Kind::Term | Kind::Agreement);
            if v.is_digits(t) && t > out.first + 2 && v.over(t - 1).is_some_and(|m| round(v.kind(m))) {
                t += 1;
                out.next = t;
                continue;
            }
            // `عضو مجلس المحافظة الشيخ سامي الفلاني`: behind an honorific or a rank, a name.
            let rank =
                v.raw(t - 1).starts_with("ال") && v.at(t - 1).is_some_and(|m| v.kind(m) == Kind::Title && m.first == m.last);
            if rank && t > out.first + 1 && v.is_name(t) && v.over(t + 1).is_none() && v.raw(t + 1).starts_with("ال") {
                break;
            }
            match v.particle(t) {
                // `ممثلون عن هذه المجموعات`
                Particle::Takes(p) if stands_for(v, out, t, p) => {
                    preposition = true;
                    if matches!(v.raw(t + 1), "هذه" | "هذا" | "تلك") {
                        (t, out.next, preposition) = (t + 3, t + 3, false);
                        continue;
                    }
                }
                Particle::Takes(p) if takes_office(v, t, p, source) => preposition = true,
                Particle::None if v.raw(t) == "ل" => preposition = true,
                // `القائد العام لـ«هيئة التنسيق»`: a body, and no paper that was told.
                Particle::None
                    if v.raw(t) == "لـ"
                        && v.is_quote(t + 1)
                        && matches!(v.kind_at(t + 2), Some(Kind::Party | Kind::Organization)) =>
                {
                    preposition = true
                }
                // `السفير البنغلاديشي لدى المملكة`
                _ if v.raw(t) == "لدى" && v.at(t + 1).is_none() && v.raw(t + 1) == "المملكة" => t += 1,
                _ if v.raw(t) == "لدى" => preposition = true,
                _ if matches!(v.raw(t), "بالإنابة" | "بالوكالة") => {}
                Particle::None if (modifies(v, t, out.definite) && !noun(v, out.first, t)) || accusative(v, out.first, t) => {}
                // `رئيس وفد قوى الثورة`
                Particle::None
                    if t == out.first + span
                        && !(source && v.raw(t).starts_with('ب') && !v.raw(t).ends_with('ة'))
                        && pair(v, t) =>
                {
                    out.definite = true
                }
                _ => break,
            }
            t += 1;
            out.next = t;
            continue;
        };
        // `رئيس منظمة الطاقة الذرية الإيرانية`: a noun that bodies are called by, though it is a term by itself.
        let bare = m.proclitics.is_none() && !v.raw(t - 1).starts_with("ال");
        // `الأمين العام لجبهة النضال الشعبي`
        let tied = m.proclitics.0 == Proclitics::LAM.0 && v.raw(t - 1).starts_with("ال");
        let called = (matches!(v.kind(m), Kind::Term | Kind::Unit) || v.shape(m) == Shape::Masdar) && (bare || tied);
        if let Some(body) = called.then(|| body::called(v, t, Proclitics::LAM)).flatten().filter(|b| b.next > m.last as usize + 1)
        {
            (t, out.next, preposition) = (body.next, body.next, false);
            continue;
        }
        // `المبعوث في تصريح لوزير الخارجية`: where somebody spoke.
        if preposition
            && v.particle(t - 1) == Particle::Takes(Takes::IN)
            && body::listed(v, t, "speech")
            && m.proclitics.is_none()
        {
            break;
        }
        let id = v.id(m);
        let past = m.last as usize + 1;
        let bare = m.proclitics.0 & !Proclitics::ARTICLE.0 == 0;
        let tied = m.proclitics.0 & (Proclitics::BEH.0 | Proclitics::LAM.0) != 0;
        match v.kind(m) {
            // `التقى برلمانيون رئيس الوفد`: a plural that governs nothing.
            Kind::Title | Kind::Person if t == out.first + 1 && v.raw(out.first).ends_with("ون") && m.proclitics.is_none() => {
                break;
            }
            // `رئيس الوزراء السوداني عبد الله حمدوك`: a surname that is the country's adjective, before another name.
            Kind::Person
                if bare
                    && m.first == m.last
                    && v.raw(t).starts_with("ال")
                    && v.raw(t).ends_with('ي')
                    && v.kind_at(past) == Some(Kind::Person) => {}
            Kind::Person if bare && longer(v, m) => {
                // `رئيسها موسى عمر`
                *out = Phrase { first: t, next: past + 1, who: Who::Words, role: (v.start(out.first), v.end(t - 1)), ..*out };
                return;
            }
            Kind::Person if bare => {
                // `مستشارة أوباما`: whose she is.
                // `موفد فلان، السفير فلان، أن`: so is one whose own name follows.
                let named = v.mark(past) == Some('،') && v.kind_at(past + 1) == Some(Kind::Title);
                let own = v.raw(out.first).trim_start_matches(['و', 'ف']).starts_with("ال");
                let theirs = boss;
                let boss = t == out.first + 1 && m.first == m.last && !own && (v.mark(past).is_none() || named);
                let within = within && m.first as usize == out.first + span;
                holder(v, out, (m.first as usize, past), id, within || boss || theirs && !speaks_for(v, id));
                return;
            }
            Kind::Title if tied && v.frame(m).source => break,
            // `المصدر لوكالة رويترز`: who was told; a correspondent is the agency's own.
            Kind::Media
                if m.proclitics.has(Proclitics::LAM)
                    && out.title.is_none_or(|id| v.lexicon.entries.id(id) != "correspondent") =>
            {
                break;
            }
            Kind::Demonym if bare => out.of = out.of.or_else(|| country(v, id)),
            Kind::Country | Kind::Organization | Kind::Party | Kind::Media | Kind::Place if bare || tied => {
                if (bound || out.of.is_some()) && !preposition && !tied {
                    break;
                }
                // `اتهم المتحدث المليشيا`: no office of hers, the noun has its article.
                let alone = t == out.first + 1
                    && v.raw(out.first).trim_start_matches(['و', 'ف']).starts_with("ال")
                    // `والي الخرطوم`: no article.
                    && v.raw(out.first) != "والي";
                // `القيادي الحوثي`: an adjective.
                let adjective = v.raw(t).ends_with('ي') && m.first == m.last;
                if alone && !preposition && !tied && !adjective {
                    break;
                }
                out.of = out.of.or(Some(id));
                bound = true;
            }
            // `اتهم المتحدث المليشيا`
            // Not at `قائد المليشيا فلان`: hers.
            Kind::Term
                if t == out.first + 1
                    && v.raw(out.first).trim_start_matches(['و', 'ف']).starts_with("ال")
                    && v.raw(t).starts_with("ال")
                    && v.raw(t).ends_with('ا') =>
            {
                break;
            }
            // `مفوض السلم والأمن`
            Kind::Term
                if out.definite
                    && m.proclitics.has(Proclitics::WAW)
                    && m.proclitics.has(Proclitics::ARTICLE)
                    && !v.frame(m).speaker => {}
            // `رفض المبعوث الأممي تمديد الجولة`, `أسف المبعوث لغياب الوفد`: behind a definite noun, one without its article is no part of the office.
            Kind::Term | Kind::Process | Kind::Agreement | Kind::Unit | Kind::Slot
                if !preposition
                    && v.raw(t - 1).starts_with("ال")
                    && (!of_office(v, t, m) || m.first == m.last && deed(v, t, out.first)) =>
            {
                break;
            }
            // `أفاد مصدر أمني عراقي بمقتل جنديين`: what is said.
            Kind::Term | Kind::Unit | Kind::Slot | Kind::Outcome
                if source && m.proclitics.has(Proclitics::BEH) && !v.frame(m).speaker =>
            {
                break;
            }
            // `توقع محللون انهيار الهدنة`: a plural that governs nothing.
            Kind::Term | Kind::Unit | Kind::Slot | Kind::Outcome
                if !preposition && m.proclitics.is_none() && !v.frame(m).speaker && v.raw(t - 1).ends_with("ون") =>
            {
                break;
            }
            // `أعلنت مصادر رسمية مقتل جنديين`: what is said.
            Kind::Term | Kind::Unit | Kind::Slot
                if source
                    && !out.definite
                    && !preposition
                    && m.proclitics.is_none()
                    && !v.frame(m).speaker
                    && (t > out.first + span || span > 1)
                    && !v.raw(t - 1).starts_with("ال")
                    && v.particle(t - 1) == Particle::None =>
            {
                break;
            }
            Kind::Title | Kind::Term | Kind::Process | Kind::Agreement | Kind::Ordinal | Kind::Unit | Kind::Slot
                if bare || tied =>
            {
                let full = bound || v.raw(t - 1).starts_with("ال");
                if v.frame(m).speaker && full && !preposition && v.kind(m) == Kind::Term {
                    break;
                }
                // `المبعوث الخاص للأمين العام فلان` is the envoy.
                let follows = m.proclitics.has(Proclitics::LAM) && !v.raw(t - 1).starts_with("ال");
                boss |= v.kind(m) == Kind::Title && (follows || v.raw(t - 1) == "باسم");
            }
            // `رئيس الوزراء السابق`
            Kind::Time if m.first == m.last && v.raw(t).starts_with("ال") => {}
            // `استبعد الوزير التوصل إلى اتفاق`: what is said.
            Kind::Verb
                if matches!(v.shape(m), Shape::Participle | Shape::Lemma)
                    && m.proclitics.has(Proclitics::ARTICLE)
                    && !(t == out.first + 1 && noun_too(v, m)) => {}
            _ => break,
        }
        preposition = false;
        t = past;
        out.next = t;
    }
    // A preposition that led nowhere is no part of the office.
    if preposition && out.next > out.first + 1 {
        out.next -= 1;
    }
}

/// True for one of whom the glossary knows that they speak for another: `المتحدث باسم الرئيس الروسي ديمتري بيسكوف`.
fn speaks_for(v: &View, id: EntryId) -> bool {
    let speaks = |ar: &str| ar.contains("متحدث") || ar.contains("ناطق");
    v.lexicon.entries[id as usize].roles.iter().any(|role| speaks(&role.ar))
}

/// The holder of an office. `مبعوث الرئيس بوتين إلى سوريا، ألكسندر لافرينتيف`: a person in the office itself gives way to one in apposition.
fn holder(v: &View, out: &mut Phrase, (first, past): (usize, usize), id: EntryId, within: bool) {
    let role_end = if matches!(v.mark(first - 1), Some('،' | ',')) { first - 2 } else { first - 1 };
    let mut t = past;
    if matches!(v.particle(t), Particle::Takes(p) if p == Takes::TO) && v.kind_at(t + 1) == Some(Kind::Country) {
        t += 2;
    }
    // `المتحدث باسم حفتر أحمد المسماري`: for whom, and who
    let stands_for = first > 0 && v.raw(first - 1) == "باسم";
    let spoken_for = stands_for && v.kind_at(past) == Some(Kind::Person);
    if t > past || v.mark(t).is_some() || spoken_for {
        let at = if v.mark(t) == Some('،') { t + 1 } else { t };
        if let Some(m) = v.at(at).filter(|m| v.kind(m) == Kind::Person && m.proclitics.is_none()) {
            out.who = Who::Entry(v.id(m));
            out.role = (v.start(out.first), v.end(t - 1));
            out.next = m.last as usize + 1;
            return;
        }
    }
    if within || stands_for {
        out.next = past;
        out.of = out.of.or(Some(id).filter(|_| stands_for));
        return;
    }
    out.who = Who::Entry(id);
    out.role = (v.start(out.first), v.end(role_end));
    out.next = past;
}
