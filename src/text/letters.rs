//! What the letters of a short text tell: capitals, sentence ends, function words.
use crate::text::chars;
use crate::text::scan;

/// Whether a character is the mark of a footnote, or a part of one.
fn is_footnote_mark(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// The last character that is not a closing quote or bracket or the mark of a footnote.
fn last_mark(text: &str) -> Option<char> {
    // Most texts end in a letter of ASCII or a mark that is looked for.
    if let Some(&last @ (b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b',' | b':' | b';')) = text.as_bytes().last()
    {
        return Some(char::from(last));
    }
    let closes = |c: char| matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | ']' | '*') || is_footnote_mark(c);
    text.trim_end_matches(|c: char| c.is_whitespace() || closes(c)).chars().next_back()
}

/// Whether the text ends a sentence: `.`, `!`, `?`, `…`, `:` or `;`, perhaps before a closing quote or bracket.
pub fn ends_sentence(text: &str) -> bool {
    matches!(last_mark(text), Some('.' | '!' | '?' | '…' | ':' | ';'))
}

/// Whether the text ends with a full stop, an ellipsis or a semicolon, as running text does and titles do not.
pub fn ends_like_prose(text: &str) -> bool {
    matches!(last_mark(text), Some('.' | '…' | ';'))
}

/// Whether a line opens with a greeting.
pub fn opens_greeting(line: &str) -> bool {
    const WORDS: [&str; 7] = ["Kính thưa ", "Kính gửi ", "Kính chào ", "Thưa ", "Chào bạn", "Chào các ", "Chào quý "];
    WORDS.iter().any(|words| line.starts_with(words))
}

/// Whether a line greets those who are spoken or written to, and nothing else (`Kính thưa Hội nghị,`, `Bạn đọc thân mến,`).
pub fn is_greeting(line: &str) -> bool {
    const MOST_WORDS: usize = 14;
    const ENDS: [&str; 4] = [" thân mến,", " kính mến,", " yêu quý,", " thân yêu,"];
    line.ends_with(',')
        && (opens_greeting(line) || ENDS.iter().any(|words| line.ends_with(words)))
        && words(line) <= MOST_WORDS
}

/// Whether the text breaks off in the middle: no sentence end, no closing quote or bracket either.
pub fn is_open(text: &str) -> bool {
    !matches!(
        text.trim_end_matches(|c: char| c.is_whitespace() || is_footnote_mark(c)).chars().next_back(),
        None | Some('.' | '!' | '?' | '…' | ':' | ';' | '"' | '”' | '’' | '»' | ')' | ']')
    )
}

/// The first letter or digit.
pub fn first_alnum(text: &str) -> Option<char> {
    text.chars().find(|&c| chars::is_alphanumeric(c))
}

/// Whether the first letter or digit is a small letter.
pub fn starts_small(text: &str) -> bool {
    first_alnum(text).is_some_and(chars::is_lowercase)
}

/// Whether the first letter or digit is a capital.
pub fn starts_capital(text: &str) -> bool {
    first_alnum(text).is_some_and(chars::is_uppercase)
}

/// Bytes that are counted at once: one register full.
const REGISTER: usize = 16;

/// Whether the text is set in capitals: at least `least` letters and no small one, a stray exception in long text aside.
pub fn is_capitals(text: &str, least: usize) -> bool {
    // Nearly every text shows at its head that it has more small letters than capitals could make up for.
    let mut small = 0;
    for register in text.as_bytes().as_chunks::<REGISTER>().0 {
        small += usize::from(register.iter().map(|byte| u8::from(byte.is_ascii_lowercase())).sum::<u8>());
        if small * 12 > text.len() {
            return false;
        }
    }
    let (mut upper, mut lower) = (0usize, 0usize);
    for c in text.chars() {
        if chars::is_uppercase(c) {
            upper += 1;
        } else if chars::is_lowercase(c) {
            lower += 1;
            // More small letters than capitals could make up for.
            if lower * 12 > text.len() {
                return false;
            }
        }
    }
    upper >= least && lower * 12 <= upper
}

/// Number of words of a text whose white space is folded.
pub fn words(text: &str) -> usize {
    let begins = |a, b, _| (a == b' ') & (b != b' ') & (b != 0);
    usize::from(!text.is_empty() && !text.starts_with(' ')) + scan::count(text.as_bytes(), begins)
}

/// Words that cannot end a Vietnamese sentence or a title: prepositions, conjunctions, classifiers.
/// General vocabulary of the language, no list of what any bulletin holds.
const LINKING: [&str; 44] = [
    "và", "của", "các", "những", "với", "cho", "trong", "tại", "từ", "đến", "về", "theo", "là", "được", "bị", "có",
    "để", "do", "bởi", "vì", "nên", "mà", "thì", "hoặc", "hay", "như", "khi", "nếu", "một", "mỗi", "mọi", "bằng",
    "giữa", "trên", "dưới", "qua", "sẽ", "đã", "đang", "cùng", "gồm", "nhằm", "ông", "bà",
];

/// Compounds whose last word is one of [`LINKING`], and that end sentences and headings all the same (`Kết quả đạt được`).
const COMPOUNDS: [&str; 21] = [
    "đạt được",
    "làm được",
    "thu được",
    "có được",
    "tồn tại",
    "hiện tại",
    "lý do",
    "nguyên do",
    "tự do",
    "đã có",
    "hiện có",
    "sẵn có",
    "gian qua",
    "vừa qua",
    "năm qua",
    "tháng qua",
    "tuần qua",
    "thông qua",
    "công bằng",
    "mặn mà",
    "ông bà",
];

/// Whether the last word cannot end a sentence.
pub fn ends_with_linking_word(text: &str) -> bool {
    let text = text.trim_end();
    let last = text.rsplit(char::is_whitespace).next().unwrap_or("");
    LINKING.contains(&last) && !COMPOUNDS.iter().any(|compound| chars::strip_suffix(text, compound).is_some())
}

/// Whether the last words call for the number of a document (`thực hiện Đề án` / `06/Chính phủ`). That they do behind `số`
/// alone cannot be told: it ends names as well (`Chuyển đổi số`).
pub fn calls_for_number(text: &str) -> bool {
    const CALLING: [&str; 9] =
        ["đề án", "nghị định", "nghị quyết", "quyết định", "thông tư", "chỉ thị", "kế hoạch", "công văn", "công điện"];
    let text = text.trim_end();
    // A heading may be the word alone.
    let begins = |head: &str| head.ends_with(|c| !chars::is_word_character(c));
    let text = chars::strip_suffix(text, " số").unwrap_or(text);
    CALLING.iter().any(|word| chars::strip_suffix(text, word).is_some_and(begins))
}

/// Whether the text breaks off in the name of a place: after the word for its rank and a preposition (`tại quận`), or
/// after a single syllable of the name (`tại thành phố Vĩnh`).
pub fn ends_inside_place(text: &str) -> bool {
    const RANKS: [&str; 14] =
        ["tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "TP", "TP.", "TX.", "thôn", "bản", "ấp", "đường"];
    const BEFORE: [&str; 12] = ["tại", "ở", "của", "từ", "đến", "do", "với", "UBND", "HĐND", "thành", "thị", "cho"];
    let mut words = text.split_whitespace().rev();
    let (Some(last), Some(second), Some(third)) = (words.next(), words.next(), words.next()) else { return false };
    RANKS.contains(&last) && BEFORE.contains(&second)
        || RANKS.contains(&second)
            && BEFORE.contains(&third)
            && last.chars().all(chars::is_alphabetic)
            && starts_capital(last)
}

/// Whether this is a bracket of ASCII: the round ones stand side by side, the square ones two places apart. Four
/// comparisons would become a table of bits, which no vector instruction reads.
#[inline(always)]
pub fn is_bracket(byte: u8) -> bool {
    (byte & 0xFE == b'(') | (byte.wrapping_sub(b'[') & 0xFD == 0)
}

/// Opening quotes and brackets minus closing ones; above zero where something stays open. The bracket of an enumerator
/// (`1)`, `a)`) does not count.
pub fn open_brackets(text: &str) -> i32 {
    // Most texts hold none.
    if !scan::any_window(text.as_bytes(), |a, b, c| is_bracket(c) | (a == 0xE2) & (b == 0x80) & (c & 0xFE == 0x9C))
        && !text.as_bytes().iter().take(2).any(|&a| is_bracket(a))
    {
        return 0;
    }
    // Three letters have twelve bytes at most.
    let enumerator = memchr::memchr(b')', text.as_bytes()).filter(|&at| {
        at <= 12
            && text.get(..at).is_some_and(|head| head.chars().count() <= 3 && head.chars().all(chars::is_alphanumeric))
    });
    // Nothing but a mark stands behind the end of a citation (`Anh)`).
    let listed = |rest: &&str| rest.chars().any(chars::is_alphanumeric);
    let text = enumerator.and_then(|at| text.get(at + 1..)).filter(listed).unwrap_or(text);
    let opening = |a, b, c| (a == b'(') | (a == b'[') | (a == 0xE2) & (b == 0x80) & (c == 0x9C);
    let closing = |a, b, c| (a == b')') | (a == b']') | (a == 0xE2) & (b == 0x80) & (c == 0x9D);
    let open = scan::balance(text.as_bytes(), opening, closing);
    i32::try_from(open).unwrap_or(if open > 0 { i32::MAX } else { i32::MIN })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentence_ends() {
        for (text, ends, prose, open) in [
            ("Đã xong.", true, true, false),
            ("“Đã xong.”", true, true, false),
            ("Vì sao chậm?", true, false, false),
            ("gồm:", true, false, false),
            ("cải cách hành", false, false, true),
            ("(phần mềm)", false, false, false),
            ("hồ sơ./.", true, true, false),
            ("", false, false, false),
        ] {
            assert_eq!((ends_sentence(text), ends_like_prose(text), is_open(text)), (ends, prose, open), "{text}");
        }
    }

    #[test]
    fn capitals() {
        assert!(is_capitals("CẢI CÁCH ĐỊA PHƯƠNG", 4));
        assert!(is_capitals("PHÂN TÍCH – BÌNH LUẬN", 4));
        assert!(!is_capitals("UBND tỉnh", 4));
        assert!(!is_capitals("12/2020", 1));
    }

    #[test]
    fn places_cut_in_two() {
        assert!(ends_inside_place("Trong khi đó, tại thành phố Vĩnh"));
        assert!(ends_inside_place("thí điểm tại quận"));
        assert!(!ends_inside_place("cải cách hành chính cấp tỉnh"));
        assert!(!ends_inside_place("tại thành phố Hồ Chí Minh"));
    }

    #[test]
    fn brackets_that_stay_open() {
        for (text, open) in [
            ("(Plo.vn 19/4, Lê", 1),
            ("Thoa)", -1),
            ("An)./.", -1),
            ("a) Tin", 0),
            ("1) Tin (xã", 1),
            ("“Tin (xã)”", 0),
        ] {
            assert_eq!(open_brackets(text), open, "{text}");
        }
    }

    #[test]
    fn linking_words() {
        assert!(ends_with_linking_word("chất lượng của"));
        assert!(!ends_with_linking_word("chất lượng"));
        assert!(calls_for_number("thực hiện Đề án ") && calls_for_number("theo Quyết định"));
        assert!(!calls_for_number("Kế hoạch") && !calls_for_number("thực hiện Đề án của"));
    }
}
