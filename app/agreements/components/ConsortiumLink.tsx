import { LinkButton } from "~/ui/LinkButton";
import { useWords } from "~/words/use-words";
import type { AgreementPageData } from "../page-data";

/** The way to a consortium's meetings, tasks and indicators, once its charter is sealed. */
export const ConsortiumLink = ({ page }: { page: AgreementPageData }) => {
  const t = useWords("agreements");
  if (page.agreement.kind !== "consortium" || !page.agreement.effectiveOn) return null;
  return (
    <p>
      <LinkButton look="ghost" href={`/agreements/${page.agreement.id}/consortium`}>
        {t("page.consortium")}
      </LinkButton>
    </p>
  );
};
