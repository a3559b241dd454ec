import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/identity/session.server";
import { serveFile } from "~/platform/files/serve.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { claimFile } from "../queries/claims-page.server";

/** The evidence of one claim, to its school, the student and a guardian. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const file = await claimFile(ctx, params.id ?? "");
  return file ? serveFile(file) : throwRefusal(notFound().refusal);
};
