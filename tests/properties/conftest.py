"""How hard hypothesis tries: the same cases on every machine, more of them on demand."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "properties",
    max_examples=int(os.environ.get("REASSIGN_EXAMPLES", "60")),
    deadline=None,
    derandomize="REASSIGN_EXAMPLES" not in os.environ,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
settings.load_profile("properties")
