"""A small workspace: one report from three small exports, quick enough for hundreds of builds.

Thirty social workers and fifteen managers; six questions; two waves. Every respondent has a name,
an e-mail address and (in one layout) an IP address that nothing but the export may ever hold.
"""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Mapping
from pathlib import Path

from xlsxwriter import Workbook

ROOT = Path(__file__).resolve().parent.parent
NAME = "check"
FOLDER = f"inputs/{NAME}"
FORMAT = "wolverhampton-scrutiny-2023"

REPORT = f"""\
format: {FORMAT}
title: Staff check 2022
committee: {{name: Families Scrutiny Panel, short_name: Panel, type: scrutiny}}
meeting: {{date: 2023-03-15}}
published: 2023-03-07
front_matter:
  cabinet_member: beverley-momenabadi
  wards_affected: All
  accountable_director: emma-bennett
  originating_service: Children's Services
  accountable_employees:
    - {{name: Ada Byron, post: Principal Analyst, telephone: 01902 550000, email: team@example.org}}
  considered_by:
    - {{body: Leadership Team, date: 2023-02-16}}
recommendations:
  decision:
    - {{text: Note the findings., name: note-findings}}
implications:
  legal: {{nil: true}}
appendices:
  - {{key: chart-figures, title: Figures behind the charts, content: figure_tables}}
  - {{key: tables, title: Tables of findings, content: findings_tables}}
chart_tables: appendix
variables: {{budget: £52.2 million}}
sourced:
  vacancies: {{value: "20.0%", source: "Department for Education, workforce", date: 2022-09-30}}
"""

SIGN_OFFS = """\
sign_offs:
  financial:
    - {code: "[JG/15022023/Y]"}
  legal:
    - {code: "[SB/05022023/I]"}
"""

CODEBOOK = """\
cohorts:
  sw: {name: social workers, label: Social workers}
  mg: {name: managers, label: Managers}
waves: ["2021", "2022"]
files:
  - {file: survey/sw_2021.csv, cohort: sw, wave: "2021", sent: 50}
  - {file: survey/sw_2022.xlsx, cohort: sw, wave: "2022", sent: 60}
  - {file: survey/mg_2022.csv, cohort: mg, wave: "2022", sent: 20}
filters:
  duplicates: content
  test_answers: {question: comment, contains: TEST ANSWER}
scales:
  agreement:
    options: [Strongly agree, Agree, Neither, Disagree, Strongly disagree]
    scores: [100, 75, 50, 25, 0]
    top: 2
questions:
  team:
    text: Which team are you in?
    kind: single
    options: [North, South, Prefer not to say]
  workload:
    text: My workload is manageable
    texts: {"2021": My caseload is manageable}
    kind: scale
    scale: agreement
  stay:
    text: Do you plan to stay?
    kind: single
    options: ["Yes", "No"]
  hours:
    text: How many hours do you work over contract?
    kind: number
    unit: hours
    minimum: 0
    maximum: 40
  pressures:
    text: What puts pressure on you?
    kind: multi
    options: [Paperwork, Court work, Travel]
  comment:
    text: What else would you like to say?
    kind: text
"""

FINDINGS = """\
wave: "2022"
disclosure: {minimum_base: 10, minimum_base_breakdown: 10, minimum_cell: 0}
findings:
  sw:
    response: {measure: response_rate, title: Response rate}
    workload: {measure: top_box, question: workload, title: Workload is manageable}
    answers: {measure: shares, question: workload, title: All answers on workload}
    by_team: {measure: top_box, question: workload, by: team, waves: ["2022"], title: By team}
    leaving: {measure: percent, question: stay, options: ["No"], decimals: 1, title: Plans to leave}
    hours: {measure: mean, question: hours, decimals: 1, title: Hours over contract}
    pressures: {measure: multi, question: pressures, title: Pressures}
  mg:
    response: {measure: response_rate, title: Response rate}
    workload: {measure: top_box, question: workload, title: Workload is manageable}
"""

NARRATIVE = """\
# Purpose {#purpose}

This report tells the {{ report.committee_short }} what staff said in {{ survey.wave }}.

# Background {#background}

Vacancies in England stood at {{ sourced.vacancies }}. The budget is {{ report.budget }}.[^1]

[^1]: As agreed in February.

# What staff said {#findings}

{{ sw.response.received }} of {{ sw.response.sent }} social workers replied \
({{ sw.response.rate }}). {#replies}

## Workload

{{ sw.workload.percent }} say that their workload is manageable, {{ sw.workload.change }}, that is \
{{ sw.workload.points }}. See [](#workload-chart) and [](#replies). {#workload}

{{ chart(sw.workload, name="workload-chart", caption="Workload by year", title="Workloads move") }}

{{ chart(sw.answers, kind="stacked", caption="All answers", title="All answers") }}

{{ table(sw.workload, mg.workload, caption="Both groups") }}

{{ sw.leaving.percent }} plan to leave; they work {{ sw.hours.mean }} hours over contract. Named \
often: {{ sw.pressures.top(2) }}. Of managers {{ mg.workload.percent }} agree.

- one **bold** thing
- [a link](https://example.org/a?b=1&c=2)

> A quotation.

# Next steps {#next-steps}

An action plan follows.

# Financial implications {#financial}

There are none.

# Equalities implications {#equalities}

There are none.

# Health and wellbeing implications {#health-wellbeing}

There are none.
"""

TEXTS: Mapping[str, str] = {
    "report.yaml": REPORT,
    "sign_offs.yaml": SIGN_OFFS,
    "codebook.yaml": CODEBOOK,
    "findings.yaml": FINDINGS,
    "narrative.md": NARRATIVE,
}

QUESTIONS = (
    "Which team are you in?",
    "My workload is manageable",
    "Do you plan to stay?",
    "How many hours do you work over contract?",
    "What puts pressure on you?",
    "What else would you like to say?",
)
AGREEMENT = ("Strongly agree", "Agree", "Neither", "Disagree", "Strongly disagree")
FORMS = ("ID", "Start time", "Completion time", "Email", "Name")


def answers_of(number: int, spread: int) -> list[str]:
    """What respondent `number` answered; spread changes the distribution between the files."""
    pressures = [("Paperwork", "Court work", "Travel")[number % 3], "Travel"][: number % 4 + 1]
    return [
        "South" if number % 2 else "North",
        AGREEMENT[number * spread % 5],
        "No" if number % 7 == 0 else "Yes",
        str(number * spread % 12),
        ";".join(dict.fromkeys(pressures)) + ";",
        f"Comment {number} of {spread}",
    ]


def person(mark: str, number: int) -> tuple[str, str, str]:
    """The name, the e-mail address and the IP address of a respondent, found nowhere else."""
    return (
        f"Quillon Zebrowski-{mark}{number}",
        f"q.zebrowski.{mark}{number}@example.org",
        f"203.0.113.{number}",
    )


def forms_rows(mark: str, count: int, spread: int, workload: str) -> list[list[str]]:
    """A Microsoft Forms export: header, answers, one answer sent twice, one test answer."""
    questions = [QUESTIONS[0], workload, *QUESTIONS[2:]]
    rows = [[*FORMS, *questions]]
    for number in range(1, count + 1):
        name, mail, _ = person(mark, number)
        times = [f"2022-09-{number % 28 + 1:02} 09:00:00", f"2022-09-{number % 28 + 1:02} 09:10:00"]
        rows.append([str(number), *times, mail, name, *answers_of(number, spread)])
    twice = [str(count + 1), *rows[1][1:]]
    test = [str(count + 2), *rows[2][1:-1], "TEST ANSWER, please ignore"]
    return [*rows, twice, test]


def qualtrics_rows(mark: str, count: int, spread: int) -> list[list[str]]:
    """A Qualtrics export: three header rows, with IP addresses and names."""
    codes = ["StartDate", "EndDate", "Status", "IPAddress", "Progress", "Finished", "ResponseId"]
    codes += ["RecipientLastName", "RecipientEmail", *(f"Q{n}" for n in range(1, 7))]
    texts = [*codes[:9], *QUESTIONS]
    ids = [f'{{"ImportId":"{code}"}}' for code in [*codes[:9], *(f"QID{n}" for n in range(1, 7))]]
    rows = [codes, texts, ids]
    for number in range(1, count + 1):
        name, mail, address = person(mark, number)
        day = f"2022-09-{number:02} 09:00:00"
        about = [day, day, "IP Address", address, "100", "True", f"R_{mark}{number}", name, mail]
        answers = answers_of(number, spread)
        answers[4] = answers[4].rstrip(";").replace(";", ",")
        rows.append([*about, *answers])
    return rows


def csv_bytes(rows: list[list[str]]) -> bytes:
    """Rows as the csv file that Excel writes."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def xlsx_bytes(rows: list[list[str]]) -> bytes:
    """Rows as the only sheet of a workbook; numbers as numbers."""
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Sheet1")
        for down, row in enumerate(rows):
            for across, cell in enumerate(row):
                if cell.isdigit():
                    sheet.write_number(down, across, int(cell))
                else:
                    sheet.write_string(down, across, cell)
    return stream.getvalue()


def exports() -> dict[str, bytes]:
    """The raw exports by their path from the report's folder."""
    return {
        "survey/sw_2021.csv": csv_bytes(forms_rows("a", 24, 3, "My caseload is manageable")),
        "survey/sw_2022.xlsx": xlsx_bytes(forms_rows("b", 30, 7, QUESTIONS[1])),
        "survey/mg_2022.csv": csv_bytes(qualtrics_rows("c", 15, 4)),
    }


def people() -> list[str]:
    """Everything in the exports that names a respondent."""
    counts = {"a": 24, "b": 30, "c": 15}
    return [
        text
        for mark, count in counts.items()
        for n in range(1, count + 1)
        for text in person(mark, n)
    ]


def write_workspace(root: Path) -> Path:
    """Write the whole small workspace into a folder; returns the folder."""
    shutil.copytree(ROOT / "config", root / "config")
    (root / "report_templates").mkdir()
    shutil.copy(ROOT / "report_templates" / "scrutiny.docx", root / "report_templates")
    folder = root / FOLDER
    (folder / "survey").mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    for name, data in exports().items():
        (folder / name).write_bytes(data)
    return root
