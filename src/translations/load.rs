//! From files to a [`Memory`], or every problem of every file.

use std::sync::Arc;

use super::memory::{Memory, Translation};
use crate::arabic::fold::fold;
use crate::diagnostic::{Code, Diagnostic, Source};
use crate::glossary::lexicon::Lexicon;
use crate::glossary::lint;
use crate::glossary::matcher::Matcher;
use crate::yaml::{self, Index, YamlCodes};

const CODES: YamlCodes =
    YamlCodes { syntax: Code::TranslationsEntry, unknown_key: Code::TranslationsEntry, r#type: Code::TranslationsEntry };

/// Reads the files in `translations/`.
///
/// # Errors
/// Every problem of every file: what is no list of translations, an empty field, a text that is translated twice, and English that the glossary refuses.
pub fn load(sources: &[Arc<Source>], lexicon: &Lexicon) -> Result<Memory, Vec<Diagnostic>> {
    let (mut memory, mut problems) = (Memory::default(), Vec::new());
    let mut matcher = Matcher::new(lexicon);
    for source in sources {
        let (list, index) = match entries(source) {
            Ok(read) => read,
            Err(more) => {
                problems.extend(more);
                continue;
            }
        };
        for (number, translation) in list.into_iter().enumerate() {
            let entry = At { index: &index, number };
            problems.extend(empty(&translation, &entry));
            problems.extend(refused(&translation, &mut matcher).into_iter().map(|p| entry.put(p, "en")));
            let ar = translation.ar.clone();
            if let Err(first) = memory.add(translation, entry.index.span(&format!("[{number}].ar"))) {
                let problem = Diagnostic::error(Code::TranslationsDuplicate, format!("this is translated twice: `{ar}`"))
                    .hint("keep one of the two");
                let problem = entry.put(problem, "ar");
                problems.push(match first {
                    Some(first) => problem.related(first, "the other one"),
                    None => problem,
                });
            }
        }
    }
    if problems.is_empty() { Ok(memory) } else { Err(problems) }
}

/// The place of one entry.
struct At<'a> {
    index: &'a Index,
    number: usize,
}

impl At<'_> {
    fn put(&self, problem: Diagnostic, key: &str) -> Diagnostic {
        match self.index.span(&format!("[{}].{key}", self.number)) {
            Some(span) => problem.at(span),
            None => problem,
        }
    }
}

fn empty(translation: &Translation, at: &At) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let mut say = |key: &str, message: String, hint: &str| {
        out.push(at.put(Diagnostic::error(Code::TranslationsEntry, message).hint(hint), key));
    };
    if !fold(&translation.ar).iter().any(|&b| b >= 0x80) {
        say("ar", format!("there is no Arabic in `{}`", translation.ar.trim()), "write the sentence as the brief shows it");
    }
    if translation.en.trim().is_empty() {
        say("en", "the English is empty".to_owned(), "write it, or take the entry out");
    }
    if translation.by.trim().is_empty() {
        say("by", "nobody is named".to_owned(), "write who translated or reviewed it: the brief prints it");
    }
    out
}

/// The translations of one file, as it has them, and their places.
///
/// # Errors
/// What is no list of translations.
pub fn entries(source: &Arc<Source>) -> Result<(Vec<Translation>, Index), Vec<Diagnostic>> {
    yaml::load::<Vec<Translation>>(source, CODES).map(|document| (document.value, document.index))
}

/// A complaint, without its place, about each spelling in the English that the glossary has given up, for something that the Arabic names.
pub fn refused(translation: &Translation, matcher: &mut Matcher) -> Vec<Diagnostic> {
    let mut out: Vec<Diagnostic> = Vec::new();
    for id in lint::find(matcher, &translation.ar) {
        let Some(entry) = matcher.lexicon().entry(&id) else { continue };
        for form in entry.en.deprecated.iter().filter(|form| has_word(&translation.en, form)) {
            let message = format!("`{form}` is a spelling that the glossary refuses");
            let problem = Diagnostic::error(Code::TranslationsSpelling, message)
                .hint(format!("write `{}`, or change the entry `{id}` of the glossary", entry.en.preferred));
            if !out.contains(&problem) {
                out.push(problem);
            }
        }
    }
    out
}

/// True if the words `form` stand in `text`, and not inside longer words.
fn has_word(text: &str, form: &str) -> bool {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !form.is_empty()
        && text
            .match_indices(form)
            .any(|(at, _)| !word(text[..at].chars().next_back()) && !word(text[at + form.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::LEXICON;
    use crate::glossary::load::builtin;

    #[test]
    fn what_is_wrong_is_said_at_its_place() {
        let source = Source::new(
            "translations/a.yaml",
            "- {ar: انتهت الجولة, en: The round ended., by: Editor, date: 2017-02-17}
- {ar: إنتهت الجولة، , en: \"\", by: \" \", date: 2017-02-17}
- {ar: English, en: English, by: Editor, date: 17 February}
- {ar: وصل الوفد, en: The delegation arrived., by: Editor, date: 2017-02-17, reviewer: B}
",
        );
        let problems = load(&[source], &LEXICON).unwrap_err();
        assert_eq!(
            crate::diagnostic::render::short(&problems),
            "translations/a.yaml:3:48: error[translations-entry]: `17 February` is not a day, as `2017-02-17` is\n\
             translations/a.yaml:4:78: error[translations-entry]: unknown key `reviewer`, expected one of `ar`, `en`, `by`, `date`, `note`\n"
        );
    }

    #[test]
    fn empty_fields_and_doubles_are_told_together() {
        let source = Source::new(
            "translations/a.yaml",
            "- {ar: انتهت الجولة, en: The round ended., by: Editor, date: 2017-02-17}
- {ar: \"إنتهت الجولة،\", en: \"\", by: \" \", date: 2017-02-17}
- {ar: English, en: English, by: Editor, date: 2017-02-17}
",
        );
        let problems = load(&[source], &LEXICON).unwrap_err();
        assert_eq!(
            crate::diagnostic::render::short(&problems),
            "translations/a.yaml:2:29: error[translations-entry]: the English is empty\n\
             translations/a.yaml:2:37: error[translations-entry]: nobody is named\n\
             translations/a.yaml:2:8: error[translations-duplicate]: this is translated twice: `إنتهت الجولة،`\n\
             translations/a.yaml:3:8: error[translations-entry]: there is no Arabic in `English`\n"
        );
    }

    #[test]
    fn spellings_that_the_glossary_refuses_are_refused_where_the_arabic_names_it() {
        let lexicon = Lexicon::new(builtin());
        let entry = |ar: &str, en: &str| {
            Source::new("translations/a.yaml", format!("- {{ar: {ar}, en: {en}, by: Editor, date: 2017-02-17}}\n"))
        };
        let named = load(&[entry("نفى حزب الله ذلك", "Hizbullah denied it.")], &lexicon).unwrap_err();
        assert_eq!(
            crate::diagnostic::render::short(&named),
            "translations/a.yaml:1:30: error[translations-spelling]: `Hizbullah` is a spelling that the glossary refuses\n"
        );
        assert!(load(&[entry("نفى حزب الله ذلك", "Hezbollah denied it.")], &lexicon).is_ok());
        assert!(load(&[entry("نفى الوفد ذلك", "The delegation denied it to Hizbullah.")], &lexicon).is_ok());
    }

    #[test]
    fn words_are_whole() {
        assert!(has_word("Hizbullah denied it", "Hizbullah") && has_word("(Al-Jazeera)", "Al-Jazeera"));
        assert!(!has_word("Hizbullahs", "Hizbullah") && !has_word("x", ""));
    }
}
