import type { PersonCtx } from "~/identity/actor";
import { finishMove } from "~/pathways/commands/finish-move.server";
import { parseForm } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { invalidField, type Result, refuse } from "~/platform/result";
import { recogniseColumns } from "~/platform/sheets/columns";
import { readSheet } from "~/platform/sheets/read-sheet.server";
import { translatorFor } from "~/words/translator.server";
import { changeTranscriptLine } from "./commands/change-transcript-line.server";
import { confirmConversion } from "./commands/confirm-conversion.server";
import { overrideLine } from "./commands/override-line.server";
import { setTranscript } from "./commands/set-transcript.server";
import { asMember } from "./credit-forms.server";
import { creditText } from "./credit-text";
import { type ConversionPage, conversionPage } from "./queries/conversion-page.server";
import { ledgerTranscript } from "./queries/ledger-transcript.server";
import { storedForTransfer } from "./queries/stored-for-transfer.server";
import { readTranscript, TRANSCRIPT_COLUMNS } from "./rules/transcript-columns";
import {
  confirmForm,
  dropLineForm,
  finishForm,
  overrideForm,
  transcriptLineForm,
  versionForm,
} from "./schema";

/** Rows of a transcript's file at most. House rule. */
const MOST_ROWS = 200;

/** Reads a transcript's spreadsheet: its lines, or every place that must be mended, all beside the file. */
const transcriptOf = async (
  file: ReceivedFile,
): Promise<Result<ReturnType<typeof readTranscript>["lines"]>> => {
  const sheet = await readSheet(file, TRANSCRIPT_COLUMNS, MOST_ROWS);
  if (!sheet.ok) return sheet;
  const { places, missing } = recogniseColumns(sheet.value.headers, TRANSCRIPT_COLUMNS);
  if (missing.length > 0) {
    const columns = missing.map(
      (field) => TRANSCRIPT_COLUMNS.find((def) => def.field === field)?.names[0] ?? field,
    );
    return invalidField("file", "imports.errors.missingColumns", { columns: columns.join("、") });
  }
  const fields = Object.entries(places) as [string, number][];
  const { lines, faults } = readTranscript(
    sheet.value.rows.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(fields.map(([field, column]) => [field, cells[column] ?? ""])),
    })),
  );
  if (faults.length === 0) return { ok: true, value: lines };
  return refuse("invalid", "credits.errors.fileRows", {
    values: { count: faults.length },
    fields: [{ field: "file", key: "credits.errors.fileRows", values: { count: faults.length } }],
    findings: faults.slice(0, 50),
  });
};

/** How the credits were settled, as the transfer's record keeps it. */
const noteOf = (page: ConversionPage): string =>
  translatorFor("zh-CN").room("credits")("conversion.note", {
    reference: page.reference,
    recognised: creditText(page.result.totals.recognisedCenti),
    elective: creditText(page.result.totals.electiveCenti),
    owed: page.result.owed.length,
    digest: (page.digest ?? "").slice(0, 16),
  });

const finish = async (ctx: PersonCtx, id: string, form: FormData): Promise<Result<unknown> | FormState> => {
  const parsed = parseForm(form, finishForm);
  if (!parsed.ok) return parsed.state;
  const page = await conversionPage(ctx, id);
  if (page?.state !== "confirmed") return refuse("conflict", "credits.errors.noTranscript");
  return asMember(ctx, (member) => finishMove(member, id, { ...parsed.value, creditsNote: noteOf(page) }));
};

/** Does what a form of a conversion's page asks for. Comes out: the result, or the state of a form that could not be read. */
export const actOnConversion = async (
  ctx: PersonCtx,
  id: string,
  form: FormData,
  file: ReceivedFile | null,
): Promise<Result<unknown> | FormState> => {
  switch (String(form.get("intent") ?? "")) {
    case "file": {
      const parsed = parseForm(form, versionForm);
      if (!parsed.ok) return parsed.state;
      if (!file) return invalidField("file", "imports.errors.fileMissing");
      const lines = await transcriptOf(file);
      if (!lines.ok) return lines;
      const given = { lines: lines.value, origin: "file" as const, version: parsed.value.version };
      return asMember(ctx, (member) => setTranscript(member, id, given));
    }
    case "ledger": {
      const parsed = parseForm(form, versionForm);
      if (!parsed.ok) return parsed.state;
      const lines = await ledgerTranscript(ctx, id);
      if (lines.length === 0) return refuse("conflict", "credits.errors.ledgerEmpty");
      const given = { lines, origin: "ledger" as const, version: parsed.value.version };
      return asMember(ctx, (member) => setTranscript(member, id, given));
    }
    case "store": {
      const parsed = parseForm(form, versionForm);
      if (!parsed.ok) return parsed.state;
      const stored = await storedForTransfer(ctx, id);
      if (!stored) return refuse("conflict", "creditStore.errors.nothingStored");
      const given = { lines: stored.lines, origin: "intermediate" as const, version: parsed.value.version };
      return asMember(ctx, (member) => setTranscript(member, id, given));
    }
    case "line": {
      const parsed = parseForm(form, transcriptLineForm);
      if (!parsed.ok) return parsed.state;
      const { version, credits, hours, ...line } = parsed.value;
      return asMember(ctx, (member) =>
        changeTranscriptLine(member, id, {
          version,
          line: { ...line, creditsCenti: credits, hours: hours ?? null },
        }),
      );
    }
    case "drop": {
      const parsed = parseForm(form, dropLineForm);
      if (!parsed.ok) return parsed.state;
      const { version, line } = parsed.value;
      return asMember(ctx, (member) => changeTranscriptLine(member, id, { version, drop: line }));
    }
    case "decide": {
      const parsed = parseForm(form, overrideForm);
      return parsed.ok ? asMember(ctx, (member) => overrideLine(member, id, parsed.value)) : parsed.state;
    }
    case "confirm": {
      const parsed = parseForm(form, confirmForm);
      return parsed.ok
        ? asMember(ctx, (member) => confirmConversion(member, id, parsed.value))
        : parsed.state;
    }
    case "finish":
      return finish(ctx, id, form);
    default:
      return refuse("invalid", "errors.checkFields");
  }
};
