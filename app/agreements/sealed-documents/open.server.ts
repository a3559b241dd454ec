import { randomBytes } from "node:crypto";
import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { freeze, verifyCode } from "../rules/freeze";
import { type SealedContent, sealedContent } from "../rules/sealed-content";

/**
 * Freezes the text of another room's document and opens it to its parties, inside the caller's transaction. Goes in: what
 * it belongs to ("placement" and its id: the chain of events that is sealed with it), the content, and the document it
 * changes, if any. Comes out: its id, the code it is checked by and the digest each party signs. Rejects a content that is
 * not one as "invalid" with the wrong fields, and a base that is not sealed or belongs to something else.
 */
export const openSealedDocument = async (
  tx: Tx,
  ctx: Ctx,
  given: { subjectKind: string; subjectId: string; content: SealedContent; baseId?: string },
): Promise<{ id: string; code: string; digest: string }> => {
  const parsed = sealedContent.safeParse(given.content);
  if (!parsed.success)
    return reject({
      code: "invalid",
      key: "errors.checkFields",
      fields: parsed.error.issues.map((issue) => ({
        field: issue.path.join("."),
        key: "agreements.errors.sealedContent",
      })),
    });
  const { subjectKind, subjectId } = given;
  const base = given.baseId
    ? await tx.sealedDocument.findFirst({
        where: { id: given.baseId, subjectKind, subjectId, state: "sealed" },
        select: { digest: true },
      })
    : null;
  if (given.baseId && !base) return reject({ code: "blocked", key: "agreements.errors.sealedBase" });
  const last = await tx.sealedDocument.findFirst({
    where: { subjectKind, subjectId },
    orderBy: { ordinal: "desc" },
    select: { ordinal: true },
  });
  const at = ctx.clock.now();
  const id = newId(at.getTime());
  const code = verifyCode(randomBytes(16));
  const ordinal = (last?.ordinal ?? 0) + 1;
  const { text, digest } = freeze({
    form: 2,
    subjectKind,
    subjectId,
    documentId: id,
    ordinal,
    code,
    baseDigest: base?.digest ?? null,
    content: parsed.data,
  });
  await tx.sealedDocument.create({
    data: {
      id,
      subjectKind,
      subjectId,
      ordinal,
      state: "signing",
      standing: "in_force",
      title: parsed.data.title,
      code,
      frozen: text,
      digest,
      baseId: given.baseId ?? null,
      createdAt: at,
      version: 1,
    },
  });
  return { id, code, digest };
};
