//! Where the readers' comments stand, and those that are in the page.

use std::ops::Range;

use super::date;
use super::scene::Scene;
use super::statement::Field;
use super::visible::{Hint, Line, Piece, lines};
use super::{CommentItem, Comments, CommentsState};
use crate::dom::{Document, Name, NodeId};
use crate::labels::{Content, Kind, Leftover};

/// Words (lower case) that say that there are no comments yet.
#[rustfmt::skip]
const EMPTY: &[&str] = &[
    "暂无评论", "暫無評論", "还没有评论", "還沒有評論", "快来发表", "抢沙发", "コメントはまだありません", "まだコメント", "댓글이 없습니다", "첫 댓글", "no comments", "0 comments", "be the first", "no responses", "noch keine kommentare", "keine kommentare", "aucun commentaire", "sin comentarios", "no hay comentarios", "nenhum comentário", "nessun commento", "нет комментариев", "комментариев пока нет", "brak komentarzy", "geen reacties", "inga kommentarer", "henüz yorum", "belum ada komentar", "chưa có bình luận", "لا توجد تعليقات", "אין תגובות",
];
/// Words (lower case) for comments, before or behind a count.
#[rustfmt::skip]
const WORDS: &[&str] = &["comment", "response", "replies", "reply", "评论", "評論", "留言", "跟帖", "コメント", "댓글", "kommentar", "commentaire", "comentario", "comentário", "commenti", "комментари", "komentarz", "reacties", "yorum", "komentar", "bình luận", "تعليق", "תגובות"];

/// The comments, where the page has a place for them.
pub(super) fn decide(scene: &Scene) -> Option<Comments> {
    let stretches = stretches(scene);
    let stated = scene.head.best(Field::CommentCount).and_then(|statement| statement.value.parse().ok());
    if stretches.is_empty() {
        return stated.map(|count| Comments {
            count: Some(count),
            state: if count == 0 { CommentsState::Empty } else { CommentsState::Unloaded },
            items: Vec::new(),
        });
    }
    let mut items = Vec::new();
    let mut printed = None;
    let mut empty = false;
    for range in stretches {
        for line in lines(scene.page, range.clone(), 40) {
            let text = line.printed().to_lowercase();
            empty |= text.chars().count() <= 60 && EMPTY.iter().any(|words| text.contains(words));
            printed = printed.or_else(|| count(&text));
        }
        items.extend(read(scene, range));
    }
    Some(settled(items, printed.or(stated), empty))
}

/// The most stretches of comments that are read.
const MOST: usize = 24;

/// Where comments stand: what was set aside as comments, with the controls among them, as far as nothing else comes between.
fn stretches(scene: &Scene) -> Vec<Range<usize>> {
    let Content { body, leftovers, .. } = scene.content;
    let mut out: Vec<(NodeId, NodeId)> = Vec::new();
    let mut is_open = false;
    for Leftover { kind, region, .. } in leftovers {
        let goes_on = |(_, last): &&mut (NodeId, NodeId)| {
            is_open && !body.any_in(scene.page.range(*last).end..region.first.index())
        };
        match (kind, out.last_mut().filter(goes_on)) {
            (Kind::Comments, Some((_, last))) => *last = region.last,
            (Kind::Comments, None) => out.push((region.first, region.last)),
            _ => {}
        }
        is_open = *kind == Kind::Comments || (is_open && *kind == Kind::Actions);
    }
    out.into_iter().take(MOST).map(|(first, last)| stretch(scene, first, last)).collect()
}

/// From the beginning of the element around `first` to the end of the one around `last`, both children of the lowest that
/// holds the two, unless the body stands in them.
fn stretch(scene: &Scene, first: NodeId, last: NodeId) -> Range<usize> {
    let page = scene.page;
    let below = |node: NodeId, other: NodeId| {
        let apart = |above: &NodeId| !page.range(*above).contains(&other.index());
        page.ancestors_or_self(node).take_while(apart).last().unwrap_or(node)
    };
    let whole = below(first, last).index()..page.range(below(last, first)).end;
    if scene.content.body.any_in(whole.clone()) { first.index()..page.range(last).end } else { whole }
}

fn settled(items: Vec<CommentItem>, printed: Option<usize>, empty: bool) -> Comments {
    if !items.is_empty() {
        return Comments { count: Some(printed.unwrap_or(0).max(items.len())), state: CommentsState::Present, items };
    }
    match printed {
        Some(count) if count > 0 => Comments { count: Some(count), state: CommentsState::Unloaded, items },
        printed if empty || printed == Some(0) => Comments { count: Some(0), state: CommentsState::Empty, items },
        _ => Comments { count: None, state: CommentsState::Unloaded, items },
    }
}

/// The number in a short line that counts comments: `12 Comments`, `评论(3)`, `Comments: 5`.
fn count(line: &str) -> Option<usize> {
    if line.chars().count() > 40 || !WORDS.iter().any(|word| line.contains(word)) {
        return None;
    }
    let start = line.find(|c: char| c.is_ascii_digit())?;
    let digits: String =
        line[start..].chars().take_while(|c| c.is_ascii_digit() || *c == ',').filter(char::is_ascii_digit).collect();
    (line.matches(|c: char| c.is_ascii_digit()).count() == digits.len()).then(|| digits.parse().ok()).flatten()
}

/// The comments in a range: the elements that say that they are one, else the items of its lists that hold a date.
fn read(scene: &Scene, region: Range<usize>) -> Vec<CommentItem> {
    let page = scene.page;
    let named: Vec<NodeId> = page.nodes_in(region.clone()).filter(|node| is_comment(page, *node)).take(1_000).collect();
    let nodes = if named.is_empty() { dated(scene, region.clone()) } else { named };
    let ranges: Vec<Range<usize>> = (0..nodes.len()).map(|at| widened(page, &region, &nodes, at)).collect();
    let mut out = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for (at, whole) in ranges.iter().enumerate() {
        while open.last().is_some_and(|around| around.end <= whole.start) {
            open.pop();
        }
        let until = ranges.get(at + 1).map_or(whole.end, |next| next.start.min(whole.end));
        let mut item = item(scene, &lines(page, whole.start..until, 60));
        if let Some(around) = open.last_mut().filter(|around| !around.is_read) {
            item.author = item.author.or(around.head.author.take());
            item.time = item.time.or(around.head.time.take());
        }
        let is_read = !item.text.is_empty() && item.text.len() <= 20_000;
        item.depth = open.iter().filter(|around| around.is_read).count();
        open.iter_mut().for_each(|around| around.is_read |= is_read);
        let head = CommentItem { author: item.author.clone(), time: item.time.clone(), ..CommentItem::default() };
        out.extend(is_read.then_some(item));
        open.push(Open { end: whole.end, is_read, head });
    }
    out
}

/// An element of a comment that is not over yet.
struct Open {
    end: usize,
    /// Whether its own comment was read: its own text's, or that of the first element in it.
    is_read: bool,
    /// Author and time that stand in it before the element of its text.
    head: CommentItem,
}

/// The range of the comment at `at`, with what stands beside its element and belongs to no other: its author, its time.
fn widened(page: &Document, region: &Range<usize>, nodes: &[NodeId], at: usize) -> Range<usize> {
    let own = page.range(nodes[at]);
    let next = nodes[at..].iter().map(|node| node.index()).find(|start| *start >= own.end);
    let before = at.checked_sub(1).map(|before| nodes[before].index());
    let is_inside = nodes[..at].iter().any(|other| page.range(*other).end >= own.end);
    if is_inside || next.or(before).is_none() {
        return own;
    }
    let is_alone = |around: &Range<usize>| {
        region.start <= around.start
            && around.end <= region.end
            && before.is_none_or(|before| before < around.start)
            && next.is_none_or(|next| next >= around.end)
    };
    let around = page.ancestors(nodes[at]).map(|above| page.range(above)).take_while(is_alone).last();
    around.unwrap_or(own)
}

/// The items of lists in a range that hold a date, and do not begin with the title of another text.
fn dated(scene: &Scene, range: Range<usize>) -> Vec<NodeId> {
    let page = scene.page;
    let is_title = |line: &Line| line.link_share() > 0.9 && line.text.split([' ', '\t']).count() > 3;
    let is_dated = |line: &Line| !date::find(&line.text, &scene.context).is_empty();
    let is_comment = |node: &NodeId| {
        let lines = lines(page, page.range(*node), 8);
        lines.first().is_some_and(|first| !is_title(first)) && lines.iter().any(is_dated)
    };
    let items = page.nodes_in(range).filter(|node| page.name(*node) == Name::LI);
    items.take(1_000).filter(is_comment).collect()
}

/// Whether an element is one comment: by microdata, or a class of one word that says so on a list item, article or block.
fn is_comment(page: &Document, node: NodeId) -> bool {
    if !matches!(page.name(node), Name::LI | Name::ARTICLE | Name::DIV | Name::SECTION) {
        return false;
    }
    let item = page.attr(node, Name::ITEMTYPE).is_some_and(|kind| kind.ends_with("/Comment"))
        || page.attr(node, Name::ITEMPROP) == Some("comment");
    let class = |one: &str| {
        matches!(
            one,
            "comment" | "comment-item" | "commentItem" | "comment_item" | "comment-body" | "reply-item" | "review-item"
        )
    };
    item || page
        .attr(node, Name::CLASS)
        .is_some_and(|classes| classes.len() < 400 && classes.split_ascii_whitespace().any(class))
}

/// A comment of lines: its author, its time, and what is left.
fn item(scene: &Scene, lines: &[Line]) -> CommentItem {
    let mut item = CommentItem::default();
    let author = author(scene, lines);
    item.author = author.as_ref().map(|(_, name)| name.clone());
    for (at, line) in lines.iter().enumerate() {
        let text = line.printed();
        let dates = date::find(&line.text, &scene.context);
        let is_author = author.as_ref().is_some_and(|(place, _)| *place == at);
        if item.time.is_none() && !dates.is_empty() && (is_author || text.chars().count() <= 60) {
            item.time = dates.first().map(|date| date.moment.to_string());
            continue;
        }
        let is_control = || line.pieces.iter().all(|piece| piece.is_on_button(scene.page));
        if !is_author && line.link_share() < 0.9 && !is_control() && !date::counts_back(&text) {
            item.text = if item.text.is_empty() { text } else { format!("{}\n{text}", item.text) };
        }
    }
    item
}

/// The author of a comment, and the line that names them: an element that says so, else what says something, else a few
/// words before the time.
fn author(scene: &Scene, lines: &[Line]) -> Option<(usize, String)> {
    let named = |says: &dyn Fn(&Piece) -> bool| {
        lines.iter().take(6).enumerate().find_map(|(at, line)| {
            let mut pieces = line.pieces.iter().filter(|piece| says(piece));
            pieces.find_map(|piece| name(line.piece_text(piece))).map(|name| (at, name))
        })
    };
    let hinted = named(&|piece| piece.hint == Some(Hint::Author));
    hinted.or_else(|| named(&|piece| is_name(scene.page, piece.node))).or_else(|| leading(scene, lines))
}

/// A name without what says that it says something; none where no letter or digit is in it.
fn name(text: &str) -> Option<String> {
    let name = text.trim_end_matches([':', ',']).trim();
    let fits = (1..=60).contains(&name.chars().count()) && name.contains(char::is_alphanumeric);
    fits.then(|| name.to_owned())
}

/// A few words that open a comment, where the time stands behind them or in the next line, or they lead to what is said: `Ann Says:`.
fn leading(scene: &Scene, lines: &[Line]) -> Option<(usize, String)> {
    let first = lines.first()?;
    let piece = first.pieces.first()?;
    let has_time = |text: &str| !date::find(text, &scene.context).is_empty();
    let (opening, whole) = (first.piece_text(piece), first.printed());
    let length = |text: &str| text.chars().count();
    let is_short = length(opening) <= 40 && !opening.ends_with(['.', '!', '?', '。', '！', '？']) && !has_time(opening);
    let is_timed = length(&whole) <= 80 && has_time(&first.text) && lines.len() > 1;
    let is_before = whole == opening && lines.len() > 2 && has_time(&lines[1].text);
    let leads = first.pieces.len() > 1 && whole.ends_with(':') && length(&whole) <= 60;
    let name = name(opening).filter(|_| is_short && (is_timed || is_before || leads))?;
    Some((0, name))
}

/// Whether an element around a text says that it is somebody's name: `cite`, or by its class.
fn is_name(page: &Document, node: NodeId) -> bool {
    let says = |class: &str| {
        let class = class.to_ascii_lowercase();
        let word = class.rsplit(['-', '_']).next().unwrap_or_default();
        matches!(word, "fn" | "user" | "nick" | "nickname" | "username" | "name" | "poster" | "commenter" | "usuario")
    };
    page.ancestors(node).take(3).any(|above| {
        let class = page.attr(above, Name::CLASS).unwrap_or_default();
        page.name(above) == Name::CITE || (class.len() < 400 && class.split_ascii_whitespace().any(says))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_short_lines() {
        assert_eq!(count("12 comments"), Some(12));
        assert_eq!(count("评论(3)"), Some(3));
        assert_eq!(count("1,204 comments"), Some(1204));
        assert_eq!(count("comments 2 days ago at 3"), None);
        assert_eq!(count("全部评论"), None);
    }
}
