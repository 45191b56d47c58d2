//! Words whose sense hangs on what stands further behind: which rule reads which sort of word (سمح للوفد بمغادرة, أثار القرار غضب النواب, لم يؤكد أو ينف).

mod asks;
mod by_whom;
mod calls;
mod deeds;
mod fates;
mod links;
mod many;
mod nth;
mod quoted;
mod seen;
mod senses;
mod sets;
mod tellings;
mod terms;
mod verbs;
mod when;
mod whose;

use deeds::{acknowledged, appreciates, follows, made_up, provided, represented};
use fates::{aged, days_before, freed, list, no_such, no_to, no_truth, nobody_of};
use links::{although, as_was_said, for_being, if_not, nor, of_being, on_condition, what_not, while_in_it};
use many::{acting, each, for_a_time, meeting, numbering, throughout, who_is, women};
use nth::{nth, the_last};
use senses::{admitted, one_of_two};
use sets::{adjourned, by_name, it_is_who, namely, numbered, of_quoted, of_them, people, warned};
use tellings::{both_of, kilometres, last_of, loss, one_named, this, which};
use verbs::verb;
use when::{before, emphatic, of_the_year, since_the_middle, upon, when};
use whose::{another, for_that, half_of, has_none, none_was, of_those, same_office, saudi, thousands, told_by};

use super::node::{Node, Pos};
use super::np;
use crate::arabic::inflect::Tense;

/// Reads them as what they are.
pub(super) fn recast(text: &str, mut nodes: Vec<Node>) -> Vec<Node> {
    let mut i = 0;
    while i < nodes.len() {
        match nodes[i].pos {
            Pos::Clause => {
                for_being(&mut nodes, i);
                while_in_it(&mut nodes, i);
                on_condition(&mut nodes, i);
                what_not(&mut nodes, i);
                provided(&mut nodes, i);
                nor(&mut nodes, i);
                as_was_said(&mut nodes, i);
                of_being(&mut nodes, i);
            }
            Pos::That if nodes[i].below && nodes[i].pron.is_none() => {
                if_not(&mut nodes, i);
                although(&mut nodes, i);
            }
            Pos::Mark(' ') => the_last(&mut nodes, i),
            Pos::Neg if nodes[i].ar == "لا" => {
                nobody_of(&mut nodes, i);
                no_truth(&mut nodes, i);
                no_to(&mut nodes, i);
                has_none(&mut nodes, i);
            }
            Pos::What => {
                nor_was(&mut nodes, i);
                // تنوعت ما بين أمراض وإصابات: between them
                let between = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "بين" && !x.and);
                let number = nodes.get(i + 2).is_some_and(|x| x.pos == Pos::Number);
                if between && !number && nodes[i].prep.is_none() && !nodes[i].and {
                    nodes.remove(i);
                }
            }
            // بحسب المصدر، فقد ألغي اللقاء: ف only opens the clause
            Pos::Qad if nodes[i].so => {
                let first = nodes[..i].iter().rposition(Node::ends_clause).map_or(0, |e| e + 1);
                let opener = (nodes[first].pos == Pos::Prep || nodes[first].pos == Pos::Adverb && nodes[first].mention)
                    && !nodes[first].ar.starts_with("اما");
                if opener && nodes[i - 1].pos == Pos::Mark('،') {
                    (nodes[i].so, nodes[i].and) = (false, false);
                }
            }
            Pos::There if nodes[i].mention => no_such(&mut nodes, i),
            Pos::Active => {
                follows(&mut nodes, i);
                warned(&mut nodes, i);
            }
            Pos::Passive => one_named(&mut nodes, i),
            Pos::Pron => {
                which(&mut nodes, i);
                emphatic(&mut nodes, i);
                if nodes.get(i).is_some_and(|n| n.pos == Pos::Pron) {
                    it_is_who(&mut nodes, i);
                    namely(&mut nodes, i);
                }
            }
            Pos::Adverb => {
                as_was_said(&mut nodes, i);
                for_that(&mut nodes, i);
                when(&mut nodes, i);
                prior(&mut nodes, i);
                kilometres(&mut nodes, i);
                // The last: it may take the node away.
                acting(&mut nodes, i);
            }
            Pos::Dem => this(text, &mut nodes, i),
            Pos::Title => {
                terms::envoy(&mut nodes, i);
                represented(&mut nodes, i);
            }
            Pos::Adjective => {
                terms::amounting(&mut nodes, i);
                same_office(&mut nodes, i);
                others(&mut nodes, i);
                another(&mut nodes, i);
                last_of(&mut nodes, i);
                prior(&mut nodes, i);
            }
            Pos::Quant => {
                none_was(&mut nodes, i);
                each(&mut nodes, i);
            }
            Pos::Name => {
                terms::guarantor(&mut nodes, i);
                saudi(&mut nodes, i);
            }
            Pos::Number => thousands(&mut nodes, i),
            Pos::Noun => {
                terms::noun(&mut nodes, i);
                nth(&mut nodes, i);
                president(&mut nodes, i);
                decision(&mut nodes, i);
                women(&mut nodes, i);
                upon(&mut nodes, i);
                for_a_time(&mut nodes, i);
                meeting(&mut nodes, i);
                half_of(&mut nodes, i);
                of_those(&mut nodes, i);
                one_named(&mut nodes, i);
                both_of(&mut nodes, i);
                one_of_two(&mut nodes, i);
                admitted(&mut nodes, i);
                appreciates(&mut nodes, i);
                acknowledged(&mut nodes, i);
                made_up(&mut nodes, i);
                of_quoted(&mut nodes, i);
                people(&mut nodes, i);
                numbering(&mut nodes, i);
                if i < nodes.len() {
                    numbered(&mut nodes, i);
                }
            }
            Pos::Masdar => {
                of_quoted(&mut nodes, i);
                adjourned(&mut nodes, i);
                loss(&mut nodes, i);
                both_of(&mut nodes, i);
                admitted(&mut nodes, i);
                // تجديدها: renewing it; what is said again is named
                if nodes[i].pron.is_some() && nodes[i].en == "reiterate" {
                    sense(&mut nodes[i], "renew", "");
                }
                // متابعته: following it; who goes on does so with something
                if nodes[i].pron.is_some() && nodes[i].en == "continue" {
                    sense(&mut nodes[i], "follow", "");
                }
                appreciates(&mut nodes, i);
                acknowledged(&mut nodes, i);
                freed(&mut nodes, i);
                list(&mut nodes, i);
            }
            Pos::Prep => {
                told_by(&mut nodes, i);
                before(&mut nodes, i);
                throughout(&mut nodes, i);
                since_the_middle(&mut nodes, i);
                of_them(&mut nodes, i);
                of_the_year(&mut nodes, i);
                by_name(text, &mut nodes, i);
                who_is(&mut nodes, i);
                days_before(&mut nodes, i);
                aged(&mut nodes, i);
            }
            Pos::Verb => verb(text, &mut nodes, i),
            _ => {}
        }
        i += 1;
    }
    nodes
}

/// أن يكون التوافق سابقا على الانسحاب: prior to it.
fn prior(nodes: &mut [Node], i: usize) {
    let on = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "على" && !x.and);
    let n = &mut nodes[i];
    if on && !n.definite && n.ar.starts_with("سابق") && n.prep.is_none() {
        (n.pos, n.lemma, n.mention, n.accusative) = (Pos::Adjective, None, false, true);
        "prior".clone_into(&mut n.en);
    }
}

/// قال إنه ما كان ليوقع: was not to sign; أن ما كان سهلا is what was easy.
fn nor_was(nodes: &mut [Node], i: usize) {
    let topic = i > 0 && nodes[i - 1].pos == Pos::That && nodes[i - 1].pron.is_some();
    let was = nodes.get(i + 1).is_some_and(|x| super::verb::is_verb(x, "كان") && x.tense == Tense::Perfect && !x.and);
    if topic && was && nodes[i].ar == "ما" && nodes[i].prep.is_none() {
        nodes[i] = Node { ar: "لم".to_owned(), raw: nodes[i].raw, negations: 1, ..Node::new(Pos::Neg, "not") };
    }
}

/// Another English verb, with its prepositions.
fn sense(n: &mut Node, en: &'static str, preps: &'static str) {
    (n.en, n.forms) = (en.to_owned(), None);
    n.lemma = n.lemma.map(|l| l.idiom(en, preps, false));
}

/// بعد قرار الحكومة تجميد المحادثات: its decision to freeze them, behind a preposition.
fn decision(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let governed = n.prep.is_some() || i > 0 && nodes[i - 1].pos == Pos::Prep && nodes[i - 1].pron.is_none() && !n.and;
    if n.en != "decision" || n.definite || n.pron.is_some() || n.plural || !governed {
        return;
    }
    let owner = nodes.get(i + 1).filter(|x| x.ungoverned()).and_then(|_| np::np(nodes, i + 1));
    let Some(owner) = owner.filter(|p| p.definite && (p.agent || p.human)) else { return };
    let deed = |m: &Node| m.pos == Pos::Masdar && m.ungoverned() && !m.definite && m.pron.is_none() && !m.accusative;
    let what = |x: &Node| x.ungoverned() && x.nominal() && (x.definite || x.bare || x.pron.is_some());
    if nodes.get(owner.next).is_some_and(deed) && nodes.get(owner.next + 1).is_some_and(what) {
        nodes[owner.next].prep = Some("ب");
    }
}

/// رحيل الرئيس فلان: the name belongs to the office that the term ends in.
fn president(nodes: &mut Vec<Node>, i: usize) {
    let term = nodes[i].mention && nodes[i].ar.ends_with(" الرئيس") && nodes[i].en.ends_with(" the president");
    let name = nodes.get(i + 1).filter(|x| x.pos == Pos::Name && x.person_name && !x.and && x.prep.is_none());
    if let Some(name) = name.filter(|_| term) {
        let end = name.raw.1;
        let en = format!("{} President {}", nodes[i].en.trim_end_matches(" the president"), name.en);
        (nodes[i].en, nodes[i].raw.1) = (en, end);
        nodes.remove(i + 1);
    }
}

/// مقتل شخص وإصابة آخرين: the injury of others; what is one has no others.
fn others(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let people = n.en == "other" && n.plural && !n.and && n.prep.is_none() && (n.ar.ends_with("ين") || n.ar.ends_with("ون"));
    let deed = |x: &Node| {
        matches!(x.pos, Pos::Masdar | Pos::Noun) && !x.plural && !x.dual && !x.human && !x.definite && x.pron.is_none()
    };
    if people && i > 0 && deed(&nodes[i - 1]) {
        let n = &mut nodes[i];
        (n.pos, n.lemma, n.human, n.bare, n.mention) = (Pos::Noun, None, true, true, false);
        "others".clone_into(&mut n.en);
    }
}
