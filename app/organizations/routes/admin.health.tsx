import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "~/identity/session.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate } from "~/platform/time/clock";
import { Facts } from "~/ui/Facts";
import { PageHeader } from "~/ui/PageHeader";
import { RelativeDate } from "~/ui/RelativeDate";
import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { OpenDeliveries } from "../components/OpenDeliveries";
import { SweepTable } from "../components/SweepTable";
import { platformHealth } from "../queries/platform-health.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { clock } = await requireOperator(request, context);
  const now = clock.now();
  return {
    title: translatorFor(languageOf(request.headers)).room("operator")("health.title"),
    now: now.toISOString(),
    health: await platformHealth(civilDate(now), now),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const MIB = 1024 * 1024;

const mebibytes = (bytes: number): string => `${(bytes / MIB).toFixed(1)} MiB`;

/** How the platform fares: what waits, what failed, what is late; each figure leads to its rows where it has some. */
export default function Health() {
  const t = useWords("operator");
  const admin = useWords("admin");
  const { health, now } = useLoaderData<typeof loader>();
  const dead = health.kinds.reduce((sum, kind) => sum + kind.dead, 0);
  const troubled =
    dead > 0 ||
    health.backlog ||
    health.verifications.late > 0 ||
    health.requests.failed > 0 ||
    health.sweeps.some((sweep) => sweep.failed || sweep.late);
  return (
    <>
      <PageHeader
        title={t("health.title")}
        subtitle={t("health.subtitle")}
        state={
          <StateBadge tone={troubled ? "wait" : "ok"} word={t(troubled ? "health.look" : "health.well")} />
        }
        trail={[{ href: "/admin", label: admin("title") }]}
      />
      <div className="stack mt-6">
        <Section title={t("health.people")} id="people">
          <StatRow>
            <Stat
              label={admin("home.waiting")}
              value={health.verifications.waiting}
              href="/admin/verifications"
            />
            <Stat label={admin("home.late")} value={health.verifications.late} href="/admin/verifications" />
          </StatRow>
        </Section>
        <Section
          title={t("health.deliveries")}
          id="deliveries"
          aside={<a href="/admin/jobs">{t("jobs.title")}</a>}
        >
          <OpenDeliveries kinds={health.kinds} />
          {health.oldestDueAt && (
            <p className="meta mt-2">
              {t("health.oldest")} <RelativeDate at={health.oldestDueAt} now={now} />
            </p>
          )}
        </Section>
        <Section title={t("health.sweeps")} id="sweeps">
          <SweepTable sweeps={health.sweeps} now={now} />
        </Section>
        <Section title={t("health.requests")} id="requests">
          <p className="meta my-3">
            {t("health.since")} <RelativeDate at={health.startedAt} now={now} />
          </p>
          <StatRow>
            <Stat label={t("health.answered")} value={health.requests.answered} />
            <Stat label={t("health.slow")} value={health.requests.slow} />
            <Stat label={t("health.refused")} value={health.requests.refused} />
            <Stat label={t("health.failed")} value={health.requests.failed} />
          </StatRow>
        </Section>
        <Section title={t("health.store")} id="store">
          <Facts
            facts={[
              { label: t("health.database"), value: mebibytes(health.database.main) },
              { label: t("health.writeLog"), value: mebibytes(health.database.log) },
              { label: t("health.gate"), value: health.gate },
              { label: t("health.backup"), value: t("health.backupUnknown") },
            ]}
          />
        </Section>
      </div>
    </>
  );
}
