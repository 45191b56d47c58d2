//! The briefs that the tests render.

use mujaz::brief::context::{Bilingual, Brief, RoundDates, RoundHead, Status};
use mujaz::brief::index::{self, Index, IndexFile, IndexRound};
use mujaz::brief::parts::{English, Notes};
use serde_json::Value;

/// The second Astana round, every section filled.
pub(crate) fn sample() -> Brief {
    serde_json::from_str(include_str!("sample.json")).expect("the sample is a brief")
}

/// Nothing is known but the round.
pub(crate) fn empty() -> Brief {
    Brief {
        schema: mujaz::brief::context::SCHEMA.into(),
        version: "0.1.0".into(),
        title: Bilingual::default(),
        round: RoundHead {
            track: "astana".into(),
            track_name: Bilingual { en: "Astana process".into(), ar: String::new() },
            number: Some(3),
            id: "astana-3".into(),
            name: Bilingual { en: "Astana, round 3".into(), ar: String::new() },
            dates: RoundDates::default(),
            place: None,
            evidence: Vec::new(),
        },
        as_of: None,
        status: Status { word: "unclear".into(), rule: "no entry in the ledger".into(), en: English::default() },
        bottom_line: Vec::new(),
        key_points: Vec::new(),
        outcomes: Vec::new(),
        positions: Vec::new(),
        participants: Vec::new(),
        agenda: Vec::new(),
        format: Vec::new(),
        disputes: Vec::new(),
        agreements: Vec::new(),
        figures: Vec::new(),
        next: Vec::new(),
        timeline: Vec::new(),
        also: Vec::new(),
        changes: Vec::new(),
        sources: Vec::new(),
        terms: Vec::new(),
        gaps: Vec::new(),
        notes: Notes::default(),
    }
}

/// The sample with `attack` around every string that is free text; the notes stay as they are, since Markdown in them is meant.
pub(crate) fn hostile(attack: &str) -> Brief {
    let mut value: Value = serde_json::from_str(include_str!("sample.json")).expect("the sample is a brief");
    spoil(&mut value, "", attack);
    serde_json::from_value(value).expect("only free text was changed")
}

fn spoil(value: &mut Value, key: &str, attack: &str) {
    match value {
        Value::String(text) => {
            let fixed = matches!(key, "badge" | "before" | "after" | "date" | "as_of" | "start" | "end" | "markdown")
                || (key == "status" && text != "partial");
            if !fixed {
                *text = format!("{attack}{text}{attack}");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| spoil(item, key, attack)),
        Value::Object(fields) => fields.iter_mut().for_each(|(key, field)| spoil(field, key, attack)),
        _ => {}
    }
}

/// Two rounds, newest first.
pub(crate) fn index() -> Index {
    let round = |brief: Brief| IndexRound {
        track: brief.round.track,
        track_name: brief.round.track_name,
        files: ["html", "md", "json"]
            .map(|format| IndexFile {
                format: format.into(),
                set: if format == "json" { String::new() } else { "brief".into() },
                path: format!("{}.{format}", brief.round.id),
            })
            .into(),
        id: brief.round.id,
        number: brief.round.number,
        name: brief.round.name,
        dates: brief.round.dates,
        place: brief.round.place,
        as_of: brief.as_of,
        status: brief.status,
        sources: brief.sources.len(),
        bottom_line: brief.bottom_line,
    };
    let sample = sample();
    Index {
        left_out: index::LeftOut::default(),
        schema: index::SCHEMA.into(),
        version: sample.version.clone(),
        title: sample.title.clone(),
        as_of: sample.as_of,
        url: String::new(),
        rounds: vec![round(empty()), round(sample)],
        voices: Vec::new(),
    }
}
