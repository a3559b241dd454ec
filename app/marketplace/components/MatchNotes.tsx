import { useTranslator } from "~/words/use-words";
import type { LabelledMatch } from "../queries/label-matches.server";

/** What a party itself said that stands in the way: why it is not looking, and until when it takes no new enquiries. */
export const MatchNotes = ({ match }: { match: LabelledMatch }) => {
  const { any } = useTranslator();
  const { appetiteReason, fullUntil } = match;
  return (
    <>
      {appetiteReason && (
        <div>
          {any("matches.appetite.why", { reason: any(`matches.appetite.reasons.${appetiteReason}`) })}
        </div>
      )}
      {fullUntil && <div className="text-amber">{any("quota.full", { date: fullUntil })}</div>}
    </>
  );
};
