//! Title, outlet and date of an article: as the file states them, else inferred from the text, and marked so.

use super::parse::{Parsed, ParsedSentence};
use super::{Known, Meta};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};

/// Metadata of an article; what its file states wins. The date needs the round's window and is inferred later.
pub fn infer(article: &Article, parsed: &Parsed, lexicon: &Lexicon) -> Meta {
    let text = article.text.as_str();
    let stated = &article.meta;
    Meta {
        title: stated.title.clone().map(Known::stated).or_else(|| title(text, parsed)),
        outlet: stated.source.clone().map(Known::stated).or_else(|| outlet(text, parsed, lexicon)),
        date: stated.date.map(Known::stated),
    }
}

fn title(text: &str, parsed: &Parsed) -> Option<Known<String>> {
    let first = parsed.sentences.iter().find(|s| s.span.kind == SentenceKind::Title)?;
    let words = text[first.span.start as usize..first.span.end as usize].to_owned();
    Some(Known::inferred(words.clone(), "first-line", words))
}

fn media(sentence: &ParsedSentence, lexicon: &Lexicon) -> Option<(EntryId, usize)> {
    let entry = |m: &crate::glossary::matcher::Match| lexicon.forms[m.form as usize].entry;
    sentence.matches.iter().enumerate().find(|(_, m)| lexicon.entries[entry(m) as usize].kind == Kind::Media).map(|(i, m)| (entry(m), i))
}

/// The outlet: a source line, a by-line, else the medium whose own correspondent reports.
fn outlet(text: &str, parsed: &Parsed, lexicon: &Lexicon) -> Option<Known<String>> {
    let known = |s: &ParsedSentence, entry: EntryId, rule| {
        let name = lexicon.entries[entry as usize].en.preferred.clone();
        Known::inferred(name, rule, &text[s.span.start as usize..s.span.end as usize])
    };
    for (kind, rule) in [(SentenceKind::SourceLine, "source-line"), (SentenceKind::Byline, "by-line")] {
        for sentence in parsed.sentences.iter().filter(|s| s.span.kind == kind) {
            if let Some((entry, _)) = media(sentence, lexicon) {
                return Some(known(sentence, entry, rule));
            }
            if kind == SentenceKind::SourceLine {
                let words = &text[sentence.span.start as usize..sentence.span.end as usize];
                if let Some((_, name)) = words.split_once(':') {
                    return Some(Known::inferred(name.trim().to_owned(), rule, words));
                }
            }
        }
    }
    parsed.sentences.iter().find_map(|s| {
        let (entry, at) = media(s, lexicon)?;
        let before = s.matches[..at].last().filter(|b| {
            // Only quotation marks may stand between «مراسل» and the name.
            let gap = &text[b.end as usize..s.matches[at].start as usize];
            gap.chars().all(|c| c.is_whitespace() || matches!(c, '"' | '«' | '“'))
        })?;
        let title = &lexicon.entries[lexicon.forms[before.form as usize].entry as usize];
        let own = matches!(title.id.as_str(), "correspondent" | "special_correspondent" | "envoy_media");
        own.then(|| Known::inferred(lexicon.entries[entry as usize].en.preferred.clone(), "own-correspondent", &text[before.start as usize..s.matches[at].end as usize]))
    })
}
