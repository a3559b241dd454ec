import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONSENT_PURPOSES } from "~/identity/rules/consent-purposes";
import { consentStanding, type LedgerEntry } from "~/identity/rules/consent-standing";
import { CONSENT_WORDINGS, shownWording, wordingOn } from "~/identity/rules/consent-wordings";
import { isMinorOn } from "~/identity/rules/minority";
import {
  ALLOWED_WRONG,
  answerDigits,
  type DigitTries,
  LOCKED_MINUTES,
  lastFour,
  WRONG_IN_ALL,
} from "~/identity/rules/phone-digits";

let serial = 0;
const said = (
  party: "student" | "guardian",
  act: LedgerEntry["act"],
  at: string,
  guardianId: string | null = null,
): LedgerEntry => {
  serial += 1;
  return {
    id: String(serial).padStart(4, "0"),
    party,
    guardianId: party === "guardian" ? (guardianId ?? "g1") : null,
    act,
    at,
  };
};

const BORN = "2009-03-15";

describe("minority", () => {
  it("ends on the 18th birthday, and on 1 March for those born on 29 February", () => {
    expect(isMinorOn(BORN, "2027-03-14")).toBe(true);
    expect(isMinorOn(BORN, "2027-03-15")).toBe(false);
    expect(isMinorOn("2008-02-29", "2026-02-28")).toBe(true);
    expect(isMinorOn("2008-02-29", "2026-03-01")).toBe(false);
  });
});

describe("where consent stands", () => {
  const student = said("student", "given", "2026-05-01T00:00:00.000Z");
  const guardian = said("guardian", "given", "2026-05-02T00:00:00.000Z");

  it.each([
    ["nobody spoke", [], "2026-06-01", { complete: false, missing: ["student", "guardian"] }],
    ["the minor alone", [student], "2026-06-01", { complete: false, missing: ["guardian"] }],
    ["the guardian alone", [guardian], "2026-06-01", { complete: false, missing: ["student"] }],
    ["both", [student, guardian], "2026-06-01", { complete: true, missing: [], minor: true }],
    ["the student alone once of age", [student], "2027-03-15", { complete: true, guardian: "not_needed" }],
  ])("%s", (_name, entries, on, wanted) => {
    expect(consentStanding(BORN, entries, ["g1"], on)).toMatchObject(wanted);
  });

  it("ends with a withdrawal by either, and comes back when it is given again", () => {
    const gone = said("guardian", "withdrawn", "2026-05-03T00:00:00.000Z");
    const back = said("guardian", "given", "2026-05-04T00:00:00.000Z");
    expect(consentStanding(BORN, [student, guardian, gone], ["g1"], "2026-06-01").guardian).toBe("withdrawn");
    expect(consentStanding(BORN, [student, guardian, gone, back], ["g1"], "2026-06-01").complete).toBe(true);
    const own = said("student", "withdrawn", "2026-05-05T00:00:00.000Z");
    expect(consentStanding(BORN, [student, guardian, own], ["g1"], "2026-06-01").missing).toEqual([
      "student",
    ]);
  });

  it("needs one guardian, and none against; a guardian no longer linked does not count", () => {
    const other = said("guardian", "refused", "2026-05-02T00:00:00.000Z", "g2");
    expect(consentStanding(BORN, [student, guardian], ["g1", "g2"], "2026-06-01").complete).toBe(true);
    expect(consentStanding(BORN, [student, guardian, other], ["g1", "g2"], "2026-06-01").guardian).toBe(
      "refused",
    );
    expect(consentStanding(BORN, [student, guardian, other], ["g1"], "2026-06-01").complete).toBe(true);
    expect(consentStanding(BORN, [student, guardian], [], "2026-06-01").guardian).toBe("none");
  });

  it("does not depend on the order in which the ledger is read", () => {
    const acts = fc.constantFrom<LedgerEntry["act"]>("given", "refused", "withdrawn");
    const entry = fc.record({
      party: fc.constantFrom<"student" | "guardian">("student", "guardian"),
      act: acts,
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), fc.boolean(), (words, reversed) => {
        const entries = words.map((one) =>
          said(one.party, one.act, `2026-05-${String(one.day).padStart(2, "0")}T00:00:00.000Z`),
        );
        const shuffled = reversed
          ? [...entries].reverse()
          : [...entries].sort((a, b) => a.act.localeCompare(b.act));
        expect(consentStanding(BORN, shuffled, ["g1"], "2026-06-01")).toEqual(
          consentStanding(BORN, entries, ["g1"], "2026-06-01"),
        );
      }),
    );
  });
});

describe("the words that are agreed to", () => {
  it("exist for every purpose, in both languages, and name whom and what", () => {
    for (const purpose of CONSENT_PURPOSES) {
      const wording = wordingOn(purpose, "2026-11-22");
      for (const language of ["zh-CN", "en"] as const) {
        const shown = shownWording(wording, language, { student: "甲", school: "乙校", recipient: "丙厂" });
        const text = [shown.title, shown.asked, shown.why, shown.kept, shown.withdraw].join();
        expect(text).toContain("甲");
        expect(text).not.toContain("{{");
        if (wording.hasRecipient) expect(text).toContain("丙厂");
      }
    }
  });

  it("have a fingerprint that changes with every name and language", () => {
    const wording = wordingOn("share_application", "2026-11-22");
    const names = { student: "甲", school: "乙校", recipient: "丙厂" };
    const hashes = new Set([
      shownWording(wording, "zh-CN", names).hash,
      shownWording(wording, "en", names).hash,
      shownWording(wording, "zh-CN", { ...names, recipient: "丁厂" }).hash,
    ]);
    expect(hashes.size).toBe(3);
    expect(shownWording(wording, "zh-CN", names).hash).toBe(shownWording(wording, "zh-CN", names).hash);
  });

  it("never use one version twice", () => {
    expect(new Set(CONSENT_WORDINGS.map((one) => one.version)).size).toBe(CONSENT_WORDINGS.length);
  });
});

describe("the phone's last digits", () => {
  const none: DigitTries = { failures: 0, totalFailures: 0, lockedUntil: null, lastFailedAt: null };
  const now = new Date("2026-11-22T02:00:00.000Z");

  it("are the last four digits, and nothing shorter", () => {
    expect(lastFour("138 0000 5678")).toBe("5678");
    expect(lastFour("12")).toBe("");
    expect(answerDigits(none, "", "", now).kind).toBe("wrong");
  });

  it("lock after five wrong answers for an hour, and die after fifteen", () => {
    let tries = none;
    for (let round = 1; round < ALLOWED_WRONG; round += 1) {
      const answer = answerDigits(tries, "5678", "0000", now);
      if (answer.kind !== "wrong") throw new Error(answer.kind);
      expect(answer.left).toBe(ALLOWED_WRONG - round);
      tries = answer.tries;
    }
    const last = answerDigits(tries, "5678", "0000", now);
    if (last.kind !== "wrong") throw new Error(last.kind);
    expect(answerDigits(last.tries, "5678", "5678", now)).toEqual({
      kind: "locked",
      minutes: LOCKED_MINUTES,
    });
    const later = new Date(now.getTime() + LOCKED_MINUTES * 60_000);
    expect(answerDigits(last.tries, "5678", "5678", later).kind).toBe("right");
    expect(answerDigits({ ...none, totalFailures: WRONG_IN_ALL }, "5678", "5678", later).kind).toBe("dead");
  });
});
