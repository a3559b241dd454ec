import { mayWrite, type PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { MOST_RULES } from "../commands/set-credit-rule.server";
import { ledgerSubjects } from "../ledger-scope.server";
import { SCHOOLS } from "../policy";

const MOST = 60;

/** Whether a person deals with a school's claims (its staff) or shows their own (a student, a guardian reads). */
export const claimSide = (ctx: PersonCtx): "school" | "person" => {
  const { organization } = ctx.actor;
  return organization &&
    SCHOOLS.includes(organization.kind) &&
    !["student", "viewer"].includes(organization.role)
    ? "school"
    : "person";
};

/**
 * Certificates, prizes, patents and products shown for credits. Goes in: who looks. Comes out: for a school those that wait
 * and the newest decided (sixty each) with its rules; for a student or guardian their own.
 */
export const claimsPage = async (ctx: PersonCtx) => {
  const side = claimSide(ctx);
  const organizationId = ctx.actor.organization?.id ?? "";
  const subjects = side === "person" ? await ledgerSubjects(read, ctx.actor) : [];
  const where =
    side === "school" ? { organizationId } : { studentId: { in: subjects.map((one) => one.studentId) } };
  const [waiting, decided, rules] = await Promise.all([
    read.creditClaim.findMany({
      where: { ...where, state: "proposed" },
      orderBy: { createdAt: "asc" },
      take: MOST,
    }),
    read.creditClaim.findMany({
      where: { ...where, state: { not: "proposed" } },
      orderBy: { createdAt: "desc" },
      take: MOST,
    }),
    side === "school"
      ? read.creditRule.findMany({
          where: { organizationId },
          orderBy: [{ source: "asc" }, { validFrom: "desc" }],
          take: MOST_RULES,
        })
      : [],
  ]);
  const row = (claim: (typeof waiting)[number]) => ({
    id: claim.id,
    version: claim.version,
    source: claim.source,
    title: claim.title,
    issuer: claim.issuer,
    number: claim.number,
    happenedOn: claim.happenedOn,
    student: claim.studentName,
    by: claim.proposedByName,
    state: claim.state,
    creditsCenti: claim.creditsCenti,
    reason: claim.reason,
    decidedBy: claim.decidedBy,
    fileName: claim.fileId ? claim.fileName : null,
  });
  return {
    side,
    may:
      side === "school" &&
      ctx.actor.organization !== null &&
      mayWrite({ organization: ctx.actor.organization }),
    proposes: side === "person" && subjects.some((one) => one.own),
    waiting: waiting.map(row),
    decided: decided.map(row),
    rules: rules.map((rule) => ({
      id: rule.id,
      source: rule.source,
      title: rule.title,
      creditsCenti: rule.creditsCenti,
      validFrom: rule.validFrom,
      validTo: rule.validTo,
      document: rule.document,
    })),
  };
};

export type ClaimsPage = Awaited<ReturnType<typeof claimsPage>>;

/** The evidence of a claim, for its school's staff, the student and a guardian; null for anybody else. */
export const claimFile = async (ctx: PersonCtx, id: string) => {
  const claim = await read.creditClaim.findUnique({ where: { id } });
  if (!claim?.fileId) return null;
  const staff = claimSide(ctx) === "school" && ctx.actor.organization?.id === claim.organizationId;
  const own =
    staff || (await ledgerSubjects(read, ctx.actor)).some((one) => one.studentId === claim.studentId);
  return own ? read.storedFile.findUnique({ where: { id: claim.fileId } }) : null;
};
