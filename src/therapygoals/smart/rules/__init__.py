"""Every rule, one file each, in the order in which their questions help."""

from therapygoals.smart.rule_set import RuleSet
from therapygoals.smart.rules import (
    a001_outside_control,
    a002_extreme_target,
    a003_absolute_terms,
    a004_big_change_soon,
    a005_low_confidence,
    a006_too_soon_for_its_size,
    a007_others_behaviour,
    a008_no_support,
    g001_not_a_goal,
    g002_multiple_goals,
    g003_negative_framing,
    g004_question,
    g005_hedged,
    g006_harsh_words,
    g007_compared_with_others,
    g008_many_words,
    m001_no_measure,
    m002_no_baseline,
    m003_relative_term,
    m004_contradictory,
    m005_out_of_range,
    m006_two_measures,
    m007_duration_alone,
    m008_already_met,
    r001_imposed,
    r002_should_language,
    r003_low_importance,
    r004_outside_therapy,
    s001_vague_wish,
    s002_still_general,
    s003_open_search,
    s004_no_situation,
    s005_jargon,
    s006_no_cue,
    t001_no_deadline,
    t002_vague_time,
    t003_far_off,
)

__all__ = ["RULES"]

RULES = RuleSet((
    g001_not_a_goal.RULE,
    # Numbers that cannot be meant so
    m005_out_of_range.RULE,
    m004_contradictory.RULE,
    m008_already_met.RULE,
    # Whose wish it is
    r001_imposed.RULE,
    r002_should_language.RULE,
    r003_low_importance.RULE,
    # Whether it lies within reach
    a007_others_behaviour.RULE,
    a001_outside_control.RULE,
    r004_outside_therapy.RULE,
    a002_extreme_target.RULE,
    a003_absolute_terms.RULE,
    a004_big_change_soon.RULE,
    a006_too_soon_for_its_size.RULE,
    a005_low_confidence.RULE,
    a008_no_support.RULE,
    # Which goal is meant, and where it leads
    g002_multiple_goals.RULE,
    m006_two_measures.RULE,
    g003_negative_framing.RULE,
    g006_harsh_words.RULE,
    g007_compared_with_others.RULE,
    # What it looks like
    s004_no_situation.RULE,
    s003_open_search.RULE,
    s002_still_general.RULE,
    s001_vague_wish.RULE,
    s005_jargon.RULE,
    # How much, and from where
    m001_no_measure.RULE,
    m003_relative_term.RULE,
    m002_no_baseline.RULE,
    m007_duration_alone.RULE,
    # By when
    t002_vague_time.RULE,
    t003_far_off.RULE,
    t001_no_deadline.RULE,
    # The moment and the wording
    s006_no_cue.RULE,
    g005_hedged.RULE,
    g004_question.RULE,
    g008_many_words.RULE,
))  # fmt: skip
"""All rules of the library, the one whose question helps most first."""
