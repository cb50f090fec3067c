//! `bantin review`: a page for each input that holds all of its text, and an index that leads to all pages.

use std::fs;

use crate::{Case, LETTER, Outcome, REVIEW};

/// A press review whose every text is markup.
const MARKUP: &str = "\
ĐIỂM BÁO <script>alert(1)</script>
Số 7/2031 - Thứ Sáu, ngày 14/02/2031

1. Cầu <b onclick=\"x()\">Tre</b> & \"chợ\" <img src=x onerror=y>

<script>document.title = 'bad'</script> &lt;b&gt; đã xong. (Vidu.vn 31/02, Lê <i>Thử</i>)
";

/// The page of an input, or the index.
fn page(case: &Case, name: &str) -> String {
    fs::read_to_string(case.path().join(name)).unwrap()
}

/// How often `part` stands in `text`.
fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

/// The page without its style sheet and its script.
fn content(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").unwrap();
    let (_, rest) = rest.split_once("</style>").unwrap();
    let (content, _) = rest.rsplit_once("<script>").unwrap();
    before.to_owned() + content
}

/// The text of a page, without tags.
fn plain(page: &str) -> String {
    let mut text = String::new();
    for piece in content(page).split('<').skip(1) {
        text.push_str(piece.split_once('>').unwrap().1);
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Whether every element that is opened is closed in order; browsers would guess otherwise.
#[track_caller]
fn assert_well_formed(page: &str) {
    let void = ["meta", "input", "br"];
    let mut open = Vec::new();
    assert!(page.starts_with("<!DOCTYPE html><!-- bantin review -->\n<html "), "{}", &page[..80]);
    for piece in content(page).split('<').skip(3) {
        let (tag, text) = piece.split_once('>').unwrap_or_else(|| panic!("<{piece}"));
        assert!(!text.contains('>'), "{text}");
        assert_eq!(count(tag, "\"") % 2, 0, "<{tag}>");
        let name = tag.split(' ').next().unwrap();
        if let Some(name) = name.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name));
        } else if !void.contains(&name) {
            open.push(name.to_owned());
        }
    }
    // The script stands last, in the body.
    assert_eq!(open, ["html", "body"]);
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id is used twice");
    let targets = page.split(" href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap());
    for target in targets.chain(page.split("aria-labelledby=\"").skip(1).map(|rest| rest.split('"').next().unwrap())) {
        assert!(ids.binary_search(&target).is_ok(), "#{target} leads nowhere");
    }
}

#[test]
fn a_page_holds_every_line_and_every_title() {
    let case = Case::new();
    case.write("a.txt", REVIEW);
    assert_eq!(case.run(&["review", "a.txt", "--out", "o"]).clean(), b"");
    assert_eq!(case.files("o"), ["a.txt.html", "index.html"]);
    let page = page(&case, "o/a.txt.html");
    assert_well_formed(&page);
    assert_eq!(count(&page, "<li id=\"L"), REVIEW.lines().count());
    let text = plain(&page);
    for line in REVIEW.lines() {
        assert!(text.contains(line), "{line}");
    }
    for title in ["Xã Mẫu Nhất mở lớp &quot;điện thoại cho người già&quot;", "Cầu Ví Dụ thông xe sau Tết"]
    {
        // In the contents, over the article, and in the text, there twice.
        assert_eq!(count(&page, title), 4, "{title}");
    }
    assert!(
        page.contains("<li id=\"L1\" data-n=\"1\" data-r=\"masthead\" data-t=\"Masthead\">ĐIỂM BÁO HUYỆN THỬ</li>")
    );
    assert!(page.contains(
        "<li id=\"L18\" data-n=\"18\" data-r=\"paragraph citation\" data-h=\"2\" data-t=\"Citation · Paragraph\">"
    ));
    for fact in [
        "<dt>Source</dt><dd><span lang=\"vi\">Vidu.vn</span></dd>",
        "<dt>Date</dt><dd><time datetime=\"2031-02-13\">2031-02-13</time></dd>",
        "<dt>Authors</dt><dd><span lang=\"vi\">Lê Thử; Trần Mẫu</span></dd>",
        "<p class=\"citation\" data-l=\"18\" data-r=\"citation\">(Vidu.vn 13/02, Lê Thử, Trần Mẫu)</p>",
        "<span class=\"chip\">contents</span>",
        "3 of 3 entries have an article.",
        "<a href=\"index.html\">← All bulletins</a>",
    ] {
        assert!(page.contains(fact), "{fact}");
    }
    // Equal input, equal pages, also over those of an earlier run.
    case.run(&["review", "a.txt", "--out", "o"]).clean();
    assert_eq!(self::page(&case, "o/a.txt.html"), page);
}

#[test]
fn the_number_of_threads_changes_no_page() {
    let case = Case::new();
    for number in 0..20 {
        case.write(&format!("in/{number}.txt"), REVIEW.replace("120 mét", &format!("{number} mét")));
    }
    case.run(&["review", "in", "--out", "one", "--jobs", "1"]).clean();
    case.run(&["review", "in", "--out", "many", "--jobs", "5"]).clean();
    assert_eq!(case.files("one").len(), 21);
    for name in case.files("one") {
        assert_eq!(page(&case, &format!("one/{name}")), page(&case, &format!("many/{name}")), "{name}");
    }
}

#[test]
fn every_fixture_has_a_page_that_is_well_formed() {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    for lang in ["en", "vi"] {
        let case = Case::new();
        case.run(&["review", fixtures, "--out", "o", "--lang", lang]).clean();
        let converted = case.run(&["convert", fixtures]);
        let bulletins = crate::bulletins(&converted.stdout);
        assert!(bulletins.len() > 30);
        for bulletin in bulletins {
            let path = bulletin["file"]["path"].as_str().unwrap();
            let name = path.strip_prefix(fixtures).unwrap();
            let page = page(&case, &format!("o{name}.html"));
            assert_well_formed(&page);
            assert_eq!(count(&page, "<li id=\"L") as u64, bulletin["file"]["lines"].as_u64().unwrap(), "{path}");
            let (text, findings) = (plain(&page), bulletin["diagnostics"].as_array().unwrap());
            for section in bulletin["sections"].as_array().unwrap() {
                for article in section["articles"].as_array().unwrap() {
                    assert!(text.contains(article["title"].as_str().unwrap()), "{path}");
                }
            }
            assert_eq!(count(&page, " role=\"note\""), findings.len(), "{path}");
            for finding in findings {
                // Once in the list, once in place.
                assert!(count(&text, finding["message"].as_str().unwrap()) >= 2, "{path}: {finding}");
            }
        }
        assert_well_formed(&page(&case, "o/index.html"));
    }
}

#[test]
fn what_a_bulletin_says_is_text() {
    let case = Case::new();
    case.write("<b>&\".txt", MARKUP);
    case.run(&["review", ".", "--out", "o"]).clean();
    for name in ["o/<b>&\".txt.html", "o/index.html"] {
        let page = page(&case, name);
        assert_well_formed(&page);
        let content = content(&page);
        assert!(!content.contains("<script") && !content.contains("<img") && !content.contains("<i>Thử"), "{content}");
        assert!(content.contains("ĐIỂM BÁO &lt;script&gt;alert(1)"), "{content}");
    }
    let page = page(&case, "o/<b>&\".txt.html");
    for line in MARKUP.lines() {
        assert!(plain(&page).contains(line), "{line}");
    }
    assert!(page.contains("content=\"default-src 'none'; script-src 'sha256-"), "{page}");
}

#[test]
fn only_the_web_is_linked() {
    let case = Case::new();
    let link = |address: &str| REVIEW.replace("tại nhà văn hóa xã", &format!("tại [nhà văn hóa]({address}) xã"));
    case.write("a.txt", link("https://vidu.vn/a?b=1&c=\"2\""));
    case.write("b.txt", link("javascript:alert(1)"));
    case.run(&["review", "a.txt", "b.txt", "--out", "o"]).clean();
    let (web, other) = (page(&case, "o/a.txt.html"), page(&case, "o/b.txt.html"));
    assert!(
        web.contains("<a class=\"address\" href=\"https://vidu.vn/a?b=1&amp;c=&quot;2&quot;\""),
        "{}",
        content(&web)
    );
    assert!(!other.contains("href=\"javascript:") && !other.contains("class=\"address\""));
}

#[test]
fn folders_are_mirrored_and_links_lead_there() {
    let case = Case::new();
    let names = ["Số 7 #1%?.txt", "2031/02/a b.txt", "2031/c:d.md", "index.txt"];
    for name in names {
        case.write(&format!("in/{name}"), REVIEW);
    }
    case.run(&["review", "in", "--out", "o"]).clean();
    let mut expected: Vec<String> = names.iter().map(|name| format!("{name}.html")).collect();
    expected.push("index.html".to_owned());
    expected.sort();
    assert_eq!(case.files("o"), expected);
    let index = page(&case, "o/index.html");
    for href in
        ["S%E1%BB%91%207%20%231%25%3F.txt.html", "2031/02/a%20b.txt.html", "2031/c%3Ad.md.html", "index.txt.html"]
    {
        assert!(index.contains(&format!("<a lang=\"vi\" href=\"{href}\">")), "{href}");
    }
    assert!(page(&case, "o/2031/02/a b.txt.html").contains("<nav><a href=\"../../index.html\">"));
    assert!(page(&case, "o/2031/c:d.md.html").contains("<nav><a href=\"../index.html\">"));
}

#[test]
fn the_index_tells_the_worst_first() {
    let case = Case::new();
    let wrong = |date: &str| REVIEW.replace("Vidu.vn 13/02", &format!("Vidu.vn {date}"));
    case.write("in/a.txt", REVIEW);
    case.write("in/b.txt", wrong("13/02/2020"));
    case.write("in/c.txt", REVIEW);
    case.write("in/d.txt", wrong("31/02"));
    case.write("in/e.txt", LETTER);
    case.run(&["review", "in", "--out", "o"]).clean();
    let index = page(&case, "o/index.html");
    let order: Vec<&str> =
        index.split("<p class=\"path\">").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    assert_eq!(order, ["in/d.txt", "in/e.txt", "in/b.txt", "in/a.txt", "in/c.txt"]);
    // The totals, and a link to the place of each finding.
    assert!(index.contains("<dt>Bulletins</dt><dd>5</dd>") && index.contains("<dt>Articles</dt><dd>12</dd>"));
    assert!(index.contains("Errors 2</span> <span class=\"flag\" data-s=\"warning\">Warnings 1</span>"), "{index}");
    for link in ["in/d.txt.html#f1", "in/e.txt.html#f1", "in/b.txt.html#f1"] {
        let link = link.strip_prefix("in/").unwrap();
        assert!(index.contains(&format!("<a href=\"{link}\">")), "{link}");
    }
    assert!(page(&case, "o/d.txt.html").contains("<mark data-s=\"error\">31/02</mark>"));
}

#[test]
fn labels_are_in_the_language_that_was_asked_for() {
    let case = Case::new();
    case.write("a.txt", REVIEW.replace("Vidu.vn 13/02", "Vidu.vn 31/02"));
    case.run(&["review", "a.txt", "--out", "en"]).clean();
    case.run(&["review", "a.txt", "--out", "vi", "--lang", "vi"]).clean();
    for name in ["a.txt.html", "index.html"] {
        let (en, vi) = (page(&case, &format!("en/{name}")), page(&case, &format!("vi/{name}")));
        assert!(en.contains("<html lang=\"en\">") && vi.contains("<html lang=\"vi\">"));
        assert!(en.contains("<dt>Articles</dt>") && vi.contains("<dt>Bài</dt>") && !vi.contains("<dt>Articles</dt>"));
        // The words of a finding are English; the rule is told in Vietnamese before them.
        assert!(vi.contains("không có ngày này trong lịch.</span> <span lang=\"en\">no calendar holds"), "{vi}");
        assert!(!en.contains("không có ngày này"));
    }
}

#[test]
fn nothing_but_own_pages_is_overwritten() {
    let case = Case::new();
    case.write("a.txt", REVIEW);
    case.write("o/a.txt.html", "<!DOCTYPE html>\n<p>mine");
    let Outcome { status, stderr, .. } = case.run(&["review", "a.txt", "--out", "o"]);
    assert_eq!(status, 2);
    assert!(stderr.contains("something stands there already that bantin did not write"), "{stderr}");
    assert_eq!(page(&case, "o/a.txt.html"), "<!DOCTYPE html>\n<p>mine");
    assert_eq!(case.files("o"), ["a.txt.html"]);

    // The index comes last and belongs to the whole run.
    case.write("p/index.html", "mine");
    let Outcome { status, stderr, .. } = case.run(&["review", "a.txt", "--out", "p"]);
    assert_eq!(status, 2);
    assert!(stderr.starts_with("error: cannot write p/index.html: "), "{stderr}");
    assert_eq!(page(&case, "p/index.html"), "mine");
}

#[test]
fn a_text_without_lines_and_one_that_is_no_text() {
    let case = Case::new();
    case.write("empty.txt", "");
    case.write("odd.txt", b"\xff\xfe\0a\x0c\x1b[31m\r\n\x00");
    case.run(&["review", ".", "--out", "o", "--lang", "vi"]).clean();
    for name in ["empty.txt", "odd.txt"] {
        let page = page(&case, &format!("o/{name}.html"));
        assert_well_formed(&page);
        assert!(page.contains("id=\"f1\""), "{name}");
        assert!(!page.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "{name}");
    }
    let outcome = case.run_with(&["review", "--out", "s"], LETTER.as_bytes());
    outcome.clean();
    assert_eq!(case.files("s"), ["index.html", "stdin.html"]);
}

#[test]
fn a_review_needs_a_folder_and_an_input() {
    let case = Case::new();
    let outcome = case.run(&["review", "a.txt"]);
    assert_eq!(outcome.status, 2);
    assert!(outcome.stderr.contains("--out <DIR>"), "{}", outcome.stderr);
    let outcome = case.run(&["review", "gone.txt", "--out", "o", "-q"]);
    assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]));
    assert!(case.files("o").is_empty());
}
