//! `serve`: the pages of a workspace in a browser, made anew whenever something is saved.
//!
//! One thread waits for changes and builds, one answers requests, and one more waits for each open page. Pages are kept in memory: nothing is written. What cannot be
//! built shows over the last good page, as `build` prints it, until it is mended.

mod http;
mod made;
mod page;
mod site;
mod watch;

use std::io::Write;
use std::sync::Arc;
use std::time::Instant;

use super::{Done, Stop, count, show, show_as};
use crate::cli::{Cli, MessageFormat, Serve};
use crate::diagnostic::{self, Diagnostic};
use site::Site;

/// `mujaz serve`. Comes back only with what went wrong.
pub(super) fn serve(args: &Serve, cli: &Cli, out: &mut dyn Write, err: &mut dyn Write) -> Result<Done, Stop> {
    if !args.dir.is_dir() {
        return Err(Stop::Usage(format!("there is no folder {}; `mujaz init {0}` makes a workspace", args.dir.display())));
    }
    // Watched before the first build, so that no change is lost between the two.
    let changes = watch::Changes::of(&args.dir)?;
    let server = http::bind(args.port)?;
    let site = Arc::new(Site::default());
    let mut made = made::Made::default();
    make(args, cli, &mut made, &site, err)?;
    writeln!(out, "{} is at http://127.0.0.1:{}/ (Ctrl-C ends it)", args.dir.display(), server.port)?;
    out.flush()?;
    server.answer(&site);
    loop {
        changes.wait()?;
        make(args, cli, &mut made, &site, err)?;
    }
}

/// Builds what has to be built, and says how it went.
fn make(args: &Serve, cli: &Cli, made: &mut made::Made, site: &Site, err: &mut dyn Write) -> Result<(), Stop> {
    let begun = Instant::now();
    let (problems, state) = match made.site(&args.dir, site) {
        Ok((pages, warnings)) => {
            let [number, found] = [(pages.len(), "page"), (Done::count(&warnings), "warning")].map(|(n, what)| count(n, what));
            let state = format!("{number}, {found}, {} ms", begun.elapsed().as_millis());
            site.good(pages);
            (warnings, state)
        }
        Err(Stop::Content(problems)) => {
            site.bad(text(problems.clone(), cli));
            (problems, "not built: the pages are as they were".to_owned())
        }
        Err(Stop::Usage(message)) => {
            site.bad(format!("error: {message}\n"));
            (Vec::new(), format!("error: {message}"))
        }
        Err(stop) => return Err(stop),
    };
    let shown = problems.into_iter().filter(|p| !cli.quiet || p.severity == diagnostic::Severity::Error).collect();
    write!(err, "{}", show(shown, cli))?;
    if !cli.quiet {
        writeln!(err, "{state}")?;
    }
    Ok(())
}

/// Problems as `build` prints them, without colours.
fn text(problems: Vec<Diagnostic>, cli: &Cli) -> String {
    show_as(MessageFormat::Human, false, problems, cli)
}
