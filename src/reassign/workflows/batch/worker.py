"""A worker process: orders come in on stdin, a line each; records go out on stdout, a line each.

Started as ``python -m reassign.workflows.batch.worker``. Nothing about a member is in its arguments.
"""

from __future__ import annotations

import json
import os
import signal
import sys

from reassign.workflows.batch.journal import document_of
from reassign.workflows.batch.one_case import CaseOrder, lost_case, plan_case


def serve() -> None:
    """Work on orders until stdin ends."""
    # Ctrl-C reaches the whole group of processes; the one that gives the orders decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # A library that prints must not disturb the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for line in sys.stdin.buffer:
        order = json.loads(line)
        wanted = CaseOrder(**{**order, "endings": tuple(order["endings"])})
        try:
            record = plan_case(wanted)
        except Exception as error:  # noqa: BLE001 - a bug in one case must not take the others with it
            record = lost_case(wanted, type(error).__name__)
        answers.write((json.dumps(document_of(record)) + "\n").encode())
        answers.flush()


if __name__ == "__main__":
    serve()
