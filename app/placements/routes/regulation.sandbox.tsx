import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionName } from "~/catalogues/rules/regions";
import { refusedState, typedFrom } from "~/platform/http/form.server";
import { languageOf } from "~/platform/i18n/language";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { lookBehindSandbox } from "../commands/look-behind-sandbox.server";
import { SandboxCounts } from "../components/SandboxCounts";
import { SandboxForm } from "../components/SandboxForm";
import { SandboxRows } from "../components/SandboxRows";
import { ruleChoices, sandboxCtx, trialOf } from "../sandbox-request.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { ctx, regionCode } = await sandboxCtx(request, context);
  const language = languageOf(request.headers);
  const { run, change: _change, ...trial } = await trialOf(request, regionCode, language, ctx.clock.now());
  return {
    title: translatorFor(language).room("sandbox")("title"),
    region: regionName((await catalogue()).regions, regionCode),
    choices: ruleChoices(language),
    ...trial,
    run: run && {
      total: run.total,
      looked: run.looked,
      better: run.better.length,
      worse: run.worse.length,
      unchanged: run.unchanged,
      schools: run.schools,
      hosts: run.hosts,
    },
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { ctx, regionCode } = await sandboxCtx(request, context);
  const form = await request.formData();
  const { run, change } = await trialOf(request, regionCode, languageOf(request.headers), ctx.clock.now());
  const done = await lookBehindSandbox(ctx, {
    placementIds: run ? [...run.worse, ...run.better].map(({ id }) => id) : [],
    regionCode,
    change,
    reason: String(form.get("reason") ?? ""),
  });
  return done.ok
    ? data({ rows: done.value, state: null })
    : data({ rows: null, state: refusedState(done.refusal, typedFrom(form)) }, { status: 422 });
};

/** Authorities change a number or date of a rule in a copy and see whom it would touch; nothing is changed. */
export default function RegulationSandbox() {
  const t = useWords("sandbox");
  const { any } = useTranslator();
  const { region, choices, rule, stage, unread, reversed, run } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={t("lead")}
        trail={[{ href: "/regulations", label: any("platform.nav.regulations") }]}
        state={region ? <span className="tag">{t("region", { region })}</span> : undefined}
      />
      {unread.length > 0 && <Notice tone="bad">{t("errors.unread", { name: unread.join("、") })}</Notice>}
      {reversed && <Notice tone="bad">{t("errors.reversed")}</Notice>}
      <div className="cols">
        <div className="stack">
          {run && <SandboxCounts run={run} />}
          {run && run.better + run.worse > 0 && (
            <SandboxRows rows={answer?.rows ?? null} state={answer?.state ?? null} />
          )}
          {!run && rule && unread.length === 0 && !reversed && <Notice>{t("nothing")}</Notice>}
          {stage && <p className="note">{t("stage", { stage: any(`regulations.stage.${stage}`) })}</p>}
        </div>
        <aside>
          <SandboxForm choices={choices} rule={rule} />
        </aside>
      </div>
    </>
  );
}
