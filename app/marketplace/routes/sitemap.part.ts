import type { LoaderFunctionArgs } from "@remix-run/node";
import { config } from "~/platform/config/config.server";
import { documentAnswer } from "~/platform/http/document.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { civilDate, systemClock } from "~/platform/time/clock";
import { sitemapAddresses } from "../queries/sitemap.sqlite.server";
import { readPart, sitemapXml } from "../rules/sitemap";

/** One file of addresses. */
export const loader = ({ params }: LoaderFunctionArgs) => {
  const part = readPart(params.part ?? "");
  if (!part) return throwRefusal(notFound().refusal);
  const addresses = sitemapAddresses(part, config().baseUrl, civilDate(systemClock.now()));
  if (addresses.length === 0 && part.number > 1) return throwRefusal(notFound().refusal);
  return documentAnswer(sitemapXml(addresses), "application/xml", 3600);
};
