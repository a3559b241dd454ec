import type { consortiumPage } from "./queries/consortium-page.server";

/** What the page of a consortium's work is drawn from. */
export type ConsortiumPageData = NonNullable<Awaited<ReturnType<typeof consortiumPage>>>;
