import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { SurveyTable } from "../components/SurveyTable";
import { mayAsk } from "../policy";
import { surveysList } from "../queries/surveys-list.server";
import { requireAsker } from "../survey-door.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireAsker(request, context);
  return {
    title: translatorFor(languageOf(request.headers)).room("surveys")("title"),
    asks: mayAsk(ctx.actor).ok,
    kind: ctx.actor.organization.kind === "authority" ? ("authority" as const) : ("school" as const),
    ...(await surveysList(ctx, new URL(request.url).searchParams.get("after"))),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** The surveys of a school or an authority: what is open, how many answered, how satisfied they were. */
export default function Surveys() {
  const t = useWords("surveys");
  const page = useLoaderData<typeof loader>();
  const add = <LinkButton href="/surveys/new">{t("list.add")}</LinkButton>;
  const empty = page.own.length === 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={t(`subtitle.${page.kind}`)}
        action={page.asks && !empty ? add : undefined}
      />
      <div className="stack mt-5">
        <Section id="own" title={t("list.own")}>
          <SurveyTable
            caption={t("list.own")}
            surveys={page.own}
            empty={
              <EmptyState title={t("list.none")} action={page.asks ? add : undefined}>
                <p>{t("list.noneText")}</p>
              </EmptyState>
            }
          />
          <Pagination
            {...(page.after ? { firstHref: "/surveys" } : {})}
            {...(page.next ? { nextHref: `/surveys?after=${page.next}` } : {})}
          />
        </Section>
        {page.others.length > 0 && (
          <Section id="others" title={t("list.others")}>
            <SurveyTable caption={t("list.others")} surveys={page.others} owners />
          </Section>
        )}
      </div>
    </>
  );
}
