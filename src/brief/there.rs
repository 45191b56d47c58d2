//! What shows that somebody was at the talks: the office before the name, where it was said, whom they met, and whether other talks are meant.

use super::assemble::Given;
use super::person::COURTESIES;
use super::speakers::{Said, compose, side};
use crate::analysis::{Analysis, Mention, Sentence};
use crate::arabic::fold::is_letter;
use crate::article::Article;
use crate::english;
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

/// True for one whose forces or side are told of, and not himself: `القيادة العامة التابعة للمشير فلان`, `القوات الموالية لفلان`.
pub(super) fn followed(article: &Article, s: &Sentence, name: u32) -> bool {
    const OF: [&str; 5] = ["التابع", "الموالي", "المؤيد", "الداعم", "المناصر"];
    let front: Vec<&str> = article.text[s.start as usize..name as usize].split_whitespace().rev().take(4).collect();
    front.iter().enumerate().any(|(n, w)| {
        let of = OF.iter().any(|of| w.strip_prefix(of).is_some_and(|rest| matches!(rest, "" | "ة" | "ين" | "ون")));
        // Only `ل` with a rank stands between.
        of && (n == 0 || front[n - 1].starts_with('ل')) && front[..n.saturating_sub(1)].iter().all(|w| w.starts_with("ال"))
    })
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
        // `نائب وزير الدفاع الروسي، الفريق فلان`: before the rank stands the office.
        let rank = office.role.as_deref() != Some("source") && article.text[title.end as usize..name as usize].trim().is_empty();
        let listed = article.text[s.start as usize..title.start as usize].trim_end().ends_with(['،', ',']);
        // `وزير الخارجية الكويتي الشيخ فلان`
        let beside = s.mentions[..at].iter().rfind(|m| kind(m.entry) == Kind::Title).is_some_and(|b| {
            let words = article.text[b.end as usize..title.start as usize].split_whitespace();
            words.clone().all(|w| w.starts_with("ال") && w != "الذي" && w != "التي") && words.count() <= 2
        });
        return if rank && (listed || beside) { self::office(article, s, title.start, lexicon) } else { String::new() };
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
    // `رئيس الوفد الحكومي وزير الخارجية فلان`: he heads the delegation, whatever else he is.
    let adjectives = |from: u32| {
        let mut words = article.text[from as usize..title.start as usize].split_whitespace();
        words.clone().count() <= 2 && words.all(|w| w.starts_with("ال") && !w.ends_with(['،', ',']))
    };
    let leads = s.mentions[..at].iter().rfind(|m| kind(m.entry) == Kind::Title).filter(|m| adjectives(m.end));
    if let Some(lead) =
        leads.map(|m| &lexicon.entries[m.entry as usize].en.preferred).filter(|en| en.starts_with("head of delegation"))
    {
        return lead.clone();
    }
    // `كبير مساعدي وزير الخارجية فلان`: he is no minister.
    let before = at.checked_sub(1).map(|b| &s.mentions[b]).filter(|b| kind(b.entry) == Kind::Title);
    // `وزير الداخلية المفوض فلان`: delegated, and no commissioner.
    let delegated = article.text[title.start as usize..title.end as usize].trim_start_matches("ال") == "مفوض";
    if let Some(b) = before
        .filter(|b| delegated && article.text[b.end as usize..title.start as usize].trim().trim_end_matches("ال").is_empty())
    {
        return lexicon.entries[b.entry as usize].en.preferred.clone();
    }
    // `نائب رئيس الوزراء وزير الخارجية فلان`: two offices of one person.
    let complete = |b: &&Mention| lexicon.entries[b.entry as usize].en.preferred.ends_with("Prime Minister");
    let before = before.filter(|b| !complete(b));
    if let Some(before) = before.filter(|b| article.text[b.end as usize..title.start as usize].trim().is_empty()) {
        let (aide, boss) = (&lexicon.entries[before.entry as usize].en.preferred, &office.en.preferred);
        let known = ["assistant", "adviser", "deputy"].contains(&aide.trim_start_matches("senior "));
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
    let office = compose(&lexicon.entries[title.entry as usize], of, between.contains("إلى "));
    // `رئيس الفريق الحكومي في لجنة الأسرى`: no president.
    let known = article.text[..title.start as usize].ends_with("ال");
    let head = office == "President" && words.starts_with("رئيس") && !known && between.trim_start().starts_with("ال");
    let office = if head { "head".to_owned() } else { office };
    let former = between.split_whitespace().any(|w| matches!(w, "السابق" | "السابقة" | "الأسبق"));
    if former { format!("former {office}") } else { office }
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
    let others = of_talks_before(between);
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
    // `رئيس وفد الجيش التابع لحكومة الوفاق فلان`: whose the army is.
    let answers = ["التابع ل", "التابعة ل"].iter().filter_map(|w| between.find(w)).min().map_or(0, |at| title.end + at as u32);
    let sent = |m: &&Mention| m.end <= name && m.start >= answers;
    let of = s.mentions[at + 1..].iter().filter(sent).find_map(|m| match entry(m).kind {
        Kind::Demonym => entry(m).country.as_deref().and_then(|id| lexicon.entry(id)),
        Kind::Country | Kind::Party => Some(entry(m)),
        _ => None,
    });
    Some((compose(entry(title), of, false), of.and_then(|of| lexicon.number(&of.id)).map(|of| side(lexicon, of))))
}

/// `فلانة، التي ترأست وفد بلادها`, `فلان الذي يرأس وفده إلى المحادثات`: right behind a name that ends at this byte.
pub(super) fn leads_behind(article: &Article, s: &Sentence, end: u32) -> bool {
    const LEADS: [&str; 8] = ["ترأس", "ترأست", "يرأس", "رأس", "يترأس", "تترأس", "يقود", "تقود"];
    let behind = article.text.get(end as usize..s.end as usize).unwrap_or_default().trim_start_matches(['،', ' ']);
    let mut words = behind.split_whitespace();
    let relative = matches!(words.next(), Some("الذي" | "التي"));
    let verb = words.next().is_some_and(|w| LEADS.contains(&w));
    let team = words.next().map(|w| w.trim_end_matches(['،', '.']));
    relative && verb && matches!(team, Some("وفد" | "وفده" | "وفدها" | "الوفد"))
}

/// `فلان، الذي أوفد ممثلين عنه ولم يحضر بنفسه`
pub(super) fn stayed_away(article: &Article, s: &Sentence, end: u32) -> bool {
    const FAR: usize = 12;
    let behind = article.text.get(end as usize..s.end as usize).unwrap_or_default().split(['.', '؛']).next().unwrap_or_default();
    let words: Vec<&str> = behind.trim_start_matches(['،', ' ']).split_whitespace().take(FAR).collect();
    let relative = matches!(words.first(), Some(&("الذي" | "التي")));
    let no = |w: &[&str]| {
        let himself = matches!(w[2].trim_end_matches(['،', '.']), "بنفسه" | "بنفسها" | "شخصيا" | "شخصياً");
        himself && w[0].trim_start_matches('و') == "لم" && matches!(w[1], "يحضر" | "تحضر" | "يشارك" | "تشارك")
    };
    relative && words.windows(3).any(no)
}

/// `وفد النظام الذي غاب أكثر من أسبوع`: away for a time, and not from the talks.
pub(super) fn for_a_time(article: &Article, s: &Sentence, end: u32) -> bool {
    const TIMES: [&str; 9] = ["يوم", "يوما", "يومين", "أيام", "أسبوع", "أسبوعا", "أسبوعين", "ساعات", "ساعة"];
    let behind = article.text.get(end as usize..s.end as usize).unwrap_or_default();
    let behind = behind.split(['.', '؛', '،']).next().unwrap_or_default();
    behind.split_whitespace().take(6).any(|w| TIMES.contains(&w))
}

/// `عبد الملك المخلافي، رئيس الوفد الحكومي، إن`: the office of heading a delegation right behind a name that ends at this byte, and no name behind it.
pub(super) fn heads_behind(article: &Article, s: &Sentence, end: u32, lexicon: &Lexicon) -> bool {
    let Some(office) = article.text[end as usize..s.end as usize].strip_prefix('،') else { return false };
    let close = office.find('،').map_or(s.end, |at| end + at as u32 + 2);
    let person = |m: &Mention| lexicon.entries[m.entry as usize].kind == Kind::Person && m.start >= end && m.end <= close;
    if s.mentions.iter().any(person) {
        return false;
    }
    let words: Vec<&str> = office.split_whitespace().take(5).collect();
    let team = |w: &str| matches!(w.trim_end_matches('،'), "الوفد" | "وفد");
    let heads = matches!(words.first(), Some(&("رئيس" | "رئيسة"))) && words.get(1).is_some_and(|w| team(w));
    heads && words[1..].iter().any(|w| w.ends_with('،')) && !words.iter().any(|w| w.starts_with("السابق"))
}

/// `إلى المشاورات التي جرت في جدة`: talks that were held, behind an office.
pub(super) fn of_talks_before(words: &str) -> bool {
    ["التي جرت", "التي عقدت", "التي عُقدت", "الذي عقد", "الذي عُقد", "الذي جرى"].iter().any(|w| words.contains(w))
}

/// What a list of offices begins with that is of a member: `أحد أعضاء الوفد، العقيد فلان`, `عضو الوفد عن الفصائل، المقدم فلان`.
const MEMBER: [&str; 8] =
    ["أحد أعضاء الوفد", "أحد أعضاء وفد", "إحدى عضوات الوفد", "إحدى عضوات وفد", "عضو الوفد", "عضوة الوفد", "عضو وفد", "عضوة وفد"];

/// What ends an office in a delegation: `المستشار القانوني للوفد، المحامي فلان`, `رئيس لجنة الأسرى في الوفد فلان`.
const OF_DELEGATION: [&str; 3] = [" للوفد", " في الوفد", " بالوفد"];

/// `أحد أعضاء الوفد، العقيد فلان`: a name that ends a list of offices which begins with that of a member, and whether it has that office.
pub(super) fn member_before(article: &Article, s: &Sentence, name: u32, lexicon: &Lexicon) -> Option<bool> {
    let front = &article.text[s.start as usize..name as usize];
    let kind = |m: &Mention| lexicon.entries[m.entry as usize].kind;
    let clear = |from: u32| {
        let between = &article.text[from as usize..name as usize];
        let other = |m: &Mention| matches!(kind(m), Kind::Verb | Kind::Person) && m.start >= from && m.end <= name;
        let told = between.split_whitespace().any(|w| matches!(w, "إن" | "أن" | "بأن" | "أنه" | "إنه" | "الذي" | "التي"));
        between.split_whitespace().count() <= HEADING
            && !between.contains(['.', '؛', ':'])
            && !told
            && !s.mentions.iter().any(other)
    };
    // To see that they are not there takes less time than to look for the last of them.
    let last = |w: &&str| front.contains(w).then(|| front.rfind(w)).flatten();
    let begins = MEMBER.iter().filter_map(last).max().map(|at| s.start + at as u32);
    // `وكان عضو الوفد الآخر`: of which is not told.
    if begins.is_some_and(|from| clear(from) && !article.text[from as usize..name as usize].contains("الآخر")) {
        return Some(true);
    }
    let ends = OF_DELEGATION.iter().filter_map(last).max().map(|at| s.start + at as u32)?;
    let office = |m: &&Mention| {
        let between = article.text.get(m.end as usize..ends as usize).unwrap_or("،");
        kind(m) == Kind::Title && !between.contains(['،', ',']) && between.split_whitespace().count() <= 2
    };
    (clear(ends) && s.mentions.iter().any(|m| office(&m))).then_some(false)
}

/// `المبعوث فلان من آخر اجتماع يحضره`: right behind the name the meeting which its holder attends.
fn attends_it(behind: &str) -> bool {
    let words: Vec<&str> = behind.split_whitespace().take(5).collect();
    let meeting = |w: &str| matches!(w, "اجتماع" | "جولة" | "لقاء" | "محادثات" | "مفاوضات" | "مشاورات");
    let at = words.iter().position(|w| matches!(w.trim_end_matches(['،', ',', '.']), "يحضره" | "يحضرها" | "تحضره" | "تحضرها"));
    at.is_some_and(|at| {
        let before = &words[..at];
        let near = before.last().is_some_and(|w| meeting(w)) && before.contains(&"آخر");
        near && matches!(before[0], "من" | "في" | "خلال") && behind.starts_with(' ')
    })
}

/// `فلان، الذي حضر المحادثات`, `المشارك في الملتقى، فلان`: right behind or before a name.
pub(super) fn came(article: &Article, (start, end): (u32, u32)) -> bool {
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
    // `المشارك في الملتقى فلان`
    let mut before = article.text[..start as usize].split_whitespace().rev();
    let talks = before.next().is_some_and(|w| TALKS.contains(&w.trim_end_matches(['،', ',']))) && before.next() == Some("في");
    if talks && matches!(before.next(), Some("المشارك" | "المشاركة" | "المشاركان")) {
        return true;
    }
    if attends_it(&article.text[end as usize..]) {
        return true;
    }
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

/// `حضر الاجتماع بصفة مراقب المبعوث فلان، ومساعد الوزير فلان`: the bytes of a sentence in which all who attended are told, joined to one another.
pub(super) fn attended(article: &Article, s: &Sentence, lexicon: &Lexicon) -> Option<(u32, u32)> {
    const CAME: [&str; 6] = ["حضر", "حضرت", "حضره", "حضرها", "شارك", "شاركت"];
    const WHERE: [&str; 14] = [
        "الاجتماع",
        "الاجتماعات",
        "الجلسة",
        "الجولة",
        "المحادثات",
        "المفاوضات",
        "المشاورات",
        "المباحثات",
        "الافتتاح",
        "الختام",
        "المراسم",
        "اللقاء",
        "اللقاءات",
        "أعمال",
    ];
    const ENDS: [&str; 8] = ["الذي", "التي", "الذين", "فيما", "بينما", "لكن", "غياب", "باستثناء"];
    let text = &article.text[s.start as usize..s.end as usize];
    fn bare(w: &str) -> &str {
        w.trim_matches(|c: char| !is_letter(c) || ('\u{64b}'..='\u{652}').contains(&c))
    }
    let is = |w: &str, list: &[&str]| list.contains(&bare(w).strip_prefix('و').unwrap_or(bare(w)));
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = |w: &str| s.start + (w.as_ptr() as usize - text.as_ptr() as usize) as u32;
    // At the head of the sentence, or of a clause.
    let (i, verb) = words.iter().enumerate().find(|(i, w)| {
        let head = *i == 0 || words[i - 1].ends_with(['،', '.', '؛']);
        let place = || words[i + 1..].iter().take(3).any(|w| is(w, &WHERE));
        head && is(w, &CAME) && (place() || bare(w).ends_with('ه') || bare(w).ends_with("ها"))
    })?;
    let from = at(verb);
    let stop = words[i + 1..].iter().find(|w| is(w, &ENDS)).map_or(s.end, |w| at(w));
    // Another verb begins something else.
    // `سفراء الدول الراعية`: no verb.
    let acts = |m: &Mention| {
        let known = article.text[..m.start as usize].ends_with("ال") || article.text[m.start as usize..].starts_with("ال");
        lexicon.entries[m.entry as usize].kind == Kind::Verb && !known
    };
    let other = s.mentions.iter().find(|m| m.start > from + verb.len() as u32 && acts(m));
    Some((from, stop.min(other.map_or(s.end, |m| m.start))))
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

/// Persons without an entry in such a list, behind their office: the bytes of the name, the name and the office.
pub(super) fn members_unknown(article: &Article, s: &Sentence, lexicon: &Lexicon) -> Vec<((u32, u32), String, String)> {
    let Some((from, to)) = members(article, s) else { return Vec::new() };
    let kind = |m: &Mention| lexicon.entries[m.entry as usize].kind;
    let mut listed = listed_unknown(article, s, (from, to));
    if !listed.is_empty() {
        listed.retain(|(span, ..)| !s.mentions.iter().any(|m| kind(m) == Kind::Person && m.start < span.1 && span.0 < m.end));
        return listed;
    }
    let titles = s.mentions.iter().filter(|m| from <= m.start && m.end <= to && kind(m) == Kind::Title);
    let named = |m: &Mention| {
        // `وزير الخارجية والمغتربين فلان`: a second portfolio.
        let rest = &article.text[m.end as usize..to as usize];
        let second = rest.strip_prefix(" والمغتربين").map_or(m.end, |left| to - left.len() as u32);
        let rest = &article.text[second as usize..to as usize];
        let words: Vec<&str> = rest.split_whitespace().take(2).collect();
        let last = words.get(1)?.trim_end_matches(['،', '.', ',']);
        let start = second + (rest.len() - rest.trim_start().len()) as u32;
        let end = start + (words[0].len() + 1 + last.len()) as u32;
        let plain = rest.starts_with(' ')
            && !words[0].starts_with("ال")
            && words.iter().all(|w| !w.starts_with('و') && !w.starts_with('ل'));
        let free = !s.mentions.iter().any(|o| o.start < end && start < o.end);
        // What goes on behind the name is a next one, or the end.
        let ends = article.text.get(end as usize..)?.trim_start().starts_with(['و', '،', '.']);
        let name = english::names::person(article.text.get(start as usize..end as usize)?, false)?;
        (plain && free && ends && name.ends_with('*')).then(|| ((start, end), name, office(article, s, start, lexicon)))
    };
    titles.filter_map(named).collect()
}

/// `كلا من السادة أحمد ومحمود وفلان`: the names of a list that have no office.
fn listed_unknown(article: &Article, s: &Sentence, (from, to): (u32, u32)) -> Vec<((u32, u32), String, String)> {
    let text = &article.text[from as usize..to as usize];
    let head = ["السادة ", "كلا من ", "كلاً من ", "كل من "].iter().filter_map(|w| Some(text.find(w)? + w.len())).max();
    let Some(head) = head else { return Vec::new() };
    let list = text[head..].split(['.', '،', '؛']).next().unwrap_or_default();
    let parts: Vec<&str> = list.split(" و").collect();
    // Names alone, of two or three words.
    let plain = |p: &&str| (2..=3).contains(&p.split_whitespace().count()) && !p.trim().starts_with("ال");
    if parts.len() < 2 || !parts.iter().all(plain) {
        return Vec::new();
    }
    let named = |p: &str| {
        let start = (p.as_ptr() as usize - article.text.as_ptr() as usize) as u32;
        let span = (start, start + p.trim_end().len() as u32);
        let name = english::names::person(p.trim(), false)?;
        (span.1 <= s.end).then(|| (span, name, "member of the delegation".to_owned()))
    };
    parts.into_iter().filter_map(named).collect()
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

/// `انطلقت المحادثات في غياب وفد الجيش`: the delegation without which talks began or ended.
pub(super) fn away(article: &Article, s: &Sentence, lexicon: &Lexicon) -> Option<(EntryId, (u32, u32))> {
    const HELD: [&str; 10] = ["انطلقت", "بدأت", "اختتمت", "انتهت", "استمرت", "عقدت", "تعقد", "تنطلق", "تجري", "افتتحت"];
    let entry = |m: &Mention| &lexicon.entries[m.entry as usize];
    let at = s.mentions.iter().position(|m| entry(m).id == "absence")?;
    let m = &s.mentions[at];
    let front = article.text[s.start as usize..m.start as usize].trim_end();
    let next = s.mentions.get(at + 1).filter(|n| article.text[m.end as usize..n.start as usize].trim().is_empty())?;
    let held =
        front.split_whitespace().any(|w| HELD.contains(&w.trim_matches(|c: char| !c.is_alphabetic()).trim_start_matches('و')));
    let team = entry(next).kind == Kind::Party;
    let clear = !s.mentions.iter().any(|n| entry(n).kind == Kind::Negator && n.end <= m.start);
    // Of the side that sends it.
    let who = if entry(next).id.contains("delegation") { side(lexicon, next.entry) } else { next.entry };
    (front.ends_with(" في") && held && team && clear).then_some((who, (m.start, next.end)))
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

/// Words for a meeting that has a name of its own.
const GATHERINGS: [&str; 6] = ["مؤتمر", "المؤتمر", "قمة", "القمة", "منتدى", "المنتدى"];

/// Bytes behind words of attendance in which what is attended is named.
const ATTENDED: u32 = 90;

/// `سيحضر مؤتمر الحوار`, `وعن المؤتمر قال إن بلاده ستشارك فيه`: told of a congress or a summit that is not the round.
pub(super) fn of_another_meeting(
    article: &Article,
    s: &Sentence,
    (start, end): (u32, u32),
    round: &Round,
    given: &Given,
) -> bool {
    let own = round.data(given.tracks).map(|r| r.marks.as_slice()).unwrap_or_default();
    let entry = |m: &Mention| &given.lexicon.entries[m.entry as usize];
    let another = |m: &Mention| {
        let word = article.text[m.start as usize..m.end as usize].split_whitespace().next().unwrap_or_default();
        let ours = given.tracks.marked_by(m.entry) == Some(round.track) || own.contains(&entry(m).id);
        // `المؤتمر` alone may be the round, and `المؤتمر الوطني` is a body.
        let kind = matches!(entry(m).kind, Kind::Process | Kind::Slot | Kind::Term);
        let several = article.text[m.start as usize..m.end as usize].contains(' ');
        GATHERINGS.contains(&word) && kind && several && !ours && !entry(m).id.contains("press")
    };
    // `في مؤتمر صحفي`: no gathering.
    let press = |m: &Mention| ["صحفي", "صحافي"].iter().any(|w| article.text[m.end as usize..].trim_start().starts_with(w));
    let clause = article.text[start as usize..s.end as usize].find(['،', '؛', '.']).map_or(s.end, |at| start + at as u32);
    let object = |m: &&Mention| m.start >= start && m.start <= (end + ATTENDED).min(clause);
    if s.mentions.iter().filter(object).any(|m| another(m) && !press(m)) {
        return true;
    }
    // What `فيه` means stands before it.
    let rest = &article.text[start as usize..clause as usize];
    let back = rest.split_whitespace().any(|w| matches!(w, "فيه" | "فيها" | "به" | "بها" | "حضوره" | "حضورها"));
    back && s.mentions.iter().filter(|m| m.end <= start).any(|m| another(m) && !press(m))
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
        // `في الشرق الأوسط` is where nobody speaks.
        entry != place
            && lexicon.entries[entry as usize].kind == Kind::Place
            && lexicon.entries[entry as usize].country.is_some()
            && lexicon.entries[entry as usize].country != lexicon.entries[place as usize].country
    };
    // `فلانة، وهي أستاذة من سبها، إن`: who they are, and not where they speak.
    let who = &said.statement.speaker;
    let theirs = |m: &Mention| {
        let within = |(a, b): (u32, u32)| a <= m.start && m.end <= b;
        let between = article_words(said, verb.span.1, m.start);
        // `فلان، مدير المعهد في برلين، أن`: where the office is.
        let comma = between.rfind('،').map(|at| verb.span.1 + (at + '،'.len_utf8()) as u32);
        let office = |at: u32| {
            let title = |o: &Mention| lexicon.entries[o.entry as usize].kind == Kind::Title && at <= o.start && o.start <= at + 2;
            sentence.mentions.iter().any(title)
        };
        if verb.span.1 < m.start && comma.is_some_and(office) {
            return true;
        }
        within(who.role) || within(who.span) || between.split_whitespace().any(|w| matches!(w, "وهو" | "وهي" | "الذي" | "التي"))
    };
    sentence.mentions.iter().any(|m| {
        let before = m.end <= verb.span.0 && m.start < sentence.start + OPENING;
        let between = m.start >= verb.span.1 && m.end <= said.statement.content.0;
        let text = said.article.text[..m.start as usize].trim_end();
        let placed = [" في", " من", "وفي", "ومن"].iter().any(|p| text.ends_with(p));
        (before || between) && placed && other(m.entry) && !theirs(m) && (here || between || !is_a_topic(said, m))
    })
}

/// `وفي الحديدة، أعلن المتحدث رصد خروق`: a town that the article tells of again and again opens what is told of it, and not where somebody speaks.
fn is_a_topic(said: &Said, m: &Mention) -> bool {
    const TOLD: usize = 3;
    const OF: [&str; 12] =
        ["مدينة", "محافظة", "ميناء", "موانئ", "مطار", "ريف", "جبهة", "جبهات", "بلدة", "منطقة", "ولاية", "اتفاق"];
    let text = &said.article.text;
    let name = &text[m.start as usize..m.end as usize];
    let town = |at: usize| {
        let word = text[..at].split_whitespace().next_back().unwrap_or_default();
        OF.contains(&word.trim_start_matches(['و', 'ب', 'ل', 'ف']))
    };
    let mut at = text.match_indices(name).map(|(at, _)| at);
    at.clone().count() >= TOLD && at.any(town)
}

/// The words between two bytes, or none.
fn article_words<'a>(said: &Said<'a>, from: u32, to: u32) -> &'a str {
    said.article.text.get(from as usize..to as usize).unwrap_or_default()
}

/// True for what was written on a network, from wherever: `في منشور على منصة إكس`.
pub(super) fn posted(said: &Said) -> bool {
    let Some(verb) = said.statement.verb.filter(|verb| verb.span.1 < said.statement.content.0) else { return false };
    let words = said.text((verb.span.1, said.statement.content.0));
    ["منشور", "تغريد", "تدوين", "تويتر", "فيسبوك", "منصة"].iter().any(|w| words.contains(w))
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    /// The participants of an article on Astana 4 whose names have one of these words.
    fn read(text: &str, names: &[&str]) -> Vec<String> {
        let all = fourth(text).participants.into_iter().filter(|p| names.iter().any(|n| p.en.contains(n)));
        let mut out: Vec<String> = all.map(|p| format!("{} | {} | {}", p.en, p.role, p.presence)).collect();
        out.sort();
        out
    }

    #[test]
    fn all_who_attended_are_told_together() {
        let names = ["Mistura", "Lavrov", "Alloush"];
        let came = "وحضر الجلسة الختامية المبعوث ستافان دي ميستورا، إلى جانب سفراء الدول الراعية، والوزير سيرغي لافروف.";
        let rows = read(came, &names);
        assert!(rows.len() == 2 && rows.iter().all(|r| r.ends_with("attended")), "{rows:?}");
        // Behind another verb, or in place of whom.
        let rows = read("وحضر الجلسة الختامية سفراء الدول، فيما تحدث سيرغي لافروف عن هدنة.", &names);
        assert!(rows.iter().all(|r| !r.ends_with("attended")), "{rows:?}");
    }

    #[test]
    fn who_leads_a_delegation_and_who_stays_away() {
        let rows = read("وأكد محمد علوش، الذي يرأس وفد الفصائل، أن الهدنة هشة.", &["Alloush"]);
        assert!(rows[0].contains("head of delegation") && rows[0].ends_with("attended"), "{rows:?}");
        let rows = read("وانتقد النص محمد علوش، الذي أوفد ممثلين عنه إلى أستانا ولم يحضر بنفسه.", &["Alloush"]);
        assert!(rows[0].ends_with("absent"), "{rows:?}");
        let rows = read("ويضم الوفد في عضويته كلا من السادة سالم الأحمدي وفهد كرمان ونبيل علي داود.", &["*"]);
        assert_eq!(rows.len(), 3, "{rows:?}");
    }

    #[test]
    fn away_for_a_time_is_not_absent() {
        let rows =
            read("وعقد المبعوث خمسة اجتماعات مع وفد النظام الذي غاب عن أستانا أكثر من أسبوع.", &["delegation", "overnment"]);
        assert!(rows.iter().all(|r| !r.ends_with("absent")), "{rows:?}");
    }
}
