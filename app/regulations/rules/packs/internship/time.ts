import { daysBetween } from "~/platform/time/clock";
import type { Calendar } from "../../calendar";
import { type Facts, optionLabel } from "../../facts/dictionary";
import { HIGH_RISK } from "../../hazards";
import { defineRule, type Rule } from "../../rule";
import { houseRule, INTERNSHIP_RULES } from "../sources";
import { IN_FORCE, ON_POST } from "./premises";

type Scope = NonNullable<Facts["filing.specialScope"]>[number];

/** Whether a prior special filing covers this matter on every day of the placement. */
const filedFor = (facts: Facts, scope: Scope): boolean => {
  const [from, to] = [facts["filing.specialFrom"], facts["filing.specialTo"]];
  const [start, end] = [facts["placement.start"], facts["placement.end"]];
  if (!facts["filing.specialNo"] || !from || !to || !start || !end) return false;
  return (facts["filing.specialScope"]?.includes(scope) ?? false) && from <= start && to >= end;
};

const FILING = [
  "filing.specialNo",
  "filing.specialScope",
  "filing.specialFrom",
  "filing.specialTo",
  "placement.start",
  "placement.end",
] as const;

const MINUTES_A_DAY = 1440;
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Whether a shift touches the night; a shift that ends before it starts runs into the next day. */
const touchesNight = (start: string, end: string, nightFrom: string, nightTo: string): boolean => {
  const from = minutes(start);
  const to = minutes(end) > from ? minutes(end) : minutes(end) + MINUTES_A_DAY;
  const nights = [-MINUTES_A_DAY, 0, MINUTES_A_DAY].map(
    (shift) => [minutes(nightFrom) + shift, minutes(nightTo) + MINUTES_A_DAY + shift] as const,
  );
  return nights.some(([dusk, dawn]) => from < dawn && dusk < to);
};

const daysOf = (dates: readonly string[], calendar: Calendar) => {
  const off: string[] = [];
  const unknown = new Set<string>();
  for (const date of dates) {
    const kind = calendar.kindOf(date);
    if (kind === "unknown") unknown.add(date.slice(0, 4));
    else if (kind !== "workday") off.push(date);
  }
  return { off, unknownYears: [...unknown] };
};

const totalDays = (start: string, end: string, segments: readonly string[] | undefined): number => {
  const spans = segments && segments.length > 0 ? segments.map((one) => one.split("/")) : [[start, end]];
  return spans.reduce((sum, [from = start, to = end]) => sum + daysBetween(from, to) + 1, 0);
};

const MOST_SHOWN = 5;

/** INT-13, INT-24 and INT-25: how long, on which days and for how many hours. */
export const timeRules: readonly Rule[] = [
  defineRule({
    id: "INT-13",
    title: { zh: "岗位实习时间一般为六个月", en: "In general six months on a post" },
    text: {
      zh: "岗位实习一般为六个月，可分段或多学期安排，各段合计；医药卫生类按执业要求可为八至十个月。",
      en: "In general six months, split or not, all stretches added up; medical majors eight to ten months where a licence asks for it.",
    },
    severity: "warn",
    source: houseRule(INTERNSHIP_RULES, "P6"),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "start"],
    who: "school",
    thresholds: { mostDays: 186, mostDaysMedical: 310, medical: ["72", "52", "32"] },
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["placement.start", "placement.end"],
        uses: ["placement.segments", "major.code"],
        check: (f, t) => {
          const days = totalDays(f["placement.start"], f["placement.end"], f["placement.segments"]);
          if (days <= t.mostDays) return null;
          const medical = t.medical.includes(f["major.code"]?.slice(0, 2) ?? "");
          const most = medical ? t.mostDaysMedical : t.mostDays;
          return days > most ? { because: "long", values: { days, most } } : null;
        },
      }),
    ],
    fails: {
      long: {
        message: {
          zh: "实习合计 {{days}} 天，超过一般时长 {{most}} 天。",
          en: "{{days}} days in all, above the usual {{most}}.",
        },
        fix: { zh: "请缩短或写明理由。", en: "Shorten it or write down why." },
      },
    },
  }),
  defineRule({
    id: "INT-24",
    title: {
      zh: "高风险、休息日节假日、加班夜班须事先备案",
      en: "High risk, rest days, overtime and nights need prior filing",
    },
    text: {
      zh: "遵守国家工作时间和休息休假规定；除相关专业和岗位特殊要求并事先备案外，不得安排高空、井下、放射性、有毒、易燃易爆等高风险实习，不得在休息日、法定节假日实习，不得加班和上夜班。",
      en: "State rules on hours and rest are kept. Unless filed beforehand for a special major or post: no high-risk work, no rest days or statutory holidays, no overtime and no night shifts.",
    },
    severity: "block",
    source: houseRule(INTERNSHIP_RULES, "P5"),
    validFrom: IN_FORCE,
    stages: ["agreement", "start", "week", "roster"],
    who: "host",
    thresholds: { highRisk: HIGH_RISK, nightFrom: "22:00", nightTo: "06:00" },
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["post.hazardCodes"],
        uses: FILING,
        check: (f, t) => {
          const found = f["post.hazardCodes"].filter((code) => t.highRisk.includes(code));
          if (found.length === 0 || filedFor(f, "high_risk")) return null;
          return {
            because: "risk",
            values: { hazards: found.map((code) => optionLabel("post.hazardCodes", code)) },
          };
        },
      }),
      part({
        premises: [ON_POST],
        oneOf: ["shifts.restDays", "workDates"],
        uses: FILING,
        check: (f, _t, env) => {
          if (filedFor(f, "rest_days")) return null;
          if (f["shifts.restDays"]) return { because: "restDays" };
          const { off, unknownYears } = daysOf(f.workDates ?? [], env.calendar);
          if (off.length > 0)
            return {
              because: "offDays",
              values: { dates: off.slice(0, MOST_SHOWN).join("、"), count: off.length },
            };
          if (unknownYears.length > 0)
            return { because: "unpublished", verdict: "missing", values: { years: unknownYears.join("、") } };
          return null;
        },
      }),
      part({
        premises: [ON_POST],
        oneOf: ["shifts.night", "shifts.startTime"],
        uses: ["shifts.endTime", ...FILING],
        check: (f, t) => {
          if (filedFor(f, "night_overtime")) return null;
          if (f["shifts.night"]) return { because: "night" };
          const [from, to] = [f["shifts.startTime"], f["shifts.endTime"]];
          if (from && to && touchesNight(from, to, t.nightFrom, t.nightTo))
            return { because: "nightHours", values: { from, to } };
          return f["shifts.night"] === undefined && !to ? { because: "openEnd", verdict: "missing" } : null;
        },
      }),
      part({
        premises: [ON_POST],
        needs: ["shifts.overtime"],
        uses: FILING,
        check: (f) =>
          f["shifts.overtime"] && !filedFor(f, "night_overtime") ? { because: "overtime" } : null,
      }),
    ],
    fails: {
      risk: {
        message: {
          zh: "岗位属于高风险：{{hazards}}，且没有覆盖全程的事先备案。",
          en: "High-risk work without a prior filing for the whole time: {{hazards}}.",
        },
        fix: {
          zh: "请换岗位，或事先报主管部门备案。",
          en: "Choose another post or file with the authority first.",
        },
      },
      restDays: {
        message: { zh: "排班占用休息日或法定节假日。", en: "The roster uses rest days or holidays." },
        fix: { zh: "请改排在工作日。", en: "Move the work to working days." },
      },
      offDays: {
        message: {
          zh: "有 {{count}} 天为休息日或法定节假日：{{dates}}。",
          en: "{{count}} day(s) are rest days or holidays: {{dates}}.",
        },
        fix: {
          zh: "请改排在工作日（含调休上班日）。",
          en: "Move them to working days, make-up days included.",
        },
      },
      unpublished: {
        message: {
          zh: "{{years}} 年节假日安排尚未公布，无法判断。",
          en: "The holidays of {{years}} are not published yet.",
        },
        fix: { zh: "请在公布后复核该年度日期。", en: "Check those dates once they are published." },
      },
      night: {
        message: { zh: "安排了夜班。", en: "Night shifts are scheduled." },
        fix: { zh: "请改为白班。", en: "Move to day shifts." },
      },
      nightHours: {
        message: {
          zh: "班次 {{from}}—{{to}} 涉及夜间。",
          en: "The shift {{from}}–{{to}} reaches into the night.",
        },
        fix: { zh: "请改为白班。", en: "Move to day shifts." },
      },
      openEnd: {
        message: {
          zh: "缺少下班时间，无法判断是否夜班。",
          en: "Without the end of the shift a night cannot be ruled out.",
        },
        fix: { zh: "请补充下班时间。", en: "Give the end of the shift." },
      },
      overtime: {
        message: { zh: "安排了加班。", en: "Overtime is scheduled." },
        fix: { zh: "请取消加班。", en: "Cancel the overtime." },
      },
    },
  }),
  defineRule({
    id: "INT-25",
    title: { zh: "每日不超过八小时、每周不超过四十小时", en: "At most eight hours a day, forty a week" },
    text: {
      zh: "实习工作时间每日不超过八小时，每周不超过四十小时。",
      en: "No more than eight hours a day and forty hours a week.",
    },
    severity: "block",
    source: houseRule(INTERNSHIP_RULES, "D"),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "start", "week", "roster"],
    who: "host",
    thresholds: { mostPerDay: 8, mostPerWeek: 40 },
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["hours.perDay"],
        check: (f, t) =>
          f["hours.perDay"] > t.mostPerDay
            ? { because: "day", values: { hours: f["hours.perDay"], most: t.mostPerDay } }
            : null,
      }),
      part({
        premises: [ON_POST],
        needs: ["hours.perWeek"],
        check: (f, t) =>
          f["hours.perWeek"] > t.mostPerWeek
            ? { because: "week", values: { hours: f["hours.perWeek"], most: t.mostPerWeek } }
            : null,
      }),
    ],
    fails: {
      day: {
        message: {
          zh: "每日 {{hours}} 小时，超过 {{most}} 小时。",
          en: "{{hours}} hours a day, above {{most}}.",
        },
        fix: { zh: "请缩短每日工作时间。", en: "Shorten the day." },
      },
      week: {
        message: {
          zh: "每周 {{hours}} 小时，超过 {{most}} 小时。",
          en: "{{hours}} hours a week, above {{most}}.",
        },
        fix: { zh: "请缩短每周工作时间。", en: "Shorten the week." },
      },
    },
  }),
];
