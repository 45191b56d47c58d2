//! How much a template may do: so long, and so many bytes.
//!
//! Tera bounds a single `range` and the depth of components. Loops inside loops it does not bound, nor what they print; a template that
//! never comes to its end is given up on here.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use tera::{Context, Tera};

use super::scratch;

/// How much the rendering of one page may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long it may take.
    pub time: Duration,
    /// How many bytes the page may have.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(60), bytes: 256 << 20 }
    }
}

/// Why there is no page.
pub(super) enum Stopped {
    /// The template is at fault.
    Error(tera::Error),
    /// It took longer than it may.
    Late,
    /// It has more bytes than it may.
    Large,
}

/// Renders a template in a thread of its own, which is left alone if it takes too long. The room of the page is to be given back.
pub(super) fn render(tera: &Arc<Tera>, template: &str, context: Context, limits: Limits) -> Result<Vec<u8>, Stopped> {
    let (send, receive) = mpsc::sync_channel(1);
    let (tera, template) = (Arc::clone(tera), template.to_owned());
    let work = move || {
        let mut page = Page { bytes: scratch::take(), limit: limits.bytes, full: false };
        let result = tera.render_to(&template, &context, &mut page);
        // Nobody listens any more if it took too long.
        let _ = send.send(match result {
            _ if page.full => Err(Stopped::Large),
            Ok(()) => Ok(page.bytes),
            Err(error) => Err(Stopped::Error(error)),
        });
    };
    // As much room for calls within calls as the first thread of a program has.
    let thread = thread::Builder::new().name("template".to_owned()).stack_size(8 << 20).spawn(work);
    let thread = thread.map_err(|error| Stopped::Error(tera::Error::message(format!("cannot start a thread: {error}"))))?;
    match receive.recv_timeout(limits.time) {
        Ok(page) => page,
        Err(RecvTimeoutError::Timeout) => Err(Stopped::Late),
        Err(RecvTimeoutError::Disconnected) => match thread.join() {
            Err(panic) => std::panic::resume_unwind(panic),
            Ok(()) => Err(Stopped::Error(tera::Error::message("the template was not rendered"))),
        },
    }
}

/// A page that refuses to grow past its limit.
struct Page {
    bytes: Vec<u8>,
    limit: usize,
    full: bool,
}

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.limit - self.bytes.len() {
            self.full = true;
            return Err(io::Error::other("the page is too large"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
