//! Verbal nouns and terms that name a deed, as infinitives: بوقف القصف → halt the shelling.

use super::complement::{attach, governed, nominal, preposition};
use super::idafa::{base, transitive};
use super::node::{Node, Pos};
use super::phrase::{Outer, parse};

/// Nouns of the glossary that name what is done: lifting of the siege → lift the siege.
const DEEDS: &[(&str, &str)] = &[
    ("making", "make"),
    ("withdrawal of", "withdraw"),
    ("release of", "release"),
    ("extension of", "extend"),
    ("lifting of", "lift"),
    ("halt to", "halt"),
    ("cessation of", "stop"),
    ("formation of", "form"),
    ("implementation of", "implement"),
    ("delivery of", "deliver"),
    ("opening of", "open"),
    ("reopening of", "reopen"),
    ("closure of", "close"),
    ("consolidation of", "consolidate"),
    ("monitoring of", "monitor"),
    ("exchange of", "exchange"),
    ("boycott of", "boycott"),
    ("drafting of", "draft"),
    ("resumption of", "resume"),
    ("postponement of", "postpone"),
    ("compliance with", "comply with"),
    ("respect for", "respect"),
    ("holding of", "hold"),
    ("protection of", "protect"),
    ("deployment of", "deploy"),
    ("laying down of", "lay down"),
    ("obstruction of", "obstruct"),
];

/// التزامه الانسحاب من المدينة: a term with its preposition and what that governs.
fn whole(n: &Node) -> Option<String> {
    let (noun, verb) = DEEDS.iter().find(|d| n.en.starts_with(d.0.trim_end_matches(" of")))?;
    let rest = n.en.strip_prefix(noun.trim_end_matches(" of"))?;
    rest.starts_with(" from ").then(|| format!("{verb}{rest}"))
}

/// A term that names what is done, as an infinitive.
pub(super) fn named(nodes: &[Node], i: usize, outer: &Outer) -> Option<(String, usize)> {
    let n = nodes.get(i).filter(|n| n.mention && n.pos == Pos::Noun && n.prep != Some("ك"))?;
    // للقاء قادة الحركة: to meet them
    let whom = nodes.get(i + 1).filter(|x| x.ungoverned() && (x.agent || x.human) && (n.en == "meeting" && n.ar == "لقاء"));
    if whom.is_some() && n.pron.is_none() && !n.definite {
        let inner = parse(nodes, i + 1, &outer.deeper(None)).filter(|p| p.definite)?;
        return Some((format!("meet {}", inner.text()), inner.next));
    }
    if let Some(text) = whole(n) {
        return Some((text, i + 1));
    }
    // لإجراء مشاورات: to hold them
    let held = nodes.get(i + 1).filter(|x| {
        matches!(n.en.as_str(), "holding" | "holding of")
            && n.pron.is_none()
            && !n.definite
            && (x.ungoverned() || matches!(x.pos, Pos::Quant | Pos::Number) && !x.and && x.prep.is_none())
    });
    if held.is_some() {
        let inner = parse(nodes, i + 1, &outer.deeper(None))?;
        return Some((format!("hold {}", inner.text()), inner.next));
    }
    // التحقق من الخبر: to verify it
    if n.en == "verification" && n.ar.ends_with(" من") {
        let inner = parse(nodes, i + 1, &outer.deeper(None))?;
        return Some((format!("verify {}", inner.text()), inner.next));
    }
    // إقناع الوفد بالتوقيع: to sign
    if n.en == "signing" && n.definite && n.pron.is_none() {
        return Some(("sign".to_owned(), i + 1));
    }
    if n.en == "counter-terrorism" {
        return Some(("combat terrorism".to_owned(), i + 1));
    }
    let (noun, verb) = DEEDS.iter().find(|d| n.en.starts_with(d.0))?;
    let rest = n.en[noun.len()..].trim();
    if rest.is_empty() {
        return None;
    }
    // وقف قصف قوات النظام: who bombs is not whom. تمديد الهدنة شهرا is for how long.
    let owner = nodes.get(i + 1).is_some_and(|x| x.ungoverned() && !x.time_unit());
    if owner && !n.en.ends_with(" of") {
        return None;
    }
    let text = format!("{verb} {rest}");
    if let Some((ar, at)) = preposition(nodes, i + 1)
        && let Some(en) = governed(n, ar)
        && nominal(nodes, at)
    {
        let (more, next) = attach(nodes, en, at, outer)?;
        return Some((format!("{text} {more}"), next));
    }
    Some((text, i + 1))
}

/// What is to be done, for "to": إلى وقف القصف ورفع الحصار وعدم التصعيد → stop the shelling and lift the siege and not to escalate.
pub(super) fn deeds(nodes: &[Node], i: usize, outer: &Outer) -> Option<(String, usize)> {
    let (mut text, mut end) = infinitive(nodes, i, outer)?;
    while let Some(n) = nodes.get(end).filter(|n| n.and && n.prep.is_none() && n.pron.is_none() && (n.mention || !n.definite)) {
        let not = n.pos == Pos::NonMasdar;
        if !(not || n.pos == Pos::Masdar || n.pos == Pos::Noun && n.mention) {
            break;
        }
        let Some((more, next)) = infinitive(nodes, end + usize::from(not), outer) else { break };
        // ورفع الحصار يتطلب: a sentence of its own
        if nodes.get(next).is_some_and(|x| x.pos == Pos::Verb && !x.and) {
            break;
        }
        text = format!("{text} and {}{more}", if not { "not to " } else { "" });
        end = next;
    }
    Some((text, end))
}

/// A verbal noun as an infinitive: بوقف القصف → halt the shelling.
pub(super) fn infinitive(nodes: &[Node], i: usize, outer: &Outer) -> Option<(String, usize)> {
    let n = nodes.get(i)?;
    if let Some(found) = named(nodes, i, outer) {
        return Some(found);
    }
    // مستعدة لمساعدة الجانب التركي: to help it
    if n.ar == "مساعده"
        && n.pron.is_none()
        && !n.definite
        && nodes.get(i + 1).is_some_and(|x| x.ungoverned() && (x.agent || x.human) && x.definite)
    {
        let whom = parse(nodes, i + 1, &outer.deeper(None))?;
        return Some((format!("help {}", whom.text()), whom.next));
    }
    let verbal = n.lemma.is_some_and(|l| l.pos == "verb") && matches!(n.pos, Pos::Masdar | Pos::Noun);
    if let Some(p) = n.pron.filter(|_| verbal && transitive(n) && n.pos == Pos::Masdar) {
        return Some((format!("{} {}", base(n)?, super::node::object(p)), i + 1));
    }
    if !verbal || n.pron.is_some() || n.en.contains(' ') && n.mention && n.own {
        return None;
    }
    let base = base(n)?;
    let lemma = n.lemma?;
    if let Some((ar, at)) = preposition(nodes, i + 1)
        && let Some(en) = lemma.prep(ar)
        && nominal(nodes, at)
    {
        // للإفراج عن المعتقلين: to release them
        let en = if base == "release" { "" } else { en };
        let (text, next) = attach(nodes, en, at, outer)?;
        return Some((format!("{base} {text}"), next));
    }
    // الاتفاق نهائيا على موعد: how it is done stands between
    if let Some(how) =
        nodes.get(i + 1).filter(|x| n.definite && x.pos == Pos::Adverb && !x.and && x.prep.is_none() && x.pron.is_none())
        && let Some((ar, at)) = preposition(nodes, i + 2)
        && let Some(en) = lemma.prep(ar)
        && nominal(nodes, at)
    {
        let (text, next) = attach(nodes, en, at, outer)?;
        return Some((format!("{base} {} {text}", how.en), next));
    }
    // تعهدوا الرد عليها: to respond to them
    if let Some(p) = nodes.get(i + 1).filter(|p| p.pos == Pos::Prep && !p.and && n.definite)
        && let Some(pron) = p.pron
        && let Some(en) = lemma.prep(&p.ar).filter(|en| !en.contains(['*', '|']))
    {
        return Some((format!("{base} {en} {}", super::node::object(pron)).replace("  ", " "), i + 2));
    }
    // الفصل بين المعارضة والمتشددين
    if let Some(("بين", at)) = preposition(nodes, i + 1).filter(|(_, at)| n.definite && nominal(nodes, *at)) {
        let (text, next) = attach(nodes, "between", at, outer)?;
        return Some((format!("{base} {text}"), next));
    }
    // بتنفيذ ما اتفق عليه: what is to be done stands in a clause of its own.
    if nodes.get(i + 1).is_some_and(|x| x.pos == Pos::What && !x.and && x.prep.is_none()) && !n.definite && transitive(n) {
        return Some((base, i + 1));
    }
    let object = nodes.get(i + 1).is_some_and(|x| !x.and && x.prep.is_none()) && nominal(nodes, i + 1);
    if object && !n.definite {
        let inner = parse(nodes, i + 1, &Outer { np: None, verb: Some(lemma), subject: false, depth: outer.depth + 1 })?;
        // زيادة المساعدات: to increase aid, though it may increase by itself
        if !transitive(n) && lemma.ar != "زاد" {
            return None;
        }
        // إقناع الوفدين بالجلوس: to convince them to sit
        if let Some((ar, at)) = preposition(nodes, inner.next)
            && let Some(en) = lemma.prep(ar).filter(|en| en.starts_with("to*"))
            && let Some((text, next)) =
                attach(nodes, en, at, outer).filter(|(text, _)| text.starts_with("to ") || text.starts_with("not to "))
        {
            return Some((format!("{base} {} {text}", inner.text()), next));
        }
        return Some((format!("{base} {}", inner.text()), inner.next));
    }
    (n.definite && !transitive(n) && !object).then(|| (base, i + 1))
}
