import { Fragment, type ReactNode } from "react";
import { useWords } from "~/words/use-words";
import { Icon, type IconName } from "./Icon";
import { LanguageSwitch } from "./LanguageSwitch";
import { Mark } from "./Mark";

export type Place = {
  href: string;
  label: string;
  icon: IconName;
  /** The heading it stands under; places of one group follow each other. */
  group?: string;
  /** How many things wait there; zero is not shown. */
  count?: number;
  current?: boolean;
};

type ShellProps = {
  places: readonly Place[];
  /** Those of the places that stay in the bottom bar of a phone, by address; the others go under "more". */
  atHand: readonly string[];
  account: { name: string; organization?: string; href: string };
  returnTo: string;
  signOutAction?: string;
  notice?: ReactNode;
  children: ReactNode;
};

const PlaceLink = ({ place }: { place: Place }) => (
  <a className="place" href={place.href} aria-current={place.current ? "page" : undefined}>
    <Icon name={place.icon} />
    {place.label}
    {place.count ? <span className="count">{place.count > 999 ? "999+" : place.count}</span> : null}
  </a>
);

/** The places in their order, each group under its heading. */
const PlaceList = ({ places, atHand }: { places: readonly Place[]; atHand: readonly string[] }) => (
  <ul>
    {places.map((place, index) => (
      <Fragment key={place.href}>
        {place.group && place.group !== places[index - 1]?.group && (
          <li className="rail-heading extra">{place.group}</li>
        )}
        <li className={atHand.includes(place.href) ? undefined : "extra"}>
          <PlaceLink place={place} />
        </li>
      </Fragment>
    ))}
  </ul>
);

const Account = ({
  account,
  returnTo,
  signOutAction,
}: Pick<ShellProps, "account" | "returnTo" | "signOutAction">) => {
  const t = useWords("platform");
  return (
    <div className="account">
      <a href={account.href}>{account.name}</a>
      {account.organization && <div className="note">{account.organization}</div>}
      <div className="account-row">
        <LanguageSwitch returnTo={returnTo} />
        <form method="post" action={signOutAction ?? "/logout"}>
          <button type="submit" className="plain-button">
            {t("nav.signOut")}
          </button>
        </form>
      </div>
    </div>
  );
};

/** The frame of signed-in work: a rail of places beside the page, a bottom bar on phones. */
export const Shell = ({ places, atHand, notice, children, ...account }: ShellProps) => {
  const t = useWords("platform");
  const ui = useWords("ui");
  return (
    <div className="app">
      <a className="skip" href="#content">
        {t("skipToContent")}
      </a>
      <header className="app-top">
        <a className="brand" href="/">
          <Mark />
          {t("name")}
        </a>
        <span>{account.account.organization ?? account.account.name}</span>
      </header>
      <nav className="rail" aria-label={t("nav.main")}>
        <a className="brand" href="/">
          <Mark />
          {t("name")}
        </a>
        <PlaceList places={places} atHand={atHand} />
        <Account {...account} />
        <details className="rail-more">
          <summary className="place">
            <Icon name="more" />
            {ui("more")}
          </summary>
          <div className="rail-sheet">
            <PlaceList places={places.filter(({ href }) => !atHand.includes(href))} atHand={[]} />
            <Account {...account} />
          </div>
        </details>
      </nav>
      <main id="content" className="main" tabIndex={-1}>
        {notice}
        {children}
      </main>
    </div>
  );
};
