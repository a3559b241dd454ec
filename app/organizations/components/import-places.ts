/** Where an import of each kind leads back to, and where another file is uploaded. */
export const IMPORT_PLACES: Record<
  string,
  { key: "listings" | "posts" | "programmes" | "outcomes"; back: string; again: string }
> = {
  listings: { key: "listings", back: "/listings/mine", again: "/listings/import" },
  posts: { key: "posts", back: "/organization/posts", again: "/organization/posts/import" },
  programmes: {
    key: "programmes",
    back: "/organization/programmes",
    again: "/organization/programmes/import",
  },
  outcomes: { key: "outcomes", back: "/organization/outcomes", again: "/organization/outcomes" },
};
