import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { maySeeStudents } from "~/organizations/student-policy";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { FollowRound } from "../components/FollowRound";
import { MatchedSlots } from "../components/MatchedSlots";
import { RerunFiles } from "../components/RerunFiles";
import { RoundErrors } from "../components/RoundErrors";
import { RuledOut } from "../components/RuledOut";
import { ROUND_TONES } from "../components/round-tone";
import { UnmatchedStudents } from "../components/UnmatchedStudents";
import { roundResult } from "../queries/round-result.server";
import { moveByIntent, roundRefused, roundRequest } from "../round-request.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { ctx, seen } = await roundRequest(request, context, params.id, ["lead", "school"]);
  const allowed = maySeeStudents(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  const { round, state, part } = seen;
  if (!round.result || (state !== "preview" && state !== "confirmed"))
    return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const leads = part === "lead";
  return {
    title: `${translatorFor(languageOf(request.headers)).room("rounds")("result.title")} · ${round.name}`,
    round: {
      id: round.id,
      name: round.name,
      state,
      version: round.version,
      stale: round.stale,
      hash: round.documentHash ?? "",
    },
    leads: leads && mayWrite(ctx.actor),
    files: leads || state === "confirmed",
    submissionKey: newId(),
    result: await roundResult(round, ctx.actor.organizationId, leads),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const { ctx, seen } = await roundRequest(request, context, params.id, ["lead", "school"]);
  const form = await request.formData();
  const { done, to } = await moveByIntent(ctx, seen.round.id, form);
  return done.ok ? redirect(to, 303) : roundRefused(done.refusal, form);
};

/** What a computed round comes to: who goes where, who is left, what the rules kept apart, and how anybody can check it. */
export default function RoundResultPage() {
  const t = useWords("rounds");
  const { any } = useTranslator();
  const { round, leads, files, submissionKey, result } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { totals } = result;
  const preview = round.state === "preview";
  const all = totals.matched + totals.unmatched;
  return (
    <>
      <PageHeader
        title={t("result.title")}
        trail={[
          { href: "/rounds", label: t("title") },
          { href: `/rounds/${round.id}`, label: round.name },
        ]}
        state={<StateBadge tone={ROUND_TONES[round.state]} word={t(`state.${round.state}`)} />}
        action={
          leads &&
          preview && (
            <form method="post" className="row">
              <HiddenField name="version" value={round.version} />
              <HiddenField name="submissionKey" value={submissionKey} />
              {!round.stale && (
                <ConfirmButton
                  id="ask-confirm"
                  label={t("act.confirm")}
                  question={t("ask.confirm", { placed: totals.matched })}
                  look="primary"
                  name="intent"
                  value="confirm"
                />
              )}
              <Button look={round.stale ? "primary" : "quiet"} name="intent" value="compute">
                {t("act.recompute")}
              </Button>
            </form>
          )
        }
      />
      <RoundErrors state={state} />
      {preview && (
        <Notice tone={round.stale ? "bad" : "act"}>
          {t(round.stale ? "result.stale" : "result.preview")}
        </Notice>
      )}
      {!preview && <Notice tone="ok">{t("result.confirmed", { placed: totals.matched })}</Notice>}
      <StatRow>
        <Stat
          value={totals.matched}
          label={t("result.matched")}
          numerator={totals.matched}
          denominator={all}
        />
        <Stat
          value={totals.firsts}
          label={t("result.firsts")}
          numerator={totals.firsts}
          denominator={totals.matched}
        />
        <Stat value={totals.unmatched} label={t("result.unmatched")} href="#unmatched" />
        <Stat value={totals.seatsLeft} label={t("result.seatsLeft")} />
      </StatRow>
      <div className="cols">
        <div className="stack">
          <MatchedSlots slots={result.slots} />
          <UnmatchedStudents rows={result.unmatched} total={totals.unmatched} />
          {leads && !preview && totals.unmatched > 0 && <FollowRound name={round.name} />}
        </div>
        <aside className="stack">
          <Section id="stability" title={t("result.stability")}>
            <p className="my-3">
              <StateBadge
                tone={result.stable ? "ok" : "bad"}
                word={t(result.stable ? "result.stable" : "result.notStable")}
              />
            </p>
            <p className="note">{any(`matching.round.stability.${result.stability}`)}</p>
            <p className="note mt-2">{t("result.waves", { waves: result.waves })}</p>
            {result.groups.length > 0 && (
              <ul className="note mt-2">
                {result.groups.map(({ id, slot }) => (
                  <li key={id}>
                    {slot === null ? t("result.groupApart", { id }) : t("result.groupTogether", { id, slot })}
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <RuledOut rules={result.rules} />
          {files && <RerunFiles roundId={round.id} hash={round.hash} />}
        </aside>
      </div>
    </>
  );
}
