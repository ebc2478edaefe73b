//! The command line: articles and keywords of files, standard input and rows of JSON.
#![deny(missing_docs)]

mod args;
mod one;
mod rows;

use std::process::ExitCode;

use args::{Command, Format};

const USAGE: &str = "\
usage: rubricate extract [FILE|-] [--url URL] [--charset NAME] [--now TIME] [--limit NAME=N] [--keywords N]
                         [--root SELECTOR] [--include SELECTOR] [--exclude SELECTOR] [--set-aside] [--explain]
                         [--format json|markdown|html|text]
       rubricate extract --jsonl [FILE|-] [--jobs N] [options as above, without --url and --format]
       rubricate keywords --jsonl [FILE|-] [--jobs N] [--keywords N] [--explain]

extract reads one page (HTML, any encoding) and prints its article; with --jsonl it reads rows {\"id\",\"url\",\"html\"}
and prints one row each, in order. keywords reads rows {\"id\",\"text\",\"title\"?,\"lang\"?}. A row that can't be read
gives {\"id\",\"error\":{\"code\",\"message\"}} in its place.

Limits: bytes, nodes, depth, terms, output. TIME is ISO 8601, the time of reading, for relative dates.
Exit status: 0, 1 if the page or any row failed, 2 for wrong usage.";

fn main() -> ExitCode {
    let command = match args::parse(lexopt::Parser::from_env()) {
        Ok(command) => command,
        Err(reason) => {
            eprintln!("rubricate: {reason}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let outcome = match command {
        Command::Help => {
            println!("{USAGE}");
            Ok(true)
        }
        Command::Version => {
            println!("rubricate {}", env!("CARGO_PKG_VERSION"));
            Ok(true)
        }
        Command::Extract { page, options, format } => one::extract(&page, options, format),
        Command::Rows { file, jobs, work } => rows::run(&file, jobs, &work),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("rubricate: {error}");
            ExitCode::FAILURE
        }
    }
}
