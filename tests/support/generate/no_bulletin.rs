//! Texts that are no bulletin: letters, minutes, contracts, source code, tables, verse, nothing at all.
//!
//! The truth of each is the same: layout `unknown`, and nothing found in it.

use serde_json::Value;

use super::data_texts;
use super::draw::Draw;
use super::gold::Gold;
use super::noise::{self, Sheet};
use super::{prose, words};

/// A text that is no bulletin.
pub fn no_bulletin(draw: &mut Draw) -> (Vec<u8>, Gold) {
    let kind = draw.pick(
        "kind",
        &[
            ("letter", 3),
            ("minutes", 3),
            ("contract", 3),
            ("decision", 3),
            ("source-code", 2),
            ("csv", 2),
            ("tab-table", 2),
            ("verse", 2),
            ("empty", 1),
            ("white-space", 1),
            ("numbers", 1),
            ("newspaper-article", 3),
            ("english", 2),
            ("recipe", 2),
            ("law", 2),
            ("invitation", 2),
            ("exam", 1),
            ("names", 1),
            ("json", 1),
            ("log", 1),
            ("price-list", 1),
            ("story", 1),
            ("essay-with-headings", 2),
            ("addresses", 1),
        ],
    );
    let mut sheet = Sheet::default();
    match kind {
        "letter" => letter(draw, &mut sheet),
        "minutes" => minutes(draw, &mut sheet),
        "contract" => contract(draw, &mut sheet),
        "decision" => decision(draw, &mut sheet),
        "source-code" => data_texts::source_code(draw, &mut sheet),
        "csv" => data_texts::table(draw, &mut sheet, ","),
        "tab-table" => data_texts::table(draw, &mut sheet, "\t"),
        "verse" => verse(draw, &mut sheet),
        "empty" => {}
        "white-space" => sheet.blanks(draw.between(1, 40)),
        "numbers" => (0..draw.between(3, 60)).for_each(|_| {
            let number = draw.between(1, 99_999).to_string();
            sheet.line(number);
        }),
        "newspaper-article" => newspaper_article(draw, &mut sheet),
        "english" => data_texts::english(draw, &mut sheet),
        "recipe" => recipe(draw, &mut sheet),
        "law" => law(draw, &mut sheet),
        "invitation" => invitation(draw, &mut sheet),
        "exam" => data_texts::exam(draw, &mut sheet),
        "names" => (1..draw.between(5, 60)).for_each(|number| {
            let name = words::person(draw);
            sheet.line(format!("{number}. {name}"));
        }),
        "json" => data_texts::json_file(draw, &mut sheet),
        "log" => data_texts::log(draw, &mut sheet),
        "price-list" => data_texts::price_list(draw, &mut sheet),
        "story" => story(draw, &mut sheet),
        "essay-with-headings" => essay(draw, &mut sheet),
        _ => (0..draw.between(4, 30)).for_each(|_| {
            let host = words::domain(draw.one(words::SITES));
            let slug = super::citation::slug(draw);
            sheet.line(format!("https://{host}/{slug}.html"));
        }),
    }
    let gold = Gold {
        layout: "unknown",
        title: Value::Null,
        number: Value::Null,
        date: Value::Null,
        weekday: Value::Null,
        editor: Value::Null,
        ..Gold::default()
    };
    if matches!(kind, "empty" | "white-space") {
        draw.at("");
        let text = sheet.lines.join("\n");
        return (text.into_bytes(), gold);
    }
    (noise::finish(draw, sheet, false), gold)
}

fn state_heading(draw: &mut Draw, sheet: &mut Sheet) {
    if draw.chance(0.7) {
        sheet.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        sheet.spaced(1, "Độc lập - Tự do - Hạnh phúc".to_owned());
    }
}

fn letter(draw: &mut Draw, sheet: &mut Sheet) {
    sheet.spaced(
        1,
        format!(
            "{}, ngày {} tháng {} năm {}",
            words::place(draw),
            draw.between(1, 28),
            draw.between(1, 12),
            draw.between(2005, 2025)
        ),
    );
    sheet.spaced(1, format!("Kính gửi: {}", prose::agency(draw)));
    for _ in 0..draw.between(2, 5) {
        let sentences = draw.between(1, 3);
        sheet.spaced(1, prose::paragraph(draw, sentences));
    }
    sheet.spaced(1, "Rất mong nhận được sự quan tâm của quý cơ quan.".to_owned());
    sheet.spaced(1, "Trân trọng,".to_owned());
    sheet.line(words::person(draw));
}

fn minutes(draw: &mut Draw, sheet: &mut Sheet) {
    state_heading(draw, sheet);
    sheet.spaced(1, "BIÊN BẢN HỌP".to_owned());
    sheet.spaced(
        1,
        format!(
            "Thời gian: {} giờ, ngày {}/{}/{}",
            draw.between(7, 16),
            draw.between(1, 28),
            draw.between(1, 12),
            draw.between(2010, 2025)
        ),
    );
    sheet.spaced(1, format!("Địa điểm: Phòng họp số {}, {}", draw.between(1, 9), prose::agency(draw)));
    sheet.line("Thành phần:");
    for _ in 0..draw.between(2, 5) {
        sheet.line(format!("- Ông {}, {};", words::person(draw), draw.one(words::ROLES)));
    }
    sheet.blanks(1);
    sheet.spaced(1, "NỘI DUNG".to_owned());
    for number in 1..=draw.between(2, 5) {
        sheet.spaced(1, format!("{number}. {}.", prose::item(draw)));
        let sentences = draw.between(1, 3);
        sheet.spaced(1, prose::paragraph(draw, sentences));
    }
    sheet.spaced(1, "Cuộc họp kết thúc lúc 11 giờ 30 phút cùng ngày.".to_owned());
    sheet.line("THƯ KÝ\t\tCHỦ TỌA");
}

fn contract(draw: &mut Draw, sheet: &mut Sheet) {
    state_heading(draw, sheet);
    sheet
        .spaced(1, format!("HỢP ĐỒNG {}", draw.one(&["CUNG CẤP DỊCH VỤ", "THUÊ NHÀ", "MUA BÁN THIẾT BỊ", "LAO ĐỘNG"])));
    sheet.spaced(1, format!("Số: {}/{}/HĐ", draw.between(1, 300), draw.between(2010, 2025)));
    sheet.spaced(1, format!("BÊN A: {}", prose::agency(draw)));
    sheet.spaced(1, format!("BÊN B: Ông {}", words::person(draw)));
    for number in 1..=draw.between(3, 7) {
        sheet.spaced(
            1,
            format!(
                "Điều {number}. {}",
                draw.one(&[
                    "Nội dung công việc",
                    "Giá trị hợp đồng",
                    "Thời hạn thực hiện",
                    "Trách nhiệm các bên",
                    "Điều khoản chung"
                ])
            ),
        );
        for clause in 1..=draw.between(1, 3) {
            sheet.spaced(1, format!("{number}.{clause}. {}.", prose::item(draw)));
        }
    }
    sheet.line("ĐẠI DIỆN BÊN A\tĐẠI DIỆN BÊN B");
}

fn decision(draw: &mut Draw, sheet: &mut Sheet) {
    sheet.line(prose::agency(draw).to_uppercase());
    sheet.spaced(1, format!("Số: {}/QĐ-UBND", draw.between(10, 4000)));
    state_heading(draw, sheet);
    sheet.spaced(1, "QUYẾT ĐỊNH".to_owned());
    sheet.spaced(1, format!("Về việc {}", prose::fill(draw, "{viec}")));
    for _ in 0..draw.between(2, 3) {
        sheet.spaced(1, format!("Căn cứ {};", prose::document(draw)));
    }
    sheet.spaced(1, "QUYẾT ĐỊNH:".to_owned());
    for number in 1..=draw.between(2, 4) {
        sheet.spaced(1, format!("Điều {number}. {}.", prose::item(draw)));
    }
    sheet.line("Nơi nhận:");
    sheet.line("- Như Điều 3;");
    sheet.spaced(1, "- Lưu: VT.".to_owned());
    sheet.line("CHỦ TỊCH");
    sheet.line(words::person(draw));
}

fn verse(draw: &mut Draw, sheet: &mut Sheet) {
    let lines = [
        "Chiều về bên bến sông xưa",
        "Nghe trong tiếng gió ai vừa gọi tên",
        "Con đò gác mái nằm nghiêng",
        "Bờ lau trắng xóa một miền hoang sơ",
        "Mẹ ngồi khâu áo bao giờ",
        "Sợi thương sợi nhớ vẩn vơ theo chiều",
        "Mai này con có đi xa",
        "Nhớ về lối nhỏ, hiên nhà, khóm tre",
    ];
    sheet.spaced(1, draw.one(&["BẾN XƯA", "Chiều quê", "* * *"]).to_owned());
    for _ in 0..draw.between(2, 5) {
        for _ in 0..4 {
            sheet.line(draw.one(&lines));
        }
        sheet.blanks(1);
    }
    sheet.line(words::person(draw));
}

fn newspaper_article(draw: &mut Draw, sheet: &mut Sheet) {
    sheet.spaced(1, prose::title(draw));
    if draw.chance(0.4) {
        sheet.spaced(
            1,
            format!(
                "{}/{}/{} {}:{:02}",
                draw.between(1, 28),
                draw.between(1, 12),
                draw.between(2010, 2025),
                draw.between(5, 22),
                draw.between(0, 59)
            ),
        );
    }
    for _ in 0..draw.between(3, 8) {
        let sentences = draw.between(1, 4);
        sheet.spaced(1, prose::paragraph(draw, sentences));
        if draw.chance(0.1) {
            sheet.spaced(1, prose::subheading(draw));
        }
    }
    sheet.line(words::by_line(draw));
}

fn recipe(draw: &mut Draw, sheet: &mut Sheet) {
    sheet.spaced(1, draw.one(&["CANH CHUA CÁ LÓC", "Bánh xèo giòn", "GỎI CUỐN TÔM THỊT"]).to_owned());
    sheet.line("Nguyên liệu:");
    for thing in ["cá", "cà chua", "bột gạo", "rau thơm", "nước cốt dừa"] {
        sheet.line(format!("- {} g {thing}", draw.between(1, 9) * 50));
    }
    sheet.blanks(1);
    sheet.spaced(1, "Cách làm".to_owned());
    let steps = [
        "Rửa sạch nguyên liệu, để ráo.",
        "Đun sôi nước, cho gia vị vừa ăn.",
        "Thả cá vào nồi, vớt bọt.",
        "Nêm lại, rắc hành ngò rồi tắt bếp.",
    ];
    for (number, step) in steps.iter().enumerate() {
        sheet.spaced(draw.between(0, 1), format!("{}. {step}", number + 1));
    }
}

fn law(draw: &mut Draw, sheet: &mut Sheet) {
    sheet.spaced(1, draw.one(&["LUẬT", "NGHỊ ĐỊNH", "THÔNG TƯ"]).to_owned());
    sheet.spaced(1, format!("Quy định về {}", prose::fill(draw, "{chude}")));
    let mut article = 0;
    for chapter in 1..=draw.between(1, 3) {
        sheet.line(format!("Chương {}", super::contents::roman(chapter)));
        sheet.spaced(1, draw.one(&["QUY ĐỊNH CHUNG", "TỔ CHỨC THỰC HIỆN", "QUYỀN VÀ NGHĨA VỤ"]).to_owned());
        for _ in 0..draw.between(2, 4) {
            article += 1;
            sheet.line(format!("Điều {article}. {}", prose::subheading(draw)));
            for clause in 1..=draw.between(1, 3) {
                sheet.line(format!("{clause}. {}.", prose::item(draw)));
            }
            sheet.blanks(1);
        }
    }
}

fn invitation(draw: &mut Draw, sheet: &mut Sheet) {
    sheet.line(prose::agency(draw).to_uppercase());
    sheet.spaced(1, format!("Số: {}/GM-VP", draw.between(1, 300)));
    sheet.spaced(1, "GIẤY MỜI".to_owned());
    sheet.spaced(1, format!("Kính gửi: {}", prose::agency(draw)));
    sheet
        .spaced(1, format!("Trân trọng kính mời đại diện đơn vị tới dự cuộc họp về {}.", prose::fill(draw, "{chude}")));
    sheet.spaced(
        1,
        format!(
            "Thời gian: 14 giờ 00, thứ Năm, ngày {}/{}/{}.",
            draw.between(1, 28),
            draw.between(1, 12),
            draw.between(2010, 2025)
        ),
    );
    sheet.spaced(1, format!("Địa điểm: số {}, đường Trần Phú, {}.", draw.between(1, 200), words::place(draw)));
    sheet.line("CHÁNH VĂN PHÒNG");
    sheet.line(words::person(draw));
}

fn story(draw: &mut Draw, sheet: &mut Sheet) {
    let sentences = [
        "Ngày ấy, làng tôi còn nghèo lắm.",
        "Bà nội hay kể chuyện bên bếp lửa.",
        "Con mèo mướp nằm lim dim trên đống rơm.",
        "Tôi không bao giờ quên được buổi chiều hôm đó.",
        "– Cháu về bao giờ thế? – bà hỏi.",
        "Gió thổi qua rặng tre, nghe rì rào như ai thì thầm.",
        "Rồi mùa lũ đến, nước ngập trắng đồng.",
    ];
    sheet.spaced(1, "Chương 1".to_owned());
    for _ in 0..draw.between(3, 10) {
        let text: Vec<&str> = (0..draw.between(1, 5)).map(|_| draw.one(&sentences)).collect();
        sheet.spaced(1, text.join(" "));
    }
}

fn essay(draw: &mut Draw, sheet: &mut Sheet) {
    sheet.spaced(1, format!("# {}", prose::subheading(draw)));
    for part in 1..=draw.between(2, 4) {
        sheet.spaced(1, format!("## {part}. {}", prose::subheading(draw)));
        for _ in 0..draw.between(1, 3) {
            let sentences = draw.between(1, 4);
            sheet.spaced(1, prose::paragraph(draw, sentences));
        }
    }
    sheet.spaced(1, "## Tài liệu tham khảo".to_owned());
    for number in 1..=3 {
        sheet.line(format!(
            "[{number}] {}, {}, NXB {}, {}.",
            words::person(draw),
            prose::subheading(draw),
            words::place(draw),
            draw.between(1990, 2024)
        ));
    }
}
