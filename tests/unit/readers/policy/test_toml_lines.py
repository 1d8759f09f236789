from reassign.readers.policy.toml_lines import key_lines, nearest_line


def test_keys_are_found_under_their_tables() -> None:
    lines = key_lines('a = 1\n\n[b."c.d"]\n# e = 1\ne = 2\n')
    assert lines == {("a",): 1, ("b", "c.d"): 3, ("b", "c.d", "e"): 5}


def test_a_statement_of_several_lines_hides_what_looks_like_a_header() -> None:
    lines = key_lines('x = [\n  1,\n  [2],\n]\ny = """\n[z]\n"""\nw = 1\n')
    assert (lines[("x",)], lines[("y",)], lines[("w",)]) == (1, 5, 8)
    assert ("z",) not in lines


def test_arrays_of_tables_are_counted() -> None:
    lines = key_lines("[[q]]\nmin = 1\n[[q]]\nmin = 2\n[q.members]\nsex = 'female'\n")
    assert lines[("q", 0, "min")] == 2
    assert lines[("q", 1, "min")] == 4
    assert lines[("q", 1, "members", "sex")] == 6


def test_a_missing_key_has_the_line_of_the_table_around_it() -> None:
    lines = key_lines("\n[a]\nb = 1\n")
    assert nearest_line(lines, ("a", "missing")) == 2
    assert nearest_line(lines, ("other",)) == 0
