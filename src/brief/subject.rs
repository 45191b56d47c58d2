//! What a dated event is told of: talks, a round, an agreement, and on which track.

use super::assemble::Given;
use super::context::DateRange;
use super::events::noun;
use super::unnamed::{of_a_body, other_subject, subject_before};
use crate::analysis::{Mention, Sentence};
use crate::article::Article;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::lexicon::EntryId;
use crate::round::assign::Round;

const FAR: u32 = 140;

/// Bytes between a verb of signing and what is signed: who signs, when and where stands between.
const SIGNED: u32 = 260;

/// Bytes between a round and its ordinal.
const BESIDE: u32 = 14;

/// What the English of a kind of talks ends with.
const TALKS: [&str; 4] = ["meeting", "meetings", "talks", "session"];

/// Days before and after a round that are its own.
const AROUND: i64 = 3;

/// Days within which a round may have been held, whatever the data of its track say.
const SEASON: i64 = 90;

/// Bodies that meet, and whose meeting is not the round: `اختتمت اللجنة العسكرية اجتماعها`.
pub(super) const BODIES: [&str; 9] = ["لجنة", "اللجنة", "مجلس", "المجلس", "البرلمان", "الهيئة", "هيئة", "المؤتمر", "مؤتمر"];

/// Groups whose meeting is not the round either: `اجتماع مجموعة العمل`.
pub(super) const GROUPS: [&str; 6] = ["مجموعة", "المجموعة", "فريق", "الفريق", "خبراء", "الخبراء"];

/// What an event is told of.
pub(super) struct Subject {
    pub(super) name: String,
    pub(super) own: bool,
    pub(super) place: (u32, u32),
}

/// What the event is told of: talks, a round, an agreement; behind the verb, else before it.
pub(super) fn subject(
    article: &Article,
    s: &Sentence,
    verb: &Mention,
    days: DateRange,
    round: &Round,
    given: &Given,
) -> Option<Subject> {
    let lexicon = given.lexicon;
    let entry = |id: EntryId| &lexicon.entries[id as usize];
    let named = noun(entry(verb.entry)).is_some();
    let can = |m: &&Mention| {
        let frame = lexicon.frames[m.entry as usize];
        match entry(m.entry).kind {
            Kind::Process => true,
            Kind::Term => match entry(m.entry).role.as_deref() {
                Some("round" | "talks") => true,
                // `trilateral meeting`, and not `behind closed doors`.
                Some("format") => TALKS.iter().any(|t| entry(m.entry).en.preferred.ends_with(t)),
                _ => false,
            },
            Kind::Slot => frame.next,
            Kind::Agreement => lexicon.outcome_of(verb.entry).is_some(),
            _ => false,
        }
    };
    let signs = noun(entry(verb.entry)).is_some_and(|n| n.starts_with("signing"));
    // `رحب بالاتفاق الذي أبرم الثلاثاء`, `عقد وفد الحكومة لقاءين`: something else, and meetings of one side.
    if of_another_noun(article, s, verb, can, given) || !named && held_by_delegation(article, s, verb, given) {
        return None;
    }
    let far = if signs { SIGNED } else { FAR };
    // `وقعت الدول الراعية للمحادثات مذكرة تفاهم`: what is signed is a document, whatever stands before it.
    let document = |m: &&Mention| matches!(entry(m.entry).kind, Kind::Slot | Kind::Agreement) && is_document(entry(m.entry));
    if signs
        && !s.mentions.iter().filter(can).any(|m| entry(m.entry).kind == Kind::Agreement)
        && let Some(m) = s.mentions.iter().filter(document).find(|m| m.start >= verb.end && m.start - verb.end <= far)
    {
        return Some(Subject { name: entry(m.entry).en.preferred.clone(), own: false, place: (m.start, m.end) });
    }
    let behind = s.mentions.iter().filter(can).find(|m| m.start >= verb.end && m.start - verb.end <= far);
    // `المؤتمر الذي تعتزم روسيا استضافته الشهر المقبل`: what it holds stands before the verb.
    let pronoun = ["ته ", "تها ", "ه ", "ها "].iter().any(|p| article.text[verb.end as usize..].starts_with(p));
    let held = !named && (pronoun || article.text[verb.start as usize..verb.end as usize].ends_with("ته"));
    let behind = behind.filter(|m| !held || m.start < verb.end);
    let behind = behind.filter(|m| signs || !another_clause(article, s, verb, m, given) && !beside(article, s, m, days));
    // `بدأت هدنة هشة في`: something else began.
    if named && behind.is_none() && other_subject(article, s, verb, given) {
        return None;
    }
    let before = || s.mentions.iter().rev().filter(can).find(|m| m.end <= verb.start && verb.start - m.end <= FAR);
    // `ستستأنف في 14 يناير`, told at the end of a round: no day of it.
    let later = round.data(given.tracks).is_none_or(|r| r.end < days.start && r.distance(days.start).abs() > AROUND);
    let resumes = noun(entry(verb.entry)) == Some("resumption of") && later && !s.background;
    let Some(m) = behind.or_else(before) else {
        if resumes {
            return Some(Subject { name: "talks".to_owned(), own: false, place: (verb.start, verb.end) });
        }
        // `لقاء يجمع الوفدين، إلا أنه أرجئ`: another meeting, and no document is the round.
        if signs || a_meeting(article, s, verb) {
            return None;
        }
        // `عن تأجيلها إلى الخميس`: the round is meant; `المهلة التي منحت لهم تنتهي الأحد`: it is not.
        if subject_before(article, s, verb, given) {
            return None;
        }
        let own = named && !s.background && !super::sections::others(s, round, given);
        return own.then(|| Subject { name: round.name(given.tracks).en, own: true, place: (verb.start, verb.end) });
    };
    let place = (m.start, m.end);
    let it = entry(m.entry);
    // `لقاء يجمع الوفدين، إلا أنه أرجئ إلى صباح اليوم`: one of the meetings, and not the round.
    let known = article.text[..m.start as usize].ends_with("ال") || article.text[m.start as usize..].starts_with("ال");
    let of = article.text[m.end as usize..].trim_start().starts_with("ال")
        || s.mentions.iter().any(|o| {
            let kind = entry(o.entry).kind;
            o.start == m.end + 1 && matches!(kind, Kind::Place | Kind::Process | Kind::Country | Kind::Party | Kind::Demonym)
        });
    if named && m.end <= verb.start && it.id == "meeting" && !known && !of && !s.next_round {
        return None;
    }
    if it.kind == Kind::Agreement || it.role.as_deref() == Some("format") {
        return Some(Subject { name: it.en.preferred.clone(), own: false, place });
    }
    // Talks are not signed.
    if noun(entry(verb.entry)).is_some_and(|n| n.starts_with("signing")) {
        return None;
    }
    let own_marks = round.data(given.tracks).map(|r| r.marks.as_slice()).unwrap_or_default();
    if let Some(body) = body(article, s, m, given) {
        // `اجتماع مجموعة العمل`: of a body, whose meetings are not the round unless its data say so.
        if !body.is_some_and(|b| own_marks.contains(&entry(b).id) || given.tracks.marked_by(b).is_some()) {
            return None;
        }
    }
    // `اجتماع عقده الرئيس`: of one who is named, and not of the talks.
    if m.end <= verb.start && held_by_one(article, s, verb, given) {
        return None;
    }
    // `مباحثات وقف إطلاق النار`, which may be a later part of the talks.
    let first_day = round.data(given.tracks).is_none_or(|r| r.start == days.start);
    if let Some(of) = matter(article, s, m, given).filter(|_| !first_day) {
        let of = &entry(of).en.preferred;
        let name = if of.contains(" of ") { format!("talks on the {of}") } else { format!("{of} talks") };
        return Some(Subject { name, own: false, place });
    }
    let track = track(s, m, round, given);
    let ordinal = s.mentions.iter().find(|o| {
        let near = (o.start >= m.end && o.start - m.end <= BESIDE) || (o.end <= m.start && m.start - o.end <= BESIDE);
        // `سيعقد أولا جلسة`: first of all.
        let word = &article.text[o.start as usize..o.end as usize];
        let adverb = word.ends_with(['ا', 'ً']) && !word.starts_with("ال") && !article.text[..o.start as usize].ends_with("ال");
        entry(o.entry).kind == Kind::Ordinal && near && !adverb
    });
    // `الجولة الحادية والعشرين`, `الجولة الحادية عشرة`
    let and_tens = |o: &Mention| match article.text[o.end as usize..].split_whitespace().next().unwrap_or_default() {
        "عشر" | "عشرة" => 10,
        w if w.starts_with("والعشر") => 20,
        w if w.starts_with("والثلاث") => 30,
        _ => 0,
    };
    let value = |o: &Mention| entry(o.entry).value.map(|n| if n < 10 { n + and_tens(o) } else { n });
    let number = ordinal.and_then(value).or_else(|| number_in(article, m)).and_then(|n| u32::try_from(n).ok());
    let track_data = &given.tracks.list[track];
    // `أعمال الجولة الأولى من ملتقى الحوار`: a part of the talks that the round is called by.
    let ours = || {
        let from = ordinal.map_or(m.end, |o| o.end.max(m.end));
        s.mentions.iter().any(|o| o.start >= from && o.start - from <= BESIDE && own_marks.contains(&entry(o.entry).id))
    };
    if number == Some(1) && round.number.is_none() && track == round.track && ours() {
        return Some(Subject { name: round.name(given.tracks).en, own: true, place });
    }
    // `وستعقد اجتماعها الأول في أنقرة`: of a body.
    let theirs =
        ["ها", "هم"].iter().any(|p| article.text[m.start as usize..].split_whitespace().next().is_some_and(|w| w.ends_with(p)));
    if number == Some(1) && theirs {
        let body = s.mentions.iter().rfind(|o| {
            let first = article.text[o.start as usize..o.end as usize].split_whitespace().next().unwrap_or_default();
            o.end <= verb.start
                && (BODIES.contains(&first) || GROUPS.contains(&first))
                && entry(o.entry).kind != Kind::Organization
        });
        let name = |o: &Mention| format!("first meeting of the {}", entry(o.entry).en.preferred.trim_start_matches("the "));
        return body.map(|o| Subject { name: name(o), own: false, place });
    }
    // `ملتقى الحوار الذي يعقد أولى جلساته`: of talks that have a name of their own.
    let words: Vec<&str> = article.text[m.start as usize..].split_whitespace().take(1).collect();
    if number == Some(1) && words.first().is_some_and(|w| w.trim_end_matches(['،', '.']).ends_with('ه')) {
        let process = s.mentions.iter().rfind(|o| o.end <= verb.start && entry(o.entry).kind == Kind::Process);
        return process.map(|o| {
            let own = own_marks.contains(&entry(o.entry).id);
            Subject { name: format!("first session of {}", super::speakers::with_article(entry(o.entry))), own, place }
        });
    }
    if let Some(number) = number {
        // `تنعقد الجولة التاسعة أواخر يوليو`, told at the eighteenth: of talks that this sentence does not name.
        let gone = track == round.track && round.number.is_some_and(|n| number < n);
        if gone && round.data(given.tracks).is_some_and(|r| r.end < days.start) {
            return Some(Subject { name: format!("round {number} of other talks"), own: false, place });
        }
        let own = track == round.track && Some(number) == round.number;
        // `بعد جولة ثامنة انتهت في 3 يونيو`, years after the eighth round of these talks: of others.
        let data = track_data.rounds.iter().find(|r| r.number == Some(number));
        let earlier = track == round.track && round.number.is_some_and(|n| number < n);
        if earlier && data.is_some_and(|r| r.distance(days.start).abs().min(r.distance(days.end).abs()) > SEASON) {
            return None;
        }
        // Of talks that are not numbered it is not told which ones are counted.
        let counted = track != round.track || round.number.is_some();
        let name = if counted { track_data.numbered_name(number).en } else { format!("round {number} of the talks") };
        return Some(Subject { name, own, place });
    }
    let next = lexicon.frames[m.entry as usize].next || s.next_round || it.id == "new_round";
    if track != round.track {
        let name = track_data.en.clone();
        return Some(Subject { name, own: false, place });
    }
    let held = round.data(given.tracks).map(|r| r.distance(days.start).abs());
    // `اختتمت اللجنة العسكرية اجتماعها`: her own.
    let next_word = article.text[verb.end as usize..s.end as usize].split_whitespace().next().unwrap_or_default();
    let hers = ["ها", "ه "].iter().any(|p| article.text[m.end as usize..].starts_with(p));
    if hers && BODIES.contains(&next_word) {
        return None;
    }
    // `المؤتمر الوزاري المنعقد أمس`, `عقد جلسة مع المبعوث`: a conference or a session is not the round.
    if matches!(it.id.as_str(), "session" | "conference") && noun(entry(verb.entry)).is_none() {
        return None;
    }
    if held.is_some_and(|d| d <= AROUND) && !s.background {
        if !named && of_a_body(article, s, verb, m, round, given) {
            return None;
        }
        return Some(Subject { name: round.name(given.tracks).en, own: true, place });
    }
    if it.kind == Kind::Term && !next && !resumes {
        return None;
    }
    // `تفضل عقد الجولة المقبلة تنفيذا لبيان قمة يوليو 2022`: the day of something that was
    if next && round.data(given.tracks).is_some_and(|r| days.end < r.start) {
        return None;
    }
    let name = if next { "next round".to_owned() } else { it.en.preferred.clone() };
    Some(Subject { name, own: false, place })
}

/// What the talks are called for short.
pub(super) const GATHERINGS: [&str; 9] =
    ["الملتقى", "الاجتماع", "الاجتماعات", "الحوار", "اللقاء", "اللقاءات", "المؤتمر", "المنتدى", "الأعمال"];

/// What else begins, ends or is concluded.
const THINGS: [&str; 9] = ["الاتفاق", "الاتفاقية", "الهجوم", "الهدنة", "البيان", "المذكرة", "القرار", "العملية", "المعركة"];

/// Words between talks and a relative clause on them.
const CLOSE: usize = 6;

/// `الاتفاق الذي أبرم الثلاثاء`, `الهجوم الذي بدأ الاثنين`: the verb of a relative clause, whose noun is no talks.
fn of_another_noun<'m>(
    article: &Article,
    s: &'m Sentence,
    verb: &Mention,
    can: impl Fn(&&'m Mention) -> bool,
    given: &Given,
) -> bool {
    let front = &article.text[s.start as usize..verb.start as usize];
    let word = front.split_whitespace().next_back().unwrap_or_default();
    if !matches!(word, "الذي" | "التي" | "اللذين" | "اللتين" | "الذين") {
        return false;
    }
    let Some(at) = front.rfind(word).map(|at| s.start + at as u32) else { return false };
    let entry = |m: &Mention| &given.lexicon.entries[m.entry as usize];
    // `اللجنة التي أنهت جولتها الثامنة`, `التي انطلقت على أساسها المشاورات`: what begins or ends stands behind the verb.
    let own = s.mentions.iter().filter(&can).find(|m| m.start >= verb.end).is_some_and(|m| {
        let between = &article.text[verb.end as usize..m.start as usize];
        let last = between.split_whitespace().next_back().unwrap_or_default();
        between.split_whitespace().count() <= 3 && !between.contains(['،', '.', '؛']) && !last.ends_with("ختام") && last != "في"
    });
    if own {
        return false;
    }
    let Some(talks) = s.mentions.iter().filter(can).rfind(|m| m.end <= at) else {
        let noun = article.text[s.start as usize..at as usize].split_whitespace().next_back().unwrap_or_default();
        let city = s.mentions.iter().any(|m| entry(m).kind == Kind::Place && m.end + 1 == at);
        return !city && !GATHERINGS.contains(&noun.trim_end_matches(['،', ',', '"', '»']));
    };
    let between = &article.text[talks.end as usize..at as usize];
    let thing =
        |m: &Mention| matches!(entry(m).kind, Kind::Slot | Kind::Agreement) && !given.lexicon.frames[m.entry as usize].next;
    let other = s.mentions.iter().any(|m| m.start >= talks.end && m.end <= at && thing(m));
    // `في ختام المحادثات بالاتفاق الذي`: a noun of its own with its preposition.
    let last = between.split_whitespace().next_back().unwrap_or_default();
    let noun = ["بال", "لل", "وال", "كال"].iter().any(|p| last.starts_with(p)) || THINGS.contains(&last);
    between.split_whitespace().count() > CLOSE || other || noun
}

/// `عقد وفد الحكومة لقاءين`: what one delegation holds.
fn held_by_delegation(article: &Article, s: &Sentence, verb: &Mention, given: &Given) -> bool {
    let rest = article.text[verb.end as usize..s.end as usize].trim_start();
    let word = rest.split_whitespace().next().unwrap_or_default();
    let known = s.mentions.iter().find(|m| m.start >= verb.end && m.start <= verb.end + 2);
    let delegation = |m: &Mention| given.lexicon.entries[m.entry as usize].id.contains("delegation");
    matches!(word, "وفد" | "الوفد" | "وفدا") || known.is_some_and(delegation)
}

/// A document that is signed, by its entry.
fn is_document(entry: &Entry) -> bool {
    entry.role.as_deref() == Some("document") || entry.id.starts_with("memorandum")
}

/// `جرت في 2 يوليو، واتفقت على عقد اللقاء`: talks that another verb tells of, behind a comma.
fn another_clause(article: &Article, s: &Sentence, verb: &Mention, m: &Mention, given: &Given) -> bool {
    let Some(comma) = article.text[verb.end as usize..m.start as usize].find('،') else { return false };
    let from = verb.end + comma as u32;
    let told = |o: &&Mention| {
        let e = &given.lexicon.entries[o.entry as usize];
        e.kind == Kind::Verb && o.start >= from && o.end <= m.start && is_perfect(&article.text[o.start as usize..o.end as usize])
    };
    let word =
        |o: &Mention| article.text[..o.start as usize].ends_with("، و") || article.text[..o.start as usize].ends_with("، ف");
    let on = article.text[from as usize..m.start as usize].contains("على أن ");
    on || s.mentions.iter().filter(told).any(word)
}

/// True for a word that may be a verb in the past.
fn is_perfect(word: &str) -> bool {
    !word.starts_with(['ي', 'س']) && !word.starts_with("ال")
}

/// `عقده في ختام المحادثات`, `التقيا على هامش الجولة`: talks that only tell when or beside what.
fn beside(article: &Article, s: &Sentence, m: &Mention, days: DateRange) -> bool {
    const WHEN: [&str; 8] = ["ختام", "نهاية", "هامش", "عشية", "غداة", "عقب", "إثر", "أعقاب"];
    let mut words = article.text[..m.start as usize].split_whitespace().rev();
    let before = words.next().unwrap_or_default();
    // `في ختام أعمال الجولة`
    let before = if matches!(before, "ال" | "أعمال" | "يومي" | "جلسات") {
        words.next().unwrap_or_default()
    } else {
        before
    };
    // `في ختام الجولة الثانية، أمس`: that is their day.
    let dated = s.dates.iter().any(|d| d.date == Some(days) && d.start >= m.end);
    WHEN.contains(&before) && !dated
}

/// `لقاء يجمع الوفدين، إلا أنه أرجئ`: a meeting that the sentence names before the verb, which is no talks of their own.
fn a_meeting(article: &Article, s: &Sentence, verb: &Mention) -> bool {
    const MEETINGS: [&str; 8] = ["لقاء", "اللقاء", "اجتماع", "الاجتماع", "زيارة", "الزيارة", "مؤتمر", "جلسة"];
    article.text[s.start as usize..verb.start as usize]
        .split_whitespace()
        .any(|w| MEETINGS.contains(&w.trim_matches(|c: char| !c.is_alphabetic())))
}

/// The body right behind a meeting: `اجتماع مجموعة العمل`, `جلسة مجلس الأمن`; the entry, where the glossary has one.
fn body(article: &Article, s: &Sentence, m: &Mention, given: &Given) -> Option<Option<EntryId>> {
    let rest = article.text[m.end as usize..s.end as usize].strip_prefix(' ')?;
    let word = rest.split_whitespace().next()?;
    let at = m.end + 1;
    let known = s.mentions.iter().find(|o| o.start <= at + 4 && at < o.end).map(|o| o.entry);
    let meets = given.lexicon.entries[m.entry as usize].kind == Kind::Term;
    (meets && (BODIES.contains(&word) || GROUPS.contains(&word))).then_some(known)
}

/// True where the verb of a meeting names the one who held it: `اجتماع عقده الرئيس`.
fn held_by_one(article: &Article, s: &Sentence, verb: &Mention, given: &Given) -> bool {
    let word = &article.text[verb.start as usize..verb.end as usize];
    let rest = &article.text[verb.end as usize..s.end as usize];
    let object = word.ends_with('ه') || word.ends_with("ها") || rest.starts_with("ه ") || rest.starts_with("ها ");
    let from = verb.end + rest.find(' ').map_or(0, |at| at as u32 + 1);
    let next = s.mentions.iter().find(|o| o.start >= verb.end && o.start <= from + 4);
    object && next.is_some_and(|o| matches!(given.lexicon.entries[o.entry as usize].kind, Kind::Person | Kind::Title))
}

/// The matter that talks are on, right behind their name: `مباحثات وقف إطلاق النار`.
fn matter(article: &Article, s: &Sentence, m: &Mention, given: &Given) -> Option<EntryId> {
    let talks = &given.lexicon.entries[m.entry as usize];
    let next =
        s.mentions.iter().find(|o| o.start >= m.end && article.text[m.end as usize..o.start as usize].trim().is_empty())?;
    let it = &given.lexicon.entries[next.entry as usize];
    let frame = given.lexicon.frames[next.entry as usize];
    (talks.kind == Kind::Term && (it.kind == Kind::Slot || frame.truce) && !frame.next).then_some(next.entry)
}

/// The track that the talks are of: named by them or beside them, else that of the place where they are. Another track must be about the same conflict.
fn track(s: &Sentence, talks: &Mention, round: &Round, given: &Given) -> usize {
    let list = &given.tracks.list;
    // `محادثات جنيف` of a report on Sudan: another conflict's talks in the same city are not meant.
    let shares = |t: usize| list[t].places.iter().any(|p| list[round.track].places.contains(p));
    let akin = |t: usize| t == round.track || list[t].about.iter().any(|a| list[round.track].about.contains(a));
    let meant = |t: usize| if shares(t) && !akin(t) { round.track } else { t };
    if let Some(track) = given.tracks.marked_by(talks.entry) {
        return meant(track);
    }
    let gap = |m: &Mention| if m.start >= talks.end { m.start - talks.end } else { talks.start.saturating_sub(m.end) };
    let near = || s.mentions.iter().filter(|m| gap(m) <= FAR);
    // `وحول اللجنة الدستورية، قال إن الدورة السادسة قد تعقد في جنيف`: the body tells more than the city.
    let city = |m: &Mention| given.lexicon.entries[m.entry as usize].kind == Kind::Place;
    if let Some(named) = near().filter_map(|m| given.tracks.marked_by(m.entry).map(|t| (city(m), gap(m), t))).min() {
        return meant(named.2);
    }
    let id = |m: &Mention| &given.lexicon.entries[m.entry as usize].id;
    let of = |m: &Mention| {
        let at = |t: &usize| list[*t].places.contains(id(m));
        Some(round.track).filter(at).or_else(|| (0..list.len()).filter(|&t| akin(t)).find(at))
    };
    near().filter_map(|m| of(m).map(|t| (gap(m), t))).min().map_or(round.track, |(_, t)| t)
}

/// `أستانا 3`: the number written behind a name.
fn number_in(article: &Article, m: &Mention) -> Option<i64> {
    let rest = article.text[m.end as usize..].trim_start();
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}
