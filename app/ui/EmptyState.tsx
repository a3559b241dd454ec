import type { ReactNode } from "react";

type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode; level?: 1 | 2 | 3 };

/** Nothing here yet: why, and what to do about it. */
export const EmptyState = ({ title, children, action, level = 3 }: EmptyStateProps) => {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      <svg
        viewBox="0 0 72 44"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      >
        <path d="M3 36h66M12 36v-9M60 36v-9" />
        <path d="M5 36C12 22 22 13 31 10.5M67 36C60 22 50 13 41 10.5" />
        <path d="M34 9.8h4" strokeDasharray="1 5" />
      </svg>
      <Heading>{title}</Heading>
      {children && <div className="meta">{children}</div>}
      {action && <div className="row">{action}</div>}
    </div>
  );
};
