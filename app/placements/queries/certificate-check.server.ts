import { readCode } from "~/agreements/rules/freeze";
import { hashToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import { issuerKeys } from "../certificate-keys.server";
import type { PlacementCredential } from "../rules/credential";
import { checkJwt, type JwtCheck, readJwt } from "../rules/vc-jwt";

type Row = NonNullable<Awaited<ReturnType<typeof read.placementCertificate.findUnique>>>;

const viewOf = async (row: Row) => {
  const [keys, organizations] = await Promise.all([
    issuerKeys(row.schoolId),
    read.organization.findMany({
      where: { id: { in: [row.schoolId, row.hostId] } },
      select: { id: true, name: true, shortName: true },
    }),
  ]);
  const school = organizations.find((one) => one.id === row.schoolId);
  const host = organizations.find((one) => one.id === row.hostId);
  const check = checkJwt(row.jwt, keys);
  const said = readJwt(row.jwt)?.payload as unknown as PlacementCredential | undefined;
  return {
    code: row.code,
    placementId: row.placementId,
    genuine: check.ok,
    revoked: row.revokedAt && { at: row.revokedAt.toISOString(), reason: row.revokeReason ?? "" },
    issuedAt: row.issuedAt.toISOString(),
    school: {
      id: row.schoolId,
      name: school?.name ?? "",
      shortName: school?.shortName || school?.name || "",
    },
    host: { id: row.hostId, name: host?.name ?? "", shortName: host?.shortName || host?.name || "" },
    credential: said ?? null,
  };
};

export type CertificateView = Awaited<ReturnType<typeof viewOf>>;

/**
 * A certificate by the code on it, its signature checked anew against the school's keys. Comes out: what anybody may know:
 * whether it is genuine, revoked and why, both organizations and what was signed, in which the student stands by a hash
 * alone; null for an unknown code.
 */
export const certificateByCode = async (typed: string): Promise<CertificateView | null> => {
  const code = readCode(typed);
  const row = code ? await read.placementCertificate.findUnique({ where: { code } }) : null;
  return row && viewOf(row);
};

/** The bytes that were signed and where the PDF is, by code; null for an unknown code. */
export const certificateRow = async (typed: string): Promise<Row | null> => {
  const code = readCode(typed);
  return code ? read.placementCertificate.findUnique({ where: { code } }) : null;
};

/** A certificate by its holder's link, with the holder's name; null once they stopped sharing or it was never made. */
export const sharedCertificate = async (token: string) => {
  const row = await read.placementCertificate.findUnique({ where: { shareHash: hashToken(token) } });
  if (!row) return null;
  const [view, student] = await Promise.all([
    viewOf(row),
    read.student.findUnique({ where: { id: row.studentId }, select: { name: true } }),
  ]);
  return { ...view, studentName: student?.name ?? "" };
};

/** What was found of a credential somebody brings. */
export type BroughtCheck =
  | { ok: true; revoked: { at: string; reason: string } | null; code: string }
  | { ok: false; because: (JwtCheck & { ok: false })["because"] | "unknown_issuer" };

const ISSUER = /\/organizations\/([0-9a-f-]{36})\/issuer\.json$/;

/**
 * Checks a credential somebody brings as text (VC-JWT). Comes out: genuine with whether it is revoked, or why it is not:
 * unreadable, another algorithm, an issuer that is no school here, a key that is not the school's, a changed byte.
 */
export const checkBrought = async (text: string): Promise<BroughtCheck> => {
  const jwt = text.trim();
  const claimed = readJwt(jwt)?.payload.iss;
  if (typeof claimed !== "string") return { ok: false, because: "unreadable" };
  const schoolId = ISSUER.exec(claimed)?.[1];
  const keys = schoolId ? await issuerKeys(schoolId) : [];
  if (keys.length === 0) return { ok: false, because: "unknown_issuer" };
  const check = checkJwt(jwt, keys);
  if (!check.ok) return check;
  const code = /\/certificates\/([^/]+)\.json$/.exec(String(check.payload.jti))?.[1] ?? "";
  const row = await read.placementCertificate.findUnique({ where: { code } });
  if (!row) return { ok: false, because: "strange_key" };
  return {
    ok: true,
    code,
    revoked: row.revokedAt && { at: row.revokedAt.toISOString(), reason: row.revokeReason ?? "" },
  };
};
