import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addUp, fieldOf, LONGEST_TEXT, readSheet } from "~/surveys/rules/answer";
import { questionResults } from "~/surveys/rules/comparison";
import { FEWEST_TOLD, questionFigure, responseRate } from "~/surveys/rules/figures";
import { datesFault, phaseOn } from "~/surveys/rules/phase";
import { AUDIENCES, overallOf } from "~/surveys/rules/template";
import { SURVEY_TEMPLATES, templateOf, templateOn } from "~/surveys/rules/templates";
import { withheldSchools } from "~/surveys/rules/withheld";

const student = templateOf("student-2026")!;
const counts = (...steps: number[]) =>
  new Map([1, 2, 3, 4, 5].map((step, place) => [step, steps[place] ?? 0]));

describe("the templates", () => {
  it("ask five to nine questions each, the overall one first, ids unique within", () => {
    for (const { audience, questions } of SURVEY_TEMPLATES) {
      expect(questions.length).toBeGreaterThanOrEqual(5);
      expect(questions.length).toBeLessThanOrEqual(9);
      expect(questions[0]?.id).toBe(overallOf(audience));
      expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    }
  });

  it("keep a question's words under one id across years", () => {
    const known = new Map<string, string>();
    for (const { questions } of SURVEY_TEMPLATES) {
      for (const { id, text } of questions) {
        expect(known.get(id) ?? text.zh).toBe(text.zh);
        known.set(id, text.zh);
      }
    }
  });

  it("hold from their day on, for every audience", () => {
    expect(templateOn("student", "2025-12-31")?.id).toBe("student-2025");
    expect(templateOn("student", "2026-01-01")?.id).toBe("student-2026");
    expect(templateOn("student", "2024-12-31")).toBeUndefined();
    expect(AUDIENCES.map((one) => templateOn(one, "2026-06-01")?.audience)).toEqual([...AUDIENCES]);
  });

  it("give every question a field that nests nowhere", () => {
    for (const { questions } of SURVEY_TEMPLATES)
      for (const { id } of questions) expect(fieldOf(id)).toMatch(/^q_[a-z]+_[a-z]+$/);
  });
});

describe("one sheet", () => {
  const overall = fieldOf("student.overall");

  it("needs the overall answer and leaves the rest free", () => {
    expect(readSheet(student, {})).toMatchObject({
      ok: false,
      field: overall,
      key: "surveys.errors.overall",
    });
    expect(readSheet(student, { [overall]: "4" })).toEqual({
      ok: true,
      sheet: { choices: { "student.overall": 4 }, text: "" },
    });
  });

  it.each(["0", "6", "4.5", "-1", "满意", "５", "1e0", "__proto__"])("takes no step %s", (said) => {
    expect(readSheet(student, { [overall]: said })).toMatchObject({ ok: false, field: overall });
  });

  it("keeps nothing a template does not ask, trims and bounds the text", () => {
    const typed = { [overall]: "5", q_parent_overall: "1", text: "  食堂很好 \n" };
    expect(readSheet(student, typed)).toEqual({
      ok: true,
      sheet: { choices: { "student.overall": 5 }, text: "食堂很好" },
    });
    const long = { [overall]: "5", text: "长".repeat(LONGEST_TEXT + 1) };
    expect(readSheet(student, long)).toMatchObject({ ok: false, field: "text", limit: LONGEST_TEXT });
  });

  it("adds up by question, whatever was left out", () => {
    const totals = addUp([{ a: 5, b: 1 }, { a: 5 }, { a: 3 }]);
    expect(totals.get("a")).toEqual(
      new Map([
        [5, 2],
        [3, 1],
      ]),
    );
    expect(totals.get("b")).toEqual(new Map([[1, 1]]));
    expect(addUp([]).size).toBe(0);
  });
});

describe("the figure of a question", () => {
  it("is told from five answers on, with what it was divided from", () => {
    expect(questionFigure(counts(1, 0, 1, 1, 1))).toEqual({ told: false });
    expect(questionFigure(new Map())).toEqual({ told: false });
    expect(questionFigure(counts(1, 0, 1, 1, 2))).toEqual({
      told: true,
      answers: 5,
      distribution: [1, 0, 1, 1, 2],
      satisfied: 3,
      shareBp: 6000,
      sum: 18,
      meanCenti: 360,
    });
  });

  it("rounds half up, once", () => {
    expect(questionFigure(counts(0, 0, 1, 0, 5))).toMatchObject({ shareBp: 8333, meanCenti: 467 });
    expect(questionFigure(counts(0, 0, 4, 0, 4))).toMatchObject({ shareBp: 5000, meanCenti: 400 });
  });

  it("stands between its least and its most, whoever answered", () => {
    const five = fc.array(fc.nat(400), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(five, (steps) => {
        const figure = questionFigure(counts(...steps));
        const answers = steps.reduce((sum, count) => sum + count, 0);
        expect(figure.told).toBe(answers >= FEWEST_TOLD);
        if (!figure.told) return;
        expect(figure.shareBp).toBeGreaterThanOrEqual(0);
        expect(figure.shareBp).toBeLessThanOrEqual(10_000);
        expect(figure.meanCenti).toBeGreaterThanOrEqual(100);
        expect(figure.meanCenti).toBeLessThanOrEqual(500);
        expect(figure.distribution.reduce((sum, count) => sum + count, 0)).toBe(figure.answers);
      }),
    );
  });

  it("says no response rate of nobody", () => {
    expect(responseRate(0, 0)).toBeNull();
    expect(responseRate(1, 3)).toBe(3333);
  });
});

describe("schools that are not told apart", () => {
  const withheld = (...answered: number[]) => {
    const schools = answered.map((count, place) => ({ id: `s${place}`, answered: count }));
    const found = withheldSchools(schools);
    return schools.map(({ id }) => found.get(id));
  };

  it("are those under five answers, and the next smallest where one alone could be worked out", () => {
    expect(withheld(30, 20, 0)).toEqual(["", "", "empty"]);
    expect(withheld(30, 3, 8)).toEqual(["", "few", "cover"]);
    expect(withheld(30, 4, 4, 8)).toEqual(["", "few", "few", ""]);
    expect(withheld(30, 1, 2, 8)).toEqual(["", "few", "few", "cover"]);
    expect(withheld(3)).toEqual(["few"]);
  });

  it("never leave a total minus the others that tells of fewer than five or of one school", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 12 }), (answered) => {
        const schools = answered.map((count, place) => ({ id: String(place), answered: count }));
        const found = withheldSchools(schools);
        const hidden = schools.filter(({ id }) => ["few", "cover"].includes(found.get(id) ?? ""));
        const total = answered.reduce((sum, count) => sum + count, 0);
        for (const { id, answered: count } of schools)
          if (found.get(id) === "") expect(count).toBeGreaterThanOrEqual(FEWEST_TOLD);
        if (hidden.length === 0 || total < FEWEST_TOLD) return;
        const rest = hidden.reduce((sum, { answered: count }) => sum + count, 0);
        const told = schools.some(({ id }) => found.get(id) === "");
        if (told) expect(hidden.length).toBeGreaterThanOrEqual(2);
        if (told) expect(rest).toBeGreaterThanOrEqual(FEWEST_TOLD);
      }),
    );
  });
});

describe("comparing years", () => {
  const of = (id: string, ...steps: number[]) => new Map([[id, counts(...steps)]]);

  it("compares the same question only, and only figures told in both years", () => {
    const now = new Map([...of("student.overall", 0, 0, 0, 2, 8), ...of("student.heard", 0, 0, 5, 5, 0)]);
    const then = new Map([...of("student.overall", 0, 0, 2, 4, 4), ...of("student.heard", 0, 0, 0, 0, 9)]);
    const earlier = { template: templateOf("student-2025")!, counts: then };
    const found = questionResults(student, now, earlier);
    const overall = found.find(({ id }) => id === "student.overall");
    expect(overall).toMatchObject({ changeBp: 2000, changeCenti: 60 });
    // Last year's template did not ask it: figures lying under its id are no answer to it.
    expect(found.find(({ id }) => id === "student.heard")).toMatchObject({
      before: { told: false },
      changeBp: null,
    });
    expect(found.find(({ id }) => id === "student.common")?.figure).toEqual({ told: false });
  });

  it("tells nothing of an earlier year with under five answers", () => {
    const earlier = { template: student, counts: of("student.overall", 0, 0, 0, 0, 4) };
    const [overall] = questionResults(student, of("student.overall", 0, 0, 0, 0, 9), earlier);
    expect(overall).toMatchObject({ before: { told: false }, changeBp: null });
  });
});

describe("the days of a survey", () => {
  it("are open on both ends, and counting after the last", () => {
    const survey = { state: "running", opensOn: "2026-11-10", closesOn: "2026-11-20" };
    expect(["2026-11-09", "2026-11-10", "2026-11-20", "2026-11-21"].map((on) => phaseOn(survey, on))).toEqual(
      ["planned", "open", "open", "counting"],
    );
    expect(phaseOn({ ...survey, state: "counting" }, "2026-11-12")).toBe("counting");
    expect(phaseOn({ ...survey, state: "closed" }, "2026-11-12")).toBe("closed");
  });

  it("lie ahead and last long enough to answer, not for ever", () => {
    expect(datesFault("2026-11-22", "2026-11-24", "2026-11-22")).toBeNull();
    expect(datesFault("2026-11-21", "2026-11-30", "2026-11-22")?.field).toBe("opensOn");
    expect(datesFault("2026-11-22", "2026-11-23", "2026-11-22")?.key).toBe("surveys.errors.tooShort");
    expect(datesFault("2026-11-22", "2026-11-01", "2026-11-22")?.key).toBe("surveys.errors.tooShort");
    expect(datesFault("2026-11-22", "2027-01-21", "2026-11-22")?.key).toBe("surveys.errors.tooLong");
    expect(datesFault("2028-11-22", "2028-11-30", "2026-11-22")?.key).toBe("surveys.errors.opensFar");
  });
});
