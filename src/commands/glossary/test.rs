//! `glossary test`: the `match` and `no_match` texts of every entry, tried.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use super::{Desk, count};
use crate::commands::{Done, Stop};
use crate::diagnostic::did_you_mean;
use crate::glossary::lint;
use crate::glossary::load::GlossaryFile;
use crate::glossary::matcher::Matcher;

/// `mujaz glossary test`.
pub(super) fn test(dir: &Path, ids: &[String], out: &mut dyn Write) -> Result<Done, Stop> {
    let desk = Desk::load(dir)?;
    if let Some(missing) = ids.iter().find(|id| desk.lexicon.number(id).is_none()) {
        let near = did_you_mean(missing, desk.lexicon.entries.iter().map(|entry| entry.id.as_str()));
        let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        return Err(Stop::Usage(format!("no entry has the id `{missing}`{hint}")));
    }
    let own: BTreeMap<&str, (&GlossaryFile, usize)> = desk
        .files
        .iter()
        .flat_map(|file| file.entries.iter().enumerate().map(move |(i, entry)| (entry.id.as_str(), (file, i))))
        .collect();
    let mut matcher = Matcher::new(&desk.lexicon);
    let (mut problems, mut tried, mut entries) = (Vec::new(), 0, 0);
    for entry in desk.lexicon.entries.iter().filter(|entry| ids.is_empty() || ids.contains(&entry.id)) {
        let trials = lint::trials(entry, &mut matcher);
        tried += trials.len();
        entries += usize::from(!trials.is_empty());
        for trial in &trials {
            if !ids.is_empty() {
                let (state, found) = (if trial.holds { "ok" } else { "WRONG" }, trial.found.join(", "));
                writeln!(out, "{state:<5} {} {}: {}\n      found: {found}", entry.id, trial.list, trial.text)?;
            }
            if !trial.holds {
                let problem = lint::failed(entry, trial);
                problems.push(match own.get(entry.id.as_str()) {
                    Some((file, i)) => file.at(problem, *i, &format!(".tests.{}[{}]", trial.list, trial.number)),
                    None => problem.note("the entry is a built-in one: an entry of yours takes its words"),
                });
            }
        }
    }
    if !problems.is_empty() {
        return Err(Stop::Content(problems));
    }
    let summary = format!("{} of {} hold\n", count(tried, "test", "tests"), count(entries, "entry", "entries"));
    Ok(Done { summary, ..Done::default() })
}
