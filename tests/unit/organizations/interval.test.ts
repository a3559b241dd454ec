import { expect, test } from "vitest";
import { intervalOf } from "~/organizations/rules/interval";

test.each([
  [100, { unit: "seconds", count: 1 }],
  [5_000, { unit: "seconds", count: 5 }],
  [60_000, { unit: "minutes", count: 1 }],
  [1_800_000, { unit: "minutes", count: 30 }],
  [3_600_000, { unit: "hours", count: 1 }],
  [86_400_000, { unit: "days", count: 1 }],
])("%d ms is told in the largest unit", (ms, told) => {
  expect(intervalOf(ms)).toEqual(told);
});
