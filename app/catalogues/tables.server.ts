import type { Tx } from "~/platform/db/gate.server";
import { pinyinKey } from "./pinyin-key.server";
import type { CatalogueRecord } from "./rules/check-rows";
import type { CatalogueName } from "./schema";

/** The few ways an import touches a table; the same for every catalogue. */
type Table = {
  findMany(args: { where?: object }): PromiseLike<object[]>;
  createMany(args: { data: object[] }): PromiseLike<{ count: number }>;
  update(args: { where: object; data: object }): PromiseLike<object>;
  updateMany(args: { where: object; data: object }): PromiseLike<{ count: number }>;
};

export type TablePlan = {
  key: "code" | "id" | "name";
  table: (tx: Tx) => Table;
  /** Whether rows carry a pinyin key to be found and sorted by. */
  byName: boolean;
};

const plan = (key: TablePlan["key"], byName: boolean, table: (tx: Tx) => unknown): TablePlan => ({
  key,
  byName,
  // One shape over eight generated clients: every column was checked by the row's schema before.
  table: table as TablePlan["table"],
});

export const TABLES: Record<CatalogueName, TablePlan> = {
  majors: plan("code", true, (tx) => tx.major),
  occupationGroups: plan("code", false, (tx) => tx.occupationGroup),
  occupations: plan("code", true, (tx) => tx.occupation),
  regions: plan("code", true, (tx) => tx.region),
  industries: plan("code", true, (tx) => tx.industry),
  colleges: plan("name", true, (tx) => tx.college),
  majorCourses: plan("id", false, (tx) => tx.course),
  majorOccupations: plan("id", false, (tx) => tx.majorOccupationLink),
};

/** A record with the keys its name is found by, when its table has them. */
export const withPinyin = (plan: TablePlan, record: CatalogueRecord): CatalogueRecord =>
  plan.byName ? { ...record, ...pinyinKey(String(record.name)) } : record;
