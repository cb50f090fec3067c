//! What the pages say in English and in Vietnamese.
//!
//! Every label stands here once in both languages, so that neither can lack one. Findings are told in the words of the
//! rules, which are English; a Vietnamese page puts the rule's summary before them.

use crate::model::{Code, Evidence, LayoutKind, LineRole, MastheadRole, Severity};

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Vietnamese.
    Vi,
}

impl Lang {
    /// Its tag in HTML.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Vi => "vi",
        }
    }

    /// The one of two texts that is in this language.
    const fn pick(self, english: &'static str, vietnamese: &'static str) -> &'static str {
        match self {
            Self::En => english,
            Self::Vi => vietnamese,
        }
    }

    /// The labels.
    pub const fn labels(self) -> &'static Labels {
        match self {
            Self::En => &ENGLISH,
            Self::Vi => &VIETNAMESE,
        }
    }
}

/// Declares [`Labels`], a row for each label.
macro_rules! labels {
    ($($name:ident: $english:literal, $vietnamese:literal;)*) => {
        /// The labels of one language.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "each is its own English text")]
        pub struct Labels { $(pub $name: &'static str,)* }

        /// In English.
        const ENGLISH: Labels = Labels { $($name: $english,)* };
        /// In Vietnamese.
        const VIETNAMESE: Labels = Labels { $($name: $vietnamese,)* };

        /// Every label: its name and both texts.
        #[cfg(test)]
        const ALL: &[(&str, &str, &str)] = &[$((stringify!($name), $english, $vietnamese),)*];
    };
}

labels! {
    // Of both pages.
    bulletin: "Bulletin", "Bản tin";
    layout: "Layout", "Loại";
    encoding: "Encoding", "Bảng mã";
    lines: "Lines", "Số dòng";
    articles: "Articles", "Bài";
    citations: "Citations", "Nguồn dẫn";
    findings: "Findings", "Phát hiện";
    no_findings: "No findings.", "Không có phát hiện nào.";
    severity: "Severity", "Mức độ";
    line: "line", "dòng";
    line_range: "lines", "dòng";
    of: "of", "trên";
    issue: "Issue", "Số";
    date: "Date", "Ngày";
    // Of the index.
    review: "Review of bulletins", "Đối chiếu bản tin";
    worst_first: "Worst first: by errors, then warnings, then notes.",
        "Nặng nhất ở trên: theo số lỗi, rồi cảnh báo, rồi ghi chú.";
    bulletins: "Bulletins", "Bản tin đã xử lý";
    search: "Find a bulletin", "Tìm bản tin";
    no_match: "No bulletin matches.", "Không có bản tin nào khớp.";
    skip_to_bulletins: "Skip to the bulletins", "Tới danh sách bản tin";
    show_findings: "Show findings of", "Xem phát hiện của";
    // Of a page: its frame.
    all_bulletins: "All bulletins", "Tất cả bản tin";
    skip_to_text: "Skip to the text", "Tới văn bản gốc";
    skip_to_articles: "Skip to the articles", "Tới các bài";
    skip_to_findings: "Skip to the findings", "Tới các phát hiện";
    view: "View", "Hiển thị";
    view_both: "Both", "Cả hai";
    view_text: "Text", "Văn bản";
    view_articles: "Articles", "Các bài";
    view_side: "Findings", "Phát hiện";
    text: "Text of the file", "Văn bản gốc";
    parsed: "What was read", "Nội dung đọc được";
    // Findings and filters.
    previous: "Previous finding", "Phát hiện trước";
    next: "Next finding", "Phát hiện sau";
    help: "Remedy", "Cách sửa";
    side: "Findings and filters", "Phát hiện và bộ lọc";
    roles: "Lines by role", "Vai trò của dòng";
    show_all: "Show all", "Hiện hết";
    show_none: "Hide all", "Ẩn hết";
    keys: "Keys", "Phím tắt";
    key_jump: "next, previous finding", "phát hiện sau, trước";
    key_move: "next, previous line or piece", "dòng hoặc phần sau, trước";
    key_other: "across to the other side", "sang phía bên kia";
    // What was read.
    masthead: "Masthead", "Đầu bản tin";
    contents: "Contents", "Mục lục";
    no_heading: "Without a heading", "Không có đề mục";
    no_articles: "No bulletin was recognised; the text is kept as it is.",
        "Không nhận ra bản tin; văn bản được giữ nguyên.";
    entry_missing: "no article of this title", "không có bài mang tên này";
    entry_differs: "the body prints", "trong bài in là";
    agreement: "entries have an article", "mục có bài";
    source: "Source", "Nguồn";
    agency: "agency", "hãng tin";
    authors: "Authors", "Tác giả";
    page: "Page", "Trang";
    address: "Address", "Địa chỉ";
    links: "Links", "Liên kết";
    editor: "Editor", "Biên tập";
    posted: "Posted", "Đăng lúc";
    at_lines: "Lines", "Ở dòng";
    evidence: "Found by", "Nhận ra nhờ";
    table: "Table", "Bảng";
    other: "Running headers, page numbers and the like", "Tiêu đề chạy, số trang và phần khác";
}

/// The roles of lines in the order of the legend.
pub const ROLES: [LineRole; 23] = [
    LineRole::Masthead,
    LineRole::TocHeading,
    LineRole::TocGroup,
    LineRole::TocEntry,
    LineRole::SectionHeading,
    LineRole::Label,
    LineRole::Title,
    LineRole::Presenter,
    LineRole::Paragraph,
    LineRole::Subheading,
    LineRole::ListItem,
    LineRole::Caption,
    LineRole::Footnote,
    LineRole::Table,
    LineRole::Citation,
    LineRole::Link,
    LineRole::BackLink,
    LineRole::RunningHeader,
    LineRole::PageNumber,
    LineRole::SiteChrome,
    LineRole::Colophon,
    LineRole::Unrecognised,
    LineRole::Blank,
];

/// The severities, the gravest first.
pub const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

impl Lang {
    /// A role in words.
    pub const fn role(self, role: LineRole) -> &'static str {
        match role {
            LineRole::Blank => self.pick("Blank", "Dòng trống"),
            LineRole::Masthead => self.pick("Masthead", "Đầu bản tin"),
            LineRole::TocHeading => self.pick("Contents", "Mục lục"),
            LineRole::TocGroup => self.pick("Group", "Nhóm mục lục"),
            LineRole::TocEntry => self.pick("Entry", "Mục"),
            LineRole::SectionHeading => self.pick("Section", "Đề mục"),
            LineRole::Label => self.pick("Label", "Nhãn"),
            LineRole::Title => self.pick("Title", "Tên bài"),
            LineRole::Presenter => self.pick("Presenter", "Đơn vị"),
            LineRole::Paragraph => self.pick("Paragraph", "Đoạn văn"),
            LineRole::Subheading => self.pick("Sub-heading", "Tiểu mục"),
            LineRole::ListItem => self.pick("List item", "Gạch đầu dòng"),
            LineRole::Caption => self.pick("Caption", "Chú thích ảnh"),
            LineRole::Footnote => self.pick("Footnote", "Chú thích"),
            LineRole::Table => self.pick("Table", "Bảng"),
            LineRole::Citation => self.pick("Citation", "Nguồn dẫn"),
            LineRole::Link => self.pick("Link", "Liên kết"),
            LineRole::BackLink => self.pick("Back link", "Về đầu trang"),
            LineRole::RunningHeader => self.pick("Running header", "Tiêu đề chạy"),
            LineRole::PageNumber => self.pick("Page number", "Số trang"),
            LineRole::SiteChrome => self.pick("Site chrome", "Khung trang web"),
            LineRole::Colophon => self.pick("Colophon", "Lời cuối"),
            LineRole::Unrecognised => self.pick("Unrecognised", "Chưa nhận ra"),
        }
    }

    /// A severity in words.
    pub const fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Error => self.pick("Error", "Lỗi"),
            Severity::Warning => self.pick("Warning", "Cảnh báo"),
            Severity::Note => self.pick("Note", "Ghi chú"),
        }
    }

    /// A severity in words, of any number of findings.
    pub const fn severities(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Error => self.pick("Errors", "Lỗi"),
            Severity::Warning => self.pick("Warnings", "Cảnh báo"),
            Severity::Note => self.pick("Notes", "Ghi chú"),
        }
    }

    /// A layout in words.
    pub const fn layout(self, layout: LayoutKind) -> &'static str {
        match layout {
            LayoutKind::PressReview => self.pick("Press review", "Điểm báo"),
            LayoutKind::Newsletter => self.pick("Newsletter", "Bản tin"),
            LayoutKind::Proceedings => self.pick("Proceedings", "Tài liệu hội nghị"),
            LayoutKind::Unknown => self.pick("No bulletin", "Không phải bản tin"),
        }
    }

    /// What a line of the masthead says.
    pub const fn masthead(self, role: MastheadRole) -> &'static str {
        match role {
            MastheadRole::Name => self.pick("Name", "Tên"),
            MastheadRole::Number => self.pick("Number", "Số"),
            MastheadRole::Date => self.pick("Date", "Ngày"),
            MastheadRole::Weekday => self.pick("Weekday", "Thứ"),
            MastheadRole::YearLabel => self.pick("Year", "Năm"),
            MastheadRole::Posted => self.pick("Posted", "Đăng lúc"),
            MastheadRole::Slogan => self.pick("Slogan", "Khẩu hiệu"),
            MastheadRole::Other => self.pick("Other", "Khác"),
        }
    }

    /// What a cut rests on.
    pub const fn evidence(self, evidence: Evidence) -> &'static str {
        match evidence {
            Evidence::Toc => self.pick("contents", "mục lục"),
            Evidence::Heading => self.pick("heading", "kiểu tiêu đề"),
            Evidence::Number => self.pick("number", "số thứ tự"),
            Evidence::Citation => self.pick("citation", "nguồn dẫn"),
            Evidence::Spacing => self.pick("spacing", "khoảng cách"),
        }
    }

    /// What is wrong where a rule speaks, as a clause.
    pub const fn rule(self, code: Code) -> &'static str {
        let vietnamese = match code {
            Code::NotABulletin => "văn bản không phải bản tin thuộc loại nào đã biết",
            Code::ColumnsInterleaved => "hai cột bị in xen vào nhau, không tách ra được",
            Code::LegacyEncoding => "văn bản dùng bảng mã có trước Unicode",
            Code::ReplacementCharacter => "có byte vô nghĩa trong bảng mã của tệp",
            Code::TextNotNormalised => "chữ và dấu được lưu tách rời hoặc ở dạng lạ",
            Code::ForeignLetter => "chữ cái của tiếng khác đứng thay chữ cái tiếng Việt",
            Code::IssueDateMissing => "đầu bản tin không ghi ngày phát hành",
            Code::WeekdayMismatch => "thứ ở đầu bản tin không phải thứ của ngày phát hành",
            Code::YearLabelMismatch => "năm ở đầu bản tin không phải năm của ngày phát hành",
            Code::TocEntryWithoutArticle => "một mục của mục lục không có bài",
            Code::ArticleNotInToc => "một bài không có trong mục lục",
            Code::TocTitleDiffers => "mục lục và bài in tên khác nhau",
            Code::TocOrderDiffers => "mục lục và phần bài xếp thứ tự khác nhau",
            Code::SectionDiffers => "mục lục và phần bài không thống nhất về một đề mục",
            Code::PageGoesBack => "số trang trong mục lục nhỏ hơn số trang đứng trước",
            Code::NumberGap => "bỏ sót một số thứ tự",
            Code::NumberRepeated => "một số thứ tự dùng hai lần",
            Code::HeadingLevel => "một tên bài đặt ở cấp tiêu đề khác các tên bài còn lại",
            Code::WeakArticle => "bài chỉ được nhận ra qua hình thức",
            Code::EmptyArticle => "bài không có nội dung",
            Code::DuplicateArticle => "bài xuất hiện hai lần trong lượt chạy",
            Code::MissingCitation => "bài không có nguồn dẫn trong khi các bài khác có",
            Code::TextBehindCitation => "còn đoạn văn đứng sau nguồn dẫn của bài",
            Code::CitationUnbalanced => "nguồn dẫn thiếu một dấu ngoặc",
            Code::CitationWithoutDate => "nguồn dẫn không có ngày trong khi các nguồn khác có",
            Code::DateImpossible => "không có ngày này trong lịch",
            Code::DateAfterIssue => "ngày của nguồn dẫn sau ngày phát hành",
            Code::DateTooOld => "ngày của nguồn dẫn trước ngày phát hành quá lâu",
            Code::DomainSuspicious => "tên nguồn giống một tên miền gõ sai",
            Code::UnbalancedQuotes => "dấu ngoặc kép không có dấu đi cặp",
        };
        self.pick(code.summary(), vietnamese)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::FurnitureKind;

    /// The names of an enum in the schema.
    fn names<T: schemars::JsonSchema>() -> BTreeSet<String> {
        let schema = schemars::schema_for!(T).to_value();
        let listed = schema["enum"].as_array().into_iter().flatten();
        let described = schema["oneOf"].as_array().into_iter().flatten().map(|one| &one["const"]);
        listed.chain(described).map(|name| name.as_str().unwrap().to_owned()).collect()
    }

    /// Values of an enum by their names.
    fn values<T: schemars::JsonSchema + serde::de::DeserializeOwned>() -> Vec<T> {
        names::<T>().into_iter().map(|name| serde_json::from_value(name.into()).unwrap()).collect()
    }

    #[test]
    fn every_label_exists_in_both_languages() {
        let pairs = |text: &dyn Fn(Lang) -> &'static str| (text(Lang::En), text(Lang::Vi));
        let mut all: Vec<(&str, &str)> = ALL.iter().map(|(_, english, vietnamese)| (*english, *vietnamese)).collect();
        all.extend(values::<LineRole>().iter().map(|&value| pairs(&|lang| lang.role(value))));
        all.extend(values::<Severity>().iter().map(|&value| pairs(&|lang| lang.severity(value))));
        all.extend(values::<Severity>().iter().map(|&value| pairs(&|lang| lang.severities(value))));
        all.extend(values::<LayoutKind>().iter().map(|&value| pairs(&|lang| lang.layout(value))));
        all.extend(values::<MastheadRole>().iter().map(|&value| pairs(&|lang| lang.masthead(value))));
        all.extend(values::<Evidence>().iter().map(|&value| pairs(&|lang| lang.evidence(value))));
        all.extend(Code::ALL.iter().map(|&value| pairs(&|lang| lang.rule(value))));
        assert!(all.len() > 120, "{}", all.len());
        for (english, vietnamese) in all {
            assert!(english.is_ascii() && !english.trim().is_empty(), "{english:?}");
            let accented = !vietnamese.is_ascii() || ["Trang", "Khung trang web"].contains(&vietnamese);
            assert!(accented, "{english:?} is {vietnamese:?} in Vietnamese");
        }
    }

    #[test]
    fn all_roles_are_shown() {
        assert_eq!(ROLES.iter().map(|role| role.as_str().to_owned()).collect::<BTreeSet<_>>(), names::<LineRole>());
        // Words before a name stand on the line of who presents a document.
        let own = |kind: &FurnitureKind| *kind != FurnitureKind::ByLineLabel;
        for kind in values::<FurnitureKind>().into_iter().filter(own) {
            assert_eq!(serde_json::to_value(kind).unwrap(), LineRole::from(kind).as_str());
        }
    }
}
