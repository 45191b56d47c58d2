//! Where sources or speakers differ on one matter, and what independent texts say alike. Both wordings side by side, no verdict.

use std::collections::{BTreeMap, BTreeSet};

use super::against;
use super::assemble::{Given, rule};
use super::blame;
use super::cite::Cites;
use super::committee;
use super::contradicted;
use super::counted::{self, Counted};
use super::days_ahead;
use super::denied;
use super::judged;
use super::ledger::{self, Row};
use super::matters;
use super::next_round;
use super::parts::{Citation, Dispute, DisputeValue, Line, Next, OutcomeStatus};
use super::rebutted;
use super::side_by_side;
use super::speakers::{at_the_table, of, side, term};
use super::stems::Weights;
use super::there;
use super::truce;
use crate::analysis::outcomes::OTHER;
use crate::analysis::presence::Attendance;
use crate::analysis::statements::{Span, Statement};
use crate::analysis::{Analysis, Mention};
use crate::arabic::fold::{fold, show};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::assign::Round;
use crate::summary::similar;

/// Values of one dispute.
pub(super) const VALUES: usize = 8;

/// Matters on which the ledger has both yes and no, the days of events, what is counted, where the ceasefire holds, delegations said to be there and not, and who is blamed.
pub(super) fn disputes(
    round: &Round,
    given: &Given,
    rows: &[Row],
    days: Vec<Dispute>,
    counted: &[Counted],
    cites: &mut Cites,
) -> Vec<Dispute> {
    let mut out = matters(given, rows);
    out.extend(days);
    out.extend(counted::disputes(counted, cites));
    out.extend(counted::contrasts(round, given, cites));
    out.extend(rebutted::rebutted(round, given, cites));
    out.extend(scope(round, given, cites));
    out.extend(truce::truces(round, given, cites));
    out.extend(next_round::differences(round, given, cites));
    out.extend(committee::differences(round, given, cites));
    out.extend(attendance(round, given, cites));
    out.extend(judged::judged(round, given, cites));
    let weights = Weights::of(round);
    out.extend(blame::blame(round, &weights, given, cites));
    out.extend(denied::denied(round, given, cites));
    out.extend(against::against(round, &weights, given, &out, cites));
    out.extend(side_by_side::side_by_side(round, &weights, given, &out, cites));
    out.extend(contradicted::contradicted(round, &weights, given, &out, cites));
    out.extend(matters::matters(round, &weights, given, &out, cites));
    once(out)
}

/// Without those whose values another has, each on the same word: the names on a list, and names.
fn once(all: Vec<Dispute>) -> Vec<Dispute> {
    let values = |d: &Dispute| -> Vec<(String, Option<String>)> {
        d.values.iter().map(|v| (v.value.text.clone(), v.by.as_ref().map(|s| s.en.clone()))).collect()
    };
    let mut out: Vec<Dispute> = Vec::new();
    for d in all {
        let told = |o: &Dispute| o.slot == d.slot && values(&d).iter().all(|v| values(o).contains(v));
        if !out.iter().any(told) {
            out.push(d);
        }
    }
    out
}

fn yes(status: OutcomeStatus) -> Option<bool> {
    match status {
        OutcomeStatus::Agreed | OutcomeStatus::Claimed => Some(true),
        OutcomeStatus::NotAgreed | OutcomeStatus::Denied => Some(false),
        OutcomeStatus::Pending => None,
    }
}

fn matters(given: &Given, rows: &[Row]) -> Vec<Dispute> {
    // One person by name is another matter than all others.
    let mut families: BTreeMap<(&str, bool, &str), Vec<&Row>> = BTreeMap::new();
    for row in rows.iter().filter(|r| yes(r.outcome.status).is_some() && r.outcome.slot != OTHER) {
        let person = if row.person { row.outcome.slot_en.split(" in return").next().unwrap_or_default() } else { "" };
        families.entry((&given.lexicon.entries[row.family as usize].id, row.done, person)).or_default().push(row);
    }
    // `وقف إطلاق النار في الحديدة` and one in another town are two matters.
    let both = |rows: &[&Row]| {
        let told = |is: bool| rows.iter().filter(move |r| yes(r.outcome.status) == Some(is));
        told(true).any(|a| told(false).any(|b| !a.is_elsewhere(b)))
    };
    families
        .into_iter()
        .filter(|(_, rows)| both(rows))
        .map(|((slot, _, person), rows)| Dispute {
            slot: slot.to_owned(),
            slot_en: Some(person.to_owned())
                .filter(|p| !p.is_empty())
                .unwrap_or_else(|| given.lexicon.entry(slot).map(|e| e.en.preferred.clone()).unwrap_or_default()),
            values: rows
                .iter()
                .flat_map(|r| r.voices.iter().map(move |v| (r, v)))
                .take(VALUES)
                .map(|(r, v)| DisputeValue {
                    value: rule(format!("{}: {}", r.outcome.slot_en, r.outcome.word), "status in the outcome ledger"),
                    by: v.by.clone(),
                    ar: v.ar.clone(),
                    citations: v.citations.clone(),
                })
                .collect(),
        })
        .collect()
}

/// The name of a status, for a line.
pub(super) fn status_en(status: OutcomeStatus) -> &'static str {
    match status {
        OutcomeStatus::Agreed => "agreed",
        OutcomeStatus::NotAgreed => "not agreed",
        OutcomeStatus::Claimed => "claimed",
        OutcomeStatus::Denied => "denied",
        OutcomeStatus::Pending => "pending",
    }
}

/// A side that is said to be there, or on its way, and not to be there.
fn attendance(round: &Round, given: &Given, cites: &mut Cites) -> Vec<Dispute> {
    let lexicon = given.lexicon;
    let mut sides: BTreeMap<EntryId, Vec<(bool, DisputeValue)>> = BTreeMap::new();
    for &(article, analysis) in &round.articles {
        for p in &analysis.presence {
            // `لم يصل ممثلو الحركة فيها بعد`: of a committee.
            let within = |w: &str| matches!(w, "فيها" | "فيه" | "فيهما");
            // `غاب أكثر من أسبوع`: and came back.
            let sentence = &analysis.sentences[p.sentence as usize];
            let back = p.attendance == Attendance::Absent && there::for_a_time(article, sentence, p.span.1);
            if back || article.text[p.span.0 as usize..p.span.1 as usize].split_whitespace().any(within) {
                continue;
            }
            let there = matches!(p.attendance, Attendance::Attended | Attendance::Expected);
            let who = &lexicon.entries[p.who as usize].en.preferred;
            let value = DisputeValue {
                value: rule(format!("{who}: {}", p.attendance.as_str()), "words of attendance"),
                by: of(article, analysis, p.statement).map(|s| s.speaker(given)),
                ar: article.text[p.span.0 as usize..p.span.1 as usize].to_owned(),
                citations: vec![cites.cite(article, p.sentence as usize, p.span.0, p.span.1)],
            };
            // A person who is away is not the delegation that came.
            let person = lexicon.entries[p.who as usize].kind == Kind::Person;
            let whose = if person { p.who } else { at_the_table(lexicon, side(lexicon, p.who)) };
            let list = sides.entry(whose).or_default();
            let twin = list.iter_mut().find(|(_, v)| same(v, &value));
            match twin {
                Some((_, twin)) => twin.citations.extend(value.citations),
                None => list.push((there, value)),
            }
        }
    }
    // Who was expected and came is no difference.
    for list in sides.values_mut() {
        let is = |v: &DisputeValue, what: Attendance| v.value.text.ends_with(what.as_str());
        if list.iter().any(|(_, v)| is(v, Attendance::Attended)) {
            list.retain(|(_, v)| !is(v, Attendance::Expected));
        }
    }
    // One source that tells both tells of two days.
    let one = |a: &DisputeValue, b: &DisputeValue| {
        let who = |v: &DisputeValue| v.by.as_ref().map(|s| s.en.clone());
        let same = a.citations.iter().all(|x| b.citations.iter().all(|y| x.source == y.source));
        same && (who(a).is_none() || who(b).is_none() || who(a) == who(b))
    };
    let both = |list: &[(bool, DisputeValue)]| list.iter().any(|(t, a)| *t && list.iter().any(|(u, b)| !*u && !one(a, b)));
    sides
        .into_iter()
        .filter(|(_, list)| both(list))
        .map(|(who, list)| Dispute {
            slot: "delegation_attendance".to_owned(),
            slot_en: match lexicon.entries[who as usize].kind {
                Kind::Person => format!("attendance of {}", term(lexicon, who).en),
                _ => format!("attendance of the {}", term(lexicon, who).en),
            },
            values: list.into_iter().map(|(_, v)| v).take(VALUES).collect(),
        })
        .collect()
}

/// True for one value on one word: told once, with all its places.
pub(super) fn same(a: &DisputeValue, b: &DisputeValue) -> bool {
    fn who(v: &DisputeValue) -> Option<(&Option<String>, &str)> {
        v.by.as_ref().map(|s| (&s.id, s.en.as_str()))
    }
    a.value.text == b.value.text && who(a) == who(b)
}

/// Where the ceasefire is said to hold: the whole territory, a part of it. The words are data (role `scope`).
fn scope(round: &Round, given: &Given, cites: &mut Cites) -> Vec<Dispute> {
    let lexicon = given.lexicon;
    let mut values: Vec<(EntryId, DisputeValue)> = Vec::new();
    for &(article, analysis) in &round.articles {
        for (n, s) in analysis.sentences.iter().enumerate().filter(|(_, s)| !s.background) {
            let is = |role: &'static str| {
                s.mentions.iter().filter(move |m| lexicon.entries[m.entry as usize].role.as_deref() == Some(role))
            };
            let truce = s.mentions.iter().find(|m| lexicon.frames[m.entry as usize].truce);
            let (Some(truce), Some(found)) = (truce, is("scope").next()) else { continue };
            let span = (truce.start.min(found.start), truce.end.max(found.end));
            let inside = |x: &Statement| x.sentence as usize == n && x.content.0 <= found.start && found.start < x.content.1;
            let number = analysis.statements.iter().position(inside).map(|i| i as u32);
            let value = DisputeValue {
                value: rule(lexicon.entries[found.entry as usize].en.preferred.clone(), "words of scope beside a ceasefire"),
                by: of(article, analysis, number).map(|s| s.speaker(given)),
                ar: article.text[span.0 as usize..span.1 as usize].to_owned(),
                citations: vec![cites.cite(article, n, span.0, span.1)],
            };
            match values.iter_mut().find(|(_, v)| same(v, &value)) {
                Some((_, twin)) => twin.citations.extend(value.citations),
                None => values.push((found.entry, value)),
            }
        }
    }
    let differ = values.iter().any(|(e, _)| *e != values[0].0);
    let dispute = Dispute {
        slot: "scope".to_owned(),
        slot_en: "scope of the ceasefire".to_owned(),
        values: values.into_iter().map(|(_, v)| v).take(VALUES).collect(),
    };
    if differ { vec![dispute] } else { Vec::new() }
}

/// Whether the sentence of a row names a slot.
fn names(row: &Row, slot: &str, round: &Round, lexicon: &Lexicon) -> bool {
    let of = |m: &Mention| lexicon.entries[ledger::family(lexicon, m.entry) as usize].id == slot;
    row.outcome.citations.iter().any(|c| {
        let analysis = round.articles.iter().find(|(a, _)| a.id == c.source).map(|(_, analysis)| analysis);
        analysis.is_some_and(|a| a.sentences[c.sentence as usize - 1].mentions.iter().any(of))
    })
}

/// Texts beside these that name an agreement as one that was concluded: `اتفاق وقف إطلاق النار الذي وُقع الجمعة`; the article, the sentence and the words.
fn concluded(slot: &str, texts: &[usize], round: &Round, lexicon: &Lexicon) -> Vec<(usize, usize, Span)> {
    const SIGNED: [&str; 8] = ["وقع", "وقعت", "وقعه", "وقعته", "وقعها", "أبرم", "أبرمته", "وقعاه"];
    const DONE: [&str; 4] = ["الموقع", "الموقعة", "المبرم", "المبرمة"];
    const FAR: usize = 3;
    let deal = |article: &Article, m: &Mention| {
        let id = &lexicon.entries[ledger::family(lexicon, m.entry) as usize].id;
        id == slot && ["اتفاق", "مذكرة", "إعلان"].iter().any(|w| article.text[m.start as usize..].starts_with(w))
    };
    let named = |(a, &(article, analysis)): (usize, &(&Article, &Analysis))| {
        analysis.sentences.iter().enumerate().filter(|(_, s)| s.kind == SentenceKind::Sentence && !s.background).find_map(
            |(n, s)| {
                let m = s.mentions.iter().find(|m| deal(article, m))?;
                let behind = &article.text[m.end as usize..s.end as usize];
                let words: Vec<String> = behind.split_whitespace().take(FAR).map(|w| show(&fold(w))).collect();
                let is = |w: &String, all: &[&str]| all.iter().any(|x| show(&fold(x)) == *w);
                let relative = words.windows(2).any(|w| matches!(w[0].as_str(), "الذي" | "التي") && is(&w[1], &SIGNED));
                (relative || words.iter().take(1).any(|w| is(w, &DONE))).then_some((a, n, (s.start, s.end)))
            },
        )
    };
    let found: Vec<(usize, usize, Span)> =
        round.articles.iter().enumerate().filter(|(a, _)| !texts.contains(a)).filter_map(named).collect();
    // Copies count once.
    let sentence = |f: &(usize, usize, Span)| &round.articles[f.0].0.text[f.2.0 as usize..f.2.1 as usize];
    let groups = similar::groups(&found.iter().map(sentence).collect::<Vec<&str>>());
    let first = |(i, f): (usize, (usize, usize, Span))| (groups[i] == i).then_some(f);
    found.into_iter().enumerate().filter_map(first).collect()
}

/// What at least two independent texts say alike.
pub(super) fn agreements(
    round: &Round,
    given: &Given,
    rows: &[Row],
    counted: &[Counted],
    next: &[Next],
    cites: &mut Cites,
) -> Vec<Line> {
    let lexicon = given.lexicon;
    let mut families: BTreeMap<(&str, &str, bool, Option<bool>), Vec<&Row>> = BTreeMap::new();
    for row in rows {
        let yes = yes(row.outcome.status);
        // That there is a next round is no news: when it is stands with what comes next.
        let due = yes.is_none() && lexicon.entries[row.family as usize].role.as_deref() == Some("next");
        let words = if row.outcome.slot == OTHER { row.outcome.slot_en.as_str() } else { "" };
        if !due {
            families.entry((&lexicon.entries[row.family as usize].id, words, row.done, yes)).or_default().push(row);
        }
    }
    let mut out = Vec::new();
    let others: Vec<&Row> = rows.iter().filter(|r| r.outcome.slot == OTHER && yes(r.outcome.status) == Some(false)).collect();
    for ((slot, words, _, is), mut rows) in families {
        // `أخفقوا في تجاوز الخلاف على قائمة المستقلين`, told of the committee whose list it is: that it is not agreed, too.
        let mut joined = false;
        if words.is_empty() && is == Some(false) {
            let more: Vec<&Row> = others.iter().copied().filter(|r| names(r, slot, round, lexicon)).collect();
            joined = !more.is_empty();
            rows.extend(more);
        }
        rows.sort_by_key(|r| r.outcome.by.is_some());
        // `a ceasefire` of one and `a comprehensive ceasefire` of another, `no progress` and `no agreement`, are no one matter.
        if !joined
            && rows
                .iter()
                .any(|r| r.outcome.slot_en != rows[0].outcome.slot_en && lexicon.entries[r.family as usize].counts.is_none())
        {
            let texts = |of: &str| -> BTreeSet<usize> {
                rows.iter().filter(|r| r.outcome.slot_en == of).flat_map(|r| r.independent.iter().copied()).collect()
            };
            let shared: Vec<String> = rows.iter().map(|r| r.outcome.slot_en.clone()).filter(|of| texts(of).len() > 1).collect();
            let Some(of) = shared.into_iter().next() else { continue };
            rows.retain(|r| r.outcome.slot_en == of);
        }
        let mut texts: Vec<usize> = rows.iter().flat_map(|r| r.independent.iter().copied()).collect();
        texts.sort_unstable();
        texts.dedup();
        let signed = if is == Some(true) && words.is_empty() { concluded(slot, &texts, round, lexicon) } else { Vec::new() };
        texts.extend(signed.iter().map(|s| s.0));
        if texts.len() < 2 {
            continue;
        }
        let named = || lexicon.entry(slot).map(|e| e.en.preferred.clone()).unwrap_or_default();
        let name = if words.is_empty() { named() } else { words.to_owned() };
        // `no progress` of one and `no agreement` of another stand under their own names.
        let own =
            |r: &Row| if lexicon.entries[r.family as usize].counts.is_some() { name.clone() } else { r.outcome.slot_en.clone() };
        let mut said: Vec<(String, Vec<String>)> = Vec::new();
        for r in &rows {
            let who: Vec<&str> = r.voices.iter().map(|v| v.by.as_ref().map_or("the articles", |b| b.en.as_str())).collect();
            let told = format!("{} ({})", r.outcome.word, who.join(", "));
            match said.iter_mut().find(|(matter, _)| *matter == own(r)) {
                Some((_, list)) => list.push(told),
                None => said.push((own(r), vec![told])),
            }
        }
        // `entry into force` of all is told as that, and not as the signing that it is read together with.
        let part = yes(rows[0].outcome.status).is_none() && rows.iter().all(|r| r.outcome.slot_en != name);
        // `no agreement` is read together with `no progress`, and is more.
        let part = part || lexicon.entry(slot).is_some_and(|e| e.role.as_deref() == Some("progress"));
        if let [(only, _)] = said.as_mut_slice()
            && !part
        {
            only.clone_from(&name);
        }
        let what: Vec<String> = said.into_iter().map(|(matter, told)| format!("{matter}: {}", told.join(", "))).collect();
        let text = format!("{}, {} independent texts.", what.join("; "), texts.len());
        let ar = rows
            .iter()
            .min_by_key(|r| (r.outcome.by.is_some(), r.outcome.ar.len()))
            .map(|r| r.outcome.ar.clone())
            .unwrap_or_default();
        let mut citations: Vec<Citation> = rows.iter().flat_map(|r| r.outcome.citations.iter().cloned()).collect();
        citations.extend(signed.iter().map(|&(a, n, span)| cites.cite(round.articles[a].0, n, span.0, span.1)));
        out.push(Line { ar, en: rule(text, "same matter, same answer, near-copies counted once"), citations });
    }
    out.extend(counted::agreements(counted, cites));
    out.extend(days_ahead::agreed(next, round, given, cites));
    out
}
