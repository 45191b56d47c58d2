//! A workspace with its glossary compiled and its articles analysed: what most commands start from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Stop;
use super::given::Given;
use super::progress::Progress;
use super::{left_out, unused, wrong};
use crate::analysis::whole::{Key, Keys};
use crate::analysis::{Analysis, analyze};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::glossary::entries::Entries;
use crate::glossary::lexicon::Lexicon;
use crate::glossary::load::GlossaryFile;
use crate::glossary::matcher::Pool;
use crate::glossary::{lint, load};
use crate::round::assign::{self, Round};
use crate::round::beside;
use crate::round::pins;
use crate::round::tracks::{Track, Tracks};
use crate::translations::{self, Memory};
use crate::workspace::{CONFIG, Config, Workspace};

/// A workspace, ready for the stages.
#[derive(Debug)]
pub(super) struct Project {
    pub(super) workspace: Workspace,
    pub(super) output: PathBuf,
    pub(super) lexicon: Lexicon,
    pub(super) tracks: Tracks,
    pub(super) analyses: Vec<Analysis>,
    pub(super) translations: Memory,
    /// What the glossary, the tracks and the translations were made from, and what was said of them; for [`Kept`].
    from: Option<(Vec<String>, Keys, Vec<Diagnostic>)>,
}

/// What is known before an article is read: the glossary, the tracks and the translations, a workspace's own among them.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) lexicon: Lexicon,
    pub(super) tracks: Tracks,
    translations: Memory,
    /// What somebody should look at in the glossary.
    warnings: Vec<Diagnostic>,
}

impl Known {
    /// Compiles what the workspace knows, and states the rounds that it pins.
    pub(super) fn of(workspace: &mut Workspace) -> Result<Self, Stop> {
        let known = Self::compiled(workspace).and_then(|known| known.told(workspace).map(|()| known));
        known.map_err(|_| Stop::Content(wrong::all(workspace)))
    }

    /// States the rounds that the workspace pins, and tells it what somebody should look at.
    pub(super) fn told(&self, workspace: &mut Workspace) -> Result<(), Vec<Diagnostic>> {
        if let Some(rounds) = workspace.rounds.clone() {
            pins::pin(&rounds, &mut workspace.articles, &self.tracks)?;
        }
        workspace.warnings.extend(self.warnings.iter().cloned());
        Ok(())
    }

    /// The glossary files and the tracks of a workspace, each read by itself.
    pub(super) fn parsed(workspace: &Workspace) -> Result<(Vec<GlossaryFile>, Vec<Track>), Vec<Diagnostic>> {
        let wanted = workspace.config.tracks.builtin.as_ref();
        let mut problems = unknown_tracks(&workspace.config, &load::builtin_tracks());
        let builtin = load::builtin_tracks().into_iter().filter(|t| t.elsewhere || wanted.is_none_or(|w| w.contains(&t.id)));
        let (mut own_files, mut tracks) = (Vec::new(), Vec::new());
        match load::files(&workspace.glossary) {
            Ok(files) => own_files = files,
            Err(more) => problems.extend(more),
        }
        match load::tracks(builtin.collect(), &workspace.tracks) {
            Ok(all) => tracks = all,
            Err(more) => problems.extend(more),
        }
        if problems.is_empty() { Ok((own_files, tracks)) } else { Err(problems) }
    }

    /// What the workspace knows, or every problem of it.
    pub(super) fn compiled(workspace: &Workspace) -> Result<Self, Vec<Diagnostic>> {
        let (own_files, tracks) = Self::parsed(workspace)?;
        let mut entries = if workspace.config.glossary.builtin { load::builtin() } else { Entries::default() };
        entries.extend(own_files.iter().flat_map(|f| &f.entries).cloned());
        let lexicon = Lexicon::new(entries);
        let mut problems = lint::lint(&own_files, &lexicon);
        let translations = translations::load(&workspace.translations, &lexicon).unwrap_or_else(|more| {
            problems.extend(more);
            Memory::default()
        });
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut warnings = lint::short_forms(&own_files);
        warnings.extend(lint::builtin_forms(&own_files, &lexicon));
        let tracks = Tracks::new(tracks, &lexicon);
        Ok(Self { lexicon, tracks, translations, warnings })
    }
}

/// What a workspace was made into last time, for one that is made again and again: whatever was made from the same is not made anew.
#[derive(Debug, Default)]
pub(super) struct Kept {
    known: Option<(Vec<String>, Known, Keys)>,
    analyses: BTreeMap<Key, Analysis>,
}

impl Kept {
    /// The project of a workspace.
    pub(super) fn project(&mut self, mut workspace: Workspace) -> Result<Project, Stop> {
        let from = knowledge(&workspace);
        let (known, keys) = match self.known.take().filter(|(old, ..)| *old == from) {
            Some((_, known, keys)) => (known, keys),
            None => {
                self.analyses.clear();
                let known = Known::compiled(&workspace).map_err(|_| Stop::Content(wrong::all(&mut workspace)))?;
                // They are compared with those of the same glossary only.
                (known, Keys::default())
            }
        };
        if known.told(&mut workspace).is_err() {
            self.known = Some((from, known, keys));
            return Err(Stop::Content(wrong::all(&mut workspace)));
        }
        let output = workspace.output();
        let taken = workspace.articles.iter().map(|article| self.analyses.remove(&keys.of(article))).collect();
        let analyses = analyses(&workspace, &known, taken);
        let Known { lexicon, tracks, translations, warnings } = known;
        Ok(Project { output, workspace, lexicon, tracks, analyses, translations, from: Some((from, keys, warnings)) })
    }

    /// Keeps what the next workspace may have in common with this one.
    pub(super) fn keep(&mut self, project: Project) {
        let Project { workspace, lexicon, tracks, analyses, translations, from, .. } = project;
        let Some((from, keys, warnings)) = from else { return };
        // What was placed by others beside it is placed anew with the next ones.
        let own = workspace.articles.iter().map(|article| keys.of(article)).zip(analyses);
        self.analyses = own.filter(|(_, analysis)| !beside::is_placed(analysis)).collect();
        self.known = Some((from, Known { lexicon, tracks, translations, warnings }, keys));
    }
}

/// Everything that [`Known::compiled`] looks at.
fn knowledge(workspace: &Workspace) -> Vec<String> {
    let files = [&workspace.glossary, &workspace.tracks, &workspace.translations];
    let texts =
        files.into_iter().flat_map(|files| files.iter().flat_map(|s| [s.path.clone(), s.text.clone()]).chain([String::new()]));
    let config = &workspace.config;
    texts.chain([format!("{} {:?}", config.glossary.builtin, config.tracks.builtin)]).collect()
}

/// The analyses of all articles: those that are there, and the others made now.
fn analyses(workspace: &Workspace, known: &Known, taken: Vec<Option<Analysis>>) -> Vec<Analysis> {
    let pool = Pool::new(&known.lexicon);
    let progress = Progress::new(workspace.articles.len(), "reading articles");
    let mut out: Vec<Analysis> = (workspace.articles.par_iter().zip(taken))
        .map(|(article, taken)| {
            let analysis = taken.unwrap_or_else(|| pool.with(|matcher| analyze(article, matcher, &known.tracks)));
            progress.step();
            analysis
        })
        .collect();
    beside::place(&workspace.articles, &mut out, &known.tracks, &known.lexicon);
    out
}

impl Project {
    /// Loads and analyses the workspace at `dir`.
    pub(super) fn load(dir: &Path, output: Option<&Path>) -> Result<Self, Stop> {
        Self::load_with(dir, output, &[])
    }

    /// The same, with analyses that `mujaz analyze --whole` has printed; articles that are not among them are analysed here.
    pub(super) fn load_with(dir: &Path, output: Option<&Path>, analyses: &[PathBuf]) -> Result<Self, Stop> {
        Self::analysed(wrong::sound(dir, output)?, output, analyses)
    }

    /// Compiles the glossary of a workspace that is read already, and analyses its articles.
    pub(super) fn of(workspace: Workspace, output: Option<&Path>) -> Result<Self, Stop> {
        Self::analysed(workspace, output, &[])
    }

    fn analysed(mut workspace: Workspace, output: Option<&Path>, given: &[PathBuf]) -> Result<Self, Stop> {
        let known = Known::of(&mut workspace)?;
        let mut given = if given.is_empty() { Given::default() } else { Given::read(given, &known.lexicon, &known.tracks)? };
        let taken = workspace.articles.iter().map(|article| given.take(article, &known.lexicon)).collect();
        let analyses = analyses(&workspace, &known, taken);
        workspace.warnings.extend(given.unused());
        let output = output.map_or_else(|| workspace.output(), Path::to_owned);
        let Known { lexicon, tracks, translations, .. } = known;
        Ok(Self { output, workspace, lexicon, tracks, analyses, translations, from: None })
    }

    /// The texts that the glossary, the tracks and the translations were made from, if they are kept.
    pub(super) fn knowledge(&self) -> &[String] {
        self.from.as_ref().map(|(texts, ..)| texts.as_slice()).unwrap_or_default()
    }

    /// The rounds, and a warning for each article that belongs to none, to another one than it says, or has no date, for each note on a round that is not there, and for each template
    /// that makes no page.
    pub(super) fn rounds(&self) -> (Vec<Round<'_>>, Vec<Diagnostic>) {
        let (rounds, _) = assign::assign(&self.workspace.articles, &self.analyses, &self.tracks, &self.lexicon);
        let mut warnings: Vec<Diagnostic> = left_out::warnings(self, &rounds)
            .into_iter()
            .chain(assign::misstated(&self.workspace.articles, &self.analyses, &self.tracks))
            .chain(assign::unclear(&self.workspace.articles, &self.analyses))
            .chain(assign::undated(&rounds))
            .chain(unused::templates(&self.workspace))
            .collect();
        let ids: Vec<String> = rounds.iter().map(|round| round.id(&self.tracks)).collect();
        for (id, path, _) in self.workspace.notes.iter().filter(|(id, ..)| !ids.contains(id)) {
            let warning = Diagnostic::warning(
                Code::NotesRound,
                format!("no article belongs to a round `{id}`: these notes are on no page"),
            )
            .in_file(path.clone());
            warnings.push(match did_you_mean(id, ids.iter().map(String::as_str)) {
                Some(near) => warning.hint(format!("did you mean `{near}`? The file is called as its round")),
                None => warning.hint(format!("the file is called as its round; rounds found: {}", ids.join(", "))),
            });
        }
        (rounds, warnings)
    }
}

/// A complaint about each built-in track that the config names and that is not there.
fn unknown_tracks(config: &Config, builtin: &[Track]) -> Vec<Diagnostic> {
    let ids: Vec<&str> = builtin.iter().map(|track| track.id.as_str()).collect();
    let named = config.tracks.builtin.iter().flatten().enumerate();
    named
        .filter(|(_, id)| !ids.contains(&id.as_str()))
        .map(|(number, id)| {
            let problem = Diagnostic::error(Code::ConfigValue, format!("there is no built-in track `{id}`")).in_file(CONFIG);
            let near = did_you_mean(id, ids.iter().copied());
            let problem = problem
                .hint(near.map_or_else(|| format!("there are: {}", ids.join(", ")), |near| format!("did you mean `{near}`?")));
            match config.index.as_ref().and_then(|index| index.span(&format!("tracks.builtin[{number}]"))) {
                Some(span) => problem.at(span),
                None => problem,
            }
        })
        .collect()
}
