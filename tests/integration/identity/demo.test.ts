import { expect, test, vi } from "vitest";

vi.hoisted(() => {
  process.env.DEMO = "1";
});

import { signInAsPersona } from "~/identity/commands/sign-in-as-persona.server";
import { demoPersonas } from "~/identity/queries/demo-personas.server";
import { givenAccount } from "./accounts";

test("a demo signs in as a persona it holds, and as nobody else", async () => {
  const { personId } = await givenAccount("school@demo.example", "梁老师");
  await givenAccount("real@test.example");
  expect(await signInAsPersona({ email: "school@demo.example" })).toEqual({
    ok: true,
    value: { personId },
  });
  for (const email of ["real@test.example", "enterprise@demo.example", "", "SCHOOL@demo.example"]) {
    expect(await signInAsPersona({ email })).toMatchObject({ refusal: { code: "not_found" } });
  }
  expect(await demoPersonas()).toEqual([
    { key: "school", email: "school@demo.example", name: "梁老师", organization: null },
  ]);
});
