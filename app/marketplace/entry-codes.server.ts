import { type Catalogue, catalogue } from "~/catalogues/queries/catalogue.server";
import { regionPoint } from "~/catalogues/rules/regions";
import type { FieldError } from "~/platform/result";
import type { EntryValues } from "./rules/listing-entry";

/** What the codes of a record stand for; the same value where the record says nothing. */
export type EntryCodes = {
  values: EntryValues;
  errors: FieldError[];
};

/** The catalogues as records need them: current codes only, classes of majors, points of regions. */
export type CodeBook = {
  read: (values: EntryValues) => EntryCodes;
  familyOf: (majorCode: string) => string;
  pointOf: (regionCode: string) => { lng: number | null; lat: number | null };
};

const current = <T extends { withdrawnIn: string | null }>(row: T | undefined): T | null =>
  row && row.withdrawnIn === null ? row : null;

const majorIn = ({ majors }: Catalogue, code: string) =>
  current(majors.get(code)) ?? current(majors.get(`${code}K`));

const unknown = (field: string, typed: string): FieldError => ({
  field,
  key: "organizations.errors.codeUnknown",
  values: { typed },
});

/** Opens the catalogues for reading records. Codes must be exact: a machine is not asked which of several it meant. */
export const openCodeBook = async (): Promise<CodeBook> => {
  const book = await catalogue();
  return {
    familyOf: (code) => book.majors.get(code)?.family ?? "",
    pointOf: (code) => {
      const point = regionPoint(book.regions, code);
      return { lng: point?.lng ?? null, lat: point?.lat ?? null };
    },
    read: (values) => {
      const errors: FieldError[] = [];
      const next: { -readonly [N in keyof EntryValues]: unknown } = { ...values };
      if (Array.isArray(values.majors)) {
        const codes = new Set<string>();
        for (const [index, typed] of (values.majors as string[]).entries()) {
          const major = majorIn(book, typed);
          if (major) codes.add(major.code);
          else errors.push(unknown(`majors[${index}]`, typed));
        }
        next.majors = [...codes];
      }
      if (typeof values.region === "string" && !current(book.regions.get(values.region)))
        errors.push(unknown("region", values.region));
      if (typeof values.occupation === "string" && !current(book.occupations.get(values.occupation)))
        errors.push(unknown("occupation", values.occupation));
      return { values: next, errors };
    },
  };
};
