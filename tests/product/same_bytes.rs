//! Same input, same bytes: whatever the order in which files were made, the zone, the language and the number of cores.

use std::collections::BTreeMap;

use crate::common::{Folder, repository, run, tree};

/// Zones, languages and numbers of threads.
const SETTINGS: [(&str, &str, &str); 6] = [
    ("UTC", "C", "1"),
    ("Asia/Damascus", "ar_SY.UTF-8", "2"),
    ("Pacific/Kiritimati", "en_US.UTF-8", "3"),
    ("America/Adak", "tr_TR.UTF-8", "8"),
    ("Asia/Almaty", "kk_KZ.UTF-8", "2"),
    ("Europe/Geneva", "", "5"),
];

/// Builds these files in so many fresh folders and processes, each under other circumstances; all must write the same.
fn same(files: &mut [(String, Vec<u8>)], builds: usize) {
    let mut first: Option<BTreeMap<String, Vec<u8>>> = None;
    for number in 0..builds {
        let (zone, language, threads) = SETTINGS[number % SETTINGS.len()];
        // Another order of creation is another order in the folder, on most file systems.
        let middle = (number * 5 + 1) % files.len();
        files.rotate_left(middle);
        if number % 2 == 1 {
            files.reverse();
        }
        let folder = Folder::with::<&str>(&[]);
        for (name, bytes) in &*files {
            folder.write(&format!("astana/{name}"), bytes);
        }
        let mut command = folder.command(&["build", "astana"]);
        command.env("TZ", zone).env("LANG", language).env("LC_ALL", language).env("RAYON_NUM_THREADS", threads);
        let result = run(&mut command);
        assert_eq!(result.code, Some(0), "{}", result.stderr);
        let pages = folder.tree("astana/out");
        let first = first.get_or_insert_with(|| pages.clone());
        let differing: Vec<&String> =
            pages.iter().filter(|(name, bytes)| first.get(*name) != Some(bytes)).map(|(name, _)| name).collect();
        assert_eq!((first.len(), differing), (pages.len(), vec![]), "TZ={zone} LANG={language} RAYON_NUM_THREADS={threads}");
    }
}

/// The files of the sample workspace whose names these words are in.
fn sample(words: &[&str]) -> Vec<(String, Vec<u8>)> {
    let files = tree(&repository().join("examples/astana")).into_iter();
    files.filter(|(name, _)| !name.starts_with("out/") && words.iter().any(|word| name.contains(word))).collect()
}

#[test]
fn four_builds_of_the_sample_give_the_same_bytes() {
    same(&mut sample(&[""]), 4);
}

#[test]
fn twenty_builds_in_fresh_processes_give_the_same_bytes() {
    let mut files = sample(&["mujaz.yaml", "notes/"]);
    let articles = sample(&["articles/"]);
    assert!(articles.len() > 4, "{}", articles.len());
    files.extend(articles.into_iter().take(4));
    let page = include_bytes!("../../src/article/html/page.html").to_vec();
    files.push(("articles/page.html".to_owned(), page));
    same(&mut files, 20);
}
