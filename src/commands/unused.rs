//! Templates of a workspace that no page is made by: misnamed, or of a set that the config does not name.

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::render::engine;
use crate::workspace::Workspace;

/// A warning about each.
pub(super) fn templates(workspace: &Workspace) -> Vec<Diagnostic> {
    let builtin: Vec<&str> = engine::builtin().into_iter().map(|(name, _)| name).collect();
    let mut out = Vec::new();
    for (path, _) in &workspace.templates {
        let name = path.strip_prefix("templates/").unwrap_or(path);
        let Some((set, format)) = name.split_once('.') else { continue };
        // Parts that others take in may be called as one likes.
        let taken = |text: &str| text.contains(&format!("\"{name}\"")) || text.contains(&format!("\"{path}\""));
        let by_others = workspace.templates.iter().any(|(other, text)| other != path && taken(text));
        if builtin.contains(&name) || by_others || workspace.config.sets.iter().any(|own| own == set) {
            continue;
        }
        let warning = Diagnostic::warning(Code::WorkspaceUnread, format!("no page is made by `{path}`")).in_file(path);
        out.push(match did_you_mean(name, builtin.iter().copied()) {
            Some(near) => warning.hint(format!("did you mean `{near}`?")),
            None if matches!(format, "html" | "md") => {
                warning.hint(format!("name `{set}` in `sets` of mujaz.yaml, or include the file in another template"))
            }
            None => warning.hint("include it in another template, or take it away"),
        });
    }
    out
}
