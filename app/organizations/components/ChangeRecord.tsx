import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { ChangeItem } from "../queries/standing.server";
import { type Fact, FactList } from "./FactList";

/** One request for another name or code: what is asked, why, with which papers, and the answer. */
export const ChangeRecord = ({ change }: { change: ChangeItem }) => {
  const t = useWords("trust");
  const wanted = (["name", "uscc", "schoolCode"] as const).flatMap((field): Fact[] =>
    change[field] ? [{ label: t(`former.field.${field}`), value: change[field] }] : [],
  );
  const decision = (change.decision ?? "waiting") as "approved" | "refused" | "withdrawn" | "waiting";
  return (
    <div className="mt-4">
      <StateBadge
        tone={decision === "approved" ? "ok" : decision === "waiting" ? "act" : "neutral"}
        word={t(`standing.decision.${decision}`)}
      />
      <div className="mt-2">
        <FactList
          facts={[
            ...wanted,
            { label: t("standing.why"), value: change.why },
            {
              label: t("standing.evidence"),
              value: (
                <ul>
                  {change.evidence.map((file) => (
                    <li key={file.id}>
                      <a href={`/files/${file.id}`}>{file.name}</a>
                    </li>
                  ))}
                </ul>
              ),
            },
            ...(change.reason ? [{ label: t("admin.reasonLabel"), value: change.reason }] : []),
          ]}
        />
      </div>
    </div>
  );
};
