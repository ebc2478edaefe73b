// The shapes that go in and out, as the Rust structs have them (a test compares them).

/** An article and all that is known about it. A page without one has `content: null` and `length: 0`. */
export interface Article extends Facts {
  pageType: PageType;
  /** Safe HTML; null where the page has no article. */
  content: string | null;
  /** One line feed between blocks. */
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

export interface Keyword {
  /** In its commonest spelling. */
  term: string;
  /** The spellings counted together. */
  forms: string[];
  /** 0 to 1, the best having 1. */
  score: number;
  /** How often its forms occur. */
  count: number;
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
  markdown?: boolean;
  setAside?: boolean;
  explain?: boolean;
}

export interface KeywordOptions {
  /** How many at most; 20 by default. */
  limit?: number;
  /** A BCP 47 tag; guessed where absent. */
  lang?: string | null;
  title?: string | null;
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
