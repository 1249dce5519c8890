"""Sentences as people write them down: goals that can be followed, and wishes that are still open."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

__all__ = ["goal_texts", "wishes"]

_VOICES = (
    ("{}", "my"),
    ("I want to {}", "my"),
    ("I'd like to {}.", "my"),
    ("My goal is to {}", "my"),
    ("I will {} 🙂", "my"),
    ("Client will {}.", "their"),
    ("She wants to {}", "her"),
)
_ACTS = (
    *("walk", "swim", "meditate", "read a book", "play the guitar", "cook a meal", "practise slow breathing"),
    *("call {my} sister", "write in {my} diary", "have lunch with {my} neighbour", "see {my} friends"),
)
_CHANGES = (
    "reduce {my} panic attacks from {high} to {low} a week",
    "lower {my} PHQ-9 score from {high} to {low}",
    "raise {my} mood from {low} to {high} out of 20",
    "cut {my} drinks down to {low} a week",
    "make {low} new friends",
    "sleep at least {low} hours a night",
    "have at most {low} nightmares a month",
    "go {high} days without cannabis",
)
_LENGTHS = ("for {} minutes", "for at least {} minutes", "for half an hour", "for an hour")
_FREQUENCIES = (
    *("{} times a week", "at least {} times a month", "on {} days a week", "up to {} times a day"),
    *("daily", "every other day", "twice a week", "once a month", "on Mondays and Thursdays", "every evening"),
)
_ENDS = (
    *("for {} weeks", "within {} months", "over the next {} sessions", "in {} days"),
    *("by March", "by the end of June", "by 1 May 2031", "by Easter", "before the wedding"),
)
_MEANS = ("by keeping a log", "with the help of a friend", "to worry less", "after work")
_WISHES = (
    *("{voice} be {state}", "{voice} feel {state} again", "{voice} be a better {role}", "{voice} have more {thing}"),
    *("more {thing} in my life", "{state}", "less stress, more {thing}", "i just wanna be {state}!!"),
    *("I don't want to be so {burden} any more", "stop feeling {burden}", "Why am I never {state}?"),
)
_WORDS = {
    "voice": ("I want to", "I'd love to", "I wish I could", "I hope to", "My partner says I should"),
    "state": ("happy", "calm", "at peace", "confident", "free", "strong", "close to people", "balanced", "myself"),
    "role": ("parent", "partner", "friend", "listener", "person"),
    "thing": ("happiness", "energy", "confidence", "meaning", "time for myself", "trust", "joy", "balance"),
    "burden": ("anxious", "lonely", "tired", "angry", "sad", "stressed", "shy", "overwhelmed"),
}
_NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _numerals(low: int, high: int) -> st.SearchStrategy[str]:
    """Whole numbers from two on, in digits or, up to twelve, in words."""
    return st.sampled_from([*map(str, range(low, high + 1)), *_NUMBER_WORDS[low - 2 : high - 1]])


def _maybe(patterns: Sequence[str], numbers: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """One of some phrases with its number, or nothing."""
    return st.just("") | st.builds(str.format, st.sampled_from(patterns), numbers)


@st.composite
def goal_texts(draw: st.DrawFn) -> str:
    """Sentences that hold a goal: what is done or changed, how long, how often, until when, in several voices."""
    voice, my = draw(st.sampled_from(_VOICES))
    parts = [draw(st.sampled_from(_ACTS + _CHANGES))]
    if parts[0] in _ACTS:
        parts += [draw(_maybe(_LENGTHS, _numerals(5, 90))), draw(_maybe(_FREQUENCIES, _numerals(2, 6)))]
    parts += [draw(_maybe(_ENDS, _numerals(2, 12))), draw(st.sampled_from(("", *_MEANS)))]
    said = " ".join(part for part in parts if part)
    return voice.format(said.format(my=my, low=draw(_numerals(2, 7)), high=draw(_numerals(8, 20))))


@st.composite
def wishes(draw: st.DrawFn) -> str:
    """Sentences that leave open what they stand for: to be happy, to feel calm again, more energy."""
    return draw(st.sampled_from(_WISHES)).format(**{name: draw(st.sampled_from(some)) for name, some in _WORDS.items()})
