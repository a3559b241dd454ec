import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INDICATORS, indicatorOf } from "~/oversight/rules/indicators/catalogue";
import { readAmount } from "~/oversight/rules/supplied/amount";
import { sheetColumns, templateId } from "~/oversight/rules/supplied/columns";
import { countingDefinition, definitionsIn } from "~/oversight/rules/supplied/definitions";
import { SUPPLY_FORMS, sheetIndicators, sheetTables, supplyForm } from "~/oversight/rules/supplied/forms";
import { readPlace, smallestPlaces } from "~/oversight/rules/supplied/places";
import { readLines, type SheetLine } from "~/oversight/rules/supplied/rows";
import { shiftedColumns } from "~/oversight/rules/supplied/shift";
import { toldSupplied } from "~/oversight/rules/supplied/told";
import { recogniseColumns } from "~/platform/sheets/columns";

const place = (code: string, name: string, parentCode: string | null, withdrawnIn: string | null = null) => ({
  code,
  name,
  parentCode,
  withdrawnIn,
});
const PLACES = new Map(
  [
    place("440000", "广东省", null),
    place("440100", "广州市", "440000"),
    place("440103", "荔湾区", "440100"),
    place("440113", "番禺区", "440100"),
    place("440106", "老城区", "440100", "2024"),
    place("440114", "新城区", "440100", "2024"),
    place("440115", "新城区", "440100"),
    place("330402", "南湖区", "330400"),
  ].map((one) => [one.code, one]),
);

describe("what is handed in", () => {
  it("has a form for every indicator nothing is counted for", () => {
    const without = INDICATORS.filter(({ supply, id }) => supply === "imported" && !supplyForm(id));
    expect(without.map(({ id }) => id)).toEqual([]);
    expect(Object.keys(SUPPLY_FORMS).filter((id) => !indicatorOf(id))).toEqual([]);
  });

  it("is asked of exactly one supplier, table by table", () => {
    const asked = (["school", "authority"] as const).flatMap((supplier) =>
      sheetTables(supplier).flatMap((table) => sheetIndicators(table, supplier).map(({ id }) => id)),
    );
    expect(asked.sort()).toEqual(
      INDICATORS.filter(({ supply }) => supply === "imported")
        .map(({ id }) => id)
        .sort(),
    );
  });
});

describe("amounts as people type them", () => {
  it.each([
    ["1234", 123_400, null],
    ["１２３４", 123_400, "fullWidth"],
    ["1,234", 123_400, "grouped"],
    ["１，２３４．５", 123_450, "grouped"],
    ["0", 0, null],
  ])("reads %s", (text, hundredths, noted) => {
    expect(readAmount(text, { decimals: true })).toEqual({ ok: true, hundredths, noted });
  });

  it.each([
    ["45%", "percent"],
    ["45％", "percent"],
    ["12,34", "grouping"],
    ["-3", "negative"],
    ["1.234", "twoDecimals"],
    ["约三百", "notANumber"],
    ["300人", "notANumber"],
    ["99999999999999", "tooLarge"],
  ])("refuses %s", (text, key) => {
    expect(readAmount(text, { decimals: true })).toEqual({ ok: false, key });
  });

  it("takes fractions only where they make sense", () => {
    expect(readAmount("12.5", { decimals: false })).toEqual({ ok: false, key: "whole" });
    expect(readAmount("12.00", { decimals: false })).toMatchObject({ ok: true, hundredths: 1200 });
  });

  it("reads back every amount it could have been written from", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (hundredths) => {
        const text = (hundredths / 100).toLocaleString("en-US", { maximumFractionDigits: 2 });
        const wide = text.replace(/[\d,.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        for (const typed of [text, text.replaceAll(",", ""), wide])
          expect(readAmount(typed, { decimals: true })).toMatchObject({ ok: true, hundredths });
      }),
    );
  });
});

describe("definitions that change within a year", () => {
  const indicator = { id: "x", since: "2026-09-01", definition: { zh: "后", en: "late" } };
  const earlier = [
    { indicatorId: "x", since: "2025-01-01", text: { zh: "前", en: "early" } },
    { indicatorId: "y", since: "2020-01-01", text: { zh: "别的", en: "other" } },
  ];

  it("shows both, the one in force on the last day counts", () => {
    expect(definitionsIn(indicator, "2026", earlier).map(({ since }) => since)).toEqual([
      "2025-01-01",
      "2026-09-01",
    ]);
    expect(countingDefinition(indicator, "2026", earlier).text.zh).toBe("后");
  });

  it("knows one for the years before and after", () => {
    expect(definitionsIn(indicator, "2025", earlier).map(({ text }) => text.zh)).toEqual(["前"]);
    expect(definitionsIn(indicator, "2027", earlier).map(({ text }) => text.zh)).toEqual(["后"]);
    expect(countingDefinition(indicator, "2019", earlier).text.zh).toBe("前");
  });
});

describe("places", () => {
  it("asks an authority for the smallest current ones", () => {
    expect(smallestPlaces(PLACES, "440100").map(({ code }) => code)).toEqual(["440103", "440113", "440115"]);
    expect(smallestPlaces(PLACES, "440113").map(({ code }) => code)).toEqual(["440113"]);
  });

  it.each([
    ["４４０１１３", { ok: true, code: "440113" }],
    ["449999", { ok: false, key: "unknownRegion" }],
    ["440114", { ok: false, key: "abolishedTo", values: { successor: "440115", successorName: "新城区" } }],
    ["440106", { ok: false, key: "abolished", values: { name: "老城区" } }],
    ["330402", { ok: false, key: "outside" }],
    ["440100", { ok: false, key: "notSmallest" }],
  ])("reads %s", (code, answer) => {
    expect(readPlace(PLACES, "440100", code)).toMatchObject(answer);
  });
});

describe("columns out of place", () => {
  const defs = sheetColumns("school");
  const headers = ["模板", "年份", "指标编码", "指标", "口径自", "数值或分子", "分母", "单位", "说明"];
  const row = ["resources.school.v1", "2025", "courses", "课程总数", "2026-01-01", "412", "", "项", ""];
  const seen = (heads: string[], cells: string[]) => {
    const { places, missing } = recogniseColumns(heads, defs);
    return shiftedColumns(heads, [{ cells }], places, missing).map(({ column, seems }) => [column, seems]);
  };

  it("finds none in a sheet as it was handed out, in whatever order", () => {
    expect(seen(headers, row)).toEqual([]);
    expect(seen([...headers].reverse(), [...row].reverse())).toEqual([]);
    expect(seen(headers, row.with(5, "440113"))).toEqual([]);
  });

  it("says which column holds what when everything moved by one", () => {
    expect(seen(headers, ["", ...row.slice(0, -1)])).toEqual([
      [2, "template"],
      [3, "year"],
      [6, "definition"],
    ]);
  });

  it("says where a column without its header seems to be", () => {
    expect(seen(headers.with(2, "编号"), row)).toEqual([[3, "indicator"]]);
  });
});

describe("rows of a sheet", () => {
  const ask = {
    table: "resources",
    supplier: "school",
    year: "2026",
    regionCode: "440113",
    places: PLACES,
  } as const;
  const line = (
    at: number,
    indicator: string,
    numerator: string,
    denominator = "",
    more = {},
  ): SheetLine => ({
    line: at,
    cells: {
      template: templateId("resources", "school"),
      year: "2026",
      indicator,
      definition: countingDefinition(indicatorOf(indicator) ?? INDICATORS[0]!, "2026").since,
      numerator,
      denominator,
      ...more,
    },
  });
  const found = (one: SheetLine) => readLines([one], ask)[0]!.findings.map(({ field, key }) => [field, key]);

  it("take figures with their note, pass over what is empty", () => {
    const read = readLines([line(3, "courses", "1,412"), line(4, "dual_qualified", "")], ask);
    expect(read).toMatchObject([
      { numerator: 141_200, denominator: null, empty: false, findings: [], notes: [{ key: "grouped" }] },
      { empty: true, findings: [] },
    ]);
  });

  it.each([
    ["a share of more than all", line(3, "dual_qualified", "12", "10"), ["numerator", "moreThanAll"]],
    ["a numerator alone", line(3, "dual_qualified", "12"), ["denominator", "bothParts"]],
    ["a denominator of a sum", line(3, "courses", "12", "3"), ["denominator", "noDenominator"]],
    ["a formula", line(3, "courses", "=SUM(A1:A9)"), ["numerator", "formula"]],
    ["a formula as a note", line(3, "courses", "1", "", { note: "=1+1" }), ["note", "formula"]],
    ["an indicator of another table", line(3, "stay_local", "5"), ["indicator", "indicator"]],
    ["another year", line(3, "courses", "5", "", { year: "2025" }), ["year", "year"]],
    [
      "the earlier definition",
      line(3, "textbooks", "5", "", { definition: "2026-01-01" }),
      ["definition", "definition"],
    ],
  ])("refuse %s beside its cell", (_what, one, finding) => {
    expect(found(one)).toEqual([finding]);
  });

  it("refuse the same figure twice, naming the earlier line", () => {
    const [, second] = readLines([line(3, "courses", "5"), line(9, "courses", "6")], ask);
    expect(second?.findings).toEqual([{ field: "indicator", key: "repeats", values: { line: 3 } }]);
  });

  it("accept a denominator of zero and say what becomes of it", () => {
    const [read] = readLines([line(3, "dual_qualified", "0", "0")], ask);
    expect(read).toMatchObject({ findings: [], notes: [{ field: "denominator", key: "zero" }] });
  });
});

describe("supplied figures as they are told", () => {
  const told = (
    id: string,
    numerator: number,
    denominator: number | null,
    own = false,
    greatest = numerator,
  ) => {
    const indicator = indicatorOf(id)!;
    const sum = { numerator, denominator, greatest, parties: 1 };
    const { state, value } = toldSupplied(indicator, supplyForm(id)!, sum, { own });
    return [state, value];
  };

  it("divide, add up or take the greatest", () => {
    expect(told("dual_qualified", 6_600, 9_900)).toEqual(["told", 6667]);
    expect(told("student_teacher_ratio", 325_000, 20_000)).toEqual(["told", 16.25]);
    expect(told("equipment_per_student", 100_000_000, 30_000)).toEqual(["told", 333_333]);
    expect(told("courses", 41_200, null)).toEqual(["told", 412]);
    expect(told("training_income", 12_345, null)).toEqual(["told", 12_345]);
    expect(told("bandwidth", 300_000, null, false, 200_000)).toEqual(["told", 2000]);
  });

  it("are not computable over zero, never 0 %", () => {
    expect(told("satisfaction_graduates", 0, 0)).toEqual(["incomputable", null]);
    expect(told("allocation_per_student", 500, 0)).toEqual(["incomputable", null]);
  });

  it("withhold one to four persons from others, not from their own organization", () => {
    expect(told("foreign_students", 300, null)).toEqual(["withheld", null]);
    expect(told("foreign_students", 300, null, true)).toEqual(["told", 3]);
    expect(told("dual_qualified", 9_700, 10_000)).toEqual(["withheld", null]);
    expect(told("monthly_income", 1_200_000, 300)).toEqual(["withheld", null]);
    expect(told("courses", 300, null)).toEqual(["told", 3]);
  });

  it("stay exact where amounts outgrow what a number holds", () => {
    expect(told("equipment_per_student", 9e15, 100)).toEqual(["told", 9e15]);
  });
});
