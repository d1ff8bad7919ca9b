import { renderHook } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";
import { learn, useTranslation } from "@/i18n/i18n";
import { isKnown, wordsOf } from "./words";

beforeAll(() => learn("frame"));

test("who has invited is told who shares the list now, and led to it", () => {
  const told = { kind: "list.joined", data: { listId: 7, list: "Silent", name: "bob" } };
  if (!isKnown(told)) throw new Error("There are no words for it");
  const { say, link, about } = wordsOf(told.kind);
  const { t } = renderHook(useTranslation).result.current;
  expect(say(t, told.data)).toBe("bob has accepted your invitation to the list “\u2068Silent\u2069”");
  expect(t(about)).toBe("Somebody accepts your invitation to a list");
  expect(link(told.data)).toMatchObject({ to: "/watchlists/$id", params: { id: "7" } });
});
