"""Sign-off: what somebody cleared, the ledger that keeps it, and what has gone stale since."""
