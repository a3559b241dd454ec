import { z } from "zod";
import { familyOf, isStateControlled, levelOfCode } from "./rules/family";

/** The catalogues that can be imported, in the order in which one may refer to another. */
export const CATALOGUES = [
  "majors",
  "occupationGroups",
  "occupations",
  "regions",
  "industries",
  "colleges",
  "majorCourses",
  "majorOccupations",
] as const;

export type CatalogueName = (typeof CATALOGUES)[number];

/** A wrong value's message is the word key that tells the reader how to mend it. */
const key = (name: string) => `catalogues.problem.${name}`;

const name = z.string().trim().min(1, key("required")).max(120, key("tooLong"));
const code = (pattern: RegExp, words: string) => z.string().trim().regex(pattern, key(words));
const optionalCode = (pattern: RegExp, words: string) =>
  z
    .string()
    .trim()
    .refine((text) => text === "" || pattern.test(text), key(words))
    .transform((text) => text || null);
const flag = z.enum(["", "0", "1"], key("flag")).transform((text) => text === "1");
const whole = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, key("wholeNumber"))
  .transform(Number);
const degrees = (most: number) =>
  z
    .string()
    .trim()
    .refine(
      (text) => text === "" || (Number.isFinite(Number(text)) && Math.abs(Number(text)) <= most),
      key("degrees"),
    )
    .transform((text) => (text === "" ? null : Number(text)));

const LEVEL_WORDS: Record<string, string> = {
  中职: "secondary",
  中等职业教育: "secondary",
  高职: "associate",
  高职专科: "associate",
  高等职业教育专科: "associate",
  高职本科: "bachelor",
  职业本科: "bachelor",
  高等职业教育本科: "bachelor",
};
const level = z
  .string()
  .trim()
  .transform((text) => LEVEL_WORDS[text] ?? text)
  .pipe(z.enum(["secondary", "associate", "bachelor"], key("level")));

const REGION = /^\d{6}$/;
const OCCUPATION = /^[1-8]-\d{2}-\d{2}-\d{2}$/;
const OCCUPATION_OR_GROUP = /^[1-8](-\d{2}){0,3}$/;
const MAJOR = /^[2-7]\d{5}K?$/;

const major = z
  .object({
    code: code(MAJOR, "majorCode"),
    name,
    level,
    class_code: code(/^\d{4}$/, "classCode"),
    class_name: name,
    category_code: code(/^\d{2}$/, "categoryCode"),
    category_name: name,
  })
  .superRefine((row, ctx) => {
    const wrong = (path: string, words: string) =>
      ctx.addIssue({ code: "custom", path: [path], message: key(words) });
    if (!row.code.startsWith(row.class_code)) wrong("class_code", "classOfCode");
    if (!row.class_code.startsWith(row.category_code)) wrong("category_code", "categoryOfClass");
    if (levelOfCode(row.code) !== row.level) wrong("level", "levelOfCode");
  })
  .transform((row) => ({
    code: row.code,
    name: row.name,
    level: row.level,
    family: familyOf(row.code) ?? "",
    classCode: row.class_code,
    className: row.class_name,
    categoryCode: row.category_code,
    categoryName: row.category_name,
    stateControlled: isStateControlled(row.code),
  }));

const occupationGroup = z
  .object({
    code: code(/^[1-8](-\d{2}){0,2}$/, "groupCode"),
    name,
    level: z.enum(["major", "mid", "minor"], key("groupLevel")),
    parent_code: optionalCode(/^[1-8](-\d{2})?$/, "groupCode"),
  })
  .superRefine((row, ctx) => {
    const depth = { major: 1, mid: 2, minor: 3 }[row.level];
    if (row.code.split("-").length !== depth) {
      ctx.addIssue({ code: "custom", path: ["level"], message: key("groupLevelOfCode") });
    }
  })
  .transform((row) => ({ code: row.code, name: row.name, level: row.level, parentCode: row.parent_code }));

const occupation = z
  .object({
    code: code(OCCUPATION, "occupationCode"),
    name,
    group_code: code(/^[1-8]-\d{2}-\d{2}$/, "groupCode"),
    year: whole,
    green: flag,
    digital: flag,
  })
  .superRefine((row, ctx) => {
    if (!row.code.startsWith(`${row.group_code}-`)) {
      ctx.addIssue({ code: "custom", path: ["group_code"], message: key("groupOfOccupation") });
    }
  })
  .transform(({ group_code, ...row }) => ({ ...row, groupCode: group_code }));

const region = z
  .object({
    code: code(REGION, "regionCode"),
    name,
    level: z.enum(["province", "city", "county"], key("regionLevel")),
    parent_code: optionalCode(REGION, "regionCode"),
    lng: degrees(180),
    lat: degrees(90),
    point_of: optionalCode(REGION, "regionCode"),
  })
  .superRefine((row, ctx) => {
    if ((row.lng === null) !== (row.lat === null)) {
      ctx.addIssue({ code: "custom", path: ["lat"], message: key("pointWhole") });
    }
  })
  .transform(({ parent_code, point_of, ...row }) => ({ ...row, parentCode: parent_code, pointOf: point_of }));

const INDUSTRY = /^([A-T]|\d{2,4})$/;

const industry = z
  .object({
    code: code(INDUSTRY, "industryCode"),
    name,
    level: z.enum(["section", "division", "group", "class"], key("industryLevel")),
    parent_code: optionalCode(INDUSTRY, "industryCode"),
  })
  .transform((row) => ({ code: row.code, name: row.name, level: row.level, parentCode: row.parent_code }));

const college = z
  .object({
    name,
    moe_code: optionalCode(/^\d{10}$/, "schoolCode"),
    region_code: code(REGION, "regionCode"),
    level: level.pipe(z.enum(["associate", "bachelor"], key("level"))),
    ownership: z.enum(["public", "private", "sino_foreign"], key("ownership")),
  })
  .transform((row) => ({
    name: row.name,
    schoolCode: row.moe_code,
    regionCode: row.region_code,
    level: row.level,
    ownership: row.ownership,
  }));

const course = z.object({ major_code: code(MAJOR, "majorCode"), seq: whole, name }).transform((row) => ({
  id: `${row.major_code}#${row.seq}`,
  majorCode: row.major_code,
  seq: row.seq,
  name: row.name,
}));

const link = z
  .object({
    major_code: code(MAJOR, "majorCode"),
    seq: whole,
    relation: z.enum(["occupation", "job"], key("relation")),
    printed: name,
    code: optionalCode(OCCUPATION_OR_GROUP, "occupationOrGroup"),
    match: z.enum(["", "exact", "variant", "inferred"], key("match")),
  })
  .superRefine((row, ctx) => {
    if (row.code === null && row.match !== "") {
      ctx.addIssue({ code: "custom", path: ["match"], message: key("matchWithCode") });
    }
  })
  .transform((row) => ({
    majorCode: row.major_code,
    seq: row.seq,
    relation: row.relation,
    printed: row.printed,
    code: row.code,
    match: row.code === null ? null : row.match || "exact",
  }));

/** What a row of each catalogue must look like, and the record it becomes. Source: the published tables themselves. */
export const ROW_SCHEMAS = {
  majors: major,
  occupationGroups: occupationGroup,
  occupations: occupation,
  regions: region,
  industries: industry,
  colleges: college,
  majorCourses: course,
  majorOccupations: link,
} as const satisfies Record<CatalogueName, z.ZodType>;

type Shape = { required: readonly string[]; optional?: Readonly<Record<string, string>> };

/** Columns a file must have, and those that may be left out with the value that then holds. */
export const COLUMNS: Record<CatalogueName, Shape> = {
  majors: {
    required: ["level", "code", "name", "class_code", "class_name", "category_code", "category_name"],
  },
  occupationGroups: { required: ["code", "name", "level", "parent_code"] },
  occupations: {
    required: ["code", "name", "group_code"],
    optional: { year: "2022", green: "", digital: "" },
  },
  regions: {
    required: ["code", "name", "level", "parent_code"],
    optional: { lng: "", lat: "", point_of: "" },
  },
  industries: { required: ["code", "name", "level", "parent_code"] },
  colleges: { required: ["name", "region_code", "level", "ownership"], optional: { moe_code: "" } },
  majorCourses: { required: ["major_code", "seq", "name"] },
  majorOccupations: {
    required: ["major_code", "seq", "printed", "code"],
    optional: { relation: "occupation", match: "" },
  },
};

/** Headers other publications use for the same column. */
export const COLUMN_ALIASES: Readonly<Record<string, string>> = {
  专业代码: "code",
  专业名称: "name",
  层次: "level",
  专业类代码: "class_code",
  专业类名称: "class_name",
  专业大类代码: "category_code",
  专业大类名称: "category_name",
  minor_code: "group_code",
  name_as_printed: "printed",
  occupation_code: "code",
  course_name: "name",
};
