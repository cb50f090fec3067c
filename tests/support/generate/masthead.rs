//! Mastheads: the bulletin's name, number and date in their printed forms.
//!
//! Where it stops: from the first line to the one before the table of contents.

use jiff::civil::{Date, Weekday};
use serde_json::{Value, json};

use super::draw::Draw;
use super::gold::any;
use super::noise::Sheet;
use super::prose::capitalise;
use super::words;

/// What the masthead says.
pub struct Issue {
    pub title: Value,
    /// The name that running headers repeat.
    pub name: String,
    pub number: Value,
    pub number_text: Option<String>,
    /// The date, if one is printed.
    pub date: Option<Date>,
    pub gold_date: Value,
    pub weekday: Value,
    /// The day before which everything cited was published.
    pub today: Date,
    /// Whether the text was copied from a web page.
    pub web: bool,
}

const NAMES: &[&str] = &[
    "Cải cách hành chính",
    "Chuyển đổi số",
    "Công tác nội vụ",
    "Công vụ và đời sống",
    "Chính quyền số",
    "Tư pháp",
    "Tổ chức nhà nước",
    "Thông tin cơ sở",
    "Kinh tế - xã hội",
    "Phòng, chống tham nhũng",
    "Dân vận",
    "Thanh tra",
    "Nông nghiệp và nông thôn",
    "Dịch vụ công",
];

/// The day of the week in words, as a title or in capitals.
pub fn weekday_name(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Thứ Hai",
        Weekday::Tuesday => "Thứ Ba",
        Weekday::Wednesday => "Thứ Tư",
        Weekday::Thursday => "Thứ Năm",
        Weekday::Friday => "Thứ Sáu",
        Weekday::Saturday => "Thứ Bảy",
        Weekday::Sunday => "Chủ nhật",
    }
}

/// A day of issue, sometimes just after New Year, when the year of what is cited changes.
pub fn day_of_issue(draw: &mut Draw) -> Date {
    let year = draw.between(2008, 2026) as i16;
    if draw.habit("issue.new-year", 0.12) {
        return Date::new(year, 1, draw.between(1, 4) as i8).expect("a day in January");
    }
    Date::new(year, draw.between(1, 12) as i8, draw.between(1, 28) as i8).expect("a day of the month")
}

fn numeric(draw: &mut Draw, date: Date) -> String {
    let (d, m, y) = (date.day(), date.month(), date.year());
    match draw.below(5) {
        0 => format!("{d:02}/{m:02}/{y}"),
        1 => format!("{d}-{m}-{y}"),
        2 => format!("{d}.{m}.{y}"),
        3 => format!("{d:02}/{m}/{y}"),
        _ => format!("{d}/{m}/{y}"),
    }
}

/// Prints a masthead onto the sheet.
pub fn masthead(draw: &mut Draw, sheet: &mut Sheet, markdown: bool) -> Issue {
    let form = draw.pick(
        "masthead",
        &[
            ("three-names", 4),
            ("number-and-words", 5),
            ("web-page", 3),
            ("web-page-with-skip-link", 2),
            ("labelled", 4),
            ("date-in-title", 2),
            ("one-line", 2),
            ("office-above", 3),
            ("several-dates", 3),
            ("no-date", 1),
            ("week", 1),
            ("words-alone", 2),
            ("numeric-weekday", 2),
            ("number-first", 1),
        ],
    );
    let name = draw.one(NAMES);
    let date = day_of_issue(draw);
    let number = draw.between(1, 380);
    let mut issue = Issue {
        title: Value::Null,
        name: String::new(),
        number: Value::Null,
        number_text: None,
        date: Some(date),
        gold_date: json!(date.to_string()),
        weekday: Value::Null,
        today: date,
        web: form.starts_with("web"),
    };
    let bold = |text: &str| {
        if markdown { format!("**{text}**") } else { text.to_owned() }
    };
    let gap = if draw.habit("masthead.no-blank-lines", 0.2) { 0 } else { 1 };
    let number_text = if draw.chance(0.6) { format!("{number}/{}", date.year()) } else { number.to_string() };
    let kind = draw.one(&["Bản tin", "Điểm báo", "Điểm tin", "Bản tin điểm báo"]);
    let full = format!("{kind} {name}");
    issue.name = full.clone();
    issue.title = json!(full);
    match form {
        "three-names" => {
            sheet.blanks(draw.between(0, 2));
            sheet.spaced(gap, format!("Năm {}", date.year()));
            sheet.spaced(gap, weekday_name(date).to_uppercase());
            sheet.spaced(
                gap,
                format!("{}: {}", draw.one(&["Phát hành", "Ngày phát hành", "Ra ngày"]), numeric(draw, date)),
            );
            sheet.spaced(gap, bold("Bản tin"));
            sheet.spaced(gap, if markdown { "# Điểm báo".to_owned() } else { "Điểm báo".to_owned() });
            sheet.blanks(draw.between(0, 2));
            sheet.spaced(gap, if markdown { format!("## {}", name.to_uppercase()) } else { name.to_uppercase() });
            sheet.spaced(gap, draw.one(SLOGANS).to_owned());
            issue.name = format!("Điểm báo {name}");
            issue.title =
                any([format!("Điểm báo {name}"), format!("Bản tin Điểm báo {name}"), format!("Bản tin {name}")]);
            issue.weekday = json!(weekday_name(date).to_uppercase());
        }
        "number-and-words" => {
            let head = draw.one(&["ĐIỂM BÁO", "ĐIỂM TIN", "BẢN TIN"]);
            sheet.spaced(gap, head.to_owned());
            sheet.spaced(gap, name.to_uppercase());
            issue.name = format!("{} {name}", capitalise(&head.to_lowercase()));
            issue.title = json!(issue.name);
            sheet.spaced(gap, format!("Số {number_text}"));
            let weekday = if draw.chance(0.3) {
                capitalise(&weekday_name(date).to_lowercase())
            } else {
                weekday_name(date).to_owned()
            };
            let (d, m, y) = (date.day(), date.month(), date.year());
            let words = if draw.chance(0.3) {
                format!("{d:02} tháng {m:02} năm {y}")
            } else {
                format!("{d} tháng {m} năm {y}")
            };
            sheet.spaced(gap, format!("{weekday}, ngày {words}"));
            (issue.number, issue.weekday) = (json!(number_text), json!(weekday));
        }
        "web-page" | "web-page-with-skip-link" => {
            web_page(draw, sheet, &mut issue, form, &full, date);
        }
        "labelled" => {
            sheet.spaced(gap, full.to_uppercase());
            sheet.spaced(gap, format!("Số{} {number_text}", draw.one(&[":", "", " :"])));
            sheet.spaced(
                gap,
                format!("{}: {}", draw.one(&["Ngày phát hành", "Ngày ra", "Phát hành ngày"]), numeric(draw, date)),
            );
            issue.number = json!(number_text);
        }
        "date-in-title" => {
            let dated = numeric(draw, date);
            sheet.spaced(
                gap,
                if markdown {
                    format!("# {full} ngày {dated}")
                } else {
                    format!("{full} ngày {dated}").to_uppercase()
                },
            );
            issue.title = any([full.clone(), format!("{full} ngày {dated}")]);
        }
        "one-line" => {
            let dated = numeric(draw, date);
            sheet.spaced(gap, bold(&format!("{} - Số {number_text} - Ngày {dated}", full.to_uppercase())));
            issue.number = json!(number_text);
        }
        "office-above" => {
            let place = words::place(draw);
            sheet.spaced(0, format!("UBND TỈNH {}", place.to_uppercase()));
            sheet.spaced(gap, "SỞ NỘI VỤ".to_owned());
            sheet.spaced(gap, full.to_uppercase());
            sheet.spaced(gap, format!("(Số {number_text} ngày {})", numeric(draw, date)));
            issue.number = json!(number_text);
        }
        "several-dates" => {
            sheet.spaced(gap, full.to_uppercase());
            sheet.spaced(gap, format!("Số {number_text}, ra ngày {}", numeric(draw, date)));
            let licence = format!(
                "Giấy phép xuất bản số {}/GP-STTTT ngày {}/{}/{}",
                draw.between(2, 90),
                draw.between(1, 28),
                draw.between(1, 12),
                date.year() - 1
            );
            sheet.spaced(gap, licence);
            if draw.chance(0.5) {
                sheet.spaced(
                    gap,
                    format!(
                        "In {} bản, nộp lưu chiểu tháng {} năm {}",
                        draw.between(2, 9) * 50,
                        date.month(),
                        date.year()
                    ),
                );
            }
            issue.number = json!(number_text);
        }
        "words-alone" => {
            sheet.spaced(gap, full.to_uppercase());
            let words = format!("Ngày {} tháng {} năm {}", date.day(), date.month(), date.year());
            sheet.spaced(gap, if draw.chance(0.3) { words.to_uppercase() } else { words });
        }
        "numeric-weekday" => {
            sheet.spaced(gap, full.clone());
            let weekday = weekday_name(date);
            sheet.spaced(gap, format!("{weekday}, {}", numeric(draw, date)));
            issue.weekday = json!(weekday);
        }
        "number-first" => {
            sheet.spaced(gap, format!("SỐ {number_text}"));
            sheet.spaced(gap, full.to_uppercase());
            sheet.spaced(gap, format!("({}, ngày {})", weekday_name(date), numeric(draw, date)));
            (issue.number, issue.weekday) = (json!(number_text), json!(weekday_name(date)));
        }
        "week" => {
            let first = date.checked_sub(jiff::Span::new().days(4)).expect("in range");
            sheet.spaced(gap, full.to_uppercase());
            sheet.spaced(gap, format!("Tuần từ {}/{} đến {}", first.day(), first.month(), numeric(draw, date)));
            issue.gold_date = any([json!(date.to_string()), Value::Null]);
        }
        _ => {
            sheet.spaced(gap, full.to_uppercase());
            sheet.spaced(gap, format!("Số {number}"));
            issue.number = json!(number.to_string());
            issue.date = None;
            issue.gold_date = Value::Null;
        }
    }
    issue.number_text = issue.number.as_str().map(str::to_owned);
    issue
}

const SLOGANS: &[&str] = &[
    "(Lưu hành nội bộ)",
    "(Ra vào các ngày làm việc trong tuần)",
    "(Phát hành thứ Hai và thứ Năm)",
    "(Tài liệu phục vụ lãnh đạo)",
    "(Mỗi ngày một số, trừ thứ Bảy và Chủ nhật)",
];

fn web_page(draw: &mut Draw, sheet: &mut Sheet, issue: &mut Issue, form: &str, full: &str, date: Date) {
    let posted = date.checked_add(jiff::Span::new().days(draw.between(0, 3) as i64)).expect("in range");
    let (d, m, y) = (posted.day(), posted.month(), posted.year());
    let (hour, minute) = (draw.between(6, 22), draw.between(0, 59));
    let day = weekday_name(posted);
    let title = format!("{full} ngày {}/{}/{}", date.day(), date.month(), date.year());
    if form == "web-page-with-skip-link" {
        sheet.spaced(1, "Skip to main content".to_owned());
        if draw.chance(0.6) {
            sheet.spaced(
                1,
                format!("Trang chủ {} {}", draw.one(&["»", ">", "/"]), draw.one(&["Điểm báo", "Tin tức", "Bản tin"])),
            );
        }
        sheet.spaced(1, title.clone());
        sheet.spaced(
            1,
            match draw.below(3) {
                0 => format!("{day}, {d:02}/{m:02}/{y} - {hour:02}:{minute:02}"),
                1 => format!("Ngày đăng: {d:02}/{m:02}/{y} {hour:02}:{minute:02}"),
                _ => format!("{hour:02}:{minute:02} | {d:02}/{m:02}/{y}"),
            },
        );
        sheet.spaced(1, format!("{}: {}", draw.one(&["Lượt xem", "Số lượt xem", "Đã xem"]), draw.between(12, 4000)));
    } else {
        sheet.spaced(1, title.clone());
        sheet.spaced(1, format!("{hour}:{minute:02}, {day}, {d}-{m}-{y}"));
        sheet.spaced(1, "Xem với cỡ chữ : A- A A+".to_owned());
    }
    issue.title = any([full.to_owned(), title]);
    issue.weekday = any([json!(null), json!(day)]);
}
