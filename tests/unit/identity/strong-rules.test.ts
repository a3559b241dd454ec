import fc from "fast-check";
import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { passwordAge } from "~/identity/rules/password-age";
import { comparableCode, recoveryCodeOf, sixDigits } from "~/identity/rules/recovery-code";
import { roughNetwork } from "~/identity/rules/rough-network";
import { firstThing, isStrict } from "~/identity/rules/strong-account";
import { spacedSecret, totpStep, totpUri } from "~/identity/rules/totp";

const SECRET = Secret.fromUTF8("12345678901234567890").base32;

describe("codes of an authenticator", () => {
  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
  ])("are those of RFC 6238 (appendix B, last six digits) at second %d", (second, code) => {
    expect(totpStep(SECRET, code, new Date(second * 1000), null)).toBe(Math.floor(second / 30));
  });

  test("hold for the half minute before and after, and each half minute once", () => {
    const at = (second: number) => new Date(second * 1000);
    const code = new TOTP({ secret: Secret.fromBase32(SECRET) }).generate({ timestamp: 3_000_000 });
    expect(
      [2_971, 3_029, 3_059, 2_969, 3_060].map((second) => totpStep(SECRET, code, at(second), null)),
    ).toEqual([100, 100, 100, null, null]);
    expect(totpStep(SECRET, code, at(3_001), 100)).toBeNull();
    expect(totpStep(SECRET, code, at(3_001), 99)).toBe(100);
    expect(totpStep(SECRET, "", at(3_001), null)).toBeNull();
  });

  test("the address names house and account; the secret reads in groups", () => {
    expect(totpUri(SECRET, "lin@school.example")).toMatch(
      /^otpauth:\/\/totp\/.+lin%40school\.example\?.*secret=/,
    );
    expect(spacedSecret("ABCDEFGHIJ")).toBe("ABCD EFGH IJ");
  });
});

describe("recovery codes", () => {
  test("have ten signs nobody misreads, and are found however they are typed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 7, maxLength: 7 }), (bytes) => {
        const code = recoveryCodeOf(bytes);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
        const typed = ` ${code.toLowerCase().replace("-", " ").replaceAll("1", "l").replaceAll("0", "o")}`;
        expect(comparableCode(typed)).toBe(code.replace("-", ""));
      }),
    );
  });

  test("differ in every bit that is used", () => {
    const codes = Array.from({ length: 50 }, (_, bit) => {
      const bytes = new Uint8Array(7);
      bytes[6 - Math.floor(bit / 8)] = 1 << (bit % 8);
      return recoveryCodeOf(bytes);
    });
    expect(new Set(codes).size).toBe(50);
  });

  test("six digits are told from them, full width and spaced too", () => {
    expect(["123 456", "１２３４５６", "12345", "1234567", "AB34-1"].map(sixDigits)).toEqual([
      "123456",
      "123456",
      null,
      null,
      null,
    ]);
  });
});

describe("strict accounts", () => {
  const now = new Date("2026-11-22T02:00:00Z");
  const days = (count: number) => new Date(now.getTime() - count * 86_400_000);
  const base = {
    strict: true,
    isOperator: true,
    secondFactor: true,
    passwordChangedAt: days(1),
    demo: false,
  };

  test("are those of operators and of people of an authority", () => {
    expect(isStrict({ isOperator: true, kinds: [] })).toBe(true);
    expect(isStrict({ isOperator: false, kinds: ["school", "authority"] })).toBe(true);
    expect(isStrict({ isOperator: false, kinds: ["school", "enterprise"] })).toBe(false);
  });

  test.each([
    [{}, null],
    [{ secondFactor: false }, "secondFactor"],
    [{ secondFactor: false, demo: true }, null],
    [{ secondFactor: false, strict: false, isOperator: false }, null],
    [{ passwordChangedAt: days(90) }, "password"],
    [{ passwordChangedAt: days(90), secondFactor: false }, "password"],
    [{ passwordChangedAt: days(400), isOperator: false }, null],
    [{ passwordChangedAt: days(400), demo: true }, null],
    [{ passwordChangedAt: null }, null],
  ] as const)("%o first do %s", (values, first) => {
    expect(firstThing({ ...base, ...values }, now)).toBe(first);
  });

  test("a password is fresh, soon due, due", () => {
    expect([0, 75.9, 76, 89.5, 90, 200].map((count) => passwordAge(days(count), now))).toEqual([
      { kind: "fresh" },
      { kind: "fresh" },
      { kind: "soon", days: 14 },
      { kind: "soon", days: 1 },
      { kind: "due" },
      { kind: "due" },
    ]);
    expect(passwordAge(null, now)).toEqual({ kind: "fresh" });
  });
});

test.each([
  ["203.0.113.9", "203.0.*.*"],
  ["::ffff:203.0.113.9", "203.0.*.*"],
  ["2408:8456:3000:1::5", "2408:8456:3000:*"],
  ["2408::5", "2408:0:0:*"],
  ["127.0.0.1", null],
  ["::1", null],
  ["unknown", null],
  ["", null],
])("the network %s is shown as %s", (ip, shown) => {
  expect(roughNetwork(ip)).toBe(shown);
});
