import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireMember } from "~/identity/session.server";
import { parseQuery } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { listingTemplate } from "../listing-template.server";
import { DIRECTIONS, LISTING_KINDS } from "../rules/kinds";

const query = z.object({
  kind: z.enum(LISTING_KINDS),
  direction: z.enum(DIRECTIONS),
  format: z.enum(["xlsx", "csv"]).default("xlsx"),
});

/** An empty table for one kind of listing, as XLSX or CSV. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await requireMember(request, context);
  const asked = parseQuery(new URL(request.url).searchParams, query);
  if (!asked.ok) return throwRefusal(notFound().refusal);
  const { kind, direction, format } = asked.value;
  return listingTemplate(kind, direction, languageOf(request.headers), format);
};
