//! The pages as they are now, and what is wrong with what was saved last.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::commands::pages::Readers;
use crate::publish::Page;

/// What is served. Shared between the thread that builds and those that answer.
#[derive(Debug, Default)]
pub(super) struct Site {
    now: Mutex<Now>,
    changed: Condvar,
}

/// What is served now.
#[derive(Debug, Default)]
pub(super) struct Now {
    /// The pages of the last good build, by path; of the build that goes on, those that somebody reads.
    pages: BTreeMap<String, Version>,
    /// What those were before: a build that goes wrong changes nothing.
    replaced: Vec<(String, Option<Vec<u8>>)>,
    /// Why the last build was not good, as `build` prints it.
    pub(super) problem: Option<String>,
    /// Goes up with every change that can be seen.
    count: u64,
    /// The last change that every page shows.
    every: u64,
    /// The last change of what pages there are.
    list: u64,
    /// How many wait for a change of a page.
    readers: BTreeMap<String, usize>,
}

/// A page since a change.
#[derive(Debug)]
struct Version {
    since: u64,
    bytes: Vec<u8>,
}

impl Now {
    /// A page, if there is one.
    pub(super) fn page(&self, path: &str) -> Option<&[u8]> {
        self.pages.get(path).map(|page| page.bytes.as_slice())
    }

    /// The paths of all pages.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.pages.keys().map(String::as_str)
    }

    /// The change since which a page, or that there is none, is as it is.
    pub(super) fn version(&self, path: &str) -> u64 {
        self.pages.get(path).map_or(self.list, |page| page.since).max(self.every)
    }

    /// Puts a page in the place of the one that is there, or takes that away; returns what it was.
    fn put(&mut self, path: String, bytes: Option<Vec<u8>>) -> Option<Vec<u8>> {
        let Some(bytes) = bytes else {
            self.list = self.count;
            return self.pages.remove(&path).map(|page| page.bytes);
        };
        let old = self.pages.remove(&path);
        if old.is_none() {
            self.list = self.count;
        }
        let since = old.as_ref().filter(|old| old.bytes == bytes).map_or(self.count, |old| old.since);
        self.pages.insert(path, Version { since, bytes });
        old.map(|page| page.bytes)
    }

    fn tell(&mut self, problem: Option<String>) {
        if self.problem != problem {
            self.every = self.count;
            self.problem = problem;
        }
    }
}

impl Site {
    /// A build went well.
    pub(super) fn good(&self, pages: Vec<Page>) {
        self.change(|now| {
            now.replaced.clear();
            let made: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
            let gone: Vec<String> = now.paths().filter(|path| !made.contains(path)).map(str::to_owned).collect();
            for path in gone {
                now.put(path, None);
            }
            for page in pages {
                now.put(page.path, Some(page.bytes));
            }
            now.tell(None);
        });
    }

    /// A build did not go well.
    pub(super) fn bad(&self, problem: String) {
        self.change(|now| {
            for (path, bytes) in std::mem::take(&mut now.replaced) {
                now.put(path, bytes);
            }
            now.tell(Some(problem));
        });
    }

    fn change(&self, change: impl FnOnce(&mut Now)) {
        let mut now = self.now();
        now.count += 1;
        change(&mut now);
        self.changed.notify_all();
    }

    /// What is served now.
    pub(super) fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the version of a page is another one than `seen`; says whether it is, which it may not be after `limit`.
    pub(super) fn wait(&self, path: &str, seen: u64, limit: Duration) -> bool {
        let end = Instant::now() + limit;
        let mut now = self.now();
        *now.readers.entry(path.to_owned()).or_default() += 1;
        while now.version(path) == seen {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            now = self.changed.wait_timeout(now, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        if let Some(number) = now.readers.get_mut(path) {
            *number -= 1;
        }
        now.readers.retain(|_, number| *number > 0);
        now.version(path) != seen
    }
}

impl Readers for Site {
    /// While a problem stands over the pages, nobody sees one: whether it is mended is known only when all is made.
    fn read(&self, path: &str) -> bool {
        let now = self.now();
        now.problem.is_none() && now.readers.contains_key(path)
    }

    fn show(&self, path: &str, text: &str) {
        self.change(|now| {
            let old = now.put(path.to_owned(), Some(text.as_bytes().to_vec()));
            now.replaced.push((path.to_owned(), old));
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(path: &str, text: &str) -> Page {
        Page { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    fn seen(site: &Site) -> [u64; 3] {
        ["a.html", "b.html", "none.html"].map(|path| site.now().version(path))
    }

    #[test]
    fn a_page_has_another_version_where_it_changed() {
        let site = Site::default();
        site.good(vec![page("a.html", "a"), page("b.html", "b")]);
        assert_eq!(seen(&site), [1, 1, 1]);
        site.good(vec![page("a.html", "a"), page("b.html", "B")]);
        assert_eq!(seen(&site), [1, 2, 1]);
        site.bad("no".to_owned());
        assert_eq!(seen(&site), [3, 3, 3]);
        site.bad("no".to_owned());
        assert_eq!(seen(&site), [3, 3, 3]);
        site.good(vec![page("a.html", "a")]);
        assert_eq!(seen(&site), [5, 5, 5]);
    }

    #[test]
    fn what_was_shown_ahead_goes_where_the_build_goes_wrong() {
        let site = Site::default();
        site.good(vec![page("a.html", "a"), page("b.html", "b")]);
        site.show("a.html", "A");
        site.show("new.html", "new");
        assert_eq!(site.now().page("a.html"), Some(b"A".as_slice()));
        site.bad("no".to_owned());
        assert_eq!(site.now().page("a.html"), Some(b"a".as_slice()));
        assert_eq!(site.now().page("new.html"), None);
        site.show("a.html", "A");
        site.good(vec![page("a.html", "A"), page("b.html", "b")]);
        // The one that was shown ahead is not shown again.
        site.good(vec![page("a.html", "A"), page("b.html", "b")]);
        assert_eq!(seen(&site)[..2], [6, 6]);
    }
}
