import { expect, test } from "vitest";
import { Problem } from "@/api/problem";
import { complaintsOf, errorsOf } from "./errors";

const GOOD = {
  badInput: false,
  customError: false,
  patternMismatch: false,
  rangeOverflow: false,
  rangeUnderflow: false,
  stepMismatch: false,
  tooLong: false,
  tooShort: false,
  typeMismatch: false,
  valid: true,
  valueMissing: false,
} satisfies ValidityState;
const field = (name: string, type: string, wrong: Partial<ValidityState>) => ({
  name,
  type,
  validity: { ...GOOD, ...wrong, valid: Object.keys(wrong).length === 0 },
});

test("an empty field that is needed is told before anything is sent, and a good one is not", () => {
  const found = complaintsOf([field("username", "text", { valueMissing: true }), field("email", "email", {})]);
  expect(found).toEqual({ username: { code: "required", message: "" } });
});

test("something that is no e-mail address is told as that", () => {
  expect(complaintsOf([field("email", "email", { typeMismatch: true })]).email?.code).toBe("invalid_email");
});

test("what the server finds wrong stands at its field", () => {
  const problem = new Problem({
    status: 400,
    fields: [{ field: "password", code: "password_too_common", message: "This password is too common." }],
  });
  expect(errorsOf(problem, ["username", "password"])).toEqual({
    password: { code: "password_too_common", message: "This password is too common." },
  });
});

test("what has no field in the form is said of the form, and of two complaints the first", () => {
  const problem = new Problem({
    status: 400,
    fields: [
      { field: "invitation", code: "expired", message: "It has expired." },
      { field: "", code: "other", message: "Other" },
    ],
  });
  expect(errorsOf(problem, ["username"])).toEqual({ "": { code: "expired", message: "It has expired." } });
});

test("one field stands for two of the server's", () => {
  const problem = new Problem({ status: 400, fields: [{ field: "email", code: "invalid", message: "" }] });
  expect(errorsOf(problem, ["login"], { email: "login" })).toHaveProperty("login");
});

test("the path of a field within a body finds it by its last part", () => {
  const problem = new Problem({ status: 422, fields: [{ field: "body.name", code: "", message: "Too long" }] });
  expect(errorsOf(problem, ["name"])).toHaveProperty("name");
});

test("no connection, and too many tries, have sentences of their own", () => {
  expect(errorsOf(new Problem({ status: 0 }), [])[""]?.code).toBe("offline");
  expect(errorsOf(new Problem({ status: 429, detail: "Slow down" }), [])[""]?.code).toBe("rate_limited");
  expect(errorsOf(new Problem({ status: 429, retryAfter: 7 }), [])[""]).toMatchObject({ code: "wait", seconds: 7 });
});
