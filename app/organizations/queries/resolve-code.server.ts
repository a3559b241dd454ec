import { catalogue } from "~/catalogues/queries/catalogue.server";
import {
  searchIndustries,
  searchMajors,
  searchOccupations,
  searchRegions,
} from "~/catalogues/queries/search-catalogue.server";
import type { FieldError } from "~/platform/result";
import { codeText, type Picked, pickCode } from "../rules/pick-code";

type Named = { code: string; name: string };

/** A withdrawn code keeps its old records but is not taken for new ones. */
const current = <T extends { withdrawnIn: string | null }>(row: T | undefined): T | undefined =>
  row?.withdrawnIn === null ? row : undefined;

/** A code found, or the message beside the field that says how to get one: choices when there are several. */
export type Resolved<T> = { ok: true; row: T } | { ok: false; error: FieldError };

const resolved = <T extends Named>(field: string, typed: string, picked: Picked<T>): Resolved<T> => {
  if (picked.kind === "one") return { ok: true, row: picked.row };
  if (picked.kind === "none") {
    return { ok: false, error: { field, key: "organizations.errors.codeUnknown", values: { typed } } };
  }
  const choices = picked.rows.map(codeText).join("；");
  return {
    ok: false,
    error: { field, key: "organizations.errors.codeAmbiguous", values: { typed, choices } },
  };
};

/** Finds the current occupation a person typed, by code or name. */
export const resolveOccupation = async (field: string, typed: string) => {
  const { occupations } = await catalogue();
  return resolved(
    field,
    typed,
    pickCode(
      typed,
      (code) => current(occupations.get(code)),
      await searchOccupations({ text: typed, limit: 9 }),
    ),
  );
};

/** Finds the current major a person typed, by code or name. */
export const resolveMajor = async (field: string, typed: string) => {
  const { majors } = await catalogue();
  return resolved(
    field,
    typed,
    pickCode(typed, (code) => current(majors.get(code)), await searchMajors({ text: typed, limit: 9 })),
  );
};

/** Finds the current industry a person typed, by code or name. */
export const resolveIndustry = async (field: string, typed: string) => {
  const { industries } = await catalogue();
  return resolved(
    field,
    typed,
    pickCode(
      typed,
      (code) => current(industries.get(code)),
      await searchIndustries({ text: typed, limit: 9 }),
    ),
  );
};

/** Finds the current region a person typed, by code or name. */
export const resolveRegion = async (field: string, typed: string) => {
  const { regions } = await catalogue();
  return resolved(
    field,
    typed,
    pickCode(typed, (code) => current(regions.get(code)), await searchRegions({ text: typed, limit: 9 })),
  );
};

/** The text a code field shows for a stored code: "440113 番禺区"; the bare code when the catalogue lost it. */
export const codeFieldText = async (
  of: "majors" | "occupations" | "regions" | "industries",
  code: string | null,
): Promise<string> => {
  if (!code) return "";
  const row = (await catalogue())[of].get(code);
  return row ? codeText(row) : code;
};
