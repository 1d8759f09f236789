"""The documents by name."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.writers.schemas.batch import BatchDocument
from reassign.writers.schemas.comparison import ComparisonDocument
from reassign.writers.schemas.curve import CurveDocument
from reassign.writers.schemas.entry import Document
from reassign.writers.schemas.explanation import BottlenecksDocument, ExplanationDocument, ExplanationsDocument
from reassign.writers.schemas.findings import ErrorDocument, FindingsDocument
from reassign.writers.schemas.infeasible import InfeasibleDocument
from reassign.writers.schemas.sweep import SweepDocument
from reassign.writers.schemas.verification import VerificationDocument

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
