//! What is contradicted where no statement has been read: `…، وهو ما نفاه هؤلاء`, `هجوم نسب إلى القوات. ونفت القوات مسؤوليتها`, an agreement of which one tells and that a source denies, and two accounts that the
//! article itself says do not fit (`وتتعارض هذه الرواية مع تأكيد فلان`). Both stand side by side.

use std::sync::LazyLock;

use super::against::readable;
use super::assemble::{Given, rule};
use super::cite::Cites;
use super::denied::stance;
use super::disputes::VALUES;
use super::english::{line, statement};
use super::next_round::clauses;
use super::parts::{Badge, Dispute, DisputeValue, English, Speaker};
use super::speakers::{Said, of};
use super::stems::Weights;
use super::whose::whose;
use super::words::{Phrases, Words};
use crate::analysis::statements::{Span, Statement};
use crate::analysis::{Analysis, Mention, Sentence};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::round::assign::Round;

/// Words that open a clause on what stands before it, and verbs of denial behind them.
const BACK: [&str; 5] = ["وهو ما", "الأمر الذي", "وهو أمر", "وهو الأمر الذي", "وهي اتهامات"];
static DENIES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(&["نفاه", "نفته", "نفوه", "ينفيه", "تنفيه", "ينفونه", "نفاها", "نفتها", "ينفيها", "تنفيها"]));
/// Words for those who were told of last.
const LAST: [&str; 5] = ["هؤلاء", "الأخير", "الأخيرة", "هذا", "هذه"];
/// Verbs of denial of which an agreement is the object.
static REFUTES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(&["نفى", "نفت", "نافيا", "نافية", "ينفي", "تنفي", "ونفى", "ونفت"]));
static NOT: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(&["لم", "لن", "لا", "دون", "عدم", "نفى", "نفت", "نافيا", "إذا"]));
const AGREED: [&str; 5] = ["وافق", "وافقت", "وافقوا", "قبل", "قبلت"];
static AGREES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(&["اتفق", "اتفقا", "اتفقت", "اتفقوا", "الاتفاق", "وافق", "وافقت", "وافقا", "وافقوا"]));
/// Words in which what is agreed on is named, and words between a denial and it.
const OBJECT: usize = 4;
const HEAD: usize = 12;
/// Bytes between what is told and the clause that denies it.
const TAIL: u32 = 60;
/// Words of a value that a table can hold.
const LONG: usize = 45;

/// The contradictions of a round; those that `told` has are left out.
pub(super) fn contradicted(round: &Round, weights: &Weights, given: &Given, told: &[Dispute], cites: &mut Cites) -> Vec<Dispute> {
    let mut out: Vec<Dispute> = Vec::new();
    for &(article, analysis) in &round.articles {
        for n in 0..analysis.sentences.len() {
            let s = &analysis.sentences[n];
            if s.kind != SentenceKind::Sentence || s.background {
                continue;
            }
            let at = At { article, analysis, n, given };
            let found = at
                .relative(cites)
                .or_else(|| at.attributed(cites))
                .or_else(|| at.unfitting(cites))
                .or_else(|| at.refused(round, weights, cites));
            let known = |d: &Dispute| {
                let cited = |v: &DisputeValue| v.citations.iter().any(|c| c.source == article.id && c.sentence as usize == n + 1);
                d.slot == "denial" && d.values.iter().any(cited)
            };
            out.extend(found.filter(|_| !told.iter().any(known)));
        }
    }
    out.truncate(VALUES);
    out
}

#[derive(Clone, Copy)]
struct At<'a> {
    article: &'a Article,
    analysis: &'a Analysis,
    n: usize,
    given: &'a Given<'a>,
}

impl<'a> At<'a> {
    fn sentence(self) -> &'a Sentence {
        &self.analysis.sentences[self.n]
    }

    fn text(self, (from, to): Span) -> &'a str {
        self.article.text.get(from as usize..to as usize).unwrap_or_default()
    }

    fn kind(self, m: &Mention) -> Kind {
        self.given.lexicon.entries[m.entry as usize].kind
    }

    /// Those who can deny something.
    fn bodies(self, (from, to): Span) -> impl DoubleEndedIterator<Item = &'a Mention> {
        let is = move |m: &&Mention| {
            let body = matches!(self.kind(m), Kind::Party | Kind::Country | Kind::Organization | Kind::Person);
            body && from <= m.start && m.end <= to
        };
        self.sentence().mentions.iter().filter(is)
    }

    fn speaker(self, m: &Mention, ar: &str) -> Speaker {
        let entry = &self.given.lexicon.entries[m.entry as usize];
        Speaker {
            id: Some(entry.id.clone()),
            en: entry.en.preferred.clone(),
            ar: ar.to_owned(),
            role: String::new(),
            resolved_by: "named".to_owned(),
        }
    }

    /// A line in English with who says it, where it can be read.
    fn told(self, span: Span, cites: &mut Cites) -> Option<DisputeValue> {
        let inside = |x: &Statement| x.sentence as usize == self.n && x.content.0 <= span.0 && span.1 <= x.content.1;
        let number = self.analysis.statements.iter().position(inside).map(|i| i as u32);
        let by = of(self.article, self.analysis, number).map(|s| s.speaker(self.given));
        let by = by.or_else(|| whose(self.article, self.analysis, self.n, span, self.given.lexicon));
        let value = line((self.article, self.analysis), self.sentence(), span.0..span.1, self.given);
        let short = self.text(span).split_whitespace().count() <= LONG;
        readable(&value).then_some(())?;
        short.then(|| DisputeValue {
            value,
            by,
            ar: self.text(span).to_owned(),
            citations: vec![cites.cite(self.article, self.n, span.0, span.1)],
        })
    }

    /// `عزا فلان ذلك إلى تعنت الجماعة، وهو ما نفاه هؤلاء`
    fn relative(self, cites: &mut Cites) -> Option<Dispute> {
        let s = self.sentence();
        let span = clauses(self.article, s).into_iter().find(|&span| {
            let text = self.text(span);
            BACK.iter().any(|w| text.starts_with(w)) && Words::of(text).any(&DENIES)
        })?;
        let text = self.text(span);
        let (_, end) = Words::of(text).first(&DENIES)?;
        let behind = text[end..].trim_start();
        let from = span.1 - behind.len() as u32;
        let word = behind.split_whitespace().next().unwrap_or_default().trim_end_matches(['.', '،']);
        let root = word.trim_start_matches("ال").trim_end_matches('ة');
        let before = (s.start, span.0);
        let who = self.bodies((from, s.end)).next().filter(|m| m.start - from <= 6).or_else(|| {
            let last = || self.bodies(before).next_back();
            let called =
                || self.bodies(before).rev().find(|m| root.chars().count() > 2 && self.text((m.start, m.end)).contains(root));
            if word.is_empty() || LAST.contains(&word) { last() } else { called() }
        })?;
        // What is denied: the last that is said, else the words before it.
        let said = |x: &&Statement| x.sentence as usize == self.n && x.content.1 <= span.0 && span.0 - x.content.1 <= TAIL;
        let number = self.analysis.statements.iter().rposition(|x| said(&x));
        let claim = match number {
            Some(i) => {
                let x = &self.analysis.statements[i];
                let one = Said { article: self.article, analysis: self.analysis, statement: x };
                let by = one.speaker(self.given);
                let value = statement(&one, &by, s, self.given);
                let citation = cites.cite(self.article, self.n, x.content.0, x.content.1);
                readable(&value).then(|| DisputeValue {
                    value,
                    by: Some(by),
                    ar: self.text(x.content).to_owned(),
                    citations: vec![citation],
                })?
            }
            None => {
                let head = self.text((s.start, span.0)).trim_end_matches([' ', '،']);
                let mut claim = self.told((s.start, s.start + head.len() as u32), cites)?;
                claim.by = claim.by.or_else(|| self.bodies(before).next().map(|m| self.speaker(m, self.text((m.start, m.end)))));
                claim
            }
        };
        let denies = DisputeValue {
            value: rule("denies it".to_owned(), "a denial right behind what it answers"),
            by: Some(self.speaker(who, text)),
            ar: text.to_owned(),
            citations: vec![cites.cite(self.article, self.n, span.0, span.1)],
        };
        let by = claim.by.as_ref().map(|s| s.en.clone()).unwrap_or_default();
        if by == denies.by.as_ref().map(|s| s.en.clone()).unwrap_or_default() {
            return None;
        }
        let slot_en = format!("a statement that is denied: {by}");
        Some(Dispute {
            slot: "denial".to_owned(),
            slot_en: slot_en.trim_end_matches([':', ' ']).to_owned(),
            values: vec![claim, denies],
        })
    }

    /// `في هجوم نسب إلى القوات. ونفت القوات مسؤوليتها عن الهجوم`
    fn attributed(self, cites: &mut Cites) -> Option<Dispute> {
        const TO: [&str; 6] = ["نسب إلى", "نسبت إلى", "المنسوب إلى", "اتهمت به", "يتهم به", "نسبه"];
        let mut all = self.analysis.statements.iter().filter(|x| x.sentence as usize == self.n && !x.negated);
        let denial = all.find(|x| stance(x, self.given.lexicon) == Some("deny") && self.text(x.content).starts_with("مسؤولي"))?;
        let before = Self { n: self.n.checked_sub(1)?, ..self };
        let bare = |t: &str| t.chars().filter(|c| !('\u{64b}'..='\u{652}').contains(c)).collect::<String>();
        // What somebody is charged with is named again.
        let deed = self.text(denial.content).split_whitespace().nth(2)?.trim_start_matches("ال").trim_end_matches(['.', '،']);
        let span = clauses(self.article, before.sentence()).into_iter().find(|&span| {
            let text = bare(before.text(span));
            TO.iter().any(|w| text.contains(w)) && text.contains(deed)
        })?;
        let from = span.0 + TO.iter().filter_map(|w| before.text(span).find(w)).min().unwrap_or(0) as u32;
        let who = before.bodies((from, span.1)).next()?;
        let whom = before.given.lexicon.entries[who.entry as usize].en.preferred.clone();
        let charge = DisputeValue {
            value: rule(format!("attributed to: {whom}"), "a deed that is attributed to a side"),
            by: None,
            ar: before.text(span).to_owned(),
            citations: vec![cites.cite(self.article, before.n, span.0, span.1)],
        };
        let denies = DisputeValue {
            value: rule("denies responsibility".to_owned(), "a denial right behind what it answers"),
            by: Some(before.speaker(who, self.text(denial.speaker.span))),
            ar: self.text(denial.content).to_owned(),
            citations: vec![cites.cite(self.article, self.n, denial.content.0, denial.content.1)],
        };
        let slot_en = format!("an attack that {whom} denies");
        let slot_en =
            if matches!(deed, "هجوم" | "قصف" | "هجمات") { slot_en } else { format!("a deed that {whom} denies") };
        Some(Dispute { slot: "denial".to_owned(), slot_en, values: vec![charge, denies] })
    }

    /// `وتتعارض هذه الرواية مع تأكيد فلان أن`: the sentence before it, and what this one tells.
    fn unfitting(self, cites: &mut Cites) -> Option<Dispute> {
        const HEADS: [&str; 8] = ["تتعارض", "يتعارض", "تتناقض", "يتناقض", "وتتعارض", "ويتعارض", "وتتناقض", "ويتناقض"];
        let s = self.sentence();
        let text = self.text((s.start, s.end));
        let mut words = text.split_whitespace();
        let head = words.next().is_some_and(|w| HEADS.contains(&w));
        let with = head && words.by_ref().take(4).any(|w| w == "مع");
        let before = Self { n: self.n.checked_sub(1)?, ..self };
        let (there, one) = (before.sentence(), before.sentence().paragraph == s.paragraph);
        if !with || !one || there.kind != SentenceKind::Sentence || there.background {
            return None;
        }
        let number = self.analysis.statements.iter().position(|x| x.sentence as usize == self.n)?;
        let second = super::against::readably_said(self.article, self.analysis, number, self.given, cites)?;
        let first = before.account(cites)?;
        let slot_en = "accounts that the article says do not fit".to_owned();
        Some(Dispute { slot: "side_by_side".to_owned(), slot_en, values: vec![first, second] })
    }

    /// What a sentence tells, as far as it can be read: all of it, or its first clause.
    fn account(self, cites: &mut Cites) -> Option<DisputeValue> {
        let s = self.sentence();
        let number = self.analysis.statements.iter().position(|x| x.sentence as usize == self.n);
        let said = number.and_then(|n| super::against::readably_said(self.article, self.analysis, n, self.given, cites));
        let first = clauses(self.article, s).into_iter().next()?;
        said.or_else(|| self.told((s.start, s.end), cites)).or_else(|| self.told(first, cites))
    }

    /// `نفى مصدر أن تكون الحكومة قد وافقت على نظام الإخطار`, and another tells of an agreement on it.
    fn refused(self, round: &Round<'a>, weights: &Weights, cites: &mut Cites) -> Option<Dispute> {
        let s = self.sentence();
        let text = self.text((s.start, s.end));
        let (_, denies) = Words::of(text).first(&REFUTES)?;
        let words: Vec<&str> = text[denies..].split_whitespace().take(HEAD).collect();
        let agreed = words.windows(2).position(|w| AGREED.contains(&w[0]) && w[1] == "على")?;
        // `نفى أن`: nothing but whose it is stands between.
        words[..agreed].iter().any(|w| matches!(*w, "أن" | "بأن" | "أنه")).then_some(())?;
        let object = object(&text[denies..], words[agreed + 1])?;
        let (other, span, by) = round.articles.iter().find_map(|&(article, analysis)| {
            (0..analysis.sentences.len()).find_map(|n| {
                let at = At { article, analysis, n, given: self.given };
                let there = at.sentence();
                let same = article.id == self.article.id && n == self.n;
                if same || there.kind != SentenceKind::Sentence || there.background {
                    return None;
                }
                let span = clauses(article, there).into_iter().find(|&span| {
                    let text = at.text(span);
                    let words = Words::of(text);
                    let yes = words.first(&AGREES).map(|(_, end)| end);
                    let theirs = yes.and_then(|end| crate::brief::contradicted::object(&text[end..], "على"));
                    !words.any(&NOT) && theirs.is_some_and(|o| weights.shared(o, object) > 1)
                })?;
                let inside = |x: &Statement| x.sentence as usize == n && x.content.0 < span.1 && span.0 < x.content.1;
                let number = analysis.statements.iter().position(inside).map(|i| i as u32);
                let by = of(article, analysis, number).map(|s| s.speaker(self.given));
                Some((at, span, by))
            })
        })?;
        let name = self.noun(object).unwrap_or_else(|| "a matter".to_owned());
        let yes = DisputeValue {
            value: rule("agreed on".to_owned(), "words of agreement on one matter"),
            by,
            ar: other.text(span).to_owned(),
            citations: vec![cites.cite(other.article, other.n, span.0, span.1)],
        };
        let no = DisputeValue {
            value: rule("denied that it was agreed to".to_owned(), "words of agreement on one matter"),
            by: Some(self.denier(denies)),
            ar: text.to_owned(),
            citations: vec![cites.cite(self.article, self.n, s.start, s.end)],
        };
        Some(Dispute { slot: "denial".to_owned(), slot_en: format!("whether it was agreed: {name}"), values: vec![yes, no] })
    }

    /// Who denies: the statement's speaker, or the words before the verb.
    fn denier(self, until: usize) -> Speaker {
        let s = self.sentence();
        let deny = |x: &Statement| x.sentence as usize == self.n && stance(x, self.given.lexicon) == Some("deny");
        let number = self.analysis.statements.iter().position(deny).map(|i| i as u32);
        if let Some(said) = of(self.article, self.analysis, number) {
            return said.speaker(self.given);
        }
        let front = self.text((s.start, s.start + until as u32));
        let front = front.split('،').next().unwrap_or_default();
        let head = ["لكن ", "غير أن ", "إلا أن ", "بيد أن ", "فيما "].iter().find_map(|w| front.strip_prefix(w)).unwrap_or(front);
        let en = self.noun(head.trim()).unwrap_or_else(|| "a speaker named in the line".to_owned());
        Speaker { id: None, en, ar: head.trim().to_owned(), role: String::new(), resolved_by: "named".to_owned() }
    }

    /// The English of some words of this sentence, where all of them can be read.
    fn noun(self, words: &str) -> Option<String> {
        let from = (words.as_ptr() as usize).checked_sub(self.article.text.as_ptr() as usize)? as u32;
        let whole = |en: &English| en.badge != Badge::V && en.coverage == Some(100) && !en.text.contains(['…', '[']);
        let en = line((self.article, self.analysis), self.sentence(), from..from + words.len() as u32, self.given);
        let text = en.text.trim_end_matches('.').trim().to_owned();
        let mut letters = text.chars();
        let plain = letters.next().map(|c| c.to_lowercase().chain(letters).collect::<String>());
        plain.filter(|t| whole(&en) && !t.is_empty())
    }
}

/// What is agreed on: the words behind على, up to a mark.
fn object<'t>(text: &'t str, on: &str) -> Option<&'t str> {
    let at = text.find(&format!(" {on} "))? + on.len() + 2;
    let rest = text[at..].split(['،', '؛', '.', '"']).next().unwrap_or_default();
    let end = rest.match_indices(' ').map(|(at, _)| at).nth(OBJECT - 1).unwrap_or(rest.len());
    Some(rest[..end].trim()).filter(|o| !o.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn told(text: &str) -> Vec<String> {
        let all = fourth(text).disputes.into_iter().flat_map(|d| d.values);
        all.map(|v| format!("{}: {}", v.by.map_or("article".to_owned(), |s| s.en), v.value.text)).collect()
    }

    #[test]
    fn what_those_told_of_last_deny() {
        let rows = told("واتهم سيرغي لافروف الحوثيين بعرقلة تبادل الأسرى، وهو ما نفاه هؤلاء.");
        assert!(rows.last().is_some_and(|r| r == "Houthis: denies it"), "{rows:?}");
        let rows = told("وقالت مصادر محلية إن قنوات اتصال فتحت بين هيئة تحرير الشام وتركيا، الأمر الذي نفته الهيئة.");
        assert!(rows.last().is_some_and(|r| r == "Hayat Tahrir al-Sham: denies it"), "{rows:?}");
        assert_eq!(told("واتهم سيرغي لافروف الحوثيين بعرقلة تبادل الأسرى، وهو ما أكده هؤلاء."), [""; 0]);
    }

    #[test]
    fn an_attack_and_an_agreement() {
        let attack = "وقتل عشرة أشخاص في هجوم نُسب إلى الحوثيين قرب المدينة.";
        let rows = told(&format!("{attack} ونفى الحوثيون مسؤوليتهم عن الهجوم."));
        assert_eq!(rows, ["article: attributed to: Houthis", "Houthis: denies responsibility"]);
        assert_eq!(told(&format!("{attack} ونفى الحوثيون قصف مدرسة في المدينة.")), [""; 0]);
        let yes = "وقال سيرغي لافروف إنه جرى الاتفاق مع الطرفين على نظام إخطار مبسط للقوافل.";
        let no = "لكن مصدرا في الحكومة السورية، طلب حجب اسمه، نفى لـ«الحياة» أن تكون الحكومة قد وافقت على";
        let rows = told(&format!("{yes}\n\n{no} نظام الإخطار."));
        assert!(rows.len() == 2 && rows[0].starts_with("Sergey Lavrov"), "{rows:?}");
        let rows = told(&format!("{yes}\n\n{no} موعد الجولة."));
        assert!(!rows.iter().any(|r| r.ends_with("agreed on")), "{rows:?}");
    }
}
