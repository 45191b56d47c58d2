//! Where a relative clause ends.

use super::*;

impl Clause<'_> {
    /// قال المصدر، الذي حضر اللقاء، إن: the comma behind a relative clause that a comma at `i` opens.
    pub(super) fn relative_between_commas(&self, i: usize) -> Option<usize> {
        if !(self.is(i, Pos::Mark('،')) && self.get(i + 1).is_some_and(|x| x.pos == Pos::Rel && !x.and)) {
            return None;
        }
        // سويسرا، التي قال ناطق باسمها إنها لم تتوسط، …: what is said there is in the clause
        let says = self.get(i + 2).is_some_and(|v| v.pos == Pos::Verb && names::saying(&v.en));
        let end = (i + 2..(i + 24).min(self.nodes.len())).find(|&j| {
            let x = &self.nodes[j];
            matches!(x.pos, Pos::Mark('،' | ',') | Pos::Rel) || x.pos == Pos::That && !says || x.ends_clause()
        })?;
        self.is(end, Pos::Mark('،')).then_some(end)
    }

    /// Where the relative clause at `i` ends: the comma or أن behind it.
    pub(super) fn relative_end(&self, i: usize) -> Option<usize> {
        // الذي كان من المنتظر أن تستضيفه طهران: it ends with who is due to do it
        if let Some(due) = self.due_in(i) {
            return Some(due.next);
        }
        // A second bare phrase behind the relative verb belongs to the main one.
        if let Some(g) = verb::group(self.nodes, i + 1) {
            // الذي وصل إلى جنيف استئناف المحادثات: who arrives has no object.
            let verb = &self.nodes[g.verb];
            // نفى ذلك العضو الذي قال إن الوفد وقع: what is said there belongs to who said it
            if self.is(g.next, Pos::That) && names::saying(&verb.en) {
                return None;
            }
            let (mut j, mut seen) = (g.next, verb.pron.is_some() || subject::intransitive(verb));
            // الذي يترأسه المندوب، الثلاثاء، سلسلة: who heads it comes first.
            if let Some(s) = subject::find(self.nodes, &g, g.next).filter(|s| seen && s.first == g.next) {
                j = s.next;
            }
            // التي استمرت عشرة أيام: how long belongs to what lasted
            let lasts = is_any(verb, &["استمر", "دام", "استغرق", "امتد", "تواصل"]);
            if let Some(long) = np::np(self.nodes, j).filter(|p| lasts && self.nodes[p.at].time_unit()) {
                j = long.next;
            }
            // التي كان من المقرر عقدها يوم الأحد: what was due, and when, is in the clause.
            if g.copula
                && self.get(j).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من")
                && self.get(j + 1).is_some_and(|x| matches!(x.pos, Pos::Passive | Pos::Adjective | Pos::Active) && x.definite)
                && self.get(j + 2).is_some_and(|x| x.pos == Pos::Masdar && x.pron.is_some())
            {
                (j, seen) = (j + 3, true);
                while self.get(j).is_some_and(|x| x.weekday || x.mention && x.pos == Pos::Prep && x.en == "on") {
                    j += 1;
                }
            }
            while let Some(n) = self.get(j).filter(|_| j < i + 24) {
                if matches!(n.pos, Pos::Mark('،' | ',') | Pos::That) {
                    break;
                }
                let bare = n.prep.is_none()
                    && !n.and
                    && !n.weekday
                    && (n.nominal() || matches!(n.pos, Pos::Quant | Pos::Number) || n.pos == Pos::What && seen);
                if bare && seen {
                    return Some(j);
                }
                let next = if n.pos == Pos::Prep || n.prep.is_some() {
                    subject::behind_pp(self.nodes, j)
                } else if bare || n.and {
                    np::np(self.nodes, j).map(|p| p.next)
                } else if n.pos == Pos::Adverb {
                    Some(j + 1)
                } else {
                    None
                };
                let governs = complement::preposition(self.nodes, j)
                    .is_some_and(|(ar, _)| verb.lemma.is_some_and(|l| l.prep(ar).is_some()));
                seen |= bare || governs;
                j = match next {
                    Some(next) => next,
                    None => break,
                };
            }
        }
        let mut below = false;
        let end = (i + 1..(i + 18).min(self.nodes.len())).find(|&j| {
            let n = &self.nodes[j];
            below |= n.pos == Pos::Clause || n.pos == Pos::Prep && self.is(j + 1, Pos::What);
            matches!(n.pos, Pos::Mark('،' | ',' | '.') | Pos::That)
                || n.pos == Pos::Prep
                    && !below
                    && n.pron.is_none()
                    && matches!(n.en.as_str(), "because of" | "following" | "as a result of")
        })?;
        (!matches!(self.nodes[end].pos, Pos::Mark('.'))).then_some(end)
    }
}
