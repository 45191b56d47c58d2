//! What a page states about its article: JSON-LD first, then the elements of its head.

use super::super::{Meta, clean, date};
use super::page::Head;
use chrono::{DateTime, NaiveDate};
use serde_json::Value;

/// More characters than this are no headline and no name of an outlet.
const LONGEST: usize = 500;

/// Reads what the page states. A page that states nothing has a title at least.
pub(super) fn read(head: &Head, headings: &[String]) -> Meta {
    let data = head.data.iter().find_map(|text| article(&serde_json::from_str(text.trim()).ok()?));
    let data = data.unwrap_or_default();
    let stated = |key: &str| data[key].as_str().map(str::to_owned);
    let named = |name: &str| head.named.iter().find(|(key, _)| key == name).map(|(_, content)| content.clone());
    let one = |texts: &[String]| texts.first().filter(|_| texts.len() == 1).cloned();
    let title = [stated("headline"), named("og:title"), named("twitter:title"), one(headings), Some(head.title.clone())];
    let publisher = data["publisher"]["name"].as_str().map(str::to_owned);
    let days = [stated("datePublished"), named("article:published_time"), named("datepublished"), named("date")];
    let address = [named("canonical"), named("og:url")];
    Meta {
        title: title.into_iter().find_map(line),
        date: days.into_iter().flatten().find_map(|text| day(&text)).or_else(|| only(&head.times)),
        source: [publisher, named("og:site_name")].into_iter().find_map(line),
        url: address.into_iter().find_map(|url| clean::stated(url).filter(|url| clean::is_web_address(url))),
        round: None,
    }
}

/// The first object of JSON-LD that is about an article.
fn article(value: &Value) -> Option<Value> {
    match value {
        Value::Array(items) => items.iter().find_map(article),
        Value::Object(fields) => {
            let kinds = fields.get("@type").map(|kind| kind.as_array().cloned().unwrap_or_else(|| vec![kind.clone()]));
            let is_article = |kind: &Value| kind.as_str().is_some_and(|kind| kind.ends_with("Article"));
            if kinds.is_some_and(|kinds| kinds.iter().any(is_article)) {
                return Some(value.clone());
            }
            fields.get("@graph").and_then(article)
        }
        _ => None,
    }
}

/// One line of text, if it is one.
fn line(text: Option<String>) -> Option<String> {
    let text = text?.split_whitespace().collect::<Vec<_>>().join(" ");
    clean::stated(Some(text)).filter(|text| text.chars().count() <= LONGEST)
}

/// A day as pages write it: ISO 8601, or as in mail.
fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    date::parse(text).or_else(|| DateTime::parse_from_rfc2822(text).ok().map(|time| time.date_naive()))
}

/// The day of all times on the page, if it is one day.
fn only(times: &[String]) -> Option<NaiveDate> {
    let mut days = times.iter().map(|time| day(time));
    let first = days.next()??;
    days.all(|day| day == Some(first)).then_some(first)
}
