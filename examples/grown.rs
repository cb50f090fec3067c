//! Writes texts of each kind that could make the work grow faster than the text, for `.ci/linear.py`:
//!
//! `cargo run --example grown -- --out DIR --bytes 100000 [--seed 1] [--only CASE]`
//!
//! `DIR/CASE/00000.txt` is the text; kinds of many files have more of them. Each kind is printed with the command of bantin
//! that has the most to do with it.

#[path = "../tests/support/generate/mod.rs"]
mod generate;
#[path = "../tests/support/grow/mod.rs"]
mod grow;

use std::fs;
use std::path::PathBuf;

use clap::Parser;

#[derive(Parser)]
struct Arguments {
    /// The folder to write to.
    #[arg(long)]
    out: PathBuf,
    /// About how many bytes each text has.
    #[arg(long)]
    bytes: usize,
    /// The seed; one seed gives the same files for good.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// One kind instead of all.
    #[arg(long)]
    only: Option<String>,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    for case in grow::cases().filter(|case| arguments.only.as_ref().is_none_or(|only| only == case.name)) {
        let folder = arguments.out.join(case.name);
        fs::create_dir_all(&folder)?;
        for (number, file) in case.files(arguments.seed, arguments.bytes).iter().enumerate() {
            fs::write(folder.join(format!("{number:05}.txt")), file)?;
        }
        println!("{}\t{}", case.name, case.command());
    }
    Ok(())
}
