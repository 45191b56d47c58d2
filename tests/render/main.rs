//! The render stage as its callers see it: whole pages.

use std::sync::LazyLock;

use mujaz::brief::context::Brief;
use mujaz::brief::index::Index;
use mujaz::render::lint::{Finished, lint};
use mujaz::render::{Engine, Format, UserTemplate, json};
use snapbox::{assert_data_eq, file};

mod briefs;
mod hostile;
mod templates;

fn engine() -> &'static Engine {
    static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(&[]).expect("the built-in templates are right"));
    &ENGINE
}

#[test]
fn a_full_brief() {
    let brief = briefs::sample();
    let page = |format| engine().brief(&brief, format).unwrap();
    assert_data_eq!(page(Format::Html), file!["expected/brief.html"].raw());
    assert_data_eq!(page(Format::Md), file!["expected/brief.md"].raw());
    let read: Brief = serde_json::from_str(&page(Format::Json)).unwrap();
    assert_eq!(read, brief);
    assert_eq!(page(Format::Json), json(&brief));
}

#[test]
fn an_empty_brief_says_what_is_not_stated() {
    let page = |format| engine().brief(&briefs::empty(), format).unwrap();
    assert_data_eq!(page(Format::Html), file!["expected/empty.html"].raw());
    assert_data_eq!(page(Format::Md), file!["expected/empty.md"].raw());
}

#[test]
fn every_set_has_no_faults() {
    let mut pages = Vec::new();
    for set in ["brief", "brief.annex", "onepage", "sitrep", "ledger"] {
        for end in ["html", "md"] {
            let template = format!("{set}.{end}");
            if !engine().has(&template) {
                continue;
            }
            for brief in [briefs::sample(), briefs::empty()] {
                let path = format!("{}{}", brief.round.id, template.trim_start_matches("brief"));
                let page = engine().page(&template, &path, &brief).unwrap_or_else(|problem| panic!("{problem}"));
                pages.push((path, template.clone(), page));
            }
        }
    }
    let finished: Vec<Finished> = pages.iter().map(|(path, template, text)| Finished { path, text, template }).collect();
    let faults: Vec<String> =
        lint(&finished, &[]).into_iter().map(|d| format!("{:?}: {}", d.span.map(|s| s.source.path.clone()), d.message)).collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn the_index() {
    let page = |index: &Index, format| engine().index(index, format).unwrap();
    let index = briefs::index();
    assert_data_eq!(page(&index, Format::Html), file!["expected/index.html"].raw());
    assert_data_eq!(page(&index, Format::Md), file!["expected/index.md"].raw());
    let none = Index { rounds: Vec::new(), ..index };
    assert!(page(&none, Format::Html).contains("∅ no rounds yet"));
    assert!(page(&none, Format::Md).contains("∅ no rounds yet"));
}

#[test]
fn the_same_brief_is_the_same_bytes() {
    let brief = briefs::sample();
    let first = engine().brief(&brief, Format::Html).unwrap();
    for _ in 0..5 {
        assert_eq!(Engine::new(&[]).unwrap().brief(&brief, Format::Html).unwrap(), first);
    }
    // One engine serves several threads.
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| assert_eq!(engine().brief(&brief, Format::Html).unwrap(), first));
        }
    });
}

#[test]
fn a_user_template_comes_before_ours() {
    let user = [UserTemplate {
        path: "templates/brief.md".into(),
        source: "\u{feff}{% extends \"builtin/brief.md\" %}{% block foot %}Ours: {{ round.name.ar }}{% endblock %}".into(),
    }];
    let page = Engine::new(&user).unwrap().brief(&briefs::sample(), Format::Md).unwrap();
    assert!(page.ends_with("Ours: أستانا، الجولة الثانية\n"), "{page}");
    assert!(page.starts_with("---\n"));
}

/// Whatever has Arabic and English is a line that a translation can be put to, in every section.
#[test]
fn all_lines_of_a_brief_are_its_lines() {
    fn count(value: &serde_json::Value) -> usize {
        let line = |o: &serde_json::Map<String, serde_json::Value>| {
            o.get("ar").is_some_and(|ar| ar != "")
                && ["en", "value"].iter().any(|key| o.get(*key).is_some_and(|en| en.get("badge").is_some()))
        };
        match value {
            serde_json::Value::Object(o) => usize::from(line(o)) + o.values().map(count).sum::<usize>(),
            serde_json::Value::Array(all) => all.iter().map(count).sum(),
            _ => 0,
        }
    }
    let mut brief = briefs::sample();
    let expected = count(&serde_json::to_value(&brief).unwrap());
    assert!(expected > 10);
    assert_eq!(brief.lines_mut().len(), expected);
}
