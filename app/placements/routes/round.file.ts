import type { LoaderFunctionArgs } from "@remix-run/node";
import { throwRefusal } from "~/platform/http/respond.server";
import { roundRequest } from "../round-request.server";
import { PUBLISHED } from "../rules/round-lifecycle";

/** The anonymised input and the result document of a round: to everybody in it once published, to its leading school with the preview. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { seen } = await roundRequest(request, context, params.id);
  const { round, state, part } = seen;
  const shown = PUBLISHED.includes(state) || (part === "lead" && state === "preview");
  const text =
    params.file === "input.json" ? round.document : params.file === "result.json" ? round.result : null;
  if (!shown || text === null) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return new Response(text, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="round-${round.id.slice(0, 13)}-${params.file}"`,
      "Cache-Control": "private, no-store",
    },
  });
};
