import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { serveFile } from "~/platform/files/serve.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { mayReadCards } from "../policy";
import { visibleCard } from "../queries/card-page.server";

/** A file that came with a school's answer, for the school and the authorities it lies under. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const seen = mayReadCards(ctx.actor).ok ? await visibleCard(ctx, params.id ?? "") : null;
  const file = seen
    ? await read.storedFile.findFirst({
        where: { id: params.fid ?? "", subjectType: "programme_card", subjectId: seen.card.id },
      })
    : null;
  const nothing = () => throwRefusal({ code: "not_found", key: "errors.notFound" });
  return file ? serveFile(file).catch(nothing) : nothing();
};
