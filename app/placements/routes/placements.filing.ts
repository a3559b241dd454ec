import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/marketplace/staff.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { civilDate } from "~/platform/time/clock";
import { filingPack } from "../queries/filing-pack.server";

/** The filing pack of a school's placements as a ZIP: `?class=` narrows it to one class. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["school"]);
  if (ctx.actor.organization.role === "teacher") throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  const on = civilDate(ctx.clock.now());
  const className = new URL(request.url).searchParams.get("class");
  const bytes = await filingPack(ctx.actor.organizationId, className, on);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="filing-${on}.zip"`,
      "Cache-Control": "private, no-store",
    },
  });
};
