#!/usr/bin/env python3
"""Print every score of ../shared/corpora, both parts of the fold.

usage: quality.py [--open] [--worst N] [--ablate] [CORPUS ...]

CORPUS is one of pages, readability, zh, keywords, keywords-zh; all by default. --open scores only the open part of the fold,
for tuning; --worst lists the N lowest pages of that part; --ablate scores keywords without each feature in turn. The release binary answers the rows; its answers stay in
target/quality.
"""
import argparse
import csv
import gzip
import json
import subprocess
import sys
import time
from math import prod
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
ANSWERS = ROOT / "target" / "quality"
BINARY = ROOT / "target" / "release" / "rubricate"
sys.path[:0] = [str(CORPORA), str(ROOT / "target" / "python")]

from fold import PARTS, part  # noqa: E402


def rows(path):
    """The rows of a corpus."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def answers(name, command, corpus, options=()):
    """What the binary answers to the rows of a corpus, with the seconds it took."""
    ANSWERS.mkdir(parents=True, exist_ok=True)
    path = ANSWERS / f"{name}.jsonl"
    asked = ("id", "url", "html", "text", "title", "lang") if command == "keywords" else ("id", "url", "html")
    questions = "".join(json.dumps({key: row[key] for key in asked if key in row}) + "\n" for row in corpus)
    began = time.monotonic()
    with path.open("wb") as out:
        subprocess.run([BINARY, command, "--jsonl", *options], input=questions.encode(), stdout=out, check=False)
    seconds = time.monotonic() - began
    with path.open(encoding="utf-8") as lines:
        given = [json.loads(line) for line in lines]
    failed = [row for row in given if "error" in row]
    print(f"\n## {name}: {len(given)} rows, {len(failed)} errors, {seconds:.1f} s", flush=True)
    return given


def parts(corpus, only_open):
    """The rows of each part that is to be shown."""
    shown = PARTS[:1] if only_open else PARTS
    return [(name, [row for row in corpus if part(row) == name]) for name in shown]


def pages(args, name, file):
    """Body text and metadata, as score.py scores them; by type and by who drafted the truth, where the corpus says so."""
    import score

    corpus = rows(CORPORA / file)
    given = answers(name, "extract", corpus)
    drafted = drafted_pages() if name == "pages" else {}
    groups = [] if args.open else [("all", corpus)]
    groups += parts(corpus, args.open)
    groups += [(f"{who} ({side})", [row for row in some if drafted.get(row["id"]) == flag])
               for side, some in parts(corpus, args.open) if drafted for who, flag in (("undrafted", "0"), ("drafted", "1"))]
    print(f"{'':<22}{'pages':>6}  " + "  ".join(f"{column:>9}" for column in score.COLUMNS))
    for label, some in groups:
        overall, scored = score.score(some, given)
        print(wide(label, score.line("", overall)) + false_facts(some, given))
        if label in (*PARTS, "all"):
            for kind, table in overall["by_type"].items():
                print(wide("  " + kind, score.line("", table)))
        if label == "open":
            worst(scored, args.worst)


def false_facts(some, given):
    """How many of the rows that have no author or no date by the truth get one all the same; the truth may itself lack one."""
    by_id = {row["id"]: row for row in given}
    shares = []
    for field in ("authors", "publishedTime"):
        without = [row["id"] for row in some if not row["expected"].get(field)]
        false = sum(bool(by_id.get(id, {}).get(field)) for id in without)
        shares.append(f"{field} {false}/{len(without)}" + (f" {false / len(without):.3f}" if without else ""))
    return "  false: " + ", ".join(shares)


def wide(label, line):
    """A line of score.py under a longer label."""
    return f"{label:<22}" + line[16:]


def worst(scored, count):
    """The lowest pages."""
    for page in sorted(scored, key=lambda page: page["f1"])[:count]:
        print(f"    {page['f1']:.3f} P {page['precision'] or 0:.3f} R {page['recall'] or 0:.3f}  {page['id']}  {page['type']}  {page['url']}")


def drafted_pages():
    """Whether a peer drafted the truth of a page, by id: "1" or "0"."""
    with (CORPORA / "peers-wcxb-dev.csv").open(encoding="utf-8") as lines:
        return {row["id"]: row["drafted"] for row in csv.DictReader(lines)}


def chinese(args, name, file):
    """Chinese news pages, as score_zh.py scores them."""
    corpus = rows(CORPORA / file)
    given = answers(name, "extract", corpus)
    for label, some in [("all", corpus)] * (not args.open) + parts(corpus, args.open):
        print(f"{label} ({len(some)} pages)", flush=True)
        ids = {row["id"] for row in some}
        expected = written(f"{name}-{label}-corpus.jsonl", some)
        predicted = written(f"{name}-{label}.jsonl", [row for row in given if row["id"] in ids])
        shown = args.worst if label == "open" else 0
        subprocess.run([sys.executable, CORPORA / "score_zh.py", expected, predicted, "--worst", str(shown)], check=True)
        print_false_chinese(some, given)


def print_false_chinese(some, given):
    """The rows that have no source, no date or no section by the truth and get one; authors and editors stand in the scores."""
    by_id = {row["id"]: row for row in given}
    for field in ("source", "publishedTime", "section"):
        without = [row["id"] for row in some if not row["expected"].get(field)]
        print(f"{field + '_fp':<12} {sum(bool(by_id.get(id, {}).get(field)) for id in without)} of {len(without)}", flush=True)


def written(name, some):
    """A file that holds some rows."""
    path = ANSWERS / name
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in some), encoding="utf-8")
    return path


def keywords(args, name, files):
    """Keywords, as score_keywords.py scores them, each set apart."""
    import score_keywords

    for file in files:
        corpus = rows(CORPORA / file)
        stem = file.removesuffix("-dev.jsonl.gz")
        texts = [{key: row[key] for key in row if key != "html"} for row in corpus]
        asked = [(f"{stem}-from-text", "keywords", texts)]
        if "html" in corpus[0]:
            asked.append((f"{stem}-from-html", "extract", corpus))
        for name, command, corpus in asked:
            options = ("--explain", "--keywords", str(POOL)) if args.ablate else ()
            given = answers(name, command, corpus, options)
            print_keywords(args, score_keywords, corpus, given)
            for feature in features(given) if args.ablate else ():
                print(f"without {feature}")
                print_keywords(args, score_keywords, corpus, [without(feature, row) for row in given])


# Terms of a document that are ranked anew without a feature.
POOL = 200


def features(given):
    """The names of the features by which terms were scored."""
    return list(next(row["keywords"][0]["features"] for row in given if row.get("keywords")))


def without(feature, row):
    """A row whose terms are ranked by all features but one."""
    def score(term):
        return prod(value for name, value in term["features"].items() if name != feature)

    return {"id": row["id"], "keywords": sorted(row.get("keywords", ()), key=score, reverse=True)}


def print_keywords(args, scorer, corpus, given):
    """A line for each set and part."""
    for subset in sorted({row.get("set", "") for row in corpus}):
        of_set = [row for row in corpus if row.get("set", "") == subset]
        for label, some in [("all", of_set)] * (not args.open) + parts(of_set, args.open):
            ids = {str(row["id"]) for row in some}
            table, _ = scorer.score(some, [row for row in given if str(row["id"]) in ids])
            figures = "  ".join(f"{figure} {table[figure]:.3f}" for figure in ("f1@5", "f1@10", "ceiling@5", "ceiling@10"))
            print(f"{subset or 'all sets':<20}{label:<11}{table['docs']:>5}  {figures}  stemmer {table['stemmer']}")


STEPS = {
    "pages": (pages, "wcxb-dev.jsonl.gz"),
    "readability": (pages, "readability-pages.jsonl.gz"),
    "zh": (chinese, "zh-dev.jsonl.gz"),
    "keywords": (keywords, ["keywords-en-dev.jsonl.gz", "keywords-zh-dev.jsonl.gz"]),
    "keywords-zh": (keywords, ["keywords-zh-news-dev.jsonl.gz"]),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--open", action="store_true", help="the open part of the fold alone")
    parser.add_argument("--ablate", action="store_true", help="keywords without each feature in turn")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N lowest pages of the open part")
    parser.add_argument("corpus", nargs="*", choices=[*STEPS, []], help="all by default")
    args = parser.parse_args()
    if not CORPORA.is_dir():
        sys.exit(f"the corpora are absent: {CORPORA}")
    for name in args.corpus or STEPS:
        step, source = STEPS[name]
        step(args, name, source)


main()
