/** The people of the demo city who can be tried with one click; their labels are `identity.personas.<key>`. */
export const DEMO_PERSONAS = [
  { key: "enterprise", email: "enterprise@demo.example" },
  { key: "mentor", email: "mentor@demo.example" },
  { key: "school", email: "school@demo.example" },
  { key: "teacher", email: "teacher@demo.example" },
  { key: "student", email: "student@demo.example" },
  { key: "trainee", email: "trainee@demo.example" },
  { key: "minor", email: "minor@demo.example" },
  { key: "guardian", email: "guardian@demo.example" },
  { key: "authority", email: "authority@demo.example" },
  { key: "industry", email: "industry@demo.example" },
  { key: "highschool", email: "highschool@demo.example" },
  { key: "middleschool", email: "middleschool@demo.example" },
  { key: "operator", email: "operator@demo.example" },
  { key: "enterprise2", email: "enterprise2@demo.example" },
  { key: "school2", email: "school2@demo.example" },
] as const;

export type PersonaKey = (typeof DEMO_PERSONAS)[number]["key"];

/** A persona as the sign-in page lists it: who it is in this database. */
export type PersonaRow = { key: PersonaKey; email: string; name: string; organization: string | null };

/** The password of every persona, for those who type; printed by `npm run demo`. */
export const DEMO_PASSWORD = "bridge-demo-2026";
