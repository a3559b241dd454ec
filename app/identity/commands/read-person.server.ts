import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { notFound, ok, type Result } from "~/platform/result";
import type { PersonCtx } from "../actor";
import { emailOf } from "../mails.server";
import { signInsOf } from "../queries/account-page.server";
import type { SignInRow } from "../sign-in-way";

/**
 * Shows the operator what a person's account holds: the address in full and the newest sign-ins. Goes in: whose, and why,
 * which is recorded before anything is shown. Refuses anybody but the operator and an unknown person (not found).
 */
export const readPerson = async (
  ctx: PersonCtx,
  input: { personId: string; reason: string },
): Promise<
  Result<{ email: string; language: string; passwordChangedAt: string | null; signIns: SignInRow[] }>
> => {
  if (!ctx.actor.isOperator) return notFound();
  const person = await read.person.findUnique({ where: { id: input.personId } });
  if (!person) return notFound();
  await inTransaction((tx) =>
    record(tx, ctx, {
      subject: { type: "person", id: person.id },
      name: "person.read_by_operator",
      payload: { reason: input.reason },
      audience: [],
    }),
  );
  return ok({
    email: emailOf(person),
    language: person.language,
    passwordChangedAt: person.passwordChangedAt?.toISOString() ?? null,
    signIns: await signInsOf(person.id, ""),
  });
};
