import type { Person } from "~/identity/actor";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { voiceOf } from "../concern-voice.server";

const MOST = 20;

/**
 * What somebody raised themselves about one placement, and what was answered. Goes in: the person, the placement, now.
 * Comes out: their own concerns, the latest first; null for anybody but the student and a guardian.
 */
export const ownConcerns = async (actor: Person, placementId: string, now: Date) => {
  const voice = await voiceOf(read, { by: "page", actor, placementId }, now);
  if (!voice) return null;
  const rows = await read.concern.findMany({
    where: { placementId, raisedById: actor.personId },
    orderBy: { raisedAt: "desc" },
    take: MOST,
  });
  const notes = await read.concernNote.findMany({
    where: { concernId: { in: rows.map((row) => row.id) } },
    orderBy: { at: "asc" },
    take: 200,
  });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    raisedAt: row.raisedAt.toISOString(),
    respondBy: row.respondBy.toISOString(),
    text: openField("concern.text", row.textSealed),
    answers: notes
      .filter((note) => note.concernId === row.id)
      .map((note) => ({
        id: note.id,
        side: note.side,
        text: openField("concern.note", note.textSealed),
        at: note.at.toISOString(),
      })),
  }));
};

export type OwnConcern = NonNullable<Awaited<ReturnType<typeof ownConcerns>>>[number];
