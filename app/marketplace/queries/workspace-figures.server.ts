import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionAncestry } from "~/catalogues/rules/regions";
import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { enquiryCounts } from "./enquiry-list.server";
import { replyFiguresOf } from "./reply-figures.server";

/** One figure with the rows behind it. A share keeps its two numbers; null is "too few to show". */
export type Figure = {
  key: string;
  value: string | null;
  numerator?: number;
  denominator?: number;
  href?: string;
};

const SHOWN_FROM = 5;

const dealing = async (organizationId: string): Promise<Figure[]> => {
  const [{ ours, theirs }, accepted, published, replies] = await Promise.all([
    enquiryCounts(organizationId),
    read.enquiry.count({
      where: {
        state: "accepted",
        OR: [{ fromOrganizationId: organizationId }, { toOrganizationId: organizationId }],
      },
    }),
    read.listing.count({ where: { organizationId, state: "published" } }),
    replyFiguresOf(organizationId),
  ]);
  const { answered, due, percent } = replies;
  return [
    { key: "workspace.figure.ours", value: String(ours), href: "/enquiries?tab=ours" },
    { key: "workspace.figure.theirs", value: String(theirs), href: "/enquiries?tab=theirs" },
    { key: "workspace.figure.accepted", value: String(accepted), href: "/enquiries?tab=ended" },
    { key: "workspace.figure.published", value: String(published), href: "/listings/mine" },
    ...(due > 0
      ? [
          {
            key: "workspace.figure.replies",
            value: percent === null ? `${answered}/${due}` : `${percent}%`,
            ...(percent === null ? {} : { numerator: answered, denominator: due }),
          },
        ]
      : []),
  ];
};

/** Codes of a region and all below it: the prefix of a province or city code. */
const prefixOf = (code: string): string =>
  code.endsWith("0000") ? code.slice(0, 2) : code.endsWith("00") ? code.slice(0, 4) : code;

/** Aggregates of a region; nothing of fewer than five, and never whose. */
const regional = async (
  organizationId: string,
  today: string,
): Promise<{ figures: Figure[]; region: string }> => {
  const own = await read.organization.findUnique({
    where: { id: organizationId },
    select: { regionCode: true },
  });
  const code = own?.regionCode ?? "";
  const { regions } = await catalogue();
  const region = regionAncestry(regions, code)
    .map(({ name }) => name)
    .join("");
  const within = { regionCode: { startsWith: prefixOf(code) } };
  const inRegion = { state: "verified", ...within };
  const since = new Date(`${addDays(today, -365)}T00:00:00Z`);
  const [enterprises, schools, open, ids] = await Promise.all([
    read.organization.count({ where: { ...inRegion, kind: "enterprise" } }),
    read.organization.count({ where: { ...inRegion, kind: "school" } }),
    read.listing.count({ where: { state: "published", ...within } }),
    read.organization.findMany({
      where: inRegion,
      select: { id: true },
      orderBy: { id: "asc" },
      take: 5_000,
    }),
  ]);
  const asked = { toOrganizationId: { in: ids.map(({ id }) => id) }, endedAt: { gte: since } };
  const [ended, expired] = await Promise.all([
    read.enquiry.count({ where: { ...asked, state: { in: ["accepted", "declined", "expired"] } } }),
    read.enquiry.count({ where: { ...asked, state: "expired" } }),
  ]);
  const few = ended < SHOWN_FROM;
  return {
    region,
    figures: [
      {
        key: "workspace.figure.enterprises",
        value: String(enterprises),
        href: `/organizations?kind=enterprise&region=${code}`,
      },
      {
        key: "workspace.figure.schools",
        value: String(schools),
        href: `/organizations?kind=school&region=${code}`,
      },
      { key: "workspace.figure.open", value: String(open), href: `/listings?region=${code}` },
      {
        key: "workspace.figure.unanswered",
        value: few ? null : `${Math.round((expired / ended) * 100)}%`,
        ...(few ? {} : { numerator: expired, denominator: ended }),
      },
    ],
  };
};

const operating = async (today: string): Promise<Figure[]> => {
  const [waiting, late, queued, dead, verified] = await Promise.all([
    read.verificationReview.count({ where: { decision: null } }),
    read.verificationReview.count({ where: { decision: null, dueOn: { lt: today } } }),
    read.delivery.count({ where: { state: "queued" } }),
    read.delivery.count({ where: { state: "dead" } }),
    read.organization.count({ where: { state: "verified" } }),
  ]);
  return [
    { key: "workspace.figure.queue", value: String(waiting), href: "/admin/verifications" },
    { key: "workspace.figure.queueLate", value: String(late), href: "/admin/verifications" },
    { key: "workspace.figure.queued", value: String(queued), href: "/admin/outbox?state=queued" },
    { key: "workspace.figure.dead", value: String(dead), href: "/admin/outbox?state=dead" },
    { key: "workspace.figure.verified", value: String(verified), href: "/organizations" },
  ];
};

/**
 * The figures of a person's workspace, each linked to its rows: an operator's queue, a region's aggregates for an
 * authority, an organization's own business for its staff. Nothing for students and people without an organization.
 */
export const workspaceFigures = async (
  person: Person,
  now: Date,
): Promise<{ figures: Figure[]; region: string | null }> => {
  const today = civilDate(now);
  const { organization } = person;
  if (organization?.kind === "authority") return regional(organization.id, today);
  if (organization && organization.role !== "student") {
    const figures = await dealing(organization.id);
    return { figures, region: null };
  }
  return { figures: person.isOperator ? await operating(today) : [], region: null };
};
