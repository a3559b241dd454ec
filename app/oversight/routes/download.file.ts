import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/identity/session.server";
import { serveFile } from "~/platform/files/serve.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { maySeeFigures } from "../policy";
import { ownCopy } from "../queries/downloads-page.server";

/** The drawn copy, to the person it was drawn for. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeFigures(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const found = await ownCopy(ctx, params.id ?? "");
  if (!found?.file) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return serveFile(found.file);
};
