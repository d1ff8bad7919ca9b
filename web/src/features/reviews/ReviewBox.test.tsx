import { render, screen } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";
import type { Review } from "@/api/types";
import { learn } from "@/i18n/i18n";
import { ReviewBox } from "./ReviewBox";

const REVIEW: Review = {
  id: 1,
  author: { name: "alice", picture: null },
  mine: true,
  rating: null,
  html: "<p>He dies.</p>",
  text: "He dies.",
  spoiler: true,
  helpful: 0,
  foundHelpful: false,
  hidden: null,
  createdAt: "2026-05-01T20:00:00Z",
  changedAt: "2026-05-01T20:00:00Z",
};

beforeAll(() => learn("lists"));

test("one's own review that is a spoiler is open, and says that it is folded away for others", () => {
  render(<ReviewBox review={REVIEW} />);
  expect(screen.getByText("Spoiler")).toBeDefined();
  expect(screen.getByText("He dies.")).toBeDefined();
});

test("that of somebody else is folded away", () => {
  render(<ReviewBox review={{ ...REVIEW, mine: false, text: null }} />);
  expect(screen.getByText("Spoiler")).toBeDefined();
  expect(screen.queryByText("He dies.")).toBeNull();
});

test("what gives nothing away has no mark", () => {
  render(<ReviewBox review={{ ...REVIEW, spoiler: false }} />);
  expect(screen.queryByText("Spoiler")).toBeNull();
});
