//! What the talks were about and how they were held: lines that the sentences themselves give.

use super::assemble::{Given, rule};
use super::cite::Cites;
use super::english::line;
use super::events;
use super::parts::Line;
use super::sections::{others, slice};
use crate::analysis::outcomes::Status;
use crate::analysis::statements::Statement;
use crate::analysis::{Analysis, Mention, Sentence};
use crate::arabic::fold::fold;
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::assign::Round;
use crate::summary::similar;

/// Words between the agenda and the list of what is on it.
const LIST: usize = 16;

/// Words behind a comma that go on with the list before it.
const BESIDES: [&str; 6] = ["إلى جانب", "إضافة إلى", "بالإضافة إلى", "فضلا عن", "فضلاً عن", "علاوة على"];

/// What the talks were about: behind a verb of dealing with, whose subject is the talks.
pub(super) fn agenda(round: &Round, given: &Given, cites: &mut Cites) -> Vec<Line> {
    let lexicon = given.lexicon;
    collect(round, given, cites, |article, analysis, n, s| {
        let entry = |id: EntryId| &lexicon.entries[id as usize];
        let talks = |id: EntryId| entry(id).kind == Kind::Process || matches!(entry(id).role.as_deref(), Some("round" | "talks"));
        if let Some(list) = listed(article, s, lexicon).filter(|_| !others(s, round, given)) {
            return Some(list);
        }
        let start = analysis.agenda.iter().find(|a| a.0 as usize == n)?.1;
        // `تعقد جولة ثانية نهاية يناير، وأن يبحث فيها الطرفان`: what the round after this one is to be about.
        let to_come = analysis.next.contains(&(n as u32))
            && matches!(events::ahead(article, analysis, n, round, given), events::Ahead::Event(..));
        if s.next_round || to_come || of_next(article, s, start, round, lexicon) {
            return None;
        }
        // `عقد لقاءين ثنائيين جرى خلالهما بحث`: of a meeting beside the round.
        if BESIDE.iter().any(|w| slice(article, (s.start, start)).contains(w)) {
            return None;
        }
        let at = s.mentions.iter().position(|m| m.start == start)?;
        let m = &s.mentions[at];
        // The talks stand before the verb, or directly behind it (`وركزت الاجتماعات على`).
        let before = s.mentions[..at].iter().any(|b| talks(b.entry));
        let behind = s.mentions.get(at + 1).is_some_and(|b| talks(b.entry) && b.start < m.end + 40);
        // `عنوانا الاجتماع` names them itself.
        let itself = entry(m.entry).kind == Kind::Term;
        if !(before || behind || itself) || others(s, round, given) {
            return None;
        }
        let inside =
            analysis.statements.iter().filter(|x| x.content.0 <= m.start && m.end <= x.content.1).map(|x| x.content).next_back();
        if itself {
            // `… هما عنوانا الاجتماع`: what stands before it.
            return Some((inside.map_or(s.start, |x| x.0), m.end));
        }
        Some((m.start, inside.map_or_else(|| clause_end(article, s, m.end), |x| x.1)))
    })
}

/// Words of a meeting that is not of all.
const BESIDE: [&str; 9] = [
    "لقاءين",
    "لقاء ثنائي",
    "لقاءات ثنائية",
    "اجتماع ثنائي",
    "اجتماعين",
    "اجتماعات ثنائية",
    "جلسة خاصة",
    "جلسة جانبية",
    "جلسات مع",
];

/// True where another round is named before byte `at`: `جولة ثانية`, told of the first.
fn of_next(article: &Article, s: &Sentence, at: u32, round: &Round, lexicon: &Lexicon) -> bool {
    let entry = |m: &Mention| &lexicon.entries[m.entry as usize];
    let other =
        |m: &Mention| entry(m).kind == Kind::Ordinal && entry(m).value.is_some_and(|n| Some(n) != round.number.map(i64::from));
    let talks = |m: &Mention| matches!(entry(m).role.as_deref(), Some("round" | "talks")) || entry(m).id == "session";
    s.mentions.windows(2).any(|w| {
        let beside = w[1].start.saturating_sub(w[0].end) <= 2 && w[1].end <= at;
        beside && talks(&w[0]) && other(&w[1]) && !slice(article, (w[1].start, w[1].end)).starts_with("ال")
    })
}

/// `جدول أعمال من أربع سلال، هي الحكم والدستور والانتخابات ومكافحة الإرهاب`: what stands behind هي, to the end of the list.
fn listed(article: &Article, s: &Sentence, lexicon: &Lexicon) -> Option<(u32, u32)> {
    let id = |m: &Mention| lexicon.entries[m.entry as usize].id.as_str();
    // `التركيز سيكون على ثلاثة ملفات، هي: الهدنة، والأسرى`
    let files = |m: &Mention| {
        if id(m) != "verb_focus" {
            return false;
        }
        let rest = slice(article, (m.end, s.end));
        let until = rest.find(" هي").map_or("", |at| &rest[..at]);
        let word =
            |w: &str| matches!(w.trim_end_matches('،'), "ملفات" | "محاور" | "قضايا" | "بنود" | "مسارات" | "مواضيع" | "نقاط");
        until.split_whitespace().any(word)
    };
    let agenda = s.mentions.iter().find(|m| matches!(id(m), "agenda" | "talks_agenda") || files(m))?;
    let rest = slice(article, (agenda.end, s.end));
    let (at, opens) = [" هي ", " هما ", " هي: "].iter().find_map(|w| rest.find(w).map(|at| (at, w.len())))?;
    let near = rest[..at].split_whitespace().count() <= LIST && !rest[..at].contains(['.', '؛']);
    let start = agenda.end + (at + opens) as u32;
    let items = slice(article, (start, s.end));
    let verb = |at: usize| {
        let place = start + at as u32;
        let found = s.mentions.iter().find(|m| place <= m.start && m.start <= place + 4);
        found.is_some_and(|m| {
            let entry = &lexicon.entries[m.entry as usize];
            let noun = entry.masdar.iter().any(|x| fold(x) == fold(slice(article, (m.start, m.end))));
            entry.kind == Kind::Verb && !noun
        })
    };
    // A comma goes on with the list where a noun stands behind its و: `، والدستور`, `، ومكافحة الإرهاب`.
    let ends = |&(i, c): &(usize, char)| {
        let behind = items[i + c.len_utf8()..].trim_start();
        let at = items.len() - behind.len();
        let word = behind.split_whitespace().next().unwrap_or_default().trim_start_matches('و');
        let future = ["ست", "سي", "سن"].iter().any(|p| word.starts_with(p)) && !word.starts_with("سيا");
        c != '،' || !behind.starts_with('و') || future || verb(at)
    };
    let end =
        items.char_indices().filter(|&(_, c)| matches!(c, '،' | '؛' | '.' | ':')).find(ends).map_or(items.len(), |(i, _)| i);
    let list = items[..end].trim_end();
    let joined = list.split_whitespace().skip(1).any(|w| w.starts_with('و'));
    (near && joined).then(|| (start, start + list.len() as u32))
}

/// How the talks were held: behind closed doors, not face to face, in two or three parties. One line for each way, in the words of the glossary.
pub(super) fn format(round: &Round, given: &Given, cites: &mut Cites) -> Vec<Line> {
    let lexicon = given.lexicon;
    let mut out: Vec<Line> = Vec::new();
    let mut add = |label: String, ar: &str, citation| match out.iter_mut().find(|l| l.en.text == label) {
        Some(line) => line.citations.push(citation),
        None => out.push(Line { ar: ar.to_owned(), en: rule(label, "words for how talks are held"), citations: vec![citation] }),
    };
    for &(article, analysis) in &round.articles {
        let told = |s: &Sentence| s.kind == SentenceKind::Sentence && !s.background && !others(s, round, given);
        for (n, s) in analysis.sentences.iter().enumerate().filter(|(_, s)| told(s)) {
            for (label, m) in held(article, s, lexicon) {
                let inside = analysis.statements.iter().map(|x| x.content).filter(|x| x.0 <= m.start && m.end <= x.1);
                if is_offered(article, s, m, lexicon) || is_denied(analysis, m, lexicon) || s.next_round {
                    continue;
                }
                // `لم يجلسا وجها لوجه`; `إلا في مراسم التوقيع` is neither.
                let but = but_for_a_session(article, s, m, lexicon);
                let Some(no) = but.map(|_| "not ").or_else(|| negated(article, s, m, lexicon)) else { continue };
                // `ليست طرفا في الاجتماعات الرباعية`: who was not in one does not say that there was none.
                let gathering = ["meeting", "meetings", "talks", "session", "sessions"].iter().any(|w| label.ends_with(w));
                if gathering && no == "not " {
                    continue;
                }
                let from = clause_start(article, s, m.start).max(inside.map(|x| x.0).max().unwrap_or(s.start));
                let range = (from, clause_end(article, s, m.end));
                let citation = cites.cite(article, n, range.0, range.1);
                add(format!("{no}{label}{}", but.unwrap_or_default()), slice(article, range), citation);
            }
        }
        for o in &analysis.outcomes {
            let slot = &lexicon.entries[o.slot as usize];
            if slot.role.as_deref() != Some("manner") || !matches!(o.status, Status::Agreed | Status::NotAgreed) {
                continue;
            }
            let range = (clause_start(article, &analysis.sentences[o.sentence as usize], o.span.0), o.span.1);
            let no = if o.status == Status::NotAgreed { "no " } else { "" };
            let citation = cites.cite(article, o.sentence as usize, range.0, range.1);
            add(format!("{no}{}", slot.en.preferred), slice(article, range), citation);
        }
    }
    out
}

/// Words of a sentence.
#[derive(Clone, Copy)]
struct Words {
    start: u32,
    end: u32,
}

/// The words of a sentence that say how talks are held, each with what it says.
fn held(article: &Article, s: &Sentence, lexicon: &Lexicon) -> Vec<(String, Words)> {
    const ONE: [(&str, &str); 4] = [
        ("في قاعة واحدة", "in one hall"),
        ("في صالة واحدة", "in one hall"),
        ("في غرفة واحدة", "in one room"),
        ("طاولة واحدة", "at one table"),
    ];
    let entry = |m: &Mention| &lexicon.entries[m.entry as usize];
    let known = s.mentions.iter().filter(|m| entry(m).role.as_deref() == Some("format"));
    let mut out: Vec<(String, Words)> =
        known.map(|m| (entry(m).en.preferred.clone(), Words { start: m.start, end: m.end })).collect();
    let text = slice(article, (s.start, s.end));
    for (ar, en) in ONE {
        let Some(at) = text.find(ar) else { continue };
        let m = Words { start: s.start + at as u32, end: s.start + (at + ar.len()) as u32 };
        if sat(article, s, m) {
            out.push((en.to_owned(), m));
        }
    }
    out
}

/// `جلس الوفدان في قاعة واحدة`, `لم يجلسوا إلى طاولة واحدة`: they did or did not; who refuses to, or would not, tells nothing of it.
fn sat(article: &Article, s: &Sentence, m: Words) -> bool {
    const SAT: [&str; 9] = ["جلس", "جلست", "جلسا", "جلسوا", "جمع", "جمعت", "جمعتهما", "اجتمع", "اجتمعا"];
    const SIT: [&str; 7] = ["يجلس", "تجلس", "يجلسا", "يجلسوا", "يجمع", "يجتمع", "يجتمعا"];
    let clause = clause_start(article, s, m.start) as usize;
    let words: Vec<&str> = article.text[clause..m.start as usize].split_whitespace().map(|w| w.trim_start_matches('و')).collect();
    words.iter().enumerate().any(|(at, w)| SAT.contains(w) || at > 0 && words[at - 1] == "لم" && SIT.contains(w))
}

/// `لم يجلسوا في قاعة واحدة إلا في الجلسة الافتتاحية`: the one session that is excepted.
fn but_for_a_session(article: &Article, s: &Sentence, m: Words, lexicon: &Lexicon) -> Option<&'static str> {
    let clause = clause_start(article, s, m.start);
    let negator = |n: &Mention| clause <= n.start && n.end <= m.start && lexicon.entries[n.entry as usize].kind == Kind::Negator;
    let mut rest = article.text[m.end as usize..s.end as usize].split_whitespace();
    let except = matches!(rest.next(), Some("إلا" | "سوى")) && s.mentions.iter().any(negator);
    let session = rest.find(|w| *w != "في" && *w != "خلال").filter(|_| except)?;
    let which = rest.next()?.trim_end_matches(['،', '.', '؛']);
    let session = session.trim_start_matches("ال").starts_with("جلس");
    match which {
        _ if !session => None,
        "الافتتاحية" | "الافتتاح" => Some(", except at the opening session"),
        "الختامية" | "الختام" => Some(", except at the closing session"),
        _ => None,
    }
}

/// `not ` where the verb before a mention is negated (`لم يجلسا وجها لوجه`), nothing where it is not or where it is what is excepted (`لم يعقدا سوى لقاءات منفصلة`); `None` where an
/// exception stands behind it, or only a condition does before it (`لن تعقد إلا بعد جولات مكوكية`).
fn negated(article: &Article, s: &Sentence, m: Words, lexicon: &Lexicon) -> Option<&'static str> {
    let clause = clause_start(article, s, m.start);
    let negator = |n: &&Mention| clause <= n.start && n.end <= m.start && lexicon.entries[n.entry as usize].kind == Kind::Negator;
    let found = s.mentions.iter().rfind(negator);
    let no = found.is_some();
    if let Some(n) = found {
        let words: Vec<&str> = article.text[n.start as usize..m.start as usize].split_whitespace().collect();
        if let Some(at) = words.iter().position(|w| matches!(*w, "إلا" | "سوى")) {
            let later = ["لن", "بعد", "قبل", "إذا", "بشرط", "عبر"]
                .iter()
                .any(|w| words[0] == *w && *w == "لن" || words.get(at + 1) == Some(w));
            return (!later).then_some("");
        }
    }
    let rest = &article.text[m.end as usize..clause_end(article, s, m.end) as usize];
    let but = ["إلا", "سوى", "باستثناء", "منذ"].iter().any(|w| rest.split_whitespace().any(|x| x == *w));
    match (no, but) {
        (false, _) => Some(""),
        (true, false) => Some("not "),
        (true, true) => None,
    }
}

/// `نفى صحة الأنباء عن عقد لقاء ثنائي`: what somebody denies is not how the talks were held.
fn is_denied(analysis: &Analysis, m: Words, lexicon: &Lexicon) -> bool {
    let denies = |s: &Statement| s.verb.is_some_and(|v| lexicon.entries[v.entry as usize].stance.as_deref() == Some("deny"));
    analysis.statements.iter().any(|s| s.content.0 <= m.start && m.end <= s.content.1 && denies(s) != s.negated)
}

/// `دعا إلى اجتماع ثلاثي`, `أبدى استعداد طهران لاستضافة لقاء ثلاثي`: what somebody asks for or offers is not how the talks were held.
fn is_offered(article: &Article, s: &Sentence, m: Words, lexicon: &Lexicon) -> bool {
    let clause = clause_start(article, s, m.start);
    // `الأسابيع المقبلة ستخصص للقاءات`
    let plain = |word: &str| word.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let future = |word: &str| {
        let word = plain(word);
        let word = word.trim_start_matches('و');
        ["ست", "سي", "سن"].iter().any(|p| word.starts_with(p)) && !word.starts_with("سيا") && word.chars().count() > 4
    };
    // `ستفان`, `ستوكهولم`: a name.
    let named = |word: &str| {
        let at = (word.as_ptr() as usize - article.text.as_ptr() as usize) as u32;
        s.mentions.iter().any(|m| {
            matches!(lexicon.entries[m.entry as usize].kind, Kind::Person | Kind::Place | Kind::Country)
                && m.start <= at + 2
                && at < m.end
        })
    };
    if article.text[clause as usize..m.start as usize].split_whitespace().any(|w| future(w) && !named(w)) {
        return true;
    }
    s.mentions.iter().filter(|v| clause <= v.start && v.end <= m.start).any(|v| {
        let verb = &lexicon.entries[v.entry as usize];
        let front = &article.text[..v.start as usize];
        // `لاستضافة لقاء ثلاثي`, `ستخصص للقاءات يعقدها`
        let to_come = verb.role.as_deref() == Some("event") && front.ends_with('ل');
        let wish =
            matches!(verb.stance.as_deref(), Some("ask" | "demand" | "expect" | "hope" | "promise" | "propose" | "reject"));
        verb.kind == Kind::Verb && (to_come || wish)
    })
}

/// One line for each sentence in which `find` finds a range; lines that say the same are one.
fn collect(
    round: &Round,
    given: &Given,
    cites: &mut Cites,
    find: impl Fn(&Article, &Analysis, usize, &Sentence) -> Option<(u32, u32)>,
) -> Vec<Line> {
    let mut found: Vec<(&Article, &Analysis, usize, (u32, u32))> = Vec::new();
    for &(article, analysis) in &round.articles {
        for (i, s) in analysis.sentences.iter().enumerate().filter(|(_, s)| s.kind == SentenceKind::Sentence && !s.background) {
            if let Some(range) = find(article, analysis, i, s).filter(|r| r.0 < r.1) {
                found.push((article, analysis, i, range));
            }
        }
    }
    let texts: Vec<&str> = found.iter().map(|(a, _, _, (x, y))| &a.text[*x as usize..*y as usize]).collect();
    let groups = similar::groups(&texts);
    let mut out: Vec<(usize, Line)> = Vec::new();
    for (i, &(article, analysis, n, (start, end))) in found.iter().enumerate() {
        let citation = cites.cite(article, n, start, end);
        if let Some((_, twin)) = out.iter_mut().find(|(g, _)| *g == groups[i]) {
            twin.citations.push(citation);
            continue;
        }
        out.push((
            groups[i],
            Line {
                ar: texts[i].to_owned(),
                en: line((article, analysis), &analysis.sentences[n], start..end, given),
                citations: vec![citation],
            },
        ));
    }
    out.into_iter().map(|(_, l)| l).collect()
}

/// The end of the clause that holds byte `at`: the next Arabic comma, semicolon or full stop, else the end of the sentence.
fn clause_end(article: &Article, s: &Sentence, at: u32) -> u32 {
    let rest = &article.text[at as usize..s.end as usize];
    let mut marks = rest.char_indices().filter(|&(_, c)| matches!(c, '،' | '؛' | '.'));
    let end = marks.find(|&(i, c)| {
        let behind = rest[i + c.len_utf8()..].trim_start();
        !BESIDES.iter().any(|words| behind.starts_with(words))
    });
    rest[..end.map_or(rest.len(), |(i, _)| i)].trim_end().len() as u32 + at
}

/// The start of the clause that holds byte `at`.
fn clause_start(article: &Article, s: &Sentence, at: u32) -> u32 {
    let before = &article.text[s.start as usize..at as usize];
    let start = before.rfind(['،', '؛']).map_or(0, |i| i + '،'.len_utf8());
    let text = &before[start..];
    s.start + (start + text.len() - text.trim_start().len()) as u32
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::brief;

    const OPENS: &str = "انطلقت اليوم الجولة الرابعة من محادثات أستانا.";

    fn format(text: &str) -> Vec<String> {
        brief("2017-05-03", &format!("{OPENS} {text}")).format.into_iter().map(|l| l.en.text).collect()
    }

    #[test]
    fn a_meeting_beside_the_round_is_no_agenda() {
        let agenda = |text: &str| brief("2017-05-03", &format!("{OPENS} {text}")).agenda.len();
        assert_eq!(agenda("وركزت المحادثات على تثبيت وقف إطلاق النار."), 1);
        assert_eq!(agenda("وعقد الوفد على هامش المحادثات لقاءين ثنائيين، تركزت المحادثات فيهما على عودة المهجرين."), 0);
    }

    #[test]
    fn how_the_talks_are_held() {
        assert_eq!(format("وبقي الوفدان طوال اليوم في قاعتين منفصلتين."), ["in separate rooms"]);
        assert_eq!(format("ولم يجلس الوفدان وجها لوجه."), ["not face to face"]);
        // What is excepted, and what comes before it.
        assert_eq!(format("ولم يعقد الوفدان سوى لقاءات منفصلة."), ["separate meetings"]);
        assert_eq!(format("وقال إن الجلسات المباشرة لن تعقد إلا بعد جولات مكوكية."), [""; 0]);
        // Neither the one nor the other.
        assert_eq!(format("ولم يجلس الوفدان وجها لوجه إلا ساعة."), [""; 0]);
        assert_eq!(
            format("ولم يجلس الوفدان في قاعة واحدة إلا في الجلسة الافتتاحية."),
            ["not in one hall, except at the opening session"]
        );
        assert_eq!(format("وجلس الوفدان إلى طاولة واحدة."), ["at one table"]);
        assert_eq!(format("وامتنع الوفدان عن الجلوس إلى طاولة واحدة."), [""; 0]);
        assert_eq!(format("وقال إن الوفد لن يجلس في قاعة واحدة مع أحد."), [""; 0]);
        assert_eq!(format("وجرت المحادثات بشكل غير مباشر."), ["indirect talks"]);
        assert_eq!(format("وسيعقد المبعوث لقاءات منفصلة مع الوفود."), [""; 0]);
        assert_eq!(format("واختتم اليوم بجلسة عامة."), ["plenary session"]);
    }

    #[test]
    fn the_list_of_an_agenda() {
        let agenda = |text: &str| -> Vec<String> {
            brief("2017-05-03", &format!("{OPENS} {text}")).agenda.into_iter().map(|l| l.ar).collect()
        };
        assert_eq!(
            agenda("ويضم جدول الأعمال ثلاثة ملفات، هي الهدنة، والمعتقلون، ومكافحة الإرهاب، وستبحث غدا."),
            ["الهدنة، والمعتقلون، ومكافحة الإرهاب"]
        );
        assert_eq!(
            agenda("وأوضح مسؤول أن التركيز سيكون على ثلاثة ملفات، هي: فتح الممرات، وحماية المدنيين، ووضع آلية للمراقبة."),
            ["فتح الممرات، وحماية المدنيين، ووضع آلية للمراقبة"]
        );
        assert_eq!(
            agenda("وأعلن وزير الخارجية الكازاخي أن تثبيت الهدنة وملف المعتقلين هما عنوانا اجتماع أستانا."),
            ["تثبيت الهدنة وملف المعتقلين هما عنوانا اجتماع"]
        );
        // What somebody would not talk of, or of nothing else.
        assert_eq!(agenda("وقال المبعوث في ختام المحادثات إن الوفد لم يقبل أن يناقش سوى الهدنة."), [""; 0]);
        assert_eq!(agenda("ولم تبحث المحادثات سوى ملف الهدنة."), [""; 0]);
        assert_eq!(agenda("وقال الوفد إن جدول الأعمال واضح."), [""; 0]);
        // Of the round after this one.
        assert_eq!(agenda("وستعقد جولة جديدة من المحادثات في يونيو، وأن يبحث فيها الطرفان ملف الهدنة."), [""; 0]);
    }
}
