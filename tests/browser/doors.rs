//! Says where the two doors differ: rows `{"id","html","snapshot"}` on standard input, the snapshot as hexadecimal digits; one
//! line for each page whose trees are not the same. `doors.test.js` runs it on what Chromium made of the pages.

use std::io::{self, BufRead};

use rubricate::Limits;
use rubricate::dom::{self, Document, NodeId};

fn main() {
    for line in io::stdin().lock().lines() {
        let row: serde_json::Value =
            serde_json::from_str(&line.expect("standard input is text")).expect("a row is JSON");
        let text = |name: &str| row[name].as_str().unwrap_or_else(|| panic!("a row has {name}"));
        let live = dom::read_snapshot(&bytes(text("snapshot")), None, &Limits::default());
        let parsed = dom::parse(text("html"), None, &Limits::default());
        match (live, parsed) {
            (Ok(live), Ok(parsed)) => {
                if let Some(difference) = difference(&live, &parsed) {
                    println!("{}: {difference}", text("id"));
                }
            }
            (live, parsed) => println!("{}: {:?} {:?}", text("id"), live.err(), parsed.err()),
        }
    }
}

fn bytes(digits: &str) -> Vec<u8> {
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).expect("digits are ASCII"), 16);
    digits.as_bytes().chunks(2).map(|two| pair(two).expect("two digits")).collect()
}

fn difference(live: &Document, parsed: &Document) -> Option<String> {
    let (mut here, mut there) = (live.all(), parsed.all());
    loop {
        match (here.next(), there.next()) {
            (None, None) => return None,
            (here, there) => {
                let (left, right) = (here.map(|node| told(live, node)), there.map(|node| told(parsed, node)));
                if left != right {
                    return Some(format!("live {left:?}\n    parsed {right:?}"));
                }
            }
        }
    }
}

/// A node with its place, its name, its attributes by name and its text.
fn told(page: &Document, node: NodeId) -> String {
    let mut attrs: Vec<_> = page.attrs(node).map(|(name, value)| (page.spelling(name), value)).collect();
    attrs.sort_unstable();
    let text = page.text(node).unwrap_or_default();
    format!("{} {} {attrs:?} {text:?}", page.path(node.into()), page.spelling(page.name(node)))
}
