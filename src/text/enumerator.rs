//! Enumerators at the head of a line: `1.`, `01)`, `7/`, `II.`, `a)`, `(1)`, `- `, `* `.
//!
//! Only the shape is read; whether a number opens an article, a contents entry or a list item is decided later.
use crate::text::{chars, part};

/// What kind of enumerator a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enumerator<'t> {
    /// An arabic number and the mark after it.
    Arabic {
        /// Its value.
        value: u32,
        /// `.`, `)`, `/`, `-` or `:`.
        mark: char,
    },
    /// A roman number in capitals, as printed without its mark; or the number of a part with the word for it (`PHẦN II`,
    /// `Phần thứ nhất`).
    Roman(&'t str),
    /// A single letter, as printed without its mark.
    Letter(&'t str),
    /// A number in parentheses.
    Bracketed,
    /// A number with parts (`2.1.`).
    Nested,
    /// A bullet: `-`, `–`, `+`, `•`, `*`, a sign of a symbol font.
    Bullet(char),
}

impl<'t> Enumerator<'t> {
    /// A roman number as printed.
    pub fn roman(self) -> Option<&'t str> {
        match self {
            Self::Roman(number) => Some(number),
            _ => None,
        }
    }

    /// The value of an arabic number and the mark after it.
    pub fn arabic(self) -> Option<(u32, char)> {
        match self {
            Self::Arabic { value, mark } => Some((value, mark)),
            _ => None,
        }
    }
}

/// The arabic number at the head of a text and the mark after it.
pub fn number(text: &str) -> Option<(u32, char)> {
    split(text)?.0.arabic()
}

/// Splits an enumerator from the rest of the text. The text is folded and trimmed.
pub fn split(text: &str) -> Option<(Enumerator<'_>, &str)> {
    match text.as_bytes().first()? {
        b'0'..=b'9' => arabic(text).or_else(|| nested(text)),
        b'T' if word(text).is_some() => news(text),
        b'(' => bracketed(text),
        b'a'..=b'z' | b'A'..=b'Z' => {
            if may_letter(text) {
                lettered(text)
            } else {
                part::split(text).map(|(number, title)| (Enumerator::Roman(number), title))
            }
        }
        _ => bullet(text).map(behind_bullet).or_else(|| if may_letter(text) { lettered(text) } else { None }),
    }
}

/// Whether a sign is a bullet and nothing else, or stands where a symbol font had one.
fn is_sign(c: char) -> bool {
    const SIGNS: &str = "•●◦▪■□◆◇♦❖►▶➢➤➔→✓✔★☆";
    SIGNS.contains(c) || ('\u{F020}'..='\u{F0FF}').contains(&c)
}

/// A number behind a bullet says more than the bullet (`• 1. Tin`). Behind a dash, other marks make it the item's own text.
fn behind_bullet<'t>(found: (Enumerator<'t>, &'t str)) -> (Enumerator<'t>, &'t str) {
    let sure = matches!(found.0, Enumerator::Bullet(sign) if is_sign(sign));
    let number = |rest: &'t str| rest.as_bytes().first()?.is_ascii_digit().then(|| arabic(rest))?;
    number(found.1).filter(|(number, _)| sure || matches!(number.arabic(), Some((_, '.' | '/')))).unwrap_or(found)
}

fn bullet(text: &str) -> Option<(Enumerator<'_>, &str)> {
    let first = text.chars().next()?;
    let is_sign = !matches!(first, '-' | '–' | '+' | '*');
    if is_sign && !self::is_sign(first) {
        return None;
    }
    let rest = text.get(first.len_utf8()..)?;
    let spaced = rest.starts_with(char::is_whitespace);
    // `-2,5 %` and `*chú thích` are no bullets; a bullet glued to a capital is one.
    (spaced || (is_sign || matches!(first, '-' | '+')) && rest.starts_with(chars::is_uppercase))
        .then(|| (Enumerator::Bullet(first), rest.trim_start()))
}

fn arabic(text: &str) -> Option<(Enumerator<'_>, &str)> {
    let bytes = text.as_bytes();
    let (mut value, mut at) = (0, 0);
    while let Some(digit @ b'0'..=b'9') = bytes.get(at) {
        if at == 3 {
            return None;
        }
        value = value * 10 + u32::from(digit - b'0');
        at += 1;
    }
    let rest = bytes.get(at..)?;
    if let [b' ', b'.' | b')' | b'/' | b'-', ..] | [b' ', 0xE2, 0x80, 0x93, ..] = rest {
        at += 1;
    }
    let (mark, length) = match bytes.get(at..)? {
        [mark @ (b'.' | b')' | b'/' | b'-' | b':'), ..] => (char::from(*mark), 1),
        // The en dash.
        [0xE2, 0x80, 0x93, ..] => ('-', 3),
        _ => return None,
    };
    at += length;
    // `1.)`, `1./`, `1.-`
    if mark == '.' && matches!(bytes.get(at), Some(b')' | b'/' | b'-')) {
        at += 1;
    }
    let rest = text.get(at..)?;
    follows_mark(rest).then(|| (Enumerator::Arabic { value, mark }, trim_start(rest)))
}

fn nested(text: &str) -> Option<(Enumerator<'_>, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').filter(|end| *end > 2)?;
    let number = text.get(..end)?.trim_end_matches('.');
    let parts: Vec<&str> = number.split('.').collect();
    let fits =
        (2..=4).contains(&parts.len()) && parts.iter().all(|p| (1..=2).contains(&p.len()) && !p.starts_with('0'));
    let rest = text.get(end..)?;
    let rest = rest.strip_prefix(')').unwrap_or(rest);
    // `1.5 triệu` counts something; a heading begins with a capital.
    let opens = rest.starts_with(char::is_whitespace) && rest.trim_start().starts_with(chars::is_uppercase);
    (fits && opens).then(|| (Enumerator::Nested, rest.trim_start()))
}

/// What stands after an enumerator's mark: a space, or a title that was glued to it (`1.Hà Nội`), never a digit.
fn follows_mark(rest: &str) -> bool {
    rest.starts_with(' ')
        || rest.starts_with(|c: char| c.is_whitespace() || chars::is_uppercase(c) || matches!(c, '“' | '"' | '‘'))
}

/// [`str::trim_start`]; mostly one space is to be cut off.
fn trim_start(text: &str) -> &str {
    match text.as_bytes() {
        [b' ', b'!'..=b'~', ..] => text.get(1..).unwrap_or_default(),
        _ => text.trim_start(),
    }
}

fn bracketed(text: &str) -> Option<(Enumerator<'_>, &str)> {
    let close = text.find(')').filter(|&i| (2..=5).contains(&i))?;
    let inner = text.get(1..close)?;
    let number = inner.bytes().all(|b| b.is_ascii_digit());
    let roman = inner.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    let rest = text.get(close + 1..)?;
    let found = match inner.parse() {
        Ok(value) if number => Enumerator::Arabic { value, mark: '(' },
        _ => Enumerator::Bracketed,
    };
    ((number || roman) && rest.starts_with(' ')).then(|| (found, rest.trim_start()))
}

/// Whether a text may begin with a single letter or a roman number: most begin with a longer word.
#[inline]
fn may_letter(text: &str) -> bool {
    let is_roman = |byte: &u8| matches!(byte, b'I' | b'V' | b'X');
    match text.as_bytes() {
        [first, second, ..] if second.is_ascii_alphabetic() => is_roman(first) && is_roman(second),
        // A letter beyond ASCII, unless it is a dash.
        [0..0x80, second @ 0x80..=0xFF, ..] => *second == 0xE2,
        [0xC3..0xC7, _, next, ..] | [0xE1, _, _, next, ..] => !next.is_ascii_alphabetic(),
        _ => true,
    }
}

fn lettered(text: &str) -> Option<(Enumerator<'_>, &str)> {
    let end = text.find(|c: char| !chars::is_alphabetic(c)).filter(|end| *end > 0)?;
    let word = text.get(..end)?;
    if word.len() > 5 {
        return None;
    }
    let after = text.get(end..)?;
    let after = after.strip_prefix(' ').filter(|r| r.starts_with(['-', '–'])).unwrap_or(after);
    let mark = after.chars().next()?;
    if !matches!(mark, '.' | ')' | '/' | '-' | '–' | ':') {
        return None;
    }
    let rest = after.get(mark.len_utf8()..)?;
    let spaced = rest.starts_with(char::is_whitespace);
    if word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) {
        return follows_mark(rest).then(|| (Enumerator::Roman(word), rest.trim_start()));
    }
    // A letter needs a space after it: `P.Bảo Vinh` and `TP.` are no enumerators.
    let letter = word.chars().count() == 1
        && spaced
        && (mark == ')' || matches!(mark, '.' | '/') && word.chars().all(chars::is_uppercase));
    letter.then(|| (Enumerator::Letter(word), rest.trim_start()))
}

/// The word that counts news, which stands before the number.
const NEWS: [&str; 2] = ["Tin ", "TIN "];

/// The number of a piece of news behind the word for it (`Tin 1: …`).
fn news(text: &str) -> Option<(Enumerator<'_>, &str)> {
    let counted = text.get(word(text)?.len()..)?.trim_start();
    arabic(counted).filter(|(_, title)| follows_mark(title) || title.starts_with(|c: char| c.is_ascii_digit()))
}

/// The word that stands before the number which a text begins with (`Tin` in `Tin 1: …`).
pub fn word(text: &str) -> Option<&str> {
    let word = NEWS.iter().find(|word| text.starts_with(**word))?.trim_end();
    let digit = text.get(word.len()..)?.trim_start().starts_with(|c: char| c.is_ascii_digit());
    digit.then_some(word)
}

/// Whether a text begins with a number that hardly stands there by chance: a slash behind it, or the word for news before it.
pub fn counts_titles(text: &str) -> bool {
    number(text).is_some_and(|(_, mark)| mark == '/' || word(text).is_some())
}

/// The text without its arabic enumerator, and the number.
pub fn strip_arabic(text: &str) -> (Option<u32>, &str) {
    match split(text) {
        Some((Enumerator::Arabic { value, .. }, rest)) => (Some(value), rest),
        _ => (None, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        use Enumerator::{Arabic, Bracketed, Bullet, Letter, Nested, Roman};
        let cases: [(&str, Option<(Enumerator<'_>, &str)>); 38] = [
            ("1. Tin", Some((Arabic { value: 1, mark: '.' }, "Tin"))),
            ("01) Tin", Some((Arabic { value: 1, mark: ')' }, "Tin"))),
            ("7/ Tin", Some((Arabic { value: 7, mark: '/' }, "Tin"))),
            ("1- Tin", Some((Arabic { value: 1, mark: '-' }, "Tin"))),
            ("Tin 1: Chợ", Some((Arabic { value: 1, mark: ':' }, "Chợ"))),
            ("TIN 02. CHỢ", Some((Arabic { value: 2, mark: '.' }, "CHỢ"))),
            ("Tin 3: 63 chợ", Some((Arabic { value: 3, mark: ':' }, "63 chợ"))),
            ("Tin 24: giờ", None),
            ("Tin chợ 1: Hai", None),
            ("1 - Tin", Some((Arabic { value: 1, mark: '-' }, "Tin"))),
            ("12.Tin", Some((Arabic { value: 12, mark: '.' }, "Tin"))),
            ("12.5 triệu", None),
            ("2.1. Thể chế", Some((Nested, "Thể chế"))),
            ("1.2.3 Thể chế", Some((Nested, "Thể chế"))),
            ("• 1. Tin", Some((Arabic { value: 1, mark: '.' }, "Tin"))),
            ("* 7/ Tin", Some((Arabic { value: 7, mark: '/' }, "Tin"))),
            ("• 1) Tin", Some((Arabic { value: 1, mark: ')' }, "Tin"))),
            ("- 1- Tin", Some((Bullet('-'), "1- Tin"))),
            ("♦ Tin", Some((Bullet('♦'), "Tin"))),
            ("\u{F0D8}Tin", Some((Bullet('\u{F0D8}'), "Tin"))),
            ("9/12, tỉnh", None),
            ("2024. Năm", None),
            ("100% hồ sơ", None),
            ("II. PHẦN", Some((Roman("II"), "PHẦN"))),
            ("PHẦN II: TIN", Some((Roman("PHẦN II"), "TIN"))),
            ("IV - PHẦN", Some((Roman("IV"), "PHẦN"))),
            ("a) Một", Some((Letter("a"), "Một"))),
            ("đ) Một", Some((Letter("đ"), "Một"))),
            ("B. Một", Some((Letter("B"), "Một"))),
            ("A/ MỘT", Some((Letter("A"), "MỘT"))),
            ("a/ Một", None),
            ("P.Bảo Vinh", None),
            ("(1) Gửi", Some((Arabic { value: 1, mark: '(' }, "Gửi"))),
            ("(ii) Gửi", Some((Bracketed, "Gửi"))),
            ("(Plo.vn 19/4)", None),
            ("- Gửi", Some((Bullet('-'), "Gửi"))),
            ("* Vì sự hài lòng", Some((Bullet('*'), "Vì sự hài lòng"))),
            ("-2,5 %", None),
        ];
        for (text, want) in cases {
            assert_eq!(split(text), want, "{text}");
        }
    }
}
