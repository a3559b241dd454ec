import { Tag } from "~/ui/Tag";
import { useWords } from "~/words/use-words";
import type { SharedFact } from "../shapes";

/** What an organization shares with others, as plain facts. */
export const SharedFacts = ({ facts }: { facts: readonly SharedFact[] }) => {
  const t = useWords("admin");
  const words = useWords("organizations");
  if (facts.length === 0) return <p className="meta mt-3">{t("case.noFacts")}</p>;
  return (
    <>
      <ul>
        {facts.map((fact) => (
          <li key={`${fact.fact}-${fact.other.id}`} className="border-b border-(--line) py-2">
            {t(`case.fact.${fact.fact}`, {
              value: fact.value,
              name: fact.other.name,
              kind: words(`kind.${fact.other.kind as "school"}`),
              state: words(`state.${fact.other.state as "draft"}`),
            })}{" "}
            {fact.crosses && <Tag>{t("case.crosses")}</Tag>}
          </li>
        ))}
      </ul>
      <p className="note mt-2">{t("case.factsNote")}</p>
    </>
  );
};
