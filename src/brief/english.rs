//! The English of an Arabic line: the one place where the parts of a brief get it from.

use std::ops::Range;
use std::ptr;
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::assemble::Given;
use super::parts::{Badge, English, Speaker};
use super::speakers::Said;
use crate::analysis::statements::{Resolved, Span, Statement, Who};
use crate::analysis::{Analysis, Sentence};
use crate::arabic::fold::is_letter;
use crate::article::Article;
use crate::english::{self, Ask, LeftOut, Read, gloss_of, read_sentence};
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::lexicon::EntryId;

/// What was read of a round: lines about parts of one sentence do not read it again.
#[derive(Debug, Default)]
pub struct Sentences {
    /// By where the article is and where the sentence begins.
    read: Mutex<FxHashMap<(usize, u32), Read>>,
    /// Words of persons' names that no glossary knows, by article.
    names: Mutex<FxHashMap<usize, Arc<Vec<String>>>>,
    /// What speakers without a name are called, by article and place.
    called: Mutex<FxHashMap<Place, Called>>,
}

/// Where the article is, where in it a speaker is named, and whose they are.
type Place = (usize, Span, Option<EntryId>);

/// What a speaker without a name is called: an article and what goes with it.
pub(super) type Called = Option<(&'static str, String)>;

impl Sentences {
    /// The words of the names that an article introduces.
    fn names(&self, (article, analysis): Report) -> Arc<Vec<String>> {
        let lock = || self.names.lock().unwrap_or_else(PoisonError::into_inner);
        let place = ptr::from_ref(article) as usize;
        if let Some(names) = lock().get(&place) {
            return names.clone();
        }
        let names = Arc::new(introduced((article, analysis)));
        lock().insert(place, names.clone());
        names
    }

    /// What the speaker of `of` at `span` is called, which `call` says.
    pub(super) fn called(&self, article: &Article, span: Span, of: Option<EntryId>, call: impl FnOnce() -> Called) -> Called {
        let lock = || self.called.lock().unwrap_or_else(PoisonError::into_inner);
        let place = (ptr::from_ref(article) as usize, span, of);
        if let Some(called) = lock().get(&place) {
            return called.clone();
        }
        let called = call();
        lock().insert(place, called.clone());
        called
    }

    fn read(&self, article: &Article, ask: &Ask, given: &Given) -> Read {
        let lock = || self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let place = (ptr::from_ref(article) as usize, ask.sentence.start);
        if let Some(read) = lock().get(&place) {
            return read.clone();
        }
        let read = read_sentence(ask, given.english);
        lock().insert(place, read.clone());
        read
    }
}

/// An article and its analysis.
pub(super) type Report<'a> = (&'a Article, &'a Analysis);

/// The English of `range` (bytes of the article's text) of a sentence.
pub(super) fn line(report: Report, sentence: &Sentence, range: Range<u32>, given: &Given) -> English {
    let names = names(report, sentence, given);
    make(report.0, ask(report.0, sentence, range, &names), given)
}

/// Words of the names of persons whom the article introduces and no glossary knows: those who speak, and those whom a given name and a surname tell.
fn introduced((article, analysis): Report) -> Vec<String> {
    let mut words: Vec<&str> = Vec::new();
    for sentence in &analysis.sentences {
        let text = &article.text[sentence.start as usize..sentence.end as usize];
        let place = |word: &str| sentence.start + (word.as_ptr() as usize - text.as_ptr() as usize) as u32;
        let listed = |word: &str| sentence.mentions.iter().any(|m| m.start <= place(word) && place(word) < m.end);
        let mut given = "";
        for word in text.split_whitespace() {
            let second = word.trim_matches(|c| !is_letter(c));
            words.extend(english::names::surname(given, second).filter(|_| !listed(given) && !listed(second)));
            // بوراك أكتشابار، والإيراني: behind a mark another begins
            given = if word.ends_with(is_letter) { second } else { "" };
        }
    }
    for speaker in analysis.statements.iter().map(|s| &s.speaker).filter(|s| matches!(s.who, Who::Words)) {
        let text = &article.text[speaker.span.0 as usize..speaker.span.1 as usize];
        if english::names::person(text, speaker.role.0 < speaker.role.1 || speaker.of.is_some()).is_some() {
            words.extend(text.split_whitespace().filter(|w| w.chars().count() > 2));
        }
    }
    words.sort_unstable();
    words.dedup();
    words.into_iter().map(str::to_owned).collect()
}

/// Where a sentence names them: a surname alone is theirs, too.
fn names(report: Report, sentence: &Sentence, given: &Given) -> Vec<(u32, u32)> {
    let article = report.0;
    let (text, from) = (&article.text[sentence.start as usize..sentence.end as usize], sentence.start);
    let edge = |c: Option<char>| c.is_none_or(|c| !is_letter(c));
    let mut out = Vec::new();
    for word in given.sentences.names(report).iter() {
        for (at, _) in text.match_indices(word.as_str()) {
            let end = at + word.len();
            if edge(text[..at].chars().next_back()) && edge(text[end..].chars().next()) {
                out.push((from + at as u32, from + end as u32));
            }
        }
    }
    out.extend(report.1.statements.iter().filter_map(|s| surname(report, sentence, s)));
    out
}

/// `واستهجنت البنية تصوير الحكومة`, where the article told of Salwa Binya: the word behind the verb is hers, whatever else it means.
fn surname((article, _): Report, sentence: &Sentence, s: &Statement) -> Option<(u32, u32)> {
    let (speaker, verb) = (s.speaker, s.verb?);
    let here = |at: u32| sentence.start <= at && at < sentence.end;
    if !here(verb.span.0) || here(speaker.span.0) || speaker.who != Who::Words || speaker.by != Resolved::Named {
        return None;
    }
    let rest = &article.text[verb.span.1 as usize..sentence.end as usize];
    let word = rest.split_whitespace().next()?.trim_matches(|c| !is_letter(c));
    let from = verb.span.1 + (word.as_ptr() as usize - rest.as_ptr() as usize) as u32;
    let bare = word.strip_prefix("ال").unwrap_or(word);
    let name = &article.text[speaker.span.0 as usize..speaker.span.1 as usize];
    let own = name.split_whitespace().any(|w| w == word || w == bare && bare.chars().count() > 2);
    own.then_some((from, from + word.len() as u32))
}

/// The English of `range` of a sentence that leaves its speaker out.
pub(super) fn line_of(report: Report, sentence: &Sentence, range: Range<u32>, said: Option<&Said>, given: &Given) -> English {
    let name = said.map(|s| speaker(s, &s.speaker(given), given));
    let woman = said.and_then(|s| entry(s, given)).is_some_and(Entry::woman);
    let speaker = name.as_deref().map(|name| LeftOut { name, woman });
    let names = names(report, sentence, given);
    make(report.0, Ask { speaker, ..ask(report.0, sentence, range, &names) }, given)
}

/// True for a gloss that is mostly in doubt: of four words one or more is left open. A translator of the user's own may do better.
pub(super) fn doubtful(en: &English, given: &Given) -> bool {
    if !en.text.contains('…') {
        return false;
    }
    let words = en.text.split_whitespace().count();
    let open = en.text.split_whitespace().filter(|w| w.trim_matches(['“', '”', ',', '.']) == "…").count();
    en.badge == Badge::G && given.config.english.translate.is_none() && open * 4 >= words && open > 1
}

/// The English of a statement: a clause with the speaker, who is `shown` so, as its subject (`Lavrov denied that …`).
pub(super) fn statement(said: &Said, shown: &Speaker, sentence: &Sentence, given: &Given) -> English {
    let s = said.statement;
    let name = speaker(said, shown, given);
    let verb = said.verb(given.lexicon);
    let verb = if s.negated { negated(said, given) } else { verb.en };
    // حمل الطرف الآخر مسؤولية الفشل: the line says "responsible for" where the Arabic has it.
    let blames = said.article.text[s.content.0 as usize..s.content.1 as usize].contains("مسؤولية");
    let verb = verb.strip_suffix(" responsible").filter(|_| blames).map_or(verb.clone(), str::to_owned);
    let range = s.content.0..s.content.1;
    let entry = entry(said, given);
    let told = english::Said {
        speaker: &name,
        human: entry.is_none_or(|e| e.kind == Kind::Person),
        woman: entry.is_some_and(Entry::woman),
        verb: &verb,
        at: s.verb.map(|v| v.span.0),
    };
    let names = names((said.article, said.analysis), sentence, given);
    let english = make(said.article, Ask { said: Some(told), ..ask(said.article, sentence, range, &names) }, given);
    // `تتهمها بتسليح القوة، وهو ما تنفيه`: what is denied is the arming.
    let english = match english.text.split_once(" denied with ") {
        Some((who, what)) if verb == "denied" => English { text: format!("{who} denied {what}"), ..english },
        _ => english,
    };
    // `وفي ما يخص تعز، أشار X إلى أن`: what is said without it would be told of something else.
    let Some(topic) = s.topic.filter(|_| english.badge == Badge::G) else { return english };
    let on = topic_of((said.article, said.analysis), sentence, topic, given);
    English { text: format!("On {on}: {}", english.text), ..english }
}

/// The English of the topic of a sentence; what cannot be read is left open.
pub(super) fn topic_of(report: Report, sentence: &Sentence, topic: (u32, u32), given: &Given) -> String {
    let told = line(report, sentence, topic.0..topic.1, given);
    let text = told.text.trim_end_matches(['.', ',', ':']);
    let text = ["To ", "For ", "Of ", "With ", "About ", "On ", "In ", "At ", "By "]
        .iter()
        .find_map(|p| text.strip_prefix(p))
        .unwrap_or(text);
    if text.is_empty() || told.badge != Badge::G {
        return "…".to_owned();
    }
    // A capital letter that is not that of a name is the beginning of a line.
    let article = ["The ", "A ", "An "].iter().find(|a| text.starts_with(**a));
    let name = crate::brief::label::proper(sentence, topic.0, given.lexicon);
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if article.is_some() || !name => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// The entry of who speaks.
fn entry<'g>(said: &Said, given: &Given<'g>) -> Option<&'g Entry> {
    match said.statement.speaker.who {
        Who::Entry(n) => Some(&given.lexicon.entries[n as usize]),
        _ => None,
    }
}

fn negated(said: &Said, given: &Given) -> String {
    let base = said.statement.verb.map(|v| given.lexicon.entries[v.entry as usize].en.preferred.clone());
    format!("did not {}", base.unwrap_or_else(|| "say".to_owned()))
}

/// The speaker as the subject of a line: in brackets where the sentence does not name them.
fn speaker(said: &Said, shown: &Speaker, given: &Given) -> String {
    let name = shown.en.replace(" (not named)", "");
    // official, Syrian opposition
    let name = match name.split_once(", ") {
        // source in, spokesman for: the preposition is the title's own.
        Some((title, body)) if [" in", " for", " of"].iter().any(|p| title.ends_with(p)) => {
            format!("{title} {}{body}", if english::takes_the(body) { "the " } else { "" })
        }
        Some((title, body)) => format!("{title} of {}{body}", if english::takes_the(body) { "the " } else { "" }),
        None => name,
    };
    let in_words = match said.statement.speaker.who {
        Who::Office(_) | Who::Source(Some(_)) => said.person().in_words(given),
        _ => None,
    };
    let name = match said.statement.speaker.who {
        _ if in_words.is_some() => match in_words.map_or("", |(article, _)| article) {
            "a" => format!("{} {name}", english::generate::indefinite(&name)),
            article => format!("{article} {name}").trim_start().to_owned(),
        },
        Who::Source(Some(_)) if !name.starts_with("the ") && !name.starts_with("an ") && !name.starts_with("a ") => {
            format!("{} {name}", english::generate::indefinite(&name))
        }
        Who::Office(_) | Who::Source(Some(_)) if !name.starts_with("the ") => format!("the {name}"),
        Who::Unresolved => "speaker not known".to_owned(),
        Who::Words if name.starts_with("a speaker") => "a speaker".to_owned(),
        _ => name,
    };
    let body = matches!(said.statement.speaker.who, Who::Entry(n) if given.lexicon.entries[n as usize].kind != Kind::Person);
    let name = if body && english::takes_the(&name) { format!("the {name}") } else { name };
    match said.statement.speaker.by {
        Resolved::CarriedOver | Resolved::Unresolved => format!("[{name}]"),
        _ => name,
    }
}

fn ask<'a>(article: &'a Article, sentence: &'a Sentence, range: Range<u32>, names: &'a [(u32, u32)]) -> Ask<'a> {
    Ask {
        text: &article.text,
        sentence: sentence.start..sentence.end,
        range,
        mentions: &sentence.mentions,
        dates: &sentence.dates,
        names,
        said: None,
        speaker: None,
    }
}

fn make(article: &Article, ask: Ask, given: &Given) -> English {
    let line = gloss_of(&ask, &given.sentences.read(article, &ask, given));
    // What is denied in Arabic is denied in English, or there is no English.
    if line.negations.0 != line.negations.1 {
        return English { badge: Badge::V, ..English::default() };
    }
    English {
        text: line.text,
        badge: Badge::G,
        coverage: Some(line.coverage),
        rule: Some(line.rules.join(", ")),
        ..English::default()
    }
}
