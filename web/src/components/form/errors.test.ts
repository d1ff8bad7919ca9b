import { expect, test } from "vitest";
import { Problem } from "@/api/problem";
import { errorsOf } from "./errors";

const wrong = (field: string, code = "", message = "") =>
  new Problem({ status: 400, fields: [{ field, code, message }] });

test("what the server finds wrong stands at its field", () => {
  const problem = wrong("password", "password_too_common", "This password is too common.");
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
  expect(errorsOf(wrong("email", "invalid"), ["login"], { email: "login" })).toHaveProperty("login");
});

test("the path of a field within a body finds it by its last part, also within another field", () => {
  expect(errorsOf(wrong("body.name", "", "Too long"), ["name"])).toHaveProperty("name");
  expect(errorsOf(wrong("body.given.choice.smtp.host"), ["choice.kind", "choice.host"])).toHaveProperty([
    "choice.host",
  ]);
});

test("no connection, and too many tries, have sentences of their own", () => {
  expect(errorsOf(new Problem({ status: 0 }), [])[""]?.code).toBe("offline");
  expect(errorsOf(new Problem({ status: 429, detail: "Slow down" }), [])[""]?.code).toBe("rate_limited");
  const waiting = errorsOf(new Problem({ status: 429, detail: "Slow down", retryAfter: 30 }), [])[""];
  expect(waiting).toEqual({ code: "wait", message: "Slow down", values: { seconds: 30 } });
});
