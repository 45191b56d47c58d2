//! Nodes of what the glossary knows: each mention is one node, of the sort that its kind says. Dates are put together here.

mod letters;
mod party;
mod term;
mod verb;
mod words;

use letters::{feminine, taken_off};
use party::party;
use term::{Spelt, term};
use verb::verb;
use words::{connective, negator, time};

use super::memory::{Reader, Readings};
use super::node::{Node, Pos};
use super::reading::{clitics, node, plain};
use crate::analysis::Mention;
use crate::arabic::inflect::Shape;
use crate::arabic::token::Token;
use crate::glossary::entry::Kind;

/// The nodes that a mention may be; empty where its words are better read one by one.
pub(super) fn mention(text: &str, tokens: &[Token], m: Mention, reader: &Reader) -> Readings {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return Vec::new().into() };
    let (start, end) = (first.start, last.end);
    let entry = &reader.glossary.entries[m.entry as usize];
    let verb = entry.kind == Kind::Verb;
    // A verb may be refused by what stands behind it; else a mention is read by its own words and a second noun.
    if verb && verb::refused(text, first.text(text), entry, m, reader.english, tokens.len() == 1) {
        return Vec::new().into();
    }
    let rest = text[end as usize..].trim_start();
    // في بيان نشر على صفحته: a noun with a clause about it
    if matches!(entry.id.as_str(), "conn_in_a_statement" | "conn_in_remarks")
        && tokens.len() == 2
        && opens_with_verb(rest, reader)
    {
        return Vec::new().into();
    }
    // طرفا حرب اليمن
    let what = ["حرب ", "نزاع ", "أزمة ", "صراع ", "حوار ", "اتفاق ", "هدنة ", "محادثات ", "مفاوضات "];
    let behind = !verb && (rest.starts_with("ال") || what.iter().any(|w| rest.starts_with(w)));
    let words = &text[start as usize..if verb { end.max(m.end) } else { end } as usize];
    let m = Mention { start: m.start - start, end: m.end - start, ..m };
    reader.readings(words, Some((m.entry, m.start, m.end, behind)), || {
        let tokens: Vec<Token> = tokens.iter().map(|t| Token { start: t.start - start, end: t.end - start, ..*t }).collect();
        nodes(words, &tokens, m, behind, reader)
    })
}

/// True if the first word of `rest` may be a verb, and is no particle.
fn opens_with_verb(rest: &str, reader: &Reader) -> bool {
    let word = rest.split(|c: char| c.is_whitespace() || matches!(c, '،' | '.' | ':')).next().unwrap_or_default();
    let mut readings = Vec::new();
    // في بيان أمس: a day
    if word != "أمس" {
        reader.english.readings(word, &mut readings);
    }
    let kinds = || readings.iter().map(super::lexicon::Reading::kind);
    kinds().any(|k| k == super::expand::kind::VERB) && !kinds().any(|k| k == super::expand::kind::WORD)
}

/// The nodes of a mention; `behind` says whether a word with the article stands behind it.
fn nodes(text: &str, tokens: &[Token], m: Mention, behind: bool, reader: &Reader) -> Vec<Node> {
    let (glossary, english) = (reader.glossary, reader.english);
    let entry = &glossary.entries[m.entry as usize];
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return Vec::new() };
    let front = plain(&text[first.start as usize..m.start as usize]);
    let back = plain(&text[(m.end.max(last.start)).min(last.end) as usize..last.end as usize]);
    let own = &text[m.start as usize..m.end.min(last.end) as usize];
    // مستشارها: her adviser; no ة stands before the ا of an accusative.
    let (own, back) = match own.strip_suffix('ه').filter(|_| back == "ا") {
        Some(stem) if entry.ar.iter().any(|form| form == stem) => (stem, "ها".to_owned()),
        _ => (own, back),
    };
    // أكثر أمانا: no "as for us"; إيجابية للغاية: very, no "until"; كما ينبغي: no kilometre
    let whole = plain(first.text(text));
    if entry.kind == Kind::Connective && plain(own) == "اما" && !back.is_empty()
        // أثر القرار: it affected; بالنسبة إلى: as for, no share
        || entry.kind == Kind::Connective && first.text(text).trim_start_matches(['و', 'ف']).starts_with("أثر")
        || tokens.len() == 1 && whole.trim_start_matches(['و', 'ف']) == "بالنسبه"
        // رجل يدعى عمر: called
        || entry.kind == Kind::Verb && matches!(first.text(text).trim_start_matches('و'), "يدعى" | "تدعى")
        || tokens.len() == 1 && (whole == "للغايه" || entry.kind == Kind::Unit && matches!(whole.as_str(), "كما" | "وكما"))
    {
        return Vec::new();
    }
    let raw = (first.start, last.end);
    let make = |pos: Pos| {
        let mut n = Node::new(pos, entry.en.preferred.as_str());
        let (p, e) = taken_off(&front, &back);
        clitics(&mut n, p, e);
        n.ar = plain(own);
        n.mention = true;
        n.content = true;
        n.raw = raw;
        n.negations = super::check::negations(&n.en);
        // برعاية, تحت رعاية: the preposition is part of the entry's form.
        if entry.en.preferred.contains("auspices")
            && !entry.en.preferred.starts_with("under")
            && !entry.en.preferred.starts_with("the ")
            && (plain(own).starts_with('ب') || plain(own).starts_with("تحت") || front.ends_with('ب'))
        {
            n.prep = Some("تحت");
        } else if entry.kind == Kind::Term
            && matches!(front.as_str(), "" | "و")
            && plain(own).starts_with(['ك', 'ب'])
            && n.en.contains("observer")
        {
            n.prep = Some("ك");
        } else if matches!(front.as_str(), "" | "و")
            && let Some(rest) = plain(own).strip_prefix('ب')
            && entry.ar.iter().any(|form| plain(form) == rest)
        {
            // بوساطة is a form of its own beside وساطة.
            n.prep = Some("ب");
        }
        n
    };
    let single = tokens.len() == 1;
    let mut readings = Vec::new();
    if single || entry.kind == Kind::Verb {
        english.readings(first.text(text), &mut readings);
    }
    // وإلى is a preposition, and no governor.
    let particle = |r: &super::lexicon::Reading| r.kind() == super::expand::kind::WORD && r.lemma.pos == "prep";
    if first.text(text).contains('إ')
        && matches!(entry.kind, Kind::Title | Kind::Term | Kind::Unit)
        && readings.iter().any(particle)
    {
        return Vec::new();
    }
    let mut out = Vec::new();
    match entry.kind {
        Kind::Verb => return verb(text, tokens, entry, m, glossary, (english, readings), &make),
        Kind::Body => return Vec::new(),
        Kind::Outcome if entry.en.preferred.trim_start_matches("is ").starts_with("in ") => {
            // محل خلاف: in dispute
            let n = make(Pos::Adverb);
            out.push(Node { en: n.en.trim_start_matches("is ").to_owned(), ..n });
        }
        Kind::Negator | Kind::Outcome => return negator(entry, &make),
        Kind::Connective => {
            // كما is "as" before a verb, هناك and the like are left to the rules.
            if single
                && matches!(
                    entry.id.as_str(),
                    "conn_about"
                        | "conn_where"
                        | "conn_when"
                        | "conn_while"
                        | "conn_if"
                        | "conn_that"
                        | "conn_because"
                        | "conn_but"
                        | "conn_as_since"
                        | "conn_or"
                        | "conn_except"
                        | "conn_within"
                        | "conn_through"
                        | "conn_whether"
                        | "conn_in_order_to"
                )
                && !readings.is_empty()
            {
                return Vec::new();
            }
            // دفع ثمنا: a price
            if entry.id == "conn_then" && first.text(text) == "ثمنا" {
                return Vec::new();
            }
            // كما أعلنت الحكومة أنها: and she announced, where something is told
            if entry.id == "conn_according_to" && own.starts_with("كما أعلن") {
                let rest = text[m.end as usize..].split(['.', '؛', '\n']).next().unwrap_or_default();
                let clause = rest.split('،').next().unwrap_or_default();
                let told = clause.split_whitespace().any(|w| matches!(w, "أن" | "ان" | "عن" | "أنه" | "أنها"));
                let opens =
                    text[..first.start as usize].trim_end().chars().next_back().is_none_or(|c| matches!(c, '.' | '؛' | '\n'));
                if told || opens && front.is_empty() && !rest.contains("فإن") && clause.split_whitespace().count() > 2 {
                    return Vec::new();
                }
            }
            out.push(connective(entry, text, last, &make));
            // أبدى استعدادا: readiness, where a verb shows it
            if entry.id == "conn_in_preparation_for" {
                let noun = |r: &&super::lexicon::Reading| r.kind() == super::expand::kind::NOUN;
                out.extend(readings.iter().filter(noun).filter_map(|r| node(r, first.text(text))).map(|n| Node { raw, ..n }));
            }
        }
        Kind::Person => {
            out.push(Node {
                human: true,
                agent: true,
                bare: true,
                person_name: true,
                feminine: entry.woman(),
                ..make(Pos::Name)
            });
        }
        Kind::Party | Kind::Organization => out.push(party(entry, own, english, make(Pos::Name))),
        // وسائل إعلام المرتزقة: whose they are
        Kind::Media if entry.id == "media_outlets" => {
            let definite =
                own.split(' ').all(|w| w.starts_with("ال")) || own.rsplit(' ').next().is_some_and(|w| w.starts_with("ال"));
            out.push(Node { agent: true, plural: many(&entry.en.preferred), definite, ..make(Pos::Noun) });
        }
        Kind::Media => out.push(Node { agent: true, bare: true, definite: true, ..make(Pos::Name) }),
        Kind::Country => out.push(Node { agent: true, bare: true, definite: true, feminine: true, ..make(Pos::Name) }),
        Kind::Place => out.push(Node {
            agent: matches!(entry.id.as_str(), "moscow" | "ankara" | "tehran" | "damascus" | "washington"),
            bare: true,
            definite: true,
            feminine: !["إقليم", "ميناء", "مطار", "معبر", "جبل", "سد", "خليج", "قطاع", "مضيق", "وادي"]
                .iter()
                .any(|w| own.starts_with(w)),
            ..make(Pos::Name)
        }),
        Kind::Agreement | Kind::Process => {
            let n = make(Pos::Name);
            out.push(Node { bare: true, definite: true, plural: many(&n.en), ..n });
        }
        Kind::Demonym => {
            let shape = glossary.shape(m.entry, own);
            let mut n = make(Pos::Adjective);
            n.feminine = matches!(shape, Some(Shape::Feminine | Shape::FemininePlural));
            n.plural = matches!(shape, Some(Shape::Plural | Shape::FemininePlural));
            n.dual = shape == Some(Shape::Dual);
            // الأكراد, اليهود: a plural that has no ending
            const PEOPLES: [&str; 12] =
                ["اكراد", "اتراك", "عرب", "روس", "المان", "يهود", "كرد", "افغان", "امازيغ", "دروز", "تركمان", "شيشان"];
            n.plural |= PEOPLES.contains(&n.ar.trim_start_matches("ال"));
            n.human = true;
            n.agent = true;
            out.push(n);
        }
        Kind::Ordinal => out.push(Node {
            feminine: feminine(own) || own.ends_with('ى'),
            content: true,
            definite: front.ends_with("ال") || front.ends_with("لل") || own.starts_with("ال"),
            ..make(Pos::Adjective)
        }),
        Kind::Number if entry.id == "number_twice" => out.push(make(Pos::Adverb)),
        // أثنى رئيس الوفد على: praised, not two
        Kind::Number if single && first.text(text).trim_start_matches('و') == "أثنى" => {
            return Vec::new();
        }
        // لم تسع المملكة: did not seek, no nine
        Kind::Number
            if single
                && first.text(text) == "تسع"
                && text[..first.start as usize]
                    .split_whitespace()
                    .next_back()
                    .is_some_and(|w| matches!(w.trim_start_matches('و'), "لم")) =>
        {
            return Vec::new();
        }
        Kind::Number => {
            let n = make(Pos::Number);
            out.push(Node { definite: n.definite || own.starts_with("ال"), ..n })
        }
        Kind::Term if matches!(entry.en.preferred.as_str(), "must" | "can" | "should" | "may" | "must not") => {
            out.push(make(Pos::Modal))
        }
        Kind::Term
            if entry.en.preferred.ends_with(" than")
                || matches!(
                    entry.en.preferred.as_str(),
                    "any"
                        | "some"
                        | "most"
                        | "several"
                        | "at least"
                        | "up to"
                        | "about"
                        | "nearly"
                        | "almost"
                        | "approximately"
                        | "around"
                ) =>
        {
            out.push(Node { content: false, ..make(Pos::Quant) });
            // نحو is "about" before a number only.
            out.extend(
                readings
                    .iter()
                    .filter(|r| r.kind() == super::expand::kind::WORD)
                    .filter_map(|r| node(r, first.text(text)))
                    .map(|n| Node { raw, ..n }),
            );
        }
        // برئاسة فلان: headed by him
        Kind::Term if entry.en.preferred.ends_with(" by") => out.push(Node { content: false, ..make(Pos::Prep) }),
        Kind::Term if entry.en.preferred == "face to face" => out.push(make(Pos::Adverb)),
        Kind::Term if entry.id == "necessity" => out.push(make(Pos::There)),
        Kind::Term if entry.en.preferred.ends_with("-level") && own.starts_with("على") => {
            out.push(Node { en: format!("at a {} level", entry.en.preferred.trim_end_matches("-level")), ..make(Pos::Adverb) })
        }
        Kind::Term if entry.en.preferred.ends_with("-level") => out.push(make(Pos::Adjective)),
        // in protest, under way: a phrase that stands where it stands.
        Kind::Term
            if ["in ", "on ", "at ", "under ", "as ", "by ", "with ", "behind ", "away "]
                .iter()
                .any(|p| entry.en.preferred.starts_with(p)) =>
        {
            out.push(make(Pos::Adverb))
        }
        // كما, بكم: no kilometres
        Kind::Unit if single && own.chars().count() < 3 && own != first.text(text) => return Vec::new(),
        Kind::Term | Kind::Unit | Kind::Title | Kind::Slot => {
            let spelt = Spelt { own, first: first.text(text), front: &front, single, behind };
            let n = term(entry, &spelt, &readings, english, &make);
            // الدولة السورية: the state; دولة عربية is a country
            let state = entry.id == "unit_country" && n.definite && !n.plural && !n.dual;
            out.push(Node { en: if state { "state".to_owned() } else { n.en }, ..n });
        }
        Kind::Month => out.push(make(Pos::Adverb)),
        Kind::Weekday => out.push(Node { weekday: true, definite: true, ..make(Pos::Adverb) }),
        Kind::Time => out.push(time(entry, &make)),
    }
    if single && matches!(entry.kind, Kind::Term | Kind::Title | Kind::Unit | Kind::Ordinal | Kind::Time) {
        // A verb or an adjective that is written like the term.
        out.extend(
            readings
                .iter()
                .filter(|r| {
                    // وزير: the و is the office's own.
                    let cut = entry.kind == Kind::Title
                        && own.starts_with('و')
                        && r.proclitics.has(crate::arabic::clitics::Proclitics::WAW)
                        && !front.starts_with('و');
                    !cut && matches!(r.kind(), super::expand::kind::VERB | super::expand::kind::ADJECTIVE)
                        || r.kind() == super::expand::kind::WORD && r.lemma.pos == "adverb"
                        // أسر أربعين جنديا: a noun whose neighbours tell it from what is counted
                        || entry.kind == Kind::Unit && r.kind() == super::expand::kind::NOUN && r.lemma.guards().is_some()
                })
                .filter_map(|r| node(r, first.text(text)))
                .map(|n| Node { raw, ..n }),
        );
    }
    out
}

/// True for an English term that is a plural: talks, clashes, aspirations.
pub(super) fn many(en: &str) -> bool {
    let mut words = en.split(' ').peekable();
    let mut head = words.next().unwrap_or_default();
    while let Some(word) = words.next() {
        if matches!(word, "of" | "on" | "for" | "in") && words.peek().is_some() {
            break;
        }
        head = word;
    }
    head.ends_with('s')
        && !head.ends_with("ss")
        && !head.ends_with("is")
        && !head.ends_with("us")
        && !matches!(head, "Nations" | "States" | "news" | "series" | "means" | "progress" | "Rights")
        || matches!(head, "men" | "women" | "children" | "people" | "gunmen" | "servicemen" | "businessmen" | "tribesmen")
        || matches!(head, "Houthis" | "Yazidis" | "Israelis" | "Saudis" | "Iraqis" | "Emiratis")
}
