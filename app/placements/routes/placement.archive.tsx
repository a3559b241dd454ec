import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { DOCUMENT_KINDS } from "~/platform/files/sniff";
import { refusedState } from "~/platform/http/form.server";
import { errorFor } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { receiveForm, UPLOAD_LIMIT_BYTES } from "~/platform/http/upload.server";
import { notFound } from "~/platform/result";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { FormErrors } from "~/ui/form/FormErrors";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import { handInPaper } from "../commands/hand-in-paper.server";
import { archiveTab } from "../queries/archive.server";
import { HANDED_IN } from "../rules/archive";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor } = await requirePerson(request, context);
  const tab = await archiveTab(actor, params.id ?? "");
  if (!tab) return throwRefusal(notFound().refusal);
  return { tab, maxBytes: UPLOAD_LIMIT_BYTES };
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const id = params.id ?? "";
  if (!(await archiveTab(ctx.actor, id))) return throwRefusal(notFound().refusal);
  const refused = (refusal: Parameters<typeof refusedState>[0]) =>
    answerRefusal(refusal, { state: refusedState(refusal, {}) });
  if (!request.headers.get("Content-Type")?.startsWith("multipart/"))
    return refused({
      code: "invalid",
      key: "errors.checkFields",
      fields: [{ field: "file", key: "errors.required" }],
    });
  const received = await receiveForm(request, DOCUMENT_KINDS, 1);
  if (!received.ok) return refused(received.refusal);
  const { form, files } = received.value;
  const outcome = await handInPaper(ctx, id, {
    part: String(form.get("part") ?? ""),
    file: files[0] ?? null,
  });
  return outcome.ok ? redirect(`/placements/${id}/archive`, 303) : refused(outcome.refusal);
};

/** The archive of one placement: what is in it, what is missing, what may be handed in, the whole as a ZIP. */
export default function PlacementArchive() {
  const t = useWords("outcomes");
  const { any } = useTranslator();
  const { tab, maxBytes } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <div className="stack">
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: t(one.field === "part" ? "archive.which" : "archive.file"),
            message: any(one.key, one.values),
          }))}
        />
      )}
      <Notice tone={tab.missing.length === 0 ? "ok" : "wait"}>
        {tab.missing.length === 0 ? t("archive.whole") : t("archive.missing", { count: tab.missing.length })}
      </Notice>
      <DataTable
        caption={t("archive.caption")}
        rows={tab.lines}
        rowKey={(line) => line.part}
        columns={[
          {
            key: "part",
            label: t("archive.which"),
            lead: true,
            cell: (line) => t(`archive.part.${line.part}`),
          },
          { key: "count", label: t("archive.count"), numeric: true, cell: (line) => line.count },
          {
            key: "state",
            label: t("archive.state"),
            cell: (line) => (
              <StateBadge
                tone={line.count > 0 ? "ok" : "wait"}
                word={t(line.count > 0 ? "archive.there" : "archive.lacking")}
              />
            ),
          },
        ]}
      />
      <p className="meta">{t("archive.rule")}</p>
      {tab.mayTake && (
        <p>
          <LinkButton href={`/placements/${tab.id}/archive.zip`} icon="download" download>
            {t("archive.take")}
          </LinkButton>
        </p>
      )}
      {tab.files.length > 0 && (
        <ul>
          {tab.files.map((file) => (
            <li key={file.id}>
              {any(`outcomes.archive.part.${file.subjectType.replace("archive_", "")}`)} · {file.name}
            </li>
          ))}
        </ul>
      )}
      {tab.mayHandIn && (
        <Section id="hand-in" title={t("archive.handIn")}>
          <form method="post" encType="multipart/form-data" data-upload="" className="form">
            <RadioGroup
              name="part"
              label={t("archive.which")}
              inline
              required
              error={errorFor(state, "part", any)}
              options={HANDED_IN.map((value) => ({ value, label: t(`archive.part.${value}`) }))}
            />
            <Upload
              name="file"
              label={t("archive.file")}
              accept=".pdf,.docx,.jpg,.jpeg,.png"
              types="PDF, DOCX, JPG, PNG"
              maxBytes={maxBytes}
              required
              error={errorFor(state, "file", any)}
            />
            <Button>{t("archive.handInAct")}</Button>
          </form>
        </Section>
      )}
    </div>
  );
}
