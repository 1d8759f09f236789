import json

import pytest

from reassign.cli.visible import visible, visible_json


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Nguyễn Thị Ánh – “Đa Kao” › 1…7 ∞", "Nguyễn Thị Ánh – “Đa Kao” › 1…7 ∞", id="Vietnamese"),
        pytest.param("a\x1b[31mb", r"a\u{1b}[31mb", id="terminal escape"),
        pytest.param("a\x9b31mb", r"a\u{9b}31mb", id="escape of one byte"),
        pytest.param("a\nb\tc", r"a\u{a}b\u{9}c", id="line break and tab"),
        pytest.param("a\u202eb", r"a\u{202e}b", id="bidi override"),
        pytest.param("a\u200bb\ufeff", r"a\u{200b}b\u{feff}", id="zero width"),
        pytest.param("a\u00adb", r"a\u{ad}b", id="soft hyphen"),
        pytest.param("a\u2028b", r"a\u{2028}b", id="line separator"),
        pytest.param("a\ud800b", r"a\u{d800}b", id="half a surrogate pair"),
        pytest.param("a\U000e0041b", r"a\u{e0041}b", id="tag letter"),
        pytest.param("[red]a[/]", "[red]a[/]", id="markup is no markup"),
    ],
)
def test_what_could_steer_a_terminal_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["a\x1b[0m\x9b", "\u202e\u200b\U000e0041", "\ud800", "Đặng\n\t"])
def test_json_keeps_its_meaning(text: str) -> None:
    written = visible_json(json.dumps({"a": text}, ensure_ascii=False, indent=2))
    assert json.loads(written) == {"a": text}
    assert all(character == "\n" or character == visible(character) for character in written)
