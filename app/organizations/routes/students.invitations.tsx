import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { shown } from "~/platform/http/form-state";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { inviteStudents } from "../commands/invite-students.server";
import { invitationCounts } from "../queries/join-slips.server";
import { rollParts } from "../queries/student-list.server";
import { mayKeepStudents } from "../student-policy";
import { inviteStudentsForm } from "../student-schema";

const HERE = "/organization/students/invitations";

const count = (query: URLSearchParams, name: string): number =>
  Math.max(0, Number(query.get(name) ?? 0) || 0);

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayKeepStudents(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  const query = new URL(request.url).searchParams;
  return {
    title: translatorFor(languageOf(request.headers)).room("students")("invitations.title"),
    submissionKey: newId(),
    done: query.has("invited")
      ? {
          invited: count(query, "invited"),
          waiting: count(query, "waiting"),
          withoutEmail: count(query, "withoutEmail"),
        }
      : null,
    counts: await invitationCounts(ctx),
    ...(await rollParts(ctx.actor.organizationId)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayKeepStudents(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const limited = await takePoint("mail", ctx.actor.personId);
  if (limited) return throwRefusal(limited);
  const parsed = parseForm(await request.formData(), inviteStudentsForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const { programme, student, ...rest } = parsed.value;
  const invited = await inviteStudents(ctx, { ...rest, programmeId: programme, studentId: student });
  if (!invited.ok)
    return answerRefusal(invited.refusal, { state: refusedState(invited.refusal, parsed.typed) });
  const search = new URLSearchParams();
  if (rest.way === "print") {
    if (programme) search.set("programme", programme);
    if (rest.className) search.set("className", rest.className);
    return redirect(`${HERE}/print?${search}`, 303);
  }
  for (const [name, value] of Object.entries(invited.value)) search.set(name, String(value));
  return redirect(`${HERE}?${search}`, 303);
};

/** Invites students by mail or with printed codes: all who have not joined, or one programme or class. */
export default function StudentsInvitations() {
  const t = useWords("students");
  const { any } = useTranslator();
  const { submissionKey, counts, programmes, classes, done } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader
        title={t("invitations.title")}
        trail={[{ href: "/organization/students", label: t("list.title") }]}
        action={
          counts.printed > 0 && (
            <LinkButton look="ghost" href={`${HERE}/print`}>
              {t("invitations.print")}
            </LinkButton>
          )
        }
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        {done && !state && <Notice tone="ok">{t("invitations.done", done)}</Notice>}
        {state && <FormErrors errors={[]} message={any(state.message.key, state.message.values)} />}
      </div>
      <div className="stack mt-5">
        <StatRow>
          <Stat value={counts.joined} label={t("invitations.joined")} />
          <Stat value={counts.without} label={t("invitations.without")} />
          <Stat value={counts.mailed} label={t("invitations.mailed")} />
          <Stat value={counts.printed} label={t("invitations.printed")} />
        </StatRow>
        <Section title={t("invitations.who")} id="who">
          <p className="meta mt-2">{t("invitations.text")}</p>
          <form method="post" className="form mt-4 max-w-[640px]">
            <HiddenField name="submissionKey" value={submissionKey} />
            {programmes.length > 0 && (
              <SelectField
                name="programme"
                label={t("field.programme")}
                empty={t("invitations.everyone")}
                defaultValue={shown(state, "programme")}
                options={programmes.map((one) => ({ value: one.id, label: one.name }))}
              />
            )}
            <SelectField
              name="className"
              label={t("field.className")}
              empty={t("list.allClasses")}
              defaultValue={shown(state, "className")}
              options={classes.map((one) => ({ value: one, label: one }))}
            />
            <RadioGroup
              name="way"
              label={t("invitations.way")}
              required
              defaultValue={shown(state, "way", "print")}
              options={[
                { value: "print", label: t("invitations.byPrint"), hint: t("invitations.byPrintHint") },
                {
                  value: "mail",
                  label: t("invitations.byMail"),
                  hint: t("invitations.byMailHint", { count: counts.noEmail }),
                },
              ]}
            />
            <p className="note">{t("invitations.limit")}</p>
            <div className="form-end">
              <Button>{t("invitations.submit")}</Button>
            </div>
          </form>
        </Section>
      </div>
    </>
  );
}
