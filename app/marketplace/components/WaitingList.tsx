import { LinkButton } from "~/ui/LinkButton";
import { TodoItem } from "~/ui/TodoItem";
import { daysLeft } from "~/ui/when";
import { useTranslator } from "~/words/use-words";
import type { WaitingItem } from "../rules/waiting";

/** What waits for the reader: by when, what, and the one thing to do. What is late or due first leads in colour. */
export const WaitingList = ({ items, now }: { items: readonly WaitingItem[]; now: string }) => {
  const { any } = useTranslator();
  return items.map((item, at) => {
    const urgent = item.due !== null && daysLeft(item.due, now) <= 1;
    return (
      <TodoItem
        key={item.id}
        {...(item.due ? { due: item.due } : {})}
        now={now}
        title={any(item.title.key, item.title.values)}
        meta={item.meta && any(item.meta.key, item.meta.values)}
        action={
          <LinkButton href={item.action.href} small look={urgent || at === 0 ? "primary" : "ghost"}>
            {any(item.action.key)}
            <span className="sr-only"> {any(item.title.key, item.title.values)}</span>
          </LinkButton>
        }
      />
    );
  });
};
