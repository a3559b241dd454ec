import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { EnglishTerms } from "../rules/query-words";

const file = z.object({ terms: z.record(z.string(), z.array(z.string().min(1)).min(1)) });

let held: EnglishTerms | null = null;

/** The house's English terms of search, read once; dated data in `prisma/reference/terms-en.json`. */
export const englishTerms = (): EnglishTerms => {
  held ??= new Map(
    Object.entries(
      file.parse(JSON.parse(readFileSync(path.resolve("prisma", "reference", "terms-en.json"), "utf8")))
        .terms,
    ),
  );
  return held;
};
