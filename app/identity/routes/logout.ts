import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { closeSession } from "../session.server";

/** Ends this browser's session. */
export const action = async ({ request }: ActionFunctionArgs) =>
  redirect("/", { headers: { "Set-Cookie": await closeSession(request) } });

export const loader = () => redirect("/");
