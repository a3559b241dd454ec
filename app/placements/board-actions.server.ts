import type { MemberCtx } from "~/identity/actor";
import { parseForm } from "~/platform/http/form.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { notFound, type Refusal, type Result } from "~/platform/result";
import { askInternshipConsents } from "./commands/ask-internship-consents.server";
import { prepareAgreements } from "./commands/prepare-agreements.server";
import { recordEvidence } from "./commands/record-evidence.server";
import { startPlacements } from "./commands/start-placements.server";
import { withdrawEvidence } from "./commands/withdraw-evidence.server";
import { evidenceForm } from "./gate-schema";

/** What came of a step on the board: numbers for a sentence, and who is held by what. */
export type BoardDone = {
  key: string;
  values: Record<string, string | number>;
  held: { id: string; name: string; refusal: Refusal }[];
};

const done = (key: string, values: BoardDone["values"], held: BoardDone["held"] = []) => ({
  ok: true as const,
  value: { key: `placements.done.${key}`, values, held },
});

const MOST = 300;

/**
 * Does what a button of the gate board asks: clear with one document, ask for consents, prepare agreements, start, take a
 * document back. Goes in: the form and its file. Comes out: what to say, or the command's refusal.
 */
export const actOnBoard = async (
  ctx: MemberCtx,
  form: FormData,
  file: ReceivedFile | null,
): Promise<Result<BoardDone>> => {
  const ids = form.getAll("placement").map(String).slice(0, MOST);
  const note = String(form.get("note") ?? "");
  switch (form.get("intent")) {
    case "clear": {
      const parsed = parseForm(form, evidenceForm);
      if (!parsed.ok) {
        return {
          ok: false,
          refusal: { code: "invalid", key: "errors.checkFields", fields: parsed.state.fields },
        };
      }
      const kept = await recordEvidence(ctx, parsed.value, file);
      return kept.ok ? done("cleared", { covers: kept.value.covers }) : kept;
    }
    case "ask": {
      const asked = await askInternshipConsents(ctx, ids);
      return asked.ok ? done("asked", asked.value) : asked;
    }
    case "prepare": {
      const prepared = await prepareAgreements(ctx, ids);
      if (!prepared.ok) return prepared;
      const { prepared: count, held } = prepared.value;
      return done("prepared", { count, held: held.length }, held);
    }
    case "start": {
      const started = await startPlacements(ctx, { ids, reason: note });
      return started.ok ? done("started", started.value) : started;
    }
    case "withdraw": {
      const gone = await withdrawEvidence(ctx, String(form.get("evidence") ?? ""), { reason: note });
      return gone.ok ? done("withdrawn", {}) : gone;
    }
    default:
      return notFound();
  }
};
