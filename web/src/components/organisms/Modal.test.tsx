import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { DialogButton } from "@/components/molecules/DialogButton";
import { Modal } from "./Modal";
import { OpenDialog } from "./OpenDialog";

const question = (close: () => void) => (
  <Modal title="Sure?" close={close}>
    <p>There is no way back.</p>
  </Modal>
);
const bare = (close: () => void) => (
  <OpenDialog title="Sure?" close={close}>
    <button type="button">Yes</button>
  </OpenDialog>
);

test.each([
  ["a question over the page", question],
  ["a bare dialog", bare],
])("%s gives the focus back to the button that opened it", async (_name, dialog) => {
  const user = userEvent.setup();
  render(<DialogButton dialog={dialog}>Ask</DialogButton>);
  const button = screen.getByRole("button", { name: "Ask" });
  await user.click(button);
  expect(screen.getByRole("dialog", { name: "Sure?" }).contains(document.activeElement)).toBe(true);
  await user.keyboard("{Escape}");
  await waitFor(() => {
    expect(document.activeElement).toBe(button);
  });
});
