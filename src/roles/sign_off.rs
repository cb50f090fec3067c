//! The end of an office's letter that hands a bulletin on: who signs, for whom, who receives it, where readers write to.
//!
//! Read by hand: the pattern for it is large, and every run that met one such word would compile it.

use crate::text::chars;

/// Whether a line ends a letter so.
pub(super) fn ends_letter(text: &str) -> bool {
    match text.as_bytes() {
        [b'(', ..] => is_signed(text),
        [b'T' | b'K', ..] => signs_for(text),
        [b'm' | b'M', ..] => asks_readers(text),
        _ => names_receivers(text),
    }
}

/// `Nơi nhận:`, with those who receive it behind or below.
fn names_receivers(text: &str) -> bool {
    chars::strip_prefix(text, "nơi nhận")
        .map(str::trim_start)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
}

/// `TL. CHỦ TỊCH`: whom somebody signs for.
fn signs_for(text: &str) -> bool {
    let behind = ["TL.", "KT.", "TM.", "TUQ.", "T/L.", "T/M."].iter().find_map(|short| text.strip_prefix(short));
    behind.is_some_and(|rest| rest.strip_prefix(' ').unwrap_or(rest).starts_with(chars::is_uppercase))
}

/// `(Đã ký)`
fn is_signed(text: &str) -> bool {
    let inner = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    inner.is_some_and(|inner| ["ký", "ký tên", "đã ký", "đã ký tên"].iter().any(|words| chars::is_word(inner, words)))
}

/// `Mọi ý kiến xin gửi về …`
fn asks_readers(text: &str) -> bool {
    /// Most characters between what readers may have and where they bring it.
    const MOST_BETWEEN: usize = 80;
    let Some(what) = chars::strip_prefix(text, "mọi ") else { return false };
    let things = ["ý kiến", "thông tin", "thắc mắc", "góp ý"];
    let Some(rest) = things.iter().find_map(|thing| chars::strip_prefix(what, thing)) else { return false };
    let sends = |(at, _): (usize, char)| {
        let verb = rest.get(at..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or_default();
        ["gửi ", "liên hệ "].iter().any(|word| chars::strip_prefix(verb, word).is_some())
    };
    rest.char_indices().take(MOST_BETWEEN + 1).any(sends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::pattern::pattern;

    /// It reads what this pattern does.
    #[test]
    fn as_the_pattern_reads() {
        let pattern = pattern(concat!(
            r"^(?:(?i:nơi nhận)\s*(?::|$)|(?:TL|KT|TM|TUQ|T/L|T/M)\. ?\p{Lu}|(?i:\((?:đã )?ký(?: tên)?\)$)",
            r"|(?i:mọi (?:ý kiến|thông tin|thắc mắc|góp ý).{0,80}? (?:gửi|liên hệ) ))"
        ));
        let (near, far) = ("a".repeat(80), "ă".repeat(81));
        let (near, far) = (format!("Mọi góp ý{near} gửi về xã"), format!("Mọi góp ý{far} gửi về xã"));
        for (text, ends) in [
            ("Nơi nhận:", true),
            ("NƠI NHẬN :", true),
            ("nơi nhận", true),
            ("Nơi nhận: xã", true),
            ("Nơi nhận hồ sơ", false),
            ("TL. CHỦ TỊCH", true),
            ("KT.TRƯỞNG PHÒNG", true),
            ("T/M. Đảng ủy", true),
            ("TUQ.  CHỦ TỊCH", false),
            ("TM. ủy ban", false),
            ("Tm. Ủy ban", false),
            ("(Đã ký)", true),
            ("(ĐÃ KÝ TÊN)", true),
            ("(ký)", true),
            ("(đã ký )", false),
            ("(Đã ký) Lê Tám", false),
            ("Mọi ý kiến xin gửi về xã", true),
            ("MỌI THẮC MẮC LIÊN HỆ số 5", true),
            ("Mọi thông tin gửi", false),
            ("Mọi thông tin đã gửi.", false),
            ("Mọi người gửi về xã", false),
            (&near, true),
            (&far, false),
        ] {
            assert_eq!((ends_letter(text), pattern.is_match(text)), (ends, ends), "{text}");
        }
    }
}
