import { actorOfImport } from "~/organizations/actor-of-import.server";
import { codeFinder } from "~/organizations/code-finder.server";
import { read } from "~/platform/db/client.server";
import type { ImportKind, ImportLine, LineFinding, LineOutcome } from "~/platform/imports/import-kind";
import type { Refusal } from "~/platform/result";
import { breather } from "~/platform/time/breathe.server";
import type { Finding } from "~/regulations/rules/evaluate";
import { openCodeBook } from "./entry-codes.server";
import { roomForListings } from "./entry-limit.server";
import { FIELD_OF } from "./finding-lines";
import { listingColumns } from "./listing-columns.server";
import { keepRefusal } from "./listing-policy";
import { type RowRead, readListingRow } from "./listing-row.server";
import type { Direction, ListingKind } from "./rules/kinds";
import { weighEntries } from "./weigh-entries.server";
import { writeEntries } from "./write-entries.server";

const MOST_POSTS = 500;

/** The first field of the row that a rule looked at. */
const fieldOfFinding = ({ missing, facts }: Finding): string => {
  const asked = [...missing, ...Object.keys(facts)] as (keyof typeof FIELD_OF)[];
  return asked.map((fact) => FIELD_OF[fact]).find((field) => field !== undefined) ?? "";
};

/** A refusal beside cells: wrong fields, then the rules that stand against it, then its own words if there is neither. */
const findingsOf = (refusal: Refusal): LineFinding[] => {
  const fields = (refusal.fields ?? []).map(({ field, key, values }) => ({
    field: field.split(/[.[]/)[0] ?? "",
    key,
    ...(values ? { values } : {}),
  }));
  const rules = ((refusal.findings ?? []) as Finding[])
    .filter(({ verdict }) => verdict === "block" || verdict === "warn")
    .map((finding) => ({
      field: fieldOfFinding(finding),
      key: "imports.findings.rule",
      values: { textZh: finding.message.zh, textEn: finding.message.en },
    }));
  const all = [...fields, ...rules];
  if (all.length > 0) return all;
  return [{ field: "", key: refusal.key, ...(refusal.values ? { values: refusal.values } : {}) }];
};

/** Listings from a spreadsheet: the fields, codes, rules and moves of the form, the references of the bulk call. */
export const LISTING_IMPORT: ImportKind = {
  name: "listings",
  columns: ({ kind, direction }) => listingColumns(kind as ListingKind, direction as Direction),
  keyOf: ({ reference }) => reference || null,
  open: async (owner, options, clock, requestId) => {
    const ctx = await actorOfImport(owner, clock, requestId);
    if (!ctx.ok) return ctx;
    const { actor } = ctx.value;
    const denied = keepRefusal(actor);
    if (denied) return { ok: false, refusal: denied };
    const { organizationId } = owner;
    const book = await openCodeBook();
    const finder = codeFinder();
    const own = await read.post.findMany({ where: { organizationId, closedAt: null }, take: MOST_POSTS });
    const posts = new Map(own.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]));
    const readAll = async (lines: readonly ImportLine[]): Promise<RowRead[]> => {
      const pause = breather();
      const rows: RowRead[] = [];
      for (const line of lines) {
        rows.push(await readListingRow(line, options, finder, posts));
        await pause();
      }
      return rows;
    };
    const askedIn = (rows: readonly RowRead[]) => rows.flatMap((row) => (row.ok ? [row.asked] : []));
    return {
      ok: true,
      value: {
        judge: async (lines) => {
          const rows = await readAll(lines);
          const weighed = await weighEntries(read, actor, book, clock.now(), askedIn(rows));
          let next = 0;
          return rows.map((row) => {
            if (!row.ok) return row.findings;
            const one = weighed[next++]!;
            return one.outcome === "refused" ? findingsOf(one.refusal) : [];
          });
        },
        write: async (tx, lines) => {
          const rows = await readAll(lines);
          const weighed = await weighEntries(tx, actor, book, clock.now(), askedIn(rows));
          const fresh = weighed.filter(({ outcome }) => outcome === "created").length;
          await roomForListings(tx, organizationId, fresh);
          const written = await writeEntries(tx, ctx.value, book, weighed);
          let next = 0;
          return rows.map((row): LineOutcome => {
            if (!row.ok) return { state: "refused", findings: row.findings };
            const one = written[next++]!;
            return one.outcome === "refused"
              ? { state: "refused", findings: findingsOf(one.refusal) }
              : { state: one.outcome, refId: one.id };
          });
        },
      },
    };
  },
};
