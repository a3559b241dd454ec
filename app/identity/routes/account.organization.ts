import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { parseForm } from "~/platform/http/form.server";
import { localPath } from "~/platform/http/local-path";
import { throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { switchOrganization } from "../commands/switch-organization.server";
import { switchForm } from "../schema";
import { requirePerson } from "../session.server";

/** Switches the organization this session acts for, then goes on to the given page of this site. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const form = await request.formData();
  const parsed = parseForm(form, switchForm);
  if (!parsed.ok) return throwRefusal(notFound().refusal);
  const outcome = await switchOrganization(ctx, parsed.value);
  if (!outcome.ok) return throwRefusal(outcome.refusal);
  return redirect(localPath(form.get("returnTo"), "/workspace"), 303);
};

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await requirePerson(request, context);
  return redirect("/account#organizations");
};
