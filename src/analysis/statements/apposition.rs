//! The office behind a name: `سالم الأحمد، الناطق باسم كتلة النواب في الوفد،`.

use super::office::{definite, office};
use super::speaker::Phrase;
use super::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;

/// `سالم الأحمد، الناطق باسم كتلة النواب في الوفد،`: the office behind a name.
pub(super) fn apposition(v: &View, out: &mut Phrase) {
    let comma = matches!(v.mark(out.next), Some('،' | ','));
    let at = out.next + usize::from(comma);
    let Some(m) = v.at(at).filter(|m| v.kind(m) == Kind::Title && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0) else {
        return;
    };
    let mut title = Phrase {
        first: at,
        next: m.last as usize + 1,
        title: Some(v.id(m)),
        head: at,
        definite: definite(v, at, m.last as usize),
        ..*out
    };
    let person = title.who;
    office(v, &mut title, false);
    // `دعا كيري الصحافيين إلى`: whom he calls upon.
    if !comma && !v.raw(at).ends_with("أمين") && ["ين", "ون", "ات"].iter().any(|e| v.raw(at).ends_with(e)) {
        return;
    }
    // `سعيد الشيخ`: a surname.
    let surname =
        !comma && title.next == at + 1 && v.raw(at).starts_with("ال") && v.particle(at + 1) != Particle::Takes(Takes::IN);
    if title.who != person || surname {
        return;
    }
    *out = Phrase {
        title: title.title,
        head: at,
        of: title.of,
        role: (v.start(at), v.end(title.next - 1)),
        next: title.next,
        ..*out
    };
    // `، وزير النفط السابق وعضو لجنة الطاقة:`: both offices are his.
    let also =
        v.at(out.next).filter(|m| v.kind(m) == Kind::Title && m.proclitics.0 & !Proclitics::ARTICLE.0 == Proclitics::WAW.0);
    if let Some(m) = also {
        let mut more = Phrase { first: out.next, next: m.last as usize + 1, head: out.next, definite: true, ..*out };
        office(v, &mut more, false);
        if more.who == out.who && (v.mark(more.next).is_some() || v.particle(more.next) == Particle::That) {
            out.next = more.next;
        }
    }
    if comma && matches!(v.mark(out.next), Some('،' | ',')) {
        out.next += 1;
        // `وزير الخارجية خالد اليماني، رئيس وفد الحكومة،`: a second office.
        let second = v.at(out.next).filter(|m| v.kind(m) == Kind::Title && m.proclitics.is_none());
        if let Some(m) = second {
            let mut more = Phrase { first: out.next, next: m.last as usize + 1, head: out.next, definite: true, ..*out };
            office(v, &mut more, false);
            if more.who == out.who && matches!(v.mark(more.next), Some('،' | ',')) {
                out.next = more.next + 1;
            }
        }
    }
}
