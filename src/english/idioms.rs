//! Idioms: a verb and the noun that gives it its sense are one verb (أطلق الجانبان سراح: release). Data: `glossary/lexicon/idioms.yaml`.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::node::{Node, Pos};
use crate::arabic::fold::fold;
use crate::arabic::inflect::{Person, Tense};

static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/idioms.tsv"));

struct Idiom {
    /// The noun and what belongs to it, word by word.
    words: Vec<Vec<u8>>,
    en: &'static str,
    preps: &'static str,
    place: &'static str,
    flags: &'static str,
}

/// The idioms of a verb, folded, in the order of the data.
fn of(verb: &[u8]) -> &'static [Idiom] {
    static TABLES: OnceLock<FxHashMap<Vec<u8>, Vec<Idiom>>> = OnceLock::new();
    let tables = TABLES.get_or_init(|| {
        let idiom = |l: &'static str| {
            let mut f = l.split('\t');
            let verb = fold(f.next()?);
            let idiom = Idiom {
                words: f.next()?.split(' ').map(fold).collect(),
                en: f.next()?,
                preps: f.next()?,
                place: f.next()?,
                flags: f.next()?,
            };
            Some((verb, idiom))
        };
        let mut tables: FxHashMap<Vec<u8>, Vec<Idiom>> = FxHashMap::default();
        for (verb, idiom) in TABLE.lines().filter_map(idiom) {
            tables.entry(verb).or_default().push(idiom);
        }
        tables
    });
    tables.get(verb).map(Vec::as_slice).unwrap_or_default()
}

/// An idiom whose verb stands at `i`, and the nodes of its noun.
fn find(text: &str, nodes: &[Node], i: usize) -> Option<(&'static Idiom, std::ops::Range<usize>)> {
    // أحادي الجانب: unilateral.
    let adjective = nodes[i].pos == Pos::Adjective;
    let lemma = nodes[i].lemma.filter(|l| l.pos == "verb" || adjective)?;
    let finite = nodes[i].pos == Pos::Verb;
    for idiom in of(&fold(lemma.ar)) {
        // تحميل أي طرف المسؤولية: whom stands between, also behind a verbal noun.
        let reach = match nodes[i].pos {
            _ if finite => 16,
            Pos::Masdar | Pos::Active if !idiom.place.is_empty() => 5,
            _ => 1,
        };
        for j in i + 1..(i + 1 + reach).min(nodes.len()) {
            let n = &nodes[j];
            // حمل الفصائل التي تدعمها مسؤولية الفشل: whom may have a clause of its own.
            // حمل البحرة، رئيس الوفد، الحكومة مسؤولية: who may have an office between commas.
            let office = matches!(n.pos, Pos::Mark('،' | ',')) && nodes.get(j + 1).is_some_and(|x| x.nominal() && !x.and);
            // ألقى مقتل القاضي في عدن، معقل المجلس، بظلاله: nothing but the idiom has its ب
            let aside = idiom.words.first().is_some_and(|w| w.starts_with(&fold("ب")));
            // أودت، بحسب التقديرات، بحياة المئات
            let comma = |k: &usize| matches!(nodes[*k].pos, Pos::Mark('،' | ','));
            if aside
                && comma(&j)
                && let Some(close) = (j + 2..nodes.len()).take(8).find(comma)
                && let Some(end) = ends(text, nodes, close + 1, idiom)
            {
                return Some((idiom, close + 1..end));
            }
            let closes = comma(&j) && ends(text, nodes, j + 1, idiom).is_some();
            let own = (n.pos == Pos::Rel || office) && (!idiom.place.is_empty() || office && aside) || closes && aside;
            if matches!(n.pos, Pos::Mark(_) | Pos::That | Pos::Rel | Pos::Clause) && !n.quote() && !own {
                break;
            }
            if let Some(end) = ends(text, nodes, j, idiom) {
                // قام الوزير بدوره بزيارة: in turn, where the verb has a ب of its own
                let second = idiom.words.first().is_some_and(|w| w.starts_with(&fold("ب")))
                    && nodes.get(end).is_some_and(|x| x.prep == Some("ب"));
                if second && idiom.flags.contains('i') {
                    break;
                }
                return Some((idiom, j..end));
            }
            // A verb of its own ends the search, unless it is the noun read wrongly.
            if n.pos == Pos::Verb && n.tense == Tense::Perfect && (n.and || j > i + 1) {
                break;
            }
        }
    }
    None
}

/// The node behind the idiom's noun, if that stands at `j`.
fn ends(text: &str, nodes: &[Node], j: usize, idiom: &Idiom) -> Option<usize> {
    let (mut k, mut at) = (j, 0);
    while at < idiom.words.len() {
        let n = nodes.get(k)?;
        let raw: Vec<Vec<u8>> = text.get(n.raw.0 as usize..n.raw.1 as usize)?.split_whitespace().map(fold).collect();
        for (w, word) in raw.iter().enumerate() {
            let wanted = idiom.words.get(at)?;
            let accusative = || word.strip_suffix(fold("ا").as_slice()) == Some(wanted.as_slice());
            let owned = || n.pron.is_some() && idiom.place.is_empty() && w + 1 == raw.len() && word.starts_with(wanted);
            if !(word == wanted || accusative() || owned()) {
                return None;
            }
            at += 1;
        }
        k += 1;
    }
    Some(k)
}

/// Puts the verb and the noun of each idiom together.
pub(super) fn joined(text: &str, mut nodes: Vec<Node>) -> Vec<Node> {
    let mut i = 0;
    while i < nodes.len() {
        if let Some((idiom, noun)) = find(text, &nodes, i) {
            put(&mut nodes, i, idiom, noun);
        }
        i += 1;
    }
    nodes
}

fn put(nodes: &mut Vec<Node>, i: usize, idiom: &'static Idiom, noun: std::ops::Range<usize>) {
    let flag = |c: char| idiom.flags.contains(c);
    let first = nodes[noun.start].clone();
    let opens = i.checked_sub(1).is_none_or(|b| matches!(nodes[b].pos, Pos::Mark(_) | Pos::That | Pos::Clause | Pos::Rel));
    let n = &mut nodes[i];
    n.lemma = n.lemma.map(|l| l.idiom(idiom.en, idiom.preps, flag('i')));
    let mut en = idiom.en.split('|').map(str::to_owned);
    n.en = en.next().unwrap_or_default();
    n.forms = en.next().zip(en.next());
    (n.own, n.tied, n.torn) = (false, false, false);
    match n.pos {
        // أطلق سراح 15 أسيرا: nobody is named who did it.
        Pos::Verb
            if noun.start == i + 1
                && n.tense == Tense::Perfect
                && n.person == Person::He
                && !flag('i')
                && !flag('k')
                && (opens || n.and) =>
        {
            n.passive |= idiom.place.is_empty() && !idiom.preps.contains('=') && !flag('a');
        }
        // أسيء فهمه: who was misunderstood
        Pos::Verb if n.passive => {}
        Pos::Verb => n.pron = n.pron.or(first.pron.filter(|_| !flag('i') && !flag('k'))),
        Pos::Adjective => {}
        _ => {
            n.pos = if n.pos == Pos::Noun { Pos::Masdar } else { n.pos };
            n.definite |= first.definite && n.pos == Pos::Masdar && idiom.words.len() == 1 && noun.start == i + 1 && !flag('k');
            // رفع الجلسات: the adjournment of them
            if n.pos == Pos::Masdar && flag('k') && n.en == "adjourn" {
                (n.en, n.own, n.forms) = ("adjournment".to_owned(), true, None);
            }
            n.pron = n.pron.or(first.pron.filter(|_| !flag('i')));
        }
    }
    if flag('k') {
        return;
    }
    let place = (!idiom.place.is_empty()).then(|| Node {
        raw: first.raw,
        ar: idiom.place.to_owned(),
        mention: true,
        ..Node::new(Pos::Prep, idiom.place)
    });
    nodes.splice(noun, place);
}
