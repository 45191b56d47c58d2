//! Inflection: the forms that a lemma takes in news text, made from the few that cannot be guessed.
//!
//! In: the perfect and the imperfect of a verb, a nisba, a participle. Out: surface forms without vowel marks, each with what it says of person, number, gender and
//! tense. Forms that are not written differently (most passives) are not listed twice. It refuses nothing: a lemma of an unexpected shape gets the regular endings.

/// Tense of a verb form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// فعل
    Perfect,
    /// يفعل
    Imperfect,
    /// لم يقل, أن يقولوا: written shorter than the imperfect.
    Short,
}

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Person {
    /// I.
    I,
    /// We.
    We,
    /// He, it.
    He,
    /// She, it, they (things).
    She,
    /// They two.
    Both,
    /// They.
    They,
}

/// What a surface form says beside its lemma.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// The form as the entry gives it.
    #[default]
    Lemma,
    /// A verb form; `passive` only where the script shows it.
    Verb {
        /// Tense.
        tense: Tense,
        /// Subject.
        person: Person,
        /// True for قيل, أعيد, يقال.
        passive: bool,
    },
    /// An active participle (مشيرا، مطالبة).
    Participle,
    /// A verbal noun.
    Masdar,
    /// Feminine singular.
    Feminine,
    /// Masculine or human plural.
    Plural,
    /// Feminine plural.
    FemininePlural,
    /// Dual.
    Dual,
    /// Adverbial -an (رسميا).
    Adverbial,
}

const ALEFS: [char; 2] = ['ا', 'ى'];

/// The written forms of a verb from its perfect and imperfect, third person masculine singular (`أعلن`, `يعلن`). A verb of several words (`ألقى باللوم`) inflects in its first.
#[must_use]
pub fn verb(perfect: &str, imperfect: &str) -> Vec<(String, Shape)> {
    let (p, p_rest) = split(perfect);
    let (i, i_rest) = split(imperfect);
    let mut out = Vec::with_capacity(24);
    for (form, person, passive) in perfect_forms(p) {
        out.push((format!("{form}{p_rest}"), Shape::Verb { tense: Tense::Perfect, person, passive }));
    }
    for (form, tense, person, passive) in imperfect_forms(i) {
        out.push((format!("{form}{i_rest}"), Shape::Verb { tense, person, passive }));
    }
    out.dedup_by(|a, b| a.0 == b.0);
    out
}

fn split(verb: &str) -> (&str, &str) {
    verb.split_at(verb.find(' ').unwrap_or(verb.len()))
}

fn cut(word: &str, letters: usize) -> String {
    let n = word.chars().count().saturating_sub(letters);
    word.chars().take(n).collect()
}

fn last(word: &str, back: usize) -> char {
    word.chars().rev().nth(back).unwrap_or(' ')
}

/// `word` without its last letter but one: the long vowel of a hollow verb.
fn without_middle(word: &str) -> String {
    format!("{}{}", cut(word, 2), last(word, 0))
}

fn with_middle(word: &str, vowel: char) -> String {
    format!("{}{vowel}{}", cut(word, 2), last(word, 0))
}

fn perfect_forms(p: &str) -> Vec<(String, Person, bool)> {
    use Person::{Both, He, I, She, They, We};
    let end = last(p, 0);
    let mut out = vec![(p.to_owned(), He, false)];
    let add = |out: &mut Vec<_>, base: &str, endings: &[(&str, Person)]| {
        for (ending, person) in endings {
            out.push((format!("{base}{ending}"), *person, false));
        }
    };
    if ALEFS.contains(&end) {
        let base = cut(p, 1);
        let glide = if end == 'ا' && p.chars().count() == 3 { "و" } else { "ي" };
        add(&mut out, &base, &[("ت", She), ("تا", Both), ("وا", They)]);
        add(&mut out, &format!("{base}{glide}"), &[("ا", Both), ("نا", We), ("ت", I)]);
        out.push((format!("{base}ي"), He, true));
        out.push((format!("{base}يت"), She, true));
    } else if end == 'ي' {
        add(&mut out, p, &[("ت", She), ("ا", Both), ("تا", Both), ("نا", We)]);
        add(&mut out, &cut(p, 1), &[("وا", They)]);
    } else {
        add(&mut out, p, &[("ت", She), ("ا", Both), ("تا", Both), ("وا", They)]);
        if last(p, 1) == 'ا' {
            // كنا: one ن is written for two
            let we = if p == "كان" { "ا" } else { "نا" };
            add(&mut out, &without_middle(p), &[(we, We), ("ت", I)]);
            let passive = with_middle(p, 'ي');
            out.push((format!("{passive}ت"), She, true));
            out.push((passive, He, true));
        } else if p.chars().count() == 2 {
            add(&mut out, &format!("{p}{end}"), &[("نا", We), ("ت", I)]);
        } else {
            add(&mut out, p, &[("نا", We)]);
        }
        if let Some(passive) = shown_passive(p) {
            out.extend([("", He), ("ت", She), ("وا", They)].map(|(ending, person)| (format!("{passive}{ending}"), person, true)));
        }
    }
    out
}

/// The passive perfect of a verb that does not end in a long vowel, where its letters show it: نوقش, أنشئ, استؤنف. `ووفق` is the conjunction with a preposition.
fn shown_passive(p: &str) -> Option<String> {
    let letters: Vec<char> = p.chars().collect();
    match letters.as_slice() {
        // سئل
        [first, 'أ', last] => Some(format!("{first}ئ{last}")),
        ['ا', 'س', 'ت', 'أ', ..] => Some(p.replacen('أ', "ؤ", 1)),
        // فوجئ
        [first, 'ا', second, 'أ'] => Some(format!("{first}و{second}ئ")),
        [.., 'أ'] => Some(format!("{}ئ", cut(p, 1))),
        [first, 'ا', second, third] if *second != *third && !matches!(*first, 'آ' | 'و') => {
            Some(format!("{first}و{second}{third}"))
        }
        _ => None,
    }
}

fn imperfect_forms(i: &str) -> Vec<(String, Tense, Person, bool)> {
    use Person::{Both, He, I, She, They, We};
    use Tense::{Imperfect, Short};
    let tail: String = i.chars().skip(1).collect();
    let prefixed = |prefix: &str, tail: &str| format!("{prefix}{tail}");
    let mut out = Vec::new();
    for (prefix, person) in [("ي", He), ("ت", She), ("ن", We), ("أ", I)] {
        out.push((prefixed(prefix, &tail), Imperfect, person, false));
    }
    let end = last(i, 0);
    let weak = matches!(end, 'ي' | 'و' | 'ى' | 'ا') && i.chars().count() > 2;
    let plural = if weak { cut(&tail, 1) } else { tail.clone() };
    let dual = if matches!(end, 'ى' | 'ا') && weak { format!("{plural}ي") } else { tail.clone() };
    out.push((format!("ي{plural}ون"), Imperfect, They, false));
    out.push((format!("ي{plural}وا"), Short, They, false));
    for prefix in ["ي", "ت"] {
        out.push((format!("{prefix}{dual}ان"), Imperfect, Both, false));
        out.push((format!("{prefix}{dual}ا"), Short, Both, false));
    }
    let short = if weak {
        Some(plural)
    } else if matches!(last(i, 1), 'و' | 'ي' | 'ا') && i.chars().count() > 3 {
        Some(without_middle(&tail))
    } else {
        None
    };
    if let Some(short) = short {
        for (prefix, person) in [("ي", He), ("ت", She), ("ن", We)] {
            out.push((prefixed(prefix, &short), Short, person, false));
        }
    }
    // يدعى, يرجأ
    let passive = match end {
        'و' if weak => Some(format!("{}ى", cut(&tail, 1))),
        'ئ' => Some(format!("{}أ", cut(&tail, 1))),
        _ => None,
    };
    for (prefix, person) in [("ي", He), ("ت", She)] {
        out.extend(passive.iter().map(|tail| (prefixed(prefix, tail), Imperfect, person, true)));
    }
    if !weak && matches!(last(i, 1), 'و' | 'ي') && i.chars().count() > 3 {
        let passive = with_middle(&tail, 'ا');
        for (prefix, person) in [("ي", He), ("ت", She)] {
            out.push((prefixed(prefix, &passive), Imperfect, person, true));
        }
    }
    out
}

/// The forms of a nisba or other regular adjective from its masculine singular (`روسي`): feminine, duals, plurals.
#[must_use]
pub fn adjective(masculine: &str) -> Vec<(String, Shape)> {
    let feminine = if masculine.ends_with('ة') { masculine.to_owned() } else { format!("{masculine}ة") };
    let stem = feminine.trim_end_matches('ة');
    vec![
        (masculine.to_owned(), Shape::Lemma),
        (feminine.clone(), Shape::Feminine),
        (format!("{masculine}ين"), Shape::Plural),
        (format!("{masculine}ون"), Shape::Plural),
        (format!("{stem}ات"), Shape::FemininePlural),
        (format!("{masculine}ان"), Shape::Dual),
        (format!("{stem}تان"), Shape::Dual),
        (format!("{stem}تين"), Shape::Dual),
    ]
}

/// The forms of an active participle (`مشير`): feminine, plurals. One of several words (`ملقي باللوم`) inflects in its first; the ي of a defective one
/// (`داعي`) goes before the plural.
#[must_use]
pub fn participle(masculine: &str) -> Vec<(String, Shape)> {
    let (word, rest) = split(masculine);
    let plural = word.strip_suffix('ي').unwrap_or(word);
    let forms = [(word, ""), (word, "ا"), (word, "ة"), (plural, "ين"), (plural, "ون"), (word, "ان"), (word, "ات")];
    forms.iter().map(|(stem, e)| (format!("{stem}{e}{rest}"), Shape::Participle)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(p: &str, i: &str) -> Vec<String> {
        verb(p, i).into_iter().map(|(f, _)| f).collect()
    }

    #[test]
    fn a_sound_verb() {
        assert_eq!(
            forms("أعلن", "يعلن"),
            [
                "أعلن",
                "أعلنت",
                "أعلنا",
                "أعلنتا",
                "أعلنوا",
                "أعلننا",
                "يعلن",
                "تعلن",
                "نعلن",
                "أعلن",
                "يعلنون",
                "يعلنوا",
                "يعلنان",
                "يعلنا",
                "تعلنان",
                "تعلنا"
            ]
        );
    }

    #[test]
    fn hollow_and_defective_verbs() {
        let said = forms("قال", "يقول");
        for form in ["قال", "قالت", "قالوا", "قلنا", "قيل", "يقول", "تقول", "يقولون", "يقل", "يقال"]
        {
            assert!(said.contains(&form.to_owned()), "{form} in {said:?}");
        }
        let denied = forms("نفى", "ينفي");
        for form in ["نفى", "نفت", "نفيا", "نفوا", "ينفي", "تنفي", "ينفون", "ينف", "ينفيان"] {
            assert!(denied.contains(&form.to_owned()), "{form} in {denied:?}");
        }
        let called = forms("دعا", "يدعو");
        for form in ["دعا", "دعت", "دعوا", "دعونا", "دعي", "يدعو", "تدعو", "يدعون", "يدع"] {
            assert!(called.contains(&form.to_owned()), "{form} in {called:?}");
        }
    }

    #[test]
    fn passives_that_the_letters_show() {
        for (p, i, wanted) in [
            ("ناقش", "يناقش", ["نوقش", "نوقشت"]),
            ("أنشأ", "ينشئ", ["أنشئت", "تنشأ"]),
            ("فاجأ", "يفاجئ", ["فوجئ", "فوجئت"]),
            ("استأنف", "يستأنف", ["استؤنفت", "استؤنف"]),
            ("دعا", "يدعو", ["دعيت", "تدعى"]),
        ] {
            let all = forms(p, i);
            assert!(wanted.iter().all(|w| all.contains(&(*w).to_owned())), "{wanted:?} in {all:?}");
        }
    }

    #[test]
    fn several_words_inflect_in_the_first() {
        assert!(forms("ألقى باللوم", "يلقي باللوم").contains(&"ألقت باللوم".to_owned()));
    }

    #[test]
    fn nisba() {
        let f: Vec<_> = adjective("روسي").into_iter().map(|(f, _)| f).collect();
        assert_eq!(f, ["روسي", "روسية", "روسيين", "روسيون", "روسيات", "روسيان", "روسيتان", "روسيتين"]);
    }
}
