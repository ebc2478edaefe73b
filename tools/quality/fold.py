"""The fold of an evaluation corpus: a third of its hosts is never looked at while tuning.

A page is `untouched` where the CRC-32 of its registered host is divisible by three, else `open`. Pages of one host are on one
side, so that what was learnt from one page of a site is not tested on another.
"""
from urllib.parse import urlsplit
from zlib import crc32

PARTS = ("open", "untouched")
# Second labels under which countries register names (co.uk, com.cn).
SHARED_SECONDS = {"ac", "co", "com", "edu", "gov", "gob", "go", "ne", "net", "or", "org"}


def registered_host(url):
    """The host of an address without what stands before its registered name; empty where there is none."""
    labels = (urlsplit(url or "").hostname or "").split(".")
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SHARED_SECONDS else 2
    return ".".join(labels[-keep:])


def part(row):
    """The side of the fold on which a row stands; one without a real address goes by its id: up to the slash, which is the
    site, unless it is a document of a `set`, which has no site."""
    host = registered_host(row.get("url"))
    if "." not in host:
        host = str(row["id"]) if "set" in row else str(row["id"]).split("/", 1)[0]
    return "untouched" if crc32(host.encode()) % 3 == 0 else "open"
