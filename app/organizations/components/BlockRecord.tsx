import { StateBadge, type Tone } from "~/ui/StateBadge";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { BlockItem } from "../queries/standing.server";
import { type Fact, FactList } from "./FactList";

const TONES: Record<string, Tone> = { in_force: "bad", appealed: "act", upheld: "bad", lifted: "ok" };

const Files = ({ files }: { files: BlockItem["appealEvidence"] }) => (
  <ul>
    {files.map((file) => (
      <li key={file.id}>
        <a href={`/files/${file.id}`}>{file.name}</a>
      </li>
    ))}
  </ul>
);

/** One block with everything said on either side: reason, facts, appeal, answer. */
export const BlockRecord = ({ block }: { block: BlockItem }) => {
  const t = useWords("trust");
  const { language } = useTranslator();
  const facts: (Fact | null)[] = [
    { label: t("block.reasonLabel"), value: t(`block.reason.${block.reasonCode as "other"}`) },
    { label: t("block.at"), value: absoluteText(block.blockedAt.slice(0, 10), language) },
    { label: t("block.facts"), value: <span className="whitespace-pre-line">{block.facts}</span> },
    block.appeal
      ? {
          label: t("block.appealed"),
          value: (
            <>
              <span className="whitespace-pre-line">{block.appeal}</span>
              <Files files={block.appealEvidence} />
            </>
          ),
        }
      : null,
    block.decisionReason ? { label: t("block.answer"), value: block.decisionReason } : null,
  ];
  return (
    <div className="mt-4">
      <StateBadge
        tone={TONES[block.state] ?? "neutral"}
        word={t(`block.state.${block.state as "in_force"}`)}
      />
      {block.state === "appealed" && block.dueOn && (
        <span className="meta ml-3">{t("block.due", { date: absoluteText(block.dueOn, language) })}</span>
      )}
      <div className="mt-2">
        <FactList facts={facts.filter((fact): fact is Fact => fact !== null)} />
      </div>
    </div>
  );
};
