"""A report as text, as Markdown and as HTML: what people read, and that their words are shown and never obeyed."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.goals import Aim
from therapygoals.language import Phrase, Reading, Role
from therapygoals.smart import Finding, SmartReport, Verdict
from therapygoals.testing import smart_reports

NASTY = (
    *("<script>alert(1)</script>", "<b>", "</div>", "<!--", "-->", "&lt;", "&amp;", "&#42;", '"', "'", '" onclick="x'),
    *("*", "**", "_", "__", "`", "```", "~~", "[", "](", ")", "![", "|", "| --- |", "\\", "$", "==", "++", "{: #x}"),
    *("# ", "> ", "- ", "1. ", "    ", "---", "===", "http://a.org", "www.a.org", "a@b.org", ":smile:", "%%"),
    *("\n", "\r\n", "\r", "\n\n", "\t", "\u2028", "\u2029", "\x0c", "\x85", "\x00", "\x1b[31m", "\x7f", "\ufffe"),
    *("🙂", "👩🏽\u200d🔬", "\u200f", "\u202eabc", "\u2066", "e\u0301", "שלום", "\xa0", "½", "?", "…", "“", ","),
)
ACTIVE = re.compile(r"[\\`*_\[\](){}<>#&|~$^@\n\r\u2028\u2029]|==|\+\+|%%|://|www\.", re.IGNORECASE)
NUMBERS = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:,[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
REFERENCE = re.compile(r"&#\d+;")
CRITERIA = ("specific", "measurable", "achievable", "relevant", "time-bound")


class Page(HTMLParser):
    """What a browser finds in a fragment: elements, attributes, and the words of each; elements have to be nested."""

    def __init__(self, fragment):
        super().__init__()
        self.elements, self.attributes, self.words, self._open = [], set(), {}, []
        self.feed(fragment)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), list(self._open)))
        self.attributes |= {name for name, _ in attrs}
        self.words.setdefault(tag, []).append("")
        self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        for tag in set(self._open):
            self.words[tag][-1] += data

    def handle_comment(self, data):
        raise AssertionError(data)

    def handle_decl(self, decl):
        raise AssertionError(decl)

    @property
    def tags(self):
        return [tag for tag, _, _ in self.elements]


def finding(span, noticed="More depends on where you start.", ask="How much more?"):
    return Finding(code="M002", name="sample", criterion=None, noticed=noticed, ask=ask, span=span)


def of(text, *spans, **fields):
    """A report on a text, with a finding at each place and nothing met."""
    return SmartReport(reading=Reading(text=text), findings=tuple(map(finding, spans)), **fields)


def statement_in_text(report):
    return report.to_text().partition("\nspecific ")[0][1:-1]


def statement_in_markdown(report):
    return report.to_markdown().split("\n")[0].removeprefix("> “").removesuffix("”")


def statement_in_html(report):
    return re.search(r"<blockquote [^>]*>(.*)</blockquote>", report.to_html())[1]


def said():
    return st.lists(st.sampled_from(NASTY) | st.text(max_size=3), min_size=1, max_size=6).map("".join)


ANY_ROLES = st.lists(st.sampled_from([Role.ACT, Role.EVENT, Role.FREQUENCY, Role.DEADLINE]), max_size=3)


@st.composite
def reports(draw, texts=None):
    """Reports with findings and met words anywhere, over one another, empty, and out of the text."""
    text = draw(said() if texts is None else texts)
    end, anywhere = st.integers(0, len(text)), st.integers(-2, len(text) + 2)
    places = [(role, *sorted((draw(end), draw(end)))) for role in draw(ANY_ROLES)]
    spans = draw(st.lists(st.tuples(anywhere, anywhere), max_size=11))
    specific, measurable, time_bound = draw(st.tuples(*[st.sampled_from(Verdict)] * 3))
    return SmartReport(
        specific=specific,
        measurable=measurable,
        time_bound=time_bound,
        findings=tuple(finding(span, noticed=NASTY[-number]) for number, span in enumerate(spans)),
        reading=Reading(
            text=text,
            aim=Aim.ACHIEVE,
            phrases=tuple(Phrase(role, start, end=stop, rule="any") for role, start, stop in places),
        ),
    )


@pytest.fixture
def less():
    """What a check could tell about a wish to worry less."""
    text = "worry less at work"
    return SmartReport(
        specific=Verdict.MET,
        measurable=Verdict.UNMET,
        time_bound=Verdict.UNMET,
        findings=(
            finding((0, 18), "Nothing here can be counted yet.", "What could you count or see?"),
            finding((6, 10), "Less depends on where you start.", "How much less?"),
        ),
        reading=Reading(
            text=text,
            aim=Aim.REDUCE,
            phrases=(
                Phrase(Role.STATE, 0, end=5, rule="by-hand"),
                Phrase(Role.SITUATION, 11, end=18, rule="by-hand"),
                Phrase(Role.CONDITION, 11, end=18, rule="by-hand"),
            ),
        ),
    )


# What people read


def test_text_shows_the_places_the_verdicts_what_was_noticed_and_one_question(less):
    assert less.to_text() == (
        "“worry [less²] at work”\n"
        "specific     met\n"
        "measurable   unmet\n"
        "achievable   not assessed\n"
        "relevant     not assessed\n"
        "time-bound   unmet\n"
        "1. Nothing here can be counted yet.\n"
        "2. Less depends on where you start.\n"
        "What could you count or see?"
    )


def test_markdown_shows_a_quotation_a_table_and_a_list(less):
    assert less.to_markdown() == (
        "> “worry **less²** at work”\n"
        "\n"
        "| criterion | verdict | met by |\n"
        "| --- | --- | --- |\n"
        "| specific | met | “at work” |\n"
        "| measurable | unmet |  |\n"
        "| achievable | not assessed |  |\n"
        "| relevant | not assessed |  |\n"
        "| time-bound | unmet |  |\n"
        "\n"
        "1. Nothing here can be counted yet. What could you count or see?\n"
        "2. Less depends on where you start. How much less?"
    )


def test_html_shows_the_same_as_a_fragment(less):
    assert less.to_html() == (
        '<div class="therapygoals-report tex2jax_ignore mathjax_ignore">\n'
        '<blockquote lang="en" dir="auto" style="white-space:pre-wrap;overflow-wrap:anywhere">worry '
        '<mark style="background:#ffe9a8;color:#222;" title="2. Less depends on where you start.">less</mark> '
        '<span class="therapygoals-met" style="text-decoration:underline dotted;" title="met: specific">at work</span>'
        "</blockquote>\n"
        '<table aria-label="The five criteria" style="text-align:left">\n'
        '<thead><tr><th scope="col">criterion</th><th scope="col">verdict</th><th scope="col">met by</th></tr>'
        "</thead>\n"
        "<tbody>\n"
        '<tr><th scope="row">specific</th><td>met</td><td><q dir="auto">at work</q></td></tr>\n'
        '<tr><th scope="row">measurable</th><td>unmet</td><td></td></tr>\n'
        '<tr><th scope="row">achievable</th><td>not assessed</td><td></td></tr>\n'
        '<tr><th scope="row">relevant</th><td>not assessed</td><td></td></tr>\n'
        '<tr><th scope="row">time-bound</th><td>unmet</td><td></td></tr>\n'
        "</tbody>\n"
        "</table>\n"
        '<ol aria-label="What was noticed">\n'
        "<li>Nothing here can be counted yet.</li>\n"
        '<li><q dir="auto">less</q>: Less depends on where you start.</li>\n'
        "</ol>\n"
        "<p><strong>What could you count or see?</strong></p>\n"
        "</div>"
    )


def test_a_clean_report_has_neither_list_nor_question(walk):
    report = SmartReport(reading=walk)
    assert report.to_text().endswith("time-bound   not assessed")
    assert report.to_markdown().endswith("| time-bound | not assessed |  |")
    assert {"ol", "li", "p", "mark"}.isdisjoint(Page(report.to_html()).tags)


def test_a_notebook_shows_the_report_as_html_or_markdown(less):
    assert less._repr_html_() == less.to_html()
    assert less._repr_markdown_() == less.to_markdown()


def test_a_string_of_a_report_is_its_text(less):
    assert str(less) == f"{less}" == less.to_text()


def test_nobody_reads_that_they_failed(less):
    for shown in (less.to_text(), less.to_markdown(), less.to_html()):
        assert "fail" not in shown
        assert "not assessed" in shown
        assert "not_assessed" not in shown


# Places


@pytest.mark.parametrize(
    ("spans", "text", "markdown"),
    [
        ([(0, 2)], "[ab¹]cdefgh", "**ab¹**cdefgh"),
        ([(6, 8)], "abcdef[gh¹]", "abcde&#102;**gh¹**"),
        ([(4, 6), (1, 3)], "a[bc²]d[ef¹]gh", "&#97;**bc²**&#100;**ef¹**gh"),
        ([(1, 4), (1, 4)], "a[bcd¹,²]efgh", "&#97;**bcd¹,²**efgh"),
        ([(1, 6), (2, 4)], "a[bcd²ef¹]gh", "&#97;**bcd²ef¹**gh"),
        ([(1, 4), (3, 6)], "a[bcd¹ef²]gh", "&#97;**bcd¹ef²**gh"),
        ([(1, 4), (4, 6)], "a[bcd¹ef²]gh", "&#97;**bcd¹ef²**gh"),
        ([(0, 8)], "abcdefgh", "abcdefgh"),
        ([(-3, 2)], "[ab¹]cdefgh", "**ab¹**cdefgh"),
        ([(6, 20)], "abcdef[gh¹]", "abcde&#102;**gh¹**"),
        ([(3, 3)], "abcdefgh", "abcdefgh"),
        ([(5, 2)], "abcdefgh", "abcdefgh"),
        ([(20, 30)], "abcdefgh", "abcdefgh"),
        ([(-5, -2)], "abcdefgh", "abcdefgh"),
        ([(1, 2)] * 12, "a[b¹,²,³,⁴,⁵,⁶,⁷,⁸,⁹,¹⁰,¹¹,¹²]cdefgh", "&#97;**b¹,²,³,⁴,⁵,⁶,⁷,⁸,⁹,¹⁰,¹¹,¹²**cdefgh"),
    ],
)
def test_a_place_stands_between_signs_with_its_number_behind_it(spans, text, markdown):
    report = of("abcdefgh", *spans)
    assert statement_in_text(report) == text
    assert statement_in_markdown(report) == markdown


@pytest.mark.parametrize(
    ("spans", "marked"),
    [
        ([(1, 4)], ["bcd"]),
        ([(1, 6), (2, 4)], ["b", "cd", "ef"]),
        ([(1, 4), (3, 6)], ["bc", "d", "ef"]),
        ([(1, 4), (4, 6)], ["bcd", "ef"]),
        ([(0, 8)], []),
        ([(5, 2)], []),
    ],
)
def test_html_cuts_places_that_overlap_so_that_marks_never_do(spans, marked):
    assert Page(of("abcdefgh", *spans).to_html()).words.get("mark", []) == marked


def test_a_mark_tells_all_that_was_noticed_there():
    report = SmartReport(
        reading=Reading(text="walk more"), findings=(finding((5, 9), "One."), finding((5, 9), "Two <2>."))
    )
    (mark,) = (attributes for tag, attributes, _ in Page(report.to_html()).elements if tag == "mark")
    assert mark["title"] == "1. One. 2. Two <2>."


def test_blanks_around_a_place_are_not_marked():
    assert statement_in_text(of(" walk  more daily", (5, 12))) == " walk  [more¹] daily"


def test_a_place_that_holds_every_word_marks_nothing():
    assert statement_in_text(of("  walk more\n", (2, 11))) == "  walk more"


def test_punctuation_behind_a_letter_can_be_bold():
    assert statement_in_markdown(of("can I be happy?", (14, 15))) == "can I be happ&#121;**?¹**"


@pytest.mark.parametrize("before", [" ", ";", "*", "\x00"], ids=repr)
def test_what_stands_before_a_bold_place_is_changed_for_letters_only(before):
    shown = statement_in_markdown(of(f"walk{before}more", (5, 9)))
    assert REFERENCE.sub("*", shown) == f"walk{before}**more¹**"


def test_a_place_that_starts_within_another_does_not_part_signs_that_belong_together():
    report = of("see www.a.org == daily", (4, 16), (7, 16), (15, 16))
    assert statement_in_markdown(report) == "see **www&#46;a.org &#61;=¹,²,³** daily"


def test_words_are_told_once_and_only_for_what_is_met(less):
    assert Page(less.to_html()).words["q"] == ["at work", "less"]
    unmet = SmartReport(specific=Verdict.UNMET, reading=less.reading)
    assert "at work”" not in unmet.to_markdown().partition("\n")[2]
    assert "q" not in Page(unmet.to_html()).tags


def test_words_that_meet_a_criterion_inside_a_place_are_a_mark_of_their_own_class(walk):
    report = SmartReport(measurable=Verdict.MET, reading=walk, findings=(finding((19, 37)),))
    marks = [attributes for tag, attributes, _ in Page(report.to_html()).elements if tag == "mark"]
    assert [mark.get("class") for mark in marks] == ["therapygoals-met", None]
    assert marks[0]["title"] == "1. More depends on where you start. met: measurable"


def test_a_report_on_no_words_at_all_is_a_report():
    assert statement_in_text(of("", (0, 0))) == statement_in_markdown(of("", (0, 0))) == ""
    assert statement_in_html(of("", (0, 0))) == ""


# Nasty words


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("*walk* _daily_", "&#42;walk&#42; &#95;daily&#95;"),
        ("`rm`", "&#96;rm&#96;"),
        ("[me](you)", "&#91;me&#93;&#40;you&#41;"),
        ("a | b", "a &#124; b"),
        ("<b> & </b>", "&#60;b&#62; &#38; &#60;/b&#62;"),
        ("# \\", "&#35; &#92;"),
        ("&#42;", "&#38;&#35;42;"),
        ("one\ntwo\r\n\nthree", "one&#10;two&#13;&#10;&#10;three"),
        ("from $50 to $30", "from &#36;50 to &#36;30"),
        ("{{ x }} {% y %}", "&#123;&#123; x &#125;&#125; &#123;% y %&#125;"),
        ("==x== ++y++ %%z%%", "&#61;=x&#61;= &#43;+y&#43;+ &#37;%z&#37;%"),
        ("www.a.org, WWW.A.ORG", "www&#46;a.org, WWW&#46;A.ORG"),
        ("http://a.org", "http&#58;//a.org"),
        ("me@a.org", "me&#64;a.org"),
        (":smile:", "&#58;smile&#58;"),
        ("\u2028\u2029", "&#8232;&#8233;"),
        ("1. walk - at least 50%, 10+ minutes; bed by 22:30!", "1. walk - at least 50%, 10+ minutes; bed by 22:30!"),
        ("🙂 e\u0301 \u202eabc\u202c שלום", "🙂 e\u0301 \u202eabc\u202c שלום"),
    ],
)
def test_markdown_of_the_person_is_written_as_references(text, markdown):
    assert statement_in_markdown(of(text)) == markdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert('x')</script>", "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;"),
        ('"walk" & rest', "&quot;walk&quot; &amp; rest"),
        ("&lt;", "&amp;lt;"),
        ("one\r\n\r\ntwo", "one&#13;&#10;&#13;&#10;two"),
        ("*walk*", "*walk*"),
    ],
)
def test_html_of_the_person_is_escaped(text, html):
    assert statement_in_html(of(text)) == html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("walk\n4 days\r\n\ra week", "walk\n 4 days\n \n a week"),
        ("walk\u2028daily\x85soon", "walk\n daily\n soon"),
        ("walk\x1b[31m\x00\x07\x7f\x9b", "walk�[31m����"),
        ("walk\tdaily", "walk\tdaily"),
        ("🙂 \u202eabc\u202c", "🙂 \u202eabc\u202c"),
    ],
)
def test_text_shows_lines_below_each_other_and_no_control_characters(text, shown):
    assert statement_in_text(of(text)) == shown


def test_words_of_the_person_are_escaped_wherever_they_stand(made):
    words = '<i title="x">*|`'
    reading = made(f"walk {words} daily", roles={Role.EVENT: words})
    report = SmartReport(specific=Verdict.MET, reading=reading, findings=(finding((5, 5 + len(words))),))
    assert Page(report.to_html()).words["q"] == [words, words]
    assert '| specific | met | “&#60;i title="x"&#62;&#42;&#124;&#96;” |' in report.to_markdown().split("\n")


def test_a_language_is_escaped_too():
    report = SmartReport(reading=Reading(text="walk", language='en" onclick="x'))
    (_, attributes, _) = Page(report.to_html()).elements[1]
    assert attributes["lang"] == 'en" onclick="x'


def test_a_finding_is_escaped_too():
    report = SmartReport(reading=Reading(text="walk"), findings=(finding((0, 4), "*A* <b>", "*B* <b>?"),))
    assert report.to_markdown().endswith("\n1. &#42;A&#42; &#60;b&#62; &#42;B&#42; &#60;b&#62;?")
    assert Page(report.to_html()).words["strong"] == ["*B* <b>?"]


def test_a_very_long_statement_is_shown_in_full():
    text = "walk <daily> " * 3_000
    report = of(text, *((start, start + 4) for start in range(0, 13 * 30, 13)))
    assert Page(report.to_html()).words["blockquote"] == [text]
    assert len(statement_in_text(report)) > len(text)
    assert len(statement_in_markdown(report)) > len(text)


# Laws


@given(reports())
def test_html_without_its_tags_is_what_was_said(report):
    assert unescape(re.sub(r"<[^<>]*>", "", statement_in_html(report))) == report.reading.text


@given(reports())
def test_html_has_our_elements_and_attributes_only(report):
    page = Page(report.to_html())
    fixed = [tag for tag in page.tags if tag not in ("mark", "span", "q", "li")]
    rows = ["tr", "th", "td", "td"] * 5
    noticed = ["ol", "p", "strong"] if report.findings else []
    assert fixed == ["div", "blockquote", "table", "thead", "tr", "th", "th", "th", "tbody", *rows, *noticed]
    assert page.tags.count("li") == len(report.findings)
    assert page.attributes <= {"class", "style", "title", "lang", "dir", "scope", "aria-label"}
    assert report.to_html().count("<") == 2 * len(page.tags)


@given(reports())
def test_marks_hold_words_and_nothing_else(report):
    for tag, _, around in Page(report.to_html()).elements:
        if tag in ("mark", "span"):
            assert around == ["div", "blockquote"]


@given(reports())
def test_html_has_no_line_of_its_own_that_is_blank(report):
    assert all(line.startswith("<") for line in report.to_html().split("\n"))


@given(said())
def test_markdown_without_its_references_is_what_was_said(text):
    assert unescape(statement_in_markdown(of(text))) == text


@given(reports(said().filter(lambda text: not NUMBERS.search(text))))
def test_markdown_without_marks_and_numbers_is_what_was_said(report):
    shown = NUMBERS.sub("", statement_in_markdown(report).replace("**", ""))
    assert unescape(shown) == report.reading.text


@given(reports())
def test_markdown_of_any_words_holds_no_active_sign(report):
    statement = statement_in_markdown(report)
    assert statement.count("**") % 2 == 0
    assert not ACTIVE.search(REFERENCE.sub("", statement.replace("**", "")))


@given(reports())
def test_markdown_keeps_its_lines_and_cells_whatever_was_said(report):
    lines = report.to_markdown().split("\n")
    assert lines[1:4] == ["", "| criterion | verdict | met by |", "| --- | --- | --- |"]
    for criterion, row in zip(CRITERIA, lines[4:9], strict=True):
        assert row.startswith(f"| {criterion} | ")
        assert row.count("|") == 4
        assert not ACTIVE.search(REFERENCE.sub("", row.replace("|", "")))
    numbers = [line.partition(" ")[0] for line in lines[10:]]
    assert numbers == [f"{number}." for number in range(1, len(report.findings) + 1)]


@given(
    reports(said().filter(lambda text: not NUMBERS.search(text) and not re.search(r"[\[\]\x00-\x1f\x7f-\x9f]", text)))
)
def test_text_without_marks_and_numbers_is_what_was_said(report):
    shown = NUMBERS.sub("", re.sub(r"[\[\]]", "", statement_in_text(report)))
    assert shown == "\n ".join(report.reading.text.splitlines())


@given(reports())
def test_text_holds_nothing_that_a_terminal_would_obey(report):
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", statement_in_text(report))


@given(smart_reports())
def test_every_report_of_a_check_can_be_shown(report):
    assert Page(report.to_html()).words["blockquote"] == [report.reading.text]
    assert report.to_markdown().startswith("> “")
    assert str(report).startswith("“")
