import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { serveFile } from "~/platform/files/serve.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { mayHaveFile } from "../file-access.server";

/** A stored file as an attachment, for those it concerns; to everybody else it does not exist. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const file = await read.storedFile.findUnique({ where: { id: params.id ?? "" } });
  if (!file || !(await mayHaveFile(ctx, file))) return throwRefusal(notFound().refusal);
  return serveFile(file);
};
