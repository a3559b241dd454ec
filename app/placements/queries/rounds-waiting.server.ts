import { mayWrite, type Person } from "~/identity/actor";
import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import type { WaitingItem } from "~/marketplace/rules/waiting";
import { read } from "~/platform/db/client.server";
import { recordsOf } from "../round-access.server";

const AT_MOST = 20;

type Asked = "draft" | "invited" | "open" | "compute" | "confirm" | "rank" | "choose";

const item = (
  asked: Asked,
  round: { id: string; name: string },
  { due, href, values }: { due: string | null; href: string; values?: Record<string, string | number> },
): WaitingItem => ({
  id: `round:${asked}:${href}`,
  due,
  title: { key: `rounds.waits.${asked}`, values: { name: round.name, ...values } },
  meta: { key: `rounds.waits.${asked}Meta` },
  action: { key: `rounds.waits.${asked}Act`, href },
});

const staff = ({ organization }: Person): boolean => organization !== null && mayWrite({ organization });

const forSchool = async (schoolId: string): Promise<WaitingItem[]> => {
  const rows = await read.roundSchool.findMany({
    where: {
      schoolId,
      state: { in: ["lead", "invited"] },
      round: { state: { in: ["draft", "open", "ranking", "preview"] } },
    },
    orderBy: { roundId: "desc" },
    take: AT_MOST,
    include: { round: true },
  });
  const silent = await read.roundStudent.groupBy({
    by: ["roundId"],
    where: { roundId: { in: rows.map(({ roundId }) => roundId) }, chosenAt: null },
    _count: { _all: true },
  });
  return rows.flatMap(({ round, state }): WaitingItem[] => {
    const href = `/rounds/${round.id}`;
    if (state === "invited") {
      return round.state === "draft" ? [item("invited", round, { due: round.choicesUntil, href })] : [];
    }
    const count = silent.find(({ roundId }) => roundId === round.id)?._count._all ?? 0;
    if (round.state === "draft") return [item("draft", round, { due: null, href })];
    if (round.state === "open")
      return count > 0 ? [item("open", round, { due: round.choicesUntil, href, values: { count } })] : [];
    if (round.state === "ranking") return [item("compute", round, { due: round.ranksUntil, href })];
    return [item("confirm", round, { due: round.publishOn, href: `${href}/result` })];
  });
};

const forHost = async (hostId: string): Promise<WaitingItem[]> => {
  const rows = await read.roundSlot.findMany({
    where: {
      hostId,
      rankedAt: null,
      withdrawnAt: null,
      round: { state: { in: ["open", "ranking"] }, openedAt: { not: null } },
    },
    orderBy: { id: "asc" },
    take: AT_MOST,
    include: { round: true },
  });
  return rows.map(({ id, title, round }) =>
    item("rank", round, {
      due: round.ranksUntil,
      href: `/rounds/${round.id}/slots/${id}`,
      values: { slot: title },
    }),
  );
};

const forStudent = async (personId: string): Promise<WaitingItem[]> => {
  const own = await recordsOf(read, personId);
  const rows = await read.roundStudent.findMany({
    where: { studentId: { in: own }, chosenAt: null, round: { state: "open" } },
    take: AT_MOST,
    include: { round: true },
  });
  return rows.map(({ round }) =>
    item("choose", round, { due: round.choicesUntil, href: `/rounds/${round.id}/choices` }),
  );
};

/** What rounds bring to 工作台: to prepare, answer, compute or confirm; to order students; to give one's choices. */
export const waitingRounds: WaitingProvider = {
  name: "rounds",
  isFor: (person) => staff(person) || person.organization?.role === "student",
  load: async ({ organization, personId }) => {
    if (!organization) return [];
    if (organization.role === "student") return forStudent(personId);
    return organization.kind === "school" ? forSchool(organization.id) : forHost(organization.id);
  },
};
