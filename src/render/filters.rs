//! What templates can call on a value. Each filter refuses arguments that it does not know, and escapes for the page it stands in.
//!
//! | filter | on | gives |
//! | --- | --- | --- |
//! | `ar` | Arabic text | `<span dir="rtl" lang="ar">…</span>` |
//! | `en` | English text | `<span dir="ltr" lang="en">…</span>`, Arabic runs in it marked |
//! | `mixed` | English text | the text without a span around it, Arabic runs in it marked |
//! | `md` | text | escaped for one line of Markdown, on any page |
//! | `capital` | text | the text with a large first letter: `armed opposition` is `Armed opposition`, as it begins a line |
//! | `quoted` | text | a JSON string, which is a YAML string too: for front matter |
//! | `css` | text | a string for `content:` in a style sheet |
//! | `code` | text | a code span, `<code>` in HTML |
//! | `date(lang=, months=, precision=)` | day or range | `15–16 February 2017`, `15 و16 شباط 2017` |
//! | `datetime(precision=)` | day | `2017-02-16`, `2017-02`, `2017`: for `<time datetime>` |
//! | `day_number` | day | how many days it is from the first of January of the year 1: for the places in a picture |
//! | `number` | number | `310,000` |
//! | `badge(html=)` | an `en` of the brief | where the line comes from, as text and shape |
//! | `cite(label=, html=, page=)` | citation, or a list of them | links to the evidence, of another page if one is given; `label` is the outlet, or the outlets by source |
//! | `url` | address | the address where its scheme is allowed, else an empty string |
//! | `path` | path of another page | the path as a link, never with a scheme |
//! | `anchor` | text | a name for `id` and `#…` |
//! | `source_anchor`, `sentence_anchor(sentence=)` | source id | the names that the evidence section uses |
//! | `markdown` | the editor's notes | safe HTML |
//! | `strip_bidi` | text | the text without bidi controls |

mod marks;
mod seen;
mod spell;

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use tera::value::Key;
use tera::{Error, Kwargs, State, StringInput, Tera, TeraResult, Value};

use self::marks::{badge, cite, in_block, reviewer};
use self::spell::{capital, code, css, quoted, thousands};
use super::date::{self, Months, Precision};
use super::direction::{self, ARABIC_OPEN, CLOSE, ENGLISH_OPEN};
use super::evidence::{sentence_anchor, source_anchor};
use super::{Format, escape, markdown};
use crate::brief::context::DateRange;
use crate::brief::parts::{Citation, English};

/// The names of all of them.
pub(super) const NAMES: [&str; 21] = [
    "ar",
    "en",
    "mixed",
    "md",
    "capital",
    "quoted",
    "css",
    "code",
    "date",
    "datetime",
    "day_number",
    "number",
    "badge",
    "cite",
    "url",
    "path",
    "anchor",
    "source_anchor",
    "sentence_anchor",
    "markdown",
    "strip_bidi",
];

/// Adds all filters; must come before the templates.
pub(super) fn register(tera: &mut Tera, format: Format, months: Months) {
    tera.register_filter("ar", move |text: StringInput, kw: Kwargs, _: &State| {
        known("ar", &kw, &[])?;
        let inside = if text.is_safe() { Cow::Borrowed(text.as_str()) } else { escape::text(text.as_str(), format) };
        Ok::<_, Error>(wrapped(&inside, ARABIC_OPEN))
    });
    tera.register_filter("en", move |text: StringInput, kw: Kwargs, _: &State| {
        known("en", &kw, &[])?;
        let inside = if text.is_safe() { Cow::Borrowed(text.as_str()) } else { mixed(text.as_str(), format) };
        Ok::<_, Error>(wrapped(&inside, ENGLISH_OPEN))
    });
    tera.register_filter("mixed", move |text: StringInput, kw: Kwargs, _: &State| {
        known("mixed", &kw, &[])?;
        Ok::<_, Error>(if text.is_safe() { text.into_value() } else { Value::safe_string(&mixed(text.as_str(), format)) })
    });
    tera.register_filter("md", |text: StringInput, kw: Kwargs, _: &State| {
        known("md", &kw, &[])?;
        Ok::<_, Error>(if text.is_safe() { text.into_value() } else { Value::safe_string(&escape::markdown(text.as_str())) })
    });
    tera.register_filter("capital", |text: StringInput, kw: Kwargs, _: &State| {
        known("capital", &kw, &[])?;
        Ok::<_, Error>(text.inherit_safety(capital(text.as_str())))
    });
    tera.register_filter("quoted", |text: &str, kw: Kwargs, _: &State| {
        known("quoted", &kw, &[])?;
        Ok::<_, Error>(Value::safe_string(&quoted(text)))
    });
    tera.register_filter("css", |text: &str, kw: Kwargs, _: &State| {
        known("css", &kw, &[])?;
        Ok::<_, Error>(Value::safe_string(&css(text)))
    });
    tera.register_filter("code", move |text: &str, kw: Kwargs, _: &State| {
        known("code", &kw, &[])?;
        Ok::<_, Error>(Value::safe_string(&code(text, format)))
    });
    tera.register_filter("date", move |value: &Value, kw: Kwargs, _: &State| {
        known("date", &kw, &["lang", "months", "precision"])?;
        in_words(value, &kw, months)
    });
    tera.register_filter("datetime", |value: &Value, kw: Kwargs, _: &State| {
        known("datetime", &kw, &["precision"])?;
        Ok::<_, Error>(date::machine(day(value)?, precision(&kw)?))
    });
    tera.register_filter("day_number", |value: &Value, kw: Kwargs, _: &State| {
        known("day_number", &kw, &[])?;
        Ok::<_, Error>(day(value)?.num_days_from_ce())
    });
    tera.register_filter("number", |value: &Value, kw: Kwargs, _: &State| {
        known("number", &kw, &[])?;
        Ok::<_, Error>(thousands(&value.to_string()))
    });
    tera.register_filter("badge", move |value: &Value, kw: Kwargs, _: &State| {
        known("badge", &kw, &["html"])?;
        let block = in_block(format, &kw)?;
        if let Some(made) = seen::Made::of(value) {
            return Ok::<_, Error>(Value::safe_string(&badge(made, block)));
        }
        let en: English = read("badge", "an `en` of the brief", value)?;
        let made = seen::Made { badge: en.badge, coverage: en.coverage, rule: en.rule.as_deref() };
        let by = en.by.as_deref().filter(|by| !by.is_empty()).map(|by| mixed(by, format));
        Ok(Value::safe_string(&(badge(made, block) + &reviewer(by.as_deref(), en.date, block))))
    });
    tera.register_filter("cite", move |value: &Value, kw: Kwargs, _: &State| {
        known("cite", &kw, &["label", "html", "page"])?;
        let block = in_block(format, &kw)?;
        let labels = kw.get::<&Value>("label")?;
        // One for all, or one for each source.
        let label = match labels.filter(|label| !label.is_none() && !label.is_undefined() && label.as_map().is_none()) {
            Some(_) => kw.get::<&str>("label")?,
            None => None,
        };
        let by_source = labels.and_then(Value::as_map);
        let page = kw.get::<&str>("page")?.map(escape::path).unwrap_or_default();
        let mut out = String::new();
        let mut link = |cited: seen::Cited| {
            let own = by_source.and_then(|labels| labels.get(&Key::Str(cited.source))).and_then(Value::as_str);
            cite(&mut out, &cited, label.or(own), &page, block);
        };
        let list = value.as_array().unwrap_or(std::slice::from_ref(value));
        for citation in list {
            match seen::Cited::of(citation) {
                Some(cited) => link(cited),
                None => {
                    let what = if value.is_array() { "citations of the brief" } else { "a citation of the brief" };
                    let Citation { source, sentence, line, .. } = read("cite", what, citation)?;
                    link(seen::Cited { source: &source, sentence, line });
                }
            }
        }
        Ok::<_, Error>(Value::safe_string(&out))
    });
    tera.register_filter("url", |text: &str, kw: Kwargs, _: &State| {
        known("url", &kw, &[])?;
        Ok::<_, Error>(Value::safe_string(&escape::url(text).unwrap_or_default()))
    });
    tera.register_filter("path", |text: &str, kw: Kwargs, _: &State| {
        known("path", &kw, &[])?;
        Ok::<_, Error>(Value::safe_string(&escape::path(text)))
    });
    tera.register_filter("anchor", |text: &str, kw: Kwargs, _: &State| {
        known("anchor", &kw, &[])?;
        Ok::<_, Error>(Value::safe_string(&escape::anchor(text)))
    });
    tera.register_filter("source_anchor", |text: &str, kw: Kwargs, _: &State| {
        known("source_anchor", &kw, &[])?;
        Ok::<_, Error>(Value::safe_string(&source_anchor(text)))
    });
    tera.register_filter("sentence_anchor", |text: &str, kw: Kwargs, _: &State| {
        known("sentence_anchor", &kw, &["sentence"])?;
        Ok::<_, Error>(Value::safe_string(&sentence_anchor(text, kw.must_get::<u32>("sentence")?)))
    });
    tera.register_filter("markdown", |text: &str, kw: Kwargs, _: &State| {
        known("markdown", &kw, &[])?;
        Ok::<_, Error>(Value::safe_string(&markdown::to_html(text)))
    });
    tera.register_filter("strip_bidi", |text: StringInput, kw: Kwargs, _: &State| {
        known("strip_bidi", &kw, &[])?;
        Ok::<_, Error>(text.inherit_safety(direction::strip_bidi(text.as_str()).into_owned()))
    });
}

/// Tera drops arguments that a filter does not ask for: a misspelt one would do nothing, and nobody would know.
fn known(filter: &str, kw: &Kwargs, names: &[&str]) -> TeraResult<()> {
    if kw.iter().all(|(key, _)| key.as_str().is_some_and(|key| names.contains(&key))) {
        return Ok(());
    }
    let mut unknown: Vec<String> =
        kw.iter().map(|(key, _)| key.to_string()).filter(|key| !names.contains(&key.as_str())).collect();
    unknown.sort();
    let Some(first) = unknown.first() else {
        return Ok(());
    };
    Err(Error::message(match names {
        [] => format!("Filter `{filter}` takes no argument, and was given `{first}`"),
        names => format!("Filter `{filter}` has no argument `{first}`. It takes: {}", names.join(", ")),
    }))
}

fn read<T: for<'de> Deserialize<'de>>(filter: &str, what: &str, value: &Value) -> TeraResult<T> {
    if let Ok(read) = T::deserialize(value) {
        return Ok(read);
    }
    // What is wrong is said in the words of JSON.
    let json = serde_json::to_value(value).map_err(Error::message)?;
    serde_json::from_value(json).map_err(|e| Error::message(format!("Filter `{filter}` works on {what}: {e}")))
}

fn wrapped(inside: &str, open: &str) -> Value {
    Value::safe_string(&if inside.is_empty() { String::new() } else { [open, inside, CLOSE].concat() })
}

/// English with its Arabic runs marked. Runs are found in the text as it is, and each is escaped by itself.
fn mixed(text: &str, format: Format) -> Cow<'_, str> {
    let line = match escape::one_line(text) {
        // Most lines are English and nothing else.
        Cow::Borrowed(line) if line.is_ascii() => return escape::of_line(line, format),
        line => line,
    };
    let mut out = String::with_capacity(line.len() + 16);
    for run in direction::runs(&line) {
        // Markdown escaping trims: the blanks at the ends of a run belong to the line.
        let start = run.text.len() - run.text.trim_start().len();
        let end = run.text.trim_end().len().max(start);
        let inside = escape::of_line(&run.text[start..end], format);
        out.push_str(&run.text[..start]);
        if run.rtl {
            out.extend([ARABIC_OPEN, &inside, CLOSE]);
        } else {
            out.push_str(&inside);
        }
        out.push_str(&run.text[end..]);
    }
    Cow::Owned(out)
}

fn precision(kw: &Kwargs) -> TeraResult<Precision> {
    Ok(Precision::named(kw.get::<&str>("precision")?.unwrap_or("day")))
}

fn day(value: &Value) -> TeraResult<NaiveDate> {
    let text = value.as_str().ok_or_else(|| Error::message(format!("A date is text like 2017-02-16, not {}", value.name())))?;
    text.parse().map_err(|_| Error::message(format!("`{text}` is not a date like 2017-02-16")))
}

fn in_words(value: &Value, kw: &Kwargs, months: Months) -> TeraResult<String> {
    let months = match kw.get::<&str>("months")? {
        None => months,
        Some(name) => Months::named(name)
            .ok_or_else(|| Error::message(format!("`months` is levant, gregorian, maghreb or both, not `{name}`")))?,
    };
    let arabic = match kw.get::<&str>("lang")?.unwrap_or("en") {
        "en" => false,
        "ar" => true,
        other => return Err(Error::message(format!("`lang` is en or ar, not `{other}`"))),
    };
    let precision = precision(kw)?;
    if value.is_none() {
        return Ok(String::new());
    }
    if value.as_map().is_some() {
        let range: DateRange = read("date", "a day or a range", value)?;
        return Ok(if arabic {
            date::arabic_range(range.start, range.end, months)
        } else {
            date::english_range(range.start, range.end)
        });
    }
    let day = day(value)?;
    Ok(if arabic { date::arabic(day, precision, months) } else { date::english(day, precision) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Engine;

    #[test]
    fn numbers_get_commas_and_text_stays() {
        for (text, expected) in [
            ("310000", "310,000"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-1234567.25", "-1,234,567.25"),
            ("1.5", "1.5"),
            ("2254 (2015)", "2254 (2015)"),
            ("", ""),
            ("-", "-"),
        ] {
            assert_eq!(thousands(text), expected);
        }
    }

    #[test]
    fn every_name_is_a_filter_and_every_filter_has_its_name_in_the_list() {
        let mut tera = Tera::new();
        register(&mut tera, Format::Md, Months::Levant);
        for name in NAMES {
            tera.add_raw_template("t", &format!("{{{{ x | {name} }}}}")).unwrap_or_else(|e| panic!("{e}"));
        }
        assert_eq!(include_str!("filters.rs").matches("tera.register_filter(\"").count(), NAMES.len());
    }

    #[test]
    fn strings_for_yaml_and_css_cannot_be_ended() {
        assert_eq!(quoted("a\"b\\c\nd\u{202e}\u{85}e"), r#""a\"b\\c\nde""#);
        assert_eq!(quoted("\u{2028}"), r#""\u2028""#);
        assert_eq!(css("round 2</style>\"}"), r#""round 2\3c \2f style\3e \22 \7d ""#);
    }

    #[test]
    fn arabic_is_escaped_once_for_the_page_it_stands_in() {
        let text = |format: Format, source: &str| {
            let mut tera = Tera::new();
            tera.autoescape_on([""]);
            tera.set_escape_fn(if format == Format::Md { escape::write_markdown } else { escape::write_html });
            register(&mut tera, format, Months::Levant);
            tera.add_raw_template("t", source).unwrap();
            let mut context = tera::Context::new();
            context.insert("ar", "أ & *ب*");
            context.insert("en", "said «لا» & left");
            tera.render("t", &context).unwrap()
        };
        assert_eq!(text(Format::Html, "{{ ar | ar }}"), r#"<span dir="rtl" lang="ar">أ &amp; *ب*</span>"#);
        assert_eq!(text(Format::Md, "{{ ar | ar }}"), r#"<span dir="rtl" lang="ar">أ &amp; &#42;ب&#42;</span>"#);
        assert_eq!(text(Format::Html, "{{ ar | escape | ar }}"), r#"<span dir="rtl" lang="ar">أ &amp; *ب*</span>"#);
        assert_eq!(text(Format::Html, "{{ en | mixed }}"), r#"said <span dir="rtl" lang="ar">«لا»</span> &amp; left"#);
        assert_eq!(text(Format::Html, "{{ '' | ar }}{{ '' | en }}"), "");
        assert!(Engine::new(&[]).is_ok());
    }
}
