//! How a text was set: whether its lines were broken at a column's width, and what shows where paragraphs end.
//!
//! Told once from all lines. It measures; what one line is, the later stages decide.

use crate::lines::Line;
use crate::roles::{Candidate, Roles};
use crate::text::letters;

/// How a text was set, told from all its lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Setting {
    /// Lines are broken at a column's width: a paragraph runs over several lines.
    pub wrapped: bool,
    /// A line that goes on ends in a space.
    pub final_spaces: bool,
    /// Width of the column in characters, where the text is wrapped.
    pub width: usize,
    /// Each line takes all the words that find room on it, so that one with room for the next word ends a paragraph.
    pub filled: bool,
    /// How far in lines begin that do not open a paragraph, in columns.
    pub margin: usize,
    /// Where paragraphs begin further in than their other lines, how far in these begin, in columns: one that begins no further
    /// in goes on.
    pub inset: Option<usize>,
}

impl Setting {
    /// Measures the setting of the lines of a text.
    pub fn measure(lines: &[Line<'_>], candidates: &[Candidate]) -> Self {
        let (mut pairs, mut open, mut spaced, mut inner) = (0usize, 0usize, 0usize, 0usize);
        let mut insets = Insets::default();
        let mut broken: Vec<Broken> = Vec::new();
        for ((a, ca), (b, cb)) in lines.iter().zip(candidates).zip(lines.iter().zip(candidates).skip(1)) {
            if a.is_blank() || b.is_blank() {
                continue;
            }
            let goes_on = !letters::starts_capital(&b.text) || a.runs_on();
            // A numbered line may be the title of lines that go on.
            let titles = || !goes_on && ca.any(Roles::NUMBERED) && b.runs_on();
            // A long line is a paragraph of its own; rows of tables, headings and list items tell nothing of the setting.
            if ca.any(Roles::ROW)
                || cb.any(Roles::ROW | Roles::NUMBERED | Roles::LISTED | Roles::BACK_LINK)
                || a.heading() > 0
                || b.heading() > 0
                || titles()
            {
                continue;
            }
            // One that begins further in opens a paragraph.
            if insets.count(a, b, goes_on) {
                continue;
            }
            pairs += 1;
            if a.text.len() > 400 {
                continue;
            }
            if letters::is_open(&a.text) || a.text.ends_with(['”', ')']) {
                // Where a word or number is broken, no space stands.
                if !a.text.ends_with(['-', '/']) {
                    inner += 1;
                    spaced += usize::from(a.runs_on());
                }
                if goes_on {
                    open += 1;
                    broken.push(Broken::of(a, b));
                }
            }
        }
        // Most lines that go on in a small letter were broken; fewer will do where each took all that found room.
        let filled = Broken::fill(&broken).filter(|_| open * 3 >= pairs);
        let wrapped = pairs >= 4 && open * 2 >= pairs || filled.is_some();
        let final_spaces = wrapped && inner > 0 && spaced * 4 >= inner * 3;
        let filled = filled.filter(|_| !final_spaces);
        let (width, margin) = match filled {
            Some(filled) => filled,
            None if wrapped => (Broken::ninth(&mut broken), 0),
            None => (0, 0),
        };
        let inset = insets.margin.filter(|_| wrapped && !final_spaces && insets.open_paragraphs());
        Self { wrapped, final_spaces, width, filled: filled.is_some(), margin, inset }
    }
}

/// How many columns further in a line begins that is set in.
pub const LEAST_INDENT: usize = 2;

/// How many characters the first word of a text has.
pub fn first_word(text: &str) -> usize {
    text.split(' ').next().map_or(0, |word| word.chars().count())
}

/// Lines that begin further in than those above them.
#[derive(Debug, Default)]
struct Insets {
    /// How many begin as a paragraph may.
    opening: usize,
    /// How many go on with a sentence.
    others: usize,
    /// How many lines begin no further in, behind the end of a sentence.
    flat: usize,
    /// How far in the lines begin that go on with a sentence, at the least.
    margin: Option<usize>,
}

impl Insets {
    /// Counts the second of two lines, and tells whether it opens a paragraph so.
    fn count(&mut self, above: &Line<'_>, line: &Line<'_>, goes_on: bool) -> bool {
        let base = self.margin.map_or(above.indent(), |margin| margin.min(above.indent()));
        let further = line.indent() >= base + LEAST_INDENT;
        if goes_on {
            self.margin = Some(self.margin.map_or(line.indent(), |margin| margin.min(line.indent())));
            self.others += usize::from(further);
        } else {
            self.opening += usize::from(further);
            self.flat += usize::from(!further && letters::ends_sentence(&above.text));
        }
        further && !goes_on
    }

    /// Whether they are how paragraphs begin: a sentence may end at the end of a line that is not the last one.
    fn open_paragraphs(&self) -> bool {
        const FEWEST: usize = 4;
        self.opening >= FEWEST && self.opening >= 4 * self.flat && self.others * 10 <= self.opening
    }
}

/// A line that was broken in the middle of a sentence.
struct Broken {
    /// Its length, in characters.
    length: usize,
    /// Where the next word would have begun, in columns.
    end: usize,
    /// The length of that word, in characters.
    next: usize,
    /// Where the next line begins, in columns.
    margin: usize,
}

impl Broken {
    fn of(line: &Line<'_>, next: &Line<'_>) -> Self {
        let length = line.text.chars().count();
        Self { length, end: line.indent() + length + 1, next: first_word(&next.text), margin: next.indent() }
    }

    /// The length that one of ten lines exceeds.
    fn ninth(lines: &mut [Self]) -> usize {
        let ninth = lines.len().saturating_sub(1) * 9 / 10;
        if ninth >= lines.len() {
            return 0;
        }
        lines.select_nth_unstable_by_key(ninth, |line| line.length).1.length
    }

    /// Width and margin of the column, where each line took all the words that found room on it.
    fn fill(lines: &[Self]) -> Option<(usize, usize)> {
        /// Fewest lines that tell.
        const FEWEST: usize = 12;
        /// Of so many lines, one may have had room: a word that was taken away since, a line that another hand broke.
        const FILLED: usize = 40;
        let margin = lines.iter().map(|line| line.margin).min()?;
        let widest = lines.iter().map(|line| line.end).max()?;
        let with_room = lines.iter().filter(|line| line.end + line.next < widest).count();
        (lines.len() >= FEWEST && with_room * FILLED <= lines.len())
            .then(|| (widest - 1 - margin.min(widest - 1), margin))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Page;

    /// Five paragraphs that were broken at 30 columns, behind a margin.
    fn wrapped(margin: usize) -> String {
        let lines = [
            "Sáng nay, bà con xã Một ra xem",
            "chợ mới mua rau, mua hoa và cả",
            "cây giống, rồi về nhà trồng ở",
            "ngoài vườn cho kịp vụ mới.",
        ];
        lines.map(|line| " ".repeat(margin) + line + "\n").concat().repeat(5)
    }

    #[test]
    fn filled_lines() {
        let setting = |text: &str| Page::of(text).setting;
        let filled = Setting { wrapped: true, final_spaces: false, width: 30, filled: true, margin: 0, inset: None };
        assert_eq!(setting(&wrapped(0)), filled);
        assert_eq!(setting(&wrapped(6)), Setting { margin: 6, ..filled });
        // Ragged lines: the width is that of most, and says nothing of the words that find room.
        let ragged = wrapped(0).replace("xem\nchợ", "\nxem chợ");
        assert_eq!(setting(&ragged), Setting { width: 34, filled: false, ..filled });
        // Paragraphs of one line.
        assert_eq!(setting(&"Chợ mở cả ngày.\nXã mở chợ mới\n".repeat(20)), Setting::default());
    }

    #[test]
    fn final_spaces_below_titles_without() {
        let story = "1. Chợ mới ở ngã ba\nSáng nay, bà con xã Một ra xem \nchợ mới mua rau, mua hoa.\n";
        let text = story.repeat(4);
        let setting = Page::of(&format!("{text}{}", "cây giống ở \nngoài vườn\n".repeat(3))).setting;
        assert!(setting.wrapped && setting.final_spaces);
    }

    #[test]
    fn room_at_the_end_of_a_line() {
        let text = wrapped(6);
        let page = Page::of(&text);
        assert_eq!((page.has_room(0, "chợ"), page.has_room(0, "nó")), (false, false));
        assert_eq!((page.has_room(3, "nay"), page.has_room(3, "nắng")), (true, false));
    }

    #[test]
    fn lines_that_are_set_in() {
        let page = Page::of("Một\n  Hai\n   Ba\n\tBốn\n\u{C} Năm\n");
        let indented = |at| page.is_indented(at);
        assert_eq!([0, 1, 2, 3, 4].map(indented), [false, true, false, true, false]);
    }
}
