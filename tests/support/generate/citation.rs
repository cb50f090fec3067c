//! Citations in all their printed forms, each with its reading.
//!
//! Where it stops: it returns the citation as printed, without the marks that follow it; where it stands and what
//! comes after it is the business of the layout.

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::draw::Draw;
use super::gold::{Citation, any};
use super::words;

/// How one editor writes citations; single articles may differ.
pub struct Habits {
    date: &'static str,
    before_date: &'static str,
    before_author: &'static str,
    between_authors: &'static str,
    prefix: &'static str,
    papers: f64,
    brackets: bool,
    capitals: bool,
    markdown: bool,
}

impl Habits {
    /// Draws the habits of a bulletin.
    pub fn draw(draw: &mut Draw, markdown: bool) -> Self {
        Self {
            date: draw.pick("citation.date", DATE_FORMS),
            before_date: draw.pick("citation.before-date", BEFORE_DATE),
            before_author: draw.pick("citation.before-author", BEFORE_AUTHOR),
            between_authors: draw.pick("citation.between-authors", BETWEEN_AUTHORS),
            prefix: draw
                .pick("citation.prefix", &[("none", 14), ("Theo ", 2), ("Nguồn: ", 2), ("Theo: ", 1), ("Nguồn ", 1)]),
            papers: if draw.habit("citation.papers-without-domain", 0.2) { 0.7 } else { 0.15 },
            brackets: draw.habit("citation.square-brackets", 0.05),
            capitals: draw.habit("citation.capitals", 0.04),
            markdown,
        }
    }
}

const DATE_FORMS: &[(&str, u32)] = &[
    ("19/4", 12),
    ("19/04", 4),
    ("19-4", 3),
    ("19.4", 2),
    ("ngày 19/4", 3),
    ("19/4/2024", 4),
    ("19/4/24", 1),
    ("19-4-2024", 2),
    ("19.4.2024", 1),
    ("19 tháng 4", 1),
    ("ngày 19 tháng 4 năm 2024", 1),
    ("ngày 19-4", 1),
    ("ngày 19/4/2024", 1),
];
const BEFORE_DATE: &[(&str, u32)] = &[(" ", 8), (", ", 5), ("  ", 1), (" - ", 1), (",", 1)];
const BEFORE_AUTHOR: &[(&str, u32)] = &[(", ", 10), (" - ", 1), ("; ", 1), (" ", 1), (",", 1), (" – ", 1)];
const BETWEEN_AUTHORS: &[(&str, u32)] =
    &[(", ", 5), (" - ", 4), ("-", 3), (" – ", 2), ("/", 2), (" và ", 3), ("; ", 2), (" & ", 1)];

/// A date as printed, and the day that it names: `None` where it names none.
struct Printed {
    text: String,
    year_printed: bool,
    day: Option<Date>,
}

fn print_date(draw: &mut Draw, form: &str, day: Date) -> Printed {
    let (d, m, y) = (day.day(), day.month(), day.year());
    let (text, year_printed) = match form {
        "19/04" => (format!("{d:02}/{m:02}"), false),
        "19-4" => (format!("{d}-{m}"), false),
        "19.4" => (format!("{d}.{m}"), false),
        "ngày 19/4" => (format!("ngày {d}/{m}"), false),
        "19/4/2024" => (format!("{d}/{m}/{y}"), true),
        "19/4/24" => (format!("{d}/{m}/{:02}", y % 100), true),
        "19-4-2024" => (format!("{d}-{m}-{y}"), true),
        "19.4.2024" => (format!("{d}.{m}.{y}"), true),
        "19 tháng 4" => (format!("{d} tháng {m}"), false),
        "ngày 19 tháng 4 năm 2024" => (format!("ngày {d} tháng {m} năm {y}"), true),
        "ngày 19-4" => (format!("ngày {d}-{m}"), false),
        "ngày 19/4/2024" => (format!("ngày {d:02}/{m:02}/{y}"), true),
        _ if draw.chance(0.2) => (format!("{d:02}/{m}"), false),
        _ => (format!("{d}/{m}"), false),
    };
    Printed { text, year_printed, day: Some(day) }
}

fn print_range(draw: &mut Draw, first: Date, last: Date) -> Printed {
    let (a, b) = ((first.day(), first.month()), (last.day(), last.month()));
    let short = first.month() == last.month() && draw.chance(0.6);
    let text = match draw.weighted(&[("hyphen", 4), ("dash", 1), ("words", 2)]) {
        "hyphen" if short => format!("{}-{}/{}", a.0, b.0, b.1),
        "dash" if short => format!("{} – {}/{}", a.0, b.0, b.1),
        "words" => format!("từ {}/{} đến {}/{}", a.0, a.1, b.0, b.1),
        "dash" => format!("{}/{} – {}/{}", a.0, a.1, b.0, b.1),
        _ => format!("{}/{}-{}/{}", a.0, a.1, b.0, b.1),
    };
    Printed { text, year_printed: false, day: Some(last) }
}

/// The newspaper as printed: name, domain, agency.
struct Paper {
    printed: String,
    name: String,
    domain: Value,
    agency: Value,
}

/// Words that a newspaper's name opens with, so that it is not taken for a person.
fn opens_as_press(name: &str) -> bool {
    ["Báo ", "Tạp chí ", "Thời báo ", "Tuần báo ", "Đài ", "Cổng ", "Bản tin ", "Nguyệt san "]
        .iter()
        .any(|word| name.starts_with(word))
}

fn paper(draw: &mut Draw, habits: &Habits, form: &str, dated: bool) -> Paper {
    if !form.starts_with("author") && draw.chance(habits.papers) {
        let mut name = draw.one(words::PAPERS).to_owned();
        while !dated && !opens_as_press(&name) {
            name = draw.one(words::PAPERS).to_owned();
        }
        return Paper { printed: name.clone(), name, domain: Value::Null, agency: Value::Null };
    }
    let mut name = draw.one(words::SITES).to_owned();
    if habits.capitals || draw.slip("citation.site-in-capitals", 0.3) {
        name = name.to_uppercase();
    } else if draw.slip("citation.site-in-lower-case", 0.5) {
        name = name.to_lowercase();
    } else if draw.slip("citation.www", 0.2) {
        name = format!("www.{}", name.to_lowercase());
    }
    let domain = json!(words::domain(&name));
    if draw.habit("citation.agency/site", 0.06) {
        let agency = draw.one(&["TTXVN", "VOV", "TTXVN", "VTV"]);
        let printed = format!("{agency}{}{name}", draw.one(&["/", "/", " / ", "/"]));
        return Paper { printed, name, domain, agency: json!(agency) };
    }
    Paper { printed: name.clone(), name, domain, agency: Value::Null }
}

/// A citation as printed, with its reading. `issue` is the date of the bulletin, if it prints one.
pub fn citation(draw: &mut Draw, habits: &Habits, issue: Option<Date>, today: Date) -> Citation {
    let form = draw.weighted(&[
        ("standard", 66),
        ("author-first", 4),
        ("author-between", 4),
        ("author/site", 3),
        ("agency-alone", 4),
        ("pv", 3),
        ("compiled", 3),
        ("compiled-alone", 1),
        ("text-and-photo", 2),
        ("text-and-photo-alone", 1),
        ("print-page", 3),
        ("bare-link", 2),
        ("range", 3),
        ("month-only", 1),
        ("place-code", 1),
        ("link-inside", 1),
        ("linked-source", if habits.markdown { 2 } else { 0 }),
    ]);
    if form != "standard" {
        draw.note("citation.form", form);
    }
    let messy = |draw: &mut Draw, name: &str, usual: &'static str, values: &[(&'static str, u32)]| {
        if draw.chance(draw.carelessness * 0.6) { draw.pick(name, values) } else { usual }
    };
    let date_form = messy(draw, "citation.date", habits.date, DATE_FORMS);
    let before_date = messy(draw, "citation.before-date", habits.before_date, BEFORE_DATE);
    let before_author = messy(draw, "citation.before-author", habits.before_author, BEFORE_AUTHOR);
    let between = messy(draw, "citation.between-authors", habits.between_authors, BETWEEN_AUTHORS);

    let back = if form == "range" { 0 } else { draw.weighted(&[(0, 5), (1, 6), (2, 2), (3, 1)]) };
    let day = today.checked_sub((back as i64).days()).expect("dates stay in range");
    let mut date = match form {
        "range" => print_range(draw, today.checked_sub(2.days()).expect("in range"), today),
        "month-only" => {
            Printed { text: format!("tháng {}/{}", day.month(), day.year()), year_printed: true, day: None }
        }
        _ => print_date(draw, date_form, day),
    };
    let dated = matches!(form, "range" | "month-only" | "author-between") || draw.chance(0.92);
    if !dated {
        draw.note("citation.undated", "yes");
        date = Printed { text: String::new(), year_printed: true, day: None };
    }
    let count = draw.weighted(&[(0, 5), (1, 10), (2, 4), (3, 1)]);
    let count = if form.starts_with("author") && count == 0 { 1 } else { count };
    let mut authors: Vec<String> = Vec::new();
    while authors.len() < count {
        let name = words::by_line(draw);
        if !authors.contains(&name) {
            authors.push(name);
        }
    }
    // A lone space between date and person only holds where a date stands between newspaper and person; a hyphen
    // must not stand both before and between people.
    let before_author = match before_author {
        " " if !dated => ", ",
        " - " | " – " if between.contains(['-', '–']) => ", ",
        "," if between == ", " => ", ",
        other => other,
    };
    let people = authors.join(between);
    let paper = paper(draw, habits, form, dated);
    let (comma_date, comma_author) = (format!("{before_date}{}", date.text), format!("{before_author}{people}"));
    let tail = format!(
        "{}{}",
        if dated { comma_date.as_str() } else { "" },
        if count > 0 { comma_author.as_str() } else { "" }
    );
    let dated_tail = if dated { comma_date.clone() } else { String::new() };

    let mut gold = Citation {
        source: json!(paper.name),
        domain: paper.domain.clone(),
        agency: paper.agency.clone(),
        date: reading(&date, issue),
        authors: json!(authors),
        ..Citation::default()
    };
    let inside = match form {
        "author-first" => match draw.below(3) {
            0 => format!("{people} - {}{dated_tail}", paper.printed),
            _ => format!("{people}, {}{dated_tail}", paper.printed),
        },
        "author-between" => format!("{}, {people}, {}", paper.printed, date.text),
        "author/site" => {
            gold.authors = json!([authors[0]]);
            gold.agency = Value::Null;
            format!("{}/{}{dated_tail}", authors[0], paper.name)
        }
        "agency-alone" => {
            let agency = draw.one(&["TTXVN", "TTXVN", "VOV", "VTV"]);
            (gold.source, gold.agency, gold.domain) = (json!(agency), json!(agency), Value::Null);
            format!("{agency}{tail}")
        }
        "pv" => {
            gold.authors = json!([]);
            format!("{}{dated_tail}{before_author}{}", paper.printed, draw.one(&["PV", "P.V", "PV", "Nhóm PV"]))
        }
        "compiled" => {
            gold.authors = json!([]);
            format!("{}{dated_tail}, {}", paper.printed, draw.one(&["tổng hợp", "PV tổng hợp", "Tổng hợp"]))
        }
        "compiled-alone" => {
            gold = Citation { authors: json!([]), ..Citation::default() };
            draw.one(&["Tổng hợp", "tổng hợp", "PV tổng hợp"]).to_owned()
        }
        "text-and-photo" => {
            gold.authors = json!([authors.first().cloned().unwrap_or_else(|| "Hải Yến".to_owned())]);
            format!(
                "{}{dated_tail}, {}: {}",
                paper.printed,
                draw.one(&["Tin, ảnh", "Tin và ảnh", "Bài, ảnh"]),
                gold.authors[0].as_str().expect("a name")
            )
        }
        "text-and-photo-alone" => {
            let name = words::by_line(draw);
            gold = Citation { authors: json!([name]), ..Citation::default() };
            format!("{}: {name}", draw.one(&["Tin, ảnh", "Bài, ảnh"]))
        }
        "print-page" => {
            let mut name = draw.one(words::PAPERS);
            while !opens_as_press(name) {
                name = draw.one(words::PAPERS);
            }
            (gold.source, gold.domain, gold.agency, gold.authors) = (json!(name), Value::Null, Value::Null, json!([]));
            let (dated, page) = (if dated { format!(" {}", date.text) } else { String::new() }, draw.between(1, 16));
            format!("{name}{dated}, {} {page}", draw.one(&["trang", "tr.", "trang"]))
        }
        "bare-link" => {
            let host = words::domain(draw.one(words::SITES));
            let link = format!("https://{host}/{}.html", slug(draw));
            gold = Citation {
                source: any([json!(null), json!(host), json!(link)]),
                domain: any([json!(null), json!(host)]),
                authors: json!([]),
                url: Some(link.clone()),
                ..Citation::default()
            };
            link
        }
        "link-inside" => {
            let host = paper.domain.as_str().unwrap_or("baoanlac.vn").to_owned();
            let link = format!("https://{host}/{}.html", slug(draw));
            gold.url = Some(link.clone());
            format!("{}{tail}, {link}", paper.printed)
        }
        "place-code" if count == 1 => {
            let code = draw.one(&["ĐN", "HN", "AL"]);
            gold.authors = any([
                json!([authors[0]]),
                json!([format!("{} - {code}", authors[0])]),
                json!([format!("{}- {code}", authors[0])]),
            ]);
            format!("{}{tail}- {code}", paper.printed)
        }
        _ => format!("{}{tail}", paper.printed),
    };
    let prefix = match habits.prefix {
        "none" if draw.slip("citation.prefix-theo", 0.4) => "Theo ",
        "none" if draw.slip("citation.prefix-nguon", 0.3) => "Nguồn: ",
        "none" => "",
        other => other,
    };
    let prefix =
        if matches!(form, "compiled-alone" | "text-and-photo-alone" | "bare-link" | "author-first" | "author/site") {
            ""
        } else {
            prefix
        };
    let (open, close) =
        if habits.brackets || draw.slip("citation.square-brackets", 0.15) { ("[", "]") } else { ("(", ")") };
    gold.raw = json!(format!("{open}{prefix}{inside}{close}"));
    if form == "linked-source"
        && let Some(host) = paper.domain.as_str()
    {
        let link = format!("[{}](https://{host}/{}.html)", paper.printed, slug(draw));
        gold.printed = Some(format!("{open}{prefix}{}{close}", inside.replacen(&paper.printed, &link, 1)));
    }
    gold
}

/// The day that a printed date names: without a printed year it needs the issue's.
fn reading(date: &Printed, issue: Option<Date>) -> Value {
    match date.day {
        None => Value::Null,
        Some(day) if date.year_printed || issue.is_some() => json!(day.to_string()),
        Some(day) => any([Value::Null, json!(day.to_string())]),
    }
}

/// The last part of a web address.
pub fn slug(draw: &mut Draw) -> String {
    let words: Vec<&str> = (0..draw.between(2, 6))
        .map(|_| {
            draw.one(&[
                "cai-cach",
                "hanh-chinh",
                "dia-phuong",
                "mot-cua",
                "so-hoa",
                "phuc-vu",
                "nguoi-dan",
                "can-bo",
                "doi-moi",
            ])
        })
        .collect();
    format!("{}-{}", words.join("-"), draw.between(1000, 999_999))
}
