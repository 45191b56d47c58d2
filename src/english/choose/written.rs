//! What a form's ending, or the noun before it, forbids: a nominative behind a preposition, an indefinite adjective behind a definite noun.

use super::at::At;
use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::{Person, Tense};
use crate::english::node::{Node, Pos};

pub(super) fn points(at: &At) -> i32 {
    let At { c, before, behind, prev, next, start } = *at;
    let mut s = 0;
    let preposition = |p: &Node| p.pos == Pos::Prep && p.pron.is_none();
    // في بلدان, كافة بلدان, بلدان المنطقة: ان ends the subject of a clause, and has nothing behind it that it belongs to.
    let nominative = c.dual && c.nominal() && c.pron.is_none() && (c.ar.ends_with("ان") || c.ar.ends_with("اتا"));
    let of = next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.definite && n.nominal()));
    if nominative
        && !c.ar.ends_with("ثنان")
        && (c.prep.is_some()
            || !c.and && prev.is_some_and(|p| preposition(p) || p.pos == Pos::Quant && p.pron.is_none())
            || of && !c.definite && c.ar.ends_with("بلدان"))
    {
        s -= 40;
    }
    // رهائن محتجزون: ون is no second noun.
    if c.pos == Pos::Noun
        && c.human
        && c.plural
        && c.ar.ends_with("ون")
        && c.ungoverned()
        && !c.definite
        && prev.is_some_and(|p| p.nominal() && !p.definite && !p.bare && p.pron.is_none() && p.plural)
    {
        s -= 14;
    }
    // تنفيذ عمليات: operations; many things have an adjective in ة.
    if matches!(c.pos, Pos::Adjective | Pos::Active | Pos::Passive)
        && c.plural
        && c.feminine
        && c.ar.ends_with("ات")
        && !c.mention
        && !prev.is_some_and(|p| p.human)
    {
        s -= 40;
    }
    // طوقا عسكريا: one, where nothing stands behind it that the two would belong to
    if c.dual
        && c.pos == Pos::Noun
        && c.pron.is_none()
        && c.ar.ends_with('ا')
        && !next.is_some_and(|l| {
            l.iter().any(|n| n.ungoverned() && n.nominal() && !n.accusative)
                && !l.iter().any(|n| n.pos == Pos::Adjective && n.feminine && !n.definite && !n.mention)
        })
    {
        s -= 20;
    }
    // أسلحة ذات مدى طويل: with; ذات الموقف: the same
    if matches!(c.ar.as_str(), "ذات" | "ذو" | "ذي") && c.pos == Pos::Prep {
        let thing = next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && !n.definite && !n.bare));
        let of = prev.is_some_and(|p| p.nominal() || matches!(p.pos, Pos::Adjective | Pos::Mark('،')));
        // المواقع ذات الأهمية: of the noun before it
        let these = next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.definite))
            && c.ar == "ذات"
            && prev.is_some_and(|p| p.nominal() && p.definite && !p.bare && (p.feminine || p.plural && !p.human));
        // المرضى ذوي الحالات الحرجة: with; ذوي المخطوفين are relatives
        let with = next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && !n.human && !n.agent))
            && prev.is_some_and(|p| p.plural && p.human);
        s -= if thing && of || these || with { 0 } else { 140 };
    }
    // بحسب ما ذكر المرصد: what it told
    if matches!(c.pos, Pos::Noun | Pos::Masdar)
        && c.ar == "ذكر"
        && prev.is_some_and(|p| p.pos == Pos::What || p.ar.ends_with("ما") && p.pron.is_none())
    {
        s -= 80;
    }
    // لما كتبه على تويتر: what he wrote
    if c.nominal() && c.pron.is_some() && c.ar == "كتب" && prev.is_some_and(|p| p.pos == Pos::What || p.ar.ends_with("ما")) {
        s -= 80;
    }
    // تبلغ مساحة المنطقة: amounts to; who informs is no measure.
    const MEASURES: &[&str] = &[
        "area",
        "value",
        "price",
        "cost",
        "length",
        "weight",
        "size",
        "number",
        "percentage",
        "rate",
        "total",
        "average",
        "duration",
        "speed",
        "height",
        "age",
        "volume",
        "share",
        "toll",
        "population",
        "budget",
        "distance",
    ];
    if c.pos == Pos::Verb
        && c.lemma.is_some_and(|l| l.ar == "أبلغ")
        && next.is_some_and(|l| l.iter().any(|n| n.nominal() && MEASURES.contains(&n.en.as_str()) && n.prep.is_none()))
    {
        s -= 40;
    }
    // مما يعد مخاطرة: is considered; what is promised has its ب.
    if c.pos == Pos::Verb
        && c.lemma.is_some_and(|l| l.ar == "وعد")
        && c.tense != Tense::Perfect
        && next.is_some_and(|l| {
            l.iter().any(|n| n.nominal() && !n.definite && !n.human && n.prep.is_none() && !n.and && n.pron.is_none())
        })
    {
        s -= 40;
    }
    // أنها تحمل مساعدات: she carries, he did not bear
    if c.pos == Pos::Verb
        && (c.tense, c.person) == (Tense::Perfect, Person::He)
        && prev.is_some_and(|p| matches!(p.pos, Pos::That | Pos::Clause) && p.pron == Some(Pronoun::Her))
    {
        s -= 20;
    }
    // الذي عينه الحوثيون: whom they appointed, no same
    if c.pos == Pos::Quant
        && matches!(c.ar.as_str(), "عين" | "ذات")
        && c.pron.is_some()
        && prev.is_some_and(|p| p.pos == Pos::Rel)
    {
        s -= 120;
    }
    // عزا ذلك أساسا إلى الشروط: mainly; what forms a basis has it behind its verb
    if c.en == "mainly"
        && c.ar == "أساسا"
        && (prev.is_none_or(|p| p.pos == Pos::Verb || p.pos == Pos::Prep)
            || !next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Prep || matches!(n.pos, Pos::Mark(_)))))
    {
        s -= 120;
    }
    // مؤتمر تلا الجلسة: followed it; of two hills nobody tells
    if c.pos == Pos::Noun && c.dual && c.ar == "تلا" {
        s -= 80;
    }
    // ذكر تقرير أن: told, no male
    let told = c.pos == Pos::Noun || c.pos == Pos::Masdar && !before.iter().any(|b| b.pos == Pos::Verb);
    if told && c.ar == "ذكر" && !c.definite && behind.iter().take(6).any(|l| l.iter().any(|n| n.pos == Pos::That)) {
        s -= 40;
    }
    // وجرح 15 آخرين: the wounding of them
    if c.pos == Pos::Noun && c.ar == "جرح" && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Number)) {
        s -= 40;
    }
    // التعبير عن آرائهم بحرية: freely, not naval
    if c.pos == Pos::Adjective
        && c.ar == "بحريه"
        && !c.definite
        && prev.is_some_and(|p| {
            p.pron.is_some() || p.definite || !p.feminine && !p.plural || !p.nominal() && p.pos != Pos::Adjective
        })
    {
        s -= 60;
    }
    // لعب دورا مهما: an important one; مهما كانت النتائج opens a clause
    if c.pos == Pos::Clause && c.ar == "مهما" && !(start && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Verb))) {
        s -= 100;
    }
    // أنشئت حديثا: recently; who gives a talk does so.
    const TALK: &[&str] = &["ألقى", "أجرى", "أدلى", "تبادل", "دار", "سمع", "روى", "نقل", "قال", "وجه"];
    if c.en == "recently"
        && c.ar == "حديثا"
        && before.iter().rev().take(4).any(|n| n.pos == Pos::Verb && TALK.iter().any(|v| crate::english::verb::is_verb(n, v)))
    {
        s -= 200;
    }
    // يحمل الاتفاق أهمية: it is of importance, nobody is held responsible.
    if c.pos == Pos::Verb
        && c.lemma.is_some_and(|l| l.ar == "حمل" && l.en(0) == Some("hold"))
        && next.is_some_and(|l| l.iter().any(|n| matches!(n.en.as_str(), "importance" | "meaning" | "value")))
    {
        s -= 60;
    }
    // خمس حوادث وقعت: nobody signs an incident.
    const HAPPENS: &[&str] = &[
        "incident",
        "explosion",
        "attack",
        "clash",
        "accident",
        "blast",
        "earthquake",
        "crime",
        "massacre",
        "bombing",
        "shelling",
        "shooting",
        "raid",
        "mistake",
        "loss",
        "violation",
    ];
    let happens = |n: &Node| HAPPENS.iter().any(|w| n.en == *w || n.en == format!("{w}s") || n.en == format!("{w}es"));
    if c.pos == Pos::Verb
        && c.en == "sign"
        && c.tense == Tense::Perfect
        && behind.iter().take(2).flatten().any(|n| happens(n) && n.nominal() && n.prep.is_none())
    {
        s -= 60;
    }
    s
}
