import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recordAgreement } from "../agreement-record.server";
import { ownAgreement, refreshParties } from "../agreement-work.server";
import type { NameSignatory } from "../schema";

const OVER = ["completed", "expired", "terminated", "withdrawn"];

/**
 * Names a person of one's own organization as signatory, as its legal representative or with a delegation on file. A
 * signatory is not the contact person: only the named one can sign. Goes in: person, position, authority, the delegation
 * (a file) and its last day. Comes out: the signatory's id. Refuses a person of another organization, a second legal
 * representative, somebody named already, and a delegation without file or date.
 */
export const nameSignatory = async (
  ctx: MemberCtx,
  agreementId: string,
  input: NameSignatory,
  file: ReceivedFile | null,
): Promise<Result<{ id: string }>> => {
  const stored = file ? await putFile(file.bytes) : null;
  return decide(async (tx) => {
    const agreement = await ownAgreement(tx, ctx, agreementId);
    if (OVER.includes(agreement.state)) reject({ code: "blocked", key: "agreements.refused.not_now" });
    const mine = ctx.actor.organizationId;
    const membership = await tx.membership.findFirst({
      where: { organizationId: mine, personId: input.personId, endedAt: null, role: { not: "student" } },
      select: { person: { select: { id: true, name: true } } },
    });
    if (!membership)
      return reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "personId", key: "agreements.errors.notMember" }],
      });
    const at = ctx.clock.now();
    const delegate = input.authority === "delegate";
    if (delegate && (!file || !stored))
      reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "delegation", key: "agreements.errors.delegationFile" }],
      });
    if (delegate && (!input.delegationUntil || input.delegationUntil < civilDate(at))) {
      reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "delegationUntil", key: "agreements.errors.delegationUntil" }],
      });
    }
    const named = await tx.agreementSignatory.findMany({ where: { agreementId, revokedAt: null }, take: 60 });
    const ours = named.filter((one) => one.organizationId === mine);
    if (ours.some((one) => one.personId === input.personId)) {
      reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "personId", key: "agreements.errors.alreadyNamed" }],
      });
    }
    if (!delegate && ours.some((one) => one.authority === "legal_representative")) {
      reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "authority", key: "agreements.errors.secondRepresentative" }],
      });
    }
    const id = newId(at.getTime());
    const fileId =
      delegate && file && stored
        ? await attachFile(tx, {
            stored,
            name: file.name,
            mediaType: file.mediaType,
            subject: { type: "agreement", id: agreementId },
            organizationId: mine,
            uploadedBy: ctx.actor.personId,
            at,
          })
        : null;
    await tx.agreementSignatory.create({
      data: {
        id,
        agreementId,
        organizationId: mine,
        personId: input.personId,
        name: membership.person.name,
        position: input.position,
        authority: input.authority,
        delegationFileId: fileId,
        delegationUntil: delegate ? (input.delegationUntil ?? null) : null,
        place:
          (agreement.parties.find((party) => party.organizationId === mine)?.position ?? 0) * 100 +
          ours.length,
        createdAt: at,
      },
    });
    await recordAgreement(tx, ctx, agreementId, "agreement.signatory_named", {
      signatory: membership.person.name,
      position: input.position,
      authority: input.authority,
      by: ctx.actor.organization.name,
    });
    await refreshParties(tx, agreementId, civilDate(at));
    return { id };
  });
};
