"""Effects of a phase in one person; beside ours what a peer gives, found the way it finds it where that differs."""

import math
from itertools import combinations
from statistics import NormalDist, median

from therapygoals.goals import Direction
from therapygoals.progress import (
    SeMethod,
    TauUDivisor,
    TauUPart,
    Undefined,
    baseline_corrected_tau,
    baseline_corrected_tau_b,
    cohens_d,
    ird,
    log_median_ratio,
    log_response_ratio,
    mann_whitney_p,
    nap,
    pand,
    pem,
    pnd,
    standardised_mean_difference,
    tau,
    tau_b,
    tau_u,
)

COLUMNS = {"est": "estimate", "se": "se", "ci_lower": "low", "ci_upper": "high"}
PARTS = {
    "AvsB": TauUPart.A_VS_B,
    "trendA": TauUPart.TREND_A,
    "trendB": TauUPart.TREND_B,
    "AvsB_minus_trendA": TauUPart.A_VS_B_MINUS_TREND_A,
    "AvsB_plus_trendB": TauUPart.A_VS_B_PLUS_TREND_B,
    "AvsB_plus_trendB_minus_trendA": TauUPart.A_VS_B_PLUS_TREND_B_MINUS_TREND_A,
}
DIVISORS = {"a": TauUDivisor.PAIRS, "b": TauUDivisor.TIES, "parker": TauUDivisor.PARKER}
Z = NormalDist().inv_cdf(0.975)


class Case:
    """The values of a case, in the shapes that metrics want."""

    def __init__(self, row, rows):
        self.direction = Direction(row["improvement"])
        self.counts = row["scale"] == "count"
        sides = [[one for one in rows if one["phase"] == phase] for phase in "AB"]
        self.values = [[one.number("value") for one in side] for side in sides]
        self.sessions = tuple([one.number("session") for one in side] for side in sides)
        self.seen = [[value for value in values if value is not None] for values in self.values]

    def of(self, metric, **options):
        return metric(*self.values, direction=self.direction, **options)

    def of_seen(self, metric, **options):
        return metric(*self.seen, direction=self.direction, **options)

    def left_by_rounded_line(self, times, subtract):
        """Residuals of a Theil-Sen line in floating point, as both peers take them; ties are a matter of chance."""
        early = list(zip(times[0], self.seen[0], strict=True))
        slope = median((y - x) / (t - s) for (s, x), (t, y) in combinations(early, 2))
        intercept = median(value - time * slope for time, value in early)
        return [
            [subtract(value, intercept, slope * time) for time, value in zip(some, values, strict=True)]
            for some, values in zip(times, self.seen, strict=True)
        ]


def numbers(told):
    """What a metric told, by column; a metric without a standard error leaves three of them blank."""
    if isinstance(told, dict):
        return told
    if isinstance(told, float | Undefined):
        return {"est": told, "se": None, "ci_lower": None, "ci_upper": None}
    return {column: getattr(told, name, None) for column, name in COLUMNS.items()}


def with_ends_of_the_peer(told, stretch=1):
    """The same with the interval of SingleCaseES: roots to a few digits, and none inside where the phases are apart."""
    found = numbers(told)
    if not isinstance(told.estimate, Undefined):
        share = told.estimate if stretch == 1 else (told.estimate + 1) / 2
        m, n = told.n_before, told.n_after
        ends = (root(score(share, m, n), *ends) for ends in ((0, share), (share, 1)))
        found["ci_lower"], found["ci_upper"] = (stretch * end - stretch + 1 for end in ends)
    return found


def score(share, m, n):
    """What is 0 at both ends of the interval of NAP."""
    h = (m + n) / 2 - 1
    return lambda x: (
        m * n * (share - x) ** 2 * (2 - x) * (1 + x) - Z**2 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x))
    )


def root(function, a, b, tolerance=2**-13):
    """Brent's root between two points, stopping where R's uniroot stops."""
    fa, fb = function(a), function(b)
    if fa == 0:
        return a
    c, fc = a, fa
    while True:
        last = b - a
        if abs(fc) < abs(fb):
            a, b, c, fa, fb, fc = b, c, b, fb, fc, fb
        least, step = 2 * 2**-52 * abs(b) + tolerance / 2, (c - b) / 2
        if abs(step) <= least or fb == 0:
            return b
        if abs(last) >= least and abs(fa) > abs(fb):
            if a == c:
                p, q = (c - b) * fb / fa, 1 - fb / fa
            else:
                q, r, s = fa / fc, fb / fc, fb / fa
                p, q = s * ((c - b) * q * (q - r) - (b - a) * (r - 1)), (q - 1) * (r - 1) * (s - 1)
            p, q = (p, -q) if p > 0 else (-p, q)
            if p < 0.75 * (c - b) * q - abs(least * q) / 2 and p < abs(last * q / 2):
                step = p / q
        if abs(step) < least:
            step = math.copysign(least, step)
        a, fa = b, fb
        b += step
        fb = function(b)
        if fb * fc > 0:
            c, fc = a, fa


def baseline_corrected(case):
    ours = case.of_seen(baseline_corrected_tau)
    early, late = map(len, case.seen)
    if early < 2:
        return ours, numbers(ours)
    times = range(1, 1 + early), range(1 + early, 1 + early + late)
    left = case.left_by_rounded_line(times, lambda value, start, rise: value - start - rise)
    return ours, with_ends_of_the_peer(tau(*left, direction=case.direction), 2)


def baseline_corrected_b(case):
    ours = case.of(baseline_corrected_tau_b, sessions=case.sessions)
    if len(case.seen[0]) < 2:
        return ours, numbers(ours)
    times = [
        [time for time, value in zip(times, values, strict=True) if value is not None]
        for times, values in zip(case.sessions, case.values, strict=True)
    ]
    left = case.left_by_rounded_line(times, lambda value, start, rise: value - (start + rise))
    return ours, numbers(tau_b(*left, direction=case.direction))


def mean_differences(case):
    plain, pooled = case.of(standardised_mean_difference, corrected=False), {"pooled": True}
    both = case.of(standardised_mean_difference, **pooled)
    return {
        "SMD_baseline": case.of(standardised_mean_difference),
        "SMD_baseline_uncorrected": plain,
        "SMD_pooled": both,
        "glass_delta": plain.estimate,
        "hedges_g": Undefined("scan takes no spread of one phase for both") if both.caution else both.estimate,
        "cohens_d": case.of(cohens_d),
    }


def log_ratios(case):
    rising = case.of(log_response_ratio, counts=case.counts)
    falling = {column: turned(number) for column, number in numbers(rising).items()}
    falling |= {"se": rising.se, "ci_lower": falling["ci_upper"], "ci_upper": falling["ci_lower"]}
    return {"LRRi": rising, "LRRd": falling, "LRM": case.of(log_median_ratio)}


def turned(number):
    return number if isinstance(number, Undefined) else -number


def found(case):
    """Metric, what we tell, and what a peer tells."""
    for name, se in (("NAP", SeMethod.UNBIASED), ("NAP_se_hanley", SeMethod.HANLEY), ("NAP_se_null", SeMethod.NULL)):
        told = case.of(nap, se=se)
        yield name, told, with_ends_of_the_peer(told)
    told = case.of(tau)
    yield "Tau", told, with_ends_of_the_peer(told, 2)
    yield "Tau_BC", *baseline_corrected(case)
    yield "Tau_BC_kendall_real_sessions", *baseline_corrected_b(case)
    yield "Tau_BC_real_sessions", case.of(baseline_corrected_tau, sessions=case.sessions), dict.fromkeys(COLUMNS)
    alike = {
        "NAP_p_onesided": case.of(mann_whitney_p),
        "tau_b_phase": case.of(tau_b),
        "PND": case.of(pnd),
        "PEM": case.of(pem),
        "PEM_strict": case.of(pem, strict=True),
        "PAND": case.of(pand),
        "IRD": case.of(ird),
        "Tau_U": case.of(tau_u),
    }
    alike |= mean_differences(case) | log_ratios(case)
    for divisor, taken in DIVISORS.items():
        for part, counted in PARTS.items():
            if divisor != "b" or part in ("AvsB_minus_trendA", "AvsB_plus_trendB", "AvsB_plus_trendB_minus_trendA"):
                alike[f"TauU_{divisor}_{part}"] = case.of(tau_u, part=counted, divisor=taken)
    for name, told in alike.items():
        yield name, told, numbers(told)


def answers(oracles, folder):
    if "singlecase_inputs.csv" not in folder:
        return {}
    values = folder.grouped("singlecase_inputs.csv")
    cases = {row["case_id"]: Case(row, values[row["case_id"]]) for row in folder.rows("singlecase_cases.csv")}
    rows = {
        (name, metric): numbers(told) | {f"peer_{column}": number for column, number in peer.items()}
        for name, case in cases.items()
        for metric, told, peer in found(case)
    }
    metrics = {metric for _, metric in rows}
    of = metrics.__contains__
    return {"singlecase_expected.csv": oracles.Table(("case_id", "metric"), rows, of=lambda row: of(row["metric"]))}
