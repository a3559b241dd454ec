import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { AlertList } from "../components/AlertList";
import { KeyFigures } from "../components/KeyFigures";
import { maySupervise } from "../policy";
import { oversightHome } from "../queries/oversight-home.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySupervise(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  return {
    title: translatorFor(languageOf(request.headers)).room("alerts")("home.metaTitle"),
    ...(await oversightHome(ctx)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** 监管: what waits for the authority, and the ways into everything it oversees. */
export default function Oversight() {
  const t = useWords("alerts");
  const cards = useWords("cards");
  const { place, regionCode, waiting, figures, keyFigures, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("home.title")} subtitle={t("home.subtitle", { place })} />
      <div className="mt-5">
        <StatRow>
          <Stat value={figures.alerts} label={t("home.alerts")} href="/oversight/alerts?state=open" />
          <Stat value={figures.reviews} label={t("home.reviews")} href="/oversight/alerts?state=answered" />
          <Stat value={figures.overdue} label={t("home.overdue")} href="/oversight/alerts?state=ordered" />
          <Stat
            value={figures.hollow}
            label={t("home.hollow")}
            href="/oversight/partnerships?health=hollow"
          />
        </StatRow>
      </div>
      <div className="cols">
        <Section
          id="waiting"
          title={t("home.waiting")}
          aside={<a href="/oversight/alerts">{t("home.allAlerts")}</a>}
        >
          <AlertList items={waiting} base="/oversight/alerts" />
          {waiting.length === 0 && (
            <EmptyState title={t("home.nothing")} level={3}>
              <p>{t("home.nothingText")}</p>
            </EmptyState>
          )}
        </Section>
        <aside>
          <KeyFigures figures={keyFigures} today={today} />
          <Section id="sections" title={t("home.sections")}>
            <ul className="mt-3 space-y-2">
              <li>
                <a href="/oversight/partnerships">{t("home.partnerships")}</a>
              </li>
              <li>
                <a href="/oversight/consortia">{cards("home.consortia")}</a>
              </li>
              <li>
                <a href="/oversight/cards">{cards("home.cards")}</a>
              </li>
              <li>
                <a href="/oversight/proposals">{cards("home.proposals")}</a>
              </li>
              <li>
                <a href="/oversight/recognition">{t("home.recognition")}</a>
              </li>
              <li>
                <a href={`/map?region=${regionCode.slice(0, 4)}00`}>{t("home.map")}</a>
              </li>
            </ul>
          </Section>
        </aside>
      </div>
    </>
  );
}
