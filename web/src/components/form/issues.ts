import type { $ZodRawIssue } from "zod/v4/core";
import type { Complaint } from "./errors";

/** What a schema finds wrong, as a complaint that has a sentence in our catalogues. */
export function complaintOf(issue: $ZodRawIssue): Complaint {
  const { code, values } = isEmpty(issue.input) ? { code: "required" } : named(issue);
  return { code, message: "", values };
}

function named(issue: $ZodRawIssue): Pick<Complaint, "code" | "values"> {
  switch (issue.code) {
    case "too_small":
      return { code: issue.origin === "string" ? "too_short" : "too_low", values: { least: Number(issue.minimum) } };
    case "too_big":
      return { code: issue.origin === "string" ? "too_long" : "too_high", values: { most: Number(issue.maximum) } };
    case "invalid_format": // a pattern has no name; its field has
      return { code: `invalid_${issue.format === "regex" ? String(issue.path?.at(-1)) : issue.format}` };
    default:
      return { code: "invalid" };
  }
}

function isEmpty(input: unknown): boolean {
  return input === undefined || input === null || input === "" || (Array.isArray(input) && input.length === 0);
}
