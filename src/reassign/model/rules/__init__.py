"""Hard rules: each emits labelled linear rows."""
