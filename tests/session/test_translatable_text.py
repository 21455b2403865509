import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.translatable_text import Text, as_literal, tr


def test_a_sentence_is_filled_with_its_values():
    assert str(tr("{count} of {all} rows", count=3, all=12)) == "3 of 12 rows"


def test_a_sentence_without_values_is_itself():
    assert str(tr("The answer is empty.")) == "The answer is empty."


def test_numbers_may_be_given_a_form():
    assert str(tr("clock {skew:+.1f} s", skew=0.26)) == "clock +0.3 s"


def test_translation_goes_by_the_template_alone():
    german = {"{user} is disabled.": "{user} ist gesperrt."}
    sentence = tr("{user} is disabled.", user="{user} is disabled.")
    assert sentence.render(german.__getitem__) == "{user} is disabled. ist gesperrt."


def test_a_sentence_inside_a_sentence_is_translated_too():
    german = {"In short: {verdict}": "Kurz: {verdict}", "valid": "gültig"}
    sentence = tr("In short: {verdict}", verdict=tr("valid"))
    assert sentence.render(german.__getitem__) == "Kurz: gültig"


@pytest.mark.parametrize("astray", ["{nobody}", "{", "}", "{}", "{0}", "{count:q}"])
def test_a_translation_whose_placeholders_went_astray_gives_the_original(astray):
    assert tr("{count} rows", count=3).render(lambda _: astray) == "3 rows"


@settings(deadline=None)
@given(st.text() | st.sampled_from(["{x}", "{0.__class__}", "{", "}}", "%s", "{text}"]))
def test_what_a_gateway_sent_is_never_read_as_a_template(words):
    """J2: braces in server text stay braces."""
    assert str(as_literal(words)) == words
    assert str(tr("It says: {words}", words=words)) == f"It says: {words}"


def test_words_that_are_not_ours_are_not_handed_to_the_translator():
    only_the_frame = {"{text}": "»{text}«"}
    assert as_literal("Gateway says no").render(only_the_frame.__getitem__) == "»Gateway says no«"


def test_equal_sentences_are_equal_and_can_be_kept_in_sets():
    assert len({tr("{n} rows", n=1), tr("{n} rows", n=1), Text("{n} rows")}) == 2


def test_each_string_in_a_sentence_can_be_changed_and_nothing_else():
    inner = Text("{name} waits", (("name", "mara"),))
    sentence = Text("{count} {who}: {name}", (("count", 2), ("who", inner), ("name", "jo")))
    assert str(sentence.map_strings(str.upper)) == "2 MARA waits: JO"
