/** What can be filled in, in the order of the page. */
export function inputsOf(form: HTMLFormElement): HTMLInputElement[] {
  return ([...form.elements] as HTMLInputElement[]).filter(({ name, validity }) => name && "valid" in validity);
}

/** What stands in the fields to type in: a browser that fills them in by itself does not always say so. */
export function textsOf(form: HTMLFormElement): [name: string, text: string][] {
  return inputsOf(form)
    .filter(({ type }) => type !== "checkbox")
    .map(({ name, value }) => [name, value]);
}
