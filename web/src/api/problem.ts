/** What is wrong with one field. `code` names it for translation, "" when the server has only words. */
export interface FieldError {
  field: string;
  code: string;
  message: string;
}

type Told = Pick<Problem, "status"> &
  Partial<Pick<Problem, "title" | "detail" | "correlationId" | "fields" | "retryAfter" | "told">>;

/** What went wrong, as the server tells it (RFC 9457), or as the browser does when the server cannot be reached. */
export class Problem extends Error {
  override readonly name = "Problem";

  /** HTTP status; 0 when there was no answer at all. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Finds the request in the server's log; empty when the request never reached it. */
  readonly correlationId: string;
  readonly fields: readonly FieldError[];
  /** Seconds until it is worth trying again, where the server says so. */
  readonly retryAfter: number | undefined;
  /** All that the server said. */
  readonly told: unknown;

  constructor({ status, title = "", detail = "", ...more }: Told, options?: ErrorOptions) {
    super(detail || title, options);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.correlationId = more.correlationId ?? "";
    this.fields = more.fields ?? [];
    this.retryAfter = more.retryAfter;
    this.told = more.told;
  }

  /** Worth asking again by itself: the way there broke or somebody was down, not the question. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 502;
  }
}

export function noConnection(cause: unknown): Problem {
  return new Problem({ status: 0 }, { cause });
}

export function problemFrom(response: Response, told: unknown): Problem {
  const members = typeof told === "object" && told !== null ? (told as Record<string, unknown>) : {};
  const text = (name: string) => (typeof members[name] === "string" ? members[name] : undefined);
  return new Problem({
    status: response.status,
    title: text("title") ?? response.statusText,
    detail: text("detail"),
    correlationId: text("correlationId") ?? response.headers.get("x-request-id") ?? undefined,
    fields: fieldErrors(members),
    retryAfter: Number(response.headers.get("retry-after")) || undefined,
    told,
  });
}

interface ToldOfField {
  param?: string;
  field?: string;
  code?: string;
  message: string;
}

/** Sign-in tells `errors` with codes, all else `details`. */
function fieldErrors({ errors, details }: Record<string, unknown>): FieldError[] {
  const told = [errors, details].find((list) => Array.isArray(list) && list.length > 0) as ToldOfField[] | undefined;
  return (told ?? []).map(({ param, field, code = "", message }) => ({ field: param ?? field ?? "", code, message }));
}
