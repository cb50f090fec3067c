//! Sentences, titles and list items, put together from templates with slots.
//!
//! The prose has the shape of administrative news (places, bodies, numbers, dates, quotations, abbreviations,
//! parentheses, percentages, document numbers) and says nothing true. Where it stops: no layout, no wrapping.

use super::draw::Draw;
use super::words::{self, AGENCIES, DEEDS, DOCUMENTS, ROLES, TOPICS};

const SENTENCES: &[&str] = &[
    "Sáng {ngay}, {cq} tổ chức hội nghị đánh giá kết quả {chude} từ đầu năm đến nay, với sự tham dự của đại diện {so} cơ quan, đơn vị.",
    "Theo báo cáo của {cq}, toàn tỉnh đã tiếp nhận {solon} hồ sơ, trong đó {pt} được nộp qua mạng, tăng {pt} so với cùng kỳ.",
    "{Chuc} {nguoi} cho biết, đơn vị đã {viec}, đồng thời {viec} để người dân không phải đi lại nhiều lần.",
    "Thực hiện {vb} về {chude}, các phòng, ban đã {viec} và bước đầu ghi nhận những tín hiệu khả quan.",
    "“Điều quan trọng nhất là người dân thấy được sự thay đổi từ chính thái độ của cán bộ”, ông {nguoi} nhấn mạnh.",
    "Tại {xa}, mô hình “Chính quyền lắng nghe” sau {thang} tháng vận hành đã giúp giảm {pt} số lượt đi lại của người dân.",
    "Bà {nguoi} (trú tại {xa}) kể lại, trước đây bà phải chờ {thang} ngày mới nhận được giấy hẹn, nay chỉ mất chưa đến một buổi.",
    "Đến hết ngày {ngaydd}, tỷ lệ hồ sơ giải quyết đúng hạn của {huyen} đạt {pt}, vượt chỉ tiêu được giao.",
    "Bên cạnh kết quả đạt được, công tác {chude} vẫn còn hạn chế: một số nơi chưa chủ động, hạ tầng thiếu đồng bộ, nhân lực mỏng.",
    "Theo Báo {noi}, dự án nói trên đã qua {thang} lần điều chỉnh mà vẫn chưa có mặt bằng sạch.",
    "Trả lời TTXVN, {chuc} {nguoi} khẳng định các khoản thu sai sẽ được hoàn lại trước ngày {ngaydd}.",
    "Nguồn: số liệu do {cq} cung cấp cho thấy chi phí tuân thủ đã giảm {pt}.",
    "Trước thực tế đó, {cq} yêu cầu các địa phương {viec}, hoàn thành trước ngày {ngaydd}.",
    "Cụ thể, {so} thủ tục trong lĩnh vực đất đai, {so} thủ tục về hộ tịch và {so} thủ tục xây dựng đã được đưa lên cổng dịch vụ.",
    "Ông {nguoi}, {chuc}, cho rằng muốn làm tốt {chude} thì phải bắt đầu từ khâu tuyển chọn con người.",
    "Kinh phí thực hiện khoảng {so} tỷ đồng, lấy từ nguồn ngân sách địa phương và các nguồn hợp pháp khác.",
    "Qua kiểm tra {so} xã, phường, đoàn công tác phát hiện {so} trường hợp chậm trả kết quả mà không có thư xin lỗi.",
    "Nhờ {viec}, chỉ số hài lòng của {tinh} năm {nam} tăng {so} bậc, lên vị trí thứ {so} cả nước.",
    "Hệ thống mới cho phép người dân theo dõi hồ sơ trên điện thoại, nhận thông báo tự động và đánh giá ngay sau khi nhận kết quả.",
    "Trong {thang} tháng đầu năm {nam}, bộ phận một cửa của {xa} không để phát sinh hồ sơ quá hạn.",
    "Theo {vb} ngày {ngaydd}, thẩm quyền phê duyệt được giao cho cấp huyện đối với dự án dưới {so} tỷ đồng.",
    "Anh {nguoi}, chủ một cơ sở sản xuất ở {huyen}, mong muốn các biểu mẫu được viết ngắn gọn và dễ hiểu hơn.",
    "Phát biểu kết luận, {chuc} {nguoi} giao {cq} chủ trì, phối hợp với các ngành liên quan {viec}.",
    "Đáng chú ý, có tới {pt} số người được hỏi nói rằng họ từng phải bổ sung giấy tờ ít nhất hai lần.",
    "Từ kinh nghiệm của {tinh}, nhiều địa phương lân cận đã cử đoàn đến học tập cách {viec}.",
    "Việc {viec} được xem là khâu đột phá, bởi nó chạm đúng chỗ người dân phàn nàn nhiều nhất.",
    "Ở {huyen}, {so}/{so} đơn vị cấp xã đã trang bị đủ máy quét, trong đó {so} đơn vị dùng chung thiết bị với điểm bưu điện.",
    "Đại diện {cq} thừa nhận việc kết nối giữa các phần mềm chuyên ngành còn trục trặc, có thời điểm gián đoạn nhiều giờ liền.",
    "Cùng thời gian này, {huyen} cũng phát động đợt thi đua cao điểm {so} ngày đêm để làm sạch dữ liệu.",
    "Mặc dù vậy, nhiều cán bộ vẫn quen với cách làm cũ; việc in giấy, trình ký tay còn diễn ra ở không ít nơi.",
    "Ngay sau hội nghị, {so} đơn vị đã ký giao ước thi đua và đăng ký {so} sáng kiến về {chude}.",
    "Theo tính toán, mỗi năm cách làm này tiết kiệm cho xã hội khoảng {so} tỷ đồng chi phí đi lại và in ấn.",
    "Ủy ban cũng lưu ý các đơn vị không được tự đặt thêm giấy tờ ngoài quy định tại {vb}.",
    "Một góc sảnh tiếp dân nay đã có nước uống, sách báo và hai máy tính nối mạng, do đoàn viên thanh niên thay nhau trực.",
    "Giai đoạn 2021-2025, {tinh} phấn đấu đưa {pt} dịch vụ công đủ điều kiện lên mức toàn trình.",
    "Báo cáo cũng chỉ ra {so} nhóm nguyên nhân, trong đó nguyên nhân chủ quan chiếm {pt}.",
    "Về phần mình, {cq} cam kết công bố lịch tiếp dân hằng tuần và trả lời kiến nghị trong vòng {so} ngày làm việc.",
    "Không chỉ dừng ở đó, xã còn mời người có uy tín tham gia giám sát, mỗi tháng họp một lần vào ngày cuối.",
    "Như vậy, {tinh} đã {thang} lần liền đứng trong nhóm dẫn đầu.",
    "Quy trình gồm bốn bước: tiếp nhận, thẩm định, trình ký và trả kết quả; mỗi bước đều ghi rõ tên người xử lý.",
    "Để tháo gỡ, tỉnh đã lập tổ công tác do {chuc} {nguoi} làm tổ trưởng, họp giao ban vào chiều thứ Năm hằng tuần.",
    "Người dân có thể nộp hồ sơ tại bất kỳ điểm nào trong {so} điểm tiếp nhận, không phụ thuộc nơi thường trú.",
    "Kết quả khảo sát trực tuyến với {solon} lượt người tham gia cho thấy mức hài lòng chung đạt {pt}.",
    "Ông {nguoi} nói thêm: “Chúng tôi không chạy theo con số, mà nhìn vào từng hồ sơ bị trả lại”.",
    "Trong khi đó, tại {tinh}, việc {viec} mới chỉ dừng ở mức thí điểm với {so} xã.",
    "Các chuyên gia khuyến nghị cần gắn {chude} với chế độ đãi ngộ, nếu không sẽ khó giữ chân người giỏi.",
    "Chỉ thị nêu rõ, thủ trưởng đơn vị để hồ sơ quá hạn từ {so}% trở lên sẽ bị xem xét trách nhiệm.",
    "Sắp tới, {cq} sẽ {viec}, coi đây là nhiệm vụ trọng tâm của quý {quy} năm {nam}.",
    "Khu vực nông thôn vẫn là nơi khó nhất: sóng yếu, nhiều người lớn tuổi chưa dùng điện thoại thông minh.",
    "Dự kiến {so} chức danh lãnh đạo cấp phòng sẽ được thi tuyển công khai, kết quả niêm yết ngay trong ngày.",
    "Trung bình mỗi ngày bộ phận này tiếp nhận khoảng {so} lượt công dân, riêng đầu tuần có khi lên tới {so} lượt.",
    "Nội dung trên được nêu trong {vb} do {chuc} {nguoi} vừa ký ban hành.",
    "Từ đó đến nay, tổ đã hướng dẫn hơn {solon} lượt người, chủ yếu là cài đặt ứng dụng và tạo tài khoản.",
    "Mục tiêu là đến năm 2030 mọi giao dịch giữa người dân và chính quyền đều để lại dấu vết số.",
    "Bộ tiêu chí mới gồm {so} chỉ số thành phần, tổng điểm tối đa là 100, trong đó điểm khảo sát chiếm 30.",
    "Song song với việc này, {cq} phối hợp với bưu điện trả kết quả tận nhà cho {pt} hồ sơ.",
    "Lãnh đạo {huyen} khẳng định sẽ không để khoảng trống trong quản lý khi bộ máy được sắp xếp lại.",
    "Nếu như năm trước cả huyện chỉ có {so} hồ sơ trực tuyến thì nay con số ấy đã là {solon}.",
    "Đoàn giám sát đề nghị bổ sung biên chế cho bộ phận một cửa, nơi mỗi người đang kiêm từ hai đến ba việc.",
    "Cũng theo ông {nguoi}, cái khó hiện nay là dữ liệu cũ lưu trên giấy, nhiều tập đã mờ, rách.",
    "Hội nghị được kết nối trực tuyến tới {so} điểm cầu trong toàn tỉnh và phát lại trên cổng thông tin điện tử.",
    "Chị {nguoi}, công chức tư pháp - hộ tịch {xa}, chia sẻ rằng áp lực lớn nhất là những ngày giáp Tết.",
    "Số liệu của {cq} cho thấy có {so} thủ tục hành chính (TTHC) chưa phát sinh hồ sơ nào trong cả năm.",
    "Với phương châm “gần dân, trọng dân, vì dân”, {xa} đã {viec} ngay trong tuần đầu tiên.",
    "Những phản ánh gửi về đường dây nóng đều được phân loại trong {so} giờ và chuyển đến đúng nơi xử lý.",
    "Kế hoạch chia làm hai giai đoạn: giai đoạn một thí điểm tại {huyen}, giai đoạn hai mở rộng ra toàn tỉnh.",
    "Hiện {tinh} còn {so} đơn vị chưa hoàn thành đề án vị trí việc làm theo {vb}.",
];

const TITLES: &[&str] = &[
    "{noi}: Đẩy nhanh tiến độ {chude}",
    "{noi} dẫn đầu khu vực về {chude}",
    "Khi cán bộ xã biết nói lời xin lỗi",
    "{noi}: {pt} hồ sơ được giải quyết trước hạn",
    "Gỡ nút thắt trong {chude} ở {noi}",
    "{Cq} yêu cầu {viec}",
    "Để {chude} không còn là khẩu hiệu",
    "{noi} thí điểm {viec}",
    "Chuyện ở bộ phận một cửa {xa}",
    "Hơn {solon} hồ sơ được số hóa tại {noi}",
    "{noi} tập trung {viec}, phục vụ người dân tốt hơn",
    "Đổi mới cách làm {chude}: Nhìn từ {noi}",
    "Vì sao {chude} ở {noi} vẫn chậm?",
    "Mô hình “Ba không” ở {noi}: Việc nhỏ, hiệu quả lớn",
    "Từ 1/7, {noi} áp dụng quy trình mới về {chude}",
    "{noi} công bố kết quả xếp hạng {chude} năm {nam}",
    "Người dân {noi} hài lòng với dịch vụ công trực tuyến",
    "Sắp xếp bộ máy: {noi} giảm {so} đầu mối",
    "Nâng chất đội ngũ công chức cấp xã ở {noi}",
    "{noi}: Tổ công nghệ số đến từng ngõ",
    "Thanh tra công vụ đột xuất tại {noi}",
    "Hướng tới nền hành chính phục vụ",
    "Bước tiến mới trong {chude}",
    "{noi} khen thưởng {so} tập thể làm tốt {chude}",
    "Dữ liệu dùng chung: Chìa khóa của {chude}",
    "{noi} đối thoại với doanh nghiệp về {chude}",
    "Đề xuất bỏ {so} thủ tục không còn phù hợp",
    "{Cq} ban hành bộ tiêu chí đánh giá mới",
    "Công chức trẻ và bài toán giữ chân người tài",
    "{noi}: Nộp hồ sơ tại nhà, nhận kết quả qua bưu điện",
    "Trả lời kiến nghị của cử tri về {chude}",
    "{noi} xử lý nghiêm tình trạng trễ hẹn",
    "Chữ ký số về tới thôn, bản ở {noi}",
    "Kinh nghiệm {chude} của {noi} và những gợi mở",
    "{noi} “chạy đua” với thời hạn {chude}",
    "Cắt giảm {pt} thời gian cấp phép xây dựng tại {noi}",
    "Đánh giá lại hiệu quả của trung tâm hành chính công {noi}",
    "{noi} – {noi2}: Bắt tay {chude}",
    "Người dân hài lòng mới là thước đo",
    "Khai trương điểm phục vụ lưu động ở {noi}",
    "Từng bước hiện đại hóa nền hành chính ở {noi}",
    "Điểm sáng {noi}",
    "{noi}: Làm sạch dữ liệu, {viec}",
    "Nhiều điểm mới trong dự thảo quy định về {chude}",
    "Bài học từ {so} năm thực hiện {chude} tại {noi}",
    "Cán bộ “một cửa” và áp lực cuối năm",
    "Chấn chỉnh {chude} tại các sở, ngành của {noi}",
    "{noi} lập đường dây nóng tiếp nhận phản ánh",
    "Thêm {so} dịch vụ công được tích hợp trên cổng quốc gia",
    "{noi} tạm dừng tuyển dụng để rà soát biên chế",
    "Cách {noi} giữ vị trí tốp đầu về {chude}",
    "Ông bà cũng học nộp hồ sơ qua mạng",
    "Hội nghị trực tuyến toàn quốc về {chude}",
    "Tháo gỡ khó khăn cho doanh nghiệp ở {noi}: Nói đi đôi với làm",
    "{noi} bãi bỏ {so} văn bản quy phạm pháp luật hết hiệu lực",
    "Phân cấp mạnh hơn, giám sát chặt hơn trong {chude}",
    "Mỗi tuần một thủ tục: Sáng kiến của {xa}",
    "Thi tuyển lãnh đạo ở {noi}: Công khai từ đề đến điểm",
    "{noi} số hóa {pt} kho lưu trữ hộ tịch",
    "Đưa chỉ số hài lòng vào đánh giá người đứng đầu",
    "Bộ phận một cửa {noi} mở cửa cả thứ Bảy",
    "{Cq} lấy ý kiến về dự thảo quy chế làm việc",
    "Chính quyền {noi} gửi thư chúc mừng, chia buồn đến từng nhà",
    "Sáu tháng {chude}: Con số và câu chuyện",
    "Nâng hạng {chude}, {noi} cần làm gì trong những tháng cuối năm {nam}",
    "Giám sát việc giải quyết thủ tục đất đai trên địa bàn {noi}",
    "{noi} hỗ trợ người cao tuổi làm quen với {chude}",
    "Học bạ số, sổ sức khỏe điện tử: Tiện ích đến với mọi nhà",
    "Ngành tư pháp {noi} và câu chuyện liên thông dữ liệu",
    "Quy định mới về {chude} có hiệu lực từ ngày 15/8",
    "{noi}: Xóa bỏ giấy tờ trùng lặp",
    "Hiệu quả bước đầu của mô hình chính quyền đô thị tại {noi}",
    "{noi} họp báo quý {quy}",
    "Tập huấn {chude} cho {so} cán bộ cơ sở",
    "Lan tỏa phong trào thi đua {chude} tại {noi}",
    "{noi} ứng dụng trí tuệ nhân tạo trong tiếp nhận phản ánh",
    "Bưu điện {noi} chung tay {chude}",
    "Chi trả lương hưu qua tài khoản ở {noi}: Tiện lợi và an toàn",
    "Minh bạch từ khâu tiếp nhận",
    "{noi} kiểm tra công tác {chude} tại {so} đơn vị",
    "“Hẹn là đúng” – lời hứa của chính quyền {noi}",
    "Tái cấu trúc quy trình, {noi} tiết kiệm {so} tỷ đồng mỗi năm",
    "Nỗ lực {chude} của vùng biên {noi}",
    "Thư ngỏ gửi công dân {noi}",
];

const ITEMS: &[&str] = &[
    "Rà soát, chuẩn hóa danh mục thủ tục thuộc thẩm quyền của {cq}",
    "Bố trí cán bộ có năng lực làm việc tại bộ phận tiếp nhận",
    "Công khai số điện thoại đường dây nóng của {huyen}",
    "Hoàn thành việc {viec} trước ngày {ngaydd}",
    "Kiểm tra đột xuất ít nhất {so} đơn vị mỗi quý",
    "Nâng cấp đường truyền cho {so} xã vùng sâu",
    "Báo cáo kết quả về {cq} trước ngày {so} hằng tháng",
    "Tổ chức {so} lớp tập huấn về {chude}",
    "Thành lập tổ giúp việc gồm {so} thành viên",
    "Bảo đảm {pt} văn bản đi được ký số",
    "Kịp thời biểu dương tập thể, cá nhân làm tốt",
    "Xử lý nghiêm trường hợp gây phiền hà, sách nhiễu",
];

const SUBHEADINGS: &[&str] = &[
    "Những chuyển biến bước đầu",
    "Khó khăn còn ở phía trước",
    "Cần sự vào cuộc đồng bộ",
    "Từ quyết tâm đến hành động",
    "Lấy người dân làm trung tâm",
    "Gỡ vướng từ cơ sở",
    "Con người là yếu tố quyết định",
    "Đổi mới tư duy phục vụ",
    "Nhìn thẳng vào hạn chế",
    "Hướng đi cho giai đoạn tới",
    "Hiệu quả thấy rõ",
    "Không để ai bị bỏ lại phía sau",
];

const CAPTIONS: &[&str] = &[
    "Người dân làm thủ tục tại bộ phận một cửa {xa}",
    "Quang cảnh buổi làm việc với {cq}",
    "Đồng chí {nguoi} phát biểu kết luận hội nghị",
    "Cán bộ {xa} hướng dẫn bà con cài đặt ứng dụng",
    "Trao thưởng cho các tập thể có thành tích trong {chude}",
    "Lễ ký kết quy chế phối hợp tại {noi}",
];

const QUESTIONS: &[&str] = &[
    "- Thưa ông, đâu là khó khăn lớn nhất khi triển khai {chude}?",
    "- Xin ông cho biết kết quả nổi bật của {noi} trong năm {nam}?",
    "- Vậy giải pháp nào để {viec}, thưa bà?",
    "- Người dân {noi} được hưởng lợi gì từ {chude}?",
    "- Ông kỳ vọng gì ở giai đoạn tới?",
];

const TRAPS: &[&str] = &[
    "Hồ sơ nộp trực tiếp tại trụ sở (số {so}, đường Lý Thường Kiệt, phường {noi}).",
    "Đợt cao điểm kéo dài hai tháng (từ 15/3 đến 30/6).",
    "Nội dung này do {cq} chủ trì (theo Công văn số {so}/UBND-NC ngày 5/4/2023).",
    "Toàn huyện có {so} điểm tiếp nhận (tăng {so} điểm so với năm {nam}).",
    "Cách làm này đã được ghi trong quy chế nội bộ (trích Quy chế số 12/QC-UBND).",
    "Đơn vị xếp thứ nhì toàn tỉnh (sau huyện {noi}).",
    "Chi tiết xem tại trang của đơn vị (https://dichvucong.{host}/tra-cuu).",
    "Mọi ý kiến xin gửi về hộp thư của ban soạn thảo (gopy@{host}).",
    "Việc này giao cho tổ chuyên trách (ông {nguoi}, {chuc}).",
    "Các đồng chí dự họp đông đủ (có danh sách kèm theo).",
    "Bà con đến làm thủ tục rất đông (Ảnh minh họa).",
    "Thời gian thí điểm là nửa năm (tháng 3 - tháng 8/2023).",
    "Văn bản được gửi tới tất cả các đơn vị (Theo Kế hoạch số {so}/KH-UBND).",
    "Số liệu được chốt vào cuối quý (nguồn: báo cáo của {cq}).",
    "Tỷ lệ này được tính trên tổng số hồ sơ phát sinh (không tính hồ sơ rút).",
    "Người phát ngôn là bà {nguoi} (Sở Nội vụ).",
    "Ngưỡng đạt được nâng lên so với năm ngoái (90/100 điểm).",
];

/// A sentence for an article.
pub fn sentence(draw: &mut Draw) -> String {
    let template = draw.one(SENTENCES);
    fill(draw, template)
}

/// A paragraph of as many sentences.
pub fn paragraph(draw: &mut Draw, sentences: usize) -> String {
    (0..sentences).map(|_| sentence(draw)).collect::<Vec<_>>().join(" ")
}

/// The title of an article, without a full stop.
pub fn title(draw: &mut Draw) -> String {
    let template = draw.one(TITLES);
    let filled = fill(draw, template);
    capitalise(&filled)
}

/// A long title, apt to be wrapped.
pub fn long_title(draw: &mut Draw) -> String {
    loop {
        let title = title(draw);
        if title.chars().count() > 45 {
            return title;
        }
    }
}

/// What one item of a list says, without marker and end mark.
pub fn item(draw: &mut Draw) -> String {
    let template = draw.one(ITEMS);
    fill(draw, template)
}

/// A heading inside an article.
pub fn subheading(draw: &mut Draw) -> String {
    draw.one(SUBHEADINGS).to_owned()
}

/// What a picture shows.
pub fn caption(draw: &mut Draw) -> String {
    let template = draw.one(CAPTIONS);
    fill(draw, template)
}

/// A question in an interview, with its dash.
pub fn question(draw: &mut Draw) -> String {
    let template = draw.one(QUESTIONS);
    fill(draw, template)
}

/// A sentence that ends like a citation and is none.
pub fn trap(draw: &mut Draw) -> String {
    let template = draw.one(TRAPS);
    fill(draw, template)
}

/// The source of a photograph, left behind at the end of a paragraph.
pub fn photo_source(draw: &mut Draw) -> String {
    fill(draw, "Nguồn ảnh: Cổng thông tin điện tử tỉnh {noi}.")
}

/// A sentence with a web address in it.
pub fn address(draw: &mut Draw) -> String {
    fill(draw, "Hồ sơ được tiếp nhận tại Cổng dịch vụ công {tinh} (https://dichvucong.{host}) từ đầu tháng tới.")
}

/// A document and its number, `Quyết định số 412/QĐ-UBND`.
pub fn document(draw: &mut Draw) -> String {
    let (kind, code) = draw.one(DOCUMENTS);
    let number = draw.between(2, 3999);
    let year = draw.between(2015, 2024);
    if code.ends_with("CP") || code.starts_with("TT") {
        format!("{kind} số {number}/{year}/{code}")
    } else {
        format!("{kind} số {number}/{code}")
    }
}

/// Fills the slots of a template.
pub fn fill(draw: &mut Draw, template: &str) -> String {
    let mut text = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, slot)) = rest.split_once('{') {
        text.push_str(before);
        let (name, after) = slot.split_once('}').expect("a slot is closed");
        let value = slot_value(draw, name);
        // A capital at the start of a sentence that opens with a slot.
        if text.is_empty() {
            text.push_str(&capitalise(&value));
        } else {
            text.push_str(&value);
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

fn slot_value(draw: &mut Draw, name: &str) -> String {
    match name {
        "noi" | "noi2" => words::place(draw).to_owned(),
        "tinh" => format!("{} {}", draw.one(&["tỉnh", "thành phố", "tỉnh"]), words::place(draw)),
        "huyen" => format!("{}{}", draw.one(&["huyện ", "thị xã ", "quận ", "TP. ", "TP.", "TX."]), words::place(draw)),
        "xa" => format!("{} {}", draw.one(&["xã", "phường", "thị trấn"]), words::place(draw)),
        "cq" | "Cq" => agency(draw),
        "nguoi" => words::person(draw),
        "chuc" | "Chuc" => draw.one(ROLES).to_owned(),
        "so" => draw.between(2, 98).to_string(),
        "thang" => draw.between(3, 11).to_string(),
        "solon" => format!("{}.{:03}", draw.between(1, 99), draw.below(1000)),
        "pt" => match draw.below(3) {
            0 => format!("{}%", draw.between(3, 100)),
            _ => format!("{},{}%", draw.between(3, 99), draw.between(1, 99)),
        },
        "nam" => draw.between(2016, 2024).to_string(),
        "quy" => draw.one(&["I", "II", "III", "IV"]).to_owned(),
        "ngay" => format!("{}/{}", draw.between(1, 28), draw.between(1, 12)),
        "ngaydd" => format!("{}/{}/{}", draw.between(1, 28), draw.between(1, 12), draw.between(2018, 2024)),
        "vb" => document(draw),
        "chude" => draw.one(TOPICS).to_owned(),
        "viec" => draw.one(DEEDS).to_owned(),
        "host" => words::domain(draw.one(words::SITES)),
        other => panic!("no slot {other}"),
    }
}

/// A body that acts or presents.
pub fn agency(draw: &mut Draw) -> String {
    let template = draw.one(AGENCIES);
    fill(draw, template)
}

/// The text with its first letter in capitals.
pub fn capitalise(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
