import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { Tag } from "~/ui/Tag";
import { useTranslator, useWords } from "~/words/use-words";
import { type RevealedStudent, revealStudent } from "../commands/reveal-student.server";
import { ConsentAsking } from "../components/ConsentAsking";
import { GuardianList } from "../components/GuardianList";
import { RevealForm } from "../components/RevealForm";
import { StudentConsents } from "../components/StudentConsents";
import { StudentCorrectionForm } from "../components/StudentCorrection";
import { StudentHistory } from "../components/StudentHistory";
import { InviteOne, StudentMoves } from "../components/StudentMoves";
import { StudentRecord } from "../components/StudentRecord";
import { studentPage } from "../queries/student-page.server";
import { studentAct } from "../student-acts.server";
import { mayKeepStudents, maySeeStudents } from "../student-policy";
import { revealForm } from "../student-schema";

const DONE = [
  "corrected",
  "moved",
  "guardian",
  "ended",
  "asked",
  "invited",
  "waiting",
  "withoutEmail",
] as const;

type Answer = { intent: string; state: FormState | null; revealed: RevealedStudent | null };

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const seen = maySeeStudents(ctx.actor);
  if (!seen.ok) throwRefusal(seen.refusal);
  const student = (await studentPage(ctx, params.id ?? "")) ?? throwRefusal(notFound().refusal);
  const asked = new URL(request.url).searchParams.get("done");
  return { student, keeps: mayWrite(ctx.actor), done: DONE.find((one) => one === asked) ?? null };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.student.name }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayKeepStudents(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const studentId = params.id ?? "";
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const answer = (state: FormState | null, revealed: RevealedStudent | null = null): Answer => ({
    intent,
    state,
    revealed,
  });
  if (intent === "reveal") {
    const parsed = parseForm(form, revealForm);
    if (!parsed.ok) return data(answer(parsed.state), { status: 422 });
    const revealed = await revealStudent(ctx, { studentId, ...parsed.value });
    if (!revealed.ok) return throwRefusal(revealed.refusal);
    return data(answer(null, revealed.value), { headers: { "Cache-Control": "no-store" } });
  }
  const act = await studentAct(ctx, studentId, intent, form);
  if (act.kind === "unread") return data(answer(act.state), { status: 422 });
  if (act.result.ok) return redirect(`/organization/students/${studentId}?done=${act.done}`, 303);
  const { refusal } = act.result;
  if (refusal.code === "not_found") return throwRefusal(refusal);
  return answerRefusal(refusal, answer(refusedState(refusal, act.typed)));
};

/** One student of the own school: record, guardians, consents and history; sealed fields open for a recorded reason. */
export default function Student() {
  const t = useWords("students");
  const { any } = useTranslator();
  const { student, keeps, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const revealed = answer?.revealed ?? null;
  const stateOf = (intent: string) => (answer?.intent === intent ? answer.state : null);
  const minor = student.age !== null && student.age < 18;
  return (
    <>
      <PageHeader
        title={student.name}
        trail={[{ href: "/organization/students", label: t("list.title") }]}
        subtitle={t("page.numberIs", { number: student.studentNumber })}
        state={
          <>
            <StateBadge
              tone={student.state === "active" ? "ok" : "neutral"}
              word={t(`state.${student.state}`)}
            />
            {minor && <Tag>{t("minor")}</Tag>}
            <Tag>{student.claimedAt ? t("page.joinedOn") : t("page.notJoined")}</Tag>
          </>
        }
        action={keeps && !student.claimedAt && student.state === "active" && <InviteOne />}
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        {done && !answer && (
          <Notice tone={done === "withoutEmail" ? "wait" : "ok"}>{t(`page.done.${done}`)}</Notice>
        )}
        {answer?.state && (
          <FormErrors errors={[]} message={any(answer.state.message.key, answer.state.message.values)} />
        )}
        {revealed && <Notice tone="wait">{t("page.revealed")}</Notice>}
      </div>
      <div className="cols mt-5">
        <div className="stack min-w-0">
          <Section title={t("page.record")} id="record">
            <StudentRecord record={student} revealed={revealed} />
            {keeps && (
              <details className="mt-3" open={stateOf("correct") !== null}>
                <summary>{t("page.correct")}</summary>
                <StudentCorrectionForm student={student} state={stateOf("correct")} />
              </details>
            )}
          </Section>
          <GuardianList
            guardians={student.guardians}
            minor={minor}
            keeps={keeps}
            revealed={revealed?.guardians ?? []}
            state={stateOf("guardian")}
          />
          <Section title={t("page.consents")} id="consents">
            {student.consents.length === 0 && <p className="mt-2">{t("page.noConsents")}</p>}
            <StudentConsents matters={student.consents} />
            {keeps && <ConsentAsking requests={student.requests} state={stateOf("ask")} />}
          </Section>
        </div>
        <aside className="stack">
          {keeps && !revealed && <RevealForm state={stateOf("reveal")} />}
          <StudentHistory history={student.history} now={student.now} />
          {keeps && <StudentMoves name={student.name} state={student.state} version={student.version} />}
        </aside>
      </div>
    </>
  );
}
