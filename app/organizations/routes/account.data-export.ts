import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/identity/session.server";
import { languageOf } from "~/platform/i18n/language";
import { translatorFor } from "~/words/translator.server";
import { exportOwnData } from "../commands/export-own-data.server";
import { ownDataFile } from "../queries/own-data-file.server";

/** All of one's own data as one archive: XLSX to read, JSON for programs. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const language = languageOf(request.headers);
  await exportOwnData(ctx);
  const bytes = await ownDataFile(ctx, language);
  const name = translatorFor(language).room("students")("own.exportFile");
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "private, no-store",
    },
  });
};
