//! Contents of thousands of entries, and how their titles are found again in the body.

use super::{Draw, Made, again, citation, page, prose, row, section, title};

pub(super) const CASES: &[Made] = &[
    ("contents-short-articles", |draw, bytes| listed(draw, bytes, Listed::default())),
    ("contents-alike", |draw, bytes| listed(draw, bytes, Listed { titles: Titles::Alike, ..Listed::default() })),
    ("contents-equal", |draw, bytes| listed(draw, bytes, Listed { titles: Titles::Equal, ..Listed::default() })),
    ("contents-differ", |draw, bytes| listed(draw, bytes, Listed { titles: Titles::Differ, ..Listed::default() })),
    ("contents-foreign", |draw, bytes| listed(draw, bytes, Listed { titles: Titles::Foreign, ..Listed::default() })),
    ("contents-wrapped", |draw, bytes| listed(draw, bytes, Listed { wrapped: true, ..Listed::default() })),
    ("contents-reversed", |draw, bytes| listed(draw, bytes, Listed { reversed: true, ..Listed::default() })),
    ("contents-sections", |draw, bytes| listed(draw, bytes, Listed { sections: true, ..Listed::default() })),
    ("contents-without-body", |draw, bytes| listed(draw, bytes, Listed { without_body: true, ..Listed::default() })),
    ("contents-plain-lines", |draw, bytes| listed(draw, bytes, Listed { plain: true, ..Listed::default() })),
    ("contents-table", |draw, bytes| table(draw, bytes, false)),
    ("table-headers-repeated", |_, bytes| {
        let header = "STT\tNội dung\tTrang\n";
        let rows = header.repeat(bytes / header.len()) + "1\tBáo cáo đọc sách\t3\n";
        let body = "BÁO CÁO\n\nBáo cáo đọc sách\n\nNhà nào cũng có sách.\n";
        format!("TÀI LIỆU HỘI NGHỊ\n\nMỤC LỤC\n{rows}\n{body}").into_bytes()
    }),
    ("contents-table-differs", |draw, bytes| table(draw, bytes, true)),
];

/// How the titles of contents and body are related.
#[derive(Default, Clone, Copy, PartialEq)]
enum Titles {
    /// Each title is its own, and the two printings are the same.
    #[default]
    Same,
    /// All titles begin and end with the same words.
    Alike,
    /// All titles are the same.
    Equal,
    /// The two printings differ in a word.
    Differ,
    /// The body has other titles.
    Foreign,
}

/// How contents and body look.
#[derive(Default)]
struct Listed {
    titles: Titles,
    wrapped: bool,
    reversed: bool,
    sections: bool,
    without_body: bool,
    plain: bool,
}

fn listed(draw: &mut Draw, bytes: usize, how: Listed) -> Vec<u8> {
    let (mut contents, mut articles, mut length, mut number) = (String::new(), Vec::new(), 0, 0);
    while contents.len() + length < bytes {
        number += 1;
        let title = match how.titles {
            Titles::Alike => format!("Xã {number} đẩy nhanh tiến độ chuyển đổi số trong sáu tháng đầu năm nay"),
            Titles::Equal => "Xã Vân Hạ đẩy nhanh tiến độ chuyển đổi số".to_owned(),
            _ => title(draw, number),
        };
        if how.sections || again(number) == 1 {
            let section = section(draw, number);
            contents += &format!("{section} .......... {}\n", page(number));
            articles.push(section + "\n\n");
        }
        let printed = if how.wrapped { title.replacen(": ", ":\n", 1) } else { title.clone() };
        contents += &match how.plain {
            true => format!("{printed}\n"),
            false => format!("{}. {printed} ........ {}\n", again(number), page(number)),
        };
        let title = match how.titles {
            Titles::Differ => title.replace("Ở xóm", "Tại xóm"),
            Titles::Foreign => self::title(draw, number + bytes),
            _ => title,
        };
        if !how.without_body {
            let article = format!("{title}\n\n{} {}\n\n", prose::sentence(draw), citation(draw));
            length += article.len();
            articles.push(article);
        }
    }
    if how.reversed {
        articles.reverse();
    }
    let head = "ĐIỂM BÁO HUYỆN MÂY XANH\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\nMỤC LỤC\n\n";
    format!("{head}{contents}\n{}", articles.concat()).into_bytes()
}

/// A conference pack whose documents are a line long.
fn table(draw: &mut Draw, bytes: usize, differs: bool) -> Vec<u8> {
    let (mut contents, mut documents, mut number) = (String::new(), String::new(), 0);
    while contents.len() + documents.len() < bytes {
        number += 1;
        let title = title(draw, number);
        contents += &row(draw, number, &title);
        let title = if differs { title.replace("Ở xóm", "Tại xóm") } else { title };
        documents += &format!("THAM LUẬN\n\n**{title}**\n\n{}\n\n", prose::sentence(draw));
    }
    let head = "DANH MỤC TÀI LIỆU\n\nI. THAM LUẬN\t\t\t\nSTT\tNội dung\tThực hiện\tTrang\n";
    format!("{head}{contents}\n{documents}").into_bytes()
}
