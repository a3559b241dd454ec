import { pinyinKey } from "~/catalogues/pinyin-key.server";
import type { Point } from "~/catalogues/types";
import { addMember } from "~/identity/commands/add-member.server";
import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { likenessKeys } from "../likeness-keys.server";
import type { OrganizationDraft } from "../registration-schema";
import { mailDomainOf } from "../rules/mail-domain";
import { refuseTakenCode } from "../taken-code.server";
import { findLikenesses } from "./find-likenesses.server";

/**
 * Writes a newly registered organization and its first owner inside the caller's transaction. Goes in: the draft, the
 * point that stands in for its address (with whose point it is), and the owner with their e-mail address. Comes out:
 * the organization's id; it may draft, not publish, until the operator has verified it. Rejects a code that another
 * organization on the platform has.
 */
export const foundOrganization = async (
  tx: Tx,
  ctx: Ctx,
  input: {
    draft: OrganizationDraft;
    place: { point: Point | null; pointOf: string | null };
    owner: { personId: string; name: string; email: string };
  },
): Promise<string> => {
  const { draft, place, owner } = input;
  const taken = await refuseTakenCode(tx, draft);
  if (taken) return reject(taken);
  const now = ctx.clock.now();
  const id = newId(now.getTime());
  const { pinyin, initials } = pinyinKey(draft.name);
  await tx.organization.create({
    data: {
      id,
      ...draft,
      shortName: "",
      namePinyin: pinyin,
      nameInitials: initials,
      state: "draft",
      address: "",
      introduction: "",
      lng: place.point?.lng ?? null,
      lat: place.point?.lat ?? null,
      pointOf: place.pointOf,
      contactName: owner.name,
      mailDomain: mailDomainOf(owner.email),
      ...(await likenessKeys({ ...draft, address: "" })),
      createdAt: now,
      updatedAt: now,
      version: 1,
    },
  });
  await record(tx, ctx, {
    subject: { type: "organization", id },
    name: "organization.registered",
    payload: { kind: draft.kind, name: draft.name },
    audience: [id],
  });
  await findLikenesses(tx, ctx, id);
  await addMember(tx, ctx, { personId: owner.personId, organizationId: id, role: "owner" });
  return id;
};
