//! A verb behind its subject.

use super::*;

impl Clause<'_> {
    /// الوفد غادر: the verb at `i` is that of the subject before it.
    pub(super) fn behind_subject(&mut self, i: usize, mut g: Group, s: &Feat) -> usize {
        let n = &self.nodes[g.verb];
        if self.main && self.after_indefinite(i) {
            return self.bare_relative(&g);
        }
        let helper = self.governors.last().is_some_and(|l| l.is('a') || l.ar == "كان");
        if self.main && self.below && !helper && !self.had {
            // إذ رحب الوفد بالنتائج قال: the main clause begins.
            self.out.comma();
            self.out.word(s.pronoun(g.person));
            self.below = false;
        } else if self.main && !helper && !self.had && !matches!(self.nodes[i.saturating_sub(1)].pos, Pos::Mark(_)) {
            if self.noun_before(i, &g) {
                return self.bare_relative(&g);
            }
            // A second verb in one clause.
            self.guessed += doubt::TOO_MUCH;
        }
        // بدأ الجيش ينسحب: began to withdraw
        if self.main
            && helper
            && !self.had
            && let Some(next) = self.goes_on(&g)
        {
            return next;
        }
        self.suffered(&mut g, s);
        // أن أحدا لم يطلق سراحه: the pronoun is the subject's.
        let whom = self
            .get(g.next)
            .is_some_and(|x| x.nominal() || matches!(x.pos, Pos::Number | Pos::Quant) || x.prep == Some("ب"))
            || (g.next..g.next + 4).any(|j| self.is(j, Pos::Prep) && self.nodes[j].ar == "عن" && self.nodes[j].pron.is_none());
        let freed = done_to_people(n) && (n.en == "release" || s.human) && !whom && !s.words.is_empty();
        g.passive |= freed;
        // المعتقلون يتهمون بإلقاء الحجارة: are accused
        g.passive |= is_verb(n, "اتهم")
            && n.pron.is_none()
            && s.human
            && !s.words.is_empty()
            && self.get(g.next).is_some_and(|x| x.prep == Some("ب") && x.nominal());
        if g.negated && s.words == "anyone" && self.out.ends("anyone") {
            g.negated = false;
            self.out.no_one();
        }
        // أيا من الطرفين لم يلتزم: none of the parties
        if g.negated && s.words.starts_with("any of ") && self.out.ends(&s.words) {
            g.negated = false;
            self.out.none_of(self.out.len() - s.words.len());
        }
        self.main = true;
        self.named_before(s);
        let with = self.with_object(n, g.next);
        self.out.word(&verb::english(&g, &with, s.plural));
        self.govern(&with);
        self.object = g.copula;
        if let Some(p) = n.pron.filter(|p| !freed && !self.of_relative(i, *p)) {
            self.out.word(object_of(n, p));
        }
        // أن البند لم يتفق عليه: was not agreed on
        if g.passive
            && let Some(x) =
                self.get(g.next).filter(|x| x.pos == Pos::Prep && x.pron.is_some_and(|p| relatives::stands_for(p, s)))
            && let Some(en) = n.lemma.and_then(|l| l.prep(&x.ar))
        {
            self.out.word(government::plain(en));
            return g.next + 1;
        }
        g.next
    }

    /// التي كان المجلس أجازها: the pronoun is that of the relative clause.
    fn of_relative(&self, i: usize, p: Pronoun) -> bool {
        let open = self.nodes[..i].iter().rev().take(9).take_while(|x| {
            !matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Clause) && (x.pos != Pos::Verb || is_verb(x, "كان"))
        });
        let rel = open.clone().find(|x| x.pos == Pos::Rel);
        rel.is_some_and(|r| match r.ar.as_str() {
            "التي" => p == Pronoun::Her,
            "الذي" => p == Pronoun::His,
            _ => matches!(p, Pronoun::Their | Pronoun::TheirFeminine | Pronoun::Both),
        })
    }
}
