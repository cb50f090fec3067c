//! Spacing that means nothing: blank lines and final spaces that all lines have.
//!
//! Where lines are set far apart, some extractors take each of them for a paragraph and print a blank line behind it. One
//! blank line of each gap is left out there before anything is read, so that the others part paragraphs as they do
//! elsewhere. What the lines are numbered by stays the file. Others end every line in a space, so that it does not tell
//! which of them go on; these spaces are left out as well.

use crate::lines::Line;
use crate::text::letters;

/// Fewest single blank lines that tell the spacing of a text.
const FEWEST: usize = 6;
/// Single blank lines that are counted at most; more tell nothing new.
const ENOUGH: usize = 64;
/// Fewest lines that tell whether all end in a space.
const FEWEST_LINES: usize = 12;
/// Of so many lines that end in a space, one may lack it: titles, citations and paragraphs end more often.
const SPACED: usize = 50;

/// The numbers of lines in the file, where some were left out.
#[derive(Debug, Default)]
pub struct Numbers(Option<Vec<u32>>);

impl Numbers {
    /// The number of the line at an index, from 1.
    pub fn of(&self, index: usize) -> u32 {
        match &self.0 {
            None => u32::try_from(index).unwrap_or(u32::MAX - 1) + 1,
            Some(numbers) => numbers.get(index).or_else(|| numbers.last()).copied().unwrap_or(1),
        }
    }

    /// The index of the line with a number; None where that was left out.
    pub fn find(&self, number: u32) -> Option<usize> {
        let at = self.index(number);
        (self.of(at) == number).then_some(at)
    }

    /// The index of the line with a number, or of the next one where that was left out.
    pub fn index(&self, number: u32) -> usize {
        match &self.0 {
            None => (number as usize).saturating_sub(1),
            Some(numbers) => numbers.partition_point(|own| *own < number),
        }
    }
}

/// Leaves out the spaces at the ends of lines where all lines end in one.
pub fn trim_ends(lines: &mut [Line<'_>]) {
    let printed = || lines.iter().filter(|line| !line.is_blank());
    // More than these are too many, however many lines are blank.
    let without = printed().filter(|line| !line.runs_on()).take(lines.len() / SPACED + 1).count();
    let count = printed().count();
    if count >= FEWEST_LINES && without * SPACED <= count {
        for line in lines {
            line.raw = line.raw.trim_end_matches([' ', '\u{A0}']);
        }
    }
}

/// Leaves out the blank line that follows each line of a text in wide spacing. Tells the numbers of those that stay.
pub fn close_up(lines: &mut Vec<Line<'_>>) -> Numbers {
    if !is_wide(lines) {
        return Numbers::default();
    }
    let mut numbers = Vec::with_capacity(lines.len());
    let (mut number, mut printed) = (0, false);
    lines.retain(|line| {
        number += 1;
        // The first blank line behind one that is printed.
        let stays = !(printed && line.is_blank());
        printed = !line.is_blank();
        if stays {
            numbers.push(number);
        }
        stays
    });
    Numbers(Some(numbers))
}

/// Whether single blank lines part the lines of sentences. Between paragraphs of a line each they part none.
fn is_wide(lines: &[Line<'_>]) -> bool {
    let (mut close, mut single, mut inside) = (0_usize, 0_usize, 0_usize);
    let mut before: Option<&Line<'_>> = None;
    let mut blanks = 0;
    for line in lines {
        if line.is_blank() {
            blanks += 1;
            continue;
        }
        match (before.replace(line), blanks) {
            (Some(_), 0) => close += 1,
            (Some(before), 1) => {
                single += 1;
                inside += usize::from(letters::is_open(&before.text) && letters::starts_small(&line.text));
            }
            _ => {}
        }
        blanks = 0;
        if close * 20 > single.max(FEWEST) || single == ENOUGH {
            break;
        }
    }
    single >= FEWEST && close * 20 <= single && inside * 2 >= single
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::split;

    /// Lines of one sentence.
    const SENTENCE: &str = "sáng nay, xã Một\nmở chợ mới và\nmời bà con đến\nbán rau, cá\nvà gạo từ\nsáng đến chiều\nmỗi ngày\n\
                            trong tuần,\ntrừ thứ hai.";

    #[test]
    fn one_blank_line_of_each_gap_goes() {
        let text = format!("{}\n\n\n\nĐoạn mới\n", SENTENCE.replace('\n', "\n\n"));
        let mut lines = split(&text);
        let count = lines.len();
        let numbers = close_up(&mut lines);
        assert_eq!((count, lines.len()), (21, 12));
        let kept: Vec<u32> = (0..lines.len()).map(|at| numbers.of(at)).collect();
        assert_eq!(kept, [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 20, 21]);
        assert_eq!(lines.iter().filter(|line| line.is_blank()).count(), 2);
        assert_eq!([1, 2, 3, 17, 18, 21].map(|number| numbers.index(number)), [0, 1, 1, 8, 9, 11]);
        assert_eq!([1, 2, 3, 21].map(|number| numbers.find(number)), [Some(0), None, Some(1), Some(11)]);
    }

    #[test]
    fn final_spaces_of_all_lines_go() {
        let runs_on = |text: &str| {
            let mut lines = split(text);
            trim_ends(&mut lines);
            lines.iter().filter(|line| line.runs_on()).count()
        };
        let all = "bán rau \n".repeat(60);
        assert_eq!(runs_on(&all), 0);
        assert_eq!(runs_on(&format!("Chợ mới\n\n{all}")), 0);
        assert_eq!(runs_on(&format!("Chợ mới\n{all}(Báo Xã)\n")), 60, "titles end without one");
        assert_eq!(runs_on(&"bán rau\u{A0}\n".repeat(11)), 11, "too few to tell");
    }

    #[test]
    fn other_texts_stay() {
        let paragraphs = "Sáng nay, xã Một mở chợ.\n\nChiều nay, xã Hai họp.\n\n".repeat(9);
        for text in [SENTENCE, &SENTENCE.replace('\n', "\n\n")[..80], &paragraphs, "", "\n\n\n"] {
            let mut lines = split(text);
            let count = lines.len();
            let numbers = close_up(&mut lines);
            assert_eq!((lines.len(), numbers.of(2), numbers.index(3)), (count, 3, 2), "{text}");
        }
    }
}
