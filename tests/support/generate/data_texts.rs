//! Texts that are no prose: programs, tables, logs, price lists, examination papers, and a text in another language.

use super::draw::Draw;
use super::noise::Sheet;
use super::{prose, words};

/// A program in C or Python.
pub fn source_code(draw: &mut Draw, sheet: &mut Sheet) {
    let names = ["count", "total", "line", "page", "issue", "ngay", "so_hieu"];
    if draw.chance(0.5) {
        sheet.spaced(1, "#include <stdio.h>".to_owned());
        for _ in 0..draw.between(2, 5) {
            let name = draw.one(&names);
            sheet.line(format!("/* {} */", prose::subheading(draw)));
            sheet.line(format!("static int {name}_{}(int a, int b) {{", draw.between(1, 99)));
            sheet.line(format!("    for (int i = 0; i < {}; i++) a += b * i;", draw.between(2, 400)));
            sheet.line("    return a; // 1. xong");
            sheet.spaced(1, "}".to_owned());
        }
    } else {
        sheet.spaced(1, "import re, sys".to_owned());
        for _ in 0..draw.between(2, 5) {
            let name = draw.one(&names);
            sheet.line(format!("# {}", prose::subheading(draw)));
            sheet.line(format!("def {name}_{}(text):", draw.between(1, 99)));
            sheet.line(format!("    m = re.search(r\"(\\d+)/(\\d+)\", text[:{}])", draw.between(10, 900)));
            sheet.spaced(1, "    return m.group(1) if m else None".to_owned());
        }
        sheet.line("print(sys.argv[1:])");
    }
}

/// A table of people, its cells set apart by `separator`.
pub fn table(draw: &mut Draw, sheet: &mut Sheet, separator: &str) {
    sheet.line(["STT", "Họ và tên", "Đơn vị", "Ngày sinh", "Điểm"].join(separator));
    for number in 1..=draw.between(3, 50) {
        let day = format!("{}/{}/{}", draw.between(1, 28), draw.between(1, 12), draw.between(1960, 2004));
        let agency = prose::agency(draw).replace(',', "");
        sheet.line(
            [number.to_string(), words::person(draw), agency, day, draw.between(10, 100).to_string()].join(separator),
        );
    }
}

/// A JSON file with titles and dates in it.
pub fn json_file(draw: &mut Draw, sheet: &mut Sheet) {
    sheet.line("[");
    for number in 1..=draw.between(2, 20) {
        let (title, date) = (prose::title(draw), format!("{}/{}", draw.between(1, 28), draw.between(1, 12)));
        sheet.line(format!("  {{\"id\": {number}, \"title\": \"{title}\", \"date\": \"{date}\"}},"));
    }
    sheet.line("]");
}

/// The log of a server.
pub fn log(draw: &mut Draw, sheet: &mut Sheet) {
    for _ in 0..draw.between(5, 60) {
        sheet.line(format!(
            "2024-{:02}-{:02}T{:02}:{:02}:00 {} worker[{}]: request took {} ms",
            draw.between(1, 12),
            draw.between(1, 28),
            draw.between(0, 23),
            draw.between(0, 59),
            draw.one(&["INFO", "WARN", "ERROR"]),
            draw.between(1, 9),
            draw.between(1, 900)
        ));
    }
}

/// A price list with dot leaders.
pub fn price_list(draw: &mut Draw, sheet: &mut Sheet) {
    sheet.spaced(1, "BẢNG GIÁ DỊCH VỤ".to_owned());
    for number in 1..=draw.between(4, 20) {
        sheet.line(format!(
            "{number}. {} ..... {}.000 đ",
            draw.one(&["Photo hai mặt", "In màu", "Đóng sách", "Quét tài liệu", "Ép nhựa"]),
            draw.between(1, 90)
        ));
    }
}

/// A report in English.
pub fn english(draw: &mut Draw, sheet: &mut Sheet) {
    let sentences = [
        "The committee met twice during the month and reviewed the draft budget.",
        "No objection was raised by the members present.",
        "A survey of 412 households showed that most residents were satisfied.",
        "Further details will be announced in due course.",
        "The new system went live on 12/4/2021 after a short trial (see section 3).",
        "Several offices reported delays caused by the old software.",
        "According to the chair, the next step is training.",
        "Copies may be obtained from the secretary at 5 Long Street.",
    ];
    sheet.spaced(
        1,
        draw.one(&["ANNUAL REPORT", "Notes on local government", "Monthly newsletter of the gardening club"])
            .to_owned(),
    );
    for number in 1..=draw.between(2, 6) {
        if draw.chance(0.4) {
            sheet.spaced(1, format!("{number}. {}", draw.one(&["Background", "Findings", "Next steps", "Budget"])));
        }
        let text: Vec<&str> = (0..draw.between(2, 5)).map(|_| draw.one(&sentences)).collect();
        sheet.spaced(1, text.join(" "));
    }
}

/// Questions with four answers each.
pub fn exam(draw: &mut Draw, sheet: &mut Sheet) {
    sheet.spaced(1, "ĐỀ THI TUYỂN CÔNG CHỨC".to_owned());
    for number in 1..=draw.between(4, 12) {
        sheet.line(format!("Câu {number}. {}?", prose::fill(draw, "Theo quy định, cơ quan nào chủ trì {chude}")));
        for letter in ["A", "B", "C", "D"] {
            sheet.line(format!("{letter}. {}", prose::agency(draw)));
        }
        sheet.blanks(1);
    }
}
