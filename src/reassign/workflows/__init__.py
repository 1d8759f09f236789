"""One file per verb: each wires the rooms together and holds no rule."""
