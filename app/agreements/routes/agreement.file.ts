import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/marketplace/staff.server";
import { read } from "~/platform/db/client.server";
import { serveFile } from "~/platform/files/serve.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { visibleAgreement } from "../queries/agreement-page.server";

/** A file handed in with an agreement (evidence, delegation, scan), for its parties alone. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const seen = await visibleAgreement(ctx, params.id ?? "");
  const file = seen
    ? await read.storedFile.findFirst({
        where: { id: params.fid ?? "", subjectType: "agreement", subjectId: seen.agreement.id },
      })
    : null;
  const nothing = () => throwRefusal({ code: "not_found", key: "errors.notFound" });
  return file ? serveFile(file).catch(nothing) : nothing();
};
