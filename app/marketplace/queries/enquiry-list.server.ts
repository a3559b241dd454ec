import { read } from "~/platform/db/client.server";

export const ENQUIRY_TABS = ["ours", "theirs", "ended"] as const;
export type EnquiryTab = (typeof ENQUIRY_TABS)[number];

const PAGE = 20;

export type EnquiryListItem = {
  id: string;
  subject: string;
  state: string;
  other: string;
  /** True when the other side opened it. */
  received: boolean;
  seats: number | null;
  startsOn: string | null;
  endsOn: string | null;
  replyBy: string;
  reminded: boolean;
  endedAt: string | null;
};

const selected = {
  id: true,
  subject: true,
  state: true,
  fromOrganizationId: true,
  toOrganizationId: true,
  seats: true,
  startsOn: true,
  endsOn: true,
  replyBy: true,
  remindedAt: true,
  endedAt: true,
} as const;

type Cursor = { key: string; id: string };

/** A cursor is "key~id"; anything else begins at the start. */
const cursorOf = (text: string | null): Cursor | null => {
  const [key, id] = (text ?? "").split("~");
  return key && id && !Number.isNaN(Date.parse(key)) ? { key, id } : null;
};

const openRows = (organizationId: string, tab: "ours" | "theirs", after: Cursor | null) => {
  const where = tab === "ours" ? { batonId: organizationId } : { waiterId: organizationId };
  const later = after && {
    OR: [{ replyBy: { gt: after.key } }, { replyBy: after.key, id: { gt: after.id } }],
  };
  return read.enquiry.findMany({
    where: { ...where, state: "open", ...later },
    orderBy: [{ replyBy: "asc" }, { id: "asc" }],
    take: PAGE + 1,
    select: selected,
  });
};

/** Ended ones stand on two indexes, sent and received: the newest of both, merged. */
const endedRows = async (organizationId: string, after: Cursor | null) => {
  const at = after && new Date(after.key);
  const earlier = at
    ? { OR: [{ endedAt: { lt: at } }, { endedAt: at, id: { lt: after.id } }] }
    : { endedAt: { not: null } };
  const rows = await Promise.all(
    (["fromOrganizationId", "toOrganizationId"] as const).map((side) =>
      read.enquiry.findMany({
        where: { [side]: organizationId, ...earlier },
        orderBy: [{ endedAt: "desc" }, { id: "desc" }],
        take: PAGE + 1,
        select: selected,
      }),
    ),
  );
  return rows
    .flat()
    .sort((a, b) => (b.endedAt?.getTime() ?? 0) - (a.endedAt?.getTime() ?? 0) || (a.id < b.id ? 1 : -1))
    .slice(0, PAGE + 1);
};

/**
 * One tab of an organization's enquiries, 20 a page: open ones by reply-by date, the most urgent first; ended ones newest
 * first. Comes out: the items, and the cursor of the next page if there is one.
 */
export const enquiryList = async (
  organizationId: string,
  tab: EnquiryTab,
  cursor: string | null,
): Promise<{ items: EnquiryListItem[]; next: string | null }> => {
  const after = cursorOf(cursor);
  const rows =
    tab === "ended" ? await endedRows(organizationId, after) : await openRows(organizationId, tab, after);
  const page = rows.slice(0, PAGE);
  const others = page.map((row) =>
    row.fromOrganizationId === organizationId ? row.toOrganizationId : row.fromOrganizationId,
  );
  const names = await read.organization.findMany({
    where: { id: { in: [...new Set(others)] } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const last = page.at(-1);
  const key = last && (tab === "ended" ? (last.endedAt?.toISOString() ?? "") : last.replyBy);
  return {
    items: page.map((row, at) => ({
      id: row.id,
      subject: row.subject,
      state: row.state,
      other: nameOf.get(others[at] ?? "") ?? "",
      received: row.toOrganizationId === organizationId,
      seats: row.seats,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      replyBy: row.replyBy,
      reminded: row.remindedAt !== null,
      endedAt: row.endedAt?.toISOString() ?? null,
    })),
    next: rows.length > PAGE && last && key ? `${key}~${last.id}` : null,
  };
};

/** How many open enquiries wait for an organization, and how many it waits for. */
export const enquiryCounts = async (organizationId: string): Promise<{ ours: number; theirs: number }> => {
  const [ours, theirs] = await Promise.all([
    read.enquiry.count({ where: { batonId: organizationId, state: "open" } }),
    read.enquiry.count({ where: { waiterId: organizationId, state: "open" } }),
  ]);
  return { ours, theirs };
};
