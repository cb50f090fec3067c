//! The printed sheet and its noise: page turns inside sentences, running headers, odd spaces, odd encodings.
//!
//! Where it stops: it knows lines and bytes, not articles.

use unicode_normalization::UnicodeNormalization as _;

use super::draw::Draw;

/// Physical lines as they are printed, one after the other.
#[derive(Default)]
pub struct Sheet {
    pub lines: Vec<String>,
}

impl Sheet {
    /// Adds a line.
    pub fn line(&mut self, text: impl Into<String>) {
        self.lines.push(text.into());
    }

    /// Adds blank lines.
    pub fn blanks(&mut self, count: usize) {
        self.lines.extend(std::iter::repeat_n(String::new(), count));
    }

    /// Adds a line and blank lines after it.
    pub fn spaced(&mut self, blanks: usize, text: String) {
        self.line(text);
        self.blanks(blanks);
    }

    /// The number that the next line will have, from 1.
    pub fn next_line(&self) -> usize {
        self.lines.len() + 1
    }

    /// The number of the last line that is not blank.
    pub fn last_filled(&self) -> usize {
        self.lines.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |index| index + 1)
    }
}

/// How pages turn in the body of a bulletin.
pub struct Pages {
    kind: &'static str,
    header: String,
    number: usize,
    filled: usize,
    length: usize,
}

impl Pages {
    /// Draws how pages turn; `name` and `number` go into the running header.
    pub fn draw(draw: &mut Draw, name: &str, number: Option<&str>) -> Self {
        let kind = draw.pick(
            "pages",
            &[
                ("none", 9),
                ("silent", 3),
                ("number", 4),
                ("dashed-number", 1),
                ("worded-number", 1),
                ("header", 2),
                ("header-with-number", 3),
                ("header-and-number", 1),
            ],
        );
        let header = match number {
            Some(number) => format!("{name} - Số {number}"),
            None => format!("{name} – Lưu hành nội bộ"),
        };
        Self { kind, header, number: draw.between(1, 3), filled: 0, length: draw.between(900, 2200) }
    }

    /// Whether pages turn at all.
    pub fn turn(&self) -> bool {
        self.kind != "none"
    }

    /// The lines between two pages, with the blank lines around them.
    fn gap(&mut self) -> Vec<String> {
        self.number += 1;
        let number = self.number;
        let furniture = match self.kind {
            "number" => vec![number.to_string()],
            "dashed-number" => vec![format!("- {number} -")],
            "worded-number" => vec![format!("Trang {number}")],
            "header" => vec![self.header.clone()],
            "header-with-number" => vec![format!("{} {number}", self.header)],
            "header-and-number" => vec![number.to_string(), String::new(), self.header.clone()],
            _ => Vec::new(),
        };
        let mut gap = vec![String::new()];
        if !furniture.is_empty() {
            gap.extend(furniture);
            gap.push(String::new());
        }
        gap
    }

    /// Prints a paragraph, turning the page in it or before it where the page is full.
    pub fn paragraph(&mut self, draw: &mut Draw, sheet: &mut Sheet, text: &str) {
        let length = text.chars().count();
        self.filled += length;
        if self.kind == "none" || self.filled < self.length {
            sheet.line(text);
            return;
        }
        self.filled = 0;
        let furniture = self.kind != "silent";
        if draw.chance(0.75)
            && let Some(cut) = cut(draw, text, furniture)
        {
            draw.note("pages.cut", cut.kind);
            sheet.line(text[..cut.at].trim_end());
            sheet.lines.extend(self.gap());
            sheet.line(text[cut.at..].trim_start());
        } else {
            if furniture && sheet.lines.last().is_some_and(String::is_empty) {
                let gap = self.gap();
                sheet.lines.extend_from_slice(&gap[1..]);
            }
            sheet.line(text);
        }
    }
}

struct Cut {
    at: usize,
    kind: &'static str,
}

/// Words after which a sentence cannot end.
const OPEN_WORDS: &[&str] =
    &["của", "và", "tại", "về", "với", "cho", "các", "những", "theo", "do", "để", "là", "trong", "từ", "đến", "trên"];

/// A place inside a sentence where a page may turn. With a capital on the right there must be more to go by: something
/// printed between the pages, or a word on the left after which no sentence ends.
fn cut(draw: &mut Draw, text: &str, furniture: bool) -> Option<Cut> {
    let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    if spaces.len() < 14 {
        return None;
    }
    let inner = &spaces[6..spaces.len() - 5];
    let mut found: Vec<Cut> = Vec::new();
    for &at in inner {
        let left = text[..at].rsplit(' ').next().unwrap_or_default();
        let right = text[at..].trim_start().split(' ').next().unwrap_or_default();
        if left.ends_with(['.', '!', '?', ':', ';', '…', '”', '"', ')', '%']) || left.starts_with(['(', '“']) {
            continue;
        }
        let Some(first) = right.chars().next() else {
            continue;
        };
        if first.is_lowercase() {
            found.push(Cut { at, kind: "before-lower-case" });
        } else if first.is_uppercase()
            && !draw.says_all
            && (OPEN_WORDS.contains(&left) || (furniture && left.chars().all(char::is_alphabetic)))
        {
            found.push(Cut { at, kind: "before-capital" });
        } else if first.is_ascii_digit() && !right.ends_with(['.', ')']) && left.chars().all(char::is_alphabetic) {
            found.push(Cut { at, kind: "before-digit" });
        }
    }
    let wanted = draw.weighted(&[("before-lower-case", 6), ("before-capital", 3), ("before-digit", 1)]);
    let chosen: Vec<usize> = (0..found.len()).filter(|&index| found[index].kind == wanted).collect();
    if chosen.is_empty() {
        let index = draw.below(found.len());
        return found.into_iter().nth(index);
    }
    let index = draw.one(&chosen);
    found.into_iter().nth(index)
}

/// Turns the sheet into bytes, with the noise of its way here. `final_spaces` says that spaces at line ends mean
/// something and must stay as they are.
pub fn finish(draw: &mut Draw, sheet: Sheet, final_spaces: bool) -> Vec<u8> {
    draw.at("");
    let mut lines = sheet.lines;
    if draw.habit("noise.no-break-spaces", 0.1) {
        for line in &mut lines {
            let mut out = String::with_capacity(line.len());
            let end = line.trim_end().len();
            for (at, character) in line.char_indices() {
                out.push(if character == ' ' && at > 0 && at < end && draw.chance(0.03) {
                    '\u{a0}'
                } else {
                    character
                });
            }
            *line = out;
        }
    }
    if draw.habit("noise.zero-width-spaces", 0.06) {
        for line in &mut lines {
            if !line.is_empty() && draw.chance(0.15) {
                if draw.chance(0.5) {
                    line.insert(0, '\u{200b}');
                } else if let Some(at) = line.rfind(' ').filter(|at| at + 1 < line.len()) {
                    line.insert(at + 1, '\u{200b}');
                }
            }
        }
    }
    if !final_spaces && draw.habit("noise.trailing-spaces", 0.1) {
        for line in &mut lines {
            if !line.is_empty() && draw.chance(0.3) {
                line.push_str(draw.one(&[" ", "  ", " \t", " "]));
            }
        }
    }
    if draw.habit("noise.blank-lines-of-spaces", 0.05) {
        for line in &mut lines {
            if line.is_empty() && draw.chance(0.2) {
                line.push_str(draw.one(&[" ", "\u{a0}", "  "]));
            }
        }
    }
    let ending = if draw.habit("noise.crlf", 0.12) { "\r\n" } else { "\n" };
    let mut text = lines.join(ending);
    if !draw.habit("noise.no-final-line-break", 0.15) {
        text.push_str(ending);
    }
    if draw.habit("noise.nfd", 0.1) {
        text = text.nfd().collect();
    }
    if draw.habit("noise.byte-order-mark", 0.1) {
        text.insert(0, '\u{feff}');
    }
    text.into_bytes()
}
