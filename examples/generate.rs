//! Writes made-up bulletins with their truth, for scoring a build by hand:
//!
//! `cargo run --example generate -- --seed 7 --count 1000 --out DIR [--layout press-review|newsletter|proceedings|none]`
//!
//! `DIR/text/KEY.txt` is the bulletin, `DIR/gold/KEY.gold.json` the truth, `DIR/gold/KEY.recipe.txt` what was drawn.

#[path = "../tests/support/generate/mod.rs"]
mod generate;

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Parser;
use generate::{Layout, mixed, sample};

#[derive(Parser)]
struct Arguments {
    /// The seed; one seed gives the same files for good.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many bulletins.
    #[arg(long, default_value_t = 100)]
    count: usize,
    /// The folder to write to.
    #[arg(long)]
    out: PathBuf,
    /// One layout instead of all.
    #[arg(long)]
    layout: Option<String>,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let only = match &arguments.layout {
        None => None,
        Some(name) => Some(
            Layout::ALL
                .into_iter()
                .find(|layout| layout.name() == name)
                .with_context(|| format!("no layout {name}"))?,
        ),
    };
    let (texts, golds) = (arguments.out.join("text"), arguments.out.join("gold"));
    std::fs::create_dir_all(&texts)?;
    std::fs::create_dir_all(&golds)?;
    for number in 1..=arguments.count {
        let made = sample(
            arguments.seed,
            only.unwrap_or_else(|| mixed(number)),
            number,
        );
        std::fs::write(texts.join(format!("{}.txt", made.key)), &made.bytes)?;
        std::fs::write(
            golds.join(format!("{}.gold.json", made.key)),
            serde_json::to_string(&made.gold.to_json())? + "\n",
        )?;
        std::fs::write(
            golds.join(format!("{}.recipe.txt", made.key)),
            made.recipe.join("\n") + "\n",
        )?;
    }
    Ok(())
}
