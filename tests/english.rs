//! English by rule on whole news sentences: what must come out word for word (`tests/english.yaml`, texts of our own), and how far it is from what people wrote.
//!
//! The texts that are measured lie in `../shared`, or where `MUJAZ_SHARED` says. Where they are absent the test says so and passes.
#![allow(clippy::print_stderr)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use mujaz::analysis::{Mention, analyze, parse};
use mujaz::article::Article;
use mujaz::english::{self, Ask, Gloss};
use mujaz::glossary::lexicon::Lexicon;
use mujaz::glossary::{load, matcher::Matcher};
use mujaz::round::tracks::Tracks;

/// Each sentence of a text: its gloss, and the same without rules.
fn each(text: &str, lexicon: &Lexicon, matcher: &mut Matcher) -> Vec<(Gloss, [String; 2], u32)> {
    let article = Article::read("t.txt", "t", text.as_bytes().to_vec()).expect("a text");
    let parsed = parse::parse(&article, matcher);
    let reader = english::Reader::new(lexicon);
    let found = |s: &parse::ParsedSentence| {
        let mentions: Vec<Mention> = s
            .matches
            .iter()
            .map(|m| Mention { start: m.start, end: m.end, entry: lexicon.forms[m.form as usize].entry })
            .collect();
        let all = s.span.start..s.span.end;
        let ask = Ask {
            text: &article.text,
            sentence: all.clone(),
            range: all,
            mentions: &mentions,
            dates: &[],
            names: &[],
            said: None,
            speaker: None,
        };
        (english::gloss(&ask, &reader), english::plain(&ask, &reader), s.words())
    };
    parsed.sentences.iter().map(found).collect()
}

fn line(text: &str, lexicon: &Lexicon, matcher: &mut Matcher) -> String {
    each(text, lexicon, matcher).into_iter().map(|(g, _, _)| g.text).collect::<Vec<_>>().join(" ")
}

/// The gloss of a text of a day, with its dates resolved.
fn dated(text: &str, day: &str, lexicon: &Lexicon, matcher: &mut Matcher) -> String {
    let file = format!("---\ntitle: t\ndate: {day}\n---\n\n{text}\n");
    let article = Article::read("t.md", "t", file.into_bytes()).expect("a text");
    let tracks = Tracks::new(load::builtin_tracks(), lexicon);
    let analysis = analyze(&article, matcher, &tracks);
    let reader = english::Reader::new(lexicon);
    let gloss = |s: &mujaz::analysis::Sentence| {
        let all = s.start..s.end;
        let (mentions, dates) = (&s.mentions, &s.dates);
        let ask = Ask {
            text: &article.text,
            sentence: all.clone(),
            range: all,
            mentions,
            dates,
            names: &[],
            said: None,
            speaker: None,
        };
        english::gloss(&ask, &reader).text
    };
    analysis.sentences.iter().map(gloss).collect::<Vec<_>>().join(" ")
}

/// A statement or an outcome is cut out of its sentence anywhere: no rule may count on what stands behind it.
#[test]
fn what_is_cut_short_is_read_all_the_same() {
    let cases: Vec<BTreeMap<String, String>> = serde_yaml::from_str(include_str!("english.yaml")).unwrap();
    let lexicon = Lexicon::new(load::builtin());
    let mut matcher = Matcher::new(&lexicon);
    for case in &cases {
        let words: Vec<&str> = case["ar"].trim_end_matches(['.', '؟', '!']).split(' ').collect();
        for cut in (2..=words.len()).rev().take(4) {
            let text = words[..cut].join(" ");
            assert!(!line(&text, &lexicon, &mut matcher).is_empty(), "{text}");
        }
    }
    // Each lost its last word to a rule, and the rule behind it looked for one.
    for text in [
        "المشاركات، وعددهن 17،",
        "قالت المبعوثة الأممية بالإنابة",
        "أسماء يختارها هو",
        "ما لبث أن انهار",
        "الوثيقة التي اطلعت رويترز على نسخة منها",
    ] {
        assert!(!line(text, &lexicon, &mut matcher).is_empty(), "{text}");
    }
}

#[test]
fn sentences_of_our_own_come_out_word_for_word() {
    let lexicon = Lexicon::new(load::builtin());
    let mut matcher = Matcher::new(&lexicon);
    let list: Vec<BTreeMap<String, String>> = serde_yaml::from_str(include_str!("english.yaml")).expect("a list");
    let wrong: Vec<String> = list
        .iter()
        .map(|x| {
            let got = match x.get("date") {
                Some(day) => dated(&x["ar"], day, &lexicon, &mut matcher),
                None => line(&x["ar"], &lexicon, &mut matcher),
            };
            (&x["ar"], &x["en"], got)
        })
        .filter(|(_, en, got)| *en != got)
        .map(|(ar, en, got)| format!("{ar}\n  want {en}\n  got  {got}"))
        .collect();
    assert!(list.len() > 30 && wrong.is_empty(), "{}", wrong.join("\n"));
}

/// How often each run of `n` characters stands in a text, blanks left out.
fn runs(text: &str, n: usize) -> BTreeMap<Vec<char>, u32> {
    let letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut out = BTreeMap::new();
    for run in letters.windows(n) {
        *out.entry(run.to_vec()).or_insert(0) += 1;
    }
    out
}

/// chrF2 (Popović 2015) over a whole corpus: runs of one to six characters, recall counts twice.
fn chrf(pairs: &[(String, String)]) -> f64 {
    let mut sum = 0.0;
    for n in 1..=6 {
        let (mut both, mut got, mut want) = (0u32, 0u32, 0u32);
        for (ours, theirs) in pairs {
            let (a, b) = (runs(ours, n), runs(theirs, n));
            both += a.iter().map(|(k, v)| (*v).min(b.get(k).copied().unwrap_or(0))).sum::<u32>();
            got += a.values().sum::<u32>();
            want += b.values().sum::<u32>();
        }
        let (p, r) = (f64::from(both) / f64::from(got.max(1)), f64::from(both) / f64::from(want.max(1)));
        sum += if p + r > 0.0 { 5.0 * p * r / (4.0 * p + r) } else { 0.0 };
    }
    100.0 * sum / 6.0
}

fn shared(path: &str) -> Option<String> {
    let root = std::env::var_os("MUJAZ_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    let text = fs::read_to_string(root.join(path)).ok();
    if text.is_none() {
        eprintln!("{path} is not here: not measured");
    }
    text
}

/// Terms, words in text order, and the gloss against what people wrote; the share of the content words that are in the gloss.
fn measure(name: &str, texts: &[(String, String)]) -> ([f64; 3], f64) {
    let lexicon = Lexicon::new(load::builtin());
    let mut matcher = Matcher::new(&lexicon);
    let mut pairs: [Vec<(String, String)>; 3] = Default::default();
    let (mut words, mut known) = (0.0, 0.0);
    for (ar, en) in texts {
        let mut lines: [Vec<String>; 3] = Default::default();
        for (gloss, [terms, plain], n) in each(&ar.replace('\n', " "), &lexicon, &mut matcher) {
            known += f64::from(n) * f64::from(gloss.coverage);
            words += f64::from(n);
            for (list, line) in lines.iter_mut().zip([terms.replace(" … ", " "), plain, gloss.text]) {
                list.push(line);
            }
        }
        for (list, line) in pairs.iter_mut().zip(lines) {
            list.push((line.join(" "), en.clone()));
        }
    }
    let [terms, plain, gloss] = pairs.map(|p| chrf(&p));
    eprintln!(
        "{name}: chrF terms {terms:.1}, words in text order {plain:.1}, gloss {gloss:.1}; content words {:.1} %",
        known / words
    );
    ([terms, plain, gloss], known / words)
}

/// Sentences of news with the English that people wrote.
fn news() -> Option<Vec<(String, String)>> {
    let text = shared("eval/ntrex-dev.jsonl")?;
    let mut texts = Vec::new();
    for line in text.lines() {
        let document: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let list = |key: &str| {
            document[key].as_array().into_iter().flatten().filter_map(|v| v.as_str()).map(str::to_owned).collect::<Vec<_>>()
        };
        texts.extend(list("ar").into_iter().zip(list("en")));
    }
    Some(texts)
}

#[test]
fn rules_earn_something_on_news() {
    let Some(texts) = news() else { return };
    let ([terms, plain, gloss], share) = measure("ntrex-dev", &texts);
    assert!(gloss > plain && plain > terms && share >= 75.0);
}

/// The lines in which a rule fired: the gloss beside the same words in text order. Prints the table of the book.
#[test]
fn no_rule_costs_more_than_it_earns() {
    let Some(texts) = news() else { return };
    let lexicon = Lexicon::new(load::builtin());
    let mut matcher = Matcher::new(&lexicon);
    let mut table: BTreeMap<&str, [Vec<(String, String)>; 2]> = BTreeMap::new();
    for (ar, en) in &texts {
        let found = each(&ar.replace('\n', " "), &lexicon, &mut matcher);
        let [(gloss, [_, plain], _)] = found.as_slice() else { continue };
        for rule in gloss.rules.iter().copied().chain(["any"]) {
            let list = table.entry(rule).or_default();
            list[0].push((plain.clone(), en.clone()));
            list[1].push((gloss.text.clone(), en.clone()));
        }
    }
    let mut costly = Vec::new();
    for (rule, [plain, gloss]) in table.iter().filter(|(_, list)| list[0].len() >= 15) {
        let (words, line) = (chrf(plain), chrf(gloss));
        eprintln!("| {rule} | {} | {words:.1} | {line:.1} |", plain.len());
        // A line of terms is short by intent.
        if line < words && *rule != "terms only" {
            costly.push(*rule);
        }
    }
    assert!(costly.is_empty(), "{costly:?}");
}

#[test]
fn rules_earn_something_on_statements() {
    let Some(text) = shared("corpus/gold-dev.yaml") else { return };
    let gold: serde_yaml::Value = serde_yaml::from_str(&text).expect("YAML");
    let mut texts = Vec::new();
    for (_, article) in gold["articles"].as_mapping().into_iter().flatten() {
        for s in article["statements"].as_sequence().into_iter().flatten() {
            if let (Some(ar), Some(en)) = (s["sentence"].as_str(), s["gist_en"].as_str()) {
                texts.push((ar.to_owned(), en.to_owned()));
            }
        }
    }
    let ([terms, plain, gloss], share) = measure("gold gists", &texts);
    assert!(gloss > terms && gloss > plain && share >= 90.0);
}
