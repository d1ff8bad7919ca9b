import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeAll, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { Problem } from "@/api/problem";
import { learn, speak } from "@/i18n/i18n";
import { emailAddress } from "./checks";
import { Form } from "./Form";
import { PasswordField } from "./PasswordField";
import { Submit } from "./Submit";
import { PlainField } from "./TextField";

const schema = z.object({
  username: z.string().check(z.minLength(1), z.maxLength(5), z.regex(/^[a-z]*$/)),
  email: emailAddress,
  password: z.string().check(z.minLength(8)),
});

beforeAll(async () => {
  await learn("account");
});

function renderSignUp(deed: (wish: z.output<typeof schema>) => Promise<unknown>) {
  render(
    <Form schema={schema} deed={deed}>
      <PlainField name="email" label="E-mail" />
      <PlainField name="username" label="Name" hint="Letters" />
      <PasswordField label="Password" chosen />
      <Submit>Send</Submit>
    </Form>,
  );
  return userEvent.setup();
}

async function fillIn(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByLabelText("E-mail"), " me@localhost ");
  await user.type(screen.getByLabelText("Name"), "alice");
  await user.type(screen.getByLabelText("Password"), " eight letters ");
}

const send = () => screen.getByRole("button", { name: "Send" });
const described = (label: string) =>
  document.getElementById(screen.getByLabelText(label).getAttribute("aria-describedby") ?? "")?.textContent;

test("all wrong fields are marked at once, and the first of the page has the focus", async () => {
  const deed = vi.fn();
  const user = renderSignUp(deed);
  await user.type(screen.getByLabelText("Name"), "Alice X");
  await user.click(send());

  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByLabelText("E-mail"));
  });
  expect(described("E-mail")).toBe("This is needed.");
  expect(described("Name")).toBe("Take at most 5 characters.");
  expect(described("Password")).toBe("This is needed.");
  expect(screen.getByLabelText("Password").getAttribute("aria-invalid")).toBe("true");
  expect(deed).not.toHaveBeenCalled();
});

test("a field says what is allowed before anything is wrong, by what the schema says", () => {
  renderSignUp(vi.fn());
  expect(described("Password")).toMatch(/^At least 8 characters/);
  expect(described("Name")).toBe("Letters");
  expect(screen.getByLabelText("Name").getAttribute("aria-required")).toBe("true");
});

test("texts are sent without the spaces around them, passwords as they are", async () => {
  const deed = vi.fn(() => Promise.resolve());
  const user = renderSignUp(deed);
  await fillIn(user);
  await user.click(send());

  expect(deed).toHaveBeenCalledWith({ email: "me@localhost", username: "alice", password: " eight letters " });
});

test("what a browser filled in without a word is read", async () => {
  const deed = vi.fn(() => Promise.resolve());
  const user = renderSignUp(deed);
  const filled = { "E-mail": "me@example.org", Name: "alice", Password: "eight letters" };
  for (const [label, text] of Object.entries(filled)) screen.getByLabelText<HTMLInputElement>(label).value = text;
  await user.click(send());

  expect(deed).toHaveBeenCalledWith({ email: "me@example.org", username: "alice", password: "eight letters" });
});

test("pressed twice it is sent once", async () => {
  let finish = () => {}; // eslint-disable-line @typescript-eslint/no-empty-function -- replaced at once
  const deed = vi.fn(() => new Promise<void>((done) => (finish = done)));
  const user = renderSignUp(deed);
  await fillIn(user);
  await user.dblClick(send());
  expect(send().getAttribute("aria-disabled")).toBe("true");
  finish();

  await waitFor(() => {
    expect(send().getAttribute("aria-disabled")).toBe("false");
  });
  expect(deed).toHaveBeenCalledTimes(1);
});

test("what the server finds wrong stands at its field, and goes when that is changed", async () => {
  const fields = [{ field: "body.username", code: "username_taken", message: "Taken" }];
  const user = renderSignUp(() => Promise.reject(new Problem({ status: 400, fields })));
  await fillIn(user);
  await user.click(send());
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByLabelText("Name"));
  });
  expect(described("Name")).toBe("Somebody has this name already.");

  await user.clear(screen.getByLabelText("Name"));
  await user.type(screen.getByLabelText("Name"), "bob");
  expect(described("Name")).toBe("Letters");
});

test("what the server says of no field stands at the top, in its words where we have none", async () => {
  const user = renderSignUp(() => Promise.reject(new Problem({ status: 409, detail: "The house is full." })));
  await fillIn(user);
  await user.click(send());

  expect((await screen.findByRole("alert")).textContent).toBe("The house is full.");
});

test("the schema's complaints are German in German", async () => {
  await speak("de");
  const user = renderSignUp(vi.fn());
  await user.type(screen.getByLabelText("E-mail"), "nobody");
  await user.type(screen.getByLabelText("Name"), "A");
  await user.type(screen.getByLabelText("Password"), "short");
  await user.click(send());

  await waitFor(() => {
    expect(described("E-mail")).toBe("Das ist keine E-Mail-Adresse.");
  });
  expect(described("Name")).toBe("Für Benutzernamen taugen Buchstaben, Ziffern und . _ -");
  expect(described("Password")).toBe("Nimm mindestens 8 Zeichen.");
  await speak("en");
});
