//! Addresses: made absolute, and told apart by what a reader may follow.

use std::borrow::Cow;

use oxiri::{Iri, IriRef};

/// The schemes that a link or a picture of an article may have. A page cannot smuggle a script in through one of them.
const SAFE: &[&str] = &["http", "https", "mailto", "tel", "ftp", "magnet", "geo", "sms"];

/// Whether an absolute address has a scheme that a reader may follow.
pub fn is_safe(address: &str) -> bool {
    scheme(address).is_some_and(|scheme| SAFE.iter().any(|safe| safe.eq_ignore_ascii_case(scheme)))
}

/// The scheme of an address, without its colon.
pub fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let mut chars = scheme.chars();
    let starts = chars.next().is_some_and(|c| c.is_ascii_alphabetic());
    (starts && chars.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))).then_some(scheme)
}

/// What addresses are made absolute against.
#[derive(Debug, Clone)]
pub struct Base(Iri<String>);

impl Base {
    /// An absolute address as a base; none where it is no address.
    pub fn new(address: &str) -> Option<Base> {
        Iri::parse(clean(address).into_owned()).ok().map(Base)
    }
}

/// `address` made absolute against `base`, as browsers read it (URL standard): blanks at its ends and line ends inside
/// it dropped, backslashes taken for slashes, characters that an address cannot hold percent-encoded.
///
/// None where there is no base for a relative address, or where the scheme is not safe. An empty address is the base.
pub fn resolve(base: Option<&Base>, address: &str) -> Option<String> {
    let address = clean(address);
    let absolute = match (scheme(&address), base) {
        (Some(scheme), _) if !is_special(scheme) => address.into_owned(),
        (Some(scheme), _) => {
            let rest = address[scheme.len() + 1..].trim_start_matches('/');
            normal(&format!("{}://{rest}", scheme.to_ascii_lowercase()))?
        }
        (None, Some(Base(base))) => {
            let mut out = String::new();
            base.resolve_into(&IriRef::parse(&*address).ok()?, &mut out).ok()?;
            if is_normal(&out) { out } else { normal(&out)? }
        }
        (None, None) => return None,
    };
    is_safe(&absolute).then_some(absolute)
}

fn is_special(scheme: &str) -> bool {
    ["http", "https", "ftp"].iter().any(|special| special.eq_ignore_ascii_case(scheme))
}

/// Whether an absolute address, its dots resolved, has a host in lower case and a path.
fn is_normal(address: &str) -> bool {
    let Some((_, rest)) = address.split_once("://") else { return false };
    let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#')).unwrap_or(rest.len());
    let lower = rest[..end].bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    end > 0 && lower && rest[end..].starts_with('/')
}

/// An absolute address with its dots resolved, its host in lower case and a slash for an empty path.
fn normal(address: &str) -> Option<String> {
    let iri = Iri::parse(address).ok()?;
    let authority = iri.authority()?;
    if authority.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(address.len() + 1);
    iri.resolve_into(&IriRef::parse(&address[iri.scheme().len() + 1..]).ok()?, &mut out).ok()?;
    let start = iri.scheme().len() + 3;
    let end = start + authority.len();
    let host = out.get(start..end)?.to_lowercase();
    out.replace_range(start..end, &host);
    if out[end..].is_empty() || out[end..].starts_with(['?', '#']) {
        out.insert(end, '/');
    }
    Some(out)
}

/// An address without what the URL standard strips, and with what RFC 3987 does not allow encoded.
fn clean(address: &str) -> Cow<'_, str> {
    let trimmed = address.trim_matches(|c: char| c <= ' ');
    if is_clean(trimmed) { Cow::Borrowed(trimmed) } else { Cow::Owned(cleaned(trimmed)) }
}

/// Whether nothing in an address needs to be encoded or dropped, as in most: it is made of letters, digits and these signs.
fn is_clean(address: &str) -> bool {
    address.bytes().all(|byte| {
        matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b':' | b'/' | b'?' | b'@')
            || matches!(byte, b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'=')
    })
}

fn cleaned(trimmed: &str) -> String {
    let special = scheme(trimmed).is_none_or(is_special);
    let path_end = trimmed.find(['?', '#']).unwrap_or(trimmed.len());
    let hash = trimmed.find('#').unwrap_or(trimmed.len());
    let authority_end = authority_end(trimmed);
    let mut out = String::with_capacity(trimmed.len());
    for (at, c) in trimmed.char_indices() {
        match c {
            '\t' | '\n' | '\r' => {}
            '\\' if special && at < path_end => out.push('/'),
            '%' if !is_encoded(&trimmed[at..]) => out.push_str("%25"),
            '#' if at > hash => out.push_str("%23"),
            '[' | ']' if at >= path_end.min(authority_end) => encode(c, &mut out),
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => encode(c, &mut out),
            c if c.is_control() || c.is_whitespace() || is_private(c) => encode(c, &mut out),
            c => out.push(c),
        }
    }
    out
}

fn is_encoded(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    bytes.len() > 2 && bytes[1].is_ascii_hexdigit() && bytes[2].is_ascii_hexdigit()
}

/// Where the host ends (brackets may stand in it, around an IPv6 address); 0 where there is none.
fn authority_end(address: &str) -> usize {
    let Some(slashes) = address.find("//") else { return 0 };
    address[slashes + 2..].find('/').map_or(address.len(), |slash| slashes + 2 + slash)
}

fn is_private(c: char) -> bool {
    let c = c as u32;
    matches!(c, 0xE000..=0xF8FF | 0xFDD0..=0xFDEF | 0xFFF0..=0xFFFF | 0xE0000..=0x10FFFF)
        || c & 0xFFFE == 0xFFFE
        || matches!(c, 0x200E | 0x200F | 0x202A..=0x202E | 0xFEFF)
}

fn encode(c: char, out: &mut String) {
    let mut buffer = [0; 4];
    for byte in c.encode_utf8(&mut buffer).bytes() {
        out.push('%');
        out.push(char::from(b"0123456789ABCDEF"[usize::from(byte >> 4)]));
        out.push(char::from(b"0123456789ABCDEF"[usize::from(byte & 15)]));
    }
}

/// The host of an absolute address, without user and port; none where it has none.
pub fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = if host.starts_with('[') { host } else { host.split(':').next()? };
    (!host.is_empty()).then_some(host)
}

/// Whether an address is that of a site's first page: no path, or the name of an index, and no query.
pub fn is_root(address: &str) -> bool {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = &rest[..rest.find('#').unwrap_or(rest.len())];
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    !rest.contains('?') && (path.is_empty() || matches!(path, "index.html" | "index.htm" | "index.php"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_are_resolved_as_browsers_do() {
        let base = Base::new("http://A.example/b/c/d;p?q");
        for (address, want) in [
            ("g", "http://a.example/b/c/g"),
            ("../../../g", "http://a.example/g"),
            ("//img.example/1.jpg", "http://img.example/1.jpg"),
            ("?y", "http://a.example/b/c/d;p?y"),
            ("", "http://a.example/b/c/d;p?q"),
            ("\\x\\y", "http://a.example/x/y"),
            (" /a b\n/中.html ", "http://a.example/a%20b/中.html"),
            ("HTTPS:/x.example", "https://x.example/"),
            ("/50%-off#a#b", "http://a.example/50%25-off#a%23b"),
            ("/a[1]?b[]=2", "http://a.example/a%5B1%5D?b%5B%5D=2"),
            ("/a\u{a0}", "http://a.example/a%C2%A0"),
            ("http://[::1]/[", "http://[::1]/%5B"),
            ("[x", "http://a.example/b/c/%5Bx"),
            ("mailto:a@b.example", "mailto:a@b.example"),
        ] {
            assert_eq!(resolve(base.as_ref(), address).as_deref(), Some(want), "{address:?}");
        }
    }

    #[test]
    fn scripts_do_not_pass() {
        let base = Base::new("http://a.example/");
        for address in [
            "javascript:alert(1)",
            " java\nscript:alert(1)",
            "JAVASCRIPT:x",
            "data:text/html,x",
            "vbscript:x",
            "blob:x",
        ] {
            assert_eq!(resolve(base.as_ref(), address), None, "{address}");
        }
    }

    #[test]
    fn a_host_stands_without_user_and_port() {
        assert_eq!(host("https://u@www.x.example:80/p"), Some("www.x.example"));
        assert_eq!(host("mailto:x"), None);
    }

    #[test]
    fn the_first_page_of_a_site_is_known() {
        for (address, want) in [
            ("https://a.example", true),
            ("https://a.example/", true),
            ("https://a.example/index.html#top", true),
            ("https://a.example/?p=1", false),
            ("https://a.example/b", false),
        ] {
            assert_eq!(is_root(address), want, "{address}");
        }
    }
}
