//! Matters on which one says yes and another no, whatever the words: whether the delegations met face to face, whether a team was recalled, whether a state consents. What says yes and no to each is a
//! table; both stand side by side, by rule and with who says so. What is hoped, demanded or to come says neither.

use std::sync::LazyLock;

use super::assemble::{Given, rule};
use super::cite::Cites;
use super::denied::stance;
use super::disputes::{VALUES, same};
use super::next_round::clauses;
use super::parts::{Dispute, DisputeValue};
use super::speakers::{at_the_table, of, side};
use super::stems::Weights;
use super::whose::{beside, whose};
use super::words::{Phrases, Words};
use crate::analysis::statements::{Span, Statement};
use crate::analysis::{Analysis, Sentence};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::round::assign::Round;

/// What must be one for two to tell of one matter.
#[derive(Clone, Copy, PartialEq)]
enum Link {
    /// The talks.
    Round,
    /// A side that both name.
    Side,
    /// A rare word of both.
    Word,
}

struct Matter {
    name: &'static str,
    yes: &'static str,
    no: &'static str,
    /// Words of it, one of which a clause has: a negation before them, or a denial of them, says no.
    words: Phrases,
    /// Words one of which stands beside them, where there are any.
    beside: Phrases,
    /// Words that say yes, or no, by themselves.
    says_yes: Phrases,
    says_no: Phrases,
    /// Words of what it is of, one of which its sentence has.
    of: Phrases,
    link: Link,
}

static MATTERS: LazyLock<[Matter; 6]> = LazyLock::new(|| {
    [
        Matter {
            name: "whether the delegations met face to face",
            yes: "they did",
            no: "they did not",
            words: Phrases::of(&["وجها لوجه", "طاولة واحدة", "قاعة واحدة", "غرفة واحدة", "لقاء مباشر", "لقاءات مباشرة"]),
            beside: Phrases::of(&[
                "جلسا",
                "جلس",
                "جلسوا",
                "التقيا",
                "التقوا",
                "التقى",
                "اجتمعا",
                "اجتمعوا",
                "جمع",
                "جمعت",
                "عقد",
                "عقدا",
                "عقدوا",
                "جرى",
                "جرت",
                "حصل",
                "دون",
                "يجتمعا",
                "يجتمعوا",
                "يلتقيا",
                "يلتقوا",
                "يجلسا",
                "يجلسوا",
            ]),
            says_yes: Phrases::of(&[]),
            says_no: Phrases::of(&[]),
            of: Phrases::of(&["الوفدين", "الوفدان", "الوفود", "وفد", "الطرفين", "الطرفان", "الجانبان", "الجانبين"]),
            link: Link::Round,
        },
        Matter {
            name: "whether more time was asked for",
            yes: "it was asked for",
            no: "it was not asked for",
            words: Phrases::of(&["مهلة"]),
            beside: Phrases::of(&["طلب", "طلبت", "طلبوا", "طلبا", "طلبها"]),
            says_yes: Phrases::of(&[]),
            says_no: Phrases::of(&[]),
            of: Phrases::of(&[]),
            link: Link::Word,
        },
        Matter {
            name: "whether a team was recalled",
            yes: "it was recalled",
            no: "it was not recalled",
            words: Phrases::of(&["سحب", "استدعى", "استدعاه", "استدعاء", "يستدعي", "سحبت", "استدعت"]),
            beside: Phrases::of(&["فريقه", "وفده", "فريقها", "وفدها", "ممثليه", "ممثليها", "مفاوضيه", "مفاوضيها"]),
            says_yes: Phrases::of(&[]),
            says_no: Phrases::of(&[]),
            of: Phrases::of(&[]),
            link: Link::Side,
        },
        Matter {
            name: "whether a presence of foreign forces has consent",
            yes: "there is consent, or no objection",
            no: "no consent was given",
            words: Phrases::of(&[]),
            beside: Phrases::of(&[]),
            says_yes: Phrases::of(&[
                "لا تعترض",
                "لا يعترض",
                "بموافقة الأطراف كافة",
                "بموافقة كافة الأطراف",
                "بموافقة جميع الأطراف",
                "بموافقة كل الأطراف",
            ]),
            says_no: Phrases::of(&[
                "تفويضا ولا موافقة",
                "لم تمنح موافقة",
                "لم تعط موافقة",
                "بلا موافقة",
                "دون موافقة",
                "لم توافق على وجود",
                "لم توافق على نشر",
            ]),
            of: Phrases::of(&["القوات", "قوات", "الوجود", "وجود", "انتشار", "نشر", "جنود"]),
            link: Link::Side,
        },
        Matter {
            name: "whether anything was agreed",
            yes: "an agreement or consensus was reached",
            no: "nothing was agreed",
            words: Phrases::of(&[]),
            beside: Phrases::of(&[]),
            says_yes: Phrases::of(&[
                "التوصل إلى توافق",
                "توصلوا إلى توافق",
                "توصلا إلى توافق",
                "التوصل إلى اتفاق",
                "توصلوا إلى اتفاق",
                "توصلا إلى اتفاق",
                "توصل الطرفان إلى اتفاق",
            ]),
            says_no: Phrases::of(&[
                "لم يوافق على شيء",
                "لم نوافق على شيء",
                "لم يتفق على شيء",
                "لم نتفق على شيء",
                "لم يجر الاتفاق على شيء",
            ]),
            of: Phrases::of(&[]),
            link: Link::Round,
        },
        Matter {
            name: "whether a paper is accepted",
            yes: "no objection was raised",
            no: "no text is agreed",
            words: Phrases::of(&[]),
            beside: Phrases::of(&[]),
            says_yes: Phrases::of(&["لم تلق اعتراضا", "لم يلق اعتراضا", "لم تواجه اعتراضا", "لا أحد اعترض", "لم يعترض أحد"]),
            says_no: Phrases::of(&[
                "لم يتفق بعد على أي نص",
                "لم يتفق على أي نص",
                "لم يتم الاتفاق على أي نص",
                "لم يقبل أي نص",
                "لم نقبل أي نص",
            ]),
            of: Phrases::of(&["الورقة", "ورقة", "الوثيقة", "وثيقة", "المسودة", "مسودة", "المبادئ"]),
            link: Link::Word,
        },
    ]
});

impl Matter {
    /// False for a sentence without its words.
    fn may_be_in(&self, sentence: &Words) -> bool {
        let of = self.of.is_empty() || sentence.any(&self.of);
        of && [&self.words, &self.says_yes, &self.says_no].into_iter().any(|of_it| sentence.any(of_it))
    }
}

/// Words of what is not told as a fact of this round.
const OPEN: [&str; 26] = [
    "إذا",
    "لو",
    "قد",
    "ربما",
    "يأمل",
    "نأمل",
    "يمكن",
    "دعا",
    "دعت",
    "طالب",
    "طالبت",
    "مستعد",
    "استعداد",
    "استعداده",
    "شرط",
    "شرطا",
    "يشترط",
    "عندما",
    "ستعقد",
    "سيعقد",
    "سيلتقي",
    "ستلتقي",
    "المقبلة",
    "المقبل",
    "السابقة",
    "السابق",
];
static OPEN_WORDS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(&OPEN));
/// Words of a negation, and how far before the matter one stands.
const NOT: [&str; 14] = ["لم", "لن", "لا", "دون", "بلا", "عدم", "ليس", "نفى", "نفت", "نافيا", "نافية", "ينفي", "تنفي", "رفض"];
const NEAR: usize = 8;

/// One who tells of a matter.
struct Told<'a> {
    yes: bool,
    article: &'a Article,
    sentence: &'a Sentence,
    value: DisputeValue,
}

/// The matters of a round that are told both ways; what `told` has already is left out.
pub(super) fn matters<'a>(
    round: &Round<'a>,
    weights: &Weights,
    given: &Given,
    told: &[Dispute],
    cites: &mut Cites,
) -> Vec<Dispute> {
    let mut out = Vec::new();
    let plain = |s: &&Sentence| s.kind == SentenceKind::Sentence && !s.background;
    let of_article = |&(article, analysis): &(&'a Article, &'a Analysis)| {
        let all = analysis.sentences.iter().enumerate().filter(move |(_, s)| plain(s));
        all.map(move |(n, s)| (article, analysis, n, Words::of(&article.text[s.start as usize..s.end as usize])))
    };
    let sentences: Vec<_> = round.articles.iter().flat_map(of_article).collect();
    for matter in MATTERS.iter() {
        let mut all: Vec<Told> = Vec::new();
        for &(article, analysis, n, _) in sentences.iter().filter(|(.., words)| matter.may_be_in(words)) {
            let s = &analysis.sentences[n];
            let found = clauses(article, s).into_iter().find_map(|span| Some((says(matter, article, analysis, n, span)?, span)));
            let Some((yes, span)) = found else { continue };
            let value = value(matter, yes, (article, analysis), n, span, given, cites);
            match all.iter_mut().find(|t| same(&t.value, &value)) {
                Some(twin) => twin.value.citations.extend(value.citations),
                None => all.push(Told { yes, article, sentence: s, value }),
            }
        }
        let is_told = |d: &&Told| {
            let cited = |v: &DisputeValue| {
                v.citations.iter().any(|a| d.value.citations.iter().any(|b| (&a.source, a.sentence) == (&b.source, b.sentence)))
            };
            told.iter().flat_map(|x| &x.values).any(cited)
        };
        let against = |a: &Told| all.iter().any(|b| a.yes != b.yes && another(a, b) && linked(matter.link, a, b, weights, given));
        let told: Vec<&Told> = all.iter().filter(|t| against(t)).collect();
        if told.is_empty() || told.iter().all(is_told) {
            continue;
        }
        let values = told.into_iter().map(|t| t.value.clone()).take(VALUES).collect();
        out.push(Dispute { slot: "matter".to_owned(), slot_en: matter.name.to_owned(), values });
    }
    out
}

/// What a clause says of a matter.
fn says(matter: &Matter, article: &Article, analysis: &Analysis, n: usize, span: Span) -> Option<bool> {
    let text = &article.text[span.0 as usize..span.1 as usize];
    // `من التوصل إلى "توافق حول"`: the words, and not the marks between them.
    let plain: String =
        text.chars().filter(|c| !matches!(c, '"' | '«' | '»' | '“' | '”') && !('\u{64b}'..='\u{652}').contains(c)).collect();
    let words = Words::of(&plain);
    if words.any(&matter.says_no) {
        return Some(false);
    }
    let open = || words.any(&OPEN_WORDS) && !done(&plain);
    if words.any(&matter.says_yes) {
        return (!open()).then_some(true);
    }
    let (at, _) = words.first(&matter.words)?;
    let s = &analysis.sentences[n];
    // `التي طلبت، على حد قوله، مهلة`: the words beside it may stand behind a comma.
    let whole = &article.text[s.start as usize..s.end as usize];
    let beside = matter.beside.is_empty()
        || words.any(&matter.beside)
        || matter.link == Link::Word && Words::of(whole).any(&matter.beside);
    if !beside {
        return None;
    }
    let inside = |x: &Statement| x.sentence as usize == n && x.content.0 < span.1 && span.0 < x.content.1;
    let verb = |x: &Statement| {
        let word = x.verb.map_or("", |v| &article.text[v.span.0 as usize..v.span.1 as usize]);
        word.starts_with("نف") || word.starts_with("ناف") || word.starts_with("ينف") || word.starts_with("تنف")
    };
    let denied = analysis.statements.iter().any(|x| inside(x) && !x.negated && verb(x));
    let not = plain[..at].split_whitespace().rev().take(NEAR).any(|w| NOT.contains(&w.trim_start_matches(['و', 'ف'])));
    if denied || not { Some(false) } else { (!open()).then_some(true) }
}

/// `قد التقوا`: they did.
fn done(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let others = words.iter().any(|w| OPEN.contains(w) && *w != "قد");
    let may = words.windows(2).any(|w| w[0] == "قد" && w[1].starts_with(['ي', 'ت', 'ن']) && !w[1].starts_with("تم"));
    !others && !may
}

fn value(
    matter: &Matter,
    yes: bool,
    (article, analysis): (&Article, &Analysis),
    n: usize,
    span: Span,
    given: &Given,
    cites: &mut Cites,
) -> DisputeValue {
    let inside = |x: &Statement| x.sentence as usize == n && x.content.0 < span.1 && span.0 < x.content.1;
    let number = analysis.statements.iter().position(inside).map(|i| i as u32).or_else(|| beside(article, analysis, n, span));
    let denies = number.is_some_and(|i| stance(&analysis.statements[i as usize], given.lexicon) == Some("deny"));
    let text = if yes { matter.yes } else { matter.no };
    let text = if denies { format!("{text} (a denial)") } else { text.to_owned() };
    DisputeValue {
        value: rule(text, "words that say yes or no to one matter"),
        by: of(article, analysis, number).map(|s| s.speaker(given)).or_else(|| whose(article, analysis, n, span, given.lexicon)),
        ar: article.text[span.0 as usize..span.1 as usize].to_owned(),
        citations: vec![cites.cite(article, n, span.0, span.1)],
    }
}

/// Other voices: other speakers, or other articles where nobody is named.
fn another(a: &Told, b: &Told) -> bool {
    let who = |t: &Told| t.value.by.as_ref().map(|s| s.en.clone());
    match (who(a), who(b)) {
        (Some(x), Some(y)) => x != y && x != "unresolved" && y != "unresolved",
        (None, None) => a.article.id != b.article.id,
        (Some(x), None) | (None, Some(x)) => x != "unresolved",
    }
}

fn linked(link: Link, a: &Told, b: &Told, weights: &Weights, given: &Given) -> bool {
    let lexicon = given.lexicon;
    let sides = |t: &Told| -> Vec<EntryId> {
        let own = |m: &crate::analysis::Mention| {
            matches!(lexicon.entries[m.entry as usize].kind, Kind::Party | Kind::Country | Kind::Organization)
        };
        let demonym = |m: &crate::analysis::Mention| lexicon.entries[m.entry as usize].kind == Kind::Demonym;
        t.sentence
            .mentions
            .iter()
            .filter(|m| own(m) || demonym(m))
            .map(|m| at_the_table(lexicon, side(lexicon, m.entry)))
            .collect()
    };
    let text = |t: &Told| t.article.text[t.sentence.start as usize..t.sentence.end as usize].to_owned();
    match link {
        Link::Round => true,
        Link::Side => sides(a).iter().any(|x| sides(b).contains(x)),
        Link::Word => weights.shared(&text(a), &text(b)) > 1,
    }
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn told(text: &str) -> Vec<String> {
        let all = fourth(text).disputes.into_iter().filter(|d| d.slot == "matter").flat_map(|d| d.values);
        all.map(|v| format!("{}: {}", v.by.map_or("article".to_owned(), |s| s.en), v.value.text)).collect()
    }

    #[test]
    fn met_and_did_not_meet() {
        let yes = "وأكد سيرغي لافروف أن الوفدين جلسا مساء أمس حول طاولة واحدة.";
        let both = ["Sergey Lavrov: they did", "Mohammed Alloush: they did not (a denial)"];
        assert_eq!(told(&format!("{yes}\n\nونفى محمد علوش أن يكون وفده قد التقى وفد الحكومة وجها لوجه.")), both);
        let not = "وقال محمد علوش إن الوفدين لم يجتمعا في قاعة واحدة.";
        assert_eq!(told(&format!("{yes}\n\n{not}")), ["Sergey Lavrov: they did", "Mohammed Alloush: they did not"]);
        // A wish, a condition, an earlier round.
        assert_eq!(told(&format!("{yes}\n\nوقال محمد علوش إن وفده لن يجلس إلى طاولة واحدة إذا استمر القصف.")), [""; 0]);
        let hopes = "ودعا سيرغي لافروف إلى أن يجلس الوفدان حول طاولة واحدة.";
        assert_eq!(told(&format!("{hopes}\n\nونفى محمد علوش أن يكون وفده قد التقى وفد الحكومة وجها لوجه.")), [""; 0]);
    }

    #[test]
    fn time_consent_and_a_paper() {
        let asked = "وقال سيرغي لافروف إن المعارضة طلبت، على حد قوله، مهلة إضافية لدراسة وثيقة المعتقلين.";
        assert_eq!(told(&format!("{asked}\n\nونفى محمد علوش أن يكون الوفد طلب مهلة لدراسة وثيقة المعتقلين.")).len(), 2);
        assert_eq!(told(&format!("{asked}\n\nوقال محمد علوش إن الوفد سلم ردا مكتوبا على وثيقة المعتقلين.")), [""; 0]);
        let no = "وقال بشار الجعفري إن دمشق لم تمنح تركيا تفويضا ولا موافقة على نشر قواتها.";
        assert_eq!(told(&format!("{no}\n\nوقال سيرغي لافروف إن دمشق لا تعترض على نشر قوات من تركيا.")).len(), 2);
        assert_eq!(told(&format!("{no}\n\nوقال سيرغي لافروف إن بلاده لا تعترض على موعد الجولة.")), [""; 0]);
        let paper = "وقال محمد علوش إن الورقة ذات النقاط العشر لم تلق اعتراضا من أحد.";
        let none = "وعن الورقة ذات النقاط العشر قال بشار الجعفري إنه لم يتفق بعد على أي نص.";
        assert_eq!(told(&format!("{paper}\n\n{none}")).len(), 2);
    }
}
