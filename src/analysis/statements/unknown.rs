//! A speaker whom no entry knows: `وقال الملا حسن، وهو قيادي، إن`.

use super::Who;
use super::body;
use super::memory::Memory;
use super::office::apposition;
use super::opening::{opening, taken_at};
use super::speaker::Phrase;
use super::subject::{named, skip_time};
use super::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::frames::{Takes, Tells};
use crate::glossary::matcher::Match;
use crate::glossary::names;

/// The longest name that is read without an entry.
const NAME: usize = 6;
/// Tokens of what an office is for, before its holder: `في ملف الأسرى والمختطفين`.
const SCOPE: usize = 6;

/// A speaker behind the verb whom no entry knows: `وقال الملا حسن، وهو قيادي، إن`. Only where the content opens a clause further on.
pub(super) fn unknown(v: &View, m: &Match, person: Person, memory: &Memory) -> Option<Phrase> {
    let mut first = skip_time(v, m.last as usize + 1);
    // `رأى زميله فلان`
    if matches!(v.raw(first), "زميله" | "زميلها" | "زميلته" | "زميلتها") {
        first += 1;
    }
    // `وأوضح فضائل`: the surname of one whom the article introduced, whatever else the word means.
    let introduced = memory.knows(v.raw(first));
    let known = v.at(first).filter(|m| !introduced && !named(v, m));
    let opinion = !introduced && matches!(v.entry(m).stance.as_deref(), Some("consider" | "agree" | "expect" | "hope"));
    let thing = known.is_some_and(|m| {
        !v.entry(m).id.starts_with("quantity_")
            && !matches!(v.entry(m).kind, Kind::Number | Kind::Person | Kind::Title | Kind::Demonym)
    });
    if thing
        || (v.frame(m).relays && !m.proclitics.has(Proclitics::WAW))
        || matches!(v.raw(first), "لـ" | "ل" | "هذا" | "هذه" | "ذلك" | "تلك" | "هؤلاء" | "من" | "ما")
    {
        return None;
    }
    let verbal = known.is_some_and(|m| {
        matches!(v.entry(m).kind, Kind::Verb | Kind::Negator | Kind::Connective | Kind::Time | Kind::Weekday)
            || m.proclitics.0 & !Proclitics::ARTICLE.0 != 0
    });
    // `وقال علي الأحمدي`: the name is written as the preposition.
    let ali = v.raw(first) == "علي" && !v.frame(m).takes.has(Takes::ON);
    let matter = body::listed(v, first, "matter");
    if verbal || matter || v.mark(first).is_some() || (v.particle(first) != Particle::None && !ali) || taken_at(v, first) {
        return None;
    }
    if person == Person::He && v.raw(first).ends_with('ة') {
        return None;
    }
    // `ولم يخف تشاؤمه`: what is shown, and no name; `تنقل بينها الوسطاء بمسودات`.
    let own = v.frame(m).object && v.raw(first).chars().count() > 4 && v.raw(first).ends_with('ه');
    // `بسياستها`, `بمسودات متتالية`, `تحدثت إليهم`: behind a preposition.
    let governed = v.raw(first).starts_with('ب') && ["ها", "هم", "هما", "ات", "ته"].iter().any(|e| v.raw(first).ends_with(e))
        || matches!(
            v.raw(first),
            "إليه"
                | "إليها"
                | "إليهم"
                | "عليه"
                | "عليها"
                | "عليهم"
                | "معه"
                | "معها"
                | "معهم"
                | "بينها"
                | "بينهم"
                | "عنه"
                | "عنها"
        );
    if governed || own || (v.frame(m).relays && v.over(first).is_none() && v.raw(first).starts_with('ب')) {
        return None;
    }
    let mut next = first;
    while next < v.len().min(first + NAME)
        && v.mark(next).is_none()
        && (v.particle(next) == Particle::None || (ali && next == first) || (next > first && v.raw(next) == "علي"))
        && v.connective(next).is_none()
    {
        // `الحسيني بالشيعة العرب أن`: what a preposition governs is no name.
        if next > first && taken_at(v, next) {
            break;
        }
        if v.at(next).is_some_and(|m| v.finite(m).is_some()) && next > first {
            break;
        }
        // `وقال أبو مالك أمس "…"`
        if next > first
            && v.at(next).is_some_and(|m| {
                matches!(v.entry(m).kind, Kind::Weekday | Kind::Time) && !v.raw(next).starts_with("العام") && !named(v, m)
            })
        {
            break;
        }
        // `وطالب البحرينيون بسحب السفير`
        if next == first + 1 && v.raw(first).starts_with("ال") && v.raw(first).ends_with("ون") && v.raw(next).starts_with('ب')
        {
            break;
        }
        // `وجدد بسيسو مطالبة الحكومة`: the surname is enough.
        if next == first + 1 && memory.surname(v.raw(first)) && !memory.knows(v.raw(next)) {
            break;
        }
        if next > first && told_to(v, next) {
            break;
        }
        // `مصطفى أقينجي زعيم القبارصة`: the office.
        if next > first + 1 && v.kind_at(next) == Some(Kind::Title) {
            break;
        }
        next += 1;
    }
    let out = Phrase { first, next, who: Who::Words, head: first, definite: true, ..Phrase::nobody() };
    let out = from_where(v, with_office(v, out));
    // With an office beside the name what is said may be an object: `وأبدى فلان وزير الخارجية أسفه`.
    let known_office = out.title.is_some() || out.next > next;
    // `لم يفصح فلان عن الموعد` tells nothing.
    let silent = v.entry(m).stance.as_deref() == Some("reveal") && m.first > 0 && v.negates(m.first as usize - 1);
    let may_object = known_office || (introduced && !silent && (next == first + 1 || memory.knows(v.raw(first + 1))));
    let opening = opening(v, out.next, v.frame(m), may_object).filter(|o| o.clause || (may_object && o.direct))?;
    // `ووصفت الملء الثاني بأنه تهديد`: what is described.
    let described = v.entry(m).stance.as_deref() == Some("describe")
        && opening.at > out.next
        && v.raw(opening.at - 1).starts_with("بأن")
        && (opening.at == out.next + 1 || v.raw(first).starts_with("ال"))
        && out.title.is_none()
        && !introduced;
    if described {
        return None;
    }
    let lone = next == first + 1 && !v.raw(first).starts_with("ال") && known.is_some();
    // `أبدى استعداد بلاده، نافياً أن`: the clause is another verb's.
    if (out.next..opening.at).any(|t| v.at(t).is_some_and(|m| v.frame(m).reports)) {
        return None;
    }
    // `وتزيد سياسة العزلة الفقر، إذ إن`: in the present what is said stands right behind.
    let present = !matches!(v.finite(m), Some((Tense::Perfect, _)));
    if present && !opening.direct && !known_office && !introduced {
        return None;
    }
    // An opinion is a person's, with what they hold right behind.
    if opinion && !(opening.direct && next > first + 1) {
        return None;
    }
    if next == first
        || lone
        || (v.at(next).is_some_and(|m| v.finite(m).is_some()) && !introduced)
        || (next == first + NAME && opening.at > next + 1)
    {
        return None;
    }
    Some(out)
}

/// `قال فلان، المتحدث باسم الوفد،`: the office behind a name that no entry knows.
fn with_office(v: &View, p: Phrase) -> Phrase {
    let mut out = p;
    apposition(v, &mut out);
    if out.title.is_none() || out.who != Who::Words || out.next <= p.next {
        return p;
    }
    // `، الباحث في مركز الدراسات،`: the rest of what they are.
    let comma = (out.next..v.len().min(out.next + SCOPE)).find(|&t| matches!(v.mark(t), Some('،' | ',')));
    let plain =
        |t: usize| v.mark(t).is_none() && v.particle(t) != Particle::That && v.at(t).is_none_or(|m| v.finite(m).is_none());
    let next = comma.filter(|&c| out.next < c && (out.next..c).all(plain)).map_or(out.next, |c| c + 1);
    Phrase { first: p.first, next, ..out }
}

/// `استبعد فلان الفلاني، من مجموعة الأزمات الدولية، صمود الاتفاق`: where a person is from, between two commas.
fn from_where(v: &View, p: Phrase) -> Phrase {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let opens = p.title.is_none() && comma(p.next) && v.particle(p.next + 1) == Particle::Takes(Takes::FROM);
    let plain = |t: usize| v.particle(t) != Particle::That && v.at(t).is_none_or(|m| v.finite(m).is_none());
    let close = (p.next + 2..v.len().min(p.next + 2 + SCOPE)).find(|&t| v.mark(t).is_some()).filter(|&t| opens && comma(t));
    match close.filter(|&c| (p.next + 2..c).all(plain)) {
        Some(close) => Phrase { next: close + 1, head: p.next, ..p },
        None => p,
    }
}

/// A speaker before the verb whose holder no entry knows: `أما عضو الوفد فلان الفلاني فذكر أن`; `p` is the office, `group` the first token of the verb.
pub(super) fn before_verb(v: &View, p: Phrase, group: usize) -> Phrase {
    let held =
        !matches!(p.who, Who::Office(_) | Who::Source(Some(_))) || p.title.is_some_and(|t| v.lexicon.frames[t as usize].source);
    // `لكن المتحدث باسم الوفد، فلان الفلاني، نفى ذلك`
    let q = holder(v, p);
    if q.who == Who::Words && q.next <= group && !held {
        return q;
    }
    let name = p.next..group;
    if held || !(2..=4).contains(&name.len()) || !name.clone().all(|t| part(v, t)) || v.raw(p.next).starts_with("ال") {
        return p;
    }
    Phrase { first: name.start, next: name.end, who: Who::Words, ..p }
}

/// A name before the verb that no entry knows: of one whom the article introduced, or behind أما.
pub(super) fn name_before(v: &View, memory: &Memory, at: usize, group: usize) -> Option<Phrase> {
    let own = (at + 1 == group && memory.knows(v.raw(at)))
        || ((2..=4).contains(&(at..group).len())
            && at.checked_sub(1).is_some_and(|b| matches!(v.raw(b), "أما" | "وأما"))
            && (at..group).all(|t| part(v, t))
            && !v.raw(at).starts_with("ال"));
    own.then(|| Phrase { first: at, next: group, who: Who::Words, head: at, definite: true, ..Phrase::nobody() })
}

/// `أكد فلان لصحيفتنا`, `قال فلان لـ«الصحيفة»`: who was told.
pub(super) fn told_to(v: &View, t: usize) -> bool {
    let raw = v.raw(t);
    let journalists = v.at(t).is_some_and(|m| v.entry(m).kind == Kind::Title && m.proclitics.has(Proclitics::LAM));
    // `قال فلان لفرانس برس`, `لهيئة الإذاعة`
    let media =
        v.at(t).is_some_and(|m| matches!(v.entry(m).kind, Kind::Media | Kind::Organization) && m.proclitics.has(Proclitics::LAM));
    body::told(v, t) || journalists || media || matches!(raw, "ل" | "لـ") || (raw.starts_with('ل') && raw.ends_with("نا"))
}

/// `نقلت الوكالة عن فلان الفلاني، رئيس القسم، قوله`: a name that no entry knows, behind the particle.
pub(super) fn passed_on(v: &View, first: usize) -> Option<Phrase> {
    let verb = |t: usize| v.at(t).is_some_and(|m| m.first == m.last && v.entry(m).kind == Kind::Verb && m.proclitics.is_none());
    let named = |t: &usize| {
        part(v, *t)
            || (*t == first && body::noun(v, first).is_some())
            || (*t == first && verb(*t))
            || (*t > first && v.raw(*t) == "علي")
    };
    let next = first + (first..v.len().min(first + NAME)).take_while(named).count();
    let saying = v.at(next).is_some_and(|m| v.frame(m).tells == Tells::Saying);
    let ends = saying
        || v.kind_at(next) == Some(Kind::Title)
        || v.particle(next) == Particle::That
        || matches!(v.mark(next), Some('،' | ','));
    let name = (2..=4).contains(&(next - first)) && !v.raw(first).starts_with("ال") && !body::listed(v, first, "matter");
    (ends && name)
        .then(|| with_office(v, Phrase { first, next, who: Who::Words, head: first, definite: true, ..Phrase::nobody() }))
}

/// A word that may be part of a name.
fn part(v: &View, t: usize) -> bool {
    v.mark(t).is_none() && v.particle(t) == Particle::None && v.over(t).is_none_or(|m| v.entry(m).kind == Kind::Person)
}

/// The token behind what an office is for: `المتحدث باسم الوفد في ملف الأسرى والمختطفين فلان`.
fn scope(v: &View, at: usize) -> Option<usize> {
    // `الأمين العام لنقابة الصحفيين فلان`
    let of = v.raw(at).starts_with('ل')
        && !v.raw(at).starts_with("لل")
        && v.mark(at).is_none()
        && !body::outlet(v, at)
        && !matches!(v.kind_at(at), Some(Kind::Title | Kind::Media))
        && !v.raw(at).ends_with("نا");
    let opens = of
        || matches!(v.particle(at), Particle::Takes(p) if p == Takes::IN)
        || matches!(v.raw(at), "بشأن" | "المعني" | "المكلف")
        || (v.raw(at).starts_with("لمنطق") || v.raw(at).starts_with("لشؤون"));
    let definite = |t: &usize| {
        v.mark(*t).is_none() && (v.raw(*t).starts_with("ال") || v.raw(*t).starts_with("وال") || v.raw(*t).starts_with("بال"))
    };
    let from = at + 1 + usize::from(!definite(&(at + 1)));
    let to = from + (from..v.len().min(from + SCOPE)).take_while(definite).count();
    (opens && to > from && v.mark(at + 1).is_none()).then_some(to)
}

/// The comma behind the place of an office, where a name between two commas follows: `المتحدث باسم الرابطة في عدن، فلان الفلاني،`.
fn placed(v: &View, at: usize) -> Option<usize> {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let place = v.at(at + 1).filter(|m| matches!(v.entry(m).kind, Kind::Place | Kind::Country) && m.proclitics.is_none())?;
    let close = place.last as usize + 1;
    let end = (close + 1..v.len().min(close + NAME)).find(|&t| !(part(v, t) || t == close + 1 && verb_name(v, t)))?;
    (v.particle(at) == Particle::Takes(Takes::IN) && comma(close) && comma(end) && end > close + 2).then_some(close)
}

/// The holder of an office whom no entry knows: `المتحدث باسم اللجنة، عدنان حزام، إن`.
pub(super) fn holder(v: &View, p: Phrase) -> Phrase {
    if !matches!(p.who, Who::Office(_) | Who::Source(Some(_))) || p.title.is_some_and(|t| v.lexicon.frames[t as usize].source) {
        return p;
    }
    let first = scope(v, p.next).or_else(|| placed(v, p.next)).unwrap_or(p.next);
    // `د. فلان الفلاني`
    let first = first + 2 * usize::from(v.raw(first) == "د" && v.mark(first + 1) == Some('.'));
    let first = first + usize::from(matches!(v.mark(first), Some('،' | ',')));
    // `عضوة اللجنة، الحقوقية فلانة الفلانية`: what else she is.
    let trade = v.raw(first).starts_with("ال") && v.raw(first).ends_with(['ي', 'ة']) && (first..first + 3).all(|t| part(v, t));
    let first = first + usize::from(trade && v.mark(first - 1).is_some());
    // `وكيل الخارجية السفير فلان الفلاني`: another title of his.
    let titled = v.at(first).is_some_and(|m| {
        v.entry(m).kind == Kind::Title
            && m.first == m.last
            && v.raw(first).starts_with("ال")
            && !["ين", "ون", "ات"].iter().any(|e| v.raw(first).ends_with(e))
    });
    let first = first + usize::from(titled && part(v, first + 1) && part(v, first + 2) && !v.raw(first + 1).starts_with("ال"));
    // `نائب رئيس حركة النضال لتحرير الأحواز`: what it is for.
    if body::listed(v, first, "matter") || v.raw(first).starts_with("لت") || taken_at(v, first) {
        return p;
    }
    // `اتهم المتحدث المليشيا بتقديم`: whom an office accuses, and no name.
    if first == p.next && v.raw(first).starts_with("ال") && v.raw(first + 1).starts_with(['ب', 'ل']) && v.mark(first).is_none()
    {
        return p;
    }
    // `خالد بن عبد القادر الفلاني`: what joins the parts of a name does not count.
    let long = first + 4 + (first..v.len().min(first + 4)).filter(|&t| matches!(v.raw(t), "بن" | "عبد" | "آل")).count();
    let mut next = first;
    while next < v.len()
        && next <= long
        && v.mark(next).is_none()
        // `وزير الإعلام فيصل`: no word of time or speech, whatever it looks like.
        && v.over(next).is_none_or(|m| matches!(v.entry(m).kind, Kind::Person) || (next == first && m.first == m.last && (m.proclitics.has(Proclitics::FEH) || verb_name(v, first))))
        && (v.particle(next) == Particle::None || (v.raw(next) == "علي" && next > first))
        && !told_to(v, next)
        && !body::listed(v, next, "matter")
        && !matches!(v.raw(next), "ذلك" | "هذا" | "هذه")
    {
        next += 1;
    }
    // `يوسف عزت ذلك`: a name that looks like a verb.
    let looks = next == first + 1
        && v.at(next).is_some_and(|m| m.last == m.first && v.entry(m).kind == Kind::Verb && m.proclitics.is_none());
    let told = |t: usize| v.mark(t).is_some() || v.particle(t) == Particle::That || matches!(v.raw(t), "ذلك" | "هذا" | "هذه");
    let whom = |t: usize| v.at(t).is_some_and(|m| matches!(v.entry(m).kind, Kind::Demonym | Kind::Party | Kind::Country));
    if looks && (told(next + 1) || whom(next + 1)) {
        next += 1;
    }
    // `عبد الله المقبل إن`: a surname that is a word with its article.
    let surname = next > first && v.at(next).is_some_and(|m| m.first == m.last && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0);
    if surname
        && !v.raw(first).starts_with("ال")
        && v.raw(next).starts_with("ال")
        && (v.particle(next + 1) == Particle::That || v.mark(next + 1) == Some(':'))
    {
        next += 1;
    }
    // `عزا عضو الوفد بطء العمل إلى`: behind a verb that takes an object, only the table tells a name from one.
    let objects = p.first > 0 && v.over(p.first - 1).is_some_and(|m| v.entry(m).takes.iter().any(|t| t == "object"));
    let bare = |t: usize| {
        v.over(t).is_none()
            && (!v.raw(t).starts_with("ال")
                || v.raw(t) == "الله"
                || (t == first + 1 && next == first + 2 && (!objects || names::known(v.raw(first)).is_some()))
                // `محمد سيد الفلاني`
                || (t == first + 2 && next == first + 3 && names::known(v.raw(first)).is_some() && v.raw(t).ends_with(['ي', 'ن'])))
    };
    let ends = matches!(v.mark(next), Some('،' | ',' | ':' | '"' | '«' | '“'))
        || body::listed(v, next, "matter")
        || told_to(v, next)
        || matches!(v.raw(next), "ذلك" | "هذا" | "هذه")
        // `فلان الفلاني أمس، إن`
        || v.at(next).is_some_and(|m| matches!(v.entry(m).kind, Kind::Weekday | Kind::Time) && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0)
        // `نقلت الوكالة عن الوزير فلان الفلاني قوله إن`
        || v.at(next).is_some_and(|m| v.frame(m).tells == Tells::Saying)
        || v.particle(next) == Particle::That
        // `المبعوث زلماي خليل زاد عن أمله`: the particle of the verb.
        // `اتهم عضو الوفد عسكر زعيل الحوثيين بعرقلة`: whom a name of two words accuses.
        || (v.at(next).is_some_and(|m| m.proclitics.0 & !Proclitics::ARTICLE.0 == 0 && matches!(v.entry(m).kind, Kind::Party | Kind::Country | Kind::Organization | Kind::Demonym))
            && (first..next).all(bare))
        || matches!(v.particle(next), Particle::Takes(_) | Particle::Relative) && (first..next).all(bare);
    let role = p.role;
    // `أكد رئيس اللجنة حنا ناصر جاهزية طواقمه`: the object is no part of the name.
    let own = next > first + 2 && ["ه", "ها", "هم"].iter().any(|e| v.raw(next - 1).ends_with(e));
    let given = given_name(v, first);
    if let Some(next) = given.filter(|&g| own && g + 1 < next || (next < first + 2 || next > long || !ends) && object_at(v, g)) {
        return with_office(v, Phrase { first, next, who: Who::Words, role, ..p });
    }
    if next < first + 2 || next > long || !ends {
        return p;
    }
    // `وصف الممثل الخاص فلان الفلاني الحادث بأنه`: what he describes.
    let described = next == first + 3 && objects && v.raw(next - 1).starts_with("ال") && v.raw(next).starts_with("بأن");
    Phrase { first, next: next - usize::from(described), who: Who::Words, role, ..p }
}

/// A name of the table that is written as a verb: `نصر`.
fn verb_name(v: &View, t: usize) -> bool {
    let verb = |m: &Match| v.entry(m).kind == Kind::Verb && m.first == m.last && m.proclitics.is_none();
    v.at(t).is_some_and(verb) && v.over(t + 1).is_none() && v.mark(t + 1).is_none() && names::known(v.raw(t)).is_some()
}

/// The token behind a name of two words, where the table of names has the first of them.
fn given_name(v: &View, first: usize) -> Option<usize> {
    let joins = |t: usize| matches!(v.raw(t), "عبد" | "أبو" | "ابو" | "بن" | "آل");
    let given = (part(v, first) || verb_name(v, first))
        && !v.raw(first).starts_with("ال")
        && (names::known(v.raw(first)).is_some() || v.raw(first) == "عبد");
    let second = first + 1 + usize::from(v.raw(first) == "عبد");
    // `صلاح الدين فلان`
    let second = second + usize::from(matches!(v.raw(second), "الدين" | "الله" | "الرحمن"));
    let last = second + usize::from(joins(second));
    // `خالد بن عبد القادر`
    let last = last + usize::from(v.raw(last) == "عبد");
    // `سعود بن فلان آل سعود`
    let last = last + 2 * usize::from(v.raw(last + 1) == "آل");
    (given && (first + 1..=last).all(|t| part(v, t) && v.raw(t).chars().count() > 1)).then_some(last + 1)
}

/// True where the clause ends, or what is said may begin as an object: a noun without a particle or a mark before it.
fn object_at(v: &View, t: usize) -> bool {
    let ends = t >= v.len() || v.mark(t) == Some('.');
    ends || v.mark(t).is_none()
        && v.particle(t) == Particle::None
        && v.connective(t).is_none()
        && v.at(t).is_none_or(|m| v.finite(m).is_none() || m.proclitics.is_none() && v.shape(m) == Shape::Masdar)
}
