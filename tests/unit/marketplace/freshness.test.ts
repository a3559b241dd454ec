import { describe, expect, it } from "vitest";
import { MOST_PER_MONTH, monthAfter, monthStart, quotaStanding } from "~/marketplace/rules/enquiry-quota";
import { freshnessOn, nextStep } from "~/marketplace/rules/freshness";
import {
  blockOf,
  isCopied,
  isRepeated,
  isTelling,
  type LikenessFacts,
  likeness,
  printOf,
} from "~/marketplace/rules/listing-likeness";
import { isOver, SEASON, seasonOf, seasonsAhead } from "~/marketplace/rules/seasons";
import { searchTokens } from "~/platform/db/text-tokens.server";

const TEXT =
  "跟班操作数控车床，双导师带教，从读图与装夹开始，每周一次技能讲评，完成考核后优先留用，提供宿舍和班车，配合学校教学计划。";

const facts = (values: Partial<LikenessFacts> = {}): LikenessFacts => ({
  kind: "internship",
  direction: "offer",
  title: "数控车床操作 实习",
  summary: TEXT,
  occupationCode: "6-18-01-01",
  families: ["06-01"],
  regionCode: "440113",
  startsOn: "2027-02-22",
  endsOn: "2027-08-20",
  ...values,
});

const compared = (a: Partial<LikenessFacts>, b: Partial<LikenessFacts> = {}) =>
  likeness(printOf(facts(a), searchTokens), printOf(facts(b), searchTokens));

describe("what listings have in common", () => {
  it("knows the same title behind other spaces and marks", () => {
    const said = compared({ title: "数控车床操作（实习）" });
    expect(said).toMatchObject({ title: 100, sameOccupation: true, sameRegion: true, sameDates: true });
    expect(isRepeated(said)).toBe(true);
  });

  it.each([
    ["another number", { title: "数控车床操作 实习 2" }],
    ["another place", { regionCode: "440306" }],
    ["another occupation", { occupationCode: "6-18-01-02" }],
    ["other dates", { startsOn: "2027-09-01" }],
    ["other words", { title: "护理岗位实习" }],
  ])("takes %s for another thing", (_what, values) => {
    expect(isRepeated(compared(values))).toBe(false);
  });

  it("finds a copied text whatever its title, and nothing in a short one", () => {
    const copied = compared({ title: "车工招聘", summary: `${TEXT}欢迎联系。` });
    expect(copied.text).toBeGreaterThanOrEqual(80);
    expect(isCopied(copied)).toBe(true);
    expect(isCopied(compared({ summary: "急招。" }, { summary: "急招。" }))).toBe(false);
    expect(isTelling("急招。")).toBe(false);
    expect(
      isCopied(
        compared({
          summary:
            "门店前厅与客房轮岗，适应早晚班，培训礼仪与英语，提供工作餐，考核合格后转正并办理社保公积金，节假日另有补贴。",
        }),
      ),
    ).toBe(false);
  });

  it("says the same of both sides", () => {
    const [a, b] = [facts({ title: "数控铣床操作 实习" }), facts({ summary: `${TEXT}另有补贴。` })];
    const [left, right] = [printOf(a, searchTokens), printOf(b, searchTokens)];
    expect(likeness(left, right)).toEqual(likeness(right, left));
  });

  it("blocks by occupation, else by the first class of majors, and by region", () => {
    expect(blockOf(facts())).toBe("internship:offer:6-18-01-01:440113");
    expect(blockOf(facts({ occupationCode: null, families: ["06-03", "06-01"] }))).toBe(
      "internship:offer:06-01:440113",
    );
  });
});

describe("freshness", () => {
  it("asks after thirty days, reminds once, pauses, and then leaves in peace", () => {
    const rules = freshnessOn("2026-11-22");
    expect(rules).toMatchObject({ askAfterDays: 30, verified: false });
    expect(nextStep("asked", rules)).toEqual({ step: "reminded", dueInDays: rules.pauseAfterDays });
    expect(nextStep("reminded", rules)).toEqual({ step: "paused", dueInDays: null });
    expect(nextStep("paused", rules)).toBeNull();
  });
});

describe("seasons", () => {
  it.each([
    ["2027-01-31", "2026-autumn"],
    ["2027-02-01", "2027-spring"],
    ["2027-07-31", "2027-spring"],
    ["2027-08-01", "2027-autumn"],
    ["2027-12-31", "2027-autumn"],
  ])("puts %s into %s", (date, season) => {
    expect(seasonOf(date)).toBe(season);
    expect(season).toMatch(SEASON);
  });

  it("looks two years ahead and knows what is over", () => {
    expect(seasonsAhead("2026-11-22")).toEqual([
      "2026-autumn",
      "2027-spring",
      "2027-autumn",
      "2028-spring",
      "2028-autumn",
    ]);
    expect(isOver("2026-spring", "2026-11-22")).toBe(true);
    expect(isOver("2026-autumn", "2026-11-22")).toBe(false);
    expect(isOver("2027-spring", "2026-11-22")).toBe(false);
    expect(isOver("*", "2026-11-22")).toBe(false);
  });
});

describe("a month's enquiries", () => {
  it("is full at its limit and opens on the first of the next month", () => {
    expect(quotaStanding(3, 2, "2026-12-31")).toEqual({ full: false });
    expect(quotaStanding(3, 3, "2026-12-31")).toEqual({ full: true, reopensOn: "2027-01-01" });
    expect(quotaStanding(null, MOST_PER_MONTH, "2026-12-31")).toEqual({ full: false });
    expect(monthAfter("2026-08-15")).toBe("2026-09-01");
    expect(() => monthAfter("2026-13-01")).toThrow();
    expect(monthStart("2026-11-22").toISOString()).toBe("2026-10-31T16:00:00.000Z");
  });
});
