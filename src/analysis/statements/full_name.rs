//! The holder of an office whose name is words, too, or stands far behind: `العميد سليم حربا`, `المشاركة آمال الطاهر`, `والي الولاية المكلف الحافظ بخيت محمد`.

use super::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::glossary::entry::Kind;
use crate::glossary::frames::{Takes, Tells};
use crate::glossary::matcher::Match;
use crate::glossary::names;

/// Tokens of an office before the comma of its holder.
const LONG: usize = 16;
/// The longest name.
const NAME: usize = 4;

/// The token behind a given name of the table and a surname, whatever else the two may mean, where what is said or where it was said begins behind them.
/// `before`: the verb, whose object may stand there.
pub(super) fn worded(v: &View, first: usize, before: Option<&Match>) -> Option<usize> {
    let objects = before.is_some_and(|m| v.lexicon.takes(v.id(m)).any(|t| t == "object"));
    let given = v.is_name(first)
        && !names::links(v.raw(first))
        && !v.raw(first).starts_with("ال")
        && v.at(first).is_none_or(|m| m.first == m.last);
    // `علي آل سالم`
    let second = first + 1 + usize::from(names::links(v.raw(first + 1)) && v.mark(first + 1).is_none());
    // `لم يخف الملك فهد قلقه`: his.
    let own = ["ه", "ها", "هم"].iter().any(|e| v.raw(second).ends_with(e)) && !v.is_name(second);
    let word = |t: usize| {
        v.mark(t).is_none()
            && v.particle(t) == Particle::None
            && v.connective(t).is_none()
            && v.raw(t).chars().count() > 2
            && v.raw(t).chars().all(char::is_alphabetic)
    };
    let surname = v.at(second).is_none_or(|m| {
        m.first == m.last
            && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0
            && v.finite(m).is_none()
            && !matches!(v.kind(m), Kind::Party | Kind::Organization | Kind::Country | Kind::Demonym | Kind::Person | Kind::Media)
    });
    let next = second + 1;
    let by = before.is_some_and(|m| v.frame(m).takes.has(Takes::BY));
    // `علي عجمي مدير الإعلام`: other names that stand before an office are read with it.
    let office = v.raw(first) == "علي" && v.at(next).is_some_and(|m| v.kind(m) == Kind::Title && m.proclitics.is_none());
    let ends = office || opens(v, next, objects, by);
    (given && surname && !own && word(second) && !v.raw(second).starts_with(['و', 'ل', 'ب']) && ends).then_some(next)
}

/// True where what is said begins, or where it was said.
fn opens(v: &View, t: usize, objects: bool, by: bool) -> bool {
    const SAID: [&str; 9] = ["تصريح", "تصريحات", "مؤتمر", "حديث", "كلمة", "بيان", "مقابلة", "حوار", "تغريدة"];
    let said = v.particle(t) == Particle::Takes(Takes::IN) && SAID.contains(&v.raw(t + 1));
    v.particle(t) == Particle::That
        || v.at(t).is_some_and(|m| v.frame(m).tells == Tells::Saying)
        || matches!(v.mark(t), Some('،' | ',' | ':' | '"' | '«' | '“'))
        || said
        || !objects && (matches!(v.particle(t), Particle::Takes(_)) && v.raw(t) != "علي" || by && tied(v, t))
}

/// True for a noun with ب before it.
fn tied(v: &View, t: usize) -> bool {
    let own = v.at(t).map_or_else(|| v.raw(t).starts_with("بال"), |m| m.proclitics.has(Proclitics::BEH));
    own && v.mark(t).is_none() && v.raw(t).chars().count() > 3
}

/// The name behind a long office and what hangs on it: `وزير المعادن رئيس الوفد إلى المشاورات التي جرت بجدة، الأستاذ فلان الفلاني،`, `مفوض العون بولاية الغرب، الموالي للقوات،
/// فلان الفلاني،`. First token and the token behind the last.
pub(super) fn apart(v: &View, office: usize, from: usize) -> Option<(usize, usize)> {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let close = (from..v.len().min(office + LONG)).find(|&t| v.mark(t).is_some() || v.particle(t) == Particle::That)?;
    if !comma(close) {
        return None;
    }
    // What else he is, between two commas.
    let loyal = matches!(
        v.raw(close + 1),
        "الموالي"
            | "الموالية"
            | "التابع"
            | "التابعة"
            | "المقرب"
            | "المقربة"
            | "المعين"
            | "المعينة"
            | "المقيم"
            | "المقيمة"
            | "المنشق"
    );
    let behind = (close + 1..v.len().min(close + LONG)).find(|&t| v.mark(t).is_some()).filter(|&t| loyal && comma(t));
    let title = |t: usize| {
        v.at(t).is_some_and(|m| v.kind(m) == Kind::Title && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0)
            && v.raw(t).starts_with("ال")
    };
    let first = match behind {
        Some(second) => second + 1,
        // A title stands before the name; without one it may be anybody's.
        None if title(close + 1) => v.at(close + 1).map_or(close + 2, |m| m.last as usize + 1),
        None => return None,
    };
    let part = |t: &usize| {
        v.mark(*t).is_none()
            && (v.particle(*t) == Particle::None || v.raw(*t) == "علي")
            && v.at(*t).is_none_or(|m| m.proclitics.0 & !Proclitics::ARTICLE.0 == 0 && v.finite(m).is_none())
    };
    let next = first + (first..v.len().min(first + NAME + 1)).take_while(part).count();
    let given = v.is_name(first) || v.raw(first) == "عبد";
    let ends = comma(next) || v.particle(next) == Particle::That;
    (given && ends && (2..=NAME).contains(&(next - first))).then_some((first, next))
}

/// The token behind `الحافظ بخيت محمد` in `والي الولاية المكلف الحافظ بخيت محمد`: a given name with its article behind who only acts, with two names of the table behind it.
pub(super) fn acting(v: &View, at: usize) -> Option<(usize, usize)> {
    let acts = matches!(v.raw(at), "المكلف" | "المكلفة" | "المؤقت");
    let first = at + 1;
    let name = |t: usize| v.mark(t).is_none() && v.is_name(t);
    let next = first + 1 + (first + 1..first + NAME).take_while(|&t| name(t)).count();
    if v.raw(first).starts_with("ال") {
        return (acts && v.mark(first).is_none() && next > first + 2).then_some((first, next));
    }
    // `المكلف أحمد السعدي`
    let surname = |t: usize| v.mark(t).is_none() && v.over(t).is_none() && v.particle(t) == Particle::None;
    (acts && v.is_name(first) && surname(first) && surname(first + 1)).then_some((first, next.max(first + 2)))
}
