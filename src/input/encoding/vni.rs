//! VNI for Windows: a base letter and a code for its marks behind it, and nine letters in one code.

use super::{Unknown, western};

/// The bases that a code for marks goes with, and the letters that come of it, in the same order. All in small letters.
///
/// Source: the character table of VNI Software for its Windows fonts (`VNI-Times`); converters agree on it. The grave and
/// acute of `i` are two codes in some files, one in others.
const fn marked(mark: char) -> Option<(&'static str, &'static str)> {
    Some(match mark {
        'ø' => ("aeiouyôö", "àèìòùỳờừ"),
        'ù' => ("aeiouyôö", "áéíóúýớứ"),
        'û' => ("aeouyôö", "ảẻỏủỷởử"),
        'õ' => ("aeouyôö", "ãẽõũỹỡữ"),
        'ï' => ("aeouyôö", "ạẹọụỵợự"),
        'â' => ("aeo", "âêô"),
        'à' => ("aeo", "ầềồ"),
        'á' => ("aeo", "ấếố"),
        'å' => ("aeo", "ẩểổ"),
        'ã' => ("aeo", "ẫễỗ"),
        'ä' => ("aeo", "ậệộ"),
        'ê' => ("a", "ă"),
        'è' => ("a", "ằ"),
        'é' => ("a", "ắ"),
        'ú' => ("a", "ẳ"),
        'ü' => ("a", "ẵ"),
        'ë' => ("a", "ặ"),
        _ => return None,
    })
}

/// The letters in one code, small. Same source.
const fn single(code: char) -> Option<char> {
    Some(match code {
        'ñ' => 'đ',
        'ì' => 'ì',
        'í' => 'í',
        'æ' => 'ỉ',
        'ó' => 'ĩ',
        'ò' => 'ị',
        'ô' => 'ơ',
        'ö' => 'ư',
        'î' => 'ỵ',
        _ => return None,
    })
}

/// The small letter of a code; both cases lie in Latin-1, 0x20 apart.
const fn small(code: char) -> char {
    match code {
        'À'..='Þ' => match char::from_u32(code as u32 + 0x20) {
            Some(c) => c,
            None => code,
        },
        _ => code.to_ascii_lowercase(),
    }
}

/// `letter` in the case of `like`.
fn in_case_of(like: char, letter: char) -> char {
    if like.is_uppercase() { letter.to_uppercase().next().unwrap_or(letter) } else { letter }
}

/// The letter of a base and the code for marks behind it. The base decides the case.
fn pair(base: char, mark: char) -> Option<char> {
    if !matches!(mark, 'À'..='ÿ') {
        return None;
    }
    let (bases, letters) = marked(small(mark))?;
    let at = bases.chars().position(|c| c == small(base))?;
    letters.chars().nth(at).map(|letter| in_case_of(base, letter))
}

/// Decodes the Western reading of a text, the longest match first.
pub fn decode(text: &str, unknown: Unknown) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if (c.is_ascii_alphabetic() || matches!(c, 'Ô' | 'Ö' | 'ô' | 'ö'))
            && let Some(letter) = chars.peek().and_then(|mark| pair(c, *mark))
        {
            chars.next();
            out.push(letter);
        } else if c.is_ascii() {
            out.push(c);
        } else if let Some(letter) = single(small(c)) {
            out.push(in_case_of(c, letter));
        } else {
            out.push(unknown.treat(western::out_of_latin_1(c)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_kinds_of_letters() {
        let cases = [
            ("Ñieåm baùo huyeän Maây Xanh", "Điểm báo huyện Mây Xanh"),
            ("BAÛN TIN CAÛI CAÙCH HAØNH CHÍNH", "BẢN TIN CẢI CÁCH HÀNH CHÍNH"),
            ("ngöôøi, tröôùc, ÑÖÔÏC", "người, trước, ĐƯỢC"),
            ("kyø, kyû, kî, kyï, KÎ", "kỳ, kỷ, kỵ, kỵ, KỴ"),
            ("nghæ, nghó, nghò, ñí, ñiù", "nghỉ, nghĩ, nghị, đí, đí"),
            // A capital whose mark was typed small.
            ("Aùo", "Áo"),
            ("\u{93}coù\u{94}", "“có”"),
        ];
        for (text, expected) in cases {
            assert_eq!(decode(text, Unknown::Keep), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_code_stays_or_is_marked() {
        assert_eq!(decode("xø Müller 20°", Unknown::Keep), "xø Müller 20°");
        assert_eq!(decode("xø Müller 20°", Unknown::Mark), "x\u{fffd} M\u{fffd}ller 20°");
    }
}
