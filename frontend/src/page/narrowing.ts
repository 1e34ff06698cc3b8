/** Forms of facets that need no button. */

/** Submits a form when a box is ticked or a choice made; days only once they are whole, and nothing on each key. */
export function narrowAtOnce(form: HTMLFormElement): void {
  form.addEventListener("change", (event) => {
    const field = event.target;
    if (field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.type === "checkbox"))
      form.requestSubmit();
  });
}
