"""Reading a statement: tokens, grammar and roles; the lexicon of one language is data."""

from therapygoals.language.reading import Phrase, Reading, Role

__all__ = ["Phrase", "Reading", "Role"]
