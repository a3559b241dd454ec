import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { translatorFor } from "~/words/translator.server";
import { exportChildData } from "../commands/export-child-data.server";
import { childData } from "../queries/child-data.server";
import { childDataFile } from "../queries/own-data-file.server";

/** A child's data as one archive for the guardian: XLSX to read, JSON for programs. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const language = languageOf(request.headers);
  const studentId = params.id ?? "";
  const told = await exportChildData(ctx, { studentId });
  if (!told.ok) return throwRefusal(told.refusal);
  const child = await childData(ctx, studentId);
  if (child === null || child === "adult") return throwRefusal(notFound().refusal);
  const bytes = await childDataFile(child, ctx.clock.now().toISOString(), language);
  const name = translatorFor(language).room("children")("exportFile");
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "private, no-store",
    },
  });
};
