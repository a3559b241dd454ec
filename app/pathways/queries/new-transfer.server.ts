import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { regionsAbove } from "../rule-set.server";
import { worstOf } from "../rules/eligibility";
import { type Edge, pointCode } from "../rules/term";
import { judgeQuotas, type Stated } from "../transfer-facts.server";
import { schoolNames } from "./transfers-list.server";

const MOST_QUOTAS = 60;

/** The student somebody may begin a transfer for: by number on the own school's roll, or the reader's own record. */
export const applicantFor = async (ctx: PersonCtx, number: string | null) => {
  const { organization, personId } = ctx.actor;
  const staff = organization !== null && organization.role !== "student";
  const where = staff
    ? number
      ? { organizationId: organization.id, studentNumber: number, state: "active" }
      : null
    : { personId, state: "active" };
  return where
    ? read.student.findFirst({
        where,
        orderBy: { createdAt: "desc" },
        select: {
          id: true,
          name: true,
          studentNumber: true,
          organizationId: true,
          entryYear: true,
          state: true,
          idHash: true,
          className: true,
        },
      })
    : null;
};

/**
 * Where a student could go now, each place with the verdict of every rule. Goes in: the student and what is stated. Comes out:
 * at most sixty quotas of open windows of the student's region and direction, possible ones first.
 */
export const possiblePlaces = async (
  ctx: PersonCtx,
  student: NonNullable<Awaited<ReturnType<typeof applicantFor>>>,
  stated: Stated,
) => {
  const today = civilDate(ctx.clock.now());
  const school = await read.organization.findUniqueOrThrow({
    where: { id: student.organizationId },
    select: { regionCode: true, kind: true },
  });
  const direction = school.kind === "general_school" ? "to_vocational" : "to_general";
  const windows = await read.transferWindow.findMany({
    where: {
      regionCode: { in: regionsAbove(school.regionCode) },
      direction,
      state: "open",
      closesOn: { gte: today },
    },
    orderBy: [{ closesOn: "asc" }, { id: "asc" }],
    take: 20,
  });
  const quotas = await read.transferQuota.findMany({
    where: { windowId: { in: windows.map((one) => one.id) }, seats: { gt: 0 } },
    orderBy: [{ windowId: "asc" }, { id: "asc" }],
    take: MOST_QUOTAS,
  });
  const judged = await judgeQuotas(read, {
    student,
    quotaIds: quotas.map((one) => one.id),
    stated,
    on: today,
  });
  const names = await schoolNames(quotas.map((one) => one.schoolId));
  const order = { pass: 0, warn: 1, missing: 2, block: 3 };
  return quotas
    .flatMap((quota) => {
      const window = windows.find((one) => one.id === quota.windowId);
      const found = judged.find((one) => one.quotaId === quota.id);
      if (!window || !found) return [];
      return [
        {
          id: quota.id,
          school: names.get(quota.schoolId) ?? "",
          major: quota.majorName,
          seats: quota.seats,
          left: Math.max(0, quota.seats - quota.taken),
          point: pointCode({ grade: window.grade, term: window.term, edge: window.edge as Edge }),
          closesOn: window.closesOn,
          findings: found.findings,
          verdict: worstOf(found.findings),
        },
      ];
    })
    .sort((a, b) => order[a.verdict] - order[b.verdict]);
};
