import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DraftDone } from "~/ui/form/DraftDone";
import { DraftNote } from "~/ui/form/DraftNote";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { StateBadge } from "~/ui/StateBadge";
import { Tag } from "~/ui/Tag";
import { useWords } from "~/words/use-words";
import { closeProgramme } from "../commands/close-programme.server";
import { updateProgramme } from "../commands/update-programme.server";
import { ProgrammeErrors } from "../components/ProgrammeErrors";
import { ProgrammeFields } from "../components/ProgrammeFields";
import { mayEditProfile, mayHaveProgrammes, maySeeWork } from "../policy";
import { ownProgramme } from "../queries/programmes.server";
import { cohortRowCount } from "../rules/cohort-rows";
import { MOST_COHORTS, programmeForm, versionForm } from "../schema";

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  for (const allowed of [mayHaveProgrammes(ctx.actor), maySeeWork(ctx.actor)]) {
    if (!allowed.ok) throwRefusal(allowed.refusal);
  }
  const found = await ownProgramme(ctx.actor.organizationId, params.id ?? "");
  const programme = found ?? throwRefusal(notFound().refusal);
  return {
    title: programme.name,
    programme,
    saved: new URL(request.url).searchParams.get("done") === "saved",
    mayEdit: mayEditProfile(ctx.actor).ok,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const id = params.id ?? "";
  const programme = await ownProgramme(ctx.actor.organizationId, id);
  if (!programme) return throwRefusal(notFound().refusal);
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const form = await request.formData();
  const intent = form.get("intent");
  const had = Number(form.get("rows")) || 0;
  const rows = cohortRowCount(programme.cohorts.length, had, intent === "more", MOST_COHORTS);
  if (intent === "more") {
    const state = { typed: typedFrom(form), message: { key: "" }, fields: [] };
    return data({ state, rows, refused: false });
  }
  if (intent === "close" || intent === "reopen") {
    const parsed = parseForm(form, versionForm);
    if (!parsed.ok) return data({ state: parsed.state, rows, refused: true }, { status: 422 });
    const closed = await closeProgramme(ctx, id, { ...parsed.value, closed: intent === "close" });
    if (closed.ok) return redirect("/organization/programmes", 303);
    return answerRefusal(closed.refusal, {
      state: refusedState(closed.refusal, parsed.typed),
      rows,
      refused: true,
    });
  }
  const parsed = parseForm(form, programmeForm);
  if (!parsed.ok) return data({ state: parsed.state, rows, refused: true }, { status: 422 });
  const saved = await updateProgramme(ctx, id, parsed.value);
  if (saved.ok) return redirect(`/organization/programmes/${id}?done=saved`, 303);
  return answerRefusal(saved.refusal, {
    state: refusedState(saved.refusal, parsed.typed),
    rows,
    refused: true,
  });
};

/** One programme of the own school: change it, close it, open it again. Its major stays. */
export default function Programme() {
  const t = useWords("organizations");
  const { programme, mayEdit, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const state = answer?.state ?? null;
  const draft = `programme-${programme.id}`;
  const rows = answer?.rows ?? cohortRowCount(programme.cohorts.length, 0, false, MOST_COHORTS);
  return (
    <>
      <PageHeader
        title={programme.name}
        trail={[{ href: "/organization/programmes", label: t("programmes.title") }]}
        subtitle={`${programme.major} · ${t(`level.${programme.level as "associate"}`)}`}
        state={
          <>
            <StateBadge
              tone={programme.closed ? "neutral" : "ok"}
              word={t(programme.closed ? "programmes.closed" : "programmes.open")}
            />
            <Tag>{t("programmes.majorFixed")}</Tag>
          </>
        }
      />
      {saved && !answer && (
        <Notice tone="ok">
          {t("profile.saved")}
          <DraftDone draft={draft} />
        </Notice>
      )}
      {!mayEdit && <Notice tone="neutral">{t("profile.readOnly")}</Notice>}
      <form method="post" className="mt-6" data-draft={draft} data-guard="">
        <fieldset className="form" disabled={!mayEdit}>
          <DraftNote />
          <ProgrammeErrors state={answer?.refused ? state : null} />
          <HiddenField name="version" value={programme.version} />
          <ProgrammeFields stored={programme} rows={rows} state={state} />
          {mayEdit && (
            <div className="form-end">
              <Button>{t("programmes.save")}</Button>
              {programme.closed ? (
                <Button look="ghost" name="intent" value="reopen" formNoValidate>
                  {t("programmes.reopen")}
                </Button>
              ) : (
                <ConfirmButton
                  id="close-programme"
                  label={t("programmes.close")}
                  question={t("programmes.closeAsk")}
                  look="quiet"
                  name="intent"
                  value="close"
                />
              )}
            </div>
          )}
        </fieldset>
      </form>
    </>
  );
}
