//! Presence: which side or person came, is expected, stayed away, left.
//!
//! In: a sentence. Out: a side or person with what is said of its attendance ([`Presence`]). The words of attendance are the outcomes whose slot is `delegation_attendance`.

use super::statements::speaker::phrase_with;
use super::statements::view::{Particle, View};
use super::statements::{Span, Statement, Who};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;
use serde::{Deserialize, Serialize};

/// Tokens between a verb of attendance and who attends.
const NEAR: usize = 6;
/// Tokens between an office or `برئاسة` and the person.
const HEADS: usize = 9;
/// Tokens between a verb of attendance and the session or the days that it tells of.
const PART: usize = 8;

/// What is said of somebody's attendance, from the weakest to the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Attendance {
    /// Expected, on the way, invited.
    Expected,
    /// There.
    Attended,
    /// Not there, or will not come.
    Absent,
    /// Left, or withdrew.
    Withdrew,
}

impl Attendance {
    /// The name that output uses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Attended => "attended",
            Self::Absent => "absent",
            Self::Withdrew => "withdrew",
        }
    }
}

/// What one sentence says of somebody's attendance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// Number of the sentence, from 0.
    pub sentence: u32,
    /// The side or person.
    pub who: EntryId,
    /// What is said.
    pub attendance: Attendance,
    /// The words that say so.
    pub span: Span,
    /// Number of the statement it stands in.
    pub statement: Option<u32>,
}

/// The attendance that a sentence tells of.
pub(super) fn presence(v: &View, number: u32, statements: &[Statement], out: &mut Vec<Presence>) {
    for m in &v.s.matches {
        let id = v.id(m);
        let heads = v.frame(m).heads || matches!(v.raw(m.first as usize), "برئاسة" | "ممثلة" | "ممثلا" | "ممثلاً");
        if heads {
            // `الوفد الذي يرأسه X`, `ممثلة بنائب الوزير، X`: who leads a delegation is with it.
            let with = Proclitics(Proclitics::BEH.0 | Proclitics::LAM.0);
            let person = (m.last as usize + 1..v.len().min(m.last as usize + HEADS)).find_map(|t| {
                phrase_with(v, t, with)
                    .filter(|p| matches!(p.who, Who::Entry(id) if v.lexicon.entries[id as usize].kind == Kind::Person))
            });
            // `X، الذي يرأس الوفد`: who stands before.
            let first = m.first as usize;
            let relative = first > 1 && v.particle(first - 1) == Particle::Relative;
            let before = (0..first.saturating_sub(1)).rev().take(2).find_map(|t| v.over(t)).filter(|_| relative);
            if let Some(p) = before.filter(|p| v.kind(p) == Kind::Person) {
                push(v, number, statements, (v.id(p), p.first as usize, m.last as usize), Attendance::Attended, out);
            } else if let Some((p, Who::Entry(id))) = person.map(|p| (p, p.who)) {
                push(v, number, statements, (id, m.first as usize, p.next - 1), Attendance::Attended, out);
                further_heads(v, p.next, number, statements, out);
            }
            continue;
        }
        let Some(outcome) = v.lexicon.outcome_of(id) else { continue };
        let entry = &v.lexicon.entries[outcome as usize];
        let about = entry.role.as_deref().and_then(|id| v.lexicon.number(id));
        if about.is_none_or(|slot| v.lexicon.entries[slot as usize].role.as_deref() != Some("attendance")) {
            continue;
        }
        let Some(attendance) = attendance(v, m, entry.status.as_deref() == Some("agreed"), entry.id.starts_with("withdrew"))
        else {
            continue;
        };
        // One session missed, or left and come back to, is no absence from the round.
        if matches!(attendance, Attendance::Absent | Attendance::Withdrew) && (in_part(v, m) || returns(v, m)) {
            continue;
        }
        for (who, first, last) in subjects(v, m, statements, number) {
            push(v, number, statements, (who, first, last), attendance, out);
        }
    }
}

/// `يترأس الوفد الروسي X، والوفد التركي Y، ووفد المعارضة Z`: the verb is not said again.
fn further_heads(v: &View, from: usize, number: u32, statements: &[Statement], out: &mut Vec<Presence>) {
    let delegation = |t: usize| matches!(v.raw(t), "والوفد" | "ووفد");
    let mut t = from;
    while let Some(at) = (t..v.len()).find(|&t| delegation(t)) {
        let end = (at + 1..v.len().min(at + HEADS)).find(|&t| delegation(t)).unwrap_or(v.len().min(at + HEADS));
        let person = (at + 1..end).find_map(|t| {
            phrase_with(v, t, Proclitics(0))
                .filter(|p| matches!(p.who, Who::Entry(id) if v.lexicon.entries[id as usize].kind == Kind::Person))
        });
        if let Some((p, Who::Entry(id))) = person.map(|p| (p, p.who)) {
            push(v, number, statements, (id, at, p.next - 1), Attendance::Attended, out);
        }
        t = end;
    }
}

fn push(
    v: &View,
    number: u32,
    statements: &[Statement],
    (who, first, last): (EntryId, usize, usize),
    attendance: Attendance,
    out: &mut Vec<Presence>,
) {
    let mut first = first;
    while first > 0 && v.negates(first - 1) {
        first -= 1;
    }
    let span = (v.start(first), v.end(last));
    let statement =
        statements.iter().position(|s| s.sentence == number && s.content.0 <= span.0 && span.0 < s.content.1).map(|n| n as u32);
    let new = Presence { sentence: number, who, attendance, span, statement };
    if !out.iter().any(|p| p.sentence == number && p.who == who && p.attendance == attendance) {
        out.push(new);
    }
}

/// What the form of the word and what stands before it say.
fn attendance(v: &View, m: &Match, comes: bool, leaves: bool) -> Option<Attendance> {
    let t = m.first as usize;
    let before = t.checked_sub(1);
    let negated = before.is_some_and(|b| v.negates(b));
    // An open question (`مشاركتها من عدمها`) says nothing.
    if (t..v.len()).take(12).any(|k| v.over(k).is_some_and(|m| v.frame(m).open)) {
        return None;
    }
    if leaves {
        // `هل ستنسحب`, `أن تنسحب`: not yet.
        let yet = matches!(v.shape(m), Shape::Verb { tense, .. } if tense != Tense::Perfect);
        return (!negated && !yet).then_some(Attendance::Withdrew);
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
        Shape::Masdar if m.proclitics.has(Proclitics::BEH) => Some(Attendance::Attended),
        Shape::Masdar => {
            // `رفضت المشاركة`, `في انتظار وصول`, `أكدت مشاركة`.
            let from = t.saturating_sub(NEAR);
            (from..t).rev().find_map(|k| {
                let g = v.over(k)?;
                let entry = v.entry(g);
                match (entry.kind, entry.stance.as_deref()) {
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

/// `غاب يوماً واحداً`, `لم يحضر الجلسة الختامية`, `انسحب من جلسة الاثنين`: a part of the round.
fn in_part(v: &View, m: &Match) -> bool {
    let from = m.last as usize + 1;
    let ends = |t: &usize| matches!(v.mark(*t), Some('.' | '؛' | '،' | ',' | ':'));
    (from..v.len().min(from + PART)).take_while(|t| !ends(t)).any(|t| {
        let word = v.raw(t).trim_start_matches(['ل', 'ب']).trim_end_matches('ً');
        let whole = matches!(v.raw(t + 1), "كلها" | "جميعها" | "بأكملها");
        matches!(word, "جلسة" | "الجلسة" | "جلستين" | "الجلستين" | "يوما" | "يومين" | "ساعة" | "ساعات" | "ساعتين") && !whole
    })
}

/// `انسحب … لكنه عاد`, `قبل أن يعود`: the same sentence tells of the return.
fn returns(v: &View, m: &Match) -> bool {
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
fn subjects(v: &View, m: &Match, statements: &[Statement], number: u32) -> Vec<(EntryId, usize, usize)> {
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
        let stance = speaker.and_then(|s| s.verb).and_then(|verb| v.lexicon.entries[verb.entry as usize].stance.as_deref());
        let person = v.lexicon.entries[id as usize].kind == Kind::Person;
        let own = !person || matches!(stance, Some("announce" | "affirm" | "confirm" | "reveal"));
        return if own { vec![(id, first, last)] } else { out };
    }
    if matches!(m.ending, Ending::Pronoun(_)) {
        if finite {
            // `ستصلنا`: the pronoun is the object.
            return out;
        }
        // `مطالباً بانسحابها`: whom a speaker wants gone is another; so is she where the speaker is a man.
        let stance = speaker.and_then(|s| s.verb).and_then(|verb| v.lexicon.entries[verb.entry as usize].stance.as_deref());
        let own = matches!(stance, Some("announce" | "affirm" | "confirm" | "deny" | "reject" | "say" | "add" | "reveal"));
        let person = |id: EntryId| v.lexicon.entries[id as usize].kind == Kind::Person;
        let hers = v.raw(first).ends_with("ها");
        if let Some(Who::Entry(id)) = speaker.filter(|_| own).map(|s| s.speaker.who)
            && !(hers && person(id))
        {
            out.push((id, first, last));
        }
        return out;
    }
    let can = |m: &Match| {
        matches!(v.kind(m), Kind::Party | Kind::Person | Kind::Country)
            && m.proclitics.0 & !(Proclitics::WAW.0 | Proclitics::ARTICLE.0) == 0
    };
    // `وصول الوفدين الإيراني والأردني`
    let delegation = |t: usize| v.at(t).is_some_and(|m| v.entry(m).id == "delegation");
    if delegation(last + 1) {
        let mut t = v.at(last + 1).map_or(last + 2, |m| m.last as usize + 1);
        while let Some(d) = v.at(t).filter(|m| v.kind(m) == Kind::Demonym) {
            let country = v.entry(d).country.as_deref().and_then(|id| v.lexicon.number(id));
            out.extend(country.map(|id| (id, first, d.last as usize)));
            t = d.last as usize + 1;
        }
        if !out.is_empty() {
            return out;
        }
    }
    let mut t = last + 1;
    while t < v.len().min(last + NEAR) && v.mark(t).is_none() {
        match v.at(t) {
            Some(p) if can(p) => {
                out.push((v.id(p), first, p.last as usize));
                return out;
            }
            Some(p) if matches!(v.kind(p), Kind::Title | Kind::Term | Kind::Demonym | Kind::Unit | Kind::Number) => {
                t = p.last as usize + 1
            }
            // `سيصل ليلا وسيلتقي خبراء`, `غاب توقيع الفصائل`: another's verb, another thing.
            Some(p) if v.kind(p) == Kind::Verb => break,
            _ if matches!(v.particle(t), Particle::Takes(_)) => break,
            _ => t += 1,
        }
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
        if let Some(p) = found {
            // `كلا من الوفد الروسي والوفد الممثل للنظام وصلا`
            let twin = (p.first as usize)
                .checked_sub(1)
                .filter(|_| p.proclitics.has(Proclitics::WAW))
                .and_then(|k| v.over(k))
                .filter(|p| can(p));
            out.extend(twin.map(|t| (v.id(t), t.first as usize, last)));
            out.push((v.id(p), p.first as usize, last));
        }
    }
    out
}
