import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { halvesOf, isCorrectable, oneTypoIn } from "~/platform/text/one-typo";

const NAME = "广州岭南机电职业技术学校";

describe("one mistyped character", () => {
  it("is found where another, a missing, a doubled or a swapped one was typed", () => {
    expect(oneTypoIn("岭南机典", NAME)).toBe("岭南机电");
    expect(oneTypoIn("岭机电职业", NAME)).toBe("岭南机电职业");
    expect(oneTypoIn("岭南南机电", NAME)).toBe("岭南机电");
    expect(oneTypoIn("岭机南电", NAME)).toBe("岭南机电");
  });

  it("is none where the text holds what was typed, or differs by more", () => {
    expect(oneTypoIn("岭南机电", NAME)).toBeNull();
    expect(oneTypoIn("岭北机典", NAME)).toBeNull();
    expect(oneTypoIn("珠江自动化", NAME)).toBeNull();
    expect(oneTypoIn("岭南机典", "")).toBeNull();
  });

  it("is looked for only in four to twelve Chinese characters", () => {
    expect(["岭南机典", "岭南机典职业技术学校"].map(isCorrectable)).toEqual([true, true]);
    expect(["岭南典", "lnjd", "岭南 机典", "字".repeat(13), "岭南机典1"].map(isCorrectable)).toEqual(
      Array(5).fill(false),
    );
  });

  it("leaves one half of what was typed in the name whole, so that looking for halves misses nobody", () => {
    const letter = fc.constantFrom(..."岭南机电职业技术学校广州");
    const name = fc.array(letter, { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(name, fc.nat(), letter, (letters, at, other) => {
        const typed = letters.map((one, place) => (place === at % letters.length ? other : one)).join("");
        const meant = letters.join("");
        const [first, second] = halvesOf(typed);
        expect(meant.includes(first) || meant.includes(second)).toBe(true);
        if (typed !== meant) expect(oneTypoIn(typed, meant)).toBe(meant);
      }),
    );
  });
});
