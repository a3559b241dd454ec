import type { PersonCtx } from "~/identity/actor";
import {
  resolveIndustry,
  resolveOccupation,
  resolveRegion,
} from "~/organizations/queries/resolve-code.server";
import { sealField } from "~/platform/crypto/fields.server";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import { type FieldError, invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { addWorkingDays } from "~/platform/time/working-days";
import { busyWith } from "../application-listing.server";
import { mailsToOrganization } from "../application-mails.server";
import { ownStudent } from "../application-record.server";
import { tellProposal } from "../proposal-record.server";
import type { ProposalInput } from "../proposal-schema";
import { moveProposal, PROPOSAL_DAYS, type ProposalState } from "../rules/proposal-lifecycle";
import type { PlacementTerms } from "../terms";

type Codes = { region: string; occupation: string; industry: string | null };

const codesOf = async (input: ProposalInput): Promise<Codes | FieldError[]> => {
  const [region, occupation, industry] = await Promise.all([
    resolveRegion("region", input.region),
    resolveOccupation("occupation", input.occupation),
    input.industry ? resolveIndustry("industry", input.industry) : null,
  ]);
  const errors = [region, occupation, industry].flatMap((one) => (one && !one.ok ? [one.error] : []));
  if (errors.length > 0 || !region.ok || !occupation.ok) return errors;
  return {
    region: region.row.code,
    occupation: occupation.row.code,
    industry: industry?.ok ? industry.row.code : null,
  };
};

/** Majors the catalogue names for an occupation or its group; where it names none, the student's own, once they say why it suits. */
const majorsFor = async (
  tx: Tx,
  occupation: string,
  programmeId: string,
  reason: string | undefined,
): Promise<string[]> => {
  const known = await tx.occupation.findUnique({ where: { code: occupation }, select: { groupCode: true } });
  const links = await tx.majorOccupationLink.findMany({
    where: { code: { in: [occupation, known?.groupCode ?? ""] }, official: true, withdrawnIn: null },
    orderBy: { majorCode: "asc" },
    select: { majorCode: true },
    take: 200,
  });
  const own = await tx.programme.findUnique({ where: { id: programmeId }, select: { majorCode: true } });
  const codes = [...new Set(links.map((link) => link.majorCode))];
  if (codes.length === 0) return own && reason ? [own.majorCode] : [];
  return codes.sort((a, b) => Number(b === own?.majorCode) - Number(a === own?.majorCode)).slice(0, 20);
};

const termsOf = (input: ProposalInput, codes: Codes, majorCodes: string[]): PlacementTerms => ({
  type: "internship",
  title: input.title,
  postId: null,
  occupationCode: codes.occupation,
  industryCode: codes.industry,
  regionCode: codes.region,
  address: input.address,
  startsOn: input.startsOn,
  endsOn: input.endsOn,
  tasks: input.tasks,
  majorCodes,
  hoursPerDay: input.hoursPerDay ?? null,
  hoursPerWeek: input.hoursPerWeek ?? null,
  nightShifts: input.nightShifts ?? null,
  overtime: input.overtime ?? null,
  restDayWork: input.restDayWork ?? null,
  labourIntensity: input.labourIntensity ? Number(input.labourIntensity) : null,
  hazards: input.hazards?.flatMap((code) => (code === "none" ? [] : [code])) ?? null,
  payMonthlyFen: input.pay ?? null,
  samePostPayFen: input.samePostPay ?? null,
  lowestTierPayFen: input.lowestTierPay ?? null,
  payCycleDays: null,
  payDay: null,
  lodging: input.lodging ?? null,
  fees: input.fees === undefined ? null : input.fees === "none" ? [] : [input.fee ?? ""],
  agentInvolved: input.agent ?? null,
  insuranceBy: input.insurance ?? null,
  apprenticeStatus: null,
  targetLevel: null,
  labourContractMonths: null,
  minimumWageFen: null,
  crossCategoryReason: input.crossReason ?? null,
});

/**
 * A student proposes a host they found themselves (自主选择实习单位), or sends a returned proposal again. Goes in: who the
 * host is, the post and its terms; the id of the returned one, with the version seen. Comes out: the id. The school gets
 * five working days. Refuses a person without a record (forbidden), codes nobody knows (their fields), a start that has
 * passed, dates on which the student is placed already, another's proposal (not found) and a stale version (conflict).
 * What the rules say is shown at once and decides when the school does.
 */
export const proposePlacement = async (
  ctx: PersonCtx,
  input: ProposalInput,
  returnedId: string | null = null,
): Promise<Result<{ id: string }>> => {
  const codes = await codesOf(input);
  if (Array.isArray(codes)) {
    return { ok: false, refusal: { code: "invalid", key: "errors.checkFields", fields: codes } };
  }
  const at = ctx.clock.now();
  const on = civilDate(at);
  if (input.startsOn <= on) return invalidField("startsOn", "applications.errors.startPast");
  return decide((tx) =>
    once(tx, ctx, input.submissionKey, { ...input, submissionKey: "", returnedId }, async () => {
      const student = await ownStudent(tx, ctx.actor);
      if (!student) return reject({ code: "forbidden", key: "applications.errors.noRecord" });
      const busy = await busyWith(tx, student.id, input);
      if (busy) {
        const { title, startsOn, endsOn } = busy;
        reject({ code: "blocked", key: "applications.errors.overlap", values: { title, startsOn, endsOn } });
      }
      const majors = await majorsFor(tx, codes.occupation, student.programmeId, input.crossReason);
      const terms = termsOf(input, codes, majors);
      const due = addWorkingDays(on, PROPOSAL_DAYS);
      const data = {
        hostUscc: input.uscc,
        hostName: input.hostName,
        hostRegion: codes.region,
        hostIndustry: codes.industry,
        hostEmployees: input.employees ?? null,
        postHeadcount: input.postHeadcount ?? null,
        contactName: input.contactName,
        contactPhone: sealField("proposal.contactPhone", input.contactPhone),
        terms: JSON.stringify(terms),
        why: input.why,
        state: "proposed",
        reason: null,
        replyBy: due.date,
        replyByCertain: due.certain,
        updatedAt: at,
      };
      const id = returnedId ?? newId(at.getTime());
      if (returnedId) {
        const held = await tx.placementProposal.findUnique({ where: { id } });
        if (held?.studentId !== student.id) return reject({ code: "not_found", key: "errors.notFound" });
        if (!moveProposal(held.state as ProposalState, "propose", "student", "").ok) {
          return reject({ code: "conflict", key: "applications.errors.moved" });
        }
        const { count } = await tx.placementProposal.updateMany({
          where: { id, version: input.version ?? -1 },
          data: { ...data, version: { increment: 1 } },
        });
        if (count === 0) return stale();
      } else {
        await tx.placementProposal.create({
          data: {
            id,
            studentId: student.id,
            schoolId: student.organizationId,
            programmeId: student.programmeId,
            createdAt: at,
            version: 1,
            ...data,
          },
        });
      }
      await tellProposal(tx, ctx, { id, schoolId: student.organizationId }, "proposed");
      await enqueue(
        tx,
        ctx,
        await mailsToOrganization(tx, student.organizationId, {
          kind: "proposed",
          key: `${id}:${at.getTime()}`,
          values: { title: input.title, replyBy: due.date },
          link: `/applications/self-found/${id}`,
        }),
      );
      return { id };
    }),
  );
};
