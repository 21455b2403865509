"""Every verdict has a word or two of its own, short enough for a row."""

from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.diagnosis.verdict_words import get_verdict_word

LONGEST = 26


def test_each_verdict_has_words_that_no_other_has():
    words = [str(get_verdict_word(one)) for one in VerdictCode]
    assert len(set(words)) == len(words)
    assert max(map(len, words)) <= LONGEST
