import { expect, test } from "vitest";
import type { AuthAnswer, Flow } from "@/api/types";
import { nextStep, PAGES, START, type Step } from "./flow";

const waiting = (...flows: Flow[]): AuthAnswer => ({ status: 401, data: { flows }, meta: { is_authenticated: false } });
const signedIn: AuthAnswer = {
  status: 200,
  data: { user: { display: "Alice", username: "alice", has_usable_password: true }, methods: [] },
  meta: { is_authenticated: true },
};
const deed = { looked: false };
const look = { looked: true };
const pending = (flow: Omit<Flow, "is_pending">): Flow => ({ ...flow, is_pending: true });

test("a right password without anything else to do is the end", () => {
  expect(nextStep(START, signedIn, deed)).toEqual({ name: "signed-in" });
});

test("a pending flow among many that are only on offer leads on", () => {
  const answer = waiting({ id: "login" }, { id: "signup" }, pending({ id: "verify_email" }));
  expect(nextStep(START, answer, deed)).toEqual({ name: "verify-email" });
});

test("a second factor comes with the ways to give it", () => {
  const answer = waiting({ id: "login" }, pending({ id: "mfa_authenticate", types: ["totp", "webauthn"] }));
  expect(nextStep(START, answer, deed)).toEqual({ name: "two-factor", ways: ["totp", "webauthn"] });
});

test("after a sign-in elsewhere a name is to be chosen", () => {
  expect(nextStep(START, waiting(pending({ id: "provider_signup" })), look)).toEqual({ name: "provider-sign-up" });
});

test("one step leads to the next: a code by e-mail, then the second factor", () => {
  const first = nextStep(START, waiting(pending({ id: "login_by_code" })), deed);
  const second = nextStep(first, waiting(pending({ id: "mfa_authenticate", types: ["totp"] })), deed);
  expect([first.name, second.name]).toEqual(["login-code", "two-factor"]);
});

test("a flow that is listed without being pending is an offer, not a step", () => {
  expect(nextStep(START, waiting({ id: "login_by_code" }), deed)).toEqual(START);
});

test("a new password is followed by signing in with it", () => {
  expect(nextStep({ name: "reset-password" }, waiting({ id: "login" }), deed)).toEqual({
    name: "signed-out",
    note: "password-changed",
  });
});

test("a step that is gone when one looks again has expired", () => {
  const steps: Step[] = [{ name: "reset-password" }, { name: "verify-email" }, { name: "two-factor", ways: [] }];
  for (const before of steps) {
    expect(nextStep(before, waiting({ id: "login" }), look)).toEqual({ name: "signed-out", note: "start-over" });
  }
});

test("a flow that has no page here leads to the sign-in page, not to nowhere", () => {
  expect(nextStep(START, waiting(pending({ id: "mfa_trust" })), deed)).toEqual(START);
});

test("every step that waits has a page of its own", () => {
  expect(new Set(Object.values(PAGES)).size).toBe(Object.keys(PAGES).length);
});
