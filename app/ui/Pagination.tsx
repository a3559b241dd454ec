import { useWords } from "~/words/use-words";
import { LinkButton } from "./LinkButton";

type PaginationProps = { firstHref?: string; previousHref?: string; nextHref?: string };

/** Keyset paging: onwards, back, and to the start; page numbers would be a guess. */
export const Pagination = ({ firstHref, previousHref, nextHref }: PaginationProps) => {
  const t = useWords("ui");
  if (!firstHref && !previousHref && !nextHref) return null;
  return (
    <nav className="pages" aria-label={t("pagination.label")}>
      <div className="row">
        {previousHref && (
          <LinkButton href={previousHref} look="quiet" icon="left" rel="prev">
            {t("pagination.previous")}
          </LinkButton>
        )}
        {firstHref && !previousHref && (
          <LinkButton href={firstHref} look="quiet" icon="left">
            {t("pagination.first")}
          </LinkButton>
        )}
      </div>
      {nextHref && (
        <LinkButton href={nextHref} look="ghost" rel="next">
          {t("pagination.next")}
        </LinkButton>
      )}
    </nav>
  );
};
