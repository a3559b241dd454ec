import type { Person, PersonCtx } from "~/identity/actor";
import { EVIDENCE_SUBJECT } from "~/organizations/commands/add-evidence.server";
import { evidenceAccess } from "~/organizations/evidence-access.server";
import { read } from "~/platform/db/client.server";
import { isParty } from "./enquiry-policy";

/** A stored file, as far as deciding on it needs. */
export type StoredFile = {
  id: string;
  name: string;
  subjectType: string;
  subjectId: string;
  organizationId: string | null;
};

type Check = (ctx: PersonCtx, file: StoredFile) => Promise<boolean>;

/** Staff of the two parties of an enquiry may open what is attached to its messages. */
const enquiryFile: Check = async (ctx, file) => {
  const message = await read.enquiryMessage.findUnique({
    where: { id: file.subjectId },
    select: { enquiry: { select: { fromOrganizationId: true, toOrganizationId: true } } },
  });
  return message !== null && isStaff(ctx.actor) && isParty(message.enquiry, ctx.actor.organizationId);
};

const isStaff = (actor: Person): boolean =>
  actor.organization !== null && actor.organization.role !== "student";

/** Who decides, by what the file belongs to. A room that keeps files adds its line; a file without one is nobody's. */
const CHECKS: Readonly<Record<string, Check>> = {
  [EVIDENCE_SUBJECT]: evidenceAccess,
  enquiry_message: enquiryFile,
};

/** Whether a person may have a stored file. Everybody else is told that there is none. */
export const mayHaveFile = async (ctx: PersonCtx, file: StoredFile): Promise<boolean> =>
  (await CHECKS[file.subjectType]?.(ctx, file)) ?? false;
