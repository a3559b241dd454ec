import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/agreements/agreement-actions.server";
import { mayWrite } from "~/identity/actor";
import { requireStaff } from "~/marketplace/staff.server";
import { refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import type { Finding } from "~/regulations/rules/evaluate";
import { EmptyState } from "~/ui/EmptyState";
import { FindingList } from "~/ui/FindingList";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { actOnBoard } from "../board-actions.server";
import { BoardActions } from "../components/BoardActions";
import { BoardEvidence } from "../components/BoardEvidence";
import { BoardFilters } from "../components/BoardFilters";
import { BoardMatrix } from "../components/BoardMatrix";
import { placementFindings } from "../components/placement-sentences";
import { boardFilterOf, gatePage } from "../queries/gate-page.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["school"]);
  if (ctx.actor.organization.role === "teacher") throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  const filter = boardFilterOf(new URL(request.url).searchParams);
  return {
    title: translatorFor(languageOf(request.headers)).room("placements")("gates.title"),
    page: await gatePage(ctx.actor.organizationId, filter, civilDate(ctx.clock.now())),
    filter,
    mayAct: mayWrite(ctx.actor),
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["school"]);
  const received = await readForm(request);
  if (!received.ok) {
    const { refusal } = received;
    return answerRefusal(refusal, { done: null, state: refusedState(refusal, {}) });
  }
  const { form, file } = received.value;
  const outcome = await actOnBoard(ctx, form, file);
  if (outcome.ok) return data({ done: outcome.value, state: null });
  return answerRefusal(outcome.refusal, {
    done: null,
    state: refusedState(outcome.refusal, typedFrom(form)),
  });
};

/** The gate board: who is held by which gate, and one document for all it covers. */
export default function GateBoard() {
  const t = useWords("placements");
  const translator = useTranslator();
  const { page, filter, mayAct, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { any } = translator;
  const state = answer?.state ?? null;
  return (
    <>
      <PageHeader
        trail={[{ href: "/placements", label: t("title") }]}
        title={t("gates.title")}
        subtitle={t("gates.lead", { total: page.total, ready: page.ready })}
        action={
          <>
            <LinkButton look="quiet" href="/placements/plans">
              {t("plan.title")}
            </LinkButton>
            <LinkButton look="quiet" href="/placements/filing.zip">
              {t("filing.download")}
            </LinkButton>
          </>
        }
      />
      {answer?.done && (
        <Notice tone={answer.done.held.length > 0 ? "wait" : "ok"}>
          {any(answer.done.key, answer.done.values)}
          {answer.done.held.length > 0 && (
            <ul>
              {answer.done.held.slice(0, 30).map((one) => (
                <li key={one.id}>
                  <a href={`/placements/${one.id}`}>{one.name}</a>：{any(one.refusal.key, one.refusal.values)}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`placements.field.${one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      {state?.findings && (
        <FindingList findings={placementFindings(state.findings as unknown as Finding[], translator)} />
      )}
      {page.full && <Notice tone="wait">{t("gates.full")}</Notice>}
      {page.total === 0 ? (
        <EmptyState level={2} title={t("gates.empty")}>
          <p>{t("gates.emptyText")}</p>
        </EmptyState>
      ) : (
        <>
          <BoardFilters page={page} filter={filter} />
          <form method="post" encType="multipart/form-data">
            <HiddenField name="submissionKey" value={submissionKey} />
            <BoardMatrix page={page} gate={filter.gate} mayAct={mayAct} />
            {mayAct && <BoardActions filter={filter} state={state} />}
          </form>
          {filter.gate && <BoardEvidence page={page} mayAct={mayAct} />}
        </>
      )}
    </>
  );
}
