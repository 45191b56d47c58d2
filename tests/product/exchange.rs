//! Files of translators' tools: out, back, and through translate-toolkit where it is there (`.ci/run` installs it).

#![expect(clippy::print_stderr, reason = "what was not run is said")]

use std::path::PathBuf;
use std::process::Command;

use snapbox::{assert_data_eq, str};

use crate::common::{Folder, repository};

/// A Python that has translate-toolkit: that of `MUJAZ_TOOLKIT`, else the one that `.ci/run` made.
fn toolkit() -> Option<PathBuf> {
    let named = std::env::var_os("MUJAZ_TOOLKIT").map(PathBuf::from);
    let made = repository().join("target/tools/toolkit/bin/python");
    named.or(Some(made)).filter(|python| python.exists())
}

/// Pairs of Arabic and English that the toolkit finds in a file.
fn through(python: &PathBuf, what: &str, folder: &Folder, file: &str) -> Vec<(String, String)> {
    let mut command = Command::new(python);
    command.arg(repository().join("tests/exchange/toolkit.py")).arg(what).arg(folder.path(file));
    let output = command.output().expect("python runs");
    assert!(output.status.success(), "{file}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("a pair")).collect()
}

#[test]
fn translators_tools_fill_the_files_and_nothing_is_lost() {
    let Some(python) = toolkit() else {
        eprintln!("translate-toolkit is not there: not run");
        return;
    };
    for (format, file) in [("xliff", "a.xlf"), ("tmx", "a.tmx"), ("po", "a.po")] {
        let folder = Folder::sample();
        let export = || folder.mujaz(&["translations", "export", "astana", "--all", "--format", format]);
        let first = export();
        assert_eq!(first.code, Some(0), "{}", first.stderr);
        folder.write(file, &first.stdout);
        let filled = through(&python, "fill", &folder, file);
        let lines: usize = first.stderr.split(' ').next().and_then(|n| n.parse().ok()).expect("a number");
        assert_eq!(filled.len(), lines, "{format}");
        assert!(filled.iter().all(|(ar, en)| !ar.is_empty() && !en.is_empty()), "{format}");
        let args = ["translations", "import", file, "--dir", "astana", "--by", "T", "--date", "2017-02-18"];
        let run = folder.mujaz(&args);
        let expected =
            format!("{} new, 2 there already, 0 conflicts, 0 without finished English: wrote translations/a.yaml\n", lines - 2);
        assert_eq!((run.code, run.stderr), (Some(0), expected), "{format}");
        // The briefs now have this English, and the next file says so.
        let second = export();
        assert_eq!(second.stderr, format!("{lines} lines, {lines} of them translated\n"));
        folder.write(file, &second.stdout);
        assert_eq!(through(&python, "list", &folder, file), filled, "{format}");
        let again = folder.mujaz(&args);
        assert_eq!(
            again.stderr,
            format!("0 new, {lines} there already, 0 conflicts, 0 without finished English: nothing written\n")
        );
    }
}

#[test]
fn terminology_tools_read_the_glossary() {
    let Some(python) = toolkit() else {
        eprintln!("translate-toolkit is not there: not run");
        return;
    };
    let folder = Folder::sample();
    for (format, file) in [("tbx", "a.tbx"), ("omegat", "a.utf8")] {
        let run = folder.mujaz(&["glossary", "export", "astana", "--format", format]);
        let entries: usize = run.stderr.split(' ').next().and_then(|n| n.parse().ok()).expect("a number");
        folder.write(file, run.stdout);
        let pairs = through(&python, "list", &folder, file);
        let lavrov = pairs.iter().any(|(a, b)| [a, b].iter().any(|t| t.as_str() == "Sergey Lavrov"));
        assert!(pairs.len() >= entries && lavrov, "{format}: {} pairs of {entries} entries", pairs.len());
    }
}

const PO: &str = "\u{feff}msgid \"\"\r\nmsgstr \"\"\r\n\"Last-Translator: R. Viewer <r@example.org>\\n\"\r\n\"PO-Revision-Date: 2017-02-18 10:00+0000\\n\"\r\n\r\n";
const LINE: &str = "اختتمت في أستانا الجولة الثانية من المحادثات السورية من دون بيان ختامي.";

#[test]
fn what_a_translator_sends_goes_into_the_workspace_and_the_brief() {
    let folder = Folder::built();
    let po = format!(
        "{PO}msgid \"{LINE}\"\r\nmsgstr \"The second round ended \"\r\n\"without a final statement.\"\r\n\r\n#, fuzzy\r\nmsgid \"نص آخر\"\r\nmsgstr \"Another text\"\r\n\r\nmsgid \"نص ثالث\"\r\nmsgstr \"\"\r\n"
    );
    folder.write("t.po", po);
    let run = folder.mujaz(&["translations", "import", "t.po", "--dir", "desk"]);
    let expected = "1 new, 0 there already, 0 conflicts, 2 without finished English: wrote translations/t.yaml\n";
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), expected));
    let yaml = format!(
        "- ar: {LINE}\n  en: The second round ended without a final statement.\n  by: R. Viewer <r@example.org>\n  date: 2017-02-18\n"
    );
    assert_eq!(folder.read("desk/translations/t.yaml"), yaml);
    assert_eq!(folder.mujaz(&["build", "desk"]).code, Some(0));
    assert!(folder.read("desk/out/astana-2.json").contains("\"by\": \"R. Viewer <r@example.org>\""));
}

#[test]
fn other_english_is_a_conflict_and_is_taken_only_where_that_is_asked_for() {
    let folder = Folder::built();
    let yaml = format!(
        "# mine\r\n- en: It ended badly.  # sic\r\n  ar: {LINE}  # as printed\r\n  by: 'A. Editor'\r\n  date: 2017-02-17\r\n"
    );
    folder.write("desk/translations/a.yaml", &yaml);
    folder.write("t.po", format!("{PO}msgid \"{LINE}\"\nmsgstr \"It ended: well.\"\n"));
    let run = folder.mujaz(&["translations", "import", "t.po", "--dir", "desk"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
warning[exchange-conflict]: there is other English for `اختتمت في أستانا الجولة الثانية من المحادثات السورية من دون بيان ختامي.`
 --> t.po:6:1
  |
6 | msgid "اختتمت في أستانا الجولة الثانية من المحادثات السورية من دون بيان ختامي."
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = note: in the workspace: It ended badly. (A. Editor, 2017-02-17)
  = note: in the file: It ended: well. (R. Viewer <r@example.org>, 2017-02-18)
  = hint: the workspace was not changed for this; change it by hand, or import with --replace

0 new, 0 there already, 1 conflict, 0 without finished English: nothing written

"#]]
    );
    assert_eq!((run.code, folder.read("desk/translations/a.yaml")), (Some(0), yaml));
    let run = folder.mujaz(&["translations", "import", "t.po", "--dir", "desk", "--replace"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(
        folder.read("desk/translations/a.yaml"),
        format!(
            "# mine\r\n- en: \"It ended: well.\"  # sic\r\n  ar: {LINE}  # as printed\r\n  by: R. Viewer <r@example.org>\r\n  date: 2017-02-18\r\n"
        )
    );
}

#[test]
fn what_cannot_be_imported_is_told_and_nothing_is_written() {
    let folder = Folder::built();
    let mut all = String::new();
    for (file, text) in [
        ("a.po", format!("msgid \"{LINE}\"\nmsgstr \"It ended.\"\n")),
        ("b.po", "msgid \"نص\"\nmsgstr It ended.\n".to_owned()),
        ("c.xlf", "<xliff version=\"2.0\"/>".to_owned()),
        ("d.tmx", "<!DOCTYPE tmx [<!ENTITY a \"b\">]><tmx/>".to_owned()),
        ("e.xlf", "<xliff version=\"1.2\"><file source-language=\"fr\" target-language=\"en\"/></xliff>".to_owned()),
        ("f.docx", "text".to_owned()),
        ("g.po", format!("{PO}msgid \"نفى حزب الله ذلك\"\nmsgstr \"Hizbullah denied it.\"\n")),
    ] {
        folder.write(file, text);
        let run = folder.mujaz(&["translations", "import", file, "--dir", "desk", "--message-format", "short"]);
        all.push_str(&format!("{} {}", run.code.unwrap_or_default(), run.stderr));
    }
    assert_data_eq!(
        all,
        str![[r#"
2 error: a.po does not say who translated `اختتمت في أستانا الجولة الثانية من المحادثات السورية من دون بيان ختامي.`: say it with --by
1 b.po:2:1: error[exchange-file]: a text that is not in whole quotation marks: `msgstr It ended.`
1 c.xlf:1:1: error[exchange-file]: this is XLIFF 2.0, and no XLIFF 1.2
1 d.tmx:1:1: error[exchange-file]: a DOCTYPE that declares things of its own
1 e.xlf:1:22: error[exchange-file]: `source-language` is `fr`, and not `ar`
2 error: f.docx: what format is this? The name ends in .xlf, .xliff, .tmx or .po
1 g.po:6:1: error[translations-spelling]: `Hizbullah` is a spelling that the glossary refuses

"#]]
    );
    assert!(!folder.path("desk/translations").exists());
}

#[test]
fn a_glossary_goes_out_and_comes_back() {
    let folder = Folder::built();
    let own = "- id: ufuq\n  kind: media\n  en: {preferred: Al-Ufuq, deprecated: [Alufuq]}\n  ar: [وكالة الأفق, \"الأفق | نت\"]\n  note: \"a, b; c\"\n";
    folder.write("desk/glossary/own.yaml", own);
    for (format, file) in [("tbx", "terms.tbx"), ("csv", "terms.csv"), ("omegat", "terms.tsv")] {
        let run = folder.mujaz(&["glossary", "export", "desk", "--own", "--format", format]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), "1 entry\n"));
        folder.write(file, run.stdout);
        let same = folder.mujaz(&["glossary", "import", file, "--dir", "desk"]);
        let expected = "0 new, 0 in place of built-in ones, 1 there already, 0 conflicts: nothing written\n";
        assert_eq!((same.code, same.stderr.as_str()), (Some(0), expected), "{format}");
        let other = Folder::built();
        other.write(file, folder.read(file));
        let new = other.mujaz(&["glossary", "import", file, "--dir", "desk"]);
        let expected = "1 new, 0 in place of built-in ones, 0 there already, 0 conflicts: wrote glossary/terms.yaml\n";
        assert_eq!((new.code, new.stderr.as_str()), (Some(0), expected), "{format}");
        let written = "- id: ufuq\n  kind: media\n  en: {preferred: Al-Ufuq, deprecated: [Alufuq]}\n  ar: [وكالة الأفق, الأفق | نت]\n  note: \"a, b; c\"\n";
        assert_eq!(other.read("desk/glossary/terms.yaml"), written, "{format}");
    }
}

#[test]
fn terms_of_other_tools_get_ids_and_never_overwrite() {
    let folder = Folder::built();
    folder.write("desk/glossary/own.yaml", "- {id: ufuq, kind: media, en: Al-Ufuq, ar: [وكالة الأفق]}\n");
    folder.write("omegat.txt", "# terms\r\nلجنة الرصد\tMonitoring Panel\tsaid at the podium\r\nهيئة الرصد\tMonitoring Panel\t\r\nوكالة الأفق\tAl-Ufuq\t\r\n");
    folder.write("terms.csv", "id,kind,en,ar\nufuq,media,Al-Ofoq,وكالة الأفق\n");
    let run = folder.mujaz(&["glossary", "import", "omegat.txt", "--dir", "desk"]);
    let expected = "1 new, 0 in place of built-in ones, 1 there already, 0 conflicts: wrote glossary/omegat.yaml\n";
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), expected));
    assert_eq!(
        folder.read("desk/glossary/omegat.yaml"),
        "- id: monitoring_panel\n  kind: term\n  en: Monitoring Panel\n  ar: [لجنة الرصد, هيئة الرصد]\n  note: said at the podium\n"
    );
    let run = folder.mujaz(&["glossary", "import", "terms.csv", "--dir", "desk", "--message-format", "short"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
terms.csv:2:1: warning[exchange-conflict]: the workspace has another entry `ufuq`
0 new, 0 in place of built-in ones, 0 there already, 1 conflict: nothing written

"#]]
    );
}
