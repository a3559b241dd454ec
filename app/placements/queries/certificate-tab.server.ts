import type { Person } from "~/identity/actor";
import { config } from "~/platform/config/config.server";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { learnerRefusal, schoolRefusal } from "../outcome-policy";
import { ownPlacement } from "../placement-scope.server";
import type { PlacementCredential } from "../rules/credential";
import { readJwt } from "../rules/vc-jwt";

const MOST = 10;

/**
 * The certificates of one placement, newest first, as its parties read them. Goes in: who looks and the placement's id.
 * Comes out: each with its code, state and contents, the student's own link while it is shared, and what this reader may
 * do; null when the placement is not theirs to see.
 */
export const certificateTab = async (actor: Person, id: string) => {
  const own = await ownPlacement(read, actor, id);
  if (!own) return null;
  const { placement, as } = own;
  const [rows, assessment] = await Promise.all([
    read.placementCertificate.findMany({
      where: { placementId: id },
      orderBy: { issuedAt: "desc" },
      take: MOST,
    }),
    read.assessment.findUnique({ where: { placementId: id }, select: { grade: true } }),
  ]);
  const isLearner = learnerRefusal(as) === null;
  const isSchool = schoolRefusal(as, actor) === null;
  const stands = rows.some((row) => row.revokedAt === null);
  const passed = assessment?.grade != null && assessment.grade !== "fail";
  return {
    id,
    version: placement.version,
    state: placement.state,
    grade: assessment?.grade ?? null,
    mayIssue: isSchool && !stands && passed && ["assessed", "certified"].includes(placement.state),
    isLearner,
    isSchool,
    certificates: rows.map((row) => {
      const credential = readJwt(row.jwt)?.payload as unknown as PlacementCredential;
      return {
        id: row.id,
        code: row.code,
        version: row.version,
        issuedAt: row.issuedAt.toISOString(),
        issuedName: row.issuedName,
        revoked: row.revokedAt && { at: row.revokedAt.toISOString(), reason: row.revokeReason ?? "" },
        pdf: row.pdfFileId !== null,
        credential,
        shared: row.sharedAt?.toISOString() ?? null,
        link:
          isLearner && row.shareSealed
            ? `${config().baseUrl}/certificates/shared/${openField("certificate.share", row.shareSealed)}`
            : null,
      };
    }),
  };
};

export type CertificateTab = NonNullable<Awaited<ReturnType<typeof certificateTab>>>;
