import type { Ctx } from "~/platform/command";
import { lookupHash, openField, sealField } from "~/platform/crypto/fields.server";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import type { Json } from "~/platform/events/canonical";
import { newId } from "~/platform/id";

/** What a mailed link brings about, and for how long it does. House rule. */
const LIFE_MS = {
  reset: 3_600_000,
  invitation: 7 * 86_400_000,
  registration: 2 * 86_400_000,
  second_step: 600_000,
} as const;

export type LinkPurpose = keyof typeof LIFE_MS;

type LinkContents = {
  email: string;
  language: string;
  personId?: string;
  organizationId?: string;
  role?: string;
  invitedBy?: string;
  details?: Json;
};

/** A link as the one who holds its token may use it. */
export type OpenLink = {
  id: string;
  email: string;
  emailHash: string;
  language: string;
  personId: string | null;
  organizationId: string | null;
  role: string | null;
  invitedBy: string | null;
  details: unknown;
  expiresAt: Date;
};

/** Makes a link inside a transaction. Comes out: its id and the secret token, which is stored only as a hash. */
export const issueLink = async (
  tx: Tx,
  ctx: Ctx,
  purpose: LinkPurpose,
  contents: LinkContents,
): Promise<{ id: string; token: string }> => {
  const now = ctx.clock.now();
  const token = newToken();
  const id = newId(now.getTime());
  await tx.linkToken.create({
    data: {
      id,
      tokenHash: hashToken(token),
      purpose,
      personId: contents.personId ?? null,
      organizationId: contents.organizationId ?? null,
      emailSealed: sealField("link.email", contents.email),
      emailHash: lookupHash("person.email", contents.email),
      role: contents.role ?? null,
      invitedBy: contents.invitedBy ?? null,
      detailsSealed:
        contents.details === undefined ? null : sealField("link.details", JSON.stringify(contents.details)),
      language: contents.language,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIFE_MS[purpose]),
    },
  });
  return { id, token };
};

type Row = NonNullable<Awaited<ReturnType<typeof read.linkToken.findUnique>>>;

const opened = (row: Row): OpenLink => ({
  id: row.id,
  email: openField("link.email", row.emailSealed ?? ""),
  emailHash: row.emailHash ?? "",
  language: row.language ?? "zh-CN",
  personId: row.personId,
  organizationId: row.organizationId,
  role: row.role,
  invitedBy: row.invitedBy,
  details: row.detailsSealed ? JSON.parse(openField("link.details", row.detailsSealed)) : null,
  expiresAt: row.expiresAt,
});

const alive = (token: string, purpose: LinkPurpose, now: Date) => ({
  tokenHash: hashToken(token),
  purpose,
  usedAt: null,
  withdrawnAt: null,
  expiresAt: { gt: now },
});

/** Looks at a link without using it up: null when unknown, used, withdrawn, expired or of another purpose. */
export const lookAtLink = async (
  token: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<OpenLink | null> => {
  const row = await read.linkToken.findFirst({ where: alive(token, purpose, now) });
  return row && opened(row);
};

/** Uses a link up inside a transaction; of two at once only the first succeeds, the other is refused. */
export const takeLink = async (tx: Tx, ctx: Ctx, token: string, purpose: LinkPurpose): Promise<OpenLink> => {
  const now = ctx.clock.now();
  const row = await tx.linkToken.findFirst({ where: alive(token, purpose, now) });
  const taken =
    row && (await tx.linkToken.updateMany({ where: { id: row.id, usedAt: null }, data: { usedAt: now } }));
  if (!row || taken?.count !== 1) return reject({ code: "not_found", key: "identity.errors.linkDead" });
  return opened(row);
};
