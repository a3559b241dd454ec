import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requirePerson } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { serveFile } from "~/platform/files/serve.server";
import { takePoint } from "~/platform/http/rate-limit.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { ownPlacement } from "../placement-scope.server";
import { certificateRow } from "../queries/certificate-check.server";
import { readJwt } from "../rules/vc-jwt";

const UNKNOWN = { code: "not_found", key: "errors.notFound" } as const;

/**
 * A certificate for machines: `CODE.json` is the credential with its proof beside it, `CODE.jwt` the bytes that were signed,
 * `CODE.pdf` the sheet, for those whose placement it is. The code alone leads people to the check.
 */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const [, code = "", kind = ""] = /^(.+?)(?:\.(json|jwt|pdf))?$/.exec(params.file ?? "") ?? [];
  if (kind === "") return redirect(`/verify/${encodeURIComponent(code)}`, 303);
  const limited = await takePoint("signIn", `verify:${context.ip}`);
  if (limited) return throwRefusal(limited);
  const row = await certificateRow(code);
  if (kind === "pdf") {
    const { actor } = await requirePerson(request, context);
    const own = row && (await ownPlacement(read, actor, row.placementId));
    const file =
      own && row.pdfFileId ? await read.storedFile.findUnique({ where: { id: row.pdfFileId } }) : null;
    return file ? serveFile(file) : throwRefusal(UNKNOWN);
  }
  if (!row) return new Response(null, { status: 404 });
  const { iss: _iss, jti: _jti, nbf: _nbf, ...credential } = readJwt(row.jwt)?.payload ?? {};
  const body = kind === "jwt" ? row.jwt : JSON.stringify({ ...credential, jwt: row.jwt });
  return new Response(body, {
    headers: {
      "Content-Type": kind === "jwt" ? "application/vc+jwt" : "application/ld+json",
      "Access-Control-Allow-Origin": "*",
      "Cache-Control": "public, max-age=300",
    },
  });
};
