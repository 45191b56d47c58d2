//! The lines of a brief that are Arabic with English: what a translation can be put to.

use super::context::Brief;
use super::parts::{Citation, English};

/// One Arabic text of a brief, its English and its places.
#[derive(Debug)]
pub struct LineMut<'a> {
    /// The Arabic, verbatim; never empty.
    pub ar: &'a str,
    /// The English.
    pub en: &'a mut English,
    /// Where the Arabic stands.
    pub citations: &'a [Citation],
}

impl Brief {
    /// Every line that has Arabic, in the order of the sections.
    pub fn lines_mut(&mut self) -> Vec<LineMut<'_>> {
        let mut out = Vec::new();
        macro_rules! lines {
            ($list:expr) => {
                lines!($list, en)
            };
            ($list:expr, $en:ident) => {
                out.extend($list.map(|l| LineMut { ar: &l.ar, en: &mut l.$en, citations: &l.citations }))
            };
        }
        lines!(self.bottom_line.iter_mut());
        lines!(self.key_points.iter_mut());
        lines!(self.outcomes.iter_mut());
        lines!(self.positions.iter_mut().flat_map(|p| &mut p.statements));
        lines!(self.agenda.iter_mut());
        lines!(self.format.iter_mut());
        lines!(self.disputes.iter_mut().flat_map(|d| &mut d.values), value);
        lines!(self.agreements.iter_mut());
        lines!(self.next.iter_mut());
        lines!(self.timeline.iter_mut());
        lines!(self.also.iter_mut());
        out.retain(|line| !line.ar.is_empty());
        out
    }
}
