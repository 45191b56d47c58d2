//! The book and the README tell the truth: every command in them is run, every file read, every table compared with the program.
//!
//! A block `console` holds commands and what they print; `[..]` stands for any text in a line, a line `...` for any lines, and
//! `console exit=1` says how the last command ends. A block with `file=PATH` is written to that path first, one with `append=PATH` behind what is there. YAML and templates are parsed
//! by the types that mujaz reads them with, unless the block says `wrong`. What stands between `<!-- schema NAME -->`, `<!-- filters -->`,
//! `<!-- tracks -->` or `<!-- unfilled -->` and `<!-- end -->` is made from the program. `UPDATE_BOOK=1` writes what is printed, and the tables, into the chapters.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use mujaz::diagnostic::Code;
use mujaz::glossary::entry::Entry;
use mujaz::render::{Engine, UserTemplate};
use mujaz::round::pins::Pin;
use mujaz::round::tracks::Track;
use mujaz::translations::Translation;
use mujaz::workspace::Config;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use crate::common::{ARTICLE, Folder, mujaz, redact, repository, tree};

fn summary() -> String {
    fs::read_to_string(repository().join("book/src/SUMMARY.md")).expect("the summary")
}

/// The chapters, in the order of the summary, and before them the README.
fn chapters() -> Vec<PathBuf> {
    let mut all = vec![repository().join("README.md")];
    all.extend(links(&summary()).into_iter().map(|link| repository().join("book/src").join(link)));
    all
}

fn links(markdown: &str) -> Vec<String> {
    let links = Parser::new_ext(markdown, Options::all()).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    });
    links.filter(|link| !link.contains("://")).collect()
}

/// A fenced block: its first line after the fence, and its lines.
struct Block {
    info: String,
    /// Numbers of its lines in the chapter.
    lines: std::ops::Range<usize>,
}

impl Block {
    fn language(&self) -> &str {
        self.info.split_whitespace().next().unwrap_or_default()
    }
    fn value(&self, key: &str) -> Option<&str> {
        self.info.split_whitespace().find_map(|word| word.strip_prefix(key)?.strip_prefix('='))
    }
    fn says(&self, word: &str) -> bool {
        self.info.split_whitespace().any(|w| w == word)
    }
    fn text(&self, lines: &[String]) -> String {
        lines[self.lines.clone()].iter().map(|line| format!("{line}\n")).collect()
    }
}

fn blocks(lines: &[String]) -> Vec<Block> {
    let (mut found, mut open): (Vec<Block>, Option<(String, usize)>) = (Vec::new(), None);
    for (number, line) in lines.iter().enumerate() {
        let Some(fence) = line.strip_prefix("```") else { continue };
        match open.take() {
            Some((info, start)) => found.push(Block { info, lines: start..number }),
            None => open = Some((fence.to_owned(), number + 1)),
        }
    }
    assert!(open.is_none(), "a block is not closed");
    found
}

fn lines_of(path: &Path) -> Vec<String> {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display())).lines().map(str::to_owned).collect()
}

/// A folder, and the place in it where the commands of a chapter have got to.
struct Session {
    folder: Folder,
    here: PathBuf,
}

impl Session {
    /// The sample workspace; for a diagnostic, a small workspace.
    fn new(small: bool) -> Self {
        let folder = if small {
            Folder::with(&[("mujaz.yaml", "title: {en: Syria talks}\n"), ("articles/good.md", ARTICLE)])
        } else {
            let folder = Folder::with::<&str>(&[]);
            for (name, bytes) in tree(&repository().join("examples")) {
                if !name.contains("/out/") {
                    folder.write(&format!("examples/{name}"), bytes);
                }
            }
            folder
        };
        let here = folder.path("");
        Self { folder, here }
    }

    fn write(&self, file: &str, bytes: &[u8]) {
        let path = self.here.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders can be made");
        fs::write(path, bytes).expect("files can be written");
    }

    /// What `ls` prints where nobody looks: one name a line.
    fn names(&self, folder: &str) -> String {
        let files = tree(&self.here.join(folder)).into_keys();
        let names = files.map(|name| name.split('/').next().unwrap_or_default().to_owned());
        let names: std::collections::BTreeSet<String> = names.filter(|name| !name.starts_with('.')).collect();
        names.into_iter().map(|name| name + "\n").collect()
    }

    /// What a command prints, in the order in which it prints it, and its exit code.
    fn run(&mut self, line: &str) -> (String, i32) {
        if let Some((text, file)) = line.strip_prefix("printf '").and_then(|rest| rest.split_once("' > ")) {
            self.write(file, &printf(text));
            return (String::new(), 0);
        }
        if let Some((megabytes, file)) = line.strip_prefix("truncate -s ").and_then(|rest| rest.split_once("M ")) {
            self.write(file, b"");
            let file = fs::OpenOptions::new().write(true).open(self.here.join(file)).expect("a file");
            file.set_len(megabytes.parse::<u64>().expect("a number") << 20).expect("a hole");
            return (String::new(), 0);
        }
        let (line, target) = line.split_once(" > ").map_or((line, None), |(line, target)| (line, Some(target)));
        let words = shell_words(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words[..] {
            ["cd", to] => {
                self.here = self.here.join(to);
                assert!(self.here.is_dir(), "no folder {to}");
                (String::new(), 0)
            }
            ["cat", file] => (fs::read_to_string(self.here.join(file)).unwrap_or_else(|e| panic!("{file}: {e}")), 0),
            ["ls"] => (self.names("."), 0),
            ["ls", folder] => (self.names(folder), 0),
            ["mujaz", ref args @ ..] => {
                let (mut reader, writer) = std::io::pipe().expect("a pipe");
                let mut command = mujaz();
                command
                    .args(args)
                    .current_dir(&self.here)
                    .stdin(std::process::Stdio::null())
                    .stderr(writer.try_clone().expect("a pipe"));
                match target {
                    Some(file) => command.stdout(fs::File::create(self.here.join(file)).expect("a file")),
                    None => command.stdout(writer.try_clone().expect("a pipe")),
                };
                // While a writer is open, the reader waits.
                drop(writer);
                let mut child = command.spawn().expect("the binary runs");
                drop(command);
                let mut printed = String::new();
                reader.read_to_string(&mut printed).expect("UTF-8");
                (redact(&printed), child.wait().expect("it ends").code().expect("a code"))
            }
            _ => panic!("`{line}` cannot be run here"),
        }
    }
}

/// The words of a command; double quotes keep blanks together.
fn shell_words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for (number, part) in line.split('"').enumerate() {
        let last = words.len() - 1;
        if number % 2 == 1 {
            words[last].push_str(part);
        } else {
            let mut pieces = part.split(' ');
            words[last].push_str(pieces.next().unwrap_or_default());
            words.extend(pieces.map(str::to_owned));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The bytes that `printf` makes of a text with `\n` and `\xHH`.
fn printf(text: &str) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::new(), text);
    while let Some((before, after)) = rest.split_once('\\') {
        out.extend_from_slice(before.as_bytes());
        let length = if let Some(digits) = after.strip_prefix('x') {
            out.push(u8::from_str_radix(&digits[..2], 16).expect("two hexadecimal digits"));
            3
        } else {
            assert!(after.starts_with('n'), "no such escape: {after}");
            out.push(b'\n');
            1
        };
        rest = &after[length..];
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

/// Whether lines fit a pattern of lines.
fn fits(pattern: &[String], lines: &[&str]) -> bool {
    match pattern.split_first() {
        None => lines.is_empty(),
        Some((first, rest)) if first == "..." => (0..=lines.len()).any(|skip| fits(rest, &lines[skip..])),
        Some((first, rest)) => lines.split_first().is_some_and(|(line, more)| line_fits(first, line) && fits(rest, more)),
    }
}

fn line_fits(pattern: &str, line: &str) -> bool {
    match pattern.split_once("[..]") {
        None => pattern == line.trim_end(),
        Some((before, after)) => line
            .strip_prefix(before)
            .is_some_and(|rest| (0..=rest.len()).filter(|&at| rest.is_char_boundary(at)).any(|at| line_fits(after, &rest[at..]))),
    }
}

/// Runs a chapter; returns its lines with what is printed now, and what does not fit.
fn run_chapter(path: &Path) -> (Vec<String>, Vec<String>) {
    let lines = lines_of(path);
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let small = name == "diagnostics.md";
    let mut session = Session::new(small);
    let (mut updated, mut faults, mut at) = (Vec::new(), Vec::new(), 0);
    for block in blocks(&lines) {
        if small && lines[at..block.lines.start].iter().any(|line| line.starts_with("## ")) {
            session = Session::new(true);
        }
        updated.extend_from_slice(&lines[at..block.lines.start]);
        at = block.lines.end;
        if let Some(file) = block.value("file") {
            session.folder.write(file, block.text(&lines));
        }
        if let Some(file) = block.value("append") {
            let there = fs::read_to_string(session.folder.path(file)).unwrap_or_else(|e| panic!("{file}: {e}"));
            session.folder.write(file, format!("{there}\n{}", block.text(&lines)));
        }
        let body = &lines[block.lines.clone()];
        if block.language() != "console" {
            updated.extend_from_slice(body);
            continue;
        }
        let (mut code, mut number) = (0, 0);
        while number < body.len() {
            let command = body[number].strip_prefix("$ ").unwrap_or_else(|| panic!("{name}: `{}` is no command", body[number]));
            let printed =
                body[number + 1..].iter().position(|line| line.starts_with("$ ")).map_or(body.len(), |end| number + 1 + end);
            let expected = &body[number + 1..printed];
            let (actual, exit) = session.run(command);
            let actual: Vec<&str> = actual.lines().map(str::trim_end).collect();
            updated.push(body[number].clone());
            if fits(expected, &actual) {
                updated.extend_from_slice(expected);
            } else {
                faults.push(format!("{name}:{}: $ {command}\n{}\n", block.lines.start + number + 1, actual.join("\n")));
                updated.extend(actual.iter().map(|&line| line.to_owned()));
            }
            (code, number) = (exit, printed);
        }
        let wanted: i32 = block.value("exit").map_or(0, |code| code.parse().expect("a number"));
        if code != wanted {
            faults.push(format!("{name}:{}: exit code {code}, not {wanted}\n", block.lines.start));
        }
    }
    updated.extend_from_slice(&lines[at..]);
    (updated, faults)
}

fn updating() -> bool {
    std::env::var_os("UPDATE_BOOK").is_some()
}

/// Compares a chapter with what it should be, or makes it so.
fn settle(path: &Path, updated: &[String], faults: &[String]) -> Vec<String> {
    if updating() {
        let text = updated.join("\n") + "\n";
        if text != fs::read_to_string(path).expect("a chapter") {
            fs::write(path, text).expect("a chapter");
        }
        // What is printed can be written down; how a command ends is what the chapter is about.
        return faults.iter().filter(|fault| fault.contains(": exit code ")).cloned().collect();
    }
    faults.to_vec()
}

#[test]
fn commands_and_tables() {
    let chapters = chapters();
    let faults: Vec<String> = std::thread::scope(|scope| {
        let running: Vec<_> = chapters.iter().map(|path| scope.spawn(move || (path, run_chapter(path)))).collect();
        running
            .into_iter()
            .flat_map(|one| {
                one.join().map_or_else(
                    |_| vec!["a chapter cannot be run".to_owned()],
                    |(path, (updated, faults))| settle(path, &updated, &faults),
                )
            })
            .collect()
    });
    let mut faults = faults;
    for path in &chapters {
        let (updated, found) = with_tables(&lines_of(path), &path.display().to_string());
        faults.extend(settle(path, &updated, &found));
    }
    assert!(faults.is_empty(), "not as the book says (UPDATE_BOOK=1 writes it):\n\n{}", faults.join("\n"));
}

/// The lines with the tables that are made from the program, and what was not so.
fn with_tables(lines: &[String], name: &str) -> (Vec<String>, Vec<String>) {
    let (mut out, mut faults, mut at) = (Vec::new(), Vec::new(), 0);
    while at < lines.len() {
        out.push(lines[at].clone());
        at += 1;
        let Some(what) = lines[at - 1].strip_prefix("<!-- ").and_then(|l| l.strip_suffix(" -->")).filter(|w| *w != "end") else {
            continue;
        };
        let made = table(what);
        let end =
            lines[at..].iter().position(|l| l == "<!-- end -->").unwrap_or_else(|| panic!("{name}: no end of `{what}`")) + at;
        if lines[at..end] != made[..] {
            faults.push(format!("{name}: the table `{what}` is not up to date"));
        }
        out.extend(made);
        at = end;
    }
    (out, faults)
}

fn table(what: &str) -> Vec<String> {
    let text = match what.split_once(' ') {
        None if what == "filters" => {
            let source = fs::read_to_string(repository().join("src/render/filters.rs")).expect("the filters");
            source
                .lines()
                .filter_map(|line| line.strip_prefix("//! ").filter(|l| l.starts_with('|')))
                .map(|line| format!("{line}\n"))
                .collect()
        }
        None if what == "unfilled" => {
            let folder = Folder::sample();
            assert_eq!(folder.mujaz(&["build", "astana", "--format", "json", "--quiet"]).code, Some(0));
            let pages = folder.tree("astana/out").into_iter().filter(|(name, _)| name.starts_with("astana-"));
            let briefs: Vec<Value> = pages.map(|(_, bytes)| serde_json::from_slice(&bytes).expect("JSON")).collect();
            let fields = briefs[0].as_object().expect("a brief").keys();
            let empty =
                fields.filter(|field| briefs.iter().all(|brief| brief[field.as_str()].as_array().is_some_and(Vec::is_empty)));
            let names: Vec<String> = empty.map(|field| format!("`{field}`")).collect();
            if names.is_empty() { "None.".to_owned() } else { names.join(", ") + "." }
        }
        None if what == "tracks" => {
            let mut rows = "| id | talks | rounds |\n| --- | --- | --- |\n".to_owned();
            for track in mujaz::glossary::load::builtin_tracks().into_iter().filter(|t| !t.elsewhere) {
                rows.push_str(&format!("| `{}` | {}, {} | {} |\n", track.id, track.en, track.ar, track.rounds.len()));
            }
            rows
        }
        Some(("schema", name)) => {
            let folder = Folder::with::<&str>(&[]);
            let printed = folder.mujaz(&["schema", name]).stdout;
            fields(&serde_json::from_str(&printed).expect("a schema"), !matches!(name, "brief" | "index" | "voice"))
        }
        _ => panic!("no table `{what}`"),
    };
    format!("\n{}\n", text.trim_end()).lines().map(str::to_owned).chain([String::new()]).collect()
}

/// The types of a schema as tables of their fields: the root first, then the others by name. What mujaz writes is there always.
fn fields(schema: &Value, written_by_hand: bool) -> String {
    let definitions = schema["definitions"].as_object().cloned().unwrap_or_default();
    let mut types: Vec<(String, &Value)> = Vec::new();
    if schema["type"] != "array" {
        types.push((schema["title"].as_str().expect("a title").to_owned(), schema));
    }
    types.extend(definitions.iter().map(|(name, value)| (name.clone(), value)));
    let mut out = String::new();
    for (name, value) in types {
        out.push_str(&format!("### {name}\n\n{}\n\n", value["description"].as_str().unwrap_or_default().replace('\n', " ")));
        if let Some(properties) = value["properties"].as_object() {
            out.push_str("| field | type | meaning |\n| --- | --- | --- |\n");
            for (field, property) in properties {
                let required = value["required"].as_array().is_some_and(|all| all.iter().any(|one| one == field));
                let optional = if required || !written_by_hand { "" } else { ", optional" };
                out.push_str(&format!("| `{field}` | {}{optional} | {} |\n", kind(property), words(property)));
            }
        } else {
            out.push_str("| value | meaning |\n| --- | --- |\n");
            for one in value["oneOf"].as_array().into_iter().flatten() {
                let values = one["enum"].as_array().cloned().unwrap_or_else(|| vec![one["const"].clone()]);
                let values: Vec<String> = values.iter().map(|v| format!("`{}`", v.as_str().unwrap_or_default())).collect();
                out.push_str(&format!("| {} | {} |\n", values.join(", "), words(one)));
            }
        }
        out.push('\n');
    }
    out
}

fn words(value: &Value) -> String {
    value["description"].as_str().unwrap_or_default().replace('\n', " ").replace('|', "\\|").replace("[`", "`").replace("`]", "`")
}

/// A type in words, with a link to its table.
fn kind(property: &Value) -> String {
    if let Some(name) = property["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap_or_default();
        return format!("[{name}](#{})", name.to_lowercase());
    }
    for key in ["allOf", "anyOf", "oneOf"] {
        if let Some(list) = property[key].as_array() {
            let kinds: Vec<String> = list.iter().map(kind).collect();
            return kinds.join(" or ");
        }
    }
    match &property["type"] {
        Value::String(kind) if kind == "array" => format!("list of {}", self::kind(&property["items"])),
        Value::String(kind) if kind == "object" => format!("map to {}", self::kind(&property["additionalProperties"])),
        Value::String(kind) => property["format"].as_str().filter(|f| *f == "date").unwrap_or(kind).to_owned(),
        Value::Array(kinds) => {
            let kinds = kinds
                .iter()
                .filter_map(Value::as_str)
                .map(|kind| if kind == "string" && property["format"] == "date" { "date" } else { kind });
            kinds.collect::<Vec<_>>().join(" or ")
        }
        _ => "any".to_owned(),
    }
}

#[test]
fn yaml_and_templates_are_read() {
    for path in chapters() {
        let lines = lines_of(&path);
        for block in blocks(&lines).iter().filter(|block| !block.says("wrong")) {
            let text = block.text(&lines);
            let place = format!("{}:{}", path.display(), block.lines.start);
            match block.language() {
                "yaml" if block.value("type") == Some("ci") => {
                    drop(serde_yaml::from_str::<serde_yaml::Value>(&text).unwrap_or_else(|e| panic!("{place}: {e}")))
                }
                "yaml" => yaml(&text, block.value("file").unwrap_or_default(), &place),
                "jinja" => {
                    let file = block
                        .value("file")
                        .map_or("templates/brief.md", |file| file.split_once("templates/").map_or(file, |(_, name)| name));
                    let template = UserTemplate { path: file.to_owned(), source: text };
                    let problems = Engine::new(&[template]).err().unwrap_or_default();
                    assert!(problems.is_empty(), "{place}: {}", problems[0]);
                }
                _ => {}
            }
        }
    }
}

fn yaml(text: &str, file: &str, place: &str) {
    let value: serde_yaml::Value = serde_yaml::from_str(text).unwrap_or_else(|e| panic!("{place}: {e}"));
    let first = value.as_sequence().and_then(|list| list.first());
    let error = if file.ends_with("mujaz.yaml") || (file.is_empty() && value.is_mapping()) {
        serde_yaml::from_str::<Config>(text).err()
    } else if first.is_some_and(|first| first.get("marks").is_some()) {
        serde_yaml::from_str::<Vec<Track>>(text).err()
    } else if file.ends_with("rounds.yaml") {
        serde_yaml::from_str::<Vec<Pin>>(text).err()
    } else if file.contains("translations/") {
        serde_yaml::from_str::<Vec<Translation>>(text).err()
    } else if first.is_some() {
        serde_yaml::from_str::<Vec<Entry>>(text).err()
    } else {
        None
    };
    assert!(error.is_none(), "{place}: {}", error.map(|e| e.to_string()).unwrap_or_default());
}

#[test]
fn every_code_has_a_section_with_an_example() {
    let text = fs::read_to_string(repository().join("book/src/diagnostics.md")).expect("the chapter");
    let sections: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(sections, Code::ALL.iter().map(|code| code.as_str()).collect::<Vec<_>>());
    for code in Code::ALL {
        let page = code.page();
        let first = page.split("\n\n").nth(1).expect("a paragraph").replace('\n', " ");
        let (description, lower) = (code.description(), first[..1].to_lowercase() + &first[1..]);
        assert!(lower.starts_with(description), "{code}: the first paragraph begins with `{description}`: {first}");
        let shown = page.contains(&format!("[{code}]"));
        assert!(shown != page.contains("not reported yet"), "{code}: an example, or the words that it is not reported yet");
        assert!(page.contains("\n**What to do:** ") || !shown, "{code}: what to do?");
    }
}

#[test]
fn every_subcommand_has_a_section() {
    let text = fs::read_to_string(repository().join("book/src/commands.md")).expect("the chapter");
    for command in mujaz::cli::Cli::command().get_subcommands().filter(|command| command.get_name() != "help") {
        assert!(text.contains(&format!("\n## {}\n", command.get_name())), "{} has no section", command.get_name());
    }
}

#[test]
fn explain_prints_the_section_of_a_code() {
    let folder = Folder::with::<&str>(&[]);
    for code in [Code::ConfigSyntax, Code::GlossaryEntry, Code::YamlTooComplex] {
        let run = folder.mujaz(&["explain", code.as_str()]);
        assert_eq!((run.code, run.stdout, run.stderr.as_str()), (Some(0), code.page(), ""));
    }
}

#[test]
fn links_lead_somewhere_and_every_chapter_is_in_the_summary() {
    let mut pages = chapters();
    pages.extend(["CONTRIBUTING.md", "CHANGELOG.md", "examples/astana/README.md"].map(|name| repository().join(name)));
    for page in &pages {
        let text = fs::read_to_string(page).expect("a page");
        for link in links(&text) {
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = if file.is_empty() { page.clone() } else { page.parent().expect("a folder").join(file) };
            assert!(target.exists(), "{}: {link} leads nowhere", page.display());
            if !anchor.is_empty() {
                let there = fs::read_to_string(&target).expect("a page");
                let anchors = there
                    .lines()
                    .filter(|line| line.starts_with('#'))
                    .map(|line| line.trim_start_matches('#').trim().to_lowercase().replace('`', "").replace(' ', "-"));
                assert!(anchors.into_iter().any(|a| a == anchor), "{}: {link}: no such heading", page.display());
            }
        }
    }
    let listed = links(&summary());
    for name in tree(&repository().join("book/src")).into_keys().filter(|name| name.ends_with(".md") && name != "SUMMARY.md") {
        assert!(listed.contains(&name), "{name} is not in the summary");
    }
}

#[test]
fn patterns() {
    let own = |lines: &[&str]| lines.iter().map(|&l| l.to_owned()).collect::<Vec<_>>();
    assert!(fits(&own(&["a [..] c", "...", "z"]), &["a b b c", "x", "y", "z"]));
    assert!(fits(&own(&["...", "z"]), &["z"]) && fits(&own(&["..."]), &[]));
    assert!(!fits(&own(&["a [..] c"]), &["a b"]) && !fits(&own(&["a"]), &["a", "b"]) && !fits(&own(&["a", "b"]), &["a"]));
}
