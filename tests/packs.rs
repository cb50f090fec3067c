//! How the documents of conference packs open, each by the smallest text that shows it.
#![allow(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

#[path = "support/packs.rs"]
mod packs;
#[path = "support/parsed.rs"]
mod parsed;

use bantin::model::BlockKind;
use packs::{COVER, SPEECHES, documents};
use parsed::parsed;

const REPORT: &str = "BÁO CÁO\nTình hình giữ rừng ở ba xã\nHạt Kiểm lâm huyện\n\nBa xã đã giao rừng xong.\n\n";

#[test]
fn who_speaks_below_a_label_that_says_all() {
    for (heading, title, author) in [
        ("DIỄN VĂN KHAI MẠC\nÔng Lê Ba Tư, Bí thư xã", "DIỄN VĂN KHAI MẠC", Some("Ông Lê Ba Tư, Bí thư xã")),
        ("BÁO CÁO ĐỀ DẪN\nBan Tổ chức hội nghị", "BÁO CÁO ĐỀ DẪN", Some("Ban Tổ chức hội nghị")),
        ("LỜI BẾ MẠC\n\nKính thưa hội nghị!", "LỜI BẾ MẠC", None),
        ("BÀI PHÁT BIỂU CỦA ÔNG LÊ BA TƯ\nBí thư Đảng ủy", "BÀI PHÁT BIỂU CỦA ÔNG LÊ BA TƯ", Some("Bí thư Đảng ủy")),
        ("KẾT LUẬN HỘI NGHỊ", "KẾT LUẬN HỘI NGHỊ", None),
        ("CHƯƠNG TRÌNH HỘI NGHỊ\n\n7h30: Đón khách\n8h00: Khai mạc", "CHƯƠNG TRÌNH HỘI NGHỊ", None),
        ("CHƯƠNG TRÌNH LÀM VIỆC\n\nThời gian\tNội dung\n8h00\tKhai mạc", "CHƯƠNG TRÌNH LÀM VIỆC", None),
        ("NGHỊ QUYẾT HỘI NGHỊ GIỮ RỪNG CỦA BA XÃ VEN SÔNG", "NGHỊ QUYẾT HỘI NGHỊ GIỮ RỪNG CỦA BA XÃ VEN SÔNG", None),
    ] {
        let bulletin = parsed(&format!("{COVER}{REPORT}{heading}\n\nRừng còn thì suối còn nước.\n"));
        let found = documents(&bulletin);
        assert_eq!(found.len(), 2, "{heading}");
        assert_eq!(found[1], (None, title, author.into_iter().collect()), "{heading}");
    }
}

#[test]
fn headings_within_a_report_open_no_document() {
    for heading in ["KẾT LUẬN VÀ KIẾN NGHỊ", "KẾ HOẠCH NĂM SAU", "BÀI PHÁT BIỂU", "Ý KIẾN ĐỀ XUẤT"]
    {
        let bulletin = parsed(&format!("{COVER}{REPORT}{heading}\n\nRừng còn thì suối còn nước.\n"));
        assert_eq!(documents(&bulletin).len(), 1, "{heading}");
    }
}

#[test]
fn bodies_below_titles() {
    for body in ["Bệnh viện Đa khoa tỉnh", "Thôn Nà Một, xã Hai", "Tổ công đoàn số 2", "(Thư viện tỉnh)"]
    {
        let bulletin = parsed(&format!("{COVER}{REPORT}THAM LUẬN\nGiữ rừng\n{body}\n\nRừng còn thì suối còn nước.\n"));
        let author = body.trim_matches(['(', ')']);
        assert_eq!(documents(&bulletin)[1], (Some("THAM LUẬN"), "Giữ rừng", vec![author]), "{body}");
    }
    // What goes on is part of the title.
    let bulletin =
        parsed(&format!("{COVER}{REPORT}THAM LUẬN\nGiữ rừng cùng\nThôn Nà Một trong mùa khô\n\nRừng còn đó.\n"));
    assert_eq!(documents(&bulletin)[1].1, "Giữ rừng cùng Thôn Nà Một trong mùa khô");
}

#[test]
fn packs_whose_names_are_printed_in_small_letters() {
    let story = |title, name| format!("{title}\n{name}\nBà con làm lại bờ ruộng trong hai tháng liền.\n\n");
    let stories = story("Đồng muối sau bão", "Nguyễn Thị Muống") + &story("Hạt muối ra chợ", "Lê Văn Sậy");
    for name in ["Kỷ yếu Hội thảo “Nghề muối”", "Tài liệu hội nghị nghề muối", "Tập tham luận về nghề muối"]
    {
        let bulletin = parsed(&format!("{name}\n\nMục lục\nĐồng muối sau bão\nHạt muối ra chợ\n\n{stories}"));
        let wanted = [("Đồng muối sau bão", "Nguyễn Thị Muống"), ("Hạt muối ra chợ", "Lê Văn Sậy")];
        assert_eq!(documents(&bulletin), wanted.map(|(title, author)| (None, title, vec![author])), "{name}");
        assert_eq!(bulletin.title.as_deref(), Some(name));
    }
    // A title of the contents speaks so as well.
    let bulletin = parsed(&format!(
        "BẢN TIN NGHỀ MUỐI\nSố 3/2031\n\nMục lục\nKỷ yếu mới về nghề muối\nHạt muối ra chợ\n\n{}",
        stories.replace("Đồng muối sau bão", "Kỷ yếu mới về nghề muối")
    ));
    assert_eq!(bulletin.layout, bantin::model::LayoutKind::Newsletter);
}

#[test]
fn the_line_below_a_title_of_the_contents_signs_it() {
    let contents = "MỤC LỤC\n\n1. Cây thuốc dưới tán rừng ........ 3\n2. Ghe xuồng: tên gọi xưa ........ 9\n\n";
    let body = "CÂY THUỐC DƯỚI TÁN RỪNG\nChảo Láo Ba\n\nThuốc mọc dưới tán, chặt rừng là hết.\n\n\
                GHE XUỒNG: TÊN GỌI XƯA\nTrạm Bảo vệ bờ kênh\n\nGhe có ba loại, xuồng có hai.\n";
    let bulletin = parsed(&format!("KỶ YẾU HỘI THẢO\nSÔNG VÀ RỪNG\n\n{contents}{body}"));
    let found = documents(&bulletin);
    let want = [
        (None, "CÂY THUỐC DƯỚI TÁN RỪNG", vec!["Chảo Láo Ba"]),
        (None, "GHE XUỒNG: TÊN GỌI XƯA", vec!["Trạm Bảo vệ bờ kênh"]),
    ];
    assert_eq!(found, want);
}

#[test]
fn texts_without_blank_lines() {
    let bulletin = parsed(
        "TÀI LIỆU HỘI NGHỊ GIỮ RỪNG\nBÁO CÁO CỦA ỦY BAN HÀNH CHÍNH\nRừng ba xã đã giao xong.\nSuối lại có nước.\n\
         DIỄN VĂN BẾ MẠC\ncủa đồng chí LÊ BA TƯ\nHội nghị họp trong hai ngày.\nXin cảm ơn các đồng chí.\n",
    );
    let want =
        [(None, "BÁO CÁO CỦA ỦY BAN HÀNH CHÍNH", vec![]), (None, "DIỄN VĂN BẾ MẠC", vec!["của đồng chí LÊ BA TƯ"])];
    assert_eq!(documents(&bulletin), want);
}

#[test]
fn numbered_speeches_with_their_titles_behind_a_colon() {
    let speech = |number, title| format!("THAM LUẬN {number}: {title}\nUBND xã Hai\n\nRừng còn thì suối còn nước.\n\n");
    let bulletin = parsed(&format!(
        "{COVER}{}{}{}",
        speech(1, "Giữ rừng ở xã"),
        speech(2, "Nước về bản"),
        speech(3, "Đường lên rẫy")
    ));
    let labels: Vec<_> =
        documents(&bulletin).iter().map(|(label, title, _)| (label.unwrap().to_owned(), title.to_string())).collect();
    let want = [("THAM LUẬN 1", "Giữ rừng ở xã"), ("THAM LUẬN 2", "Nước về bản"), ("THAM LUẬN 3", "Đường lên rẫy")];
    assert_eq!(labels, want.map(|(label, title)| (label.to_owned(), title.to_owned())));
}

#[test]
fn who_presents_between_label_and_title() {
    let contents = "DANH MỤC TÀI LIỆU\n\nSTT\tNội dung\tThực hiện\tTrang\n1.\tMở đường lên ba bản.\tUBND xã Hai\t3\n\
                    2.\tDạy chữ cho người già.\tSở Một\t9\n\n";
    let speech =
        |body, title| format!("THAM LUẬN\n\n{body}\n\n{title}\n\nKính thưa Hội nghị!\n\nĐường lên bản đã mở.\n\n");
    let body = [speech("UBND xã Hai", "Mở đường lên ba bản"), speech("Sở Một", "Dạy chữ cho người già")].concat();
    let bulletin = parsed(&format!("{contents}{body}"));
    let want = [
        (Some("THAM LUẬN"), "Mở đường lên ba bản", vec!["UBND xã Hai"]),
        (Some("THAM LUẬN"), "Dạy chữ cho người già", vec!["Sở Một"]),
    ];
    assert_eq!(documents(&bulletin), want);
    // Glued to its label, a title has its presenting body below it.
    let body =
        body.replace("THAM LUẬN\n\nSở Một\n\nDạy chữ cho người già", "THAM LUẬN**Dạy chữ cho người già**\n\nSở Một");
    assert_eq!(documents(&parsed(&format!("{contents}{body}"))), want);
}

#[test]
fn a_title_that_the_name_of_the_conference_holds_is_no_running_header() {
    let bulletin = parsed(
        "TÀI LIỆU\nHỘI NGHỊ BÀN CÔNG TÁC GIỮ RỪNG ĐẦU NGUỒN\n\nBÁO CÁO\n\n**Công tác giữ rừng đầu nguồn năm 2030,\nviệc cần làm năm \
         2031**\n\nRừng ba xã đã giao xong.\n\nTHAM LUẬN\n\nGiữ rừng ở xã Hai\n\nUBND xã Hai\n\nKính thưa Hội nghị!\n",
    );
    let titles: Vec<_> = documents(&bulletin).iter().map(|(_, title, _)| title.to_string()).collect();
    assert_eq!(titles, ["Công tác giữ rừng đầu nguồn năm 2030, việc cần làm năm 2031", "Giữ rừng ở xã Hai"]);
}

#[test]
fn listed_contents_with_bodies_in_brackets_and_groups_called_as_documents_are() {
    let contents = "DANH MỤC TÀI LIỆU\n\nBÁO CÁO\n1. Báo cáo giữ rừng ở ba xã ........ 3\n\nTHAM LUẬN CỦA CÁC XÃ\n\
                    1. Mở đường lên ba bản. (UBND xã Hai) ........ 5\n\n";
    let body = "BÁO CÁO\n\nGiữ rừng ở ba xã\n\nRừng ba xã đã giao xong.\n\nTHAM LUẬN\n\nMở đường lên ba bản\n\nUBND xã Hai\n\n\
                Kính thưa Hội nghị!\n";
    let bulletin = parsed(&format!("{contents}{body}"));
    let entries: Vec<_> = bulletin
        .toc
        .iter()
        .flat_map(|group| {
            group
                .entries
                .iter()
                .map(move |e| (group.title.as_deref(), e.title.as_str(), e.page, e.presenter.as_deref()))
        })
        .collect();
    let want = [
        (Some("BÁO CÁO"), "Báo cáo giữ rừng ở ba xã", Some(3), None),
        (Some("THAM LUẬN CỦA CÁC XÃ"), "Mở đường lên ba bản.", Some(5), Some("UBND xã Hai")),
    ];
    assert_eq!(entries, want);
    assert_eq!(documents(&bulletin).len(), 2);
}

#[test]
fn headings_of_parts_make_sections() {
    let paper = |title: &str| format!("{title}\nThS. Lê Ba Tư\n\nRừng còn thì suối còn nước.\n\n");
    let text = [
        "KỶ YẾU HỘI THẢO\n\nPHẦN I: RỪNG\n\n",
        &paper("GIỮ RỪNG Ở XÃ"),
        "PHẦN THỨ HAI\nSUỐI\n\n",
        &paper("NƯỚC VỀ BẢN XA"),
    ]
    .concat();
    let bulletin = parsed(&text);
    let sections: Vec<_> =
        bulletin.sections.iter().map(|s| (s.number.as_deref(), s.title.as_deref(), s.articles.len())).collect();
    assert_eq!(sections, [(Some("PHẦN I"), Some("RỪNG"), 1), (Some("PHẦN THỨ HAI"), Some("SUỐI"), 1)]);
}

#[test]
fn contents_that_name_the_speakers_alone() {
    let contents = "MỤC LỤC\n\nSTT\tNội dung\tTrang\n1\tBáo cáo giữ rừng ở ba xã\t1\n2\tTham luận của Hạt Kiểm lâm\t5\n\
                    3\tTham luận của UBND xã Hai\t9\n\n";
    let body = "BÁO CÁO\nGiữ rừng ở ba xã\n\nRừng ba xã đã giao xong.\n\n\
                THAM LUẬN\nBếp lửa nhà sàn\nUBND xã Hai\n\nBếp không lúc nào tắt.\n\n\
                THAM LUẬN\nĐuổi voi khỏi nương\nHạt Kiểm lâm\n\nVoi về theo mùa ngô.\n";
    let bulletin = parsed(&format!("TÀI LIỆU HỘI NGHỊ\n\n{contents}{body}"));
    let found: Vec<_> = bulletin.articles().map(|a| (a.title.as_str(), a.number, a.page)).collect();
    let want = [
        ("Giữ rừng ở ba xã", Some(1), Some(1)),
        ("Bếp lửa nhà sàn", Some(3), Some(9)),
        ("Đuổi voi khỏi nương", Some(2), Some(5)),
    ];
    assert_eq!(found, want);
}

#[test]
fn who_presents_stands_apart_between_the_label_and_a_title_in_small_letters() {
    let speech = |body: &str, title: &str| {
        format!("BÁO CÁO THAM LUẬN\n\n{body}\n\n{title}\n\nKính thưa Hội nghị!\n\nRừng còn thì suối còn nước.\n\n")
    };
    let text = speech("Hạt Kiểm lâm huyện", "Giao rừng cho dân giữ: việc của ba xã")
        + &speech("Xã đội Đồi Chè", "Đêm trực ở chòi canh lửa");
    let label = Some("BÁO CÁO THAM LUẬN");
    assert_eq!(
        documents(&parsed(&format!("{COVER}{text}"))),
        [
            (label, "Giao rừng cho dân giữ: việc của ba xã", vec!["Hạt Kiểm lâm huyện"]),
            (label, "Đêm trực ở chòi canh lửa", vec!["Xã đội Đồi Chè"])
        ]
    );
}

#[test]
fn papers_that_are_counted_above_their_titles() {
    let paper = |number: usize, title: &str, author: &str| {
        format!(
            "Bài {number}\n\n{title}\n\n{author}\n\nNăm nay ba xã ven sông đã giao rừng cho từng nhà giữ, nhà nào cũng có sổ ghi ngày đi tuần.\n\nKẾT LUẬN\n\nMỗi nhà trồng thêm mười cây.\n\n"
        )
    };
    let text = paper(1, "GIAO RỪNG CHO DÂN GIỮ", "TS. Lê Ba Tư\n(Viện Lâm sinh)")
        + &paper(2, "TRỒNG CÂY VEN SUỐI", "ThS. Trần Năm Sáu, ThS. Ngô Thị Bảy");
    let bulletin = parsed(&format!("KỶ YẾU HỘI THẢO GIỮ RỪNG NĂM 2031\n\n{text}"));
    assert_eq!(
        documents(&bulletin),
        [
            (Some("Bài 1"), "GIAO RỪNG CHO DÂN GIỮ", vec!["TS. Lê Ba Tư", "Viện Lâm sinh"]),
            (Some("Bài 2"), "TRỒNG CÂY VEN SUỐI", vec!["ThS. Trần Năm Sáu", "ThS. Ngô Thị Bảy"])
        ]
    );
    assert_eq!(bulletin.articles().map(|a| (a.number, a.body.len())).collect::<Vec<_>>(), [(Some(1), 3), (Some(2), 3)]);
}

#[test]
fn pages_behind_wide_spaces_and_clauses_over_their_turns() {
    let header = |page: usize| format!("Hội thảo giữ rừng ở ba xã                    {page}\n");
    let text = format!(
        "{COVER}{REPORT}Dân canh lửa cả ngày;\n\n{}\nđêm đến thì dân quân thay phiên.\n\n{}Xã trồng thêm cây.\n\n{}Huyện \
         cho giống.\n\nBÁO CÁO\nTrồng cây ven suối\nHội Nông dân xã\n\nXã trồng tre.\n",
        header(2),
        header(3),
        header(4)
    );
    let bulletin = parsed(&text);
    assert_eq!(bulletin.furniture.len(), 3);
    let body: Vec<_> = bulletin
        .articles()
        .next()
        .unwrap()
        .body
        .iter()
        .map(|block| block.text.as_deref().unwrap_or_default())
        .collect();
    let clauses = "Dân canh lửa cả ngày; đêm đến thì dân quân thay phiên.";
    assert_eq!(body, ["Ba xã đã giao rừng xong.", clauses, "Xã trồng thêm cây.", "Huyện cho giống."]);
}

#[test]
fn the_programme_opens_the_pack() {
    let programme =
        "CHƯƠNG TRÌNH HỘI NGHỊ\n\nThời gian\tNội dung\n7h30 - 8h00\tĐón khách\n8h00 - 9h00\tTrình bày báo cáo\n\n";
    let bulletin = parsed(&format!("{COVER}{programme}{REPORT}"));
    let titles: Vec<_> =
        documents(&bulletin).iter().map(|(label, title, _)| (label.is_some(), title.to_string())).collect();
    let want = [(false, "CHƯƠNG TRÌNH HỘI NGHỊ"), (true, "Tình hình giữ rừng ở ba xã")];
    assert_eq!(titles, want.map(|(label, title)| (label, title.to_owned())));
    assert_eq!(bulletin.articles().next().unwrap().body[0].rows.as_ref().map(Vec::len), Some(3));
}

#[test]
fn the_heading_of_a_part_as_the_body_prints_it() {
    let paper = |title: &str| format!("{title}\nThS. Lê Ba Tư\n\nRừng còn thì suối còn nước.\n\n");
    let text = [
        "KỶ YẾU HỘI THẢO\n\nMỤC LỤC\n\nPhần thứ nhất: RỪNG\n1. Giữ rừng ở xã ..... 3\nPhần thứ hai: SUỐI\n2. Nước về bản xa ..... 7\n\n",
        "Phần thứ nhất\nRỪNG\n\n",
        &paper("GIỮ RỪNG Ở XÃ"),
        "Phần thứ hai\nSUỐI\n\n",
        &paper("NƯỚC VỀ BẢN XA"),
    ]
    .concat();
    let bulletin = parsed(&text);
    let sections: Vec<_> =
        bulletin.sections.iter().map(|s| (s.number.as_deref(), s.title.as_deref(), s.title_lines.is_some())).collect();
    let want = [(Some("Phần thứ nhất"), Some("RỪNG"), true), (Some("Phần thứ hai"), Some("SUỐI"), true)];
    assert_eq!(sections, want);
}

#[test]
fn notes_say_where_authors_work() {
    let bulletin = parsed(
        "KỶ YẾU HỘI THẢO\n\nGIỮ RỪNG Ở XÃ\n\nThS. Lê Ba Tư*\n\nRừng còn thì\n\n* Hạt Kiểm lâm huyện.\n\nsuối còn nước.\n\n\
         NƯỚC VỀ BẢN XA\n\nTrần Năm Sáu(1), Vi Thị Bảy(2)\n\nBản xa đã có nước.\n\n(1) Trường Mầm non xã Hai\n(2) UBND xã Ba\n",
    );
    let notes = |a: &bantin::model::Article| {
        let blocks = a.body.iter().map(|b| (b.mark.clone(), b.text.clone().unwrap()));
        blocks.collect::<Vec<_>>()
    };
    let found: Vec<_> = bulletin.articles().map(notes).collect();
    let block = |mark: Option<&str>, text: &str| (mark.map(str::to_owned), text.to_owned());
    let want = [
        vec![block(None, "Rừng còn thì suối còn nước."), block(Some("*"), "Hạt Kiểm lâm huyện.")],
        vec![
            block(None, "Bản xa đã có nước."),
            block(Some("(1)"), "Trường Mầm non xã Hai"),
            block(Some("(2)"), "UBND xã Ba"),
        ],
    ];
    assert_eq!(found, want);
}

#[test]
fn who_presents_above_the_label_and_before_the_title_in_the_contents() {
    let contents = "MỤC LỤC\n\nSTT\tĐơn vị\tTên tham luận\tTrang\n1\tHạt Kiểm lâm huyện\tGiao rừng cho dân giữ\t3\n2\tXã đội Đồi \
                    Chè\tĐêm trực ở chòi canh lửa\t9\n\n\n";
    let speech = |body: &str, title: &str| {
        format!("{body}\n\nBÀI THAM LUẬN\n\n“{title}”\n\nKính thưa Hội nghị!\n\nRừng còn thì suối còn nước.\n\n")
    };
    let text =
        speech("Hạt Kiểm lâm huyện", "Giao rừng cho dân giữ") + &speech("Xã đội Đồi Chè", "Đêm trực ở chòi canh lửa");
    let bulletin = parsed(&format!("{COVER}{contents}{text}"));
    let label = Some("BÀI THAM LUẬN");
    assert_eq!(
        documents(&bulletin),
        [
            (label, "“Giao rừng cho dân giữ”", vec!["Hạt Kiểm lâm huyện"]),
            (label, "“Đêm trực ở chòi canh lửa”", vec!["Xã đội Đồi Chè"])
        ]
    );
    assert_eq!(bulletin.articles().map(|a| a.page).collect::<Vec<_>>(), [Some(3), Some(9)]);
    assert_eq!(bulletin.articles().map(|a| (a.lines.first, a.body.len())).collect::<Vec<_>>(), [(10, 2), (20, 2)]);
}

#[test]
fn numbers_before_titles_below_labels() {
    let bulletin = parsed(&format!(
        "{COVER}MỤC LỤC\n\n01. Giữ rừng ở xã ..... 3\n02. Nước về bản xa ..... 7\n\n{}",
        SPEECHES.replace("Giữ", "01. Giữ").replace("Nước về", "02. Nước về")
    ));
    let found: Vec<_> = bulletin.articles().map(|a| (a.number, a.title.as_str(), a.page)).collect();
    assert_eq!(found, [(Some(1), "Giữ rừng ở xã", Some(3)), (Some(2), "Nước về bản xa", Some(7))]);
}

#[test]
fn an_office_alone_above_the_label_presents_what_nobody_else_does() {
    let bulletin = parsed(&format!(
        "{COVER}{REPORT}{SPEECHES}\nHỘI NÔNG DÂN XÃ\n\nTHAM LUẬN\n\nĐường lên rẫy mùa mưa\n\nKính thưa Hội nghị!\n"
    ));
    assert_eq!(documents(&bulletin)[3], (Some("THAM LUẬN"), "Đường lên rẫy mùa mưa", vec!["HỘI NÔNG DÂN XÃ"]));
}

#[test]
fn a_title_that_opens_as_a_body_does() {
    let list = "MỤC LỤC\n\n1. Tổ nước ở bản xa ..... 3\n2. Đường lên rẫy ..... 7";
    let speech = |title, body| format!("THAM LUẬN\n{title}\n\n{body}\n\nKính thưa Hội nghị!\n\n");
    let speeches = [speech("Tổ nước ở bản xa", "Thành đoàn Một"), speech("Đường lên rẫy", "Huyện đoàn Hai")].concat();
    let bulletin = parsed(&format!("{COVER}{list}\n\n{speeches}"));
    let found = documents(&bulletin);
    assert_eq!(found[0], (Some("THAM LUẬN"), "Tổ nước ở bản xa", vec!["Thành đoàn Một"]));
    assert_eq!(found[1], (Some("THAM LUẬN"), "Đường lên rẫy", vec!["Huyện đoàn Hai"]));
}

#[test]
fn documents_that_the_contents_do_not_name_stand_in_the_same_section() {
    let list = "TT\tNội dung\tTrang\n1\tNước về bản xa\t7\n2\tĐường lên rẫy\t9";
    let more = "THAM LUẬN\n\nĐường lên rẫy\n\nKính thưa Hội nghị!\n";
    let bulletin = parsed(&format!("{COVER}{list}\n\n{SPEECHES}\n{more}"));
    let sections: Vec<_> = bulletin.sections.iter().map(|s| (s.title.as_deref(), s.articles.len())).collect();
    assert_eq!(sections, [(None, 3)]);
}

#[test]
fn who_presents_above_a_title_that_a_line_end_cuts_in_a_quotation() {
    let list = "TT\tNội dung\tThực hiện\tTrang\n1\tLàm theo lời dạy “Một cây làm chẳng nên non” ở xã\tXã Một\t3\n2\tNước về bản xa\tXã Hai\t7";
    let speech = |name, title| format!("BÀI THAM LUẬN\n\n{name}\n\n{title}\n\nKính thưa Hội nghị!\n\n");
    let speeches =
        [speech("Xã Một", "Làm theo lời dạy “Một cây làm\nchẳng nên non” ở xã"), speech("Xã Hai", "Nước về bản xa")];
    let bulletin = parsed(&format!("{COVER}{list}\n\n{}", speeches.concat()));
    let want = (Some("BÀI THAM LUẬN"), "Làm theo lời dạy “Một cây làm chẳng nên non” ở xã", vec!["Xã Một"]);
    assert_eq!(documents(&bulletin)[0], want);
}

#[test]
fn works_that_a_paper_refers_to_are_a_list() {
    let bulletin = parsed(
        "KỶ YẾU HỘI THẢO\n\nGIỮ RỪNG Ở XÃ\n\nThS. Lê Ba Tư\n\nRừng còn thì suối còn nước [1].\n\nTài liệu tham khảo\n\n[1] Trần \
         Năm (2030), Suối và rừng\n[2] Vi Thị Bảy (2029), Chuyện giữ suối.\n\nNƯỚC VỀ BẢN XA\n\nLê Tám\n\nBản xa đã có nước \
         [1].\n\n[1] Theo báo cáo của xã Ba.\n",
    );
    let blocks = |a: &bantin::model::Article| {
        let blocks = a.body.iter().map(|b| (b.kind, b.mark.clone(), b.text.clone().unwrap()));
        blocks.collect::<Vec<_>>()
    };
    let found: Vec<_> = bulletin.articles().map(blocks).collect();
    let want = [
        vec![
            (BlockKind::Paragraph, None, "Rừng còn thì suối còn nước [1].".to_owned()),
            (BlockKind::Subheading, None, "Tài liệu tham khảo".to_owned()),
            (BlockKind::ListItem, None, "[1] Trần Năm (2030), Suối và rừng".to_owned()),
            (BlockKind::ListItem, None, "[2] Vi Thị Bảy (2029), Chuyện giữ suối.".to_owned()),
        ],
        vec![
            (BlockKind::Paragraph, None, "Bản xa đã có nước [1].".to_owned()),
            (BlockKind::Footnote, Some("[1]".to_owned()), "Theo báo cáo của xã Ba.".to_owned()),
        ],
    ];
    assert_eq!(found, want);
}

#[test]
fn headings_as_labels_and_a_title_that_the_contents_shorten() {
    let contents = "STT\tNội dung\tĐơn vị\tTrang\n1\tGiữ rừng ở ba xã\tHạt Kiểm lâm huyện\t3\n2\tNước về bản xa\tUBND xã Hai\t9\n3\tNgười \
                    giữ rừng đầu nguồn\tTrạm Bảo vệ rừng\t15\n\n";
    let bulletin = parsed(&format!(
        "# KỶ YẾU HỘI THI GIỮ RỪNG\n\n## MỤC LỤC\n\n{contents}## THAM LUẬN\n\n# **Giữ rừng ở ba xã**\n\n*Hạt Kiểm lâm \
         huyện*\n\nBa xã đã giao rừng xong.\n\n## THAM LUẬN# **Nước về bản xa***UBND xã Hai*\n\nỐng tre nối nhau qua ba quả \
         đồi.\n\n## GƯƠNG SÁNG BẢN LÀNG\n\n# **Người giữ rừng đầu nguồn suối Nậm Ba**\n\n*Trạm Bảo vệ rừng*\n\nÔng Sáu giữ \
         rừng đã ba mươi năm.\n"
    ));
    let want = [
        (Some("THAM LUẬN"), "Giữ rừng ở ba xã", vec!["Hạt Kiểm lâm huyện"]),
        (Some("THAM LUẬN"), "Nước về bản xa", vec!["UBND xã Hai"]),
        (Some("GƯƠNG SÁNG BẢN LÀNG"), "Người giữ rừng đầu nguồn suối Nậm Ba", vec!["Trạm Bảo vệ rừng"]),
    ];
    assert_eq!(documents(&bulletin), want);
    let pages: Vec<_> = bulletin.articles().map(|a| (a.number, a.page)).collect();
    assert_eq!(pages, [(Some(1), Some(3)), (Some(2), Some(9)), (Some(3), Some(15))]);
}
