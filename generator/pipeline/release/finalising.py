"""Releasing a report: checked, signed, written, recorded.

    final/            what the public gets: the .docx, a tagged PDF, findings.json, provenance.json,
                      and a page that tells anybody whether a file is the released one
    final-internal/   what the council keeps: the internal copy with all codes, the checklist

Nothing is written where a check finds an error or a sign-off does not stand. The files are written
first and the ledger last: a release that is killed has happened only when the ledger says so, and
the next one writes the same files again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.checks.consistent.excused_captions import excused_captions
from generator.config.config_rules import FILE_CHANGED
from generator.config.workspace import PUBLISHED_FILE, Workspace
from generator.errors import InputProblems
from generator.model.digests import bytes_digest
from generator.model.frozen import dataclass
from generator.model.issues import Issue, Where
from generator.model.release.record import ReleasedSignOff, ReleaseRecord
from generator.model.survey.publications import Publication
from generator.pipeline.checking import held_issues, hold, sign_off_refusals
from generator.pipeline.evidence.explaining import released_figures
from generator.pipeline.read_inputs import read_inputs
from generator.pipeline.release.workspace_releases import (
    is_finished,
    release_path,
    releases_of,
)
from generator.pipeline.report import Built, Prepared, build_prepared, prepare
from generator.pipeline.stages import Announce, silent
from generator.publish.libreoffice import libreoffice
from generator.publish.output import PROVENANCE
from generator.publish.pdf.pdf_lines import page_texts
from generator.publish.pdf.tagged_pdf import to_pdf
from generator.publish.provenance import provenance
from generator.publish.release.checklist_page import checklist_page, summary
from generator.publish.release.release_checklist import checklist_of
from generator.publish.release.release_record import part_digests, placed_lines
from generator.publish.release.verify_page import verify_page
from generator.signoff.releases import release_digest
from generator.signoff.signoff_rules import RELEASE_DIFFERS
from generator.word.pages.checklist_word import checklist_word
from generator.word.paper.read_paper import read_paper
from generator.word.paper.release_mark import with_release_mark

FINDINGS, VERIFY_PAGE, CHECKLIST = "findings.json", "verify.html", "checklist"


@dataclass(frozen=True, slots=True)
class Final:
    """A release before it is written. public, internal: file name -> bytes. issues: what was found
    that is no error. known: it was released as it is before. notes: what was left out, and why.
    register: the digest of the register of publications that it was held against, None for none.
    """

    record: ReleaseRecord
    record_path: Path
    public: Mapping[str, bytes]
    internal: Mapping[str, bytes]
    issues: tuple[Issue, ...]
    publication: Publication | None
    known: bool = False
    notes: tuple[str, ...] = ()
    register: str | None = None


def finalise(
    workspace: Workspace,
    name: str,
    today: date,
    *,
    supersede: bool = False,
    announce: Announce = silent,
) -> Final:
    """A report's release, in memory; only the cache is written.

    supersede: release a new version where a former one differs. Raises InputProblems with every
    error that the checks find, every sign-off that does not stand, and for a release that differs.
    """
    draft = prepare(read_inputs(workspace, name), announce=announce)
    refused = list(sign_off_refusals(draft, today))
    try:
        public = prepare(read_inputs(workspace, name), public=True, announce=announce)
    except InputProblems as error:
        raise InputProblems([*error.problems, *refused]) from error
    _refuse_changed(draft, public)
    pages = libreoffice() is not None
    internal = build_prepared(draft, page_numbers=pages, announce=announce)
    built = build_prepared(public, page_numbers=pages, announce=announce)
    word = built.files[public.loaded.file_name]
    held = hold(public, draft, final=True, today=today)
    issues = held_issues(held, word, public.warnings)
    errors = [*(one for one in issues if one.severity == "error"), *refused]
    if errors:
        raise InputProblems(errors)
    return _Release(workspace, draft, public, internal, built, issues).final(supersede, announce)


def _refuse_changed(draft: Prepared, public: Prepared) -> None:
    """What was checked and what is released must be made from the same files."""
    before, after = draft.inputs.files.seen, public.inputs.files.seen
    changed = [name for name in before.keys() & after.keys() if before[name] != after[name]]
    if changed:
        what, mend = "was changed while the report was released", "release it again"
        raise InputProblems(FILE_CHANGED.issue(Where(one), what, mend) for one in sorted(changed))


@dataclass(frozen=True, slots=True)
class _Release:
    """A report that may be released, on its way to files."""

    workspace: Workspace
    draft: Prepared
    public: Prepared
    internal: Built
    built: Built
    issues: tuple[Issue, ...]

    def final(self, supersede: bool, announce: Announce) -> Final:
        """The release. Raises InputProblems where a former one differs, without `supersede`."""
        releases = releases_of(self.workspace, self.draft.inputs.name)
        last = releases[-1] if releases else None
        record = self._record(last.version if last else 1)
        word = self._marked(record)
        if last is None:
            return self._written(record, word, None, announce)
        if bytes_digest(word) in last.files.values():
            return self._written(last, word, last, announce)
        if not supersede:
            raise InputProblems([self._differs(last)])
        record = replace(record, version=last.version + 1)
        return self._written(record, self._marked(record), None, announce)

    def _marked(self, record: ReleaseRecord) -> bytes:
        return with_release_mark(self._word, release_digest(record))

    @property
    def _word(self) -> bytes:
        return self.built.files[self.public.loaded.file_name]

    def _record(self, version: int) -> ReleaseRecord:
        """The record, without digests of files: these hold a digest of it."""
        report = self.public.loaded.report
        paper = read_paper(self._word, "")
        return ReleaseRecord(
            report=self.draft.inputs.name,
            version=version,
            title=self.public.document.title,
            council=report.council.name,
            committee=report.committee.name,
            meeting=report.meeting,
            published=report.published,
            lines=placed_lines(self._word, paper),
            sign_offs=self._sign_offs(),
            figures=released_figures(self.public),
            files={},
            parts={},
        )

    def _sign_offs(self) -> tuple[ReleasedSignOff, ...]:
        signed, rule = self.draft.composed.sign_offs, self.draft.loaded.format.sign_off
        return tuple(
            ReleasedSignOff(
                row.title.rstrip(":"),
                row.owner,
                row.date,
                row.code if rule.printed_in_public else "",
            )
            for row in (signed.rows if signed is not None else ())
        )

    def _differs(self, last: ReleaseRecord) -> Issue:
        path = release_path(self.draft.inputs.folder, last.version)
        where = Where(self.workspace.files.name(path))
        differs = "and what would be released now differs from it"
        if is_finished(self.workspace, last):
            what = f"version {last.version} was released, {differs}"
            mend = "look at it, and give --supersede to replace it"
            if last.pages and libreoffice() is None:
                what += ", without LibreOffice, which counted the pages of that release"
        else:
            what = f"the release of version {last.version} was begun and not finished, {differs}"
            mend = "if nobody has had its files, delete this record; else give --supersede"
        return RELEASE_DIFFERS.issue(where, what, mend)

    def _written(
        self, record: ReleaseRecord, word: bytes, last: ReleaseRecord | None, announce: Announce
    ) -> Final:
        """The files. last: the release that this is again; its record stays as it was written."""
        name = self.public.loaded.file_name
        pdf, notes = _pdf(word, announce)
        files = {name: word} | ({_pdf_name(name): pdf} if pdf else {})
        digests = {one: bytes_digest(data) for one, data in files.items()}
        if last is None:
            pages, parts = page_texts(pdf), part_digests(word)
            record = replace(record, files=digests, parts=parts, pages=pages)
        elif pdf and digests[_pdf_name(name)] != last.files.get(_pdf_name(name)):
            del files[_pdf_name(name)]
            notes += ("the PDF that was released stays: LibreOffice would make another one now",)
        files[FINDINGS] = self.built.files[FINDINGS]
        files[VERIFY_PAGE] = verify_page(record).encode()
        inner = f"{Path(name).stem} (internal).docx"
        report = self.public.loaded.report
        excused = excused_captions(report, self.public.document)
        checked = checklist_of(record, self.issues, report.council.checks, excused)
        internal = {
            inner: self.internal.files[name],
            f"{CHECKLIST}.html": checklist_page(checked).encode(),
            f"{CHECKLIST}.docx": checklist_word(checked, summary(checked)),
        }
        own, register = self.draft.inputs.name, self.workspace.inputs / PUBLISHED_FILE
        files[PROVENANCE] = provenance(own, self.built.inputs, files, True)
        internal[PROVENANCE] = provenance(own, self.internal.inputs, internal)
        return Final(
            record,
            release_path(self.draft.inputs.folder, record.version),
            files,
            internal,
            self.issues,
            self.built.publication,
            last is not None,
            notes,
            self.built.inputs.get(self.workspace.files.name(register)),
        )


def _pdf_name(name: str) -> str:
    return f"{Path(name).stem}.pdf"


def _pdf(word: bytes, announce: Announce) -> tuple[bytes, tuple[str, ...]]:
    """The tagged PDF of the released .docx; b'' and why where LibreOffice is missing."""
    if libreoffice() is None:
        return b"", ("no PDF was made: LibreOffice is not on the path",)
    announce("Making the PDF")
    return to_pdf(word), ()
