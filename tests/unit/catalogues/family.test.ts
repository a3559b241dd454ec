import { describe, expect, it } from "vitest";
import { familyOf, isStateControlled, levelOfCode } from "~/catalogues/rules/family";

describe("the class shared by the levels", () => {
  it.each([
    ["660103", "06-01"],
    ["460103", "06-01"],
    ["260103", "06-01"],
    ["4601", "06-01"],
    ["610101", "01-01"],
    ["520401K", "12-04"],
    ["790401", "19-04"],
  ])("%s belongs to %s", (code, family) => expect(familyOf(code)).toBe(family));

  it.each(["800101", "200101", "6001", "AB12", "60", ""])("%s is no vocational class", (code) =>
    expect(familyOf(code)).toBeNull());

  it("tells the level and state control from the code", () => {
    expect([levelOfCode("610101"), levelOfCode("590401"), levelOfCode("390301")]).toEqual([
      "secondary",
      "associate",
      "bachelor",
    ]);
    expect(levelOfCode("990101")).toBeNull();
    expect([isStateControlled("520401K"), isStateControlled("520401")]).toEqual([true, false]);
  });
});
