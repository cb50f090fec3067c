//! General words of the press and of administration that tell a citation from another parenthesis.
//!
//! No newspaper is listed here, only the words that newspapers, agencies, by-lines and administrative prose have in
//! common. Who is a source and who is an author is decided in `read`.

use std::sync::LazyLock;

use crate::text::chars;
use crate::text::lexicon::Lexicon;
use crate::text::office;
use crate::text::syllable::is_syllable_shaped;

/// News agencies and national broadcasters, lower case. Vietnamese ones after the Press Law and the decrees on the
/// functions of the Vietnam News Agency (Thông tấn xã Việt Nam), the Voice of Vietnam and Vietnam Television; foreign
/// ones are the members of the world's exchange of agency news that Vietnamese papers quote.
#[rustfmt::skip]
pub(super) const AGENCIES: &[&str] = &[
    "ttxvn", "thông tấn xã việt nam", "thông tấn xã vn", "thông tấn xã", "vna", "vov", "vtv", "vgp", "tnvn", "thvn",
    "afp", "ap", "upi", "reuters", "rt", "tass", "itar-tass", "sputnik", "ria novosti", "xinhua", "tân hoa xã",
    "thx", "kyodo", "yonhap", "bloomberg", "bernama", "antara", "kpl", "dpa", "efe", "ansa", "cna", "pti",
    "prensa latina",
];

/// Whether a piece names a news agency.
pub(crate) fn is_agency(piece: &str) -> bool {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(AGENCIES));
    LEXICON.holds(piece)
}

/// Openings of a press name, lower case. `báo` and `đài` are looked at apart, since they open other words too.
#[rustfmt::skip]
pub(super) const PRESS: &[&str] = &[
    "tạp chí", "thời báo", "nhật báo", "tuần báo", "nguyệt san", "tập san", "đặc san", "chuyên san", "chuyên trang",
    "bản tin", "cổng thông tin", "cổng tt-đt", "cổng tt&đt", "cổng ttđt", "cổng tin", "cổng điện tử", "cổng tt",
    "trang thông tin", "trang tin", "trang ttđt", "trang tt-đt", "trang điện tử", "trang tt", "trang web",
    "website", "truyền hình", "phát thanh", "thông tấn xã", "kênh truyền hình", "kênh", "hãng tin",
    "hãng thông tấn", "báo chí", "đài phát thanh", "đài truyền hình", "đài truyền thanh", "đài ptth", "đài pt-th",
    "đài pt&th", "đài pt - th", "đài pt và th", "đài pt", "đài th", "đài thvn", "đài tiếng nói", "đài tnvn",
];

/// What a name of the press in English ends in.
#[rustfmt::skip]
const PRESS_ENDINGS: &[&str] = &[
    "news", "online", "times", "post", "daily", "magazine", "weekly", "express", "tv", "review", "journal", "herald",
    "tribune", "gazette",
];

/// What may follow `báo` in lower case; else a capital must.
const AFTER_BAO: &[&str] = &["điện", "mạng", "in", "ảnh", "online", "hình", "nói", "giấy"];

/// Words with `báo` in front that are no newspapers: báo cáo, báo động, báo hiệu, báo chí.
pub(super) const NOT_AFTER_BAO: &[&str] = &["cáo", "động", "hiệu", "chí", "đài", "giá", "ứng", "đáp"];

/// Words that no name of a newspaper holds; where one stands, the parenthesis is prose.
#[rustfmt::skip]
const PROSE: &[&str] = &[
    "đã", "đang", "sẽ", "là", "được", "bị", "này", "đó", "cho", "rằng", "khi", "tại", "thì", "đưa", "phản", "nêu",
    "gồm", "theo", "nếu", "do", "từ", "đến", "trên", "dưới", "hoặc", "như", "đạt", "gọi", "tắt",
];

/// Whether a name is written with the words of the press: `Báo …`, `Tạp chí …`, `Cổng thông tin …`, `… News`.
pub(crate) fn is_press(name: &str) -> bool {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(PRESS));
    static FIRST_WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of_first_words(PRESS));
    static LAST_WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(PRESS_ENDINGS));
    let last = name.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    // Most names are told by their first and last words.
    if !FIRST_WORDS.holds_first_word(name) && chars::strip_prefix(name, "báo").is_none() && !LAST_WORDS.holds(last) {
        return false;
    }
    let lower = chars::lowercase(name);
    let mut words = lower.split_whitespace();
    let (first, second, last) = (words.next(), words.next(), lower.split_whitespace().next_back());
    if words.count() > 14 || lower.split_whitespace().any(|word| PROSE.contains(&word)) {
        return false;
    }
    if let (Some("báo"), Some(second)) = (first, second) {
        let printed = name.split_whitespace().nth(1).unwrap_or_default();
        let capital = printed.chars().next().is_some_and(|c| chars::is_uppercase(c) || c.is_numeric());
        return !NOT_AFTER_BAO.contains(&second) && (capital || AFTER_BAO.contains(&second));
    }
    // A broadcaster called after a place of this country (`Đài Hà Nội`); `Đài Loan` is a place itself.
    if first == Some("đài") {
        let place = name.get(name.find(char::is_whitespace).unwrap_or(0)..).unwrap_or_default().trim_start();
        if is_place(place) || opens_with_place(&chars::lowercase(place)) {
            return true;
        }
    }
    // The word alone (`Tạp chí`) names nothing, unless it holds a whole name.
    // Only the broadcasters' `Đài Phát thanh - Truyền hình …` goes on behind a dash.
    let opened = LEXICON.openings(&lower, |c| !chars::is_alphanumeric(c)).any(|(opening, rest)| {
        rest.is_empty() && opening == "đài phát thanh" || rest.chars().any(chars::is_alphanumeric)
    });
    let ended = second.is_some()
        && name.starts_with(chars::is_uppercase)
        && last.is_some_and(|last| PRESS_ENDINGS.contains(&last));
    opened || ended
}

/// Words that stand for the editors in a by-line and name nobody, lower case.
#[rustfmt::skip]
pub(super) const NOBODY: &[&str] = &[
    "pv", "p.v", "p.v.", "pvtt", "nhóm pv", "nhóm p.v", "nhóm phóng viên", "phóng viên", "ctv",
    "pv, ctv", "cộng tác viên", "bt", "b.t", "bbt", "b.b.t", "ban biên tập", "biên tập", "biên tập viên", "btv",
    "tổng hợp", "t.h", "th", "t/h", "tổng thuật", "sưu tầm", "biên soạn", "lược ghi", "ghi", "dịch", "lược dịch",
    "biên dịch", "thực hiện", "lược thuật", "nhiều tác giả", "nhóm tác giả", "tin", "tin tổng hợp", "theo", "và",
    "tòa soạn", "ban thời sự", "cộng sự", "các cộng sự", "nhóm cộng sự", "pv tổng hợp", "bản điện tử", "tóm tắt", "lược trích", "trích", "giới thiệu",
    "báo in", "bản in", "online", "gmt+7", "tác giả", "tác giả tổng hợp", "tác giả cung cấp", "tổng hợp từ internet",
    "tổng hợp từ báo chí",
];

/// Whether a piece of a by-line names nobody.
pub(crate) fn is_nobody(piece: &str) -> bool {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(NOBODY));
    // `T.H` in capitals with its stop is an author's initials as often as not; the slash or small letters are the label.
    if piece.trim_end_matches('.') == "T.H" {
        return false;
    }
    LEXICON.holds(piece.trim_end_matches('.')) || piece.ends_with('.') && LEXICON.holds(piece)
}

/// First words that open a document, a post, a place, a time or a body that [`office`] does not know, lower case: names that
/// begin so are no newspapers and no people.
#[rustfmt::skip]
const NOT_A_NAME: &[&str] = &[
    "công văn", "công điện", "quyết định", "nghị quyết", "nghị định", "thông tư", "thông báo", "chỉ thị", "kế hoạch",
    "văn bản", "văn kiện", "báo cáo", "tờ trình", "luật", "bộ luật", "pháp lệnh", "hiến pháp", "điều", "khoản", "mục",
    "chương", "phụ lục", "bảng", "biểu", "hình", "ảnh", "sơ đồ", "mẫu", "mã", "số", "ubmttq", "tp", "tp.", "quận",
    "xã", "phường", "thị xã", "thị trấn", "tx.", "thôn", "ấp", "bản", "khu", "đường", "phố", "ngõ", "ngày", "tháng",
    "năm", "quý", "tuần", "sáng", "chiều", "tối", "trưa", "đêm", "hôm", "hội nghị", "hội thảo", "đợt", "lễ", "tết",
    "quốc khánh", "giỗ", "cách mạng", "kỳ họp", "kỳ", "khóa", "khoá", "lần", "giai đoạn", "nhiệm kỳ", "dự án",
    "đề án", "chương trình", "gói", "cty", "doanh nghiệp", "htx", "bệnh viện", "ông", "bà", "đồng chí", "đ/c",
    "bí thư", "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "bộ trưởng", "thứ trưởng", "thủ tướng",
    "đại biểu", "đảng uỷ", "toà án", "quy chế", "quy định", "quy hoạch", "nay là", "gọi tắt", "trích quy", "chỉ số",
    "xếp hạng", "nguồn", "thứ", "vietnam", "việt nam", "hợp đồng", "quỹ", "hiệp định", "nghị viện", "cổng dịch vụ",
    "công an quận", "công an thị xã", "chi bộ", "đảng bộ", "nhà máy", "nhà văn hóa", "nhà văn hoá",
];

/// Whether a name opens like a document, a body of the state, a post, a place or a time.
pub(crate) fn is_common_noun(name: &str) -> bool {
    static LEXICON: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(&[NOT_A_NAME, office::BODIES, office::SOURCES, office::PRESENTERS].concat()));
    LEXICON.opens(name)
}

/// Whether a name may be that of a newspaper although it opens like a body or a post, as some do (`Đại biểu Nhân dân`).
pub(crate) fn opens_like_press(name: &str) -> bool {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&["đại biểu", "doanh nghiệp", "doanh nhân"]));
    LEXICON.opens(name)
}

/// Whether a word of prose stands in a name.
pub(crate) fn holds_prose(name: &str) -> bool {
    // `Tiếng nói` is a noun, and the name of broadcasters.
    let name = name.strip_prefix("Tiếng nói").unwrap_or(name);
    name.split_whitespace()
        .any(|word| PROSE.contains(&word) || ["có", "về", "việc", "để", "những", "với", "nói"].contains(&word))
}

/// Provinces and centrally run cities, lower case, with those before and after the mergers of 1 July 2025
/// (Resolution 202/2025/QH15), whose newspapers may be called by nothing else.
#[rustfmt::skip]
const PROVINCES: &[&str] = &[
    "an giang", "bà rịa - vũng tàu", "bà rịa-vũng tàu", "bà rịa – vũng tàu", "bắc giang", "bắc kạn", "bạc liêu",
    "bắc ninh", "bến tre", "bình định", "bình dương", "bình phước", "bình thuận", "cà mau", "cần thơ", "cao bằng",
    "đà nẵng", "đắk lắk", "đắk nông", "điện biên", "đồng nai", "đồng tháp", "gia lai", "hà giang", "hà nam",
    "hà tây", "hà tĩnh", "hải dương", "hải phòng", "hậu giang", "hòa bình", "hoà bình", "hưng yên", "khánh hòa",
    "khánh hoà", "kiên giang", "kon tum", "lai châu", "lâm đồng", "lạng sơn", "lào cai", "long an", "nam định",
    "nghệ an", "ninh bình", "ninh thuận", "phú thọ", "phú yên", "quảng bình", "quảng nam", "quảng ngãi",
    "quảng ninh", "quảng trị", "sóc trăng", "sơn la", "tây ninh", "thái bình", "thái nguyên", "thanh hóa",
    "thanh hoá", "thừa thiên huế", "thừa thiên - huế", "thừa thiên-huế", "tiền giang", "trà vinh", "tuyên quang",
    "vĩnh long", "vĩnh phúc", "yên bái",
];

/// Other places, lower case: the cities that texts are dated from, the country's parts, and countries.
#[rustfmt::skip]
const OTHER_PLACES: &[&str] = &[
    "hà nội", "huế", "tp hcm", "tphcm", "tp.hcm", "hồ chí minh", "sài gòn", "miền bắc", "miền trung", "miền nam", "hoa kỳ",
    "mỹ", "trung quốc", "nhật bản", "hàn quốc", "lào", "campuchia", "thái lan", "singapore",
];

static PLACE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[PROVINCES, OTHER_PLACES].concat()));

/// Whether a name is just that of a province or country: no newspaper by itself.
pub(crate) fn is_place(name: &str) -> bool {
    PLACE.holds(name)
}

/// Whether a name is just that of a province, which its newspaper has as well (`(An Giang, 12/3)`).
pub(crate) fn is_province(name: &str) -> bool {
    static PROVINCE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(PROVINCES));
    PROVINCE.holds(name)
}

/// Whether a name goes on behind a place's: `Hà Nội Mới`.
pub(crate) fn opens_with_place(lower: &str) -> bool {
    PLACE.openings(lower, |c| !chars::is_alphanumeric(c)).any(|(place, rest)| place.contains(' ') && !rest.is_empty())
}

/// One word of a spelling that only a trade name has: a capital inside or a plus behind (`VnExpress`, `Vietnam+`).
pub(crate) fn has_coined_spelling(name: &str) -> bool {
    let stem = name.strip_suffix('+').unwrap_or(name);
    let inner_capital = || stem.chars().skip(1).any(chars::is_uppercase);
    !stem.is_empty()
        && stem.chars().all(chars::is_alphanumeric)
        && (stem.len() < name.len() || inner_capital())
        && stem.chars().any(chars::is_lowercase)
}

/// One word of a coined spelling, or of no Vietnamese one.
pub(crate) fn is_coined(name: &str) -> bool {
    let word = name.chars().all(chars::is_alphanumeric) && name.chars().any(chars::is_lowercase);
    has_coined_spelling(name) || word && is_foreign(name)
}

/// Whether no word of a name is a Vietnamese syllable.
pub(crate) fn is_foreign(name: &str) -> bool {
    name.split_whitespace().all(|word| {
        word.split('.')
            .any(|syllable| !syllable.is_empty() && syllable.chars().count() > 1 && !is_syllable_shaped(syllable))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_press_names() {
        for name in
            ["Báo Nhân Dân", "báo điện tử Tổ quốc", "Tạp chí Cộng sản", "Đài PTTH Sơn La", "VTC News", "BÁO NHÂN DÂN"]
        {
            assert!(is_press(name), "{name}");
        }
        for name in
            ["Báo cáo", "Báo", "Tạp chí", "báo cáo viên", "Đài Loan", "Báo Nhân Dân đưa tin", "Báo cáo của Sở Nội vụ"]
        {
            assert!(!is_press(name), "{name}");
        }
    }
}
