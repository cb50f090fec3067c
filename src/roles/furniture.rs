//! Lines that are no part of any article: page numbers, back links, addresses, the chrome of web pages, colophons, and
//! headings over the contents.

use std::sync::LazyLock;

use regex::Regex;

use super::Roles;
use super::sign_off::ends_letter;
use crate::text::chars;
use crate::text::lexicon::Lexicon;
use crate::text::pattern::pattern;
use crate::text::scan;

/// Longest line of a colophon, of a page's chrome, or heading over the contents, in bytes.
const LONGEST: usize = 200;
/// The same for chrome alone.
const LONGEST_CHROME: usize = 160;
/// The word that announces a source.
const SOURCE: &str = "nguồn";
/// Longest heading over the contents that does not end with a colon, in bytes, and some more.
const LONGEST_HEADING: usize = 64;

/// A general vocabulary of web pages and their tools.
static CHROME: LazyLock<Regex> = LazyLock::new(|| {
    // Words that open titles as well stand alone, or before a number, a colon or the next entry of a menu.
    const ALONE: &str = r" ?(?:: ?(?:[0-9(]|facebook|zalo|$)|[(|>»0-9\[]|$)";
    let words = concat!(
        r"trang chủ|đăng nhập|bình luận|từ khóa|print|share|facebook|zalo|twitter|home|in ấn|tìm kiếm|quảng cáo",
        r"|họ (?:và )?tên|email|gửi|lưu bài(?: viết)?|in (?:trang|bài)(?: này| viết)?|chia sẻ(?: bài(?: viết)?)?"
    );
    pattern(&format!(
        "{}|(?:{words}){ALONE})",
        concat!(
            r"(?i)^(?:skip to (?:main )?content|xem với cỡ chữ|cỡ chữ|a- a a\+|(?:số )?lượt (?:xem|truy cập|đọc) ?(?:[:0-9]|$)|(?:đã )?xem:? \d|\d[\d.,]* lượt (?:xem|đọc)",
            r"|(?:các )?(?:(?:bản tin|số(?: báo)?) (?:khác|trước)$|(?:tin bài|tin|bài)(?: viết)? (?:khác|liên quan|mới hơn|cũ hơn|đã đưa|cùng chuyên mục|mới nhất|đọc nhiều|nổi bật))",
            r"|gửi (?:email|bài|cho bạn)|chia sẻ (?:qua|lên|facebook)|tags?:|facebook (?:zalo|twitter)|home\W",
            r"|views?:? \d|hits:|bản in|nghe (?:đọc )?bài|quay lại|đọc (?:tiếp|bài (?:gốc|viết))|xem thêm(?: ?:.*)?$|xem tiếp|menu$|liên kết web",
            r"|©|copyright|bản quyền (?:thuộc|©)",
            r"|đánh giá(?: bài viết| ?:$)|thích [0-9]|tổng số điểm của bài viết|click để đánh giá|(?:những )?tin (?:mới|cũ) hơn|tác giả bài viết ?:"
        )
    ))
});
static COLOPHON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^(?:người |ban |trưởng ban |tổng |phó tổng |thư ký )?biên tập(?:(?:\s+bản tin|(?:\s+và|,)\s+trình bày)?\s*[:–-]\s*\S|\s+viên(?:\s*:\s*\S|(?-i:\s+\p{Lu}\S*\s+\p{Lu})))",
        r"|^(?:giấy phép (?:xuất bản|hoạt động báo chí)|gpxb)(?: bản tin)?\s+(?:số\s*)?:?\s*\d",
        r"|^(?:(?:người |nhóm |bộ phận )?(?:thực hiện|tổng hợp|biên soạn)|(?:người|nhóm|bộ phận) điểm (?:tin|báo)|chịu trách nhiệm(?: xuất bản| nội dung| chính)?|trình bày|thư ký(?: tòa soạn| biên tập)?|in tại|nơi in",
        r"|giấy phép(?: xuất bản)?(?: số)?|số lượng(?: in)?|điện thoại|email|e-mail|fax|địa chỉ|tòa soạn|trụ sở)\s*[:–]\s*\S",
        r"|^(?:in \d[\d.]* (?:bản|cuốn)|ban biên tập$|btv\s*:\s*\S)"
    ))
});
static TOC_HEADING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^(?:mục lục(?: tài liệu)?|trong số này|nội dung(?: chính| số này| bản tin| tài liệu)?|(?:các )?(?:tin(?:,? bài)?|bài(?: viết)?) trong số(?: này)?|trong bản tin(?: này)?|điểm tin trong (?:ngày|tuần)|danh mục(?:(?: các)? (?:tài liệu|báo cáo|(?:bài )?tham luận|bài viết|tin bài|tin, bài)(?: (?:hội nghị|hội thảo|kỳ họp|đại hội|phiên họp))?)?|contents)",
        r"\s*[:.]?$|^trong (?:ngày|tuần|tháng|số)(?:\W.*)?:$|^(?:các )?(?:tin|nội dung|vấn đề) chính.*:$"
    ))
});
/// The first words of texts that these patterns match, and which: a pattern need not be tried on other texts, and most
/// lines open with none of them.
const FIRST_WORDS: [(&str, Roles); 80] = {
    const CHROME: Roles = Roles::CHROME;
    const COLOPHON: Roles = Roles::COLOPHON;
    const HEADING: Roles = Roles::TOC_HEADING;
    const SIGN_OFF: Roles = Roles::SIGN_OFF;
    [
        ("print", CHROME),
        ("share", CHROME),
        ("facebook", CHROME),
        ("twitter", CHROME),
        ("zalo", CHROME),
        ("home", CHROME),
        ("view", CHROME),
        ("views", CHROME),
        ("tag", CHROME),
        ("tags", CHROME),
        ("skip", CHROME),
        ("xem", CHROME),
        ("cỡ", CHROME),
        ("a", CHROME),
        ("lượt", CHROME),
        ("đã", CHROME),
        ("bài", CHROME.union(HEADING)),
        ("gửi", CHROME),
        ("chia", CHROME),
        ("trang", CHROME),
        ("đăng", CHROME),
        ("bình", CHROME),
        ("từ", CHROME),
        ("hits", CHROME),
        ("copyright", CHROME),
        ("bản", CHROME),
        ("nghe", CHROME),
        ("quay", CHROME),
        ("đọc", CHROME),
        ("tìm", CHROME),
        ("menu", CHROME),
        ("liên", CHROME),
        ("thích", CHROME),
        ("quảng", CHROME),
        ("lưu", CHROME),
        ("đánh", CHROME),
        ("số", CHROME.union(COLOPHON)),
        ("in", CHROME.union(COLOPHON)),
        ("các", CHROME.union(HEADING)),
        ("tin", CHROME.union(HEADING)),
        ("người", COLOPHON),
        ("ban", COLOPHON),
        ("trưởng", COLOPHON),
        ("tổng", CHROME.union(COLOPHON)),
        ("click", CHROME),
        ("những", CHROME),
        ("tác", CHROME),
        ("phó", COLOPHON),
        ("thư", COLOPHON),
        ("biên", COLOPHON),
        ("btv", COLOPHON),
        ("nhóm", COLOPHON),
        ("bộ", COLOPHON),
        ("thực", COLOPHON),
        ("chịu", COLOPHON),
        ("trình", COLOPHON),
        ("nơi", COLOPHON.union(SIGN_OFF)),
        ("tl", SIGN_OFF),
        ("kt", SIGN_OFF),
        ("tm", SIGN_OFF),
        ("tuq", SIGN_OFF),
        ("t", SIGN_OFF),
        ("mọi", SIGN_OFF),
        ("họ", CHROME),
        ("giấy", COLOPHON),
        ("gpxb", COLOPHON),
        ("điện", COLOPHON),
        ("email", CHROME.union(COLOPHON)),
        ("e", COLOPHON),
        ("fax", COLOPHON),
        ("địa", COLOPHON),
        ("tòa", COLOPHON),
        ("trụ", COLOPHON),
        ("contents", HEADING),
        ("mục", HEADING),
        ("trong", HEADING),
        ("nội", HEADING),
        ("điểm", HEADING),
        ("danh", HEADING),
        ("vấn", HEADING),
    ]
};
static OPENS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&FIRST_WORDS.map(|(word, _)| word)));
static BACK_LINK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\s*[\[(<>^↑▲]*\s*(?:(?:trở |quay )?(?:về|lên)|(?:trở|quay) lại)",
        r" (?:đầu (?:trang|bài|bản tin)|trang đầu|mục lục)\s*(?:\./\.|\.)?\s*[\])>^↑]*\s*(?:\./\.|\.)?$",
    ))
});
/// How a back link begins that is broken over two lines, and how it ends.
static BACK_LINK_HEAD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\s*[\[(<^↑▲]*\s*(?:trở )?(?:về|lên)(?P<top> đầu)?$"));
static BACK_LINK_TAIL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?P<top>đầu )?(?:trang|bài|bản tin)\s*(?:\./\.|\.)?\s*[\])>]*\s*(?:\./\.|\.)?$"));
/// The page, and behind it the number of all pages, with or without a word before them.
static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^(?:[-–—|~•·]{1,3}\s*|\[)?(?P<word>(?:trang|page|tr\.)\s*(?:số\s*)?:?\s*)?(?P<page>\d{1,4})",
        r"(?:\s*(?:/|of|trên)\s*(?P<all>\d{1,4}))?(?:\s*[-–—|~•·]{1,3}|\]|\s*\.)?$"
    ))
});

/// Whether nothing stands on a line but signs and, between them, the letters that adorn a rule (`---o0o---`, `* oOo *`), or
/// a note of a converter in the place of a picture (`<!-- image -->`).
pub(super) fn is_ornament(text: &str) -> bool {
    const LONGEST: usize = 80;
    if let Some(note) = text.strip_prefix("<!--").and_then(|text| text.strip_suffix("-->")) {
        return !note.contains("-->");
    }
    let letters = |c: char| matches!(c, 'o' | 'O' | '0');
    let adorned = || text.bytes().filter(|byte| matches!(byte, b'o' | b'O' | b'0')).count() >= 3;
    text.len() <= LONGEST
        && text.contains(['o', 'O'])
        && adorned()
        && !text.chars().any(|c| chars::is_alphanumeric(c) && !letters(c))
}

/// Longest note in brackets that a letter is signed (`(Đã ký tên)`), in bytes, and some more.
const LONGEST_SIGNED: usize = 24;

/// What the menus of web pages offer; each is a section's heading or a name as well where it stands elsewhere.
const MENU: [&str; 18] = [
    "giới thiệu",
    "tin tức",
    "tin tức sự kiện",
    "tin tức - sự kiện",
    "sự kiện",
    "tin hoạt động",
    "thông báo",
    "văn bản",
    "văn bản pháp luật",
    "dịch vụ công",
    "thủ tục hành chính",
    "hỏi đáp",
    "góp ý",
    "liên hệ",
    "sơ đồ trang",
    "sơ đồ cổng",
    "thư viện",
    "thư viện ảnh",
];

/// Whether a text is an entry of a web page's menu. It is one below another line of its chrome only.
pub(super) fn is_menu_entry(text: &str) -> bool {
    MENU.iter().any(|entry| chars::is_word(text, entry))
}

/// Whether a text is a menu on one line (`Trang nhất | Giới thiệu | Liên hệ`).
pub(super) fn is_menu(text: &str) -> bool {
    const FEWEST: usize = 3;
    memchr::memchr(b'|', text.as_bytes()).is_some() && {
        let entries = text.split('|').map(str::trim).filter(|entry| !entry.is_empty());
        let all = entries.clone().count();
        all >= FEWEST && entries.filter(|entry| is_menu_entry(entry)).count() * 2 > all
    }
}

/// Whether the last letters of a text are those of a back link (`trang`, `bài`, `tin`, `đầu`, `lục`).
fn may_end_in_back_link(text: &str) -> bool {
    let mut bytes = text.as_bytes();
    while let Some((b' ' | b'.' | b'/' | b']' | b')' | b'>' | 9..=13, before)) = bytes.split_last() {
        bytes = before;
    }
    let Some(last) = bytes.last_chunk::<3>() else { return false };
    match last.map(|byte| byte.to_ascii_lowercase()) {
        [b'a', b'n', b'g'] | [b't', b'i', b'n'] => true,
        // `à`, `ầ` and `ụ`, in any case.
        [0xC3, 0xA0 | 0x80, b'i'] | [0xBA, 0xA6 | 0xA7, b'u'] | [0xBB, 0xA4 | 0xA5, b'c'] => true,
        // White space beyond ASCII may stand among the marks.
        [_, _, end] => end >= 0x80,
    }
}

/// Where a trailing back link begins.
pub(super) fn back_link_at(text: &str) -> Option<usize> {
    if let Some(at) = behind_citation(text).or_else(|| anchor_at(text)) {
        return Some(at);
    }
    if !may_end_in_back_link(text) {
        return None;
    }
    // Most stand alone, printed just so.
    if chars::is_word(text, "về đầu trang") {
        return Some(0);
    }
    // `đầu trang`, `trang đầu` or `mục lục` stands within the last 40 bytes, or there is no back link.
    let (from, tail) = chars::last_bytes(text, 48);
    // `đầ` or `mụ`, in any case: the last byte of the first letter and the first bytes of the second.
    let top = |a, b, c| {
        ((a == 0x91) | (a == 0x90)) & (b == 0xE1) & (c == 0xBA)
            | ((a == b'm') | (a == b'M')) & (b == 0xE1) & (c == 0xBB)
    };
    if !scan::any_window(tail.as_bytes(), top) {
        return None;
    }
    let found = BACK_LINK.find(tail)?;
    Some(from + found.start())
}

/// Where a link to a place of the page itself begins that ends a text and is written as a tag.
fn anchor_at(text: &str) -> Option<usize> {
    /// Longest of them, in bytes.
    const LONGEST: usize = 80;
    if !text.ends_with("</a>") {
        return None;
    }
    let (from, tail) = chars::last_bytes(text, LONGEST);
    Some(from + tail.rfind("<a href=\"#")?)
}

/// Where begins what web pages and converters print right behind the bracket that closes a citation: a word or sign that
/// leads back, or the number of the page.
fn behind_citation(text: &str) -> Option<usize> {
    const WORDS: [&str; 7] = ["quay lại", "trở lại", "lên trên", "[top]", "top", "↑", "☝"];
    /// Longest of them, in bytes, with marks and spaces before it.
    const LONGEST: usize = 20;
    if text.ends_with(['.', ',', ')']) {
        return None;
    }
    let (from, tail) = chars::last_bytes(text, LONGEST);
    let behind = memchr::memrchr(b')', tail.as_bytes())? + 1;
    let rest = tail.get(behind..)?;
    let word = rest.trim_start_matches(['.', '/', ' ']);
    let spaced = word.len() < rest.len();
    let page = (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    // Leaders lead to the page of an entry.
    let led = page && rest.contains("..");
    if !spaced || led || !page && !WORDS.iter().any(|known| chars::is_word(word, known)) {
        return None;
    }
    // Behind other brackets the page of an entry may stand.
    let before = text.get(..from + behind)?.rsplit_once('(')?.0.trim_end();
    let ended = before.is_empty() && !page || before.ends_with(['.', '!', '?', '…', '”']);
    ended.then(|| from + tail.len() - word.len())
}

/// Where a back link begins at the end of a text that the next line ends, and nothing else does.
pub(super) fn broken_back_link_at(text: &str, next: &str) -> Option<usize> {
    const LONGEST: usize = 24;
    if next.len() > LONGEST
        || !matches!(next.as_bytes(), [b't' | b'T' | b'b' | b'B' | 0xC4, ..])
        || !may_end_in_back_link(next)
    {
        return None;
    }
    let ended = BACK_LINK_TAIL.captures(next)?;
    let begun = BACK_LINK_HEAD.captures(text)?;
    // `đầu` stands on one of the two lines.
    (begun.name("top").is_some() != ended.name("top").is_some()).then_some(begun.get(0)?.start())
}

/// Whether a text is an address: a scheme or `www.`, and no white space behind it.
fn is_address(text: &str) -> bool {
    let site = match text.as_bytes() {
        [b'h' | b'H', b't' | b'T', ..] => chars::strip_prefix(text, "http")
            .and_then(|rest| rest.strip_prefix(['s', 'S']).unwrap_or(rest).strip_prefix("://")),
        [b'w' | b'W', b'w' | b'W', ..] => chars::strip_prefix(text, "www."),
        _ => None,
    };
    site.is_some_and(|site| !site.is_empty() && !site.contains(char::is_whitespace))
}

/// Where the address begins that is all a line says, words that announce it aside (`Link bài viết: https://…`).
pub fn address_at(text: &str) -> Option<usize> {
    /// Words that open an announcement of an address, beside those that say nothing else.
    const ANNOUNCE: [&str; 5] = ["địa chỉ", "xem", "chi tiết", "đọc", SOURCE];
    /// Longest announcement, in bytes.
    const LONGEST: usize = 60;
    let space = memchr::memrchr(b' ', text.as_bytes());
    let (words, address) = space.and_then(|at| Some((text.get(..at)?, text.get(at + 1..)?))).unwrap_or(("", text));
    if !is_address(address) {
        return None;
    }
    let announces = || {
        words.len() <= LONGEST
            && (words.ends_with(':') || chars::strip_suffix(words, " tại").is_some())
            && (names_link(words) || ANNOUNCE.iter().any(|word| chars::strip_prefix(words, word).is_some()))
    };
    (words.is_empty() || announces()).then_some(text.len() - address.len())
}

/// Whether the words before an address say that it is one, and nothing else (`Link:`, `Đường dẫn bài viết:`).
pub fn names_link(words: &str) -> bool {
    ["link", "url", "đường dẫn", "đường link", "bài gốc"].iter().any(|word| chars::strip_prefix(words, word).is_some())
}

/// Whether all a line says is an address, which is neither a citation (`Nguồn: …`) nor one of the words of web pages.
pub(super) fn is_address_alone(text: &str, roles: Roles) -> bool {
    let announced = || !roles.contains(Roles::CHROME) && chars::strip_prefix(text, SOURCE).is_none();
    address_at(text).is_some_and(|at| at == 0 || announced())
}

/// Roles of page numbers, of chrome and colophon, and of a heading over the contents. `signed` says whether the text may
/// speak of the deposit of copies.
pub(super) fn roles(text: &str, signed: bool) -> Roles {
    if text.len() > LONGEST {
        return Roles::empty();
    }
    // A pattern is asked only where the text opens as it can, or holds what it cannot do without.
    let mut asked = opens_like_furniture(text);
    if text.len() > LONGEST_CHROME {
        asked -= Roles::CHROME;
    } else if counts_readers(text) {
        asked |= Roles::CHROME;
    }
    // The deposit is spoken of anywhere in a line: as a part of the pattern it would have it read to its end.
    let told = if signed && is_deposited(text) { Roles::COLOPHON } else { Roles::empty() };
    asked -= told;
    if !text.ends_with(':') && text.len() > LONGEST_HEADING {
        asked -= Roles::TOC_HEADING;
    }
    if may_be_page_number(text) {
        asked |= Roles::PAGE_NUMBER;
    }
    let told = if asked.contains(Roles::CHROME) && asks_readers(text) { told | Roles::CHROME } else { told };
    let told = if is_page_mark(text) { told | Roles::PAGE_NUMBER } else { told };
    if asked.is_empty() {
        return told;
    }
    let told =
        if asked.contains(Roles::PAGE_NUMBER) && is_page_number(text) { told | Roles::PAGE_NUMBER } else { told };
    let told = if asked.contains(Roles::SIGN_OFF) && ends_letter(text) { told | Roles::SIGN_OFF } else { told };
    let patterns = [(Roles::CHROME, &CHROME), (Roles::COLOPHON, &COLOPHON), (Roles::TOC_HEADING, &TOC_HEADING)];
    let matching = patterns.into_iter().filter(|(role, pattern)| asked.contains(*role) && pattern.is_match(text));
    matching.fold(told, |told, (role, _)| told | role)
}

/// Whether a text lists the key words of a web page, or asks its readers to write.
fn asks_readers(text: &str) -> bool {
    let rest = |words: &str| chars::strip_prefix(text, words).map(str::trim_start);
    rest("từ khóa").is_some_and(|rest| rest.starts_with(':'))
        || ["gửi bình luận", "gửi ý kiến"]
            .iter()
            .filter_map(|words| rest(words))
            .any(|rest| rest.is_empty() || rest.starts_with([':', '>', '»']) || chars::is_word(rest, "của bạn"))
}

/// Which of the patterns that need a certain opening may match a text. Digits may be glued to a word of web pages
/// (`Facebook123`).
fn opens_like_furniture(text: &str) -> Roles {
    if let Some((_, roles)) = OPENS.first_word(text).and_then(|word| FIRST_WORDS.get(word)) {
        return *roles;
    }
    let glued = |word: &str| chars::strip_prefix(text, word).is_some();
    // No other pair of letters opens these words.
    let pair = text.as_bytes().first_chunk().map(|pair: &[u8; 2]| pair.map(|byte| byte.to_ascii_lowercase()));
    let is_glued = match pair.as_ref() {
        Some(b"pr") => glued("print"),
        Some(b"sh") => glued("share"),
        Some(b"fa") => glued("facebook"),
        Some(b"tw") => glued("twitter"),
        // ©
        Some([0xC2, 0xA9]) => true,
        Some([b'(', _]) if text.len() <= LONGEST_SIGNED => return Roles::SIGN_OFF,
        _ => false,
    };
    if is_glued { Roles::CHROME } else { Roles::empty() }
}

/// Whether a text may say how often a page was read (`12 lượt xem`): `l`, or a digit of another script, stands behind its
/// number.
fn counts_readers(text: &str) -> bool {
    let mut behind = text.as_bytes();
    while let [b'0'..=b'9' | b'.' | b',', rest @ ..] = behind {
        behind = rest;
    }
    text.starts_with(|c: char| c.is_ascii_digit()) && matches!(behind, [b' ', b'l' | b'L', ..] | [0x80..=0xFF, ..])
}

/// Whether a text begins and ends as a page number does and holds a digit.
fn may_be_page_number(text: &str) -> bool {
    const LONGEST: usize = 24;
    let [first, ..] = text.as_bytes() else { return false };
    let [.., last] = text.as_bytes() else { return false };
    // Dashes and the digits of other scripts lie beyond ASCII.
    text.len() <= LONGEST
        && matches!(first, b'0'..=b'9' | b'-' | b'[' | b'|' | b'~' | b't' | b'T' | b'p' | b'P' | 0x80..)
        && matches!(last, b'0'..=b'9' | b'-' | b']' | b'|' | b'~' | b'.' | 0x80..)
        && text.bytes().any(|b| b.is_ascii_digit())
}

/// Whether a text is the mark that a converter to Markdown sets at the turn of a page (`{3}-----`), or the number that it
/// read there (`<page_number>3</page_number>`).
fn is_page_mark(text: &str) -> bool {
    let number = |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let tagged = || text.strip_prefix("<page_number>")?.strip_suffix("</page_number>");
    let braced = || text.strip_prefix('{')?.trim_end_matches('-').strip_suffix('}').filter(|_| text.ends_with("---"));
    match text.as_bytes() {
        [b'<', ..] => tagged().is_some_and(number),
        [b'{', ..] => braced().is_some_and(number),
        _ => false,
    }
}

/// Whether a text is the number of a page. `22/5` and `6/2031` are dates: of no more than 999 pages, it is one of them.
fn is_page_number(text: &str) -> bool {
    let Some(read) = PAGE_NUMBER.captures(text) else { return false };
    let number = |name| read.name(name).and_then(|number| number.as_str().parse::<u32>().ok());
    match (number("page"), number("all")) {
        (Some(page), Some(all)) => read.name("word").is_some() || page <= all && all < 1000,
        _ => true,
    }
}

/// Whether these bytes may end `chiểu`, in any case.
#[inline(always)]
pub(super) fn deposits(a: u8, b: u8, c: u8) -> bool {
    (a == 0xBB) & (b & 0xFE == 0x82) & (c | 0x20 == b'u')
}

/// Whether a text speaks of the deposit of copies, as a colophon does.
fn is_deposited(text: &str) -> bool {
    scan::any_window(text.as_bytes(), deposits) && chars::contains(text, "nộp lưu chiểu")
}
