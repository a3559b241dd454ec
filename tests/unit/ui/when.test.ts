import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moneyText, yuanText } from "~/ui/amount";
import { absoluteText, daysLeft, dayText, relativeText } from "~/ui/when";

const NOW = "2026-11-22T02:00:00Z";

describe("relative dates", () => {
  it.each([
    ["2026-11-22", "今天", "today"],
    ["2026-11-23", "明天", "tomorrow"],
    ["2026-11-25", "3 天后", "in 3 days"],
    ["2026-11-19", "3 天前", "3 days ago"],
    ["2026-11-22T01:40:00Z", "20 分钟前", "20 minutes ago"],
    ["2026-11-22T04:30:00Z", "2 小时后", "in 2 hours"],
    ["2026-08-28", "2 个月前", "2 months ago"],
    ["2024-05-01", "2 年前", "2 years ago"],
  ])("%s reads %s / %s", (at, chinese, english) => {
    expect(relativeText(at, NOW, "zh-CN")).toBe(chinese);
    expect(relativeText(at, NOW, "en")).toBe(english);
  });

  it("counts days by the Shanghai calendar", () => {
    expect(relativeText("2026-11-21T15:00:00Z", "2026-11-21T17:00:00Z", "zh-CN")).toBe("昨天");
    expect(daysLeft("2026-11-22", "2026-11-21T17:00:00Z")).toBe(0);
    expect(daysLeft("2026-11-20", NOW)).toBe(-2);
  });

  it("tells the absolute date in Shanghai time", () => {
    expect(absoluteText("2026-09-01", "zh-CN")).toBe("2026 年 9 月 1 日");
    expect(absoluteText("2026-09-01T16:30:00Z", "zh-CN")).toContain("9 月 2 日");
    expect(dayText("2026-11-27", NOW, "zh-CN")).toBe("11 月 27 日");
    expect(dayText("2027-01-05", NOW, "zh-CN")).toBe("2027 年 1 月 5 日");
  });
});

describe("amounts", () => {
  it.each([
    [380000, "3800", "3,800"],
    [380050, "3800.50", "3,800.50"],
    [5, "0.05", "0.05"],
    [-123456789, "-1234567.89", "-1,234,567.89"],
  ])("%d fen", (fen, typed, read) => {
    expect(yuanText(fen)).toBe(typed);
    expect(moneyText(fen)).toBe(read);
  });

  it("loses no fen", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
        expect(Math.round(Number(yuanText(fen)) * 100)).toBe(fen);
        expect(moneyText(fen).replaceAll(",", "")).toBe(yuanText(fen));
      }),
    );
  });
});
