"""Lines that type checkers read and nobody runs: what the parts of a goal give, and what they refuse."""

from datetime import date
from typing import assert_type

from therapygoals.goals import (
    Aim,
    Amount,
    Deadline,
    DeadlineMode,
    Direction,
    Frequency,
    Horizon,
    Period,
    Span,
    TimeFrame,
)

assert_type(Amount.exactly(20, "minute"), Amount)
assert_type(Amount(low=3).low, float | None)
assert_type(Amount(low=3).value, float | None)
assert_type(Frequency.times(3, Period.WEEK), Frequency)
assert_type(Aim.REDUCE.direction, Direction)

end = Deadline(mode=DeadlineMode.WITHIN, count=3, unit=Period.MONTH)
assert_type(end.due(date(2026, 1, 31)), date | None)
assert_type(end.horizon(), Horizon | None)
assert_type(end.span, Span | None)
assert_type(TimeFrame(start=date(2026, 1, 1)).overdue(date(2026, 2, 1)), bool)

# What both type checkers must refuse
Amount(3, 4)  # type: ignore[call-arg]
Amount(low="three")  # type: ignore[arg-type]
Frequency(low=3, per="week")  # type: ignore[arg-type]
Frequency(low=3)  # type: ignore[call-arg]
end.due("2026-01-31")  # type: ignore[arg-type]
end.count = 4  # type: ignore[misc]
