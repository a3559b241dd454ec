import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import type { BookingPage } from "../queries/booking-page.server";

type FormProps = { page: BookingPage; state: FormState | undefined };

/** Naming the group: one a line. */
export const ClassListForm = ({ page, state }: FormProps) => {
  const t = useWords("resources");
  const { any } = useTranslator();
  const stored = page.visitors.map((one) => `${one.name} ${one.age}`).join("\n");
  return (
    <form method="post" className="form mt-3 max-w-3xl">
      <HiddenField name="version" value={page.version} />
      <TextArea
        name="list"
        label={page.visitors.length > 0 ? t("booking.listEdit") : t("field.list")}
        hint={t("booking.listHint")}
        required
        rows={Math.min(12, page.people + 1)}
        defaultValue={shown(state, "list", stored)}
        error={errorFor(state, "list", any)}
      />
      <div>
        <Button name="intent" value="list" look={page.visitors.length > 0 ? "ghost" : "primary"}>
          {t("booking.listSave")}
        </Button>
      </div>
    </form>
  );
};

/** Noting who came: names of the list, or a number where everybody is 14 or older and there is no list. */
export const AttendanceForm = ({ page, state }: FormProps) => {
  const t = useWords("resources");
  const { any } = useTranslator();
  const present = page.visitors.filter((one) => one.came).map((one) => one.id);
  return (
    <form method="post" className="form mt-3 max-w-3xl">
      <HiddenField name="version" value={page.version} />
      {page.visitors.length > 0 ? (
        <CheckboxGroup
          name="visitors"
          label={t("field.visitors")}
          hint={t("booking.attendHint")}
          options={page.visitors.map((one) => ({
            value: one.id,
            label: `${one.position}. ${one.name ?? ""}`,
            disabled: !one.mayTakePart,
          }))}
          defaultValues={ticked(state, "visitors", present)}
          error={errorFor(state, "visitors", any)}
        />
      ) : (
        <NumberField
          name="came"
          label={t("field.came")}
          required
          min={0}
          max={page.people}
          unit={t("unit.people")}
          defaultValue={shown(state, "came", page.came)}
          error={errorFor(state, "came", any)}
        />
      )}
      <div>
        <Button name="intent" value="attend">
          {t("booking.attendAct")}
        </Button>
      </div>
    </form>
  );
};

/** Cancelling, with a reason the other side is told. */
export const CancelForm = ({ page, state }: FormProps) => {
  const t = useWords("resources");
  const { any } = useTranslator();
  return (
    <form method="post" className="form mt-3 max-w-3xl">
      <HiddenField name="version" value={page.version} />
      <TextField
        name="reason"
        label={t("field.reason")}
        required
        maxLength={300}
        defaultValue={shown(state, "reason")}
        error={errorFor(state, "reason", any)}
      />
      <div>
        <Button look="danger" name="intent" value="cancel">
          {t("booking.cancelAct")}
        </Button>
      </div>
    </form>
  );
};
