/* What is typed into a form of the catalogue outlives its page: kept in this tab, offered when the form is opened again,
   forgotten when it is saved; and a form with something new in it is not left without a question. */
"use strict";
{
  const SENT = "typed-sent"; // which form was sent last: a success that is reported next is its own
  const sent = sessionStorage.getItem(SENT);
  if (sent && document.querySelector(".messagelist .success")) {
    sessionStorage.removeItem(sent);
    sessionStorage.removeItem(SENT);
  }

  const offer = document.getElementById("typed");
  const key = `typed:${location.pathname}`;

  function guard(form) {
    const fields = () =>
      [...form.elements].filter(
        (field) =>
          field.name && field.type !== "submit" && field.name !== "csrfmiddlewaretoken" && !field.name.includes("__prefix__"),
      );
    // A choice found by typing is kept with its words: the page it comes back to does not know them.
    const read = () =>
      JSON.stringify(
        Object.fromEntries(
          fields().map((field) => [
            field.name,
            field.type === "checkbox" ? [field.checked] : [field.value, field.selectedOptions?.[0]?.text],
          ]),
        ),
      );

    function restore(kept) {
      for (const group of form.querySelectorAll(".inline-group")) {
        const name = group.id.replace(/-group$/, "-TOTAL_FORMS");
        for (let missing = kept[name]?.[0] - form.elements[name].value; missing > 0; missing--) {
          group.querySelector(".add-row a").click();
        }
      }
      for (const field of fields().filter(({ name }) => name in kept && !name.endsWith("-TOTAL_FORMS"))) {
        const [value, words] = kept[field.name];
        if (field.type === "checkbox") field.checked = value;
        else {
          if (words && ![...field.options].some((option) => option.value === value)) field.add(new Option(words, value));
          field.value = value;
        }
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }

    const opened = read();
    // A form that came back unsaved is new as a whole.
    const isNew = () => offer.hasAttribute("data-unsaved") || read() !== opened;
    let isSent = false;
    const keep = () => !isSent && isNew() && sessionStorage.setItem(key, read());

    const kept = sessionStorage.getItem(key);
    if (kept && kept !== opened && !offer.hasAttribute("data-unsaved")) {
      form.before(offer.content.cloneNode(true));
      const note = form.previousElementSibling;
      note.addEventListener("click", ({ target }) => {
        if (target.name === "restore") restore(JSON.parse(kept));
        if (target.name === "drop") sessionStorage.removeItem(key);
        if (target.name) note.remove();
      });
    }

    setInterval(keep, 1000); // rows, calendars and choices come and go without an event of their own
    addEventListener("pagehide", keep);
    form.addEventListener("submit", () => {
      keep();
      isSent = true;
      sessionStorage.setItem(SENT, key);
    });
    addEventListener("beforeunload", (event) => {
      if (!isSent && isNew()) event.preventDefault();
    });
  }

  if (offer) addEventListener("load", () => guard(offer.closest("form"))); // after Django's own scripts have set the rows
}
