import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/identity/session.server";
import { serveFile } from "~/platform/files/serve.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { profileFile } from "../queries/profile-file.server";

/** A file of a student's profile, from the profile itself or from an application; to everybody else it does not exist. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const file = await profileFile(actor, params.fid ?? "", params.id ?? null, clock.now());
  return file ? serveFile(file) : throwRefusal(notFound().refusal);
};
