import type { AuthAnswer, Flow } from "@/api/types";

/** How far somebody is with signing in: every step but the last two has a page that waits for something. */
export type Step =
  | { name: "verify-email" | "verify-phone" | "login-code" | "reset-password" | "provider-sign-up" }
  | { name: "two-factor"; ways: NonNullable<Flow["types"]> }
  | { name: "signed-out"; note?: Note }
  | { name: "signed-in" };

/** What the sign-in page says to somebody who comes back to it. */
export type Note = "start-over" | "password-changed";

export const START: Step = { name: "signed-out" };

/**
 * The step after `before`, by what the server answered. `looked`: whether it was only asked how things stand; a step
 * that is gone then has expired, where after a deed it is finished.
 */
export function nextStep(before: Step, answer: AuthAnswer, { looked }: { looked: boolean }): Step {
  if (answer.meta.is_authenticated) return { name: "signed-in" };
  const flows = "flows" in answer.data ? answer.data.flows : [];
  const pending = flows.find(({ is_pending }) => is_pending);
  if (pending) return stepOf(pending);
  if (before.name === "signed-out" || before.name === "signed-in") return START;
  if (before.name === "reset-password" && !looked) return { name: "signed-out", note: "password-changed" };
  return { name: "signed-out", note: "start-over" };
}

function stepOf({ id, types = [] }: Flow): Step {
  switch (id) {
    case "verify_email":
      return { name: "verify-email" };
    case "verify_phone":
      return { name: "verify-phone" };
    case "login_by_code":
      return { name: "login-code" };
    case "password_reset_by_code":
      return { name: "reset-password" };
    case "mfa_authenticate":
      return { name: "two-factor", ways: types };
    case "provider_signup":
      return { name: "provider-sign-up" };
    default:
      return START;
  }
}

/** Where each step that waits has its page. */
export const PAGES = {
  "verify-email": "/verify-email",
  "verify-phone": "/verify-phone",
  "login-code": "/sign-in/code",
  "reset-password": "/reset-password",
  "two-factor": "/two-factor",
  "provider-sign-up": "/provider-sign-up",
  "signed-out": "/sign-in",
} as const satisfies Record<Exclude<Step["name"], "signed-in">, string>;
