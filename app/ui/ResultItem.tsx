import type { ReactNode } from "react";

type ResultItemProps = {
  title: ReactNode;
  href: string;
  /** Whose, where, how many: one line. */
  meta?: ReactNode;
  /** The one figure people compare: pay, a count. */
  figure?: ReactNode;
  /** MatchReasons. */
  why?: ReactNode;
  /** Tags and a state. */
  tags?: ReactNode;
};

/** One record in a list of results. */
export const ResultItem = ({ title, href, meta, figure, why, tags }: ResultItemProps) => (
  <article className="item">
    <div>
      <h3>
        <a href={href}>{title}</a>
      </h3>
      {meta && <div className="meta">{meta}</div>}
    </div>
    {figure && <div className="item-figure">{figure}</div>}
    {why}
    {tags && <div className="row">{tags}</div>}
  </article>
);
