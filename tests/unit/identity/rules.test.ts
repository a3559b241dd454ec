import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ORGANIZATION_KINDS, ROLES } from "~/identity/actor";
import { DEMO_PASSWORD, DEMO_PERSONAS } from "~/identity/demo-personas";
import { memberEventWords } from "~/identity/events";
import { refuseManagingMembers, refuseSeeingMembers } from "~/identity/policy";
import { deviceOf } from "~/identity/rules/device";
import { maskEmail } from "~/identity/rules/mask-email";
import { passwordProblem } from "~/identity/rules/password-policy";
import { isRoleOf, leavesNoOwner, rolesOf } from "~/identity/rules/roles";
import { bookTry, type SignInTries } from "~/identity/rules/sign-in-limit";
import { words as en } from "~/words/en";
import { words as zh } from "~/words/zh-CN";

describe("passwords", () => {
  test.each([
    ["Short-1", "identity.errors.passwordShort"],
    ["alllowercase", "identity.errors.passwordSimple"],
    ["lower and 1234", "identity.errors.passwordSimple"],
    [`Aa1${"x".repeat(198)}`, "errors.tooLong"],
    ["Lin@School.example1", null],
    ["bridge-demo-2026", null],
    ["产教桥 is a Bridge 1", null],
    ["Ｂｒｉｄｇｅ４７８２", null],
  ])("%s", (password, key) => {
    expect(passwordProblem(password)?.key ?? null).toBe(key);
  });

  test.each([
    "P@ssw0rd2026!",
    "Admin123456",
    "Woaini1314!",
    "Abcd1234!@",
    "Qwerty!23456",
    "Aaaa1111!!!!",
    "Ａｂｃ１２３４５６７８",
  ])("%s is tried first by everybody", (password) => {
    expect(passwordProblem(password)?.key).toBe("identity.errors.passwordCommon");
  });

  test("may not simply be the e-mail address or the name", () => {
    expect(passwordProblem("Lin1@School.example", ["lin1@school.example"])?.key).toBe(
      "identity.errors.passwordKnown",
    );
    expect(passwordProblem("Lin1@School.example", ["", "林"])).toBeNull();
  });

  test("the demo's password obeys the policy", () => {
    expect(passwordProblem(DEMO_PASSWORD)).toBeNull();
  });
});

describe("tries to sign in", () => {
  const start = Date.parse("2026-11-22T02:00:00Z");
  const at = (minutes: number) => new Date(start + minutes * 60_000);

  const failing = (minutes: readonly number[]) => {
    let tries: SignInTries | null = null;
    return minutes.map((minute) => {
      const booked = bookTry(tries, at(minute));
      if (booked.kind === "allowed") tries = booked.tries;
      return booked.kind === "locked" ? "locked" : booked.locksWhenWrong ? "locks" : "allowed";
    });
  };

  test("the fifth failure locks, for a quarter of an hour, and then one starts anew", () => {
    expect(failing([0, 1, 2, 3, 4, 5, 18.9, 19, 20])).toEqual([
      "allowed",
      "allowed",
      "allowed",
      "allowed",
      "locks",
      "locked",
      "locked",
      "allowed",
      "allowed",
    ]);
  });

  test("failures a quarter of an hour apart do not add up", () => {
    expect(failing([0, 15, 30, 45, 60, 75, 90])).toEqual(Array.from({ length: 7 }, () => "allowed"));
  });

  test("whatever the times, no quarter of an hour lets more than five guesses through", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 200 }), (steps) => {
        let minute = 0;
        const times = steps.map((step) => {
          minute += step / 60;
          return minute;
        });
        const through = failing(times).flatMap((outcome, index) =>
          outcome === "locked" ? [] : [times[index]!],
        );
        for (const [index, sixth] of through.slice(5).entries()) {
          expect(sixth - through[index]!).toBeGreaterThanOrEqual(15 - 1e-4);
        }
      }),
    );
  });
});

describe("roles", () => {
  test("every kind of organization has an owner, a coordinator and a viewer; only some have more", () => {
    for (const kind of ORGANIZATION_KINDS) {
      expect(rolesOf(kind)).toEqual(expect.arrayContaining(["owner", "coordinator", "viewer"]));
    }
    expect(isRoleOf("enterprise", "mentor")).toBe(true);
    expect(isRoleOf("enterprise", "student")).toBe(false);
    expect(isRoleOf("school", "teacher")).toBe(true);
    expect(isRoleOf("school", "student")).toBe(true);
    expect(isRoleOf("authority", "mentor")).toBe(false);
    expect(isRoleOf("park", "god")).toBe(false);
  });

  test("only the last owner's leaving leaves nobody", () => {
    expect(leavesNoOwner(["a"], "a", null)).toBe(true);
    expect(leavesNoOwner(["a"], "a", "viewer")).toBe(true);
    expect(leavesNoOwner(["a"], "a", "owner")).toBe(false);
    expect(leavesNoOwner(["a", "b"], "a", null)).toBe(false);
    expect(leavesNoOwner(["a"], "b", null)).toBe(false);
  });

  test("owners manage members; students do not see them", () => {
    for (const role of ROLES) {
      const actor = { organization: { id: "1", kind: "school", name: "校", verified: true, role } } as const;
      expect(refuseManagingMembers(actor) === null).toBe(role === "owner");
      expect(refuseSeeingMembers(actor) === null).toBe(role !== "student");
    }
  });

  test("every role, kind, persona and event has its words in both languages", () => {
    for (const words of [zh.identity, en.identity]) {
      expect(Object.keys(words.role).sort()).toEqual([...ROLES].sort());
      expect(Object.keys(words.roleMeaning).sort()).toEqual([...ROLES].sort());
      expect(Object.keys(words.kind).sort()).toEqual([...ORGANIZATION_KINDS].sort());
      expect(Object.keys(words.personas).sort()).toEqual(DEMO_PERSONAS.map((persona) => persona.key).sort());
    }
    expect(memberEventWords("member.joined")).toBe("identity.events.joined");
    expect(memberEventWords("listing.published")).toBeNull();
    expect(memberEventWords("toString")).toBeNull();
  });
});

describe("what others may see of a person", () => {
  test.each([
    ["wang@school.edu.cn", "w***@school.edu.cn"],
    ["a@b.cn", "a***@b.cn"],
    ["no address", "***"],
    ["@b.cn", "***"],
  ])("%s is shown as %s", (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });

  test.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 Edg/141.0",
      "Edge",
      "Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604",
      "Safari",
      "iOS",
    ],
    [
      "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537 Chrome/120 Mobile Safari/537 MicroMessenger/8.0",
      "微信 WeChat",
      "Android",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:130.0) Gecko/20100101 Firefox/130.0",
      "Firefox",
      "macOS",
    ],
    ["curl/8.0", null, null],
    ["", null, null],
  ])("%s", (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system });
  });
});
