import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fieldErrors } from "~/identity/components/field-errors";
import { requireMember } from "~/identity/session.server";
import { refusedState } from "~/platform/http/form.server";
import { errorFor } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { receiveForm } from "~/platform/http/upload.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { invalidField, type Refusal } from "~/platform/result";
import { MOST_BYTES, SHEET_TYPES } from "~/platform/sheets/sheet";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Upload } from "~/ui/Upload";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { checkRosterFile } from "../commands/check-roster.server";
import { RosterTable } from "../components/RosterTable";
import { recentRosters } from "../queries/recent-rosters.server";
import { mayImportRoster } from "../student-policy";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayImportRoster(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  return {
    title: translatorFor(languageOf(request.headers)).room("students")("import.title"),
    submissionKey: newId(),
    ...(await recentRosters(ctx)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const refused = (refusal: Refusal) => answerRefusal(refusal, { state: refusedState(refusal, {}) });

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayImportRoster(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const received = await receiveForm(request, SHEET_TYPES, 1);
  if (!received.ok) return refused(received.refusal);
  const [file] = received.value.files;
  if (!file) return refused(invalidField("file", "students.errors.fileMissing").refusal);
  const key = received.value.form.get("submissionKey");
  const checked = await checkRosterFile(ctx, {
    file,
    submissionKey: typeof key === "string" && key ? key : undefined,
  });
  if (!checked.ok) return refused(checked.refusal);
  return redirect(`/organization/students/imports/${checked.value.importId}`, 303);
};

/** Where a roster is uploaded: what is read, a template, and the imports so far. Nothing is written before it is confirmed. */
export default function StudentsImport() {
  const t = useWords("students");
  const { any } = useTranslator();
  const { submissionKey, rosters, hasProgramme, now } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader
        title={t("import.title")}
        trail={[{ href: "/organization/students", label: t("list.title") }]}
      />
      <div className="stack mt-5">
        {hasProgramme ? (
          <form method="post" encType="multipart/form-data" data-upload="" className="form max-w-[640px]">
            <p>{t("import.text")}</p>
            <FormErrors errors={fieldErrors(state, { file: t("import.file") }, any)} />
            <HiddenField name="submissionKey" value={submissionKey} />
            <Upload
              name="file"
              label={t("import.file")}
              accept=".xlsx,.csv,.txt"
              types={t("import.types")}
              maxBytes={MOST_BYTES}
              required
              error={errorFor(state, "file", any)}
            />
            <div className="form-end">
              <Button icon="upload">{t("import.submit")}</Button>
            </div>
          </form>
        ) : (
          <EmptyState
            level={2}
            title={t("import.programmesFirst")}
            action={<LinkButton href="/organization/programmes">{t("import.programmesAction")}</LinkButton>}
          >
            <p>{t("import.programmesFirstText")}</p>
          </EmptyState>
        )}
        <Section title={t("import.columns")} id="columns">
          <ul className="mt-2 list-inside list-disc">
            <li>{t("import.requiredColumns")}</li>
            <li>{t("import.optionalColumns")}</li>
            <li>{t("import.idNote")}</li>
          </ul>
          <div className="row mt-3">
            <LinkButton look="ghost" icon="download" href="/organization/students/template" download>
              {t("import.template")}
            </LinkButton>
            <LinkButton
              look="quiet"
              icon="download"
              href="/organization/students/template?format=csv"
              download
            >
              {t("import.templateCsv")}
            </LinkButton>
          </div>
        </Section>
        {rosters.length > 0 && (
          <Section title={t("import.recent")} id="recent">
            <RosterTable rosters={rosters} now={now} />
          </Section>
        )}
      </div>
    </>
  );
}
