import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { endImport } from "~/platform/imports/end-import.server";
import { importPage } from "~/platform/imports/import-page.server";
import { notFound } from "~/platform/result";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Stat, StatRow } from "~/ui/Stat";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { ImportChoice } from "../components/ImportChoice";
import { ImportFindings } from "../components/ImportFindings";
import { IMPORT_PLACES } from "../components/import-places";
import { mayEditProfile } from "../policy";

const REFRESH_SECONDS = "2";

const choiceForm = z.object({ choice: z.enum(["all", "good", "none"]), version: z.number().int() });

const pageOf = async ({ request, context, params }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const after = Number(new URL(request.url).searchParams.get("after")) || 0;
  const view = await importPage(ctx.actor.organizationId, params.id ?? "", after);
  if (!view) return throwRefusal(notFound().refusal);
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  return { ctx, view, first: after === 0 };
};

export const loader = async (args: LoaderFunctionArgs) => {
  const { view, first } = await pageOf(args);
  const title = translatorFor(languageOf(args.request.headers)).room("imports")("title");
  const atWork = ["receiving", "checking", "writing"].includes(view.state);
  // A header, not an element of the page: it also works without a script, and assistive technology is told nothing odd.
  return data(
    { title: `${title} · ${view.fileName}`, atWork, view, first },
    atWork ? { headers: { Refresh: REFRESH_SECONDS } } : {},
  );
};

export const headers: HeadersFunction = ({ loaderHeaders }) => {
  const refresh = loaderHeaders.get("Refresh");
  return new Headers(refresh ? { Refresh: refresh } : {});
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async (args: ActionFunctionArgs) => {
  const { ctx, view } = await pageOf(args);
  const parsed = parseForm(await args.request.formData(), choiceForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const ended = await endImport(ctx, view.id, parsed.value);
  if (!ended.ok) return answerRefusal(ended.refusal, { state: refusedState(ended.refusal, parsed.typed) });
  return redirect(`/organization/imports/${view.id}`, 303);
};

const TONES = {
  receiving: "act",
  checking: "act",
  checked: "wait",
  writing: "act",
  done: "ok",
  discarded: "neutral",
} as const;

/** One spreadsheet on its way in: how far, what was found, the decision, what became of it. */
export default function ImportPage() {
  const t = useWords("imports");
  const { any } = useTranslator();
  const { view, atWork, first } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.state;
  const { counts, state, notes } = view;
  const place = IMPORT_PLACES[view.kind] ?? IMPORT_PLACES.listings!;
  const written = counts.created + counts.updated + counts.unchanged + counts.refused;
  const done = state === "writing" ? written : counts.good + counts.bad;
  const total = state === "writing" ? counts.good : counts.rows;
  const shownCounts =
    state === "done" || state === "writing"
      ? (["created", "updated", "unchanged", "refused"] as const)
      : (["rows", "good", "bad"] as const);
  const verdict = counts.bad === 0 ? "allGood" : counts.good === 0 ? "noneGood" : "someBad";
  return (
    <>
      <PageHeader
        title={view.fileName}
        trail={[
          { href: place.back, label: t(`back.${place.key}`) },
          { href: place.again, label: t(place.key) },
        ]}
        state={<StateBadge tone={TONES[state]} word={t(`state.${state}`)} />}
      />
      {refused && <Notice tone="bad">{any(refused.message.key, refused.message.values)}</Notice>}
      {atWork && (
        <div className="mt-5" role="status">
          <label htmlFor="progress">{t(state === "writing" ? "writing" : "checking", { done, total })}</label>
          <progress id="progress" className="block w-full" max={Math.max(1, total)} value={done} />
          <p className="meta mt-2">{t("working")}</p>
          <LinkButton look="quiet" small href={`/organization/imports/${view.id}`}>
            {t("refresh")}
          </LinkButton>
        </div>
      )}
      {state === "checked" && (
        <Notice tone={counts.bad === 0 ? "ok" : "wait"}>
          {t(verdict, { total: counts.rows, bad: counts.bad, good: counts.good })}
        </Notice>
      )}
      {state === "done" && !view.stopped && <Notice tone="ok">{t("doneText", counts)}</Notice>}
      {view.stopped && (
        <Notice tone="bad">
          <b>{t("stoppedTitle")}</b> {any(view.stopped)}
        </Notice>
      )}
      {state === "discarded" && <Notice tone="neutral">{t("discardedText")}</Notice>}
      {!atWork && state !== "discarded" && (
        <StatRow>
          {shownCounts.map((name) => (
            <Stat key={name} value={counts[name]} label={t(`count.${name}`)} />
          ))}
        </StatRow>
      )}
      <ul className="meta mt-3">
        {notes.unknown.length > 0 && <li>{t("unknownColumns", { columns: notes.unknown.join("、") })}</li>}
        {notes.repeated.length > 0 && <li>{t("repeatedColumns", { columns: notes.repeated.join("、") })}</li>}
        {notes.otherSheets.length > 0 && (
          <li>{t("otherSheets", { sheets: notes.otherSheets.join("、") })}</li>
        )}
        {notes.formulas > 0 && <li>{t("formulas", { total: notes.formulas })}</li>}
      </ul>
      {state === "checked" && <ImportChoice view={view} againHref={place.again} />}
      {view.causes.length > 0 && (
        <div className="stack mt-6">
          <ImportFindings view={view} first={first} />
        </div>
      )}
    </>
  );
}
