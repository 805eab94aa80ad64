"""Reads a page without a browser: its ids, links, classes, and whatever its security policy forbids."""

import functools
from html.parser import HTMLParser

from site_pages import text


class Page(HTMLParser):
    """What one page declares and points at."""

    def __init__(self, name):
        super().__init__(convert_charrefs=True)
        self.ids, self.repeated, self.links, self.classes, self.forbidden = set(), set(), [], set(), []
        self.feed(text(name))

    def handle_starttag(self, tag, attributes):
        for key, value in attributes:
            value = value or ""
            if key == "id":
                (self.repeated if value in self.ids else self.ids).add(value)
            elif key == "class":
                self.classes.update(value.split())
            elif key in ("href", "src", "xlink:href"):
                self.links.append(value)
            if key == "style" or key.startswith("on"):
                self.forbidden.append(f"<{tag} {key}>")
            # A name space and a policy are the only attributes that may name a scheme; a link to another host is none of the page's.
            if value.startswith(("http:", "https:", "//", "data:", "javascript:")) and key not in ("xmlns", "xmlns:xlink"):
                if not (tag == "a" and key == "href" and value.startswith("https://")):
                    self.forbidden.append(f"<{tag} {key}={value[:60]}>")
        if tag == "style" or (tag == "script" and not any(key == "src" for key, _ in attributes)):
            self.forbidden.append(f"<{tag}>")


@functools.cache
def page(name):
    return Page(name)
