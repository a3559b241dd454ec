import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { exportLedger } from "../commands/export-ledger.server";

/** A learner's credit ledger as a signed transcript, for the learner or a guardian. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const done = await exportLedger(ctx, new URL(request.url).searchParams.get("student"));
  if (!done.ok) return throwRefusal(done.refusal);
  return new Response(JSON.stringify(done.value, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="credit-ledger.json"',
      "Cache-Control": "no-store",
    },
  });
};
