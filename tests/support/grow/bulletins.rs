//! Whole bulletins of each layout, and such in which much is wrong.

use unicode_normalization::UnicodeNormalization as _;

use super::{Draw, Made, again, citation, fill, page, prose, row, section, title, words, wrapped};

pub(super) const CASES: &[Made] = &[
    ("press-review", |draw, bytes| press_review(draw, bytes).into_bytes()),
    ("press-review-nfd", |draw, bytes| press_review(draw, bytes * 3 / 4).nfd().collect::<String>().into_bytes()),
    ("press-review-utf16", |draw, bytes| {
        press_review(draw, bytes * 2 / 3).encode_utf16().flat_map(u16::to_le_bytes).collect()
    }),
    ("press-review-markdown", markdown),
    ("press-review-without-contents", without_contents),
    ("newsletter", newsletter),
    ("proceedings", proceedings),
    ("prose", |draw, bytes| fill(draw, bytes, |draw, _| prose::paragraph(draw, 4) + "\n\n").into_bytes()),
    ("all-wrong", all_wrong),
    ("articles-twice", |draw, bytes| review(draw, bytes, 2).into_bytes()),
];

/// A body of some paragraphs, blank lines between them.
fn body(draw: &mut Draw, paragraphs: usize) -> String {
    (0..paragraphs).map(|_| prose::paragraph(draw, 3)).collect::<Vec<_>>().join("\n\n")
}

pub(super) fn press_review(draw: &mut Draw, bytes: usize) -> String {
    review(draw, bytes, 1)
}

/// A press review in which each body stands so many times, under titles of its own.
fn review(draw: &mut Draw, bytes: usize, times: usize) -> String {
    let (mut contents, mut articles, mut text, mut number) = (String::new(), String::new(), String::new(), 0);
    while contents.len() + articles.len() < bytes {
        number += 1;
        if again(number) == 1 {
            let section = section(draw, number);
            contents += &format!("{section} ......... {}\n", page(number));
            articles += &format!("{section}\n\n");
        }
        let title = title(draw, number);
        contents += &format!("{}. {title} ....... {}\n", again(number), page(number));
        if number % times == 0 || text.is_empty() {
            text = body(draw, 4);
        }
        articles += &format!("{title}\n\n{text} {}\n\nVề đầu trang\n\n", citation(draw));
    }
    format!("ĐIỂM BÁO HUYỆN MÂY XANH\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\nMỤC LỤC\n\n{contents}\n{articles}")
}

fn markdown(draw: &mut Draw, bytes: usize) -> Vec<u8> {
    let head = "# **ĐIỂM BÁO HUYỆN MÂY XANH**\n\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\n".to_owned();
    let text = fill(draw, bytes, |draw, number| {
        let level = "#".repeat(draw.between(1, 5));
        let (title, body, citation) = (title(draw, number), body(draw, 3), citation(draw));
        let subheading = prose::subheading(draw);
        format!("{level} **{title}**\n\n**{body}\n\n#### {subheading}\n\n*{body}* {citation} [Về đầu trang](#)\n\n")
    });
    (head + &text).into_bytes()
}

fn without_contents(draw: &mut Draw, bytes: usize) -> Vec<u8> {
    let head = "ĐIỂM BÁO HUYỆN MÂY XANH\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\n".to_owned();
    let text = fill(draw, bytes, |draw, number| {
        let section = if again(number) == 1 { section(draw, number) + "\n\n" } else { String::new() };
        let (title, body, citation) = (title(draw, number), body(draw, 2), citation(draw));
        format!("{section}{}. {title}\n\n{body}\n\n{citation}\n\n", again(number))
    });
    (head + &text).into_bytes()
}

fn newsletter(draw: &mut Draw, bytes: usize) -> Vec<u8> {
    fill(draw, bytes, |draw, number| {
        let header = format!("Bản tin Phố nghề - Số 8/2031 {number} \n\n");
        let title = wrapped(&format!("{}/ {}", again(number), title(draw, number)), 32);
        let (first, second) = (wrapped(&prose::paragraph(draw, 3), 32), wrapped(&prose::paragraph(draw, 3), 32));
        let caption = format!("{}\nẢnh: {}\n", prose::caption(draw), words::person(draw));
        let site = draw.one(words::SITES).to_lowercase();
        format!("{header}{title}\n{first}\n{caption}\n{second}\nTheo: {site}\n\n")
    })
    .into_bytes()
}

fn proceedings(draw: &mut Draw, bytes: usize) -> Vec<u8> {
    let (mut contents, mut documents, mut number) = (String::new(), String::new(), 0);
    while contents.len() + documents.len() < bytes {
        number += 1;
        let title = title(draw, number);
        contents += &row(draw, number, &title);
        let (first, second) = (prose::paragraph(draw, 3), prose::paragraph(draw, 3));
        let cells =
            |draw: &mut Draw| format!("{}\t{}\t{}\n", draw.between(1, 99), prose::item(draw), words::place(draw));
        let table: String = (0..6).map(|_| cells(draw)).collect();
        documents += &format!(
            "THAM LUẬN\n\n**{title}**\n\nI. KẾT QUẢ\n\n{first}¹\n\n¹ {}\n\n{table}\n{second}\n\n",
            prose::item(draw)
        );
    }
    let head = "DANH MỤC TÀI LIỆU\n\nI. THAM LUẬN\t\t\t\nSTT\tNội dung\tThực hiện\tTrang\n";
    format!("{head}{contents}\n{documents}").into_bytes()
}

/// A press review with something wrong in each article, so that there are as many findings as lines.
fn all_wrong(draw: &mut Draw, bytes: usize) -> Vec<u8> {
    let (mut contents, mut articles, mut number) = (String::new(), String::new(), 0);
    while contents.len() + articles.len() < bytes {
        number += 2;
        contents += &format!("{}. {} ....... {}\n", again(number), title(draw, number), 999 - number % 900);
        let (sentence, site) = (prose::sentence(draw), draw.one(words::SITES));
        articles += &format!(
            "{}. {}\n\n“{sentence}\n\nB\u{309}n đầu \u{fffd} thứ (hai.\n\nBản ti n thø hai ngµy B¸o c¸o\n\n\
             ({site}.vnn 31/02/2029, {}\n\n",
            again(number),
            title(draw, number + 1),
            words::person(draw)
        );
    }
    // One entry is right: else the contents are found by whatever line comes again by chance.
    let head = "Năm 2030\nĐIỂM BÁO HUYỆN MÂY XANH\nSố 7/2031 - Thứ Hai, ngày 14/02/2031\n\nMỤC LỤC\n\n\
                1. Cầu Tre thông xe ....... 1\n";
    let first = "Cầu Tre thông xe\n\nXe đã qua. (Mayxanh.vn 13/02, Lê Thử)\n\n";
    format!("{head}{contents}\n{first}{articles}").into_bytes()
}
