//! Sentences: a text cut into what a reader would quote as one sentence, and into titles, headings, by-lines and furniture.
//!
//! In: the text of an article and, optionally, the words of a glossary. Out: spans in order, none over another, that hold every character
//! but white space and the stray commas of scraped text (`., `). It refuses nothing: what no rule knows is a sentence. Each line that
//! stands for itself is judged by itself (`lines`); in running text a sentence ends at an end mark (`marks`, `abbreviations`), or where a heading that
//! lost its line gives way to a clause (`headings`).

mod abbreviations;
mod data;
mod headings;
mod lines;
mod marks;
mod scan;

use headings::Ask;
use lines::{Layout, Place};
use marks::{Seen, Stop};
use scan::{after, find_mark, floor, skip_blanks, trim_end, wordy};
use serde::{Deserialize, Serialize};

/// What a span of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// The headline: a short first line.
    Title,
    /// A line, or a phrase, over the paragraphs below it.
    Heading,
    /// Running text.
    Sentence,
    /// Who wrote it, or an agency's name, on a line of its own.
    Byline,
    /// Where it was taken from: `المصدر: …`.
    SourceLine,
    /// The page and not the article: share buttons, tags, dates of the page, rules.
    Furniture,
}

/// What stands between a span and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Joint {
    /// A line break, or the start of the text.
    Line,
    /// White space.
    Blank,
    /// Stray commas, left where a paragraph ended.
    Commas,
    /// Nothing.
    Glued,
}

/// A span of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    /// Its paragraph, from 0.
    pub paragraph: u32,
    /// What stands before it.
    pub joint: Joint,
}

impl Sentence {
    /// The sentence as the journalist wrote it.
    #[must_use]
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
}

/// What the segmenter asks of the glossary. Words are asked folded.
pub trait Words {
    /// True for a word that opens a clause: a verb of reporting or action, a turn marker. Asked without its و or ف, too.
    fn opens_clause(&self, folded: &[u8]) -> bool;
    /// True for a word that is known, bare or after proclitics.
    fn known(&self, folded: &[u8]) -> bool;
}

/// No glossary: no word is known, and no heading that lost its line is found.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoWords;

impl Words for NoWords {
    fn opens_clause(&self, _: &[u8]) -> bool {
        false
    }

    fn known(&self, _: &[u8]) -> bool {
        false
    }
}

/// Cuts `text` into sentences.
#[must_use]
pub fn sentences(text: &str, words: &impl Words) -> Vec<Sentence> {
    cut(text, words, false)
}

/// Cuts the first paragraph of an article, behind which others follow: it may be the headline.
#[must_use]
pub fn opening(text: &str, words: &impl Words) -> Vec<Sentence> {
    cut(text, words, true)
}

fn cut(text: &str, words: &impl Words, followed: bool) -> Vec<Sentence> {
    let layout = Layout::of(text);
    let mut cutter =
        Cutter { text, ask: Ask::new(words), out: Vec::with_capacity(8 + text.len() / 256), paragraph: 0, by_dots: None };
    let (mut at, mut count) = (0, 0);
    // Links to other articles below `اقرأ أيضا`.
    let mut links = false;
    while at < text.len() {
        let (end, next) = layout.block(text, at);
        let start = litter(text, at, end);
        let end = trim_end(text, start, end);
        at = next;
        if start == end {
            continue;
        }
        let last = !followed && skip_blanks(text, next, text.len()) >= text.len();
        let place = Place { count, last };
        let kind = lines::kind(text, start, end, place, &layout, |w| cutter.ask.opens(w));
        links = links && lines::link(&text[start..end]) || kind == Some(Kind::Furniture) && lines::more(&text[start..end]);
        let kind = if links { Some(Kind::Furniture) } else { kind };
        match kind {
            Some(kind) => cutter.push(start, end, kind, Joint::Line),
            None => cutter.cut(start, end, count == 0),
        }
        count += 1;
        cutter.paragraph += 1;
    }
    cutter.out
}

/// The place after white space and stray commas.
fn litter(text: &str, at: usize, end: usize) -> usize {
    let mut at = skip_blanks(text, at, end);
    while at < end && text.as_bytes()[at] == b',' {
        at = skip_blanks(text, at + 1, end);
    }
    at
}

struct Cutter<'t, 'w, W> {
    text: &'t str,
    ask: Ask<'w, W>,
    out: Vec<Sentence>,
    paragraph: u32,
    /// The full stops of this text are dots.
    by_dots: Option<bool>,
}

impl<W: Words> Cutter<'_, '_, W> {
    fn push(&mut self, start: usize, end: usize, kind: Kind, joint: Joint) {
        self.out.push(Sentence { start: start as u32, end: end as u32, kind, paragraph: self.paragraph, joint });
    }

    /// Cuts the running text `start..end`.
    fn cut(&mut self, start: usize, end: usize, first: bool) {
        let (text, bytes) = (self.text, self.text.as_bytes());
        let had = self.out.len();
        let mut start = start;
        if first && let Some(bar) = headings::share_bar(text, start, end) {
            self.push(start, bar, Kind::Furniture, Joint::Line);
            self.paragraph += 1;
            start = skip_blanks(text, bar, end);
        }
        let (mut begin, mut joint) = self.headings(start, end, Joint::Line, first);
        let mut seen = Seen::from(begin);
        let mut at = begin;
        loop {
            let hit = find_mark(bytes, at, end);
            if hit >= end {
                break;
            }
            let mark = floor(text, hit);
            let Some(c) = after(text, mark) else { break };
            let next = mark + c.len_utf8();
            at = next;
            let done = match c {
                '.' | '!' | '?' | '؟' | '…' => {
                    match marks::stop(text, mark, end, &mut seen, &mut self.by_dots, &mut |w| self.ask.opens(w)) {
                        Stop::On(to) => {
                            at = to.max(next);
                            continue;
                        }
                        Stop::End(to) => to,
                    }
                }
                '\u{2028}' | '\u{2029}' => trim_end(text, begin, mark),
                '(' | '-' | '–' | '—' | '―' | 'ـ' => {
                    if let Some(city) = headings::dateline(text, begin, mark, end) {
                        let kind = if first && self.out.is_empty() { Kind::Title } else { Kind::Heading };
                        self.push(begin, trim_end(text, begin, city), kind, joint);
                        self.paragraph += 1;
                        (begin, joint) = (city, Joint::Blank);
                        seen = Seen::from(begin);
                    }
                    continue;
                }
                _ => continue,
            };
            if done > begin {
                self.push(begin, done, Kind::Sentence, joint);
            }
            let from = litter(text, done, end);
            let gap = &text[done..from];
            joint = match gap {
                "" => Joint::Glued,
                gap if gap.contains(',') => Joint::Commas,
                gap if gap.contains(['\u{2028}', '\u{2029}']) => Joint::Line,
                _ => Joint::Blank,
            };
            let glued = joint == Joint::Glued && after(text, from).is_some_and(wordy);
            if from < end && (glued || joint != Joint::Blank && joint != Joint::Glued || gap.len() > 2 && gap.chars().count() > 2)
            {
                self.paragraph += 1;
            }
            (begin, joint) = self.headings(from, end, joint, false);
            seen = Seen::from(begin);
            at = begin;
        }
        if begin >= end {
            return;
        }
        // `سمات …`, `رابط الخبر …`: the tags and links that end the articles of some sites.
        let tags = self.out.len() > had && lines::ending(&text[begin..end]);
        // Marks without a word belong to the sentence before them.
        let wordless = end - begin < 64 && !text[begin..end].contains(wordy);
        let before = self.out.len() > had;
        match self.out.last_mut() {
            Some(last) if wordless && before => last.end = end as u32,
            _ if tags => self.push(begin, end, Kind::Furniture, joint),
            _ => self.push(begin, end, Kind::Sentence, joint),
        }
    }

    /// Gives out the headings that `begin..end` starts with; the place and the joint of the sentence after them.
    fn headings(&mut self, mut begin: usize, end: usize, mut joint: Joint, first: bool) -> (usize, Joint) {
        for _ in 0..2 {
            let Some(stop) = headings::heading(self.text, begin, end, joint, &mut self.ask) else {
                break;
            };
            let kind = if first && self.out.is_empty() { Kind::Title } else { Kind::Heading };
            self.push(begin, stop, kind, joint);
            self.paragraph += 1;
            let next = skip_blanks(self.text, stop, end);
            joint = if next == stop { Joint::Glued } else { Joint::Blank };
            begin = next;
        }
        (begin, joint)
    }
}

#[cfg(test)]
mod tests;
