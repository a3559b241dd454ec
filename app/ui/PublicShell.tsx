import type { ReactNode } from "react";
import { useWords } from "~/words/use-words";
import { Icon } from "./Icon";
import { LanguageSwitch } from "./LanguageSwitch";
import { LinkButton } from "./LinkButton";
import { Mark } from "./Mark";

export type NavLink = { href: string; label: string; current?: boolean };

type PublicShellProps = {
  links: readonly NavLink[];
  /** Path and query of this page, to come back to after the language switch or signing in. */
  returnTo: string;
  /** Present when a signed-in person reads a public page: the way back to the workspace. */
  workspace?: { href: string; label: string };
  signInHref?: string;
  registerHref?: string;
  footLinks?: readonly NavLink[];
  notice?: ReactNode;
  children: ReactNode;
};

const Links = ({ links }: { links: readonly NavLink[] }) =>
  links.map((link) => (
    <a key={link.href} href={link.href} aria-current={link.current ? "page" : undefined}>
      {link.label}
    </a>
  ));

/** The frame of pages anyone may read: bar, page, foot. On phones the navigation folds into a menu. */
export const PublicShell = (props: PublicShellProps) => {
  const {
    links,
    returnTo,
    workspace,
    signInHref = "/login",
    registerHref = "/register",
    footLinks,
    notice,
    children,
  } = props;
  const t = useWords("platform");
  const ui = useWords("ui");
  return (
    <>
      <a className="skip" href="#content">
        {t("skipToContent")}
      </a>
      <header className="top">
        <a className="brand" href="/">
          <Mark />
          {t("name")}
        </a>
        <nav className="top-nav" aria-label={t("nav.main")}>
          <Links links={links} />
        </nav>
        <div className="top-end">
          <LanguageSwitch returnTo={returnTo} />
          {workspace ? (
            <LinkButton href={workspace.href} look="ghost" small>
              {workspace.label}
            </LinkButton>
          ) : (
            <>
              <a className="plain-button top-secondary content-center" href={registerHref}>
                {t("nav.register")}
              </a>
              <LinkButton href={signInHref} look="ghost" small>
                {t("nav.signIn")}
              </LinkButton>
            </>
          )}
          <details className="menu top-menu">
            <summary aria-label={ui("menu")}>
              <Icon name="menu" />
            </summary>
            <nav className="menu-sheet" aria-label={ui("menu")}>
              <Links links={links} />
              {!workspace && <a href={registerHref}>{t("nav.register")}</a>}
            </nav>
          </details>
        </div>
      </header>
      <main id="content" className="page" tabIndex={-1}>
        {notice}
        {children}
      </main>
      <footer className="foot">
        <span>{t("footer")}</span>
        {footLinks && (
          <nav aria-label={ui("more")}>
            <Links links={footLinks} />
          </nav>
        )}
      </footer>
    </>
  );
};
