import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { decideRecognition } from "../commands/decide-recognition.server";
import { PoolItem } from "../components/PoolItem";
import { mayOrder, maySupervise } from "../policy";
import { recognitionPool } from "../queries/recognition-pool.server";
import { decisionForm } from "../recognition-schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySupervise(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  return {
    title: translatorFor(languageOf(request.headers)).room("recognition")("pool.metaTitle"),
    mayAct: mayOrder(ctx.actor).ok,
    rows: await recognitionPool(ctx),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayOrder(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const form = await request.formData();
  const parsed = parseForm(form, decisionForm);
  if (!parsed.ok) return data({ message: parsed.state.message }, { status: 422 });
  const result = await decideRecognition(ctx, String(form.get("id") ?? ""), parsed.value);
  if (result.ok) return redirect("/oversight/recognition", 303);
  const { key, values } = result.refusal;
  return answerRefusal(result.refusal, { message: { key, ...(values ? { values } : {}) } });
};

/** Applications, the pool (建设培育) and awards of an authority's region. */
export default function RecognitionPool() {
  const t = useWords("recognition");
  const { any } = useTranslator();
  const { rows, mayAct } = useLoaderData<typeof loader>();
  const message = useActionData<typeof action>()?.message;
  return (
    <>
      <PageHeader
        title={t("pool.title")}
        subtitle={t("pool.subtitle")}
        trail={[{ href: "/oversight", label: any("alerts.home.title") }]}
      />
      {message && <Notice tone="bad">{any(message.key, message.values)}</Notice>}
      <h2 className="sr-only">{t("pool.title")}</h2>
      {rows.map((row) => (
        <PoolItem key={row.id} row={row} mayAct={mayAct} />
      ))}
      {rows.length === 0 && (
        <EmptyState title={t("pool.none")} level={3}>
          <p>{t("pool.noneText")}</p>
        </EmptyState>
      )}
    </>
  );
}
