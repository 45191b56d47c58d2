//! From text to nodes: the glossary's mentions are the skeleton, the general lexicon fills the rest; where a word has several readings, its neighbours choose.

use super::gloss::Ask;
use super::memory::{Reader, Readings};
use super::node::{Node, Pos};
use super::word::{alone, unknown, verb_by_its_vowel};
use super::word::{doubled, doubled_to_it};
use super::{
    among, answers, belonging, choose, clock, conditions, dates, days, idioms, in_full, labels, manner, merge, negatives,
    numbers, persons, phrases, portfolios, ranges, recast, reflexive, settled, shares, skeleton, slots, totals, wholes, written,
};
use crate::analysis::Mention;
use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::Person;
use crate::arabic::token::{self, Kind as TokenKind, Token};
use crate::glossary::entry::Kind;

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
    split_still(text, &mut tokens, mentions);
    split_own(text, &mut tokens);
    let answer = conditions::unreal(text, &mut tokens, mentions);
    persons::servants(text, &mut tokens, |at| mentions.iter().any(|m| m.start <= at && at < m.end));
    let mut all: Vec<Readings> = Vec::with_capacity(tokens.len());
    let (mut at, mut next, mut stranger) = (0, 0, 0);
    while at < tokens.len() {
        let token = tokens[at];
        while next < mentions.len() && (mentions[next].start < token.start || mentions[next].end > range.end) {
            next += 1;
        }
        let here = mentions.get(next).filter(|m| m.start < token.end);
        if let Some(mention) = here.filter(|m| reader.glossary.entries[m.entry as usize].kind == Kind::Person) {
            let inside = |t: &Token| mentions.iter().any(|m| m.start < t.end && m.end > t.start);
            let given = all.last().is_some_and(|l| l.iter().any(|n| !n.mention && n.prep.is_none()));
            // الذي خلف فلانا: whom he succeeded
            let succeeds = at > 1 && matches!(tokens[at - 2].text(text), "الذي" | "التي");
            if !succeeds && persons::another(text, &tokens, at, *mention, given, inside, reader.english) {
                stranger = mention.end;
                // ناصر منصور هادي: the given name before it
                if let Some(before) = at.checked_sub(1).map(|b| tokens[b]).filter(|t| given && persons::given(t.text(text))) {
                    all.pop();
                    all.push(Readings {
                        start: before.start,
                        ..vec![unknown(before.text(text), (0, before.end - before.start))].into()
                    });
                }
            }
        }
        if token.start < stranger {
            let whole = (0, token.end - token.start);
            all.push(Readings { start: token.start, ..vec![unknown(token.text(text), whole)].into() });
            at += 1;
            continue;
        }
        // مجلس الشيوخ: a phrase, where no mention has the same words or goes on behind it.
        let phrase = phrases::at(text, &tokens[at..]).filter(|(n, used)| {
            let quant = n.pos == Pos::Quant;
            let (start, end) = (token.start, tokens[at + used - 1].end);
            let inside = mentions.iter().filter(|m| m.start < end && m.end > start);
            inside.clone().all(|m| m.end <= end && (quant || !(m.end == end && m.start <= start + 4)))
                && !ask.names.iter().any(|n| n.0 < end && n.1 > start)
        });
        let (candidates, used) = match here {
            _ if phrase.is_some() => phrase.map_or_else(|| (Vec::new().into(), 1), |(n, used)| (vec![n].into(), used)),
            // إنني: the pronoun has been cut off
            Some(_)
                if token.text(text) == "ني"
                    || tokens.get(at + 1).is_some_and(|t| t.start == token.end && t.text(text) == "ني") =>
            {
                (word(text, &token, reader), 1)
            }
            // عُقد: the vowel says that the verb is meant; يُشار إلى أن is one with it.
            Some(mention)
                if reader.glossary.entries[mention.entry as usize].kind != Kind::Connective
                    && token.text(text).contains('\u{64f}')
                    && word(text, &token, reader).iter().any(|n| n.pos == Pos::Verb && n.passive) =>
            {
                (word(text, &token, reader), 1)
            }
            // قبِل: nor is this before
            Some(_) if verb_by_its_vowel(token.text(text)) && word(text, &token, reader).iter().all(|n| n.pos == Pos::Verb) => {
                (word(text, &token, reader), 1)
            }
            // الطريق إلى ذلك: to that, in the midst of a clause
            Some(_)
                if at > 0
                    && token.text(text) == "إلى"
                    && tokens.get(at + 1).is_some_and(|t| t.text(text) == "ذلك")
                    && matches!(all.last().map(|l| l.iter().any(Node::nominal)), Some(true)) =>
            {
                (word(text, &token, reader), 1)
            }
            // انتهت الجولة، مجددا دعوته: its neighbours tell
            Some(mention)
                if matches!(token.text(text), "مجددا" | "مجدداً")
                    && reader.glossary.entries[mention.entry as usize].kind == Kind::Time
                    && at > 0
                    && matches!(tokens[at - 1].text(text), "،" | ",") =>
            {
                (word(text, &token, reader), 1)
            }
            // كليا أو جزئيا: wholly
            Some(_) if matches!(token.text(text), "كليا" | "كلياً" | "كليًا") => (word(text, &token, reader), 1),
            // وبدا المبعوث أكثر تفاؤلا: seemed; who begins has his hamza
            Some(_) if matches!(token.text(text), "بدا" | "وبدا") => (word(text, &token, reader), 1),
            // اطلعت الصحيفة على نسخة: saw it; who briefs somebody has his hamza
            Some(_) if ["اطلع", "اطّلع"].iter().any(|w| token.text(text).trim_start_matches('و').starts_with(w)) => {
                (word(text, &token, reader), 1)
            }
            // بعدما كانوا قد عادوا: two words, which their verb puts together
            Some(mention) if reader.glossary.entries[mention.entry as usize].id == "conn_had_done" => {
                (word(text, &token, reader), 1)
            }
            Some(mention) => {
                let last = (at..tokens.len()).take_while(|&t| tokens[t].start < mention.end).last().unwrap_or(at);
                // وفق تقديرات أممية: whose estimates they are
                let counts = ["تقديرات", "أرقام", "بيانات", "معلومات"].iter().any(|w| tokens[last].text(text).ends_with(w));
                let last = if counts && last == at + 1 { at } else { last };
                // قالت مصادر محلية: the sources have a phrase of their own.
                let sources = last > at
                    && tokens[at..=last].len() == 2
                    && matches!(tokens[last].text(text), "مصادر" | "مصدر")
                    && word(text, &token, reader).iter().any(|n| n.pos == Pos::Verb);
                let found =
                    if sources { Vec::new().into() } else { skeleton::mention(text, &tokens[at..=last], *mention, reader) };
                // قدّم: nothing but a verb is doubled so
                let verbs: Vec<Node> = found.iter().filter(|n| n.pos == Pos::Verb).cloned().collect();
                if (doubled(token.text(text)) || doubled_to_it(token.text(text))) && !verbs.is_empty() {
                    (verbs.into(), last + 1 - at)
                } else if found.is_empty() {
                    (word(text, &token, reader), 1)
                } else {
                    (found, last + 1 - at)
                }
            }
            None => (word(text, &token, reader), 1),
        };
        // الطريق "إم 4": a mention that holds the first of two quotation marks takes the other along.
        let (from, to) = (token.start as usize, tokens[at + used - 1].end as usize);
        // الملك سلمان بن عبد العزيز آل سعود: the family is in the English.
        let family = here.is_some_and(|m| reader.glossary.entries[m.entry as usize].kind == Kind::Person)
            && tokens.get(at + used).is_some_and(|t| t.text(text) == "آل")
            && tokens.get(at + used + 1).is_some_and(|t| t.kind == TokenKind::Word);
        let half = used > 1 && text[from..to].matches('"').count() % 2 == 1;
        let closes = tokens.get(at + used).is_some_and(|t| t.kind == TokenKind::Mark('"'));
        // "إعلان جدة" لحماية المدنيين: one that holds the second
        let opens = all.last().is_some_and(|l| matches!(&l[..], [n] if n.pos == Pos::Mark('"')));
        if half && !closes && opens {
            all.pop();
        }
        all.push(Readings { start: token.start, ..candidates });
        at += used + usize::from(half && closes) + if family { 2 } else { 0 };
    }
    let careful = text.contains(" على ");
    // نفى, with no فى in the text: ى is no ي
    let tells = careful || ![" فى ", "الذى ", "التى "].iter().any(|w| text.contains(w));
    let mut out: Vec<Node> = Vec::with_capacity(all.len());
    let mut named_until = 0;
    for i in 0..all.len() {
        // وليد العوض: a name in full is read as a whole
        if i >= named_until
            && let Some(count) = in_full::words(text, &all[i..], &out)
        {
            named_until = i + count;
            for readings in &mut all[i..named_until] {
                let (start, end) = readings.first().map_or((0, 0), |n| n.raw);
                let from = readings.start as usize;
                let raw = &text[from + start as usize..from + end as usize];
                *readings = Readings { start: readings.start, ..vec![unknown(raw, (start, end))].into() };
            }
        }
        let written = tells.then(|| written::as_written(text, &all[i], careful)).flatten();
        let mut chosen = choose::choose(written.as_deref().unwrap_or(&all[i]), &out, &all[i + 1..(i + 13).min(all.len())]);
        chosen.raw = (all[i].start + chosen.raw.0, all[i].start + chosen.raw.1);
        let raw = &text[chosen.raw.0 as usize..chosen.raw.1 as usize];
        // أعقب لقاءه: a hamza on the line ends no subject
        chosen.accusative |= chosen.nominal() && chosen.pron.is_some() && chosen.prep.is_none() && raw.contains("اء");
        // أحمد علي: a name behind a title or a name, no preposition that is written like it.
        let named = out.last().is_some_and(|b| {
            let former = ["السابق", "المخلوع", "الراحل"].iter().any(|w| b.ar.ends_with(w)) && b.ar.contains("رئيس");
            b.pos == Pos::Title || b.pos == Pos::Unknown || b.person_name || former
        });
        let (from, to) = chosen.raw;
        let person = !(chosen.mention && matches!(chosen.pos, Pos::Name | Pos::Title))
            && ask.names.iter().any(|n| n.0 <= from && to <= n.1);
        if person
            || chosen.pos == Pos::Verb && chosen.person == Person::I && super::romanise::known(raw).is_some()
            || chosen.pos == Pos::Unknown && (!raw.contains(' ') || raw.trim_start_matches('و').starts_with("عبد "))
            || raw == "علي"
                && chosen.pos == Pos::Prep
                && (named || all.get(i + 1).is_some_and(|l| nisba(l) || careful && surname(text, l)))
            // الأمير فيصل بن خالد: nobody "so prays" behind an office
            || raw == "فيصل" && chosen.pos == Pos::Verb && out.last().is_some_and(|b| b.human || b.person_name || b.pos == Pos::Title)
            // ياسين مكاوي: no two despairs
            || raw.trim_start_matches('و') == "ياسين"
            // العميد الهادي دراه: a short word behind a rank and a given name
            || chosen.pos == Pos::Verb
                && chosen.pron.is_some()
                && raw.chars().count() < 6
                && matches!(&out[..], [.., rank, given] if rank.pos == Pos::Title && rank.definite && given.pos == Pos::Unknown)
            // المحامي جمعة عبد الله: a given name; the day has its article
            || raw == "جمعة" && !chosen.mention && out.last().is_some_and(|b| b.human && b.definite || b.pos == Pos::Title)
            || persons::goes_on(raw, &chosen, &out, all.get(i + 1))
        {
            chosen = Node { person_name: person, ..unknown(raw, chosen.raw) };
        }
        // غارات على إب: the town; the month has a madda
        if chosen.en == "August" && chosen.mention && raw.ends_with("إب") {
            let (prep, and) = (chosen.prep, chosen.and);
            let town = Node { raw: chosen.raw, ar: "إب".to_owned(), prep, and, ..Node::new(Pos::Name, "Ibb") };
            chosen = Node { definite: true, bare: true, feminine: true, content: true, mention: true, ..town };
        }
        // الموالين لصالح: to Saleh
        if raw == "لصالح"
            && out
                .last()
                .is_some_and(|b| !b.and && b.en.starts_with("loyal") || b.ar.trim_start_matches("ال").starts_with("موال"))
        {
            let saleh = Node { raw: chosen.raw, ar: "صالح".to_owned(), prep: Some("ل"), ..Node::new(Pos::Name, "Saleh") };
            chosen = Node {
                definite: true,
                bare: true,
                human: true,
                agent: true,
                person_name: true,
                content: true,
                mention: true,
                ..saleh
            };
        }
        // سلطان البركاني وحمود الصوفي: one more name
        if let Some(rest) = raw.strip_prefix('و').filter(|_| chosen.pos == Pos::Unknown && !chosen.and && !raw.contains(' '))
            && super::romanise::known(raw).is_none()
            && super::romanise::known(rest).is_some()
        {
            chosen = Node { and: true, ..unknown(rest, chosen.raw) };
        }
        // لم يطلب منا أحد: of us
        if chosen.pos == Pos::Unknown && matches!(raw, "منا" | "منّا" | "عنا" | "عنّا") && has_verb(&out) {
            let ar = if raw.starts_with('م') { "من" } else { "عن" };
            let en = if raw.starts_with('م') { "from" } else { "about" };
            chosen = Node { raw: chosen.raw, ar: ar.to_owned(), pron: Some(Pronoun::Our), ..Node::new(Pos::Prep, en) };
        }
        // لا مكان لمن يرفض الحل: for those who
        if chosen.pos == Pos::Unknown && raw.trim_start_matches('و') == "لمن" {
            let (start, end) = chosen.raw;
            let cut = end - "من".len() as u32;
            out.push(Node { raw: (start, cut), and: raw.starts_with('و'), ar: "ل".to_owned(), ..Node::new(Pos::Prep, "for") });
            chosen = Node { raw: (cut, end), ar: "من".to_owned(), ..Node::new(Pos::Prep, "from") };
        }
        // رجل يدعى عمر: what he is called; who is invited is invited to something
        if chosen.pos == Pos::Verb
            && chosen.passive
            && raw.ends_with("دعى")
            && all
                .get(i + 1)
                .is_some_and(|l| l.iter().all(|n| n.pos == Pos::Unknown || n.quote() || super::romanise::known(&n.ar).is_some()))
        {
            chosen.lemma = super::lexicon::Lexicon::builtin().verb("سمى");
            "name".clone_into(&mut chosen.en);
        }
        // في المعارك هناك، وإنها: there, at the end of a clause
        let ends = all.get(i + 1).is_none_or(|l| l.iter().all(|n| matches!(n.pos, Pos::Mark('،' | '.' | ',' | '؛' | '؟'))));
        // أصيبوا هناك أمس: behind a verb it says where
        let where_done = out.last().is_some_and(|v| v.pos == Pos::Verb && !super::verb::is_any(v, IS)) && !chosen.and;
        if chosen.pos == Pos::There && raw.ends_with("هناك") && (ends || where_done) && !out.is_empty() {
            (chosen.pos, chosen.content) = (Pos::Adverb, true);
            "there".clone_into(&mut chosen.en);
        }
        // اشترط ألا يتحول: that … not
        if chosen.pos == Pos::Neg && raw.ends_with("ألا") {
            let that = Node { raw: chosen.raw, and: chosen.and, ar: "أن".to_owned(), ..Node::new(Pos::That, "that") };
            out.push(that);
            chosen.and = false;
        }
        out.push(chosen);
    }
    let out = slots::named(text, portfolios::joined(text, belonging::belonging(text, slots::without_courtesy(out))));
    let mut out = clock::clock(text, recast::recast(text, out));
    numbers::several(&mut out);
    let verbs = answers::invited(answers::returned(answers::followed(text, idioms::joined(text, reflexive::themselves(out)))));
    let verbs = manner::manner(verbs);
    let joined = negatives::joined(negatives::nothing_but(negatives::neither(negatives::none(verbs))));
    let named = merge::towns(merge::again(merge::letters(wholes::wholes(merge::quoted(conditions::told(
        answers::answers(answers::opened(settled::settled(ranges::ranges(shares::shares(totals::everyone(totals::anything(
            totals::before_their_noun(joined),
        ))))))),
        answer,
    ))))));
    let whole = dates::dates(among::told_apart(merge::partitives(labels::labels(merge::taken_along(named)))));
    dates::dated(days::resolved(days::ago(whole), ask.dates))
}

/// Verbs behind which هناك says that there is something.
const IS: &[&str] = &["كان", "ظل", "بقي", "زال", "أزال", "عاد", "بات", "أصبح", "أضحى", "صار", "دام", "بدا", "كاد"];

/// True where the last word is a verb.
fn has_verb(before: &[Node]) -> bool {
    before.last().is_some_and(|b| b.pos == Pos::Verb)
}

/// علي صالح, where على is written with its ى elsewhere.
fn surname(text: &str, readings: &Readings) -> bool {
    let word = text[readings.start as usize..].split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    super::romanise::known(word).is_some() || readings.iter().any(|n| n.person_name && n.prep.is_none() && !n.and)
}

/// المتحدث علي الحمداني: a surname that nothing knows.
fn nisba(readings: &Readings) -> bool {
    readings.iter().all(|n| n.pos == Pos::Unknown && n.ar.starts_with("ال") && n.ar.ends_with('ي') && n.ar.chars().count() > 5)
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

/// مازال, ولاتزال: ما زال, ولا تزال.
fn split_still(text: &str, tokens: &mut Vec<Token>, mentions: &[Mention]) {
    const STILL: [&str; 5] = ["زال", "زالت", "زالوا", "يزال", "تزال"];
    let mut at = 0;
    while at < tokens.len() {
        let (t, raw) = (tokens[at], tokens[at].text(text));
        let word = raw.strip_prefix(['و', 'ف']).unwrap_or(raw);
        let glued = word.strip_prefix("ما").or_else(|| word.strip_prefix("لا")).filter(|v| STILL.contains(v));
        if let Some(verb) = glued
            && !mentions.iter().any(|m| m.start < t.end && m.end > t.start)
        {
            let cut = t.end - verb.len() as u32;
            tokens.splice(at..=at, [Token { end: cut, ..t }, Token { start: cut, ..t }]);
        }
        at += 1;
    }
}

/// إنني, لكنني: I.
fn split_own(text: &str, tokens: &mut Vec<Token>) {
    const OWN: [&str; 8] = ["إنني", "أنني", "انني", "لأنني", "لانني", "لكنني", "ولكنني", "كأنني"];
    let mut at = 0;
    while at < tokens.len() {
        let (t, raw) = (tokens[at], tokens[at].text(text));
        let word = raw.strip_prefix(['و', 'ف']).unwrap_or(raw);
        if OWN.contains(&word) {
            let cut = t.end - "ني".len() as u32;
            tokens.splice(at..=at, [Token { end: cut, ..t }, Token { start: cut, ..t }]);
            at += 1;
        }
        at += 1;
    }
}

/// The candidates of a token that no mention covers.
fn word(text: &str, token: &Token, reader: &Reader) -> Readings {
    let raw = token.text(text);
    if raw == "ني" {
        let mut own = alone("أنا", token.kind, reader.english);
        own.iter_mut().for_each(|n| n.raw = (0, token.end - token.start));
        return own.into();
    }
    let make = || alone(raw, token.kind, reader.english);
    // Of numbers and marks no two may be the same, and they are quickly read.
    if token.kind == TokenKind::Word { reader.readings(raw, None, make) } else { make().into() }
}
