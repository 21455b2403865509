from inspector_app.report.formats.application_lines import build_application_lines
from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.report_input import redact_report
from tests.report.answers import build_input
from tests.session.presentation.test_application_outline import analyzed_with


def lines_of(count):
    apps = [{"id": f"app-{number}", "name": f"App {number}"} for number in range(count)]
    report = redact_report(build_input(analyzed_with(apps), RedactionLevel.SECRETS))
    return [(str(line.label), str(line.value)) for line in build_application_lines(report)]


def test_of_many_applications_fifteen_are_told_and_the_others_counted():
    few, many = lines_of(15), lines_of(17)
    assert [label for label, _ in few] == [f"App {number}" for number in range(15)]
    assert many == [*few, ("and more", "2")]
