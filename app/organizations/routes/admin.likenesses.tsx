import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOperator } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { isId } from "~/platform/id";
import { EmptyState } from "~/ui/EmptyState";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Tabs } from "~/ui/Tabs";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { decideLikeness } from "../commands/decide-likeness.server";
import { LikenessRow } from "../components/LikenessRow";
import { NoteForm } from "../components/NoteForm";
import { likenessList } from "../queries/likeness-list.server";
import { likenessForm } from "../trust-schema";

const STATES = ["open", "cleared", "acted"] as const;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { clock } = await requireOperator(request, context);
  const { searchParams } = new URL(request.url);
  const state = STATES.find((one) => one === searchParams.get("state")) ?? "open";
  const before = searchParams.get("before") ?? "";
  return {
    title: translatorFor(languageOf(request.headers)).room("trust")("likeness.title"),
    now: clock.now().toISOString(),
    done: searchParams.has("done"),
    state,
    paged: isId(before),
    ...(await likenessList(state, isId(before) ? before : null)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireOperator(request, context);
  const parsed = parseForm(await request.formData(), likenessForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const { likeness: likenessId, note } = parsed.value;
  const decided = await decideLikeness(ctx, { likenessId, note });
  if (decided.ok) return redirect("/admin/likenesses?done=1", 303);
  if (decided.refusal.code === "not_found") return throwRefusal(decided.refusal);
  return answerRefusal(decided.refusal, { state: refusedState(decided.refusal, parsed.typed) });
};

/** Pairs of organizations that share what two independent bodies rarely share. */
export default function Likenesses() {
  const t = useWords("trust");
  const admin = useWords("admin");
  const { any } = useTranslator();
  const { items, next, state, paged, now, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader
        title={t("likeness.title")}
        subtitle={t("likeness.subtitle")}
        trail={[{ href: "/admin", label: admin("title") }]}
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        {done && !refused && <Notice tone="ok">{t("likeness.done")}</Notice>}
        {refused && <FormErrors errors={[]} message={any(refused.message.key, refused.message.values)} />}
      </div>
      <Tabs
        label={t("likeness.title")}
        tabs={STATES.map((one) => ({
          href: `/admin/likenesses?state=${one}`,
          label: t(`likeness.state.${one}`),
          current: one === state,
        }))}
      />
      {items.length === 0 ? (
        <EmptyState level={2} title={t("likeness.empty")}>
          <p>{t("likeness.emptyText")}</p>
        </EmptyState>
      ) : (
        <>
          <h2 className="sr-only">{t(`likeness.state.${state}`)}</h2>
          <ul>
            {items.map((pair) => (
              <LikenessRow key={pair.id} pair={pair} now={now}>
                {pair.state === "open" && (
                  <NoteForm
                    intent="clear"
                    subject={{ name: "likeness", id: pair.id }}
                    label={t("likeness.note")}
                    hint={t("likeness.noteHint")}
                    submit={t("likeness.clear")}
                    state={refused}
                  />
                )}
              </LikenessRow>
            ))}
          </ul>
          <Pagination
            {...(paged ? { firstHref: `/admin/likenesses?state=${state}` } : {})}
            {...(next ? { nextHref: `/admin/likenesses?state=${state}&before=${next}` } : {})}
          />
        </>
      )}
    </>
  );
}
