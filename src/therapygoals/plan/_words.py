"""How states and reasons are said to people."""

_SAID = {
    "cancelled": "let go of",
    "maintaining": "being kept up",
    "rejected": "turned down",
    "no_longer_matters": "it no longer matters",
    "not_in_control": "it lies with others",
    "other_focus": "something else matters more",
    "overwhelmed": "it was too much",
    "pause": "a break",
    "rerouted": "another way was taken",
    "setback": "after a setback",
    "stalled": "it did not move",
    "time_ended": "its time was over",
    "to_maintenance": "to be kept up",
}
"""Words of states and reasons that would read coldly beside somebody's own."""


def plain(word: str) -> str:
    """Write a word of a closed set as people say it."""
    return _SAID.get(word, word.replace("_", " "))
