import { describe, expect, it } from "vitest";
import { factsOfPlacing, type KnownPlacing, NO_PAPERS } from "~/placements/rules/placing-facts";
import { knownAgreement, tripartiteContent } from "~/placements/rules/tripartite";
import type { PlacementTerms } from "~/placements/terms";
import { evaluate } from "~/regulations/rules/evaluate";
import type { Stage } from "~/regulations/rules/rule";
import { soundTerms } from "~tests/fixtures/placing-terms";

const content = (terms: PlacementTerms) =>
  tripartiteContent({
    school: { id: "s", name: "学校", uscc: null },
    host: { id: "h", name: "企业", uscc: null },
    student: { personId: "p", name: "学生", studentNumber: "1", programme: "数控", className: "1班" },
    terms,
    teacher: "林老师",
    mentor: "何师傅",
    policy: null,
    consents: [],
  });

const known = (changes: Partial<KnownPlacing> = {}, terms: Partial<PlacementTerms> = {}): KnownPlacing => {
  const whole = soundTerms({ postId: "x", ...terms });
  return {
    origin: "round",
    place: { hostId: "h", postId: "x", listingId: null },
    terms: whole,
    student: { birthDate: "2008-05-14", sex: "female", entryYear: 2025 },
    school: { regionCode: "440100" },
    programme: { majorCode: "660103", level: "secondary" },
    host: { uscc: "91350100M000100Y43", industryCode: "3421", employees: 300 },
    postEmployees: 60,
    others: { unit: 3, post: 3 },
    exceptions: [],
    newUnit: false,
    lawful: true,
    schoolApproved: null,
    mentors: { school: true, host: true },
    papers: {
      ...NO_PAPERS,
      consentStudent: "2027-01-01",
      consentGuardian: "2027-01-02",
      unitList: { decidedOn: "2026-12-01", publishedOn: "2026-12-05" },
      planFiledOn: "2027-01-05",
      trainedOn: "2027-02-10",
      safetyTest: { passedOn: "2027-02-15", validTo: "2027-12-31" },
      insurance: { policyNo: "P", from: "2027-02-01", to: "2027-08-31", payer: "school" },
      agreement: knownAgreement(content(whole), {
        school: "2027-02-01",
        host: "2027-02-02",
        student: "2027-02-03",
      }),
    },
    ...changes,
  };
};

const against = (placing: KnownPlacing, stage: Stage) =>
  evaluate({ on: "2027-02-22", region: "440113", stage, facts: factsOfPlacing(placing) })
    .findings.filter((one) => one.verdict !== "pass")
    .map((one) => `${one.rule} ${one.verdict}`);

describe("placements from records, judged", () => {
  it("a sound one passes at every stage up to the start", () => {
    for (const stage of ["application", "agreement", "start"] as const)
      expect(against(known(), stage)).toEqual([]);
  });

  it.each([
    [
      "too young",
      known({ student: { birthDate: "2011-03-01", sex: "male", entryYear: 2025 } }),
      "application",
      "INT-18 block",
    ],
    ["over the unit's ratio", known({ others: { unit: 30, post: 3 } }), "application", "INT-14 block"],
    ["over the post's ratio", known({ others: { unit: 12, post: 12 } }), "application", "INT-15 block"],
    [
      "the wrong major",
      known({ programme: { majorCode: "730801", level: "secondary" } }),
      "application",
      "INT-08 block",
    ],
    ["night shifts", known({}, { nightShifts: true }), "start", "INT-24 block"],
    ["pay below the line", known({}, { payMonthlyFen: 150_000 }), "start", "INT-26 warn"],
    ["no insurance", known({ papers: { ...known().papers, insurance: null } }), "start", "INT-38 missing"],
    ["an agency", known({}, { agentInvolved: true }), "start", "INT-22 block"],
    ["a deposit", known({}, { fees: ["deposit"] }), "start", "INT-28 block"],
  ] as [
    string,
    KnownPlacing,
    Stage,
    string,
  ][])("%s is stopped by its rule", (_name, placing, stage, rule) => {
    expect(against(placing, stage)).toContain(rule);
  });

  it("a recorded exception lets the ratio pass with its reason", () => {
    const exception = {
      hostId: "h",
      postId: null,
      startsOn: "2027-01-01",
      endsOn: "2027-12-31",
      upTo: 40,
      reason: "订单班",
      authority: "市教育局",
    };
    expect(against(known({ others: { unit: 30, post: 3 }, exceptions: [exception] }), "application")).toEqual(
      ["INT-14 warn"],
    );
  });

  it("the agreement's own text holds every clause and nothing forbidden", () => {
    const bare = known();
    const text = knownAgreement(
      content({ ...bare.terms, type: "apprenticeship", apprenticeStatus: "student" }),
      { school: null, host: null, student: null },
    );
    expect(text.clauses).toEqual(expect.arrayContaining(["parties", "pay", "breach", "identity", "exit"]));
    expect(against(bare, "agreement")).toEqual([]);
  });
});
