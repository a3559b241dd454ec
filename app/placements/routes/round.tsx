import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { RerunFiles } from "../components/RerunFiles";
import { RoundErrors } from "../components/RoundErrors";
import { RoundFairness } from "../components/RoundFairness";
import { CancelRound, NextMove } from "../components/RoundMoves";
import { RoundSlotTable } from "../components/RoundSlotTable";
import { ROUND_TONES } from "../components/round-tone";
import { StudentRound } from "../components/StudentRound";
import { ownChoices } from "../queries/round-choices.server";
import { roundPage } from "../queries/round-page.server";
import { moveByIntent, roundRefused, roundRequest } from "../round-request.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { ctx, seen } = await roundRequest(request, context, params.id);
  const { studentId } = seen;
  return {
    title: `${seen.round.name} · ${translatorFor(languageOf(request.headers)).room("rounds")("title")}`,
    round: await roundPage(ctx, seen),
    own: studentId ? await ownChoices(seen, studentId) : null,
    writes: mayWrite(ctx.actor),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const { ctx, seen } = await roundRequest(request, context, params.id);
  const form = await request.formData();
  const { done, to } = await moveByIntent(ctx, seen.round.id, form);
  return done.ok ? redirect(to, 303) : roundRefused(done.refusal, form);
};

const Invitation = ({ lead }: { lead: string }) => {
  const t = useWords("rounds");
  return (
    <Section id="invited" title={t("page.invitedTitle", { school: lead })}>
      <p className="my-3">{t("page.invitedText")}</p>
      <form method="post" className="row">
        <HiddenField name="version" value={0} />
        <Button name="intent" value="join">
          {t("act.join")}
        </Button>
        <Button name="intent" value="decline" look="quiet">
          {t("act.decline")}
        </Button>
      </form>
    </Section>
  );
};

/** One round: for schools how far it is and the next move, for hosts their slots, for students their choices and why not. */
export default function RoundPage() {
  const t = useWords("rounds");
  const { round, own, writes } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { part } = round;
  const leads = part === "lead" && writes;
  const me = round.schools.find((school) => school.own);
  const ready = round.slots.length > 0 && round.students > 0;
  const school = part === "lead" || part === "school";
  const choose = part === "student" && round.state === "open";
  const next = leads ? (
    <NextMove round={round} ready={ready} />
  ) : choose ? (
    <LinkButton href={`/rounds/${round.id}/choices`}>
      {t(own && own.choices.length > 0 ? "act.change" : "act.choose")}
    </LinkButton>
  ) : part === "school" && ["preview", "confirmed"].includes(round.state) ? (
    <LinkButton href={`/rounds/${round.id}/result`}>{t("act.result")}</LinkButton>
  ) : null;
  return (
    <>
      <PageHeader
        title={round.name}
        trail={[{ href: "/rounds", label: t("title") }]}
        subtitle={round.lead}
        state={<StateBadge tone={ROUND_TONES[round.state]} word={t(`state.${round.state}`)} />}
        action={next}
      />
      <RoundErrors state={state} />
      {round.cancelReason && (
        <Notice tone="wait">{t("page.cancelled", { reason: round.cancelReason })}</Notice>
      )}
      <div className="cols">
        <div className="stack">
          {writes && me?.state === "invited" && round.state === "draft" && <Invitation lead={round.lead} />}
          {own && <StudentRound own={own} round={round} />}
          {school && (
            <Section
              id="students"
              title={t("page.students")}
              aside={
                <a href={`/rounds/${round.id}/students`}>
                  {t(round.state === "draft" ? "act.students" : "students.listTitle")}
                </a>
              }
            >
              <p className="my-3">
                {t("page.studentsLine", { chosen: round.chosen, students: round.students })}
              </p>
              {round.schools.length > 1 && (
                <ul>
                  {round.schools.map((one) => (
                    <li key={one.id}>
                      {one.name} · {t(`schoolState.${one.state as "lead"}`)} ·{" "}
                      <span className="num">{one.students}</span>
                    </li>
                  ))}
                </ul>
              )}
            </Section>
          )}
          {part !== "student" && (
            <Section
              id="slots"
              title={t(part === "host" ? "page.slotsOwn" : "page.slots")}
              aside={
                leads && round.state === "draft" && <a href={`/rounds/${round.id}/slots`}>{t("act.slots")}</a>
              }
            >
              <RoundSlotTable
                slots={round.slots}
                roundId={round.id}
                own={part === "host"}
                caption={t("page.slots")}
              />
            </Section>
          )}
        </div>
        <aside className="stack">
          <Section id="fairness" title={t("page.fairness")}>
            <RoundFairness round={round} />
          </Section>
          {round.hash && <RerunFiles roundId={round.id} hash={round.hash} />}
          {school && (round.followsId || round.next) && (
            <p className="row">
              {round.followsId && <a href={`/rounds/${round.followsId}`}>{t("page.follows")}</a>}
              {round.next && (
                <a href={`/rounds/${round.next.id}`}>{t("page.next", { name: round.next.name })}</a>
              )}
            </p>
          )}
          {leads && <CancelRound round={round} state={state} />}
        </aside>
      </div>
    </>
  );
}
