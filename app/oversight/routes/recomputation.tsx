import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "~/identity/session.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { RecomputeLine } from "../components/RecomputeLine";
import { recomputeRuns } from "../queries/recompute-runs.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { clock } = await requireOperator(request, context);
  return {
    title: translatorFor(languageOf(request.headers)).room("reports")("recompute.metaTitle"),
    runs: await recomputeRuns(clock),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

/** For the operator: how far the recomputation of every figure is, and the last ones. */
export default function Recomputation() {
  const t = useWords("reports");
  const { language } = useTranslator();
  const { runs } = useLoaderData<typeof loader>();
  const [last] = runs;
  return (
    <>
      <PageHeader
        title={t("recompute.title")}
        subtitle={<RecomputeLine run={last ?? null} />}
        action={
          <LinkButton look="ghost" small href="/oversight/recomputation">
            {t("recompute.again")}
          </LinkButton>
        }
      />
      {last && last.state !== "finished" && (
        <p className="mt-4">
          <progress max={Math.max(1, last.of)} value={last.done} aria-label={t("recompute.title")} />{" "}
          <span className="num">
            {last.done} / {last.of}
          </span>
        </p>
      )}
      <p className="mt-3">{t("recompute.how")}</p>
      <div className="mt-5">
        <DataTable
          caption={t("recompute.list")}
          rows={runs}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t("recompute.never")} level={2} />}
          columns={[
            {
              key: "started",
              label: t("recompute.started"),
              lead: true,
              cell: ({ startedAt }) => absoluteText(startedAt, language),
            },
            { key: "state", label: t("sheets.state"), cell: ({ state }) => t(`recompute.states.${state}`) },
            {
              key: "done",
              label: t("recompute.organizations"),
              numeric: true,
              cell: ({ done, of }) => `${done} / ${of}`,
            },
            {
              key: "changed",
              label: t("recompute.changedCount"),
              numeric: true,
              cell: ({ changed }) => changed,
            },
            { key: "seconds", label: t("recompute.seconds"), numeric: true, cell: ({ seconds }) => seconds },
            { key: "resumed", label: t("recompute.resumes"), numeric: true, cell: ({ resumed }) => resumed },
          ]}
        />
      </div>
    </>
  );
}
