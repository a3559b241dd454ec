import { INDICATORS } from "../indicators/catalogue";
import type { Indicator, IndicatorTable } from "../indicators/indicator";

/** Who hands a figure in: each school its own, or the authority for each place of its region. */
export type Supplier = "school" | "authority";

/**
 * How figures of several suppliers become one. sum: they add up · quotient: numerators and denominators add up ·
 * greatest: the greatest of them is told
 */
export type SupplyForm = {
  readonly supplier: Supplier;
  readonly form: "sum" | "quotient" | "greatest";
  /** Its counts stand for persons: one to four of them are not told outside their own organization. */
  readonly persons: boolean;
};

const of = (form: SupplyForm["form"], persons = false, supplier: Supplier = "school"): SupplyForm => ({
  supplier,
  form,
  persons,
});

/** The form of every figure that is handed in, by its indicator. House rule. */
export const SUPPLY_FORMS: Readonly<Record<string, SupplyForm>> = {
  province_destinations: of("quotient", true),
  monthly_income: of("quotient", true),
  primary_sector: of("sum", true),
  secondary_sector: of("sum", true),
  tertiary_sector: of("sum", true),
  promotion_three_years: of("quotient", true),
  satisfaction_graduates: of("quotient", true),
  student_teacher_ratio: of("quotient"),
  dual_qualified: of("quotient", true),
  senior_titles: of("quotient", true),
  courses: of("sum"),
  textbooks: of("sum"),
  workstations: of("quotient"),
  equipment_per_student: of("quotient"),
  bandwidth: of("greatest"),
  stay_local: of("sum", true),
  west_northeast: of("sum", true),
  small_firms: of("sum", true),
  large_firms: of("sum", true),
  technical_service_income: of("sum"),
  patents: of("sum"),
  training_income: of("sum"),
  welfare_hours: of("sum"),
  foreign_students: of("sum", true),
  schools_abroad: of("sum"),
  standards_adopted: of("sum"),
  students_enrolled: of("sum"),
  allocation_per_student: of("quotient", false, "authority"),
  staff_posts: of("sum", false, "authority"),
  part_time_pay: of("sum"),
  part_time_hours: of("sum"),
  internship_budget: of("sum"),
  internship_insurance: of("sum"),
};

/** How an indicator is handed in; null for one that is counted from records or unknown. */
export const supplyForm = (indicatorId: string): SupplyForm | null => SUPPLY_FORMS[indicatorId] ?? null;

/** The indicators a sheet of a table asks a supplier for, in the order of the catalogue. */
export const sheetIndicators = (table: IndicatorTable, supplier: Supplier): Indicator[] =>
  INDICATORS.filter(
    (one) => one.table === table && one.supply === "imported" && supplyForm(one.id)?.supplier === supplier,
  );

/** The tables a supplier has anything to hand in for. */
export const sheetTables = (supplier: Supplier): IndicatorTable[] => [
  ...new Set(
    INDICATORS.filter((one) => one.supply === "imported" && supplyForm(one.id)?.supplier === supplier).map(
      ({ table }) => table,
    ),
  ),
];
