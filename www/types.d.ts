// The shapes that go in and out, as the Rust structs have them (a test compares them).

/** An article and all that is known about it. A page without one has `content: null` and `length: 0`. */
export interface Article extends Facts {
  pageType: PageType;
  /** Safe HTML; null where the page has no article. */
  content: string | null;
  /** One line feed between blocks, a tab between cells, a space for no-break ones and between the signs of a formula. */
  textContent: string;
  /** CommonMark with GFM tables, where asked for. */
  markdown?: string;
  /** UTF-16 units of `textContent`. */
  length: number;
  /** Words, a CJK character counting as one. */
  wordCount: number;
  readingMinutes: number;
  /** Best first. */
  keywords: Keyword[];
  /** Each block of the page left out of the body, where asked for. */
  setAside?: SetAside[];
  /** Why the body is what it is, where asked for. */
  explanation?: Explanation;
}

export type PageType = "article" | "forum" | "documentation" | "product" | "listing" | "collection" | "service";

/** What is known about an article apart from its text. */
export interface Facts {
  /** As given. */
  url: string | null;
  /** As the page states it; absolute. */
  canonicalUrl: string | null;
  /** Without the site's name. */
  title: string | null;
  /** As printed. */
  byline: string | null;
  excerpt: string | null;
  siteName: string | null;
  /** A BCP 47 tag. */
  lang: string | null;
  dir: string | null;
  /** Names alone. */
  authors: string[];
  /** Names alone. */
  editors: string[];
  /** Whom the page credits for the text. */
  source: Source | null;
  section: string | null;
  tags: string[];
  /** ISO 8601 at the precision the page gives. */
  publishedTime: string | null;
  /** ISO 8601 at the precision the page gives. */
  modifiedTime: string | null;
  /** The address of the lead picture. */
  image: string | null;
  images: Image[];
  notices: Notice[];
  related: Related[];
  comments: Comments | null;
  feeds: Feed[];
  nextPage: string | null;
  /** By field name. */
  evidence: Record<string, Evidence>;
}

export interface Source {
  name: string;
  url: string | null;
}

export interface Image {
  /** Absolute. */
  url: string;
  alt: string | null;
  caption: string | null;
  /** The name alone. */
  credit: string | null;
}

/** A notice of this article, moved out of its body. */
export interface Notice {
  kind: NoticeKind;
  /** As printed, with its label. */
  text: string;
}

export type NoticeKind = "copyright" | "licence" | "credit" | "correction" | "disclaimer";

/** What the page recommends. */
export interface Related {
  title: string;
  url: string | null;
  section: string | null;
  /** ISO 8601. */
  date: string | null;
  /** As printed. */
  duration: string | null;
  image: string | null;
}

export interface Comments {
  count: number | null;
  state: CommentsState;
  items: CommentItem[];
}

export type CommentsState = "none" | "empty" | "present" | "unloaded";

export interface CommentItem {
  author: string | null;
  time: string | null;
  text: string;
  /** How many comments it answers to stand above it. */
  depth: number;
}

export interface Feed {
  url: string;
  title: string | null;
  type: string | null;
}

export interface Evidence {
  source: Origin;
  /** Child indices from the root. */
  path: string | null;
}

export type Origin = "json-ld" | "meta" | "microdata" | "visible" | "url" | "text" | "state";

/** A block of the page that was left out of the body. */
export interface SetAside {
  kind: Kind;
  /** Its heading, else its first words. */
  label: string;
  text: string;
  /** Child indices from the root, with a range where it is a run of children: `/1/0/3:14-15`. */
  path: string;
}

export type Kind =
  | "headline"
  | "byline"
  | "tags"
  | "actions"
  | "navigation"
  | "advertisement"
  | "related"
  | "comments"
  | "notice"
  | "promotion"
  | "form"
  | "footer"
  | "hidden"
  | "other";

/** Why the body of a page is what it is. Places are child indices from the root. */
export interface Explanation {
  /** Whether the body is one element or all good islands of text. */
  breadth: Breadth;
  /** What decided between the two. */
  gate: Gate;
  /** The element that was taken for the body, before corrections; null where islands were, or nothing. */
  root: string | null;
  /** The elements that promise most as the body, best first, five at most. */
  candidates: Candidate[];
  /** Each line of the page, in order, with what was decided of it and why. */
  lines: Line[];
}

export type Breadth = "one" | "islands";

/** What is known of a page when it is decided how wide its body is taken. */
export interface Gate {
  /** The kind of page that its address says, or a date beside its title. */
  address: PageType | null;
  /** The kind that its head states. */
  stated: PageType | null;
  /** The share of the running text that lies in the best element or the one above, 0 to 1. */
  gathered: number;
  /** The share of the page's whole text there, 0 to 1. */
  all: number;
  /** The share of links in the text of the best element, 0 to 1. */
  linked: number;
  /** The share of code in the text of the best element, 0 to 1. */
  code: number;
  /** The length of the best element, in words of an average length. */
  words: number;
}

/** An element that could hold the body. */
export interface Candidate {
  path: string;
  /** The F1 to be expected of all its text as the body, 0 to 1. */
  expected: number;
  /** Its score as a share of the page's highest, 0 to 1. */
  score: number;
  /** Its length, in words of an average length. */
  words: number;
}

/** A line of the page: text between two edges of blocks or line breaks. */
export interface Line {
  /** With a range where it is a run of children. */
  path: string;
  /** Its first characters, eighty at most. */
  text: string;
  /** Its length, in words of an average length. */
  words: number;
  /** How likely it is of the body by what is learnt, 0 to 1. */
  chance: number;
  /** Whether it is of the body. */
  kept: boolean;
  /** The rule that decided so. */
  rule: string;
  /** What it was set aside as; null for a line of the body. */
  kind: Kind | null;
  /** The rule that named it so. */
  namedBy: string | null;
}

export interface Keyword {
  /** In its commonest spelling. */
  term: string;
  /** The spellings counted together. */
  forms: string[];
  /** 0 to 1, the best having 1. */
  score: number;
  /** How often its forms occur. */
  count: number;
  /** What its score is made of, where asked for: their product, over that of the best. */
  features?: Features;
}

/** Each 1 where it says nothing, more where it speaks for a term, less where against it. */
export interface Features {
  /** How often it occurs, damped. */
  frequency: number;
  /** What its words tell. */
  specificity: number;
  /** How seldom the same neighbours stand beside it. */
  freedom: number;
  /** How often it is all that stands between two stop words or marks. */
  filling: number;
  /** Whether the title has it. */
  title: number;
  /** How early it occurs first. */
  position: number;
  /** How likely terms are of its build. */
  shape: number;
  /** Where the page shows it: headings, emphasis, links, captions, tags. */
  shown: number;
  /** How much of it no better term says. */
  novelty: number;
}

/** A match in a text, in UTF-16 units. */
export interface Match {
  start: number;
  end: number;
  /** The term's place in the list. */
  termIndex: number;
}

/** Bounds on the work; past any of them but `depth` is an error. */
export interface Limits {
  /** UTF-8 bytes of input; 64 Mi. */
  bytes?: number;
  /** 2,000,000. */
  nodes?: number;
  /** Open elements, past which the tree is flattened; 512. */
  depth?: number;
  /** 100,000. */
  terms?: number;
  /** UTF-8 bytes of what is given back; 64 Mi. */
  output?: number;
}

export interface ExtractOptions {
  /** The page's address; a live document's own by default. */
  url?: string | null;
  /** The element that is the article: a path or a simple selector. It wins over every heuristic, as the two next do. */
  root?: string;
  /** What belongs to the body. */
  include?: string | string[];
  /** What does not. */
  exclude?: string | string[];
  /** The time of reading, ISO 8601, for relative dates; without it they are null. */
  now?: string;
  /** What HTTP said, for bytes. */
  charset?: string;
  limits?: Limits;
  /** How many keywords; 20 by default, 0 for none. */
  keywords?: number;
  /** Whether to give the body as Markdown as well. */
  markdown?: boolean;
  /** Whether to give what was left out of the body. */
  setAside?: boolean;
  /** Whether to give `explanation`: why the body is what it is. */
  explain?: boolean;
}

export interface KeywordOptions {
  /** How many at most; 20 by default. */
  limit?: number;
  /** A BCP 47 tag; guessed where absent. */
  lang?: string | null;
  title?: string | null;
  /** Whether to give the features of each; false by default. */
  explain?: boolean;
}

export interface FindOptions {
  /** Whether capitals count; false by default. */
  caseSensitive?: boolean;
  /** `ignore` by default. */
  diacritics?: "ignore" | "exact";
  /** Anywhere (false, the default), whole words, or from the start of a word. */
  wholeWord?: boolean | "start";
  /** Of matches that overlap the leftmost and longest (the default), or each. */
  overlap?: "longest" | "all";
  /** Simplified and traditional characters alike. */
  variants?: "none" | "zh";
  limits?: Limits;
}
