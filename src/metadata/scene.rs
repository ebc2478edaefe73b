//! The article's surroundings, read once: the lines near it with their labels and dates.

use super::Origin;
use super::date::{self, Context, Dated, Moment, Order};
use super::head::Head;
use super::people::names::{Naming, names};
use super::statement::{Field, Place, Statement};
use super::visible::{Hint, Labelled, Line, Near, Piece, Role, Standing, Teasers, labelled, lines, near, stated_time};
use crate::dom::{Document, Name, NodeId};
use crate::labels::{Content, PageType};
use crate::url::{host, is_root};

/// A line near the article with what was read in it.
pub(super) struct Read {
    pub line: Line,
    pub standing: Standing,
    pub labels: Vec<Labelled>,
    pub dates: Vec<Dated>,
}

/// What the facts are decided from.
pub(super) struct Scene<'a> {
    pub page: &'a Document,
    pub head: &'a Head,
    pub content: &'a Content,
    pub headline: Option<NodeId>,
    pub reads: Vec<Read>,
    pub context: Context,
}

impl<'a> Scene<'a> {
    /// Reads the lines near the article.
    pub fn new(page: &'a Document, head: &'a Head, content: &'a Content, now: Option<&str>) -> Self {
        let titles = super::title::stated(head, &head.sites);
        let headline = super::title::headline(page, content, &titles);
        let context = context(page, head, now);
        let reads = joined(near(page, content, headline))
            .into_iter()
            .map(|near| {
                let (labels, dates) = (labelled(&near.line), dates(page, &near.line, &context));
                Read { line: near.line, standing: near.standing, labels, dates }
            })
            .collect();
        let mut scene = Scene { page, head, content, headline, reads, context };
        scene.leave_teasers_out();
        scene
    }

    /// Leaves out the lines that would date the article or name its author, and belong to teasers of other texts. A post
    /// of a forum, with its links, is no teaser.
    fn leave_teasers_out(&mut self) {
        let is_dated = |item: NodeId| {
            let timed = self.page.subtree(item).any(|node| self.page.name(node) == Name::TIME);
            let written = |line: &Line| !date::find(&line.text, &self.context).is_empty();
            timed || lines(self.page, self.page.range(item), 16).iter().any(written)
        };
        let longest = if self.content.page_type == PageType::Forum { 10 } else { 60 };
        let teasers = Teasers { page: self.page, headline: self.headline, longest, is_dated };
        let own = |read: &Read| !read.tells() || !read.line.node_at(0).is_some_and(|node| teasers.hold(node));
        let kept: Vec<bool> = self.reads.iter().map(own).collect();
        let mut kept = kept.into_iter();
        self.reads.retain(|_| kept.next().unwrap_or(true));
    }

    /// Whether the page is about one text, which has authors and a date: by its kind, or because a line beside the headline
    /// names an author or holds a date and little else.
    pub fn is_text(&self) -> bool {
        // What a site opens with is about the site, unless it is nothing but one text.
        if self.page.url().is_some_and(is_root) && self.content.page_type != PageType::Article {
            return false;
        }
        match self.content.page_type {
            PageType::Article | PageType::Forum => true,
            PageType::Documentation if self.names_author() => true,
            PageType::Documentation | PageType::Service => {
                self.reads.iter().any(Read::is_byline) || self.is_stated_text() || self.is_signed_and_dated()
            }
            PageType::Product | PageType::Listing | PageType::Collection => {
                self.is_stated_text() || self.is_shown_text()
            }
        }
    }

    /// Whether the head names a person as the author.
    fn names_author(&self) -> bool {
        self.head.all(Field::Author).any(|statement| !names(&statement.value, Naming::Bare).is_empty())
    }

    /// Whether metas name a person as the author and the day of publication.
    fn is_signed_and_dated(&self) -> bool {
        let is_meta = |statement: &Statement| matches!(statement.place(), Some(Place::Meta(_)));
        self.names_author() && self.head.all(Field::Published).any(is_meta)
    }

    /// Whether lines name an author and the day of publication.
    fn is_shown_text(&self) -> bool {
        let signed = |read: &Read| read.is_signed() && read.line.text.len() <= 120;
        let dated = |read: &Read| {
            let near = read.standing <= Standing::Above && read.is_byline() && !read.dates.is_empty();
            near || read.is_publication()
        };
        self.reads.iter().any(signed) && self.reads.iter().any(dated)
    }

    /// Whether the head describes a text: by tags that only texts have, or as one with the day of its publication.
    fn is_stated_text(&self) -> bool {
        let is_press = |statement: &Statement| {
            let names = ["citation_", "parsely-", "sailthru.", "dc.", "dcterms.", "byl"];
            matches!(statement.place(), Some(Place::Meta(name)) if names.iter().any(|start| name.starts_with(start)))
        };
        if self.head.all(Field::Author).any(is_press) {
            return true;
        }
        let kinds = self.head.all(Field::PageType);
        let is_text = kinds.filter(|kind| kind.origin != Origin::Meta).any(|kind| super::head::is_text(&kind.value));
        let dated = |place| matches!(place, Some(Place::Ld("datepublished") | Place::Item("datepublished")));
        is_text && self.head.all(Field::Published).any(|statement| dated(statement.place()))
    }
}

impl Read {
    /// Whether it stands beside the headline and names an author, or holds a date and little else.
    fn is_byline(&self) -> bool {
        let signed = self.line.text.len() <= 120 && self.is_signed();
        let rest = self.dates.first().map(|date| self.line.text.len() - (date.end - date.start));
        match self.standing {
            Standing::Below => signed || rest.is_some_and(|rest| rest <= 60),
            Standing::Above => signed || rest.is_some_and(|rest| rest <= 24),
            Standing::Opening => rest.is_some_and(|rest| rest <= 24),
            Standing::Closing | Standing::Behind => false,
        }
    }

    /// Whether it is a label of publication and its day.
    fn is_publication(&self) -> bool {
        let labelled = self.labels.first().is_some_and(|label| label.role == Role::Published && label.start == 0);
        labelled && self.dates.len() == 1 && self.line.text.len() <= 60
    }

    /// Whether a label in it names an author.
    fn is_signed(&self) -> bool {
        let names =
            |label: &Labelled| label.role == Role::Author && !names(self.value(label), Naming::Labelled).is_empty();
        self.labels.iter().any(names)
    }

    /// Whether it may say when the text was written or who wrote it.
    fn tells(&self) -> bool {
        let author = |piece: &Piece| piece.hint == Some(Hint::Author);
        !self.dates.is_empty() || !self.labels.is_empty() || self.line.pieces.iter().any(author)
    }

    /// The role of the label that governs a place in the line: the last one before it whose value reaches it.
    pub fn role_at(&self, at: usize) -> Option<Role> {
        let before = self.labels.iter().rev().find(|label| label.start <= at)?;
        Some(before.role)
    }

    pub fn hint_at(&self, at: usize) -> Option<Hint> {
        self.line.piece_at(at).and_then(|piece| piece.hint)
    }

    /// The text of a label's value, cut at the first date in it.
    pub fn value(&self, label: &Labelled) -> &str {
        let range = label.value.clone();
        let date = self.dates.iter().map(|date| date.start).find(|start| range.contains(start));
        self.line.text[range.start..date.unwrap_or(range.end)]
            .trim_end_matches([' ', '\t', ',', '|', '·', '-', '–', '—', '(', '（'])
    }
}

/// The lines, each that ends with a label joined with the one behind it, which holds the value.
fn joined(lines: Vec<Near>) -> Vec<Near> {
    let mut out: Vec<Near> = Vec::with_capacity(lines.len());
    for near in lines {
        let open = out
            .last_mut()
            .filter(|last| last.standing == near.standing && last.line.text.len() <= 60 && near.line.text.len() <= 120);
        let open = open.filter(|last| {
            labelled(&last.line).last().is_some_and(|label| label.value.is_empty() && label.role != Role::Tags)
        });
        match open {
            Some(last) => last.line.append(near.line),
            None => out.push(near),
        }
    }
    out
}

/// The dates of a line: as written, else as its `time` elements state them.
fn dates(page: &Document, line: &Line, context: &Context) -> Vec<Dated> {
    let written = date::find(&line.text, context);
    if !written.is_empty() {
        return written.into_iter().map(|dated| meant(page, line, dated, context)).collect();
    }
    let timed = line.pieces.iter().filter_map(|piece| {
        let past = |moment: &Moment| context.now.is_none_or(|now| !moment.is_after(&now));
        let moment = stated(page, piece, context).filter(past)?;
        Some(Dated { moment, start: piece.range.start, end: piece.range.end })
    });
    timed.take(8).collect()
}

/// A written date as its `time` element means it: the day that the element states, where it is another and no zone makes
/// it so.
fn meant(page: &Document, line: &Line, dated: Dated, context: &Context) -> Dated {
    let stated = line.piece_at(dated.start).and_then(|piece| stated(page, piece, context));
    let moment = stated.filter(|moment| moment.days_from(&dated.moment).is_some_and(|days| days > 1));
    Dated { moment: moment.unwrap_or(dated.moment), ..dated }
}

/// What the `time` element of a piece states.
fn stated(page: &Document, piece: &Piece, context: &Context) -> Option<Moment> {
    date::stated(stated_time(page, piece.time?)?, context)
}

fn context(page: &Document, head: &Head, now: Option<&str>) -> Context {
    let plain = Context::default();
    let now = now.and_then(|now| date::stated(now, &plain));
    let stated = head
        .all(Field::Published)
        .chain(head.all(Field::Modified))
        .find_map(|statement| date::stated(&statement.value, &plain));
    let near = stated
        .or_else(|| page.url().and_then(date::in_address))
        .filter(|moment: &Moment| now.is_none_or(|now| !moment.is_after(&now)));
    Context { order: order(page, head), near, now }
}

/// Americans write the month first; others that write English do where their host does not say otherwise.
fn order(page: &Document, head: &Head) -> Order {
    const DAY_FIRST: [&str; 12] = ["uk", "au", "nz", "ie", "in", "za", "sg", "ng", "ke", "pk", "my", "gh"];
    let lang = head.lang.as_deref().unwrap_or("en");
    let (language, region) = lang.split_once('-').unwrap_or((lang, ""));
    let country = page.url().and_then(host).and_then(|host| host.rsplit('.').next()).unwrap_or_default();
    let day_first = language != "en"
        || (region != "US" && DAY_FIRST.contains(&country))
        || DAY_FIRST.contains(&region.to_ascii_lowercase().as_str())
        || region == "GB";
    if day_first { Order::DayFirst } else { Order::MonthFirst }
}
