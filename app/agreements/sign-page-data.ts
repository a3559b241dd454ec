import type { signPage } from "./queries/sign-page.server";

/** What the page of signing is drawn from. */
export type SignPageData = NonNullable<Awaited<ReturnType<typeof signPage>>>;
