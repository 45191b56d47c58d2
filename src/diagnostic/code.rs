//! The kinds of problems mujaz reports.
//!
//! Each kind has a name that never changes, for scripts, for `mujaz explain` and for the book. A new complaint is a new code with its own
//! description; a code is never used for two remedies.

use std::fmt;

/// A kind of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// `mujaz.yaml` is not well-formed YAML.
    ConfigSyntax,
    /// A key in `mujaz.yaml` that mujaz does not know.
    ConfigUnknownKey,
    /// A value in `mujaz.yaml` of the wrong kind.
    ConfigType,
    /// A value in `mujaz.yaml` that makes no sense, such as a date that does not exist.
    ConfigValue,
    /// A folder or file that the workspace needs is not there.
    WorkspaceMissing,
    /// The workspace holds no articles.
    WorkspaceEmpty,
    /// A file that looks as if it belonged to the workspace, and that nothing reads.
    WorkspaceUnread,
    /// A glossary file, a template, a note or the config could not be read as text.
    WorkspaceUnreadable,
    /// An article could not be read from disk.
    ArticleUnreadable,
    /// An article is not a text file.
    ArticleNotText,
    /// An article breaks off before its end.
    ArticleTruncated,
    /// An article is too large to be one.
    ArticleTooLarge,
    /// An article is not in UTF-8, or not all of it; an encoding may have been guessed.
    ArticleEncoding,
    /// An article holds no Arabic.
    ArticleNoArabic,
    /// Two articles have the same id.
    ArticleDuplicateId,
    /// The front matter of an article is wrong.
    ArticleFrontMatter,
    /// A line of a JSONL file is not a well-formed article.
    ArticleJson,
    /// No article can be read from an HTML page.
    ArticleHtml,
    /// An article holds characters that reorder text on the screen.
    ArticleBidiControl,
    /// No round could be found for an article.
    ArticleRound,
    /// No date could be found for an article of a round.
    ArticleDate,
    /// A glossary file is not well-formed YAML.
    GlossarySyntax,
    /// A glossary entry has a wrong field, or lacks one.
    GlossaryEntry,
    /// Two glossary entries have the same id.
    GlossaryDuplicateId,
    /// Two glossary entries claim the same Arabic form.
    GlossaryDuplicateForm,
    /// A `match` or `no_match` string of a glossary entry does not hold.
    GlossaryGuard,
    /// A glossary entry points to an id that no entry has.
    GlossaryReference,
    /// A glossary form so short that it may match too much.
    GlossaryShortForm,
    /// A glossary form that is never found, since another one is found in its place.
    GlossaryShadowedForm,
    /// An English form that the glossary says must not be printed.
    GlossaryDeprecated,
    /// A glossary file holds characters that cannot be seen.
    GlossaryInvisible,
    /// An entry of a tracks file is wrong.
    TracksEntry,
    /// An entry of `rounds.yaml` is wrong.
    RoundsEntry,
    /// Editors' notes for a round that does not exist.
    NotesRound,
    /// An entry of a file in `translations/` is wrong.
    TranslationsEntry,
    /// Two translations of one sentence.
    TranslationsDuplicate,
    /// The English of a translation has a spelling that the glossary refuses.
    TranslationsSpelling,
    /// A line of a brief is nearly a sentence that has a reviewed translation.
    TranslationsNear,
    /// A translation of a sentence that no brief has.
    TranslationsUnused,
    /// The program that is to translate gave nothing that can be used.
    TranslatorFailed,
    /// An answer of the program that translates did not pass the checks.
    TranslatorRefused,
    /// A file of a translator's tool cannot be read.
    ExchangeFile,
    /// A file says otherwise than the workspace, which was not changed.
    ExchangeConflict,
    /// A template is not well-formed.
    TemplateSyntax,
    /// A template failed while a page was rendered.
    TemplateRender,
    /// A template uses a name that its context does not have.
    TemplateVariable,
    /// A template that is asked for is not there.
    TemplateMissing,
    /// Text on a finished page whose direction is not marked.
    PageDirection,
    /// A link on a finished page that leads nowhere.
    PageLink,
    /// An id that stands twice on a finished page.
    PageId,
    /// A picture on a finished page without a text alternative.
    PagePicture,
    /// Text of an article that a template lets through as markup.
    PageMarkup,
    /// The output folder cannot be written.
    OutputUnwritable,
    /// A file in the way of a page was not written by mujaz.
    OutputForeign,
    /// The quoted text is not in its source, or not at the place that is cited.
    CitationBroken,
    /// An article belongs to more than one round equally well.
    RoundUnclear,
    /// A YAML mapping has the same key twice.
    YamlDuplicateKey,
    /// A YAML file is too large, too deep, or uses aliases.
    YamlTooComplex,
    /// A brief falls short of what `limits` in `mujaz.yaml` asks for.
    LimitExceeded,
    /// A page in the output folder is not what a build would write.
    OutputStale,
    /// Analyses that were made elsewhere do not fit the workspace.
    AnalysesForeign,
}

impl Code {
    /// Every code, in the order of the book.
    pub const ALL: &[Self] = &[
        Self::ConfigSyntax,
        Self::ConfigUnknownKey,
        Self::ConfigType,
        Self::ConfigValue,
        Self::WorkspaceMissing,
        Self::WorkspaceEmpty,
        Self::WorkspaceUnread,
        Self::WorkspaceUnreadable,
        Self::ArticleUnreadable,
        Self::ArticleNotText,
        Self::ArticleTruncated,
        Self::ArticleTooLarge,
        Self::ArticleEncoding,
        Self::ArticleNoArabic,
        Self::ArticleDuplicateId,
        Self::ArticleFrontMatter,
        Self::ArticleJson,
        Self::ArticleHtml,
        Self::ArticleBidiControl,
        Self::ArticleRound,
        Self::ArticleDate,
        Self::GlossarySyntax,
        Self::GlossaryEntry,
        Self::GlossaryDuplicateId,
        Self::GlossaryDuplicateForm,
        Self::GlossaryGuard,
        Self::GlossaryReference,
        Self::GlossaryShortForm,
        Self::GlossaryShadowedForm,
        Self::GlossaryDeprecated,
        Self::GlossaryInvisible,
        Self::TracksEntry,
        Self::RoundsEntry,
        Self::NotesRound,
        Self::TranslationsEntry,
        Self::TranslationsDuplicate,
        Self::TranslationsSpelling,
        Self::TranslationsNear,
        Self::TranslationsUnused,
        Self::TranslatorFailed,
        Self::TranslatorRefused,
        Self::ExchangeFile,
        Self::ExchangeConflict,
        Self::TemplateSyntax,
        Self::TemplateRender,
        Self::TemplateVariable,
        Self::TemplateMissing,
        Self::PageDirection,
        Self::PageLink,
        Self::PageId,
        Self::PagePicture,
        Self::PageMarkup,
        Self::OutputUnwritable,
        Self::OutputForeign,
        Self::CitationBroken,
        Self::RoundUnclear,
        Self::YamlDuplicateKey,
        Self::YamlTooComplex,
        Self::LimitExceeded,
        Self::OutputStale,
        Self::AnalysesForeign,
    ];

    /// The stable name, in kebab case.
    pub fn as_str(self) -> &'static str {
        self.entry().0
    }

    /// What it means, in one line without a full stop.
    pub fn description(self) -> &'static str {
        self.entry().1
    }

    /// Its section of the book, as Markdown: what it means, an example, what to do.
    pub fn page(self) -> String {
        const BOOK: &str = include_str!("../../book/src/diagnostics.md");
        let heading = format!("## {}\n", self.as_str());
        let section = BOOK.split_once(&heading).and_then(|(_, rest)| rest.split("\n## ").next());
        format!("{heading}{}\n", section.unwrap_or_default().trim_end())
    }

    /// The code with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name)
    }

    fn entry(self) -> (&'static str, &'static str) {
        match self {
            Self::ConfigSyntax => ("config-syntax", "`mujaz.yaml` is not well-formed YAML"),
            Self::ConfigUnknownKey => ("config-unknown-key", "a key in `mujaz.yaml` that mujaz does not know"),
            Self::ConfigType => ("config-type", "a value in `mujaz.yaml` of the wrong kind"),
            Self::ConfigValue => {
                ("config-value", "a value in `mujaz.yaml` that makes no sense, such as a date that does not exist")
            }
            Self::WorkspaceMissing => ("workspace-missing", "a folder or file that the workspace needs is not there"),
            Self::WorkspaceEmpty => ("workspace-empty", "the workspace holds no articles"),
            Self::WorkspaceUnread => {
                ("workspace-unread", "a file that looks as if it belonged to the workspace, and that nothing reads")
            }
            Self::WorkspaceUnreadable => {
                ("workspace-unreadable", "a glossary file, a template, a note or the config could not be read as text")
            }
            Self::ArticleUnreadable => ("article-unreadable", "an article could not be read from disk"),
            Self::ArticleNotText => ("article-not-text", "an article is not a text file"),
            Self::ArticleTruncated => ("article-truncated", "an article breaks off before its end"),
            Self::ArticleTooLarge => ("article-too-large", "an article is too large to be one"),
            Self::ArticleEncoding => {
                ("article-encoding", "an article is not in UTF-8, or not all of it; an encoding may have been guessed")
            }
            Self::ArticleNoArabic => ("article-no-arabic", "an article holds no Arabic"),
            Self::ArticleDuplicateId => ("article-duplicate-id", "two articles have the same id"),
            Self::ArticleFrontMatter => ("article-front-matter", "the front matter of an article is wrong"),
            Self::ArticleJson => ("article-json", "a line of a JSONL file is not a well-formed article"),
            Self::ArticleHtml => ("article-html", "no article can be read from an HTML page"),
            Self::ArticleBidiControl => ("article-bidi-control", "an article holds characters that reorder text on the screen"),
            Self::ArticleRound => ("article-round", "no round could be found for an article"),
            Self::ArticleDate => ("article-date", "no date could be found for an article of a round"),
            Self::GlossarySyntax => ("glossary-syntax", "a glossary file is not well-formed YAML"),
            Self::GlossaryEntry => ("glossary-entry", "a glossary entry has a wrong field, or lacks one"),
            Self::GlossaryDuplicateId => ("glossary-duplicate-id", "two glossary entries have the same id"),
            Self::GlossaryDuplicateForm => ("glossary-duplicate-form", "two glossary entries claim the same Arabic form"),
            Self::GlossaryGuard => ("glossary-guard", "a `match` or `no_match` string of a glossary entry does not hold"),
            Self::GlossaryShortForm => ("glossary-short-form", "a glossary form is so short that it may match too much"),
            Self::GlossaryShadowedForm => {
                ("glossary-shadowed-form", "a glossary form is never found, since another one is found in its place")
            }
            Self::GlossaryDeprecated => ("glossary-deprecated", "an English form that the glossary says must not be printed"),
            Self::GlossaryInvisible => ("glossary-invisible", "a glossary file holds characters that cannot be seen"),
            Self::GlossaryReference => ("glossary-reference", "a glossary entry points to an id that no entry has"),
            Self::TracksEntry => ("tracks-entry", "an entry of a tracks file is wrong"),
            Self::RoundsEntry => ("rounds-entry", "an entry of `rounds.yaml` is wrong"),
            Self::NotesRound => ("notes-round", "editors' notes for a round that does not exist"),
            Self::TranslationsEntry => ("translations-entry", "an entry of a file in `translations/` is wrong"),
            Self::TranslationsDuplicate => ("translations-duplicate", "two translations of one sentence"),
            Self::TranslationsSpelling => {
                ("translations-spelling", "the English of a translation has a spelling that the glossary refuses")
            }
            Self::TranslationsNear => {
                ("translations-near", "a line of a brief is nearly a sentence that has a reviewed translation")
            }
            Self::TranslationsUnused => ("translations-unused", "a translation of a sentence that no brief has"),
            Self::TranslatorFailed => ("translator-failed", "the program that is to translate gave nothing that can be used"),
            Self::TranslatorRefused => ("translator-refused", "an answer of the program that translates did not pass the checks"),
            Self::ExchangeFile => ("exchange-file", "a file of a translator's tool cannot be read"),
            Self::ExchangeConflict => ("exchange-conflict", "a file says otherwise than the workspace, which was not changed"),
            Self::TemplateSyntax => ("template-syntax", "a template is not well-formed"),
            Self::TemplateRender => ("template-render", "a template failed while a page was rendered"),
            Self::TemplateVariable => ("template-variable", "a template uses a name that its context does not have"),
            Self::TemplateMissing => ("template-missing", "a template that is asked for is not there"),
            Self::PageDirection => ("page-direction", "text on a finished page whose direction is not marked"),
            Self::PageLink => ("page-link", "a link on a finished page that leads nowhere"),
            Self::PageId => ("page-id", "an id that stands twice on a finished page"),
            Self::PagePicture => ("page-picture", "a picture on a finished page without a text alternative"),
            Self::PageMarkup => ("page-markup", "text of an article that a template lets through as markup"),
            Self::OutputUnwritable => ("output-unwritable", "the output folder cannot be written"),
            Self::OutputForeign => ("output-foreign", "a file in the way of a page was not written by mujaz"),
            Self::CitationBroken => {
                ("citation-broken", "the quoted text is not in its source, or not at the place that is cited")
            }
            Self::RoundUnclear => ("round-unclear", "an article belongs to more than one round equally well"),
            Self::YamlDuplicateKey => ("yaml-duplicate-key", "a YAML mapping has the same key twice"),
            Self::YamlTooComplex => ("yaml-too-complex", "a YAML file is too large, too deep, or uses aliases"),
            Self::LimitExceeded => ("limit-exceeded", "a brief falls short of what `limits` in `mujaz.yaml` asks for"),
            Self::AnalysesForeign => ("analyses-foreign", "analyses that were made elsewhere do not fit the workspace"),
            Self::OutputStale => ("output-stale", "a page in the output folder is not what a build would write"),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_names_of_the_variants() {
        for code in Code::ALL {
            let mut kebab = String::new();
            for letter in format!("{code:?}").chars() {
                if letter.is_ascii_uppercase() && !kebab.is_empty() {
                    kebab.push('-');
                }
                kebab.push(letter.to_ascii_lowercase());
            }
            assert_eq!(code.as_str(), kebab);
            assert_eq!(Code::from_name(&kebab), Some(*code));
        }
        assert_eq!(Code::from_name("no-such-code"), None);
    }

    #[test]
    fn every_code_is_listed_once() {
        // The last variant's number shows how many there are: a variant that is missing from `ALL` would make the list shorter.
        let last = Code::ALL.last().map(|code| *code as usize);
        assert_eq!(last, Some(Code::ALL.len() - 1));
        assert!(Code::ALL.is_sorted());
    }

    #[test]
    fn descriptions_are_one_line_without_a_full_stop() {
        for code in Code::ALL {
            let text = code.description();
            assert!(!text.is_empty() && !text.contains('\n') && !text.ends_with('.'), "{code}");
        }
    }
}
