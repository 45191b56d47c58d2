//! Scratch: room in which pages are made. A page grows in the room that an earlier one has left, and is copied once, to its own size: while many are made, the system need not be
//! asked for more.

use std::sync::{Mutex, PoisonError};

static LEFT: Mutex<Vec<Vec<u8>>> = Mutex::new(Vec::new());

/// Room for a page, empty.
pub(super) fn take() -> Vec<u8> {
    LEFT.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
}

/// Gives room back: there is never more of it than pages were made at the same time.
pub(super) fn give(mut room: Vec<u8>) {
    room.clear();
    LEFT.lock().unwrap_or_else(PoisonError::into_inner).push(room);
}
