import { Tag } from "~/ui/Tag";
import { useWords } from "~/words/use-words";
import type { SharedFact } from "../shapes";

/** What an organization shares with others, as plain facts. */
export const SharedFacts = ({ facts }: { facts: readonly SharedFact[] }) => {
  const t = useWords("admin");
  const words = useWords("organizations");
  const trust = useWords("trust");
  if (facts.length === 0) return <p className="meta mt-3">{t("case.noFacts")}</p>;
  return (
    <>
      <ul>
        {facts.map((fact) => (
          <li key={`${fact.fact}-${fact.other.id}`} className="border-b border-(--line) py-2">
            {trust(`fact.${fact.fact}`, { value: fact.value })}{" "}
            <a href={`/admin/organizations/${fact.other.id}`}>{fact.other.name}</a>{" "}
            <span className="meta">
              {words(`kind.${fact.other.kind as "school"}`)} · {words(`state.${fact.other.state as "draft"}`)}
            </span>{" "}
            {fact.relation && fact.relation !== "twin" && <Tag>{trust(`relation.${fact.relation}`)}</Tag>}
          </li>
        ))}
      </ul>
      <p className="note mt-2">{t("case.factsNote")}</p>
    </>
  );
};
