//! Labels: the lines that name the kind of a conference document, alone, with their number or speaker, or before a title.
//!
//! Knows the words and how they are printed. Whether a document begins at a label is decided where the lines around it are
//! in view.

use super::presenter;
use crate::lines::Line;
use crate::text::{chars, letters, markup, normalise};

/// Words that name the kind of a conference document. General vocabulary of administrative papers.
const LABELS: &[&str] = &[
    "THAM LUẬN",
    "BÀI THAM LUẬN",
    "Ý KIẾN",
    "Ý KIẾN THAM LUẬN",
    "BÁO CÁO",
    "BÁO CÁO THAM LUẬN",
    "DỰ THẢO",
    "BÀI PHÁT BIỂU",
    "PHÁT BIỂU",
    "BÀI TRÌNH BÀY",
    "BÀI VIẾT",
    "DIỄN VĂN",
    "TỜ TRÌNH",
    "KẾ HOẠCH",
    "ĐỀ ÁN",
    "CHƯƠNG TRÌNH",
    "CHUYÊN ĐỀ",
    "ĐỀ DẪN",
    "KẾT LUẬN",
    "TÓM TẮT",
    "TRÌNH BÀY",
    "THÔNG BÁO",
    "TRAO ĐỔI",
    "THẢO LUẬN",
    "BẢN THAM LUẬN",
    "LỜI PHÁT BIỂU",
    "LỜI CHÀO MỪNG",
    "QUY CHẾ",
    "NGHỊ QUYẾT",
    "QUYẾT ĐỊNH",
    "BIÊN BẢN",
    "ĐỀ CƯƠNG",
    "GIẤY MỜI",
    "LỜI KHAI MẠC",
    "LỜI BẾ MẠC",
    "LỜI NÓI ĐẦU",
    "LỜI GIỚI THIỆU",
    "GỢI Ý THẢO LUẬN",
    "BÀI BÁO CÁO",
    "TỔNG KẾT HỘI",
];

/// Labels of documents that are spoken or read out. Behind them may stand what the document is called by (`DIỄN VĂN KHAI
/// MẠC`, `BÁO CÁO ĐỀ DẪN`).
const SPOKEN: &[&str] = &[
    "DIỄN VĂN",
    "BÀI PHÁT BIỂU",
    "PHÁT BIỂU",
    "LỜI PHÁT BIỂU",
    "LỜI CHÀO MỪNG",
    "BÀI BÁO CÁO",
    "BÁO CÁO",
    "THAM LUẬN",
    "BÀI THAM LUẬN",
];

/// Headings that call a document by themselves.
const WHOLE: &[&str] = &[
    "LỜI KHAI MẠC",
    "LỜI BẾ MẠC",
    "LỜI NÓI ĐẦU",
    "LỜI GIỚI THIỆU",
    "GỢI Ý THẢO LUẬN",
    "KẾT LUẬN HỘI NGHỊ",
    "KẾT LUẬN HỘI THẢO",
    "KẾT LUẬN ĐẠI HỘI",
    "TỔNG KẾT HỘI NGHỊ",
    "TỔNG KẾT HỘI THẢO",
    "NGHỊ QUYẾT HỘI NGHỊ",
    "NGHỊ QUYẾT ĐẠI HỘI",
    "CHƯƠNG TRÌNH HỘI NGHỊ",
    "CHƯƠNG TRÌNH HỘI THẢO",
    "CHƯƠNG TRÌNH ĐẠI HỘI",
    "CHƯƠNG TRÌNH LÀM VIỆC",
];

/// What stands between the kind of a document and who speaks.
pub const OF: &str = " CỦA ";

/// Whether a text names the kind of a conference document: in capitals, or a speech with its number (`Tham luận số 2:`).
pub fn is_label(text: &str) -> bool {
    /// Most words of a label, and of one that says whose document it is.
    const MOST_WORDS: (usize, usize) = (6, 14);
    let words = || letters::words(text);
    opens_like_label(text)
        && letters::is_capitals(text, 4)
        && (words() <= MOST_WORDS.0 || text.contains(" CỦA ") && words() <= MOST_WORDS.1)
        || is_numbered_speech(text)
}

/// Whether a text is `Tham luận`, in any case, perhaps with its number and a colon.
fn is_numbered_speech(text: &str) -> bool {
    /// Longest of them, in bytes, and some more.
    const LONGEST: usize = 40;
    if text.len() > LONGEST {
        return false;
    }
    let text = ["bài ", "báo cáo "].iter().find_map(|word| chars::strip_prefix(text, word)).unwrap_or(text);
    let Some(rest) = chars::strip_prefix(text, "tham luận") else { return false };
    let rest = rest.strip_suffix(':').unwrap_or(rest).trim();
    let number = chars::strip_prefix(rest, "số").map_or(rest, str::trim_start);
    number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit()) && (rest.is_empty() || !number.is_empty())
}

/// The kind and the speaker that a label names (`THAM LUẬN CỦA`, `SỞ Y TẾ`).
pub fn with_speaker(label: &str) -> Option<(&str, &str)> {
    let (kind, speaker) = label.split_at(label.find(OF)? + OF.trim_end().len());
    presenter::names_presenter(speaker.trim()).then_some((kind, speaker.trim()))
}

/// Whether a label is all that a document may be called by: it says more than the kind (`BÁO CÁO ĐỀ DẪN`, `THAM LUẬN CỦA CHI
/// BỘ MỘT`), or opens or closes the conference (`LỜI BẾ MẠC`).
pub fn is_whole(label: &str) -> bool {
    /// Most letters behind the kind that are a number of it (`SỐ 12`), in bytes.
    const NUMBER: usize = 10;
    let more = |kind: &&str| label.strip_prefix(*kind).is_some_and(|rest| rest.starts_with(' ') && rest.len() > NUMBER);
    let spoken = || SPOKEN.iter().any(more) && !LABELS.contains(&label);
    WHOLE.iter().any(|words| label.starts_with(words)) || spoken()
}

/// Whether a text greets or thanks those who listen, as the first and last lines of a speech do.
pub fn is_salutation(text: &str) -> bool {
    const WORDS: [&str; 5] = ["kính thưa", "kính gửi", "xin cảm ơn", "xin trân trọng", "trân trọng cảm ơn"];
    let opens = |words: &str| chars::strip_prefix(text, words).is_some();
    WORDS.into_iter().any(opens) || opens("thưa ") && text.ends_with(['!', ',', ':'])
}

/// The label and the title of a speech where a colon parts them on one line (`THAM LUẬN: Giữ rừng ở xã`), perhaps behind its
/// number (`THAM LUẬN SỐ 2: …`).
pub fn titled(text: &str) -> Option<(&str, &str)> {
    /// Speeches and reports alone: other labels stand before a colon in running text as well.
    const KINDS: [&str; 5] = ["THAM LUẬN", "BÀI THAM LUẬN", "BÁO CÁO THAM LUẬN", "BÀI PHÁT BIỂU", "PHÁT BIỂU"];
    /// Fewest words of a title.
    const FEWEST_WORDS: usize = 3;
    let (label, title) = KINDS.iter().find_map(|kind| {
        let rest = text.strip_prefix(kind)?.trim_start();
        let numbered = rest.strip_prefix("SỐ").map_or(rest, str::trim_start);
        let rest = numbered.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start().strip_prefix(':')?;
        Some((text.get(..text.len() - rest.len() - 1)?.trim_end(), rest.trim()))
    })?;
    (letters::words(title) >= FEWEST_WORDS && !letters::starts_small(title)).then_some((label, title))
}

/// Whether a label opens a line and a title was glued to it (`THAM LUẬN**Title**`).
pub fn is_glued(line: &Line<'_>) -> bool {
    // Without stars it reads as it is printed.
    line.is_rewritten() && {
        let head = markup::double_stars(line.raw).and_then(|at| line.raw.get(..at)).unwrap_or_default();
        is_label(&normalise::fold_space(head.trim_start_matches('#').trim()))
    }
}

/// The longest word for the kind of a conference document that a text opens with.
pub fn opening(text: &str) -> Option<&'static str> {
    let labels = || LABELS.iter().copied().filter(|label| text.starts_with(label)).max_by_key(|label| label.len());
    opens_like_label(text).then(labels)?
}

/// Whether a text opens with a word that names the kind of a conference document.
fn opens_like_label(text: &str) -> bool {
    // Most lines go on in small letters.
    let Some(head @ [first, second]) = text.as_bytes().first_chunk::<2>() else { return false };
    !second.is_ascii_lowercase()
        && matches!(first, b'B' | b'C' | b'D' | b'G' | b'K' | b'L' | b'N' | b'P' | b'Q' | b'T' | 0xC3 | 0xC4)
        && LABELS.iter().any(|label| label.as_bytes().first_chunk() == Some(head) && text.starts_with(label))
}

/// Whether a text announces the abstract of a paper, which stands in it and labels none.
pub fn is_abstract(text: &str) -> bool {
    chars::strip_prefix(text, "tóm tắt").is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        for text in [
            "THAM LUẬN",
            "THAM LUẬN SỐ 2",
            "Tham luận số 2:",
            "Bài tham luận 2",
            "THAM LUẬN CỦA HỘI NÔNG DÂN XÃ ĐỒI CHÈ",
        ] {
            assert!(is_label(text), "{text}");
        }
        for text in ["Tham luận số", "Tham luận của xã", "Tham luận về rừng", "Báo cáo 2"] {
            assert!(!is_label(text), "{text}");
        }
    }

    #[test]
    fn parts_of_labels() {
        assert_eq!(with_speaker("THAM LUẬN CỦA SỞ MỘT"), Some(("THAM LUẬN CỦA", "SỞ MỘT")));
        assert_eq!(with_speaker("THAM LUẬN CỦA CÁC XÃ"), None);
        assert_eq!(titled("THAM LUẬN: Giữ rừng ở xã"), Some(("THAM LUẬN", "Giữ rừng ở xã")));
        assert_eq!(titled("THAM LUẬN 2: Giữ rừng ở xã"), Some(("THAM LUẬN 2", "Giữ rừng ở xã")));
        assert_eq!(titled("THAM LUẬN SỐ 2: Giữ rừng ở xã"), Some(("THAM LUẬN SỐ 2", "Giữ rừng ở xã")));
        for text in ["THAM LUẬN: Rừng", "THAM LUẬN giữ rừng ở xã", "BÁO CÁO: Giữ rừng ở xã"] {
            assert_eq!(titled(text), None, "{text}");
        }
        assert!(is_abstract("TÓM TẮT") && is_abstract("Tóm tắt: Xã giữ rừng") && !is_abstract("TÓM TẮT BÁO CÁO"));
    }

    #[test]
    fn labels_that_say_all() {
        for text in
            ["DIỄN VĂN KHAI MẠC", "BÁO CÁO ĐỀ DẪN", "THAM LUẬN CỦA CHI BỘ MỘT", "LỜI BẾ MẠC", "KẾT LUẬN HỘI NGHỊ"]
        {
            assert!(is_whole(text), "{text}");
        }
        for text in
            ["THAM LUẬN", "BÁO CÁO THAM LUẬN", "THAM LUẬN SỐ 12", "BÁO CÁO 2", "KẾT LUẬN VÀ KIẾN NGHỊ", "BÀI PHÁT BIỂU"]
        {
            assert!(!is_whole(text), "{text}");
        }
        assert!(is_salutation("Kính thưa các đồng chí!") && is_salutation("Thưa Hội nghị,"));
        assert!(!is_salutation("Thưa dần tiếng máy trên đồng"));
    }
}
