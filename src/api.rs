//! The boundary to JavaScript: convert, call, give plain objects back. Compiled for wasm32 alone.
//!
//! Each call keeps nothing for the next. What goes wrong is thrown as `{code, message}`, which `www/engine.js` makes an error of.

#[cfg(feature = "export-extract")]
mod extract;
#[cfg(feature = "export-find")]
mod find;
mod options;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::Error;

/// `value` as JSON would give it: plain objects, absent as `null`.
fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

/// What is thrown.
#[derive(Serialize)]
struct Thrown {
    code: &'static str,
    message: String,
}

fn thrown(error: Error) -> JsValue {
    let thrown = Thrown { code: error.code(), message: error.to_string() };
    plain(&thrown).unwrap_or_else(|error| error)
}
