import { privateHalf } from "~/agreements/signing-keys.server";
import { config } from "~/platform/config/config.server";
import { read } from "~/platform/db/client.server";
import { issuerKeys, kidOf } from "../certificate-keys.server";
import { issuerUrls } from "../rules/credential";
import { jwkOf, signCredential } from "../rules/vc-jwt";
import { LIST_LENGTH, statusListCredential } from "../status-list.server";

const schoolOf = (id: string) =>
  read.organization.findFirst({
    where: { id, kind: { in: ["school", "general_school"] } },
    select: { id: true, name: true, website: true, createdAt: true },
  });

/** A school as the issuer of credentials (Profile of Open Badges 3.0); null for anybody else. */
export const issuerProfile = async (id: string) => {
  const school = await schoolOf(id);
  if (!school) return null;
  const { baseUrl } = config();
  return {
    "@context": [
      "https://www.w3.org/ns/credentials/v2",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ],
    id: issuerUrls(baseUrl, id).issuer,
    type: ["Profile"],
    name: school.name,
    url: school.website || `${baseUrl}/organizations/${id}`,
    jwksURI: issuerUrls(baseUrl, id).jwks,
  };
};

/** The public keys a school signs credentials with, as JWKS (RFC 7517); null for anybody but a school. */
export const issuerJwks = async (id: string) =>
  (await schoolOf(id)) ? { keys: (await issuerKeys(id)).map(jwkOf) } : null;

/** A school's revocation list as a signed credential (VC-JWT); null where the school has no key yet. */
export const revocationList = async (id: string): Promise<string | null> => {
  const school = await schoolOf(id);
  const key =
    school &&
    (await read.signingKey.findFirst({
      where: { organizationId: id, retiredAt: null },
      orderBy: { createdAt: "desc" },
    }));
  if (!key) return null;
  const rows = await read.placementCertificate.findMany({
    where: { schoolId: id, revokedAt: { not: null } },
    select: { listIndex: true, revokedAt: true },
    take: LIST_LENGTH,
  });
  const latest = Math.max(key.createdAt.getTime(), ...rows.map((row) => row.revokedAt?.getTime() ?? 0));
  const list = statusListCredential(
    issuerUrls(config().baseUrl, id),
    rows.map((row) => row.listIndex),
    new Date(latest).toISOString(),
  );
  return signCredential(list, { kid: kidOf(id, key.id), privateKey: privateHalf(key) });
};
