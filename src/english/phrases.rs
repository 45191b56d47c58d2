//! Phrases: words that are one of English together (مجلس الشيوخ: the Senate, من قبل: by). Data: `glossary/lexicon/phrases.yaml`.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::node::{Node, Pos};
use super::reading::{acts, clitics, plain};
use crate::arabic::clitics::{Ending, Proclitics, Pronoun, cuts};
use crate::arabic::fold::{ALEF, BEH, FEH, KAF, LAM, SEEN, WAW, YEH, fold};
use crate::arabic::token::{Kind as TokenKind, Token};

static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/phrases.tsv"));

struct Phrase {
    /// Its words, folded, and whether each has the article, which a noun's are listed without.
    words: Vec<(Vec<u8>, bool)>,
    pos: Pos,
    en: &'static str,
    flags: &'static str,
}

impl Phrase {
    fn parse(line: &'static str) -> Option<Self> {
        let mut f = line.split('\t');
        let (ar, pos, en, flags) = (f.next()?, f.next()?, f.next()?, f.next()?);
        let pos = match pos {
            "noun" => Pos::Noun,
            "name" => Pos::Name,
            "title" => Pos::Title,
            "adjective" => Pos::Adjective,
            "prep" => Pos::Prep,
            "clause" => Pos::Clause,
            "quant" => Pos::Quant,
            _ => Pos::Adverb,
        };
        let nominal = nominal(pos);
        let word = |w: &str| {
            let whole = fold(w);
            match article(&whole).filter(|_| nominal) {
                Some(rest) => (rest.to_vec(), true),
                None => (whole, false),
            }
        };
        Some(Self { words: ar.split(' ').map(word).collect(), pos, en, flags })
    }

    /// The pronoun at its end and the number of tokens, if the phrase stands there.
    fn stands(&self, behind: &mut Behind, first: bool) -> Option<(Ending, bool)> {
        let nominal = nominal(self.pos);
        let listed = self.words.iter().any(|w| w.1);
        let (mut ending, mut last) = (Ending::None, first);
        for (k, (word, with)) in self.words.iter().enumerate() {
            let mut has = first;
            if k > 0 {
                let (raw, whole) = behind.word(k)?;
                let (al, rest) = match article(whole).filter(|_| nominal && article_in(raw)) {
                    Some(rest) => (true, rest),
                    None => (false, whole),
                };
                has = al;
                let tail = rest.strip_prefix(word.as_slice())?;
                if !tail.is_empty() {
                    ending = Ending::Pronoun(pronoun(tail).filter(|_| k + 1 == self.words.len() && !al && nominal)?);
                }
            }
            let right = if listed { has == *with } else { !nominal || has == first || ending != Ending::None };
            if !right {
                return None;
            }
            last = has;
        }
        // مصدر في المعارضة: a source, where it has no article of its own
        Some((ending, if nominal && self.words.iter().any(|w| w.0 == [FEH, YEH]) { first } else { last }))
    }
}

/// The words behind the first, each folded once for all phrases.
struct Behind<'t> {
    text: &'t str,
    tokens: &'t [Token],
    folded: Vec<Vec<u8>>,
}

impl<'t> Behind<'t> {
    /// Word `k`, as it stands and folded; there is none behind a mark.
    fn word(&mut self, k: usize) -> Option<(&'t str, &[u8])> {
        let raw = |t: &Token| t.text(self.text);
        let words = self.tokens.get(1..=k)?.iter();
        for token in words.skip(self.folded.len()) {
            if token.kind != TokenKind::Word {
                return None;
            }
            self.folded.push(fold(raw(token)));
        }
        Some((raw(&self.tokens[k]), &self.folded[k - 1]))
    }
}

fn nominal(pos: Pos) -> bool {
    matches!(pos, Pos::Noun | Pos::Name | Pos::Title | Pos::Adjective)
}

fn article_in(word: &str) -> bool {
    word.starts_with("ال")
}

fn article(folded: &[u8]) -> Option<&[u8]> {
    folded.strip_prefix(&[ALEF, LAM]).filter(|rest| rest.len() > 1)
}

fn pronoun(tail: &[u8]) -> Option<Pronoun> {
    [("ه", Pronoun::His), ("ها", Pronoun::Her), ("هم", Pronoun::Their), ("هما", Pronoun::Both), ("نا", Pronoun::Our)]
        .into_iter()
        .find(|(w, _)| fold(w) == tail)
        .map(|(_, p)| p)
}

/// Letters that may be written onto the front of a word.
const FRONT: [u8; 7] = [ALEF, BEH, FEH, KAF, LAM, SEEN, WAW];

/// All phrases, by their first word, folded and without its article.
#[derive(Default)]
struct Tables {
    by_word: FxHashMap<Vec<u8>, Vec<Phrase>>,
    /// These words without their article: behind ل it has lost a letter.
    bare: FxHashSet<Vec<u8>>,
}

impl Tables {
    fn all() -> &'static Self {
        static TABLES: LazyLock<Tables> = LazyLock::new(|| {
            let mut phrases: Vec<Phrase> = TABLE.lines().filter_map(Phrase::parse).collect();
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
            let mut tables = Tables::default();
            for phrase in phrases {
                let word = &phrase.words[0].0;
                tables.bare.insert(article(word).unwrap_or(word).to_vec());
                tables.by_word.entry(word.clone()).or_default().push(phrase);
            }
            tables
        });
        &TABLES
    }

    /// Whether a phrase may begin with this word, whatever is written onto its front: with most words none does, and they need not be taken apart.
    fn may_have(&self, word: &[u8]) -> bool {
        let front = word.iter().take_while(|letter| FRONT.contains(letter)).count();
        (0..word.len()).take(front + 1).any(|from| self.bare.contains(&word[from..]))
    }
}

/// The node of the phrase that the tokens begin with, and how many of them it is. The node's place is counted from the first token.
pub(super) fn at(text: &str, tokens: &[Token]) -> Option<(Node, usize)> {
    let first = tokens.first().filter(|t| t.kind == TokenKind::Word)?;
    let folded = fold(first.text(text));
    let tables = Tables::all();
    if !tables.may_have(&folded) {
        return None;
    }
    let mut found: Option<(Node, usize)> = None;
    let mut behind = Behind { text, tokens, folded: Vec::new() };
    cuts(&folded, false, |cut| {
        if cut.ending != Ending::None {
            return true;
        }
        let p = cut.proclitics;
        for phrase in tables.by_word.get(cut.stem).into_iter().flatten() {
            let only_and = p.0 & !(Proclitics::WAW.0 | Proclitics::FEH.0) == 0;
            if p.has(Proclitics::SEEN) || !(nominal(phrase.pos) || phrase.pos == Pos::Quant || only_and) {
                continue;
            }
            let al = p.has(Proclitics::ARTICLE);
            if let Some((ending, last)) = phrase.stands(&mut behind, al)
                && found.as_ref().is_none_or(|f| f.1 < phrase.words.len())
            {
                let end = tokens[phrase.words.len() - 1].end;
                found = Some((node(phrase, p, ending, last, &text[first.start as usize..end as usize]), phrase.words.len()));
            }
        }
        true
    });
    found
}

/// The words without what is written onto the first.
fn bare(words: &str, p: Proclitics) -> String {
    let letters = [Proclitics::WAW, Proclitics::FEH, Proclitics::BEH, Proclitics::KAF, Proclitics::LAM];
    let front = letters.into_iter().filter(|l| p.has(*l)).count();
    let rest: String = words.chars().skip(front).collect();
    // للانتخابات
    if p.has(Proclitics::LAM) && p.has(Proclitics::ARTICLE) { format!("ا{rest}") } else { rest }
}

fn node(phrase: &Phrase, p: Proclitics, ending: Ending, definite: bool, words: &str) -> Node {
    let flag = |c: char| phrase.flags.contains(c);
    let mut n = Node::new(phrase.pos, phrase.en);
    clitics(&mut n, p, ending);
    n.ar = bare(&plain(words), p);
    n.raw = (0, words.len() as u32);
    n.content = !matches!(phrase.pos, Pos::Prep | Pos::Clause | Pos::Quant);
    n.mention = true;
    n.negations = super::check::negations(phrase.en);
    // دفاع عن النفس: the article is not its own
    let of_another = words.contains(" عن ") && !p.has(Proclitics::ARTICLE) && !n.ar.starts_with("ال");
    // كامل العضوية: nor is that of its second word
    let own = p.has(Proclitics::ARTICLE) || n.ar.starts_with("ال");
    let own = phrase.pos != Pos::Adjective || own || n.ar.starts_with('ذ');
    n.definite = definite && own && !of_another || phrase.pos == Pos::Name;
    // المعترف بها دوليا: the article is the first word's
    n.definite |= phrase.pos == Pos::Adjective && p.has(Proclitics::ARTICLE);
    n.bare = phrase.pos == Pos::Name;
    n.plural = flag('p');
    n.mass = flag('m') || flag('p');
    n.human = flag('h') || phrase.pos == Pos::Title;
    n.agent = n.human || flag('a') || acts(phrase.en);
    n.feminine = flag('f') || phrase.words[0].0.last() == fold("ة").last();
    // المعترف بها دوليا, المنتهية ولايته: the pronoun agrees, whatever the first word is
    if n.pos == Pos::Adjective && phrase.words.len() > 1 {
        let ends = |tail: &str| phrase.words[1..].iter().any(|(w, _)| w.ends_with(&fold(tail)));
        n.feminine = ends("ها") || n.feminine && !ends("ته");
    }
    n
}
