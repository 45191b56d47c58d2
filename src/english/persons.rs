//! Words that are part of a person's name, whatever else they may be: told by the title, the given name or بن before them.

use super::lexicon::Lexicon;
use super::memory::Readings;
use super::node::{Node, Pos};
use super::romanise;
use crate::analysis::Mention;
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

/// True for a word that the table has as a name.
pub(super) fn given(word: &str) -> bool {
    romanise::known(word).or_else(|| romanise::known(word.strip_prefix('و')?)).is_some()
}

fn readings_of(word: &str, english: &Lexicon) -> usize {
    let mut out = Vec::new();
    english.readings(word, &mut out);
    out.len()
}

/// عبد الله بن عبد العزيز الربيعة, ناصر منصور هادي: a known person's words with another name directly before or behind them are somebody else. `before` says whether the word before is
/// free to be a name, `inside` whether a token is in a mention.
pub(super) fn another(
    text: &str,
    tokens: &[Token],
    at: usize,
    mention: Mention,
    before: bool,
    inside: impl Fn(&Token) -> bool,
    english: &Lexicon,
) -> bool {
    let last = (at..tokens.len()).take_while(|&t| tokens[t].start < mention.end).last().unwrap_or(at);
    // أنيس بيلدريم: no preposition stands inside a name
    let glued = tokens[at].start < mention.start && tokens[at].text(text).starts_with(['ب', 'ل', 'ك']);
    let name = |word: &str| given(word) && readings_of(word, english) == 0;
    if last == at
        && glued
        && at.checked_sub(1).map(|b| &tokens[b]).is_some_and(|t| t.kind == TokenKind::Word && !inside(t) && name(t.text(text)))
    {
        return true;
    }
    if last == at || text[tokens[at].start as usize..mention.end as usize].contains(['"', '«', '،']) {
        return false;
    }
    let free = |t: &&Token| t.kind == TokenKind::Word && !inside(t);
    let first = tokens[at].text(text);
    let front = before
        && mention.start == tokens[at].start
        && !first.starts_with("ال")
        && at.checked_sub(1).map(|b| &tokens[b]).filter(free).is_some_and(|t| given(t.text(text)));
    let behind = tokens.get(last + 1).filter(free).is_some_and(|t| {
        let word = t.text(text);
        word != "آل"
            && word != "ال"
            && word.chars().count() > 3
            && readings_of(word, english) == 0
            && !word.starts_with(['و', 'ب', 'ل', 'ف', 'ك'])
    });
    front || behind
}

/// True if the chosen word goes on with a name.
pub(super) fn goes_on(raw: &str, n: &Node, before: &[Node], behind: Option<&Readings>) -> bool {
    // عبده الحذيفي: no verb with its object
    if raw.trim_start_matches('و') == "عبده" {
        return true;
    }
    // ليو تيونغ لاي في بيان: no preposition ends a foreign name of three words
    let foreign = |b: &Node| b.pos == Pos::Unknown && !b.definite && b.ar.chars().count() > 2;
    if n.prep.is_some()
        && raw.chars().count() <= 4
        && !n.definite
        && matches!(before, [.., office, a, b] if matches!(office.pos, Pos::Title | Pos::Adjective) && foreign(a) && foreign(b))
        && behind.is_none_or(|l| l.iter().any(|x| matches!(x.pos, Pos::Prep | Pos::That | Pos::Mark(_))))
    {
        return true;
    }
    if n.and || n.prep.is_some() || n.pron.is_some() || n.mention && matches!(n.pos, Pos::Name | Pos::Title) {
        return false;
    }
    // خليفة آل ثاني: the family behind a name
    if raw == "آل" && before.last().is_some_and(|b| b.pos == Pos::Unknown || b.person_name) {
        return true;
    }
    // الدكتور الشهري: a surname, no month
    if n.pos == Pos::Adjective
        && n.definite
        && !n.mention
        && !n.feminine
        && !n.plural
        && raw.ends_with('ي')
        && before.last().is_some_and(|b| b.pos == Pos::Title && b.definite && b.en == "Dr")
        && behind.is_none_or(|l| !l.iter().all(|x| x.pos == Pos::Unknown))
    {
        return true;
    }
    // رجل يدعى عمر: what he is called
    let called = |b: &Node| b.pos == Pos::Verb && b.passive && b.lemma.is_some_and(|l| matches!(l.ar, "دعا" | "سمى"));
    if before.iter().rev().find(|b| !b.quote()).is_some_and(called) && romanise::known(raw).is_some() {
        return true;
    }
    // رامي عبد الرحمن, سالم بن علي: the given name of what follows
    let given = || {
        behind.is_some_and(|l| l.iter().any(|x| x.pos == Pos::Unknown && (x.ar == "بن" || x.ar.starts_with("عبد "))))
            && romanise::known(raw).is_some()
    };
    given()
        || speaker(n, before, behind)
        || surname(n, before, behind)
        || after_given(raw, n, before)
        || after_ibn(raw, n, before)
        || ranked(raw, n, before, behind)
        || introduced(raw, n, before, behind)
        || named(raw, n, before, behind)
        || titled(n, before, behind)
        || father(n, before)
        || abu(raw, n, before, behind)
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
    let told = |x: &Node| matches!(x.pos, Pos::That | Pos::Mark('،'));
    if says && thing && behind.is_none_or(|l| l.iter().any(|x| told(x) || x.pos == Pos::Prep && x.pron.is_none())) {
        return true;
    }
    // قال عريقات إن: nor does what it is like.
    if says && n.pos == Pos::Adjective && !n.definite && !n.mention && !n.human && behind.is_none_or(|l| l.iter().any(told)) {
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
    let known = || romanise::known(raw).is_some() && behind.is_some_and(|l| l.iter().any(|x| romanise::known(&x.ar).is_some()));
    // الوسيط القبلي مختار الرباش: a surname with the article behind a name of the table
    let mediator = head.is_some_and(|b| b.human && b.definite && b.nominal() && !b.bare && b.pron.is_none());
    let surname = || romanise::known(raw).is_some() && behind.is_some_and(|l| l.iter().all(|x| x.pos == Pos::Unknown));
    // المبعوث رسالة خطية: a letter is nobody's name
    if n.ar.ends_with(['ة', 'ه']) && romanise::known(raw).is_none() {
        return false;
    }
    // سيدات: a unit that is counted, and a given name
    let one = !n.definite && (!n.mention || known()) && n.content;
    // السفير، سالم علي، قال: between commas
    let comma = matches!(before, [.., head, mark] if matches!(mark.pos, Pos::Mark('،')) && head.pos == Pos::Title && head.definite && head.pron.is_none());
    one && (mediator && surname() || comma && known() || office && (n.pos != Pos::Verb && unknown || known()))
}

/// وقال الخبير في الشؤون السياسية سالم البغدادي: a given name and a word that nothing knows, behind who speaks and what he does.
fn introduced(raw: &str, n: &Node, before: &[Node], behind: Option<&Readings>) -> bool {
    let verb = n.pos == Pos::Verb && n.tense == Tense::Perfect || n.nominal() && !n.definite && !n.mention && !n.accusative;
    if !verb || romanise::known(raw).is_none() || !behind.is_some_and(|l| l.iter().all(|x| x.pos == Pos::Unknown)) {
        return false;
    }
    let speech = before.iter().rposition(|b| matches!(b.pos, Pos::Verb | Pos::That | Pos::Rel | Pos::Mark(_)));
    let Some(at) = speech.filter(|&at| super::names::saying(&before[at].en) || before[at].en == "mention") else { return false };
    let who = before.get(at + 1).is_some_and(|b| b.human && b.definite && b.nominal());
    who && before.last().is_some_and(|b| b.definite || b.pos == Pos::Adjective)
}

/// أمجد أبو عصب: what stands behind أبو; طارق عبده: a given name behind a comma and before another.
fn abu(raw: &str, n: &Node, before: &[Node], behind: Option<&Readings>) -> bool {
    let abu = before.last().is_some_and(|b| b.pos == Pos::Unknown && matches!(b.ar.as_str(), "أبو" | "ابو"));
    if abu && n.content && !n.and && n.prep.is_none() && !raw.contains(' ') {
        return true;
    }
    let comma = before.last().is_some_and(|b| matches!(b.pos, Pos::Mark('،' | ',')));
    comma
        && romanise::known(raw).is_some()
        && behind.is_some_and(|l| l.iter().any(|x| romanise::known(&x.ar).is_some() || x.ar == "عبد" && x.pron.is_some()))
}

/// مقتل أبو خليل السوداني: where he is from is part of the name.
fn father(n: &Node, before: &[Node]) -> bool {
    let nisba = n.pos == Pos::Adjective && n.definite && !n.feminine && !n.plural && !n.dual;
    nisba
        && matches!(before, [.., abu, name] if name.pos == Pos::Unknown
            && abu.pos == Pos::Unknown
            && matches!(abu.ar.as_str(), "أبو" | "ابو" | "أبي" | "أم"))
}

/// خالد نجم وزير الاتصالات: a surname between a given name and an office.
fn titled(n: &Node, before: &[Node], behind: Option<&Readings>) -> bool {
    let given = before.last().is_some_and(|b| b.pos == Pos::Unknown && !b.definite && romanise::known(&b.ar).is_some());
    let kind = matches!(n.pos, Pos::Noun | Pos::Adjective | Pos::Active | Pos::Passive | Pos::Masdar)
        || n.pos == Pos::Verb && n.tense == Tense::Perfect;
    let single = !n.plural && !n.dual && !n.accusative && !n.mention && !n.human;
    // محمد السعودي، محمد المشنوق،: closed by a comma
    let comma = behind.is_some_and(|l| l.iter().any(|x| matches!(x.pos, Pos::Mark('،'))));
    let office = before.iter().rev().skip(1).take(3).any(|b| b.pos == Pos::Title || b.human);
    if given
        && comma
        && office
        && n.definite
        && !n.plural
        && !n.dual
        && !n.feminine
        && matches!(n.pos, Pos::Adjective | Pos::Passive | Pos::Active)
    {
        return true;
    }
    given && kind && single && behind.is_some_and(|l| l.iter().any(|x| x.pos == Pos::Title && !x.and && x.prep.is_none()))
}

/// نوه عمر بوليفة بالدور: a given name of the table behind a verb, and a word that nothing knows; ماجد فضائل، نفى: one between commas.
fn named(raw: &str, n: &Node, before: &[Node], behind: Option<&Readings>) -> bool {
    if n.definite || n.mention || n.accusative || !n.content {
        return false;
    }
    let unknown = behind.is_some_and(|l| l.iter().all(|x| x.pos == Pos::Unknown && !x.definite));
    let first = unknown && before.last().is_none_or(|b| b.pos == Pos::Verb) && romanise::known(raw).is_some();
    let closed = behind.is_some_and(|l| l.iter().any(|x| matches!(x.pos, Pos::Mark('،'))));
    let second = matches!(before, [.., comma, given] if comma.pos == Pos::Mark('،') && given.pos == Pos::Unknown && romanise::known(&given.ar).is_some());
    first || second && closed && n.pos != Pos::Verb
}
