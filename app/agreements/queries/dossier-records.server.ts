import { read } from "~/platform/db/client.server";

const MOST_AGREEMENTS = 200;
const MOST = 500;

export type RecordFile = { id: string; name: string; sha256: string; bytes: number };

const filesOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, RecordFile>> => {
  const found = await read.storedFile.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, sha256: true, bytes: true },
  });
  return new Map(found.map((file) => [file.id, file]));
};

/**
 * What an organization can show from its agreements in force: the sealed papers, accepted deliveries with their files, what
 * was put in by anybody, meetings and finished tasks of its consortia. Goes in: the organization. Comes out: records with
 * their civil dates, each list bounded (200 agreements, 500 of everything else), the newest first.
 */
export const agreementRecords = async (organizationId: string) => {
  const agreements = await read.agreement.findMany({
    where: {
      state: { in: ["active", "completed"] },
      parties: { some: { organizationId } },
      sealedOn: { not: null },
    },
    orderBy: [{ sealedOn: "desc" }, { id: "desc" }],
    take: MOST_AGREEMENTS,
    select: {
      id: true,
      kind: true,
      title: true,
      sealedOn: true,
      parties: { select: { organizationId: true } },
      documents: {
        where: { state: "sealed" },
        orderBy: { ordinal: "desc" },
        take: 1,
        select: { pdfFileId: true },
      },
    },
  });
  const within = { agreementId: { in: agreements.map(({ id }) => id) } };
  const [deliveries, contributions, meetings, tasks, names] = await Promise.all([
    read.agreementEvidence.findMany({
      where: { ...within, state: "accepted" },
      orderBy: { happenedOn: "desc" },
      take: MOST,
    }),
    read.agreementContribution.findMany({ where: within, orderBy: { on: "desc" }, take: MOST }),
    read.consortiumMeeting.findMany({ where: within, orderBy: { heldOn: "desc" }, take: MOST }),
    read.consortiumTask.findMany({
      where: { ...within, doneOn: { not: null } },
      orderBy: { doneOn: "desc" },
      take: MOST,
    }),
    read.organization.findMany({
      where: { id: { in: agreements.flatMap(({ parties }) => parties.map((one) => one.organizationId)) } },
      select: { id: true, name: true },
    }),
  ]);
  const files = await filesOf([
    ...agreements.flatMap(({ documents }) => documents[0]?.pdfFileId ?? []),
    ...deliveries.flatMap(({ fileId }) => fileId ?? []),
  ]);
  const file = (id: string | null | undefined): RecordFile | null => (id ? (files.get(id) ?? null) : null);
  const nameOf = (id: string): string => names.find((one) => one.id === id)?.name ?? "";
  return {
    agreements: agreements.map(({ id, kind, title, sealedOn, parties, documents }) => ({
      id,
      kind,
      title,
      day: sealedOn ?? "",
      members: parties.length,
      partners: parties
        .filter((one) => one.organizationId !== organizationId)
        .map((one) => nameOf(one.organizationId)),
      file: file(documents[0]?.pdfFileId),
    })),
    deliveries: deliveries.map((one) => ({
      agreementId: one.agreementId,
      commitmentId: one.commitmentId,
      note: one.note,
      day: one.happenedOn,
      file: file(one.fileId),
    })),
    contributions: contributions.map(({ agreementId, kind, source, what, amountFen, hours, on, ...one }) => ({
      agreementId,
      kind,
      source,
      what,
      amountFen,
      hours,
      day: on,
      by: nameOf(one.organizationId),
    })),
    meetings: meetings.map(({ agreementId, organ, heldOn, attended }) => ({
      agreementId,
      organ,
      day: heldOn,
      attended,
    })),
    tasks: tasks.map(({ agreementId, title, doneOn }) => ({ agreementId, title, day: doneOn ?? "" })),
  };
};

export type AgreementRecords = Awaited<ReturnType<typeof agreementRecords>>;
