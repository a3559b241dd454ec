import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { capacityTemplate } from "../capacity-template.server";

/** An empty table of posts or programmes to fill in, as XLSX or (`?format=csv`) CSV. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  await requireMember(request, context);
  const { kind } = params;
  if (kind !== "posts" && kind !== "programmes") return throwRefusal(notFound().refusal);
  const format = new URL(request.url).searchParams.get("format") === "csv" ? "csv" : "xlsx";
  return capacityTemplate(kind, languageOf(request.headers), format);
};
