//! Two accounts that an article itself sets side by side: `عزا X ذلك إلى خلاف، بينما تحدث Y عن تأخر التأشيرات`, `وقال X إن اللقاء كان مفيدا. في المقابل، قال Y إنه كان متوترا`. Both stand in one
//! paragraph, with nothing but a word of contrast between them. It is the article that sets them so; no verdict.

use super::against::readably_said;
use super::assemble::Given;
use super::blame::blamed;
use super::cite::Cites;
use super::denied::{at, stance};
use super::parts::{Citation, Dispute, DisputeValue};
use super::speakers::{at_the_table, of};
use super::stems::Weights;
use crate::analysis::statements::{Statement, Who};
use crate::analysis::{Analysis, Sentence};
use crate::arabic::sentences::Kind;
use crate::article::Article;
use crate::round::assign::Round;

/// Words that set one account against another, and words that only say that both are told at once.
const AGAINST: [&str; 8] = ["لكن", "ولكن", "غير أن", "إلا أن", "بيد أن", "في المقابل", "وفي المقابل", "بالمقابل"];
const WHILE: [&str; 4] = ["بينما", "فيما", "في حين", "في حين أن"];
/// Such words at the head of the first account.
const OPENS: [&str; 4] = ["بينما", "فبينما", "في حين", "ففي حين"];
/// Stances of who tells, and neither demands nor blames.
const TELLS: [&str; 12] =
    ["say", "affirm", "relay", "reveal", "note", "announce", "consider", "expect", "add", "describe", "confirm", "report"];
/// Words of a complaint that another account answers.
const SHORT: usize = 8;
/// How many a brief tells, and words of one account.
const MOST: usize = 6;
const LEAST: usize = 3;
const LONG: usize = 40;

/// The accounts of a round that its articles set side by side; those of which `told` has both are left out.
pub(super) fn side_by_side(round: &Round, weights: &Weights, given: &Given, told: &[Dispute], cites: &mut Cites) -> Vec<Dispute> {
    let mut pairs: Vec<(bool, &Article, &Analysis, usize, usize)> = Vec::new();
    for &(article, analysis) in &round.articles {
        for n in 1..analysis.statements.len() {
            if let Some(weak) = set(article, analysis, n, weights, given) {
                pairs.push((weak, article, analysis, n - 1, n));
            } else if let Some(m) = turns(article, analysis, n, weights, given) {
                pairs.push((true, article, analysis, m, n));
            }
        }
    }
    // What is set against another comes first.
    pairs.sort_by_key(|p| p.0);
    let mut out: Vec<Dispute> = Vec::new();
    for (_, article, analysis, m, n) in pairs {
        let cited = |s: &Statement| {
            let inside = |c: &Citation| c.source == article.id && c.start < s.content.1 && s.content.0 < c.end;
            let tells = |d: &&Dispute| d.values.iter().any(|v| v.citations.iter().any(inside));
            let denial = told.iter().filter(tells).any(|d| d.slot == "denial");
            (denial, told.iter().chain(&out).any(|d| tells(&d)))
        };
        let (first, second) = (cited(&analysis.statements[m]), cited(&analysis.statements[n]));
        if first.0 || second.0 || first.1 && second.1 {
            continue;
        }
        let values: Option<Vec<DisputeValue>> =
            [m, n].into_iter().map(|m| readably_said(article, analysis, m, given, cites)).collect();
        if let Some(values) = values.filter(|_| out.len() < MOST) {
            let who: Vec<&str> = values.iter().filter_map(|v| v.by.as_ref()).map(|s| s.en.as_str()).collect();
            let slot_en = format!("accounts that the article sets side by side: {}", who.join("; "));
            out.push(Dispute { slot: "side_by_side".to_owned(), slot_en, values });
        }
    }
    out
}

/// Whether a word of contrast alone parts statement `n` from the one before it: one that sets them side by side and not against each other gives true.
fn set(article: &Article, analysis: &Analysis, n: usize, weights: &Weights, given: &Given) -> Option<bool> {
    let lexicon = given.lexicon;
    let (p, q) = (&analysis.statements[n - 1], &analysis.statements[n]);
    let sentence = |s: &Statement| &analysis.sentences[s.sentence as usize];
    let (here, there) = (sentence(p), sentence(q));
    let one = here.paragraph == there.paragraph && p.sentence + 1 >= q.sentence && here.kind == Kind::Sentence;
    let denies = |s: &Statement| stance(s, lexicon) == Some("deny");
    if !one || here.background || there.background || denies(p) || denies(q) {
        return None;
    }
    let (first, second) = (of(article, analysis, Some(n as u32 - 1))?, of(article, analysis, Some(n as u32))?);
    let (a, b) = (first.speaker(given), second.speaker(given));
    let known = |s: &Statement, en: &str| en != "unresolved" && !matches!(s.speaker.who, Who::Unresolved);
    if !known(p, &a.en) || !known(q, &b.en) || a.en == b.en || a.id.is_some() && a.id == b.id {
        return None;
    }
    let end = p.content.1.max(p.verb.map_or(0, |v| v.span.1));
    let start = at(q).min(q.speaker.span.0).min(q.content.0);
    // `، بحسب مصدر، بينما`: who says it stands behind it.
    let end = if p.speaker.span.1 <= start { end.max(p.speaker.span.1) } else { end };
    let between = article.text.get(end as usize..start as usize)?;
    let gap = between.trim_matches(['،', '؛', '.', ' ', '"', '»', '\n', '”']);
    // `فبينما ذكرت صحف أنه ضم 12 عضوا، قال مصدر إن`: the word stands before the first of the two.
    let head = at(p).min(p.speaker.span.0).min(p.content.0).max(here.start);
    let before = article.text[here.start as usize..head as usize].trim_end();
    let opens = gap.is_empty() && p.sentence == q.sentence && OPENS.iter().any(|w| before.ends_with(w));
    let (against, weak) = (AGAINST.contains(&gap), WHILE.contains(&gap) || opens);
    let own = first.side(lexicon).is_some() && first.side(lexicon) == second.side(lexicon);
    // `رأى أن الكلام ملتبس، بينما وصفه آخر بأنه`: both judge one thing.
    let judges = stance(q, lexicon).is_some_and(|x| matches!(x, "describe" | "consider")) && of_it(article, q);
    if weak && own && !judges || alike(here, there, (p, q)) {
        return None;
    }
    let text = |s: &Statement| &article.text[s.content.0 as usize..s.content.1 as usize];
    let fits = |s: &Statement| (LEAST..=LONG).contains(&text(s).split_whitespace().count());
    // `لم يستبعد توسيع القائمة`
    let open = |s: &Statement| s.negated && stance(s, lexicon) == Some("reject");
    let tells = |s: &Statement| open(s) || stance(s, lexicon).is_some_and(|x| TELLS.contains(&x));
    // `اتهم العجري الحكومة …، فيما قال عضو الوفد الحكومي`: the accused side answers.
    let answers = || {
        let blamed = || blamed(article, here, p, lexicon);
        stance(p, lexicon) == Some("accuse")
            && second.side(lexicon).is_some_and(|id| blamed().contains(&at_the_table(lexicon, id)))
    };
    // `شكت دمشق من أن يوما ضاع، في حين قالت المنظمة`
    let complains = || stance(p, lexicon) == Some("accuse") && text(p).split_whitespace().count() <= SHORT && tells(q);
    let linked = || tells(p) && tells(q) || judges || answers() || complains() || weights.share(text(p), text(q));
    // `إلا أن مصدرا استبعد ذلك`
    // Whoever rejects what another proposes gives no account of it.
    let verb = q.verb.map_or("", |v| &article.text[v.span.0 as usize..v.span.1 as usize]);
    let doubts = ["استبعد", "يستبعد", "استبعدت", "تستبعد"].contains(&verb);
    let back = against && tells(p) && doubts && matches!(text(q).trim_end_matches('.'), "ذلك" | "الأمر" | "هذا");
    // `لن تتردد برلين في فرض عقوبات، بينما تحفظت موسكو على المواعيد`: each of something else.
    let said = article.text.get(q.verb.map_or(q.content.0, |v| v.span.1) as usize..q.content.1 as usize).unwrap_or_default();
    let one_matter = judges || answers() || complains() || weights.share(text(p), text(q)) || of_one_matter(text(p), said);
    (fits(p) && (fits(q) || back) && (back || one_matter) && (against || weak && linked())).then_some(weak)
}

/// `أما وزير الخارجية فأكد أن`: the account of another side, in the sentence before it, that statement `n` turns from; a rare word says that both are of one thing.
fn turns(article: &Article, analysis: &Analysis, n: usize, weights: &Weights, given: &Given) -> Option<usize> {
    let lexicon = given.lexicon;
    let q = &analysis.statements[n];
    let number = (q.sentence as usize).checked_sub(1)?;
    let (there, here) = (&analysis.sentences[number], &analysis.sentences[number + 1]);
    let head = article.text[here.start as usize..here.end as usize].starts_with("أما ");
    let first = analysis.statements[..n].iter().all(|s| s.sentence != q.sentence);
    let told = there.kind == Kind::Sentence && !there.background && !here.background;
    if !head || !first || !told || there.paragraph != here.paragraph {
        return None;
    }
    let side = |m: usize| {
        let said = of(article, analysis, Some(m as u32))?;
        (said.speaker(given).en != "unresolved").then(|| said.side(lexicon).map(|id| at_the_table(lexicon, id)))?
    };
    let own = side(n)?;
    let text = |s: &Statement| &article.text[s.content.0 as usize..s.content.1 as usize];
    let tells = |s: &Statement| {
        let fits = (LEAST..=LONG).contains(&text(s).split_whitespace().count());
        fits && !s.negated && stance(s, lexicon).is_some_and(|x| TELLS.contains(&x))
    };
    let of_one = |m: &usize| {
        let p = &analysis.statements[*m];
        p.sentence as usize == number && tells(p) && side(*m).is_some_and(|s| s != own) && weights.share(text(p), text(q))
    };
    tells(q).then(|| (0..n).rev().find(of_one))?
}

/// True where two contents share a word, in any form (`توافق`, `لم يوافق`), or the second points back with a pronoun (`إنه لم يستمر`, `لم يطلب هذا`).
fn of_one_matter(p: &str, q: &str) -> bool {
    const BACK: [&str; 14] =
        ["إنه", "أنه", "إنها", "أنها", "بأنه", "بأنها", "ذلك", "هذا", "هذه", "الأمر", "إنهم", "أنهم", "به", "بها"];
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphabetic()).to_owned();
    let points = q.split_whitespace().any(|w| BACK.contains(&bare(w).as_str()));
    let bones = |text: &str| -> Vec<Vec<char>> { text.split_whitespace().filter_map(|w| skeleton(&bare(w))).collect() };
    let first = bones(p);
    points || bones(q).iter().any(|w| first.contains(w))
}

/// The letters of a word that its forms share: without what stands before it, and without the long vowels behind the first.
fn skeleton(word: &str) -> Option<Vec<char>> {
    let folded: Vec<char> = word.chars().filter(|c| !('\u{64b}'..='\u{652}').contains(c)).collect();
    let mut rest: &[char] = &folded;
    for prefix in [&['و'][..], &['ف'], &['ب'], &['ل'], &['ا', 'ل'], &['ل'], &['س'], &['م', 'ت'], &['م'], &['ي'], &['ت'], &['ن']]
    {
        if let Some(shorter) = rest.strip_prefix(prefix).filter(|r| r.len() > 3 || prefix == ['ا', 'ل'] && r.len() > 2) {
            rest = shorter;
        }
    }
    let long = |c: &char| matches!(c, 'ا' | 'و' | 'ي' | 'ة' | 'ى' | 'أ' | 'إ' | 'آ' | 'ء' | 'ئ' | 'ه');
    let (first, behind) = rest.split_first()?;
    let first = Some(*first).filter(|c| *c == 'و' || !long(c));
    let out: Vec<char> = first.into_iter().chain(behind.iter().copied().filter(|c| !long(c))).collect();
    (out.len() > 2).then_some(out)
}

/// `وصفه`, `اعتبرتها`: the verb has what it judges.
fn of_it(article: &Article, s: &Statement) -> bool {
    let word = s.verb.map_or("", |v| &article.text[v.span.0 as usize..]);
    let word = word.split_whitespace().next().unwrap_or_default();
    word.ends_with('ه') || word.ends_with("ها") || word.ends_with("هم")
}

/// True where each has one number, and the two are nearly the same: no difference.
fn alike(here: &Sentence, there: &Sentence, (p, q): (&Statement, &Statement)) -> bool {
    let of = |s: &Sentence, x: &Statement| -> Vec<i64> {
        s.figures.iter().filter(|f| x.content.0 <= f.start && f.end <= x.content.1).map(|f| f.value).collect()
    };
    match (of(here, p).as_slice(), of(there, q).as_slice()) {
        ([a], [b]) => (a - b).abs() * 10 <= *a.max(b),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn accounts(text: &str) -> Vec<String> {
        let brief = fourth(text);
        let side = brief.disputes.iter().filter(|d| d.slot == "side_by_side");
        side.map(|d| d.slot_en.rsplit(": ").next().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn what_an_article_sets_side_by_side() {
        let both = ["Sergey Lavrov; Mohammed Alloush"];
        let says = "وقال سيرغي لافروف إن اللقاء كان مفيدا وصريحا";
        assert_eq!(accounts(&format!("{says}. في المقابل، قال محمد علوش إن اللقاء كان متوترا للغاية.")), both);
        assert_eq!(accounts(&format!("{says}، بينما قال محمد علوش إنه لم يستمر سوى دقائق.")), both);
        assert_eq!(accounts(&format!("{says}. غير أن محمد علوش قال إن اللقاء ألغي بعد دقائق.")), both);
        let head = "فبينما قال سيرغي لافروف إن اللقاء استمر ساعة كاملة، قال محمد علوش إنه ألغي";
        assert_eq!(accounts(&format!("وتباينت الروايات، {head} قبل أن يبدأ.")), both);
    }

    #[test]
    fn accounts_of_two_matters_are_no_difference() {
        let says = "وقال سيرغي لافروف إن بلاده لن تتردد في فرض عقوبات جديدة";
        assert_eq!(accounts(&format!("{says}، بينما قال محمد علوش إن المواعيد حددت على عجل كبير.")), [""; 0]);
        assert_eq!(accounts(&format!("{says}، لكن محمد علوش قال إن المواعيد حددت على عجل كبير.")), [""; 0]);
        let both = ["Sergey Lavrov; Mohammed Alloush"];
        let agreed = "وبينما تحدث سيرغي لافروف عن توافق على أربع سلال";
        assert_eq!(accounts(&format!("{agreed}، شدد محمد علوش على أن وفده لم يوافق على بند الإرهاب.")), both);
    }

    #[test]
    fn what_answers_or_judges_one_thing() {
        let both = ["Sergey Lavrov; Mohammed Alloush"];
        let expects = "وتوقع سيرغي لافروف أن توقع الوثيقة مساء اليوم.";
        assert_eq!(accounts(&format!("{expects} إلا أن محمد علوش استبعد ذلك.")), both);
        assert_eq!(accounts(&format!("{expects} إلا أن محمد علوش رفض ذلك.")), [""; 0]);
        let judges = "ورأى سيرغي لافروف أن العرض الجديد سخي جدا";
        assert_eq!(accounts(&format!("{judges}، بينما وصفه محمد علوش بأنه لا يغير شيئا.")), both);
        let open = "ولم يستبعد سيرغي لافروف توسيع قائمة المدعوين لاحقا";
        assert_eq!(accounts(&format!("{open}، فيما أكد محمد علوش أن أحدا لم يطلب هذا.")), both);
    }

    #[test]
    fn what_only_follows_is_not_set_against_anything() {
        let says = "وقال سيرغي لافروف إن اللقاء كان مفيدا وصريحا";
        assert_eq!(accounts(&format!("{says}. وقال محمد علوش إن اللقاء كان متوترا للغاية.")), [""; 0]);
        assert_eq!(accounts(&format!("{says}.\n\nفي المقابل، قال محمد علوش إن الغارات مستمرة على المدينة.")), [""; 0]);
        assert_eq!(accounts(&format!("{says}، لكنه أضاف أن الخلاف باق على حاله.")), [""; 0]);
        assert_eq!(accounts(&format!("{says}، فيما طالب محمد علوش برفع الحصار عن البلدات.")), [""; 0]);
    }
}
