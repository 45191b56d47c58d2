//! Text from articles, glossaries and configuration stays text: a page with attacks in every string has the same markup as one without.

use std::iter;
use std::time::Duration;

use mujaz::brief::context::Brief;
use mujaz::render::limits::Limits;
use mujaz::render::{Engine, Format, Options as RenderOptions, UserTemplate};
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::{briefs, engine};

const ATTACKS: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "</title></p></td></table></div>\n\n<b>x</b>\n\n",
    "--><svg/onload=alert(1)><!--",
    "<![CDATA[ x ]]>",
    "&lt;script&gt; &#60;script&#62;",
    "[x](javascript:alert(1))",
    "![i](https://evil.example/x.png)",
    "[ref]: https://evil.example\n\n[ref]",
    "javascript:alert(1)//",
    "see https://evil.example www.evil.example mail@evil.example <https://evil.example>",
    "**b** _i_ ~~s~~ `c` ``d $x$",
    "\n\n# heading\n\n- item\n\n1. item\n\n> quote\n\n```\nfence\n",
    "\n\n    indented\n\n---\n\n",
    "\nunder\n===\n",
    "| a | b |\n| - | - |\n| c | d |\n",
    "\n---\nkey: [value\n---\n",
    "\"\n: %!&* - ? #",
    "\\",
    "{{ 7 * 7 }}{% include \"x\" %}{# c #}",
    "\u{202e}\u{2067}evil\u{200f}\u{61c}\u{2069}",
    "x\0\u{1}\u{7f}\u{85}\u{2028}\u{feff}",
];

/// What a harmless text looks like: the quotation mark makes `code` write the element, as it does for an attack.
const HARMLESS: &str = "'";

fn page(brief: &Brief, format: Format) -> String {
    engine().brief(brief, format).expect("the built-in templates render")
}

/// Names of all tags with the names of their attributes, in order; and every address a link or image goes to.
fn markup(page: &str) -> (Vec<String>, Vec<String>) {
    let (mut tags, mut links) = (Vec::new(), Vec::new());
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let name: String = rest.chars().take_while(|c| !c.is_whitespace() && *c != '>').collect();
        let mut tag = name.clone();
        rest = &rest[name.len()..];
        loop {
            rest = rest.trim_start();
            if rest.is_empty() || rest.starts_with('>') {
                break;
            }
            let attribute: String = rest.chars().take_while(|c| !c.is_whitespace() && !matches!(c, '>' | '=')).collect();
            rest = &rest[attribute.len()..];
            if let Some(value) = rest.strip_prefix("=\"") {
                let end = value.find('"').expect("every value is closed");
                if matches!(attribute.as_str(), "href" | "src") {
                    links.push(value[..end].to_owned());
                }
                rest = &value[end + 1..];
            }
            tag.push_str(&format!(" {attribute}"));
        }
        tags.push(tag);
    }
    (tags, links)
}

/// Says the first difference only: the lists are long.
fn same(found: &[String], expected: &[String], attack: &str) {
    let differ = found.iter().zip(expected).position(|(a, b)| a != b).unwrap_or(found.len().min(expected.len()));
    assert_eq!(found.get(differ), expected.get(differ), "item {differ} with {attack:?}");
}

#[test]
fn html_has_no_markup_from_data() {
    let (expected, _) = markup(&page(&briefs::hostile(HARMLESS), Format::Html));
    for attack in ATTACKS.iter().copied().chain(iter::once("x".repeat(500).as_str())) {
        let html = page(&briefs::hostile(attack), Format::Html);
        let (tags, links) = markup(&html);
        same(&tags, &expected, attack);
        for link in links {
            assert!(link.starts_with('#') || link.starts_with("https://"), "{link} from {attack:?}");
        }
        // A style sheet is not read as HTML: data in it must not end it, or the string that it stands in.
        assert_eq!(html.matches("</style").count(), 1, "{attack:?}");
        let style = html.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).unwrap_or_default();
        assert_eq!(style.matches(['{', '"', '\n']).count(), style_of_sample().matches(['{', '"', '\n']).count(), "{attack:?}");
        no_controls(&html);
    }
}

fn style_of_sample() -> String {
    page(&briefs::sample(), Format::Html)
        .split("<style>")
        .nth(1)
        .and_then(|rest| rest.split("</style>").next())
        .map(str::to_owned)
        .unwrap_or_default()
}

fn no_controls(page: &str) {
    let found = page.chars().find(|&c| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    });
    assert_eq!(found, None);
}

/// The blocks and spans that a host makes of Markdown; of HTML the tags, of links the address, and of text nothing.
fn structure(markdown: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut all = Vec::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(_) => {}
            Event::Html(html) | Event::InlineHtml(html) => all.extend(markup(&html).0),
            // The filter `code` writes the one or the other.
            Event::Code(_) => all.extend(["code".to_owned(), "/code".to_owned()]),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let annex = dest_url.ends_with(".annex.md") && !dest_url.contains(':');
                assert!(dest_url.starts_with('#') || dest_url.starts_with("https://") || annex, "{dest_url}");
                all.push("link".to_owned());
            }
            other => all.push(format!("{other:?}")),
        }
    }
    all
}

/// What stands behind the address of a link; addresses are looked at in [`structure`].
fn after_link(text: &str) -> &str {
    text.split_once(')').map_or("", |(_, rest)| rest)
}

#[test]
fn markdown_has_no_markup_from_data() {
    let expected = structure(&page(&briefs::hostile(HARMLESS), Format::Md));
    for attack in ATTACKS.iter().copied().chain(iter::once("x".repeat(500).as_str())) {
        let mut brief = briefs::hostile(attack);
        let markdown = page(&brief, Format::Md);
        same(&structure(&markdown), &expected, attack);
        // What GitHub would make a link of without being asked; it does not look into the front matter and into code.
        brief.notes.markdown.clear();
        let page = page(&brief, Format::Md);
        let body = page.split("\n---\n").skip(1).collect::<String>();
        let outside_code: String = body.split('`').step_by(2).collect();
        let bare: String =
            outside_code.split("](").enumerate().map(|(n, part)| if n == 0 { part } else { after_link(part) }).collect();
        let live = bare.find("://").or(bare.find("www.evil"));
        assert_eq!(live.map(|at| bare[at..].chars().take(60).collect::<String>()), None, "{attack:?}");
        no_controls(&markdown);
    }
}

#[test]
fn front_matter_is_yaml_for_any_text() {
    for attack in ATTACKS {
        let brief = briefs::hostile(attack);
        let markdown = page(&brief, Format::Md);
        let head = markdown.strip_prefix("---\n").unwrap().split("\n---\n").next().unwrap();
        let head: serde_yaml::Value = serde_yaml::from_str(head).unwrap_or_else(|e| panic!("{e} in {head}"));
        let shown = |text: &str| {
            text.chars().filter(|c| mujaz::render::direction::strip_bidi(&c.to_string()) == c.to_string()).collect::<String>()
        };
        assert_eq!(head["round"].as_str(), Some(shown(&brief.round.id).as_str()), "{attack:?}");
        assert_eq!(head["sources"].as_sequence().map(Vec::len), Some(brief.sources.len()));
    }
}

#[test]
fn notes_cannot_bring_markup_of_their_own() {
    let mut brief = briefs::sample();
    brief.notes.markdown = ATTACKS.join("\n\n");
    for format in [Format::Html, Format::Md] {
        let page = page(&brief, format);
        let (tags, links) = markup(&page.replace("](", "]\n("));
        for tag in tags {
            assert!(
                !tag.starts_with("script") && !tag.starts_with("img") && !tag.starts_with("svg/") && !tag.contains(" on"),
                "{tag}"
            );
        }
        assert!(links.iter().all(|link| link.starts_with('#') || link.starts_with("https://")), "{links:?}");
        no_controls(&page);
    }
}

#[test]
fn json_keeps_quotations_and_no_raw_controls() {
    let brief = briefs::hostile("\u{202e}\u{0}");
    let json = mujaz::render::json(&brief);
    no_controls(&json);
    assert_eq!(serde_json::from_str::<Brief>(&json).unwrap(), brief);
}

/// What is said of a template that does too much, in a tenth of a second and a megabyte.
fn stopped(source: &str) -> String {
    let limits = Limits { time: Duration::from_millis(100), bytes: 1 << 20 };
    let template = UserTemplate { path: "templates/brief.md".to_owned(), source: source.to_owned() };
    let engine =
        Engine::with(&[template], RenderOptions { limits, ..RenderOptions::default() }).expect("the template can be read");
    engine.brief(&briefs::sample(), Format::Md).expect_err("it must not come to its end").to_string()
}

#[test]
fn a_template_that_never_ends_is_given_up_on() {
    let deep = "{% for a in range(end=100000) %}{% for b in range(end=100000) %}{% for c in range(end=100000) %}";
    let ends = "{% endfor %}{% endfor %}{% endfor %}";
    let expected = "error: the page was not finished after 0.1 seconds
 --> templates/brief.md:1:1
  |
1 | SOURCE
  | ^
  = note: while rendering round astana-2 (brief.md)
  = hint: look for loops inside loops";
    let source = format!("{deep}{ends}");
    assert_eq!(stopped(&source).replace(&source, "SOURCE"), expected);
    let source = format!("{deep}x{ends}");
    let expected = "error: the page has more than 1 MB";
    assert!(stopped(&source).starts_with("error: the page"), "{}", stopped(&source));
    let source = "{% for a in range(end=100000) %}{% for b in range(end=100) %}0123456789{% endfor %}{% endfor %}";
    let said = stopped(source);
    assert!(said.starts_with(expected) || said.contains("not finished"), "{said}");
}

#[test]
fn a_component_that_calls_itself_is_stopped() {
    let said = stopped("{% component a() %}x{{<a />}}{% endcomponent a %}{{<a />}}");
    assert!(said.contains("Maximum render recursion depth"), "{said}");
}
