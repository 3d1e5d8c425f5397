"""Which function computes which measure of findings.yaml."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.model.survey.finding_specs import FindingSpec
from generator.survey.measures.context import Context, MeasuredFigures
from generator.survey.measures.numbers import mean, median
from generator.survey.measures.ranking import ranking
from generator.survey.measures.response import representativeness, response_rate
from generator.survey.measures.scores import bands, index, net
from generator.survey.measures.shares import multi, percent, shares


def quotation(spec: FindingSpec, _: Context) -> MeasuredFigures:
    """Approved quotations, picked by their ids; there is no figure."""
    return MeasuredFigures((), "", quotations=spec.ids)


MEASURES: Mapping[str, Callable[[FindingSpec, Context], MeasuredFigures]] = {
    "response_rate": response_rate,
    "percent": percent,
    "top_box": percent,
    "bottom_box": percent,
    "net": net,
    "mean": mean,
    "median": median,
    "index": index,
    "bands": bands,
    "shares": shares,
    "multi": multi,
    "representativeness": representativeness,
    "ranking": ranking,
    "quotation": quotation,
}
