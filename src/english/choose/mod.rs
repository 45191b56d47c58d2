//! Which reading a word has here: its neighbours choose. Points are given for what the grammar expects, and taken for what it forbids.

mod at;
mod beside;
mod clause;
mod deeds;
mod frames;
mod goes_on;
mod guards;
mod homographs;
mod lemmas;
mod nouns;
mod previous;
mod score;
mod twins;
mod verbs;
mod words;
mod written;

use at::quoting;
use score::score;

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
            // تبادل الجانبان الأسرى: ان ends who does it
            && !behind.first().is_some_and(|l| l.iter().any(|n| n.dual && n.ungoverned() && n.definite && n.ar.ends_with("ان")))
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
        // الغوطة الشرقية المحاصرة: besieged
        let besieged = c.pos == Pos::Masdar
            && c.definite
            && c.ungoverned()
            && before.iter().rev().find(|p| p.pos != Pos::Adjective).is_some_and(|p| {
                p.pos == Pos::Name
                    && !p.agent
                    && !p.person_name
                    && candidates.iter().any(|o| {
                        matches!(o.pos, Pos::Adjective | Pos::Passive)
                            && o.definite
                            && o.feminine == p.feminine
                            && !o.and
                            && o.prep.is_none()
                    })
            });
        (
            scores[*i]
                - if described || amended || besieged {
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
        Some((_, n))
            if n.pos == Pos::Verb && n.person == Person::I && !quoting(before) && before.last().is_none_or(|b| b.en != "I") =>
        {
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
