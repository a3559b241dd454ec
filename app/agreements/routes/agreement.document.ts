import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/marketplace/staff.server";
import { read } from "~/platform/db/client.server";
import { serveFile } from "~/platform/files/serve.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { visibleAgreement } from "../queries/agreement-page.server";
import { evidenceBundle } from "../queries/evidence-bundle.server";
import { bundleText } from "../rules/bundle";

const gone = () => throwRefusal({ code: "not_found", key: "agreements.page.pdfLost" });
const nothing = () => throwRefusal({ code: "not_found", key: "errors.notFound" });

/** A sealed document's PDF or evidence bundle (`?as=json`), for its parties. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const seen = await visibleAgreement(ctx, params.id ?? "");
  const document = seen
    ? await read.agreementDocument.findFirst({
        where: { id: params.did ?? "", agreementId: seen.agreement.id, state: "sealed" },
      })
    : null;
  if (!document) return nothing();
  if (new URL(request.url).searchParams.get("as") === "json") {
    const bundle = await evidenceBundle(document);
    if (!bundle) return nothing();
    return new Response(bundleText(bundle), {
      headers: {
        "Content-Type": "application/json",
        "Content-Disposition": `attachment; filename="${document.code}.json"`,
        "Cache-Control": "private, no-store",
      },
    });
  }
  const file = document.pdfFileId
    ? await read.storedFile.findUnique({ where: { id: document.pdfFileId } })
    : null;
  return file ? serveFile(file).catch(gone) : gone();
};
