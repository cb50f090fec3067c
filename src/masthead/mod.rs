//! The masthead: the bulletin's name, number and date out of the lines above the contents and the first article.
//!
//! Each line gets one role by what it says; the name is put together from the lines that say nothing else. Where several
//! dates stand there, the one that is called the issue's wins over a bare one, and a posting time is never the issue's
//! date.

mod line;

use jiff::civil::Date;

use crate::citation::PrintedDate;
use crate::model::{Issue, LineRange, MastheadLine, MastheadRole};
use crate::roles::opens_with_hour;
use crate::text::chars;
use crate::text::letters;
use crate::text::office::opens_like_body;
pub use line::{LONGEST, Reading, calls_pack, has_name_word, names_pack, names_poster, names_review, read_line};

/// What a masthead says.
#[derive(Debug, Default)]
pub struct Masthead {
    /// The bulletin's name.
    pub title: Option<String>,
    /// Number and date.
    pub issue: Issue,
    /// Every line.
    pub lines: Vec<MastheadLine>,
    /// The day that citations without a year are read against: the issue's, or the posting day.
    pub reference: Option<Date>,
}

impl Masthead {
    /// Takes name and issue from another reading where this one gives none.
    pub fn complete(&mut self, other: Self) {
        self.title = self.title.take().or(other.title);
        self.issue.number = self.issue.number.take().or(other.issue.number);
        if self.issue.date.is_none() {
            self.issue.date = other.issue.date;
            self.issue.date_text = other.issue.date_text;
            self.reference = self.reference.or(other.reference);
        }
    }
}

/// A masthead line as it comes in.
#[derive(Debug, Clone, Copy)]
pub struct Input<'t> {
    /// The text.
    pub text: &'t str,
    /// What it says.
    pub reading: &'t Reading,
    /// The line number, 1-based.
    pub line: u32,
    /// In which of two columns it stands; None where the line has one.
    pub column: Option<usize>,
}

/// Reads a masthead from its lines in order.
pub fn read(lines: &[Input<'_>]) -> Masthead {
    let mut out = Masthead::default();
    let readings: Vec<&Reading> = lines.iter().map(|l| l.reading).collect();
    let is_posted = |r: &&&Reading| r.role == MastheadRole::Posted;
    // What is called the day of issue, else the day in the name, else one with its weekday: above the name, a web page may print
    // the day that it was looked at.
    let dated = || readings.iter().filter(|r| r.date.is_some() && !is_posted(r));
    let dated: Option<&PrintedDate> = dated()
        .find(|r| r.issued)
        .or_else(|| dated().find(|r| r.name.is_some()))
        .or_else(|| dated().find(|r| r.weekday.is_some()))
        .or_else(|| dated().next())
        .and_then(|r| r.date.as_ref());
    if let Some(day) = dated {
        out.reference = day.resolve(None).map(|r| r.date);
        out.issue.date = out.reference.map(|d| d.to_string());
        out.issue.date_text = Some(day.text.clone());
    }
    out.issue.number = readings.iter().find_map(|r| r.number.clone());
    // A weekday beside another date is that one's.
    let of_issue = |r: &&&Reading| r.date.as_ref().is_none_or(|day| dated.is_some_and(|dated| same_day(day, dated)));
    out.issue.weekday = readings.iter().filter(of_issue).find_map(|r| r.weekday.clone());
    out.issue.posted = readings.iter().find_map(|r| r.posted.clone());
    if out.reference.is_none() {
        let posted = readings.iter().find(is_posted).and_then(|r| r.date.as_ref());
        out.reference = posted.and_then(|day| day.resolve(None)).map(|r| r.date);
    }
    let mut roles: Vec<MastheadRole> = readings.iter().map(|r| r.role).collect();
    out.title = name(lines, &readings, &mut roles);
    for (line, role) in lines.iter().zip(roles) {
        let range = LineRange::single(line.line);
        // Two columns are one line; its role is what tells more.
        if let Some(first) = out.lines.last_mut().filter(|first| first.lines == range) {
            first.text = [&first.text, " ", line.text].concat();
            if matches!(first.role, MastheadRole::Other) || role == MastheadRole::Name {
                first.role = role;
            }
        } else {
            out.lines.push(MastheadLine { text: line.text.to_owned(), role, lines: range });
        }
    }
    out
}

fn same_day(a: &PrintedDate, b: &PrintedDate) -> bool {
    (a.day, a.month, a.year) == (b.day, b.month, b.year)
}

/// Puts the name together: from the first line that speaks as a name, over the lines after it that say nothing else.
fn name(lines: &[Input<'_>], readings: &[&Reading], roles: &mut [MastheadRole]) -> Option<String> {
    /// So many words may say no more than that it is a bulletin (`BẢN TIN`).
    const KIND: usize = 2;
    /// Longest line that a name begins with, and longest of the others, in words.
    const LONGEST_FIRST: usize = 30;
    const LONGEST_NEXT: usize = 16;
    if let Some(whole) = readings.iter().find_map(|r| r.name.clone()) {
        return Some(whole);
    }
    // A pack may be called by the month of its conference.
    for ((line, reading), role) in lines.iter().zip(readings).zip(roles.iter_mut()) {
        if *role == MastheadRole::Date && reading.date.is_none() && names_pack(line.text) {
            *role = MastheadRole::Other;
        }
    }
    // Who publishes it stands above its name.
    let other = |fits: fn(&str) -> bool| {
        roles.iter().zip(lines).position(|(role, line)| *role == MastheadRole::Other && fits(line.text))
    };
    let first = roles
        .iter()
        .position(|r| *r == MastheadRole::Name)
        .or_else(|| other(names_pack))
        .or_else(|| other(|text| chars::strip_prefix(text, "thông tin ").is_some()))
        .or_else(|| other(|text| !opens_like_body(text)))
        .or_else(|| other(|_| true))?;
    let mut parts: Vec<&str> = Vec::new();
    let column = lines.get(first).and_then(|line| line.column);
    let mut below = lines.iter().skip(first);
    for (line, role) in lines.iter().zip(roles.iter_mut()).skip(first) {
        below.next();
        // What stands in the other column is none of it.
        if line.column != column && line.column.is_some() {
            continue;
        }
        // A programme is no part of the name, nor is what heads it.
        let timed = [Some(line), below.clone().next()].into_iter().flatten().any(|line| opens_with_hour(line.text));
        let fits = matches!(role, MastheadRole::Name | MastheadRole::Other)
            && letters::words(line.text) <= if parts.is_empty() { LONGEST_FIRST } else { LONGEST_NEXT }
            && !letters::ends_like_prose(line.text)
            && !line.text.ends_with(':')
            && !timed
            && (line.column == column || column == Some(0));
        let in_capitals = parts.iter().all(|part| letters::is_capitals(part, 4));
        let ends = || in_capitals && !parts.is_empty() && is_publisher(line.text);
        if !fits || in_capitals && is_imprint(line.text) || ends() || parts.len() == 4 {
            break;
        }
        if in_capitals && is_motto(line.text) && parts.iter().map(|part| letters::words(part)).sum::<usize>() > KIND {
            *role = MastheadRole::Slogan;
            break;
        }
        *role = MastheadRole::Name;
        parts.push(line.text);
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Whether a line below a name in capitals says who published it, or where, and when (`Ban Dân vận ấn hành, 2031`).
fn is_imprint(text: &str) -> bool {
    const LONGEST_YEAR: usize = 4;
    let year = |tail: &str| tail.len() == LONGEST_YEAR && tail.bytes().all(|byte| byte.is_ascii_digit());
    let behind_comma = text.rsplit_once(',').is_some_and(|(_, tail)| year(tail.trim()));
    let publishes = text.contains("ấn hành") || chars::contains(text, "xuất bản");
    !letters::is_capitals(text, 4) && (behind_comma || publishes)
}

/// Whether a line below a name in capitals names a body in small letters (`Đoàn đại biểu Quốc hội tỉnh Mây`).
fn is_publisher(text: &str) -> bool {
    !letters::is_capitals(text, 4) && opens_like_body(text)
}

/// Whether a line below a name in capitals says what the bulletin is for (`Vì trẻ em vùng cao`).
fn is_motto(text: &str) -> bool {
    text.starts_with("Vì ") && !letters::is_capitals(text, 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masthead(text: &str) -> Masthead {
        let readings: Vec<(&str, Reading)> = text.split('\n').map(|text| (text, read_line(text))).collect();
        let inputs: Vec<Input<'_>> =
            (1..).zip(&readings).map(|(line, (text, reading))| Input { text, reading, line, column: None }).collect();
        read(&inputs)
    }

    #[test]
    fn name_over_several_lines() {
        let m = masthead(
            "Năm 2031\nTHỨ SÁU\nPhát hành: 19/4/2031\nBản tin\nĐiểm báo\nĐẤT ĐAI\n(Phát hành hàng ngày từ thứ Hai đến thứ Sáu)",
        );
        assert_eq!(m.title.as_deref(), Some("Bản tin Điểm báo ĐẤT ĐAI"));
        assert_eq!(m.issue.date.as_deref(), Some("2031-04-19"));
        assert_eq!(m.issue.weekday.as_deref(), Some("THỨ SÁU"));
        use MastheadRole::{Date, Name, Slogan, Weekday, YearLabel};
        let roles: Vec<_> = m.lines.iter().map(|l| l.role).collect();
        assert_eq!(roles, [YearLabel, Weekday, Date, Name, Name, Name, Slogan]);
    }

    #[test]
    fn mottos_below_a_name() {
        let read = |text: &str| {
            let m = masthead(text);
            (m.title.unwrap_or_default(), m.lines.last().map(|line| line.role))
        };
        use MastheadRole::{Name, Slogan};
        let name = |name: &str, role| (name.to_owned(), Some(role));
        assert_eq!(read("BẢN TIN ĐẤT ĐAI\nVì ruộng đồng màu mỡ"), name("BẢN TIN ĐẤT ĐAI", Slogan));
        assert_eq!(read("BẢN TIN\nVì ruộng đồng màu mỡ"), name("BẢN TIN Vì ruộng đồng màu mỡ", Name), "its subject");
        assert_eq!(read("BẢN TIN ĐẤT\nVen sông Vì"), name("BẢN TIN ĐẤT Ven sông Vì", Name), "more of the name");
    }

    #[test]
    fn imprints_below_a_name() {
        for imprint in ["Ban Đất đai huyện ấn hành", "Nhà xuất bản Đồi Chè", "Thư viện huyện, 2031"]
        {
            let m = masthead(&format!("KỶ YẾU HỘI THẢO\nĐẤT VEN SÔNG\n{imprint}"));
            assert_eq!(m.title.as_deref(), Some("KỶ YẾU HỘI THẢO ĐẤT VEN SÔNG"), "{imprint}");
        }
        let m = masthead("KỶ YẾU HỘI THẢO\nĐất ven sông 2030 - 2031");
        assert_eq!(m.title.as_deref(), Some("KỶ YẾU HỘI THẢO Đất ven sông 2030 - 2031"));
    }

    #[test]
    fn date_in_the_name_line() {
        let m = masthead("Bản tin Đất đai ngày 22/3/2031\n9:23, Thứ Hai, 25-3-2031");
        assert_eq!(m.title.as_deref(), Some("Bản tin Đất đai"));
        assert_eq!(m.issue.date.as_deref(), Some("2031-03-22"));
        assert_eq!(m.issue.posted.as_deref(), Some("2031-03-25T09:23"));
        assert_eq!(m.issue.weekday, None);
    }

    #[test]
    fn periods_and_days_are_no_part_of_the_name() {
        for (line, name, date) in [
            ("Điểm báo Đất đai tuần 3 tháng 9/2031", "Điểm báo Đất đai", None),
            ("Điểm báo Đất đai tuần 20/2031 (từ 12/5 - 18/5)", "Điểm báo Đất đai", None),
            ("Bản tin Đất đai quý II/2031", "Bản tin Đất đai", None),
            ("Bản tin Đất đai tháng 8 năm 2031", "Bản tin Đất đai", None),
            ("Điểm báo Đất đai ngày 15, 16, 17/5/2031", "Điểm báo Đất đai", Some("2031-05-17")),
            ("Bản tin Tuần lễ Đất đai", "Bản tin Tuần lễ Đất đai", None),
        ] {
            let m = masthead(line);
            assert_eq!((m.title.as_deref(), m.issue.date.as_deref()), (Some(name), date), "{line}");
        }
    }

    #[test]
    fn numbers_of_issues() {
        for (line, number, date) in [
            ("Số 07 - 25/7/2031", Some("07"), Some("2031-07-25")),
            ("Số 07, 25/7/2031", Some("07"), Some("2031-07-25")),
            ("Số 3, 16 giờ ngày 5-9-2031", Some("3"), Some("2031-09-05")),
            ("Số 126. Ngày 20 tháng 11 năm 2031", Some("126"), Some("2031-11-20")),
            ("Số: 15/BT-TTXT", Some("15/BT-TTXT"), None),
            ("Số 47/ĐB-VP ngày 22/11/2031", Some("47/ĐB-VP"), Some("2031-11-22")),
            ("Số: 15/QĐ-XT", None, None),
            ("Số 22 - Kỳ 2 tháng 11/2031", Some("22"), None),
            ("Số 4+5, tháng 4-5/2031", Some("4+5"), None),
            ("Số 3 (15)/2031", Some("3 (15)/2031"), None),
            ("Số 3(15)", Some("3(15)"), None),
            ("Số 04 (128) - Tháng 4/2031", Some("04 (128)"), None),
            ("Số 3 (2031)", Some("3"), None),
            ("Ngày 22 - 11 - 2031", None, Some("2031-11-22")),
        ] {
            let m = masthead(&format!("BẢN TIN ĐẤT ĐAI\n{line}"));
            assert_eq!((m.issue.number.as_deref(), m.issue.date.as_deref()), (number, date), "{line}");
        }
    }

    #[test]
    fn what_stands_around_the_name() {
        for line in [
            "Quý IV/2031",
            "Quý 2 năm 2031",
            "SỐ ĐẶC BIỆT MỪNG NƯỚC LÊN",
            "Số Xuân 2031",
            "Ra ngày 15 hằng tháng",
            "Phát hành hai tháng một kỳ",
            "Mỗi tháng một số",
        ] {
            assert_eq!(
                masthead(&format!("BẢN TIN ĐẤT ĐAI\n{line}")).title.as_deref(),
                Some("BẢN TIN ĐẤT ĐAI"),
                "{line}"
            );
        }
        let m = masthead("ĐẢNG BỘ XÃ MỘT\nBAN TUYÊN GIÁO\nTHÔNG TIN NỘI BỘ\nSố 9");
        assert_eq!(m.title.as_deref(), Some("THÔNG TIN NỘI BỘ"));
        let m = masthead("ĐIỂM BÁO\nKỲ HỌP THỨ TƯ\nĐoàn đại biểu Quốc hội tỉnh Một\nSố 9");
        assert_eq!(m.title.as_deref(), Some("ĐIỂM BÁO KỲ HỌP THỨ TƯ"));
        for name in [
            "DIỄN ĐÀN NGHỀ RỪNG NĂM 2031",
            "GẶP MẶT NGƯỜI GIỮ RỪNG",
            "KỶ YẾU ĐẠI HỘI THI ĐUA GIỮ RỪNG CỦA BA XÃ VEN SÔNG VÀ HAI XÃ ĐẦU NGUỒN LẦN THỨ TƯ",
        ] {
            let m = masthead(&format!("LIÊN MINH HỢP TÁC XÃ TỈNH MỘT\n{name}"));
            assert_eq!(m.title.as_deref(), Some(name));
        }
    }

    #[test]
    fn a_pack_called_by_its_month() {
        let m = masthead("TÀI LIỆU PHIÊN HỌP THÁNG 10 NĂM 2031\nTháng 10 năm 2031");
        assert_eq!(m.title.as_deref(), Some("TÀI LIỆU PHIÊN HỌP THÁNG 10 NĂM 2031"));
        assert_eq!(m.issue.date, None);
    }

    #[test]
    fn the_day_in_the_name_before_that_of_the_web_page() {
        let m = masthead("Thứ Hai, 4/8/2031\nĐIỂM BÁO ĐẤT ĐAI NGÀY 28/7/2031");
        assert_eq!((m.issue.date.as_deref(), m.issue.weekday.as_deref()), (Some("2031-07-28"), None));
        let m = masthead("ĐIỂM BÁO ĐẤT ĐAI\nThứ Hai, 28/7/2031");
        assert_eq!((m.issue.date.as_deref(), m.issue.weekday.as_deref()), (Some("2031-07-28"), Some("Thứ Hai")));
    }

    #[test]
    fn a_day_of_posting_without_an_hour() {
        let m = masthead("Bản tin Đất đai\nĐăng ngày: 25/3/2031 - Lượt xem: 120");
        assert_eq!((m.issue.date, m.issue.posted), (None, None));
        assert_eq!(m.reference, Some(jiff::civil::date(2031, 3, 25)), "what citations are read against");
        assert_eq!(m.lines[1].role, MastheadRole::Posted);
    }

    #[test]
    fn number_and_written_date() {
        let m = masthead("ĐIỂM BÁO\nĐẤT ĐAI\nSố 45/2031\nThứ Ba, ngày 14 tháng 3 năm 2031");
        assert_eq!(m.title.as_deref(), Some("ĐIỂM BÁO ĐẤT ĐAI"));
        assert_eq!(m.issue.number.as_deref(), Some("45/2031"));
        assert_eq!(m.issue.date.as_deref(), Some("2031-03-14"));
        assert_eq!(m.issue.weekday.as_deref(), Some("Thứ Ba"));
        let m = masthead("BẢN TIN ĐẤT ĐAI SỐ 7\nHà Nội, ngày 5 tháng 3 năm 2031");
        assert_eq!((m.title.as_deref(), m.issue.number.as_deref()), (Some("BẢN TIN ĐẤT ĐAI"), Some("7")));
    }
}
