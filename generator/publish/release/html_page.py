"""What the pages of a release share: one file, no address but its own, readable by everybody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

_DIGEST = re.compile(r"[0-9a-f]{64}")
_HERE = Path(__file__).resolve().parent
STYLE = (_HERE / "page.css").read_text("utf-8")


def asset(name: str) -> str:
    """A file that stands beside this one: a style or a script."""
    return (_HERE / name).read_text("utf-8")


def html_page(title: str, body: str, scripts: Iterable[str] = ()) -> str:
    """A page. body: HTML of what stands in <main>. scripts: whole <script> elements.

    Nothing may be fetched by it, and nothing sent: the policy in its head forbids that.
    """
    policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    policy += "img-src data:; base-uri 'none'; form-action 'none'"
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en-GB">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{escape(title)}</title>",
            f"<style>\n{STYLE}</style>",
            "</head>",
            "<body>",
            f"<main>\n{body}\n</main>",
            *scripts,
            "</body>",
            "</html>",
            "",
        )
    )


def html_table(caption: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose first column names its rows. Cells are text, escaped here."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in header)
    made = [
        f'<tr><th scope="row">{_cell(first)}</th>'
        + "".join(f"<td>{_cell(cell)}</td>" for cell in others)
        + "</tr>"
        for first, *others in rows
    ]
    inside = f"<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>"
    table = f"<table>\n{inside}\n<tbody>\n{chr(10).join(made)}\n</tbody>\n</table>"
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{escape(caption)}">{table}</div>'
    )


def _cell(text: str) -> str:
    """The HTML of a cell; only a digest is broken in the middle of a word."""
    return f"<code>{text}</code>" if _DIGEST.fullmatch(text) else escape(text)
