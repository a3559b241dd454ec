import type { ReactNode } from "react";
import type { OrganizationKind, Role } from "~/identity/actor";
import { DataTable } from "~/ui/DataTable";
import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";

export type PersonRow = {
  id: string;
  name: string;
  email: string;
  isOperator: boolean;
  lockedAt: string | null;
  secondStep: boolean;
  organizations: { id: string; name: string; kind: OrganizationKind; role: Role }[];
};

/** People the operator found: masked addresses, organizations with roles, whether they may sign in. */
export const PeopleTable = ({ people, empty }: { people: readonly PersonRow[]; empty: ReactNode }) => {
  const t = useWords("operator");
  const identity = useWords("identity");
  return (
    <DataTable
      caption={t("people.title")}
      captionHidden
      rows={people}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: "name",
          label: identity("field.name"),
          lead: true,
          cell: (row) => <a href={`/admin/people/${row.id}`}>{row.name}</a>,
        },
        { key: "email", label: identity("field.email"), cell: (row) => row.email },
        {
          key: "organizations",
          label: t("people.organizations"),
          cell: (row) =>
            row.organizations.length === 0
              ? t(row.isOperator ? "people.operator" : "people.none")
              : row.organizations.map((one) => `${one.name}（${identity(`role.${one.role}`)}）`).join("；"),
        },
        {
          key: "state",
          label: t("people.state"),
          cell: (row) => (
            <StateBadge
              tone={row.lockedAt ? "bad" : "ok"}
              word={t(row.lockedAt ? "people.locked" : "people.open")}
            />
          ),
        },
      ]}
    />
  );
};
