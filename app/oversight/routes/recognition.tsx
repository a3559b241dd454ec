import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { UPLOAD_LIMIT_BYTES } from "~/platform/http/upload.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { BenefitGiven } from "../components/BenefitGiven";
import { BenefitTable } from "../components/BenefitTable";
import { RecognitionEvidence } from "../components/RecognitionEvidence";
import { EvidenceForm, FiguresForm } from "../components/RecognitionForms";
import { RecognitionProgress } from "../components/RecognitionProgress";
import { WhatIf } from "../components/WhatIf";
import { recognitionPage } from "../queries/recognition-page.server";
import { actOnRecognition } from "../recognition-actions.server";
import { whatIfContribution } from "../rules/recognition/progress";

const ENTERPRISES = ["enterprise"] as const;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, ENTERPRISES);
  const page = await recognitionPage(ctx);
  const asked = Number(new URL(request.url).searchParams.get("more") ?? "");
  const more = Number.isFinite(asked) && asked > 0 && asked <= 1e9 ? Math.round(asked * 100) : null;
  return {
    title: translatorFor(languageOf(request.headers)).room("recognition")("metaTitle"),
    page,
    more,
    whatIf: more === null ? null : whatIfContribution(page.progress, page.years, page.thisYear, more),
    submissionKey: newId(),
    maxBytes: UPLOAD_LIMIT_BYTES,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context, ENTERPRISES);
  const done = await actOnRecognition(ctx, request);
  return "to" in done ? redirect(done.to, 303) : data({ state: done.state }, { status: done.status });
};

/** An enterprise's way to recognition and what it brings. */
export default function RecognitionOfEnterprise() {
  const t = useWords("recognition");
  const { any, language } = useTranslator();
  const { page, more, whatIf, submissionKey, maxBytes } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { progress, current, pack } = page;
  const under = current && ["applied", "cultivating", "awarded"].includes(current.state);
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={t("subtitle")}
        state={
          current && (
            <StateBadge
              tone={current.state === "awarded" ? "ok" : current.state === "returned" ? "bad" : "act"}
              word={any(`recognition.state.${current.state}`)}
            />
          )
        }
      />
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`recognition.evidence.${one.field === "criterionId" ? "criterion" : one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      {current?.note && <Notice tone="wait">{current.note}</Notice>}
      <p className="mt-4 font-semibold">
        {t("progress.summary", { met: progress.met, needed: progress.needed })}{" "}
        {progress.qualifies && t("progress.ready")}
      </p>
      <div className={under ? "mt-6" : "cols"}>
        <div className="stack">
          <Section
            id="progress"
            title={t("progress.title")}
            aside={<a href="/recognition/dossier">{t("apply.dossier")}</a>}
          >
            <RecognitionProgress criteria={progress.criteria} />
            {!pack.verified && <p className="note mt-2">{t("verifiedNote")}</p>}
          </Section>
          <Section id="benefit" title={t("benefit.title")}>
            <p className="mt-2">{t("benefit.text")}</p>
            <BenefitTable lines={page.benefits} />
            <p className="meta mt-2">{t("benefit.hours", { hours: page.hours.toLocaleString("en") })}</p>
            <BenefitGiven lines={page.given} />
            <p className="note">{t("benefit.unverified")}</p>
            <WhatIf more={more} whatIf={whatIf} />
            <details className="mt-2" open={state?.typed.intent === "figures"}>
              <summary className="min-h-11 content-center text-qing">{t("benefit.figures")}</summary>
              <FiguresForm page={page} state={state?.typed.intent === "figures" ? state : undefined} />
            </details>
          </Section>
          <Section id="evidence" title={t("evidence.title")}>
            <RecognitionEvidence evidence={page.evidence} criteria={progress.criteria} />
            <details className="mt-2" open={state?.typed.intent === "evidence"}>
              <summary className="min-h-11 content-center text-qing">{t("evidence.add")}</summary>
              <EvidenceForm
                page={page}
                state={state?.typed.intent === "evidence" ? state : undefined}
                submissionKey={submissionKey}
                maxBytes={maxBytes}
              />
            </details>
          </Section>
        </div>
        <aside className="stack">
          {!under && (
            <Section id="apply" title={t("apply.title")}>
              <p className="mt-2">{t("apply.text", { months: pack.cultivationMonths })}</p>
              <form method="post" className="mt-3">
                <HiddenField name="intent" value="apply" />
                <HiddenField name="submissionKey" value={submissionKey} />
                <Button>{t("apply.act")}</Button>
              </form>
            </Section>
          )}
        </aside>
      </div>
      <p className="sr-only">{language === "en" ? pack.title.en : pack.title.zh}</p>
    </>
  );
}
