"""The survey files of a new report: comments only, so that a report without a survey builds too."""

from __future__ import annotations

CODEBOOK_DRAFT = """\
# The survey behind the report: its exports and its questions. Remove the # signs and fill it in, or
# let the program draft it from an export:
#   committee survey inspect survey/answers.xlsx --write codebook.yaml
#
# cohorts:
#   staff: {name: employees, label: Employees}
# waves: ["2022", "2023"]
# files:
#   - {file: survey/staff_2022.xlsx, cohort: staff, wave: "2022", sent: 240}
#   - {file: survey/staff_2023.xlsx, cohort: staff, wave: "2023", sent: 251}
# scales:
#   agreement:
#     options: [Strongly agree, Agree, Neither agree nor disagree, Disagree, Strongly disagree]
#     top: 2
# questions:
#   workload: {text: My workload is manageable, kind: scale, scale: agreement}
"""

FINDINGS_DRAFT = """\
# The figures that the report may quote: a group, then a name for each. The narrative then says
# {{ staff.workload.percent }}. Remove the # signs and fill it in.
#
# wave: "2023"
# findings:
#   staff:
#     response: {measure: response_rate}
#     workload: {measure: percent, question: workload, top: 2}
"""
