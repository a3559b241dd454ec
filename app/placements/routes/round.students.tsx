import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { maySeeStudents } from "~/organizations/student-policy";
import { parseForm } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { enrolStudents } from "../commands/enrol-students.server";
import { RoundErrors } from "../components/RoundErrors";
import { RoundStudentTable } from "../components/RoundStudentTable";
import { cohortsForRound } from "../queries/round-setup.server";
import { roundStudents } from "../queries/round-students.server";
import { roundRefused, roundRequest } from "../round-request.server";
import { cohortsForm } from "../round-schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { ctx, seen } = await roundRequest(request, context, params.id, ["lead", "school"]);
  const allowed = maySeeStudents(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  const { searchParams } = new URL(request.url);
  const filter = { after: searchParams.get("after"), silent: searchParams.get("silent") === "1" };
  const { round, state } = seen;
  const writes = mayWrite(ctx.actor);
  return {
    title: `${translatorFor(languageOf(request.headers)).room("rounds")("students.title")} · ${round.name}`,
    round: { id: round.id, name: round.name, state },
    filter,
    cohorts: state === "draft" && writes ? await cohortsForRound(ctx, round.id) : null,
    list: await roundStudents(round.id, ctx.actor.organizationId, filter),
    writes,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const { ctx, seen } = await roundRequest(request, context, params.id, ["lead", "school"]);
  const form = await request.formData();
  const parsed = parseForm(form, cohortsForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const done = await enrolStudents(ctx, seen.round.id, parsed.value.cohorts);
  return done.ok ? redirect(`/rounds/${seen.round.id}`, 303) : roundRefused(done.refusal, form);
};

/** The students a school enters into a round, by cohort; afterwards who has given choices. */
export default function RoundStudents() {
  const t = useWords("rounds");
  const { round, filter, cohorts, list, writes } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const here = `/rounds/${round.id}/students`;
  const silent = filter.silent ? "&silent=1" : "";
  return (
    <>
      <PageHeader
        title={t(cohorts ? "students.title" : "students.listTitle")}
        {...(cohorts ? { subtitle: t("students.text") } : {})}
        trail={[
          { href: "/rounds", label: t("title") },
          { href: `/rounds/${round.id}`, label: round.name },
        ]}
      />
      <RoundErrors state={state} />
      <div className="stack mt-5">
        {cohorts && cohorts.length === 0 && (
          <EmptyState
            level={2}
            title={t("students.none")}
            action={<LinkButton href="/organization/students/import">{t("act.students")}</LinkButton>}
          >
            <p>{t("students.noneText")}</p>
          </EmptyState>
        )}
        {cohorts && cohorts.length > 0 && (
          <form method="post" className="form">
            <CheckboxGroup
              name="cohorts"
              label={t("students.cohorts")}
              required
              options={cohorts.map(({ value, programme, entryYear, students, entered }) => ({
                value,
                label: t("students.cohort", { programme, year: entryYear }),
                hint:
                  entered > 0 ? t("students.inRound", { entered }) : t("students.cohortCount", { students }),
              }))}
              defaultValues={cohorts.filter(({ entered }) => entered > 0).map(({ value }) => value)}
            />
            <Button>{t("act.save")}</Button>
          </form>
        )}
        {(!cohorts || list.rows.length > 0) && (
          <Section
            id="list"
            title={t("students.listTitle")}
            aside={
              <a href={filter.silent ? here : `${here}?silent=1`}>
                {t(filter.silent ? "students.everybody" : "students.silent")}
              </a>
            }
          >
            <RoundStudentTable
              roundId={round.id}
              rows={list.rows}
              enters={writes && round.state === "open"}
            />
            <Pagination
              {...(filter.after ? { firstHref: `${here}?${silent.slice(1)}` } : {})}
              {...(list.next ? { nextHref: `${here}?after=${list.next}${silent}` } : {})}
            />
          </Section>
        )}
      </div>
    </>
  );
}
