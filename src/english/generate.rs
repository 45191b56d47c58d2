//! English morphology: the little that a briefing line needs. Articles, plurals, verb forms; irregular ones by table.

/// Irregular verbs: base, past, participle.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("become", "became", "become"),
    ("begin", "began", "begun"),
    ("bear", "bore", "borne"),
    ("bind", "bound", "bound"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("buy", "bought", "bought"),
    ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"),
    ("come", "came", "come"),
    ("cost", "cost", "cost"),
    ("cut", "cut", "cut"),
    ("deal", "dealt", "dealt"),
    ("do", "did", "done"),
    ("draw", "drew", "drawn"),
    ("drive", "drove", "driven"),
    ("eat", "ate", "eaten"),
    ("fall", "fell", "fallen"),
    ("feel", "felt", "felt"),
    ("fight", "fought", "fought"),
    ("find", "found", "found"),
    ("flee", "fled", "fled"),
    ("fly", "flew", "flown"),
    ("forget", "forgot", "forgotten"),
    ("get", "got", "got"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("grow", "grew", "grown"),
    ("have", "had", "had"),
    ("hear", "heard", "heard"),
    ("hide", "hid", "hidden"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("hurt", "hurt", "hurt"),
    ("keep", "kept", "kept"),
    ("know", "knew", "known"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("leave", "left", "left"),
    ("lend", "lent", "lent"),
    ("let", "let", "let"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("mean", "meant", "meant"),
    ("meet", "met", "met"),
    ("overthrow", "overthrew", "overthrown"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("read", "read", "read"),
    ("rebuild", "rebuilt", "rebuilt"),
    ("ride", "rode", "ridden"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("shed", "shed", "shed"),
    ("shoot", "shot", "shot"),
    ("show", "showed", "shown"),
    ("shut", "shut", "shut"),
    ("sink", "sank", "sunk"),
    ("sit", "sat", "sat"),
    ("speak", "spoke", "spoken"),
    ("spend", "spent", "spent"),
    ("split", "split", "split"),
    ("spread", "spread", "spread"),
    ("stand", "stood", "stood"),
    ("steal", "stole", "stolen"),
    ("strike", "struck", "struck"),
    ("swear", "swore", "sworn"),
    ("take", "took", "taken"),
    ("teach", "taught", "taught"),
    ("tear", "tore", "torn"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("undergo", "underwent", "undergone"),
    ("understand", "understood", "understood"),
    ("undertake", "undertook", "undertaken"),
    ("uphold", "upheld", "upheld"),
    ("wear", "wore", "worn"),
    ("win", "won", "won"),
    ("withdraw", "withdrew", "withdrawn"),
    ("withhold", "withheld", "withheld"),
    ("write", "wrote", "written"),
];

/// Verbs that double their last letter.
const DOUBLING: &[&str] = &[
    "admit", "ban", "bar", "beg", "begin", "commit", "compel", "confer", "control", "cut", "defer", "drop", "equip", "expel",
    "fit", "forget", "get", "grip", "hit", "incur", "infer", "let", "occur", "omit", "permit", "plan", "prefer", "put", "rebut",
    "refer", "regret", "remit", "rid", "run", "set", "ship", "shut", "sit", "slip", "split", "spot", "stop", "strip", "submit",
    "swim", "tap", "transfer", "transmit", "trap", "win", "annul", "propel", "repel", "rob", "step", "stem", "top", "cap",
    "curb_",
];

fn head(verb: &str) -> (&str, &str) {
    verb.split_at(verb.find(' ').unwrap_or(verb.len()))
}

fn vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn doubled(word: &str) -> String {
    match word.chars().last() {
        Some(last) if DOUBLING.contains(&word) => format!("{word}{last}"),
        _ => word.to_owned(),
    }
}

fn regular(word: &str) -> String {
    if word.ends_with('e') {
        return format!("{word}d");
    }
    if let Some(stem) = word.strip_suffix('y').filter(|s| !s.ends_with(vowel)) {
        return format!("{stem}ied");
    }
    format!("{}ed", doubled(word))
}

/// The simple past of a verb phrase.
#[must_use]
pub fn past(verb: &str) -> String {
    let (word, rest) = head(verb);
    let form = IRREGULAR.iter().find(|i| i.0 == word).map_or_else(|| regular(word), |i| i.1.to_owned());
    format!("{form}{rest}")
}

/// The past participle of a verb phrase.
#[must_use]
pub fn participle(verb: &str) -> String {
    let (word, rest) = head(verb);
    if word == "be" {
        return format!("been{rest}");
    }
    let form = IRREGULAR.iter().find(|i| i.0 == word).map_or_else(|| regular(word), |i| i.2.to_owned());
    format!("{form}{rest}")
}

/// The -ing form of a verb phrase.
#[must_use]
pub fn gerund(verb: &str) -> String {
    let (word, rest) = head(verb);
    let form = if let Some(stem) = word.strip_suffix("ie") {
        format!("{stem}ying")
    } else if let Some(stem) = word.strip_suffix('e').filter(|s| s.len() > 1 && !s.ends_with(['e', 'y', 'o'])) {
        format!("{stem}ing")
    } else {
        format!("{}ing", doubled(word))
    };
    format!("{form}{rest}")
}

/// The third person singular of the present.
#[must_use]
pub fn third(verb: &str) -> String {
    let (word, rest) = head(verb);
    let form = match word {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        _ => plural_word(word),
    };
    format!("{form}{rest}")
}

fn plural_word(word: &str) -> String {
    if let Some(stem) = word.strip_suffix('y').filter(|s| !s.ends_with(vowel)) {
        return format!("{stem}ies");
    }
    if word.ends_with(['s', 'x', 'z'])
        || word.ends_with("ch")
        || word.ends_with("sh")
        || matches!(word, "go" | "do" | "undergo" | "veto" | "echo" | "hero")
    {
        return format!("{word}es");
    }
    format!("{word}s")
}

/// The plural of a noun phrase: its head is the last word before "of", "in", "for" …
#[must_use]
pub fn plural(noun: &str) -> String {
    let cut = [" of ", " in ", " close to", " for ", " to ", " on ", " with ", " from ", " at "]
        .iter()
        .filter_map(|p| noun.find(p).or_else(|| noun.ends_with(p.trim_end()).then(|| noun.len() - p.trim_end().len())))
        .min()
        .unwrap_or(noun.len());
    let (front, rest) = noun.split_at(cut);
    // person killed: people killed
    if let Some(more) = front.strip_prefix("person ") {
        return format!("people {more}{rest}");
    }
    let (before, word) = front.split_at(front.rfind([' ', '-']).map_or(0, |i| i + 1));
    let form = match word {
        "person" => "people".to_owned(),
        "child" => "children".to_owned(),
        "foot" => "feet".to_owned(),
        "aircraft" | "series" | "means" | "crossroads" | "headquarters" | "personnel" | "staff" | "police" | "people"
        | "youth" => word.to_owned(),
        "crisis" => "crises".to_owned(),
        "basis" => "bases".to_owned(),
        "life" => "lives".to_owned(),
        "wife" => "wives".to_owned(),
        "half" => "halves".to_owned(),
        "wounded" | "injured" | "missing" | "dead" | "killed" => word.to_owned(),
        "leaf" => "leaves".to_owned(),
        "knife" => "knives".to_owned(),
        "criterion" => "criteria".to_owned(),
        "phenomenon" => "phenomena".to_owned(),
        _ if word.ends_with("man") && !matches!(word, "human" | "German" | "Roman" | "Ottoman" | "Turkman") => {
            format!("{}men", word.trim_end_matches("man"))
        }
        _ if word.ends_with("men") || (word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")) => word.to_owned(),
        _ => plural_word(word),
    };
    format!("{before}{form}{rest}")
}

/// "a" or "an", by the sound that the words begin with.
#[must_use]
pub fn indefinite(words: &str) -> &'static str {
    let lower = words.trim_start_matches(['"', '[', '“', '«']).to_ascii_lowercase();
    let an = lower.starts_with(vowel) && !["uni", "use", "eu", "one", "uk", "us ", "un "].iter().any(|p| lower.starts_with(p))
        || ["hour", "honest", "honor", "honour", "heir", "11", "18", "8"].iter().any(|p| lower.starts_with(p))
        || lower.starts_with("unin")
        || lower.starts_with("unim");
    if an { "an" } else { "a" }
}

/// With a capital first letter.
#[must_use]
pub fn capital(text: &str) -> String {
    let at = text.find(|c: char| !matches!(c, '"' | '[' | '“' | '«' | '(' | '…' | ' ')).unwrap_or(0);
    let (front, rest) = text.split_at(at);
    let mut chars = rest.chars();
    chars.next().map_or_else(String::new, |c| format!("{front}{}{}", c.to_uppercase(), chars.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs() {
        let all = |v: &str| [past(v), participle(v), gerund(v), third(v)].join(" ");
        assert_eq!(all("hold"), "held held holding holds");
        assert_eq!(all("deny"), "denied denied denying denies");
        assert_eq!(all("stop"), "stopped stopped stopping stops");
        assert_eq!(all("point out"), "pointed out pointed out pointing out points out");
        assert_eq!(all("agree"), "agreed agreed agreeing agrees");
    }

    #[test]
    fn nouns() {
        for (one, many) in
            [("head of delegation", "heads of delegation"), ("party", "parties"), ("person killed", "people killed")]
        {
            assert_eq!(plural(one), many);
        }
        assert_eq!(plural("air strike"), "air strikes");
        assert_eq!(
            [indefinite("agreement"), indefinite("united front"), indefinite("hour"), indefinite("opposition")],
            ["an", "a", "an", "an"]
        );
    }
}
