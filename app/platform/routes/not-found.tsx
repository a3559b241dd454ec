import { throwRefusal } from "../http/respond.server";

/** Every address nobody answers. */
export const loader = () => throwRefusal({ code: "not_found", key: "errors.notFound" });
export const action = loader;

export default function NotFound() {
  return null;
}
