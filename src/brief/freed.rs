//! Of whom a release is, where the words behind it are a name: `الإفراج عن الصحفي فلان الفلاني مقابل ثلاثين أسيرا`, `إطلاق الفلاني`. The matter is that person's release, and for how many it is.
//!
//! In: an outcome whose slot says only that somebody is released. Out: the name in English, with an asterisk where it is only romanised. Without a given name of the table there is none.

use std::ops::Range;

use super::assemble::Given;
use crate::analysis::outcomes::{OTHER, Outcome};
use crate::analysis::{Analysis, Sentence};
use crate::article::Article;
use crate::english::names::{full as full_name, person, surname};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::Lexicon;
use crate::round::assign::Round;

/// Words between a release and the name: `القيادي في حزب كذا`.
const OFFICE: usize = 10;
/// Bytes between `مقابل` and how many.
const FOR: usize = 12;
/// Words of a figure with those who are exchanged.
const WHOM: usize = 4;

/// Whose release an outcome tells.
pub(super) struct Freed {
    /// `release of Samer al-Badri*`.
    pub(super) label: String,
    /// For how many others.
    pub(super) others: Option<i64>,
}

/// A word with the byte of the text it begins at.
type Word<'a> = (usize, &'a str);

/// Whose release an outcome tells; nothing where no name does.
pub(super) fn freed(o: &Outcome, (article, analysis): (&Article, &Analysis), round: &Round, given: &Given) -> Option<Freed> {
    let id = given.lexicon.entries[o.slot as usize].id.as_str();
    let sentence = &analysis.sentences[o.sentence as usize];
    let from = match (id, o.words) {
        ("release_general", _) => o.span.0,
        (OTHER, Some(words)) => words.0,
        _ => return None,
    };
    let text = &article.text[from as usize..sentence.end as usize];
    // A matter in words begins with the release itself.
    let release = |(at, w): &Word| {
        let bare = w.trim_start_matches(['ب', 'ل']);
        let opens = id != OTHER || *at == from as usize;
        opens && (matches!(bare, "سراح" | "الإفراج" | "إفراج") || id == OTHER && bare == "إطلاق")
    };
    let mut rest = words(text, from as usize);
    let (_, verb) = rest.by_ref().find(release)?;
    let mut rest: Vec<Word> = rest.collect();
    if rest.first().is_some_and(|(_, w)| *w == "عن" || *w == "سراح") {
        rest.remove(0);
    } else if verb.ends_with("فراج") {
        return None;
    }
    // A person of the glossary, by whatever name.
    let listed = |(i, (at, _)): (usize, &Word)| {
        let m = sentence.mentions.iter().find(|m| m.start as usize == *at)?;
        let entry = &given.lexicon.entries[m.entry as usize];
        (entry.kind == Kind::Person && (i == 0 || is_one(rest[0].1))).then_some((entry, m.end as usize))
    };
    if let Some((entry, end)) = rest.iter().take(OFFICE).take_while(|(_, w)| !is_small(w)).enumerate().find_map(listed) {
        let label = format!("release of {}", entry.en.preferred);
        return Some(Freed { label, others: others(article, sentence, end, given.lexicon) });
    }
    let found = name(&rest, article, round)?;
    let (of_article, of_analysis) = round.articles.iter().find(|(a, _)| a.id == found.article.id)?;
    let at = found.place.start as u32;
    let mut mentions = of_analysis.sentences.iter().flat_map(|s| &s.mentions);
    let entry = mentions.find(|m| m.start <= at && at < m.end).map(|m| &given.lexicon.entries[m.entry as usize]);
    let listed = entry.filter(|e| e.kind == Kind::Person).map(|e| e.en.preferred.clone());
    let name = listed.or_else(|| person(&of_article.text[found.place.clone()], found.sure))?;
    Some(Freed { label: format!("release of {name}"), others: others(article, sentence, found.end, given.lexicon) })
}

/// Words of a text up to the mark that ends its clause; each with its place.
fn words(text: &str, from: usize) -> impl Iterator<Item = Word<'_>> {
    let end = text.find(['،', '؛', '.', ':', '(', ',']).unwrap_or(text.len());
    let place = move |w: &str| from + (w.as_ptr() as usize - text.as_ptr() as usize);
    text[..end].split_whitespace().map(move |w| (place(w), w))
}

/// `الإفراج عن القيادي فلان`, and not of `شقيق فلان` or `مقاتلي فلان`.
fn is_one(first: &str) -> bool {
    first.starts_with("ال") && !["ين", "ون", "ات"].iter().any(|e| first.ends_with(e))
}

fn is_small(word: &str) -> bool {
    matches!(word, "من" | "عن" | "مع" | "مقابل" | "بعد" | "قبل" | "على" | "إلى")
}

/// A name in full.
struct Name<'a> {
    article: &'a Article,
    place: Range<usize>,
    /// True behind an office.
    sure: bool,
    /// The byte behind it where the release is told.
    end: usize,
}

/// The name that the words behind a release tell.
fn name<'a>(rest: &[Word], here: &'a Article, round: &Round<'a>) -> Option<Name<'a>> {
    let &(start, first) = rest.first()?;
    let one = is_one(first);
    let bare: Vec<&str> = rest.iter().map(|(_, w)| *w).collect();
    let far = rest.iter().take(OFFICE).take_while(|(_, w)| !is_small(w)).count();
    let found = (0..far).filter_map(|i| Some((i, full_name(&bare[i..])?))).next();
    if let Some((i, last)) = found.filter(|(i, _)| *i == 0 || one) {
        let end = rest[i + last].0 + rest[i + last].1.len();
        return Some(Name { article: here, place: rest[i].0..end, sure: i > 0, end });
    }
    // `إطلاق الفلاني`: the surname of one who is named in full elsewhere.
    let full = |article: &&'a Article| {
        let all: Vec<Word> = words_of(&article.text).collect();
        let is = |p: &&[Word]| p[1].1 == first && surname(p[0].1, first).is_some();
        all.windows(2).find(is).map(|p| p[0].0..p[1].0 + first.len())
    };
    let articles = std::iter::once(here).chain(round.articles.iter().map(|(a, _)| *a));
    let (article, place) = articles.into_iter().find_map(|a| Some((a, full(&a)?)))?;
    Some(Name { article, place, sure: false, end: start + first.len() })
}

/// All words of an article without the marks on them, those behind a mark parted from those before it.
fn words_of(text: &str) -> impl Iterator<Item = Word<'_>> {
    let place = move |w: &str| w.as_ptr() as usize - text.as_ptr() as usize;
    text.split(|c: char| c.is_whitespace()).map(move |w| (place(w), w)).map(|(at, w)| {
        let bare = w.trim_end_matches(|c: char| !c.is_alphabetic());
        (at, bare)
    })
}

/// `مقابل ثلاثين أسيرا`: for how many persons, in the clause behind the name.
fn others(article: &Article, sentence: &Sentence, from: usize, lexicon: &Lexicon) -> Option<i64> {
    let text = &article.text[from..sentence.end as usize];
    let clause = &text[..text.find(['؛', '.', ':']).unwrap_or(text.len())];
    let at = from + clause.find("مقابل ")? + "مقابل ".len();
    let figure = sentence.figures.iter().find(|f| at <= f.start as usize && f.start as usize <= at + FOR)?;
    let person = |w: &str| {
        ["أسير", "أسرى", "أسراها", "محتجز", "معتقل", "شخص", "مختطف", "سجين", "سجناء"]
            .iter()
            .any(|p| w.trim_start_matches("ال").starts_with(p))
    };
    let behind = &article.text[figure.start as usize..sentence.end as usize];
    let whom = behind.split_whitespace().take(WHOM).any(person);
    let money = figure.unit.is_some_and(|u| lexicon.entries[u as usize].id.contains("dollar"));
    (whom && !money && figure.upper.is_none() && figure.value % 1000 == 0).then_some(figure.value / 1000)
}
