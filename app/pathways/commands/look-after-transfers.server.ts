import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { decide } from "~/platform/decide.server";
import { civilDate } from "~/platform/time/clock";
import { moveTransfer } from "../transfer-moves.server";
import { closeNotice } from "./close-notice.server";

const BATCH = 200;
const UNSUBMITTED = ["draft", "counselling", "consent"];

/** Why an application lapses by the clock, as the last part of a word key. */
const codeFor = (state: string): string =>
  UNSUBMITTED.includes(state) ? "windowClosed" : state === "eligibility" ? "factsNeverCame" : "seatsFilled";

/**
 * What time brings about: notices end, applications not submitted by the end of their window lapse, so do those whose missing
 * facts never came, and those outside the seats once the list of their quota is closed. Goes in: the clock. Comes out: how many
 * notices closed and how many applications lapsed, at most two hundred of each in one go.
 */
export const lookAfterTransfers = async (ctx: Ctx): Promise<{ closed: number; lapsed: number }> => {
  const today = civilDate(ctx.clock.now());
  const notices = await read.transferNotice.findMany({
    where: { state: "open", untilOn: { lt: today } },
    take: BATCH,
    select: { id: true },
  });
  let closed = 0;
  for (const { id } of notices) closed += (await closeNotice(ctx, id, null)).ok ? 1 : 0;
  const late = await read.transfer.findMany({
    where: {
      dueOn: { lt: today },
      OR: [{ state: { in: [...UNSUBMITTED, "eligibility"] } }, { state: "ranked", within: 0 }],
    },
    orderBy: { dueOn: "asc" },
    take: BATCH,
    select: { id: true },
  });
  let lapsed = 0;
  for (const { id } of late) {
    const done = await decide(async (tx) => {
      const transfer = await tx.transfer.findUniqueOrThrow({ where: { id } });
      const listed =
        transfer.state === "ranked"
          ? await tx.transfer.count({
              where: { quotaId: transfer.quotaId, state: { in: ["notice", "receiving"] } },
            })
          : 0;
      if (listed > 0 || transfer.dueOn >= today) return false;
      await moveTransfer(tx, ctx, transfer, {
        action: "lapse",
        who: "clock",
        reasonCode: codeFor(transfer.state),
      });
      return true;
    });
    if (done.ok && done.value) lapsed += 1;
  }
  return { closed, lapsed };
};
