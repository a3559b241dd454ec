import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/agreements/agreement-actions.server";
import { mayWrite } from "~/identity/actor";
import { requireStaff } from "~/marketplace/staff.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { DataTable } from "~/ui/DataTable";
import { FormErrors } from "~/ui/form/FormErrors";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { recordException } from "../commands/record-exception.server";
import { withdrawException } from "../commands/withdraw-exception.server";
import { ExceptionForm, ExceptionList } from "../components/ExceptionForm";
import { exceptionForm } from "../gate-schema";
import { exceptionPage } from "../queries/exceptions.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["enterprise"]);
  return {
    title: translatorFor(languageOf(request.headers)).room("placements")("headCount.title"),
    page: await exceptionPage(ctx),
    mayAct: mayWrite(ctx.actor),
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["enterprise"]);
  const received = await readForm(request);
  if (!received.ok) return answerRefusal(received.refusal, { state: refusedState(received.refusal, {}) });
  const { form, file } = received.value;
  const typed = typedFrom(form);
  if (form.get("intent") === "withdraw") {
    const gone = await withdrawException(ctx, String(form.get("id") ?? ""));
    return gone.ok
      ? redirect("/placements/exceptions", 303)
      : answerRefusal(gone.refusal, { state: refusedState(gone.refusal, typed) });
  }
  const parsed = parseForm(form, exceptionForm);
  if (!parsed.ok)
    return answerRefusal({ code: "invalid", key: "errors.checkFields" }, { state: parsed.state });
  const kept = await recordException(ctx, parsed.value, file);
  if (!kept.ok) return answerRefusal(kept.refusal, { state: refusedState(kept.refusal, typed) });
  return redirect("/placements/exceptions", 303);
};

/** How many students the unit and its posts can still take, all schools together, and recorded exceptions. */
export default function HeadCount() {
  const t = useWords("placements");
  const { any } = useTranslator();
  const { page, mayAct, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const rows = [
    { id: "unit", name: t("headCount.unit"), seats: page.unit },
    ...page.posts.map((post) => ({ id: post.id, name: post.name, seats: post.seats })),
  ];
  const count = (value: number | undefined) => value ?? t("headCount.unknown");
  return (
    <>
      <PageHeader
        trail={[{ href: "/placements", label: t("title") }]}
        title={t("headCount.title")}
        subtitle={t("headCount.lead", { from: page.from, to: page.to })}
      />
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`placements.field.${one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      <div className="stack">
        <DataTable
          caption={t("headCount.title")}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "name", label: t("headCount.where"), lead: true, cell: (row) => row.name },
            { key: "cap", label: t("headCount.cap"), numeric: true, cell: (row) => count(row.seats?.cap) },
            { key: "peak", label: t("headCount.peak"), numeric: true, cell: (row) => count(row.seats?.peak) },
            { key: "free", label: t("headCount.free"), numeric: true, cell: (row) => count(row.seats?.free) },
          ]}
        />
        <Section id="exceptions" title={t("headCount.exceptions")}>
          <p className="meta my-2">{t("headCount.exceptionsLead")}</p>
          <ExceptionList exceptions={page.exceptions} mayAct={mayAct} />
        </Section>
        {mayAct && <ExceptionForm posts={page.posts} state={state} submissionKey={submissionKey} />}
      </div>
    </>
  );
}
