import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { TextField } from "~/ui/form/TextField";
import { RelativeDate } from "~/ui/RelativeDate";
import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { SavedSearchView } from "../queries/saved-searches.server";
import { PACES } from "../rules/saved-search";

/** One saved search: what it looks for, when it tells, and what can be done with it. */
export const SavedSearchItem = ({ search, now }: { search: SavedSearchView; now: string }) => {
  const t = useWords("searches");
  const { id, version, name, href, conditions, pace, stopped, waiting, sentAt, nextAt } = search;
  const here = (
    <>
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={version} />
    </>
  );
  return (
    <article className="item">
      <div>
        <h3>
          <a href={href}>{name}</a>
        </h3>
        <div className="meta">
          {conditions.join(" · ")} · {t(`paces.${pace}`)}
        </div>
        <div className="meta">
          {waiting > 0 ? t("waiting", { count: waiting }) : t("nothingNew")}
          {sentAt && (
            <>
              {" · "}
              {t("sent")} <RelativeDate at={sentAt} now={now} />
            </>
          )}
          {!stopped && (
            <>
              {" · "}
              {t("next")} <RelativeDate at={nextAt} now={now} />
            </>
          )}
        </div>
        <details>
          <summary className="min-h-11 content-center text-sm text-qing">
            {t("edit")}
            <span className="sr-only"> {name}</span>
          </summary>
          <form method="post" className="form mt-2">
            {here}
            <TextField
              id={`name-${id}`}
              name="name"
              label={t("name")}
              required
              maxLength={60}
              defaultValue={name}
            />
            <RadioGroup
              id={`pace-${id}`}
              name="pace"
              label={t("pace")}
              hint={t("paceHint")}
              required
              inline
              options={PACES.map((one) => ({ value: one, label: t(`paces.${one}`) }))}
              defaultValue={pace}
            />
            <div className="form-end">
              <Button small name="intent" value="change">
                {t("change")}
              </Button>
            </div>
          </form>
        </details>
      </div>
      <div className="row">
        <StateBadge tone={stopped ? "neutral" : "ok"} word={t(stopped ? "stopped" : "active")} />
        <form method="post">
          {here}
          <Button small look="ghost" name="intent" value={stopped ? "resume" : "stop"}>
            {t(stopped ? "resume" : "stop")}
            <span className="sr-only"> {name}</span>
          </Button>
        </form>
        <form method="post">
          {here}
          <ConfirmButton
            id={`delete-${id}`}
            label={t("delete")}
            question={t("deleteQuestion")}
            look="quiet"
            small
            name="intent"
            value="delete"
          />
        </form>
      </div>
    </article>
  );
};
