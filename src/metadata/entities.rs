//! Character references and tags that pages leave in texts that are no HTML (JSON-LD, attributes encoded twice).

/// The references that are met outside HTML, with their characters.
const NAMED: &[(&str, &str)] = &[
    ("amp", "&"),
    ("quot", "\""),
    ("apos", "'"),
    ("lt", "<"),
    ("gt", ">"),
    ("nbsp", " "),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("hellip", "…"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("bull", "•"),
];

/// The text with character references decoded once and tags dropped. What is neither stays as it is.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = if rest.starts_with('&') { reference(rest, &mut out) } else { tag(rest) };
        if taken == 0 {
            out.push_str(&rest[..1]);
        }
        rest = &rest[taken.max(1)..];
    }
    out.push_str(rest);
    out
}

/// Decodes the reference at the start of `text`; gives its length in bytes, 0 where there is none.
fn reference(text: &str, out: &mut String) -> usize {
    let Some(end) = text.bytes().take(12).position(|b| b == b';') else { return 0 };
    let name = &text[1..end];
    if let Some((_, known)) = NAMED.iter().find(|(known, _)| *known == name) {
        out.push_str(known);
        return end + 1;
    }
    let code = match name.strip_prefix('#').map(|digits| (digits, digits.strip_prefix(['x', 'X']))) {
        Some((_, Some(hex))) => u32::from_str_radix(hex, 16).ok(),
        Some((digits, None)) => digits.parse().ok(),
        None => None,
    };
    let Some(c) = code.and_then(char::from_u32) else { return 0 };
    out.push(c);
    end + 1
}

/// The length of the tag at the start of `text`, 0 where there is none.
fn tag(text: &str) -> usize {
    let starts = text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let end = text.bytes().take(300).position(|b| b == b'>');
    end.filter(|_| starts).map_or(0, |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn references_and_tags_go_and_the_rest_stays() {
        assert_eq!(decoded("Tom &amp; Jerry&#39;s &#x4e2d;<b>x</b>"), "Tom & Jerry's 中x");
        assert_eq!(decoded("a & b < c &nosuch; &#xD800; &"), "a & b < c &nosuch; &#xD800; &");
    }
}
