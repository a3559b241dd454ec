import type { Case } from "./case";
import { APPRENTICE, COOPERATING, EMPLOYED, LISTED } from "./lawful";

export const CASES_PARTNERSHIP: readonly Case[] = [
  { rule: "INT-43", broken: [[{ "student.birthDate": "2010-09-02" }, "warn"]], lacks: "student.birthDate" },
  {
    rule: "APP-01",
    base: APPRENTICE,
    broken: [[{ "apprenticeship.agreementSignedOn": "2026-09-02" }, "block"]],
    lacks: "apprenticeship.agreementSignedOn",
  },
  {
    rule: "APP-02",
    base: APPRENTICE,
    broken: [[{ "apprenticeship.clauses": ["identity"] }, "block"]],
    lacks: "apprenticeship.clauses",
  },
  {
    rule: "APP-03",
    base: EMPLOYED,
    broken: [
      [{ "apprenticeship.labourContractMonths": 11 }, "block"],
      [{ "apprenticeship.status": "student" }, "block"],
    ],
    lacks: "apprenticeship.status",
  },
  {
    rule: "APP-04",
    base: EMPLOYED,
    broken: [
      [{ "placement.end": "2029-12-31" }, "block"],
      [{ "placement.end": "2026-12-31" }, "warn"],
    ],
    lacks: "placement.end",
  },
  {
    rule: "APP-05",
    base: EMPLOYED,
    broken: [[{ "pay.monthlyFen": 235_999 }, "block"]],
    lacks: "region.minimumWageMonthlyFen",
  },
  {
    rule: "COOP-01",
    base: COOPERATING,
    broken: [[{ "cooperation.end": "2029-08-30" }, "warn"]],
    lacks: "cooperation.end",
  },
  {
    rule: "COOP-02",
    base: COOPERATING,
    broken: [
      [{ "cooperation.signed": false }, "block"],
      [{ "cooperation.rightsAndDuties": false }, "block"],
    ],
    lacks: "cooperation.rightsAndDuties",
  },
  {
    rule: "COOP-03",
    base: COOPERATING,
    broken: [[{ "cooperation.forms": ["other"] }, "warn"]],
    lacks: "cooperation.forms",
  },
  {
    rule: "LST-01",
    base: LISTED,
    broken: [
      [{ "listing.title": "招人" }, "block"],
      [{ "listing.seats": 0 }, "block"],
      [{ "post.majorCodes": [] }, "block"],
    ],
    lacks: "listing.workplaceCode",
  },
  {
    rule: "LST-02",
    base: LISTED,
    broken: [
      [{ "listing.applyBy": "2026-09-02" }, "block"],
      [{ "listing.applyBy": "2026-08-27" }, "block"],
    ],
    lacks: "listing.applyBy",
  },
  { rule: "LST-03", base: LISTED, broken: [[{ "pay.monthlyFen": 0 }, "block"]], lacks: "pay.monthlyFen" },
  {
    rule: "LST-04",
    base: { ...LISTED, "listing.acceptsMinors": true },
    broken: [[{ "post.hazardCodes": ["boiler"] }, "block"]],
    lacks: "listing.acceptsMinors",
  },
  {
    rule: "LST-05",
    base: LISTED,
    broken: [[{ "listing.sexRestricted": true }, "warn"]],
    lacks: "listing.sexRestricted",
  },
];
