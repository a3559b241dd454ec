import { type FileUpload, MaxFileSizeExceededError, parseFormData } from "@remix-run/form-data-parser";
import { sniffMediaType } from "../files/sniff";
import { type Refusal, type Result, refuse } from "../result";
import { typedFrom } from "./form.server";
import type { Typed } from "./form-state";

export const UPLOAD_LIMIT_BYTES = 15 * 1024 * 1024;

export type ReceivedFile = { field: string; name: string; mediaType: string; bytes: Uint8Array };

/** What came with a form; a refusal carries what was typed where it could still be read. */
export type Received =
  | Result<{ form: FormData; files: ReceivedFile[] }>
  | { ok: false; refusal: Refusal; typed: Typed };

/**
 * Reads a multipart form with files, streaming, at most `maxFiles` of 15 MB each (or `limitBytes`). The kind of a file is read from its
 * bytes, never believed from its name. Comes out: the text fields and the files; refuses what is too large or of a
 * kind not in `accept`, naming the field and keeping what was typed.
 */
export const receiveForm = async (
  request: Request,
  accept: readonly string[],
  maxFiles = 5,
  limitBytes = UPLOAD_LIMIT_BYTES,
): Promise<Received> => {
  const files: ReceivedFile[] = [];
  let refused: string | null = null;
  try {
    const form = await parseFormData(
      request,
      { maxFileSize: limitBytes, maxFiles },
      async (upload: FileUpload) => {
        const bytes = new Uint8Array(await upload.arrayBuffer());
        if (bytes.length === 0 || !upload.name) return null;
        const mediaType = sniffMediaType(bytes, upload.name);
        if (!mediaType || !accept.includes(mediaType)) {
          refused = upload.fieldName ?? "file";
          return null;
        }
        files.push({ field: upload.fieldName ?? "file", name: upload.name, mediaType, bytes });
        return null;
      },
    );
    if (refused)
      return {
        ok: false,
        refusal: {
          code: "invalid",
          key: "errors.checkFields",
          fields: [{ field: refused, key: "errors.fileKind" }],
        },
        typed: typedFrom(form),
      };
    return { ok: true, value: { form, files } };
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || isTooMany(error)) {
      return refuse("invalid", "errors.checkFields", {
        fields: [
          {
            field: "file",
            key: "errors.fileTooLarge",
            values: { megabytes: limitBytes / 1024 / 1024 },
          },
        ],
      });
    }
    throw error;
  }
};

const isTooMany = (error: unknown): boolean =>
  error instanceof Error && /MaxFiles|maxTotal/i.test(error.constructor.name);
