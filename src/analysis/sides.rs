//! Whose delegation: the side of a source or of a member whom a sentence ties only to "the delegation".
//!
//! In: the statements of an article and its sentences. Out: the same statements, where `of` says whose delegation is meant: the one that the words name (`عضو الوفد الحكومي`), the one of
//! the man before (`عضو في وفده`), the body that the article named in full (`وفد الهيئة`), or, for `الوفد` alone, the delegation that was named last. Where two are named as near as each
//! other, or none is, the side stays open. `المصدر` is the source before, with what ties it to a side.

use super::presence::Named;
use super::statements::{Span, Speaker, Statement, Who};
use super::{Mention, Sentence};
use crate::arabic::fold::fold;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};

/// Sentences over which `المصدر` goes back.
const BACK: u32 = 8;
/// Sentences in which the delegation that was named last is looked for.
const NEAR: u32 = 2;

/// Words for a delegation, as they stand behind عضو في and مصدر في.
const DELEGATION: [&str; 9] = ["وفد", "الوفد", "بوفد", "بالوفد", "وفده", "وفدها", "وفدهم", "للوفد", "لوفد"];

/// Bytes from a quotation mark to the party that it holds: the mark and the article.
const MARK: u32 = 8;

/// Words behind الوفد that do not tell whose it is.
const SAME: [&str; 5] = ["نفسه", "ذاته", "ذلك", "هذا", "لم"];

/// Says whose delegation each speaker belongs to, as far as the article does.
pub(super) fn resolve(
    article: &Article,
    sentences: &[Sentence],
    statements: &mut [Statement],
    named: &mut [Named],
    lexicon: &Lexicon,
) {
    for n in named.iter_mut().filter(|n| n.speaker.of.is_none()) {
        let text = Text { article, sentences, statements, lexicon };
        n.speaker.of = text.delegation(&n.speaker, n.sentence);
    }
    for n in 0..statements.len() {
        let speaker = statements[n].speaker;
        // `ولوّح الوفد بالانسحاب`: the delegation itself.
        let itself = |id: EntryId| lexicon.entries[id as usize].id == "delegation";
        let open = match speaker.who {
            Who::Source(_) | Who::Office(_) | Who::Words => true,
            Who::Entry(id) => itself(id),
            Who::Unresolved => false,
        };
        if speaker.of.is_some() || !open {
            continue;
        }
        let text = Text { article, sentences, statements, lexicon };
        if let Some(before) = text.source_before(n) {
            statements[n].speaker = Speaker { span: speaker.span, by: speaker.by, ..before };
        } else if let Some(of) = text.delegation(&speaker, statements[n].sentence) {
            statements[n].speaker.of = Some(of);
        }
    }
}

struct Text<'a> {
    article: &'a Article,
    sentences: &'a [Sentence],
    statements: &'a [Statement],
    lexicon: &'a Lexicon,
}

impl Text<'_> {
    fn words(&self, span: Span) -> &str {
        &self.article.text[span.0 as usize..span.1 as usize]
    }

    /// `المصدر`, `المصدر نفسه`, `العضو`: who is not named and was called so before.
    fn source_before(&self, n: usize) -> Option<Speaker> {
        let s = &self.statements[n];
        let mut words = self.words(s.speaker.span).split_whitespace();
        let head = words.next()?.strip_prefix("ال")?;
        let alone = words.all(|w| matches!(w, "نفسه" | "ذاته" | "عينه" | "نفسها" | "ذاتها"));
        let called = |x: &&Statement| {
            let first = self.words(x.speaker.span).split_whitespace().next().unwrap_or_default();
            let first = first.trim_end_matches('ً').trim_end_matches('ا');
            matches!(x.speaker.who, Who::Source(_) | Who::Office(_))
                && fold(first) == fold(head)
                && x.speaker.span != s.speaker.span
        };
        let before = self.statements[..n].iter().rev().take_while(|x| s.sentence.saturating_sub(x.sentence) <= BACK);
        let found = before.into_iter().find(called).filter(|_| alone && matches!(s.speaker.who, Who::Source(_)))?;
        (found.speaker.role.0 < found.speaker.role.1).then_some(found.speaker)
    }

    /// Whose delegation the words of a speaker mean.
    fn delegation(&self, speaker: &Speaker, number: u32) -> Option<EntryId> {
        let office = if speaker.role.0 < speaker.role.1 { speaker.role } else { speaker.span };
        let sentence = self.sentences.get(number as usize)?;
        // Up to the comma or what is said: `عضو في الوفد نفسه`.
        let end = sentence.end.min(self.article.text.len() as u32);
        let rest = self.article.text.get(office.0 as usize..end as usize)?;
        let words: Vec<&str> = rest.split_whitespace().take(8).collect();
        let inside_words = self.words(office).split_whitespace().count().min(words.len());
        let at = words.iter().take(inside_words).position(|w| DELEGATION.contains(&bare(w)))?;
        let word = bare(words[at]);
        let next = words.get(at + 1).map(|w| bare(w)).filter(|_| !closes(words[at]));
        if matches!(next, Some("الآخر" | "المقابل" | "الثاني")) {
            return None;
        }
        if word.ends_with(['ه', 'ا', 'م']) && word.len() > "وفد".len() {
            return self.person_before(office.0, sentence);
        }
        let definite = word.contains("ال") || word.starts_with("لل");
        match next {
            Some(next) if !definite && next.starts_with("ال") => {
                self.body(next, office.0).or_else(|| self.quoted(office)).map(|id| self.seat(id))
            }
            // `عضو الوفد العميد فلان`: a rank, and no adjective.
            Some(next) if definite && next.starts_with("ال") && !closes(words[at]) && is_adjective(next) => {
                self.named(next).map(|id| self.seat(id))
            }
            Some(next) if definite && next.starts_with("ال") && !closes(words[at]) => {
                self.last(office.0, number).map(|id| self.government(id))
            }
            Some(next) if definite && next.starts_with("ال") => None,
            // `رئيس وفد مجلس النواب، السيد فلان`
            Some(_) if !definite => {
                let inside = |m: &&Mention| office.0 <= m.start && m.end <= office.1;
                let side = |m: &&Mention| matches!(self.entry(m).kind, Kind::Party | Kind::Organization | Kind::Country);
                let called = self.mentions().filter(inside).find(side).map(|m| m.entry);
                called.or_else(|| self.form(&words[at..inside_words])).map(|id| self.seat(id))
            }
            _ if definite && next.is_none_or(|w| SAME.contains(&w) || !w.starts_with("ال")) => {
                self.last(office.0, number).map(|id| self.government(id))
            }
            _ => None,
        }
    }

    /// `عضو وفد «فلان»`: the party that its quotation marks hold.
    fn quoted(&self, office: Span) -> Option<EntryId> {
        let from = office.0 + self.words(office).find(['«', '"', '“'])? as u32;
        let inside = |m: &&Mention| from <= m.start && m.start <= from + MARK && m.end <= office.1;
        self.mentions().filter(inside).find(|m| self.entry(m).kind == Kind::Party).map(|m| m.entry)
    }

    /// The delegation that the glossary calls by these words, or by the first of them.
    fn form(&self, words: &[&str]) -> Option<EntryId> {
        (2..=words.len().min(5)).rev().find_map(|n| {
            let form = words[..n].iter().map(|w| bare(w)).collect::<Vec<_>>().join(" ");
            self.party_called(&form)
        })
    }

    /// The party that the glossary has in just these words.
    fn party_called(&self, form: &String) -> Option<EntryId> {
        let called = |n: &EntryId| self.lexicon.kind(*n) == Kind::Party && self.lexicon.entries[*n as usize].ar.contains(form);
        (0..self.lexicon.entries.len() as EntryId).find(called)
    }

    /// The government that sits at the table for its country, where the glossary has it as a side.
    fn government(&self, id: EntryId) -> EntryId {
        let country = &self.lexicon.entries[id as usize];
        let side =
            |e: &crate::glossary::entry::Entry| e.role.as_deref() == Some("side") && e.affiliation.as_ref() == Some(&country.id);
        let all = &self.lexicon.entries;
        let found = || {
            let numbers = 0..all.len() as EntryId;
            numbers.into_iter().find(|&n| all.id(n).ends_with("_government") && side(&all[n as usize]))
        };
        (country.kind == Kind::Country).then(found).flatten().unwrap_or(id)
    }

    /// The side that a delegation stands for.
    fn seat(&self, id: EntryId) -> EntryId {
        let entry = &self.lexicon.entries[id as usize];
        let delegation = entry.kind == Kind::Party && entry.id.contains("delegation");
        entry.affiliation.as_deref().filter(|_| delegation).and_then(|id| self.lexicon.number(id)).unwrap_or(id)
    }

    fn mentions(&self) -> impl DoubleEndedIterator<Item = &Mention> {
        self.sentences.iter().flat_map(|s| &s.mentions)
    }

    fn entry(&self, m: &Mention) -> &crate::glossary::entry::Entry {
        &self.lexicon.entries[m.entry as usize]
    }

    /// `وفده`: of the person who is named before, in this sentence.
    fn person_before(&self, at: u32, sentence: &Sentence) -> Option<EntryId> {
        let from = self.sentences.iter().rev().find(|s| s.end <= sentence.start && s.paragraph == sentence.paragraph);
        let from = from.map_or(sentence.start, |s| s.start);
        let before = |m: &&Mention| from <= m.start && m.end <= at && self.entry(m).kind == Kind::Person;
        self.mentions().rfind(before).and_then(|m| self.entry(m).affiliation.as_deref().and_then(|id| self.lexicon.number(id)))
    }

    /// `وفد الهيئة`: the party that the article called by more than this word before.
    fn body(&self, word: &str, at: u32) -> Option<EntryId> {
        let called = |m: &&Mention| {
            let own = self.words((m.start, m.end));
            let first = own.split_whitespace().next().unwrap_or_default();
            m.end <= at && matches!(self.entry(m).kind, Kind::Party | Kind::Organization) && fold(first) == fold(word)
        };
        let form = format!("وفد {word}");
        self.mentions().rfind(called).map(|m| m.entry).or_else(|| self.party_called(&form))
    }

    /// `الوفد الحكومي`: the delegation of the glossary that the article calls so.
    fn named(&self, adjective: &str) -> Option<EntryId> {
        let form = format!("الوفد {adjective}");
        let called = |m: &&Mention| self.entry(m).kind == Kind::Party && fold(self.words((m.start, m.end))) == fold(&form);
        self.mentions().find(called).map(|m| m.entry)
    }

    /// The delegation that was named last before byte `at`, outside of what others say; `None` where two were, or none was near and the article tells of more than one.
    fn last(&self, at: u32, sentence: u32) -> Option<EntryId> {
        let mut all: Vec<(u32, EntryId)> = Vec::new();
        let mut passed_on: Vec<(u32, EntryId)> = Vec::new();
        for (n, s) in self.sentences.iter().enumerate().filter(|(n, s)| *n as u32 <= sentence && s.start < at) {
            for (i, m) in s.mentions.iter().enumerate().filter(|(_, m)| m.end <= at) {
                let Some(of) = self.delegation_at(&s.mentions[i..], m) else { continue };
                if self.said_by_others(m) {
                    passed_on.push((n as u32, of));
                } else {
                    all.push((n as u32, of));
                }
            }
        }
        let one = |list: &[(u32, EntryId)]| {
            let first = list.first()?.1;
            list.iter().all(|x| x.1 == first).then_some(first)
        };
        // `ونقلت الوكالة أن وفد المعارضة هدد. ونفى عضو الوفد`: what the sentence before passes on is near, where the paragraph has no other.
        let paragraph = |n: u32| self.sentences.get(n as usize).map(|s| s.paragraph);
        let here = |x: &&(u32, EntryId)| paragraph(x.0) == paragraph(sentence);
        if !all.iter().any(|x| here(&x)) {
            let told: Vec<_> = passed_on.iter().filter(here).copied().collect();
            if let Some(of) = one(&told) {
                return Some(of);
            }
        }
        let last = all.last()?.0;
        let near: Vec<_> = all.iter().filter(|x| x.0 == last).copied().collect();
        let found = if sentence - last <= NEAR { one(&near) } else { one(&all) };
        // Delegations of other states that were met are not the one that the article is about.
        let state = |of: EntryId| self.lexicon.entries[of as usize].kind == Kind::Country;
        found.filter(|&of| !state(of)).or_else(|| self.main(&all, sentence)).or(found)
    }

    /// The delegation that an article is about: the first that it names, where those named beside it are of other states, and none stands in the paragraph of the sentence.
    fn main(&self, all: &[(u32, EntryId)], sentence: u32) -> Option<EntryId> {
        let first = all.first()?.1;
        let paragraph = |n: u32| self.sentences.get(n as usize).map(|s| s.paragraph);
        let near = all.iter().any(|x| paragraph(x.0) == paragraph(sentence));
        let rival = |of: EntryId| of != first && self.lexicon.entries[of as usize].kind == Kind::Party;
        (!near && !all.iter().any(|x| rival(x.1))).then_some(first)
    }

    /// The side of a delegation that a mention names: `الوفد التركي`, `رئيس وفد المعارضة`, `عضو وفد الحكومة`.
    fn delegation_at(&self, from: &[Mention], m: &Mention) -> Option<EntryId> {
        let entry = self.entry(m);
        if entry.kind == Kind::Party && entry.id.contains("delegation") {
            return Some(self.top(m.entry)).filter(|_| entry.role.as_deref() != Some("several"));
        }
        let office = entry.kind == Kind::Title && entry.id.ends_with("of_delegation") || entry.id == "delegation";
        let near = |x: &&Mention| x.start <= m.end + 60;
        // `رئيس وفد الجمهورية إلى المحادثات فلان`: his side says more.
        let head = |x: &&Mention| x.start <= m.end + 150 && self.entry(x).kind == Kind::Person;
        // `قال رئيس الوفد: فوجئنا بأن المبعوث`: what he says of another.
        let said = |x: &&Mention| {
            let between = self.words((m.end, x.start.max(m.end)));
            !between.contains(':') && !between.split(' ').any(|w| matches!(w, "إن" | "أن" | "بأن"))
        };
        if let Some(person) = from.iter().skip(1).find(head).filter(said).filter(|_| entry.id == "head_of_delegation") {
            return Some(self.top(person.entry)).filter(|&id| id != person.entry);
        }
        let side = from.iter().skip(1).take_while(near).filter(said).find_map(|x| match self.entry(x).kind {
            Kind::Demonym => self.entry(x).country.as_deref().and_then(|id| self.lexicon.number(id)),
            Kind::Party | Kind::Country | Kind::Organization | Kind::Person => Some(x.entry),
            _ => None,
        });
        let person = |id: EntryId| self.lexicon.entries[id as usize].kind == Kind::Person;
        side.filter(|_| office).map(|id| if person(id) { self.whole(self.top(id)) } else { self.top(id) })
    }

    /// The side that a party is a part of: who speaks for a delegation may be of one of its factions.
    fn whole(&self, id: EntryId) -> EntryId {
        let entry = &self.lexicon.entries[id as usize];
        let up = entry.affiliation.as_deref().and_then(|id| self.lexicon.number(id));
        let part = |up: &EntryId| entry.role.as_deref() != Some("side") && self.lexicon.entries[*up as usize].kind == Kind::Party;
        up.filter(part).unwrap_or(id)
    }

    /// What an entry belongs to, up to the side.
    fn top(&self, id: EntryId) -> EntryId {
        let mut at = id;
        for _ in 0..3 {
            let entry = &self.lexicon.entries[at as usize];
            let up = entry.affiliation.as_deref().and_then(|id| self.lexicon.number(id));
            let stop = entry.role.as_deref() == Some("side") || entry.kind == Kind::Party && !entry.id.contains("delegation");
            match up {
                Some(up) if !stop || at == id => at = up,
                _ => break,
            }
        }
        at
    }

    /// True for a mention in what somebody says.
    fn said_by_others(&self, m: &Mention) -> bool {
        // `جدد فلان رئيس وفد الحكومة التأكيد أن`: an office behind the name is no part of it.
        self.statements.iter().any(|x| x.content.0 < m.start && m.end <= x.content.1)
    }
}

/// `الحكومي`, `المعارض`: which delegation, and no rank or title of a person.
fn is_adjective(word: &str) -> bool {
    word.ends_with(['ي', 'ى']) || matches!(word, "المعارض" | "المفاوض" | "الموحد" | "المشترك" | "الأمني")
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(['،', ',', '"', '«', '»', '“', '”', '.', ':'])
}

/// True for a word with a mark behind it.
fn closes(word: &str) -> bool {
    word.ends_with(['،', ',', '.', ':', '"', '»'])
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing;

    /// The words of each speaker and the side that they are of.
    fn sides(text: &str) -> Vec<String> {
        let (article, analysis, lexicon) = testing::built_in(text);
        let show = |s: &crate::analysis::statements::Statement| {
            let words = &article.text[s.speaker.span.0 as usize..s.speaker.span.1 as usize];
            format!("{words}: {}", s.speaker.of.map_or("-", |of| lexicon.entries[of as usize].id.as_str()))
        };
        analysis.statements.iter().map(show).collect()
    }

    #[test]
    fn the_delegation_named_last() {
        assert_eq!(
            sides("وصل وفد المعارضة إلى المدينة مساء. وقال عضو في الوفد إن اللقاءات ستبدأ غدا."),
            ["عضو في الوفد: syrian_opposition"]
        );
        // Two stand as near as each other.
        assert_eq!(
            sides("وصل وفد المعارضة والوفد التركي إلى المدينة مساء. وقال عضو في الوفد إن اللقاءات ستبدأ غدا."),
            ["عضو في الوفد: -"]
        );
        assert_eq!(sides("وقال عضو في الوفد إن اللقاءات ستبدأ غدا."), ["عضو في الوفد: -"]);
        assert_eq!(
            sides("وصل وفد المعارضة إلى المدينة مساء. وقال مصدر في الوفد الآخر إن اللقاءات ستبدأ غدا."),
            ["مصدر في الوفد الآخر: -"]
        );
    }

    #[test]
    fn the_delegation_itself() {
        assert_eq!(sides("وصل وفد المعارضة إلى المدينة مساء. ولوّح الوفد بالانسحاب من المحادثات."), ["الوفد: syrian_opposition"]);
    }

    #[test]
    fn whose_the_pronoun_and_the_noun_mean() {
        assert_eq!(
            sides("وصل بشار الجعفري إلى المدينة مساء، وقال عضو في وفده إن اللقاءات ستبدأ غدا."),
            ["عضو في وفده: syrian_government"]
        );
        assert_eq!(
            sides("ورحبت الهيئة العليا للمفاوضات باللقاء. وقال عضو بوفد الهيئة إن اللقاءات ستبدأ غدا.")[1..],
            ["عضو بوفد الهيئة: high_negotiations_committee"]
        );
    }

    #[test]
    fn a_source_goes_on() {
        assert_eq!(
            sides("وقال مصدر في الوفد التركي إن اللقاءات صعبة. وأضاف المصدر نفسه أن الخلاف كبير."),
            ["مصدر في الوفد التركي: turkish_delegation", "المصدر نفسه: turkish_delegation"]
        );
    }
}
