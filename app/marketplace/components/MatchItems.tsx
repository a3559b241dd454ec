import { LinkButton } from "~/ui/LinkButton";
import { ResultItem } from "~/ui/ResultItem";
import { Tag } from "~/ui/Tag";
import { useWords } from "~/words/use-words";
import type { LabelledMatch } from "../queries/label-matches.server";
import { MatchParts } from "./MatchParts";
import { ReplyLine } from "./ReplyLine";

type MatchItemsProps = {
  matches: readonly LabelledMatch[];
  /** Where an enquiry about one of them begins; null where the reader may not open one. */
  enquiryHref: ((match: LabelledMatch) => string) | null;
  /** Without the reasons in full: on overviews. */
  brief?: boolean;
};

const useTitle = () => {
  const t = useWords("matches");
  return ({ kind, title, organization }: LabelledMatch): string => {
    if (kind === "listing") return title;
    if (kind === "post") return organization.name;
    return t("programmeOf", { programme: title, school: organization.name });
  };
};

/** Suggested partners: who, why, how they answer, what would help, and the one action. */
export const MatchItems = ({ matches, enquiryHref, brief = false }: MatchItemsProps) => {
  const t = useWords("matches");
  const titleOf = useTitle();
  return matches.map((match) => {
    const { kind, title, organization, score, explored, replies, href } = match;
    const meta = [
      kind === "listing" && organization.name,
      organization.region,
      kind === "post" && t("postOf", { post: title }),
    ].filter(Boolean);
    return (
      <ResultItem
        key={match.id}
        href={href}
        title={titleOf(match)}
        meta={
          <>
            {meta.join(" · ")} · <ReplyLine figures={replies} />
          </>
        }
        figure={t("score", { score: Math.round(score) })}
        why={<MatchParts match={match} />}
        tags={
          brief ? (
            explored && <Tag>{t("newcomer")}</Tag>
          ) : (
            <>
              {explored && <Tag>{t("newcomer")}</Tag>}
              <details className="grow">
                <summary>{t("details")}</summary>
                <MatchParts match={match} long />
              </details>
              {enquiryHref && (
                <LinkButton href={enquiryHref(match)} small look={match.position === 1 ? "primary" : "ghost"}>
                  {t("open")}
                  <span className="sr-only"> {titleOf(match)}</span>
                </LinkButton>
              )}
            </>
          )
        }
      />
    );
  });
};
