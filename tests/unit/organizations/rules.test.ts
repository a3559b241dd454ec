import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HAZARD_CODES, HAZARDS, hazardsFrom } from "~/catalogues/hazards";
import { cohortRowCount, cohortRows } from "~/organizations/rules/cohort-rows";
import { mailDomainOf } from "~/organizations/rules/mail-domain";
import { maskPhone } from "~/organizations/rules/mask-phone";
import { codeProblems, readCodes } from "~/organizations/rules/organization-codes";
import {
  identityIsFixed,
  isPublicState,
  nextState,
  ORGANIZATION_STATES,
  ORGANIZATION_TRANSITIONS,
} from "~/organizations/rules/organization-lifecycle";
import { codeText, pickCode } from "~/organizations/rules/pick-code";
import { nextStep, type ProfileFacts, profileGaps } from "~/organizations/rules/profile-completeness";
import { reviewDue } from "~/organizations/rules/review-due";
import { isSameName, nameKernel } from "~/organizations/rules/similar-name";
import { HAZARDS as REGULATED } from "~/regulations/rules/hazards";

const enterprise: ProfileFacts = {
  kind: "enterprise",
  name: "南粤精密机械有限公司",
  regionCode: "440113",
  address: "石楼镇 1 号",
  introduction: "做精密零件。",
  contactName: "林小姐",
  hasPhone: true,
  uscc: "91350100M000100Y43",
  schoolCode: null,
  industryCode: "3670",
  employees: 380,
  schoolLevel: null,
  ownership: null,
  evidence: 1,
  posts: 2,
  programmes: 0,
};
const school: ProfileFacts = {
  ...enterprise,
  kind: "school",
  uscc: null,
  schoolCode: "3644012345",
  industryCode: null,
  employees: null,
  schoolLevel: "secondary",
  ownership: "public",
  posts: 0,
  programmes: 3,
};

describe("where an organization stands", () => {
  it("moves only as the table says", () => {
    for (const from of ORGANIZATION_STATES) {
      for (const { act } of ORGANIZATION_TRANSITIONS) {
        const listed = ORGANIZATION_TRANSITIONS.find((one) => one.act === act && one.from.includes(from));
        expect(nextState(from, act)).toBe(listed?.to ?? null);
      }
    }
  });

  it("never leaves an ended or merged profile", () => {
    for (const { act } of ORGANIZATION_TRANSITIONS) {
      expect(nextState("merged", act)).toBeNull();
      expect(nextState("ended", act)).toBeNull();
    }
  });

  it("asks for a reason whenever the operator says no", () => {
    const noes = ORGANIZATION_TRANSITIONS.filter((one) => one.who === "operator" && one.to === "returned");
    expect(noes.map((one) => one.act)).toEqual(["return", "revoke"]);
    expect(noes.every((one) => one.reasonNeeded)).toBe(true);
  });

  it("fixes the identity while it is looked at and once it is confirmed", () => {
    expect(ORGANIZATION_STATES.filter(identityIsFixed)).toEqual(["submitted", "verified", "blocked"]);
    expect(ORGANIZATION_STATES.filter(isPublicState)).toEqual(["unclaimed", "verified"]);
  });
});

describe("what a profile lacks", () => {
  it("finds nothing in a whole enterprise and a whole school", () => {
    expect(profileGaps(enterprise)).toEqual([]);
    expect(profileGaps(school)).toEqual([]);
  });

  it.each([
    ["uscc", { uscc: null }],
    ["region", { regionCode: "440000" }],
    ["address", { address: "" }],
    ["industry", { industryCode: null }],
    ["employees", { employees: null }],
    ["contactName", { contactName: null }],
    ["contactPhone", { hasPhone: false }],
    ["evidence", { evidence: 0 }],
  ] as const)("needs %s of an enterprise", (field, change) => {
    expect(profileGaps({ ...enterprise, ...change })).toEqual([{ field, needed: true }]);
  });

  it("asks a school for its code, level and ownership, not for an industry", () => {
    const gaps = profileGaps({ ...school, schoolCode: null, schoolLevel: null, ownership: null });
    expect(gaps.map((gap) => gap.field)).toEqual(["schoolCode", "schoolLevel", "ownership"]);
  });

  it("wants posts and an introduction without demanding them", () => {
    expect(profileGaps({ ...enterprise, posts: 0, introduction: "" })).toEqual([
      { field: "introduction", needed: false },
      { field: "posts", needed: false },
    ]);
  });

  it("names one next step", () => {
    expect(nextStep("draft", profileGaps({ ...enterprise, address: "" }))).toEqual({
      act: "fill",
      field: "address",
    });
    expect(nextStep("draft", profileGaps({ ...enterprise, evidence: 0 }))).toEqual({ act: "evidence" });
    expect(nextStep("draft", [])).toEqual({ act: "submit" });
    expect(nextStep("returned", [])).toEqual({ act: "mend" });
    expect(nextStep("submitted", [])).toEqual({ act: "wait" });
    expect(nextStep("verified", profileGaps({ ...school, programmes: 0 }))).toEqual({ act: "programmes" });
    expect(nextStep("verified", [])).toEqual({ act: "publish" });
  });
});

describe("codes of a profile", () => {
  it("takes them as people paste them", () => {
    expect(readCodes({ uscc: " 9135 0100 m000100y43 " }, "enterprise")).toEqual({
      uscc: "91350100M000100Y43",
      schoolCode: null,
    });
  });

  it("leaves out what the kind does not have", () => {
    expect(readCodes({ schoolCode: "3644012345" }, "enterprise").schoolCode).toBeNull();
  });

  it("puts each problem beside its field", () => {
    expect(codeProblems({ uscc: "91350100M000100Y44", schoolCode: "36440123" }, "school")).toEqual([
      { field: "uscc", key: "organizations.errors.uscc.check" },
      { field: "schoolCode", key: "organizations.errors.school.form" },
    ]);
    expect(codeProblems({ uscc: null, schoolCode: null }, "school")).toEqual([]);
  });
});

describe("a typed code", () => {
  const rows = [
    { code: "660103", name: "数控技术应用" },
    { code: "460103", name: "数控技术" },
    { code: "260103", name: "数控技术" },
  ];
  const byCode = (code: string) => rows.find((row) => row.code === code);

  it("is found by the code, alone or with its name", () => {
    expect(pickCode("660103", byCode, [])).toEqual({ kind: "one", row: rows[0] });
    for (const row of rows) expect(pickCode(codeText(row), byCode, [])).toEqual({ kind: "one", row });
  });

  it("is found by a whole name that only one has", () => {
    expect(pickCode("数控技术应用", byCode, rows)).toEqual({ kind: "one", row: rows[0] });
  });

  it("offers the choices when several share the name, and says so when none does", () => {
    expect(pickCode("数控技术", byCode, rows)).toEqual({ kind: "several", rows: [rows[1], rows[2]] });
    expect(pickCode("炼丹", byCode, [])).toEqual({ kind: "none" });
  });
});

describe("small facts", () => {
  it("counts no public mail service as a workplace", () => {
    expect(mailDomainOf("a@gzpyp.edu.cn")).toBe("gzpyp.edu.cn");
    expect(mailDomainOf("A@GZPYP.EDU.CN ")).toBe("gzpyp.edu.cn");
    for (const address of ["a@qq.com", "a@163.com", "a", "@x.cn"]) expect(mailDomainOf(address)).toBeNull();
  });

  it("masks all of a phone but its ends", () => {
    expect(maskPhone("13800138000")).toBe("138******00");
    fc.assert(
      fc.property(fc.stringMatching(/^\d{7,15}$/), (phone) => {
        const masked = maskPhone(phone);
        expect(masked).toHaveLength(phone.length);
        expect(masked.match(/\d/g)).toHaveLength(5);
      }),
    );
  });

  it("reads names alike but for the legal form", () => {
    expect(isSameName("广州甲乙（集团）有限公司", "广州甲乙有限责任公司")).toBe(true);
    expect(isSameName("广州甲乙有限公司", "广州甲丙有限公司")).toBe(false);
    expect(nameKernel("公司")).toBe("公司");
  });

  it("gives the operator three working days, holidays left out", () => {
    expect(reviewDue("2026-11-20")).toMatchObject({ date: "2026-11-25" });
    expect(reviewDue("2026-09-30")).toEqual({ date: "2026-10-10", certain: true });
    expect(reviewDue("2099-01-01").certain).toBe(false);
  });

  it("keeps filled rows of cohorts, latest first, and room for one more", () => {
    const rows = [{ entryYear: 2024, students: 80 }, {}, { entryYear: 2025, students: 90 }];
    expect(cohortRows(rows).map((row) => row.entryYear)).toEqual([2025, 2024]);
    expect(cohortRowCount(0, 0, false, 12)).toBe(4);
    expect(cohortRowCount(4, 0, false, 12)).toBe(5);
    expect(cohortRowCount(0, 4, true, 12)).toBe(8);
    expect(cohortRowCount(11, 12, true, 12)).toBe(12);
  });

  it("speaks of the same hazards as the regulations", () => {
    const words = (table: Record<string, { zh: string; en: string }>) =>
      Object.fromEntries(Object.entries(table).map(([code, { zh, en }]) => [code, { zh, en }]));
    expect(words(HAZARDS)).toEqual(words(REGULATED));
    expect(hazardsFrom("dust,none,heat,")).toEqual(["dust", "heat"]);
    expect(hazardsFrom(HAZARD_CODES.join(","))).toEqual(HAZARD_CODES);
  });
});
