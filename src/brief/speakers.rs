//! Speakers, verbs and sides in the words of a brief.

use super::assemble::Given;
use super::parts::{Speaker, TermRef, Verb};
use super::person::{Person, TO};
use crate::analysis::statements::{Statement, Who};
use crate::analysis::{self, Analysis};
use crate::article::Article;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::lexicon::{EntryId, Lexicon};

/// How far an affiliation is followed.
const CHAIN: usize = 6;

/// A statement with the article it stands in.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) article: &'a Article,
    pub(super) analysis: &'a Analysis,
    pub(super) statement: &'a Statement,
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
    pub(super) fn speaker(&self, given: &Given) -> Speaker {
        self.person().shown(given)
    }

    /// The side the speaker belongs to; `None` for those who are not tied to one.
    pub(super) fn side(&self, lexicon: &Lexicon) -> Option<EntryId> {
        // `وأضاف فلان`: of the side with which the article introduced them.
        let s = &self.statement.speaker;
        let office = |o: &&analysis::statements::Speaker| o.who == s.who && o.span == s.span && o.role.0 < o.role.1;
        let mut named = self.analysis.statements.iter().map(|o| &o.speaker).chain(self.analysis.named.iter().map(|n| &n.speaker));
        let introduced = if s.who == Who::Words && s.role.0 == s.role.1 { named.find(office) } else { None };
        let own = Person { who: introduced.unwrap_or(s), ..self.person() }.side(lexicon)?;
        // `المتحدث باسم وفد المعارضة فلان`: of the opposition, where the glossary has him with the armed one and the article never says so.
        let armed = |id: EntryId| lexicon.entries[id as usize].id == "armed_opposition";
        let says = || {
            self.analysis
                .sentences
                .iter()
                .flat_map(|s| &s.mentions)
                .any(|m| armed(side(lexicon, m.entry)) && lexicon.entries[m.entry as usize].kind == Kind::Party)
        };
        if !armed(own) || says() {
            return Some(own);
        }
        let of = |o: &analysis::statements::Speaker| o.of.filter(|_| o.who == s.who && matches!(s.who, Who::Entry(_)));
        let mut told = self.analysis.statements.iter().filter_map(|x| of(&x.speaker)).map(|of| side(lexicon, of));
        let same = |id: &EntryId| {
            at_the_table(lexicon, *id) == at_the_table(lexicon, own) && lexicon.entries[*id as usize].kind == Kind::Party
        };
        Some(told.rfind(same).unwrap_or(own))
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

/// The side at the table: the armed opposition and the opposition of one country sit there as one, under the name that is true of both.
pub(super) fn at_the_table(lexicon: &Lexicon, id: EntryId) -> EntryId {
    if lexicon.entries[id as usize].id == "armed_opposition" { lexicon.number("syrian_opposition").unwrap_or(id) } else { id }
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
