import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { localPath } from "~/platform/http/local-path";
import { closeSession } from "../session.server";

/** Ends this browser's session and goes on to the given page of this site. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const form = await request.formData();
  return redirect(localPath(form.get("returnTo")), {
    status: 303,
    headers: { "Set-Cookie": await closeSession(request) },
  });
};

export const loader = () => redirect("/");
