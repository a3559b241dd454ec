import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { type ReceivedFile, receiveForm } from "~/platform/http/upload.server";
import { notFound } from "~/platform/result";
import { SHEET_TYPES } from "~/platform/sheets/sheet";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { Tag } from "~/ui/Tag";
import { useTranslator, useWords } from "~/words/use-words";
import { ConversionAside } from "../components/ConversionAside";
import { ConversionLines } from "../components/ConversionLines";
import { OwedList } from "../components/OwedList";
import { RefusedCreditForm } from "../components/RefusedCreditForm";
import { TranscriptForms } from "../components/TranscriptForms";
import { actOnConversion } from "../conversion-actions.server";
import { refusedForm, unreadForm } from "../credit-forms.server";
import { conversionPage } from "../queries/conversion-page.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const page = await conversionPage(ctx, params.id ?? "");
  return page ? { page } : throwRefusal(notFound().refusal);
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: found && `${found.page.reference} · ${found.page.name}` },
];

const received = async (request: Request): Promise<{ form: FormData; file: ReceivedFile | null }> => {
  if (!request.headers.get("Content-Type")?.startsWith("multipart/")) {
    return { form: await request.formData(), file: null };
  }
  const upload = await receiveForm(request, SHEET_TYPES, 1);
  if (!upload.ok) return throwRefusal(upload.refusal);
  return { form: upload.value.form, file: upload.value.files[0] ?? null };
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const id = params.id ?? "";
  if (!(await conversionPage(ctx, id))) return throwRefusal(notFound().refusal);
  const { form, file } = await received(request);
  const done = await actOnConversion(ctx, id, form, file);
  if ("typed" in done) return unreadForm(done);
  return done.ok ? redirect(`/credits/transfers/${id}`, 303) : refusedForm(done.refusal, form);
};

const TONES: Record<string, Tone> = { open: "wait", confirmed: "ok", cancelled: "neutral" };

/** The credits of one transfer, line by line: what becomes of each, why, what is owed; the same for school and family. */
export default function Conversion() {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const empty = page.result.lines.length === 0;
  return (
    <>
      <PageHeader
        title={t("conversion.title", { name: page.name })}
        trail={[{ href: "/credits", label: t("title") }]}
        subtitle={t("conversion.subtitle", { reference: page.reference, from: page.from, to: page.to })}
        state={
          <>
            <StateBadge
              tone={TONES[page.state] ?? "neutral"}
              word={any(`credits.conversions.${page.state}`)}
            />
            {page.origin && !empty && <Tag>{any(`credits.conversion.origin.${page.origin}`)}</Tag>}
            <a href={`/transfers/${page.transferId}`}>{t("conversion.transfer")}</a>
          </>
        }
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        <RefusedCreditForm state={state} />
        {page.state === "cancelled" && <Notice tone="wait">{t("conversion.cancelled")}</Notice>}
      </div>
      <div className="cols">
        <div className="stack">
          {page.edits && empty && (
            <Section id="transcript" title={t("conversion.transcript")}>
              <p className="mt-2">{t("conversion.transcriptEmptyText")}</p>
              <div className="mt-3 max-w-3xl">
                <TranscriptForms page={page} state={state} />
              </div>
            </Section>
          )}
          {!page.edits && empty && (
            <EmptyState level={2} title={t("conversion.transcriptEmpty")}>
              <p>{t("conversion.notYet")}</p>
            </EmptyState>
          )}
          {!empty && (
            <>
              <Section id="lines" title={t("conversion.lines")}>
                {page.reads && <p className="meta mt-2">{t("conversion.read")}</p>}
                <ConversionLines page={page} state={state} />
              </Section>
              <Section id="owed" title={t("conversion.owed")}>
                <OwedList page={page} />
              </Section>
              {page.edits && (
                <Section id="transcript" title={t("conversion.transcript")}>
                  <div className="mt-3 max-w-3xl">
                    <TranscriptForms page={page} state={state} />
                  </div>
                </Section>
              )}
            </>
          )}
        </div>
        <aside className="stack">
          <ConversionAside page={page} state={state} />
        </aside>
      </div>
    </>
  );
}
