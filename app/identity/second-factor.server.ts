import { randomBytes } from "node:crypto";
import { Secret } from "otpauth";
import type { Ctx } from "~/platform/command";
import { lookupHash, openField, sealField } from "~/platform/crypto/fields.server";
import type { Tx } from "~/platform/db/gate.server";
import { issueLink } from "./links.server";
import { emailOf } from "./mails.server";
import {
  comparableCode,
  RECOVERY_BYTES,
  RECOVERY_CODES,
  recoveryCodeOf,
  sixDigits,
} from "./rules/recovery-code";
import { totpStep } from "./rules/totp";

/** A new secret of an authenticator: 160 random bits in base32, as RFC 4226 recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

export const sealTotp = (secret: string): string => sealField("person.totp", secret);
export const openTotp = (sealed: string): string => openField("person.totp", sealed);

/** Recovery codes are found by a keyed hash bound to their owner. */
export const recoveryHash = (personId: string, typed: string): string =>
  lookupHash(`recovery:${personId}`, comparableCode(typed));

/** Gives a person ten new recovery codes inside a transaction; earlier ones end. Comes out: the codes, never seen again. */
export const giveRecoveryCodes = async (tx: Tx, ctx: Ctx, personId: string): Promise<string[]> => {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(randomBytes(RECOVERY_BYTES)));
  await tx.recoveryCode.deleteMany({ where: { personId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({
      personId,
      codeHash: recoveryHash(personId, code),
      createdAt: ctx.clock.now(),
      usedAt: null,
    })),
  });
  return codes;
};

/** The way a code was right. */
export type CodeKind = "totp" | "recovery";

/**
 * Uses up a code of the second step inside a transaction. Goes in: whose, what was typed (six digits or a recovery code),
 * the present instant. Comes out: which kind it was, or null for a wrong code, a used one, and one of a half minute
 * already used; of two that use the same code at once, one wins.
 */
export const spendCode = async (
  tx: Tx,
  personId: string,
  typed: string,
  now: Date,
): Promise<CodeKind | null> => {
  const factor = await tx.secondFactor.findUnique({ where: { personId } });
  if (!factor?.confirmedAt) return null;
  const digits = sixDigits(typed);
  if (digits) {
    const step = totpStep(openTotp(factor.secretSealed), digits, now, factor.lastStep);
    if (step === null) return null;
    const taken = await tx.secondFactor.updateMany({
      where: { personId, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
      data: { lastStep: step },
    });
    return taken.count === 1 ? "totp" : null;
  }
  const spent = await tx.recoveryCode.updateMany({
    where: { personId, codeHash: recoveryHash(personId, typed), usedAt: null },
    data: { usedAt: now },
  });
  return spent.count === 1 ? "recovery" : null;
};

/** How many recovery codes are left. */
export const codesLeft = (tx: Pick<Tx, "recoveryCode">, personId: string): Promise<number> =>
  tx.recoveryCode.count({ where: { personId, usedAt: null } });

type Known = { id: string; emailSealed: string; language: string };

/**
 * The ticket that stands for a right password until the code is given (ten minutes, used once). Comes out: its secret, or
 * null for a person without a second step.
 */
export const stepTicket = async (tx: Tx, ctx: Ctx, person: Known): Promise<string | null> => {
  const factor = await tx.secondFactor.findUnique({ where: { personId: person.id } });
  if (!factor?.confirmedAt) return null;
  const { token } = await issueLink(tx, ctx, "second_step", {
    email: emailOf(person),
    language: person.language,
    personId: person.id,
  });
  return token;
};
