//! Words that are part of a person's name, whatever else they may be: told by the title, the given name or بن before them.

use super::memory::Readings;
use super::node::{Node, Pos};
use super::romanise;
use crate::arabic::inflect::Tense;
use crate::arabic::token::{Kind as TokenKind, Token};

/// `عبد الرحمن` is one name: one token, where no mention begins in it.
pub(super) fn servants(text: &str, tokens: &mut Vec<Token>, mentioned: impl Fn(u32) -> bool) {
    let mut at = 0;
    while at + 1 < tokens.len() {
        let (first, second) = (tokens[at], tokens[at + 1]);
        let word = first.text(text).trim_start_matches('و');
        let of = second.text(text);
        if second.kind == TokenKind::Word
            && word == "عبد"
            && (of.starts_with("ال") && of.chars().count() > 3 || of == "ربه")
            && !mentioned(first.start)
            && !mentioned(second.start)
        {
            tokens.splice(at..at + 2, [Token { end: second.end, ..first }]);
        }
        at += 1;
    }
}

/// True if the chosen word goes on with a name.
pub(super) fn goes_on(raw: &str, n: &Node, before: &[Node], behind: Option<&Readings>) -> bool {
    if n.and || n.prep.is_some() || n.pron.is_some() || n.mention && matches!(n.pos, Pos::Name | Pos::Title) {
        return false;
    }
    // رامي عبد الرحمن, سالم بن علي: the given name of what follows
    let given = || {
        romanise::known(raw).is_some()
            && behind.is_some_and(|l| l.iter().any(|x| x.pos == Pos::Unknown && (x.ar == "بن" || x.ar.starts_with("عبد "))))
    };
    given()
        || surname(n, before, behind)
        || after_given(raw, n, before)
        || after_ibn(raw, n, before)
        || ranked(raw, n, before, behind)
}

/// نائب الوزير أحمد سالم إن: a surname behind a given name, not the verb that is written like it.
fn surname(n: &Node, before: &[Node], behind: Option<&Readings>) -> bool {
    let verb = n.pos == Pos::Verb && n.tense == Tense::Perfect && !n.and && n.pron.is_none() && n.prep.is_none();
    let ends = behind.is_none_or(|l| l.iter().any(|x| matches!(x.pos, Pos::That | Pos::Mark(_) | Pos::Prep) || x.and));
    verb && ends
        && matches!(before, [.., office, given] if (office.pos == Pos::Title || office.human)
            && given.pos == Pos::Unknown
            && romanise::known(&given.ar).is_some())
}

/// فضل حسن: a name that the table has, behind a given name.
fn after_given(raw: &str, n: &Node, before: &[Node]) -> bool {
    let given = before.last().is_some_and(|b| b.pos == Pos::Unknown && !b.definite && romanise::known(&b.ar).is_some());
    given && romanise::known(raw).is_some() && !n.accusative && n.pos != Pos::That
}

/// عبدالله بن يحيى: whatever stands behind بن.
fn after_ibn(raw: &str, n: &Node, before: &[Node]) -> bool {
    let ibn = before.last().is_some_and(|b| b.pos == Pos::Unknown && matches!(b.ar.as_str(), "بن" | "ابن" | "آل"));
    ibn && n.content && !raw.contains(' ')
}

/// اللواء فضل حسن: a name that the table has, behind an office with the article.
fn ranked(raw: &str, n: &Node, before: &[Node], behind: Option<&Readings>) -> bool {
    let office = before.last().is_some_and(|b| b.pos == Pos::Title && b.definite && b.pron.is_none());
    let goes_on =
        behind.is_some_and(|l| l.iter().all(|x| x.pos == Pos::Unknown) || l.iter().any(|x| romanise::known(&x.ar).is_some()));
    office && goes_on && !n.definite && !n.mention && romanise::known(raw).is_some()
}
