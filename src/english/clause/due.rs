//! What somebody is due to do with the noun of a relative clause: الاجتماع الذي كان من المنتظر أن تستضيفه طهران, "which Tehran was expected to host".

use super::relatives::stands_for;
use super::*;

/// Who is due to do what.
pub(super) struct Due {
    who: Np,
    /// It was due then.
    past: bool,
    /// Scheduled, expected.
    how: String,
    /// The verb of what is done.
    verb: usize,
    /// Index behind who does it.
    pub(super) next: usize,
}

impl Clause<'_> {
    /// What is due in the relative clause that الذي at `i` opens.
    pub(super) fn due_in(&self, i: usize) -> Option<Due> {
        let was = self.get(i + 1).is_some_and(|v| is_verb(v, "كان") && v.pron.is_none());
        let at = i + 1 + usize::from(was);
        let of = self.get(at).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" && x.pron.is_none());
        let (how, that) = match self.get(at)? {
            _ if of => {
                let how = self.get(at + 1).filter(|x| x.definite && !x.and)?;
                let en = match how.pos {
                    Pos::Passive => how.participle(),
                    Pos::Adjective => how.en.clone(),
                    _ => return None,
                };
                (en, at + 2)
            }
            v if v.pos == Pos::Verb && is_any(v, &["توقع", "انتظر", "افترض"]) && v.pron.is_none() && v.person == Person::He => {
                (v.participle(), at + 1)
            }
            _ => return None,
        };
        if !matches!(how.as_str(), "scheduled" | "expected" | "awaited" | "supposed" | "planned" | "due" | "decided") {
            return None;
        }
        let g = verb::group(self.nodes, that + 1).filter(|g| self.is(that, Pos::That) && !g.negated && !g.passive)?;
        let feminine = self.nodes[i].ar.starts_with("الت");
        let rel = Feat { feminine, ..Feat::default() };
        self.nodes[g.verb].pron.filter(|p| stands_for(*p, &rel) && self.nodes[g.verb].tense == Tense::Imperfect)?;
        let s = subject::find(self.nodes, &g, g.next).filter(|s| s.first == g.next && s.np.definite)?;
        let how = match how.as_str() {
            "decided" => "scheduled".to_owned(),
            "awaited" => "expected".to_owned(),
            _ => how,
        };
        Some(Due { who: s.np, past: was, how, verb: g.verb, next: s.next })
    }

    /// Writes what is due, behind "which".
    pub(super) fn is_due(&mut self, due: Due) -> usize {
        self.rule("who is due to do it");
        let be = match (due.past, due.who.many) {
            (true, true) => "were",
            (true, false) => "was",
            (false, true) => "are",
            (false, false) => "is",
        };
        self.named += usize::from(due.who.head.ends_with('*'));
        self.out.word(&format!("{} {be} {} to {}", due.who.text(), due.how, self.nodes[due.verb].en));
        self.govern(&self.nodes[due.verb]);
        (self.subject, self.rel, self.filled) = (Some(Feat::of(&due.who)), None, true);
        due.next
    }
}
