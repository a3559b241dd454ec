import { openField, sealField } from "~/platform/crypto/fields.server";
import type { Tx } from "~/platform/db/gate.server";
import { keyIdOf, newKeyPair } from "./rules/signature";

const PLACE = "organization_key.private";

export type SigningKeyRow = NonNullable<Awaited<ReturnType<Tx["signingKey"]["findUnique"]>>>;

/** The key an organization (or "platform") signs with now; made on first use. The private half is stored sealed. */
export const keyOf = async (tx: Tx, organizationId: string, at: Date): Promise<SigningKeyRow> => {
  const known = await tx.signingKey.findFirst({
    where: { organizationId, retiredAt: null },
    orderBy: { createdAt: "desc" },
  });
  if (known) return known;
  const { publicKey, privateKey } = newKeyPair();
  return tx.signingKey.create({
    data: {
      id: keyIdOf(publicKey),
      organizationId,
      publicKey,
      privateSealed: sealField(PLACE, privateKey),
      createdAt: at,
    },
  });
};

/** Opens the private half of a key, for one signature. */
export const privateHalf = (key: SigningKeyRow): string => openField(PLACE, key.privateSealed);
