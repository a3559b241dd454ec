import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fieldErrors } from "~/identity/components/field-errors";
import { requirePerson } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { notFound } from "~/platform/result";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { askDataRequest } from "../commands/ask-data-request.server";
import { ChildRequestForm, ChildRequests } from "../components/ChildRequests";
import { RecordFacts } from "../components/RecordFacts";
import { matterId, StudentConsents } from "../components/StudentConsents";
import { StudentTimeline } from "../components/StudentHistory";
import { childData } from "../queries/child-data.server";
import { dataRequestForm } from "../student-schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const child = (await childData(ctx, params.id ?? "")) ?? throwRefusal(notFound().refusal);
  if (child === "adult") return throwRefusal({ code: "forbidden", key: "students.refused.adultChild" });
  const t = translatorFor(languageOf(request.headers)).room("children");
  return {
    title: t("title", { name: child.record.name }),
    now: ctx.clock.now().toISOString(),
    done: new URL(request.url).searchParams.has("done"),
    submissionKey: newId(),
    ...child,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const studentId = params.id ?? "";
  const parsed = parseForm(await request.formData(), dataRequestForm);
  if (!parsed.ok) {
    const child = await childData(ctx, studentId);
    if (child === null || child === "adult") return throwRefusal(notFound().refusal);
    return data({ state: parsed.state }, { status: 422 });
  }
  const asked = await askDataRequest(ctx, { studentId, ...parsed.value });
  if (asked.ok) return redirect(`/account/children/${studentId}?done=1`, 303);
  if (asked.refusal.code === "not_found" || asked.refusal.code === "forbidden")
    return throwRefusal(asked.refusal);
  return answerRefusal(asked.refusal, { state: refusedState(asked.refusal, parsed.typed) });
};

/** A child's data for its guardian: to read, take along, have corrected or deleted; consents to withdraw. */
export default function Child() {
  const t = useWords("children");
  const students = useWords("students");
  const c = useWords("consents");
  const { any } = useTranslator();
  const { title, record, requests, done, submissionKey, now } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const id = record.studentId;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t("subtitle")}
        trail={[{ href: "/account/children", label: c("children.title") }]}
        action={
          <LinkButton look="ghost" icon="download" href={`/account/children/${id}/export`} download>
            {t("export")}
          </LinkButton>
        }
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        {done && !state && <Notice tone="ok">{t("asked")}</Notice>}
        {state && (
          <FormErrors
            errors={fieldErrors(
              state,
              { kind: t("kindLabel"), field: t("fieldLabel"), text: t("text") },
              any,
            )}
            message={any(state.message.key, state.message.values)}
          />
        )}
      </div>
      <div className="stack mt-5 max-w-[860px]">
        <Section title={students("own.record")} id="record">
          <RecordFacts record={record} />
        </Section>
        <Section title={students("page.consents")} id="consents">
          <p className="meta mt-2">{t("consentsText")}</p>
          {record.consents.length === 0 && <p className="mt-2">{students("page.noConsents")}</p>}
          <StudentConsents
            matters={record.consents}
            action={(matter) =>
              matter.standing?.guardian === "given" && (
                <form method="post" action="/account/children" className="row mt-3">
                  <HiddenField name="student" value={id} />
                  <HiddenField name="purpose" value={matter.purpose} />
                  {matter.recipientId && <HiddenField name="recipient" value={matter.recipientId} />}
                  <ConfirmButton
                    id={matterId(matter)}
                    label={c("answer.withdraw")}
                    question={c("answer.withdrawQuestion")}
                    look="ghost"
                    small
                    name="intent"
                    value="withdrawn"
                  >
                    <p>{c("answer.withdrawText")}</p>
                  </ConfirmButton>
                </form>
              )
            }
          />
        </Section>
        <Section title={t("ask")} id="ask">
          <ChildRequestForm submissionKey={submissionKey} state={state} />
        </Section>
        <Section title={t("requests")} id="requests">
          <ChildRequests requests={requests} />
        </Section>
        <Section title={students("page.history")} id="history">
          {record.history.length === 0 ? (
            <p className="mt-2">{students("own.noHistory")}</p>
          ) : (
            <StudentTimeline history={record.history} now={now} />
          )}
        </Section>
      </div>
    </>
  );
}
