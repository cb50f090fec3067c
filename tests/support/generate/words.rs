//! The vocabulary: places, bodies, people, newspapers, section names. All of it made up for these tests.
//!
//! Where it stops: words and names only; sentences and titles are in `prose`.

use super::draw::Draw;

/// Names of provinces, cities, districts and communes.
pub const PLACES: &[&str] = &[
    "An Lạc",
    "Phú Thịnh",
    "Tân Hòa",
    "Đông Sơn",
    "Vĩnh Lộc",
    "Long Phước",
    "Sơn Tịnh",
    "Hòa Mỹ",
    "Bình Khê",
    "Kim Xuyên",
    "Thanh Lương",
    "Đại Nghĩa",
    "Ninh Phong",
    "Xuân Trường",
    "Cẩm Giàng",
    "Mỹ Đức Đông",
    "Lương Tài",
    "Trà Vân",
    "Hưng Yên Tây",
    "Nam Hải",
    "Bắc Sơn",
    "Đức Hiệp",
    "Quảng Thọ",
    "Thuận Bắc",
    "Yên Khê",
    "Tiên Lữ",
    "Phong Châu",
    "Ea Tir",
    "Krông Nô Thượng",
    "Giang Thành",
    "Ấp Bắc",
    "Ý Yên",
    "Ông Đốc",
    "Ứng Thiên",
    "Đắk Min",
    "Ia Hrung",
    "Côn Vân",
    "Lạc Dương",
    "Hải Thanh",
    "Tràng An Bắc",
];

/// Family names.
pub const FAMILY: &[&str] = &[
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Tạ", "Đoàn", "Trịnh", "Lương", "Cao", "Thái", "Châu", "Kiều", "Ung", "Ông", "Âu", "Vi", "Quách", "Tôn",
];

/// Middle names.
pub const MIDDLE: &[&str] = &[
    "Văn", "Thị", "Đức", "Hữu", "Ngọc", "Minh", "Thanh", "Quốc", "Xuân", "Thu", "Gia", "Bảo", "Kim", "Hồng", "Công",
    "Đình",
];

/// Given names.
pub const GIVEN: &[&str] = &[
    "Ân", "Bách", "Cầm", "Diễm", "Đạt", "Giáp", "Hạ", "Hiếu", "Khuê", "Lam", "Lộc", "Mẫn", "Nghĩa", "Nhàn", "Oanh",
    "Phát", "Quế", "Sáng", "Tâm", "Thịnh", "Thoa", "Trúc", "Tuyết", "Uyên", "Vinh", "Vượng", "Xuyến", "Ý", "Ấn", "Yên",
];

/// Bodies that act in the stories; `{noi}` becomes a place.
pub const AGENCIES: &[&str] = &[
    "UBND tỉnh {noi}",
    "UBND huyện {noi}",
    "UBND thành phố {noi}",
    "HĐND tỉnh {noi}",
    "Sở Nội vụ",
    "Sở Tư pháp tỉnh {noi}",
    "Sở Khoa học và Công nghệ",
    "Văn phòng UBND tỉnh {noi}",
    "Sở Tài chính",
    "Công an tỉnh {noi}",
    "Bảo hiểm xã hội huyện {noi}",
    "Cục Thuế tỉnh {noi}",
    "Bộ Nội vụ",
    "Bộ Tài chính",
    "Bộ Y tế",
    "Văn phòng Chính phủ",
    "Thanh tra tỉnh {noi}",
    "Trung tâm Phục vụ hành chính công tỉnh {noi}",
    "Ban Quản lý các khu công nghiệp {noi}",
    "Sở Giáo dục và Đào tạo",
    "Sở Nông nghiệp và Môi trường",
    "Kho bạc Nhà nước khu vực {noi}",
    "Đoàn kiểm tra liên ngành",
    "UBND phường {noi}",
];

/// Posts that people hold.
pub const ROLES: &[&str] = &[
    "Giám đốc Sở Nội vụ",
    "Chủ tịch UBND huyện",
    "Phó Chủ tịch UBND tỉnh",
    "Trưởng phòng Cải cách hành chính",
    "Chánh Văn phòng",
    "Bí thư Đảng ủy xã",
    "Phó Giám đốc Trung tâm Phục vụ hành chính công",
    "Trưởng Công an phường",
    "Chánh Thanh tra",
    "Phó Trưởng ban Pháp chế",
    "Thứ trưởng",
    "Vụ trưởng",
];

/// What the stories are about.
pub const TOPICS: &[&str] = &[
    "cải cách hành chính",
    "chuyển đổi số",
    "dịch vụ công trực tuyến",
    "sắp xếp đơn vị hành chính",
    "tinh giản biên chế",
    "kiểm soát thủ tục hành chính",
    "số hóa hồ sơ",
    "đạo đức công vụ",
    "chữ ký số cá nhân",
    "thi tuyển chức danh lãnh đạo",
    "phân cấp, ủy quyền",
    "định danh điện tử",
    "cơ chế một cửa liên thông",
    "đánh giá cán bộ",
    "đô thị thông minh",
    "cơ sở dữ liệu đất đai",
    "kỷ luật, kỷ cương hành chính",
    "thanh toán không dùng tiền mặt",
    "vị trí việc làm",
    "tiếp công dân",
    "đầu tư công",
    "quản lý văn bản điện tử",
    "học bạ số",
    "sổ sức khỏe điện tử",
];

/// What people set about doing.
pub const DEEDS: &[&str] = &[
    "rút ngắn thời gian giải quyết hồ sơ",
    "công khai tiến độ xử lý trên màn hình điện tử",
    "cử cán bộ xuống tận thôn, bản",
    "gắn trách nhiệm người đứng đầu với kết quả",
    "rà soát lại toàn bộ quy trình nội bộ",
    "bố trí thêm máy tính tại sảnh",
    "lập tổ công nghệ số cộng đồng",
    "trả kết quả ngay trong ngày",
    "bỏ yêu cầu nộp bản sao giấy tờ đã có trong kho dữ liệu",
    "gửi tin nhắn xin lỗi khi trễ hẹn",
    "chấm điểm thái độ phục vụ bằng mã QR",
    "luân chuyển cán bộ giữa các phòng",
    "mở điểm tiếp nhận lưu động vào thứ Bảy",
    "giao chỉ tiêu cụ thể cho từng phòng, ban",
    "đối thoại với doanh nghiệp mỗi quý",
    "ký số toàn bộ văn bản đi",
    "cắt giảm thành phần hồ sơ trùng lặp",
    "tập huấn kỹ năng số cho công chức cấp xã",
];

/// Ends of document numbers.
pub const DOCUMENTS: &[(&str, &str)] = &[
    ("Quyết định", "QĐ-UBND"),
    ("Kế hoạch", "KH-UBND"),
    ("Công văn", "UBND-NC"),
    ("Nghị định", "NĐ-CP"),
    ("Nghị quyết", "NQ-CP"),
    ("Chỉ thị", "CT-TTg"),
    ("Thông tư", "TT-BNV"),
    ("Thông báo", "TB-VPCP"),
    ("Nghị quyết", "NQ-HĐND"),
    ("Quyết định", "QĐ-TTg"),
];

/// Section names, in capitals.
pub const SECTIONS: &[&str] = &[
    "TIN TRONG NƯỚC",
    "CHỈ ĐẠO, ĐIỀU HÀNH",
    "CÔNG VỤ, CÔNG CHỨC",
    "TIN ĐỊA PHƯƠNG",
    "CẢI CÁCH THỂ CHẾ",
    "CHÍNH QUYỀN SỐ",
    "TÀI CHÍNH CÔNG",
    "KINH NGHIỆM - MÔ HÌNH HAY",
    "Ý KIẾN BẠN ĐỌC",
    "HỎI - ĐÁP",
    "VĂN BẢN, CHÍNH SÁCH",
    "NHÌN RA THẾ GIỚI",
    "GÓC NHÌN",
    "THANH TRA, KIỂM TRA",
    "BỘ MÁY, BIÊN CHẾ",
    "DỊCH VỤ CÔNG",
    "THI ĐUA, KHEN THƯỞNG",
    "VẤN ĐỀ QUAN TÂM",
    "TỪ CƠ SỞ",
    "SỰ KIỆN NỔI BẬT",
    "DIỄN ĐÀN",
    "ĐỜI SỐNG XÃ HỘI",
    "KHOA HỌC – CÔNG NGHỆ",
    "NÔNG THÔN MỚI",
    "AN SINH XÃ HỘI",
    "TƯ PHÁP, HỘ TỊCH",
    "ĐẤT ĐAI, XÂY DỰNG",
    "MÔI TRƯỜNG ĐẦU TƯ",
    "GIÁO DỤC VÀ Y TẾ",
    "NGHIÊN CỨU – TRAO ĐỔI",
    "TIN VẮN",
    "NGƯỜI TỐT, VIỆC TỐT",
    "CHUYỂN ĐỔI SỐ",
    "PHẢN ÁNH, KIẾN NGHỊ",
    "QUỐC HỘI VÀ CỬ TRI",
    "TỔNG HỢP TUẦN QUA",
    "CHÍNH SÁCH MỚI CÓ HIỆU LỰC",
    "ĐÔ THỊ VÀ GIAO THÔNG",
    "CÔNG DÂN SỐ",
    "VĂN HÓA CÔNG SỞ",
];

/// Newspapers with a domain, as bulletins print them.
pub const SITES: &[&str] = &[
    "Baoanlac.vn",
    "Baodongson.com.vn",
    "Congvuso.vn",
    "Thoisunay.vn",
    "Nguoiquansat.com.vn",
    "Baovinhloc.vn",
    "Tin24h.vn",
    "Dansinhmoi.vn",
    "Phapluatdoisong.vn",
    "Kinhtesongxanh.vn",
    "Baotanhoa.org.vn",
    "Dothimoi.net.vn",
    "Sonha.gov.vn",
    "Anlac.gov.vn",
    "Hanhchinhcong.vn",
    "Nhipcaudautu24.vn",
    "Baophuthinh.com",
    "Giaoducso.edu.vn",
    "Tapchicongvu.vn",
    "VietTin.vn",
    "Laodongmoi.vn",
    "Suckhoecongdong.vn",
    "Nongthonngaynay.com.vn",
    "Thitruongviet.vn",
    "Chinhsachmoi.vn",
    "Ngaymoi.vn",
    "Baohaithanh.vn",
    "Cuocsongso.vn",
    "E-congdan.vn",
    "Thanhtra24.com.vn",
    "Tintuc.anlac.gov.vn",
    "Toquoc-moi.vn",
    "Doanhnhanviet.net",
    "Baonamhai.vn",
    "Thegioimang.com.vn",
    "Songtre.online",
];

/// Newspapers without a domain.
pub const PAPERS: &[&str] = &[
    "Báo An Lạc",
    "Báo Người Quan Sát",
    "Tạp chí Công vụ và Đời sống",
    "Thời báo Đông Sơn",
    "Báo Lao động Mới",
    "Tuần báo Đô thị",
    "Báo Dân sinh",
    "Tạp chí Hành chính công",
    "Báo Phụ nữ Vĩnh Lộc",
    "Bản tin Nội chính",
    "Báo Kinh tế Xanh",
    "Tạp chí Tư pháp Trẻ",
    "Báo Tuổi xanh",
    "Đài PT-TH An Lạc",
    "Cổng TTĐT tỉnh Đông Sơn",
    "Báo Pháp lý Ngày nay",
    "Thời báo Kinh doanh Miền Trung",
    "Nguyệt san Công chức",
    "Báo Giáo dục Mới",
    "Tạp chí Xây dựng Nông thôn",
    "Hà Thành Mới",
    "Sông Hương Nhật báo",
    "VietPress",
    "Dân Quê",
    "Đất Việt Nhật báo",
    "Người Đô Thị",
];

/// A place name.
pub fn place(draw: &mut Draw) -> &'static str {
    draw.one(PLACES)
}

/// A full name.
pub fn person(draw: &mut Draw) -> String {
    let family = draw.one(FAMILY);
    let given = draw.one(GIVEN);
    match draw.weighted(&[("two", 4), ("three", 6), ("four", 1)]) {
        "two" => format!("{family} {given}"),
        "three" => format!("{family} {} {given}", draw.one(MIDDLE)),
        _ => {
            let (first, second) = (draw.one(&["Thị", "Văn", "Hữu"]), draw.one(&["Hồng", "Minh", "Ngọc", "Thanh"]));
            format!("{family} {first} {second} {given}")
        }
    }
}

/// A name as it stands under an article: in full, a pen name, or with initials.
pub fn by_line(draw: &mut Draw) -> String {
    match draw.weighted(&[("full", 7), ("pen", 3), ("initial", 2), ("short", 1)]) {
        "pen" => format!("{} {}", draw.one(&["Hải", "Minh", "Thu", "An", "Bích", "Hà", "Vân", "Sơn"]), draw.one(GIVEN)),
        "initial" => format!("{}.{}", draw.one(&["H", "T", "N", "Đ", "V", "Ng", "Q", "P"]), draw.one(GIVEN)),
        "short" => format!("{} {}", draw.one(&["Lê", "Vũ", "Hà", "Tạ"]), draw.one(GIVEN)),
        _ => person(draw),
    }
}

/// The host that a printed site name stands for.
pub fn domain(site: &str) -> String {
    let lower = site.to_lowercase();
    lower.strip_prefix("www.").unwrap_or(&lower).to_owned()
}
