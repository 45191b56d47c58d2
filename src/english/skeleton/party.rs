//! A party or an organisation: its number, its article, and whose it is.

use super::letters::{article, feminine};
use super::many;
use crate::english::lexicon::Lexicon;
use crate::english::node::Node;
use crate::english::reading::plain;
use crate::glossary::entry::Entry;

/// The node of a party that is written `own`.
pub(super) fn party(entry: &Entry, own: &str, english: &Lexicon, mut n: Node) -> Node {
    // المعارضة alone is not said to be Syrian.
    const NATIONS: &[&str] = &["Syrian ", "Lebanese ", "Yemeni ", "Libyan ", "Sudanese ", "Iraqi ", "Turkish ", "Egyptian "];
    const STEMS: &[&str] = &["سور", "لبنان", "يمن", "ليبي", "سودان", "عراق", "ترك", "مصر"];
    let said = !n.en.contains("overnment") && !n.en.starts_with("Syrian ") && own.contains(' ')
        || NATIONS.iter().zip(STEMS).any(|(p, stem)| n.en.starts_with(p) && own.contains(stem))
        || own.contains("هادي");
    if let Some(rest) = NATIONS.iter().find_map(|p| n.en.strip_prefix(p)).filter(|_| !said) {
        n.en = rest.to_owned();
    }
    // وفدا الحكومة والمجموعات المسلحة: the English says whose they are.
    if entry.id == "both_syrian_delegations" && own.contains("حكوم") {
        n.en = if own.contains("مجموعات") {
            "delegations of the government and the armed groups"
        } else if own.contains("فصائل") {
            "delegations of the government and the opposition factions"
        } else {
            "delegations of the government and the opposition"
        }
        .to_owned();
    }
    // A Jordanian delegation: a party that is no name may be indefinite.
    let common = entry.en.preferred.split(' ').next_back().is_some_and(|w| w.starts_with(char::is_lowercase))
        && !entry.en.preferred.starts_with("both")
        && !entry.en.preferred.starts_with("all");
    let words: Vec<&str> = own.split(' ').collect();
    let nisba = words.last().is_some_and(|w| plain(w).trim_end_matches(['ا', 'ه']).ends_with('ي'));
    let definite = !common
        || n.definite
        || words.iter().any(|w| article(w, english))
        || own.ends_with("هادي")
        || (words.len() > 1 && !nisba && !own.ends_with(['ا', 'ً']));
    Node { agent: true, bare: !common, definite, feminine: feminine(own), plural: many(&n.en), mass: many(&n.en), ..n }
}
