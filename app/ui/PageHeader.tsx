import { Fragment, type ReactNode } from "react";
import { useWords } from "~/words/use-words";

type PageHeaderProps = {
  /** What this is. */
  title: ReactNode;
  /** The way here, outermost first. */
  trail?: readonly { href: string; label: string }[];
  /** One line below the title: whose it is, where, when. */
  subtitle?: ReactNode;
  /** A StateBadge and the tags beside it. */
  state?: ReactNode;
  /** The one next action, as a Button or LinkButton; at most one quiet one beside it. */
  action?: ReactNode;
  /** A SealMark, where something has been signed. */
  seal?: ReactNode;
  /** Whose turn: a BatonLine. */
  turn?: ReactNode;
};

/** What this is, its state, whose turn it is, and the one next action. */
export const PageHeader = ({ title, trail, subtitle, state, action, seal, turn }: PageHeaderProps) => {
  const t = useWords("ui");
  return (
    <header>
      {trail && trail.length > 0 && (
        <nav className="crumb" aria-label={t("breadcrumb")}>
          {trail.map((step, index) => (
            <Fragment key={step.href}>
              {index > 0 && " / "}
              <a href={step.href}>{step.label}</a>
            </Fragment>
          ))}
        </nav>
      )}
      <div className="head">
        <div className="head-title">
          <h1>{title}</h1>
          {subtitle && <div className="meta">{subtitle}</div>}
          {state && <div className="row">{state}</div>}
        </div>
        {action && <div className="head-end">{action}</div>}
        {seal}
      </div>
      {turn}
    </header>
  );
};
