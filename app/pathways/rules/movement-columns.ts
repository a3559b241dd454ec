import type { Bilingual } from "~/regulations/rules/facts/kinds";

export const REGISTRIES = ["general", "vocational"] as const;
/** general 全国中小学生学籍系统（普高） · vocational 全国中等职业学校学生管理系统 */
export type Registry = (typeof REGISTRIES)[number];

export const MOVEMENT_FIELDS = [
  "reference",
  "name",
  "studentNumber",
  "idTail",
  "sex",
  "birthDate",
  "direction",
  "fromSchool",
  "fromCode",
  "toSchool",
  "toCode",
  "major",
  "grade",
  "registered",
  "studying",
  "diplomaBy",
  "movedOn",
  "changeType",
] as const;
export type MovementField = (typeof MOVEMENT_FIELDS)[number];

/** The heading each registry expects for a field. Defaults are house rules: a school may choose its columns. */
export const HEADINGS: Readonly<Record<MovementField, Bilingual>> = {
  reference: { zh: "互转编号", en: "Reference" },
  name: { zh: "姓名", en: "Name" },
  studentNumber: { zh: "学号", en: "Student number" },
  idTail: { zh: "身份证号后四位", en: "Last four of identity number" },
  sex: { zh: "性别", en: "Sex" },
  birthDate: { zh: "出生日期", en: "Date of birth" },
  direction: { zh: "互转方向", en: "Direction" },
  fromSchool: { zh: "转出学校", en: "From" },
  fromCode: { zh: "转出学校标识码", en: "Code of school left" },
  toSchool: { zh: "转入学校", en: "To" },
  toCode: { zh: "转入学校标识码", en: "Code of school joined" },
  major: { zh: "转入专业", en: "Major joined" },
  grade: { zh: "年级", en: "Grade" },
  registered: { zh: "学籍所在学校", en: "Registered at" },
  studying: { zh: "就读学校", en: "Studying at" },
  diplomaBy: { zh: "毕业证发放学校", en: "Diploma by" },
  movedOn: { zh: "异动日期", en: "Date of change" },
  changeType: { zh: "异动类型", en: "Kind of change" },
};

export const DEFAULT_COLUMNS: Readonly<Record<Registry, readonly MovementField[]>> = {
  general: [
    "studentNumber",
    "name",
    "sex",
    "birthDate",
    "changeType",
    "fromSchool",
    "fromCode",
    "toSchool",
    "toCode",
    "grade",
    "movedOn",
    "reference",
  ],
  vocational: [
    "name",
    "sex",
    "birthDate",
    "idTail",
    "studentNumber",
    "changeType",
    "toCode",
    "toSchool",
    "major",
    "fromSchool",
    "grade",
    "movedOn",
    "diplomaBy",
    "reference",
  ],
};

/** The columns asked for, in the order asked, unknown and repeated ones left out; the registry's own where none is left. */
export const columnsFor = (registry: Registry, asked: readonly string[]): readonly MovementField[] => {
  const chosen = [...new Set(asked)].flatMap((name) => MOVEMENT_FIELDS.filter((field) => field === name));
  return chosen.length > 0 ? chosen : DEFAULT_COLUMNS[registry];
};
