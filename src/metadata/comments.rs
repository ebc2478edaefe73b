//! Where the readers' comments stand, and those that are in the page.

use super::date;
use super::scene::Scene;
use super::statement::Field;
use super::visible::{Hint, Line, lines};
use super::{CommentItem, Comments, CommentsState};
use crate::dom::{Document, Name, NodeId};
use crate::labels::Kind;

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
    let page = scene.page;
    let regions: Vec<_> =
        scene.content.leftovers.iter().filter(|leftover| leftover.kind == Kind::Comments).take(24).collect();
    let stated = scene.head.best(Field::CommentCount).and_then(|statement| statement.value.parse().ok());
    if regions.is_empty() {
        return stated.map(|count| Comments {
            count: Some(count),
            state: if count == 0 { CommentsState::Empty } else { CommentsState::Unloaded },
            items: Vec::new(),
        });
    }
    let mut items = Vec::new();
    let mut printed = None;
    let mut empty = false;
    for leftover in regions {
        let range = page.region_range(leftover.region);
        for line in lines(page, range.clone(), 40) {
            let text = line.printed().to_lowercase();
            empty |= text.chars().count() <= 60 && EMPTY.iter().any(|words| text.contains(words));
            printed = printed.or_else(|| count(&text));
        }
        items.extend(read(scene, range));
    }
    Some(settled(items, printed.or(stated), empty))
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
fn read(scene: &Scene, range: std::ops::Range<usize>) -> Vec<CommentItem> {
    let page = scene.page;
    let named: Vec<NodeId> = page.nodes_in(range.clone()).filter(|node| is_comment(page, *node)).take(1_000).collect();
    let nodes = if named.is_empty() { dated(scene, range) } else { named };
    let mut out = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        while open.last().is_some_and(|around| around.end <= node.index()) {
            open.pop();
        }
        let whole = page.range(*node);
        let until = nodes.get(at + 1).map_or(whole.end, |next| next.index().min(whole.end));
        let item = item(scene, &lines(page, whole.start..until, 60));
        let is_read = item.is_some();
        let depth = open.iter().filter(|around| around.is_read).count();
        out.extend(item.map(|item| CommentItem { depth, ..item }));
        open.iter_mut().for_each(|around| around.is_read |= is_read);
        open.push(Open { end: whole.end, is_read });
    }
    out
}

/// An element of a comment that is not over yet.
struct Open {
    end: usize,
    /// Whether its own comment was read: its own text's, or that of the first element in it.
    is_read: bool,
}

/// The items of lists in a range that hold a date, and do not begin with the title of another text.
fn dated(scene: &Scene, range: std::ops::Range<usize>) -> Vec<NodeId> {
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

fn item(scene: &Scene, lines: &[Line]) -> Option<CommentItem> {
    let mut item = CommentItem::default();
    for (at, line) in lines.iter().enumerate() {
        let text = line.printed();
        let dates = date::find(&line.text, &scene.context);
        // `Ann Says:`
        let leads = at == 0 && text.ends_with(':') && text.chars().count() <= 60;
        let hinted = line.pieces.iter().find(|piece| piece.hint == Some(Hint::Author));
        let named = hinted.or_else(|| line.pieces.first().filter(|_| leads && line.pieces.len() > 1));
        if let Some(piece) = named.filter(|_| item.author.is_none()) {
            item.author = Some(line.piece_text(piece).to_owned());
            if item.time.is_none() {
                item.time = dates.first().map(|date| date.moment.to_string());
            }
        } else if item.time.is_none() && text.chars().count() <= 60 && !dates.is_empty() {
            item.time = dates.first().map(|date| date.moment.to_string());
        } else if line.link_share() < 0.9 {
            item.text = if item.text.is_empty() { text } else { format!("{}\n{text}", item.text) };
        }
    }
    (!item.text.is_empty() && item.text.len() <= 20_000).then_some(item)
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
