//! The inside of a report or speech: headings, lists, footnotes that cut sentences, tables over page turns, signatures.
//!
//! Where it stops: label, title and presenting body stand above it and are printed by `proceedings`.

use super::draw::Draw;
use super::gold::Article;
use super::noise::Sheet;
use super::prose;
use super::words;

const MARKS: &[&str] = &["", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "¹⁰", "¹¹", "¹²"];

const OPENINGS: &[&str] = &[
    "Kính thưa Chủ tọa Hội nghị!",
    "Kính thưa các đồng chí lãnh đạo!",
    "Thưa toàn thể quý vị đại biểu!",
    "Kính thưa quý vị đại biểu dự họp tại các điểm cầu!",
];

const PARTS: &[&str] = &[
    "TÌNH HÌNH CHUNG",
    "KẾT QUẢ THỰC HIỆN",
    "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
    "NHIỆM VỤ, GIẢI PHÁP",
    "KIẾN NGHỊ, ĐỀ XUẤT",
];

const CHAPTERS: &[&str] = &[
    "Về công tác chỉ đạo, điều hành",
    "Về hoàn thiện thể chế",
    "Về nguồn nhân lực",
    "Về hạ tầng kỹ thuật",
    "Về công tác tuyên truyền",
    "Nguyên nhân chủ quan",
    "Giải pháp trước mắt",
];

/// Prints the body of a document and writes down the truth of it.
pub fn body(
    draw: &mut Draw,
    sheet: &mut Sheet,
    article: &mut Article,
    report: bool,
    official: bool,
    presenter: Option<&str>,
) {
    let mut writer = Writer { sheet, article, mark: 0, bold: draw.habit("document.bold-headings", 0.15) };
    if !report {
        for _ in 0..draw.between(0, 2) {
            writer.paragraph(draw.one(OPENINGS).to_owned());
        }
    }
    if draw.chance(0.6) {
        let text = prose::paragraph(draw, 2);
        writer.paragraph(text);
    }
    let parts = if draw.habit("document.parts", 0.6) { draw.between(2, 3) } else { 1 };
    for (part, title) in PARTS.iter().enumerate().take(parts) {
        if parts > 1 {
            writer.heading(format!("{}. {}", super::contents::roman(part + 1), title));
        }
        let chapters = if draw.chance(0.5) { draw.between(2, 3) } else { 1 };
        for chapter in 0..chapters {
            if chapters > 1 {
                let mark = if parts == 1 || draw.chance(0.8) {
                    format!("{}. ", chapter + 1)
                } else {
                    format!("{}.{}. ", part + 1, chapter + 1)
                };
                writer.heading(format!("{mark}{}", draw.one(CHAPTERS)));
            }
            part_of_text(draw, &mut writer);
        }
    }
    if report && !official && draw.habit("document.closing-sentence", 0.4) {
        writer.paragraph("Trên đây là kết quả thực hiện, trân trọng báo cáo Hội nghị./.".to_owned());
    }
    if let Some(name) = presenter.filter(|_| draw.chance(0.7)) {
        writer.paragraph(format!("Trên đây là ý kiến tham luận của {name}, xin gửi tới Hội nghị."));
        writer.paragraph(
            draw.one(&[
                "Xin trân trọng cảm ơn!",
                "Xin kính chúc quý vị đại biểu sức khỏe!",
                "Xin cảm ơn sự lắng nghe của quý vị!",
            ])
            .to_owned(),
        );
    }
    if official {
        signature(draw, &mut writer);
    }
    if report && draw.habit("document.appendix", 0.25) {
        appendix(draw, &mut writer);
    }
}

struct Writer<'a> {
    sheet: &'a mut Sheet,
    article: &'a mut Article,
    mark: usize,
    bold: bool,
}

impl Writer<'_> {
    fn paragraph(&mut self, text: String) {
        self.sheet.spaced(1, text.clone());
        self.article.paragraphs.push(text);
    }

    fn heading(&mut self, text: String) {
        self.sheet.spaced(1, if self.bold { format!("**{text}**") } else { text.clone() });
        self.article.paragraphs.push(text);
    }

    /// A line whose kind is open to opinion: its text has to stand in the body, as whatever.
    fn loose(&mut self, text: String, blanks: usize) {
        self.sheet.spaced(blanks, text.clone());
        self.article.raw_lines.push(text.replace("**", ""));
        self.article.loose = true;
    }
}

fn part_of_text(draw: &mut Draw, writer: &mut Writer) {
    for _ in 0..draw.between(1, 2) {
        match draw.weighted(&[("paragraph", 6), ("bullets", 3), ("numbers", 1), ("letters", 1)]) {
            "bullets" => {
                let plus = draw.chance(0.2);
                for _ in 0..draw.between(2, 4) {
                    let mark = if plus { "+ " } else { "- " };
                    let text = format!("{mark}{}", prose::paragraph(draw, 1));
                    with_footnote(draw, writer, text);
                }
            }
            "numbers" => {
                for item in 0..draw.between(2, 3) {
                    let text = format!("{}) {}.", item + 1, prose::item(draw));
                    writer.paragraph(text);
                }
            }
            "letters" => {
                for item in 0..draw.between(2, 3) {
                    let text = format!("{}) {}.", ["a", "b", "c"][item], prose::item(draw));
                    writer.paragraph(text);
                }
            }
            _ => {
                let sentences = draw.between(1, 3);
                let text = prose::paragraph(draw, sentences);
                with_footnote(draw, writer, text);
            }
        }
    }
    if draw.slip("document.table", 0.6) {
        table(draw, writer);
    }
}

/// Prints a text, perhaps with a footnote's mark in it, the page's footnotes after it or in the middle of it.
fn with_footnote(draw: &mut Draw, writer: &mut Writer, text: String) {
    if writer.mark + 2 >= MARKS.len() || !draw.slip("footnote", 0.9) {
        if draw.slip("page-turn", 0.3)
            && let Some(at) = place(draw, &text)
        {
            writer.sheet.spaced(1, text[..at].to_owned());
            if draw.chance(0.5) {
                writer.sheet.spaced(1, draw.between(4, 150).to_string());
                draw.note("page-turn.number", "yes");
            }
            writer.sheet.spaced(1, text[at..].trim_start().to_owned());
            writer.article.paragraphs.push(text);
            return;
        }
        writer.paragraph(text);
        return;
    }
    writer.mark += 1;
    let mark = MARKS[writer.mark];
    let Some(early) = place(draw, &text) else {
        writer.paragraph(text);
        return;
    };
    let marked = format!("{}{mark}{}", &text[..early], &text[early..]);
    let note = format!(
        "{mark} {} ngày {}/{}/{}.",
        prose::document(draw),
        draw.between(1, 28),
        draw.between(1, 12),
        draw.between(2012, 2024)
    );
    let cut = marked[early + mark.len()..].match_indices(' ').map(|(at, _)| early + mark.len() + at).nth(4);
    let right_is_open = |at: usize| {
        marked[at..].trim_start().starts_with(char::is_lowercase) && !marked[..at].ends_with(['.', ':', '”', ';', ')'])
    };
    if let Some(at) = cut.filter(|&at| right_is_open(at) && draw.chance(0.7)) {
        draw.note("footnote.cuts-sentence", "yes");
        writer.sheet.spaced(1, marked[..at].to_owned());
        writer.sheet.spaced(1, note.clone());
        writer.sheet.spaced(1, marked[at..].trim_start().to_owned());
        writer.article.paragraphs.push(marked);
    } else {
        writer.paragraph(marked);
        writer.sheet.spaced(1, note.clone());
    }
    writer.article.raw_lines.push(note);
}

/// A space inside the sentence with a small letter after it.
fn place(draw: &mut Draw, text: &str) -> Option<usize> {
    let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    if spaces.len() < 14 {
        return None;
    }
    let fitting: Vec<usize> = spaces[5..spaces.len() - 6]
        .iter()
        .copied()
        .filter(|&at| {
            text[at..].trim_start().starts_with(char::is_lowercase)
                && text[..at].ends_with(char::is_alphabetic)
                && !text[..at].rsplit(' ').next().unwrap_or_default().contains(['/', '.'])
        })
        .collect();
    (!fitting.is_empty()).then(|| draw.one(&fitting))
}

/// A table; a page turn may repeat its header and split a row in two.
fn table(draw: &mut Draw, writer: &mut Writer) {
    let opening = format!("{}, kết quả như sau:", prose::sentence(draw).trim_end_matches(['.', '”']));
    writer.paragraph(opening);
    rows(draw, writer);
}

fn rows(draw: &mut Draw, writer: &mut Writer) {
    let header = draw.one(&[
        "TT\tCông việc\tThời hạn\tĐơn vị chủ trì",
        "STT\tTên đơn vị\tSố hồ sơ\tTỷ lệ đúng hạn",
        "TT\tNội dung\tChủ trì\tPhối hợp\tTiến độ",
    ]);
    let columns = header.split('\t').count();
    writer.sheet.line(header);
    let count = draw.between(2, 6);
    let turn = (count > 2 && draw.habit("table.page-turn", 0.5)).then(|| draw.between(1, count - 1));
    for row in 0..count {
        let cells: Vec<String> = (0..columns).map(|column| cell(draw, row, column, columns)).collect();
        if draw.slip("table.group-row", 0.3) {
            let group = format!("{}. {}", super::contents::roman(row + 1), draw.one(PARTS));
            writer.sheet.line(format!("{group}{}", "\t".repeat(columns - 1)));
            writer.article.raw_lines.push(group);
        }
        let split = (turn == Some(row)).then(|| cells[1].match_indices(' ').map(|(at, _)| at).nth(2)).flatten();
        if let Some(at) = split.filter(|_| draw.habit("table.row-split", 0.5)) {
            let mut left = cells.clone();
            left[1] = cells[1][..at].to_owned();
            writer.sheet.line(left.join("\t"));
            page_turn(draw, writer, header);
            let mut right = vec![String::new(); columns];
            right[1] = cells[1][at..].trim_start().to_owned();
            writer.sheet.line(right.join("\t"));
        } else {
            if turn == Some(row) {
                page_turn(draw, writer, header);
            }
            writer.sheet.line(cells.join("\t"));
        }
        writer.article.raw_lines.extend(cells.into_iter().skip(1).filter(|cell| !cell.is_empty()));
    }
    writer.sheet.blanks(1);
}

fn page_turn(draw: &mut Draw, writer: &mut Writer, header: &str) {
    writer.sheet.blanks(1);
    if draw.chance(0.3) {
        writer.sheet.spaced(1, draw.between(10, 200).to_string());
    }
    writer.sheet.line(header);
}

fn cell(draw: &mut Draw, row: usize, column: usize, columns: usize) -> String {
    match column {
        0 => format!("{}.", row + 1),
        1 => prose::item(draw),
        2 if columns == 4 => draw.one(&["Năm 2024", "Quý II", "Thường xuyên", "Tháng 9/2024"]).to_owned(),
        _ if draw.chance(0.1) => String::new(),
        _ => prose::agency(draw),
    }
}

fn signature(draw: &mut Draw, writer: &mut Writer) {
    writer.paragraph("Trên đây là báo cáo của đơn vị, kính trình cấp có thẩm quyền xem xét./.".to_owned());
    if draw.chance(0.7) {
        writer.loose("Nơi nhận:".to_owned(), draw.between(0, 1));
        for line in ["- Như trên;", "- Các thành viên Ban Chỉ đạo;", "- Lưu: VT, TH."] {
            writer.loose(line.to_owned(), 0);
        }
        writer.sheet.blanks(1);
    }
    writer.loose(draw.one(&["**KT. CHỦ TỊCH**", "TM. ỦY BAN NHÂN DÂN", "**TRƯỞNG BAN**", "GIÁM ĐỐC"]).to_owned(), 1);
    let name = words::person(draw);
    writer.loose(if draw.chance(0.5) { format!("**{name}**") } else { name }, 1);
}

fn appendix(draw: &mut Draw, writer: &mut Writer) {
    writer.loose(draw.one(&["Phụ lục", "PHỤ LỤC", "Phụ lục 1", "PHỤ LỤC I"]).to_owned(), 0);
    writer.loose(
        draw.one(&["Danh mục nhiệm vụ giao các đơn vị", "TỔNG HỢP KẾT QUẢ THỰC HIỆN", "Bảng số liệu kèm theo"])
            .to_owned(),
        0,
    );
    if draw.chance(0.6) {
        writer.loose(format!("(Kèm theo {})", prose::document(draw)), 0);
    }
    writer.sheet.blanks(1);
    rows(draw, writer);
}
