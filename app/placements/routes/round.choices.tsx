import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { parseForm } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate } from "~/platform/time/clock";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { chooseGroup, type GroupAsked } from "../commands/choose-group.server";
import { chooseSlots } from "../commands/choose-slots.server";
import { ChoiceForm } from "../components/ChoiceForm";
import { ChoiceOrder } from "../components/ChoiceOrder";
import { RoundErrors } from "../components/RoundErrors";
import { RoundGroup } from "../components/RoundGroup";
import { ownChoices, slotsToChoose } from "../queries/round-choices.server";
import type { SeenRound } from "../round-access.server";
import { roundRefused, roundRequest, writersOnly } from "../round-request.server";
import { choicesForm, ROUND_LIMITS } from "../round-schema";
import { shifted } from "../rules/round-choices";

/** Whose choices: the reader's own, or those of a student of the reader's school named in the address. */
const studentOf = async (request: Request, ctx: MemberCtx, seen: SeenRound) => {
  const asked = new URL(request.url).searchParams.get("student") ?? "";
  if (seen.studentId) return { studentId: seen.studentId, name: null };
  writersOnly(ctx);
  const entered = await read.roundStudent.findFirst({
    where: { roundId: seen.round.id, studentId: asked, schoolId: ctx.actor.organizationId },
    select: { studentId: true },
  });
  const student = entered
    ? await read.student.findUnique({ where: { id: asked }, select: { name: true } })
    : null;
  if (!entered || !student) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return { studentId: entered.studentId, name: student.name };
};

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { ctx, seen } = await roundRequest(request, context, params.id, ["student", "lead", "school"]);
  const { studentId, name } = await studentOf(request, ctx, seen);
  const { round, state } = seen;
  const today = civilDate(ctx.clock.now());
  const { searchParams } = new URL(request.url);
  return {
    title: `${translatorFor(languageOf(request.headers)).room("rounds")("choices.title")} · ${round.name}`,
    round: { id: round.id, name: round.name, most: round.mostChoices, until: round.choicesUntil },
    open: state === "open" && round.choicesUntil >= today,
    name,
    saved: searchParams.get("saved") === "1",
    own: await ownChoices(seen, studentId),
    slots: await slotsToChoose(seen, studentId, today),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const groupAsked = (form: FormData): GroupAsked | null => {
  const intent = form.get("intent");
  if (intent === "found" || intent === "leave") return { act: intent };
  return intent === "join" ? { act: "join", code: String(form.get("groupCode") ?? "").trim() } : null;
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const { ctx, seen } = await roundRequest(request, context, params.id, ["student", "lead", "school"]);
  const { studentId, name } = await studentOf(request, ctx, seen);
  const form = await request.formData();
  const roundId = seen.round.id;
  const back = `/rounds/${roundId}/choices?saved=1${name === null ? "" : `&student=${studentId}`}`;
  const group = groupAsked(form);
  if (group) {
    const done = await chooseGroup(ctx, roundId, studentId, group);
    return done.ok ? redirect(back, 303) : roundRefused(done.refusal, form);
  }
  const parsed = parseForm(form, choicesForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const rows = parsed.value.places.map(({ slotId, place }) => ({ slotId, place: place ?? null }));
  const [moved = "", by] = String(form.get("move") ?? "").split(":");
  const listed = rows.filter(({ place }) => place !== null).sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  const order = shifted(
    listed.map(({ slotId }) => slotId),
    moved,
    by === "up" ? -1 : 1,
  );
  const done = await chooseSlots(ctx, roundId, {
    studentId,
    rows: moved ? order.map((slotId, at) => ({ slotId, place: at + 1 })) : rows,
    share: parsed.value.share,
    version: parsed.value.version,
    language: languageOf(request.headers),
  });
  return done.ok ? redirect(back, 303) : roundRefused(done.refusal, form);
};

/** A student's choices: a number beside each slot wanted, buttons to move one up or down, and the group they go with. */
export default function RoundChoices() {
  const t = useWords("rounds");
  const { round, open, name, saved, own, slots } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={name === null ? t("choices.title") : t("choices.titleFor", { name })}
        subtitle={t("choices.text", { most: round.most, until: round.until })}
        trail={[
          { href: "/rounds", label: t("title") },
          { href: `/rounds/${round.id}`, label: round.name },
        ]}
      />
      <RoundErrors state={state} />
      {saved && !state && <Notice tone="ok">{t("choices.saved")}</Notice>}
      {!open && <Notice tone="wait">{t("choices.closed")}</Notice>}
      <div className="cols">
        <div className="stack">
          {open && (
            <ChoiceForm
              slots={slots}
              version={own.version}
              own={name === null}
              most={round.most}
              state={state}
            />
          )}
        </div>
        <aside className="stack">
          <ChoiceOrder choices={own.choices} version={own.version} open={open} own={name === null} />
          {name === null && open && <RoundGroup group={own.group} most={ROUND_LIMITS.group} state={state} />}
        </aside>
      </div>
    </>
  );
}
