//! Pieces of conference packs, and what is read of their documents.

use bantin::model::{Bulletin, LayoutKind};

/// The cover of a pack.
pub(crate) const COVER: &str = "TÀI LIỆU HỘI NGHỊ GIỮ RỪNG NĂM 2031\n\n";

/// Two speeches below their labels, with no presenting body.
pub(crate) const SPEECHES: &str = "THAM LUẬN\n\nGiữ rừng ở xã\n\nKính thưa Hội nghị!\n\nRừng còn thì suối còn nước.\n\nTHAM LUẬN\n\nNước về bản xa\n\nKính thưa Hội nghị!\n\nỐng tre nối nhau qua ba quả đồi.\n";

/// Label, title and authors of each document.
pub(crate) fn documents(bulletin: &Bulletin) -> Vec<(Option<&str>, &str, Vec<&str>)> {
    assert_eq!(bulletin.layout, LayoutKind::Proceedings);
    bulletin
        .articles()
        .map(|a| (a.label.as_deref(), a.title.as_str(), a.authors.iter().map(String::as_str).collect()))
        .collect()
}
