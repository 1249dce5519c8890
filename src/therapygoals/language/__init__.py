"""Reading a statement: tokens, grammar and roles; the lexicon of one language is data."""

from therapygoals.language._grammar import Grammar
from therapygoals.language._lexicon import Lexicon
from therapygoals.language._reader import Language, read, split
from therapygoals.language.reading import Phrase, Reading, Role

__all__ = ["Grammar", "Language", "Lexicon", "Phrase", "Reading", "Role", "read", "split"]
