import { mayWrite, type Person } from "~/identity/actor";
import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import type { WaitingItem } from "~/marketplace/rules/waiting";
import { read } from "~/platform/db/client.server";
import { sideOf } from "../application-policy";
import { ownStudent } from "../application-record.server";
import { termsOfProposal } from "../proposal-record.server";
import type { ApplicationState } from "../rules/application-lifecycle";
import { taskOf } from "../rules/application-task";
import type { Turn } from "../rules/application-turns";

const AT_MOST = 20;

/** What waits for a person in the rail: the student's own decisions, the host's answers, the school's reviews. */
export const applicationsWaitingCount = async (person: Person): Promise<number> => {
  const side = sideOf(person);
  const { organizationId } = person;
  if (!side || !organizationId) return 0;
  if (side === "host") {
    return read.application.count({
      where: { hostId: organizationId, turn: "host", sharedAt: { not: null } },
    });
  }
  if (side === "school") {
    return read.placementProposal.count({ where: { schoolId: organizationId, state: "proposed" } });
  }
  const student = await ownStudent(read, person);
  if (!student) return 0;
  const [applications, returned] = await Promise.all([
    read.application.count({ where: { studentId: student.id, turn: "student" } }),
    read.placementProposal.count({ where: { studentId: student.id, state: "returned" } }),
  ]);
  return applications + returned;
};

const forHost = async (hostId: string): Promise<WaitingItem[]> => {
  const rows = await read.application.groupBy({
    by: ["listingId", "title", "state"],
    where: { hostId, turn: "host", sharedAt: { not: null } },
    _count: { id: true },
    _min: { replyBy: true },
    orderBy: { _min: { replyBy: "asc" } },
    take: AT_MOST,
  });
  return rows.map((row) => {
    const key = row.state === "submitted" ? "hostNew" : "hostAnswer";
    return {
      id: `applications:${row.listingId}:${row.state}`,
      due: row._min.replyBy,
      title: {
        key: `applications.waiting.${key}`,
        values: { count: row._count.id, title: row.title },
      },
      meta: { key: `applications.waiting.${key}Meta` },
      action: {
        key: "applications.waiting.actSee",
        href: `/applications?tab=${row.state}&listing=${row.listingId}`,
      },
    };
  });
};

const TASK_WORDS = {
  student_share: "share",
  student_interview: "interview",
  student_offered: "offer",
  guardian_share: "guardian",
  guardian_place: "guardian",
} as const;

const forStudent = async (person: Person): Promise<WaitingItem[]> => {
  const student = await ownStudent(read, person);
  if (!student) return [];
  const [rows, returned] = await Promise.all([
    read.application.findMany({
      where: { studentId: student.id, turn: { in: ["student", "guardian"] } },
      orderBy: { replyBy: "asc" },
      take: AT_MOST,
    }),
    read.placementProposal.findMany({ where: { studentId: student.id, state: "returned" }, take: 5 }),
  ]);
  const items = rows.flatMap((row): WaitingItem[] => {
    const task = taskOf(row.state as ApplicationState, row.turn as Turn | null, row.sharedAt !== null);
    const word = task && task in TASK_WORDS ? TASK_WORDS[task as keyof typeof TASK_WORDS] : null;
    if (!word) return [];
    return [
      {
        id: `application:${row.id}`,
        due: row.replyBy,
        title: { key: `applications.waiting.${word}`, values: { title: row.title } },
        meta: { key: `applications.waiting.${word}Meta` },
        action: {
          key: `applications.waiting.${word === "guardian" ? "actSee" : "actDecide"}`,
          href: `/applications/${row.id}`,
        },
      },
    ];
  });
  const mend = returned.map(
    (row): WaitingItem => ({
      id: `proposal:${row.id}`,
      due: null,
      title: { key: "applications.waiting.returned", values: { title: termsOfProposal(row).title } },
      meta: { key: "applications.waiting.returnedMeta" },
      action: { key: "applications.waiting.actMend", href: `/applications/self-found/${row.id}` },
    }),
  );
  return [...items, ...mend];
};

const forSchool = async (schoolId: string): Promise<WaitingItem[]> => {
  const [proposals, guardian] = await Promise.all([
    read.placementProposal.findMany({
      where: { schoolId, state: "proposed" },
      orderBy: [{ replyBy: "asc" }, { id: "asc" }],
      take: AT_MOST,
    }),
    read.application.findMany({
      where: { schoolId, turn: "guardian" },
      distinct: ["studentId"],
      orderBy: { replyBy: "asc" },
      take: 500,
      select: { replyBy: true },
    }),
  ]);
  const items = proposals.map(
    (row): WaitingItem => ({
      id: `proposal:${row.id}`,
      due: row.replyBy,
      title: { key: "applications.waiting.proposal", values: { title: termsOfProposal(row).title } },
      meta: { key: "applications.waiting.proposalMeta" },
      action: { key: "applications.waiting.actReview", href: `/applications/self-found/${row.id}` },
    }),
  );
  const [first] = guardian;
  if (!first) return items;
  return [
    ...items,
    {
      id: "applications:guardians",
      due: first.replyBy,
      title: { key: "applications.waiting.schoolGuardian", values: { count: guardian.length } },
      meta: { key: "applications.waiting.schoolGuardianMeta" },
      action: { key: "applications.waiting.actSee", href: "/applications" },
    },
  ];
};

/** What applications bring to 工作台: for the student their decisions, for hosts answers due, for schools reviews. */
export const waitingApplications: WaitingProvider = {
  name: "applications",
  isFor: (person) => {
    const side = sideOf(person);
    if (side === "student") return true;
    return side !== null && person.organization !== null && mayWrite({ organization: person.organization });
  },
  load: async (person) => {
    const side = sideOf(person);
    if (side === "student") return forStudent(person);
    if (!person.organizationId) return [];
    return side === "host" ? forHost(person.organizationId) : forSchool(person.organizationId);
  },
};
