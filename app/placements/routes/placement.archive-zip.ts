import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { archiveZip } from "../queries/archive.server";

/** The whole archive of a placement as a ZIP, to its school's staff. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor } = await requirePerson(request, context);
  const bytes = await archiveZip(actor, params.id ?? "");
  if (!bytes) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="archive-${params.id}.zip"`,
      "Cache-Control": "private, no-store",
    },
  });
};
