//! Which reading a word has here: its neighbours choose. Points are given for what the grammar expects, and taken for what it forbids.

mod clause;
mod guards;
mod homographs;
mod nouns;
mod previous;
mod verbs;
mod words;
mod written;

use crate::arabic::inflect::{Person, Tense};
use crate::english::memory::Readings;
use crate::english::node::{Node, Pos};

/// Chooses a reading by its neighbours.
pub(super) fn choose(candidates: &[Node], before: &[Node], behind: &[Readings]) -> Node {
    // A single candidate needs no points.
    let scores: Vec<i32> = match candidates {
        [_] => vec![0],
        _ => candidates.iter().map(|c| score(c, before, behind)).collect(),
    };
    let best = candidates.iter().enumerate().max_by_key(|(i, c)| {
        // توصل الأطراف إلى: reaching, where the clause has its verb.
        let masdar = c.pos == Pos::Verb
            && matches!((c.tense, c.person), (Tense::Imperfect, Person::She) | (Tense::Perfect, Person::He))
            && candidates.iter().any(|o| o.pos == Pos::Masdar && o.prep.is_none() && o.pron == c.pron && o.ar.starts_with('ت'))
            && before.last().is_none_or(|p| p.ar != "ثم")
            && !answers(before)
            && before.last().is_some_and(|p| {
                // شح السيولة وتوقف الرواتب: one more noun
                let joins = c.and && c.tense != Tense::Perfect && p.nominal() && p.definite;
                joins || !c.and && matches!(p.pos, Pos::Mark('،' | ',') | Pos::Adverb | Pos::Name)
            })
            && before
                .iter()
                .rev()
                .take_while(|n| !n.ends_clause() && !matches!(n.pos, Pos::That | Pos::Rel | Pos::Clause | Pos::Neg))
                .any(|n| n.pos == Pos::Verb);
        // لتلقي العلاج: to receive it, where the other reading is a verb for her.
        let purpose = c.pos == Pos::Verb
            && c.prep == Some("ل")
            && (c.tense, c.person) == (Tense::Imperfect, Person::She)
            && candidates.iter().any(|o| o.pos == Pos::Masdar && o.prep == Some("ل") && o.ar.starts_with('ت'));
        // مقترحا معدلا: amended, no rate
        let amended = c.pos == Pos::Noun
            && (c.accusative || c.dual && c.ar.ends_with('ا'))
            && !c.and
            && !c.mention
            && before.last().is_some_and(|p| p.nominal() && p.accusative && !p.definite)
            && candidates
                .iter()
                .any(|o| matches!(o.pos, Pos::Adjective | Pos::Passive) && o.accusative && !o.and && o.prep.is_none());
        // مصادر أمنية: security, no wish, where the adjective agrees with the noun before it.
        let described = c.pos == Pos::Noun
            && (!c.mention || c.ar == "مهمه")
            && c.ungoverned()
            && c.pron.is_none()
            && !c.dual
            && before.last().is_some_and(|p| {
                let feminine = p.feminine || p.plural && !p.human;
                p.pos == Pos::Noun
                    && !p.bare
                    && candidates.iter().any(|o| {
                        o.pos == Pos::Adjective
                            && o.definite == (p.definite || p.pron.is_some())
                            && o.feminine
                            && feminine
                            && !o.and
                            && o.prep.is_none()
                    })
            });
        (
            scores[*i]
                - if described || amended {
                    14
                } else if masdar {
                    30
                } else if purpose {
                    12
                } else {
                    0
                },
            std::cmp::Reverse(*i),
        )
    });
    // عضو الوفد عسكر فلان: a name behind an office, not the verb that is written like it.
    let office = before.last().is_some_and(|p| p.human && !p.bare && p.nominal() || p.pos == Pos::Title);
    let nameless = |i: usize| {
        behind.get(i).is_some_and(|l| l.iter().all(|n| n.pos == Pos::Unknown && !n.definite && n.ar.chars().count() > 2))
    };
    let has_verb = before
        .iter()
        .rev()
        .take_while(|n| !matches!(n.pos, Pos::Mark(_) | Pos::That | Pos::Rel | Pos::Clause))
        .any(|n| n.pos == Pos::Verb);
    if office
        && nameless(0)
        && has_verb
        && let Some((_, n)) = best.filter(|(_, n)| n.pos == Pos::Verb && !n.and && n.tense == Tense::Perfect && n.pron.is_none())
    {
        return Node { raw: n.raw, ar: n.ar.clone(), content: true, ..Node::new(Pos::Unknown, "…") };
    }
    match best {
        // أدري: nobody says "I" outside quotation marks, a name is more likely.
        Some((_, n)) if n.pos == Pos::Verb && n.person == Person::I && !quoting(before) => {
            Node { raw: n.raw, ar: n.ar.clone(), content: true, ..Node::new(Pos::Unknown, "…") }
        }
        Some((at, n)) => {
            // المشاركون: participants, or those who take part.
            let same = |c: &Node| {
                matches!(c.pos, Pos::Active | Pos::Adjective) && n.pos == Pos::Noun && n.human && n.definite && c.definite
            };
            // مبادئ is the plural of مبدأ as well as a word of its own; صياغة is what is drafted, or drafting it.
            let synonym = |c: &Node| {
                let noun = |x: &Node| matches!(x.pos, Pos::Noun | Pos::Masdar);
                noun(n)
                    && noun(c)
                    && (c.noun() == n.noun() || (n.pos == Pos::Noun) != (c.pos == Pos::Noun) && c.ar == n.ar && !n.plural)
            };
            // leaders and leadership, come and come about, indeed and already
            let near = |c: &Node| {
                let letters = c.en.chars().zip(n.en.chars()).take_while(|(a, b)| a == b).count();
                c.pos == n.pos && (letters >= 4 || c.en == "be concerned" || n.pos == Pos::Adverb)
                    || n.pos == Pos::Adverb && c.pos == Pos::Noun
            };
            // An adjective has its noun before it.
            let described = |c: &Node| {
                !matches!(c.pos, Pos::Adjective | Pos::Active | Pos::Passive)
                    || n.pos == Pos::Adjective
                    || before.last().is_some_and(|b| {
                        (b.nominal() || b.pos == Pos::Adjective)
                            && (b.definite == c.definite || b.bare)
                            && !c.and
                            && c.prep.is_none()
                    })
            };
            let rival = |i: usize, c: &Node| {
                c.en != n.en && c.content && !same(c) && !synonym(c) && !near(c) && described(c) && scores[i] + 1 >= scores[at]
            };
            let all = || candidates.iter().enumerate().filter(|&(i, c)| n.content && !n.mention && i != at && rival(i, c));
            // Where a verb cannot stand, no clause hangs on it: behind a preposition or a noun without the article, behind another verb, أكثر, سهلا.
            let verb_here = !before.last().is_some_and(|b| {
                b.pos == Pos::Prep && b.pron.is_none() || b.nominal() && !b.definite && !b.bare && b.pron.is_none()
            });
            let torn = |c: &Node| match (c.pos == Pos::Verb, n.pos == Pos::Verb) {
                (true, false) => {
                    verb_here
                        && (!has_verb || before.last().is_some_and(|b| b.pos == Pos::Adjective && !b.definite))
                        && n.prep.is_none()
                        && c.person != Person::I
                        && !(c.person == Person::Both && n.accusative)
                        && (c.pron.is_none() || c.lemma.is_some_and(|l| l.is('t')))
                }
                (false, true) => true,
                _ => false,
            };
            let (tied, torn) = (all().next().is_some(), all().any(|(_, c)| torn(c)));
            Node { tied, torn, ..n.clone() }
        }
        None => Node::new(Pos::Unknown, "…"),
    }
}

/// كلما اقتربا من اتفاق، تصاعد القتال: true behind the comma that ends an opening clause with its one verb.
fn answers(before: &[Node]) -> bool {
    let Some((comma, rest)) = before.split_last() else { return false };
    let open = rest.iter().rposition(|n| matches!(n.pos, Pos::Clause | Pos::If));
    comma.pos == Pos::Mark('،')
        && open.is_some_and(|o| {
            let opens = o == 0 || rest[o].and || matches!(rest[o - 1].pos, Pos::Mark('.' | ':' | '؛' | '"'));
            opens
                && rest[o + 1..].iter().filter(|n| n.pos == Pos::Verb).count() == 1
                && !rest[o + 1..].iter().any(|n| matches!(n.pos, Pos::Mark(_)))
        })
}

/// True inside quotation marks.
fn quoting(before: &[Node]) -> bool {
    before.iter().filter(|n| n.quote()).count() % 2 == 1
}

fn nominal_follows(next: Option<&[Node]>) -> bool {
    next.is_some_and(|l| l.iter().any(|n| (n.nominal() || n.prep.is_some() || n.pos == Pos::Prep) && !n.and))
}

fn nominal_behind_bare(next: Option<&[Node]>) -> bool {
    next.is_some_and(|l| l.iter().any(Node::ungoverned))
}

/// A reading and what stands around it.
#[derive(Clone, Copy)]
struct At<'a> {
    c: &'a Node,
    before: &'a [Node],
    behind: &'a [Readings],
    /// The node before it; a quotation mark is no neighbour.
    prev: Option<&'a Node>,
    /// The readings of the word behind it.
    next: Option<&'a [Node]>,
    /// True where a clause opens.
    start: bool,
}

fn score(c: &Node, before: &[Node], behind: &[Readings]) -> i32 {
    use Pos::{
        Active, Adjective, Clause, Conj, If, Mark, Masdar, Name, Neg, Noun, Number, Passive, Prep, Quant, That, Title, Verb, What,
    };
    let opens = before.last().is_some_and(Node::quote)
        && before.iter().rev().find(|n| !n.quote()).is_some_and(|p| matches!(p.pos, Verb | That) || p.agent);
    let prev = before.iter().rev().find(|n| !n.quote()).filter(|_| !opens);
    let next = behind.first().map(|readings| &**readings);
    let start = prev
        .is_none_or(|p| matches!(p.pos, Conj | Clause | If | What) || (matches!(p.pos, Mark(_)) && !matches!(p.pos, Mark('-'))));
    let at = At { c, before, behind, prev, next, start };
    let mut s = 0;
    s -= i32::from(c.and) * 6
        + i32::from(c.prep.is_some()) * 9
        + i32::from(c.pron.is_some()) * 6
        + i32::from(c.accusative) * 10
        + i32::from(c.will) * 4;
    s += guards::points(&at)
        + homographs::points(&at)
        + words::points(&at)
        + verbs::points(&at)
        + nouns::points(&at)
        + clause::points(&at)
        + previous::points(&at)
        + written::points(&at);
    let own_prep = c.prep.is_some();
    let verb = c.pos == Verb;
    // لا يمثلون: more than two are meant.
    if c.dual && c.pos != Verb && behind.iter().take(7).flatten().any(|n| n.pos == Verb && n.person == Person::They && !n.and) {
        s -= 12;
    }
    // اتفاقا دائما: a permanent agreement, not "always".
    if c.pos == Adjective
        && c.accusative
        && prev.is_some_and(|p| {
            p.nominal()
                && (p.accusative || p.ar.ends_with('ء'))
                && !p.definite
                && (p.feminine == c.feminine || !p.ar.ends_with(['ه', 'ة']))
                && !p.plural
        })
    {
        s += 20;
    }
    // مؤتمر عقده, بيان نشرته: a clause about the noun before it.
    if verb
        && c.pron.is_some()
        && c.tense == Tense::Perfect
        && !c.and
        && c.lemma.is_some_and(|l| l.is('t'))
        && prev.is_some_and(|p| (p.nominal() || p.pos == Adjective) && !p.definite && !p.bare && p.pron.is_none())
    {
        s += 14;
    }
    // تصريح نشرته الصحيفة: a noun with a pronoun has no second noun.
    if c.nominal()
        && c.pron.is_some()
        && c.prep.is_none()
        && !c.and
        && prev.is_some_and(|p| (p.nominal() || p.pos == Adjective) && !p.definite && !p.bare && p.pron.is_none())
        && next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.definite))
        && c.pos != Masdar
    {
        s -= 16;
    }
    // السياسي والعسكري: one more adjective, not a soldier.
    if c.pos == Adjective
        && c.and
        && prev.is_some_and(|p| {
            // الانتخابات الرئاسية والبرلمانية: a term that ends in an adjective
            let term = p.pos == Noun && p.mention && p.ar.contains(' ') && (p.feminine || p.plural);
            p.definite == c.definite && (p.pos == Adjective && p.feminine == c.feminine || term && c.feminine)
        })
    {
        s += 12;
    }
    // معارضته: his opposition, not a woman who opposes him.
    if c.human && c.feminine && c.pron.is_some() && !c.plural {
        s -= 8;
    }
    // المؤسسات: institutions, not women who found something.
    if c.pos == Noun && c.human && c.feminine && c.plural && c.lemma.is_some_and(|l| !l.ar.ends_with('ة')) {
        s -= 6;
    }
    // هدنة مدتها ثلاثون يوما: its duration is
    if verb && c.pron.is_some() && next.is_some_and(|l| l.iter().all(|n| n.pos == Number)) {
        s -= 20;
    }
    // وقعته الحكومة: what happens has no object.
    // تحدثنا اليوم: we spoke
    let of_us = c.pron == Some(crate::arabic::clitics::Pronoun::Our)
        && c.lemma.is_some_and(|l| matches!(l.ar, "تحدث" | "اتفق" | "توصل" | "شارك" | "تعهد" | "تفاوض" | "نجح" | "وافق"));
    if verb && c.pron.is_some() && (of_us || crate::english::subject::intransitive(c)) {
        s -= 25;
    }
    let nominal = c.nominal();
    if !matches!(c.pos, Verb | Noun | Masdar | Adjective | Active | Passive | Name | Title) {
        // Particles are few and frequent: the verb that is written like على or بين is not meant.
        s += if c.content { 7 } else { 40 };
    }
    match c.pos {
        Active => s -= 5,
        Passive => s -= if c.accusative { 8 } else { 4 },
        Noun => s += 1,
        Verb if own_prep => s -= 8,
        _ => {}
    }
    // فيما يعد: a shortened verb stands behind لم, إن and ما لم only.
    if verb
        && c.tense == Tense::Short
        && !prev.is_some_and(|p| p.pos == If || p.pos == Clause && p.en == "unless" || p.pos == Neg && p.ar == "لم")
    {
        s -= 25;
    }
    // مديري 28 جامعة: many
    if c.dual && c.pos != Verb && next.is_some_and(|l| l.iter().any(|n| n.pos == Number && n.en != "two")) {
        s -= 12;
    }
    // خمسة معتقلين: five, and not two
    if c.dual && c.pos != Verb && !c.and && prev.is_some_and(|p| p.pos == Number && p.en != "two") {
        s -= 40;
    }
    // مندوبين is many, not two; بيانا is one with an ending.
    if c.dual && c.pos != Verb {
        let construct = next.is_some_and(|l| l.iter().any(Node::ungoverned));
        s -= if c.human && (construct || !c.ar.ends_with('ا')) {
            5
        } else if c.ar.ends_with(['ا', 'ي']) && !construct && c.pron.is_none() {
            14
        } else {
            0
        };
    }
    // أهم دور, آخر شبر: an elative before its noun.
    if c.lemma.is_some_and(|l| l.is('e'))
        && c.pos == Adjective
        && !c.definite
        && next.is_some_and(|l| l.iter().any(Node::ungoverned))
    {
        s += 25;
    }
    // لجنة تشكل لهذا الغرض: a verb about the noun before it.
    if verb
        && !c.and
        && !own_prep
        && matches!(c.tense, Tense::Imperfect)
        && prev.is_some_and(|p| {
            (p.nominal() || p.pos == Adjective && c.person == Person::She)
                && !p.definite
                && !p.bare
                && p.pron.is_none()
                && (c.person == Person::She) == (p.feminine || p.plural && !p.human)
        })
        && next.is_some_and(|l| {
            l.iter().any(|n| {
                n.pos == Prep || n.prep.is_some() || n.pron.is_some() || n.nominal() && prev.is_some_and(|p| p.pos == Adjective)
            })
        })
    {
        s += 10;
    }
    let nominal_behind = nominal_behind_bare(next);
    // A dual keeps no ن before its second noun.
    if c.dual && c.pos == Noun && c.ar.ends_with('ن') && nominal_behind && !c.definite {
        s -= 10;
    }
    // The verb follows the gender of a subject directly behind it.
    if verb
        && let Some(n) =
            next.and_then(|l| l.first()).filter(|n| n.nominal() && n.definite && !n.bare && n.prep.is_none() && !n.and)
    {
        let feminine = n.feminine || (n.plural && !n.human);
        let man = c.person == Person::She && !feminine && !n.plural;
        s -= if man && (n.dual || start && c.tense == Tense::Imperfect && before.is_empty() && n.pos == Noun) {
            14
        } else if man || c.person == Person::He && feminine {
            5
        } else {
            0
        };
    }
    if c.and && nominal && !own_prep && prev.is_some_and(|p| p.nominal() && !p.definite && p.pron.is_none()) && nominal_behind {
        s += 8;
    }
    if matches!(c.pos, Adjective | Active | Passive) && !c.mention {
        // سوقا شعبيا: a feminine that nothing shows takes either.
        let shown = |p: &Node| c.feminine || p.ar.ends_with(['ه', 'ة']) || p.ar.ends_with("ات");
        let other = prev
            .is_some_and(|p| p.nominal() && !p.plural && !p.dual && !p.bare && p.feminine != c.feminine && shown(p) && !c.plural);
        // ناقش المجتمعون الآلية: what ends in ون has adjectives that do
        let people = prev.is_some_and(|p| p.plural && p.human && p.definite && p.ar.ends_with(['ن']) && p.pron.is_none());
        s -= if other || people && c.definite && !c.plural && !c.dual { 12 } else { 0 };
    }
    // لمطالبه: its demands, nothing that is demanded
    if c.pos == Active && c.pron.is_some() {
        s -= 20;
    } else if c.pos == Passive && c.pron.is_some() {
        s -= 8;
    }
    // وجرح آخرون: one has no others
    if matches!(c.pos, Noun | Masdar)
        && !c.plural
        && !c.definite
        && !c.mention
        && next.is_some_and(|l| l.iter().any(|n| n.plural && n.ungoverned() && (n.en == "other" || n.ar.ends_with("ون"))))
    {
        s -= 15;
    }
    // ما تحقق حتى الآن: what was achieved; who achieves it has an object
    if verb
        && c.person == Person::She
        && c.tense == Tense::Imperfect
        && c.lemma.is_some_and(|l| l.ar == "حقق")
        && prev.is_some_and(|p| p.pos == What)
        && !next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.nominal()))
    {
        s -= 25;
    }
    // وتقرر عقد الجولة: it was decided; who decides stands before what is decided
    if verb
        && start
        && c.person == Person::She
        && c.tense == Tense::Imperfect
        && c.lemma.is_some_and(|l| l.ar == "قرر")
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Masdar && n.ungoverned() || n.pos == That))
    {
        s -= 25;
    }
    if c.pos == Active && c.accusative && prev.is_some_and(|p| matches!(p.pos, Mark('،' | ','))) {
        s += 16;
    }
    // الجيش تقدم: a common noun shows its gender, a party may be either.
    let shown = |p: &Node| !p.agent || p.pos == Noun && !p.bare && !p.plural && !p.dual;
    if verb && prev.is_some_and(|p| (p.definite || p.pron.is_some()) && (p.nominal() || p.pos == Adjective) && shown(p)) && !c.and
    {
        let feminine = prev.is_some_and(|p| p.feminine || p.plural);
        s -= if (c.person == Person::She) != feminine && matches!(c.person, Person::She | Person::He) { 14 } else { 0 };
    }
    if verb && c.person == Person::Both && !prev.is_some_and(|p| p.dual || p.pos == Neg) {
        s -= 10;
    }
    if verb && matches!(c.person, Person::I) {
        s -= if quoting(before) { 16 } else { 30 };
    }
    // نحو الحل is towards it.
    if c.pos == Quant
        && matches!(c.en.as_str(), "about" | "nearly" | "around" | "approximately")
        && !next.is_some_and(|l| l.iter().any(|n| matches!(n.pos, Number | Quant)))
    {
        s -= 60;
    }
    // متهما الجيش بخرق الهدنة: goes on speaking.
    if c.pos == Active && c.accusative && next.is_some_and(|l| l.iter().any(|n| n.definite || n.bare || n.pos == That)) {
        s += 16;
    }
    // ورفضها للأجندات
    if c.pos == Masdar && c.pron.is_some() && c.and && next.is_some_and(|l| l.iter().any(|n| n.prep.is_some() || n.pos == Prep)) {
        s += 14;
    }
    // نصيب: a share; nobody says "we" outside quotation marks.
    if verb
        && c.person == Person::We
        && !(quoting(before) || before.iter().any(|n| n.en == "we"))
        && !prev.is_some_and(|p| p.pos == That)
    {
        s -= 30;
    }
    // غير أن وفد الحكومة لم يصل: no verb in the past stands behind أن.
    if verb
        && c.tense == Tense::Perfect
        && !c.and
        && prev.is_some_and(|p| {
            p.pos == Clause
                && p.pron.is_none()
                && crate::english::check::denials(&c.en) == 0
                && ["أن", "ان", "لأن", "لان"].iter().any(|w| p.ar.ends_with(w))
        })
    {
        s -= 30;
    }
    // كان مقررا أن: it was scheduled
    if c.pos == Active && c.accusative && prev.is_some_and(|p| p.pos == Verb && crate::english::verb::is_verb(p, "كان")) {
        s -= 40;
    }
    // ارتضى بـ, قبل بـ: the verb that takes the preposition behind.
    let takes = |n: &Node| {
        c.lemma.is_some_and(|l| n.prep.is_some_and(|p| l.prep(p).is_some()) || n.pos == Prep && l.prep(&n.ar).is_some())
    };
    if verb && c.lemma.is_some_and(|l| l.guards().is_none()) && behind.iter().take(2).flatten().any(takes) {
        s += 4;
    }
    if start {
        s += if verb { 12 } else { 0 };
        s += if matches!(c.pos, Adjective | Passive) && !c.definite { -3 } else { 0 };
    }
    if let Some(n) = next.and_then(|l| l.first()) {
        let opens = n.pos == That || n.pos == Mark(':');
        if verb && (opens || n.definite && n.prep.is_none() && !n.and || n.pos == Name) {
            s += 6;
        }
        if c.pos == Adjective && n.definite && n.prep.is_none() && !n.and && !c.definite {
            s -= 6;
        }
    }
    // من المقرر عقد جولة
    let of = before.iter().rev().skip(1).find(|b| b.pos != Pos::Non);
    if nominal
        && of.is_some_and(|b| b.pos == Prep && b.ar == "من")
        && prev.is_some_and(|p| p.definite && matches!(p.pos, Passive | Adjective))
    {
        s += 15;
    }
    // Of two readings the one that denies is the safe one.
    if crate::english::check::denials(&c.en) > 0 {
        s += 20;
    }
    // الزيارات المتبادلة: mutual, where an adjective is written like the participle.
    if c.mention && !(c.pos == Active && c.definite && !next.is_some_and(|l| l.iter().any(|n| n.pos == Prep || n.prep.is_some())))
    {
        s += 5;
    }
    s
}
