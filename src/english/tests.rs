//! Fixtures of the gloss.
