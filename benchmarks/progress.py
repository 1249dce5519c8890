"""What one call of a metric costs: NAP with its standard error and interval, beside scipy's Mann-Whitney test.

python benchmarks/progress.py

Both compare every pair of an earlier and a later value of a case with 40 points. Without scipy the ratio is skipped.
"""

import statistics
import sys
import time
from collections.abc import Callable

from therapygoals.goals import Direction
from therapygoals.progress import nap

BEFORE = [4, 3, 5, 4, 2, 6, 3, 4, 5, 3, 4, 2, 5, 4, 3, 6, 4, 5, 3, 4]
AFTER = [5, 6, 4, 7, 6, 8, 5, 7, 6, 9, 8, 6, 7, 5, 8, 7, 9, 6, 8, 7]
CALLS = 500

Work = Callable[[], object]


def main() -> None:
    """Print the time of a call, and the ratio taken in the same run."""
    print(f"Python {sys.version.split()[0]}, {len(BEFORE)} values before and {len(AFTER)} after")
    print(f"  nap, microseconds a call           {min(microseconds(ours) for _ in range(9)):8.1f}   (at most 50)")
    try:
        from scipy.stats import mannwhitneyu
    except ImportError:
        print("  scipy mannwhitneyu                 skipped, not installed")
        return
    ratios = [microseconds(ours) / microseconds(lambda: mannwhitneyu(AFTER, BEFORE)) for _ in range(9)]
    print(f"  nap, in calls of scipy mannwhitneyu{statistics.median(ratios):8.3f}   (at most 0.2)")


def ours() -> object:
    """NAP with its standard error and interval."""
    return nap(BEFORE, AFTER, direction=Direction.INCREASE)


def microseconds(work: Work) -> float:
    """CPU time of one call, the mean of many."""
    start = time.process_time()
    for _ in range(CALLS):
        work()
    return (time.process_time() - start) / CALLS * 1e6


if __name__ == "__main__":
    main()
