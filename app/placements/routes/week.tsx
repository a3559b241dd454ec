import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PersonCtx } from "~/identity/actor";
import { requirePerson } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { receiveForm } from "~/platform/http/upload.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { DraftDone } from "~/ui/form/DraftDone";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { submitWeek } from "../commands/submit-week.server";
import { DraftLeft } from "../components/DraftsLeft";
import { WeekForm } from "../components/WeekForm";
import { WeekBadge, WeekRecordView } from "../components/WeekRecordView";
import { WeeksToConfirm } from "../components/WeeksToConfirm";
import { weekPage } from "../queries/week-page.server";
import { minutesOf } from "../rules/weeks";
import { answerWeeks } from "../week-answer.server";
import { keepArtefact, WEEK_FILE_BYTES, WEEK_FILE_KINDS } from "../week-artefact.server";
import { deviceOf } from "../week-confirmer.server";
import { typedHours, weekForm } from "../week-schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const page = await weekPage(actor, params.id ?? "", params.monday ?? "", clock.now());
  if (!page) return throwRefusal(notFound().refusal);
  const t = translatorFor(languageOf(request.headers)).room("followup");
  return {
    title: t("week.title", { monday: page.monday, sunday: page.sunday }),
    page,
    maxBytes: WEEK_FILE_BYTES,
    sent: new URL(request.url).searchParams.has("sent"),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const write = async (ctx: PersonCtx, request: Request, placementId: string, monday: string) => {
  const received = await receiveForm(request, WEEK_FILE_KINDS, 1, WEEK_FILE_BYTES);
  if (!received.ok) {
    const written = "typed" in received ? received.typed : {};
    return answerRefusal(received.refusal, { state: refusedState(received.refusal, written) });
  }
  const { form, files } = received.value;
  const typed = typedFrom(form);
  const parsed = parseForm(form, weekForm);
  if (!parsed.ok)
    return answerRefusal({ code: "invalid", key: "errors.checkFields" }, { state: parsed.state });
  const kept = files[0] ? await keepArtefact(files[0]) : null;
  if (kept && !kept.ok) return answerRefusal(kept.refusal, { state: refusedState(kept.refusal, typed) });
  const { version, lines, night, ...hours } = parsed.value;
  const sent = await submitWeek(ctx, {
    placementId,
    monday,
    version,
    lines: lines ?? "",
    night: night === "on",
    minutes: minutesOf(typedHours(hours)),
    artefact: kept?.value ?? null,
  });
  if (sent.ok) return redirect(`/weeks/${placementId}/${monday}?sent=1`, 303);
  if (sent.refusal.code === "not_found") return throwRefusal(sent.refusal);
  return answerRefusal(sent.refusal, { state: refusedState(sent.refusal, typed) });
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const [id, monday] = [params.id ?? "", params.monday ?? ""];
  const page = await weekPage(ctx.actor, id, monday, ctx.clock.now());
  if (!page) return throwRefusal(notFound().refusal);
  if (page.as === "student") return write(ctx, request, id, monday);
  const form = await request.formData();
  const answered = await answerWeeks(ctx, { by: "page", actor: ctx.actor }, form, deviceOf(context));
  if (answered.ok) return redirect(`/weeks/${id}/${monday}`, 303);
  return answerRefusal(answered.refusal, { state: refusedState(answered.refusal, typedFrom(form)) });
};

/** One week at work: the student's form on a phone, the mentor's confirmation, the record for the others. */
export default function Week() {
  const t = useWords("followup");
  const { any } = useTranslator();
  const { title, page, maxBytes, sent } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const { record } = page;
  const fileHref = `/weeks/${page.id}/${page.monday}/file`;
  const collided = state?.message.key === "followup.errors.collided" && record !== null;
  return (
    <>
      <PageHeader
        trail={[
          { href: page.as === "student" ? "/weeks" : `/placements/${page.id}/weeks`, label: t("title") },
        ]}
        title={title}
        subtitle={`${page.student} · ${page.host} · ${page.title}`}
        state={<WeekBadge state={record?.state ?? "none"} />}
      />
      {sent && (
        <>
          <DraftDone draft={`week-${page.id}-${page.monday}`} />
          <Notice tone="ok">{t("week.sent")}</Notice>
        </>
      )}
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`followup.field.${one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      {collided && (
        <Section id="other" title={t("week.other")}>
          <p>{t("week.otherText")}</p>
          <WeekRecordView record={record} fileHref={fileHref} />
        </Section>
      )}
      {page.as === "student" && !page.mayWrite && <DraftLeft draft={`week-${page.id}-${page.monday}`} />}
      {page.mayWrite ? (
        <WeekForm page={page} maxBytes={maxBytes} state={state} />
      ) : page.mayConfirm && record ? (
        <WeeksToConfirm
          weeks={[{ ...record, student: page.student, title: page.title }]}
          state={state}
          fileHref={() => fileHref}
        />
      ) : record ? (
        <WeekRecordView record={record} fileHref={fileHref} />
      ) : (
        <p>{t("week.notYet")}</p>
      )}
    </>
  );
}
