//! Writes what the learned weights see of the pages on standard input: a row `{"id","url","html"}` in, a row
//! `{"id","one","blocks":[[text, length, masked, features as hexadecimal bytes]]}` out; first a row of the features' names.

use std::io::{BufRead, Write};

use rubricate::{Limits, content, dom, metadata};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    writeln!(out, "{}", json!({ "features": content::FEATURES }))?;
    for line in std::io::stdin().lock().lines() {
        let row: Value = serde_json::from_str(&line?)?;
        let page = dom::parse(row["html"].as_str().unwrap_or_default(), row["url"].as_str(), &Limits::default())?;
        let hints = metadata::head(&page).hints();
        let (samples, is_one) = content::samples(&page, &hints);
        let blocks: Vec<Value> = samples.iter().map(block).collect();
        writeln!(out, "{}", json!({ "id": row["id"], "one": is_one, "blocks": blocks }))?;
    }
    Ok(())
}

fn block(sample: &content::Sample) -> Value {
    let features: String = sample.features.iter().map(|value| format!("{value:02x}")).collect();
    json!([sample.text, sample.length, u8::from(sample.masked), features])
}
