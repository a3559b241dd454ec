import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { parseForm } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { DueDate } from "~/ui/DueDate";
import { FormErrors } from "~/ui/form/FormErrors";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Tag } from "~/ui/Tag";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { refusedWith } from "../agreement-actions.server";
import { addTask } from "../commands/add-task.server";
import { finishTask } from "../commands/finish-task.server";
import { holdMeeting } from "../commands/hold-meeting.server";
import { FinishForm, MeetingForm, TaskForm } from "../components/ConsortiumForms";
import { IndicatorTree } from "../components/IndicatorTree";
import { consortiumPage } from "../queries/consortium-page.server";
import { finishTaskForm, meetingForm, taskForm } from "../schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const page = await consortiumPage(ctx, params.id ?? "");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return {
    title: `${translatorFor(languageOf(request.headers)).room("agreements")("consortium.title")} · ${page.agreement.title}`,
    page,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const id = params.id ?? "";
  const form = await request.formData();
  const intent = form.get("intent");
  const parsed =
    intent === "meeting"
      ? parseForm(form, meetingForm)
      : intent === "task"
        ? parseForm(form, taskForm)
        : parseForm(form, finishTaskForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const given = parsed.value;
  const outcome =
    "organ" in given
      ? await holdMeeting(ctx, id, given)
      : "taskId" in given
        ? await finishTask(ctx, id, given)
        : await addTask(ctx, id, given);
  return outcome.ok
    ? redirect(`/agreements/${id}/consortium`, 303)
    : refusedWith(outcome.refusal, form).refused;
};

/** A consortium at work: its organs, meetings with decisions, tasks of the five elements, and its indicators. */
export default function ConsortiumPage() {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const names = new Map(page.parties.map((party) => [party.id, party.shortName]));
  return (
    <>
      <PageHeader
        title={t("consortium.title")}
        trail={[
          { href: "/agreements", label: t("title") },
          { href: `/agreements/${page.agreement.id}`, label: page.agreement.title },
        ]}
      />
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`agreements.field.${one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      <div className="cols">
        <div className="stack">
          <Section
            id="tasks"
            title={t("consortium.tasks")}
            aside={`${page.facts.tasksDone} / ${page.facts.tasks}`}
          >
            {page.tasks.length === 0 && <p className="meta">{t("consortium.noTasks")}</p>}
            <ul>
              {page.tasks.map((task) => (
                <li key={task.id} className="border-b border-line py-3">
                  <div className="between">
                    <span>
                      <Tag>{any(`agreements.element.${task.element}`)}</Tag> {task.title}
                    </span>
                    {task.doneOn ? (
                      <span className="note">{t("consortium.done", { date: task.doneOn })}</span>
                    ) : (
                      <DueDate due={task.dueOn} now={page.now} />
                    )}
                  </div>
                  <div className="note">
                    {names.get(task.ownerId)} {task.evidence}
                  </div>
                  {!task.doneOn && task.ownerId === page.mine && <FinishForm task={task} />}
                </li>
              ))}
            </ul>
            <TaskForm page={page} />
          </Section>
          <Section id="meetings" title={t("consortium.meetings")} aside={String(page.facts.meetings)}>
            {page.meetings.length === 0 && <p className="meta">{t("consortium.noMeetings")}</p>}
            <ul>
              {page.meetings.map((one) => (
                <li key={one.id} className="border-b border-line py-3">
                  <b>{one.organ}</b> <span className="num">{one.heldOn}</span>{" "}
                  <span className="note">{t("consortium.attended", { count: one.attended })}</span>
                  <p className="whitespace-pre-line">{one.decisions}</p>
                </li>
              ))}
            </ul>
            <MeetingForm page={page} />
          </Section>
        </div>
        <aside className="stack">
          <h2 className="text-lg">{t("consortium.members")}</h2>
          <ul>
            {page.parties.map((party) => (
              <li key={party.id}>
                {party.name} <span className="note">{any(`agreements.role.${party.role}`)}</span>
              </li>
            ))}
          </ul>
          <h2 className="text-lg">{t("consortium.indicators")}</h2>
          <IndicatorTree facts={page.facts} />
        </aside>
      </div>
    </>
  );
}
