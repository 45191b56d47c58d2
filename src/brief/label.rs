//! What a row of the ledger is called: the words that tell its matter in English, where they read as a short noun phrase, and what is said of whom.

use super::ledger::family;
use super::parts::OutcomeStatus;
use crate::analysis::outcomes;
use crate::analysis::{Analysis, Mention, Sentence};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};

/// Words of the label of a matter that no slot tells.
const LABEL: usize = 12;
/// Words from a release on that tell of one alone.
const ONE: usize = 9;

/// The label of a matter that only its words tell: their gloss, where it reads as a short noun phrase; else none, since a wrong line is worse than a missing one.
pub(super) fn matter(gloss: &str, proper: bool) -> Option<String> {
    let gloss = gloss.trim();
    let text = ["A ", "An ", "The ", "By ", "With the ", "With "].iter().find_map(|a| gloss.strip_prefix(a)).unwrap_or(gloss);
    let text = without_manner(text);
    // `وثيقتين تتعلقان بالمعتقلين`: a clause in Arabic, a noun phrase here.
    let told = [" relate to ", " concern ", " are related to ", " deal with "].iter().find_map(|c| text.split_once(c));
    let told = told.filter(|(what, _)| what.ends_with(" documents")).map(|(what, of)| format!("{what} on {of}"));
    let text = told.as_deref().unwrap_or(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let clause = [
        "was", "were", "is", "are", "be", "been", "being", "will", "did", "has", "had", "not", "that", "he", "she", "it", "they",
    ];
    // `وافق على الفور`: how, and not what.
    let how = words.len() == 1 && text.ends_with("ly");
    if how
        || words.is_empty()
        || words.len() > LABEL
        || text.contains(['…', '[', '*'])
        || words.iter().any(|w| clause.contains(w))
        || points(&words)
        || is_misread(&words)
    {
        return None;
    }
    let named = proper || words.get(1).is_some_and(|w| w.starts_with(|c: char| c.is_uppercase()));
    let mut letters = text.chars();
    let first = letters.next()?;
    Some(if named { text.to_owned() } else { first.to_lowercase().chain(letters).collect() })
}

/// `حول تبادل المحتجزين، قال إن الأطراف لم تتفق على موعد محدد`: a date, place or mechanism has what it is of with it, which the sentence names before; else it tells nothing.
pub(super) fn with_object(label: String, sentence: &Sentence, before: u32, lexicon: &Lexicon) -> Option<String> {
    const OF: [&str; 8] = ["date", "time", "place", "venue", "deadline", "timetable", "mechanism", "location"];
    let words: Vec<&str> = label.split_whitespace().collect();
    let Some(what) = words.last().filter(|w| OF.contains(w) && words.len() <= 2) else { return Some(label) };
    let slot = |m: &&Mention| {
        let e = &lexicon.entries[m.entry as usize];
        e.kind == Kind::Slot && m.end <= before && !matches!(e.role.as_deref(), Some("overall" | "progress" | "document"))
    };
    let of = &lexicon.entries[sentence.mentions.iter().rfind(slot)?.entry as usize].en.preferred;
    Some(format!("{what} for {of}"))
}

/// `الإفراج عن جميع الأطفال الأسرى`: of whom, where the words behind a release tell it and no entry does.
pub(super) fn whom(words: &str) -> Option<(usize, usize)> {
    const RELEASES: [&str; 4] = ["الإفراج عن ", "إفراج عن ", "إطلاق سراح ", "الإفراج الفوري عن "];
    let start = RELEASES.iter().filter_map(|r| words.find(r).map(|at| at + r.len())).min()?;
    let rest = &words[start..];
    let ends = ["،", ".", "؛", ":", "\"", "»", " دون ", " خلال ", " قبل ", " بعد ", " في ", " من دون ", " الذين ", " مقابل "];
    let len = ends.iter().filter_map(|e| rest.find(e)).min().unwrap_or(rest.len());
    let told = rest[..len].trim_end();
    (!told.is_empty() && told.split_whitespace().count() <= 5).then_some((start, start + told.len()))
}

/// `all the children the prisoners`: two nouns that stand side by side are no English; the first tells enough.
pub(super) fn one_noun(label: &str) -> &str {
    let second = label.rmatch_indices(" the ").map(|(at, _)| at).find(|&at| {
        let before = label[..at].split_whitespace().next_back().unwrap_or_default();
        at > 0 && !matches!(before, "of" | "and" | "or" | "in" | "from" | "for" | "to" | "with" | "all" | "by" | "between" | "on")
    });
    second.map_or(label, |at| &label[..at])
}

/// `immediately over the identity of the force`: what it is about, without how it came about.
fn without_manner(text: &str) -> &str {
    let rest = text.split_once(' ').filter(|(first, _)| first.ends_with("ly")).map_or(text, |(_, rest)| rest);
    let about = ["over the ", "over ", "on the ", "on ", "about the ", "about "];
    let matter = about.iter().find_map(|a| rest.strip_prefix(a)).filter(|_| rest.len() < text.len());
    matter.unwrap_or(text)
}

/// `the twentieth a day`: a number that the gloss has not read.
fn is_misread(words: &[&str]) -> bool {
    let ordinal = |w: &str| w.len() > 5 && (w.ends_with("tieth") || w.ends_with("dth"));
    words.windows(2).any(|w| ordinal(w[0]) && matches!(w[1], "a" | "an"))
}

/// True where a name stands first, which keeps its capital.
pub(super) fn proper(sentence: &Sentence, at: u32, lexicon: &Lexicon) -> bool {
    let names = [Kind::Person, Kind::Party, Kind::Organization, Kind::Country, Kind::Place];
    sentence.mentions.iter().any(|m| m.start == at && names.contains(&lexicon.entries[m.entry as usize].kind))
}

/// Where a matter that is too long for a label is whole without its end, the longest first: before what it is for, on, until or how.
pub(super) fn shorter(words: &str) -> Vec<u32> {
    const ENDS: [&str; 24] = [
        " لاستكمال ",
        " لبحث ",
        " لمناقشة ",
        " لمتابعة ",
        " لمواصلة ",
        " من أجل ",
        " بهدف ",
        " بغية ",
        " تمهيدا ",
        " تمهيداً ",
        " بشأن ",
        " حول ",
        " خلال ",
        " في غضون ",
        " تحت إشراف ",
        " بإشراف ",
        " برعاية ",
        " على أن ",
        " إلى أن ",
        " وعلى ",
        " على خلفية ",
        " برا وبحرا",
        " براً وبحراً",
        // `مغادرة المقاتلين الأراضي السورية`
        " الأراضي ",
    ];
    let mut out: Vec<usize> = ENDS.iter().filter_map(|e| words.find(e)).collect();
    out.sort_unstable_by(|a, b| b.cmp(a));
    out.dedup();
    out.into_iter().filter(|&at| words[..at].split_whitespace().count() > 1).map(|at| at as u32).collect()
}

/// `these pillars`, `one of these proposals`, `any names`: what points back to words that the label does not have.
fn points(words: &[&str]) -> bool {
    let is = |w: Option<&&str>, list: &[&str]| w.is_some_and(|w| list.iter().any(|l| w.eq_ignore_ascii_case(l)));
    let back = |w: Option<&&str>| is(w, &["this", "these", "those", "such"]);
    // `التعاون في المجالات التالية`: what follows is not told.
    let ahead = words.iter().any(|w| w.eq_ignore_ascii_case("following"));
    let bare = words.len() == 2 && is(words.first(), &["any", "some"]);
    // `three files`, `details of its implementation`: which ones, and of what.
    let kinds = ["files", "points", "issues", "items", "matters", "topics", "subjects", "questions"];
    let numbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "all", "other"];
    let number = words.first().is_some_and(|w| w.chars().all(|c| c.is_ascii_digit()));
    let counted = words.len() == 2 && is(words.last(), &kinds) && (number || is(words.first(), &numbers));
    let its = ["its", "their", "his", "her"];
    let owned = is(words.first(), &its) || matches!(words, [_, "of", whose, _] if its.contains(whose));
    ahead || bare || counted || owned || back(words.first()) || (matches!(words, [_, "of", ..]) && back(words.get(2)))
}

/// `لم توقع الجبهة على الوثيقة`: who did not sign is part of the matter, which others may have signed.
pub(super) fn without(analysis: &Analysis, o: &outcomes::Outcome, status: OutcomeStatus, lexicon: &Lexicon) -> Option<String> {
    let signing = lexicon.entries[family(lexicon, o.slot) as usize].id == "agreement_signing";
    if status != OutcomeStatus::NotAgreed || !signing {
        return None;
    }
    let side = |m: &&Mention| {
        let kind = lexicon.entries[m.entry as usize].kind;
        // `الجبهة لم توقع`: right before the verb, too.
        let before = m.end <= o.span.0 && o.span.0 <= m.end + 1;
        (before || m.start >= o.span.0 && m.end <= o.span.1) && matches!(kind, Kind::Party | Kind::Organization | Kind::Country)
    };
    let mut who: Vec<&str> = Vec::new();
    for m in analysis.sentences[o.sentence as usize].mentions.iter().filter(side) {
        let name = lexicon.entries[m.entry as usize].en.preferred.as_str();
        if !who.contains(&name) {
            who.push(name);
        }
    }
    let label = &lexicon.entries[o.slot as usize].en.preferred;
    match who.as_slice() {
        [] => None,
        [list @ .., last] if !list.is_empty() => Some(format!("{label} by {} and {last}", list.join(", "))),
        [one, ..] => Some(format!("{label} by {one}")),
    }
}

/// `لأن النص خلا من جدول زمني`: what stands before the verb is a text of the talks.
pub(super) fn text_before(front: &str) -> bool {
    const TEXTS: [&str; 8] = ["النص", "الاتفاق", "الاتفاقية", "البيان", "الإعلان", "الوثيقة", "المذكرة", "التفاهم"];
    front.split_whitespace().rev().take(3).any(|w| TEXTS.contains(&w.trim_start_matches(['و', 'ف'])))
}

/// `وفد بلادها حضر ولم يوقع على أي وثيقة`: one who is not named in the clause did not sign; that nothing was signed is not said.
pub(super) fn signs_alone(ar: &str, after: &str) -> bool {
    let bare: String = ar.chars().filter(|c| !('\u{64b}'..='\u{652}').contains(c)).collect();
    let words: Vec<&str> = bare.split_whitespace().chain(after.split_whitespace().take(3)).collect();
    let one = words.iter().position(|w| matches!(*w, "يوقع" | "توقع"));
    one.is_some_and(|at| words.get(at + 1) == Some(&"على"))
}

/// True for a release that does not say of whom.
pub(super) fn is_general_release(lexicon: &Lexicon, slot: EntryId) -> bool {
    lexicon.entries[slot as usize].id == "release_general"
}

/// True for words that tell of one, or of any.
pub(super) fn tells_of_one(ar: &str) -> bool {
    ar.split_whitespace().take(ONE).any(|w| w.starts_with("واحد") || w == "أي")
}

/// True for a phrase that tells what a text holds: `لا ينص الاتفاق على`.
pub(super) fn is_of_a_text(lexicon: &Lexicon, phrase: EntryId) -> bool {
    let entry = &lexicon.entries[phrase as usize];
    matches!(entry.role.as_deref(), Some("text_verb" | "text_whole" | "provides" | "text_lacks"))
        || entry.takes.iter().any(|t| t == "stands")
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    /// The ledger of an article on Astana 4 behind its first sentence.
    fn rows(text: &str) -> Vec<String> {
        let row = |o: &crate::brief::parts::Outcome| {
            let by = o.by.as_ref().map_or(String::new(), |s| format!(" ({})", s.en));
            format!("{}: {}{by}", o.slot_en, o.word)
        };
        fourth(text).outcomes.iter().map(row).collect()
    }

    #[test]
    fn a_place_goes_by_its_name() {
        assert_eq!(rows("ولم يتفق الوفدان على فتح مطار صنعاء."), ["reopening of Sanaa airport: not agreed"]);
        assert_eq!(rows("ولم يتفق الوفدان على فتح المطار."), ["reopening of the airport: not agreed"]);
    }

    #[test]
    fn a_date_has_what_it_is_of() {
        assert_eq!(rows("ولم تتفق الوفود على موعد محدد."), [""; 0]);
        assert_eq!(
            rows("وحول تبادل الأسرى، قال ستافان دي ميستورا إن الأطراف لم تتفق على موعد محدد."),
            ["date for prisoner exchange: not agreed (Staffan de Mistura)"]
        );
    }

    #[test]
    fn a_release_has_those_who_are_released() {
        assert_eq!(rows("ولم يتفق الطرفان على الإفراج عن السجناء السياسيين."), ["release of prisoners: not agreed"]);
        assert_eq!(rows("وحمل ستافان دي ميستورا الوفد مسؤولية إفشال صفقة تشمل الإفراج عن القاصرين."), [""; 0]);
    }

    #[test]
    fn whose_word_it_is() {
        // What stands beside a thing announced, and what a later clause passes on.
        assert_eq!(
            rows("وأعلن ستافان دي ميستورا اختتام الجولة، دون أن يتفق الوفدان على تبادل الأسرى."),
            ["prisoner exchange: not agreed"]
        );
        assert_eq!(
            rows("واختتمت الجولة من دون التوصل إلى اتفاق ينهي حربا أودت، بحسب تقديرات المنظمة الدولية، بحياة الآلاف."),
            ["agreement of any kind: not reached"]
        );
        // A commitment is the word of who tells it; what others leave open is a claim.
        assert_eq!(
            rows("وقال ستافان دي ميستورا إنه حصل على ضمانات بالتزام الوفدين استئناف المحادثات."),
            ["pledge of resumption of talks: claimed (Staffan de Mistura)"]
        );
    }

    #[test]
    fn what_the_sentence_says_first() {
        assert_eq!(
            rows("وفي ما يخص تعز، قال محمد علوش إنه لم يُتفق على وقف لإطلاق النار."),
            ["ceasefire (on Taiz): not agreed (Mohammed Alloush)"]
        );
        assert_eq!(rows("وبشأن تعز، لم يتفق الوفدان على وقف لإطلاق النار."), ["ceasefire (on Taiz): not agreed"]);
        assert_eq!(rows("وحول تبادل الأسرى، لم يتفق الوفدان على تبادل الأسرى."), ["prisoner exchange: not agreed"]);
    }

    #[test]
    fn a_pledge_is_told_as_one() {
        assert_eq!(
            rows("وأعلن محمد علوش حصول المعارضة على تعهد روسي بوقف القصف."),
            ["pledge by Russia of halt to bombing: claimed (Mohammed Alloush)"]
        );
        assert_eq!(
            rows("وقال محمد علوش إن روسيا وعدت بوقف القصف."),
            [""; 0],
            "what a side says that another has promised is no row"
        );
    }

    #[test]
    fn what_is_to_begin_is_agreed() {
        assert_eq!(
            rows("واتفق الوفدان على وقف لإطلاق النار. ومن المقرر أن يسري وقف إطلاق النار مساء الخميس."),
            ["ceasefire: agreed"]
        );
        assert_eq!(rows("ومن المقرر أن يسري وقف إطلاق النار مساء الخميس."), ["ceasefire: pending"]);
    }

    #[test]
    fn what_is_told_of_others() {
        assert_eq!(rows("وكسرت القوات زحفا واسعا في الريف، دون أن يحرز المهاجمون أي تقدم يذكر."), [""; 0]);
        assert_eq!(rows("وسبقتها جولتان في جنيف وبيل انتهتا كذلك دون نتيجة."), [""; 0]);
        assert_eq!(rows("واختتمت المحادثات دون إحراز أي تقدم يذكر."), ["progress in the talks: not reached"]);
    }

    #[test]
    fn a_promise_of_another_is_no_claim() {
        assert_eq!(rows("وقال محمد علوش إن موسكو تعهدت بفتح المعبر خلال أيام."), [""; 0]);
        let mediator = rows("وقال ستافان دي ميستورا إن الطرفين تعهدا بفتح المعبر خلال أيام.");
        assert_eq!(mediator.len(), 1);
    }

    #[test]
    fn what_all_the_guarantors_adopted_is_no_claim() {
        assert_eq!(
            rows(
                "وقال بشار الجعفري إن الدول الضامنة اعتمدت وثيقتين، الأولى حول تشكيل مجموعة عمل تعنى بالموقوفين، والثانية حول إزالة الألغام."
            ),
            ["working group on detainees: agreed (Bashar Ja'afari)", "demining: agreed (Bashar Ja'afari)"]
        );
        assert_eq!(
            rows("وانتهت الجولة بإقرار وثيقتين تتعلقان بالمعتقلين وإزالة الألغام."),
            ["two documents on the detainees and the demining: agreed"]
        );
    }
}
