//! What the markup alone says about what a page shows.

use super::{Document, Name, NodeId, NodeSet};

/// The nodes that no browser shows, whatever the style sheets say, each with all below it.
pub(super) fn hidden_by_markup(page: &Document) -> NodeSet {
    let mut hidden = NodeSet::new(page.len());
    let mut next = 0;
    while next < page.len() {
        let node = NodeId::from_index(next);
        next += 1;
        if page.is_element(node) && is_hidden(page, node) {
            let range = page.range(node);
            next = range.end;
            hidden.insert_range(range);
        } else if page.name(node) == Name::DETAILS && page.attr(node, Name::OPEN).is_none() {
            hide_closed(page, node, &mut hidden);
        }
    }
    hidden
}

fn is_hidden(page: &Document, node: NodeId) -> bool {
    let name = page.name(node);
    if name == Name::DIALOG {
        return page.attr(node, Name::OPEN).is_none();
    }
    if name == Name::INPUT && page.attr(node, Name::TYPE).is_some_and(|kind| kind.eq_ignore_ascii_case("hidden")) {
        return true;
    }
    name.is_unrendered()
        || name == Name::RP
        || page.attr(node, Name::HIDDEN).is_some()
        || page.attr(node, Name::STYLE).is_some_and(style_hides)
}

/// Whether an inline style takes its element off the page.
fn style_hides(style: &str) -> bool {
    style.split(';').any(|declaration| {
        let Some((property, value)) = declaration.split_once(':') else { return false };
        let value = value.trim().trim_end_matches("!important").trim_end();
        (property.trim().eq_ignore_ascii_case("display") && value.eq_ignore_ascii_case("none"))
            || (property.trim().eq_ignore_ascii_case("visibility") && value.eq_ignore_ascii_case("hidden"))
    })
}

/// What a closed `details` does not show: all but its summary.
fn hide_closed(page: &Document, details: NodeId, hidden: &mut NodeSet) {
    let summary = page.children(details).find(|child| page.name(*child) == Name::SUMMARY);
    for child in page.children(details).filter(|child| Some(*child) != summary) {
        hidden.insert_range(page.range(child));
    }
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use crate::Limits;
    use crate::dom::{NodeId, parse};

    fn shown(html: &str) -> String {
        parse(html, None, &Limits::default()).unwrap().visible_text(NodeId::ROOT)
    }

    #[test]
    fn what_the_markup_hides_is_not_shown() {
        assert_eq!(
            shown("<p hidden>a</p><p style='color:red; Display : none!important'>b</p><script>c</script>d"),
            "d"
        );
        assert_eq!(shown("<dialog>a</dialog><dialog open>b</dialog>"), "b");
        assert_eq!(shown("<details><summary>a</summary>b</details><details open>c</details>"), "a c");
        assert_eq!(shown("<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>"), shown("<ruby>a<rt>b</rt></ruby>"));
    }

    #[test]
    fn words_of_different_blocks_are_parted() {
        assert_eq!(shown("<div><p>a</p></div>b<br>c<span>d</span><table><td>e<td>f</table>g"), "a b cd e f g");
    }
}
