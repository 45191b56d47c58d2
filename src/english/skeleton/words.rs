//! Negators, connectives and words of time of the glossary.

use crate::arabic::clitics::Pronoun;
use crate::arabic::token::Token;
use crate::english::node::{Node, Pos};
use crate::english::reading::plain;
use crate::glossary::entry::Entry;

/// Last words of a connective's English after which a noun phrase follows.
const PREPOSITIONS: &[&str] = &[
    "of",
    "to",
    "with",
    "on",
    "from",
    "for",
    "in",
    "by",
    "at",
    "amid",
    "among",
    "during",
    "despite",
    "following",
    "including",
    "within",
    "through",
    "towards",
    "except",
    "unlike",
    "alongside",
    "alleged",
    "as",
    "after",
    "before",
    "since",
    "until",
    "called",
    "considered",
    "was",
    "quoting",
    "reports",
    "so-called",
    "mid-",
    "early",
    "late",
    "aboard",
    "beyond",
    "throughout",
    "against",
    "over",
    "under",
    "avoid",
];

/// English of connectives that open a clause.
const CLAUSES: &[&str] = &[
    "because",
    "but",
    "but rather",
    "if",
    "while",
    "when",
    "whenever",
    "where",
    "whether",
    "although",
    "however",
    "as since",
    "as if",
    "as long as",
    "as soon as",
    "so that",
    "unless",
    "provided that",
    "that",
    "that is",
    "it is noted that",
    "it is recalled that",
    "it is worth noting",
    "or",
    "either",
    "which means",
    "had previously",
];

pub(super) fn negator(entry: &Entry, make: &dyn Fn(Pos) -> Node) -> Vec<Node> {
    match entry.id.as_str() {
        "neg_cannot" | "neg_must_not" => vec![Node { negations: 1, ..make(Pos::Modal) }],
        "neg_no_longer" => vec![Node { negations: 1, ..make(Pos::Neg) }],
        "neg_no_existence" | "neg_no_longer_exists" => vec![Node { negations: 1, content: false, ..make(Pos::There) }],
        "neg_without_that" => vec![Node { negations: 1, content: false, ..make(Pos::Without) }],
        "neg_ma" | "neg_lamma" => vec![Node { ar: "لم".to_owned(), content: false, negations: 1, ..make(Pos::Neg) }],
        "neg_non_existence" => vec![Node { negations: 0, ..make(Pos::Noun) }],
        _ => Vec::new(),
    }
}

pub(super) fn connective(entry: &Entry, text: &str, last: &Token, make: &dyn Fn(Pos) -> Node) -> Node {
    let en = entry.en.preferred.as_str();
    let tail = en.rsplit(' ').next().unwrap_or(en);
    if entry.id == "conn_each_of" {
        return Node { content: false, definite: false, ..make(Pos::Quant) };
    }
    let pos = if CLAUSES.contains(&en) || en.ends_with(" that") {
        Pos::Clause
    } else if PREPOSITIONS.contains(&tail) {
        Pos::Prep
    } else {
        Pos::Adverb
    };
    let mut n = make(pos);
    n.definite = false;
    n.content = pos == Pos::Adverb;
    // بحسب تعبيره: its ب is a part of it
    if pos == Pos::Adverb && entry.ar.contains(&n.ar) {
        n.prep = None;
    }
    // A pronoun is part of the entry's form here (لأنه, إلا أنها).
    let word = plain(last.text(text));
    if pos == Pos::Clause && (word.len() > 6 || matches!(word.as_str(), "انه" | "أنه" | "إنه")) {
        n.pron = if word.ends_with("ها") {
            Some(Pronoun::Her)
        } else if word.ends_with("هم") {
            Some(Pronoun::Their)
        } else if word.ends_with("هما") {
            Some(Pronoun::Both)
        } else if word.ends_with("نا") {
            Some(Pronoun::Our)
        } else if word.ends_with('ه') {
            Some(Pronoun::His)
        } else {
            None
        };
    }
    n
}

pub(super) fn time(entry: &Entry, make: &dyn Fn(Pos) -> Node) -> Node {
    let en = entry.en.preferred.as_str();
    let prep = matches!(
        en,
        "after"
            | "before"
            | "during"
            | "since"
            | "until"
            | "shortly before"
            | "mid-"
            | "as of"
            | "in the wake of"
            | "simultaneously with"
            | "beginning of"
            | "end of"
            | "conclusion of"
            | "early"
            | "late"
            | "after it"
    );
    if matches!(en, "last" | "next" | "current" | "previous" | "following" | "daily") {
        let n = make(Pos::Adjective);
        return Node { definite: entry.id != "time_previous_indef", feminine: n.ar.ends_with('ه'), ..n };
    }
    if prep && en != "after it" {
        let mut n = make(Pos::Prep);
        n.content = false;
        if n.ar.ends_with("ما") || n.ar.ends_with(" ان") {
            n.pos = Pos::Clause;
        }
        if matches!(en, "beginning of" | "end of" | "conclusion of") {
            n.en = format!("the {en}");
        }
        return n;
    }
    if matches!(en, "the month" | "the week" | "the year" | "on the two days" | "on the day of") {
        let noun = en.trim_start_matches("the ").trim_start_matches("on the ").trim_end_matches(" of");
        if noun.starts_with("two") || noun == "day" {
            return Node { en: "on".to_owned(), content: false, ..make(Pos::Prep) };
        }
        let n = make(Pos::Noun);
        return Node {
            en: noun.to_owned(),
            definite: n.definite || n.ar.starts_with("ال"),
            feminine: noun == "year" && n.ar.ends_with('ه'),
            ..n
        };
    }
    make(Pos::Adverb)
}
