//! What is used again: matchers by several threads, and the room of sentences by a matcher.

use std::sync::{Mutex, PoisonError};

use super::{Found, Matcher};
use crate::arabic::token::Token;
use crate::glossary::lexicon::Lexicon;

/// Matchers for several threads: what one has learned of words is kept for the next article.
#[derive(Debug)]
pub struct Pool<'l> {
    lexicon: &'l Lexicon,
    idle: Mutex<Vec<Matcher<'l>>>,
}

impl<'l> Pool<'l> {
    /// An empty pool.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, idle: Mutex::default() }
    }

    /// Runs `work` with a matcher that no other thread uses.
    pub fn with<T>(&self, work: impl FnOnce(&mut Matcher<'l>) -> T) -> T {
        let lock = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let mut matcher = lock().pop().unwrap_or_else(|| Matcher::new(self.lexicon));
        let result = work(&mut matcher);
        lock().push(matcher);
        result
    }
}

/// Sentences whose room is kept, and tokens of the longest of them.
const KEEP: (usize, usize) = (1 << 10, 1 << 10);

impl Matcher<'_> {
    /// Room for the tokens of a sentence and for what is found in it: that of one that was given back, which is still in the cache, or new.
    pub(crate) fn room(&mut self) -> (Vec<Token>, Found) {
        self.room.pop().unwrap_or_default()
    }

    /// Takes back the room of a sentence that nobody needs any more.
    pub(crate) fn give_back(&mut self, mut tokens: Vec<Token>, mut found: Found) {
        if self.room.len() < KEEP.0 && tokens.capacity() <= KEEP.1 {
            tokens.clear();
            found.clear();
            self.room.push((tokens, found));
        }
    }
}
