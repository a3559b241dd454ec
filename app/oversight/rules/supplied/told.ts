import { SMALLEST_TOLD } from "../indicators/figure";
import type { Indicator } from "../indicators/indicator";
import type { ToldFigure } from "../indicators/told";
import type { SupplyForm } from "./forms";

/** What suppliers handed in for a scope and year: amounts in hundredths. */
export type SuppliedSum = {
  readonly numerator: number;
  readonly denominator: number | null;
  readonly greatest: number;
  /** how many rows it is made of */
  readonly parties: number;
};

/** Rounded half up; exact also where the amounts of many schools outgrow what a number holds. */
const halfUp = (numerator: number, times: number, denominator: number): number => {
  const [above, below] = [BigInt(numerator) * BigInt(times), BigInt(denominator)];
  return Number((2n * above + below) / (2n * below));
};

const few = (count: number): boolean => count > 0 && count < SMALLEST_TOLD;

/**
 * The counts of persons a supplied figure gives away, for suppressing small cells. Goes in: its form, the sum. Comes out:
 * whole counts: numerator and rest of a share, the denominator of a mean, the sum; none where no persons are counted.
 */
export const personCounts = (
  unit: Indicator["unit"],
  { form, persons }: SupplyForm,
  { numerator, denominator }: SuppliedSum,
): number[] => {
  if (!persons) return [];
  if (form !== "quotient") return [numerator / 100];
  const below = (denominator ?? 0) / 100;
  return unit === "share" ? [numerator / 100, below - numerator / 100] : [below];
};

/**
 * What a reader is told of a figure that is handed in. Goes in: the indicator, its form, what was handed in (undefined where
 * nothing was), whether the reader belongs to the organization. Comes out: the figure; a quotient with denominator 0 is
 * "incomputable", never 0; counts of one to four persons are withheld outside their own organization.
 */
export const toldSupplied = (
  indicator: Pick<Indicator, "id" | "unit">,
  supplied: SupplyForm,
  sum: SuppliedSum | undefined,
  { own }: { own: boolean },
): ToldFigure => {
  const { id: indicatorId, unit } = indicator;
  const silent = (state: ToldFigure["state"]): ToldFigure => ({
    indicatorId,
    state,
    value: null,
    numerator: 0,
    denominator: null,
    exclusions: [],
  });
  if (!sum) return silent("awaited");
  if (!own && personCounts(unit, supplied, sum).some(few)) return silent("withheld");
  const told = { indicatorId, state: "told", exclusions: [] } as const;
  if (supplied.form !== "quotient") {
    const amount = supplied.form === "sum" ? sum.numerator : sum.greatest;
    const value = unit === "fen" ? amount : amount / 100;
    return { ...told, value, numerator: value, denominator: null };
  }
  const { numerator } = sum;
  const denominator = sum.denominator ?? 0;
  const parts = { numerator: numerator / 100, denominator: denominator / 100 };
  if (denominator === 0) return { ...told, state: "incomputable", value: null, ...parts };
  const value =
    unit === "share"
      ? halfUp(numerator, 10_000, denominator)
      : unit === "fen"
        ? halfUp(numerator, 100, denominator)
        : halfUp(numerator, 100, denominator) / 100;
  return { ...told, value, ...parts };
};
