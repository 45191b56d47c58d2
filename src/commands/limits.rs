//! What `limits` in `mujaz.yaml` asks of every brief.

use crate::brief::context::Brief;
use crate::brief::parts::Badge;
use crate::diagnostic::{Code, Diagnostic};
use crate::workspace::{CONFIG, Config};

/// An error for each limit that a brief does not keep, at the place of the limit.
pub(super) fn exceeded(briefs: &[Brief], config: &Config) -> Vec<Diagnostic> {
    let limits = &config.limits;
    let mut found = Vec::new();
    let mut wrong = |key: &str, message: String, hint: &str| {
        let error = Diagnostic::error(Code::LimitExceeded, message).hint(hint);
        let place = config.index.as_ref().and_then(|index| index.span(&format!("limits.{key}")));
        found.push(match place {
            Some(span) => error.at(span),
            None => error.in_file(CONFIG),
        });
    };
    for brief in briefs {
        let id = &brief.round.id;
        if let (Some(least), Some(is)) = (limits.coverage, coverage(brief))
            && is < u32::from(least)
        {
            let message = format!("`{id}`: {is} in a hundred words of the key points have English, {least} are asked for");
            wrong("coverage", message, "add the words that are missing to the glossary, or a reviewed translation");
        }
        let unresolved =
            brief.positions.iter().flat_map(|p| &p.statements).filter(|s| s.speaker.resolved_by == "unresolved").count();
        let gaps = brief.gaps.len();
        let undated: Vec<&str> = brief.sources.iter().filter(|s| s.date.is_none()).map(|s| s.path.as_str()).collect();
        for (key, limit, is, what, hint) in [
            (
                "unresolved_speakers",
                limits.unresolved_speakers,
                unresolved,
                "statements have speakers who could not be resolved".to_owned(),
                "read them in the brief, and add the speakers to the glossary",
            ),
            ("gaps", limits.gaps, gaps, "gaps".to_owned(), "the brief lists them under Gaps"),
            (
                "undated_sources",
                limits.undated_sources,
                undated.len(),
                format!("sources have no date: {}", undated.join(", ")),
                "state the date in the front matter (`date: 2017-02-16`)",
            ),
        ] {
            if let Some(most) = limit.filter(|&most| is > most as usize) {
                wrong(key, format!("`{id}`: {is} {what}; {most} are allowed"), hint);
            }
        }
    }
    found
}

/// How many in a hundred of the words of the key points have English, in the mean over the key points; nothing if there are none.
/// What a person wrote or a program translated counts as whole, what is only quoted as nothing.
fn coverage(brief: &Brief) -> Option<u32> {
    let each = brief.key_points.iter().map(|point| match point.en.badge {
        Badge::V | Badge::None => 0,
        Badge::G => point.en.coverage.map_or(0, u32::from),
        Badge::R | Badge::E | Badge::M => 100,
    });
    u32::try_from(brief.key_points.len()).ok().filter(|&n| n > 0).map(|n| each.sum::<u32>() / n)
}
