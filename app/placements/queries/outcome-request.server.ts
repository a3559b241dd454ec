import { catalogue } from "~/catalogues/queries/catalogue.server";
import { occupationsFor } from "~/marketplace/queries/fit-book.server";
import { hashToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { FINISHED } from "../rules/lifecycle";

/** Occupations offered on the page: those the major leads to best. */
const MOST_OCCUPATIONS = 15;

/** A question by the token of its link, while it may still be answered; null for an unknown or expired one. */
export const openRequest = async (token: string, now: Date) => {
  const request = await read.outcomeRequest.findUnique({ where: { tokenHash: hashToken(token) } });
  return request && request.expiresOn >= civilDate(now) ? request : null;
};

/**
 * What the one-page question shows: school, month, the unit of the last placement, occupations of the major, regions, and
 * what was answered before. Goes in: the token and now. Comes out: null for an unknown or expired token. Writes nothing.
 */
export const outcomePage = async (token: string, now: Date) => {
  const request = await openRequest(token, now);
  if (!request) return null;
  const student = await read.student.findUniqueOrThrow({ where: { id: request.studentId } });
  const [school, programme, placement, said, books] = await Promise.all([
    read.organization.findUniqueOrThrow({
      where: { id: request.schoolId },
      select: { name: true, regionCode: true },
    }),
    read.programme.findUniqueOrThrow({ where: { id: student.programmeId } }),
    read.placement.findFirst({
      where: { studentId: student.id, state: { in: [...FINISHED] } },
      orderBy: { endsOn: "desc" },
      select: { hostId: true },
    }),
    read.graduateOutcome.findFirst({
      where: { studentId: student.id, month: request.month, source: "graduate" },
    }),
    catalogue(),
  ]);
  const host = placement
    ? await read.organization.findUnique({ where: { id: placement.hostId }, select: { name: true } })
    : null;
  const province = school.regionCode.slice(0, 2);
  const regions = [...books.regions.values()]
    .filter(
      (one) =>
        one.withdrawnIn === null &&
        ((one.level === "city" && one.code.startsWith(province)) ||
          (one.level === "province" && !one.code.startsWith(province))),
    )
    .sort((a, b) => Number(b.code.startsWith(province)) - Number(a.code.startsWith(province)))
    .map(({ code, name }) => ({ code, name }));
  const occupations = [...occupationsFor(books, programme.majorCode).keys()]
    .slice(0, MOST_OCCUPATIONS)
    .flatMap((code) => {
      const found = books.occupations.get(code);
      return found ? [{ code, name: found.name }] : [];
    });
  return {
    name: student.name,
    school: school.name,
    month: request.month,
    host: host?.name ?? null,
    answered: request.answeredAt?.toISOString() ?? null,
    stopped: request.stoppedAt !== null,
    expiresOn: request.expiresOn,
    regions,
    occupations,
    said: said && {
      destination: said.destination,
      employerName: said.employerName,
      sameUnit: said.sameUnit === null ? null : said.sameUnit ? "yes" : "no",
      occupation: said.occupationCode,
      ownMatch: said.ownMatch,
      region: said.regionCode,
      payBand: said.payBand,
      satisfaction: said.satisfaction,
    },
  };
};

export type OutcomePage = NonNullable<Awaited<ReturnType<typeof outcomePage>>>;
