/** What went wrong, as the server tells it (RFC 9457), or as the browser does when the server cannot be reached. */
export class Problem extends Error {
  override readonly name = "Problem";

  /** HTTP status; 0 when there was no answer at all. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Finds the request in the server's log; empty when the request never reached it. */
  readonly correlationId: string;

  constructor(
    told: { status: number; title?: string; detail?: string; correlationId?: string },
    options?: ErrorOptions,
  ) {
    const { status, title = "", detail = "", correlationId = "" } = told;
    super(detail || title, options);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.correlationId = correlationId;
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
  const fields = typeof told === "object" && told !== null ? (told as Record<string, unknown>) : {};
  const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : undefined);
  return new Problem({
    status: response.status,
    title: text("title") ?? response.statusText,
    detail: text("detail"),
    correlationId: text("correlationId") ?? response.headers.get("x-request-id") ?? undefined,
  });
}
