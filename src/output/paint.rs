//! What people read at a terminal: styles, and text that cannot play tricks on it.

use std::borrow::Cow;

use anstyle::{AnsiColor, Style};

use crate::model::Severity;

/// The styles of what is written for people; without colours each of them is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Palette {
    /// The word `error`.
    pub error: Style,
    /// The word `warning`.
    pub warning: Style,
    /// The word `note`.
    pub note: Style,
    /// The name of a file.
    pub path: Style,
    /// A heading.
    pub heading: Style,
    /// A number or a date.
    pub value: Style,
    /// What only holds the rest together.
    pub faint: Style,
}

impl Palette {
    /// The palette with or without colours.
    pub const fn new(colours: bool) -> Self {
        if !colours {
            let none = Style::new();
            return Self {
                error: none,
                warning: none,
                note: none,
                path: none,
                heading: none,
                value: none,
                faint: none,
            };
        }
        Self {
            error: AnsiColor::Red.on_default().bold(),
            warning: AnsiColor::Yellow.on_default().bold(),
            note: AnsiColor::Green.on_default().bold(),
            path: AnsiColor::Blue.on_default().bold(),
            heading: Style::new().bold(),
            value: AnsiColor::Cyan.on_default(),
            faint: Style::new().dimmed(),
        }
    }

    /// The style of the word for a severity.
    pub const fn severity(&self, severity: Severity) -> Style {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Note => self.note,
        }
    }
}

/// `text` with control characters escaped, so that a name or a title can neither break a line nor send a code to the
/// terminal.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if is_unsafe(character) {
            safe.extend(character.escape_default());
        } else {
            safe.push(character);
        }
    }
    Cow::Owned(safe)
}

/// Control characters, the separators of lines and paragraphs, and the marks that turn the direction of the text around.
pub(crate) fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_escaped() {
        let cases = [
            ("Bản tin số 7.txt", "Bản tin số 7.txt"),
            ("a\nb\t\"c\"", "a\\nb\\t\"c\""),
            ("\u{1b}[31m\0", "\\u{1b}[31m\\u{0}"),
            ("txt.\u{202e}gpj", "txt.\\u{202e}gpj"),
            ("a\u{2028}b\u{200f}c\u{61c}", "a\\u{2028}b\\u{200f}c\\u{61c}"),
        ];
        for (text, expected) in cases {
            assert_eq!(printable(text), expected);
        }
    }

    #[test]
    fn without_colours_nothing_is_written() {
        assert_eq!(Palette::new(false), Palette::default());
        assert_eq!(Palette::new(false).error.render().to_string(), "");
        assert_ne!(Palette::new(true).error.render().to_string(), "");
    }
}
