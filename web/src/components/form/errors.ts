import { Problem, type FieldError } from "@/api/problem";

/** What is wrong, by the name of the field; "" is the form as a whole. */
export type Errors = Partial<Record<string, Complaint>>;

/** `values` fill the sentence: how many characters, how many seconds. */
export type Complaint = Pick<FieldError, "code" | "message"> & { values?: Record<string, number> };

/**
 * What the server found wrong. `names` are the fields of the form; `aliases` say which of them stands for another of
 * the server's. Whatever has no field here is said of the form.
 */
export function errorsOf(thrown: unknown, names: readonly string[], aliases: Record<string, string> = {}): Errors {
  if (!(thrown instanceof Problem)) return { "": { code: "unexpected", message: "" } };
  const found: Errors = {};
  for (const { field, ...complaint } of thrown.fields) {
    const last = field.split(".").at(-1) ?? "";
    const name = names.find((known) => [field, last, aliases[field]].includes(known)) ?? endingWith(last, names);
    found[name] ??= complaint;
  }
  return thrown.fields.length > 0 ? found : { "": ofTheWhole(thrown) };
}

/** The server counts its path from elsewhere: its `body.settings.smtp.host` is our `choice.host`. */
function endingWith(last: string, names: readonly string[]): string {
  return names.find((known) => known.endsWith(`.${last}`)) ?? "";
}

function ofTheWhole({ status, message, retryAfter }: Problem): Complaint {
  if (status === 0) return { code: "offline", message };
  if (status !== 429) return { code: "", message };
  return retryAfter ? { code: "wait", message, values: { seconds: retryAfter } } : { code: "rate_limited", message };
}
