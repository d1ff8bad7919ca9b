// What Chrome, Firefox and Safari say of a module that they could not load, and Vite of the styles that belong to it.
const SAID = /dynamically imported module|module script failed|preload CSS/;

/** Whether an error is about a part of the program that could not be fetched: after an update, the old one is gone. */
export function isPartGone(error: unknown): boolean {
  return error instanceof Error && SAID.test(error.message);
}
