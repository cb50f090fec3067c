//! One flat row per article, for tables and databases.
//!
//! A row repeats what belongs to the bulletin, so that it can be read without it. The order of the fields is the order
//! of the columns.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use crate::model::{Article, Block, BlockKind, Bulletin, LineRange, Section};

/// An article as a flat row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleRow {
    /// Id of the article.
    pub id: String,
    /// Id of its bulletin.
    pub bulletin_id: String,
    /// Path of the file as walked; `-` for standard input.
    pub path: String,
    /// Number of the issue, as printed.
    pub issue_number: Option<String>,
    /// Date of the issue, `YYYY-MM-DD`.
    pub issue_date: Option<String>,
    /// Heading of its section.
    pub section: Option<String>,
    /// Its place among all articles of the bulletin, from 1.
    pub position: u32,
    /// The number printed for it.
    pub number: Option<u32>,
    /// Its title.
    pub title: String,
    /// Name of the source, as printed.
    pub source: Option<String>,
    /// Domain of the source.
    pub domain: Option<String>,
    /// Agency named before the source.
    pub agency: Option<String>,
    /// Date of the first publication, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Its authors; in CSV joined by `; `.
    pub authors: Vec<String>,
    /// The address printed with the citation.
    pub url: Option<String>,
    /// Its first and last line; in CSV `first-last`.
    pub lines: LineRange,
    /// The text of its body: blocks separated by a blank line, rows of a table on lines of their own, cells by tabs.
    pub text: String,
}

/// Names of the columns, in order.
pub const COLUMNS: [&str; 17] = [
    "id",
    "bulletin_id",
    "path",
    "issue_number",
    "issue_date",
    "section",
    "position",
    "number",
    "title",
    "source",
    "domain",
    "agency",
    "date",
    "authors",
    "url",
    "lines",
    "text",
];

/// The columns of a table, in order: all of them, or those that were chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns(Option<Arc<[usize]>>);

impl Columns {
    /// All columns, in the order of the contract.
    pub const ALL: Self = Self(None);

    /// The columns of these names, in the order of the names.
    ///
    /// # Errors
    /// The first name that is none of [`COLUMNS`], or stands there twice.
    pub fn named(names: &[String]) -> Result<Self, &str> {
        let mut chosen = Vec::with_capacity(names.len());
        for name in names {
            match COLUMNS.iter().position(|column| column == name) {
                Some(at) if !chosen.contains(&at) => chosen.push(at),
                _ => return Err(name),
            }
        }
        Ok(Self(Some(chosen.into())))
    }

    /// Their places among [`COLUMNS`], where not all were meant.
    pub(super) fn chosen(&self) -> Option<&[usize]> {
        self.0.as_deref()
    }

    /// Their names.
    pub fn names(&self) -> Vec<&'static str> {
        match self.chosen() {
            None => COLUMNS.to_vec(),
            Some(chosen) => chosen.iter().filter_map(|at| COLUMNS.get(*at)).copied().collect(),
        }
    }

    /// The row with these columns alone, to be serialised.
    pub(super) fn of(&self, row: ArticleRow) -> impl Serialize {
        Chosen { row, columns: self.clone() }
    }
}

/// A row with some of its columns.
struct Chosen {
    /// The row.
    row: ArticleRow,
    /// The columns.
    columns: Columns,
}

impl Serialize for Chosen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.columns == Columns::ALL {
            return self.row.serialize(serializer);
        }
        let row = &self.row;
        let names = self.columns.names();
        let mut map = serializer.serialize_map(Some(names.len()))?;
        for name in names {
            match name {
                "id" => map.serialize_entry(name, &row.id)?,
                "bulletin_id" => map.serialize_entry(name, &row.bulletin_id)?,
                "path" => map.serialize_entry(name, &row.path)?,
                "issue_number" => map.serialize_entry(name, &row.issue_number)?,
                "issue_date" => map.serialize_entry(name, &row.issue_date)?,
                "section" => map.serialize_entry(name, &row.section)?,
                "position" => map.serialize_entry(name, &row.position)?,
                "number" => map.serialize_entry(name, &row.number)?,
                "title" => map.serialize_entry(name, &row.title)?,
                "source" => map.serialize_entry(name, &row.source)?,
                "domain" => map.serialize_entry(name, &row.domain)?,
                "agency" => map.serialize_entry(name, &row.agency)?,
                "date" => map.serialize_entry(name, &row.date)?,
                "authors" => map.serialize_entry(name, &row.authors)?,
                "url" => map.serialize_entry(name, &row.url)?,
                "lines" => map.serialize_entry(name, &row.lines)?,
                "text" => map.serialize_entry(name, &row.text)?,
                _ => {}
            }
        }
        map.end()
    }
}

/// The rows of `bulletin`, in the order of its articles.
pub fn rows(bulletin: &Bulletin) -> impl Iterator<Item = ArticleRow> {
    let articles =
        bulletin.sections.iter().flat_map(|section| section.articles.iter().map(move |article| (section, article)));
    (1..).zip(articles).map(|(position, (section, article))| row(bulletin, section, position, article))
}

/// The row of one article.
fn row(bulletin: &Bulletin, section: &Section, position: u32, article: &Article) -> ArticleRow {
    let source = article.source.as_ref();
    ArticleRow {
        id: article.id.clone(),
        bulletin_id: bulletin.id.clone(),
        path: bulletin.file.path.clone(),
        issue_number: bulletin.issue.number.clone(),
        issue_date: bulletin.issue.date.clone(),
        section: section.title.clone(),
        position,
        number: article.number,
        title: article.title.clone(),
        source: source.map(|source| source.name.clone()),
        domain: source.and_then(|source| source.domain.clone()),
        agency: source.and_then(|source| source.agency.clone()),
        date: article.date.clone(),
        authors: article.authors.clone(),
        url: article.url.clone(),
        lines: article.lines,
        text: text(&article.body),
    }
}

/// The text of a body.
pub fn text(body: &[Block]) -> String {
    body.iter().map(block_text).collect::<Vec<_>>().join("\n\n")
}

/// The text of a block; a footnote begins with its mark.
fn block_text(block: &Block) -> String {
    let text = block.text.as_deref().unwrap_or_default();
    match (block.kind, &block.rows, &block.mark) {
        (BlockKind::Table, Some(rows), _) => rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n"),
        (BlockKind::Footnote, _, Some(mark)) if !text.starts_with(mark.as_str()) => format!("{mark} {text}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::output::sample;

    #[test]
    fn columns_are_the_fields_in_order() {
        let row = rows(&sample::bulletin()).next().unwrap();
        let json = serde_json::to_string(&row).unwrap();
        let mut from = 0;
        for column in COLUMNS {
            let at = json[from..].find(&format!("\"{column}\":"));
            from += at.unwrap_or_else(|| panic!("{column} is missing or out of order"));
        }
        assert_eq!(serde_json::to_value(&row).unwrap().as_object().unwrap().len(), COLUMNS.len());
    }

    #[test]
    fn columns_can_be_chosen_in_any_order() {
        let own = |names: &[&str]| -> Vec<String> { names.iter().map(|&name| name.to_owned()).collect() };
        let row = rows(&sample::bulletin()).next().unwrap();
        // One by one they are those of the whole row.
        let whole = serde_json::to_value(&row).unwrap();
        for column in COLUMNS {
            let columns = Columns::named(&own(&[column])).unwrap();
            assert_eq!(serde_json::to_value(columns.of(row.clone())).unwrap(), json!({column: whole[column]}));
        }
        let columns = Columns::named(&own(&["lines", "id"])).unwrap();
        assert_eq!(columns.names(), ["lines", "id"]);
        let chosen = serde_json::to_string(&columns.of(row)).unwrap();
        assert_eq!(chosen, r#"{"lines":[6,8],"id":"00112233aabbccdd-6"}"#);
        assert_eq!(Columns::named(&own(&["id", "titel"])), Err("titel"));
        assert_eq!(Columns::named(&own(&["id", "text", "id"])), Err("id"));
    }

    #[test]
    fn a_row_holds_what_the_bulletin_says() {
        let rows: Vec<_> = rows(&sample::bulletin()).collect();
        assert_eq!(
            serde_json::to_value(&rows[1]).unwrap(),
            json!({
                "id": "00112233aabbccdd-12",
                "bulletin_id": "00112233aabbccdd",
                "path": "kho/số 7.txt",
                "issue_number": "7/2031",
                "issue_date": "2031-02-14",
                "section": "TIN ĐỊA PHƯƠNG",
                "position": 2,
                "number": 2,
                "title": "Chợ \"nổi\" mở lại",
                "source": "TTXVN/Vidu.vn",
                "domain": "vidu.vn",
                "agency": "TTXVN",
                "date": "2031-02-13",
                "authors": ["Lê Thử", "Trần Mẫu"],
                "url": "https://vidu.vn/cho-noi",
                "lines": [12, 18],
                "text": "Chợ mở từ 5 giờ, có ba dãy.\n\nDãy\tSố quầy\nĐông\t12\n\n¹ Theo ban quản lý.",
            })
        );
        assert_eq!(rows[2].section, None);
        assert_eq!(rows[2].position, 3);
        assert_eq!(rows[2].text, "");
    }
}
