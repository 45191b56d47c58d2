//! The date of an article, as files state it.

use chrono::{NaiveDate, NaiveTime};

/// Reads `2017-02-16`, or the day of `2017-02-16T20:08:31Z` and the like. The day is taken as it is written, whatever the time zone.
pub(super) fn parse(text: &str) -> Option<NaiveDate> {
    let (day, rest) = text.split_at_checked(10)?;
    let shape = day.bytes().enumerate().all(|(i, b)| match i {
        4 | 7 => b == b'-',
        _ => b.is_ascii_digit(),
    });
    if !shape || !(rest.is_empty() || is_time(rest)) {
        return None;
    }
    NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()
}

/// Whether this is a time of day, after a `T` or a blank, with or without seconds and a zone.
fn is_time(rest: &str) -> bool {
    let Some(time) = rest.strip_prefix(['T', 't', ' ']) else {
        return false;
    };
    let zone = time.find(['Z', 'z', '+', '-', ' ']).unwrap_or(time.len());
    let (time, zone) = time.split_at(zone);
    let known = |format| NaiveTime::parse_from_str(time, format).is_ok();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | ':' | ' ' | '/' | '_');
    (known("%H:%M:%S%.f") || known("%H:%M")) && zone.len() <= 32 && zone.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_dates_and_the_days_of_times() {
        let day = NaiveDate::from_ymd_opt(2017, 2, 16);
        for text in [
            "2017-02-16",
            "2017-02-16 20:08:31",
            "2017-02-16T20:08:31Z",
            "2017-02-16T20:08",
            "2017-02-16T23:59:59.123+03:00",
            "2017-02-16 08:00 UTC",
        ] {
            assert_eq!(parse(text), day, "{text}");
        }
        for text in [
            "",
            "2017",
            "2017-2-16",
            "2017-02-30",
            "16-02-2017",
            "2017-02-16x",
            "2017-02-16 noon",
            "2017-02-16T25:00",
            "16 شباط 2017",
            "٢٠١٧-٠٢-١٦",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
