//! A sentence as the rules look at it: tokens with the match that covers each, particles, quotations.

use crate::analysis::parse::ParsedSentence;
use crate::arabic::fold::is_letter;
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::arabic::token::{Kind as TokenKind, Token};
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::frames::{Frame, Takes};
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::glossary::matcher::Match;
pub(crate) use crate::glossary::particle::Particle;
use crate::glossary::sign::Signs;

/// A sentence as the rules look at it.
pub(crate) struct View<'a> {
    pub(crate) text: &'a str,
    pub(crate) s: &'a ParsedSentence,
    pub(crate) lexicon: &'a Lexicon,
    of: Vec<u32>,
    /// Quotations that open and close, by token.
    pub(crate) quotes: Vec<(usize, usize)>,
    /// The mark that closes a quotation of a sentence before, and the one that opens a quotation which goes on in the next.
    closes: Option<usize>,
    unclosed: Option<usize>,
    /// Quotations open with the mark that closes them elsewhere.
    reversed: bool,
}

impl<'a> View<'a> {
    pub(crate) fn new(text: &'a str, s: &'a ParsedSentence, lexicon: &'a Lexicon) -> Self {
        let mut of = vec![0; s.tokens.len()];
        for (i, m) in s.matches.iter().enumerate() {
            of[m.first as usize..=m.last as usize].fill(i as u32 + 1);
        }
        let reversed = s.has_quotes && reversed(text, s);
        let (quotes, single) = if s.has_quotes { quotes(text, s, reversed) } else { Default::default() };
        let is = |wanted: [char; 2]| move |t: &usize| matches!(s.tokens[*t].kind, TokenKind::Mark(c) if wanted.contains(&turned(c, reversed)));
        let closes = single.iter().copied().find(is(['»', '”'])).filter(|&t| quotes.iter().all(|q| q.0 > t));
        let unclosed = single.iter().copied().rfind(is(['«', '“'])).filter(|&t| quotes.iter().all(|q| q.1 < t));
        Self { text, s, lexicon, of, quotes, closes, unclosed, reversed }
    }

    pub(crate) fn len(&self) -> usize {
        self.s.tokens.len()
    }

    pub(crate) fn raw(&self, t: usize) -> &'a str {
        self.s.tokens.get(t).map_or("", |token| token.text(self.text))
    }

    pub(crate) fn mark(&self, t: usize) -> Option<char> {
        match self.s.tokens.get(t)?.kind {
            TokenKind::Mark(c) => Some(turned(c, self.reversed)),
            _ => None,
        }
    }

    /// True for a number in digits, with no separator in it.
    pub(crate) fn is_digits(&self, t: usize) -> bool {
        let number = self.s.tokens.get(t).is_some_and(|token| token.kind == TokenKind::Number);
        number && self.raw(t).chars().all(char::is_numeric)
    }

    pub(crate) fn is_quote(&self, t: usize) -> bool {
        matches!(self.mark(t), Some('"' | '«' | '»' | '“' | '”'))
    }

    /// The match that covers token `t`.
    pub(crate) fn over(&self, t: usize) -> Option<&'a Match> {
        let i = *self.of.get(t)?;
        if i == 0 { None } else { self.s.matches.get(i as usize - 1) }
    }

    /// The match that begins at token `t`.
    pub(crate) fn at(&self, t: usize) -> Option<&'a Match> {
        self.over(t).filter(|m| m.first as usize == t)
    }

    pub(crate) fn id(&self, m: &Match) -> EntryId {
        self.lexicon.forms[m.form as usize].entry
    }

    pub(crate) fn entry(&self, m: &Match) -> &'a Entry {
        &self.lexicon.entries[self.id(m) as usize]
    }

    /// The id of its entry.
    pub(crate) fn name(&self, m: &Match) -> &'a str {
        self.lexicon.entries.id(self.id(m))
    }

    /// The role of its entry.
    pub(crate) fn role(&self, m: &Match) -> Option<&'a str> {
        self.lexicon.role(self.id(m))
    }

    /// The stance of its entry.
    pub(crate) fn stance(&self, m: &Match) -> Option<&'a str> {
        self.lexicon.stance(self.id(m))
    }

    pub(crate) fn kind(&self, m: &Match) -> Kind {
        self.lexicon.forms[m.form as usize].kind
    }

    pub(crate) fn frame(&self, m: &Match) -> Frame {
        self.lexicon.frames[self.id(m) as usize]
    }

    pub(crate) fn shape(&self, m: &Match) -> Shape {
        self.lexicon.forms[m.form as usize].shape
    }

    pub(crate) fn kind_at(&self, t: usize) -> Option<Kind> {
        self.at(t).map(|m| self.kind(m))
    }

    /// Tense and person of a finite verb in the third person.
    pub(crate) fn finite(&self, m: &Match) -> Option<(Tense, Person)> {
        match self.shape(m) {
            Shape::Verb { tense, person, passive: false } if !matches!(person, Person::I | Person::We) => Some((tense, person)),
            _ => None,
        }
    }

    /// The connective that covers token `t`, with its role.
    pub(crate) fn connective(&self, t: usize) -> Option<(&'a Match, &'a str)> {
        let m = self.over(t)?;
        (self.kind(m) == Kind::Connective).then(|| (m, self.role(m).unwrap_or_default()))
    }

    /// True for a negator that covers token `t`.
    pub(crate) fn negates(&self, t: usize) -> bool {
        self.over(t).is_some_and(|m| self.kind(m) == Kind::Negator)
    }

    /// What small word token `t` is.
    #[inline]
    pub(crate) fn particle(&self, t: usize) -> Particle {
        match self.s.classes.get(t).map_or(Particle::None, |c| c.particle) {
            Particle::That if self.raw(t) == "فان" && self.van(t) => Particle::None,
            // `إمام المسجد`, and not `أمام البرلمان`.
            Particle::Adjunct if self.raw(t).trim_start_matches('و').starts_with("إمام") => Particle::None,
            Particle::Takes(Takes::ON) if self.raw(t) == "علي" && self.ali(t) => Particle::None,
            class => class,
        }
    }

    /// `السفير علي الديلمي`: the name behind an office, with a surname.
    fn ali(&self, t: usize) -> bool {
        let next = self.raw(t + 1);
        let surname = next.starts_with("ال") && next.ends_with('ي') && next.chars().count() > 5 && self.over(t + 1).is_none();
        let comma = t > 0 && matches!(self.mark(t - 1), Some('،' | ','));
        let before = t.checked_sub(1 + usize::from(comma)).and_then(|k| self.over(k));
        let office = before.is_some_and(|m| matches!(self.kind(m), Kind::Title | Kind::Country));
        // `الناطق باسم المقاومة الشعبية علي الأحمدي إن`: behind a body, where what is said opens behind the name.
        let class = self.s.classes.get(t + 2).map_or(Particle::None, |c| c.particle);
        let body = before.is_some_and(|m| matches!(self.kind(m), Kind::Party | Kind::Organization)) && class == Particle::That;
        // `أكد علي العثيم عضو المجلس أن`
        let titled = next.starts_with("ال")
            && self.over(t + 1).is_none()
            && self.kind_at(t + 2) == Some(Kind::Title)
            && !self.raw(t + 2).starts_with("ال");
        // `الشيخ علي مليح الفلاني`: a name of three behind an honorific.
        let rank = t > 0
            && matches!(self.raw(t - 1), "الشيخ" | "السيد" | "الدكتور" | "المهندس" | "الأستاذ" | "اللواء" | "العميد" | "العقيد");
        let last = self.raw(t + 2);
        let plain = |k: usize| self.over(k).is_none() && self.mark(k).is_none() && self.raw(k).chars().count() > 2;
        let three = plain(t + 1) && !next.starts_with("ال") && plain(t + 2) && last.starts_with("ال") && last.ends_with('ي');
        surname && (office || body || comma || rank) || titled || rank && three
    }

    /// `يوهان فان دايك إن`: a part of a name, with more of it before the clause begins.
    fn van(&self, t: usize) -> bool {
        // `مدينة فان شرق تركيا`
        if t > 0 && matches!(self.raw(t - 1), "مدينة" | "ولاية" | "محافظة" | "إقليم" | "بحيرة" | "مطار")
        {
            return true;
        }
        let class = |k: usize| self.s.classes.get(k).map_or(Particle::None, |c| c.particle);
        let name = |k: &usize| self.mark(*k).is_none() && self.over(*k).is_none() && class(*k) == Particle::None;
        let end = t + 1 + (t + 1..self.len().min(t + 4)).take_while(name).count();
        let open = matches!(self.mark(end), Some('،' | ',' | ':' | '"' | '«' | '“'))
            || matches!(class(end), Particle::That | Particle::Relative);
        end > t + 1 && t > 0 && self.mark(t - 1).is_none() && open
    }

    /// True for a name of the table of names.
    pub(crate) fn is_name(&self, t: usize) -> bool {
        self.s.classes.get(t).is_some_and(|c| c.signs.has(Signs::NAME))
    }

    /// The quotation that opens at token `t`.
    pub(crate) fn opens(&self, t: usize) -> Option<(usize, usize)> {
        self.quotes.iter().copied().find(|q| q.0 == t)
    }

    /// True for a token inside a quotation of several words.
    pub(crate) fn quoted(&self, t: usize) -> bool {
        self.quotes.iter().any(|&(a, b)| a < t && t < b && b - a > 4) || self.closes.is_some_and(|b| t < b)
    }

    /// True where the sentence goes on with a quotation of one before, and ends it.
    pub(crate) fn closes(&self) -> bool {
        self.closes.is_some()
    }

    /// True for a token in a quotation that opens in the sentence and goes on in the next.
    pub(crate) fn quoted_on(&self, t: usize) -> bool {
        self.unclosed.is_some_and(|a| t > a)
    }

    /// True where a quotation opens that goes on in the next sentence.
    pub(crate) fn goes_on(&self) -> bool {
        self.unclosed.is_some()
    }

    /// No quotation of a sentence before goes on in this one.
    pub(crate) fn alone(mut self) -> Self {
        self.closes = None;
        self
    }

    pub(crate) fn start(&self, t: usize) -> u32 {
        self.s.tokens.get(t).map_or(self.s.span.end, |k| k.start)
    }

    pub(crate) fn end(&self, t: usize) -> u32 {
        self.s.tokens.get(t).map_or(self.s.span.end, |k| k.end)
    }
}

/// True where a sentence opens its quotations with the mark that closes them elsewhere: `”خطوة أولى“`.
fn reversed(text: &str, s: &ParsedSentence) -> bool {
    let marks = || s.tokens.iter().filter(|t| matches!(t.kind, TokenKind::Mark('“' | '”')));
    let is = |t: &&Token, c: char| t.kind == TokenKind::Mark(c);
    let letter = |c: Option<char>| c.is_some_and(|c| is_letter(c) || c.is_numeric());
    let before = |t: &&Token| letter(text[..t.start as usize].chars().next_back());
    let behind = |t: &&Token| letter(text[t.end as usize..].chars().next());
    let opens = marks().next().filter(|t| is(t, '”') && behind(t) && !before(t));
    // `لـ”الصحيفة”`: the same mark on both sides.
    opens.is_some() && marks().nth(1).is_none_or(|t| is(&t, '“') && !behind(&t))
}

/// The mark as it is meant: see [`reversed`].
fn turned(mark: char, reversed: bool) -> char {
    match mark {
        '“' if reversed => '”',
        '”' if reversed => '“',
        _ => mark,
    }
}

/// Quotations that open and close, by token, and the marks that are of none. `"` opens where a word follows it and none stands before; one that opens again before it closed is no
/// quotation.
fn quotes(text: &str, s: &ParsedSentence, reversed: bool) -> (Vec<(usize, usize)>, Vec<usize>) {
    let (mut out, mut single, mut open) = (Vec::new(), Vec::new(), None);
    for (t, token) in s.tokens.iter().enumerate() {
        let TokenKind::Mark(c) = token.kind else { continue };
        let before = || {
            text[..token.start as usize]
                .chars()
                .next_back()
                .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ':' | '،' | 'ـ'))
        };
        let behind = || text[token.end as usize..].chars().next().is_some_and(|c| is_letter(c) || c.is_numeric());
        let opens = match turned(c, reversed) {
            '«' | '“' => true,
            // `لـ”الصحيفة”`: the same mark on both sides.
            '”' => open.is_none() && before() && behind(),
            '»' => false,
            '"' => behind() && (open.is_none() || before()),
            _ => continue,
        };
        if opens {
            single.extend(open.replace(t));
        } else if let Some(start) = open.take() {
            out.push((start, t));
        } else {
            single.push(t);
        }
    }
    single.extend(open);
    (out, single)
}
