import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { typedFrom } from "~/platform/http/form.server";
import type { FormState, Typed } from "~/platform/http/form-state";
import { languageOf } from "~/platform/i18n/language";
import { civilDate, systemClock } from "~/platform/time/clock";
import { FormErrors } from "~/ui/form/FormErrors";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { checkTyped } from "../check";
import { CheckForm } from "../components/CheckForm";
import { CheckResult } from "../components/CheckResult";
import { inLanguage } from "../fact-text";
import { EXAMPLES, exampleFacts, isExample } from "../rules/examples";
import { definitionOf, isFactKey } from "../rules/facts/dictionary";
import { typedFromFacts } from "../rules/typed-facts";

const EXAMPLE_REGION = "440300";

const answerTo = (typed: Typed, language: ReturnType<typeof languageOf>) => {
  const checked = checkTyped(typed, language);
  const state: FormState = {
    typed,
    message: { key: "errors.checkFields" },
    fields: checked.ok ? [] : checked.errors,
  };
  return { state, result: checked.ok ? { verdict: checked.verdict, findings: checked.findings } : null };
};

export const loader = ({ request }: LoaderFunctionArgs) => {
  const language = languageOf(request.headers);
  const on = civilDate(systemClock.now());
  const name = new URL(request.url).searchParams.get("example");
  const title = translatorFor(language).room("regulations")("check.metaTitle");
  if (!isExample(name)) return { on, title, example: null, answer: null };
  const typed: Typed = { on, region: EXAMPLE_REGION };
  for (const [fact, value] of Object.entries(typedFromFacts(exampleFacts(name, on)))) {
    typed[fact] = typeof value === "string" ? value : [...value];
  }
  return { on, title, example: name, answer: answerTo(typed, language) };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const answer = answerTo(typedFrom(await request.formData()), languageOf(request.headers));
  return data(answer, { status: answer.result ? 200 : 422 });
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) =>
  loaded ? [{ title: loaded.title }] : [];

const EMPTY: FormState = { typed: {}, message: { key: "errors.checkFields" }, fields: [] };

const HEAD_LABELS = { on: "check.on", region: "check.region", stage: "check.stage" } as const;

export default function RegulationCheck() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? loaded.answer;
  const t = useWords("regulations");
  const { language, any } = useTranslator();
  const state = answer?.state ?? EMPTY;
  const label = (field: string) => {
    if (isFactKey(field)) return inLanguage(definitionOf(field).label, language);
    return field in HEAD_LABELS ? t(HEAD_LABELS[field as keyof typeof HEAD_LABELS]) : field;
  };
  return (
    <>
      <PageHeader
        title={t("check.title")}
        trail={[{ href: "/regulations", label: t("list.title") }]}
        subtitle={t("check.subtitle")}
      />
      <nav aria-label={t("check.examples")} className="row my-5 text-sm">
        <span className="meta">{t("check.examples")}</span>
        {EXAMPLES.map((example) => (
          <a
            key={example}
            href={`/regulations/check?example=${example}`}
            aria-current={loaded.example === example ? "true" : undefined}
          >
            {t(`example.${example}`)}
          </a>
        ))}
      </nav>
      <FormErrors
        errors={state.fields.map((field) => ({
          field: field.field,
          label: label(field.field),
          message: any(field.key, field.values),
        }))}
      />
      <div className="mt-6 grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,640px)_minmax(0,1fr)]">
        <div className="lg:order-2">{answer?.result && <CheckResult {...answer.result} />}</div>
        <div>
          <CheckForm state={state} on={loaded.on} />
          <p className="note mt-4">{t("check.forMachines")}</p>
        </div>
      </div>
    </>
  );
}
