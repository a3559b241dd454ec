import { DOCUMENT_KINDS } from "~/platform/files/sniff";
import { type ReceivedFile, receiveForm, UPLOAD_LIMIT_BYTES } from "~/platform/http/upload.server";
import type { Refusal } from "~/platform/result";

const MOST_FILES = 5;
/** All files and a little text: a body that says it is larger is not read a second time. */
const REREAD_BYTES = MOST_FILES * UPLOAD_LIMIT_BYTES + 1024 * 1024;

export type FormWithFiles = { form: FormData; files: ReceivedFile[]; refusal: Refusal | null };

/**
 * Reads a form that may carry files. When a file is refused, the text that was typed beside it is still there, so that
 * the page can show it again. Comes out: the fields, the files, and the refusal of a file that is too large or of another
 * kind.
 */
export const formWithFiles = async (request: Request): Promise<FormWithFiles> => {
  if (!request.headers.get("Content-Type")?.startsWith("multipart/")) {
    return { form: await request.formData(), files: [], refusal: null };
  }
  const length = Number(request.headers.get("Content-Length") ?? Number.POSITIVE_INFINITY);
  const copy = length <= REREAD_BYTES ? request.clone() : null;
  const received = await receiveForm(request, DOCUMENT_KINDS, MOST_FILES);
  if (received.ok) {
    await copy?.body?.cancel();
    return { ...received.value, refusal: null };
  }
  return { form: copy ? await copy.formData() : new FormData(), files: [], refusal: received.refusal };
};
