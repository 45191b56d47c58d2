//! Nodes of what the glossary knows: each mention is one node, of the sort that its kind says. Dates are put together here.

use super::lexicon::{Lemma, Lexicon as English};
use super::node::{Node, Pos};
use super::read::{clitics, node, plain};
use crate::analysis::Mention;
use crate::arabic::clitics::{Ending, Proclitics, Pronoun};
use crate::arabic::fold::fold;
use crate::arabic::inflect::{Person, Shape};
use crate::arabic::token::Token;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::lexicon::Lexicon;

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

/// The nodes that a mention may be; empty where its words are better read one by one.
pub(super) fn mention(text: &str, tokens: &[Token], m: Mention, glossary: &Lexicon, english: &English) -> Vec<Node> {
    let entry = &glossary.entries[m.entry as usize];
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return Vec::new() };
    let front = plain(&text[first.start as usize..m.start as usize]);
    let back = plain(&text[(m.end.max(last.start)).min(last.end) as usize..last.end as usize]);
    let own = &text[m.start as usize..m.end.min(last.end) as usize];
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
        Kind::Term if entry.en.preferred == "face to face" => out.push(make(Pos::Adverb)),
        Kind::Term if entry.id == "necessity" => out.push(make(Pos::There)),
        Kind::Term if entry.en.preferred.ends_with("-level") => out.push(make(Pos::Adjective)),
        // in protest, under way: a phrase that stands where it stands.
        Kind::Term
            if ["in ", "on ", "at ", "under ", "as ", "by ", "with ", "behind "]
                .iter()
                .any(|p| entry.en.preferred.starts_with(p)) =>
        {
            out.push(make(Pos::Adverb))
        }
        Kind::Term | Kind::Unit | Kind::Title | Kind::Slot => {
            let pos = if entry.kind == Kind::Title { Pos::Title } else { Pos::Noun };
            let mut n = make(pos);
            // فك الحصار عن: the preposition is part of the form.
            if own.ends_with(" عن") && !n.en.ends_with(" of") {
                n.en.push_str(" of");
            }
            if n.en == "Mr" && feminine(own) {
                "Ms".clone_into(&mut n.en);
            }
            n.human = entry.kind == Kind::Title;
            n.agent = n.human || entry.id == "opposition";
            n.feminine = feminine(own);
            n.definite |= own.split(' ').any(|w| article(w, english));
            let nouns = || readings.iter().filter(|r| r.kind() == super::expand::kind::NOUN);
            let dual = |r: &super::lexicon::Reading| r.has(super::expand::feature::DUAL);
            // وفدا المجلسين: a second noun follows, and the ا is no ending.
            let behind = text[last.end as usize..].trim_start();
            let pair = single && first.text(text).ends_with('ا') && behind.starts_with("ال");
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
                .filter(|r| matches!(r.kind(), super::expand::kind::VERB | super::expand::kind::ADJECTIVE))
                .filter_map(|r| node(r, first.text(text)))
                .map(|n| Node { raw, ..n }),
        );
    }
    out
}

/// True for an English term that is a plural: talks, clashes, aspirations.
pub(super) fn many(en: &str) -> bool {
    let head = en.split(" of ").next().unwrap_or(en);
    head.split(' ').next_back().is_some_and(|w| {
        w.ends_with('s')
            && !w.ends_with("ss")
            && !w.ends_with("is")
            && !w.ends_with("us")
            && !matches!(w, "Nations" | "States" | "news" | "series" | "means" | "progress")
    })
}

/// True if the first word is a plural that the lexicon knows.
fn plural_word(words: &str, english: &English) -> bool {
    let mut readings = Vec::new();
    english.readings(words.split(' ').next().unwrap_or(words), &mut readings);
    let mut nouns = readings.iter().filter(|r| r.kind() == super::expand::kind::NOUN).peekable();
    nouns.peek().is_some() && nouns.all(|r| r.has(super::expand::feature::PLURAL) && !r.lemma.is('m') && !r.lemma.is('p'))
}

fn feminine(ar: &str) -> bool {
    let bare: String = ar.chars().filter(|c| !matches!(*c as u32, 0x64b..=0x652 | 0x640)).collect();
    bare.split(' ').next().is_some_and(|w| w.ends_with('ة') || w.ends_with("ات") || w.ends_with("ته") || w.ends_with("تها"))
}

/// Proclitics and ending from the letters around a mention.
fn taken_off(front: &str, back: &str) -> (Proclitics, Ending) {
    let mut bits = 0;
    let mut rest = front;
    for (letter, p) in [
        ("و", Proclitics::WAW),
        ("ف", Proclitics::FEH),
        ("ب", Proclitics::BEH),
        ("ك", Proclitics::KAF),
        ("س", Proclitics::SEEN),
        ("لل", Proclitics(Proclitics::LAM.0 | Proclitics::ARTICLE.0)),
        ("ل", Proclitics::LAM),
        ("ال", Proclitics::ARTICLE),
    ] {
        if let Some(more) = rest.strip_prefix(letter) {
            bits |= p.0;
            rest = more;
        }
    }
    let ending = match back {
        "ا" => Ending::Accusative,
        "ه" => Ending::Pronoun(Pronoun::His),
        "ها" => Ending::Pronoun(Pronoun::Her),
        "هما" => Ending::Pronoun(Pronoun::Both),
        "هم" => Ending::Pronoun(Pronoun::Their),
        "هن" => Ending::Pronoun(Pronoun::TheirFeminine),
        "نا" => Ending::Pronoun(Pronoun::Our),
        _ => Ending::None,
    };
    (Proclitics(bits), ending)
}

fn verb(
    text: &str,
    tokens: &[Token],
    entry: &Entry,
    m: Mention,
    glossary: &Lexicon,
    english: &English,
    make: &dyn Fn(Pos) -> Node,
) -> Vec<Node> {
    let raw = tokens[0].text(text);
    let mut out = Vec::new();
    let mut readings = Vec::new();
    english.readings(raw, &mut readings);
    let first = entry.ar.first().map_or("", |a| a.split(' ').next().unwrap_or(a));
    let direct = entry.takes.iter().any(|t| matches!(t.as_str(), "إلى" | "على" | "عن" | "ب"));
    let other = |l: &super::lexicon::Lemma| l.en(0) != Some(entry.en.preferred.as_str());
    // وقع is to sign and to occur: the sense whose English is the entry's.
    let same_en = readings
        .iter()
        .map(|r| r.lemma)
        .find(|l| l.pos == "verb" && l.en(0) == Some(entry.en.preferred.as_str()))
        .map(Lemma::free);
    let lemma = same_en
        .or_else(|| english.verb(first))
        .map(|l| if direct && other(&l) { l.direct(entry.en.preferred.ends_with(" to")) } else { l });
    let dress = |n: Node| Node {
        en: if n.pos == Pos::Masdar && n.own { n.en } else { entry.en.preferred.clone() },
        forms: entry
            .en
            .past
            .clone()
            .zip(entry.en.participle.clone())
            .or_else(|| entry.en.past.clone().map(|p| (p.clone(), p)))
            .or_else(|| {
                let same = n.lemma.filter(|l| l.en(0) == Some(entry.en.preferred.as_str()))?;
                same.en(1).zip(same.en(2)).map(|(past, part)| (past.to_owned(), part.to_owned()))
            }),
        mention: true,
        content: true,
        raw: (tokens[0].start, tokens[tokens.len() - 1].end),
        negations: 0,
        ..n
    };
    let own = &text[m.start as usize..m.end as usize];
    let mended = [
        own.to_owned(),
        format!("{own}ا"),
        own.strip_suffix('ت').map_or_else(String::new, |s| format!("{s}ة")),
        own.strip_suffix('ا').map_or_else(String::new, |s| format!("{s}ى")),
    ];
    let shape = mended.iter().find_map(|w| glossary.shape(m.entry, w));
    let same: Vec<Node> = readings
        .iter()
        .filter(|r| r.lemma.pos == "verb" && fold(r.lemma.ar) == fold(first))
        .filter_map(|r| node(r, raw))
        .collect();
    // Several senses of one lemma give the same node here: the glossary's English is one.
    for n in same {
        let n = Node { lemma: lemma.or(n.lemma), ..n };
        if !out
            .iter()
            .any(|o: &Node| (o.pos, o.tense, o.person, o.pron, o.definite) == (n.pos, n.tense, n.person, n.pron, n.definite))
        {
            out.push(dress(n));
        }
    }
    if out.is_empty() {
        let n = match shape {
            Some(Shape::Verb { tense, person, passive }) => Node {
                tense,
                person,
                passive,
                plural: matches!(person, Person::They | Person::Both),
                feminine: person == Person::She,
                ..make(Pos::Verb)
            },
            Some(Shape::Participle) => Node { feminine: feminine(own), ..make(Pos::Active) },
            Some(Shape::Masdar) => make(Pos::Masdar),
            _ => make(Pos::Verb),
        };
        out.push(dress(Node { lemma, ..n }));
    }
    if tokens.len() == 1 {
        out.extend(
            readings
                .iter()
                .filter(|r| fold(r.lemma.ar) != fold(first))
                .filter_map(|r| node(r, raw))
                .map(|n| Node { raw: (tokens[0].start, tokens[0].end), ..n }),
        );
        // A noun of the general lexicon written like the masdar gives its English, not its verb's.
        if let Some(noun) = readings.iter().find(|r| {
            r.kind() == super::expand::kind::NOUN
                && r.lemma.guards().is_none()
                && !matches!(first, "عقد" | "أجرى" | "وضع" | "حكم")
        }) {
            for n in out.iter_mut().filter(|n| n.pos == Pos::Masdar && !n.own) {
                n.en = noun.lemma.en(0).unwrap_or_default().to_owned();
                n.own = true;
                n.mass = noun.lemma.is('m');
            }
        }
    }
    out
}

fn negator(entry: &Entry, make: &dyn Fn(Pos) -> Node) -> Vec<Node> {
    match entry.id.as_str() {
        "neg_cannot" | "neg_must_not" => vec![Node { negations: 1, ..make(Pos::Modal) }],
        "neg_no_longer" => vec![Node { negations: 1, ..make(Pos::Neg) }],
        "neg_no_existence" => vec![Node { negations: 1, content: false, ..make(Pos::There) }],
        "neg_without_that" => vec![Node { negations: 1, content: false, ..make(Pos::Without) }],
        "neg_ma" | "neg_lamma" => vec![Node { ar: "لم".to_owned(), content: false, negations: 1, ..make(Pos::Neg) }],
        "neg_non_existence" => vec![Node { negations: 0, ..make(Pos::Noun) }],
        _ => Vec::new(),
    }
}

fn connective(entry: &Entry, text: &str, last: &Token, make: &dyn Fn(Pos) -> Node) -> Node {
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
    // A pronoun is part of the entry's form here (لأنه, إلا أنها).
    let word = plain(last.text(text));
    if pos == Pos::Clause && word.len() > 6 {
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

/// True if the first two letters of a word are the article.
fn article(word: &str, english: &English) -> bool {
    if !(word.starts_with("ال") || word.starts_with("لل")) {
        return false;
    }
    let mut readings = Vec::new();
    english.readings(word, &mut readings);
    readings.is_empty() || readings.iter().any(|r| r.proclitics.has(Proclitics::ARTICLE))
}

fn time(entry: &Entry, make: &dyn Fn(Pos) -> Node) -> Node {
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
        return Node { definite: entry.id != "time_previous_indef", ..make(Pos::Adjective) };
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
        return Node { en: noun.to_owned(), definite: true, feminine: noun == "year" && n.ar.ends_with('ه'), ..n };
    }
    make(Pos::Adverb)
}
