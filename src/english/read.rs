//! From text to nodes: the glossary's mentions are the skeleton, the general lexicon fills the rest; where a word has several readings, its neighbours choose.

use super::expand::{feature, kind};
use super::gloss::Ask;
use super::lexicon::{Lexicon as English, Reading};
use super::memory::{Reader, Readings};
use super::node::{Node, Pos};
use super::{choose, days, idioms, merge, negatives, skeleton, spelling};
use crate::analysis::Mention;
use crate::arabic::clitics::{Ending, Proclitics, Pronoun};
use crate::arabic::fold::{fold, same, show};
use crate::arabic::inflect::{Person, Tense};
use crate::arabic::token::{self, Kind as TokenKind, Token};

/// Words of one letter with a pronoun: (form, preposition, pronoun).
const SHORT: &[(&str, &str, Pronoun)] = &[
    ("له", "ل", Pronoun::His),
    ("لها", "ل", Pronoun::Her),
    ("لهم", "ل", Pronoun::Their),
    ("لهما", "ل", Pronoun::Both),
    ("لنا", "ل", Pronoun::Our),
    ("لهن", "ل", Pronoun::TheirFeminine),
    ("به", "ب", Pronoun::His),
    ("بها", "ب", Pronoun::Her),
    ("بهم", "ب", Pronoun::Their),
    ("بهما", "ب", Pronoun::Both),
    ("بنا", "ب", Pronoun::Our),
    ("منه", "من", Pronoun::His),
    ("عنه", "عن", Pronoun::His),
    ("فيه", "في", Pronoun::His),
    ("معه", "مع", Pronoun::His),
];

/// Bodies that act and speak.
const AGENTS: &[&str] = &[
    "group",
    "movement",
    "faction",
    "government",
    "party",
    "council",
    "commission",
    "parliament",
    "army",
    "ministry",
    "delegation",
    "regime",
    "opposition",
    "militia",
    "side",
    "coalition",
    "authority",
    "union",
    "bloc",
    "presidency",
    "court",
    "organization",
    "association",
    "committee",
    "company",
    "newspaper",
    "agency",
    "team",
    "mission",
    "police",
    "club",
    "channel",
    "site",
    "force",
    "air force",
    "troop",
    "alliance",
    "front",
    "brigade",
    "embassy",
    "tribe",
    "administration",
    "network",
    "prosecution",
    "warplane",
];

/// True for a body that acts and speaks, by its English.
pub(super) fn acts(en: &str) -> bool {
    let head = en.rsplit(' ').next().unwrap_or(en);
    matches!(head, "states" | "countries" | "country")
        || en == "all parties"
        || AGENTS.contains(&en)
        || en.strip_suffix("ies").is_some_and(|stem| AGENTS.iter().any(|a| a.strip_suffix('y') == Some(stem)))
}

/// English of the prepositions that are written onto a word, where nothing governs them.
pub(super) fn short_prep(ar: &str) -> &'static str {
    match ar {
        "ب" => "with",
        "ل" => "for",
        "ك" => "as",
        "من" => "from",
        "عن" => "about",
        "مع" => "with",
        "تحت" => "under",
        _ => "in",
    }
}

/// The nodes of the sentence.
pub(super) fn nodes(ask: &Ask, reader: &Reader) -> Vec<Node> {
    let (text, range, mentions) = (ask.text, &ask.sentence, ask.mentions);
    let mut tokens = Vec::new();
    token::tokens_into(text, range.start as usize, range.end as usize, &mut tokens);
    split_glued(&mut tokens, mentions);
    let mut all: Vec<Readings> = Vec::with_capacity(tokens.len());
    let (mut at, mut next) = (0, 0);
    while at < tokens.len() {
        let token = tokens[at];
        while next < mentions.len() && (mentions[next].start < token.start || mentions[next].end > range.end) {
            next += 1;
        }
        let here = mentions.get(next).filter(|m| m.start < token.end);
        let (candidates, used) = match here {
            // عُقد: the vowel says that the verb is meant.
            Some(_)
                if token.text(text).contains('\u{64f}')
                    && word(text, &token, reader).iter().any(|n| n.pos == Pos::Verb && n.passive) =>
            {
                (word(text, &token, reader), 1)
            }
            Some(mention) => {
                let last = (at..tokens.len()).take_while(|&t| tokens[t].start < mention.end).last().unwrap_or(at);
                let found = skeleton::mention(text, &tokens[at..=last], *mention, reader);
                if found.is_empty() { (word(text, &token, reader), 1) } else { (found, last + 1 - at) }
            }
            None => (word(text, &token, reader), 1),
        };
        // الطريق "إم 4": a mention that holds the first of two quotation marks takes the other along.
        let (from, to) = (token.start as usize, tokens[at + used - 1].end as usize);
        let half = used > 1 && text[from..to].matches('"').count() % 2 == 1;
        let closes = tokens.get(at + used).is_some_and(|t| t.kind == TokenKind::Mark('"'));
        // "إعلان جدة" لحماية المدنيين: one that holds the second
        let opens = all.last().is_some_and(|l| matches!(&l[..], [n] if n.pos == Pos::Mark('"')));
        if half && !closes && opens {
            all.pop();
        }
        all.push(Readings { start: token.start, ..candidates });
        at += used + usize::from(half && closes);
    }
    let mut out: Vec<Node> = Vec::with_capacity(all.len());
    for i in 0..all.len() {
        let mut chosen = choose::choose(&all[i], &out, &all[i + 1..(i + 9).min(all.len())]);
        chosen.raw = (all[i].start + chosen.raw.0, all[i].start + chosen.raw.1);
        let raw = &text[chosen.raw.0 as usize..chosen.raw.1 as usize];
        // أحمد علي: a name behind a title or a name, no preposition that is written like it.
        let named = out.last().is_some_and(|b| b.pos == Pos::Title || b.pos == Pos::Unknown || b.person_name);
        let (from, to) = chosen.raw;
        let person = !(chosen.mention && matches!(chosen.pos, Pos::Name | Pos::Title))
            && ask.names.iter().any(|n| n.0 <= from && to <= n.1);
        if person
            || chosen.pos == Pos::Verb && chosen.person == Person::I && super::romanise::known(raw).is_some()
            || chosen.pos == Pos::Unknown && !raw.contains(' ')
            || raw == "علي" && chosen.pos == Pos::Prep && named
            || surname(&chosen, &out, all.get(i + 1))
        {
            chosen = unknown(raw, chosen.raw);
        }
        // اشترط ألا يتحول: that … not
        if chosen.pos == Pos::Neg && raw.ends_with("ألا") {
            let that = Node { raw: chosen.raw, and: chosen.and, ar: "أن".to_owned(), ..Node::new(Pos::That, "that") };
            out.push(that);
            chosen.and = false;
        }
        out.push(chosen);
    }
    let joined = negatives::joined(merge::returned(idioms::joined(text, out)));
    days::resolved(
        days::ago(merge::dates(merge::partitives(merge::taken_along(merge::towns(merge::again(merge::quoted(
            merge::answers(joined),
        ))))))),
        ask.dates,
    )
}

/// نائب الوزير أحمد سالم إن: a surname behind a given name, not the verb that is written like it.
fn surname(n: &Node, before: &[Node], behind: Option<&Readings>) -> bool {
    let verb = n.pos == Pos::Verb && n.tense == Tense::Perfect && !n.and && n.pron.is_none() && n.prep.is_none();
    let ends = behind.is_none_or(|l| l.iter().any(|x| matches!(x.pos, Pos::That | Pos::Mark(_) | Pos::Prep) || x.and));
    verb && ends
        && matches!(before, [.., office, given] if (office.pos == Pos::Title || office.human)
            && given.pos == Pos::Unknown
            && super::romanise::known(&given.ar).is_some())
}

/// A token in which several mentions begin was several words, run together.
fn split_glued(tokens: &mut Vec<Token>, mentions: &[Mention]) {
    let mut at = 0;
    while at < tokens.len() {
        let t = tokens[at];
        let inside: Vec<&Mention> = mentions.iter().filter(|m| m.start >= t.start && m.start < t.end).collect();
        if let [first, second, ..] = inside.as_slice()
            && first.end < second.start + 1
        {
            let cut = first.end;
            tokens.splice(at..=at, [Token { end: cut, ..t }, Token { start: cut, ..t }]);
        }
        at += 1;
    }
}

/// The candidates of a token that no mention covers.
fn word(text: &str, token: &Token, reader: &Reader) -> Readings {
    let raw = token.text(text);
    let make = || alone(raw, token.kind, reader.english);
    // Of numbers and marks no two may be the same, and they are quickly read.
    if token.kind == TokenKind::Word { reader.readings(raw, None, make) } else { make().into() }
}

fn alone(raw: &str, kind: TokenKind, english: &English) -> Vec<Node> {
    let place = (0, raw.len() as u32);
    match kind {
        TokenKind::Mark(c) => vec![Node { raw: place, ..Node::new(Pos::Mark(c), c.to_string()) }],
        TokenKind::Number => {
            let digits: String = raw
                .chars()
                .map(|c| match c {
                    '٫' => '.',
                    '٬' => ',',
                    c => char::from(crate::arabic::fold::class(c).1.clamp(b'0', b'9'))
                        .to_digit(10)
                        .filter(|_| !matches!(c, '.' | ','))
                        .map_or(c, |d| char::from(b'0' + d as u8)),
                })
                .collect();
            vec![Node { raw: place, ar: digits.clone(), ..Node::new(Pos::Number, digits) }]
        }
        TokenKind::Word => {
            let folded = fold(raw);
            let bare = folded.first().is_some_and(|b| *b < 0x80);
            if bare {
                return vec![Node { raw: place, bare: true, content: true, ..Node::new(Pos::Name, raw) }];
            }
            if let Some(short) = short(raw) {
                return vec![Node { raw: place, ..short }];
            }
            // الـ 23
            if same(raw, "ال") {
                return vec![Node { raw: place, ..Node::new(Pos::Mark(' '), "") }];
            }
            let mut readings = Vec::new();
            english.readings(raw, &mut readings);
            spelling::keep(raw, &mut readings);
            let mut out: Vec<Node> = readings.iter().filter_map(|r| node(r, raw)).map(|n| Node { raw: place, ..n }).collect();
            if out.is_empty() {
                out.push(unknown(raw, place));
            }
            vowelled(raw, &mut out);
            out
        }
    }
}

/// What the writer put a vowel on: عُقد was held, بيّن explained.
fn vowelled(raw: &str, readings: &mut Vec<Node>) {
    let passive = |n: &Node| n.pos == Pos::Verb && n.passive && n.tense == Tense::Perfect;
    let letters: Vec<char> = raw.trim_start_matches(['و', 'ف']).chars().collect();
    let told = |n: &Node| n.pos == Pos::Verb && n.tense == Tense::Perfect && n.pron.is_none();
    if raw.contains('\u{64f}') && readings.iter().any(passive) {
        readings.retain(passive);
    } else if letters.len() == 4 && letters[2] == '\u{651}' && readings.iter().any(told) {
        readings.retain(told);
    }
}

fn short(raw: &str) -> Option<Node> {
    // لسنا: we are not
    if matches!(raw, "لسنا" | "ولسنا") {
        return Some(Node {
            person: Person::We,
            and: raw.starts_with('و'),
            ar: "ليس".to_owned(),
            ..Node::new(Pos::IsNot, "is not")
        });
    }
    // عما كانت عليه: from what it was
    if raw == "عما" {
        return Some(Node { prep: Some("عن"), ar: "ما".to_owned(), ..Node::new(Pos::What, "what") });
    }
    let and = raw.starts_with(['و', 'ف']) && raw != "فيه";
    let rest = if and { &raw[2..] } else { raw };
    let (_, prep, pron) = SHORT.iter().find(|s| s.0 == rest || s.0 == raw)?;
    Some(Node {
        and: and && rest != raw,
        prep: None,
        pron: Some(*pron),
        ar: (*prep).to_owned(),
        ..Node::new(Pos::Prep, short_prep(prep))
    })
}

/// A word that nothing knows: its clitics are told from its letters, so that a name keeps its preposition.
fn unknown(raw: &str, place: (u32, u32)) -> Node {
    let definite = raw.starts_with("ال") || raw.starts_with("وال") || raw.starts_with("بال") || raw.starts_with("لل");
    let prep = if raw.starts_with("لل") {
        Some("ل")
    } else if raw.starts_with("بال") {
        Some("ب")
    } else {
        None
    };
    Node {
        raw: place,
        ar: raw.to_owned(),
        definite,
        prep,
        and: raw.starts_with("وال"),
        content: true,
        ..Node::new(Pos::Unknown, "…")
    }
}

/// The node that a reading makes.
pub(super) fn node(r: &Reading, raw: &str) -> Option<Node> {
    let en = r.lemma.en(0).unwrap_or_default();
    let mut n = Node::new(Pos::Adverb, en);
    n.lemma = Some(r.lemma);
    n.ar = if r.kind() == kind::WORD || r.kind() == kind::VERB { r.lemma.ar.to_owned() } else { show(&r.stem) };
    clitics(&mut n, r.proclitics, r.ending);
    n.plural = r.has(feature::PLURAL);
    n.dual = r.has(feature::DUAL);
    n.feminine = r.has(feature::FEMININE);
    n.human = r.lemma.is('h');
    n.agent = n.human;
    n.mass = r.lemma.is('m') || r.lemma.is('p');
    n.content = true;
    n.below = raw.contains('إ');
    n.so = r.proclitics.has(Proclitics::FEH);
    // يتم is تم far more often than أتم.
    if r.lemma.ar == "أتم" && r.kind() == kind::VERB && r.tense() != Tense::Perfect {
        return None;
    }
    // كما is no kilometre.
    if r.lemma.ar == "كم" && r.ending == Ending::Accusative {
        return None;
    }
    if r.kind() == kind::VERB
        && r.person() == Person::She
        && r.tense() == Tense::Imperfect
        && matches!(r.lemma.ar, "أوصل" | "وصل")
        && n.pron.is_none()
        && raw.ends_with("توصل")
    {
        // توصل is reaching; delivering and linking are written so far more rarely.
        return None;
    }
    if raw.ends_with("ًا") || raw.ends_with("اً") {
        n.accusative = true;
    }
    let verb = |n: &mut Node| {
        if let (Some(past), Some(part)) = (r.lemma.en(1), r.lemma.en(2)) {
            n.forms = Some((past.to_owned(), part.to_owned()));
        }
    };
    match r.kind() {
        kind::VERB => {
            n.pos = Pos::Verb;
            (n.tense, n.person, n.passive) = (r.tense(), r.person(), r.has(feature::IS_PASSIVE));
            n.plural = matches!(n.person, Person::They | Person::Both);
            n.feminine = n.person == Person::She;
            n.dual = n.person == Person::Both;
            verb(&mut n);
            // قُتل: the vowel tells the passive of a perfect.
            let letters = r.proclitics.show().chars().filter(|c| !matches!(c, ' ' | '+')).count();
            let vowel = |at: usize| raw.chars().nth(letters + at) == Some('\u{64f}');
            // اتُّفق: the vowel stands on the second letter, behind its shadda.
            let second = raw.chars().nth(letters) == Some('ا') && (vowel(2) || vowel(3));
            n.passive |= n.tense == Tense::Perfect && (vowel(1) || second);
            // يُعقد: so does that of the prefix where the verb has three letters.
            n.passive |= n.tense == Tense::Imperfect && vowel(1) && r.lemma.ar.chars().count() == 3 && !r.lemma.ar.contains('آ');
        }
        kind::NOUN => {
            n.pos = Pos::Noun;
            n.agent |= AGENTS.contains(&n.en.as_str()) || n.en == "state" && r.lemma.ar == "دولة" || n.en == "country";
            if r.lemma.ar == "أحد" && n.en == "one" {
                "anyone".clone_into(&mut n.en);
                (n.human, n.agent, n.definite, n.mass) = (true, true, true, true);
                n.bare = true;
            }
        }
        kind::ADJECTIVE => n.pos = Pos::Adjective,
        kind::MASDAR => {
            n.pos = Pos::Masdar;
            match r.lemma.masdar_en(&fold(raw)) {
                Some(own) => {
                    own.clone_into(&mut n.en);
                    n.own = true;
                    n.mass = true;
                }
                None => verb(&mut n),
            }
        }
        kind::ACTIVE | kind::PASSIVE => {
            n.pos = if r.kind() == kind::ACTIVE { Pos::Active } else { Pos::Passive };
            verb(&mut n);
        }
        _ => particle(&mut n, r),
    }
    Some(n)
}

fn particle(n: &mut Node, r: &Reading) {
    n.content = false;
    n.pos = match r.lemma.pos {
        "prep" => Pos::Prep,
        "conj" => Pos::Conj,
        "clause" => Pos::Clause,
        "if" => Pos::If,
        "inorder" => Pos::InOrder,
        "that" => Pos::That,
        "neg" => Pos::Neg,
        "isnot" => Pos::IsNot,
        "without" => Pos::Without,
        "non" if n.pron.is_some() => {
            "others".clone_into(&mut n.en);
            n.pron = None;
            Pos::Adverb
        }
        "non" => Pos::Non,
        "nonmasdar" => Pos::NonMasdar,
        "qad" => Pos::Qad,
        "will" => Pos::Will,
        "pron" => Pos::Pron,
        "dem" => Pos::Dem,
        "rel" => {
            n.ar = show(&r.stem);
            Pos::Rel
        }
        "quant" => Pos::Quant,
        "there" => Pos::There,
        "what" => Pos::What,
        _ => {
            n.content = true;
            Pos::Adverb
        }
    };
    if n.pos == Pos::Prep && n.prep.is_some() {
        n.prep = None;
    }
}

/// Sets what was taken off a word.
pub(super) fn clitics(n: &mut Node, p: Proclitics, ending: Ending) {
    n.and = p.has(Proclitics::WAW) || p.has(Proclitics::FEH);
    n.so = p.has(Proclitics::FEH);
    n.definite = p.has(Proclitics::ARTICLE);
    n.will = p.has(Proclitics::SEEN);
    n.prep = [(Proclitics::BEH, "ب"), (Proclitics::LAM, "ل"), (Proclitics::KAF, "ك")]
        .into_iter()
        .find(|(c, _)| p.has(*c))
        .map(|(_, s)| s);
    match ending {
        Ending::Pronoun(pron) => n.pron = Some(pron),
        Ending::Accusative => n.accusative = true,
        Ending::None => {}
    }
}

/// The folded Arabic of a range, shown as letters.
pub(super) fn plain(raw: &str) -> String {
    show(&fold(raw))
}
