//! What a word's last letter tells in a text that tells ى from ي.

use super::memory::Readings;
use super::node::{Node, Pos};
use crate::arabic::inflect::{Person, Tense};

/// أبدى is no أبدي where the text tells ى from ي: the readings that are written so, if that is fewer.
pub(super) fn as_written(text: &str, readings: &Readings, careful: bool) -> Option<Vec<Node>> {
    let end = |n: &Node| text[..(readings.start + n.raw.1) as usize].chars().next_back();
    // أعلى, مستوى: listed with their ى; of a masdar the verb is listed
    let listed = |n: &Node| {
        let own = |l: super::lexicon::Lemma| l.pos != "verb" && !l.ar.ends_with('ي');
        n.pos != Pos::Masdar && !n.dual && n.lemma.is_some_and(own)
    };
    let noun = readings.iter().any(|n| n.pos != Pos::Verb);
    let other = |n: &Node| {
        let known = n.mention && n.pos != Pos::Masdar;
        let word = !known && n.pron.is_none() && !matches!(n.pos, Pos::Verb | Pos::Passive) && !listed(n);
        // وفي الفاشر: in; he who fulfils is written with ى
        let fulfils = n.pos == Pos::Verb && !n.passive && n.tense == Tense::Perfect && n.person == Person::He && n.pron.is_none();
        let verb = fulfils && n.lemma.is_some_and(|l| l.ar.ends_with('ى'));
        word && end(n) == Some('ى') && n.ar.ends_with('ي') || careful && verb && noun && end(n) == Some('ي')
    };
    let kept: Vec<Node> = readings.iter().filter(|n| !other(n)).cloned().collect();
    (!kept.is_empty() && kept.len() < readings.len()).then_some(kept)
}
