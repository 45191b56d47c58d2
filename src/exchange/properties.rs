//! Whatever is written is read back as it was, in every format.

use std::sync::Arc;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{TermFormat, Unit, UnitFormat, read_terms, read_units, write_terms, write_units, yaml};
use crate::diagnostic::{Code, Source};
use crate::glossary::entry::{En, Entry, Kind, Role, Tests, When};
use crate::glossary::load::files;
use crate::translations::Translation;
use crate::yaml::{YamlCodes, load};

/// Text with what the formats must escape.
const TEXT: &str = r#"[ ]?[ابةل«»،a-zA-Z0-9<>&"'\\|,;:#%{}\[\]\-!*?~@=+\n\té😀\u{200f}\u{2028}\r]{1,24}"#;
/// The same on one line, with no blank at its ends.
const FORM: &str = r#"[ابةلa-z<&"\\|،:#{\[-][ ابةلa-z0-9<>&"'\\|,;:#%{}\[\]é😀-]{0,16}[ابةلa-z"|}]"#;
/// What a person writes behind a `#`: lines without the ends of other systems.
const NOTE: &str = r#"[ابةلa-z<>&"'\\|,:{}\-#~.]{1,12}(\n[ a-z<&#.]{1,12})?"#;

fn units() -> impl Strategy<Value = Vec<Unit>> {
    let unit = (TEXT, prop_oneof![Just(String::new()), TEXT.boxed()], "[A-Za-zل&<\"' ]{0,9}", 0..3000i64, NOTE, FORM, 0..99u32);
    let unit = unit.prop_map(|(ar, en, by, day, note, gloss, line)| {
        let done = !en.is_empty();
        let epoch = NaiveDate::from_ymd_opt(2015, 1, 1).unwrap();
        Unit {
            id: String::new(),
            ar: format!("ا{ar}"),
            by: if done { by.trim().to_owned() } else { String::new() },
            date: done.then(|| epoch + chrono::Days::new(day as u64)),
            en,
            note,
            gloss,
            path: format!("articles/a {}.md", line % 3),
            line: line + 1,
        }
    });
    proptest::collection::vec(unit, 0..6).prop_map(|mut units| {
        // A format that has one file an article puts its lines together.
        units.sort_by(|a, b| a.path.cmp(&b.path));
        for (n, unit) in units.iter_mut().enumerate() {
            unit.id = format!("u{n}");
        }
        units
    })
}

fn forms() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(FORM, 0..3)
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let kinds = [Kind::Person, Kind::Term, Kind::Verb, Kind::Country];
    let texts = (FORM, forms(), forms(), forms(), forms(), proptest::option::of(NOTE));
    let entry = (texts, 0..4usize, proptest::option::of(FORM), any::<bool>(), proptest::option::of(any::<i32>()));
    let entry = entry.prop_map(move |((en, admitted, deprecated, ar, short, note), kind, text, more, value)| {
        let en = En { preferred: en, admitted, deprecated, past: text.clone(), participle: None };
        let ar = ar.into_iter().chain([String::from("اسم")]).collect();
        Entry {
            short,
            affiliation: text.clone(),
            roles: text.iter().map(|t| Role { from: value, to: None, ar: t.clone(), en: t.clone() }).collect(),
            when: more.then(|| When { after: vec!["قبل".into()], ..When::default() }),
            neutral: text.clone(),
            note,
            value: value.map(i64::from),
            masdar: if more { vec!["إعلان".into()] } else { Vec::new() },
            tests: more.then(|| Tests { r#match: vec!["نص | آخر".into()], no_match: Vec::new() }),
            ..Entry::new(String::new(), kinds[kind], en, ar)
        }
    });
    proptest::collection::vec(entry, 0..5).prop_map(|mut entries| {
        for (n, entry) in entries.iter_mut().enumerate() {
            entry.id = format!("e_{n}");
        }
        entries
    })
}

fn source(text: String) -> Arc<Source> {
    Source::new("a", text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn translations_come_back(units in units()) {
        for format in [UnitFormat::Xliff, UnitFormat::Tmx, UnitFormat::Po] {
            let text = write_units(&units, format);
            let read: Vec<Unit> = read_units(&source(text.clone()), format).unwrap().into_iter().map(|p| p.unit).collect();
            prop_assert_eq!(&read, &units, "{:?}\n{}", format, text);
            // Another editor's byte order mark; in PO another system's line ends, too.
            let read = read_units(&source(format!("\u{feff}{text}")), format).unwrap();
            prop_assert_eq!(read.len(), units.len());
        }
        let crlf = write_units(&units, UnitFormat::Po).replace('\n', "\r\n");
        let read: Vec<Unit> = read_units(&source(crlf), UnitFormat::Po).unwrap().into_iter().map(|p| p.unit).collect();
        prop_assert_eq!(read, units);
    }

    #[test]
    fn entries_come_back(entries in entries()) {
        let all: Vec<&Entry> = entries.iter().collect();
        for format in [TermFormat::Tbx, TermFormat::Csv, TermFormat::Omegat] {
            let text = write_terms(&all, format);
            for text in [text.clone(), format!("\u{feff}{text}")] {
                let read: Vec<Entry> = read_terms(&source(text.clone()), format).unwrap().into_iter().map(|c| c.entry).collect();
                prop_assert_eq!(&read, &entries, "{:?}\n{}", format, text);
            }
        }
    }

    #[test]
    fn yaml_comes_back(units in units(), entries in entries()) {
        let codes = YamlCodes { syntax: Code::ConfigSyntax, unknown_key: Code::ConfigUnknownKey, r#type: Code::ConfigType };
        let day = NaiveDate::from_ymd_opt(2017, 2, 17).unwrap();
        let list: Vec<Translation> = units
            .into_iter()
            .map(|u| Translation { ar: u.ar, en: u.en, by: u.by, date: day, note: Some(u.note) })
            .collect();
        let text: String = list.iter().map(yaml::translation).collect();
        let read = load::<Vec<Translation>>(&source(text.clone()), codes);
        prop_assert_eq!(read.map(|d| d.value), Ok(list), "{}", text);
        let text: String = entries.iter().map(crate::glossary::edit::snippet).collect();
        let read = load::<Vec<Entry>>(&source(text.clone()), codes);
        prop_assert_eq!(read.map(|d| d.value), Ok(entries), "{}", text);
    }

    #[test]
    fn no_file_makes_it_panic(text in "\\PC{0,80}", cut in 0..400usize) {
        let unit = Unit { ar: "نص".into(), en: text.clone(), ..Unit::default() };
        for format in [UnitFormat::Xliff, UnitFormat::Tmx, UnitFormat::Po] {
            let whole = write_units(std::slice::from_ref(&unit), format);
            let end = whole.char_indices().map(|(i, _)| i).nth(cut).unwrap_or(whole.len());
            for text in [text.clone(), whole[..end].to_owned(), format!("{}{text}", &whole[..end])] {
                drop(read_units(&source(text), format));
            }
        }
        for format in [TermFormat::Tbx, TermFormat::Csv, TermFormat::Omegat] {
            drop(read_terms(&source(text.clone()), format));
        }
    }
}

#[test]
fn the_built_in_glossary_comes_back() {
    let entries = crate::glossary::load::builtin();
    let all: Vec<&Entry> = entries.iter().collect();
    for format in [TermFormat::Tbx, TermFormat::Csv, TermFormat::Omegat] {
        let read = read_terms(&source(write_terms(&all, format)), format).unwrap();
        let lost: Vec<&str> = entries.iter().zip(&read).filter(|(a, b)| **a != b.entry).map(|(a, _)| a.id.as_str()).collect();
        assert_eq!((read.len(), lost), (entries.len(), vec![]), "{format:?}");
    }
    let some: Vec<Entry> = entries.iter().take(300).cloned().collect();
    let text: String = some.iter().map(crate::glossary::edit::snippet).collect();
    assert_eq!(files(&[source(text)]).unwrap()[0].entries, some);
}
