//! A verb of beginning, ending or meeting in a sentence that does not name the talks as what begins: whether the round is meant, or something else that stands beside the verb.

use super::assemble::Given;
use super::subject::{BODIES, GATHERINGS, GROUPS};
use crate::analysis::{Mention, Sentence};
use crate::arabic::fold::fold;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::round::assign::Round;

/// Words before a verb that are not what begins or ends.
const SMALL: [&str; 24] = [
    "قد",
    "كان",
    "كانت",
    "لم",
    "لن",
    "في",
    "منذ",
    "خلال",
    "يوم",
    "مساء",
    "صباح",
    "من",
    "المقرر",
    "المتوقع",
    "المنتظر",
    "المفترض",
    "على",
    "حتى",
    "بعد",
    "قبل",
    "سوف",
    "لها",
    "له",
    "ثم",
];
/// Bytes of a word.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(|w| (w.as_ptr() as usize - text.as_ptr() as usize, w))
}

/// `المهلة التي منحت لهم تنتهي اليوم`, `زحفا واسعا في المديرية بدأ فجر اليوم`: what begins or ends stands before its verb, and is none of the talks' names.
pub(super) fn subject_before(article: &Article, s: &Sentence, verb: &Mention, given: &Given) -> bool {
    let entry = &given.lexicon.entries[verb.entry as usize];
    let said = fold(&article.text[verb.start as usize..verb.end as usize]);
    // `عن تأجيلها إلى الخميس`
    if entry.masdar.iter().any(|m| said.starts_with(&fold(m))) {
        return false;
    }
    let front = &article.text[s.start as usize..verb.start as usize];
    let front = &front[..front.rfind(char::is_whitespace).map_or(0, |at| at + 1)];
    let comma = front
        .rfind(['،', '؛', ':', ',', '"', '«', '»'])
        .map_or(0, |at| at + front[at..].chars().next().map_or(0, char::len_utf8));
    let that = words(front).filter(|(_, w)| is_that(w)).last().map_or(0, |(at, w)| at + w.len());
    let from = comma.max(that);
    let clause = &front[from..];
    let known = |at: u32| {
        let dated = s.dates.iter().any(|d| d.start <= at && at < d.end);
        let place = |m: &&Mention| m.start <= at + 4 && at < m.end;
        let kind = s.mentions.iter().find(place).map(|m| given.lexicon.kind(m.entry));
        dated || matches!(kind, Some(Kind::Place | Kind::Country))
    };
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphabetic()).trim_start_matches(['و', 'ف']).to_owned();
    let gathers = words(clause).any(|(_, w)| GATHERINGS.contains(&bare(w).as_str()));
    let noun = words(clause).any(|(at, w)| {
        let bare = bare(w);
        let small = bare.is_empty() || SMALL.contains(&bare.as_str()) || bare.trim_start_matches('إ').starts_with("نها");
        !small && !known(s.start + (from + at) as u32)
    });
    noun && !gathers
}

/// `أن`, `إنّ`, `بأن`, `وأنها`
fn is_that(word: &str) -> bool {
    let bare: String = word.chars().filter(|c| !('\u{64b}'..='\u{652}').contains(c)).collect();
    let bare = bare.trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك']);
    ["أن", "إن", "أنها", "إنها", "أنه", "إنه"].contains(&bare)
}

/// `اللجنة العسكرية عقدت اجتماعا في سرت يومي 12 و13`: a body's own meeting, or one in another place, held while the talks went on.
pub(super) fn of_a_body(
    article: &Article,
    s: &Sentence,
    verb: &Mention,
    meeting: &Mention,
    round: &Round,
    given: &Given,
) -> bool {
    let (from, to) = (verb.end.min(meeting.end) as usize, verb.start.max(meeting.start) as usize);
    let between = article.text.get(from..to).unwrap_or_default();
    let word = article.text[meeting.start as usize..].split_whitespace().next().unwrap_or_default();
    let any = word.ends_with(['ا', 'ً']) || !word.starts_with("ال") && !article.text[..meeting.start as usize].ends_with("ال");
    let front = &article.text[s.start as usize..verb.start as usize];
    let clause = &front[front.rfind(['،', '؛', ':']).map_or(0, |at| at + '،'.len_utf8())..];
    let body = |w: &str| BODIES.contains(&w.trim_start_matches('و')) || GROUPS.contains(&w.trim_start_matches('و'));
    let theirs = clause.split_whitespace().chain(between.split_whitespace().take(2)).any(body);
    let places = &given.tracks.list[round.track].places;
    let own = round.data(given.tracks).and_then(|r| r.place.as_deref());
    let entry = |m: &Mention| &given.lexicon.entries[m.entry as usize];
    // A city: `في سرت`.
    let elsewhere = s.mentions.iter().any(|m| {
        let here = places.contains(&entry(m).id) || own == Some(entry(m).id.as_str());
        let placed = article.text[..m.start as usize].trim_end().ends_with(" في");
        entry(m).kind == Kind::Place && placed && !here && m.start >= meeting.end && m.start - meeting.end <= 8
    });
    // `عقد الوزير اجتماعا مع نظيره`
    let one = s
        .mentions
        .iter()
        .find(|m| m.start >= verb.end && m.start <= verb.end + 6)
        .is_some_and(|m| matches!(given.lexicon.kind(m.entry), Kind::Title | Kind::Person) && m.end <= meeting.start);
    any && (theirs || elsewhere || one)
}

/// Words behind a verb that are not what begins or ends: particles, days, and what points back to the talks.
const ASIDE: [&str; 25] = [
    "أعمال",
    "في",
    "من",
    "على",
    "إلى",
    "عن",
    "مع",
    "بين",
    "خلال",
    "يوم",
    "مساء",
    "صباح",
    "فجر",
    "ليل",
    "ظهر",
    "عصر",
    "اليوم",
    "أمس",
    "أول",
    "أولى",
    "قبل",
    "بعد",
    "منذ",
    "رسميا",
    "رسمياً",
];

/// Those who begin and end talks.
const PEOPLE: [&str; 14] = [
    "الأطراف",
    "الوفود",
    "المجتمعون",
    "المشاركون",
    "المندوبون",
    "المتفاوضون",
    "المتحاورون",
    "الطرفان",
    "الوفدان",
    "الجانبان",
    "الفريقان",
    "الوسطاء",
    "الخبراء",
    "الأعضاء",
];
/// What of theirs are talks.
const TALKS: [&str; 12] = ["أعمال", "اجتماع", "مشاور", "محادث", "مباحث", "مفاوض", "جول", "لقاء", "حوار", "جلس", "نقاش", "مداول"];

/// `اختتم الوزير زيارته`, `بدأ الجيش عملية عسكرية`: behind who begins stands something that is no talks; the words behind the verb are given.
fn its_own_object(rest: &str) -> bool {
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphabetic() && !('\u{64b}'..='\u{652}').contains(&c)).to_owned();
    let ends = |w: &&str| w.starts_with(|c: char| c.is_ascii_digit()) || ASIDE.contains(&bare(w).as_str());
    let mut words: Vec<String> = Vec::new();
    for w in rest.split_whitespace().take(8).take_while(|w| !ends(w)) {
        words.push(bare(w));
        if w.ends_with(['،', '.', '؛', ':']) {
            break;
        }
    }
    let talks = |w: &String| TALKS.iter().any(|t| w.trim_start_matches('و').trim_start_matches("ال").starts_with(t));
    let object = |w: &String| {
        let indefinite =
            !w.starts_with("ال") && (w.ends_with(['ا', 'ً', 'ة']) || ["ه", "ها", "هم", "هما"].iter().any(|p| w.ends_with(p)));
        indefinite && w.chars().count() > 3
    };
    words.len() > 1 && words[1..].iter().any(object) && !words.iter().any(talks)
}

/// True where a noun stands right behind the verb that is neither talks nor somebody who holds them: `بدأت هدنة`, `انتهت مهلة`.
pub(super) fn other_subject(article: &Article, s: &Sentence, verb: &Mention, given: &Given) -> bool {
    let rest = &article.text[verb.end as usize..s.end as usize];
    // `التي انطلقت، أمس،`, `بدؤوا`, `بدأتها`
    let Some(rest) = rest.strip_prefix(' ') else { return false };
    let word = rest.split_whitespace().next().unwrap_or_default();
    let bare = word.trim_end_matches(['،', '.', '؛', ':', '"', '»']);
    let at = verb.end + 1;
    let dated = s.dates.iter().any(|d| d.start <= at && at < d.end);
    let known = s.mentions.iter().find(|m| m.start <= at + 4 && at < m.end).map(|m| &given.lexicon.entries[m.entry as usize]);
    let body = known.is_some_and(|e| {
        matches!(
            e.kind,
            Kind::Place | Kind::Country | Kind::Party | Kind::Organization | Kind::Person | Kind::Title | Kind::Process
        ) || e.kind == Kind::Term && matches!(e.role.as_deref(), Some("round" | "talks" | "format"))
    });
    let back = ["ها", "ه", "هما"].iter().any(|p| bare.ends_with(p));
    let particle = bare.starts_with('ب') || bare.starts_with('ل') || bare.starts_with(|c: char| !c.is_alphabetic());
    let adverb = bare.ends_with(['ا', 'ً']);
    // `بدأ الملتقى أعماله`: who knows what; `بدأت المظاهرات` are no talks.
    let unknown = GATHERINGS.contains(&bare) || PEOPLE.contains(&bare);
    // `اختتم الوزير زيارته`, `بدأ الجيش عملية`
    if (body || unknown) && its_own_object(rest) {
        return true;
    }
    !(dated || body || back || particle || adverb || unknown || bare.is_empty() || ASIDE.contains(&bare))
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::days;

    #[test]
    fn what_begins_and_is_none_of_the_talks() {
        assert_eq!(days("وصدت القوات زحفا واسعا على البلدة بدأ فجر 14 يونيو."), [""; 0]);
        assert_eq!(days("وقال إن المهلة التي منحت للفصائل تنتهي في 16 يونيو."), [""; 0]);
        assert_eq!(days("وأشار إلى أن الحملة العسكرية على الريف بدأت في 13 يونيو."), [""; 0]);
        assert_eq!(days("وبدأت المظاهرات في المدينة يوم 14 يونيو."), [""; 0]);
        assert_eq!(days("واختتم الوزير زيارته في 14 يونيو."), [""; 0]);
        assert_eq!(days("وبدأ الجيش عملية عسكرية في 14 يونيو."), [""; 0]);
        assert_eq!(days("وبدأ المشاركون أعمالهم في 14 يونيو."), ["2022-06-14 Start of Astana 18"]);
        assert_eq!(days("وقال إنها بدأت في 14 يونيو."), ["2022-06-14 Start of Astana 18"]);
        assert_eq!(days("وكانت قد انطلقت في 14 يونيو."), ["2022-06-14 Start of Astana 18"]);
    }

    #[test]
    fn what_is_meant_to_end_has_not_ended() {
        assert_eq!(days("ومن المفترض أن ينهي الملتقى أعماله في 15 يونيو."), [""; 0]);
        assert_eq!(days("ومن المقرر أن يختتم المشاركون أعمالهم في 15 يونيو."), [""; 0]);
    }

    #[test]
    fn a_body_meets_beside_the_talks() {
        assert_eq!(days("وكانت اللجنة العسكرية المشتركة عقدت اجتماعا في سرت يومي 14 و15 يونيو."), [""; 0]);
        assert_eq!(days("وعقد الوزير اجتماعا مع نظيره في 14 يونيو."), [""; 0]);
        assert_eq!(days("وعقد الخبراء اجتماعا في أنقرة يوم 14 يونيو."), [""; 0]);
    }
}
