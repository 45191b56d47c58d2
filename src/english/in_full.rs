//! Names of persons in full: a given name behind an office or a verb of saying takes the words behind it along, whatever else they may be (وليد العوض, نواف وصفي التل).
//!
//! In: the readings of the words from the given name on, and the nodes before it. Out: how many words the name is, two at least. A word that is also a common one is part of a name
//! only where the name is closed behind it: by that, a comma, an office, the end.

use super::memory::Readings;
use super::node::{Node, Pos};
use super::romanise::{known, spelled};
use crate::arabic::inflect::{Person, Tense};
use crate::glossary::names::links;

/// Words of the longest name, without those that want the next (بن, أبو).
const LONGEST: usize = 4;
/// Nodes of what an office is for: عضو الوفد في لجنة الأسرى.
const OFFICE: usize = 9;
/// What is said of an office or a person, and is no surname.
const SAID: &[&str] = &[
    "السابق",
    "الأسبق",
    "الحالي",
    "الراحل",
    "المخلوع",
    "الجديد",
    "المقبل",
    "القادم",
    "الماضي",
    "المعزول",
    "المنتخب",
    "المكلف",
    "المذكور",
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الأخير",
    "الخاص",
    "العام",
    "المؤقت",
    "الأكبر",
    "الأصغر",
    "الدائم",
    "اليوم",
    "الليلة",
    "الآن",
];

/// What stands before a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// An office, or what somebody is.
    Office,
    /// A verb that tells what somebody said.
    Says,
    Other,
}

/// How a word can be part of a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It is a name, or nothing.
    Sure,
    /// It wants the word behind it.
    Link,
    /// It may be a surname: what stands behind tells.
    Maybe,
    None,
}

/// The words of the name in full that the first of `all` begins; `None` where it begins none.
pub(super) fn words(text: &str, all: &[Readings], before: &[Node]) -> Option<usize> {
    let raw = word(text, all.first()?)?;
    // الذي خلف فلانا: a relative clause begins with no name
    if before.last().is_some_and(|n| n.pos == Pos::Rel) {
        return None;
    }
    if let Some(words) = listed_with(raw, text, all, before) {
        return Some(words);
    }
    // ونواف وصفي التل: one more name
    let joined = raw.strip_prefix('و').filter(|rest| known(raw).is_none() && known(rest).is_some());
    let first = joined.unwrap_or(raw);
    let plain = all[0].iter().all(|n| n.pos == Pos::Unknown) && (joined.is_some() || plain(first, &all[0]));
    // أمل المستقبل وعماد الحاضر: joined, a word is what it is
    if joined.is_some() && !plain {
        return None;
    }
    let (listed, sure) = (known(first).is_some(), plain && known(first).is_some());
    // Of most words nothing more is asked.
    // والي الولاية المكلف الحافظ بخيت محمد: a given name with its article, before two of the table
    let article = first.starts_with("ال") && acts(text, all, before);
    if !listed && !plain && spelled(first).is_none() && !article || first.starts_with("ال") && !article || links(first) {
        return None;
    }
    if all[0].iter().any(|n| n.mention && matches!(n.pos, Pos::Name | Pos::Title | Pos::Number)) {
        return None;
    }
    if article {
        return Some(
            1 + all[1..].iter().take(LONGEST - 1).take_while(|l| word(text, l).is_some_and(|w| known(w).is_some())).count(),
        );
    }
    let place = place(before);
    let person = matches!(place, Before::Office | Before::Says);
    if !sure && !person
        || !listed && spelled(first).is_none() && (place != Before::Office || first.starts_with(['و', 'ل', 'ب', 'ف']))
    {
        return None;
    }
    // مستشفى الملك فهد التخصصي: what a king's name is given to
    let king = before.last().is_some_and(|n| n.pos == Pos::Title && n.en == "King");
    if king && !all.get(1).and_then(|l| word(text, l)).is_some_and(links) {
        return None;
    }
    let (mut end, mut best, mut names) = (1, 1, 1);
    let mut link = false;
    while end < all.len() && names < LONGEST {
        let closed = || closed(text, &all[end + 1..], before);
        let part = if link { linked(text, &all[end]) } else { part(text, &all[end], before) };
        // سليم حربا, هاجر القائد: a surname that is a word behind a given name and an office
        let part = match part {
            Part::None if end == 1 && listed && place == Before::Office && surname(text, &all[end]) && closed() => Part::Sure,
            part => part,
        };
        // العواد أمين الغرفة, الربيعة المشرف على المركز: what he is
        let rank = !link && all[end].iter().any(|n| n.human && (n.nominal() || matches!(n.pos, Pos::Active | Pos::Passive)));
        // عادل سيد أحمد: a name among names
        let among = |l: &Readings| word(text, l).is_some_and(|w| known(w).is_some() || spelled(w).is_some());
        let rank = rank && !(among(&all[end]) && all.get(end + 1).is_some_and(among));
        if rank && (all.get(end + 1).is_some_and(|l| governs(text, l)) || !closed()) {
            break;
        }
        // مختار الرباش نجاح العملية: a noun and its second, no two surnames
        let article = word(text, &all[end]).is_some_and(|w| w.starts_with("ال"));
        if part == Part::Maybe && article && best < end {
            break;
        }
        match part {
            Part::None => break,
            Part::Link => link = true,
            Part::Sure => {
                (best, names, link) = (end + 1, names + 1, false);
            }
            Part::Maybe => {
                (names, link) = (names + 1, false);
                // فلان الفلاني مستشار الوزير: an office closes any name
                let office = || all.get(end + 1).is_some_and(|l| l.iter().any(|n| n.pos == Pos::Title && n.ungoverned()));
                if (person || office()) && closed() {
                    best = end + 1;
                }
            }
        }
        end += 1;
    }
    (best > 1).then_some(best)
}

/// توفيق المنصوري, وحارث حميد: a given name that is also a word, before a surname in ي that nothing knows, or joined to another person and before a name.
fn listed_with(raw: &str, text: &str, all: &[Readings], before: &[Node]) -> Option<usize> {
    let joined = raw.strip_prefix('و').filter(|rest| known(raw).is_none() && (known(rest).is_some() || rest.starts_with("عبد ")));
    let second = all.get(1).and_then(|l| word(text, l))?;
    let mention = |l: &Readings| l.iter().any(|n| n.mention && matches!(n.pos, Pos::Name | Pos::Title | Pos::Number));
    let given = |w: &str| known(w).is_some() || w.starts_with("عبد ");
    if !given(joined.unwrap_or(raw)) || mention(&all[0]) || mention(&all[1]) {
        return None;
    }
    let nisba = second.starts_with("ال") && second.ends_with('ي') && plain(second, &all[1]);
    // نائبه معين شريم: behind somebody's office
    let office = before.last().is_some_and(|n| n.pron.is_some() && n.human && n.nominal() && !n.plural);
    let person = joined.is_some() && before.last().is_some_and(|n| n.person_name) || joined.is_none() && office;
    let name = !second.starts_with(['و', 'ب', 'ل']) && (known(second).is_some() || plain(second, &all[1]));
    (nisba || person && name).then_some(2)
}

/// True behind المكلف, for who holds an office for a time, where two names of the table follow.
fn acts(text: &str, all: &[Readings], before: &[Node]) -> bool {
    let acting = before.last().is_some_and(|n| {
        let raw = &text[n.raw.0 as usize..n.raw.1 as usize];
        matches!(raw, "المكلف" | "المكلفة")
    });
    let name = |l: &Readings| word(text, l).is_some_and(|w| known(w).is_some());
    acting && all.len() > 2 && name(&all[1]) && name(&all[2])
}

/// True for a surname that is a word: an indefinite noun with its accusative ا (حربا), or what somebody is by birth or by name (القائد, الأمين).
fn surname(text: &str, readings: &Readings) -> bool {
    const HELD: &[&str] = &["القائد", "الأمين", "القاضي", "الحاكم", "العميد", "السيد", "النقيب", "الوكيل", "العمدة", "الشيخ"];
    let Some(raw) = word(text, readings) else { return false };
    let one = |n: &Node| !n.and && n.prep.is_none() && n.pron.is_none();
    HELD.contains(&raw) || raw.ends_with('ا') && readings.iter().all(|n| one(n) && n.accusative && n.pos == Pos::Noun)
}

/// The word, where it is one.
fn word<'t>(text: &'t str, readings: &Readings) -> Option<&'t str> {
    let n = readings.first()?;
    let raw = &text[(readings.start + n.raw.0) as usize..(readings.start + n.raw.1) as usize];
    let letters = raw.chars().next().is_some_and(crate::arabic::fold::is_letter) && raw.chars().count() > 1;
    (letters && (!raw.contains(' ') || raw.starts_with("عبد "))).then_some(raw)
}

/// True for a word that the lexicon does not read.
fn plain(raw: &str, readings: &Readings) -> bool {
    readings.iter().all(|n| n.pos == Pos::Unknown && n.prep.is_none() && !n.and) && !raw.starts_with("لل")
}

/// What stands before.
fn place(before: &[Node]) -> Before {
    // اللواء الركن (بحري) فلان: what brackets hold stands aside
    let bracket = before.last().is_some_and(|n| n.pos == Pos::Mark(')'));
    let open = before.iter().rposition(|n| n.pos == Pos::Mark('(')).filter(|&i| bracket && i + 5 > before.len());
    let before = &before[..open.unwrap_or(before.len())];
    let Some(last) = before.iter().rev().find(|n| !n.quote()) else { return Before::Other };
    let tells = |n: &Node| {
        n.pos == Pos::Verb
            && n.tense == Tense::Perfect
            && n.pron.is_none()
            && matches!(n.person, Person::He | Person::She)
            && (super::names::saying(&n.en)
                || matches!(n.en.as_str(), "announce" | "mention" | "reveal" | "consider" | "expect" | "report"))
    };
    if tells(last) {
        return Before::Says;
    }
    // رئيس الوفد، محمد سالم، قال
    let behind_comma = last.pos == Pos::Mark('،');
    let nodes = if behind_comma { &before[..before.len() - 1] } else { before };
    for (k, n) in nodes.iter().rev().take(OFFICE).enumerate() {
        let head = n.pos == Pos::Title || n.human && n.pos == Pos::Noun;
        if head && !n.plural && !n.dual && n.pron.is_none() && (k > 0 || n.definite) {
            // مع الوزير: the office is whole; طلب من عضو الوفد
            return Before::Office;
        }
        let inside = match n.pos {
            Pos::Adjective => k > 0 || n.definite || n.feminine,
            Pos::Noun | Pos::Masdar | Pos::Name | Pos::Title => k > 0 || n.definite || n.bare,
            Pos::Prep => k > 0 && !behind_comma,
            Pos::Active | Pos::Passive => n.definite,
            Pos::Unknown => k > 0 && n.definite,
            _ => false,
        };
        if !inside {
            break;
        }
    }
    Before::Other
}

fn part(text: &str, readings: &Readings, before: &[Node]) -> Part {
    let Some(raw) = word(text, readings) else { return Part::None };
    if links(raw) {
        return Part::Link;
    }
    // عادل سيد أحمد: no courtesy, which has its article
    if raw == "سيد" {
        return Part::Sure;
    }
    let one = |n: &Node| !n.and && n.prep.is_none() && n.pron.is_none();
    let free = readings.iter().any(one);
    let bare = raw.strip_prefix("ال").unwrap_or(raw);
    if SAID.contains(&raw) || raw.ends_with('ً') || readings.iter().any(|n| n.mention && matches!(n.pos, Pos::Title | Pos::Name))
    {
        return Part::None;
    }
    if plain(raw, readings) {
        // وعصام, للتقرب: joined to what stands before
        let joined = raw.strip_prefix(['و', 'ب', 'ل', 'ف']).is_some_and(|rest| rest.starts_with("ال") || known(rest).is_some());
        return if joined && known(raw).is_none() { Part::None } else { Part::Sure };
    }
    if raw == "علي" {
        return Part::Sure;
    }
    let name = known(raw).is_some() || raw.len() > bare.len() && known(bare).is_some();
    if name && (free || known(raw).is_some()) && raw.chars().count() > 2 {
        return Part::Sure;
    }
    if !free {
        return Part::None;
    }
    let verb_before = before
        .iter()
        .rev()
        .take_while(|n| !n.ends_clause() && !matches!(n.pos, Pos::That | Pos::Rel))
        .any(|n| n.pos == Pos::Verb);
    let may = |n: &Node| {
        let single = !n.plural && !n.dual && !n.accusative && n.content;
        one(n)
            && match n.pos {
                Pos::Noun | Pos::Masdar => single && (!n.mention || spelled(bare).is_some()) && !n.weekday && !n.time_unit(),
                Pos::Adjective | Pos::Active | Pos::Passive => single && !(n.feminine && n.definite),
                Pos::Verb => {
                    verb_before && n.tense == Tense::Perfect && n.person == Person::He && !n.mention && raw.chars().count() < 6
                }
                _ => false,
            }
    };
    let particle = readings.iter().any(|n| one(n) && !n.content && !matches!(n.pos, Pos::Mark(_)));
    if !particle && readings.iter().any(may) { Part::Maybe } else { Part::None }
}

/// على, عن, ل: what an office is for.
fn governs(text: &str, readings: &Readings) -> bool {
    word(text, readings).is_some_and(|raw| matches!(raw, "على" | "عن") || raw.starts_with("لل") || raw.starts_with("بال"))
}

/// What stands behind بن, أبو, عبد.
fn linked(text: &str, readings: &Readings) -> Part {
    let Some(raw) = word(text, readings) else { return Part::None };
    if links(raw) { Part::Link } else { Part::Sure }
}

/// True where a name can end: what stands behind is no part of the phrase.
fn closed(text: &str, behind: &[Readings], before: &[Node]) -> bool {
    let Some(next) = behind.first() else { return true };
    let raw = word(text, next);
    let told = |n: &Node| {
        matches!(n.pos, Pos::That | Pos::Mark('،' | ',' | '.' | ':' | '(' | ')' | '"' | '«' | '»' | '؛') | Pos::Rel)
            || n.pos == Pos::Title && n.prep.is_none()
            || n.and && matches!(n.pos, Pos::Pron | Pos::Title)
    };
    // وقال فلان الفلاني في بيان: a verb of saying has no object but what was said.
    let prep = |n: &Node| n.pos == Pos::Prep && n.pron.is_none();
    let says = place(before) == Before::Says
        || before.iter().rev().find(|n| n.pos == Pos::Verb || n.ends_clause()).is_some_and(|n| super::names::saying(&n.en));
    // وطالبت عضو اللجنة هاجر القائد بتحقيق: what the verb takes
    let asks = before
        .iter()
        .rev()
        .find(|n| n.pos == Pos::Verb || n.ends_clause())
        .is_some_and(|n| n.pos == Pos::Verb && matches!(n.en.as_str(), "demand" | "call" | "call for" | "call on" | "ask"));
    let taken = asks && next.iter().any(|n| n.prep == Some("ب")) && raw.is_none_or(|r| known(r).is_none());
    // أكد سليم حربا في تصريح للصحافة: where he said it
    let place = |n: &Node| n.pos == Pos::Adverb && n.prep.is_none();
    taken
        || next.iter().any(told)
        || says && (next.iter().all(prep) || next.iter().all(place))
        || says && raw.is_some_and(|r| r.starts_with("لـ") || r == "ل")
}
