import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizeSchoolCode, schoolCodeProblem } from "~/organizations/rules/school-code";
import { checkDigitOf, normalizeUscc, usccProblem } from "~/organizations/rules/uscc";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

describe("统一社会信用代码", () => {
  test("a published code and its check digit", () => {
    expect(checkDigitOf("91350100M000100Y4")).toBe("3");
    expect(usccProblem("91350100M000100Y43")).toBeNull();
  });

  test.each([
    ["91350100M000100Y4", "length"],
    ["", "length"],
    ["91350100M000100Y433", "length"],
    ["91350100M000100I43", "characters"],
    ["91350100M0001OOY43", "characters"],
    ["9135A100M000100Y43", "region"],
    ["91350100M000100Y44", "check"],
    ["91350100M000100YY3", "check"],
  ])("%s is refused for its %s", (code, problem) => {
    expect(usccProblem(code)).toBe(problem);
  });

  test("spaces, hyphens, small and full-width letters are no mistake", () => {
    expect(normalizeUscc(" 91350100-m000 100y43 ")).toBe("91350100M000100Y43");
    expect(normalizeUscc("９１３５０１００Ｍ０００１００Ｙ４３")).toBe("91350100M000100Y43");
  });

  test("any one character typed wrong is noticed", () => {
    const body = fc.tuple(
      fc.constantFrom("91", "12", "52", "51"),
      fc.stringMatching(/^\d{6}$/),
      fc.array(fc.constantFrom(...ALPHABET), { minLength: 9, maxLength: 9 }),
    );
    fc.assert(
      fc.property(body, fc.nat(17), fc.constantFrom(...ALPHABET), ([kind, region, rest], place, wrong) => {
        const first = `${kind}${region}${rest.join("")}`;
        const code = `${first}${checkDigitOf(first)}`;
        expect(usccProblem(code)).toBeNull();
        const typed = `${code.slice(0, place)}${wrong}${code.slice(place + 1)}`;
        expect(usccProblem(typed) === null).toBe(typed === code);
      }),
    );
  });

  test("what is no body has no check digit", () => {
    expect(checkDigitOf("9135")).toBeNull();
    expect(checkDigitOf("91350100M000100YI")).toBeNull();
  });
});

describe("学校标识码", () => {
  test.each([
    ["4111010001", "school"],
    ["3644000123", "school"],
    ["3444000123", "general_school"],
    ["3144000123", "general_school"],
    ["5144000123", "school"],
    ["5144000123", "general_school"],
  ] as const)("%s is a %s", (code, kind) => {
    expect(schoolCodeProblem(code, kind)).toBeNull();
  });

  test("a university's code carries 0 in fifth place", () => {
    expect(schoolCodeProblem("4144112345", "school")).toBe("higher");
    expect(schoolCodeProblem("4244912345", "school")).toBe("higher");
    expect(schoolCodeProblem("4244012345", "school")).toBeNull();
    expect(schoolCodeProblem("3644112345", "school")).toBeNull();
  });

  test.each([
    "",
    "36440001",
    "36440001234",
    "6644000123",
    "3699000123",
    "36a4000123",
  ])("%s has not its form", (code) => {
    expect(schoolCodeProblem(code, "school")).toBe("form");
  });

  test("a code of another kind of school says so", () => {
    expect(schoolCodeProblem("3444000123", "school")).toBe("kind");
    expect(schoolCodeProblem("3644000123", "general_school")).toBe("kind");
    expect(schoolCodeProblem("2144000123", "school")).toBe("kind");
  });

  test("spaces and full-width digits are no mistake", () => {
    expect(normalizeSchoolCode(" 3644 000-123 ")).toBe("3644000123");
    expect(normalizeSchoolCode("３６４４０００１２３")).toBe("3644000123");
  });
});
