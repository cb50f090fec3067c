//! The strict check that nothing was lost: every letter and digit of a text stands in exactly one place of its
//! bulletin, in order and on the lines that the bulletin names.
//!
//! It reads a text and its [`Bulletin`] and shares no code with the parser. The text is gone through line by line; the
//! letters and digits of a line have to be used up by the pieces of output whose lines hold it, each piece in its own
//! order, each one begun on its first line and used up on its last. Signs by which a piece opens may end its first line,
//! and those by which it ends may open its last, where the words of another piece stand there. What may go without a
//! trace: markup, dot leaders (neither letters nor digits) and leading zeros.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use bantin::model::{Article, Block, BlockKind, Bulletin, FurnitureKind, LayoutKind, LineRange};
use regex::Regex;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Trials on one line before it counts as unexplained; lines that are in order need a handful.
const TRIALS: u32 = 20_000;

/// Tags that are markup and nothing else.
static TAG: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"</?(?:p|i|b|u|br|em|strong|sup|sub|span|div)(?:\s[^<>]*)?/?>").unwrap());
/// A Markdown link: its text stays, its address goes elsewhere.
static LINK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"\[([^\[\]]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?: "[^"]*")?)\)"#).unwrap());

/// A letter, a digit or a mark of a letter: where markup stood between letter and mark, taking it away composes them, so
/// both sides are compared taken apart.
#[derive(Debug, Clone, Copy)]
struct Letter {
    /// The character.
    value: char,
    /// Whether it is a leading zero, which may go.
    may_go: bool,
}

/// A physical line of the text.
#[derive(Debug, Default)]
struct Line {
    /// Without tags and hidden addresses.
    text: String,
    /// Its letters and digits.
    letters: Vec<Letter>,
    /// Addresses that it links to without printing them.
    hidden: Vec<String>,
}

/// A piece of the output.
#[derive(Debug)]
struct Piece {
    /// What it is, for messages.
    what: String,
    /// Its lines.
    lines: LineRange,
    /// Its letters and digits, of a table those of no cell.
    letters: Vec<char>,
    /// Rows of a table.
    rows: Option<Vec<Vec<Vec<char>>>>,
    /// Whether `lines` is only where it has to stand, because the contract gives it no lines of its own.
    loose: bool,
    /// The line of the contents that it is a part of: the parts need not stand on each of its lines, but one of them
    /// stands on the first and one on the last.
    part_of: Option<usize>,
    /// The signs before its first letter and behind its last one, white space left out.
    signs: [String; 2],
    /// How many letters have been found in the text.
    used: usize,
}

/// What is wrong with `bulletin` as the parse of `text`; empty where nothing is.
pub(crate) fn violations(text: &str, bulletin: &Bulletin) -> Vec<String> {
    let lines = split(text);
    let mut found = ranges(&lines, bulletin);
    if !found.is_empty() {
        return found;
    }
    let mut pieces = pieces(&lines, bulletin, &mut found);
    // Stable, so that pieces that begin on one line stay in the order of the output.
    pieces.sort_by_key(|piece| piece.lines.first);
    for piece in pieces.iter().filter(|piece| !piece.loose || piece.part_of.is_some()) {
        for line in [piece.lines.first, piece.lines.last] {
            if lines[index(line)].text.trim().is_empty() {
                found.push(format!("{} at {:?} begins or ends on a blank line", piece.what, piece.lines));
            }
        }
    }
    let mut taken = vec![false; lines.len()];
    for table in pieces.iter().filter(|piece| piece.rows.is_some()) {
        check_table(&lines, table, &pieces, &mut taken, &mut found);
    }
    pieces.retain(|piece| piece.rows.is_none());
    walk(&lines, &mut pieces, &taken, &mut found);
    found
}

/// The letters and digits of a piece of output.
fn letters(text: &str) -> Vec<char> {
    text.nfd().filter(|c| is_letter(*c)).collect()
}

/// What must not be lost.
fn is_letter(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

/// Cuts a text where an editor cuts it.
fn split(text: &str) -> Vec<Line> {
    let text: String = text.strip_prefix('\u{feff}').unwrap_or(text).nfc().collect();
    let end = if text.contains('\n') || !text.contains('\r') { '\n' } else { '\r' };
    let mut lines: Vec<&str> = text.split(end).collect();
    // A final line break begins no other line; a last line of nothing but markup is one.
    if lines.last().is_some_and(|last| last.is_empty()) {
        lines.pop();
    }
    lines.into_iter().map(line).collect()
}

/// Reads one physical line.
fn line(raw: &str) -> Line {
    let untagged = TAG.replace_all(raw, " ");
    let mut hidden = Vec::new();
    let text = LINK.replace_all(&untagged, |link: &regex::Captures<'_>| {
        let anchor = link[2].starts_with('#') && !link[2].contains(' ');
        if !link[2].is_empty() && !anchor && link[2] != link[1] {
            hidden.push(link[2].to_owned());
        }
        link[1].to_owned()
    });
    let characters: Vec<char> = text.nfd().collect();
    let digit = |at: Option<usize>| at.and_then(|at| characters.get(at)).is_some_and(char::is_ascii_digit);
    let mut leading = false;
    let mut letters = Vec::new();
    for (at, &value) in characters.iter().enumerate() {
        // Zeros before the first other digit of a number.
        leading = value == '0' && digit(Some(at + 1)) && (leading || !digit(at.checked_sub(1)));
        if is_letter(value) {
            letters.push(Letter { value, may_go: leading });
        }
    }
    Line { text: text.into_owned(), letters, hidden }
}

/// The lines of a range.
fn span(range: LineRange) -> RangeInclusive<u32> {
    range.first..=range.last
}

/// Index of a line.
fn index(line: u32) -> usize {
    line as usize - 1
}

/// What is wrong with the line ranges alone.
fn ranges(lines: &[Line], bulletin: &Bulletin) -> Vec<String> {
    let mut found = Vec::new();
    let last = u32::try_from(lines.len()).unwrap();
    if bulletin.file.lines != last {
        found.push(format!("the file has {last} lines, not {}", bulletin.file.lines));
    }
    let mut order = |what: &str, outer: LineRange, inner: &[LineRange], overlap: bool| {
        let mut before: Option<LineRange> = None;
        for range in inner {
            if range.first < outer.first || range.last > outer.last || range.first > range.last {
                found.push(format!("{what} at {range:?} stands outside of {outer:?}"));
            }
            if before.is_some_and(|b| if overlap { range.first < b.first } else { range.first <= b.last }) {
                found.push(format!("{what} at {range:?} comes after {before:?}"));
            }
            before = Some(*range);
        }
    };
    let file = LineRange::new(1, last);
    order("masthead line", file, &bulletin.masthead.iter().map(|m| m.lines).collect::<Vec<_>>(), false);
    order("furniture", file, &bulletin.furniture.iter().map(|f| f.lines).collect::<Vec<_>>(), true);
    let contents = bulletin.toc.iter().flat_map(|group| {
        group.title.iter().map(|_| group.lines).chain(group.entries.iter().map(|e| e.lines)).collect::<Vec<_>>()
    });
    order("contents", file, &contents.collect::<Vec<_>>(), false);
    order("section", file, &bulletin.sections.iter().map(|s| s.lines).collect::<Vec<_>>(), false);
    for section in &bulletin.sections {
        let inner: Vec<_> = section.title_lines.into_iter().chain(section.articles.iter().map(|a| a.lines)).collect();
        order("section heading or article", section.lines, &inner, false);
        for article in &section.articles {
            order("title", article.lines, &[article.title_lines], false);
            order("block", article.lines, &article.body.iter().map(|b| b.lines).collect::<Vec<_>>(), true);
            order("citation", article.lines, &article.citation.iter().map(|c| c.lines).collect::<Vec<_>>(), false);
        }
    }
    // A blank line at either end holds nothing of an article.
    for article in bulletin.articles() {
        for line in [article.lines.first, article.lines.last] {
            if lines.get(index(line.max(1))).is_some_and(|line| line.text.trim().is_empty()) {
                found.push(format!("article {} begins or ends on the blank line {line}", article.id));
            }
        }
    }
    found
}

/// Every piece of the output with its lines.
fn pieces(lines: &[Line], bulletin: &Bulletin, found: &mut Vec<String>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut put = |what: &str, lines: LineRange, text: &[&str], part_of: Option<usize>| {
        let (what, text, loose) = (what.to_owned(), text.concat(), part_of.is_some());
        let (letters, signs) = (letters(&text), signs(&text));
        pieces.push(Piece { what, lines, letters, rows: None, loose, part_of, signs, used: 0 });
    };
    let number = |number: Option<u32>| number.map(|n| n.to_string()).unwrap_or_default();
    for line in &bulletin.masthead {
        put("masthead line", line.lines, &[&line.text], None);
    }
    // Of a line of the contents over several lines it is not said on which of them page and presenting body stand; a row
    // that was split by a page turn goes on cell by cell.
    let mut parts = Vec::new();
    for group in &bulletin.toc {
        let enumerator = group.number.as_deref().unwrap_or_default();
        // The page may stand alone on the first or last line, and the presenting body end below the title.
        let mut put = |what: &str, lines: LineRange, title: &[&str], page: Option<u32>, presenter: Option<&String>| {
            let is_whole = presenter.is_none() && (page.is_none() || lines.first == lines.last);
            let part_of = (!is_whole).then_some(parts.len());
            put(what, lines, title, part_of);
            let page = page.map(|page| ("page in the contents", page.to_string()));
            let presenter = presenter.map(|presenter| ("presenter in the contents", presenter.clone()));
            parts.push((lines, part_of, page, presenter));
        };
        let title = [enumerator, group.title.as_deref().unwrap_or_default()];
        put("contents group", group.lines, &title, group.page, None);
        for entry in &group.entries {
            let title = [number(entry.number), entry.title.clone()].concat();
            put("contents entry", entry.lines, &[&title], entry.page, entry.presenter.as_ref());
        }
    }
    for section in &bulletin.sections {
        if let Some(lines) = section.title_lines {
            let enumerator = section.number.as_deref().unwrap_or_default();
            put("section heading", lines, &[enumerator, section.title.as_deref().unwrap_or_default()], None);
        }
    }
    for furniture in &bulletin.furniture {
        put("furniture", furniture.lines, &[&furniture.text], None);
    }
    for (lines, part_of, page, presenter) in parts {
        for (what, text) in page.into_iter().chain(presenter) {
            let (what, letters) = (what.to_owned(), letters(&text));
            pieces.push(Piece {
                what,
                lines,
                letters,
                rows: None,
                loose: true,
                part_of,
                signs: Default::default(),
                used: 0,
            });
        }
    }
    // A piece without a letter (a ruler, a group without heading) has nothing to be found.
    pieces.retain(|piece| !piece.letters.is_empty());
    let mut hidden: Vec<Vec<String>> = lines.iter().map(|line| line.hidden.clone()).collect();
    for article in bulletin.articles() {
        for piece in &pieces {
            let inside = piece.lines.first <= article.lines.last && article.lines.first <= piece.lines.last;
            if inside && piece.what != "furniture" {
                found.push(format!("{} at {:?} stands in article {}", piece.what, piece.lines, article.id));
            }
        }
        let own = article_pieces(lines, article, bulletin.layout == LayoutKind::Proceedings, &mut hidden);
        pieces.extend(own.into_iter().filter(|piece| !piece.letters.is_empty() || piece.rows.is_some()));
    }
    for furniture in
        bulletin.furniture.iter().filter(|f| matches!(f.kind, FurnitureKind::Unrecognised | FurnitureKind::SiteChrome))
    {
        // Outside of an article, an address that was not printed stands beside its line.
        let addresses = &mut hidden[index(furniture.lines.first)];
        if let Some(at) = addresses.iter().position(|address| *address == furniture.text) {
            addresses.remove(at);
            let letters = letters(&furniture.text);
            pieces.retain(|piece| piece.lines != furniture.lines || piece.letters != letters);
        }
    }
    for (at, addresses) in hidden.iter().enumerate() {
        if !addresses.is_empty() {
            found.push(format!("line {}: nothing holds the hidden addresses {addresses:?}", at + 1));
        }
    }
    pieces
}

/// The pieces of an article in the order in which they are printed.
fn article_pieces(
    lines: &[Line],
    article: &Article,
    presenter_is_printed: bool,
    hidden: &mut [Vec<String>],
) -> Vec<Piece> {
    let piece = |what: &str, lines: LineRange, text: &str, loose: bool| Piece {
        what: format!("{what} of article {}", article.id),
        lines,
        letters: letters(text),
        rows: None,
        loose,
        part_of: None,
        signs: signs(text),
        used: 0,
    };
    let mut pieces = Vec::new();
    let title = article.title_lines;
    // What a report prints above its label stands in the body; so a label may stand anywhere above the title.
    if let Some(label) = &article.label {
        pieces.push(piece("label", LineRange::new(article.lines.first, title.first), label, true));
    }
    let printed: String = span(title).flat_map(|line| &lines[index(line)].letters).map(|l| l.value).collect();
    // A label may stand before the number (`Tin 1: …`).
    let label: String = article.label.iter().flat_map(|label| letters(label)).collect();
    let printed = printed.strip_prefix(&label).map_or(&*printed, |rest| rest);
    let bare: String = letters(&article.title).into_iter().collect();
    // Furniture may stand between the lines of a title: its beginning tells whether the number is printed.
    let head: String = bare.chars().take(8).collect();
    let number = article.number.map(|n| n.to_string()).filter(|n| {
        // Zeros before a number may go, but a zero is a number as well.
        let printed = if n == "0" { printed } else { printed.trim_start_matches('0') };
        printed.starts_with(&format!("{n}{head}"))
    });
    pieces.push(piece("title", title, &[number.as_deref().unwrap_or_default(), &article.title].concat(), false));
    let below = article.body.iter().map(|block| block.lines.first).find(|line| *line > title.last);
    if presenter_is_printed {
        let until = below.map_or(article.lines.last, |line| line - 1);
        // A label may name the speaker itself, and who presents it may stand above the title.
        let from = article.lines.first;
        for author in &article.authors {
            pieces.push(piece("presenter", LineRange::new(from, until), author, true));
        }
    }
    for block in &article.body {
        pieces.push(Piece {
            rows: (block.kind == BlockKind::Table).then(|| cells(block)),
            ..piece(&format!("{:?}", block.kind), block.lines, &block_text(block), false)
        });
    }
    if let Some(citation) = &article.citation {
        pieces.push(piece("citation", citation.lines, &citation.text, false));
    }
    // A printed address follows the citation, or the text where there is none; that of a link over two lines stands within it.
    let mut cited = article.citation.as_ref().map(|citation| citation.text.clone()).unwrap_or_default();
    for address in article.url.iter().chain(&article.links) {
        let home = hidden
            .iter_mut()
            .take(index(article.lines.last) + 1)
            .skip(index(article.lines.first))
            .find_map(|addresses| addresses.iter().position(|a| a == address).map(|at| addresses.remove(at)));
        if home.is_none() && !take_address(&mut cited, address) {
            pieces.push(piece("address", LineRange::new(title.last, article.lines.last), address, true));
        }
    }
    pieces
}

/// Takes an address out of the text of a citation, if it stands there whole.
fn take_address(cited: &mut String, address: &str) -> bool {
    let whole = |at: &usize| !cited[at + address.len()..].starts_with(is_letter);
    let at = cited.match_indices(address).map(|(at, _)| at).find(whole);
    if let Some(at) = at {
        cited.replace_range(at..at + address.len(), "");
    }
    at.is_some()
}

/// The text of a block as printed.
fn block_text(block: &Block) -> String {
    let text = block.text.as_deref().unwrap_or_default();
    match block.mark.as_deref() {
        Some(mark) if !text.starts_with(mark) => [mark, text].concat(),
        _ => text.to_owned(),
    }
}

/// The letters of the cells of a table.
fn cells(block: &Block) -> Vec<Vec<Vec<char>>> {
    let rows = block.rows.as_deref().unwrap_or_default();
    rows.iter().map(|row| row.iter().map(|cell| letters(cell)).collect()).collect()
}

/// Checks a table column by column, since a row that a page turn had split is joined cell by cell. Takes its lines.
fn check_table(lines: &[Line], table: &Piece, pieces: &[Piece], taken: &mut [bool], found: &mut Vec<String>) {
    let mut printed: Vec<String> = Vec::new();
    let mut written: Vec<String> = Vec::new();
    let put = |columns: &mut Vec<String>, column: usize, letters: &mut dyn Iterator<Item = char>| {
        if columns.len() <= column {
            columns.resize(column + 1, String::new());
        }
        columns[column].extend(letters);
    };
    for row in table.rows.iter().flatten() {
        for (column, cell) in row.iter().enumerate() {
            put(&mut written, column, &mut cell.iter().copied());
        }
    }
    for number in span(table.lines) {
        let other = |piece: &&Piece| piece.rows.is_none() && !piece.loose && piece.lines.contains(number);
        if pieces.iter().any(|piece| other(&piece)) {
            continue;
        }
        taken[index(number)] = true;
        let text = lines[index(number)].text.trim_end_matches('\r');
        let (text, bar) = match text.trim().strip_prefix('|').and_then(|inner| inner.strip_suffix('|')) {
            Some(inner) if !text.contains('\t') => (inner, '|'),
            _ => (text, '\t'),
        };
        for (column, cell) in text.split(bar).enumerate() {
            put(&mut printed, column, &mut letters(cell).into_iter());
        }
    }
    for columns in [&mut printed, &mut written] {
        while columns.last().is_some_and(String::is_empty) {
            columns.pop();
        }
    }
    if printed != written {
        let column = printed.iter().zip(&written).take_while(|(a, b)| a == b).count();
        found.push(format!("{} at {:?}: column {} differs", table.what, table.lines, column + 1));
    }
}

/// Goes through the lines and uses up the pieces.
fn walk(lines: &[Line], pieces: &mut [Piece], taken: &[bool], found: &mut Vec<String>) {
    let mut begun = 0;
    let mut active: Vec<usize> = Vec::new();
    // Last line of what has been found wrong already: one finding is enough for what stands there.
    let mut wrong = 0;
    for (at, line) in lines.iter().enumerate() {
        let number = u32::try_from(at + 1).unwrap();
        while pieces.get(begun).is_some_and(|piece| piece.lines.first <= number) {
            active.push(begun);
            begun += 1;
        }
        if number <= wrong {
            wrong = active.drain(..).map(|piece| pieces[piece].lines.last).fold(wrong, u32::max);
            continue;
        }
        if !taken[at] && !line.letters.is_empty() {
            // Where two pieces go on alike, what ends first (a caption within a paragraph) stands here.
            active.sort_by_key(|&piece| pieces[piece].lines.last);
            let here: Vec<&Piece> = active.iter().map(|&piece| &pieces[piece]).collect();
            let mut used: Vec<usize> = here.iter().map(|piece| piece.used).collect();
            let mut trials = TRIALS;
            let signed: Vec<bool> = here.iter().map(|piece| stands_by_signs(piece, &line.text, number)).collect();
            if explain(&line.letters, &here, &signed, number, &mut used, &mut trials) {
                for (&piece, used) in active.iter().zip(used) {
                    pieces[piece].used = used;
                }
            } else {
                let what: Vec<String> = here.iter().map(|p| format!("{} at {:?}", p.what, p.lines)).collect();
                found.push(format!("line {number}: `{}` is not what stands in {what:?}", line.text.trim()));
                wrong = here.iter().map(|piece| piece.lines.last).fold(number, u32::max);
                active.clear();
                continue;
            }
        }
        active.retain(|&piece| {
            let piece = &pieces[piece];
            let over = piece.lines.last <= number;
            if over && piece.used < piece.letters.len() {
                let rest: String = piece.letters[piece.used..].iter().collect();
                found.push(format!("{} at {:?}: `{rest}` does not stand there", piece.what, piece.lines));
            }
            !over
        });
    }
}

/// The signs before the first letter of a text and behind its last one.
fn signs(text: &str) -> [String; 2] {
    [opening(text), ending(text)]
}

/// The signs before the first letter of a text, white space left out.
fn opening(text: &str) -> String {
    text.chars().take_while(|c| !is_letter(*c)).filter(|c| !c.is_whitespace()).collect()
}

/// The signs behind the last letter of a text, white space left out.
fn ending(text: &str) -> String {
    let behind = text.rfind(is_letter).map_or(text, |at| &text[at..]);
    behind.chars().filter(|c| !is_letter(*c) && !c.is_whitespace()).collect()
}

/// Whether a piece begins or ends on a line by signs alone, such as the bracket of a citation.
fn stands_by_signs(piece: &Piece, line: &str, number: u32) -> bool {
    let [first, last] = &piece.signs;
    fn heads(signs: &str) -> impl Iterator<Item = &str> {
        signs.char_indices().map(|(at, sign)| &signs[..at + sign.len_utf8()])
    }
    // A back link may stand behind them.
    let mut runs = line.split(is_letter);
    piece.lines.first == number && runs.any(|run| heads(first).any(|signs| run.trim_end().ends_with(signs)))
        || piece.lines.last == number && heads(&opening(line)).any(|signs| last.ends_with(signs))
}

/// Whether the letters of a line are just what some of the pieces have next, one after another.
///
/// `signed` are the pieces that [stand on the line by signs](stands_by_signs).
fn explain(
    line: &[Letter],
    pieces: &[&Piece],
    signed: &[bool],
    number: u32,
    used: &mut [usize],
    trials: &mut u32,
) -> bool {
    if line.iter().all(|letter| letter.may_go) {
        // A piece begins on its first line and is used up on its last, each time with a letter at least.
        let stands = |part: usize| {
            let mut parts =
                pieces.iter().zip(signed).zip(used.iter()).filter(|((piece, _), _)| piece.part_of == Some(part));
            parts.any(|((piece, &signed), &used)| signed || used > piece.used)
        };
        return pieces.iter().zip(signed).zip(used.iter()).all(|((piece, &signed), &used)| {
            let is_end = piece.lines.first == number || piece.lines.last == number;
            let begun = signed || used > piece.used || piece.loose && piece.part_of.is_none_or(stands);
            (!is_end || begun) && (piece.lines.last > number || used == piece.letters.len())
        });
    }
    *trials = trials.saturating_sub(1);
    if *trials == 0 {
        return false;
    }
    let beginnings = |(at, piece): (usize, &&Piece)| {
        let lengths = common(line, &piece.letters[used[at]..]);
        lengths.into_iter().map(move |(taken, more)| (taken, at, more)).collect::<Vec<_>>()
    };
    let mut beginnings: Vec<_> = pieces.iter().enumerate().flat_map(beginnings).collect();
    // Of two pieces that begin alike, the one that goes on with the line stands here.
    beginnings.sort_by_key(|(taken, ..)| std::cmp::Reverse(*taken));
    for (taken, at, more) in beginnings {
        used[at] += more;
        if explain(&line[taken..], pieces, signed, number, used, trials) {
            return true;
        }
        used[at] -= more;
    }
    // A zero that a piece may have as well goes all the same where its number is a zero (`00.`).
    line.first().is_some_and(|letter| letter.may_go) && explain(&line[1..], pieces, signed, number, used, trials)
}

/// Each length of the common beginning of a line and a piece, as letters of the line and letters of the piece.
fn common(line: &[Letter], piece: &[char]) -> Vec<(usize, usize)> {
    let mut lengths = Vec::new();
    let mut more = 0;
    for (at, letter) in line.iter().enumerate() {
        if piece.get(more) == Some(&letter.value) {
            more += 1;
            lengths.push((at + 1, more));
        } else if !letter.may_go {
            break;
        }
    }
    lengths
}
