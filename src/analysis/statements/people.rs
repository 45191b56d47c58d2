//! Persons whom no entry knows and whom the article itself introduces, in full and with their office; later it calls them by the surname.

use super::speaker::Phrase;
use super::view::View;
use super::{Resolved, Span, Speaker, Who};
use crate::arabic::fold::fold;

/// A person whom the article introduced.
#[derive(Debug)]
struct Person {
    /// The parts of the name.
    name: Vec<Vec<u8>>,
    /// True for a body, and no person.
    body: bool,
    speaker: Speaker,
}

/// The persons whom the article introduced so far.
#[derive(Debug, Default)]
pub(super) struct People {
    list: Vec<Person>,
}

impl People {
    /// Number of the person of these words, who is introduced by them if not before. What is told of the office first is kept.
    pub(super) fn person(&mut self, v: &View, p: &Phrase, speaker: Speaker) -> usize {
        let words: Vec<&str> = (p.first..end(v, p)).filter(|&t| v.mark(t).is_none()).map(|t| v.raw(t)).collect();
        let name = parts(&words);
        if let Some(n) = self.find(&name) {
            let known = &mut self.list[n].speaker;
            if empty(known.role) {
                known.role = speaker.role;
            }
            known.of = known.of.or(speaker.of);
            return n;
        }
        self.list.push(Person { name, body: p.body, speaker });
        self.list.len() - 1
    }

    /// The person of this number as a speaker: the full name and the office, wherever the article gave them.
    pub(super) fn speaker(&self, n: usize, by: Resolved) -> Option<Speaker> {
        self.list.get(n).map(|person| Speaker { by, ..person.speaker })
    }

    /// True for the surname of a person whom the article introduced by more than that, or who spoke by it alone (`وقال المزروعي أمس إن`).
    pub(super) fn knows(&self, word: &str) -> bool {
        let alone = |p: &Person| !p.body && word.starts_with("ال") && word.ends_with('ي');
        self.find(&parts(&[word])).is_some_and(|n| self.list[n].name.len() > 1 || alone(&self.list[n]))
    }

    /// True for the end of the name of a person whom the article introduced by more than that.
    pub(super) fn surname(&self, word: &str) -> bool {
        let (alone, word) = (word.starts_with("ال") && word.ends_with('ي'), parts(&[word]));
        self.list.iter().any(|p| (p.name.len() > 1 || alone && !p.body) && p.name.ends_with(&word))
    }

    /// True for the end of a longer name that the article gave.
    pub(super) fn ends(&self, words: &[&str]) -> bool {
        let words = parts(words);
        self.list.iter().any(|p| !p.body && p.name.len() > words.len() && p.name.ends_with(&words))
    }

    /// Number of the person whom no entry knows, introduced by more than this surname.
    pub(super) fn namesake(&self, word: &str) -> Option<usize> {
        let word = parts(&[word.trim_start_matches('و')]);
        let fits = |p: &Person| !p.body && p.name.len() > 1 && p.name.ends_with(&word);
        self.list.iter().rposition(fits).filter(|&n| self.list[n].speaker.who == Who::Words)
    }

    /// True if all words of `form` are in the name of the person of this number.
    pub(super) fn named(&self, n: usize, form: &str) -> bool {
        parts(&form.split_whitespace().collect::<Vec<_>>()).iter().all(|w| self.list[n].name.contains(w))
    }

    /// True for a body among the speakers.
    pub(super) fn body(&self, speaker: &Speaker) -> bool {
        self.list.iter().any(|p| p.body && p.speaker.span == speaker.span)
    }

    /// The last who is called so: the same name, the first and the last part of it, or the end of it.
    fn find(&self, name: &[Vec<u8>]) -> Option<usize> {
        // By the first name alone, where no surname fits: `رضوان`, `غيتاتشو`.
        let first = || {
            let called = |p: &Person| !p.body && p.name.len() > 1 && name.len() == 1 && p.name.first() == name.first();
            self.list.iter().rposition(called)
        };
        let ends = |full: &[Vec<u8>]| full.first() == name.first() && full.last() == name.last() || full.ends_with(name);
        self.list
            .iter()
            .rposition(|person| {
                !name.is_empty() && (person.name == name || (person.name.len() > name.len() && ends(&person.name)))
            })
            .or_else(first)
    }
}

/// The token behind the name: the office may stand behind it (`فلان الفلاني، عضو الوفد،`).
pub(crate) fn end(v: &View, p: &Phrase) -> usize {
    let end = if p.head > p.first && p.head < p.next { p.head } else { p.next };
    // `صالح همه، عضو الفريق،`: what stands behind a comma is no part of the name.
    let comma = (p.first + 1..end).find(|&t| !p.body && p.who == Who::Words && matches!(v.mark(t), Some('،' | ',')));
    let end = comma.unwrap_or(end);
    if end > p.first + 1 && v.mark(end - 1).is_some() { end - 1 } else { end }
}

/// Whether the words of a heading name the speaker of a statement below it.
pub(super) fn called(heading: &str, text: &str, speaker: &Speaker) -> bool {
    let words = |text: &str| parts(&text.split_whitespace().collect::<Vec<_>>());
    let full = &text[speaker.span.0 as usize..speaker.span.1 as usize];
    speaker.who == Who::Words && words(full).ends_with(&words(heading))
}

/// The parts of a name: folded, without articles.
fn parts(words: &[&str]) -> Vec<Vec<u8>> {
    words.iter().map(|w| fold(w.strip_prefix("ال").filter(|rest| rest.chars().count() > 2).unwrap_or(w))).collect()
}

fn empty(span: Span) -> bool {
    span.0 == span.1
}
