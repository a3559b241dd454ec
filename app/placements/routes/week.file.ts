import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { serveFile } from "~/platform/files/serve.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { ownPlacement } from "../placement-scope.server";

/** The artefact of one week, to everybody the placement is open to. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor } = await requirePerson(request, context);
  const own = await ownPlacement(read, actor, params.id ?? "");
  if (!own) return throwRefusal(notFound().refusal);
  const placementId = own.placement.id;
  const row = await read.weekRecord.findUnique({
    where: { placementId_monday: { placementId, monday: params.monday ?? "" } },
    select: { fileId: true },
  });
  const file = row?.fileId ? await read.storedFile.findUnique({ where: { id: row.fileId } }) : null;
  return file ? serveFile(file) : throwRefusal(notFound().refusal);
};
