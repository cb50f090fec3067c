//! Newsletters: the text of a two-column PDF with numbered articles, each closed by its source.
//!
//! Where it stops: lines, columns and pages are the business of `columns`.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::columns::Columns;
use super::draw::Draw;
use super::gold::{Article, Citation, Gold, Section};
use super::noise;
use super::{prose, words};

const TITLES: &[&str] = &[
    "Bản tin Chính quyền số",
    "Bản tin Nội vụ",
    "Bản tin Cải cách thủ tục",
    "Bản tin Dịch vụ công",
    "Bản tin Tư pháp",
    "Bản tin Khoa học và Công nghệ",
    "Bản tin Công vụ",
    "Bản tin Tuyên giáo",
    "Bản tin Thông tin cơ sở",
    "Bản tin Chuyển đổi số",
];

/// How articles open and close in one newsletter.
struct Style {
    enumerator: &'static str,
    source: &'static str,
    papers: bool,
    upper_site: bool,
    list: bool,
    starred: bool,
    abutting: bool,
    may_lack_source: bool,
    interview: bool,
}

/// A newsletter.
pub fn newsletter(draw: &mut Draw) -> (Vec<u8>, Gold) {
    draw.carelessness = match draw.pick("editor", &[("tidy", 3), ("average", 4), ("messy", 3)]) {
        "tidy" => 0.02,
        "average" => 0.1,
        _ => 0.25,
    };
    let title = draw.one(TITLES);
    let year = draw.between(2009, 2025);
    let number = format!("{}/{year}", draw.between(1, 60));
    let mut columns = Columns::draw(draw, title, &number);
    let enumerator = draw.pick("article.mark", &[("1/ ", 6), ("1. ", 4), ("1/", 1)]);
    let style = Style {
        enumerator,
        source: draw.pick(
            "source",
            &[("Theo: ", 6), ("Nguồn: ", 4), ("(Theo )", 3), ("(Nguồn: )", 1), ("Theo ", 1), ("Nguồn ", 0)],
        ),
        papers: draw.habit("source.papers", 0.15),
        upper_site: draw.habit("source.capitalised", 0.2),
        list: draw.habit("body.lists", 0.3),
        starred: draw.habit("body.starred-subheadings", 0.3),
        abutting: columns.final_spaces && draw.habit("body.abutting-paragraphs", 0.2),
        may_lack_source: enumerator.contains('/'),
        interview: draw.habit("body.interview", 0.15),
    };
    let mut gold = Gold { layout: "newsletter", title: json!(title), number: json!(number), ..Gold::default() };
    if draw.habit("masthead", 0.1) {
        columns.sheet.spaced(1, title.to_uppercase());
        columns.sheet.spaced(1, format!("Số {number}"));
    } else if !columns.turns_with_header() || draw.habit("header.first", 0.7) {
        columns.running_header();
    }
    let sections =
        draw.pick("sections", &[("none", 5), ("headings-restart", 3), ("headings-run-on", 2), ("restart-alone", 2)]);
    let single = draw.habit("single-article", 0.08);
    let count = if single || sections == "none" { 1 } else { draw.between(2, 3) };
    let mut names = words::SECTIONS.to_vec();
    draw.shuffle(&mut names);
    let (mut running, mut seen) = (0, Vec::new());
    for (index, name) in names.iter().take(count).enumerate() {
        let printed = sections.starts_with("headings");
        let mut section = Section { title: printed.then(|| (*name).to_owned()), articles: Vec::new() };
        if printed {
            columns.block(draw, name, false, prose::caption, &mut Vec::new());
            columns.sheet.blanks(1);
        }
        if sections == "headings-restart" || sections == "restart-alone" {
            running = 0;
        }
        // A section that restarts alone is only seen where the number before it was not 1's neighbour.
        let least = if sections == "restart-alone" { 2 } else { 1 };
        let articles = if single { 1 } else { draw.between(least, 4) };
        for within in 0..articles {
            running += 1;
            draw.at(format!("{}.{}", index + 1, within + 1));
            section.articles.push(article(draw, &mut columns, &style, running, year, &mut seen));
        }
        draw.at("");
        gold.sections.push(section);
    }
    if !gold_has_header(&columns, title) {
        columns.running_header();
    }
    let final_spaces = columns.final_spaces;
    (noise::finish(draw, columns.sheet, final_spaces), gold)
}

/// Whether the name stands anywhere, so that the title can be known.
fn gold_has_header(columns: &Columns, title: &str) -> bool {
    columns.sheet.lines.iter().any(|line| line.to_lowercase().contains(&title.to_lowercase()))
}

fn article(
    draw: &mut Draw,
    columns: &mut Columns,
    style: &Style,
    number: usize,
    year: usize,
    seen: &mut Vec<String>,
) -> Article {
    let mut title = if draw.chance(0.6) { prose::long_title(draw) } else { prose::title(draw) };
    while seen.contains(&title) {
        title = prose::title(draw);
    }
    seen.push(title.clone());
    if draw.slip("title.capitals", 0.3) {
        title = title.to_uppercase();
    }
    let mut captions = Vec::new();
    let heading = format!("{}{title}", style.enumerator.replacen('1', &number.to_string(), 1));
    let first = columns.block(draw, &heading, false, prose::caption, &mut captions);
    columns.sheet.blanks(1);
    let mut article = Article { number: json!(number), title, ..Article::default() };
    let blocks = blocks(draw, style);
    let last = blocks.len() - 1;
    for (index, (kind, text)) in blocks.into_iter().enumerate() {
        let cut = kind == "paragraph";
        columns.block(draw, &text, cut, caption_text, &mut captions);
        let ended = text.ends_with('.');
        let abut = index < last
            && ((style.abutting && ended && cut && draw.chance(0.15)) || (kind == "starred" && style.abutting));
        let caption = !abut && ended && cut && index < last && draw.slip("caption.between-paragraphs", 0.3);
        if abut {
            draw.note("body.abutting", "yes");
        } else {
            // Before a caption the space would say that the sentence goes on behind it.
            if columns.final_spaces && ended && !caption && draw.slip("columns.stray-final-space", 0.15) {
                columns.sheet.lines.last_mut().expect("a line was printed").push(' ');
            }
            columns.sheet.blanks(1);
        }
        article.paragraphs.push(text);
        if caption {
            let text = format!("{}. Ảnh: {}", prose::caption(draw), words::by_line(draw));
            columns.block(draw, &text, false, prose::caption, &mut Vec::new());
            columns.sheet.blanks(1);
            captions.push(text);
        }
    }
    if style.may_lack_source && draw.slip("source.missing", 0.3) {
        article.citation = None;
    } else {
        let (printed, citation) = source(draw, style, year);
        if printed.contains(": ")
            && !printed.starts_with('(')
            && draw.slip("source.without-blank-line", 0.3)
            && columns.sheet.lines.last().is_some_and(String::is_empty)
        {
            let before = columns.sheet.lines.len() - 1;
            // Only below a line that was closed: a final space would make the source part of the paragraph.
            if columns.sheet.lines[before - 1].ends_with('.') {
                columns.sheet.lines.pop();
            }
        }
        columns.sheet.line(printed);
        article.citation = Some(citation);
    }
    article.captions = captions;
    article.lines = Some((first, columns.sheet.last_filled()));
    if columns.sheet.lines.last().is_some_and(|line| !line.is_empty()) {
        columns.sheet.blanks(draw.weighted(&[(1, 8), (2, 1), (3, 1)]));
    }
    article
}

fn caption_text(draw: &mut Draw) -> String {
    let shown = prose::caption(draw);
    match draw.weighted(&[("credit", 6), ("bare", 3), ("agency", 2), ("no-colon", 1)]) {
        "credit" => format!("{shown}. Ảnh: {}", words::by_line(draw)),
        "agency" => format!("{shown}. Ảnh: {}/{}", draw.one(&["TTXVN", "VGP"]), words::by_line(draw)),
        "no-colon" => format!("{shown}. Ảnh {}", draw.one(&["TTXVN", "VGP"])),
        _ => shown,
    }
}

fn source(draw: &mut Draw, style: &Style, year: usize) -> (String, Citation) {
    let (mut name, mut domain) = if style.papers && draw.chance(0.6) {
        ((*draw.one(&words::PAPERS[..12])).to_owned(), Value::Null)
    } else {
        let site = draw.one(words::SITES).to_owned();
        (if style.upper_site { site.clone() } else { site.to_lowercase() }, json!(words::domain(&site)))
    };
    let mut agency = Value::Null;
    if draw.slip("source.agency", 0.3) {
        if draw.chance(0.5) {
            ((name, domain), agency) = (("TTXVN".to_owned(), Value::Null), json!("TTXVN"));
        } else {
            agency = json!("TTXVN");
        }
    }
    let printed_name = if agency.is_string() && name != "TTXVN" { format!("TTXVN/{name}") } else { name.clone() };
    let (mut printed_date, mut date) = (String::new(), Value::Null);
    if draw.slip("source.dated", 0.2) {
        let day =
            Date::new(year as i16, draw.between(1, 12) as i8, draw.between(1, 28) as i8).expect("a day of the month");
        printed_date = format!("{}{}/{}/{year}", draw.one(&[", ", " ", " ngày "]), day.day(), day.month());
        date = json!(day.to_string());
    }
    let printed = match style.source {
        "(Theo )" => format!("(Theo {printed_name}{printed_date})"),
        "(Nguồn: )" => format!("(Nguồn: {printed_name}{printed_date})"),
        prefix => format!("{prefix}{printed_name}{printed_date}"),
    };
    let citation = Citation {
        source: json!(name),
        domain,
        agency,
        date,
        authors: json!([]),
        raw: json!(printed),
        ..Citation::default()
    };
    (printed, citation)
}

fn blocks(draw: &mut Draw, style: &Style) -> Vec<(&'static str, String)> {
    let mut blocks: Vec<(&'static str, String)> = Vec::new();
    if style.interview && draw.habit("interview", 0.4) {
        blocks.push(("paragraph", prose::paragraph(draw, 2)));
        for _ in 0..draw.between(2, 3) {
            blocks.push(("question", prose::question(draw)));
            let sentences = draw.between(1, 3);
            blocks.push(("paragraph", prose::paragraph(draw, sentences)));
        }
        return blocks;
    }
    for index in 0..draw.between(2, 5) {
        if index > 0 && style.starred && draw.chance(0.3) {
            blocks.push(("starred", format!("* {}", prose::subheading(draw))));
        } else if index > 0 && draw.slip("body.subheading", 0.3) {
            blocks.push(("subheading", prose::subheading(draw)));
        }
        let sentences = draw.between(1, 4);
        let mut text = prose::paragraph(draw, sentences);
        if draw.slip("body.web-address", 0.5) {
            text = format!("{text} {}", prose::address(draw));
        }
        blocks.push(("paragraph", text));
        if style.list && draw.chance(0.3) {
            let mark = draw.pick(
                "body.list-mark",
                &[("1. ", if style.enumerator == "1. " { 1 } else { 3 }), ("- ", 3), ("(1) ", 0), ("+ ", 1)],
            );
            let items = draw.between(2, 4);
            let opening = format!("{}, cụ thể:", prose::sentence(draw).trim_end_matches(['.', '”']));
            blocks.push(("opening", opening));
            for item in 0..items {
                let stop = if item + 1 == items { "." } else { ";" };
                let text = format!("{}{}{stop}", mark.replacen('1', &(item + 1).to_string(), 1), prose::item(draw));
                blocks.push(("item", text));
            }
        }
        if draw.slip("body.trap", 0.4) {
            blocks.push(("paragraph", prose::trap(draw)));
        }
    }
    blocks
}
