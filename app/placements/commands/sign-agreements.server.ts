import { signSealedDocument } from "~/agreements/sealed-documents/sign.server";
import type { PersonCtx } from "~/identity/actor";
import { checkPassword } from "~/identity/password.server";
import { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { translatorFor } from "~/words/translator.server";
import { signRefusal } from "../gate-policy";
import { type Capacity, placementScope } from "../placement-scope.server";

export type ToSign = { documentId: string; digest: string };

/** The most agreements signed with one password: a cohort. */
export const MOST_SIGNED = 300;

/** For whom this person signs: their organization as its owner, or themselves as the student; anybody else may not. */
const signerOf = (ctx: PersonCtx, as: Capacity) => {
  const { actor } = ctx;
  if (as === "student") return { kind: "person" as const, id: actor.personId };
  if ((as === "school" || as === "host") && actor.organization) {
    const refusal = signRefusal({
      ...actor,
      organization: actor.organization,
      organizationId: actor.organization.id,
    });
    return refusal ? reject(refusal) : { kind: "organization" as const, id: actor.organization.id };
  }
  return reject({ code: "forbidden", key: "placements.errors.ownerSigns" });
};

const documentOf = async (tx: Tx, documentId: string, where: object) => {
  const document = await tx.sealedDocument.findFirst({
    where: { id: documentId, subjectKind: "placement" },
    select: { subjectId: true },
  });
  const placement = document
    ? await tx.placement.findFirst({ where: { AND: [where, { id: document.subjectId }] } })
    : null;
  return placement ?? reject(notFound().refusal);
};

/**
 * Signs tripartite agreements for one party: one password for the list that was shown, one signature for each document.
 * Goes in: the documents with the digests shown, and the signer's password, checked once before the transaction. Comes
 * out: how many were signed. All or none. Refuses a wrong password (beside its field), a document that is not theirs to
 * see (not found), anyone but the owner of the school or unit or the student (forbidden), a text that changed since it was
 * shown and one already signed (conflict), a placement no longer prepared (conflict).
 */
export const signAgreements = async (
  ctx: PersonCtx,
  input: { documents: readonly ToSign[]; password: string },
): Promise<Result<{ signed: number }>> => {
  if (input.documents.length === 0) return invalidField("document", "placements.errors.nothingToSign");
  const person = await read.person.findUnique({
    where: { id: ctx.actor.personId },
    select: { passwordHash: true, name: true },
  });
  if (!(await checkPassword(person?.passwordHash ?? null, input.password))) {
    return invalidField("password", "placements.errors.password");
  }
  const t = translatorFor("zh-CN").room("placements");
  return decide(async (tx) => {
    const scope = await placementScope(tx, ctx.actor);
    if (!scope) return reject(notFound().refusal);
    const documents = input.documents.slice(0, MOST_SIGNED);
    for (const { documentId, digest } of documents) {
      const placement = await documentOf(tx, documentId, scope.where);
      const signer = signerOf(ctx, scope.as);
      if (placement.state !== "preparing") reject({ code: "conflict", key: "placements.errors.notNow" });
      const { signed, total } = await signSealedDocument(tx, ctx, {
        documentId,
        signer,
        actor: { id: ctx.actor.personId, name: ctx.actor.name },
        capacity: t(`capacity.${signer.kind}`),
        consentWording: t("agreement.consent"),
        digest,
      });
      await record(tx, ctx, {
        subject: { type: "placement", id: placement.id },
        name: "placement.agreement_signed",
        payload: {
          documentId,
          digest,
          by: signer.kind === "person" ? ctx.actor.name : (ctx.actor.organization?.name ?? ""),
          signed,
          total,
        },
        audience: [placement.schoolId, placement.hostId],
      });
    }
    return { signed: documents.length };
  });
};
