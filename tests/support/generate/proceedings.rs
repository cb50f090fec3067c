//! Conference packs: a table of contents out of tables, then reports and speeches.
//!
//! Where it stops: what stands inside a document is printed by `document`.

use serde_json::{Value, json};

use super::contents::wrap_at;
use super::document;
use super::draw::Draw;
use super::gold::{Article, Gold, Section, any};
use super::noise::{self, Sheet};
use super::pack_contents::{Style, contents};
use super::prose;

/// A document to be printed.
pub struct Planned {
    pub number: usize,
    pub page: usize,
    pub label: &'static str,
    pub title: String,
    pub presenter: Option<String>,
}

/// A group of documents.
pub struct Group {
    pub title: &'static str,
    pub reports: bool,
    pub documents: Vec<Planned>,
}

const GROUPS: &[(&str, bool)] = &[
    ("DỰ THẢO BÁO CÁO", true),
    ("BÁO CÁO TRÌNH HỘI NGHỊ", true),
    ("THAM LUẬN CỦA CÁC BỘ, NGÀNH", false),
    ("THAM LUẬN CỦA ĐỊA PHƯƠNG", false),
    ("Ý KIẾN THAM GIA", false),
    ("PHÁT BIỂU TẠI HỘI NGHỊ", false),
];

/// A conference pack.
pub fn proceedings(draw: &mut Draw) -> (Vec<u8>, Gold) {
    draw.carelessness = match draw.pick("editor", &[("tidy", 3), ("average", 4), ("messy", 3)]) {
        "tidy" => 0.03,
        "average" => 0.12,
        _ => 0.3,
    };
    let mut sheet = Sheet::default();
    let title = masthead(draw, &mut sheet);
    let style = Style {
        pages: !draw.habit("contents.no-pages", 0.12),
        presenters: !draw.habit("contents.no-presenters", 0.1),
        header: !draw.habit("contents.no-header-row", 0.08),
        enumerator: draw.pick("contents.enumerator", &[("1.", 6), ("1", 3), ("01", 1), ("1)", 1)]),
        full_stops: draw.habit("contents.full-stops", 0.5),
        group_mark: draw.pick("contents.group-mark", &[("I. ", 6), ("", 2), ("A. ", 1), ("I/ ", 1), ("PHẦN I. ", 0)]),
        trailing_tabs: draw.habit("contents.trailing-tabs", 0.6),
        bold_groups: draw.habit("contents.bold-groups", 0.1),
    };
    let groups = plan(draw);
    let mut gold = Gold { layout: "proceedings", title, ..Gold::default() };
    gold.toc = contents(draw, &mut sheet, &groups, &style);
    sheet.blanks(draw.between(1, 2));
    let labels = draw.pick("label.form", &[("own-line", 6), ("bold", 2), ("heading", 1), ("next-line", 1)]);
    for (index, group) in groups.iter().enumerate() {
        let mut section = Section { title: Some(group.title.to_owned()), articles: Vec::new() };
        for planned in &group.documents {
            draw.at(format!("{}.{}", index + 1, planned.number));
            let mut article = print(draw, &mut sheet, planned, group.reports, labels, style.presenters);
            article.number = json!(planned.number);
            article.page = Some(if style.pages { json!(planned.page) } else { Value::Null });
            section.articles.push(article);
        }
        draw.at("");
        gold.sections.push(section);
    }
    (noise::finish(draw, sheet, false), gold)
}

fn masthead(draw: &mut Draw, sheet: &mut Sheet) -> Value {
    let form = draw.pick("masthead", &[("list-heading", 7), ("blank-lines", 2), ("conference", 3)]);
    let heading =
        draw.one(&["DANH MỤC TÀI LIỆU", "DANH MỤC TÀI LIỆU", "MỤC LỤC", "TÀI LIỆU HỘI NGHỊ", "MỤC LỤC TÀI LIỆU"]);
    match form {
        "conference" => {
            let name = draw.one(&[
                "HỘI NGHỊ SƠ KẾT CÔNG TÁC SÁU THÁNG ĐẦU NĂM",
                "HỘI THẢO KHOA HỌC CẤP TỈNH",
                "HỘI NGHỊ TOÀN QUỐC VỀ CHUYỂN ĐỔI SỐ",
            ]);
            sheet.spaced(1, name.to_owned());
            sheet.spaced(
                1,
                format!(
                    "{}, tháng {} năm {}",
                    super::words::place(draw),
                    draw.between(1, 12),
                    draw.between(2012, 2025)
                ),
            );
            sheet.spaced(1, heading.to_owned());
            any([json!(null), json!(name), json!(heading), json!(format!("{heading} {name}"))])
        }
        "blank-lines" => {
            sheet.blanks(draw.between(1, 3));
            sheet.spaced(1, heading.to_owned());
            any([json!(null), json!(heading)])
        }
        _ => {
            sheet.spaced(1, heading.to_owned());
            any([json!(null), json!(heading)])
        }
    }
}

fn plan(draw: &mut Draw) -> Vec<Group> {
    let shape = draw.pick(
        "groups",
        &[("report-and-talks", 6), ("talks-alone", 2), ("reports-and-two-kinds-of-talks", 2), ("reports-alone", 1)],
    );
    let kinds: Vec<(&'static str, bool)> = match shape {
        "talks-alone" => vec![GROUPS[draw.between(2, 5)]],
        "reports-alone" => vec![GROUPS[draw.between(0, 1)]],
        "report-and-talks" => vec![GROUPS[draw.between(0, 1)], GROUPS[draw.between(2, 5)]],
        _ => vec![GROUPS[draw.between(0, 1)], GROUPS[2], GROUPS[3]],
    };
    let run_on = kinds.len() > 1 && draw.habit("numbering.runs-on", 0.15);
    let (mut number, mut page, mut seen) = (0, draw.between(1, 4), Vec::<String>::new());
    let label_of_talks = draw.pick(
        "label.talks",
        &[
            ("THAM LUẬN", 7),
            ("BÀI PHÁT BIỂU", 2),
            ("BÁO CÁO THAM LUẬN", 1),
            ("Ý KIẾN THAM LUẬN", 1),
            ("PHÁT BIỂU", 1),
            ("BÀI THAM LUẬN", 1),
        ],
    );
    kinds
        .into_iter()
        .map(|(title, reports)| {
            if !run_on {
                number = 0;
            }
            let count = if reports { draw.between(1, 2) } else { draw.between(2, 4) };
            let documents = (0..count)
                .map(|_| {
                    number += 1;
                    page += draw.between(2, 9);
                    let label = if reports {
                        draw.pick(
                            "label.report",
                            &[
                                ("BÁO CÁO", 4),
                                ("BÁO CÁO TÓM TẮT", 3),
                                ("DỰ THẢO BÁO CÁO", 2),
                                ("TỜ TRÌNH", 1),
                                ("KẾ HOẠCH", 1),
                            ],
                        )
                    } else {
                        label_of_talks
                    };
                    let mut title = talk_title(draw, reports);
                    while seen.contains(&title) {
                        title = talk_title(draw, reports);
                    }
                    seen.push(title.clone());
                    let presenter = (!reports).then(|| presenter(draw));
                    Planned { number, page, label, title, presenter }
                })
                .collect();
            Group { title, reports, documents }
        })
        .collect()
}

const REPORT_TITLES: &[&str] = &[
    "Kết quả {chude} năm {nam} và phương hướng, nhiệm vụ năm tiếp theo",
    "Tình hình triển khai {chude} sáu tháng đầu năm {nam}, nhiệm vụ trọng tâm sáu tháng cuối năm",
    "Tổng kết {so} năm thực hiện {chude} trên địa bàn {tinh}",
    "Đánh giá tác động của {chude} đối với doanh nghiệp",
];

const TALK_TITLES: &[&str] = &[
    "Giải pháp nâng cao chất lượng {chude} tại {noi}, bài học kinh nghiệm",
    "Kết quả {chude}; những khó khăn, vướng mắc và kiến nghị",
    "Mô hình hay trong {chude}, tồn tại, hạn chế, giải pháp thời gian tới",
    "Kinh nghiệm {viec} của {tinh}",
    "Vai trò người đứng đầu trong {chude}",
    "Tăng cường phối hợp liên ngành trong {chude} giai đoạn 2021-2025",
    "{noi}: Từ quyết tâm chính trị đến kết quả {chude}",
    "Thực trạng và giải pháp {chude} ở vùng sâu, vùng xa",
];

fn talk_title(draw: &mut Draw, reports: bool) -> String {
    let template = if reports { draw.one(REPORT_TITLES) } else { draw.one(TALK_TITLES) };
    prose::fill(draw, template)
}

fn presenter(draw: &mut Draw) -> String {
    let template = draw.one(&[
        "UBND tỉnh {noi}",
        "UBND thành phố {noi}",
        "Bộ Nội vụ",
        "Bộ Y tế",
        "Văn phòng Chính phủ",
        "Sở Tư pháp tỉnh {noi}",
        "Ngân hàng Nhà nước chi nhánh {noi}",
        "Bộ Khoa học và Công nghệ",
        "Sở Tài chính tỉnh {noi}",
        "UBND huyện {noi}",
        "Công an tỉnh {noi}",
        "Bảo hiểm xã hội Việt Nam",
        "Đại học {noi}",
    ]);
    prose::fill(draw, template)
}

fn print(draw: &mut Draw, sheet: &mut Sheet, planned: &Planned, report: bool, labels: &str, listed: bool) -> Article {
    let mut article = Article {
        title: planned.title.clone(),
        label: Some(planned.label.to_owned()),
        authors: Some(planned.presenter.iter().cloned().collect()),
        ..Article::default()
    };
    let official = report && draw.habit("document.official-form", 0.35);
    let first = sheet.next_line();
    if official {
        article.loose = true;
        sheet.spaced(1, format!("Số: {}/BC-UBND", draw.one(&["", " ", "125", "47"])));
        if draw.chance(0.7) {
            sheet.spaced(
                1,
                format!(
                    "{}, ngày {} tháng {} năm {}",
                    super::words::place(draw),
                    draw.between(1, 28),
                    draw.between(1, 12),
                    draw.between(2015, 2024)
                ),
            );
        }
    }
    heading(draw, sheet, planned, labels, listed);
    document::body(draw, sheet, &mut article, report, official, planned.presenter.as_deref());
    article.lines = Some((first, sheet.last_filled()));
    if draw.slip("document.page-number-after", 0.4) {
        sheet.blanks(1);
        sheet.line(draw.between(3, 120).to_string());
    }
    sheet.blanks(draw.between(1, 2));
    article
}

fn heading(draw: &mut Draw, sheet: &mut Sheet, planned: &Planned, labels: &str, listed: bool) {
    let long = planned.title.chars().count() > 45;
    let glued = if draw.slip("heading.glued", 1.2) { "glued" } else { "" };
    let title_form = draw.pick(
        "heading.title",
        &[
            ("plain", 6),
            ("bold", 3),
            ("two-lines", if long { 2 } else { 0 }),
            ("bold-two-lines", if long { 4 } else { 0 }),
        ],
    );
    let break_at = wrap_at(&planned.title, 32);
    let (head, tail) =
        break_at.map_or((planned.title.as_str(), ""), |at| (&planned.title[..at], planned.title[at..].trim_start()));
    let two_lines = title_form.ends_with("two-lines") && !tail.is_empty();
    if glued == "glued" {
        let presenter = planned.presenter.as_ref().map(|name| format!("**{name}**")).unwrap_or_default();
        // A draft has its first word on a line of its own, and loses that line break too.
        let label = if planned.label == "DỰ THẢO BÁO CÁO" { "DỰ THẢO**BÁO CÁO**" } else { planned.label };
        if two_lines {
            draw.note("heading.glued-over-lines", "yes");
            sheet.line(format!("{label}**{head}"));
            sheet.spaced(1, format!("{tail}**{presenter}"));
        } else {
            sheet.spaced(1, format!("{label}**{}**{presenter}", planned.title));
        }
        return;
    }
    let gap = usize::from(labels != "next-line");
    sheet.spaced(
        gap,
        match labels {
            "bold" => format!("**{}**", planned.label),
            "heading" => format!("## {}", planned.label),
            _ => planned.label.to_owned(),
        },
    );
    let bold = if title_form.starts_with("bold") { "**" } else { "" };
    if two_lines {
        sheet.line(format!("{bold}{head}"));
        sheet.spaced(gap, format!("{tail}{bold}"));
    } else {
        sheet.spaced(gap, format!("{bold}{}{bold}", planned.title));
    }
    match &planned.presenter {
        Some(name) if draw.chance(0.2) => sheet.spaced(gap, format!("**{name}**")),
        Some(name) if listed && draw.slip("heading.presenter-in-parentheses", 0.3) => {
            sheet.spaced(gap, format!("({name})"));
        }
        Some(name) => sheet.spaced(gap, name.clone()),
        None => {}
    }
    sheet.blanks(1 - gap);
}
