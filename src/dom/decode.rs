//! Which encoding bytes are in, and, natively, the text they hold.

use memchr::memmem::find;

/// The encoding that `bytes` of a page are in, as a label of the Encoding standard: by their byte order mark, then what
/// HTTP said (`charset`), then a `<meta charset>` in the first 1,024 bytes, then UTF-8.
pub fn sniff(bytes: &[u8], charset: Option<&str>) -> String {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return "utf-8".into();
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return "utf-16be".into();
    }
    if bytes.starts_with(b"\xFF\xFE") {
        return "utf-16le".into();
    }
    let stated = charset.map(|label| label.trim().to_ascii_lowercase()).filter(|label| !label.is_empty());
    stated.or_else(|| declared(&bytes[..bytes.len().min(1024)])).unwrap_or_else(|| "utf-8".into())
}

/// The encoding that a `meta` among the first bytes declares. A page that can be read so far is not in UTF-16.
fn declared(head: &[u8]) -> Option<String> {
    let head = head.to_ascii_lowercase();
    let mut rest = head.as_slice();
    while let Some(at) = find(rest, b"<") {
        rest = &rest[at..];
        if rest.starts_with(b"<!--") {
            rest = &rest[find(rest, b"-->")? + 3..];
            continue;
        }
        let end = find(rest, b">").unwrap_or(rest.len());
        let tag = &rest[..end];
        if tag.starts_with(b"<meta")
            && let Some(label) = label_in(tag)
        {
            return Some(if label.starts_with("utf-16") { "utf-8".into() } else { label });
        }
        rest = &rest[end.max(1)..];
    }
    None
}

fn label_in(tag: &[u8]) -> Option<String> {
    let after = &tag[find(tag, b"charset")? + b"charset".len()..];
    let mut rest = after.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    if rest.first().is_some_and(|b| matches!(b, b'"' | b'\'')) {
        rest = &rest[1..];
    }
    let ends = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'"' | b'\'' | b';' | b'/');
    let end = rest.iter().position(ends).unwrap_or(rest.len());
    let label = std::str::from_utf8(&rest[..end]).ok()?;
    (!label.is_empty()).then(|| label.to_owned())
}

/// The text of a page's bytes, in the encoding that [`sniff`] finds; bytes that are none of it become U+FFFD. A label
/// that nobody knows is passed over.
#[cfg(feature = "cli")]
pub fn decode<'a>(bytes: &'a [u8], charset: Option<&str>) -> std::borrow::Cow<'a, str> {
    let known = charset.filter(|label| encoding_rs::Encoding::for_label(label.as_bytes()).is_some());
    let label = sniff(bytes, known);
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::UTF_8);
    encoding.decode(bytes).0
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_mark_header_meta_utf8() {
        assert_eq!(sniff(b"\xEF\xBB\xBF<meta charset=gbk>", Some("big5")), "utf-8");
        assert_eq!(sniff(b"<meta charset=gbk>", Some(" Big5 ")), "big5");
        assert_eq!(
            sniff(b"<!-- <meta charset=x> --><META http-equiv=a content='text/html; charset=GBK'>", None),
            "gbk"
        );
        assert_eq!(sniff(b"<meta charset = \"gb18030\" >", None), "gb18030");
        assert_eq!(sniff(b"<meta charset=utf-16>", None), "utf-8");
        assert_eq!(sniff(b"<p", None), "utf-8");
    }

    #[test]
    fn chinese_bytes_are_read() {
        assert_eq!(decode(b"<meta charset=gb2312>\xCA\xD0\xCE\xAF", None), "<meta charset=gb2312>市委");
        assert_eq!(decode(b"\xA5\xAB\xA9\x65", Some("big5")), "市委");
        assert_eq!(decode("市委".as_bytes(), Some("no-such")), "市委");
    }
}
