//! Names that nobody listed: found behind a title or where a subject must stand, romanised simply, and marked with an asterisk.

use super::node::{Node, Pos};

/// Given names and parts of names with a conventional spelling.
const KNOWN: &[(&str, &str)] = &[
    ("محمد", "Mohammed"),
    ("أحمد", "Ahmad"),
    ("احمد", "Ahmad"),
    ("علي", "Ali"),
    ("حسن", "Hassan"),
    ("حسين", "Hussein"),
    ("عبد", "Abdul"),
    ("الله", "Allah"),
    ("عبدالله", "Abdullah"),
    ("خالد", "Khaled"),
    ("عمر", "Omar"),
    ("يوسف", "Youssef"),
    ("إبراهيم", "Ibrahim"),
    ("ابراهيم", "Ibrahim"),
    ("محمود", "Mahmoud"),
    ("سعيد", "Said"),
    ("سعد", "Saad"),
    ("صالح", "Saleh"),
    ("مصطفى", "Mustafa"),
    ("جورج", "George"),
    ("جون", "John"),
    ("أبو", "Abu"),
    ("ابو", "Abu"),
    ("بن", "bin"),
    ("ابن", "Ibn"),
    ("سليمان", "Suleiman"),
    ("فيصل", "Faisal"),
    ("سلطان", "Sultan"),
    ("ناصر", "Nasser"),
    ("طارق", "Tariq"),
    ("ياسر", "Yasser"),
    ("سامي", "Sami"),
    ("فهد", "Fahd"),
    ("ماجد", "Majed"),
    ("نبيل", "Nabil"),
    ("وليد", "Walid"),
    ("هشام", "Hisham"),
    ("ديفيد", "David"),
    ("مايكل", "Michael"),
    ("بول", "Paul"),
    ("جيمس", "James"),
    ("بيتر", "Peter"),
    ("مارك", "Mark"),
    ("توماس", "Thomas"),
    ("جاك", "Jack"),
    ("دي", "de"),
    ("دو", "de"),
    ("فان", "van"),
    ("فون", "von"),
];

/// True if a word may be part of a name: unknown, or written like a name only.
fn part(n: &Node) -> bool {
    n.pos == Pos::Unknown && n.ar.chars().count() > 1
}

/// The name at `i`, romanised, and the index behind it; `…` where no name can be told.
pub(super) fn name(nodes: &[Node], i: usize) -> (String, usize) {
    let mut next = i;
    let mut words = Vec::new();
    while let Some(n) = nodes.get(next).filter(|n| part(n) && (next == i || !n.and)) {
        words.push(n);
        next += 1;
    }
    let first = words.first().copied();
    // One unknown word with an article is a common noun as likely as a name; so is a single word in no frame.
    let sure = (2..=4).contains(&words.len()) && first.is_some_and(|n| !n.definite);
    let framed = i > 0
        && nodes.get(i - 1).is_some_and(|p| {
            p.pos == Pos::Title
                || (p.pos == Pos::Name && p.person_name)
                || (matches!(p.pos, Pos::Mark('،')) && i > 1 && nodes[i - 2].pos == Pos::Title)
        });
    if sure || (framed && first.is_some_and(|n| !n.definite)) {
        let text: Vec<String> = words.iter().map(|n| romanise(&n.ar)).collect();
        return (format!("{}*", text.join(" ")), next);
    }
    ("…".to_owned(), next.max(i + 1))
}

/// Arabic letters as simple Latin ones.
#[must_use]
pub fn romanise(word: &str) -> String {
    if let Some((_, known)) = KNOWN.iter().find(|k| k.0 == word) {
        return (*known).to_owned();
    }
    if let Some(rest) = word.strip_prefix("ال").filter(|r| r.chars().count() > 2) {
        return format!("al-{}", romanise(rest));
    }
    let letters: Vec<char> = word.chars().filter(|c| !matches!(*c as u32, 0x64b..=0x652 | 0x640)).collect();
    let vowel = |c: char| matches!(c, 'ا' | 'أ' | 'إ' | 'آ' | 'و' | 'ي' | 'ى' | 'ة' | 'ئ' | 'ؤ');
    let mut out = String::new();
    for (i, &c) in letters.iter().enumerate() {
        let (first, last) = (i == 0, i + 1 == letters.len());
        let after_vowel = i > 0 && vowel(letters[i - 1]);
        let before_vowel = letters.get(i + 1).is_some_and(|&n| vowel(n));
        let text = match c {
            'ا' | 'أ' | 'آ' | 'ى' | 'ة' | 'ع' => "a",
            'إ' => "i",
            'ب' | 'پ' => "b",
            'ت' | 'ط' => "t",
            'ث' => "th",
            'ج' => "j",
            'ح' | 'ه' => "h",
            'خ' => "kh",
            'د' | 'ض' => "d",
            'ذ' => "dh",
            'ر' => "r",
            'ز' | 'ظ' => "z",
            'س' | 'ص' => "s",
            'ش' => "sh",
            'غ' | 'گ' => "gh",
            'ف' => "f",
            'ڤ' => "v",
            'ق' => "q",
            'ك' | 'ک' => "k",
            'ل' => "l",
            'م' => "m",
            'ن' => "n",
            'و' if first || (before_vowel && !last) || after_vowel => "w",
            'و' => "u",
            'ي' if first || (before_vowel && !last) => "y",
            'ي' => "i",
            'ء' | 'ئ' | 'ؤ' => "'",
            _ => "",
        };
        out.push_str(text);
        // A short vowel between two consonants is not written.
        if !vowel(c)
            && c != 'ع'
            && !last
            && letters.get(i + 1).is_some_and(|&n| !vowel(n) && n != 'ع')
            && (first || !after_vowel || !letters.get(i + 2).is_some_and(|&n| vowel(n)))
        {
            out.push('a');
        }
    }
    super::generate::capital(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_romanisation() {
        for (ar, en) in [("محمد", "Mohammed"), ("الرفاعي", "al-Rafaai"), ("كمالدينوف", "Kamaldinuf"), ("سلمان", "Salaman")]
        {
            assert_eq!(romanise(ar), en);
        }
    }
}
