import { config } from "~/platform/config/config.server";
import { type ReadClient, read } from "~/platform/db/client.server";
import type { Db } from "./head-count.server";
import { issuerUrls } from "./rules/credential";
import type { IssuerKey } from "./rules/vc-jwt";

/** Keys a school may have had. */
const MOST_KEYS = 50;

/** The id of a school's key as credentials name it: its JWKS and the key in it. */
export const kidOf = (schoolId: string, keyId: string): string =>
  `${issuerUrls(config().baseUrl, schoolId).jwks}#${keyId}`;

/** Every key a school has signed with, retired ones too: what was signed with them stays genuine. */
export const issuerKeys = async (schoolId: string, db: Db = read): Promise<IssuerKey[]> => {
  const rows = await (db as ReadClient).signingKey.findMany({
    where: { organizationId: schoolId },
    select: { id: true, publicKey: true },
    orderBy: { createdAt: "asc" },
    take: MOST_KEYS,
  });
  return rows.map((row) => ({ kid: kidOf(schoolId, row.id), publicKey: row.publicKey }));
};
