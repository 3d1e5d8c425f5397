"""The checklist as a page of HTML."""

from __future__ import annotations

from html import escape

from generator.model.release.checklist import Checklist, ChecklistPart
from generator.publish.release.html_page import html_page, html_table


def checklist_page(checklist: Checklist) -> str:
    """The checklist of a release as one HTML file."""
    title = f"Checks before release: {checklist.title}"
    body = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(checklist.council)}, version {checklist.version}.</p>",
        f"<p>{escape(summary(checklist))}</p>",
    ]
    for part in checklist.parts:
        body += _part(part)
    if checklist.sign_offs:
        body += ["<h2>Sign-offs</h2>"]
        header = ("Part of the report", "Owner", "Date", "Code")
        body += [html_table("Who signed what", header, checklist.sign_offs)]
    body += ["<h2>Files</h2>"]
    body += [html_table("What was released", ("File", "SHA-256"), checklist.files)]
    return html_page(title, "\n".join(body))


def summary(checklist: Checklist) -> str:
    """'52 rules were applied: 49 are met, 3 are met in part; 1 is not applied here.'"""
    states = [row.state for part in checklist.parts for row in part.rows]
    met, partly = states.count("met"), states.count("partly met")
    off = states.count("not applied")
    text = f"{met + partly} rules were applied: {met} are met, {partly} in part"
    return f"{text}; {off} not applied here, with the reason." if off else f"{text}."


def _part(part: ChecklistPart) -> list[str]:
    made = [f"<h2>{escape(part.family.capitalize())}</h2>", f"<p>{escape(part.question)}</p>"]
    rows = [(row.looked_for, row.state, "; ".join(row.found), row.source) for row in part.rows]
    header = ("What was looked for", "Result", "What was found", "Source")
    made.append(html_table(f"{part.family.capitalize()}: rules", header, rows))
    if part.left_to_people:
        points = "".join(f"<li>{escape(one)}</li>" for one in part.left_to_people)
        made += ["<h3>Left to people</h3>", f"<ul>{points}</ul>"]
    return made
