//! Text as it comes out of a two-column PDF: wrapped lines, column breaks, page turns, captions, words cut in two.
//!
//! Where it stops: it prints blocks; what they say and how articles open and close is the business of `newsletter`.

use super::draw::Draw;
use super::noise::Sheet;

/// How the pages of one newsletter come out.
pub struct Columns {
    pub sheet: Sheet,
    pub width: usize,
    /// Whether a line that goes on ends in a space.
    pub final_spaces: bool,
    turn: &'static str,
    header: String,
    header_form: &'static str,
    page: usize,
    cut_words: bool,
    padding: bool,
    filled: usize,
    limit: usize,
    page_next: bool,
    lead: &'static str,
}

/// A line of a wrapped block, and whether the break after it stands for a space.
struct Wrapped {
    text: String,
    space: bool,
}

impl Columns {
    /// Draws a page style.
    pub fn draw(draw: &mut Draw, title: &str, number: &str) -> Self {
        let width = match draw.pick("columns.width", &[("30-44", 7), ("45-60", 2), ("61-80", 2), ("81-100", 1)]) {
            "30-44" => draw.between(30, 44),
            "45-60" => draw.between(45, 60),
            "61-80" => draw.between(61, 80),
            _ => draw.between(81, 100),
        };
        let final_spaces = draw.pick("columns.final-spaces", &[("yes", 3), ("no", 1)]) == "yes";
        let turn = draw.pick(
            "columns.page-turn",
            &[
                ("leading-space", 5),
                ("header", 5),
                ("form-feed", 2),
                ("form-feed-and-header", 1),
                ("header-and-space", 1),
                ("number", 1),
            ],
        );
        let header_form = draw.pick(
            "header.form",
            &[("dash", 6), ("long-dash", 2), ("page-first", 1), ("comma", 1), ("bars", 1), ("without-page", 1)],
        );
        Self {
            sheet: Sheet::default(),
            width,
            final_spaces,
            turn,
            header: match header_form {
                "long-dash" => format!("{title} – Số {number}"),
                "comma" => format!("{title}, số {number}"),
                "bars" => format!("{title} | Số {number} |"),
                _ => format!("{title} - Số {number}"),
            },
            header_form,
            page: draw.between(1, 6),
            cut_words: draw.habit("columns.cut-words", 0.6),
            padding: final_spaces && draw.habit("columns.padded-lines", 0.15),
            filled: 0,
            limit: draw.between(14, 40),
            page_next: draw.chance(0.5),
            lead: "",
        }
    }

    /// Whether the running header comes with page turns.
    pub fn turns_with_header(&self) -> bool {
        self.turn.contains("header")
    }

    /// Prints the running header with blank lines around it.
    pub fn running_header(&mut self) {
        self.page += 1;
        let line = match self.header_form {
            "page-first" => format!("{} {}", self.page, self.header),
            "without-page" => self.header.clone(),
            _ => format!("{} {}", self.header, self.page),
        };
        if self.sheet.lines.last().is_some_and(|line| !line.is_empty()) {
            self.sheet.blanks(1);
        }
        let lead = std::mem::take(&mut self.lead);
        self.sheet.line(format!("{lead}{line}"));
        self.sheet.blanks(1);
    }

    /// Prints a block, and turns the column or page where it is full. Returns the number of its first line. `cut` says
    /// whether the block may be cut in two; captions printed on the way are added to `captions`.
    pub fn block(
        &mut self,
        draw: &mut Draw,
        text: &str,
        cut: bool,
        caption: impl FnOnce(&mut Draw) -> String,
        captions: &mut Vec<String>,
    ) -> usize {
        let lines = self.wrap(draw, text);
        self.filled += lines.len();
        if self.filled < self.limit {
            return self.print(draw, lines);
        }
        self.filled = 0;
        self.limit = draw.between(14, 40);
        let page = self.page_next;
        self.page_next = !page;
        let Some(at) = self.place_of_cut(draw, &lines).filter(|_| cut) else {
            if page {
                self.close_line();
                self.turn_page(draw);
            }
            return self.print(draw, lines);
        };
        draw.note("columns.cut", if page { "page" } else { "column" });
        let mut left = lines;
        let right = left.split_off(at + 1);
        let first = self.sheet.next_line();
        self.print_open(draw, left);
        if page {
            let by_space = matches!(self.turn, "leading-space" | "form-feed");
            if draw.chance(0.4) && (by_space || self.turn == "header") {
                let text = caption(draw);
                // Behind a header only the word for a photograph tells a caption from the sentence around it.
                let text = if by_space || text.contains("Ảnh") { text } else { format!("{text}. Ảnh: TTXVN") };
                draw.note("caption", if text.contains("Ảnh") { "with-photo-credit" } else { "bare" });
                self.sheet.blanks(1);
                let width = std::mem::replace(&mut self.width, 0);
                self.width = width + draw.below(12);
                let wrapped = self.wrap(draw, &text);
                self.width = width;
                self.print(draw, wrapped);
                captions.push(text);
            }
            self.turn_page(draw);
        } else {
            self.sheet.blanks(1);
        }
        self.print(draw, right);
        first
    }

    /// Takes a stray space off the last line: over a page turn it would say that the sentence goes on.
    fn close_line(&mut self) {
        if let Some(line) = self.sheet.lines.iter_mut().rev().find(|line| !line.is_empty()) {
            line.truncate(line.trim_end().len());
        }
    }

    fn turn_page(&mut self, draw: &mut Draw) {
        match self.turn {
            "leading-space" => {
                self.lead = " ";
                self.drop_blank(draw);
            }
            "form-feed" => {
                self.lead = "\u{c}";
                self.drop_blank(draw);
            }
            "form-feed-and-header" => {
                self.lead = "\u{c}";
                self.running_header();
            }
            "header-and-space" => {
                self.running_header();
                self.lead = " ";
            }
            "number" => {
                self.page += 1;
                if self.sheet.lines.last().is_some_and(|line| !line.is_empty()) {
                    self.sheet.blanks(1);
                }
                self.sheet.spaced(1, self.page.to_string());
            }
            _ => self.running_header(),
        }
    }

    fn drop_blank(&mut self, draw: &mut Draw) {
        if self.sheet.lines.last().is_some_and(String::is_empty) && draw.chance(0.5) {
            self.sheet.lines.pop();
        }
    }

    /// A line after which a column or page may end: inside a sentence.
    fn place_of_cut(&self, draw: &mut Draw, lines: &[Wrapped]) -> Option<usize> {
        let fits: Vec<usize> = (0..lines.len().saturating_sub(1))
            .filter(|&index| {
                let (left, right) = (&lines[index], &lines[index + 1].text);
                let ended = left.text.ends_with(['.', '!', '?', ':', ';', '…', '”', ')', '"', '-']);
                let lower = right.chars().next().is_some_and(char::is_lowercase);
                let upper = right.chars().next().is_some_and(char::is_uppercase);
                left.space && !ended && index > 0 && (lower || (upper && self.final_spaces))
            })
            .collect();
        (!fits.is_empty()).then(|| draw.one(&fits))
    }

    fn print(&mut self, draw: &mut Draw, lines: Vec<Wrapped>) -> usize {
        let first = self.sheet.next_line();
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.into_iter().enumerate() {
            self.print_line(draw, &line, index < last);
        }
        first
    }

    fn print_open(&mut self, draw: &mut Draw, lines: Vec<Wrapped>) {
        for line in lines {
            self.print_line(draw, &line, true);
        }
    }

    fn print_line(&mut self, draw: &mut Draw, line: &Wrapped, goes_on: bool) {
        let lead = std::mem::take(&mut self.lead);
        let mut text = format!("{lead}{}", line.text);
        if goes_on && line.space && self.final_spaces {
            text.push(' ');
            if self.padding && draw.chance(0.05) {
                text.push_str(&" ".repeat(draw.between(2, 24)));
            }
        }
        self.sheet.line(text);
    }

    /// Wraps a text at the width; long tokens and, if the style says so, words may be cut in two.
    fn wrap(&self, draw: &mut Draw, text: &str) -> Vec<Wrapped> {
        let mut lines: Vec<Wrapped> = Vec::new();
        let mut line = String::new();
        let mut length = 0;
        for word in text.split(' ') {
            let size = word.chars().count();
            if length == 0 || length + 1 + size <= self.width {
                if length > 0 {
                    line.push(' ');
                    length += 1;
                }
                line.push_str(word);
                length += size;
                continue;
            }
            let room = self.width.saturating_sub(length + 1);
            let parts = if self.cut_words && room >= 2 { cut_word(draw, word, room, self.final_spaces) } else { None };
            if let Some((head, tail, mark)) = parts {
                draw.note("columns.cut-word", mark);
                line.push(' ');
                line.push_str(&head);
                lines.push(Wrapped { text: std::mem::take(&mut line), space: false });
                length = tail.chars().count();
                line = tail;
            } else {
                lines.push(Wrapped { text: std::mem::replace(&mut line, word.to_owned()), space: true });
                length = size;
            }
        }
        lines.push(Wrapped { text: line, space: true });
        lines
    }
}

/// Cuts a word at a line end: after a hyphen, a slash or a dot of its own, or with a hyphen put in.
fn cut_word(draw: &mut Draw, word: &str, room: usize, final_spaces: bool) -> Option<(String, String, &'static str)> {
    let characters: Vec<char> = word.chars().collect();
    let split =
        |at: usize| -> (String, String) { (characters[..at].iter().collect(), characters[at..].iter().collect()) };
    let sturdy = |character: char| character.is_uppercase() || character.is_ascii_digit();
    for at in (1..characters.len().min(room + 1)).rev() {
        let (before, next) = (characters[at - 1], characters[at]);
        let earlier = if at >= 2 { characters[at - 2] } else { ' ' };
        if before == '-' && sturdy(earlier) && sturdy(next) {
            let (head, tail) = split(at);
            return Some((head, tail, "after-hyphen"));
        }
        if before == '/' && sturdy(earlier) && next.is_uppercase() {
            let (head, tail) = split(at);
            return Some((head, tail, "after-slash"));
        }
        if before == '.' && final_spaces && word.contains("://") && earlier.is_lowercase() && next.is_lowercase() {
            let (head, tail) = split(at);
            return Some((head, tail, "web-address"));
        }
        if before == '.'
            && final_spaces
            && (word.starts_with("TP.") || word.starts_with("TX."))
            && at == 3
            && next.is_uppercase()
        {
            let (head, tail) = split(at);
            return Some((head, tail, "after-abbreviation"));
        }
    }
    // A hyphen of the typesetter's, between the opening consonants and the rest of a syllable.
    if characters.len() >= 4 && characters.iter().all(|character| character.is_alphabetic()) && draw.chance(0.04) {
        let onset = characters.iter().take_while(|&&character| !is_vowel(character)).count();
        let onset =
            if onset == 1 && characters[0].eq_ignore_ascii_case(&'g') && characters[1] == 'i' { 2 } else { onset };
        let lower_tail = characters[onset..].iter().all(|character| character.is_lowercase());
        if onset >= 2 && onset < room && characters.len() - onset >= 2 && lower_tail {
            let (head, tail) = split(onset);
            return Some((format!("{head}-"), tail, "syllable"));
        }
    }
    None
}

fn is_vowel(character: char) -> bool {
    use unicode_normalization::UnicodeNormalization as _;
    character.nfd().next().is_some_and(|base| "aeiouyAEIOUY".contains(base))
}
