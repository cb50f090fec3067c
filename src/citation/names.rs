//! People's names, and the names of newspapers that look like them.
//!
//! Knows the everyday words that begin as a family name does and the subjects of newspapers. It says how a name looks and
//! which of the two it is rather, never who is meant; whether a piece of a citation is its source or its by-line is decided
//! in `read`.

use std::sync::LazyLock;

use super::byline::{Join, Piece, people_in, pieces, read_piece, signs};
use super::vocabulary::{is_coined, is_common_noun, is_place, opens_with_place};
use crate::text::chars;
use crate::text::lexicon::Lexicon;
use crate::text::person::{is_family_name, is_initial};
use crate::text::syllable::is_syllable_shaped;

/// Everyday compounds whose first word is a family name too, lower case: newspapers, offices and movements are called
/// after them (`An ninh …`, `Công thương`, `Nông nghiệp …`), people are not.
#[rustfmt::skip]
const COMPOUNDS: &[&str] = &[
    "an ninh", "an sinh", "an toàn", "bạch kim", "bạch tuộc", "cao cấp", "cao đẳng", "cao niên", "cao su",
    "cao tuổi", "ca nhạc", "cái bang", "công an", "công báo", "công bằng", "công chức", "công chứng", "công cộng",
    "công dân", "công đoàn", "công đồng", "công giáo", "công khai", "công luận", "công lý", "công nghệ", "công nghiệp",
    "công nhân", "công thương", "công trình", "công ty", "công văn", "công vụ", "danh mục", "danh nhân", "danh sách",
    "doanh nghiệp", "doanh nhân", "dư luận", "đoàn kết", "đoàn thể", "đoàn viên", "đồng bào", "đồng bằng", "đồng hành",
    "đồng khởi", "đồng thuận", "đường bộ", "đường sắt", "đường thủy", "giang sơn", "hạ tầng", "hàng hải",
    "hàng hóa", "hàng hoá", "hàng không", "hình sự", "hình ảnh", "hoa học", "hoàng gia", "hoàng sa", "hồng thập",
    "kim loại", "kim ngạch", "lao động", "lâm nghiệp", "lâm sản", "lý luận", "lý tưởng", "mạnh thường", "nông dân",
    "nông nghiệp", "nông sản", "nông thôn", "phương đông", "phương nam", "phương tây", "phương tiện", "quan điểm",
    "quan hệ", "quan sát", "quan tâm", "quản lý", "quản trị", "quảng cáo", "quảng trường", "tăng cường", "tăng trưởng",
    "thái bình", "thái học", "thân nhân", "thân thiện", "thi ca", "thi đua", "thi hành", "thôi thúc", "tiêu chuẩn",
    "tiêu dùng", "tiêu điểm", "trang trại", "trình báo", "từ điển", "từ thiện", "văn bản", "văn chương", "văn hiến",
    "văn hóa", "văn hoá", "văn học", "văn minh", "văn nghệ", "văn phòng", "văn thể", "viên chức", "vũ khí", "vũ trụ",
    "vương quốc", "xa lộ",
];

static COMPOUND: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(COMPOUNDS));

/// Words that end the name of a newspaper and no person's, lower case: `… Mới`, `… Trẻ`, `… Ngày Nay`, `… Nhật báo`.
#[rustfmt::skip]
const LAST_WORDS_OF_PAPERS: &[&str] = &[
    "mới", "trẻ", "nay", "báo", "sống", "thị", "số", "online", "tuần", "tháng", "ngày", "sáng", "chiều", "việt", "san",
    "tin", "đàn",
];

/// Those of [`COMPOUNDS`] that people sign with as well, lower case.
const PEN_NAMES: [&str; 12] = [
    "bạch kim",
    "công bằng",
    "công lý",
    "đoàn kết",
    "đồng khởi",
    "giang sơn",
    "hoàng gia",
    "hoàng sa",
    "phương đông",
    "phương nam",
    "thái bình",
    "thái học",
];

/// Those of [`LAST_WORDS_OF_PAPERS`] that end no person's name either, lower case.
const ENDS_OF_PAPERS: [&str; 8] = ["mới", "trẻ", "nay", "báo", "sống", "thị", "số", "online"];

/// Second halves of the double names of newspapers (`Sức khỏe - Đời sống`, `Giáo dục - Thời đại`), lower case.
#[rustfmt::skip]
const SUBJECTS: &[&str] = &[
    "biển đảo", "bình luận", "cuộc sống", "công nghệ", "công thương", "doanh nghiệp", "dân số", "dân trí", "dân tộc",
    "dư luận", "du lịch", "đầu tư", "đô thị", "đối ngoại", "đời sống", "đương đại", "gia đình", "giải trí", "giáo dục",
    "hội nhập", "khoa học", "khuyến học", "kinh doanh", "kinh tế", "lao động", "miền núi", "môi trường", "nghệ thuật",
    "nhân dân", "nông thôn", "phát thanh", "phát triển", "pháp luật", "phụ nữ", "quân đội", "sự kiện", "sự thật",
    "sức khỏe", "sức khoẻ", "tài chính", "thanh niên", "thế giới", "thể thao", "thị trường", "thời đại", "thời luận",
    "thương hiệu", "thương mại", "tiếp thị", "tiêu dùng", "tôn giáo", "tri thức", "truyền hình", "truyền thông",
    "tương lai", "văn hóa", "văn hoá", "văn nghệ", "việt nam", "xã hội", "xây dựng", "y tế",
];

/// Whether a name is a subject of newspapers by itself, or two of them (`Thanh Niên`, `Sức khỏe và Đời sống`).
pub(crate) fn names_subjects(name: &str) -> bool {
    static FIRST: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of_first_words(SUBJECTS));
    // Most names open otherwise.
    if !FIRST.holds_first_word(name) {
        return false;
    }
    let parted = ["và", "&", "-", "–"]
        .iter()
        .fold(chars::lowercase(name).into_owned(), |name, word| name.replace(&format!(" {word} "), "\n"));
    parted.split('\n').all(|part| SUBJECTS.contains(&part))
}

/// Whether a name begins as a person's does: with a family name, or with initials.
pub(crate) fn opens_like_a_person(name: &str) -> bool {
    if is_place(name) {
        return false;
    }
    let mut words = name.split_whitespace();
    let Some(first) = words.next() else {
        return false;
    };
    if first.split_once('.').is_some_and(|(initial, _)| is_initial(initial)) {
        return true;
    }
    // `An ninh Thủ đô`, `Văn nghệ`: a name is written with capitals throughout.
    if words.next().is_some_and(|word| word.starts_with(chars::is_lowercase)) {
        return false;
    }
    is_family_name(first) && !is_paper_like(name)
}

/// Whether a name that begins with a family name is rather a newspaper's: a place, an everyday word, or what only
/// newspapers end in.
fn is_paper_like(name: &str) -> bool {
    let lower = chars::lowercase(name);
    let mut words = lower.split_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let compound = COMPOUND.holds(&format!("{first} {second}"));
    let ended = LAST_WORDS_OF_PAPERS.contains(&words.next_back().unwrap_or(second));
    compound || ended || opens_with_place(&lower)
}

/// Whether a name is a newspaper's and hardly a person's: it opens with an everyday word (`Lao Động`) or ends in what only
/// newspapers end in (`Tuổi Trẻ`).
pub(crate) fn reads_like_a_paper(name: &str) -> bool {
    let lower = chars::lowercase(name);
    let mut words = lower.split_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let opening = format!("{first} {second}");
    COMPOUND.holds(&opening) && !PEN_NAMES.contains(&&*opening)
        || ENDS_OF_PAPERS.contains(&words.next_back().unwrap_or(second))
}

/// Whether a name says by its words alone that it is a newspaper's: its subjects (`Thanh Niên`), an everyday word or an ending
/// that only newspapers have (`Tuổi Trẻ`), or a place with two words behind it (`Sài Gòn Giải Phóng`).
pub(super) fn names_newspaper(name: &str) -> bool {
    let after_place = || name.split_whitespace().count() == 4 && opens_with_place(&chars::lowercase(name));
    (names_subjects(name) || reads_like_a_paper(name) || after_place()) && !opens_like_a_person(name)
}

/// Whether a piece behind a dash reads as a pen name (`Minh Uyên`): two to four capitalised syllables that are neither a
/// place nor a subject of newspapers.
pub(crate) fn is_pen_name(piece: &str) -> bool {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let lower = chars::lowercase(piece);
    let subject = SUBJECTS.iter().any(|subject| lower.starts_with(subject)) || COMPOUND.holds(&lower);
    let capitalised = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(chars::is_uppercase) && letters.all(chars::is_lowercase) && is_syllable_shaped(word)
    };
    (2..=4).contains(&words.len())
        && words.iter().all(capitalised)
        && !is_place(piece)
        && !subject
        && !words.last().is_some_and(|last| LAST_WORDS_OF_PAPERS.contains(&&*chars::lowercase(last)))
}

/// Longest by-line, in bytes.
const LONGEST_BY_LINE: usize = 80;

/// Whether brackets near the end of a text hold a by-line, no day and no address: a test of bytes that most citations fail.
pub(super) fn may_sign(text: &str) -> bool {
    /// Most bytes of signs behind them.
    const SIGNS: usize = 16;
    let bytes = text.as_bytes();
    let near = bytes.get(bytes.len().saturating_sub(LONGEST_BY_LINE + SIGNS)..).unwrap_or_default();
    let words = memchr::memrchr2(b')', b']', near).and_then(|close| near.get(..close)).and_then(|inner| {
        let open = memchr::memrchr2(b'(', b'[', inner)?;
        inner.get(open + 1..)
    });
    words.is_some_and(|words| !words.iter().any(|byte| byte.is_ascii_digit() || *byte == b'@'))
}

/// Whether a text is nothing but the names of people, and could hardly be a newspaper's, a place's or a body's.
pub(super) fn sign_alone(text: &str) -> bool {
    text.len() <= LONGEST_BY_LINE
        && signs(text)
        && !is_common_noun(text)
        && !names_newspaper(text)
        && people_in(text).into_iter().all(|name| opens_like_a_person(name) || is_pen_name(name))
}

/// Whether a part reads as people: the first shaped like a person, the others like names. Behind a slash a name that is
/// not shaped like a person is rather where the text was printed (`Lê Thoa/Nhân Dân`).
pub(super) fn is_people(text: &str) -> bool {
    let mut first = true;
    pieces(text).all(|piece| match read_piece(&piece, !first) {
        Piece::Person(name) => {
            let shaped = opens_like_a_person(name);
            let fits = shaped || !first && piece.join != Join::Slash && !is_coined(name) && !names_subjects(name);
            first = false;
            fits
        }
        Piece::Nobody | Piece::PlaceCode => true,
        Piece::Other => false,
    }) && !first
}

/// How much a name is rather a newspaper's than a person's: not shaped like a person's, with a coined spelling, or of
/// three words and more without a family name in front.
pub(super) fn name_score(text: &str) -> i32 {
    shape_score(text, is_people(text))
}

/// The same, where it is known whether the name reads as people.
pub(super) fn shape_score(text: &str, people: bool) -> i32 {
    if people {
        return 0;
    }
    2 + 2 * i32::from(is_coined(text) || text.split_whitespace().nth(2).is_some() || names_subjects(text))
}

/// A channel with its number: `VTV1`, `Kênh14`.
pub(super) fn is_numbered_name(text: &str) -> bool {
    text.split_whitespace().all(|word| {
        !word.contains(chars::is_numeric)
            || word.starts_with(|c: char| c.is_ascii_uppercase())
                && word.trim_end_matches(|c: char| c.is_ascii_digit()).chars().all(chars::is_alphabetic)
    }) && text.split_whitespace().count() <= 3
        && text.split_whitespace().all(|word| !word.chars().all(chars::is_numeric))
}

/// Whether a name by its place alone could be a newspaper's: capitalised, without the words of prose.
pub(crate) fn is_possible_name(name: &str, small_words: bool) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let sized = !words.is_empty() && words.len() <= 8 && name.chars().filter(|&c| chars::is_alphabetic(c)).count() >= 2;
    let capitals = words.iter().all(|word| {
        word.starts_with(chars::is_uppercase)
            || matches!(*word, "và" | "&" | "-" | "–")
            || small_words && word.chars().all(chars::is_alphabetic)
    });
    sized && capitals && name.starts_with(chars::is_uppercase) && !is_place(name) && !is_press_word_alone(name)
}

fn is_press_word_alone(name: &str) -> bool {
    matches!(
        &*chars::lowercase(name),
        "báo" | "tạp chí" | "thời báo" | "đài" | "báo chí" | "internet" | "facebook" | "zalo" | "youtube"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_people() {
        for name in [
            "Lê Thoa",
            "H.Thảo",
            "N.T.Hùng",
            "NGUYỄN VĂN AN",
            "Ng.Thảo",
            "Th. Hà",
            "Ông Thị Thoa",
            "Giáp Văn Hùng",
            "Quách Thoa",
            "An Nhiên",
            "Tôn Nữ Thoa",
            "Văn Hùng",
            "Hà Thoa",
            "Công Vũ",
            "Vũ Trang",
        ] {
            assert!(opens_like_a_person(name), "{name}");
        }
        for name in [
            "Hà Nội",
            "Hà Nội Mới",
            "Nhân Dân",
            "Sài Gòn Giải Phóng",
            "VnExpress",
            "An ninh Thủ đô",
            "An Ninh Thế Giới",
            "Văn Nghệ",
            "Công Thương",
            "Nông Thôn Ngày Nay",
            "Hồng Hà Mới",
            "Cao Bằng",
            "Thái Nguyên",
            "",
        ] {
            assert!(!opens_like_a_person(name), "{name}");
        }
    }

    #[test]
    fn tells_pen_names() {
        for name in ["Minh Uyên", "Ban Mai", "Hải Yến", "Tú Anh"] {
            assert!(is_pen_name(name), "{name}");
        }
        for name in ["Thời Đại", "Đời sống", "Hà Nội", "Truyền Hình", "Minh", "MINH UYÊN", "VnExpress Mới"]
        {
            assert!(!is_pen_name(name), "{name}");
        }
    }
}
