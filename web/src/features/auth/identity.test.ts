import { expect, test } from "vitest";
import { identityOf } from "./identity";

test("an e-mail address, a phone number and a name are told apart", () => {
  expect(identityOf(" alice@example.org ")).toEqual({ email: "alice@example.org" });
  expect(identityOf("+49 (0) 30/123-456")).toEqual({ phone: "+49030123456" });
  expect(identityOf("alice")).toEqual({ username: "alice" });
  expect(identityOf("+alice")).toEqual({ username: "+alice" });
});
