/** Where an import of each kind leads back to, and where another file is uploaded. */
export const IMPORT_PLACES: Record<
  string,
  {
    key: "listings" | "posts" | "programmes" | "outcomes" | "courses" | "pay" | "articulation";
    back: string;
    again: string;
  }
> = {
  listings: { key: "listings", back: "/listings/mine", again: "/listings/import" },
  posts: { key: "posts", back: "/organization/posts", again: "/organization/posts/import" },
  programmes: {
    key: "programmes",
    back: "/organization/programmes",
    again: "/organization/programmes/import",
  },
  articulation: { key: "articulation", back: "/pathways", again: "/pathways" },
  pay: { key: "pay", back: "/placements/pay", again: "/placements/pay" },
  courses: { key: "courses", back: "/credits/courses", again: "/credits/courses/import" },
  outcomes: { key: "outcomes", back: "/organization/outcomes", again: "/organization/outcomes" },
};
