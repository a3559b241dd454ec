import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { ownAgreement } from "../own-agreement.server";
import { refuseFounding } from "../policy";
import { kindsOn } from "../rules/kinds";
import type { NewPathwayForm } from "../schema";

/**
 * A school founds a pathway (贯通项目). Goes in: its kind, title, the school–school agreement it rests on and the first
 * intake. Comes out: the id of a draft with the kind's two stages; sent twice, the same id. Refuses roles and unverified
 * schools (forbidden), a kind not in force today and an agreement that is not the school's (beside the field).
 */
export const createPathway = async (
  ctx: MemberCtx,
  { submissionKey, ...input }: NewPathwayForm,
): Promise<Result<{ id: string }>> => {
  const refusal = refuseFounding(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide((tx) =>
    once(tx, ctx, submissionKey, input, async () => {
      const now = ctx.clock.now();
      const { organizationId } = ctx.actor;
      const kind = kindsOn(civilDate(now)).find((one) => one.id === input.kind);
      if (!kind)
        return reject({
          code: "invalid",
          key: "errors.checkFields",
          fields: [{ field: "kind", key: "articulation.errors.kindNotInForce" }],
        });
      if (input.agreement) await ownAgreement(tx, organizationId, input.agreement);
      const founder = await tx.organization.findUniqueOrThrow({
        where: { id: organizationId },
        select: { regionCode: true, schoolLevel: true },
      });
      const id = newId(now.getTime());
      const place = kind.founds
        ? kind.founds - 1
        : kind.stages.findIndex((stage) => stage.taughtAt.some((level) => level === founder.schoolLevel));
      await tx.articulationPathway.create({
        data: {
          id,
          kind: kind.id,
          title: input.title,
          summary: "",
          founderId: organizationId,
          regionCode: founder.regionCode,
          agreementId: input.agreement ?? null,
          firstIntake: input.firstIntake,
          state: "draft",
          examParts: "[]",
          examPassBp: 0,
          reason: "",
          createdAt: now,
          updatedAt: now,
          version: 1,
        },
      });
      await tx.articulationStage.createMany({
        data: kind.stages.map((stage, index) => ({
          pathwayId: id,
          position: index + 1,
          level: stage.level,
          years: stage.years,
          schoolId: index === place ? organizationId : null,
          majorName: "",
          quota: 0,
        })),
      });
      await record(tx, ctx, {
        subject: { type: "articulationPathway", id },
        name: "articulation.founded",
        payload: { title: input.title, kind: kind.id },
        audience: [organizationId],
      });
      return { id };
    }),
  );
};
