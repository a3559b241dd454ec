import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consentDays } from "~/placements/rules/consents";
import type { Evidence, EvidenceKind } from "~/placements/rules/evidence";
import { evidenceFor, planOf } from "~/placements/rules/evidence";
import { evidenceErrors } from "~/placements/rules/evidence-input";
import { closedGate, GATES, type GateFacts, gatesOf, isCrossProvince } from "~/placements/rules/gates";
import { exceptionFor, peaksAt } from "~/placements/rules/head-count";
import { nextStep } from "~/placements/rules/next-step";
import { yearOfStudy } from "~/placements/rules/school-year";

const paper = (kind: EvidenceKind, doneOn: string, more: Partial<Evidence> = {}): Evidence => ({
  id: kind,
  kind,
  doneOn,
  alsoOn: null,
  validTo: null,
  number: null,
  details: {},
  subjectIds: [],
  ...more,
});

const OPEN: GateFacts = {
  type: "internship",
  begins: "2027-02-22",
  endsOn: "2027-08-20",
  newUnit: true,
  crossProvince: true,
  planned: true,
  consents: { student: "2027-01-01", guardian: "2027-01-02" },
  inspection: paper("inspection", "2026-12-01"),
  unitList: paper("unit_list", "2026-12-10", { alsoOn: "2026-12-15" }),
  filing: paper("filing", "2027-01-05"),
  province: paper("province", "2027-01-06", { alsoOn: "2027-01-07" }),
  plan: paper("plan", "2026-12-20"),
  rules: paper("rules", "2026-12-20"),
  training: paper("training", "2027-02-10"),
  safetyTest: paper("safety_test", "2027-02-15", { validTo: "2027-06-30" }),
  insurance: paper("insurance", "2027-02-01", { validTo: "2027-08-31", details: { payer: "school" } }),
  agreement: { school: "2027-02-01", host: "2027-02-02", student: "2027-02-03" },
  gaps: 0,
};

const because = (facts: Partial<GateFacts>, on = "2027-02-22") =>
  gatesOf({ ...OPEN, ...facts }, on).flatMap((gate) =>
    gate.reasons.map((one) => `${gate.gate} ${one.because} ${one.who}`),
  );

describe("the eight gates", () => {
  it("are eight, in their order, and all open when everything is on file", () => {
    const gates = gatesOf(OPEN, "2027-02-22");
    expect(gates.map((gate) => gate.gate)).toEqual([...GATES]);
    expect(closedGate(gates)).toBeNull();
    expect(gates.at(-1)?.until).toBe("2027-06-30");
  });

  it.each([
    [{ inspection: null }, ["inspection noReport school"]],
    [{ inspection: null, newUnit: false }, []],
    [{ inspection: paper("inspection", "2027-02-23") }, ["inspection noReport school"]],
    [{ unitList: null }, ["units notDecided school"]],
    [{ unitList: paper("unit_list", "2026-12-10") }, ["units notPublished school"]],
    [
      { consents: { student: null, guardian: null } },
      ["consents noStudentConsent student", "consents noGuardianConsent guardian"],
    ],
    [{ planned: false }, ["filing noPlan school", "plan noPlan school", "rules noPlan school"]],
    [{ filing: null }, ["filing notFiled school"]],
    [{ province: null }, ["filing provinceNotAgreed school"]],
    [{ province: null, crossProvince: false }, []],
    [{ agreement: null, gaps: 2 }, ["agreement factsMissing host"]],
    [
      { agreement: { school: "2027-02-01", host: null, student: "2027-02-23" } },
      ["agreement hostUnsigned host", "agreement studentUnsigned student"],
    ],
    [{ insurance: null }, ["agreement noInsurance school"]],
    [
      {
        insurance: paper("insurance", "2027-02-23", { validTo: "2027-08-19", details: { payer: "student" } }),
      },
      [
        "agreement insuredLate school",
        "agreement insuranceEndsEarly school",
        "agreement insuredByStudent school",
      ],
    ],
    [{ safetyTest: null }, ["training noSafetyTest school"]],
  ] as [Partial<GateFacts>, string[]][])("name what is missing and who must act: %j", (facts, expected) => {
    expect(because(facts)).toEqual(expected);
  });

  it("close again when the safety test has run out", () => {
    expect(because({}, "2027-06-30")).toEqual([]);
    expect(because({}, "2027-07-01")).toEqual(["training safetyTestOver school"]);
  });

  it("ask no consent, filing or agreement of an observation", () => {
    expect(because({ type: "observation", agreement: null, insurance: null, filing: null })).toEqual([]);
  });

  it("never open by taking something away", () => {
    const keys = [
      "inspection",
      "unitList",
      "filing",
      "province",
      "plan",
      "rules",
      "training",
      "safetyTest",
      "insurance",
      "agreement",
    ] as const;
    fc.assert(
      fc.property(fc.subarray([...keys]), fc.constantFrom(...keys), (gone, one) => {
        const without = (names: readonly string[]) => ({
          ...OPEN,
          ...Object.fromEntries(names.map((name) => [name, null])),
        });
        const before = gatesOf(without(gone), "2027-02-22");
        const after = gatesOf(without([...gone, one]), "2027-02-22");
        expect(after.every((gate, index) => !gate.open || before[index]!.open)).toBe(true);
      }),
    );
  });
});

describe("evidence", () => {
  const covered = {
    placementId: "p",
    hostId: "h",
    programmeId: "m",
    startsOn: "2027-02-22",
    endsOn: "2027-08-20",
  };
  const plan = { id: "plan", programmeIds: ["m"], startsOn: "2027-02-01", endsOn: "2027-09-01" };

  it("opens for whom it covers, the one that holds longest first", () => {
    const short = paper("insurance", "2027-02-01", { id: "a", validTo: "2027-06-30", subjectIds: ["p"] });
    const long = paper("insurance", "2027-02-01", { id: "b", validTo: "2027-08-31", subjectIds: ["p"] });
    const other = paper("insurance", "2027-02-01", { id: "c", validTo: "2028-08-31", subjectIds: ["q"] });
    expect(evidenceFor([short, long, other], "insurance", covered, plan)?.id).toBe("b");
    expect(
      evidenceFor([paper("filing", "2027-01-01", { subjectIds: ["plan"] })], "filing", covered, null),
    ).toBeNull();
  });

  it("needs a plan for the programme that holds every day", () => {
    expect(planOf([plan], covered)?.id).toBe("plan");
    expect(planOf([{ ...plan, endsOn: "2027-08-19" }], covered)).toBeNull();
    expect(planOf([{ ...plan, programmeIds: ["n"] }], covered)).toBeNull();
  });

  it("is refused without its dates, number or file, and before its day", () => {
    const said = {
      kind: "inspection" as const,
      doneOn: "2027-01-01",
      alsoOn: null,
      validTo: null,
      number: null,
      payer: null,
      scope: null,
      hasFile: true,
    };
    expect(evidenceErrors(said, "2027-01-01")).toEqual([]);
    expect(evidenceErrors(said, "2026-12-31").map((one) => one.field)).toEqual(["doneOn"]);
    const insurance = {
      ...said,
      kind: "insurance" as const,
      validTo: "2026-12-31",
      number: "1",
      payer: "school",
    };
    expect(evidenceErrors(insurance, "2026-01-01").map((one) => one.field)).toEqual(["validTo"]);
  });
});

describe("head-count", () => {
  const seat = (id: string, postId: string | null, startsOn: string, endsOn: string) => ({
    id,
    hostId: "h",
    postId,
    listingId: null,
    startsOn,
    endsOn,
  });
  const seats = [
    seat("1", "x", "2027-01-01", "2027-03-31"),
    seat("2", "x", "2027-03-31", "2027-06-30"),
    seat("3", "y", "2027-04-01", "2027-05-01"),
  ];
  const place = { hostId: "h", postId: "x", listingId: null };

  it("counts the fullest day of unit and post, without the seat asked about", () => {
    expect(peaksAt(seats, place, "2027-01-01", "2027-12-31")).toEqual({ unit: 2, post: 2 });
    expect(peaksAt(seats, place, "2027-04-01", "2027-12-31")).toEqual({ unit: 2, post: 1 });
    expect(peaksAt(seats, place, "2027-01-01", "2027-12-31", "2")).toEqual({ unit: 1, post: 1 });
    expect(peaksAt(seats, { ...place, postId: null }, "2027-01-01", "2027-12-31").post).toBeNull();
  });

  it("takes an exception only for every day, enough students and what is exceeded", () => {
    const exception = {
      hostId: "h",
      postId: "x",
      startsOn: "2027-01-01",
      endsOn: "2027-12-31",
      upTo: 5,
      reason: "r",
      authority: "a",
    };
    const dates = { from: "2027-02-01", to: "2027-03-01" };
    const ask = (unit: boolean, counts = { unit: 5, post: 5 }, days = dates) =>
      exceptionFor([exception], place, days, counts, { unit, post: true });
    expect(ask(false)).toBe(exception);
    expect(ask(true)).toBeNull();
    expect(ask(false, { unit: 5, post: 6 })).toBeNull();
    expect(ask(false, { unit: 5, post: 5 }, { from: "2026-12-31", to: "2027-03-01" })).toBeNull();
  });
});

describe("what placements are told by", () => {
  it("the last word of each voice; one guardian against is enough", () => {
    const word = (guardianId: string | null, act: string, at: string) => ({
      guardianId,
      party: guardianId ? "guardian" : "student",
      act,
      on: at,
      at,
    });
    const both = [word(null, "given", "2027-01-01"), word("a", "given", "2027-01-02")];
    expect(consentDays(both, ["a", "b"])).toEqual({ student: "2027-01-01", guardian: "2027-01-02" });
    expect(consentDays([...both, word("b", "refused", "2027-01-03")], ["a", "b"]).guardian).toBeNull();
    expect(consentDays([...both, word("b", "refused", "2027-01-03")], ["a"]).guardian).toBe("2027-01-02");
    expect(consentDays([...both, word(null, "withdrawn", "2027-01-04")], ["a"]).student).toBeNull();
  });

  it("the year of study turns in September", () => {
    expect([
      yearOfStudy(2025, "2026-08-31"),
      yearOfStudy(2025, "2026-09-01"),
      yearOfStudy(2027, "2026-09-01"),
    ]).toEqual([1, 2, 1]);
  });

  it("the next step is the first thing that holds the first gate, the day before the start", () => {
    const gates = gatesOf({ ...OPEN, filing: null, insurance: null }, "2027-02-01");
    const placement = { state: "preparing", startsOn: "2027-02-22", endsOn: "2027-08-20" };
    expect(nextStep(placement, gates)).toEqual({
      kind: "gate",
      gate: "filing",
      because: "notFiled",
      who: "school",
      by: "2027-02-21",
    });
    expect(nextStep(placement, gatesOf(OPEN, "2027-02-01")).kind).toBe("start");
  });

  it("another province is told by the first two digits", () => {
    expect([isCrossProvince("440100", "440300"), isCrossProvince("440100", "430100")]).toEqual([false, true]);
  });
});
