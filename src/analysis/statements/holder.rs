//! The holder of an office whom no entry knows: `المتحدث باسم اللجنة، فلان الفلاني، إن`.

use super::Who;
use super::body;
use super::circumstance::taken_at;
use super::full_name::{acting, apart, worded};
use super::speaker::Phrase;
use super::subject::noun_too;
use super::unknown::{told_to, with_office};
use super::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::Shape;
use crate::glossary::entry::Kind;
use crate::glossary::frames::{Takes, Tells};
use crate::glossary::matcher::Match;

/// Tokens of an office before its holder.
const LONG: usize = 12;
/// The longest name that is read without an entry.
const NAME: usize = 6;
/// Tokens of what an office is for, before its holder: `في ملف الأسرى والمختطفين`.
const SCOPE: usize = 6;

/// Ranks that stand right before a name.
const RANKS: [&str; 7] = ["العميد", "اللواء", "العقيد", "الفريق", "المقدم", "الرائد", "النقيب"];

/// A word that may be part of a name.
pub(super) fn part(v: &View, t: usize) -> bool {
    v.mark(t).is_none() && v.particle(t) == Particle::None && v.over(t).is_none_or(|m| v.kind(m) == Kind::Person)
}

/// The token behind what an office is for: `المتحدث باسم الوفد في ملف الأسرى والمختطفين فلان`.
pub(super) fn scope(v: &View, at: usize) -> Option<usize> {
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
    // `للتحالف الدولي لمواجهة التنظيم فلان الفلاني`: with a side that has an entry.
    let against =
        v.at(at + 1).filter(|m| of && matches!(v.kind(m), Kind::Party | Kind::Country | Kind::Place) && m.proclitics.is_none());
    let own = |m: &&Match| {
        let next = m.last as usize + 1;
        part(v, next) && v.over(next).is_none() && !v.raw(next).starts_with("وال")
    };
    if let Some(m) = against.filter(own) {
        return Some(m.last as usize + 1);
    }
    // `عضو الملتقى عن إقليم برقة فلان الفلاني`: whom a member stands for.
    let region = usize::from(matches!(v.raw(at + 1), "إقليم" | "دائرة" | "مدينة" | "محافظة" | "منطقة"));
    let stands_for = v.at(at + 1).or_else(|| v.at(at + 1 + region));
    let stands_for =
        stands_for.filter(|m| v.raw(at) == "عن" && matches!(v.kind(m), Kind::Place | Kind::Country) && m.proclitics.is_none());
    if let Some(m) = stands_for.filter(own) {
        return Some(m.last as usize + 1);
    }
    // `في مجال حقوق الإنسان`, `في شؤون الشرق الأوسط`: one more noun before the definite one.
    let field =
        matches!(v.raw(at + 1), "مجال" | "شؤون" | "شئون" | "قضايا" | "ملف") && !definite(&(at + 2)) && v.mark(at + 2).is_none();
    let from = at + 1 + usize::from(!definite(&(at + 1))) + usize::from(field);
    let to = from + (from..v.len().min(from + SCOPE)).take_while(definite).count();
    (opens && to > from && v.mark(at + 1).is_none()).then_some(to)
}

/// The comma behind the place of an office, where a name between two commas follows: `المتحدث باسم الرابطة في عدن، فلان الفلاني،`.
pub(super) fn placed(v: &View, at: usize) -> Option<usize> {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let place = v.at(at + 1).filter(|m| matches!(v.kind(m), Kind::Place | Kind::Country) && m.proclitics.is_none())?;
    let close = place.last as usize + 1;
    let end = (close + 1..v.len().min(close + NAME)).find(|&t| !(part(v, t) || t == close + 1 && verb_name(v, t)))?;
    (v.particle(at) == Particle::Takes(Takes::IN) && comma(close) && comma(end) && end > close + 2).then_some(close)
}

/// The token behind `بجدة`, `بالمحافظة` in `مدير الجمعية بجدة الأستاذ فلان الفلاني`: where the office is, before another title or a given name.
fn local(v: &View, at: usize) -> Option<usize> {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let plain =
        v.over(at).is_none() && v.mark(at).is_none() && v.particle(at) == Particle::None && !v.raw(at).starts_with(['ل', 'ب']);
    let end = (at + 2..v.len().min(at + NAME)).find(|&t| !part(v, t));
    if plain && comma(at + 1) && !v.raw(at).starts_with("ال") && end.is_some_and(|e| comma(e) && (at + 4..=at + 5).contains(&e))
    {
        return Some(at + 1);
    }
    let m = v.at(at);
    let place = m.map_or_else(
        || v.raw(at).starts_with("بال"),
        |m| m.proclitics.has(Proclitics::BEH) && matches!(v.kind(m), Kind::Place | Kind::Country | Kind::Organization),
    );
    let next = m.map_or(at + 1, |m| m.last as usize + 1);
    let titled = v.at(next).is_some_and(|m| v.kind(m) == Kind::Title && v.raw(next).starts_with("ال") && m.first == m.last);
    let named = part(v, next) && v.is_name(next);
    (place && v.mark(at).is_none() && (titled || named) && part(v, next + 1)).then_some(next)
}

/// The comma behind `بمركز الدراسات السياسية والاستراتيجية،` in `أستاذ العلاقات الدولية بمركز الدراسات، الدكتور فلان الفلاني، أن`: where the office is.
fn based(v: &View, at: usize) -> Option<usize> {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let tied = v.raw(at).starts_with('ب') && v.mark(at).is_none() && !v.is_name(at);
    let opens = tied || v.particle(at) == Particle::Takes(Takes::IN);
    let plain = |t: usize| v.particle(t) != Particle::That && v.at(t).is_none_or(|m| v.finite(m).is_none());
    // `أستاذ القانون بجامعة القاهرة الدكتور فلان الفلاني`: no comma, and a title before the name.
    let title =
        |t: &usize| v.at(*t).is_some_and(|m| v.kind(m) == Kind::Title && m.first == m.last) && v.raw(*t).starts_with("ال");
    let near = (at + 2..v.len().min(at + NAME)).take_while(|&t| v.mark(t).is_none()).find(title).filter(|_| tied);
    if let Some(t) = near.filter(|&t| part(v, t + 1) && part(v, t + 2) && v.is_name(t + 1) && (at..t).all(plain)) {
        return Some(t);
    }
    // `المكلف بغرفة الرياض فلان الفلاني إن`: no title, and a given name of the table.
    let given = |&t: &usize| {
        v.is_name(t) && part(v, t) && v.over(t).is_none() && part(v, t + 1) && v.raw(t) != "الله" && !v.raw(t).starts_with("ال")
    };
    let ends = |t: usize| v.mark(t).is_some() || v.particle(t) == Particle::That;
    let past = |t: usize| t + (t..v.len().min(t + NAME)).take_while(|&k| part(v, k)).count();
    let bare = (at + 1..v.len().min(at + NAME)).take_while(|&t| v.mark(t).is_none()).find(given);
    // `عضو المجلس في ريف دمشق فلان الفلاني أن`: nothing but the place between.
    let place =
        |t: usize| v.over(t).is_some_and(|m| matches!(v.kind(m), Kind::Place | Kind::Country)) || v.raw(t).starts_with("ال");
    let within = |t: usize| opens && !tied && place(t - 1) && t - at <= 3;
    let bare = bare.filter(|&t| (tied || within(t)) && (2..=5).contains(&(past(t) - t)) && ends(past(t)) && (at..t).all(plain));
    // `المقدم علي بن فلان`: the given name is written as a particle.
    let father = |t: usize| matches!(v.raw(t), "بن" | "ابن" | "آل");
    if let Some(t) = bare.filter(|&t| !father(t) && !father(t - 1)) {
        // `بالرياض مفرح مسعود الفلاني`, `الرائد زيد محمد الفلاني`: the first name is not in the table.
        let word = |k: usize| part(v, k) && v.over(k).is_none() && !v.raw(k).starts_with("ال");
        let opens = |k: usize| v.raw(k).starts_with("ال") || k == at && v.raw(k).starts_with("بال");
        return Some(if t > at + 1 && word(t - 1) && opens(t - 2) { t - 1 } else { t });
    }
    let close = (at + 1..v.len().min(at + SCOPE + 3)).find(|&t| v.mark(t).is_some()).filter(|&t| opens && comma(t))?;
    let titled = v.at(close + 1).is_some_and(|m| v.kind(m) == Kind::Title && m.first == m.last);
    let first = close + 1 + usize::from(titled);
    let end = first + (first..v.len().min(first + NAME)).take_while(|&t| part(v, t)).count();
    let name = (2..=4).contains(&(end - first)) && v.is_name(first) && v.raw(first) != "الله";
    (name && (comma(end) || v.particle(end) == Particle::That) && (at..close).all(plain)).then_some(close)
}

/// The title before the name, in `المدير الإقليمي للحملة الوطنية لنصرة الأشقاء الدكتور فلان بن فلان، أن`: behind a long office, with no mark and no verb between.
fn further(v: &View, p: &Phrase) -> Option<usize> {
    let at = p.next;
    // `وقال سموه مخاطباً العقيد فلان`, `نقل الدكتور السويد تعازي الملك`: no office of his own.
    let head = v.raw(p.first);
    if head.ends_with('ه') || p.next == p.first + 1 && head.trim_start_matches('و').starts_with("ال") {
        return None;
    }
    let title = |t: usize| v.at(t).is_some_and(|m| v.kind(m) == Kind::Title && m.first == m.last) && v.raw(t).starts_with("ال");
    let plain =
        |t: &usize| v.mark(*t).is_none() && v.particle(*t) != Particle::That && v.at(*t).is_none_or(|m| v.finite(m).is_none());
    let t = (at..v.len().min(at + LONG)).take_while(plain).find(|&t| title(t))?;
    let word = |k: usize| part(v, k) && v.mark(k).is_none();
    let given = v.is_name(t + 1) || v.raw(t + 1).starts_with("عبد");
    let name = word(t + 1) && word(t + 2) && given && v.raw(t + 1) != "الله";
    // `وزير الخارجية مع نظيره الدكتور فلان`: another's.
    let other = |k: usize| matches!(v.kind_at(k), Some(Kind::Title | Kind::Person)) || v.raw(k).ends_with("اً");
    let own =
        !(at..t).any(|k| other(k) || matches!(v.raw(k), "مع" | "من" | "إلى" | "بين" | "عن" | "نظيره" | "على" | "وهما" | "وهو"));
    (t > at && name && own).then_some(t)
}

/// The name behind a rank in `الناطق باسم غرفة العمليات العميد الفاتح دراج إن`, whatever its two words mean: nothing else stands between the rank and what is said.
fn ranked(v: &View, p: &Phrase) -> Option<(usize, usize)> {
    let plain = |t: &usize| v.mark(*t).is_none() && v.particle(*t) == Particle::None;
    let rank = |t: &usize| RANKS.contains(&v.raw(*t));
    let speaks_for = (p.first..p.next).any(|t| v.raw(t) == "باسم");
    let t = (p.next..v.len().min(p.next + LONG)).take_while(plain).find(rank).filter(|_| speaks_for)?;
    let name = |t: usize| plain(&t) && v.raw(t).chars().count() > 2 && v.kind_at(t) != Some(Kind::Title);
    let entry = v.at(t + 1).is_some_and(|m| v.kind(m) == Kind::Person);
    (name(t + 1) && name(t + 2) && !entry && v.particle(t + 3) == Particle::That).then_some((t + 1, t + 3))
}

/// The holder of an office that has no entry behind it: `المتحدث باسم اللجنة، عدنان حزام، إن`; `رئيس لجنة الأسرى في الوفد هادي هيج`, where the glossary has the name.
pub(crate) fn holder(v: &View, p: Phrase) -> Phrase {
    let out = introduced(v, p);
    let name = |m: &&Match| v.kind(m) == Kind::Person && m.last as usize + 1 == out.next && m.proclitics.is_none();
    let known = v.at(out.first).filter(name).filter(|m| p.who != Who::Words && !out.body && m.last > m.first);
    known.filter(|_| out.who == Who::Words).map_or(out, |m| Phrase { who: Who::Entry(v.id(m)), ..out })
}

/// The holder of an office whom no entry knows.
fn introduced(v: &View, p: Phrase) -> Phrase {
    if !matches!(p.who, Who::Office(_) | Who::Source(Some(_))) || p.title.is_some_and(|t| v.lexicon.frames[t as usize].source) {
        return p;
    }
    // `القيادي في «الحركة» فلان الفلاني`: the mark that closes belongs to the office.
    let closes = v.is_quote(p.next) && v.quotes.iter().any(|&(a, b)| b == p.next && a > p.first);
    let p = Phrase { next: p.next + usize::from(closes && part(v, p.next + 1)), ..p };
    let objects = p.first > 0 && v.over(p.first - 1).is_some_and(|m| v.lexicon.takes(v.id(m)).any(|t| t == "object"));
    let verb = p.first.checked_sub(1).and_then(|t| v.over(t));
    // `والي الولاية المكلف الحافظ بخيت محمد`: the word may be read as the office's own.
    let acts = (p.first..=p.next).rev().find_map(|t| acting(v, t));
    if let Some((first, next)) = acts.or_else(|| apart(v, p.first, p.next)) {
        // `الخبير العسكري السوداني، اللواء المتقاعد فلان الفلاني،`: who comments speaks for nobody.
        let comments = p.title.is_some_and(|t| v.lexicon.takes(t).any(|w| w == "comments"));
        let of = p.of.filter(|_| !comments);
        return Phrase { first, next, who: Who::Words, of, ..p };
    }
    if let Some((first, next)) = ranked(v, &p) {
        return with_office(v, Phrase { first, next, who: Who::Words, ..p });
    }
    let first = scope(v, p.next)
        .or_else(|| placed(v, p.next))
        .or_else(|| local(v, p.next))
        .or_else(|| based(v, p.next))
        .or_else(|| further(v, &p))
        .unwrap_or(p.next);
    // `د. فلان الفلاني`
    let first = first + 2 * usize::from(v.raw(first) == "د" && v.mark(first + 1) == Some('.'));
    let first = first + usize::from(matches!(v.mark(first), Some('،' | ',')));
    // `المبعوث، وهو دبلوماسي، إن`: what he is.
    if matches!(v.raw(first), "وهو" | "وهي" | "وهم" | "وهما") {
        return p;
    }
    // `عضوة اللجنة، الحقوقية فلانة الفلانية`: what else she is.
    let trade = v.raw(first).starts_with("ال") && v.raw(first).ends_with(['ي', 'ة']) && (first..first + 3).all(|t| part(v, t));
    let first = first + usize::from(trade && v.mark(first - 1).is_some());
    // `وكيل الخارجية السفير فلان الفلاني`: another title of his.
    let titled = v.at(first).is_some_and(|m| {
        v.kind(m) == Kind::Title
            && m.first == m.last
            && v.raw(first).starts_with("ال")
            && !["ين", "ون", "ات"].iter().any(|e| v.raw(first).ends_with(e))
    });
    let named = part(v, first + 1) && part(v, first + 2) && !v.raw(first + 1).starts_with("ال");
    let titled = titled && (named || worded(v, first + 1, verb).is_some());
    let first = first + usize::from(titled);
    // `العميد سليم حربا`, `المشاركة آمال الطاهر`
    // `مسؤولو مستشفيات الدكتور فلان`: several.
    let head = v.raw(p.first);
    let several = ["ون", "ين", "ات"].iter().any(|e| head.ends_with(e)) || head.ends_with('و') && !head.ends_with("عضو");
    let beside = !several && (first == p.next || titled || v.mark(first - 1).is_some());
    if let Some(next) = worded(v, first, verb).filter(|_| beside) {
        return with_office(v, Phrase { first, next, who: Who::Words, ..p });
    }
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
    // `الباحثون، ومنهم فلان الفلاني،`: one of them.
    // `أستاذ العلاقات الدولية بمركز الدراسات`: where he is.
    if first == p.next && (v.raw(first).starts_with("بم") || v.raw(first).starts_with("بال")) && !v.is_name(first) {
        return p;
    }
    // `أشاد إعلاميون بقرار الهيئة`: several are no one person.
    if first == p.next && p.next == p.first + 1 && v.raw(p.first).ends_with("ون") {
        return p;
    }
    if first > p.next && matches!(v.raw(first), "منهم" | "ومنهم" | "بينهم" | "وبينهم" | "ومن" | "أبرزهم")
    {
        return p;
    }
    let mut next = first;
    while next < v.len()
        && next <= long
        && v.mark(next).is_none()
        // `وزير الإعلام فيصل`: no word of time or speech, whatever it looks like.
        && v.over(next).is_none_or(|m| matches!(v.kind(m), Kind::Person) || next > first && father(v, next) || next == first && rank(v, first) || next > first && v.raw(next) == "الحاج" || (next == first && m.first == m.last && (m.proclitics.has(Proclitics::FEH) || verb_name(v, first))))
        && (v.particle(next) == Particle::None || (v.raw(next) == "علي" && next > first))
        && !told_to(v, next)
        && (!body::listed(v, next, "matter") || v.raw(next).starts_with("وال"))
        && !matches!(v.raw(next), "ذلك" | "هذا" | "هذه" | "نظيره" | "نظيرته" | "نظيرها")
    {
        next += 1;
    }
    // `يوسف عزت ذلك`: a name that looks like a verb.
    let looks =
        next == first + 1 && v.at(next).is_some_and(|m| m.last == m.first && v.kind(m) == Kind::Verb && m.proclitics.is_none());
    let told = |t: usize| v.mark(t).is_some() || v.particle(t) == Particle::That || matches!(v.raw(t), "ذلك" | "هذا" | "هذه");
    let whom = |t: usize| v.at(t).is_some_and(|m| matches!(v.kind(m), Kind::Demonym | Kind::Party | Kind::Country));
    if looks && (told(next + 1) || whom(next + 1)) {
        next += 1;
    }
    // `عبد الله المقبل إن`: a surname that is a word with its article.
    let surname = next > first && v.at(next).is_some_and(|m| m.first == m.last && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0);
    if surname
        && !v.raw(first).starts_with("ال")
        && v.raw(next).starts_with("ال")
        && (v.particle(next + 1) == Particle::That
            || v.mark(next + 1) == Some(':')
            || next == first + 1
                && family(v, first, next)
                && (v.mark(next + 1).is_some()
                    || verb_behind(v, next + 1)
                    || tied(v, next + 1)
                    || v.at(next + 1).is_some_and(|m| v.frame(m).tells == Tells::Saying)))
    {
        next += 1;
    }
    // `عزا عضو الوفد بطء العمل إلى`: behind a verb that takes an object, only the table tells a name from one.
    let bare = |t: usize| {
        (v.over(t).is_none() || father(v, t) || v.raw(t) == "الحاج")
            && (!v.raw(t).starts_with("ال")
                || matches!(v.raw(t), "الله" | "الدين" | "الحاج")
                || (t == first + 1 && next == first + 2 && (!objects || v.is_name(first)))
                // `محمد سيد الفلاني`, `محمد بن سيد الفلاني`
                || (t + 1 == next && (t == first + 2 || t == first + 3 && v.raw(first + 1) == "بن") && v.is_name(first) && v.raw(t).ends_with(['ي', 'ن'])))
    };
    let surname = |t: usize| v.raw(t) != "آل" && (!v.raw(t).starts_with("ال") || v.raw(t).ends_with('ي'));
    let titled = next == first + 2
        && v.kind_at(next) == Some(Kind::Title)
        && v.raw(next).starts_with("ال")
        && surname(first + 1)
        && (first..next).all(bare);
    // `الكاتب فلان الفلاني -المقيم في باريس- أن`
    let dashed = v
        .mark(next)
        .is_some_and(|c| matches!(c, '-' | '–' | '—') && (next + 2..v.len().min(next + SCOPE + 2)).any(|t| v.mark(t) == Some(c)));
    // `النائب فلان الفلاني (ولاية كذا) قوله`
    let bracket = v.mark(next) == Some('(') && (next + 2..v.len().min(next + SCOPE + 2)).any(|t| v.mark(t) == Some(')'));
    let ends = dashed
        || bracket && (first..next).all(bare)
        || matches!(v.mark(next), Some('،' | ',' | ':' | '"' | '«' | '“'))
        || body::listed(v, next, "matter")
        || told_to(v, next)
        || matches!(v.raw(next), "ذلك" | "هذا" | "هذه")
        // `فلان الفلاني أمس، إن`
        || v.at(next).is_some_and(|m| matches!(v.kind(m), Kind::Weekday | Kind::Time) && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0)
        // `نقلت الوكالة عن الوزير فلان الفلاني قوله إن`
        || v.at(next).is_some_and(|m| v.frame(m).tells == Tells::Saying)
        || v.particle(next) == Particle::That
        // `المبعوث زلماي خليل زاد عن أمله`: the particle of the verb.
        // `اتهم عضو الوفد عسكر زعيل الحوثيين بعرقلة`: whom a name of two words accuses.
        || (v.at(next).is_some_and(|m| m.proclitics.0 & !Proclitics::ARTICLE.0 == 0 && matches!(v.kind(m), Kind::Party | Kind::Country | Kind::Organization | Kind::Demonym))
            && (first..next).all(bare))
        // `أبلغ الوزير فلان الفلاني الأمين العام`, `النائب فلان الفلاني المستشار في الوزارة`
        || titled
        // `رحب الوزير فلان الفلاني بالقرار`: what the verb takes.
        || next == first + 2 && tied(v, next) && (v.is_name(first) || !objects && p.next == first && (first..next).all(bare))
        || matches!(v.particle(next), Particle::Takes(_) | Particle::Relative) && (first..next).all(bare)
        // `السفير محمد نور الدين صالح بعد لقائه`: when he spoke.
        || v.particle(next) == Particle::Adjunct && v.is_name(first) && (first..next).all(bare);
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
    let out = Phrase { first, next: next - usize::from(described), who: Who::Words, role, ..p };
    if titled { with_office(v, out) } else { out }
}

/// `نبيل الراوي`: a given name of the table, with a surname that is a word with its article.
pub(super) fn family(v: &View, first: usize, second: usize) -> bool {
    let given = part(v, first) && v.over(first).is_none() && v.is_name(first);
    given && v.raw(second).starts_with("ال") && v.raw(second).ends_with('ي') && v.mark(second).is_none()
}

/// True for a finite verb without a conjunction.
fn verb_behind(v: &View, t: usize) -> bool {
    v.at(t).is_some_and(|m| v.finite(m).is_some() && m.proclitics.is_none())
}

/// True for a noun with ب before it.
fn tied(v: &View, t: usize) -> bool {
    v.mark(t).is_none()
        && v.at(t).map_or_else(
            || v.raw(t).starts_with('ب') && v.raw(t).chars().count() > 3 && !v.is_name(t),
            |m| m.proclitics.has(Proclitics::BEH) && v.kind(m) != Kind::Person,
        )
}

/// A name of the table that is written as a verb: `نصر`.
pub(super) fn verb_name(v: &View, t: usize) -> bool {
    let verb = |m: &Match| v.kind(m) == Kind::Verb && m.first == m.last && m.proclitics.is_none();
    v.at(t).is_some_and(verb) && v.over(t + 1).is_none() && v.mark(t + 1).is_none() && v.is_name(t)
}

/// The token behind a name of two words, where the table of names has the first of them.
pub(crate) fn given_name(v: &View, first: usize) -> Option<usize> {
    let joins = |t: usize| matches!(v.raw(t), "عبد" | "أبو" | "ابو" | "بن" | "آل");
    let given =
        (part(v, first) || verb_name(v, first)) && !v.raw(first).starts_with("ال") && (v.is_name(first) || v.raw(first) == "عبد");
    let second = first + 1 + usize::from(v.raw(first) == "عبد");
    // `صلاح الدين فلان`
    let second = second + usize::from(matches!(v.raw(second), "الدين" | "الله" | "الرحمن"));
    // `محمد نور الدين`
    let second = second + usize::from(v.raw(second + 1) == "الدين" && v.raw(second) != "الدين");
    let last = second + usize::from(joins(second));
    // `خالد بن عبد القادر`
    let last = last + usize::from(v.raw(last) == "عبد");
    // `عبد الباقي علي إن`: the third is written as the preposition.
    let ali = v.raw(last + 1) == "علي" && (v.mark(last + 2).is_some() || v.particle(last + 2) != Particle::None);
    let last = last + usize::from(ali);
    // `سعود بن فلان آل سعود`
    let last = last + 2 * usize::from(v.raw(last + 1) == "آل");
    // `محمد بن عبدالله الفلاني`
    let surname = |t: usize| {
        let raw = v.raw(t);
        part(v, t) && v.over(t).is_none() && raw.starts_with("ال") && raw.ends_with('ي') && raw.chars().count() > 5
    };
    let last = last + usize::from(v.raw(last - 1) == "بن" && surname(last + 1));
    // `عبد الله بن مساعد بن عبد العزيز`
    let mut last = last;
    while v.raw(last + 1) == "بن" && v.mark(last + 2).is_none() {
        last += 2 + usize::from(v.raw(last + 2) == "عبد");
    }
    let word = |t: usize| part(v, t) || father(v, t) || ali && t == last;
    (given && (first + 1..=last).all(|t| word(t) && v.raw(t).chars().count() > 1)).then_some(last + 1)
}

/// `رائد شاكر جودت`: a given name that is a rank elsewhere, before two more words.
fn rank(v: &View, t: usize) -> bool {
    let title = v.at(t).is_some_and(|m| v.kind(m) == Kind::Title && m.first == m.last && m.proclitics.is_none());
    let word = |k: usize| part(v, k) && v.over(k).is_none() && !v.raw(k).starts_with("ال");
    title && t > 0 && v.raw(t - 1).starts_with("ال") && v.is_name(t) && word(t + 1) && word(t + 2)
}

/// `بن مساعد`: the father's name is an office elsewhere.
fn father(v: &View, t: usize) -> bool {
    let title = v.at(t).is_some_and(|m| v.kind(m) == Kind::Title && m.first == m.last && m.proclitics.is_none());
    t > 0 && v.raw(t - 1) == "بن" && title
}

/// True where the clause ends, or what is said may begin as an object: a noun without a particle or a mark before it.
pub(super) fn object_at(v: &View, t: usize) -> bool {
    let ends = t >= v.len() || v.mark(t) == Some('.');
    ends || v.mark(t).is_none()
        && v.particle(t) == Particle::None
        && v.connective(t).is_none()
        && v.at(t)
            .is_none_or(|m| v.finite(m).is_none() || m.proclitics.is_none() && (v.shape(m) == Shape::Masdar || noun_too(v, m)))
}
