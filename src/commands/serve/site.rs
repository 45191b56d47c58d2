//! The pages as they are now, and what is wrong with what was saved last.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::publish::Page;

/// What is served. Shared between the thread that builds and those that answer.
#[derive(Debug, Default)]
pub(super) struct Site {
    now: Mutex<Now>,
    changed: Condvar,
}

/// What is served now.
#[derive(Clone, Debug, Default)]
pub(super) struct Now {
    /// Goes up with every change that can be seen.
    pub(super) version: u64,
    /// The pages of the last good build, by path.
    pub(super) pages: BTreeMap<String, Vec<u8>>,
    /// Why the last build was not good, as `build` prints it.
    pub(super) problem: Option<String>,
}

impl Site {
    /// A build went well.
    pub(super) fn good(&self, pages: Vec<Page>) {
        let pages = pages.into_iter().map(|page| (page.path, page.bytes)).collect();
        self.change(|now| {
            let differs = now.problem.take().is_some() | (now.pages != pages);
            now.pages = pages;
            differs
        });
    }

    /// A build did not go well.
    pub(super) fn bad(&self, problem: String) {
        self.change(|now| {
            let problem = Some(problem);
            let differs = now.problem != problem;
            now.problem = problem;
            differs
        });
    }

    fn change(&self, change: impl FnOnce(&mut Now) -> bool) {
        let mut now = self.lock();
        if change(&mut now) {
            now.version += 1;
            self.changed.notify_all();
        }
    }

    /// What is served now.
    pub(super) fn now(&self) -> MutexGuard<'_, Now> {
        self.lock()
    }

    /// Waits until the version is another one than `seen`; returns the version, which is `seen` after `limit`.
    pub(super) fn wait(&self, seen: u64, limit: Duration) -> u64 {
        let end = Instant::now() + limit;
        let mut now = self.lock();
        while now.version == seen {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            now = self.changed.wait_timeout(now, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        now.version
    }

    fn lock(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
