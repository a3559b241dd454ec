import { type FormState, shown } from "~/platform/http/form-state";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { Tag } from "~/ui/Tag";
import { useWords } from "~/words/use-words";
import type { listingsForRound } from "../queries/round-setup.server";

type Listing = Awaited<ReturnType<typeof listingsForRound>>[number];

/** One listing on the way into a round: whether, how many seats, and seats kept for or limited to one category. */
export const SlotChoice = ({
  listing,
  at,
  categories,
  state,
}: {
  listing: Listing;
  at: number;
  categories: readonly { value: string; label: string }[];
  state: FormState | undefined;
}) => {
  const t = useWords("rounds");
  const name = (part: string) => `slots[${at}].${part}`;
  const taken = state ? shown(state, name("take")) !== undefined : listing.taken;
  const seats = (part: "reserved" | "quota", stored: number | null) => (
    <NumberField
      name={name(part)}
      label={t(`slots.${part}`)}
      min={0}
      max={listing.free}
      defaultValue={shown(state, name(part), stored)}
    />
  );
  const category = (part: "reservedFor" | "quotaFor", stored: string | null) => (
    <SelectField
      name={name(part)}
      label={t(`slots.${part}`)}
      options={categories}
      defaultValue={shown(state, name(part), stored)}
    />
  );
  return (
    <li className="item">
      <div>
        <HiddenField name={name("listingId")} value={listing.id} />
        <CheckboxField
          name={name("take")}
          label={`${listing.title} · ${listing.host}`}
          hint={`${t("slots.period", { from: listing.startsOn ?? "", to: listing.endsOn ?? "" })} · ${t("slots.free", { free: listing.free })}`}
          required={false}
          defaultChecked={taken}
        />
        {listing.partner && <Tag>{t("slots.partner")}</Tag>}
        <div className="row">
          <NumberField
            name={name("capacity")}
            label={t("slots.capacity")}
            min={1}
            max={listing.free}
            defaultValue={shown(state, name("capacity"), listing.capacity ?? listing.free)}
          />
          {categories.length > 0 && (
            <>
              {seats("reserved", listing.reserved)}
              {category("reservedFor", listing.reservedFor)}
              {seats("quota", listing.quota)}
              {category("quotaFor", listing.quotaFor)}
            </>
          )}
        </div>
      </div>
    </li>
  );
};
