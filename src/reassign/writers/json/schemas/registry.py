"""The documents by name."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.writers.json.schemas.batch import BatchDocument
from reassign.writers.json.schemas.comparison import ComparisonDocument
from reassign.writers.json.schemas.curve import CurveDocument
from reassign.writers.json.schemas.entry import Document
from reassign.writers.json.schemas.explanation import BottlenecksDocument, ExplanationDocument, ExplanationsDocument
from reassign.writers.json.schemas.findings import ErrorDocument, FindingsDocument
from reassign.writers.json.schemas.infeasible import InfeasibleDocument
from reassign.writers.json.schemas.sweep import SweepDocument
from reassign.writers.json.schemas.verification import VerificationDocument

DOCUMENTS: Mapping[str, type[Document]] = {
    "findings": FindingsDocument,
    "error": ErrorDocument,
    "infeasible": InfeasibleDocument,
    "verification": VerificationDocument,
    "comparison": ComparisonDocument,
    "sweep": SweepDocument,
    "curve": CurveDocument,
    "explanation": ExplanationDocument,
    "explanations": ExplanationsDocument,
    "bottlenecks": BottlenecksDocument,
    "batch": BatchDocument,
}
"""What commands print with ``--json``, besides the plan itself, which is read again and described by its reader."""
