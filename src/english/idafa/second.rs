//! Whether a second noun stands behind a noun: what it belongs to.

use crate::english::node::{Node, Pos};
use crate::english::phrase::Outer;

/// وفد فني: a term that ends in an indefinite adjective has no second noun.
fn described(n: &Node) -> bool {
    let mut words = n.ar.split(' ');
    // طائرة مسيرة
    let agrees =
        n.ar.split_once(' ')
            .is_some_and(|(a, b)| a.ends_with('ه') && b.ends_with('ه') && !b.contains(' ') && !b.starts_with("ال"));
    if agrees && n.mention && n.pos == Pos::Noun {
        return true;
    }
    // دبلوماسي غربي: one who is described so; كبير مفاوضي الوفد has a second noun.
    let title = n.pos == Pos::Title
        && (!n.plural || n.en.ends_with(" source") || n.en.ends_with(" sources"))
        && !n.dual
        && !["كبير ", "كبار ", "احد ", "أحد "].iter().any(|w| n.ar.starts_with(w));
    // وزير خارجية قطر, وزيرة خارجية السويد: a ministry
    let ministry = n.ar.split_once(' ').is_some_and(|(a, b)| b.ends_with('ه') && (a.contains("وزير") || !a.ends_with('ه')));
    let title = title && (n.plural || !ministry);
    n.mention
        && (n.pos == Pos::Noun || title)
        && words.next().is_some()
        && words
            .next_back()
            .filter(|w| w.chars().count() > 2)
            // رعاية, ولاية: nouns.
            .is_some_and(|w| !w.starts_with("ال") && (w.ends_with("ي") || w.ends_with("يه") && !w.ends_with("ايه")))
}

/// عضو في الوفد: one of them, whatever stands behind; عضو في وفد المعارضة has a second noun.
fn inside(n: &Node) -> bool {
    n.mention && n.pos == Pos::Title && !n.definite && (n.ar.contains(" في ال") || n.en == "minister plenipotentiary")
}

/// شهرين, مندوبون: the ن says that no second noun follows.
pub(super) fn closed(n: &Node) -> bool {
    let full = ["ان", "ين"].iter().any(|e| n.ar.ends_with(e));
    let two =
        ["تين", "تان"].iter().any(|e| n.ar.ends_with(e)) || n.lemma.is_some_and(|l| l.pos == "noun" && !l.ar.ends_with('ن'));
    n.dual && full && two || n.plural && n.human && (full && n.ar.ends_with("ين") || n.ar.ends_with("ون"))
}

/// مستشار دي ميستورا: the adviser of somebody; المستشار فلان has the article.
fn serves(n: &Node) -> bool {
    const SERVE: &[&str] = &["مستشار", "مستشاره", "مساعد", "مساعده", "نائب", "نائبه", "سكرتير", "محامي", "مبعوث"];
    !n.definite && n.pron.is_none() && SERVE.contains(&n.ar.as_str())
}

/// خلال شهرين أربع رسائل, خلال أيام أكثر من لقاء: true for a number at `i` that counts what stands behind it.
fn counts(nodes: &[Node], i: usize) -> bool {
    let number = |x: &Node| matches!(x.pos, Pos::Number | Pos::Quant) && !x.and && x.prep.is_none() && x.pron.is_none();
    nodes.get(i).is_some_and(number)
        && nodes.get(i + 1).is_some_and(|x| x.ungoverned() && !x.definite || x.pos == Pos::Number && !x.and)
}

/// True if a second noun stands behind the one at `i`: what it belongs to.
pub(super) fn owns(nodes: &[Node], i: usize, outer: &Outer) -> bool {
    let n = &nodes[i];
    !n.bare
        && !n.accusative
        && !closed(n)
        && !described(n)
        && !inside(n)
        && !measured(nodes, i + 1)
        && !(n.time_unit() && counts(nodes, i + 1))
        // بعد ساعات أي ذكر للخلاف: hours of nothing
        && !(n.time_unit() && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Quant && x.en == "any"))
        && !(outer.subject
            && outer.verb.is_some_and(|v| v.ar == "كان")
            && nodes.get(i + 1).is_some_and(|x| x.plural && x.human && !x.definite && x.ar.ends_with("ين"))
            // أن يكون وجود مقاتلين تدعمهم بلاده قد طرح
            && !nodes[i + 1..].iter().take(8).any(|x| x.pos == Pos::Qad))
        && nodes.get(i + 1).is_some_and(|x| {
            !x.and
                // القوات الموالية لحكومة: the ل is in the English of the term.
                && (x.prep.is_none() || x.prep == Some("ل") && n.mention && n.en.ends_with(" to"))
                && (x.nominal()
                    || matches!(x.pos, Pos::Number | Pos::Unknown | Pos::NonMasdar)
                    || (x.pos == Pos::Dem)
                    || (x.pos == Pos::Quant)
                    || (matches!(x.pos, Pos::Adjective | Pos::Passive | Pos::Active)
                        && (x.definite || x.lemma.is_some_and(|l| l.is('e')))))
        })
        && !nodes
            .get(i + 1)
            .is_some_and(|x| x.pos == Pos::Name && x.person_name && n.pos == Pos::Title && !serves(n))
        // بعد أيام أي ذكر: of nothing
        && !(n.time_unit() && nodes[i + 1].en == "any")
        // نفى مصدر مشاركة الوفد: what a source denies is not the source's
        && !(outer.subject && n.en == "source" && nodes[i + 1].pos == Pos::Masdar)
        && !single(nodes, i)
}

/// طاولة واحدة: one table, no table of one.
pub(in crate::english) fn single(nodes: &[Node], i: usize) -> bool {
    !nodes[i].plural
        && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Number && x.en == "one" && !x.and && x.prep.is_none())
        && !nodes.get(i + 2).is_some_and(|x| x.ungoverned() && !x.definite)
}

/// `هدنة مدتها ثلاثون يوما`: a truce whose duration is thirty days.
fn measured(nodes: &[Node], i: usize) -> bool {
    // محادثات محورها الانتقال السياسي: talks whose focus is …
    // مسرحية غايتها نسف الاتفاق: a play whose aim is to do so
    let aim = nodes.get(i).is_some_and(Node::aim);
    let told = |x: &Node| x.pos == Pos::Number || x.pos == Pos::Masdar && aim || x.nominal() && x.definite;
    nodes.get(i).is_some_and(|x| x.pron.is_some() && x.pos == Pos::Noun)
        && nodes.get(i + 1).is_some_and(|x| told(x) && !x.and && x.prep.is_none())
}
