import { redirect } from "@remix-run/node";
import type { RequestFacts } from "~/platform/http/context";
import { closeSession, openSession } from "./session.server";
import { deviceOfBrowser, noStepCookie, stepCookie } from "./sign-in-cookies.server";
import type { SignInWay } from "./sign-in-way";

/** Opens the session of somebody who has proved themselves in full, and goes on to a page of this site. */
export const enter = async (
  request: Request,
  facts: RequestFacts,
  proved: { personId: string; by: SignInWay },
  goingTo: string,
): Promise<Response> => {
  await closeSession(request);
  const { device, setCookie } = deviceOfBrowser(request);
  const headers = new Headers({
    "Set-Cookie": await openSession(proved.personId, facts, { by: proved.by, device }),
  });
  headers.append("Set-Cookie", setCookie);
  headers.append("Set-Cookie", noStepCookie());
  return redirect(goingTo, { status: 303, headers });
};

/** Goes on after a right password: into the house, or to the second step where there is one. */
export const admit = (
  request: Request,
  facts: RequestFacts,
  proved: { personId: string; by: SignInWay; ticket: string | null },
  goingTo: string,
): Promise<Response> | Response =>
  proved.ticket
    ? redirect(`/login/code?returnTo=${encodeURIComponent(goingTo)}`, {
        status: 303,
        headers: { "Set-Cookie": stepCookie(proved.ticket) },
      })
    : enter(request, facts, proved, goingTo);
