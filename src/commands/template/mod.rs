//! `template`: what editors do with the templates of a workspace.

mod check;
mod markup;
mod names;
mod shape;
mod vars;

use std::fs;
use std::io::Write;
use std::path::Path;

use super::{Done, Stop};
use crate::cli::TemplateCommand;
use crate::diagnostic::did_you_mean;
use crate::render::engine::builtin;
use crate::workspace::Workspace;

/// `mujaz template`.
pub(super) fn template(command: &TemplateCommand, out: &mut dyn Write) -> Result<Done, Stop> {
    match command {
        TemplateCommand::List { dir } => list(dir, out),
        TemplateCommand::Show { name, dir } => show(name, dir, out),
        TemplateCommand::New { name, from, dir } => new(name, from.as_deref(), dir, out),
        TemplateCommand::Vars { dir, round, index } => vars::vars(dir, round.as_deref(), *index, out),
        TemplateCommand::Check { dir } => check::check(dir),
    }
}

fn list(dir: &Path, out: &mut dyn Write) -> Result<Done, Stop> {
    let workspace = Workspace::load_desk(dir)?;
    let mut rows: Vec<(String, &str)> = Vec::new();
    for (name, _) in builtin() {
        let own = workspace.templates.iter().any(|(path, _)| path.strip_prefix("templates/") == Some(name));
        rows.push((name.to_owned(), if own { "own, in the place of the built-in one" } else { "built-in" }));
    }
    for (path, _) in &workspace.templates {
        let name = path.strip_prefix("templates/").unwrap_or(path);
        if !rows.iter().any(|(other, _)| other == name) {
            rows.push((name.to_owned(), "own"));
        }
    }
    rows.sort();
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    for (name, state) in rows {
        writeln!(out, "{name:width$}  {state}")?;
    }
    Ok(Done::default())
}

/// A template as it is used, or ours.
fn source<'w>(workspace: &'w Workspace, name: &str) -> Option<&'w str> {
    let name = name.strip_prefix("templates/").unwrap_or(name);
    let own = workspace.templates.iter().find(|(path, _)| path.strip_prefix("templates/") == Some(name));
    own.map(|(_, text)| text.as_str()).or_else(|| ours(name))
}

fn ours(name: &str) -> Option<&'static str> {
    let name = name.strip_prefix("builtin/").unwrap_or(name);
    builtin().into_iter().find(|(own, _)| *own == name).map(|(_, text)| text)
}

fn unknown(name: &str, workspace: &Workspace) -> Stop {
    let own = workspace.templates.iter().map(|(path, _)| path.strip_prefix("templates/").unwrap_or(path).to_owned());
    let names: Vec<String> = builtin().into_iter().map(|(name, _)| name.to_owned()).chain(own).collect();
    let near = did_you_mean(name, names.iter().map(String::as_str));
    let hint = near.map_or_else(|| "`mujaz template list` has the names".to_owned(), |near| format!("did you mean `{near}`?"));
    Stop::Usage(format!("there is no template `{name}`; {hint}"))
}

fn show(name: &str, dir: &Path, out: &mut dyn Write) -> Result<Done, Stop> {
    let workspace = Workspace::load_desk(dir)?;
    let text = source(&workspace, name).ok_or_else(|| unknown(name, &workspace))?;
    out.write_all(text.as_bytes())?;
    Ok(Done::default())
}

fn new(name: &str, from: Option<&str>, dir: &Path, out: &mut dyn Write) -> Result<Done, Stop> {
    let workspace = Workspace::load_desk(dir)?;
    let name = name.strip_prefix("templates/").unwrap_or(name);
    let plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':']);
    if !name.split('/').all(plain) || !(name.ends_with(".html") || name.ends_with(".md")) {
        return Err(Stop::Usage(format!(
            "`{name}` cannot be the name of a template: write a name such as `brief.html` or `short.md`"
        )));
    }
    let text = match from {
        Some(from) => ours(from).map(str::to_owned).ok_or_else(|| unknown(from, &workspace))?,
        None => extending(
            name,
            ours(name).ok_or_else(|| {
                let near = did_you_mean(name, builtin().into_iter().map(|(name, _)| name)).map_or_else(
                    || "name one to copy, as in `--from brief.md`".to_owned(),
                    |near| format!("did you mean `{near}`? Or name one to copy, as in `--from brief.md`"),
                );
                Stop::Usage(format!("there is no built-in `{name}` to extend: {near}"))
            })?,
        ),
    };
    let path = workspace.root.join("templates").join(name);
    let failed = |error: std::io::Error| Stop::Usage(format!("cannot write templates/{name}: {error}"));
    fs::create_dir_all(path.parent().unwrap_or(&path)).map_err(failed)?;
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(&path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    writeln!(out, "templates/{name}")?;
    Ok(Done { summary: "see what it does: mujaz serve; what it may use: mujaz template vars\n".to_owned(), ..Done::default() })
}

/// A template that extends a built-in one and changes nothing yet.
fn extending(name: &str, builtin: &str) -> String {
    let mut blocks: Vec<&str> = Vec::new();
    for part in builtin.split("{%").skip(1) {
        let mut words = part.trim_start_matches('-').split_whitespace();
        if let (Some("block"), Some(block)) = (words.next(), words.next())
            && !blocks.contains(&block)
        {
            blocks.push(block);
        }
    }
    let (first, last) = (blocks.first().copied().unwrap_or("foot"), blocks.join(", "));
    format!(
        "{{% extends \"builtin/{name}\" %}}\n{{# What is in no block here is as in the built-in template. Its blocks: {last}.\n   To change one, write it anew; `super()` is what the built-in one has there:\n\n   {{% block {first} %}}{{{{ super() }}}} more of yours {{% endblock %}}\n#}}\n"
    )
}
