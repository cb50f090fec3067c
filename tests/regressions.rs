//! Inputs that once broke a promise, each as small as we know it, by what was wrong.
#![allow(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

#[path = "support/conserve.rs"]
mod conserve;
#[path = "support/invariants.rs"]
mod invariants;

use bantin::input::decode::decode;
use bantin::model::Bulletin;
use bantin::{Options, parse};

/// The parse of a text that breaks no promise.
#[track_caller]
fn sound(text: &str) -> Bulletin {
    let found = [invariants::of_parse(text), invariants::of_json(text), invariants::of_findings(text)].concat();
    assert_eq!(found, Vec::<String>::new(), "{text}");
    parse(text, &Options::default())
}

/// The title went on over blank lines up to the longest title, and the article ended on one of them.
#[test]
fn bold_type_that_nobody_closed_ends_with_its_paragraph() {
    let bulletin = sound(
        "DANH MỤC TÀI LIỆU\nSTT\tNội dung\tTrang\n1.\tGiữ chợ sạch và đẹp mỗi ngày\t4\n2.\tDạy chữ cho người già\t7\n\n\
         THAM LUẬN**Giữ chợ sạch và đẹp mỗi ngày\n\n\n\nTHAM LUẬN**Dạy chữ cho người già\n\n",
    );
    let lines: Vec<[u32; 2]> =
        bulletin.sections.iter().flat_map(|s| &s.articles).map(|a| [a.lines.first, a.lines.last]).collect();
    assert_eq!(lines, [[6, 6], [10, 10]]);
}

/// Each ill-formed sequence cleared all the free space behind the text: a quarter of an hour for 20 MB.
#[test]
fn ill_formed_bytes_are_decoded_in_linear_time() {
    // At the old cost this takes minutes; at the new one it is not noticed.
    let bytes = b"\xc0\xaf\xe0\x80\xaf".repeat(60_000);
    let decoded = decode(&bytes, None);
    assert_eq!((decoded.replaced, decoded.text.chars().count()), (bytes.len(), bytes.len()));
}
