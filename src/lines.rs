//! Physical lines: the text cut where an editor cuts it, each line with its plain text and the traces of its layout.
//!
//! The stage says what is printed on a line and how; what a line means is for the next stage.

use std::borrow::Cow;
use std::ops::Deref;

use crate::text::{chars, letters, markup, normalise, scan};

/// A physical line. A text may hold millions of them, so what few lines have is kept apart.
#[derive(Debug)]
pub struct Line<'t> {
    /// As in the file, in NFC, without the line break.
    pub raw: &'t str,
    /// Without markup, white space folded.
    pub text: Text<'t>,
    /// What the markup said, where it said something.
    traces: Option<Box<Traces>>,
}

/// The text of a line.
#[derive(Debug)]
pub enum Text<'t> {
    /// Printed in the file just so.
    Printed(&'t str),
    /// What is left without markup, or with its white space folded. In a box, since few lines are rewritten and all are
    /// 16 bytes smaller for it.
    Rewritten(Box<String>),
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Printed(text) => text,
            Self::Rewritten(text) => text,
        }
    }
}

/// What the markup of a line said.
#[derive(Debug)]
struct Traces {
    heading: u8,
    bold: bool,
    links: Vec<String>,
}

impl Line<'_> {
    /// Level of a Markdown heading; 0 for none.
    pub fn heading(&self) -> u8 {
        self.traces.as_ref().map_or(0, |traces| traces.heading)
    }

    /// Whether the whole line was set in bold.
    pub fn bold(&self) -> bool {
        self.traces.as_ref().is_some_and(|traces| traces.bold)
    }

    /// Addresses that the text links to without printing them.
    pub fn links(&self) -> &[String] {
        self.traces.as_ref().map_or(&[], |traces| &traces.links)
    }

    /// Whether nothing but white space and markup stands on the line.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether the text is not what the file prints: markup was taken off, or white space folded.
    pub fn is_rewritten(&self) -> bool {
        matches!(self.text, Text::Rewritten(_))
    }

    /// Whether a space or form feed opens the line: in text out of a PDF, the top of a page or column. Several spaces are
    /// the indentation of a text that keeps its layout.
    pub fn opens_page(&self) -> bool {
        self.raw.starts_with([' ', '\u{C}', '\u{A0}']) && !self.raw.starts_with("  ") && !self.is_blank()
    }

    /// Whether the line ends in a space: in text out of a PDF, it goes on in the next line.
    pub fn runs_on(&self) -> bool {
        self.raw.ends_with([' ', '\u{A0}']) && !self.is_blank()
    }

    /// How far in the line begins, in columns.
    pub fn indent(&self) -> usize {
        const TAB: usize = 8;
        // Most lines begin with a letter.
        if !matches!(self.raw.as_bytes().first(), Some(b' ' | b'\t' | 0x0C)) {
            return 0;
        }
        let white = self.raw.trim_start_matches('\u{C}').chars().take_while(|c| matches!(c, ' ' | '\t'));
        white.fold(0, |column, c| if c == '\t' { (column / TAB + 1) * TAB } else { column + 1 })
    }

    /// Whether a form feed stands on the line.
    pub fn has_form_feed(&self) -> bool {
        memchr::memchr(0x0C, self.raw.as_bytes()).is_some()
    }

    /// Cells of a row of a table: split at tabs, or at the bars of a Markdown table. None where the line is no row, or has
    /// more cells than any page has columns.
    pub fn cells(&self) -> Option<Vec<Cow<'_, str>>> {
        let raw = self.raw.trim_matches([' ', '\r', '\u{C}']);
        let parts: Vec<&str> = if raw.contains('\t') {
            raw.split('\t').take(MOST_CELLS + 1).collect()
        } else if raw.len() > 2 && raw.starts_with('|') && raw.ends_with('|') {
            raw.get(1..raw.len() - 1)?.split('|').take(MOST_CELLS + 1).collect()
        } else {
            return None;
        };
        if parts.len() > MOST_CELLS {
            return None;
        }
        Some(parts.into_iter().map(normalise_cell).collect())
    }

    /// What two spaces or more set apart on the line, without markup, and where each piece begins, in characters: the cells of a
    /// row in a text that keeps its layout. None at all where there are more than any page has columns.
    pub fn pieces(&self) -> Vec<(usize, Cow<'_, str>)> {
        const GAP: &str = "  ";
        let raw = self.raw.trim_matches(['\r', '\u{C}']).trim_end();
        let mut column = 0;
        let pieces = raw.split(GAP).filter_map(|piece| {
            let text = piece.trim_start_matches(' ');
            let start = column + piece.len() - text.len();
            column += piece.chars().count() + GAP.len();
            (!text.is_empty()).then(|| (start, normalise_cell(text)))
        });
        let pieces: Vec<_> = pieces.take(MOST_CELLS + 1).collect();
        if pieces.len() > MOST_CELLS { Vec::new() } else { pieces }
    }

    /// Cells that three spaces or more set apart; the first is empty where the line begins with so many. None where no such
    /// space stands on the line.
    fn spaced_cells(&self) -> Option<Vec<Cow<'_, str>>> {
        const WIDE: &str = "   ";
        let raw = self.raw.trim_matches(['\r', '\u{C}']).trim_end();
        // On most lines no such space stands, which is told without cutting them.
        memchr::memmem::find(raw.as_bytes(), WIDE.as_bytes())?;
        let cells = raw.split(WIDE).map(str::trim).filter(|cell| !cell.is_empty()).take(MOST_CELLS);
        let indent = raw.starts_with(WIDE).then_some("");
        let cells: Vec<_> = indent.into_iter().chain(cells).map(normalise_cell).collect();
        (cells.len() > 1).then_some(cells)
    }

    /// The two columns that a line of a head is set in (an office, and beside it the bulletin's name); the first is empty where
    /// only the other says something. None where the line is set otherwise.
    pub fn columns(&self) -> Option<[Cow<'_, str>; 2]> {
        // Letters that are set wide are no column.
        let fits = |cell: &str| {
            letters::starts_capital(cell)
                && cell.split(' ').any(|word| word.chars().filter(|c| chars::is_alphabetic(*c)).count() > 1)
        };
        let cells = self.cells().or_else(|| self.spaced_cells())?;
        let indented = cells.first().is_some_and(|cell| cell.is_empty());
        let mut cells = cells.into_iter().filter(|cell| !cell.is_empty());
        let columns = match (cells.next()?, cells.next()) {
            (first, Some(second)) => [first, second],
            (only, None) if indented => [Cow::Borrowed(""), only],
            _ => return None,
        };
        let told = columns.iter().all(|cell| cell.is_empty() || fits(cell));
        (told && cells.next().is_none()).then_some(columns)
    }
}

/// Most cells of a row.
const MOST_CELLS: usize = 1000;

/// A cell without markup, white space folded.
fn normalise_cell(cell: &str) -> Cow<'_, str> {
    match markup::plain(cell) {
        Some(plain) => Cow::Borrowed(plain),
        None => folded(markup::strip(cell).text),
    }
}

/// A text with its white space folded.
fn folded(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => normalise::fold_space(text),
        Cow::Owned(text) => match normalise::fold_space(&text) {
            Cow::Borrowed(same) if same.len() == text.len() => Cow::Owned(text),
            folded => Cow::Owned(folded.into_owned()),
        },
    }
}

/// Cuts a text into physical lines, without their line breaks: at LF or CRLF; at a lone CR only where the text holds no
/// LF. A final line break does not begin another line, and a byte-order mark is no part of the first one.
pub fn physical(text: &str) -> Physical<'_> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let bytes = text.as_bytes();
    let end =
        if memchr::memchr(b'\n', bytes).is_some() || memchr::memchr(b'\r', bytes).is_none() { b'\n' } else { b'\r' };
    Physical { rest: text, end }
}

/// The [`physical`] lines of a text, one after the other.
#[derive(Debug, Clone)]
pub struct Physical<'t> {
    /// What is left of the text.
    rest: &'t str,
    /// The byte that ends a line.
    end: u8,
}

impl Physical<'_> {
    /// Goes on behind the next line if it is this one, which costs less than to look for its end. It says no of any
    /// without a line break.
    #[inline]
    pub fn pass(&mut self, line: &str) -> bool {
        let Some(behind) = self.rest.as_bytes().strip_prefix(line.as_bytes()) else { return false };
        let end = match behind {
            [end, ..] if *end == self.end => line.len() + 1,
            [b'\r', end, ..] if *end == self.end => line.len() + 2,
            _ => return false,
        };
        self.rest = self.rest.get(end..).unwrap_or_default();
        true
    }
}

impl<'t> Iterator for Physical<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        if self.rest.is_empty() {
            return None;
        }
        let end = memchr::memchr(self.end, self.rest.as_bytes());
        let (line, rest) = match end {
            Some(at) => (self.rest.get(..at)?, self.rest.get(at + 1..)?),
            None => (self.rest, ""),
        };
        self.rest = rest;
        Some(line.strip_suffix('\r').unwrap_or(line))
    }
}

/// Cuts a text into [`physical`] lines and reads the traces of each.
pub fn split(text: &str) -> Vec<Line<'_>> {
    let count = |end| memchr::memchr_iter(end, text.as_bytes()).count();
    let ends = match count(b'\n') {
        0 => count(b'\r'),
        ends => ends,
    };
    let mut lines = Vec::with_capacity(ends + 1);
    let mut marks = Marks::of(text);
    lines.extend(physical(text).map(|raw| {
        // Quotations, and rules of these signs, show in no mark of this kind.
        let ruled = matches!(raw.as_bytes(), [b'>', ..] | [b'-', b'-', ..] | [b'=', b'=', ..] | [b'~', b'~', ..]);
        if marks.spare(raw) && !ruled {
            return Line { raw, text: Text::Printed(normalise::trim(raw)), traces: None };
        }
        line(raw)
    }));
    join_links(text, &mut lines);
    lines
}

/// Removes the markup of links that were broken over two lines, as converters break long lines; their addresses belong to
/// the second.
fn join_links(text: &str, lines: &mut [Line<'_>]) {
    let bytes = text.as_bytes();
    let mut from = 0;
    // On most lines that hold the end of a label it begins as well. Each byte is looked at once.
    let is_cut = |end: &usize| {
        let before = bytes.get(from..*end).unwrap_or_default();
        from = *end + 1;
        memchr::memrchr2(b'[', b'\n', before).is_some_and(|at| before.get(at) == Some(&b'\n'))
    };
    for end in memchr::memmem::find_iter(bytes, b"](").filter(is_cut) {
        let at = lines.partition_point(|line| line.raw.as_ptr() as usize - text.as_ptr() as usize <= end);
        let Some([first, second]) = at.checked_sub(2).and_then(|at| lines.get_mut(at..at + 2)) else { continue };
        let Some((head, tail, address)) = markup::broken_link(&first.text, &second.text) else { continue };
        let links = address.map(str::to_owned);
        first.text = Text::Rewritten(Box::new(head));
        second.text = Text::Rewritten(Box::new(tail));
        let traces = || Box::new(Traces { heading: 0, bold: false, links: Vec::new() });
        second.traces.get_or_insert_with(traces).links.extend(links);
    }
}

/// Where a text may hold markup, or white space to be folded: looked for in the whole text, many bytes at once, from one
/// line to the next.
struct Marks<'t> {
    /// The text.
    text: &'t str,
    /// Where the next bytes that may hold some begin; the end of memory behind the last.
    next: usize,
}

impl<'t> Marks<'t> {
    /// The marks of a text, which is gone through line by line.
    fn of(text: &'t str) -> Self {
        let mut marks = Self { text, next: 0 };
        marks.search(0);
        marks
    }

    fn search(&mut self, from: usize) {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        self.next = scan::find_chunk(rest, markup::may_be_marked).map_or(usize::MAX, |at| from + at);
    }

    /// Whether nothing of the kind can stand on the next line of the text.
    fn spare(&mut self, raw: &str) -> bool {
        let start = raw.as_ptr() as usize - self.text.as_ptr() as usize;
        if self.next.saturating_add(scan::CHUNK) <= start {
            self.search(start);
        }
        start + raw.len() <= self.next
    }
}

/// Whether a line ends in a soft hyphen behind a letter: there it was printed, and broke a word.
fn breaks_word(raw: &str) -> bool {
    let word = raw.trim_end().strip_suffix('\u{AD}');
    word.is_some_and(|word| word.ends_with(chars::is_alphabetic))
}

fn line(raw: &str) -> Line<'_> {
    let unquoted = markup::unquoted(raw);
    let adorned = markup::unadorned(unquoted);
    let unquoted = adorned.unwrap_or(unquoted);
    let broken = breaks_word(raw);
    if let Some(text) = markup::plain(unquoted).filter(|_| !broken && adorned.is_none()) {
        return Line { raw, text: Text::Printed(text), traces: None };
    }
    let markup::Plain { text, heading, bold, mut links } = markup::strip(unquoted);
    let bold = bold || adorned.is_some();
    // One link a line, as a rule.
    links.shrink_to_fit();
    let text = match folded(text) {
        Cow::Borrowed(text) => Text::Printed(text),
        Cow::Owned(text) => Text::Rewritten(Box::new(text)),
    };
    let text = if broken { Text::Rewritten(Box::new(format!("{}-", &*text))) } else { text };
    let traces = (heading > 0 || bold || !links.is_empty()).then(|| Box::new(Traces { heading, bold, links }));
    Line { raw, text, traces }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        split(text).into_iter().map(|l| l.text.to_string()).collect()
    }

    #[test]
    fn line_breaks() {
        assert_eq!(texts("a\nb\r\n\nc"), ["a", "b", "", "c"]);
        assert_eq!(texts("a\rb\r"), ["a", "b"]);
        assert_eq!(texts("a\rb\n"), ["a b"]);
        assert_eq!(texts(""), Vec::<String>::new());
        assert_eq!(texts("\u{FEFF}a\n\n"), ["a", ""]);
    }

    #[test]
    fn rules_on_both_sides() {
        for (line, text) in [
            ("*** TIN XÃ ***", "TIN XÃ"),
            ("----- I. TIN XÃ -----", "I. TIN XÃ"),
            ("=== **Tin xã** ===", "Tin xã"),
            ("-- TIN XÃ --", "-- TIN XÃ --"),
            ("--- TIN XÃ", "--- TIN XÃ"),
            ("--- 5 ---", "--- 5 ---"),
            ("---TIN XÃ---", "---TIN XÃ---"),
            ("~~~~~ ~~~~~", "~~~~~ ~~~~~"),
        ] {
            assert_eq!(texts(line), [text], "{line}");
        }
    }

    #[test]
    fn soft_hyphens_at_line_ends() {
        assert_eq!(texts("bà con ra chợ đô\u{AD}\nng vui"), ["bà con ra chợ đô-", "ng vui"]);
        assert_eq!(texts("đô\u{AD}ng vui\n5\u{AD}\n\u{AD}"), ["đông vui", "5", ""]);
    }

    /// Whatever the whole text holds around a line, the line is read as if it stood alone.
    #[test]
    fn lines_are_read_each_by_itself() {
        const PIECES: [&str; 21] = [
            "chữ thường ",
            "a",
            "ệ",
            "“",
            "–",
            " ",
            "  ",
            "\t",
            "\u{A0}",
            "\u{2003}",
            "\u{FEFF}",
            "**đậm**",
            "# ",
            "[a](b)",
            "> ",
            "<p>",
            "\\*",
            "\n",
            "\r\n",
            "\r",
            "\n\n",
        ];
        let mut random = 7_u64;
        let mut pick = |below: usize| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) as usize % below
        };
        for _ in 0..5_000 {
            let (length, rare) = (pick(60), pick(PIECES.len()));
            let piece = |at: usize| if at == 0 || at == rare || at > 16 { PIECES[at] } else { PIECES[0] };
            let text: String = (0..length).map(|_| piece(pick(PIECES.len()))).collect();
            for read in split(&text) {
                assert_eq!(format!("{read:?}"), format!("{:?}", line(read.raw)), "{text:?}");
            }
        }
    }

    /// Memory is bounded by the size of a file, and a file may be nothing but line breaks.
    #[test]
    #[cfg(target_pointer_width = "64")]
    fn a_line_is_small() {
        assert_eq!(size_of::<Line<'_>>(), 40);
    }

    #[test]
    fn traces() {
        let lines = split(" mở trang \nkhông\n\u{C}mới\n    thụt vào\n");
        assert!(lines[0].opens_page() && lines[0].runs_on());
        assert!(!lines[1].opens_page() && !lines[1].runs_on());
        assert!(lines[2].opens_page() && lines[2].has_form_feed());
        assert!(!lines[3].opens_page());
    }

    #[test]
    fn links_over_two_lines() {
        let lines = split("Mở chợ (X.vn 1/2)[Về\nđầu trang](#) và\nxem [bản\ntin](https://x.vn/a) ở\nđây](b)\n");
        let texts: Vec<&str> = lines.iter().map(|line| &*line.text).collect();
        assert_eq!(texts, ["Mở chợ (X.vn 1/2)Về", "đầu trang và", "xem bản", "tin ở", "đây](b)"]);
        assert_eq!(lines.iter().map(|line| line.links().len()).collect::<Vec<_>>(), [0, 0, 0, 1, 0]);
        assert_eq!(lines[3].links(), ["https://x.vn/a"]);
    }

    #[test]
    fn cells() {
        let lines = split("1.\t**Một**\t\t3\n| a | b |\nkhông");
        assert_eq!(lines[0].cells().unwrap(), ["1.", "Một", "", "3"]);
        assert_eq!(lines[1].cells().unwrap(), ["a", "b"]);
        assert_eq!(lines[2].cells(), None);
        let pieces = |text: &str| -> Vec<(usize, String)> {
            split(text)[0].pieces().into_iter().map(|(at, text)| (at, text.into_owned())).collect()
        };
        let piece = |at: usize, text: &str| (at, text.to_owned());
        assert_eq!(pieces("1.   **Một** xã     3"), [piece(0, "1."), piece(5, "Một xã"), piece(20, "3")]);
        assert_eq!(pieces("      còn  lại"), [piece(6, "còn"), piece(11, "lại")]);
        assert_eq!(pieces(&"a  ".repeat(1000)).len(), 1000);
        assert_eq!(pieces(&"a  ".repeat(1001)), []);
    }

    #[test]
    fn columns() {
        let told = |text: &str| split(text)[0].columns().map(|[first, second]| format!("{first}|{second}"));
        assert_eq!(told("XÃ MỘT\t\tBẢN TIN").as_deref(), Some("XÃ MỘT|BẢN TIN"));
        assert_eq!(told("| **XÃ MỘT** | BẢN TIN |").as_deref(), Some("XÃ MỘT|BẢN TIN"));
        assert_eq!(told("XÃ MỘT      BẢN TIN").as_deref(), Some("XÃ MỘT|BẢN TIN"));
        assert_eq!(told("\t\tSố 7/2031").as_deref(), Some("|Số 7/2031"));
        for text in ["BẢN TIN  ĐẤT ĐAI", "B Ả N    T I N", "1.\tChợ mới", "Chợ mới\t3", "Một\tHai\tBa", "\tsáng nay"]
        {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
