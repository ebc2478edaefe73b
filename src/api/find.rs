//! The finder: positions leave it in UTF-16 units.

use js_sys::{Function, Uint32Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::options::{choice, each, flag, limits, unknown};
use super::thrown;
use crate::highlight::{FindOptions, Finder, WholeWord};
use crate::text::Utf16;
use crate::{Error, Limits};

/// Terms made ready to be found in any number of texts.
#[wasm_bindgen]
pub struct Search(Finder);

#[wasm_bindgen]
impl Search {
    /// Makes ready the terms that stand in one string, U+0000 between them.
    #[wasm_bindgen(constructor)]
    pub fn new(terms: &str, options: &JsValue) -> Result<Search, JsValue> {
        let terms: Vec<&str> = terms.split('\0').collect();
        let (options, limits) = wanted(options).map_err(thrown)?;
        Finder::new(&terms, &options, &limits).map(Search).map_err(thrown)
    }

    /// Start, end and term of each match in `text`, in order, flat. `segment` cuts a clause of a script without spaces
    /// into words: it gives the edges between them in UTF-16 units, rising.
    pub fn find(&self, text: &str, segment: Option<Function>) -> Result<Vec<u32>, JsValue> {
        let found = match &segment {
            Some(segment) => self.0.find_with(text, &|clause: &str| edges(segment, clause)),
            None => self.0.find(text),
        };
        let mut units = Utf16::new(text);
        let mut flat = Vec::new();
        for one in found.map_err(thrown)? {
            flat.extend([units.at(one.start) as u32, units.at(one.end) as u32, one.term as u32]);
        }
        Ok(flat)
    }
}

/// The edges of words that the host finds in `clause`, in UTF-8 bytes; none where it fails.
fn edges(segment: &Function, clause: &str) -> Vec<usize> {
    let found = segment.call1(&JsValue::UNDEFINED, &clause.into());
    let Some(found) = found.ok().and_then(|found| found.dyn_into::<Uint32Array>().ok()) else { return Vec::new() };
    let found = found.to_vec();
    let mut wanted = found.iter().copied().peekable();
    let mut edges = Vec::with_capacity(found.len());
    let mut units = 0;
    for (at, c) in clause.char_indices() {
        while wanted.next_if(|edge| *edge < units).is_some() {}
        if wanted.next_if_eq(&units).is_some() {
            edges.push(at);
        }
        units += c.len_utf16() as u32;
    }
    edges
}

fn whole_word(name: &str, given: &JsValue) -> Result<WholeWord, Error> {
    given.as_bool().map_or_else(|| choice(name, given), |whole| Ok(whole.into()))
}

fn wanted(given: &JsValue) -> Result<(FindOptions, Limits), Error> {
    let (mut options, mut bounds) = (FindOptions::default(), Limits::default());
    each("options", given, |name, given| {
        match name {
            "caseSensitive" => options.case_sensitive = flag(name, given)?,
            "diacritics" => options.diacritics = choice(name, given)?,
            "wholeWord" => options.whole_word = whole_word(name, given)?,
            "overlap" => options.overlap = choice(name, given)?,
            "variants" => options.variants = choice(name, given)?,
            "limits" => limits(&mut bounds, given)?,
            _ => return Err(unknown(name)),
        }
        Ok(())
    })?;
    Ok((options, bounds))
}
