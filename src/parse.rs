//! The stages in their order: text to lines, roles, layout, head, cuts, bulletin.

use std::borrow::Cow;

use crate::assemble::{self, Assembly};
use crate::board;
use crate::cuts::{self, Cut};
use crate::diagnose::{self, Subject};
use crate::furniture;
use crate::head::{self, Trailing};
use crate::layout::{Layout, Opening, recognise};
use crate::lines;
use crate::masthead::{self, Input, Masthead};
use crate::model::{Bulletin, FileInfo, Furniture, FurnitureKind, Generator, Issue, LayoutKind, LineRange, SCHEMA};
use crate::options::{Fixity, Options};
use crate::page::Page;
use crate::roles;
use crate::running::{self, Headers};
use crate::signatures::Signatures;
use crate::spacing;
use crate::stopped;
use crate::text::normalise;

/// Parses the text of a bulletin.
///
/// Total: any text gives a bulletin; one that is no bulletin has [`LayoutKind::Unknown`], its whole text as furniture
/// and a diagnostic. No I/O, nothing printed, nothing but the text and the options decides the result.
///
/// ```
/// use bantin::{Options, parse};
///
/// let text = "BẢN TIN ĐẤT ĐAI\n\nSố: 7\n\nNgày phát hành: 22/3/2031\n\n\
///             Xã Một mở chợ mới\n\nSáng nay, xã Một mở chợ. (Baoxa.vn 21/3, Lê Tám)\n";
/// let bulletin = parse(text, &Options::default());
/// let article = &bulletin.sections[0].articles[0];
/// assert_eq!(article.title, "Xã Một mở chợ mới");
/// assert_eq!(article.date.as_deref(), Some("2031-03-21"));
/// assert_eq!(article.authors, ["Lê Tám"]);
/// ```
pub fn parse(text: &str, options: &Options) -> Bulletin {
    let fixity = options.fixity.clone().unwrap_or_else(|| Fixity::of(text.as_bytes()));
    let nfc = normalise::nfc(text);
    let mut lines = lines::split(&nfc);
    let mut bulletin = empty(options, fixity, lines.len());
    spacing::trim_ends(&mut lines);
    let numbers = spacing::close_up(&mut lines);
    let candidates = roles::candidates(&lines);
    let mut page = Page::new(&nfc, lines, candidates).numbered(numbers);
    stopped::relieve(&mut page);
    let split = diagnose::lines_in_columns(&page);
    let interleaved = diagnose::columns_interleaved(&page, &split);
    let trailing = head::at_end(&page);
    if let Some(trailing) = &trailing {
        page.hide(trailing.lines.clone());
    }
    let headers = Headers::find(&page);
    let signatures = Signatures::find(&page, &headers);
    let layout = trailing.as_ref().map(|trailing| trailing.layout);
    let layout = layout.or_else(|| recognise::recognise(&page, &headers, &signatures));
    let layout = layout.filter(|_| interleaved.is_none());
    let weak = layout.as_ref().and_then(|layout| fill(&page, &headers, &signatures, layout, trailing, &mut bulletin));
    let whole_text = weak.is_none().then(|| {
        keep_whole(&page, &mut bulletin);
        // Text in two columns may well be a bulletin; the finding says more than that none was found.
        interleaved.unwrap_or_else(|| diagnose::not_a_bulletin(bulletin.file.lines))
    });
    keep_addresses(&page, &mut bulletin);
    let original = matches!(nfc, Cow::Owned(_)).then_some(text);
    let weak = weak.as_deref().unwrap_or_default();
    let subject = Subject::new(&page, &bulletin, original, weak, &split, options.max_age_days);
    let mut findings = subject.findings(whole_text);
    diagnose::sort(&mut findings);
    bulletin.diagnostics = findings;
    if options.line_roles {
        bulletin.line_roles = Some(assemble::line_roles(&page, &bulletin));
    }
    bulletin
}

fn empty(options: &Options, fixity: Fixity, lines: usize) -> Bulletin {
    Bulletin {
        schema: SCHEMA.to_owned(),
        generator: Generator { name: env!("CARGO_PKG_NAME").to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
        id: fixity.sha256.chars().take(16).collect(),
        file: FileInfo {
            path: options.path.clone(),
            bytes: fixity.bytes,
            lines: u32::try_from(lines).unwrap_or(u32::MAX),
            encoding: options.encoding,
            sha256: fixity.sha256,
        },
        layout: LayoutKind::Unknown,
        title: None,
        issue: Issue::default(),
        editor: None,
        masthead: Vec::new(),
        toc: Vec::new(),
        sections: Vec::new(),
        furniture: Vec::new(),
        diagnostics: Vec::new(),
        line_roles: None,
    }
}

/// Fills in a bulletin of a known layout and gives the titles of its weak articles; None where no article was found.
fn fill(
    page: &Page<'_>,
    headers: &Headers,
    signatures: &Signatures,
    layout: &Layout,
    trailing: Option<Trailing>,
    bulletin: &mut Bulletin,
) -> Option<Vec<LineRange>> {
    // Papers name addresses below their authors, as boards do.
    let board = if layout.opening == Opening::Label { 0..0 } else { board::find(page) };
    let opens = trailing.as_ref().and_then(|trailing| trailing.opens);
    let mut head = head::below(&board, head::find(page, layout, headers, opens));
    let mut masthead = head::read_masthead(page, head.masthead_end, &board);
    let mut furniture = furniture::find(page, headers, &head, masthead.title.as_deref(), layout.closing);
    for at in 0..head.body {
        if let Some(slot) = furniture.get_mut(at) {
            *slot = head::furniture(page, at, &head, &board, headers);
        }
    }
    if let Some(trailing) = trailing {
        head.contents.append(trailing.contents);
        for (at, kind) in trailing.furniture {
            if let Some(slot) = furniture.get_mut(at) {
                *slot = Some(kind);
            }
        }
    }
    let mut cuts = match layout.opening {
        Opening::Label => cuts::labelled::find(page, &furniture, &head.contents, head.body),
        Opening::Title | Opening::Number => {
            let breaks = cuts::breaks::find(page, &furniture, &head.contents, head.body);
            let units = cuts::units::units(page, &furniture, head.body, layout, &breaks, signatures);
            cuts::titled::find(page, layout, &units, &head.contents)
        }
    };
    cuts::counted::number(&mut cuts, &mut head.contents);
    if !cuts.cuts.iter().any(|c| matches!(c, Cut::Article(_))) {
        return None;
    }
    let assembly = Assembly {
        page,
        layout,
        contents: &head.contents,
        furniture: &furniture,
        signatures,
        body: head.body,
        id: &bulletin.id,
        issue: masthead.reference,
    };
    let parts = assembly.parts(cuts);
    if layout.kind == LayoutKind::Newsletter {
        masthead.complete(from_running_headers(page, &furniture));
    }
    bulletin.layout = layout.kind;
    bulletin.title = masthead.title;
    bulletin.issue = masthead.issue;
    bulletin.masthead = masthead.lines;
    bulletin.masthead.extend(parts.masthead);
    bulletin.toc = parts.toc;
    bulletin.sections = parts.sections;
    bulletin.furniture = parts.furniture;
    bulletin.editor = parts.editor;
    Some(parts.weak)
}

/// What the running headers say of name and number.
fn from_running_headers(page: &Page<'_>, furniture: &[Option<FurnitureKind>]) -> Masthead {
    let header = (0..page.lines.len())
        .find(|&at| furniture::kind(furniture, at) == Some(FurnitureKind::RunningHeader))
        .map(|at| (running::without_page(page.text(at)), page.number(at)));
    let Some((text, line)) = header else { return Masthead::default() };
    let mut read = masthead::read(&[Input { text, reading: &masthead::read_line(text), line, column: None }]);
    // A bulletin may be called as nothing else is (`Thông tin …`): number and page tell that it is one.
    read.title = read.title.or_else(|| running::name_before_issue(text).map(str::to_owned));
    read
}

/// Keeps the addresses that lines outside of the articles link to without printing them.
fn keep_addresses(page: &Page<'_>, bulletin: &mut Bulletin) {
    let articles: Vec<LineRange> = bulletin.articles().map(|a| a.lines).collect();
    let linked = page.lines.iter().enumerate().map(|(at, line)| (page.number(at), line));
    let linked = linked.filter(|(_, line)| !line.links().is_empty());
    let outside = linked.filter(|(at, _)| {
        let next = articles.partition_point(|article| article.last < *at);
        !articles.get(next).is_some_and(|article| article.contains(*at))
    });
    let known = bulletin.layout != LayoutKind::Unknown;
    let kind = if known { FurnitureKind::SiteChrome } else { FurnitureKind::Unrecognised };
    let kept: Vec<Furniture> = outside
        .flat_map(|(at, line)| {
            line.links().iter().map(move |address| Furniture {
                kind,
                text: address.clone(),
                lines: LineRange::single(at),
            })
        })
        .collect();
    if !kept.is_empty() {
        bulletin.furniture.extend(kept);
        bulletin.furniture.sort_by_key(|f| f.lines);
    }
}

/// Keeps the whole text of a file that is no bulletin.
fn keep_whole(page: &Page<'_>, bulletin: &mut Bulletin) {
    bulletin.furniture = page
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_blank())
        .map(|(at, line)| Furniture {
            kind: FurnitureKind::Unrecognised,
            text: line.text.to_string(),
            lines: page.single(at),
        })
        .collect();
}
