import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { newId } from "~/platform/id";
import { notFound } from "~/platform/result";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import { RefusedCreditForm } from "../components/RefusedCreditForm";
import { TableAside } from "../components/TableAside";
import { TableDiff } from "../components/TableDiff";
import { TableLineForm } from "../components/TableLineForm";
import { TableLines } from "../components/TableLines";
import { VERSION_TONES } from "../components/TableRows";
import { NextVersion, TableSteps } from "../components/TableSteps";
import { refusedForm, requireSchoolStaff, unreadForm } from "../credit-forms.server";
import { refuseCreditWork, SCHOOLS } from "../policy";
import { tablePage } from "../queries/table-page.server";
import { ownTable } from "../table-access.server";
import { actOnTable } from "../table-actions.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context, [...SCHOOLS, "authority"]);
  if (["student", "viewer"].includes(ctx.actor.organization.role)) {
    throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  }
  const ordinal = Number(new URL(request.url).searchParams.get("version")) || null;
  const page = await tablePage(ctx, params.id ?? "", ordinal);
  if (!page) return throwRefusal(notFound().refusal);
  return { page, may: refuseCreditWork(ctx.actor) === null, submissionKey: newId() };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: found && `${found.page.from} → ${found.page.to}` },
];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireSchoolStaff(request, context);
  const id = params.id ?? "";
  if (!(await ownTable(read, ctx.actor, id))) return throwRefusal(notFound().refusal);
  const form = await request.formData();
  const done = await actOnTable(ctx, id, form);
  if ("typed" in done) return unreadForm(done);
  return done.ok ? redirect(`/credits/tables/${id}`, 303) : refusedForm(done.refusal, form);
};

/** One equivalence table: its lines, what differs from the version before, who agreed and signed, and what is to do. */
export default function Table() {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { page, may, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { shown } = page;
  const editing = may && page.mine !== null && shown?.state === "draft";
  const standing = shown && page.versions.find((one) => one.ordinal === shown.ordinal)?.state;
  return (
    <>
      <PageHeader
        title={t("tables.direction", { from: page.from, to: page.to })}
        trail={[{ href: "/credits/tables", label: t("tables.title") }]}
        subtitle={
          shown &&
          [
            t("table.version", { ordinal: shown.ordinal }),
            shown.inForceFrom
              ? t("table.counts", { date: shown.inForceFrom })
              : t("table.validFrom", { date: shown.validFrom }),
            t("tables.lines", { count: page.lines.length }),
          ].join(" · ")
        }
        state={
          standing && (
            <StateBadge
              tone={VERSION_TONES[standing] ?? "neutral"}
              word={any(`credits.tables.state.${standing}`)}
            />
          )
        }
      />
      <div className="mt-4">
        <RefusedCreditForm state={state} />
      </div>
      <div className="cols">
        <div className="stack">
          {page.lines.length === 0 ? (
            <EmptyState level={2} title={t("table.empty")}>
              <p>{t("table.emptyText")}</p>
            </EmptyState>
          ) : (
            <Section id="lines" title={t("conversion.lines")}>
              <TableLines page={page} editing={editing} />
            </Section>
          )}
          {page.diff && shown?.state !== "signed" && (
            <Section id="diff" title={t("table.diff", { ordinal: page.diff.ordinal })}>
              <TableDiff changes={page.diff.changes} />
            </Section>
          )}
          {editing && (
            <Section id="add" title={t("table.add")}>
              <TableLineForm page={page} state={state} />
            </Section>
          )}
        </div>
        <aside className="stack">
          <TableSteps page={page} state={state} may={may} />
          <TableAside page={page} />
          {may && page.mine && !page.open && (
            <NextVersion page={page} state={state} submissionKey={submissionKey} />
          )}
        </aside>
      </div>
    </>
  );
}
