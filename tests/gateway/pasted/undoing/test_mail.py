"""A mail's source is read as the mail was written; other text with equals signs stays as it is."""

import base64

import pytest

from inspector_app.gateway.pasted.undoing.mail import undo_mail

TOKEN = "IAM_S_" + "p3Wd" * 8


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("Gr=C3=BC=C3=9Fe aus Wien", "Grüße aus Wien"),
        (f"{'a word ' * 10}=\nand more", f"{'a word ' * 10}and more"),
        ("key=3Dvalue", "key=value"),
        (f"token {TOKEN[:20]}=\n{TOKEN[20:]}", f"token {TOKEN}"),
        ("key=value", "key=value"),
        ("a=C3b c=value", "a=C3b c=value"),
        ("short=\nline", "short=\nline"),
        ("no sign at all", "no sign at all"),
    ],
)
def test_each_kind_of_evidence_of_a_mails_source_counts(source, written):
    assert undo_mail(source) == written


def test_the_texts_of_a_mails_parts_are_decoded_and_nothing_else():
    parts = {"text/plain": f"token {TOKEN}", "image/png": "no text", "text/html": "<p>hello</p>"}
    written = "".join(
        f"--b\nContent-Type: {kind}\nContent-Transfer-Encoding: base64\n\n"
        f"{base64.b64encode(text.encode()).decode()}\n"
        for kind, text in parts.items()
    )
    source = f"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{written}--b--\n"
    assert undo_mail(source) == f"token {TOKEN}\n\n<p>hello</p>"
