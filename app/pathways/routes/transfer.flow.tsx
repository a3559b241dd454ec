import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Icon } from "~/ui/Icon";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { FlowBars } from "../components/FlowBars";
import { TransferTabs } from "../components/TransferTabs";
import { pointText } from "../fact-text";
import { flowPage } from "../queries/flow-page.server";
import { requireTransferStaff } from "../transfer-door.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context, ["authority"]);
  return {
    title: translatorFor(languageOf(request.headers)).room("transfers")("flow.title"),
    page: await flowPage(ctx),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

/** Who gains and who loses, by direction and school, and what an authority should look into. */
export default function TransferFlow() {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const alarmText = (alarm: (typeof page.alarms)[number]): string =>
    any(`transfers.flow.alarm.${alarm.kind}`, {
      school: alarm.school || alarm.quota?.school || "",
      major: alarm.quota?.major || t("new.general"),
      window: alarm.window
        ? `${any(`transferRules.direction.${alarm.window.direction}`)} · ${pointText(alarm.window.point, any)}`
        : "",
      ...("out" in alarm ? { out: alarm.out, share: alarm.shareBp / 100 } : {}),
      ...("seats" in alarm ? { seats: alarm.seats, taken: alarm.taken } : {}),
      ...("objections" in alarm ? { objections: alarm.objections, listed: alarm.listed } : {}),
    });
  return (
    <>
      <PageHeader
        title={t("flow.title")}
        subtitle={t("flow.subtitle")}
        trail={[{ href: "/transfers", label: t("title") }]}
      />
      <TransferTabs current="flow" side="authority" />
      <div className="stack mt-5">
        {page.byDirection.map((one) => (
          <Section
            key={one.direction}
            id={one.direction}
            title={any(`transferRules.direction.${one.direction}`)}
          >
            <StatRow>
              <Stat
                value={one.moved}
                label={t("flow.moved")}
                numerator={one.moved}
                denominator={one.applied}
                asOf={page.today}
              />
              <Stat value={one.running} label={t("flow.running")} href="/transfers?tab=running" />
              <Stat value={one.rejected} label={t("flow.rejected")} href="/transfers?tab=ended" />
              <Stat
                value={one.objections.all}
                label={t("flow.objections")}
                numerator={one.objections.answered}
                denominator={one.objections.all}
              />
            </StatRow>
          </Section>
        ))}
        <Section id="alarms" title={t("flow.alarms")}>
          {page.alarms.length === 0 ? (
            <p className="meta mt-3">{t("flow.alarmsNone")}</p>
          ) : (
            <ul className="mt-2">
              {page.alarms.map((alarm) => (
                <li key={JSON.stringify(alarm)} className="finding finding-warn">
                  <Icon name="alert" />
                  <div>{alarmText(alarm)}</div>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section id="schools" title={t("flow.bySchool")}>
          {page.schools.length === 0 ? (
            <EmptyState title={t("movements.none")}>
              <p>{t("movements.noneText")}</p>
            </EmptyState>
          ) : (
            <>
              <FlowBars schools={page.schools} />
              <DataTable
                caption={t("flow.caption")}
                captionHidden
                rows={page.schools}
                rowKey={(row) => row.schoolId}
                columns={[
                  {
                    key: "school",
                    label: t("field.school"),
                    lead: true,
                    cell: (row) => <a href={`/organizations/${row.schoolId}`}>{row.name}</a>,
                  },
                  { key: "in", label: t("flow.in"), numeric: true, cell: (row) => row.in },
                  { key: "out", label: t("flow.out"), numeric: true, cell: (row) => row.out },
                  {
                    key: "net",
                    label: t("flow.net"),
                    numeric: true,
                    cell: (row) => (row.net > 0 ? `+${row.net}` : row.net),
                  },
                  { key: "enrolled", label: t("flow.enrolled"), numeric: true, cell: (row) => row.enrolled },
                ]}
              />
            </>
          )}
        </Section>
      </div>
    </>
  );
}
