import type { ReactNode } from "react";

type SectionProps = { title: ReactNode; id?: string; level?: 2 | 3; aside?: ReactNode; children: ReactNode };

/** A part of a page under a strong rule. `aside` sits at the rule's far end: a count, a sort, a link. */
export const Section = ({ title, id, level = 2, aside, children }: SectionProps) => {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section aria-labelledby={id}>
      <div className="ruled">
        <Heading id={id}>{title}</Heading>
        {aside && <div>{aside}</div>}
      </div>
      {children}
    </section>
  );
};
