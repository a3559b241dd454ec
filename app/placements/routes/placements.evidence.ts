import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/marketplace/staff.server";
import { read } from "~/platform/db/client.server";
import { serveFile } from "~/platform/files/serve.server";
import { throwRefusal } from "~/platform/http/respond.server";

/** The file of one record on file, to the school that keeps it. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["school"]);
  const evidence = await read.gateEvidence.findFirst({
    where: { id: params.id ?? "", schoolId: ctx.actor.organizationId },
    select: { fileId: true },
  });
  const file = evidence?.fileId ? await read.storedFile.findUnique({ where: { id: evidence.fileId } }) : null;
  return file ? serveFile(file) : throwRefusal({ code: "not_found", key: "errors.notFound" });
};
