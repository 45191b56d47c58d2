//! Frames: a verb with its speaker and its content.
//!
//! `قال X إن`, `X قال إن`, `وكان X أعلن`, `وأضاف أن`, `X: …`, `بحسب X، فإن`, `نقلت وكالة X عن Y قوله إن`, `، مشيراً إلى أن`.

use std::cell::OnceCell;

use super::according::{according, reports};
use super::body;
use super::content;
use super::joint::main;
use super::masdar::masdar;
use super::memory::Memory;
use super::object::quoted_before;
use super::participle::{participle, saying};
use super::speaker::{Phrase, phrase};
use super::subject::noun_too;
use super::verb::verb;
use super::view::{Particle, View};
use super::{Resolved, Speaker, Statement, Verb, Who};
use crate::analysis::parse::{Parsed, ParsedSentence};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::entry::Kind;
use crate::glossary::frames::{Takes, Tells};
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::glossary::matcher::Match;

/// A statement whose end is not known yet.
pub(super) struct Open {
    pub(super) statement: Statement,
    /// First token of the frame: what stands before it is no content of the frame before.
    pub(super) first: usize,
    /// First token of the content, and the token after the last where the frame knows it.
    pub(super) from: usize,
    pub(super) to: Option<usize>,
    pub(super) clause: bool,
    pub(super) person: Option<Person>,
    /// Who says the same with the speaker.
    pub(super) with: Vec<Speaker>,
}

/// Finds the statements of a sentence.
pub(super) fn sentence(
    text: &str,
    parsed: &Parsed,
    number: usize,
    lexicon: &Lexicon,
    memory: &mut Memory,
    out: &mut Vec<Statement>,
) {
    let s = &parsed.sentences[number];
    memory.begin(number as u32);
    let heading = matches!(s.span.kind, SentenceKind::Heading | SentenceKind::Title);
    if heading {
        memory.forget();
    } else if s.span.kind != SentenceKind::Sentence {
        return;
    }
    if let Some(person) = goes_on(s, lexicon) {
        memory.goes_on(number as u32, person);
    }
    let view = OnceCell::new();
    let continued = memory.quote(number as u32);
    let v = || {
        view.get_or_init(|| {
            let v = View::new(text, s, lexicon);
            if continued { v } else { v.alone() }
        })
    };
    if s.has_quotes && v().goes_on() {
        memory.open_quote(number as u32);
    }
    let person = !heading && s.about.has(Kind::Person);
    if person && s.about.has(Kind::Title) {
        memory.learn(v());
    }
    if person && s.tokens.iter().any(|t| t.is(text, "برئاسة")) {
        memory.learn_heads(v());
    }
    if person && s.about.heads {
        memory.learn_leaders(v());
    }
    if !heading && s.cues.iter().any(|m| lexicon.kind_of(m.form) == Kind::Body) {
        memory.learn_bodies(v());
    }
    // Behind the first word, whatever it is.
    let named = |m: &Match| {
        m.first == 1 && matches!(lexicon.kind_of(m.form), Kind::Person | Kind::Title | Kind::Party | Kind::Organization)
    };
    let called = |m: &Match| m.first == 1 && lexicon.kind_of(m.form) == Kind::Body;
    let acts = (!heading && (s.matches.iter().any(named) || s.cues.iter().any(called))).then(|| acts(v())).flatten();
    if let Some((p, person)) = acts {
        let speaker = memory.resolve(v(), &p);
        memory.acted(number as u32, speaker, person);
    }
    let quiet = || !heading && !person && !s.about.has(Kind::Title);
    let colon = s.tokens.iter().take(14).any(|t| t.kind == TokenKind::Mark(':'));
    if !colon && (heading || !s.about.speaks) {
        if quiet()
            && let Some(person) = background(text, s, lexicon)
        {
            memory.background(number as u32, person);
        }
        return;
    }
    let v = v();
    if v.closes() {
        memory.quoted_on(number as u32);
    }
    let mut open: Vec<Open> = Vec::new();
    let number = number as u32;
    if colon && let Some(found) = named_with_colon(v, number, heading, memory) {
        open.push(found);
    }
    if !heading {
        for m in &s.matches {
            let frame = v.frame(m);
            // `وتابع موضحاً: «…»`: how it is said.
            if open.last().is_some_and(|o| chained(v, o, m)) {
                continue;
            }
            let found = if frame.reports && !v.quoted(m.first as usize) {
                match v.shape(m) {
                    Shape::Participle => participle(v, m, number, memory, &open),
                    Shape::Masdar if open.is_empty() => masdar(v, m, number, memory),
                    _ => {
                        let found = verb(v, m, number, memory, &open);
                        let passed = || v.at(0).is_some_and(|m| v.frame(m).tells == Tells::According);
                        let main = |m| main(v, m) || passed() && v.finite(m).is_some();
                        if found.is_none() && open.is_empty() && main(m) && goes_on(s, lexicon).is_none() {
                            memory.forget();
                        }
                        if found.is_none()
                            && !v.quoted_on(m.first as usize)
                            && let Some(o) = open.last_mut().filter(|o| o.from < m.first as usize && another(v, m, o.clause))
                        {
                            o.to = o.to.or(Some(m.first as usize));
                        }
                        found
                    }
                }
            } else {
                match frame.tells {
                    Tells::According if !v.quoted(m.first as usize) => according(v, m, number, memory, &mut open),
                    Tells::Saying if m.first == m.last && open.is_empty() => saying(v, m, number, memory),
                    Tells::Saying if says_on(v, m, &open) => participle(v, m, number, memory, &open),
                    Tells::Saying if m.first != m.last && !v.quoted(m.first as usize) => reports(v, m, number, memory, &open),
                    _ => None,
                }
            };
            if let Some(found) = found {
                open.extend(leading_quote(v, m, &found).filter(|_| open.is_empty()));
                if found.statement.speaker.by != Resolved::Unresolved {
                    memory.spoke(number, found.statement.speaker, found.person);
                }
                open.push(found);
            }
        }
    }
    if let Some(whose) = paper(v, &open) {
        memory.in_paper(number, whose);
    }
    if open.is_empty()
        && quiet()
        && let Some(person) = background(text, s, lexicon)
    {
        memory.background(number, person);
    }
    close(v, open, out);
}

/// Whose statement the sentence tells of: who speaks in it; nobody, where it is one of several or no one speaks.
fn paper(v: &View, open: &[Open]) -> Option<Option<Speaker>> {
    let t = (0..v.len()).find(|&t| matches!(v.raw(t), "بيان" | "بيانا" | "بياناً" | "بيانها" | "بيانه" | "البيان"))?;
    let speaks = |o: &&Open| o.first < t && t < o.from && o.with.is_empty();
    let own = !matches!(v.raw(t + 1), "مشترك" | "ختامي" | "مشتركا" | "مشتركاً" | "ختاميا" | "ختامياً") && !v.raw(t).contains("ال");
    let said = open.iter().find(speaks).map(|o| o.statement.speaker);
    let one = |s: &Speaker| match s.who {
        Who::Entry(id) => {
            matches!(v.lexicon.entries[id as usize].kind, Kind::Party | Kind::Organization | Kind::Country | Kind::Person)
        }
        Who::Words | Who::Office(_) => true,
        _ => false,
    };
    // `وأضاف البيان أن`: the same, as it was resolved.
    if v.raw(t).contains("ال") && open.iter().any(|o| o.first <= t && t < o.from) {
        return None;
    }
    Some(said.filter(|s| own && one(s)))
}

/// The person of the verb that opens a sentence of background: `وكانت روسيا لعبت`, `وتشن واشنطن غارات`; none in `ويأتي ذلك بينما`.
fn background(text: &str, s: &ParsedSentence, lexicon: &Lexicon) -> Option<Option<Person>> {
    let raw = |t: usize| s.tokens.get(t).map_or("", |token| token.text(text));
    let first = raw(0).strip_prefix('و').unwrap_or(raw(0));
    if matches!(first, "يأتي" | "تأتي" | "جاء") && matches!(raw(1), "ذلك" | "هذا" | "هذه") {
        return Some(None);
    }
    let was = match first {
        "كان" => Some(Person::He),
        "كانت" => Some(Person::She),
        _ => None,
    };
    let opens = s.matches.first().filter(|m| m.first == 0 && m.ending == Ending::None);
    let verb = opens.and_then(|m| match lexicon.forms[m.form as usize].shape {
        Shape::Verb { person, passive: false, .. } => Some(person),
        _ => None,
    });
    was.or(verb).map(Some)
}

/// `«لن نعود»، يقول X، «وسنبقى»`: the part of what is said before the verb; `found` is the part behind it.
fn leading_quote(v: &View, m: &Match, found: &Open) -> Option<Open> {
    let t = m.first as usize;
    let close = t.checked_sub(1 + usize::from(t > 0 && matches!(v.mark(t - 1), Some('،' | ','))))?;
    let whole = v.quotes.iter().any(|q| q.0 == 0 && q.1 == close && close > 3) || v.closes() && v.is_quote(close);
    let said = found.from > t && m.proclitics.is_none() && found.statement.verb.is_some();
    (whole && said && quoted_before(v, t)).then(|| Open {
        statement: found.statement.clone(),
        first: t,
        from: 0,
        to: Some(close + 1),
        clause: true,
        person: found.person,
        with: found.with.clone(),
    })
}

/// True for the word right behind the verb of the open frame, before what is said: `تابع يقول`, `تابع موضحاً`.
fn chained(v: &View, open: &Open, m: &Match) -> bool {
    let t = m.first as usize;
    let behind = open.statement.verb.is_some_and(|verb| t > 0 && v.end(t - 1) == verb.span.1);
    behind && t < open.from && v.frame(m).reports && matches!(v.shape(m), Shape::Participle | Shape::Verb { .. })
}

/// `حث الطرفين على التهدئة، قائلاً إنه يتوقع`: the speaker goes on, behind a comma.
fn says_on(v: &View, m: &Match, open: &[Open]) -> bool {
    let t = m.first as usize;
    let comma = t > 0 && matches!(v.mark(t - 1), Some('،' | ','));
    m.first == m.last
        && v.raw(t).starts_with("قائل")
        && comma
        && !v.quoted(t)
        && open.last().is_some_and(|o| o.from < t && o.to.is_none())
}

/// Gives every statement its content: up to the next frame, or the end of the sentence.
fn close(v: &View, mut open: Vec<Open>, out: &mut Vec<Statement>) {
    for i in 0..open.len() {
        let next = open.get(i + 1).map(|o| o.first).filter(|&n| n > open[i].from);
        let end = open[i].to.or(next).unwrap_or(v.len());
        let end = turned(v, open[i].from, end, open[i].clause && open[i].from > 0);
        // `وبينما رحبت الحكومة بالخطوة، تحفظ المجلس`: the comma ends the minor clause, where the main one begins behind it.
        let minor = i == 0 && open[i].first == 0 && v.connective(0).is_some_and(|(m, _)| v.frame(m).turns);
        let comma = (open[i].from..end).find(|&t| matches!(v.mark(t), Some('،' | ',')) && !v.quoted(t));
        let comma = comma.filter(|&t| v.at(t + 1).is_some_and(|m| m.proclitics.is_none() && v.finite(m).is_some()));
        let end = comma.filter(|_| minor).unwrap_or(end);
        // `قال إن «العجلة من الشيطان»، في رد على مطالب`: what stands behind the quotation is the article's.
        let quote = v.opens(open[i].from).map(|q| q.1 + 1).filter(|&q| q < end && open[i].to.is_none());
        let own = |q: &usize| {
            matches!(v.mark(*q), Some('،' | ','))
                && (v.particle(q + 1) == Particle::Takes(Takes::IN)
                    || matches!(v.raw(q + 1), "وهو" | "وهي" | "وهم")
                    || v.at(q + 1).is_some_and(|m| v.frame(m).turns && v.entry(m).stance.as_deref() == Some("turn")))
        };
        let end = quote.filter(own).unwrap_or(end);
        let o = &mut open[i];
        let from = if o.from == 0 && o.first > 0 { content::dateline(v) } else { o.from };
        // `أما المطلب فلم يحصل بشأنه توافق، على حد تعبير X`
        let from = from + usize::from(o.from == 0 && o.first > 0 && v.raw(from) == "أما");
        // `بالمقابل يواصل الحزب هجماته، حسب مصادر`: how the sentence is joined to the one before.
        let led = v.connective(from).filter(|(m, role)| {
            o.from == 0
                && o.first > from + 2
                && m.first as usize == from
                && (matches!(*role, "turn") || matches!(v.raw(from), "كما" | "بالمقابل"))
        });
        let from = led.map_or(from, |(m, _)| m.last as usize + 1);
        let Some((span, quoted)) = content::trimmed(v, from, end) else { continue };
        // `وستعقد الجولة، بحسب X`: the conjunction joins the sentence, and is not what is said.
        let joined = o.from == 0 && o.first > 0 && joins(v);
        o.statement.content = (if joined { span.0.max(v.start(0) + 'و'.len_utf8() as u32) } else { span.0 }, span.1);
        o.statement.quoted = quoted;
        o.statement.topics = content::topics(v, span);
        if o.statement.verb.is_some_and(|verb| {
            v.lexicon.entries[verb.entry as usize]
                .stance
                .as_deref()
                .is_some_and(|s| matches!(s, "accuse" | "ask" | "demand" | "thank" | "welcome"))
        }) {
            o.statement.addressee = content::addressee(v, &o.statement);
        }
        // `وأفادت الوكالة نقلاً عن مصدر بأن`: one word, told twice.
        let told = |s: &Statement| {
            s.sentence == o.statement.sentence && s.speaker == o.statement.speaker && s.content == o.statement.content
        };
        if out.last().is_some_and(told) {
            continue;
        }
        out.push(o.statement.clone());
        for &speaker in &o.with {
            out.push(Statement { speaker, ..o.statement.clone() });
        }
    }
}

/// The person of a verb that opens the sentence with its subject left out: `واتفقت على`. Who spoke before acts on.
fn goes_on(s: &ParsedSentence, lexicon: &Lexicon) -> Option<Person> {
    let m = s.matches.first().filter(|m| m.first == 0 && m.ending == Ending::None)?;
    let Shape::Verb { tense: Tense::Perfect, person, passive: false } = lexicon.forms[m.form as usize].shape else { return None };
    let behind = s.classes.get(m.last as usize + 1)?.particle;
    matches!(behind, Particle::Takes(_) | Particle::That).then_some(person)
}

/// Who acts in a sentence that begins `وعقد لافروف`: a verb, whichever it is, and a person right behind it.
fn acts(v: &View) -> Option<(Phrase, Person)> {
    let raw = v.raw(0);
    let word = raw.trim_start_matches('و');
    let verb = v.at(0).map_or_else(
        || !word.starts_with("ال") && !word.ends_with(['ة', 'ه', 'ا']) && !word.ends_with("ات") && v.mark(0).is_none(),
        |m| v.finite(m).is_some_and(|(tense, _)| tense == Tense::Perfect) && !v.frame(m).reports,
    );
    let p = phrase(v, 1).filter(|p| {
        let named = |id: EntryId| matches!(v.lexicon.entries[id as usize].kind, Kind::Person | Kind::Party | Kind::Organization);
        // `وتبنت الحركة الهجوم`: a body that was named, and no outlet.
        let body = p.who == Who::Words
            && p.body
            && v.raw(1).starts_with("ال")
            && !body::passes(v, 1)
            && (p.first..p.next).all(|t| !v.raw(t).contains(char::is_numeric));
        verb && (body || matches!(p.who, Who::Entry(id) if named(id)))
    })?;
    Some((p, if word.ends_with('ت') { Person::She } else { Person::He }))
}

/// True where و joins the sentence to the one before: `ولم يتفق الطرفان، بحسب X`.
fn joins(v: &View) -> bool {
    // No word of its own begins so: `وأسفر`.
    (v.at(0).is_none() && v.raw(0).starts_with('و') && v.raw(0).chars().count() > 3 && !body::listed(v, 0, "waw"))
        || v.at(0).is_some_and(|m| m.proclitics.has(Proclitics::WAW))
        || (v.negates(0) && v.raw(0).starts_with('و'))
        || matches!(v.raw(0), "ولا" | "ولم" | "ولن" | "ومن" | "وفي" | "وعن" | "وعلى" | "وإلى")
        || (matches!(v.particle(0), Particle::Was | Particle::Already) && v.raw(0).starts_with('و'))
}

/// `قال X إن الوفد باق، ونفى مكتبه الأنباء`: a clause in which another speaks who cannot be read. It is no part of what X says.
fn another(v: &View, m: &Match, clause: bool) -> bool {
    let comma = m.first > 0 && matches!(v.mark(m.first as usize - 1), Some('،'));
    comma
        && m.ending == Ending::None
        && m.proclitics.has(Proclitics::WAW)
        && v.frame(m).reports
        // `دعا إلى وقف القتال، ودعم الحلول السياسية`: a noun, as what stands before it.
        && (clause || !noun_too(v, m))
        && matches!(v.finite(m), Some((Tense::Perfect, _)))
}

/// The end of what is said before `، بينما رفض …`: the sentence turns to another.
fn turned(v: &View, from: usize, end: usize, clause: bool) -> usize {
    let turns = |t: usize| {
        (v.raw(t) == "أما" && v.connective(t).is_some() && !v.quoted(t))
            || v.at(t).filter(|m| v.frame(m).turns).is_some_and(|m| {
                let behind = m.last as usize + 1;
                let perfect = v
                    .at(behind)
                    .is_some_and(|m| matches!(v.finite(m), Some((Tense::Perfect, _))) && (!clause || v.frame(m).reports));
                // `بينما لم يتفقا`
                let not = v.negates(behind) && v.at(behind + 1).is_some_and(|m| v.finite(m).is_some());
                // `فيما يقول آخر: «…»`
                let speech = |m: &Match| {
                    matches!(v.entry(m).stance.as_deref(), Some("say" | "affirm" | "add" | "note" | "announce" | "deny" | "warn"))
                };
                let says = v.at(behind).is_some_and(|m| speech(m) && v.finite(m).is_some());
                (perfect || says || (!clause && not)) && !v.quoted(t)
            })
    };
    // `…، الأمر الذي نفاه X`, `وهو ما نفاه X`: another's word on it.
    let reports =
        |t: usize| v.at(t).is_some_and(|m| v.frame(m).reports && v.finite(m).is_some() && matches!(m.ending, Ending::Pronoun(_)));
    let which = |t: usize| v.raw(t) == "وهو" && v.raw(t + 1) == "ما" && reports(t + 2) && !v.quoted(t);
    // From here on all stand behind a comma.
    let matter = |t: usize| v.raw(t) == "الأمر" && v.raw(t + 1) == "الذي";
    // `، من دون أن يستبعد`
    let without = |t: usize| {
        let at = t + usize::from(v.raw(t) == "من");
        let says = |m: &Match| v.frame(m).reports && v.finite(m).is_some();
        matches!(v.raw(at), "دون" | "بدون") && matches!(v.raw(at + 1), "أن" | "ان") && v.at(at + 2).is_some_and(says)
    };
    // `رحبت بالقرار، ولم تتوصل إلى صيغة`: what is no clause ends where one begins.
    let begins = |t: usize| {
        let perfect = |m: &Match| m.ending == Ending::None && matches!(v.finite(m), Some((Tense::Perfect, _)));
        let imperfect = |t: usize| v.at(t).map_or_else(|| v.raw(t).starts_with(['ي', 'ت']), |m| v.finite(m).is_some());
        let not = |m: &Match| v.kind(m) == Kind::Negator && imperfect(m.last as usize + 1);
        let joins = |m: &&Match| m.proclitics.0 & (Proclitics::WAW.0 | Proclitics::FEH.0) != 0;
        // `عن قتل العشرات، وكثفت القوات هجومها`: a verb that no entry knows.
        let word = v.raw(t);
        let she = v.at(t).is_none()
            && word.starts_with('و')
            && word.ends_with('ت')
            && !word.ends_with("ات")
            && word.chars().count() > 4;
        if !clause && she && v.raw(t + 1).starts_with("ال") && !v.quoted(t) {
            return true;
        }
        let waw = v.at(t).filter(joins).filter(|_| !v.quoted(t));
        // `أن الاتفاق «موجه ضد الإرهاب»، وهاجم أنقرة`: so does what ends with a quotation.
        let quoted = t > 1 && v.is_quote(t - 2) && v.quotes.iter().any(|q| q.1 == t - 2);
        (!clause || quoted) && waw.is_some_and(|m| (perfect(m) && (quoted || !may_be_noun(v, m))) || not(m))
    };
    // `على مواصلة التعاون، كما قررت عقد`: what is no clause ends there.
    let also = |t: usize| {
        let perfect = |m: &Match| matches!(v.finite(m), Some((Tense::Perfect, _)));
        let done = matches!(v.raw(t + 1), "تم" | "تمت" | "جرى" | "جرت");
        v.raw(t) == "كما" && (done || v.at(t + 1).is_some_and(perfect)) && !clause
    };
    // `…، وفي السياق ذاته، تواصل القوات`: the report goes on to another matter.
    let passage = |t: usize| {
        v.raw(t).starts_with('و')
            && v.connective(t).is_some_and(|(m, role)| {
                role == "turn"
                    && m.first as usize == t
                    && m.last > m.first
                    && matches!(v.mark(m.last as usize + 1), Some('،' | ','))
            })
            && !v.quoted(t)
    };
    let behind_comma = |t: usize| {
        also(t) || passage(t) || matter(t) || (without(t) && !v.quoted(t)) || begins(t) || content::circumstances(v, t)
    };
    let comma = |t: usize| matches!(v.mark(t - 1), Some('،' | ','));
    (from + 1..end).find(|&t| turns(t) || which(t) || (comma(t) && behind_comma(t))).unwrap_or(end)
}

/// True for a perfect that is written as its noun: `وفك الحصار`, `وتبادل الأسرى`.
fn may_be_noun(v: &View, m: &Match) -> bool {
    let word = v.raw(m.first as usize).trim_start_matches(['و', 'ف']);
    let inflected = word.ends_with("وا") || (word.ends_with('ت') && !word.ends_with("ات"));
    let derived = word.starts_with(['أ', 'ا']) && word.chars().count() > 3;
    !(inflected || derived)
}

pub(super) fn statement(sentence: u32, speaker: Speaker, verb: Option<Verb>) -> Statement {
    Statement {
        sentence,
        speaker,
        verb,
        negated: false,
        quoted: false,
        content: (0, 0),
        topics: Vec::new(),
        addressee: None,
        via: None,
        time: None,
        place: None,
    }
}

pub(super) fn verb_of(v: &View, m: &Match) -> Verb {
    Verb { entry: v.id(m), span: (m.start, v.end(m.last as usize)) }
}

/// `لافروف: المحادثات مستمرة`
fn named_with_colon(v: &View, number: u32, heading: bool, memory: &mut Memory) -> Option<Open> {
    let Some(p) = phrase(v, 0) else {
        // A name that is read only once it was given in full, further down.
        let next = (0..v.len().min(5))
            .find(|&t| v.mark(t) == Some(':'))
            .filter(|&t| t > 0 && heading && (0..t).all(|k| v.mark(k).is_none() && v.over(k).is_none()))?;
        let words = Phrase { first: 0, next, who: Who::Words, feminine: None, ..Phrase::nobody() };
        return Some(Open {
            statement: statement(number, memory.resolve(v, &words), None),
            first: 0,
            from: next + 1,
            to: None,
            clause: true,
            person: None,
            with: Vec::new(),
        });
    };
    // `جنيف: الوفد يرفض`: a place is where, and not who.
    let nobody = |id: EntryId| matches!(v.lexicon.entries[id as usize].kind, Kind::Media | Kind::Place | Kind::Country);
    if matches!(p.who, Who::Entry(id) if nobody(id)) {
        return None;
    }
    // `الحريري لـ«رويترز»: …`: who was told.
    let told = v.raw(p.next).starts_with('ل');
    let colon = (p.next..v.len().min(p.next + if told { 5 } else { 1 })).find(|&t| v.mark(t) == Some(':'))?;
    let speaker = memory.resolve(v, &p);
    memory.spoke(number, speaker, None);
    Some(Open {
        statement: statement(number, speaker, None),
        first: 0,
        from: colon + 1,
        to: None,
        clause: true,
        person: None,
        with: Vec::new(),
    })
}
