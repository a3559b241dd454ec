import type { z } from "zod";
import { signSealedDocument } from "~/agreements/sealed-documents/sign.server";
import type { MemberCtx } from "~/identity/actor";
import { checkPassword } from "~/identity/password.server";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { countsFrom } from "../rules/table-diff";
import type { signForm } from "../schema";
import { openVersionOf, writeVersion } from "../table-access.server";

/**
 * A school signs the version both agreed to. Goes in: the table, the digest that was shown, the signer's password, checked
 * before the transaction. Comes out: how many have signed; with the second signature the version counts from its first day,
 * or from today where that is later, and the one before stands as superseded. Refuses a wrong password (beside its field), a
 * foreign table (not found), another text than was shown, one already signed (conflict), a role that may not (forbidden).
 */
export const signTable = async (
  ctx: MemberCtx,
  tableId: string,
  input: z.output<typeof signForm>,
): Promise<Result<{ signed: number; total: number }>> => {
  const person = await read.person.findUnique({
    where: { id: ctx.actor.personId },
    select: { passwordHash: true },
  });
  if (!(await checkPassword(person?.passwordHash ?? null, input.password))) {
    return invalidField("password", "credits.errors.password");
  }
  const t = translatorFor("zh-CN").room("credits");
  return decide(async (tx) => {
    const { table, version } = await openVersionOf(tx, ctx, tableId, ["signing"]);
    const now = ctx.clock.now();
    if (!version.documentId) return reject({ code: "conflict", key: "credits.errors.notOpen" });
    const { signed, total } = await signSealedDocument(tx, ctx, {
      documentId: version.documentId,
      signer: { kind: "organization", id: ctx.actor.organizationId },
      actor: { id: ctx.actor.personId, name: ctx.actor.name },
      capacity: t("document.capacity"),
      consentWording: t("document.consent"),
      digest: input.digest,
    });
    if (signed === total) {
      const before = await tx.equivalenceVersion.findFirst({
        where: { tableId, state: "signed" },
        orderBy: { ordinal: "desc" },
        select: { inForceFrom: true },
      });
      await writeVersion(tx, version.id, version.version, {
        state: "signed",
        openKey: null,
        signedAt: now,
        inForceFrom: countsFrom(version.validFrom, civilDate(now), before?.inForceFrom ?? null),
        updatedAt: now,
      });
    }
    await record(tx, ctx, {
      subject: { type: "creditTable", id: table.id },
      name: "credit_table.signed",
      payload: {
        ordinal: version.ordinal,
        digest: input.digest,
        by: ctx.actor.organization.name,
        signed,
        total,
      },
      audience: [table.fromSchoolId, table.toSchoolId],
    });
    return { signed, total };
  });
};
