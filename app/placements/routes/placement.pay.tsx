import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { DataTable } from "~/ui/DataTable";
import { FormErrors } from "~/ui/form/FormErrors";
import { Money } from "~/ui/Money";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import { confirmPay } from "../commands/confirm-pay.server";
import { enterPay } from "../commands/enter-pay.server";
import { PayForm, ReceiptForm } from "../components/PayForms";
import { PayProblems } from "../components/PayProblems";
import { payForm, receiptForm } from "../pay-schema";
import { payTab } from "../queries/pay-tab.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const tab = await payTab(actor, params.id ?? "", clock.now());
  return tab ? { tab } : throwRefusal(notFound().refusal);
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const id = params.id ?? "";
  if (!(await payTab(ctx.actor, id, ctx.clock.now()))) return throwRefusal(notFound().refusal);
  const form = await request.formData();
  const checked = { code: "invalid" as const, key: "errors.checkFields" };
  if (form.get("intent") === "receipt") {
    const parsed = parseForm(form, receiptForm);
    if (!parsed.ok) return answerRefusal(checked, { state: parsed.state });
    const { record, receipt, received } = parsed.value;
    const said = await confirmPay(ctx, id, { record, receipt, receivedFen: received ?? null });
    if (said.ok) return redirect(`/placements/${id}/pay`, 303);
    return answerRefusal(said.refusal, { state: refusedState(said.refusal, typedFrom(form)) });
  }
  const parsed = parseForm(form, payForm);
  if (!parsed.ok) return answerRefusal(checked, { state: parsed.state });
  const entered = await enterPay(ctx, id, parsed.value);
  if (entered.ok) return redirect(`/placements/${id}/pay`, 303);
  return answerRefusal(entered.refusal, { state: refusedState(entered.refusal, typedFrom(form)) });
};

/** 实习报酬: what was agreed, what was paid, when and to whom, and the student's word on it. */
export default function PlacementPay() {
  const t = useWords("pay");
  const { any } = useTranslator();
  const { tab } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`pay.field.${one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      <div className="cols">
        <div className="stack">
          <Section id="months" title={t("title")}>
            <DataTable
              caption={t("title")}
              captionHidden
              rows={tab.months}
              rowKey={(row) => row.month}
              empty={<p>{t("none")}</p>}
              columns={[
                {
                  key: "month",
                  label: t("month"),
                  lead: true,
                  cell: (row) => <span className="num">{row.month}</span>,
                },
                {
                  key: "agreed",
                  label: t("agreed"),
                  numeric: true,
                  cell: (row) => (
                    <>
                      <Money fen={row.agreedFen} />
                      <div className="note num">{t("due", { on: row.dueOn })}</div>
                    </>
                  ),
                },
                {
                  key: "paid",
                  label: t("paid"),
                  numeric: true,
                  cell: (row) =>
                    row.record ? (
                      <>
                        <Money fen={row.record.paidFen} />
                        <div className="note num">{row.record.paidOn}</div>
                        {row.record.deductedFor && <div className="note">{row.record.deductedFor}</div>}
                      </>
                    ) : (
                      "—"
                    ),
                },
                {
                  key: "word",
                  label: t("word"),
                  cell: (row) =>
                    row.record?.receipt ? (
                      any(`pay.receipt.${row.record.receipt}`)
                    ) : row.record && tab.mayConfirm ? (
                      <ReceiptForm record={row.record.id} month={row.month} />
                    ) : (
                      "—"
                    ),
                },
                {
                  key: "problems",
                  label: t("state"),
                  cell: (row) => <PayProblems problems={row.problems} entered={row.record !== null} />,
                },
              ]}
            />
          </Section>
        </div>
        {tab.mayEnter && (
          <aside className="stack">
            <Section id="enter" title={t("enter")}>
              <PayForm tab={tab} state={state} />
            </Section>
          </aside>
        )}
      </div>
    </>
  );
}
