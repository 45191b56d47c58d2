//! Nodes of what the glossary knows: each mention is one node, of the sort that its kind says. Dates are put together here.

mod letters;
mod verb;
mod words;

use letters::{article, feminine, plural_word, taken_off};
use verb::verb;
use words::{connective, negator, time};

use super::memory::{Reader, Readings};
use super::node::{Node, Pos};
use super::reading::{clitics, node, plain};
use crate::analysis::Mention;
use crate::arabic::clitics::Pronoun;
use crate::arabic::fold::fold;
use crate::arabic::inflect::Shape;
use crate::arabic::token::Token;
use crate::glossary::entry::Kind;

/// The nodes that a mention may be; empty where its words are better read one by one.
pub(super) fn mention(text: &str, tokens: &[Token], m: Mention, reader: &Reader) -> Readings {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return Vec::new().into() };
    let (start, end) = (first.start, last.end);
    // A verb is read by what stands behind it, any other mention by its own words and a second noun.
    if reader.glossary.entries[m.entry as usize].kind == Kind::Verb {
        let mut nodes = nodes(text, tokens, m, false, reader);
        nodes.iter_mut().for_each(|n| n.raw = (n.raw.0 - start, n.raw.1 - start));
        return nodes.into();
    }
    let behind = text[end as usize..].trim_start().starts_with("ال");
    let words = &text[start as usize..end as usize];
    let m = Mention { start: m.start - start, end: m.end - start, ..m };
    reader.readings(words, Some((m.entry, m.start, m.end, behind)), || {
        let tokens: Vec<Token> = tokens.iter().map(|t| Token { start: t.start - start, end: t.end - start, ..*t }).collect();
        nodes(words, &tokens, m, behind, reader)
    })
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
    if single {
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
        Kind::Verb => return verb(text, tokens, entry, m, glossary, english, &make),
        Kind::Body => return Vec::new(),
        Kind::Outcome if entry.en.preferred.trim_start_matches("is ").starts_with("in ") => {
            // محل خلاف: in dispute
            let n = make(Pos::Adverb);
            out.push(Node { en: n.en.trim_start_matches("is ").to_owned(), ..n });
        }
        Kind::Negator | Kind::Outcome => return negator(entry, &make),
        Kind::Connective => {
            let own = fold(first.text(text));
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
            let _ = own;
            out.push(connective(entry, text, last, &make));
        }
        Kind::Person => out.push(Node { human: true, agent: true, bare: true, person_name: true, ..make(Pos::Name) }),
        Kind::Party | Kind::Organization => {
            let mut n = make(Pos::Name);
            // المعارضة alone is not said to be Syrian.
            const NATIONS: &[&str] =
                &["Syrian ", "Lebanese ", "Yemeni ", "Libyan ", "Sudanese ", "Iraqi ", "Turkish ", "Egyptian "];
            let said = own.contains("سور") || own.split(' ').count() > 1 && !n.en.starts_with("Syrian ");
            if let Some(rest) = NATIONS.iter().find_map(|p| n.en.strip_prefix(p)).filter(|_| !said) {
                n.en = rest.to_owned();
            }
            // وفدا الحكومة والمجموعات المسلحة: the English says whose they are.
            if entry.id == "both_syrian_delegations" && own.contains("حكوم") {
                n.en = if own.contains("مجموعات") {
                    "delegations of the government and the armed groups"
                } else if own.contains("فصائل") {
                    "delegations of the government and the opposition factions"
                } else {
                    "delegations of the government and the opposition"
                }
                .to_owned();
            }
            // A Jordanian delegation: a party that is no name may be indefinite.
            let common = entry.en.preferred.split(' ').next_back().is_some_and(|w| w.starts_with(char::is_lowercase))
                && !entry.en.preferred.starts_with("both")
                && !entry.en.preferred.starts_with("all");
            let words: Vec<&str> = own.split(' ').collect();
            let nisba = words.last().is_some_and(|w| plain(w).trim_end_matches(['ا', 'ه']).ends_with('ي'));
            let definite = !common
                || n.definite
                || words.iter().any(|w| article(w, english))
                || (words.len() > 1 && !nisba && !own.ends_with(['ا', 'ً']));
            out.push(Node {
                agent: true,
                bare: !common,
                definite,
                feminine: feminine(own),
                plural: many(&n.en),
                mass: many(&n.en),
                ..n
            });
        }
        Kind::Media => out.push(Node { agent: true, bare: true, definite: true, ..make(Pos::Name) }),
        Kind::Country => out.push(Node { agent: true, bare: true, definite: true, feminine: true, ..make(Pos::Name) }),
        Kind::Place => out.push(Node {
            agent: matches!(entry.id.as_str(), "moscow" | "ankara" | "tehran" | "damascus" | "washington"),
            bare: true,
            definite: true,
            feminine: true,
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
        Kind::Term | Kind::Unit | Kind::Title | Kind::Slot => {
            // كامل, حاسم: an adjective, where the lexicon knows no noun.
            let woman = |r: &super::lexicon::Reading| r.lemma.is('h') && r.has(super::expand::feature::FEMININE);
            let kinds = |k: u16| readings.iter().any(|r| r.kind() == k && r.stem == fold(own) && !woman(r));
            let adjective = entry.kind == Kind::Term
                && single
                && kinds(super::expand::kind::ADJECTIVE)
                && !kinds(super::expand::kind::NOUN)
                && !kinds(super::expand::kind::MASDAR);
            let pos = match entry.kind {
                Kind::Title => Pos::Title,
                _ if adjective => Pos::Adjective,
                _ => Pos::Noun,
            };
            let mut n = make(pos);
            // فك الحصار عن: the preposition is part of the form.
            if own.ends_with(" عن") && !n.en.ends_with(" of") {
                n.en.push_str(" of");
            }
            // كبير المفاوضين في وفد المعارضة
            if entry.kind == Kind::Title && plain(own).ends_with(" في وفد") && !n.en.contains("delegation") {
                n.en.push_str(" in the delegation of");
            }
            // المتحدث باسمها: its spokesman
            if let Some(front) = n.en.strip_suffix(" for").map(str::to_owned)
                && let Some((_, pron)) = [("باسمها", Pronoun::Her), ("باسمه", Pronoun::His), ("باسمهم", Pronoun::Their)]
                    .into_iter()
                    .find(|(w, _)| plain(own).ends_with(w))
            {
                (n.en, n.pron) = (front, Some(pron));
            }
            // نائبه: his deputy, where the entry lists the form with its pronoun.
            let without = |end: &str| own.strip_suffix(end).is_some_and(|stem| entry.ar.iter().any(|form| form == stem));
            if entry.kind == Kind::Title && n.pron.is_none() && single {
                n.pron = [("ها", Pronoun::Her), ("هم", Pronoun::Their), ("ه", Pronoun::His)]
                    .into_iter()
                    .find(|(end, _)| without(end))
                    .map(|(_, pron)| pron);
            }
            if n.en == "Mr" && feminine(own) {
                "Ms".clone_into(&mut n.en);
            }
            const PEOPLE: &[&str] = &[
                "abductee",
                "civilian",
                "delegate",
                "detainee",
                "displaced person",
                "expert",
                "fighter",
                "hostage",
                "journalist",
                "member",
                "missing person",
                "officer",
                "official",
                "prisoner",
                "refugee",
                "representative",
                "victim",
                "wounded person",
                "soldier",
                "person",
                "child",
                "gunman",
                "militant",
                "woman",
            ];
            n.human = entry.kind == Kind::Title || entry.kind == Kind::Unit && PEOPLE.contains(&n.en.as_str());
            n.agent = n.human || entry.id == "opposition" || super::reading::acts(&n.en);
            n.feminine = feminine(own);
            // عضو في الوفد: a member of it.
            let inner = own.split(' ').position(|w| matches!(w, "في" | "من")).unwrap_or(usize::MAX);
            n.definite |= own.split(' ').take(inner).any(|w| article(w, english));
            // 60 في المئة: no article, no plural.
            if entry.kind == Kind::Unit && n.en == "per cent" {
                (n.definite, n.mass) = (false, true);
            }
            let nouns = || readings.iter().filter(|r| r.kind() == super::expand::kind::NOUN);
            let dual = |r: &super::lexicon::Reading| r.has(super::expand::feature::DUAL);
            // وفدا المجلسين: a second noun follows, and the ا is no ending.
            let pair = single && first.text(text).ends_with('ا') && behind;
            if let Some(r) = nouns()
                .find(|r| pair && dual(r))
                .or_else(|| {
                    nouns()
                        .find(|r| !dual(r) || !(r.lemma.is('h') || first.text(text).trim_end_matches('\u{64b}').ends_with('ا')))
                })
                .or_else(|| nouns().next())
                .and_then(|r| node(r, first.text(text)))
            {
                n.plural = r.plural;
                n.dual = r.dual;
                n.pron = n.pron.or(r.pron);
                n.feminine |= r.feminine;
                let women = r.feminine && r.plural;
                n.human |= r.human && !women;
                n.agent |= r.agent && !women;
                n.lemma = r.lemma.filter(|l| l.is('m')).or(n.lemma);
                n.mass = r.lemma.is_some_and(|l| l.is('m'));
                n.accusative |= r.accusative;
                if n.pron.is_some() {
                    // The reading of مستشارها took its ه for a ة.
                    (n.accusative, n.feminine) = (false, n.feminine && feminine(own));
                }
            } else if if single {
                own.ends_with("ات")
            } else {
                plural_word(own, english) && !entry.ar.first().is_some_and(|a| plural_word(a, english))
            } {
                n.plural = true;
            }
            // للقاء is no form of إلقاء.
            if let Some(r) = readings.iter().find(|r| r.kind() == super::expand::kind::MASDAR && r.stem == fold(own)) {
                n.lemma = Some(r.lemma);
            }
            // صاروخا: one rocket, where the entry's English is a plural.
            const PLURAL_ONLY: &[&str] =
                &["weapons", "arms", "talks", "funds", "goods", "means", "remarks", "details", "affairs", "news"];
            let mut one = nouns();
            if single
                && entry.kind == Kind::Term
                && many(&n.en)
                && !n.en.contains(' ')
                && !PLURAL_ONLY.contains(&n.en.as_str())
                && !front.starts_with('و')
                && one.any(|r| !r.has(super::expand::feature::DUAL))
                && nouns().all(|r| !r.has(super::expand::feature::PLURAL) && !r.lemma.is('m') && !r.lemma.is('p'))
                && !n.dual
            {
                n.en = match n.en.strip_suffix("ies") {
                    Some(stem) => format!("{stem}y"),
                    None => n.en.trim_end_matches('s').to_owned(),
                };
            }
            if entry.plural.is_some() && n.plural {
                n.en = entry.plural.clone().unwrap_or_default();
                n.mass = true;
            }
            // One English for both numbers: the entry lists the plural first.
            n.mass |= many(&n.en);
            out.push(n);
        }
        Kind::Month => out.push(make(Pos::Adverb)),
        Kind::Weekday => out.push(Node { weekday: true, definite: true, ..make(Pos::Adverb) }),
        Kind::Time => out.push(time(entry, &make)),
    }
    if single && matches!(entry.kind, Kind::Term | Kind::Title | Kind::Unit | Kind::Ordinal) {
        // A verb or an adjective that is written like the term.
        out.extend(
            readings
                .iter()
                .filter(|r| {
                    matches!(r.kind(), super::expand::kind::VERB | super::expand::kind::ADJECTIVE)
                        || r.kind() == super::expand::kind::WORD && r.lemma.pos == "adverb"
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
        if word == "of" && words.peek().is_some() {
            break;
        }
        head = word;
    }
    head.ends_with('s')
        && !head.ends_with("ss")
        && !head.ends_with("is")
        && !head.ends_with("us")
        && !matches!(head, "Nations" | "States" | "news" | "series" | "means" | "progress")
        || matches!(head, "men" | "women" | "children" | "people")
}
