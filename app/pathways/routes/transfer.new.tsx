import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { parseForm, parseQuery } from "~/platform/http/form.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { startTransfer } from "../commands/start-transfer.server";
import { PlaceChoice } from "../components/PlaceChoice";
import { RefusedForm } from "../components/RefusedForm";
import { StatedFields } from "../components/StatedFields";
import { applicantFor, possiblePlaces } from "../queries/new-transfer.server";
import { startForm, statedForm } from "../schema";
import { refusedForm, unreadForm } from "../transfer-actions.server";
import { NOTHING_STATED, type Stated } from "../transfer-facts.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const query = new URL(request.url).searchParams;
  const { organization } = ctx.actor;
  const staff = organization !== null && organization.role !== "student";
  const number = query.get("student")?.trim() || null;
  const student = await applicantFor(ctx, number);
  const asked = parseQuery(query, statedForm);
  const given = asked.ok ? asked.value : {};
  const stated: Stated = {
    ...NOTHING_STATED,
    studyForm: given.studyForm ?? (student ? "full_time" : null),
    entranceScore: given.entranceScore ?? null,
    examsPassed: given.examsPassed ?? [],
    cityArranged: given.cityArranged ?? false,
  };
  return {
    title: translatorFor(languageOf(request.headers)).room("transfers")("new.title"),
    staff,
    enrols: organization?.kind === "general_school" && staff,
    number,
    student: student && { id: student.id, name: student.name, number: student.studentNumber },
    toGeneral: organization?.kind !== "general_school",
    stated,
    places: student ? await possiblePlaces(ctx, student, stated) : [],
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const form = await request.formData();
  const parsed = parseForm(form, startForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const started = await startTransfer(ctx, parsed.value);
  return started.ok ? redirect(`/transfers/${started.value.id}`, 303) : refusedForm(started.refusal, form);
};

/** Who, where to, and every rule checked before anything is handed in. */
export default function NewTransfer() {
  const t = useWords("transfers");
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={t("new.title")}
        subtitle={t("new.lead")}
        trail={[{ href: "/transfers", label: t("title") }]}
      />
      <div className="stack mt-5">
        <RefusedForm state={state} />
        <form method="get" className="form max-w-3xl">
          {page.staff && (
            <TextField
              name="student"
              label={t("new.number")}
              hint={t("new.numberHint")}
              required
              maxLength={60}
              defaultValue={page.number}
            />
          )}
          {page.student && (
            <>
              <h2>{t("new.facts")}</h2>
              <StatedFields
                stated={page.stated}
                state={null}
                toGeneral={page.toGeneral}
                school={page.staff}
              />
            </>
          )}
          {(page.staff || page.student) && (
            <div className="row">
              <Button look={page.student ? "ghost" : "primary"}>
                {page.student ? t("new.check") : t("new.find")}
              </Button>
              {page.enrols && <a href="/transfers/students/new">{t("new.enrol")}</a>}
            </div>
          )}
        </form>
        {page.staff && page.number && !page.student && <Notice tone="bad">{t("new.notFound")}</Notice>}
        {!page.staff && !page.student && (
          <EmptyState level={2} title={t("new.which")}>
            <p>{t("new.ownNone")}</p>
          </EmptyState>
        )}
        {page.student && (
          <Section id="places" title={`${t("new.choose")} · ${page.student.name}`}>
            {page.places.length === 0 ? (
              <p className="meta mt-3">{t("new.none")}</p>
            ) : (
              <form method="post" className="mt-3">
                <HiddenField name="submissionKey" value={page.submissionKey} />
                <HiddenField name="student" value={page.student.id} />
                <HiddenField name="studyForm" value={page.stated.studyForm ?? ""} />
                <HiddenField
                  name="entranceScore"
                  value={page.stated.entranceScore === null ? "" : page.stated.entranceScore / 10}
                />
                {page.stated.examsPassed.map((one) => (
                  <HiddenField key={one} name="examsPassed" value={one} />
                ))}
                {page.stated.cityArranged && <HiddenField name="cityArranged" value="on" />}
                {page.places.map((place, index) => (
                  <PlaceChoice key={place.id} place={place} first={index === 0} />
                ))}
                <p className="note mt-3">{t("new.startHint")}</p>
                <Button>{t("new.start")}</Button>
              </form>
            )}
          </Section>
        )}
      </div>
    </>
  );
}
