//! The editor's notes: Markdown to HTML that is safe to put into a page.
//!
//! Raw HTML is shown as text, links go to allowed schemes only, images are their alternative text, headings go below those of the page.
//! Each block says its direction, from its first letter.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::direction::{self, ARABIC_OPEN, CLOSE};
use super::escape;

/// The first level of heading that notes may use: they stand below an `h2`.
const TOP_HEADING: u8 = 3;

/// Markdown as HTML blocks. The result has no blank lines, so that it may stand in an HTML block of a Markdown page.
#[must_use]
pub fn to_html(source: &str) -> String {
    let clean = direction::strip_bidi(source.trim_start_matches('\u{feff}'));
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events: Vec<Event<'_>> = Parser::new_ext(&clean, options).collect();
    let top = events
        .iter()
        .filter_map(|e| if let Event::Start(Tag::Heading { level, .. }) = e { Some(*level as u8) } else { None })
        .min();
    let down = TOP_HEADING.saturating_sub(top.unwrap_or(TOP_HEADING));
    let mut out = Vec::with_capacity(events.len());
    // Which links were kept, innermost last; and how deep in images, whose text stays.
    let mut links = Vec::new();
    let mut rtl_blocks: Vec<bool> = Vec::new();
    for (at, event) in events.iter().enumerate() {
        let event = match event {
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text.clone()),
            Event::Start(Tag::HtmlBlock) => Event::Html("<p>".into()),
            Event::End(TagEnd::HtmlBlock) => Event::Html("</p>\n".into()),
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => continue,
            Event::Start(Tag::Link { dest_url, .. }) => {
                let href = escape::url(dest_url);
                links.push(href.is_some());
                match href {
                    Some(href) => Event::Html(format!(r#"<a href="{href}">"#).into()),
                    None => continue,
                }
            }
            Event::End(TagEnd::Link) => match links.pop() {
                Some(true) => Event::Html("</a>".into()),
                _ => continue,
            },
            Event::Start(tag) => match open(tag, down, direction::is_rtl(&block_text(&events[at..]))) {
                Some((tag, rtl)) => {
                    rtl_blocks.push(rtl);
                    Event::Html(tag.into())
                }
                None => event.clone(),
            },
            Event::End(end) => match close(*end, down) {
                Some(tag) => {
                    rtl_blocks.pop();
                    Event::Html(tag.into())
                }
                None => event.clone(),
            },
            Event::Text(text) if !rtl_blocks.last().copied().unwrap_or(false) => match marked(text) {
                Some(html) => Event::InlineHtml(html),
                None => event.clone(),
            },
            other => other.clone(),
        };
        out.push(event);
    }
    let mut page = String::with_capacity(clean.len() * 2);
    html::push_html(&mut page, out.into_iter());
    without_blank_lines(page.trim_end())
}

/// The text of the block that the first event opens.
fn block_text(events: &[Event<'_>]) -> String {
    let mut depth = 0_usize;
    let mut text = String::new();
    for event in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(t) | Event::Code(t) => text.push_str(t),
            _ => {}
        }
        if depth == 0 || text.len() > 200 {
            break;
        }
    }
    text
}

fn open(tag: &Tag<'_>, down: u8, rtl: bool) -> Option<(String, bool)> {
    let name = match tag {
        Tag::Paragraph => "p".to_owned(),
        Tag::Item => "li".to_owned(),
        Tag::BlockQuote(_) => "blockquote".to_owned(),
        Tag::List(None) => "ul".to_owned(),
        Tag::Heading { level, .. } => heading(*level, down),
        _ => return None,
    };
    let direction = if rtl { r#"dir="rtl" lang="ar""# } else { r#"dir="ltr" lang="en""# };
    let line = if matches!(tag, Tag::List(_) | Tag::BlockQuote(_)) { "\n" } else { "" };
    Some((format!("<{name} {direction}>{line}"), rtl))
}

fn close(end: TagEnd, down: u8) -> Option<String> {
    let name = match end {
        TagEnd::Paragraph => "p".to_owned(),
        TagEnd::Item => "li".to_owned(),
        TagEnd::BlockQuote(_) => "blockquote".to_owned(),
        TagEnd::List(false) => "ul".to_owned(),
        TagEnd::Heading(level) => heading(level, down),
        _ => return None,
    };
    Some(format!("</{name}>\n"))
}

/// The highest heading of the notes becomes [`TOP_HEADING`], the others keep their distance to it.
fn heading(level: HeadingLevel, down: u8) -> String {
    format!("h{}", (level as u8 + down).min(6))
}

/// English text with its Arabic runs marked; `None` when there are none.
fn marked(text: &str) -> Option<CowStr<'static>> {
    let runs = direction::runs(text);
    if runs.iter().all(|run| !run.rtl) {
        return None;
    }
    let mut out = String::new();
    for run in runs {
        let text = escape::html(run.text);
        if run.rtl {
            out.push_str(&format!("{ARABIC_OPEN}{text}{CLOSE}"));
        } else {
            out.push_str(&text);
        }
    }
    Some(out.into())
}

/// Blank lines can only come from code blocks: there a newline may be written as a reference.
fn without_blank_lines(html: &str) -> String {
    let mut out = html.to_owned();
    while out.contains("\n\n") {
        out = out.replace("\n\n", "\n&#10;");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_become_blocks_with_a_direction() {
        let html = to_html("# Read first\n\nThe talks on أستانا 2 **slipped**.\n\nملاحظة المحرر.\n\n- one\n- two\n");
        insta::assert_snapshot!(html, @r#"
        <h3 dir="ltr" lang="en">Read first</h3>
        <p dir="ltr" lang="en">The talks on <span dir="rtl" lang="ar">أستانا</span> 2 <strong>slipped</strong>.</p>
        <p dir="rtl" lang="ar">ملاحظة المحرر.</p>
        <ul dir="ltr" lang="en">
        <li dir="ltr" lang="en">one</li>
        <li dir="ltr" lang="en">two</li>
        </ul>
        "#);
    }

    #[test]
    fn nothing_live_comes_through() {
        let html = to_html(
            "<script>alert(1)</script>\n\n[x](javascript:alert(1)) [y](https://y.example \"t\") ![i](https://i.example/a.png) <b onclick=x>b</b> <javascript:z>",
        );
        insta::assert_snapshot!(html, @r#"
        <p>&lt;script&gt;alert(1)&lt;/script&gt;
        </p>
        <p dir="ltr" lang="en">x <a href="https://y.example">y</a> i &lt;b onclick=x&gt;b&lt;/b&gt; javascript:z</p>
        "#);
        assert!(!to_html("```\na\n\n\nb\n```").contains("\n\n"));
    }
}
