//! How contents are read, each habit by the smallest text that shows it: first those of conference packs, then the lists of press
//! reviews and newsletters.
#![allow(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

#[path = "support/packs.rs"]
mod packs;
#[path = "support/parsed.rs"]
mod parsed;

use bantin::model::{Bulletin, FurnitureKind};
use packs::{COVER, SPEECHES, documents};
use parsed::parsed;

/// Number, title, page and presenter of an entry.
type Listed<'b> = (Option<u32>, &'b str, Option<u32>, Option<&'b str>);

/// The entries of the contents.
fn entries(bulletin: &Bulletin) -> Vec<Listed<'_>> {
    let entries = bulletin.toc.iter().flat_map(|group| &group.entries);
    entries.map(|e| (e.number, e.title.as_str(), e.page, e.presenter.as_deref())).collect()
}

/// The headings of the groups of the contents, each with how many entries it has.
fn groups(bulletin: &Bulletin) -> Vec<(Option<&str>, usize)> {
    bulletin.toc.iter().map(|group| (group.title.as_deref(), group.entries.len())).collect()
}

/// The headings of the sections, each with how many articles it has.
fn sections(bulletin: &Bulletin) -> Vec<(Option<&str>, usize)> {
    bulletin.sections.iter().map(|section| (section.title.as_deref(), section.articles.len())).collect()
}

/// The titles of the articles.
fn titles(bulletin: &Bulletin) -> Vec<&str> {
    bulletin.articles().map(|article| article.title.as_str()).collect()
}

/// A pack with this list of contents above three papers.
fn papers_listed(list: &str) -> Bulletin {
    let papers = [("GIỮ RỪNG Ở XÃ", "Lê Ba Tư"), ("NƯỚC VỀ BẢN XA", "Trần Năm Sáu"), ("ĐƯỜNG LÊN RẪY", "Vi Thị Bảy")];
    let paper = |(title, name)| format!("{title}\n{name}\n\nRừng còn thì suối còn nước.\n\n");
    parsed(&format!("KỶ YẾU HỘI THẢO\n\nMỤC LỤC\n\n{list}\n\n{}", papers.map(paper).concat()))
}

#[test]
fn authors_in_the_contents_on_lines_of_their_own() {
    for (list, numbered) in [
        ("Giữ rừng ở xã\nLê Ba Tư\t3\nNước về bản xa\nTrần Năm Sáu\t7\nĐường lên rẫy\nVi Thị Bảy\t9", false),
        (
            "1. Giữ rừng ở xã\nLê Ba Tư ..... 3\n2. Nước về bản xa\nTrần Năm Sáu ..... 7\n3. Đường lên rẫy\nVi Thị Bảy ..... 9",
            true,
        ),
        (
            "Lê Ba Tư\nGiữ rừng ở xã      3\nTrần Năm Sáu\nNước về bản xa      7\nVi Thị Bảy\nĐường lên rẫy      9",
            false,
        ),
        ("1. Lê Ba Tư\nGiữ rừng ở xã\t3\n2. Trần Năm Sáu\nNước về bản xa\t7\n3. Vi Thị Bảy\nĐường lên rẫy\t9", true),
    ] {
        let bulletin = papers_listed(list);
        let number = |n| Some(n).filter(|_| numbered);
        let want = [
            (number(1), "Giữ rừng ở xã", Some(3), Some("Lê Ba Tư")),
            (number(2), "Nước về bản xa", Some(7), Some("Trần Năm Sáu")),
            (number(3), "Đường lên rẫy", Some(9), Some("Vi Thị Bảy")),
        ];
        assert_eq!(entries(&bulletin), want, "{list}");
        let found = documents(&bulletin);
        assert_eq!(
            found.iter().map(|(_, title, _)| *title).collect::<Vec<_>>(),
            ["GIỮ RỪNG Ở XÃ", "NƯỚC VỀ BẢN XA", "ĐƯỜNG LÊN RẪY"]
        );
    }
    // Bodies that end wrapped titles present nothing.
    let bulletin = papers_listed("Giữ rừng ở xã ..... 3\nNước về\nBản xa ..... 7\nĐường lên rẫy ..... 9");
    assert!(entries(&bulletin).iter().all(|(_, _, _, presenter)| presenter.is_none()));
}

#[test]
fn authors_in_the_contents_beside_the_titles() {
    for list in [
        "Lê Ba Tư: Giữ rừng ở xã ..... 3\nTrần Năm Sáu: Nước về bản xa ..... 7\nVi Thị Bảy: Đường lên rẫy ..... 9",
        "Lê Ba Tư. Giữ rừng ở xã\t3\nTrần Năm Sáu. Nước về bản xa\t7\nVi Thị Bảy. Đường lên rẫy\t9",
        "Lê Ba Tư - Giữ rừng ở xã\t3\nTrần Năm Sáu - Nước về bản xa\t7\nVi Thị Bảy - Đường lên rẫy\t9",
        "Giữ rừng ở xã / Lê Ba Tư ..... 3\nNước về bản xa / Trần Năm Sáu ..... 7\nĐường lên rẫy / Vi Thị Bảy ..... 9",
    ] {
        let want = [
            (None, "Giữ rừng ở xã", Some(3), Some("Lê Ba Tư")),
            (None, "Nước về bản xa", Some(7), Some("Trần Năm Sáu")),
            (None, "Đường lên rẫy", Some(9), Some("Vi Thị Bảy")),
        ];
        let bulletin = papers_listed(list);
        assert_eq!(entries(&bulletin), want, "{list}");
        let authors: Vec<_> = documents(&bulletin).into_iter().map(|(_, _, authors)| authors).collect();
        assert_eq!(authors, [["Lê Ba Tư"], ["Trần Năm Sáu"], ["Vi Thị Bảy"]], "{list}");
    }
}

#[test]
fn a_rare_family_name_beside_common_ones() {
    let list = "1. Giữ rừng ở xã (Lê Ba Tư) ..... 3\n2. Nước về bản xa (Trần Năm Sáu) ..... 7\n3. Dệt thổ cẩm\n   Chảo Láo Ba ..... 9";
    let paper = |title, name| format!("{title}\n\n{name}\n\nRừng còn thì suối còn nước.\n\n");
    let text = [
        "KỶ YẾU HỘI THẢO\n\nMỤC LỤC\n\n",
        list,
        "\n\n",
        &paper("GIỮ RỪNG Ở XÃ", "Lê Ba Tư"),
        &paper("NƯỚC VỀ BẢN XA", "Trần Năm Sáu"),
        &paper("DỆT THỔ CẨM", "Chảo Láo Ba"),
    ]
    .concat();
    let bulletin = parsed(&text);
    assert_eq!(entries(&bulletin)[2], (Some(3), "Dệt thổ cẩm", Some(9), Some("Chảo Láo Ba")));
    assert_eq!(documents(&bulletin)[2], (None, "DỆT THỔ CẨM", vec!["Chảo Láo Ba"]));
}

#[test]
fn signed_papers_below_contents_that_name_none_of_them() {
    let bulletin = papers_listed("1. Phần nghiên cứu ..... 3\n2. Phần trao đổi ..... 7\n3. Phụ lục chung ..... 9");
    let titles: Vec<_> = documents(&bulletin).iter().map(|(_, title, _)| title.to_string()).collect();
    assert_eq!(titles, ["GIỮ RỪNG Ở XÃ", "NƯỚC VỀ BẢN XA", "ĐƯỜNG LÊN RẪY"]);
    assert!(bulletin.toc.iter().flat_map(|group| &group.entries).all(|entry| entry.article.is_none()));
}

#[test]
fn roman_numbers_before_all_titles_count_entries() {
    let bulletin = papers_listed("I. Giữ rừng ở xã ..... 3\nII. Nước về bản xa ..... 7\nIII. Đường lên rẫy ..... 9");
    let want = [
        (None, "I. Giữ rừng ở xã", Some(3), None),
        (None, "II. Nước về bản xa", Some(7), None),
        (None, "III. Đường lên rẫy", Some(9), None),
    ];
    assert_eq!(entries(&bulletin), want);
    let pages: Vec<_> = bulletin.articles().map(|article| (article.title.as_str(), article.page)).collect();
    assert_eq!(pages, [("GIỮ RỪNG Ở XÃ", Some(3)), ("NƯỚC VỀ BẢN XA", Some(7)), ("ĐƯỜNG LÊN RẪY", Some(9))]);
    // Above other entries they count groups.
    let bulletin =
        papers_listed("I. RỪNG\nGiữ rừng ở xã ..... 3\nNước về bản xa ..... 7\nII. ĐƯỜNG\nĐường lên rẫy ..... 9");
    let groups: Vec<_> = bulletin.toc.iter().map(|g| (g.number.as_deref(), g.entries.len())).collect();
    assert_eq!(groups, [(Some("I"), 2), (Some("II"), 1)]);
}

#[test]
fn titles_in_capitals_below_counted_groups() {
    let pack = |page: &str| {
        parsed(&format!(
            "KỶ YẾU HỘI THẢO\n\nMỤC LỤC\n\nPHẦN I: SUỐI\nGIỮ RỪNG Ở XÃ ..... 3\nTS. Lê Ba Tư\nNƯỚC VỀ BẢN XA ..... 7\nThS. Trần Năm Sáu\nPHẦN II: RẪY\nĐƯỜNG LÊN RẪY{page}\n\nPHẦN I: SUỐI\n\nGIỮ RỪNG Ở XÃ\n\nTS. Lê Ba Tư\n\nRừng còn thì suối còn nước.\n\nNƯỚC VỀ BẢN XA\n\nThS. Trần Năm Sáu\n\nỐng tre nối nhau qua ba quả đồi.\n\nPHẦN II: RẪY\n\nĐƯỜNG LÊN RẪY\n\nĐá rải từ chân dốc lên.\n"
        ))
    };
    // Dots that a comma was read among, a page that is lost, and none of this.
    for (printed, page) in [(" ..... 9", Some(9)), (" ...., 9", Some(9)), (" .....", None)] {
        let bulletin = pack(printed);
        let groups: Vec<_> = bulletin.toc.iter().map(|group| (group.title.as_deref(), group.entries.len())).collect();
        assert_eq!(groups, [(Some("SUỐI"), 2), (Some("RẪY"), 1)], "{printed}");
        let want = [
            (None, "GIỮ RỪNG Ở XÃ", Some(3), Some("TS. Lê Ba Tư")),
            (None, "NƯỚC VỀ BẢN XA", Some(7), Some("ThS. Trần Năm Sáu")),
            (None, "ĐƯỜNG LÊN RẪY", page, None),
        ];
        assert_eq!(entries(&bulletin), want, "{printed}");
    }
}

#[test]
fn words_before_who_presents_are_no_part_of_the_name() {
    let bulletin = parsed(&format!(
        "{COVER}MỤC LỤC\n\n1. Giữ rừng ở xã ..... 3\nĐơn vị: UBND xã Một\n2. Nước về bản xa ..... 7\nĐơn vị: Hội Nông dân\n\n\
         THAM LUẬN\n\nGIỮ RỪNG Ở XÃ\n\nĐơn vị: UBND xã Một\n\nKính thưa Hội nghị!\n\nTHAM LUẬN\n\nNƯỚC VỀ BẢN XA\n\n\
         NGƯỜI TRÌNH BÀY: TS. Lê Ba Tư, ThS. Vi Thị Bảy\n\nKính thưa Hội nghị!\n"
    ));
    let listed: Vec<_> = entries(&bulletin).iter().map(|entry| entry.3).collect();
    assert_eq!(listed, [Some("UBND xã Một"), Some("Hội Nông dân")]);
    let authors: Vec<_> = documents(&bulletin).into_iter().map(|(_, _, authors)| authors).collect();
    assert_eq!(authors, [vec!["UBND xã Một"], vec!["TS. Lê Ba Tư", "ThS. Vi Thị Bảy"]]);
    let words = bulletin.furniture.iter().filter(|found| found.kind == FurnitureKind::ByLineLabel);
    let words: Vec<&str> = words.map(|found| found.text.as_str()).collect();
    assert_eq!(words, ["Đơn vị:", "Đơn vị:", "Đơn vị:", "NGƯỜI TRÌNH BÀY:"]);
}

#[test]
fn parts_counted_in_words_make_groups() {
    for (first, second) in [("PHẦN THỨ NHẤT", "PHẦN THỨ HAI"), ("Chuyên đề 1", "Chuyên đề 2")] {
        let bulletin = parsed(&format!(
            "{COVER}MỤC LỤC\n\n{first}: RỪNG\nTT\tNội dung\tTrang\n1\tGiữ rừng ở xã\t3\n\n{second}: SUỐI\nTT\tNội dung\tTrang\n\
             2\tNước về bản xa\t7\n\n{first}: RỪNG\n\nTHAM LUẬN\n\nGIỮ RỪNG Ở XÃ\n\nKính thưa Hội nghị!\n\n{second}\nSUỐI\n\n\
             THAM LUẬN\n\nNƯỚC VỀ BẢN XA\n\nKính thưa Hội nghị!\n"
        ));
        let want = [(Some(first), Some("RỪNG")), (Some(second), Some("SUỐI"))];
        let groups: Vec<_> = bulletin.toc.iter().map(|g| (g.number.as_deref(), g.title.as_deref())).collect();
        assert_eq!(groups, want);
        let sections: Vec<_> = bulletin.sections.iter().map(|s| (s.number.as_deref(), s.title.as_deref())).collect();
        assert_eq!(sections, want);
    }
}

#[test]
fn subjects_that_are_counted_before_titles_with_pages_are_entries() {
    let bulletin = papers_listed(
        "Chuyên đề 1. Giữ rừng ở xã\t3\n\tLê Ba Tư\nChuyên đề 2. Nước về bản xa\t7\n\tTrần Năm Sáu\nChuyên đề 3. Đường lên rẫy\t9\n\tVi Thị Bảy",
    );
    let want = [
        (Some(1), "Giữ rừng ở xã", Some(3), Some("Lê Ba Tư")),
        (Some(2), "Nước về bản xa", Some(7), Some("Trần Năm Sáu")),
        (Some(3), "Đường lên rẫy", Some(9), Some("Vi Thị Bảy")),
    ];
    assert_eq!(entries(&bulletin), want);
    let furniture: Vec<&str> = bulletin.furniture.iter().map(|found| found.text.as_str()).collect();
    assert_eq!(furniture, ["MỤC LỤC", "Chuyên đề", "Chuyên đề", "Chuyên đề"]);
}

#[test]
fn contents_with_a_cell_on_each_line() {
    let cells = "STT\nNội dung\nĐơn vị\nTrang\n1\nGiữ rừng\nở xã\nHạt Kiểm lâm\n3\n2\nNước về bản xa\nHội Nông dân\n7";
    let groups = "MỤC LỤC\n\nTT\nTên tài liệu\nTrang\nI. RỪNG\n1\nGiữ rừng ở xã\n3\nII. SUỐI\n1\nNước về bản xa\n7";
    let read = |list: &str| parsed(&format!("{COVER}{list}\n\n{SPEECHES}"));
    let bulletin = read(cells);
    let want = [
        (Some(1), "Giữ rừng ở xã", Some(3), Some("Hạt Kiểm lâm")),
        (Some(2), "Nước về bản xa", Some(7), Some("Hội Nông dân")),
    ];
    assert_eq!(entries(&bulletin), want);
    assert!(bulletin.articles().all(|article| article.page.is_some()));
    let bulletin = read(groups);
    let found: Vec<_> =
        bulletin.toc.iter().map(|g| (g.number.as_deref(), g.title.as_deref(), g.entries.len())).collect();
    assert_eq!(found, [(Some("I"), Some("RỪNG"), 1), (Some("II"), Some("SUỐI"), 1)]);
    // Numbers below such heads that do not count list nothing.
    assert!(read("STT\nNội dung\nTrang\n5\nBa\n3\n9\nTư\n7").toc.is_empty());
}

#[test]
fn contents_in_columns_that_spaces_set_apart() {
    let list = "DANH MỤC\n\nTT  Tên tài liệu               Đơn vị trình     Trang\n1   Giữ rừng ở xã              Ban Văn hóa       3\n                               và Hai xã\n2   Nước về                    Hội Nông dân         7\n    bản xa";
    let bulletin = parsed(&format!("{COVER}{list}\n\n{SPEECHES}"));
    let want = [
        (Some(1), "Giữ rừng ở xã", Some(3), Some("Ban Văn hóa và Hai xã")),
        (Some(2), "Nước về bản xa", Some(7), Some("Hội Nông dân")),
    ];
    assert_eq!(entries(&bulletin), want);
}

#[test]
fn rows_that_head_groups_in_a_table() {
    let list = "| TT | Tên tài liệu | Đơn vị | Trang |\n|---|---|---|---|\n| **A** | **RỪNG** | | |\n| 1 | Giữ rừng ở xã | Xã Một | 3 |\n| **B** | **SUỐI** | | |\n| 1 | Nước về bản xa | Xã Hai | 7 |";
    let bulletin = parsed(&format!("{COVER}{list}\n\n{SPEECHES}"));
    let found: Vec<_> =
        bulletin.toc.iter().map(|g| (g.number.as_deref(), g.title.as_deref(), g.entries.len())).collect();
    assert_eq!(found, [(Some("A"), Some("RỪNG"), 1), (Some("B"), Some("SUỐI"), 1)]);
}

#[test]
fn authors_below_the_pages_of_contents_at_the_end() {
    let paper = |author: &str, title: &str| {
        format!("{author}\n\n{title}\n\nRừng còn thì suối còn nước. Suối còn nước thì bản còn người.\n\n")
    };
    let text = [
        "TRƯỜNG MẦM NON XÃ HAI\n\nKỶ YẾU HỘI THẢO\nGIỮ RỪNG Ở BA XÃ\n\nTháng 12 năm 2031\n\n\n",
        &paper("Trần Thị Sáu", "DẠY TRẺ YÊU RỪNG"),
        &paper("Bình Nguyên Lộc", "CHUYỆN KỂ BÊN SUỐI"),
        &paper("Lê Văn Tám", "THƠ VỀ RỪNG"),
        "MỤC LỤC\n\n1. Dạy trẻ yêu rừng ..... 3\n   Trần Thị Sáu\n2. Chuyện kể bên suối ..... 9\n   Bình Nguyên Lộc\n3. Thơ về rừng \
         ..... 14\n   Lê Văn Tám\n",
    ]
    .concat();
    for (colophon, editor) in [("", None), ("\nBiên tập: Ngô Bảy\nIn 200 cuốn tại xưởng in Bến Đò\n", Some("Ngô Bảy"))]
    {
        let bulletin = parsed(&[&text, colophon].concat());
        assert_eq!(bulletin.editor.as_deref(), editor);
        assert_eq!(bulletin.title.as_deref(), Some("KỶ YẾU HỘI THẢO GIỮ RỪNG Ở BA XÃ"));
        let want = [
            (None, "DẠY TRẺ YÊU RỪNG", vec!["Trần Thị Sáu"]),
            (None, "CHUYỆN KỂ BÊN SUỐI", vec!["Bình Nguyên Lộc"]),
            (None, "THƠ VỀ RỪNG", vec!["Lê Văn Tám"]),
        ];
        assert_eq!(documents(&bulletin), want);
        assert_eq!(groups(&bulletin), [(None, 3)]);
    }
}

#[test]
fn a_heading_that_goes_on_with_the_event() {
    let list = "TT\tNội dung\tThực hiện\tTrang\n1\tGiữ rừng ở xã\tXã Một\t3\n2\tNước về bản xa\tXã Hai\t7\n";
    for (line, group) in [("TẠI HỘI NGHỊ GIỮ RỪNG", None), ("VIỆC GIỮ RỪNG", Some("VIỆC GIỮ RỪNG"))]
    {
        let bulletin = parsed(&format!("DANH MỤC THAM LUẬN\n{line}\n\n{list}\n{SPEECHES}"));
        assert_eq!(groups(&bulletin), [(group, 2)], "{line}");
    }
}

#[test]
fn titles_in_capitals_in_the_contents() {
    let story = |title: &str, text: &str| format!("{title}\n\n{text}\n\n");
    let wrapped = "Từ đầu năm đến nay, bà con\nxã Một đã làm xong việc này,\ncòn xã Hai cũng sắp xong.";
    let head = "BẢN TIN XÃ THỬ\nSố 7/2031\n\nTRONG SỐ NÀY\n\n";
    // All of them, above lines that a column breaks.
    let list = "CHỢ MỚI Ở NGÃ BA ... 2\nCẦU TRE QUA SUỐI ... 3\nĐƯỜNG LÊN NÚI ... 4\n\n";
    let stories = ["CHỢ MỚI Ở NGÃ BA", "CẦU TRE QUA SUỐI", "ĐƯỜNG LÊN NÚI"].map(|title| story(title, wrapped)).concat();
    let bulletin = parsed(&[head, list, &stories].concat());
    assert_eq!(groups(&bulletin), [(None, 3)]);
    assert_eq!(titles(&bulletin), ["CHỢ MỚI Ở NGÃ BA", "CẦU TRE QUA SUỐI", "ĐƯỜNG LÊN NÚI"]);
    // Some of them, below headings that have no page.
    let list = "TIN TỨC\nCHỢ MỚI Ở NGÃ BA\t2\nCẦU TRE QUA SUỐI\t3\n\nĐỜI SỐNG\nCô giáo trên núi\t4\n\n";
    let stories = [
        story("TIN TỨC\n\nCHỢ MỚI Ở NGÃ BA", "Xã Một mở chợ."),
        story("CẦU TRE QUA SUỐI", "Xã Hai bắc cầu."),
        story("ĐỜI SỐNG\n\nCô giáo trên núi", "Cô dạy hai lớp."),
    ];
    let bulletin = parsed(&[head, list, &stories.concat()].concat());
    assert_eq!(groups(&bulletin), [(Some("TIN TỨC"), 2), (Some("ĐỜI SỐNG"), 1)]);
    assert_eq!(titles(&bulletin), ["CHỢ MỚI Ở NGÃ BA", "CẦU TRE QUA SUỐI", "Cô giáo trên núi"]);
}

#[test]
fn marks_of_two_kinds_in_the_contents() {
    let list = "* TIN TỨC\n- Chợ mới\t2\n- Cầu mới\t3\n* ĐỜI SỐNG\n- Cô giáo trên núi\t4\n";
    let stories = "TIN TỨC\n\nChợ mới\n\nXã Một mở chợ.\n\nCầu mới\n\nXã Hai bắc cầu.\n\nĐỜI SỐNG\n\nCô giáo trên núi\n\nCô dạy hai lớp.\n";
    let bulletin = parsed(&format!("BẢN TIN XÃ THỬ\nSố 7/2031\n\nTRONG SỐ NÀY\n\n{list}\n{stories}"));
    assert_eq!(groups(&bulletin), [(Some("TIN TỨC"), 2), (Some("ĐỜI SỐNG"), 1)]);
    assert_eq!(sections(&bulletin), groups(&bulletin));
}

#[test]
fn words_of_web_pages_that_head_the_contents() {
    let text = "Trang chủ » Điểm tin\n\nĐiểm tin chợ ngày 5/3/2031\n\n05/03/2031\n\nTIN NỔI BẬT\n1. Chợ mới ở ngã ba\n\nĐỜI SỐNG\n2. Cầu tre qua suối\n\nTIN NỔI BẬT\n\nChợ mới ở ngã ba\n\nChợ có trăm gian. (Baoxa.vn 4/3)\n\nĐỜI SỐNG\n\nCầu tre qua suối\n\nCầu dài mười mét. (Baoxa.vn 4/3)\n";
    let bulletin = parsed(text);
    assert_eq!(groups(&bulletin), [(Some("TIN NỔI BẬT"), 1), (Some("ĐỜI SỐNG"), 1)]);
    assert_eq!(sections(&bulletin), groups(&bulletin));
}

#[test]
fn sections_of_two_subjects_in_contents_where_all_lines_look_the_same() {
    let text = "ĐIỂM BÁO XÃ THỬ\n\nNgày 21/5/2031\n\nNỘI DUNG\n\n**Tin trong xã** ..... 1\n\nXã Một mở thêm khu chợ mới ..... \
                1\n\n**Chính sách - Pháp luật lao động** ..... 2\n\nXã Hai sửa con đường liên thôn ..... 2\n\n## Tin trong \
                xã\n\n### Xã Một mở thêm khu chợ mới\n\nBà con góp công. (Baoxa.vn 20/5)\n\n## Chính sách - Pháp luật lao \
                động\n\n### Xã Hai sửa con đường liên thôn\n\nBà con góp của. (Baoxa.vn 20/5)\n";
    let bulletin = parsed(text);
    assert_eq!(groups(&bulletin), [(Some("Tin trong xã"), 1), (Some("Chính sách - Pháp luật lao động"), 1)]);
    assert_eq!(sections(&bulletin), groups(&bulletin));
}

#[test]
fn a_list_within_a_list_is_contents_in_groups() {
    let story = "Sáng nay bà con góp công mở chợ. (Báo Bến Đò, 3/3/2031)";
    let read = |list: &str| {
        let text = format!(
            "# ĐIỂM BÁO XÃ THỬ\n\nSố 7/2031\n\n## Mục lục\n\n{list}\n\n## Tin trong xã\n\n### Chợ mới\n\n{story}\n\n### Cầu \
             mới\n\n{story}\n\n## Tin ngoài xã\n\n### Đường mới\n\n{story}\n"
        );
        let bulletin = parsed(&text);
        assert_eq!(sections(&bulletin), [(Some("Tin trong xã"), 2), (Some("Tin ngoài xã"), 1)]);
        bulletin.toc.iter().map(|g| (g.number.clone(), g.title.clone(), g.entries.len())).collect::<Vec<_>>()
    };
    let title = |title: &str| Some(title.to_owned());
    let bullets = "- Tin trong xã\n  - Chợ mới\n  - Cầu mới\n- Tin ngoài xã\n  - Đường mới";
    assert_eq!(read(bullets), [(None, title("Tin trong xã"), 2), (None, title("Tin ngoài xã"), 1)]);
    let both = "- Tin trong xã\n  - 1. Chợ mới\n  - 2. Cầu mới\n- Tin ngoài xã\n  - 3. Đường mới";
    assert_eq!(read(both), read(bullets), "numbers that go on");
    let numbers = "1. Tin trong xã\n   1. Chợ mới\n   2. Cầu mới\n2. Tin ngoài xã\n   1. Đường mới";
    assert_eq!(read(numbers), [(title("1"), title("Tin trong xã"), 2), (title("2"), title("Tin ngoài xã"), 1)]);
}

#[test]
fn an_entry_of_the_contents_may_end_in_capitals() {
    let bulletin = parsed(
        "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031\n\nMỤC LỤC\nTIN XÃ\t1\n1. Xã Một đứng nhì bảng điểm của PAR\nINDEX\t1\n2. Xã Hai sửa \
         đường\t2\n\nTIN XÃ\n\nXã Một đứng nhì bảng điểm của PAR\nINDEX\n\nXã hơn năm ngoái ba bậc. (Vidu.vn 13/02/2031)\n\n\
         Xã Hai sửa đường\n\nĐường đã sửa xong. (Vidu.vn 13/02/2031)\n",
    );
    let entries: Vec<_> = bulletin.toc.iter().flat_map(|g| &g.entries).map(|e| (e.title.as_str(), e.page)).collect();
    assert_eq!(entries, [("Xã Một đứng nhì bảng điểm của PAR INDEX", Some(1)), ("Xã Hai sửa đường", Some(2))]);
    assert_eq!(bulletin.sections[0].articles[0].title, "Xã Một đứng nhì bảng điểm của PAR INDEX");
}

#[test]
fn the_page_of_an_entry_may_stand_below_it() {
    let text = "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031\n\nMỤC LỤC\nTIN XÃ ....... 1\n1. Xã Một mở chợ mới\n........... 1\n2. Xã Hai sửa đường ....\n2\n\
                3. Xã Ba xây trường ..... 3\n4\n\nTIN XÃ\n\nXã Một mở chợ mới\n\nChợ họp sáng nay. (Vidu.vn 13/02/2031)\n\nXã Hai sửa \
                đường\n\nĐường đã sửa xong. (Vidu.vn 13/02/2031)\n\nXã Ba xây trường\n\nTrường có tám lớp. (Vidu.vn \
                13/02/2031)\n";
    let bulletin = parsed(text);
    let entries = bulletin.toc[0].entries.iter().map(|e| (e.title.as_str(), e.page, e.lines.first, e.lines.last));
    assert_eq!(
        entries.collect::<Vec<_>>(),
        [
            ("Xã Một mở chợ mới", Some(1), 6, 7),
            ("Xã Hai sửa đường", Some(2), 8, 9),
            ("Xã Ba xây trường", Some(3), 10, 10)
        ]
    );
    // The number below an entry that has its page is the page's own.
    let furniture: Vec<_> = bulletin.furniture.iter().map(|f| (f.text.as_str(), f.lines.first)).collect();
    assert_eq!(furniture, [("MỤC LỤC", 4), ("4", 11)]);
}

/// The first row's page slid by a column, and its presenting body goes on in the next row.
#[test]
fn rows_of_contents_that_slid_and_that_go_on() {
    let bulletin = parsed(
        "DANH MỤC TÀI LIỆU\nSTT\tNội dung\tThực hiện\tTrang\n1.\tGiữ chợ sạch\tHội Nông dân\t\t5\n\tvà đẹp mỗi ngày\txã \
         Mẫu\t\n2.\tDạy chữ cho người già\tHội Khuyến học\t9\n\nTHAM LUẬN\nGiữ chợ sạch và đẹp mỗi ngày\n\nHội Nông dân xã \
         Mẫu\n\nChợ họp cả ngày.\n\nTHAM LUẬN\nDạy chữ cho người già\n\nHội Khuyến học\n\nLớp mở buổi tối.\n",
    );
    let entry = &bulletin.toc[0].entries[0];
    let read = (entry.title.as_str(), entry.presenter.as_deref(), entry.page);
    assert_eq!(read, ("Giữ chợ sạch và đẹp mỗi ngày", Some("Hội Nông dân xã Mẫu"), Some(5)));
    assert_eq!(bulletin.sections[0].articles[0].authors, ["Hội Nông dân xã Mẫu"]);
    assert_eq!(bulletin.diagnostics, []);
}
