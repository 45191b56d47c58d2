//! The number or ordinal that belongs to a name of talks or a word for a round.

use super::{Look, MOST, Mark};
use crate::analysis::numbers::Written;
use crate::arabic::clitics::Proclitics;
use crate::glossary::cue::Is;
use crate::glossary::entry::Kind;

impl Look<'_> {
    /// A number directly at `at`, past quotation marks, a hyphen, `الـ` or `رقم`; not a date, an amount or a year.
    pub(super) fn number_behind(&self, mut at: usize) -> Option<(u32, usize)> {
        let from = at;
        while at < from + 3
            && (self.mark(at, &['-', '–', '—', '"', '“', '”', '«', '»', '(', '_', '#', '/', '\''])
                || self.cue(at).is == Is::Numero)
        {
            at += 1;
        }
        let n = self.number(at)?;
        let number = n.whole(1, MOST)?;
        match n.written {
            Written::Digits | Written::DefiniteDigits => {}
            // لأول مرة is no round
            Written::Ordinal => {
                let bare = self.cue(at).proclitics.0 & !Proclitics::ARTICLE.0 == 0;
                return (at == from && bare && !self.dated(at)).then_some((number, n.last as usize));
            }
            Written::Words => return None,
        }
        let last = n.last as usize;
        let next = self.s.matches.iter().find(|m| m.first as usize == last + 1).map(|m| self.lexicon.kind_of(m.form));
        let counted = matches!(next, Some(Kind::Month | Kind::Unit))
            || matches!(self.cue(last + 1).is, Is::Scale | Is::ScalePlural | Is::Length | Is::Day)
            || self.mark(last + 1, &['%', '٪', '+']);
        (!counted && !self.dated(at)).then_some((number, last))
    }

    /// The ordinal that belongs to the word for a round at `at`: number, rule, first and last token.
    pub(super) fn ordinal_beside(&self, at: usize, is: Is, marks: &[Mark]) -> Option<(u32, &'static str, usize, usize)> {
        let rule = if is == Is::Round { "ordinal" } else { "meeting-ordinal" };
        // أول جولة, ثالث اجتماع
        if self.before(at, 1).is == Is::Ordinal
            && self.before(at, 1).value <= 20
            && self.before(at, 2).is != Is::Ordinal
            && !self.cue(at).and()
            && self.before(at, 2).is != Is::Round
            // كانون الأول | جولة
            && !self.dated(at - 1)
            && !self.before(at, 1).proclitics.has(Proclitics::ARTICLE)
        {
            let first = at - 1;
            return Some((u32::from(self.before(at, 1).value), rule, first, at));
        }
        let ordinal = |at: usize| {
            self.number(at)
                .filter(|n| n.written == Written::Ordinal && !self.dated(at))
                .and_then(|n| n.whole(1, MOST).map(|v| (v, n.last as usize)))
        };
        // والاجتماع هو الثاني; جولة جديدة من المحادثات، وهي الخامسة
        for copula in at + 1..at + 9 {
            let cue = self.cue(copula);
            if cue.is == Is::Copula
                && let Some((v, last)) = ordinal(copula + 1)
                // الأول منذ عام, الأول من نوعه
                && !(v == 1 && matches!(self.cue(last + 1).is, Is::Since | Is::From | Is::After | Is::Within | Is::Between))
            {
                return Some((v, "copula", at, last));
            }
            if matches!(cue.is, Is::Copula | Is::Perfect | Is::Future | Is::Was) || self.mark(copula, &['.', '؛', ':']) {
                break;
            }
        }
        // الجولة 13, الجولة الـ 20, الجولة (13), المحادثات 5+5 and محادثات 2017 are none
        if is == Is::Round
            && let Some((v, last)) = self.number_behind(at + 1)
        {
            return Some((v, rule, at, last));
        }
        // The ordinal follows what the round is of: جولة مفاوضات أستانا الثالثة
        let mut next = at + 1;
        while next <= at + 6 && next < self.s.classes.len() {
            if let Some((v, last)) = ordinal(next) {
                return Some((v, rule, at, last));
            }
            if let Some(n) = self.number(next).filter(|n| n.written == Written::DefiniteDigits && !self.dated(next)) {
                return n.whole(1, MOST).map(|v| (v, rule, at, n.last as usize));
            }
            let named = marks.iter().find(|m| m.first == next);
            next = match named {
                Some(mark) => mark.last + 1,
                None if matches!(
                    self.cue(next).is,
                    Is::Meeting | Is::New | Is::Next | Is::Current | Is::Latest | Is::Previous | Is::Last
                ) =>
                {
                    next + 1
                }
                None if self.mark(next, &['"', '«', '»', '(']) => next + 1,
                None if matches!(self.cue(next).is, Is::Nothing | Is::Same) && self.is_adjective(next) => next + 1,
                // اجتماع الدول الضامنة الثالث عشر
                None if self.party(next).is_some() => self.party(next).map_or(next, |last| last + 1),
                None => return None,
            };
        }
        None
    }

    /// `التفاوضية`, `السوري`: a definite adjective in -i, which an ordinal may follow.
    fn is_adjective(&self, at: usize) -> bool {
        let raw = self.s.tokens[at].text(self.text);
        raw.starts_with("ال") && ["ية", "ي", "يه", "ى"].iter().any(|e| raw.ends_with(e))
    }
}
