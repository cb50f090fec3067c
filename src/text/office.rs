//! How bodies of state and society are called: the words that their names open with.
//!
//! The lists part the bodies by what a name that opens so can be. Two stages ask, and get two answers on purpose: who may
//! present a document ([`opens_like_presenter`]), and who may be named as the source of a text ([`opens_like_source`]). A
//! citation knows more openings of what is no newspaper and no person; its list is built from these.

use std::sync::LazyLock;

use super::chars;
use super::lexicon::Lexicon;

/// Bodies that present documents and that texts are taken from, lower case.
#[rustfmt::skip]
pub(crate) const BODIES: &[&str] = &[
    "ubnd", "ủy ban", "uỷ ban", "hđnd", "bộ", "sở", "ban", "văn phòng", "phòng", "cục", "vụ", "tổng cục", "chi cục",
    "viện", "học viện", "đại học", "trường", "trung tâm", "liên đoàn", "tỉnh ủy", "thành ủy", "huyện ủy", "tỉnh uỷ",
    "thành uỷ", "huyện uỷ",
];

/// Further bodies that texts are taken from, lower case. The police are told with their level, as newspapers are called
/// after them too (`Công an Nhân dân`).
#[rustfmt::skip]
pub(crate) const SOURCES: &[&str] = &[
    "mttq", "chính phủ", "quốc hội", "hiệp hội", "công an tỉnh", "công an huyện", "công an xã", "công an phường",
    "tỉnh đoàn", "thành đoàn", "huyện đoàn", "trung ương đoàn", "hội nông dân", "hội cựu chiến binh", "hội liên hiệp",
];

/// Further bodies that present documents, lower case. Places stand for their authorities in the contents of a conference
/// pack; in a citation they are places.
#[rustfmt::skip]
pub(crate) const PRESENTERS: &[&str] = &[
    "hội đồng", "hiệp hội", "câu lạc bộ", "đảng ủy", "đảng uỷ", "đảng bộ", "chi bộ", "tòa án", "toà án", "viện kiểm sát",
    "ngân hàng", "tập đoàn", "tổng công ty", "công ty", "chi nhánh", "hợp tác xã", "xí nghiệp", "nhà máy", "tỉnh",
    "thành phố", "huyện", "quận", "thị xã", "phường",
];

/// Small and local bodies that present documents, lower case. Citations do not ask for them: broadcasters and pages are called so
/// as well (`Đài TNVN`).
#[rustfmt::skip]
const LOCAL: &[&str] = &[
    "xã", "thôn", "tổ dân phố", "tổ", "đội", "khối", "bệnh viện", "trạm", "thư viện", "bảo tàng", "nhà văn hóa",
    "nhà văn hoá", "đài", "bưu điện", "điện lực", "khoa", "đồn", "hạt", "vườn quốc gia", "nông trường", "lâm trường",
    "công đoàn", "liên minh", "phân xưởng", "giáo xứ", "gia đình", "nhóm", "tòa soạn", "toà soạn", "thanh niên xung phong",
    "quỹ", "bộ môn", "đơn vị", "thành đoàn", "tỉnh đoàn", "huyện đoàn", "quận đoàn",
];

/// Bodies that present documents and that newspapers are called after (`Thanh tra`, `Công an Nhân dân`), lower case: in a
/// citation these words tell nothing.
#[rustfmt::skip]
const NAMESAKES: &[&str] = &[
    "thường trực", "công an", "thanh tra", "bảo hiểm", "kho bạc", "hội", "đoàn", "mặt trận",
];

/// Whether a name opens like that of a body which may be the source of a text, where the source is announced.
pub(crate) fn opens_like_source(name: &str) -> bool {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[BODIES, SOURCES].concat()));
    LEXICON.opens(name)
}

/// Whether a name opens like that of a body of either kind.
pub(crate) fn opens_like_body(name: &str) -> bool {
    opens_like_source(name) || opens_like_presenter(name)
}

/// Whether a name opens like that of a body which may present a document, and goes on.
pub(crate) fn opens_like_presenter(name: &str) -> bool {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&LISTS.concat()));
    const LISTS: [&[&str]; 4] = [BODIES, PRESENTERS, NAMESAKES, LOCAL];
    let mut words = LISTS.into_iter().flatten();
    // Most lines open with no such word, which the lexicon tells at once.
    LEXICON.opens(name)
        && words.any(|words| chars::strip_prefix(name, words).is_some_and(|rest| rest.starts_with([' ', ','])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_and_presenters() {
        for (name, source, presenter) in [
            ("Sở Nội vụ", true, true),
            ("Sở", true, false),
            ("Chính phủ Lào", true, false),
            ("Thanh tra tỉnh", false, true),
            ("Công an tỉnh", true, true),
            ("Công an Nhân dân", false, true),
            ("Sởn gai ốc", false, false),
        ] {
            assert_eq!((opens_like_source(name), opens_like_presenter(name)), (source, presenter), "{name}");
        }
    }
}
