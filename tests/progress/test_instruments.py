"""Questionnaires: the register, its figures with their facts, and scores of answers."""

import math
import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError, UnknownNameError
from therapygoals.goals import Direction
from therapygoals.progress import (
    ChangeCriteria,
    Confidence,
    Cutoff,
    Figure,
    FigureKind,
    Instrument,
    Shift,
    Side,
    Threshold,
    Undefined,
    important_change,
    instrument,
    instruments,
)
from therapygoals.progress.instruments import load_data, read_instrument
from therapygoals.safety import ScreenStatus, items
from therapygoals.testing import instruments as any_instruments

DOCS = Path(__file__).parents[2] / "docs"
KEYS = set(re.findall(r"^- \*\*(\w+)\*\*:", (DOCS / "references.md").read_text(encoding="utf-8"), re.MULTILINE))
ROWS = load_data()["instrument"]
FIGURES = [(one.id, figure) for one in instruments() for figure in one.figures]
WITH_RISK_ITEMS = {"core-10": 6, "oq-45": 8, "phq-9": 9}
FACTS = ("kind", "value", "statistic", "confidence", "source", "year", "sample", "country")
BAND = {"kind": FigureKind.BAND, "side": Side.AT_LEAST, "label": "mild"}

each_figure = pytest.mark.parametrize(
    "figure", [figure for _, figure in FIGURES], ids=[f"{name}-{one.kind}-{one.value}" for name, one in FIGURES]
)
each_instrument = pytest.mark.parametrize("form", instruments(), ids=lambda form: form.id)


def figure_of(**fields):
    facts = {"statistic": "told", "source": "someone2020", "year": 2020, "sample": "some people", "country": "UK"}
    return Figure(**{**facts, "kind": FigureKind.ALPHA, "value": 0.8, "confidence": Confidence.V1, **fields})


def form_of(**fields):
    plain = {"measures": "things", "items": 3, "item_low": 0, "item_high": 3, "direction": Direction.DECREASE}
    return Instrument("own", "Own form", **{**plain, "licence": "ours", "source": "someone2020", **fields})


def row_of(**figure):
    """An entry of the register with one figure, with facts to leave out or to change."""
    study = {"source": "someone2020", "year": 2020, "sample": "some people", "country": "UK"}
    whole = {"kind": "alpha", "value": 0.8, "statistic": "told", "confidence": "V1", **figure}
    return {**ROWS[0], "study": [{**study, "figures": [whole]}]}


def without(row, fact):
    (study,) = row["study"]
    bare = {key: value for key, value in study.items() if key not in (fact, "figures")}
    figures = [{key: value for key, value in figure.items() if key != fact} for figure in study["figures"]]
    return {**row, "study": [{**bare, "figures": figures}]}


# The register


def test_register_stands_in_the_order_of_its_ids():
    ids = [row["id"] for row in ROWS]
    assert ids == sorted(set(ids)) == [one.id for one in instruments()]


@pytest.mark.parametrize(
    ("name", "items", "low", "high", "direction"),
    [
        ("phq-9", 9, 0, 27, "decrease"),
        ("gad-7", 7, 0, 21, "decrease"),
        ("core-10", 10, 0, 40, "decrease"),
        ("who-5", 5, 0, 100, "increase"),
        ("ors", 4, 0, 40, "increase"),
        ("srs", 4, 0, 40, "increase"),
        ("oq-45", 45, 0, 180, "decrease"),
        ("wsas", 5, 0, 40, "decrease"),
        ("pss-10", 10, 0, 40, "decrease"),
        ("ucla-3", 3, 3, 9, "decrease"),
        ("rses", 10, 0, 30, "increase"),
    ],
)
def test_questionnaire_has_the_range_that_is_published(name, items, low, high, direction):
    form = instrument(name)
    assert (form.items, form.low, form.high, form.direction) == (items, low, high, direction)


@each_instrument
def test_page_lists_each_questionnaire_with_its_range(form):
    better = "higher" if form.direction is Direction.INCREASE else "lower"
    row = f"| {form.id} | {form.items} | {form.low} to {form.high} | {better} |"
    assert row in (DOCS / "metrics" / "instruments.md").read_text(encoding="utf-8")


@each_instrument
def test_each_name_leads_to_one_questionnaire(form):
    assert all(instrument(name) is form for name in (form.id, form.name, *form.names))
    assert instrument(form.name.upper().replace("-", " ")) is form


def test_no_name_leads_to_two_questionnaires():
    folded = ["".join(filter(str.isalnum, n.casefold())) for form in instruments() for n in {form.name, *form.names}]
    assert len(folded) == len(set(folded))


@each_instrument
def test_source_of_a_questionnaire_is_on_the_page_of_references(form):
    assert form.source in KEYS


def test_codes_are_told_only_where_two_guides_agree():
    coded = {form.id: (form.loinc_panel, form.loinc_total) for form in instruments() if form.loinc_panel}
    assert coded == {"phq-9": ("44249-1", "44261-6"), "gad-7": ("69737-5", "70274-6")}


@pytest.mark.parametrize("name", ["", "PHQ-8", "mood"])
def test_unknown_name_is_told_with_the_right_ones(name):
    with pytest.raises(UnknownNameError, match=rf"^name must name one of core-10, gad-7, .*, wsas \(got '{name}'\)$"):
        instrument(name)


def test_name_is_a_text():
    with pytest.raises(FieldTypeError, match=r"^name must be a str \(got 'int'\)$"):
        instrument(9)


# Figures


@each_figure
def test_source_of_a_figure_is_on_the_page_of_references(figure):
    assert figure.source in KEYS


@each_figure
def test_figure_of_the_register_lies_on_the_scale(figure):
    (form,) = {name for name, one in FIGURES if one is figure}
    if figure.kind in (FigureKind.BAND, FigureKind.CUTOFF, FigureKind.MEAN):
        assert instrument(form).low <= figure.value <= instrument(form).high


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "core-10",
            "cutoff 11 V2; cutoff 13 V2; alpha 0.9 V2; reliable_change 6 V2; band 11 V2; band 15 V2; band 20 V2; "
            "band 25 V2; mean 4.7 (4.8) V1; mean 19.7 (7.7) V1",
        ),
        (
            "gad-7",
            "alpha 0.89 V2; mean 3.2 (3.5) V2; mean 2.7 (3.2) V2; important_change 4 V2; cutoff 8 V1; "
            "reliable_change 4 V1",
        ),
        (
            "oq-45",
            "reliable_change 14 V1; cutoff 56 V1; reliable_change 18 V1; cutoff 54.5 V1; reliable_change 17.56 V1",
        ),
        ("ors", "cutoff 25 V2; reliable_change 5 V1; alpha 0.91 to 0.96 V1; retest 0.61 to 0.84 V1"),
        (
            "phq-9",
            "band 5 V2; band 10 V2; band 15 V2; band 20 V2; cutoff 10 V2; alpha 0.89 V2; mean 3.1 (3.5) V1; "
            "mean 2.7 (3.5) V1; important_change 5 V2; reliable_change 6 V1",
        ),
        ("pss-10", "alpha 0.78 V1; mean 15.52 (7.44) V1; mean 16.14 (7.56) V1"),
        ("rses", "alpha 0.77 V1"),
        ("srs", "cutoff 36 V2"),
        ("ucla-3", ""),
        ("who-5", "cutoff 50 V2; cutoff 28 V2; important_change 10 V2"),
        ("wsas", "band 10 V1; band 20 V1; alpha 0.7 to 0.94 V1; retest 0.73 V1"),
    ],
)
def test_figures_are_those_of_the_evidence(name, told):
    def written(figure):
        sd = "" if figure.sd is None else f" ({figure.sd})"
        end = "" if figure.up_to is None else f" to {figure.up_to}"
        return f"{figure.kind} {figure.value}{end}{sd} {figure.confidence}"

    assert "; ".join(map(written, instrument(name).figures)) == told


def test_remembered_figure_is_refused():
    with pytest.raises(FieldError, match=r"^Figure\.confidence must be one of V2, V1, C \(got 'M'\)$"):
        read_instrument(row_of(confidence="M"))


@pytest.mark.parametrize("fact", FACTS)
def test_figure_without_one_of_its_facts_is_refused(fact):
    assert read_instrument(row_of()).figures
    with pytest.raises(TypeError, match=fact):
        read_instrument(without(row_of(), fact))


@pytest.mark.parametrize("fact", ["statistic", "source", "sample", "country"])
def test_blank_is_no_fact(fact):
    with pytest.raises(FieldError, match=rf"^Figure\.{fact} must not be empty or blank$"):
        figure_of(**{fact: " "})


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"kind": "share"}, r"Figure\.kind must be one of band, cutoff, .* \(got 'share'\)"),
        ({"kind": "band", "side": "left", "label": "mild"}, r"Figure\.side must be one of at_least, above, .*"),
    ],
)
def test_word_that_is_none_of_its_kind_is_refused(fields, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        read_instrument(row_of(**fields))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"value": 1.1}, r"Figure\.value must be at most 1 \(got 1\.1\)"),
        ({"up_to": 1.1}, r"Figure\.up_to must be at most 1 \(got 1\.1\)"),
        ({"up_to": 0.8}, r"Figure\.up_to must lie above value \(0\.8\) \(got 0\.8\)"),
        ({"sd": 3}, r"Figure\.sd must be left out for the kind alpha \(got 3\)"),
        ({"side": Side.ABOVE}, r"Figure\.side must be left out for the kind alpha \(got .*\)"),
        ({"label": "good"}, r"Figure\.label must be left out for the kind alpha \(got 'good'\)"),
        ({"level": 0.9}, r"Figure\.level must be left out for the kind alpha \(got 0\.9\)"),
        ({"kind": FigureKind.MEAN}, r"Figure\.sd must be given for the kind mean"),
        ({"kind": FigureKind.BAND, "label": "mild"}, r"Figure\.side must be given for the kind band"),
        ({"kind": FigureKind.CUTOFF, "side": Side.ABOVE}, r"Figure\.label must be given for the kind cutoff"),
        ({"kind": FigureKind.RELIABLE_CHANGE, "value": 0}, r"Figure\.value must be above 0 \(got 0\)"),
        ({"year": 1066}, r"Figure\.year must be at least 1900 \(got 1066\)"),
    ],
)
def test_figure_that_cannot_be_is_refused(fields, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        figure_of(**fields)


@pytest.mark.parametrize(
    ("side", "counted"),
    [(Side.AT_LEAST, [5, 6]), (Side.ABOVE, [6]), (Side.AT_MOST, [4, 5]), (Side.BELOW, [4])],
)
def test_side_tells_which_scores_count(side, counted):
    band = figure_of(**{**BAND, "side": side}, value=5)
    assert [score for score in (4, 5, 6) if band.counts(score)] == counted


def test_only_a_line_counts_scores_only_a_mean_is_a_norm_and_only_a_change_a_threshold():
    for use in (lambda: figure_of().counts(5), figure_of().as_norms, figure_of().as_threshold):
        with pytest.raises(FieldError, match=r"^Figure\.kind must be .* \(got 'alpha'\)$"):
            use()


def test_norms_and_thresholds_keep_where_they_come_from():
    mean = instrument("core-10").figures_of(FigureKind.MEAN)[0]
    (change,) = instrument("phq-9").figures_of(FigureKind.IMPORTANT_CHANGE)
    assert (mean.as_norms().mean, mean.as_norms().sd, mean.as_norms().n) == (4.7, 4.8, 535)
    assert mean.as_norms().source == "connell2007 (2007, UK): general population; mean and SD; V1"
    assert change.as_threshold() == Threshold(5, change.origin)
    assert important_change(15, 10, threshold=change.as_threshold(), direction=Direction.DECREASE).shift is Shift.BETTER


def test_figures_can_be_had_by_kind_and_country():
    form = instrument("oq-45")
    assert [figure.value for figure in form.figures_of(FigureKind.CUTOFF)] == [56, 54.5]
    assert [figure.value for figure in form.figures_of(FigureKind.RELIABLE_CHANGE, country="USA")] == [14]
    assert form.figures_of() == ()


def test_figures_of_the_core_10_agree_with_each_other():
    form = instrument("core-10")
    people, clients = (figure.as_norms() for figure in form.figures_of(FigureKind.MEAN))
    (alpha,) = form.figures_of(FigureKind.ALPHA)
    (change,) = form.figures_of(FigureKind.RELIABLE_CHANGE)
    by = {"direction": form.direction, "reliability": alpha.value, "before": clients, "functional": people}
    criteria = ChangeCriteria(**by, level=change.level)
    assert math.ceil(criteria.reliable_points) == change.value
    assert criteria.reliable_points == pytest.approx(5.7, abs=0.05)
    assert ChangeCriteria(**by).reliable_points == pytest.approx(6.7, abs=0.05)
    assert criteria.cutoff(Cutoff.C) == pytest.approx(10.5, abs=0.05)


def test_mean_of_the_pss_10_lies_between_those_of_men_and_women():
    men, women = instrument("pss-10").figures_of(FigureKind.MEAN)
    assert men.value < 15.84 < women.value


# Scores


@pytest.mark.parametrize(
    ("name", "answers", "total", "band", "reached"),
    [
        ("phq-9", [0] * 9, 0, "below mild", []),
        ("phq-9", [1, 1, 1, 1, 0, 0, 0, 0, 0], 4, "below mild", []),
        ("phq-9", [1, 1, 1, 1, 1, 0, 0, 0, 0], 5, "mild", ["mild"]),
        ("phq-9", [2, 2, 2, 2, 2, 0, 0, 0, 0], 10, "moderate", ["mild", "moderate", "caseness"]),
        ("phq-9", [3] * 9, 27, "severe", ["mild", "moderate", "moderately severe", "severe", "caseness"]),
        ("wsas", [4] * 5, 20, "significant impairment", ["significant impairment"]),
        ("core-10", [2] * 5 + [0] * 5, 10, "below mild", []),
    ],
)
def test_score_has_its_band_and_what_it_reaches(name, answers, total, band, reached):
    score = instrument(name).score(answers)
    assert (score.instrument, score.total, score.band) == (name, total, band)
    assert [figure.label for figure in score.reached] == reached
    assert (score.n, score.dropped) == (len(answers), 0)


def test_sum_of_the_who_5_is_taken_times_four():
    score = instrument("who-5").score([2, 3, 2, 3, 2])
    assert score.total == 48
    assert [figure.label for figure in score.reached] == ["low well-being"]
    assert score.band == Undefined("no severity bands are held for this questionnaire")


def test_marks_on_a_line_may_have_decimals():
    assert instrument("ors").score([2.5, 6.1, 7, 8.4]).total == 24


def test_missing_answer_leaves_no_total_and_is_never_a_zero():
    score = instrument("gad-7").score([1, 1, None, 1, 1, None, 1])
    assert score.total == score.band == Undefined("2 of 7 items have no answer; none may be missing")
    assert (score.reached, score.n, score.dropped) == ((), 5, 2)


def test_form_with_a_rule_of_its_own_is_prorated():
    form = attrs.evolve(instrument("core-10"), may_miss=1)
    assert form.score([2] * 5 + [0] + [2] * 3 + [None]).total == pytest.approx(10 * 16 / 9)
    assert form.score([2] * 8 + [None] * 2).total == Undefined("2 of 10 items have no answer; at most 1 may be missing")


@pytest.mark.parametrize(("name", "item"), WITH_RISK_ITEMS.items())
def test_answer_above_0_to_a_risk_item_is_a_concern_whatever_the_total(name, item):
    form = instrument(name)
    answers = [0] * form.items
    assert form.score(answers).screen.status is ScreenStatus.NO_MATCH
    answers[item - 1] = 1
    found = form.score(answers)
    assert found.total == 1
    assert [concern.item for concern in found.screen.concerns] == [item]
    answers[0] = None
    assert form.score(answers).screen.status is ScreenStatus.CONCERN


@pytest.mark.parametrize(("name", "item"), WITH_RISK_ITEMS.items())
def test_risk_item_without_an_answer_is_seen(name, item):
    form = instrument(name)
    answers = [0] * form.items
    answers[item - 1] = None
    assert form.score(answers).screen.unanswered == (item,)


@each_instrument
def test_questionnaires_with_risk_items_are_those_that_the_safety_screen_knows(form):
    known = {one["id"] for one in items.load_data()["instrument"]}
    assert (form.id in known) is (form.id in WITH_RISK_ITEMS)


@settings(max_examples=30)
@given(any_instruments(), st.data())
def test_score_lies_on_the_scale_and_grows_with_each_answer(form, data):
    answer = st.integers(int(form.item_low), int(form.item_high))
    answers = data.draw(st.lists(answer, min_size=form.items, max_size=form.items))
    place = data.draw(st.integers(0, form.items - 1))
    more = [*answers[:place], int(form.item_high), *answers[place + 1 :]]
    score = form.score(answers)
    assert form.low <= score.total <= form.high or math.isclose(score.total, form.high)
    assert form.score(more).total >= score.total
    assert form.score(answers[::-1]).total == pytest.approx(score.total)


@settings(max_examples=30)
@given(any_instruments(), st.data())
def test_leaving_an_answer_out_never_makes_a_number_from_nothing(form, data):
    answer = st.integers(int(form.item_low), int(form.item_high))
    answers = data.draw(st.lists(answer, min_size=form.items, max_size=form.items))
    answers[0] = None
    score = form.score(answers)
    assert isinstance(score.total, Undefined) is (form.may_miss == 0)
    assert form.may_miss == 0 or score.total <= form.high or math.isclose(score.total, form.high)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ([0] * 8, r"answers must have as many values as PHQ-9 has items \(9\) \(got 8\)"),
        ([0] * 8 + [4], r"answers\[8\] must be at most 3 \(got 4\)"),
        ([-1] + [0] * 8, r"answers\[0\] must be at least 0 \(got -1\)"),
        ([0.5] + [0] * 8, r"answers\[0\] must be a whole number, as PHQ-9 is scored \(got 0\.5\)"),
        ([math.nan] + [0] * 8, r"answers\[0\] must be a finite number.* \(got nan\)"),
    ],
)
def test_answer_that_does_not_fit_is_refused(answers, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        instrument("phq-9").score(answers)


@pytest.mark.parametrize("answers", ["000000000", {1: 0}, [True] + [0] * 8, ["0"] + [0] * 8])
def test_answers_are_numbers_in_the_order_of_the_form(answers):
    with pytest.raises(FieldTypeError, match=r"^answers"):
        instrument("phq-9").score(answers)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"item_high": 0}, r"Instrument\.item_high must lie above item_low \(0\) \(got 0\)"),
        ({"factor": 0}, r"Instrument\.factor must be above 0 \(got 0\)"),
        ({"may_miss": 3}, r"Instrument\.may_miss must be less than items \(3\) \(got 3\)"),
        ({"items": 0}, r"Instrument\.items must be at least 1 \(got 0\)"),
        ({"direction": Direction.ACHIEVE}, r"Instrument\.direction must be one of increase, decrease .*"),
        ({"names": ("",)}, r"Instrument\.names must not be empty or blank"),
    ],
)
def test_questionnaire_that_cannot_be_is_refused(fields, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        form_of(**fields)


def test_questionnaire_of_ones_own_is_scored_like_any_other():
    form = form_of(figures=[figure_of(**BAND, value=4)])
    score = form.score([1, 2, 3])
    assert (score.total, score.band, score.screen.status) == (6, "mild", ScreenStatus.NOT_SCREENED)
