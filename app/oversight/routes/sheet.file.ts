import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/identity/session.server";
import { serveFile } from "~/platform/files/serve.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { sheetFile } from "../queries/sheet-page.server";
import { maySeeSheets } from "../report-policy";

/** The file a sheet of supplied figures was read from, as it was uploaded. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeSheets(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const found = await sheetFile(ctx, params.id ?? "");
  if (!found) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return serveFile(found.file);
};
