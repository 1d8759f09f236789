import pytest

from reassign.cli.session import asked_language, local_language
from reassign.domain.language import Language


@pytest.mark.parametrize(
    ("arguments", "environment", "system_locale", "expected"),
    [
        pytest.param(["plan", "--lang", "vi"], {"REASSIGN_LANG": "en"}, "", "vi", id="flag first"),
        pytest.param(["plan", "--lang=en"], {"REASSIGN_LANG": "vi"}, "", "en", id="flag with equals sign"),
        pytest.param([], {"REASSIGN_LANG": "vi", "LANG": "en_US.UTF-8"}, "", "vi", id="then the variable"),
        pytest.param([], {"LANG": "vi_VN.UTF-8"}, "", "vi", id="then the locale"),
        pytest.param([], {"LC_ALL": "C", "LANG": "vi_VN"}, "", "en", id="LC_ALL over LANG"),
        pytest.param([], {}, "Vietnamese_Vietnam", "vi", id="Windows"),
        pytest.param([], {}, "", "en", id="else English"),
        pytest.param(["--lang"], {}, "", "en", id="flag without a value is judged later"),
    ],
)
def test_language(arguments: list[str], environment: dict[str, str], system_locale: str, expected: Language) -> None:
    assert (asked_language(arguments, environment) or local_language(environment, system_locale)) == expected
