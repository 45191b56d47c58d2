//! `serve`: started on a free port, asked over HTTP, as a browser would.

#![expect(clippy::print_stdout, reason = "figures, to be read with --nocapture")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::common::Folder;

/// A server for a folder; ended when the test is.
struct Server {
    child: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start(folder: &Folder, args: &[&str]) -> Self {
        let mut child = folder
            .command(&[&["serve"], args].concat())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary runs");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
        let port = line.split_once("http://127.0.0.1:").and_then(|(_, rest)| rest.split_once('/')).map(|(port, _)| port.parse());
        Self { child, port: port.unwrap_or_else(|| panic!("{line}")).expect("a port") }
    }

    /// Status, headers and body.
    fn ask(&self, head: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a timeout");
        stream.write_all(head.as_bytes()).expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        let (headers, body) = answer.split_once("\r\n\r\n").expect("an answer");
        let status = headers.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
        (status, headers.to_owned(), body.to_owned())
    }

    fn get(&self, path: &str) -> (u16, String) {
        let (status, _, body) =
            self.ask(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port));
        (status, body)
    }

    /// Waits for a version of a page after this one, as the script in it does.
    fn changed_since(&self, path: &str, page: &str) {
        let version =
            page.split_once("data-version=\"").and_then(|(_, rest)| rest.split_once('"')).expect("a version").0.to_owned();
        let (status, next) = self.get(&format!("/_mujaz/changes/{version}{path}"));
        assert!(status != 204 && next.contains("data-version"), "no change came: {status} {next}");
    }
}

#[test]
fn pages_follow_what_is_saved() {
    let folder = Folder::sample();
    let server = Server::start(&folder, &["astana", "--port", "0"]);
    let (status, index) = server.get("/");
    assert!(status == 200 && index.contains("astana-2.html"), "{index}");
    assert_eq!(server.get("/astana-2.json").0, 200);
    assert!(!folder.path("astana/out").exists(), "nothing is written");
    assert!(index.contains("content=\"script-src 'self'; connect-src 'self'; default-src 'none'"), "{index}");
    assert!(server.get("/_mujaz/reload.js").1.contains("/_mujaz/changes/"));
    for page in ["/astana-2.html", "/", "/astana-2.json", "/nothing.html"] {
        assert_eq!(server.get(&format!("/_mujaz/changes/0{page}")), server.get(page), "the new version is the page itself");
    }

    // Saved by renaming, and in a folder that was not there before.
    let page = "/astana-2.html";
    let (_, before) = server.get(page);
    let begun = Instant::now();
    folder.write(
        "astana/glossary/new.tmp",
        "- {id: lavrentiev, kind: person, en: Alexander Q. Lavrentiev, ar: [ألكسندر لافرينتييف, لافرينتييف]}\n",
    );
    std::fs::rename(folder.path("astana/glossary/new.tmp"), folder.path("astana/glossary/new.yaml")).expect("a new name");
    server.changed_since(page, &before);
    let mut after = server.get(page).1;
    println!("a glossary entry, from save to new page: {} ms", begun.elapsed().as_millis());
    // The folder may have been seen before the file in it.
    while !after.contains("Alexander Q. Lavrentiev") {
        server.changed_since(page, &after);
        after = server.get(page).1;
    }

    let begun = Instant::now();
    folder.write("astana/notes/astana-2.md", "What the editor thinks now.\n");
    server.changed_since(page, &after);
    let noted = server.get(page).1;
    println!("a note, from save to new page: {} ms", begun.elapsed().as_millis());
    assert!(noted.contains("What the editor thinks now."), "{noted}");

    // An error stands over the page as `build` prints it, and goes away.
    folder.write("astana/glossary/new.yaml", "- {id: lavrentiev, knd: person, en: A, ar: [قال: نعم]}\n");
    server.changed_since(page, &noted);
    let wrong = server.get(page).1;
    let printed = folder.mujaz(&["build", "astana"]).stderr;
    let shown = wrong.split_once("<pre id=\"mujaz-problem\"").and_then(|(_, rest)| rest.split_once('>')).expect("the problem").1;
    let shown = shown
        .split_once("</pre>")
        .expect("an end")
        .0
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    assert_eq!(shown, printed);
    assert!(wrong.contains("What the editor thinks now."), "the last good page is under it");
    folder.write("astana/glossary/new.yaml", "");
    server.changed_since(page, &wrong);
    let mended = server.get(page).1;
    assert!(!mended.contains("mujaz-problem") && mended.contains("Alexander Lavrentiev"), "{mended}");
    let name = "astana/templates/brief.html";
    folder.write(name, "{% extends \"builtin/brief.html\" %}{% block title %}Mine{% endblock %}");
    server.changed_since(page, &mended);
    let mut mine = server.get(page).1;
    while !mine.contains("<title>Mine</title>") {
        server.changed_since(page, &mine);
        mine = server.get(page).1;
    }
}

/// What a server adds to a page is taken out again.
fn plain(page: &str) -> String {
    let page = page.replacen("script-src 'self'; connect-src 'self'; ", "", 1);
    match page.split_once("<script src=\"/_mujaz/reload.js\"") {
        Some((before, after)) => before.to_owned() + after.split_once("</script>\n").expect("it is closed").1,
        None => page,
    }
}

#[test]
fn what_is_served_is_what_a_build_writes() {
    let folder = Folder::sample();
    let article = folder.tree("astana").into_keys().find(|name| name.starts_with("articles/") && name.ends_with(".md"));
    let article = article.expect("an article");
    let text = folder.read(&format!("astana/{article}"));
    let entry = "- {id: lavrentiev, kind: person, en: A. Q. Lavrentiev, ar: [ألكسندر لافرينتييف, لافرينتييف]}\n";
    let mine = "{% extends \"builtin/brief.html\" %}{% block title %}Mine{% endblock %}";
    let config = folder.read("astana/mujaz.yaml");
    let server = Server::start(&folder, &["astana", "--port", "0"]);
    // A file that is saved, and what is in it; nothing if it is removed.
    let edits: [(&str, Option<String>); 10] = [
        ("notes/astana-2.md", Some("One.\n".to_owned())),
        ("glossary/own.yaml", Some(entry.to_owned())),
        ("templates/brief.html", Some(mine.to_owned())),
        (&article, Some(format!("{text}\n\nوأضاف أن الجولة المقبلة ستعقد في أستانا أيضا.\n"))),
        ("glossary/own.yaml", Some(entry.replace("A. Q.", "Alexander P."))),
        ("articles/new.md", Some(crate::common::ARTICLE.to_owned())),
        ("mujaz.yaml", Some(format!("{config}\nurl: https://example.org/\n"))),
        (&article, Some(text)),
        ("glossary/own.yaml", None),
        ("templates/brief.html", None),
    ];
    for (name, text) in edits {
        match text {
            Some(text) => folder.write(&format!("astana/{name}"), text),
            None => std::fs::remove_file(folder.path(&format!("astana/{name}"))).expect("it is there"),
        }
        let run = folder.mujaz(&["build", "astana", "-o", "built"]);
        assert_eq!(run.code, Some(0), "{name}: {}", run.stderr);
        let differing = || -> Vec<String> {
            let mut pages = folder.tree("built");
            pages.remove("mujaz-manifest.json");
            let served = |page: &str| plain(&server.get(&format!("/{page}")).1);
            pages.into_iter().filter(|(page, bytes)| served(page).as_bytes() != bytes.as_slice()).map(|(page, _)| page).collect()
        };
        let begun = Instant::now();
        while !differing().is_empty() && begun.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(differing(), Vec::<String>::new(), "after {name}");
    }
}

#[test]
fn nothing_but_pages_is_served() {
    let folder = Folder::built();
    let server = Server::start(&folder, &["desk"]);
    for path in [
        "/../mujaz.yaml",
        "/%2e%2e/mujaz.yaml",
        "/..%2fmujaz.yaml",
        "//etc/passwd",
        "/mujaz.yaml",
        "/articles/good.md",
        "/out/index.html",
        "/mujaz-manifest.json",
    ] {
        let (status, body) = server.get(path);
        assert!(status == 404 && !body.contains("Syria talks\n"), "{path}: {status} {body}");
    }
    let ask = |method: &str, host: &str| server.ask(&format!("{method} / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
    assert_eq!(ask("GET", "mujaz.example.org").0, 403, "a name of the web that leads here");
    let waits = server.ask("GET /_mujaz/changes/0/index.html HTTP/1.1\r\nHost: mujaz.example.org\r\nConnection: close\r\n\r\n");
    assert_eq!(waits.0, 403, "and waits for pages");
    assert_eq!(ask("POST", &format!("127.0.0.1:{}", server.port)).0, 405);
    let (status, headers, _) = ask("GET", &format!("localhost:{}", server.port));
    assert!(status == 200 && headers.contains("Cache-Control: no-store") && headers.contains("nosniff"), "{headers}");

    // A second one takes another port by itself, and says so where it may not.
    let second = Server::start(&folder, &["desk"]);
    assert_ne!(second.port, server.port);
    let taken = folder.mujaz(&["serve", "desk", "--port", &server.port.to_string()]);
    assert!(
        taken.code == Some(2) && taken.stderr.starts_with(&format!("error: cannot listen on port {}", server.port)),
        "{}",
        taken.stderr
    );
    assert_eq!(folder.mujaz(&["serve", "nowhere"]).code, Some(2));
}

#[test]
fn what_cannot_be_built_is_served_as_its_problem() {
    let folder = Folder::with(&[("desk/mujaz.yaml", "titel: x\n")]);
    let server = Server::start(&folder, &["desk"]);
    let (status, page) = server.get("/");
    assert!(status == 404 && page.contains("unknown key `titel`"), "{page}");
    folder.write("desk/mujaz.yaml", "title: {en: Talks}\n");
    folder.write("desk/articles/good.md", crate::common::ARTICLE);
    let mut page = page;
    for _ in 0..3 {
        server.changed_since("/", &page);
        let (status, next) = server.get("/");
        if status == 200 && !next.contains("mujaz-problem") {
            return;
        }
        page = next;
    }
    panic!("{page}");
}
