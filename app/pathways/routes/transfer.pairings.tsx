import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { DateField } from "~/ui/form/DateField";
import { SelectField } from "~/ui/form/SelectField";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { decidePairing } from "../commands/decide-pairing.server";
import { proposePairing } from "../commands/propose-pairing.server";
import { PairingMove } from "../components/PairingMove";
import { RefusedForm } from "../components/RefusedForm";
import { TransferTabs } from "../components/TransferTabs";
import { pairingsPage } from "../queries/pairings-page.server";
import { pairingForm, pairingMoveForm } from "../schema";
import { refusedForm, unreadForm } from "../transfer-actions.server";
import { requireTransferStaff } from "../transfer-door.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context);
  return {
    title: translatorFor(languageOf(request.headers)).room("transfers")("pairings.title"),
    page: await pairingsPage(ctx),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireTransferStaff(request, context);
  const form = await request.formData();
  const intent = form.get("intent");
  const moves = intent === "confirm" || intent === "end";
  const parsed = moves ? parseForm(form, pairingMoveForm) : parseForm(form, pairingForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done =
    "pairing" in parsed.value
      ? await decidePairing(ctx, { ...parsed.value, outcome: intent === "confirm" ? "confirm" : "end" })
      : await proposePairing(ctx, parsed.value);
  return done.ok ? redirect("/transfers/pairings", 303) : refusedForm(done.refusal, form);
};

const TONES: Record<string, Tone> = { proposed: "wait", active: "ok", ended: "neutral" };

/** Which schools are paired, on what agreement, and whether it holds today. */
export default function TransferPairings() {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const last = page.agreements[0]?.endsOn;
  return (
    <>
      <PageHeader
        title={t("pairings.title")}
        subtitle={t("pairings.subtitle")}
        trail={[{ href: "/transfers", label: t("title") }]}
      />
      <TransferTabs current="pairings" side={page.authority ? "authority" : "school"} />
      <div className="stack mt-5">
        <RefusedForm state={state} />
        <DataTable
          caption={t("pairings.caption")}
          captionHidden
          rows={page.pairings}
          rowKey={(row) => row.id}
          empty={
            <EmptyState level={2} title={t("pairings.none")}>
              <p>{t("pairings.noneText")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "pair",
              label: t("pairings.caption"),
              lead: true,
              cell: (row) => `${row.vocational} × ${row.general}`,
            },
            { key: "shape", label: t("pairings.graph"), cell: (row) => t(`pairings.shape.${row.shape}`) },
            {
              key: "agreement",
              label: t("field.agreement"),
              cell: (row) => (
                <>
                  {row.mayRead ? (
                    <a href={`/agreements/${row.agreementId}`}>{row.agreement}</a>
                  ) : (
                    row.agreement
                  )}
                  <span className="note block">{row.holds ? t("pairings.holds") : t("pairings.broken")}</span>
                </>
              ),
            },
            {
              key: "dates",
              label: t("windows.dates"),
              cell: (row) => t("pairings.dates", { from: row.validFrom, to: row.validTo }),
            },
            {
              key: "state",
              label: t("list.state"),
              cell: (row) => (
                <StateBadge
                  tone={TONES[row.state] ?? "neutral"}
                  word={any(`transfers.pairings.state.${row.state}`)}
                />
              ),
            },
            {
              key: "act",
              label: t("field.outcome"),
              cell: (row) =>
                row.state === "ended" ? (
                  row.endReason
                ) : (
                  <PairingMove pairing={row} authority={page.authority} />
                ),
            },
          ]}
        />
        {!page.authority && (
          <Section id="propose" title={t("pairings.propose")}>
            {page.agreements.length === 0 ? (
              <p className="mt-3">
                {t("pairings.noAgreement")}{" "}
                <LinkButton href="/agreements/new" look="quiet">
                  {t("pairings.draft")}
                </LinkButton>
              </p>
            ) : (
              <form method="post" className="form mt-3 max-w-3xl">
                <SelectField
                  name="agreement"
                  label={t("field.agreement")}
                  required
                  options={page.agreements.map((one) => ({
                    value: one.id,
                    label: `${one.title} (${one.endsOn})`,
                  }))}
                  defaultValue={shown(state, "agreement", page.agreements[0]?.id)}
                  error={errorFor(state, "agreement", any)}
                />
                <div className="form-pair">
                  <DateField
                    name="validFrom"
                    label={t("field.validFrom")}
                    required
                    defaultValue={shown(state, "validFrom", page.today)}
                    error={errorFor(state, "validFrom", any)}
                  />
                  <DateField
                    name="validTo"
                    label={t("field.validTo")}
                    required
                    defaultValue={shown(state, "validTo", last)}
                    error={errorFor(state, "validTo", any)}
                  />
                </div>
                <Button>{t("pairings.proposeAct")}</Button>
              </form>
            )}
          </Section>
        )}
      </div>
    </>
  );
}
