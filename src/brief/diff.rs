//! What changed between two briefs of one round: ledger, positions, figures, what comes next. For a pull request as Markdown, for machines as JSON.
//!
//! Entries are matched by what they are about and on whose word, not by their place: a brief that only cites one more article has not changed.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;

use super::context::Brief;

/// What changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// Id of the round of the newer brief.
    pub round: String,
    /// The status word, where it changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Change>,
    /// The outcome ledger, by matter and speaker.
    pub outcomes: Vec<Change>,
    /// Statements, by party and speaker.
    pub positions: Vec<Change>,
    /// Figures, by what is counted and who counts.
    pub figures: Vec<Change>,
    /// What comes next.
    pub next: Vec<Change>,
}

/// One entry that changed; an empty side is an entry that came or went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What it is about.
    pub what: String,
    /// As the older brief has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// As the newer brief has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The Arabic of the newer entry, else of the older.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ar: String,
}

type Entries = BTreeMap<String, (String, String)>;

impl Diff {
    /// Compares two briefs.
    #[must_use]
    pub fn new(old: &Brief, new: &Brief) -> Self {
        let status = (old.status.word != new.status.word).then(|| Change {
            what: "status".to_owned(),
            before: Some(old.status.word.clone()),
            after: Some(new.status.word.clone()),
            ar: String::new(),
        });
        Self {
            round: new.round.id.clone(),
            status,
            outcomes: compare(&outcomes(old), &outcomes(new)),
            positions: compare(&positions(old), &positions(new)),
            figures: compare(&figures(old), &figures(new)),
            next: compare(&next(old), &next(new)),
        }
    }

    /// True if nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.status.is_none() && self.parts().iter().all(|(_, list)| list.is_empty())
    }

    fn parts(&self) -> [(&'static str, &[Change]); 4] {
        [
            ("Outcomes", &self.outcomes),
            ("Positions", &self.positions),
            ("Figures", &self.figures),
            ("What comes next", &self.next),
        ]
    }

    /// The changes as Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = format!("# Changes in {}\n", escape(&self.round));
        if self.is_empty() {
            out.push_str("\nNothing changed.\n");
        }
        // Writing to a string cannot fail.
        if let Some(s) = &self.status {
            let _ = writeln!(out, "\nStatus: {} → **{}**", s.before.as_deref().unwrap_or("∅"), s.after.as_deref().unwrap_or("∅"));
        }
        for (name, list) in self.parts().into_iter().filter(|(_, list)| !list.is_empty()) {
            let _ = write!(out, "\n## {name}\n\n| | Matter | Before | Now | Arabic |\n| --- | --- | --- | --- | --- |\n");
            for c in list {
                let mark = match (&c.before, &c.after) {
                    (None, _) => "added",
                    (_, None) => "gone",
                    _ => "changed",
                };
                let side = |s: &Option<String>| s.as_deref().map_or("∅".to_owned(), escape);
                let ar = if c.ar.is_empty() {
                    String::new()
                } else {
                    format!("<span dir=\"rtl\" lang=\"ar\">{}</span>", escape(&c.ar))
                };
                let _ = writeln!(out, "| {mark} | {} | {} | {} | {ar} |", escape(&c.what), side(&c.before), side(&c.after));
            }
        }
        out
    }
}

/// Text in a cell of a Markdown table.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' => out.extend(['\\', c]),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn compare(old: &Entries, new: &Entries) -> Vec<Change> {
    let mut keys: Vec<&String> = old.keys().chain(new.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter()
        .filter(|k| old.get(*k).map(|e| &e.0) != new.get(*k).map(|e| &e.0))
        .map(|key| {
            let (before, after) = (old.get(key), new.get(key));
            let what = key.split('\u{0}').next().unwrap_or_default().to_owned();
            Change {
                what,
                before: before.map(|e| e.0.clone()),
                after: after.map(|e| e.0.clone()),
                ar: after.or(before).map(|e| e.1.clone()).unwrap_or_default(),
            }
        })
        .collect()
}

/// Adds an entry; where two have one key, both are told.
fn add(entries: &mut Entries, key: String, text: String, ar: &str) {
    let entry = entries.entry(key).or_insert_with(|| (String::new(), ar.to_owned()));
    if !entry.0.is_empty() {
        entry.0.push_str("; ");
    }
    entry.0.push_str(&text);
}

fn outcomes(brief: &Brief) -> Entries {
    let mut out = Entries::new();
    for o in &brief.outcomes {
        let speakers: Vec<&str> = o.by.iter().chain(&o.also).map(|s| s.en.as_str()).collect();
        let by = if speakers.is_empty() { String::new() } else { format!(" ({})", speakers.join(", ")) };
        add(&mut out, format!("{}\u{0}{}", o.slot_en, o.slot), format!("{}{by}", super::disputes::status_en(o.status)), &o.ar);
    }
    out
}

fn positions(brief: &Brief) -> Entries {
    let mut out = Entries::new();
    for p in &brief.positions {
        for s in &p.statements {
            let negated = if s.polarity == "negated" { "not " } else { "" };
            add(&mut out, format!("{}: {}\u{0}{}", p.party.en, s.speaker.en, s.ar), format!("{negated}{}", s.verb.en), &s.ar);
        }
    }
    out
}

fn figures(brief: &Brief) -> Entries {
    let mut out = Entries::new();
    for f in &brief.figures {
        let by = f.by.as_ref().map(|b| format!(" ({})", b.en)).unwrap_or_default();
        let value = format!("{} {}", f.modifier, f.value).trim().to_owned();
        add(&mut out, format!("{}{by}", f.unit), value, &f.ar);
    }
    out
}

fn next(brief: &Brief) -> Entries {
    let mut out = Entries::new();
    for n in &brief.next {
        let last = n.until.map(|d| format!(" to {d}")).unwrap_or_default();
        let date = n.date.map_or_else(|| n.precision.clone(), |d| format!("{d}{last} ({})", n.precision));
        add(&mut out, format!("next\u{0}{}", n.ar), date, &n.ar);
    }
    out
}
