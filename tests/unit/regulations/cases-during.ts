import type { Case } from "./case";
import { LAWFUL } from "./lawful";

export const CASES_DURING: readonly Case[] = [
  {
    rule: "INT-21",
    broken: [
      [{ "host.industryCode": "9011" }, "block"],
      [{ "host.venueTags": ["karaoke"] }, "block"],
      [{ "host.industryCode": "8052" }, "warn"],
      [{ "host.industryCode": "90" }, "missing"],
    ],
    lacks: "host.industryCode",
  },
  {
    rule: "INT-22",
    broken: [
      [{ "agent.involved": true }, "block"],
      [{ "host.industryCode": "7263" }, "warn"],
    ],
    lacks: "agent.involved",
  },
  { rule: "INT-23", broken: [[{ "post.labourIntensity": 3 }, "block"]], lacks: "post.labourIntensity" },
  {
    rule: "INT-24",
    broken: [
      [{ "shifts.night": true }, "block"],
      [{ "shifts.overtime": true }, "block"],
      [{ "shifts.restDays": true }, "block"],
      [{ "post.hazardCodes": ["height"] }, "block"],
      [{ workDates: ["2026-10-01"] }, "block"],
      [{ workDates: ["2027-03-02"] }, "missing"],
      [{ "shifts.startTime": "15:00", "shifts.endTime": "23:00" }, "block"],
    ],
    lacks: "shifts.overtime",
  },
  {
    rule: "INT-25",
    broken: [
      [{ "hours.perDay": 8.5 }, "block"],
      [{ "hours.perWeek": 44 }, "block"],
    ],
    lacks: "hours.perWeek",
  },
  { rule: "INT-26", broken: [[{ "pay.monthlyFen": 319_999 }, "warn"]], lacks: "pay.monthlyFen" },
  {
    rule: "INT-27",
    broken: [
      [{ "pay.form": "vouchers" }, "block"],
      [{ "pay.payee": "agent" }, "block"],
      [{ "pay.cycleDays": 32 }, "block"],
    ],
    lacks: "pay.payee",
  },
  { rule: "INT-28", broken: [[{ fees: ["deposit"] }, "block"]], lacks: "fees" },
  { rule: "FEE-01", broken: [[{ fees: ["management"] }, "block"]], lacks: "fees" },
  {
    rule: "INT-29",
    broken: [
      [{ retainedDocuments: ["id_card"] }, "block"],
      [{ "retained.guarantee": true }, "block"],
    ],
    lacks: "retainedDocuments",
  },
  {
    rule: "INT-30",
    base: { ...LAWFUL, "assessment.copiesStaffRules": false },
    broken: [[{ "assessment.copiesStaffRules": true }, "warn"]],
  },
  {
    rule: "INT-31",
    broken: [
      [{ "mentor.school": false }, "block"],
      [{ "mentor.host": false }, "block"],
    ],
    lacks: "mentor.host",
  },
  {
    rule: "INT-32",
    base: { ...LAWFUL, "mentor.lastCheckOn": "2026-08-27" },
    broken: [[{ "mentor.lastCheckOn": "2026-08-01" }, "warn"]],
  },
  {
    rule: "INT-33",
    base: {
      ...LAWFUL,
      "lodging.type": "outside",
      "lodging.guardianSignedOn": "2026-08-12",
      "lodging.filedOn": "2026-08-13",
    },
    broken: [[{ "lodging.filedOn": "2026-09-02" }, "block"]],
    lacks: "lodging.guardianSignedOn",
  },
  {
    rule: "INT-34",
    broken: [[{ "training.completedOn": "2026-09-03" }, "block"]],
    lacks: "training.completedOn",
  },
  {
    rule: "INT-35",
    broken: [
      [{ "safetyTest.passed": false }, "block"],
      [{ "safetyTest.passedOn": "2026-09-02" }, "block"],
      [{ "safetyTest.validTo": "2026-10-01" }, "block"],
    ],
    lacks: "safetyTest.passed",
  },
  {
    rule: "INT-36",
    base: {
      ...LAWFUL,
      "school.provinceCode": "430100",
      "filing.crossProvinceAgreedOn": "2026-07-10",
      "filing.provincialFiledOn": "2026-07-20",
    },
    broken: [[{ "filing.provincialFiledOn": "2026-09-09" }, "block"]],
    lacks: "filing.crossProvinceAgreedOn",
  },
  {
    rule: "INT-37",
    broken: [[{ "filing.planFiledOn": "2026-09-09" }, "block"]],
    lacks: "filing.planFiledOn",
  },
  {
    rule: "INT-38",
    broken: [
      [{ "insurance.liability": false }, "block"],
      [{ "insurance.to": "2026-12-30" }, "block"],
      [{ "insurance.payer": "wage_deduction" }, "block"],
    ],
    lacks: "insurance.policyNo",
  },
  {
    rule: "INT-39",
    region: "430100",
    broken: [[{ "insurance.workInjury": false }, "warn"]],
    lacks: "insurance.workInjury",
  },
  {
    rule: "INT-40",
    base: { ...LAWFUL, "assessment.jointly": true, "assessment.process": true },
    broken: [[{ "assessment.process": false }, "block"]],
    lacks: "assessment.jointly",
  },
  {
    rule: "INT-41",
    base: {
      ...LAWFUL,
      "archive.items": ["agreement", "plan", "report", "result", "log", "checks", "summary", "evidence"],
    },
    broken: [[{ "archive.items": ["agreement"] }, "block"]],
  },
  {
    rule: "INT-42",
    base: { ...LAWFUL, "registration.reportedOn": "2026-08-28" },
    broken: [[{ "registration.reportedOn": "2026-10-01" }, "warn"]],
  },
];
