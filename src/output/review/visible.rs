//! Characters that a page cannot show, or should not obey, as something that can be seen.

use std::borrow::Cow;

use crate::output::paint::is_unsafe;

/// `text` with control characters, marks that turn its direction around, and what is no character as visible signs. Tabs
/// stay: they set columns.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match (is_hidden(character), u32::from(character)) {
            (false, _) => shown.push(character),
            // Unicode has a picture for each of them.
            (true, code @ 0..=0x1F) => shown.extend(char::from_u32(0x2400 + code)),
            (true, 0x7F) => shown.push('\u{2421}'),
            (true, _) => shown.extend(character.escape_unicode()),
        }
    }
    Cow::Owned(shown)
}

/// Whether a character is shown as a sign for it.
fn is_hidden(character: char) -> bool {
    let code = u32::from(character);
    character != '\t' && is_unsafe(character) || (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_shown_is_a_sign() {
        let cases = [
            ("Bản tin\tsố 7 <b>", "Bản tin\tsố 7 <b>"),
            ("a\u{c}b\0\r", "a\u{240c}b\u{2400}\u{240d}"),
            ("\u{7f}\u{9b}\u{202e}\u{ffff}\u{fdd0}", "\u{2421}\\u{9b}\\u{202e}\\u{ffff}\\u{fdd0}"),
        ];
        for (text, expected) in cases {
            assert_eq!(visible(text), expected);
        }
    }
}
