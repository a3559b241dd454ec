import { timingSafeEqual } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { config } from "../config/config.server";
import { metricsRegistry } from "../log/metrics.server";

const same = (given: string, expected: string): boolean =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** Prometheus figures: for the machine itself, or for a scraper that carries METRICS_TOKEN. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { metricsToken } = config();
  const given = request.headers.get("Authorization")?.replace(/^Bearer /, "") ?? "";
  const allowed = metricsToken ? same(given, metricsToken) : LOOPBACK.has(context.ip);
  if (!allowed) return new Response("not found\n", { status: 404 });
  return new Response(await metricsRegistry.metrics(), {
    headers: { "Content-Type": metricsRegistry.contentType },
  });
};
