import type { FormState } from "~/platform/http/form-state";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import type { LabelledMatch } from "../queries/label-matches.server";
import type { SaidView } from "../queries/match-lens.server";
import { MatchItems } from "./MatchItems";
import { JustSaid, SaidAsides } from "./SaidAsides";
import { SuggestionsRefused } from "./SuggestionsRefused";

export type MatchGroup = {
  id: "openListings" | "enterprises" | "schools";
  matches: readonly LabelledMatch[];
  considered: number;
};

type MatchPageProps = {
  title: string;
  groups: readonly MatchGroup[];
  /** What an enquiry is about besides the match itself: "programme=ID", "listing=ID" (the own one) or nothing. */
  about: string;
  mayAsk: boolean;
  verified: boolean;
  seed: string;
  weightsVersion: string;
  /** The own subject in what is said of suggestions: "programme:ID" or "listing:ID". */
  subject: string;
  view: SaidView;
  /** What the reader said a moment ago, by its id. */
  justSaid: string | null;
  state: FormState | null;
};

const hrefOf =
  (about: string) =>
  (match: LabelledMatch): string => {
    const params = new URLSearchParams(about);
    if (match.kind === "listing") params.set("listing", match.refId);
    else params.set("to", match.organization.id);
    if (match.kind === "programme") params.set("programme", match.refId);
    return `/enquiries/new?${params.toString()}`;
  };

/** All suggestions for one subject, grouped, each with its reasons and the one action. */
export const MatchPage = (props: MatchPageProps) => {
  const { title, groups, about, mayAsk, verified, seed, weightsVersion, subject, view, justSaid, state } =
    props;
  const t = useWords("matches");
  const shown = groups.filter(({ matches }) => matches.length > 0);
  return (
    <>
      <PageHeader title={title} trail={[{ href: "/matches", label: t("title") }]} />
      <div className="cols">
        <div className="stack">
          <SuggestionsRefused state={state} />
          <JustSaid view={view} id={justSaid} />
          {!view.personalised && <Notice tone="neutral">{t("order.off")}</Notice>}
          {!verified && <Notice tone="wait">{t("needVerified")}</Notice>}
          {shown.length === 0 && (
            <EmptyState
              level={2}
              title={t("noneTitle")}
              action={
                <LinkButton href="/listings" look="ghost">
                  {t("noneSearch")}
                </LinkButton>
              }
            >
              <p>{t("noneText")}</p>
            </EmptyState>
          )}
          {shown.map(({ id, matches, considered }) => (
            <Section key={id} id={id} title={t(id)} aside={t("considered", { count: considered })}>
              <MatchItems
                matches={matches}
                enquiryHref={mayAsk ? hrefOf(about) : null}
                {...(mayAsk ? { aside: { subject, state } } : {})}
              />
            </Section>
          ))}
        </div>
        <aside className="stack">
          <SaidAsides view={view} mayUndo={mayAsk} />
          <Section id="how" title={t("how")}>
            <p className="meta my-3">{t(view.personalised ? "howText" : "order.off")}</p>
            <p className="note wrap-anywhere">{t("howRepeat", { version: weightsVersion, seed })}</p>
          </Section>
        </aside>
      </div>
    </>
  );
};
