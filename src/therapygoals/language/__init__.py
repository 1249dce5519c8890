"""Reading a statement: tokens, grammar and roles; the lexicon of one language is data."""

from therapygoals.language._reader import read
from therapygoals.language.reading import Phrase, Reading, Role

__all__ = ["Phrase", "Reading", "Role", "read"]
