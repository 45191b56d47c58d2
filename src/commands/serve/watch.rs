//! Waiting until something is saved.
//!
//! The whole folder is watched, so that files that appear later and editors that save by renaming are seen. What a build writes, what is hidden, and the files that
//! editors keep beside the one they edit, are nobody's change.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::commands::Stop;
use crate::workspace::Workspace;

/// After a file was written to its end, or another put in its place, so long is waited for what is saved with it.
const SAVED: Duration = Duration::from_millis(2);
/// After any other change, so long: an editor may be about to write what it has emptied or put aside. Not every system says when a file is at its end.
const CHANGED: Duration = Duration::from_millis(10);

/// Changes in a folder.
pub(super) struct Changes {
    events: Receiver<notify::Result<Event>>,
    dir: PathBuf,
    /// As the system calls it, which is how events name their files.
    root: PathBuf,
    /// While it lives, events come.
    _watcher: RecommendedWatcher,
}

impl Changes {
    /// Begins to watch a folder.
    pub(super) fn of(dir: &Path) -> Result<Self, Stop> {
        let failed = |error: String| Stop::Usage(format!("cannot watch {}: {error}", dir.display()));
        let (sender, events) = mpsc::channel();
        let root = dir.canonicalize().map_err(|error| failed(error.to_string()))?;
        let mut watcher =
            notify::recommended_watcher(move |event| drop(sender.send(event))).map_err(|error| failed(error.to_string()))?;
        watcher.watch(&root, RecursiveMode::Recursive).map_err(|error| failed(error.to_string()))?;
        Ok(Self { events, dir: dir.to_owned(), root, _watcher: watcher })
    }

    /// Waits for a change, and then until there are no more.
    pub(super) fn wait(&self) -> Result<(), Stop> {
        let gone = || Stop::Usage("the folder cannot be watched any more".to_owned());
        // Where pages go may have changed with the config.
        let output = Workspace::output_of(&self.dir);
        let output = output.canonicalize().unwrap_or(output);
        let mut end = loop {
            if let Some(quiet) = self.quiet(&self.events.recv().map_err(|_| gone())?, &output) {
                break Instant::now() + quiet;
            }
        };
        loop {
            match self.events.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(event) => end = self.quiet(&event, &output).map_or(end, |quiet| Instant::now() + quiet),
                Err(RecvTimeoutError::Timeout) => return Ok(()),
                Err(RecvTimeoutError::Disconnected) => return Err(gone()),
            }
        }
    }

    /// How long is waited for more after an event; nothing if it changes nothing that is read.
    fn quiet(&self, event: &notify::Result<Event>, output: &Path) -> Option<Duration> {
        let Ok(event) = event else { return Some(CHANGED) };
        let quiet = match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write))
            | EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both)) => SAVED,
            EventKind::Access(_) => return None,
            _ => CHANGED,
        };
        // No paths: events were lost.
        let read = event.paths.is_empty() || event.paths.iter().any(|path| !path.starts_with(output) && self.is_read(path));
        read.then_some(quiet)
    }

    fn is_read(&self, path: &Path) -> bool {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        below.components().all(|part| {
            let name = part.as_os_str().to_string_lossy();
            !(name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") || name.ends_with(".swx"))
        })
    }
}
