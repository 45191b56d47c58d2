//! Same input, same bytes: whatever the order in which files were made, the zone, the language and the number of cores.

use crate::common::{Folder, repository, run, tree};

#[test]
fn six_builds_in_fresh_processes_give_the_same_bytes() {
    let mut files: Vec<(String, Vec<u8>)> =
        tree(&repository().join("examples/astana")).into_iter().filter(|(name, _)| !name.starts_with("out/")).collect();
    let settings = [
        ("UTC", "C", "1"),
        ("Asia/Damascus", "ar_SY.UTF-8", "2"),
        ("Pacific/Kiritimati", "en_US.UTF-8", "3"),
        ("America/Adak", "tr_TR.UTF-8", "8"),
        ("Asia/Almaty", "kk_KZ.UTF-8", "2"),
        ("Europe/Geneva", "", "5"),
    ];
    let mut first = None;
    for (number, (zone, language, threads)) in settings.into_iter().enumerate() {
        // Another order of creation is another order in the folder, on most file systems.
        let middle = (number * 5) % files.len();
        files.rotate_left(middle);
        if number % 2 == 1 {
            files.reverse();
        }
        let folder = Folder::with::<&str>(&[]);
        for (name, bytes) in &files {
            folder.write(&format!("astana/{name}"), bytes);
        }
        let mut command = folder.command(&["build", "astana"]);
        command.env("TZ", zone).env("LANG", language).env("LC_ALL", language).env("RAYON_NUM_THREADS", threads);
        let result = run(&mut command);
        assert_eq!(result.code, Some(0), "{}", result.stderr);
        let pages = folder.tree("astana/out");
        match &first {
            None => first = Some(pages),
            Some(first) => {
                let differing: Vec<&String> =
                    pages.iter().filter(|(name, bytes)| first.get(*name) != Some(bytes)).map(|(name, _)| name).collect();
                assert_eq!(
                    (first.len(), differing),
                    (pages.len(), vec![]),
                    "TZ={zone} LANG={language} RAYON_NUM_THREADS={threads}"
                );
            }
        }
    }
}
