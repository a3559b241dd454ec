import type { ColumnDef } from "~/platform/sheets/columns";

export const ROSTER_FIELDS = [
  "studentNumber",
  "name",
  "sex",
  "birthDate",
  "idNumber",
  "programme",
  "entryYear",
  "className",
  "phone",
  "email",
  "guardianName",
  "guardianRelation",
  "guardianPhone",
  "guardianEmail",
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

/** The columns of a roster as schools call them; the first name is the one our template writes. */
export const ROSTER_COLUMNS: readonly ColumnDef<RosterField>[] = [
  {
    field: "studentNumber",
    names: ["学号", "学籍号", "学生编号", "student number", "student no", "student id"],
    required: true,
  },
  { field: "name", names: ["姓名", "学生姓名", "学生", "full name", "student name"], required: true },
  { field: "sex", names: ["性别", "gender"], required: true },
  { field: "birthDate", names: ["出生日期", "出生年月日", "生日", "date of birth", "birthday", "dob"] },
  {
    field: "idNumber",
    names: ["身份证号", "身份证号码", "身份证", "证件号码", "公民身份号码", "identity number", "id card"],
  },
  { field: "programme", names: ["专业", "专业名称", "所学专业", "专业代码", "major"], required: true },
  {
    field: "entryYear",
    names: ["入学年份", "年级", "入学年度", "grade", "year of entry"],
    required: true,
  },
  {
    field: "className",
    names: ["班级", "班级名称", "所在班级", "行政班", "class", "class name"],
    required: true,
  },
  {
    field: "phone",
    names: ["手机", "手机号", "手机号码", "联系电话", "学生电话", "本人电话", "电话", "mobile", "telephone"],
  },
  { field: "email", names: ["邮箱", "电子邮箱", "电子邮件", "学生邮箱", "e-mail", "mail"] },
  { field: "guardianName", names: ["监护人姓名", "监护人", "家长姓名", "家长", "guardian", "guardian name"] },
  {
    field: "guardianRelation",
    names: ["监护人关系", "与学生关系", "关系", "亲属关系", "relation", "guardian relation"],
  },
  {
    field: "guardianPhone",
    names: [
      "监护人电话",
      "监护人手机",
      "监护人手机号",
      "监护人联系电话",
      "家长电话",
      "家长手机",
      "guardian phone",
      "guardian mobile",
    ],
  },
  { field: "guardianEmail", names: ["监护人邮箱", "家长邮箱", "guardian email", "guardian e-mail"] },
];
