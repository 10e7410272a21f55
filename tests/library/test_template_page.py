"""The page for people who write activities says what the product reads."""

from tests.library.template_page import TARGET, page


def test_the_page_about_templates_is_what_the_shapes_and_the_rules_say() -> None:
    assert TARGET.read_text(encoding="utf-8") == page(), "python -m tests.library.template_page writes it anew"
