//! stub
#![allow(missing_docs)]
use crate::brief::context::Bilingual;
#[derive(Debug, Clone, Default)]
pub struct Config { pub title: Bilingual, pub summary: Summary }
#[derive(Debug, Clone, Default)]
pub struct Summary { pub budget_words: u32, pub weights: Weights }
#[derive(Debug, Clone, Default)]
pub struct Weights { pub entity_density: u16, pub position: u16 }
