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
import { newId } from "~/platform/id";
import { BatonLine } from "~/ui/BatonLine";
import { Facts } from "~/ui/Facts";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { ProgressSteps } from "~/ui/ProgressSteps";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import { CohortTable } from "../components/CohortTable";
import { OpenCohort } from "../components/OpenCohort";
import { OwnWay } from "../components/OwnWay";
import { PathwayHistory } from "../components/PathwayHistory";
import { hasNext, PathwayBack, PathwayNext } from "../components/PathwayNext";
import { PathwayPlan } from "../components/PathwayPlan";
import { PathwayState } from "../components/PathwayState";
import { RefusedPathwayForm } from "../components/RefusedPathwayForm";
import { pathwayFor } from "../pathway-access.server";
import { actOnPathway, refusedForm, unreadForm } from "../pathway-actions.server";
import { pathwayPage } from "../queries/pathway-page.server";
import { SHOWN_STATES } from "../rules/lifecycle";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const page = await pathwayPage(ctx, params.id ?? "");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return { title: page.title, page, submissionKey: newId() };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const { actor } = await requirePerson(request, context);
  const id = params.id ?? "";
  if (!(await pathwayFor(read, actor, id)))
    return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const ctx = await requireMember(request, context);
  const form = await request.formData();
  const outcome = await actOnPathway(ctx, id, form);
  if ("typed" in outcome) return unreadForm(outcome);
  return outcome.ok ? redirect(`/pathways/${id}`, 303) : refusedForm(outcome.refusal, form);
};

/** One pathway: where it stands and whose turn it is, both stages, who takes part, every intake year. */
export default function PathwayPage() {
  const t = useWords("articulation");
  const { any, language } = useTranslator();
  const { page, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const next = hasNext(page);
  const at = (SHOWN_STATES as readonly string[]).indexOf(page.state);
  const steps = SHOWN_STATES.map((one, index) => ({
    label: any(`articulation.state.${one}`),
    state: index < at ? ("done" as const) : index === at ? ("current" as const) : ("todo" as const),
  }));
  const why =
    page.reason &&
    (page.state === "draft"
      ? t("page.returned", { reason: page.reason })
      : page.state === "closed"
        ? t("page.closedFor", { reason: page.reason })
        : page.state === "withdrawn"
          ? t("page.withdrawnFor", { reason: page.reason })
          : null);
  return (
    <>
      <PageHeader
        title={page.title}
        trail={[{ href: "/pathways", label: t("title") }]}
        subtitle={`${page.kind.title[language === "en" ? "en" : "zh"]} · ${page.founder}`}
        state={<PathwayState state={page.state} />}
        turn={
          page.works &&
          page.turn !== "nobody" && (
            <BatonLine
              holder={any(`articulation.turn.${page.turn}`)}
              mine={next}
              task={any(`articulation.task.${page.state}`)}
              now={page.now}
            />
          )
        }
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        <RefusedPathwayForm state={state} />
        {why && <Notice tone="wait">{why}</Notice>}
      </div>
      {page.works && page.state !== "withdrawn" && (
        <div className="relative overflow-hidden">
          <ProgressSteps steps={steps} />
        </div>
      )}
      <div className="mt-6 grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="stack">
          <OwnWay page={page} />
          {next && (
            <Section id="next" title={t("page.next")}>
              <PathwayNext page={page} state={state} />
            </Section>
          )}
          <PathwayPlan page={page} />
          {page.works && (
            <Section id="cohorts" title={t("page.cohorts")}>
              <CohortTable pathwayId={page.id} cohorts={page.cohorts} />
              {page.keepsRoll && page.state === "running" && (
                <OpenCohort page={page} state={state} submissionKey={submissionKey} />
              )}
            </Section>
          )}
        </div>
        <div className="stack">
          <Section id="partners" title={t("page.partners")}>
            <Facts
              facts={[
                { label: t("page.founder"), value: page.founder },
                ...page.partners.map((one) => ({
                  label: any(`articulation.partner.${one.role}`),
                  value: (
                    <>
                      {one.name}
                      {page.works && (
                        <span className="note block">
                          {any(`articulation.partner.${one.state}`, {
                            by: one.answeredBy ?? "",
                            reason: one.reason,
                          })}
                        </span>
                      )}
                    </>
                  ),
                })),
              ]}
            />
            <PathwayBack page={page} state={state} />
          </Section>
          {page.works && <PathwayHistory page={page} />}
        </div>
      </div>
    </>
  );
}
