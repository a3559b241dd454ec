import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { clearSecondFactor } from "~/identity/commands/clear-second-factor.server";
import { lockPerson } from "~/identity/commands/lock-person.server";
import { readPerson } from "~/identity/commands/read-person.server";
import { unlockPerson } from "~/identity/commands/unlock-person.server";
import { SignInTable } from "~/identity/components/SignInTable";
import { foundPerson } from "~/identity/queries/people-search.server";
import { personReasonForm } from "~/identity/schema";
import { requireOperator } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { PersonFacts } from "../components/PersonFacts";
import { ReasonForm } from "../components/ReasonForm";

const DONE = ["locked", "unlocked", "cleared"] as const;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requireOperator(request, context);
  const person = (await foundPerson(params.id ?? "")) ?? throwRefusal(notFound().refusal);
  const asked = new URL(request.url).searchParams.get("done");
  return {
    title: translatorFor(languageOf(request.headers)).room("operator")("people.title"),
    now: clock.now().toISOString(),
    done: DONE.find((one) => one === asked) ?? null,
    self: actor.personId === person.id,
    person,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const CHANGES = {
  lock: { run: lockPerson, done: "locked" },
  unlock: { run: unlockPerson, done: "unlocked" },
  clear: { run: clearSecondFactor, done: "cleared" },
} as const;

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireOperator(request, context);
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const change = Object.hasOwn(CHANGES, intent) ? CHANGES[intent as keyof typeof CHANGES] : null;
  if (!change && intent !== "read") return throwRefusal(notFound().refusal);
  const parsed = parseForm(form, personReasonForm);
  if (!parsed.ok) return data({ intent, state: parsed.state, told: null }, { status: 422 });
  const input = { personId: params.id ?? "", ...parsed.value };
  const outcome = change ? await change.run(ctx, input) : await readPerson(ctx, input);
  if (!outcome.ok) {
    if (outcome.refusal.code === "not_found") return throwRefusal(outcome.refusal);
    const state = refusedState(outcome.refusal, parsed.typed);
    return answerRefusal(outcome.refusal, { intent, state, told: null });
  }
  if (change) return redirect(`/admin/people/${input.personId}?done=${change.done}`, 303);
  return data({ intent, state: null, told: outcome.value });
};

/** One person for the operator: what is plain at once, what takes a reason, and what may be done, each on record. */
export default function PersonForOperator() {
  const t = useWords("operator");
  const admin = useWords("admin");
  const { any } = useTranslator();
  const { person, now, done, self } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const stateOf = (intent: string): FormState | null => (answer?.intent === intent ? answer.state : null);
  const { version } = person;
  const locked = person.lockedAt !== null;
  return (
    <>
      <PageHeader
        title={person.name}
        state={<StateBadge tone={locked ? "bad" : "ok"} word={t(locked ? "people.locked" : "people.open")} />}
        trail={[
          { href: "/admin", label: admin("title") },
          { href: "/admin/people", label: t("people.title") },
        ]}
      />
      <div className="mt-5">
        {done && !answer && <Notice tone="ok">{t(`people.done.${done}`)}</Notice>}
        {answer?.state && (
          <FormErrors errors={[]} message={any(answer.state.message.key, answer.state.message.values)} />
        )}
      </div>
      <div className="stack">
        <PersonFacts person={person} told={answer?.told ?? null} />
        <Section title={t("people.readTitle")} id="read">
          {answer?.told ? (
            <SignInTable signIns={answer.told.signIns} now={now} />
          ) : (
            <ReasonForm
              intent="read"
              version={version}
              label={t("people.read")}
              look="ghost"
              state={stateOf("read")}
            >
              <p className="meta">{t("people.readText")}</p>
            </ReasonForm>
          )}
        </Section>
        {self ? (
          <p className="meta">{any("identity.errors.notYourself")}</p>
        ) : (
          <>
            <Section title={t(locked ? "people.unlock" : "people.lock")} id="lock">
              <ReasonForm
                intent={locked ? "unlock" : "lock"}
                version={version}
                label={t(locked ? "people.unlock" : "people.lock")}
                look={locked ? "ghost" : "danger"}
                {...(locked ? {} : { question: t("people.lockQuestion", { name: person.name }) })}
                state={stateOf(locked ? "unlock" : "lock")}
              >
                <p className="meta">{t(locked ? "people.unlockText" : "people.lockText")}</p>
              </ReasonForm>
            </Section>
            {person.secondStep && (
              <Section title={t("people.clear")} id="clear">
                <ReasonForm
                  intent="clear"
                  version={version}
                  label={t("people.clear")}
                  look="danger"
                  question={t("people.clearQuestion", { name: person.name })}
                  state={stateOf("clear")}
                >
                  <p className="meta">{t("people.clearText")}</p>
                </ReasonForm>
              </Section>
            )}
          </>
        )}
      </div>
    </>
  );
}
