import { describe, expect, it } from "vitest";
import { liesIn } from "~/catalogues/rules/regions";
import { compareTracks, comparisonHash } from "~/pathways/rules/comparison";
import { packFor, rulesFor, type StoredChange } from "~/pathways/rules/effective";
import { judgeTransfer, type TransferFacts, worstOf } from "~/pathways/rules/eligibility";
import { readFact, textOfFact } from "~/pathways/rules/fact-values";
import { flowAlarms, flowBySchool } from "~/pathways/rules/flow";
import { TRANSFER_STATES, TRANSFER_TRANSITIONS, transitionFor } from "~/pathways/rules/lifecycle";
import { columnsFor, DEFAULT_COLUMNS } from "~/pathways/rules/movement-columns";
import { answerBy, maskName, mayObject, noticeDays, noticeText, shownLines } from "~/pathways/rules/notice";
import { FACT_KEYS } from "~/pathways/rules/pack";
import { TRANSFER_PACKS } from "~/pathways/rules/packs/all";
import { pairingOn, shapeOf } from "~/pathways/rules/pairing";
import { examOutlook } from "~/pathways/rules/proficiency";
import { meanOf, partAverages, rankApplicants, rankingText, totalOf } from "~/pathways/rules/ranking";
import { gradeOf, pointCode, readPoint, schoolYearOf, termOf, termsDone } from "~/pathways/rules/term";

const ON = "2026-11-22";
const GUANGZHOU = rulesFor("440113", ON, []).facts;

const FACTS: TransferFacts = {
  direction: "to_general",
  on: ON,
  studentGrade: 1,
  onRoll: true,
  studyForm: "full_time",
  identityKnown: true,
  claimedElsewhere: false,
  windowGrade: 1,
  windowPoint: { grade: 1, term: 1, edge: "end" },
  windowOpensOn: "2026-11-10",
  windowClosesOn: "2026-12-10",
  windowCancelled: false,
  fromRegion: "440113",
  toRegion: "440113",
  cityArranged: false,
  pairing: "holds",
  seats: 2,
  taken: 0,
  scoreLine: 5_500,
  entranceScore: 6_000,
  liveThisTerm: 0,
  movedBefore: 0,
  examsPassed: [],
};

describe("the terms of three years", () => {
  it("are told from dates and codes", () => {
    expect([schoolYearOf("2026-08-31"), schoolYearOf("2026-09-01")]).toEqual([2025, 2026]);
    expect([termOf("2026-11-22"), termOf("2027-01-15"), termOf("2027-03-01")]).toEqual([1, 1, 2]);
    expect(gradeOf(2025, "2026-11-22")).toBe(2);
    expect(readPoint("2-1-end")).toEqual({ grade: 2, term: 1, edge: "end" });
    expect(readPoint("4-1-end")).toBeNull();
    expect(termsDone({ grade: 2, term: 1, edge: "end" })).toBe(3);
    expect(pointCode({ grade: 1, term: 2, edge: "start" })).toBe("1-2-start");
  });
});

describe("the packs", () => {
  it("come into force by region and day; elsewhere the general one holds", () => {
    expect(packFor("370102", "2026-01-01").id).toBe("shandong-2026");
    expect(packFor("370102", "2025-12-31").id).toBe("generic");
    expect(packFor("440113", "2026-03-01").id).toBe("guangzhou-2026");
    expect(packFor("330302", ON).id).toBe("wenzhou-2024");
    expect(packFor("110101", ON).id).toBe("generic");
  });

  it("hold every fact in a form that can be stored, and never cite an article that was not read", () => {
    for (const pack of TRANSFER_PACKS) {
      for (const key of FACT_KEYS) {
        const { value, source } = pack.facts[key];
        expect(readFact(key, JSON.stringify(value)), `${pack.id} ${key}`).not.toBeNull();
        if (!source.verified) expect(source.article, `${pack.id} ${key}`).toBeNull();
      }
    }
  });

  it("take an authority's change from its day on, for its region only, and name it as such", () => {
    const change: StoredChange = {
      regionCode: "440100",
      fact: "noticeDays",
      value: "7",
      validFrom: "2026-12-01",
      document: "工作指引",
      createdAt: "2026-11-20T00:00:00Z",
    };
    expect(rulesFor("440113", ON, [change]).facts.noticeDays.value).toBe(5);
    const later = rulesFor("440113", "2026-12-01", [change]).facts.noticeDays;
    expect(later).toMatchObject({ value: 7, source: { verified: false, changedFrom: "2026-12-01" } });
    expect(rulesFor("440305", "2026-12-01", [change]).facts.noticeDays.value).toBe(5);
    expect([liesIn("440100", "440113"), liesIn("440000", "440305"), liesIn("440113", "440105")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("refuse values that do not fit their fact", () => {
    expect(readFact("weights", textOfFact("weights", ["50", "30", "10"]))).toBeNull();
    expect(readFact("weights", textOfFact("weights", ["50", "30", "20"]))?.value).toEqual({
      entrance: 5_000,
      daily: 3_000,
      school: 2_000,
    });
    expect(readFact("noticeDays", "0")).toBeNull();
    expect(readFact("chainToGeneral", '["city"]')).toBeNull();
    expect(readFact("bounds", '"everywhere"')).toBeNull();
  });
});

const found = (facts: Partial<TransferFacts>, rule: string, rules = GUANGZHOU) =>
  judgeTransfer({ ...FACTS, ...facts }, rules).find((one) => one.rule === rule);

describe("eligibility", () => {
  it("passes a sound case, with nothing hidden", () => {
    const findings = judgeTransfer(FACTS, GUANGZHOU);
    expect(worstOf(findings)).toBe("pass");
    expect(findings.length).toBeGreaterThan(10);
  });

  it.each([
    ["a second transfer in the term", { liveThisTerm: 1 }, "term", "again"],
    ["a second move", { movedBefore: 1 }, "times", "tooOften"],
    ["another city", { toRegion: "440305" }, "bounds", "otherCity"],
    ["a county move nobody arranged", { toRegion: "440105" }, "bounds", "needsCity"],
    ["another year", { studentGrade: 2 }, "grade", "otherGrade"],
    ["a score below the line", { entranceScore: 5_499 }, "score", "below"],
    ["a missing score", { entranceScore: null }, "score", "noScore"],
    ["no seat left", { taken: 2 }, "seats", "full"],
    ["schools without pairing", { pairing: "none" as const }, "pairing", "notPaired"],
    ["an agreement that ended", { pairing: "agreement_ended" as const }, "pairing", "agreementEnded"],
    ["a registration elsewhere", { claimedElsewhere: true }, "registration", "claimed"],
    ["the day after the window", { on: "2026-12-11" }, "window", "closed"],
    ["another form of study", { studyForm: "other" as const }, "scope", "otherForm"],
  ])("says what is wrong with %s", (_name, facts, rule, because) => {
    expect(found(facts, rule)?.because).toBe(because);
    expect(["block", "missing"]).toContain(found(facts, rule)?.verdict);
  });

  it("asks for no entrance score towards a vocational school, and lets a county move pass once arranged", () => {
    expect(found({ direction: "to_vocational" }, "score")).toBeUndefined();
    expect(found({ toRegion: "440105", cityArranged: true }, "bounds")).toMatchObject({
      verdict: "warn",
      because: "arranged",
    });
  });

  it("warns of missed examinations, and blocks once none can be made up", () => {
    const second = { windowPoint: { grade: 1, term: 2, edge: "end" } as const };
    expect(found(second, "exams")).toMatchObject({ verdict: "warn", values: { missed: 3, terms: 3 } });
    expect(examOutlook({ grade: 3, term: 1, edge: "end" }, [])).toMatchObject({
      makeUpTerms: 0,
      diploma: "out_of_reach",
    });
    expect(
      examOutlook({ grade: 1, term: 2, edge: "end" }, ["information", "geography", "history"]).diploma,
    ).toBe("certain");
  });
});

describe("the comparison of both tracks", () => {
  it("counts what was missed and is the same for the same case", () => {
    const point = { grade: 1, term: 1, edge: "end" } as const;
    const shown = compareTracks("to_general", point, []);
    expect(shown.missingHours).toBe(54 + 54 + 36 + 36);
    expect(compareTracks("to_vocational", point, []).exams).toBeNull();
    expect(comparisonHash(shown)).toBe(comparisonHash(compareTracks("to_general", point, [])));
    expect(comparisonHash(shown)).not.toBe(comparisonHash(compareTracks("to_vocational", point, [])));
  });
});

const WEIGHTS = { entrance: 4_000, daily: 3_000, school: 3_000 };
const TIES = ["school", "daily", "entrance"] as const;

describe("ranking", () => {
  it("averages whole numbers, half up, and weighs once", () => {
    expect([meanOf([8_000, 8_001]), meanOf([1, 2, 2]), meanOf([7_777])]).toEqual([8_001, 2, 7_777]);
    const scores = [
      { part: "entrance" as const, assessorId: "a", scoreBp: 8_000 },
      { part: "daily" as const, assessorId: "a", scoreBp: 9_000 },
    ];
    expect(partAverages(scores, WEIGHTS).unscored).toEqual(["school"]);
    expect(totalOf({ entrance: 8_001, daily: 9_000, school: 7_000 }, WEIGHTS)).toBe(8_000);
  });

  const applicants = [
    { id: "a", averages: { entrance: 8_000, daily: 8_000, school: 8_000 } },
    { id: "b", averages: { entrance: 8_000, daily: 7_000, school: 9_000 } },
    { id: "c", averages: { entrance: 8_000, daily: 8_000, school: 8_000 } },
    { id: "d", averages: { entrance: 9_000, daily: 9_000, school: 9_000 } },
  ];

  it("breaks ties at the quota in the published order, then by the lot, and says which", () => {
    const ranked = rankApplicants(applicants, WEIGHTS, TIES, "seed", 2);
    expect(ranked.map((one) => one.id).slice(0, 2)).toEqual(["d", "b"]);
    expect(ranked.map((one) => one.within)).toEqual([true, true, false, false]);
    expect(ranked.map((one) => one.tie)).toEqual([null, null, "school", "lot"]);
  });

  it("gives the same bytes in whatever order people come, and others for another seed", () => {
    const text = (list: typeof applicants, seed: string) =>
      rankingText(rankApplicants(list, WEIGHTS, TIES, seed, 2));
    expect(text([...applicants].reverse(), "seed")).toBe(text(applicants, "seed"));
    const seeds = ["s1", "s2", "s3", "s4", "s5", "s6"].map((seed) => text(applicants, seed));
    expect(new Set(seeds).size).toBe(2);
  });
});

describe("public notices", () => {
  it("show no more of a name than its first and last character", () => {
    expect(["陈雨桐", "李思", "欧阳娜娜", "王"].map(maskName)).toEqual(["陈*桐", "李*", "欧**娜", "*"]);
  });

  it("count working days over a holiday and end at midnight in Shanghai", () => {
    const { until } = noticeDays("2026-09-24", 5);
    expect(until.certain).toBe(true);
    expect(until.date > "2026-10-01").toBe(true);
    expect(answerBy("2031-03-03", 5).certain).toBe(false);
    const notice = { state: "open", fromOn: "2026-09-24", untilOn: "2026-09-30" };
    expect(mayObject(notice, new Date("2026-09-30T15:59:59.999Z"))).toBe(true);
    expect(mayObject(notice, new Date("2026-09-30T16:00:00.000Z"))).toBe(false);
    expect(mayObject({ ...notice, state: "closed" }, new Date("2026-09-25T02:00:00Z"))).toBe(false);
  });

  it("are written in the order of the rank and not shown any more once closed", () => {
    const line = (rank: number) => ({
      rank,
      reference: `T-${rank}`,
      name: "陈*",
      from: "甲校",
      totalBp: 8_000,
    });
    const list = noticeText([line(2), line(1)]);
    expect(shownLines({ state: "open", list })?.map((one) => one.rank)).toEqual([1, 2]);
    expect(shownLines({ state: "closed", list })).toBeNull();
  });
});

describe("the lifecycle", () => {
  it("leads from every state that has not ended to another, and asks for a reason where it takes something away", () => {
    const ended = ["rejected", "withdrawn", "lapsed", "reverted"];
    for (const state of TRANSFER_STATES) {
      const out = TRANSFER_TRANSITIONS.filter((one) => one.from.includes(state));
      expect(out.length > 0, state).toBe(!ended.includes(state));
    }
    expect(transitionFor("authority", "approve", "receiving")).toEqual({ ok: false, why: "who" });
    expect(transitionFor("draft", "approve", "authority")).toEqual({ ok: false, why: "state" });
    expect(transitionFor("credits", "reverse", "authority", " ")).toEqual({ ok: false, why: "reason" });
    expect(transitionFor("authority", "lapse", "clock", "x").ok).toBe(false);
  });
});

describe("pairings", () => {
  const pairing = { state: "active", validFrom: "2026-01-01", validTo: "2026-12-31" };
  const agreement = {
    kind: "school_school",
    state: "active",
    effectiveOn: "2026-01-01",
    endsOn: "2027-01-01",
    parties: ["v", "g"],
  };

  it("hold only as long as the agreement of both schools runs", () => {
    expect(pairingOn([{ pairing, agreement }], ["v", "g"], ON)).toBe("holds");
    expect(pairingOn([{ pairing, agreement: { ...agreement, state: "suspended" } }], ["v", "g"], ON)).toBe(
      "agreement_ended",
    );
    expect(pairingOn([{ pairing, agreement: { ...agreement, parties: ["v", "x"] } }], ["v", "g"], ON)).toBe(
      "agreement_ended",
    );
    expect(pairingOn([{ pairing: { ...pairing, state: "proposed" }, agreement }], ["v", "g"], ON)).toBe(
      "none",
    );
    expect([shapeOf(1, 1), shapeOf(3, 1), shapeOf(2, 2)]).toEqual(["one_one", "one_many", "many_many"]);
  });
});

describe("the flow", () => {
  it("counts only those who moved, and raises an alarm for fast losses and unused windows", () => {
    const row = (state: string) => ({
      fromSchoolId: "a",
      toSchoolId: "b",
      direction: "to_general" as const,
      state,
    });
    const rows = [...Array.from({ length: 6 }, () => row("moved")), row("rejected")];
    const flows = flowBySchool(
      rows,
      new Map([
        ["a", 100],
        ["b", 400],
      ]),
    );
    expect(flows[0]).toMatchObject({ schoolId: "a", in: 0, out: 6, net: -6 });
    const alarms = flowAlarms({
      flows,
      windows: [{ windowId: "w", closed: true, applications: 0, objections: 0, listed: 0 }],
      quotas: [{ quotaId: "q", closed: true, seats: 10, taken: 4 }],
    });
    expect(alarms.map((one) => one.kind)).toEqual(["outflow", "unused_window", "unfilled"]);
  });
});

describe("columns for the registries", () => {
  it("are those asked for in their order, else the usual ones", () => {
    expect(columnsFor("general", ["name", "nonsense", "name", "sex"])).toEqual(["name", "sex"]);
    expect(columnsFor("vocational", [])).toBe(DEFAULT_COLUMNS.vocational);
  });
});
