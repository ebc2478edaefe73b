//! The address of the article's next page.

use super::Origin;
use super::scene::Scene;
use super::statement::Found;
use crate::dom::{Name, NodeId};

/// The longest text, in bytes, of a link to the next page with the blanks around it.
const LONGEST: usize = 200;

/// Texts of links to the next page, in lower case.
const WORDS: &[&str] = &[
    "next",
    "next page",
    "next »",
    "next >",
    "next ›",
    "continue",
    "›",
    "»",
    ">",
    "→",
    "下一页",
    "下页",
    "下一頁",
    "次へ",
    "次のページ",
    "다음",
    "다음 페이지",
    "weiter",
    "nächste seite",
    "page suivante",
    "suivant",
    "suivante",
    "siguiente",
    "página siguiente",
    "próxima",
    "próxima página",
    "avanti",
    "pagina successiva",
    "volgende",
    "далее",
    "следующая",
    "następna",
    "nästa",
    "neste",
    "næste",
    "seuraava",
    "sonraki",
    "berikutnya",
    "selanjutnya",
    "trang sau",
    "التالي",
    "הבא",
];

/// The next page, where its address is this page's with a further page number: a link to the next article is none.
pub(super) fn decide(scene: &Scene) -> Option<Found<String>> {
    let url = scene.page.url()?;
    let stated = scene.head.next_page.clone().filter(|(next, _)| is_further(url, next));
    if let Some((value, node)) = stated {
        return Some(Found { value, origin: Origin::Meta, node: Some(node) });
    }
    let links = scene.page.all().filter(|node| scene.page.name(*node) == Name::A).take(5_000);
    links
        .filter_map(|node| Some((node, candidate(scene, node)?)))
        .find(|(_, next)| is_further(url, next))
        .map(|(node, value)| Found { value, origin: Origin::Visible, node: Some(node) })
}

/// The address of a link that says "next".
fn candidate(scene: &Scene, node: NodeId) -> Option<String> {
    let page = scene.page;
    let href = page.attr(node, Name::HREF)?;
    let says = |text: &str| text.len() <= LONGEST && WORDS.contains(&text.trim().to_lowercase().as_str());
    let rel = page
        .attr(node, Name::REL)
        .is_some_and(|rel| rel.split_ascii_whitespace().any(|one| one.eq_ignore_ascii_case("next")));
    let short = page.range(node).len() <= 8;
    (rel || (short && says(&page.text_content(node))) || page.attr(node, Name::ARIA_LABEL).is_some_and(says))
        .then(|| page.resolve(href))
        .flatten()
}

/// Whether `next` is `url` with its page number one higher: `?page=2`, `/2`, `/page/2`, `_2.html`.
fn is_further(url: &str, next: &str) -> bool {
    let plain = |address: &str| address.split('#').next().unwrap_or_default().trim_end_matches('/').to_owned();
    let (url, next) = (plain(url), plain(next));
    if url == next || next.len() > 2_000 || url.len() > 2_000 {
        return false;
    }
    let number = next.rfind(|c: char| c.is_ascii_digit()).map(|end| {
        let start = next[..=end].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
        (start, end + 1)
    });
    let Some((start, end)) = number else { return false };
    let Ok(count) = next[start..end].parse::<u32>() else { return false };
    if !(2..=500).contains(&count) {
        return false;
    }
    let (front, back) = (&next[..start], &next[end..]);
    let previous = format!("{front}{}{back}", count - 1);
    let is_first = count == 2 && first_pages(front, back).any(|first| first.trim_end_matches('/') == url);
    url == previous || is_first
}

/// What the first page is called where the second is `front` 2 `back`: without the number and its sign.
fn first_pages<'a>(front: &'a str, back: &'a str) -> impl Iterator<Item = String> + 'a {
    const SIGNS: [&str; 14] = [
        "/page/", "/page-", "?page=", "&page=", "?p=", "&p=", "?pg=", "/p", "_", "-", "/", "?paged=", "&paged=",
        "-page-",
    ];
    SIGNS.iter().filter_map(move |sign| Some(format!("{}{back}", front.strip_suffix(sign)?)))
}

#[cfg(test)]
mod tests {
    use super::is_further;

    #[test]
    fn the_next_page_has_the_next_number() {
        for (url, next) in [
            ("https://a.example/x", "https://a.example/x/2"),
            ("https://a.example/x/", "https://a.example/x/page/2/"),
            ("https://a.example/x?page=2", "https://a.example/x?page=3"),
            ("https://a.example/x.html", "https://a.example/x_2.html"),
            ("https://a.example/x?id=1", "https://a.example/x?id=1&page=2"),
        ] {
            assert!(is_further(url, next), "{next}");
        }
        for next in [
            "https://a.example/y",
            "https://a.example/x",
            "https://a.example/x/3",
            "https://b.example/x/2",
            "https://a.example/2020",
        ] {
            assert!(!is_further("https://a.example/x", next), "{next}");
        }
    }
}
