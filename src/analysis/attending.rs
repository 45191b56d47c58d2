//! A word of attendance: what its form says, and who attends.

use super::heads::{self, someone};
use super::presence::{Attendance, Attendee};
use super::statements::view::{Particle, View};
use super::statements::{Statement, Who};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens between a verb of attendance and who attends.
const NEAR: usize = 6;
/// Tokens between a verb of attendance and the session or the days that it tells of.
const PART: usize = 8;

/// What the form of the word and what stands before it say.
pub(super) fn attendance(v: &View, m: &Match, comes: bool, leaves: bool) -> Option<Attendance> {
    let t = m.first as usize;
    let before = t.checked_sub(1);
    let negated = before.is_some_and(|b| v.negates(b));
    // An open question (`مشاركتها من عدمها`) says nothing.
    if (t..v.len()).take(12).any(|k| v.over(k).is_some_and(|m| v.frame(m).open)) {
        return None;
    }
    // `بحضور الجيش أو من دونه`: nor does this.
    let without = |k: usize| {
        let bare = v.raw(k + 1 + usize::from(v.raw(k + 1) == "من"));
        v.raw(k) == "أو" && ["دون", "بدون", "غياب", "بغياب"].iter().any(|w| bare.starts_with(w))
    };
    if (t..v.len().min(t + PART)).any(without) || of_before(v, m) {
        return None;
    }
    // `توافقت على ألا يحضر التنظيم`, `طالبت بألا تشارك`: what is to be, and is no absence.
    if matches!(v.raw(t.wrapping_sub(1)), "ألا" | "بألا" | "وألا" | "ألّا") && !(t.saturating_sub(NEAR)..t).any(|k| resolves(v, k))
    {
        return None;
    }
    if leaves {
        // `هل ستنسحب`, `أن تنسحب`: not yet.
        let yet = matches!(v.shape(m), Shape::Verb { tense, .. } if tense != Tense::Perfect);
        return (!negated && !yet).then_some(Attendance::Withdrew);
    }
    // `لم يرسل الجيش ممثلين`; who sends a delegation may send it elsewhere.
    if v.lexicon.outcome_of(v.id(m)).is_some_and(|o| v.lexicon.entries.id(o) == "sent_nobody") {
        return negated.then_some(Attendance::Absent);
    }
    if !comes {
        return (!negated).then_some(Attendance::Absent);
    }
    // `مشاركة` is participle and verbal noun.
    let shape = match v.shape(m) {
        Shape::Participle if !m.proclitics.has(Proclitics::ARTICLE) => Shape::Masdar,
        Shape::Lemma => Shape::Masdar,
        shape => shape,
    };
    match shape {
        Shape::Verb { tense: Tense::Perfect, .. } => Some(if negated { Attendance::Absent } else { Attendance::Attended }),
        Shape::Verb { .. } if negated => Some(Attendance::Absent),
        Shape::Verb { .. } if m.proclitics.has(Proclitics::SEEN) => Some(Attendance::Expected),
        Shape::Masdar if negated => Some(Attendance::Absent),
        // `يمكن أن تعقد الجولة القادمة بمشاركة واشنطن`: not yet.
        Shape::Masdar if m.proclitics.has(Proclitics::BEH) && to_come(v, t) => Some(Attendance::Expected),
        Shape::Masdar if m.proclitics.has(Proclitics::BEH) => Some(Attendance::Attended),
        Shape::Masdar => {
            // `رفضت المشاركة`, `في انتظار وصول`, `أكدت مشاركة`.
            let from = t.saturating_sub(NEAR);
            (from..t).rev().find_map(|k| {
                let g = v.over(k)?;
                match (v.kind(g), v.stance(g)) {
                    // `رفض مشاركة الإمارات`: she has not said so.
                    (Kind::Verb, Some("reject")) if side_at(v, m.last as usize + 1) => None,
                    (Kind::Verb, Some("reject")) => Some(Attendance::Absent),
                    (Kind::Verb, Some("affirm" | "announce" | "confirm" | "expect")) => Some(Attendance::Expected),
                    _ if v.frame(g).awaits => Some(Attendance::Expected),
                    _ => None,
                }
            })
        }
        _ => None,
    }
}

/// True where the same clause tells of what is to be held: `ستعقد`, `الجولة القادمة`.
fn to_come(v: &View, t: usize) -> bool {
    let ends = |k: &usize| matches!(v.mark(*k), Some('.' | '؛' | ':'));
    (t.saturating_sub(2 * PART)..t).rev().take_while(|k| !ends(k)).any(|k| {
        let held = ["سيعقد", "ستعقد", "سينعقد", "ستنعقد", "ستستضيف", "سيستضيف", "ستنطلق", "ستبدأ", "ستستأنف"];
        let coming = ["القادمة", "المقبلة", "القادم", "المقبل", "المزمع", "المقرر"];
        let round = k > 0 && v.over(k - 1).is_some_and(|m| v.frame(m).round || v.frame(m).talks);
        held.contains(&v.raw(k).trim_start_matches('و')) || coming.contains(&v.raw(k)) && round
    })
}

/// `قررت ألا تشارك`, `أعلن ألا يحضر`: who says so of itself.
fn resolves(v: &View, t: usize) -> bool {
    v.at(t).is_some_and(|m| v.name(m) == "verb_decide" || matches!(v.stance(m), Some("announce" | "affirm" | "confirm")))
}

/// `وعقدت ثلاث جولات سابقة، وقاطعت الفصائل آخرها`: one of the rounds of before.
fn of_before(v: &View, m: &Match) -> bool {
    let (first, last) = (m.first as usize, m.last as usize);
    let one = |t: usize| {
        matches!(
            v.raw(t).trim_end_matches(['،', '.']),
            "آخرها"
                | "أولها"
                | "أولاها"
                | "أخراها"
                | "إحداها"
                | "ثانيتها"
                | "ثالثتها"
                | "معظمها"
                | "بعضها"
                | "اثنتين"
        )
    };
    let rounds =
        |t: usize| matches!(v.raw(t).trim_start_matches('و'), "الجولات" | "جولات" | "جولتين" | "الجولتين" | "الجولتان" | "جولتان");
    let before =
        |t: usize| v.raw(t).trim_start_matches("ال").starts_with("سابق") || v.raw(t).trim_start_matches("ال").starts_with("ماضي");
    (last + 1..v.len().min(last + PART)).any(one) && (0..first).any(rounds)
        || (0..first).any(|t| rounds(t) && (t..v.len().min(t + 4)).any(before))
}

/// True where a side, a person or an office stands at token `t`.
fn side_at(v: &View, t: usize) -> bool {
    matches!(v.kind_at(t), Some(Kind::Party | Kind::Country | Kind::Organization | Kind::Person | Kind::Title | Kind::Place))
}

/// `غاب يوماً واحداً`, `لم يحضر الجلسة الختامية`, `انسحب من جلسة الاثنين`: a part of the round.
pub(super) fn in_part(v: &View, m: &Match) -> bool {
    let from = m.last as usize + 1;
    let ends = |t: &usize| matches!(v.mark(*t), Some('.' | '؛' | '،' | ',' | ':'));
    // `جلسة ختامية حضرها فلان، وغاب عنها وفد`
    if matches!(v.raw(from), "عنها" | "عنه") && of_a_session(v, m.first as usize) == Some(true) {
        return true;
    }
    let ends = |t: &usize| ends(t) || v.particle(*t) == Particle::Relative;
    (from..v.len().min(from + PART)).take_while(|t| !ends(t)).any(|t| {
        let word = v.raw(t).trim_start_matches(['ل', 'ب']).trim_end_matches('ً');
        let whole = matches!(v.raw(t + 1), "كلها" | "جميعها" | "بأكملها");
        // `لم يشارك في صياغة أي وثيقة`: a deed at the talks
        let deed = matches!(
            word,
            "صياغة"
                | "كتابة"
                | "إعداد"
                | "وضع"
                | "مناقشة"
                | "نقاش"
                | "النقاش"
                | "التصويت"
                | "تصويت"
                | "التوقيع"
                | "توقيع"
        );
        // `غاب عن جنيف أكثر من أسبوع`, `ثمانية أيام`: for a time
        let time = matches!(
            word,
            "يوما"
                | "يومين"
                | "أياما"
                | "أيام"
                | "أسبوع"
                | "أسبوعا"
                | "أسبوعين"
                | "ساعة"
                | "ساعات"
                | "ساعتين"
        );
        deed || time || matches!(word, "جلسة" | "الجلسة" | "جلستين" | "الجلستين") && !whole
    })
}

/// `انسحب … لكنه عاد`, `قبل أن يعود`: the same sentence tells of the return.
pub(super) fn returns(v: &View, m: &Match) -> bool {
    (m.last as usize + 1..v.len()).any(|t| {
        let word = v.raw(t).trim_start_matches(['و', 'ف']);
        let back = matches!(
            word,
            "عاد"
                | "عادت"
                | "عادوا"
                | "عادا"
                | "عادتا"
                | "يعود"
                | "تعود"
                | "يعودا"
                | "يعودوا"
                | "عودته"
                | "عودتها"
                | "عودتهم"
        );
        back && !v.negates(t - 1)
    })
}

/// Who attends: behind the verb, or, if nobody stands there, before it; the speaker for a pronoun.
pub(super) fn subjects(v: &View, m: &Match, statements: &[Statement], number: u32) -> Vec<(Attendee, usize, usize)> {
    let entry = Attendee::Entry;
    let mut out = Vec::new();
    let (first, last) = (m.first as usize, m.last as usize);
    // `انسحاب القوات` is another matter.
    if v.kind(m) == Kind::Term && !matches!(m.ending, Ending::Pronoun(_)) {
        return out;
    }
    let finite = matches!(v.shape(m), Shape::Verb { .. });
    let speaker = statements.iter().find(|s| s.sentence == number && s.content.0 <= m.start && m.start < s.content.1);
    if let Some(Who::Entry(id)) = speaker
        .filter(|s| finite && (0..first).rev().take(3).any(|k| v.start(k) < s.content.0) && m.start < s.content.0 + 6)
        .map(|s| s.speaker.who)
    {
        // `أعلن أنه انسحب`; `قال إنه غاب` may be said of another, of whom it was spoken before.
        let stance = speaker.and_then(|s| s.verb).and_then(|verb| v.lexicon.stance(verb.entry));
        let person = v.lexicon.kind(id) == Kind::Person;
        let own = !person || matches!(stance, Some("announce" | "affirm" | "confirm" | "reveal"));
        return if own { vec![(entry(id), first, last)] } else { out };
    }
    if matches!(m.ending, Ending::Pronoun(_)) {
        if finite {
            // `جلسة ختامية حضرها الوزير فلان`; `ستصلنا`: the pronoun is the object.
            let who = (v.name(m) == "verb_attend" && of_a_session(v, first).is_some())
                .then(|| someone(v, last + 1, Proclitics::default()).filter(|p| !matches!(p.who, Who::Office(_))))
                .flatten();
            if let Some(p) = who {
                out.push((Attendee::of(p), first, p.next - 1));
                heads::joined(v, p.next, &mut out);
            }
            return out;
        }
        // `مطالباً بانسحابها`: whom a speaker wants gone is another; so is she where the speaker is a man.
        let stance = speaker.and_then(|s| s.verb).and_then(|verb| v.lexicon.stance(verb.entry));
        let own = matches!(stance, Some("announce" | "affirm" | "confirm" | "deny" | "reject" | "say" | "add" | "reveal"));
        let person = |id: EntryId| v.lexicon.kind(id) == Kind::Person;
        let hers = v.raw(first).ends_with("ها");
        if let Some(Who::Entry(id)) = speaker.filter(|_| own).map(|s| s.speaker.who)
            && !(hers && person(id))
        {
            out.push((entry(id), first, last));
        }
        return out;
    }
    let can = |m: &Match| {
        matches!(v.kind(m), Kind::Party | Kind::Person | Kind::Country)
            && m.proclitics.0 & !(Proclitics::WAW.0 | Proclitics::ARTICLE.0) == 0
    };
    // `غاب عن المحادثات المبعوث`
    let away = matches!(v.name(m), "verb_be_absent" | "verb_stay_away");
    let it = away && finite && matches!(v.raw(last + 1), "عنها" | "عنه");
    let from = match v.raw(last + 1) {
        "عن" if away && finite && v.mark(last + 2).is_none() => last + 3,
        _ if it => last + 2,
        _ => last + 1,
    };
    let aside = self::aside(v, last + 1).or_else(|| self::aside(v, from));
    let from = aside.unwrap_or(from);
    // `وصول الوفدين الإيراني والأردني`
    let delegation = |t: usize| v.at(t).is_some_and(|m| v.name(m) == "delegation");
    if delegation(from) {
        let mut t = v.at(from).map_or(from + 1, |m| m.last as usize + 1);
        while let Some(d) = v.at(t).filter(|m| v.kind(m) == Kind::Demonym) {
            let country = v.lexicon.belongs_to(v.id(d))[1];
            out.extend(country.map(|id| (entry(id), first, d.last as usize)));
            t = d.last as usize + 1;
        }
        if !out.is_empty() {
            return out;
        }
    }
    let (mut t, mut thing) = (from, false);
    while t < v.len().min(from.max(last + 1) + NEAR - 1) && v.mark(t).is_none() {
        // `حضر الأمين العام فلان ووزيرة الخارجية فلانة`
        if v.kind_at(t) == Some(Kind::Title)
            && let Some(p) = someone(v, t, Proclitics::default()).filter(|p| !matches!(p.who, Who::Office(_)))
        {
            out.push((Attendee::of(p), first, p.next - 1));
            heads::joined(v, p.next, &mut out);
            return out;
        }
        match v.at(t) {
            // `غاب رجلا ليبيا القويان`: whose they are.
            Some(p)
                if away
                    && t > from
                    && v.kind(p) != Kind::Person
                    && v.at(t - 1).is_none_or(|m| matches!(v.kind(m), Kind::Unit | Kind::Term))
                    && !v.raw(t - 1).starts_with("ال") =>
            {
                t = p.last as usize + 1;
            }
            Some(p) if can(p) && (!thing || v.kind(p) == Kind::Person) => {
                out.push((entry(v.id(p)), first, p.last as usize));
                if v.kind(p) == Kind::Person {
                    heads::joined(v, p.last as usize + 1, &mut out);
                } else if v.kind(p) == Kind::Country {
                    countries(v, first, p, &mut out);
                }
                return out;
            }
            Some(p) if matches!(v.kind(p), Kind::Title | Kind::Term | Kind::Demonym | Kind::Unit | Kind::Number) => {
                t = p.last as usize + 1
            }
            // `حضر توقيع الاتفاق الأمين العام فلان`
            Some(p) if v.name(m) == "verb_attend" && v.shape(p) == Shape::Masdar => (t, thing) = (p.last as usize + 1, true),
            // `سيصل ليلا وسيلتقي خبراء`, `غاب توقيع الفصائل`: another's verb, another thing.
            Some(p) if v.kind(p) == Kind::Verb => break,
            // `بحضور وفد من الحركة`
            _ if matches!(v.raw(t), "من" | "عن") && delegation(t - 1) => t += 1,
            _ if matches!(v.particle(t), Particle::Takes(_)) => break,
            _ => t += 1,
        }
    }
    // `ويغيب عن الملتقى الرجلان القويان، رئيس الحكومة فلان والمشير فلان`: who they are stands behind a comma.
    if away && matches!(v.mark(t), Some('،' | ',')) && matches!(v.kind_at(t + 1), Some(Kind::Title | Kind::Person)) {
        let p = someone(v, t + 1, Proclitics::default()).filter(|p| !matches!(p.who, Who::Office(_)));
        if let Some(p) = p {
            out.push((Attendee::of(p), first, p.next - 1));
            heads::joined(v, p.next, &mut out);
            return out;
        }
    }
    // `وغاب عنها، وفق مصدر مطلع، وفد المعارضة`: who stands before is another.
    if aside.is_some() || it && m.proclitics.has(Proclitics::WAW) {
        return out;
    }
    // `وضم الوفد 12 عضوا، فيما قاطعت الهيئة`: behind the turn another begins.
    let turned = first.checked_sub(1).is_some_and(|k| v.connective(k).is_some_and(|(m, _)| v.frame(m).turns));
    // `الوفدان وصلا`, `وفد المعارضة لن يحضر`, `X سيشارك`
    if matches!(v.shape(m), Shape::Verb { .. }) && !turned {
        let found = (0..first)
            .rev()
            .take(14)
            .take_while(|&k| {
                // A comma right before the verb (`X، سيشارك`) is no end; أن is.
                let comma = matches!(v.mark(k), Some('،' | ',')) && k + 2 < first;
                !comma && v.particle(k) != Particle::That && !matches!(v.mark(k), Some('؛' | ':' | '.'))
            })
            .find_map(|k| v.at(k).filter(|p| can(p)));
        // `ممثلو الحركة فيها لم يصلوا`: in another body.
        let elsewhere = |p: &Match| (p.last as usize + 1..first).any(|t| matches!(v.raw(t), "فيها" | "فيه" | "بها" | "به"));
        if let Some(p) = found.filter(|p| !elsewhere(p)) {
            // `كلا من الوفد العماني ووفد الحكومة وصلا`
            let twin = (p.first as usize)
                .checked_sub(1)
                .filter(|_| p.proclitics.has(Proclitics::WAW))
                .and_then(|k| v.over(k))
                .filter(|p| can(p));
            out.extend(twin.map(|t| (entry(v.id(t)), t.first as usize, last)));
            out.push((entry(v.id(p)), p.first as usize, last));
        }
    }
    out
}

/// `غاب عنها، وفق مصدر مطلع، وفد المعارضة`: the token behind words that say who tells it, where they stand between the verb and who attends.
fn aside(v: &View, from: usize) -> Option<usize> {
    const TELLS: [&str; 9] = ["وفق", "وفقا", "وفقاً", "بحسب", "حسب", "كما", "طبقا", "طبقاً", "نقلا"];
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let open = (from..v.len().min(from + 4)).find(|&t| comma(t))?;
    // `غابت عن الجولة`, `غاب عنها`: where from, and no more.
    let placed =
        (from..open).all(|t| matches!(v.raw(t), "عنها" | "عنه" | "عن" | "في" | "فيها") || t > from && v.raw(t).starts_with("ال"));
    let close = (open + 1..v.len().min(open + 10)).find(|&t| comma(t))?;
    (placed && TELLS.contains(&v.raw(open + 1))).then_some(close + 1)
}

/// `شاركت وفود من الأردن ولبنان والعراق`: the countries that are joined to `m`, but one of which something else is told.
fn countries(v: &View, first: usize, m: &Match, out: &mut Vec<(Attendee, usize, usize)>) {
    let mut t = m.last as usize + 1;
    let joined = |t: usize| v.at(t).filter(|m| m.proclitics.has(Proclitics::WAW) && v.kind(m) == Kind::Country);
    while let Some(next) = joined(t) {
        t = next.last as usize + 1;
        // `غابت تركيا وإيران ترفض`
        if v.at(t).is_some_and(|m| v.finite(m).is_some()) {
            return;
        }
        out.push((Attendee::Entry(v.id(next)), first, next.last as usize));
    }
}

/// What stands nearest before token `t` and is attended: a session of the talks (true), or they themselves.
fn of_a_session(v: &View, t: usize) -> Option<bool> {
    (0..t).rev().find_map(|k| match v.raw(k).trim_start_matches(['و', 'ب', 'ل']).trim_start_matches("ال") {
        "جلسة" | "جلسات" | "مأدبة" | "عشاء" => Some(true),
        "جولة" | "محادثات" | "مفاوضات" | "مشاورات" | "مباحثات" | "ملتقى" | "اجتماعات" => {
            Some(false)
        }
        _ => None,
    })
}
