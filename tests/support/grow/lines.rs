//! Lines, and what stands on them, in masses: in the body of an article, or as the whole text.

use super::{Draw, Made, again, citation, fill, prose, title, words, wrapped};

pub(super) const CASES: &[Made] = &[
    // Joining of lines.
    ("page-turns", |draw, bytes| article(draw, bytes, |draw, number| half_pages(draw, again(number), "- {} -"))),
    ("page-turns-with-headers", |draw, bytes| {
        article(draw, bytes, |draw, number| half_pages(draw, again(number), "ĐIỂM BÁO HUYỆN MÂY XANH SỐ 7/2031 {}"))
    }),
    ("one-wrapped-paragraph", |draw, bytes| {
        newsletter(draw, bytes, |draw, _| wrapped(&prose::sentence(draw), 32).replace('\n', " \n"))
    }),
    ("captions", |draw, bytes| {
        newsletter(draw, bytes, |draw, _| {
            let (before, after) = (wrapped(&prose::sentence(draw), 32), wrapped(&prose::sentence(draw), 32));
            format!("{before} \n\n{}\nẢnh: {}\n\n {after}", prose::caption(draw), words::person(draw))
        })
    }),
    ("hyphens", |draw, bytes| article(draw, bytes, |draw, _| prose::item(draw) + "-\n")),
    // Blocks.
    ("footnotes", |draw, bytes| {
        article(draw, bytes, |draw, number| {
            format!("{}¹ và hai{}\n\n¹ {}\n\n", prose::sentence(draw), number % 90, prose::item(draw))
        })
    }),
    ("footnotes-of-a-pack", |draw, bytes| {
        let head = "DANH MỤC TÀI LIỆU\n\nI. BÁO CÁO\t\t\nSTT\tNội dung\tTrang\n1.\tBáo cáo đọc sách năm 2031\t3\n\n\
                    BÁO CÁO TÓM TẮT\n\n**Báo cáo đọc sách năm 2031**\n\n";
        let text = fill(draw, bytes, |draw, _| {
            let cut = prose::sentence(draw);
            format!("{}² và\n\n² {}\nvà nữa\n\n{cut}\n\n", cut.trim_end_matches('.'), prose::item(draw))
        });
        (head.to_owned() + &text).into_bytes()
    }),
    ("table-rows", |draw, bytes| {
        article(draw, bytes, |draw, number| format!("{number}\t{}\t{}\t\n", prose::item(draw), words::place(draw)))
    }),
    ("table-bars", |draw, bytes| {
        article(draw, bytes, |draw, number| format!("| {number} | {} | {} |\n", prose::item(draw), words::place(draw)))
    }),
    ("table-columns", |draw, bytes| {
        article(draw, bytes, |draw, number| words::person(draw) + if number % 500 == 0 { "\n" } else { "\t" })
    }),
    // A row that says what the first one says may be the header again.
    ("rows-alike", |draw, bytes| article(draw, bytes, |_, _| "Có\t1\n".to_owned())),
    ("rows-alike-apart", |draw, bytes| article(draw, bytes, |_, _| "Có\t1\n\n".to_owned())),
    ("items", |draw, bytes| article(draw, bytes, |draw, number| format!("{}. {}\n", again(number), prose::item(draw)))),
    ("item-marks", |draw, bytes| article(draw, bytes, |draw, _| format!("- {};\n", prose::item(draw)))),
    ("questions", |draw, bytes| {
        newsletter(draw, bytes, |draw, _| wrapped(&format!("- {}", prose::question(draw)), 32))
    }),
    // Headings.
    ("capitals", |draw, bytes| article(draw, bytes, |draw, number| title(draw, number).to_uppercase() + "\n\n")),
    ("headings", |draw, bytes| article(draw, bytes, |draw, number| format!("## {}\n\n", title(draw, number)))),
    ("titles-alone", |draw, bytes| article(draw, bytes, |draw, number| title(draw, number) + "\n\n")),
    ("numbered-titles", |draw, bytes| {
        newsletter(draw, bytes, |draw, number| format!("{}/ {}\n", again(number), title(draw, number)))
    }),
    ("labels", |draw, bytes| {
        let head = "DANH MỤC TÀI LIỆU\n\nI. BÁO CÁO\t\t\nSTT\tNội dung\tTrang\n1.\tBáo cáo đọc sách\t3\n\n";
        let text = fill(draw, bytes, |draw, number| format!("THAM LUẬN\n\n{}\n\n", title(draw, number)));
        (head.to_owned() + &text).into_bytes()
    }),
    ("weak-articles", |draw, bytes| {
        let text = fill(draw, bytes, |draw, number| {
            format!("THAM LUẬN\n\n{}\n\n{}\n\n", title(draw, number), prose::sentence(draw))
        });
        format!("TÀI LIỆU HỘI NGHỊ\n\n{text}").into_bytes()
    }),
    // Citations and by-lines.
    ("citations", |draw, bytes| {
        article(draw, bytes, |draw, _| format!("{} {}\n\n", prose::sentence(draw), citation(draw)))
    }),
    ("citations-alone", |draw, bytes| article(draw, bytes, |draw, _| citation(draw) + "\n\n")),
    ("citations-on-one-line", |draw, bytes| article(draw, bytes, |draw, _| citation(draw) + " ")),
    ("one-citation", |draw, bytes| {
        article(draw, bytes, |draw, number| {
            (if number == 1 { "Đó. (Vidu.vn 13/02, " } else { "" }).to_owned() + &words::person(draw) + ", "
        })
    }),
    ("by-lines", |draw, bytes| article(draw, bytes, |draw, _| words::person(draw) + "\n\n")),
    ("sources", |draw, bytes| {
        newsletter(draw, bytes, |draw, _| format!("{}\n\nTheo: {}\n\n", prose::item(draw), draw.one(words::SITES)))
    }),
    ("announcements", |draw, bytes| article(draw, bytes, |_, _| "Theo Theo: Nguồn: (Theo ".to_owned())),
    // Characters in masses.
    ("brackets", |draw, bytes| article(draw, bytes, |_, _| "(".to_owned())),
    ("brackets-by-lines", |draw, bytes| article(draw, bytes, |draw, _| format!("({} [\n", prose::item(draw)))),
    ("brackets-nested", |draw, bytes| {
        let half = "(a ".repeat(bytes / 6) + &"b) ".repeat(bytes / 6) + "\n";
        article(draw, 0, move |_, _| half.clone())
    }),
    ("quotes", |draw, bytes| article(draw, bytes, |draw, _| format!("“{} \"\n\n", prose::sentence(draw)))),
    ("quotes-on-one-line", |draw, bytes| article(draw, bytes, |draw, _| prose::sentence(draw) + " “a \"b ")),
    ("quotes-that-differ", |draw, bytes| {
        article(draw, bytes, |draw, number| {
            format!("{} “nhà {number}” {}” ", prose::sentence(draw), draw.between(1, 999))
        })
    }),
    ("findings-on-one-line", |draw, bytes| article(draw, bytes, |draw, _| words::place(draw).to_owned() + " ” mở. ")),
    ("quotes-without-a-space", |draw, bytes| article(draw, bytes, |draw, _| format!("“{}", draw.between(1, 999)))),
    ("quotes-over-lines", |draw, bytes| {
        newsletter(draw, bytes, |draw, _| wrapped(&format!("“{}", prose::sentence(draw)), 12).replace('\n', " \n"))
    }),
    ("links", |draw, bytes| {
        article(draw, bytes, |draw, _| format!("[{}]({})\n\n", prose::item(draw), prose::address(draw)))
    }),
    ("links-on-one-line", |draw, bytes| {
        article(draw, bytes, |draw, _| format!("[{}]({}) ", prose::item(draw), prose::address(draw)))
    }),
    ("links-that-stay-open", |draw, bytes| article(draw, bytes, |_, _| "[a](b [c [".to_owned())),
    ("addresses", |draw, bytes| article(draw, bytes, |draw, _| prose::address(draw) + "\n")),
    ("addresses-on-one-line", |draw, bytes| article(draw, bytes, |draw, _| prose::address(draw) + " ")),
    ("stars", |draw, bytes| article(draw, bytes, |_, _| "*".to_owned())),
    ("stars-and-words", |draw, bytes| article(draw, bytes, |_, number| format!("**a *b {number} _c ** d"))),
    ("tags", |draw, bytes| article(draw, bytes, |_, _| "<p> a <b".to_owned())),
    ("dots", |draw, bytes| article(draw, bytes, |_, _| ". . ....".to_owned())),
    ("leaders", |draw, bytes| {
        article(draw, bytes, |draw, number| format!("{} ..... {}\n", prose::item(draw), again(number)))
    }),
    ("dates-on-one-line", |draw, bytes| {
        article(draw, bytes, |draw, _| format!("{}/{}/2031 ", draw.between(1, 31), draw.between(1, 12)))
    }),
    ("digits", |draw, bytes| article(draw, bytes, |draw, _| draw.between(0, 9).to_string())),
    ("one-line", |draw, bytes| article(draw, bytes, |draw, _| prose::sentence(draw) + " ")),
    ("one-word", |draw, bytes| article(draw, bytes, |draw, _| draw.one(&["a", "ế", "ư", "Đ"]).to_owned())),
    ("spaces", |draw, bytes| article(draw, bytes, |draw, _| draw.one(&[" ", "\t", "\u{a0}", "\u{200b}"]).to_owned())),
    ("blank-lines", |draw, bytes| article(draw, bytes, |draw, _| draw.one(&["\n", " \n", "\u{c}\n"]).to_owned())),
    ("blank-lines-between-words", |draw, bytes| {
        article(draw, bytes, |draw, _| words::place(draw).to_owned() + &"\n".repeat(draw.between(1, 40)))
    }),
    ("carriage-returns", |draw, bytes| {
        article(draw, bytes, |draw, _| prose::sentence(draw) + "\r\r").into_iter().filter(|&b| b != b'\n').collect()
    }),
    ("page-numbers", |draw, bytes| article(draw, bytes, |_, number| format!("- {} -\n", again(number)))),
    ("back-links", |draw, bytes| article(draw, bytes, |_, _| "[Về đầu trang](#)\n".to_owned())),
    ("masthead-lines", |draw, bytes| {
        fill(draw, bytes, |_, number| {
            format!("Bản tin {number}\nSố {}/2031\nThứ Sáu, ngày 14/02/2031\n", again(number))
        })
        .into_bytes()
    }),
    ("masthead-dates-without-a-space", |draw, bytes| {
        let dates = fill(draw, bytes, |draw, _| format!("{}/{};", draw.between(1, 31), draw.between(1, 12)));
        String::from_utf8_lossy(&article(draw, 0, |_, _| "Chợ họp.".to_owned()))
            .replacen("\n\n", &format!("\n{dates}\n\n"), 1)
            .into_bytes()
    }),
    ("marks-on-one-letter", |draw, bytes| {
        article(draw, bytes, |draw, _| draw.one(&["\u{301}", "\u{323}", "\u{302}"]).to_owned())
    }),
    ("marks-apart", |draw, bytes| {
        article(draw, bytes, |draw, _| draw.one(&["a\u{301}", "o\u{31b}\u{323} "]).to_owned())
    }),
    ("columns-side-by-side", |draw, bytes| {
        fill(draw, bytes, |draw, _| format!("{:<50}     {}\n", prose::item(draw), prose::item(draw))).into_bytes()
    }),
    ("misread-lines", |draw, bytes| {
        article(draw, bytes, |draw, _| format!("Bản tin thø hai ngµy B¸o c¸o\n{}\n", prose::item(draw)))
    }),
    // Words that may be in capitals or not, on one line without any that tells.
    ("words-of-a-tcvn3-line", |draw, bytes| {
        let words: [&[u8]; 4] = [b"B\xd0 ", b"T\xb8 ", b"H\xb5 ", b"L\xd1 "];
        std::iter::repeat_with(|| draw.one(&words)).take(bytes / 3).flatten().copied().collect()
    }),
    ("broken-bytes", |draw, bytes| {
        let mut text = article(draw, bytes, |draw, _| prose::sentence(draw) + "\n");
        text.iter_mut().step_by(300).for_each(|byte| *byte = 0xFF);
        text
    }),
];

/// One article of a press review with this text.
fn article(draw: &mut Draw, bytes: usize, mut piece: impl FnMut(&mut Draw, usize) -> String) -> Vec<u8> {
    let head = "ĐIỂM BÁO HUYỆN MÂY XANH\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n\nMỤC LỤC\n\n\
                TIN TRONG HUYỆN ........ 1\n1. Cầu Tre thông xe ...... 1\n2. Chợ mở lại ..... 2\n\n\
                TIN TRONG HUYỆN\n\nCầu Tre thông xe\n\nXe đã qua. (Mayxanh.vn 13/02, Lê Thử)\n\nChợ mở lại\n\n";
    let text = if bytes == 0 { piece(draw, 1) } else { fill(draw, bytes, piece) };
    format!("{head}{text}\n\nChợ họp cả ngày. (Mayxanh.vn 13/02, Lê Thử)\n").into_bytes()
}

/// One article of a newsletter with this text.
fn newsletter(draw: &mut Draw, bytes: usize, piece: impl FnMut(&mut Draw, usize) -> String) -> Vec<u8> {
    let head = "Bản tin Phố nghề - Số 8/2031 1 \n\n1/ Phố Hàng Nón mở lớp dạy khâu \nnón cho khách\n\n\
                Sáng chủ nhật, lớp học khâu nón \nđầu tiên mở tại đình phố.\n\nTheo: phonghe.vn\n\n\
                2/ Thợ khóa Hàng Đinh sửa khóa \nmiễn phí cho người già\n\n";
    let text = fill(draw, bytes, piece);
    format!("{head}{text}\n\nTheo: hangdinh.com.vn\n").into_bytes()
}

/// A sentence that a page cuts, and what stands at the foot of the page.
fn half_pages(draw: &mut Draw, number: usize, foot: &str) -> String {
    let sentence = prose::sentence(draw);
    let cut = sentence.match_indices(' ').nth(6).map_or(sentence.len(), |(at, _)| at);
    let (before, after) = sentence.split_at(cut);
    format!("{}\n\n{}\n\n{} ", before.trim_start(), foot.replace("{}", &number.to_string()), after.trim_start())
}
