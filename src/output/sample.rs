//! An invented bulletin for the tests of the writers: quotation marks, a table, a footnote, a section without a title.

use serde_json::json;

use crate::model::Bulletin;

/// The bulletin: two sections, three articles.
pub(crate) fn bulletin() -> Bulletin {
    let article = |line: u32| {
        json!({
            "id": format!("00112233aabbccdd-{line}"), "number": null, "title": "Cầu mới thông xe",
            "title_lines": [line, line], "label": null, "page": null, "source": null, "date": null, "authors": [],
            "url": null, "links": [], "citation": null, "evidence": ["heading"], "body": [], "lines": [line, line + 2],
        })
    };
    let mut market = article(12);
    let fields = json!({
        "number": 2, "title": "Chợ \"nổi\" mở lại", "date": "2031-02-13", "authors": ["Lê Thử", "Trần Mẫu"],
        "source": {"name": "TTXVN/Vidu.vn", "domain": "vidu.vn", "agency": "TTXVN"},
        "url": "https://vidu.vn/cho-noi", "lines": [12, 18],
        "body": [
            {"type": "paragraph", "text": "Chợ mở từ 5 giờ, có ba dãy.", "lines": [13, 13]},
            {"type": "table", "rows": [["Dãy", "Số quầy"], ["Đông", "12"]], "lines": [14, 15]},
            {"type": "footnote", "mark": "¹", "text": "Theo ban quản lý.", "lines": [16, 16]},
        ],
    });
    for (name, value) in fields.as_object().unwrap() {
        market[name] = value.clone();
    }
    let value = json!({
        "schema": "bantin/1",
        "generator": {"name": "bantin", "version": "0.1.0"},
        "id": "00112233aabbccdd",
        "file": {
            "path": "kho/số 7.txt", "bytes": 900, "lines": 30, "encoding": "utf-8",
            "sha256": "00112233aabbccdd00112233aabbccdd00112233aabbccdd00112233aabbccdd",
        },
        "layout": "press-review",
        "title": "Điểm báo TỈNH THỬ",
        "issue": {"number": "7/2031", "date": "2031-02-14", "date_text": "14/2/2031", "weekday": null, "posted": null},
        "editor": null, "masthead": [], "toc": [], "furniture": [], "diagnostics": [],
        "sections": [
            {
                "number": "I", "title": "TIN ĐỊA PHƯƠNG", "title_lines": [5, 5], "lines": [5, 18],
                "articles": [article(6), market],
            },
            {"number": null, "title": null, "title_lines": null, "lines": [20, 22], "articles": [article(20)]},
        ],
    });
    serde_json::from_value(value).unwrap()
}
