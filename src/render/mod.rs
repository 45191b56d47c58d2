//! Render: a [`Brief`] or an [`Index`] becomes pages. Reads no file and no clock; a page is the same bytes for the same brief.
//!
//! * [`engine`]: the templates, built in and the user's, one set for each format
//! * [`escape`]: what a format must not read as its own: the default for every `{{ … }}`
//! * [`direction`]: Arabic runs, bidi controls
//! * [`filters`]: what templates can call
//! * [`date`]: days and ranges of days in words
//! * [`markdown`]: the editor's notes as HTML
//! * [`evidence`]: the articles as the evidence section shows them, with the way back
//! * [`limits`]: how much a template may do
//! * [`lint`]: faults of finished pages
//! * [`problem`]: what went wrong in a template, and where
//!
//! [`Brief`]: crate::brief::context::Brief
//! [`Index`]: crate::brief::index::Index

pub mod date;
pub mod direction;
pub mod engine;
pub mod escape;
pub mod evidence;
pub mod filters;
pub mod json;
pub mod limits;
pub mod lint;
pub mod markdown;
pub mod problem;
mod scratch;
mod set;

pub use date::Months;
pub use engine::{Engine, Options, UserTemplate, View, VoiceView};
pub use json::json;
pub use problem::Problem;

pub use crate::workspace::Format;

impl Format {
    /// The name, which is the end of the file's name too: `md`, `html`, `json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Md => "md",
            Format::Html => "html",
            Format::Json => "json",
        }
    }
}
