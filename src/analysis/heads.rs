//! Who heads a delegation or stands for a side, and what only those who are there do.
//!
//! In: a sentence and a word of heading (a verb with the role `heads`, `برئاسة`, `ممثلاً`) or a deed (a verb that takes `present`: to sign, to read out, to open). Out: the persons and
//! offices beside it, whether the glossary knows them or not. Those who head something else than a delegation (`الجيش، بقيادة فلان`, `تحالف برئاسة فلان`) are none of them.

use super::presence::Attendee;
use super::statements::Who;
use super::statements::holder::{given_name, holder};
use super::statements::speaker::{Phrase, phrase_with};
use super::statements::view::{Particle, View};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens between an office or `برئاسة` and the person.
const HEADS: usize = 9;
/// Tokens between a delegation and who heads it.
const LED: usize = 6;
/// Tokens between a deed and what shows that it was done at the talks.
const DEED: usize = 14;

/// Somebody, with the first and the last token of what says so.
pub(super) type Found = (Attendee, usize, usize);

/// A person, or an office that one person holds, whose words begin at token `t`.
pub(super) fn someone(v: &View, t: usize, with: Proclitics) -> Option<Phrase> {
    let person = |id: EntryId| v.lexicon.kind(id) == Kind::Person;
    let mut p = holder(v, phrase_with(v, t, with)?);
    // `رئيس الوفد إلى المحادثات الدكتور فلان`: behind a long office one of the glossary.
    if let Some(m) = v.at(p.first).filter(|m| p.who == Who::Words && v.kind(m) == Kind::Person && m.last as usize + 1 == p.next) {
        p.who = Who::Entry(v.id(m));
    }
    match p.who {
        Who::Entry(id) if person(id) => Some(p),
        Who::Words if p.title.is_some() && !p.body => Some(p),
        Who::Office(_) if p.definite && (p.of.is_some() || v.at(t).is_some_and(|m| m.last > m.first)) => Some(p),
        _ => None,
    }
}

/// True for a word of heading or of standing for a side.
pub(super) fn leads(v: &View, m: &Match) -> bool {
    v.frame(m).heads || stands_for(v, m) || v.raw(m.first as usize) == "برئاسة"
}

/// `الجانب الروسي ممثلاً بنائب الوزير`, `ومثّل الجيش اللواء فلان`
fn stands_for(v: &View, m: &Match) -> bool {
    let first = m.first as usize;
    // `مثل` alone is also `like`.
    let told = || m.proclitics.has(Proclitics::WAW) || v.raw(first).contains('ّ') || v.raw(first).ends_with('ت') || first == 0;
    let verb = || v.frame(m).represents && matches!(v.finite(m), Some((Tense::Perfect, _))) && told();
    matches!(v.raw(first), "ممثلة" | "ممثلا" | "ممثلاً") || verb()
}

/// True if what is headed is a delegation.
pub(super) fn heads_delegation(v: &View, m: &Match) -> bool {
    !stands_for(v, m)
}

/// `وفد`, `الوفد التركي`, `فريق التفاوض`
fn delegation(v: &View, t: usize) -> bool {
    let word = v.raw(t).strip_prefix('و').filter(|rest| rest.starts_with("ال") || rest.starts_with("وف")).unwrap_or(v.raw(t));
    let word = word.trim_start_matches("ال");
    let team = matches!(word, "وفد" | "وفدا" | "وفداً" | "وفدها" | "وفده" | "وفدهم");
    team || v.at(t).is_some_and(|m| v.kind(m) == Kind::Party && v.name(m).contains("delegation"))
        || v.at(t).is_some_and(|m| v.name(m) == "delegation")
        || matches!(word, "فريق") && v.raw(t + 1).trim_start_matches("ال").starts_with("تفاوض")
}

/// Who heads a delegation beside the word `m`.
pub(super) fn heads(v: &View, m: &Match) -> Vec<Found> {
    let mut out = Vec::new();
    let (first, last) = (m.first as usize, m.last as usize);
    if matches!(m.ending, Ending::Pronoun(_)) && !matches!(v.shape(m), Shape::Verb { .. }) || first > 0 && v.negates(first - 1) {
        return out;
    }
    let finite = matches!(v.shape(m), Shape::Verb { .. });
    let before =
        (first.saturating_sub(LED + 2)..first).any(|t| delegation(v, t) && !parted(v, t, first) && !another_body(v, t, first));
    let behind = finite && (last + 1..v.len().min(last + LED)).any(|t| delegation(v, t));
    if !stands_for(v, m) && !before && !behind || of_other_talks(v) {
        return out;
    }
    // `X، الذي يرأس الوفد`: who stands before.
    let relative = first > 1 && v.particle(first - 1) == Particle::Relative;
    let of_person = (0..first.saturating_sub(1)).rev().take(2).find_map(|t| v.over(t)).filter(|_| relative);
    if let Some(p) = of_person.filter(|p| v.kind(p) == Kind::Person) {
        out.push((Attendee::Entry(v.id(p)), p.first as usize, last));
        return out;
    }
    // `نائب رئيس البرلمان فلان الفلاني الذي يرأس وفده`: whom no entry knows, with his office.
    let named = |t: usize| {
        someone(v, t, Proclitics::default())
            .filter(|p| p.who == Who::Words && p.next + usize::from(v.mark(p.next).is_some()) + 1 == first)
    };
    if relative
        && finite
        && let Some(p) = (first.saturating_sub(DEED)..first).find_map(named)
    {
        out.push((Attendee::of(p), p.first, last));
        return out;
    }
    // `X يرأس الوفد`, `X الذي`: what stands behind the delegation is no head of it.
    let Some(p) = head(v, last + 1, v.len().min(last + HEADS)) else { return out };
    let next = p.next;
    // `وفد من القوات برئاسة فلان`: of which delegation; `ومثّل الجيش فلان`: for whom.
    let of =
        p.of.or_else(|| side_in(v, if before && !finite { first.saturating_sub(LED + 2)..first } else { last + 1..p.first }));
    out.push((Attendee::of(Phrase { of, ..p }), first, next - 1));
    co_head(v, next, &mut out);
    further(v, next, &mut out);
    if stands_for(v, m) {
        other_sides(v, next, &mut out);
    }
    out
}

/// `مثّل روسيا X، وتركيا Y، وإيران Z`: the verb is not said again.
fn other_sides(v: &View, from: usize, out: &mut Vec<Found>) {
    let side = |t: usize| {
        v.at(t)
            .filter(|m| m.proclitics.has(Proclitics::WAW) && matches!(v.kind(m), Kind::Country | Kind::Party))
            .filter(|_| t > 0)
    };
    let mut t = from;
    while let Some(m) = (t..v.len().min(t + 3)).find_map(side) {
        let (at, behind) = (m.first as usize, m.last as usize + 1);
        let marked = (behind..v.len().min(behind + HEADS)).find(|&t| v.mark(t).is_some() && !v.is_quote(t));
        let end = marked.unwrap_or(v.len().min(behind + HEADS));
        if parted(v, t, at) || (behind..end).any(|t| v.at(t).is_some_and(|m| v.finite(m).is_some())) {
            return;
        }
        let Some(p) = head(v, behind, end) else { return };
        out.push((Attendee::of(Phrase { of: p.of.or(Some(v.id(m))), ..p }), at, p.next - 1));
        t = p.next;
    }
}

/// `بارك الوفد تشكيل المجلس برئاسة فلان`: a body that stands before the word of heading and is not the delegation's own (`وفد المجلس`, `وفد من القوات`).
fn another_body(v: &View, delegation: usize, first: usize) -> bool {
    const BODIES: [&str; 9] = ["مجلس", "لجنة", "حكومة", "هيئة", "تحالف", "حزب", "حركة", "كتلة", "جبهة"];
    let body = |t: usize| {
        let word = v.raw(t).trim_start_matches(['و', 'ل', 'ب']);
        BODIES.contains(&word.strip_prefix("ال").unwrap_or(word))
    };
    (delegation + 2..first).any(|t| body(t) && !matches!(v.raw(t - 1), "من" | "عن") && !self::delegation(v, t - 1))
}

/// The side that is named between two tokens, the last of them.
fn side_in(v: &View, range: std::ops::Range<usize>) -> Option<EntryId> {
    range.rev().filter_map(|t| v.at(t)).find_map(|m| match v.kind(m) {
        // `الوفد التركي`: the country sends it.
        Kind::Party if v.name(m).contains("delegation") => v.lexicon.belongs_to(v.id(m))[0].or(Some(v.id(m))),
        Kind::Party | Kind::Country => Some(v.id(m)),
        Kind::Demonym => v.lexicon.belongs_to(v.id(m))[1],
        _ => None,
    })
}

/// True where a sentence, a list or another verb parts token `a` from token `b`.
fn parted(v: &View, a: usize, b: usize) -> bool {
    (a + 1..b).any(|t| matches!(v.mark(t), Some('.' | '؛' | ':')) || v.at(t).is_some_and(|m| v.finite(m).is_some()))
}

/// The first who is named between two tokens; else the office that is.
fn head(v: &View, from: usize, to: usize) -> Option<Phrase> {
    let with = Proclitics(Proclitics::BEH.0 | Proclitics::LAM.0);
    let (mut t, mut office) = (from, None);
    while t < to && !matches!(v.mark(t), Some('.' | '؛' | ':')) {
        if v.at(t).is_some_and(|m| v.kind(m) == Kind::Verb && v.finite(m).is_some()) {
            break;
        }
        if let Some(p) = someone(v, t, with) {
            if !matches!(p.who, Who::Office(_)) {
                return Some(p);
            }
            t = p.next.max(t + 1);
            office = office.or(Some(p));
            continue;
        }
        // `يقود الوفد فلان الفلاني`, `برئاسة فلان الفلاني`
        let name = given_name(v, t).filter(|_| t == from || delegation_ends(v, t));
        if let Some(next) = name {
            return Some(Phrase::name(t, next));
        }
        t += 1;
    }
    office
}

/// True where a delegation ends right before token `t`.
fn delegation_ends(v: &View, t: usize) -> bool {
    t > 0 && (delegation(v, t - 1) || v.over(t - 1).is_some_and(|m| delegation(v, m.first as usize)))
}

/// `ترأسه فلان عن الحركة وفلان عن الحزب`: the second head.
fn co_head(v: &View, from: usize, out: &mut Vec<Found>) {
    let plain = |t: &usize| {
        (v.mark(*t).is_none() || v.is_quote(*t)) && v.at(*t).is_none_or(|m| v.finite(m).is_none()) && !delegation(v, *t)
    };
    let with = Proclitics(Proclitics::WAW.0);
    let end = from + (from..v.len().min(from + HEADS)).take_while(plain).count();
    let joined = |t: usize| v.at(t).filter(|m| m.proclitics.has(Proclitics::WAW) && v.kind(m) == Kind::Person);
    if from < end
        && (v.particle(from) != Particle::None || joined(from).is_some())
        && let Some(t) = (from..end).find(|&t| joined(t).is_some())
        && let Some(p) = someone(v, t, with)
    {
        out.push((Attendee::of(p), t, p.next - 1));
    }
}

/// Those who are joined by و to the one before token `from`.
pub(super) fn joined(v: &View, from: usize, out: &mut Vec<Found>) {
    let mut t = from;
    loop {
        // `حضر المبعوث فلان، ومساعد الوزير فلان`: behind a comma with his office.
        let comma = usize::from(matches!(v.mark(t), Some('،' | ',')));
        let at = t + comma;
        let Some(m) = v.at(at).filter(|m| m.proclitics.has(Proclitics::WAW)) else { return };
        let person = |t: usize| v.at(t).filter(|m| v.kind(m) == Kind::Person && m.proclitics.is_none());
        // `وزيرا الخارجية السويدية فلانة والبريطاني فلان`
        if let Some(p) = person(m.last as usize + 1).filter(|_| comma == 0 && v.kind(m) == Kind::Demonym) {
            out.push((Attendee::Entry(v.id(p)), at, p.last as usize));
            t = p.last as usize + 1;
            continue;
        }
        if !(v.kind(m) == Kind::Title || v.kind(m) == Kind::Person && comma == 0) {
            return;
        }
        let named = someone(v, at, Proclitics(Proclitics::WAW.0)).filter(|p| !matches!(p.who, Who::Office(_)));
        let Some(p) = named.or_else(|| behind_office(v, at)) else { return };
        // `، ورئيس الوفد فلان غادر`: another's verb.
        if v.at(p.next).is_some_and(|m| v.finite(m).is_some() && m.proclitics.is_none()) {
            return;
        }
        out.push((Attendee::of(p), at, p.next - 1));
        t = p.next;
    }
}

/// `مساعد وزير الخارجية الأمريكي بالوكالة لشؤون الشرق الأدنى فلان`: the person behind a long office, where no other is named in it.
fn behind_office(v: &View, at: usize) -> Option<Phrase> {
    let ends = |t: &usize| v.mark(*t).is_some() || v.at(*t).is_some_and(|m| v.finite(m).is_some());
    let end = (at + 1..v.len().min(at + DEED)).find(ends)?;
    let mut persons = (at + 1..end).filter_map(|t| v.at(t)).filter(|m| v.kind(m) == Kind::Person);
    let m = persons.next().filter(|m| m.last as usize + 1 == end && m.proclitics.is_none())?;
    let next = m.last as usize + 1;
    persons.next().is_none().then(|| Phrase { who: Who::Entry(v.id(m)), ..Phrase::name(m.first as usize, next) })
}

/// `يترأس الوفد الروسي X، والوفد التركي Y، والإيراني Z`: the verb is not said again.
fn further(v: &View, from: usize, out: &mut Vec<Found>) {
    let adjective = |t: usize| {
        let and = Proclitics(Proclitics::WAW.0 | Proclitics::ARTICLE.0);
        v.at(t).is_some_and(|m| v.kind(m) == Kind::Demonym && m.proclitics.has(and))
    };
    let opens = |t: usize| matches!(v.raw(t), "والوفد" | "ووفد") || adjective(t);
    let mut t = from;
    while let Some(at) = (t..v.len()).find(|&t| opens(t)) {
        if parted(v, t, at) {
            return;
        }
        let end = (at + 1..v.len().min(at + HEADS)).find(|&t| opens(t)).unwrap_or(v.len().min(at + HEADS));
        if let Some(p) = head(v, at + 1, end) {
            let of = p.of.or_else(|| side_in(v, at..p.first));
            out.push((Attendee::of(Phrase { of, ..p }), at, p.next - 1));
        }
        t = end;
    }
}

/// `وكان وفد برئاسة فلان قد أجرى مشاورات في جدة`: talks that had been held before, in a place of their own.
fn of_other_talks(v: &View) -> bool {
    let already = (1..v.len()).find(|&t| v.particle(t) == Particle::Already);
    let ends = |t: &usize| matches!(v.mark(*t), Some('،' | ',' | '.' | '؛'));
    let Some(from) = already.filter(|_| v.particle(0) == Particle::Was) else { return false };
    let clause = || (from..v.len()).take_while(|t| !ends(t));
    let talks = clause().any(|t| v.at(t).is_some_and(|m| v.frame(m).talks || v.frame(m).round));
    let place =
        clause().any(|t| v.particle(t) == Particle::Takes(Takes::IN) && v.at(t + 1).is_some_and(|m| v.kind(m) == Kind::Place));
    talks && place
}

/// Who signs, reads out, opens, shakes hands: those who do are there. The verb takes `present`, and beside it stands what shows that it was done at the talks.
pub(super) fn deeds(v: &View, m: &Match) -> Vec<Found> {
    let mut out = Vec::new();
    let (first, last) = (m.first as usize, m.last as usize);
    let done = matches!(v.finite(m), Some((Tense::Perfect, _))) || v.kind(m) == Kind::Outcome && m.first == m.last;
    if !done || !v.frame(m).present || first > 0 && v.negates(first - 1) {
        return out;
    }
    let of_talks = |t: usize| {
        v.over(t).is_some_and(|m| {
            v.frame(m).talks
                || v.frame(m).round
                || matches!(v.kind(m), Kind::Slot | Kind::Agreement)
                || matches!(v.role(m), Some("speaker" | "talks" | "document" | "statement"))
        })
    };
    // `وقع عن الجيش العميد فلان`
    let about = matches!(v.raw(last + 1), "عن" | "باسم");
    // `الملتقى الذي افتتحه الرئيس فلان`
    let it = matches!(m.ending, Ending::Pronoun(_)) && first > 0 && v.particle(first - 1) == Particle::Relative;
    let near = about || it || (first.saturating_sub(DEED)..v.len().min(last + DEED)).any(of_talks);
    // `ووقع الاتفاق كل من فلان وفلان`
    if !near && matches!(v.raw(last + 1), "الاتفاق" | "الاتفاقية" | "الوثيقة" | "الوثائق") {
        return super::besides::each(v, m);
    }
    if !near {
        return out;
    }
    // `الذي تلاه رئيس الوفد فلان`, `وتلا الوزير فلان البيان`: right behind, or behind `عن الجيش`.
    let mut t = last + 1;
    while about && t < v.len().min(last + HEADS) && (v.mark(t).is_none() || v.is_quote(t)) {
        t += 1;
        if someone(v, t, Proclitics::default()).is_some() {
            break;
        }
    }
    if let Some(p) = someone(v, t, Proclitics::default()).filter(|p| !matches!(p.who, Who::Office(_))) {
        let of = p.of.or_else(|| side_in(v, last + 1..t).filter(|_| about));
        out.push((Attendee::of(Phrase { of, ..p }), first, p.next - 1));
        joined(v, p.next, &mut out);
    }
    out.extend(super::besides::each(v, m));
    out
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing;

    /// Who a sentence says was there, and whether as the head of a delegation.
    fn there(text: &str) -> Vec<String> {
        let (article, analysis, lexicon) = testing::built_in(text);
        let head = |heads: bool| if heads { " heads" } else { "" };
        let known = analysis
            .presence
            .iter()
            .map(|p| format!("{} {}{}", lexicon.entries[p.who as usize].id, p.attendance.as_str(), head(p.heads)));
        let named = analysis.named.iter().map(|n| {
            let name = &article.text[n.speaker.span.0 as usize..n.speaker.span.1 as usize];
            let of = n.speaker.of.map_or(String::new(), |of| format!(" of {}", lexicon.entries[of as usize].id));
            format!("{name} {}{}{of}", n.attendance.map_or("named", |a| a.as_str()), head(n.heads))
        });
        known.chain(named).collect()
    }

    #[test]
    fn a_delegation_has_a_head() {
        assert_eq!(
            there("وترأس الوفد الروسي ألكسندر لافرنتييف والتركي سادات أونال، وحضر الأردن."),
            ["lavrentiev attended heads", "onal attended heads", "jordan attended"]
        );
        assert_eq!(
            there("وشارك في اللقاء وفد من الحوثيين برئاسة العميد سالم الأحمدي، وتأخر وصول الوسطاء."),
            ["سالم الأحمدي attended heads of houthis"]
        );
        assert_eq!(
            there("وحضر وفد صنعاء، الذي ترأسه محمد عبدالسلام عن «أنصار الله» وعارف الزوكا عن حزب المؤتمر."),
            ["houthi_delegation attended", "abdulsalam_mohammed attended heads", "zouka attended heads"]
        );
        assert_eq!(
            there("وقاد الوفد التركي نائب وزير الخارجية، وغاب العراق."),
            ["iraq absent", "نائب وزير الخارجية attended heads of turkey"]
        );
        assert_eq!(there("وأعلن الجيش، بقيادة عبد الفتاح البرهان، أنه سيشارك في المحادثات."), [""; 0]);
        assert_eq!(there("وأسف تحالف القوى المدنية برئاسة عبد الله حمدوك لغياب الجيش عن الجولة."), [""; 0]);
    }

    #[test]
    fn who_heads_something_else() {
        assert_eq!(there("وبارك وفد صنعاء تشكيل المجلس السياسي الأعلى برئاسة مهدي المشاط."), [""; 0]);
        assert_eq!(there("ورفض الوفد الحكومي حكومة تقودها الحركة برئاسة محمد عبدالسلام."), [""; 0]);
        assert_eq!(
            there("وشارك وفد من المجلس الأعلى للدولة برئاسة أحمد طعمة."),
            ["high_council_of_state_libya attended", "tomah attended heads"]
        );
    }

    #[test]
    fn who_stands_for_further_sides() {
        assert_eq!(
            there("فيما مثّل روسيا المبعوث الخاص ألكسندر لافرنتييف، وتركيا نائب وزير الخارجية سادات أونال، وإيران علي أصغر حاجي."),
            ["lavrentiev attended", "onal attended", "khaji attended"]
        );
        assert_eq!(there("فيما مثّل روسيا ألكسندر لافرنتييف، وتركيا رفضت حضور سادات أونال."), ["lavrentiev attended"]);
    }

    #[test]
    fn deeds_show_who_was_there() {
        assert_eq!(there("وتلا وزير الخارجية الكازاخي خيرت عبد الرحمنوف البيان المشترك."), ["abdrakhmanov attended"]);
        assert_eq!(there("وبدأت المحادثات، التي افتتحها الرئيس التونسي قيس سعيد بكلمة قصيرة."), ["saied_kais attended"]);
        assert_eq!(there("ووقع عن الحوثيين اللواء سالم الأحمدي اتفاق الهدنة."), ["سالم الأحمدي attended of houthis"]);
        assert_eq!(there("ولم يفتتح الرئيس التونسي قيس سعيد المحادثات."), [""; 0]);
    }

    #[test]
    fn more_than_one_attend() {
        assert_eq!(
            there("وحضر توقيع الاتفاق الأمين العام أنطونيو غوتيريش ووزيرة الخارجية السويدية مارغوت والستروم."),
            ["guterres attended", "wallstrom attended"]
        );
        assert_eq!(there("وحضرت جميع الوفود باستثناء قطر والسعودية."), [""; 0]);
        assert_eq!(
            there("ويغيب عن الملتقى الرجلان القويان، رئيس الوزراء فايز السراج والمشير خليفة حفتر."),
            ["sarraj absent", "haftar absent"]
        );
        assert_eq!(there("وشاركت وفود من الأردن ولبنان."), ["jordan attended", "lebanon attended"]);
        assert_eq!(there("وغابت تركيا وإيران ترفض ذلك."), ["turkey absent"]);
        assert_eq!(there("ويمكن أن تعقد الجولة القادمة في سبتمبر بمشاركة تركيا."), ["turkey expected"]);
        assert_eq!(
            there("وبدأت جولة حضرها المبعوث غير بيدرسون، وغاب عنها، وفق مصدر مطلع، وفد المعارضة."),
            ["pedersen attended", "opposition_delegation absent"]
        );
        // One session of several.
        assert_eq!(
            there("واختتمت الجولة بجلسة حضرها المبعوث غير بيدرسون، وغاب عنها، وفق مصدر مطلع، وفد المعارضة."),
            ["pedersen attended"]
        );
        assert_eq!(there("وقال الوزير إن الأردن لم يشارك في صياغة أي وثيقة."), [""; 0]);
        assert_eq!(there("ويعترض الجيش على مشاركة الإمارات في المحادثات."), [""; 0]);
        assert_eq!(there("لكن ممثلي الحوثيين فيها لم يصلوا بعد."), [""; 0]);
        assert_eq!(there("وقال المتحدث باسم الوفد سالم الأحمدي إن المحادثات صعبة."), ["سالم الأحمدي named"]);
        // What is to be is no absence, unless one decides it of oneself.
        assert_eq!(there("وتوافقت الدول الضامنة على ألا تحضر الفصائل المسلحة اللقاء."), [""; 0]);
    }
}
