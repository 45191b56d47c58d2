//! The places of an analysis in another text than the one that was read: the `text` of a line of JSON from which nothing was dropped.

use super::Analysis;
use super::statements::Span;

impl Analysis {
    /// The analysis with every place led through `to`.
    #[must_use]
    pub fn moved(mut self, to: impl Fn(Span) -> Span) -> Self {
        let pair = |start: &mut u32, end: &mut u32| (*start, *end) = to((*start, *end));
        let span = |span: &mut Span| *span = if span.0 == span.1 { *span } else { to(*span) };
        for s in &mut self.sentences {
            pair(&mut s.start, &mut s.end);
            s.mentions.iter_mut().for_each(|m| pair(&mut m.start, &mut m.end));
            s.dates.iter_mut().for_each(|d| pair(&mut d.start, &mut d.end));
            s.figures.iter_mut().for_each(|f| pair(&mut f.start, &mut f.end));
        }
        for s in &mut self.statements {
            [&mut s.speaker.span, &mut s.speaker.role, &mut s.content].into_iter().for_each(span);
            s.verb.iter_mut().for_each(|v| span(&mut v.span));
            s.time.iter_mut().chain(&mut s.place).for_each(span);
        }
        for o in &mut self.outcomes {
            span(&mut o.span);
            o.words.iter_mut().for_each(span);
        }
        self.presence.iter_mut().for_each(|p| span(&mut p.span));
        for n in &mut self.named {
            [&mut n.speaker.span, &mut n.speaker.role, &mut n.span].into_iter().for_each(span);
        }
        self.agenda.iter_mut().for_each(|(_, at)| *at = to((*at, *at + 1)).0);
        self.defects.iter_mut().for_each(|d| pair(&mut d.start, &mut d.end));
        let evidence = self.round.iter_mut().flat_map(|round| &mut round.evidence).filter(|e| e.start < e.end);
        evidence.for_each(|e| pair(&mut e.start, &mut e.end));
        self
    }
}
