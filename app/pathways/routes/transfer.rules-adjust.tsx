import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read } from "~/platform/db/client.server";
import { parseForm } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { languageOf } from "~/platform/i18n/language";
import { civilDate } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { changeRule } from "../commands/change-rule.server";
import { FactAnswer } from "../components/FactAnswer";
import { RefusedForm } from "../components/RefusedForm";
import { factText } from "../fact-text";
import { loadRules } from "../rule-set.server";
import { FACT_KEYS, type FactKey } from "../rules/pack";
import { changeForm } from "../schema";
import { authorityRegionOf } from "../transfer-access.server";
import { refusedForm, unreadForm } from "../transfer-actions.server";
import { requireTransferStaff } from "../transfer-door.server";

const ADJUST = "/transfers/rules/adjust";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context, ["authority"]);
  const today = civilDate(ctx.clock.now());
  const region = (await authorityRegionOf(read, ctx.actor)) ?? "";
  const asked = new URL(request.url).searchParams.get("fact");
  const history = await read.transferRuleChange.findMany({
    where: { authorityId: ctx.actor.organizationId },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: { id: true, fact: true, validFrom: true, document: true, personName: true },
  });
  return {
    title: translatorFor(languageOf(request.headers)).room("transfers")("adjust.title"),
    today,
    fact: FACT_KEYS.find((key) => key === asked) ?? "noticeDays",
    rules: await loadRules(read, region, today),
    history,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context, ["authority"]);
  const form = await request.formData();
  const parsed = parseForm(form, changeForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const { fact, answers, ...rest } = parsed.value;
  const done = await changeRule(ctx, { ...rest, fact: fact as FactKey, answers: answers ?? [] });
  return done.ok ? redirect(`${ADJUST}?fact=${fact}`, 303) : refusedForm(done.refusal, form);
};

/** An authority changes one fact of its region, from a day on and under a document; what it changed before stays listed. */
export default function AdjustRules() {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const { fact, rules, history, today } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={t("adjust.title")}
        subtitle={t("adjust.subtitle")}
        trail={[
          { href: "/transfers", label: t("title") },
          { href: "/transfers/rules", label: t("rules.title") },
        ]}
      />
      <div className="stack mt-5">
        <RefusedForm state={state} />
        <form method="get" className="form max-w-3xl">
          <SelectField
            name="fact"
            id="pick"
            label={t("adjust.pick")}
            empty={false}
            autoSubmit
            defaultValue={fact}
            options={FACT_KEYS.map((key) => ({ value: key, label: any(`transferRules.fact.${key}`) }))}
          />
          <Button look="ghost">{t("adjust.pickAct")}</Button>
        </form>
        <Section id="change" title={any(`transferRules.fact.${fact}`)}>
          <p className="meta mt-2">
            {t("adjust.now", { value: factText(fact, rules.facts[fact].value, any) })}
          </p>
          <form method="post" className="form mt-3 max-w-3xl">
            <HiddenField name="fact" value={fact} />
            <FactAnswer fact={fact} value={rules.facts[fact].value} error={errorFor(state, "answers", any)} />
            <DateField
              name="validFrom"
              label={t("field.validFrom")}
              required
              defaultValue={shown(state, "validFrom", today)}
              error={errorFor(state, "validFrom", any)}
            />
            <TextField
              name="document"
              label={t("field.document")}
              required
              maxLength={200}
              defaultValue={shown(state, "document")}
              error={errorFor(state, "document", any)}
            />
            <TextField
              name="reason"
              label={t("field.reason")}
              required
              maxLength={500}
              defaultValue={shown(state, "reason")}
              error={errorFor(state, "reason", any)}
            />
            <Button>{t("adjust.act")}</Button>
          </form>
        </Section>
        <Section id="history" title={t("adjust.history")}>
          {history.length === 0 ? (
            <p className="meta mt-3">{t("adjust.none")}</p>
          ) : (
            <ul className="mt-3">
              {history.map((one) => (
                <li key={one.id}>
                  {t("adjust.line", {
                    fact: any(`transferRules.fact.${one.fact}`),
                    from: one.validFrom,
                    document: one.document,
                    by: one.personName,
                  })}
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  );
}
