import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm } from "~/platform/http/form.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { PageHeader } from "~/ui/PageHeader";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { cancelWindow } from "../commands/cancel-window.server";
import { openWindow } from "../commands/open-window.server";
import { RefusedForm } from "../components/RefusedForm";
import { TransferTabs } from "../components/TransferTabs";
import { WindowForm } from "../components/WindowForm";
import { pointText } from "../fact-text";
import { windowsPage } from "../queries/windows-page.server";
import { cancelForm, windowForm } from "../schema";
import { refusedForm, unreadForm } from "../transfer-actions.server";
import { requireTransferStaff } from "../transfer-door.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context);
  return {
    title: translatorFor(languageOf(request.headers)).room("transfers")("windows.title"),
    page: await windowsPage(ctx),
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context, ["authority"]);
  const form = await request.formData();
  const cancels = form.get("intent") === "cancel";
  const parsed = cancels ? parseForm(form, cancelForm) : parseForm(form, windowForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done =
    "window" in parsed.value ? await cancelWindow(ctx, parsed.value) : await openWindow(ctx, parsed.value);
  return done.ok ? redirect("/transfers/windows", 303) : refusedForm(done.refusal, form);
};

const TONES: Record<string, Tone> = { planned: "neutral", open: "ok", closed: "neutral", cancelled: "bad" };

/** Windows of a region: what is open, how it is used, and for the authority a form to open one. */
export default function TransferWindows() {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const { page, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={t("windows.title")}
        subtitle={t("windows.subtitle")}
        trail={[{ href: "/transfers", label: t("title") }]}
      />
      <TransferTabs current="windows" side={page.mayOpen ? "authority" : "school"} />
      <div className="stack mt-5">
        <RefusedForm state={state} />
        <DataTable
          caption={t("windows.caption")}
          captionHidden
          rows={page.windows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState level={2} title={t("windows.none")}>
              <p>{t("windows.noneText")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "point",
              label: t("windows.point"),
              lead: true,
              cell: (row) => (
                <>
                  {any(`transferRules.direction.${row.direction}`)} · {pointText(row.point, any)}
                  <span className="note block">
                    {t("windows.year", { from: row.schoolYear, to: row.schoolYear + 1 })}
                  </span>
                </>
              ),
            },
            {
              key: "dates",
              label: t("windows.dates"),
              cell: (row) => <span className="num">{`${row.opensOn} – ${row.closesOn}`}</span>,
            },
            {
              key: "state",
              label: t("list.state"),
              cell: (row) => (
                <StateBadge tone={TONES[row.state] ?? "neutral"} word={t(`windows.state.${row.state}`)} />
              ),
            },
            { key: "applied", label: t("windows.applied"), numeric: true, cell: (row) => row.applied },
            {
              key: "seats",
              label: t("field.seats"),
              numeric: true,
              cell: (row) => `${row.taken} / ${row.seats}`,
            },
            {
              key: "seed",
              label: t("windows.seed"),
              cell: (row) => <code>{row.seedHash.slice(0, 12)}</code>,
            },
            ...(page.mayOpen
              ? [
                  {
                    key: "act",
                    label: t("windows.cancel"),
                    cell: (row: (typeof page.windows)[number]) =>
                      row.own && (row.state === "open" || row.state === "planned") ? (
                        <form method="post" className="row">
                          <HiddenField name="intent" value="cancel" />
                          <HiddenField name="window" value={row.id} />
                          <HiddenField name="version" value={row.version} />
                          <TextField
                            bare
                            id={`reason-${row.id}`}
                            name="reason"
                            label={t("field.reason")}
                            placeholder={t("field.reason")}
                            maxLength={500}
                          />
                          <Button look="ghost" small>
                            {t("windows.cancel")}
                          </Button>
                        </form>
                      ) : (
                        "–"
                      ),
                  },
                ]
              : []),
          ]}
        />
        <p className="note">{t("windows.seedHint")}</p>
        {page.mayOpen && <WindowForm page={page} state={state} submissionKey={submissionKey} />}
      </div>
    </>
  );
}
