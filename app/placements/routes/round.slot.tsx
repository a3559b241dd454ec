import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read } from "~/platform/db/client.server";
import { parseForm } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate } from "~/platform/time/clock";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { rankStudents } from "../commands/rank-students.server";
import { withdrawSlot } from "../commands/withdraw-slot.server";
import { RankForm } from "../components/RankForm";
import { RoundErrors } from "../components/RoundErrors";
import { WithdrawSlot } from "../components/WithdrawSlot";
import { criteriaOf, slotCandidates } from "../queries/round-slot.server";
import { roundRefused, roundRequest, writersOnly } from "../round-request.server";
import { ranksForm, reasonForm } from "../round-schema";
import { HOST_ACTS, HOST_WITHDRAWS } from "../rules/round-lifecycle";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { ctx, seen } = await roundRequest(request, context, params.id, ["host"]);
  writersOnly(ctx);
  const slot = await read.roundSlot.findFirst({
    where: { id: params.slot ?? "", roundId: seen.round.id, hostId: ctx.actor.organizationId },
  });
  if (!slot) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return {
    title: `${translatorFor(languageOf(request.headers)).room("rounds")("ranks.title")} · ${slot.title}`,
    round: { id: seen.round.id, name: seen.round.name, until: seen.round.ranksUntil },
    slot: {
      id: slot.id,
      title: slot.title,
      capacity: slot.capacity,
      version: slot.version,
      withdrawnFor: slot.withdrawnAt ? (slot.withdrawnFor ?? "") : null,
    },
    criteria: criteriaOf(slot.criteria),
    open: slot.withdrawnAt === null && HOST_ACTS.includes(seen.state),
    mayWithdraw: slot.withdrawnAt === null && HOST_WITHDRAWS.includes(seen.state),
    saved: new URL(request.url).searchParams.get("saved") === "1",
    ...(await slotCandidates(slot.id, slot.hostId, civilDate(ctx.clock.now()))),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const { ctx, seen } = await roundRequest(request, context, params.id, ["host"]);
  const form = await request.formData();
  const slotId = params.slot ?? "";
  if (form.get("intent") === "withdraw") {
    const parsed = parseForm(form, reasonForm);
    if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
    const done = await withdrawSlot(ctx, slotId, parsed.value.reason);
    return done.ok ? redirect(`/rounds/${seen.round.id}`, 303) : roundRefused(done.refusal, form);
  }
  const parsed = parseForm(form, ranksForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const done = await rankStudents(ctx, slotId, parsed.value);
  return done.ok
    ? redirect(`/rounds/${seen.round.id}/slots/${slotId}?saved=1`, 303)
    : roundRefused(done.refusal, form);
};

/** A host's slot in a round: the students it may see in the order it wants them, and the way out of the round. */
export default function RoundSlotPage() {
  const t = useWords("rounds");
  const { round, slot, criteria, open, mayWithdraw, saved, hidden, students } =
    useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={slot.title}
        subtitle={`${t("choices.seats", { seats: slot.capacity })} · ${t("field.ranksUntil")} ${round.until}`}
        trail={[
          { href: "/rounds", label: t("title") },
          { href: `/rounds/${round.id}`, label: round.name },
        ]}
      />
      <RoundErrors state={state} />
      {saved && !state && <Notice tone="ok">{t("ranks.saved")}</Notice>}
      {slot.withdrawnFor !== null && (
        <Notice tone="wait">{t("slot.withdrawn", { reason: slot.withdrawnFor })}</Notice>
      )}
      {!open && slot.withdrawnFor === null && <Notice>{t("ranks.closed")}</Notice>}
      <div className="stack mt-5">
        <RankForm
          students={students}
          hidden={hidden}
          criteria={criteria}
          version={slot.version}
          open={open}
          state={state}
        />
        {mayWithdraw && <WithdrawSlot state={state} />}
      </div>
    </>
  );
}
