//! JSON that pages get wrong in known ways, made readable.

use std::borrow::Cow;

use serde_json::Value;

/// The longest script that is read, in bytes.
const LONGEST: usize = 4 << 20;

/// The value that a script holds: as it is, else with what pages commonly get wrong put right, else none.
pub(super) fn parse(script: &str) -> Option<Value> {
    if script.len() > LONGEST {
        return None;
    }
    let script = unwrapped(script);
    serde_json::from_str(script).ok().or_else(|| serde_json::from_str(&repaired(script)).ok())
}

/// The script without a byte order mark, the comment or CDATA marks around it, and a semicolon behind it.
fn unwrapped(script: &str) -> &str {
    const OPENING: [&str; 5] = ["\u{feff}", "<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["];
    const CLOSING: [&str; 6] = ["-->", "//]]>", "/*]]>*/", "]]>", ";", "//"];
    let mut rest = script.trim();
    while let Some(inner) = OPENING.iter().find_map(|mark| rest.strip_prefix(mark)) {
        rest = inner.trim_start();
    }
    while let Some(inner) = CLOSING.iter().find_map(|mark| rest.strip_suffix(mark)) {
        rest = inner.trim_end();
    }
    rest
}

/// The text with control characters in strings written as blanks, unknown escapes as their letter, commas before a
/// closing bracket or one another dropped, comments outside strings dropped, and cut after its first whole value.
fn repaired(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len());
    let mut depth = 0usize;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '"' => rest = string(rest, &mut out),
            ',' if matches!(rest.trim_start().chars().next(), None | Some('}' | ']' | ',')) => {}
            '/' if rest.starts_with('*') => rest = rest.split_once("*/").map_or("", |(_, after)| after),
            '/' if rest.starts_with('/') => rest = rest.split_once('\n').map_or("", |(_, after)| after),
            '{' | '[' => {
                depth += 1;
                out.push(c);
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                out.push(c);
                if depth == 0 {
                    break;
                }
            }
            c if c.is_control() || c == '\u{a0}' || c == '\u{feff}' => out.push(' '),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Copies a string whose opening quote was just read; gives what stands after it.
fn string<'a>(text: &'a str, out: &mut String) -> &'a str {
    out.push('"');
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' => rest = escape(rest, out),
            '"' if ends(rest) => break,
            '"' => out.push_str("\\\""),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    rest
}

/// Whether a quote with `rest` behind it closes its string: what a string can be followed by comes next.
fn ends(rest: &str) -> bool {
    let rest = rest.trim_start();
    match rest.chars().next() {
        None | Some(':' | '}' | ']') => true,
        Some('/') => rest.starts_with("//") || rest.starts_with("/*"),
        Some(',') => matches!(
            rest[1..].trim_start().chars().next(),
            None | Some('"' | '{' | '[' | '}' | ']' | ',' | '-' | '0'..='9' | 't' | 'f' | 'n')
        ),
        _ => false,
    }
}

fn escape<'a>(rest: &'a str, out: &mut String) -> &'a str {
    match rest.chars().next() {
        Some('u') if rest.get(1..5).is_some_and(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit())) => {
            out.push('\\');
            out.push_str(&rest[..5]);
            &rest[5..]
        }
        Some(c @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't')) => {
            out.push('\\');
            out.push(c);
            &rest[1..]
        }
        _ => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(script: &str) -> Option<String> {
        parse(script)?.get("t")?.as_str().map(str::to_owned)
    }

    #[test]
    fn what_pages_get_wrong_is_put_right() {
        for script in [
            r#"{"t":"a b"}"#,
            "<!-- {\"t\":\"a b\"} -->",
            "//<![CDATA[\n{\"t\":\"a b\"};\n//]]>",
            "{\"t\":\"a\tb\",}",
            "{\"x\":[1,2,],,\"t\":\"a\nb\"}",
            "{/* x */ \"t\":\"a b\" // y\n}",
            r#"{"t":"a b"} }"#,
        ] {
            assert_eq!(title(script).as_deref(), Some("a b"), "{script}");
        }
        assert_eq!(title(r#"{"t":"a "b" c","u":1}"#).as_deref(), Some("a \"b\" c"));
        assert_eq!(title(r#"{"t":"it\'s",}"#).as_deref(), Some("it's"));
    }

    #[test]
    fn what_is_past_repair_is_none() {
        for script in ["", "{", "{t:1}", "<p>", "\"", "{\"t\":\"", "\\"] {
            assert_eq!(title(script), None, "{script}");
        }
        assert!(parse(&"[".repeat(100_000)).is_none());
    }
}
