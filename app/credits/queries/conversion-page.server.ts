import type { PersonCtx } from "~/identity/actor";
import { transferFor } from "~/pathways/transfer-access.server";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { conversionInput } from "../conversion-input.server";
import { conversionDigest, overridesIn, transcriptIn } from "../conversion-record.server";
import { type Conversion, convert } from "../rules/convert";
import { makeUpState } from "../rules/makeup";
import { namesOf } from "./school-names.server";
import { storedForTransfer } from "./stored-for-transfer.server";

const CONVERTING = ["credits", "moved", "returning"];

/** The lines as confirmed with the table they rest on, or as they come out today. */
const resultOf = async (
  transfer: NonNullable<Awaited<ReturnType<typeof transferFor>>>["transfer"],
  row: Awaited<ReturnType<typeof read.creditConversion.findUnique>>,
  today: string,
) => {
  const given = row
    ? { transcript: transcriptIn(row), overrides: overridesIn(row) }
    : { transcript: [], overrides: [] };
  const { input, choice, day, catalogueOf } = await conversionInput(read, transfer, given, today);
  const live = convert(input);
  const kept = row && row.state !== "open";
  const result = kept ? (JSON.parse(row.result) as Conversion) : live;
  const version =
    kept && row.tableVersionId
      ? await read.equivalenceVersion.findUnique({
          where: { id: row.tableVersionId },
          select: { ordinal: true, inForceFrom: true, code: true, tableId: true },
        })
      : null;
  const table = kept
    ? version
    : choice.table && {
        ordinal: choice.table.ordinal,
        inForceFrom: choice.table.inForceFrom,
        code: choice.table.code,
        tableId: choice.table.tableId,
      };
  const how = table === null ? "none" : (table.inForceFrom ?? "") <= day ? "in_force" : "later";
  return {
    day,
    catalogueOf,
    result,
    table,
    how,
    newer: choice.newer,
    destination: input.destination.map(({ code, name, creditsCenti }) => ({ code, name, creditsCenti })),
    digest: kept ? row.digest : conversionDigest(live, choice.table?.versionId ?? null),
  };
};

/**
 * The recognition of one transfer's credits, the same for the schools, the student and the guardian. Goes in: who looks, the
 * transfer. Comes out: the lines with what becomes of each and why, what is owed and how it goes, which version of the table
 * counts and why, and for the receiving school what it needs to decide; null where to them the transfer does not exist, or
 * has not come so far.
 */
export const conversionPage = async (ctx: PersonCtx, transferId: string) => {
  const found = await transferFor(read, ctx.actor, transferId);
  if (!found) return null;
  const { transfer, voices } = found;
  const row = await read.creditConversion.findUnique({ where: { transferId } });
  if (!row && !CONVERTING.includes(transfer.state)) return null;
  const today = civilDate(ctx.clock.now());
  const [facts, names, items] = await Promise.all([
    resultOf(transfer, row, today),
    namesOf([transfer.fromSchoolId, transfer.toSchoolId]),
    row
      ? read.makeUpItem.findMany({ where: { conversionId: row.id }, orderBy: { code: "asc" }, take: 100 })
      : [],
  ]);
  const receiving =
    voices.includes("receiving") &&
    ctx.actor.organization !== null &&
    ["owner", "coordinator"].includes(ctx.actor.organization.role);
  const state = row?.state ?? "open";
  const edits = receiving && state === "open" && CONVERTING.includes(transfer.state);
  const stored = edits ? await storedForTransfer(ctx, transferId) : null;
  return {
    transferId,
    transferVersion: transfer.version,
    transferState: transfer.state,
    reference: transfer.reference,
    name: transfer.studentName,
    from: names.get(transfer.fromSchoolId) ?? "",
    to: names.get(transfer.toSchoolId) ?? "",
    state,
    version: row?.version ?? 0,
    origin: row?.origin ?? null,
    reads: !voices.includes("receiving"),
    edits,
    stored: stored && {
      issuedOn: stored.issuedOn,
      receivedOn: stored.receivedOn,
      lines: stored.lines.length,
    },
    finishes: receiving && state === "confirmed" && transfer.state === "credits",
    confirmed: row?.confirmedAt
      ? { by: row.confirmedBy ?? "", on: civilDate(row.confirmedAt), digest: (row.digest ?? "").slice(0, 16) }
      : null,
    items: items.map((item) => ({
      id: item.id,
      kind: item.kind,
      code: item.code,
      name: item.name,
      state: makeUpState(item.state, item.untilOn, today),
      tutor: item.tutorName,
      fromOn: item.fromOn,
      untilOn: item.untilOn,
    })),
    ...facts,
  };
};

export type ConversionPage = NonNullable<Awaited<ReturnType<typeof conversionPage>>>;
