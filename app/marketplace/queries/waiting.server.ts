import { mayWrite, type Person } from "~/identity/actor";
import { latestReview } from "~/organizations/queries/own-organization.server";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { inOrder, listingNeed, type WaitingItem } from "../rules/waiting";

/** Looks for what waits for one kind of reader. A later room adds its own to the list below. */
export type WaitingProvider = {
  name: string;
  isFor: (person: Person) => boolean;
  load: (person: Person, today: string) => Promise<WaitingItem[]>;
};

const AT_MOST = 20;

const staff = (person: Person): boolean =>
  person.organization !== null && mayWrite({ organization: person.organization });

const enquiries: WaitingProvider = {
  name: "enquiries",
  isFor: staff,
  load: async ({ organizationId }) => {
    const rows = await read.enquiry.findMany({
      where: { batonId: organizationId, state: "open" },
      orderBy: [{ replyBy: "asc" }, { id: "asc" }],
      take: AT_MOST,
      select: {
        id: true,
        subject: true,
        replyBy: true,
        waiterId: true,
        toAnsweredAt: true,
        fromAnsweredAt: true,
      },
    });
    const names = await read.organization.findMany({
      where: { id: { in: rows.flatMap(({ waiterId }) => waiterId ?? []) } },
      select: { id: true, name: true },
    });
    return rows.map((row): WaitingItem => {
      const first = row.toAnsweredAt === null && row.fromAnsweredAt === null;
      return {
        id: `enquiry:${row.id}`,
        due: row.replyBy,
        title: {
          key: first ? "workspace.waiting.enquiry" : "workspace.waiting.enquiryReply",
          values: { who: names.find(({ id }) => id === row.waiterId)?.name ?? "", subject: row.subject },
        },
        meta: { key: first ? "workspace.waiting.enquiryMeta" : "workspace.waiting.enquiryReplyMeta" },
        action: { key: "workspace.act.answer", href: `/enquiries/${row.id}` },
      };
    });
  },
};

const profile: WaitingProvider = {
  name: "profile",
  isFor: (person) => staff(person) && person.organization?.verified === false,
  load: async ({ organization }) => {
    if (!organization) return [];
    const stored = await read.organization.findUnique({
      where: { id: organization.id },
      select: { state: true },
    });
    const href = "/organization";
    if (stored?.state === "blocked") {
      return [
        {
          id: "profile",
          due: null,
          title: { key: "workspace.waiting.blocked" },
          meta: { key: "workspace.waiting.blockedMeta" },
          action: { key: "workspace.act.appeal", href: "/organization/standing" },
        },
      ];
    }
    if (stored?.state === "returned") {
      const review = await latestReview(organization.id);
      const values = { reason: review?.reason ?? "" };
      const title = { key: "workspace.waiting.returned" };
      return [
        {
          id: "profile",
          due: null,
          title,
          meta: { key: "workspace.waiting.returnedMeta", values },
          action: { key: "workspace.act.mend", href },
        },
      ];
    }
    if (stored?.state !== "draft") return [];
    const title = { key: "workspace.waiting.profile" };
    return [
      {
        id: "profile",
        due: null,
        title,
        meta: { key: "workspace.waiting.profileMeta" },
        action: { key: "workspace.act.complete", href },
      },
    ];
  },
};

const offers: WaitingProvider = {
  name: "offers",
  isFor: (person) => staff(person) && ["school", "enterprise"].includes(person.organization?.kind ?? ""),
  load: async ({ organization }) => {
    if (!organization) return [];
    const where = { organizationId: organization.id, closedAt: null };
    const school = organization.kind === "school";
    const some = school ? await read.programme.findFirst({ where }) : await read.post.findFirst({ where });
    if (some) return [];
    const what = school ? "programmes" : "posts";
    return [
      {
        id: what,
        due: null,
        title: { key: `workspace.waiting.${what}` },
        meta: { key: `workspace.waiting.${what}Meta` },
        action: { key: "workspace.act.add", href: `/organization/${what}/new` },
      },
    ];
  },
};

const listings: WaitingProvider = {
  name: "listings",
  isFor: staff,
  load: async ({ organizationId }, today) => {
    const rows = await read.listing.findMany({
      where: { organizationId: organizationId ?? "", state: { in: ["draft", "published", "paused"] } },
      orderBy: { updatedAt: "asc" },
      take: 200,
      select: {
        id: true,
        title: true,
        state: true,
        pausedReason: true,
        silentExpiries: true,
        confirmedAt: true,
        publishedAt: true,
        openUntil: true,
      },
    });
    return rows
      .flatMap((row): WaitingItem[] => {
        const seen = row.confirmedAt ?? row.publishedAt;
        const need = listingNeed({ ...row, confirmedOn: seen && civilDate(seen) }, today);
        if (!need) return [];
        const values = { title: row.title, times: row.silentExpiries };
        return [
          {
            id: `listing:${row.id}`,
            due: need === "ends" ? row.openUntil : null,
            title: {
              key: row.title ? `workspace.waiting.listing.${need}` : "workspace.waiting.listing.untitled",
              values,
            },
            meta: { key: `workspace.waiting.listing.${need}Meta`, values },
            action: {
              key: `workspace.act.listing.${need}`,
              href: need === "draft" ? `/listings/${row.id}/edit/about` : `/listings/${row.id}`,
            },
          },
        ];
      })
      .slice(0, AT_MOST);
  },
};

const verifications: WaitingProvider = {
  name: "verifications",
  isFor: (person) => person.isOperator,
  load: async () => {
    const rows = await read.verificationReview.findMany({
      where: { decision: null },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: AT_MOST,
      select: { id: true, dueOn: true, organization: { select: { name: true } } },
    });
    return rows.map((row) => ({
      id: `verification:${row.id}`,
      due: row.dueOn,
      title: { key: "workspace.waiting.verification", values: { name: row.organization.name } },
      meta: { key: "workspace.waiting.verificationMeta" },
      action: { key: "workspace.act.verify", href: `/admin/verifications/${row.id}` },
    }));
  },
};

const outbox: WaitingProvider = {
  name: "outbox",
  isFor: (person) => person.isOperator,
  load: async () => {
    const dead = await read.delivery.count({ where: { state: "dead" } });
    if (dead === 0) return [];
    return [
      {
        id: "outbox",
        due: null,
        title: { key: "workspace.waiting.dead", values: { count: dead } },
        meta: { key: "workspace.waiting.deadMeta" },
        action: { key: "workspace.act.look", href: "/admin/outbox?state=dead" },
      },
    ];
  },
};

/** Everything that can wait for somebody, in the order in which undated things are shown. */
export const WAITING: readonly WaitingProvider[] = [
  verifications,
  outbox,
  enquiries,
  profile,
  offers,
  listings,
];

/**
 * What waits for a person, the latest first: due things by date, then the rest. Goes in: the person, today's civil date.
 * Comes out: at most 20 items, and how many there are of them all (each provider gives at most 20).
 */
export const waitingFor = async (
  person: Person,
  today: string,
  providers: readonly WaitingProvider[] = WAITING,
): Promise<{ items: WaitingItem[]; total: number; late: number }> => {
  const found = await Promise.all(
    providers.filter(({ isFor }) => isFor(person)).map(({ load }) => load(person, today)),
  );
  const all = found.flat();
  const late = all.filter(({ due }) => due !== null && due < today).length;
  return { items: inOrder(all, AT_MOST), total: all.length, late };
};
