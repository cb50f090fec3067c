//! The bulletin put together: every line given its one place in the output.
//!
//! The stages before have told masthead, contents, cuts and furniture; here the blocks of each article are built, its
//! citation read, and everything written into the model with its lines.

mod line_roles;

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

pub use line_roles::line_roles;

use crate::blocks::{Builder, Draft};
use crate::citation::{self, Strength};
use crate::closing;
use crate::contents::{Contents, EntryId, page_mark};
use crate::cuts::{ArticleCut, Cut, Cuts};
use crate::furniture;
use crate::layout::Layout;
use crate::model::{
    Article, Block, BlockKind, Evidence, Furniture, FurnitureKind, LineRange, MastheadLine, MastheadRole, Section,
    TocEntry, TocGroup,
};
use crate::page::Page;
use crate::roles::{self, Roles, presenter};
use crate::signatures::Signatures;
use crate::text::pattern::pattern;

/// The parts of a bulletin that the page gives.
#[derive(Debug, Default)]
pub struct Parts {
    /// Contents.
    pub toc: Vec<TocGroup>,
    /// Sections.
    pub sections: Vec<Section>,
    /// Furniture, in order.
    pub furniture: Vec<Furniture>,
    /// Masthead lines that stood below the masthead.
    pub masthead: Vec<MastheadLine>,
    /// The editor named in the colophon.
    pub editor: Option<String>,
    /// Titles of the articles that rest on their looks alone.
    pub weak: Vec<LineRange>,
}

impl Parts {
    /// Adds a piece of furniture. The first colophon that names an editor tells who it is, at the head or at the end.
    fn push(&mut self, furniture: Furniture) {
        if furniture.kind == FurnitureKind::Colophon && self.editor.is_none() {
            self.editor = editor(&furniture.text);
        }
        self.furniture.push(furniture);
    }
}

/// What assembling needs to know.
#[derive(Debug)]
pub struct Assembly<'a, 't> {
    /// The page.
    pub page: &'a Page<'t>,
    /// Its layout.
    pub layout: &'a Layout,
    /// Its contents.
    pub contents: &'a Contents,
    /// Furniture by line.
    pub furniture: &'a [Option<FurnitureKind>],
    /// By-lines that stand alone.
    pub signatures: &'a Signatures,
    /// Index of the first line of the body.
    pub body: usize,
    /// Id of the bulletin.
    pub id: &'a str,
    /// The day that dates without a year are read against.
    pub issue: Option<Date>,
}

impl Assembly<'_, '_> {
    /// Puts the parts together.
    pub fn parts(&self, cuts: Cuts) -> Parts {
        let mut parts = Parts { toc: self.toc(), ..Parts::default() };
        let builder = Builder::new(self.page, self.furniture, self.layout, self.signatures);
        let ends = ends(&cuts);
        let announces = self.announces_addresses();
        // Room for just the articles that there are: a bulletin may have many.
        let sizes = cuts.cuts.split(|cut| matches!(cut, Cut::Section(_))).map(<[Cut]>::len);
        let mut sizes = sizes.skip(1).collect::<Vec<usize>>().into_iter();
        let first = cuts.cuts.iter().find_map(start_of).unwrap_or(cuts.end);
        self.preface(self.body..first, &mut parts);
        for (cut, end) in cuts.cuts.into_iter().zip(ends) {
            match cut {
                Cut::Section(section) => {
                    let lines = section.lines.as_ref().map(|lines| self.page.range(lines));
                    parts.sections.push(Section {
                        number: section.number,
                        title: section.title,
                        title_lines: lines,
                        lines: lines.unwrap_or(self.page.single(end.saturating_sub(1))),
                        articles: Vec::with_capacity(sizes.next().unwrap_or_default()),
                    });
                    if let Some(lines) = &section.lines {
                        self.preface(*lines.end() + 1..end, &mut parts);
                    }
                }
                Cut::Article(article) => {
                    let weak = article.weak;
                    let article = self.article(&builder, article, end, announces, &mut parts);
                    self.link(article.1, &article.0.id, &mut parts.toc);
                    if weak {
                        parts.weak.push(article.0.title_lines);
                    }
                    if let Some(section) = parts.sections.last_mut() {
                        section.lines = if section.articles.is_empty() && section.title_lines.is_none() {
                            article.0.lines
                        } else {
                            section.lines.join(article.0.lines)
                        };
                        section.articles.push(article.0);
                    }
                }
            }
        }
        self.tail(cuts.end, &mut parts);
        parts.furniture.extend(self.contents.rest.iter().map(|(at, word)| Furniture {
            kind: rest_kind(word),
            text: word.clone(),
            lines: self.page.single(*at),
        }));
        self.collect_furniture(&mut parts);
        parts
    }

    fn text(&self, at: usize) -> String {
        self.page.text(at).to_owned()
    }

    fn toc(&self) -> Vec<TocGroup> {
        self.contents
            .groups
            .iter()
            .map(|group| TocGroup {
                number: group.number.clone(),
                title: group.title.clone(),
                page: group.page,
                lines: self.page.range(&group.lines),
                entries: group
                    .entries
                    .iter()
                    .map(|entry| TocEntry {
                        number: entry.number,
                        title: entry.title.clone(),
                        page: entry.page,
                        presenter: entry.presenter.clone(),
                        article: None,
                        lines: self.page.range(&entry.lines),
                    })
                    .collect(),
            })
            .collect()
    }

    /// Writes an article's id to its entry.
    fn link(&self, entry: Option<EntryId>, id: &str, toc: &mut [TocGroup]) {
        if let Some(entry) = entry.and_then(|e| toc.get_mut(e.group)?.entries.get_mut(e.entry)) {
            entry.article = Some(id.to_owned());
        }
    }

    /// Lines of the body before its first article belong to the masthead, or to the colophon below it.
    fn preface(&self, lines: Range<usize>, parts: &mut Parts) {
        for at in lines {
            if furniture::is_empty(self.page, self.furniture, at) {
                continue;
            }
            if self.page.is(at, Roles::COLOPHON) && !self.page.is(at, Roles::PROSE) {
                self.colophon_line(at, FurnitureKind::Colophon, parts);
                continue;
            }
            parts.masthead.push(MastheadLine {
                text: self.text(at),
                role: MastheadRole::Other,
                lines: self.page.single(at),
            });
        }
    }

    fn article(
        &self,
        builder: &Builder<'_, '_>,
        cut: ArticleCut,
        end: usize,
        announces: bool,
        parts: &mut Parts,
    ) -> (Article, Option<EntryId>) {
        let (addresses, body_end) = self.addresses(cut.body, end, announces);
        // What stands above label or title (its number, place and date) is the document's own.
        let above = cut.start..cut.signed_above.or(cut.label_line).unwrap_or(*cut.title_lines.start());
        let mut blocks = builder.build_below(cut.start..cut.body, cut.body..body_end);
        if !above.is_empty() {
            blocks.splice(0..0, self.letterhead(builder, above));
        }
        for block in blocks.iter_mut().filter(|block| block.first == block.last && self.signatures.opens(block.first)) {
            block.kind = BlockKind::Paragraph;
        }
        let mut close = closing::take(self.page, self.signatures, &mut blocks, self.layout, self.issue);
        let cited =
            addresses.first().filter(|line| self.layout.addresses && line.words.is_empty() && close.citation.is_none());
        if let Some(line) = cited {
            close.cite_address(line.address, self.page.single(line.at));
        }
        let rest = addresses.iter().skip(usize::from(cited.is_some()));
        let entry = cut.entry.and_then(|id| self.contents.entry(id));
        let mut links: Vec<String> = Vec::new();
        let mut url = close.url;
        for line in rest {
            if url.is_none() {
                url = Some(line.address.to_owned());
            } else {
                links.push(line.address.to_owned());
            }
            if !line.words.is_empty() {
                let (text, lines) = (line.words.to_owned(), self.page.single(line.at));
                parts.push(Furniture { kind: FurnitureKind::SiteChrome, text, lines });
            }
        }
        parts.furniture.extend(blocks.iter().flat_map(|block| &block.repeated).map(|&at| Furniture {
            kind: FurnitureKind::RunningHeader,
            text: self.text(at),
            lines: self.page.single(at),
        }));
        if let Some((text, at)) = &cut.by_line_label {
            let (text, lines) = (text.clone(), self.page.single(*at));
            parts.furniture.push(Furniture { kind: FurnitureKind::ByLineLabel, text, lines });
        }
        let last = self.last_content(&cut, end);
        let lines = self.page.lines.get(cut.start..=last).unwrap_or_default();
        links.extend(lines.iter().flat_map(|line| line.links().iter().cloned()));
        let mut evidence = cut.evidence;
        if close.citation.is_some() && !evidence.contains(&Evidence::Citation) {
            evidence.push(Evidence::Citation);
            evidence.sort_unstable();
        }
        let article = Article {
            id: [self.id, "-", &self.page.number(cut.start).to_string()].concat(),
            number: cut.number.or_else(|| entry.and_then(|e| e.number)),
            title: cut.title,
            title_lines: self.page.range(&cut.title_lines),
            label: cut.label,
            page: entry.and_then(|e| e.page),
            source: close.source,
            date: close.date,
            authors: if cut.presenters.is_empty() { close.authors } else { cut.presenters },
            url,
            links,
            citation: close.citation,
            evidence,
            body: exactly(blocks.into_iter().map(|draft| block(self.page, draft)).collect()),
            lines: self.page.range(&(cut.start..=last)),
        };
        (article, cut.entry)
    }

    /// The blocks of what stands above a document's title. Rows that a blank line parts are no one table here.
    fn letterhead(&self, builder: &Builder<'_, '_>, lines: Range<usize>) -> Vec<Draft> {
        let (mut blocks, mut from) = (Vec::new(), lines.start);
        for at in lines.clone().filter(|&at| self.page.is(at, Roles::BLANK)).chain([lines.end]) {
            if from < at {
                blocks.extend(builder.build(from..at));
            }
            from = at + 1;
        }
        blocks
    }

    /// Addresses on lines of their own at the end of an article, and where the text before them ends. Words that announce
    /// them are the article's own text or its citation, unless they stand behind one or are a label: by what they say
    /// (`Link:`), or where such words `announce` addresses again and again.
    fn addresses(&self, from: usize, end: usize, announce: bool) -> (Vec<Announced<'_>>, usize) {
        let mut found: Vec<Announced<'_>> = Vec::new();
        let mut stop = end;
        let mut closed = false;
        for at in (from..end).rev() {
            if furniture::is_empty(self.page, self.furniture, at) {
                continue;
            }
            let text = self.page.text(at);
            let Some(address) = roles::address_at(text) else {
                let closing = self.layout.closing.and_then(|form| self.page.closing(at, form));
                closed = closing.is_some_and(|closing| closing.strength == Strength::Strong);
                break;
            };
            let (words, address) = text.split_at(address);
            found.push(Announced { at, words: words.trim_end(), address });
            stop = at;
        }
        found.reverse();
        let is_text = |line: &Announced<'_>| !announce && !line.words.is_empty() && !roles::names_link(line.words);
        if !closed && let Some(last) = found.iter().rposition(is_text) {
            stop = found.drain(..=last).next_back().map_or(stop, |line| line.at + 1);
        }
        (found, stop)
    }

    /// Whether words announce an address again and again (`Xem chi tiết: …`): then they are a label.
    fn announces_addresses(&self) -> bool {
        const HABIT: usize = 3;
        let announced = |at: &usize| {
            self.page.is(*at, Roles::ADDRESS) && roles::address_at(self.page.text(*at)).is_some_and(|words| words > 0)
        };
        (self.body..self.page.lines.len()).filter(announced).take(HABIT).count() == HABIT
    }

    /// Index of the last line that holds something of the article.
    fn last_content(&self, cut: &ArticleCut, end: usize) -> usize {
        (cut.body..end)
            .rev()
            .find(|&at| !furniture::is_empty(self.page, self.furniture, at))
            .unwrap_or(cut.body.saturating_sub(1))
    }

    /// Colophon and site chrome at the end of the file.
    fn tail(&self, from: usize, parts: &mut Parts) {
        let mut kind = FurnitureKind::Colophon;
        for at in from..self.page.lines.len() {
            if self.page.is(at, Roles::BLANK | Roles::BACK_LINK) {
                continue;
            }
            if self.page.is(at, Roles::COLOPHON) {
                kind = FurnitureKind::Colophon;
            } else if self.page.is(at, Roles::CHROME) {
                kind = FurnitureKind::SiteChrome;
            }
            self.colophon_line(at, kind, parts);
        }
    }

    fn colophon_line(&self, at: usize, kind: FurnitureKind, parts: &mut Parts) {
        parts.push(Furniture { kind, text: self.text(at), lines: self.page.single(at) });
    }

    /// Furniture of the body, and back links at the end of lines.
    fn collect_furniture(&self, parts: &mut Parts) {
        let mut told: Vec<u32> = parts.furniture.iter().map(|f| f.lines.first).collect();
        told.sort_unstable();
        let mut told = told.into_iter().peekable();
        for (at, line) in self.page.lines.iter().enumerate() {
            let own = self.page.candidates.get(at).map_or(0, |c| c.own);
            let kind = furniture::kind(self.furniture, at);
            // A rule says nothing: it is markup.
            if kind.is_none() && (own >= line.text.len() || self.page.is(at, Roles::BLANK)) {
                continue;
            }
            let number = self.page.single(at);
            while told.next_if(|line| *line < number.first).is_some() {}
            let already = told.peek() == Some(&number.first);
            if let Some(kind) = kind.filter(|_| !already) {
                parts.push(Furniture { kind, text: line.text.to_string(), lines: number });
            } else if own < line.text.len() {
                let text = line.text.get(own..).unwrap_or("").trim().to_owned();
                let page = text.bytes().all(|byte| byte.is_ascii_digit());
                let kind = if page { FurnitureKind::PageNumber } else { FurnitureKind::BackLink };
                parts.furniture.push(Furniture { kind, text, lines: number });
            }
        }
        parts.furniture.sort_by_key(|f| f.lines);
    }
}

/// What furniture is left beside the entries of the contents: words before pages, and pages that found no entry; words before
/// who presents a document; else what stands among the headings of a table.
fn rest_kind(word: &str) -> FurnitureKind {
    if page_mark::speaks_of_page(word) {
        FurnitureKind::PageNumber
    } else if presenter::is_label(word) {
        FurnitureKind::ByLineLabel
    } else {
        FurnitureKind::TocHeading
    }
}

/// An address at the end of an article.
struct Announced<'p> {
    /// Index of its line.
    at: usize,
    /// The words before it.
    words: &'p str,
    /// The address itself.
    address: &'p str,
}

/// The blocks without spare room: most articles have few, and a bulletin may have many articles.
fn exactly(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.shrink_to_fit();
    blocks
}

/// Where a cut begins; None for a section without a printed heading.
fn start_of(cut: &Cut) -> Option<usize> {
    match cut {
        Cut::Section(section) => section.lines.as_ref().map(|l| *l.start()),
        Cut::Article(article) => Some(article.start),
    }
}

/// Where each cut ends: at the next one that begins on a line, or at the end of the body.
fn ends(cuts: &Cuts) -> Vec<usize> {
    let mut end = cuts.end;
    let mut ends: Vec<usize> = cuts
        .cuts
        .iter()
        .rev()
        .map(|cut| {
            let this = end;
            end = start_of(cut).unwrap_or(end);
            this
        })
        .collect();
    ends.reverse();
    ends
}

fn block(page: &Page<'_>, draft: Draft) -> Block {
    let table = draft.kind == BlockKind::Table;
    Block {
        kind: draft.kind,
        text: (!table).then_some(draft.text),
        mark: draft.mark,
        rows: table.then_some(draft.rows),
        lines: page.range(&(draft.first..=draft.last)),
    }
}

/// The person that a colophon line names as editor.
fn editor(text: &str) -> Option<String> {
    static EDITOR: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:btv|(?:người |ban |trưởng ban |tổng |phó tổng )?biên tập(?:\s+viên)?)(?:\s+bản tin|(?:\s+và|,)\s+trình bày)?\s*[:.–-]?\s+(.+?)(?:\s*[-–,;|(]\s*(?:điện thoại|đt|sđt|email|e-mail|tel)\b.*)?$",
        )
    });
    let name = EDITOR.captures(text)?.get(1)?.as_str();
    let name = name.trim().trim_end_matches(['.', ',', ';', '/', '*']).trim();
    (!name.is_empty() && !citation::names_office(name)).then(|| name.to_owned())
}
