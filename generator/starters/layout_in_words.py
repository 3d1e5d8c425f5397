"""The parts of a format's layout in words, for `committee format show`."""

from __future__ import annotations

from generator.model.format import DEPENDENCES, Format, ImplicationRule, Part, section_rule
from generator.model.wording.english import listed

PART_HEADINGS = (
    "Part",
    "Required",
    "Numbered",
    "Key",
    "What to write",
    "Opens with",
    "Closes with",
    "If there is none",
)
_PARTS = {
    "section": "section {title}",
    "free_sections": "sections under headings of the report's own",
    "heading": "heading {title}, with nothing under it",
    "implication": "implication {title}",
    "appendices_list": "list of appendices",
    "background_papers": "background papers",
    "terms_of_reference": "terms of reference",
    "subject_history": "subject history",
    "report_author": "report authors",
    "contacts": "contacts",
    "sign_off_table": "table of who signed off",
    "exempt": "why the report is exempt, where it is",
    "contents": "contents list",
    "recommendations": "recommendations",
    "row": "front-matter rows: {rows}",
    "text": "fixed text",
}
_STYLES = {
    "sections": "implications, each a section of its own",
    "sub_headings": "implications, each under a sub-heading",
    "table": "implications as a table",
    "grid": "implications as a Yes/No grid",
    "appendix": "implications, as the first appendix",
}
_FORMS = {
    "paragraphs": "a paragraph each",
    "list": "a numbered list",
    "bullets": "a bulleted list",
    "lines": "a line each",
    "table": "a table",
}


def described_part(format_: Format, part: Part) -> tuple[str, ...]:
    """One part of the layout, by PART_HEADINGS; '' where there is nothing to say."""
    elsewhere = {
        "implications": "see below",
        "implication": "see below",
        "recommendations": "see above",
    }
    required = elsewhere.get(part.kind, "yes" if part.required else "no")
    key = part.key if part.kind in ("section", "implication") else ""
    numbered = "yes" if part.numbered else "no"
    texts = (part.guidance, part.text, part.closing, part.nil)
    return (_words(format_, part), required, numbered, key, *texts)


def signed_words(rule: ImplicationRule) -> str:
    """How something is signed off: 'by code, before release'; 'no' where it is not."""
    kinds = {"none": "no", "code": "by code", "name_date": "by officer and date"}
    signed = kinds[rule.sign_off]
    if rule.depends_on != DEPENDENCES:
        signed += f" ({listed(rule.depends_on)})"
    return f"{signed}, before release" if rule.sign_off_required else signed


def _words(format_: Format, part: Part) -> str:
    titles = {rule.key: rule.title for rule in format_.implications}
    labels = {rule.key: rule.label.rstrip(":") for rule in format_.front_matter}
    rows = listed([labels.get(key, key) for key in part.rows])
    if part.kind == "implications":
        words = _STYLES[part.style]
    elif part.kind == "sign_off_table" and part.rows:
        words = f"table of who signs: {rows}"
    else:
        title = part.title or titles.get(part.key, part.key)
        words = _PARTS[part.kind].format(title=repr(title), rows=rows)
    if part.title and part.kind not in ("section", "heading", "implication"):
        words += f", under {part.title!r}"
    if part.form:
        words += f", as {_FORMS.get(part.form, part.form)}"
    if part.columns:
        words += f" with {listed(part.headings or [_plain(one) for one in part.columns])}"
    if part.sign_off != "none":
        words += f", signed off by {part.owner or 'its owner'} {signed_words(section_rule(part))}"
    if part.aliases:
        words += f", also headed {' or '.join(map(repr, part.aliases))}"
    return f"{words} (heading fixed)" if part.fixed else words


def _plain(column: str) -> str:
    return column.replace("_", " ").capitalize()
