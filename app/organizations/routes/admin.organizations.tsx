import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "~/identity/session.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { DueDate } from "~/ui/DueDate";
import { EmptyState } from "~/ui/EmptyState";
import { TextField } from "~/ui/form/TextField";
import { PageHeader } from "~/ui/PageHeader";
import { RelativeDate } from "~/ui/RelativeDate";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { OrganizationBadge } from "../components/OrganizationBadge";
import { findForOperator, trustDesk } from "../queries/admin-organizations.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { clock } = await requireOperator(request, context);
  const q = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100);
  const [desk, found] = await Promise.all([trustDesk(), findForOperator(q)]);
  return {
    title: translatorFor(languageOf(request.headers)).room("trust")("desk.title"),
    now: clock.now().toISOString(),
    q,
    desk,
    found,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const ROW = "between border-b border-(--line) py-2.5";

/** The operator's desk for standing: find an organization in any state; what waits to be decided. */
export default function OrganizationsForOperator() {
  const t = useWords("trust");
  const admin = useWords("admin");
  const words = useWords("organizations");
  const { desk, found, q, now } = useLoaderData<typeof loader>();
  const link = (row: { organizationId: string; name: string }) => (
    <a href={`/admin/organizations/${row.organizationId}`}>{row.name}</a>
  );
  return (
    <>
      <PageHeader
        title={t("desk.title")}
        subtitle={t("desk.subtitle")}
        trail={[{ href: "/admin", label: admin("title") }]}
      />
      <form className="form mt-5 max-w-[640px]">
        <TextField name="q" type="search" label={t("desk.search")} defaultValue={q} maxLength={100} />
        <div>
          <Button look="ghost" icon="search">
            {t("desk.find")}
          </Button>
        </div>
      </form>
      <div className="stack mt-6">
        {q !== "" && (
          <Section title={t("desk.found")} id="found">
            {found.length === 0 && (
              <EmptyState title={t("desk.nothingFound")}>
                <p>{t("desk.nothingFoundText")}</p>
              </EmptyState>
            )}
            <ul>
              {found.map((one) => (
                <li key={one.id} className={ROW}>
                  <span>
                    <a href={`/admin/organizations/${one.id}`}>{one.name}</a>{" "}
                    <span className="meta">{words(`kind.${one.kind as "school"}`)}</span>
                  </span>
                  <OrganizationBadge state={one.state} />
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={t("desk.appeals")} id="blocks">
          {desk.blocks.length === 0 && <p className="meta mt-3">{t("desk.noBlocks")}</p>}
          <ul>
            {desk.blocks.map((row) => (
              <li key={row.id} className={ROW}>
                <span>
                  {link(row)} <span className="meta">{t(`block.reason.${row.reasonCode as "other"}`)}</span>
                </span>
                <span className="row">
                  {row.state === "appealed" && row.dueOn && (
                    <span className="meta">
                      {t("desk.due")} <DueDate due={row.dueOn} now={now} />
                    </span>
                  )}
                  <StateBadge
                    tone={row.state === "appealed" ? "act" : "bad"}
                    word={t(`block.state.${row.state as "in_force"}`)}
                  />
                </span>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t("desk.changes")} id="changes">
          {desk.changes.length === 0 && <p className="meta mt-3">{t("desk.noChanges")}</p>}
          <ul>
            {desk.changes.map((row) => (
              <li key={row.id} className={ROW}>
                {link(row)}
                <span className="meta">
                  {t("desk.due")} <DueDate due={row.dueOn} now={now} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t("desk.reports")} id="reports">
          {desk.reports.length === 0 && <p className="meta mt-3">{t("desk.noReports")}</p>}
          <ul>
            {desk.reports.map((row) => (
              <li key={row.id} className={ROW}>
                <span>
                  {link(row)} <span className="meta">{t(`report.reason.${row.reasonCode as "other"}`)}</span>
                </span>
                <span className="meta">
                  <RelativeDate at={row.at} now={now} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  );
}
