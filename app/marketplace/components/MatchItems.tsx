import type { FormState } from "~/platform/http/form-state";
import { LinkButton } from "~/ui/LinkButton";
import { ResultItem } from "~/ui/ResultItem";
import { Tag } from "~/ui/Tag";
import { useTranslator, useWords } from "~/words/use-words";
import type { LabelledMatch } from "../queries/label-matches.server";
import { AsideForm } from "./AsideForm";
import { MatchNotes } from "./MatchNotes";
import { MatchParts } from "./MatchParts";
import { ReplyLine } from "./ReplyLine";

type MatchItemsProps = {
  matches: readonly LabelledMatch[];
  /** Where an enquiry about one of them begins; null where the reader may not open one. */
  enquiryHref: ((match: LabelledMatch) => string) | null;
  /** Without the reasons in full: on overviews. */
  brief?: boolean;
  /** Where the reader may say that a suggestion does not suit: the own subject, and the refused form if there was one. */
  aside?: { subject: string; state: FormState | null };
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
export const MatchItems = ({ matches, enquiryHref, brief = false, aside }: MatchItemsProps) => {
  const t = useWords("matches");
  const { any } = useTranslator();
  const titleOf = useTitle();
  return matches.map((match) => {
    const { kind, title, organization, score, explored, replies, href, back } = match;
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
            <MatchNotes match={match} />
            {back && <div>{t("aside.behind", { effect: any(back.key, back.values) })}</div>}
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
              {aside && <AsideForm {...aside} kind={kind} refId={match.refId} title={titleOf(match)} />}
            </>
          )
        }
      />
    );
  });
};
