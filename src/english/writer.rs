//! The line as it is written: words, marks and quotes with the right blanks between them.

/// The pronouns that an Arabic one may be, as the one that is meant.
pub(super) fn pronouns(words: &str, he: (bool, bool), they: bool, she: bool) -> String {
    let (his, him) = (if he.0 { "his" } else { "its" }, if he.1 { "him" } else { "it" });
    let (her, it) = match (they, she) {
        (true, _) => ("their", "them"),
        (_, true) => ("her", "her"),
        _ => ("its", "it"),
    };
    words.replace("his/its", his).replace("him/it", him).replace("her/its", her).replace("her/it", it)
}

/// A line in the making.
#[derive(Debug, Default)]
pub(super) struct Writer {
    text: String,
    open: bool,
    tight: bool,
    /// Whether a masculine pronoun stands for a man.
    pub(super) he: bool,
    /// Whether a masculine pronoun that owns stands for a man.
    pub(super) his: bool,
    /// Whether a feminine pronoun stands for several.
    pub(super) they: bool,
    /// Whether it stands for a woman.
    pub(super) her: bool,
}

impl Writer {
    /// True if nothing was written yet, or a sentence has just ended.
    pub(super) fn fresh(&self) -> bool {
        self.text.is_empty() || !self.dotted() && (self.text.ends_with(". ") || self.text.ends_with(['.', '!', '?', ':']))
    }

    /// True behind a.m. and p.m., whose stop ends no sentence.
    fn dotted(&self) -> bool {
        self.text.ends_with(" a.m.") || self.text.ends_with(" p.m.")
    }

    /// True for a line of a word or two (also, while).
    pub(super) fn text_is_short(&self) -> bool {
        self.text.split(' ').count() < 5 && !self.text.contains(['“', '['])
    }

    /// True if a comma stands behind the last word that opens a clause.
    pub(super) fn comma_in_clause(&self) -> bool {
        let from = [" that ", "while ", "but ", ". ", "“"].iter().filter_map(|w| self.text.rfind(w)).max().unwrap_or(0);
        self.text[from..].contains(',')
    }

    /// True if these words stand behind the last comma.
    pub(super) fn since_comma(&self, words: &str) -> bool {
        self.text[self.text.rfind(',').unwrap_or(0)..].contains(words)
    }

    /// True if these words stand in the line.
    pub(super) fn has(&self, words: &str) -> bool {
        self.text.contains(words)
    }

    /// True if the line ends with these words.
    pub(super) fn ends(&self, words: &str) -> bool {
        self.text.ends_with(words)
    }

    /// Makes the "there is" at the end "there are".
    pub(super) fn some(&mut self) {
        if let Some(rest) = self.text.strip_suffix("there is") {
            self.text.truncate(rest.len());
            self.text.push_str("there are");
        }
    }

    /// How long it is.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Takes back what was written behind this length.
    pub(super) fn cut(&mut self, length: usize) {
        self.text.truncate(length);
    }

    /// What was written, taken out.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    /// Puts a text in its place.
    pub(super) fn put(&mut self, text: String) {
        self.open = text.matches('“').count() > text.matches('”').count();
        self.text = text;
    }

    /// Adds words.
    pub(super) fn word(&mut self, words: &str) {
        let words = words.trim();
        // ليس هناك ما يمنع: there is nothing that prevents
        if words == "what"
            && let Some(rest) = self.text.strip_suffix("there is no")
        {
            self.text.truncate(rest.len());
            self.word("there is nothing that");
            return;
        }
        // take it into account: the pronoun stands behind the verb
        if let Some(verb) =
            self.text.strip_suffix(" into account").filter(|_| matches!(words, "it" | "them" | "him/it" | "her/it"))
        {
            self.text.truncate(verb.len());
            self.word(words);
            self.text.push_str(" into account");
            return;
        }
        // لكنني أرى: the pronoun and the verb say the same
        let twice = (self.text == "I" || self.text.ends_with(" I") || self.text.ends_with("“I"))
            && (words == "I" || words.starts_with("I "));
        let words = if twice { words.trim_start_matches('I').trim_start() } else { words };
        if words.is_empty() || (words == "…" && self.text.ends_with('…')) {
            return;
        }
        if !self.text.is_empty() && !self.tight && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        // تبدأ في 23 شباط: the day has its own preposition.
        if words == "on" && self.text.ends_with(" in") {
            self.text.truncate(self.text.len() - 3);
            self.text.push(' ');
        }
        // بصفة مراقبين: as observers
        let words = if self.text.trim_end().ends_with(" as") { words.strip_prefix("as ").unwrap_or(words) } else { words };
        // لا توجد فرصة: no opportunity
        let words = if self.text.trim_end().ends_with(" no") {
            words.strip_prefix("an ").or_else(|| words.strip_prefix("a ")).unwrap_or(words)
        } else {
            words
        };
        if words.starts_with(',') && self.text.ends_with(' ') {
            self.text.pop();
        }
        self.tight = false;
        // [He/it] expressed his/its hope: nobody knows whose
        let nobody = matches!(self.text.as_str(), t if t.starts_with("[he/it] ") && t.split(' ').count() < 5) && !self.his;
        if words.contains("/it") && nobody && words.starts_with("his/its ") {
            self.text.push_str(words);
        } else if words.contains("/it") {
            self.text.push_str(&pronouns(words, (self.his, self.he), self.they, self.her));
        } else {
            self.text.push_str(words);
        }
    }

    /// Makes the relative pronoun at the end "whose".
    pub(super) fn whose(&mut self) {
        if let Some(at) = self.text.rfind(' ') {
            self.text.truncate(at);
            self.word("whose");
        }
    }

    /// Puts a preposition before the relative pronoun at the end: "behind which".
    pub(super) fn under(&mut self, preposition: &str) {
        if let Some(at) = self.text.rfind(' ') {
            let which = self.text.split_off(at);
            self.word(preposition);
            self.word(&which);
        }
    }

    /// Makes "any of" in what was written last "none of".
    pub(super) fn none_of(&mut self, from: usize) {
        if let Some(at) = self.text[from..].find("any of ") {
            self.text.replace_range(from + at..from + at + 3, "none");
        }
    }

    /// Makes the first "had" behind `from` "had never" or "had previously".
    pub(super) fn had(&mut self, from: usize, how: &str) {
        if let Some(at) = self.text.get(from..).and_then(|t| t.find("had ")) {
            self.text.insert_str(from + at + 4, how);
        }
    }

    /// Makes the "anyone" at the end "no one".
    pub(super) fn no_one(&mut self) {
        self.text.truncate(self.text.len() - "anyone".len());
        self.text.push_str("no one");
    }

    /// Takes back the "and" at the end.
    pub(super) fn drop_and(&mut self) {
        if let Some(rest) = self.text.strip_suffix("and").filter(|r| r.is_empty() || r.ends_with([' ', '“'])) {
            self.tight = rest.ends_with('“');
            self.text.truncate(rest.len());
        }
    }

    /// Adds a mark.
    pub(super) fn mark(&mut self, c: char) {
        match c {
            '،' | ',' => self.comma(),
            '؛' | ';' => self.close(";"),
            '؟' | '?' => self.close("?"),
            '.' if self.dotted() => self.tight = false,
            '.' | '!' | ':' => self.close(&c.to_string()),
            '"' | '″' => {
                if self.open {
                    self.close("”")
                } else {
                    self.begin("“")
                }
                self.open = !self.open;
            }
            '«' | '“' => {
                self.begin("“");
                self.open = true;
            }
            '»' | '”' => {
                self.close("”");
                self.open = false;
            }
            '+' => {
                self.text.push('+');
                self.tight = true;
            }
            '(' | '[' => self.begin(&c.to_string()),
            ')' | ']' => self.close(&c.to_string()),
            '%' => self.close("%"),
            '-' | '–' | '—' => self.word("–"),
            '/' => {
                self.text.push('/');
                self.tight = true;
            }
            _ => {}
        }
    }

    /// Adds a comma, once.
    pub(super) fn comma(&mut self) {
        let end = self.text.trim_end();
        if !end.is_empty() && !end.ends_with([',', ':', ';', '“', '(', '.']) {
            self.close(",");
        }
    }

    fn close(&mut self, mark: &str) {
        while self.text.ends_with(' ') || (self.text.ends_with(',') && mark != "”") {
            self.text.pop();
        }
        self.text.push_str(mark);
        self.tight = false;
    }

    fn begin(&mut self, mark: &str) {
        if !self.text.is_empty() && !self.tight && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        self.text.push_str(mark);
        self.tight = true;
    }

    /// The line.
    pub(super) fn finish(mut self) -> String {
        if self.open {
            self.close("”");
        }
        // A mark that closes what nothing opened.
        if self.text.matches('”').count() > self.text.matches('“').count()
            && let Some(at) = self.text.find('”').filter(|&at| !self.text[..at].contains('“'))
        {
            self.text.remove(at);
        }
        let text = self
            .text
            .trim()
            .trim_end_matches([',', ' '])
            .replace("“”", "")
            .replace(" ,", ",")
            .replace(",,", ",")
            .replace("  ", " ");
        super::generate::capital(&text)
    }
}
