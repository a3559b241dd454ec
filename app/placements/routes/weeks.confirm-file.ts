import type { LoaderFunctionArgs } from "@remix-run/node";
import { personOf } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { serveFile } from "~/platform/files/serve.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { systemClock } from "~/platform/time/clock";
import { weekLinkPage } from "../queries/week-link.server";

/** The artefact of one week behind a mentor's letter. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const reader = await personOf(request, context);
  const page = await weekLinkPage(params.token ?? "", reader?.personId ?? null, systemClock.now());
  if ("refusal" in page) return throwRefusal(page.refusal);
  const week = page.weeks.find((one) => one.id === params.record);
  const row =
    week && (await read.weekRecord.findUnique({ where: { id: week.id }, select: { fileId: true } }));
  const file = row?.fileId ? await read.storedFile.findUnique({ where: { id: row.fileId } }) : null;
  return file ? serveFile(file) : throwRefusal(notFound().refusal);
};
