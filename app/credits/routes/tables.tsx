import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { startTable } from "../commands/start-table.server";
import { CreditTabs } from "../components/CreditTabs";
import { RefusedCreditForm } from "../components/RefusedCreditForm";
import { StartTableForm } from "../components/StartTableForm";
import { TableRows } from "../components/TableRows";
import { refusedForm, requireSchoolStaff, unreadForm } from "../credit-forms.server";
import { refuseCreditWork, SCHOOLS } from "../policy";
import { regionTables, schoolTables } from "../queries/tables-list.server";
import { startTableForm } from "../schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context, [...SCHOOLS, "authority"]);
  if (["student", "viewer"].includes(ctx.actor.organization.role)) {
    throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  }
  const title = translatorFor(languageOf(request.headers)).room("credits")("tables.title");
  const submissionKey = newId();
  if (ctx.actor.organization.kind === "authority") {
    const { rows, today } = await regionTables(ctx);
    return { title, submissionKey, side: "authority" as const, may: false, rows, today, agreements: [] };
  }
  const may = refuseCreditWork(ctx.actor) === null;
  const side = may ? ("school" as const) : ("teacher" as const);
  return { title, submissionKey, side, may, ...(await schoolTables(ctx)) };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireSchoolStaff(request, context);
  const form = await request.formData();
  const parsed = parseForm(form, startTableForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done = await startTable(ctx, parsed.value);
  return done.ok ? redirect(`/credits/tables/${done.value.id}`, 303) : refusedForm(done.refusal, form);
};

/** Every equivalence table of a school or a region: what is in force, what is open, and a further one. */
export default function Tables() {
  const t = useWords("credits");
  const { title, submissionKey, side, may, rows, today, agreements } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t("tables.subtitle")}
        trail={[{ href: "/credits", label: t("title") }]}
      />
      <CreditTabs current="tables" side={side} />
      <div className="stack mt-5">
        <RefusedCreditForm state={state} />
        <TableRows
          rows={rows}
          empty={
            <EmptyState level={2} title={side === "authority" ? t("tables.authorityNone") : t("tables.none")}>
              {side !== "authority" && <p>{t("tables.noneText")}</p>}
            </EmptyState>
          }
        />
        {may && (
          <Section id="start" title={t("tables.start")}>
            <StartTableForm
              state={state}
              agreements={agreements}
              today={today}
              submissionKey={submissionKey}
            />
          </Section>
        )}
      </div>
    </>
  );
}
