"""Hard rules, numbered as in docs/reference/model.md: each emits labelled linear rows."""
