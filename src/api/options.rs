//! Options as JavaScript gives them: an object, each of its members read by itself so that an error can name it.

use std::fmt;

use js_sys::{Array, Object, Reflect};
use serde::de::{self, DeserializeOwned, IntoDeserializer};
use wasm_bindgen::{JsCast, JsValue};

use crate::{Error, Limits};

/// Reads the members of the object that the option called `called` is with `read`, which takes a name and its value. Members that are `undefined` are
/// as absent; no object at all is an empty one.
///
/// # Errors
/// [`Error::BadOption`] for what is no object, and what `read` finds wrong.
pub fn each(
    called: &str,
    options: &JsValue,
    mut read: impl FnMut(&str, &JsValue) -> Result<(), Error>,
) -> Result<(), Error> {
    if options.is_undefined() || options.is_null() {
        return Ok(());
    }
    if !options.is_object() || Array::is_array(options) || options.is_function() {
        return Err(Error::bad_option(called, "expected an object"));
    }
    for name in Object::keys(options.unchecked_ref::<Object>()) {
        let value = Reflect::get(options, &name).map_err(|_| Error::bad_option(called, "a member can't be read"))?;
        if !value.is_undefined() {
            read(&name.as_string().unwrap_or_default(), &value)?;
        }
    }
    Ok(())
}

/// Whether the option called `name` is set.
///
/// # Errors
/// [`Error::BadOption`] where it is neither true nor false.
pub fn flag(name: &str, value: &JsValue) -> Result<bool, Error> {
    value.as_bool().ok_or_else(|| Error::bad_option(name, "expected true or false"))
}

/// What the option called `name` chooses by its name, as it is read from any data.
///
/// # Errors
/// [`Error::BadOption`] where it is none of the names.
pub fn choice<T: DeserializeOwned>(name: &str, value: &JsValue) -> Result<T, Error> {
    let given = value.as_string().unwrap_or_default();
    T::deserialize(given.into_deserializer()).map_err(|Wrong(reason)| Error::bad_option(name, reason))
}

/// Why a choice is none: what was expected, and not what was given, since what writes any value weighs 10 KB of the module.
#[derive(Debug)]
struct Wrong(String);

impl de::Error for Wrong {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Wrong(reason.to_string())
    }

    fn invalid_value(_: de::Unexpected, expected: &dyn de::Expected) -> Self {
        Wrong(format!("expected {expected}"))
    }

    fn unknown_variant(_: &str, names: &'static [&'static str]) -> Self {
        Wrong(format!("expected {}", names.join(" or ")))
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

/// A whole number of the option called `name`, from 0 up to what exactly fits a JavaScript number.
///
/// # Errors
/// [`Error::BadOption`] where it is none.
pub fn whole(name: &str, value: &JsValue) -> Result<usize, Error> {
    let number = value.as_f64().filter(|number| *number >= 0.0 && number.trunc() == *number);
    let number = number.ok_or_else(|| Error::bad_option(name, "expected a whole number, 0 or more"))?;
    Ok(number as usize)
}

/// Changes those of the limits that the option `limits` names.
///
/// # Errors
/// [`Error::BadOption`] for another name and for what is no whole number.
pub fn limits(limits: &mut Limits, given: &JsValue) -> Result<(), Error> {
    each("limits", given, |name, value| limits.set(name, whole(&format!("limits.{name}"), value)?))
}

/// What no call of this kind knows.
pub fn unknown(name: &str) -> Error {
    Error::bad_option(name, "there is no such option")
}
