"""What a report's survey files declare, without any of their answers: codebook and findings."""

from __future__ import annotations

from generator.config.survey.codebook_file import load_codebook
from generator.config.survey.findings_file import load_findings_file

__all__ = ["load_codebook", "load_findings_file"]
