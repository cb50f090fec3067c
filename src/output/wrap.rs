//! Styled text on a terminal: lines that fit its width, counted in columns, with the tree's branches before each.
//!
//! A column is what a terminal gives a character: none to a mark that joins the letter before it, two to wide ones.

use std::io::{self, Write};

use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::paint::printable;

/// Columns that text has at least, however narrow the terminal: below that, a line for each word helps nobody.
const LEAST: usize = 16;

/// Text in one style, safe for a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The style.
    style: Style,
    /// The text.
    text: String,
}

impl Span {
    /// `text` in a style.
    pub fn new(style: Style, text: &str) -> Self {
        Self { style, text: printable(text).into_owned() }
    }

    /// `text` as it is.
    pub fn plain(text: &str) -> Self {
        Self::new(Style::new(), text)
    }
}

/// What stands before the first line of a text, and before those that it goes on in.
#[derive(Debug, Clone, Copy)]
pub struct Margin<'m> {
    /// Before the first.
    pub first: &'m str,
    /// Before the others.
    pub rest: &'m str,
    /// The style of both.
    pub style: Style,
}

/// Writes `spans` as one text after the margin, in lines of at most `width` columns; without a width in one line.
///
/// # Errors
/// When `out` takes no more bytes.
pub fn write(mut out: impl Write, margin: Margin<'_>, spans: &[Span], width: Option<usize>) -> io::Result<()> {
    let style = margin.style;
    let room = width
        .map_or(usize::MAX, |width| width.saturating_sub(margin.first.width().max(margin.rest.width())).max(LEAST));
    let lines = lines(spans, room);
    for (index, line) in lines.iter().enumerate() {
        let margin = if index == 0 { margin.first } else { margin.rest };
        if !margin.is_empty() {
            write!(out, "{style}{margin}{style:#}")?;
        }
        for Span { style, text } in line {
            write!(out, "{style}{text}{style:#}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// The spans in lines of at most `room` columns, broken at spaces, and inside a word only where it fits no line.
fn lines(spans: &[Span], room: usize) -> Vec<Vec<Span>> {
    let mut lines = vec![Vec::new()];
    let mut column = 0;
    // Words, each with the spaces before it; one word can go on in the next span.
    for word in words(spans) {
        let width: usize = word.iter().map(|span| span.text.width()).sum();
        let space = word.first().map_or(0, |s| s.text.len() - s.text.trim_start_matches(' ').len());
        if column + width <= room {
            column += width;
            push(&mut lines, word);
            continue;
        }
        let mut word = word;
        if column > 0 {
            lines.push(Vec::new());
            column = 0;
            if let Some(span) = word.first_mut() {
                span.text = span.text.trim_start_matches(' ').to_owned();
            }
        }
        if width - space <= room {
            column += width - space;
            push(&mut lines, word);
            continue;
        }
        for Span { style, text } in word {
            for character in text.chars() {
                let width = character.width().unwrap_or(0);
                if column + width > room {
                    lines.push(Vec::new());
                    column = 0;
                }
                column += width;
                push(&mut lines, vec![Span { style, text: character.to_string() }]);
            }
        }
    }
    lines
}

/// Adds spans to the last line; what has one style becomes one span.
fn push(lines: &mut [Vec<Span>], word: Vec<Span>) {
    let Some(line) = lines.last_mut() else { return };
    for span in word {
        match line.last_mut() {
            Some(last) if last.style == span.style => last.text.push_str(&span.text),
            _ => line.push(span),
        }
    }
}

/// The words of a text, each with the spaces before it, and each in as many spans as it has styles.
fn words(spans: &[Span]) -> Vec<Vec<Span>> {
    let mut words: Vec<Vec<Span>> = Vec::new();
    let mut before = ' ';
    for Span { style, text } in spans {
        for character in text.chars() {
            if words.is_empty() || character == ' ' && before != ' ' {
                words.push(Vec::new());
            }
            let Some(word) = words.last_mut() else { continue };
            match word.last_mut() {
                Some(last) if last.style == *style => last.text.push(character),
                _ => word.push(Span { style: *style, text: character.to_string() }),
            }
            before = character;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use anstyle::AnsiColor;
    use proptest::prelude::*;

    use super::*;

    const MARGIN: Margin<'_> = Margin { first: "├─ ", rest: "│  ", style: Style::new() };

    /// The text as it is written.
    fn written(spans: &[Span], width: Option<usize>) -> String {
        let mut bytes = Vec::new();
        write(&mut bytes, MARGIN, spans, width).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn lines_fit_and_hang() {
        let text = [Span::plain("Cầu Tre thông xe sau Tết, người dân đi lại dễ dàng hơn")];
        assert_eq!(written(&text, None), "├─ Cầu Tre thông xe sau Tết, người dân đi lại dễ dàng hơn\n");
        assert_eq!(written(&text, Some(24)), "├─ Cầu Tre thông xe sau\n│  Tết, người dân đi lại\n│  dễ dàng hơn\n");
        assert_eq!(written(&[], Some(24)), "├─ \n");
    }

    #[test]
    fn marks_take_no_column_and_wide_letters_two() {
        // Twenty-one columns, however the marks are stored.
        for text in ["Cầu Tre thông xe năm", "Ca\u{302}\u{300}u Tre tho\u{302}ng xe na\u{306}m"] {
            assert_eq!(written(&[Span::plain(text)], Some(23)), format!("├─ {text}\n"));
            assert_eq!(written(&[Span::plain(text)], Some(22)).lines().count(), 2);
        }
        assert_eq!(written(&[Span::plain(&"字".repeat(9))], Some(19)), "├─ 字字字字字字字字\n│  字\n");
    }

    #[test]
    fn a_style_goes_on_in_the_next_line() {
        let red = AnsiColor::Red.on_default();
        let spans = [Span::plain("một hai "), Span::new(red, "ba bốn năm sáu bảy"), Span::plain(".")];
        assert_eq!(written(&spans, Some(19)), format!("├─ một hai {red}ba bốn{red:#}\n│  {red}năm sáu bảy{red:#}.\n"));
    }

    #[test]
    fn a_word_without_room_is_cut() {
        assert_eq!(
            written(&[Span::plain("a aaaaaaaaaaaaaaaaaaaa b")], Some(3)),
            "├─ a\n│  aaaaaaaaaaaaaaaa\n│  aaaa b\n"
        );
    }

    proptest! {
        #[test]
        fn every_word_stands_in_a_line_that_fits(words in prop::collection::vec("[a-zếộữ字]{1,30}", 1..20), width in 0usize..60) {
            let text = words.join(" ");
            let lines = written(&[Span::plain(&text)], Some(width));
            let room = width.max(LEAST + 3);
            prop_assert!(lines.lines().all(|line| line.width() <= room), "{lines}");
            let letters: String = lines.lines().map(|line| line.chars().skip(3).collect::<String>()).collect();
            prop_assert_eq!(letters.replace(' ', ""), text.replace(' ', ""));
        }
    }
}
