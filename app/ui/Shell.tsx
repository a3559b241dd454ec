import type { ReactNode } from "react";
import { useWords } from "~/words/use-words";
import { Icon, type IconName } from "./Icon";
import { LanguageSwitch } from "./LanguageSwitch";
import { Mark } from "./Mark";

export type Place = {
  href: string;
  label: string;
  icon: IconName;
  /** How many things wait there; zero is not shown. */
  count?: number;
  current?: boolean;
};

type ShellProps = {
  /** In order of use: the first four stay in the bottom bar of a phone, the others go under "more". */
  places: readonly Place[];
  account: { name: string; organization?: string; href: string };
  returnTo: string;
  signOutAction?: string;
  notice?: ReactNode;
  children: ReactNode;
};

const PHONE_PLACES = 4;

const PlaceLink = ({ place }: { place: Place }) => (
  <a className="place" href={place.href} aria-current={place.current ? "page" : undefined}>
    <Icon name={place.icon} />
    {place.label}
    {place.count ? <span className="count">{place.count > 999 ? "999+" : place.count}</span> : null}
  </a>
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
export const Shell = ({ places, notice, children, ...account }: ShellProps) => {
  const t = useWords("platform");
  const ui = useWords("ui");
  const extra = places.slice(PHONE_PLACES);
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
        <ul>
          {places.map((place, index) => (
            <li key={place.href} className={index < PHONE_PLACES ? undefined : "extra"}>
              <PlaceLink place={place} />
            </li>
          ))}
        </ul>
        <Account {...account} />
        <details className="rail-more">
          <summary className="place">
            <Icon name="more" />
            {ui("more")}
          </summary>
          <div className="rail-sheet">
            <ul>
              {extra.map((place) => (
                <li key={place.href}>
                  <PlaceLink place={place} />
                </li>
              ))}
            </ul>
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
