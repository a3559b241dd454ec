import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember, requirePerson } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { EmptyState } from "~/ui/EmptyState";
import { Facts } from "~/ui/Facts";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import { AddStudents, ChangeCohort, NoteLeaving } from "../components/CohortKeeping";
import { ProgressionFigure } from "../components/CohortTable";
import { RefusedPathwayForm } from "../components/RefusedPathwayForm";
import { ResultSheet } from "../components/ResultSheet";
import { cohortFor } from "../pathway-access.server";
import { actOnCohort, refusedForm, unreadForm } from "../pathway-actions.server";
import { cohortPage } from "../queries/cohort-page.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const query = new URL(request.url).searchParams;
  const open = query.get("show") === "open";
  const page = await cohortPage(ctx, params.id ?? "", params.cid ?? "", { after: query.get("after"), open });
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return { title: `${page.title} · ${page.intakeYear}`, page, open };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const { actor } = await requirePerson(request, context);
  const [id, cid] = [params.id ?? "", params.cid ?? ""];
  if (!(await cohortFor(read, actor, id, cid)))
    return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const ctx = await requireMember(request, context);
  const form = await request.formData();
  const outcome = await actOnCohort(ctx, id, cid, form);
  if ("typed" in outcome) return unreadForm(outcome);
  return outcome.ok
    ? redirect(`/pathways/${id}/cohorts/${cid}${new URL(request.url).search}`, 303)
    : refusedForm(outcome.refusal, form);
};

/** One intake year: its students with scores for their own school, who passed for the receiving one, figures for others. */
export default function Cohort() {
  const t = useWords("articulation");
  const { page, open } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const { figure } = page;
  return (
    <>
      <PageHeader
        title={t("cohort.title", { year: page.intakeYear })}
        trail={[
          { href: "/pathways", label: t("title") },
          { href: `/pathways/${page.pathwayId}`, label: page.title },
        ]}
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        <RefusedPathwayForm state={state} />
        {page.overSeats > 0 && (
          <Notice tone="wait">{t("cohort.over", { seats: page.seats, count: page.overSeats })}</Notice>
        )}
      </div>
      <div className="mt-4">
        <Facts
          facts={[
            { label: t("cohort.enrolled"), value: figure?.enrolled ?? t("page.withheld") },
            ...(page.keeps ? [{ label: t("cohort.listed"), value: figure?.listed ?? 0 }] : []),
            { label: t("cohort.examination"), value: <span className="num">{page.examinationOn}</span> },
            { label: t("cohort.rate"), value: <ProgressionFigure figure={figure?.figure ?? null} /> },
          ]}
        />
        <p className="note">{t("cohort.definition")}</p>
      </div>
      <div className="stack mt-6">
        {page.keeps && (
          <Section
            id="members"
            title={t("page.students")}
            aside={
              open ? (
                <a href="?">{t("cohort.showAll")}</a>
              ) : (
                page.sat &&
                page.open !== null &&
                page.open > 0 && <a href="?show=open">{t("cohort.onlyOpen", { count: page.open })}</a>
              )
            }
          >
            {page.members.length === 0 ? (
              <EmptyState level={3} title={t("cohort.membersNone")}>
                <p>{t("cohort.membersNoneText")}</p>
              </EmptyState>
            ) : (
              <ResultSheet page={page} state={state} />
            )}
          </Section>
        )}
        {page.receives && (
          <Section id="passed" title={t("cohort.receives")}>
            {page.members.length === 0 ? (
              <p className="meta mt-3">{t("cohort.receivesNone")}</p>
            ) : (
              <ul className="mt-3 columns-2 sm:columns-4">
                {page.members.map((one) => (
                  <li key={one.id}>{one.name}</li>
                ))}
              </ul>
            )}
            <p className="note">{t("cohort.receivesNote")}</p>
          </Section>
        )}
        {!page.keeps && !page.receives && <p className="meta">{t("cohort.figuresOnly")}</p>}
        <Pagination {...(page.next ? { nextHref: `?after=${page.next}${open ? "&show=open" : ""}` } : {})} />
        {page.keeps && page.teaches && (
          <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
            <AddStudents page={page} state={state} />
            <div className="stack">
              <NoteLeaving page={page} state={state} />
              <ChangeCohort page={page} state={state} />
            </div>
          </div>
        )}
      </div>
    </>
  );
}
