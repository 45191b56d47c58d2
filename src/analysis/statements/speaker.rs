//! The noun phrase of a speaker: a name, an office with or without its holder, a body, a source.
//!
//! In: a sentence and a token. Out: the phrase that begins there, if it can speak: `وزير خارجية كازاخستان، خيرت عبد الرحمنوف`, `مسؤول ثانٍ بالمعارضة`,
//! `أسامة أبو زيد، المتحدث باسم الفصائل`. A name after the office is its holder; what stands behind خلال or أثناء لقائه is not.

use super::apposition::apposition;
use super::body;
use super::office::{definite, office};
use super::view::{Particle, View};
use super::{Span, Who};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;
use crate::glossary::names;

/// How many tokens a name in quotation marks has.
const QUOTED: usize = 5;
/// Tokens of the place or the body that a source is in.
const SOURCE: usize = 5;

/// The phrase of a speaker.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    /// First token.
    pub(crate) first: usize,
    /// Token after the last.
    pub(crate) next: usize,
    /// Who it is, as far as the phrase itself says.
    pub(crate) who: Who,
    /// The office that is named.
    pub(crate) title: Option<EntryId>,
    /// First token of the office.
    pub(crate) head: usize,
    /// The side the office belongs to.
    pub(crate) of: Option<EntryId>,
    /// The role beside the name.
    pub(crate) role: Span,
    /// True if the office is definite, so that it may stand for someone named before.
    pub(crate) definite: bool,
    /// True if its first word is feminine, or a plural that takes a feminine verb.
    pub(crate) feminine: Option<bool>,
    /// True for a body that no entry names.
    pub(crate) body: bool,
}

impl Phrase {
    /// No speaker at all.
    pub(super) fn nobody() -> Self {
        Self {
            first: 0,
            next: 0,
            who: Who::Unresolved,
            title: None,
            head: 0,
            of: None,
            role: (0, 0),
            definite: false,
            feminine: None,
            body: false,
        }
    }

    /// A name that no entry knows, with nothing beside it.
    pub(crate) fn name(first: usize, next: usize) -> Self {
        Self { first, next, who: Who::Words, head: first, definite: true, ..Self::nobody() }
    }

    /// No speaker, behind a verb.
    pub(super) fn none(m: &Match) -> Self {
        let at = m.last as usize + 1;
        let title: Option<EntryId> = None;
        Self {
            first: at,
            next: at,
            who: Who::Unresolved,
            title,
            head: at,
            of: None,
            role: (0, 0),
            definite: false,
            feminine: None,
            body: false,
        }
    }
}

/// The phrase that begins at token `at`.
pub(super) fn phrase(v: &View, at: usize) -> Option<Phrase> {
    phrase_with(v, at, Proclitics::default())
}

/// The phrase that begins at token `at`, where `more` may stand before it (`وفقاً للناطق`).
pub(crate) fn phrase_with(v: &View, at: usize, more: Proclitics) -> Option<Phrase> {
    // `ل"الجيش الحر"`: a name in quotation marks, and no quotation.
    let named = v.opens(at).is_some_and(|(a, b)| b - a <= QUOTED);
    if named && let Some(p) = quoted(v, at) {
        return Some(p);
    }
    let at = if v.is_quote(at) && named { at + 1 } else { at };
    if let Some(p) = led(v, at, more) {
        return Some(p);
    }
    let allowed = Proclitics::ARTICLE.0 | Proclitics::WAW.0 | Proclitics::FEH.0 | more.0;
    let Some(m) = v.at(at).filter(|m| v.frame(m).speaker && m.proclitics.0 & !allowed == 0) else {
        return body::called(v, at, more);
    };
    let raw = v.raw(at);
    let mut out = Phrase {
        first: at,
        next: m.last as usize + 1,
        who: Who::Entry(v.id(m)),
        title: None,
        head: at,
        of: None,
        role: (0, 0),
        definite: true,
        feminine: None,
        body: false,
    };
    match v.kind(m) {
        // `إيلاف ياسين` is no outlet.
        Kind::Person | Kind::Media if longer(v, m) => {
            out.who = Who::Words;
            out.next += 1;
        }
        Kind::Person => {
            apposition(v, &mut out);
            if out.role != (0, 0)
                && v.mark(out.next - 1).is_none()
                && let Some(next) = second_title(v, &out)
            {
                out.next = next;
            }
        }
        Kind::Title => {
            out.title = Some(v.id(m));
            // `وأكد معاليه أن`
            out.definite = definite(v, at, m.last as usize) || (v.frame(m).generic && raw.ends_with('ه'));
            // `رئيستها`
            let own = matches!(m.ending, Ending::Pronoun(_));
            out.feminine = if v.frame(m).source || m.first != m.last {
                None
            } else {
                Some(raw.ends_with('ة') || (own && raw.contains("ته")))
            };
            office(v, &mut out, v.frame(m).source);
            // `مصدر في مطار عدن الدولي، أن`: a place or a body that no entry has.
            let last = m.last as usize;
            if v.frame(m).source && matches!(v.raw(last), "في" | "من" | "داخل" | "لدى") {
                // `وقال المصدر في اتصال هاتفي`
                if raw.contains("ال") && v.at(last + 1).is_none_or(|m| !v.frame(m).speaker) {
                    (out.next, out.title) = (last, v.lexicon.number("source").or(out.title));
                } else if out.next == last + 1 {
                    out.next = source_in(v, last + 1)?;
                }
            }
            // `وأكد المصدر نفسه أن`
            if matches!(out.who, Who::Entry(_)) && out.role == (0, 0) && same(v, out.next) {
                out.next += 1;
            }
            // `فخامة الرئيس عبد ربه منصور هادي رئيس الجمهورية أن`
            let held = matches!(out.who, Who::Entry(_)) && out.role != (0, 0);
            if held && let Some(next) = second_title(v, &out) {
                out.next = next;
            }
            if let Who::Entry(_) = out.who
                && out.title.is_some()
                && out.role == (0, 0)
            {
                // `وأكد الدكتور خالد أن`: by the first name.
                if let Some(p) = first_name(v, &out) {
                    return Some(p);
                }
                // No holder was found.
                let own = matches!(m.ending, Ending::Pronoun(_)) || out.of.is_some_and(|id| v.lexicon.kind(id) == Kind::Media);
                out.who = if v.frame(m).source || !out.definite || own { Who::Source(out.title) } else { Who::Office(v.id(m)) };
                out.role = (v.start(at), v.end(out.next - 1));
            }
        }
        kind => {
            out.feminine =
                Some(raw.ends_with(['ة', 'ا', 'أ']) && (raw.ends_with('ة') || matches!(kind, Kind::Country | Kind::Place)));
            // Cities are feminine, and countries but for a few (`takes: [masculine]`): `ويطالب إيران بالتعاون` is of another.
            let he = v.lexicon.takes(v.id(m)).any(|t| t == "masculine") || raw.starts_with("الاتحاد");
            if kind == Kind::Place || kind == Kind::Country && !he {
                out.feminine = Some(true);
            }
            if kind == Kind::Term || kind == Kind::Party {
                out.feminine = raw.ends_with('ة').then_some(true);
            }
            // `الأمم المتحدة`: so says its adjective.
            if m.last > m.first && raw.contains("ال") && v.raw(at + 1).starts_with("ال") && v.raw(at + 1).ends_with(['ة', 'ى'])
            {
                out.feminine = Some(true);
            }
            // `بيان الوقفة`: whose it is.
            let of = kind == Kind::Term && !raw.contains("ال") && v.over(out.next).is_none() && v.mark(out.next).is_none();
            if of && v.raw(out.next).starts_with("ال") {
                out.next += 1;
            }
            // `بيان التحالف`: of a body that has an entry.
            let theirs = v.at(out.next).filter(|m| {
                kind == Kind::Term
                    && out.next == at + 1
                    && !raw.contains("ال")
                    && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0
                    && v.frame(m).speaker
                    && matches!(v.kind(m), Kind::Party | Kind::Organization | Kind::Country | Kind::Place)
            });
            if let Some(m) = theirs {
                out.of = Some(v.id(m));
                out.next = m.last as usize + 1;
            }
            // `بيان تجمع القوى المدنية`: of a body that no entry names.
            let paper = v.name(m) == "statement" && out.next == at + 1 && !raw.contains("ال") && out.of.is_none();
            if let Some(owner) = body::called(v, out.next, Proclitics::default()).filter(|_| paper) {
                return Some(Phrase { feminine: None, ..owner });
            }
            body(v, &mut out);
            // `بيان للوفد`
            let owner = v.at(out.next).filter(|m| kind == Kind::Term && m.proclitics.has(Proclitics::LAM));
            let side = |k| matches!(k, Kind::Party | Kind::Organization | Kind::Country);
            if let Some(m) = owner.filter(|m| side(v.kind(m))) {
                out.of = Some(v.id(m));
                out.next = m.last as usize + 1;
            }
        }
    }
    // `الأمير محمد بن سلمان بن عبدالعزيز آل سعود`
    if matches!(out.who, Who::Entry(_)) && v.raw(out.next) == "آل" && v.over(out.next + 1).is_none() {
        out.next += 2;
    }
    if v.is_quote(out.next) && v.quotes.iter().any(|&(a, b)| b == out.next && a + 1 == at) {
        out.next += 1;
    }
    Some(out)
}

/// The token behind offices that are told behind their holder, where the clause that is said opens there, or a comma or a quotation stands there: `فلان عضو المجلس رئيس الوفد، لدى وصوله، أن`.
fn second_title(v: &View, p: &Phrase) -> Option<usize> {
    let mut next = p.next;
    while let Some(m) = v.at(next).filter(|m| v.kind(m) == Kind::Title && m.proclitics.is_none()) {
        // `سعيد الشيخ`: a surname.
        if m.first == m.last && (v.raw(next).starts_with("ال") || v.particle(next + 1) != Particle::None) {
            return None;
        }
        let mut title = Phrase {
            first: next,
            next: m.last as usize + 1,
            title: Some(v.id(m)),
            head: next,
            definite: definite(v, next, m.last as usize),
            ..*p
        };
        office(v, &mut title, false);
        if title.who != p.who {
            return None;
        }
        next = title.next;
    }
    let opens = v.particle(next) == Particle::That || matches!(v.mark(next), Some('،' | ',' | ':' | '"' | '«' | '“'));
    (next > p.next && opens).then_some(next)
}

/// The token behind what a source is in, where the clause that it says opens there or its comma stands there.
fn source_in(v: &View, from: usize) -> Option<usize> {
    let part = |t: &usize| {
        v.mark(*t).is_none()
            && (*t == from || !v.raw(*t).starts_with('ل'))
            && v.at(*t).is_none_or(|m| v.finite(m).is_none())
            && v.particle(*t) == Particle::None
    };
    let end = from + (from..v.len().min(from + SOURCE)).take_while(part).count();
    let told = v.raw(end).starts_with('ل') && v.mark(end).is_none();
    // `مصدر في القيادة في بيان له أنه`: where it speaks.
    let told = told || v.particle(end) == Particle::Takes(Takes::IN) && super::circumstance::talk(v, end + 1);
    (end > from && (v.particle(end) == Particle::That || matches!(v.mark(end), Some('،' | ',' | ':')) || told)).then_some(end)
}

/// `نفسه`, `ذاتها`: the one that was named, and no name.
pub(super) fn same(v: &View, t: usize) -> bool {
    matches!(v.raw(t), "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "أنفسهم")
}

/// `الدكتور خالد`: an honorific with the first name alone, where what is said begins behind it.
fn first_name(v: &View, p: &Phrase) -> Option<Phrase> {
    let t = p.next;
    let honours = t == p.first + 1 && v.raw(p.first).trim_start_matches('و').starts_with("ال");
    let name = v.over(t).is_none() && v.mark(t).is_none() && v.particle(t) == Particle::None && !v.raw(t).starts_with("ال");
    let takes = matches!(v.particle(t + 1), Particle::That | Particle::Takes(_)) && v.raw(t + 1) != "علي";
    let opens = v.particle(t + 1) == Particle::That || matches!(v.mark(t + 1), Some(':' | '"' | '«' | '“'));
    let behind = takes || opens;
    let word = !v.raw(t).ends_with(['ا', 'ً', 'ة'])
        && v.raw(t).chars().count() > 2
        && !same(v, t)
        && !super::circumstance::taken_at(v, t);
    (honours && name && behind && (v.is_name(t) || opens && word)).then(|| Phrase {
        first: t,
        next: t + 1,
        who: Who::Words,
        role: (v.start(p.first), v.end(t - 1)),
        ..*p
    })
}

/// A speaker behind a word that is none of the name: `هذا المسؤول`, `معالي الأمين العام`, `أحد مستشاري الرئيس`.
fn led(v: &View, at: usize, more: Proclitics) -> Option<Phrase> {
    if matches!(v.raw(at), "هذا" | "هذه" | "ذلك" | "تلك" | "هؤلاء") {
        let body = |p: &Phrase| {
            p.body || v.at(at + 1).is_some_and(|m| matches!(v.kind(m), Kind::Term | Kind::Party | Kind::Organization))
        };
        return phrase(v, at + 1).filter(|p| (p.title.is_some() || body(p)) && p.definite && v.raw(at + 1).starts_with("ال"));
    }
    // `وتطالب كل من الفلبين وفيتنام`
    if v.raw(at) == "كل" && v.raw(at + 1) == "من" {
        return phrase(v, at + 2);
    }
    // `ورأى نظيره الأميركي أنتوني بلينكن أن`
    if matches!(v.raw(at), "نظيره" | "نظيرته" | "نظيرها" | "ونظيره" | "ونظيرته" | "ونظيرها")
    {
        let theirs = v.at(at + 1).filter(|m| v.kind(m) == Kind::Demonym);
        let name = theirs.map_or(at + 1, |m| m.last as usize + 1);
        let person = |p: &Phrase| matches!(p.who, Who::Entry(id) if v.lexicon.kind(id) == Kind::Person);
        let of = theirs.and_then(|m| country(v, v.id(m)));
        return phrase(v, name).filter(person).map(|p| Phrase { of: p.of.or(of), ..p });
    }
    if let Some(m) = v.at(at).filter(|m| v.role(m) == Some("honorific")) {
        return phrase_with(v, m.last as usize + 1, more);
    }
    // `وطالب 61 نائبا`
    let behind = if v.is_digits(at) { at + 1 } else { body::part(v, at)? };
    let p = phrase(v, behind).filter(|p| p.title.is_some() || p.body)?;
    let role = if p.body { (0, 0) } else { (v.start(at), v.end(p.next - 1)) };
    let who = p.title.map_or(Who::Words, |title| Who::Source(Some(title)));
    Some(Phrase { first: at, head: at, who, role, definite: false, feminine: None, ..p })
}

/// `رفض «حراك أبناء فبراير» أي حكومة`: a name in quotation marks that no entry knows, with more of the sentence behind it.
fn quoted(v: &View, at: usize) -> Option<Phrase> {
    let (first, close) = v.opens(at).map(|(a, b)| (a + 1, b))?;
    let name = |t: usize| {
        v.mark(t).is_none() && v.particle(t) == Particle::None && v.over(t).is_none_or(|m| v.finite(m).is_none() && !v.negates(t))
    };
    let noun =
        !matches!(v.raw(first), "نعم" | "لا") && (first..close).all(name) && !v.at(first).is_some_and(|m| v.frame(m).speaker);
    let goes_on = v.mark(close + 1).is_none() && close + 1 < v.len()
        || matches!(v.mark(close + 1), Some('،' | ',')) && v.particle(close + 2) != Particle::None;
    // `اعتبر «صفعة للوفد»`, `أماكن تسمى «المأوى»`: what something is called.
    let clause = (close + 1..v.len().min(close + 2 + SOURCE)).any(|t| v.particle(t) == Particle::That);
    let calls = |m: &Match| !clause && matches!(v.stance(m), Some("consider" | "describe"));
    // `فرنسا لا تتوقع «تحولات» في الموقف`: what is not expected.
    let not = |m: &Match| m.first > 0 && v.negates(m.first as usize - 1);
    let behind = at > 0 && v.over(at - 1).is_some_and(|m| v.frame(m).reports && v.finite(m).is_some() && !calls(m) && !not(m));
    (behind && noun && goes_on && close > first).then(|| Phrase {
        first,
        next: close + 1,
        who: Who::Words,
        head: first,
        definite: true,
        body: true,
        ..Phrase::nobody()
    })
}

/// `عبد الله بن عبد العزيز الشمري` is not the king of the glossary: behind a name that ends with the father's there is a surname that no entry knows.
fn surnamed(v: &View, m: &Match) -> bool {
    let t = m.last as usize + 1;
    let next = v.raw(t);
    let father = (m.first..=m.last).any(|k| v.raw(k as usize) == "بن");
    let ends = v.mark(t + 1).is_some()
        || t + 1 >= v.len()
        || v.particle(t + 1) != Particle::None
        || matches!(v.kind_at(t + 1), Some(Kind::Weekday | Kind::Time | Kind::Title));
    let name = next.starts_with("ال") && v.over(t).is_none() && v.mark(t).is_none() && !super::modifier::verbal(next);
    father && name && ends && !super::body::listed(v, t, "adjective")
}

/// `موسى عمر` is not the Moussa of the glossary: a first name alone with a word behind it that no entry knows.
pub(super) fn longer(v: &View, m: &Match) -> bool {
    let t = m.last as usize + 1;
    let (own, next) = (v.raw(m.first as usize), v.raw(t));
    // `مصطفى بلجون مدير الصحة`: a surname that begins like a preposition.
    let before_title = v.kind(m) == Kind::Person
        && next.starts_with('ب')
        && !next.starts_with("بال")
        && v.kind_at(t + 1) == Some(Kind::Title)
        && names::known(own).is_some();
    // `الشيخ الصادق الغرياني`: a surname alone with another behind it.
    let form = &v.lexicon.forms[m.form as usize];
    let second = form.short
        && v.kind(m) == Kind::Person
        && own.starts_with("ال")
        && next.starts_with("ال")
        && next.ends_with('ي')
        && next.chars().count() > 5
        && v.over(t).is_none()
        && !super::body::listed(v, t, "adjective");
    surnamed(v, m)
        || second
        || m.first == m.last
            && !own.starts_with("ال")
            && v.over(t).is_none()
            && v.mark(t).is_none()
            && v.particle(t) == Particle::None
            && next.chars().count() > 2
            && !matches!(next, "أمام" | "ضد" | "عند" | "تجاه" | "أثناء" | "عقب" | "وسط")
            && (!next.starts_with(['ل', 'ب', 'و', 'ف', 'ك', 'س', 'ي', 'ت'])
                || before_title
                || (v.kind(m) == Kind::Media && v.particle(t + 1) == Particle::That))
            && !next.ends_with(['ا', 'ً', 'ة'])
            && (v.mark(t + 1).is_some() || v.particle(t + 1) == Particle::That || v.kind_at(t + 1) == Some(Kind::Title))
}

/// `وزارة الخارجية في كازاخستان`, `وكالة إنترفاكس الروسية للأنباء`: what belongs to a body.
fn body(v: &View, out: &mut Phrase) {
    let head = v.raw(out.first).trim_start_matches(['و', 'ف', 'ل', 'ب']);
    let definite = head.starts_with("ال") || head.starts_with("لل");
    let feminine = if head.ends_with('ة') { Some(true) } else { out.feminine };
    while out.next < v.len() {
        let t = out.next;
        if let Some(m) = v.at(t) {
            match v.kind(m) {
                Kind::Demonym if m.proclitics.0 & !Proclitics::ARTICLE.0 == 0 => out.of = out.of.or_else(|| country(v, v.id(m))),
                _ => break,
            }
            out.next = m.last as usize + 1;
        } else if matches!(v.particle(t), Particle::Takes(p) if p == Takes::IN || p == Takes::TO)
            && let Some(m) = v.at(t + 1).filter(|m| matches!(v.kind(m), Kind::Country | Kind::Process))
        {
            if v.kind(m) == Kind::Country {
                out.of = out.of.or(Some(v.id(m)));
            }
            out.next = m.last as usize + 1;
        } else if (v.raw(t).starts_with("للأ") && v.mark(t).is_none()) || (definite && body::adjective(v, t, feminine)) {
            out.next = t + 1;
        } else {
            break;
        }
    }
}

/// The country of a demonym.
pub(super) fn country(v: &View, demonym: EntryId) -> Option<EntryId> {
    v.lexicon.belongs_to(demonym)[1]
}
