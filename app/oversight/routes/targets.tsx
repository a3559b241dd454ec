import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { setTarget } from "../commands/set-target.server";
import { withdrawTarget } from "../commands/withdraw-target.server";
import { TargetForm } from "../components/TargetForm";
import { TargetList } from "../components/TargetList";
import { mayFreeze, maySeeFigures } from "../policy";
import { targetsPage } from "../queries/targets-page.server";
import { targetForm, withdrawForm } from "../schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeFigures(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  return {
    title: translatorFor(languageOf(request.headers)).room("indicators")("target.metaTitle"),
    mayAct: mayFreeze(ctx.actor).ok,
    submissionKey: newId(),
    page: await targetsPage(ctx),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayFreeze(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const form = await request.formData();
  const withdraws = form.get("intent") === "withdraw";
  const parsed = withdraws ? parseForm(form, withdrawForm) : parseForm(form, targetForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const done =
    parsed.value.intent === "withdraw"
      ? await withdrawTarget(ctx, parsed.value)
      : await setTarget(ctx, parsed.value);
  if (done.ok) return redirect("/oversight/targets", 303);
  if (done.refusal.code === "not_found") return throwRefusal(done.refusal);
  return answerRefusal(done.refusal, { state: refusedState(done.refusal, typedFrom(form)) });
};

/** 目标: what is to be reached by when, how it stands and where it is heading. */
export default function Targets() {
  const t = useWords("indicators");
  const { any } = useTranslator();
  const { page, mayAct, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={t("target.title")}
        trail={[{ href: "/oversight/indicators", label: t("title") }]}
        subtitle={t("target.subtitle", { place: page.place })}
      />
      {state && <Notice tone="bad">{any(state.message.key, state.message.values)}</Notice>}
      <div className="cols">
        <div>
          <TargetList targets={page.targets} mayAct={mayAct} state={state} />
          {page.targets.length === 0 && (
            <EmptyState title={t("target.none")} level={2}>
              <p>{t("target.noneText")}</p>
            </EmptyState>
          )}
        </div>
        <aside>
          {mayAct && (
            <TargetForm
              choices={page.choices}
              today={page.today}
              submissionKey={submissionKey}
              state={state}
            />
          )}
        </aside>
      </div>
    </>
  );
}
