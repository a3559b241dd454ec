import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { MemberCtx } from "~/identity/actor";
import { parseForm } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound, type Result } from "~/platform/result";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { answerObjection } from "../commands/answer-objection.server";
import { closeNotice } from "../commands/close-notice.server";
import { publishNotice } from "../commands/publish-notice.server";
import { rankQuota } from "../commands/rank-quota.server";
import { scoreTransfer } from "../commands/score-transfer.server";
import { ObjectionAnswer } from "../components/ObjectionAnswer";
import { QuotaAssessment } from "../components/QuotaAssessment";
import { RefusedForm } from "../components/RefusedForm";
import { optionText, pointText } from "../fact-text";
import { refuseSchoolWork } from "../policy";
import { assessmentPage } from "../queries/assessment-page.server";
import { answerForm, scoreForm } from "../schema";
import { refusedForm, unreadForm } from "../transfer-actions.server";
import { requireTransferStaff } from "../transfer-door.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context, ["school", "general_school"]);
  const page = await assessmentPage(ctx, params.windowId ?? "");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return { title: translatorFor(languageOf(request.headers)).room("transfers")("assessment.title"), page };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

const closeOwn = async (ctx: MemberCtx, noticeId: string): Promise<Result<unknown>> => {
  const refusal = refuseSchoolWork(ctx.actor);
  return refusal ? { ok: false, refusal } : closeNotice(ctx, noticeId, ctx.actor.organizationId);
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context, ["school", "general_school"]);
  const form = await request.formData();
  const text = (name: string): string => String(form.get(name) ?? "");
  const run = async (): Promise<Result<unknown> | ReturnType<typeof unreadForm>> => {
    switch (text("intent")) {
      case "rank":
        return rankQuota(ctx, text("quota"));
      case "publish":
        return publishNotice(ctx, text("quota"));
      case "close":
        return closeOwn(ctx, text("notice"));
      case "answer": {
        const parsed = parseForm(form, answerForm);
        return parsed.ok ? answerObjection(ctx, parsed.value) : unreadForm(parsed.state);
      }
      case "score": {
        const parsed = parseForm(form, scoreForm);
        return parsed.ok ? scoreTransfer(ctx, parsed.value) : unreadForm(parsed.state);
      }
      default:
        return notFound();
    }
  };
  const done = await run();
  if (!("ok" in done)) return done;
  return done.ok
    ? redirect(`/transfers/assessment/${params.windowId}`, 303)
    : refusedForm(done.refusal, form);
};

/** The receiving school's work in one window: scores by part and assessor, the ranking, the notice, objections. */
export default function TransferAssessment() {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const parts = page.parts
    .map((part) =>
      any("transferRules.value.share", {
        part: any(`transferRules.part.${part}`),
        percent: page.weights[part] / 100,
      }),
    )
    .join(t("comma"));
  const ties = page.tieBreaks.map((part) => optionText("tieBreaks", part, any)).join(" → ");
  const nobody = page.quotas.every((quota) => quota.applicants.length === 0);
  return (
    <>
      <PageHeader
        title={t("assessment.title")}
        subtitle={t("assessment.subtitle", {
          direction: any(`transferRules.direction.${page.direction}`),
          point: pointText(page.point, any),
        })}
        trail={[
          { href: "/transfers", label: t("title") },
          { href: "/transfers/quotas", label: t("quotas.title") },
        ]}
      />
      <p className="meta mt-3">{t("assessment.parts", { parts, ties })}</p>
      <div className="stack mt-5">
        <RefusedForm state={state} />
        {nobody && (
          <EmptyState level={2} title={t("assessment.none")}>
            <p>{t("assessment.noneText")}</p>
          </EmptyState>
        )}
        {page.quotas
          .filter((quota) => quota.applicants.length > 0)
          .map((quota) => (
            <QuotaAssessment key={quota.id} quota={quota} page={page} state={state} />
          ))}
        {page.objections.length > 0 && (
          <Section id="objections" title={t("assessment.objections")}>
            {page.objections.map((one) => (
              <ObjectionAnswer key={one.id} objection={one} />
            ))}
          </Section>
        )}
      </div>
    </>
  );
}
