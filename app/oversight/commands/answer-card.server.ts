import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { moveCard, ownCard } from "../card-move.server";
import { mailCard, nearestAuthorities, recordCard } from "../card-record.server";
import type { CardAnswerInput } from "../card-schema";

/**
 * The school says what it has to say to a draft card, with a file where there is one. Goes in: the card, the words, the
 * file, by an owner or coordinator of the school. Comes out: the answer's id; the authority is told and may publish or
 * withdraw from then on. Refuses a card that waits for no answer and another school's (not found).
 */
export const answerCard = async (
  ctx: MemberCtx,
  cardId: string,
  input: CardAnswerInput,
  file: ReceivedFile | null,
): Promise<Result<{ id: string }>> => {
  const stored = file ? await putFile(file.bytes) : null;
  return decide((tx) => {
    const asked = { cardId, text: input.text, file: stored?.sha256 ?? null };
    return once(tx, ctx, input.submissionKey, asked, async () => {
      const card = await ownCard(tx, ctx, cardId);
      await moveCard(tx, ctx, card, input.version, {
        move: "answer",
        who: "school",
        words: input.text,
        change: { answers: { increment: 1 } },
      });
      const at = ctx.clock.now();
      const id = newId(at.getTime());
      const fileId =
        file && stored
          ? await attachFile(tx, {
              stored,
              name: file.name,
              mediaType: file.mediaType,
              subject: { type: "programme_card", id: cardId },
              organizationId: ctx.actor.organizationId,
              uploadedBy: ctx.actor.personId,
              at,
            })
          : null;
      await tx.programmeCardAnswer.create({
        data: {
          id,
          cardId,
          digest: card.digest,
          text: input.text,
          fileId,
          authorName: ctx.actor.name,
          createdAt: at,
        },
      });
      const authorities = await nearestAuthorities(tx, card.regionCode);
      const eventId = await recordCard(
        tx,
        ctx,
        card,
        "programme_card.answered",
        { withFile: fileId !== null },
        authorities,
      );
      await mailCard(tx, ctx, {
        kind: "answered",
        key: eventId,
        to: authorities,
        values: { programme: card.name, year: card.year, school: ctx.actor.organization.name },
        link: `/oversight/cards/${cardId}`,
      });
      return { id };
    });
  });
};
