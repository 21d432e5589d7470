import { expect, test } from "vitest";
import { Day, isDay } from "../src/index.js";

test.each(["2026-02-28", "2024-02-29", "2000-02-29", "1999-12-31"])("%s is a day", (text) => expect(isDay(text)).toBe(true));

test.each(["2026-02-31", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026-01-01T00:00:00Z", " 2026-01-01", "2026-01-01\n", ""])("%j is none", (text) =>
  expect(isDay(text)).toBe(false),
);

test("the schema takes the same days", () => {
  for (const year of ["1900", "2000", "2024", "2026"])
    for (let month = 0; month <= 13; month++)
      for (let day = 0; day <= 32; day++) {
        const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        expect(Day.safeParse(text).success, text).toBe(isDay(text));
      }
});
