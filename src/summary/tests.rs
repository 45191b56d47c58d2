//! Opening, content, scores and coverage, on a small lexicon and sentences of our own.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::content::{Class, Concept, Content, content_of, contents};
use super::cover::{Chosen, Cover, Item, cover};
use super::opening::Opening;
use super::score::{positions, score};
use crate::analysis::{Analysis, analyze};
use crate::article::Article;
use crate::glossary::lexicon::Lexicon;
use crate::glossary::matcher::Matcher;
use crate::round::tracks::Tracks;
use crate::workspace::Weights;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let text = "
- {id: say, kind: verb, en: say, ar: [قال, يقول], stance: say}
- {id: add, kind: verb, en: add, ar: [أضاف, يضيف], stance: add}
- {id: deny, kind: verb, en: deny, ar: [نفى, ينفي], stance: deny}
- {id: hold, kind: verb, en: hold, ar: [عقد, يعقد]}
- {id: norland, kind: country, en: Norland, ar: [نورلاند]}
- {id: norlander, kind: demonym, en: Norlander, ar: [نورلاندي], country: norland}
- {id: salem, kind: person, en: Salem, ar: [سالم الوادي]}
- {id: truce, kind: slot, en: truce, ar: [الهدنة]}
- {id: failed, kind: outcome, en: failed, ar: [أخفق, فشل], status: not_agreed}
- {id: not, kind: negator, en: not, ar: [لم, لن]}
- {id: may, kind: month, en: May, ar: [أيار], value: 5, calendar: levant}
";
    Lexicon::new(serde_yaml::from_str::<Vec<_>>(text).unwrap())
});

fn content(text: &str) -> Content {
    content_of(text, &mut Matcher::new(&LEXICON))
}

#[test]
fn what_a_sentence_hangs_on() {
    for (text, expected) in [
        ("أخفق الوفدان في اللقاء.", Opening::Free),
        ("كما شدد الوزير على الهدنة.", Opening::Text),
        ("إلا أن الوفد لم يحضر.", Opening::Text),
        ("ولكن الوفد حضر.", Opening::Text),
        ("وبدلاً من ذلك عقد لقاء آخر.", Opening::Text),
        ("وهذا يعني أن اللقاء فشل.", Opening::Text),
        ("بدوره، قال سالم الوادي إن اللقاء فشل.", Opening::Free),
        ("من جهته قال سالم الوادي إن اللقاء فشل.", Opening::Free),
        ("وقال إن اللقاء فشل.", Opening::Speaker),
        ("وأضاف: \"لن نحضر\".", Opening::Speaker),
        ("وقال سالم الوادي إن اللقاء فشل.", Opening::Free),
        ("وقال الوزير إن اللقاء فشل.", Opening::Free),
        ("وعقد في أيار لقاء آخر.", Opening::Free),
        ("كماليات الحفل كثيرة.", Opening::Free),
        ("", Opening::Free),
    ] {
        assert_eq!(content(text).opening, expected, "{text}");
    }
}

#[test]
fn an_opener_can_be_left_out() {
    for (text, expected) in [
        ("كما قال سالم الوادي إن اللقاء فشل.", Some(("قال سالم الوادي إن اللقاء فشل.", Opening::Free))),
        ("كذلك قال إن اللقاء فشل.", Some(("قال إن اللقاء فشل.", Opening::Speaker))),
        ("وكما لم يعقد أي لقاء.", Some(("لم يعقد أي لقاء.", Opening::Free))),
        ("كما أن اللقاء فشل.", None),
        ("كما في اللقاء السابق.", None),
        ("إلا أنه قال إن اللقاء فشل.", None),
        ("إلا أن سالم الوادي لم يحضر.", Some(("سالم الوادي لم يحضر.", Opening::Free))),
        ("ولكن الوفد حضر.", Some(("الوفد حضر.", Opening::Free))),
        ("لكن هذا لم يحدث.", None),
        ("وبدلاً من ذلك، عقد لقاء آخر.", Some(("عقد لقاء آخر.", Opening::Free))),
        ("وبدلاً من اللقاء عقد آخر.", None),
    ] {
        assert_eq!(content(text).behind.map(|(start, opening)| (&text[start as usize..], opening)), expected, "{text}");
    }
}

#[test]
fn a_line_of_the_ledger_is_one_concept_in_whatever_words() {
    let ledger = |text: &str| -> Vec<Concept> {
        analyzed(text).2.into_iter().flat_map(|c| c.concepts).filter(|c| c.class == Class::Ledger).collect()
    };
    assert_eq!(ledger("أخفق الوفدان في الهدنة.").len(), 1);
    assert_eq!(ledger("أخفق الوفدان في الهدنة."), ledger("وقال سالم الوادي إن الوفد فشل في الهدنة."));
    assert_eq!(ledger("عقد الوفدان لقاء عن الهدنة."), []);
}

#[test]
fn a_country_and_its_adjective_are_one_and_so_are_spellings() {
    let names = |text: &str| -> Vec<Concept> { content(text).concepts.into_iter().filter(|c| c.class == Class::Name).collect() };
    assert_eq!(names("وفد نورلاند"), names("الوفد النورلاندي"));
    let figures = |text: &str| -> Vec<Concept> {
        content(text).concepts.into_iter().filter(|c| matches!(c.class, Class::Number | Class::Day)).collect()
    };
    assert_eq!(figures("في 3 أيار"), figures("في ٣ أيار"));
    assert_ne!(figures("في 3 أيار"), figures("في 4 أيار"));
    assert_ne!(figures("في 3 أيار"), figures("خسر 3 مقاعد"));
}

#[test]
fn questions_and_negators_are_seen() {
    let denied = content("قال سالم الوادي \"لن نحضر اللقاء غدا\"");
    assert_eq!((denied.question, denied.negators), (false, 1));
    assert!(content("هل فشل اللقاء؟").question);
}

fn analyzed(text: &str) -> (Article, Analysis, Vec<Content>) {
    let article = Article::read("a.txt", "a", text.as_bytes().to_vec()).unwrap();
    let mut matcher = Matcher::new(&LEXICON);
    let analysis = analyze(&article, &mut matcher, &Tracks::default());
    let contents = contents(&article, &analysis, &mut matcher);
    (article, analysis, contents)
}

#[test]
fn the_parts_of_a_score_add_up_to_it() {
    let text = "عقد الوفد النورلاندي أمس لقاء طويلا مع سالم الوادي في قاعة الفندق.\n\nكما عقد الوفد لقاء آخر مع رجال الأعمال في المدينة القديمة.\n\nوانتهى اليوم بعشاء كبير على ضفة النهر حضره جميع الضيوف.\n";
    let (_, analysis, contents) = analyzed(text);
    let weights = Weights::default();
    let scores = score(&analysis, &contents, &LEXICON, &weights);
    assert_eq!(positions(&analysis), [1000, 444, 111]);
    assert!(scores[0].entity_density > scores[2].entity_density);
    assert_eq!(scores.iter().map(|s| s.hanging).collect::<Vec<_>>(), [0, -1000, 0]);
    for s in scores {
        let parts = [
            (weights.entity_density, s.entity_density),
            (weights.position, s.position),
            (weights.hanging, s.hanging),
            (weights.background, s.background),
        ];
        assert_eq!(s.total, parts.iter().map(|&(w, p)| w as i32 * p).sum::<i32>() / 1000);
    }
}

/// Items of one article each, from their texts; `hangs` are numbers of those that hang on the one before.
fn items<'a>(contents: &'a [Content], hangs: &[usize]) -> Vec<Item<'a>> {
    let item = |(n, content): (usize, &'a Content)| Item {
        article: 0,
        text: 0,
        sentence: n,
        words: 10,
        position: 500,
        content,
        hangs_on: hangs.contains(&n).then(|| n - 1),
        group: n,
        fit: true,
    };
    contents.iter().enumerate().map(item).collect()
}

fn chosen(items: &[Item], budget: u32) -> Vec<usize> {
    cover(items, &Weights::default(), budget).iter().map(|c| c.item).collect()
}

#[test]
fn what_was_told_is_worth_less() {
    let contents = ["أخفق وفد نورلاند في الهدنة مرة", "فشل وفد نورلاند في الهدنة مرة", "نفى سالم الوادي النبأ مساء"].map(content);
    let items = items(&contents, &[]);
    let two = chosen(&items, 20);
    assert!(two.contains(&2), "{two:?}");
    assert_eq!(chosen(&items, 9), [] as [usize; 0]);
    assert_eq!(chosen(&items, 30).len(), 3);
    // So is what is told elsewhere.
    let besides = |known: &[usize]| Cover::of(&items, &Weights::default()).choose(10, known)[0].item;
    assert_eq!([besides(&[]), besides(&[0]), besides(&[2])], [0, 2, 0]);
}

#[test]
fn a_sentence_that_hangs_comes_with_its_neighbour_or_not_at_all() {
    let contents = ["وصل الضيوف إلى القاعة", "كما نفى سالم الوادي أن الهدنة في نورلاند في 3 أيار قد فشل"].map(content);
    let mut all = items(&contents, &[1]);
    assert_eq!(chosen(&all, 20), [0, 1]);
    assert_eq!(chosen(&all, 10), [0]);
    all[0].fit = false;
    assert_eq!(chosen(&all, 20), [] as [usize; 0]);
}

#[test]
fn of_a_group_one_is_taken() {
    let contents = ["أخفق وفد نورلاند في الهدنة", "أخفق وفد نورلاند في الهدنة", "نفى سالم الوادي النبأ"].map(content);
    let mut all = items(&contents, &[]);
    all[1].group = 0;
    assert_eq!(BTreeSet::from_iter(chosen(&all, 100)), BTreeSet::from([0, 2]));
}

#[test]
fn parts_add_up_and_the_best_has_a_thousand() {
    let contents = ["نفى سالم الوادي الهدنة في 3 أيار", "أخفق وفد نورلاند في الهدنة"].map(content);
    let all = cover(&items(&contents, &[]), &Weights::default(), 100);
    assert_eq!(all.iter().map(|c| c.score).max(), Some(1000));
    for Chosen { score, parts, .. } in &all {
        assert!((score - parts.iter().sum::<i32>()).abs() <= 7, "{score} {parts:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_order_of_items_does_not_matter(keys in prop::collection::vec(prop::collection::vec(0..12u64, 0..5), 1..24), budget in 1..120u32, turn in 0..24usize) {
        let contents: Vec<Content> = keys.iter().map(|keys| {
            let keys: BTreeSet<u64> = keys.iter().copied().collect();
            Content { concepts: keys.into_iter().map(|key| Concept { class: Class::Name, key }).collect(), ..Content::default() }
        }).collect();
        let all = items(&contents, &[]);
        let mut turned = all.clone();
        turned.rotate_left(turn % all.len());
        for (n, item) in turned.iter_mut().enumerate() {
            item.group = n;
        }
        let take = |items: &[Item]| -> Vec<usize> { chosen(items, budget).iter().map(|&n| items[n].sentence).collect() };
        prop_assert_eq!(take(&all), take(&turned));
        prop_assert!(take(&all).len() as u32 * 10 <= budget);
    }
}
