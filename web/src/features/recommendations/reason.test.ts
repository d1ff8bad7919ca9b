import { expect, test } from "vitest";
import type { Recommended } from "@/api/types";
import type { Translate } from "@/i18n/i18n";
import { reasonWords } from "./reason";

type Kind = Recommended["reason"]["kind"];

const t: Translate = (key, values) => `${key}(${values?.names ?? ""})`;
const words = (kind: Kind, ...names: string[]) => reasonWords({ kind, names }, t, (all) => all.join(" & "));

test("a shared director is named", () => {
  expect(words("director", "F. W. Murnau")).toBe("reason.director(F. W. Murnau)");
});

test("two names are enough for a narrow card", () => {
  expect(words("cast", "Myrna Loy", "William Powell", "Skippy")).toBe("reason.cast(Myrna Loy & William Powell)");
});

test("where nothing is known to be shared, people's taste is the reason", () => {
  expect(words("provider")).toBe("reason.provider()");
  expect(words("taste")).toBe("reason.provider()");
  expect(words("genres")).toBe("reason.provider()");
});

test("a decade and a story are told without what the server calls them", () => {
  expect(words("decade", "1920")).toBe("reason.decade()");
  expect(words("text")).toBe("reason.text()");
});
