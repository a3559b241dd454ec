import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useOutletContext } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { FindingList } from "~/ui/FindingList";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { Timeline } from "~/ui/Timeline";
import { useTranslator, useWords } from "~/words/use-words";
import { movePlacement } from "../commands/move-placement.server";
import { startPlacements } from "../commands/start-placements.server";
import { GateList } from "../components/GateMark";
import { PlacementMoves } from "../components/PlacementMoves";
import { PlacementTermList } from "../components/PlacementTermList";
import { placementFindings, placementStory } from "../components/placement-sentences";
import { moveForm } from "../placement-schema";
import type { PlacementPage } from "../queries/placement-page.server";

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const id = params.id ?? "";
  const parsed = parseForm(await request.formData(), moveForm);
  if (!parsed.ok)
    return answerRefusal({ code: "invalid", key: "errors.checkFields" }, { state: parsed.state });
  const { value, typed } = parsed;
  const outcome =
    value.intent === "start"
      ? await startPlacements(ctx, { ids: [id], reason: value.note ?? "" })
      : await movePlacement(ctx, id, {
          move: value.intent,
          version: value.version,
          reason: value.reason ?? "",
          note: value.note ?? "",
        });
  if (!outcome.ok) return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, typed) });
  return redirect(`/placements/${id}`, 303);
};

/** What was agreed, what holds it, what the rules say, and its story. */
export default function PlacementOverview() {
  const t = useWords("placements");
  const translator = useTranslator();
  const page = useOutletContext<PlacementPage>();
  const state = useActionData<typeof action>()?.state;
  const { row, findings, moves } = page;
  return (
    <>
      {state && (
        <FormErrors
          message={translator.any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: translator.any(`placements.field.${one.field}`),
            message: translator.any(one.key, one.values),
          }))}
        />
      )}
      {row.state === "paused" && (
        <Notice tone="wait">
          {t("paused", { date: page.paused.on ?? "", reason: page.paused.reason ?? "" })}
        </Notice>
      )}
      {page.ended.reason && (
        <Notice tone="bad">
          {t("ended", {
            date: page.ended.on ?? "",
            reason: translator.any(`placements.reasonCode.${page.ended.reason}`),
            note: page.ended.note ?? "",
          })}
        </Notice>
      )}
      <div className="cols">
        <div className="stack">
          {["preparing", "in_progress", "paused"].includes(row.state) && (
            <Section id="gates" title={t("gates.eight")}>
              <GateList gates={row.gates} />
            </Section>
          )}
          {findings.length > 0 && (
            <Section id="findings" title={t("page.findings")}>
              <FindingList findings={placementFindings(findings, translator)} />
            </Section>
          )}
          <Section id="terms" title={t("page.terms")}>
            <PlacementTermList page={page} />
          </Section>
          {moves.length > 0 && <PlacementMoves page={page} state={state ?? null} />}
        </div>
        <aside className="stack">
          <div>
            <h2 className="text-lg">{t("page.story")}</h2>
            <Timeline entries={placementStory(page.events, translator)} now={page.now} />
          </div>
        </aside>
      </div>
    </>
  );
}
