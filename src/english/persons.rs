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
    // عبده الحذيفي: no verb with its object
    if raw.trim_start_matches('و') == "عبده" {
        return true;
    }
    if n.and || n.prep.is_some() || n.pron.is_some() || n.mention && matches!(n.pos, Pos::Name | Pos::Title) {
        return false;
    }
    // رامي عبد الرحمن, سالم بن علي: the given name of what follows
    let given = || {
        romanise::known(raw).is_some()
            && behind.is_some_and(|l| l.iter().any(|x| x.pos == Pos::Unknown && (x.ar == "بن" || x.ar.starts_with("عبد "))))
    };
    given()
        || speaker(n, before, behind)
        || surname(n, before, behind)
        || after_given(raw, n, before)
        || after_ibn(raw, n, before)
        || ranked(raw, n, before, behind)
        || named(raw, n, before, behind)
}

/// وأكد الفاضل أن: who says it is no adjective.
fn speaker(n: &Node, before: &[Node], behind: Option<&Readings>) -> bool {
    let says = before
        .last()
        .is_some_and(|b| b.pos == Pos::Verb && b.tense == Tense::Perfect && b.pron.is_none() && super::names::saying(&b.en));
    // قال فرحان إن: a thing says nothing, but for what is written.
    const WRITTEN: &[&str] = &[
        "statement",
        "report",
        "study",
        "survey",
        "poll",
        "letter",
        "message",
        "document",
        "text",
        "article",
        "site",
        "channel",
        "newspaper",
        "agency",
    ];
    let thing =
        n.pos == Pos::Noun && !n.definite && !n.plural && !n.agent && !n.human && !n.mention && !WRITTEN.contains(&n.en.as_str());
    if says && thing && behind.is_none_or(|l| l.iter().any(|x| x.pos == Pos::That || matches!(x.pos, Pos::Mark('،')))) {
        return true;
    }
    says && n.definite
        && !n.plural
        && !n.dual
        && !n.feminine
        && !n.human
        && !n.mention
        && matches!(n.pos, Pos::Adjective | Pos::Active | Pos::Passive)
        && behind.is_none_or(|l| l.iter().any(|x| matches!(x.pos, Pos::That | Pos::Prep | Pos::Mark(_))))
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

/// فضل كريم: a name that the table has, behind a given name.
fn after_given(raw: &str, n: &Node, before: &[Node]) -> bool {
    let given = before.last().is_some_and(|b| b.pos == Pos::Unknown && !b.definite && romanise::known(&b.ar).is_some());
    given && romanise::known(raw).is_some() && !n.accusative && n.pos != Pos::That
}

/// عبدالله بن يحيى: whatever stands behind بن.
fn after_ibn(raw: &str, n: &Node, before: &[Node]) -> bool {
    let ibn = before.last().is_some_and(|b| b.pos == Pos::Unknown && matches!(b.ar.as_str(), "بن" | "ابن" | "آل"));
    ibn && n.content && !raw.contains(' ')
}

/// اللواء فضل كريم, نائب الوزير التركي سيدات أونال: a name behind an office with the article, where another unknown word follows or the table has it.
fn ranked(raw: &str, n: &Node, before: &[Node], behind: Option<&Readings>) -> bool {
    let head = before.iter().rev().find(|b| !(b.pos == Pos::Adjective && b.definite && !b.and));
    let office = head.is_some_and(|b| b.pos == Pos::Title && b.definite && b.pron.is_none());
    let unknown = behind.is_some_and(|l| l.iter().all(|x| x.pos == Pos::Unknown && !x.definite));
    let known = romanise::known(raw).is_some() && behind.is_some_and(|l| l.iter().any(|x| romanise::known(&x.ar).is_some()));
    office && (unknown || known) && !n.definite && !n.mention && n.content && n.pos != Pos::Verb
}

/// نوه عمر بوليفة بالدور: a given name of the table behind a verb, and a word that nothing knows; ماجد فضائل، نفى: one between commas.
fn named(raw: &str, n: &Node, before: &[Node], behind: Option<&Readings>) -> bool {
    if n.definite || n.mention || n.accusative || !n.content {
        return false;
    }
    let unknown = behind.is_some_and(|l| l.iter().all(|x| x.pos == Pos::Unknown && !x.definite));
    let first = romanise::known(raw).is_some() && unknown && before.last().is_none_or(|b| b.pos == Pos::Verb);
    let closed = behind.is_some_and(|l| l.iter().any(|x| matches!(x.pos, Pos::Mark('،'))));
    let second = matches!(before, [.., comma, given] if comma.pos == Pos::Mark('،') && given.pos == Pos::Unknown && romanise::known(&given.ar).is_some());
    first || second && closed && n.pos != Pos::Verb
}
