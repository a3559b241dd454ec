import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { translatorFor } from "~/words/translator.server";
import { dossierZip } from "../dossier-files.server";
import { dossierPage } from "../queries/dossiers-page.server";
import { logged, markText } from "../report-log.server";
import { maySeeDossiers } from "../report-policy";
import { drawableReport } from "../report-sources.server";

/** The evidence of a dossier as a ZIP; logged. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeDossiers(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const page = await dossierPage(ctx, params.id ?? "");
  const subject = page && (await drawableReport(ctx, "dossier", page.id));
  if (!page || !subject) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const { mark } = await logged(ctx, subject, "zip");
  const bytes = await dossierZip(page.content, markText(mark, translatorFor("zh-CN")));
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="dossier-${mark.reference}.zip"`,
      "Cache-Control": "private, no-store",
    },
  });
};
