"""Lines pasted from a printed page: the editor is asked once, and nothing typed is lost."""

import re

import pytest
from django.urls import reverse

PASTED = "จนเกิดเป็นเครือข่ายและสร้างความ\r\nรู้สึกในการเป็นเจ้าของ\r\n\r\nดังนี้\r\n1. เด็ก\r\n2. เยาวชน"
KEPT = PASTED.replace("\r\n", "\n")
JOINED = KEPT.replace("ความ\nรู้สึก", "ความรู้สึก")

# Each kind of form on which prose is pasted.
FIELDS = ["introduction", "practices-0-body", "practices-0-result", "citations-0-note_th", "remarks-0-text_th"]


@pytest.fixture
def change_url(entry):
    return reverse("admin:practices_awardentry_change", args=[entry.pk])


def stored(entry, name):
    entry.refresh_from_db()
    related, _, own = name.partition("-0-")
    return getattr(getattr(entry, related).first(), own) if own else getattr(entry, related)


def errors(response):
    forms = [response.context["adminform"].form]
    forms += [form for inline in response.context["inline_admin_formsets"] for form in inline.formset.forms]
    return {form.add_prefix(name): [*texts] for form in forms for name, texts in form.errors.items()}


def chosen(page, name):
    """What the page offers for a field's lines, and which of them is chosen."""
    inputs = re.findall(rf'<input type="radio" name="{name}-lines" value="(\w+)"([^>]*)>', page)
    return {value: "checked" in rest for value, rest in inputs}


@pytest.mark.parametrize("name", FIELDS)
def test_pasted_lines_come_back_once_and_are_joined_by_saving_again(editing, form_data, entry, change_url, name):
    data = form_data(change_url, **{name: PASTED})
    before = stored(entry, name)
    response = editing.post(change_url, data)
    assert list(errors(response)) == [name]
    assert "บรรทัดที่ 1 ตัดกลางข้อความ" in errors(response)[name][0]
    assert stored(entry, name) == before
    assert PASTED in response.text.replace("\r\n", "\n").replace("\n", "\r\n")  # still in the field
    assert "ความรู้สึกในการเป็นเจ้าของ" in response.text  # how it would read
    assert chosen(response.text, name) == {"join": True, "keep": False}
    assert editing.post(change_url, data | {f"{name}-lines": "join"}).status_code == 302
    assert stored(entry, name) == JOINED


def test_lines_may_be_kept_and_are_not_asked_about_again(editing, form_data, entry, change_url):
    data = form_data(change_url, introduction=PASTED)
    response = editing.post(change_url, data | {"introduction-lines": "keep", "postcode": "4"})
    assert chosen(response.text, "introduction") == {"join": False, "keep": True}  # another field was at fault
    assert list(errors(response)) == ["postcode"]
    assert editing.post(change_url, data | {"introduction-lines": "keep"}).status_code == 302
    assert stored(entry, "introduction") == KEPT
    page = editing.get(change_url).text
    assert chosen(page, "introduction") == {"join": False, "keep": True}
    assert "บรรทัดที่ 1 ตัดกลางข้อความ" in page
    public = editing.get(entry.get_absolute_url()).text
    assert "ตัดกลางข้อความ" not in public


def test_a_choice_that_is_none_joins_nothing(editing, form_data, entry, change_url):
    data = form_data(change_url, introduction=PASTED) | {"introduction-lines": "burn"}
    assert list(errors(editing.post(change_url, data))) == ["introduction"]


def test_a_space_at_a_line_s_end_is_the_source_s_own(editing, form_data, entry, change_url):
    data = form_data(change_url, introduction="เป็นสำคัญ \r\nตามวิสัยทัศน์")
    assert errors(editing.post(change_url, data))
    editing.post(change_url, data | {"introduction-lines": "join"})
    assert stored(entry, "introduction") == "เป็นสำคัญ ตามวิสัยทัศน์"


def test_a_text_without_cut_lines_offers_nothing(editing, change_url):
    assert "-lines" not in editing.get(change_url).text


def test_pasted_markup_is_shown_not_run(editing, form_data, change_url):
    response = editing.post(change_url, form_data(change_url, introduction="<script>ก\r\nข</script>"))
    assert "<script>ก" not in response.text


def test_a_practice_asks_too(editing, form_data, entry):
    practice = reverse("admin:practices_practice_change", args=[entry.practices.get().pk])
    assert list(errors(editing.post(practice, form_data(practice, body=PASTED)))) == ["body"]


def test_a_year_asks_its_superuser_too(editing, form_data, admin_user):
    editing.force_login(admin_user)
    year = reverse("admin:practices_awardyear_add")
    typed = {"year_be": 2599, "coverage": "partial", "note_th": PASTED}
    assert list(errors(editing.post(year, form_data(year, **typed)))) == ["note_th"]
