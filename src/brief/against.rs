//! What stands against a denial: a report that it names itself (`نفى ما تناقلته صحف عن لقاء`), what the article sets against it (`نفى X أن يكون …. غير أن Y قال إن`), and what another says elsewhere of
//! the same deed in nearly the same words (`وكان الوفد قد لوّح بالمقاطعة` and `نفى أن يكون الوفد قد لوّح بالمقاطعة`). Both wordings stand side by side.

use super::assemble::Given;
use super::cite::Cites;
use super::denied::{at, stance};
use super::disputes::VALUES;
use super::english::{line, statement};
use super::parts::{Badge, Dispute, DisputeValue, English, Speaker};
use super::speakers::{Said, of};
use super::stems::{Clause, Weights};
use crate::analysis::Analysis;
use crate::analysis::statements::{Span, Statement};
use crate::arabic::sentences::Kind;
use crate::article::Article;
use crate::round::assign::Round;

/// Words of contrast that set one statement against another.
const AGAINST: [&str; 5] = ["لكن", "ولكن", "غير أن", "إلا أن", "بيد أن"];
/// Words in which a denial says that it is of a report.
const REPORT: usize = 9;
/// Words of what was reported, and of a statement that is set against a denial.
const LEAST: usize = 2;
const LONG: usize = 60;

/// The denials of a round with what stands against them; those that `told` has already are left out.
pub(super) fn against(round: &Round, weights: &Weights, given: &Given, told: &[Dispute], cites: &mut Cites) -> Vec<Dispute> {
    let lexicon = given.lexicon;
    let mut out: Vec<Dispute> = Vec::new();
    for &(article, analysis) in &round.articles {
        let all = &analysis.statements;
        let background = |s: &Statement| analysis.sentences[s.sentence as usize].background;
        for (n, d) in all.iter().enumerate().filter(|(_, d)| stance(d, lexicon) == Some("deny") && !d.negated && !background(d)) {
            let Some(denies) = of(article, analysis, Some(n as u32)) else { continue };
            let is_told = |v: &DisputeValue| {
                let inside = |c: &super::parts::Citation| c.start < d.content.1 && d.content.0 < c.end;
                v.citations.iter().any(|c| c.source == article.id && inside(c))
            };
            let known = denies.speaker(given).en != "unresolved";
            if !known || told.iter().chain(&out).flat_map(|d| &d.values).any(is_told) {
                continue;
            }
            let mut values: Vec<DisputeValue> = Vec::new();
            let who = denies.speaker(given).en;
            let mut slot_en = format!("a report that is denied by {who}");
            values.extend(reported(article, d).map(|span| report(article, analysis, d, span, given, cites)));
            if let Some(m) = set_against(article, analysis, n, &denies, given) {
                values.push(said(article, analysis, m, given, cites));
                slot_en = format!("a denial by {who}, and what the article sets against it");
            }
            if values.is_empty()
                && let Some(m) = answered(article, analysis, n, &denies, weights, given)
            {
                let value = said(article, analysis, m, given, cites);
                let by = value.by.as_ref().map_or(String::new(), |s| s.en.clone());
                slot_en = format!("a statement and the denial behind it: {by}");
                values.push(value);
            }
            values.retain(|v| readable(&v.value));
            if values.is_empty()
                && let Some(value) = super::behind::before((article, analysis), n, &denies, weights, given, cites)
            {
                slot_en = match &value.by {
                    Some(by) => format!("a statement and the denial behind it: {}", by.en),
                    None => format!("a denial by {who}, behind what the article tells"),
                };
                values.push(value);
            }
            if let Some(c) = weights.affirmed(round, (article, d), &denies, given) {
                let value = clause(&c, given, cites);
                values.clear();
                let who = value.by.as_ref().map_or(String::new(), |s| format!(": {}", s.en));
                slot_en = format!("a statement that is denied{who}");
                values.push(value);
            }
            values.retain(|v| readable(&v.value));
            if values.is_empty() {
                continue;
            }
            if let Some(denial) = readably_said(article, analysis, n, given, cites) {
                values.push(denial);
                out.push(Dispute { slot: "denial".to_owned(), slot_en, values });
            }
        }
    }
    out.truncate(VALUES);
    out
}

/// What a statement says, where it has English that a reader can take for it.
pub(super) fn readably_said(
    article: &Article,
    analysis: &Analysis,
    n: usize,
    given: &Given,
    cites: &mut Cites,
) -> Option<DisputeValue> {
    Some(said(article, analysis, n, given, cites)).filter(|v| readable(&v.value))
}

/// English that a reader can take for what it says.
pub(super) fn readable(en: &English) -> bool {
    en.badge != Badge::V && !en.text.is_empty() && en.text.matches('…').count() < 2
}

/// What a denial says was reported: behind عن, حول, `من أن`.
fn reported(article: &Article, d: &Statement) -> Option<Span> {
    let content = &article.text[d.content.0 as usize..d.content.1 as usize];
    // `نفى نفيا قاطعا ما تناقلته`: how.
    let flatly = ["نفيا قاطعا ", "نفياً قاطعاً ", "بشكل قاطع ", "بشدة "];
    let how = flatly.iter().find(|f| content.starts_with(*f)).map_or(0, |f| f.len());
    let words: Vec<&str> = content[how..].split_whitespace().collect();
    let opens = ["ما", "صحة", "أنباء", "الأنباء", "تقارير", "معلومات", "شائعات"];
    let verbs =
        ["نقل", "تناقل", "نشر", "تردد", "راج", "أورد", "تداول", "روج", "رو\u{651}ج", "تسرب", "أشيع", "يشاع", "تحدث", "ذكر"];
    let is = |w: &&str| verbs.iter().any(|v| w.starts_with(v));
    let head = words.iter().take(3).any(is);
    if !words.first().is_some_and(|w| opens.contains(w)) || !head {
        return None;
    }
    let after = |i: usize| words.get(i + 1).map(|w| w.as_ptr() as usize - content.as_ptr() as usize);
    let at = (1..words.len().min(REPORT)).find_map(|i| match words[i] {
        "عن" | "حول" | "بشأن" | "بخصوص" => after(i),
        "أن" if words[i - 1] == "من" => after(i),
        // `من أنه جرى القبول`
        "أنه" | "أنها" | "أنهم" if words[i - 1] == "من" => after(i),
        _ => None,
    })?;
    let end = content[at..].find(['،', '؛']).map_or(content.len(), |comma| at + comma);
    let many = content[at..end].split_whitespace().count();
    (LEAST..=LONG).contains(&many).then_some((d.content.0 + at as u32, d.content.0 + end as u32))
}

fn report(article: &Article, analysis: &Analysis, d: &Statement, span: Span, given: &Given, cites: &mut Cites) -> DisputeValue {
    let by = Speaker {
        id: None,
        en: "reports".to_owned(),
        ar: article.text[d.content.0 as usize..span.0 as usize].trim().to_owned(),
        role: String::new(),
        resolved_by: "named".to_owned(),
    };
    DisputeValue {
        value: line((article, analysis), &analysis.sentences[d.sentence as usize], span.0..span.1, given),
        by: Some(by),
        ar: article.text[span.0 as usize..span.1 as usize].to_owned(),
        citations: vec![cites.cite(article, d.sentence as usize, span.0, span.1)],
    }
}

/// A statement as a value, in the words of its line.
pub(super) fn said(article: &Article, analysis: &Analysis, n: usize, given: &Given, cites: &mut Cites) -> DisputeValue {
    let s = &analysis.statements[n];
    let said = Said { article, analysis, statement: s };
    let mut span = (at(s).min(s.content.0), s.content.1);
    // `لم يستبعد`: not without its لم.
    let from = analysis.sentences[s.sentence as usize].start;
    let before = article.text.get(from as usize..span.0 as usize).unwrap_or_default().trim_end();
    if let Some(word) = before.rsplit(char::is_whitespace).next().filter(|w| s.negated && !w.is_empty()) {
        span.0 = from + (before.len() - word.len()) as u32;
    }
    let by = said.speaker(given);
    DisputeValue {
        value: statement(&said, &by, &analysis.sentences[s.sentence as usize], given),
        by: Some(by),
        ar: article.text[span.0 as usize..span.1 as usize].to_owned(),
        citations: vec![cites.cite(article, s.sentence as usize, span.0, span.1)],
    }
}

fn clause(c: &Clause, given: &Given, cites: &mut Cites) -> DisputeValue {
    if let Some(n) = c.statement {
        return said(c.article, c.analysis, n, given, cites);
    }
    DisputeValue {
        value: line((c.article, c.analysis), &c.analysis.sentences[c.sentence], c.span.0..c.span.1, given),
        by: None,
        ar: c.article.text[c.span.0 as usize..c.span.1 as usize].to_owned(),
        citations: vec![cites.cite(c.article, c.sentence, c.span.0, c.span.1)],
    }
}

/// The statement of another that a word of contrast sets against denial `n`, in its sentence or at the head of the next.
fn set_against(article: &Article, analysis: &Analysis, n: usize, denies: &Said, given: &Given) -> Option<usize> {
    let lexicon = given.lexicon;
    let all = &analysis.statements;
    let (d, who) = (&all[n], denies.speaker(given));
    let (m, p) = all
        .iter()
        .enumerate()
        .skip(n + 1)
        .find(|(m, _)| of(article, analysis, Some(*m as u32)).is_some_and(|s| s.speaker(given).en != who.en))?;
    let says = of(article, analysis, Some(m as u32))?.speaker(given);
    let same = says.en == "unresolved" || says.id.is_some() && says.id == who.id;
    let near = p.sentence == d.sentence || p.sentence == d.sentence + 1;
    let start = p.speaker.span.0.min(at(p));
    let between = article.text.get(d.content.1 as usize..start as usize)?.trim_end();
    // Right before who says it, and at the head of what is set against the denial.
    let turns =
        AGAINST.iter().any(|w| between.strip_suffix(w).is_some_and(|b| b.is_empty() || b.ends_with([' ', '\n', '.', '،'])));
    let told = |s: &Statement| analysis.sentences[s.sentence as usize].kind == Kind::Sentence;
    let words = article.text[p.content.0 as usize..p.content.1 as usize].split_whitespace().count();
    // `تحدث إلى الصحيفة شرط عدم ذكر اسمه`: nothing said yet.
    let clause = article.text[..p.content.0 as usize].trim_end().rsplit(' ').next().is_some_and(opens_clause);
    let fits = clause
        && turns
        && near
        && !same
        && told(p)
        && !p.negated
        && stance(p, lexicon) != Some("deny")
        && (LEAST + 1..=LONG).contains(&words);
    fits.then_some(m)
}

/// `إن`, `أن`, `بأن`, `إنه`, `أنها`
fn opens_clause(word: &str) -> bool {
    let word = word.trim_start_matches(['ب', 'و']);
    word.starts_with("أن") || word.starts_with("إن")
}

/// What another says right before denial `n`, in its paragraph: behind it stands a word of contrast, or the denial names what it names.
fn answered(article: &Article, analysis: &Analysis, n: usize, denies: &Said, weights: &Weights, given: &Given) -> Option<usize> {
    const TURNS: [&str; 3] = ["بينما", "فيما", "في حين"];
    let lexicon = given.lexicon;
    let all = &analysis.statements;
    let m = n.checked_sub(1)?;
    let (p, d) = (&all[m], &all[n]);
    let says = of(article, analysis, Some(m as u32))?;
    let (first, second) = (says.speaker(given), denies.speaker(given));
    let sentence = |s: &Statement| &analysis.sentences[s.sentence as usize];
    let one = says.side(lexicon).is_some() && says.side(lexicon) == denies.side(lexicon);
    let own = first.en == second.en || one && first.id == second.id;
    let (here, there) = (sentence(p), sentence(d));
    let near = p.sentence + 1 >= d.sentence && here.paragraph == there.paragraph && here.kind == Kind::Sentence;
    // `الوفد` that no side has may be the denier's own.
    let own = own || says.side(lexicon).is_none() && first.id.as_deref() == Some("delegation");
    if own || first.en == "unresolved" || !near || p.negated || stance(p, lexicon) == Some("deny") {
        return None;
    }
    // `… بسبب التأشيرات، بحسب مصدر. ونفى`: who says it stands behind it.
    let end = p.content.1.max(p.speaker.span.1.min(here.end)).max(p.verb.map_or(0, |v| v.span.1));
    let start = at(d).min(d.speaker.span.0);
    let between = article.text.get(end as usize..start as usize)?;
    let gap = between.trim_matches(['،', '؛', '.', ' ', '"', '»', '\n', '”']);
    let turned = AGAINST.iter().chain(&TURNS).any(|w| gap == *w);
    let said = &article.text[at(p).min(p.content.0) as usize..p.content.1 as usize];
    let denied = &article.text[d.content.0 as usize..d.content.1 as usize];
    let back = denied.split_whitespace().any(|w| ["هؤلاء", "تلك", "ذلك", "بهؤلاء", "بذلك", "بتلك", "لذلك"].contains(&w));
    let words = said.split_whitespace().count();
    // `مضيفا أن الرئيس قد يعود`: which of several things is denied, a word must tell.
    let verb = p.verb.map_or("", |v| &article.text[v.span.0 as usize..v.span.1 as usize]);
    let turns = turned && !(verb.starts_with('م') && verb.ends_with(['ا', '\u{64b}']));
    let clause = || turns || (turned || matches!(gap, "" | "و")) && (back || weights.share(said, denied));
    ((LEAST + 1..=LONG).contains(&words) && clause()).then_some(m)
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    /// The differences of an article on Astana 4 behind its first sentence, each with who says its values.
    fn differences(text: &str) -> Vec<String> {
        let brief = fourth(text);
        let by = |d: &crate::brief::parts::Dispute| -> Vec<String> {
            d.values.iter().map(|v| v.by.as_ref().map_or("the article".to_owned(), |s| s.en.clone())).collect()
        };
        brief.disputes.iter().filter(|d| d.slot == "denial").map(|d| by(d).join(" / ")).collect()
    }

    #[test]
    fn a_report_that_a_denial_names() {
        assert_eq!(differences("ونفى سيرغي لافروف ما تناقلته صحف محلية عن سحب القوات الروسية."), ["reports / Sergey Lavrov"]);
        assert_eq!(
            differences("ونفى سيرغي لافروف نفيا قاطعا ما روجت له قنوات من أن بلاده سحبت قواتها."),
            ["reports / Sergey Lavrov"]
        );
        // What it names is no report, or what was reported is not told.
        assert_eq!(differences("ونفى سيرغي لافروف وجود قوات روسية في المدينة."), [""; 0]);
        assert_eq!(differences("ونفى سيرغي لافروف ما تردد."), [""; 0]);
    }

    #[test]
    fn what_the_article_sets_against_a_denial() {
        let denies = "ونفى سيرغي لافروف أن تكون بلاده قد قصفت المدينة.";
        let says = "محمد علوش قال إن طائرات روسية قصفت المدينة مرتين.";
        assert_eq!(differences(&format!("{denies} غير أن {says}")), ["Mohammed Alloush / Sergey Lavrov"]);
        assert_eq!(differences(&format!("{denies} لكن {says}")), ["Mohammed Alloush / Sergey Lavrov"]);
        // Another paragraph later, or nothing that sets it against the denial.
        assert_eq!(differences(&format!("{denies}\n\nوعاد الهدوء إلى البلدة. غير أن {says}")), [""; 0]);
        assert_eq!(differences(&format!("{denies} لكنه قال إن بلاده قصفت بلدة أخرى.")), [""; 0]);
    }

    #[test]
    fn a_denial_right_behind_what_it_answers() {
        let says = "وقال محمد علوش إن الطيران الروسي قصف مدرسة.";
        assert_eq!(differences(&format!("{says} ونفى سيرغي لافروف استهداف أي مدرسة.")), ["Mohammed Alloush / Sergey Lavrov"]);
        // Of another matter, or in another paragraph.
        assert_eq!(differences(&format!("{says} ونفى سيرغي لافروف تأجيل المؤتمر.")), [""; 0]);
        assert_eq!(differences(&format!("{says}\n\nوبشأن لقاء آخر نفى سيرغي لافروف تأجيل المؤتمر.")), [""; 0]);
    }

    #[test]
    fn what_another_tells_elsewhere_in_the_same_words() {
        let denies = "ونفى محمد علوش أن يكون الوفد قد هدد بمغادرة القاعة.";
        let told = "وكان الوفد قد هدد أمس بمغادرة القاعة.";
        assert_eq!(differences(&format!("{told}\n\nوزار سيرغي لافروف دمشق.\n\n{denies}")), ["the delegation / Mohammed Alloush"]);
        // He says so himself, or it did not happen.
        assert_eq!(differences(&format!("وقال محمد علوش إن الوفد هدد بمغادرة القاعة.\n\nوزار الوفد دمشق.\n\n{denies}")), [""; 0]);
        assert_eq!(differences(&format!("ولم يهدد الوفد أمس بمغادرة القاعة.\n\nوزار سيرغي لافروف دمشق.\n\n{denies}")), [""; 0]);
    }
}
