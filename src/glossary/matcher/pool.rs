//! Matchers for several threads.

use std::sync::{Mutex, PoisonError};

use super::Matcher;
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
