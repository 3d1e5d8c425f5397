"""Loading findings.yaml: which figures a report may use, checked against its codebook."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.config.config_rules import FINDINGS_NAMES
from generator.config.files import Files
from generator.config.schema.schema_check import check
from generator.config.survey.finding_scores import SHARE_OF_ITEMS, read_bands
from generator.config.survey.finding_spec import Defaults, SpecReader
from generator.config.yaml.yaml_file import YamlFile, read_yaml
from generator.errors import Problems, did_you_mean
from generator.model.survey.codebook import Codebook
from generator.model.survey.finding_specs import DisclosureRules, FindingsFile


def load_findings_file(path: Path, files: Files, codebook: Codebook) -> FindingsFile:
    """What findings.yaml declares, checked against the codebook.

    files: the door it is read through. Raises InputProblems with everything that is
    wrong in it: first what does not fit its schema, else every unknown question, answer, cohort,
    wave, theme and quotation, and every measure that does not fit its question.
    """
    file = read_yaml(path, files)
    check(file, "findings")
    data: Mapping[str, Any] = file.data
    problems = Problems()
    wave = _report_wave(file, codebook, problems)
    defaults = Defaults(
        wave=wave,
        waves=_waves(file, codebook, wave, problems),
        decimals=int(data.get("rounding", {}).get("decimals", 0)),
        interval=bool(data.get("intervals", False)),
        test=bool(data.get("tests", False)),
        missing_items=SHARE_OF_ITEMS[data.get("missing_items", "half")],
        bands=read_bands(file, ("bands",), data.get("bands"), problems),
        scale=str(data.get("scale", "")),
    )
    reader = SpecReader(file, codebook, defaults, problems)
    specs = [
        reader.read(group, name) for group, entries in data["findings"].items() for name in entries
    ]
    problems.raise_any()
    return FindingsFile(
        file=file.file,
        wave=wave,
        waves=defaults.waves,
        findings=tuple(spec for spec in specs if spec is not None),
        rules=_rules(data.get("disclosure", {})),
        decimals=defaults.decimals,
        confidence=float(data.get("confidence", 0.95)),
        correction=bool(data.get("population_correction", True)),
        method=_texts(data.get("method", ())),
    )


def _report_wave(file: YamlFile, codebook: Codebook, problems: Problems) -> str:
    wave = str(file.data.get("wave", codebook.waves[-1]))
    if wave not in codebook.waves:
        mend = did_you_mean(wave, codebook.waves)
        problems.add(
            FINDINGS_NAMES,
            file.where(["wave"]),
            f"there is no wave {wave!r} in {codebook.file}",
            mend,
        )
        return codebook.waves[-1]
    return wave


def _waves(file: YamlFile, codebook: Codebook, wave: str, problems: Problems) -> tuple[str, ...]:
    upto = codebook.waves[: codebook.waves.index(wave) + 1]
    if "waves" not in file.data:
        return upto
    wanted = [str(name) for name in file.data["waves"]]
    for index, name in enumerate(wanted):
        if name not in codebook.waves:
            where = file.where(["waves", index])
            mend = did_you_mean(name, codebook.waves)
            problems.add(
                FINDINGS_NAMES, where, f"there is no wave {name!r} in {codebook.file}", mend
            )
    if wave not in wanted:
        what = f"the report's wave {wave!r} is not among them"
        problems.add(FINDINGS_NAMES, file.where(["waves"]), what, "add it, or change 'wave'")
    return tuple(name for name in codebook.waves if name in wanted)


def _rules(data: Mapping[str, Any]) -> DisclosureRules:
    rules: dict[str, Any] = {
        key: value if key == "published" else int(value) for key, value in data.items()
    }
    cell = rules.get("minimum_cell_breakdown", DisclosureRules().minimum_cell_breakdown)
    rules.setdefault("protection_range", max(cell, 2))
    return DisclosureRules(**rules)


def _texts(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
