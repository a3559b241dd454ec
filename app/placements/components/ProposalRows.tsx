import { DueDate } from "~/ui/DueDate";
import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { ProposalLine } from "../proposal-lines.server";
import { PROPOSAL_TONES } from "./application-tone";

/** Self-found places one under another. */
export const ProposalRows = ({
  items,
  now,
  named,
}: {
  items: readonly ProposalLine[];
  now: string;
  named: boolean;
}) => {
  const t = useWords("applications");
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id} className="item">
          <div>
            <h3>
              <a href={`/applications/self-found/${item.id}`}>
                {named ? `${item.student} · ${item.title}` : item.title}
              </a>
            </h3>
            <div className="meta">
              {[item.host, t("row.dates", { from: item.startsOn, to: item.endsOn })].join(" · ")}
            </div>
          </div>
          <div className="item-figure flex flex-col items-end gap-1 font-normal">
            <StateBadge tone={PROPOSAL_TONES[item.state]} word={t(`proposalState.${item.state}`)} />
            {item.state === "proposed" && item.replyBy && <DueDate due={item.replyBy} now={now} />}
          </div>
        </li>
      ))}
    </ul>
  );
};
