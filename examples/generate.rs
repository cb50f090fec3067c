//! Writes made-up bulletins with their truth, and says which variations failures have in common:
//!
//! `cargo run --example generate -- --seed 7 --count 1000 --out DIR [--layout press-review|newsletter|proceedings|none]`
//! `cargo run --example generate -- --out DIR --blame FAILURES [--field NAME]`
//!
//! `DIR/text/KEY.txt` is the bulletin, `DIR/gold/KEY.gold.json` the truth, `DIR/gold/KEY.recipe.txt` what was drawn.
//! FAILURES is any text with the keys of failed bulletins in it, one failure a line, such as the scoring tool shows.

#[path = "../tests/support/generate/mod.rs"]
mod generate;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Parser;
use generate::{Layout, mixed, sample};

/// Below this many failures a variation tells nothing.
const LEAST_FAILURES: usize = 3;
/// How many variations are listed.
const LISTED: usize = 40;

#[derive(Parser)]
struct Arguments {
    /// The seed; one seed gives the same files for good.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many bulletins.
    #[arg(long, default_value_t = 100)]
    count: usize,
    /// The folder to write to, or the one that was written to.
    #[arg(long)]
    out: PathBuf,
    /// One layout instead of all.
    #[arg(long)]
    layout: Option<String>,
    /// Write nothing, but list the variations that come with failures, the closest first.
    #[arg(long)]
    blame: Option<PathBuf>,
    /// Only failures whose line holds this word.
    #[arg(long, default_value = "")]
    field: String,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    match &arguments.blame {
        Some(failures) => blame(&arguments.out, failures, &arguments.field),
        None => write(&arguments),
    }
}

fn write(arguments: &Arguments) -> anyhow::Result<()> {
    let named = |name: &String| Layout::ALL.into_iter().find(|layout| layout.name() == name);
    let only = match &arguments.layout {
        None => None,
        Some(name) => Some(named(name).with_context(|| format!("no layout {name}"))?),
    };
    let (texts, golds) = (arguments.out.join("text"), arguments.out.join("gold"));
    std::fs::create_dir_all(&texts)?;
    std::fs::create_dir_all(&golds)?;
    for number in 1..=arguments.count {
        let made = sample(arguments.seed, only.unwrap_or_else(|| mixed(number)), number);
        std::fs::write(texts.join(format!("{}.txt", made.key)), &made.bytes)?;
        let gold = serde_json::to_string(&made.gold.to_json())?;
        std::fs::write(golds.join(format!("{}.gold.json", made.key)), gold + "\n")?;
        std::fs::write(golds.join(format!("{}.recipe.txt", made.key)), made.recipe.join("\n") + "\n")?;
    }
    Ok(())
}

/// For each variation: in how many bulletins it was drawn, how many of them failed, and how much more often than others.
fn blame(out: &Path, failures: &Path, field: &str) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(failures).with_context(|| format!("{}", failures.display()))?;
    let lines = text.lines().filter(|line| line.contains(field));
    let words = lines.flat_map(|line| line.split(|character: char| !character.is_alphanumeric()));
    let failed: BTreeSet<&str> = words.filter(|word| word.len() == 5).collect();
    let mut drawn: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let (mut total, mut total_failed) = (0, 0);
    for entry in std::fs::read_dir(out.join("gold"))? {
        let path = entry?.path();
        let Some(key) =
            path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".recipe.txt"))
        else {
            continue;
        };
        let bad = usize::from(failed.contains(key));
        (total, total_failed) = (total + 1, total_failed + bad);
        let recipe = std::fs::read_to_string(&path)?;
        let names: BTreeSet<&str> = recipe.lines().map(|line| line.split(" @").next().unwrap_or_default()).collect();
        for name in names {
            let count = drawn.entry(name.to_owned()).or_default();
            *count = (count.0 + 1, count.1 + bad);
        }
    }
    println!("{total_failed} of {total} bulletins failed");
    let share = |bad: usize, all: usize| bad as f64 / all.max(1) as f64;
    let mut rows: Vec<(f64, usize, usize, String)> = drawn
        .into_iter()
        .filter(|(_, (_, bad))| *bad >= LEAST_FAILURES)
        .map(|(name, (all, bad))| (share(bad, all) - share(total_failed - bad, total - all), bad, all, name))
        .collect();
    rows.sort_by(|left, right| right.0.total_cmp(&left.0));
    for (lift, bad, all, name) in rows.iter().take(LISTED) {
        println!("{lift:+.2}  {bad:4} of {all:4}  {name}");
    }
    Ok(())
}
