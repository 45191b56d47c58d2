//! The subject of a verb: whether it agrees, who else speaks with it, what may stand between the two.

use super::Who;
use super::body;
use super::holder::holder;
use super::memory::Memory;
use super::speaker::{Phrase, phrase};
use super::unknown::passed_on;
use super::view::{Particle, View};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::fold::fold;
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::frames::Tells;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens between brackets behind a speaker.
const ASIDE: usize = 14;

/// `وقالت صباح الحلاق`: a name that is a word of time.
pub(super) fn named(v: &View, m: &Match) -> bool {
    let next = m.last as usize + 1;
    let own =
        m.first == m.last && m.proclitics.is_none() && matches!(v.raw(m.first as usize), "صباح" | "فجر" | "ضحى" | "ربيع" | "سحر");
    own && v.over(next).is_none() && v.mark(next).is_none() && !v.raw(next).chars().any(|c| c.is_numeric())
}

/// `قال أمس الوزير`: a word of time, or a comma, between the verb and its subject.
pub(super) fn skip_time(v: &View, mut t: usize) -> usize {
    loop {
        if let Some(m) = v.at(t).filter(|m| matches!(v.kind(m), Kind::Weekday | Kind::Time) && !named(v, m)) {
            t = m.last as usize + 1;
        } else if let Some((m, "turn" | "time" | "attribution" | "addition")) = v.connective(t)
            && v.particle(t) != Particle::That
            && v.frame(m).tells == Tells::Nothing
            && !matches!(v.raw(m.first as usize), "ما" | "من")
        {
            t = m.last as usize + 1;
            t += usize::from(v.mark(t) == Some('،'));
        } else if let Some((_, close)) = v.opens(t + 1).filter(|&(a, b)| matches!(v.raw(t), "ل" | "لـ") && b - a <= 4) {
            // `وأوضح لـ«الصحيفة» مسؤول أن`: who was told.
            t = close + 1;
            // `أكدت لـ«الصحيفة»، مصادر مطلعة، أن`
            let plain = |k: usize| v.mark(k).is_none() && v.over(k).is_none() && v.particle(k) == Particle::None;
            // `أوضح لـ«الصحيفة»، فلان الفلاني رئيس المجلس أن`
            let named = plain(t + 1) && plain(t + 2) && v.kind_at(t + 3) == Some(Kind::Title);
            t += usize::from(matches!(v.mark(t), Some('،' | ',')) && (named || phrase(v, t + 1).is_some()));
        } else if let Some(close) = time_aside(v, t) {
            t = close + 1;
        } else if matches!(v.raw(t), "فيه" | "فيها" | "خلاله" | "خلالها" | "له" | "لها" | "لهم" | "لهما")
        {
            // `بيان أعلنت فيه روسيا`
            t += 1;
        } else {
            return t;
        }
    }
}

/// `قالت، عصر أول من أمس الخميس، وزارة الخارجية إن`: the comma behind words of time between two commas, before a speaker.
fn time_aside(v: &View, t: usize) -> Option<usize> {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let when = |k: usize| {
        let word = v.over(k).is_some_and(|m| matches!(v.kind(m), Kind::Weekday | Kind::Time | Kind::Month | Kind::Ordinal));
        word || v.is_digits(k) || matches!(v.raw(k), "من" | "أول" | "عصر" | "صباح" | "مساء" | "ظهر" | "فجر" | "ليل" | "ليلة")
    };
    let close = (t + 2..v.len().min(t + 9)).find(|&k| v.mark(k).is_some()).filter(|&k| comma(t) && comma(k))?;
    ((t + 1..close).all(when) && phrase(v, close + 1).is_some()).then_some(close)
}

/// A verb before its subject agrees with it in gender.
pub(super) fn agrees(v: &View, person: Person, p: &Phrase) -> bool {
    let named = matches!(p.who, Who::Entry(id) if v.lexicon.kind(id) == Kind::Person);
    // `عواصم نصحت الوفد بأن`: no delegation speaks with a woman's verb.
    const MEN: [&str; 12] =
        ["الوفد", "وفد", "الجانب", "الطرف", "المجلس", "مجلس", "الجيش", "النظام", "التحالف", "الائتلاف", "الحزب", "حزب"];
    if person == Person::She && p.title.is_none() && MEN.contains(&v.raw(p.first).trim_start_matches('و')) {
        return false;
    }
    match (person, p.feminine) {
        (Person::He, Some(true)) => named,
        (Person::She, Some(false)) => {
            named && p.title.is_none() || !matches!(p.who, Who::Office(_) | Who::Entry(_)) || p.title.is_none()
        }
        // `دول غربية نصحت الأمين العام`: an office of several words, of a man, and no name.
        (Person::She, None) => {
            let man = ["الأمين", "الرئيس", "الوزير", "المبعوث", "وزير", "رئيس", "مبعوث", "مدير", "قائد", "أمين"];
            !(matches!(p.who, Who::Office(_)) && man.contains(&v.raw(p.head)))
        }
        _ => true,
    }
}

/// `قال X وY إن`, `أعلنت روسيا وتركيا وإيران`: who speaks with the first.
pub(super) fn joined(v: &View, first: &Phrase) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::new();
    let mut next = first.next;
    while let Some(m) = v.at(next).filter(|m| m.proclitics.has(Proclitics::WAW)) {
        if second_office(v, first, next).is_some() {
            break;
        }
        let kind = v.kind(m);
        let body = matches!(kind, Kind::Party | Kind::Organization | Kind::Country | Kind::Place)
            || (kind == Kind::Term && v.frame(m).speaker);
        if !body && !matches!(kind, Kind::Person | Kind::Title) {
            break;
        }
        let Some(q) = phrase(v, next) else { break };
        let q = holder(v, q);
        next = q.next;
        out.push(q);
    }
    out
}

/// `وزير الخارجية ورئيس الوفد الحكومي عبد الملك المخلافي`: one person with two offices; `next` is the second.
pub(super) fn second_office(v: &View, first: &Phrase, next: usize) -> Option<Phrase> {
    let office = matches!(first.who, Who::Office(_)) && first.definite;
    let m = v.at(next).filter(|m| m.proclitics.has(Proclitics::WAW) && v.kind(m) == Kind::Title)?;
    let p = phrase(v, next).filter(|_| office && !v.frame(m).source)?;
    let p = holder(v, p);
    let person = |id: EntryId| v.lexicon.kind(id) == Kind::Person;
    // Nothing but a blank stands between the second office and the name.
    let named = match p.who {
        Who::Entry(id) => person(id) && p.title.is_some(),
        who => who == Who::Words,
    };
    named.then_some(p)
}

/// `كبير الوسطاء، الرئيس الأسبق فلان الفلاني،`: who holds the office is named with another one.
pub(super) fn titled(v: &View, p: &Phrase) -> Option<Phrase> {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let office = matches!(p.who, Who::Office(_)) && comma(p.next);
    v.at(p.next + 1).filter(|m| office && v.kind(m) == Kind::Title && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0)?;
    let q = holder(v, phrase(v, p.next + 1)?);
    let named = matches!(q.who, Who::Words) || matches!(q.who, Who::Entry(_)) && q.title.is_some();
    // The office tells more than the rank.
    let role = if p.role == (0, 0) { q.role } else { p.role };
    (named && comma(q.next)).then_some(Phrase { title: p.title, head: p.head, role, of: q.of.or(p.of), ..q })
}

/// `الدول الضامنة، روسيا وإيران وتركيا،`: names between two commas behind the speaker.
pub(super) fn aside(v: &View, from: usize) -> usize {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let name = |t: usize| {
        let is = |k| matches!(k, Kind::Person | Kind::Party | Kind::Organization | Kind::Country);
        v.at(t).filter(|m| is(v.kind(m)) && m.proclitics.0 & !(Proclitics::WAW.0 | Proclitics::ARTICLE.0) == 0)
    };
    // `الدول الضامنة (روسيا وإيران وتركيا)`
    if v.mark(from) == Some('(') {
        let close = (from..v.len().min(from + ASIDE)).find(|&t| v.mark(t) == Some(')'));
        return close.map_or(from, |t| t + 1);
    }
    // `تقرير كتبه فلان ونشرته الصحيفة أمس أن`: a clause on the paper.
    let paper = from > 0 && body::noun(v, from - 1).is_some_and(|m| v.name(m) == "body_report");
    let done = |m: &&Match| matches!(m.ending, Ending::Pronoun(_)) && matches!(v.finite(m), Some((Tense::Perfect, _)));
    if paper && v.at(from).filter(done).is_some() {
        let to =
            (from + 1..v.len().min(from + ASIDE)).take_while(|&t| v.mark(t).is_none()).find(|&t| v.particle(t) == Particle::That);
        return to.unwrap_or(from);
    }
    // `مصدر عسكري -رفض ذكر اسمه-`
    if let Some(dash) = v.mark(from).filter(|c| matches!(c, '-' | '–' | '—')) {
        let close = (from + 1..v.len().min(from + ASIDE)).find(|&t| v.mark(t) == Some(dash));
        return close.map_or(from, |t| t + 1);
    }
    // `لـ"هيئة التنسيق"، «أبو محمد»،`: the mark that closes before the comma.
    let from = from + usize::from(v.is_quote(from) && v.opens(from).is_none() && comma(from + 1));
    let behind = from;
    let from = clause_on(v, from);
    if !comma(from) {
        // `عائلات معتقلين اعتصمت أمام المقر، رافعة صورهم، بألا`: a clause on those who are not named.
        let did = v.over(from).is_none() && v.raw(from).ends_with('ت') && v.raw(from).chars().count() > 4;
        let any = from > 0 && !v.raw(from - 1).starts_with("ال") && v.mark(from - 1).is_none();
        let told = |t: usize| comma(t) && matches!(v.raw(t + 1), "بألا" | "بأن" | "ألا" | "أن" | "إن");
        if let Some(close) = (from + 1..v.len().min(from + ASIDE)).find(|&t| told(t)).filter(|_| did && any) {
            return close + 1;
        }
        // `فلان، مدير المعهد في برلين ومستشار المبعوث، أن`: more of the office than was read.
        let opened = (from.saturating_sub(ASIDE)..from).rev().take_while(|&t| v.at(t).is_none_or(|m| v.finite(m).is_none()));
        let inside = opened.clone().any(comma) && v.at(from).is_none_or(|m| v.finite(m).is_none());
        return between(v, from).filter(|_| inside && v.particle(from) != Particle::That).unwrap_or(from);
    }
    // `القائد العام، «أبو محمد»، إن`: a name in quotation marks.
    if let Some((_, close)) = v.opens(from + 1).filter(|&(a, b)| b - a <= 6 && comma(b + 1)) {
        return close + 2;
    }
    // `الباحثون، ومنهم فلان الفلاني،`
    let among = matches!(v.raw(from + 1), "منهم" | "ومنهم" | "بينهم" | "وبينهم" | "ومن" | "أبرزهم" | "أحد" | "إحدى");
    let close = (from + 2..v.len().min(from + ASIDE)).find(|&t| v.mark(t).is_some());
    if let Some(close) = close.filter(|&t| among && comma(t)) {
        return close + 1;
    }
    // `وزير الخارجية خالد اليماني، رئيس وفد الحكومة،`: a second office.
    let office = v.at(from + 1).filter(|m| v.kind(m) == Kind::Title && m.proclitics.is_none());
    if let Some(p) = office.and_then(|_| phrase(v, from + 1)).filter(|p| !matches!(p.who, Who::Entry(_)) && comma(p.next)) {
        return p.next + 1;
    }
    // `مسؤول، تحدث للصحافيين عبر الهاتف،`: a clause on one who is not named.
    let clause = v.at(from + 1).is_some_and(|m| m.proclitics.is_none() && matches!(v.finite(m), Some((Tense::Perfect, _))))
        || v.negates(from + 1);
    let unnamed =
        behind > 0 && !v.raw(behind - 1).starts_with("ال") && v.over(behind - 1).is_none_or(|m| v.kind(m) != Kind::Person);
    // `مستشار في الوفد الإيراني، لم يُكشف عن اسمه، أن`
    let nameless = |close: usize| matches!(v.raw(close - 1), "اسمه" | "اسمها" | "هويته" | "هويتها" | "اسميهما" | "أسمائهم");
    if let Some(close) = (from + 2..v.len().min(from + ASIDE)).find(|&t| comma(t)).filter(|&t| clause && nameless(t)) {
        return close + 1;
    }
    if clause
        && unnamed
        && let Some(close) = (from + 2..v.len().min(from + ASIDE)).find(|&t| comma(t))
    {
        return close + 1;
    }
    let mut t = from + 1;
    while let Some(m) = name(t) {
        t = m.last as usize + 1;
    }
    if t > from + 1 && comma(t) { t + 1 } else { between(v, from + 1).unwrap_or(from) }
}

/// `فلان، أمينها العام وكبير مفاوضيها، أن`, `البيان، المؤلف من مواد، عن`: the token behind the comma that closes what is said of the speaker. `from` is inside.
fn between(v: &View, from: usize) -> Option<usize> {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let close = (from..v.len().min(from + ASIDE)).find(|&t| v.mark(t).is_some()).filter(|&t| comma(t))?;
    let made_of = matches!(v.raw(from), "المكون" | "المكونة" | "المؤلف" | "المؤلفة") && v.raw(from + 1) == "من";
    let said = v.particle(close + 1) == Particle::That || made_of && matches!(v.particle(close + 1), Particle::Takes(_));
    let says = |t: usize| v.at(t).is_some_and(|m| v.frame(m).reports && v.finite(m).is_some());
    (said && close > from && v.raw(from) != "الله" && !(from..close).any(says)).then_some(close + 1)
}

/// `مسؤول تركي حضر الاجتماعات، صحة الأنباء`, `دبلوماسي حضر جانباً من اللقاءات وجود خلاف`: the token behind a clause on one who is not named. It ends at its comma, or before the verbal noun
/// that is said.
fn clause_on(v: &View, from: usize) -> usize {
    let perfect = |m: &&Match| m.proclitics.is_none() && matches!(v.finite(m), Some((Tense::Perfect, _))) && !noun_too(v, m);
    let unnamed = from > 0
        && v.mark(from - 1).is_none()
        && !v.raw(from - 1).starts_with("ال")
        && v.over(from - 1).is_some_and(|m| matches!(v.kind(m), Kind::Title | Kind::Demonym));
    let tied = v.at(from + 1).map_or_else(|| v.raw(from + 1).starts_with('ل'), |m| m.proclitics.has(Proclitics::LAM))
        || matches!(v.particle(from + 1), Particle::Takes(_));
    let close = tied && !v.raw(from).starts_with("ال") && (body::listed(v, from, "near") || body::listed(v, from, "adjective"));
    let whole = close
        || v.raw(from + 1).starts_with("ال")
        || v.raw(from + 1).trim_end_matches('ً').ends_with('ا')
        || v.particle(from + 1) != Particle::None;
    if (v.at(from).filter(perfect).is_none() && !close) || !unnamed || !whole {
        return from;
    }
    if close && v.mark(from + 1).is_none() {
        // `مصادر متابعة لملف الأسرى في جنيف`
        let name = |t: usize| v.over(t).is_some_and(|m| m.proclitics.is_none() && v.kind(m) == Kind::Person);
        let article = |t: &usize| v.raw(*t).starts_with("ال") || name(*t);
        let phrase = |t: usize| t + (t..v.len()).take_while(article).count();
        let takes = |t: usize| matches!(v.particle(t), Particle::Takes(_));
        let mut t = phrase(from + 2 + usize::from(takes(from + 1)));
        while takes(t) && v.over(t + 1).is_some() {
            t = phrase(t + 2);
        }
        return t;
    }
    for t in from + 2..v.len().min(from + ASIDE) {
        let noun = |m: &Match| v.shape(m) == Shape::Masdar && m.proclitics.is_none() && m.ending == Ending::None;
        let own = v.at(t).is_some_and(noun) || body::listed(v, t, "matter");
        let full = v.raw(t - 1).starts_with("ال") || v.raw(t - 1).trim_end_matches('ً').ends_with('ا');
        match v.mark(t) {
            // Where a verb goes on, it is the speaker's: `، مضيفاً أن`.
            Some('،' | ',')
                if !v.raw(t + 1).starts_with("قائل") && v.at(t + 1).is_none_or(|m| v.shape(m) != Shape::Participle) =>
            {
                return t;
            }
            Some(_) => return from,
            None if v.particle(t) == Particle::That => return from,
            None if own && full => return t,
            None => {}
        }
    }
    from
}

/// True for a verb that is written as its verbal noun: `رفض`, `طلب`.
pub(super) fn noun_too(v: &View, m: &Match) -> bool {
    let word = fold(&v.text[m.start as usize..m.end as usize]);
    v.entry(m).masdar.iter().any(|noun| fold(noun) == word)
}

/// The same with a pronoun behind it: `حثها`.
pub(super) fn masdar_too(v: &View, m: &Match) -> bool {
    let word = v.raw(m.first as usize).trim_start_matches('و');
    let bare = ["هما", "ها", "هم", "ه"].iter().find_map(|e| word.strip_suffix(e)).unwrap_or(word);
    let bare = fold(bare);
    m.first == m.last && v.entry(m).masdar.iter().any(|noun| fold(noun) == bare)
}

/// The verb before the subject at token `subject` that only leads to speech: `اكتفى`, `مضى`.
pub(super) fn leading<'v>(v: &View<'v>, subject: usize) -> Option<&'v Match> {
    subject.checked_sub(1).and_then(|t| v.over(t)).filter(|m| v.frame(m).light)
}

/// `…، وهو ما أكده X قائلاً`: a verb of speech whose object is all that stands before it.
pub(super) fn as_confirmed(v: &View, m: &Match) -> bool {
    let t = m.first as usize;
    t > 1 && v.raw(t - 1) == "ما" && matches!(v.raw(t - 2), "وهو" | "وهذا") && v.frame(m).reports
}

/// `خاطب الصحافيين`: several, in the case of an object.
pub(super) fn object_case(v: &View, p: &Phrase) -> bool {
    let raw = v.raw(p.first);
    v.kind_at(p.first) == Some(Kind::Title) && raw.starts_with("ال") && raw.ends_with("ين") && !raw.ends_with("أمين")
}

/// The subject of the main verb of a sentence that is no report: `وغادر لافروف القاعة مؤكداً أن`.
pub(super) fn main_subject(v: &View, memory: &Memory, t: usize) -> Option<Phrase> {
    // The nearest that stands in no clause of its own.
    let minor = |m: &Match| {
        m.first > 0 && matches!(v.particle(m.first as usize - 1), Particle::Relative | Particle::That) && !as_confirmed(v, m)
    };
    // `عملية نفذتها قواته`: on a noun before it.
    let on = |m: &Match| {
        let start = m.first as usize;
        matches!(m.ending, Ending::Pronoun(_))
            && m.proclitics.is_none()
            && start > 0
            && v.mark(start - 1).is_none()
            && v.connective(start - 1).is_none()
            && !as_confirmed(v, m)
    };
    // `منذ توغل القوات`: a noun.
    let governed = |m: &Match| {
        m.first > 0
            && m.proclitics.is_none()
            && matches!(v.particle(m.first as usize - 1), Particle::Takes(_) | Particle::Adjunct | Particle::After)
    };
    let verb = |m: &&Match| {
        v.kind(m) == Kind::Verb && v.finite(m).is_some() && !minor(m) && !on(m) && !governed(m) && (m.last as usize) < t
    };
    // `تحاشى المبعوث التسمية، إلا أنه أعرب`: a verb that no entry knows.
    let unknown = v.at(0).is_none() && v.mark(0).is_none() && v.particle(0) == Particle::None;
    // `وكان الوفد الحكومي انسحب قائلاً إن`
    let was = v.particle(0) == Particle::Was;
    // `إلى ملف الأسرى التي كان الأهالي ينتظرون حله`: in the clause on a word.
    let below = |m: &Match| {
        let from = (0..m.first as usize).rev().find(|&k| v.mark(k).is_some()).unwrap_or(0);
        !as_confirmed(v, m) && (from.max(1)..m.first as usize).any(|k| v.particle(k) == Particle::Relative)
    };
    let any = || v.s.matches.iter().rfind(verb).filter(|_| !unknown);
    let first = v.s.matches.iter().rfind(|m| verb(m) && !below(m)).or_else(any);
    let (person, at) = match first {
        Some(first) => (v.finite(first)?.1, first.last as usize + 1),
        // `وشنت تركيا غارات مشيرة إلى أنها`
        None if unknown => (if v.raw(0).ends_with('ت') { Person::She } else { Person::He }, 1),
        None if was => (if v.raw(0).ends_with('ت') { Person::She } else { Person::He }, 1),
        // `لكن رئيس الوفد فلان كان له رأي آخر، إذ قال`: the subject opens the sentence.
        None => {
            let at = v.connective(0).map_or(0, |(m, _)| m.last as usize + 1);
            let p = phrase(v, at).map(|p| holder(v, p)).filter(|p| v.particle(p.next) == Particle::Was)?;
            let person = matches!(p.who, Who::Entry(id) if v.lexicon.kind(id) == Kind::Person) || p.title.is_some();
            return person.then_some(p);
        }
    };
    let at = if was && phrase(v, at).is_none() { 1 } else { at };
    // `واكتفى نجم بالقول`: the surname of one whom the article introduced.
    phrase(v, at)
        .map(|p| Some(holder(v, p)).filter(|q| v.is_name(q.first)).unwrap_or(p))
        .or_else(|| memory.known(v, at))
        .or_else(|| first.filter(|m| as_confirmed(v, m)).and_then(|_| passed_on(v, at)))
        // `خاطب الصحافيين بالقول`: whom, and not who.
        .filter(|p| !object_case(v, p))
        .filter(|p| p.next <= t && p.feminine != Some(person == Person::He) && p.who != Who::Unresolved)
        // `علمت «الصحيفة» أن النادي فاوض اللاعب، كما طلب معلومات`: an outlet does nothing itself.
        .filter(|p| !matches!(p.who, Who::Entry(id) if v.lexicon.kind(id) == Kind::Media))
        .or_else(|| first.filter(|m| m.proclitics.has(Proclitics::WAW)).and_then(|_| as_for(v, t, person)))
}

/// `أما المبعوث فتجنب التعليق، واكتفى بالقول إن`: of whom the sentence is, where the verb names nobody.
fn as_for(v: &View, t: usize, person: Person) -> Option<Phrase> {
    let opens = matches!(v.raw(0), "أما" | "وأما");
    let one = |p: &Phrase| p.next <= t && p.who != Who::Unresolved && agrees(v, person, p);
    phrase(v, 1).filter(|_| opens).map(|p| holder(v, p)).filter(one)
}
