//! A bar that shows how far a run has come: on a terminal only, and only where the work takes longer than a second.

use std::sync::Once;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work that is done sooner shows nothing.
const SOON: Duration = Duration::from_secs(1);

/// How far a run has come. Goes away when it is dropped.
pub(super) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    shown: Once,
}

impl Progress {
    /// For so many pieces of work, called `what`.
    pub(super) fn new(pieces: usize, what: &'static str) -> Self {
        let bar = ProgressBar::with_draw_target(Some(pieces as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.set_message(what);
        Self { bar, begun: Instant::now(), shown: Once::new() }
    }

    /// A piece is done.
    pub(super) fn step(&self) {
        self.bar.inc(1);
        if self.begun.elapsed() > SOON {
            // Draws on a terminal and nowhere else.
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
