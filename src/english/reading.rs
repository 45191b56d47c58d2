//! From a reading of the lexicon to a node.

use super::expand::{feature, kind};
use super::lexicon::Reading;
use super::node::{Node, Pos};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::fold::{fold, show};
use crate::arabic::inflect::{Person, Tense};

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
    "foreign ministry",
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
    "leadership",
    "command",
    "secretariat",
    "cabinet",
    "senate",
    "media",
    "security",
    "gathering",
    "radio",
    "television",
];

/// True for a body that acts and speaks, by its English.
pub(super) fn acts(en: &str) -> bool {
    let head = en.rsplit(' ').next().unwrap_or(en);
    matches!(
        head,
        "states" | "countries" | "country" | "organizations" | "groups" | "factions" | "institutions" | "bodies" | "donors"
    ) || en == "all parties"
        || AGENTS.contains(&en)
        || en.strip_suffix("ies").is_some_and(|stem| AGENTS.iter().any(|a| a.strip_suffix('y') == Some(stem)))
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
    // اطلع على الوثيقة: saw it; he who briefs is written with a hamza
    if r.lemma.ar == "أطلع" && r.kind() == kind::VERB && r.tense() == Tense::Perfect && !raw.contains('أ') {
        return None;
    }
    // يتم is تم far more often than أتم.
    if r.lemma.ar == "أتم" && r.kind() == kind::VERB && r.tense() != Tense::Perfect {
        return None;
    }
    // اطلعت على نسخة: saw it
    if r.kind() == kind::VERB && r.lemma.ar == "أطلع" && r.tense() == Tense::Perfect && !raw.contains('أ') {
        return None;
    }
    // أثر القرار: it affected; إثر is written below.
    if r.kind() == kind::WORD && r.lemma.ar == "إثر" && raw.contains('أ') {
        return None;
    }
    // لكنها آثار: effects; nobody raised anything with a madda.
    if r.kind() == kind::VERB && r.tense() == Tense::Perfect && raw.contains('آ') && !r.lemma.ar.contains('آ') {
        return None;
    }
    // رجل يدعى: called; who alleges something is written with ي.
    if r.kind() == kind::VERB && r.lemma.ar == "ادعى" && r.tense() == Tense::Imperfect && raw.ends_with('ى') {
        return None;
    }
    // سِجل: a noun; the vowel of a passive has its ي behind it.
    if r.kind() == kind::VERB && r.tense() == Tense::Perfect && raw.chars().nth(1) == Some('\u{650}') && !raw.contains("ِي") {
        return None;
    }
    // وبدا المبعوث أكثر تفاؤلا: he seemed so; who begins has his hamza
    if r.kind() == kind::VERB && r.lemma.ar == "بدأ" && raw.ends_with("بدا") {
        return None;
    }
    // من أن نصف السكان: half of them; nobody says that we describe
    if r.kind() == kind::VERB && r.lemma.ar == "وصف" && r.person() == Person::We {
        return None;
    }
    // وفي الجنينة: in; who fulfils something is written with ى.
    if r.kind() == kind::VERB && r.tense() == Tense::Perfect && r.lemma.ar == "وفى" && raw.ends_with('ي') {
        return None;
    }
    // البند الأهم: إلى has its ي before a pronoun.
    if r.lemma.ar == "إلى" && matches!(r.ending, Ending::Pronoun(_)) && !raw.contains('ي') {
        return None;
    }
    // أثار تكهنات: raised; effects are written with a madda
    if r.kind() == kind::NOUN && r.lemma.ar.starts_with('آ') && raw.contains('أ') && !raw.contains('آ') {
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
    // اليه is إليه; a mechanism has its dots.
    if r.lemma.ar == "آلية" && raw.trim_start_matches(['و', 'ف']) == "اليه" {
        return None;
    }
    // المهم أن: what matters; nobody hurt them. محافظ أبين is a place: two fathers are أبوان.
    if r.lemma.ar == "آلم" && matches!(r.ending, Ending::Pronoun(_)) && raw.ends_with("المهم")
        || r.lemma.ar == "أب" && r.has(feature::DUAL)
    {
        return None;
    }
    // أثرا is no preposition with an ending.
    if r.kind() == kind::WORD && matches!(r.lemma.pos, "prep" | "conj" | "clause") && r.ending == Ending::Accusative {
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
            // تُمدد: the vowel stands on a prefix, not on the first letter of تمدد.
            // تُرك: of three letters, the first is the verb's own
            let three = r.lemma.ar.chars().count() == 3;
            if n.tense == Tense::Perfect && vowel(1) && r.lemma.ar.starts_with('ت') && raw.contains("تُ") && !three {
                return None;
            }
            n.passive |= n.tense == Tense::Perfect && (vowel(1) || second);
            // ألغي القرار: ي ends the passive of a perfect whose active ends in ى
            let four = r.lemma.ar.starts_with('أ') && r.lemma.ar.ends_with('ى') && r.lemma.ar.chars().count() == 4;
            n.passive |= n.tense == Tense::Perfect && n.person == Person::He && four && n.pron.is_none() && raw.ends_with('ي');
            // تُعطى, يُجرى: ى ends the passive of verbs whose active ends in ي.
            let weak = r.lemma.ar.starts_with(['أ', 'ا']) && r.lemma.ar.ends_with('ى');
            let tenth = weak && r.lemma.ar.starts_with("است");
            n.passive |= n.tense == Tense::Imperfect && (vowel(1) && weak || tenth) && raw.ends_with('ى');
            // قرية تسمى: what it is called
            n.passive |= n.tense == Tense::Imperfect && r.lemma.ar == "سمى" && raw.ends_with('ى');
            // يُعقد: so does that of the prefix where the verb has three letters.
            let prefixed = matches!(n.tense, Tense::Imperfect | Tense::Short);
            n.passive |= prefixed && vowel(1) && r.lemma.ar.chars().count() == 3 && !r.lemma.ar.contains('آ');
            // يُستوعب المقاتلون, يُتداول المقترح: and of those whose own vowel is a fatha
            n.passive |= prefixed && vowel(1) && r.lemma.ar.starts_with(['ا', 'ت']) && r.lemma.ar.chars().count() > 3;
            // شعب يُحاصَر: the vowel before the last letter tells it of the others
            n.passive |= prefixed && vowel(1) && fatha_before_last(raw);
            // تُلي البيان: a passive of the present ends in ى; ستُجرى: nor does what takes place have one
            if n.passive && prefixed && vowel(1) && (raw.ends_with('ي') || r.lemma.ar == "جرى") {
                return None;
            }
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
        kind::ADJECTIVE => {
            n.pos = Pos::Adjective;
            n.feminine |= matches!(r.lemma.ar, "عليا" | "كبرى" | "عظمى" | "صغرى" | "وسطى" | "قصوى" | "دنيا");
        }
        kind::MASDAR => {
            n.pos = Pos::Masdar;
            match r.lemma.masdar_en(&fold(raw)) {
                Some(own) => {
                    own.clone_into(&mut n.en);
                    n.own = true;
                    n.mass = true;
                    n.agent |= AGENTS.contains(&own);
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

/// يُحاصَر: true for a fatha between the last two letters.
fn fatha_before_last(raw: &str) -> bool {
    let mut marks = raw.chars().rev().skip_while(|c| ('\u{64b}'..='\u{652}').contains(c)).skip(1);
    marks.next() == Some('\u{64e}')
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
