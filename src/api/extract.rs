//! Articles and keywords.

use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::options::{each, flag, limits, unknown, whole};
use super::{plain, thrown};
use crate::dom::{self, Document, Selector};
use crate::keywords::Context;
use crate::{Error, Limits, Options};

/// The encoding of a page's first bytes, as a label for `TextDecoder`; see [`dom::sniff`].
#[wasm_bindgen]
pub fn sniff(bytes: &[u8], charset: Option<String>) -> String {
    dom::sniff(bytes, charset.as_deref())
}

/// The article of a page's HTML.
#[cfg(feature = "html")]
#[wasm_bindgen]
pub fn extract(html: &str, options: &JsValue) -> Result<JsValue, JsValue> {
    article(options, |url, limits| dom::parse(html, url, limits))
}

/// The article of a snapshot that `www/page.js` took.
#[wasm_bindgen]
pub fn extract_snapshot(message: &[u8], options: &JsValue) -> Result<JsValue, JsValue> {
    article(options, |url, limits| dom::read_snapshot(message, url, limits))
}

/// Whether a page's HTML holds an article worth a reader view.
#[cfg(feature = "html")]
#[wasm_bindgen]
pub fn is_readable(html: &str, options: &JsValue) -> Result<bool, JsValue> {
    readable(options, |url, limits| dom::parse(html, url, limits))
}

/// Whether a snapshot holds an article worth a reader view.
#[wasm_bindgen]
pub fn is_readable_snapshot(message: &[u8], options: &JsValue) -> Result<bool, JsValue> {
    readable(options, |url, limits| dom::read_snapshot(message, url, limits))
}

/// The keywords of any text.
#[wasm_bindgen]
pub fn keywords(text: &str, options: &JsValue) -> Result<JsValue, JsValue> {
    let (mut limit, mut lang, mut title, mut explain) = (Context::default().limit, None, None, false);
    let read = each("options", options, |name, given| {
        match name {
            "limit" => limit = whole(name, given)?,
            "lang" => lang = string(name, given)?,
            "title" => title = string(name, given)?,
            "explain" => explain = flag(name, given)?,
            _ => return Err(unknown(name)),
        }
        Ok(())
    });
    read.map_err(thrown)?;
    let context = Context { limit, lang: lang.as_deref(), title: title.as_deref(), explain, ..Context::default() };
    let keywords = crate::keywords_of(text, &context, &Limits::default()).map_err(thrown)?;
    plain(&keywords)
}

/// The options of `extract`, and the page's address.
struct Wanted {
    url: Option<String>,
    options: Options,
}

fn article(
    options: &JsValue,
    page: impl Fn(Option<&str>, &Limits) -> Result<Document, Error>,
) -> Result<JsValue, JsValue> {
    let Wanted { url, options } = wanted(options).map_err(thrown)?;
    let page = page(url.as_deref(), &options.limits).map_err(thrown)?;
    let article = crate::extract(&page, &options).map_err(thrown)?;
    plain(&article)
}

fn readable(
    options: &JsValue,
    page: impl Fn(Option<&str>, &Limits) -> Result<Document, Error>,
) -> Result<bool, JsValue> {
    let Wanted { url, options } = wanted(options).map_err(thrown)?;
    let page = page(url.as_deref(), &options.limits).map_err(thrown)?;
    Ok(crate::is_readable(&page))
}

fn wanted(given: &JsValue) -> Result<Wanted, Error> {
    let mut url = None;
    let mut options = Options::default();
    each("options", given, |name, given| {
        match name {
            "url" => url = string(name, given)?.filter(|url| !url.is_empty()),
            "root" => options.corrections.root = selectors(name, given)?.pop(),
            "include" => options.corrections.include = selectors(name, given)?,
            "exclude" => options.corrections.exclude = selectors(name, given)?,
            "now" => options.now = string(name, given)?,
            "limits" => limits(&mut options.limits, given)?,
            "keywords" => options.keywords = whole(name, given)?,
            "markdown" => options.markdown = flag(name, given)?,
            "setAside" => options.set_aside = flag(name, given)?,
            "explain" => options.explain = flag(name, given)?,
            _ => return Err(unknown(name)),
        }
        Ok(())
    })?;
    Ok(Wanted { url, options })
}

/// The text of the option called `name`; none where it is `null`.
fn string(name: &str, value: &JsValue) -> Result<Option<String>, Error> {
    if value.is_null() {
        return Ok(None);
    }
    value.as_string().map(Some).ok_or_else(|| Error::bad_option(name, "expected a string"))
}

/// A selector, or several.
fn selectors(name: &str, given: &JsValue) -> Result<Vec<Selector>, Error> {
    let wrong = || Error::bad_option(name, "expected a path, a selector, or a list of them");
    let selector = |one: &JsValue| Selector::parse(&one.as_string().ok_or_else(wrong)?, name);
    if Array::is_array(given) {
        return given.unchecked_ref::<Array>().iter().map(|one| selector(&one)).collect();
    }
    Ok(vec![selector(given)?])
}
