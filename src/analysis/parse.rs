//! An article taken apart: sentences, their tokens and the glossary entries in them. What every rule of the analysis looks at.

use crate::analysis::{Defect, DefectKind};
use crate::arabic::sentences::{self, Joint, Kind as SentenceKind, Sentence};
use crate::arabic::token::{Kind as TokenKind, Token};
use crate::article::{Article, BlockKind};
use crate::glossary::cue::{Cue, Is, bits};
use crate::glossary::entry::Kind;
use crate::glossary::frames::Tells;
use crate::glossary::lexicon::{Form, Lexicon};
use crate::glossary::matcher::{Found, Match, Matcher, is_quote};
use crate::glossary::sign::Signs;

/// An article taken apart.
#[derive(Debug, Default)]
pub struct Parsed {
    /// Its sentences, in text order.
    pub sentences: Vec<ParsedSentence>,
    /// What is wrong in it.
    pub defects: Vec<Defect>,
}

/// A sentence with its tokens and matches.
#[derive(Debug)]
pub struct ParsedSentence {
    /// Place and kind.
    pub span: Sentence,
    /// Its tokens; words run together are already split.
    pub tokens: Vec<Token>,
    /// Entries found in it; token numbers are those of `tokens`.
    pub matches: Vec<Match>,
    /// Slots and outcomes found in it, a layer of their own.
    pub cues: Vec<Match>,
    /// What each token is to the rules for numbers, dates and rounds.
    pub classes: Vec<Cue>,
    /// All of `classes`, as bits.
    pub has: u64,
    /// What its words are to rules that look for single words.
    pub signs: Signs,
    /// True if some token is a number in digits.
    pub has_digits: bool,
    /// True if some token is a quotation mark.
    pub has_quotes: bool,
    /// Tokens that are a number word written with ال.
    pub definite: Vec<u32>,
    /// What its matches are and may do.
    pub about: About,
}

/// What the matches of a sentence are and may do, read once: most rules have nothing to do in most sentences.
#[derive(Clone, Copy, Debug, Default)]
pub struct About {
    /// Their kinds, as bits.
    kinds: u32,
    /// Some match may bring speech.
    pub speaks: bool,
    /// Some match is a verb of leading.
    pub heads: bool,
    /// Some match is a verb of standing for a side.
    pub represents: bool,
    /// Some match is a deed of those who are present.
    pub present: bool,
    /// Some match shares its forms with an outcome.
    pub outcome: bool,
    /// Some match may tell of an outcome or of somebody's presence.
    pub tells: bool,
}

impl About {
    fn of(matches: &[Match], lexicon: &Lexicon) -> Self {
        let mut about = Self::default();
        for m in matches {
            let Form { entry, kind, .. } = lexicon.forms[m.form as usize];
            let frame = &lexicon.frames[entry as usize];
            about.kinds |= 1 << kind as u32;
            about.speaks |= frame.reports || frame.tells != Tells::Nothing;
            about.heads |= frame.heads;
            about.represents |= frame.represents;
            about.present |= frame.present;
            about.outcome |= lexicon.outcome_of(entry).is_some();
            about.tells |= frame.heads || frame.represents || frame.event || frame.purpose;
        }
        about.tells |= about.outcome;
        about
    }

    /// True if some match is of this kind.
    #[must_use]
    pub fn has(self, kind: Kind) -> bool {
        self.kinds >> kind as u32 & 1 == 1
    }
}

impl ParsedSentence {
    /// How many words it has.
    #[must_use]
    pub fn words(&self) -> u32 {
        self.tokens.iter().filter(|t| t.kind == TokenKind::Word).count() as u32
    }
}

/// Takes an article apart.
pub fn parse(article: &Article, matcher: &mut Matcher) -> Parsed {
    let mut out = Parsed::default();
    let text = article.text.as_str();
    matcher.begin();
    let mut paragraph = 0;
    for (b, block) in article.blocks.iter().enumerate() {
        let part = &text[block.start as usize..block.end as usize];
        let mut spans = match block.kind {
            BlockKind::Heading => {
                vec![Sentence { start: 0, end: part.len() as u32, kind: SentenceKind::Heading, paragraph: 0, joint: Joint::Line }]
            }
            // A file of paragraphs whose headline nobody states may begin with it.
            BlockKind::Paragraph if b == 0 && article.blocks.len() > 1 && article.meta.title.is_none() => {
                sentences::opening(part, matcher.lexicon())
            }
            _ => sentences::sentences(part, matcher.lexicon()),
        };
        let mut last = paragraph;
        for span in &mut spans {
            span.start += block.start;
            span.end += block.start;
            span.paragraph += paragraph;
            last = span.paragraph;
        }
        paragraph = last + 1;
        for span in spans {
            let (sentence, glued) = sentence(text, span, matcher);
            out.defects.extend(glued.into_iter().map(|(start, end)| Defect { kind: DefectKind::GluedWords, start, end }));
            out.defects.extend(joint(&span));
            if sentence.has_quotes {
                out.defects.extend(unbalanced(&span, &sentence.tokens));
            }
            out.sentences.push(sentence);
        }
    }
    out
}

impl Parsed {
    /// Gives the room of the sentences back, for the next article.
    pub fn give_back(self, matcher: &mut Matcher) {
        for ParsedSentence { tokens, matches, cues, classes, .. } in self.sentences {
            matcher.give_back(tokens, Found { matches, cues, classes, ..Found::default() });
        }
    }
}

/// Takes one sentence apart; the second part are the places where words ran together.
fn sentence(text: &str, span: Sentence, matcher: &mut Matcher) -> (ParsedSentence, Vec<(u32, u32)>) {
    let (mut tokens, mut found) = matcher.room();
    let words = (span.end - span.start) as usize / 8 + 4;
    tokens.reserve(words);
    found.matches.reserve(words / 3 + 1);
    matcher.read(text, span.start as usize, span.end as usize, &mut tokens, &mut found);
    let Found { matches, cues, classes, glued } = found;
    let (has, signs) = classes.iter().fold((0, Signs::default()), |(has, signs), c| (has | c.bit(), signs.and(c.signs)));
    let with_article = |(i, t): (usize, &Token)| (classes[i].is == Is::One && t.text(text).starts_with("ال")).then_some(i as u32);
    let definite =
        if has & bits(&[Is::One]) == 0 { Vec::new() } else { tokens.iter().enumerate().filter_map(with_article).collect() };
    let (mut has_digits, mut has_quotes) = (false, false);
    for token in &tokens {
        has_digits |= token.kind == TokenKind::Number;
        has_quotes |= is_quote(token.kind);
    }
    let about = About::of(&matches, matcher.lexicon());
    (ParsedSentence { span, tokens, matches, cues, classes, has, signs, has_digits, has_quotes, definite, about }, glued)
}

/// Takes a headline apart that is not in the article's text.
pub fn headline(title: &str, matcher: &mut Matcher) -> ParsedSentence {
    let span = Sentence { start: 0, end: title.len() as u32, kind: SentenceKind::Title, paragraph: 0, joint: Joint::Line };
    sentence(title, span, matcher).0
}

fn joint(span: &Sentence) -> Option<Defect> {
    let kind = match span.joint {
        Joint::Commas => DefectKind::Joint,
        Joint::Glued => DefectKind::MissingSpace,
        Joint::Line | Joint::Blank => return None,
    };
    Some(Defect { kind, start: span.start, end: span.end })
}

fn unbalanced(span: &Sentence, tokens: &[Token]) -> Option<Defect> {
    let (mut straight, mut guillemets) = (0u32, 0i32);
    for token in tokens {
        if let TokenKind::Mark(c) = token.kind {
            match c {
                '"' | '“' | '”' => straight += 1,
                '«' => guillemets += 1,
                '»' => guillemets -= 1,
                _ => {}
            }
        }
    }
    let odd = !straight.is_multiple_of(2) || guillemets != 0;
    odd.then_some(Defect { kind: DefectKind::UnbalancedQuotes, start: span.start, end: span.end })
}
