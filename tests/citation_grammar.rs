//! The tables of `docs/citations.md`, row by row against the code: what the page says is what is read.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use bantin::citation::{Closing, Form, Strength, find_closing, find_dates, looks_like_ending, looks_like_source_line};
use jiff::civil::{Date, date};

const PAGE: &str = include_str!("../docs/citations.md");
const ISSUE: Date = date(2024, 4, 22);

/// The rows of each table under a heading, cells trimmed; `-` is the empty string and code marks are removed.
fn tables(heading: &str) -> Vec<Vec<Vec<String>>> {
    let mut out: Vec<Vec<Vec<String>>> = Vec::new();
    let section = PAGE.split(&format!("\n## {heading}\n")).nth(1).expect(heading).split("\n## ").next().unwrap();
    let mut in_table = false;
    for line in section.lines() {
        if !line.starts_with('|') {
            in_table = false;
            continue;
        }
        if line.starts_with("| ---") {
            out.push(Vec::new());
            in_table = true;
        } else if in_table {
            let line = line.strip_prefix("| ").unwrap().strip_suffix(" |").unwrap();
            let cells = line.split(" | ").map(|cell| match cell {
                "-" => String::new(),
                _ => cell.strip_prefix('`').and_then(|cell| cell.strip_suffix('`')).unwrap_or(cell).to_owned(),
            });
            out.last_mut().unwrap().push(cells.collect());
        }
    }
    assert!(out.iter().all(|table| !table.is_empty()) && !out.is_empty(), "{heading} has no rows");
    out
}

/// Collects what differs, so that one run shows every wrong row.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn check<T: PartialEq + std::fmt::Debug>(&mut self, row: &str, what: &str, wanted: T, found: T) {
        if wanted != found {
            self.0.push(format!("{row}: {what}: wanted {wanted:?}, found {found:?}"));
        }
    }

    fn end(self) {
        assert!(self.0.is_empty(), "{} faults\n{}", self.0.len(), self.0.join("\n"));
    }
}

/// The citation in each place where it can stand; all readings must agree on its text.
fn in_all_places(ending: &str, faults: &mut Faults) -> Vec<Closing> {
    let mut out = Vec::new();
    for text in [ending.to_owned(), format!("Người dân hài lòng. {ending}"), format!("Người dân hài lòng. {ending}./.")]
    {
        if !looks_like_ending(&text) {
            faults.0.push(format!("{text}: does not look like an ending"));
        }
        match find_closing(&text, Form::Parenthesised) {
            Some(found) => {
                faults.check(&text, "text", ending, found.text.as_str());
                out.push(found);
            }
            None => faults.0.push(format!("{text}: refused")),
        }
    }
    out
}

#[test]
fn source() {
    let mut faults = Faults::default();
    for row in tables("Source").remove(0) {
        for found in in_all_places(&row[0], &mut faults) {
            let source = found.source.unwrap();
            faults.check(&row[0], "name", row[1].clone(), source.name);
            faults.check(&row[0], "domain", row[2].clone(), source.domain.unwrap_or_default());
            faults.check(&row[0], "agency", row[3].clone(), source.agency.unwrap_or_default());
            faults.check(&row[0], "authors", Vec::<String>::new(), found.authors);
            faults.check(&row[0], "strength", Strength::Strong, found.strength);
            let link = row[0].contains('/') && row[0].contains("html");
            faults.check(&row[0], "url", link, found.url.is_some());
        }
    }
    faults.end();
}

#[test]
fn dates() {
    let mut faults = Faults::default();
    for row in tables("Date").remove(0) {
        for found in in_all_places(&row[0], &mut faults) {
            let day = found.date.as_ref().and_then(|date| date.resolve(Some(ISSUE)));
            faults.check(&row[0], "day", row[2].clone(), day.map(|day| day.date.to_string()).unwrap_or_default());
            faults.check(&row[0], "date", row[1].clone(), found.date.map(|date| date.text).unwrap_or_default());
            faults.check(&row[0], "authors", Vec::<String>::new(), found.authors);
        }
    }
    faults.end();
}

#[test]
fn byline() {
    let mut faults = Faults::default();
    for row in tables("By-line").remove(0) {
        for found in in_all_places(&row[0], &mut faults) {
            faults.check(&row[0], "name", row[1].clone(), found.source.map(|source| source.name).unwrap_or_default());
            faults.check(&row[0], "authors", row[2].clone(), found.authors.join("; "));
            faults.check(&row[0], "strength", Strength::Strong, found.strength);
            let dated = row[0].contains("19/4").then(|| "19/4".to_owned());
            faults.check(&row[0], "date", dated, found.date.map(|date| date.text));
        }
    }
    faults.end();
}

#[test]
fn as_editors_type_them() {
    let mut faults = Faults::default();
    for row in tables("As editors type them").remove(0) {
        for found in in_all_places(&row[0], &mut faults) {
            let source = found.source.unwrap();
            let day = found.date.as_ref().and_then(|date| date.resolve(Some(ISSUE)));
            faults.check(&row[0], "name", row[1].clone(), source.name);
            faults.check(&row[0], "domain", row[2].clone(), source.domain.unwrap_or_default());
            faults.check(&row[0], "agency", row[3].clone(), source.agency.unwrap_or_default());
            faults.check(&row[0], "day", row[4].clone(), day.map(|day| day.date.to_string()).unwrap_or_default());
            faults.check(&row[0], "authors", row[5].clone(), found.authors.join("; "));
            let wanted = if row[6] == "strong" { Strength::Strong } else { Strength::Weak };
            faults.check(&row[0], "strength", wanted, found.strength);
            let link = row[0].contains("html") || row[0].contains("://");
            faults.check(&row[0], "url", link, found.url.is_some());
        }
    }
    faults.end();
}

#[test]
fn several_newspapers() {
    let mut faults = Faults::default();
    for row in tables("Several newspapers").remove(0) {
        for found in in_all_places(&row[0], &mut faults) {
            faults.check(&row[0], "name", row[1].clone(), found.source.map(|source| source.name).unwrap_or_default());
            faults.check(&row[0], "authors", row[2].clone(), found.authors.join("; "));
            faults.check(&row[0], "strength", Strength::Strong, found.strength);
        }
    }
    faults.end();
}

#[test]
fn lines_without_brackets() {
    let mut faults = Faults::default();
    let [lines, others] = tables("A line without brackets").try_into().unwrap();
    for row in lines {
        let line = &row[0];
        let Some(found) = find_closing(line, Form::Unbracketed) else {
            faults.0.push(format!("{line}: refused"));
            continue;
        };
        let day = found.date.as_ref().and_then(|date| date.resolve(Some(ISSUE)));
        faults.check(line, "text", line.as_str(), &found.text);
        faults.check(line, "name", row[1].clone(), found.source.map(|source| source.name).unwrap_or_default());
        faults.check(line, "day", row[2].clone(), day.map(|day| day.date.to_string()).unwrap_or_default());
        faults.check(line, "authors", row[3].clone(), found.authors.join("; "));
        faults.check(line, "strength", Strength::Strong, found.strength);
        faults.check(line, "looks", true, looks_like_source_line(line));
        let addressed = line.contains(".vn");
        faults.check(line, "without the habit", addressed, find_closing(line, Form::Parenthesised).is_some());
    }
    for row in others {
        faults.check(&row[0], "line", None, find_closing(&row[0], Form::Unbracketed));
    }
    faults.end();
}

#[test]
fn as_libraries_cite() {
    let mut faults = Faults::default();
    let [lines, others] = tables("As libraries cite").try_into().unwrap();
    for row in lines {
        let line = &row[0];
        let Some(found) = find_closing(line, Form::Parenthesised) else {
            faults.0.push(format!("{line}: refused"));
            continue;
        };
        let day = found.date.as_ref().and_then(|date| date.resolve(None));
        faults.check(line, "text", line.as_str(), &found.text);
        faults.check(line, "name", row[1].clone(), found.source.map(|source| source.name).unwrap_or_default());
        faults.check(line, "day", row[2].clone(), day.map(|day| day.date.to_string()).unwrap_or_default());
        faults.check(line, "authors", row[3].clone(), found.authors.join("; "));
        faults.check(line, "strength", Strength::Strong, found.strength);
    }
    for row in others {
        faults.check(&row[0], "line", None, find_closing(&row[0], Form::Parenthesised));
    }
    faults.end();
}

/// The slash of a folder belongs to its address, the signs that close an article do not.
#[test]
fn addresses_are_as_printed() {
    for (text, address) in [
        ("Nguồn: https://plo.vn/tin/mot-ngay-123/", "https://plo.vn/tin/mot-ngay-123/"),
        ("(https://plo.vn/tin/mot-ngay-123/)./.", "https://plo.vn/tin/mot-ngay-123/"),
        ("Xong. (Plo.vn 19/4, https://plo.vn/tin/123/)", "https://plo.vn/tin/123/"),
        ("Nguồn: https://plo.vn/tin/mot-ngay-123/./.", "https://plo.vn/tin/mot-ngay-123/"),
        ("Nguồn: https://plo.vn/abc.html./.", "https://plo.vn/abc.html"),
        ("Nguồn: https://plo.vn/abc.html/.", "https://plo.vn/abc.html"),
    ] {
        let found = find_closing(text, Form::Parenthesised).unwrap();
        assert_eq!(found.url.as_deref(), Some(address), "{text}");
    }
}

#[test]
fn place_in_the_text() {
    let mut faults = Faults::default();
    for row in tables("Place in the text").remove(0) {
        let block = &row[0];
        let Some(found) = find_closing(block, Form::Parenthesised) else {
            faults.0.push(format!("{block}: refused"));
            continue;
        };
        faults.check(block, "body", row[1].as_str(), &block[..found.body_end]);
        faults.check(block, "text", row[2].as_str(), found.text.as_str());
        faults.check(block, "stop", row[3] == "yes", found.full_stop_after);
        faults.check(block, "balanced", row[4] == "yes", found.balanced);
        faults.check(block, "end", block.trim_end().len(), found.span.end);
        let between = &block[found.body_end..found.span.start];
        faults.check(block, "gap", "", between.trim());
        faults.check(block, "looks", true, looks_like_ending(block));
    }
    faults.end();
}

#[test]
fn strength() {
    let mut faults = Faults::default();
    for row in tables("Strength").remove(0) {
        let wanted = if row[1] == "strong" { Strength::Strong } else { Strength::Weak };
        let found = find_closing(&row[0], Form::Parenthesised);
        faults.check(&row[0], "strength", Some(wanted), found.map(|found| found.strength));
        faults.check(&row[0], "looks", true, looks_like_ending(&row[0]));
    }
    faults.end();
}

#[test]
fn newsletters() {
    let mut faults = Faults::default();
    for row in tables("Newsletters").remove(0) {
        let wanted = if row[4] == "strong" { Strength::Strong } else { Strength::Weak };
        let Some(found) = find_closing(&row[0], Form::Line) else {
            faults.0.push(format!("{}: refused", row[0]));
            continue;
        };
        let source = found.source.unwrap();
        faults.check(&row[0], "text", row[1].clone(), found.text);
        faults.check(&row[0], "name", row[2].clone(), source.name);
        faults.check(&row[0], "domain", row[3].clone(), source.domain.unwrap_or_default());
        faults.check(&row[0], "strength", wanted, found.strength);
        faults.check(&row[0], "looks", true, looks_like_ending(&row[0]));
    }
    faults.end();
}

#[test]
fn names_alone() {
    let mut faults = Faults::default();
    let [names, others] = tables("A name alone").try_into().unwrap();
    let found = |block: &str, form| find_closing(block, form).map(|f| (f.source.unwrap().name, f.strength));
    for row in names {
        let ending = &row[0];
        for block in [ending.clone(), format!("Người dân hài lòng. {ending}")] {
            faults.check(&block, "named", Some((row[1].clone(), Strength::Weak)), found(&block, Form::Named));
            faults.check(&block, "parenthesised", None, found(&block, Form::Parenthesised));
        }
        let inside = format!("Người dân hài lòng {ending}");
        faults.check(&inside, "named", None, found(&inside, Form::Named));
    }
    for row in others {
        for block in [row[0].clone(), format!("Người dân hài lòng. {}", row[0])] {
            faults.check(&block, "named", None, found(&block, Form::Named));
        }
    }
    faults.end();
}

#[test]
fn people_alone() {
    let mut faults = Faults::default();
    let [names, others] = tables("Who wrote the text, alone").try_into().unwrap();
    for row in names {
        for block in [row[0].clone(), format!("Người dân hài lòng. {}", row[0])] {
            let found = find_closing(&block, Form::Signed).map(|f| (f.authors.join("; "), f.source));
            let authors = if row[1] == "-" { String::new() } else { row[1].clone() };
            faults.check(&block, "signed", Some((authors, None)), found);
        }
    }
    assert_eq!(find_closing("Người dân hài lòng (Lê Thoa)", Form::Signed), None);
    for row in others {
        let block = format!("Người dân hài lòng. {}", row[0]);
        faults.check(&block, "signed", true, find_closing(&block, Form::Signed).is_none());
    }
    faults.end();
}

#[test]
fn refused() {
    let mut faults = Faults::default();
    let [everywhere, inside] = tables("Refused").try_into().unwrap();
    for (rows, alone) in [(everywhere, true), (inside, false)] {
        for row in rows {
            let ending = &row[0];
            let mut blocks = vec![format!("Người dân hài lòng {ending}."), format!("Người dân hài lòng {ending}")];
            if alone {
                blocks.extend([ending.clone(), format!("{ending}."), format!("Người dân hài lòng. {ending}.")]);
                blocks.push(format!("Người dân hài lòng. {}", ending.trim_end_matches(')')));
            }
            for block in blocks {
                for form in [Form::Parenthesised, Form::Line] {
                    if let Some(found) = find_closing(&block, form) {
                        faults.0.push(format!("{block} ({form:?}): read as {found:?}"));
                    }
                }
            }
        }
    }
    faults.end();
}

#[test]
fn dates_in_a_line() {
    let mut faults = Faults::default();
    for row in tables("Dates in a line").remove(0) {
        let found = find_dates(&row[0]);
        for (range, date) in &found {
            faults.check(&row[0], "range", date.text.as_str(), &row[0][range.clone()]);
        }
        let texts: Vec<String> = found.into_iter().map(|(_, date)| date.text).collect();
        faults.check(&row[0], "dates", row[1].clone(), texts.join("; "));
    }
    faults.end();
}

/// Ten million brackets, or a million of another sign, are looked at only at their end.
#[test]
fn very_long_blocks() {
    for sign in ["(", ")", "()", ".", "./.", "(Plo.vn 19/4, ", "Theo ", "Nguồn: ", "19/4-", "a.vn/", "ư"] {
        let length = if sign == "(" { 10_000_000 } else { 1_000_000 };
        let text = sign.repeat(length / sign.len());
        looks_like_ending(&text);
        let found = find_closing(&text, Form::Parenthesised);
        assert!(found.is_none_or(|found| found.text.len() < 1_000), "{sign}");
    }
    let text = format!("{}. (Plo.vn 19/4){}", "dài ".repeat(200_000), ".".repeat(200_000));
    assert!(looks_like_ending(&text));
    assert_eq!(find_closing(&text, Form::Parenthesised).unwrap().text, "(Plo.vn 19/4)");
}

mod any_text {
    use bantin::citation::{Form, find_closing, looks_like_ending, looks_like_source_line};
    use proptest::prelude::*;

    /// Pieces of citations and of prose, in any order.
    fn text() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "(",
            ")",
            "[",
            "]",
            "Plo.vn",
            "Baotintuc,vn",
            "Plo. vn",
            "https://plo.vn/a.html",
            "19/4",
            "18-19/4",
            "từ",
            "đến",
            "ngày",
            "tháng 4/2024",
            "Theo",
            "theo",
            "Theo:",
            "Nguồn:",
            "nguồn",
            "TTXVN",
            "/",
            "-",
            " – ",
            ",",
            ";",
            ".",
            "./.",
            " ",
            " ",
            " ",
            "  ",
            "Lê Thoa",
            "H.Thảo",
            "PV",
            "tổng hợp",
            "Tin, ảnh:",
            "Ảnh:",
            "Báo",
            "Nhân Dân",
            "người dân",
            "hài lòng",
            "số 12",
            "tr. 5",
            "8:30",
            "24/7",
            "thứ Sáu",
            "và",
            "&",
            "*",
            "\u{a0}",
            "“",
            "”",
            "ĐN",
            "x",
            "2024",
            "t/h",
            "Tổng hợp từ",
            "|",
            "đ",
            "%",
        ]);
        prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        /// Every range lies in the text, and the cheap test never refuses what is found.
        #[test]
        fn is_read_within_its_bounds(text in text()) {
            for form in Form::ALL {
                let Some(found) = find_closing(&text, form) else { continue };
                let line = form == Form::Unbracketed && looks_like_source_line(&text);
                prop_assert!(looks_like_ending(&text) || line, "{text}");
                prop_assert!(found.body_end <= found.span.start && found.span.end <= text.len());
                prop_assert_eq!(text.get(found.span.end..).map(str::trim), Some(""));
                let body = text.get(..found.body_end);
                prop_assert_eq!(body.map(str::trim_end), body);
                prop_assert!(text.get(found.span.clone()).is_some());
                let kept = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
                // Nothing is lost: body and citation hold every letter, a link behind the brackets aside.
                let whole = format!("{}{}", body.unwrap_or_default(), found.text);
                let link = found.url.clone().unwrap_or_default();
                prop_assert!(kept(&text) == kept(&whole) || kept(&text) == kept(&format!("{whole}{link}")), "{}", text);
            }
        }

        /// No text makes it panic.
        #[test]
        fn never_panics(text in "\\PC{0,80}") {
            for form in Form::ALL {
                let _ = find_closing(&text, form);
            }
            let _ = bantin::citation::find_dates(&text);
            let _ = bantin::citation::date::find_weekday(&text);
        }
    }
}
