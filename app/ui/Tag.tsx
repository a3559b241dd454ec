import type { ReactNode } from "react";

/** A small fact about a record: not a state, not a link. */
export const Tag = ({ children }: { children: ReactNode }) => <span className="tag">{children}</span>;
