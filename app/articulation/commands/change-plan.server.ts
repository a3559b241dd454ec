import type { MemberCtx } from "~/identity/actor";
import { resolveMajor } from "~/organizations/queries/resolve-code.server";
import { read } from "~/platform/db/client.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { type FieldError, type Result, refuse } from "~/platform/result";
import { choicesOf, ownAgreement } from "../own-agreement.server";
import { pathwayInVoice } from "../pathway-moves.server";
import { refuseFounding } from "../policy";
import { examDayOf } from "../rules/plan";
import type { PlanForm } from "../schema";

type ChosenMajor = { code: string; name: string } | null;

const majorsOf = async (input: PlanForm): Promise<{ majors: ChosenMajor[]; wrong: FieldError[] }> => {
  const majors: ChosenMajor[] = [];
  const wrong: FieldError[] = [];
  for (const at of [0, 1]) {
    const typed = input.stages?.[at]?.major;
    const found = typed ? await resolveMajor(`stages[${at}].major`, typed) : null;
    if (found && !found.ok) wrong.push(found.error);
    majors.push(found?.ok ? { code: found.row.code, name: found.row.name } : null);
  }
  return { majors, wrong };
};

/**
 * The founder changes the plan of a draft: schools, majors and seats of both stages, the stage examination, enterprises, the
 * agreement. Goes in: the pathway and the form; what is left out is left open, since a draft may be unfinished. Comes out:
 * nothing. Refuses others' pathways (not found), other states (conflict), unknown majors, schools and enterprises without a
 * running agreement with the founder, a date that is not in every year, weights without a name (beside the fields).
 */
export const changePlan = async (ctx: MemberCtx, id: string, input: PlanForm): Promise<Result<null>> => {
  const refusal = refuseFounding(ctx.actor);
  if (refusal) return { ok: false, refusal };
  const { organizationId } = ctx.actor;
  const { majors, wrong } = await majorsOf(input);
  const choices = await choicesOf(read, organizationId);
  for (const at of [0, 1]) {
    const school = input.stages?.[at]?.school;
    if (school && !choices.schools.some((one) => one.id === school))
      wrong.push({ field: `stages[${at}].school`, key: "articulation.errors.schoolUnknown" });
  }
  const enterprises = [...new Set(input.enterprises ?? [])];
  if (enterprises.some((one) => !choices.enterprises.some((known) => known.id === one)))
    wrong.push({ field: "enterprises", key: "articulation.errors.enterpriseUnknown" });
  const dated = input.examMonth !== undefined && input.examDate !== undefined;
  const examDay = dated ? examDayOf(input.examMonth ?? 0, input.examDate ?? 0) : null;
  if (dated && examDay === null) wrong.push({ field: "examDate", key: "articulation.errors.examDay" });
  const rows = input.parts ?? [];
  for (const [at, part] of rows.entries()) {
    if (part.weight !== undefined && part.weight > 0 && !part.name)
      wrong.push({ field: `parts[${at}].name`, key: "articulation.errors.partName" });
  }
  if (wrong.length > 0) return refuse("invalid", "errors.checkFields", { fields: wrong });
  const parts = rows.flatMap((part) => (part.name ? [{ name: part.name, weightBp: part.weight ?? 0 }] : []));
  return decide(async (tx) => {
    const pathway = await pathwayInVoice(tx, ctx, id, "founder");
    if (pathway.state !== "draft") return reject({ code: "conflict", key: "articulation.errors.notDraft" });
    if (input.agreement) await ownAgreement(tx, organizationId, input.agreement);
    const { count } = await tx.articulationPathway.updateMany({
      where: { id, version: input.version, state: "draft" },
      data: {
        title: input.title,
        summary: input.summary ?? "",
        agreementId: input.agreement ?? null,
        firstIntake: input.firstIntake,
        examDay,
        examParts: JSON.stringify(parts),
        examPassBp: input.pass ?? 0,
        updatedAt: ctx.clock.now(),
        version: { increment: 1 },
      },
    });
    if (count === 0) return stale();
    const schools = new Set<string>();
    for (const at of [0, 1]) {
      const stage = input.stages?.[at];
      if (stage?.school && stage.school !== organizationId) schools.add(stage.school);
      await tx.articulationStage.update({
        where: { pathwayId_position: { pathwayId: id, position: at + 1 } },
        data: {
          schoolId: stage?.school ?? null,
          majorCode: majors[at]?.code ?? null,
          majorName: majors[at]?.name ?? "",
          quota: stage?.quota ?? 0,
        },
      });
    }
    await tx.articulationPartner.deleteMany({ where: { pathwayId: id } });
    await tx.articulationPartner.createMany({
      data: [
        ...[...schools].map((school) => ({ organizationId: school, role: "school" })),
        ...enterprises.map((one) => ({ organizationId: one, role: "enterprise" })),
      ].map((partner) => ({ ...partner, pathwayId: id, state: "asked", reason: "" })),
    });
    await record(tx, ctx, {
      subject: { type: "articulationPathway", id },
      name: "articulation.planned",
      payload: { title: input.title },
      audience: [organizationId],
    });
    return null;
  });
};
