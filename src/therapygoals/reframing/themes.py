"""The 24 themes that a vague wish may belong to, in the five families of the Bern Inventory of Treatment Goals."""

from __future__ import annotations

from enum import StrEnum, unique

from therapygoals.goals import BernDomain

__all__ = ["Theme"]


@unique
class Theme(StrEnum):
    """What a wish is about, as the person would point at it."""

    # Well-being and functioning
    HAPPINESS = "happiness"
    FEELING_BETTER = "feeling_better"
    CALM_STRESS = "calm_stress"
    WORK_STUDY = "work_study"
    MOTIVATION = "motivation"
    # Problems and symptoms
    ANXIETY_FEAR = "anxiety_fear"
    LOW_MOOD = "low_mood"
    OVERTHINKING = "overthinking"
    HABITS_ADDICTION = "habits_addiction"
    SLEEP = "sleep"
    BODY_FOOD_PAIN = "body_food_pain"
    TRAUMA_PAST = "trauma_past"
    GRIEF_LOSS = "grief_loss"
    ANGER = "anger"
    # Relations with others
    PARTNER_RELATIONSHIP = "partner_relationship"
    FAMILY_PARENTING = "family_parenting"
    FRIENDS_BELONGING = "friends_belonging"
    BOUNDARIES_ASSERTIVENESS = "boundaries_assertiveness"
    # Meaning, past and future
    MEANING_IDENTITY = "meaning_identity"
    LIFE_CHANGE = "life_change"
    # Personal growth
    SELF_WORTH = "self_worth"
    """Liking oneself."""
    CONFIDENCE = "confidence"
    """Believing that one can do it."""
    EMOTIONS = "emotions"
    # Outside the five families
    THERAPY_DIRECTION = "therapy_direction"
    """Finding out what to want from therapy."""

    @property
    def domain(self) -> BernDomain | None:
        """The Bern family of the theme; None for finding a direction in therapy, which stands outside."""
        return _DOMAIN_OF.get(self)

    @property
    def is_state(self) -> bool:
        """Whether it names a definite state of the person, and not what the state may be about or come from."""
        return self in _STATES


_FAMILIES = {
    BernDomain.WELLBEING: "happiness feeling_better calm_stress work_study motivation",
    BernDomain.PROBLEMS: "anxiety_fear low_mood overthinking habits_addiction sleep body_food_pain trauma_past "
    "grief_loss anger",
    BernDomain.INTERPERSONAL: "partner_relationship family_parenting friends_belonging boundaries_assertiveness",
    BernDomain.EXISTENTIAL: "meaning_identity life_change",
    BernDomain.GROWTH: "self_worth confidence emotions",
}
_DOMAIN_OF = {Theme(word): domain for domain, words in _FAMILIES.items() for word in words.split()}
_STATE_WORDS = (
    "happiness calm_stress anxiety_fear low_mood emotions self_worth confidence anger overthinking motivation sleep"
)
_STATES = frozenset(map(Theme, _STATE_WORDS.split()))
