//! Turns the built-in glossary from YAML into a text that needs no parser, and the general lexicon into a table of all its forms: a cold start stays short.

#[allow(dead_code, unreachable_pub, unused_imports, reason = "shared with the library, which uses all of it")]
#[path = "src/arabic"]
mod arabic {
    pub mod fold;
    pub mod inflect;
    pub mod token;
}
#[allow(dead_code, unreachable_pub, reason = "shared with the library")]
#[path = "src/english/expand.rs"]
mod expand;
#[allow(dead_code, unreachable_pub, reason = "shared with the library, which uses all of it")]
#[path = "src/glossary/packed.rs"]
mod packed;
#[path = "src/glossary/sieve.rs"]
mod sieve;
#[allow(dead_code, unreachable_pub, reason = "shared with the library, which uses all of it")]
#[path = "src/glossary/spelling.rs"]
mod spelling;
#[allow(dead_code, unreachable_pub, reason = "shared with the library, which uses all of it")]
#[path = "src/glossary/trie.rs"]
mod trie;
#[path = "src/glossary/words.rs"]
mod words;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=glossary");
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new("glossary")
        .max_depth(1)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|p| p.extension().is_some_and(|e| e == "yaml"))
        .collect();
    files.sort();
    let (mut entries, mut tracks) = (Vec::new(), serde_json::Value::Array(Vec::new()));
    for file in files {
        match read(&file)? {
            v if file.ends_with("tracks.yaml") => tracks = v,
            serde_json::Value::Array(list) => entries.extend(list),
            _ => return Err(format!("{}: not a list of entries", file.display()).into()),
        }
    }
    for file in walkdir::WalkDir::new("glossary/history").min_depth(1).sort_by_file_name() {
        let file = file?.into_path();
        remember(&mut tracks, read(&file)?).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("glossary.txt"), packed(&entries)?)?;
    let (spelled, trie) = spelled(&entries);
    fs::write(Path::new(&out).join("spelled.bin"), spelled)?;
    fs::write(Path::new(&out).join("trie.bin"), trie.write())?;
    fs::write(Path::new(&out).join("tracks.json"), serde_json::to_vec(&tracks)?)?;
    lexicon(Path::new(&out))
}

fn read(file: &Path) -> Result<serde_json::Value, Box<dyn Error>> {
    Ok(serde_yaml::from_str(&fs::read_to_string(file)?).map_err(|e| format!("{}: {e}", file.display()))?)
}

/// Gives the tracks their history: more eras, track by track.
fn remember(tracks: &mut serde_json::Value, history: serde_json::Value) -> Result<(), String> {
    let serde_json::Value::Array(history) = history else { return Ok(()) };
    for mut more in history {
        let track = tracks.as_array_mut().and_then(|list| list.iter_mut().find(|track| track["id"] == more["id"]));
        let track = track.ok_or_else(|| format!("there is no track {}", more["id"]))?;
        for key in ["eras", "others_said", "signs_said", "without"] {
            let added = more[key].as_array_mut().map(std::mem::take).unwrap_or_default();
            match track[key].as_array_mut() {
                Some(list) => list.extend(added),
                None => track[key] = added.into(),
            }
        }
    }
    Ok(())
}

/// The entries, packed. A map inside an entry gives its keys to it; a role is four texts.
fn packed(entries: &[serde_json::Value]) -> Result<String, String> {
    use serde_json::Value;
    fn text(value: &Value) -> String {
        value.as_str().map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, str::to_owned)
    }
    fn texts(value: &Value) -> Vec<String> {
        value.as_array().map_or_else(|| vec![text(value)], |list| list.iter().map(text).collect())
    }
    let mut out = String::new();
    for entry in entries {
        let mut fields = Vec::new();
        for (key, value) in entry.as_object().ok_or("an entry is no map")?.iter().filter(|(_, value)| !value.is_null()) {
            match (key.as_str(), value) {
                ("en", Value::String(_)) => fields.push(("en.preferred".to_owned(), texts(value))),
                ("roles", Value::Array(list)) => {
                    let role = |role: &Value| ["from", "to", "ar", "en"].map(|key| text(&role[key]));
                    fields.push((key.clone(), list.iter().flat_map(role).collect()));
                }
                (_, Value::Object(map)) => {
                    let inside = map.iter().filter(|(_, value)| !value.is_null());
                    fields.extend(inside.map(|(inner, value)| (format!("{key}.{inner}"), texts(value))));
                }
                _ => fields.push((key.clone(), texts(value))),
            }
        }
        pack(&fields, &mut out).map_err(|error| format!("{entry}: {error}"))?;
    }
    Ok(out)
}

/// Packs the fields of an entry; see `src/glossary/packed.rs`.
fn pack(fields: &[(String, Vec<String>)], out: &mut String) -> Result<(), String> {
    for (key, texts) in fields {
        let number = packed::KEYS.iter().position(|(name, _)| name == key).ok_or_else(|| format!("there is no key `{key}`"))?;
        out.push(char::from(packed::FIRST + number as u8));
        for text in texts {
            if text.contains([packed::ENTRY, packed::FIELD, packed::TEXT]) {
                return Err(format!("`{key}` has a control character"));
            }
            out.push_str(text);
            out.push(packed::TEXT);
        }
        out.push(packed::FIELD);
    }
    out.push(packed::ENTRY);
    Ok(())
}

/// The forms of each entry, inflected, cut into words and folded, with their length before them; and their trie.
fn spelled(entries: &[serde_json::Value]) -> (Vec<u8>, trie::Trie) {
    let (mut out, mut trie) = (Vec::new(), trie::Trie::default());
    for (number, entry) in entries.iter().enumerate() {
        let list = |value: &serde_json::Value| -> Vec<String> {
            match value {
                serde_json::Value::Array(list) => list.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect(),
                value => value.as_str().map(str::to_owned).into_iter().collect(),
            }
        };
        let texts = |key: &str| list(&entry[key]);
        let inflects = match entry["kind"].as_str() {
            Some("verb") => spelling::Inflects::Verb,
            Some("demonym") => spelling::Inflects::Demonym,
            _ => spelling::Inflects::Not,
        };
        let forms = spelling::spell(inflects, &texts("ar"), &texts("short"), &texts("masdar"), entry["participle"].as_str());
        let turns = if entry["role"] == "turn" { texts("ar") } else { Vec::new() };
        let when = ["after", "before", "not_after", "not_before", "near"].map(|key| list(&entry["when"][key]));
        let guarded = entry["when"].is_object();
        trie.add(number as u32, &forms, &turns, guarded.then(|| when.each_ref().map(Vec::as_slice)));
        out.extend((forms.len() as u32).to_le_bytes());
        out.extend(forms);
    }
    (out, trie)
}

/// Expands the general lexicon: `lemmas.tsv`, one lemma a line, and `forms.bin`, a sorted table of folded forms (see `src/english/lexicon.rs`).
fn lexicon(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut all = expand::Expanded::default();
    // The order is the order of preference among the readings of one form.
    for name in ["function_words", "adverbs", "adjectives", "nouns", "verbs"] {
        let file = Path::new("glossary/lexicon").join(name).with_extension("yaml");
        let text = fs::read_to_string(&file)?;
        let entries: Vec<expand::Raw> = serde_yaml::from_str(&text).map_err(|e| format!("{}: {e}", file.display()))?;
        entries.iter().for_each(|raw| all.add(raw));
    }
    all.forms.sort();
    all.forms.dedup();
    let (mut keys, mut ends, mut firsts, mut records) = (Vec::new(), Vec::<u32>::new(), Vec::<u32>::new(), Vec::new());
    let mut last: Option<&[u8]> = None;
    for (key, lemma, features) in &all.forms {
        if last != Some(key) {
            firsts.push((records.len() / 4) as u32);
            keys.extend_from_slice(key);
            ends.push(keys.len() as u32);
            last = Some(key);
        }
        records.extend_from_slice(&lemma.to_le_bytes());
        records.extend_from_slice(&features.to_le_bytes());
    }
    firsts.push((records.len() / 4) as u32);
    let mut table = (ends.len() as u32).to_le_bytes().to_vec();
    for n in ends.iter().chain(&firsts) {
        table.extend_from_slice(&n.to_le_bytes());
    }
    table.extend_from_slice(&records);
    table.extend_from_slice(&keys);
    fs::write(out.join("forms.bin"), table)?;
    fs::write(out.join("lemmas.tsv"), all.lemmas.join("\n"))?;
    government(out)?;
    idioms(out)?;
    phrases(out)
}

/// Government: a line for each English word and Arabic preposition; `*` says that a noun is in the table.
fn government(out: &Path) -> Result<(), Box<dyn Error>> {
    let file = "glossary/lexicon/government.yaml";
    let table: Vec<std::collections::BTreeMap<String, serde_yaml::Value>> =
        serde_yaml::from_str(&fs::read_to_string(file)?).map_err(|e| format!("{file}: {e}"))?;
    let mut lines = Vec::new();
    for entry in table {
        for kind in ["n", "a"] {
            let words = entry.get(kind).and_then(|v| v.as_sequence()).into_iter().flatten().filter_map(|w| w.as_str());
            for word in words {
                lines.push(format!("{kind} {word}\t*\t"));
                for (ar, en) in entry.iter().filter(|(k, _)| !["n", "a"].contains(&k.as_str())) {
                    lines.push(format!("{kind} {word}\t{ar}\t{}", en.as_str().ok_or_else(|| format!("{file}: {word}: {ar}"))?));
                }
            }
        }
    }
    fs::write(out.join("government.tsv"), lines.join("\n"))?;
    Ok(())
}

/// Idioms: verb, noun, English, prepositions, what stands in the noun's place, flags; a line for each noun.
fn idioms(out: &Path) -> Result<(), Box<dyn Error>> {
    let file = "glossary/lexicon/idioms.yaml";
    let entries: Vec<expand::Idiom> = serde_yaml::from_str(&fs::read_to_string(file)?).map_err(|e| format!("{file}: {e}"))?;
    let mut lines = Vec::new();
    for e in &entries {
        let preps: Vec<String> = e.prep.iter().map(|(ar, en)| format!("{ar}={en}")).collect();
        let flags: String =
            [(e.pron, 'o'), (e.keep, 'k'), (e.alone, 'i'), (e.active, 'a')].iter().filter(|f| f.0).map(|f| f.1).collect();
        for noun in &e.n {
            lines.push([e.v.as_str(), noun, &e.en.all().join("|"), &preps.join(";"), &e.place, &flags].join("\t"));
        }
    }
    fs::write(out.join("idioms.tsv"), lines.join("\n"))?;
    Ok(())
}

/// Phrases: words, kind, English, flags; a line for each way to write it.
fn phrases(out: &Path) -> Result<(), Box<dyn Error>> {
    let file = "glossary/lexicon/phrases.yaml";
    let entries: Vec<expand::Phrase> = serde_yaml::from_str(&fs::read_to_string(file)?).map_err(|e| format!("{file}: {e}"))?;
    let mut lines = Vec::new();
    for e in &entries {
        let flags: String = [(e.plural, 'p'), (e.mass, 'm'), (e.human, 'h'), (e.agent, 'a'), (e.feminine, 'f')]
            .iter()
            .filter(|f| f.0)
            .map(|f| f.1)
            .collect();
        for words in &e.p {
            lines.push([words.as_str(), e.pos.as_deref().unwrap_or("noun"), &e.en, &flags].join("\t"));
        }
    }
    fs::write(out.join("phrases.tsv"), lines.join("\n"))?;
    Ok(())
}
