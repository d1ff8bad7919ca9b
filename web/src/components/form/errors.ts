import { Problem, type FieldError } from "@/api/problem";

/** What is wrong, by the name of the field; "" is the form as a whole. */
export type Errors = Partial<Record<string, Complaint>>;
export type Complaint = Pick<FieldError, "code" | "message"> & { seconds?: number };

/** The part of an input that tells what is wrong with it. */
interface Checked {
  name: string;
  type: string;
  validity: ValidityState;
}

/** What the browser finds wrong before anything is sent. */
export function complaintsOf(fields: Iterable<Checked>): Errors {
  const wrong = [...fields].filter(({ name, validity }) => name && !validity.valid);
  return Object.fromEntries(wrong.map((field) => [field.name, { code: codeOf(field), message: "" }]));
}

function codeOf({ type, validity }: Checked): string {
  if (validity.valueMissing) return "required";
  if (validity.tooShort) return "too_short";
  if (validity.rangeUnderflow || validity.rangeOverflow) return "out_of_range";
  return type === "email" ? "invalid_email" : "invalid";
}

/**
 * What the server found wrong. `names` are the fields of the form; `aliases` say which of them stands for another of
 * the server's. Whatever has no field here is said of the form.
 */
export function errorsOf(thrown: unknown, names: readonly string[], aliases: Record<string, string> = {}): Errors {
  if (!(thrown instanceof Problem)) return { "": { code: "unexpected", message: "" } };
  const found: Errors = {};
  for (const { field, ...complaint } of thrown.fields) {
    const name =
      [field, field.split(".").at(-1) ?? "", aliases[field] ?? ""].find((known) => names.includes(known)) ?? "";
    found[name] ??= complaint;
  }
  return thrown.fields.length > 0 ? found : { "": ofTheWhole(thrown) };
}

function ofTheWhole({ status, message, retryAfter }: Problem): Complaint {
  if (status === 0) return { code: "offline", message };
  if (status === 429) return { code: retryAfter ? "wait" : "rate_limited", message, seconds: retryAfter };
  return { code: "", message };
}
