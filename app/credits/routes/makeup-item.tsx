import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { newId } from "~/platform/id";
import { notFound } from "~/platform/result";
import { Facts } from "~/ui/Facts";
import { PageHeader } from "~/ui/PageHeader";
import { RelativeDate } from "~/ui/RelativeDate";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import { MakeUpForms, NoteForm } from "../components/MakeUpForms";
import { MAKEUP_TONES } from "../components/OwedList";
import { RefusedCreditForm } from "../components/RefusedCreditForm";
import { useCreditWords } from "../components/use-credit-words";
import { refusedForm, unreadForm } from "../credit-forms.server";
import { actOnMakeUp } from "../makeup-actions.server";
import { makeUpPage } from "../queries/makeup-page.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const page = await makeUpPage(ctx, params.id ?? "");
  if (!page) return throwRefusal(notFound().refusal);
  return { page, now: ctx.clock.now().toISOString(), submissionKey: newId() };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: found && `${found.page.name} · ${found.page.student}` },
];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const id = params.id ?? "";
  if (!(await makeUpPage(ctx, id))) return throwRefusal(notFound().refusal);
  const form = await request.formData();
  const done = await actOnMakeUp(ctx, id, form);
  if ("typed" in done) return unreadForm(done);
  return done.ok ? redirect(`/credits/makeup/${id}`, 303) : refusedForm(done.refusal, form);
};

/** One owed course: its plan, how far it has come, and the result. */
export default function MakeUpItem() {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { credits, owedName } = useCreditWords();
  const { page, now, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const stateWord = any(`credits.makeup.state.${page.state}`);
  const reads = page.voice === "reads";
  return (
    <>
      <PageHeader
        title={t("makeup.of", { name: owedName(page), student: page.student })}
        trail={[
          reads
            ? { href: "/credits", label: t("title") }
            : { href: "/credits/makeup", label: t("makeup.title") },
        ]}
        subtitle={page.kind === "exam" ? undefined : `${page.code} · ${credits(page.creditsCenti)}`}
        state={<StateBadge tone={MAKEUP_TONES[page.state] ?? "neutral"} word={stateWord} />}
      />
      <div className="mt-4">
        <RefusedCreditForm state={state} />
      </div>
      <div className="cols">
        <div className="stack">
          <Facts
            facts={[
              { label: t("makeup.tutor"), value: page.tutor || t("makeup.noTutor") },
              {
                label: t("makeup.dates"),
                value: (
                  <>
                    {t("makeup.datesValue", { from: page.fromOn, until: page.untilOn })}
                    {page.extensions > 0 && (
                      <span className="note block">
                        {t("makeup.extended", { count: page.extensions, reason: page.extendedWhy })}
                      </span>
                    )}
                  </>
                ),
              },
              ...(page.kind === "exam"
                ? []
                : [{ label: t("field.hours"), value: t("hours", { hours: page.hours }) }]),
              ...(page.settledOn && page.grade
                ? [
                    {
                      label: t("makeup.result"),
                      value: (
                        <>
                          {t("makeup.resultValue", {
                            state: stateWord,
                            grade: page.grade,
                            by: page.settledBy,
                            on: page.settledOn,
                          })}
                          {page.result && <span className="note block">{page.result}</span>}
                          {page.stored === "passed" && (
                            <span className="note block">{t("makeup.earned")}</span>
                          )}
                        </>
                      ),
                    },
                  ]
                : []),
            ]}
          />
          <p>
            <a href={`/credits/transfers/${page.transferId}`}>
              {t("makeup.conversion", { reference: page.reference })}
            </a>
          </p>
          <Section id="notes" title={t("makeup.notes")}>
            {page.notes.length === 0 ? (
              <p className="meta mt-2">{t("makeup.notesNone")}</p>
            ) : (
              <ul className="mt-2 grid gap-2">
                {page.notes.map((note) => (
                  <li key={note.id}>
                    {note.text}
                    <span className="note block">
                      {note.author} · <RelativeDate at={note.at} now={now} />
                    </span>
                  </li>
                ))}
              </ul>
            )}
            {!reads && <NoteForm page={page} state={state} submissionKey={submissionKey} />}
          </Section>
        </div>
        <aside className="stack">
          <MakeUpForms page={page} state={state} submissionKey={submissionKey} />
        </aside>
      </div>
    </>
  );
}
