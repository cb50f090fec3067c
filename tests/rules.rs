//! Rules that no fixture needs, each by the smallest text that does: what the coverage report showed as never run.
#![allow(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

#[path = "support/parsed.rs"]
mod parsed;

use bantin::model::{Article, Bulletin, Code, LayoutKind};
use parsed::parsed;

/// The articles with the titles of their sections.
fn articles(bulletin: &Bulletin) -> impl Iterator<Item = (Option<&str>, &Article)> {
    bulletin.sections.iter().flat_map(|s| s.articles.iter().map(|a| (s.title.as_deref(), a)))
}

/// A press review of three articles, of which the second ends so.
fn review(citation: &str) -> String {
    format!(
        "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\n### Xã Một mở chợ mới ở ngã ba\n\nSáng nay, xã Một mở \
         chợ. (Vidu.vn 13/02/2031)\n\n### Xã Hai sửa đường liên xã\n\nĐường đã sửa xong. {citation}\n\n### Xã Ba xây \
         trường học mới\n\nTrường có tám lớp. (Vidu.vn 13/02/2031)\n"
    )
}

/// Code, first line, column and message of each finding.
fn findings(bulletin: &Bulletin) -> Vec<(Code, u32, Option<u32>, &str)> {
    bulletin.diagnostics.iter().map(|d| (d.code, d.lines.first, d.column, d.message.as_str())).collect()
}

#[test]
fn a_citation_that_cannot_be_read_for_want_of_a_bracket() {
    let cases = [
        ("Báo Mẫu 13/02)", "the citation `Báo Mẫu 13/02)` has no opening bracket"),
        ("(Vidu.vn 13/02, lê thử", "the citation `(Vidu.vn 13/02, lê thử` has no closing bracket"),
    ];
    for (citation, message) in cases {
        let bulletin = parsed(&review(citation));
        let articles = &bulletin.sections[0].articles;
        assert_eq!((articles.len(), articles[1].citation.is_none()), (3, true), "{citation}");
        assert_eq!(findings(&bulletin)[0], (Code::CitationUnbalanced, 10, Some(20), message));
    }
}

#[test]
fn a_citation_that_cannot_be_read_for_a_day_that_no_calendar_holds() {
    let bulletin = parsed(&review("(Mây Xanh Mới 31/02/2031)"));
    let message = "no calendar holds the day 31/02/2031";
    assert_eq!(findings(&bulletin), [(Code::DateImpossible, 10, Some(34), message)]);
}

#[test]
fn an_issue_date_before_nearly_all_citations_is_the_one_to_mend() {
    let text = review("(Vidu.vn 12/02/2031)").replace("Thứ Sáu, ngày 14", "Thứ Hai, ngày 10");
    let bulletin = parsed(&text);
    let message = "3 of 3 citations are later than this issue date";
    assert_eq!(findings(&bulletin), [(Code::DateAfterIssue, 2, Some(27), message)]);
}

#[test]
fn lines_in_an_old_encoding_are_told_as_one_run() {
    let misread = "B¸o c¸o cña x· vÒ viÖc x©y dùng\n®\u{ad}êng liªn x· vµ c¸c chî cña huyÖn\nĐường đã sửa xong.";
    let bulletin = parsed(&review("(Vidu.vn 12/02/2031)").replace("Đường đã sửa xong.", misread));
    let message = "2 lines are in TCVN3 (ABC), misread as Western text";
    assert_eq!(findings(&bulletin), [(Code::LegacyEncoding, 10, None, message)]);
    assert_eq!(bulletin.diagnostics[0].lines.last, 11);
}

#[test]
fn letters_of_other_languages_are_told_once_for_each_that_they_stand_for() {
    let text = "Theo QÐ-UBND, cử tri xã Ðồi Chè và bà Guðrún ra xem ðường mới.\nNgƣời xem đông.";
    let bulletin = parsed(&review("(Vidu.vn 12/02/2031)").replace("Đường đã sửa xong.", text));
    let bar = "`Ð` (U+00D0) stands in place of `Đ` in `QÐ`, the first of 3 such words";
    let horn = "`ƣ` (U+01A3) stands in place of `ư` in `Ngƣời`";
    let expected = [(Code::ForeignLetter, 10, Some(6), bar), (Code::ForeignLetter, 11, Some(1), horn)];
    assert_eq!(findings(&bulletin), expected);
    assert_eq!(bulletin.diagnostics[0].end_column, Some(8));
}

#[test]
fn a_number_that_ends_a_title_opens_no_article() {
    let bulletin = parsed(
        "BẢN TIN XÃ VÍ DỤ\nSố 7\n\n1/ Xã Một dạy người già theo Đề án\n06/Chính phủ\n\nSáng nay, xã đã mở lớp đầu tiên và\nmời bà con \
         đến học dùng điện thoại\ntrong hai ngày.\n\nTheo: Báo Xã\n\n2/ Xã Hai mở lớp học bơi\n\nLớp có ba mươi em, học vào sáng thứ\nbảy mỗi \
         tuần.\n\nTheo: Báo Xã\n",
    );
    let articles: Vec<_> =
        bulletin.sections[0].articles.iter().map(|a| (a.number, a.title.as_str(), a.title_lines.last)).collect();
    assert_eq!(
        articles,
        [(Some(1), "Xã Một dạy người già theo Đề án 06/Chính phủ", 5), (Some(2), "Xã Hai mở lớp học bơi", 13)]
    );
}

#[test]
fn a_newsletter_may_number_its_titles_with_a_dash() {
    let bulletin = parsed(
        "BẢN TIN XÃ VÍ DỤ\nSố 7\n\n1 - Xã Một mở chợ\n\nSáng nay, xã đã mở chợ đầu tiên và mời \nbà con đến bán rau, \
         cá và gạo từ sáng \nđến chiều.\n\nTheo: Báo Xã\n\n2 - Xã Hai mở lớp học bơi\n\nLớp có ba mươi em, học vào sáng thứ \nbảy mỗi \
         tuần.\n\nTheo: Báo Xã\n",
    );
    let titles: Vec<_> = bulletin.sections[0].articles.iter().map(|a| (a.number, a.title.as_str())).collect();
    assert_eq!(bulletin.layout, LayoutKind::Newsletter);
    assert_eq!(titles, [(Some(1), "Xã Một mở chợ"), (Some(2), "Xã Hai mở lớp học bơi")]);
}

#[test]
fn the_headers_of_two_short_pages_are_no_contents() {
    let bulletin = parsed(
        "Bản tin Đất đai - Số 7/2031      1\n\nTIN XÃ\n\n1/ Xã Một mở chợ\n\nSáng nay, xã đã mở chợ đầu tiên và mời \nbà \
         con đến bán rau, \n\nBản tin Đất đai - Số 7/2031      2\n\ncá và gạo.\n\nTheo: baoxa.vn\n\n2/ Xã Hai mở lớp học \
         bơi\n\nLớp có ba mươi em, học vào sáng thứ \nbảy mỗi tuần.\n\nTheo: baoxa.vn\n",
    );
    assert_eq!(bulletin.layout, LayoutKind::Newsletter);
    assert_eq!(bulletin.title.as_deref(), Some("Bản tin Đất đai"));
    let articles = &bulletin.sections[0].articles;
    assert!(articles.iter().map(|a| a.title.as_str()).eq(["Xã Một mở chợ", "Xã Hai mở lớp học bơi"]));
    assert_eq!(
        articles[0].body[0].text.as_deref(),
        Some("Sáng nay, xã đã mở chợ đầu tiên và mời bà con đến bán rau, cá và gạo.")
    );
}

#[test]
fn final_spaces_of_all_lines_say_nothing() {
    let text = "Bản tin Đất đai - Số 7/2031 \n1/ Xã Một mở chợ \nSáng nay, xã đã mở chợ đầu tiên và mời \nbà con đến bán rau, \
                cá và gạo từ sáng. \nTheo: baoxa.vn \n2/ Xã Hai mở lớp học bơi \nLớp có ba mươi em, học vào sáng thứ \nbảy \
                mỗi tuần. \nTheo: baoxa.vn \n3/ Xã Ba xây cầu \nCầu dài mười hai mét, rộng đủ cho hai \nxe máy. \nTheo: \
                baoxa.vn \n";
    let bulletin = parsed(text);
    let titles: Vec<_> = bulletin.sections[0].articles.iter().map(|a| (a.number, a.title.as_str())).collect();
    assert_eq!(titles, [(Some(1), "Xã Một mở chợ"), (Some(2), "Xã Hai mở lớp học bơi"), (Some(3), "Xã Ba xây cầu")]);
    assert_eq!(bulletin.layout, LayoutKind::Newsletter);
}

#[test]
fn numbers_of_a_newsletter_go_on_behind_an_article_without_its_citation() {
    let titles = |articles: &[(&str, bool)]| -> Vec<String> {
        let mut text = "Bản tin Đất đai - Số 7/2031 3\n".to_owned();
        for (title, closes) in articles {
            let close = if *closes { "Theo: baoxa.vn\n" } else { "" };
            text += &format!("\n{title}\n\nSáng nay, xã đã mở chợ đầu tiên và mời \nbà con đến bán rau.\n\n{close}");
        }
        let articles = parsed(&text).sections.into_iter().flat_map(|s| s.articles);
        articles.map(|a| format!("{} {}", a.number.unwrap_or_default(), a.title)).collect()
    };
    let (one, two, three) = (("1. Xã Một", true), ("2. Xã Hai", false), ("3. Xã Ba", true));
    assert_eq!(titles(&[one, two, three]), ["1 Xã Một", "2 Xã Hai", "3 Xã Ba"]);
    let list = [("1. Xã Một", false), ("1. Việc chợ", false), ("2. Việc đường", true), ("2. Xã Hai", true)];
    assert_eq!(titles(&list), ["1 Xã Một", "2 Xã Hai"], "a list has begun");
    let other = [("1/ Xã Một", false), ("2: Vòng hai", true), ("2/ Xã Hai", true)];
    assert_eq!(titles(&other), ["1 Xã Một", "2 Xã Hai"], "set in another way");
    let again = [one, ("2. Xã Hai", true), ("3. Xã Ba", false), ("1. Phố Một", true), ("2. Phố Hai", true)];
    assert_eq!(titles(&again), ["1 Xã Một", "2 Xã Hai", "3 Xã Ba", "1 Phố Một", "2 Phố Hai"]);
    let list = [one, ("2. Xã Hai", true), ("3. Xã Ba", false), ("1. Việc chợ", true), ("4. Xã Bốn", true)];
    assert_eq!(titles(&list), ["1 Xã Một", "2 Xã Hai", "3 Xã Ba", "4 Xã Bốn"], "the row goes on");
}

#[test]
fn a_document_whose_label_is_its_title() {
    let bulletin = parsed(
        "TÀI LIỆU HỘI THẢO\n\nTT\tNội dung\tThực hiện\tTrang\n1\tBáo cáo đề dẫn\tSở Đất đai\t1\n2\tĐo đạc ở xã\tUBND xã \
         Một\t5\n\nBÁO CÁO ĐỀ DẪN\n\nSở Đất đai\n\nKính thưa hội thảo, đất đai là tài sản quý.[1]\n\n[1] Số liệu năm \
         2031.\n\nTHAM LUẬN\n\nĐo đạc ở xã\n\nUBND xã Một\n\nXã đã đo đạc xong.\n\nPHỤ LỤC\n\n1. Tổ thôn Thượng\n\n2. Tổ \
         thôn Hạ\n",
    );
    let articles: Vec<_> = bulletin.articles().collect();
    let heads: Vec<_> = articles.iter().map(|a| (a.label.as_deref(), a.title.as_str(), a.authors.join(", "))).collect();
    assert_eq!(
        heads,
        [
            (None, "BÁO CÁO ĐỀ DẪN", "Sở Đất đai".to_owned()),
            (Some("THAM LUẬN"), "Đo đạc ở xã", "UBND xã Một".to_owned())
        ]
    );
    let note = &articles[0].body[1];
    assert_eq!((note.mark.as_deref(), note.text.as_deref()), (Some("[1]"), Some("Số liệu năm 2031.")));
    let kinds: Vec<_> = articles[1].body.iter().map(|block| block.kind).collect();
    use bantin::model::BlockKind::{ListItem, Paragraph, Subheading};
    assert_eq!(kinds, [Paragraph, Subheading, ListItem, ListItem]);
}

#[test]
fn a_body_may_begin_with_a_long_sentence_over_lines() {
    let sentence = "Sáng nay, xã đã mở chợ đầu tiên ở\nngã ba và mời bà con các thôn đến\nbán rau, cá, gạo và những gì họ\nlàm \
                    ra, từ sáng sớm cho đến khi\ntrời tối, mỗi ngày trong tuần, cả\nnhững ngày lễ, để người ở xa cũng\nkịp về \
                    mua.\n\n(Baoxa.vn 3/2)\n\n";
    let bulletin = parsed(&format!(
        "ĐIỂM BÁO HUYỆN THỬ\nNgày 4/2/2031\n\n1. Xã Một mở chợ\n2. Xã Hai sửa cầu\n3. Xã Ba đào kênh\n\n1. Xã Một mở \
         chợ\n\n{sentence}2. Xã Hai sửa cầu\n\n{sentence}3. Xã Ba đào kênh\n\n{sentence}"
    ));
    let titles: Vec<_> = bulletin.sections[0].articles.iter().map(|a| (a.number, a.title.as_str())).collect();
    assert_eq!(titles, [(Some(1), "Xã Một mở chợ"), (Some(2), "Xã Hai sửa cầu"), (Some(3), "Xã Ba đào kênh")]);
    assert_eq!(bulletin.toc[0].entries.len(), 3);
}

#[test]
fn a_part_of_a_bulletin_begins_with_any_number() {
    let bulletin = parsed(
        "4. Xã Một mở chợ mới ở ngã ba\n\nChợ họp sáng nay. (Vidu.vn 13/02/2031)\n\n5. Xã Hai sửa đường liên xã\n\nĐường đã sửa \
         xong. (Vidu.vn 13/02/2031)\n\n6. Xã Ba xây trường học mới\n\nTrường có tám lớp. (Vidu.vn 13/02/2031)\n",
    );
    let titles: Vec<_> = bulletin.sections[0].articles.iter().map(|a| (a.number, a.title.as_str())).collect();
    assert_eq!(
        titles,
        [
            (Some(4), "Xã Một mở chợ mới ở ngã ba"),
            (Some(5), "Xã Hai sửa đường liên xã"),
            (Some(6), "Xã Ba xây trường học mới")
        ]
    );
}

#[test]
fn a_quoted_bulletin_reads_as_the_bulletin() {
    let text = review("(Baothu.vn 13/2, **Hà Lê**)");
    let quoted: String = text.lines().map(|line| format!("> {line}").trim_end().to_owned() + "\n").collect();
    let plain = parsed(&text);
    let titles = ["Xã Một mở chợ mới ở ngã ba", "Xã Hai sửa đường liên xã", "Xã Ba xây trường học mới"];
    assert!(plain.sections[0].articles.iter().map(|a| a.title.as_str()).eq(titles));
    let content = |bulletin: Bulletin| {
        let whole = serde_json::to_value(bulletin).unwrap();
        let of = |field: &str| whole[field].to_string();
        // The numbers of articles begin with the checksum of the file.
        let sections = of("sections").replace(whole["id"].as_str().unwrap(), "");
        (of("title"), of("issue"), of("masthead"), sections, of("furniture"))
    };
    assert_eq!(content(parsed(&quoted)), content(plain));
}

#[test]
fn numbers_of_titles_tell_a_bulletin_whose_articles_nothing_closes() {
    let titles = |text: &str| -> Vec<String> {
        let bulletin = parsed(&format!("ĐIỂM BÁO ĐẤT ĐAI\n\nSố 7, ngày 22/3/2031\n\n{text}"));
        bulletin.articles().map(|a| a.title.clone()).collect()
    };
    let text = "Chợ có mái che mới, rộng gấp đôi chợ cũ.\n\n";
    let plain = format!("1. Xã Một mở chợ\n\n{text}2. Xã Hai sửa cầu\n\n{text}");
    assert_eq!(titles(&plain), [""; 0], "two numbers may count anything");
    let third = format!("{plain}3. Xã Ba đào kênh\n\n{text}");
    assert_eq!(titles(&third), ["Xã Một mở chợ", "Xã Hai sửa cầu", "Xã Ba đào kênh"]);
    let bold = format!("**1. Xã Một mở chợ**\n\n{text}**2. Xã Hai sửa cầu**\n\n{text}");
    assert_eq!(titles(&bold), ["Xã Một mở chợ", "Xã Hai sửa cầu"]);
    let list = "1. Mở chợ từ sáng sớm;\n\n2. Sửa cầu trước mùa mưa;\n\n3. Đào kênh sau vụ gặt.\n\n";
    assert_eq!(titles(list), [""; 0], "a list");
}

#[test]
fn lines_with_leaders_and_a_page_are_no_titles() {
    let torn = "Chợ họp sáng nay và chiều nay, bà con đến từ bốn xã bên để bán rau, bán cá và bán gạo. Năm sau chợ họp hai ngày. Xã \
                mời thêm ba xã nữa. Ai đến trước có chỗ tốt. Bãi xe không thu tiền. Chợ có nước sạch.\n\n"
        .repeat(7);
    let text = review("(Vidu.vn 13/02/2031)").replace(
        "\n\n### Xã Một",
        &format!(
            "\n\n{torn}1. Xã Một mở chợ mới ở ngã ba ........ 2\n\nChợ \
        mới.\n\n2. Xã Hai sửa đường liên xã ........ 3\n\nĐường mới.\n\n### Xã Một"
        ),
    );
    let bulletin = parsed(&text);
    let titles: Vec<_> = bulletin.sections[0].articles.iter().map(|a| (a.number, a.title.as_str())).collect();
    assert_eq!(
        titles,
        [(None, "Xã Một mở chợ mới ở ngã ba"), (None, "Xã Hai sửa đường liên xã"), (None, "Xã Ba xây trường học mới")]
    );
}

#[test]
fn a_wrapped_list_of_numbered_articles_is_no_table_of_contents() {
    let text = "ĐIỂM BÁO XÃ THỬ\n\nSố 5\n\n## TIN XÃ\n\n### 1. Xã Một mở chợ\n\nSáng nay, xã Một đã mở một khu chợ mới cho bà con bán rau và\nhoa. \
                Chợ mở cả ngày, có bãi xe và có cả nhà trẻ cho con em\ncủa bà con đi chợ xa. (Baoxa.vn 21/05, Lê\nAn/Hà Sơn)\n\n## TIN \
                HUYỆN\n\n### 2. Huyện mở lớp “một ngày, một\nbuổi”\n\nSáng nay, huyện đã mở một lớp học mới cho bà con trồng rau và\nhoa. \
                Lớp học cả ngày, có bãi xe và có cả nhà trẻ cho con em\ncủa bà con ở xã xa. (Baoxa.vn 21/05, Lê An)\n\n### 3. Ba xã \
                sửa đường\n\nTừ hôm qua, huyện đã sửa xong con đường cho bà con chở rau và\nhoa. Đường rộng sáu mét, có cây hai bên và \
                có cả đèn, để con em\ncủa bà con đi học về tối. (Baoxa.vn 21/05, Lê An)\n";
    let bulletin = parsed(text);
    assert!(bulletin.toc.is_empty());
    let found: Vec<_> = articles(&bulletin).map(|(section, a)| (section, a.title.as_str(), a.authors.len())).collect();
    assert_eq!(
        found,
        [
            (Some("TIN XÃ"), "Xã Một mở chợ", 2),
            (Some("TIN HUYỆN"), "Huyện mở lớp “một ngày, một buổi”", 1),
            (Some("TIN HUYỆN"), "Ba xã sửa đường", 1)
        ]
    );
}

#[test]
fn final_spaces_of_some_lines_say_nothing() {
    let spaced = "Sáng nay, xã đã mở chợ đầu tiên và mời \nbà con đến bán rau, cá, hoa và gạo từ\nsáng sớm cho đến tối, cả những ngày lễ, \
                  \nđể người ở xa cũng kịp.\n\n(Baoxa.vn 3/2)\n\n";
    let bulletin =
        parsed(&format!("ĐIỂM BÁO XÃ THỬ\n\nNgày 4/2/2031\n\nXã Một mở chợ\n\n{spaced}Xã Hai mở chợ\n\n{spaced}"));
    let blocks: Vec<_> = bulletin.sections[0].articles.iter().map(|a| a.body.len()).collect();
    assert_eq!(blocks, [1, 1]);
}

#[test]
fn a_bullet_before_a_number_is_no_part_of_a_title() {
    let text = "ĐIỂM BÁO XÃ THỬ\n\nNgày 4/2/2031\n\nTIN XÃ\n\n♦ 1. Xã Một mở chợ\n\nChợ họp sáng nay.\n\n(Baoxa.vn 3/2)\n\n♦ 2. Xã Hai sửa \
                đường\n\nĐường đã sửa xong.\n\n(Baoxa.vn 3/2)\n";
    let bulletin = parsed(text);
    let titles: Vec<_> = bulletin.sections[0].articles.iter().map(|a| (a.number, a.title.as_str())).collect();
    assert_eq!(titles, [(Some(1), "Xã Một mở chợ"), (Some(2), "Xã Hai sửa đường")]);
}

#[test]
fn a_citation_over_two_lines_closes_what_begins_with_a_number() {
    let text = "ĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\nTIN XÃ\n\nXã Một mở chợ\n\nSáng nay, xã Một đã mở một khu chợ mới cho bà con bán rau \
                và\nhoa. Chợ mở cả ngày, có bãi xe và có cả nhà trẻ cho con em\ncủa bà con đi chợ xa.\n\n2. Đẩy mạnh số hóa hồ sơ, \
                giấy tờ còn hiệu lực. (Baoxa.vn 20/5, Hà\nAn)\nVề đầu trang\n\nTIN HUYỆN\n\nHuyện mở lớp\n\nSáng nay, huyện đã mở \
                một lớp học mới cho bà con trồng rau và\nhoa. Lớp học cả ngày, có bãi xe và có cả nhà trẻ cho con em\ncủa bà con ở \
                xã xa. (Baoxa.vn 21/5, Lê An)\nBiên tập: Lê Hoa\n";
    let bulletin = parsed(text);
    let found: Vec<_> = articles(&bulletin)
        .map(|(section, a)| (section, a.title.as_str(), a.citation.as_ref().map(|c| c.text.as_str())))
        .collect();
    assert_eq!(
        found,
        [
            (Some("TIN XÃ"), "Xã Một mở chợ", Some("(Baoxa.vn 20/5, Hà An)")),
            (Some("TIN HUYỆN"), "Huyện mở lớp", Some("(Baoxa.vn 21/5, Lê An)"))
        ]
    );
    assert_eq!(bulletin.editor.as_deref(), Some("Lê Hoa"));
}

#[test]
fn a_number_that_a_title_calls_for_is_no_entry() {
    let story = "Sáng nay, huyện đã mở một lớp học mới cho bà con trồng rau và\nhoa. Lớp học cả ngày, có bãi xe và có cả nhà trẻ cho con \
                 em\ncủa bà con ở xã xa. (Baoxa.vn 21/5, Lê An)\n\n";
    let text = format!(
        "ĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\nMỤC LỤC\n\n1. Xã Một mở chợ\n\n2. Huyện mở thêm lớp học theo Đề án\n06/Chợ và hoa\n\n3. Xã \
         Ba sửa đường\n\n### Xã Một mở chợ\n\n{story}### Huyện mở thêm lớp học theo Đề án\n06/Chợ và hoa\n\n{story}### Xã Ba sửa \
         đường\n\n{story}"
    );
    let bulletin = parsed(&text);
    let entries: Vec<_> = bulletin.toc[0].entries.iter().map(|e| (e.number, e.title.as_str())).collect();
    let title = "Huyện mở thêm lớp học theo Đề án 06/Chợ và hoa";
    assert_eq!(entries, [(Some(1), "Xã Một mở chợ"), (Some(2), title), (Some(3), "Xã Ba sửa đường")]);
    let titles: Vec<_> = bulletin.sections[0].articles.iter().map(|a| a.title.as_str()).collect();
    assert_eq!(titles, ["Xã Một mở chợ", title, "Xã Ba sửa đường"]);
}

#[test]
fn titles_in_bold_capitals_stand_under_sections_in_capitals() {
    let story = "Sáng nay, xã đã mở chợ.\n\nChợ họp cả ngày. (Baoxa.vn 3/2)\n\n";
    let text = format!(
        "ĐIỂM BÁO XÃ THỬ\n\nNgày 4/2/2031\n\nTIN XÃ\n\n**XÃ MỘT MỞ CHỢ**\n\n{story}**XÃ HAI SỬA ĐƯỜNG**\n\nNhằm tiếp tục mở thêm chợ cho bà con \
         bán rau và hoa, nâng cao chất lượng\n\ncủa các chợ ven sông, xã đã sửa đường. {story}TIN HUYỆN\n\n**HUYỆN MỞ LỚP**\n\n{story}"
    );
    let bulletin = parsed(&text);
    let found: Vec<_> = articles(&bulletin).map(|(section, a)| (section, a.title.as_str(), a.body.len())).collect();
    assert_eq!(
        found,
        [
            (Some("TIN XÃ"), "XÃ MỘT MỞ CHỢ", 2),
            // The halves of its first sentence are one paragraph.
            (Some("TIN XÃ"), "XÃ HAI SỬA ĐƯỜNG", 2),
            (Some("TIN HUYỆN"), "HUYỆN MỞ LỚP", 2)
        ]
    );
}

#[test]
fn contents_stand_in_newsletters_where_all_else_is_a_newsletters() {
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/newsletter-with-contents/input.txt"));
    let text = text.unwrap();
    let layout = |text: &str| parsed(text).layout;
    assert_eq!(layout(&text), LayoutKind::Newsletter);
    // Brackets that close the articles, as those of a press review do.
    let bracketed = text
        .replace("Theo: consay.vn", "(Consay.vn 12/8)")
        .replace("Theo: caygao.vn", "(Caygao.vn 12/8)")
        .replace("Nguồn: consay.vn", "(Consay.vn 13/8)");
    assert_eq!(layout(&bracketed), LayoutKind::PressReview);
    // No columns: the sources, which name neither days nor authors, tell it all the same.
    let joined = text.replace(" \n", " ");
    assert_eq!(layout(&joined), LayoutKind::Newsletter);
    // Neither `1/` nor a running header: the columns are enough, unless links lead back to the top.
    let plain = text.replace("/ ", ". ").replace("Bản tin Bến nước - Số 4/2031", "");
    assert_eq!(layout(&plain), LayoutKind::Newsletter);
    assert_eq!(layout(&plain.replace("Theo: consay.vn", "Theo: consay.vn\n\nVề đầu trang")), LayoutKind::PressReview);
}

#[test]
fn columns_and_names_tell_newsletters_from_press_reviews() {
    let text = |name: &str, space: &str| {
        let (first, second) = ("(Theo Báo Mẫu, ngày 12/3/2031)", "(Theo Báo Thử, ngày 13/3/2031)");
        let lines = |day: &str| {
            format!(
                "Sáng {day}, bà con xã Một ra xem chợ mới,{space}\nmua rau và cây giống cho vụ xuân, rồi{space}\ncùng về nhà văn hóa.\n"
            )
        };
        format!(
            "{name}\nSố 7 - 14/3/2031\n\n1. Chợ mới\n\n{}\n{first}\n\n2. Cây giống\n\n{}\n{second}\n",
            lines("12"),
            lines("13")
        )
    };
    let layout = |text: &str| parsed(text).layout;
    assert_eq!(layout(&text("BẢN TIN ĐẤT ĐAI", " ")), LayoutKind::Newsletter);
    assert_eq!(layout(&text("BẢN TIN ĐẤT ĐAI", "")), LayoutKind::PressReview, "sources with days, no columns");
    assert_eq!(layout(&text("ĐIỂM BÁO ĐẤT ĐAI", " ")), LayoutKind::PressReview, "a name that says what it is");
    let sources = |name: &str| {
        text(name, "")
            .replace("(Theo Báo Mẫu, ngày 12/3/2031)", "Nguồn: Báo Mẫu")
            .replace("(Theo Báo Thử, ngày 13/3/2031)", "Nguồn: Báo Thử")
    };
    assert_eq!(layout(&sources("BẢN TIN ĐẤT ĐAI")), LayoutKind::Newsletter);
    assert_eq!(layout(&sources("ĐIỂM BÁO ĐẤT ĐAI")), LayoutKind::PressReview);
}

#[test]
fn sections_stand_below_sections() {
    let article = |n: u32, title: &str| format!("{n}. {title}\n\nXã làm xong trước Tết. (Vidu.vn 13/02/2031)\n\n");
    let head = "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\n";
    // What the contents do not name, and what they do.
    let list = "A. TIN TRONG HUYỆN\n\nI. Đường sá\n1. Xã Một lát lại đường ra bến\n\nII. Trường lớp\n2. Xã Hai mở thêm lớp mẫu \
                giáo\n\nB. TIN TRONG TỈNH\n\nIII. Cầu cống\n3. Cầu treo đóng hai tuần để thay ván\n\n";
    let alike = list.replace("III. Cầu cống", "I. Đường sá");
    for (list, (number, title)) in [("", ("I", "Đường sá")), (list, ("III", "Cầu cống")), (&alike, ("I", "Đường sá"))]
    {
        let text = [
            head,
            list,
            "A. TIN TRONG HUYỆN\n\nI. Đường sá\n\n",
            &article(1, "Xã Một lát lại đường ra bến"),
            "II. Trường lớp\n\n",
            &article(2, "Xã Hai mở thêm lớp mẫu giáo"),
            &format!("B. TIN TRONG TỈNH\n\n{number}. {title}\n\n"),
            &article(3, "Cầu treo đóng hai tuần để thay ván"),
        ]
        .concat();
        let bulletin = parsed(&text);
        let sections: Vec<_> = bulletin
            .sections
            .iter()
            .map(|s| (s.number.as_deref().unwrap(), s.title.as_deref().unwrap(), s.articles.len()))
            .collect();
        assert_eq!(
            sections,
            [
                ("A", "TIN TRONG HUYỆN", 0),
                ("I", "Đường sá", 1),
                ("II", "Trường lớp", 1),
                ("B", "TIN TRONG TỈNH", 0),
                (number, title, 1)
            ]
        );
        assert!(findings(&bulletin).is_empty());
    }
}

#[test]
fn what_stands_right_behind_a_citation_leaves_it_alone() {
    for behind in [" Quay lại", " ↑", " [Top]", " <a href=\"#top\">Về đầu trang</a>", " 7"] {
        let bulletin = parsed(&review(&format!("(Vidu.vn 13/02/2031){behind}")));
        let articles = &bulletin.sections[0].articles;
        assert_eq!(articles.len(), 3, "{behind}");
        assert_eq!(articles[1].citation.as_ref().unwrap().text, "(Vidu.vn 13/02/2031)", "{behind}");
    }
    // The page of an entry stays one.
    let bulletin = parsed(
        "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031\n\nMỤC LỤC\n\nChợ mới ở xã Một (2031) 7\nCầu mới ở xã Hai 9\n\nChợ mới ở xã Một (2031)\n\nChợ họp mỗi tuần. (Vidu.vn 13/02/2031)\n\nCầu mới ở xã Hai\n\nCầu đã thông xe. (Vidu.vn 13/02/2031)\n",
    );
    assert_eq!(bulletin.toc[0].entries[0].page, Some(7));
}

#[test]
fn footnotes_whose_marks_tags_raise() {
    let text = "TÀI LIỆU HỘI NGHỊ\n\nTHAM LUẬN\n\nGiữ rừng ở xã Đồi Chè\n\nKính thưa Hội nghị!\n\nXã có mười hai tổ<sup>2</sup> trông rừng, mỗi tổ một\n\n<sup>2</sup> Theo sổ của Hạt Kiểm lâm.\n\nngọn đồi.\n\nTHAM LUẬN\n\nDạy chữ cho người già\n\nLớp mở buổi tối.\n";
    let bulletin = parsed(text);
    let body: Vec<_> =
        bulletin.sections[0].articles[0].body.iter().map(|b| (b.mark.as_deref(), b.text.as_deref().unwrap())).collect();
    assert_eq!(
        body,
        [
            (None, "Kính thưa Hội nghị!"),
            (None, "Xã có mười hai tổ 2 trông rừng, mỗi tổ một ngọn đồi."),
            (Some("2"), "Theo sổ của Hạt Kiểm lâm.")
        ]
    );
}

#[test]
fn names_alone_are_citations_where_the_whole_text_cites_so() {
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/press-review-names-alone/input.txt"));
    let text = text.unwrap();
    let sources = |text: &str| -> Vec<String> {
        let bulletin = parsed(text);
        let articles = bulletin.sections.into_iter().flat_map(|section| section.articles);
        articles.filter_map(|article| Some(article.source?.name)).collect()
    };
    assert_eq!(sources(&text), ["Tiếng Sông", "Nhịp Sống Mới", "SLTT", "Báo Sông Lăng", "Tiếng Sông"]);
    // Two are not enough.
    let few = text.replace("(SLTT)", "(Hết)").replace("(Nhịp Sống Mới)", "(Còn nữa)");
    assert_eq!(sources(&few), ["Báo Sông Lăng"]);
    // Paragraphs inside of an article end so as well.
    let prose = text.replace("Bữa phụ do xã lo (Đoàn Thanh niên).", "Bữa phụ do xã lo. (Đất Mới)\n\nXã lo. (Đất Mới)");
    assert_eq!(sources(&prose), ["Báo Sông Lăng"]);
    // Most articles close with a source and a date.
    let dated = text.replace("(Tiếng Sông)", "(Tiếng Sông 10/9)").replace("(Báo Sông Lăng)", "(Báo Sông Lăng 11/9)");
    assert_eq!(sources(&dated), ["Tiếng Sông", "Báo Sông Lăng", "Tiếng Sông"]);
}

#[test]
fn figures_and_tables_of_a_document_are_named_by_captions() {
    use bantin::model::BlockKind::{Caption, Paragraph};
    let bulletin = parsed(
        "KỶ YẾU HỘI THẢO\n\nTHAM LUẬN\nĐo đạc ở xã\nUBND xã Một\n\nXã đã đo đạc xong.\n\nHình 1. Sơ đồ các thôn\n\nDân \
         các thôn đã nhận sổ.\n\nBảng 2 cho thấy số hộ nhận sổ ở từng thôn.\n\nTHAM LUẬN\nCấp sổ ở xã\nUBND xã Hai\n\nXã \
         đã cấp sổ.\n",
    );
    let first = bulletin.articles().next().unwrap();
    let kinds: Vec<_> = first.body.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [Paragraph, Caption, Paragraph, Paragraph]);
    assert_eq!(first.body[1].text.as_deref(), Some("Hình 1. Sơ đồ các thôn"));
}
