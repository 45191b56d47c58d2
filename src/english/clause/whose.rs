//! Whose a verb is: of the subject, or of a noun before it that has a clause of its own.

use super::*;

impl Clause<'_> {
    /// A verb of including, with no و, behind an indefinite noun that agrees with it: a clause about the noun.
    pub(super) fn includes(&self, i: usize, g: &Group) -> bool {
        const INCLUDES: &[&str] = &["شمل", "ضم", "تضمن", "تناول", "استغرق", "استمر", "دام"];
        let noun = self.nodes[..i]
            .iter()
            .rev()
            .take(9)
            .take_while(|x| !matches!(x.pos, Pos::Verb | Pos::Mark(_) | Pos::That | Pos::Rel));
        is_any(&self.nodes[g.verb], INCLUDES)
            && g.verb == i
            && matches!(g.person, Person::He | Person::She)
            && noun
                .filter(|x| x.nominal() && x.pron.is_none())
                .any(|x| !x.definite && !x.bare && !x.human && (x.feminine || x.plural) == (g.person == Person::She))
    }

    /// هدنة قصيرة، تراقبها لجنة: a verb behind the comma whose pronoun stands for an indefinite noun before it.
    pub(super) fn behind_comma(&self, i: usize, g: &Group) -> bool {
        let comma = i > 1 && matches!(self.nodes[i - 1].pos, Pos::Mark('،' | ','));
        let noun = self.nodes[..i].iter().rev().skip(1).take(7).find(|x| x.pos == Pos::Noun && !x.definite && x.pron.is_none());
        let stands = match self.nodes[i].pron {
            Some(Pronoun::Her) => noun.is_some_and(|n| n.feminine || n.plural && !n.human),
            Some(Pronoun::His) => noun.is_some_and(|n| !n.feminine && !n.plural),
            _ => false,
        };
        let acts = |x: &Node| x.ungoverned() && (x.agent || !x.definite);
        comma && stands && g.verb == i && g.time == Time::Present && self.get(g.next).is_some_and(acts)
    }

    /// رغم تقارير تحدثت عن لقاء، وفي بيان صدر أمس: a verb without a noun of its own behind an indefinite noun that has a preposition.
    pub(super) fn of_complement(&self, i: usize, g: &Group) -> bool {
        let described = |x: &Node| matches!(x.pos, Pos::Adjective | Pos::Passive | Pos::Active);
        let Some(head) = (0..i).rev().take(4).find(|&j| !described(&self.nodes[j])) else { return false };
        let noun = &self.nodes[head];
        // في بيان: a phrase that holds the noun
        let phrase = noun.pos == Pos::Adverb
            && noun.mention
            && noun.ar.starts_with("في")
            && ["statement", "speech", "interview", "conference"].iter().any(|w| noun.en.ends_with(w));
        let governed = phrase
            || noun.prep.is_some()
            || head > 0 && self.nodes[head - 1].pos == Pos::Prep && self.nodes[head - 1].pron.is_none();
        let agrees = match g.person {
            Person::He => !noun.feminine && !noun.plural,
            Person::She => noun.feminine || noun.plural && !noun.human,
            Person::They => noun.plural && noun.human,
            _ => false,
        };
        let alone = self.get(g.next).is_none_or(|x| {
            x.pos == Pos::Prep || x.prep.is_some() && !x.and || x.pos == Pos::Adverb || x.time_unit() && !x.definite
        });
        // في مؤتمر أعقب الجلسة: which followed it
        let event = is_any(&self.nodes[g.verb], &["أعقب", "تلا", "سبق", "تبع", "رافق", "تخلل"])
            && self.get(g.next).is_some_and(|x| x.ungoverned() && (x.definite || x.pron.is_some()));
        let alone = alone || event;
        // في كلمة ألقاها: which he delivered
        let acted_on = match self.nodes[i].pron {
            Some(Pronoun::Her) => noun.feminine || noun.plural && !noun.human,
            Some(Pronoun::His) => !noun.feminine && !noun.plural,
            _ => false,
        };
        // The main verb stands behind a comma.
        let rest = self.nodes[g.next..].iter();
        let closed =
            || rest.clone().find(|x| matches!(x.pos, Pos::Verb | Pos::Mark('،' | ','))).is_some_and(|x| x.pos != Pos::Verb);
        governed
            && (self.nodes[i].pron.is_none() && agrees && alone || acted_on && closed())
            && g.verb == i
            && !g.copula
            && (phrase || noun.nominal())
            && !noun.definite
            && !noun.bare
            && !noun.time_unit()
            && noun.pron.is_none()
            && self.rel.is_none()
            && self.subject.is_none()
    }

    /// أن لجنة تضم ممثلين عن الطرفين ستتولى المراقبة: the first verb is about the committee, its own stands behind.
    pub(super) fn verb_behind(&self, i: usize, g: &Group) -> bool {
        let about = self.after_indefinite(i) && self.ended.1 == self.out.len() && !g.copula && !g.negated;
        let Some(topic) = self.subject.as_ref().filter(|s| about && !s.words.is_empty()) else { return false };
        let ends =
            |n: &Node| matches!(n.pos, Pos::Mark(_) | Pos::That | Pos::Clause | Pos::If | Pos::Rel | Pos::What | Pos::InOrder);
        let rest = self.nodes[g.next..].iter().take(16).take_while(|n| !ends(n)).count();
        let second = (g.next..g.next + rest).find(|&j| matches!(self.nodes[j].pos, Pos::Verb | Pos::Neg | Pos::Will));
        second.is_some_and(|j| {
            let before = &self.nodes[j - 1];
            let closed = before.definite || before.bare || before.pron.is_some() || before.pos == Pos::Adverb;
            let own =
                verb::group(self.nodes, j).filter(|v| !self.nodes[j].and && self.nodes[j].prep.is_none() && topic.fits(v.person));
            closed && j > g.next && own.is_some_and(|v| v.time != g.time)
        })
    }

    /// وقع الطرفان إعلانا لحماية المدنيين لم يوقف القتال: no verb of theirs, for behind its subject it would be a dual.
    pub(super) fn of_another(&self, i: usize, g: &Group) -> bool {
        self.subject.as_ref().is_some_and(|s| !s.words.is_empty() && !s.fits(g.person))
            && self.nodes[g.verb].pron.is_none()
            && self.noun_before(i, g)
    }

    /// أصدر المجلس قرارا بشأن سوريا يدعو إلى: true where an indefinite noun of the clause, a thing, agrees with a verb that no و joins: it is about that noun.
    pub(super) fn noun_before(&self, i: usize, g: &Group) -> bool {
        let fits =
            |x: &Node| (x.feminine || x.plural && !x.human) == (g.person == Person::She) && !(x.plural && x.human) && !x.dual;
        let ends = |x: &Node| x.and || matches!(x.pos, Pos::Verb | Pos::Mark(_) | Pos::That | Pos::Rel | Pos::Clause | Pos::Conj);
        // حماية القرى is no noun without the article.
        let owned = |j: usize| self.nodes[j + 1].ungoverned() && j + 1 < i;
        let noun = |x: &Node| x.nominal() && !x.definite && !x.bare && x.pron.is_none();
        let mut near = (0..i).rev().take(9).take_while(|&j| !ends(&self.nodes[j]));
        matches!(g.person, Person::He | Person::She)
            && self.to.is_none()
            && !g.copula
            && near.find(|&j| noun(&self.nodes[j]) && !owned(j)).is_some_and(|j| {
                let x = &self.nodes[j];
                !x.human && !x.weekday && fits(x)
            })
    }
}
