import type { ReactNode } from "react";
import { DueDate } from "./DueDate";

type TodoItemProps = {
  due?: string;
  now: string;
  title: ReactNode;
  meta?: ReactNode;
  /** The one action that takes it off the list. */
  action: ReactNode;
};

/** Something that waits for the reader: by when, what, and the one thing to do. */
export const TodoItem = ({ due, now, title, meta, action }: TodoItemProps) => (
  <article className="todo">
    {due ? <DueDate due={due} now={now} /> : <span className="due" />}
    <div>
      <h3>{title}</h3>
      {meta && <div className="meta">{meta}</div>}
    </div>
    {action}
  </article>
);
