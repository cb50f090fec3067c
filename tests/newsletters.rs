//! How newsletters are read, each rule by the smallest text that shows it.
#![allow(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

#[path = "support/conserve.rs"]
mod conserve;

use bantin::model::{Article, Bulletin};
use bantin::{Options, parse};

/// The parse of a text of which nothing was lost.
#[track_caller]
fn parsed(text: &str) -> Bulletin {
    let bulletin = parse(text, &Options::default());
    assert_eq!(conserve::violations(text, &bulletin), Vec::<String>::new());
    bulletin
}

/// The articles.
fn articles(bulletin: &Bulletin) -> impl Iterator<Item = &Article> {
    bulletin.sections.iter().flat_map(|section| &section.articles)
}

/// The titles of the articles.
fn titles(bulletin: &Bulletin) -> Vec<&str> {
    articles(bulletin).map(|article| article.title.as_str()).collect()
}

#[test]
fn articles_behind_the_last_citation_go_on_with_the_numbers() {
    let cited = "BẢN TIN XÃ THỬ\nSố 7/2031\n\n1. Chợ mới\n\nXã Một mở chợ.\n\n(Theo Báo Bến Đò)\n\n2. Cầu mới\n\nXã Hai bắc cầu.\n\n(Theo Báo Bến Đò)\n\n3. Đường mới\n\nXã Ba rải đá.\n\n";
    let more = parsed(&format!("{cited}4. Trường mới\n\nTrường có tám lớp.\n\n5. Giếng mới\n\nGiếng sâu mười mét.\n"));
    assert_eq!(titles(&more), ["Chợ mới", "Cầu mới", "Đường mới", "Trường mới", "Giếng mới"]);
    // The items of a list begin with 1, or stand closer than titles do.
    let list = "1. Góp đá\n\nMỗi nhà một xe.\n\n2. Góp công\n\nMỗi nhà một ngày.\n\n3. Góp tre\n\nMỗi nhà mười cây.\n\n4. Góp cơm\n\nMỗi nhà một nồi.\n";
    assert_eq!(titles(&parsed(&format!("{cited}{list}"))).len(), 3);
    assert_eq!(titles(&parsed(&format!("{cited}Cách làm ra sao?\n4. Góp đá\nMỗi nhà một xe.\n"))).len(), 3);
}
