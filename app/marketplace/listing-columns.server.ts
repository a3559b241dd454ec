import { HAZARDS } from "~/catalogues/hazards";
import { type Vocabulary, vocabularyOf } from "~/platform/sheets/cell-value";
import type { ColumnDef } from "~/platform/sheets/columns";
import { translatorFor } from "~/words/translator.server";
import { DIRECTIONS, type Direction, LISTING_KINDS, type ListingKind } from "./rules/kinds";
import { type FieldName, fieldOf } from "./rules/listing-fields";
import { fieldsOf } from "./rules/listing-kinds";

export type ListingColumn = FieldName | "reference" | "kind" | "direction";

const languages = ["zh-CN", "en"] as const;
const said = (key: string): string[] => languages.map((language) => translatorFor(language).any(key));

const HEAD: readonly ColumnDef<ListingColumn>[] = [
  { field: "reference", names: ["编号", "本单位编号", "序号", "reference", "our number", "no"] },
  { field: "kind", names: ["类型", "供需类型", "kind", "type"] },
  { field: "direction", names: ["供或需", "方向", "direction", "offered or sought"] },
];

const SYNONYMS: Partial<Record<FieldName, readonly string[]>> = {
  title: ["名称", "岗位名称", "职位", "title"],
  summary: ["简介", "介绍", "description"],
  majors: ["专业", "面向专业", "专业要求", "majors"],
  region: ["地区", "城市", "区县", "行政区划", "region", "city"],
  openUntil: ["截止日期", "报名截止日期", "deadline"],
  post: ["岗位", "对应岗位", "post"],
  occupation: ["职业名称", "职业代码", "occupation"],
  seats: ["人数", "招收人数", "需求人数", "seats", "headcount wanted"],
  startsOn: ["开始", "起始日期", "start date", "start"],
  endsOn: ["结束", "截至", "end date", "end"],
  payMin: ["月报酬", "最低报酬", "最低月薪", "pay from"],
  payMax: ["最高报酬", "最高月薪", "pay to"],
};

const namesOf = (name: FieldName): string[] => {
  const labels = said(`listings.field.${name}.label`);
  const yuan = fieldOf(name).type === "money" ? labels.map((label) => `${label}（元）`) : [];
  return [...yuan, ...labels, ...(SYNONYMS[name] ?? [])];
};

/** The columns of a kind's spreadsheet: the same fields as its form, in its order; the title must be there. */
export const listingColumns = (
  kind: ListingKind,
  direction: Direction,
): readonly ColumnDef<ListingColumn>[] => [
  ...HEAD,
  ...fieldsOf(kind, direction).map(({ name }) => ({
    field: name,
    names: namesOf(name),
    ...(name === "title" ? { required: true } : {}),
  })),
];

const optionsOf = (name: FieldName): Vocabulary => {
  const spec = fieldOf(name);
  if (spec.type === "hazards")
    return vocabularyOf(Object.entries(HAZARDS).map(([code, { zh, en }]) => ({ code, labels: [zh, en] })));
  if (spec.type !== "choice" && spec.type !== "choicesOrNone") return new Map();
  return vocabularyOf(
    spec.options.map((code) => ({ code, labels: said(`listings.option.${name}.${code}`) })),
  );
};

const kept = new Map<FieldName, Vocabulary>();

/** What the choices of a field are called, in both languages. */
export const vocabularyOfField = (name: FieldName): Vocabulary => {
  const known = kept.get(name) ?? optionsOf(name);
  kept.set(name, known);
  return known;
};

/** What kinds and directions are called, in both languages. */
export const KIND_WORDS = vocabularyOf(
  LISTING_KINDS.map((code) => ({ code, labels: said(`listings.kind.${code}`) })),
);
export const DIRECTION_WORDS = vocabularyOf(
  DIRECTIONS.map((code) => ({ code, labels: said(`listings.direction.${code}`) })),
);
