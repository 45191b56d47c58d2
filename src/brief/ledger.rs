//! The outcome ledger: what became of each matter, and on whose word. One entry a matter and state: slots that are read together are told together, and so are all who
//! say the same.

use std::collections::{BTreeMap, BTreeSet};

use super::assemble::Given;
use super::cite::Cites;
use super::counted::{Counted, is_deed, until};
use super::english::{line, topic_of};
use super::freed::{Freed, freed};
use super::headline::{self, Join};
use super::label::{
    is_general_release, is_of_a_text, matter, one_noun, proper, shorter, signs_alone, tells_of_one, text_before, whom,
    with_object, without,
};
use super::of_round::{due, has_come_about, is_before, is_of_another_body, is_of_other_talks};
use super::parts::{Badge, Citation, English, Next, Outcome, OutcomeStatus, Speaker};
use super::speakers::{Said, of};
use crate::analysis::dates::{DateMention, Precision};
use crate::analysis::outcomes::{self, Status};
use crate::analysis::statements::Statement;
use crate::analysis::{Analysis, Mention, Sentence};
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::assign::Round;
use crate::summary::similar;

/// Slots that one entry names.
const NAMED: usize = 3;

/// Bytes between the beginning of a statement and its subject.
const OPENS: u32 = 8;

/// What an article misses that does not say that there was no progress.
pub(super) const BREAKTHROUGH: &str = "breakthrough in the talks";

/// The word of what a text of the talks does not hold.
pub(super) const NOT_IN_TEXT: &str = "not in the text";

/// An entry of the ledger with what the other sections need of it.
pub(super) struct Row {
    pub(super) outcome: Outcome,
    /// The slot that its slots are read together with, or itself.
    pub(super) family: EntryId,
    /// True where it tells of a deed (`أفرجوا عن`), and not of an agreement on it.
    pub(super) done: bool,
    /// True where it tells of one person by name: no answer to what becomes of others.
    pub(super) person: bool,
    /// True where all that tell of it tell when what was agreed begins (`من المقرر أن يسري`).
    pub(super) due: bool,
    /// Numbers of the articles that carry it, wire copies left out.
    pub(super) independent: Vec<usize>,
    /// The places that its sentences name, where each names one.
    pub(super) places: Option<BTreeSet<EntryId>>,
    /// Every voice with its own words, the articles' first: for the disputes.
    pub(super) voices: Vec<Voice>,
}

/// One who says what became of a matter.
pub(super) struct Voice {
    /// Who; `None` for the articles themselves.
    pub(super) by: Option<Speaker>,
    pub(super) ar: String,
    pub(super) citations: Vec<Citation>,
}

/// What one sentence says, with where it stands.
struct Found<'a> {
    article: usize,
    slot: EntryId,
    /// True for what stands in a headline.
    headline: bool,
    by: Option<Speaker>,
    ar: &'a str,
    span: (u32, u32),
    citation: Citation,
    group: usize,
    /// How many, where the sentence says it.
    counted: Option<&'a Counted<'a>>,
    /// The places that its sentence names.
    places: BTreeSet<EntryId>,
    /// True where a person is released who is named.
    person: bool,
    /// For how many others.
    others: Option<i64>,
}

/// What an entry tells: the state, the slot that its slots are read together with, whether it is a deed, and the words of a matter that no slot tells.
type Matter = (OutcomeStatus, EntryId, bool, String);

/// True for what becomes of the talks themselves: put off, extended, suspended.
fn moves(lexicon: &Lexicon, slot: EntryId) -> bool {
    matches!(lexicon.entries[family(lexicon, slot) as usize].role.as_deref(), Some("extension" | "postponement"))
}

/// The ledger of a round: by state, what most texts tell first.
pub(super) fn ledger(round: &Round, given: &Given, host: Option<EntryId>, counted: &[Counted], cites: &mut Cites) -> Vec<Row> {
    let lexicon = given.lexicon;
    let mut numbers: BTreeMap<(&str, usize), Vec<&Counted>> = BTreeMap::new();
    counted.iter().for_each(|c| numbers.entry(c.place()).or_default().push(c));
    let told: Vec<Vec<outcomes::Outcome>> = round
        .articles
        .iter()
        .map(|&(article, analysis)| analysis.outcomes.iter().map(|o| due(o, (article, analysis), round, given)).collect())
        .collect();
    let mut all = Vec::new();
    for (a, &(article, analysis)) in round.articles.iter().enumerate() {
        let early = is_before(analysis, round, given);
        let other = |o: &outcomes::Outcome| {
            is_of_other_talks(o, analysis, round, given) || is_of_another_body(o, (article, analysis), round, given)
        };
        // `قال رئيس الوفد إن موسكو وعدت بفتح الطريق`: what a side says that another has promised.
        let hearsay = |o: &outcomes::Outcome| {
            let promise = lexicon.entries[o.phrase as usize].takes.iter().any(|t| t == "other");
            promise && of(article, analysis, o.statement).is_some_and(|said| said.claims(given, host))
        };
        let own = |o: &&outcomes::Outcome| !other(o) && (!early || moves(lexicon, o.slot)) && !hearsay(o);
        all.extend(told[a].iter().filter(own).map(|outcome| (a, article, analysis, outcome)));
    }
    let done: Vec<bool> = all.iter().map(|told| has_come_about(told, &all, lexicon)).collect();
    let mut at = done.into_iter();
    all.retain(|_| !at.next().unwrap_or_default());
    let clauses: Vec<&str> = all
        .iter()
        .map(|&(_, article, analysis, o)| {
            text(article, analysis.sentences.get(o.sentence as usize).map_or((0, 0), |s| (s.start, s.end)))
        })
        .collect();
    let groups = similar::groups(&clauses);
    let states: Vec<OutcomeStatus> = all
        .iter()
        .map(|&(_, article, analysis, o)| status(o, of(article, analysis, o.statement).as_ref(), given, host))
        .collect();
    let joins = headline::join(&all, &states, lexicon);
    // A matter that only its words tell is one of its own.
    let mut entries: BTreeMap<Matter, Vec<(Found, usize)>> = BTreeMap::new();
    for (i, &(a, article, analysis, outcome)) in all.iter().enumerate() {
        let said = of(article, analysis, outcome.statement);
        let status = states[i];
        // What the report says in the place of its headline.
        let told = match joins[i] {
            Join::Alone => i,
            Join::With(other) => other,
            Join::Drop => continue,
        };
        let as_told = all[told].3;
        let person = freed(as_told, (all[told].1, all[told].2), round, given);
        let slot = lexicon.number("release_general").filter(|_| person.is_some()).unwrap_or(as_told.slot);
        let many = numbers.get(&(article.id.as_str(), outcome.sentence as usize)).into_iter().flatten().copied();
        let freed = lexicon.entries[family(lexicon, outcome.slot) as usize].counts.is_some();
        let many = many.filter(|_| freed).find_map(|c| Some((c, c.of_outcome(outcome.span)?)));
        let day = || until(article, &analysis.sentences[outcome.sentence as usize], outcome.span.1).filter(|_| freed);
        let span = (outcome.span.0, many.map(|(_, end)| end).or_else(day).unwrap_or(outcome.span.1));
        let citation = cites.cite(article, outcome.sentence as usize, span.0, span.1);
        let found = |by: Option<Speaker>| Found {
            article: a,
            slot,
            headline: headline::in_headline(&all[i]),
            by,
            ar: text(article, span),
            span,
            citation: citation.clone(),
            group: groups[i],
            counted: many.map(|(c, _)| c),
            places: places((article, analysis), outcome, round, given),
            person: person.is_some(),
            others: person.as_ref().and_then(|p| p.others),
        };
        let name = |p: &Freed| Some(p.label.clone());
        let words = person.as_ref().map(name).or_else(|| {
            as_told.words.map(|w| {
                let sentence = &analysis.sentences[as_told.sentence as usize];
                let label = |to: u32| {
                    let proper = proper(sentence, w.0, lexicon);
                    let told = matter(&line((article, analysis), sentence, w.0..to, given).text, proper)?;
                    with_object(told, sentence, as_told.span.0, lexicon)
                };
                label(w.1).or_else(|| shorter(text(article, w)).into_iter().find_map(|at| label(w.0 + at)))
            })
        });
        // `صفقة كانت ستشمل الإفراج عن جميع الأطفال الأسرى`: a release of nobody is told by no row.
        let bare = is_general_release(lexicon, slot) && person.is_none() && words.is_none();
        let anyone = tells_of_one(text(article, (outcome.span.0, analysis.sentences[outcome.sentence as usize].end)));
        let words = if bare && !anyone && many.is_none() {
            let sentence = &analysis.sentences[outcome.sentence as usize];
            let told = whom(text(article, (outcome.span.0, sentence.end)));
            let told = told.map(|(a, b)| outcome.span.0 + a as u32..outcome.span.0 + b as u32);
            let told = told.and_then(|at| matter(&line((article, analysis), sentence, at, given).text, false));
            let told = told.map(|whom| format!("release of {}", one_noun(&whom)));
            // What was agreed is at least that.
            if told.is_none() && matches!(status, OutcomeStatus::Agreed | OutcomeStatus::Claimed) { None } else { Some(told) }
        } else {
            words
        };
        // A matter that nothing tells is none.
        let untold = words.is_none() && lexicon.entries[slot as usize].id == outcomes::OTHER;
        if untold || words.as_ref().is_some_and(Option::is_none) {
            continue;
        }
        let without = without(analysis, outcome, status, lexicon);
        let signing =
            lexicon.entries[family(lexicon, slot) as usize].id == "agreement_signing" && status == OutcomeStatus::NotAgreed;
        let end = analysis.sentences[outcome.sentence as usize].end;
        let rest = text(article, (outcome.span.1, end)).trim_start();
        if signing && without.is_none() && words.is_none() && signs_alone(text(article, outcome.span), rest) {
            continue;
        }
        // `لم يتفق على وقف لإطلاق النار هناك`: of a town that the sentence before names.
        if status == OutcomeStatus::NotAgreed && rest.starts_with("هناك") {
            continue;
        }
        let words = words.flatten().or(without);
        // `حصول الوفد على تعهد روسي بوقف القصف`: what came about is the pledge.
        let pledged = matches!(status, OutcomeStatus::Agreed | OutcomeStatus::Claimed) && is_pledge(lexicon, as_told.phrase);
        let words = if pledged {
            let what = words.unwrap_or_else(|| lexicon.entries[slot as usize].en.preferred.clone());
            let by = promiser(&analysis.sentences[as_told.sentence as usize], article, as_told, lexicon);
            Some(by.map_or_else(|| format!("pledge of {what}"), |by| format!("pledge by {by} of {what}")))
        } else {
            words
        };
        // `وفي ما يخص تعز، لم يُتفق على وقف لإطلاق النار`
        let words = match as_told.topic {
            Some(topic) => {
                let on = topic_of((article, analysis), &analysis.sentences[as_told.sentence as usize], topic, given);
                let what = words.unwrap_or_else(|| lexicon.entries[slot as usize].en.preferred.clone());
                let told = what.contains(on.trim_start_matches("the "));
                (!on.contains(['…', '[', '*'])).then(|| if told { what } else { format!("{what} (on {on})") })
            }
            None => Some(words.unwrap_or_default()),
        };
        // What is told of a matter that cannot be read is no row.
        let Some(words) = words else { continue };
        let entry = entries.entry((status, family(lexicon, slot), is_deed(lexicon, as_told.phrase), words)).or_default();
        // `أعلنت روسيا وتركيا وإيران`: all who say it with one verb.
        match said {
            // `رحب كيري بالاتفاق على جولة جديدة`: that there is an agreement is the article's own word.
            Some(s) if status == OutcomeStatus::Agreed && welcomes(&s, lexicon) => entry.push((found(None), i)),
            Some(s) => entry.extend(together(&s).map(|s| (found(Some(s.speaker(given))), i))),
            None => entry.push((found(None), i)),
        }
    }
    let matters =
        entries.into_iter().flat_map(|(key, found)| apart(found, lexicon).into_iter().map(move |found| (key.clone(), found)));
    let mut rows: Vec<Row> = matters
        .map(|((status, family, done, words), mut found)| {
            // What an article says itself comes before what speakers say, a whole clause before a short one.
            found.sort_by_key(|(f, i)| (f.by.is_some(), std::cmp::Reverse(f.ar.split_whitespace().count().min(4)), *i));
            let (best, number) = &found[0];
            let (_, article, analysis, outcome) = all[*number];
            let sentence = &analysis.sentences[outcome.sentence as usize];
            let en = line((article, analysis), sentence, best.span.0..best.span.1, given);
            // What is denied or was not agreed is so in its English, too, or has none.
            let denied = matches!(status, OutcomeStatus::Denied | OutcomeStatus::NotAgreed);
            let en = if denied && crate::english::negating(&en.text) == 0 {
                English { badge: Badge::V, ..English::default() }
            } else {
                en
            };
            let ar = best.ar.to_owned();
            let span = best.span;
            let person = found.iter().any(|(f, _)| f.person);
            let others: BTreeSet<i64> = found.iter().filter_map(|(f, _)| f.others).collect();
            let general_release = is_general_release(lexicon, best.slot);
            // `لم تسفر عن الإفراج عن محتجز واحد`
            let anyone = general_release && tells_of_one(text(article, (best.span.0, sentence.end)));
            // `لم تسفر عن اختراق`: there may be progress without one.
            let breakthrough = found.iter().all(|(f, _)| f.ar.contains("اختراق"))
                && lexicon.entries[family as usize].role.as_deref() == Some("progress");
            let due = found.iter().all(|(_, i)| lexicon.frames[all[*i].3.phrase as usize].due);
            let letters = found.iter().all(|(_, i)| lexicon.entries[all[*i].3.phrase as usize].id == "initialled");
            let mut row = row(lexicon, status, family, (ar, en), found.into_iter().map(|(f, _)| f).collect());
            if !words.is_empty() {
                row.outcome.slot_en = words;
            } else if breakthrough {
                BREAKTHROUGH.clone_into(&mut row.outcome.slot_en);
            }
            if let Some(name) = named_place(sentence, span, &row.outcome.slot_en, lexicon) {
                row.outcome.slot_en = name;
            }
            // Several numbers are for the disputes.
            if let (Some(n), 1) = (others.first(), others.len()) {
                row.outcome.slot_en += &format!(" in return for {n} others");
            }
            row.done = done;
            row.person = person;
            row.due = due && status == OutcomeStatus::Pending;
            match status {
                // Nobody says who decided, and with whom.
                OutcomeStatus::Agreed if lexicon.entries[outcome.phrase as usize].id == "decided_outcome" => {
                    "decided".clone_into(&mut row.outcome.word);
                }
                // `نفى أن يكون وفده وافق على التمديد`: what is denied is the consent.
                OutcomeStatus::Denied if lexicon.entries[outcome.phrase as usize].id == "accepted_outcome" => {
                    row.outcome.slot_en = format!("consent to {}", row.outcome.slot_en);
                }
                // `الاجتماع المقبل سيعقد في المدينة في الثاني من الشهر المقبل`
                OutcomeStatus::Pending if lexicon.frames[family as usize].next && is_set(article, sentence, span) => {
                    "scheduled".clone_into(&mut row.outcome.word);
                }
                // `وقعا بالأحرف الأولى`: the signing is to come.
                OutcomeStatus::Agreed if letters => "initialled".clone_into(&mut row.outcome.word),
                OutcomeStatus::Agreed if done => "done".clone_into(&mut row.outcome.word),
                // `لم يفرج عن أحد`: a state, and no failure to agree.
                OutcomeStatus::NotAgreed if done || general_release => {
                    "not done".clone_into(&mut row.outcome.word);
                    if anyone {
                        row.outcome.slot_en += " of anyone";
                    }
                }
                OutcomeStatus::NotAgreed
                    if is_of_a_text(lexicon, outcome.phrase)
                        || lexicon.entries[outcome.phrase as usize].id == "lacked"
                            && text_before(text(article, (sentence.start, outcome.span.0))) =>
                {
                    NOT_IN_TEXT.clone_into(&mut row.outcome.word)
                }
                _ => {}
            }
            row
        })
        .collect();
    let slot = |r: &Row| r.outcome.slot.clone();
    rows.sort_by_key(|r| (r.outcome.status, r.outcome.by.is_some(), std::cmp::Reverse(r.independent.len()), slot(r)));
    contested(to_begin(confirmed(rows)))
}

/// `من المقرر أن يسري وقف إطلاق النار`, where what is to begin is told as agreed: it is no open matter.
fn to_begin(mut rows: Vec<Row>) -> Vec<Row> {
    let agreed: Vec<usize> = (0..rows.len()).filter(|&i| rows[i].outcome.status == OutcomeStatus::Agreed).collect();
    let told = |r: &Row| {
        agreed
            .iter()
            .any(|&i| (rows[i].family, &rows[i].outcome.slot_en) == (r.family, &r.outcome.slot_en) && !rows[i].is_elsewhere(r))
    };
    let keep: Vec<bool> = rows.iter().map(|r| !(r.due && told(r))).collect();
    let mut at = keep.into_iter();
    rows.retain(|_| at.next().unwrap_or(true));
    rows
}

/// What single speakers tell as agreed, where others tell of the same matter that it is open, denied or was not agreed: a claim.
fn contested(mut rows: Vec<Row>) -> Vec<Row> {
    let open = |s: OutcomeStatus| matches!(s, OutcomeStatus::Denied | OutcomeStatus::NotAgreed | OutcomeStatus::Pending);
    let against = |r: &Row, o: &Row| {
        let same = (r.family, r.done, &r.outcome.slot_en) == (o.family, o.done, &o.outcome.slot_en);
        same && open(o.outcome.status) && !o.is_elsewhere(r)
    };
    let at: Vec<usize> = (0..rows.len())
        .filter(|&i| rows[i].outcome.status == OutcomeStatus::Agreed && rows[i].outcome.by.is_some())
        .filter(|&i| rows.iter().any(|o| against(&rows[i], o)))
        .collect();
    for i in at {
        rows[i].outcome.status = OutcomeStatus::Claimed;
        "claimed".clone_into(&mut rows[i].outcome.word);
    }
    rows.sort_by_key(|r| r.outcome.status);
    rows
}

/// `اتفقا على العودة إلى المشاورات في 14 يناير`, claimed by one side, where another article tells of a meeting on that day: it is scheduled.
pub(super) fn scheduled(rows: &mut [Row], next: &[Next]) {
    for row in rows.iter_mut().filter(|r| r.outcome.status == OutcomeStatus::Claimed) {
        let day = |n: &&Next| {
            let day = n.date.filter(|_| n.precision == "day").map(|d| d.format("%-d %B").to_string());
            let label = format!("{} ", row.outcome.slot_en);
            let same = day.is_some_and(|day| label.contains(&format!(" {day} ")));
            let other = |c: &&Citation| !row.outcome.citations.iter().any(|own| own.source == c.source);
            same && n.en.badge == Badge::R && n.citations.iter().any(|c| other(&c))
        };
        if let Some(found) = next.iter().find(day) {
            row.outcome.status = OutcomeStatus::Pending;
            "scheduled".clone_into(&mut row.outcome.word);
            row.outcome.citations.extend(found.citations.iter().cloned());
        }
    }
    rows.sort_by_key(|r| r.outcome.status);
}

/// `فتح مطار صنعاء`: the place whose name goes on behind the words of a slot stands for it: `reopening of Sanaa airport`, and not `of the airport`.
fn named_place(sentence: &Sentence, span: (u32, u32), label: &str, lexicon: &Lexicon) -> Option<String> {
    let (before, what) =
        ["airport", "port", "crossing"].iter().find_map(|w| Some((label.strip_suffix(&format!("the {w}"))?, *w)))?;
    let over = sentence.mentions.iter().find(|m| m.start < span.1 && span.1 < m.end)?;
    let name = &lexicon.entries[over.entry as usize].en.preferred;
    // `فتح مطار صنعاء` may be an entry as a whole.
    let label = if name.starts_with(before) { name.clone() } else { format!("{before}{name}") };
    name.to_lowercase().contains(what).then_some(label)
}

/// What is said of slots that are read together, told apart: one entry names several of them only where the same speakers say each. A statement is one, whatever it is called, and so is a change of the day.
fn apart<'a>(found: Vec<(Found<'a>, usize)>, lexicon: &Lexicon) -> Vec<Vec<(Found<'a>, usize)>> {
    let mut speakers: BTreeMap<EntryId, BTreeSet<Option<String>>> = BTreeMap::new();
    for (f, _) in &found {
        speakers.entry(f.slot).or_default().insert(f.by.as_ref().map(|by| by.en.clone()));
    }
    let one = |slot| {
        matches!(
            lexicon.entries[family(lexicon, slot) as usize].role.as_deref(),
            Some("statement" | "extension" | "postponement")
        )
    };
    let said = |slot: EntryId| speakers.get(&slot).filter(|_| !one(slot));
    let mut out: Vec<Vec<(Found, usize)>> = Vec::new();
    for (f, i) in found {
        match out.iter_mut().find(|list| said(list[0].0.slot) == said(f.slot)) {
            Some(list) => list.push((f, i)),
            None => out.push(vec![(f, i)]),
        }
    }
    one_matter(out, lexicon)
}

/// The groups of one family and state that tell one matter: those that only a headline tells, where its report tells another; and those that are told by a general name (`a truce`, `a ceasefire agreement`)
/// beside another general one, or beside a name of its own in the same articles.
fn one_matter<'a>(groups: Vec<Vec<(Found<'a>, usize)>>, lexicon: &Lexicon) -> Vec<Vec<(Found<'a>, usize)>> {
    type Group<'a> = [(Found<'a>, usize)];
    let plain = |g: &Group| g.iter().all(|(f, _)| general(lexicon, f.slot));
    let articles = |g: &Group| g.iter().map(|(f, _)| f.article).collect::<BTreeSet<_>>();
    let mut out: Vec<Vec<(Found, usize)>> = Vec::new();
    let (headlines, rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(|g| g.iter().all(|(f, _)| f.headline));
    let (plainly, named): (Vec<_>, Vec<_>) = rest.into_iter().partition(|g| plain(g));
    out.extend(named);
    for g in plainly {
        let fits = |o: &&mut Vec<(Found, usize)>| plain(o) || !articles(&g).is_disjoint(&articles(o));
        match out.iter_mut().find(fits) {
            Some(o) => o.extend(g),
            None => out.push(g),
        }
    }
    for g in headlines {
        match out.iter_mut().find(|o| articles(&g).is_subset(&articles(o))) {
            Some(o) => o.extend(g),
            None => out.push(g),
        }
    }
    out
}

/// True where a verb says that a meeting is to be held on a day which the same clause names.
fn is_set(article: &Article, s: &Sentence, span: (u32, u32)) -> bool {
    const HELD: [&str; 6] = ["سيعقد", "ستعقد", "سينعقد", "ستنعقد", "ستجرى", "ستبدأ"];
    let day = |d: &DateMention| {
        let between = article.text.get(span.0 as usize..d.start as usize).unwrap_or_default();
        let held = between.split_whitespace().any(|w| HELD.contains(&w.trim_start_matches('و')));
        d.date.is_some() && d.precision == Precision::Day && held && !between.contains(['،', '.', '؛', ':'])
    };
    s.dates.iter().any(day)
}

/// True for a name that does not tell which of its family is meant: `ceasefire`, `truce agreement`.
fn general(lexicon: &Lexicon, slot: EntryId) -> bool {
    lexicon.entries[slot as usize].takes.iter().any(|t| t == "general")
}

fn row(lexicon: &Lexicon, status: OutcomeStatus, family: EntryId, (ar, en): (String, English), found: Vec<Found>) -> Row {
    let (mut slots, mut independent): (Vec<EntryId>, Vec<usize>) = Default::default();
    let mut voices: Vec<Voice> = Vec::new();
    let mut citations: Vec<Citation> = Vec::new();
    // The report tells more than its headline, and on whose word.
    let report = found.iter().any(|f| !f.headline);
    let named = found.iter().any(|f| !f.headline && !general(lexicon, f.slot));
    let (mut texts, mut articles, mut cited, mut known) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
    let many: Vec<&Counted> = found.iter().filter_map(|f| f.counted).collect();
    let placed = found.iter().all(|f| !f.places.is_empty());
    let places = placed.then(|| found.iter().flat_map(|f| f.places.iter().copied()).collect());
    for f in found {
        if !slots.contains(&f.slot) && !(report && f.headline && (named || general(lexicon, f.slot))) {
            slots.push(f.slot);
        }
        if texts.insert(f.group) && articles.insert(f.article) {
            independent.push(f.article);
        }
        if cited.insert(f.citation.clone()) {
            citations.push(f.citation.clone());
        }
        let who = f.by.as_ref().map(|by| (by.id.clone(), by.en.clone()));
        let voice: usize = *known.entry(who).or_insert(voices.len());
        match voices.get_mut(voice) {
            Some(voice) => voice.citations.push(f.citation),
            None => voices.push(Voice { by: f.by, ar: f.ar.to_owned(), citations: vec![f.citation] }),
        }
    }
    if slots.len() > 1 && slots.iter().any(|&s| !general(lexicon, s)) {
        slots.retain(|&s| !general(lexicon, s));
    } else if slots.iter().all(|&s| general(lexicon, s)) {
        slots.truncate(1);
    }
    let names: Vec<&str> = slots.iter().take(NAMED).map(|&s| lexicon.entries[s as usize].en.preferred.as_str()).collect();
    let matter = names.join(", ");
    // Several numbers are for the disputes.
    let mut labels: Vec<String> = many.iter().map(|c| c.with_number(&matter)).collect();
    labels.dedup();
    let slot_en = if let [label] = labels.as_slice() { label.clone() } else { matter };
    let mut speakers = voices.iter().map(|v| v.by.clone());
    let outcome = Outcome {
        status,
        word: word(lexicon, family, status).to_owned(),
        slot: lexicon.entries[family as usize].id.clone(),
        slot_en,
        ar,
        en,
        by: speakers.next().flatten(),
        also: speakers.flatten().collect(),
        citations,
    };
    Row { outcome, family, done: false, person: false, due: false, independent, places, voices }
}

/// The places that the sentence of an outcome names, but for the venue of the talks.
fn places((article, analysis): (&Article, &Analysis), o: &outcomes::Outcome, round: &Round, given: &Given) -> BTreeSet<EntryId> {
    let (lexicon, venues) = (given.lexicon, &given.tracks.list[round.track].places);
    let own = round.data(given.tracks).and_then(|r| r.place.as_deref());
    let is = |m: &&Mention| {
        let e = &lexicon.entries[m.entry as usize];
        e.kind == Kind::Place && !venues.contains(&e.id) && Some(e.id.as_str()) != own
    };
    let n = o.sentence as usize;
    let own: BTreeSet<EntryId> = analysis.sentences[n].mentions.iter().filter(is).map(|m| m.entry).collect();
    // `ولم يُتفق على وقف لإطلاق النار هناك`: of a place that was told before.
    let behind = &article.text[o.span.1 as usize..analysis.sentences[n].end as usize];
    let there = behind.split_whitespace().next().is_some_and(|w| w.trim_end_matches(['.', '،']) == "هناك");
    // Its name may be a part of another (`تفاهم تعز`): then it is some place that no other is.
    if there && own.is_empty() { BTreeSet::from([o.slot]) } else { own }
}

impl Row {
    /// True where two rows name places, and none that both name: a truce in one town and a truce in another.
    pub(super) fn is_elsewhere(&self, other: &Self) -> bool {
        self.places.as_ref().zip(other.places.as_ref()).is_some_and(|(a, b)| a.is_disjoint(b))
    }
}

/// What a side says is agreed, where the articles or a mediator tell the same matter as a fact: one row, with the side among its voices.
fn confirmed(mut rows: Vec<Row>) -> Vec<Row> {
    let mut claims = Vec::new();
    let is = |r: &Row, status| r.outcome.status == status;
    let mut at = 0;
    while at < rows.len() {
        let fact = |f: &Row| {
            let c = &rows[at];
            let same = (f.family, f.done, &f.outcome.slot_en) == (c.family, c.done, &c.outcome.slot_en);
            is(f, OutcomeStatus::Agreed) && same && !f.is_elsewhere(c)
        };
        match rows.iter().position(fact).filter(|_| is(&rows[at], OutcomeStatus::Claimed)) {
            Some(fact) => {
                let claim = rows.remove(at);
                claims.push((fact - usize::from(fact > at), claim));
            }
            None => at += 1,
        }
    }
    // A fact stands before a claim: the numbers of the facts do not move.
    for (fact, claim) in claims {
        let row = &mut rows[fact];
        // Those who say it together stay together.
        if row.outcome.by.is_none() || row.outcome.also.is_empty() {
            row.outcome.also.extend(claim.outcome.by.into_iter().chain(claim.outcome.also));
        }
        row.outcome
            .citations
            .extend(claim.outcome.citations.into_iter().filter(|c| !row.voices.iter().any(|v| v.citations.contains(c))));
        row.independent.extend(claim.independent);
        row.independent.sort_unstable();
        row.independent.dedup();
        row.voices.extend(claim.voices);
    }
    rows
}

/// Who says the same with the same verb, the speaker among them.
fn together<'a>(said: &Said<'a>) -> impl Iterator<Item = Said<'a>> {
    let one = *said;
    let same = move |s: &&Statement| {
        std::ptr::eq(*s, one.statement)
            || (s.sentence == one.statement.sentence && s.verb.is_some() && s.verb == one.statement.verb)
    };
    one.analysis.statements.iter().filter(same).map(move |statement| Said { statement, ..one })
}

fn text(article: &Article, (start, end): (u32, u32)) -> &str {
    &article.text[start as usize..end as usize]
}

/// What a side says is agreed is a claim; what the host or the mediator says stands, with their name.
fn status(o: &outcomes::Outcome, said: Option<&Said>, given: &Given, host: Option<EntryId>) -> OutcomeStatus {
    // `أعلن الجيش تعليق المحادثات`: who announces it does it.
    let moved = moves(given.lexicon, o.slot);
    match o.status {
        // `حصل من الوفدين على ضمانات بالتزامهما استئناف المحادثات`: that they will is the word of who says so.
        Status::Agreed if said.is_some() && given.lexicon.takes(o.phrase).any(|t| t == "other") => OutcomeStatus::Claimed,
        Status::Agreed
            if !moved
                && said.is_some_and(|s| s.claims(given, host) && !of_all(o, s, given.lexicon) && !welcomes(s, given.lexicon)) =>
        {
            OutcomeStatus::Claimed
        }
        Status::Agreed => OutcomeStatus::Agreed,
        Status::NotAgreed => OutcomeStatus::NotAgreed,
        Status::Denied => OutcomeStatus::Denied,
        Status::Pending => OutcomeStatus::Pending,
    }
}

/// `رحب بالاتفاق على جولة جديدة`: who welcomes what was agreed claims nothing.
fn welcomes(said: &Said, lexicon: &Lexicon) -> bool {
    !said.statement.negated && said.statement.verb.is_some_and(|verb| lexicon.stance(verb.entry) == Some("welcome"))
}

/// `قال إن الدول الضامنة اعتمدت وثيقتين`: what all who talk adopted is no claim of the one who tells it.
fn of_all(o: &outcomes::Outcome, said: &Said, lexicon: &Lexicon) -> bool {
    let adopted = matches!(lexicon.entries[o.phrase as usize].id.as_str(), "adopted" | "approved_outcome");
    let from = said.statement.content.0;
    let sentence = &said.analysis.sentences[o.sentence as usize];
    let all = |m: &Mention| lexicon.entries[m.entry as usize].takes.iter().any(|t| t == "jointly");
    adopted && sentence.mentions.iter().any(|m| (from..from + OPENS).contains(&m.start) && all(m))
}

/// The slot that a slot is read together with, or itself.
pub(super) fn family(lexicon: &Lexicon, slot: EntryId) -> EntryId {
    lexicon.entries[slot as usize].affiliation.as_deref().and_then(|id| lexicon.number(id)).unwrap_or(slot)
}

/// A status in the word that goes with the matter, by the role of its slot.
pub(super) fn word(lexicon: &Lexicon, family: EntryId, status: OutcomeStatus) -> &'static str {
    use OutcomeStatus::{Agreed, Claimed, Denied, NotAgreed, Pending};
    match (lexicon.entries[family as usize].role.as_deref(), status) {
        (Some("statement"), Agreed) => "issued",
        (Some("statement"), NotAgreed) => "not issued",
        (Some("manner"), Agreed) => "held",
        (Some("manner"), NotAgreed) => "not held",
        (Some("overall" | "progress"), Agreed) => "reached",
        (Some("overall" | "progress"), NotAgreed) => "not reached",
        (Some("postponement" | "extension"), Agreed) => "announced",
        (Some("postponement"), Pending) => "reported",
        (_, Agreed) => "agreed",
        (_, NotAgreed) => "not agreed",
        (_, Claimed) => "claimed",
        (_, Denied) => "denied",
        (_, Pending) => "pending",
    }
}

/// The host: the country of the place where the round was held.
pub(super) fn host(round: &Round, given: &Given) -> Option<EntryId> {
    let track = &given.tracks.list[round.track];
    let place = round.data(given.tracks).and_then(|r| r.place.as_deref()).or(track.places.first().map(String::as_str))?;
    let entry = given.lexicon.entry(place)?;
    entry.country.as_deref().and_then(|id| given.lexicon.number(id))
}

/// True for a phrase that tells of a pledge: whether it is kept is still to be seen.
fn is_pledge(lexicon: &Lexicon, phrase: EntryId) -> bool {
    let entry = &lexicon.entries[phrase as usize];
    matches!(entry.id.as_str(), "got_pledge" | "pledged_outcome") || entry.takes.iter().any(|t| t == "other")
}

/// Who pledges: `تعهد روسي بوقف`, `روسيا وعدت بوقف`. None where another word stands between.
fn promiser(s: &Sentence, article: &Article, o: &outcomes::Outcome, lexicon: &Lexicon) -> Option<String> {
    let words = |from: u32, to: u32| text(article, (from, to)).split_whitespace().count();
    let named = |id: EntryId| lexicon.entries[id as usize].en.preferred.clone();
    let kind = |m: &Mention| lexicon.entries[m.entry as usize].kind;
    let inside = s.mentions.iter().find(|m| m.start >= o.span.0 && m.end <= o.span.1 && kind(m) == Kind::Demonym);
    let near = inside.filter(|m| words(o.span.0, m.start) <= 2);
    let country = |m: &Mention| lexicon.entries[m.entry as usize].country.as_deref().and_then(|id| lexicon.number(id));
    let before =
        || s.mentions.iter().rfind(|m| m.end <= o.span.0).filter(|m| kind(m) == Kind::Country && words(m.end, o.span.0) == 0);
    near.and_then(country).map(named).or_else(|| before().map(|m| named(m.entry)))
}
