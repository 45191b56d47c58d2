//! Articles of names: which words of a name want "the".

/// True for the words of a name before which "the" stands.
#[must_use]
pub fn takes_the(en: &str) -> bool {
    const COMMON: &[&str] = &[
        "Nations",
        "Department",
        "Association",
        "Syndicate",
        "Council",
        "Union",
        "Army",
        "Forces",
        "Front",
        "Committee",
        "Ministry",
        "Party",
        "Movement",
        "Coalition",
        "Commission",
        "Organization",
        "Organisation",
        "Assembly",
        "Government",
        "League",
        "States",
        "Kingdom",
        "Emirates",
        "Conference",
        "Agreement",
        "Secretariat",
        "Group",
        "Bank",
        "Court",
        "Office",
        "Federation",
        "Republic",
        "Agency",
        "Centre",
        "Center",
        "Network",
        "Delegation",
        "Opposition",
        "Regime",
        "Alliance",
        "Parliament",
        "Cross",
        "Crescent",
        "Observatory",
        "Guard",
        "Corps",
        "Command",
        "Commissioner",
        "General",
        "Kremlin",
        "House",
        "Plan",
        "Senate",
        "Strip",
    ];
    // Ban Ki-moon, Tahrir al-Sham: names
    let last = en.split(' ').next_back().unwrap_or(en);
    let lower = last.split('-').all(|part| part.chars().next().is_some_and(char::is_lowercase));
    // themselves, what is meant by it
    if en.ends_with("self") || en.ends_with("selves") || en.starts_with("what ") || en.starts_with("his ") || en == "each other" {
        return false;
    }
    if en.starts_with("al-") || en.starts_with("Al ") || en.starts_with("Al-") || en.starts_with("the ") || en.starts_with("The ")
    {
        return false;
    }
    let words = en.split(' ').count();
    if matches!(en, "Houthis" | "Taliban" | "Kurds" | "Palestinians") {
        return true;
    }
    (words > 1 && (lower || en.split([' ', '-']).any(|w| COMMON.contains(&w)))) || (words == 1 && (lower || COMMON.contains(&en)))
}
