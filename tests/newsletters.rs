//! How newsletters are read, each rule by the smallest text that shows it.
#![allow(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

#[path = "support/parsed.rs"]
mod parsed;

use bantin::model::{Article, BlockKind, Bulletin, LayoutKind};
use parsed::parsed;

/// The titles of the articles.
fn titles(bulletin: &Bulletin) -> Vec<&str> {
    bulletin.articles().map(|article| article.title.as_str()).collect()
}

#[test]
fn articles_behind_the_last_citation_go_on_with_the_numbers() {
    let cited = "BẢN TIN XÃ THỬ\nSố 7/2031\n\n1. Chợ mới\n\nXã Một mở chợ.\n\n(Theo Báo Bến Đò)\n\n2. Cầu mới\n\nXã Hai bắc cầu.\n\n(Theo Báo Bến Đò)\n\n3. Đường mới\n\nXã Ba rải đá.\n\n";
    let more = parsed(&format!("{cited}4. Trường mới\n\nTrường có tám lớp.\n\n5. Giếng mới\n\nGiếng sâu mười mét.\n"));
    assert_eq!(titles(&more), ["Chợ mới", "Cầu mới", "Đường mới", "Trường mới", "Giếng mới"]);
    // The items of a list begin with 1, or stand closer than titles do.
    let list = "1. Góp đá\n\nMỗi nhà một xe.\n\n2. Góp công\n\nMỗi nhà một ngày.\n\n3. Góp tre\n\nMỗi nhà mười cây.\n\n4. Góp cơm\n\nMỗi nhà một nồi.\n";
    assert_eq!(titles(&parsed(&format!("{cited}{list}"))).len(), 3);
    assert_eq!(titles(&parsed(&format!("{cited}Cách làm ra sao?\n4. Góp đá\nMỗi nhà một xe.\n"))).len(), 3);
}

#[test]
fn numbers_that_start_again_open_a_section_where_nothing_closes_the_articles() {
    let head = "BẢN TIN XÃ THỬ\nSố 7/2031\n\n1. Chợ mới\n\nXã Một mở chợ.\n\n2. Cầu mới\n\nXã Hai bắc cầu.\n\n3. Đường mới\n\n";
    let read = |rest: &str| {
        let bulletin = parsed(&format!("{head}{rest}"));
        assert_eq!(bulletin.layout, LayoutKind::Newsletter);
        bulletin.sections.iter().map(|section| section.articles.len()).collect::<Vec<_>>()
    };
    let again = "1. Giếng mới\n\nGiếng sâu mười mét.\n\n2. Trường mới\n\nTrường có tám lớp.\n";
    assert_eq!(read(&format!("Xã Ba rải đá.\n\n{again}")), [3, 2]);
    // A list: a line leads over to it, or the articles go on behind it.
    assert_eq!(read(&format!("Xã Ba có hai việc:\n\n{again}")), [3]);
    let second =
        "4. Hai việc của xã\n\nBà con làm hai việc.\n\n1. Góp đá\n\nMỗi nhà một xe.\n\n5. Lớp mới\n\nLớp có mười em.\n";
    assert_eq!(read(&format!("Xã Ba rải đá.\n\n{second}")), [5], "a list in the fourth article");
    assert_eq!(read(&format!("Xã Ba rải đá.\n\n{again}\n4. Lớp mới\n\nLớp có mười em.\n")), [4]);
}

#[test]
fn columns_tell_a_newsletter_whose_articles_are_told_by_others() {
    let story = |title: &str, source: &str| {
        format!(
            "{title}\n\nSáng nay, bà con trong xã cùng \nnhau ra bãi sông, người góp tre \nvà người góp công.{source}\n\n"
        )
    };
    let layout = |name: &str, sources: [&str; 3]| {
        let stories = ["Chợ mới ở ngã ba", "Cầu tre qua suối", "Đường mới lên núi"].iter().zip(sources);
        let stories = stories.map(|(title, source)| story(title, source)).collect::<String>();
        parsed(&format!("{name} XÃ THỬ\nSố 7/2031\n\n{stories}")).layout
    };
    let inline = [" (Theo Báo Bến Đò)", " (Theo TTXVN)", " (Theo Báo Đồi Cỏ)"];
    let dated = [
        "\n\nNguồn: bendo.vn, ngày 2/5/2031",
        "\n\nNguồn: doico.vn, ngày 3/5/2031",
        "\n\nNguồn: bendo.vn, ngày 4/5/2031",
    ];
    let press = [" (Bendo.vn 2/5, Lê Tám)", " (Nguồn: Doico.vn, 3/5, Lê Tám)", " (Bendo.vn 4/5, Ngô Bảy)"];
    assert_eq!(layout("BẢN TIN", inline), LayoutKind::Newsletter);
    assert_eq!(layout("BẢN TIN", dated), LayoutKind::Newsletter);
    assert_eq!(layout("BẢN TIN", press), LayoutKind::PressReview);
    assert_eq!(layout("ĐIỂM BÁO", inline), LayoutKind::PressReview);
}

#[test]
fn running_headers_tell_a_newsletter_set_in_columns_whose_sources_name_authors() {
    let story = |number: usize, text: &str| {
        let source = ["Lê Tám/bendo.vn", "Ngô Bảy/doico.vn"][number % 2];
        format!("{number}. Xã Thử mở thêm chợ mới\n\n{text}\n\n(Theo {source})\n\n")
    };
    let layout = |name: &str, header: &str, text: &str| {
        let stories = [story(1, text), header.to_owned(), story(2, text)].join("\n\n");
        parsed(&format!("{name} XÃ THỬ\n\nSố 7/2031\n\n{stories}")).layout
    };
    let narrow = "Sáng nay, bà con trong xã cùng\nnhau ra bãi sông, người góp tre\nvà người góp công, có cả người\nở \
                  xã bên sang xem chợ mới rồi\nở lại giúp tới chiều.";
    let wide = "Sáng nay, bà con trong xã cùng nhau ra bãi sông, người góp tre\nvà người góp công, có cả người ở xã bên \
                sang xem chợ mới rồi\nở lại giúp tới chiều, sau đó tất cả cùng nhau về nhà văn hóa\nvà ăn bữa cơm \
                mừng, bà con nói cười tới khuya mới chịu ra\nvề.";
    for header in ["Bản tin Xã Thử - Số 7/2031 Trang 2", "2 | Bản tin Xã Thử - Số 7/2031"] {
        assert_eq!(layout("BẢN TIN", header, narrow), LayoutKind::Newsletter, "{header}");
        assert_eq!(layout("BẢN TIN", header, wide), LayoutKind::PressReview, "{header}");
        assert_eq!(layout("ĐIỂM BÁO", header, narrow), LayoutKind::PressReview, "{header}");
    }
    assert_eq!(layout("BẢN TIN", "", narrow), LayoutKind::PressReview);
}

#[test]
fn titles_end_where_no_final_space_stands() {
    let story = |number: usize, title: &str, text: &str| format!("{number}. {title}\n{text}\nTheo: bendo.vn\n\n");
    let text = [
        story(
            1,
            "Chợ mới ở ngã ba",
            "Sáng nay, bà con trong xã cùng \nnhau ra xem chợ, người mua rau \nvà người mua hoa, có cả người \nđi bán nón và bán gùi.",
        ),
        story(
            2,
            "Cầu tre qua suối",
            "Cây cầu dài mười mét, bắc qua \nsuối lớn, do mười hai người của \nthôn Đông làm.",
        ),
        story(3, "Đường lên núi", "Con đường được rải đá từ chân \nnúi lên tới nương chè và lên \n\nđỉnh."),
    ];
    let bulletin = parsed(&format!("BẢN TIN XÃ THỬ\nSố 7/2031\n\n{}", text.concat()));
    assert_eq!(titles(&bulletin), ["Chợ mới ở ngã ba", "Cầu tre qua suối", "Đường lên núi"]);
}

#[test]
fn one_by_line_says_who_wrote_its_article_and_nothing_of_the_others() {
    let story = |number: usize, title: &str| format!("{number}. {title}\n\nXã Một làm xong việc này.\n\n");
    let head = "BẢN TIN XÃ THỬ\nSố 7/2031\n\n";
    let text = [head, &story(1, "Chợ mới"), "ThS. Lê Tám\n\n", &story(2, "Cầu mới"), &story(3, "Đường mới")].concat();
    let bulletin = parsed(&text);
    let authors: Vec<_> = bulletin.articles().map(|article| article.authors.join(", ")).collect();
    assert_eq!(authors, ["ThS. Lê Tám", "", ""]);
}

#[test]
fn an_office_is_no_editor() {
    let editor = |name: &str| {
        let text = format!(
            "BẢN TIN XÃ THỬ\nSố 7/2031\n\n1/ Chợ mới\n\nXã Một mở chợ.\n\nTheo: bendo.vn\n\nBan biên tập: {name}\n"
        );
        parsed(&text).editor
    };
    assert_eq!(editor("Lê Tám").as_deref(), Some("Lê Tám"));
    assert_eq!(editor("Phòng Văn hóa và Thông tin"), None);
}

#[test]
fn titles_set_alike_tell_a_newsletter_whose_articles_nothing_closes() {
    let story = |title: &str| format!("{title}\n\nXã Một làm xong việc này.\n\n");
    let read = |head: &str, titles: [&str; 3]| parsed(&format!("{head}\n\n{}", titles.map(story).concat()));
    let plain = ["Chợ mới ở ngã ba đầu làng", "Cầu tre bắc qua con suối lớn", "Đường mới lên núi Đá Đen"];
    let capitals = ["CHỢ MỚI Ở NGÃ BA", "CẦU TRE QUA SUỐI", "ĐƯỜNG LÊN NÚI"];
    let marked = ["## Chợ mới", "## Cầu tre", "## Đường lên núi"];
    for set in [plain, capitals, marked] {
        let bulletin = read("BẢN TIN XÃ THỬ\nSố 7 - Ngày 5/3/2031", set);
        assert_eq!((bulletin.layout, titles(&bulletin).len()), (LayoutKind::Newsletter, 3), "{set:?}");
        // A letter, a dispatch, a page of the web.
        for head in ["Kính gửi: Xã Hai\nNgày 5/3/2031", "XÃ THỬ\nSố: 7/XT-VP", "Tin tức\nThứ Hai, 5/3/2031"]
        {
            assert_eq!(read(head, set).layout, LayoutKind::Unknown, "{head}");
        }
    }
    let parts = "BẢN TIN XÃ THỬ\nSố 7\n\nTIN XÃ\n\nCHỢ MỚI Ở NGÃ BA\n\nXã Một mở chợ.\n\nCẦU TRE QUA SUỐI\n\nXã Hai bắc cầu.\n\nĐỜI SỐNG\n\nĐƯỜNG LÊN NÚI\n\nXã Ba rải đá.\n";
    let bulletin = parsed(parts);
    let sections: Vec<_> = bulletin.sections.iter().map(|s| (s.title.as_deref(), s.articles.len())).collect();
    assert_eq!(sections, [(Some("TIN XÃ"), 2), (Some("ĐỜI SỐNG"), 1)]);
}

#[test]
fn a_tab_before_the_page_and_sources_with_authors() {
    let text = "Bản tin Đất đai – Số 12/2031\t3\n\nTIN XÃ\n\n1/ Xã Một mở thêm khu chợ ở bên \nbờ sông\n\nSáng nay, bà con cùng \nnhau góp \
                công.\n\n(Theo Lê Tám/baoxa.vn)\n\n2/ Xã Hai sửa đường\n\nĐường dài ba cây số.\n\n(Theo Lê Sáu/baoxa.vn)\n";
    let bulletin = parsed(text);
    assert_eq!(bulletin.layout, LayoutKind::Newsletter);
    assert_eq!(
        (bulletin.title.as_deref(), bulletin.issue.number.as_deref()),
        (Some("Bản tin Đất đai"), Some("12/2031"))
    );
    let authors: Vec<_> = bulletin.articles().map(|article| article.authors.join(", ")).collect();
    assert_eq!(authors, ["Lê Tám", "Lê Sáu"]);
}

#[test]
fn a_title_in_capitals_may_call_for_the_number_of_a_document() {
    let story = "Sáng nay, bà con trong xã cùng nhau\ngóp công, góp của để mở thêm một khu\nchợ mới ở bên bờ sông, nơi nông dân\nbán rau và \
                 hoa của vườn nhà, có cả\nbãi xe và nhà trẻ cho con em các hộ\nở xa.\n\nTheo: baoxa.vn\n\n";
    let text = format!(
        "Bản tin Đất đai - Số 12/2031 3\n\nTIN XÃ\n\n1/ XÃ MỘT MỞ CHỢ THEO ĐỀ ÁN\n06/CHỢ QUÊ\n\n{story}2/ Huyện ban hành Nghị quyết \
         số\n76/NQ-HU\n\n{story}"
    );
    assert_eq!(
        titles(&parsed(&text)),
        ["XÃ MỘT MỞ CHỢ THEO ĐỀ ÁN 06/CHỢ QUÊ", "Huyện ban hành Nghị quyết số 76/NQ-HU"]
    );
}

#[test]
fn sources_alone_below_all_articles_tell_a_newsletter_whatever_its_lines() {
    let text = |name: &str, sources: [&str; 3]| {
        let stories = ["Chợ mới ở ngã ba", "Cầu tre qua suối", "Đường mới lên núi"].iter().zip(sources).enumerate();
        let stories = stories.map(|(at, (title, source))| {
            format!("{}. {title}\n\nSáng nay, bà con trong xã cùng nhau ra bãi sông.{source}\n\n", at + 1)
        });
        format!("{name} XÃ THỬ\nSố 7/2031\n\n{}", stories.collect::<String>())
    };
    let sources = ["\n\n(Theo bendo.vn)", "\n\nNguồn: Tỉnh đoàn Mây Ngàn", " (Theo Ban Dân vận Huyện ủy)"];
    let bulletin = parsed(&text("BẢN TIN", sources));
    assert_eq!(bulletin.layout, LayoutKind::Newsletter);
    let names: Vec<_> = bulletin.articles().map(|article| article.source.as_ref().map(|s| s.name.as_str())).collect();
    assert_eq!(names, [Some("bendo.vn"), Some("Tỉnh đoàn Mây Ngàn"), Some("Ban Dân vận Huyện ủy")]);
    assert_eq!(parsed(&text("ĐIỂM BÁO", sources)).layout, LayoutKind::PressReview);
    let dated = ["\n\n(Theo bendo.vn)", "\n\n(Bendo.vn 3/5, Lê Tám)", "\n\n(Theo doico.vn)"];
    assert_eq!(parsed(&text("BẢN TIN", dated)).layout, LayoutKind::PressReview);
}

#[test]
fn people_in_brackets_close_the_articles_of_a_newsletter() {
    let read = |name: &str, sources: [&str; 3]| {
        let stories = ["Chợ mới", "Cầu mới", "Đường mới"].iter().zip(sources);
        let stories = stories.map(|(title, source)| format!("{title}\n\nXã Một làm xong việc này. ({source})\n\n"));
        let text = format!(
            "{name} XÃ THỬ\nSố 7 - Ngày 5/3/2031\n\n{}Chịu trách nhiệm xuất bản: Lê Một\n",
            stories.collect::<String>()
        );
        let bulletin = parsed(&text);
        let said = |article: &Article| {
            let source = article.source.as_ref().map_or("-", |source| &source.name);
            format!("{} | {source} | {}", article.title, article.authors.join(", "))
        };
        (bulletin.layout, bulletin.articles().map(said).collect::<Vec<_>>())
    };
    let people = ["Lê Tám", "Thu Trang", "Ngô Bảy - Minh Uyên"];
    let (layout, articles) = read("BẢN TIN", people);
    assert_eq!(layout, LayoutKind::Newsletter);
    assert_eq!(articles, ["Chợ mới | - | Lê Tám", "Cầu mới | - | Thu Trang", "Đường mới | - | Ngô Bảy, Minh Uyên"]);
    assert_eq!(read("BẢN TIN", ["Tin, ảnh: Lê Tám", "PV", "Bài, ảnh: Ngô Bảy"]).0, LayoutKind::Newsletter);
    let (layout, articles) = read("BẢN TIN", ["Nhân Dân", "Tuổi Trẻ", "Thanh Niên"]);
    assert_eq!(layout, LayoutKind::PressReview);
    assert_eq!(articles[1], "Cầu mới | Tuổi Trẻ | ");
    assert_eq!(read("ĐIỂM BÁO", people).0, LayoutKind::PressReview);
}

#[test]
fn who_wrote_an_article_stands_right_below_its_title() {
    let story = |title: &str, name: &str| format!("{title}\n{name}\nXã Một làm xong việc này.\n\n");
    let stories = story("CHỢ MỚI Ở NGÃ BA", "Lê Tám")
        + &story("CẦU TRE QUA SUỐI", "Bình Nguyên")
        + &story("ĐƯỜNG LÊN NÚI", "Ngô Bảy");
    let bulletin = parsed(&format!("BẢN TIN XÃ THỬ\nSố 7 - Ngày 5/3/2031\n\n{stories}"));
    assert_eq!(bulletin.layout, LayoutKind::Newsletter);
    let said = |article: &Article| {
        let citation = article.citation.as_ref().map_or("-", |citation| &citation.text);
        format!("{} | {} | {citation} | {}", article.title, article.authors.join(", "), article.body.len())
    };
    assert_eq!(
        bulletin.articles().map(said).collect::<Vec<_>>(),
        [
            "CHỢ MỚI Ở NGÃ BA | Lê Tám | Lê Tám | 1",
            "CẦU TRE QUA SUỐI | Bình Nguyên | Bình Nguyên | 1",
            "ĐƯỜNG LÊN NÚI | Ngô Bảy | Ngô Bảy | 1"
        ]
    );
}

#[test]
fn who_wrote_an_article_stands_above_paragraphs_over_lines() {
    let story = |title: &str, name: &str| {
        format!(
            "{title}\n{name}\n   Sáng nay bà con xã Một ra chợ mới xem hàng\nhóa, mua cây giống và hỏi chỗ ngồi bán rau cho\nvụ tới.\n   \
             Chợ có trăm gian, mái lợp bằng lá cọ nên mùa\nhè mát hơn chợ cũ.\n\n"
        )
    };
    let stories =
        [story("CHỢ MỚI Ở NGÃ BA", "Lê Tám"), story("CẦU TRE QUA SUỐI", "Lò Sáu"), story("ĐƯỜNG LÊN NÚI", "Ngô Bảy")];
    let bulletin = parsed(&format!("NỘI SAN XÃ THỬ\nSố 7/2031\n\n{}", stories.concat()));
    let read = bulletin.articles().map(|a| (a.title.as_str(), a.authors.join(", "), a.body.len()));
    let wanted = |title, author: &str| (title, author.to_owned(), 2);
    assert_eq!(
        read.collect::<Vec<_>>(),
        [
            wanted("CHỢ MỚI Ở NGÃ BA", "Lê Tám"),
            wanted("CẦU TRE QUA SUỐI", "Lò Sáu"),
            wanted("ĐƯỜNG LÊN NÚI", "Ngô Bảy")
        ]
    );
}

#[test]
fn questions_behind_stars_are_no_titles() {
    let story = |title: &str, name: &str| format!("## {title}\n\nXã Một làm xong việc này trước Tết.\n\n{name}\n\n");
    let talk = "## Chuyện bên bếp lửa\n\nNhân ngày hội, bản tin gặp bà Lò Thị Sáu.\n\n* Bà dệt vải từ bao giờ?\n\n- Từ năm lên \
                bảy, theo mẹ ra khung cửi.\n\n* Nay ai theo bà học?\n\n- Bốn cháu gái trong bản.\n\nNgô Bảy (thực hiện)\n";
    let stories = [story("Chợ mới ở ngã ba", "Lê Tám"), story("Cầu tre qua suối", "Lò Năm")].concat();
    let bulletin = parsed(&format!("# Bản tin xã Thử\n\nSố 7/2031\n\n{stories}{talk}"));
    assert_eq!(titles(&bulletin), ["Chợ mới ở ngã ba", "Cầu tre qua suối", "Chuyện bên bếp lửa"]);
    assert_eq!(bulletin.articles().last().unwrap().authors, ["Ngô Bảy"]);
}

#[test]
fn one_source_without_a_day_reviews_no_press() {
    let read = |name: &str, source: &str| {
        let text = "Bà con trong xã góp công, góp của từ sau vụ gặt, làm xong trước Tết.";
        parsed(&format!(
            "BAN TUYÊN GIÁO XÃ THỬ\n\n{name}\n\nSố 7/2031\n\nA. TIN TRONG XÃ\n\n1. Chợ mới ở ngã ba\n\n{text}\n\n2. Cầu tre qua \
             suối\n\n{text}\n\nB. TIN NGOÀI XÃ\n\n3. Đường lên núi\n\n{text}\n({source})\n"
        ))
        .layout
    };
    assert_eq!(read("THÔNG TIN NỘI BỘ", "Theo Tạp chí Đất Đai"), LayoutKind::Newsletter);
    assert_eq!(read("THÔNG TIN CHUYÊN ĐỀ", "Theo Tạp chí Đất Đai"), LayoutKind::Newsletter);
    assert_eq!(read("THÔNG TIN NỘI BỘ", "Tạp chí Đất Đai, 4/3/2031"), LayoutKind::PressReview);
    assert_eq!(read("THÔNG TIN BÁO CHÍ", "Theo Tạp chí Đất Đai"), LayoutKind::PressReview);
}

#[test]
fn a_head_in_two_columns() {
    let stories = "1. Chợ mới\n\nXã Một mở chợ.\n\n2. Cầu mới\n\nXã Hai bắc cầu.\n\n3. Đường mới\n\nXã Ba rải đá.\n";
    for head in [
        "XÃ THỬ\t\tBẢN TIN ĐẤT ĐAI\nBAN ĐẤT ĐAI\t\tSố 7 - Ngày 5/3/2031",
        "XÃ THỬ             BẢN TIN\nBAN ĐẤT ĐAI        ĐẤT ĐAI\n              Số 7 - Ngày 5/3/2031",
        "| XÃ THỬ | BẢN TIN ĐẤT ĐAI |\n|---|---|\n| BAN ĐẤT ĐAI | Số 7 - Ngày 5/3/2031 |",
        "XÃ THỬ\t\tBẢN TIN ĐẤT ĐAI\nBAN ĐẤT ĐAI\n\t\tSố 7 - Ngày 5/3/2031",
        "XÃ THỬ\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nBẢN TIN ĐẤT ĐAI\nSố 7 - Ngày 5/3/2031",
    ] {
        let bulletin = parsed(&format!("{head}\n\n{stories}"));
        let issue = (bulletin.issue.number.as_deref(), bulletin.issue.date.as_deref());
        assert_eq!(bulletin.title.as_deref(), Some("BẢN TIN ĐẤT ĐAI"), "{head}");
        assert_eq!(issue, (Some("7"), Some("2031-03-05")), "{head}");
        assert_eq!(titles(&bulletin), ["Chợ mới", "Cầu mới", "Đường mới"], "{head}");
        // A word processor sets its numbers off by tabs, which makes no row of a table.
        let tabbed = parsed(&format!("{head}\n\n{}", stories.replace(". ", ".\t").replace("Xã", "\tXã")));
        assert_eq!(titles(&tabbed), titles(&bulletin), "{head}");
    }
}

#[test]
fn a_letter_to_the_readers_begins_with_a_greeting() {
    let read = |greeting: &str| {
        let text = format!(
            "# BẢN TIN XÃ THỬ\n\nSố 7 - Ngày 5/3/2031\n\n## Thư ngỏ của xã\n\n{greeting}\n\nXã Một mở chợ.\n\n## Cầu mới\n\nXã Hai bắc \
             cầu.\n\n## Đường mới\n\nXã Ba rải đá.\n"
        );
        let bulletin = parsed(&text);
        let first = bulletin.articles().next().unwrap();
        (titles(&bulletin).len(), first.title.clone(), first.body.len())
    };
    for greeting in ["Kính thưa bà con,", "Chào bạn,", "Bà con thân mến,"] {
        assert_eq!(read(greeting), (3, "Thư ngỏ của xã".to_owned(), 2), "{greeting}");
    }
}

#[test]
fn questions_of_readers_are_text() {
    let story = |title: &str, text: &str| format!("{title}\n\n{text}\n\n");
    let text = [
        "BẢN TIN XÃ THỬ\nSố 7 - Ngày 5/3/2031\n\n",
        &story("CHỢ MỚI Ở NGÃ BA", "Xã Một mở chợ."),
        &story("CẦU TRE QUA SUỐI", "Xã Hai bắc cầu."),
        &story("HỎI ĐÁP: BƯỞI RỤNG QUẢ", "Hỏi: Vườn bưởi của tôi rụng quả, làm thế nào?\n\nĐáp: Bác tưới thêm nước."),
        &story("ĐƯỜNG LÊN NÚI", "Xã Ba rải đá."),
    ];
    let bulletin = parsed(&text.concat());
    assert_eq!(titles(&bulletin), ["CHỢ MỚI Ở NGÃ BA", "CẦU TRE QUA SUỐI", "HỎI ĐÁP: BƯỞI RỤNG QUẢ", "ĐƯỜNG LÊN NÚI"]);
    let kinds: Vec<_> = bulletin.articles().nth(2).unwrap().body.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Paragraph]);
}

#[test]
fn text_that_a_page_turn_cuts_below_a_title_is_no_title() {
    let text = |head: &str, rest: &str| {
        let story = "Bà con góp công, góp của cùng nhau \nlàm xong trong ngày, ai cũng vui \nvà khen việc ấy.\n\nTheo: baoxa.vn\n\n";
        format!(
            "Bản tin Xã Thử - Số 7/2031 1\n\nXÃ MỘT MỞ THÊM KHU CHỢ MỚI Ở \nNGÃ BA ĐẦU LÀNG\n\n{story}XÃ HAI SỬA CON ĐƯỜNG DÀI QUA \nBA \
             THÔN\n\n{head}\n\nBản tin Xã Thử - Số 7/2031 2\n\n{rest}\n\n{story}XÃ BA BẮC CẦU TRE QUA SUỐI \
             \nTRẮNG\n\n{story}"
        )
    };
    let read = |head: &str, rest: &str| {
        let bulletin = parsed(&text(head, rest));
        let first = bulletin.articles().nth(1).unwrap().body[0].text.clone();
        (bulletin.sections.len(), titles(&bulletin).join("; "), first)
    };
    let titles = "XÃ MỘT MỞ THÊM KHU CHỢ MỚI Ở NGÃ BA ĐẦU LÀNG; XÃ HAI SỬA CON ĐƯỜNG DÀI QUA BA THÔN; XÃ BA BẮC CẦU TRE QUA SUỐI TRẮNG";
    for (head, rest, joined) in [
        ("Con đường dài qua ba thôn ", "của xã Hai đã làm xong.", "Con đường dài qua ba thôn của xã Hai đã làm xong."),
        ("Con đường dài qua thôn ", " Đồi Chè đã làm xong.", "Con đường dài qua thôn Đồi Chè đã làm xong."),
        (
            "Sáng nay bà con đã cùng nhau \nđi trên đường ",
            "vừa làm xong.",
            "Sáng nay bà con đã cùng nhau đi trên đường vừa làm xong.",
        ),
    ] {
        assert_eq!(read(head, rest), (1, titles.to_owned(), Some(joined.to_owned())), "{head}");
    }
    // No final space: a title below the heading of a section.
    let (sections, titles, _) = read("Sửa con đường dài", "Đường dài ba cây số.");
    assert_eq!((sections, titles.contains("Sửa con đường dài")), (2, true), "{titles}");
}

#[test]
fn news_of_an_office_in_columns_with_verses_and_a_schedule() {
    let text = "Thông tin nội bộ - Số 7/2031 1\n\nHỘI NGHỊ BÀN VIỆC LÀM ĐƯỜNG NĂM \n2031\n\nSáng nay, xã Một họp bàn làm \
                đường, \nlàm cầu và góp công.\n\nBà con hẹn nhau ra đồng từ sáng sớm \nđể kịp mùa mưa, ai cũng mang theo \ncuốc, \
                xẻng, quang gánh và cơm nắm \nđể ở lại đến tối.\n\nTin, ảnh: Lê Thị \
                Thoa\n\nCHỢ MỚI Ở NGÃ BA ĐẦU LÀNG\n\nChợ mở từ sáng sớm, bán rau, bán hoa \nvà cây giống, có cả \
                gà con, vịt con, \nlợn con và bê con nuôi trên đồi, hàng \nnào cũng có.\n\nThông tin nội \
                bộ - Số 7/2031 2\n\nNgười xa cũng tìm về mua rau, mua hoa \nvà cây giống.\n\nTrần Văn Sáu\n\nTRƯA HÈ\n\nTrưa \
                hè gió thổi qua ao\nVe kêu trên ngọn cây cao đầu làng\nCon trâu nằm dưới bóng bàng\nBé ngồi đếm lá rơi vàng bên \
                sân\n\nLê Văn Tám\n\nLỊCH MỞ CHỢ THÁNG 6/2031\n\n- Ngày 05/6: chợ trên\n- Ngày 12/6: chợ dưới\n- Ngày 19/6: \
                chợ giữa\n- Ngày 26/6: chợ trên\n";
    let bulletin = parsed(text);
    assert_eq!(bulletin.layout, LayoutKind::Newsletter);
    assert_eq!(bulletin.title.as_deref(), Some("Thông tin nội bộ"));
    assert_eq!(bulletin.issue.number.as_deref(), Some("7/2031"));
    let read: Vec<_> = bulletin.articles().map(|a| (a.title.as_str(), a.authors.join(", "), a.lines.last)).collect();
    assert_eq!(
        read,
        [
            ("HỘI NGHỊ BÀN VIỆC LÀM ĐƯỜNG NĂM 2031", "Lê Thị Thoa".to_owned(), 14),
            ("CHỢ MỚI Ở NGÃ BA ĐẦU LÀNG", "Trần Văn Sáu".to_owned(), 28),
            ("TRƯA HÈ", "Lê Văn Tám".to_owned(), 37),
            ("LỊCH MỞ CHỢ THÁNG 6/2031", String::new(), 44),
        ]
    );
    // One running header with another name may be anything.
    let once = text.replace("Thông tin nội bộ - Số 7/2031 1\n", "\n");
    assert_eq!(parsed(&once).layout, LayoutKind::Newsletter);
    assert_eq!(parsed(&once.replace("nội bộ", "xã Thử")).layout, LayoutKind::Unknown);
}

#[test]
fn numbers_below_headings_without_numbers_count_sub_headings() {
    let text = "# Bản tin Thư viện xã\n\nSố 2, tháng 6 năm 2031\n\n## I. SỰ KIỆN\n\n### Thư viện xã mở cửa cả đêm cho học trò ôn thi\n\nĐêm \
                đầu có hai mươi em.\n\n(Theo xamot.vn)\n\n### Ba trăm cuốn sách tìm được chủ mới trong ngày hội\n\nSách còn \
                lại gửi sang xã Hai.\n\n(Theo xahai.vn)\n\n## II. NGHIỆP VỤ\n\n### Những điều người giữ sách của xã nên lưu \
                ý\n\nSách cũ ghi theo lối cũ.\n\n1. Ghi đúng như bìa\n\nChữ in sai cũng để nguyên.\n\n2. Tên người \
                viết\n\nGhi đủ tên.\n\n(Theo xaba.vn)\n";
    let bulletin = parsed(text);
    let read: Vec<_> = bulletin.articles().map(|a| (a.title.as_str(), a.body.len(), a.lines.last)).collect();
    assert_eq!(
        read,
        [
            ("Thư viện xã mở cửa cả đêm cho học trò ôn thi", 1, 11),
            ("Ba trăm cuốn sách tìm được chủ mới trong ngày hội", 1, 17),
            ("Những điều người giữ sách của xã nên lưu ý", 5, 33),
        ]
    );
}

#[test]
fn numbered_pictures_have_captions() {
    let text = "BẢN TIN XÃ THỬ\nSố 4/2031\n\n1. Xã Một mở thêm chợ\n\nBà con góp công.\n\nHình 2. Chợ mới ở ngã ba\n\nChợ họp cả \
                ngày.\n\nNguồn: baoxa.vn\n\n2. Xã Hai sửa đường\n\nĐường dài ba cây số.\n\nNguồn: Bệnh viện Đa khoa huyện\n";
    let bulletin = parsed(text);
    let kinds: Vec<_> = bulletin.articles().next().unwrap().body.iter().map(|b| b.kind).collect();
    assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Caption, BlockKind::Paragraph]);
    let sources: Vec<_> = bulletin.articles().filter_map(|a| a.source.as_ref()).map(|s| s.name.as_str()).collect();
    assert_eq!(sources, ["baoxa.vn", "Bệnh viện Đa khoa huyện"]);
}

#[test]
fn the_word_for_a_story_counts_where_it_stands_before_all() {
    let read = |titles: [&str; 3]| {
        let stories =
            titles.map(|title| format!("{title}\n\nSáng nay bà con trong xã cùng nhau góp công góp của.\n\n"));
        let bulletin = parsed(&format!("BẢN TIN TUỔI TRẺ XÃ THỬ\n\nSố 26 - Tháng 3/2031\n\n{}", stories.concat()));
        let article = |a: &Article| (a.label.clone(), a.number, a.title.clone());
        bulletin.articles().map(article).collect::<Vec<_>>()
    };
    let label = || Some("BÀI".to_owned());
    assert_eq!(
        read([
            "BÀI 1: CHỢ MỚI Ở NGÃ BA ĐẦU LÀNG",
            "BÀI 2: LỚP HỌC BƠI Ở AO LÀNG TA",
            "BÀI 3: CÂU CHUYỆN CUỐI THÁNG BA NÀY"
        ]),
        [
            (label(), Some(1), "CHỢ MỚI Ở NGÃ BA ĐẦU LÀNG".to_owned()),
            (label(), Some(2), "LỚP HỌC BƠI Ở AO LÀNG TA".to_owned()),
            (label(), Some(3), "CÂU CHUYỆN CUỐI THÁNG BA NÀY".to_owned()),
        ]
    );
    // A series among other articles.
    let series =
        read(["CHỢ MỚI Ở NGÃ BA ĐẦU LÀNG", "BÀI 1: LỚP HỌC BƠI Ở AO LÀNG TA", "BÀI 2: CÂU CHUYỆN CUỐI THÁNG BA NÀY"]);
    assert_eq!(series[1], (None, None, "BÀI 1: LỚP HỌC BƠI Ở AO LÀNG TA".to_owned()));
}

#[test]
fn a_poem_closes_the_issue() {
    let story = |title: &str, rest: &str| {
        let text = "Bà con trong xã góp công, góp của từ sau vụ gặt, làm xong trước Tết. Ngày cuối năm, cả xã ra xem, \
                    người già ngồi ghế, trẻ con chạy quanh.";
        format!("{title}\n{text}\n{rest}\n\n")
    };
    let verses = "Suối về qua bản\nCầu tre nghiêng nghiêng\nEm ra chợ sớm\nGánh theo ngày riêng\n";
    // The table's name stands right below the text.
    let table = "Bảng 1. Số gian hàng\nThôn\tGian\nMột\t7\nHai\t9\nMái lợp bằng lá cọ.\n";
    let text = [
        "BẢN TIN XÃ THỬ\nSố 7/2031\n\nI. TIN TỨC\n\n",
        &story("1. Chợ mới", "Lê Tám"),
        &story("2. Cầu mới", &format!("{table}Trần Thị Sáu")),
        "II. TRANG THƠ\n\n3. Chợ sớm\n",
        verses,
        "Ngô Văn Bảy\n",
    ];
    let bulletin = parsed(&text.concat());
    let said = |article: &Article| {
        let kinds = article.body.iter().map(|block| block.kind).collect::<Vec<_>>();
        (article.title.clone(), article.authors.join(", "), kinds)
    };
    let read: Vec<_> = bulletin.articles().map(said).collect();
    let (p, caption, table) = (BlockKind::Paragraph, BlockKind::Caption, BlockKind::Table);
    assert_eq!(
        read,
        [
            ("Chợ mới".to_owned(), "Lê Tám".to_owned(), vec![p]),
            ("Cầu mới".to_owned(), "Trần Thị Sáu".to_owned(), vec![p, caption, table, p]),
            ("Chợ sớm".to_owned(), "Ngô Văn Bảy".to_owned(), vec![p; 4])
        ]
    );
    assert_eq!(bulletin.sections.last().unwrap().title.as_deref(), Some("TRANG THƠ"));
}
