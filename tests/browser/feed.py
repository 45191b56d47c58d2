"""Whether a feed is one: the grammar of RFC 4287, what its text asks for beyond the grammar, and a reader of feeds. python feed.py FEED SCHEMA"""

import sys
from urllib.parse import urlsplit

import feedparser
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"


def faults(path, schema):
    tree = etree.parse(path)
    grammar = etree.RelaxNG(etree.parse(schema))
    if not grammar.validate(tree):
        for error in grammar.error_log:
            yield f"line {error.line}: {error.message}"
    feed = tree.getroot()
    entries = feed.findall(f"{ATOM}entry")
    if not entries:
        yield "there is no entry"
    for holder in [feed, *entries]:
        name = holder.findtext(f"{ATOM}title")
        alternate = [(link.get("type"), link.get("hreflang")) for link in holder.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        if len(alternate) != len(set(alternate)):
            yield f"`{name}` has two links `alternate` of one type and language (4.1.1, 4.1.2)"
        if not urlsplit(holder.findtext(f"{ATOM}id", "")).scheme:
            yield f"`{name}` has an id that is no absolute IRI (4.2.6)"
        for text in holder.findall(f"{ATOM}title"):
            if len(text):
                yield f"`{name}` has markup in a title that is text (3.1.1.1)"
    if feed.find(f"{ATOM}author") is None and any(entry.find(f"{ATOM}author") is None for entry in entries):
        yield "nobody is the author (4.1.1)"
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(ids) != len(set(ids)):
        yield "two entries have one id"
    newest = max((entry.findtext(f"{ATOM}updated") for entry in entries), default="")
    if feed.findtext(f"{ATOM}updated") < newest:
        yield "an entry is newer than the feed"
    read = feedparser.parse(path)
    if read.bozo:
        yield f"feedparser: {read.bozo_exception}"
    if read.version != "atom10" or [entry.id for entry in read.entries] != ids:
        yield f"feedparser reads `{read.version}` with {len(read.entries)} entries"
    for entry in read.entries:
        if not entry.get("content") or not entry.content[0].value.strip():
            yield f"feedparser finds nothing in `{entry.title}`"


found = list(faults(*sys.argv[1:]))
for fault in found:
    print(f"   feed: {fault}")
print("   the feed fits the grammar of RFC 4287 and its rules, and feedparser reads it" if not found else f"   feed: {len(found)} faults")
sys.exit(bool(found))
