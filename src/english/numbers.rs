//! Months, and what a number does to its noun.

/// English months, as the glossary gives them.
pub(super) const MONTHS: &[&str] =
    &["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A number in front of a noun: "one thousand" after a figure is "thousand".
pub(super) fn joined(before: &str, number: &str) -> String {
    match number.strip_prefix("one ") {
        Some(unit) if before.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.') => thousands(before, unit),
        Some(unit) => format!("{before} {unit}"),
        None => format!("{before} {number}"),
    }
}

fn thousands(figure: &str, unit: &str) -> String {
    if unit == "thousand" && figure.bytes().all(|b| b.is_ascii_digit()) {
        format!("{figure},000")
    } else {
        format!("{figure} {unit}")
    }
}

/// True for a number that wants a plural.
pub(super) fn many(number: &str) -> bool {
    !matches!(number, "1" | "one")
}
