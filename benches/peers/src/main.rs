//! Times Rubricate beside its peers, natively: rows of JSON on standard input, for each one row of CPU times in milliseconds and
//! of the memory (`peak`) that they took, up to then, beside what the process had with the row, in kilobytes.
//!
//! `peers pages` takes `{"id","url","html"}`, `peers growth` and `peers share` the same, `peers keywords` and `peers
//! longer` `{"id","text","title","lang"}`. What is timed takes
//! turns, each beginning with another, so that what slows the machine slows all of them.

mod extract;
mod keywords;

use std::fs;
use std::io::{self, BufRead};

use cpu_time::ThreadTime;
use serde_json::{Map, Value, json};

/// One way to work on a row.
type Way = (&'static str, fn(&Value));

/// What is timed, and how often on each row; the median counts.
struct Bench {
    ways: &'static [Way],
    turns: usize,
}

fn main() {
    let bench = match std::env::args().nth(1).as_deref() {
        Some("pages") => extract::PAGES,
        Some("growth") => extract::GROWTH,
        Some("keywords") => keywords::TEXTS,
        Some("share") => extract::SHARE,
        Some("longer") => keywords::GROWTH,
        _ => panic!("peers pages, growth, keywords, share or longer"),
    };
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let row = serde_json::from_str(&line.expect("standard input is text")).expect("a row is JSON");
        println!("{}", bench.time(&row, number));
    }
}

impl Bench {
    fn time(&self, row: &Value, number: usize) -> Value {
        let before = memory("VmRSS:");
        let mut times = vec![Vec::new(); self.ways.len()];
        for turn in number..number + self.turns {
            for place in 0..self.ways.len() {
                let way = (turn + place) % self.ways.len();
                let start = ThreadTime::now();
                (self.ways[way].1)(row);
                times[way].push(start.elapsed().as_secs_f64() * 1e3);
            }
        }
        let named = self.ways.iter().zip(times).map(|((name, _), times)| ((*name).to_owned(), json!(median(times))));
        let peak = ("peak".to_owned(), json!(memory("VmHWM:").saturating_sub(before)));
        Value::Object(Map::from_iter(named.chain([peak])))
    }
}

/// Kilobytes of this process, as Linux names them; 0 elsewhere.
fn memory(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
