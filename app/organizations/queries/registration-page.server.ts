import { lookAtLink } from "~/identity/links.server";
import { maskEmail } from "~/identity/rules/mask-email";
import { read } from "~/platform/db/client.server";
import { registrationDetails } from "../registration-schema";
import { regionLabel } from "./labels.server";

/** What the holder of a confirmation link is asked to confirm; null for a dead link. */
export const registrationPage = async (token: string, now: Date) => {
  const link = await lookAtLink(token, "registration", now);
  const details = registrationDetails.safeParse(link?.details);
  if (!link || !details.success) return null;
  const { draft, contactName } = details.data;
  const known = await read.person.findUnique({ where: { emailHash: link.emailHash }, select: { id: true } });
  return {
    ...draft,
    region: await regionLabel(draft.regionCode),
    contactName,
    email: maskEmail(link.email),
    hadAccount: known !== null,
  };
};
