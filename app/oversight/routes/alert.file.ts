import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { serveFile } from "~/platform/files/serve.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { visibleAlert } from "../queries/alert-page.server";

/** A file that came with an answer, for the authority and the organization alone. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const student = ctx.actor.organization.role === "student";
  const id = params.id ?? "";
  const seen = student
    ? null
    : ((await visibleAlert(ctx, id, "owner")) ?? (await visibleAlert(ctx, id, "authority")));
  const file = seen
    ? await read.storedFile.findFirst({
        where: { id: params.fid ?? "", subjectType: "alert", subjectId: seen.alert.id },
      })
    : null;
  const nothing = () => throwRefusal({ code: "not_found", key: "errors.notFound" });
  return file ? serveFile(file).catch(nothing) : nothing();
};
