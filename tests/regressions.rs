//! Inputs that once broke a promise, each as small as we know it, by what was wrong.
#![allow(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

#[path = "support/conserve.rs"]
mod conserve;
#[path = "support/invariants.rs"]
mod invariants;

use bantin::input::decode::decode;
use bantin::model::{BlockKind, Bulletin, LayoutKind};
use bantin::{Options, parse};

/// The parse of a text that breaks no promise.
#[track_caller]
fn sound(text: &str) -> Bulletin {
    let found = [invariants::of_parse(text), invariants::of_json(text), invariants::of_findings(text)].concat();
    assert_eq!(found, Vec::<String>::new(), "{text}");
    parse(text, &Options::default())
}

/// The title went on over blank lines up to the longest title, and the article ended on one of them.
#[test]
fn bold_type_that_nobody_closed_ends_with_its_paragraph() {
    let bulletin = sound(
        "DANH MỤC TÀI LIỆU\nSTT\tNội dung\tTrang\n1.\tGiữ chợ sạch và đẹp mỗi ngày\t4\n2.\tDạy chữ cho người già\t7\n\n\
         THAM LUẬN**Giữ chợ sạch và đẹp mỗi ngày\n\n\n\nTHAM LUẬN**Dạy chữ cho người già\n\n",
    );
    let lines: Vec<[u32; 2]> = bulletin.articles().map(|a| [a.lines.first, a.lines.last]).collect();
    assert_eq!(lines, [[6, 6], [10, 10]]);
}

/// Each ill-formed sequence cleared all the free space behind the text: a quarter of an hour for 20 MB.
#[test]
fn ill_formed_bytes_are_decoded_in_linear_time() {
    // At the old cost this takes minutes; at the new one it is not noticed.
    let bytes = b"\xc0\xaf\xe0\x80\xaf".repeat(60_000);
    let decoded = decode(&bytes, None);
    assert_eq!((decoded.replaced, decoded.text.chars().count()), (bytes.len(), bytes.len()));
}

/// A list of contents with these lines in it, and the articles that it names.
fn with_contents(list: &str) -> String {
    format!(
        "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\nMỤC LỤC\n{list}\nXã Một mở chợ mới\n\nSáng nay, xã Một \
         mở chợ. (Vidu.vn 13/02)\n\nXã Hai sửa đường\n\nĐường đã sửa xong. (Vidu.vn 13/02)\n"
    )
}

/// The furniture of a bulletin on some line.
fn furniture(bulletin: &Bulletin, line: u32) -> Vec<&str> {
    bulletin.furniture.iter().filter(|f| f.lines.first == line).map(|f| f.text.as_str()).collect()
}

/// The page of the second line was dropped.
#[test]
fn a_second_page_of_an_entry_is_kept() {
    let text = with_contents("1. Xã Một mở chợ mới ..... 1\nvà bến xe ..... 4\n2. Xã Hai sửa đường ..... 2\n");
    let bulletin = sound(&text);
    let entry = &bulletin.toc[0].entries[0];
    assert_eq!((entry.title.as_str(), entry.page), ("Xã Một mở chợ mới và bến xe", Some(1)));
    assert_eq!(furniture(&bulletin, 5), ["4"]);
}

/// The letter before the page was taken for a word like `trang`, and stood twice.
#[test]
fn marks_before_a_line_of_the_contents_move_nothing() {
    let text = with_contents("1. Xã Một mở chợ mới ..... 1\n#và bến xe ở xóm i ..... 4\n2. Xã Hai sửa đường ..... 2\n");
    let bulletin = sound(&text);
    assert_eq!(bulletin.toc[0].entries[0].title, "Xã Một mở chợ mới và bến xe ở xóm i");
    assert_eq!(furniture(&bulletin, 5), ["4"]);
}

/// An entry may end on a line that holds its page alone.
#[test]
fn a_page_may_stand_on_a_line_of_its_own() {
    sound(&with_contents("1. Xã Một mở chợ mới\n..... 1\n2. Xã Hai sửa đường ..... 2\n"));
}

/// The second number was taken for the page of the first, and stood in the contents and in the furniture.
#[test]
fn a_page_number_leads_to_no_other_page() {
    sound("cầu sắt\nMỤC LỤC\n- 12 -\n- 12 -\n\nMỤC LỤC\n\n\nChợ họp cả ngày. (Vidu.vn 13/02, Lê Thử) Về đầu trang\n");
}

/// Contents of a conference pack as a table, with these rows in it, and what they name.
fn pack(rows: &str, documents: &str) -> String {
    format!("DANH MỤC TÀI LIỆU\nSTT\tNội dung\tThực hiện\tTrang\n{rows}\n{documents}\n")
}

/// The same in a table: the rest of a row that a page turn cut.
#[test]
fn a_second_page_of_a_row_is_kept() {
    let text = pack(
        "1.\tGiữ chợ sạch\tUBND xã Mẫu\t5\n\tvà đẹp mỗi ngày\t\t6\n2.\tDạy chữ cho người già\tHội Khuyến học\t9\n",
        "THAM LUẬN\nGiữ chợ sạch và đẹp mỗi ngày\n\nUBND xã Mẫu\n\nChợ họp cả ngày.\n",
    );
    let bulletin = sound(&text);
    let entry = &bulletin.toc[0].entries[0];
    assert_eq!((entry.title.as_str(), entry.page), ("Giữ chợ sạch và đẹp mỗi ngày", Some(5)));
    assert_eq!(furniture(&bulletin, 4), ["6"]);
}

/// The link stood in the entry's title and once more as furniture.
#[test]
fn a_row_that_ends_in_a_back_link_is_no_row_of_the_contents() {
    sound(&pack(
        "1.\tGiữ chợ sạch\tUBND xã Mẫu\t5\n2.\tChợ họp cả ngày\tVề đầu trang\n",
        "THAM LUẬN\nGiữ chợ sạch\n\nUBND xã Mẫu\n\nChợ họp cả ngày.\n",
    ));
}

/// The presenting body was dropped where it went on in the next line and no word of it names an organisation.
#[test]
fn a_glued_presenting_body_goes_on_in_the_next_line() {
    let text = pack(
        "1.\tGiữ chợ sạch và đẹp mỗi ngày\t\t5\n2.\tDạy chữ cho người già\t\t9\n",
        "THAM LUẬN**Giữ chợ sạch và đẹp mỗi ngày****Bà con xóm Thử\nvà xóm Mẫu**\n\nChợ họp cả ngày.\n\n\
         THAM LUẬN**Dạy chữ cho người già****Lớp học xóm Thử**\n\nLớp học mở buổi tối.\n",
    );
    let bulletin = sound(&text);
    let article = &bulletin.sections[0].articles[0];
    assert_eq!((article.title_lines.first, article.title_lines.last), (6, 6));
    assert_eq!(article.authors, ["Bà con xóm Thử và xóm Mẫu"]);
}

/// The check took the letters as printed, the program those that are left without the markup.
#[test]
fn markup_between_a_letter_and_its_mark_is_no_loss() {
    let text =
        with_contents("1. Xã Một mở chợ mới ..... 1\n2. Xã Hai sửa đường ..... 2\n").replace("chợ.", "cho**\u{323}**.");
    let bulletin = sound(&text);
    assert_eq!(bulletin.sections[0].articles[0].body[0].text.as_deref(), Some("Sáng nay, xã Một mở chọ."));
}

/// The row was cut off at the link, and its line belonged to table and link.
#[test]
fn a_row_that_ends_in_a_back_link_is_no_row_of_a_table() {
    let text = with_contents("1. Xã Một mở chợ mới ..... 1\n2. Xã Hai sửa đường ..... 2\n")
        .replace("mở chợ. (Vidu.vn 13/02)", "mở chợ.\n\nTổ\tHàng\tTiền\n1\trau\tđủ Về đầu trang");
    let bulletin = sound(&text);
    let kinds: Vec<_> = bulletin.sections[0].articles[0].body.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Table, BlockKind::Paragraph]);
    assert_eq!(furniture(&bulletin, 12), ["Về đầu trang"]);
}

/// A line that was printed twice by mistake opened a body behind all the articles above it.
#[test]
fn a_line_printed_twice_behind_text_is_no_list_of_contents() {
    let bulletin = sound(
        "ĐIỂM BÁO HUYỆN THỬ\n\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\n### Xã Một mở chợ mới\n\nSáng nay, xã Một mở \
         chợ. (Vidu.vn 13/02)\n\n### Xã Hai sửa đường\n### Xã Hai sửa đường\n\nĐường đã sửa xong. (Vidu.vn 13/02)\n",
    );
    assert!(bulletin.toc.is_empty());
    assert_eq!(bulletin.sections[0].articles[0].title, "Xã Một mở chợ mới");
}

/// The same in the contents: the body began there.
#[test]
fn an_entry_printed_twice_opens_no_body() {
    let bulletin = sound(
        "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\n1. Xã Một mở chợ mới\n1. Xã Một mở chợ mới\n2. Xã \
         Hai sửa đường\n\n1. Xã Một mở chợ mới\n\nXã Một mở chợ. (Vidu.vn 13/02)\n\n2. Xã Hai sửa đường\n\nĐường đã \
         sửa xong. (Vidu.vn 13/02)\n",
    );
    let articles: Vec<_> = bulletin.articles().collect();
    assert_eq!(articles.iter().map(|a| a.lines.first).collect::<Vec<_>>(), [8, 12]);
}

/// Without its first article the issue was no newsletter any more, and the number of the next stayed in its title.
#[test]
fn a_newsletter_may_begin_with_another_number_than_one() {
    let bulletin = sound(
        "Bản tin Xóm núi - Số 7/2031 1\n\nChợ họp cả ngày ở ngã ba xã Mẫu và bà con\nđem rau ra bán.\nTheo: vidu.vn\n\n2/ \
         Xã Hai sửa đường\n\nĐường qua xóm đã sửa xong, xe chạy được\ncả mùa mưa.\nTheo: vidu.vn\n",
    );
    assert_eq!(bulletin.layout, LayoutKind::Newsletter);
    let article = bulletin.articles().next_back().unwrap();
    assert_eq!((article.number, article.title.as_str()), (Some(2), "Xã Hai sửa đường"));
}

/// Without the first title of the body the contents were taken for articles.
#[test]
fn contents_may_be_followed_by_text_at_once() {
    let bulletin = sound(
        "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\n1. Xã Một mở chợ mới\n2. Xã Hai sửa đường\n3. Xã \
         Ba xây trường\n\nSáng nay, xã Một mở chợ mới ở ngã ba. (Vidu.vn 13/02)\n\n2. Xã Hai sửa đường\n\nĐường đã \
         sửa xong. (Vidu.vn 13/02)\n\n3. Xã Ba xây trường\n\nTrường có tám lớp. (Vidu.vn 13/02)\n",
    );
    assert_eq!(bulletin.toc[0].entries.len(), 3);
    let articles: Vec<_> = bulletin.articles().collect();
    assert_eq!(articles.iter().map(|a| a.lines.first).collect::<Vec<_>>(), [10, 14]);
}

/// The word before a page stayed with the contents though its line was given back to the body.
#[test]
fn what_stands_beside_a_line_goes_with_it() {
    let bulletin = sound(
        "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\nTIN TRONG HUYỆN ..... 1\n1. Xã Một mở chợ mới ..... \
         1\n2. Xã Hai sửa đường ..... 2\nTIN NGOÀI HUYỆN, tr. 3\n\n1. Xã Một mở chợ mới\n\nSáng nay, xã Một mở chợ mới \
         ở ngã ba. (Vidu.vn 13/02)\n\n2. Xã Hai sửa đường\n\nĐường đã sửa xong. (Vidu.vn 13/02)\n",
    );
    assert_eq!(bulletin.toc[0].entries.len(), 2);
}

/// The bracket ended a line of the text, and the words of the citation began on the next.
#[test]
fn a_bracket_at_the_end_of_a_line_begins_its_citation() {
    let text = "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\n1. Xã Một mở chợ mới\n\nSáng nay, xã Một mở chợ. \
                (\nVidu.vn 13/02)\n\n2. Xã Hai sửa đường\n\nĐường đã sửa xong. (Vidu.vn 13/02)\n";
    let bulletin = sound(text);
    let article = &bulletin.sections[0].articles[0];
    let citation = article.citation.as_ref().unwrap();
    assert_eq!((citation.text.as_str(), citation.lines.first, citation.lines.last), ("( Vidu.vn 13/02)", 6, 7));
    assert_eq!((article.body[0].lines.first, article.body[0].lines.last), (6, 6));
}

/// Signs stood before the citation on its line and belonged to the text before, whose last word is one line above.
#[test]
fn signs_before_a_citation_end_the_text_before_it() {
    for signs in ["\u{3}", "\u{FFFD}."] {
        let bulletin = sound(&format!(
            "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\nXã Một mở chợ mới\n\nSáng nay, xã Một mở chợ. Ông \
             Lê Thử nói: “Từ nay\n{signs} (Vidu.vn 13/02, Lê Thử)\n\nXã Hai sửa đường\n\nĐường đã sửa xong. (Vidu.vn \
             13/02)\n"
        ));
        let article = &bulletin.sections[0].articles[0];
        let block = &article.body[0];
        assert_eq!(block.text, Some(format!("Sáng nay, xã Một mở chợ. Ông Lê Thử nói: “Từ nay {signs}")));
        assert_eq!((block.lines.first, block.lines.last), (6, 7));
        let citation = article.citation.as_ref().unwrap();
        assert_eq!((citation.text.as_str(), citation.lines.first), ("(Vidu.vn 13/02, Lê Thử)", 7));
    }
}

/// Signs above it made the citation stand on their line.
#[test]
fn signs_above_a_citation_do_not_move_it() {
    let signs = "…".repeat(150);
    let bulletin = sound(&format!(
        "ĐIỂM BÁO HUYỆN THỬ\nTin trong ngày của xã\nTIN MỚI\nTin trong ngày của xã\nchợ\n{signs},\n(Vidu.vn 13/02)\n"
    ));
    let citation = bulletin.sections[0].articles[0].citation.as_ref().unwrap();
    assert_eq!((citation.lines.first, citation.lines.last), (7, 7));
}

/// The signs by which a paragraph opened stood before a back link.
#[test]
fn signs_before_a_back_link_open_the_text_below() {
    let bulletin = sound("ĐIỂM BÁO HUYỆN THỬ\nTháng 6 năm 2031\nXã Một mở chợ\n“, Về đầu trang\nSáng nay\n");
    let article = &bulletin.sections[0].articles[0];
    let block = &article.body[0];
    assert_eq!((block.text.as_deref(), block.lines.first, block.lines.last), (Some("“, Sáng nay"), 4, 5));
}

/// A page number below an open title was in the title and among the furniture.
#[test]
fn a_page_number_is_no_part_of_a_title_in_bold_type() {
    let text = pack(
        "1.\tGiữ chợ sạch và đẹp mỗi ngày\t\t5\n2.\tDạy chữ cho người già\t\t9\n",
        "THAM LUẬN**Giữ chợ sạch và đẹp\n7\nmỗi ngày**\n\nChợ họp cả ngày.\n",
    );
    let bulletin = sound(&text);
    let article = &bulletin.sections[0].articles[0];
    assert_eq!(article.title, "Giữ chợ sạch và đẹp mỗi ngày");
    assert_eq!((article.title_lines.first, article.title_lines.last), (6, 8));
    assert_eq!(furniture(&bulletin, 7), ["7"]);
}

/// Nothing but a sign and a page stood on the last line of an entry that had a page already.
#[test]
fn a_sign_on_the_last_line_of_an_entry_is_its_own() {
    let bulletin = sound(
        "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031\n3. Xã Một bỏ vé giấy trên đò…4\nvà thuyền\n1,\n»  1\nXã Một bỏ vé giấy trên đò…4\n\n\
         (Vidu.vn 13/02)\n",
    );
    let entry = &bulletin.toc[0].entries[0];
    assert_eq!((entry.title.as_str(), entry.page), ("Xã Một bỏ vé giấy trên đò và thuyền 1, »", Some(4)));
    assert_eq!((entry.lines.first, entry.lines.last), (3, 6));
    assert_eq!(furniture(&bulletin, 6), ["1"]);
}

/// What a cut bracket joined was a title with a page number in it, which stood among the furniture as well.
#[test]
fn a_title_with_a_cut_bracket_holds_no_page_number() {
    let bulletin =
        sound("ĐIỂM BÁO\nchợ,\nhọp\n\nXã Một mở\nchợ (mới\n\n7\nlàm]) hôm nay\n\n.(Vidu.vn 6/3[Về đầu trang]()");
    let article = &bulletin.sections[0].articles[0];
    assert_eq!(article.title, "Xã Một mở chợ (mới làm]) hôm nay");
    assert_eq!((article.title_lines.first, article.title_lines.last), (5, 9));
    assert_eq!(furniture(&bulletin, 8), ["7"]);
}

/// The zero that may go was taken for the one that may not.
#[test]
fn the_first_of_two_zeros_may_go() {
    let bulletin = sound(&with_contents("00. Xã Một mở chợ mới ..... 1\n1. Xã Hai sửa đường ..... 2\n"));
    assert_eq!(bulletin.toc[0].entries[0].number, Some(0));
}

/// In a text in wide spacing, the blank lines that are left out had the columns of the next line.
#[test]
fn findings_stand_on_lines_that_are_printed() {
    let lines = "Bản tin Xóm núi - Số 7/2031 1\n\n1/ Xã Một mở chợ\n\nChợ họp cả ngày ở ngã ba xã Mẫu và bà\ncon đem rau ra bán, cá” và\n\
                 gạo từ xã bên, mua về\nmuối, dầu và vải cho\nmùa mưa, khi đường xa\nkhó đi lại hơn và bà\ncon ít ra khỏi nhà vì\nmưa to, nước lớn.\n\nTheo: \
                 vidu.vn\n";
    let bulletin = sound(&lines.replace('\n', "\n\n"));
    let found: Vec<_> = bulletin.diagnostics.iter().map(|d| (d.code.as_str(), d.lines.first, d.column)).collect();
    assert_eq!(found, [("unbalanced-quotes", 11, Some(23))]);
}

/// The title ended on the blank line between a bracket and its end.
#[test]
fn a_title_goes_on_to_the_end_of_its_bracket() {
    let bulletin = sound(
        "BẢN TIN ĐẤT ĐAI\nSố 7\n1/ Xã Một họp\nSáng nay, xã đã\nhọp và\nbàn về\nđất.\nTheo: Báo Xã\n\
         2/ Xã Hai họp [\n\nBản đồ)\nChiều nay, xã đã\nhọp và\nbàn về\nnước.\nTheo: Báo Xã\n",
    );
    let article = &bulletin.sections[0].articles[0];
    let lines = article.title_lines;
    assert_eq!((article.title.as_str(), lines.first, lines.last), ("Xã Hai họp [ Bản đồ)", 9, 11));
}

/// The line was the title of one document and the place and date of the next.
#[test]
fn a_title_with_a_date_is_no_letterhead_of_the_next_document() {
    let bulletin = sound("BÁO CÁO\nTHAM LUẬN\nXã Một, ngày 3 tháng 9 năm 2031\n\nBÁO CÁO**Giữ chợ sạch và đẹp\n");
    let articles: Vec<_> = bulletin.articles().collect();
    let told: Vec<_> = articles.iter().map(|a| (a.title.as_str(), a.lines.first, a.lines.last)).collect();
    assert_eq!(told, [("Xã Một, ngày 3 tháng 9 năm 2031", 1, 3), ("Giữ chợ sạch và đẹp", 5, 5)]);
}

/// The lines of the title were said to begin on the label's line.
#[test]
fn a_glued_title_may_begin_below_its_label() {
    let bulletin = sound(
        "THAM LUẬN\nCấp nước\n\nTHAM LUẬN\nMở chợ\n\nBÁO CÁO**\nGiữ chợ sạch và đẹp**Hội Phụ nữ**\n\nChợ họp cả ngày.\n",
    );
    let article = bulletin.articles().next_back().unwrap();
    let lines = article.title_lines;
    assert_eq!((article.label.as_deref(), article.title.as_str()), (Some("BÁO CÁO"), "Giữ chợ sạch và đẹp"));
    assert_eq!((article.lines.first, lines.first, lines.last), (7, 8, 8));
}

/// The only cell behind the number was the title and the page.
#[test]
fn a_cell_is_either_title_or_page() {
    let bulletin = sound(
        "0\t3\nTT\tNội dung\tTrang\n1.\tDạy chữ cho người già\t5\n\nTHAM LUẬN\nDạy chữ cho người già\n\n\
         Chợ họp cả ngày.\n",
    );
    let entry = &bulletin.toc[0].entries[0];
    assert_eq!((entry.number, entry.title.as_str(), entry.page), (Some(0), "3", None));
}

/// The check gave up where two pieces of a row begin alike.
#[test]
fn two_cells_of_a_row_may_begin_alike() {
    let bulletin = sound(
        "STT\tNội dung\tThực hiện\tTrang\n1.\tDạy chữ cho người già\tHội Phụ nữ huyện\tHội Phụ nữ huy\n\n\
         THAM LUẬN\nDạy chữ cho người già\n\nChợ họp cả ngày.\n",
    );
    assert_eq!(bulletin.toc[0].entries[0].presenter.as_deref(), Some("Hội Phụ nữ huyện"));
    assert_eq!(furniture(&bulletin, 2), ["Hội Phụ nữ huy"]);
}

/// The check took an address for a part of the citation, whose own address only begins like it.
#[test]
fn an_address_may_begin_like_the_one_of_its_citation() {
    let bulletin = sound(
        "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\nXã Một mở chợ mới\n\nSáng nay, xã Một mở chợ và mời. \
         (Vidu.vn 13/02) Về đầu trang\n\nhttps://vidu.vn/a?id=7Vidu.vn 7/5) Về đầu trang\n\nhttps://vidu.vn/a?id=7\n\nXã \
         Hai sửa đường\n\nĐường đã sửa xong. (Vidu.vn 13/02)\n",
    );
    let article = &bulletin.sections[0].articles[0];
    assert_eq!(article.url.as_deref(), Some("https://vidu.vn/a?id=7Vidu.vn"));
    assert_eq!(article.links, ["https://vidu.vn/a?id=7"]);
}

/// The check took the zero of a first article for one that may go.
#[test]
fn a_first_article_may_have_the_number_zero() {
    let bulletin = sound(
        "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\nMỤC LỤC\n0. Xã Một mở chợ mới ..... 1\n1. Xã Hai sửa \
         đường ..... 2\n\n0. Xã Một mở chợ mới\n\nSáng nay, xã Một mở chợ. (Vidu.vn 13/02)\n\n1. Xã Hai sửa \
         đường\n\nĐường đã sửa xong. (Vidu.vn 13/02)\n",
    );
    let numbers: Vec<_> = bulletin.articles().map(|a| a.number).collect();
    assert_eq!(numbers, [Some(0), Some(1)]);
}

/// No-break spaces inside a label hid that a title was glued to it.
#[test]
fn a_label_may_hold_a_no_break_space() {
    let text = pack(
        "1.\tGiữ chợ sạch và đẹp mỗi ngày\t\t5\n2.\tDạy chữ cho người già\t\t9\n",
        "THAM\u{A0}LUẬN**Giữ chợ sạch và đẹp mỗi ngày**\n\nChợ họp cả ngày.\n\nTHAM\u{A0}LUẬN**Dạy chữ cho người già**\n\nLớp \
         học mở buổi tối.\n",
    );
    let bulletin = sound(&text);
    let titles: Vec<&str> = bulletin.articles().map(|a| a.title.as_str()).collect();
    assert_eq!(titles, ["Giữ chợ sạch và đẹp mỗi ngày", "Dạy chữ cho người già"]);
}

/// What stood below the page of an entry came before the body that presents it, whatever stood first.
#[test]
fn what_stands_below_a_page_of_the_contents_keeps_its_order() {
    let bulletin = sound(
        "KỶ YẾU\nHỘI NGHỊ LÀNG NGHỀ\n\nMỤC LỤC\n\n1. Giữ nghề đan lát ở xã Mây ............ 3\n   Hội Phụ nữ xã Mây\n2. Đưa gốm \
         lên\n   chợ mạng ............. 6\n   Phòng Kinh tế huyện\n\nTham luận số \u{FFFD}1\nGIỮ NGHỀ ĐAN LÁT Ở XÃ MÂY\nHội Phụ nữ \
         xã Mây\n\nXã còn 63 nhà đan lát.\n\nTHAM LUẬN CỦA PHÒNG KINH TẾ HUYỆN\nĐƯA GỐM LÊN CHỢ MẠNG\n\nHuyện có 12 lò.\n",
    );
    let presenters: Vec<_> = bulletin.toc[0].entries.iter().map(|entry| entry.presenter.as_deref()).collect();
    assert_eq!(presenters, [Some("Hội Phụ nữ xã Mây"), Some("Phòng Kinh tế huyện Tham luận số \u{FFFD}1")]);
}

/// Who was named above the heading of a group presented what stands below that.
#[test]
fn a_name_above_a_group_of_the_contents_is_none_of_its_own() {
    let bulletin = sound(
        "KỶ YẾU\nHỘI THẢO CHỢ PHIÊN 2031\n\nMỤC LỤC\n\nPHẦN I: CHỢ XƯA\nHÀNG RONG QUA BA THẾ HỆ ............ 3\nThS. Mạc Văn \
         Ổi\nCHỢ TÌNH VÀ CHỢ TRÂU ............ 9\nTS. Lý Thị Na\nPHẦN II: CHỢ NAY\nBẾN ĐÒ THÀNH BẾN CHỢ ..........., 15\nHội Đò \
         ngang Sông Con\n\nPHẦN I: CHỢ XƯA\n\nHÀNG RONG QUA BA THẾ HỆ\n                                   ThS. Mạc Văn Ổi\n  \
         \u{FFFD}\u{FFFD}\u{FFFD}                                 Khoa Sử, Trường Cao đẳng Bến Lá\n\nTóm tắt: Bà gánh hàng, mẹ đẩy xe, con bán qua \
         mạng.\n\nCHỢ TÌNH VÀ CHỢ TRÂU\n\nTS. Lý Thị Na\n\nTóm tắt: Hai phiên chợ họp cùng một ngày trên cùng một \
         bãi.\n\nPHẦN II: CHỢ NAY\n\nBẾN ĐÒ THÀNH BẾN CHỢ\n(Hội Đò ngang Sông Con)\n\nKhi cầu xây xong, đò nghỉ, bến thành chợ.\n",
    );
    let entries = bulletin.toc.iter().flat_map(|g| &g.entries).map(|e| (e.title.as_str(), e.presenter.as_deref()));
    let want = [
        ("HÀNG RONG QUA BA THẾ HỆ", Some("ThS. Mạc Văn Ổi")),
        ("CHỢ TÌNH VÀ CHỢ TRÂU", Some("TS. Lý Thị Na")),
        ("BẾN ĐÒ THÀNH BẾN CHỢ", Some("Hội Đò ngang Sông Con")),
    ];
    assert_eq!(entries.collect::<Vec<_>>(), want);
}

/// A name went to the first entry below it, and with it the lines between, which nothing kept.
#[test]
fn a_name_far_above_an_entry_takes_no_line_between() {
    for between in
        ["Giữ rừng ở xã ..... 3\nThS. Ngô Bảy\nBếp lửa nhà sàn ..... 5", "CHUYÊN ĐỀ 1\n\nRừng còn thì suối còn nước."]
    {
        let papers =
            ["NƯỚC VỀ BẢN XA", "ĐƯỜNG LÊN RẪY"].map(|title| format!("THAM LUẬN\n{title}\n\nXã trồng tre.\n\n"));
        let bulletin = sound(&format!(
            "KỶ YẾU HỘI THẢO GIỮ RỪNG\n\nMỤC LỤC\n\nThS. Lê Ba Tư\n{between}\n1. Nước về bản xa ..... 7\n2. Đường lên rẫy \
             ..... 9\n\n{}",
            papers.concat()
        ));
        let entries = bulletin.toc.iter().flat_map(|group| &group.entries);
        let presenters: Vec<_> = entries.map(|entry| entry.presenter.as_deref()).collect();
        assert_eq!(presenters, [None, None], "{between}");
    }
}

/// Roman numbers and letters before a title that its author tells were dropped, and its own number below another.
#[test]
fn a_title_that_its_author_tells_keeps_what_counts_it() {
    let paper =
        |title: &str| format!("{title}\n\nThS. Lê Ba Tư\n\nNăm nay ba xã ven sông đã giao rừng cho từng nhà giữ.\n\n");
    let bulletin = sound(&format!(
        "KỶ YẾU HỘI THẢO GIỮ RỪNG NĂM 2031\n\n{}Bài 2\n\n{}",
        paper("II. GIỮ RỪNG Ở XÃ"),
        paper("3. TRỒNG CÂY VEN SUỐI")
    ));
    let found: Vec<_> = bulletin.articles().map(|a| (a.label.as_deref(), a.number, a.title.as_str())).collect();
    assert_eq!(found, [(None, None, "II. GIỮ RỪNG Ở XÃ"), (Some("Bài 2"), Some(3), "TRỒNG CÂY VEN SUỐI")]);
}

/// A name between two lines of a group's heading was no entry's, and its line counted as the group's.
#[test]
fn a_name_inside_the_heading_of_a_group_is_kept() {
    let bulletin = sound(
        "MỤC LỤC\nChuyên đề 3. Giữ nghề đan lát ở xã Mây: điều kiện và chi phí\t20\nThS. Lê Ba Tư\ntường.\n2. Hai chợ so \
         sánh\nCHUYÊN ĐỀ 2\nNước về bản xa\nCHUYÊN ĐỀ 2\n\nCHUYÊN ĐỀ 3\nGiữ nghề đan lát ở xã Mây: điều kiện và chi \
         phí\n",
    );
    assert_eq!(furniture(&bulletin, 3), ["ThS. Lê Ba Tư"]);
}

/// The page of an entry that went on below another was printed in what presents that, and once more by itself.
#[test]
fn a_page_in_what_presents_an_entry_is_printed_once() {
    let bulletin = sound(
        "TÀI LIỆU HỘI NGHỊ\n\nMỤC LỤC\n\n1. Giữ rừng ở xã (Xã Một) ..... 2\n2. Nước về bản xa ..... 5\nvà đường hoa ..... 8\n3. Cầu qua suối ..... 11\n\nTHAM LUẬN\n\nGIỮ RỪNG Ở XÃ\n\nXã Một\n\nKính thưa Hội nghị!\n\nTHAM LUẬN\n\nCẦU QUA SUỐI\n\nKính thưa Hội nghị!\n",
    );
    let second = &bulletin.toc[0].entries[1];
    assert_eq!((second.title.as_str(), second.page), ("Nước về bản xa", Some(5)));
    assert_eq!(second.presenter.as_deref(), Some("và đường hoa ..... 8"));
    let furniture: Vec<&str> = bulletin.furniture.iter().map(|furniture| furniture.text.as_str()).collect();
    assert_eq!(furniture, ["MỤC LỤC"]);
}

/// An entry whose last line was a label kept a name below it that belongs to nobody.
#[test]
fn names_below_the_last_title_where_names_stand_above() {
    let bulletin = sound(
        "KỶ YẾU\nHỘI NGHỊ GIỮ RỪNG\n\nMỤC LỤC\n\n1Sổ sách về rừng ở xã ..... 3\nHội Nông dân xã\n2. Nước về bản xa, những bước\ncòn lúng túng ..... 7\nPhòng Kinh tế huyện\n\nTham luận số 1\nSỔ SÁCH VỀ RỪNG Ở XÃ TA\nHội Nông dân xã\n\nKính thưa Hội nghị!\n\nTHAM LUẬN CỦA PHÒNG KINH TẾ HUYỆN\nNƯỚC VỀ BẢN XA, NHỮNG BƯỚC CÒN LÚNG TÚNG\n\nKính thưa Hội nghị!\n",
    );
    let entry = &bulletin.toc[0].entries[0];
    assert_eq!((entry.lines.first, entry.lines.last), (7, 9));
    assert_eq!(entry.presenter.as_deref(), Some("Hội Nông dân xã"));
    let furniture: Vec<&str> = bulletin.furniture.iter().map(|found| found.text.as_str()).collect();
    assert_eq!(furniture, ["MỤC LỤC", "Phòng Kinh tế huyện"]);
}

/// An entry that a label cut short ended on the blank line above that.
#[test]
fn an_entry_above_a_label_ends_on_a_printed_line() {
    let bulletin = sound(
        "DANH MỤC TÀI LIỆU Xã Một\t8\n\nSố: 41/UBND\n\nBÁO CÁO\n\n**Kết quả giữ rừng và kế hoạch\nchăm sóc cây con mùa \
         khô**\n\nXã đã giữ rừng.\n\nTT\tXã\tSố cây\n1.\tXã Một\t2.500\n2.\tXã Hai\t1.700\n\nTHAM LUẬN\n\nGiữ rừng mùa \
         mưa\n\nUBND xã\n\nTT\tXã\tSố cây\n1.\tXã Một\t2.500\n2.\tXã Hai\t1.700\n\nTHAM LUẬN\n\nGiữ cây\n",
    );
    let lines = bulletin.toc.iter().flat_map(|group| &group.entries).map(|entry| (entry.lines.first, entry.lines.last));
    assert_eq!(lines.collect::<Vec<_>>(), [(13, 13), (14, 14)]);
}

/// A number that was no page was cut off a title as one.
#[test]
fn a_number_that_is_no_page_stays_with_its_title() {
    let row = "3.      Nước về bản xa.                      Hội Nông dân  20\nBÁO CÁO\n";
    let bulletin = sound(&format!("DANH MỤC TÀI LIỆU\n{row}{row}"));
    let entry = &bulletin.toc[0].entries[0];
    assert_eq!((entry.title.as_str(), entry.page), ("Nước về bản xa. Hội Nông dân 20", None));
}

/// Where pages stand before the titles, a line with a number went on in the title above without it.
#[test]
fn a_number_in_a_list_of_pages_stays_in_its_title() {
    let bulletin = sound(
        "BẢN TIN ĐỒI CHÈ\nSố 18/2031\n\nTrang 1: Xã Một mở thêm chợ\nTrang 2: Xã Hai sửa đường\n3. Xã Ba xây cầu\n\n1/ Xã Một mở thêm \
         chợ\n\nBà con góp công.\n\nTheo: baoxa.vn\n\n2/ Xã Hai sửa đường\n\nBà con góp của.\n\nTheo: baoxa.vn\n",
    );
    let entries = bulletin.toc.iter().flat_map(|group| &group.entries);
    let entries: Vec<_> = entries.map(|entry| (entry.page, entry.title.as_str())).collect();
    assert_eq!(entries, [(Some(1), "Xã Một mở thêm chợ"), (Some(2), "Xã Hai sửa đường 3. Xã Ba xây cầu")]);
}

/// The heading of a group kept the form of the contents, though the body prints a mark within it.
#[test]
fn the_heading_of_a_group_as_the_body_prints_it() {
    let bulletin = sound(
        "TÀI LIỆU HỘI NGHỊ\n\nI. BÁO CÁO\t\t\nSTT\tNội dung\tTrang\n1.\tTrồng cây ven đê\t3\n\nII. THAM LUẬN\t\t\t\nSTT\tNội \
         dung\tThực hiện\tTrang\n1.\tGiữ cây qua mùa bão\tUBND xã Hai\t8\n\nBÁO CÁO\n\n**Trồng cây ven đê**\n\nCây đã lên \
         xanh.\n\nTham lu$ận\n\nGiữ cây qua mùa bão\n\nUBND xã Hai\n\nCây được buộc vào cọc tre.\n",
    );
    let titles: Vec<_> = bulletin.sections.iter().map(|s| (s.title.as_deref(), s.title_lines.is_some())).collect();
    assert_eq!(titles, [(Some("BÁO CÁO"), false), (Some("Tham lu$ận"), true)]);
}

/// A row that goes on in a column of pages with what is none made the entry end on its line.
#[test]
fn cells_that_are_no_pages_end_no_entry() {
    let bulletin = sound(
        "DANH MỤC TÀI LIỆU HỘI NGHỊ\n\nI. BÁO CÁO\t\t\nSTT\tNội dung\tTrang\n1.\tTrồng cây ven đê\tSỞ NÔNG \
         NGHIỆP\n\t\tBẢN TIN\n\t\tBẢN 31\n\nBÁO CÁO\n\n**Trồng cây ven đê**\n\nCây đã lên xanh.\n",
    );
    let entry = &bulletin.toc[0].entries[0];
    assert_eq!((entry.lines.first, entry.lines.last), (5, 5));
    let furniture: Vec<&str> = bulletin.furniture.iter().map(|found| found.text.as_str()).collect();
    assert_eq!(furniture, ["DANH MỤC TÀI LIỆU HỘI NGHỊ", "STT Nội dung Trang", "SỞ NÔNG NGHIỆP", "BẢN TIN", "BẢN 31"]);
}

/// The address of a picture's link over two lines was looked for behind the citation alone.
#[test]
fn a_link_over_two_lines_within_an_article_keeps_its_address() {
    let bulletin = sound(
        "# ĐIỂM BÁO CẢNG LAU\n\nNgày 8/8/2031\n\n## Tàu gỗ cập bến Lau\n\nTàu chở gạch.\n\n![im\ng-7](images/p1_7.png)\n\nCảng còn \
         thiếu cần cẩu.\n\n(Bến Sông 7/8)\n",
    );
    let article = bulletin.articles().next().unwrap();
    assert_eq!((article.links.as_slice(), article.body.len()), (["images/p1_7.png".to_owned()].as_slice(), 3));
}
