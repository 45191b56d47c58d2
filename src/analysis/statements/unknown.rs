//! A speaker whom no entry knows: `وقال الملا حسن، وهو قيادي، إن`.

use super::Who;
use super::apposition::apposition;
use super::body;
use super::circumstance::{taken_at, talk};
use super::holder::{family, holder, part};
use super::memory::Memory;
use super::modifier;
use super::name::{does, ends_name, several, takes_by};
use super::opening::opening;
use super::speaker::{Phrase, phrase};
use super::subject::{named, skip_time};
use super::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::frames::{Takes, Tells};
use crate::glossary::matcher::Match;

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
    // `وقال د. فلان الفلاني إن`
    while matches!(v.raw(first), "د" | "م" | "أ") && v.mark(first + 1) == Some('.') {
        first += 2;
    }
    first += usize::from(v.raw(first) == "د" && first > m.last as usize + 1);
    // `وأوضحت إحداهن، المحامية فلانة الفلانية، أن`: which of them it is.
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    if matches!(v.raw(first), "إحداهن" | "إحداهم" | "إحداهما" | "أحدهم" | "أحدهما") && comma(first + 1)
    {
        let named = phrase(v, first + 2).map(|p| holder(v, p)).filter(|p| comma(p.next));
        if let Some(p) = named
            .filter(|p| p.who == Who::Words && !p.body || matches!(p.who, Who::Entry(id) if v.lexicon.kind(id) == Kind::Person))
        {
            return Some(p);
        }
    }
    // `أكد المواطن فلان الفلاني`
    if matches!(v.raw(first), "المواطن" | "المواطنة") && v.particle(first + 1) == Particle::None {
        first += 1;
    }
    // `وأوضح الرائد السعدي`: a rank that is another word elsewhere, before one whom the article introduced.
    if matches!(v.raw(first), "الرائد" | "النقيب" | "الفريق" | "المقدم" | "الملازم") && memory.surname(v.raw(first + 1))
    {
        first += 1;
    }
    // `وأوضح فضائل`: the surname of one whom the article introduced, whatever else the word means.
    let introduced = memory.knows(v.raw(first));
    let known = v.at(first).filter(|m| !introduced && !named(v, m));
    let opinion = !introduced && matches!(v.stance(m), Some("consider" | "agree" | "expect" | "hope"));
    // `قال شاكر جودت إن`: a given name that is a participle elsewhere.
    let participle = |m: &Match| {
        let bare = m.proclitics.is_none() && m.first == m.last && v.over(first + 1).is_none() && v.mark(first + 1).is_none();
        // `شاكر`, and not `مشرف`
        let active = v.raw(first).chars().nth(1) == Some('ا');
        bare && active && v.is_name(first) && v.shape(m) == Shape::Participle
    };
    let known = known.filter(|m| !participle(m));
    let thing = known.is_some_and(|m| {
        !v.name(m).starts_with("quantity_") && !matches!(v.kind(m), Kind::Number | Kind::Person | Kind::Title | Kind::Demonym)
    });
    if thing
        || (v.frame(m).relays && !m.proclitics.has(Proclitics::WAW))
        || matches!(v.raw(first), "لـ" | "ل" | "الله" | "هذا" | "هذه" | "ذلك" | "تلك" | "هؤلاء" | "من" | "ما")
    {
        return None;
    }
    // `وأضاف موجهاً خطابه إلى الحركة`: how, and no name.
    let word = v.raw(first).trim_end_matches('ً');
    if word.starts_with('م') && word.ends_with('ا') && word.chars().count() > 4 && !introduced && !v.is_name(first) {
        return None;
    }
    // `في تصريح ادلى به في انقرة`: a clause on a word.
    if matches!(v.raw(first + 1), "به" | "بها") && !introduced {
        return None;
    }
    // `ويقدر المبلغ بأنه`, `يقدر التأثير الإيجابي بأن`: by others.
    if opinion && v.name(m) == "verb_estimate" && !matches!(v.finite(m), Some((Tense::Perfect, _))) {
        return None;
    }
    // `أورد رقماً يثير الخوف وهو أن`: an object.
    if v.raw(first).ends_with("اً") {
        return None;
    }
    // `وأكدت في ختام أحداثها أن`: a noun behind a word of time.
    if first > m.last as usize + 1 && !introduced && ["ها", "هم", "هما"].iter().any(|e| v.raw(first).ends_with(e)) {
        return None;
    }
    // `لا تلوح أي بوادر`, `يقول 62% من المشاركين`: nobody.
    if matches!(v.raw(first), "أي" | "أية" | "أيّ") || v.is_digits(first) && matches!(v.mark(first + 1), Some('%' | '٪'))
    {
        return None;
    }
    let verbal = known.is_some_and(|m| {
        matches!(v.kind(m), Kind::Verb | Kind::Negator | Kind::Connective | Kind::Time | Kind::Weekday)
            || m.proclitics.0 & !Proclitics::ARTICLE.0 != 0
    });
    // `وقال علي الأحمدي`: the name is written as the preposition.
    let ali = v.raw(first) == "علي" && !v.frame(m).takes.has(Takes::ON);
    let matter = body::listed(v, first, "matter");
    if verbal || matter || v.mark(first).is_some() || (v.particle(first) != Particle::None && !ali) || taken_at(v, first) {
        return None;
    }
    // `قال الحباشنة إن`: a man's verb, and no object, so it is his name.
    let tells = |t: usize| v.particle(t) == Particle::That || matches!(v.mark(t), Some(':' | '"' | '«' | '“')) || told_to(v, t);
    let his = known.is_none() && v.raw(first).starts_with("ال") && !v.frame(m).object && tells(first + 1);
    if person == Person::He && v.raw(first).ends_with('ة') && !introduced && !his && !v.is_name(first) {
        return None;
    }
    // `ولم يستبعد الانتقال إلى مرحلة أخرى`: a verbal noun.
    if !introduced && v.frame(m).object && v.over(first + 1).is_none() && modifier::verbal(v.raw(first)) && next_takes(v, first) {
        return None;
    }
    if !introduced && modifier::refused(v, m, first) {
        return None;
    }
    // `وتطلب إدراج ذلك`: a verbal noun with its object.
    let letters: Vec<char> = v.raw(first).chars().collect();
    let ifal = letters.len() == 5 && letters[0] == 'إ' && letters[3] == 'ا';
    let tafil = letters.len() == 5 && letters[0] == 'ت' && letters[3] == 'ي';
    let asks = matches!(v.stance(m), Some("ask" | "demand" | "propose")) || v.frame(m).object;
    if !introduced && asks && (ifal || tafil) && !v.is_name(first) {
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
    // `وأفاد بورتمان أن`: a name, and no noun behind its preposition.
    let behind_by = v.frame(m).relays && v.over(first).is_none() && v.raw(first).starts_with('ب');
    if governed || own || (behind_by && v.particle(first + 1) != Particle::That) {
        return None;
    }
    let mut next = first;
    while next < v.len().min(first + NAME)
        && v.mark(next).is_none()
        && (v.particle(next) == Particle::None || (ali && next == first) || (next > first && v.raw(next) == "علي"))
        && v.connective(next).is_none()
    {
        if next > first && ends_name(v, m, person, memory, (first, next)) {
            break;
        }
        next += 1;
    }
    // `العديد من المراقبين`: of whom.
    let many = known.is_some_and(|m| v.name(m).starts_with("quantity_")) && next == first + 1;
    let of = many && v.particle(next) == Particle::Takes(Takes::FROM) && v.raw(next + 1).starts_with("ال");
    let next = next + 2 * usize::from(of);
    let out = Phrase { first, next, who: Who::Words, head: first, definite: true, ..Phrase::nobody() };
    let out = dashed(v, from_where(v, with_office(v, out)));
    // With an office beside the name what is said may be an object: `وأبدى فلان وزير الخارجية أسفه`.
    let known_office = out.title.is_some() || out.next > next;
    // `لم يفصح فلان عن الموعد` tells nothing.
    let silent = v.stance(m) == Some("reveal") && m.first > 0 && v.negates(m.first as usize - 1);
    let given = v.is_name(first) && next > first + 1 || several(v, first);
    // `وأعرب فلان الفلاني، الباحث في المركز، عن ثقته`: the verb has nothing else.
    let plain = first == m.last as usize + 1 || v.is_name(first);
    let tells_about = matches!(v.name(m), "verb_express" | "verb_express_abbara_alone") && next > first + 1 && plain;
    let may_object = known_office
        || tells_about
        || given && (takes_by(v, m, next) || does(v, m, next) || several(v, first) && next == first + 1)
        || (introduced && !silent && (next == first + 1 || memory.knows(v.raw(first + 1))));
    let opening = opening(v, out.next, v.frame(m), may_object).filter(|o| o.clause || (may_object && o.direct))?;
    // `ووصفت الملء الثاني بأنه تهديد`: what is described.
    let described = v.stance(m) == Some("describe")
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
    // Not at `في حديث للوكالة`: where he speaks.
    // Nor at `، بحسب ما نقلت عنه الوكالة، أن`.
    let passed =
        matches!(v.mark(out.next), Some('،' | ',')) && v.at(out.next + 1).is_some_and(|m| v.frame(m).tells == Tells::According);
    if !passed && (out.next..opening.at).any(|t| v.at(t).is_some_and(|m| v.frame(m).reports) && !talk(v, t)) {
        return None;
    }
    // `وتزيد سياسة العزلة الفقر، إذ إن`: in the present what is said stands right behind.
    let present = !matches!(v.finite(m), Some((Tense::Perfect, _)));
    if present && !opening.direct && !known_office && !introduced {
        return None;
    }
    // An opinion is a person's, with what they hold right behind.
    // `كما اعتبرت الصحافة أن`
    let anyone = matches!(v.raw(first), "الجميع" | "الكثيرون" | "الكثير" | "البعض" | "الناس" | "المرء" | "الكل");
    // `ورأى أوزترك أن`: a name that no entry knows.
    let foreign = !present && known.is_none() && letters.len() > 3 && !v.raw(first).ends_with(['ا', 'ة', 'ه', 'ً']);
    let one = next == first + 1 && !anyone && (v.raw(first).starts_with("ال") || foreign) && v.particle(next) == Particle::That;
    if opinion && !(opening.direct && (next > first + 1 || one)) {
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
pub(super) fn with_office(v: &View, p: Phrase) -> Phrase {
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

/// `أكد فلان الفلاني - مدير المركز - أن`: what he is, between two dashes.
fn dashed(v: &View, p: Phrase) -> Phrase {
    let dash = v.mark(p.next).filter(|c| matches!(c, '-' | '–' | '—'));
    let close = dash.and_then(|c| (p.next + 2..v.len().min(p.next + 3 * SCOPE)).find(|&t| v.mark(t) == Some(c)));
    let plain = |t: usize| v.particle(t) != Particle::That && v.at(t).is_none_or(|m| v.finite(m).is_none());
    match close.filter(|&c| p.next > p.first + 1 && (p.next + 1..c).all(plain)) {
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
    let named = name.clone().all(|t| part(v, t)) || name.len() == 2 && family(v, name.start, name.start + 1);
    if held || !(2..=4).contains(&name.len()) || !named || v.raw(p.next).starts_with("ال") {
        return p;
    }
    Phrase { first: name.start, next: name.end, who: Who::Words, ..p }
}

/// A name before the verb that no entry knows: of one whom the article introduced, or behind أما.
pub(super) fn name_before(v: &View, memory: &Memory, at: usize, group: usize) -> Option<Phrase> {
    // `غير أن سمعان أكد أنه`: a name that no entry knows, behind a turn.
    let turn = at > 0 && v.connective(at - 1).is_some_and(|(_, role)| role == "contrast");
    let said = |t: usize| v.at(t).is_some_and(|m| v.particle(m.last as usize + 1) == Particle::That);
    let single = at + 1 == group
        && turn
        && part(v, at)
        && v.over(at).is_none()
        && said(group)
        && v.raw(at).chars().count() > 3
        && !v.raw(at).starts_with("ال")
        && !["ا", "ة", "ه", "ً", "هم", "ين", "ات"].iter().any(|e| v.raw(at).ends_with(e))
        && !body::listed(v, at, "matter");
    let own = single
        || (at + 1 == group && memory.knows(v.raw(at)))
        || ((2..=4).contains(&(at..group).len())
            && at.checked_sub(1).is_some_and(|b| matches!(v.raw(b), "أما" | "وأما"))
            && (at..group).all(|t| part(v, t))
            && !of_person(v, at)
            && !v.raw(at).starts_with("ال"));
    if own {
        return Some(Phrase { first: at, next: group, who: Who::Words, head: at, definite: true, ..Phrase::nobody() });
    }
    // `لكن فلان الفلاني وزير الخارجية قال إن`: the office stands between the name and the verb.
    let plain = |t: &usize| part(v, *t) && v.over(*t).is_none() && !taken_at(v, *t);
    // `وخرج فلان الفلاني، عضو المجلس، ليعلن`: behind a verb that no entry knows.
    let verb = at == 0 && v.raw(0).starts_with('و') && !v.raw(0).starts_with("وال") && !v.is_name(0);
    let at = at + usize::from(verb);
    let next = at + (at..group.min(at + 5)).take_while(plain).count();
    let comma = |t: usize| usize::from(matches!(v.mark(t), Some('،' | ',')));
    let office = v.at(next + comma(next)).filter(|m| v.kind(m) == Kind::Title && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0);
    // `مقالات كثيرة بأقلام خبراء يؤكدون`: several.
    let several = |m: &Match| ["اء", "ين", "ون", "ات"].iter().any(|e| v.raw(m.first as usize).ends_with(e));
    office.filter(|m| {
        !several(m) && (2..=4).contains(&(next - at)) && !v.raw(at).starts_with("ال") && !v.raw(at).starts_with("وال")
    })?;
    let p = with_office(v, Phrase::name(at, next));
    (p.title.is_some() && (p.next == group || p.next + comma(p.next) == group)).then_some(Phrase { next: group, ..p })
}

/// `أكد فلان لصحيفتنا`, `قال فلان لـ«الصحيفة»`: who was told.
pub(super) fn told_to(v: &View, t: usize) -> bool {
    let raw = v.raw(t);
    let journalists = v.at(t).is_some_and(|m| v.kind(m) == Kind::Title && m.proclitics.has(Proclitics::LAM));
    // `قال فلان لفرانس برس`, `لهيئة الإذاعة`
    let media =
        v.at(t).is_some_and(|m| matches!(v.kind(m), Kind::Media | Kind::Organization) && m.proclitics.has(Proclitics::LAM));
    body::told(v, t) || journalists || media || matches!(raw, "ل" | "لـ") || (raw.starts_with('ل') && raw.ends_with("نا"))
}

/// True where a preposition stands behind token `t`.
fn next_takes(v: &View, t: usize) -> bool {
    matches!(v.particle(t + 1), Particle::Takes(_)) || v.raw(t + 1).starts_with("لل")
}

/// `وقال «شهاب»: «…»`: whom the article introduced, his name in quotation marks.
pub(super) fn in_quotes(v: &View, at: usize, memory: &Memory) -> Option<Phrase> {
    let (first, close) = v.opens(at).map(|(a, b)| (a + 1, b)).filter(|(a, b)| (1..=3).contains(&(b - a)))?;
    let opens = matches!(v.mark(close + 1), Some(':' | '،' | ',')) || v.particle(close + 1) == Particle::That;
    let name = opens && memory.knows(v.raw(close - 1)) && (first..close).all(|t| part(v, t));
    name.then(|| Phrase { first, next: close + 1, who: Who::Words, head: first, definite: true, ..Phrase::nobody() })
}

/// `نقلت الوكالة عن فلان الفلاني، رئيس القسم، قوله`: a name that no entry knows, behind the particle.
pub(super) fn passed_on(v: &View, first: usize) -> Option<Phrase> {
    let verb = |t: usize| v.at(t).is_some_and(|m| m.first == m.last && v.kind(m) == Kind::Verb && m.proclitics.is_none());
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

/// `أما مصير الأسد فلم يُطرح`: a noun with a person of the glossary behind it, and no name.
fn of_person(v: &View, at: usize) -> bool {
    v.over(at).is_none() && !v.is_name(at) && v.kind_at(at + 1) == Some(Kind::Person)
}
