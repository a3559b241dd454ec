import type { Case } from "./case";
import { LAWFUL } from "./lawful";

export const CASES_BEFORE: readonly Case[] = [
  {
    rule: "INT-00",
    broken: [
      [{ "placement.end": "2026-08-31" }, "block"],
      [{ "student.birthDate": "2027-01-01" }, "block"],
    ],
    lacks: "placement.end",
  },
  {
    rule: "INT-01",
    broken: [
      [{ "student.schoolLevel": "other" }, "block"],
      [{ "student.studyMode": "part_time" }, "block"],
      [{ "placement.origin": "self_found", "placement.schoolApproved": false }, "block"],
    ],
    lacks: "student.studyMode",
  },
  { rule: "INT-02", broken: [[{ "placement.type": "other" }, "block"]], lacks: "placement.type" },
  {
    rule: "INT-03",
    broken: [[{ "host.registrationNo": "91350100M000100Y44" }, "block"]],
    lacks: "host.registrationNo",
  },
  {
    rule: "INT-04",
    base: { ...LAWFUL, "placement.type": "observation" },
    broken: [[{ "placement.origin": "self_found" }, "block"]],
    lacks: "placement.origin",
  },
  {
    rule: "INT-05",
    broken: [
      [{ "host.creditFlags": ["失信被执行人"] }, "block"],
      [{ "host.safetyViolationDates": ["2024-01-05"] }, "block"],
    ],
    lacks: "host.creditFlags",
  },
  {
    rule: "INT-06",
    base: { ...LAWFUL, "host.newUnit": true, "inspection.reportedOn": "2026-06-10" },
    broken: [
      [{ "inspection.reportedOn": "2026-09-02" }, "block"],
      [{ "inspection.reportedOn": "2020-01-01" }, "block"],
    ],
    lacks: "inspection.reportedOn",
  },
  {
    rule: "INT-07",
    broken: [[{ "unitList.publishedOn": "2026-09-02" }, "block"]],
    lacks: "unitList.decidedOn",
  },
  {
    rule: "INT-08",
    broken: [
      [{ "post.majorCodes": ["7203"] }, "block"],
      [{ "post.majorCodes": ["7203"], "post.crossCategoryReason": "联合开发岗位" }, "warn"],
      [{ "post.majorCodes": [] }, "missing"],
    ],
    lacks: "major.code",
  },
  {
    rule: "INT-08-61",
    region: "610100",
    broken: [
      [{ "post.majorCodes": ["7203"], "post.crossCategoryReason": "联合开发岗位" }, "block"],
      [{ "post.majorCodes": [] }, "missing"],
    ],
    lacks: "major.code",
  },
  { rule: "INT-09", broken: [[{ "post.tasks": ["装箱", "装箱 "] }, "warn"]], lacks: "post.tasks" },
  { rule: "INT-10", broken: [[{ "organizing.rebateFen": 100 }, "block"]], lacks: "organizing.rebateFen" },
  {
    rule: "INT-11",
    base: { ...LAWFUL, "complaint.interference": false },
    broken: [[{ "complaint.interference": true }, "warn"]],
  },
  { rule: "INT-12", broken: [[{ "consent.guardian": "2026-09-02" }, "block"]], lacks: "consent.guardian" },
  { rule: "INT-13", broken: [[{ "placement.end": "2027-04-30" }, "warn"]], lacks: "placement.end" },
  {
    rule: "INT-14",
    broken: [
      [{ "host.activePlacements": 33 }, "block"],
      [{ "host.activePlacements": 33, "exception.headcountReason": "共建车间" }, "block"],
      [
        {
          "host.activePlacements": 33,
          "exception.headcountReason": "共建车间",
          "exception.headcountAuthority": "示例市教育局",
        },
        "warn",
      ],
    ],
    lacks: "host.activePlacements",
  },
  { rule: "INT-15", broken: [[{ "post.activePlacements": 9 }, "block"]], lacks: "post.onPostEmployees" },
  {
    rule: "INT-16",
    broken: [[{ "agreement.signedByStudent": "2026-09-02" }, "block"]],
    lacks: "agreement.signedByHost",
  },
  {
    rule: "INT-16-2",
    broken: [
      [{ "agreement.clauses": ["parties"] }, "block"],
      [{ "agreement.text": "学生须缴纳押金五百元。" }, "block"],
    ],
    lacks: "agreement.clauses",
  },
  { rule: "INT-17", broken: [[{ "student.gradeYear": 1 }, "block"]], lacks: "student.gradeYear" },
  { rule: "INT-18", broken: [[{ "student.birthDate": "2010-09-02" }, "block"]], lacks: "student.birthDate" },
  {
    rule: "INT-19",
    base: { ...LAWFUL, "student.birthDate": "2009-01-01" },
    broken: [[{ "post.hazardCodes": ["dust"] }, "block"]],
    lacks: "post.hazardCodes",
  },
  { rule: "INT-20", broken: [[{ "post.hazardCodes": ["load_bearing"] }, "block"]], lacks: "student.sex" },
  {
    rule: "INT-14-2016",
    on: "2020-09-01",
    broken: [
      [{ "host.onPostEmployees": 100, "host.activePlacements": 11 }, "block"],
      [
        {
          "host.onPostEmployees": 100,
          "host.activePlacements": 11,
          "exception.headcountReason": "订单班",
          "exception.headcountAuthority": "市教育局",
        },
        "block",
      ],
    ],
    lacks: "host.onPostEmployees",
  },
  {
    rule: "INT-15-2016",
    on: "2020-09-01",
    broken: [[{ "post.onPostEmployees": 20, "post.activePlacements": 5 }, "block"]],
    lacks: "post.activePlacements",
  },
];
