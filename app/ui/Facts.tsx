import type { ReactNode } from "react";

export type Fact = { label: string; value: ReactNode };

/** What is known of a record, name by name, between thin rules. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
