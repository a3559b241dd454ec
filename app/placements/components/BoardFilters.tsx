import { Button } from "~/ui/Button";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { SelectField } from "~/ui/form/SelectField";
import { useWords } from "~/words/use-words";
import type { BoardFilter, GateBoardPage } from "../queries/gate-page.server";

/** The eight gates as links with how many each holds, and the filters of the class list. */
export const BoardFilters = ({ page, filter }: { page: GateBoardPage; filter: BoardFilter }) => {
  const t = useWords("placements");
  const address = (gate: string | null) => {
    const query = new URLSearchParams();
    const all = { gate, programme: filter.programme, class: filter.className, host: filter.host };
    for (const [key, value] of Object.entries(all)) if (value) query.set(key, value);
    if (filter.held) query.set("held", "1");
    return `/placements/gates?${query}`;
  };
  return (
    <>
      <nav className="tabs" aria-label={t("gates.eight")}>
        <a href={address(null)} aria-current={filter.gate ? undefined : "page"}>
          {t("gates.all")}
        </a>
        {page.counts.map(({ gate, held }) => (
          <a key={gate} href={address(gate)} aria-current={filter.gate === gate ? "page" : undefined}>
            {t(`gate.${gate}`)}
            {held > 0 && <b className="num">{held}</b>}
          </a>
        ))}
      </nav>
      <form method="get" className="row items-end my-3">
        {filter.gate && <input type="hidden" name="gate" value={filter.gate} />}
        <SelectField
          name="programme"
          label={t("list.programme")}
          options={page.programmes}
          defaultValue={filter.programme}
          empty={t("list.every")}
        />
        <SelectField
          name="class"
          label={t("list.class")}
          options={page.classes}
          defaultValue={filter.className}
          empty={t("list.every")}
        />
        <SelectField
          name="host"
          label={t("list.host")}
          options={page.hosts}
          defaultValue={filter.host}
          empty={t("list.every")}
        />
        <CheckboxField name="held" value="1" label={t("gates.onlyHeld")} defaultChecked={filter.held} />
        <Button look="ghost">{t("list.filter")}</Button>
      </form>
    </>
  );
};
