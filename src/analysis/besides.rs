//! Who else was there: behind words of addition (`حضر وفد روسيا، إضافة إلى المبعوث فلان وممثلين عن المنظمة`), and each of several who signed (`وقع كل من فلان عن الحركة، وفلان عن الجبهة`).

use super::heads::{Found, joined, someone};
use super::presence::Attendee;
use super::statements::Who;
use super::statements::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::glossary::entry::Kind;
use crate::glossary::matcher::Match;

/// Tokens behind a word of attendance in which more is added.
const FAR: usize = 24;
/// Tokens between one who signs and the next: for whom he does.
const FOR: usize = 12;

/// The token behind `إضافة إلى`, `إلى جانب`, `فضلا عن`, that adds to who attends.
fn added(v: &View, from: usize) -> Option<usize> {
    let to =
        (from..v.len().min(from + FAR)).find(|&t| matches!(v.mark(t), Some('.' | '؛' | ':'))).unwrap_or(v.len().min(from + FAR));
    // `وقال إلى جانب`: another's verb.
    let verb = |t: usize| v.at(t).is_some_and(|m| v.kind(m) == Kind::Verb && v.finite(m).is_some());
    let adds = |t: usize| match (v.raw(t), v.raw(t + 1)) {
        ("إضافة" | "بالإضافة" | "وبالإضافة", "إلى" | "الى") => Some(t + 2),
        ("إلى" | "الى", "جانب") => Some(t + 2),
        ("فضلا" | "فضلاً" | "علاوة", "عن" | "على") => Some(t + 2),
        _ => None,
    };
    (from..to).take_while(|&t| !verb(t)).find_map(adds)
}

/// Who attends beside those whom the word of attendance `m` has: persons by name, and bodies and countries that sent somebody.
pub(super) fn besides(v: &View, m: &Match) -> Vec<Found> {
    let mut out = Vec::new();
    let first = m.first as usize;
    let Some(mut t) = added(v, m.last as usize + 1) else { return out };
    let with = Proclitics(Proclitics::WAW.0);
    while t < v.len() && v.mark(t).is_none() {
        if let Some(p) = someone(v, t, with).filter(|p| !matches!(p.who, Who::Office(_))) {
            out.push((Attendee::of(p), first, p.next - 1));
            joined(v, p.next, &mut out);
            t = p.next;
            continue;
        }
        // `وممثلين عن مصر والاتحاد`, `وفود الأردن ولبنان`
        let word = v.raw(t).trim_start_matches('و');
        let sent = ["ممثل", "وفد", "وفود", "مندوب", "مراقب", "سفير"].iter().any(|w| word.starts_with(w) && word != "ممثلة");
        if !sent {
            t += 1;
            continue;
        }
        t += 1 + usize::from(matches!(v.raw(t + 1), "عن" | "من"));
        let bare = |m: &Match| m.proclitics.0 & !(Proclitics::WAW.0 | Proclitics::ARTICLE.0) == 0;
        let side = |m: &Match| matches!(v.kind(m), Kind::Party | Kind::Country | Kind::Organization) && bare(m);
        while let Some(m) = v.at(t).filter(|m| side(m)) {
            out.push((Attendee::Entry(v.id(m)), first, m.last as usize));
            t = m.last as usize + 1;
        }
    }
    out
}

/// `كل من فلان عن الحركة، وفلان عن الجبهة`: each who does what the verb `m` says.
pub(super) fn each(v: &View, m: &Match) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    let (first, last) = (m.first as usize, m.last as usize);
    let all = |t: &usize| matches!(v.raw(*t), "كل" | "كلا") && v.raw(*t + 1) == "من";
    let Some(mut t) = (last + 1..v.len().min(last + 5)).find(all).map(|t| t + 2) else { return out };
    let ends = |t: usize| {
        matches!(v.mark(t), Some('.' | '؛' | ':')) || v.at(t).is_some_and(|m| v.kind(m) == Kind::Verb && v.finite(m).is_some())
    };
    let mut to = v.len().min(t + FOR);
    while t < to && !ends(t) {
        let and = v.at(t).is_none_or(|m| m.proclitics.has(Proclitics::WAW)) || out.is_empty();
        let with = Proclitics(Proclitics::WAW.0);
        let p = someone(v, t, with).filter(|p| and && !matches!(p.who, Who::Office(_)));
        let Some(p) = p.filter(|_| v.particle(t) == Particle::None) else {
            t += 1;
            continue;
        };
        let for_whom = |m: &&Match| matches!(v.kind(m), Kind::Party | Kind::Country) && v.raw(p.next) == "عن";
        let of = p.of.or_else(|| v.at(p.next + 1).filter(for_whom).map(|m| v.id(m)));
        t = p.next;
        to = v.len().min(t + FOR);
        out.push((Attendee::of(super::statements::speaker::Phrase { of, ..p }), first, t - 1));
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing;

    /// Who a sentence says was there.
    fn there(text: &str) -> Vec<String> {
        let (article, analysis, lexicon) = testing::built_in(text);
        let known = analysis.presence.iter().map(|p| format!("{} {}", lexicon.entries[p.who as usize].id, p.attendance.as_str()));
        let named = analysis.named.iter().map(|n| {
            let name = &article.text[n.speaker.span.0 as usize..n.speaker.span.1 as usize];
            format!("{name} {}", n.attendance.map_or("named", |a| a.as_str()))
        });
        known.chain(named).collect()
    }

    #[test]
    fn who_was_there_besides() {
        assert_eq!(
            there("وشارك ممثلو الأردن ولبنان بصفة مراقب، إضافة إلى المبعوث الأممي الخاص غير بيدرسون وممثلين عن الاتحاد الأفريقي."),
            ["jordan attended", "lebanon attended", "pedersen attended", "african_union attended"]
        );
        assert_eq!(
            there("وحضر الجلسة وفد روسيا، إلى جانب المبعوث الأممي ستافان دي ميستورا."),
            ["russian_delegation attended", "de_mistura attended"]
        );
        assert_eq!(there("وغابت روسيا، إضافة إلى تركيا."), ["russia absent"]);
        assert_eq!(
            there("وحضر وفد روسيا، وقال إلى جانب المبعوث ستافان دي ميستورا إن الجلسة صعبة."),
            ["russian_delegation attended"]
        );
    }

    #[test]
    fn each_who_signs() {
        assert_eq!(
            there("ووقع الاتفاق كل من جبريل إبراهيم عن حركة العدل، ومني أركو مناوي عن حركة التحرير، وذلك بحضور الأردن."),
            ["ibrahim_gibril attended", "minnawi attended", "jordan attended"]
        );
        assert_eq!(there("ولم يوقع الاتفاق كل من جبريل إبراهيم ومني أركو مناوي."), [""; 0]);
    }
}
