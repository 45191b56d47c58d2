//! The subcommands: each loads, calls the stages in their order, and reports. Data goes to `out`, problems and summaries to `err`.

mod analyze;
mod assembled;
mod broken;
mod build;
mod diff;
mod explain;
mod given;
mod glossary;
mod left_out;
mod limits;
mod pages;
mod progress;
mod project;
mod rounds;
mod schema;
mod serve;
mod shell;
mod stale;
mod summarize;
mod template;
mod translations;
mod translator;
mod unused;
mod verify;
mod wrong;

use std::fs;
use std::io::Write;
use std::path::{Component, MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use crate::article::MAX_FILE;
use crate::cli::{Cli, Command, GlossaryCommand, MessageFormat};
use crate::diagnostic::{self, Diagnostic, Severity, Source, formats};
use crate::workspace;

/// What a command ends with.
#[derive(Debug)]
enum Stop {
    /// Problems in content: exit 1.
    Content(Vec<Diagnostic>),
    /// Input that cannot be read, or a wrong argument: exit 2.
    Usage(String),
    /// The reader of the output went away.
    Closed,
}

impl From<Vec<Diagnostic>> for Stop {
    fn from(problems: Vec<Diagnostic>) -> Self {
        Self::Content(problems)
    }
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Usage(error.to_string()),
        }
    }
}

/// What a command that went well has to say: warnings, and whether it found a difference.
#[derive(Debug, Default)]
struct Done {
    warnings: Vec<Diagnostic>,
    summary: String,
    /// True if a comparison found a difference: exit 1.
    differs: bool,
}

impl Done {
    /// How many warnings there are; notices are none.
    fn count(warnings: &[Diagnostic]) -> usize {
        warnings.iter().filter(|w| w.severity == Severity::Warning).count()
    }
}

/// Runs a command; the result is the exit code.
pub fn run(cli: &Cli, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let result = match &cli.command {
        Command::Build(args) => build::build(args, for_people(cli.message_format).then_some(&mut *out)),
        Command::Serve(args) => serve::serve(args, cli, out, err),
        Command::Check(place) => build::check(place),
        Command::Init { dir } => workspace::init(dir).map_err(Stop::from).map(|files| Done {
            summary: format!("wrote {} files; now: mujaz build {}\n", files.len(), dir.display()),
            ..Done::default()
        }),
        Command::Analyze(args) => analyze::analyze(args, out),
        Command::Summarize(args) => summarize::summarize(args, out),
        Command::Context { round, dir, as_of } => build::context(round, dir, *as_of, out),
        Command::Rounds(what) => rounds::rounds(what, out),
        Command::Diff { old, new, format } => diff::diff(old, new, *format, out),
        Command::Explain { subject } => explain::explain(subject, out),
        Command::Verify { out, sources } => verify::verify(out, sources.as_deref()),
        Command::Glossary { command } => glossary::glossary(command, out),
        Command::Template { command } => template::template(command, out),
        Command::Completions { shell } => shell::completions(*shell, out),
        Command::Man { dir } => shell::man(dir),
        Command::Translations { command } => translations::translations(command, out),
        Command::Schema { name } => schema::schema(*name, out),
    };
    let (code, problems, summary) = match result {
        Ok(done) => {
            (u8::from(done.differs || (cli.deny_warnings && Done::count(&done.warnings) > 0)), done.warnings, done.summary)
        }
        Err(Stop::Content(problems)) => (exit_code(&problems), problems, String::new()),
        Err(Stop::Usage(message)) => {
            let _ = writeln!(err, "error: {message}");
            return 2;
        }
        Err(Stop::Closed) => return 0,
    };
    let _ = out.flush();
    let shown: Vec<Diagnostic> = problems.into_iter().filter(|p| !cli.quiet || p.severity == Severity::Error).collect();
    let told = !shown.is_empty() && cli.message_format == MessageFormat::Human;
    let shown = show(shown, cli);
    // For these commands the problems are the data, where machines read them.
    let alone = match &cli.command {
        Command::Build(_) | Command::Check(_) | Command::Verify { .. } => true,
        Command::Glossary { command } => matches!(command, GlossaryCommand::Check { .. }),
        _ => false,
    };
    let _ = match alone && !for_people(cli.message_format) {
        true => write!(out, "{shown}"),
        false => write!(err, "{shown}"),
    };
    if !cli.quiet && !summary.is_empty() {
        let _ = write!(err, "{}{summary}", if told { "\n" } else { "" });
    }
    code
}

/// `1 round`, `2 rounds`.
fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// A file that the command line names, as text.
fn read_source(path: &Path) -> Result<Arc<Source>, Stop> {
    let name = path.display().to_string();
    let failed = |why: String| Stop::Usage(format!("cannot read {name}: {why}"));
    let length = fs::metadata(path).map_err(|e| failed(e.to_string()))?.len();
    if length > MAX_FILE {
        return Err(failed(format!("it has {} MB, and may have {}", length.div_ceil(1 << 20), MAX_FILE >> 20)));
    }
    let text = fs::read_to_string(path).map_err(|e| failed(e.to_string()))?;
    Ok(Source::new(name, text))
}

/// Writes a file of a workspace, whole or not at all.
fn save(root: &Path, name: &str, text: &str) -> Result<(), Stop> {
    let path = root.join(name);
    let failed = |error: std::io::Error| Stop::Usage(format!("cannot write {name}: {error}"));
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(failed)?;
    let mut file = tempfile::Builder::new().prefix(".mujaz-").tempfile_in(folder).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    match fs::metadata(&path) {
        Ok(old) => file.as_file().set_permissions(old.permissions()).map_err(failed)?,
        // A file that is new gets the permissions that new files get.
        Err(_) => return fs::write(&path, text).map_err(failed),
    }
    file.persist(&path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// The problems, with files called as they are from the current folder: whoever reads them is there, and knows the repository, not the workspace in it.
fn show(problems: Vec<Diagnostic>, cli: &Cli) -> String {
    show_as(cli.message_format, true, problems, cli)
}

fn show_as(format: MessageFormat, color: bool, mut problems: Vec<Diagnostic>, cli: &Cli) -> String {
    diagnostic::sort(&mut problems);
    let here = std::env::current_dir().unwrap_or_default();
    let name = |file: &str| from_here(file, cli, &here);
    match format {
        MessageFormat::Human => diagnostic::render::human_with(&problems, color, &name),
        MessageFormat::Short => diagnostic::render::short_with(&problems, &name),
        format => {
            let findings = formats::findings(&problems, &name);
            match format {
                MessageFormat::Github => formats::github(&findings),
                MessageFormat::Gitlab => formats::gitlab(&findings),
                MessageFormat::Sarif => formats::sarif(&findings),
                MessageFormat::Junit => formats::junit(&findings, cli.deny_warnings),
                _ => formats::json(&findings),
            }
        }
    }
}

fn for_people(format: MessageFormat) -> bool {
    matches!(format, MessageFormat::Human | MessageFormat::Short)
}

/// What a file of the workspace is called from the current folder.
fn from_here(file: &str, cli: &Cli, here: &Path) -> String {
    let inside = cli.command.dir().unwrap_or(Path::new("")).join(file);
    let path = if inside.exists() { inside } else { PathBuf::from(file) };
    let path = path.strip_prefix(here).unwrap_or(&path);
    let plain: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    plain.to_string_lossy().replace(MAIN_SEPARATOR, "/")
}

/// 2 when what was named cannot be read or written at all, else 1.
fn exit_code(problems: &[Diagnostic]) -> u8 {
    use crate::diagnostic::Code::{OutputUnwritable, WorkspaceMissing};
    if problems.iter().any(|p| matches!(p.code, WorkspaceMissing | OutputUnwritable)) { 2 } else { 1 }
}
