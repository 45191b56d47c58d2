//! Assembly: one round's articles and analyses become its brief. Pure: no disk, no clock.

use chrono::NaiveDate;

use super::cite::Cites;
use super::context::{Bilingual, Brief, RoundDates, RoundEvidence, RoundHead, SCHEMA};
use super::english::Sentences;
use super::parts::{Badge, English, Notes, Outcome};
use super::room::{self, Room};
use super::told::{self, Shown, Told};
use super::{
    also, changes, counted, days_ahead, disputes, figures, gaps, heads, ledger, manner, people, points, positions, sections,
    sources, status, terms, timeline,
};
use crate::english::Reader;
use crate::glossary::lexicon::Lexicon;
use crate::glossary::matcher::Matcher;
use crate::round::assign::Round;
use crate::round::tracks::{self, Tracks};
use crate::summary::content::{Content, contents};
use crate::workspace::Config;

/// What a brief is made from, beside its round.
#[derive(Debug)]
pub struct Given<'a> {
    /// The compiled glossary.
    pub lexicon: &'a Lexicon,
    /// What puts its lines into English, by the same glossary.
    pub english: &'a Reader<'a>,
    /// The tracks.
    pub tracks: &'a Tracks,
    /// The workspace's configuration.
    pub config: &'a Config,
    /// The day up to which the briefs speak, where the user gives one.
    pub as_of: Option<NaiveDate>,
    /// What was read of the sentences of one round; [`assemble`] begins anew.
    pub sentences: Sentences,
}

/// Assembles the brief of a round; what is new since the round before it is said by [`since`].
#[must_use]
pub fn assemble(round: &Round, notes: Notes, given: &Given) -> Brief {
    let given = &Given { sentences: Sentences::default(), ..*given };
    let data = round.data(given.tracks);
    let mut cites = Cites::default();
    let mut matcher = Matcher::new(given.lexicon);
    let alike = sources::alike(round);
    let copies = sources::copies(round, &alike);
    let terms = terms::terms(round, given);
    let head = head(round, data, given);
    let newest = round.articles.iter().filter_map(|(_, a)| a.meta.date.as_ref().map(|d| d.value)).max();
    let host = ledger::host(round, given);
    let participants = people::participants(round, given, host, &mut cites);
    let counted = counted::counted(round, given);
    let mut rows = ledger::ledger(round, given, host, &counted, &mut cites);
    let mut next = sections::next(round, given, &mut cites);
    ledger::scheduled(&mut rows, &next);
    let (timeline, days) = timeline::timeline(round, given, &mut cites);
    let mut figures = figures::figures(round, given, &mut cites);
    figures::introduced(&mut figures, &participants);
    figures::named(&mut figures, &counted);
    let outcomes: Vec<Outcome> = rows.iter().map(|r| r.outcome.clone()).collect();
    let agenda = manner::agenda(round, given, &mut cites);
    let mut disputes = disputes::disputes(round, given, &rows, days, &counted, &mut cites);
    disputes.extend(heads::heads(&participants));
    days_ahead::differing(&mut next, &disputes, round, given);
    let bottom_line = status::bottom_line(&rows, &next, given.lexicon);
    let mut brief = Brief {
        schema: SCHEMA.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        title: title(given.config),
        round: head,
        as_of: given.as_of.or(newest),
        status: status::status(&rows, given.lexicon),
        bottom_line,
        key_points: Vec::new(),
        positions: Vec::new(),
        participants,
        agenda,
        format: manner::format(round, given, &mut cites),
        disputes,
        agreements: disputes::agreements(round, given, &rows, &counted, &next, &mut cites),
        figures,
        next,
        timeline,
        also: Vec::new(),
        changes: Vec::new(),
        outcomes,
        sources: Vec::new(),
        terms,
        gaps: Vec::new(),
        notes,
    };
    let budget = given.config.summary.budget_words;
    let room = Room::of(&brief, budget);
    brief.positions = positions::positions(round, given, room.statements, &mut matcher, &mut cites);
    let told = Told::of(&brief, round);
    let words = room.points(&brief.positions);
    let contents: Vec<Vec<Content>> =
        round.articles.iter().map(|(article, analysis)| contents(article, analysis, &mut matcher)).collect();
    let items = points::items(round, &contents, &alike, &copies);
    brief.key_points = points::key_points(round, given, items.clone(), (words, &told), &mut cites);
    told::once(&mut brief);
    let shown = Shown::of(&brief);
    if room::whole(round, &copies, budget) {
        brief.also = also::also(round, given, &items, &shown, &mut cites);
    }
    brief.figures.iter_mut().for_each(|f| f.told = f.citations.iter().any(|c| shown.holds(c)));
    brief.sources = sources::sources(round, given, &cites, &copies);
    brief.gaps = gaps::gaps(&brief, round, given.lexicon);
    brief
}

/// Says in a brief what is new since `previous`, the brief of the round before it.
pub fn since(brief: &mut Brief, previous: &Brief, lexicon: &Lexicon) {
    brief.changes = changes::changes(&previous.outcomes, &brief.outcomes, lexicon);
}

/// The workspace's title.
#[must_use]
pub fn title(config: &Config) -> Bilingual {
    Bilingual { en: config.title.en.clone().unwrap_or_default(), ar: config.title.ar.clone().unwrap_or_default() }
}

/// An English line that a rule made.
pub(super) fn rule(text: impl Into<String>, rule: &str) -> English {
    English { text: text.into(), badge: Badge::R, rule: Some(rule.to_owned()), ..English::default() }
}

fn head(round: &Round, data: Option<&tracks::Round>, given: &Given) -> RoundHead {
    let track = &given.tracks.list[round.track];
    let place = round.place(given.tracks).and_then(|id| given.lexicon.entry(id));
    let mut evidence: Vec<RoundEvidence> = round
        .articles
        .iter()
        .flat_map(|(article, analysis)| {
            let all = analysis
                .round
                .iter()
                .flat_map(|g| &g.evidence)
                .filter(|e| Some(&e.round) == analysis.round.as_ref().and_then(|g| g.id.as_ref()));
            all.map(|e| RoundEvidence {
                source: article.id.clone(),
                rule: e.rule.to_owned(),
                weight: e.weight,
                ar: article.text[e.start as usize..e.end as usize].to_owned(),
            })
        })
        .collect();
    evidence.sort_by_key(|e| std::cmp::Reverse(e.weight));
    RoundHead {
        track: track.id.clone(),
        track_name: Bilingual { en: track.en.clone(), ar: track.ar.clone() },
        number: round.number,
        id: round.id(given.tracks),
        name: round.name(given.tracks),
        dates: RoundDates { planned: data.and_then(|d| d.planned), held: data.map(tracks::Round::held) },
        place: place.map(|p| Bilingual { en: p.en.preferred.clone(), ar: p.ar.first().cloned().unwrap_or_default() }),
        evidence,
    }
}
