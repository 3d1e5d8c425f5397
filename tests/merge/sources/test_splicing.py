"""Changes of printed words as changes of their source."""

from __future__ import annotations

import re

import pytest

from generator.merge.sources.markdown_text import escaped
from generator.merge.sources.source_edits import Edit, Refusal, Splice
from generator.merge.sources.source_map import source_map
from generator.merge.sources.splicing import Splicing
from generator.merge.sources.tokens import END, Look, Token, keys
from generator.merge.sources.word_writing import Writing
from generator.model.wording.word_diff import changes, words

BOLD = Look(bold=True)
SOURCE = "About {{ sw.leaving.percent }} of **them all** plan to leave, see [](#stress). {#leaving}"
WRITING = Writing(escaped)


def tokens(text: str) -> list[Token]:
    """Tokens of a text: *bold*, <computed>, ^reference^, ¶ for the end of a paragraph."""
    made: list[Token] = []
    for piece in re.split(r"(\*[^*]*\*|<[^>]*>|\^[^^]*\^|¶)", text):
        if piece == "¶":
            made.append(END)
        elif piece.startswith("^"):
            made.append(Token(piece[1:-1], kind="reference"))
        elif piece.startswith(("*", "<")):
            bold = BOLD if piece[0] == "*" else Look()
            computed = piece[0] == "<"
            made += [Token(word, bold, value=computed) for word in words(piece[1:-1])]
        else:
            made += [Token(word) for word in words(piece)]
    return made


PRINTED = "About <6.5%> of *them all* plan to leave, see paragraph ^3.4^."


def edited(source: str, printed: str, now: str) -> tuple[str, list[Refusal]]:
    """The source after what was printed was edited, and what was refused."""
    before, after = tokens(printed), tokens(now)
    splicing = Splicing(source, before, source_map(source, before), WRITING)
    edits = [
        Edit(one.start, one.end, tuple(after[one.begin : one.stop]))
        for one in changes(keys(before), keys(after))
    ]
    kept, refused = splicing.sorted_out(splicing.apart(edits))
    looks = {}
    return applied(source, splicing.splices(kept, looks)), refused


def applied(source: str, splices: list[Splice]) -> str:
    for one in sorted(splices, key=lambda each: each.start, reverse=True):
        source = source[: one.start] + one.text + source[one.end :]
    return source


@pytest.mark.parametrize(
    ("now", "source"),
    [
        (PRINTED.replace("plan", "intend"), SOURCE.replace("plan", "intend")),
        (PRINTED.replace("About", "Some"), SOURCE.replace("About", "Some")),
        (PRINTED + " Truly.", SOURCE.replace("[](#stress).", "[](#stress). Truly.")),
        ("Today about " + PRINTED[6:], SOURCE.replace("About", "Today about")),
        (PRINTED.replace("them all", "us all"), SOURCE.replace("them", "us")),
        (PRINTED.replace(" plan to", " *really* plan to"),
         SOURCE.replace(" plan to", " **really** plan to")),
        (PRINTED.replace("About <6.5%> of ", "Of "),
         SOURCE.replace("About {{ sw.leaving.percent }} of ", "Of ")),
        (PRINTED.replace(", see paragraph ^3.4^", ""), SOURCE.replace(", see [](#stress)", "")),
        (PRINTED.replace("leave", "leave [x] *for* {{ y }} a_b_ #3 <5 | --"),
         SOURCE.replace("leave", r"leave \[x] **for** \{\{ y \}\} a_b\_ #3 <5 | --")),
    ],
)  # fmt: skip
def test_words_change_and_the_rest_of_the_source_stays(now: str, source: str) -> None:
    assert edited(SOURCE, PRINTED, now) == (source, [])


def test_a_figure_typed_over_is_refused_with_what_computes_it() -> None:
    made, (refused,) = edited(SOURCE, PRINTED, PRINTED.replace("<6.5%>", "7%"))
    assert made == SOURCE
    assert (refused.kind, refused.old, refused.new) == ("figure", "6.5%", "7%")
    assert refused.made == "{{ sw.leaving.percent }}"


def test_a_figure_within_a_longer_computed_phrase_is_refused_whole() -> None:
    source, printed = "Up {{ x.change }} now.", "Up <from 38% in 2021> now."
    made, (refused,) = edited(source, printed, "Up from 39% in 2021 now.")
    assert made == source
    assert (refused.old, refused.new) == ("from 38% in 2021", "from 39% in 2021")


def test_a_reference_typed_over_is_refused() -> None:
    made, (refused,) = edited(SOURCE, PRINTED, PRINTED.replace("^3.4^", "3.7"))
    assert made == SOURCE
    assert (refused.kind, refused.old, refused.new) == (
        "reference", "paragraph 3.4", "paragraph 3.7"
    )  # fmt: skip


def test_edits_beside_a_refused_one_are_merged() -> None:
    now = PRINTED.replace("<6.5%>", "7%").replace("plan", "intend")
    made, refused = edited(SOURCE, PRINTED, now)
    assert made == SOURCE.replace("plan", "intend")
    assert len(refused) == 1


def test_words_across_the_edge_of_a_look_are_written_anew() -> None:
    made, refused = edited(SOURCE, PRINTED, PRINTED.replace("*them all* plan", "those who plan"))
    assert (made, refused) == (SOURCE.replace("**them all**", "those who"), [])
    made, _ = edited("So **bold words** here.", "So *bold words* here.", "So *bold* ones here.")
    assert made == "So **bold** ones here."


def test_bold_words_taken_out_with_others_behind_them_leave_no_stars() -> None:
    source = "**Abroad:** an agency helps. Some stay."
    made, refused = edited(source, "*Abroad:* an agency helps. Some stay.", "Some stay.")
    assert (made, refused) == ("Some stay.", [])


def test_a_figure_that_moves_with_its_words_stays_computed() -> None:
    source = "First {{ a.count }} staff. Then others."
    made, refused = edited(
        source, "First <12> staff. Then others.", "Then others. First <12> staff."
    )
    assert (made, refused) == ("Then others. First {{ a.count }} staff.", [])


def test_a_divided_paragraph_keeps_its_name_with_the_first_part() -> None:
    made, _ = edited("One. Two. {#name}", "One. Two.", "One.¶Two.")
    assert made == "One. {#name}\n\nTwo."


def test_words_beside_a_figure_that_was_typed_over_are_merged() -> None:
    made, refused = edited("All ({{ x }}, {{ y }}).", "All (<50%>, <9>).", "All [51%; 8]!")
    assert made == r"All \[{{ x }}; {{ y }}]!"
    assert [(one.old, one.new) for one in refused] == [("50%", "51%"), ("9", "8")]


def test_words_beside_a_loop_are_merged_and_those_in_it_are_its_own() -> None:
    turn = "{{ one.title }} at {% for it in one %}{{ it }}, {% endfor %}"
    loop = f"{{% for one in few %}}{turn}{{% endfor %}}"
    printed = "Named at once: Travel at 8, 9, Court at 7, and so on."
    source = f"Named at once: {loop}and so on."
    made, refused = edited(source, printed, printed.replace("on.", "forth."))
    assert (made, refused) == (f"Named at once: {loop}and so forth.", [])
    made, (one,) = edited(source, printed, printed.replace("Court at", "Court with"))
    assert (made, one.kind, one.made) == (source, "made", loop)


def test_joined_paragraphs_leave_no_line_between() -> None:
    made, _ = edited("One.\n\nTwo.", "One.¶Two.", "One. Two.")
    assert made == "One. Two."


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("One. {#a}\n\nTwo. {#b}", "One. Two. {#a #b}"),
        ("One. {#a}\n\nTwo. {#b .note}", "One. Two. {#a #b .note}"),
        ("One. {#a .note}\n\nTwo.", "One. Two. {#a}"),
    ],
)
def test_a_paragraph_that_is_joined_brings_its_names_along(source: str, made: str) -> None:
    assert edited(source, "One.¶Two.", "One. Two.")[0] == made


def test_three_joined_paragraphs_have_all_their_names() -> None:
    for last, names in (("", "{#a #b}"), (" {#c}", "{#a #b #c}")):
        source = f"One. {{#a}}\n\nTwo. {{#b}}\n\nThree.{last}"
        assert edited(source, "One.¶Two.¶Three.", "One. Two. Three.")[0] == (
            f"One. Two. Three. {names}"
        )


def test_the_layout_of_lines_stays() -> None:
    source = "One two\n  three four\nfive."
    made, _ = edited(source, "One two three four five.", "One 2 three four 5.")
    assert made == "One 2\n  three four\n5."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("# no heading", "\\# no heading"),
        ("- no bullet", "\\- no bullet"),
        ("1. June", "1\\. June"),
        ("a. letter", "a\\. letter"),
        ("Table: no caption", "Table\\: no caption"),
        ("> no quotation", "\\> no quotation"),
        ("-5 degrees", "-5 degrees"),
    ],
)
def test_a_line_begins_nothing_that_it_does_not_say(text: str, source: str) -> None:
    assert escaped(f"so:\n{text}") == f"so:\\\n{source}"
