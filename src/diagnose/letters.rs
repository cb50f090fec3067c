//! Letters of other languages in place of Vietnamese ones: `Ð` for `Đ`, `ƣ` for `ư`.
//!
//! They look the same or nearly so, and no search finds the word. Fonts of PDF files and tables of old converters put them
//! there. The text keeps them: what is printed is for the one to mend who has the file.

use super::Subject;
use super::place::set;
use crate::model::{Code, Diagnostic};
use crate::text::syllable::is_syllable;
use crate::text::{chars, scan};

/// Letters that stand for a Vietnamese one, small or capital, and both of that.
const STAND_INS: [(&[char], [char; 2]); 2] = [(&['ð', 'Ð', 'Ɖ'], ['đ', 'Đ']), (&['ƣ', 'Ƣ'], ['ư', 'Ư'])];

/// Findings of such letters, one for each letter that they stand for, at the first of them.
pub(super) fn find(subject: &Subject<'_>) -> Vec<Diagnostic> {
    if !scan::any(subject.page.whole().as_bytes(), may_stand_in) {
        return Vec::new();
    }
    STAND_INS.iter().filter_map(|(stand_ins, meant)| of_letter(subject, stand_ins, *meant)).collect()
}

/// Whether one of the letters begins at a byte. Free of branches.
#[inline]
fn may_stand_in(first: u8, second: u8, _: u8) -> bool {
    // U+00D0 and U+00F0; U+0189, U+01A2 and U+01A3.
    (first == 0xC3) & ((second == 0x90) | (second == 0xB0))
        | (first == 0xC6) & ((second == 0x89) | (second == 0xA2) | (second == 0xA3))
}

fn of_letter(subject: &Subject<'_>, stand_ins: &[char], meant: [char; 2]) -> Option<Diagnostic> {
    let mut first = None;
    let mut count = 0_usize;
    for (at, line) in subject.page.lines.iter().enumerate() {
        let lines = subject.page.single(at);
        if !line.raw.contains(stand_ins) || subject.is_unreadable(lines) {
            continue;
        }
        let parts = |c: char| !chars::is_word_character(c);
        let mut from = 0;
        for piece in line.raw.split_inclusive(parts) {
            let word = piece.trim_end_matches(parts);
            if stands_in(word, stand_ins, meant) {
                first.get_or_insert((at, from..from + word.len(), word));
                count += 1;
            }
            from += piece.len();
        }
    }
    let (at, place, word) = first?;
    let letter = word.chars().find(|c| stand_ins.contains(c))?;
    let right = in_case_of(letter, meant);
    let words = if count == 1 { String::new() } else { format!(", the first of {count} such words") };
    let finding = Diagnostic::new(
        Code::ForeignLetter,
        subject.page.single(at),
        format!("`{letter}` (U+{:04X}) stands in place of `{right}` in `{word}`{words}", u32::from(letter)),
    )
    .help(format!(
        "put `{right}` for `{letter}` in the file, or extract it with another tool; the text stays as it is here"
    ));
    Some(set(finding, Some(subject.places.stretch(subject.page.number(at), place))))
}

/// Whether a word makes sense with the Vietnamese letter in the place of the other one: as a syllable, or as letters that
/// stand for words (`QÐ`). Names of other languages hold the same letters.
fn stands_in(word: &str, stand_ins: &[char], meant: [char; 2]) -> bool {
    if !word.contains(stand_ins) {
        return false;
    }
    let mended = |c: char| if stand_ins.contains(&c) { in_case_of(c, meant) } else { c };
    let mended: String = word.chars().map(mended).collect();
    is_syllable(&mended) || mended.chars().all(chars::is_uppercase)
}

/// The small or the capital letter, as the one is that stands in its place.
fn in_case_of(letter: char, [small, capital]: [char; 2]) -> char {
    if chars::is_uppercase(letter) { capital } else { small }
}
