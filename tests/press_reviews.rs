//! How press reviews are read, each rule by the smallest text that shows it.
#![allow(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

#[path = "support/parsed.rs"]
mod parsed;

use bantin::model::{BlockKind, Bulletin, FurnitureKind, LayoutKind};
use parsed::parsed;

/// The headings of the sections, each with its number and how many articles it has.
fn sections(bulletin: &Bulletin) -> Vec<(Option<&str>, Option<&str>, usize)> {
    bulletin.sections.iter().map(|s| (s.number.as_deref(), s.title.as_deref(), s.articles.len())).collect()
}

#[test]
fn a_newspaper_alone_closes_an_article_that_ends_there() {
    let text = "ĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\nMỤC LỤC\n\n1. Xã Một mở thêm chợ\n2. Xã Hai sửa đường liên thôn\n3. Xã Ba xây cầu \
                mới\n\n1. Xã Một mở thêm chợ\n\nBà con góp công. (Thanh Niên)\n\nChợ họp cả ngày. (Baoxa.vn 20/5)\n\n2. Xã Hai sửa \
                đường liên thôn\n\nĐường dài ba cây số. (Sài Gòn Giải Phóng)\n\n3. Xã Ba xây cầu mới\n\nCầu dài mười mét. (Đồi \
                Chè)\n\nBà con góp đá. (Hà Nội mới, Lê Tám)\n";
    let bulletin = parsed(text);
    let read: Vec<_> = bulletin
        .articles()
        .map(|article| (article.source.as_ref().map(|source| source.name.as_str()), article.authors.join(", ")))
        .collect();
    let none = String::new();
    assert_eq!(
        read,
        [
            (Some("Baoxa.vn"), none.clone()),
            (Some("Sài Gòn Giải Phóng"), none),
            (Some("Hà Nội mới"), "Lê Tám".to_owned())
        ]
    );
}

#[test]
fn the_level_of_all_titles_tells_those_behind_articles_without_citations() {
    let story = "Sáng nay bà con trong xã cùng nhau góp công góp của.\n\nViệc làm xong trong ngày.";
    let text = |second: &str| {
        format!(
            "# BẢN TIN XÃ THỬ\n\nSố: 5\n\nNgày phát hành: 21/5/2031\n\n# TIN XÃ\n\n### Xã Một mở thêm khu chợ mới\n\n{story} \
             (Baoxa.vn 20/5)\n\n### Xã Hai sửa con đường liên thôn\n\n{story}\n\n{second}\n\n{story}\n\n### Xã Bốn xây thêm lớp học \
             mới\n\n{story} (Baoxa.vn 20/5)\n"
        )
    };
    let titles = |second: &str| parsed(&text(second)).articles().count();
    assert_eq!(titles("### Xã Ba bắc cầu qua suối Trắng"), 4);
    assert_eq!(titles("### Góp công góp của"), 3, "what has few words may head a part of the article");
}

#[test]
fn addresses_in_angle_brackets_and_words_of_web_pages_hide_no_citation() {
    let text = "Bản tin Xã Thử ngày 19/5/2031\n\nTIN XÃ\n\nXã Một mở thêm khu chợ mới\n\nBà con góp công. (Baoxa.vn 18/5, Lê \
                Tám)\n\n<https://baoxa.vn/cho-1.html>\n\nXã Hai sửa con đường liên thôn\n\nĐường dài ba cây số.\n\n(VnExpress, Lê \
                Sáu)\n\nTừ khóa: đường, thôn\n\nÝ kiến bạn đọc\n\nGửi bình luận\n";
    let bulletin = parsed(text);
    let read: Vec<_> = bulletin.articles().map(|a| (a.authors.join(", "), a.url.as_deref(), a.body.len())).collect();
    let url = Some("https://baoxa.vn/cho-1.html");
    assert_eq!(read, [("Lê Tám".to_owned(), url, 1), ("Lê Sáu".to_owned(), None, 1)]);
}

#[test]
fn pages_in_brackets_adorned_sections_and_an_editor_with_a_telephone() {
    let story = "Sáng nay bà con trong xã cùng nhau góp công góp của. (Baoxa.vn 20/5)";
    let text = format!(
        "ĐIỂM BÁO ĐẤT ĐAI\nDANH MỤC TIN BÀI\n\nTIN XÃ (trang 1)\n1. Xã Một mở thêm khu chợ mới (trang 1)\n2. Xã Hai sửa con đường liên \
         thôn\n(trang 2)\n3. Xã Ba bắc cầu qua suối -\nTrang 3\n\n*** TIN XÃ ***\n\n1. Xã Một mở thêm khu chợ mới\n\n{story}\n\n2. Xã \
         Hai sửa con đường liên thôn\n\n{story}\n\n3. Xã Ba bắc cầu qua suối\n\n{story}\n\nBiên tập và trình bày: Lê Hoa - Điện thoại: \
         024.123\n"
    );
    let bulletin = parsed(&text);
    let pages: Vec<_> = bulletin.toc[0].entries.iter().map(|e| (e.title.as_str(), e.page)).collect();
    assert_eq!(
        pages,
        [
            ("Xã Một mở thêm khu chợ mới", Some(1)),
            ("Xã Hai sửa con đường liên thôn", Some(2)),
            ("Xã Ba bắc cầu qua suối", Some(3))
        ]
    );
    assert_eq!(bulletin.title.as_deref(), Some("ĐIỂM BÁO ĐẤT ĐAI"));
    assert_eq!(bulletin.sections[0].title.as_deref(), Some("TIN XÃ"));
    assert_eq!(bulletin.editor.as_deref(), Some("Lê Hoa"));
}

#[test]
fn links_below_articles_do_not_make_a_newsletter_of_a_copied_page() {
    let story = |number: usize| {
        format!(
            "{number}/ Xã Thử mở thêm chợ mới\n\nBà con góp công.\n\n(Baoxa.vn {number}/5, Lê Tám)\nVề đầu trang\n\nNguồn: \
             https://baoxa.vn/cho-{number}.html\n\n"
        )
    };
    let bulletin = parsed(&format!("Bản tin Xã Thử ngày 19/5/2031\n\n{}", (1..5).map(story).collect::<String>()));
    assert_eq!(bulletin.layout, LayoutKind::PressReview);
    let read: Vec<_> = bulletin.articles().map(|a| (a.date.as_deref(), a.url.as_deref())).collect();
    let days = ["2031-05-01", "2031-05-02", "2031-05-03", "2031-05-04"];
    let urls: Vec<_> = (1..5).map(|number| format!("https://baoxa.vn/cho-{number}.html")).collect();
    let both: Vec<_> = days.iter().zip(&urls).map(|(day, url)| (Some(*day), Some(url.as_str()))).collect();
    assert_eq!(read, both);
}

#[test]
fn a_publisher_below_the_masthead_and_receivers_at_the_end() {
    let read = |publisher: &str, end: &str| {
        let text = format!(
            "# ĐIỂM BÁO XÃ THỬ\n\nSố 5, ngày 21/5/2031\n\n{publisher}\n\n## TIN XÃ\n\n**1. Xã Một mở chợ**\n\nBà con góp công. \
             (Baoxa.vn 20/5)\n\n**2. Xã Hai sửa đường**\n\nBà con góp của. (Baoxa.vn 20/5)\n{end}"
        );
        let bulletin = parsed(&text);
        let sections = bulletin.sections.iter().map(|s| (s.title.clone(), s.articles.len())).collect::<Vec<_>>();
        let masthead = bulletin.masthead.last().map(|line| line.text.clone());
        (sections, masthead, bulletin.articles().last().and_then(|article| article.source.clone()).is_some())
    };
    let section = vec![(Some("TIN XÃ".to_owned()), 2)];
    for publisher in ["Phòng Văn hóa xã Thử", "*Phòng Văn hóa - Ban Biên soạn*", "PHÒNG VĂN HÓA"] {
        let (sections, masthead, _) = read(publisher, "");
        assert_eq!(sections, section, "{publisher}");
        assert_eq!(masthead.as_deref(), Some(publisher.trim_matches('*')));
    }
    let (sections, _, cited) = read("", "\nNơi nhận: Thường trực Đảng ủy; các thôn; lưu văn phòng.\n");
    assert_eq!((sections, cited), (section, true));
}

#[test]
fn where_paragraphs_begin_further_in_no_other_line_begins_one() {
    let text = "ĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\n1. Xã Một mở chợ\n\n    Sáng nay, bà con trong xã cùng nhau ra bãi \
                sông góp\ntre, góp gỗ. Ai cũng vui. Chợ họp mỗi phiên năm ngày.\nPhiên đầu có mười hai người bán rau, hoa \
                và cây giống\ncho vụ mới.\n    Chợ đông.\n    Xã cho biết chợ sẽ có thêm hai dãy nhà, một cho người\nbán \
                vải và một cho người bán nông cụ của các xã bạn.\n    Bà con mong chợ mở cả ngày rằm, nhất là vào mùa \
                gặt.\n(Baoxa.vn 20/5, Lê Tám)\n\n2. Xã Hai sửa đường\n\n    Bà con góp của. (Baoxa.vn 20/5)\n";
    let bulletin = parsed(text);
    let lines: Vec<_> =
        bulletin.articles().next().unwrap().body.iter().map(|b| (b.lines.first, b.lines.last)).collect();
    assert_eq!(lines, [(7, 10), (11, 11), (12, 13), (14, 14)]);
}

#[test]
fn addresses_alone_are_citations_where_nothing_else_closes_articles() {
    let titles = ["Chợ mới ở ngã ba", "Cầu tre qua suối", "Đường mới lên núi"];
    let numbered = ["1. Chợ mới", "2. Cầu tre", "3. Đường mới"];
    let read = |titles: [&str; 3], closings: [&str; 3]| {
        let stories = titles.iter().zip(closings);
        let stories = stories.map(|(title, closing)| format!("{title}\n\nXã Một làm xong việc này.{closing}\n\n"));
        let bulletin = parsed(&format!("ĐIỂM BÁO XÃ THỬ\nSố 7/2031\n\n{}", stories.collect::<String>()));
        let said = |article: &bantin::model::Article| {
            let domain = article.source.as_ref().and_then(|source| source.domain.clone());
            (domain, article.citation.as_ref().map(|citation| citation.text.clone()), article.url.clone())
        };
        bulletin.articles().map(said).collect::<Vec<_>>()
    };
    let [first, second, third] =
        ["https://bendo.vn/cho-1.html", "https://www.doico.vn/cau-2.html", "https://bendo.vn/duong-3.html"];
    let addresses = [first, second, third].map(|address| format!("\n\n{address}"));
    let own =
        |domain: &str, address: &str| (Some(domain.to_owned()), Some(address.to_owned()), Some(address.to_owned()));
    assert_eq!(
        read(titles, [&addresses[0], &addresses[1], &addresses[2]]),
        [own("bendo.vn", first), own("doico.vn", second), own("bendo.vn", third)]
    );
    // One is a link that the text sends its readers to.
    assert_eq!(read(numbered, ["", "", &addresses[2]])[2], (None, None, Some(third.to_owned())));
    let cited = format!(" (Bendo.vn 20/5){}", addresses[0]);
    assert_eq!(read(numbered, [&cited, &addresses[1], &addresses[2]])[1], (None, None, Some(second.to_owned())));
}

/// A press review of three articles in two sections.
fn in_sections(first: &str, second: &str, number: usize) -> Bulletin {
    let story = "Sáng nay bà con góp công mở chợ. (Báo Bến Đò, 3/3/2031)";
    parsed(&format!(
        "ĐIỂM BÁO XÃ THỬ\nSố 7/2031\n\n{first}\n\n1. Chợ mới\n\n{story}\n\n2. Cầu mới\n\n{story}\n\n{second}\n\n{number}. Đường \
         mới\n\n{story}\n\nBTV: Lê Tám\n"
    ))
}

#[test]
fn sections_between_dashes_and_an_editor_called_in_short() {
    let bulletin = in_sections("----- TIN TRONG XÃ -----", "----- TIN NGOÀI XÃ -----", 3);
    assert_eq!(sections(&bulletin), [(None, Some("TIN TRONG XÃ"), 2), (None, Some("TIN NGOÀI XÃ"), 1)]);
    assert_eq!(bulletin.editor.as_deref(), Some("Lê Tám"));
    let bulletin = in_sections("----- I. TIN TRONG XÃ -----", "----- II. TIN NGOÀI XÃ -----", 3);
    assert_eq!(sections(&bulletin), [(Some("I"), Some("TIN TRONG XÃ"), 2), (Some("II"), Some("TIN NGOÀI XÃ"), 1)]);
}

#[test]
fn small_letters_count_sections() {
    let bulletin = in_sections("a) TIN TRONG XÃ", "b) TIN NGOÀI XÃ", 3);
    assert_eq!(sections(&bulletin), [(Some("a"), Some("TIN TRONG XÃ"), 2), (Some("b"), Some("TIN NGOÀI XÃ"), 1)]);
    let bulletin = in_sections("## a) Tin trong xã", "## b) Tin ngoài xã", 1);
    assert_eq!(sections(&bulletin), [(Some("a"), Some("Tin trong xã"), 2), (Some("b"), Some("Tin ngoài xã"), 1)]);
}

#[test]
fn lines_behind_dashes_are_citations() {
    let story = "Sáng nay bà con góp công mở chợ.\n- Báo Bến Đò, số 12, ngày 3/3/2031, tr. 3";
    let text = format!(
        "ĐIỂM BÁO XÃ THỬ\nSố 7/2031\n\n1. Chợ mới\n\n{story}\n\n2. Cầu mới\n\n{story}\n\n3. Đường mới\n\n{story}\n"
    );
    let bulletin = parsed(&text);
    let said = |article: &bantin::model::Article| {
        (article.source.clone().unwrap().name, article.date.clone().unwrap(), article.body.len())
    };
    let read: Vec<_> = bulletin.articles().map(said).collect();
    assert_eq!(read, vec![("Báo Bến Đò".to_owned(), "2031-03-03".to_owned(), 1); 3]);
}

#[test]
fn rules_beside_the_headings_of_sections_are_markup() {
    let text = |section: &str| {
        format!(
            "ĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\nMỤC LỤC\n\nTIN XÃ ..... 1\n1. Xã Một mở thêm chợ ..... 1\n2. Xã Hai sửa \
             đường liên thôn ..... 2\n\n{section}\n\n1. Xã Một mở thêm chợ\n\nBà con góp công. (Baoxa.vn 20/5)\n\n2. Xã Hai \
             sửa đường liên thôn\n\nBà con góp của. (Baoxa.vn 20/5)\n"
        )
    };
    for section in ["*** I. TIN XÃ ***", "=== I. TIN XÃ ==="] {
        let bulletin = parsed(&text(section));
        assert_eq!(sections(&bulletin), [(Some("I"), Some("TIN XÃ"), 2)], "{section}");
        assert_eq!(bulletin.toc.len(), 1, "{section}");
        assert_eq!(bulletin.toc[0].entries.len(), 2, "{section}");
    }
}

#[test]
fn numbers_below_leaders_stand_in_one_place() {
    let text = |second: &str| {
        format!(
            "ĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\nMỤC LỤC\n\n1. Xã Một mở thêm chợ ..... 1\n2. Xã Hai sửa đường {second}\n\
             3. Xã Ba xây cầu ..... 9\n\n1. Xã Một mở thêm chợ\n\nBà con góp công. (Baoxa.vn 20/5)\n\n2. Xã Hai sửa \
             đường\n\nBà con góp của. (Baoxa.vn 20/5)\n\n3. Xã Ba xây cầu\n\nBà con góp đá. (Baoxa.vn 20/5)\n"
        )
    };
    // The page; a number that is too great for one; a second one.
    for (second, page, left) in
        [(".....\n5", Some(5), vec![]), (".....\n2035", None, vec!["2035"]), (".....\n5\n..... 7", Some(5), vec!["7"])]
    {
        let bulletin = parsed(&text(second));
        let entries = bulletin.toc.iter().flat_map(|group| &group.entries);
        let entries: Vec<_> = entries.map(|entry| (entry.title.as_str(), entry.page)).collect();
        let want = [("Xã Một mở thêm chợ", Some(1)), ("Xã Hai sửa đường", page), ("Xã Ba xây cầu", Some(9))];
        assert_eq!(entries, want, "{second}");
        let furniture: Vec<&str> = bulletin.furniture.iter().skip(1).map(|found| found.text.as_str()).collect();
        assert_eq!(furniture, left, "{second}");
    }
}

#[test]
fn news_counted_with_the_word_for_it() {
    let bulletin = parsed(
        "ĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\nMỤC LỤC\n\nTin 1: Xã Một mở thêm chợ\nTin 2: 63 nhà góp công sửa đường\n\n\
         Tin 1: Xã Một mở thêm chợ\n\nBà con góp công. (Baoxa.vn 20/5)\n\nTin 2: 63 nhà góp công sửa đường\n\nBà con góp \
         của. (Baoxa.vn 20/5)\n",
    );
    let entries = bulletin.toc.iter().flat_map(|group| &group.entries);
    let entries: Vec<_> = entries.map(|entry| (entry.number, entry.title.as_str())).collect();
    assert_eq!(entries, [(Some(1), "Xã Một mở thêm chợ"), (Some(2), "63 nhà góp công sửa đường")]);
    let articles = bulletin.articles().map(|a| (a.label.as_deref(), a.number, a.title.as_str()));
    let articles: Vec<_> = articles.collect();
    let want = [(Some("Tin"), Some(1), "Xã Một mở thêm chợ"), (Some("Tin"), Some(2), "63 nhà góp công sửa đường")];
    assert_eq!(articles, want);
    let furniture: Vec<&str> = bulletin.furniture.iter().map(|found| found.text.as_str()).collect();
    assert_eq!(furniture, ["MỤC LỤC", "Tin", "Tin"]);
}

#[test]
fn a_number_glued_to_the_digit_that_opens_a_title() {
    let bulletin = parsed(
        "ĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\nMỤC LỤC\n\n1. Xã Một mở thêm chợ\n2. 5 nhà góp công sửa đường\n\n\
         1.Xã Một mở thêm chợ\n\nBà con góp công. (Baoxa.vn 20/5)\n\n2.5 nhà góp công sửa đường\n\nBà con góp của. \
         (Baoxa.vn 20/5)\n",
    );
    let articles: Vec<_> = bulletin.articles().map(|a| (a.number, a.title.as_str())).collect();
    assert_eq!(articles, [(Some(1), "Xã Một mở thêm chợ"), (Some(2), "5 nhà góp công sửa đường")]);
}

#[test]
fn by_lines_below_the_citation_close_the_article_with_it() {
    let read = |close: &str| {
        let text = format!(
            "ĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\nTIN XÃ\n\n1. Xã Một mở thêm chợ\n\nBà con góp công.\n\n{close}\n\n2. Xã Hai sửa \
             đường liên thôn\n\nBà con góp của.\n\n(Baoxa.vn, 20/5)\n"
        );
        let bulletin = parsed(&text);
        assert_eq!(bulletin.articles().count(), 2, "{close}");
        let first = bulletin.articles().next().unwrap().clone();
        let cited = first.citation.unwrap();
        let source = first.source.map(|source| source.name);
        (
            source,
            first.date,
            first.authors.join(", "),
            cited.text,
            (cited.lines.first, cited.lines.last),
            first.body.len(),
        )
    };
    let day = || Some("2031-05-19".to_owned());
    let source = || Some("Baoxa.vn".to_owned());
    assert_eq!(
        read("(19/5, Baoxa.vn)\n\nTác giả: Lê Tám - Trần Sáu"),
        (source(), day(), "Lê Tám, Trần Sáu".into(), "(19/5, Baoxa.vn) Tác giả: Lê Tám - Trần Sáu".into(), (11, 13), 1)
    );
    assert_eq!(
        read("Đường vui. (Baoxa.vn, 19/5)\n\nBài, ảnh: Lê Tám"),
        (source(), day(), "Lê Tám".into(), "(Baoxa.vn, 19/5) Bài, ảnh: Lê Tám".into(), (11, 13), 2)
    );
    // One that names somebody keeps to itself what it says.
    assert_eq!(
        read("(Baoxa.vn, 19/5, Trần Sáu)\n\nBài, ảnh: Lê Tám"),
        (None, None, "Lê Tám".into(), "Bài, ảnh: Lê Tám".into(), (13, 13), 2)
    );
}

#[test]
fn raised_numbers_open_footnotes() {
    let read = |note: &str| {
        let text = format!(
            "ĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\nTIN XÃ\n\n1. Xã Một mở thêm chợ\n\nBà con góp công².\n\n{note}\n\n(Baoxa.vn, \
             20/5)\n"
        );
        let bulletin = parsed(&text);
        let last = bulletin.articles().next().unwrap().body.last().unwrap().clone();
        (last.kind, last.mark, last.text)
    };
    let (mark, text) = (Some("²".to_owned()), Some("Báo cáo số 5 của xã.".to_owned()));
    assert_eq!(read("² Báo cáo số 5 của xã."), (BlockKind::Footnote, mark, text));
    assert_eq!(read("[2] Báo cáo số 5 của xã.").0, BlockKind::Paragraph, "a bracket opens anything");
}

#[test]
fn numbers_that_the_contents_leave_out_tell_articles() {
    let read = |third: &str| {
        let text = format!(
            "ĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\nMỤC LỤC\n\n1/ Xã Một mở thêm chợ\n2/ Xã Hai sửa đường liên thôn\n4/ Xã Tư bắc cầu \
             tre\n5/ Xã Năm xây thêm lớp học\n\n1/ Xã Một mở thêm chợ\n\nBà con góp công. (Baoxa.vn, 20/5)\n\n2/ Xã Hai sửa đường \
             liên thôn\n\nBà con góp của.\n\n{third} Xã Ba đào giếng\n\nGiếng sâu mười mét. (Baoxa.vn, 20/5)\n\n4/ Xã Tư bắc cầu \
             tre\n\nBà con góp tre. (Baoxa.vn, 20/5)\n\n5/ Xã Năm xây thêm lớp học\n\nBà con góp đá. (Baoxa.vn, 20/5)\n"
        );
        parsed(&text).articles().filter_map(|article| article.number).collect::<Vec<_>>()
    };
    assert_eq!(read("3/"), [1, 2, 3, 4, 5]);
    assert_eq!(read("1/"), [1, 2, 4, 5], "a list of the article above");
    assert_eq!(read("-"), [1, 2, 4, 5]);
}

#[test]
fn a_line_in_italics_below_a_picture_is_its_caption() {
    let read = |below: &str| {
        let bulletin = parsed(&format!(
            "# ĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\n## 1. Xã Một mở thêm chợ\n\nBà con góp công.\n\n![](cho.jpg)\n\n{below}\n\nChợ \
             họp cả ngày. (Baoxa.vn, 20/5)\n"
        ));
        bulletin.articles().next().unwrap().body[1].kind
    };
    assert_eq!(read("*Cổng chợ nhìn từ đồi.*"), BlockKind::Caption);
    assert_eq!(read("_Cổng chợ nhìn từ đồi._"), BlockKind::Caption);
    assert_eq!(read("Cổng chợ nhìn từ đồi."), BlockKind::Paragraph);
    assert_eq!(read("**Cổng chợ nhìn từ đồi.**"), BlockKind::Paragraph);
}

#[test]
fn bullets_over_numbers_head_sections() {
    let contents = "TRONG SỐ NÀY:\n* Chợ và đường\n1. Xã Một mở thêm chợ\n2. Xã Hai sửa đường liên thôn\n* Cầu và suối\n3. Xã Ba xây cầu \
                    mới\n\n";
    let body = "* Chợ và đường\n\n1. Xã Một mở thêm chợ\nBà con góp công. (Báo Xã Thử 20/5)\n\n2. Xã Hai sửa đường liên thôn\nĐường dài \
                ba cây số. (Baoxa.vn 20/5)\n\n* Cầu và suối\n\n3. Xã Ba xây cầu mới\nCầu dài mười mét. (Báo Xã Thử 21/5)\n";
    let bulletin = parsed(&format!("ĐIỂM BÁO XÃ THỬ\nNgày 21/5/2031\n\n{contents}{body}"));
    let groups: Vec<_> = bulletin.toc.iter().map(|g| (g.title.as_deref(), g.entries.len())).collect();
    assert_eq!(groups, [(Some("Chợ và đường"), 2), (Some("Cầu và suối"), 1)]);
    assert_eq!(sections(&bulletin), [(None, Some("Chợ và đường"), 2), (None, Some("Cầu và suối"), 1)]);
}

#[test]
fn who_holds_the_rights_closes_a_web_page() {
    let chrome = "Tin liên quan\n\nÝ kiến bạn đọc\n\nHọ tên\n\n© Cổng thông tin xã Một. Ghi rõ nguồn khi trích dẫn.\n";
    let bulletin = parsed(&format!(
        "Trang chủ\n\nĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\n1. Xã Một mở thêm chợ\n\nBà con góp công.\n\n(Báo Xã Thử \
         20/5)\n\n2. Xã Hai sửa đường\n\nĐường dài ba cây số.\n\n(Baoxa.vn 21/5)\n\n{chrome}"
    ));
    let last = bulletin.articles().last().unwrap();
    assert_eq!((last.lines.first, last.lines.last), (13, 17));
    // A newspaper that is called as the bulletin is, is none of it.
    let chrome: Vec<_> = bulletin.furniture.iter().map(|f| (f.kind, f.lines.first)).collect();
    assert_eq!(chrome, [1, 19, 21, 23, 25].map(|line| (FurnitureKind::SiteChrome, line)));
    let sources: Vec<_> = bulletin.articles().filter_map(|a| a.source.as_ref()).map(|s| s.name.as_str()).collect();
    assert_eq!(sources, ["Báo Xã Thử", "Baoxa.vn"]);
}

#[test]
fn a_citation_with_text_behind_it() {
    let behind = "Bà con kể lại rằng ngày trước muốn qua suối phải đi vòng hơn ba cây số đường rừng, mùa nước lên thì học trò phải                   nghỉ học cả tuần.";
    let read = |text: &str| {
        let text = format!(
            "ĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\n1. Xã Một mở thêm chợ\n\n{text}\n\n2. Xã Hai sửa đường\n\nĐường dài ba cây số. (Baoxa.vn              21/5)\n"
        );
        let bulletin = parsed(&text);
        let article = bulletin.articles().next().unwrap();
        let source = article.source.as_ref().map(|source| source.name.clone());
        (source, article.date.clone(), article.body.len())
    };
    let cited = |paper: &str| format!("Bà con góp công. ({paper} 20/5)");
    let one = format!("{}\n\n{behind}", cited("Đồi Chè"));
    assert_eq!(read(&one), (Some("Đồi Chè".to_owned()), Some("2031-05-20".to_owned()), 2));
    // Two may belong to two articles.
    let two = format!("{}\n\n{}\n\n{behind}", cited("Đồi Chè"), cited("Suối Reo"));
    assert_eq!(read(&two), (None, None, 3));
}

#[test]
fn short_bold_headings_over_bold_titles_are_sections() {
    let story =
        |title: &str, cite: &str| format!("**{title}**\n\nBà con góp công. Việc làm xong trong ngày.\n\n({cite})\n\n");
    let text = [
        "Trang chủ » Điểm báo\n\nĐiểm báo xã Thử ngày 21/5/2031\n\n**Kinh tế**\n\n",
        &story("Giá cát tăng, ba con đường mới phải chờ", "Báo Đồi Chè, 20/5"),
        &story("Chợ cũ tìm cách giữ chân khách quen", "Baoxa.vn 20/5"),
        "**Văn hóa - Xã hội**\n\n",
        &story("Học trò ba lần dựng lại lớp học bên suối", "Báo Suối Reo, 19/5"),
    ]
    .concat();
    assert_eq!(sections(&parsed(&text)), [(None, Some("Kinh tế"), 2), (None, Some("Văn hóa - Xã hội"), 1)]);
}

#[test]
fn titles_right_above_their_text_below_sections_that_stand_apart() {
    let story = |title: &str, cite: &str| {
        format!(
            "{title}\n     Bà con trong xã cùng nhau góp công góp của, người đem xẻng, người đem\ncuốc, ai cũng muốn việc làm xong \
             trước mùa mưa năm nay.\n     Ông Lê Ba kể ngày trước muốn qua suối phải đi vòng hơn ba cây số đường\nrừng, mùa nước lên \
             thì học trò phải nghỉ học. ({cite})\n\n"
        )
    };
    let text = [
        "VĂN PHÒNG UBND TỈNH THỬ\n-----------\n\n               ĐIỂM BÁO\n               Số 41\n     Thứ tư, ngày 21 tháng 5 năm \
         2031\n\nI. CHÍNH TRỊ - XÃ HỘI\n\n",
        &story("1. Xã Một mở thêm chợ ở ngã ba", "Suối Reo 20/5, Lê Tám"),
        &story("2. Xã Hai bắc cầu qua suối", "Đồi Chè 19/5"),
        "II. KINH TẾ\n\n",
        &story("3. Xã Ba trồng thêm chè", "Đồi Chè 20/5"),
        &story("4. Xã Tư nuôi thêm ong", "Suối Reo 20/5"),
        "III. VĂN HÓA\n\n",
        &story("5. Xã Năm dựng lại đình làng", "Đồi Chè 21/5"),
    ]
    .concat();
    let want = [
        (Some("I"), Some("CHÍNH TRỊ - XÃ HỘI"), 2),
        (Some("II"), Some("KINH TẾ"), 2),
        (Some("III"), Some("VĂN HÓA"), 1),
    ];
    assert_eq!(sections(&parsed(&text)), want);
}

#[test]
fn paragraphs_that_begin_further_in_than_the_titles_right_above_them() {
    let story = |title: &str, paper: &str| {
        format!(
            "* {title}\n   Sáng nay bà con xã Một ra chợ mới xem hàng\nhóa, mua cây giống và hỏi chỗ ngồi bán rau cho\nvụ tới.\n   Chợ có trăm gian, mái lợp bằng lá cọ nên mùa\nhè mát hơn chợ cũ. ({paper}, 4/3)\n\n"
        )
    };
    let stories = [story("Chợ mới ở ngã ba", "Bến Đò"), story("Xã Một mở chợ", "Đồng Nai")].concat();
    let more = [story("Họp chợ sớm", "Ruộng Đồng"), story("Hàng hóa về làng", "Bến Đò")].concat();
    let bulletin = parsed(&format!("ĐIỂM BÁO\nNgày 5/3/2031\n\nI - TRONG XÃ\n\n{stories}II - NGOÀI XÃ\n\n{more}"));
    assert_eq!(sections(&bulletin), [(Some("I"), Some("TRONG XÃ"), 2), (Some("II"), Some("NGOÀI XÃ"), 2)]);
    let read = bulletin.articles().map(|a| (a.title.as_str(), a.source.as_ref().unwrap().name.as_str(), a.body.len()));
    assert_eq!(
        read.collect::<Vec<_>>(),
        [
            ("Chợ mới ở ngã ba", "Bến Đò", 2),
            ("Xã Một mở chợ", "Đồng Nai", 2),
            ("Họp chợ sớm", "Ruộng Đồng", 2),
            ("Hàng hóa về làng", "Bến Đò", 2)
        ]
    );
}

#[test]
fn other_news_and_a_back_link_end_the_file() {
    for heading in ["Các tin khác", "Các bản tin khác"] {
        let text = "ĐIỂM BÁO XÃ THỬ\nNgày 5/3/2031\n\nChợ mới ở ngã ba\n\nChợ có trăm gian. (Baoxa.vn 4/3)\n\nCầu tre qua suối\n\nCầu dài mười mét. (Baoxa.vn 4/3)\n\n";
        let bulletin = parsed(&format!("{text}{heading}\nĐiểm báo ngày 4/3/2031 (04/03/2031)\nVề đầu trang\n"));
        let lines: Vec<_> = bulletin.articles().map(|a| (a.lines.first, a.lines.last)).collect();
        assert_eq!(lines, [(4, 6), (8, 10)], "{heading}");
        let furniture: Vec<_> = bulletin.furniture.iter().map(|f| (f.kind, f.lines.first)).collect();
        let chrome = FurnitureKind::SiteChrome;
        assert_eq!(furniture, [(chrome, 12), (chrome, 13), (FurnitureKind::BackLink, 14)], "{heading}");
    }
}
