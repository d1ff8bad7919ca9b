import { expect, test } from "vitest";
import { waysOf } from "./proof";

test("somebody who is signed in is offered the ways that the server lists", () => {
  const data = { flows: [{ id: "reauthenticate" }, { id: "password_reset_by_code" }] };
  expect(waysOf({ status: 401, data, meta: { is_authenticated: true } })).toEqual(["reauthenticate"]);
});

test("who is not signed in has nothing to prove", () => {
  const data = { flows: [{ id: "login" }, { id: "reauthenticate" }] };
  expect(waysOf({ status: 401, data, meta: { is_authenticated: false } })).toEqual([]);
  expect(waysOf({ type: "urn:matinee:problem:sign-in-first", status: 401 })).toEqual([]);
});

test("a deed that wants proof without saying how is offered all ways", () => {
  expect(waysOf({ type: "urn:matinee:problem:confirm-that-it-is-you" })).toEqual([
    "reauthenticate",
    "mfa_reauthenticate",
  ]);
});

test("an answer that is no JSON offers none", () => {
  expect(waysOf(null)).toEqual([]);
});
