//! Inputs that were made to break a parser: memory stays within the bound, and there is a word for what is wrong.
//!
//! The bound of a job is 64 MiB and eight times the file. The texts here are a hundredth to a tenth of those in
//! `docs/reliability.md`, so that a test takes a moment, and the 64 MiB shrink with them. The bytes held at once are counted
//! by the allocator; a text twice as long may need little more than twice as many. Nothing here measures time, and on texts
//! of this length work that grows with their square may pass unseen: that is what `tests/linear.rs` and `.ci/linear.py` count.
//! Links in a loop, names with line breaks and folders that cannot be read are in `tests/cli`.
#![allow(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

#[path = "support/conserve.rs"]
mod conserve;
#[path = "support/invariants.rs"]
mod invariants;

use std::sync::{Mutex, MutexGuard, PoisonError};

use bantin::input::decode::decode;
use bantin::model::{Code, LayoutKind};
use bantin::output::flat::Columns;
use bantin::output::{Shape, Unit};
use bantin::{Options, parse};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// One test at a time: the allocator counts for the whole process.
static TURN: Mutex<()> = Mutex::new(());

/// Waits for this test's turn.
fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a text cost and what became of it.
#[derive(Debug)]
struct Cost {
    /// Bytes of the text.
    size: usize,
    /// Most bytes held at once, the text aside.
    peak: usize,
    layout: LayoutKind,
    articles: usize,
    /// The first finding.
    code: Option<Code>,
}

/// Does what a job of `convert` does.
fn convert(bytes: &[u8]) -> Cost {
    // What is made once for the process counts for nobody.
    parse("Chợ mở. (Vidu.vn 13/02)", &Options::default());
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let bulletin = parse(&decode(bytes, None).text, &Options::default());
    let mut out = Vec::new();
    Shape::Lines(Unit::Bulletin).render(&mut out, &bulletin, &Columns::ALL).unwrap();
    Cost {
        size: bytes.len(),
        peak: MEMORY.peak_usage().saturating_sub(before),
        layout: bulletin.layout,
        articles: bulletin.sections.iter().map(|section| section.articles.len()).sum(),
        code: bulletin.diagnostics.first().map(|finding| finding.code),
    }
}

/// Asserts the bounds for a text of `scale` parts, which in full would have `full` of them; gives what became of it.
#[track_caller]
fn bounded(scale: usize, full: usize, made: impl Fn(usize) -> Vec<u8>) -> Cost {
    let (half, whole) = (convert(&made(scale / 2)), convert(&made(scale)));
    // Some hundred KiB are there whatever the text: buffers, and tables and patterns that are made when first needed.
    let bound = (64 << 20) / (full / scale) + 8 * whole.size + (544 << 10);
    assert!(whole.peak + whole.size <= bound, "{} bytes of {bound}: {whole:?}", whole.peak + whole.size);
    // Buffers that double may just have doubled.
    assert!(whole.peak <= half.peak * 3 + (256 << 10), "{half:?}\n{whole:?}");
    whole
}

/// The layout and the first finding of a text within the bounds.
#[track_caller]
fn kept_whole(scale: usize, full: usize, made: impl Fn(usize) -> Vec<u8>) {
    let cost = bounded(scale, full, made);
    assert_eq!((cost.layout, cost.articles), (LayoutKind::Unknown, 0), "{cost:?}");
    assert!(matches!(cost.code, Some(Code::NotABulletin | Code::ReplacementCharacter)), "{cost:?}");
}

#[test]
fn one_endless_line() {
    let _turn = turn();
    kept_whole(1_000_000, 100_000_000, |n| "chợ mới mở, ".repeat(n / 16).into_bytes());
    kept_whole(1_000_000, 100_000_000, |n| vec![b'x'; n]);
}

#[test]
fn nothing_but_line_breaks() {
    let _turn = turn();
    for end in ["\n", "\r\n", "\r", " \n", "\u{c}\n", "\u{a0}\n"] {
        let cost = bounded(50_000, 1_000_000, |n| end.repeat(n).into_bytes());
        assert_eq!((cost.layout, cost.code), (LayoutKind::Unknown, Some(Code::NotABulletin)), "{end:?}");
    }
}

#[test]
fn one_mark_again_and_again() {
    let _turn = turn();
    for mark in ["(", ")", "[", "“", "*", "|", "\t", "#", "<p ", "](", "\\", ".", "…", "/", "¹"] {
        let cost = bounded(500_000, 10_000_000, |n| mark.repeat(n / mark.len()).into_bytes());
        assert_eq!(cost.layout, LayoutKind::Unknown, "{mark}");
    }
}

#[test]
fn nested_markup() {
    let _turn = turn();
    let nested: [(&str, &str); 5] = [("**", "**"), ("[", "](b)"), ("<p>", "</p>"), ("(", ")"), ("“", "”")];
    for (open, close) in nested {
        kept_whole(200_000, 4_000_000, |n| {
            [open.repeat(n / 10), "chợ".to_owned(), close.repeat(n / 10)].concat().into_bytes()
        });
    }
    kept_whole(200_000, 4_000_000, |n| "[a](http://vidu.vn/b)".repeat(n / 21).into_bytes());
}

/// A number in words.
fn in_words(number: usize) -> String {
    const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect::<Vec<_>>().join(" ")
}

/// A press review: so many articles in sections of five hundred, in the contents as in the body.
fn review(articles: usize) -> (String, String) {
    let (mut contents, mut body) =
        ("ĐIỂM BÁO\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\nMỤC LỤC\n".to_owned(), String::new());
    for at in 0..articles {
        let (number, words) = (at % 500 + 1, in_words(at));
        if number == 1 {
            let section = format!("TIN TRONG XÃ {}", words.to_uppercase());
            contents += &format!("{section} ..... {}\n", at / 110 + 1);
            body += &format!("{section}\n\n");
        }
        contents += &format!("{number}. Chợ {words} mở cửa ..... {}\n", at / 110 + 1);
        let text = "Chợ họp cả ngày ở ngã ba, có nước sạch và nhà để xe. ".repeat(5);
        body += &format!("{number}. Chợ {words} mở cửa\n{text}Xã mở chợ {words}. (Vidu.vn 13/02, Lê Thử)\n");
    }
    (contents, body)
}

#[test]
fn contents_without_end() {
    let _turn = turn();
    let cost = bounded(2_000, 100_000, |n| {
        let (contents, body) = review(n);
        (contents + "\n" + &body).into_bytes()
    });
    assert_eq!((cost.layout, cost.articles), (LayoutKind::PressReview, 2_000));
    // Contents whose articles are gone.
    let cost = bounded(2_000, 100_000, |n| review(n).0.into_bytes());
    assert_eq!((cost.articles, cost.code), (0, Some(Code::NotABulletin)));
}

#[test]
fn packs_without_end() {
    let _turn = turn();
    let cost = bounded(1_000, 20_000, |n| {
        let (mut contents, mut body) = ("KỶ YẾU HỘI NGHỊ\n\nMỤC LỤC\n\n".to_owned(), String::new());
        for words in (0..n).map(in_words) {
            contents += &format!("- Chợ {words} mở cửa ..... 7\nHội chợ {words}\n");
            body += &format!("\nTHAM LUẬN\nChợ {words} mở cửa\nHội chợ {words}\n\nXã mở chợ {words}.\n");
        }
        (contents + &body).into_bytes()
    });
    assert_eq!((cost.layout, cost.articles), (LayoutKind::Proceedings, 1_000));
}

#[test]
fn sections_without_end() {
    let _turn = turn();
    let cost = bounded(1_000, 10_000, |n| {
        let mut text = "ĐIỂM BÁO\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\n".to_owned();
        for words in (0..n).map(in_words) {
            text += &format!("TIN TRONG XÃ {}\n\nChợ {words} mở cửa\n\n", words.to_uppercase());
            text += &format!("Xã mở chợ {words}. (Vidu.vn 13/02, Lê Thử)\n\n");
        }
        text.into_bytes()
    });
    assert_eq!((cost.layout, cost.articles), (LayoutKind::PressReview, 1_000));
}

#[test]
fn oddities_of_unicode() {
    let _turn = turn();
    let texts: [&[u8]; 12] = [
        // Storms of combining marks, composed and not.
        "a\u{301}".as_bytes(),
        "\u{301}".as_bytes(),
        "\u{323}\u{301}".as_bytes(),
        // Controls of direction; invisible characters; line breaks that are none here.
        "\u{202e}\u{2066}a\u{2069}\u{202c}".as_bytes(),
        "\u{200b}\u{200d}\u{feff}\u{ad}".as_bytes(),
        "\u{2028}\u{2029}\u{85}\u{b}".as_bytes(),
        // Overlong forms, surrogates, and numbers above the last character, as bytes of UTF-8.
        b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf",
        b"\xed\xa0\x80\xed\xb0\x80",
        b"\xf4\x90\x80\x80\xff",
        // A character that is cut off.
        b"\xe1\xbb",
        b"\0",
        b"\x7f\x1b[2J\x07",
    ];
    for unit in texts {
        kept_whole(100_000, 5_000_000, |n| unit.repeat(n / unit.len()));
        let text = decode(&unit.repeat(40), None).text.into_owned();
        assert_eq!(invariants::of_parse(&text), Vec::<String>::new(), "{unit:?}");
        assert_eq!(invariants::of_findings(&text), Vec::<String>::new(), "{unit:?}");
    }
}

#[test]
fn broken_utf_16() {
    let _turn = turn();
    let (high, low): (&[u8], &[u8]) = (b"\x00\xd8", b"\x00\xdc");
    for unit in [high, low, &[low, high].concat(), &[high, b"a\0"].concat()] {
        kept_whole(100_000, 5_000_000, |n| [b"\xff\xfe", &*unit.repeat(n / unit.len())].concat());
    }
    // An odd byte at the end.
    let decoded = decode(b"\xff\xfea\0b\0\xd8", None);
    assert_eq!((&*decoded.text, decoded.replaced), ("ab\u{fffd}", 1));
}

#[test]
fn bytes_of_a_program() {
    let _turn = turn();
    // Bytes without a pattern: a linear congruential generator of 64 bits.
    let noise = |n: usize| -> Vec<u8> {
        let step = |x: &u64| Some(x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407));
        std::iter::successors(Some(7), step).map(|x: u64| x.to_be_bytes()[0]).take(n).collect()
    };
    kept_whole(200_000, 20_000_000, noise);
}

/// Lines of each kind that a rule looks at, and nothing else. Short lines cost their share of memory each, so the bound is
/// one for a line: 64 MiB and eight times the file hold from some 40 bytes a line on.
#[test]
fn one_line_again_and_again() {
    let _turn = turn();
    let lines = [
        "Chợ họp cả ngày ở ngã ba xã Mẫu. (Vidu.vn 13/02, Lê Thử)",
        "(14/02/2031)",
        "https://vidu.vn/cho-moi",
        "[Về đầu trang](#)",
        "Ảnh: Lê Thử",
        "## **Chợ mới mở**",
        "1. Chợ mới mở",
        "7/ Chợ mới mở",
        "I. TIN TRONG XÃ",
        "TIN TRONG XÃ",
        "THAM LUẬN",
        "Theo: vidu.vn",
        "Số 7/2031 - Thứ Sáu, ngày 14/02/2031",
        "MỤC LỤC",
        "1. Chợ mới mở ..... 3",
        "1\tChợ mới\t3",
        "- chợ mới;",
        "¹ Theo ban quản lý chợ.",
        "a",
        "12",
        "xã đã mở chợ mới ở ngã ba và (",
    ];
    // The last one has a finding on each line.
    // What a citation says is kept for each form that it is read in.
    let bytes = |line: &str| if line.starts_with("Theo") { 1000 } else { 700 };
    let lines = lines.iter().map(|line| (line.as_bytes(), bytes(line))).chain([(&b"\xe1\xbb"[..], 1200)]);
    for (line, bytes) in lines {
        let made = |n: usize| [line, b"\n"].concat().repeat(n);
        let whole = convert(&made(4_000));
        assert!(
            whole.peak <= 4_000 * bytes + (256 << 10) + 8 * whole.size,
            "{}: {whole:?}",
            String::from_utf8_lossy(line)
        );
    }
}
