//! The list of what a build has written and from what.
//!
//! In: inputs and pages. Out: `mujaz-manifest.json`, the same bytes for the same build: sorted, without a clock. While pages are being
//! exchanged, it owns the old ones and the new ones, and a path may be in it twice.

use super::draft::Draft;
use super::{page_path, shown};
use crate::diagnostic::{Code, Diagnostic};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::Path;

/// The name of the manifest in the output folder.
pub const MANIFEST: &str = "mujaz-manifest.json";
const SCHEMA: &str = "mujaz.manifest/1";

/// What the pages were made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inputs {
    /// The version of mujaz.
    pub version: String,
    /// The articles, each by its path and its id (`articles/a.txt#a`) with the hash of its text, which is what is cited.
    pub articles: Vec<Input>,
    /// The glossary files and tracks of the workspace.
    pub glossary: Vec<Input>,
    /// The reviewed translations of the workspace.
    #[serde(default)]
    pub translations: Vec<Input>,
    /// The templates of the workspace.
    pub templates: Vec<Input>,
    /// The other files of the workspace: the config, the pinned rounds, the editors' notes.
    #[serde(default)]
    pub files: Vec<Input>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Input {
    /// Its path, relative to the workspace, with forward slashes.
    pub path: String,
    /// The BLAKE3 hash of its bytes, in hexadecimal.
    pub blake3: String,
}

impl Input {
    /// The input with these bytes.
    pub fn new(path: impl Into<String>, bytes: &[u8]) -> Self {
        let (path, blake3) = (path.into(), hash(bytes));
        Self { path, blake3 }
    }
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Output {
    /// Its path, relative to the output folder, with forward slashes.
    pub path: String,
    /// The BLAKE3 hash of its bytes, in hexadecimal.
    pub blake3: String,
    /// How many bytes it has.
    pub bytes: usize,
}

/// What a build has written and from what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The name and version of the format.
    pub schema: String,
    /// Whether the build that wrote it has not come to its end.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unfinished: bool,
    /// What the pages were made from.
    pub inputs: Inputs,
    /// The pages.
    pub outputs: Vec<Output>,
}

impl Manifest {
    /// The manifest in an output folder, if there is one.
    ///
    /// # Errors
    ///
    /// There is a file of that name that is not a manifest, or that cannot be read.
    pub fn read(out: &Path) -> Result<Option<Self>, Box<Diagnostic>> {
        let wrong = |code: Code, why: String| {
            let message = format!("cannot read `{MANIFEST}`: {why}");
            Box::new(
                Diagnostic::error(code, message)
                    .in_file(shown(out, MANIFEST))
                    .hint("choose another output folder, or move this one away"),
            )
        };
        let path = out.join(MANIFEST);
        let link = path.symlink_metadata().is_ok_and(|data| data.is_symlink());
        if link {
            return Err(wrong(Code::OutputForeign, "it is a link".to_owned()));
        }
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(wrong(Code::OutputUnwritable, error.to_string())),
        };
        let manifest: Self = serde_json::from_slice(&bytes).map_err(|error| wrong(Code::OutputForeign, error.to_string()))?;
        let bad = |output: &Output| page_path::fault(&output.path).is_some();
        if manifest.schema != SCHEMA {
            let why = format!("its schema is `{}`, not `{SCHEMA}`", manifest.schema);
            return Err(wrong(Code::OutputForeign, why));
        }
        if let Some(output) = manifest.outputs.iter().find(|output| bad(output)) {
            let why = format!("`{}` is no path of a page", output.path);
            return Err(wrong(Code::OutputForeign, why));
        }
        Ok(Some(manifest))
    }

    /// The manifest of a whole build.
    pub(super) fn of(mut inputs: Inputs, pages: &[Draft]) -> Self {
        inputs.articles.sort();
        inputs.glossary.sort();
        inputs.translations.sort();
        inputs.templates.sort();
        inputs.files.sort();
        let outputs = pages.iter().map(|page| page.output.clone()).collect();
        Self { schema: SCHEMA.to_owned(), unfinished: false, inputs, outputs }
    }

    /// A manifest that owns what both own.
    pub(super) fn with(&self, old: Option<&Self>) -> Self {
        let old = old.into_iter().flat_map(|old| &old.outputs);
        let outputs: BTreeSet<&Output> = self.outputs.iter().chain(old).collect();
        Self { unfinished: true, outputs: outputs.into_iter().cloned().collect(), ..self.clone() }
    }

    /// The bytes of the file.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// The paths that are owned, each with the hashes that its file may have.
    pub(super) fn owned(&self) -> BTreeMap<String, Vec<String>> {
        let mut owned: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for output in &self.outputs {
            owned.entry(output.path.clone()).or_default().push(output.blake3.clone());
        }
        owned
    }
}

pub(super) fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}
