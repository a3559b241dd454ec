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
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { defineBulletin } from "../commands/define-bulletin.server";
import { endBulletin } from "../commands/end-bulletin.server";
import { BulletinForm } from "../components/BulletinForm";
import { BulletinRunning } from "../components/BulletinRunning";
import { periodText } from "../components/bulletin-text";
import { mayOrder } from "../policy";
import { bulletinsPage } from "../queries/bulletins-page.server";
import { maySeeSheets } from "../report-policy";
import { bulletinEnd, bulletinForm } from "../report-schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeSheets(ctx.actor);
  if (!sees.ok) throwRefusal({ code: "forbidden", key: "reports.errors.bulletinReaders" });
  const after = new URL(request.url).searchParams.get("after");
  return {
    title: translatorFor(languageOf(request.headers)).room("reports")("bulletin.metaTitle"),
    mayAct: mayOrder(ctx.actor).ok,
    mayRank: ctx.actor.organization.role === "owner",
    submissionKey: newId(),
    after,
    page: await bulletinsPage(ctx, after),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayOrder(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const form = await request.formData();
  const ends = form.get("intent") === "end";
  const parsed = ends ? parseForm(form, bulletinEnd) : parseForm(form, bulletinForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const done =
    parsed.value.intent === "end"
      ? await endBulletin(ctx, parsed.value)
      : await defineBulletin(ctx, parsed.value);
  if (done.ok) return redirect("/oversight/bulletins", 303);
  if (done.refusal.code === "not_found") return throwRefusal(done.refusal);
  return answerRefusal(done.refusal, { state: refusedState(done.refusal, typedFrom(form)) });
};

/** 定期通报: what an authority tells its schools at a fixed rhythm, and what a school was told. */
export default function Bulletins() {
  const t = useWords("reports");
  const figures = useWords("indicators");
  const { any, language } = useTranslator();
  const { page, mayAct, mayRank, submissionKey, after } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={t("bulletin.list")}
        trail={[{ href: "/oversight/indicators", label: figures("title") }]}
        subtitle={t(page.authority ? "bulletin.subtitleAuthority" : "bulletin.subtitleSchool")}
      />
      {state && <Notice tone="bad">{any(state.message.key, state.message.values)}</Notice>}
      <div className={page.authority ? "cols" : "mt-5"}>
        <div className="stack">
          <Section id="issues" title={t("bulletin.issues")}>
            <DataTable
              caption={t("bulletin.issues")}
              captionHidden
              rows={page.issues}
              rowKey={({ id }) => id}
              empty={
                <EmptyState title={t("bulletin.none")}>
                  <p>{t(page.authority ? "bulletin.noneAuthority" : "bulletin.noneSchool")}</p>
                </EmptyState>
              }
              columns={[
                {
                  key: "title",
                  label: t("bulletin.title"),
                  lead: true,
                  cell: (one) => (
                    <a href={`/oversight/bulletins/${one.id}`}>
                      {one.title} · {periodText(one.period, t)}
                    </a>
                  ),
                },
                {
                  key: "drawn",
                  label: t("bulletin.drawn"),
                  cell: ({ drawnAt }) => absoluteText(drawnAt, language),
                },
              ]}
            />
            <Pagination
              {...(after ? { firstHref: "/oversight/bulletins" } : {})}
              {...(page.next ? { nextHref: `/oversight/bulletins?after=${page.next}` } : {})}
            />
          </Section>
          {page.authority && <BulletinRunning page={page} mayAct={mayAct} />}
        </div>
        {mayAct && (
          <aside>
            <BulletinForm page={page} state={state} submissionKey={submissionKey} mayRank={mayRank} />
          </aside>
        )}
      </div>
    </>
  );
}
