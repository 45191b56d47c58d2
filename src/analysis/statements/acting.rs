//! Who is at the fore in a sentence where nobody speaks by a verb: who does something, whose paper it is, whose name stands before a colon.

use super::body;
use super::frame::{Open, statement};
use super::holder::holder;
use super::memory::Memory;
use super::speaker::{Phrase, phrase};
use super::subject::agrees;
use super::view::{Particle, View};
use super::{Speaker, Who};
use crate::analysis::parse::ParsedSentence;
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::glossary::matcher::Match;
use crate::glossary::sign::Signs;

/// Whose statement the sentence tells of: who speaks in it; nobody, where it is one of several or no one speaks.
pub(super) fn paper(v: &View, open: &[Open]) -> Option<Option<Speaker>> {
    if !v.s.signs.has(Signs::STATEMENT) {
        return None;
    }
    let t = (0..v.len()).find(|&t| matches!(v.raw(t), "بيان" | "بيانا" | "بياناً" | "بيانها" | "بيانه" | "البيان"))?;
    let speaks = |o: &&Open| o.first < t && t < o.from && o.with.is_empty();
    let own = !matches!(v.raw(t + 1), "مشترك" | "ختامي" | "مشتركا" | "مشتركاً" | "ختاميا" | "ختامياً") && !v.raw(t).contains("ال");
    let said = open.iter().find(speaks).map(|o| o.statement.speaker);
    let one = |s: &Speaker| match s.who {
        Who::Entry(id) => {
            matches!(v.lexicon.kind(id), Kind::Party | Kind::Organization | Kind::Country | Kind::Person)
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
pub(super) fn background(text: &str, s: &ParsedSentence, lexicon: &Lexicon) -> Option<Option<Person>> {
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
    // `وكان الأردن استفاد من القرض`: of a country, and who spoke goes on behind it.
    let country = |m: &Match| m.first == 1 && matches!(lexicon.kind_of(m.form), Kind::Country | Kind::Place);
    if was.is_some() && s.matches.iter().any(country) {
        return Some(None);
    }
    let opens = s.matches.first().filter(|m| m.first == 0 && m.ending == Ending::None);
    let verb = opens.and_then(|m| match lexicon.forms[m.form as usize].shape {
        Shape::Verb { person, passive: false, .. } => Some(person),
        _ => None,
    });
    was.or(verb).map(Some)
}

/// The person of a verb that opens the sentence with its subject left out: `واتفقت على`. Who spoke before acts on.
pub(super) fn goes_on(text: &str, s: &ParsedSentence, lexicon: &Lexicon) -> Option<Person> {
    let m = s.matches.first()?;
    if m.first == 1 {
        return of_things(text, s, lexicon, m);
    }
    let Shape::Verb { tense: Tense::Perfect, person, passive: false } = lexicon.forms[m.form as usize].shape else { return None };
    let behind = s.classes.get(m.last as usize + 1)?.particle;
    let opens = m.first == 0 && m.ending == Ending::None;
    (opens && matches!(behind, Particle::Takes(_) | Particle::That)).then_some(person)
}

/// The same with a verb that no entry knows, and a thing behind it that says nothing itself: `وأرجع غياب الوفد إلى`.
fn of_things(text: &str, s: &ParsedSentence, lexicon: &Lexicon, thing: &Match) -> Option<Person> {
    let id = lexicon.forms[thing.form as usize].entry;
    let kind = lexicon.kind_of(thing.form);
    if kind != Kind::Term || lexicon.frames[id as usize].speaker || thing.proclitics.0 & !Proclitics::ARTICLE.0 != 0 {
        return None;
    }
    let word = s.tokens.first()?.text(text).strip_prefix('و')?;
    let (word, person) = word.strip_suffix('ت').map_or((word, Person::He), |word| (word, Person::She));
    let letters: Vec<char> = word.chars().collect();
    let perfect = match letters.as_slice() {
        ['أ', _, c, d] => *c != 'ا' && !matches!(d, 'ا' | 'ة' | 'ي'),
        ['ا', 'س', 'ت', _, c, d] => *c != 'ا' && *d != 'ة',
        ['ا', _, 'ت', c, d] => *c != 'ا' && *d != 'ة',
        _ => false,
    };
    let particle = |k: usize| s.classes.get(k).map_or(Particle::None, |c| c.particle);
    let mark = |k: &usize| matches!(s.tokens[*k].kind, TokenKind::Mark(_));
    let end = (thing.last as usize + 1..s.tokens.len()).find(mark).unwrap_or(s.tokens.len());
    // To what, or from what: and nobody's name before it.
    let to = (thing.last as usize + 1..end).find(|&k| particle(k) == Particle::Takes(Takes::TO))?;
    let named = |m: &Match| {
        m.first > thing.last && (m.first as usize) < to && matches!(lexicon.kind_of(m.form), Kind::Person | Kind::Title)
    };
    (perfect && !s.matches.iter().any(named)).then_some(person)
}

/// Who acts in a sentence that begins `وعقد لافروف`: a verb, whichever it is, and a person right behind it.
pub(super) fn acts(v: &View, memory: &Memory) -> Option<(Phrase, Person)> {
    let raw = v.raw(0);
    let word = raw.trim_start_matches('و');
    let verb = v.at(0).map_or_else(
        || !word.starts_with("ال") && !word.ends_with(['ة', 'ه', 'ا']) && !word.ends_with("ات") && v.mark(0).is_none(),
        |m| v.finite(m).is_some_and(|(tense, _)| tense == Tense::Perfect) && !v.frame(m).reports,
    );
    // `ويتشاور الفلاني مع قادة الاتحاد`: the surname of one whom the article introduced.
    // `وعقد السفير سامي الفلاني لقاء`: named with his office.
    let held = |p: Phrase| {
        let q = holder(v, p);
        let person = q.who == Who::Words && !q.body && q.title.is_some() && v.is_name(q.first) && q.next - q.first <= 4;
        // `قدم الوزير فلان تطمينات لشعبي`, `فلان أسباب قراره`: what he gives is no part of his name.
        let person =
            person && (q.first..q.next).all(|t| v.at(t).is_none_or(|m| v.kind(m) == Kind::Person) && !v.raw(t).ends_with('ه'));
        // `كرم الوزير رئيس الوفد فلان الفلاني`: whom he honours.
        let two = v.at(p.first).is_some_and(|m| v.kind_at(m.last as usize + 1) == Some(Kind::Title));
        if person && !two { q } else { p }
    };
    let p = phrase(v, 1).map(held).or_else(|| memory.known(v, 1)).filter(|p| {
        let named = |id: EntryId| matches!(v.lexicon.kind(id), Kind::Person | Kind::Party | Kind::Organization);
        // `وتبنت الحركة الهجوم`: a body that was named, and no outlet.
        let body = p.who == Who::Words
            && p.body
            && v.raw(1).starts_with("ال")
            && !body::passes(v, 1)
            && (p.first..p.next).all(|t| !v.raw(t).contains(char::is_numeric));
        // `علق سياسيون يمنيون على العودة`: several who are not named.
        let several = (matches!(p.who, Who::Source(_)) || p.body) && v.raw(p.first).ends_with("ون");
        let known = p.who == Who::Words && !p.body && (p.title.is_some() || memory.known(v, 1).is_some());
        // `وغادر الوفد المدينة`
        let team = |id: EntryId| v.lexicon.entries.id(id) == "delegation" && v.raw(p.first).contains("ال");
        verb && (body || several || known || matches!(p.who, Who::Entry(id) if named(id) || team(id)))
    })?;
    let person = if v.raw(p.first).ends_with("ون") { Person::They } else { Person::He };
    // `وتستهدف الهيئة`
    let she = word.ends_with('ت') || word.starts_with('ت') && v.raw(1).ends_with('ة');
    Some((p, if she { Person::She } else { person }))
}

/// `لافروف: المحادثات مستمرة`
pub(super) fn named_with_colon(v: &View, number: u32, heading: bool, memory: &mut Memory) -> Option<Open> {
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
    // `تقرير إخباري: …`: a rubric.
    const RUBRICS: [&str; 8] = ["تقرير", "تحليل", "خبر", "حوار", "مقابلة", "متابعة", "افتتاحية", "تحديث"];
    if RUBRICS.contains(&v.raw(0)) && v.mark(p.next) == Some(':') {
        return None;
    }
    // `دول أمريكا الجنوبية: …`: a list.
    if p.body && v.raw(0).starts_with("دول") {
        return None;
    }
    let nobody = |id: EntryId| matches!(v.lexicon.kind(id), Kind::Media | Kind::Place | Kind::Country);
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

/// Who stands right behind a verb that opens the sentence: a name, a side or a country.
pub(super) fn names_itself(v: &View, m: &Match) -> Option<(Phrase, Person)> {
    let (tense, person) = v.finite(m)?;
    let kind = |id: EntryId| v.lexicon.kind(id);
    let named = |id: EntryId| matches!(kind(id), Kind::Person | Kind::Party | Kind::Organization | Kind::Country | Kind::Place);
    let p = phrase(v, m.last as usize + 1).filter(|p| agrees(v, person, p) && matches!(p.who, Who::Entry(id) if named(id)))?;
    (m.first == 0 && tense == Tense::Perfect && m.ending == Ending::None).then_some((p, person))
}
