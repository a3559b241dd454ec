import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PersonCtx } from "~/identity/actor";
import { requirePerson } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { notFound, type Refusal } from "~/platform/result";
import { FindingList } from "~/ui/FindingList";
import { FormErrors } from "~/ui/form/FormErrors";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import { refusedLines } from "../application-refused.server";
import { answerHostChange } from "../commands/answer-host-change.server";
import { proposeHostChange } from "../commands/propose-host-change.server";
import { OpenChange, ProposeChange } from "../components/HostChangeForms";
import { hostChangeAnswer, hostChangeForm } from "../host-change-schema";
import { hostChangePage } from "../queries/host-change-page.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const page = await hostChangePage(actor, params.id ?? "", clock.now(), languageOf(request.headers));
  return page ? { page, submissionKey: newId() } : throwRefusal(notFound().refusal);
};

const propose = async (ctx: PersonCtx, id: string, form: FormData): Promise<Refusal | string> => {
  const parsed = parseForm(form, hostChangeForm);
  if (!parsed.ok) return { code: "invalid", key: "errors.checkFields", fields: parsed.state.fields };
  const proposed = await proposeHostChange(ctx, id, parsed.value);
  return proposed.ok ? `/placements/${id}/change` : proposed.refusal;
};

const answer = async (ctx: PersonCtx, id: string, form: FormData, language: "zh-CN" | "en") => {
  const parsed = parseForm(form, hostChangeAnswer);
  if (!parsed.ok) return { code: "invalid" as const, key: "errors.checkFields", fields: parsed.state.fields };
  const answered = await answerHostChange(ctx, id, { ...parsed.value, language });
  if (!answered.ok) return answered.refusal;
  return `/placements/${answered.value.placementId ?? `${id}/change`}`;
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const id = params.id ?? "";
  const language = languageOf(request.headers);
  if (!(await hostChangePage(ctx.actor, id, ctx.clock.now(), language)))
    return throwRefusal(notFound().refusal);
  const form = await request.formData();
  const outcome =
    form.get("intent") === "propose" ? await propose(ctx, id, form) : await answer(ctx, id, form, language);
  if (typeof outcome === "string") return redirect(outcome, 303);
  return answerRefusal(outcome, {
    state: refusedState(outcome, typedFrom(form)),
    findings: refusedLines(outcome, language),
  });
};

/** 换单位: where the record goes on when a student cannot stay; the student decides, the weeks and credits stay. */
export default function PlacementChange() {
  const t = useWords("life");
  const { any } = useTranslator();
  const { page, submissionKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const state = answered?.state ?? null;
  const findings = answered?.findings ?? [];
  return (
    <div className="stack mt-4">
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`life.change.field.${one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      {findings.length > 0 && <FindingList findings={findings} />}
      <p>{t("change.lead")}</p>
      {page.cameFrom && (
        <p>
          <a href={`/placements/${page.cameFrom.id}/weeks`}>{t("change.cameFrom", page.cameFrom)}</a>
        </p>
      )}
      {page.wentOn && (
        <p>
          <a href={`/placements/${page.wentOn.id}`}>{t("change.wentOn", page.wentOn)}</a>
        </p>
      )}
      <OpenChange page={page} />
      {page.mayPropose && <ProposeChange page={page} state={state} submissionKey={submissionKey} />}
      {!page.open && !page.mayPropose && !page.cameFrom && !page.wentOn && <p>{t("change.none")}</p>}
      {page.earlier.length > 0 && (
        <Section id="earlier" title={t("change.earlier")}>
          <ul>
            {page.earlier.map((one) => (
              <li key={one.id}>
                <span className="num">{one.on}</span> {one.host} · {any(`life.change.state.${one.state}`)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
