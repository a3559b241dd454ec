import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { requireStaff } from "~/marketplace/staff.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { plansOf } from "../queries/plans.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["school"]);
  return {
    title: translatorFor(languageOf(request.headers)).room("placements")("plan.title"),
    plans: await plansOf(ctx),
    mayAct: mayWrite(ctx.actor),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The school's internship plans and which of their papers are on file. */
export default function Plans() {
  const t = useWords("placements");
  const { plans, mayAct } = useLoaderData<typeof loader>();
  const create = mayAct ? <LinkButton href="/placements/plans/new">{t("plan.new")}</LinkButton> : null;
  return (
    <>
      <PageHeader
        trail={[
          { href: "/placements", label: t("title") },
          { href: "/placements/gates", label: t("gates.title") },
        ]}
        title={t("plan.title")}
        subtitle={t("plan.lead")}
        action={create}
      />
      <DataTable
        caption={t("plan.title")}
        captionHidden
        rows={plans}
        rowKey={(plan) => plan.id}
        empty={<EmptyState level={2} title={t("plan.empty")} action={create} />}
        columns={[
          {
            key: "title",
            label: t("field.title"),
            lead: true,
            cell: (plan) => (
              <>
                <a href={`/placements/plans/${plan.id}`}>{plan.title}</a>
                <div className="note">{plan.programmes.join("、")}</div>
              </>
            ),
          },
          {
            key: "when",
            label: t("list.when"),
            cell: (plan) => (
              <span className="num">
                {plan.startsOn} — {plan.endsOn}
              </span>
            ),
          },
          {
            key: "papers",
            label: t("plan.papers"),
            cell: (plan) => (
              <div className="min-w-0">
                {plan.papers.map((paper) => (
                  <div key={paper.kind}>
                    {t(`evidence.${paper.kind}.title`)}{" "}
                    <StateBadge
                      tone={paper.evidence ? "ok" : "wait"}
                      word={paper.evidence?.doneOn ?? t("plan.missing")}
                    />
                  </div>
                ))}
              </div>
            ),
          },
        ]}
      />
    </>
  );
}
