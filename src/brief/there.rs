//! What shows that somebody was at the talks: the office before the name, where it was said, whom they met, and whether other talks are meant.

use super::assemble::Given;
use super::person::COURTESIES;
use super::speakers::{Said, compose, side};
use crate::analysis::{Analysis, Mention, Sentence};
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::assign::Round;

/// Roles whose holder, speaking, is at the talks.
pub(super) const DELEGATES: [&str; 6] =
    ["head of delegation", "chief negotiator", "negotiator", "mediator", "deputy head of delegation", "member of the delegation"];

/// Words between the office of heading a delegation and the name.
const HEADING: usize = 14;

/// Bytes from the start of a sentence in which `وفي عمان` places what follows.
const OPENING: u32 = 24;

/// True for an office in a delegation.
pub(super) fn delegate(role: &str) -> bool {
    DELEGATES.iter().any(|d| role.starts_with(d)) || role.contains(" delegation")
}

/// True for the office of one who mediates.
pub(super) fn envoy(role: &str) -> bool {
    ["envoy", "mediator", "head of mission", "Special Representative"].iter().any(|w| role.contains(w))
}

/// `وأضاف المبعوث للصحفيين`, `في مؤتمر صحفي`: said at the talks, unless it is said where else.
pub(super) fn to_the_press(said: &Said) -> bool {
    let Some(verb) = said.statement.verb.filter(|verb| verb.span.1 < said.statement.content.0) else { return false };
    let words = said.text((verb.span.1, said.statement.content.0));
    ["مؤتمر صحفي", "مؤتمر صحافي", "للصحفيين", "للصحافيين"].iter().any(|w| words.contains(w))
}

/// True where the sentence tells that one who mediates met the delegations: `والتقى الوفد المبعوث فلان`.
pub(super) fn met(article: &Article, s: &Sentence, office: &str, lexicon: &Lexicon) -> bool {
    if !envoy(office) {
        return false;
    }
    let entry = |m: &Mention| &lexicon.entries[m.entry as usize];
    let delegation = s
        .mentions
        .iter()
        .any(|m| entry(m).id == "delegation" || entry(m).kind == Kind::Party && entry(m).id.contains("delegation"));
    let to_come = |m: &Mention| {
        let before = &article.text[s.start as usize..m.start as usize];
        before.ends_with('س') || before.trim_end().ends_with(" أن") || before.trim_end().ends_with("سوف")
    };
    let meets = |m: &&Mention| {
        (entry(m).id == "verb_meet" || entry(m).role.as_deref() == Some("talks") || entry(m).role.as_deref() == Some("format"))
            && !to_come(m)
    };
    delegation && s.mentions.iter().any(|m| meets(&m)) && !s.mentions.iter().any(|m| entry(m).kind == Kind::Negator)
}

/// True for what is told of the talks of another track: the sentence names them outside of what somebody says, or goes on from one that does.
pub(super) fn of_others(
    article: &Article,
    analysis: &Analysis,
    n: usize,
    span: (u32, u32),
    round: &Round,
    given: &Given,
) -> bool {
    let names = |s: &Sentence, own: bool| {
        let said = |m: &Mention| {
            let holds = |x: (u32, u32)| x.0 <= m.start && m.end <= x.1 && !(x.0 <= span.0 && span.1 <= x.1);
            analysis.statements.iter().any(|x| holds(x.content))
        };
        let track = |m: &&Mention| given.tracks.marked_by(m.entry).is_some_and(|t| (t == round.track) == own);
        s.mentions.iter().filter(track).any(|m| own || !said(m))
    };
    let s = &analysis.sentences[n];
    let goes_on = article.text[s.start as usize..s.end as usize].trim_start().starts_with("وكان");
    let before = n.checked_sub(1).map(|n| &analysis.sentences[n]).filter(|b| goes_on && b.paragraph == s.paragraph);
    !names(s, true) && (names(s, false) || before.is_some_and(|b| names(b, false)))
}

/// The office directly before a name, in English: `نائب مستشار وزارة الخارجية، X`.
pub(super) fn office(article: &Article, s: &Sentence, name: u32, lexicon: &Lexicon) -> String {
    let kind = |entry: EntryId| lexicon.entries[entry as usize].kind;
    let Some(at) = s.mentions.iter().rposition(|m| m.end <= name && kind(m.entry) == Kind::Title) else { return String::new() };
    let title = &s.mentions[at];
    // `مصدر مقرب من فلان`, `السيد فلان`: no office of his.
    let office = &lexicon.entries[title.entry as usize];
    if office.role.as_deref() == Some("source") || COURTESIES.contains(&office.id.as_str()) {
        return String::new();
    }
    // `وفد الحكومة الذي غادر رئيسه فلان`: of the delegation.
    let words = &article.text[title.start as usize..title.end as usize];
    let own = matches!(words, "رئيسه" | "رئيسها" | "رئيسهم");
    let team = |m: &Mention| lexicon.entries[m.entry as usize].id.contains("delegation");
    if own && s.mentions[..at].iter().any(team) {
        return "head of delegation".to_owned();
    }
    let between = &article.text[title.end as usize..name as usize];
    // `وحول مغادرة بعض أعضاء الوفد رأى فلان`: of others.
    let says = |m: &Mention| kind(m.entry) == Kind::Verb && m.start >= title.end && m.end <= name;
    if s.mentions[at + 1..].iter().any(says) {
        return String::new();
    }
    // `كبير مساعدي وزير الخارجية فلان`: he is no minister.
    let before = at.checked_sub(1).map(|b| &s.mentions[b]).filter(|b| kind(b.entry) == Kind::Title);
    if let Some(before) = before.filter(|b| article.text[b.end as usize..title.start as usize].trim().is_empty()) {
        let (aide, boss) = (&lexicon.entries[before.entry as usize].en.preferred, &office.en.preferred);
        let known = ["assistant", "adviser", "deputy"].contains(&aide.as_str());
        return if known { format!("{aide} to the {boss}") } else { String::new() };
    }
    let person = s.mentions[at + 1..].iter().any(|m| m.end <= name && kind(m.entry) == Kind::Person);
    let marks = between.trim().trim_end_matches(['،', ',']).contains(['،', ',', '.', '"', ':', '؛']);
    // `مبعوث الرئيس X`: X is the president.
    let words = &article.text[title.start as usize..title.end as usize];
    let within = between.trim().is_empty() && words.rsplit_once(' ').is_some_and(|(_, last)| lexicon.is_title(last));
    // `خولة مطر، نائبة المبعوث الأممي غير بيدرسون`: the office is hers, and he is the envoy.
    let front = article.text[..title.start as usize].trim_end().trim_end_matches(['،', ',']);
    let hers = s.mentions[..at].iter().any(|m| m.end as usize == front.len() && kind(m.entry) == Kind::Person);
    if hers || within || person || marks || between.split_whitespace().count() > 5 {
        return String::new();
    }
    let of = s.mentions[at + 1..].iter().filter(|m| m.end <= name).find_map(|m| match kind(m.entry) {
        Kind::Demonym => lexicon.entries[m.entry as usize].country.as_deref().and_then(|id| lexicon.entry(id)),
        Kind::Country | Kind::Organization | Kind::Party => Some(&lexicon.entries[m.entry as usize]),
        _ => None,
    });
    compose(&lexicon.entries[title.entry as usize], of, between.contains("إلى "))
}

/// The office of heading a delegation, with its side, that stands before another office of the same person: `رئيس الوفد التركي إلى المحادثات، نائب الوزير، فلان`.
pub(super) fn heads_before(article: &Article, s: &Sentence, name: u32, lexicon: &Lexicon) -> Option<(String, Option<EntryId>)> {
    let entry = |m: &Mention| &lexicon.entries[m.entry as usize];
    // `الناطق باسم الوفد، الرائد فلان`
    let speaks = |m: &Mention| {
        let behind = &article.text[m.end as usize..name.max(m.end) as usize];
        let mut words = behind.split_whitespace();
        let word = words.next().unwrap_or_default();
        let team = if word == "باسم" { words.next().unwrap_or_default() } else { word };
        entry(m).en.preferred.contains("spokes") && team.trim_end_matches('،') == "الوفد"
    };
    let head = |m: &&Mention| {
        let office = entry(m).en.preferred == "head of delegation" || speaks(m);
        entry(m).kind == Kind::Title && office && m.end <= name
    };
    let at = s.mentions.iter().rposition(|m| head(&m))?;
    let title = &s.mentions[at];
    let between = &article.text[title.end as usize..name as usize];
    let other = |m: &&Mention| matches!(entry(m).kind, Kind::Verb | Kind::Person) && m.end <= name;
    let two =
        article.text[title.start as usize..].starts_with("رئيسي") || article.text[title.start as usize..].starts_with("رؤساء");
    // `رئيس الوفد إلى المشاورات التي جرت في جدة`: of other talks.
    let others = ["التي جرت", "التي عقدت", "التي عُقدت", "الذي عقد", "الذي عُقد"].iter().any(|w| between.contains(w));
    // `منذ أن عاد رئيس الوفد، الوزير فلان، من العاصمة`: where he was is not told.
    let front = article.text[s.start as usize..title.start as usize].split_whitespace().next_back().unwrap_or_default();
    let gone = ["عاد", "عودة", "غادر", "مغادرة", "وصول", "زيارة", "استقبل", "التقى"].contains(&front.trim_start_matches('و'));
    if two
        || others
        || gone
        || between.contains(['.', '؛', ':', '"'])
        || between.split_whitespace().count() > HEADING
        || s.mentions[at + 1..].iter().any(|m| other(&m))
    {
        return None;
    }
    if speaks(title) {
        let office = compose(entry(title), None, false);
        return Some((format!("{office} for the delegation"), None));
    }
    let of = s.mentions[at + 1..].iter().filter(|m| m.end <= name).find_map(|m| match entry(m).kind {
        Kind::Demonym => entry(m).country.as_deref().and_then(|id| lexicon.entry(id)),
        Kind::Country | Kind::Party => Some(entry(m)),
        _ => None,
    });
    Some((compose(entry(title), of, false), of.and_then(|of| lexicon.number(&of.id)).map(|of| side(lexicon, of))))
}

/// `أحد أعضاء الوفد، العقيد فلان`: a name that ends a list of offices which begins with that of a member.
pub(super) fn member_before(article: &Article, s: &Sentence, name: u32, lexicon: &Lexicon) -> bool {
    let front = &article.text[s.start as usize..name as usize];
    let words = ["أحد أعضاء الوفد", "أحد أعضاء وفد", "إحدى عضوات الوفد", "إحدى عضوات وفد"];
    // To see that they are not there takes less time than to look for the last of them.
    let at = words.iter().find_map(|w| front.contains(w).then(|| front.rfind(w)).flatten());
    let Some(from) = at.map(|at| s.start + at as u32) else { return false };
    let between = &article.text[from as usize..name as usize];
    let other = |m: &Mention| {
        let kind = lexicon.entries[m.entry as usize].kind;
        matches!(kind, Kind::Verb | Kind::Person) && m.start >= from && m.end <= name
    };
    between.split_whitespace().count() <= HEADING && !between.contains(['.', '؛', ':']) && !s.mentions.iter().any(other)
}

/// `فلان، الذي حضر المحادثات`: right behind a name that ends at byte `end`.
pub(super) fn came(article: &Article, end: u32) -> bool {
    const CAME: [&str; 10] = ["حضر", "حضرت", "شارك", "شاركت", "يشارك", "تشارك", "يحضر", "تحضر", "حضرا", "شاركوا"];
    const TALKS: [&str; 12] = [
        "المحادثات",
        "المفاوضات",
        "المشاورات",
        "المباحثات",
        "الاجتماعات",
        "الاجتماع",
        "الجولة",
        "الملتقى",
        "الحوار",
        "اللقاءات",
        "جانبا",
        "جانباً",
    ];
    let mut words = article.text[end as usize..].trim_start_matches(['،', ',', ' ']).split_whitespace();
    let relative = matches!(words.next(), Some("الذي" | "التي" | "الذين" | "اللذين"));
    let verb = relative && words.next().is_some_and(|w| CAME.contains(&w));
    let word = words.next().map(|w| w.trim_end_matches(['،', ',', '.']));
    verb && match word {
        Some("في") => words.next().is_some_and(|w| TALKS.contains(&w.trim_end_matches(['،', ',', '.']))),
        Some(w) => TALKS.contains(&w),
        None => false,
    }
}

/// `وضم الوفد السفير فلان وعضو المجلس فلان`: the bytes of a sentence in which a delegation's members are told.
pub(super) fn members(article: &Article, s: &Sentence) -> Option<(u32, u32)> {
    let text = &article.text[s.start as usize..s.end as usize];
    // Without its vowels and the و before it.
    let is = |w: &str, words: &[&str]| {
        let bare = w.chars().filter(|c| !('\u{64b}'..='\u{652}').contains(c)).skip_while(|c| *c == 'و');
        words.iter().any(|word| bare.clone().eq(word.chars()))
    };
    let team = |w: &str| is(w, &["الوفد", "فد"]);
    let holds = |w: &str| is(w, &["ضم", "يضم", "ضمت", "تألف"]);
    let (mut from, mut words) = (s.start, text.split(' ').peekable());
    while let Some(word) = words.next() {
        if holds(word) && words.peek().is_some_and(|next| team(next)) {
            return Some((from, s.end));
        }
        from += word.len() as u32 + 1;
    }
    None
}

/// `استقبلت القاهرة وفدا برئاسة فلان`: a delegation that another city received.
pub(super) fn received_elsewhere(
    article: &Article,
    s: &Sentence,
    (start, _): (u32, u32),
    lexicon: &Lexicon,
    place: Option<EntryId>,
) -> bool {
    let front = &article.text[s.start as usize..start as usize];
    let country = |id: EntryId| lexicon.entries[id as usize].country.as_deref();
    let city = |id: EntryId| lexicon.entries[id as usize].kind == Kind::Place && country(id).is_some();
    let places = || s.mentions.iter().filter(|m| m.end <= start).map(|m| m.entry).filter(|&id| city(id));
    let here = |id: EntryId| place.is_some_and(|p| id == p || country(id) == country(p));
    let received = front.split_whitespace().any(|w| w.trim_start_matches('و').starts_with("استقبل") || w == "تستقبل");
    received && places().next().is_some() && !places().any(here)
}

/// True where somebody is said to have come to a place that is not that of the talks: `وصل الرئيس إلى قاعدة`.
pub(super) fn came_elsewhere(
    article: &Article,
    s: &Sentence,
    (start, end): (u32, u32),
    lexicon: &Lexicon,
    place: Option<EntryId>,
) -> bool {
    let words = &article.text[start as usize..s.end as usize];
    let arrives = ["وصل", "ووصل", "يصل", "تصل", "سيصل", "ستصل"].iter().any(|w| words.starts_with(w));
    let clause = words.find(['.', '؛']).map_or(s.end, |at| start + at as u32);
    let rest = &article.text[end as usize..(clause.max(end)) as usize];
    let Some(to) = rest.find(" إلى ").filter(|_| arrives) else { return false };
    let from = end + to as u32;
    let until = article.text[from as usize..s.end as usize].find(['،', ',', '.']).map_or(s.end, |at| from + at as u32);
    let entry = |m: &Mention| &lexicon.entries[m.entry as usize];
    let places = || {
        s.mentions.iter().filter(|m| m.start >= from && m.end <= until && matches!(entry(m).kind, Kind::Place | Kind::Country))
    };
    let here = |m: &Mention| {
        place.is_some_and(|p| {
            let it = &lexicon.entries[p as usize];
            m.entry == p
                || it.country.is_some() && (entry(m).country == it.country || it.country.as_deref() == Some(entry(m).id.as_str()))
        })
    };
    let base = article.text[from as usize..until as usize].contains("قاعدة");
    if places().next().is_some() { !places().any(here) } else { base }
}

/// The place of the round.
pub(super) fn place(round: &Round, given: &Given) -> Option<EntryId> {
    let track = &given.tracks.list[round.track];
    let id = round.data(given.tracks).and_then(|r| r.place.as_deref()).or(track.places.first().map(String::as_str))?;
    given.lexicon.number(id)
}

/// True if the words place the speaker in another city, or `here`: between the verb and the content, or before the verb.
pub(super) fn placed(said: &Said, lexicon: &Lexicon, place: Option<EntryId>, here: bool) -> bool {
    let Some(place) = place else { return false };
    let Some(verb) = said.statement.verb else { return false };
    let sentence = &said.analysis.sentences[said.statement.sentence as usize];
    let other = |entry: EntryId| {
        if here {
            return entry == place && lexicon.entries[entry as usize].kind == Kind::Place;
        }
        entry != place
            && lexicon.entries[entry as usize].kind == Kind::Place
            && lexicon.entries[entry as usize].country != lexicon.entries[place as usize].country
    };
    sentence.mentions.iter().any(|m| {
        let before = m.end <= verb.span.0 && m.start < sentence.start + OPENING;
        let between = m.start >= verb.span.1 && m.end <= said.statement.content.0;
        let text = said.article.text[..m.start as usize].trim_end();
        let placed = [" في", " من", "وفي", "ومن"].iter().any(|p| text.ends_with(p));
        (before || between) && placed && other(m.entry)
    })
}

/// True for what was written on a network, from wherever: `في منشور على منصة إكس`.
pub(super) fn posted(said: &Said) -> bool {
    let Some(verb) = said.statement.verb.filter(|verb| verb.span.1 < said.statement.content.0) else { return false };
    let words = said.text((verb.span.1, said.statement.content.0));
    ["منشور", "تغريد", "تدوين", "تويتر", "فيسبوك", "منصة"].iter().any(|w| words.contains(w))
}
