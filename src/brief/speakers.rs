//! Speakers, verbs and sides in the words of a brief.

use super::assemble::Given;
use super::parts::{Speaker, TermRef, Verb};
use crate::analysis::statements::{Statement, Who};
use crate::analysis::{self, Analysis};
use crate::arabic::fold::same;
use crate::article::Article;
use crate::english::{self, Ask, Reader, gloss};
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::lexicon::{EntryId, Lexicon};

/// How far an affiliation is followed.
const CHAIN: usize = 6;

/// Words behind which stands where an office is held, and not whose it is: `المندوب الدائم لدى الأمم المتحدة`.
const TO: [&str; 2] = [" إلى ", " لدى "];

/// Words for a delegation without its side.
const DELEGATION: [&str; 9] = ["وفد", "الوفد", "بوفد", "بالوفد", "وفده", "وفدها", "وفدهم", "للوفد", "لوفد"];

/// A speaker of whom not even the name can be told.
const UNKNOWN: &str = "a speaker whom the glossary does not know";

/// A statement with the article it stands in.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) article: &'a Article,
    pub(super) analysis: &'a Analysis,
    pub(super) statement: &'a Statement,
}

/// Titles that are courtesies: `الدكتور`, `السيد` before a name are no office.
pub(super) const COURTESIES: &[&str] = &["doctor", "sayyid"];

/// Somebody whom an article names, with the article.
#[derive(Clone, Copy)]
pub(super) struct Person<'a> {
    pub(super) article: &'a Article,
    pub(super) analysis: &'a Analysis,
    pub(super) who: &'a analysis::statements::Speaker,
}

impl<'a> Person<'a> {
    fn text(&self, (start, end): (u32, u32)) -> &'a str {
        &self.article.text[start as usize..end as usize]
    }

    /// True for an office in a delegation: `المتحدث باسم الوفد`.
    pub(super) fn in_delegation(&self, lexicon: &Lexicon) -> bool {
        let source = self.title(lexicon).is_none_or(|id| lexicon.entries[id as usize].role.as_deref() == Some("source"));
        let office = self.text(self.who.role);
        !source && office.split_whitespace().any(|w| DELEGATION.contains(&w.trim_end_matches(['،', ','])))
    }

    /// The words that name them.
    pub(super) fn words(&self) -> &'a str {
        self.text(self.who.span)
    }

    /// The speaker as a brief shows it.
    pub(super) fn shown(&self, lexicon: &Lexicon) -> Speaker {
        let s = self.who;
        let role = self.role(lexicon);
        let entry = |n: EntryId| &lexicon.entries[n as usize];
        let (id, en, role) = match s.who {
            // `البيان`: no name.
            Who::Entry(n) if entry(n).kind == Kind::Term && !entry(n).en.preferred.starts_with("the ") => {
                (Some(entry(n).id.clone()), format!("the {}", entry(n).en.preferred), role)
            }
            Who::Entry(n) => (Some(entry(n).id.clone()), entry(n).en.preferred.clone(), role),
            Who::Office(_) => (None, format!("{role} (not named)"), String::new()),
            Who::Source(Some(_)) => (None, format!("{role} (not named)"), String::new()),
            Who::Source(None) => (None, "unattributed reports".to_owned(), String::new()),
            Who::Words => (None, self.named(lexicon).unwrap_or_else(|| UNKNOWN.to_owned()), role),
            Who::Unresolved => (None, "unresolved".to_owned(), String::new()),
        };
        Speaker { id, en, ar: self.text(s.span).to_owned(), role, resolved_by: s.by.as_str().to_owned() }
    }

    /// A speaker whom the glossary does not know: the name in Latin letters, marked, or, where the words are no name (`منظمات إنسانية`), their English.
    pub(super) fn named(&self, lexicon: &Lexicon) -> Option<String> {
        let s = self.who;
        if let Some(name) = english::names::person(self.text(s.span), s.role.0 < s.role.1 || s.of.is_some()) {
            return Some(name);
        }
        let sentence = self.analysis.sentences.iter().find(|x| x.start <= s.span.0 && s.span.1 <= x.end)?;
        let ask = Ask {
            text: &self.article.text,
            sentence: sentence.start..sentence.end,
            range: s.span.0..s.span.1,
            mentions: &sentence.mentions,
            dates: &sentence.dates,
            names: &[],
            said: None,
            speaker: None,
        };
        let line = gloss(&ask, &Reader::new(lexicon));
        let text = line.text.trim_end_matches('.');
        let plain = line.coverage == 100 && !text.is_empty() && !text.contains(['…', '[', '*']);
        let mut letters = text.chars();
        plain.then(|| letters.next().map(|first| first.to_lowercase().chain(letters).collect())).flatten()
    }

    /// The title in the role that the source gives; a courtesy is none.
    pub(super) fn title(&self, lexicon: &Lexicon) -> Option<EntryId> {
        let (start, end) = self.who.role;
        let mentions = self.analysis.sentences.iter().flat_map(|x| &x.mentions);
        mentions
            .filter(|m| m.start >= start && m.end <= end)
            .map(|m| m.entry)
            .filter(|&id| !COURTESIES.contains(&lexicon.entries[id as usize].id.as_str()))
            .find(|&id| lexicon.entries[id as usize].kind == Kind::Title)
    }

    /// The role that the source gives, in English: of the glossary where it has this very office, else built from title and side.
    pub(super) fn role(&self, lexicon: &Lexicon) -> String {
        let s = self.who;
        let ar = self.text(s.role);
        let mentions = self.analysis.sentences.iter().flat_map(|x| &x.mentions);
        // `المبعوث الأميركي`: by the adjective of the country, too.
        let names = |id: EntryId, of: EntryId| {
            id == of || lexicon.entries[id as usize].country.as_deref().and_then(|c| lexicon.number(c)) == Some(of)
        };
        // `رئيس وفد الحكومة إلى جنيف`: whose the office is stands before the word.
        let before =
            |at: u32| s.of.is_some_and(|of| mentions.clone().any(|m| names(m.entry, of) && s.role.0 <= m.start && m.start < at));
        let to = TO.iter().any(|to| ar.find(to).is_some_and(|at| !before(s.role.0 + at as u32)));
        let id = match (s.who, self.title(lexicon)) {
            (_, Some(title)) => title,
            (Who::Office(n) | Who::Source(Some(n)), None) => n,
            _ => return String::new(),
        };
        if let Who::Entry(n) = s.who
            && let Some(role) = lexicon.entries[n as usize].roles.iter().find(|r| !ar.is_empty() && same(&r.ar, ar))
        {
            return role.en.clone();
        }
        let title = &lexicon.entries[id as usize];
        let delegation = |words: &str| words.split_whitespace().any(|w| DELEGATION.contains(&w.trim_end_matches(['،', ','])));
        if s.of.is_none() && !matches!(s.who, Who::Entry(_)) && delegation(ar) {
            // Whose delegation it is the article does not say.
            let en = [" in", " close to", " for"].iter().fold(title.en.preferred.as_str(), |en, end| en.trim_end_matches(end));
            let other = ["الآخر", "المقابل"].iter().any(|w| ar.contains(w));
            return match (en.ends_with("the delegation"), other) {
                (true, true) => en.replace("the delegation", "the other delegation"),
                (true, false) => en.replace("the delegation", "a delegation that the article does not name"),
                (false, _) if title.role.as_deref() == Some("source") => {
                    let near = if title.en.preferred.ends_with(" close to") { "close to" } else { "in" };
                    format!(
                        "{en} {near} {}",
                        if other { "the other delegation" } else { "a delegation that the article does not name" }
                    )
                }
                (false, _) => en.to_owned(),
            };
        }
        let source = matches!(title.id.as_str(), "source" | "opposition_source") && delegation(ar);
        let title = lexicon.entry("source_in").filter(|_| source).unwrap_or(title);
        let of = s.of.map(|n| &lexicon.entries[n as usize]);
        if [" in", " close to"].iter().any(|p| title.en.preferred.ends_with(p))
            && delegation(ar)
            && of.is_some_and(|of| !of.en.preferred.contains("delegation"))
        {
            return format!("{} the delegation of {}", title.en.preferred, of.map_or_else(String::new, with_article));
        }
        compose(title, of, to)
    }

    /// The side of an entry. A term (`the statement`, `the three states`) stands for a side where the article names that side too, else for none.
    fn own_side(&self, lexicon: &Lexicon, id: EntryId) -> Option<EntryId> {
        let found = side(lexicon, id);
        let entry = &lexicon.entries[id as usize];
        if entry.kind != Kind::Term {
            return Some(found);
        }
        let mut mentions = self.analysis.sentences.iter().flat_map(|s| &s.mentions);
        (entry.affiliation.is_some() && mentions.any(|m| m.entry != id && side(lexicon, m.entry) == found)).then_some(found)
    }

    /// The side the speaker belongs to; `None` for those who are not tied to one.
    pub(super) fn side(&self, lexicon: &Lexicon) -> Option<EntryId> {
        let s = self.who;
        match s.who {
            Who::Entry(n) => self.own_side(lexicon, n),
            Who::Office(_) | Who::Source(_) | Who::Words => {
                // `مصدر طبي في المدينة`: where a source is tells no side.
                let place = |n: EntryId| matches!(s.who, Who::Source(_)) && lexicon.entries[n as usize].kind == Kind::Place;
                s.of.filter(|&n| lexicon.entries[n as usize].kind != Kind::Media && !place(n))
                    .filter(|_| !TO.iter().any(|to| self.text(s.role).contains(to)))
                    .map(|n| side(lexicon, n))
            }
            Who::Unresolved => None,
        }
    }
}

impl<'a> Said<'a> {
    pub(super) fn text(&self, (start, end): (u32, u32)) -> &'a str {
        &self.article.text[start as usize..end as usize]
    }

    /// Who speaks.
    pub(super) fn person(&self) -> Person<'a> {
        Person { article: self.article, analysis: self.analysis, who: &self.statement.speaker }
    }

    /// The speaker as a brief shows it.
    pub(super) fn speaker(&self, lexicon: &Lexicon) -> Speaker {
        self.person().shown(lexicon)
    }

    /// The side the speaker belongs to; `None` for those who are not tied to one.
    pub(super) fn side(&self, lexicon: &Lexicon) -> Option<EntryId> {
        self.person().side(lexicon)
    }

    /// The verb as a brief shows it.
    pub(super) fn verb(&self, lexicon: &Lexicon) -> Verb {
        match self.statement.verb {
            Some(v) => {
                let entry = &lexicon.entries[v.entry as usize];
                Verb { ar: self.text(v.span).to_owned(), en: past(entry), stance: entry.stance.clone().unwrap_or_default() }
            }
            None => Verb { ar: String::new(), en: "said".to_owned(), stance: "say".to_owned() },
        }
    }
}

/// `Foreign Minister of Russia`, `spokesman for the armed opposition`.
pub(super) fn compose(title: &Entry, of: Option<&Entry>, to: bool) -> String {
    let en = title.en.preferred.as_str();
    let Some(of) = of else {
        return [" for", " in", " close to", " of"].iter().fold(en, |en, end| en.trim_end_matches(end)).to_owned();
    };
    let name = of.en.preferred.as_str();
    if of.kind == Kind::Media {
        // `موفد الميادين` is a correspondent, no envoy.
        let reporter = title.en.admitted.iter().find(|a| a.as_str() == "correspondent").map_or(en, String::as_str);
        return format!("{reporter} of {name}");
    }
    if [" for", " of", " in", " close to"].iter().any(|p| en.ends_with(p)) {
        format!("{en} {}", with_article(of))
    } else if to {
        format!("{en} to {name}")
    } else {
        format!("{en} of {}", with_article(of))
    }
}

/// The name of a side as it stands in a sentence: `the armed factions`, `Turkey`.
pub(super) fn with_article(of: &Entry) -> String {
    let name = of.en.preferred.as_str();
    // `the Houthis`: one word in the plural.
    let many = of.kind == Kind::Party && !name.contains(' ') && name.ends_with('s');
    if takes_article(name) || many { format!("the {name}") } else { name.to_owned() }
}

/// Names that end in a common noun take an article: `the armed factions`, `the Kazakh Foreign Ministry`.
fn takes_article(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    let common = [
        "Army",
        "Assembly",
        "Coalition",
        "Commission",
        "Committee",
        "Council",
        "Forum",
        "Government",
        "League",
        "Ministry",
        "Emirates",
        "Kingdom",
        "Nations",
        "Republic",
        "States",
        "Union",
    ];
    name.contains(' ') && (last.starts_with(|c: char| c.is_lowercase()) || common.contains(&last)) && !name.starts_with("the ")
}

/// The side that an entry stands for: what it belongs to, up to a country or the whole party.
pub(super) fn side(lexicon: &Lexicon, id: EntryId) -> EntryId {
    let mut at = id;
    for _ in 0..CHAIN {
        let entry = &lexicon.entries[at as usize];
        let up = entry
            .affiliation
            .as_deref()
            .or(entry.country.as_deref().filter(|_| entry.kind == Kind::Place))
            .and_then(|id| lexicon.number(id));
        let Some(up) = up else { break };
        // A party of a country speaks for itself.
        let over = &lexicon.entries[up as usize];
        if entry.kind == Kind::Party
            && over.kind == Kind::Country
            && !entry.id.contains("delegation")
            && !entry.id.contains("guarantor")
            && !entry.id.contains("government")
        {
            break;
        }
        if entry.role.as_deref() == Some("side") || entry.kind == Kind::Media {
            break;
        }
        at = up;
    }
    at
}

/// The side at the table: the armed opposition and the opposition of one country sit there as one.
pub(super) fn at_the_table(lexicon: &Lexicon, id: EntryId) -> EntryId {
    if lexicon.entries[id as usize].id == "syrian_opposition" { lexicon.number("armed_opposition").unwrap_or(id) } else { id }
}

/// A side as a reference.
pub(super) fn term(lexicon: &Lexicon, id: EntryId) -> TermRef {
    let entry = &lexicon.entries[id as usize];
    TermRef { id: entry.id.clone(), en: entry.en.preferred.clone(), ar: entry.ar.first().cloned().unwrap_or_default() }
}

/// The past of a verb: `said`, `called for`, `denied`. Irregular ones are data.
pub(super) fn past(entry: &Entry) -> String {
    if let Some(past) = &entry.en.past {
        return past.clone();
    }
    let en = entry.en.preferred.as_str();
    let (first, rest) = en.split_at(en.find(' ').unwrap_or(en.len()));
    let vowel = |c: char| "aeiou".contains(c);
    let mut letters = first.chars().rev();
    let (last, before) = (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '));
    if last == 'e' {
        format!("{first}d{rest}")
    } else if last == 'y' && !vowel(before) {
        format!("{}ied{rest}", &first[..first.len() - 1])
    } else {
        format!("{first}ed{rest}")
    }
}

/// All statements of a round, in the order of its articles and of their text.
pub(super) fn all<'a>(articles: &[(&'a Article, &'a Analysis)]) -> Vec<Said<'a>> {
    articles
        .iter()
        .flat_map(|&(article, analysis)| analysis.statements.iter().map(move |statement| Said { article, analysis, statement }))
        .collect()
}

/// The statement that an outcome stands in.
pub(super) fn of<'a>(article: &'a Article, analysis: &'a Analysis, statement: Option<u32>) -> Option<Said<'a>> {
    statement.map(|n| Said { article, analysis, statement: &analysis.statements[n as usize] })
}

/// Words that call a statement one of all who talk.
const OFFICIAL: [&str; 4] = ["ختامي", "مشترك", "ثلاثي", "نهائي"];
/// Bytes behind a speaker in which such a word may stand.
const CALLED: usize = 24;

impl Said<'_> {
    /// True for who mediates by office: `وسيط لم يسمه`, `مكتب المبعوث الأممي`.
    fn mediates(&self, lexicon: &Lexicon) -> bool {
        let s = &self.statement.speaker;
        let is = |n: EntryId| {
            let entry = &lexicon.entries[n as usize];
            entry.takes.iter().any(|t| t == "mediates") || entry.role.as_deref() == Some("mediator")
        };
        let within = |at: u32, end: u32| s.role.0 <= at && end <= s.role.1 || s.span.0 <= at && end <= s.span.1;
        let words = || {
            let mentions = self.analysis.sentences.iter().flat_map(|x| &x.mentions);
            !TO.iter().any(|to| self.text(s.role).contains(to))
                && mentions.filter(|m| within(m.start, m.end)).any(|m| is(m.entry))
        };
        match s.who {
            Who::Entry(n) => is(n),
            Who::Office(n) | Who::Source(Some(n)) => is(n) || self.side(lexicon).is_none() && words(),
            Who::Words => self.side(lexicon).is_none() && words(),
            Who::Source(None) | Who::Unresolved => false,
        }
    }

    /// True for the statement that all who talk have issued: `جاء في البيان الختامي`, and `وأضاف البيان` where that one was named last.
    fn official(&self, lexicon: &Lexicon) -> bool {
        let s = &self.statement.speaker;
        let Who::Entry(n) = s.who else { return false };
        if !matches!(lexicon.entries[n as usize].id.as_str(), "statement" | "written_statement") {
            return false;
        }
        let text = &self.article.text;
        let end = (s.span.1 as usize + CALLED..).find(|&at| at >= text.len() || text.is_char_boundary(at)).unwrap_or(text.len());
        let called = |words: &str| OFFICIAL.iter().any(|w| words.contains(w));
        if called(&text[s.span.0 as usize..end.min(text.len())]) {
            return true;
        }
        // `وأضاف البيان` goes on from the one before; `بيان للوزارة` is another.
        let mut end = s.span.0 as usize;
        while let Some(at) = text[..end].rfind("بيان") {
            if text[at..s.span.0 as usize].split_whitespace().take(3).any(called) {
                return true;
            }
            if !text[..at].ends_with("ال") && !text[..at].ends_with("لل") {
                return false;
            }
            end = at;
        }
        false
    }

    /// True for what all who talk say together: `أعلنت روسيا وتركيا وإيران`, `قال الطرفان`.
    fn jointly(&self, lexicon: &Lexicon) -> bool {
        let all = |n: EntryId| lexicon.entries[n as usize].takes.iter().any(|t| t == "jointly");
        let verb = self.statement.verb;
        let same = |s: &&Statement| s.sentence == self.statement.sentence && verb.is_some() && s.verb == verb;
        let sides = self.analysis.statements.iter().filter(same).map(|statement| Said { statement, ..*self }.side(lexicon));
        let sides: std::collections::BTreeSet<_> = sides.flatten().collect();
        sides.len() > 1 || matches!(self.statement.speaker.who, Who::Entry(n) if all(n))
    }

    /// True if what the speaker says is agreed is only a claim: a side of its own, and neither the host, nor who mediates, nor all who talk.
    pub(super) fn claims(&self, given: &Given, host: Option<EntryId>) -> bool {
        let lexicon = given.lexicon;
        partisan(self.side(lexicon), given, host) && !self.mediates(lexicon) && !self.official(lexicon) && !self.jointly(lexicon)
    }
}

/// True if the side is a party to the talks: neither the host nor a body that mediates.
fn partisan(side: Option<EntryId>, given: &Given, host: Option<EntryId>) -> bool {
    side.is_none_or(|s| Some(s) != host && given.lexicon.entries[s as usize].role.as_deref() != Some("mediator"))
}
