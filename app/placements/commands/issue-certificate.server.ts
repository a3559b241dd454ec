import { randomBytes } from "node:crypto";
import { verifyCode } from "~/agreements/rules/freeze";
import { keyOf, privateHalf } from "~/agreements/signing-keys.server";
import type { PersonCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { notFound, type Result } from "~/platform/result";
import { certificateFacts } from "../certificate-facts.server";
import { kidOf } from "../certificate-keys.server";
import { outcomeMails } from "../outcome-mails.server";
import { schoolRefusal } from "../outcome-policy";
import { ownPlacement } from "../placement-scope.server";
import { placementCredential } from "../rules/credential";
import { nextPlacementState, type PlacementState } from "../rules/lifecycle";
import { signCredential } from "../rules/vc-jwt";
import { LIST_LENGTH } from "../status-list.server";

/**
 * Issues the certificate of an assessed placement: an Open Badges 3.0 credential signed with the school's own key, its PDF
 * drawn by a job. Goes in: the placement and its version. Comes out: the code. After a revocation a new one may be issued.
 * Refuses a foreign placement (not found), who may not (forbidden), one not assessed, with a certificate that still stands
 * or changed meanwhile (conflict), a grade below 合格 (blocked).
 */
export const issueCertificate = (
  ctx: PersonCtx,
  placementId: string,
  version: number,
): Promise<Result<{ id: string; code: string }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    if (!own) return reject(notFound().refusal);
    const { placement } = own;
    const refused = schoolRefusal(own.as, ctx.actor);
    if (refused) return reject(refused);
    const assessment = await tx.assessment.findUnique({ where: { placementId } });
    const standing = await tx.placementCertificate.count({ where: { placementId, revokedAt: null } });
    const moved = nextPlacementState(placement.state as PlacementState, "certify", "school", "");
    const again = placement.state === "certified";
    if ((!moved.ok && !again) || standing > 0 || !assessment?.grade || assessment.totalCenti === null)
      return reject({ code: "conflict", key: "outcomes.errors.notNow" });
    if (assessment.grade === "fail") return reject({ code: "blocked", key: "outcomes.errors.failed" });
    const now = ctx.clock.now();
    const { count } = await tx.placement.updateMany({
      where: { id: placementId, version },
      data: { state: "certified", updatedAt: now, version: { increment: 1 } },
    });
    if (count === 0) stale();
    const listIndex = await tx.placementCertificate.count({ where: { schoolId: placement.schoolId } });
    if (listIndex >= LIST_LENGTH) return reject({ code: "conflict", key: "outcomes.errors.listFull" });
    const code = verifyCode(randomBytes(12));
    const key = await keyOf(tx, placement.schoolId, now);
    const graded = { ...assessment, grade: assessment.grade, totalCenti: assessment.totalCenti };
    const facts = await certificateFacts(tx, placement, graded, { code, listIndex, issuedAt: now });
    const id = newId(now.getTime());
    await tx.placementCertificate.create({
      data: {
        id,
        code,
        placementId,
        studentId: placement.studentId,
        schoolId: placement.schoolId,
        hostId: placement.hostId,
        listIndex,
        jwt: signCredential(placementCredential(facts), {
          kid: kidOf(placement.schoolId, key.id),
          privateKey: privateHalf(key),
        }),
        keyId: key.id,
        issuedAt: now,
        issuedBy: ctx.actor.personId,
        issuedName: ctx.actor.name,
        version: 1,
      },
    });
    await record(tx, ctx, {
      subject: { type: "placement", id: placementId },
      name: "outcomes.certified",
      payload: { code },
      audience: [placement.schoolId, placement.hostId],
    });
    await enqueue(tx, ctx, [
      { kind: "certificate.pdf", key: `certificate.pdf:${id}`, payload: { certificateId: id } },
      ...(await outcomeMails(tx, placement, {
        kind: "issued",
        key: id,
        to: "student",
        link: `/placements/${placementId}/certificate`,
      })),
    ]);
    return { id, code };
  });
