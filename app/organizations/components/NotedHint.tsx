import type { ReactNode } from "react";
import { Icon } from "~/ui/Icon";
import { useWords } from "~/words/use-words";

/** A field's hint with the operator's note in front of it, when there is one. */
export const NotedHint = ({ note, children }: { note?: string | undefined; children?: ReactNode }) => {
  const t = useWords("organizations");
  return (
    <>
      {note && (
        <strong className="block font-medium text-(--amber)">
          <Icon name="edit" /> {t("profile.note", { note })}
        </strong>
      )}
      {children}
    </>
  );
};
