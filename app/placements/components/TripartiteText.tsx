import type { SealedContent } from "~/agreements/rules/sealed-content";
import { Facts } from "~/ui/Facts";
import { useWords } from "~/words/use-words";

/** A tripartite agreement as it is signed: its facts, its clauses, the consent forms it refers to. */
export const TripartiteText = ({ content }: { content: SealedContent }) => {
  const t = useWords("placements");
  return (
    <article lang="zh-CN">
      <h2>{content.heading}</h2>
      <Facts
        facts={[
          ...content.parties.map((party) => ({ label: party.role, value: party.name })),
          { label: t("list.when"), value: `${content.startsOn} — ${content.endsOn}` },
          ...content.items.map((item) => ({ label: item.label, value: item.value })),
        ]}
      />
      <ol className="clauses">
        {content.clauses.map((clause, index) => (
          <li key={clause.id} className="my-4">
            <h3>
              {index + 1}. {clause.title}
            </h3>
            <p>{clause.text}</p>
          </li>
        ))}
      </ol>
      {content.references.length > 0 && (
        <>
          <h3>{t("agreement.references")}</h3>
          <ul>
            {content.references.map((reference) => (
              <li key={reference.id}>
                {reference.label} <code className="note break-all">{reference.sha256}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
};
