import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { serveFile } from "~/platform/files/serve.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { ownPlacement } from "../placement-scope.server";

/** The sealed tripartite agreement as PDF, to those whose placement it is. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor } = await requirePerson(request, context);
  const own = await ownPlacement(read, actor, params.id ?? "");
  const document = own
    ? await read.sealedDocument.findFirst({
        where: { subjectKind: "placement", subjectId: own.placement.id, state: "sealed" },
        orderBy: { ordinal: "desc" },
        select: { pdfFileId: true },
      })
    : null;
  const file = document?.pdfFileId
    ? await read.storedFile.findUnique({ where: { id: document.pdfFileId } })
    : null;
  return file ? serveFile(file) : throwRefusal({ code: "not_found", key: "errors.notFound" });
};
