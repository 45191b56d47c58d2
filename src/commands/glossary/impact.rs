//! `glossary impact`: which lines of the briefs a change of the glossary changes.
//!
//! Every brief is made twice, with the glossary as it was and as it is, and compared as Markdown, line by line.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use similar::{ChangeTag, TextDiff};

use super::count;
use crate::cli::GlossaryImpact;
use crate::commands::project::Project;
use crate::commands::{Done, Stop, build, read_source};
use crate::diagnostic::{Source, render};
use crate::workspace::{Config, Workspace};

/// `mujaz glossary impact`.
pub(super) fn impact(args: &GlossaryImpact, out: &mut dyn Write) -> Result<Done, Stop> {
    let workspace = Workspace::load(&args.dir)?;
    let mut other = Workspace::load(&args.dir)?;
    let (before, after) = match &args.with {
        Some(file) => {
            let source = read_source(file)?;
            let mut workspace = workspace;
            let same = |s: &Arc<Source>| {
                file.canonicalize().ok().is_some_and(|file| args.dir.join(&s.path).canonicalize().is_ok_and(|own| own == file))
            };
            if other.glossary.iter().any(same) {
                // It is one of the workspace's own: what would be without it?
                workspace.glossary.retain(|s| !same(s));
            } else {
                let name = file.file_name();
                other.glossary.retain(|s| Path::new(&s.path).file_name() != name);
                other.glossary.push(source);
            }
            (workspace, other)
        }
        None => {
            other.glossary = committed(&args.dir, &args.since, &workspace.config)?;
            (other, workspace)
        }
    };
    let old = pages(before).map_err(|stop| match stop {
        Stop::Content(problems) => {
            let problems = render::short(&problems);
            Stop::Usage(format!(
                "the glossary of {} has errors, there is nothing to compare with:\n{}",
                args.since,
                problems.trim_end()
            ))
        }
        other => other,
    })?;
    let new = pages(after)?;
    let mut rounds: Vec<&String> = old.iter().chain(&new).map(|(id, _)| id).collect();
    rounds.sort_unstable();
    rounds.dedup();
    let (mut lines, mut briefs) = (0, 0);
    for id in rounds {
        let page = |pages: &'_ [(String, String)]| pages.iter().find(|(own, _)| own == id).map(|(_, page)| page.clone());
        let changed = changes(&page(&old).unwrap_or_default(), &page(&new).unwrap_or_default(), out, id)?;
        lines += changed;
        briefs += usize::from(changed > 0);
    }
    let (lines, briefs) = (count(lines, "line", "lines"), count(briefs, "brief", "briefs"));
    Ok(Done { summary: format!("{lines} changed in {briefs}\n"), ..Done::default() })
}

/// Prints what differs between two pages, under the heading it stands under; returns how many lines do, each that came or went for one. A line that is on the
/// page more than once is told once, where it stands first.
fn changes(old: &str, new: &str, out: &mut dyn Write, id: &str) -> Result<usize, Stop> {
    let diff = TextDiff::from_lines(old, new);
    let (mut number, mut heading, mut shown, mut told) = (0, String::new(), None, BTreeSet::new());
    for change in diff.iter_all_changes() {
        let line = plain(change.value());
        if line.starts_with('#') && change.tag() != ChangeTag::Delete {
            heading = line.trim_start_matches('#').trim().to_owned();
        }
        let sign = match change.tag() {
            ChangeTag::Equal => continue,
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
        };
        if line.is_empty() || !told.insert((sign, line.clone())) {
            continue;
        }
        if number == 0 {
            writeln!(out, "{id}")?;
        }
        if shown.as_ref() != Some(&heading) {
            writeln!(out, "  {heading}")?;
            shown = Some(heading.clone());
        }
        number += 1;
        writeln!(out, "  {sign} {line}")?;
    }
    if number > 0 {
        writeln!(out)?;
    }
    Ok(number)
}

/// A line of Markdown without the tags that give it its direction.
fn plain(line: &str) -> String {
    let (mut out, mut rest) = (String::new(), line);
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        match after.split_once('>') {
            Some((tag, next)) => {
                if tag == "/td" || tag == "/th" {
                    out.push_str(" | ");
                }
                rest = next;
            }
            None => {
                out.push('<');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    for (entity, c) in
        [("&#91;", "["), ("&#93;", "]"), ("&#42;", "*"), ("&#95;", "_"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
    {
        out = out.replace(entity, c);
    }
    out.trim_end_matches([' ', '|', '\n', '\r', '\\']).to_owned()
}

/// The briefs of a workspace, as Markdown, with the ids of their rounds.
fn pages(workspace: Workspace) -> Result<Vec<(String, String)>, Stop> {
    build::markdown(&Project::of(workspace, None)?)
}

/// The glossary files of a commit.
fn committed(dir: &Path, commit: &str, config: &Config) -> Result<Vec<Arc<Source>>, Stop> {
    let git = |args: &[&str]| -> Result<Vec<u8>, Stop> {
        let run = Command::new("git").arg("-C").arg(dir).args(args).output();
        let instead = "name the change instead: mujaz glossary impact --with FILE";
        let output = run.map_err(|e| Stop::Usage(format!("git cannot be run: {e}; {instead}")))?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(Stop::Usage(format!("{}; {instead}", String::from_utf8_lossy(&output.stderr).trim().trim_start_matches("fatal: "))))
    };
    let mut list = vec!["ls-tree", "-r", "-z", "--name-only", "--end-of-options", commit, "--"];
    list.extend(config.glossary.paths.iter().map(String::as_str));
    let names = String::from_utf8_lossy(&git(&list)?).into_owned();
    let yaml =
        |name: &&str| (name.ends_with(".yaml") || name.ends_with(".yml")) && !name.split('/').any(|part| part.starts_with('.'));
    let mut sources = Vec::new();
    for name in names.split('\0').filter(yaml) {
        let text = git(&["show", "--end-of-options", &format!("{commit}:./{name}")])?;
        sources.push(Source::new(name, String::from_utf8_lossy(&text)));
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}
