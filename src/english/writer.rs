//! The line as it is written: words, marks and quotes with the right blanks between them.

/// A line in the making.
#[derive(Debug, Default)]
pub(super) struct Writer {
    text: String,
    open: bool,
    tight: bool,
    /// Whether a masculine pronoun stands for a man.
    pub(super) he: bool,
}

impl Writer {
    /// True if nothing was written yet, or a sentence has just ended.
    pub(super) fn fresh(&self) -> bool {
        self.text.is_empty() || self.text.ends_with(". ") || self.text.ends_with(['.', '!', '?'])
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

    /// True if the line ends with these words.
    pub(super) fn ends(&self, words: &str) -> bool {
        self.text.ends_with(words)
    }

    /// How long it is.
    pub(super) fn len(&self) -> usize {
        self.text.len()
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
        if words.starts_with(',') && self.text.ends_with(' ') {
            self.text.pop();
        }
        self.tight = false;
        if words.contains("/it") {
            let (his, him) = if self.he { ("his", "him") } else { ("its", "it") };
            self.text.push_str(&words.replace("his/its", his).replace("him/it", him));
        } else {
            self.text.push_str(words);
        }
    }

    /// Adds a mark.
    pub(super) fn mark(&mut self, c: char) {
        match c {
            '،' | ',' => self.comma(),
            '؛' | ';' => self.close(";"),
            '؟' | '?' => self.close("?"),
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
        let text = self.text.trim().trim_end_matches([',', ' ']).replace(" ,", ",").replace(",,", ",").replace("  ", " ");
        super::generate::capital(&text)
    }
}
