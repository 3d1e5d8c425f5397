"""Words of direction beside figures: what contradicts them is found, and nothing else is.

Figures: workload 59% (2019), 78% (2020, 2021), 67% (2022); consulted 46% (2020), 61%, 72%; leaving
10.9% (2021), 6.4%; response 60% (2019), 55%, 44%, 35%; hours 9.6 (2021), 8.8.
"""

from __future__ import annotations

import pytest

from .makers import problems

FIGURES = {
    "WORKLOAD": "{{ sw.workload_manageable.percent }}",
    "CONSULTED": "{{ sw.consulted.percent }}",
    "LEAVING": "{{ sw.leaving.percent }}",
    "RATE": "{{ sw.response.rate }}",
    "HOURS": "{{ sw.hours_over.mean }}",
    "W2019": "{{ sw.workload_manageable[2019].percent }}",
    "W2021": "{{ sw.workload_manageable[2021].percent }}",
    "SUPPORT": "{{ sw.manager_support.percent }}",
}

CONTRADICTED = [
    "WORKLOAD, which has fallen since 2019.",
    "WORKLOAD, which has risen.",
    "CONSULTED, which fell.",
    "WORKLOAD of social workers, which rose again.",
    "WORKLOAD agree, up from 78% in 2021.",
    "WORKLOAD agree, up from W2021 in 2021.",
    "WORKLOAD agree, up on 2021.",
    "WORKLOAD (up from 2021) agree.",
    "WORKLOAD say so, an increase on 2021.",
    "WORKLOAD say so, a rise since last year.",
    "WORKLOAD agree, more than in 2021.",
    "WORKLOAD agree, a little more than in 2021, when the figure was W2021.",
    "CONSULTED agree, fewer than in 2021.",
    "CONSULTED, lower than the 61% in 2021.",
    "CONSULTED, the same as in 2021.",
    "CONSULTED, unchanged since 2021.",
    "CONSULTED, about the same as last year.",
    "The figure rose to WORKLOAD.",
    "The figure rose to WORKLOAD in 2022.",
    "The figure rose from W2021 to WORKLOAD.",
    "The figure rose from W2021 in 2021 to WORKLOAD in 2022.",
    "The figure rose from 78% to 67%.",
    "Satisfaction grew slightly to WORKLOAD.",
    "It remained stable at WORKLOAD.",
    "It stayed at WORKLOAD.",
    "It remains at CONSULTED.",
    "Satisfaction has risen (WORKLOAD).",
    "More social workers (WORKLOAD) feel this than in 2021.",
    "Fewer of them (CONSULTED) feel this than last year.",
    "a fall of WORKLOAD since last year",
    "a WORKLOAD rise was seen",
    "the share doubled to CONSULTED",
    "the share halved to LEAVING",
    "CONSULTED, double the figure of 2020.",
    "RATE, up from {{ sw.response[2021].rate }} in 2021.",
    "It increased by {{ sw.workload_manageable.difference }}.",
    "An increase of {{ sw.workload_manageable.difference }}.",
    "{{ sw.workload_manageable.difference }} higher than in 2021.",
    "The number of replies rose to {{ sw.response.received }}.",
    "HOURS hours, an increase from 9.6 in 2021.",
    "HOURS hours a week, up from {{ sw.hours_over[2021].mean }} in 2021.",
    "It was WORKLOAD and rising.",
    "Only WORKLOAD agree \N{EN DASH} an increase on 2021.",
    "Workload rose sharply, from W2021 in 2021, to WORKLOAD.",
    "The rate dropped to CONSULTED in 2022.",
    "WORKLOAD now agree, higher than a year ago.",
    "CONSULTED compared with 61% in 2021, a fall of 11 points",
    (
        '{{ chart(sw.workload_manageable, title="Up to " ~'
        ' sw.workload_manageable.percent ~ ", a rise on 2021") }}'
    ),
    (
        '{{ chart(sw.workload_manageable, caption="Manageable: " ~'
        ' sw.workload_manageable.percent ~ ", up from 78% in 2021") }}'
    ),
    "Satisfaction has increased from W2021 to WORKLOAD.",
    "- workload: WORKLOAD (up on 2021)\n- consulted: CONSULTED (down on 2021)",
    "This year WORKLOAD agreed, slightly more than last year.",
    "The response rate climbed to RATE.",
    "The response rate has gone up to RATE.",
    "The response rate, at RATE, is higher than in 2021.",
    "RATE replied, which is more than in 2021.",
    "{{ sw.workload_manageable.proportion }}, up from 2021, agree",
    '{{ sw.stress["Never"].percent }} are never stressed, double the share of 2021.',
    "It is CONSULTED, down from the {{ sw.consulted[2021].percent }} reported in 2021.",
    "Down from 61% in 2021 to CONSULTED.",
    "HOURS hours on average, up slightly from {{ sw.hours_over.earlier.mean }} in 2021.",
    "CONSULTED felt consulted, a slight decrease on the previous survey.",
    "CONSULTED felt consulted (a decrease since 2020).",
    "CONSULTED felt consulted, no change from 2021.",
    "CONSULTED felt consulted, in line with last year.",
    "LEAVING plan to leave; this has doubled to LEAVING.",
    "The share halved, to LEAVING.",
    "The proportion who plan to leave rose to LEAVING.",
    "LEAVING plan to leave, up.",
    "{{ sw.response.received }} replied, more than in 2021.",
    "Replies fell by {{ sw.consulted.difference }}.",
    "Consulted has dropped (CONSULTED).",
    "The mean rose to HOURS hours.",
    "The mean rose to HOURS hours a week in 2022.",
    "WORKLOAD agree, higher than in 2021 when it was W2021.",
    "> WORKLOAD, an increase on last year.",
    "Text.[^1]\n\n[^1]: WORKLOAD, up on 2021.",
    "WORKLOAD agree; this is higher than in 2021.",
    "WORKLOAD agree. This is a rise since 2021.",
    "WORKLOAD agree: the figure has risen since 2021.",
    "WORKLOAD agree (2021: W2021), an increase.",
    "CONSULTED agree, a decrease.",
    "Since 2021 the share has gone up: WORKLOAD now agree.",
    "More people than in 2021 agree (WORKLOAD).",
    "There was a decrease in those who were consulted (CONSULTED).",
    "The share more than doubled, to CONSULTED.",
    "The share more than halved, to LEAVING.",
]

LEFT_ALONE = [
    (
        "CONSULTED agree, more than in 2021 ({{ sw.consulted[2021].percent }}) and in 2020."
        " WORKLOAD agree, fewer than in 2021 (W2021) and close to 60%."
    ),
    "WORKLOAD agree, more than in 2019 ({{ sw.workload_manageable[2019].percent }}).",
    "LEAVING plan to leave, fewer than in 2021 ({{ sw.leaving[2021].percent }}).",
    "CONSULTED agree. This is a concern; demand has fallen since 2021.",
    "WORKLOAD agree. This has lower costs than in 2021.",
    "Fewer people than in 2021 agree (WORKLOAD).",
    "WORKLOAD agree; the share has fallen since 2021.",
    "WORKLOAD agree (2021: W2021), a clear fall.",
    "A rise in those who were consulted (CONSULTED) was seen.",
    "WORKLOAD mention pay; pay has risen since 2021.",
    "WORKLOAD, which has risen since 2019.",
    "WORKLOAD, which has fallen.",
    "WORKLOAD agree, down from 78% in 2021 and up from 59% in 2019.",
    "WORKLOAD agree, {{ sw.workload_manageable.change }}.",
    "WORKLOAD said that stress had risen.",
    "CONSULTED have fallen ill.",
    "CONSULTED have fallen behind with their work.",
    "CONSULTED have reduced their hours.",
    "WORKLOAD have increased their caseload since 2021.",
    "CONSULTED have lower caseloads than others.",
    "WORKLOAD agree, more than in the wider workforce (90%).",
    "WORKLOAD, more than half.",
    "WORKLOAD, more than two thirds, agree.",
    "WORKLOAD, higher than nationally.",
    "More than WORKLOAD agree.",
    "Up to WORKLOAD agree.",
    "CONSULTED are up to date.",
    "The target is to rise to WORKLOAD.",
    "Numbers should not fall to CONSULTED.",
    "It has not risen to WORKLOAD.",
    "WORKLOAD use the new system, which has grown since 2019.",
    "CONSULTED feel more supported.",
    "CONSULTED want fewer meetings.",
    "CONSULTED would like less paperwork, and more time.",
    "Stress has fallen, and CONSULTED feel well.",
    "Concern has fallen (WORKLOAD are satisfied).",
    "WORKLOAD (W2021 in 2021) agree, and stress has risen.",
    (
        "It rose to {{ sw.workload_manageable[2020].percent }} in 2020, and fell to"
        " WORKLOAD in 2022."
    ),
    "Between 2019 and 2022 it rose to WORKLOAD.",
    "The figure fell from W2021 to WORKLOAD, still up on 2019.",
    "CONSULTED agree; that is a rise.",
    "Turnover has dropped to LEAVING.",
    "It fell to RATE, from 60% in 2019.",
    "SUPPORT, about the same as in 2021.",
    "SUPPORT, the same as in 2021.",
    "W2021, unchanged since 2020.",
    "A fall of {{ sw.workload_manageable.difference }}.",
    "{{ sw.workload_manageable.difference }} fewer than in 2021.",
    "{{ sw.workload_manageable.points }} than in 2021.",
    "CONSULTED have dropped out of training.",
    "CONSULTED live in the same town.",
    "CONSULTED have the same manager as last year.",
    "WORKLOAD work more than 37 hours.",
    "CONSULTED say work is stable.",
    "CONSULTED say caseloads are higher than in 2021.",
    "WORKLOAD say stress is higher than in 2021.",
    "CONSULTED say that stress is lower than a year ago.",
    "CONSULTED find their caseload lower than before.",
    "WORKLOAD think pay has risen more slowly than before.",
    "WORKLOAD reported, compared with 2021, an increase in caseloads.",
    "WORKLOAD noticed an increase since 2021 in paperwork.",
    "Of those leaving, WORKLOAD named a fall in morale since 2021.",
    "WORKLOAD say the number of referrals is up on 2021.",
    "WORKLOAD agree. Caseloads rose from 12 to 15.",
    "The rate fell from {{ sw.response[2021].rate }} to RATE.",
    "Of 94 replies, WORKLOAD agree, down on 2021.",
    "The share rose from 46% in 2020 to CONSULTED.",
    "CONSULTED of staff with caseloads up from 12 to 15 agree.",
    "WORKLOAD work in teams that have grown since 2021.",
    "CONSULTED, half of them in Duty.",
    "CONSULTED, half in 2022.",
    "WORKLOAD got a pay increase of 4.5% in 2022.",
    "WORKLOAD felt up to the job, down to earth.",
    "WORKLOAD said their hours were down from 40 to 37.",
    "WORKLOAD were unchanged in their view.",
    "If it rose to WORKLOAD, staff would leave.",
    "It is likely to fall to CONSULTED.",
    "As many as in 2021 (CONSULTED) agree.",
    "{% if true %}WORKLOAD{% endif %} now agree, the lowest since 2020.",
    "Workload is manageable for WORKLOAD: fewer say so than in 2021.",
    "WORKLOAD agreed, a fall on last year but more than in 2019.",
    "Satisfaction has decreased from W2021 to WORKLOAD.",
    "The response rate fell from 60% in 2019 to RATE.",
    "CONSULTED say they were consulted before changes; more than before, managers explain them.",
    "WORKLOAD agree. This is lower than in 2021.",
    "CONSULTED (out of 94) feel involved, up on both earlier surveys.",
    "CONSULTED of those with more than two years' service agree.",
    (
        "CONSULTED have been with the council for more than a year, and fewer than"
        " before want to go."
    ),
    "CONSULTED worked at home more than in the office.",
    "CONSULTED worked at home more often than in 2019.",
    "WORKLOAD worked at home, more often than in 2021.",
    "WORKLOAD worked at home, more of them than in 2019.",
    "WORKLOAD can see a rise in demand since 2021.",
    "WORKLOAD say that demand, up from 12 cases a week to 15, is too high.",
    "WORKLOAD had a manager who had changed, fallen ill or gone.",
    "Costs rose by 4% in 2022, and WORKLOAD feel it.",
    "Costs rose by 4%, to £3m; WORKLOAD agree.",
    "Where caseloads have risen (WORKLOAD of teams), staff ask for help.",
    "With inflation up from 2% in 2021 to 10%, CONSULTED worry.",
    "Inflation is up to 10%; CONSULTED worry about it.",
    "A pay increase of 4.5% was agreed.",
    "The vacancy rate rose from 12.5% to 20.0% ({{ sourced.vacancies.value }} in England).",
    "Nationally {{ sourced.vacancies.value }} of posts are vacant, a rise on 2021.",
    "SUPPORT feel supported, unchanged on 2021 (92%).",
    "SUPPORT are satisfied, similar to last year.",
    "SUPPORT are satisfied, slightly down on 2021.",
    "WORKLOAD, {{ sw.workload_manageable.points }} than in 2021, agree.",
    (
        "WORKLOAD agree: {{ sw.workload_manageable.points }} than in 2021, {{"
        " sw.workload_manageable.points_since(2019) }} than in 2019."
    ),
    "WORKLOAD have {{ sw.workload_manageable.choose('risen', 'fallen', 'stayed') }} since 2021.",
    "CONSULTED find meetings more useful than before.",
    "WORKLOAD find supervision better, and more frequent than in 2021.",
    "WORKLOAD find that supervision is good, useful and more frequent than in 2021.",
    "WORKLOAD stay late, because work has grown since 2021.",
    "WORKLOAD, whose teams have grown since 2021, agree.",
    "WORKLOAD of teams have grown.",
    "CONSULTED expect that caseloads will fall to 12.",
    "CONSULTED took part in training (more than in any other year).",
    "WORKLOAD feel safe at work, half of them always.",
    "CONSULTED work flexibly, twice a week.",
    "WORKLOAD of managers, fewer than half of whom have had training since 2021, agree.",
    "CONSULTED see a fall of 5% in referrals.",
    "Referrals have dropped and CONSULTED notice.",
    "Referrals have dropped, to the relief of CONSULTED.",
    "Fewer complaints (WORKLOAD of all in 2021) came from families.",
    "More training (WORKLOAD took part) has been offered than in 2021.",
    "Stable teams: CONSULTED have had the same manager since 2021.",
    "CONSULTED have had the same manager, the same as in Duty.",
    "CONSULTED stayed, and WORKLOAD grew in confidence.",
    "The share of those leaving is down to LEAVING from 10.9%.",
    "The share is at its lowest, RATE.",
    "RATE replied. In 2021 more did.",
    "From W2019 in 2019 it rose to W2021 in 2021, then fell to WORKLOAD.",
    "It rose (to W2021 in 2021) and then dropped, to WORKLOAD.",
    "Satisfaction remains high at WORKLOAD.",
    "Satisfaction remains above W2019, at WORKLOAD.",
    "HOURS hours over contract, less than in 2021 ({{ sw.hours_over[2021].mean }}).",
    "In 2021, W2021 agreed, the same as in 2020.",
    "In 2020, {{ sw.workload_manageable[2020].percent }} agreed, up from W2019.",
    "Neither rose: WORKLOAD and CONSULTED.",
    "CONSULTED report an improvement since 2021, WORKLOAD do not.",
    "WORKLOAD want pay to be increased.",
    "WORKLOAD want pay increased.",
    "WORKLOAD said that they had less time than in 2021.",
    "WORKLOAD have, on average, less time than in 2021.",
    "WORKLOAD see families weekly, more than before the pandemic.",
]


def found(source: str) -> list[str]:
    """What is wrong with a source in which figures stand for their expressions."""
    for name, expression in FIGURES.items():
        source = source.replace(name, expression)
    return [message for _, message in problems(source)]


@pytest.mark.parametrize("source", CONTRADICTED)
def test_a_direction_that_the_figures_contradict_is_a_problem(source: str) -> None:
    assert found(source)


@pytest.mark.parametrize("source", LEFT_ALONE)
def test_what_the_figures_bear_or_is_not_said_of_them_is_left_alone(source: str) -> None:
    assert found(source) == []


def test_the_message_tells_what_the_figure_did() -> None:
    (message,) = found("WORKLOAD, which has risen.")
    assert message.startswith("'risen' stands with 67%, which fell from 78% in 2021; write .change")
    (message,) = found("SUPPORT, the same as in 2021.") or ["none"]
    assert message == "none"
    (message,) = found("W2021, an increase on 2020.")
    assert "'increase' stands with 78%, which is the same as in 2020" in message


def test_a_withheld_figure_or_change_bears_no_message() -> None:
    assert found("{% if not sw.small.published %}12%{% endif %}, up from 2021.") == []


def test_a_word_that_an_expression_prints_is_its_own_affair() -> None:
    assert found("WORKLOAD, {{ sw.consulted.choose('risen', 'fallen', 'the same') }}.") == []
