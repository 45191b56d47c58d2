//! `glossary suggest`: what the articles say that the glossary does not know, as entries to start from.
//!
//! What is printed is a glossary file: comments with the sentences, and entries. Three kinds: another spelling of a known name, a known name written without a
//! blank, and a name that nothing knows.

use std::io::Write;

use super::add::slug;
use super::count;
use super::unknown::{Unknown, unknown};
use crate::arabic::fold::fold;
use crate::cli::GlossarySuggest;
use crate::commands::project::Project;
use crate::commands::{Done, Stop};
use crate::diagnostic::{distance, is_bidi_control};
use crate::english::names::romanise;
use crate::glossary::edit::snippet;
use crate::glossary::entry::{En, Entry, Kind};
use crate::glossary::lexicon::Lexicon;
use crate::glossary::load::{self, GlossaryFile};

/// Sentences shown for each suggestion.
const SHOWN: usize = 3;

/// `mujaz glossary suggest`.
pub(super) fn suggest(args: &GlossarySuggest, out: &mut dyn Write) -> Result<Done, Stop> {
    let project = Project::load(&args.dir, None)?;
    let names = Names::of(&project.lexicon);
    let (mut variants, mut new) = (Vec::new(), Vec::new());
    for (one, short) in surnames(unknown(&project.workspace.articles, &project.lexicon)) {
        match names.near(&one) {
            Some(near) => variants.push((one, near)),
            None if one.places.len() >= args.min => new.push((one, short)),
            None => {}
        }
    }
    new.sort_by_key(|(one, _)| (std::cmp::Reverse((one.after_title + one.after_verb, one.places.len())), one.text()));
    let own: Vec<(String, String)> = load::files(&project.workspace.glossary)?.iter().flat_map(places).collect();
    for (one, near) in &variants {
        variant(one, near, &own, out)?;
    }
    for (one, short) in &new {
        unknown_name(one, short.as_deref(), &project.lexicon, out)?;
    }
    let summary = format!(
        "{}, {}\n",
        count(variants.len(), "spelling of a known name", "spellings of known names"),
        count(new.len(), "unknown name or word", "unknown names and words")
    );
    Ok(Done { summary, ..Done::default() })
}

/// The ids of the entries of a file, with the lines they begin on.
fn places(file: &GlossaryFile) -> Vec<(String, String)> {
    let place = |n| file.span(n, "").map(|span| format!("{}:{}", span.source.path, span.line_col().0)).unwrap_or_default();
    file.entries.iter().enumerate().map(|(n, entry)| (entry.id.clone(), place(n))).collect()
}

/// Names with a surname that stands alone elsewhere; each surname goes to the first name that ends with it.
fn surnames(found: Vec<Unknown>) -> Vec<(Unknown, Option<String>)> {
    let (alone, mut names): (Vec<Unknown>, Vec<Unknown>) = found.into_iter().partition(|one| one.words.len() == 1);
    let mut short: Vec<Option<String>> = vec![None; names.len()];
    let mut out = Vec::new();
    for one in alone {
        let last = |name: &Unknown| name.words.last().map(|word| fold(word)) == one.words.first().map(|word| fold(word));
        match names.iter().position(last) {
            Some(n) => {
                short[n] = Some(one.text());
                names[n].add(one);
            }
            None => out.push((one, None)),
        }
    }
    out.extend(names.into_iter().zip(short));
    out
}

/// A form of a known name.
struct Name<'l> {
    entry: &'l Entry,
    short: bool,
    words: Vec<Vec<u8>>,
}

/// All forms of all names.
struct Names<'l>(Vec<Name<'l>>);

/// What an unknown name is near to.
struct Near<'l> {
    entry: &'l Entry,
    /// Whether the form near it is a short one.
    short: bool,
    /// Whether the blanks are all that differs.
    glued: bool,
}

impl<'l> Names<'l> {
    fn of(lexicon: &'l Lexicon) -> Self {
        let entries = lexicon.entries.iter().filter(|entry| entry.kind.is_name());
        let forms = entries.flat_map(|entry| {
            let full = entry.ar.iter().map(move |form| (entry, false, form));
            full.chain(entry.short.iter().map(move |form| (entry, true, form)))
        });
        Self(forms.map(|(entry, short, form)| Name { entry, short, words: form.split(' ').map(fold).collect() }).collect())
    }

    /// The known name that an unknown one is probably another spelling of.
    fn near(&self, one: &Unknown) -> Option<Near<'l>> {
        let words: Vec<Vec<u8>> = one.words.iter().map(|word| fold(word)).collect();
        let mut best: Option<(usize, Near<'l>)> = None;
        for name in &self.0 {
            let glued = words.len() == 1 && name.words.len() > 1 && name.words.concat() == words[0];
            let Some(far) = (if glued { Some(0) } else { far(&words, &name.words) }) else { continue };
            if best.as_ref().is_none_or(|(least, _)| far < *least) {
                best = Some((far, Near { entry: name.entry, short: name.short, glued }));
            }
        }
        best.map(|(_, near)| near)
    }
}

/// By how many letters two names differ, if each word is near its counterpart.
///
/// Names are spelt in more than one way in their long vowels and in letters that sound alike: what is left when these are taken away must be the same. In a
/// name of several words, one of them may have a wrong letter.
fn far(words: &[Vec<u8>], name: &[Vec<u8>]) -> Option<usize> {
    if words.len() != name.len() {
        return None;
    }
    let mut sum = 0;
    for (word, other) in words.iter().zip(name).filter(|(word, other)| word != other) {
        let shorter = word.len().min(other.len());
        if word.len().abs_diff(other.len()) > 2 || word.first() != other.first() {
            return None;
        }
        let differ = distance(word, other);
        if differ > 2 {
            return None;
        }
        let bones = skeleton(word);
        let enough = if words.len() > 1 { 3 } else { 4 };
        let sounds = bones.len() >= enough && bones == skeleton(other);
        let slip = words.len() > 1 && differ == 1 && shorter >= 6;
        if !sounds && !slip {
            return None;
        }
        sum += differ;
    }
    Some(sum)
}

/// A folded word without long vowels and hamza, with letters that sound alike as one, and no letter twice in a row.
fn skeleton(word: &[u8]) -> Vec<u8> {
    const ALIKE: [(char, char); 8] =
        [('ط', 'ت'), ('ص', 'س'), ('ض', 'د'), ('ظ', 'ز'), ('ق', 'ك'), ('غ', 'ج'), ('ذ', 'د'), ('ث', 'ت')];
    let letter = |c: char| fold(c.encode_utf8(&mut [0; 4]));
    let weak: Vec<u8> = "اويهءئؤ".chars().flat_map(letter).collect();
    let mut out = Vec::new();
    for &byte in word.iter().filter(|byte| !weak.contains(byte)) {
        let same = ALIKE.iter().find(|(from, _)| letter(*from) == [byte]);
        out.push(same.map_or(byte, |(_, to)| letter(*to)[0]));
    }
    out.dedup();
    out
}

fn variant(one: &Unknown, near: &Near, own: &[(String, String)], out: &mut dyn Write) -> Result<(), Stop> {
    let (text, entry) = (one.text(), near.entry);
    let what = if near.glued { "without a blank" } else { "in another spelling" };
    writeln!(out, "# {text}: `{}` ({}) {what}? {}", entry.id, entry.en.preferred, times(one))?;
    sentences(one, out)?;
    let mut with = entry.clone();
    if near.short { &mut with.short } else { &mut with.ar }.push(text);
    let yaml = snippet(&with);
    match own.iter().find(|(id, _)| *id == entry.id) {
        Some((_, place)) => {
            writeln!(out, "# The entry is in {place}; with this form it is:")?;
            comment(&yaml, out)?;
        }
        None => write!(out, "# In the place of the built-in entry:\n{yaml}")?,
    }
    Ok(writeln!(out)?)
}

fn unknown_name(one: &Unknown, short: Option<&str>, lexicon: &Lexicon, out: &mut dyn Write) -> Result<(), Stop> {
    let signs = [(one.after_title, "after a title"), (one.after_verb, "after a verb of saying")];
    let signs: Vec<String> = signs.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!(", {n} {what}")).collect();
    writeln!(out, "# {}: not known; {}{}", one.text(), times(one), signs.concat())?;
    sentences(one, out)?;
    let en = one.words.iter().map(|word| romanise(word)).collect::<Vec<_>>().join(" ");
    let named = one.after_title + one.after_verb > 0 || one.words.len() > 1;
    let kind = if named { Kind::Person } else { Kind::Term };
    let mut entry = Entry::new(free(&slug(&en), lexicon), kind, En::from(en.as_str()), vec![one.text()]);
    entry.short.extend(short.map(str::to_owned));
    let yaml = snippet(&entry);
    if named {
        writeln!(out, "# The English is made letter by letter: write what careful reporting writes.\n{yaml}")?;
    } else {
        writeln!(out, "# Nothing says that it is a name. If it is one, or a term of the talks:")?;
        comment(&yaml, out)?;
        writeln!(out)?;
    }
    Ok(())
}

fn comment(yaml: &str, out: &mut dyn Write) -> Result<(), Stop> {
    for line in yaml.lines() {
        writeln!(out, "#   {line}")?;
    }
    Ok(())
}

/// An id that no entry has.
fn free(id: &str, lexicon: &Lexicon) -> String {
    let id = if id.is_empty() { "name" } else { id };
    let numbered = (2..).map(|n| format!("{id}_{n}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| lexicon.number(id).is_none()).unwrap_or_default()
}

fn times(one: &Unknown) -> String {
    count(one.places.len(), "time", "times")
}

fn sentences(one: &Unknown, out: &mut dyn Write) -> Result<(), Stop> {
    for place in one.places.iter().take(SHOWN) {
        writeln!(out, "#   {}:{}: {}", place.path, place.line, printable(&place.sentence))?;
    }
    if one.places.len() > SHOWN {
        writeln!(out, "#   … and {} more", one.places.len() - SHOWN)?;
    }
    Ok(())
}

/// A text on one line, with nothing that steers a terminal.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || is_bidi_control(c) { ' ' } else { c }).collect()
}
