import { text, tidy, type RawSearch } from "@/lib/search";
import type { Month } from "./month";

const MONTH = /^(1[89]|2\d)\d\d-(0[1-9]|1[0-2])$/; // from the first films to further than anybody announces

export interface CalendarSearch {
  month?: Month;
}

export function parseCalendarSearch({ month }: RawSearch): CalendarSearch {
  return tidy({ month: text(month, MONTH) });
}
