//! Citations: the place of a line in its source, with the hash of its bytes.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Brief;
use super::parts::{Citation, Source};
use crate::article::Article;

/// The first 16 hex digits of the BLAKE3 hash of `text`.
#[must_use]
pub fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..16].to_owned()
}

/// What a citation of each source is called, by its id: the outlet; its number among the sources where no outlet is known, or more than one
/// is of this outlet.
#[must_use]
pub fn labels(sources: &[Source]) -> BTreeMap<&str, String> {
    let mut of_outlet: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for source in sources {
        of_outlet.entry(&source.outlet).or_default().insert(&source.id);
    }
    let label = |(number, source): (usize, &Source)| {
        let outlet = source.outlet.as_str();
        let twin = of_outlet[outlet].len() > 1;
        match (outlet, twin) {
            ("", _) => format!("Source {}", number + 1),
            (_, true) => format!("{outlet} ({})", number + 1),
            (_, false) => outlet.to_owned(),
        }
    };
    sources.iter().enumerate().map(|s| (s.1.id.as_str(), label(s))).collect()
}

/// Makes citations, and remembers which sentences are cited.
#[derive(Debug, Default)]
pub struct Cites {
    /// By source.
    cited: BTreeMap<String, BTreeSet<u32>>,
}

impl Cites {
    /// Cites `start..end` of sentence number `sentence` (from 0) of an article.
    pub fn cite(&mut self, article: &Article, sentence: usize, start: u32, end: u32) -> Citation {
        let number = sentence as u32 + 1;
        match self.cited.get_mut(&article.id) {
            Some(numbers) => drop(numbers.insert(number)),
            None => drop(self.cited.insert(article.id.clone(), BTreeSet::from([number]))),
        }
        let text = &article.text[start as usize..end as usize];
        Citation { source: article.id.clone(), sentence: number, start, end, line: article.line(start), hash: hash(text) }
    }

    /// Whether sentence `number` (from 1) of a source is cited.
    #[must_use]
    pub fn has(&self, source: &str, number: u32) -> bool {
        self.cited.get(source).is_some_and(|numbers| numbers.contains(&number))
    }
}

/// A citation whose hash is not that of the bytes it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Id of the brief's round.
    pub round: String,
    /// Id of the source that is cited.
    pub source: String,
    /// Number of the sentence, from 1.
    pub sentence: u32,
    /// First byte and the byte after the last.
    pub range: (u32, u32),
}

/// The citations of a brief that do not hold: their source is not among `articles`, their bytes are no text of it, or the hash is another.
#[must_use]
pub fn broken(brief: &Brief, articles: &[Article]) -> Vec<Broken> {
    let texts: BTreeMap<&str, &str> = articles.iter().map(|a| (a.id.as_str(), a.text.as_str())).collect();
    let holds = |c: &Citation| {
        let bytes = texts.get(c.source.as_str()).and_then(|text| text.get(c.start as usize..c.end as usize));
        bytes.is_some_and(|bytes| blake3::hash(bytes.as_bytes()).to_hex()[..16] == c.hash)
    };
    citations(brief)
        .filter(|c| !holds(c))
        .map(|c| Broken {
            round: brief.round.id.clone(),
            source: c.source.clone(),
            sentence: c.sentence,
            range: (c.start, c.end),
        })
        .collect()
}

/// All citations of a brief, whatever section they stand in. A section that is new must say here whether it has any.
fn citations(brief: &Brief) -> impl Iterator<Item = &Citation> {
    let Brief {
        schema: _,
        version: _,
        title: _,
        round: _,
        as_of: _,
        status: _,
        bottom_line,
        key_points,
        outcomes,
        positions,
        participants,
        agenda,
        format,
        disputes,
        agreements,
        figures,
        next,
        timeline,
        also,
        changes: _,
        sources: _,
        terms: _,
        gaps: _,
        notes: _,
    } = brief;
    let lines = [bottom_line, agenda, format, agreements].into_iter().flatten().flat_map(|line| &line.citations);
    let said = positions.iter().flat_map(|position| &position.statements).flat_map(|statement| &statement.citations);
    lines
        .chain(key_points.iter().flat_map(|point| &point.citations))
        .chain(outcomes.iter().flat_map(|outcome| &outcome.citations))
        .chain(said)
        .chain(participants.iter().flat_map(|participant| &participant.citations))
        .chain(disputes.iter().flat_map(|dispute| &dispute.values).flat_map(|value| &value.citations))
        .chain(figures.iter().flat_map(|figure| &figure.citations))
        .chain(next.iter().flat_map(|next| &next.citations))
        .chain(timeline.iter().flat_map(|event| &event.citations))
        .chain(also.iter().flat_map(|line| &line.citations))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    /// A brief as the product makes it, from one article, with the article.
    fn made() -> (Brief, Vec<Article>) {
        use crate::analysis::analyze;
        use crate::brief::assemble::{Given, assemble};
        use crate::brief::parts::Notes;
        use crate::glossary::{lexicon::Lexicon, load, matcher::Matcher};
        use crate::round::{assign::assign, tracks::Tracks};
        let text =
            "اختتمت في أستانا اليوم الجولة الثانية من محادثات أستانا دون بيان ختامي. وقال محمد علوش إن الوفد سيعود إلى أستانا 2.";
        let articles = vec![Article::read("a.txt", "a", text.as_bytes().to_vec()).unwrap()];
        let lexicon = Lexicon::new(load::builtin());
        let tracks = Tracks::new(load::builtin_tracks(), &lexicon);
        let analyses = vec![analyze(&articles[0], &mut Matcher::new(&lexicon), &tracks)];
        let config = crate::workspace::Config::default();
        let english = crate::english::Reader::new(&lexicon);
        let given = Given {
            lexicon: &lexicon,
            english: &english,
            tracks: &tracks,
            config: &config,
            as_of: None,
            sentences: Default::default(),
        };
        let (rounds, _) = assign(&articles, &analyses, &tracks, &lexicon);
        let brief = assemble(&rounds[0], Notes::default(), &given);
        (brief, articles)
    }

    #[test]
    fn everything_that_has_the_form_of_a_citation_is_one() {
        fn count(value: &serde_json::Value) -> usize {
            match value {
                serde_json::Value::Array(items) => items.iter().map(count).sum(),
                serde_json::Value::Object(fields) => {
                    let inside = |(key, field): (&String, &serde_json::Value)| match (key.as_str(), field.as_array()) {
                        ("citations", Some(list)) => list.len(),
                        _ => count(field),
                    };
                    fields.iter().map(inside).sum()
                }
                _ => 0,
            }
        }
        let (mut brief, _) = made();
        let citation = brief.key_points[0].citations[0].clone();
        let line = crate::brief::parts::Line {
            ar: String::new(),
            en: crate::brief::parts::English::default(),
            citations: vec![citation],
        };
        for lines in [&mut brief.bottom_line, &mut brief.agenda, &mut brief.format, &mut brief.agreements] {
            lines.push(line.clone());
        }
        assert_eq!(citations(&brief).count(), count(&serde_json::to_value(&brief).unwrap()));
    }

    #[test]
    fn a_citation_that_was_moved_or_whose_text_changed_is_broken() {
        let (brief, mut articles) = made();
        assert_eq!(broken(&brief, &articles), []);
        let mut moved = brief.clone();
        let c = &mut moved.key_points[0].citations[0];
        c.start += 2;
        let expected =
            Broken { round: "astana-2".to_owned(), source: "a".to_owned(), sentence: c.sentence, range: (c.start, c.end) };
        assert_eq!(broken(&moved, &articles), [expected]);
        articles[0].text = articles[0].text.replace("الجولة الثانية", "الجولة الثالثة");
        assert!(!broken(&brief, &articles).is_empty());
        articles.clear();
        assert!(!broken(&brief, &articles).is_empty());
    }
}
