"""Hearing an answer: whether it tells something, or is a refusal, a not knowing, a mere yes or a question back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import IntEnum
from functools import cache
from itertools import islice

import attrs

from therapygoals.goals import Party
from therapygoals.language.ratings import rating_in
from therapygoals.reframing import _words
from therapygoals.reframing._replies import LONGEST_PHRASE, lead_of, longest
from therapygoals.reframing.entries import Catalogue, StopRule, Words
from therapygoals.reframing.kinds import StopReason
from therapygoals.reframing.transcript import Move

__all__ = ["Ear", "Heard", "clauses_of", "plain", "says"]

_WORDS_BESIDE_A_NUMBER = 3
_LONGEST_NAME = 4
_MOST_BEFORE = 40
"""So many clauses that tell nothing may stand before the first words that do."""
_CLAUSE_ENDS = re.compile(r"[,.;:?!\u2013\u2014]\s")
_SENTENCE = re.compile(r"([^.!?;\n]*+)([.!?;\n]*+)")


class Heard(IntEnum):
    """What an answer is; of several clauses the highest counts."""

    SOUND = 0
    """Nothing at all: "well", "lol"."""
    REPLY = 1
    """A word that fits any question and tells nothing by itself: yes, everything."""
    UNKNOWN = 2
    """There is nothing to say: "I don't know"."""
    QUESTION = 3
    """A question to the one who asks."""
    PASSED = 4
    """This question is left open: "I'd rather not say"."""
    REFUSED = 5
    """No more questions."""
    TOLD = 6


_LEFT_OPEN = frozenset({Heard.UNKNOWN, Heard.PASSED, Heard.REFUSED})


_IN_FULL = frozenset({Heard.PASSED, Heard.REFUSED})


@attrs.frozen(kw_only=True, eq=False)
class Ear:
    """Hears answers with the word classes of one catalogue.

    Attributes:
        words: The word classes.
        classes: What a clause may be, the cues for it, and the words that may stand around a cue.
        fillers: Words that are skipped.
        leads: How an answer is opened.
        questions: How a question is opened.
        others: How an answer is opened that tells what somebody else does.
        named: Words for others, whether they do something or it is done to them.
        first_of_others: The first words of all that is told of what others do or are made to do.
        burden: Cues for too much.
        language: BCP 47 code.
    """

    words: Words
    classes: tuple[tuple[Heard, frozenset[str], frozenset[str]], ...]
    fillers: frozenset[str]
    leads: frozenset[str]
    questions: frozenset[str]
    others: frozenset[str]
    named: frozenset[str]
    first_of_others: frozenset[str]
    burden: tuple[str, ...]
    language: str

    @classmethod
    def of(cls, catalogue: Catalogue) -> Ear:
        """The ear of a catalogue, made once."""
        return _ear(catalogue.words, catalogue.stop_rules, catalogue.language)

    def hear(self, text: str) -> Heard:
        """What an answer is."""
        return max(kind for kind, _ in self._clauses(text))

    def is_blank(self, text: str) -> bool:
        """Whether an answer only says that there is nothing to say: "I don't really know, sorry"."""
        return self.hear(text) is Heard.UNKNOWN

    def told_in(self, text: str) -> str:
        """A text without clauses at its start that only say that there is nothing to say: I don't know, maybe read."""
        start = 0
        for stop in _CLAUSE_ENDS.finditer(text):
            if not self.is_blank(text[start : stop.start()]) or self.is_left_open(text[stop.end() :]):
                break
            start = stop.end()
        return text[start:] if text[start:].strip() else text

    def is_left_open(self, text: str) -> bool:
        """Whether a question is left open by an answer: it is not known, or refused."""
        return self.hear(text) in _LEFT_OPEN

    def tells(self, text: str) -> bool:
        """Whether an answer tells something that a goal can be made of, and not just a number."""
        if self.hear(text) is not Heard.TOLD:
            return False
        size = len(_words.split(text))
        return size > _WORDS_BESIDE_A_NUMBER or (size > 0 and rating_in(text, language=self.language) is None)

    def makes_goal(self, move: Move) -> bool:
        """Whether an answer tells something, and not of what others do."""
        return move.text is not None and self.tells(move.text) and not self.is_of_others(move)

    def is_guess(self, text: str, *, is_sign: bool) -> bool:
        """Whether an answer is held as a guess; in a sign, "I would" is none, for it was asked what would be."""
        said = [word for word, _, _ in _words.split(text)]
        ends = () if is_sign else said[: lead_of(said, self.leads)]
        return text.rstrip().endswith("?") or not frozenset(self.words.guesses).isdisjoint((*ends, *said[-1:]))

    def hears_burden(self, text: str) -> bool:
        """Whether an answer says that it is too much."""
        return says(plain(text), self.burden)

    def is_of_others(self, move: Move) -> bool:
        """Whether a person tells what somebody else does or is made to do; a carer's "she" may be the person."""
        return move.text is not None and move.by is Party.CLIENT and self.is_about_others(move.text)

    def is_about_others(self, text: str) -> bool:
        """Whether what is told begins with somebody else: "he would listen", "make him listen"."""
        if self.first_of_others.isdisjoint(word for word, _, _ in _words.split(text)):
            return False
        said, words = self._opening(text), self.words
        if self._is_pushed(said):
            return True
        if longest(self._made_to(words.makes, said), words.choices):
            return True
        sizes = [size for size in range(1, _LONGEST_NAME + 1) if " ".join(said[:size]) in self.others]
        return bool(sizes) and not any(longest(said[size:], words.together) for size in sizes)

    def _is_pushed(self, words: Sequence[str]) -> bool:
        """Whether others themselves are acted on ("fix my wife"), and not something of theirs ("fix his bike")."""
        push = longest(words, self.words.pushes)
        rest = words[push + self._names_others(words[push:]) :] if push else words
        return len(rest) < len(words) - push and (not rest or longest(rest, self.words.infinitives) > 0)

    def is_order(self, text: str) -> bool:
        """Whether an act is to order somebody else about: "tell him to leave"."""
        return bool(self._made_to(self.words.orders, self._opening(text)))

    def is_unsure(self, text: str) -> bool:
        """Whether an answer to how sure one is holds a doubt; not to know it is one too."""
        words = plain(text)
        for certainty in self.words.certainties:
            words = words.replace(f" {certainty} ", " ")
        return any(kind is Heard.UNKNOWN for kind, _ in self._clauses(text)) or says(words, self.words.doubts)

    def _opening(self, text: str) -> list[str]:
        """The first words that tell something, without the words that open an answer."""
        heard = islice(self._clauses(text), _MOST_BEFORE)
        said = next((words for kind, words in heard if kind is Heard.TOLD), list[str]())
        return said[lead_of(said, self.leads) :]

    def _names_others(self, words: Sequence[str]) -> int:
        """How many words name somebody else."""
        return longest(words, self.named)

    def _made_to(self, verbs: Sequence[str], words: Sequence[str]) -> Sequence[str]:
        """What somebody else is made to do: what follows "make him" or "tell my boss to"; nothing without these."""
        verb = longest(words, verbs)
        name = self._names_others(words[verb:]) if verb else 0
        if not name:
            return ()
        rest = words[verb + name :]
        return rest[longest(rest, self.words.infinitives) :]

    def _clauses(self, text: str) -> Iterator[tuple[Heard, list[str]]]:
        """What each clause is, with its words; at least one."""
        yield Heard.SOUND, []
        for sentence, stop in _SENTENCE.findall(text):
            if not sentence.strip():
                continue
            for words in clauses_of(sentence):
                if self._asks(words, is_marked="?" in stop):
                    yield Heard.QUESTION, words
                    break
                yield self._kind(words), words
            else:
                if any(letter.isdigit() for letter in sentence):
                    yield Heard.TOLD, []

    def _asks(self, words: list[str], *, is_marked: bool) -> bool:
        """Whether words open a question. One word may open any clause ("what I eat"), so it needs the mark."""
        lead = longest(words[:-1], self.leads)
        sizes = (longest(words, self.questions), longest(words[lead:], self.questions) + lead)
        return any(
            size > lead and (is_marked or size - start > 1) for size, start in zip(sizes, (0, lead), strict=True)
        )

    def _kind(self, clause: list[str]) -> Heard:
        words = [word for word in clause if word not in self.fillers]
        for kind, cues, around in self.classes:
            said = clause if kind in _IN_FULL else words  # "no more" is not "no"
            if _is_made_of(said, cues, around):
                return kind
        return Heard.TOLD


@cache
def _ear(words: Words, rules: tuple[StopRule, ...], language: str) -> Ear:
    def bare(phrases: Sequence[str]) -> frozenset[str]:
        found = (" ".join(word for word in phrase.split() if word not in words.fillers) for phrase in phrases)
        return frozenset(filter(None, found))

    stops = {rule.id: rule.cues for rule in rules}
    manners, openings = frozenset((*words.manners, *words.fillers)), bare((*words.manners, *words.leads))
    classes = (
        (Heard.REFUSED, frozenset(stops[StopReason.DECLINED]), manners),  # "I could stop" is no refusal
        (Heard.PASSED, frozenset(words.passes), manners),
        (Heard.UNKNOWN, bare(stops[StopReason.REPEAT]), openings),
        (Heard.REPLY, bare(words.nods), openings),
        (Heard.SOUND, frozenset[str](), openings),
    )
    return Ear(
        words=words,
        classes=classes,
        fillers=frozenset(words.fillers),
        leads=frozenset(words.leads),
        questions=frozenset(words.questions),
        others=frozenset(words.others),
        named=frozenset((*words.others, *words.objects)),
        first_of_others=frozenset(said.split()[0] for said in (*words.others, *words.pushes, *words.makes)),
        burden=stops[StopReason.BURDEN],
        language=language,
    )


def clauses_of(text: str) -> Iterator[list[str]]:
    """The words of a text, from one stop or comma to the next; at least one clause."""
    clause: list[str] = []
    last = 0
    for word, start, end in _words.split(text):
        if (between := text[last:start]) and not between.isspace():
            yield clause
            clause = []
        clause.append(word)
        last = end
    yield clause


def _is_made_of(words: Sequence[str], cues: Collection[str], around: Collection[str]) -> bool:
    """Whether words are one cue and what may stand around it; without cues, whether they are nothing else."""
    is_found, k = not cues, 0
    while k < len(words):
        ahead = words[k : k + LONGEST_PHRASE]
        size = 0 if is_found else longest(ahead, cues)
        is_found = is_found or size > 0
        size = size or longest(ahead, around)
        if not size:
            return False
        k += size
    return is_found


def says(text: str, phrases: Iterable[str]) -> bool:
    """Whether a text, made plain, holds one of the phrases."""
    return any(f" {phrase} " in text for phrase in phrases)


def plain(text: str) -> str:
    """The words of a text in lower case and without signs, with a blank on each side."""
    return f" {' '.join(word for word, _, _ in _words.split(text))} "
