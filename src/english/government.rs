//! Government: which English preposition follows a noun or adjective for an Arabic one. The table is data and is compiled in.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/government.tsv"));

/// What the negative of an adjective is listed under.
const NEGATIVE: &str = "غير";

type Table = FxHashMap<(&'static str, &'static str), &'static str>;

fn table() -> &'static Table {
    static MAP: OnceLock<Table> = OnceLock::new();
    MAP.get_or_init(|| {
        TABLE
            .lines()
            .filter_map(|l| {
                let mut f = l.split('\t');
                Some(((f.next()?, f.next()?), f.next()?))
            })
            .collect()
    })
}

fn find(kind: char, en: &str, ar: &str) -> Option<&'static str> {
    table().get(&(format!("{kind} {en}").as_str(), ar)).copied()
}

/// The word that governs: the last one before "of".
fn head(en: &str) -> &str {
    let front = en.split(" of ").next().unwrap_or(en);
    front.rsplit(' ').next().unwrap_or(front)
}

/// The preposition before what is no infinitive: what stands behind `|`, without its mark.
pub(super) fn plain(value: &str) -> &str {
    value.rsplit('|').next().unwrap_or(value).trim_end_matches('*')
}

/// The English preposition of a noun, for an Arabic one.
pub(super) fn noun(en: &str, ar: &str) -> Option<&'static str> {
    // Co-Chair: an office may be written with capitals.
    let small = en.to_lowercase();
    let en = small.as_str();
    find('n', en, ar).or_else(|| find('n', head(en), ar)).or_else(|| find('n', head(en).strip_suffix('s')?, ar)).or_else(|| {
        let stem = head(en).strip_suffix("ies")?;
        find('n', &format!("{stem}y"), ar)
    })
}

/// True for a noun that governs anything.
pub(super) fn known(en: &str) -> bool {
    noun(en, "*").is_some()
}

/// The English preposition of an adjective or participle, for an Arabic one.
pub(super) fn adjective(en: &str, ar: &str) -> Option<&'static str> {
    find('a', en, ar)
}

/// The negative that an adjective has of its own (illegal), for غير.
pub(super) fn negative(en: &str) -> Option<&'static str> {
    adjective(en, NEGATIVE)
}

/// All such negatives: each says "not".
pub(super) fn negatives() -> &'static [&'static str] {
    static LIST: OnceLock<Vec<&'static str>> = OnceLock::new();
    LIST.get_or_init(|| {
        let mut list: Vec<&str> = table().iter().filter(|(key, _)| key.1 == NEGATIVE).map(|(_, en)| *en).collect();
        list.sort_unstable();
        list.dedup();
        list
    })
}
