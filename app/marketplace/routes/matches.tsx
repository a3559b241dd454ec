import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { stateAppetite } from "../commands/state-appetite.server";
import { AppetiteForm } from "../components/AppetiteForm";
import { MatchOverview } from "../components/MatchOverview";
import { SaidAsides } from "../components/SaidAsides";
import { appetiteSchema } from "../enquiry-schema";
import { appetiteOf } from "../queries/appetite.server";
import { lensOf, saidView } from "../queries/match-lens.server";
import { matchOverview } from "../queries/match-overview.server";
import { requireStaff } from "../staff.server";
import { answerSuggestions } from "../suggestion-answers.server";

/** Forms beside the suggestions; everything else is the appetite's. */
const ANSWERS = ["aside", "takeBack", "order"];

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requireStaff(request, context);
  const today = civilDate(clock.now());
  const lens = await lensOf(actor);
  return {
    title: translatorFor(languageOf(request.headers)).room("matches")("title"),
    school: actor.organization.kind === "school",
    overview: await matchOverview(actor, today, lens),
    view: saidView(lens, today),
    mayUndo: mayWrite(actor),
    appetite: mayWrite(actor) ? await appetiteOf(actor.organizationId, civilDate(clock.now())) : null,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const form = await request.formData();
  if (ANSWERS.includes(String(form.get("intent")))) return answerSuggestions(ctx, form, "/matches");
  const parsed = parseForm(form, appetiteSchema);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const { intent: _intent, ...stated } = parsed.value;
  const outcome = await stateAppetite(ctx, stated);
  if (outcome.ok) return redirect("/matches#appetite", 303);
  return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, parsed.typed) });
};

/** For every programme and published listing the two best suggestions, and where the organization itself stands. */
export default function Matches() {
  const t = useWords("matches");
  const { school, overview, appetite, view, mayUndo } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const subjects = [...overview.programmes, ...overview.listings];
  return (
    <>
      <PageHeader title={t("title")} subtitle={t(school ? "introSchool" : "introOther")} />
      <div className="cols">
        <div className="stack">
          {!view.personalised && <Notice tone="neutral">{t("order.off")}</Notice>}
          {subjects.length === 0 ? (
            <EmptyState
              level={2}
              title={t(school ? "emptyProgrammesTitle" : "emptyListingsTitle")}
              action={
                <LinkButton href={school ? "/organization/programmes/new" : "/listings/new"}>
                  {t(school ? "emptyProgrammesAction" : "emptyListingsAction")}
                </LinkButton>
              }
            >
              <p>{t(school ? "emptyProgrammesText" : "emptyListingsText")}</p>
            </EmptyState>
          ) : (
            <MatchOverview items={subjects} />
          )}
        </div>
        <aside className="stack">
          <SaidAsides view={view} mayUndo={mayUndo} />
          {appetite && <AppetiteForm view={appetite} state={state} />}
        </aside>
      </div>
    </>
  );
}
