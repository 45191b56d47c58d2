//! Hijri dates by the tabular calendar: within a day or two of any observed one, so what comes out is "about".

use chrono::{Datelike, NaiveDate};

/// The Gregorian day of a Hijri one.
pub(super) fn to_gregorian(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    let (y, m, d) = (year, i32::from(month), i32::from(day));
    let julian = (11 * y + 3) / 30 + 354 * y + 30 * m - (m - 1) / 2 + d + 1_948_440 - 385;
    NaiveDate::from_num_days_from_ce_opt(julian - 1_721_425)
}

/// The year in which `month` lies nearest to `date`.
pub(super) fn nearest_year(month: u8, date: NaiveDate) -> i32 {
    let about = (date.year() - 622) * 33 / 32;
    let far = |y: &i32| to_gregorian(*y, month, 15).map_or(i64::MAX, |d| (d - date).num_days().abs());
    (about - 1..=about + 2).min_by_key(far).unwrap_or(about)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days_come_out_within_two_days() {
        for (y, m, d, want) in
            [(1438, 5, 19, (2017, 2, 16)), (1438, 9, 1, (2017, 5, 27)), (1440, 1, 1, (2018, 9, 11)), (1445, 10, 1, (2024, 4, 10))]
        {
            let want = NaiveDate::from_ymd_opt(want.0, want.1, want.2).unwrap();
            let got = to_gregorian(y, m, d).unwrap();
            assert!((got - want).num_days().abs() <= 2, "{y}-{m}-{d}: {got}, wanted {want}");
        }
        assert_eq!(nearest_year(9, NaiveDate::from_ymd_opt(2017, 5, 16).unwrap()), 1438);
    }
}
