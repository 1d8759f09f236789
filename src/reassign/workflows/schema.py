"""Describe the documents that cross a file, for scripts and editors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reassign.domain.errors import UsageError

if TYPE_CHECKING:
    from pydantic import BaseModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_names() -> tuple[str, ...]:
    """What can be described."""
    return tuple(_models())


def json_schema(name: str) -> Mapping[str, object]:
    """The JSON Schema (draft 2020-12) of a document.

    Args:
        name: One of ``schema_names``.

    Raises:
        UsageError: There is no such document (``schema-unknown`` with ``name`` and ``known``).
    """
    models = _models()
    if name not in models:
        raise UsageError("schema-unknown", {"name": name, "known": ", ".join(models)})
    return {"$schema": DIALECT, **models[name].model_json_schema(by_alias=True)}


def _models() -> dict[str, type[BaseModel]]:
    from reassign.readers.plans.plan_schema import PlanDocument
    from reassign.readers.policy.policy_schema import CaseTable, PolicyTable
    from reassign.writers.json.schemas.registry import DOCUMENTS

    return {"case": CaseTable, "policy": PolicyTable, "plan": PlanDocument, **DOCUMENTS}
