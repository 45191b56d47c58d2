//! The product as its users see it: the binary, run on folders.
//!
//! * [`common`]: a folder of its own for each test, and the binary run in it
//! * [`build`], [`commands`]: what a run writes, prints and exits with
//! * [`bad_input`]: what cannot be used: the whole text that is printed, and nothing written
//! * [`places`]: files at the wrong place or by the wrong name
//! * [`diff`]: what changed between two briefs
//! * [`glossary`]: what editors do with the entries
//! * [`pages`]: sets of templates, pages over all rounds, faults of finished pages
//! * [`contract`]: the JSON, its schema, the context
//! * [`memory`]: a stream needs no more memory the longer it is
//! * [`messages`]: SARIF, JUnit and the other formats that machines read
//! * [`analyses`]: `analyze` and `build` in two steps
//! * [`hostile`]: inputs made to do harm: bounded time and memory, nothing half-written
//! * [`html`]: articles from HTML pages
//! * [`proof`]: `verify`, `build --check`, and limits
//! * [`same_bytes`]: same input, same bytes
//! * [`polarity`]: what is denied in Arabic is denied in English
//! * [`rounds`]: which article belongs to which round, and rounds that nobody listed
//! * [`book`]: every command, file and table of the book and the README
//! * [`serve`]: the pages in a browser, made anew when something is saved
//! * [`translations`]: English that people wrote
//! * [`template`]: what editors do with the templates; `explain` for a line
//! * [`exchange`]: files of translators' tools
//! * [`seeds`]: five real articles, where they are at hand

mod analyses;
mod bad_input;
mod book;
mod brief;
mod build;
mod commands;
mod common;
mod contract;
mod diff;
mod differences;
mod exchange;
mod glossary;
mod hostile;
mod html;
mod ledger;
mod memory;
mod messages;
mod pages;
mod places;
mod polarity;
mod proof;
mod rounds;
mod same_bytes;
mod seeds;
mod serve;
mod template;
mod translations;
