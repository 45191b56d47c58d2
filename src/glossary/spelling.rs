//! Spelling: every form that is written for an entry, as bytes that the lexicon reads without further work.
//!
//! In: the Arabic of an entry. Out: its forms, inflected, cut into words and folded. `build.rs` spells what is built in, so that a start need not; what a workspace adds is spelled
//! when it is loaded.

use crate::arabic::fold::fold_into;
use crate::arabic::inflect::{self, Person, Shape, Tense};
use crate::arabic::token::{self, Kind as TokenKind};

/// How an entry is inflected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inflects {
    /// As a verb.
    Verb,
    /// As an adjective in -i.
    Demonym,
    /// As it stands.
    Not,
}

/// Spells the forms of an entry: for each the shape, whether it is short, how many words it has; for each word its length and whether it begins with آ, and its fold.
#[must_use]
pub fn spell(inflects: Inflects, ar: &[String], short: &[String], masdar: &[String], participle: Option<&str>) -> Vec<u8> {
    let mut out = Vec::new();
    for (text, shape) in forms(inflects, ar, masdar, participle) {
        push(&text, shape, false, &mut out);
    }
    short.iter().for_each(|form| push(form, Shape::Lemma, true, &mut out));
    out
}

fn push(text: &str, shape: Shape, short: bool, out: &mut Vec<u8>) {
    let tokens = token::tokens(text);
    // No name has so many words, or a word so many letters.
    if tokens.len() > 255 {
        return;
    }
    out.extend([shape_number(shape), u8::from(short), tokens.len() as u8]);
    for token in tokens {
        let raw = token.text(text);
        let mut folded = key(raw, token.kind);
        folded.truncate(127);
        out.push(folded.len() as u8 | if raw.starts_with('آ') { 128 } else { 0 });
        out.extend(folded);
    }
}

/// A form of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Spelling<'s> {
    /// What it says beside the lemma.
    pub shape: Shape,
    /// True for a form that counts only after the entry was named in full.
    pub short: bool,
    count: u8,
    words: &'s [u8],
}

/// A word of a form.
#[derive(Clone, Copy, Debug)]
pub struct Word<'s> {
    /// Its fold, or the mark.
    pub folded: &'s [u8],
    /// True if it begins with آ.
    pub madda: bool,
}

impl<'s> Spelling<'s> {
    /// Its words.
    pub fn words(self) -> impl Iterator<Item = Word<'s>> {
        let mut rest = self.words;
        (0..self.count).map_while(move |_| take(&mut rest))
    }
}

fn take<'s>(rest: &mut &'s [u8]) -> Option<Word<'s>> {
    let (&head, behind) = rest.split_first()?;
    let (folded, behind) = behind.split_at_checked(usize::from(head & 127))?;
    *rest = behind;
    Some(Word { folded, madda: head & 128 != 0 })
}

/// Reads what [`spell`] wrote.
pub fn spellings(mut rest: &[u8]) -> impl Iterator<Item = Spelling<'_>> {
    std::iter::from_fn(move || {
        let [shape, short, count, words @ ..] = rest else { return None };
        rest = words;
        (0..*count).for_each(|_| {
            take(&mut rest);
        });
        Some(Spelling { shape: self::shape(*shape)?, short: *short == 1, count: *count, words })
    })
}

/// The byte that stands for a shape.
#[must_use]
pub fn shape_number(shape: Shape) -> u8 {
    SHAPES.iter().position(|s| *s == shape).unwrap_or(0) as u8
}

/// The shape that a byte stands for.
#[must_use]
pub fn shape(number: u8) -> Option<Shape> {
    SHAPES.get(usize::from(number)).copied()
}

/// What a token is interned by: its fold, or the mark itself.
#[must_use]
pub fn key(raw: &str, kind: TokenKind) -> Vec<u8> {
    let mut key = Vec::with_capacity(raw.len());
    match kind {
        TokenKind::Mark(_) => key.extend_from_slice(raw.as_bytes()),
        TokenKind::Word | TokenKind::Number => fold_into(raw, &mut key),
    }
    key
}

/// Every form that is written for an entry, short ones left out.
fn forms(inflects: Inflects, ar: &[String], masdar: &[String], participle: Option<&str>) -> Vec<(String, Shape)> {
    let mut out = Vec::new();
    match inflects {
        Inflects::Verb => {
            if let [perfect, imperfect, ..] = ar {
                out.extend(inflect::verb(perfect, imperfect));
                if let Some(participle) = participle {
                    // داع of يدعو is داعي wherever an ending follows; the phrase goes on behind the first word.
                    let weak =
                        imperfect.split(' ').next().is_some_and(|w| w.ends_with(['ي', 'و', 'ى'])) && !participle.ends_with('ي');
                    let rest = if participle.contains(' ') { "" } else { perfect.find(' ').map_or("", |at| &perfect[at..]) };
                    let stem = format!("{participle}{}", if weak { "ي" } else { "" });
                    out.extend(inflect::participle(&format!("{stem}{rest}")));
                    if weak {
                        out.push((format!("{participle}{rest}"), Shape::Participle));
                    }
                }
            }
            out.extend(masdar.iter().map(|m| (m.clone(), Shape::Masdar)));
        }
        Inflects::Demonym => {
            for form in ar {
                if form.ends_with('ي') {
                    out.extend(inflect::adjective(form));
                } else {
                    out.push((form.clone(), Shape::Plural));
                }
            }
        }
        Inflects::Not => out.extend(ar.iter().map(|f| (f.clone(), Shape::Lemma))),
    }
    out
}

/// All shapes, by the byte that stands for each.
const SHAPES: [Shape; 7 + 36] = {
    let mut all = [Shape::Lemma; 7 + 36];
    let plain =
        [Shape::Lemma, Shape::Participle, Shape::Masdar, Shape::Feminine, Shape::Plural, Shape::FemininePlural, Shape::Dual];
    let tenses = [Tense::Perfect, Tense::Imperfect, Tense::Short];
    let persons = [Person::I, Person::We, Person::He, Person::She, Person::Both, Person::They];
    let mut i = 0;
    while i < all.len() {
        all[i] = if i < 7 {
            plain[i]
        } else {
            let n = i - 7;
            Shape::Verb { tense: tenses[n / 12], person: persons[n / 2 % 6], passive: n % 2 == 1 }
        };
        i += 1;
    }
    all
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold::show;

    #[test]
    fn what_is_spelled_is_read_again() {
        let all = spell(Inflects::Verb, &["رأى".into(), "يرى".into()], &["ر".into()], &["رؤية".into()], None);
        let read: Vec<(Shape, bool, String)> = spellings(&all)
            .map(|s| (s.shape, s.short, s.words().map(|w| show(w.folded)).collect::<Vec<_>>().join(" ")))
            .collect();
        let mut want: Vec<(Shape, bool, String)> = forms(Inflects::Verb, &["رأى".into(), "يرى".into()], &["رؤية".into()], None)
            .into_iter()
            .map(|(f, s)| (s, false, show(&crate::arabic::fold::fold(&f))))
            .collect();
        want.push((Shape::Lemma, true, "ر".into()));
        assert_eq!(read, want);
        let name = spell(Inflects::Not, &["آلية \"سوتشي\"".into()], &[], &[], None);
        let words: Vec<(String, bool)> = spellings(&name).flat_map(Spelling::words).map(|w| (show(w.folded), w.madda)).collect();
        assert_eq!(words.len(), 4);
        assert_eq!(words[0], ("اليه".to_owned(), true));
    }
}
