"""The page published beside a report: is this the released file, who signed it, whence its figures.

It works in any browser without a network. The release stands in it as JSON; `verify.js` reads a
.docx that somebody drops on it by the rules of word/paper/release_lines.py, and `pdf_pages.js` the
pages of a PDF.
"""

from __future__ import annotations

import json
from html import escape

from generator.model.release.record import ReleaseRecord
from generator.model.wording.dates import date_text
from generator.publish.release.html_page import asset, html_page, html_table
from generator.signoff.releases import as_statement

_SCRIPTS = ("pdf_pages.js", "compare_pdf.js", "verify.js")
_DROP = """\
<div class="drop" id="drop">
<label for="file">Choose the Word or PDF file, or drop it here</label>
<input type="file" id="file" accept=".docx,.pdf">
<p>The file does not leave your computer: this page compares it here, and sends nothing.</p>
</div>
<div id="result" role="status" aria-live="polite"></div>
<noscript><p>Comparing a file needs JavaScript; its digest is below.</p></noscript>"""


def verify_page(record: ReleaseRecord) -> str:
    """The page of a release as one HTML file."""
    title = f"Is this the published report? {record.title}"
    body = [f"<h1>{escape(record.title)}</h1>", f"<p>{escape(_told(record))}</p>"]
    body += ["<h2>Is this the published file?</h2>", _DROP]
    if record.sign_offs:
        body += ["<h2>Who signed it off</h2>", _sign_offs(record)]
    if record.figures:
        body += ["<h2>Where each figure comes from</h2>", _figures(record)]
    body += ["<h2>Files</h2>", _files(record)]
    data = json.dumps(as_statement(record), ensure_ascii=False, separators=(",", ":"))
    safe = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    scripts = (
        f'<script type="application/json" id="release">{safe}</script>',
        *(f"<script>\n{asset(name)}</script>" for name in _SCRIPTS),
    )
    return html_page(title, "\n".join(body), scripts)


def _told(record: ReleaseRecord) -> str:
    """'Report to the Cabinet of ... on 27 July 2022; published on ...; version 1.'"""
    published = f"; published on {date_text(record.published)}" if record.published else ""
    place = f"{record.council}: report to {record.committee}, {date_text(record.meeting)}"
    return f"{place}{published}; version {record.version}."


def _sign_offs(record: ReleaseRecord) -> str:
    coded = any(one.code for one in record.sign_offs)
    header = ("Part of the report", "Cleared by", "On", *(("Code",) if coded else ()))
    rows = [
        (
            one.title,
            one.owner or "\u2013",
            date_text(one.date) if one.date else "\u2013",
            *((one.code or "\u2013",) if coded else ()),
        )
        for one in record.sign_offs
    ]
    return html_table("What officers have cleared, and when", header, rows)


def _figures(record: ReleaseRecord) -> str:
    header = ("Figure", "Where", "Question", "Of whom", "When asked", "Base", "Rounding", "Note")
    rows = [
        (
            one.printed,
            one.place,
            one.question,
            one.who,
            one.wave,
            one.base,
            one.rounding,
            one.note,
        )
        for one in record.figures
    ]
    return html_table(
        "The figures of the report, in the order in which they are printed", header, rows
    )


def _files(record: ReleaseRecord) -> str:
    rows = sorted(record.files.items())
    return html_table("Digests (SHA-256) of what was released", ("File", "SHA-256"), rows)
