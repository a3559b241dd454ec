import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOperator } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { RelativeDate } from "~/ui/RelativeDate";
import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { loadPublicColleges } from "../commands/load-public-colleges.server";
import { adminHome } from "../queries/admin-home.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { clock } = await requireOperator(request, context);
  const now = clock.now();
  return {
    title: translatorFor(languageOf(request.headers)).room("admin")("title"),
    now: now.toISOString(),
    home: await adminHome(civilDate(now), now),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const loaded = await loadPublicColleges(await requireOperator(request, context));
  return loaded.ok ? data({ loaded: loaded.value }) : throwRefusal(loaded.refusal);
};

const TRUST_PLACES = [
  { place: "organizations", title: "desk.title" },
  { place: "likenesses", title: "likeness.title" },
] as const;

const PLACES = ["people", "jobs", "health", "catalogues"] as const;

const SHOWN_STATES = ["verified", "submitted", "returned", "draft", "blocked", "unclaimed"] as const;

/** The operator's home: what waits, what is late, how the outbox fares, what the platform holds. */
export default function Admin() {
  const t = useWords("admin");
  const words = useWords("organizations");
  const operator = useWords("operator");
  const trust = useWords("trust");
  const reports = useWords("reports");
  const { home, now } = useLoaderData<typeof loader>();
  const loaded = useActionData<typeof action>()?.loaded;
  return (
    <>
      <PageHeader
        title={t("title")}
        {...(home.waiting > 0
          ? { action: <LinkButton href="/admin/verifications">{t("home.toQueue")}</LinkButton> }
          : { subtitle: t("home.nothing") })}
      />
      {loaded && <Notice tone="ok">{t("home.loaded", loaded)}</Notice>}
      <div className="stack mt-6">
        <Section
          title={t("home.queue")}
          id="queue"
          aside={<a href="/admin/verifications">{t("home.toQueue")}</a>}
        >
          <StatRow>
            <Stat label={t("home.waiting")} value={home.waiting} href="/admin/verifications" />
            <Stat label={t("home.late")} value={home.late} href="/admin/verifications" />
            <Stat label={trust("likeness.waiting")} value={home.likenesses} href="/admin/likenesses" />
          </StatRow>
        </Section>
        <Section title={t("home.outbox")} id="outbox" aside={<a href="/admin/jobs">{t("home.toOutbox")}</a>}>
          <StatRow>
            <Stat label={t("home.queued")} value={home.queued} href="/admin/jobs?state=queued" />
            <Stat label={t("home.overdue")} value={home.overdue} href="/admin/jobs?state=queued" />
            <Stat label={t("home.dead")} value={home.dead} href="/admin/jobs?state=dead" />
          </StatRow>
          {home.overdue + home.dead === 0 && <p className="meta">{t("home.healthy")}</p>}
        </Section>
        <Section title={t("home.organizations")} id="organizations">
          <DataTable
            caption={t("home.organizations")}
            captionHidden
            rows={home.organizations}
            rowKey={(row) => row.kind}
            columns={[
              {
                key: "kind",
                label: t("queue.kind"),
                lead: true,
                cell: (row) => words(`kind.${row.kind as "school"}`),
              },
              ...SHOWN_STATES.map((state) => ({
                key: state,
                label: words(`state.${state}`),
                numeric: true,
                cell: (row: { totals: Record<string, number> }) => row.totals[state] ?? "–",
              })),
            ]}
          />
        </Section>
        <Section title={operator("places.title")} id="places">
          <ul>
            {TRUST_PLACES.map(({ place, title }) => (
              <li key={place} className="item">
                <div>
                  <h3>
                    <a href={`/admin/${place}`}>{trust(title)}</a>
                  </h3>
                  <div className="meta">{operator(`places.${place}`)}</div>
                </div>
              </li>
            ))}
            {PLACES.map((place) => (
              <li key={place} className="item">
                <div>
                  <h3>
                    <a href={`/admin/${place}`}>{operator(`${place}.title`)}</a>
                  </h3>
                  <div className="meta">{operator(`places.${place}`)}</div>
                </div>
              </li>
            ))}
            <li className="item">
              <div>
                <h3>
                  <a href="/oversight/recomputation">{reports("recompute.title")}</a>
                </h3>
                <div className="meta">{reports("recompute.place")}</div>
              </div>
            </li>
          </ul>
        </Section>
        <Section title={t("home.publicList")} id="public-list">
          <p className="meta mt-3">{t("home.publicListText")}</p>
          <form method="post" className="row mt-2">
            <Button look="ghost">{t("home.load")}</Button>
            <span className="note">
              {home.publicListAt ? (
                <>
                  {t("home.publicListLoaded")} <RelativeDate at={home.publicListAt} now={now} />
                </>
              ) : (
                t("home.publicListNever")
              )}
            </span>
          </form>
        </Section>
        <Section
          title={t("home.events")}
          id="events"
          aside={<a href="/admin/events">{t("home.toEvents")}</a>}
        >
          <p className="meta mt-3">{t("home.eventsText")}</p>
        </Section>
      </div>
    </>
  );
}
