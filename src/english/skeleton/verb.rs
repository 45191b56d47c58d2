//! A verb of the glossary: its English in the form that the text has, beside what else the word may be.

use super::letters::feminine;
use crate::analysis::Mention;
use crate::arabic::fold::{self, fold};
use crate::arabic::inflect::{Person, Shape};
use crate::arabic::token::Token;
use crate::english::expand;
use crate::english::lexicon::{Lemma, Lexicon as English, Reading};
use crate::english::node::{Node, Pos};
use crate::english::reading::{acts, node};
use crate::english::spelling;
use crate::glossary::entry::Entry;
use crate::glossary::lexicon::Lexicon;

/// True where what stands behind the word says that it is not this verb. `alone`: the mention is one word.
pub(super) fn refused(text: &str, raw: &str, entry: &Entry, m: Mention, english: &English, alone: bool) -> bool {
    // ستؤدي دورا: no "lead to" where no إلى follows.
    if entry.en.preferred == "lead to" {
        let behind = text[m.end as usize..].split(['.', '،', '\n']).next().unwrap_or_default();
        if !behind.split_whitespace().take(7).any(|w| matches!(w, "إلى" | "الى" | "إليه" | "إليها") || w.starts_with('ل'))
        {
            return true;
        }
    }
    // أقر البرلمان الاتفاق: approved it; one acknowledges with ب or أن.
    if entry.en.preferred == "acknowledge" && entry.ar.first().is_some_and(|a| a == "أقر") {
        let behind = text[m.end as usize..].split(['.', '\n']).next().unwrap_or_default();
        // أقر، في بيان، بوقوع خروقات: what commas hold says how.
        let aside = usize::from(behind.trim_start().starts_with('،')) * 2;
        let behind = behind.split('،').nth(aside).unwrap_or_default();
        let told = |w: &str| {
            ["أن", "ان", "أنه", "أنها", "بأن", "بأنه", "بأنها", "بان"].contains(&w)
                || w.starts_with("بوجود")
                || w.starts_with("بوقوع")
        };
        let words = behind.split_whitespace().take(8);
        if !words.clone().any(told) && !words.take(4).any(|w| w.starts_with('ب')) {
            return true;
        }
    }
    // تحمل مساعدات: carries them; one holds somebody responsible for something.
    if entry.en.preferred == "hold responsible" {
        let behind = text[m.end as usize..].split(['.', '\n']).next().unwrap_or_default();
        const FOR: [&str; 6] = ["مسؤولي", "مسئولي", "تبعة", "تبعات", "عواقب", "وزر"];
        if !behind.split_whitespace().take(12).any(|w| FOR.iter().any(|f| w.contains(f))) {
            return true;
        }
    }
    // اطلعت على نسخة من المسودة: has seen one; whom one briefs stands before على
    if entry.en.preferred == "brief" {
        let near = if raw.trim_start_matches(['و', 'ف']).starts_with('ا') { 6 } else { 2 };
        return text[m.end as usize..].split_whitespace().take(near).any(|w| w == "على" || w.starts_with("علي"));
    }
    // يعتمد المتمردون على دعم طهران: they rely on it
    if entry.en.preferred == "adopt" && relies(&text[m.end as usize..]) {
        return true;
    }
    // رد على القصف: responded to it; one replies with words.
    let bare = raw.trim_start_matches(['و', 'ف', 'س']);
    if entry.en.preferred == "reply" && matches!(bare, "رد" | "ردت" | "ردوا" | "يرد" | "ترد") {
        let behind = text[m.end as usize..].split(['.', '\n']).next().unwrap_or_default();
        let told = |w: &str| matches!(w, "بأن" | "بأنه" | "بأنها" | "قائلا" | "قائلة" | "بالقول" | "إن");
        if behind.split_whitespace().next() == Some("على") && !behind.split_whitespace().take(12).any(told) {
            return true;
        }
    }
    // نقل اجتماعات: moving them; one quotes from somebody.
    if entry.en.preferred == "quote" {
        let rest = text[m.end as usize..].split(['.', '،', '\n']).next().unwrap_or_default();
        if !rest.split_whitespace().take(8).any(|w| w == "عن") {
            return true;
        }
    }
    // توصل is reaching; رأى without أن is seeing.
    let told = |w: &str| matches!(w, "أن" | "ان" | "إن" | "أنه" | "أنها" | "بأن");
    let clause = || text[m.end as usize..].split(['.', '،', '\n']).next().unwrap_or_default();
    let behind = || clause().split_whitespace().take(9).any(told) || text[m.end as usize..].split_whitespace().take(4).any(told);
    if entry.en.preferred == "deliver" && raw.ends_with("توصل") || entry.en.preferred == "take the view" && !behind() {
        return true;
    }
    if !alone {
        return false;
    }
    let first = first(entry);
    // يعقد الجهود: complicates, where the lexicon has a sense for just this neighbour.
    // جدد الطرفان الهدنة: renewed it, whoever stands between.
    let clause = text[m.end as usize..].split(['.', '،', '\n', ':']).next().unwrap_or_default();
    let told = |w: &&str| matches!(*w, "أن" | "إن");
    let near = clause.split_whitespace().take(if first == "جدد" { 4 } else { 1 });
    let mut after: Vec<_> = near.clone().take(1).chain(near.skip(1).take_while(|w| !told(w))).map(fold).collect();
    // إطلاق 90 محتجزا, إطلاق كل الأسرى: what is counted
    let counts = |w: &&str| {
        w.chars().all(|c| c.is_numeric() || matches!(c, ',' | '.'))
            || matches!(*w, "كل" | "كافة" | "جميع" | "نحو" | "باقي" | "بقية")
    };
    if clause.split_whitespace().next().is_some_and(|w| counts(&w)) {
        after.extend(clause.split_whitespace().find(|w| !counts(w)).map(fold));
    }
    // التزما بالاجتماع: what stands behind a preposition that is written onto it
    if let Some(rest) = clause.trim_start().strip_prefix('ب') {
        let word = rest.split_whitespace().next().unwrap_or_default();
        after.push(fold(word.strip_prefix("ال").unwrap_or(word)));
    }
    let other_sense = |l: Lemma| {
        l.pos == "verb"
            && fold::same(l.ar, first)
            && l.en(0) != Some(entry.en.preferred.as_str())
            && l.guards().is_some_and(|(next, _, _)| next.split(' ').any(|w| !w.is_empty() && after.contains(&fold(w))))
    };
    let mut readings = Vec::new();
    english.readings(raw, &mut readings);
    keep(raw, &mut readings);
    readings.iter().any(|r| other_sense(r.lemma))
}

/// Takes out the readings that are spelt otherwise: أسفه is no آسفة.
fn keep(raw: &str, readings: &mut Vec<Reading>) {
    if raw.ends_with('ه') || raw.ends_with("ها") {
        spelling::keep(raw, readings);
    }
}

/// The first word of the form that the glossary has first.
fn first(entry: &Entry) -> &str {
    entry.ar.first().map_or("", |a| a.split(' ').next().unwrap_or(a))
}

/// What the word may be; what stands behind it was asked before ([`refused`]).
pub(super) fn verb(
    text: &str,
    tokens: &[Token],
    entry: &Entry,
    m: Mention,
    glossary: &Lexicon,
    (english, mut readings): (&English, Vec<Reading>),
    make: &dyn Fn(Pos) -> Node,
) -> Vec<Node> {
    let raw = tokens[0].text(text);
    if tokens.len() == 1 && spelling::another(raw, &entry.en.preferred, &readings) {
        return Vec::new();
    }
    let mut out = Vec::new();
    keep(raw, &mut readings);
    let first = first(entry);
    let direct = entry.takes.iter().any(|t| matches!(t.as_str(), "إلى" | "على" | "عن" | "ب"))
        || entry.en.preferred.ends_with(" on") && entry.takes.iter().any(|t| t == "في");
    let other = |l: &crate::english::lexicon::Lemma| l.en(0) != Some(entry.en.preferred.as_str());
    // وقع is to sign and to occur: the sense whose English is the entry's.
    let same_en = readings
        .iter()
        .map(|r| r.lemma)
        .find(|l| l.pos == "verb" && l.en(0) == Some(entry.en.preferred.as_str()))
        .map(Lemma::free);
    let lemma = same_en.or_else(|| english.verb(first)).map(|l| {
        if direct && other(&l) { l.direct(entry.en.preferred.ends_with(" to"), entry.en.preferred.ends_with(" on")) } else { l }
    });
    let dress = |n: Node| Node {
        // إطلاق سراح: the English of the whole, not of its first word.
        en: if n.pos == Pos::Masdar && n.own && tokens.len() == 1 { n.en } else { entry.en.preferred.clone() },
        own: n.pos == Pos::Masdar && (n.own && tokens.len() == 1 || entry.en.preferred == "release"),
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
    let same: Vec<Node> =
        readings.iter().filter(|r| r.lemma.pos == "verb" && fold::same(r.lemma.ar, first)).filter_map(|r| node(r, raw)).collect();
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
        // هدفه, هدوء حذر: a noun or adjective written like the verb, and no verbal noun of it.
        let masdar = |ar: &str| english.verb(first).is_some_and(|l| l.masdars().split(' ').any(|m| m == ar));
        let apart = |l: Lemma| l.pos != "verb" && !l.is('e') && !masdar(l.ar);
        out.extend(
            readings
                .iter()
                .filter(|r| !fold::same(r.lemma.ar, first) || apart(r.lemma))
                .filter_map(|r| node(r, raw))
                .map(|n| Node { raw: (tokens[0].start, tokens[0].end), ..n }),
        );
        // A noun of the general lexicon written like the masdar gives its English, not its verb's.
        if let Some(noun) = readings.iter().find(|r| {
            r.kind() == expand::kind::NOUN && r.lemma.guards().is_none() && !matches!(first, "عقد" | "أجرى" | "وضع" | "حكم")
        }) {
            for n in out.iter_mut().filter(|n| n.pos == Pos::Masdar && !n.own) {
                n.en = noun.lemma.en(0).unwrap_or_default().to_owned();
                n.own = true;
                n.mass = noun.lemma.is('m');
                // الرئاسة: a body that acts
                n.agent |= acts(&n.en);
                n.feminine |= n.ar.ends_with(['ة', 'ه']);
            }
        }
    }
    out
}

/// True if على stands behind one word at most; بشكل كبير, بالدرجة الأولى are not counted.
fn relies(behind: &str) -> bool {
    let clause = behind.split(['.', '،', '\n', ':']).next().unwrap_or_default();
    let (mut others, mut words) = (0, clause.split_whitespace());
    while let Some(word) = words.next() {
        match word {
            "على" | "علي" | "عليه" | "عليها" => return true,
            "بشكل" | "بصورة" | "بالدرجة" | "بدرجة" => {
                words.next();
            }
            "أيضا" | "كثيرا" | "أساسا" => {}
            _ if others == 1 => return false,
            _ => others += 1,
        }
    }
    false
}
