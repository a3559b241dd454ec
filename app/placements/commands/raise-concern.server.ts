import { type Ctx, systemActor } from "~/platform/command";
import { sealField } from "~/platform/crypto/fields.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { concernMails } from "../concern-mails.server";
import type { ConcernInput } from "../concern-schema";
import { authorityNear } from "../concern-scope.server";
import { type VoiceWay, voiceOf } from "../concern-voice.server";
import { CONCERN_CLOCK, respondBy } from "../rules/concerns";

/**
 * A student or guardian raises a concern, in confidence. Goes in: the way (their page or their personal link), the kind, a
 * few words if they wish, whether it is about the school's own people. Comes out: its id and by when it is answered. The
 * school's acting people get a letter, for a grave one the authority too, for one about the school the authority alone; the
 * enterprise hears nothing, and the placement's story, which it reads, gets no line. Who raised it stands in no event.
 * Refuses a placement that is not theirs or a dead link (not found), one about the school where no authority has joined.
 */
export const raiseConcern = (
  ctx: Ctx,
  way: VoiceWay,
  input: ConcernInput,
): Promise<Result<{ id: string; respondBy: string }>> =>
  decide(async (tx) => {
    const now = ctx.clock.now();
    const voice = await voiceOf(tx, way, now);
    if (!voice) return reject(notFound().refusal);
    const { placementId, studentId, schoolId, hostId } = voice;
    const asked = { kind: input.kind, text: input.text ?? "", about: input.aboutSchool ?? "", placementId };
    return once(tx, ctx, `${voice.personId}:${input.submissionKey}`, asked, async () => {
      const authorityId = await authorityNear(tx, schoolId);
      const aboutSchool = input.aboutSchool === "on";
      if (aboutSchool && !authorityId)
        return reject(invalidField("aboutSchool", "concerns.errors.noAuthority").refusal);
      const id = newId(now.getTime());
      const due = respondBy(input.kind, now);
      const { severity } = CONCERN_CLOCK[input.kind];
      await tx.concern.create({
        data: {
          id,
          placementId,
          studentId,
          schoolId,
          hostId,
          kind: input.kind,
          severity,
          aboutSchool,
          raisedBy: voice.party,
          raisedById: voice.personId,
          textSealed: sealField("concern.text", input.text ?? ""),
          raisedAt: now,
          respondBy: due,
          state: "open",
          authorityId,
          version: 1,
        },
      });
      const nameless = { ...ctx, actor: systemActor("平台") };
      await record(tx, nameless, {
        subject: { type: "concern", id },
        name: "concern.raised",
        payload: { kind: input.kind, severity },
        audience: [],
      });
      const told = [
        ...(aboutSchool ? [] : [schoolId]),
        ...(authorityId && (aboutSchool || severity === 3) ? [authorityId] : []),
      ];
      const letter = { kind: "raised" as const, concernId: id, organizationIds: told, due };
      await enqueue(tx, nameless, await concernMails(tx, { ...letter, link: `/concerns/${id}` }));
      return { id, respondBy: due.toISOString() };
    });
  });
