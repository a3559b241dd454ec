import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionPoint } from "~/catalogues/rules/regions";
import { resolveMajor, resolveOccupation, resolveRegion } from "~/organizations/queries/resolve-code.server";
import type { FieldError } from "~/platform/result";
import type { StepRead } from "./listing-schema";

/** What the typed codes of a step mean. */
export type StepCodes = {
  majors: { code: string; family: string }[];
  region: { code: string; lng: number | null; lat: number | null } | null;
  occupation: string | null;
  errors: FieldError[];
};

const apart = (rows: readonly string[]): string[] => [
  ...new Set(
    rows
      .flatMap((row) => row.split(/[,，、;；]/))
      .map((text) => text.trim())
      .filter((text) => text !== ""),
  ),
];

/**
 * Looks up the majors, region and occupation typed into a step. Majors may be typed in several rows or in one, apart by
 * commas. Out: codes of what was found, and a message beside each field where something is unknown or ambiguous.
 */
export const resolveStep = async ({ values }: StepRead): Promise<StepCodes> => {
  const errors: FieldError[] = [];
  const majors = new Map<string, string>();
  for (const typed of apart((values.majors as string[] | undefined) ?? [])) {
    const found = await resolveMajor("majors", typed);
    if (found.ok) majors.set(found.row.code, found.row.family);
    else errors.push(found.error);
  }
  const region = typeof values.region === "string" ? await resolveRegion("region", values.region) : null;
  if (region && !region.ok) errors.push(region.error);
  const occupation =
    typeof values.occupation === "string" ? await resolveOccupation("occupation", values.occupation) : null;
  if (occupation && !occupation.ok) errors.push(occupation.error);
  const place = region?.ok ? regionPoint((await catalogue()).regions, region.row.code) : null;
  return {
    majors: [...majors].map(([code, family]) => ({ code, family })),
    region: region?.ok ? { code: region.row.code, lng: place?.lng ?? null, lat: place?.lat ?? null } : null,
    occupation: occupation?.ok ? occupation.row.code : null,
    errors,
  };
};
