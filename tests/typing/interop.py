"""Lines that type checkers read and nobody runs: what JSON gives back, and what it refuses."""

from typing import assert_type

from therapygoals.goals import GoalSet, OutcomeGoal
from therapygoals.interop import json

assert_type(json.dumps(OutcomeGoal("sleep better")), bytes)
assert_type(json.loads(b"{}", GoalSet), GoalSet)
assert_type(json.loads("{}", OutcomeGoal), OutcomeGoal)

# What both type checkers must refuse
json.loads(b"{}")  # type: ignore[call-overload]
json.loads(5, GoalSet)  # type: ignore[call-overload]
