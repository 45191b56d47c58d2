//! In what capacity a side takes part: as a sponsor, a mediator or an observer.
//!
//! In: the mentions of a sentence. Out: the sides that it names as such (`برعاية روسيا وتركيا وإيران`, `بوساطة سعودية أميركية`, `وشارك الأردن بصفة مراقب`). The words are terms whose
//! `role` is `sponsor`, `mediator`, `observer` or `host`.

use super::assemble::Given;
use super::sections::{names_others, others};
use super::speakers::side;
use crate::analysis::statements::Who;
use crate::analysis::{Analysis, Mention, Sentence};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::assign::Round;

/// Characters between a side and the words for what it is there as.
const NEAR: usize = 60;

/// A side and what it is there as.
pub(super) struct Capacity<'a> {
    pub(super) who: EntryId,
    /// `sponsor`, `mediator`, `observer` or `host`.
    pub(super) role: &'a str,
    pub(super) article: &'a Article,
    /// Number of the sentence.
    pub(super) sentence: usize,
    /// First byte of the words that say so and the byte after the last.
    pub(super) span: (u32, u32),
}

/// What the articles of a round say of it. Background, other talks and earlier rounds are left out.
pub(super) fn capacities<'a>(round: &'a Round, given: &'a Given) -> Vec<Capacity<'a>> {
    let (lexicon, id) = (given.lexicon, round.id(given.tracks));
    let mut out = Vec::new();
    for &(article, analysis) in &round.articles {
        // A country that observes may be the place of other talks.
        let told = |s: &Sentence| s.kind == SentenceKind::Sentence && !s.background && !names_others(s, round, given);
        for (sentence, s) in analysis.sentences.iter().enumerate().filter(|(_, s)| told(s)) {
            let names = Names { article, mentions: &s.mentions, lexicon, analysis };
            for (i, m) in s.mentions.iter().enumerate() {
                let role = match lexicon.entries[m.entry as usize].role.as_deref() {
                    Some(role @ ("sponsor" | "mediator" | "observer" | "host")) => role,
                    _ => continue,
                };
                // Sponsors stay; who observes may change from round to round.
                let found = match role {
                    "observer" | "host" if of_another(s, analysis, &id) || names.refused(i) => Vec::new(),
                    "observer" if names.observers_from(i, s) => names.behind(i),
                    "observer" | "host" => names.before(i),
                    _ if others(s, round, given) => Vec::new(),
                    _ if !of_talks(s, round, given) => Vec::new(),
                    // `عدل الوفد عن ذلك بوساطة تركية`: between some of them, for once.
                    "mediator" if went_back(&article.text[s.start as usize..m.start as usize]) => Vec::new(),
                    _ => names.behind(i),
                };
                out.extend(found.into_iter().map(|(who, start, end)| Capacity {
                    who: side(lexicon, who),
                    role,
                    article,
                    sentence,
                    span: (start.min(m.start), end.max(m.end)),
                }));
            }
        }
    }
    out
}

/// True where somebody goes back on something right before: `قبل أن يعدل عن قراره`.
fn went_back(front: &str) -> bool {
    let mut last = front.split_whitespace().rev();
    let what = last.next().unwrap_or_default().trim_start_matches('ب');
    let what = if what.is_empty() { last.next().unwrap_or_default() } else { what };
    matches!(what, "ذلك" | "قراره" | "موقفه" | "قرارها" | "تهديده") && last.next() == Some("عن")
}

/// True if the sentence speaks of talks or of what came of them: `قنوات الاتصال مع دمشق قائمة بوساطة روسية` is another matter.
fn of_talks(s: &Sentence, round: &Round, given: &Given) -> bool {
    s.mentions.iter().any(|m| {
        let entry = &given.lexicon.entries[m.entry as usize];
        given.tracks.marked_by(m.entry) == Some(round.track)
            || matches!(entry.kind, Kind::Process | Kind::Agreement | Kind::Outcome | Kind::Slot)
            || matches!(entry.role.as_deref(), Some("round" | "talks" | "format"))
    })
}

/// True if the sentence names another round of the track.
fn of_another(s: &Sentence, analysis: &Analysis, round: &str) -> bool {
    let evidence = analysis.round.iter().flat_map(|guess| &guess.evidence);
    let named = |rule: &str| matches!(rule, "ordinal" | "number-after-name" | "copula" | "name-of-round");
    evidence.into_iter().any(|e| named(e.rule) && e.round != round && s.start <= e.start && e.start < s.end && e.end > 0)
}

/// The names of a sentence.
struct Names<'a> {
    article: &'a Article,
    mentions: &'a [Mention],
    lexicon: &'a Lexicon,
    analysis: &'a Analysis,
}

impl Names<'_> {
    /// The side that a mention names, with the bytes of the mention.
    fn side(&self, m: &Mention) -> Option<(EntryId, u32, u32)> {
        let entry = &self.lexicon.entries[m.entry as usize];
        let who = match entry.kind {
            Kind::Country | Kind::Organization | Kind::Party => Some(m.entry),
            Kind::Place if entry.country.is_some() => Some(m.entry),
            Kind::Demonym => entry.country.as_deref().and_then(|id| self.lexicon.number(id)),
            _ => None,
        };
        who.map(|who| (who, m.start, m.end))
    }

    fn between(&self, from: u32, to: u32) -> &str {
        self.article.text.get(from as usize..to as usize).unwrap_or_default().trim()
    }

    /// The list right behind mention `i`: `روسيا وتركيا وإيران`, `كل من موسكو وأنقرة`, `تركية روسية`.
    fn behind(&self, i: usize) -> Vec<(EntryId, u32, u32)> {
        let mut out: Vec<(EntryId, u32, u32)> = Vec::new();
        let mut end = self.mentions[i].end;
        for m in &self.mentions[i + 1..] {
            let Some(found) = self.side(m) else { continue };
            let gap = self.between(end, m.start);
            let joined = match out.is_empty() {
                true => ["", "كل من", "كلٍ من", "كلٍّ من", "من", "مشتركة من", "مشتركة", "دولة"].contains(&gap),
                false => ["", "و", "،", "، و", "وكل من", "-"].contains(&gap),
            };
            if !joined {
                break;
            }
            end = m.end;
            out.push(found);
        }
        out
    }

    /// `وشارك في الجولة مراقبون من الأردن ولبنان`
    fn observers_from(&self, i: usize, s: &Sentence) -> bool {
        const TAKES_PART: [&str; 8] = ["شارك", "يشارك", "حضر", "يحضر", "بمشاركة", "بحضور", "شاركت", "حضرها"];
        let at = &self.mentions[i];
        let own = self.article.text[at.start as usize..at.end as usize].trim_start_matches('و');
        let from = self.article.text[at.end as usize..].trim_start().starts_with("من ");
        let front = &self.article.text[s.start as usize..at.start as usize];
        let part = || front.split_whitespace().any(|w| TAKES_PART.contains(&w.trim_start_matches('و')));
        from && matches!(own, "مراقبون" | "مراقبين" | "مراقبان") && part() && !front.contains("إرسال")
    }

    /// True where a negator or a verb of refusing stands before mention `i`: `رفضت واشنطن الحضور بصفة مراقب`.
    fn refused(&self, i: usize) -> bool {
        let denies = |m: &Mention| {
            let e = &self.lexicon.entries[m.entry as usize];
            e.kind == Kind::Negator || (e.kind == Kind::Verb && matches!(e.stance.as_deref(), Some("reject" | "deny")))
        };
        // `حال مرضه دون حضوره، كما شاركت وفود من الأردن ولبنان بصفة مراقب`: behind it somebody takes part.
        let parts = |from: u32| {
            let mut words = self.between(from, self.mentions[i].start).split_whitespace().skip(1);
            words.any(|w| matches!(w.trim_start_matches('و'), "شارك" | "شاركت" | "حضر" | "حضرت" | "يشارك" | "تشارك"))
        };
        self.mentions[..i].iter().rfind(|m| denies(m)).is_some_and(|m| !parts(m.end))
    }

    /// The speaker's own country: `قال المومني إن مشاركة وفد بلاده جاءت بناء على دعوة من روسيا وبصفة مراقب`.
    fn own(&self, at: &Mention) -> Option<(EntryId, u32, u32)> {
        let said = self.analysis.statements.iter().find(|s| s.content.0 <= at.start && at.start < s.content.1)?;
        let Who::Entry(speaker) = said.speaker.who else { return None };
        let start = said.content.0;
        self.between(start, at.start).contains("بلاده").then_some((speaker, start, at.end))
    }

    /// The side nearest before mention `i`, and those that are joined to it; a name behind a preposition is no side that takes part (`بدعوة من روسيا`).
    fn before(&self, i: usize) -> Vec<(EntryId, u32, u32)> {
        let at = &self.mentions[i];
        let own = &self.article.text[at.start as usize..at.end as usize];
        if !(own.contains("صفة") || own.trim_start_matches('و').starts_with('ك')) {
            return Vec::new();
        }
        let mut out: Vec<(EntryId, u32, u32)> = Vec::new();
        for m in self.mentions[..i].iter().rev() {
            let Some(found) = self.side(m) else { continue };
            let gap = self.between(m.end, out.last().map_or(at.start, |next| next.1));
            if out.is_empty() {
                // `مشيرة إلى أن فلانا حضر بصفة مراقب`, `تدرس دعوة دول أخرى بصفة مراقب`: somebody else
                let other = gap.split_whitespace().any(|w| matches!(w, "أن" | "إن" | "دعوة" | "ضم" | "انضمام"));
                if other || gap.chars().count() > NEAR || gap.contains(['.', '؛', ':', '!']) {
                    break;
                }
                let front = self.article.text[..m.start as usize].trim_end();
                if [" من", " مع", " إلى", " لدى", " في"].iter().any(|p| front.ends_with(p)) {
                    return self.own(at).into_iter().collect();
                }
            } else if !["و", "،", "، و", ""].contains(&gap) {
                break;
            }
            out.push(found);
        }
        // `وفدا الحكومة والمعارضة، والأردن بصفة مراقب`, `روسيا وإيران، والأردن بصفة مراقب`: what stands behind the comma alone.
        let comma = |a: usize| out.get(a + 1).is_some_and(|next| self.between(next.2, out[a].1).contains('،'));
        let list = out.get(1).is_some_and(|next| {
            let clause = self.article.text[..next.2 as usize].rsplit(['،', '.', '؛', ':', '\n']).next().unwrap_or_default();
            clause.split_whitespace().any(|w| ["وفد", "وفدا", "وفدي", "وفود"].contains(&w.trim_start_matches(['ب', 'ل'])))
        });
        let mixed = (1..out.len().saturating_sub(1)).any(|a| !comma(a));
        if comma(0) && (list || mixed) {
            out.truncate(1);
        }
        // `قررت موسكو دعوة العراق ولبنان بصفة مراقب`: not yet.
        let first = out.last().map_or(at.start, |f| f.1);
        let asked = self.article.text[..first as usize].trim_end();
        if ["دعوة", "بدعوة", "لدعوة"].iter().any(|w| asked.ends_with(w)) {
            return Vec::new();
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;
    use crate::brief::testing::with_round;

    /// The sides of an article on Astana 4 and what they are there as.
    fn read(text: &str) -> Vec<String> {
        let article = testing::article(&format!("انطلقت الجولة الرابعة من محادثات أستانا اليوم. {text}"));
        with_round(article, |round, given| {
            let show = |c: Capacity| {
                let words = &c.article.text[c.span.0 as usize..c.span.1 as usize];
                format!("{} {} ({words})", given.lexicon.entries[c.who as usize].id, c.role)
            };
            capacities(round, given).into_iter().map(show).collect()
        })
    }

    #[test]
    fn sponsors_stand_behind_the_word() {
        assert_eq!(
            read("وتجري المحادثات برعاية كل من روسيا وتركيا وإيران."),
            [
                "russia sponsor (برعاية كل من روسيا)",
                "turkey sponsor (برعاية كل من روسيا وتركيا)",
                "iran sponsor (برعاية كل من روسيا وتركيا وإيران)"
            ]
        );
        assert_eq!(
            read("وتعقد الجلسات بوساطة تركية روسية، وحضرها وفد إيران."),
            ["turkey mediator (بوساطة تركية)", "russia mediator (بوساطة تركية روسية)"]
        );
        assert_eq!(read("وتعقد مفاوضات جنيف برعاية الأمم المتحدة."), [""; 0]);
        assert_eq!(read("وعقدت الجولة الأولى برعاية روسيا وتركيا."), [""; 0]);
        assert_eq!(read("وهدد الوفد بمقاطعة الجلسة قبل أن يعدل عن ذلك بوساطة تركية."), [""; 0]);
        assert_eq!(read("وقال إن قنوات الاتصال مع دمشق ما زالت قائمة بوساطة روسية."), [""; 0]);
    }

    #[test]
    fn observers_stand_before_the_word() {
        assert_eq!(
            read("وشاركت الولايات المتحدة والأردن بصفة مراقب."),
            ["jordan observer (الأردن بصفة مراقب)", "usa observer (الولايات المتحدة والأردن بصفة مراقب)"]
        );
        assert_eq!(
            read("وحضر الجولة وفدا الحكومة السورية والمعارضة السورية، والأردن بصفة مراقب."),
            ["jordan observer (الأردن بصفة مراقب)"]
        );
        assert_eq!(read("وشاركت روسيا وإيران، والأردن بصفة مراقب."), ["jordan observer (الأردن بصفة مراقب)"]);
        assert_eq!(
            read("وقال محمد المومني إن مشاركة وفد بلاده جاءت بناء على دعوة رسمية من روسيا وبصفة مراقب."),
            ["jordan observer (مشاركة وفد بلاده جاءت بناء على دعوة رسمية من روسيا وبصفة مراقب)"]
        );
        assert_eq!(read("وحضر المبعوث بعدما حال مرضه دون مجيئه من قبل، كما شاركت وفود من الأردن ولبنان بصفة مراقب.").len(), 2);
        assert_eq!(read("وتدرس الدول الضامنة دعوة دول جديدة بصفة مراقب."), [""; 0]);
        assert_eq!(read("وتقلق واشنطن من دور إيران، مشيرة إلى أن مبعوثها حضر بصفة مراقب."), [""; 0]);
        assert_eq!(read("وجاء الوفد بدعوة من روسيا وبصفة مراقب."), [""; 0]);
        assert_eq!(read("وقررت موسكو دعوة لبنان والعراق إلى المسار بصفة مراقب."), [""; 0]);
        assert_eq!(read("ورفضت الولايات المتحدة حضور اللقاء بصفة مراقب."), [""; 0]);
        assert_eq!(read("ولن تشارك الولايات المتحدة بصفة مراقب."), [""; 0]);
        assert_eq!(read("ويرى مراقبون أن روسيا تريد اتفاقا."), [""; 0]);
    }
}
