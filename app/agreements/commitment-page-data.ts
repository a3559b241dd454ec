import type { commitmentPage } from "./queries/commitment-page.server";

/** What the page of one promise is drawn from. */
export type CommitmentPageData = NonNullable<Awaited<ReturnType<typeof commitmentPage>>>;
