//! Hostile inputs: whatever is thrown at it, a run ends in time and in bounded memory, without a panic, and leaves nothing half-written.

#![expect(clippy::print_stdout, reason = "figures, to be read with --nocapture")]

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use snapbox::{assert_data_eq, str};

use crate::common::{ARTICLE, Folder, Run, run};

/// So long may a debug build take over one of these, on a busy machine.
const SECONDS: u64 = 300;
/// So much address space it may have: the allocator sets aside a thousand of it at once, and stacks of threads and the program itself are among it.
const MEGABYTES: u64 = 2000;

/// Runs the binary in bounded memory, and checks that it ends in time and by its own will.
#[track_caller]
fn bounded(folder: &Folder, args: &[&str]) -> Run {
    let plain = folder.command(args);
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        shell
            .arg("-c")
            .arg(format!("ulimit -v {}; exec \"$0\" \"$@\"", MEGABYTES * 1024))
            .arg(plain.get_program())
            .args(plain.get_args());
        shell.current_dir(folder.path("")).env_remove("SOURCE_DATE_EPOCH").env("RAYON_NUM_THREADS", "2");
        shell
    } else {
        plain
    };
    let begun = Instant::now();
    let run = run(&mut command);
    assert!(begun.elapsed() < Duration::from_secs(SECONDS), "it took {:?}", begun.elapsed());
    assert!(matches!(run.code, Some(0..=2)) && !run.stderr.contains("panicked"), "{:?}\n{}", run.code, run.stderr);
    run
}

/// Builds a desk with these files beside a good article; the pages of the good article are there in the end.
#[track_caller]
fn built_with(files: &[(&str, String)]) -> (Folder, Run) {
    let folder = Folder::with(&[("desk/articles/good.md", ARTICLE)]);
    for (name, text) in files {
        folder.write(&format!("desk/{name}"), text);
    }
    let run = bounded(&folder, &["build", "desk"]);
    (folder, run)
}

#[test]
fn texts_of_monstrous_shape() {
    let head = "---\ndate: 2017-02-16\nsource: وكالة المثال\nround: astana-2\n---\n";
    let sentence = "وقال رئيس الوفد الروسي ألكسندر لافرنتييف إن الدول الضامنة لم تتفق على موعد الجولة التالية ";
    let quotes = format!("قال {}الهدنة{} مستمرة.", "«".repeat(10_000), "»".repeat(10_000));
    let texts = [
        ("line.txt", sentence.repeat(2_000)),
        ("word.txt", format!("قال {}", "ا".repeat(1_000_000))),
        ("marks.txt", format!("قال{} نعم", "\u{64e}".repeat(1_000_000))),
        ("tatweel.txt", format!("قا{}ل نعم", "ـ".repeat(1_000_000))),
        ("quotes.txt", quotes.clone()),
        ("quotation.md", quotes),
        ("open.txt", format!("قال {} نعم", "\"".repeat(9_999))),
        ("nested.md", format!("{} قال لافرنتييف نعم", ">".repeat(10_000))),
        ("brackets.md", format!("قال {} نعم", "[".repeat(10_000))),
        ("emphasis.md", format!("قال {}", "*_ ".repeat(10_000))),
        ("stops.txt", format!("قال نعم {}", "؟ ".repeat(100_000))),
        ("lines.txt", format!("قال نعم{}قال لا", "\n".repeat(500_000))),
        ("numbers.txt", format!("قتل {} شخصا في {}", "9".repeat(10_000), "15 شباط ".repeat(5_000))),
        ("bidi.txt", format!("قال {} نعم", "\u{202e}\u{2067}".repeat(10_000))),
        ("and.txt", format!("قال {} إن", "و".repeat(100_000))),
    ];
    let files: Vec<(String, String)> =
        texts.iter().map(|(name, text)| (format!("articles/{name}"), format!("{head}{text}"))).collect();
    let files: Vec<(&str, String)> = files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    let (folder, run) = built_with(&files);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let steers = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    for (name, bytes) in folder.tree("desk/out") {
        assert!(!String::from_utf8_lossy(&bytes).contains(steers), "{name}");
    }
    assert_eq!(bounded(&folder, &["verify", "desk/out"]).code, Some(0));
    let lines: String = texts.iter().map(|(name, text)| format!("{}\n", serde_json::json!({"id": name, "text": text}))).collect();
    folder.write("all.jsonl", lines);
    let analyses = bounded(&folder, &["analyze", "all.jsonl"]);
    assert_eq!((analyses.code, analyses.stdout.lines().count()), (Some(0), texts.len()), "{}", analyses.stderr);
}

#[test]
fn bombs_are_refused() {
    let layers: String = (1..12).map(|n| format!("a{n}: &a{n} [{}]\n", format!("*a{}, ", n - 1).repeat(10))).collect();
    let laughs = format!("a0: &a0 [x, x]\n{layers}");
    let deep = "[".repeat(100_000);
    for (name, text) in [
        ("mujaz.yaml", laughs.clone()),
        ("glossary/a.yaml", laughs.clone()),
        ("rounds.yaml", laughs.clone()),
        ("articles/a.md", format!("---\n{laughs}---\nقال")),
        ("mujaz.yaml", format!("title: {deep}")),
        ("glossary/a.yaml", deep.clone()),
        ("articles/a.md", format!("---\ntitle: {deep}\n---\nقال")),
        ("articles/a.jsonl", format!("{{\"id\": {deep}\n")),
        ("articles/a.md", "---\n\ttitle: نعم\n\tdate: 2017-02-16\n---\nقال".to_owned()),
    ] {
        let (folder, run) = built_with(&[(name, text)]);
        assert_eq!((run.code, folder.path("desk/out").exists()), (Some(1), false), "{name}: {}", run.stderr);
        assert!(run.stderr.contains(&format!("--> desk/{name}")) && run.stderr.len() < 10_000, "{name}: {}", run.stderr);
    }
}

#[test]
fn code_stays_text() {
    let code = "<script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7 * 7 }} {% include \"x\" %} [انقر](javascript:alert(1)) ![](https://evil.example/x.png)";
    let glossary = format!(
        "- id: evil\n  kind: person\n  en: {}\n  ar: [سمير الشرير]\n  note: {}\n",
        serde_json::json!(format!("Samir {code}")),
        serde_json::json!(code)
    );
    let article = ARTICLE
        .replace("title: ", "title: أربعة {{ 7 * 7 }} ")
        .replace("الروسي ألكسندر لافرنتييف إن", &format!("سمير الشرير {code} إن"));
    let (folder, run) =
        built_with(&[("glossary/own.yaml", glossary), ("articles/evil.md", article.clone()), ("articles/evil-2.txt", article)]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    for name in ["astana-2.html", "index.html"] {
        let page = folder.read(&format!("desk/out/{name}"));
        for wrong in ["<script", "<img", "javascript:alert(1)\"", " onerror=alert(1)>"] {
            assert!(!page.contains(wrong), "{name}: {wrong}");
        }
    }
    assert!(!folder.read("desk/out/astana-2.md").contains("](javascript:"));
}

#[test]
fn names_stay_in_the_folder() {
    let track = "- id: ../../evil\n  en: Evil\n  ar: [شر]\n";
    for (name, text) in [
        ("articles/a.md", ARTICLE.replace("round: astana-2", "round: ../../evil-2")),
        ("articles/a.md", ARTICLE.replace("round: astana-2", "round: \"astana-2\\0/../x\"")),
        ("notes/....md", "note".to_owned()),
        ("templates/brief.md", "{% include \"../../../../etc/passwd\" %}".to_owned()),
        ("templates/brief.md", "{% include \"/etc/passwd\" %}".to_owned()),
        ("tracks/own.yaml", track.to_owned()),
    ] {
        let (folder, run) = built_with(&[
            (name, text),
            ("mujaz.yaml", "tracks: {paths: [tracks]}\n".to_owned()),
            ("tracks/x.yml", "[]".to_owned()),
        ]);
        assert!(!run.stderr.contains("root:"), "{name}: {}", run.stderr);
        let outside: Vec<String> = folder.tree("").into_keys().filter(|file| !file.starts_with("desk/")).collect();
        assert_eq!(outside, Vec::<String>::new(), "{name}");
    }
    if cfg!(target_os = "linux") {
        let names = ["a\\..\\b", "a\nb", "{{ x }}", "<i>", "\u{202e}txt", "con", "a'b\"c", "..x", "-rf"];
        let files: Vec<(String, String)> =
            names.iter().map(|name| (format!("articles/{name}.txt"), ARTICLE.replace("اختتمت", name))).collect();
        let files: Vec<(&str, String)> = files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
        let (folder, run) = built_with(&files);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let html = folder.read("desk/out/astana-2.html");
        assert!(!html.contains("<i>") && !html.contains('\u{202e}'));
        let pages: Vec<String> =
            folder.tree("desk/out").into_keys().filter(|page| !page.contains("parties/") && !page.contains("people/")).collect();
        assert_eq!(pages.len(), 9, "{pages:?}");
    }
}

#[cfg(unix)]
#[test]
fn links_out_of_the_workspace_are_not_followed() {
    let folder = Folder::with(&[("desk/articles/good.md", ARTICLE), ("secret/secret.md", ARTICLE)]);
    for (name, to) in [("articles/s", "secret"), ("templates", "secret"), ("notes", "secret"), ("glossary", "secret")] {
        std::os::unix::fs::symlink(folder.path(to), folder.path(&format!("desk/{name}"))).expect("a link");
    }
    let run = bounded(&folder, &["build", "desk", "--message-format", "short"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
desk/glossary: warning[workspace-unreadable]: `glossary` is a link, and links are not followed
desk/notes: warning[workspace-unreadable]: `notes` is a link, and links are not followed
desk/templates: warning[workspace-unreadable]: `templates` is a link, and links are not followed
1 article, 1 round: 12 files written, 0 unchanged, 0 removed, 3 warnings, [..] ms

"#]]
    );
    assert_eq!(run.code, Some(0));
    let all: Vec<u8> = folder.tree("desk").into_values().flatten().collect();
    assert!(!String::from_utf8_lossy(&all).contains("secret"), "it is on a page");
}

#[cfg(unix)]
#[test]
fn an_output_folder_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::built();
    folder.write("desk/articles/good.md", ARTICLE.replace("اختتمت", "انتهت"));
    let before = folder.tree("desk/out");
    let mut command = folder.command(&["build", "desk"]);
    // The superuser may write everywhere: then the build is run by nobody.
    if fs::write("/proc/self/oom_score_adj", "0").is_ok() && Command::new("setpriv").arg("--version").output().is_ok() {
        let mut nobody = Command::new("setpriv");
        nobody
            .args(["--reuid", "65534", "--regid", "65534", "--clear-groups"])
            .arg(command.get_program())
            .args(command.get_args());
        nobody.current_dir(folder.path(""));
        command = nobody;
    }
    for path in ["", "desk", "desk/articles"] {
        fs::set_permissions(folder.path(path), fs::Permissions::from_mode(0o755)).expect("it is ours");
    }
    fs::set_permissions(folder.path("desk/out"), fs::Permissions::from_mode(0o555)).expect("it is ours");
    let run = run(&mut command);
    fs::set_permissions(folder.path("desk/out"), fs::Permissions::from_mode(0o755)).expect("it is ours");
    if run.code == Some(0) {
        println!("not tested: this user may write into a folder that is read-only");
        return;
    }
    assert!(run.stderr.contains("error[output-unwritable]"), "{:?} {}", run.code, run.stderr);
    assert_eq!((run.code, folder.tree("desk/out")), (Some(2), before));
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full() {
    let folder = Folder::built();
    let small = folder.path("small");
    fs::create_dir_all(&small).expect("a folder");
    let mounted =
        Command::new("mount").args(["-t", "tmpfs", "-o", "size=96k", "tmpfs"]).arg(&small).stderr(Stdio::null()).status();
    if !mounted.is_ok_and(|status| status.success()) {
        println!("not tested: this user may not mount a small file system");
        return;
    }
    let run = folder.mujaz(&["build", "desk", "-o", "small/out", "--format", "md"]);
    let whole = folder.tree("small/out");
    let fuller = folder.mujaz(&["build", "desk", "-o", "small/out"]);
    let after = folder.tree("small/out");
    let _ = Command::new("umount").arg(&small).status();
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(fuller.stderr.contains("error[output-unwritable]"), "{}", fuller.stderr);
    assert_eq!((fuller.code, after), (Some(2), whole), "the old pages are there, and nothing else");
}

#[test]
fn an_article_that_changes_while_it_is_read() {
    let folder = Folder::built();
    let path = folder.path("desk/articles/changing.txt");
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let texts = [ARTICLE.repeat(2000), String::new(), ARTICLE.to_owned(), "\u{fffd}".repeat(9)];
            for text in texts.iter().cycle() {
                fs::write(&path, text).expect("it can be written");
                if stop.load(std::sync::atomic::Ordering::Relaxed) {
                    return;
                }
            }
        });
        for _ in 0..6 {
            bounded(&folder, &["build", "desk"]);
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    fs::remove_file(&path).expect("it is there");
    assert_eq!(folder.mujaz(&["build", "desk"]).code, Some(0));
    assert_eq!(folder.mujaz(&["verify", "desk/out"]).code, Some(0));
}

#[test]
fn a_build_that_is_killed_is_put_right_by_the_next() {
    let folder = Folder::sample();
    let config = folder.read("astana/mujaz.yaml");
    let titled = |title: &str| {
        let line = format!("title: {{en: {title}}}\n");
        config
            .lines()
            .filter(|l| !l.starts_with("title:") && !l.starts_with("  en:") && !l.starts_with("  ar:"))
            .fold(line, |text, l| text + l + "\n")
    };
    let configs = [titled("One"), titled("Two")];
    let mut clean = Vec::new();
    let mut duration = Duration::ZERO;
    for (number, text) in configs.iter().enumerate() {
        folder.write("astana/mujaz.yaml", text);
        let begun = Instant::now();
        let run = folder.mujaz(&["build", "astana", "-o", &format!("clean{number}")]);
        duration = begun.elapsed();
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        clean.push(folder.tree(&format!("clean{number}")));
    }
    for kill in 0..8_u32 {
        let side = kill as usize % 2;
        folder.write("astana/mujaz.yaml", &configs[side]);
        let mut child = folder.command(&["build", "astana", "-o", "out"]).stderr(Stdio::null()).spawn().expect("the binary runs");
        std::thread::sleep(duration * (kill + 3) / 11);
        let _ = child.kill();
        child.wait().expect("it ends");
        let pages = if folder.path("out").exists() { folder.tree("out") } else { BTreeMap::new() };
        for (name, bytes) in pages {
            let known = clean.iter().any(|clean| clean.get(&name) == Some(&bytes));
            let ours = name == "mujaz-manifest.json" || name.starts_with(".mujaz-tmp-");
            assert!(known || ours, "{name} is half-written");
        }
        if kill % 4 == 3 {
            assert_eq!(folder.mujaz(&["build", "astana", "-o", "out"]).code, Some(0));
            assert_eq!(folder.tree("out"), clean[side], "after kill {kill}");
        }
    }
}
