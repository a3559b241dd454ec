import type { ReactNode } from "react";

export type Fact = { label: string; value: ReactNode };

/** Facts in two columns under a strong rule: what it is called, what it is. */
export const FactList = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="border-t-2 border-(--ink) [.ruled+&]:border-t-0">
    {facts.map(({ label, value }) => (
      <div
        key={label}
        className="grid grid-cols-[9em_minmax(0,1fr)] gap-4 border-b border-(--line) py-2.5 max-sm:grid-cols-1 max-sm:gap-0"
      >
        <dt className="meta">{label}</dt>
        <dd className="break-words">{value}</dd>
      </div>
    ))}
  </dl>
);
