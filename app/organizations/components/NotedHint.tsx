import type { ReactNode } from "react";
import { Icon } from "~/ui/Icon";
import { useWords } from "~/words/use-words";

type NotedHintProps = {
  note?: string | undefined;
  /** The field may be saved empty, but verification asks for it. */
  neededLater?: boolean;
  children?: ReactNode;
};

/** A field's hint with the operator's note in front of it, when there is one. */
export const NotedHint = ({ note, neededLater, children }: NotedHintProps) => {
  const t = useWords("organizations");
  return (
    <>
      {note && (
        <strong className="block font-medium text-(--amber)">
          <Icon name="edit" /> {t("profile.note", { note })}
        </strong>
      )}
      {children}
      {neededLater && ` ${t("profile.neededLater")}`}
    </>
  );
};
