import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, refusedState } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound, type Result } from "~/platform/result";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { beginSecondFactor } from "../commands/begin-second-factor.server";
import { confirmSecondFactor } from "../commands/confirm-second-factor.server";
import { endSecondFactor } from "../commands/end-second-factor.server";
import { renewRecoveryCodes } from "../commands/renew-recovery-codes.server";
import { RecoveryCodes } from "../components/RecoveryCodes";
import { SecondStepOn } from "../components/SecondStepOn";
import { SecondStepSetUp } from "../components/SecondStepSetUp";
import { secondStepPage } from "../queries/second-step-page.server";
import { proofForm } from "../schema";
import { requirePerson } from "../session.server";

const HERE = "/account/second-step";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  return {
    title: translatorFor(languageOf(request.headers)).room("identity")("step.title"),
    led: ctx.actor.first === "secondFactor",
    ended: new URL(request.url).searchParams.has("ended"),
    step: await secondStepPage(ctx),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** Codes are in the answer to a form and nowhere else: no cache keeps them, and a reload does not bring them back. */
export const headers = () => ({ "Cache-Control": "no-store" });

const PROVED = { confirm: confirmSecondFactor, renew: renewRecoveryCodes, end: endSecondFactor } as const;

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const refuse = (refusal: Extract<Result<unknown>, { ok: false }>["refusal"]) =>
    answerRefusal(refusal, { intent, codes: null, state: refusedState(refusal, {}) });
  if (intent === "begin") {
    const begun = await beginSecondFactor(ctx);
    return begun.ok ? redirect(HERE, 303) : refuse(begun.refusal);
  }
  if (!Object.hasOwn(PROVED, intent)) return refuse(notFound().refusal);
  const limited = await takePoint("signIn", ctx.actor.personId);
  if (limited) return refuse(limited);
  const parsed = parseForm(form, proofForm);
  if (!parsed.ok) {
    return data({ intent, codes: null, state: { ...parsed.state, typed: {} } }, { status: 422 });
  }
  const outcome = await PROVED[intent as keyof typeof PROVED](ctx, parsed.value);
  if (!outcome.ok) return refuse(outcome.refusal);
  if (!outcome.value) return redirect(`${HERE}?ended=1`, 303);
  return data({ intent, codes: outcome.value.codes, state: null });
};

/** The second step of one's own account: set up by authenticator, recovery codes, end. */
export default function SecondStepOfAccount() {
  const t = useWords("identity");
  const { any } = useTranslator();
  const { step, led, ended } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const stateOf = (intent: string): FormState | null => (answer?.intent === intent ? answer.state : null);
  const plain = answer?.state && answer.state.fields.length === 0 ? answer.state : null;
  const trail = led ? {} : { trail: [{ href: "/account", label: t("account.title") }] };
  if (answer?.codes) {
    return (
      <>
        <PageHeader title={t("step.codesTitle")} />
        <div className="mt-5">
          <RecoveryCodes codes={answer.codes} email={step.email} />
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("step.title")} subtitle={t("step.text")} {...trail} />
      <div className="mt-5">
        {ended && !answer && <Notice tone="ok">{t("step.ended")}</Notice>}
        {plain && step.state === "off" && (
          <FormErrors errors={[]} message={any(plain.message.key, plain.message.values)} />
        )}
        {step.required && step.state !== "on" && (
          <Notice tone="wait">{t(step.demo ? "step.requiredDemo" : "step.required")}</Notice>
        )}
      </div>
      {step.state === "off" && (
        <form method="post" className="mt-6">
          <HiddenField name="intent" value="begin" />
          <Button>{t("step.begin")}</Button>
        </form>
      )}
      {step.state === "begun" && <SecondStepSetUp {...step} state={stateOf("confirm")} />}
      {step.state === "on" && <SecondStepOn {...step} stateOf={stateOf} />}
    </>
  );
}
