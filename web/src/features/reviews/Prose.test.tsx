import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, test } from "vitest";
import { learn } from "@/i18n/i18n";
import { Prose } from "./Prose";

beforeAll(() => learn("lists"));
afterEach(cleanup);

test("a spoiler says nothing before it is pressed, and can be folded again", async () => {
  render(<Prose html={'<p>He <span class="spoiler">dies <em>twice</em></span>.</p>'} />);
  const button = screen.getByRole("button", { name: "Spoiler" });
  expect(button.getAttribute("aria-expanded")).toBe("false");
  expect(document.body.textContent).not.toContain("dies");
  await userEvent.click(button);
  expect(document.body.textContent).toContain("dies twice");
  await userEvent.click(button);
  expect(document.body.textContent).not.toContain("dies");
});

test("what the server would never send stays without effect", () => {
  render(
    <Prose
      html={
        '<p onclick="alert(1)">a<script>alert(1)</script><img src="x" onerror="alert(1)"><a href="javascript:alert(1)">b</a></p>'
      }
    />,
  );
  expect(document.querySelector("script, img, a, [onclick]")).toBeNull();
});

test("a link leads out of the house in a new tab", () => {
  render(<Prose html='<p><a href="https://example.org/">there</a></p>' />);
  const link = screen.getByRole("link");
  expect(link.getAttribute("href")).toBe("https://example.org/");
  expect(link.getAttribute("rel")).toContain("noopener");
});
