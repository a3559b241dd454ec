import type { MemberCtx } from "~/identity/actor";
import { receiveForm } from "~/platform/http/upload.server";
import type { ImportKind, ImportOptions } from "~/platform/imports/import-kind";
import { startImport } from "~/platform/imports/start-import.server";
import { invalidField, type Result } from "~/platform/result";
import { SHEET_TYPES } from "~/platform/sheets/sheet";

/**
 * Takes an uploaded spreadsheet in for checking. Goes in: the request, who acts, the kind of rows and how to read what was
 * chosen beside the file. Comes out: the import's id, or what is wrong with the form or the file.
 */
export const receiveImport = async (
  request: Request,
  ctx: MemberCtx,
  kind: ImportKind,
  optionsOf: (form: FormData) => Result<ImportOptions> = () => ({ ok: true, value: {} }),
): Promise<Result<{ id: string }>> => {
  if (!request.headers.get("Content-Type")?.startsWith("multipart/"))
    return invalidField("file", "imports.errors.fileMissing");
  const received = await receiveForm(request, SHEET_TYPES, 1);
  if (!received.ok) return received;
  const options = optionsOf(received.value.form);
  if (!options.ok) return options;
  const [file] = received.value.files;
  if (!file) return invalidField("file", "imports.errors.fileMissing");
  return startImport(ctx, kind, options.value, file);
};
