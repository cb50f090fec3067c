//! TCVN3 (ABC): one code a letter, the encoding of the `.VnTime` fonts.
//!
//! It has capitals for the letters without a tone alone. A capital with a tone is its small letter, shown by a capitals
//! font (`.VnTimeH`, restored in [`capitals`](super::capitals)), or a capital before its small letter (`Aµ`), joined
//! here.

use super::{Unknown, western};

/// The letters from code 0xA0 on; a code that is no letter of the encoding stands for itself, as in Windows-1252.
///
/// Source: TCVN 5712:1993, third variant (VN3), in the ABC fonts. The codes are facts of that standard, and converters
/// such as Unikey and Vietnamese Unicode FAQ's tables agree on them.
const LETTERS: [char; 96] = [
    '\u{A0}', 'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', '¯', // A0
    '°', '±', '²', '³', '´', 'à', 'ả', 'ã', 'á', 'ạ', 'º', 'ằ', 'ẳ', 'ẵ', 'ắ', '¿', // B0
    'À', 'Á', 'Â', 'Ã', 'Ä', 'Å', 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è', 'Í', 'ẻ', 'ẽ', // C0
    'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'ì', 'ỉ', 'Ù', 'Ú', 'Û', 'ĩ', 'í', 'ị', 'ò', // D0
    'à', 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù', // E0
    'ð', 'ủ', 'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ', 'ÿ', // F0
];

/// Whether the code is no letter of the encoding, though Windows-1252 has a letter there.
const fn is_foreign(code: u32) -> bool {
    matches!(code, 0xBA | 0xC0..=0xC5 | 0xCD | 0xD9..=0xDB | 0xE0 | 0xF0 | 0xFF)
}

/// Decodes the Western reading of a text. Capitals of a capitals font are still small.
pub fn decode(text: &str, unknown: Unknown) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut before = '\0';
    for (at, c) in text.char_indices() {
        let code = u32::from(c);
        let letter = match code {
            0..0x80 => c,
            0xB9 if is_note_mark(before, text.get(at + c.len_utf8()..).unwrap_or_default()) => c,
            0xA0..=0xFF if is_foreign(code) => unknown.treat(c),
            0xA0..=0xFF => LETTERS.get(code as usize - 0xA0).copied().unwrap_or(c),
            _ => unknown.treat(western::out_of_latin_1(c)),
        };
        if code >= 0xA0 && untoned_capital(letter) == Some(before) {
            out.pop();
            before = letter.to_uppercase().next().unwrap_or(letter);
        } else {
            before = letter;
        }
        out.push(before);
    }
    out
}

/// Whether `¹`, the code of `ạ`, is the mark of a footnote, between what stands before it and behind it: it follows a
/// digit, or it opens a line that begins with a capital behind it. The letter does neither.
fn is_note_mark(before: char, behind: &str) -> bool {
    before.is_ascii_digit()
        || matches!(before, '\0' | '\n' | '\r')
            && behind.starts_with(' ')
            && behind.trim_start().starts_with(|c: char| c.is_ascii_uppercase() || matches!(c, '\u{A1}'..='\u{A7}'))
}

/// The capital without the tone of a small letter with one; None for other characters.
const fn untoned_capital(letter: char) -> Option<char> {
    Some(match letter {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' => 'A',
        'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' => 'Ă',
        'ầ' | 'ấ' | 'ẩ' | 'ẫ' | 'ậ' => 'Â',
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' => 'E',
        'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'Ê',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'I',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' => 'O',
        'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' => 'Ô',
        'ờ' | 'ớ' | 'ở' | 'ỡ' | 'ợ' => 'Ơ',
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' => 'U',
        'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'Ư',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'Y',
        _ => return None,
    })
}

/// Whether a small letter has a tone, and so no capital of its own in this encoding.
pub const fn has_no_capital(letter: char) -> bool {
    untoned_capital(letter).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_kinds_of_letters() {
        let cases = [
            ("B¸o c¸o cña ñy ban", "Báo cáo của ủy ban"),
            ("§iÓm b¸o huyÖn M©y Xanh", "Điểm báo huyện Mây Xanh"),
            ("nh\u{AD} th¬", "như thơ"),
            // A capital before its small letter; two letters of different kinds stay two.
            ("Aµ Eñ", "À Eủ"),
            ("Aµo ¡¾ Uï ¦ø", "Ào Ắ Ù Ứ"),
            // A footnote's mark has the code of a letter.
            ("n¨m 2030¹ nµy\n¹ QuyÕt ®Þnh\nv©ng\n¹ th«i", "năm 2030¹ này\n¹ Quyết định\nvâng\nạ thôi"),
            // Marks that were saved out of ISO 8859-1.
            ("\u{93}Cã\u{94}\u{85}", "“Có”…"),
            ("plain – ascii", "plain – ascii"),
        ];
        for (text, expected) in cases {
            assert_eq!(decode(text, Unknown::Keep), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_code_stays_or_is_marked() {
        assert_eq!(decode("Hà 20°", Unknown::Keep), "Hà 20°");
        assert_eq!(decode("Hà 20°", Unknown::Mark), "H\u{fffd} 20°");
        assert_eq!(decode("Cầu", Unknown::Mark), "C\u{fffd}u");
    }
}
