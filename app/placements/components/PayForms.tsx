import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { MoneyField } from "~/ui/form/MoneyField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import type { PayTab } from "../queries/pay-tab.server";

/** What was paid for one month, when, to whom, and what was kept back. */
export const PayForm = ({ tab, state }: { tab: PayTab; state: FormState | null }) => {
  const t = useWords("pay");
  const { any } = useTranslator();
  const open = tab.months.find((one) => one.record === null)?.month ?? tab.months[0]?.month;
  const field = (name: string) => ({ name, error: errorFor(state, name, any) });
  return (
    <form method="post" className="form">
      <HiddenField name="intent" value="enter" />
      <SelectField
        {...field("month")}
        label={t("month")}
        required
        options={tab.months.map((one) => ({ value: one.month, label: one.month }))}
        defaultValue={shown(state, "month", open)}
      />
      <MoneyField {...field("paid")} label={t("paid")} required defaultValue={shown(state, "paid")} />
      <DateField
        {...field("paidOn")}
        label={t("paidOn")}
        max={tab.today}
        required
        defaultValue={shown(state, "paidOn", tab.today)}
      />
      <RadioGroup
        {...field("payee")}
        label={t("payee")}
        inline
        required
        options={(["student", "third_party"] as const).map((one) => ({ value: one, label: t(`to.${one}`) }))}
        defaultValue={shown(state, "payee", "student")}
      />
      <MoneyField {...field("deducted")} label={t("deducted")} defaultValue={shown(state, "deducted")} />
      <TextField
        {...field("deductedFor")}
        label={t("deductedFor")}
        maxLength={200}
        defaultValue={shown(state, "deductedFor")}
      />
      <Button>{t("enter")}</Button>
    </form>
  );
};

/** The student's word on one month, one button each. */
export const ReceiptForm = ({ record, month }: { record: string; month: string }) => {
  const t = useWords("pay");
  return (
    <form method="post" className="row" aria-label={t("didItArrive", { month })}>
      <HiddenField name="intent" value="receipt" />
      <HiddenField name="record" value={record} />
      <Button name="receipt" value="received" small>
        {t("receipt.received")}
      </Button>
      <Button name="receipt" value="less" small look="ghost">
        {t("receipt.less")}
      </Button>
      <Button name="receipt" value="not_received" small look="danger">
        {t("receipt.not_received")}
      </Button>
    </form>
  );
};
