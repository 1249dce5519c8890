import pytest

from therapygoals import errors
from therapygoals.goals import OutcomeGoal
from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule, first, whole

PAGE = """X001 sample: a sample.

Why it matters: it has
two lines.
When to leave it: always.
"""


def rule(**fields):
    known = {
        "code": "S999",
        "name": "sample",
        "criterion": Criterion.SPECIFIC,
        "noticed": "Something.",
        "ask": "What?",
        "bad": (),
        "good": (),
        "source": "guideline",
        "roles": (Role.ACT,),
    }
    return Rule(**known | fields)


def test_first_is_the_place_of_the_first_phrase_with_one_of_the_roles(walk):
    assert first(walk, Role.DEADLINE, Role.DURATION) == (5, 15)


def test_first_is_none_when_no_phrase_has_a_role(walk):
    assert first(walk, Role.HEDGE) is None


def test_whole_is_all_of_the_statement(walk):
    assert whole(walk) == (0, len(walk.text))


def test_a_rule_without_a_function_looks_for_its_roles(walk):
    assert rule(roles=(Role.ACT,)).place(walk) == (0, 4)
    assert rule(roles=(Role.HEDGE,)).place(walk) is None


def test_a_rule_with_a_function_asks_it(walk):
    assert rule(roles=(Role.ACT,), find=whole).place(walk) == whole(walk)


def test_a_finding_says_what_its_rule_says():
    sample = rule()
    finding = sample.finding((1, 2))
    assert finding.span == (1, 2)
    for field in ("code", "name", "criterion", "noticed", "ask"):
        assert getattr(finding, field) == getattr(sample, field)


def test_why_and_when_to_leave_come_from_the_page():
    sample = rule(page=PAGE)
    assert sample.why == "it has two lines."
    assert sample.leave == "always."


@pytest.mark.parametrize("part", ["why", "leave"])
def test_a_rule_without_a_page_has_no_reasons(part):
    assert getattr(rule(), part) == ""


# Fields


@pytest.mark.parametrize("code", ["M001", "HOME001", "ABCDEFGH999"])
def test_a_code_is_capital_letters_and_three_digits(code):
    assert rule(code=code).code == code


@pytest.mark.parametrize(
    "code", ["", " ", "m001", "M1", "M0001", "001", "M-001", "M001\n", " M001", "M²³⁴", "Ä001", "ABCDEFGHI001"]
)
def test_a_code_of_another_form_is_refused(code):
    with pytest.raises(errors.FieldError) as caught:
        rule(code=code)
    assert caught.value.field == "Rule.code"


@pytest.mark.parametrize("name", ["no-measure", "hedged", "30-days", "a-b-c-d-e-f-g-h-i-j"])
def test_a_name_is_in_kebab_case(name):
    assert rule(name=name).name == name


@pytest.mark.parametrize(
    "name", ["", "No-measure", "no_measure", "no measure", "no--measure", "-no", "no-", "no\n", "größe", "a" * 21]
)
def test_a_name_of_another_form_is_refused(name):
    with pytest.raises(errors.FieldError) as caught:
        rule(name=name)
    assert caught.value.field == "Rule.name"


@pytest.mark.parametrize("field", ["noticed", "ask", "source"])
@pytest.mark.parametrize("blank", ["", " \n"])
def test_what_a_rule_says_is_not_blank(field, blank):
    with pytest.raises(errors.FieldError) as caught:
        rule(**{field: blank})
    assert caught.value.field == f"Rule.{field}"


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("code", 1, "int"),
        ("name", None, "NoneType"),
        ("criterion", "specific", "str"),
        ("noticed", None, "NoneType"),
        ("ask", b"What?", "bytes"),
        ("bad", "be happy", "str"),
        ("bad", ["be happy", None], "NoneType"),
        ("good", {"be happy"}, "set"),
        ("good", (b"be happy",), "bytes"),
        ("source", 1981, "int"),
        ("roles", Role.ACT, "Role"),
        ("roles", ("act",), "str"),
        ("unless", None, "NoneType"),
        ("unless", [Criterion.SPECIFIC], "Criterion"),
        ("page", b"why", "bytes"),
        ("find", (0, 4), "tuple"),
        ("stated", True, "bool"),
        ("decides", 1, "int"),
        ("without_goal", "yes", "str"),
    ],
)
def test_a_field_of_the_wrong_type_is_refused_with_its_name(field, value, kind):
    with pytest.raises(errors.FieldTypeError) as caught:
        rule(**{field: value})
    assert (caught.value.field, caught.value.value) == (f"Rule.{field}", kind)


def test_a_rule_that_nothing_could_trigger_is_refused():
    with pytest.raises(errors.FieldError, match="find or stated") as caught:
        rule(roles=())
    assert caught.value.field == "Rule.roles"


@pytest.mark.parametrize("trigger", [{"roles": (Role.ACT,)}, {"find": whole}, {"stated": bool}])
def test_roles_or_a_function_can_trigger_a_rule(trigger):
    assert rule(**{"roles": ()} | trigger)


def test_a_rule_about_the_goal_as_a_whole_cannot_decide():
    with pytest.raises(errors.FieldError, match="goal as a whole") as caught:
        rule(criterion=None, decides=True)
    assert caught.value.field == "Rule.decides"
    assert rule(criterion=None).finding((0, 1)).criterion is None


def test_a_rule_about_texts_without_a_goal_cannot_decide():
    with pytest.raises(errors.FieldError, match="without a goal") as caught:
        rule(decides=True, without_goal=True)
    assert caught.value.field == "Rule.decides"


@pytest.mark.parametrize("field", ["bad", "good"])
@pytest.mark.parametrize("blank", ["", " \n"])
def test_an_example_is_not_blank(field, blank):
    with pytest.raises(errors.FieldError, match=f"Rule.{field}"):
        rule(**{field: ("be happy", blank)})


def test_lists_of_examples_and_roles_become_tuples():
    goal = OutcomeGoal("be happy")
    sample = rule(bad=["be happy", goal], good=[], roles=[Role.ACT], unless=[Role.HEDGE])
    assert (sample.bad, sample.good) == (("be happy", goal), ())
    assert (sample.roles, sample.unless) == ((Role.ACT,), (Role.HEDGE,))


def test_a_finding_tells_whether_its_rule_decides():
    assert rule(decides=True).finding((0, 1)).decides
    assert not rule().finding((0, 1)).decides
