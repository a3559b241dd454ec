import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { MemberCtx } from "~/identity/actor";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import type { Result } from "~/platform/result";
import { FormErrors } from "~/ui/form/FormErrors";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { Tag } from "~/ui/Tag";
import { Timeline } from "~/ui/Timeline";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { dismissAlert } from "../commands/dismiss-alert.server";
import { orderRectification } from "../commands/order-rectification.server";
import { reviewAnswer } from "../commands/review-answer.server";
import { AlertFacts } from "../components/AlertFacts";
import { OrderForm, ReviewForm } from "../components/AlertForms";
import { AlertReplies } from "../components/AlertReplies";
import { ALERT_TONES, alertEntries } from "../components/alert-words";
import { mayOrder, maySupervise } from "../policy";
import { alertPage } from "../queries/alert-page.server";
import { dismissForm, orderForm, reviewForm } from "../schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySupervise(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const page = await alertPage(ctx, params.id ?? "", "authority");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const rule = translatorFor(languageOf(request.headers)).any(`alerts.rule.${page.ruleId}`);
  return {
    title: `${rule} · ${page.title}`,
    now: ctx.clock.now().toISOString(),
    page,
    mayAct: mayOrder(ctx.actor).ok,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

const act = async (ctx: MemberCtx, id: string, form: FormData) => {
  const intent = form.get("intent");
  const run = async <T,>(
    parsed: { ok: true; value: T } | { ok: false; state: ReturnType<typeof refusedState> },
    command: (ctx: MemberCtx, id: string, input: T) => Promise<Result<null>>,
  ) => (parsed.ok ? { result: await command(ctx, id, parsed.value) } : { state: parsed.state });
  if (intent === "order") return run(parseForm(form, orderForm), orderRectification);
  if (intent === "dismiss") return run(parseForm(form, dismissForm), dismissAlert);
  return run(parseForm(form, reviewForm), reviewAnswer);
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayOrder(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const id = params.id ?? "";
  const form = await request.formData();
  const done = await act(ctx, id, form);
  if ("state" in done) return data({ state: done.state }, { status: 422 });
  if (done.result.ok) return redirect(`/oversight/alerts/${id}`, 303);
  const { refusal } = done.result;
  if (refusal.code === "not_found") return throwRefusal(refusal);
  return answerRefusal(refusal, { state: refusedState(refusal, typedFrom(form)) });
};

/** One alert as an authority sees it: what, why, whose, and what to do next. */
export default function AlertForAuthority() {
  const t = useWords("alerts");
  const translator = useTranslator();
  const { page, now, mayAct } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { any } = translator;
  return (
    <>
      <PageHeader
        title={page.title}
        trail={[
          { href: "/oversight", label: t("home.title") },
          { href: "/oversight/alerts", label: t("list.title") },
        ]}
        subtitle={any(`alerts.rule.${page.ruleId}`)}
        state={
          <>
            <StateBadge tone={ALERT_TONES[page.state]} word={t(`state.${page.state}`)} />
            {page.rule && <Tag>{t(`severity.${page.rule.severity}`)}</Tag>}
          </>
        }
      />
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`alerts.page.${one.field === "dueOn" ? "dueOn" : "orderText"}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      <div className="cols">
        <div className="stack">
          <AlertFacts page={page} />
          {mayAct && page.state === "open" && <OrderForm page={page} state={state} />}
          {mayAct && page.state === "answered" && <ReviewForm page={page} state={state} />}
          {page.orderText && <AlertReplies page={page} now={now} />}
        </div>
        <aside>
          <Section id="history" title={t("page.history")}>
            <Timeline entries={alertEntries(page, translator)} now={now} />
          </Section>
        </aside>
      </div>
    </>
  );
}
