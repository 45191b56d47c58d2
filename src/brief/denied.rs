//! What one says and another denies right behind it: `… أن أنقرة عرضت الانسحاب. ونفى مصدر في الوفد ذلك`; an accusation that the accused side denies: `حمّل الجيش القوات مسؤولية هجوم، بينما نفت القوات وقوع أي هجوم`.
//! Both wordings stand side by side. The words that point back are data (role `points_back`).

use super::assemble::{Given, rule};
use super::blame::blamed;
use super::cite::Cites;
use super::disputes::VALUES;
use super::english::line;
use super::parts::{Dispute, DisputeValue, English};
use super::speakers::{Said, at_the_table, of, term};
use crate::analysis::Analysis;
use crate::analysis::statements::{Span, Statement};
use crate::arabic::fold::same;
use crate::article::Article;
use crate::glossary::lexicon::Lexicon;
use crate::round::assign::Round;

/// Words of a denial that points back.
const SHORT: usize = 5;
/// Words of what is said.
const LONG: usize = 50;
/// Bytes between what is said and the end of its sentence, and between it and a denial in the same sentence.
const TAIL: u32 = 6;
const SAME: u32 = 60;
/// Bytes between what is said and a denial that a word of contrast parts from it: an office and a name stand between.
const APART: usize = 160;
/// Words of contrast before a denial: `في حين نفى الآخر`.
const CONTRAST: [&str; 5] = ["في حين ", "بينما ", "إلا أن ", "غير أن ", "لكن "];

/// The denials of a round that answer what was said just before them.
pub(super) fn denied(round: &Round, given: &Given, cites: &mut Cites) -> Vec<Dispute> {
    let lexicon = given.lexicon;
    let mut out: Vec<Dispute> = Vec::new();
    for &(article, analysis) in &round.articles {
        let all = &analysis.statements;
        let background = |s: &Statement| analysis.sentences[s.sentence as usize].background;
        for (n, d) in all.iter().enumerate().filter(|(_, d)| stance(d, lexicon) == Some("deny") && !d.negated && !background(d)) {
            let before = |p: &&Statement| p.content.1 <= at(d) && !p.negated && stance(p, lexicon) != Some("deny");
            let Some((m, p)) = all.iter().enumerate().take(n).rfind(|(_, p)| before(p)) else { continue };
            let (Some(says), Some(denies)) = (of(article, analysis, Some(m as u32)), of(article, analysis, Some(n as u32)))
            else {
                continue;
            };
            let (first, second) = (says.speaker(given), denies.speaker(given));
            let known = !first.en.is_empty() && first.en != "unresolved" && second.en != "unresolved" && first.en != second.en;
            let own = says.side(lexicon).is_some() && says.side(lexicon) == denies.side(lexicon) && first.id == second.id;
            // `وهو ما نفاه الآخر`: the denial has the words of what is denied.
            let same = p.content == d.content && p.sentence == d.sentence;
            let back = same || points_back(article, d, lexicon) && adjacent(analysis, p, d);
            let apart = contrasts(article, analysis, (p, d), lexicon);
            let answers = back || apart || is_answer(article, analysis, (p, &denies), lexicon);
            let long = article.text[p.content.0 as usize..p.content.1 as usize].split_whitespace().count() > LONG;
            if !known || own || !answers || long {
                continue;
            }
            let accuses = stance(p, lexicon) == Some("accuse");
            let sentence = &analysis.sentences[p.sentence as usize];
            let sides = if accuses { blamed(article, sentence, p, lexicon) } else { Vec::new() };
            let names: Vec<String> = sides.iter().map(|&b| term(lexicon, b).en).collect();
            let accused = (!names.is_empty())
                .then(|| rule(format!("blames: {}", names.join(", ")), "the sides right behind a verb that accuses"));
            let words = |span: Span| article.text[span.0 as usize..span.1 as usize].to_owned();
            let whole = if same { d.verb.map_or(d.content, |v| v.span) } else { (at(d).min(d.content.0), d.content.1) };
            // `نفى عقد أكثر من لقاء، قائلا إنه`: what is denied is not what is said.
            let said = d.verb.map_or(d.content.0, |v| v.span.1.max(d.speaker.span.1));
            let direct = said <= d.content.0 && !article.text[said as usize..d.content.0 as usize].contains("قائل");
            let no = if apart && !back && direct {
                let own = line((article, analysis), &analysis.sentences[d.sentence as usize], d.content.0..d.content.1, given);
                English { text: format!("denies: {}", own.text), ..own }
            } else {
                rule("denies it".to_owned(), "a denial right behind what it answers")
            };
            let values = vec![
                DisputeValue {
                    value: accused.unwrap_or_else(|| line((article, analysis), sentence, p.content.0..p.content.1, given)),
                    by: Some(first.clone()),
                    ar: words(p.content),
                    citations: vec![cites.cite(article, p.sentence as usize, p.content.0, p.content.1)],
                },
                DisputeValue {
                    value: no,
                    by: Some(second),
                    ar: words(whole),
                    citations: vec![cites.cite(article, d.sentence as usize, whole.0, whole.1)],
                },
            ];
            let slot_en = if accuses { "an accusation" } else { "a statement that is denied" };
            out.push(Dispute { slot: "denial".to_owned(), slot_en: format!("{slot_en}: {}", first.en), values });
        }
    }
    out.truncate(VALUES);
    out
}

pub(super) fn stance<'a>(s: &Statement, lexicon: &'a Lexicon) -> Option<&'a str> {
    s.verb.and_then(|v| lexicon.entries[v.entry as usize].stance.as_deref())
}

/// The byte at which a statement begins with its verb.
pub(super) fn at(s: &Statement) -> u32 {
    s.verb.map_or(s.content.0, |v| v.span.0)
}

/// `ونفى ذلك`, `نفى الأمر جملة وتفصيلا`
fn points_back(article: &Article, d: &Statement, lexicon: &Lexicon) -> bool {
    let said = &article.text[d.content.0 as usize..d.content.1 as usize];
    let clause: Vec<&str> = said.split(['،', ',', '"', '«']).next().unwrap_or_default().split_whitespace().collect();
    let opens = |form: &str| {
        let form: Vec<&str> = form.split_whitespace().collect();
        form.len() <= clause.len() && form.iter().zip(&clause).all(|(a, b)| same(a, b))
    };
    let mut forms = lexicon.entries.iter().filter(|e| e.role.as_deref() == Some("points_back")).flat_map(|e| &e.ar);
    // `نفى الأمر جملة وتفصيلا`
    (1..=SHORT).contains(&clause.len()) && (opens("جملة وتفصيلا") || forms.any(|form| opens(form)))
}

/// Nothing stands between what was said and its denial.
fn adjacent(analysis: &Analysis, p: &Statement, d: &Statement) -> bool {
    let sentence = &analysis.sentences[p.sentence as usize];
    if p.sentence == d.sentence {
        return at(d) - p.content.1 <= SAME;
    }
    let one = analysis.sentences[d.sentence as usize].paragraph == sentence.paragraph;
    // `… بسبب التأشيرات، بحسب مصدر. ونفى ذلك`: who says it stands behind it.
    let end = p.content.1.max(p.speaker.span.1.min(sentence.end)).max(p.verb.map_or(0, |v| v.span.1));
    one && p.sentence + 1 == d.sentence && sentence.end.saturating_sub(end) <= TAIL
}

/// `قال الأول إنه التقاه مرتين، في حين نفى الآخر عقد أكثر من لقاء`: a word of contrast stands between, in one sentence or at the head of the next.
fn contrasts(article: &Article, analysis: &Analysis, (p, d): (&Statement, &Statement), lexicon: &Lexicon) -> bool {
    let (from, to) = (p.content.1, d.verb.map_or(d.content.0, |v| v.span.0));
    let sentence = |s: &Statement| &analysis.sentences[s.sentence as usize];
    let next = p.sentence + 1 == d.sentence && sentence(p).paragraph == sentence(d).paragraph;
    let word = p.verb.map_or("", |v| &article.text[v.span.0 as usize..v.span.1 as usize]);
    let participle = word.starts_with('م') && word.ends_with(['ا', 'ً']);
    // `مضيفا أن الرئيس قد يعود`: which of several things is denied, a matter must tell.
    let told = !participle || p.topics.iter().any(|t| d.topics.contains(t));
    let whole = !article.text[p.content.0 as usize..].starts_with("على ");
    if stance(p, lexicon) == Some("accuse") || from > to || !(p.sentence == d.sentence || next) || !told || !whole {
        return false;
    }
    let between = &article.text[from as usize..to as usize];
    let at = CONTRAST.iter().filter_map(|w| between.find(w)).min();
    // Nothing else is told between the two.
    let near = |at: usize| between[..at].trim_matches(['،', '؛', '.', ' ', '"', '»', '\n', 'و']).is_empty();
    between.len() <= APART && at.is_some_and(near)
}

/// The accused side denies what it is accused of, in the same sentence or the next, and both name one thing.
fn is_answer(article: &Article, analysis: &Analysis, (p, d): (&Statement, &Said), lexicon: &Lexicon) -> bool {
    let near = d.statement.sentence <= p.sentence + 1;
    let accused = || blamed(article, &analysis.sentences[p.sentence as usize], p, lexicon);
    let side = d.side(lexicon).map(|id| at_the_table(lexicon, id));
    let one = p.topics.iter().any(|t| d.statement.topics.contains(t));
    near && stance(p, lexicon) == Some("accuse") && one && side.is_some_and(|side| accused().contains(&side))
}
