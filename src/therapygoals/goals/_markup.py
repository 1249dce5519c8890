"""How words are put into plain text, Markdown and HTML: shown as they are, and never obeyed."""

from __future__ import annotations

import html
import re

__all__ = ["OPEN", "WRAPPED", "escaped", "plain", "reference", "shown"]

_CONTROLS = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - set(map(ord, "\t\n\r\x85")), "\ufffd")
"""Signs that a terminal would obey; a tab and the ends of lines are left."""


_ACTIVE = re.compile(r"[\\`*_\[\](){}<>#&|~$^@\n\r\u2028\u2029]|[=+%](?=[=+%])|:(?!\d)|(?<=www)\.", re.IGNORECASE)
"""Whatever may start a format in one of the dialects; what counts at the start of a line only never stands there."""


WRAPPED = "white-space:pre-wrap;overflow-wrap:anywhere"
OPEN = '<div class="therapygoals-report tex2jax_ignore mathjax_ignore">'
"""The last two classes tell notebooks that $5 is no formula."""


def shown(words: str) -> str:
    """Write words so that a terminal obeys nothing in them."""
    return words.translate(_CONTROLS)


def plain(words: str) -> str:
    """Write words so that no dialect of Markdown finds a format in them."""
    return _ACTIVE.sub(lambda sign: reference(sign[0]), words)


def reference(sign: str) -> str:
    """A sign as a number that no dialect reads as a format."""
    return f"&#{ord(sign)};"


def escaped(words: str) -> str:
    """Write words as data; line breaks too, for a blank line would end the fragment inside a page of Markdown."""
    return html.escape(words).replace("\r", "&#13;").replace("\n", "&#10;")
