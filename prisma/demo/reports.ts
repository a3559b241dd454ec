import { catalogue } from "~/catalogues/queries/catalogue.server";
import { askCopy } from "~/oversight/commands/ask-copy.server";
import { assembleDossier } from "~/oversight/commands/assemble-dossier.server";
import { confirmSheet } from "~/oversight/commands/confirm-sheet.server";
import { defineBulletin } from "~/oversight/commands/define-bulletin.server";
import { drawBulletins } from "~/oversight/commands/draw-bulletins.server";
import { takeInSheet } from "~/oversight/commands/take-in-sheet.server";
import { figureTemplate } from "~/oversight/figure-template.server";
import { logged } from "~/oversight/report-log.server";
import { supplierOf } from "~/oversight/report-policy";
import { drawableReport } from "~/oversight/report-sources.server";
import type { Indicator, IndicatorTable } from "~/oversight/rules/indicators/indicator";
import { sheetIndicators, sheetTables, supplyForm } from "~/oversight/rules/supplied/forms";
import { smallestPlaces } from "~/oversight/rules/supplied/places";
import { read } from "~/platform/db/client.server";
import { XLSX_TYPE } from "~/platform/sheets/sheet";
import { writeXlsx } from "~/platform/sheets/write-sheet.server";
import { systemClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt, seeded } from "./time";

type Amount = { numerator: string; denominator: string };

/** What a school of about so many students might report: plausible, and the same every time. */
const amountOf = (indicator: Indicator, students: number, random: () => number): Amount => {
  const between = (low: number, high: number) => Math.round(low + (high - low) * random());
  const graduates = Math.round(students / 3);
  const teachers = Math.round(students / 17);
  const sum = (value: number) => ({ numerator: String(value), denominator: "" });
  const share = (of: number, low: number, high: number) => ({
    numerator: String(Math.round((of * between(low, high)) / 100)),
    denominator: String(of),
  });
  switch (indicator.id) {
    case "student_teacher_ratio":
      return { numerator: String(students), denominator: String(teachers) };
    case "equipment_per_student":
    case "allocation_per_student":
      return { numerator: String(students * between(9_000, 16_000)), denominator: String(students) };
    case "workstations":
      return {
        numerator: String(Math.round(students * between(55, 90)) / 100),
        denominator: String(students),
      };
    case "monthly_income":
      return { numerator: String(graduates * between(3_900, 5_200)), denominator: String(graduates) };
    case "dual_qualified":
      return share(teachers, 58, 78);
    case "senior_titles":
      return share(teachers, 24, 38);
    case "province_destinations":
      return share(graduates, 82, 96);
    case "promotion_three_years":
      return share(graduates, 30, 62);
    case "foreign_students":
      return sum(between(0, 6));
    case "schools_abroad":
      return sum(between(0, 1));
    default:
      break;
  }
  if (supplyForm(indicator.id)?.form === "quotient") return share(graduates, 84, 98);
  if (indicator.unit === "fen") return sum(between(40, 900) * 1_000);
  if (indicator.unit === "people") return sum(Math.round((graduates * between(12, 46)) / 100));
  if (indicator.unit === "mbps") return sum(1_000 * between(1, 4));
  return sum(between(3, 60) * (indicator.unit === "hours" ? 40 : 1));
};

const handIn = async (
  speaker: CastMember,
  at: { table: IndicatorTable; year: string; when: Date; fileName: string },
  fill: (indicator: Indicator) => Amount,
  confirms: boolean,
): Promise<void> => {
  const ctx = ctxAt(speaker, at.when);
  const supplier = supplierOf(speaker.organization.kind);
  if (!supplier) throw new Error("the city's story hands a sheet in for somebody who supplies none");
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: speaker.organization.id },
    select: { regionCode: true },
  });
  const { regions } = await catalogue();
  const places =
    supplier === "school" ? [regionCode] : smallestPlaces(regions, regionCode).map(({ code }) => code);
  const filled = new Map(
    sheetIndicators(at.table, supplier).flatMap((indicator) =>
      places.map((place) => [`${indicator.id} ${place}`, fill(indicator)] as const),
    ),
  );
  const table = await figureTemplate({ ...at, supplier, regionCode }, "zh-CN", filled);
  const file = { field: "file", name: at.fileName, mediaType: XLSX_TYPE, bytes: await writeXlsx([table]) };
  const { id } = must(await takeInSheet(ctx, { table: at.table, year: at.year }, file));
  if (confirms) must(await confirmSheet(ctx, { id, version: 1 }));
};

/** Last year's figures handed in by the schools and the authority: most in force, one corrected, one that waits to be mended. */
export const handInSheets = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const year = String(Number(calendar.today.slice(0, 4)) - 1);
  const random = seeded(20_260_301);
  const titles = translatorFor("zh-CN").room("indicators");
  const schools = [...cast.speakers.values()].filter(({ organization }) => organization.kind === "school");
  let sheets = 0;
  for (const [place, school] of schools.slice(0, 4).entries()) {
    const students = 1_800 + place * 640;
    const tables = sheetTables("school");
    for (const [order, table] of tables.slice(0, place === 2 ? 3 : tables.length).entries()) {
      const fill = (indicator: Indicator) => amountOf(indicator, students, random);
      const title = titles(`table.${table}`);
      const named = { table, year, fileName: `${year}年${school.organization.name}-${title}.xlsx` };
      await handIn(school, { ...named, when: calendar.at(-60 + place * 3 + order, 11) }, fill, true);
      sheets += 1;
      if (place !== 0 || table !== "resources") continue;
      const corrected = { ...named, fileName: `${year}年${school.organization.name}-${title}-更正.xlsx` };
      await handIn(school, { ...corrected, when: calendar.at(-40, 15) }, fill, true);
    }
  }
  const [first] = schools;
  const authority = cast.speakers.get("市教育局");
  if (!first || !authority) throw new Error("the city has no school or no authority");
  const thisYear = calendar.today.slice(0, 4);
  const wrong: Record<string, Amount> = {
    courses: { numerator: "约四百门", denominator: "" },
    dual_qualified: { numerator: "71%", denominator: "" },
    textbooks: { numerator: "１２", denominator: "" },
  };
  await handIn(
    first,
    {
      table: "resources",
      year: thisYear,
      when: calendar.at(-2, 16),
      fileName: `${thisYear}年教学资源-初稿.xlsx`,
    },
    (indicator) => wrong[indicator.id] ?? amountOf(indicator, 1_800, random),
    false,
  );
  await handIn(
    authority,
    { table: "policy", year, when: calendar.at(-50, 10), fileName: `${year}年全市财政与编制.xlsx` },
    (indicator) => amountOf(indicator, 2_400, random),
    true,
  );
  say(`  sheets: ${sheets} of schools, one corrected, one to be mended, one of the authority`);
};

/** A bulletin that was drawn some days ago, a report in the log of downloads, a school's dossier. */
export const tellReports = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const authority = cast.speakers.get("市教育局");
  const school = cast.speakers.get("岭南机电");
  if (!authority || !school) throw new Error("the city has no authority or no 岭南机电");
  const day = Math.min(28, Number(calendar.day(-5).slice(8)));
  must(
    await defineBulletin(ctxAt(authority, calendar.at(-20, 9)), {
      intent: "define",
      title: "产教融合月报",
      rhythm: "monthly",
      day,
      indicators: [
        "placements_started",
        "placements_completed",
        "enquiry_reply_rate",
        "commitments_delivered",
        "slots_offered",
        "partnerships_sound",
      ],
      parts: ["alerts", "hollow", "targets"],
      rankedBy: "enquiry_reply_rate",
    }),
  );
  must(
    await defineBulletin(ctxAt(authority, calendar.at(-18, 9)), {
      intent: "define",
      title: "校企合作季报",
      rhythm: "quarterly",
      day: 10,
      indicators: ["agreements_sealed", "commitments_delivered", "partnerships_sound"],
      parts: ["hollow"],
    }),
  );
  const drawn = await drawBulletins(systemClock);
  const reader = ctxAt(authority, calendar.at(-1, 17));
  const snapshot = await read.indicatorSnapshot.findFirstOrThrow({
    where: { organizationId: authority.organization.id },
    orderBy: { takenAt: "asc" },
    select: { id: true },
  });
  must(await askCopy(reader, { kind: "snapshot", subjectId: snapshot.id }));
  const subject = await drawableReport(reader, "snapshot", snapshot.id);
  if (subject) await logged(reader, subject, "xlsx");
  for (const kind of ["dual_high", "training_base"] as const)
    must(await assembleDossier(ctxAt(school, calendar.at(-3, 10)), { kind }));
  say(`  reports: ${drawn} bulletin drawn, two downloads in the log, two dossiers`);
};
