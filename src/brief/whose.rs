//! Whose word a figure is, where no statement holds it: `وفق ما وثقه فريق الاستجابة، ما يزيد على 63 ألفا`, `التي قالت منظمة إن مستشفياتها استقبلت 122 جريحا`. It is not the article's own.

use super::parts::Speaker;
use super::person::UNKNOWN;
use crate::analysis::{Analysis, Mention, Sentence};
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::Lexicon;

/// Words between who tells a figure and the figure, or between it and them.
const NEAR: usize = 6;
/// What opens the words that say who tells it.
const BY: [&str; 7] = ["وفق", "وفقا", "وفقاً", "بحسب", "حسب", "حسبما", "طبقا"];
/// Those who count, where no entry names them; a document (`وفق الاتفاق`) does not.
const COUNTERS: [&str; 16] = [
    "فريق",
    "منظمة",
    "منظمات",
    "مصدر",
    "مصادر",
    "تقديرات",
    "إحصاء",
    "إحصاءات",
    "إحصائية",
    "مركز",
    "مرصد",
    "شبكة",
    "ناشطين",
    "ناشطون",
    "بيانات",
    "أرقام",
];

/// Words that say that what stands beside them is the word of the one who speaks.
const HIS_WORD: [&str; 8] =
    ["على حد قوله", "على حد قولها", "على حد تعبيره", "على حد تعبيرها", "على حد وصفه", "بحسب قوله", "حسب قوله", "وفق قوله"];

/// The statement beside a figure that none holds: `محملا إياها مسؤولية الخروقات التي بلغت، على حد قوله، 132 خرقا`, `فعقدا بحسب مصدر أحد عشر اجتماعا`.
pub(super) fn beside(article: &Article, analysis: &Analysis, n: usize, (start, end): (u32, u32)) -> Option<u32> {
    let text = |from: u32, to: u32| article.text.get(from as usize..to as usize).unwrap_or_default();
    let s = &analysis.sentences[n];
    let here = || analysis.statements.iter().enumerate().filter(|(_, x)| x.sentence as usize == n);
    let his = |from: u32, to: u32| HIS_WORD.iter().any(|w| text(from, to).contains(w));
    let last = here().filter(|(_, x)| x.content.1 <= start).max_by_key(|(_, x)| x.content.1);
    let marked = last.filter(|(_, x)| {
        let behind = text(end, s.end);
        let next = behind.find(['،', '؛']).map_or(end, |at| end + at as u32);
        let aside = behind[(next - end) as usize..].trim_start_matches(['،', ' ']);
        his(x.content.1, start) || HIS_WORD.iter().any(|w| aside.starts_with(w))
    });
    // The source stands right before the figure, and behind what its statement holds.
    let source = || {
        here().find(|(_, x)| {
            let gap = text(x.speaker.span.1, start);
            x.content.1 <= x.speaker.span.0 && x.speaker.span.1 <= start && gap.trim().is_empty()
        })
    };
    marked.or_else(source).map(|(number, _)| number as u32)
}

/// Who tells the figure at these bytes of sentence `n`.
pub(super) fn whose(article: &Article, analysis: &Analysis, n: usize, figure: (u32, u32), lexicon: &Lexicon) -> Option<Speaker> {
    let s = &analysis.sentences[n];
    let around = Around { article, s, lexicon };
    around.according(figure).or_else(|| around.told(analysis, n, figure))
}

struct Around<'a> {
    article: &'a Article,
    s: &'a Sentence,
    lexicon: &'a Lexicon,
}

impl Around<'_> {
    fn text(&self, from: u32, to: u32) -> &str {
        self.article.text.get(from as usize..to as usize).unwrap_or_default()
    }

    /// The one whom an entry names first between two bytes; else the words.
    fn speaker(&self, from: u32, to: u32) -> Speaker {
        let names = |m: &&Mention| {
            let kind = self.lexicon.kind(m.entry);
            from <= m.start && m.end <= to && matches!(kind, Kind::Organization | Kind::Person | Kind::Party)
        };
        let entry = self.s.mentions.iter().find(names).map(|m| &self.lexicon.entries[m.entry as usize]);
        Speaker {
            id: entry.map(|e| e.id.clone()),
            en: entry.map_or_else(|| UNKNOWN.to_owned(), |e| e.en.preferred.clone()),
            ar: self.text(from, to).trim().to_owned(),
            role: String::new(),
            resolved_by: "named".to_owned(),
        }
    }

    /// `، وفق ما وثقه فريق الاستجابة، ما يزيد على 63 ألفا`, `122 جريحا، بحسب منظمة`.
    fn according(&self, (start, end): (u32, u32)) -> Option<Speaker> {
        let before = self.text(self.s.start, start);
        let behind = self.text(end, self.s.end);
        let comma = '،'.len_utf8() as u32;
        let front = before.rfind('،').and_then(|close| {
            let open = before[..close].rfind('،')?;
            let near = before[close..].split_whitespace().count() <= NEAR;
            near.then_some((self.s.start + open as u32 + comma, self.s.start + close as u32))
        });
        let back = behind.find(['،', '.', '؛']).filter(|&at| behind[at..].starts_with('،')).map(|at| {
            let from = end + at as u32 + comma;
            let rest = self.text(from, self.s.end);
            (from, from + rest.find(['،', '.', '؛']).unwrap_or(rest.len()) as u32)
        });
        [front, back].into_iter().flatten().find_map(|(from, to)| self.counter(from, to))
    }

    /// Who is named behind a word for `according to` that opens these bytes.
    fn counter(&self, from: u32, to: u32) -> Option<Speaker> {
        let words: Vec<&str> = self.text(from, to).split_whitespace().collect();
        let opens = words.first().is_some_and(|w| BY.contains(w));
        let bare = |w: &str| w.trim_start_matches("لل").trim_start_matches('ل').trim_start_matches("ال").to_owned();
        let counts = words.iter().skip(1).take(4).any(|w| COUNTERS.contains(&bare(w).as_str()));
        let found = self.speaker(from, to);
        (opens && (counts || found.id.is_some())).then_some(found)
    }

    /// `التي قالت منظمة أطباء بلا حدود إن مستشفياتها استقبلت 122 جريحا`: a verb of speech that no statement has read.
    fn told(&self, analysis: &Analysis, n: usize, (start, _): (u32, u32)) -> Option<Speaker> {
        let read = |m: &Mention| {
            analysis
                .statements
                .iter()
                .any(|s| s.sentence as usize == n && s.verb.is_some_and(|v| v.span.0 <= m.start && m.start < v.span.1))
        };
        let says = |m: &&Mention| {
            self.lexicon.kind(m.entry) == Kind::Verb
                && self.lexicon.frames[m.entry as usize].reports
                && m.end <= start
                && !read(m)
        };
        let verb = self.s.mentions.iter().rfind(says)?;
        let between = self.text(verb.end, start);
        let that = [" إن ", " أن ", " بأن "].iter().filter_map(|w| between.find(w)).min()?;
        let who = &between[..that];
        let plain =
            !between.contains(['.', '؛']) && !who.contains(['،', ':']) && (1..=NEAR).contains(&who.split_whitespace().count());
        let found = self.speaker(verb.end, verb.end + that as u32);
        if plain && found.id.is_none() {
            // `كان للجعفري رأي آخر، إذ قال في مؤتمر صحفي إن`: the only person before the verb.
            let person = |m: &&Mention| m.end <= verb.start && self.lexicon.kind(m.entry) == Kind::Person;
            let mut all = self.s.mentions.iter().filter(person);
            let first = all.next()?;
            let named = all.all(|m| m.entry == first.entry) && between.trim_start().starts_with("في ");
            return named.then(|| self.speaker(first.start, first.end));
        }
        (plain && found.id.is_some()).then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn by(text: &str) -> Vec<String> {
        let by = |f: &crate::brief::parts::Figure| f.by.as_ref().map_or("the article".to_owned(), |s| s.en.clone());
        fourth(text).figures.iter().map(|f| format!("{} {}", f.value, by(f))).collect()
    }

    #[test]
    fn who_counts() {
        assert_eq!(
            by("ونزح، وفق ما وثقه فريق «منسقو الاستجابة»، ما يزيد على 63 ألف شخص."),
            ["63000 a speaker whom the glossary does not know"]
        );
        assert_eq!(
            by("وشهدت المدينة قصفا، وهي التي قالت منظمة أطباء بلا حدود إن مستشفياتها استقبلت فيها 122 جريحا."),
            ["122 Médecins Sans Frontières"]
        );
        assert_eq!(
            by("لكن بشار الجعفري كان له رأي آخر، إذ قال في مؤتمر صحفي أعقب الجلسة إن 122 مدنيا قتلوا."),
            ["122 Bashar Ja'afari"]
        );
        assert_eq!(by("وحمل سيرغي لافروف الفصائل مسؤولية الخروقات التي بلغت، على حد قوله، 122 خرقا."), ["122 Sergey Lavrov"]);
        assert_eq!(by("وقتل في القصف 122 مدنيا."), ["122 the article"]);
        assert_eq!(by("وسيفرج، وفق الاتفاق، عن 122 معتقلا."), ["122 the article"]);
    }
}
