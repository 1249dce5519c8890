"""What people say: texts with all that real texts hold, keys, statements."""

from __future__ import annotations

from string import ascii_lowercase, digits

from hypothesis import strategies as st

from therapygoals.goals import Statement

__all__ = ["keys", "statements", "texts"]

_PIECES = (
    *(
        "walk",
        "sleep",
        "I feel ",
        "at least ",
        " 3 times a week",
        " by March",
        " from 8 to 4",
        "½ an hour",
        " ",
        "\t",
        ".",
    ),
    *("🙂", "👩🏽\u200d🔬", "🇨🇭"),  # emoji of one and of several code points
    *("\u200f", "\u202eabc\u202c", "שלום", "مرحبا"),  # marks of direction, and words from right to left
    *("e\u0301", "n\u0303o", "ñ", "Z\u0351\u036b"),  # accents of their own
    *("\r\n", "\n", "\r", "\u2028", "walk\r\nsleep\n"),  # ends of lines, mixed
)


def texts(*, most: int = 120) -> st.SearchStrategy[str]:
    """Texts that are not blank: words, emoji, marks of direction, accents of their own, mixed ends of lines.

    Args:
        most: Largest number of code points.
    """
    pieces = st.sampled_from(_PIECES) | st.text(min_size=1, max_size=10)
    joined = st.lists(pieces, min_size=1, max_size=6).map("".join)
    return joined.map(lambda text: text[:most]).filter(lambda text: not text.isspace())


def keys() -> st.SearchStrategy[str]:
    """Short keys such as a caller gives to goals, targets and therapy sessions."""
    return st.text(ascii_lowercase + digits, min_size=1, max_size=8)


def statements(*, language: str | None = None) -> st.SearchStrategy[Statement]:
    """Statements in any words.

    Args:
        language: Tag of the language; any of some when None.
    """
    tags = (
        st.sampled_from(("en", "en-GB", "de", "de-CH", "he", "zh-Hant-TW")) if language is None else st.just(language)
    )
    return st.builds(Statement, texts(), tags)
