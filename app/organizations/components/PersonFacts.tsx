import { Facts } from "~/ui/Facts";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { PersonRow } from "./PeopleTable";

type PersonFactsProps = {
  person: PersonRow & { createdAt: string; lockedReason: string | null };
  /** What takes a reason to see. */
  told: { email: string; passwordChangedAt: string | null } | null;
};

/** What the operator sees of a person; the address in full only once a reason is on record. */
export const PersonFacts = ({ person, told }: PersonFactsProps) => {
  const t = useWords("operator");
  const identity = useWords("identity");
  const { language } = useTranslator();
  const when = (at: string | null) => (at ? absoluteText(at, language) : t("people.never"));
  const organizations = person.organizations.map((one) => (
    <div key={one.id}>
      <a href={`/organizations/${one.id}`}>{one.name}</a> · {identity(`role.${one.role}`)}
    </div>
  ));
  return (
    <Facts
      facts={[
        { label: identity("field.email"), value: told?.email ?? person.email },
        {
          label: t("people.organizations"),
          value:
            organizations.length > 0
              ? organizations
              : t(person.isOperator ? "people.operator" : "people.none"),
        },
        { label: t("people.since"), value: when(person.createdAt) },
        { label: identity("step.title"), value: identity(person.secondStep ? "step.on" : "step.off") },
        ...(told ? [{ label: t("people.passwordSince"), value: when(told.passwordChangedAt) }] : []),
        ...(person.lockedAt
          ? [
              {
                label: t("people.lockedBecause"),
                value: `${person.lockedReason ?? ""} · ${when(person.lockedAt)}`,
              },
            ]
          : []),
      ]}
    />
  );
};
