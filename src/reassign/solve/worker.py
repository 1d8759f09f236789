"""A process that settles components for another one: ``python -m reassign.solve.worker``."""

from __future__ import annotations

import signal
import sys

from reassign.solve.side_by_side import serve

if __name__ == "__main__":
    # Ctrl-C reaches the whole group of processes; the one that gives the work decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(sys.stdin.buffer, sys.stdout.buffer)
