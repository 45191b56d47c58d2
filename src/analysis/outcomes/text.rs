//! What the text that the talks came out with does not hold: `ولم يتضمن البيان الختامي أي التزام مكتوب`, `فالنص لا يأتي على ذكر المعبر`. It is not agreed, in so many words.
//!
//! The verbs and the nouns are data (roles `text_verb` and `text_noun`). A bare `البيان` is that of the talks only where the last statement that the article named was.

use super::matter::words;
use super::{OTHER, Outcome, Status};
use crate::analysis::statements::Statement;
use crate::analysis::statements::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;
use crate::glossary::sign::Signs;

/// Tokens between two commas around a few words.
const ASIDE: usize = 12;

/// Whether the statement that a sentence names last is that of the talks; `before` where it names none.
pub(super) fn is_of_talks(v: &View, before: bool) -> bool {
    let one = |w: &str| matches!(w, "بيان" | "البيان" | "بيانا" | "بيانهم" | "بيانها" | "بيانه");
    let named = |t: usize| {
        let w = v.raw(t);
        one(w) || ["و", "ف", "ب", "ل", "وب", "فب"].iter().any(|p| w.strip_prefix(p).is_some_and(one))
    };
    if !v.s.signs.has(Signs::STATEMENT) {
        return before;
    }
    let Some(t) = (0..v.len()).rev().find(|&t| named(t) && !(bare(v, t) && v.raw(t).contains("البيان"))) else {
        return before;
    };
    v.s.cues.iter().any(|c| c.first as usize == t && v.kind(c) == Kind::Slot && v.role(c) == Some("statement"))
}

/// True for a noun with no word behind it that would say whose it is.
fn bare(v: &View, t: usize) -> bool {
    let next = v.raw(t + 1);
    let adjective = next.starts_with("ال") && v.mark(t + 1).is_none() && v.particle(t + 1) == Particle::None;
    !adjective
        && !v.at(t + 1).is_some_and(|m| matches!(v.kind(m), Kind::Demonym | Kind::Party | Kind::Country | Kind::Organization))
}

/// Adds what a sentence says the text of the talks does not hold; `of_talks` where a bare `البيان` is theirs.
pub(super) fn not_in_text(v: &View, number: u32, of_talks: bool, statements: &[Statement], out: &mut Vec<Outcome>) {
    let role = |m: &Match, is: &str| v.role(m) == Some(is);
    let noun = |t: usize| {
        let slot = v.s.cues.iter().find(|c| c.first as usize == t && v.kind(c) == Kind::Slot && role(c, "statement"));
        let the = |c: &&Match| c.first as usize == t && v.raw(t).trim_start_matches(['و', 'ف']).starts_with("ال");
        let text =
            || v.s.cues.iter().filter(the).find(|c| (role(c, "text_noun") || role(c, "document")) && bare(v, c.last as usize));
        let last = slot.or_else(text).map(|c| c.last as usize)?;
        let theirs = slot.is_some() || !v.raw(t).contains("بيان") || of_talks;
        theirs.then_some(last)
    };
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    // `وخلا البيان من أي ذكر للمهلة`: it lacks.
    let lacks = |m: &Match| role(m, "text_lacks");
    let verb = |m: &&Match| matches!(v.role(m), Some("text_verb" | "provides" | "text_whole" | "text_lacks"));
    for verb in v.s.cues.iter().filter(verb) {
        let (first, last) = (verb.first as usize, verb.last as usize);
        let Some(other) = v.lexicon.number(OTHER) else { return };
        let negated = first > 0 && v.negates(first - 1);
        if negated == lacks(verb) || verb.proclitics.has(Proclitics::SEEN) {
            continue;
        }
        // `لم يتضمن البيان`, `فالنص لا يأتي على ذكر`
        let behind = noun(last + 1).or_else(|| role(verb, "text_whole").then_some(last));
        // `فالنص، الواقع في عشرين بندا، لا يأتي على ذكر`
        let ends = |t: usize| {
            let open = comma(t).then(|| (t.saturating_sub(ASIDE)..t).rev().find(|&k| comma(k))).flatten();
            open.map_or(t, |open| open - 1)
        };
        let before = || first >= 2 && (0..first - 1).any(|t| noun(t) == Some(ends(first - 2)));
        let Some(last) = behind.or_else(|| before().then_some(last)) else { continue };
        // `لا يتطرق الاتفاق، كما أوضح الوسيط، إلى`
        let aside = comma(last + 1).then(|| (last + 2..v.len().min(last + ASIDE)).find(|&t| comma(t)));
        let last = match aside {
            Some(None) => continue,
            Some(Some(end)) => end,
            None => last,
        };
        let inside = |s: &Statement| s.sentence == number && s.content.0 <= v.start(first) && v.start(first) < s.content.1;
        let statement = statements.iter().position(inside).map(|n| n as u32);
        let told = |o: &Outcome| o.sentence == number && o.span.0 <= v.start(first) && v.start(first) < o.span.1;
        if out.iter().any(told) {
            continue;
        }
        // `لم يورد أسماء ولا أرقاما، ولا مصير المعبر`
        let mut from = last + 1;
        while let Some((at, to, end)) = missing(v, from) {
            let words = Some((v.start(at), v.end(to)));
            let span = (v.start(first - usize::from(negated)), v.end(to));
            out.push(Outcome {
                sentence: number,
                slot: other,
                phrase: v.id(verb),
                status: Status::NotAgreed,
                span,
                statement,
                words,
                topic: None,
            });
            from = end + 1 + usize::from(comma(end + 1));
            if v.raw(from) != "ولا" {
                break;
            }
            from += 1;
        }
    }
}

/// The first and the last token of the words that tell what is missing, from token `from` on, and the last of their clause.
fn missing(v: &View, from: usize) -> Option<(usize, usize, usize)> {
    let joins = |t: usize| v.raw(t) == "أيضا" || matches!(v.particle(t), Particle::Takes(Takes::TO | Takes::ON | Takes::FROM));
    let at = (from..v.len()).find(|&t| !joins(t))?;
    // `لم يأت البيان على ذكر المعبر`
    let at = if v.raw(at) == "ذكر" { at + 1 } else { at };
    // `لا يتضمن كلمة واحدة عن المعبر`: what there is no word about.
    let word = matches!(v.raw(at), "كلمة" | "حرفا" | "حرفاً" | "سطرا" | "سطراً" | "عبارة" | "بندا" | "بنداً");
    let one = at + 1 + usize::from(v.raw(at + 1).starts_with("واحد"));
    let about = v.mark(one).is_none() && matches!(v.raw(one), "عن" | "بشأن" | "حول" | "على");
    let at = if word && about { one + 1 } else { at };
    let opens = v.mark(at).is_none_or(|_| v.is_quote(at)) && matches!(v.particle(at), Particle::None);
    let clause = v.at(at).is_some_and(|m| v.finite(m).is_some() && v.stance(m).is_some());
    if !opens || clause {
        return None;
    }
    let end = words(v, at)?;
    let to = (at + 1..=end).find(|&t| v.particle(t) == Particle::Relative).map_or(end, |t| t - 1);
    // `بهذا الشأن`: what points back tells nothing; nor does `المدينة التي`.
    let back = |t: usize| matches!(v.raw(t).trim_start_matches(['ب', 'ل']), "هذا" | "هذه" | "ذلك" | "تلك" | "ذاك");
    let vague = to == at && (to < end || v.over(at).is_none());
    let clause_end = (end..v.len()).find(|&t| t + 1 == v.len() || v.mark(t + 1).is_some() || v.raw(t + 1) == "ولا")?;
    (!vague && !(at..=to).any(back)).then_some((at, to, clause_end))
}

#[cfg(test)]
mod tests {
    use crate::analysis::outcomes::tests::says;

    const MISSING: (&str, &str) = ("other_matter", "not agreed");
    const ISSUED: (&str, &str) = ("final_statement", "agreed");

    #[test]
    fn what_the_text_does_not_hold() {
        says("ولم يتضمن البيان الختامي أي التزام مكتوب بوقف الغارات.", &[MISSING]);
        says("ولم يتضمن الإعلان أي جدول زمني لرفع الحصار عن المدينة.", &[MISSING]);
        says("ولا يتطرق الاتفاق، كما شرح الوسيط الأممي، إلى أي مسألة سياسية.", &[MISSING]);
        says("ولم يأت البيان الختامي على ذكر العملية العسكرية.", &[MISSING]);
        says("فيما خلا البيان الختامي من أي ذكر للمهلة.", &[MISSING]);
        says("ولم يخل البيان الختامي من ذكر المهلة.", &[]);
        says("فالنص، الواقع في عشرين بندا، لا يأتي على ذكر العملية العسكرية ولا على مصير المعبر.", &[MISSING, MISSING]);
    }

    #[test]
    fn a_bare_statement_is_that_of_the_talks_where_the_last_one_was() {
        says("وصدر البيان الختامي مساء أمس. ولم يورد البيان أسماء ولا توزيعا للمناصب.", &[ISSUED, MISSING, MISSING]);
        says("وصدر البيان الختامي مساء أمس. وأصدرت الوزارة بيانا. ولم يورد البيان أسماء المعتقلين.", &[ISSUED]);
        says("وأعلن نواب رفضهم في بيان وقعوه. ولم يتطرق البيان إلى وقف إطلاق النار.", &[]);
    }

    #[test]
    fn what_points_back_and_what_is_said_tells_nothing() {
        says("ولم يتضمن البيان الختامي أي التزام مكتوب بهذا الشأن.", &[]);
        says("ولم يتطرق سيرغي لافروف إلى مصير المعبر.", &[]);
        says("ويتضمن البيان الختامي دعوة إلى الحوار.", &[]);
    }
}
