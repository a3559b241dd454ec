import type { FrozenDocument } from "~/agreements/rules/sealed-content";
import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { ownPlacement } from "../placement-scope.server";

/**
 * The tripartite agreement of one placement as its parties read it. Goes in: who looks and the placement's id. Comes out:
 * the latest text with who signed when, whether the reader is the student it waits for, and what consent of theirs is
 * open; null when the placement is not theirs to see.
 */
export const agreementTab = async (actor: Person, id: string) => {
  const own = await ownPlacement(read, actor, id);
  if (!own) return null;
  const { placement, as } = own;
  const [document, student, word] = await Promise.all([
    read.sealedDocument.findFirst({
      where: { subjectKind: "placement", subjectId: id, state: { not: "withdrawn" } },
      orderBy: { ordinal: "desc" },
      include: { signatures: { take: 12 } },
    }),
    read.student.findUnique({ where: { id: placement.studentId }, select: { personId: true, name: true } }),
    read.consent.findFirst({
      where: {
        studentId: placement.studentId,
        purpose: "internship",
        recipientId: placement.hostId,
        party: "student",
      },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { act: true },
    }),
  ]);
  const content = document ? (JSON.parse(document.frozen) as FrozenDocument).content : null;
  const signatures = document?.signatures ?? [];
  const mine = as === "student" && student?.personId === actor.personId;
  return {
    id,
    as,
    state: placement.state,
    studentId: placement.studentId,
    hostId: placement.hostId,
    askConsent: mine && placement.state === "preparing" && word?.act !== "given",
    document: document && {
      id: document.id,
      state: document.state,
      standing: document.standing,
      code: document.code,
      digest: document.digest,
      hasPdf: document.pdfFileId !== null,
    },
    content,
    parties: (content?.parties ?? []).map((party) => ({
      ...party,
      signedAt: signatures.find((one) => one.signerId === party.id)?.signedAt.toISOString() ?? null,
    })),
    maySign:
      mine &&
      document?.state === "signing" &&
      placement.state === "preparing" &&
      !signatures.some((one) => one.signerId === actor.personId),
  };
};
