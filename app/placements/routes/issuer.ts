import type { LoaderFunctionArgs } from "@remix-run/node";
import { issuerJwks, issuerProfile, revocationList } from "../queries/issuer-records.server";

const HEADERS = { "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=300" };

const json = (value: unknown, type: string) =>
  new Response(JSON.stringify(value), { headers: { ...HEADERS, "Content-Type": type } });

/** What a school publishes as an issuer of credentials: its profile, its keys, its revocation list. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const id = params.id ?? "";
  const { pathname } = new URL(request.url);
  if (pathname.endsWith("/jwks.json")) {
    const keys = await issuerJwks(id);
    if (keys) return json(keys, "application/jwk-set+json");
  } else if (pathname.endsWith("/issuer.json")) {
    const profile = await issuerProfile(id);
    if (profile) return json(profile, "application/ld+json");
  } else {
    const list = await revocationList(id);
    if (list) return new Response(list, { headers: { ...HEADERS, "Content-Type": "application/vc+jwt" } });
  }
  return new Response(null, { status: 404 });
};
