import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeAll, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { learn } from "@/i18n/i18n";
import { ChoiceField } from "./ChoiceField";
import { Form } from "./Form";
import { Save } from "./Save";
import { SwitchField } from "./SwitchField";
import { NumberField, TextField } from "./TextField";

beforeAll(async () => {
  await learn("account");
});

const settings = z.object({
  title: z.string(),
  days: z.int().check(z.gte(1), z.lte(365)),
  age: z.nullable(z.int()),
  scopes: z.array(z.string()),
  inner: z.object({ on: z.boolean(), most: z.nullish(z.int()) }),
});
const kept = { title: "Ours", days: 7, age: 12, scopes: ["read"], inner: { on: true, most: null } };

function renderSettings(deed: (wish: z.output<typeof settings>) => Promise<unknown>) {
  render(
    <Form schema={settings} values={kept} deed={deed}>
      <TextField name="title" label="Title" />
      <NumberField name="days" label="Days" />
      <ChoiceField numeric name="age" label="Age">
        <option value="">None</option>
        <option value={12}>12</option>
      </ChoiceField>
      <SwitchField name="scopes" value="read" label="Read" />
      <SwitchField name="scopes" value="write" label="Write" />
      <SwitchField name="inner.on" label="On" />
      <NumberField name="inner.most" label="Most" />
      <Save />
    </Form>,
  );
  return userEvent.setup();
}

test("values have their types: numbers, null for nothing, switches, and several that make a list", async () => {
  const deed = vi.fn(() => Promise.resolve());
  const user = renderSettings(deed);
  await user.selectOptions(screen.getByLabelText("Age"), "None");
  await user.click(screen.getByLabelText("Write"));
  await user.click(screen.getByLabelText("On"));
  await user.type(screen.getByLabelText("Most"), "3");
  await user.click(screen.getByRole("button", { name: "Save" }));

  const inner = { on: false, most: 3 };
  expect(deed).toHaveBeenCalledWith({ title: "Ours", days: 7, age: null, scopes: ["read", "write"], inner });
});

test("there is nothing to save before something is changed, nor after it was saved", async () => {
  const deed = vi.fn(() => Promise.resolve());
  const user = renderSettings(deed);
  const save = screen.getByRole("button", { name: "Save" });
  await user.click(save);
  expect(deed).not.toHaveBeenCalled();
  expect(save.getAttribute("aria-disabled")).toBe("true");

  await user.type(screen.getByLabelText("Title"), "!");
  expect(save.getAttribute("aria-disabled")).toBe("false");
  await user.click(save);
  await waitFor(() => {
    expect(screen.getByRole("status").textContent).toBe("Saved");
  });
  expect(deed).toHaveBeenCalledTimes(1);
  expect(save.getAttribute("aria-disabled")).toBe("true");
});

test("a number stays within what the schema allows, and cannot be left out where it is needed", async () => {
  const user = renderSettings(vi.fn());
  const days = screen.getByLabelText<HTMLInputElement>("Days");
  expect([days.min, days.max]).toEqual(["1", "365"]);
  await user.clear(days);
  await user.type(days, "400");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(screen.queryByText("Take 365 or less.")).not.toBeNull();
  });
  await user.clear(days);
  expect(screen.queryByText("This is needed.")).not.toBeNull();
});
