import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireOperator } from "~/identity/session.server";

export { action } from "./admin.jobs";

/** The earlier address of the operator's jobs, with what was asked for. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await requireOperator(request, context);
  return redirect(`/admin/jobs${new URL(request.url).search}`, 301);
};
