//! A workspace with its glossary compiled and its articles analysed: what most commands start from.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Stop;
use crate::analysis::{Analysis, analyze};
use crate::diagnostic::{Code, Diagnostic};
use crate::glossary::lexicon::Lexicon;
use crate::glossary::load;
use crate::glossary::matcher::Matcher;
use crate::round::assign::{self, Round};
use crate::round::pins;
use crate::round::tracks::Tracks;
use crate::workspace::Workspace;

/// A workspace, ready for the stages.
#[derive(Debug)]
pub(super) struct Project {
    pub(super) workspace: Workspace,
    pub(super) output: PathBuf,
    pub(super) lexicon: Lexicon,
    pub(super) tracks: Tracks,
    pub(super) analyses: Vec<Analysis>,
}

impl Project {
    /// Loads and analyses the workspace at `dir`.
    pub(super) fn load(dir: &Path, output: Option<&Path>) -> Result<Self, Stop> {
        let mut workspace = Workspace::load_for(dir, output)?;
        let (mut entries, mut tracks) = (Vec::new(), Vec::new());
        if workspace.config.glossary.builtin {
            entries = load::builtin();
        }
        let wanted = workspace.config.tracks.builtin.as_ref();
        tracks.extend(load::builtin_tracks().into_iter().filter(|t| wanted.is_none_or(|w| w.contains(&t.id))));
        let mut problems = Vec::new();
        let mut own_tracks = Vec::new();
        match load::entries(&workspace.glossary) {
            Ok(own) => entries.extend(own),
            Err(more) => problems.extend(more),
        }
        match load::tracks(&workspace.tracks) {
            Ok(own) => own_tracks.extend(own),
            Err(more) => problems.extend(more),
        }
        if !problems.is_empty() {
            return Err(Stop::Content(problems));
        }
        for track in own_tracks {
            tracks.retain(|t: &crate::round::tracks::Track| t.id != track.id);
            tracks.push(track);
        }
        let lexicon = Lexicon::new(entries);
        let tracks = Tracks::new(tracks, &lexicon);
        if let Some(rounds) = workspace.rounds.clone() {
            pins::pin(&rounds, &mut workspace.articles, &tracks).map_err(Stop::Content)?;
        }
        let analyses = workspace.articles.par_iter().map_init(|| Matcher::new(&lexicon), |matcher, article| analyze(article, matcher, &tracks)).collect();
        let output = output.map_or_else(|| workspace.output(), Path::to_owned);
        Ok(Self { output, workspace, lexicon, tracks, analyses })
    }

    /// The rounds, and a warning for each article that belongs to none.
    pub(super) fn rounds(&self) -> (Vec<Round<'_>>, Vec<Diagnostic>) {
        let (rounds, none) = assign::assign(&self.workspace.articles, &self.analyses, &self.tracks);
        let warnings = none
            .into_iter()
            .map(|article| {
                Diagnostic::warning(Code::ArticleRound, format!("no round was found for `{}`", article.id))
                    .in_file(article.path.clone())
                    .hint("state it in the front matter (`round: astana-2`), or leave the file out")
            })
            .chain(assign::unclear(&self.workspace.articles, &self.analyses))
            .collect();
        (rounds, warnings)
    }
}
