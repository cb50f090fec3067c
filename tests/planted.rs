//! One defect planted into a bulletin without any gives its own code and no other.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that panics has failed")]

use bantin::model::Code;
use bantin::{Options, parse};

/// A bulletin without a finding.
const CLEAN: &str = "\
Năm 2031
THỨ SÁU
Phát hành: 14/02/2031
Bản tin
ĐIỂM BÁO HUYỆN MÂY XANH

TIN TRONG HUYỆN ........ 1
1. Cầu Tre thông xe sau ba năm chờ đợi ........ 1
2. Chợ Bến Đò đổi ngày họp phiên ........ 2
TIN NGOÀI HUYỆN ........ 3
3. Trạm y tế xã Vân Hạ có bác sĩ mới ........ 3
4. Thị trấn Gốc Gạo thu phí giữ xe ........ 4
TIN XA ........ 5
5. Hợp tác xã Hòn Mây bán chè sang tỉnh bạn ........ 5

TIN TRONG HUYỆN

Cầu Tre thông xe sau ba năm chờ đợi

Cây cầu dài 120 mét nối hai bờ sông Trong đã cho xe máy qua lại. Ông Lê Thử nói: “Từ nay học trò khỏi phải đi đò”.

(Mayxanh.vn 13/02, Lê Thử)

Chợ Bến Đò đổi ngày họp phiên

Từ tháng này, chợ họp vào ngày năm và ngày mười mỗi tuần trăng. Ban quản lý đã dán lịch mới ở cả ba cổng.

(Bendo.com.vn 12/02, Thân Nhã)

TIN NGOÀI HUYỆN

Trạm y tế xã Vân Hạ có bác sĩ mới

Bác sĩ trẻ nhận việc sau khi học xong ở tỉnh. Trạm mở cửa thêm hai buổi chiều \"cho người đi làm đồng\" mỗi tuần.

(Báo Đồi Cỏ 12/02, Vi Thao)

Thị trấn Gốc Gạo thu phí giữ xe

Người gửi xe quét mã ở cổng bãi và trả tiền khi lấy xe. Mỗi ngày có hơn bốn trăm lượt xe vào bãi.

(Gocgao.com 11/02, Đặng Nhu)

TIN XA

Hợp tác xã Hòn Mây bán chè sang tỉnh bạn

Chuyến hàng đầu gồm hai tấn chè khô đã lên đường hôm qua. Hợp tác xã mong mỗi quý bán được một chuyến như vậy.

(Honmay.vn 13/02, Tạ Mẫn)
";

fn codes(text: &str) -> Vec<Code> {
    let mut codes: Vec<Code> =
        parse(text, &Options::default()).diagnostics.into_iter().map(|finding| finding.code).collect();
    codes.dedup();
    codes
}

#[test]
fn a_planted_defect_gives_its_own_code_alone() {
    use Code::{
        ArticleNotInToc, CitationUnbalanced, CitationWithoutDate, DateAfterIssue, DateImpossible, DateTooOld,
        DomainSuspicious, ForeignLetter, IssueDateMissing, LegacyEncoding, MissingCitation, NumberGap, NumberRepeated,
        PageGoesBack, ReplacementCharacter, SectionDiffers, TextBehindCitation, TocEntryWithoutArticle,
        TocOrderDiffers, TocTitleDiffers, UnbalancedQuotes, WeekdayMismatch, YearLabelMismatch,
    };
    assert_eq!(codes(CLEAN), []);
    let third = "Trạm y tế xã Vân Hạ có bác sĩ mới";
    let cases: &[(&str, &str, Code)] = &[
        ("Năm 2031", "Năm 2030", YearLabelMismatch),
        ("THỨ SÁU", "THỨ BẢY", WeekdayMismatch),
        ("Phát hành: 14/02/2031\n", "", IssueDateMissing),
        ("Phát hành: 14/02/2031", "Phát hành: 31/02/2031", DateImpossible),
        ("Phát hành: 14/02/2031", "Ngày 32 tháng 02 năm 2031", DateImpossible),
        // Contents.
        ("2. Chợ Bến Đò đổi ngày họp phiên ........ 2\n", "", ArticleNotInToc),
        ("2. Chợ Bến Đò đổi ngày", "2. Chợ Bến Đò đổi tháng", TocTitleDiffers),
        ("\nChợ Bến Đò đổi ngày họp phiên\n", "\n", TocEntryWithoutArticle),
        // The first heading of a section: what stands under that of the section is no article of its name.
        ("\nTrạm y tế xã Vân Hạ có bác sĩ mới\n", "\n", TocEntryWithoutArticle),
        ("TIN TRONG HUYỆN ........ 1\n", "", SectionDiffers),
        ("\nTIN TRONG HUYỆN\n", "\n", SectionDiffers),
        ("\nTIN XA\n", "\n", SectionDiffers),
        ("\nTIN NGOÀI HUYỆN\n", "\nTIN CÁC HUYỆN BẠN\n", SectionDiffers),
        (
            "4. Thị trấn Gốc Gạo thu phí giữ xe ........ 4",
            "4. Thị trấn Gốc Gạo thu phí giữ xe ........ 1",
            PageGoesBack,
        ),
        ("4. Thị trấn", "6. Thị trấn", NumberGap),
        ("4. Thị trấn", "3. Thị trấn", NumberRepeated),
        (
            "3. Trạm y tế xã Vân Hạ có bác sĩ mới ........ 3\n4. Thị trấn Gốc Gạo thu phí giữ xe ........ 4",
            "4. Thị trấn Gốc Gạo thu phí giữ xe ........ 3\n3. Trạm y tế xã Vân Hạ có bác sĩ mới ........ 4",
            TocOrderDiffers,
        ),
        // Citations.
        ("(Báo Đồi Cỏ 12/02, Vi Thao)\n\n", "", MissingCitation),
        (
            "(Mayxanh.vn 13/02, Lê Thử)",
            "(Mayxanh.vn 13/02, Lê Thử)\n\nĐò cũ vẫn chạy thêm một tháng, để ai chưa quen đường mới thì còn qua sông được.",
            TextBehindCitation,
        ),
        ("(Mayxanh.vn 13/02, Lê Thử)", "Mayxanh.vn 13/02, Lê Thử)", CitationUnbalanced),
        ("(Mayxanh.vn 13/02, Lê Thử)", "(Mayxanh.vn 13/02, Lê Thử", CitationUnbalanced),
        ("(Mayxanh.vn 13/02, Lê Thử)", "(Mayxanh.vn, Lê Thử)", CitationWithoutDate),
        ("Mayxanh.vn 13/02", "Mayxanh.vn 31/02", DateImpossible),
        ("Mayxanh.vn 13/02", "Mayxanh.vn 2031-13-02", DateImpossible),
        ("Mayxanh.vn 13/02", "Mayxanh.vn 17/02", DateAfterIssue),
        ("Mayxanh.vn 13/02", "Mayxanh.vn 13/02/2028", DateTooOld),
        ("Mayxanh.vn", "Mayxanh,vn", DomainSuspicious),
        ("Mayxanh.vn", "Mayxanh, vn", DomainSuspicious),
        ("Mayxanh.vn", "Mayxanh vn", DomainSuspicious),
        ("Mayxanh.vn", "Mayxanh..vn", DomainSuspicious),
        ("Mayxanh.vn", "Mayxanhvn", DomainSuspicious),
        ("Bendo.com.vn", "Bendo.com vn", DomainSuspicious),
        ("Bendo.com.vn", "Bendo.com,vn", DomainSuspicious),
        // Characters.
        ("“Từ nay", "Từ nay", UnbalancedQuotes),
        ("\"cho người", "cho người", UnbalancedQuotes),
        ("“Từ nay", "“Từ \"nay", UnbalancedQuotes),
        ("1. Cầu Tre thông", "1. Cầu “Tre thông", UnbalancedQuotes),
        ("\nTIN NGOÀI HUYỆN\n", "\nTIN NGO\u{FFFD}I HUYỆN\n", ReplacementCharacter),
        ("\nChợ Bến Đò đổi", "\nChợ Bến Đò đ\u{FFFD}i", ReplacementCharacter),
        ("3. Trạm y tế", "3. Tr\u{FFFD}m y tế", ReplacementCharacter),
        ("Báo Đồi Cỏ 12/02", "Báo Đồi C\u{FFFD} 12/02", ReplacementCharacter),
        ("Báo Đồi Cỏ", "Báo Ðồi Cỏ", ForeignLetter),
        ("đã lên đường hôm qua", "ðã lên đƣờng hôm qua", ForeignLetter),
        ("\nChợ Bến Đò đổi ngày họp phiên\n", "\nChî BÕn §ß ®æi ngµy häp phiªn\n", LegacyEncoding),
        ("\nChợ Bến Đò đổi ngày họp phiên\n", "\nChôï Beán Ñoø ñoåi ngaøy hoïp phieân\n", LegacyEncoding),
        (
            "Chuyến hàng đầu gồm hai tấn chè khô đã lên đường hôm qua.",
            "ChuyÕn hµng ®Çu gåm hai tÊn chÌ kh« ®· lªn ®êng h«m qua.\n",
            LegacyEncoding,
        ),
    ];
    for (from, to, code) in cases {
        // A line of the body is the last one that reads so.
        let at = if from.starts_with('\n') { CLEAN.rfind(from) } else { CLEAN.find(from) };
        let at = at.unwrap_or_else(|| panic!("{from} is not there"));
        let text = format!("{}{to}{}", &CLEAN[..at], &CLEAN[at + from.len()..]);
        assert_eq!(codes(&text), [*code], "{from:?} became {to:?}");
    }
    let article = CLEAN.find(&format!("\n{third}\n")).unwrap();
    let after = CLEAN.find("\nThị trấn Gốc Gạo thu phí giữ xe\n").unwrap();
    assert_eq!(codes(&format!("{}{}", &CLEAN[..article], &CLEAN[after..])), [TocEntryWithoutArticle]);
}
